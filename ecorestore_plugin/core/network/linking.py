"""From searches to a network: which pairs are sought, which links stay, and the corridors of those."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_share, never, part_of, silent, stop_if
from ..errors import ParameterError
from ..grid import Grid
from .adjacency import all_pairs, edge_distances, given_pairs, unique_pairs
from .corridors import corridor_mosaic, percentile_cutoff
from .cost_distance import step_length
from .links import DroppedPair, Link, above_limit, direct, dropped_links, nearest_links, within_length, within_limit

CUTOFF_SHARE = 0.1
THIRD_SOURCE = ('drop', 'keep')
REASONS = ('unreachable', 'too near', 'too far', 'too cheap', 'too costly', 'too long', 'third source', 'not nearest')


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
    minimum_euclidean : smallest straight distance in metres, None for no limit
    minimum_cost : smallest least-cost distance in resistance x metres, None for no limit
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
    minimum_euclidean: float | None = None
    minimum_cost: float | None = None


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
        and 'too long', 'too near' and 'too cheap' where there is such a limit
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


@dataclass(frozen=True)
class Ground:
    """What searches run on, however it is numbered.

    Attributes
    ----------
    labels : (cells,) int, source numbers; 0 for other cells that can be crossed, below 0 where nothing crosses
    place : function from cell numbers to (rows, columns)
    grid : cell width and height in metres
    """

    labels: np.ndarray
    place: object
    grid: Grid


def check_rules(rules: NetworkRules, cutoff, percentile) -> None:
    """Refuses rules that make no sense."""
    if rules.third_source not in THIRD_SOURCE:
        raise ParameterError('Unknown treatment of third sources {given}; choose one of {choices}.',
                             given=rules.third_source, choices=', '.join(THIRD_SOURCE))
    for name, value in (('maximum_euclidean', rules.maximum_euclidean), ('maximum_cost', rules.maximum_cost),
                        ('maximum_length', rules.maximum_length), ('minimum_euclidean', rules.minimum_euclidean),
                        ('minimum_cost', rules.minimum_cost), ('cutoff', cutoff)):
        if value is not None:
            check_share(name, value, 0, np.inf)
    if percentile is None:
        return
    check_share('percentile', percentile, 0, 100)
    if cutoff is not None:
        raise ParameterError('Corridors end at a cutoff or at a percentile; give one of them.')


def candidates_by(rules: NetworkRules, numbers, by_cost, straight) -> np.ndarray:
    """The pairs that may be linked.

    Parameters
    ----------
    numbers : the sources there are
    by_cost, straight : (pairs, 2) neighbours by cost and by straight distance; ``straight`` may be None where the
        rules do not ask for it
    """
    if rules.pairs is not None:
        return given_pairs(rules.pairs, numbers)
    if rules.adjacency == 'all':
        return all_pairs(numbers)
    return {'cost': lambda: by_cost, 'euclidean': lambda: straight,
            'both': lambda: unique_pairs(np.concatenate([by_cost, straight]))}[rules.adjacency]()


def asks_straight(rules: NetworkRules) -> bool:
    """Whether the rules need the neighbours by straight distance."""
    return rules.pairs is None and rules.adjacency in ('euclidean', 'both')


def pairs_to_search(pairs, joined, sources, grid, rules, euclidean):
    """Pairs that a path can join and that are near enough, their distances, and the other pairs."""
    left_out = [DroppedPair(first, second, 'unreachable') for first, second in pairs[~joined].tolist()]
    pairs = pairs[joined]
    distances = np.zeros(0)
    if len(pairs):
        distances = np.asarray(euclidean(pairs) if euclidean else edge_distances(sources, pairs, grid), dtype=float)
    far = distances > (np.inf if rules.maximum_euclidean is None else rules.maximum_euclidean)
    near = distances < (rules.minimum_euclidean or 0.0)
    for reason, lost in (('too far', far), ('too near', near)):
        left_out += [DroppedPair(first, second, reason, float(distance))
                     for (first, second), distance in zip(pairs[lost].tolist(), distances[lost])]
    kept = ~far & ~near
    return pairs[kept], distances[kept], left_out


def first_reach(bounds, maximum):
    """A reach that will nearly always hold the default cutoff; the search is repeated where it does not."""
    bounds = np.minimum(bounds, np.inf if maximum is None else maximum)
    finite = bounds[np.isfinite(bounds)]
    return CUTOFF_SHARE * float(np.median(finite)) if finite.size else 0.0


def link_up(search, ground: Ground, pairs, distances, reach, rules: NetworkRules, cutoff, percentile, progress=silent,
            cancelled=never):
    """Searches, chooses the links, and draws their corridors.

    Parameters
    ----------
    search : function of (reach, progress) that returns what was found: ``distance(first, second)``,
        ``path(first, second)`` in cell numbers, and ``corridor(link)`` as (cells, values) up to the reach
    pairs, distances : from ``pairs_to_search``
    reach : how much more than the links' distances the first search looks for
    cutoff, percentile : as in ``least_cost_network``

    Returns
    -------
    links, pairs left out, mosaic (cells,) with NaN where no corridor is, corridors as cell numbers, cutoff
    """
    found = search(reach, part_of(progress, 0.0, 0.8))
    stop_if(cancelled)
    left_out: list[DroppedPair] = []
    links = _chosen(_links(found, ground, pairs, distances), rules, left_out)
    if percentile is not None:
        cutoff, found = percentile_cutoff(links, found, ground.labels, reach, percentile, search,
                                          part_of(progress, 0.8, 0.85), cancelled)
    elif cutoff is None:
        cutoff = CUTOFF_SHARE * float(np.median([link.cost for link in links])) if links else 0.0
        if cutoff > reach:
            found = search(cutoff, part_of(progress, 0.8, 0.85))
    progress(0.85, 'Corridors of {count} links', count=len(links))
    mosaic, corridors = corridor_mosaic(ground.labels.size, links, found, ground.labels, cutoff,
                                        part_of(progress, 0.85, 1.0), cancelled)
    return links, left_out, mosaic, corridors, float(cutoff)


def network_of(links, corridors, mosaic, cutoff, left_out, rules: NetworkRules, by_cost, straight) -> Network:
    """The finished Network, with what was left out counted."""
    left_out = sorted(left_out, key=lambda pair: (pair.first, pair.second))
    asked = {'too long': rules.maximum_length, 'too near': rules.minimum_euclidean, 'too cheap': rules.minimum_cost}
    dropped = {reason: sum(pair.reason == reason for pair in left_out) for reason in REASONS
               if asked.get(reason, reason) is not None}
    near, lines = (None if pairs is None else frozenset(map(tuple, pairs.tolist())) for pairs in (by_cost, straight))
    return Network(tuple(links), tuple(corridors), mosaic, float(cutoff), len(links) + len(left_out), dropped,
                   tuple(left_out), near or frozenset(), lines)


def _links(found, ground, pairs, distances):
    """Every pair as a Link; the path and its cost come from the surface of the first source."""
    links = []
    for (first, second), euclid in zip(pairs.tolist(), distances):
        cells = found.path(first, second)
        rows, columns = ground.place(cells)
        crossed = [number for number in dict.fromkeys(ground.labels[cells].tolist())
                   if number not in (0, first, second)]
        links.append(Link(first, second, found.distance(first, second), float(euclid),
                          float(step_length(np.diff(rows), np.diff(columns), ground.grid).sum()),
                          np.stack([rows, columns], axis=1), tuple(crossed)))
    return links


def _chosen(links, rules, left_out):
    """The links that pass the rules; adds the others to ``left_out``."""
    links, lost = within_limit(links, rules.maximum_cost)
    # How far beyond the limit a search looked depends on the other links.
    left_out += [DroppedPair(link.first, link.second, 'too costly', link.euclidean) for link in lost]
    links, lost = above_limit(links, rules.minimum_cost)
    left_out += dropped_links(lost, 'too cheap')
    links, lost = within_length(links, rules.maximum_length)
    left_out += dropped_links(lost, 'too long')
    if rules.third_source == 'drop':
        links, lost = direct(links)
        left_out += dropped_links(lost, 'third source')
    if rules.nearest is not None:
        links, lost = nearest_links(links, rules.nearest, rules.nearest_by, rules.reconnect)
        left_out += dropped_links(lost, 'not nearest')
    return links
