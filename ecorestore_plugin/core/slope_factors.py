"""Slope length L and slope steepness S of the soil loss equations."""

from __future__ import annotations

import math

import numpy as np

from .checks import check_range, never, silent
from .drainage import drainage, flow_lengths, flow_steps, flow_ways, slope_lengths
from .errors import ParameterError

UNIT_PLOT_LENGTH = 22.13
LENGTH_LIMIT = 300.0


def slope_length_exponent(slope):
    """m of the slope length factor from slope in degrees: 0.2 up to 1, 0.3 up to 3, 0.4 up to 5, 0.5 above.

    Source: Liu, Nearing, Shi & Jia 2000, doi:10.2136/sssaj2000.6451759x
    """
    slope = np.asarray(slope, dtype=float)
    exponent = np.array([0.2, 0.3, 0.4, 0.5])[np.searchsorted([1.0, 3.0, 5.0], slope)]
    return np.where(np.isnan(slope), np.nan, exponent)


def rusle_length_exponent(slope):
    """m of the RUSLE from slope in degrees: beta / (1 + beta), beta = (sin / 0.0896) / (3 sin^0.8 + 0.56).

    Source: McCool, Foster, Mutchler & Meyer 1989, doi:10.13031/2013.31192
    """
    sine = np.sin(np.radians(np.asarray(slope, dtype=float)))
    beta = (sine / 0.0896) / (3.0 * sine ** 0.8 + 0.56)
    return beta / (1.0 + beta)


def segment_length_factor(entering, leaving, slope, limit=LENGTH_LIMIT, exponent=slope_length_exponent):
    """L of a slope segment between two flow lengths.

    (leaving^(m+1) - entering^(m+1)) / ((leaving - entering) 22.13^m). Both lengths are cut at ``limit``; where both
    reach it the factor is that of the last point of a slope of that length, (m+1) (limit / 22.13)^m.

    Parameters
    ----------
    entering, leaving : float arrays, horizontal flow length at the upper and lower end, m
    slope : float array, degrees
    limit : longest slope, m
    exponent : m as a function of the slope; :func:`slope_length_exponent` or :func:`rusle_length_exponent`

    Returns
    -------
    float array, no unit, 1 for a whole slope of 22.13 m

    Source: Foster & Wischmeier 1974, doi:10.13031/2013.36846
    """
    if not limit > 0:
        raise ParameterError('The longest slope is {value} m; it must be above 0.', value=f'{limit:g}')
    power = exponent(slope) + 1.0
    upper, lower = np.minimum(entering, limit), np.minimum(leaving, limit)
    span = lower - upper
    point = span <= 1e-6 * limit
    between = (lower ** power - upper ** power) / np.where(point, 1.0, span)
    return np.where(point, power * lower ** (power - 1.0), between) / UNIT_PLOT_LENGTH ** (power - 1.0)


def slope_length_factor(elevation, slope, cell_width, cell_height, limit=LENGTH_LIMIT, progress=silent,
                        cancelled=never, flow=None, method='contributing_area', exponent=slope_length_exponent,
                        engine=None):
    """L of every cell from the contributing area, or from the flow length, on the pit-filled elevation model.

    Cells whose side reaches ``limit`` hold whole slopes rather than a part of one; their L is that of a slope of
    ``limit`` metres.

    Parameters
    ----------
    elevation : (rows, cols) float array, m, NaN where unknown
    slope : (rows, cols) float array, degrees
    cell_width, cell_height : m
    limit : longest slope, m; 300 in China
    flow : Drainage of the same elevation, where it is known already
    method : 'contributing_area' counts all water that enters the cell; 'flow_length' the longest way from a divide
    exponent : m as a function of the slope
    engine : as in :func:`.drainage.drainage`

    Returns
    -------
    (rows, cols) float array, NaN where ``elevation`` is

    Source: Desmet & Govers 1996, Journal of Soil and Water Conservation 51(5):427-433; see also
    :func:`segment_length_factor` and :func:`.drainage.slope_lengths`
    """
    if whole_slopes(cell_width, cell_height, limit):
        known = ~np.isnan(np.asarray(elevation, dtype=float))
        return np.where(known, whole_slope_factor(slope, limit, exponent), np.nan)
    flow = flow or drainage(elevation, cell_width, cell_height, progress, cancelled, engine)
    if method == 'flow_length':
        entering = flow_lengths(flow, cell_width, cell_height, engine=engine)
        leaving = entering + flow_steps(flow_ways(flow.receiver), cell_width, cell_height)
    else:
        entering, leaving = slope_lengths(elevation, cell_width, cell_height, flow=flow, engine=engine)
    return segment_length_factor(entering, leaving, slope, limit, exponent)


def whole_slopes(cell_width, cell_height, limit):
    """Whether a cell holds whole slopes of the limit rather than a part of one; then no water need be routed."""
    return math.sqrt(cell_width * cell_height) >= limit


def whole_slope_factor(slope, limit=LENGTH_LIMIT, exponent=slope_length_exponent):
    """L of a whole slope of ``limit`` metres; parameters of :func:`segment_length_factor`."""
    return segment_length_factor(0.0, np.full(np.shape(slope), float(limit)), slope, limit, exponent)


def slope_steepness_factor(slope):
    """S from slope in degrees: 10.8 sin + 0.03 below 5, 16.8 sin - 0.5 from 5, 21.9 sin - 0.96 from 10.

    The breakpoints are degrees, not percent. The jump at 10 degrees is that of the equations.

    Source: McCool, Brown, Foster, Mutchler & Meyer 1987, doi:10.13031/2013.30576; Liu, Nearing & Risse 1994,
    doi:10.13031/2013.28273
    """
    check_range('slope', slope, 0, 90)
    slope = np.asarray(slope, dtype=float)
    sine = np.sin(np.radians(slope))
    return np.where(slope < 5, 10.8 * sine + 0.03, np.where(slope < 10, 16.8 * sine - 0.5, 21.9 * sine - 0.96))


def rusle_steepness_factor(slope):
    """S of the RUSLE from slope in degrees: 10.8 sin + 0.03 below 9 percent, 16.8 sin - 0.5 from there.

    9 percent are 5.14 degrees: the breakpoint of the RUSLE is in percent, those of the CSLE are in degrees.

    Source: McCool, Brown, Foster, Mutchler & Meyer 1987, doi:10.13031/2013.30576
    """
    check_range('slope', slope, 0, 90)
    slope = np.asarray(slope, dtype=float)
    sine = np.sin(np.radians(slope))
    return np.where(np.tan(np.radians(slope)) < 0.09, 10.8 * sine + 0.03, 16.8 * sine - 0.5)


def degrees_of(slope, unit):
    """A slope in degrees from 'degrees' or 'percent'.

    Raises
    ------
    ValueRangeError : negative, or above 90 degrees, which is mostly percent taken for degrees
    """
    if unit == 'percent':
        check_range('slope in percent', slope, 0)
        return np.degrees(np.arctan(np.asarray(slope, dtype=float) / 100.0))
    check_range('slope in degrees', slope, 0, 90)
    return np.asarray(slope, dtype=float)


def looks_like_percent(slope, terrain_slope):
    """Whether a slope said to be in degrees is rather in percent, seen from the slope of the elevation model.

    Parameters
    ----------
    slope : float array said to be in degrees
    terrain_slope : float array of the same shape, degrees, from the elevation model
    """
    slope, terrain = np.asarray(slope, dtype=float), np.asarray(terrain_slope, dtype=float)
    known = ~np.isnan(slope) & ~np.isnan(terrain) & (terrain > 2) & (terrain < 60)
    if not known.any():
        return False
    as_percent = 100.0 * np.tan(np.radians(terrain[known]))
    given = slope[known]
    return bool(np.median(np.abs(given - as_percent)) < np.median(np.abs(given - terrain[known])))
