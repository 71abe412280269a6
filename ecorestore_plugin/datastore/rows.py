"""What both kinds of store share: how rows are compared and kept."""

from __future__ import annotations

import json
from dataclasses import dataclass

from osgeo import ogr

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
