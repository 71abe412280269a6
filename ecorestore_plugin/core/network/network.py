"""The network of sources: links along least-cost paths, and the corridors around them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_share, never, part_of, silent, stop_if
from ..engine import InProcessEngine, check_capacity
from ..errors import ParameterError
from ..grid import Grid
from .adjacency import candidate_pairs, edge_distances
from .corridors import corridor_mosaic
from .cost_distance import CostGraph, connected_pairs, cost_graph, cumulative_resistance, step_length
from .links import Link, direct, nearest_links, within_limit
from .source_cells import usable_sources
from .surfaces import cost_bounds, source_surface, surface_tasks

CUTOFF_SHARE = 0.1
THIRD_SOURCE = ('drop', 'keep')
# Bytes per step of the graph, per node of a running search, and per node of a finished surface; a bounded surface
# holds about half the nodes.
STEP_BYTES, SEARCH_BYTES, SURFACE_BYTES = 12, 150, 12
SEARCH_SECONDS = 6e-7  # per node


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
    """

    adjacency: str = 'both'
    maximum_euclidean: float | None = None
    maximum_cost: float | None = None
    third_source: str = 'drop'
    nearest: int | None = None
    nearest_by: str = 'cost'
    reconnect: bool = False


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
    dropped : reason -> number of pairs; reasons 'too far', 'unreachable', 'too costly', 'third source', 'not nearest'
    """

    links: tuple[Link, ...]
    corridors: tuple[tuple[np.ndarray, np.ndarray], ...]
    mosaic: np.ndarray
    cutoff: float
    candidates: int
    dropped: dict[str, int]


def least_cost_network(resistance, sources, grid: Grid, rules=NetworkRules(), cutoff=None, euclidean=None, names=None,
                       engine=None, progress=silent, cancelled=never) -> Network:
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
    _check_rules(rules, cutoff)
    resistance = np.asarray(resistance, dtype=float)
    graph = cost_graph(resistance, grid)
    sources = usable_sources(resistance, sources, names, fewest=2)
    labels = graph.on_nodes(sources)
    progress(0.02, 'Zones of least cost around {count} sources', count=int(np.unique(labels).size - 1))
    zones = cumulative_resistance(resistance, sources, grid, cancelled=cancelled)
    stop_if(cancelled)
    pairs, distances, dropped = _pairs_to_search(graph, labels, sources, zones, grid, rules, euclidean)
    candidates = len(pairs) + sum(dropped.values())
    bounds = cost_bounds(resistance, sources, zones, pairs, grid)
    del zones
    stop_if(cancelled)

    def search(reach, progress):
        return _surfaces(graph, labels, surface_tasks(pairs, bounds, rules.maximum_cost, reach), engine or
                         InProcessEngine(), progress, cancelled)

    reach = _first_reach(bounds, rules.maximum_cost) if cutoff is None else cutoff
    surfaces = search(reach, part_of(progress, 0.1, 0.8))
    links = _links(graph, labels, pairs, distances, surfaces, grid)
    links = _chosen(links, rules, dropped)
    if cutoff is None:
        cutoff = CUTOFF_SHARE * float(np.median([link.cost for link in links])) if links else 0.0
        if cutoff > reach:
            surfaces = search(cutoff, part_of(progress, 0.8, 0.85))
    progress(0.85, 'Corridors of {count} links', count=len(links))
    mosaic, corridors = corridor_mosaic(graph.nodes, links, surfaces, labels, cutoff,
                                        part_of(progress, 0.85, 1.0), cancelled)
    return Network(tuple(links), tuple(graph.place(nodes) for nodes in corridors), graph.on_cells(mosaic, np.nan),
                   float(cutoff), candidates, dropped)


def _check_rules(rules, cutoff):
    if rules.third_source not in THIRD_SOURCE:
        raise ParameterError('Unknown treatment of third sources {given}; choose one of {choices}.',
                             given=rules.third_source, choices=', '.join(THIRD_SOURCE))
    for name, value in (('maximum_euclidean', rules.maximum_euclidean), ('maximum_cost', rules.maximum_cost),
                        ('cutoff', cutoff)):
        if value is not None:
            check_share(name, value, 0, np.inf)


def _pairs_to_search(graph, labels, sources, zones, grid, rules, euclidean):
    """Candidate pairs that a path can join and that are near enough, their distances, and what was dropped."""
    pairs = candidate_pairs(sources, zones.allocation, grid, rules.adjacency)
    joined = connected_pairs(graph, labels, pairs)
    dropped = {'unreachable': int((~joined).sum())}
    pairs = pairs[joined]
    distances = np.zeros(0)
    if len(pairs):
        distances = np.asarray(euclidean(pairs) if euclidean else edge_distances(sources, pairs, grid), dtype=float)
    near = distances <= (np.inf if rules.maximum_euclidean is None else rules.maximum_euclidean)
    dropped['too far'] = int((~near).sum())
    return pairs[near], distances[near], dropped


def _first_reach(bounds, maximum):
    """A reach that will nearly always hold the default cutoff; the search is repeated where it does not."""
    bounds = np.minimum(bounds, np.inf if maximum is None else maximum)
    finite = bounds[np.isfinite(bounds)]
    return CUTOFF_SHARE * float(np.median(finite)) if finite.size else 0.0


def _surfaces(graph: CostGraph, labels, tasks, engine, progress, cancelled):
    """Source number -> SourceSurface."""
    progress(0.0, 'Cost surfaces of {count} sources on {cells} cells', count=len(tasks), cells=graph.nodes)
    unbounded = sum(not np.isfinite(limit + reach) for _, _, limit, reach in tasks)
    finished = graph.nodes * SURFACE_BYTES * (unbounded + 0.5 * (len(tasks) - unbounded))
    check_capacity(graph.weights.size * STEP_BYTES + graph.nodes * SEARCH_BYTES + finished,
                   f'{len(tasks)} x {graph.nodes}', len(tasks) * graph.nodes * SEARCH_SECONDS, progress)
    found = engine.map(source_surface, tasks, shared={**graph.arrays(), 'labels': labels}, progress=progress,
                       cancelled=cancelled)
    return {task[0]: surface for task, surface in zip(tasks, found)}


def _links(graph, labels, pairs, distances, surfaces, grid):
    """Every pair as a Link; the path and its cost come from the surface of the first source."""
    links = []
    for (first, second), euclid in zip(pairs.tolist(), distances):
        surface = surfaces[first]
        nodes = surface.paths.get(second, np.zeros(0, np.int64))
        rows, columns = graph.place(nodes)
        crossed = set(np.unique(labels[nodes]).tolist()) - {0, first, second}
        links.append(Link(first, second, surface.distances[second], float(euclid),
                          float(step_length(np.diff(rows), np.diff(columns), grid).sum()),
                          np.stack([rows, columns], axis=1), tuple(sorted(crossed))))
    return links


def _chosen(links, rules, dropped):
    """The links that pass the rules; counts the others in ``dropped``."""
    links, lost = within_limit(links, rules.maximum_cost)
    dropped['too costly'] = len(lost)
    dropped['third source'] = dropped['not nearest'] = 0
    if rules.third_source == 'drop':
        links, lost = direct(links)
        dropped['third source'] = len(lost)
    if rules.nearest is not None:
        links, lost = nearest_links(links, rules.nearest, rules.nearest_by, rules.reconnect)
        dropped['not nearest'] = len(lost)
    return links
