"""Intensity classes of soil erosion, and factors that come in ranges such as tillage by slope."""

from __future__ import annotations

import numpy as np

from ..checks import check_range
from ..errors import TableError

T_PER_KM2 = 100.0  # 1 t/ha is 100 t/km2


def check_limits(limits):
    """Upper limits of the classes rise.

    Raises
    ------
    TableError
    """
    limits = np.asarray(limits, dtype=float)
    if limits.size < 1 or not (np.diff(limits) > 0).all() or not limits[0] > 0:
        raise TableError('The upper limits of the erosion classes are {limits} t/km2/yr; they must be above 0 and rise '
                         'from class to class.', limits=', '.join(f'{limit:g}' for limit in limits))


def erosion_intensity(erosion, limits):
    """Class of soil erosion, 1 (slight) and up.

    Parameters
    ----------
    erosion : (rows, cols) float array, t/ha/yr, NaN where unknown
    limits : rising upper limits of all classes but the last, t/km2/yr; the first is the tolerable erosion. A value on
        a limit belongs to the class above.

    Returns
    -------
    (rows, cols) integer array, 0 where unknown

    Source: SL 190-2007, Standards for classification and gradation of soil erosion
    """
    check_limits(limits)
    check_range('erosion', erosion, 0)
    erosion = np.asarray(erosion, dtype=float)
    classes = np.searchsorted(np.asarray(limits, dtype=float), erosion * T_PER_KM2, side='right') + 1
    return np.where(np.isnan(erosion), 0, classes).astype(np.int16)


def factor_by_range(values, lower, upper, factors, name):
    """A factor that holds within ranges, from above ``lower`` up to and with ``upper``.

    Parameters
    ----------
    values : float array, such as slope in degrees
    lower, upper : (n,) limits of the ranges, NaN for none; upper limits rise and each range begins where the last ends
    factors : (n,) factor of each range, 0 to 1
    name : what messages call the table

    Returns
    -------
    float array, NaN where ``values`` is

    Raises
    ------
    TableError : gaps, overlaps, a factor outside 0 to 1
    """
    lower = np.nan_to_num(np.asarray(lower, dtype=float), nan=-np.inf)
    upper = np.nan_to_num(np.asarray(upper, dtype=float), nan=np.inf)
    factors = np.asarray(factors, dtype=float)
    ranked = np.argsort(upper)
    lower, upper, factors = lower[ranked], upper[ranked], factors[ranked]
    if not np.array_equal(lower[1:], upper[:-1]):
        raise TableError('{name}: the ranges leave gaps or overlap; each must begin where the one before ends.',
                         name=name)
    if not ((factors >= 0) & (factors <= 1)).all():
        raise TableError('{name}: every factor must lie between 0 and 1.', name=name)
    values = np.asarray(values, dtype=float)
    place = np.searchsorted(upper, values, side='left')
    inside = (place < len(upper)) & (values > lower[0])
    found = factors[np.minimum(place, len(upper) - 1)]
    return np.where(inside | (values == lower[0]), found, np.nan)
