"""The factors of a soil loss equation, each from its raster or computed, in blocks of rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..core.drainage import BYTES_PER_CELL, SECONDS_PER_CELL, flow_measures, flow_steps, lengths_of_cells
from ..core.engine import check_capacity
from ..core.errors import ParameterError
from ..core.lookup import class_lookup
from ..core.services.erodibility import looks_like_us_units as erodibility_in_us
from ..core.services.erosion_classes import factor_by_range
from ..core.services.erosivity import SI_PER_US_EROSIVITY, erosivity_from_annual_rain
from ..core.services.erosivity import looks_like_us_units as erosivity_in_us
from ..core.services.soil import (
    SI_PER_US_ERODIBILITY,
    CsleTable,
    conservation_cells,
    conservation_lookup,
    soil_erodibility,
)
from ..core.slope_factors import (
    degrees_of,
    looks_like_percent,
    rusle_length_exponent,
    rusle_steepness_factor,
    segment_length_factor,
    slope_length_exponent,
    slope_steepness_factor,
    whole_slope_factor,
    whole_slopes,
)
from ..core.terrain import slope_of_rise
from ..core.vegetation import fractional_vegetation_cover
from ..i18n import mark, tr
from .row_blocks import rows_of
from .row_passes import gradient_rows, ndvi_end_members, sample_of, slope_rows, whole_raster

TEXTURE = ('SAND', 'SILT', 'CLAY', 'ORGANIC_CARBON')
LOW_EROSIVITY = 150.0
NEEDS = {'contributing_area': ('cells',), 'flow_length': ('upstream', 'ways')}


def erosion_sources(job):
    """RowSources of the factors that depend on rain and soil, checked for the system of their units."""
    american = job.choice('EROSIVITY_UNIT') == 'US', job.choice('ERODIBILITY_UNIT') == 'US'
    sources = {'rain': rows_of(job, 'PRECIPITATION', 0),
               'r': rows_of(job, 'EROSIVITY', 0, factor=SI_PER_US_EROSIVITY if american[0] else 1.0),
               'k': rows_of(job, 'ERODIBILITY', 0, factor=SI_PER_US_ERODIBILITY if american[1] else 1.0)}
    if sources['r'] is None and sources['rain'] is None:
        raise ParameterError('Give annual precipitation or rainfall erosivity.')
    if sources['r'] is not None and not american[0]:
        _warn_of_us_erosivity(job, sources['r'], sources['rain'])
    if sources['r'] is not None:
        sources['rain'] = None
    if sources['k'] is None:
        sources.update({name: rows_of(job, name, 0, 100) for name in TEXTURE})
        if any(sources[name] is None for name in TEXTURE):
            raise ParameterError('Give soil erodibility, or sand, silt, clay and organic carbon.')
    elif not american[1]:
        _warn_of_us_erodibility(job, sources['k'])
    return sources


def _warn_of_us_erosivity(job, erosivity, rain):
    given, *annual = sample_of(job, [erosivity] if rain is None else [erosivity, rain])
    mean = float(np.nanmean(given)) if not np.isnan(given).all() else np.nan
    if erosivity_in_us(given, annual[0]) if annual else mean < LOW_EROSIVITY:
        job.warn(tr('Rainfall erosivity averages {mean}, which looks like hundreds of foot-tons (US units) rather than '
                    'MJ mm/ha/h/yr. If so, choose US as its unit: it is then multiplied by 17.02.',
                    mean=f'{mean:g}'))


def _warn_of_us_erodibility(job, erodibility):
    given, = sample_of(job, [erodibility])
    if erodibility_in_us(given):
        job.warn(tr('Soil erodibility averages {mean}; in SI units soils lie below 0.1. If the raster is in US units, '
                    'choose US as its unit: it is then multiplied by 0.1317.', mean=f'{float(np.nanmean(given)):g}'))


def erosivity_of(block):
    """R in SI units."""
    return erosivity_from_annual_rain(block['rain']) if block['r'] is None else block['r']


def erodibility_of(block, china_correction):
    """K in SI units."""
    if block['k'] is not None:
        return block['k']
    return soil_erodibility(*(block[name] for name in TEXTURE), china_correction=china_correction)


# Slope, L and S.

@dataclass(frozen=True)
class Terrain:
    """Slope, L and S of a run, in blocks of rows; water runs over the whole elevation model.

    Attributes
    ----------
    sources : what row_blocks reads for a block: 'rise', 'slope', 'length' and 'steep'
    water : flow_measures, empty where no water is needed
    """

    equation: str
    unit: str
    limit: float
    method: str
    sources: dict[str, Any]
    water: dict[str, np.ndarray]

    def slope(self, block):
        """Degrees, or None where there is neither slope nor elevation."""
        if block['slope'] is not None:
            return degrees_of(block['slope'], self.unit)
        return None if block['rise'] is None else slope_of_rise(*block['rise'])

    def steepness_factor(self, block, slope):
        """S, given or from the slope."""
        if block['steep'] is not None:
            return block['steep']
        return (rusle_steepness_factor if self.equation == 'RUSLE' else slope_steepness_factor)(slope)

    def length_factor(self, block, slope):
        """L, given or from the flow of water."""
        if block['length'] is not None:
            return block['length']
        exponent = rusle_length_exponent if self.equation == 'RUSLE' else slope_length_exponent
        rise, sides = block['rise'], (block.grid.cell_width, block.grid.cell_height)
        if whole_slopes(*sides, self.limit):
            return np.where(np.isnan(rise[0]), np.nan, whole_slope_factor(slope, self.limit, exponent))
        rows = slice(block.start, block.stop)
        if self.method == 'flow_length':
            entering = self.water['upstream'][rows]
            leaving = entering + flow_steps(self.water['ways'][rows], *sides)
        else:
            entering, leaving = lengths_of_cells(self.water['cells'][rows], *rise, *sides)
        return segment_length_factor(entering, leaving, slope, self.limit, exponent)


def terrain_of(job, wanted=(), given=True, start=0.0, end=0.6):
    """Terrain of the elevation model and the layers given in its place.

    Parameters
    ----------
    wanted : flow measures wanted besides those of L
    given : whether the tool takes LENGTH_FACTOR and STEEPNESS_FACTOR

    Raises
    ------
    ParameterError : a raster said to be in degrees that fits the elevation model in percent
    CapacityError : the routing does not fit into memory
    """
    unit, method, limit = job.choice('SLOPE_UNIT'), job.choice('LENGTH_METHOD'), job.number('LENGTH_LIMIT')
    elevation = rows_of(job, 'DEM')
    rise = None if elevation is None else gradient_rows(elevation)
    slope = rows_of(job, 'SLOPE', 0, 90 if unit == 'degrees' else None)
    if slope is not None:
        slope.label = tr('{name}, slope in {unit}', name=slope.label, unit=unit)
        if rise is not None and unit == 'degrees':
            _refuse_percent(job, slope, elevation)
    length = rows_of(job, 'LENGTH_FACTOR', 0) if given else None
    steep = rows_of(job, 'STEEPNESS_FACTOR', 0) if given else None
    if length is None and not whole_slopes(elevation.grid.cell_width, elevation.grid.cell_height, limit):
        wanted = (*wanted, *(name for name in NEEDS[method] if name not in wanted))
    water = water_of(job, elevation, wanted, start, end) if wanted else {}
    sources = {'rise': rise, 'slope': slope, 'length': length, 'steep': steep}
    return Terrain(job.choice('EQUATION'), unit, limit, method, sources, water)


def _refuse_percent(job, given, elevation):
    if looks_like_percent(*sample_of(job, [given, slope_rows(elevation)])):
        raise ParameterError('{name} looks like percent: it fits the slope of the elevation model in percent, not in '
                             'degrees. Choose percent as its unit.', name=job.label('SLOPE'))


def water_of(job, elevation, wanted, start=0.0, end=1.0):
    """flow_measures of an elevation model, worked out in a worker where that is quicker."""
    grid = elevation.grid
    cells = grid.rows * grid.columns
    check_capacity(cells * BYTES_PER_CELL, tr('Drainage'))
    heights = whole_raster(job, elevation, mark('Elevation of {count} cells'), start, start + (end - start) * 0.1)
    job.say(tr('Drainage of {count} cells; about {seconds} s, less with compiled kernels.',
               count=int(np.count_nonzero(~np.isnan(heights))), seconds=f'{max(cells * SECONDS_PER_CELL, 1):.0f}'))

    def progress(fraction, text='', **values):
        job.progress(start + (end - start) * (0.1 + 0.9 * fraction), text, **values)
    with job.engine(1, cells * SECONDS_PER_CELL, cells * BYTES_PER_CELL, compiled=True) as engine:
        return flow_measures(heights, grid.cell_width, grid.cell_height, wanted, progress, job.cancelled, engine)


# B, E and T.

@dataclass(frozen=True)
class Conservation:
    """B, E and T of a run, in blocks of rows.

    Attributes
    ----------
    sources : what row_blocks reads for a block
    members : NDVI of bare soil and of full cover, None without NDVI
    measures : ClassLookup of the engineering measures, None without
    tillage : (lower limits, upper limits, factors, name) of tillage by slope, None without
    """

    sources: dict[str, Any]
    lookup: Any
    members: tuple[float, float] | None
    measures: Any
    tillage: tuple | None

    def factors(self, block, slope):
        """ConservationFactors; for the RUSLE b is C and e is P."""
        classes = block['cover']
        cover = None if self.members is None else fractional_vegetation_cover(block['ndvi'], *self.members)
        engineering, tillage = block['engineering'], block['tillage']
        if engineering is None and self.measures is not None:
            measures = block['measures']
            engineering = np.where(measures.valid, self.measures.values(measures.codes, measures.valid)[0], 1.0)
        if tillage is None and self.tillage is not None:
            tillage = factor_by_range(slope, *self.tillage)
        return conservation_cells(self.lookup, classes.codes, classes.valid, cover, block['vegetation'], engineering,
                                  tillage)


def conservation_of(job, cover, counts, rows, codes, has_slope):
    """Conservation of a land cover.

    Parameters
    ----------
    cover : RowSource of the land cover; counts : its {code: cells}
    rows, codes : class table of factors and its codes
    has_slope : whether there will be a slope, for tillage
    """
    rules = tuple(text.strip().lower() for text in rows.texts('rule'))
    columns = ('c', 'p') if job.choice('EQUATION') == 'RUSLE' else ('b', 'e', 't')
    table = CsleTable(codes, rules, *([rows.numbers(name) for name in columns] + [np.ones(len(codes))])[:3])
    sources = {'cover': cover, 'ndvi': None, 'vegetation': rows_of(job, 'VEGETATION_FACTOR', 0, 1),
               'engineering': rows_of(job, 'ENGINEERING', 0, 1), 'measures': None,
               'tillage': rows_of(job, 'TILLAGE', 0, 1)}
    members = measures = None
    if sources['vegetation'] is None:
        sources['ndvi'] = rows_of(job, 'NDVI', -1, 1)
    if sources['ndvi'] is not None:
        members = ndvi_end_members(job, sources['ndvi'], job.number('NDVI_SOIL'), job.number('NDVI_FULL'))
    if sources['engineering'] is None and job.given('MEASURES'):
        sources['measures'], measures = _measures(job)
    by_slope = _tillage_by_slope(job, has_slope) if sources['tillage'] is None else None
    there = {'cover': members, 'biological': sources['vegetation'], 'tillage': sources['tillage'] or by_slope}
    lookup = conservation_lookup(counts, table, {name for name, what in there.items() if what is not None})
    return Conservation(sources, lookup, members, measures, by_slope)


def _measures(job):
    """RowSource of the engineering measures, and the ClassLookup of their E."""
    source = rows_of(job, 'MEASURES', classes=True)
    table = job.table('MEASURE_TABLE', 'engineering_measures.csv', ('code', 'e'))
    return source, class_lookup(tr('Measures'), source.class_counts(), table.integers('code'),
                                table.numbers('e', missing=False))


def _tillage_by_slope(job, has_slope):
    if job.choice('TILLAGE_RULE') != 'slope':
        return None
    if not has_slope:
        raise ParameterError('Tillage factors by slope need the elevation model or a slope raster.')
    table = job.table('TILLAGE_TABLE', 'tillage_slope.csv', ('slope_from', 'slope_to', 't'))
    return (table.numbers('slope_from'), table.numbers('slope_to'), table.numbers('t', missing=False), table.name)


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
