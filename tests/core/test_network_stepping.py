"""Stepping stones: every step against connectivity computed anew with each candidate."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import (
    CancelledError,
    EmptyInputError,
    GridMismatchError,
    ParameterError,
    ValueRangeError,
)
from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.core.network.cost_matrix import cost_matrix
from ecorestore.ecorestore_plugin.core.network.stepping import (
    place_cells,
    place_costs,
    place_grid,
    stepping_stones,
)


def eca(distances, areas, rate):
    """Equivalent connected area straight from the definition: every patch tried as a stop."""
    ways = np.array(distances, float)
    for middle in range(len(ways)):
        ways = np.minimum(ways, ways[:, [middle]] + ways[middle])
    return np.sqrt(np.sum(np.outer(areas, areas) * np.exp(-rate * ways)))


def apart(points):
    return np.hypot(*(points[:, np.newaxis] - points).transpose(2, 0, 1))


def test_a_step_between_two_patches_by_hand():
    # p 0.25 between them; half way p is 0.5 to both, so that the best way stays 0.25.
    half = np.log(2.0)
    found = stepping_stones([[0, 2 * half], [2 * half, 0]], [1.0, 1.0], [[half, half]], lambda place: [0.0], [2.0], 1.0)
    assert found.before == pytest.approx(np.sqrt(2 + 2 * 0.25))
    assert found.eca == pytest.approx([np.sqrt(2.5 + 4 + 2 * 2 * (0.5 + 0.5))])
    assert found.own == pytest.approx(found.gains)
    # A pure step closer to both than half way does improve the pair, and adds nothing of its own.
    pure = stepping_stones([[0, 4 * half], [4 * half, 0]], [1.0, 1.0], [[half, half]], lambda place: [0.0], [0.0], 1.0)
    assert pure.eca == pytest.approx([np.sqrt(2 + 2 * 0.25)]) and pure.own.tolist() == [0.0]


@pytest.mark.parametrize('seed', range(5))
def test_every_step_is_the_best_candidate(seed):
    rng = np.random.default_rng(seed)
    points, rate = rng.uniform(0, 10, (17, 2)), 0.6
    distances = apart(points) * rng.uniform(1, 3, (17, 17))
    distances = np.minimum(distances, distances.T)
    distances[rng.random((17, 17)) < 0.3] = np.inf
    distances = np.maximum(distances, distances.T)
    np.fill_diagonal(distances, 0)
    areas = rng.uniform(0, 5, 17)
    areas[8] = 0
    network, left = list(range(6)), list(range(6, 17))
    found = stepping_stones(distances[:6, :6], areas[:6], distances[6:, :6], lambda place: distances[6 + place, 6:],
                            areas[6:], rate, 4)
    before = eca(distances[np.ix_(network, network)], areas[network], rate)
    assert found.before == pytest.approx(before)
    for step, chosen in enumerate(found.chosen.tolist()):
        tried = {new: eca(distances[np.ix_([*network, new], [*network, new])], areas[[*network, new]], rate)
                 for new in left}
        if step == 0:
            assert found.first_gains == pytest.approx([tried[new] - before for new in left])
        best = max(tried, key=tried.get)
        assert chosen + 6 == best and found.eca[step] == pytest.approx(tried[best])
        network.append(best)
        left.remove(best)
    assert found.gains.sum() == pytest.approx(found.eca[-1] - found.before)


def test_stones_make_a_chain():
    """Two patches too far apart for one step: the second stone only helps because of the first."""
    places = np.array([[3.0, 0], [6.0, 0], [3.0, 50.0]])
    patches = np.array([[0.0, 0], [9.0, 0]])
    to_patches = np.hypot(*(places[:, np.newaxis] - patches).transpose(2, 0, 1)) ** 2
    between = apart(places) ** 2
    found = stepping_stones(apart(patches) ** 2, [10.0, 10.0], to_patches, lambda place: between[place],
                            np.full(3, 0.1), 0.1, 3)
    assert set(found.chosen[:2].tolist()) == {0, 1} and found.gains[1] > found.gains[0]
    # 0 to 9 in steps of 3: p = exp(-0.9) three times, against exp(-8.1).
    assert found.eca[1] ** 2 > 200 + 200 * np.exp(-2.7)


def test_nothing_to_gain():
    found = stepping_stones([[0, 1.0], [1.0, 0]], [1.0, 1.0], [[np.inf, np.inf]], lambda place: [0.0], [0.0], 1.0)
    assert found.chosen.size == 0 and found.first_gains.tolist() == [0.0]
    alone = stepping_stones([[0.0]], [2.0], [[1.0], [0.5]], lambda place: [0.0, 0.0], [1.0, 1.0], 1.0, 9)
    assert alone.chosen.tolist()[0] == 1 and alone.chosen.size == 2


def test_places_on_a_grid():
    grid = Grid((10, 20), (0, 10, 0, 0, 0, -10))
    rows, columns = place_grid(grid, 50, np.ones(grid.shape, bool))
    assert sorted(set(rows.tolist())) == [2, 7] and sorted(set(columns.tolist())) == [2, 7, 12, 17]
    allowed = np.zeros(grid.shape, bool)
    allowed[7, 12] = True
    assert [index.tolist() for index in place_grid(grid, 50, allowed)] == [[7], [12]]
    assert [index.tolist() for index in place_grid(grid, 500, np.ones(grid.shape, bool))] == [[5], [10]]
    with pytest.raises(EmptyInputError, match='None of the 8 places is allowed'):
        place_grid(grid, 50, np.zeros(grid.shape, bool))
    with pytest.raises(ParameterError, match='spacing is 5'):
        place_grid(grid, 5, allowed)


def test_costs_of_places():
    """Places are sources of one cell: the same numbers as between sources."""
    rng = np.random.default_rng(3)
    grid = Grid((8, 9), (0, 30, 0, 0, 0, -20))
    resistance = rng.uniform(1, 9, grid.shape)
    resistance[3, 3] = np.nan
    sources = np.zeros(grid.shape, int)
    sources[0, 0:2], sources[7, 7] = 1, 2
    rows, columns = np.array([0, 6, 2]), np.array([8, 0, 4])
    whole = sources.copy()
    whole[rows, columns] = [3, 4, 5]
    expected = cost_matrix(resistance, whole, grid)
    distances, to_patches, between = place_costs(resistance, sources, rows, columns, grid)
    assert distances == pytest.approx(expected[:2, :2])
    assert to_patches == pytest.approx(expected[2:, :2])
    assert between(1) == pytest.approx(expected[3, 2:])
    near, _, _ = place_costs(resistance, sources, rows, columns, grid, limit=1.0)
    assert np.isinf(near[0, 1])


def test_places_that_cover_several_cells():
    rng = np.random.default_rng(5)
    grid = Grid((9, 12), (0, 30, 0, 0, 0, -20))
    resistance = rng.uniform(1, 9, grid.shape)
    resistance[4, 6] = np.nan
    sources = np.zeros(grid.shape, int)
    sources[0, 0:2], sources[8, 11] = 1, 2
    rows, columns, radius = np.array([0, 5, 8]), np.array([6, 5, 1]), 40.0
    x, y = grid.centre(*np.indices(grid.shape))
    whole = sources.copy()
    for number, (row, column) in enumerate(zip(rows, columns), start=3):
        near = np.hypot(x - x[row, column], y - y[row, column]) <= radius
        whole[near & np.isfinite(resistance)] = number
    cells, begin = place_cells(rows, columns, radius, grid, np.isfinite(resistance))
    for place, members in enumerate(np.split(cells, begin[1:])):
        assert sorted(members) == np.flatnonzero(whole == place + 3).tolist()
    expected = cost_matrix(resistance, whole, grid)
    distances, to_patches, between = place_costs(resistance, sources, rows, columns, grid, radius)
    assert distances == pytest.approx(expected[:2, :2])
    assert to_patches == pytest.approx(expected[2:, :2])
    assert np.array([between(place) for place in range(3)]) == pytest.approx(expected[2:, 2:])


@pytest.mark.parametrize(('change', 'error'), [
    ({'capacities': [], 'to_patches': np.zeros((0, 2))}, EmptyInputError),
    ({'areas': [0.0, 0.0]}, EmptyInputError),
    ({'areas': [-1.0, 1.0]}, ValueRangeError),
    ({'capacities': [-1.0]}, ValueRangeError),
    ({'to_patches': [[1.0]]}, GridMismatchError),
    ({'rate': 0.0}, ParameterError),
    ({'count': 0}, ParameterError),
    ({'cancelled': lambda: True}, CancelledError),
])
def test_bad_input(change, error):
    good = {'distances': [[0, 1.0], [1.0, 0]], 'areas': [1.0, 1.0], 'to_patches': [[1.0, 1.0]],
            'between': lambda place: [0.0], 'capacities': [1.0], 'rate': 1.0}
    with pytest.raises(error):
        stepping_stones(**{**good, **change})
