"""Carbon fixation from net primary production."""

from ...ecorestore_plugin.core.services.carbon import KILOGRAMS_PER_UNIT, carbon_fixation
from ..base import Tool, mark, tr
from ..parameters import choice, number, raster, raster_output
from ..service_tools import check_units, unit_outputs, unit_parameters, write_service


class CarbonFixation(Tool):
    tool_id = 'carbonfixation'
    stage = 'supply'
    label = mark('Carbon fixation')
    summary = mark('Carbon that vegetation fixes in a year from net primary production, t C/yr per cell.')
    help = mark('''Computes the carbon that vegetation takes up in a year from net primary production (NPP). It is an \
annual flow and may be compared with annual emissions; carbon storage is a stock and may not.

From NPP in carbon: C = NPP * cell area. From NPP in dry matter: C = 1.63 * 12/44 * NPP * cell area, because 1 g of \
dry matter fixes 1.63 g of CO2, of which 12/44 is carbon. NPP in carbon, such as MOD17, is not multiplied by 1.63.

Unit of the result: tonnes of carbon per year and cell. Values above 10 kg C/m2/yr are refused: they come from a wrong \
unit, a missing scale factor or fill values.

Source: photosynthesis equation; MOD17 user guide (scale 0.0001 kg C/m2)''')
    keywords = mark('carbon sequestration, carbon fixation, NPP, net primary production, regulating service')

    def declare(self):
        yield raster('NPP', tr('Net primary production'), tr('Per year; the unit is chosen below.'))
        yield choice('NPP_UNIT', tr('Unit of NPP'), tr(
            'kg C/m2/yr is the unit of MOD17 after scaling; dry matter is multiplied by 1.63 * 12/44.'),
            tuple(KILOGRAMS_PER_UNIT), 'kg C/m2/yr')
        yield number('SCALE', tr('Scale factor'), tr(
            'The values of the raster are multiplied by it. 1 if the file is in the chosen unit or stores its scale; '
            '0.0001 for raw MOD17.'), default=1, minimum=0, advanced=True)
        yield from unit_parameters()
        yield raster_output('OUTPUT', tr('Carbon fixation'), tr('Tonnes of carbon per year and cell.'))
        yield from unit_outputs()

    def check(self, values):
        return check_units(values)

    def compute(self, job):
        npp, grid = job.raster('NPP')
        amount = carbon_fixation(npp * job.number('SCALE'), job.choice('NPP_UNIT'), grid.cell_area)
        write_service(job, 'carbon', 'supply', amount, grid, 't C/yr', tr('Carbon fixation'))
