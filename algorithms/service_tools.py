"""What the supply and demand tools share: units, class tables, and the three outputs of a service."""

import numpy as np

from ..ecorestore_plugin.core.errors import TableError
from ..ecorestore_plugin.core.lookup import unused_codes
from ..ecorestore_plugin.core.zonal import zonal_sum
from ..ecorestore_plugin.i18n import tr
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


def write_service(job, service, kind, amount, grid, unit, description, units=None, extra=None):
    """Writes the raster of a service, its totals per unit and its total.

    Parameters
    ----------
    service, kind : such as 'food' and 'supply'; together the field name
    amount : (rows, cols) float array, amount per cell and year
    unit : physical unit of the amount
    units : Units on the same grid, read from UNITS if not given
    extra : further amounts per cell to sum, dict field name -> array
    """
    if units is None:
        units = job.units('UNITS', grid)
    job.write_raster('OUTPUT', amount, grid, unit=unit, description=description, style=kind)
    known = np.isfinite(amount)
    if units is None:
        total = float(amount[known].sum())
    else:
        outside = int((known & (units.cells == 0)).sum())
        if outside:
            job.warn(tr('{count} cells lie outside all units: they are in the raster, not in the totals.',
                        count=outside))
        _warn_uncovered(job, units)
        sums = {name: zonal_sum(array, units.cells, len(units))
                for name, array in {f'{service}_{kind}': amount, **(extra or {})}.items()}
        total = float(np.nansum(sums[f'{service}_{kind}']))
        # The new fields stand first: they are what the layer was made for.
        columns = {**units.identity(), **sums}
        replaced = [key for key in units.features.columns if key.lower() in sums]
        columns.update(units.columns(without=replaced))
        job.write_vector('UNIT_TOTALS', columns, units.geometries, 'polygon', units.crs, style=kind)
    job.set_number('TOTAL', total)
    job.say(tr('{name}: {total} {unit} in {count} cells.', name=description, total=f'{total:,.1f}', unit=unit,
               count=int(known.sum())))


def _warn_uncovered(job, units):
    if units.uncovered:
        job.warn(tr('{count} units cover no cell of the rasters: {names}. Their totals are empty.',
                    count=len(units.uncovered),
                    names=', '.join(units.names[position] for position in units.uncovered[:10])))


def unit_names(units, numbers):
    """Names of units by number from 1, at most ten, for a message."""
    return ', '.join(units.names[number - 1] for number in numbers[:10]) + (' …' if len(numbers) > 10 else '')


def class_table(job, default, required, classes):
    """(table, codes) of the TABLE parameter or the shipped default; warns of rows of a given table without cells.

    The code column may be called ``code``, or ``lucode`` as in InVEST.

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
    unused = unused_codes(classes.codes, classes.valid, codes)
    if unused and job.given('TABLE'):
        job.warn(tr('{name}: the codes {codes} have no cell in the land cover.', name=table.name,
                    codes=', '.join(str(code) for code in unused)))
    return table, codes
