"""Water conservation: the retention formula by hand, its limits, quick flow, conductivity by texture."""

import math

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import GridMismatchError, ValueRangeError
from ecorestore.ecorestore_plugin.core.services.water_conservation import (
    retained_share,
    saturated_conductivity,
    topographic_index,
    yield_less_quick_flow,
)

NAN = np.nan


def test_index_by_hand():
    # 100,000 cells over 500 mm x 20 % are 10.
    found = topographic_index([1e5, 1e3, 5, 0], [500, 500, 500, 500.0], [20, 2, 0, 5.0])
    assert found[:2] == pytest.approx([1, 0]) and found[2] == np.inf and np.isnan(found[3])
    assert np.isnan(topographic_index([3.0, 3.0], [NAN, 5], [4, NAN])).all()


def test_share_by_hand():
    # 249/498 * 0.9 * 2 / 3 * 150/300
    assert retained_share([498.0], [2.0], [150.0])[0] == pytest.approx(.5 * .6 * .5)
    assert retained_share([200.0], [np.inf], [1000.0])[0] == 1
    assert retained_share([249.0], [10 / 3], [300.0])[0] == pytest.approx(1)
    assert retained_share([249.0], [-2.0], [300.0])[0] == 0
    assert np.isnan(retained_share([NAN, 300, 300], [1, NAN, 1], [100, 100, NAN])).all()


def test_every_term_lowers_the_share_alone():
    base = retained_share([500.0], [1.5], [150.0])[0]
    assert retained_share([600.0], [1.5], [150.0])[0] == pytest.approx(base * 500 / 600)
    assert retained_share([500.0], [1.0], [150.0])[0] == pytest.approx(base * 1.0 / 1.5)
    assert retained_share([500.0], [1.5], [75.0])[0] == pytest.approx(base / 2)


def test_conductivity_of_a_loam():
    # lg of inches per hour: -0.6 + 0.0126 * 40 - 0.0064 * 20 = -0.224
    assert saturated_conductivity([40.0], [20.0])[0] == pytest.approx(10 ** -.224 * 25.4 * 24)
    assert saturated_conductivity([90.0], [5.0])[0] > 10 * saturated_conductivity([10.0], [50.0])[0]


def test_quick_flow():
    assert yield_less_quick_flow([500.0, 100.0], [200.0, 150.0]).tolist() == [300, -50]


@pytest.mark.parametrize('call, error', [
    (lambda: topographic_index([1.0], [-5.0], [1.0]), ValueRangeError),
    (lambda: topographic_index([1.0, 2.0], [5.0], [1.0]), GridMismatchError),
    (lambda: retained_share([0.0], [1.0], [1.0]), ValueRangeError),
    (lambda: retained_share([1.0], [1.0], [-1.0]), ValueRangeError),
    (lambda: saturated_conductivity([140.0], [1.0]), ValueRangeError),
    (lambda: yield_less_quick_flow([1.0], [-1.0]), ValueRangeError)])
def test_bad_values(call, error):
    with pytest.raises(error):
        call()


def test_level_ground_is_limited_by_cover_and_soil_alone():
    index = topographic_index([7.0], [800.0], [0.0])
    assert retained_share([900.0], index, [120.0])[0] == pytest.approx(249 / 900 * .4)
    assert math.isinf(index[0])
