"""Gravity model of links: hand sums, classes, and what makes no sense."""

import itertools

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import (
    EmptyInputError,
    GridMismatchError,
    ParameterError,
    ValueRangeError,
)
from ecorestore.ecorestore_plugin.core.network.gravity import gravity_interaction, importance, interaction_matrix

PAIRS = [(0, 1), (1, 2)]
AREAS = np.exp([2.0, 3.0, 4.0])


def test_the_three_forms_by_hand():
    # L_max 20; the first link costs half of it, so its factor is 4.
    costs, inside = [10.0, 20.0], [1.0, 2.0, 4.0]
    assert gravity_interaction(PAIRS, costs, AREAS, inside) == pytest.approx([4 * 5 / 2, 7 / 8])
    assert gravity_interaction(PAIRS, costs, AREAS, inside, 'product_of_logs') == pytest.approx([4 * 6 / 2, 12 / 8])
    assert gravity_interaction(PAIRS, costs, AREAS, inside, 'area') == pytest.approx(
        [4 * np.exp(5) / 2, np.exp(7) / 8])
    assert gravity_interaction(PAIRS, costs, AREAS) == pytest.approx([20, 7])


def test_only_the_ratio_of_costs_counts():
    assert gravity_interaction(PAIRS, [3.0, 5.0], AREAS) == pytest.approx(gravity_interaction(PAIRS, [3e9, 5e9], AREAS))
    with np.errstate(all='raise'):
        assert np.isfinite(gravity_interaction(PAIRS, [1e200, 2e200], AREAS)).all()


def test_weights_as_defined_against_the_definition():
    rng = np.random.default_rng(4)
    pairs = np.array([(i, j) for i in range(6) for j in range(i)])
    costs, areas, inside = rng.uniform(1, 9, len(pairs)), rng.uniform(2, 50, 6), rng.uniform(1, 30, 6)
    weight, expected = np.log(areas) / inside, []
    for (i, j), cost in zip(pairs, costs):
        expected.append(weight[i] * weight[j] / (cost / costs.max()) ** 2)
    assert gravity_interaction(pairs, costs, areas, inside, 'product_of_logs') == pytest.approx(expected)


def test_classes_and_ranks():
    found = importance([1.0, 1.1, 5.0, 5.2, 20.0, 1.0], 3)
    assert found.classes.tolist() == [1, 1, 2, 2, 3, 1]
    assert found.ranks.tolist() == [5, 4, 3, 2, 1, 5]
    assert found.limits[[0, -1]].tolist() == [1, 20]


def test_classes_of_the_logarithm():
    gravity = np.array([1.0, 2.0, 100.0, 150.0, 30000.0, 1e6, 2e6])
    assert importance(gravity, 3).classes.tolist() == [1, 1, 1, 1, 1, 2, 3]
    found = importance(gravity, 3, logarithm=True)
    # The best of all ways to cut the sorted logarithms into three.
    logs, best = np.log(gravity), None
    for i, j in itertools.combinations(range(1, 7), 2):
        spread = sum(((part - part.mean()) ** 2).sum() for part in np.split(logs, [i, j]))
        best = min(best or (np.inf,), (spread, i, j))
    assert found.classes.tolist() == [1] * best[1] + [2] * (best[2] - best[1]) + [3] * (7 - best[2])
    assert found.limits[[0, -1]] == pytest.approx([1, 2e6])
    with pytest.raises(ValueRangeError, match='1 links have an interaction of 0'):
        importance([0.0, 1.0], 2, logarithm=True)


def test_fewer_values_than_classes():
    assert importance([2.0, 2.0], 3).classes.tolist() == [1, 1]
    assert importance([2.0], 3).ranks.tolist() == [1]
    assert importance([2.0, 7.0], 5).classes.tolist() == [1, 2]
    with pytest.raises(ParameterError):
        importance([1.0], 0)


def test_matrix():
    matrix = interaction_matrix(3, [(0, 1), (1, 0), (1, 2)], np.array([4.0, 6.0, 2.0]))
    assert np.array_equal(matrix, [[np.nan, 6, np.nan], [6, np.nan, 2], [np.nan, 2, np.nan]], equal_nan=True)


@pytest.mark.parametrize(('change', 'error', 'text'), [
    ({'costs': [0.0, 1.0]}, ValueRangeError, 'Cost of the links: 1 values'),
    ({'costs': [np.nan, 1.0]}, ValueRangeError, '1 values are missing'),
    ({'costs': [1.0]}, GridMismatchError, 'one cost'),
    ({'areas': [0.5, 3.0, 4.0]}, ValueRangeError, '1 linked patches have an area below 1; the smallest is 0.5'),
    ({'areas': [-1.0, 3.0, 4.0]}, ValueRangeError, 'Area of the patches'),
    ({'resistances': [0.0, 3.0, 4.0]}, ValueRangeError, 'Mean resistance'),
    ({'form': 'newton'}, ParameterError, 'newton'),
    ({'pairs': [], 'costs': []}, EmptyInputError, 'no link'),
])
def test_bad_input(change, error, text):
    with pytest.raises(error, match=text):
        gravity_interaction(**{'pairs': PAIRS, 'costs': [1.0, 2.0], 'areas': AREAS, **change})


def test_small_areas_that_no_link_joins_do_not_matter():
    assert gravity_interaction(PAIRS, [1.0, 1.0], [*AREAS, 0.1]) == pytest.approx([5, 7])
    assert np.isfinite(gravity_interaction([(0, 1)], [1.0], [0.1, 0.2], form='area')).all()
