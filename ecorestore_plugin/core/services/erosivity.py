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
DAILY_METHODS = ('half_month', 'daily', 'census')


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


def erosivity_in_si_units(r):
    """R in MJ mm ha-1 h-1 yr-1 from hundreds of ft t in acre-1 h-1 yr-1: times 17.02."""
    return np.asarray(r, dtype=float) * SI_PER_US_EROSIVITY


def looks_like_us_units(r, precipitation):
    """Whether R said to be in SI units is rather in US units, by a factor of 17.02, seen from annual rain.

    Parameters
    ----------
    r : float array said to be in MJ mm ha-1 h-1 yr-1
    precipitation : float array, mm/yr

    Returns
    -------
    bool : R is nearer to a seventeenth of what the rain makes likely than to what it makes likely
    """
    likely = erosivity_from_annual_rain(precipitation)
    known = ~np.isnan(np.asarray(r, dtype=float)) & ~np.isnan(likely) & (likely > 0) & (np.asarray(r) > 0)
    if not known.any():
        return False
    ratio = float(np.median(np.asarray(r)[known] / likely[known]))
    return abs(math.log(ratio * SI_PER_US_EROSIVITY)) < abs(math.log(ratio))


def mean_erosive_rain(daily, threshold=EROSIVE_DAY):
    """Sum and number of days with erosive rain, for the mean over years.

    Parameters
    ----------
    daily : (days, ...) float array, mm

    Returns
    -------
    total, days : arrays; mm and count
    """
    daily = np.asarray(daily, dtype=float)
    erosive = daily >= threshold
    return np.where(erosive, daily, 0.0).sum(axis=0), erosive.sum(axis=0)


def half_month_of(month, day):
    """Number of the half month, 0 to 23: the 1st to 15th, and the rest of the month."""
    return 2 * (month - 1) + (day > 15)


def half_months_of_days(days, method, years):
    """Mean R of the 24 half months of a year from days of rain.

    Parameters
    ----------
    days : callable that returns an iterable of (month, day of the month, float array of rain in mm); called twice for
        'half_month', which has to know the mean erosive rain first
    method : 'half_month' (Zhang, Xie & Liu 2002), 'daily' (Xie et al. 2016) or 'census' (national census)
    years : number of years the days cover, above 0

    Returns
    -------
    (24, ...) float array, MJ mm ha-1 h-1; their sum is R of a year; NaN where a day is unknown

    Raises
    ------
    ParameterError : an unknown method, no year, no day
    ValueRangeError : negative rain
    """
    if method not in DAILY_METHODS:
        raise ParameterError('"{method}" is no method of daily rain; choose one of: {known}.', method=method,
                             known=', '.join(DAILY_METHODS))
    if not years > 0:
        raise ParameterError('The days must cover some time; they cover {years} years.', years=f'{years:g}')
    factor, exponent, threshold = 1.0, 1.7265, EROSIVE_DAY_CENSUS
    if method == 'half_month':
        factor, exponent = _coefficients(days, years)
        threshold = EROSIVE_DAY
    sums = None
    for month, day, rain in days():
        check_range('daily precipitation', rain, 0)
        if sums is None:
            sums = np.zeros((24, *np.shape(rain)))
        if method == 'daily':
            part = daily_erosivity(rain, month)
        elif method == 'census':
            part = (CENSUS_WARM if 5 <= month <= 9 else CENSUS_COLD) * _erosive(rain, threshold, exponent)
        else:
            part = factor * _erosive(rain, threshold, exponent)
        sums[half_month_of(month, day)] += part
    if sums is None:
        raise ParameterError('There is no day of rain.')
    return sums / years


def _coefficients(days, years):
    """a and b of Zhang, Xie & Liu 2002 from the mean erosive day and year of every cell; a is 0 without such days."""
    total = count = 0.0
    for _, _, rain in days():
        erosive, number = mean_erosive_rain(np.asarray(rain)[np.newaxis])
        total, count = total + erosive, count + number
    wet = np.asarray(count) > 0
    total, count = np.where(wet, total, 1.0), np.where(wet, count, 1)
    b = 0.8363 + 18.144 / (total / count) + 24.455 / (total / years)
    return np.where(wet, 21.586 * b ** -7.1891, 0.0), np.where(wet, b, 1.0)
