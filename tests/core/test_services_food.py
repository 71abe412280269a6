"""Food supply and demand: mass kept, hand sums, fallbacks."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import GridMismatchError, ParameterError, ValueRangeError
from ecorestore.ecorestore_plugin.core.services.food import FLOOR, food_demand, food_supply
from ecorestore.ecorestore_plugin.core.zonal import zonal_sum

NAN = np.nan


def test_by_hand():
    ndvi = np.array([[.2, .6, .9], [.5, .5, .5]])
    yielding = np.array([[1, 1, 0], [1, 0, 1]], bool)
    units = np.array([[1, 1, 1], [2, 2, 2]])
    found = food_supply([80, 30], ndvi, yielding, np.ones((2, 3), bool), units)
    assert found.amount == pytest.approx(np.array([[20, 60, 0], [15, 0, 15]]))
    assert found.uniform.size == 0 and found.lost.size == 0


def test_bare_fields_keep_their_harvest():
    ndvi = np.array([[-.2, NAN, 0.0]])
    found = food_supply([9.0], ndvi, np.ones((1, 3), bool), np.ones((1, 3), bool), np.ones((1, 3), int))
    assert found.amount == pytest.approx(np.full((1, 3), 3.0))
    mixed = food_supply([9.0], np.array([[-.2, .5]]), np.ones((1, 2), bool), np.ones((1, 2), bool),
                        np.ones((1, 2), int))
    assert mixed.amount[0, 0] == pytest.approx(9 * FLOOR / (.5 + FLOOR))


def test_unit_without_fields_spreads_evenly_and_is_named():
    units = np.array([[1, 1, 2, 2]])
    yielding = np.array([[1, 1, 0, 0]], bool)
    found = food_supply([10, 8, 5], np.full((1, 4), .5), yielding, np.ones((1, 4), bool), units)
    assert found.amount == pytest.approx(np.array([[5, 5, 4, 4]]))
    assert found.uniform.tolist() == [2] and found.lost.tolist() == [3]


def test_unit_without_fields_and_without_harvest_is_no_reason_to_warn():
    found = food_supply([0.0], np.full((1, 2), .5), np.zeros((1, 2), bool), np.ones((1, 2), bool),
                        np.ones((1, 2), int))
    assert found.amount.tolist() == [[0, 0]] and found.uniform.size == 0


def test_nodata_stays_nodata():
    valid = np.array([[True, False, True, True]])
    units = np.array([[1, 1, 0, 2]])
    found = food_supply([10, NAN], np.full((1, 4), .5), np.ones((1, 4), bool), valid, units)
    assert found.amount == pytest.approx(np.array([[10, NAN, NAN, NAN]]), nan_ok=True)


@pytest.mark.parametrize('seed', range(3))
def test_mass_is_kept_to_a_billionth(seed):
    rng = np.random.default_rng(seed)
    units = rng.integers(0, 25, (90, 70))
    ndvi = rng.uniform(-1, 1, units.shape)
    ndvi[rng.random(units.shape) < .1] = NAN
    valid = rng.random(units.shape) < .95
    harvest = rng.uniform(1e3, 1e6, 24)
    found = food_supply(harvest, ndvi, rng.random(units.shape) < .3, valid, units)
    assert zonal_sum(found.amount, units, 24) == pytest.approx(harvest, rel=1e-9)


def test_bad_input():
    one = np.ones((1, 1))
    with pytest.raises(ValueRangeError, match='harvest'):
        food_supply([-1.0], one * .5, one > 0, one > 0, one.astype(int))
    with pytest.raises(ValueRangeError, match='NDVI'):
        food_supply([1.0], one * 5000, one > 0, one > 0, one.astype(int))
    with pytest.raises(GridMismatchError):
        food_supply([1.0], np.ones((2, 2)), one > 0, one > 0, one.astype(int))


def test_demand_is_400_kilograms_each():
    assert food_demand(np.array([10.0, 0, NAN])) == pytest.approx([4.0, 0, NAN], nan_ok=True)
    with pytest.raises(ValueRangeError):
        food_demand(np.array([-1.0]))
    with pytest.raises(ParameterError):
        food_demand(np.array([1.0]), -400)
