"""Recreation demand: the green space people should have."""

from ...ecorestore_plugin.core.services.recreation import recreation_demand
from ..base import Tool, mark, tr
from ..parameters import number, raster, raster_output
from ..service_tools import check_units, unit_outputs, unit_parameters, write_service


class RecreationDemand(Tool):
    tool_id = 'recreationdemand'
    stage = 'demand'
    label = mark('Recreation demand')
    summary = mark('Green space that the people of each cell should have by a standard, m2 per cell.')
    help = mark('''Demand = population * standard of green space per person, in m2 per cell. It compares with \
recreation supply, which is in green-space equivalents.

The default of 14.1 m2 per person is the park green space per head in Chinese cities in 2018; the World Health \
Organization is often quoted with 9 m2.''')
    keywords = mark('recreation demand, green space per person, standard, population')

    def declare(self):
        yield raster('POPULATION', tr('Population'), tr('Persons per cell (not per km2).'))
        yield number('PER_CAPITA', tr('Green space per person (m2)'), tr(
            'Standard that every person should have. 14.1 m2 is that of Chinese cities in 2018.'), default=14.1,
            minimum=0)
        yield from unit_parameters()
        yield raster_output('OUTPUT', tr('Recreation demand'), tr('Green space wanted, m2 per cell.'))
        yield from unit_outputs()

    def check(self, values):
        return check_units(values)

    def compute(self, job):
        population, grid = job.raster('POPULATION')
        write_service(job, 'recreation', 'demand', recreation_demand(population, job.number('PER_CAPITA')), grid, 'm2',
                      tr('Recreation demand'))
