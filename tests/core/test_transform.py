"""Resistance from suitability: curves by hand, their ends, bad input."""

import math

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import ParameterError, ValueRangeError
from ecorestore.ecorestore_plugin.core.resistance.transform import (
    METHODS,
    inverse_resistance,
    linear_resistance,
    power_resistance,
    resistance_from_suitability,
    suitability_from_values,
    threshold_resistance,
    transformed_resistance,
)
from ecorestore.ecorestore_plugin.core.scores import curve_share


def test_negative_exponential_by_hand():
    suitability = np.array([[0, .5], [1, np.nan]])
    resistance = resistance_from_suitability(suitability)
    assert resistance[0, 0] == 100 and resistance[1, 0] == pytest.approx(1) and np.isnan(resistance[1, 1])
    assert resistance[0, 1] == pytest.approx(100 - 99 * (1 - math.exp(-4)) / (1 - math.exp(-8)))


def test_negative_exponential_nears_the_line_for_a_small_shape():
    suitability = np.linspace(0, 1, 11)
    assert resistance_from_suitability(suitability, shape=1e-7) == pytest.approx(linear_resistance(suitability))
    quarter = resistance_from_suitability(suitability, shape=.25)
    # The gap to the chord is largest near the middle: 99 (1/(1 + e^-c/2) - 1/2), about 99 c/8.
    assert np.abs(quarter - linear_resistance(suitability)).max() == pytest.approx(
        99 * (1 / (1 + math.exp(-.125)) - .5), abs=1e-9)


def test_the_other_curves_by_hand():
    half = np.array([.5])
    assert linear_resistance(half, 101, 1) == pytest.approx(51)
    assert power_resistance(half, 101, 3, 1) == pytest.approx(101 - 100 / 8)
    assert inverse_resistance(np.array([1, .5, .1, .01, .001, 0]), 100, 1) == pytest.approx([1, 2, 10, 100, 100, 100])
    assert inverse_resistance(half, 100, 3) == pytest.approx(6)


def test_habitat_suitability_is_the_published_form():
    suitability = np.array([0, .1, .3, .6, .600001, 1])
    published = np.where(suitability >= .6, 1, np.exp(math.log(.001) / .6 * suitability) * 1000)
    assert threshold_resistance(suitability, 1000, .6, 1) == pytest.approx(published)


@pytest.mark.parametrize('method', METHODS)
def test_every_curve_falls_from_the_largest_to_the_smallest(method):
    rng = np.random.default_rng(4)
    suitability = np.append(np.sort(rng.random(50)), np.nan)
    resistance = transformed_resistance(method, np.concatenate([[0, 1], suitability]), 250, 5, 1.5, .8, 2)
    assert resistance[0] == pytest.approx(250) and resistance[1] == pytest.approx(2)
    assert (np.diff(resistance[2:-1]) <= 1e-9).all() and np.isnan(resistance[-1])
    assert (resistance[:-1] >= 2 - 1e-9).all() and (resistance[:-1] <= 250 + 1e-9).all()


@pytest.mark.parametrize('method', METHODS)
def test_suitability_beyond_the_ends_is_counted(method):
    with pytest.raises(ValueRangeError, match='2 values .* row 0, column 1'):
        transformed_resistance(method, np.array([[.5, 1.2], [-.1, np.nan]]))


@pytest.mark.parametrize('arguments', [
    dict(method='magic'), dict(method='linear', maximum=1), dict(method='linear', minimum=0),
    dict(method='linear', minimum=100), dict(method='linear', maximum=np.inf),
    dict(method='negative_exponential', shape=0), dict(method='negative_exponential', shape=-1),
    dict(method='power', exponent=0), dict(method='habitat_suitability', threshold=0),
    dict(method='habitat_suitability', threshold=1.5), dict(method='linear', maximum=np.nan),
])
def test_bad_parameters(arguments):
    with pytest.raises(ParameterError):
        transformed_resistance(suitability=np.array([[.5]]), **arguments)


def test_measures_become_suitability():
    scaled, clipped = suitability_from_values(np.array([0, 50, 100, np.nan]), 0, 100)
    assert scaled[:3].tolist() == [0, .5, 1] and np.isnan(scaled[3]) and clipped == 0
    scaled, clipped = suitability_from_values(np.array([6000, 5000, 1250, 0]), 5000, 0, clip=True)
    assert scaled.tolist() == [0, 0, .75, 1] and clipped == 1
    with pytest.raises(ValueRangeError, match='1 values lie outside 0 to 5000; the first is 6000 in row 0, column 1'):
        suitability_from_values(np.array([[5000, 6000]]), 5000, 0)
    for ends in ((1, 1), (0, np.nan), (np.inf, 0)):
        with pytest.raises(ParameterError):
            suitability_from_values(np.array([1.0]), *ends)


def test_curve_share():
    t = np.array([0, .25, 1])
    assert curve_share(t).tolist() == [0, .25, 1]
    assert curve_share(t, 'power') == pytest.approx([0, .0625, 1])
    assert curve_share(t, 'exponential', 2) == pytest.approx([0, (1 - math.exp(-.5)) / (1 - math.exp(-2)), 1])
    # A negative shape mirrors the curve at the middle.
    assert curve_share(t, 'exponential', -2) == pytest.approx(1 - curve_share(1 - t, 'exponential', 2))
    assert curve_share(t, 'exponential', 0) == pytest.approx(t)
    for curve, shape in (('spline', 1), ('power', 0), ('power', -1), ('exponential', 1e6)):
        with pytest.raises(ParameterError):
            curve_share(t, curve, shape)
