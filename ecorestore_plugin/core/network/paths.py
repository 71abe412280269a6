"""Least-cost paths from many starts to many ends."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_not_empty, check_positive, check_share, never, part_of, silent, stop_if
from ..engine import InProcessEngine, LocalEngine, check_capacity
from ..errors import EmptyInputError, ParameterError
from ..grid import Grid
from .cost_distance import CostGraph, check_neighbours, cost_graph, step_length
from .path_surfaces import GraphSurface, RasterSurface, can_search_rasters

TARGETS = ('nearest', 'all')
# Seconds per node of a search; bytes of a finished path.
SEARCH_SECONDS, PATH_BYTES = 6e-7, 4000


@dataclass(frozen=True, eq=False)
class Path:
    """The cheapest way from a start to an end.

    Attributes
    ----------
    start, end : positions in the lists of starts and ends
    cost : resistance x metres
    length : metres between cell centres
    cells : (cells, 2) rows and columns, from the start to the end, one cell of each included
    """

    start: int
    end: int
    cost: float
    length: float
    cells: np.ndarray


@dataclass(frozen=True)
class LeastCostPaths:
    """Paths and what could not be joined.

    Attributes
    ----------
    paths : sorted by start, then by end
    unreachable : (start, end) pairs without a path within the maximum; end is -1 where a start reaches no end at all
    """

    paths: tuple[Path, ...]
    unreachable: tuple[tuple[int, int], ...]


def least_cost_paths(resistance, starts, ends, grid: Grid, targets='nearest', maximum=None, neighbours=8, engine=None,
                     progress=silent, cancelled=never) -> LeastCostPaths:
    """The cheapest paths from starts to their nearest or to all ends.

    Parameters
    ----------
    resistance : (rows, columns) float, above 0; NaN cannot be crossed
    starts : list of (cells,) int arrays, flat indices of the cells of each start; they may overlap
    ends : the same for the ends; None for paths among the starts, each pair once
    grid : cell width and height in metres
    targets : 'nearest' end of every start (ties go to the first in the list), or 'all' ends
    maximum : largest cost of a path, None for no limit
    neighbours : 8 or 4
    engine : where the searches run; None for this process. A LocalEngine whose workers have compiled kernels needs
        no graph, and is much quicker

    Returns
    -------
    LeastCostPaths; the cost of a path is the cost surface of its end at the start, and 0 where start and end overlap

    Raises
    ------
    ValueRangeError : a resistance that is zero, negative or infinite
    EmptyInputError : no start or no end with a passable cell
    CapacityError : a search or the paths do not fit into memory

    Source: Dijkstra 1959, Numerische Mathematik, doi:10.1007/BF01386390; Adriaensen et al. 2003, Landscape and Urban
    Planning, doi:10.1016/S0169-2046(02)00242-6
    """
    if targets not in TARGETS:
        raise ParameterError('Unknown choice of ends {given}; choose one of {choices}.', given=targets,
                             choices=', '.join(TARGETS))
    limit = np.inf if maximum is None else float(maximum)
    check_share('maximum', limit, 0, np.inf)
    check_neighbours(neighbours)
    with engine or InProcessEngine() as engine:
        surface = _surface(np.asarray(resistance, dtype=float), grid, neighbours, engine, cancelled)
        starts = _on_nodes(surface, starts, fewest=2 if ends is None else 1)
        ends_given = ends is not None
        ends = _on_nodes(surface, ends, fewest=1) if ends_given else starts
        stop_if(cancelled)
        if ends_given and targets == 'nearest':
            _announce(surface, 1, len(starts), progress)
            found = _to_nearest(surface, starts, ends, limit, engine, part_of(progress, 0.1, 0.9), cancelled)
        else:
            found = _between_all(surface, starts, ends, ends_given, targets, limit, engine, progress, cancelled)
    stop_if(cancelled)
    paths, lost = [], []
    for start, end, cost, nodes in found:
        if nodes is None:
            lost.append((start, end))
        else:
            rows, columns = surface.place(nodes)
            length = float(step_length(np.diff(rows), np.diff(columns), grid).sum())
            paths.append(Path(start, end, cost, length, np.stack([rows, columns], axis=1)))
    progress(1.0)
    paths.sort(key=lambda path: (path.start, path.end))
    return LeastCostPaths(tuple(paths), tuple(sorted(lost)))


def _surface(resistance, grid, neighbours, engine, cancelled):
    """What the searches run on: the raster itself where workers have compiled kernels, else its graph."""
    if isinstance(engine, LocalEngine) and all(engine.map(can_search_rasters, [0], cancelled=cancelled)):
        check_positive('Resistance', resistance)
        check_not_empty('Resistance', ~np.isnan(resistance))
        return RasterSurface(resistance, grid, neighbours)
    return GraphSurface(cost_graph(resistance, grid, neighbours, cancelled))


def _on_nodes(surface, places, fewest):
    """[(position, nodes)] of the places with a passable cell; the others take no part."""
    found = []
    for position, cells in enumerate(places):
        nodes = np.unique(surface.nodes_of(np.asarray(cells, dtype=np.int64)))
        if nodes.size:
            found.append((position, nodes))
    if len(found) < fewest:
        raise EmptyInputError('Only {count} of {all} places have a cell with a resistance; at least {fewest} must. '
                              'Check that they overlap the resistance raster.', count=len(found), all=len(places),
                              fewest=fewest)
    return found


def _announce(surface, searches, paths, progress):
    """Says what the work needs; refuses what cannot fit."""
    needed = surface.search_bytes + paths * PATH_BYTES
    check_capacity(needed, f'{searches} x {surface.nodes}', searches * surface.nodes * SEARCH_SECONDS, progress)
    progress(0.05, 'Least-cost paths: {searches} searches on {cells} cells', searches=searches, cells=surface.nodes)


def _to_nearest(surface, starts, ends, limit, engine, progress, cancelled):
    """One search from all ends at once gives every start its nearest end."""
    labels = np.zeros(surface.nodes, np.int32)
    for number in range(len(ends), 0, -1):
        labels[ends[number - 1][1]] = number
    costs, allocation, parent_of = surface.to_nearest(labels, limit, engine, progress, cancelled)
    found = []
    for position, nodes in starts:
        # Among equally near cells the one of the first end.
        node = nodes[np.lexsort((allocation[nodes], costs[nodes]))[0]]
        if not np.isfinite(costs[node]):
            found.append((position, -1, np.inf, None))
            continue
        path = [int(node)]
        while parent_of(path[-1]) != path[-1]:
            path.append(parent_of(path[-1]))
        found.append((position, ends[allocation[node] - 1][0], float(costs[node]), np.array(path)))
    return found


def _between_all(surface, starts, ends, ends_given, targets, limit, engine, progress, cancelled):
    """One search per start, or per end where those are fewer."""
    turned = ends_given and len(ends) < len(starts)
    sides = (ends, starts) if turned else (starts, ends)
    partners = len(starts) - 1 if not ends_given else len(sides[1])
    pairs = len(sides[0]) * partners // (1 if ends_given else 2)
    _announce(surface, len(sides[0]), len(starts) if targets == 'nearest' else pairs, progress)
    nodes = np.concatenate([members for _, members in sides[1]])
    offsets = np.cumsum([0] + [members.size for _, members in sides[1]])
    tasks = [(members, _wanted(index, len(sides[1]), ends_given, targets), targets == 'nearest', limit)
             for index, (_, members) in enumerate(sides[0])]
    results = engine.map(paths_from, tasks, shared={**surface.arrays(), 'nodes': nodes, 'offsets': offsets},
                         progress=part_of(progress, 0.1, 0.95), cancelled=cancelled)
    found = []
    for (here, _), rows in zip(sides[0], results):
        for other, cost, path in rows:
            there = sides[1][other][0] if other >= 0 else -1
            found.append((there, here, cost, path) if turned else (here, there, cost, _reversed(path)))
    return found


def _reversed(path):
    return None if path is None else path[::-1]


def _wanted(index, count, ends_given, targets):
    """Partners of one search, as positions: all ends, the other starts, or those after it."""
    if ends_given:
        return np.arange(count)
    return np.arange(index + 1, count) if targets == 'all' else np.delete(np.arange(count), index)


def paths_from(task, nodes, offsets, cancelled=never, **arrays):
    """Paths from one place to its partners.

    Parameters
    ----------
    task : (nodes of the place, positions of the partners, whether only the nearest counts, limit of the cost)
    nodes, offsets : nodes of all partners, those of partner i from offsets[i] to offsets[i + 1]
    arrays : those of a GraphSurface or of a RasterSurface

    Returns
    -------
    list of (partner, cost, nodes from the partner to the place); infinite and None where it is not reached, partner
    -1 where only the nearest counts and none is
    """
    seeds, partners, nearest, limit = task
    if not len(partners):
        return []
    surface = GraphSurface(CostGraph(**arrays)) if 'indptr' in arrays else RasterSurface(**arrays)
    costs = surface.search(seeds, limit, cancelled)
    ends = []
    for partner in partners.tolist():
        members = np.asarray(nodes[offsets[partner]:offsets[partner + 1]])
        best = members[np.argmin(costs[members])]
        ends.append((partner, float(costs[best]), int(best)))
    if nearest:
        ends = [min(ends, key=lambda row: (row[1], row[0]))]
    found = []
    for partner, cost, node in ends:
        if np.isfinite(cost):
            found.append((partner, cost, surface.trace(costs, node)))
        else:
            found.append((-1 if nearest else partner, np.inf, None))
    return found


def smooth_path(rows, columns, points=4):
    """A path through cell centres as a curve that never leaves the cells of the path.

    Every cell but the two at the ends carries one arc of the quadratic B-spline: from the middle of the step into the
    cell to the middle of the step out of it. Both lie on the border of the cell and its centre inside, so the arc,
    which stays in their triangle, does too.

    Parameters
    ----------
    rows, columns : (cells,) int, neighbours in turn
    points : pieces per arc; straight stretches get none

    Returns
    -------
    (n, 2) float rows and columns, from the first to the last cell centre

    Source: Chaikin 1974, Computer Graphics and Image Processing, doi:10.1016/0146-664X(74)90028-8
    """
    centres = np.stack([rows, columns], axis=1).astype(float)
    if len(centres) < 3:
        return centres
    middles = (centres[1:] + centres[:-1]) / 2
    share = np.arange(points + 1)[:, np.newaxis] / points
    curve = [centres[:1]]
    for into, centre, out in zip(middles[:-1], centres[1:-1], middles[1:]):
        if np.array_equal(centre - into, out - centre):
            continue
        curve.append((1 - share) ** 2 * into + 2 * share * (1 - share) * centre + share ** 2 * out)
    curve.append(centres[-1:])
    curve = np.concatenate(curve)
    different = np.ones(len(curve), bool)
    different[1:] = (curve[1:] != curve[:-1]).any(axis=1)
    return curve[different]
