"""Food supply: harvest statistics spread by NDVI."""

import numpy as np

from ...ecorestore_plugin.core.checks import check_range
from ...ecorestore_plugin.core.services.food import food_weight
from ...ecorestore_plugin.qgis_io.row_blocks import rows_of
from ..base import Tool, mark, tr
from ..parameters import field, raster, raster_output, table
from ..service_rows import ServiceRows
from ..service_tools import check_units, classes_of, unit_names, unit_outputs, unit_parameters
from ..spreading import spread_over_rows


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
        sources = {'cover': rows_of(job, 'LANDCOVER', classes=True), 'ndvi': rows_of(job, 'NDVI', -1, 1)}
        products = job.table('PRODUCTS', required=('field', 'land', 'factor'))
        factors = np.ones(1) if products is None else products.numbers('factor', missing=False)
        check_range(tr('Factor of the products'), factors, 0)
        unit = 't/yr' if (factors == 1).all() else '/yr'
        rows = ServiceRows(job, 'food', 'supply', sources['cover'].grid, unit, tr('Food supply'))
        counts = sources['cover'].class_counts()
        kinds = self._kinds(job, rows.units, products, factors)
        lands = tuple(dict.fromkeys(land for _, land in kinds))
        lookup = classes_of(job, 'food_classes.csv', lands, counts, missing=False)
        spread_over_rows(job, rows, sources, [(harvest, self._weigh(lookup, lands.index(land)))
                                              for harvest, land in kinds], lambda rates: self._tell(job, rows, rates))

    def _kinds(self, job, units, products, factors):
        """(harvest of each unit, column of its land) of every product."""
        if products is None:
            return [(self._harvest(job, units, job.fields('STATISTIC') or ['grain_t']), 'food')]
        return [(self._harvest(job, units, [name.strip()]) * factor, land.strip()) for name, land, factor in zip(
            products.texts('field'), products.texts('land'), factors)]

    @staticmethod
    def _weigh(lookup, column):
        """The function that gives the weight of the cells of a block, and which are known."""
        def weigh(block):
            cover = block['cover']
            return food_weight(block['ndvi'], lookup.values(cover.codes, cover.valid)[column] > 0), cover.valid
        return weigh

    @staticmethod
    def _tell(job, rows, rates):
        if len(rates.uniform):
            job.warn(tr('{count} units have a harvest but no cell of a yielding class; theirs is spread evenly over '
                        'all their cells: {names}.', count=len(rates.uniform),
                        names=unit_names(rows.units, rates.uniform)))
        if len(rates.lost):
            job.warn(tr('{count} units have a harvest but no cell; it is in no total: {names}.',
                        count=len(rates.lost), names=unit_names(rows.units, rates.lost)))

    @staticmethod
    def _harvest(job, units, fields):
        """t/yr of each unit; NaN where every field is NULL."""
        values = np.array([units.features.numbers(name) for name in fields])
        check_range(tr('Harvest'), values, 0)
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
