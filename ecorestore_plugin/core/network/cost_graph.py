"""The passable cells of a raster as a graph, searches on it, and what follows from the costs they find."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_not_empty, check_positive, never, stop_if
from ..engine import compiled_kernels
from ..grid import Grid
from . import cost_waves
from .cost_tiles import search_costs
from .steps import STEPS, check_neighbours, step_length, vanished


@dataclass(frozen=True)
class CostGraph:
    """The passable cells of a resistance surface and the costs of the steps between them.

    Nodes are numbered in reading order. The steps of node ``i`` are ``indices[indptr[i]:indptr[i + 1]]``, sorted,
    with costs in ``weights`` at the same places; every step stands there in both directions.

    Attributes
    ----------
    shape : (rows, columns)
    cells : (nodes,) flat cell index of each node
    indptr, indices, weights : the steps in compressed rows
    resistance, grid, neighbours : what the graph was made from; where they are known, compiled kernels search the
        raster itself, which is quicker
    """

    shape: tuple[int, int]
    cells: np.ndarray
    indptr: np.ndarray
    indices: np.ndarray
    weights: np.ndarray
    resistance: np.ndarray | None = None
    grid: Grid | None = None
    neighbours: int = 8

    @property
    def nodes(self) -> int:
        return self.cells.size

    def arrays(self) -> dict:
        """What a worker needs to build the graph again: ``CostGraph(**arrays)``."""
        return {'shape': self.shape, 'cells': self.cells, 'indptr': self.indptr,
                'indices': self.indices, 'weights': self.weights}

    def surface(self) -> dict:
        """What a worker may be given besides ``arrays()`` to search more quickly."""
        return {'resistance': self.resistance, 'grid': self.grid, 'neighbours': self.neighbours}

    def on_nodes(self, raster: np.ndarray) -> np.ndarray:
        """The values of a raster at the nodes."""
        return np.asarray(raster).reshape(-1)[self.cells]

    def on_cells(self, values: np.ndarray, empty, dtype=None) -> np.ndarray:
        """A raster with the nodes' values, ``empty`` on impassable cells."""
        raster = np.full(self.shape[0] * self.shape[1], empty, dtype or values.dtype)
        raster[self.cells] = values
        return raster.reshape(self.shape)

    def place(self, nodes) -> tuple[np.ndarray, np.ndarray]:
        """(rows, columns) of nodes."""
        rows, columns = np.divmod(self.cells[nodes], self.shape[1])
        return rows, columns


def cost_graph(resistance, grid: Grid, neighbours=8, cancelled=never) -> CostGraph:
    """The graph every cost distance runs on; build it once and use it for all sources.

    Parameters
    ----------
    resistance : (rows, columns) float, above 0; NaN cannot be crossed
    grid : cell width and height in metres
    neighbours : 8 or 4

    Raises
    ------
    ValueRangeError : a resistance that is zero, negative or infinite; names the count, first cell and value
    EmptyInputError : no passable cell
    ParameterError : neighbours other than 4 and 8
    """
    check_neighbours(neighbours)
    resistance = np.asarray(resistance, dtype=float)
    check_positive('Resistance', resistance)
    passable = ~np.isnan(resistance)
    check_not_empty('Resistance', passable)
    cells = np.flatnonzero(passable)
    values = resistance.reshape(-1)[cells]
    numbers = np.full((resistance.shape[0] + 2, resistance.shape[1] + 2), -1, dtype=np.int32)
    numbers[1:-1, 1:-1][passable] = np.arange(cells.size, dtype=np.int32)
    steps = [step for step in STEPS if neighbours == 8 or 0 in step]
    indptr, indices, weights = _steps_of_nodes(numbers, values, steps, grid, cancelled)
    return CostGraph(resistance.shape, cells, indptr, indices, weights, resistance, grid, neighbours)


def _steps_of_nodes(numbers, values, steps, grid, cancelled):
    """Compressed rows of the steps; ``numbers`` are node numbers in a frame of -1."""
    width = numbers.shape[1]
    flat = numbers.reshape(-1)
    here = np.flatnonzero(flat >= 0)
    degree = np.zeros(here.size + 1, dtype=np.int64)
    for down, right in steps:
        stop_if(cancelled)
        degree[1:] += flat[here + down * width + right] >= 0
    indptr = np.cumsum(degree)
    indices = np.empty(indptr[-1], dtype=np.int32)
    weights = np.empty(indptr[-1], dtype=float)
    cursor = indptr[:-1].copy()
    for down, right in steps:
        stop_if(cancelled)
        there = flat[here + down * width + right]
        exists = there >= 0
        at, there = cursor[exists], there[exists]
        indices[at] = there
        weights[at] = (values[exists] + values[there]) * (0.5 * step_length(down, right, grid))
        cursor[exists] += 1
    return indptr.astype(np.int32) if indptr[-1] < 2**31 else indptr, indices, weights


def cost_distance(graph: CostGraph, seeds, limit=np.inf, cancelled=never) -> np.ndarray:
    """Cost from the nearest seed to every node.

    On a resistance surface compiled kernels search, or numpy; on any other graph a compiled one, or scipy.

    Parameters
    ----------
    seeds : node numbers that cost 0
    limit : costs above it are not looked for
    cancelled : asked on the way; a search of scipy cannot be stopped

    Returns
    -------
    (nodes,) float, infinite where not reached within the limit
    """
    if graph.resistance is not None and graph.grid is not None:
        return search_costs(compiled_kernels('.cost_compiled', __package__) or cost_waves, graph.resistance,
                            graph.cells[seeds], graph.grid, float(limit), graph.neighbours, cancelled)[graph.cells]
    kernels = compiled_kernels('.graph_compiled', __package__)
    if kernels is not None:
        steps = [_read_only(array) for array in (graph.indptr, graph.indices, graph.weights)]
        return kernels.search_graph(*steps, np.array(seeds, dtype=np.int64), float(limit))
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import dijkstra

    matrix = csr_matrix((graph.weights, graph.indices, graph.indptr), shape=(graph.nodes, graph.nodes))
    return dijkstra(matrix, directed=True, indices=np.asarray(seeds), limit=limit, min_only=True)


def _read_only(array):
    """One kind of array for the kernels, so that nothing is compiled twice."""
    view = np.ascontiguousarray(array).view()
    view.flags.writeable = False
    return view


def connected_pairs(graph: CostGraph, labels, pairs) -> np.ndarray:
    """Whether any path joins the two sources of each pair.

    Parameters
    ----------
    labels : (nodes,) int, source numbers
    pairs : (pairs, 2) int

    Returns
    -------
    (pairs,) bool
    """
    parts = _parts(graph)
    touched: dict[int, set] = {}
    for number, part in np.unique(np.stack([labels, parts], axis=1)[labels > 0], axis=0).tolist():
        touched.setdefault(number, set()).add(part)
    return np.array([bool(touched[first] & touched[second]) for first, second in pairs.tolist()], dtype=bool)


def _parts(graph: CostGraph) -> np.ndarray:
    """(nodes,) number of the connected part of each node."""
    if graph.resistance is not None:  # twenty times quicker than on the graph
        from scipy.ndimage import generate_binary_structure, label
        passable = np.zeros(graph.shape, dtype=bool)
        passable.reshape(-1)[graph.cells] = True
        return graph.on_nodes(label(passable, generate_binary_structure(2, 2 if graph.neighbours == 8 else 1))[0])
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import connected_components

    matrix = csr_matrix((graph.weights, graph.indices, graph.indptr), shape=(graph.nodes, graph.nodes))
    return connected_components(matrix, directed=False)[1]


def nearest_source(graph: CostGraph, cost, labels):
    """Which source each node belongs to and which neighbour leads there, by the rules of this module.

    Parameters
    ----------
    cost : (nodes,) from ``cost_distance``
    labels : (nodes,) int, source number of the seeds, 0 elsewhere

    Returns
    -------
    allocation : (nodes,) int, 0 where not reached
    parents : (nodes,) int, next node towards the source; the node itself in sources, -1 where not reached
    """
    child, parent = _equally_good_parents(graph, cost)
    first = np.flatnonzero(np.diff(child, prepend=-1))
    reached = np.isfinite(cost)
    if first.size + np.count_nonzero(cost == 0) < np.count_nonzero(reached):
        raise vanished()
    parents = np.where(cost == 0, np.arange(graph.nodes), -1)
    parents[child[first]] = parent[first]
    allocation = np.where(reached, labels[_roots(parents)], 0)
    _lowest_source_wins(allocation, child, parent)
    same = np.flatnonzero(allocation[child] == allocation[parent])
    first = same[np.flatnonzero(np.diff(child[same], prepend=-1))]
    parents[child[first]] = parent[first]
    return allocation, parents


def _equally_good_parents(graph, cost, block=1 << 16):
    """All (child, parent) pairs whose step explains the child's cost exactly, in reading order of the child."""
    children, parents = [], []
    for start in range(0, graph.nodes, block):
        rows = slice(start, min(start + block, graph.nodes))
        steps = slice(graph.indptr[rows.start], graph.indptr[rows.stop])
        child = np.repeat(np.arange(rows.start, rows.stop), np.diff(graph.indptr[rows.start:rows.stop + 1]))
        parent = graph.indices[steps]
        target = cost[child]
        explains = (cost[parent] + graph.weights[steps] == target) & (cost[parent] < target) & np.isfinite(target)
        children.append(child[explains])
        parents.append(parent[explains])
    return np.concatenate(children), np.concatenate(parents)


def _roots(parents):
    """The end of every chain of parents, by doubling; -1 stays."""
    roots = np.where(parents < 0, np.arange(parents.size), parents)
    while True:
        further = roots[roots]
        if np.array_equal(further, roots):
            return roots
        roots = further


def _lowest_source_wins(allocation, child, parent):
    """Lowers ``allocation`` in place until no node has an equally good parent with a lower source."""
    edges = np.flatnonzero(allocation[parent] < allocation[child])
    if not edges.size:
        return
    order = np.argsort(parent, kind='stable')
    by_parent = parent[order]
    while edges.size:
        np.minimum.at(allocation, child[edges], allocation[parent[edges]])
        changed = np.unique(child[edges])
        start = np.searchsorted(by_parent, changed, 'left')
        count = np.searchsorted(by_parent, changed, 'right') - start
        onward = order[np.repeat(start - np.cumsum(count) + count, count) + np.arange(count.sum())]
        edges = onward[allocation[parent[onward]] < allocation[child[onward]]]


def trace_path(graph: CostGraph, cost, node) -> np.ndarray:
    """The cheapest way from a node back to a seed.

    Parameters
    ----------
    cost : (nodes,) from ``cost_distance``
    node : where to start; its cost must be finite

    Returns
    -------
    (length,) int, nodes from ``node`` to the seed, both included; equally good steps in reading order
    """
    path = [int(node)]
    while cost[node] > 0:
        steps = slice(graph.indptr[node], graph.indptr[node + 1])
        ahead = graph.indices[steps]
        onward = np.where(cost[ahead] < cost[node], cost[ahead] + graph.weights[steps], np.inf)
        best = int(np.argmin(onward))
        if not np.isfinite(onward[best]):
            raise vanished()
        node = int(ahead[best])
        path.append(node)
    return np.array(path)
