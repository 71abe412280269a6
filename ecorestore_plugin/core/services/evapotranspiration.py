"""Reference evapotranspiration by the modified Hargreaves equation."""

from __future__ import annotations

import math

import numpy as np

from ..checks import check_range
from ..errors import ParameterError, ValueRangeError
from ..grid import check_same_shape

DAYS = (31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
SOLAR_CONSTANT = 0.0820  # MJ m-2 min-1


def extraterrestrial_radiation(latitude, day):
    """Radiation on a horizontal plane outside the atmosphere, MJ/m2 per day.

    Parameters
    ----------
    latitude : float array, degrees, north positive
    day : day of the year, 1 to 366

    Raises
    ------
    ValueRangeError : a latitude beyond the poles

    Source: Allen, Pereira, Raes & Smith 1998, FAO Irrigation and Drainage Paper 56, equations 21 to 25
    """
    check_range('latitude', latitude, -90, 90)
    phi = np.radians(np.asarray(latitude, dtype=float))
    distance = 1.0 + 0.033 * math.cos(2 * math.pi * day / 365)
    declination = 0.409 * math.sin(2 * math.pi * day / 365 - 1.39)
    sunset = np.arccos(np.clip(-np.tan(phi) * math.tan(declination), -1.0, 1.0))
    return (24 * 60 / math.pi * SOLAR_CONSTANT * distance
            * (sunset * np.sin(phi) * math.sin(declination) + np.cos(phi) * math.cos(declination) * np.sin(sunset)))


def middle_day(month):
    """Day of the year in the middle of a month from 1 to 12."""
    return sum(DAYS[:month - 1]) + DAYS[month - 1] / 2 + 0.5


def modified_hargreaves(lowest, highest, precipitation, latitude):
    """ET0 of a year from monthly temperatures and rain, mm.

    Month: 0.0013 x 0.408 RA (T + 17) (TD - 0.0123 P)^0.76 per day, times the days of the month; T the middle of the
    two temperatures, TD their difference, P the rain of the month. A difference that rain takes below 0, and a month
    colder than -17 degrees, count as no evapotranspiration.

    Parameters
    ----------
    lowest, highest : (12, ...) float arrays, mean daily minimum and maximum temperature of each month, degrees C
    precipitation : (12, ...) float array, mm per month
    latitude : (...) float array, degrees

    Returns
    -------
    (...) float array, mm/yr, NaN where anything is unknown

    Raises
    ------
    ParameterError : not twelve months
    ValueRangeError : temperatures that are no degrees C, a minimum above its maximum, negative rain

    Source: Droogers & Allen 2002, Irrigation and Drainage Systems 16, doi:10.1023/A:1015508322413
    """
    check_same_shape(lowest=lowest, highest=highest, precipitation=precipitation)
    lowest, highest, rain = (np.asarray(part, dtype=float) for part in (lowest, highest, precipitation))
    if len(rain) != 12:
        raise ParameterError('Monthly temperatures and rain are needed for 12 months; there are {count}.',
                             count=len(rain))
    check_range('monthly temperature', lowest, -90, 60)
    check_range('monthly temperature', highest, -90, 60)
    check_range('monthly precipitation', rain, 0)
    swapped = int((lowest > highest).sum())
    if swapped:
        raise ValueRangeError('The lowest temperature is above the highest one in {count} values; check that the two '
                              'layers were not swapped.', count=swapped)
    total = np.zeros(rain.shape[1:])
    for month in range(12):
        radiation = extraterrestrial_radiation(latitude, middle_day(month + 1))
        middle = (lowest[month] + highest[month]) / 2
        span = np.maximum(highest[month] - lowest[month] - 0.0123 * rain[month], 0.0)
        daily = 0.0013 * 0.408 * radiation * np.maximum(middle + 17.0, 0.0) * span ** 0.76
        total = total + DAYS[month] * daily
    return total
