"""Upper bounds of least-cost distances, read off the zones of nearest sources.

A bound says how far a search has to go. It is never reported: the cheapest path may lead elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..grid import Grid, check_same_shape
from .adjacency import nearest_cells, touching_zones
from .steps import DIRECTION_CODES, HALF_OF_STEPS, STEPS, step_length

MOST_POINTS = 4_000_000  # of straight lines at a time
CHAINS = 64  # sources whose chains are looked for at a time


@dataclass(frozen=True)
class Borders:
    """The cheapest way over the border of every two zones that touch.

    Attributes
    ----------
    pairs : (pairs, 2) int, as ``adjacent_pairs``
    costs : (pairs,) float, cost of the way from source to source, resistance x metres
    ends : (pairs, 2) int, cells in reading order where the way ends in the first and in the second source
    """

    pairs: np.ndarray
    costs: np.ndarray
    ends: np.ndarray


def zone_borders(allocation, cost, back_link, resistance, grid: Grid) -> Borders:
    """The cheapest ways that change from one zone to another exactly once.

    Parameters
    ----------
    allocation, cost, back_link : (rows, columns), as in ``CumulativeResistance``, with 8 neighbours
    resistance : (rows, columns) float
    """
    check_same_shape(allocation=allocation, cost=cost, back_link=back_link, resistance=resistance)
    costs, values = np.reshape(cost, -1), np.reshape(resistance, -1)
    pairs, cells, ways = [], [], []
    for down, right in HALF_OF_STEPS:
        found, ends = touching_zones(allocation, down, right)
        step = values[ends].astype(np.float64).sum(axis=1) * (0.5 * step_length(down, right, grid))
        pairs.append(found)
        cells.append(ends)
        ways.append(costs[ends[:, 0]] + step + costs[ends[:, 1]])
    all_pairs, all_cells, all_ways = map(np.concatenate, (pairs, cells, ways))
    order = np.lexsort((all_ways, all_pairs[:, 1], all_pairs[:, 0]))
    best = order[_first_of_each(all_pairs[order])]
    return Borders(all_pairs[best], all_ways[best], source_ends(back_link, all_cells[best]))


def _first_of_each(pairs):
    """(pairs,) bool, whether a pair of a sorted list differs from the one before it."""
    first = np.ones(len(pairs), bool)
    first[1:] = (pairs[1:] != pairs[:-1]).any(axis=1)
    return first


def source_ends(back_link, cells) -> np.ndarray:
    """The cells, in reading order, where the back links of others end."""
    links, away = np.reshape(back_link, -1), np.zeros(256, np.int64)
    for down, right in STEPS:
        away[DIRECTION_CODES[down + 1, right + 1]] = down * np.shape(back_link)[1] + right
    ends = np.array(cells, dtype=np.int64).reshape(-1)
    moving = np.arange(ends.size)
    while moving.size:
        step = away[links[ends[moving]]]
        moving, step = moving[step != 0], step[step != 0]
        ends[moving] += step
    return ends.reshape(np.shape(cells))


def straight_costs(resistance, starts, ends, grid: Grid) -> np.ndarray:
    """Cost of walking straight from cell to cell.

    Parameters
    ----------
    starts, ends : (lines, 2) int, rows and columns

    Returns
    -------
    (lines,) float, resistance x metres; infinite where the line meets a cell without resistance
    """
    starts, ends = (np.asarray(cells, dtype=np.int64).reshape(-1, 2) for cells in (starts, ends))
    counts = np.abs(ends - starts).max(axis=1, initial=0)
    costs = np.empty(len(starts))
    parts = np.flatnonzero(np.diff(np.cumsum(counts + 1) // MOST_POINTS)) + 1
    for lines in np.split(np.arange(len(starts)), parts):
        costs[lines] = _walk(resistance, starts[lines], ends[lines], counts[lines], grid)
    return costs


def _walk(resistance, starts, ends, counts, grid):
    """Costs of lines that together have few points."""
    first = np.concatenate([[0], np.cumsum(counts + 1)[:-1]])
    line = np.repeat(np.arange(counts.size), counts + 1)
    share = (np.arange(line.size) - first[line]) / np.maximum(counts, 1)[line]
    rows, columns = np.floor(starts[line] + share[:, np.newaxis] * (ends - starts)[line] + 0.5).astype(np.int64).T
    values = np.asarray(resistance[rows, columns], dtype=np.float64)
    steps = np.zeros(line.size)  # to each point from the one before it
    steps[1:] = (values[1:] + values[:-1]) * (0.5 * step_length(np.diff(rows), np.diff(columns), grid))
    steps[first] = 0.0
    steps[np.isnan(steps) | np.isnan(values)] = np.inf
    return np.bincount(line, weights=steps, minlength=counts.size)


def cost_bounds(resistance, sources, pairs, borders: Borders, grid: Grid) -> np.ndarray:
    """An upper bound of the least-cost distance of every pair.

    It is the cheapest of the way over the border of their zones, and of two such ways by a third source, with the
    straight line between their ends there. For pairs that have neither, it is a chain of such ways over more sources,
    or else the straight line from edge to edge.

    Parameters
    ----------
    pairs : (pairs, 2) int

    Returns
    -------
    (pairs,) float, resistance x metres; infinite where every line meets a cell without resistance
    """
    pairs = np.asarray(pairs, dtype=np.int64).reshape(-1, 2)
    around = _around(borders)
    bounds = np.array([around.get(first, {}).get(second, (np.inf, 0))[0] for first, second in pairs.tolist()])
    _by_third_sources(bounds, resistance, pairs, around, grid)
    apart = np.flatnonzero(np.isinf(bounds))
    if apart.size:
        bounds[apart] = _by_chains(resistance, pairs[apart], borders, around, grid)
        apart = apart[np.isinf(bounds[apart])]
    if apart.size:
        starts, ends = nearest_cells(sources, pairs[apart], grid)
        bounds[apart] = straight_costs(resistance, starts, ends, grid)
    return bounds


def _by_third_sources(bounds, resistance, pairs, around, grid):
    """Lowers the bounds to the ways by a source that both ends have as a neighbour."""
    places, ways, lines = [], [], []
    for index, (first, second) in enumerate(pairs.tolist()):
        for third in around.get(first, {}).keys() & around.get(second, {}).keys():
            (one, start), (other, end) = around[third][first], around[third][second]
            if one + other < bounds[index]:
                places.append(index)
                ways.append(one + other)
                lines.append((start, end))
    if lines:
        np.minimum.at(bounds, places, np.array(ways) + _across(resistance, lines, grid))


def _across(resistance, lines, grid):
    """Costs of straight lines between cells in reading order."""
    starts, ends = (np.stack(np.divmod(cells, grid.columns), axis=1) for cells in np.array(lines).T)
    return straight_costs(resistance, starts, ends, grid)


def _by_chains(resistance, pairs, borders, around, grid):
    """The cheapest chains of ways over borders and straight lines between their ends in the sources on the way."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import dijkstra

    count = len(borders.pairs)
    # Nodes: both ends of every way, then where chains start, then where they end, by source.
    end = {}
    for index, (first, second) in enumerate(borders.pairs.tolist()):
        end[first, second], end[second, first] = index, count + index
    place = {source: number for number, source in enumerate(around)}
    inner = [(end[source, one], end[source, other]) for source, others in around.items()
             for one in others for other in others if one != other]
    legs = [(end[source, other], end[other, source], place[source], place[other], cost)
            for source, others in around.items() for other, (cost, _) in others.items()]
    if not legs:
        return np.full(len(pairs), np.inf)
    here, there, start, goal = (np.array(column) for column in list(zip(*legs))[:4])
    cost = np.array([leg[4] for leg in legs])
    start, goal = start + 2 * count, goal + 2 * count + len(place)
    cells = borders.ends.T.reshape(-1)
    one, other = np.array(inner, dtype=np.int64).reshape(-1, 2).T
    across = _across(resistance, np.stack([cells[one], cells[other]], axis=1), grid) if one.size else np.zeros(0)
    open_ = np.isfinite(across)
    size = 2 * count + 2 * len(place)
    # No edge may cost nothing: a sparse matrix could lose it.
    graph = coo_matrix((np.concatenate([np.maximum(across[open_], np.finfo(float).tiny), cost, cost, cost]),
                        (np.concatenate([one[open_], here, start, here]),
                         np.concatenate([other[open_], there, there, goal]))), shape=(size, size)).tocsr()
    bounds = np.full(len(pairs), np.inf)
    known = np.flatnonzero(np.isin(pairs, list(place)).all(axis=1))
    ends = np.array([place[source] for source in pairs[known, 1].tolist()], dtype=np.int64) + 2 * count + len(place)
    firsts, turn = np.unique([place[source] for source in pairs[known, 0].tolist()], return_inverse=True)
    for begin in range(0, firsts.size, CHAINS):
        found = dijkstra(graph, indices=firsts[begin:begin + CHAINS] + 2 * count)
        these = np.flatnonzero((turn >= begin) & (turn < begin + CHAINS))
        bounds[known[these]] = found[turn[these] - begin, ends[these]]
    return bounds


def _around(borders):
    """source -> neighbour -> (cost of the way between them, cell where it ends in the source)."""
    around: dict[int, dict[int, tuple[float, int]]] = {}
    for (first, second), cost, (here, there) in zip(borders.pairs.tolist(), borders.costs.tolist(),
                                                    borders.ends.tolist()):
        around.setdefault(first, {})[second] = cost, here
        around.setdefault(second, {})[first] = cost, there
    return around
