"""Levels of ecological security: cumulative resistance cut where it matters."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..change_point import mean_change_points
from ..checks import check_not_empty, check_range, never, silent, stop_if
from ..classify import check_limits, class_numbers, natural_breaks, quantile_limits
from ..errors import EmptyInputError, ParameterError

METHODS = ('jenks', 'quantile', 'change_points', 'manual')
MOST_LEVELS = 20
NAMINGS = ('zones', 'security')
ZONES = (('Core zone', '核心区'), ('Buffer zone', '缓冲区'), ('Transition zone', '过渡区'), ('Marginal zone', '边缘区'),
         ('Outer zone', '外围区'))
DEGREES = (('Lowest security', '最低安全水平'), ('Low security', '低安全水平'), ('Medium security', '中安全水平'),
           ('High security', '高安全水平'), ('Highest security', '最高安全水平'))
# Which of five degrees fewer levels are called.
SPREAD = {2: (1, 3), 3: (1, 2, 3), 4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4)}


@dataclass(frozen=True)
class SecurityLevels:
    """Zones around the sources by what it costs to reach them.

    Attributes
    ----------
    limits : (k + 1,) ascending costs: smallest cost, then the upper limit of every level
    levels : (rows, columns) int, 1 (nearest to the sources) to k, 0 where the cost is unknown
    cells : (k,) int, cells per level
    """

    limits: np.ndarray
    levels: np.ndarray
    cells: np.ndarray

    @property
    def count(self) -> int:
        return len(self.cells)


@dataclass(frozen=True)
class AreaCurve:
    """How the area within reach grows with the cost, in equal steps of cost.

    Attributes
    ----------
    costs : (n,) upper end of every step
    cells : (n,) cells whose cost lies in the step; the slope of the curve
    gains : (n,) what one cut before the step explains of the scatter of the slopes (S - S_i); NaN for the first
    parts : (n,) part of the curve the step belongs to, from 1
    """

    costs: np.ndarray
    cells: np.ndarray
    gains: np.ndarray
    parts: np.ndarray

    @property
    def cumulative(self) -> np.ndarray:
        """(n,) cells that cost at most ``costs``."""
        return np.cumsum(self.cells)


def security_levels(cost, method='jenks', count=4, limits=(), with_sources=False, intervals=200, progress=silent,
                    cancelled=never) -> SecurityLevels:
    """Cuts cumulative resistance into levels of ecological security.

    Parameters
    ----------
    cost : (rows, columns) float, cumulative resistance; 0 in the sources, NaN where not reached
    method : 'jenks' (natural breaks), 'quantile' (equal areas), 'change_points' (where the area curve bends most), or
        'manual', which takes ``limits``
    count : levels; ties may leave fewer with 'quantile'
    limits : upper limits of all levels but the last, ascending
    with_sources : whether the cells of cost 0 take part in finding the limits; they always belong to level 1
    intervals : steps of the area curve

    Returns
    -------
    SecurityLevels; a cost on a limit belongs to the level below it

    Raises
    ------
    EmptyInputError : no known cost, or none above 0
    ValueRangeError : negative or infinite costs
    ParameterError : unknown method, limits that do not ascend, more levels than different costs

    Source: Yu 1996, Landscape and Urban Planning, doi:10.1016/S0169-2046(96)00331-3; Knaapen et al. 1992, Landscape
    and Urban Planning, doi:10.1016/0169-2046(92)90060-D
    """
    cost = np.asarray(cost, dtype=float)
    values = _limit_values(cost, with_sources)
    if method != 'manual' and not 2 <= count <= MOST_LEVELS:
        raise ParameterError('The number of levels is {count}; it must lie between 2 and {most}.', count=count,
                             most=MOST_LEVELS)
    stop_if(cancelled)
    if method == 'jenks':
        inner = natural_breaks(values, count, progress=progress, cancelled=cancelled)[1:-1]
    elif method == 'quantile':
        inner = quantile_limits(values, count)[1:-1]
    elif method == 'change_points':
        inner = area_curve(cost, count, with_sources, intervals)[1]
    elif method == 'manual':
        inner = _given_limits(limits)
    else:
        raise ParameterError('There is no classification method {method}; choose one of {methods}.', method=method,
                             methods=', '.join(METHODS))
    known = cost[~np.isnan(cost)]
    ends = np.concatenate([[min([known.min(), *inner])], inner, [max([known.max(), *inner])]])
    levels = class_numbers(cost, ends).astype(np.int32)
    progress(1.0)
    return SecurityLevels(ends, levels, np.bincount(levels[levels > 0], minlength=len(ends))[1:])


def area_curve(cost, count, with_sources=False, intervals=200, fewer=False):
    """The area curve and the costs where it bends most.

    The curve is cut in two where the mean of its slopes changes most, then that part in which a further cut explains
    most, until there are ``count`` parts (mean change point method, repeated).

    Parameters
    ----------
    cost, with_sources : as in ``security_levels``
    count : parts
    intervals : equal steps of cost between 0 and the largest cost
    fewer : whether a curve with fewer bends is left in fewer parts

    Returns
    -------
    AreaCurve, (count - 1,) ascending costs

    Raises
    ------
    EmptyInputError, ValueRangeError : see ``security_levels``
    ParameterError : fewer bends than asked for, unless ``fewer``
    """
    values = _limit_values(np.asarray(cost, dtype=float), with_sources)
    if intervals < 2 * count:
        raise ParameterError('The area curve has {intervals} steps; {count} levels need at least {least}.',
                             intervals=intervals, count=count, least=2 * count)
    edges = np.linspace(0.0, values.max(), intervals + 1)
    # A cost on an edge belongs to the step below it, as with the levels.
    step = np.maximum(np.searchsorted(edges, values, side='left') - 1, 0)
    cells = np.bincount(step, minlength=intervals)
    cuts = np.sort(_change_points(cells.astype(float), count - 1, fewer))
    parts = np.searchsorted(cuts, np.arange(intervals), side='right') + 1
    return AreaCurve(edges[1:], cells, mean_change_points(cells), parts), edges[cuts]


def _change_points(slopes, wanted, fewer):
    """Positions before which to cut, the best first."""
    parts, found = [(0, slopes.size)], []
    while len(found) < wanted:
        options = []
        for start, end in parts:
            if end - start < 2:
                continue
            gains = mean_change_points(slopes[start:end])
            best = int(np.nanargmax(gains))
            options.append((float(gains[best]), -start - best, (start, end)))
        gain, place, part = max(options, default=(0.0, 0, None))
        if not gain > 0 and fewer:
            break
        if not gain > 0:
            raise ParameterError('The area curve has only {found} bends; ask for at most {most} levels, or take '
                                 'natural breaks.', found=len(found), most=len(found) + 1)
        found.append(-place)
        parts.remove(part)
        parts += [(part[0], -place), (-place, part[1])]
    return np.array(found, dtype=np.int64)


def _limit_values(cost, with_sources):
    """The costs that take part in finding limits."""
    check_not_empty('Cumulative resistance', np.isfinite(cost))
    check_range('Cumulative resistance', cost, minimum=0)
    values = cost[~np.isnan(cost)]
    if not (values > 0).any():
        raise EmptyInputError('All {count} costs are 0: every cell is a source, and there is nothing to divide.',
                              count=values.size)
    return values if with_sources else values[values > 0]


def _given_limits(limits):
    if len(limits) == 1:
        inner = np.asarray(limits, dtype=float)
        if not np.isfinite(inner).all():
            raise ParameterError('The limit {limit} is no finite number.', limit=str(limits[0]))
        return inner
    return check_limits(limits)


def level_names(naming, count) -> list[tuple[str, str]]:
    """English and Chinese names of levels 1 to ``count``; levels beyond those with a name are numbered.

    Parameters
    ----------
    naming : 'zones' from the core zone outwards, or 'security' from lowest to highest
    """
    if naming not in NAMINGS:
        raise ParameterError('Unknown names {given}; choose one of {choices}.', given=naming,
                             choices=', '.join(NAMINGS))
    if naming == 'security':
        names = [DEGREES[place] for place in SPREAD.get(count, ())]
    else:
        names = list(ZONES[:count])
    return names + [(f'Level {number}', f'第{number}级') for number in range(len(names) + 1, count + 1)]
