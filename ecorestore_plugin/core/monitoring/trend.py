"""Trends of series: Sen's slope with the Mann-Kendall test, for one series or a stack of rasters."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import never, silent, stop_if
from ..errors import ParameterError

CORRECTIONS = ('none', 'hamed_rao', 'prewhitening')
MIN_DATES = 8
# Pairwise slopes of one block of series, in numbers.
BLOCK = 4_000_000


@dataclass(frozen=True)
class Trend:
    """Trends of series; every array has the shape of one date.

    Attributes
    ----------
    slope : Sen's slope, units of the values per unit of time
    lower, upper : its confidence limits at the level asked for
    intercept : median of values - slope x times
    z, p : of the two-sided Mann-Kendall test
    count : dates with a value; where they are too few the others are NaN
    """

    slope: np.ndarray
    lower: np.ndarray
    upper: np.ndarray
    intercept: np.ndarray
    z: np.ndarray
    p: np.ndarray
    count: np.ndarray

    def direction(self, level=0.05):
        """1 rises, -1 falls at the significance level, 0 neither; 0 where unknown too."""
        with np.errstate(invalid='ignore'):
            return np.where(self.p <= level, np.sign(self.z), 0).astype(np.int8)


def mann_kendall(values, times, correction='none', level=0.05, minimum=MIN_DATES, progress=silent,
                 cancelled=never) -> Trend:
    """Sen's slope and the Mann-Kendall test of every series, ties respected.

    S = sum over pairs of sign(later - earlier); Var S = (n(n-1)(2n+5) - sum over ties t(t-1)(2t+5)) / 18;
    z = (S -+ 1) / sqrt(Var S). ``hamed_rao`` multiplies Var S by n/n* = 1 + 2 / (n(n-1)(n-2)) sum over significant
    lags i of (n-i)(n-i-1)(n-i-2) r_i, with r the autocorrelation of the ranks of the series without its trend.
    ``prewhitening`` (trend-free) takes the trend out, subtracts r_1 times the value of the date before where r_1 is
    significant, puts the trend back, and tests the result; the slope is that of the series itself.

    Parameters
    ----------
    values : (dates, ...) float array, NaN where unknown
    times : (dates,) rising numbers, such as years; evenly spaced for a correction of autocorrelation
    correction : 'none', 'hamed_rao' or 'prewhitening'
    level : significance of the lags and of the limits of the slope
    minimum : fewest dates with a value, at least 4

    Raises
    ------
    ParameterError : times that do not rise, too few dates, uneven times with a correction

    Source: Sen 1968, doi:10.1080/01621459.1968.10480934; Mann 1945, doi:10.2307/1907187;
    Hamed & Rao 1998, doi:10.1016/S0022-1694(97)00125-X; Yue, Pilon, Phinney & Cavadias 2002, doi:10.1002/hyp.1095
    """
    values, times = np.asarray(values, dtype=float), np.asarray(times, dtype=float)
    _check_dates(values, times, correction, minimum)
    shape, series = values.shape[1:], values.reshape(len(times), -1)
    size = max(1, BLOCK // (len(times) * (len(times) - 1) // 2))
    parts = []
    for start in range(0, series.shape[1], size):
        stop_if(cancelled)
        parts.append(_block(series[:, start:start + size], times, correction, level, minimum))
        progress(min(1.0, (start + size) / series.shape[1]))
    columns = [np.concatenate(found).reshape(shape) for found in zip(*parts)] if parts else [np.empty(shape)] * 7
    return Trend(*columns)


def _check_dates(values, times, correction, minimum):
    if correction not in CORRECTIONS:
        raise ParameterError('The correction {name} is not known. Choose one of {known}.', name=correction,
                             known=', '.join(CORRECTIONS))
    if values.shape[:1] != times.shape or not (np.diff(times) > 0).all():
        raise ParameterError('A trend needs one time per layer, each later than the one before; {values} layers and '
                             '{times} times are given.', values=values.shape[0] if values.ndim else 0,
                             times=times.size)
    minimum = max(minimum, 4)
    if len(times) < minimum:
        raise ParameterError('A trend needs at least {minimum} dates; {count} are given. Add dates, or compare two '
                             'dates with monitoring indicators.', minimum=minimum, count=len(times))
    steps = np.diff(times)
    if correction != 'none' and np.ptp(steps) > 0.02 * steps.mean():
        raise ParameterError('The correction of autocorrelation needs evenly spaced dates; the steps lie between '
                             '{shortest} and {longest}. Choose no correction.', shortest=f'{steps.min():g}',
                             longest=f'{steps.max():g}')


def _block(series, times, correction, level, minimum):
    """slope, lower, upper, intercept, z, p, count of (dates, n) series."""
    from scipy.special import ndtr, ndtri
    count = np.isfinite(series).sum(axis=0)
    later, earlier = np.triu_indices(len(times), 1)[::-1]
    differences = series[later] - series[earlier]
    statistic = np.nansum(np.sign(differences), axis=0)
    slopes = np.sort(differences / (times[later] - times[earlier])[:, None], axis=0)
    slope = _median(slopes)
    variance = _variance(series, count)
    if correction == 'hamed_rao':
        variance = variance * _inflation(series - slope * times[:, None], count, level)
    reach = -ndtri(level / 2) * np.sqrt(np.maximum(variance, 0))
    if correction == 'prewhitening':
        tested = _whitened(series, slope * times[:, None], count, level)
        statistic = np.nansum(np.sign(tested[later] - tested[earlier]), axis=0)
        variance = _variance(tested, np.isfinite(tested).sum(axis=0))
    with np.errstate(invalid='ignore', divide='ignore'):
        z = np.where(variance > 0, (statistic - np.sign(statistic)) / np.sqrt(variance), 0.0)
    pairs = np.isfinite(slopes).sum(axis=0)
    lower, upper = _at(slopes, (pairs - reach) / 2 - 1, pairs), _at(slopes, (pairs + reach) / 2, pairs)
    intercept = _median(np.sort(series - slope * times[:, None], axis=0))
    found = [slope, lower, upper, intercept, z, 2 * ndtr(-np.abs(z))]
    few = count < max(minimum, 4)
    return [np.where(few, np.nan, column) for column in found] + [count]


def _median(ordered):
    """Median of columns sorted with NaN last."""
    known = np.isfinite(ordered).sum(axis=0)
    places = np.arange(ordered.shape[1])
    low, high = np.maximum(known - 1, 0) // 2, np.minimum(known // 2, len(ordered) - 1)
    return 0.5 * (ordered[low, places] + ordered[high, places])


def _at(ordered, position, known):
    """Values of sorted columns at fractional positions, interpolated, kept inside the known ones."""
    position = np.clip(position, 0, np.maximum(known - 1, 0))
    low = np.floor(position).astype(np.int64)
    high = np.minimum(low + 1, np.maximum(known - 1, 0))
    places = np.arange(ordered.shape[1])
    return ordered[low, places] + (position - low) * (ordered[high, places] - ordered[low, places])


def _variance(series, count):
    """Var S with ties; a date in a tie of t adds (t - 1)(2 t + 5), t of them the t(t - 1)(2 t + 5) of the formula."""
    ties = np.zeros(series.shape[1])
    for row in series:
        equal = (series == row).sum(axis=0)
        ties += np.where(np.isfinite(row), (equal - 1) * (2 * equal + 5), 0)
    return (count * (count - 1) * (2 * count + 5) - ties) / 18.0


def _inflation(residual, count, level):
    """n / n* of Hamed and Rao; a date without a value breaks the lags that would use it."""
    from scipy.special import ndtri
    deviation = _ranks(residual) - (count + 1) / 2
    deviation = np.where(np.isfinite(residual), deviation, 0.0)
    total = (deviation ** 2).sum(axis=0)
    limit = -ndtri(level / 2) / np.sqrt(np.maximum(count, 1))
    weighted = np.zeros(residual.shape[1])
    for lag in range(1, len(residual)):
        with np.errstate(invalid='ignore', divide='ignore'):
            r = np.where(total > 0, (deviation[lag:] * deviation[:-lag]).sum(axis=0) / total, 0.0)
        left = count - lag
        weighted += np.where((np.abs(r) > limit) & (left > 2), left * (left - 1) * (left - 2) * r, 0.0)
    with np.errstate(invalid='ignore', divide='ignore'):
        inflation = 1 + 2 * weighted / (count * (count - 1) * (count - 2))
    # A series whose lags cancel each other would get no variance at all; it keeps the plain one.
    return np.where(inflation > 0, inflation, 1.0)


def _whitened(series, trend, count, level):
    """The series less r_1 times the date before, without and then with its trend; as it was where r_1 is chance.

    The first date is lost, and every date that follows a gap.
    """
    from scipy.special import ndtri
    residual = series - trend
    with np.errstate(invalid='ignore', divide='ignore'):
        mean = np.nansum(residual, axis=0) / count
        deviation = np.where(np.isfinite(residual), residual - mean, 0.0)
        r = (deviation[1:] * deviation[:-1]).sum(axis=0) / (deviation ** 2).sum(axis=0)
        chance = ~(np.abs(r) > -ndtri(level / 2) / np.sqrt(count))
    white = np.full(series.shape, np.nan)
    white[1:] = residual[1:] - r * residual[:-1] + trend[1:]
    return np.where(chance, series, white)


def _ranks(values):
    """Mean ranks from 1 within columns, NaN where unknown."""
    ranks = np.full(values.shape, np.nan)
    for row in range(len(values)):
        ranks[row] = 1 + (values < values[row]).sum(axis=0) + ((values == values[row]).sum(axis=0) - 1) / 2
    return np.where(np.isfinite(values), ranks, np.nan)
