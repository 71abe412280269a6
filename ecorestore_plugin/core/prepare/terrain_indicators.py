"""Several terrain indicators of one elevation model, with the drainage worked out once."""

from __future__ import annotations

import numpy as np

from ..checks import check_not_empty, never, part_of, silent, stop_if
from ..drainage import flow_measures, lengths_of_cells
from ..errors import ParameterError
from ..slope_factors import (
    LENGTH_LIMIT,
    segment_length_factor,
    slope_steepness_factor,
    whole_slope_factor,
    whole_slopes,
)
from ..terrain import aspect, gradient, incision_depth, relief, slope, slope_of_rise, surface_roughness

INDICATORS = ('slope', 'aspect', 'relief', 'roughness', 'fragmentation', 'flow_length', 'contributing_area', 'ls')
BY_WINDOW = ('relief', 'fragmentation')
BY_WATER = ('flow_length', 'contributing_area', 'ls')


def terrain_indicators(elevation, cell_width, cell_height, wanted, window=1000.0, limit=LENGTH_LIMIT, upstream=True,
                       progress=silent, cancelled=never, engine=None) -> dict:
    """The wanted indicators in the order of INDICATORS.

    Parameters
    ----------
    elevation : (rows, cols) float array, metres, NaN where unknown
    cell_width, cell_height : metres
    wanted : names out of INDICATORS
    window : side of the window of relief and fragmentation, metres
    limit : longest slope of LS, metres
    upstream : flow length from the divide; else to the outlet
    engine : where the drainage is worked out, see :func:`.drainage.drainage`

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
    way = 'upstream' if upstream else 'downstream'
    flow = {}
    if set(wanted) & set(BY_WATER):
        needed = {'flow_length': way, 'contributing_area': 'cells', 'ls': 'cells'}
        flow = flow_measures(heights, *sides, sorted({needed[name] for name in BY_WATER if name in wanted}),
                             part_of(progress, 0, 0.6), cancelled, engine)
    recipe = {
        'slope': lambda: slope(heights, *sides),
        'aspect': lambda: aspect(heights, *sides),
        'relief': lambda: relief(heights, *sides, window=window),
        'roughness': lambda: surface_roughness(heights, *sides),
        'fragmentation': lambda: incision_depth(heights, *sides, window=window),
        'flow_length': lambda: flow[way],
        'contributing_area': lambda: np.where(np.isnan(heights), np.nan,
                                              flow['cells'] * (cell_width * cell_height / 10000.0)),
        'ls': lambda: _slope_factors(heights, sides, limit, flow['cells']),
    }
    names = [name for name in INDICATORS if name in wanted]
    made = {}
    for position, name in enumerate(names):
        stop_if(cancelled)
        progress(0.6 + 0.4 * position / len(names), 'Terrain indicator {number} of {count}: {name}',
                 number=position + 1, count=len(names), name=name)
        made[name] = recipe[name]()
    return made


def _slope_factors(heights, sides, limit, cells):
    """L times S."""
    rise = gradient(heights, *sides)
    steepness = slope_of_rise(*rise)
    length = (whole_slope_factor(steepness, limit) if whole_slopes(*sides, limit)
              else segment_length_factor(*lengths_of_cells(cells, *rise, *sides), steepness, limit))
    return length * slope_steepness_factor(steepness)
