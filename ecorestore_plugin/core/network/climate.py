"""Corridors that follow a climate gradient from one core to another.

Moving costs the distance, the resistance on the way, and every change of the climate on the way. A path along which
the climate changes in one direction only pays for the difference between its ends and no more; one that crosses a
valley or a ridge pays for the detour through other climates too.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace

import numpy as np

from ..checks import check_not_empty, check_positive, check_share, never, part_of, silent, stop_if
from ..engine import InProcessEngine, LocalEngine
from ..errors import EmptyInputError, ParameterError
from ..grid import Grid, check_same_shape
from .adjacency import all_pairs, edge_distances
from .climate_search import GraphWays, RasterWays, has_kernels
from .cost_distance import CostGraph, cost_graph, step_length
from .source_cells import usable_sources

DIRECTIONS = ('falling', 'rising')
CUTOFF_SHARE = 0.1
NODES_AT_ONCE = 1 << 18  # between two looks at the cancel button


@dataclass(frozen=True)
class ClimateRules:
    """Which cores are linked, and what a way along the gradient costs.

    Attributes
    ----------
    threshold : cores are linked when their climates differ by more than this
    deviations : the climate of a core is its mean minus so many standard deviations
    nearest, farthest : straight distance between the edges of linked cores, metres; farthest None for no limit
    falling, rising : cost of one unit of climate down and up, metres of open land
    direction : 'falling' leads from the core with the higher climate to the one with the lower, 'rising' back
    third_source : 'drop' or 'keep' links whose path crosses a third core
    """

    threshold: float = 1.0
    deviations: float = 2.0
    nearest: float = 2000.0
    farthest: float | None = 50000.0
    falling: float = 50000.0
    rising: float = 50000.0
    direction: str = 'falling'
    third_source: str = 'drop'


@dataclass(frozen=True, eq=False)
class ClimateLink:
    """The cheapest way along the gradient from the core ``first`` to the core ``second``.

    ``change`` is the climate at the end minus that at the start; ``path`` (cells, 2) rows and columns.
    """

    first: int
    second: int
    cost: float
    euclidean: float
    length: float
    change: float
    path: np.ndarray
    third_sources: tuple[int, ...] = ()


@dataclass(frozen=True)
class ClimateNetwork:
    """Links, their mosaic of normalised least-cost corridors up to the cutoff, and what was left out.

    ``climates`` (cores,) is the climate of each core; ``dropped`` holds the numbers of pairs that were 'too alike',
    'too near', 'too far', 'unreachable' and 'third source'.
    """

    links: tuple[ClimateLink, ...]
    mosaic: np.ndarray
    cutoff: float
    climates: np.ndarray
    dropped: dict[str, int]


def core_climates(climate, sources, deviations=2.0) -> np.ndarray:
    """Mean minus some standard deviations of the climate over the cells of each core.

    Parameters
    ----------
    climate : (rows, columns) float, NaN where unknown
    sources : (rows, columns) int, 0 where there is no core

    Returns
    -------
    (largest number,) float, NaN where a core has no known cell

    Source: Nunez et al. 2013, Conservation Biology, doi:10.1111/cobi.12014; Kavanagh et al. 2013, Climate Linkage
    Mapper
    """
    check_same_shape(climate=climate, sources=sources)
    known = np.isfinite(climate) & (sources > 0)
    numbers, values = sources[known], climate[known]
    count = np.bincount(numbers, minlength=int(sources.max()) + 1)[1:]
    size = np.maximum(count, 1)
    mean = np.bincount(numbers, weights=values, minlength=count.size + 1)[1:] / size
    spread = np.bincount(numbers, weights=(values - mean[numbers - 1]) ** 2, minlength=count.size + 1)[1:]
    return np.where(count > 0, mean - deviations * np.sqrt(spread / size), np.nan)


def gradient_graph(resistance, climate, grid: Grid, falling, rising, cancelled=never) -> CostGraph:
    """The steps of a resistance surface with the cost of moving along a climate gradient.

    A step costs length x (1 + mean resistance) + falling or rising x change of the climate. That is what r.walk of
    GRASS computes with the climate as elevation, the resistance as friction (lambda 1), a slope factor of 1 and the
    coefficients 1, rising, -falling, -falling.

    Parameters
    ----------
    resistance : (rows, columns) float, above 0; NaN cannot be crossed, nor cells without climate
    climate : (rows, columns) float

    Returns
    -------
    CostGraph whose steps cost more in one direction than in the other where falling and rising differ
    """
    check_same_shape(resistance=resistance, climate=climate)
    resistance = np.where(np.isfinite(climate), np.asarray(resistance, dtype=float), np.nan)
    graph = cost_graph(resistance, grid, cancelled=cancelled)
    heights, weights = graph.on_nodes(climate), np.empty_like(graph.weights)
    for first in range(0, graph.nodes, NODES_AT_ONCE):
        stop_if(cancelled)
        nodes = np.arange(first, min(first + NODES_AT_ONCE, graph.nodes))
        steps = slice(graph.indptr[nodes[0]], graph.indptr[nodes[-1] + 1])
        start, end = np.repeat(nodes, np.diff(graph.indptr[first:nodes[-1] + 2])), graph.indices[steps]
        (rows, columns), (rows_there, columns_there) = graph.place(start), graph.place(end)
        length = step_length(rows_there - rows, columns_there - columns, grid)
        change = heights[end] - heights[start]
        weights[steps] = length + graph.weights[steps] + np.where(change > 0, rising * change, -falling * change)
    # Without the raster, which holds other costs.
    return replace(graph, weights=weights, resistance=None, grid=None)


def reversed_graph(graph: CostGraph) -> CostGraph:
    """Every step walked the other way."""
    from scipy.sparse import csr_matrix

    matrix = csr_matrix((graph.weights, graph.indices, graph.indptr), shape=(graph.nodes, graph.nodes))
    turned = matrix.T.tocsr()
    turned.sort_indices()
    return replace(graph, indptr=turned.indptr, indices=turned.indices, weights=turned.data)


def climate_corridors(resistance, climate, sources, grid: Grid, rules=ClimateRules(), cutoff=None, euclidean=None,
                      names=None, engine=None, progress=silent, cancelled=never) -> ClimateNetwork:
    """Links cores of different climate along the gradient between them.

    Parameters
    ----------
    resistance : (rows, columns) float, above 0; NaN cannot be crossed
    climate : (rows, columns) float, such as the mean annual temperature
    sources : (rows, columns) int, number of the core on a cell, 0 where there is none
    cutoff : corridors keep cells whose normalised value is at most this; None for a tenth of the median cost
    euclidean : function that takes (pairs, 2) numbers and returns straight distances in metres; None measures
        between the edges of the cores' cells
    names : what the user calls the cores 1, 2, ...
    engine : a LocalEngine searches in workers, with compiled kernels where numba is there; otherwise this process
        searches with scipy; the results are the same

    Raises
    ------
    ValueRangeError, EmptyInputError, ParameterError, CapacityError

    Source: Nunez et al. 2013, Conservation Biology, doi:10.1111/cobi.12014; Kavanagh et al. 2013, Climate Linkage
    Mapper
    """
    _check_rules(rules, cutoff)
    check_same_shape(resistance=resistance, climate=climate)
    passable = np.where(np.isfinite(climate), np.asarray(resistance, dtype=float), np.nan)
    check_positive('Resistance', passable)
    check_not_empty('Resistance', ~np.isnan(passable))
    sources = usable_sources(passable, sources, names, fewest=2)
    climates = core_climates(climate, sources, rules.deviations)
    pairs, distances, dropped = _pairs(climates, sources, grid, rules, euclidean)
    progress(0.1, 'Gradient costs of {count} cores on {cells} cells', count=int(np.unique(pairs).size),
             cells=int(np.count_nonzero(~np.isnan(passable))))
    with contextlib.ExitStack() as stack:
        ways = _ways(stack, passable, climate, sources, grid, rules, engine, cancelled)
        links = [_link(pair, found, distance, climates, sources, grid) for pair, found, distance in zip(
            pairs.tolist(), ways.find(pairs, part_of(progress, 0.1, 0.7), cancelled), distances.tolist())]
        reached = [link for link in links if np.isfinite(link.cost)]
        kept = [link for link in reached if rules.third_source == 'keep' or not link.third_sources]
        dropped.update({'unreachable': len(links) - len(reached), 'third source': len(reached) - len(kept)})
        if cutoff is None:
            cutoff = CUTOFF_SHARE * float(np.median([link.cost for link in kept])) if kept else 0.0
        progress(0.8, 'Corridors of {count} links', count=len(kept))
        mosaic = ways.mosaic([(link.first, link.second) for link in kept], [link.cost for link in kept], cutoff,
                             part_of(progress, 0.8, 1.0), cancelled)
    return ClimateNetwork(tuple(kept), mosaic, float(cutoff), climates, dropped)


def _ways(stack, resistance, climate, sources, grid, rules, engine, cancelled):
    """Where the searches run: on the raster where workers have compiled kernels, else on its graph."""
    if isinstance(engine, LocalEngine):
        stack.enter_context(engine)
        if all(engine.map(has_kernels, [0], cancelled=cancelled)):
            return stack.enter_context(RasterWays(resistance, climate, sources, grid, rules.falling, rules.rising,
                                                  engine))
    graph = gradient_graph(resistance, climate, grid, rules.falling, rules.rising, cancelled)
    stop_if(cancelled)
    back = reversed_graph(graph)
    stop_if(cancelled)
    return GraphWays(graph, back, graph.on_nodes(sources), engine or InProcessEngine())


def _check_rules(rules, cutoff):
    if rules.direction not in DIRECTIONS:
        raise ParameterError('Unknown direction {given}; choose one of {choices}.', given=rules.direction,
                             choices=', '.join(DIRECTIONS))
    limits = {'threshold': rules.threshold, 'deviations': rules.deviations, 'nearest': rules.nearest,
              'farthest': rules.farthest, 'falling': rules.falling, 'rising': rules.rising, 'cutoff': cutoff}
    for name, value in limits.items():
        if value is not None:
            check_share(name, value, 0, np.inf)


def _pairs(climates, sources, grid, rules, euclidean):
    """Pairs of cores in walking direction, their straight distances, and how many were left out."""
    pairs = all_pairs(sources[sources > 0])
    difference = climates[pairs[:, 1] - 1] - climates[pairs[:, 0] - 1]
    different = np.abs(difference) > rules.threshold
    dropped = {'too alike': int((~different).sum())}
    pairs, difference = pairs[different], difference[different]
    distances = np.zeros(0)
    if len(pairs):
        distances = np.asarray(euclidean(pairs) if euclidean else edge_distances(sources, pairs, grid), dtype=float)
    near = distances < rules.nearest
    far = distances > (np.inf if rules.farthest is None else rules.farthest)
    dropped.update({'too near': int(near.sum()), 'too far': int(far.sum())})
    turn = difference > 0 if rules.direction == 'falling' else difference < 0
    pairs = np.where(turn[:, np.newaxis], pairs[:, ::-1], pairs)[~near & ~far]
    if not len(pairs):
        raise EmptyInputError('No two of the {count} cores qualify: {alike} pairs differ too little in climate, {near} '
                              'lie too near and {far} too far. Change the threshold or the distances.',
                              count=int(np.unique(sources[sources > 0]).size), alike=dropped['too alike'],
                              near=dropped['too near'], far=dropped['too far'])
    return pairs, distances[~near & ~far], dropped


def _link(pair, found, distance, climates, sources, grid):
    (first, second), (cost, rows, columns) = pair, found
    change = float(climates[second - 1] - climates[first - 1])
    crossed = set(np.unique(sources[rows, columns]).tolist()) - {0, first, second}
    length = float(step_length(np.diff(rows), np.diff(columns), grid).sum()) if len(rows) else np.nan
    return ClimateLink(first, second, cost, distance, length, change, np.stack([rows, columns], axis=1),
                       tuple(sorted(crossed)))
