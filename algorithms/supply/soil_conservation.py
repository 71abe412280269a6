"""Soil conservation by the Chinese Soil Loss Equation or the RUSLE."""

import numpy as np

from ...ecorestore_plugin.core.services.erosion_classes import erosion_intensity
from ...ecorestore_plugin.core.services.soil import soil_loss
from ...ecorestore_plugin.qgis_io.soil_factors import (
    TEXTURE,
    conservation_of,
    erodibility_of,
    erosivity_of,
    intensity_limits,
    slope_degrees,
    slope_factors_of,
)
from ..base import Tool, mark, tr
from ..parameters import choice, flag, number, raster, raster_output, table, table_output
from ..service_tools import check_units, class_table, unit_outputs, unit_parameters, write_service
from .soil_parameters import (
    EQUATIONS,
    given_factors,
    intensity_parameters,
    length_limit,
    length_method,
    slope_layer,
    unit_systems,
)

COLUMNS = {'CSLE': ('rule', 'b', 'e', 't'), 'RUSLE': ('rule', 'c', 'p')}
TABLES = {'CSLE': 'csle_factors.csv', 'RUSLE': 'rusle_factors.csv'}
CLASS_NAMES = (mark('Slight'), mark('Light'), mark('Moderate'), mark('Strong'), mark('Very strong'), mark('Severe'))


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
        yield raster('SAND', tr('Sand'), tr('% of weight. Not needed where K is given.'), optional=True)
        yield raster('SILT', tr('Silt'), tr('% of weight. Not needed where K is given.'), optional=True)
        yield raster('CLAY', tr('Clay'), tr('% of weight. Not needed where K is given.'), optional=True)
        yield raster('ORGANIC_CARBON', tr('Organic carbon'), tr(
            '% of weight; 0.58 times organic matter. Not needed where K is given.'), optional=True)
        yield flag('CHINA_CORRECTION', tr('Correct K for China'), tr(
            'K becomes (-0.01383 + 0.51575 K) * 0.1317 as measured on plots in China (Zhang et al. 2008); below 0 '
            'becomes 0. Applies to K from texture only.'), default=False, advanced=True)
        yield table('TABLE', tr('Factors of the land cover'), tr(
            'CSLE: code, rule (cropland, cover or constant), b (for constant), e (empty means 1) and t (for cropland). '
            'RUSLE: code, rule (cover or constant), c (for constant) and p. Empty: the shipped illustrative tables for '
            'land-cover codes 1 to 9.'), optional=True)
        yield number('NDVI_SOIL', tr('NDVI of bare soil'), tr(
            'Cover is 0 up to it. Empty: the 5 % percentile of the scene. Give both for a comparison of dates.'),
            minimum=-1, maximum=1, optional=True, advanced=True)
        yield number('NDVI_FULL', tr('NDVI of full cover'), tr(
            'Cover is 1 from it. Empty: the 95 % percentile of the scene.'), minimum=-1, maximum=1, optional=True,
            advanced=True)
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
        elevation, _ = job.raster('DEM')
        classes = job.classes('LANDCOVER')
        grid = classes.grid
        rows, codes = class_table(job, TABLES[equation], COLUMNS[equation], classes)
        steepness = slope_degrees(job, elevation, grid)
        factors = conservation_of(job, classes, rows, codes, steepness, equation)
        erosivity, erodibility = erosivity_of(job), erodibility_of(job)
        length, steep = slope_factors_of(job, elevation, steepness, grid, equation)
        job.progress(0.8, 'Soil loss of {count} cells', count=int(classes.valid.sum()))
        loss = soil_loss(erosivity, erodibility, length, steep, factors.b * factors.e * factors.t)
        lacking = int((classes.valid & np.isnan(loss.actual)).sum())
        if lacking:
            job.warn(tr('{count} cells with land cover become nodata, because another layer has no data there.',
                        count=lacking))
        job.write_raster('EROSION', loss.actual, grid, unit='t/ha/yr', description=tr('Soil erosion'), style='demand')
        job.write_raster('POTENTIAL', loss.potential, grid, unit='t/ha/yr', description=tr('Potential soil erosion'),
                         style='demand')
        self._intensity(job, loss.actual, grid)
        area = grid.cell_area_ha
        write_service(job, 'soil', 'supply', loss.prevented * area, grid, 't/yr', tr('Soil conservation'),
                      extra={'soil_erosion': loss.actual * area})

    @staticmethod
    def _intensity(job, erosion, grid):
        """Classes of erosion, and their areas."""
        limits = intensity_limits(job)
        classes = erosion_intensity(erosion, limits)
        job.write_raster('INTENSITY', classes, grid, classes > 0, description=tr('Intensity of erosion'),
                         style='erosion_intensity')
        numbers = np.arange(1, len(limits) + 2)
        cells = np.bincount(classes[classes > 0], minlength=len(limits) + 2)[1:]
        tonnes = np.bincount(classes[classes > 0], erosion[classes > 0], len(limits) + 2)[1:] * grid.cell_area_ha
        names = [tr(CLASS_NAMES[number - 1]) if len(numbers) == len(CLASS_NAMES) else str(number) for number in numbers]
        job.write_table('INTENSITY_AREAS', {
            'class': numbers, 'name': names, 'from_t_km2': np.concatenate([[0.0], limits]),
            'to_t_km2': np.concatenate([limits, [np.nan]]), 'cells': cells, 'area_ha': cells * grid.cell_area_ha,
            'share': cells / max(cells.sum(), 1), 'erosion_t': tonnes})
