"""Vegetation cover from NDVI."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import (
    EmptyInputError,
    GridMismatchError,
    MissingCodeError,
    ParameterError,
    ValueRangeError,
)
from ecorestore.ecorestore_plugin.core.vegetation import (
    class_end_members,
    cover_end_members,
    fractional_vegetation_cover,
    vegetation_cover_by_class,
)


def test_probe():
    assert fractional_vegetation_cover(np.array([.2, .5]), .05, .85) == pytest.approx([.1875, .5625])


def test_limits_and_nodata():
    found = fractional_vegetation_cover(np.array([[-1, .05, .85, 1, np.nan]]), .05, .85)
    assert found == pytest.approx(np.array([[0, 0, 1, 1, np.nan]]), nan_ok=True)


def test_end_members_are_percentiles_of_known_cells():
    ndvi = np.append(np.linspace(0, 1, 101), np.nan)
    assert cover_end_members(ndvi) == pytest.approx((.05, .95))


@pytest.mark.parametrize('ndvi, error', [
    (np.array([8000.0]), ValueRangeError),
    (np.array([np.nan]), EmptyInputError),
    (np.full(5, .4), ParameterError),
])
def test_bad_scenes(ndvi, error):
    with pytest.raises(error):
        cover_end_members(ndvi)


def test_end_members_the_wrong_way_round():
    with pytest.raises(ParameterError, match='above'):
        fractional_vegetation_cover(np.array([.2]), .8, .1)


@pytest.mark.parametrize('low, high', [(95, 5), (-1, 95), (5, 101), (50, 50)])
def test_percentiles_must_rise(low, high):
    with pytest.raises(ParameterError, match='rise'):
        cover_end_members(np.linspace(0, 1, 11), low, high)


# Per land class.

def scene():
    """Two classes of 101 cells with ranges of their own, one class of 3 cells, one without range, one unknown cell."""
    ndvi = np.concatenate([np.linspace(0, .5, 101), np.linspace(.4, .9, 101), [.1, .2, .3], np.full(120, .7), [np.nan]])
    codes = np.repeat([7, 2, 4, 9, 2], [101, 101, 3, 120, 1])
    order = np.random.default_rng(0).permutation(ndvi.size)
    return ndvi[order], codes[order]


def test_every_class_has_its_own_percentiles():
    ndvi, codes = scene()
    valid = np.ones(codes.shape, bool)
    found = class_end_members(ndvi, codes, valid)
    assert found.codes.tolist() == [2, 4, 7, 9] and found.cells.tolist() == [101, 3, 101, 120]
    assert found.own.tolist() == [True, False, True, False]
    for position, code in enumerate(found.codes):
        part = ndvi[(codes == code) & ~np.isnan(ndvi)] if found.own[position] else ndvi
        assert (found.soil[position], found.full[position]) == pytest.approx(tuple(np.nanpercentile(part, [5, 95])))


def test_cover_by_class_is_the_model_class_by_class():
    ndvi, codes = scene()
    valid = codes != 4
    members = class_end_members(ndvi, codes, valid, 10, 90)
    found = vegetation_cover_by_class(ndvi, codes, valid, members)
    assert (np.isnan(found) == (np.isnan(ndvi) | ~valid)).all()
    for code, soil, full in zip(members.codes, members.soil, members.full):
        assert found[codes == code] == pytest.approx(fractional_vegetation_cover(ndvi[codes == code], soil, full),
                                                     nan_ok=True)


def test_a_second_date_keeps_the_end_members():
    ndvi, codes = scene()
    valid = np.ones(codes.shape, bool)
    members = class_end_members(ndvi, codes, valid)
    lost = vegetation_cover_by_class(ndvi - .1, codes, valid, members)
    middle = (codes == 7) & (ndvi > .2) & (ndvi < .4)
    soil, full = members.soil[2], members.full[2]
    before = vegetation_cover_by_class(ndvi, codes, valid, members)
    assert (before - lost)[middle] == pytest.approx(.1 / (full - soil))


def test_bad_classes():
    ndvi, codes = scene()
    valid = np.ones(codes.shape, bool)
    with pytest.raises(GridMismatchError):
        class_end_members(ndvi, codes[1:], valid)
    with pytest.raises(EmptyInputError):
        class_end_members(ndvi, codes, ~valid)
    with pytest.raises(MissingCodeError, match='2'):
        vegetation_cover_by_class(ndvi, codes, valid, class_end_members(ndvi, codes, codes != 2))
