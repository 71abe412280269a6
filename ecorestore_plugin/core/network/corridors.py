"""Normalised least-cost corridors, their mosaic, and how wide they are."""

from __future__ import annotations

import numpy as np

from ..checks import never, silent, stop_if
from ..grid import Grid, check_same_shape
from .cost_distance import step_length

# How often a search for a percentile goes further before it goes all the way, and how much each time.
FURTHER, TIMES_FURTHER = 6, 4.0
ACROSS = ((0, 1), (1, 0), (1, 1), (1, -1))


def normalised_least_cost_corridor(first_cost, second_cost, distance) -> np.ndarray:
    """How much more than the best path the best path through each cell costs.

    Parameters
    ----------
    first_cost, second_cost : cumulative resistance from the two sources, NaN or infinite where not reached
    distance : least-cost distance between them

    Returns
    -------
    float array, resistance x metres: 0 along the least-cost path

    Source: McRae and Kavanagh 2011, Linkage Mapper Connectivity Analysis Software
    """
    check_same_shape(first_cost=first_cost, second_cost=second_cost)
    # Rounding may put cells of the path a hair below 0.
    return np.maximum(np.asarray(first_cost) + second_cost - distance, 0.0)


class SurfaceCorridors:
    """Corridors between pairs of finished surfaces.

    Parameters
    ----------
    surfaces : source number -> SourceSurface
    nodes : number of nodes
    """

    def __init__(self, surfaces, nodes):
        self._surfaces = surfaces
        self._from_first = np.full(nodes, np.inf)
        self._spread = None

    def distance(self, first, second) -> float:
        return self._surfaces[first].distances[second]

    def path(self, first, second) -> np.ndarray:
        return self._surfaces[first].paths.get(second, np.zeros(0, np.int64))

    def corridor(self, link):
        """(nodes, values) where both surfaces reach; ask for links in the order of their first source."""
        if self._spread is not self._surfaces[link.first]:
            self._from_first[:] = np.inf
            self._spread = self._surfaces[link.first]
            self._from_first[self._spread.nodes] = self._spread.costs
        other = self._surfaces[link.second]
        values = normalised_least_cost_corridor(self._from_first[other.nodes], other.costs, link.cost)
        inside = np.isfinite(values)
        return other.nodes[inside], values[inside]


def corridor_mosaic(nodes, links, found, labels, cutoff, progress=silent, cancelled=never):
    """The truncated corridors of all links and their cell-wise minimum, one link at a time.

    Parameters
    ----------
    nodes : number of nodes
    links : list of Link
    found : has ``corridor(link)``: (nodes, values), complete up to ``cutoff``
    labels : (nodes,) int, source numbers
    cutoff : largest value of a corridor, resistance x metres

    Returns
    -------
    mosaic : (nodes,) float, NaN where no corridor is
    corridors : list of (cells,) node numbers, one per link, the two linked sources left out
    """
    mosaic = np.full(nodes, np.inf)
    corridors = [np.zeros(0, np.int32)] * len(links)
    order = sorted(range(len(links)), key=lambda index: (links[index].first, links[index].second))
    for done, index in enumerate(order):
        stop_if(cancelled)
        link = links[index]
        members, values = found.corridor(link)
        inside = values <= cutoff
        members, values = members[inside], values[inside]
        mosaic[members] = np.minimum(mosaic[members], values)
        owners = labels[members]
        corridors[index] = members[(owners != link.first) & (owners != link.second)]
        progress((done + 1) / len(links))
    mosaic[np.isinf(mosaic)] = np.nan
    return mosaic, corridors


def percentile_cutoff(links, found, labels, reach, percentile, search, progress=silent, cancelled=never):
    """The cutoff at which all corridors together cover a share of the land outside sources.

    The mosaic is exact up to the reach of the searches, so they go further only until it holds enough cells.

    Parameters
    ----------
    links, found, labels : as in ``corridor_mosaic``; labels are below 0 where nothing crosses
    reach : how much more than the links' distances was searched
    percentile : per cent of the passable cells outside sources
    search : function of (reach, progress) that finds as much with another reach

    Returns
    -------
    cutoff : resistance x metres; the largest value there is where the corridors cannot cover so much
    found : complete up to the cutoff
    """
    outside = labels == 0
    wanted = max(int(np.ceil(percentile / 100 * np.count_nonzero(outside))), 1)
    if not links or not outside.any():
        return 0.0, found
    for further in range(FURTHER + 1):
        values = corridor_mosaic(labels.size, links, found, labels, reach, cancelled=cancelled)[0][outside]
        values = values[np.isfinite(values)]
        if values.size >= wanted or not np.isfinite(reach):
            break
        reach = np.inf if further == FURTHER - 1 or reach <= 0 else TIMES_FURTHER * reach
        found = search(reach, progress)
    if not values.size:
        return 0.0, found
    return float(np.partition(values, min(wanted, values.size) - 1)[min(wanted, values.size) - 1]), found


def bottleneck(path, rows, columns, sources, pair, grid: Grid):
    """The narrowest place of a corridor along its path.

    The width at a cell of the path is the shortest straight line across the corridor through it, along rows, columns
    or diagonals, as far as the corridor reaches without a gap. The two sources count as part of the corridor.

    Parameters
    ----------
    path : (cells, 2) rows and columns of the least-cost path
    rows, columns : (cells,) int, the corridor without the two sources it links
    sources : (rows, columns) int, source numbers
    pair : numbers of the two sources

    Returns
    -------
    (width in metres, row, column); NaN and -1 where the path has no cell outside the two sources
    """
    path = np.asarray(path)
    free = path[~np.isin(sources[path[:, 0], path[:, 1]], pair)]
    if not len(free) or not len(rows):
        return np.nan, -1, -1
    everything = np.concatenate([np.stack([rows, columns], axis=1), path])
    low = everything.min(axis=0) - 1
    window = tuple(slice(max(start, 0), stop + 2) for start, stop in zip(low, everything.max(axis=0)))
    held = sources[window]
    inside = np.pad((held == pair[0]) | (held == pair[1]), 1)
    # On the edge of the raster there is no cell before the corridor, only the frame.
    shift = 1 - np.maximum(low, 0)
    inside[rows + shift[0], columns + shift[1]] = True
    places = free + shift
    widths = np.min([_reach_across(inside, places, down, right) * step_length(down, right, grid)
                     for down, right in ACROSS], axis=0)
    narrowest = int(np.argmin(widths))
    return float(widths[narrowest]), int(free[narrowest, 0]), int(free[narrowest, 1])


def _reach_across(inside, places, down, right):
    """Cells in a row that are inside, through each of the places, in one direction and its opposite."""
    count = np.ones(len(places), dtype=np.int64)
    for sign in (1, -1):
        moving = np.arange(len(places))
        here = places.copy()
        while moving.size:
            here = here + [sign * down, sign * right]
            going = inside[here[:, 0], here[:, 1]]
            moving, here = moving[going], here[going]
            count[moving] += 1
    return count


def land_cover_mix(codes, valid, rows, columns):
    """Shares of the land cover classes of some cells.

    Parameters
    ----------
    codes, valid : (rows, columns) classes and where they are known
    rows, columns : (cells,) int

    Returns
    -------
    list of (code, share of the known cells), the largest share first
    """
    known = valid[rows, columns]
    present, counts = np.unique(codes[rows[known], columns[known]], return_counts=True)
    order = np.argsort(-counts, kind='stable')
    return [(int(present[index]), float(counts[index] / counts.sum())) for index in order]
