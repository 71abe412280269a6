"""Carbon demand: what people emit."""

from ...ecorestore_plugin.core.services.carbon import CARBON_PER_CARBON_DIOXIDE
from ..base import Tool, mark, tr
from ..demand_tools import check_people, people_demand, people_parameters
from ..parameters import raster_output
from ..service_tools import unit_outputs


class CarbonDemand(Tool):
    tool_id = 'carbondemand'
    stage = 'demand'
    label = mark('Carbon demand')
    summary = mark('Carbon emitted in each cell, from emissions per person or statistics of units, t C/yr per cell.')
    help = mark('''The carbon that people emit in a year is the demand for carbon fixation. The result is in tonnes \
of carbon, not of CO2, so that it compares with carbon fixation: t C = t CO2 * 12/44.

per_capita: demand = population * emissions per person * 12/44.

statistics: the emissions of each unit are spread over its cells in proportion to population, or to another layer \
such as night light, so that the sum of the cells of a unit equals its statistic * 12/44. A unit without people \
spreads them evenly; a warning names it.

The default of 2.13 t CO2 per person covers urban living only (Xi'an). All emissions of a country with heavy industry \
are several times higher; give statistics where industry is to count.''')
    keywords = mark('carbon emissions, CO2, carbon demand, carbon neutrality, energy use')

    def declare(self):
        yield from people_parameters(
            (tr('Emissions per person (t CO2/yr)'), tr(
                'Used by per_capita. 2.13 t covers urban living, without industry.'), 2.13),
            (tr('Emissions of the unit'), tr(
                'Used by statistics: field with the emissions of the unit, t CO2 per year.'), 'co2_t'))
        yield raster_output('OUTPUT', tr('Carbon demand'), tr('Tonnes of carbon per year and cell.'))
        yield from unit_outputs()

    def check(self, values):
        return check_people(values)

    def compute(self, job):
        people_demand(job, 'carbon', 't C/yr', tr('Carbon demand'), CARBON_PER_CARBON_DIOXIDE, 'co2_t')
