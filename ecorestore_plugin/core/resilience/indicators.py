"""The fifteen resilience indicators in five perspectives, from raw layers."""

from __future__ import annotations

import numpy as np

from ..checks import check_range, never, silent, stop_if
from ..errors import EmptyInputError, ParameterError
from ..grid import check_same_shape
from ..terrain import relief, relief_cells, slope
from ..vegetation import cover_end_members, fractional_vegetation_cover
from ..window import shannon_diversity, window_cells
from .landscape import (
    ecological_elasticity,
    land_use_intensity,
    line_density,
    night_light,
    night_light_index,
    population_density,
)

# Order of the bands; what each needs.
NEEDS = {
    'elevation': ('dem',), 'slope': ('dem',), 'relief': ('dem',),
    'precipitation': ('precipitation',), 'temperature': ('temperature',), 'dryness': ('et0', 'precipitation'),
    'organic_matter': ('organic_matter',), 'soil_depth': ('soil_depth',), 'erodibility': ('erodibility',),
    'vegetation_cover': ('ndvi',), 'landscape_diversity': ('landcover',), 'ecological_elasticity': ('landcover',),
    'population_density': ('population',), 'night_light': ('nightlight',), 'land_use_intensity': ('landcover',)}
INDICATORS = tuple(NEEDS)
ROAD_DENSITY = 'road_density'
LIGHTS = ('log', 'index')
CARBON_TO_MATTER = 1.724


def resilience_indicators(layers, grid, scores, degrees, window=3000.0, relief_window=1000.0,
                          elasticity_by_diversity=False, roads=None, own=None, end_members=None, light='log',
                          progress=silent, cancelled=never) -> dict:
    """All indicators that the layers allow, in the order of INDICATORS.

    Parameters
    ----------
    layers : mapping with any of dem (m), precipitation, et0 (mm/yr), temperature (degC), organic_matter (%),
        soil_depth (m or mm), erodibility, ndvi, population (persons per cell), nightlight: (rows, cols) float arrays,
        NaN where unknown; and landcover: (codes, valid)
    grid : Grid
    scores, degrees : mappings land cover code -> elasticity score (0 to 1), land use degree (1 to 4)
    window : side of the window of diversity, elasticity, intensity and road density, metres
    relief_window : side of the window of relief, metres
    elasticity_by_diversity : multiply elasticity by the Shannon diversity of the window
    roads : (n, 4) road segments x1, y1, x2, y2 in metres; the road density then takes the place of the land use
        intensity
    own : name -> (rows, cols) float array of indicators that are taken as given instead of made from the layers; the
        names are those of INDICATORS or road_density
    end_members : NDVI of bare soil and of full vegetation; percentiles of the scene where not given
    light : one of LIGHTS: 'log', ln(1 + radiance), or 'index', the night light index of the window
    A part of a raster needs :func:`halo_rows` more rows on either side, and the end members of the whole.

    Returns
    -------
    dict name -> (rows, cols) float array, or None where a layer it needs is missing

    Raises
    ------
    EmptyInputError : no layer at all
    GridMismatchError, MissingCodeError, ValueRangeError
    """
    own = dict(own or {})
    names = indicator_names(own, roads is not None)
    flat = {name: layer[0] if name == 'landcover' else layer for name, layer in layers.items() if layer is not None}
    flat.update({f'own {name}': values for name, values in own.items()})
    if not flat:
        raise EmptyInputError('None of the raw layers of the {count} indicators is given.', count=len(INDICATORS))
    check_same_shape(**flat)
    size = window_cells(window, grid.cell_width, grid.cell_height)
    recipe = {**_simple(layers, grid, relief_window, end_members),
              **_landscape(layers, grid, scores, degrees, size, elasticity_by_diversity, light, cancelled),
              ROAD_DENSITY: lambda: line_density(roads, _anything_known({**layers, **own}), grid.shape, grid.transform,
                                                 size)}
    recipe.update({name: (lambda values=values: np.asarray(values, dtype=float)) for name, values in own.items()})
    missing = missing_layers(names, [key for key, layer in layers.items() if layer is not None], own)
    made = {}
    for position, name in enumerate(names):
        stop_if(cancelled)
        progress(position / len(names), 'Indicator {number} of {count}: {name}', number=position + 1,
                 count=len(names), name=name)
        made[name] = None if name in missing else recipe[name]()
    return made


def indicator_names(own=(), roads=False) -> list:
    """The indicators that are made, in the order of INDICATORS; road density in the place of land use intensity where
    there are roads.

    Raises
    ------
    ParameterError : an own indicator that is none
    """
    unknown = [name for name in own if name not in (*INDICATORS, ROAD_DENSITY)]
    if unknown:
        raise ParameterError('{name} is no indicator; the own rasters may replace {known}.', name=unknown[0],
                             known=', '.join((*INDICATORS, ROAD_DENSITY)))
    return [*INDICATORS[:-1], ROAD_DENSITY if roads or ROAD_DENSITY in own else INDICATORS[-1]]


def halo_rows(grid, window, relief_window) -> int:
    """Rows beyond a part of a raster that its indicators depend on."""
    return max(1, window_cells(window, grid.cell_width, grid.cell_height)[0] // 2,
               relief_cells(relief_window, grid.cell_width, grid.cell_height)[0] // 2)


def _simple(layers, grid, relief_window, end_members):
    """Name -> function, for the indicators of single cells and of terrain."""
    sides = grid.cell_width, grid.cell_height
    return {
        'elevation': lambda: np.asarray(layers['dem'], dtype=float),
        'slope': lambda: slope(layers['dem'], *sides),
        'relief': lambda: relief(layers['dem'], *sides, window=relief_window),
        'precipitation': lambda: _checked('precipitation', layers['precipitation'], 0, 20000),
        'temperature': lambda: _checked('temperature', layers['temperature'], -60, 60),
        'dryness': lambda: dryness(layers['et0'], layers['precipitation']),
        'organic_matter': lambda: _checked('organic_matter', layers['organic_matter'], 0, 100),
        'soil_depth': lambda: _checked('soil_depth', layers['soil_depth'], 0),
        'erodibility': lambda: _checked('erodibility', layers['erodibility'], 0, 1),
        'vegetation_cover': lambda: fractional_vegetation_cover(
            layers['ndvi'], *(end_members or cover_end_members(layers['ndvi']))),
    }


def _landscape(layers, grid, scores, degrees, size, by_diversity, light, cancelled):
    """Name -> function, for the indicators of land cover and people."""
    return {
        'landscape_diversity': lambda: shannon_diversity(*layers['landcover'], size, cancelled=cancelled),
        'ecological_elasticity': lambda: ecological_elasticity(*layers['landcover'], scores, size, by_diversity,
                                                               cancelled=cancelled),
        'population_density': lambda: population_density(_checked('population', layers['population'], 0),
                                                         grid.cell_area),
        'night_light': lambda: (night_light_index(layers['nightlight'], size) if light == 'index'
                                else night_light(layers['nightlight'])),
        'land_use_intensity': lambda: land_use_intensity(*layers['landcover'], degrees, size),
    }


def dryness(et0, precipitation) -> np.ndarray:
    """Dryness index ET0 / P; unknown where no rain falls.

    Parameters
    ----------
    et0, precipitation : float arrays, mm/yr, NaN where unknown
    """
    et0, precipitation = _checked('et0', et0, 0, 20000), _checked('precipitation', precipitation, 0, 20000)
    return np.divide(et0, precipitation, out=np.full(et0.shape, np.nan), where=precipitation > 0)


def missing_layers(names, given, own=()) -> dict:
    """Indicator that cannot be made -> the layers it still needs.

    Parameters
    ----------
    names : of the indicators; given : of the layers there are; own : of the indicators that are given themselves
    """
    lacking = {name: [key for key in NEEDS.get(name, ()) if key not in given] for name in names if name not in own}
    return {name: layers for name, layers in lacking.items() if layers}


def _checked(name, values, minimum, maximum=None):
    check_range(name, values, minimum, maximum)
    return np.asarray(values, dtype=float)


def _anything_known(layers):
    """Cells where any layer has a value."""
    known = None
    for name, layer in layers.items():
        if layer is not None:
            here = layer[1] if name == 'landcover' else ~np.isnan(layer)
            known = here if known is None else known | here
    return known
