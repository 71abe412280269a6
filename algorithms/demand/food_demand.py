"""Food demand: what people eat."""

from ...ecorestore_plugin.core.services.food import food_demand
from ..base import Tool, mark, tr
from ..parameters import number, raster, raster_output
from ..service_tools import check_units, unit_outputs, unit_parameters, write_service


class FoodDemand(Tool):
    tool_id = 'fooddemand'
    stage = 'demand'
    label = mark('Food demand')
    summary = mark('Food that the people of each cell need, t/yr per cell.')
    help = mark('''Demand = population * consumption per person / 1000, in tonnes per year and cell.

The default of 400 kg of grain per person and year is the line often taken for national food security in China; use \
consumption statistics where they exist, and the same kinds of food as in the supply.''')
    keywords = mark('food demand, grain consumption, population, food security')

    def declare(self):
        yield raster('POPULATION', tr('Population'), tr('Persons per cell (not per km2).'))
        yield number('PER_CAPITA', tr('Consumption per person (kg/yr)'), tr(
            'Food that one person needs in a year, kg. 400 kg of grain is a national security line.'), default=400,
            minimum=0)
        yield from unit_parameters()
        yield raster_output('OUTPUT', tr('Food demand'), tr('Tonnes per year and cell.'))
        yield from unit_outputs()

    def check(self, values):
        return check_units(values)

    def compute(self, job):
        population, grid = job.raster('POPULATION')
        write_service(job, 'food', 'demand', food_demand(population, job.number('PER_CAPITA')), grid, 't/yr',
                      tr('Food demand'))
