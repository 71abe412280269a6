"""Linkage priority: what cores are worth, what corridors are worth, and both blended into a map."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_share, never, silent, stop_if
from ..engine import check_capacity
from ..errors import EmptyInputError, GridMismatchError, ParameterError, ValueRangeError
from ..grid import Grid, check_same_shape
from .corridors import normalised_least_cost_corridor
from .cost_distance import cost_distance, cost_graph
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
                     expected=None, progress=silent, cancelled=never):
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
    graph = cost_graph(np.asarray(resistance, dtype=float), grid)
    labels = graph.on_nodes(usable_sources(resistance, sources, names))
    searched = np.unique(pairs[kept]).size
    check_capacity(12.0 * graph.weights.size + 8.0 * graph.nodes * (searched + 6), f'{searched} x {graph.nodes}',
                   6e-7 * searched * graph.nodes, progress)
    if cutoff is None:
        cutoff = 0.1 * _median_cost(graph, labels, pairs[kept], progress, cancelled)
    check_share('cutoff', cutoff, 0, np.inf)
    best = np.full(graph.nodes, -np.inf)
    expected = np.full(len(pairs), np.inf) if expected is None else np.asarray(expected, dtype=float)
    limits = _limits(pairs[kept], expected[kept], cutoff)
    costs = {}
    order = kept[np.lexsort((pairs[kept, 1], pairs[kept, 0]))]
    needed = pairs[order].ravel().tolist()
    progress(0.3, 'Priority of {count} corridors', count=int(order.size))
    for done, link in enumerate(order.tolist()):
        stop_if(cancelled)
        progress(0.3 + 0.7 * done / order.size)
        first, second = pairs[link].tolist()
        for number in (first, second):
            if number not in costs:
                costs[number] = cost_distance(graph, np.flatnonzero(labels == number), limits[number])
        if float(costs[first][labels == second].min()) + cutoff > min(limits[first], limits[second]):
            # The link costs more than expected.
            for number in (first, second):
                limits[number] = np.inf
                costs[number] = cost_distance(graph, np.flatnonzero(labels == number))
        cells, values = _corridor(costs[first], costs[second], labels == second, cutoff)
        if cells.size:
            worth = share * _closest_first(values) + (1 - share) * priorities[link]
            best[cells] = np.maximum(best[cells], worth)
        for number in (first, second):
            needed.remove(number)
            # A surface stays only as long as another link will ask for it.
            if number not in needed:
                del costs[number]
    return graph.on_cells(np.where(np.isfinite(best), best, np.nan), np.nan), float(cutoff)


def _limits(pairs, expected, cutoff):
    """Source number -> how far its search must go for its links and their corridors."""
    limits = {}
    for ends, cost in zip(pairs.tolist(), expected.tolist()):
        for number in ends:
            limits[number] = max(limits.get(number, 0.0), (cost + cutoff) * ROUNDING)
    return limits


def _corridor(from_first, from_second, target, cutoff):
    """Nodes of a link's corridor and their normalised values."""
    distance = float(from_first[target].min())
    if not np.isfinite(distance):
        return np.zeros(0, np.int64), np.zeros(0)
    reached = np.flatnonzero(np.isfinite(from_first) & np.isfinite(from_second))
    values = normalised_least_cost_corridor(from_first[reached], from_second[reached], distance)
    # Rounding leaves cells of one path a hair apart.
    values[values < distance * (ROUNDING - 1)] = 0.0
    inside = values <= cutoff
    return reached[inside], values[inside]


def _closest_first(values):
    low, high = values.min(), values.max()
    return (high - values) / (high - low) if high > low else np.ones(values.size)


def _median_cost(graph, labels, pairs, progress, cancelled):
    found = []
    progress(0.0, 'Least-cost distances of {count} links', count=len(pairs))
    for done, number in enumerate(np.unique(pairs[:, 0]).tolist()):
        stop_if(cancelled)
        progress(0.3 * done / len(pairs))
        costs = cost_distance(graph, np.flatnonzero(labels == number))
        found += [float(costs[labels == other].min()) for other in pairs[pairs[:, 0] == number, 1]]
    finite = [cost for cost in found if np.isfinite(cost)]
    if not finite:
        raise EmptyInputError('None of the links can be reached on the resistance raster.')
    return float(np.median(finite))
