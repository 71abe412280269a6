"""Carbon fixation and emissions: unit conversions by hand, mass kept."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import EmptyInputError, ParameterError, ValueRangeError
from ecorestore.ecorestore_plugin.core.services.carbon import (
    carbon_demand_from_statistics,
    carbon_demand_per_capita,
    carbon_fixation,
)
from ecorestore.ecorestore_plugin.core.zonal import zonal_sum


@pytest.mark.parametrize('npp, unit, tonnes', [
    # 1 ha: 0.5 kg C/m2 x 10000 m2 = 5000 kg = 5 t.
    (0.5, 'kg C/m2/yr', 5.0),
    (500.0, 'g C/m2/yr', 5.0),
    # 1000 g of dry matter fix 1630 g of CO2, of which 12/44 are carbon: 444.545 g.
    (1000.0, 'g dry matter/m2/yr', 4.4454545),
])
def test_units(npp, unit, tonnes):
    found = carbon_fixation(np.array([[npp, np.nan, 0.0]]), unit, 10000.0)
    assert found == pytest.approx(np.array([[tonnes, np.nan, 0]]), nan_ok=True)


@pytest.mark.parametrize('npp, unit, error', [
    (500.0, 'kg C/m2/yr', ValueRangeError),
    (32761.0, 'g C/m2/yr', ValueRangeError),
    (-0.1, 'kg C/m2/yr', ValueRangeError),
    (np.nan, 'kg C/m2/yr', EmptyInputError),
    (1.0, 't/ha', ParameterError),
])
def test_wrong_units_show(npp, unit, error):
    with pytest.raises(error):
        carbon_fixation(np.array([[npp]]), unit, 100.0)


def test_per_capita_demand_counts_carbon_not_carbon_dioxide():
    # 44 t CO2 hold 12 t C.
    assert carbon_demand_per_capita(np.array([10.0, np.nan]), 4.4) == pytest.approx([12.0, np.nan], nan_ok=True)


def test_statistics_are_spread_by_people():
    units = np.array([[1, 1, 2, 0]])
    people = np.array([[30.0, 10, 5, 99]])
    spread = carbon_demand_from_statistics([44.0, 88.0], people, units)
    assert spread.amount == pytest.approx(np.array([[9, 3, 24, np.nan]]), nan_ok=True)


def test_statistics_keep_their_mass():
    rng = np.random.default_rng(0)
    units = rng.integers(0, 20, (60, 60))
    people = rng.gamma(.3, 50, units.shape)
    people[units == 4] = 0
    people[rng.random(units.shape) < .1] = np.nan
    emissions = rng.uniform(1e3, 1e7, 19)
    spread = carbon_demand_from_statistics(emissions, people, units)
    assert zonal_sum(spread.amount, units, 19) == pytest.approx(emissions * 12 / 44, rel=1e-9)
    assert spread.uniform.tolist() == [4]
    with pytest.raises(ValueRangeError):
        carbon_demand_from_statistics([-1.0], np.ones((1, 1)), np.ones((1, 1), int))
