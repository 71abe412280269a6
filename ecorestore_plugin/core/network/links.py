"""Links between sources, and the rules that choose among them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..errors import ParameterError
from ..grid import Grid

CORRIDOR, RECONNECTION = 'corridor', 'reconnection'
# Link types of Linkage Mapper; it has none for pairs without a path and for limits of the path length.
LINK_TYPES = {CORRIDOR: 1, RECONNECTION: 20, 'not nearest': -1, 'too far': -11, 'too costly': -12, 'too near': -13,
              'too cheap': -14, 'third source': -15}


@dataclass(frozen=True, eq=False)
class Link:
    """The cheapest way between two sources.

    Attributes
    ----------
    first, second : source numbers, the smaller first
    cost : least-cost distance, resistance x metres
    euclidean : straight distance between the edges, metres
    length : length of the path between cell centres, metres
    path : (cells, 2) rows and columns from the first source to the second, one cell of each included
    third_sources : numbers of the other sources the path crosses, in turn
    kind : 'corridor', or 'reconnection' where the link only joins parts that would be separate
    """

    first: int
    second: int
    cost: float
    euclidean: float
    length: float
    path: np.ndarray
    third_sources: tuple[int, ...] = ()
    kind: str = CORRIDOR

    @property
    def cost_per_metre(self) -> float:
        """Mean resistance along the path."""
        return self.cost / self.length

    def cost_per_straight_metre(self, grid: Grid) -> float:
        """Cost over straight distance; sources that touch count as one cell apart."""
        return self.cost / max(self.euclidean, min(grid.cell_width, grid.cell_height))


@dataclass(frozen=True)
class DroppedPair:
    """A pair of sources that got no link.

    Attributes
    ----------
    first, second : source numbers, the smaller first
    reason : 'unreachable', 'too near', 'too far', 'too cheap', 'too costly', 'too long', 'third source' or
        'not nearest'
    euclidean, cost, length : as far as they were computed, else NaN
    """

    first: int
    second: int
    reason: str
    euclidean: float = np.nan
    cost: float = np.nan
    length: float = np.nan


def dropped_links(links, reason):
    """Links as pairs that were dropped for a reason."""
    return [DroppedPair(link.first, link.second, reason, link.euclidean, link.cost, link.length) for link in links]


def within_limit(links, maximum):
    """(kept, dropped) links by least-cost distance; links without any path are dropped too."""
    limit = np.inf if maximum is None else maximum
    reached = [bool(np.isfinite(link.cost) and link.cost <= limit) for link in links]
    return _parted(links, reached)


def above_limit(links, minimum):
    """(kept, dropped) links by least-cost distance, those below the minimum dropped."""
    return _parted(links, [link.cost >= (minimum or 0.0) for link in links])


def within_length(links, maximum):
    """(kept, dropped) links by the length of the path in metres."""
    return _parted(links, [maximum is None or link.length <= maximum for link in links])


def direct(links):
    """(kept, dropped) links by whether the path stays clear of third sources."""
    return _parted(links, [not link.third_sources for link in links])


def _parted(links, keep):
    return ([link for link, kept in zip(links, keep) if kept],
            [link for link, kept in zip(links, keep) if not kept])


def nearest_links(links, count, by='cost', reconnect=False):
    """Keeps the links to each source's nearest neighbours.

    A link stays when it is among the ``count`` nearest of either of its ends; ties go to the neighbour with the
    lower number. With ``reconnect`` the shortest of the others are taken back, shortest first, where they join parts
    of the network that are separate.

    Parameters
    ----------
    links : list of Link
    count : neighbours per source
    by : 'cost' or 'euclidean' distance

    Returns
    -------
    (kept, dropped) lists of Link, in the order given

    Source: McRae and Kavanagh 2011, Linkage Mapper Connectivity Analysis Software
    """
    if by not in ('cost', 'euclidean'):
        raise ParameterError('Unknown distance {given}; choose one of {choices}.', given=by,
                             choices='cost, euclidean')
    if count < 1:
        raise ParameterError('Each source needs at least 1 nearest neighbour, not {count}.', count=count)
    ends: dict[int, list] = {}
    for index, link in enumerate(links):
        distance = getattr(link, by)
        ends.setdefault(link.first, []).append((distance, link.second, index))
        ends.setdefault(link.second, []).append((distance, link.first, index))
    near = {index for ranked in ends.values() for _, _, index in sorted(ranked)[:count]}
    again = _joining(links, near, by) if reconnect else set()
    kept = [replace(link, kind=RECONNECTION) if index in again else link
            for index, link in enumerate(links) if index in near or index in again]
    return kept, [link for index, link in enumerate(links) if index not in near and index not in again]


def _joining(links, near, by):
    """Indices of the shortest further links that join separate parts."""
    part = {number: number for link in links for number in (link.first, link.second)}

    def root(number):
        while part[number] != number:
            part[number] = part[part[number]]
            number = part[number]
        return number

    for index in near:
        part[root(links[index].first)] = root(links[index].second)
    added = set()
    for index in sorted(set(range(len(links))) - near, key=lambda i: (getattr(links[i], by), i)):
        first, second = root(links[index].first), root(links[index].second)
        if first != second:
            part[first] = second
            added.add(index)
    return added
