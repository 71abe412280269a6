"""Soil conservation by the Chinese Soil Loss Equation."""

import numpy as np

from ...ecorestore_plugin.core.checks import part_of
from ...ecorestore_plugin.core.errors import ParameterError
from ...ecorestore_plugin.core.services.erosivity import erosivity_from_annual_rain
from ...ecorestore_plugin.core.services.soil import (
    CsleTable,
    conservation_factor,
    soil_erodibility,
    soil_loss,
)
from ...ecorestore_plugin.core.slope_factors import slope_length_factor, slope_steepness_factor
from ...ecorestore_plugin.core.terrain import slope
from ...ecorestore_plugin.core.vegetation import cover_end_members, fractional_vegetation_cover
from ..base import Tool, mark, tr
from ..parameters import flag, number, raster, raster_output, table
from ..service_tools import check_units, class_table, unit_outputs, unit_parameters, write_service

TEXTURE = ('SAND', 'SILT', 'CLAY', 'ORGANIC_CARBON')


class SoilConservation(Tool):
    tool_id = 'soilconservation'
    stage = 'supply'
    label = mark('Soil conservation')
    summary = mark('Soil that cover and measures hold back by the CSLE, t/yr per cell, and the actual erosion.')
    help = mark('''Computes soil erosion by water with the Chinese Soil Loss Equation (CSLE), and the soil that \
vegetation, terraces and tillage keep in place.

Actual erosion A = R * K * L * S * B * E * T in t/ha/yr (1 t/ha is 100 t/km2). Soil conservation = R * K * L * S * \
(1 - B * E * T), times the cell area: t/yr per cell.

R, rainfall erosivity (MJ mm/ha/h/yr): 0.0534 * P^1.6548 from annual precipitation, unless a raster is given. \
K, erodibility (t ha h/ha/MJ/mm): EPIC from texture and organic carbon, unless a raster is given.

L, slope length: ((lo^(m+1) - li^(m+1)) / ((lo - li) * 22.13^m)) with the flow lengths li and lo at which water enters \
and leaves the cell, from the contributing area of single-direction (D8) flow on the pit-filled DEM; m is 0.2 up to 1, \
0.3 up to 3, 0.4 up to 5 and 0.5 above 5 degrees; lengths end at the limit. Cells as large as the limit count as whole \
slopes of that length. S, steepness (Horn slope): 10.8 sin + 0.03 below 5, 16.8 sin - 0.5 from 5, 21.9 sin - 0.96 from \
10 degrees.

B, E, T by land cover: on cropland B is 1 and T comes from the table; elsewhere T is 1 and B comes from vegetation \
cover (1 without cover, 0.6508 - 0.3436 lg(cover %), 0 above 78.3 %) or is a constant. Cover = (NDVI - soil) / \
(full - soil), 0 to 1.

Coarse DEMs flatten slopes: at 500 m results compare places, they are no amounts for a design.

Source: Liu, Zhang & Xie 2002 (CSLE); Zhang & Fu 2003 (R); Williams 1990, doi:10.1098/rstb.1990.0184 (K); Desmet & \
Govers 1996 (L); Liu et al. 1994, doi:10.13031/2013.28273 (S); Cai et al. 2000 (B)''')
    keywords = mark('soil conservation, soil erosion, CSLE, RUSLE, USLE, erosivity, erodibility, regulating service')

    def declare(self):
        yield raster('DEM', tr('Elevation'), tr('Digital elevation model, m, for slope and slope length.'))
        yield raster('LANDCOVER', tr('Land cover'), tr('Class codes; their rows stand in the CSLE factor table.'))
        yield raster('NDVI', tr('NDVI'), tr('-1 to 1; gives the vegetation cover.'))
        yield raster('PRECIPITATION', tr('Precipitation'), tr(
            'Annual precipitation, mm/yr. Not needed where rainfall erosivity is given.'), optional=True)
        yield raster('EROSIVITY', tr('Rainfall erosivity R'), tr(
            'MJ mm/ha/h/yr. Empty: from annual precipitation.'), optional=True)
        yield raster('ERODIBILITY', tr('Soil erodibility K'), tr(
            't ha h/ha/MJ/mm (SI), about 0.01 to 0.07. Empty: from texture and organic carbon.'), optional=True)
        yield raster('SAND', tr('Sand'), tr('% of weight. Not needed where K is given.'), optional=True)
        yield raster('SILT', tr('Silt'), tr('% of weight. Not needed where K is given.'), optional=True)
        yield raster('CLAY', tr('Clay'), tr('% of weight. Not needed where K is given.'), optional=True)
        yield raster('ORGANIC_CARBON', tr('Organic carbon'), tr(
            '% of weight; 0.58 times organic matter. Not needed where K is given.'), optional=True)
        yield flag('CHINA_CORRECTION', tr('Correct K for China'), tr(
            'K becomes (-0.01383 + 0.51575 K) * 0.1317 as measured on plots in China (Zhang et al. 2008); below 0 '
            'becomes 0. Applies to K from texture only.'), default=False, advanced=True)
        yield table('TABLE', tr('CSLE factors'), tr(
            'Table with code, rule (cropland, cover or constant), b (for constant), e (empty means 1) and t (for '
            'cropland). Empty: the shipped table of illustrative values for land-cover codes 1 to 9.'), optional=True)
        yield number('NDVI_SOIL', tr('NDVI of bare soil'), tr(
            'Cover is 0 up to it. Empty: the 5 % percentile of the scene. Give both for a comparison of dates.'),
            minimum=-1, maximum=1, optional=True, advanced=True)
        yield number('NDVI_FULL', tr('NDVI of full cover'), tr(
            'Cover is 1 from it. Empty: the 95 % percentile of the scene.'), minimum=-1, maximum=1, optional=True,
            advanced=True)
        yield number('LENGTH_LIMIT', tr('Longest slope (m)'), tr(
            'Slope lengths beyond it count as this long; 300 m is usual in China, 122 m in RUSLE.'), default=300,
            minimum=1, advanced=True)
        yield from unit_parameters()
        yield raster_output('OUTPUT', tr('Soil conservation'), tr(
            'Soil kept in place, tonnes per year and cell.'))
        yield raster_output('EROSION', tr('Soil erosion'), tr('Actual erosion, t/ha/yr.'), optional=True)
        yield from unit_outputs()

    def check(self, values):
        if not values.given('PRECIPITATION') and not values.given('EROSIVITY'):
            return tr('Give annual precipitation or rainfall erosivity.')
        if not values.given('ERODIBILITY') and not all(values.given(name) for name in TEXTURE):
            return tr('Give soil erodibility, or sand, silt, clay and organic carbon.')
        return check_units(values)

    def compute(self, job):
        elevation, grid = job.raster('DEM')
        classes = job.classes('LANDCOVER')
        conservation = self._conservation(job, classes)
        erosivity = self._erosivity(job)
        erodibility = self._erodibility(job)
        steepness = slope(elevation, grid.cell_width, grid.cell_height)
        length = slope_length_factor(elevation, steepness, grid.cell_width, grid.cell_height,
                                     job.number('LENGTH_LIMIT'), part_of(job.progress, 0.2, 0.8), job.cancelled)
        job.progress(0.8, 'Soil loss of {count} cells', count=int(classes.valid.sum()))
        loss = soil_loss(erosivity, erodibility, length, slope_steepness_factor(steepness), conservation)
        lacking = int((classes.valid & np.isnan(loss.actual)).sum())
        if lacking:
            job.warn(tr('{count} cells with land cover become nodata, because another layer has no data there.',
                        count=lacking))
        job.write_raster('EROSION', loss.actual, grid, unit='t/ha/yr', description=tr('Soil erosion'), style='demand')
        area = grid.cell_area_ha
        write_service(job, 'soil', 'supply', loss.prevented * area, grid, 't/yr', tr('Soil conservation'),
                      extra={'soil_erosion': loss.actual * area})

    @staticmethod
    def _conservation(job, classes):
        """B E T of every cell."""
        ndvi, _ = job.raster('NDVI')
        soil, full = job.number('NDVI_SOIL'), job.number('NDVI_FULL')
        if soil is None or full is None:
            low, high = cover_end_members(ndvi)
            soil, full = low if soil is None else soil, high if full is None else full
        job.say(tr('Vegetation cover runs from NDVI {soil} (bare soil) to {full} (full cover).', soil=f'{soil:.3f}',
                   full=f'{full:.3f}'))
        rows, codes = class_table(job, 'csle_factors.csv', ('rule', 'b', 'e', 't'), classes)
        factors = CsleTable(codes, tuple(text.strip().lower() for text in rows.texts('rule')),
                            rows.numbers('b'), rows.numbers('e'), rows.numbers('t'))
        cover = fractional_vegetation_cover(ndvi, soil, full)
        return conservation_factor(classes.codes, classes.valid, factors, cover)

    @staticmethod
    def _erosivity(job):
        given, _ = job.raster('EROSIVITY')
        if given is not None:
            return given
        rain, _ = job.raster('PRECIPITATION')
        if rain is None:
            raise ParameterError('Give annual precipitation or rainfall erosivity.')
        return erosivity_from_annual_rain(rain)

    @staticmethod
    def _erodibility(job):
        given, _ = job.raster('ERODIBILITY')
        if given is not None:
            return given
        parts = [job.raster(name)[0] for name in TEXTURE]
        if any(part is None for part in parts):
            raise ParameterError('Give soil erodibility, or sand, silt, clay and organic carbon.')
        return soil_erodibility(*parts, china_correction=job.flag('CHINA_CORRECTION'))
