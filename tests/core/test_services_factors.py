"""Factors of the soil loss equations that have a tool of their own: probes of the methods page, loops, traps."""

import math

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.drainage import drainage
from ecorestore.ecorestore_plugin.core.errors import ParameterError, TableError, ValueRangeError
from ecorestore.ecorestore_plugin.core.services import erodibility, erosivity
from ecorestore.ecorestore_plugin.core.services.cover_factor import annual_factor, soil_loss_ratio, wood_factor
from ecorestore.ecorestore_plugin.core.services.erosion_classes import erosion_intensity, factor_by_range
from ecorestore.ecorestore_plugin.core.services.soil import CsleTable, conservation_factors, soil_erodibility
from ecorestore.ecorestore_plugin.core.slope_factors import (
    degrees_of,
    looks_like_percent,
    rusle_length_exponent,
    rusle_steepness_factor,
    slope_length_factor,
    slope_steepness_factor,
)
from ecorestore.ecorestore_plugin.core.terrain import slope

NAN = np.nan


# Erosivity.

def days_of(rain, months):
    return lambda: [(month, day, np.array([value])) for value, (month, day) in zip(rain, months)]


def test_days_by_hand():
    rain, places = [15.0, 22.0, 40.0, 9.0, 11.0], [(7, 1), (7, 15), (7, 16), (7, 20), (1, 3)]
    found = erosivity.half_months_of_days(days_of(rain, places), 'daily', 1)[:, 0]
    # Methods page, July: 44.411, 86.032, 241.502; 9 mm is no erosive day, 11 mm in January is.
    assert found[12] == pytest.approx(44.411 + 86.032, abs=2e-3)
    assert found[13] == pytest.approx(241.502, abs=2e-3)
    winter = .2686 * (1 + .5412 * math.cos(math.pi / 6 - 7 * math.pi / 6)) * 11 ** 1.7265
    assert found[0] == pytest.approx(winter) and found[1:12].sum() == 0
    census = erosivity.half_months_of_days(days_of(rain[:3], places), 'census', 1)[:, 0]
    assert census.sum() == pytest.approx(353.736, abs=2e-3)


def test_days_by_half_months_use_the_mean_erosive_day_and_year():
    rain, places = [15.0, 22.0, 40.0, 11.9], [(7, 1), (7, 2), (7, 3), (7, 4)]
    found = erosivity.half_months_of_days(days_of(rain, places), 'half_month', 2)[:, 0]
    mean, year = 77 / 3, 77 / 2
    b = .8363 + 18.144 / mean + 24.455 / year
    assert found[12] == pytest.approx(21.586 * b ** -7.1891 * (15 ** b + 22 ** b + 40 ** b) / 2)
    dry = erosivity.half_months_of_days(days_of([3.0, 11.9], places), 'half_month', 1)
    assert (dry == 0).all()


def test_days_that_are_unknown_or_wrong():
    found = erosivity.half_months_of_days(days_of([NAN, 20.0], [(5, 1), (6, 1)]), 'census', 1)
    assert np.isnan(found[8]).all() and found[10] > 0
    with pytest.raises(ValueRangeError):
        erosivity.half_months_of_days(days_of([-1.0], [(5, 1)]), 'daily', 1)
    for method, years in (('other', 1), ('daily', 0)):
        with pytest.raises(ParameterError):
            erosivity.half_months_of_days(days_of([20.0], [(5, 1)]), method, years)
    with pytest.raises(ParameterError, match='no day'):
        erosivity.half_months_of_days(list, 'daily', 1)


def test_the_wrong_unit_of_erosivity_shows_by_its_factor():
    rain = np.array([600.0, 900.0, 1400.0, NAN])
    proper = erosivity.erosivity_from_annual_rain(rain)
    assert erosivity.erosivity_in_si_units(proper / 17.02) == pytest.approx(proper, nan_ok=True)
    assert erosivity.looks_like_us_units(proper / 17.02, rain)
    for scale in (.5, 1, 2.5):
        assert not erosivity.looks_like_us_units(proper * scale, rain)
    assert not erosivity.looks_like_us_units(np.full(4, NAN), rain)


# Erodibility.

def test_nomograph_by_hand():
    # M = (35 + 10)(100 - 25) = 3375, OM 2, s 3, p 4.
    expected = (2.1e-4 * 10 * 3375 ** 1.14 + 3.25 + 2.5) / 759
    parts = [np.array([value]) for value in (40.0, 35, 25, 2, 10)]
    assert erodibility.nomograph_erodibility(*parts, 3, 4)[0] == pytest.approx(expected)
    low = [np.array([value]) for value in (90.0, 5, 5, 12, 0)]
    assert erodibility.nomograph_erodibility(*low, 1, 1)[0] == 0


@pytest.mark.parametrize('parts, message', [((20.0, 75, 5, 2, 5), '70 %'), ((10.0, 60, 30, 2, 20), 'part of the sand'),
                                            ((40.0, 350, 25, 2, 10), 'silt')])
def test_soils_beyond_the_nomograph(parts, message):
    with pytest.raises(ValueRangeError, match=message):
        erodibility.nomograph_erodibility(*[np.array([value]) for value in parts])


def test_us_and_si_erodibility():
    si = soil_erodibility(*[np.array([value]) for value in (40.0, 35, 25, 1.2)])
    # Methods page: US 0.263571, SI 0.0347123.
    assert erodibility.erodibility_in_us_units(si)[0] == pytest.approx(.263571, abs=1e-6)
    assert erodibility.erodibility_in_si_units(np.array([.263571]))[0] == pytest.approx(.0347123, abs=1e-7)
    assert erodibility.looks_like_us_units(np.array([.26, .31, NAN])) and not erodibility.looks_like_us_units(si)


# Slope.

def test_rusle_breakpoint_is_percent():
    below, above = (math.degrees(math.atan(percent / 100)) for percent in (8.999, 9.0))
    assert rusle_steepness_factor(below) == pytest.approx(10.8 * math.sin(math.radians(below)) + .03)
    assert rusle_steepness_factor(above) == pytest.approx(16.8 * math.sin(math.radians(above)) - .5)
    # 7 degrees are 12 percent: the same piece in both; 20 degrees have the third piece of the CSLE only.
    assert rusle_steepness_factor(7.0) == pytest.approx(slope_steepness_factor(7.0))
    assert rusle_steepness_factor(20.0) < slope_steepness_factor(20.0)


def test_rusle_exponent():
    # McCool et al. 1989, moderate rill erosion: 0.5 near 9.5 percent... and 0 on level land.
    assert rusle_length_exponent(0.0) == 0
    sine = math.sin(math.radians(5.0))
    beta = sine / .0896 / (3 * sine ** .8 + .56)
    assert rusle_length_exponent(5.0) == pytest.approx(beta / (1 + beta))


def test_flow_length_and_contributing_area_agree_on_a_plane():
    z = np.repeat(100 - 20.0 * np.arange(9)[np.newaxis], 5, axis=0)
    steep = slope(z, 50, 50)
    found = [slope_length_factor(z, steep, 50, 50, 1000, method=method)
             for method in ('contributing_area', 'flow_length')]
    assert found[0] == pytest.approx(found[1])
    # (lambda / 22.13)^0.5 of the first cell, 50 m: 1.50312; 50 to 100 m by the segment formula.
    assert found[1][2, 0] == pytest.approx(1.50312, abs=1e-5)
    assert found[1][2, 1] == pytest.approx((100 ** 1.5 - 50 ** 1.5) / (50 * 22.13 ** .5))


def test_flow_length_takes_the_longest_way_and_area_counts_all_water():
    """Two slopes meet in a channel: its area is larger than its longest way."""
    row, column = np.indices((7, 7))
    z = 300 + 10.0 * np.abs(column - 3) - 5.0 * row
    steep = slope(z, 30, 30)
    area = slope_length_factor(z, steep, 30, 30, 5000)
    length = slope_length_factor(z, steep, 30, 30, 5000, method='flow_length', flow=drainage(z, 30, 30))
    assert area[5, 3] > length[5, 3] > 1


def test_percent_and_degrees():
    assert degrees_of(np.array([100.0, 9.0]), 'percent') == pytest.approx([45, 5.14276], abs=1e-5)
    with pytest.raises(ValueRangeError, match='degrees'):
        degrees_of(np.array([30.0, 120.0]), 'degrees')
    terrain = np.array([5.0, 12.0, 20.0, 33.0, 0.0, NAN])
    percent = 100 * np.tan(np.radians(terrain))
    assert looks_like_percent(percent, terrain) and not looks_like_percent(terrain * 1.05, terrain)
    assert not looks_like_percent(np.zeros(3), np.zeros(3))


# Vegetation, measures, tillage.

def test_wood_by_hand_and_in_its_limits():
    found = wood_factor(np.array([.6, 0, 1]), np.array([.3, 0, 1]))
    assert found[0] == pytest.approx(.44468 * math.exp(-3.20096 * .3) - .04099 * math.exp(.6 - .18) + .025)
    assert found[1] == pytest.approx(.44468 - .04099 + .025)
    assert found[2] == pytest.approx(max(.44468 * math.exp(-3.20096) - .04099 + .025, 0))


KINDS = ([1, 2, 3, 4, 5], ['cropland', 'wood', 'shrub', 'grass', 'constant'], np.array([NAN, NAN, NAN, NAN, .01]))


def test_ratio_by_kind():
    codes = np.array([[1, 2, 3, 4, 5, 0]])
    valid = codes > 0
    cover, ground = np.full(codes.shape, .3), np.full(codes.shape, .5)
    found = soil_loss_ratio('monitoring', cover, codes, valid, KINDS, ground)[0]
    # Methods page: shrub .1667, grass .1743 at a cover of .3.
    assert found[[0, 2, 3, 4]] == pytest.approx([1, .1667, .1743, .01], abs=5e-5) and np.isnan(found[5])
    assert found[1] == pytest.approx(float(wood_factor(.3, .5)))
    cai = soil_loss_ratio('cai', cover, codes, valid, KINDS)[0]
    assert cai[1:4] == pytest.approx([.1433] * 3, abs=5e-5)
    with pytest.raises(ParameterError, match='1 cells are woodland'):
        soil_loss_ratio('monitoring', cover, codes, valid, KINDS)
    with pytest.raises(TableError, match='moss'):
        soil_loss_ratio('cai', cover, codes, valid, (KINDS[0], ['moss'] * 5, KINDS[2]))
    with pytest.raises(TableError, match='Class 5'):
        soil_loss_ratio('cai', cover, codes, valid, (KINDS[0], KINDS[1], np.full(5, 1.5)))


def test_annual_factor_weighs_by_erosivity():
    ratios = [np.array([[.5]]), np.array([[.1]]), np.array([[NAN]])]
    assert annual_factor(ratios, [1, 3, 0])[0, 0] == pytest.approx((.5 + .3) / 4)
    assert np.isnan(annual_factor(ratios, [1, 1, 1])).all()
    by_cell = annual_factor(ratios[:2], [np.array([[2.0]]), np.array([[0.0]])])
    assert by_cell[0, 0] == .5
    for shares in ([1, 1], [0, 0, 0], [1, -1, 1]):
        with pytest.raises(ParameterError):
            annual_factor(ratios, shares)


def test_intensity_classes():
    limits = [500, 2500, 5000, 8000, 15000]
    erosion = np.array([[0, 4.99, 5, 24.9, 25, 49.9, 50, 80, 150, NAN]])
    assert erosion_intensity(erosion, limits).tolist() == [[1, 1, 2, 2, 3, 3, 4, 5, 6, 0]]
    with pytest.raises(TableError, match='rise'):
        erosion_intensity(erosion, [500, 500])


def test_tillage_by_slope():
    lower, upper, factors = [0, 5, 10], [5, 10, 90], [.1, .221, .8]
    found = factor_by_range(np.array([0, 5, 5.01, 10, 30, NAN]), lower, upper, factors, 'tillage')
    assert found == pytest.approx([.1, .1, .221, .221, .8, NAN], nan_ok=True)
    with pytest.raises(TableError, match='gaps'):
        factor_by_range(np.ones(1), [0, 6], [5, 90], [.1, .2], 'tillage')
    with pytest.raises(TableError, match='between 0 and 1'):
        factor_by_range(np.ones(1), [0], [90], [1.2], 'tillage')


def test_given_factors_take_the_place_of_the_table():
    table = CsleTable(np.array([1, 2]), ('cropland', 'cover'), np.array([NAN, NAN]), np.array([1.0, NAN]),
                      np.array([.35, NAN]))
    codes = np.array([[1, 2]])
    given = conservation_factors(codes, codes > 0, table, biological=np.array([[.2, .2]]),
                                 engineering=np.array([[.5, .5]]), tillage=np.array([[.4, .4]]))
    # Tillage on cropland only, B elsewhere only, E everywhere.
    assert given.b.tolist() == [[1, .2]] and given.t.tolist() == [[.4, 1]] and given.e.tolist() == [[.5, .5]]
    with pytest.raises(ParameterError, match='1 cells'):
        conservation_factors(codes, codes > 0, table)
    with pytest.raises(ValueRangeError, match='tillage'):
        conservation_factors(codes, codes > 0, table, np.ones((1, 2)), tillage=np.array([[2.0, 2.0]]))
