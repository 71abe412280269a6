"""Carbon fixation from net primary production, net ecosystem production, or two storages."""

import numpy as np

from ...ecorestore_plugin.core.services.carbon import (
    KILOGRAMS_PER_UNIT,
    LARGEST_FIXATION,
    fixed_by_npp,
    heterotrophic_respiration,
    net_ecosystem_production,
    storage_difference,
)
from ...ecorestore_plugin.qgis_io.row_blocks import months_of, row_blocks, rows_of
from ..base import Tool, mark, tr
from ..parameters import choice, number, raster, raster_output, rasters
from ..service_rows import ServiceRows
from ..service_tools import check_units, refuse_flow, refuse_stock, unit_outputs, unit_parameters

METHODS = ('npp', 'nep', 'storage_difference')
MONTHS = ('TEMPERATURE_MONTHS', 'PRECIPITATION_MONTHS')


class CarbonFixation(Tool):
    tool_id = 'carbonfixation'
    stage = 'supply'
    label = mark('Carbon fixation')
    summary = mark('Carbon that the land takes up in a year from NPP, NEP or two storages, t C/yr per cell.')
    help = mark('''Computes the carbon that the land takes up in a year. It is an annual flow and may be compared \
with annual emissions; carbon storage is a stock and may not, so that a raster of stored carbon is refused as NPP.

npp: what vegetation fixes. From NPP in carbon: C = NPP * cell area. From NPP in dry matter: C = 1.63 * 12/44 * NPP * \
cell area, because 1 g of dry matter fixes 1.63 g of CO2, of which 12/44 is carbon. NPP in carbon, such as MOD17, is \
not multiplied by 1.63.

nep: what stays in the land, NEP = NPP - Rh. The respiration of soil organisms Rh is given, or computed from twelve \
months: 0.22 * (exp(0.0912 T) + ln(0.3145 P + 1)) * 30 * 0.465 g C/m2. Cells below 0 give off carbon.

storage_difference: (last storage - first storage) / years, with storages in t C/ha as Carbon storage writes them.

Unit of the result: tonnes of carbon per year and cell. NPP above 10 kg C/m2/yr is refused: it comes from a wrong \
unit, a missing scale factor or fill values.

Source: photosynthesis equation; MOD17 user guide (scale 0.0001 kg C/m2); Pei 2009 (respiration)''')
    keywords = mark('carbon sequestration, carbon fixation, NPP, net primary production, regulating service')

    def declare(self):
        yield raster('NPP', tr('Net primary production'), tr(
            'Per year; the unit is chosen below. For npp and nep.'), optional=True)
        yield choice('METHOD', tr('Method'), tr(
            'npp: fixed by plants. nep: less the respiration of the soil. storage_difference: between two storages.'),
            METHODS, 'npp')
        yield choice('NPP_UNIT', tr('Unit of NPP'), tr(
            'kg C/m2/yr is the unit of MOD17 after scaling; dry matter is multiplied by 1.63 * 12/44.'),
            tuple(KILOGRAMS_PER_UNIT), 'kg C/m2/yr')
        yield number('SCALE', tr('Scale factor'), tr(
            'The values of the raster are multiplied by it. 1 if the file is in the chosen unit or stores its scale; '
            '0.0001 for raw MOD17.'), default=1, minimum=0, advanced=True)
        yield raster('RESPIRATION', tr('Respiration of the soil'), tr(
            'Heterotrophic respiration, g C/m2/yr, for nep. Empty: from the monthly layers.'), optional=True,
            advanced=True)
        yield rasters('TEMPERATURE_MONTHS', tr('Temperature by month'), tr(
            'Twelve rasters, January first, or one with twelve bands, degrees C. For nep without respiration.'),
            optional=True, advanced=True)
        yield rasters('PRECIPITATION_MONTHS', tr('Precipitation by month'), tr(
            'Twelve rasters, January first, or one with twelve bands, mm. For nep without respiration.'),
            optional=True, advanced=True)
        yield raster('STORAGE_FIRST', tr('First carbon storage'), tr('t C/ha, for storage_difference.'), optional=True,
                     advanced=True)
        yield raster('STORAGE_LAST', tr('Last carbon storage'), tr('t C/ha, for storage_difference.'), optional=True,
                     advanced=True)
        yield number('YEARS', tr('Years between the storages'), tr('For storage_difference.'), optional=True,
                     minimum=0.01, advanced=True)
        yield from unit_parameters()
        yield raster_output('OUTPUT', tr('Carbon fixation'), tr('Tonnes of carbon per year and cell.'))
        yield from unit_outputs()

    def check(self, values):
        method = values.choice('METHOD')
        if method == 'storage_difference':
            if not all(values.given(name) for name in ('STORAGE_FIRST', 'STORAGE_LAST', 'YEARS')):
                return tr('Give the first and the last carbon storage and the years between them.')
        elif not values.given('NPP'):
            return tr('Give net primary production.')
        if method == 'nep' and not values.given('RESPIRATION') and not all(values.given(name) for name in MONTHS):
            return tr('NEP needs the respiration of the soil, or temperature and precipitation of twelve months.')
        return check_units(values)

    def compute(self, job):
        method, unit = job.choice('METHOD'), job.choice('NPP_UNIT')
        sources = self._sources(job, method, unit)
        grid = next(iter(sources.values())).grid
        area, years = grid.cell_area, job.number('YEARS')
        service = ServiceRows(job, 'carbon', 'supply', grid, 't C/yr', tr('Carbon fixation'))
        losing = 0
        for block in row_blocks(job, sources, 0.0, 1.0, mark('Carbon fixation of {count} cells')):
            if method == 'storage_difference':
                amount = storage_difference(block['first'], block['last'], years, area)
            else:
                amount = fixed_by_npp(block['npp'], unit, area)
            if method == 'nep':
                amount = net_ecosystem_production(amount, self._respiration(block), area)
            losing += int((amount < 0).sum())
            service.write(block.start, amount)
        if losing:
            job.warn(tr('{count} cells lose carbon; their amounts are below 0.', count=losing))
        service.finish()

    @staticmethod
    def _sources(job, method, unit):
        if method == 'storage_difference':
            for name in ('STORAGE_FIRST', 'STORAGE_LAST'):
                refuse_flow(job, name, job.raster_layer(name))
            return {'first': rows_of(job, 'STORAGE_FIRST', 0), 'last': rows_of(job, 'STORAGE_LAST', 0)}
        refuse_stock(job, 'NPP', job.raster_layer('NPP'))
        largest = LARGEST_FIXATION / KILOGRAMS_PER_UNIT[unit]
        sources = {'npp': rows_of(job, 'NPP', 0, largest, factor=job.number('SCALE'))}
        if method == 'nep':
            sources['respiration'] = rows_of(job, 'RESPIRATION', 0)
            if sources['respiration'] is None:
                sources.update({name: months_of(job, name) for name in MONTHS})
        return sources

    @staticmethod
    def _respiration(block):
        """g C/m2/yr of one block."""
        if block['respiration'] is not None:
            return block['respiration']
        return np.sum([heterotrophic_respiration(*month) for month in zip(*(block[name] for name in MONTHS))], axis=0)
