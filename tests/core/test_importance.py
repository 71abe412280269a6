"""Grading and combining factors against values worked out by hand and against plain loops."""

import csv

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import (
    CancelledError,
    EmptyInputError,
    GridMismatchError,
    MissingCodeError,
    ParameterError,
    TableError,
    ValueRangeError,
)
from ecorestore.ecorestore_plugin.core.sources.importance import (
    METHODS,
    Grading,
    combine,
    grade,
    grades_of,
    importance,
    read_grading,
    share_limits,
)
from ecorestore.ecorestore_plugin.paths import TABLES

SHARE = {'method': 'share'}


def shares_by_loops(values, limits, scores):
    """Every cell gets the grade of the share in which the sum of all higher cells still lies below the limit."""
    known = [value for value in values if not np.isnan(value)]
    total = sum(known)
    found = []
    for value in values:
        if np.isnan(value):
            found.append(np.nan)
            continue
        above = sum(other for other in known if other > value)
        found.append(next(score for limit, score in zip(limits, scores) if above < limit * total or limit == 1))
    return found


def test_shares_by_hand():
    """40 + 20 is 60 % of 100, so both are in the first half of the total; 15 + 10 lead to 85 %."""
    values = np.array([[40, 20, 15, 10], [10, 5, 0, np.nan]])
    assert share_limits(values, [0.5, 0.8]).tolist() == [20, 10]
    scores, limits = grade(values, read_grading('water', [SHARE]))
    assert scores.tolist()[0] == [5, 5, 3, 3]
    # Equal cells stay together, though one of them alone would reach the 80 %.
    assert scores[1, :3].tolist() == [3, 1, 1] and np.isnan(scores[1, 3])
    assert limits == '20, 10'


def test_a_share_reached_exactly_ends_there():
    assert share_limits([5.0, 3.0, 2.0], [0.5, 0.8]).tolist() == [5, 3]
    tenths = np.full(10, 0.1)
    tenths[:5] += 1e-3
    assert share_limits(tenths, [0.5]).tolist() == [0.101]


@pytest.mark.parametrize('seed', range(6))
def test_shares_are_those_of_plain_loops(seed):
    draw = np.random.default_rng(seed)
    values = draw.integers(0, 12, 60).astype(float) if seed % 2 else draw.exponential(size=60)
    values[draw.random(60) < 0.1] = np.nan
    rows = [{'method': 'share', 'from': 0, 'to': 30, 'score': 5}, {'from': 30, 'to': 60, 'score': 4},
            {'from': 60, 'to': 100, 'score': 2}]
    scores, _ = grade(values.reshape(6, 10), read_grading('x', rows))
    expected = shares_by_loops(values.tolist(), [0.3, 0.6, 1], [5, 4, 2])
    assert scores.ravel() == pytest.approx(np.array(expected), nan_ok=True)


def test_half_of_the_total_is_extremely_important():
    values = np.random.default_rng(1).gamma(2.0, size=(50, 50))
    scores, _ = grade(values, read_grading('npp', [SHARE]))
    shares = [values[scores == score].sum() / values.sum() for score in (5, 3, 1)]
    assert shares == pytest.approx([0.5, 0.3, 0.2], abs=0.002)


def test_breaks_and_direction():
    values = np.array([[1, 2, 3, 4, 5, 6, 7, 8, 9, 10.0]])
    assert grade(values, read_grading('x', [{'method': 'equal'}]))[0].tolist() == [[1, 1, 2, 2, 3, 3, 4, 4, 5, 5]]
    turned = grade(values, read_grading('x', [{'method': 'quantile', 'direction': '-'}]))[0]
    assert turned.tolist() == [[5, 5, 4, 4, 3, 3, 2, 2, 1, 1]]
    # Three different values: from the least to the most important grade all the same.
    few = grade(np.array([[0, 0, 7, 9.0]]), read_grading('x', [{'method': 'jenks'}]))
    assert few[0].tolist() == [[1, 1, 3, 5]] and few[1] == '0, 7'


def test_ranges_classes_and_given_grades():
    rows = [{'method': 'range', 'from': None, 'to': 5, 'score': 1}, {'from': 5, 'to': '', 'score': 4}]
    assert grade(np.array([[0, 5, 90, np.nan]]), read_grading('slope', rows))[0].tolist()[0][:3] == [1, 4, 4]
    classes = read_grading('cover', [{'method': 'class', 'from': 2, 'score': 5}, {'from': 8, 'score': 1}])
    assert grade(np.array([[2, 8.0]]), classes)[0].tolist() == [[5, 1]]
    with pytest.raises(MissingCodeError, match='1 cells have a value without a score'):
        grade(np.array([[2, 3.0]]), classes)
    given = Grading('g', 'given')
    assert grade(np.array([[1, 4.5]]), given)[0].tolist() == [[1, 4.5]]
    with pytest.raises(ValueRangeError, match='outside 1 to 5'):
        grade(np.array([[0, 4.5]]), given)


def test_combinations_by_hand():
    scores = np.array([[[1.0, 4, np.nan]], [[5.0, 1, 2]], [[3.0, 3, np.nan]]])
    assert combine(scores, [1, 1, 1]).tolist()[0][:2] == [5, 4]
    assert np.isnan(combine(scores, [1, 1, 1])[0, 2])
    assert combine(scores, [1, 0, 1])[0, :2].tolist() == [3, 4]
    assert combine(scores, [2, 1, 1], 'weighted_sum')[0, :2] == pytest.approx([(2 + 5 + 3) / 4, (8 + 1 + 3) / 4])
    assert combine(scores, [1, 1, 2], 'geometric_mean')[0, :2] == pytest.approx([(5 * 9) ** 0.25, (4 * 9) ** 0.25])
    for method in ('maximum', 'weighted_sum', 'geometric_mean'):
        assert combine(scores, [2, 1, 1], method, allow_missing=True)[0, 2] == pytest.approx(2)
    with pytest.raises(ParameterError, match='no combination minimum'):
        combine(scores, [1, 1, 1], 'minimum')
    with pytest.raises(ValueRangeError, match='All 3 weights are 0'):
        combine(scores, [0, 0, 0])


def test_groups_first_then_the_highest():
    one, other, third = (np.array([[value, 1.0]]) for value in (2.0, 4.0, 3.0))
    gradings = [Grading('a', 'given', group='x'), Grading('b', 'given', group='x', weight=3.0),
                Grading('c', 'given', group='y', combination='geometric_mean')]
    found = importance([one, other, third], gradings, 'weighted_sum')
    assert found.groups == ('x', 'y') and found.group_scores[:, 0, 0].tolist() == [3.5, pytest.approx(3.0)]
    assert found.score[0].tolist() == [3.5, 1] and found.classes[0].tolist() == [4, 1]
    assert importance([one, other, third], gradings, 'weighted_sum', 'weighted_sum').score[0, 0] == pytest.approx(3.25)
    mixed = [Grading('a', 'given', combination='maximum'), Grading('b', 'given', combination='geometric_mean')]
    with pytest.raises(TableError, match='more than one way'):
        importance([one, other], mixed)


def test_grades_round_halves_upwards():
    assert grades_of(np.array([1, 1.49, 1.5, 2.5 - 1e-12, 4.5, 5, np.nan])).tolist() == [1, 1, 2, 3, 5, 5, 0]


@pytest.mark.parametrize('rows, words', [
    ([], 'has no row'), ([{'method': 'best'}], 'method is "best"'),
    ([{'method': 'share', 'direction': '-'}], 'direction is "-"'),
    ([{'method': 'jenks', 'direction': 'down'}], 'direction is "down"'),
    ([{'method': 'jenks', 'weight': 'much'}], 'weight is "much"'),
    ([{'method': 'jenks', 'combine': 'mean'}], 'combine is "mean"'),
    ([{'method': 'share', 'from': 0, 'to': 50, 'score': 5}, {'from': 60, 'to': 100, 'score': 1}], 'without gaps'),
    ([{'method': 'range', 'from': 0, 'to': 50, 'score': 5}, {'from': 40, 'to': 100, 'score': 1}], 'overlap'),
    ([{'method': 'class', 'from': '', 'score': 5}], 'has no code')])
def test_bad_tables(rows, words):
    with pytest.raises(TableError, match=words):
        read_grading('x', rows)


@pytest.mark.parametrize('score', [0.5, 6, 100])
def test_scores_are_1_to_5(score):
    with pytest.raises(ValueRangeError):
        read_grading('x', [{'method': 'class', 'from': 1, 'score': score}])


@pytest.mark.parametrize('values, method, error, words', [
    ([[1, -2.0]], 'share', ValueRangeError, 'x: 1 values lie outside 0'),
    ([[0, 0.0]], 'share', EmptyInputError, 'all 2 are 0'),
    ([[np.nan, np.nan]], 'share', EmptyInputError, 'x holds no data'),
    ([[3.0, 3.0]], 'jenks', ParameterError, 'x does not vary: all 2 known cells are 3'),
    ([[3.0]], 'quantile', ParameterError, 'does not vary')])
def test_bad_factors(values, method, error, words):
    with pytest.raises(error, match=words):
        importance([np.array(values)], [read_grading('x', [{'method': method}])])


def test_bad_calls():
    grading = Grading('a', 'given')
    with pytest.raises(EmptyInputError, match='no factor'):
        importance([], [])
    with pytest.raises(ParameterError, match='1 factors and 2 gradings'):
        importance([np.ones((1, 1))], [grading, grading])
    with pytest.raises(GridMismatchError):
        importance([np.ones((1, 1)), np.ones((1, 2))], [grading, grading])
    with pytest.raises(EmptyInputError, match='importance holds no data'):
        importance([np.array([[1, np.nan]]), np.array([[np.nan, 1]])], [grading, Grading('b', 'given')])
    with pytest.raises(CancelledError):
        importance([np.ones((1, 1))], [grading], cancelled=lambda: True)


def test_a_negative_share_limit_says_so():
    with pytest.raises(ValueRangeError, match='1 are negative, the least is -3'):
        share_limits([5.0, -3.0], [0.5])


def test_shipped_table_is_sound():
    with open(TABLES / 'importance_factors.csv', encoding='utf-8') as file:
        rows = list(csv.DictReader(file))
    assert all(row['source'] for row in rows)
    for name in dict.fromkeys(row['factor'] for row in rows):
        grading = read_grading(name, [row for row in rows if row['factor'] == name])
        assert grading.method in METHODS and grading.group and grading.weight == 1
    assert {'water_conservation', 'soil_conservation', 'biodiversity', 'npp', 'slope', 'landcover'} <= {
        row['factor'] for row in rows}
