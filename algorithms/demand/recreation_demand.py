"""Recreation demand: the green space people should have."""

from ..base import Tool, mark, tr
from ..demand_tools import check_people, people_demand, people_parameters
from ..parameters import raster_output
from ..service_tools import unit_outputs


class RecreationDemand(Tool):
    tool_id = 'recreationdemand'
    stage = 'demand'
    label = mark('Recreation demand')
    summary = mark('Green space that the people of each cell should have by a standard, m2 per cell.')
    help = mark('''per_capita: demand = population * standard of green space per person, in m2 per cell. statistics: \
what the plan of each unit asks for is spread over its cells in proportion to population, without loss. It compares \
with recreation supply, which is in green-space equivalents.

The default of 14.1 m2 per person is the park green space per head in Chinese cities in 2018; the World Health \
Organization is often quoted with 9 m2.''')
    keywords = mark('recreation demand, green space per person, standard, population')

    def declare(self):
        yield from people_parameters(
            (tr('Green space per person (m2)'), tr(
                'Standard that every person should have. 14.1 m2 is that of Chinese cities in 2018.'), 14.1),
            (tr('Green space wanted in the unit'), tr(
                'Used by statistics: field with the green space that the plan of the unit asks for, m2.'), 'green_m2'))
        yield raster_output('OUTPUT', tr('Recreation demand'), tr('Green space wanted, m2 per cell.'))
        yield from unit_outputs()

    def check(self, values):
        return check_people(values)

    def compute(self, job):
        people_demand(job, 'recreation', 'm2', tr('Recreation demand'), 1.0, 'green_m2')
