"""Vegetation cover from NDVI."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import EmptyInputError, ParameterError, ValueRangeError
from ecorestore.ecorestore_plugin.core.vegetation import cover_end_members, fractional_vegetation_cover


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
