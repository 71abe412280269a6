"""Recreation supply: landscape score as green-space equivalents."""

import numpy as np

from ...ecorestore_plugin.core.services.accessibility import DECAYS
from ...ecorestore_plugin.core.services.recreation import landscape_score, recreation_supply, with_nearness
from ...ecorestore_plugin.qgis_io.row_blocks import row_blocks, rows_of
from ..base import Tool, mark, tr
from ..parameters import choice, number, number_output, raster, raster_output, table, vector
from ..service_rows import ServiceRows
from ..service_tools import check_units, classes_of, unit_outputs, unit_parameters
from .green_space import nearness_of, write_within_reach

COLUMNS = ('weight', 'uses_ndvi', 'is_water')
METHODS = ('score', 'catchment')


class RecreationSupply(Tool):
    tool_id = 'recreationsupply'
    stage = 'supply'
    label = mark('Recreation supply')
    summary = mark('Landscape score by land cover and greenness as green-space equivalents, m2 per cell.')
    help = mark('''Estimates how much the landscape offers for recreation, as square metres of full-value green \
space, so that it can be compared with a standard in m2 per person.

Score (0 to 1) = weight of the land cover * NDVI (below 0 counts as 0); classes marked as not using NDVI, such as \
water, keep their weight. With a water share s the score is multiplied by (1 - s) + s * exp(-d / distance), d being \
the distance to the nearest water cell.

Naturalness (0 to 1) is one more factor where a layer is given, nearness to points of interest works like that to \
water.

score: supply = score * cell area, in m2 per cell: what the landscape offers, wherever people live.

catchment: supply = what the people of a cell can reach, by the two-step floating catchment. Each green cell is \
shared by the people around it, R = S / sum(P f(d)); each person collects the shares around, A = sum(R f(d)); supply \
= A * P. f falls with distance up to the reach: gaussian (exp(-(d/d0)^2 / 2) - exp(-1/2)) / (1 - exp(-1/2)), \
dichotomy 1, exponential exp(-d/d0), power d^-b in cells, epanechnikov 0.75 (1 - (d/d0)^2). Balance = (A - standard) \
* P. Green space that nobody reaches is in no cell; the log says how much.

The weights shipped with the plugin are illustrative; edit them with local knowledge or surveys.

Source: Luo & Wang 2003, doi:10.1068/b29120; InVEST 3.20 user guide (Urban Nature Access)''')
    keywords = mark('recreation, green space, landscape, cultural service, leisure, tourism')

    def declare(self):
        yield raster('LANDCOVER', tr('Land cover'), tr('Class codes; their rows stand in the table of weights.'))
        yield raster('NDVI', tr('NDVI'), tr('-1 to 1, greenness in the season of recreation.'))
        yield table('TABLE', tr('Recreation weights'), tr(
            'Table with code, weight (0 to 1), uses_ndvi (1 or 0) and is_water (1 or 0). Empty: the shipped table for '
            'land-cover codes 1 to 9.'), optional=True)
        yield number('WATER_SHARE', tr('Share of nearness to water'), tr(
            '0 leaves water out, the default; 0.3 makes land far from water worth 0.7 of what it is beside water.'),
            default=0, minimum=0, maximum=1, advanced=True)
        yield number('WATER_DISTANCE', tr('Distance of water (m)'), tr(
            'Distance at which nearness to water has fallen to 37 %; 1000 m is a walk of a quarter of an hour.'),
            default=1000, minimum=1, advanced=True)
        yield raster('NATURALNESS', tr('Naturalness'), tr('0 to 1, one more factor of the score.'), optional=True,
                     advanced=True)
        yield vector('POINTS', tr('Points of interest'), tr(
            'Scenic spots, parks, trails: landscape near them counts more.'), optional=True, advanced=True)
        yield number('POINTS_SHARE', tr('Share of nearness to points of interest'), tr(
            '0.3 makes land far from them worth 0.7 of what it is beside them.'), default=0.3, minimum=0, maximum=1,
            advanced=True)
        yield number('POINTS_DISTANCE', tr('Distance of points of interest (m)'), tr(
            'Distance at which nearness to them has fallen to 37 %.'), default=1000, minimum=1, advanced=True)
        yield choice('METHOD', tr('Method'), tr(
            'score: what the landscape offers. catchment: what people can reach, with population.'), METHODS, 'score')
        yield raster('POPULATION', tr('Population'), tr('Persons per cell (not per km2), for catchment.'),
                     optional=True)
        yield number('REACH', tr('Reach (m)'), tr(
            'How far people go for recreation, for catchment: 300 to 1000 m on foot, 5000 m and more for an outing.'),
            default=1000, minimum=1)
        yield choice('DECAY', tr('Decay with distance'), tr('For catchment; gaussian is usual.'), DECAYS, 'gaussian',
                     advanced=True)
        yield number('EXPONENT', tr('Exponent of the power decay'), tr('For the decay power.'), default=1, minimum=0,
                     advanced=True)
        yield number('STANDARD', tr('Green space per person (m2)'), tr(
            'Standard of the balance. 14.1 m2 is that of Chinese cities in 2018.'), default=14.1, minimum=0,
            advanced=True)
        yield from unit_parameters()
        yield raster_output('OUTPUT', tr('Recreation supply'), tr('Green-space equivalents, m2 per cell.'))
        yield raster_output('SCORE', tr('Landscape score'), tr(
            'Land cover weight times greenness, 0 to 1, no unit.'), optional=True)
        yield raster_output('ACCESS', tr('Green space within reach'), tr('m2 per person, from catchment.'),
                            optional=True)
        yield raster_output('BALANCE', tr('Balance of green space'), tr(
            'Green space beyond the standard, m2 per cell; below 0 where it lacks. From catchment.'), optional=True)
        yield from unit_outputs()
        yield number_output('UNDERSUPPLIED', tr('People with less green space than the standard'))

    def check(self, values):
        catchment = values.choice('METHOD') == 'catchment'
        if catchment and not values.given('POPULATION'):
            return tr('The floating catchment needs population.')
        if not catchment and any(values.given(name) for name in ('ACCESS', 'BALANCE')):
            return tr('Green space within reach and its balance come from the method catchment.')
        return check_units(values)

    def compute(self, job):
        sources = {'cover': rows_of(job, 'LANDCOVER', classes=True), 'ndvi': rows_of(job, 'NDVI', -1, 1),
                   'naturalness': rows_of(job, 'NATURALNESS', 0, 1)}
        grid = sources['cover'].grid
        lookup = classes_of(job, 'recreation_scores.csv', COLUMNS, sources['cover'].class_counts(), missing=False)
        near = nearness_of(job, sources['cover'], lookup)
        catchment = job.choice('METHOD') == 'catchment'
        green = np.empty(grid.shape) if catchment else None
        writer = job.raster_rows('SCORE', grid, description=tr('Landscape score'), style='supply')
        service = ServiceRows(job, 'recreation', 'supply', grid, 'm2', tr('Recreation supply'))
        for block in row_blocks(job, sources, 0.1, 0.5 if catchment else 1.0, mark('Landscape score of {count} cells')):
            score = self._score(block, lookup, near)
            writer.write(block.start, score)
            supply = recreation_supply(score, grid.cell_area)
            if catchment:
                green[block.start:block.stop] = supply
            else:
                service.write(block.start, supply)
        lacking = write_within_reach(job, green, service) if catchment else None
        service.finish()
        job.set_number('UNDERSUPPLIED', lacking)

    @staticmethod
    def _score(block, lookup, near):
        weight, uses_ndvi, _ = lookup.values(block['cover'].codes, block['cover'].valid)
        score = landscape_score(weight, uses_ndvi, block['ndvi'], naturalness=block['naturalness'])
        for proximity, share in near:
            score = with_nearness(score, proximity.rows(block.start, block.stop), share)
        return score
