"""The network of sources: links along least-cost paths, and the corridors around them."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np

from ..checks import check_share, never, part_of, silent, stop_if
from ..engine import InProcessEngine, check_capacity
from ..errors import ParameterError
from ..grid import Grid
from .adjacency import (
    adjacent_pairs,
    candidate_pairs,
    edge_distances,
    euclidean_allocation,
    given_pairs,
    unique_pairs,
)
from .corridors import corridor_mosaic, percentile_cutoff
from .cost_distance import CostGraph, connected_pairs, cost_graph, cumulative_resistance, step_length
from .links import DroppedPair, Link, direct, dropped_links, nearest_links, within_length, within_limit
from .source_cells import usable_sources
from .surfaces import cost_bounds, source_surface, surface_tasks

CUTOFF_SHARE = 0.1
THIRD_SOURCE = ('drop', 'keep')
REASONS = ('unreachable', 'too far', 'too costly', 'too long', 'third source', 'not nearest')
# Bytes per step of the graph, per node of a running search, and per node of a finished surface; a bounded surface
# holds about half the nodes.
STEP_BYTES, SEARCH_BYTES, SURFACE_BYTES = 12, 150, 12
SEARCH_SECONDS = 6e-7  # per node
WORKER_PAYS = 500_000  # nodes from which starting a worker is quicker than a search of all sources here
# With more sources than MANY, a few searches are run first to tell what all of them will take.
MANY, PILOTS, PILOT_SAFETY = 32, 8, 1.5
# Per candidate pair: its arrays, and its link with the path; seconds for its straight distance.
PAIR_BYTES, LINK_BYTES, PAIR_SECONDS = 500, 1500, 2e-4


@dataclass(frozen=True)
class NetworkRules:
    """Which sources are linked.

    Attributes
    ----------
    adjacency : 'cost', 'euclidean', 'both' or 'all', see ``candidate_pairs``
    maximum_euclidean : largest straight distance in metres, None for no limit
    maximum_cost : largest least-cost distance in resistance x metres, None for no limit
    third_source : 'drop' or 'keep' links whose path crosses a third source
    nearest : keep only the links to so many nearest neighbours of each source, None to keep all
    nearest_by : 'cost' or 'euclidean' distance
    reconnect : take the shortest other links back where they join separate parts
    maximum_length : largest length of the path in metres, None for no limit
    pairs : ((first, second), ...) source numbers; only these may be linked, and ``adjacency`` is not asked
    """

    adjacency: str = 'both'
    maximum_euclidean: float | None = None
    maximum_cost: float | None = None
    third_source: str = 'drop'
    nearest: int | None = None
    nearest_by: str = 'cost'
    reconnect: bool = False
    maximum_length: float | None = None
    pairs: tuple[tuple[int, int], ...] | None = None


@dataclass(frozen=True)
class Network:
    """Links and corridors.

    Attributes
    ----------
    links : Links sorted by their sources
    corridors : per link the (rows, columns) of its truncated corridor, the two linked sources left out
    mosaic : (rows, columns) float, minimum of the links' normalised least-cost corridors, NaN beyond the cutoff
    cutoff : where the corridors end, resistance x metres
    candidates : number of pairs that were considered
    dropped : reason -> number of pairs; reasons 'unreachable', 'too far', 'too costly', 'third source', 'not nearest',
        and 'too long' where the length has a limit
    left_out : the pairs that were considered and got no link, sorted
    cost_neighbours : pairs whose zones of least cost touch
    straight_neighbours : pairs whose zones of straight distance touch, None where they were not asked for
    """

    links: tuple[Link, ...]
    corridors: tuple[tuple[np.ndarray, np.ndarray], ...]
    mosaic: np.ndarray
    cutoff: float
    candidates: int
    dropped: dict[str, int]
    left_out: tuple[DroppedPair, ...] = ()
    cost_neighbours: frozenset = frozenset()
    straight_neighbours: frozenset | None = None


def least_cost_network(resistance, sources, grid: Grid, rules=NetworkRules(), cutoff=None, euclidean=None, names=None,
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
    _check_rules(rules, cutoff, percentile)
    resistance = np.asarray(resistance, dtype=float)
    graph = cost_graph(resistance, grid)
    sources = usable_sources(resistance, sources, names, fewest=2)
    labels = graph.on_nodes(sources)
    count = int(np.unique(labels).size - 1)
    _announce_pairs(count, rules, progress)
    progress(0.02, 'Zones of least cost around {count} sources', count=count)
    zones = cumulative_resistance(resistance, sources, grid, cancelled=cancelled,
                                  engine=engine if graph.nodes > WORKER_PAYS else None)
    stop_if(cancelled)
    pairs, *neighbours = _candidates(labels, sources, zones, grid, rules)
    pairs, distances, left_out = _pairs_to_search(graph, labels, sources, pairs, grid, rules, euclidean)
    candidates = len(pairs) + len(left_out)
    bounds = cost_bounds(resistance, sources, zones, pairs, grid)
    del zones
    stop_if(cancelled)

    def search(reach, progress):
        return _surfaces(graph, labels, surface_tasks(pairs, bounds, rules.maximum_cost, reach), engine or
                         InProcessEngine(), progress, cancelled)

    reach = _first_reach(bounds, rules.maximum_cost) if cutoff is None else cutoff
    surfaces = search(reach, part_of(progress, 0.1, 0.8))
    links = _links(graph, labels, pairs, distances, surfaces, grid)
    links = _chosen(links, rules, left_out)
    if percentile is not None:
        cutoff, surfaces = percentile_cutoff(links, surfaces, labels, reach, percentile, search,
                                             part_of(progress, 0.8, 0.85), cancelled)
    elif cutoff is None:
        cutoff = CUTOFF_SHARE * float(np.median([link.cost for link in links])) if links else 0.0
        if cutoff > reach:
            surfaces = search(cutoff, part_of(progress, 0.8, 0.85))
    progress(0.85, 'Corridors of {count} links', count=len(links))
    mosaic, corridors = corridor_mosaic(graph.nodes, links, surfaces, labels, cutoff,
                                        part_of(progress, 0.85, 1.0), cancelled)
    left_out.sort(key=lambda pair: (pair.first, pair.second))
    dropped = {reason: sum(pair.reason == reason for pair in left_out) for reason in REASONS
               if reason != 'too long' or rules.maximum_length is not None}
    by_cost, straight = (None if found is None else frozenset(map(tuple, found.tolist())) for found in neighbours)
    return Network(tuple(links), tuple(graph.place(nodes) for nodes in corridors), graph.on_cells(mosaic, np.nan),
                   float(cutoff), candidates, dropped, tuple(left_out), by_cost or frozenset(), straight)


def _check_rules(rules, cutoff, percentile):
    if rules.third_source not in THIRD_SOURCE:
        raise ParameterError('Unknown treatment of third sources {given}; choose one of {choices}.',
                             given=rules.third_source, choices=', '.join(THIRD_SOURCE))
    for name, value in (('maximum_euclidean', rules.maximum_euclidean), ('maximum_cost', rules.maximum_cost),
                        ('maximum_length', rules.maximum_length), ('cutoff', cutoff)):
        if value is not None:
            check_share(name, value, 0, np.inf)
    if percentile is None:
        return
    check_share('percentile', percentile, 0, 100)
    if cutoff is not None:
        raise ParameterError('Corridors end at a cutoff or at a percentile; give one of them.')


def _announce_pairs(count, rules, progress):
    """Says what the pairs of very many sources will take; refuses what cannot fit."""
    pairs = len(rules.pairs) if rules.pairs is not None else count * (count - 1) / 2 if rules.adjacency == 'all' else 0
    if count > MANY and pairs:
        each = PAIR_BYTES if rules.maximum_euclidean is not None else LINK_BYTES
        check_capacity(pairs * each, f'{count} x {count}', pairs * PAIR_SECONDS, progress)


def _candidates(labels, sources, zones, grid, rules):
    """Pairs that may be linked, and the neighbours by cost and by straight distance; None for what is not asked."""
    by_cost = adjacent_pairs(zones.allocation)
    if rules.pairs is not None:
        return given_pairs(rules.pairs, np.unique(labels[labels > 0])), by_cost, None
    if rules.adjacency not in ('euclidean', 'both'):
        return candidate_pairs(sources, zones.allocation, grid, rules.adjacency), by_cost, None
    straight = adjacent_pairs(euclidean_allocation(sources, grid))
    pairs = straight if rules.adjacency == 'euclidean' else unique_pairs(np.concatenate([by_cost, straight]))
    return pairs, by_cost, straight


def _pairs_to_search(graph, labels, sources, pairs, grid, rules, euclidean):
    """Pairs that a path can join and that are near enough, their distances, and the other pairs."""
    joined = connected_pairs(graph, labels, pairs)
    left_out = [DroppedPair(first, second, 'unreachable') for first, second in pairs[~joined].tolist()]
    pairs = pairs[joined]
    distances = np.zeros(0)
    if len(pairs):
        distances = np.asarray(euclidean(pairs) if euclidean else edge_distances(sources, pairs, grid), dtype=float)
    near = distances <= (np.inf if rules.maximum_euclidean is None else rules.maximum_euclidean)
    left_out += [DroppedPair(first, second, 'too far', float(distance))
                 for (first, second), distance in zip(pairs[~near].tolist(), distances[~near])]
    return pairs[near], distances[near], left_out


def _first_reach(bounds, maximum):
    """A reach that will nearly always hold the default cutoff; the search is repeated where it does not."""
    bounds = np.minimum(bounds, np.inf if maximum is None else maximum)
    finite = bounds[np.isfinite(bounds)]
    return CUTOFF_SHARE * float(np.median(finite)) if finite.size else 0.0


def _surfaces(graph: CostGraph, labels, tasks, engine, progress, cancelled):
    """Source number -> SourceSurface."""
    progress(0.0, 'Cost surfaces of {count} sources on {cells} cells', count=len(tasks), cells=graph.nodes)
    shared = {**graph.arrays(), **graph.surface(), 'labels': labels}
    finished, seconds = _expected(graph, tasks, shared)
    seconds /= getattr(engine, 'workers', 1)
    stop_if(cancelled)
    check_capacity(graph.weights.size * STEP_BYTES + graph.nodes * SEARCH_BYTES + finished,
                   f'{len(tasks)} x {graph.nodes}', seconds, progress)
    found = engine.map(source_surface, tasks, shared=shared, progress=progress, cancelled=cancelled)
    return {task[0]: surface for task, surface in zip(tasks, found)}


def _expected(graph, tasks, shared):
    """Bytes of all finished surfaces and seconds of all searches, before they run."""
    if len(tasks) <= MANY:
        unbounded = sum(not np.isfinite(limit + reach) for _, _, limit, reach in tasks)
        return (graph.nodes * SURFACE_BYTES * (unbounded + 0.5 * (len(tasks) - unbounded)),
                len(tasks) * graph.nodes * SEARCH_SECONDS)
    clock = time.monotonic()
    pilots = [source_surface(tasks[index], **shared).nodes.size
              for index in np.linspace(0, len(tasks) - 1, PILOTS).astype(int).tolist()]
    each = max(np.mean(pilots), 1.0) * SURFACE_BYTES
    return PILOT_SAFETY * each * len(tasks), (time.monotonic() - clock) / PILOTS * len(tasks)


def _links(graph, labels, pairs, distances, surfaces, grid):
    """Every pair as a Link; the path and its cost come from the surface of the first source."""
    links = []
    for (first, second), euclid in zip(pairs.tolist(), distances):
        surface = surfaces[first]
        nodes = surface.paths.get(second, np.zeros(0, np.int64))
        rows, columns = graph.place(nodes)
        crossed = [number for number in dict.fromkeys(labels[nodes].tolist()) if number not in (0, first, second)]
        links.append(Link(first, second, surface.distances[second], float(euclid),
                          float(step_length(np.diff(rows), np.diff(columns), grid).sum()),
                          np.stack([rows, columns], axis=1), tuple(crossed)))
    return links


def _chosen(links, rules, left_out):
    """The links that pass the rules; adds the others to ``left_out``."""
    links, lost = within_limit(links, rules.maximum_cost)
    # How far beyond the limit a search looked depends on the other links.
    left_out += [DroppedPair(link.first, link.second, 'too costly', link.euclidean) for link in lost]
    links, lost = within_length(links, rules.maximum_length)
    left_out += dropped_links(lost, 'too long')
    if rules.third_source == 'drop':
        links, lost = direct(links)
        left_out += dropped_links(lost, 'third source')
    if rules.nearest is not None:
        links, lost = nearest_links(links, rules.nearest, rules.nearest_by, rules.reconnect)
        left_out += dropped_links(lost, 'not nearest')
    return links
