"""CSLE factors: published probes, hand sums, the shape of measured tables."""

import math

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import (
    DuplicateCodeError,
    GridMismatchError,
    MissingCodeError,
    ParameterError,
    TableError,
    ValueRangeError,
)
from ecorestore.ecorestore_plugin.core.services.erosivity import erosivity_from_annual_rain
from ecorestore.ecorestore_plugin.core.services.soil import (
    CsleTable,
    conservation_factor,
    erosion_demand,
    grass_factor,
    shrub_factor,
    soil_erodibility,
    soil_loss,
    vegetation_factor,
)
from ecorestore.ecorestore_plugin.core.slope_factors import (
    segment_length_factor,
    slope_length_exponent,
    slope_length_factor,
    slope_steepness_factor,
)
from ecorestore.ecorestore_plugin.core.terrain import slope

NAN = np.nan


def soils(*columns):
    return [np.array(values, dtype=float) for values in columns]


def test_erodibility_probe():
    loam = soils([40], [35], [25], [1.2])
    assert soil_erodibility(*loam)[0] == pytest.approx(.0347123, abs=1e-7)
    assert soil_erodibility(*loam)[0] / .1317 == pytest.approx(.263571, abs=1e-6)
    assert soil_erodibility(*loam, china_correction=True)[0] == pytest.approx(.0160815, abs=1e-7)


def test_correction_is_never_negative():
    sand = soils([98], [1], [1], [3])
    assert soil_erodibility(*sand)[0] > 0
    assert soil_erodibility(*sand, china_correction=True)[0] >= 0
    assert soil_erodibility(*soils([100], [0], [0], [0]))[0] == 0


def test_texture_in_wrong_units_is_refused():
    with pytest.raises(ValueRangeError, match='sand'):
        soil_erodibility(*soils([400], [350], [250], [1]))
    with pytest.raises(ValueRangeError, match='add up to 1 to 1'):
        soil_erodibility(*soils([.4], [.35], [.25], [1]))
    assert soil_erodibility(*soils([40, NAN], [35, 30], [25, 30], [1.2, 1])) == pytest.approx(
        [.0347123, NAN], abs=1e-7, nan_ok=True)


def test_length_exponent_breaks_in_degrees():
    degrees = np.array([0, 1, 1.01, 3, 3.01, 5, 5.01, 9, 60, NAN])
    assert slope_length_exponent(degrees) == pytest.approx([.2, .2, .3, .3, .4, .4, .5, .5, .5, NAN], nan_ok=True)


def test_length_probes():
    steep = np.array([12.0])
    assert segment_length_factor(0, np.array([50.0]), steep)[0] == pytest.approx(1.50312, abs=1e-5)
    assert segment_length_factor(20, np.array([50.0]), steep)[0] == pytest.approx(1.87143, abs=1e-5)
    assert segment_length_factor(0, np.array([22.13]), np.array([2.0]))[0] == pytest.approx(1)


def test_segments_of_a_slope_average_to_the_whole_slope():
    ends = np.linspace(0, 240, 9)
    parts = segment_length_factor(ends[:-1], ends[1:], np.full(8, 8.0))
    assert parts.mean() == pytest.approx((240 / 22.13) ** .5)


def test_length_stops_at_the_limit():
    steep = np.full(3, 12.0)
    found = segment_length_factor(np.array([280, 300, 5000.0]), np.array([310, 330, 5030.0]), steep, 300)
    last = 1.5 * (300 / 22.13) ** .5
    assert found[1:] == pytest.approx([last, last])
    assert found[0] == pytest.approx((300 ** 1.5 - 280 ** 1.5) / (20 * 22.13 ** .5))
    assert segment_length_factor(299.99999, np.array([320.0]), steep[:1], 300)[0] == pytest.approx(last, rel=1e-6)
    with pytest.raises(ParameterError):
        segment_length_factor(0, np.array([10.0]), steep[:1], 0)


def test_length_factor_on_a_plane_is_the_segment_formula():
    row, column = np.indices((3, 6))
    z = 100 - .2 * 30.0 * column
    steep = slope(z, 30, 30)
    found = slope_length_factor(z, steep, 30, 30, 300)
    expected = (((column + 1) * 30.0) ** 1.5 - (column * 30.0) ** 1.5) / (30 * 22.13 ** .5)
    assert found == pytest.approx(expected)


def test_length_factor_is_that_of_desmet_and_govers():
    z = 500 - 3.0 * np.indices((4, 4))[1] - 3.0 * np.indices((4, 4))[0]
    steep, d, m = slope(z, 10, 10), 10.0, .5
    x, area = math.sqrt(2), 2 * 100.0
    expected = ((area + d ** 2) ** (m + 1) - area ** (m + 1)) / (d ** (m + 2) * x ** m * 22.13 ** m)
    assert slope_length_factor(z, steep, 10, 10)[2, 2] == pytest.approx(expected)


def test_coarse_cells_hold_whole_slopes():
    z = np.random.default_rng(0).uniform(0, 900, (5, 5))
    z[2, 2] = NAN
    steep = slope(z, 500, 500)
    found = slope_length_factor(z, steep, 500, 500, 300)
    assert found == pytest.approx(np.where(np.isnan(z), NAN, (300 / 22.13) ** slope_length_exponent(steep)),
                                  nan_ok=True)


def test_steepness_probes():
    degrees = np.array([3, 5, 7.5, 10, 20, 30])
    assert slope_steepness_factor(degrees) == pytest.approx(
        [.5952, .9642, 1.6928, 2.8429, 6.5302, 9.9900], abs=1e-4)
    assert slope_steepness_factor(np.array([9.999999]))[0] == pytest.approx(2.417, abs=1e-3)
    assert slope_steepness_factor(np.array([0, NAN])) == pytest.approx([.03, NAN], nan_ok=True)
    with pytest.raises(ValueRangeError):
        slope_steepness_factor(np.array([120.0]))


def test_vegetation_probes():
    assert vegetation_factor(np.array([.1, .3, .5])) == pytest.approx([.3072, .1433, .0670], abs=1e-4)
    assert vegetation_factor(np.array([0, .0001, .79, 1, NAN])) == pytest.approx([1, 1, 0, 0, NAN], nan_ok=True)
    cover = np.array([0, .1, .3, .5, .9])
    assert shrub_factor(cover) == pytest.approx([.4905, .3694, .1667, .0611, .0066], abs=1e-4)
    assert grass_factor(cover) == pytest.approx([.4906, .3763, .1743, .0643, .0068], abs=1e-4)
    for factor in (vegetation_factor, shrub_factor, grass_factor):
        with pytest.raises(ValueRangeError):
            factor(np.array([35.0]))


TABLE = CsleTable(np.array([1, 2, 5]), ('cropland', 'cover', 'constant'), np.array([NAN, NAN, 0]),
                  np.array([.1, NAN, 1]), np.array([.281, NAN, NAN]))


def test_tillage_on_cropland_biological_elsewhere():
    codes = np.array([[1, 2, 5, 1, 2]])
    valid = np.array([[True, True, True, False, True]])
    cover = np.array([[.9, .3, NAN, .9, NAN]])
    found = conservation_factor(codes, valid, TABLE, cover)
    b = .6508 - .3436 * math.log10(30)
    assert found == pytest.approx(np.array([[.281 * .1, b, 0, NAN, NAN]]), nan_ok=True)


@pytest.mark.parametrize('change, error', [
    ({'codes': np.array([1, 2, 9])}, MissingCodeError),
    ({'codes': np.array([1, 5, 5])}, DuplicateCodeError),
    ({'rules': ('cropland', 'forest', 'constant')}, TableError),
    ({'t': np.array([NAN, NAN, NAN])}, TableError),
    ({'b': np.array([NAN, NAN, 2])}, TableError),
    ({'e': np.array([-1, 1, 1.0])}, TableError),
])
def test_bad_tables(change, error):
    table = CsleTable(**{**TABLE.__dict__, **change})
    codes = np.array([[1, 2, 5]])
    with pytest.raises(error):
        conservation_factor(codes, codes > 0, table, np.full((1, 3), .5))


def test_soil_loss_by_hand():
    loss = soil_loss(*(np.array([[value, NAN]]) for value in (5000, .03, 2, 3, .1)))
    assert (loss.potential[0, 0], loss.actual[0, 0], loss.prevented[0, 0]) == pytest.approx((900, 90, 810))
    assert np.isnan([loss.potential[0, 1], loss.actual[0, 1], loss.prevented[0, 1]]).all()


def test_soil_loss_checks():
    fine = [np.full((1, 1), value) for value in (5000, .03, 2, 3, .1)]
    for position, wrong in ((0, -1.0), (1, 3.0), (4, 1.5)):
        bad = list(fine)
        bad[position] = np.array([[wrong]])
        with pytest.raises(ValueRangeError):
            soil_loss(*bad)
    with pytest.raises(GridMismatchError):
        soil_loss(*fine[:4], np.ones((2, 2)))


def test_demand_is_erosion_or_what_exceeds_the_tolerance():
    erosion = np.array([2.0, 5, 12, NAN])
    assert erosion_demand(erosion, 20000) == pytest.approx([4, 10, 24, NAN], nan_ok=True)
    assert erosion_demand(erosion, 20000, 5) == pytest.approx([0, 0, 14, NAN], nan_ok=True)
    with pytest.raises(ParameterError):
        erosion_demand(erosion, 1, -5)
    with pytest.raises(ValueRangeError):
        erosion_demand(-erosion, 1)


def test_erosion_grows_with_slope_and_falls_with_cover():
    """The order that plots in the Tianshan show (491 to 5881 t/km2 over slope, 4362 to 561 over cover)."""
    degrees = np.array([2.5, 10, 20, 30, 40])
    rain = erosivity_from_annual_rain(np.full(5, 300.0))
    length = segment_length_factor(0, np.full(5, 100.0), degrees)
    steep = slope_steepness_factor(degrees)
    by_slope = soil_loss(rain, np.full(5, .03), length, steep, np.full(5, .2)).actual
    assert (np.diff(by_slope) > 0).all()
    cover = np.array([.07, .25, .45, .65, .9])
    by_cover = soil_loss(rain, np.full(5, .03), np.ones(5), np.ones(5), vegetation_factor(cover)).actual
    assert (np.diff(by_cover) < 0).all()
