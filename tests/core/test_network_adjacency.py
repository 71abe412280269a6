"""Neighbouring sources and straight distances."""

import itertools
import math

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import EmptyInputError, ParameterError
from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.core.network.adjacency import (
    adjacent_pairs,
    all_pairs,
    candidate_pairs,
    edge_cells,
    edge_distances,
    euclidean_allocation,
    given_pairs,
    nearest_cells,
)


def grid_of(shape, width=10.0, height=None):
    return Grid(tuple(shape), (0.0, width, 0.0, 0.0, 0.0, -(height or width)))


def scattered(seed, shape=(9, 11), count=5):
    rng = np.random.default_rng(seed)
    sources = np.zeros(shape, int)
    for number in range(1, count + 1):
        row, column = rng.integers(0, shape[0] - 2), rng.integers(0, shape[1] - 2)
        sources[row:row + rng.integers(1, 3), column:column + rng.integers(1, 3)] = number
    return sources


def brute_pairs(zones):
    found = set()
    for row, column in np.ndindex(zones.shape):
        for down, right in itertools.product((-1, 0, 1), repeat=2):
            r, c = row + down, column + right
            if 0 <= r < zones.shape[0] and 0 <= c < zones.shape[1]:
                pair = tuple(sorted((int(zones[row, column]), int(zones[r, c]))))
                if pair[0] > 0 and pair[0] != pair[1]:
                    found.add(pair)
    return sorted(found)


def test_zones_touch_in_eight_directions_by_hand():
    zones = np.array([[1, 1, 0, 4],
                      [2, 0, 3, 0],
                      [2, 2, 0, 5]])
    assert adjacent_pairs(zones).tolist() == [[1, 2], [1, 3], [2, 3], [3, 4], [3, 5]]


@pytest.mark.parametrize('seed', range(5))
def test_adjacency_brute_force(seed):
    zones = np.random.default_rng(seed).integers(0, 6, (7, 9))
    assert adjacent_pairs(zones).tolist() == [list(pair) for pair in brute_pairs(zones)]


def test_one_zone_has_no_neighbour():
    assert adjacent_pairs(np.ones((3, 3), int)).shape == (0, 2)
    assert adjacent_pairs(np.ones((1, 1), int)).shape == (0, 2)


@pytest.mark.parametrize('size', [(10.0, 10.0), (30.0, 20.0)])
@pytest.mark.parametrize('seed', range(4))
def test_euclidean_allocation_brute_force(seed, size):
    sources = scattered(seed)
    grid = grid_of(sources.shape, *size)
    zones = euclidean_allocation(sources, grid)
    cells = np.argwhere(sources > 0)
    for row, column in np.ndindex(sources.shape):
        distance = np.hypot((cells[:, 0] - row) * size[1], (cells[:, 1] - column) * size[0])
        nearest = {int(sources[tuple(cell)]) for cell in cells[np.isclose(distance, distance.min())]}
        assert int(zones[row, column]) in nearest


def test_euclidean_allocation_needs_a_source():
    with pytest.raises(EmptyInputError):
        euclidean_allocation(np.zeros((2, 2), int), grid_of((2, 2)))


@pytest.mark.parametrize('size', [(10.0, 10.0), (30.0, 20.0)])
@pytest.mark.parametrize('seed', range(4))
def test_edge_distances_brute_force(seed, size):
    sources = scattered(seed)
    grid = grid_of(sources.shape, *size)
    pairs = all_pairs(sources[sources > 0])
    expected = []
    for first, second in pairs:
        gaps = [math.hypot(max(abs(one[0] - other[0]) - 1, 0) * size[1], max(abs(one[1] - other[1]) - 1, 0) * size[0])
                for one in np.argwhere(sources == first) for other in np.argwhere(sources == second)]
        expected.append(min(gaps))
    assert edge_distances(sources, pairs, grid) == pytest.approx(expected)


def test_edge_distances_by_hand():
    sources = np.array([[1, 0, 0, 2],
                        [3, 0, 0, 0]])
    # 1 and 2: two cells of 30 m between; 1 and 3 share an edge; 2 and 3: the gap is two cells wide, corner to corner.
    assert edge_distances(sources, [[1, 2], [1, 3], [2, 3]], grid_of((2, 4), 30, 20)).tolist() == [60, 0, 60]


def test_edge_cells_leave_the_inside_out():
    sources = np.zeros((7, 7), int)
    sources[1:6, 1:6] = 3
    assert len(edge_cells(sources, 3)) == 16
    sources[:] = 3
    assert len(edge_cells(sources, 3)) == 24


@pytest.mark.parametrize('seed', range(4))
def test_nearest_cells_brute_force(seed):
    sources = scattered(seed)
    grid = grid_of(sources.shape, 30, 20)
    pairs = all_pairs(sources[sources > 0])
    starts, ends = nearest_cells(sources, pairs, grid)
    for (first, second), start, end in zip(pairs, starts, ends):
        assert sources[tuple(start)] == first and sources[tuple(end)] == second
        shortest = min(math.hypot((a[0] - b[0]) * 20, (a[1] - b[1]) * 30)
                       for a in np.argwhere(sources == first) for b in np.argwhere(sources == second))
        assert math.hypot((start[0] - end[0]) * 20, (start[1] - end[1]) * 30) == pytest.approx(shortest)


def test_candidate_pairs_of_every_kind():
    # A wall of high resistance makes 1 and 2 neighbours by straight distance, but not by cost.
    sources = np.array([[1, 0, 0, 0, 2],
                        [0, 0, 0, 0, 0],
                        [0, 0, 3, 0, 0]])
    zones = np.array([[1, 1, 3, 2, 2],
                      [1, 3, 3, 3, 2],
                      [3, 3, 3, 3, 3]])
    grid = grid_of((3, 5))
    assert candidate_pairs(sources, zones, grid, 'cost').tolist() == [[1, 3], [2, 3]]
    assert candidate_pairs(sources, zones, grid, 'euclidean').tolist() == [[1, 2], [1, 3], [2, 3]]
    assert candidate_pairs(sources, zones, grid, 'both').tolist() == [[1, 2], [1, 3], [2, 3]]
    assert candidate_pairs(np.array([[4, 9, 2, 4]]), zones, grid, 'all').tolist() == [[2, 4], [2, 9], [4, 9]]
    with pytest.raises(ParameterError, match='cost, euclidean, both, all'):
        candidate_pairs(sources, zones, grid, 'knight')


def test_given_pairs():
    assert given_pairs([(3, 1), (1, 3), (2, 1)], [1, 2, 3]).tolist() == [[1, 2], [1, 3]]
    with pytest.raises(ParameterError, match='2 pairs name .* the first is 2 - 2'):
        given_pairs([(1, 3), (2, 2), (1, 7)], [1, 2, 3])
    with pytest.raises(EmptyInputError):
        given_pairs([], [1, 2])
