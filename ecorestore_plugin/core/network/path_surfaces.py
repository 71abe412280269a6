"""What least-cost paths are sought on: a graph, or the raster itself where workers have compiled kernels.

Both number their cells, search from some of them, and trace the way back by the same rules, so that the paths agree.
"""

from __future__ import annotations

import numpy as np

from ..checks import never
from ..engine import compiled_kernels
from ..grid import Grid
from .cost_distance import (
    DIRECTION_CODES,
    STEPS,
    CostGraph,
    cost_distance,
    cost_graph,
    cumulative_resistance,
    nearest_source,
    step_length,
    trace_path,
    vanished,
)
from .cost_tiles import search_costs

# Bytes per step of a graph, per node of a search on it, and per cell of a search on a raster.
STEP_BYTES, NODE_BYTES, CELL_BYTES = 12, 150, 60


def can_search_rasters(task) -> bool:
    """Whether there are compiled kernels here."""
    return compiled_kernels('.cost_compiled', __package__) is not None


class GraphSurface:
    """A CostGraph; cells are its nodes."""

    def __init__(self, graph: CostGraph):
        self.graph = graph
        self.nodes = graph.nodes
        self.place = graph.place
        self.arrays = graph.arrays
        self.search_bytes = graph.weights.size * STEP_BYTES + graph.nodes * NODE_BYTES

    def nodes_of(self, cells):
        """Those of the flat cell indices that can be crossed, as nodes."""
        nodes = np.searchsorted(self.graph.cells, cells)
        nodes = np.minimum(nodes, self.nodes - 1)
        return nodes[self.graph.cells[nodes] == cells]

    def search(self, seeds, limit, cancelled=never):
        """(nodes,) cost from the nearest seed, infinite where not reached."""
        return cost_distance(self.graph, seeds, limit, cancelled)

    def trace(self, costs, node):
        """The nodes from a node back to a seed."""
        return trace_path(self.graph, costs, node)

    def to_nearest(self, labels, limit, engine, progress, cancelled):
        """Costs and labels of the nearest labelled node, and a function to the next node on the way there."""
        costs = self.search(np.flatnonzero(labels), limit, cancelled)
        allocation, parents = nearest_source(self.graph, costs, labels)
        return costs, allocation, lambda node: int(parents[node])


class RasterSurface:
    """A raster of resistances; cells are numbered in reading order.

    Parameters
    ----------
    resistance : (rows, columns) float, above 0; NaN cannot be crossed
    grid : cell width and height in metres
    neighbours : 8 or 4
    """

    def __init__(self, resistance, grid: Grid, neighbours=8):
        self.resistance, self.grid, self.neighbours = resistance, grid, neighbours
        self.nodes = resistance.size
        self.search_bytes = resistance.size * CELL_BYTES

    def arrays(self) -> dict:
        return {'resistance': self.resistance, 'grid': self.grid, 'neighbours': self.neighbours}

    def nodes_of(self, cells):
        return cells[~np.isnan(self.resistance.reshape(-1)[cells])]

    def place(self, cells):
        return np.divmod(cells, self.grid.columns)

    def search(self, seeds, limit, cancelled=never):
        kernels = compiled_kernels('.cost_compiled', __package__)
        if kernels is None:  # a task whose worker has died runs in a process without kernels
            graph = cost_graph(self.resistance, self.grid, self.neighbours, cancelled)
            return graph.on_cells(cost_distance(graph, np.searchsorted(graph.cells, seeds), limit, cancelled),
                                  np.inf).reshape(-1)
        return search_costs(kernels, self.resistance, seeds, self.grid, float(limit), self.neighbours, cancelled)

    def trace(self, costs, node):
        rows, columns = self.grid.shape
        steps = [(down, right, 0.5 * float(step_length(down, right, self.grid))) for down, right in STEPS
                 if self.neighbours == 8 or 0 in (down, right)]
        resistance, path = self.resistance.reshape(-1), [int(node)]
        while costs[node] > 0:
            row, column = divmod(node, columns)
            best, ahead = np.inf, -1
            for down, right, half in steps:
                if not (0 <= row + down < rows and 0 <= column + right < columns):
                    continue
                there = node + down * columns + right
                if costs[there] < costs[node]:
                    onward = costs[there] + (resistance[node] + resistance[there]) * half
                    if onward < best:
                        best, ahead = onward, there
            if ahead < 0:
                raise vanished()
            node = ahead
            path.append(node)
        return np.array(path)

    def to_nearest(self, labels, limit, engine, progress, cancelled):
        found = cumulative_resistance(self.resistance, labels.reshape(self.grid.shape), self.grid,
                                      None if np.isinf(limit) else limit, self.neighbours, progress, cancelled, engine)
        ahead = np.zeros(256, np.int64)
        for down, right in STEPS:
            ahead[DIRECTION_CODES[down + 1, right + 1]] = down * self.grid.columns + right
        back = found.back_link.reshape(-1)
        costs = np.where(np.isnan(found.cost), np.inf, found.cost).reshape(-1)
        return costs, found.allocation.reshape(-1), lambda cell: int(cell + ahead[back[cell]])
