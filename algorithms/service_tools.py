"""What the supply and demand tools share: units and class tables."""

import numpy as np

from ..ecorestore_plugin.core.errors import ParameterError, TableError
from ..ecorestore_plugin.core.lookup import class_lookup
from ..ecorestore_plugin.i18n import tr
from ..ecorestore_plugin.qgis_io.services import STOCKS, band_unit
from .parameters import field, number_output, vector, vector_output


def unit_parameters(optional=True):
    """The administrative units and the fields that identify them."""
    yield vector('UNITS', tr('Administrative units'), tr(
        'Polygons whose totals are wanted, such as counties, each with a code of its own. A cell belongs to the unit '
        'that covers its centre. Totals from an earlier tool can be given here: their fields are kept, so that one '
        'layer gathers all services.'), 'polygon', optional=optional)
    yield field('UNIT_CODE', tr('Unit code'), tr('Field with the unique code of the unit.'), 'UNITS', 'unit_code',
                optional=True, advanced=True)
    yield field('UNIT_NAME', tr('Unit name'), tr('Field with the name of the unit; the code where it is missing.'),
                'UNITS', 'unit_name', optional=True, advanced=True)
    yield field('PARENT_CODE', tr('Code of the higher unit'), tr(
        'Field with the code of the city or province the unit belongs to; the first four digits of the code where it '
        'is missing.'), 'UNITS', 'parent_code', optional=True, advanced=True)


def unit_outputs():
    """The optional layer of totals per unit, and the total as a number."""
    yield vector_output('UNIT_TOTALS', tr('Totals per unit'), tr(
        'The units with all their fields and the sum of their cells; NULL where a unit has no known cell.'),
        'polygon', optional=True)
    yield number_output('TOTAL', tr('Total (inside the units, or of the whole raster without units)'))


def check_units(values):
    """A translated sentence where totals are asked for without units, else ''."""
    if values.given('UNIT_TOTALS') and not values.given('UNITS'):
        return tr('Totals per unit need the administrative units: choose a layer for {units}.',
                  units=values.label('UNITS'))
    return ''


def unit_names(units, numbers):
    """Names of units by number from 1, at most ten, for a message."""
    return ', '.join(units.names[number - 1] for number in numbers[:10]) + (' …' if len(numbers) > 10 else '')


def class_table(job, default, required, counts):
    """(table, codes) of the TABLE parameter or the shipped default; warns of rows of a given table without cells.

    The code column may be called ``code``, or ``lucode`` as in InVEST; ``counts`` are those of the land cover,
    {code: cells}.

    Raises
    ------
    TableError : a required column is missing
    """
    table = job.table('TABLE', default, required)
    key = next((name for name in ('code', 'lucode') if table.has(name)), None)
    if key is None:
        raise TableError('{name} has no field {field}. Its fields are: {fields}.', name=table.name,
                         field='code / lucode', fields=', '.join(table.columns) or '-')
    codes = table.integers(key)
    unused = sorted(set(codes.tolist()) - set(counts))
    if unused and job.given('TABLE'):
        message = tr('{name}: the codes {codes} have no cell in the land cover.', name=table.name,
                     codes=', '.join(str(code) for code in unused))
        if message not in job.messages:
            job.warn(message)
    return table, codes


def classes_of(job, default, columns, counts, check=None, missing=True):
    """ClassLookup of some columns of the class table for a land cover read in blocks.

    Parameters
    ----------
    counts : dict code -> cells
    check : called with the codes and the columns, to refuse a table that makes no sense
    missing : whether a value may be missing
    """
    table, codes = class_table(job, default, columns, counts=counts)
    values = [table.numbers(name, missing=missing) for name in columns]
    if check is not None:
        check(codes, *values)
    return class_lookup(tr('Land cover'), counts, codes, np.column_stack(values))


def refuse_stock(job, name, layer):
    """A raster of carbon stored is no annual flow.

    Raises
    ------
    ParameterError : the unit in the raster's file is one of a stock
    """
    unit = band_unit(layer)
    if unit in STOCKS:
        raise ParameterError(
            '{name} holds carbon stored ({unit}), a stock; what is wanted here is an annual flow. Give net primary '
            'production, or two storages and the years between them, or divide the storage by a horizon in years with '
            'Carbon storage.', name=job.label(name), unit=unit)


def refuse_flow(job, name, layer):
    """A raster that says it is no storage per hectare cannot be taken for one.

    Raises
    ------
    ParameterError : the unit in the raster's file is another one
    """
    unit = band_unit(layer)
    if unit not in ('', 't C/ha'):
        raise ParameterError('{name} is in {unit}; carbon storage in t C/ha is wanted here, as Carbon storage writes '
                             'it per hectare.', name=job.label(name), unit=unit)
