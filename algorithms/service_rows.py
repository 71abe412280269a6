"""The raster of a service and its totals per unit, written in blocks of rows."""

import numpy as np

from ..ecorestore_plugin.core.zonal import zonal_count, zonal_sum
from ..ecorestore_plugin.i18n import tr
from ..ecorestore_plugin.qgis_io.row_blocks import UnitRows


class ServiceRows:
    """The raster of a service and its totals, written in blocks of rows.

    Parameters
    ----------
    service, kind : such as 'food' and 'supply'; together the field name
    unit : physical unit of the amount
    """

    def __init__(self, job, service, kind, grid, unit, description):
        self.job, self.field = job, f'{service}_{kind}'
        self.unit, self.description = unit, description
        self.style = 'demand' if kind == 'demand' else 'supply'
        self.writer = job.raster_rows('OUTPUT', grid, unit, description, self.style)
        self.units, self._rows = job.units('UNITS', grid, burn=False), None
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
        return self._rows.read(start, stop)

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


def _warn_uncovered(job, units):
    if units.uncovered:
        job.warn(tr('{count} units cover no cell of the rasters: {names}. Their totals are empty.',
                    count=len(units.uncovered),
                    names=', '.join(units.names[position] for position in units.uncovered[:10])))
