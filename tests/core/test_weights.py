"""Weights: AHP and entropy against published and hand-calculated numbers."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import (
    ConsistencyError,
    EmptyInputError,
    ParameterError,
    ValueRangeError,
)
from ecorestore.ecorestore_plugin.core.weights import (
    ahp_weights,
    check_consistency,
    entropy_weights,
    normalise_weights,
)


def consistent(weights):
    weights = np.asarray(weights, dtype=float)
    return weights[:, None] / weights[None, :]


def test_ahp_probe():
    result = ahp_weights([[1, 3, 5], [1 / 3, 1, 2], [1 / 5, 1 / 2, 1]])
    assert result.weights == pytest.approx([.648329, .229651, .122020], abs=1e-6)
    assert result.largest_eigenvalue == pytest.approx(3.003695, abs=1e-6)
    assert result.consistency_ratio == pytest.approx(.003185, abs=1e-6)
    assert result.acceptable


@pytest.mark.parametrize('n', [1, 2, 3, 7, 15])
def test_consistent_matrix_returns_its_weights(n):
    weights = np.arange(1, n + 1) / np.arange(1, n + 1).sum()
    result = ahp_weights(consistent(weights))
    assert result.weights == pytest.approx(weights)
    assert result.largest_eigenvalue == pytest.approx(n)
    assert result.consistency_ratio == pytest.approx(0, abs=1e-9)


def test_ahp_equals_power_iteration():
    rng = np.random.default_rng(3)
    for n in (3, 4, 6):
        upper = np.triu(np.exp(rng.uniform(-2, 2, (n, n))), 1)
        matrix = upper + np.eye(n) + np.where(upper.T > 0, 1 / np.where(upper.T > 0, upper.T, 1), 0)
        vector = np.ones(n) / n
        for _ in range(500):
            vector = matrix @ vector
            growth = vector.sum()
            vector = vector / growth
        result = ahp_weights(matrix)
        assert result.weights == pytest.approx(vector, abs=1e-9)
        assert result.largest_eigenvalue == pytest.approx(growth, abs=1e-8)


def test_contradiction_is_named():
    # A over B 3, B over C 3, so A over C should be 9; the judgement says 1/5.
    matrix = [[1, 3, 1 / 5], [1 / 3, 1, 3], [5, 1 / 3, 1]]
    result = ahp_weights(matrix)
    assert not result.acceptable
    with pytest.raises(ConsistencyError) as error:
        check_consistency(result, ['A', 'B', 'C'])
    assert 'consistency ratio' in str(error.value)
    i, j = result.worst_pair
    assert result.consistent_value == pytest.approx(result.weights[i] / result.weights[j])
    apart = {(i, j): abs(np.log(matrix[i][j] * result.weights[j] / result.weights[i]))
             for i in range(3) for j in range(i + 1, 3)}
    assert apart[result.worst_pair] == pytest.approx(max(apart.values()))


def test_single_wrong_judgement_among_four_is_found():
    matrix = consistent([.4, .3, .2, .1])
    matrix[0, 3], matrix[3, 0] = 1 / 4, 4
    assert ahp_weights(matrix).worst_pair == (0, 3)


@pytest.mark.parametrize('matrix, error', [
    ([[1, 2], [2, 1]], ValueRangeError),
    ([[1, 0], [0, 1]], ValueRangeError),
    ([[1, -2], [-.5, 1]], ValueRangeError),
    ([[1, np.nan], [np.nan, 1]], ValueRangeError),
    ([[2, 1], [1, 2]], ValueRangeError),
    ([[1, 2, 3]], ParameterError),
    (np.ones((16, 16)), ParameterError),
    (np.ones((0, 0)), ParameterError),
])
def test_bad_matrices(matrix, error):
    with pytest.raises(error):
        ahp_weights(matrix)


def test_rounded_reciprocals_pass():
    assert ahp_weights([[1, 3, 7], [.33, 1, 2], [.14, .5, 1]]).acceptable


def normalised(matrix, directions):
    matrix = np.asarray(matrix, dtype=float)
    low, high = matrix.min(axis=0), matrix.max(axis=0)
    scaled = (matrix - low) / (high - low)
    return np.where(np.array(directions) > 0, scaled, 1 - scaled)


def test_entropy_probe():
    matrix = normalised([[.2, 30, 5], [.5, 10, 8], [.9, 20, 2], [.4, 40, 6]], [1, -1, 1])
    assert entropy_weights(matrix) == pytest.approx([.377606, .331773, .290620], abs=1e-6)


def test_entropy_constant_indicator_weighs_nothing():
    assert entropy_weights([[0, .3], [1, .3], [.5, .3]]) == pytest.approx([1, 0])
    assert entropy_weights([[0, 0], [1, 0]]) == pytest.approx([1, 0])


def test_entropy_leaves_incomplete_rows_out():
    table = np.array([[0, .2], [.4, 1], [1, 0], [np.nan, 1]])
    assert entropy_weights(table) == pytest.approx(entropy_weights(table[:3]))


@pytest.mark.parametrize('values, error', [
    ([[.5, .5], [.5, .5]], EmptyInputError),
    ([[.5, .1]], EmptyInputError),
    ([[np.nan, 1], [np.nan, 0]], EmptyInputError),
    ([[0, 1], [2, 0]], ValueRangeError),
    ([0, 1], ParameterError),
])
def test_entropy_bad_input(values, error):
    with pytest.raises(error):
        entropy_weights(np.array(values, dtype=float))


def test_normalise_weights():
    assert normalise_weights([1, 3]) == pytest.approx([.25, .75])
    for bad in ([-1, 2], [0, 0], [np.nan, 1], []):
        with pytest.raises(ValueRangeError):
            normalise_weights(bad)
