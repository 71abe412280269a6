"""Two-step floating catchment against plain loops, and the demand of people and statistics."""

import math

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import ParameterError, ValueRangeError
from ecorestore.ecorestore_plugin.core.services.accessibility import (
    DECAYS,
    distance_decay,
    floating_catchment,
    green_balance,
)
from ecorestore.ecorestore_plugin.core.services.people import (
    composite_demand,
    per_capita_demand,
    sector_water_demand,
    spread_statistics,
)
from ecorestore.ecorestore_plugin.core.zonal import zonal_sum

NAN = np.nan


def test_decays_by_hand():
    assert distance_decay([0, 500, 1000, 1001], 1000) == pytest.approx(
        [1, (math.exp(-.125) - math.exp(-.5)) / (1 - math.exp(-.5)), 0, 0])
    assert distance_decay([0, 1000, 1001], 1000, 'dichotomy').tolist() == [1, 1, 0]
    assert distance_decay([500], 1000, 'exponential')[0] == pytest.approx(math.exp(-.5))
    assert distance_decay([0, 500], 1000, 'epanechnikov') == pytest.approx([.75, .5625])
    assert distance_decay([0, 100, 400], 1000, 'power', 2, 100) == pytest.approx([1, 1, 1 / 16])
    with pytest.raises(ParameterError, match='triangle'):
        distance_decay([1], 1000, 'triangle')
    with pytest.raises(ParameterError, match='reach'):
        distance_decay([1], 0)


@pytest.mark.parametrize('decay', DECAYS)
def test_catchment_equals_a_loop(decay):
    rng = np.random.default_rng(2)
    shape, width, height, reach = (7, 9), 40.0, 60.0, 150.0
    green = rng.uniform(0, 100, shape)
    people = rng.integers(0, 3, shape) * 10.0
    people[0, 0] = green[3, 3] = NAN
    found = floating_catchment(green, people, width, height, reach, decay, 2.0)
    space, persons = np.nan_to_num(green), np.nan_to_num(people)
    cells = list(np.ndindex(*shape))

    def weight(one, other):
        distance = math.hypot((one[0] - other[0]) * height, (one[1] - other[1]) * width)
        return float(distance_decay(distance, reach, decay, 2.0, max(width, height)))
    ratio = {}
    for j in cells:
        around = sum(persons[k] * weight(j, k) for k in cells)
        ratio[j] = space[j] / around if around > 0 else 0.0
    for i in cells:
        expected = sum(ratio[j] * weight(i, j) for j in cells)
        assert np.isnan(found.per_person[i]) if np.isnan(people[i]) else found.per_person[i] == pytest.approx(expected)


@pytest.mark.parametrize('decay', DECAYS)
def test_no_green_space_is_lost(decay):
    rng = np.random.default_rng(3)
    green, people = rng.uniform(0, 1e4, (30, 25)), np.where(rng.random((30, 25)) < .05, 40.0, 0.0)
    found = floating_catchment(green, people, 100, 100, 450, decay)
    assert (found.per_person * people).sum() + found.unused == pytest.approx(green.sum(), rel=1e-9)
    assert found.unused > 0


def test_nobody_reaches_anything_where_nobody_lives():
    found = floating_catchment(np.ones((3, 3)), np.zeros((3, 3)), 10, 10, 1000)
    assert found.unused == 9 and (found.per_person == 0).all()
    with pytest.raises(ValueRangeError, match='population'):
        floating_catchment(np.ones((3, 3)), np.full((3, 3), -1.0), 10, 10, 1000)


def test_balance():
    assert green_balance(np.array([20.0, 5.0]), 14.1, np.array([10.0, 100.0])) == pytest.approx([59, -910])
    with pytest.raises(ParameterError):
        green_balance(np.ones(1), -1, np.ones(1))


# People.

def test_amounts_per_person_may_differ_by_cell():
    assert per_capita_demand(np.array([[2.0, 3.0]]), np.array([[.5, .2]])) == pytest.approx(np.array([[1, .6]]))
    with pytest.raises(ParameterError, match='-0.1'):
        per_capita_demand(np.ones((1, 2)), np.array([[.5, -.1]]))


def test_sectors_by_hand():
    found = sector_water_demand(np.array([[10.0, NAN]]), 50, np.array([[3.0, 1]]), 20, np.array([[NAN, 2]]), 4000)
    assert found == pytest.approx(np.array([[560, NAN]]), nan_ok=True)
    with pytest.raises(ParameterError, match='GDP'):
        sector_water_demand(np.ones((1, 1)), 1, np.ones((1, 1)), -2)


@pytest.mark.parametrize('weighted', [False, True])
def test_statistics_are_spread_without_loss(weighted):
    rng = np.random.default_rng(5)
    units = rng.integers(0, 5, (40, 30))
    people = np.where(units == 3, 0.0, rng.uniform(0, 100, units.shape))
    people[units == 4] = NAN
    light = rng.uniform(0, 60, units.shape) if weighted else None
    totals = np.array([1e6, 0.3, 77.0, 5.0])
    found = spread_statistics(totals, people, units, light)
    sums = zonal_sum(found.amount, units, 4)
    assert sums[:3] == pytest.approx(totals[:3], rel=1e-9) and np.isnan(sums[3])
    assert found.lost.tolist() == [4] and found.uniform.tolist() == ([] if weighted else [3])


# Composite demand.

def test_composite_demand_by_hand():
    # 12 % x lg 1000 x lg 10000; densities up to 1 count as 0.
    assert composite_demand([12.0, 12, 12, 0], [1000.0, 1, 0.01, 50], [1e4, 1e4, 1e4, 1e4]).tolist() == [
        pytest.approx(144), 0, 0, 0]
    assert np.isnan(composite_demand([NAN, 5, 5], [10.0, NAN, 10], [10.0, 10, NAN])).all()
    with pytest.raises(ValueRangeError, match='built-up'):
        composite_demand([120.0], [1.0], [1.0])
    with pytest.raises(ValueRangeError, match='GDP'):
        composite_demand([20.0], [1.0], [-1.0])
