"""Several terrain indicators of one elevation model, with the drainage worked out once."""

from __future__ import annotations

import numpy as np

from ..checks import check_not_empty, never, part_of, silent, stop_if
from ..drainage import contributing_area, drainage, flow_lengths
from ..errors import ParameterError
from ..slope_factors import LENGTH_LIMIT, slope_length_factor, slope_steepness_factor
from ..terrain import aspect, incision_depth, relief, slope, surface_roughness

INDICATORS = ('slope', 'aspect', 'relief', 'roughness', 'fragmentation', 'flow_length', 'contributing_area', 'ls')
BY_WINDOW = ('relief', 'fragmentation')
BY_WATER = ('flow_length', 'contributing_area', 'ls')


def terrain_indicators(elevation, cell_width, cell_height, wanted, window=1000.0, limit=LENGTH_LIMIT, upstream=True,
                       progress=silent, cancelled=never) -> dict:
    """The wanted indicators in the order of INDICATORS.

    Parameters
    ----------
    elevation : (rows, cols) float array, metres, NaN where unknown
    cell_width, cell_height : metres
    wanted : names out of INDICATORS
    window : side of the window of relief and fragmentation, metres
    limit : longest slope of LS, metres
    upstream : flow length from the divide; else to the outlet

    Returns
    -------
    dict of name -> (rows, cols) float array, NaN where ``elevation`` is: slope and aspect in degrees, relief and
    fragmentation (mean minus lowest elevation of the window) in metres, roughness 1 / cos(slope), flow_length in
    metres, contributing_area in hectares, ls without unit

    Raises
    ------
    EmptyInputError : no cell is known
    ParameterError : an unknown name
    """
    unknown = sorted(set(wanted) - set(INDICATORS))
    if unknown:
        raise ParameterError('There is no terrain indicator {name}; there are {names}.', name=unknown[0],
                             names=', '.join(INDICATORS))
    heights = np.asarray(elevation, dtype=float)
    check_not_empty('elevation', ~np.isnan(heights))
    sides = cell_width, cell_height
    flow = None
    if set(wanted) & set(BY_WATER):
        flow = drainage(heights, *sides, part_of(progress, 0, 0.6), cancelled)
    recipe = {
        'slope': lambda: slope(heights, *sides),
        'aspect': lambda: aspect(heights, *sides),
        'relief': lambda: relief(heights, *sides, window=window),
        'roughness': lambda: surface_roughness(heights, *sides),
        'fragmentation': lambda: incision_depth(heights, *sides, window=window),
        'flow_length': lambda: flow_lengths(flow, *sides, upstream),
        'contributing_area': lambda: contributing_area(flow, cell_width * cell_height) / 10000.0,
        'ls': lambda: _slope_factors(heights, sides, limit, flow),
    }
    names = [name for name in INDICATORS if name in wanted]
    made = {}
    for position, name in enumerate(names):
        stop_if(cancelled)
        progress(0.6 + 0.4 * position / len(names), 'Terrain indicator {number} of {count}: {name}',
                 number=position + 1, count=len(names), name=name)
        made[name] = recipe[name]()
    return made


def _slope_factors(heights, sides, limit, flow):
    """L times S."""
    steepness = slope(heights, *sides)
    return slope_length_factor(heights, steepness, *sides, limit, flow=flow) * slope_steepness_factor(steepness)
