"""Least-cost distances between all sources."""

from __future__ import annotations

import numpy as np

from ..checks import check_share, never, silent, stop_if
from ..engine import InProcessEngine, check_capacity
from ..grid import Grid
from .cost_distance import CostGraph, cost_distance, cost_graph
from .source_cells import usable_sources

STEP_BYTES, SEARCH_BYTES, SEARCH_SECONDS = 12, 150, 6e-7


def cost_matrix(resistance, sources, grid: Grid, maximum=None, names=None, engine=None, progress=silent,
                cancelled=never) -> np.ndarray:
    """Least-cost distance between every two sources.

    Parameters
    ----------
    resistance : (rows, columns) float, above 0; NaN cannot be crossed
    sources : (rows, columns) int, number of the source on a cell, 0 where there is none
    grid : cell width and height in metres
    maximum : costs above it are not looked for; None for no limit
    names : what the user calls the sources 1, 2, ...
    engine : where the searches run; None for this process

    Returns
    -------
    (n, n) symmetric float, resistance x metres, in the order of the source numbers; infinite where no path leads or it
    costs more than the maximum, 0 on the diagonal

    Raises
    ------
    ValueRangeError : a resistance that is zero, negative or infinite
    EmptyInputError : sources without a usable cell
    CapacityError : a search does not fit into memory

    Source: Adriaensen et al. 2003, Landscape and Urban Planning, doi:10.1016/S0169-2046(02)00242-6
    """
    limit = np.inf if maximum is None else float(maximum)
    check_share('maximum', limit, 0, np.inf)
    resistance = np.asarray(resistance, dtype=float)
    graph = cost_graph(resistance, grid, cancelled=cancelled)
    labels = graph.on_nodes(usable_sources(resistance, sources, names))
    numbers = np.unique(labels[labels > 0])
    stop_if(cancelled)
    check_capacity(graph.weights.size * STEP_BYTES + graph.nodes * SEARCH_BYTES, f'{numbers.size} x {graph.nodes}',
                   numbers.size * graph.nodes * SEARCH_SECONDS, progress)
    progress(0.0, 'Least-cost distances from {count} sources on {cells} cells', count=int(numbers.size),
             cells=graph.nodes)
    seeds = np.flatnonzero(labels > 0)
    seeds = seeds[np.argsort(labels[seeds], kind='stable')]
    starts = np.searchsorted(labels[seeds], numbers)
    shared = {**graph.arrays(), **graph.surface(), 'seeds': seeds, 'starts': starts, 'limit': limit}
    rows = (engine or InProcessEngine()).map(costs_from, list(range(numbers.size)), shared=shared, progress=progress,
                                             cancelled=cancelled)
    found = np.array(rows)
    # Forth and back are summed in another order.
    return np.minimum(found, found.T)


def costs_from(task, shape, cells, indptr, indices, weights, seeds, starts, limit, resistance=None, grid=None,
               neighbours=8, cancelled=never):
    """(n,) cost from one source to every source.

    Parameters
    ----------
    task : position of the source
    seeds : nodes of all sources, source by source
    starts : (n,) where the nodes of each source begin
    """
    graph = CostGraph(shape, cells, indptr, indices, weights, resistance, grid, neighbours)
    end = starts[task + 1] if task + 1 < len(starts) else len(seeds)
    costs = cost_distance(graph, np.asarray(seeds[starts[task]:end]), limit, cancelled)
    return np.minimum.reduceat(costs[seeds], starts)
