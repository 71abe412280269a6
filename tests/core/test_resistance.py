"""Resistance: classes, factor scores, weighted overlay, barriers, judgements."""

import csv
from pathlib import Path

import numpy as np
import pytest

import ecorestore
from ecorestore.ecorestore_plugin.core.errors import (
    CancelledError,
    DuplicateCodeError,
    EmptyInputError,
    GridMismatchError,
    MissingCodeError,
    ParameterError,
    TableError,
    ValueRangeError,
)
from ecorestore.ecorestore_plugin.core.resistance.judgements import (
    judgement_matrix,
    judgement_value,
    judgements_from_text,
)
from ecorestore.ecorestore_plugin.core.resistance.landcover import resistance_from_classes
from ecorestore.ecorestore_plugin.core.resistance.surface import (
    burn_barriers,
    factor_scores,
    match_weights,
    score_factor,
    weighted_resistance,
    weights_from_text,
)
from ecorestore.ecorestore_plugin.core.weights import ahp_weights

TABLES = Path(ecorestore.__file__).parent / 'ecorestore_plugin' / 'resources' / 'tables'


def rows(name):
    with (TABLES / name).open(encoding='utf-8') as stream:
        return list(csv.DictReader(stream))


# Land cover.

def test_classes_by_hand():
    classes = np.array([[2, 1, 7], [9, 2, 0]])
    valid = classes > 0
    result = resistance_from_classes(classes, valid, [9, 1, 2, 7, 4], [10, 100, 1, 300, 20])
    assert result.resistance[valid].tolist() == [1, 100, 300, 10, 1]
    assert np.isnan(result.resistance[1, 2])
    assert result.unused == (4,)


def test_classes_missing_code_with_count():
    classes = np.array([[2, 5, 5], [3, 2, 2]])
    with pytest.raises(MissingCodeError, match=r'2 codes.*3 \(1\), 5 \(2\)'):
        resistance_from_classes(classes, np.ones((2, 3), bool), [2], [1])


@pytest.mark.parametrize('codes, values, error', [
    ([], [], EmptyInputError),
    ([2, 2], [1, 3], DuplicateCodeError),
    ([2], [0], ValueRangeError),
    ([2], [-4], ValueRangeError),
    ([2], [np.nan], ValueRangeError),
    ([2], [np.inf], ValueRangeError),
])
def test_classes_bad_tables(codes, values, error):
    with pytest.raises(error):
        resistance_from_classes(np.array([[2]]), np.array([[True]]), codes, values)


def test_classes_all_nodata():
    with pytest.raises(EmptyInputError):
        resistance_from_classes(np.array([[2]]), np.array([[False]]), [2], [1])


# Factors.

def test_range_limits():
    rule = factor_scores('slope', 'range', [8, np.nan, 25], [25, 8, 90], [30, 1, 100])
    values = np.array([[-5, 0, 7.999, 8], [24.9, 25, 90, np.nan]])
    scored = score_factor(values, rule)
    assert scored[0].tolist() == [1, 1, 1, 30]
    assert scored[1, :3].tolist() == [30, 100, 100] and np.isnan(scored[1, 3])


def test_range_uncovered_is_counted():
    rule = factor_scores('slope', 'range', [0, 10], [5, 20], [1, 2])
    with pytest.raises(MissingCodeError, match='4 cells.*between -1 and 30'):
        score_factor(np.array([[-1, 3, 7, 7], [30, 20, 10, np.nan]]), rule)


def test_class_scores():
    rule = factor_scores('landcover', 'class', [3, 1], [np.nan, np.nan], [7, 9])
    assert score_factor(np.array([[1, 3], [3, 1]]), rule).tolist() == [[9, 7], [7, 9]]
    with pytest.raises(MissingCodeError, match='2 cells'):
        score_factor(np.array([[1, 2], [5, 1]]), rule)


def test_scores_equal_a_loop():
    rng = np.random.default_rng(5)
    limits = np.sort(rng.uniform(0, 100, 6))
    lower, upper = np.append(np.nan, limits), np.append(limits, np.nan)
    scores = rng.uniform(1, 100, 7)
    values = rng.uniform(-20, 120, (9, 8))
    values[0, :6] = limits
    scored = score_factor(values, factor_scores('x', 'range', lower, upper, scores))
    for index, value in np.ndenumerate(values):
        position = sum(value >= limit for limit in limits)
        assert scored[index] == scores[position]


@pytest.mark.parametrize('arguments, error', [
    (('x', 'range', [0, 5], [6, 9], [1, 2]), TableError),
    (('x', 'range', [np.nan, np.nan], [3, 9], [1, 2]), TableError),
    (('x', 'range', [5], [5], [1]), TableError),
    (('x', 'class', [1, 1], [0, 0], [1, 2]), TableError),
    (('x', 'class', [np.nan], [0], [1]), TableError),
    (('x', 'curve', [1], [2], [1]), TableError),
    (('x', 'range', [1], [2], [0]), ValueRangeError),
    (('x', 'range', [1], [2], [np.nan]), ValueRangeError),
])
def test_bad_scores(arguments, error):
    with pytest.raises(error):
        factor_scores(*arguments)


def test_weighted_overlay_by_hand():
    land = np.array([[1, 2], [2, np.nan]])
    slope = np.array([[0, 10], [30, 5]])
    rules = [factor_scores('land', 'class', [1, 2], [np.nan] * 2, [100, 1]),
             factor_scores('slope', 'range', [np.nan, 8], [8, np.nan], [1, 50])]
    surface = weighted_resistance([land, lambda: slope], rules, [3, 1])
    assert surface[0].tolist() == [.75 * 100 + .25, .75 + .25 * 50]
    assert surface[1, 0] == .75 + 12.5 and np.isnan(surface[1, 1])


def test_factor_without_weight_does_not_cut_the_surface():
    rules = [factor_scores(name, 'range', [np.nan], [np.nan], [2]) for name in 'ab']
    surface = weighted_resistance([np.ones((1, 2)), np.full((1, 2), np.nan)], rules, [1, 0])
    assert surface.tolist() == [[2, 2]]


def test_weighted_overlay_bad_input():
    rule = factor_scores('a', 'range', [np.nan], [np.nan], [2])
    other = factor_scores('b', 'range', [np.nan], [np.nan], [2])
    with pytest.raises(ParameterError):
        weighted_resistance([np.ones((1, 1))], [rule], [1, 2])
    with pytest.raises(EmptyInputError):
        weighted_resistance([], [], [])
    with pytest.raises(ValueRangeError):
        weighted_resistance([np.ones((1, 1))], [rule], [-1])
    with pytest.raises(GridMismatchError):
        weighted_resistance([np.ones((1, 1)), np.ones((1, 2))], [rule, other], [1, 1])
    with pytest.raises(EmptyInputError):
        weighted_resistance([np.full((2, 2), np.nan)], [rule], [1])
    with pytest.raises(CancelledError):
        weighted_resistance([np.ones((1, 1))], [rule], [1], cancelled=lambda: True)


def test_barriers_never_lower_resistance():
    surface = np.array([[10., 200., np.nan]])
    assert burn_barriers(surface, np.array([[True, True, True]]), 100)[0, :2].tolist() == [100, 200]
    assert np.isnan(burn_barriers(surface, np.array([[True, True, True]]), 100)[0, 2])
    assert burn_barriers(surface, np.zeros((1, 3), bool), 100)[0, :2].tolist() == [10, 200]
    with pytest.raises(ValueRangeError):
        burn_barriers(surface, np.zeros((1, 3), bool), 0)


def test_weights_from_text():
    assert weights_from_text('0.5, 0.3;0.2', ['a', 'b', 'c']) == {'a': .5, 'b': .3, 'c': .2}
    assert weights_from_text('Night light=1，b = 3', ['b', 'night_light']) == {'night_light': 1, 'b': 3}
    assert weights_from_text('', ['a', 'b']) == {'a': .5, 'b': .5}
    for text in ('1, x', '1', '1, 2, 3'):
        with pytest.raises(ParameterError):
            weights_from_text(text, ['a', 'b'])
    weights, unused = match_weights(['b', 'a'], {'a': 1, 'b': 2, 'c': 3})
    assert weights.tolist() == [2, 1] and unused == ['c']
    with pytest.raises(ParameterError, match='no weight for b'):
        match_weights(['a', 'b'], {'a': 1})


# Judgements.

def test_judgement_text():
    assert judgement_value('1/3') == pytest.approx(1 / 3)
    assert judgement_value(' 0.5 ') == .5 and judgement_value(3) == 3
    assert np.isnan(judgement_value('')) and np.isnan(judgement_value(None))
    for text in ('a', '1/0', '1/b', '/'):
        with pytest.raises(TableError):
            judgement_value(text)


def test_half_a_matrix_in_another_order():
    matrix = judgement_matrix(['a', 'b', 'c'], ['c', 'a', 'b'], [['5', '', '3'], ['2', '', ''], ['', '', '']])
    assert matrix == pytest.approx(np.array([[1, 3, 5], [1 / 3, 1, 2], [1 / 5, 1 / 2, 1]]))
    assert np.isnan(judgement_matrix(['a', 'b'], ['a', 'b'], [['1', ''], ['', '1']])[0, 1])


def test_judgement_names():
    with pytest.raises(TableError, match='a, c'):
        judgement_matrix(['a', 'b'], ['b', 'c'], [['1', '1'], ['1', '1']])
    with pytest.raises(TableError, match='more than once'):
        judgement_matrix(['a', 'a'], ['a', 'b'], [['1', '1'], ['1', '1']])


def test_judgements_from_text():
    assert judgements_from_text('1, 3; 1/3 1') == [['1', '3'], ['1/3', '1']]
    for text in ('1 2; 3', '', '1 2'):
        with pytest.raises(ParameterError):
            judgements_from_text(text)


# Shipped tables.

def test_shipped_land_cover_table_covers_the_codes():
    table = rows('landcover_resistance.csv')
    assert sorted(int(row['code']) for row in table) == list(range(1, 10))
    assert all(float(row['resistance']) > 0 and row['name'] and row['name_zh'] and row['source'] for row in table)


def test_shipped_factor_scores_are_sound():
    table = rows('resistance_factors.csv')
    names = list(dict.fromkeys(row['factor'] for row in table))
    value = lambda text: float(text) if text else np.nan  # noqa: E731
    for name in names:
        chosen = [row for row in table if row['factor'] == name]
        rule = factor_scores(name, chosen[0]['kind'], [value(row['from']) for row in chosen],
                             [value(row['to']) for row in chosen], [value(row['score']) for row in chosen])
        assert 1 <= rule.scores.min() and rule.scores.max() <= 100
        assert all(row['source'] for row in chosen)
        if rule.kind == 'range':
            assert rule.lower[0] == -np.inf and rule.upper[-1] == np.inf
            assert (rule.lower[1:] == rule.upper[:-1]).all()
    matrix = rows('ahp_resistance_matrix.csv')
    assert {row['factor'] for row in matrix} <= set(names)


def test_shipped_judgements_are_consistent():
    table = rows('ahp_resistance_matrix.csv')
    columns = [key for key in table[0] if key not in ('factor', 'source')]
    cells = [[row[key] for key in columns] for row in table]
    matrix = judgement_matrix([row['factor'] for row in table], columns, cells)
    assert ahp_weights(matrix).acceptable
