"""Coupling coordination and trade-offs against published probes and scipy."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import EmptyInputError, GridMismatchError, ParameterError, ValueRangeError
from ecorestore.ecorestore_plugin.core.matching.coupling import coordination_classes, coupling_coordination
from ecorestore.ecorestore_plugin.core.matching.tradeoffs import trade_offs

SUPPLY, DEMAND = [10, 4, 6, 1], [2, 8, 6, 0]


def test_coordination_probe():
    found = coupling_coordination(SUPPLY, DEMAND, floor=0)
    assert found.degree == pytest.approx([.7071, .7598, .8034, 0], abs=1e-4)
    assert found.classes.tolist() == [8, 8, 9, 1]
    assert found.supply == pytest.approx([1, 1 / 3, 5 / 9, 0]) and found.demand == pytest.approx([.25, 1, .75, 0])
    assert found.relations.tolist() == ['demand_lags', 'supply_lags', 'supply_lags', 'balanced']
    # With the floor the last one is 0.01 in both: coupled fully, at the level 0.01.
    assert coupling_coordination(SUPPLY, DEMAND).degree == pytest.approx([.7071, .7598, .8034, .1], abs=1e-4)


def test_limits_belong_to_the_class_above():
    assert coordination_classes([0, 0.0999, 0.1, 0.3, 0.7, 0.999, 1, np.nan]).tolist() == [1, 1, 2, 4, 8, 10, 10, 0]


def test_unknown_places_stay_unknown():
    found = coupling_coordination(np.array([[1.0, np.nan], [3, 5]]), np.array([[2.0, 3], [np.nan, 4]]))
    assert np.isnan(found.degree).tolist() == [[False, True], [True, False]]
    assert found.classes[0, 1] == 0 and found.relations[1, 0] == ''
    assert found.degree[1, 1] == 1


def test_coordination_says_what_is_wrong():
    with pytest.raises(ValueRangeError, match='supply is 3 in all 2 places'):
        coupling_coordination([3, 3], [1, 2])
    with pytest.raises(EmptyInputError, match='at least two.*there are 1'):
        coupling_coordination([3, np.nan], [1, 2])
    with pytest.raises(GridMismatchError):
        coupling_coordination([3, 4], [1])
    with pytest.raises(ParameterError, match='floor'):
        coupling_coordination([3, 4], [1, 2], floor=1)


def test_correlations_are_those_of_scipy():
    from scipy import stats
    draw = np.random.default_rng(2)
    table = draw.normal(size=(60, 3))
    table[:, 1] = np.round(table[:, 0] + draw.normal(size=60), 1)
    table[5, 2] = np.nan
    known = np.delete(table, 5, axis=0)
    found = trade_offs(table)
    assert found.count == 59
    for i, j in ((0, 1), (0, 2), (1, 2)):
        r, p = stats.pearsonr(known[:, i], known[:, j])
        assert (found.pearson[i, j], found.pearson_p[i, j]) == pytest.approx((r, p))
        r, p = stats.spearmanr(known[:, i], known[:, j])
        assert (found.spearman[i, j], found.spearman_p[i, j]) == pytest.approx((r, p))
    assert found.relation(0, 1) == 'synergy' and found.relation(0, 2) == 'none'


def test_trade_off_strength_by_hand():
    # Scaled (0, 1), (.5, .5), (1, 0): distances to the diagonal 1/sqrt 2, 0, 1/sqrt 2.
    found = trade_offs([[0, 30], [5, 20], [10, 10]])
    assert found.strength[0, 1] == pytest.approx(2 / 3 / np.sqrt(2)) and found.benefit[0, 1] == pytest.approx(0)
    assert found.overall == pytest.approx([1 / np.sqrt(2), 0, 1 / np.sqrt(2)])
    assert found.pearson[0, 1] == pytest.approx(-1) and found.relation(0, 1) == 'tradeoff'
    # The first is better served: scaled (0, 0), (1, .2), (1, 1).
    assert trade_offs([[0, 0], [5, 1], [5, 5]]).benefit == pytest.approx(np.array([[0, .8 / 3], [-.8 / 3, 0]]))


def test_a_constant_service_has_no_correlation():
    found = trade_offs([[1, 2, 7], [2, 1, 7], [3, 5, 7]])
    assert found.constant.tolist() == [False, False, True]
    assert np.isnan(found.spearman[0, 2]) and found.relation(0, 2) == 'none' and found.spearman[0, 0] == 1


def test_trade_offs_say_what_is_wrong():
    with pytest.raises(ParameterError, match='at least two services; there is 1'):
        trade_offs([[1], [2], [3]])
    with pytest.raises(EmptyInputError, match='Only 2 of 3 places'):
        trade_offs([[1, 2], [3, 4], [np.nan, 1]])
