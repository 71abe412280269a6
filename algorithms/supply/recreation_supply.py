"""Recreation supply: landscape score as green-space equivalents."""

import numpy as np

from ...ecorestore_plugin.core.lookup import class_values
from ...ecorestore_plugin.core.services.recreation import landscape_score, recreation_supply, water_proximity
from ..base import Tool, mark, tr
from ..parameters import number, raster, raster_output, table
from ..service_tools import check_units, class_table, unit_outputs, unit_parameters, write_service

COLUMNS = ('weight', 'uses_ndvi', 'is_water')


class RecreationSupply(Tool):
    tool_id = 'recreationsupply'
    stage = 'supply'
    label = mark('Recreation supply')
    summary = mark('Landscape score by land cover and greenness as green-space equivalents, m2 per cell.')
    help = mark('''Estimates how much the landscape offers for recreation, as square metres of full-value green space, \
so that it can be compared with a standard in m2 per person.

Score (0 to 1) = weight of the land cover * NDVI (below 0 counts as 0); classes marked as not using NDVI, such as \
water, keep their weight. With a water share s the score is multiplied by (1 - s) + s * exp(-d / distance), d being \
the distance to the nearest water cell.

Supply = score * cell area, in m2 per cell.

The weights shipped with the plugin are illustrative; edit them with local knowledge or surveys.''')
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
        yield from unit_parameters()
        yield raster_output('OUTPUT', tr('Recreation supply'), tr('Green-space equivalents, m2 per cell.'))
        yield raster_output('SCORE', tr('Landscape score'), tr(
            'Land cover weight times greenness, 0 to 1, no unit.'), optional=True)
        yield from unit_outputs()

    def check(self, values):
        return check_units(values)

    def compute(self, job):
        classes = job.classes('LANDCOVER')
        ndvi, grid = job.raster('NDVI')
        rows, codes = class_table(job, 'recreation_scores.csv', COLUMNS, classes)
        values = np.column_stack([rows.numbers(name, missing=False) for name in COLUMNS])
        weight, uses_ndvi, is_water = class_values(tr('Land cover'), classes.codes, classes.valid, codes, values)
        share = job.number('WATER_SHARE')
        nearness = None
        if share > 0:
            nearness = water_proximity(is_water == 1, grid.cell_width, grid.cell_height, job.number('WATER_DISTANCE'))
        score = landscape_score(weight, uses_ndvi, ndvi, nearness, share)
        job.write_raster('SCORE', score, grid, description=tr('Landscape score'), style='supply')
        write_service(job, 'recreation', 'supply', recreation_supply(score, grid.cell_area), grid, 'm2',
                      tr('Recreation supply'))
