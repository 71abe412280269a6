"""Where water runs: drainage over a surface with hollows, and the streams it forms."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

HALF_NEIGHBOURS = ((0, 1), (1, 0), (1, 1), (1, -1))


@dataclass(frozen=True)
class Drainage:
    """A drainage tree; cells are flat row-major indices.

    Attributes
    ----------
    receiver : (cells,) the cell each drains into, itself at an outlet
    order : (cells,) from the outlets upstream
    bounds : (levels + 1,) where each distance from the outlet begins in ``order``
    filled : (cells,) surface with hollows filled to their lowest sill
    """

    receiver: np.ndarray
    order: np.ndarray
    bounds: np.ndarray
    filled: np.ndarray

    def downstream(self):
        """Cells level by level, the outlets' direct donors first."""
        for start, end in zip(self.bounds[1:-1], self.bounds[2:]):
            yield self.order[start:end]

    def upstream(self):
        """Cells level by level, the most distant first."""
        for index in range(len(self.bounds) - 2, 0, -1):
            yield self.order[self.bounds[index]:self.bounds[index + 1]]

    def accumulate(self, amounts):
        """Sum of ``amounts`` over all that drains through each cell, itself included."""
        total = np.array(amounts, dtype=float).ravel()
        for cells in self.upstream():
            np.add.at(total, self.receiver[cells], total[cells])
        return total


def neighbour_pairs(shape):
    """Flat indices of all 8-neighbour pairs, each once, and whether the pair is diagonal."""
    index = np.arange(shape[0] * shape[1]).reshape(shape)
    first, second, diagonal = [], [], []
    for down, right in HALF_NEIGHBOURS:
        a = index[:shape[0] - down, max(0, -right):shape[1] - max(0, right)].ravel()
        b = index[down:, max(0, right):shape[1] + min(0, right)].ravel()
        first.append(a)
        second.append(b)
        diagonal.append(np.full(a.size, down != 0 and right != 0))
    return np.concatenate(first), np.concatenate(second), np.concatenate(diagonal)


def drainage(surface, outlets):
    """Drainage tree of a surface: steepest descent, out of hollows over the lowest sill.

    Parameters
    ----------
    surface : (rows, cols) float array without NaN
    outlets : flat indices of the cells where water leaves

    Returns
    -------
    Drainage

    Source: sills by the minimum spanning tree, which holds all minimax paths (Hu 1961, Operations Research,
    doi:10.1287/opre.9.6.898); steepest of eight neighbours (O'Callaghan & Mark 1984,
    doi:10.1016/S0734-189X(84)80011-0).
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import breadth_first_order, minimum_spanning_tree
    count = surface.size
    height = np.ravel(surface).astype(float)
    first, second, diagonal = neighbour_pairs(surface.shape)
    outlets = np.asarray(outlets)
    sill = np.maximum(height[first], height[second]) - height.min() + 1.0
    weights = np.concatenate([sill, height[outlets] - height.min() + 0.5])
    ends = (np.concatenate([first, outlets]), np.concatenate([second, np.full(outlets.size, count)]))
    tree = minimum_spanning_tree(coo_matrix((weights, ends), shape=(count + 1, count + 1)).tocsr())
    walk, before = breadth_first_order(tree, count, directed=False, return_predecessors=True)
    receiver = before[:count].astype(np.int64)
    isoutlet = receiver == count
    receiver[isoutlet] = np.flatnonzero(isoutlet)
    order, bounds = _levels(receiver)
    filled = height.copy()
    for start, end in zip(bounds[1:-1], bounds[2:]):
        cells = order[start:end]
        filled[cells] = np.maximum(filled[cells], filled[receiver[cells]])
    receiver = _steepest(filled, isoutlet, first, second, diagonal)
    order, bounds = _levels(receiver)
    return Drainage(receiver, order, bounds, filled)


def _steepest(filled, isoutlet, first, second, diagonal):
    """Turns each cell to its steepest lower neighbour, cells in flats towards the nearest way out."""
    run = np.where(diagonal, np.sqrt(2.0), 1.0)
    fall = (filled[first] - filled[second]) / run
    source = np.concatenate([first, second])
    target = np.concatenate([second, first])
    slope = np.concatenate([fall, -fall])
    lower = slope > 0
    source, target, slope = source[lower], target[lower], slope[lower]
    ranked = np.lexsort((target, slope, source))
    source, target = source[ranked], target[ranked]
    last = np.append(source[1:] != source[:-1], True) if source.size else np.zeros(0, bool)
    receiver = np.arange(filled.size)
    receiver[source[last]] = target[last]
    receiver[isoutlet] = np.flatnonzero(isoutlet)
    drained = isoutlet.copy()
    drained[source[last]] = True
    if not drained.all():
        level = fall == 0
        _leave_flats(receiver, drained, first[level], second[level], run[level])
    return receiver


def _leave_flats(receiver, drained, first, second, length):
    """Short, slightly winding ways from the cells of flats to those that drain; changes ``receiver``."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import dijkstra
    flat = ~drained
    near = flat[first] | flat[second]
    first, second, length = first[near], second[near], length[near]
    cells, compact = np.unique(np.concatenate([first, second]), return_inverse=True)
    one, two = compact[:first.size], compact[first.size:]
    scatter = np.random.default_rng(0).random(receiver.size)
    winding = length * (0.1 + 2.0 * scatter[first] * scatter[second])
    graph = coo_matrix((winding, (one, two)), shape=(cells.size, cells.size)).tocsr()
    exits = np.flatnonzero(drained[cells])
    _, before, _ = dijkstra(graph, directed=False, indices=exits, return_predecessors=True, min_only=True)
    inside = np.flatnonzero((before >= 0) & flat[cells])
    receiver[cells[inside]] = cells[before[inside]]


def _levels(receiver):
    """Cells ordered by their number of steps to the outlet, and where each number begins."""
    depth = (receiver != np.arange(receiver.size)).astype(np.int64)
    jump = receiver.copy()
    while True:
        further = depth[jump]
        if not further.any():
            break
        depth += further
        jump = jump[jump]
    order = np.argsort(depth, kind='stable')
    return order, np.concatenate([[0], np.cumsum(np.bincount(depth))])


def height_above_stream(surface, drain, streams):
    """Height of each cell above the stream cell it drains to (0 on streams; above the outlet where none is met)."""
    base = np.ravel(surface).astype(float)
    streams = np.ravel(streams)
    for cells in drain.downstream():
        inland = cells[~streams[cells]]
        base[inland] = base[drain.receiver[inland]]
    return np.maximum(np.ravel(surface) - base, 0.0).reshape(surface.shape)


def stream_lines(drain, upstream, threshold, inside):
    """Stream reaches between sources and confluences.

    Parameters
    ----------
    upstream : (cells,) upstream area
    threshold : area from which a stream is drawn
    inside : (cells,) bool, cells to keep

    Returns
    -------
    list of (flat cell indices from the upper end to the lower, Strahler order, upstream area at the lower end)
    """
    stream = (upstream >= threshold) & inside
    cells = np.flatnonzero(stream)
    donors = np.zeros(stream.size, dtype=np.int64)
    flows_on = stream[drain.receiver[cells]] & (drain.receiver[cells] != cells)
    np.add.at(donors, drain.receiver[cells[flows_on]], 1)
    strahler = _strahler(drain, stream)
    reaches = []
    for head in cells[donors[cells] != 1]:
        path = [head]
        while True:
            following = drain.receiver[path[-1]]
            if following == path[-1] or not stream[following]:
                break
            path.append(following)
            if donors[following] != 1:
                break
        if len(path) > 1:
            end = path[-2] if donors[path[-1]] > 1 else path[-1]
            reaches.append((np.array(path), int(strahler[head]), float(upstream[end])))
    return reaches


def _strahler(drain, stream):
    """Strahler order of every stream cell, 0 elsewhere."""
    order = stream.astype(np.int64)
    best = np.zeros(stream.size, dtype=np.int64)
    ties = np.zeros(stream.size, dtype=np.int64)
    for cells in drain.upstream():
        cells = cells[stream[cells]]
        met = best[cells] > 0
        order[cells[met]] = best[cells[met]] + (ties[cells[met]] > 1)
        for cell, target in zip(cells, drain.receiver[cells]):
            if order[cell] > best[target]:
                best[target], ties[target] = order[cell], 1
            elif order[cell] == best[target]:
                ties[target] += 1
    return order
