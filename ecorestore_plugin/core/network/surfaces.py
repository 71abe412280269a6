"""One cost surface per source, searched no further than its links and corridors need."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import never
from .cost_distance import CostGraph, cost_distance, trace_path

# Two ways to add up the same path differ in the last digits; a bound must not lose a path to that.
ROUNDING = 1 + 1e-9


@dataclass(frozen=True)
class SourceSurface:
    """Costs from one source, where they matter.

    Attributes
    ----------
    nodes : (reached,) int, node numbers
    costs : (reached,) float, resistance x metres
    distances : partner number -> least-cost distance, infinite where not reached
    paths : partner number -> (length,) nodes of the cheapest path from this source to the partner
    """

    nodes: np.ndarray
    costs: np.ndarray
    distances: dict[int, float]
    paths: dict[int, np.ndarray]


def surface_tasks(pairs, bounds, maximum, reach):
    """One task per source: (number, partners, limit of the links, reach beyond them).

    Parameters
    ----------
    bounds : (pairs,) float, from ``cost_bounds``
    maximum : largest least-cost distance of a link, or None
    reach : how much more than the least-cost distance a corridor may cost
    """
    bounds = np.minimum(bounds, np.inf if maximum is None else maximum)
    tasks = []
    for number in np.unique(pairs).tolist():
        mine = (pairs == number).any(axis=1)
        partners = pairs[mine].sum(axis=1) - number
        tasks.append((number, partners.tolist(), float(bounds[mine].max()), float(reach)))
    return tasks


def source_surface(task, shape, cells, indptr, indices, weights, labels, resistance=None, grid=None, neighbours=8,
                   cancelled=never):
    """The cost surface of one source with the distances and paths to its partners.

    Parameters
    ----------
    task : (source number, partner numbers, limit of the links, reach beyond them)
    shape, cells, indptr, indices, weights, resistance, grid, neighbours : the CostGraph
    labels : (nodes,) int, source numbers

    Returns
    -------
    SourceSurface; costs above the dearest link plus the reach are left out, and paths lead to partners with a
    higher number only, since each pair needs one
    """
    number, partners, limit, reach = task
    graph = CostGraph(shape, cells, indptr, indices, weights, resistance, grid, neighbours)
    costs = cost_distance(graph, np.flatnonzero(labels == number), (limit + reach) * ROUNDING, cancelled)
    # With thousands of sources most of the raster is never reached.
    reached = np.flatnonzero(np.isfinite(costs))
    owners = labels[reached]
    distances, paths = {}, {}
    for partner in partners:
        members = reached[owners == partner]
        if not members.size:
            distances[partner] = np.inf
            continue
        nearest = members[np.argmin(costs[members])]
        distances[partner] = float(costs[nearest])
        if partner > number:
            paths[partner] = trace_path(graph, costs, nearest)[::-1]
    linked = [distance for distance in distances.values() if distance <= limit * ROUNDING]
    kept = reached[costs[reached] <= (max(linked) + reach) * ROUNDING] if linked else np.zeros(0, np.int64)
    return SourceSurface(kept.astype(np.int32), costs[kept], distances, paths)
