"""Security levels: limits by hand, change points by brute force, bad input."""

from itertools import combinations

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import EmptyInputError, ParameterError, ValueRangeError
from ecorestore.ecorestore_plugin.core.network.security import area_curve, level_names, security_levels


def test_natural_breaks_by_hand():
    # Three clusters; the sources (0) belong to level 1 and do not pull its limit down.
    cost = np.array([[0.0, 0.0, 1.0, 2.0], [10.0, 11.0, 100.0, np.nan]])
    found = security_levels(cost, 'jenks', 3)
    assert found.limits.tolist() == [0, 2, 11, 100]
    assert found.levels.tolist() == [[1, 1, 1, 1], [2, 2, 3, 0]]
    assert found.cells.tolist() == [4, 2, 1] and found.count == 3


def test_quantiles_with_and_without_the_sources():
    cost = np.array([0.0, 0.0, 0.0, 0.0, 1.0, 2.0, 3.0, 4.0])[np.newaxis]
    assert security_levels(cost, 'quantile', 2).cells.tolist() == [6, 2]
    assert security_levels(cost, 'quantile', 2, with_sources=True).cells.tolist() == [4, 4]
    # Ties: all limits fall together.
    assert security_levels(np.array([[0.0, 5.0, 5.0, 5.0]]), 'quantile', 3).count == 1


def test_manual_limits():
    cost = np.array([[0.0, 5.0, 5.1, 30.0]])
    found = security_levels(cost, 'manual', limits=(5.0, 20.0))
    assert found.levels.tolist() == [[1, 1, 2, 3]] and found.limits.tolist() == [0, 5, 20, 30]
    assert security_levels(cost, 'manual', limits=(5.0,)).levels.tolist() == [[1, 1, 2, 2]]
    beyond = security_levels(cost, 'manual', limits=(5.0, 100.0))
    assert beyond.cells.tolist() == [2, 2, 0] and (np.diff(beyond.limits) >= 0).all()
    with pytest.raises(ParameterError):
        security_levels(cost, 'manual', limits=(5.0, 5.0))


def broken_curve(slopes, width=10.0):
    """Costs of which ``slopes[i]`` lie in the middle of step i, and one at the very end."""
    costs = np.repeat((np.arange(len(slopes)) + 0.5) * width, slopes)
    return np.append(costs, len(slopes) * width)[np.newaxis]


def test_change_points_by_hand():
    # The slope is 40 cells per step for 10 steps, 10 for 30 steps, 2 for 60 steps.
    slopes = [40] * 10 + [10] * 30 + [2] * 60
    curve, cuts = area_curve(broken_curve(slopes), 3, intervals=100)
    assert curve.cells.tolist() == slopes[:-1] + [3] and curve.cumulative[-1] == sum(slopes) + 1
    assert cuts.tolist() == [100, 400]
    assert np.flatnonzero(np.diff(curve.parts)).tolist() == [9, 39]
    found = security_levels(broken_curve(slopes), 'change_points', 3, intervals=100)
    assert found.limits[1:-1].tolist() == [100, 400] and found.cells.tolist() == [400, 300, 121]


@pytest.mark.parametrize('seed', range(8))
def test_first_change_point_is_the_best_cut_of_all(seed):
    rng = np.random.default_rng(seed)
    cost = rng.gamma(2.0, 50.0, (20, 30))
    curve, cuts = area_curve(cost, 2, intervals=40)

    def scatter(position):
        return sum(((part - part.mean()) ** 2).sum() for part in np.split(curve.cells.astype(float), [position]))

    best = min(range(1, 40), key=scatter)
    assert cuts[0] == pytest.approx(cost.max() * best / 40)
    total = ((curve.cells - curve.cells.mean()) ** 2).sum()
    assert curve.gains[1:] == pytest.approx([total - scatter(position) for position in range(1, 40)])


@pytest.mark.parametrize('seed', range(3))
def test_natural_breaks_are_the_best_of_all(seed):
    values = np.unique(np.random.default_rng(seed).integers(1, 60, 12)).astype(float)
    found = security_levels(values[np.newaxis], 'jenks', 3)

    def scatter(cut):
        return sum(((part - part.mean()) ** 2).sum() for part in np.split(values, cut))

    best = min(scatter(cut) for cut in combinations(range(1, values.size), 2))
    mine = np.flatnonzero(np.diff(found.levels[0])) + 1
    assert scatter(mine) == pytest.approx(best)


@pytest.mark.parametrize('method', ['jenks', 'quantile', 'change_points'])
def test_levels_follow_the_cost(method):
    cost = np.random.default_rng(1).gamma(1.5, 100.0, (40, 50))
    cost[:3, :3], cost[5, 5] = 0.0, np.nan
    found = security_levels(cost, method, 4)
    assert found.count == 4 and found.cells.sum() == 40 * 50 - 1 and found.levels[5, 5] == 0
    order = np.argsort(cost[np.isfinite(cost)])
    assert (np.diff(found.levels[np.isfinite(cost)][order]) >= 0).all() and (found.levels[:3, :3] == 1).all()


def test_refuses_what_makes_no_sense():
    with pytest.raises(EmptyInputError):
        security_levels(np.full((2, 2), np.nan))
    with pytest.raises(EmptyInputError, match='every cell is a source'):
        security_levels(np.zeros((2, 2)))
    with pytest.raises(ValueRangeError):
        security_levels(np.array([[0.0, -1.0, 4.0]]))
    with pytest.raises(ValueRangeError):
        security_levels(np.array([[0.0, np.inf, 4.0]]))
    with pytest.raises(ParameterError, match='different values'):
        security_levels(np.array([[0.0, 1.0, 2.0]]), 'jenks', 3)
    with pytest.raises(ParameterError, match='between 2 and 20'):
        security_levels(np.ones((2, 2)), 'jenks', 1)
    with pytest.raises(ParameterError, match='only 2 bends; ask for at most 3'):
        # The last step holds one cell more than those before it.
        security_levels(broken_curve([5] * 10 + [1] * 9), 'change_points', 5, intervals=19)
    with pytest.raises(ParameterError, match='at least 10'):
        security_levels(np.ones((2, 2)), 'change_points', 5, intervals=5)
    with pytest.raises(ParameterError):
        security_levels(np.ones((2, 2)), 'magic')


def test_one_cell():
    found = security_levels(np.array([[7.0]]), 'manual', limits=(5.0,))
    assert found.levels.tolist() == [[2]] and found.cells.tolist() == [0, 1]


def test_names():
    assert [english for english, _ in level_names('zones', 3)] == ['Core zone', 'Buffer zone', 'Transition zone']
    assert [chinese for _, chinese in level_names('security', 3)] == ['低安全水平', '中安全水平', '高安全水平']
    assert level_names('zones', 7)[5:] == [('Level 6', '第6级'), ('Level 7', '第7级')]
    assert len(level_names('security', 8)) == 8
    with pytest.raises(ParameterError):
        level_names('colours', 3)
