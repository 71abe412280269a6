"""Landscape score and green-space equivalents."""

import math

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import GridMismatchError, ParameterError, ValueRangeError
from ecorestore.ecorestore_plugin.core.services.recreation import (
    landscape_score,
    recreation_demand,
    recreation_supply,
    water_proximity,
)

NAN = np.nan


def test_score_by_hand():
    weight = np.array([[1, .8, .9, NAN, .5]])
    uses = np.array([[1, 1, 0, 1, 1]])
    ndvi = np.array([[.6, -.2, -.3, .5, NAN]])
    assert landscape_score(weight, uses, ndvi) == pytest.approx(np.array([[.6, 0, .9, NAN, NAN]]), nan_ok=True)


def test_unknown_ndvi_does_not_matter_in_water():
    assert landscape_score(np.array([.9]), np.array([0]), np.array([NAN]))[0] == .9


def test_water_share():
    weight, uses, ndvi = np.ones(3), np.zeros(3), np.zeros(3)
    near = np.array([1, .5, 0])
    assert landscape_score(weight, uses, ndvi, near, .4) == pytest.approx([1, .8, .6])
    assert landscape_score(weight, uses, ndvi, near, 0) == pytest.approx([1, 1, 1])


def test_nearness_counts_metres_of_non_square_cells():
    water = np.zeros((3, 3), bool)
    water[0, 0] = True
    found = water_proximity(water, 100, 50, 200)
    assert found[0, 0] == 1
    assert found[0, 2] == pytest.approx(math.exp(-1))
    assert found[2, 0] == pytest.approx(math.exp(-.5))
    assert found[2, 2] == pytest.approx(math.exp(-math.hypot(200, 100) / 200))
    assert (water_proximity(np.zeros((2, 2), bool), 1, 1) == 0).all()
    with pytest.raises(ParameterError):
        water_proximity(water, 1, 1, 0)


def test_amounts():
    assert recreation_supply(np.array([.5, NAN]), 900) == pytest.approx([450, NAN], nan_ok=True)
    assert recreation_demand(np.array([100.0, NAN])) == pytest.approx([1410, NAN], nan_ok=True)
    assert recreation_demand(np.array([100.0]), 9) == pytest.approx([900])


def test_bad_values():
    one = np.ones(1)
    with pytest.raises(ValueRangeError):
        landscape_score(one * 2, one, one * .5)
    with pytest.raises(ValueRangeError):
        landscape_score(one, one, one * 5000)
    with pytest.raises(ParameterError):
        landscape_score(one, one, one * .5, one, 1.5)
    with pytest.raises(GridMismatchError):
        landscape_score(one, one, np.ones(2) * .5)
    with pytest.raises(ValueRangeError):
        recreation_supply(one * 3, 1)
    with pytest.raises(ValueRangeError):
        recreation_demand(-one)
