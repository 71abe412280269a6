"""Corridors cut to a smaller cutoff than they were drawn with."""

from __future__ import annotations

import numpy as np

from ..checks import check_share, never, silent
from ..engine import InProcessEngine
from ..grid import Grid
from .corridors import normalised_least_cost_corridor
from .cost_distance import cost_distance, cost_graph


def narrowed_corridors(resistance, focal, links, corridors, cutoff, grid: Grid, engine=None, progress=silent,
                       cancelled=never) -> list:
    """The cells of each corridor where a detour costs at most the cutoff.

    The cheapest way through a cell of a corridor never leaves the corridor, so that the costs inside it are those of
    the whole raster.

    Parameters
    ----------
    resistance : (rows, columns) float, NaN cannot be crossed
    focal : dict source id -> flat cell indices
    links : (id, id) pairs of source ids
    corridors : flat cell indices per link
    cutoff : resistance x metres

    Returns
    -------
    list of flat cell indices; empty where the corridor does not join its sources

    Source: McRae and Kavanagh 2011, Linkage Mapper Connectivity Analysis Software
    """
    check_share('cutoff', cutoff, 0, np.inf)
    tasks = [(focal[one], focal[other], cells) for (one, other), cells in zip(links, corridors)]
    progress(0.0, 'Cutting {count} corridors', count=len(tasks))
    shared = {'resistance': resistance, 'cutoff': float(cutoff), 'grid': grid}
    return (engine or InProcessEngine()).map(narrowed, tasks, shared=shared, progress=progress, cancelled=cancelled)


def narrowed(task, resistance, cutoff, grid):
    """One corridor; see ``narrowed_corridors``."""
    first, second, corridor = task
    rows, columns = np.divmod(np.concatenate(task), grid.columns)
    top, left = int(rows.min()), int(columns.min())
    shape = int(rows.max()) - top + 1, int(columns.max()) - left + 1
    window = np.full(shape, np.nan)
    window[rows - top, columns - left] = resistance[rows, columns]
    if not np.isfinite(window).any():
        return corridor[:0]
    graph = cost_graph(window, grid.part(top, left, shape))
    labels = np.zeros(shape, np.int8)
    for number, cells in enumerate((first, second), start=1):
        own = np.divmod(cells, grid.columns)
        labels[own[0] - top, own[1] - left] = number
    labels = graph.on_nodes(labels)
    seeds = [np.flatnonzero(labels == number) for number in (1, 2)]
    if not all(len(own) for own in seeds):
        return corridor[:0]
    costs = [cost_distance(graph, own) for own in seeds]
    distance = float(costs[0][seeds[1]].min())
    if not np.isfinite(distance):
        return corridor[:0]
    values = graph.on_cells(normalised_least_cost_corridor(*costs, distance), np.inf)
    rows, columns = np.divmod(corridor, grid.columns)
    # Two ways to add up the same path differ in the last digits.
    return corridor[values[rows - top, columns - left] <= cutoff + 1e-9 * distance]
