"""Water yield against the equation written out cell by cell, and its limits."""

import math

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import (
    EmptyInputError,
    GridMismatchError,
    ParameterError,
    TableError,
    ValueRangeError,
)
from ecorestore.ecorestore_plugin.core.services.water import (
    available_water_content,
    check_biophysical_table,
    evaporated_fraction,
    water_volume,
    water_yield,
)

NAN = np.nan


def one(precipitation=1000.0, et0=900.0, pawc=.15, depth=1500.0, vegetated=1.0, root=2000.0, kc=.85, z=5.0):
    cell = [np.array([[float(value)]]) for value in (precipitation, et0, pawc, depth, vegetated, root, kc)]
    return cell + [z]


def by_hand(precipitation, et0, pawc, depth, vegetated, root, kc, z):
    pet = kc * et0
    if not vegetated:
        return precipitation - min(pet, precipitation)
    phi = pet / precipitation
    omega = min(5, z * min(root, depth) * pawc / precipitation + 1.25)
    share = min(phi, 1 + phi - (1 + phi ** omega) ** (1 / omega))
    return (1 - share) * precipitation


def test_by_hand():
    # PET 765, phi .765, AWC 225 mm, omega 2.375.
    expected = 1000 * (1 - (1 + .765 - (1 + .765 ** 2.375) ** (1 / 2.375)))
    assert water_yield(*one())[0, 0] == pytest.approx(expected)
    assert water_yield(*one(vegetated=0))[0, 0] == pytest.approx(1000 - 765)
    assert water_yield(*one(vegetated=0, et0=2000))[0, 0] == 0


def test_equals_the_equation_in_a_loop():
    rng = np.random.default_rng(4)
    shape = (12, 10)
    values = [rng.uniform(200, 2500, shape), rng.uniform(300, 2000, shape), rng.uniform(0, 1, shape),
              rng.uniform(100, 3000, shape), rng.integers(0, 2, shape).astype(float),
              rng.uniform(100, 7000, shape), rng.uniform(.1, 1.3, shape)]
    found = water_yield(*values, 8.0)
    for index in np.ndindex(*shape):
        assert found[index] == pytest.approx(by_hand(*(array[index] for array in values), 8.0), abs=1e-9)


def test_omega_is_at_most_five():
    dry = one(pawc=1, depth=5000, root=5000, z=30)
    phi = .765
    assert evaporated_fraction(*dry)[0, 0] == pytest.approx(1 + phi - (1 + phi ** 5) ** .2)


def test_roots_reach_no_deeper_than_the_soil():
    assert water_yield(*one(depth=800, root=5000)) == pytest.approx(water_yield(*one(depth=800, root=800)))


def test_deserts_do_not_overflow():
    found = water_yield(*one(precipitation=1e-3, et0=3000, z=30))
    assert math.isfinite(found[0, 0]) and 0 <= found[0, 0] <= 1e-3


@pytest.mark.parametrize('position', range(7))
def test_any_unknown_input_makes_the_cell_unknown(position):
    cells = one()
    cells[:7] = [np.hstack([array, array]) for array in cells[:7]]
    cells[position][0, 0] = NAN
    found = water_yield(*cells)
    assert np.isnan(found[0, 0]) and not np.isnan(found[0, 1])


def test_root_depth_is_not_needed_without_plants():
    assert water_yield(*one(vegetated=0, root=NAN))[0, 0] == pytest.approx(235)
    assert water_yield(*one(vegetated=0, root=-1))[0, 0] == pytest.approx(235)


def test_no_rain_is_nodata():
    cells = one()
    cells[:7] = [np.hstack([array, array]) for array in cells[:7]]
    cells[0][0, 0] = 0
    assert np.isnan(water_yield(*cells)[0, 0])
    with pytest.raises(EmptyInputError):
        water_yield(*one(precipitation=0))


@pytest.mark.parametrize('wrong, error', [
    ({'precipitation': -1}, ValueRangeError), ({'et0': -1}, ValueRangeError), ({'pawc': 15}, ValueRangeError),
    ({'depth': -5}, ValueRangeError), ({'kc': -.1}, ValueRangeError), ({'z': 0}, ParameterError)])
def test_bad_values(wrong, error):
    with pytest.raises(error):
        water_yield(*one(**wrong))


def test_shapes_must_agree():
    cells = one()
    cells[2] = np.full((2, 2), .1)
    with pytest.raises(GridMismatchError, match='available water content'):
        water_yield(*cells)


def test_one_millimetre_on_a_hectare_is_ten_cubic_metres():
    assert water_volume(np.array([1.0, NAN]), 10000) == pytest.approx([10.0, NAN], nan_ok=True)


def test_available_water_by_hand():
    # 54.509 - 5.28 - 4.8 - 1.925 - 7.35 - 18.45 + 4.375 - 5.376 + 2.004 = 17.707 %.
    assert available_water_content(*np.array([40.0, 35, 25, 2]).reshape(4, 1)) == pytest.approx([.17707])
    assert available_water_content(*np.array([100.0, 0, 0, 3]).reshape(4, 1))[0] >= 0
    with pytest.raises(ValueRangeError):
        available_water_content(*np.array([400.0, 350, 250, 2]).reshape(4, 1))


@pytest.mark.parametrize('row, wrong', [
    ((1, .5, 2000, .8), 'lulc_veg'), ((1, NAN, 2000, .8), 'lulc_veg'), ((1, 1, 2000, NAN), 'kc'),
    ((1, 0, NAN, -1), 'kc'), ((1, 1, NAN, .8), 'root_depth'), ((1, 1, -1, .8), 'root_depth')])
def test_biophysical_table(row, wrong):
    check_biophysical_table([5, 2], [0, 1], [-1, 5200], [1, 1])
    with pytest.raises(TableError, match=wrong):
        check_biophysical_table(*([value] for value in row))
