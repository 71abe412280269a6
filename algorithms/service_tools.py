"""What the supply and demand tools share: units, class tables, and the three outputs of a service."""

import numpy as np

from ..ecorestore_plugin.core.errors import ParameterError, TableError
from ..ecorestore_plugin.core.lookup import class_lookup, unused_codes
from ..ecorestore_plugin.core.zonal import zonal_count, zonal_sum
from ..ecorestore_plugin.i18n import tr
from ..ecorestore_plugin.qgis_io.row_blocks import UnitRows
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


class ServiceRows:
    """The raster of a service and its totals, written in blocks of rows.

    Parameters
    ----------
    service, kind : such as 'food' and 'supply'; together the field name
    unit : physical unit of the amount
    units : Units on the whole grid, where they were read already; else UNITS is read
    """

    def __init__(self, job, service, kind, grid, unit, description, units=None):
        self.job, self.field = job, f'{service}_{kind}'
        self.unit, self.description = unit, description
        self.style = 'demand' if kind == 'demand' else 'supply'
        self.writer = job.raster_rows('OUTPUT', grid, unit, description, self.style)
        self.units, self._rows = units, None
        if units is None:
            self.units = job.units('UNITS', grid, burn=False)
            if self.units is not None:
                self._rows = UnitRows(self.units.geometries, grid)
                self.units.uncovered = self._rows.uncovered
        self._sums, self._counts, self._means = {}, {}, ()
        self._total, self._known, self._outside = 0.0, 0, 0

    def write(self, start, amount, extra=None, means=None):
        """The amount per cell of the rows from ``start``.

        Parameters
        ----------
        extra : further amounts per cell to sum, dict field name -> array
        means : values whose mean per unit is wanted, dict field name -> array
        """
        self.writer.write(start, amount)
        known = np.isfinite(amount)
        self._known += int(known.sum())
        if self.units is None:
            self._total += float(amount[known].sum())
            return
        cells = self.cells(start, start + len(amount))
        self._outside += int((known & (cells == 0)).sum())
        self._means = tuple(means or ())
        for name, array in {self.field: amount, **(extra or {}), **(means or {})}.items():
            array = np.where(np.isfinite(array), array, np.nan)
            self._add(self._sums, name, np.nan_to_num(zonal_sum(array, cells, len(self.units))))
            self._add(self._counts, name, zonal_count(~np.isnan(array), cells, len(self.units)))

    def cells(self, start, stop):
        """Unit numbers of the rows, 0 outside."""
        return self.units.cells[start:stop] if self._rows is None else self._rows.read(start, stop)

    @staticmethod
    def _add(sums, name, part):
        sums[name] = sums[name] + part if name in sums else part

    def finish(self):
        """Totals per unit, the total, and what is said about them."""
        if self.units is not None:
            self._write_units()
        self.job.set_number('TOTAL', self._total)
        self.job.say(tr('{name}: {total} {unit} in {count} cells.', name=self.description,
                        total=f'{self._total:,.1f}', unit=self.unit, count=self._known))

    def _write_units(self):
        job, units = self.job, self.units
        if self._outside:
            job.warn(tr('{count} cells lie outside all units: they are in the raster, not in the totals.',
                        count=self._outside))
        _warn_uncovered(job, units)
        found = {name: np.where(self._counts[name] > 0, total, np.nan) for name, total in self._sums.items()}
        found.update({name: found[name] / np.maximum(self._counts[name], 1) for name in self._means})
        self._total = float(np.nansum(found[self.field]))
        # The new fields stand first: they are what the layer was made for.
        columns = {**units.identity(), **found}
        replaced = [key for key in units.features.columns if key.lower() in found]
        columns.update(units.columns(without=replaced))
        job.write_vector('UNIT_TOTALS', columns, units.geometries, 'polygon', units.crs, style=self.style)


def write_service(job, service, kind, amount, grid, unit, description, units=None, extra=None, means=None):
    """Writes the raster of a service, its totals per unit and its total; parameters as in :class:`ServiceRows`."""
    rows = ServiceRows(job, service, kind, grid, unit, description, units)
    rows.write(0, amount, extra, means)
    rows.finish()


def _warn_uncovered(job, units):
    if units.uncovered:
        job.warn(tr('{count} units cover no cell of the rasters: {names}. Their totals are empty.',
                    count=len(units.uncovered),
                    names=', '.join(units.names[position] for position in units.uncovered[:10])))


def unit_names(units, numbers):
    """Names of units by number from 1, at most ten, for a message."""
    return ', '.join(units.names[number - 1] for number in numbers[:10]) + (' …' if len(numbers) > 10 else '')


def class_table(job, default, required, classes=None, counts=None):
    """(table, codes) of the TABLE parameter or the shipped default; warns of rows of a given table without cells.

    The code column may be called ``code``, or ``lucode`` as in InVEST. The land cover is given as Classes, or as the
    counts of a class raster that is read in blocks.

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
    unused = (sorted(set(codes.tolist()) - set(counts)) if classes is None
              else unused_codes(classes.codes, classes.valid, codes))
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
