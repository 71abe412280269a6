"""Food supply: harvest statistics spread by NDVI."""

import numpy as np

from ...ecorestore_plugin.core.lookup import class_values
from ...ecorestore_plugin.core.services.food import food_supply
from ..base import Tool, mark, tr
from ..parameters import field, raster, raster_output, table
from ..service_tools import check_units, class_table, unit_names, unit_outputs, unit_parameters, write_service


class FoodSupply(Tool):
    tool_id = 'foodsupply'
    stage = 'supply'
    label = mark('Food supply')
    summary = mark('Harvest statistics of units spread over their cropland by NDVI, t/yr per cell.')
    help = mark('''Shows where the food of each administrative unit grows. The harvest that statistics report for a \
unit is spread over its cells of the yielding classes (cropland by default) in proportion to NDVI, so that the sum of \
the cells of a unit equals its statistic.

F_x = Y_unit * NDVI_x / (sum of NDVI over the yielding cells of the unit), in tonnes per year and cell. NDVI of 0 and \
below, or nodata, counts as 0.000001. Other land yields 0.

A unit with a harvest but without a cell of the yielding classes spreads it evenly over all its cells; a warning names \
it. A unit without a statistic is nodata.''')
    keywords = mark('food, grain, crop yield, provisioning service, harvest, NDVI')

    def declare(self):
        yield raster('LANDCOVER', tr('Land cover'), tr('Class codes; their rows stand in the class table.'))
        yield raster('NDVI', tr('NDVI'), tr('-1 to 1, best the yearly maximum or the mean of the growing season.'))
        yield from unit_parameters(optional=False)
        yield field('STATISTIC', tr('Harvest'), tr(
            'One or more fields with the harvest of the unit in tonnes per year; several are added up. Empty: the '
            'field grain_t.'),
            'UNITS', 'grain_t', numeric=True, multiple=True, optional=True)
        yield table('TABLE', tr('Yielding classes'), tr(
            'Table with code and food: 1 for classes that yield, 0 for others. Empty: the shipped table, in which '
            'cropland (code 1) yields.'), optional=True)
        yield raster_output('OUTPUT', tr('Food supply'), tr('Tonnes per year and cell.'))
        yield from unit_outputs()

    def check(self, values):
        return check_units(values)

    def compute(self, job):
        classes = job.classes('LANDCOVER')
        ndvi, grid = job.raster('NDVI')
        units = job.units('UNITS', grid)
        rows, codes = class_table(job, 'food_classes.csv', ('food',), classes)
        yielding = class_values(tr('Land cover'), classes.codes, classes.valid, codes,
                                rows.numbers('food', missing=False)) > 0
        harvest = self._harvest(job, units)
        found = food_supply(harvest, ndvi, yielding, classes.valid, units.cells)
        if len(found.uniform):
            job.warn(tr('{count} units have a harvest but no cell of a yielding class; theirs is spread evenly over '
                        'all their cells: {names}.', count=len(found.uniform),
                        names=unit_names(units, found.uniform)))
        if len(found.lost):
            job.warn(tr('{count} units have a harvest but no cell; it is in no total: {names}.',
                        count=len(found.lost), names=unit_names(units, found.lost)))
        write_service(job, 'food', 'supply', found.amount, grid, 't/yr', tr('Food supply'), units)

    @staticmethod
    def _harvest(job, units):
        """t/yr of each unit; NaN where every field is NULL."""
        values = np.array([units.features.numbers(name) for name in job.fields('STATISTIC') or ['grain_t']])
        unknown = np.isnan(values)
        nothing = np.flatnonzero(unknown.all(axis=0)) + 1
        if len(nothing):
            job.warn(tr('{count} units have no statistic and become nodata: {names}.', count=len(nothing),
                        names=unit_names(units, nothing)))
        partly = np.flatnonzero(unknown.any(axis=0) & ~unknown.all(axis=0)) + 1
        if len(partly):
            job.warn(tr('{count} units lack some of the statistics, which count as 0: {names}.', count=len(partly),
                        names=unit_names(units, partly)))
        return np.where(unknown.all(axis=0), np.nan, np.nansum(values, axis=0))
