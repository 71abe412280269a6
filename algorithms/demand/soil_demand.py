"""Soil conservation demand: erosion that should not be."""

from ...ecorestore_plugin.core.services.soil import erosion_demand
from ...ecorestore_plugin.qgis_io.row_blocks import row_blocks, rows_of
from ..base import Tool, mark, tr
from ..parameters import choice, number, raster, raster_output
from ..service_rows import ServiceRows
from ..service_tools import check_units, unit_outputs, unit_parameters


class SoilDemand(Tool):
    tool_id = 'soildemand'
    stage = 'demand'
    label = mark('Soil conservation demand')
    summary = mark('Soil that still erodes, all of it or beyond a tolerance, t/yr per cell.')
    help = mark('''The soil that still erodes is the demand for soil conservation.

actual: demand = actual erosion * cell area. excess: demand = max(actual erosion - tolerance, 0) * cell area. Tonnes \
per year and cell; 1 t/ha is 100 t/km2.

Tolerable erosion by SL190-2007: loess plateau of the northwest 10, black soil of the northeast and rocky mountains \
of the north 2, red soil hills of the south and karst of the southwest 5 t/ha/yr.

Give the erosion raster that Soil conservation writes.''')
    keywords = mark('soil erosion, soil conservation demand, tolerance, SL190')

    def declare(self):
        yield raster('EROSION', tr('Soil erosion'), tr('Actual erosion, t/ha/yr, as Soil conservation writes it.'))
        yield choice('MODE', tr('What counts'), tr(
            'actual counts all erosion; excess counts only what lies above the tolerance.'), ('actual', 'excess'),
            'actual')
        yield number('TOLERANCE', tr('Tolerable erosion (t/ha/yr)'), tr(
            'Used by excess. 5 in the red soil hills of South China, 2 in North and Northeast China, 10 on the loess '
            'plateau (SL190-2007).'), default=5, minimum=0)
        yield raster('TOLERANCE_LAYER', tr('Tolerable erosion by cell'), tr(
            't/ha/yr, in place of one number, where the area spans regions; used by excess.'), optional=True,
            advanced=True)
        yield from unit_parameters()
        yield raster_output('OUTPUT', tr('Soil conservation demand'), tr('Tonnes per year and cell.'))
        yield from unit_outputs()

    def check(self, values):
        return check_units(values)

    def compute(self, job):
        excess = job.choice('MODE') == 'excess'
        sources = {'erosion': rows_of(job, 'EROSION', 0),
                   'tolerance': rows_of(job, 'TOLERANCE_LAYER', 0) if excess else None}
        grid = sources['erosion'].grid
        rows = ServiceRows(job, 'soil', 'demand', grid, 't/yr', tr('Soil conservation demand'))
        for block in row_blocks(job, sources, 0.0, 1.0, mark('Demand of {count} cells')):
            tolerance = block['tolerance'] if block['tolerance'] is not None else job.number('TOLERANCE')
            rows.write(block.start, erosion_demand(block['erosion'], grid.cell_area, tolerance if excess else None))
        rows.finish()
