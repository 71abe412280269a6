"""Carbon storage: the published probe of the value factor, sums by hand, refusals."""

import math

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import ParameterError, TableError, ValueRangeError
from ecorestore.ecorestore_plugin.core.services.carbon import (
    heterotrophic_respiration,
    net_ecosystem_production,
    storage_difference,
)
from ecorestore.ecorestore_plugin.core.services.carbon_storage import (
    carbon_density,
    check_carbon_table,
    climate_corrections,
    net_present_value,
    value_factor,
    yearly_flow,
)

NAN = np.nan


def test_density_is_the_sum_of_the_pools():
    pools = np.array([[[42.4, 4.7]], [[13.0, 0]], [[116.0, 33.46]], [[3.5, NAN]]])
    assert carbon_density(pools) == pytest.approx(np.array([[174.9, NAN]]), nan_ok=True)
    with pytest.raises(ValueRangeError):
        carbon_density(-pools)


def test_value_factor_probe():
    # Methods page, from InVEST: r 5 %, c 2 %, ten years, price 100.
    assert 100 / 10 * value_factor(10, 5, 2) == pytest.approx(74.87606970792824, rel=1e-14)
    assert value_factor(7, 0, 0) == 7
    assert value_factor(1, 50, 3) == 1


def test_net_present_value_by_hand():
    change = np.array([[2.0, -1.0, NAN]])
    # Two years at 10 %: (1 + 1/1.1) * 50 / 2 per tonne.
    assert net_present_value(change, 2, 50, 10) == pytest.approx(
        np.array([[2, -1, NAN]]) * 25 * (1 + 1 / 1.1), nan_ok=True)


@pytest.mark.parametrize('years, rate, change', [(0, 5, 0), (-10, 5, 0), (2.5, 5, 0), (5, -100, 0), (5, 3, -120)])
def test_bad_rates(years, rate, change):
    with pytest.raises(ParameterError):
        value_factor(years, rate, change)


def test_bad_tables_name_class_and_pool():
    check_carbon_table([1, 2], [1, 2], [0, 0], [3, 4], [0, 0])
    with pytest.raises(TableError, match='Class 2: c_soil'):
        check_carbon_table([1, 2], [1, 2], [0, 0], [3, NAN], [0, 0])
    with pytest.raises(TableError, match='Class 1: c_dead'):
        check_carbon_table([1, 2], [1, 2], [0, 0], [3, 4], [-1, 0])
    with pytest.raises(ParameterError, match='price'):
        net_present_value(np.ones((1, 1)), 5, -1, 3)


def test_climate_corrections():
    assert climate_corrections(600, 12, 600, 12) == pytest.approx((1, 1))
    biomass, soil = climate_corrections(1200, 17, 650, 9)
    # Each equation written out: biomass by rain and by warmth, soil by rain.
    assert biomass == pytest.approx(6.798 * math.exp(.0054 * 1200) / (6.798 * math.exp(.0054 * 650))
                                    * (28 * 17 + 398) / (28 * 9 + 398))
    assert soil == pytest.approx((3.3968 * 1200 + 3996.1) / (3.3968 * 650 + 3996.1))
    with pytest.raises(ParameterError):
        climate_corrections(600, -20, 600, 12)


def test_a_stock_becomes_a_flow_only_by_a_horizon():
    assert yearly_flow(np.array([50.0]), 25)[0] == 2
    with pytest.raises(ParameterError, match='horizon'):
        yearly_flow(np.array([50.0]), 0)


def test_respiration_and_production():
    found = heterotrophic_respiration(np.array([10.0, -5.0]), np.array([80.0, 0.0]))
    assert found[0] == pytest.approx(.22 * (math.exp(.912) + math.log(.3145 * 80 + 1)) * 30 * .465)
    assert found[1] == pytest.approx(.22 * math.exp(-.456) * 30 * .465)
    # 5 t C fixed on a hectare, 300 g C/m2 breathed out: 5 - 3.
    assert net_ecosystem_production(np.array([5.0]), np.array([300.0]), 10000)[0] == pytest.approx(2)
    with pytest.raises(ValueRangeError, match='temperature'):
        heterotrophic_respiration(np.array([283.0]), np.array([80.0]))


def test_storage_difference():
    assert storage_difference(np.array([100.0, NAN]), np.array([80.0, 5.0]), 10, 2500) == pytest.approx(
        [-20 * .25 / 10, NAN], nan_ok=True)
    with pytest.raises(ParameterError, match='years'):
        storage_difference(np.ones(2), np.ones(2), 0, 100)
