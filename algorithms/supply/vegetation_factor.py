"""Vegetation factor B of the CSLE from cover."""

import numpy as np

from ...ecorestore_plugin.core.errors import ParameterError
from ...ecorestore_plugin.core.services.cover_factor import HALF_MONTHS, annual_factor, soil_loss_ratio
from ...ecorestore_plugin.core.vegetation import fractional_vegetation_cover
from ...ecorestore_plugin.qgis_io.row_blocks import bands_of, row_blocks, rows_of
from ...ecorestore_plugin.qgis_io.row_passes import ndvi_end_members
from ..base import Tool, mark, tr
from ..parameters import choice, number_output, raster, raster_output, rasters, table, text
from ..service_tools import class_table, classes_of
from .soil_parameters import end_members

METHODS = ('cai', 'monitoring')


class VegetationFactor(Tool):
    tool_id = 'vegetationfactor'
    stage = 'supply'
    label = mark('Vegetation factor')
    summary = mark('Factor B (or C) from vegetation cover: the curve of Cai, or those of the national monitoring.')
    help = mark('''Computes which share of the soil loss of bare land remains under vegetation (factor B of the CSLE, \
C of the RUSLE), 0 to 1.

cai: 1 without cover, 0.6508 - 0.3436 lg(c) for a cover c in %, 0 above 78.3 %, for all vegetation.

monitoring: shrub 1 / (1.17647 + 0.86242 * 1.05905^c), grass 1 / (1.25 + 0.78845 * 1.05968^c), woodland and orchards \
0.44468 exp(-3.20096 GD) - 0.04099 exp(FVC - FVC GD) + 0.025 with the cover GD of the understorey (0 to 1).

On cropland B is 1: its protection is the tillage factor T. Other classes have constants in the table.

Over a year: B = sum of the soil loss ratio of each half month * its share of rainfall erosivity. Give 24 layers of \
cover and the shares, or the 24 bands that Rainfall erosivity writes. Without them one cover stands for the year, \
best that of the rainy season.

Cover is given, or comes from NDVI: (NDVI - soil) / (full - soil), limited to 0 and 1.

Source: Cai et al. 2000, J. Soil Water Conserv. 14(2):19-24; national guide of soil erosion monitoring (trial, 2018), \
constants as quoted in the literature''')
    keywords = mark('B factor, C factor, cover management, vegetation cover, soil loss ratio, CSLE, RUSLE')

    def declare(self):
        yield raster('LANDCOVER', tr('Land cover'), tr('Class codes; their rows stand in the table of vegetation.'))
        yield raster('COVER', tr('Vegetation cover'), tr('Share of the ground, 0 to 1. Empty: from NDVI.'),
                     optional=True)
        yield raster('NDVI', tr('NDVI'), tr('-1 to 1; gives the vegetation cover where none is given.'), optional=True)
        yield choice('METHOD', tr('Method'), tr('cai: one curve. monitoring: curves for shrub, grass and wood.'),
                     METHODS, 'cai')
        yield table('TABLE', tr('Kinds of vegetation'), tr(
            'Table with code, kind (shrub, grass, wood, cropland or constant) and b (for constant). Empty: the shipped '
            'table for land-cover codes 1 to 9.'), optional=True)
        yield raster('UNDERSTOREY', tr('Cover of the understorey'), tr(
            '0 to 1, ground cover below the canopy; for woodland with monitoring.'), optional=True)
        yield from end_members()
        yield rasters('COVERS', tr('Vegetation cover by half month'), tr(
            '24 layers or bands, 0 to 1, first half of January first. In place of one cover.'), optional=True,
            advanced=True)
        yield text('SHARES', tr('Shares of erosivity'), tr(
            '24 numbers separated by commas, one per half month; they need not sum to 1.'), optional=True,
            advanced=True)
        yield rasters('EROSIVITY', tr('Erosivity by half month'), tr(
            '24 layers or bands, as Rainfall erosivity writes them. In place of the shares.'), optional=True,
            advanced=True)
        yield raster_output('OUTPUT', tr('Vegetation factor'), tr('Factor B, 0 to 1.'))
        yield number_output('MEAN', tr('Mean vegetation factor'))

    def check(self, values):
        if not any(values.given(name) for name in ('COVER', 'NDVI', 'COVERS')):
            return tr('Give vegetation cover or NDVI.')
        if values.given('COVERS') and not (values.given('SHARES') or values.given('EROSIVITY')):
            return tr('Cover by half month needs the shares of erosivity.')
        return ''

    def compute(self, job):
        sources = {'classes': rows_of(job, 'LANDCOVER', classes=True), 'cover': rows_of(job, 'COVER', 0, 1),
                   'ndvi': None if job.given('COVER') else rows_of(job, 'NDVI', -1, 1),
                   'ground': rows_of(job, 'UNDERSTOREY', 0, 1), 'covers': bands_of(job, 'COVERS', 0, 1),
                   'erosivity': bands_of(job, 'EROSIVITY', 0)}
        grid = sources['classes'].grid
        counts = sources['classes'].class_counts()
        rows, codes = class_table(job, 'vegetation_kinds.csv', ('kind', 'b'), counts=counts)
        classes_of(job, 'vegetation_kinds.csv', ('b',), counts)  # every class has its row
        kinds = codes, [kind.strip().lower() for kind in rows.texts('kind')], rows.numbers('b')
        shares = self._shares(job, sources)
        members = None
        if sources['ndvi'] and not sources['covers']:
            members = ndvi_end_members(job, sources['ndvi'], job.number('NDVI_SOIL'), job.number('NDVI_FULL'))
        writer = job.raster_rows('OUTPUT', grid, '', tr('Vegetation factor'), 'demand')
        total, count = 0.0, 0
        for block in row_blocks(job, sources, 0.2, 1.0, mark('Vegetation factor of {count} cells')):
            cells = block['classes']

            def ratio(cover, cells=cells, ground=block['ground']):
                return soil_loss_ratio(job.choice('METHOD'), cover, cells.codes, cells.valid, kinds, ground)
            if block['covers']:
                factor = annual_factor((ratio(cover) for cover in block['covers']),
                                       block['erosivity'] if shares is None else shares)
            else:
                factor = ratio(block['cover'] if members is None
                               else fractional_vegetation_cover(block['ndvi'], *members))
            writer.write(block.start, factor)
            total, count = total + float(np.nansum(factor)), count + int(np.isfinite(factor).sum())
        job.set_number('MEAN', total / count if count else None)

    @staticmethod
    def _shares(job, sources):
        """Shares as numbers, None where erosivity is given by cell or there is one cover only."""
        if sources['covers'] is None:
            return None
        shares = job.numbers('SHARES') if sources['erosivity'] is None else sources['erosivity']
        for name, given in (('COVERS', sources['covers']), ('SHARES', shares)):
            if len(given) != HALF_MONTHS:
                raise ParameterError('{name}: 24 half months are needed; there are {count}.', name=job.label(name),
                                     count=len(given))
        return shares if sources['erosivity'] is None else None
