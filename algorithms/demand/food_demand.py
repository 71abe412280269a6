"""Food demand: what people eat."""

from ...ecorestore_plugin.core.services.food import KILOGRAMS_PER_TONNE
from ..base import Tool, mark, tr
from ..demand_tools import check_people, people_demand, people_parameters
from ..parameters import raster_output
from ..service_tools import unit_outputs


class FoodDemand(Tool):
    tool_id = 'fooddemand'
    stage = 'demand'
    label = mark('Food demand')
    summary = mark('Food that the people of each cell need, t/yr per cell.')
    help = mark('''per_capita: demand = population * consumption per person / 1000, in tonnes per year and cell.

statistics: the consumption of each unit in kg is divided by 1000 and spread over its cells in proportion to \
population, so that the sum of the cells equals the statistic.

The default of 400 kg of grain per person and year is the line often taken for national food security in China; use \
consumption statistics where they exist, and the same kinds of food as in the supply.''')
    keywords = mark('food demand, grain consumption, population, food security')

    def declare(self):
        yield from people_parameters(
            (tr('Consumption per person (kg/yr)'), tr(
                'Food that one person needs in a year, kg. 400 kg of grain is a national security line.'), 400),
            (tr('Consumption of the unit'), tr(
                'Used by statistics: field with the consumption of the unit, kg per year.'), 'food_kg'))
        yield raster_output('OUTPUT', tr('Food demand'), tr('Tonnes per year and cell.'))
        yield from unit_outputs()

    def check(self, values):
        return check_people(values)

    def compute(self, job):
        people_demand(job, 'food', 't/yr', tr('Food demand'), 1 / KILOGRAMS_PER_TONNE, 'food_kg')
