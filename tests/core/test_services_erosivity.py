"""Rainfall erosivity: the probes of the literature."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import ParameterError, ValueRangeError
from ecorestore.ecorestore_plugin.core.services.erosivity import (
    daily_erosivity,
    erosivity_from_annual_rain,
    erosivity_from_monthly_rain,
    erosivity_wischmeier,
    half_month_erosivity,
    half_month_erosivity_census,
    modified_fournier_index,
)

MONTHS = np.array([3, 5, 10, 25, 40, 80, 160, 140, 60, 25, 10, 4.0])
DAYS = np.array([15, 22, 40.0])


def test_annual():
    assert erosivity_from_annual_rain(np.array([562.0]))[0] == pytest.approx(1895.854, abs=1e-3)
    found = erosivity_from_annual_rain(np.array([[0, np.nan]]))
    assert found == pytest.approx(np.array([[0, np.nan]]), nan_ok=True)
    with pytest.raises(ValueRangeError):
        erosivity_from_annual_rain(np.array([-1.0]))


def test_monthly():
    assert modified_fournier_index(MONTHS) == pytest.approx(103.7367, abs=1e-4)
    assert erosivity_from_monthly_rain(MONTHS) == pytest.approx(3008.713, abs=1e-2)


def test_wischmeier_in_si_units():
    assert erosivity_wischmeier(MONTHS) == pytest.approx(2578.6, abs=.1)
    assert erosivity_wischmeier(MONTHS) / 17.02 == pytest.approx(151.507, abs=1e-3)


def test_monthly_rasters_with_dry_and_unknown_cells():
    stack = np.stack([MONTHS, np.zeros(12), np.full(12, np.nan)], axis=1).reshape(12, 1, 3)
    assert erosivity_from_monthly_rain(stack)[0] == pytest.approx([3008.713, 0, np.nan], abs=1e-2, nan_ok=True)
    assert erosivity_wischmeier(stack)[0] == pytest.approx([2578.6, 0, np.nan], abs=.1, nan_ok=True)
    with pytest.raises(ParameterError, match='Twelve'):
        modified_fournier_index(MONTHS[:11])


def test_half_month():
    assert half_month_erosivity(DAYS, 25, 500) == pytest.approx(423.672, abs=1e-3)
    assert half_month_erosivity(np.append(DAYS, [11.9, 0]), 25, 500) == pytest.approx(423.672, abs=1e-3)


def test_daily():
    assert daily_erosivity(DAYS, 7) == pytest.approx([44.411, 86.032, 241.502], abs=1e-3)
    assert daily_erosivity(np.array([9.6, np.nan]), 7) == pytest.approx([0, np.nan], nan_ok=True)


@pytest.mark.parametrize('month, expected', [(5, 353.736), (9, 353.736), (10, 278.622), (4, 278.622)])
def test_census(month, expected):
    assert half_month_erosivity_census(DAYS, month) == pytest.approx(expected, abs=1e-3)
