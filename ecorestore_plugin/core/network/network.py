"""The network of sources: links along least-cost paths, and the corridors around them."""

from __future__ import annotations

import time

import numpy as np

from ..checks import check_not_empty, check_positive, never, part_of, silent, stop_if
from ..engine import InProcessEngine, LocalEngine, check_capacity
from ..grid import Grid
from .adjacency import adjacent_pairs, euclidean_allocation
from .bounds import cost_bounds, zone_borders
from .corridors import SurfaceCorridors
from .cost_distance import CostGraph, connected_pairs, cost_graph, cumulative_resistance
from .linking import (
    THIRD_SOURCE,
    Ground,
    Network,
    NetworkRules,
    asks_straight,
    candidates_by,
    check_rules,
    first_reach,
    link_up,
    network_of,
    pairs_to_search,
)
from .raster_network import raster_network
from .source_cells import source_numbers, usable_sources
from .surfaces import source_surface, surface_tasks

__all__ = ['THIRD_SOURCE', 'Network', 'NetworkRules', 'least_cost_network']
USUAL = NetworkRules()
# Bytes per step of the graph, per node of a running search, and per node of a finished surface; a bounded surface
# holds about half the nodes.
STEP_BYTES, SEARCH_BYTES, SURFACE_BYTES = 12, 150, 12
SEARCH_SECONDS = 6e-7  # per node
WORKER_PAYS = 500_000  # nodes from which starting a worker is quicker than a search of all sources here
# With more sources than MANY, a few searches are run first to tell what all of them will take.
MANY, PILOTS, PILOT_SAFETY = 32, 8, 1.5
# Per candidate pair: its arrays, and its link with the path; seconds for its straight distance.
PAIR_BYTES, LINK_BYTES, PAIR_SECONDS = 500, 1500, 2e-4


def least_cost_network(resistance, sources, grid: Grid, rules=USUAL, cutoff=None, euclidean=None, names=None,
                       engine=None, progress=silent, cancelled=never, percentile=None) -> Network:
    """Links the sources along least-cost paths and draws the corridors around them.

    Every source gets a cost surface of its own; the least-cost distance of a link is the smallest value of one
    source's surface on the cells of the other. Searches stop where neither a link nor a corridor can need more,
    which never changes the result.

    Parameters
    ----------
    resistance : (rows, columns) float, above 0; NaN cannot be crossed
    sources : (rows, columns) int, number of the source on a cell, 0 where there is none
    grid : cell width and height in metres
    rules : which sources are linked
    cutoff : corridors keep cells whose normalised value is at most this, resistance x metres; infinite keeps all;
        None takes a tenth of the median least-cost distance of the links
    euclidean : function that takes (pairs, 2) source numbers and returns straight distances in metres; None
        measures between the edges of the sources' cells
    names : what the user calls the sources 1, 2, ...
    engine : where the surfaces are computed; None for this process
    percentile : instead of a cutoff, the per cent of the passable cells outside sources that corridors cover together

    Returns
    -------
    Network

    Raises
    ------
    ValueRangeError : a resistance that is zero, negative or infinite
    EmptyInputError : fewer than two sources, or sources without a usable cell
    CapacityError : the surfaces do not fit into memory

    Source: McRae and Kavanagh 2011, Linkage Mapper Connectivity Analysis Software;
    Adriaensen et al. 2003, Landscape and Urban Planning, doi:10.1016/S0169-2046(02)00242-6
    """
    check_rules(rules, cutoff, percentile)
    resistance = np.asarray(resistance, dtype=float)
    if isinstance(engine, LocalEngine):
        check_positive('Resistance', resistance)
        check_not_empty('Resistance', ~np.isnan(resistance))
        sources = usable_sources(resistance, sources, names, fewest=2)
        _announce_pairs(source_numbers(sources).size, rules, progress)
        found = raster_network(resistance, sources, grid, rules, cutoff, percentile, euclidean, engine, progress,
                               cancelled)
        if found is not None:
            return found
    graph = cost_graph(resistance, grid, cancelled=cancelled)
    sources = usable_sources(resistance, sources, names, fewest=2)
    count = source_numbers(sources).size
    _announce_pairs(count, rules, progress)
    progress(0.02, 'Zones of least cost around {count} sources', count=count)
    labels = graph.on_nodes(sources)
    zones = cumulative_resistance(resistance, sources, grid, cancelled=cancelled,
                                  engine=engine if graph.nodes > WORKER_PAYS else None)
    stop_if(cancelled)
    borders = zone_borders(zones.allocation, zones.cost, zones.back_link, resistance, grid)
    del zones
    by_cost = borders.pairs
    straight = adjacent_pairs(euclidean_allocation(sources, grid)) if asks_straight(rules) else None
    pairs = candidates_by(rules, np.unique(labels[labels > 0]), by_cost, straight)
    pairs, distances, left_out = pairs_to_search(pairs, connected_pairs(graph, labels, pairs), sources, grid, rules,
                                                 euclidean)
    bounds = cost_bounds(resistance, sources, pairs, borders, grid)
    stop_if(cancelled)

    def search(reach, progress):
        tasks = surface_tasks(pairs, bounds, rules.maximum_cost, reach)
        return SurfaceCorridors(_surfaces(graph, labels, tasks, engine or InProcessEngine(), progress, cancelled),
                                graph.nodes)

    reach = first_reach(bounds, rules.maximum_cost) if cutoff is None else cutoff
    links, lost, mosaic, corridors, cutoff = link_up(
        search, Ground(labels, graph.place, grid), pairs, distances, reach, rules, cutoff, percentile,
        part_of(progress, 0.1, 1.0), cancelled)
    return network_of(links, [graph.place(nodes) for nodes in corridors], graph.on_cells(mosaic, np.nan), cutoff,
                      left_out + lost, rules, by_cost, straight)


def _announce_pairs(count, rules, progress):
    """Says what the pairs of very many sources will take; refuses what cannot fit."""
    pairs = len(rules.pairs) if rules.pairs is not None else count * (count - 1) / 2 if rules.adjacency == 'all' else 0
    if count > MANY and pairs:
        each = PAIR_BYTES if rules.maximum_euclidean is not None else LINK_BYTES
        check_capacity(pairs * each, f'{count} x {count}', pairs * PAIR_SECONDS, progress)


def _surfaces(graph: CostGraph, labels, tasks, engine, progress, cancelled):
    """Source number -> SourceSurface."""
    progress(0.0, 'Cost surfaces of {count} sources on {cells} cells', count=len(tasks), cells=graph.nodes)
    shared = {**graph.arrays(), **graph.surface(), 'labels': labels}
    finished, seconds = _expected(graph, tasks, shared, cancelled)
    seconds /= getattr(engine, 'workers', 1)
    stop_if(cancelled)
    check_capacity(graph.weights.size * STEP_BYTES + graph.nodes * SEARCH_BYTES + finished,
                   f'{len(tasks)} x {graph.nodes}', seconds, progress)
    found = engine.map(source_surface, tasks, shared=shared, progress=progress, cancelled=cancelled)
    return {task[0]: surface for task, surface in zip(tasks, found)}


def _expected(graph, tasks, shared, cancelled):
    """Bytes of all finished surfaces and seconds of all searches, before they run."""
    if len(tasks) <= MANY:
        unbounded = sum(not np.isfinite(limit + reach) for _, _, limit, reach in tasks)
        return (graph.nodes * SURFACE_BYTES * (unbounded + 0.5 * (len(tasks) - unbounded)),
                len(tasks) * graph.nodes * SEARCH_SECONDS)
    clock = time.monotonic()
    pilots = [source_surface(tasks[index], **shared, cancelled=cancelled).nodes.size
              for index in np.linspace(0, len(tasks) - 1, PILOTS).astype(int).tolist()]
    each = max(np.mean(pilots), 1.0) * SURFACE_BYTES
    return PILOT_SAFETY * each * len(tasks), (time.monotonic() - clock) / PILOTS * len(tasks)
