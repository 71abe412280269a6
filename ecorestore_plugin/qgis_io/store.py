"""Rows between layers and the shared store."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry

from ..core.errors import ParameterError, TableError
from ..core.prepare.findings import Finding, Words
from ..datastore.quality import check_quality
from ..datastore.standard import ACCESS, check_rows, convert, match_columns
from ..i18n import tr
from .overlay import first_containing
from .run_record import fingerprint
from .shape_checks import check_shapes

KINDS = {'point': ('point',), 'line': ('line',), 'polygon': ('polygon',), 'any': ('point', 'line', 'polygon'),
         'none': ()}
# From which level a row may be seen.
RANK = {level: position for position, level in enumerate(ACCESS)}


def read_incoming(job, name, layer, crs):
    """Features for a layer of the standard in the CRS of the store; a CSV in a Chinese encoding is read as one."""
    if layer.geometry == 'none':
        return job.table(name)
    return job.features(name, KINDS[layer.geometry], crs=crs)


def renamed(features, text):
    """Columns under the names the user gives as 'theirs=ours, ...'.

    Raises
    ------
    ParameterError : something that is no pair; TableError : a column that is not there
    """
    columns = dict(features.columns)
    for pair in [word for word in text.replace('，', ',').split(',') if word.strip()]:
        theirs, sign, ours = (part.strip() for part in pair.partition('='))
        if not (theirs and sign and ours):
            raise ParameterError('"{pair}" is no pair of fields; write theirs=ours, separated by commas.', pair=pair)
        values = features.column(theirs)
        columns = {key: kept for key, kept in columns.items() if kept is not values}
        columns[ours] = values
    return columns


def prepared(layer, standard, columns, ids, geometries=None, upstream=()):
    """({field: values in the types of the standard}, extra fields per row, list of Finding).

    ``geometries`` are checked by the rules of the layer; for ``upstream`` see check_quality.
    """
    count = len(ids)
    found, others = match_columns(layer, columns)
    clean, findings = check_rows(layer, standard, {name: columns[column] for name, column in found.items()}, ids)
    findings += check_quality(layer, clean, ids, upstream)
    if geometries is not None:
        findings += check_shapes(layer.name, geometries, layer.rules)
    kept = next((values for name, values in columns.items() if name.lower() == 'extra'), [None] * count)
    extra = [{**_kept(kept[row]), **{name: _plain(columns[name][row]) for name in others
                                     if _plain(columns[name][row]) is not None}} for row in range(count)]
    if others:
        findings.append(Finding(layer.name, 'fields', 'note', Words(
            'Fields that are none of the standard: {fields}.', fields=', '.join(others)),
            Words('They are kept as text beside the row.'), '', len(others)))
    return clean, extra, findings


def _kept(text):
    """Other fields that a query of a store brought along as text."""
    try:
        found = json.loads(text) if isinstance(text, str) and text else {}
    except ValueError:
        found = None
    return found if isinstance(found, dict) else {'extra': text}


def _plain(value):
    if value is None or (isinstance(value, float) and np.isnan(value)):
        return None
    if hasattr(value, 'toString'):
        return value.toString(1)
    return value if isinstance(value, (int, float, str, bool)) else str(value)


def with_unit_codes(job, store, layer, clean, geometries, default=''):
    """Fills in unit_code: of the site a row belongs to, of the unit of the store it lies in, else the default.

    Parameters
    ----------
    clean : {field: values} in the types of the standard
    geometries : list of QgsGeometry, or None
    default : unit code of rows that still have none; '' leaves them empty
    """
    count = len(next(iter(clean.values())))
    codes = list(clean.get('unit_code', [None] * count))
    if layer.field('unit_code') is None or layer.name == 'units' or all(codes):
        return clean
    if layer.name != 'sites' and 'site_id' in clean:
        homes = {values['site_id']: values['unit_code'] for values, _ in store.rows(store.standard.layer('sites'))}
        codes = [code or homes.get(site) for code, site in zip(codes, clean['site_id'])]
    if geometries is not None:
        codes = _codes_by_place(job, store, codes, geometries)
    codes = [code or default or None for code in codes]
    lost = sum(not code for code in codes)
    if lost:
        job.warn(tr('{count} rows lie in no unit of the store and get no unit code; only the province sees them.',
                    count=lost))
    return {**clean, 'unit_code': codes}


def _codes_by_place(job, store, codes, geometries):
    """Codes with those of the units that rows without one lie in."""
    units = [(values['unit_code'], _geometry(shape)) for values, shape in store.rows(store.standard.layer('units'))
             if shape is not None]
    if not units:
        return codes
    points = [geometry.pointOnSurface() for geometry in geometries]
    inside = first_containing(points, [shape for _, shape in units], cancelled=job.cancelled).tolist()
    return [code or (units[unit][0] if unit >= 0 else None) for code, unit in zip(codes, inside)]


def _geometry(wkb):
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry


def source_of(job, name):
    """(name of the file, sha256) of an input; the path stays out of a store that others read."""
    source = str(job.inputs.get(name, ''))
    found = fingerprint(source)
    return (Path(found['file']).name, found['sha256']) if found else (Path(source.split('|')[0]).name[:80], '')


def store_crs(store):
    return QgsCoordinateReferenceSystem.fromWkt(store.crs_wkt())


def visible(values, level, prefix):
    """Whether a level of government may see a row: what is open to it, in its own part."""
    open_to = values.get('access') or 'county'
    if open_to == 'public':
        return True
    if RANK[level] < RANK.get(open_to, 1):
        return False
    return level == 'province' or (values.get('unit_code') or '').startswith(prefix)


def in_period(value, since, until):
    """Whether a moment lies between two dates, both included, either of them None; no moment is never inside."""
    if since is None and until is None:
        return True
    if value is None:
        return False
    moment = str(value).replace('/', '-')[:10]
    return (since is None or moment >= since) and (until is None or moment <= until)


def date_of(job, name):
    """A text parameter as ISO date, or None.

    Raises
    ------
    ParameterError : it is no date
    """
    text = job.text(name).strip()
    try:
        return convert(text, 'date') if text else None
    except ValueError:
        raise ParameterError('{name}: "{text}" is no date. Write 2024-05-31, 2024-05 or 2024.', name=job.label(name),
                             text=text) from None


def seat_prefix(code):
    """The digits that a province, city or county code shares with everything below it: 430000 -> 43."""
    code = code.strip()
    if code and not code.isdigit():
        raise TableError('"{code}" is no administrative code; write digits, such as 430100 or 4301.', code=code)
    while len(code) > 2 and len(code) % 2 == 0 and code.endswith('00'):
        code = code[:-2]
    return code


def statistics(layer, rows):
    """Columns of a summary by unit, and by variable where the layer has one: rows, and of the numbers of the standard
    the sum, mean, minimum and maximum of the values that are there (a sum of none is 0, the others are empty)."""
    numbers = [one.name for one in layer.fields if one.kind in ('number', 'integer') and one.name not in layer.key]
    groups = ['unit_code', *(['variable'] if layer.field('variable') else [])]
    found = {}
    for values in rows:
        found.setdefault(tuple(values.get(name) or '' for name in groups), []).append(values)
    keys = sorted(found)
    columns = {name: [key[place] for key in keys] for place, name in enumerate(groups)}
    columns['rows'] = [len(found[key]) for key in keys]
    known = {name: [[values[name] for values in found[key] if values.get(name) is not None] for key in keys]
             for name in numbers}
    columns.update({f'sum_{name}': [float(sum(values)) for values in known[name]] for name in numbers})
    for word, measure in (('mean', lambda values: sum(values) / len(values)), ('min', min), ('max', max)):
        columns.update({f'{word}_{name}': [float(measure(values)) if values else None for values in known[name]]
                        for name in numbers})
    return columns


def write_rows(job, name, layer, rows, shapes, crs):
    """Rows of a store (values and WKB) into an output, with what the store says of them."""
    names = [one.name for one in layer.fields]
    names += [key for key in ('unit_code', 'access', 'extra', 'row_id', 'version_from') if key not in names]
    columns = {key: [row.get(key) for row in rows] for key in names}
    if layer.geometry == 'none':
        job.write_vector(name, columns, None, 'table', crs)
        return
    geometries = [_geometry(shape or b'') for shape in shapes]
    kind = layer.geometry
    if kind == 'any':
        kind = next((KINDS['any'][geometry.type()] for geometry in geometries if not geometry.isNull()), 'polygon')
    job.write_vector(name, columns, geometries, kind, crs)


def days_between(start, end):
    """Days between two moments of the store, NaN where one is missing."""
    if not start or not end:
        return float('nan')
    one, other = (datetime.fromisoformat(str(value).replace('/', '-').replace(' ', 'T')[:19]) for value in (start, end))
    return (other - one).total_seconds() / 86400.0
