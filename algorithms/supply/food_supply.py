"""Food supply: harvest statistics spread by NDVI."""

import numpy as np

from ...ecorestore_plugin.core.checks import check_range
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

A unit with a harvest but without a cell of the yielding classes spreads it evenly over all its cells; a warning \
names it. A unit without a statistic is nodata.

Several kinds of food: a table of products names for each the field of the harvest, the column of the class table \
that marks its land (food, livestock, aquatic, fruit, or a column of your own), and a factor, such as 1, or kcal or g \
of protein per tonne to add up unlike foods; the result is then in that unit. Demand has to be in the same unit.''')
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
        yield table('PRODUCTS', tr('Products'), tr(
            'Table with field (harvest of the units, t/yr), land (column of the class table) and factor, a row per '
            'product. In place of the harvest above. Empty: one kind of food.'), optional=True, advanced=True)
        yield raster_output('OUTPUT', tr('Food supply'), tr('Tonnes per year and cell.'))
        yield from unit_outputs()

    def check(self, values):
        return check_units(values)

    def compute(self, job):
        classes = job.classes('LANDCOVER')
        ndvi, grid = job.raster('NDVI')
        units = job.units('UNITS', grid)
        products = job.table('PRODUCTS', required=('field', 'land', 'factor'))
        if products is None:
            kinds = [(self._harvest(job, units, job.fields('STATISTIC') or ['grain_t']), 'food')]
        else:
            factors = products.numbers('factor', missing=False)
            check_range(tr('Factor of the products'), factors, 0)
            kinds = [(self._harvest(job, units, [name.strip()]) * factor, land.strip()) for name, land, factor in zip(
                products.texts('field'), products.texts('land'), factors)]
        rows, codes = class_table(job, 'food_classes.csv', tuple(dict.fromkeys(land for _, land in kinds)), classes)
        amounts = []
        for harvest, land in kinds:
            yielding = class_values(tr('Land cover'), classes.codes, classes.valid, codes,
                                    rows.numbers(land, missing=False)) > 0
            amounts.append(self._spread(job, harvest, ndvi, yielding, classes, units))
        # A product without a statistic leaves the others as they are.
        amount = np.where(np.all(np.isnan(amounts), axis=0), np.nan, np.nansum(amounts, axis=0))
        unit = 't/yr' if products is None or (factors == 1).all() else '/yr'
        write_service(job, 'food', 'supply', amount, grid, unit, tr('Food supply'), units)

    @staticmethod
    def _spread(job, harvest, ndvi, yielding, classes, units):
        found = food_supply(harvest, ndvi, yielding, classes.valid, units.cells)
        if len(found.uniform):
            job.warn(tr('{count} units have a harvest but no cell of a yielding class; theirs is spread evenly over '
                        'all their cells: {names}.', count=len(found.uniform),
                        names=unit_names(units, found.uniform)))
        if len(found.lost):
            job.warn(tr('{count} units have a harvest but no cell; it is in no total: {names}.',
                        count=len(found.lost), names=unit_names(units, found.lost)))
        return found.amount

    @staticmethod
    def _harvest(job, units, fields):
        """t/yr of each unit; NaN where every field is NULL."""
        values = np.array([units.features.numbers(name) for name in fields])
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
