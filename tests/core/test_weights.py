"""Weights: AHP, entropy, CRITIC, PCA and their combination against published and hand-calculated numbers."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import (
    ConsistencyError,
    EmptyInputError,
    ParameterError,
    ValueRangeError,
)
from ecorestore.ecorestore_plugin.core.objective import (
    METHODS,
    directions_from_text,
    minmax,
    objective_weights,
    sample_cells,
)
from ecorestore.ecorestore_plugin.core.weights import (
    ahp_weights,
    check_consistency,
    critic_weights,
    entropy_weights,
    game_theory_weights,
    judgement_deviations,
    normalise_weights,
    pca_weights,
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


@pytest.mark.parametrize('weigh', [entropy_weights, critic_weights, pca_weights])
@pytest.mark.parametrize('values, error', [
    ([[.5, .5], [.5, .5]], EmptyInputError),
    ([[.5, .1]], EmptyInputError),
    ([[np.nan, 1], [np.nan, 0]], EmptyInputError),
    ([[0, 1], [2, 0]], ValueRangeError),
    ([0, 1], ParameterError),
])
def test_bad_tables(weigh, values, error):
    with pytest.raises(error):
        weigh(np.array(values, dtype=float))


PROBE = [[.2, 30, 5], [.5, 10, 8], [.9, 20, 2], [.4, 40, 6]]


def test_critic_probe():
    assert critic_weights(normalised(PROBE, [1, -1, 1])) == pytest.approx([.358327, .239839, .401834], abs=1e-6)


def test_critic_equals_a_loop():
    rng = np.random.default_rng(8)
    table = rng.random((40, 5))
    table[:, 3] = .3
    sizes = []
    for j in range(5):
        conflict = sum(1 - np.corrcoef(table[:, j], table[:, k])[0, 1] for k in range(5) if 3 not in (j, k))
        sizes.append(0 if j == 3 else table[:, j].std() * conflict)
    weights = critic_weights(table)
    assert weights == pytest.approx(np.array(sizes) / sum(sizes)) and weights[3] == 0


def test_critic_of_copies_falls_back_on_the_spread():
    one = np.array([0, .2, .6, 1])
    assert critic_weights(np.column_stack([one, one / 2])) == pytest.approx([2 / 3, 1 / 3])
    assert critic_weights(one[:, None]).tolist() == [1]


# Two copies and one indicator without correlation: eigenvalues 2, 1, 0.
COPIES = np.array([[0, 0, 0], [0, 0, 1], [1, 1, 0], [1, 1, 1]], float)


def test_pca_by_hand():
    assert pca_weights(COPIES, variance=.6) == pytest.approx([.5, .5, 0])
    assert pca_weights(COPIES, variance=.7) == pytest.approx([1 / 3] * 3)
    assert pca_weights(COPIES[:, 1:], variance=.5) == pytest.approx([.5, .5])  # a tie is kept whole


def test_pca_is_the_squared_loading_of_the_first_component():
    rng = np.random.default_rng(2)
    hidden = rng.random(400)
    table = np.column_stack([hidden + size * rng.random(400) for size in (.1, .5, 2)])
    table = normalised(table, [1, 1, 1])
    values, vectors = np.linalg.eigh(np.corrcoef(table.T))
    assert values[-1] / 3 > .5
    loading = vectors[:, -1] ** 2 * values[-1]
    assert pca_weights(table, variance=.5) == pytest.approx(loading / loading.sum())
    assert pca_weights(table, variance=1) == pytest.approx([1 / 3] * 3)
    assert pca_weights(1 - table, variance=.5) == pytest.approx(pca_weights(table, variance=.5))
    with pytest.raises(ParameterError):
        pca_weights(table, variance=1.2)


def test_constant_indicators_weigh_nothing():
    table = np.column_stack([COPIES, np.full(4, .7)])
    for weigh in (entropy_weights, critic_weights, pca_weights):
        weights = weigh(table)
        assert weights[3] == 0 and weights.sum() == pytest.approx(1)


def test_game_theory_of_three_sets():
    sets = np.array([[.377606, .331773, .290621], [.358327, .239839, .401834], [.4, .25, .35]])
    weights, shares = game_theory_weights(*sets)
    solved = np.linalg.solve(sets @ sets.T, np.diag(sets @ sets.T))
    if (solved < 0).any():
        solved = np.ones(3)
    assert shares == pytest.approx(solved / solved.sum())
    assert weights == pytest.approx(solved @ sets / (solved @ sets).sum())
    assert game_theory_weights([.3, .7])[0] == pytest.approx([.3, .7])
    assert game_theory_weights([1, 0], [0, 1], [.5, .5])[1] == pytest.approx((1 / 3,) * 3)  # the third follows
    orthogonal, shares = game_theory_weights([1, 0, 0], [0, .5, .5])
    assert shares == pytest.approx((.5, .5)) and orthogonal == pytest.approx([.5, .25, .25])


def test_objective_weights_side_by_side():
    for method in METHODS:
        found = objective_weights(PROBE, [1, -1, 1], ['a', 'b', 'c'], method)
        assert found.weights == pytest.approx(found.by_method[method])
    assert found.by_method['entropy'] == pytest.approx([.377606, .331773, .290620], abs=1e-6)
    assert found.by_method['critic'] == pytest.approx([.358327, .239839, .401834], abs=1e-6)
    assert found.weights.sum() == pytest.approx(1) and sum(found.shares) == pytest.approx(1)
    assert found.count == 4 and found.left_out == 0 and found.constant == ()
    scaled = normalised(PROBE, [1, -1, 1])
    assert found.correlations.matrix == pytest.approx(np.corrcoef(scaled.T))


def test_objective_weights_leave_out_what_is_unknown_or_constant():
    rows = [[*row, 7.0] for row in PROBE] + [[np.nan, 1, 2, 7.0], [1, np.inf, 2, 7.0]]
    found = objective_weights(rows, [1, -1, 1, -1], list('abcd'), 'critic')
    assert found.weights == pytest.approx([.358327, .239839, .401834, 0], abs=1e-6)
    assert found.left_out == 2 and found.constant == ('d',)


@pytest.mark.parametrize('arguments, error', [
    (dict(values=PROBE, method='magic'), ParameterError),
    (dict(values=PROBE, directions=[1, 1]), ParameterError),
    (dict(values=PROBE, names=['a']), ParameterError),
    (dict(values=[1, 2]), ParameterError),
    (dict(values=[[1, 2], [1, 2]]), EmptyInputError),
    (dict(values=[[1, 2]]), EmptyInputError),
    (dict(values=[[np.nan, 2], [1, np.nan]]), EmptyInputError),
])
def test_objective_weights_bad_input(arguments, error):
    with pytest.raises(error):
        objective_weights(**arguments)


def test_minmax():
    assert minmax(np.array([[2., 5], [4, 5], [3, 5]]), [-1, -1]).T.tolist() == [[1, 0, .5], [0, 0, 0]]


def test_sampled_cells_are_known_and_repeatable():
    one, two = np.arange(400.).reshape(20, 20), np.ones((20, 20))
    one[0], two[:, 3] = np.nan, np.nan
    cells = sample_cells([one, two], 50, 7)
    assert len(set(cells.tolist())) == 50 and (np.diff(cells) > 0).all()
    assert np.isfinite(one.ravel()[cells]).all() and np.isfinite(two.ravel()[cells]).all()
    assert (cells == sample_cells([one, two], 50, 7)).all() and (cells != sample_cells([one, two], 50, 8)).any()
    assert sample_cells([one, two], 0).size == sample_cells([one, two]).size == 19 * 19
    with pytest.raises(EmptyInputError):
        sample_cells([one, np.full((20, 20), np.nan)])


def test_directions_from_text():
    names = ['slope', 'Night light', 'ndvi']
    assert directions_from_text('', names).tolist() == [1, 1, 1]
    assert directions_from_text('+，-, −', names).tolist() == [1, -1, -1]
    assert directions_from_text('night_light=-; ndvi = +', names).tolist() == [1, -1, 1]
    for text in ('+, -', 'up, +, +', 'slope=-, +', 'aspect=-', '+, -, +, +'):
        with pytest.raises(ParameterError):
            directions_from_text(text, names)


def test_judgement_deviations():
    matrix = consistent([.4, .3, .2, .1])
    matrix[0, 3], matrix[3, 0] = 1 / 4, 4
    pairs = judgement_deviations(matrix, [.4, .3, .2, .1])
    assert pairs[0][:3] == (0, 3, pytest.approx(4)) and pairs[0][3] == pytest.approx(16)
    assert [pair[:2] for pair in pairs[1:]] == [(0, 1), (0, 2), (1, 2), (1, 3), (2, 3)]
    assert all(pair[3] == pytest.approx(1) for pair in pairs[1:])


def test_normalise_weights():
    assert normalise_weights([1, 3]) == pytest.approx([.25, .75])
    for bad in ([-1, 2], [0, 0], [np.nan, 1], []):
        with pytest.raises(ValueRangeError):
            normalise_weights(bad)
