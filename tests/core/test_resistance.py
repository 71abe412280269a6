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
from ecorestore.ecorestore_plugin.core.resistance.nightlight import night_light_correction
from ecorestore.ecorestore_plugin.core.resistance.surface import (
    burn_barriers,
    factor_scores,
    match_weights,
    score_factor,
    weighted_resistance,
    weights_from_text,
)
from ecorestore.ecorestore_plugin.core.resistance.weighting import (
    data_weights,
    factor_correlations,
    factor_table,
    judged_weights,
)
from ecorestore.ecorestore_plugin.core.weights import ahp_weights, entropy_weights, game_theory_weights

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


def test_functions_by_hand():
    rule = factor_scores('distance', ['function', 'range', 'function'], [0, 1000, 200], [200, np.nan, 1000],
                         [100, 1, 60], [60, np.nan, 1], ['linear', '', 'power'], [np.nan, np.nan, .5])
    assert rule.kind == 'function'
    scored = score_factor(np.array([[0, 50, 200], [400, 1000, 9000], [np.nan, 999.999, 199.999]]), rule)
    assert scored[0].tolist() == [100, 90, 60]
    assert scored[1] == pytest.approx([60 - 59 * .25 ** .5, 1, 1])
    assert np.isnan(scored[2, 0]) and scored[2, 1:] == pytest.approx([1, 60], abs=1e-3)
    rising = factor_scores('slope', 'function', [0], [90], [1], [100], ['exponential'], [np.nan])
    assert score_factor(np.array([0, 45, 90]), rising) == pytest.approx(
        [1, 1 + 99 * (1 - np.exp(-4)) / (1 - np.exp(-8)), 100])
    with pytest.raises(MissingCodeError, match='1 cells'):
        score_factor(np.array([90.5, 90]), rising)


def test_values_are_scores():
    rule = factor_scores('ready', 'value', [np.nan], [np.nan], [np.nan])
    assert score_factor(np.array([[3, .5]]), rule).tolist() == [[3, .5]]
    with pytest.raises(ValueRangeError, match='ready: 2 values'):
        score_factor(np.array([[3, 0, -1, np.nan]]), rule)


def test_class_codes_with_fractions_are_named():
    rule = factor_scores('landcover', 'class', [1, 2], [np.nan] * 2, [7, 9])
    assert score_factor(np.array([1.0, 2.0]), rule).tolist() == [7, 9]
    with pytest.raises(ValueRangeError, match='2 cells have fractions; the first value is 1.5'):
        score_factor(np.array([[1, 1.5], [2.25, 2]]), rule)


def test_gaps_between_ranges():
    assert factor_scores('x', 'range', [0, 10, 20], [10, 15, 30], [1, 2, 3]).gaps() == [(15, 20)]
    assert factor_scores('x', 'range', [np.nan, 10], [10, np.nan], [1, 2]).gaps() == []
    assert factor_scores('x', 'class', [1, 5], [np.nan] * 2, [1, 2]).gaps() == []


@pytest.mark.parametrize('arguments, error', [
    (('x', ['class', 'range'], [1, 2], [1, 3], [1, 2]), TableError),
    (('x', ['value', 'range'], [1, 2], [1, 3], [1, 2]), TableError),
    (('x', 'function', [0], [np.nan], [1], [2]), TableError),
    (('x', 'function', [0], [10], [1]), ValueRangeError),
    (('x', 'function', [0], [10], [1], [0]), ValueRangeError),
    (('x', 'function', [0], [10], [1], [5], ['spline']), TableError),
    (('x', 'function', [0], [10], [1], [5], ['power'], [-1]), ParameterError),
    (('x', ['function', 'range'], [0, 5], [10, 20], [1, 2], [2, np.nan]), TableError),
])
def test_bad_functions(arguments, error):
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


def test_crossings_open_barriers():
    surface, road = np.array([[10., 20, 30]]), np.array([[True, True, False]])
    assert burn_barriers(surface, road, 100, np.array([[False, True, True]])).tolist() == [[100, 20, 30]]
    with pytest.raises(GridMismatchError):
        burn_barriers(surface, road, 100, np.ones((2, 2), bool))


# Night light.

def test_night_light_by_hand():
    resistance = np.array([[10., 10, 50, 50], [np.nan, 10, 50, 20]])
    light = np.array([[0., 4, 3, 1], [9, 2, np.nan, 0]])
    classes = np.array([[1, 1, 8, 8], [1, 1, 8, 2]])
    found = night_light_correction(resistance, light, classes, classes > 0)
    # Class means: 1 (0 + 4 + 2) / 3 = 2, 8 (3 + 1) / 2 = 2, 2 dark. 0 falls to the lower limit.
    assert found.class_means == {1: 2, 2: 0, 8: 2} and found.unlit == (2,) and found.unknown == 1
    assert found.resistance[0].tolist() == [1, 20, 75, 25]
    assert np.isnan(found.resistance[1, 0]) and found.resistance[1, 1:].tolist() == [10, 50, 20]
    assert (found.floored, found.capped) == (1, 0)
    plus = night_light_correction(resistance, light, classes, classes > 0, 'one_plus_ratio', 1, 100)
    assert plus.resistance[0].tolist() == [10, 30, 100, 75] and plus.capped == 1
    assert plus.resistance[1, 3] == 20


def test_night_light_equals_a_loop():
    rng = np.random.default_rng(6)
    resistance, light = rng.uniform(1, 100, (7, 9)), rng.exponential(3, (7, 9)) - .5
    classes, valid = rng.integers(1, 4, (7, 9)), rng.random((7, 9)) > .1
    light[2, 2] = np.nan
    found = night_light_correction(resistance, light, classes, valid, minimum=.001)
    known = valid & ~np.isnan(light)
    assert found.negative == (light[known] < 0).sum()
    for index in np.ndindex(7, 9):
        if not known[index]:
            assert found.resistance[index] == resistance[index]
            continue
        same = known & (classes == classes[index])
        ratio = max(light[index], 0) / np.maximum(light[same], 0).mean()
        assert found.resistance[index] == pytest.approx(max(resistance[index] * ratio, .001))


def test_night_light_bad_input():
    one, codes, valid = np.ones((1, 2)), np.ones((1, 2), int), np.ones((1, 2), bool)
    for arguments, error in (
            ((one, one, codes, ~valid), EmptyInputError), ((one, one[:, :1], codes, valid), GridMismatchError),
            ((one, one, codes, valid, 'cube'), ParameterError), ((one, one, codes, valid, 'ratio', 0), ParameterError),
            ((one, one, codes, valid, 'ratio', 5, 5), ParameterError), ((one * 0, one, codes, valid), ValueRangeError)):
        with pytest.raises(error):
            night_light_correction(*arguments)


# Weights of the factors.

SCORED = [factor_scores('land', 'class', [1, 2, 3], [np.nan] * 3, [10, 40, 90]),
          factor_scores('slope', 'function', [0], [90], [1], [91], ['linear']),
          factor_scores('same', 'range', [np.nan], [np.nan], [5])]


def three_factors():
    rng = np.random.default_rng(9)
    return [rng.integers(1, 4, (12, 11)).astype(float), rng.uniform(0, 90, (12, 11)), rng.random((12, 11))]


def test_scores_of_the_sampled_cells():
    factors = three_factors()
    factors[1][0] = np.nan
    table = factor_table(factors, SCORED, 0)
    assert table.shape == (11 * 11, 3)
    assert table[:, 1] == pytest.approx(1 + factors[1][1:].ravel()) and (table[:, 2] == 5).all()
    assert len(factor_table(factors, SCORED, 30)) == 30
    factors[0][5, 5] = factors[0][6, 6] = 7
    with pytest.raises(MissingCodeError, match='land: 2 cells'):
        for seed in range(200):
            factor_table(factors, SCORED, 5, seed)


def test_weights_from_the_scores():
    table = factor_table(three_factors(), SCORED, 0)
    scaled = (table - table.min(axis=0)) / np.where(np.ptp(table, axis=0) > 0, np.ptp(table, axis=0), 1)
    names = ['land', 'slope', 'same']
    for method in ('entropy', 'critic', 'pca'):
        found = data_weights(method, names, table)
        assert found.weights[2] == 0 and found.weights.sum() == pytest.approx(1) and found.constant == ('same',)
    entropy = entropy_weights(scaled)
    assert data_weights('entropy', names, table).weights == pytest.approx(entropy)
    judged, unused = judged_weights(names, ['Same', 'other', 'slope', 'LAND'], [
        [1, 1, 1 / 2, 1 / 4], [1, 1, 1 / 2, 1 / 4], [2, 2, 1, 1 / 2], [4, 4, 2, 1]])
    assert judged.weights == pytest.approx([4 / 7, 2 / 7, 1 / 7]) and unused == ['other']
    assert data_weights('ahp', names, None, judged).weights == pytest.approx(judged.weights)
    both = data_weights('combined', names, table, judged)
    expected, shares = game_theory_weights(entropy, [2 / 3, 1 / 3, 0])
    assert both.weights == pytest.approx(expected) and both.shares == pytest.approx(shares)
    assert both.weights[2] == 0 and both.consistency_ratio == pytest.approx(0, abs=1e-9)
    with pytest.raises(ParameterError):
        data_weights('magic', names, table)
    with pytest.raises(ParameterError, match='do not compare same'):
        judged_weights(names, ['land', 'slope'], [[1, 2], [.5, 1]])


def test_correlations_of_weighted_factors():
    factors = three_factors()
    factors[2][:] = np.nan
    found = factor_correlations(factors, SCORED, [.5, .5, 0], 0)
    land = np.array([0, 10, 40, 90])[factors[0].astype(int)]
    assert found.matrix[0, 1] == pytest.approx(np.corrcoef(land.ravel(), factors[1].ravel())[0, 1])
    assert np.isnan(found.matrix[2]).all() and found.alike(.999) == []


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
