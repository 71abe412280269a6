"""Which sources are neighbours, and how far apart they are.

Zones of nearest sources say who is a neighbour and how much a link can cost at most. They never say how much it does
cost: the cheapest path between two sources may lead through the zone of a third.
"""

from __future__ import annotations

import numpy as np

from ..errors import EmptyInputError, ParameterError
from ..grid import Grid
from .steps import HALF_OF_STEPS

ADJACENCIES = ('cost', 'euclidean', 'both', 'all')


def adjacent_pairs(allocation) -> np.ndarray:
    """Sources whose zones touch in any of the 8 directions.

    Parameters
    ----------
    allocation : (rows, columns) int, number of the nearest source, 0 where there is none

    Returns
    -------
    (pairs, 2) int, smaller number first, sorted

    Source: McRae and Kavanagh 2011, Linkage Mapper Connectivity Analysis Software
    """
    found = [touching_zones(allocation, down, right)[0] for down, right in HALF_OF_STEPS]
    return unique_pairs(np.concatenate(found))


def touching_zones(allocation, down, right):
    """What meets at the borders of zones in one direction.

    Returns
    -------
    pairs : (borders, 2) int, smaller number first
    cells : (borders, 2) int, the cells in reading order on both sides, in the order of the pair
    """
    rows, columns = np.shape(allocation)
    left = max(-right, 0)
    one = allocation[:rows - down, left:columns - max(right, 0)]
    other = allocation[down:, left + right:columns - max(-right, 0)]
    row, column = np.divmod(np.flatnonzero(one != other), max(one.shape[1], 1))
    here = row * columns + column + left
    cells = np.stack([here, here + down * columns + right], axis=1)
    pairs = np.reshape(allocation, -1)[cells].astype(np.int64)
    known = (pairs > 0).all(axis=1)
    pairs, cells = pairs[known], cells[known]
    turned = pairs[:, 0] > pairs[:, 1]
    pairs[turned], cells[turned] = pairs[turned, ::-1], cells[turned, ::-1]
    return pairs, cells


def euclidean_allocation(sources, grid: Grid) -> np.ndarray:
    """The source nearest to every cell in a straight line, measured between cell centres.

    Parameters
    ----------
    sources : (rows, columns) int, number of the source on a cell, 0 where there is none

    Returns
    -------
    (rows, columns) int; a cell equally near to two sources goes to the one scipy's transform meets first

    Raises
    ------
    EmptyInputError : no source at all
    """
    from scipy import ndimage

    sources = np.asarray(sources)
    if not (sources > 0).any():
        raise EmptyInputError('There is no source to measure distances from.')
    rows, columns = ndimage.distance_transform_edt(
        sources <= 0, sampling=(grid.cell_height, grid.cell_width), return_distances=False, return_indices=True)
    return sources[rows, columns]


def all_pairs(numbers) -> np.ndarray:
    """Every pair of sources, smaller number first, sorted."""
    numbers = np.unique(numbers).astype(np.int64)
    first, second = np.triu_indices(numbers.size, 1)
    return np.stack([numbers[first], numbers[second]], axis=1)


def candidate_pairs(sources, allocation, grid: Grid, adjacency='both') -> np.ndarray:
    """The pairs of sources that may be linked.

    Parameters
    ----------
    sources : (rows, columns) int
    allocation : (rows, columns) int, zones of least cost
    adjacency : 'cost' (zones of least cost touch), 'euclidean' (zones of straight distance touch), 'both' (either
        of them touches), or 'all' pairs

    Returns
    -------
    (pairs, 2) int, smaller number first, sorted
    """
    if adjacency not in ADJACENCIES:
        raise ParameterError('Unknown adjacency {given}; choose one of {choices}.', given=adjacency,
                             choices=', '.join(ADJACENCIES))
    if adjacency == 'all':
        return all_pairs(sources[sources > 0])
    found = []
    if adjacency in ('cost', 'both'):
        found.append(adjacent_pairs(allocation))
    if adjacency in ('euclidean', 'both'):
        found.append(adjacent_pairs(euclidean_allocation(sources, grid)))
    return unique_pairs(np.concatenate(found))


def given_pairs(pairs, numbers) -> np.ndarray:
    """The pairs of a list, each once, smaller number first, sorted.

    Parameters
    ----------
    pairs : (pairs, 2) int, source numbers in any order
    numbers : the sources there are

    Raises
    ------
    EmptyInputError : no pair
    ParameterError : a source paired with itself, or one that does not exist
    """
    pairs = np.asarray(pairs, dtype=np.int64).reshape(-1, 2)
    if not len(pairs):
        raise EmptyInputError('The list of pairs is empty.')
    wrong = (pairs[:, 0] == pairs[:, 1]) | ~np.isin(pairs, numbers).all(axis=1)
    if wrong.any():
        raise ParameterError('{count} pairs name a source that does not exist or the same source twice; the first is '
                             '{pair}.', count=int(wrong.sum()), pair=' - '.join(map(str, pairs[wrong][0].tolist())))
    return unique_pairs(np.sort(pairs, axis=1))


def unique_pairs(pairs) -> np.ndarray:
    """Pairs without repetition, sorted."""
    return np.unique(np.asarray(pairs, dtype=np.int64).reshape(-1, 2), axis=0)


def edge_distances(sources, pairs, grid: Grid) -> np.ndarray:
    """Straight distances between the edges of sources.

    Sources are taken as the union of their cells, so that two sources that share a cell edge or corner are 0 apart.
    The nearest points of two such shapes are always corners of cells, which makes the distance exact.

    Parameters
    ----------
    sources : (rows, columns) int
    pairs : (pairs, 2) int

    Returns
    -------
    (pairs,) float, metres
    """
    from scipy.spatial import cKDTree

    pairs = np.asarray(pairs, dtype=np.int64).reshape(-1, 2)
    corners = {number: _corners(cells, grid) for number, cells in _all_edge_cells(sources, pairs).items()}
    trees = {number: cKDTree(points) for number, points in corners.items()}
    return np.array([trees[int(first)].query(corners[int(second)])[0].min() for first, second in pairs], dtype=float)


def nearest_cells(sources, pairs, grid: Grid):
    """For each pair the two cells, one of each source, whose centres are nearest: two (pairs, 2) int arrays."""
    from scipy.spatial import cKDTree

    cells = _all_edge_cells(sources, pairs)
    size = np.array([grid.cell_height, grid.cell_width])
    trees = {number: cKDTree(found * size) for number, found in cells.items()}
    ends = np.empty((2, len(pairs), 2), dtype=np.int64)
    for index, (first, second) in enumerate(np.asarray(pairs).tolist()):
        distance, nearest = trees[first].query(cells[second] * size)
        best = int(np.argmin(distance))
        ends[0, index], ends[1, index] = cells[first][nearest[best]], cells[second][best]
    return ends[0], ends[1]


def _all_edge_cells(sources, pairs):
    """number -> edge cells, for every source of the pairs."""
    from scipy import ndimage

    numbers = np.unique(pairs).tolist()
    windows = ndimage.find_objects(np.asarray(sources, dtype=np.int32), max(numbers, default=0))
    return {number: edge_cells(sources, number, windows[number - 1]) for number in numbers}


def edge_cells(sources, number, window=None) -> np.ndarray:
    """(cells, 2) rows and columns of the cells of a source with a neighbour outside it.

    Parameters
    ----------
    window : slices of rows and columns that hold the source, sought where not given
    """
    if window is None:
        rows, columns = np.nonzero(sources == number)
        window = (slice(rows.min(), rows.max() + 1), slice(columns.min(), columns.max() + 1))
    inside = np.pad(sources[window] == number, 1)
    surrounded = (inside[:-2, 1:-1] & inside[2:, 1:-1] & inside[1:-1, :-2] & inside[1:-1, 2:])
    return np.argwhere(inside[1:-1, 1:-1] & ~surrounded) + [window[0].start, window[1].start]


def _corners(cells, grid):
    """Corner points of cells, metres from the corner of the grid."""
    corners = np.unique(np.concatenate([cells + offset for offset in ([0, 0], [0, 1], [1, 0], [1, 1])]), axis=0)
    return corners * [grid.cell_height, grid.cell_width]
