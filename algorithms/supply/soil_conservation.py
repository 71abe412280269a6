"""Soil conservation by the Chinese Soil Loss Equation or the RUSLE."""

import numpy as np

from ...ecorestore_plugin.core.services.soil import soil_loss
from ...ecorestore_plugin.qgis_io.row_blocks import row_blocks, rows_of
from ...ecorestore_plugin.qgis_io.soil_factors import (
    TEXTURE,
    conservation_of,
    erodibility_of,
    erosion_sources,
    erosivity_of,
    intensity_limits,
    terrain_of,
)
from ..base import Tool, mark, tr
from ..parameters import choice, flag, raster, raster_output, table, table_output
from ..service_rows import ServiceRows
from ..service_tools import check_units, class_table, unit_outputs, unit_parameters
from .erosion_intensity import IntensityRows
from .soil_parameters import (
    EQUATIONS,
    end_members,
    given_factors,
    intensity_parameters,
    length_limit,
    length_method,
    slope_layer,
    soil_texture,
    unit_systems,
)

COLUMNS = {'CSLE': ('rule', 'b', 'e', 't'), 'RUSLE': ('rule', 'c', 'p')}
TABLES = {'CSLE': 'csle_factors.csv', 'RUSLE': 'rusle_factors.csv'}


class SoilConservation(Tool):
    tool_id = 'soilconservation'
    stage = 'supply'
    label = mark('Soil conservation')
    summary = mark('Soil that cover and measures hold back by CSLE or RUSLE, t/yr per cell, and the actual erosion.')
    help = mark('''Computes soil erosion by water, and the soil that vegetation, terraces and tillage keep in place.

CSLE: actual erosion A = R * K * L * S * B * E * T in t/ha/yr (1 t/ha is 100 t/km2). Soil conservation = R * K * L * \
S * (1 - B * E * T), times the cell area: t/yr per cell. RUSLE: A = R * K * L * S * C * P in the same way.

Every factor is computed or taken from a raster; each has a tool of its own. R, rainfall erosivity (MJ mm/ha/h/yr): \
0.0534 * P^1.6548 from annual precipitation. K, erodibility (t ha h/ha/MJ/mm): EPIC from texture and organic carbon. \
Give US units only with the choice US: R is then multiplied by 17.02 and K by 0.1317.

L, slope length: ((lo^(m+1) - li^(m+1)) / ((lo - li) * 22.13^m)) with the flow lengths li and lo at which water \
enters and leaves the cell on the pit-filled DEM (D8); m is 0.2 up to 1, 0.3 up to 3, 0.4 up to 5 and 0.5 above 5 \
degrees; lengths end at the limit. Cells as large as the limit count as whole slopes of that length. S, steepness \
(Horn slope): 10.8 sin + 0.03 below 5, 16.8 sin - 0.5 from 5, 21.9 sin - 0.96 from 10 degrees. RUSLE takes m = beta / \
(1 + beta) and the breakpoint of 9 percent (5.14 degrees) without a third piece.

B, E, T by land cover: on cropland B is 1 and T comes from the table or from slope; elsewhere T is 1 and B comes from \
vegetation cover (1 without cover, 0.6508 - 0.3436 lg(cover %), 0 above 78.3 %) or is a constant. E comes from the \
class table or from a raster of measures. Cover = (NDVI - soil) / (full - soil), 0 to 1.

Intensity classes by SL 190-2007: slight up to the tolerable erosion of the region, then up to 2500, 5000, 8000, \
15000 t/km2/yr and above. Coarse DEMs flatten slopes: at 500 m results compare places, they are no amounts for a \
design.

Large rasters are worked in strips; only the way of the water needs the whole elevation model, about 24 bytes per \
cell with numba (5.6 GB for 235 million cells) and 180 without.

Source: Liu, Zhang & Xie 2002 (CSLE); Zhang & Fu 2003 (R); Williams 1990, doi:10.1098/rstb.1990.0184 (K); Desmet & \
Govers 1996 (L); Liu et al. 1994, doi:10.13031/2013.28273 (S); Cai et al. 2000 (B)''')
    keywords = mark('soil conservation, soil erosion, CSLE, RUSLE, USLE, erosivity, erodibility, regulating service')

    def declare(self):
        yield raster('DEM', tr('Elevation'), tr(
            'Digital elevation model, m, for slope and slope length. Not needed where both factors are given.'),
            optional=True)
        yield raster('LANDCOVER', tr('Land cover'), tr('Class codes; their rows stand in the table of factors.'))
        yield raster('NDVI', tr('NDVI'), tr(
            '-1 to 1; gives the vegetation cover. Not needed with a vegetation factor, or where the table has only '
            'constants.'), optional=True)
        yield choice('EQUATION', tr('Equation'), tr(
            'CSLE, the Chinese Soil Loss Equation, or RUSLE, the Revised Universal Soil Loss Equation.'), EQUATIONS,
            'CSLE')
        yield raster('PRECIPITATION', tr('Precipitation'), tr(
            'Annual precipitation, mm/yr. Not needed where rainfall erosivity is given.'), optional=True)
        yield raster('EROSIVITY', tr('Rainfall erosivity R'), tr(
            'MJ mm/ha/h/yr. Empty: from annual precipitation.'), optional=True)
        yield raster('ERODIBILITY', tr('Soil erodibility K'), tr(
            't ha h/ha/MJ/mm (SI), about 0.01 to 0.07. Empty: from texture and organic carbon.'), optional=True)
        yield from soil_texture(tr('% of weight. Not needed where K is given.'), tr(
            '% of weight; 0.58 times organic matter. Not needed where K is given.'))
        yield flag('CHINA_CORRECTION', tr('Correct K for China'), tr(
            'K becomes (-0.01383 + 0.51575 K) * 0.1317 as measured on plots in China (Zhang et al. 2008); below 0 '
            'becomes 0. Applies to K from texture only.'), default=False, advanced=True)
        yield table('TABLE', tr('Factors of the land cover'), tr(
            'CSLE: code, rule (cropland, cover or constant), b (for constant), e (empty means 1) and t (for cropland). '
            'RUSLE: code, rule (cover or constant), c (for constant) and p. Empty: the shipped illustrative tables for '
            'land-cover codes 1 to 9.'), optional=True)
        yield from end_members()
        yield length_limit()
        yield from unit_systems()
        yield from slope_layer()
        yield from length_method()
        yield from given_factors()
        yield from intensity_parameters()
        yield from unit_parameters()
        yield raster_output('OUTPUT', tr('Soil conservation'), tr(
            'Soil kept in place, tonnes per year and cell.'))
        yield raster_output('EROSION', tr('Soil erosion'), tr('Actual erosion, t/ha/yr.'), optional=True)
        yield raster_output('POTENTIAL', tr('Potential soil erosion'), tr(
            'R K L S, as if the soil lay bare, t/ha/yr.'), optional=True)
        yield raster_output('INTENSITY', tr('Intensity of erosion'), tr(
            'Classes 1 (slight) to 6 (severe).'), optional=True)
        yield table_output('INTENSITY_AREAS', tr('Areas of the intensity classes'), tr(
            'Per class: limits in t/km2/yr, cells, area in ha, share, and the soil it loses in t/yr.'), optional=True)
        yield from unit_outputs()

    def check(self, values):
        factors = [values.given(name) for name in ('LENGTH_FACTOR', 'STEEPNESS_FACTOR')]
        if not values.given('DEM') and not all(factors):
            return tr('Give the elevation model, or both slope factors.')
        if not values.given('PRECIPITATION') and not values.given('EROSIVITY'):
            return tr('Give annual precipitation or rainfall erosivity.')
        if not values.given('ERODIBILITY') and not all(values.given(name) for name in TEXTURE):
            return tr('Give soil erodibility, or sand, silt, clay and organic carbon.')
        return check_units(values)

    def compute(self, job):
        equation = job.choice('EQUATION')
        cover = rows_of(job, 'LANDCOVER', classes=True)
        counts = cover.class_counts()
        rows, codes = class_table(job, TABLES[equation], COLUMNS[equation], counts=counts)
        limits = intensity_limits(job)
        conserved = conservation_of(job, cover, counts, rows, codes, job.given('DEM') or job.given('SLOPE'))
        erosion = erosion_sources(job)
        terrain = terrain_of(job)
        self._write(job, cover.grid, erosion, terrain, conserved, limits)

    @staticmethod
    def _write(job, grid, erosion, terrain, conserved, limits):
        china, area = job.flag('CHINA_CORRECTION'), grid.cell_area_ha
        writers = {name: job.raster_rows(name, grid, 't/ha/yr', job.label(name), 'demand')
                   for name in ('EROSION', 'POTENTIAL')}
        intensity = IntensityRows(job, grid, limits)
        service = ServiceRows(job, 'soil', 'supply', grid, 't/yr', tr('Soil conservation'))
        lacking = 0
        for block in row_blocks(job, {**erosion, **terrain.sources, **conserved.sources}, 0.6, 1.0,
                                mark('Soil loss of {count} cells')):
            slope = terrain.slope(block)
            factors = conserved.factors(block, slope)
            loss = soil_loss(erosivity_of(block), erodibility_of(block, china), terrain.length_factor(block, slope),
                             terrain.steepness_factor(block, slope), factors.b * factors.e * factors.t)
            lacking += int((block['cover'].valid & np.isnan(loss.actual)).sum())
            writers['EROSION'].write(block.start, loss.actual)
            writers['POTENTIAL'].write(block.start, loss.potential)
            intensity.write(block.start, loss.actual)
            service.write(block.start, loss.prevented * area, extra={'soil_erosion': loss.actual * area})
        if lacking:
            job.warn(tr('{count} cells with land cover become nodata, because another layer has no data there.',
                        count=lacking))
        intensity.finish()
        service.finish()
