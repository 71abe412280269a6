"""Linkage priority: what cores are worth, what corridors are worth, and both blended into a map."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_not_empty, check_positive, check_share, never, silent, stop_if
from ..engine import LocalEngine, check_capacity
from ..errors import EmptyInputError, GridMismatchError, ParameterError, ValueRangeError
from ..grid import Grid, check_same_shape
from .corridors import normalised_least_cost_corridor
from .cost_distance import cost_distance, cost_graph
from .raster_network import raster_corridors
from .source_cells import usable_sources

NORMALISATIONS = ('range', 'maximum')
# Two ways to add up the same path differ in the last digits.
ROUNDING = 1 + 1e-9


@dataclass(frozen=True)
class Term:
    """One ingredient of a priority.

    Attributes
    ----------
    name : what the user calls it
    values : (n,) float, None where it is not given
    weight : its share; 0 leaves it out
    inverted : whether small values are the better ones
    normalisation : one of NORMALISATIONS, or 'none' where the values lie between 0 and 1 already
    """

    name: str
    values: np.ndarray | None
    weight: float
    inverted: bool = False
    normalisation: str = 'range'

    def normalised(self) -> np.ndarray:
        """The values between 0 and 1."""
        values = np.asarray(self.values, dtype=float)
        return values if self.normalisation == 'none' else normalised(values, self.normalisation, self.inverted)


def normalised(values, normalisation='range', inverted=False) -> np.ndarray:
    """Values brought to 0 to 1.

    range : (x - min) / (max - min), inverted (max - x) / (max - min); maximum : x / max, inverted
    (max + min - x) / max. Where all values are equal they become 1.

    Parameters
    ----------
    values : (n,) float, at least 0 for 'maximum'

    Source: Gallo and Greene 2018, Connectivity Analysis Software for Estimating Linkage Priority
    """
    values = np.asarray(values, dtype=float)
    if normalisation not in NORMALISATIONS:
        raise ParameterError('Unknown normalisation {given}; choose one of {choices}.', given=normalisation,
                             choices=', '.join(NORMALISATIONS))
    low, high = float(values.min()), float(values.max())
    if high == low:
        return np.ones(values.size)
    if normalisation == 'range':
        return (high - values if inverted else values - low) / (high - low)
    if low < 0:
        raise ValueRangeError('{count} values are negative; normalising by the maximum needs values of at least 0.',
                              count=int((values < 0).sum()))
    return (high + low - values if inverted else values) / high


def weighted_priority(terms) -> np.ndarray:
    """Weighted sum of normalised terms, the weights brought to a sum of 1.

    Parameters
    ----------
    terms : list of Term

    Returns
    -------
    (n,) float, 0 to 1

    Raises
    ------
    ParameterError : no weight above 0, a negative weight, or a weighted term without values
    ValueRangeError : values that are missing or infinite
    """
    used = [term for term in terms if term.weight != 0]
    total = sum(term.weight for term in used)
    if not total > 0 or any(term.weight < 0 for term in used):
        raise ParameterError('The weights must be at least 0, and one of them above 0.')
    parts = []
    for term in used:
        if term.values is None:
            raise ParameterError('{name} has a weight of {weight}, but no values are given. Give them, or set the '
                                 'weight to 0.', name=term.name, weight=f'{term.weight:g}')
        values = np.asarray(term.values, dtype=float)
        unknown = ~np.isfinite(values)
        if unknown.any():
            raise ValueRangeError('{name}: {count} values are missing or infinite; the first is number {first}. Fill '
                                  'them in, or set the weight to 0.', name=term.name, count=int(unknown.sum()),
                                  first=int(np.flatnonzero(unknown)[0]) + 1)
        parts.append(term.weight / total * term.normalised())
    return np.sum(parts, axis=0)


def core_value(terms) -> np.ndarray:
    """Core area value (CAV): the weighted sum of ``terms``, brought to the range 0 to 1.

    Source: Gallo and Greene 2018, Connectivity Analysis Software for Estimating Linkage Priority
    """
    return normalised(weighted_priority(terms))


def corridor_priority(terms):
    """Corridor specific priority (CSP) of links: (weighted sum of ``terms``, the same divided by its maximum).

    Source: Gallo and Greene 2018, Connectivity Analysis Software for Estimating Linkage Priority
    """
    priority = weighted_priority(terms)
    return priority, priority / priority.max() if priority.max() > 0 else np.zeros(priority.size)


def climate_value(ratios, points, values) -> np.ndarray:
    """What a climate ratio is worth: straight lines between (least, target, largest ratio) and their values.

    Parameters
    ----------
    ratios : (n,) float; beyond the ends the value of the end holds
    points : (3,) ascending ratios
    values : (3,) their values, 0 to 1
    """
    points, values = np.asarray(points, dtype=float), np.asarray(values, dtype=float)
    if points.size != values.size or points.size < 2 or not (np.diff(points) > 0).all():
        raise ParameterError('The climate ratios must ascend, with one value each; given are {points} and {values}.',
                             points=', '.join(f'{point:g}' for point in points),
                             values=', '.join(f'{value:g}' for value in values))
    for value in values:
        check_share('climate value', value)
    return np.interp(np.asarray(ratios, dtype=float), points, values)


def blended_priority(resistance, sources, pairs, priorities, grid: Grid, cutoff=None, share=0.5, names=None,
                     expected=None, engine=None, progress=silent, cancelled=never):
    """Blended priority of every cell: the largest over all links of corridor value and link priority together.

    share x (max - x) / (max - min) + (1 - share) x priority, with x the normalised least-cost corridor of the link,
    its least and largest value up to the cutoff.

    Parameters
    ----------
    resistance : (rows, columns) float, above 0; NaN cannot be crossed
    sources : (rows, columns) int, number of the source on a cell, 0 where there is none
    pairs : (links, 2) int, source numbers
    priorities : (links,) float, 0 to 1, normalised corridor priority; NaN leaves a link out
    cutoff : largest corridor value, resistance x metres; None for a tenth of the median cost of the links
    share : of the corridor value
    names : what the user calls the sources 1, 2, ...
    expected : (links,) float, least-cost distances if they are known; they only shorten the searches
    engine : a LocalEngine searches in a worker with compiled kernels where numba is there; the results are the same

    Returns
    -------
    (rows, columns) float, 0 to 1, NaN where no corridor is; the cutoff used

    Source: Gallo and Greene 2018, Connectivity Analysis Software for Estimating Linkage Priority
    """
    check_same_shape(resistance=resistance, sources=sources)
    check_share('share', share)
    pairs, priorities = np.asarray(pairs, dtype=np.int64).reshape(-1, 2), np.asarray(priorities, dtype=float)
    if priorities.size != len(pairs):
        raise GridMismatchError('Every link needs one priority.')
    kept = np.flatnonzero(np.isfinite(priorities))
    if not kept.size:
        raise EmptyInputError('No link has a priority. Lower the smallest priority that is kept.')
    pairs = np.sort(pairs, axis=1)
    resistance = np.asarray(resistance, dtype=float)
    if cutoff is not None:
        check_share('cutoff', cutoff, 0, np.inf)
    if isinstance(engine, LocalEngine):
        check_positive('Resistance', resistance)
        check_not_empty('Resistance', ~np.isnan(resistance))
        sources = usable_sources(resistance, sources, names)
        found = raster_corridors(resistance, sources, pairs[kept], cutoff, grid, engine, progress, cancelled)
        if found is not None:
            corridors, used = found
            if not corridors and cutoff is None:
                raise _unreachable()
            best = np.full(resistance.size, -np.inf)
            for link in kept.tolist():
                if tuple(pairs[link].tolist()) in corridors:
                    _blend(best, corridors[tuple(pairs[link].tolist())], share, priorities[link])
            return _known(best).reshape(grid.shape), float(used)
    graph = cost_graph(resistance, grid, cancelled=cancelled)
    labels = graph.on_nodes(usable_sources(resistance, sources, names))
    searched = np.unique(pairs[kept]).size
    check_capacity(12.0 * graph.weights.size + 8.0 * graph.nodes * (searched + 6), f'{searched} x {graph.nodes}',
                   6e-7 * searched * graph.nodes, progress)
    if cutoff is None:
        cutoff = 0.1 * _median_cost(graph, labels, pairs[kept], progress, cancelled)
    best = np.full(graph.nodes, -np.inf)
    expected = np.full(len(pairs), np.inf) if expected is None else np.asarray(expected, dtype=float)
    order = kept[np.lexsort((pairs[kept, 1], pairs[kept, 0]))]
    progress(0.3, 'Priority of {count} corridors', count=int(order.size))
    searches = _Searches(graph, labels, pairs[order], expected[order], cutoff, cancelled)
    for done, link in enumerate(order.tolist()):
        stop_if(cancelled)
        progress(0.3 + 0.7 * done / order.size)
        _blend(best, searches.corridor(*pairs[link].tolist()), share, priorities[link])
    return graph.on_cells(_known(best), np.nan), float(cutoff)


def _known(best):
    return np.where(np.isfinite(best), best, np.nan)


def _blend(best, corridor, share, priority):
    """Raises ``best`` to what a link gives the cells of its corridor: (distance, cells, values)."""
    distance, cells, values = corridor
    if not cells.size:
        return
    # Rounding leaves cells of one path a hair apart.
    values = np.where(values < distance * (ROUNDING - 1), 0.0, values)
    best[cells] = np.maximum(best[cells], share * _closest_first(values) + (1 - share) * priority)


class _Searches:
    """Surfaces of sources on a graph, each kept only as long as another link will ask for it."""

    def __init__(self, graph, labels, pairs, expected, cutoff, cancelled):
        self.graph, self.labels, self.cutoff, self.cancelled = graph, labels, cutoff, cancelled
        self.limits = _limits(pairs, expected, cutoff)
        self.needed = pairs.ravel().tolist()
        self.costs: dict[int, np.ndarray] = {}

    def corridor(self, first, second):
        """Least-cost distance, nodes of the corridor and their normalised values."""
        ends, target = (first, second), self.labels == second
        for number in ends:
            if number not in self.costs:
                self._search(number)
        if float(self.costs[first][target].min()) + self.cutoff > min(self.limits[number] for number in ends):
            # The link costs more than expected.
            for number in ends:
                self.limits[number] = np.inf
                self._search(number)
        found = _corridor(self.costs[first], self.costs[second], target, self.cutoff)
        for number in ends:
            self.needed.remove(number)
            if number not in self.needed:
                del self.costs[number]
        return found

    def _search(self, number):
        self.costs[number] = cost_distance(self.graph, np.flatnonzero(self.labels == number), self.limits[number],
                                           self.cancelled)


def _limits(pairs, expected, cutoff):
    """Source number -> how far its search must go for its links and their corridors."""
    limits = {}
    for ends, cost in zip(pairs.tolist(), expected.tolist()):
        for number in ends:
            limits[number] = max(limits.get(number, 0.0), (cost + cutoff) * ROUNDING)
    return limits


def _corridor(from_first, from_second, target, cutoff):
    """Least-cost distance, nodes of the corridor and their normalised values."""
    distance = float(from_first[target].min())
    if not np.isfinite(distance):
        return distance, np.zeros(0, np.int64), np.zeros(0)
    reached = np.flatnonzero(np.isfinite(from_first) & np.isfinite(from_second))
    values = normalised_least_cost_corridor(from_first[reached], from_second[reached], distance)
    inside = values <= cutoff
    return distance, reached[inside], values[inside]


def _closest_first(values):
    low, high = values.min(), values.max()
    return (high - values) / (high - low) if high > low else np.ones(values.size)


def _median_cost(graph, labels, pairs, progress, cancelled):
    found = []
    progress(0.0, 'Least-cost distances of {count} links', count=len(pairs))
    for done, number in enumerate(np.unique(pairs[:, 0]).tolist()):
        stop_if(cancelled)
        progress(0.3 * done / len(pairs))
        costs = cost_distance(graph, np.flatnonzero(labels == number), cancelled=cancelled)
        found += [float(costs[labels == other].min()) for other in pairs[pairs[:, 0] == number, 1]]
    finite = [cost for cost in found if np.isfinite(cost)]
    if not finite:
        raise _unreachable()
    return float(np.median(finite))


def _unreachable():
    return EmptyInputError('None of the links can be reached on the resistance raster.')
