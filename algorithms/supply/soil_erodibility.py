"""Soil erodibility from texture."""

import numpy as np

from ...ecorestore_plugin.core.services.erodibility import erodibility_in_us_units, nomograph_erodibility
from ...ecorestore_plugin.core.services.soil import ORGANIC_CARBON_SHARE, soil_erodibility
from ...ecorestore_plugin.qgis_io.row_blocks import row_blocks, rows_of
from ..base import Tool, mark, tr
from ..parameters import choice, number, number_output, raster, raster_output
from .soil_parameters import SYSTEMS

METHODS = ('epic', 'epic_china', 'nomograph')
ORGANICS = ('organic_carbon', 'organic_matter')
PARTS = ('SAND', 'SILT', 'CLAY', 'ORGANIC')


class SoilErodibility(Tool):
    tool_id = 'soilerodibility'
    stage = 'supply'
    label = mark('Soil erodibility')
    summary = mark('Factor K from texture and organic carbon: EPIC, EPIC corrected for China, or the nomograph.')
    help = mark('''Computes how easily rain and runoff detach soil (factor K).

epic (Williams): K = (0.2 + 0.3 exp(-0.0256 SAN (1 - SIL/100))) * (SIL / (CLA + SIL))^0.3 * (1 - 0.25 C / (C + \
exp(3.72 - 2.95 C))) * (1 - 0.7 SN / (SN + exp(-5.51 + 22.9 SN))), SN = 1 - SAN/100, with sand, silt, clay and \
organic carbon in %. This is in US units; SI = that times 0.1317.

epic_china (Zhang et al. 2008): SI = (-0.01383 + 0.51575 K) * 0.1317 as fitted to plots in China; below 0 becomes 0.

nomograph: SI = (2.1e-4 (12 - OM) M^1.14 + 3.25 (s - 2) + 2.5 (p - 3)) / 759, M = (silt + very fine sand)(100 - \
clay), for silt up to 70 %.

Units: t ha h/(ha MJ mm) (SI, about 0.01 to 0.07) or t acre h/(100 acre ft t in) (US). The other tools expect SI.

C is organic carbon; organic matter = carbon / 0.58.

Source: Williams 1990, doi:10.1098/rstb.1990.0184; Zhang et al. 2008, doi:10.1016/j.jaridenv.2007.11.018; Wischmeier \
et al. 1971, J. Soil Water Conserv. 26:189-193''')
    keywords = mark('soil erodibility, K factor, EPIC, nomograph, texture, sand, silt, clay, CSLE, RUSLE')

    def declare(self):
        yield raster('SAND', tr('Sand'), tr('% of weight, 0.05 to 2 mm.'))
        yield raster('SILT', tr('Silt'), tr('% of weight, 0.002 to 0.05 mm.'))
        yield raster('CLAY', tr('Clay'), tr('% of weight, below 0.002 mm.'))
        yield raster('ORGANIC', tr('Organic carbon or matter'), tr('% of weight; which of them is chosen below.'))
        yield choice('ORGANIC_KIND', tr('Kind of the organic layer'), tr(
            'organic_carbon is 0.58 times organic_matter.'), ORGANICS, 'organic_carbon')
        yield choice('METHOD', tr('Method'), tr(
            'epic; epic_china, corrected by plots in China; nomograph, which needs very fine sand.'), METHODS, 'epic')
        yield choice('UNIT', tr('Unit of the result'), tr(
            'SI is what the other tools expect; US is 7.59 times larger.'), SYSTEMS, 'SI')
        yield raster('VERY_FINE_SAND', tr('Very fine sand'), tr(
            '% of the whole soil, 0.05 to 0.1 mm, for the nomograph.'), optional=True, advanced=True)
        yield number('STRUCTURE', tr('Structure class'), tr('1 very fine granular to 4 blocky, for the nomograph.'),
                     default=2, minimum=1, maximum=4, advanced=True)
        yield number('PERMEABILITY', tr('Permeability class'), tr('1 rapid to 6 very slow, for the nomograph.'),
                     default=3, minimum=1, maximum=6, advanced=True)
        yield raster_output('OUTPUT', tr('Soil erodibility'), tr('Factor K in the chosen unit.'))
        yield number_output('MEAN', tr('Mean K'))

    def check(self, values):
        if values.choice('METHOD') == 'nomograph' and not values.given('VERY_FINE_SAND'):
            return tr('The nomograph needs very fine sand; without it take EPIC.')
        return ''

    def compute(self, job):
        sources = {name: rows_of(job, name, 0, 100) for name in (*PARTS, 'VERY_FINE_SAND')}
        grid = sources['SAND'].grid
        american = job.choice('UNIT') == 'US'
        writer = job.raster_rows('OUTPUT', grid, 't acre h/100 acre ft t in' if american else 't ha h/ha/MJ/mm',
                                 tr('Soil erodibility'), 'demand')
        total, count = 0.0, 0
        for block in row_blocks(job, sources, 0.0, 1.0, mark('Soil erodibility of {count} cells')):
            k = self._erodibility(job, block)
            k = erodibility_in_us_units(k) if american else k
            writer.write(block.start, k)
            total, count = total + float(np.nansum(k)), count + int(np.isfinite(k).sum())
        job.set_number('MEAN', total / count if count else None)

    @staticmethod
    def _erodibility(job, block):
        sand, silt, clay, organic = (block[name] for name in PARTS)
        is_carbon = job.choice('ORGANIC_KIND') == 'organic_carbon'
        if job.choice('METHOD') == 'nomograph':
            matter = np.minimum(organic / ORGANIC_CARBON_SHARE, 100.0) if is_carbon else organic
            return nomograph_erodibility(sand, silt, clay, matter, block['VERY_FINE_SAND'], job.number('STRUCTURE'),
                                         job.number('PERMEABILITY'))
        carbon = organic if is_carbon else organic * ORGANIC_CARBON_SHARE
        return soil_erodibility(sand, silt, clay, carbon, china_correction=job.choice('METHOD') == 'epic_china')
