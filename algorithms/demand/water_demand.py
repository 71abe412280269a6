"""Water demand: what people and their economy use."""

from ...ecorestore_plugin.core.services.people import per_capita_demand
from ..base import Tool, mark, tr
from ..parameters import number, raster, raster_output
from ..service_tools import check_units, unit_outputs, unit_parameters, write_service


class WaterDemand(Tool):
    tool_id = 'waterdemand'
    stage = 'demand'
    label = mark('Water demand')
    summary = mark('Water that the people of each cell use, m3/yr per cell.')
    help = mark('''Demand = population * total water use per person, in cubic metres per year and cell.

The use per person covers households, industry, irrigation and environment together, as water bulletins report it. \
The default of 412 m3 is the national figure of China for 2020; take the figure of the province or city where it is \
known, and only the kinds of use that are to be compared with water yield.

Source: China Water Resources Bulletin 2020''')
    keywords = mark('water demand, water use, water consumption, population')

    def declare(self):
        yield raster('POPULATION', tr('Population'), tr('Persons per cell (not per km2).'))
        yield number('PER_CAPITA', tr('Water use per person (m3/yr)'), tr(
            'Total water use divided by population, m3 per year. 412 is the national figure of China for 2020.'),
            default=412, minimum=0)
        yield from unit_parameters()
        yield raster_output('OUTPUT', tr('Water demand'), tr('Cubic metres per year and cell.'))
        yield from unit_outputs()

    def check(self, values):
        return check_units(values)

    def compute(self, job):
        population, grid = job.raster('POPULATION')
        write_service(job, 'water', 'demand', per_capita_demand(population, job.number('PER_CAPITA')), grid, 'm3/yr',
                      tr('Water demand'))
