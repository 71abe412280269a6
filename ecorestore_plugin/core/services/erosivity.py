"""Rainfall erosivity R in MJ mm ha-1 h-1, from annual, monthly or daily rain in mm."""

from __future__ import annotations

import math

import numpy as np

from ..checks import check_range
from ..errors import ParameterError

EROSIVE_DAY = 12.0
EROSIVE_DAY_CENSUS = 9.7
SI_PER_US_EROSIVITY = 17.02
CENSUS_WARM, CENSUS_COLD = 0.3937, 0.3101


def erosivity_from_annual_rain(precipitation):
    """R of a year from its rain: 0.0534 P^1.6548.

    Parameters
    ----------
    precipitation : float array, mm/yr, NaN where unknown

    Returns
    -------
    float array, MJ mm ha-1 h-1 yr-1

    Raises
    ------
    ValueRangeError : negative precipitation

    Source: Zhang & Fu 2003, Resources Science 25(1):35-41
    """
    check_range('precipitation', precipitation, 0)
    return 0.0534 * np.asarray(precipitation, dtype=float) ** 1.6548


def modified_fournier_index(monthly):
    """Sum of squared monthly rain over annual rain, mm; ``monthly`` is (12, ...) in mm, January first."""
    monthly = _months(monthly)
    annual = monthly.sum(axis=0)
    return np.divide((monthly ** 2).sum(axis=0), annual, out=np.zeros(annual.shape), where=annual != 0)


def erosivity_from_monthly_rain(monthly):
    """R of a year from monthly rain: 0.3589 F^1.9462 with the modified Fournier index F.

    Source: Zhang & Fu 2003, Resources Science 25(1):35-41
    """
    return 0.3589 * modified_fournier_index(monthly) ** 1.9462


def erosivity_wischmeier(monthly):
    """R of a year from monthly rain by Wischmeier, in SI units (the formula's hundreds of foot-tons x 17.02).

    Source: Wischmeier & Smith 1978, USDA Agriculture Handbook 537
    """
    monthly = _months(monthly)
    annual = monthly.sum(axis=0)
    ratio = np.divide(monthly ** 2, annual, out=np.zeros(monthly.shape), where=(annual != 0) & (monthly > 0))
    power = np.where(ratio > 0, 1.735 * 10.0 ** (1.5 * np.log10(np.where(ratio > 0, ratio, 1.0)) - 0.8188), 0.0)
    return np.where(np.isnan(annual), np.nan, power.sum(axis=0) * SI_PER_US_EROSIVITY)


def _months(monthly):
    monthly = np.asarray(monthly, dtype=float)
    if monthly.shape[:1] != (12,):
        raise ParameterError('Twelve monthly precipitation layers are needed, January first; {count} were given.',
                             count=monthly.shape[0] if monthly.ndim else 0)
    check_range('monthly precipitation', monthly, 0)
    return monthly


def half_month_erosivity(daily, mean_erosive_day, mean_erosive_year):
    """R of a half month from daily rain: a * sum(P^b) over days with at least 12 mm.

    Parameters
    ----------
    daily : (days, ...) float array, mm
    mean_erosive_day : mean rain of days with at least 12 mm
    mean_erosive_year : mean annual total of such days, mm

    Source: Zhang, Xie & Liu 2002, Scientia Geographica Sinica 22(6):705-711
    """
    check_range('daily precipitation', daily, 0)
    b = 0.8363 + 18.144 / mean_erosive_day + 24.455 / mean_erosive_year
    a = 21.586 * b ** -7.1891
    return a * _erosive(daily, EROSIVE_DAY, b).sum(axis=0)


def daily_erosivity(daily, month):
    """R of single days: 0.2686 [1 + 0.5412 cos(pi month / 6 - 7 pi / 6)] P^1.7265 for at least 9.7 mm.

    Source: Xie, Yin, Liu, Nearing & Zhao 2016, Journal of Hydrology 535, doi:10.1016/j.jhydrol.2016.02.020
    """
    check_range('daily precipitation', daily, 0)
    season = 1.0 + 0.5412 * math.cos(math.pi / 6 * month - 7 * math.pi / 6)
    return 0.2686 * season * _erosive(daily, EROSIVE_DAY_CENSUS, 1.7265)


def half_month_erosivity_census(daily, month):
    """R of a half month as in the national census: 0.3937 (May to September) or 0.3101 times sum(P^1.7265)."""
    check_range('daily precipitation', daily, 0)
    factor = CENSUS_WARM if 5 <= month <= 9 else CENSUS_COLD
    return factor * _erosive(daily, EROSIVE_DAY_CENSUS, 1.7265).sum(axis=0)


def _erosive(daily, threshold, exponent):
    """Rain of erosive days to a power, 0 on the others, NaN where unknown."""
    daily = np.asarray(daily, dtype=float)
    return np.where(np.isnan(daily), np.nan, np.where(daily >= threshold, daily, 0.0) ** exponent)
