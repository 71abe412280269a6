"""Units, projects and other rows that may or may not have a geometry: read, named, and written back with results."""

from __future__ import annotations

from ..core.errors import EmptyInputError
from .job import KINDS
from .vector import check_geometries


def read_rows(job, name='UNITS', code='unit_code'):
    """Features of a parameter that takes any layer or table; codes must be unique where there is a code field.

    Raises
    ------
    EmptyInputError, GeometryError, DuplicateCodeError, TableError
    """
    rows = job.features(name)
    if rows is None:
        raise EmptyInputError('{name} is not given. In a model, name the output of the step before that it comes from.',
                              name=job.label(name))
    if not len(rows):
        raise EmptyInputError('{name} has no features. Choose another layer or check its filter and selection.',
                              name=rows.name)
    if shape_of(rows) != 'table':
        check_geometries(rows, (shape_of(rows),))
    if code and rows.has(code):
        rows.unique(code)
    return rows


def row_names(rows, keys=('unit_name', 'name', 'unit_code')):
    """A name per row from the first of the fields there is, else its feature number."""
    key = next((key for key in keys if rows.has(key)), None)
    return rows.texts(key) if key else [str(number) for number in rows.ids]


def shape_of(rows):
    """The kind of geometry rows have: 'polygon', 'line', 'point' or 'table'."""
    first = next((geometry for geometry in rows.geometries if not geometry.isNull()), None)
    return KINDS[first.type()] if first is not None else 'table'


def write_rows(job, name, rows, columns, style=''):
    """The rows with their fields, geometries, and new columns; a field that comes anew is replaced."""
    taken = {'fid', *(key.lower() for key in columns)}
    kept = {key: values for key, values in rows.columns.items() if key.lower() not in taken}
    shape = shape_of(rows)
    job.write_vector(name, {**kept, **columns}, rows.geometries if shape != 'table' else None, shape, rows.crs, style)
