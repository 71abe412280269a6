"""Cumulative resistance: what it costs to move over a resistance surface.

A step between two cells costs the mean of their resistances times the distance of their centres, so costs are in
map units (resistance x metres). Cells without resistance cannot be crossed; inside a source the cost is 0.

Costs do not depend on the order in which cells are visited: the cost of a cell is the smallest sum of a neighbour's
cost and the step, in double precision. Everything else follows from the costs by rule, so that any kernel that
finds the costs gives the same allocation, back links and paths:

- a cell equally near to several sources belongs to the one with the lowest number;
- among equally good neighbours towards that source, the first in reading order (north-west first) is taken.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_not_empty, check_positive, check_share, never, silent, stop_if
from ..engine import LocalEngine, compiled_kernels
from ..errors import EmptyInputError, ParameterError, SolverError
from ..grid import Grid, check_same_shape

# Steps in reading order, so that the neighbours of a cell come sorted by cell number.
STEPS = ((-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1))
SOURCE_CELL = 0
NOT_REACHED = 255
# Direction codes by (row step + 1, column step + 1): 1 east, then clockwise to 8 north-east.
DIRECTION_CODES = np.array([[6, 7, 8], [5, SOURCE_CELL, 1], [4, 3, 2]], dtype=np.uint8)


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


@dataclass(frozen=True)
class CumulativeResistance:
    """The cheapest way from every cell to its nearest source.

    Attributes
    ----------
    cost : (rows, columns) float, resistance x metres; 0 inside sources, NaN where no source can be reached
    allocation : (rows, columns) int, number of the nearest source; 0 where none can be reached
    back_link : (rows, columns) uint8, direction of the next cell on the way to the source: 1 east, 2 south-east,
        3 south, 4 south-west, 5 west, 6 north-west, 7 north, 8 north-east; 0 in sources, 255 where not reached
    """

    cost: np.ndarray
    allocation: np.ndarray
    back_link: np.ndarray


def cumulative_resistance(resistance, sources, grid: Grid, maximum=None, neighbours=8, progress=silent,
                          cancelled=never, engine=None) -> CumulativeResistance:
    """Minimum cumulative resistance from all sources, with allocation and back links.

    Parameters
    ----------
    resistance : (rows, columns) float, above 0; NaN cannot be crossed
    sources : (rows, columns) int, number of the source on a cell, 0 where there is none
    grid : cell width and height in metres; cells need not be square
    maximum : cost beyond which cells count as not reached; None for no limit
    neighbours : 8, or 4 for moves along rows and columns only
    engine : a LocalEngine searches in a worker, with compiled kernels where numba is there; otherwise this process
        searches with scipy; the results are the same

    Returns
    -------
    CumulativeResistance

    Raises
    ------
    ValueRangeError : a resistance that is zero, negative or infinite
    EmptyInputError : no passable cell, or no source on a passable cell
    GridMismatchError : the two rasters differ in shape

    Source: Knaapen et al. 1992, Landscape and Urban Planning, doi:10.1016/0169-2046(92)90060-D;
    Adriaensen et al. 2003, Landscape and Urban Planning, doi:10.1016/S0169-2046(02)00242-6
    """
    check_same_shape(resistance=resistance, sources=sources)
    if maximum is not None:
        check_share('maximum', maximum, 0, np.inf)
    check_neighbours(neighbours)
    if isinstance(engine, LocalEngine):
        from .cost_disk import by_worker  # that module builds on this one
        return by_worker(resistance, sources, grid, maximum, neighbours, engine, progress, cancelled)
    graph = cost_graph(resistance, grid, neighbours)
    labels = graph.on_nodes(sources).astype(np.int32)
    seeds = np.flatnonzero(labels > 0)
    check_any_source(seeds.size)
    progress(0.2, 'Cumulative resistance of {cells} cells from {count} source cells', cells=graph.nodes,
             count=int(seeds.size))
    stop_if(cancelled)
    cost = cost_distance(graph, seeds, np.inf if maximum is None else maximum)
    progress(0.7)
    stop_if(cancelled)
    allocation, parents = nearest_source(graph, cost, labels)
    return CumulativeResistance(
        graph.on_cells(np.where(np.isfinite(cost), cost, np.nan), np.nan),
        graph.on_cells(allocation, 0),
        graph.on_cells(back_link(graph, parents), NOT_REACHED, np.uint8))


def check_neighbours(neighbours) -> None:
    """Cells have 4 or 8 neighbours."""
    if neighbours not in (4, 8):
        raise ParameterError('Cells have 4 or 8 neighbours, not {neighbours}.', neighbours=neighbours)


def check_any_source(count) -> None:
    """A search starts somewhere."""
    if not count:
        raise EmptyInputError('No source lies on a cell with resistance. '
                              'Check that the sources overlap the resistance raster.')


def cost_graph(resistance, grid: Grid, neighbours=8) -> CostGraph:
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
    indptr, indices, weights = _steps_of_nodes(numbers, values, steps, grid)
    return CostGraph(resistance.shape, cells, indptr, indices, weights, resistance, grid, neighbours)


def _steps_of_nodes(numbers, values, steps, grid):
    """Compressed rows of the steps; ``numbers`` are node numbers in a frame of -1."""
    width = numbers.shape[1]
    flat = numbers.reshape(-1)
    here = np.flatnonzero(flat >= 0)
    degree = np.zeros(here.size + 1, dtype=np.int64)
    for down, right in steps:
        degree[1:] += flat[here + down * width + right] >= 0
    indptr = np.cumsum(degree)
    indices = np.empty(indptr[-1], dtype=np.int32)
    weights = np.empty(indptr[-1], dtype=float)
    cursor = indptr[:-1].copy()
    for down, right in steps:
        there = flat[here + down * width + right]
        exists = there >= 0
        at, there = cursor[exists], there[exists]
        indices[at] = there
        weights[at] = (values[exists] + values[there]) * (0.5 * step_length(down, right, grid))
        cursor[exists] += 1
    return indptr.astype(np.int32) if indptr[-1] < 2**31 else indptr, indices, weights


def step_length(down, right, grid: Grid):
    """Metres between the centres of two cells ``down`` rows and ``right`` columns apart."""
    return np.hypot(np.multiply(down, grid.cell_height), np.multiply(right, grid.cell_width))


def cost_distance(graph: CostGraph, seeds, limit=np.inf) -> np.ndarray:
    """Cost from the nearest seed to every node.

    This is the one place where a kernel searches; all else is derived from the costs.

    Parameters
    ----------
    seeds : node numbers that cost 0
    limit : costs above it are not looked for

    Returns
    -------
    (nodes,) float, infinite where not reached within the limit
    """
    if graph.resistance is not None and graph.grid is not None:
        kernels = compiled_kernels('.cost_compiled', __package__)
        if kernels is not None:
            from .cost_tiles import search_costs  # that module builds on this one
            return search_costs(kernels, graph.resistance, graph.cells[seeds], graph.grid, float(limit),
                                graph.neighbours)[graph.cells]
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


def vanished() -> SolverError:
    """What to raise where a cost is no more than that of the cell before."""
    return SolverError('The resistances differ by so many orders of magnitude that some steps vanish in the '
                       'sum. Raise the smallest resistances or lower the largest.')


def back_link(graph: CostGraph, parents) -> np.ndarray:
    """Direction codes of the steps to ``parents``: 1 east, clockwise to 8 north-east; 0 stays, 255 not reached."""
    reached = np.flatnonzero(parents >= 0)
    rows, columns = graph.place(reached)
    parent_rows, parent_columns = graph.place(parents[reached])
    codes = np.full(graph.nodes, NOT_REACHED, dtype=np.uint8)
    codes[reached] = DIRECTION_CODES[parent_rows - rows + 1, parent_columns - columns + 1]
    return codes


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
