"""Water demand: what people and their economy use."""

import numpy as np

from ...ecorestore_plugin.core.services.people import sector_water_demand
from ...ecorestore_plugin.qgis_io.row_blocks import row_blocks, rows_of
from ..base import Tool, mark, tr
from ..demand_tools import METHODS, check_people, people_demand, people_parameters, warn_of_nobody
from ..parameters import number, raster, raster_output
from ..service_rows import ServiceRows
from ..service_tools import unit_outputs


class WaterDemand(Tool):
    tool_id = 'waterdemand'
    stage = 'demand'
    label = mark('Water demand')
    summary = mark('Water that the people of each cell use, m3/yr per cell.')
    help = mark('''per_capita: demand = population * total water use per person, in cubic metres per year and cell.

The use per person covers households, industry, irrigation and environment together, as water bulletins report it. \
The default of 412 m3 is the national figure of China for 2020; take the figure of the province or city where it is \
known, and only the kinds of use that are to be compared with water yield.

sectors: demand = population * domestic use + GDP * industrial use + irrigated land * irrigation. The use per person \
is then that of households alone. Without GDP or irrigated land that part is left out.

statistics: the water use of each unit is spread over its cells in proportion to population, or to another layer, so \
that the sum of the cells equals the statistic.

Source: China Water Resources Bulletin 2020''')
    keywords = mark('water demand, water use, water consumption, population')

    def declare(self):
        yield from people_parameters(
            (tr('Water use per person (m3/yr)'), tr(
                'Total water use divided by population, m3 per year; for sectors the use of households. 412 is the '
                'national total of China for 2020.'), 412),
            (tr('Water use of the unit'), tr(
                'Used by statistics: field with the water use of the unit, m3 per year.'), 'water_m3'),
            (*METHODS, 'sectors'), (
                raster('GDP', tr('GDP'), tr('Used by sectors: 10^4 CNY per cell.'), optional=True, advanced=True),
                number('INDUSTRIAL', tr('Industrial use (m3 per 10^4 CNY)'), tr(
                    'Used by sectors, such as the figure of the water bulletin for industry.'), default=0, minimum=0,
                    advanced=True),
                raster('CROPLAND', tr('Irrigated land'), tr('Used by sectors: hectares per cell.'), optional=True,
                       advanced=True),
                number('IRRIGATION', tr('Irrigation (m3/ha/yr)'), tr('Used by sectors.'), default=0, minimum=0,
                       advanced=True)))
        yield raster_output('OUTPUT', tr('Water demand'), tr('Cubic metres per year and cell.'))
        yield from unit_outputs()

    def check(self, values):
        if values.choice('METHOD') == 'sectors' and values.given('PER_CAPITA_FIELD'):
            return tr('Amounts per person by unit belong to the method per_capita.')
        return check_people(values)

    def compute(self, job):
        if job.choice('METHOD') != 'sectors':
            people_demand(job, 'water', 'm3/yr', tr('Water demand'), 1.0, 'water_m3')
            return
        sources = {'people': rows_of(job, 'POPULATION', 0), 'gdp': rows_of(job, 'GDP', 0),
                   'crop': rows_of(job, 'CROPLAND', 0)}
        rows = ServiceRows(job, 'water', 'demand', sources['people'].grid, 'm3/yr', tr('Water demand'))
        persons = 0.0
        for block in row_blocks(job, sources, 0.0, 1.0, mark('Demand of {count} cells')):
            persons += float(np.nansum(block['people']))
            rows.write(block.start, sector_water_demand(
                block['people'], job.number('PER_CAPITA'), block['gdp'], job.number('INDUSTRIAL'), block['crop'],
                job.number('IRRIGATION')))
        warn_of_nobody(job, persons)
        rows.finish()
