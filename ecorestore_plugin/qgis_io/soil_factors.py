"""The factors of a soil loss equation, each from its raster or computed, from a job to arrays."""

from __future__ import annotations

import numpy as np

from ..core.checks import part_of
from ..core.errors import ParameterError
from ..core.lookup import class_values
from ..core.services.erodibility import erodibility_in_si_units
from ..core.services.erodibility import looks_like_us_units as erodibility_in_us
from ..core.services.erosion_classes import factor_by_range
from ..core.services.erosivity import erosivity_from_annual_rain, erosivity_in_si_units
from ..core.services.erosivity import looks_like_us_units as erosivity_in_us
from ..core.services.soil import CsleTable, conservation_factors, soil_erodibility
from ..core.slope_factors import (
    degrees_of,
    looks_like_percent,
    rusle_length_exponent,
    rusle_steepness_factor,
    slope_length_exponent,
    slope_length_factor,
    slope_steepness_factor,
)
from ..core.terrain import slope
from ..core.vegetation import cover_end_members, fractional_vegetation_cover
from ..i18n import tr

TEXTURE = ('SAND', 'SILT', 'CLAY', 'ORGANIC_CARBON')
LOW_EROSIVITY = 150.0


def erosivity_of(job):
    """R in SI units, from EROSIVITY or PRECIPITATION."""
    given, _ = job.raster('EROSIVITY')
    rain, _ = job.raster('PRECIPITATION')
    if given is None:
        if rain is None:
            raise ParameterError('Give annual precipitation or rainfall erosivity.')
        return erosivity_from_annual_rain(rain)
    if job.choice('EROSIVITY_UNIT') == 'US':
        return erosivity_in_si_units(given)
    mean = float(np.nanmean(given))
    if mean < LOW_EROSIVITY if rain is None else erosivity_in_us(given, rain):
        job.warn(tr('Rainfall erosivity averages {mean}, which looks like hundreds of foot-tons (US units) rather than '
                    'MJ mm/ha/h/yr. If so, choose US as its unit: it is then multiplied by 17.02.',
                    mean=f'{mean:g}'))
    return given


def erodibility_of(job):
    """K in SI units, from ERODIBILITY or texture."""
    given, _ = job.raster('ERODIBILITY')
    if given is None:
        parts = [job.raster(name)[0] for name in TEXTURE]
        if any(part is None for part in parts):
            raise ParameterError('Give soil erodibility, or sand, silt, clay and organic carbon.')
        return soil_erodibility(*parts, china_correction=job.flag('CHINA_CORRECTION'))
    if job.choice('ERODIBILITY_UNIT') == 'US':
        return erodibility_in_si_units(given)
    if erodibility_in_us(given):
        job.warn(tr('Soil erodibility averages {mean}; in SI units soils lie below 0.1. If the raster is in US units, '
                    'choose US as its unit: it is then multiplied by 0.1317.', mean=f'{float(np.nanmean(given)):g}'))
    return given


def slope_degrees(job, elevation, grid):
    """Slope in degrees from SLOPE or the elevation model, None where there is neither.

    Raises
    ------
    ParameterError : a raster said to be in degrees that fits the elevation model in percent
    """
    given, _ = job.raster('SLOPE')
    own = None if elevation is None else slope(elevation, grid.cell_width, grid.cell_height)
    if given is None:
        return own
    unit = job.choice('SLOPE_UNIT')
    found = degrees_of(given, unit)
    if unit == 'degrees' and own is not None and looks_like_percent(found, own):
        raise ParameterError('{name} looks like percent: it fits the slope of the elevation model in percent, not in '
                             'degrees. Choose percent as its unit.', name=job.label('SLOPE'))
    return found


def slope_factors_of(job, elevation, steepness, grid, equation, start=0.2, end=0.8):
    """(L, S) of every cell, from LENGTH_FACTOR and STEEPNESS_FACTOR or computed."""
    length, _ = job.raster('LENGTH_FACTOR')
    steep, _ = job.raster('STEEPNESS_FACTOR')
    if steep is None:
        steep = (rusle_steepness_factor if equation == 'RUSLE' else slope_steepness_factor)(steepness)
    if length is None:
        length = slope_length_factor(
            elevation, steepness, grid.cell_width, grid.cell_height, job.number('LENGTH_LIMIT'),
            part_of(job.progress, start, end), job.cancelled, method=job.choice('LENGTH_METHOD'),
            exponent=rusle_length_exponent if equation == 'RUSLE' else slope_length_exponent)
    return length, steep


def cover_of(job, ndvi=None):
    """Vegetation cover from NDVI with end members given or those of the scene; None without NDVI."""
    if ndvi is None:
        ndvi, _ = job.raster('NDVI')
    if ndvi is None:
        return None
    soil, full = job.number('NDVI_SOIL'), job.number('NDVI_FULL')
    if soil is None or full is None:
        low, high = cover_end_members(ndvi)
        soil, full = low if soil is None else soil, high if full is None else full
    job.say(tr('Vegetation cover runs from NDVI {soil} (bare soil) to {full} (full cover).', soil=f'{soil:.3f}',
               full=f'{full:.3f}'))
    return fractional_vegetation_cover(ndvi, soil, full)


def conservation_of(job, classes, table, codes, steepness, equation):
    """ConservationFactors of every cell; for the RUSLE b is C and e is P."""
    rules = tuple(text.strip().lower() for text in table.texts('rule'))
    if equation == 'RUSLE':
        factors = CsleTable(codes, rules, table.numbers('c'), table.numbers('p'), np.ones(len(codes)))
    else:
        factors = CsleTable(codes, rules, table.numbers('b'), table.numbers('e'), table.numbers('t'))
    given, _ = job.raster('VEGETATION_FACTOR')
    cover = cover_of(job) if given is None else None
    return conservation_factors(classes.codes, classes.valid, factors, cover, given, _engineering(job),
                                _tillage(job, steepness))


def _engineering(job):
    """E from its raster, or from the measures and their table; None for that of the class table."""
    given, _ = job.raster('ENGINEERING')
    measures = job.classes('MEASURES')
    if given is not None or measures is None:
        return given
    table = job.table('MEASURE_TABLE', 'engineering_measures.csv', ('code', 'e'))
    values = class_values(tr('Measures'), measures.codes, measures.valid, table.integers('code'),
                          table.numbers('e', missing=False))
    return np.where(measures.valid, values, 1.0)


def _tillage(job, steepness):
    """T from its raster, or from slope; None for that of the class table."""
    given, _ = job.raster('TILLAGE')
    if given is not None or job.choice('TILLAGE_RULE') != 'slope':
        return given
    if steepness is None:
        raise ParameterError('Tillage factors by slope need the elevation model or a slope raster.')
    table = job.table('TILLAGE_TABLE', 'tillage_slope.csv', ('slope_from', 'slope_to', 't'))
    return factor_by_range(steepness, table.numbers('slope_from'), table.numbers('slope_to'),
                           table.numbers('t', missing=False), table.name)


def intensity_limits(job):
    """Upper limits of the classes of erosion for REGION, t/km2/yr."""
    table = job.table('INTENSITY_CLASSES', 'erosion_intensity.csv', ('region', 'limit_1'))
    regions = [text.strip().lower() for text in table.texts('region')]
    wanted = job.choice('REGION')
    if wanted not in regions:
        raise ParameterError('{name} has no row for the region {region}; it has {regions}.', name=table.name,
                             region=wanted, regions=', '.join(regions))
    row = regions.index(wanted)
    columns = [name for name in table.columns if name.lower().startswith('limit_')]
    limits = np.array([table.numbers(name)[row] for name in sorted(columns)])
    return limits[~np.isnan(limits)]
