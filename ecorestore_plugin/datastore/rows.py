"""What both kinds of store share: how rows are compared and kept."""

from __future__ import annotations

import json
from dataclasses import dataclass

from osgeo import ogr

from ..core.checks import never, stop_if

MODES = ('update', 'replace', 'append')


@dataclass(frozen=True)
class Imported:
    """What an import did: its number, rows added, rows closed (superseded), rows that were there already."""

    number: int
    added: int
    closed: int
    known: int


def plain_value(layer, name, value):
    """A value as it is compared: moments as text without seconds that are zero by default."""
    one = layer.field(name)
    if value is None or one is None or one.kind not in ('date', 'datetime'):
        return value
    text = str(value).replace('/', '-').replace(' ', 'T')
    return text[:10] if one.kind == 'date' else text.replace('+00:00', '').replace('+00', '')[:19]


def same_values(layer, record, before):
    """Whether a row in the store holds the values of a record."""
    return all(plain_value(layer, name, value) == plain_value(layer, name, before.get(name))
               for name, value in record.items())


def access_of(layer, given, before):
    """From which level a new row may be seen: as given, else as the row it replaces, else as the standard says."""
    return given or (before or {}).get('access') or layer.access


def extra_text(extra):
    """Fields that are none of the standard as JSON, None where there are none."""
    return json.dumps(extra, ensure_ascii=False, sort_keys=True, default=str) if extra else None


def stored_shape(layer, wkb):
    """A geometry as the store keeps it: always of the multiple kind."""
    shape = ogr.CreateGeometryFromWkb(bytes(wkb))
    if layer.geometry == 'polygon':
        return ogr.ForceToMultiPolygon(shape)
    if layer.geometry == 'line':
        return ogr.ForceToMultiLineString(shape)
    return ogr.ForceToMultiPoint(shape) if layer.geometry == 'point' else shape


def same_row(layer, record, extra, shape, before, old):
    """Whether a row in the store (values, WKB) is what an import brings (record, extra fields, WKB)."""
    if not same_values(layer, record, before) or _read(extra_text(extra)) != _read(before.get('extra')):
        return False
    return shape is None or (old is not None and _wkb(layer, shape) == _wkb(layer, old))


def _read(text):
    return json.loads(text) if text else None


def _wkb(layer, shape):
    return bytes(stored_shape(layer, shape).ExportToWkb())


def differences(layer, current, columns, geometries, extra, mode, access, cancelled=never):
    """What an import changes.

    Parameters
    ----------
    current : (values, WKB or None) of the current rows, values with 'fid' and 'access'
    columns, geometries, extra, mode, access : see GeoPackageStore.import_rows

    Returns
    -------
    rows to add as (record with extra and access, WKB or None), fids of the rows they replace, fids of the rows that
    do not come again
    """
    current = {tuple(plain_value(layer, name, values[name]) for name in layer.key): (values, shape)
               for values, shape in current}
    names, given, added, closed = list(columns), set(), [], []
    for row, values in enumerate(zip(*columns.values())):
        if row % 1000 == 0:
            stop_if(cancelled)
        record = dict(zip(names, values))
        key = tuple(plain_value(layer, name, record[name]) for name in layer.key)
        given.add(key)
        shape = None if geometries is None else geometries[row]
        before, old = current.get(key, (None, None))
        if before is not None:
            kept = access in ('', before['access']) and same_row(layer, record, extra[row], shape, before, old)
            if mode == 'append' or kept:
                continue
            closed.append(before['fid'])
        added.append(({**record, 'extra': extra_text(extra[row]), 'access': access_of(layer, access, before)}, shape))
    return added, closed, [values['fid'] for key, (values, _) in current.items() if key not in given]
