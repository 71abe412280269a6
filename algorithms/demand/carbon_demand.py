"""Carbon demand: what people emit."""

import numpy as np

from ...ecorestore_plugin.core.errors import ParameterError
from ...ecorestore_plugin.core.services.carbon import carbon_demand_from_statistics, carbon_demand_per_capita
from ..base import Tool, mark, tr
from ..parameters import choice, field, number, raster, raster_output
from ..service_tools import check_units, unit_names, unit_outputs, unit_parameters, write_service


class CarbonDemand(Tool):
    tool_id = 'carbondemand'
    stage = 'demand'
    label = mark('Carbon demand')
    summary = mark('Carbon emitted in each cell, from emissions per person or statistics of units, t C/yr per cell.')
    help = mark('''The carbon that people emit in a year is the demand for carbon fixation. The result is in tonnes of \
carbon, not of CO2, so that it compares with carbon fixation: t C = t CO2 * 12/44.

per_capita: demand = population * emissions per person * 12/44.

statistics: the emissions of each unit are spread over its cells in proportion to population, so that the sum of the \
cells of a unit equals its statistic * 12/44. A unit without people spreads them evenly; a warning names it.

The default of 2.13 t CO2 per person covers urban living only (Xi'an). All emissions of a country with heavy industry \
are several times higher; give statistics where industry is to count.''')
    keywords = mark('carbon emissions, CO2, carbon demand, carbon neutrality, energy use')

    def declare(self):
        yield raster('POPULATION', tr('Population'), tr('Persons per cell (not per km2).'))
        yield choice('METHOD', tr('Method'), tr(
            'per_capita multiplies the population; statistics spreads the emissions of the units by population.'),
            ('per_capita', 'statistics'), 'per_capita')
        yield number('PER_CAPITA', tr('Emissions per person (t CO2/yr)'), tr(
            'Used by per_capita. 2.13 t covers urban living, without industry.'), default=2.13, minimum=0)
        yield from unit_parameters()
        yield field('STATISTIC', tr('Emissions of the unit'), tr(
            'Used by statistics: field with the emissions of the unit, t CO2 per year.'), 'UNITS', 'co2_t',
            numeric=True, optional=True)
        yield raster_output('OUTPUT', tr('Carbon demand'), tr('Tonnes of carbon per year and cell.'))
        yield from unit_outputs()

    def check(self, values):
        if values.choice('METHOD') == 'statistics' and not values.given('UNITS'):
            return tr('Emissions from statistics need the administrative units and their emissions field.')
        return check_units(values)

    def compute(self, job):
        population, grid = job.raster('POPULATION')
        units = job.units('UNITS', grid)
        if job.choice('METHOD') == 'per_capita':
            amount = carbon_demand_per_capita(population, job.number('PER_CAPITA'))
        else:
            amount = self._from_statistics(job, population, units)
        write_service(job, 'carbon', 'demand', amount, grid, 't C/yr', tr('Carbon demand'), units)

    @staticmethod
    def _from_statistics(job, population, units):
        if units is None:
            raise ParameterError('Emissions from statistics need the administrative units and their emissions field.')
        emissions = units.features.numbers(job.field('STATISTIC') or 'co2_t')
        unknown = np.flatnonzero(np.isnan(emissions)) + 1
        if len(unknown):
            job.warn(tr('{count} units have no statistic and become nodata: {names}.', count=len(unknown),
                        names=unit_names(units, unknown)))
        spread = carbon_demand_from_statistics(emissions, population, units.cells)
        if len(spread.uniform):
            job.warn(tr('{count} units have emissions but no people; theirs is spread evenly over all their cells: '
                        '{names}.', count=len(spread.uniform), names=unit_names(units, spread.uniform)))
        if len(spread.lost):
            job.warn(tr('{count} units have emissions but no cell with known population; they are in no total: '
                        '{names}.', count=len(spread.lost), names=unit_names(units, spread.lost)))
        return spread.amount
