"""Class limits for numbers: natural breaks, quantiles, equal intervals, given limits, and limits locked at zero.

A value on a limit belongs to the class below it, and the smallest value to the first class.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .checks import never, silent
from .errors import EmptyInputError, ParameterError
from .natural_breaks import Ordered, best_ends, deviation

METHODS = ('jenks', 'quantile', 'equal', 'manual', 'zero_locked')


@dataclass(frozen=True)
class Breaks:
    """Limits of classes.

    Attributes
    ----------
    limits : (k + 1,) ascending floats: lower end of the first class, then the upper limit of every class
    counts : (k,) integers, values in each class
    goodness : share of the variance that lies between the classes (goodness of variance fit), 0 to 1
    """

    limits: np.ndarray
    counts: np.ndarray
    goodness: float

    @property
    def classes(self) -> int:
        return len(self.counts)


def classify(values, method='jenks', classes=5, limits=(), groups=None, progress=silent, cancelled=never) -> Breaks:
    """Class limits of ``values`` by one of METHODS.

    Parameters
    ----------
    values : float array of any shape, NaN where unknown
    method : 'jenks', 'quantile', 'equal', 'zero_locked', or 'manual', which takes ``limits``
    classes : how many classes; ties may leave fewer with 'quantile'
    limits : ascending limits of 'manual', both ends included; values beyond the ends join the end classes
    groups : see :func:`natural_breaks`

    Raises
    ------
    EmptyInputError, ParameterError
    """
    if method not in METHODS:
        raise ParameterError('There is no classification method {method}; choose one of {methods}.', method=method,
                             methods=', '.join(METHODS))
    known = _known(values)
    found = (zero_locked_limits(known, classes, groups, progress, cancelled) if method == 'zero_locked'
             else check_limits(limits) if method == 'manual' else np.zeros(0))
    ordered = Ordered(known, groups, owned=True)
    if method == 'quantile':
        found = _quantile_limits(ordered, classes)
    elif method == 'equal':
        low, high = ordered.limits([len(ordered)]).tolist()
        found = _equal_limits(low, high, classes)
    elif method == 'jenks':
        found = _natural_limits(ordered, classes, progress, cancelled)
    sums = np.column_stack([ordered.sums([0]), ordered.upto(found[1:-1]), ordered.sums([len(ordered)])])
    whole = float(deviation(sums[:, :1], sums[:, -1:])[0])
    inside = float(deviation(sums[:, :-1], sums[:, 1:]).sum())
    return Breaks(found, np.diff(sums[0]).astype(np.int64), 1 - inside / whole if whole > 0 else 1.0)


def class_numbers(values, limits) -> np.ndarray:
    """The class, 1 to k, of every value; 0 where the value is NaN.

    Parameters
    ----------
    values : float array of any shape
    limits : (k + 1,) ascending; the first and the last class are open outwards
    """
    values = np.asarray(values, dtype=float)
    numbers = np.searchsorted(np.asarray(limits, dtype=float)[1:-1], values, side='left') + 1
    return np.where(np.isnan(values), 0, numbers)


def goodness_of_variance_fit(values, numbers) -> float:
    """1 - squared deviations from the class means / squared deviations from the mean; 1 where nothing varies.

    Parameters
    ----------
    values : float array; numbers : the class of each value, 1 to k, 0 for none

    Source: Jenks & Caspall 1971, doi:10.1111/j.1467-8306.1971.tb00779.x
    """
    values, numbers = np.ravel(np.asarray(values, dtype=float)), np.ravel(numbers)
    values, numbers = values[numbers > 0], numbers[numbers > 0]
    if not values.size:
        return 1.0
    values = values - values.mean()
    total = float((values ** 2).sum())
    sums = np.bincount(numbers, weights=values)
    means = sums / np.maximum(np.bincount(numbers), 1)
    return 1 - float(((values - means[numbers]) ** 2).sum()) / total if total > 0 else 1.0


def natural_breaks(values, classes, groups=None, progress=silent, cancelled=never) -> np.ndarray:
    """Limits with the least squared deviation from the class means: exact Fisher-Jenks, and deterministic.

    Dynamic programme over the sorted different values, O(k n log n) at worst; see :mod:`.natural_breaks`. Where
    ``groups`` is given, beyond that many different values neighbours are first joined into so many groups of equal
    count: every value still counts, and a limit can only fall between groups. Values of single precision stay so, which
    is exact and takes half the memory.

    Parameters
    ----------
    values : float array of any shape, NaN where unknown
    classes : number of classes, 1 or more
    groups : most different values taken one by one; None for all of them

    Returns
    -------
    (classes + 1,) floats: the smallest value, then the largest value of every class

    Raises
    ------
    EmptyInputError : no known value
    ParameterError : more classes than different values

    Source: Fisher 1958, doi:10.1080/01621459.1958.10501479; Jenks 1967
    """
    return _natural_limits(Ordered(_known(values), groups, owned=True), classes, progress, cancelled)


def _natural_limits(ordered, classes, progress=silent, cancelled=never):
    _check_classes(classes, ordered.different)
    return ordered.limits(best_ends(ordered, min(classes, len(ordered)), progress, cancelled)[0])


def zero_locked_limits(values, classes, groups=None, progress=silent, cancelled=never) -> np.ndarray:
    """Natural breaks on the negative and on the positive side, with 0 fixed as a limit between them.

    The classes are shared between the sides so that the squared deviation from the class means is least. Values of
    exactly 0 belong to the class that ends at 0. With values on one side only, the outer limit is 0 and all
    classes lie on that side.

    Parameters and errors as in :func:`natural_breaks`; two classes at least.
    """
    known = _known(values)
    below, above = known[known < 0], known[known > 0]
    if not below.size or not above.size:
        one_side = above if above.size else known
        found = natural_breaks(one_side, classes, groups, progress, cancelled)
        found[0 if above.size else -1] = 0.0
        return found
    sides = [Ordered(side, groups, owned=True) for side in (below, above)]
    _check_classes(classes, sides[0].different + sides[1].different)
    if classes < 2:
        raise ParameterError('Classes locked at zero need at least two classes; {classes} was asked for.',
                             classes=classes)
    options = [n for n in range(1, classes) if n <= len(sides[0]) and classes - n <= len(sides[1])]
    solved = [{n: best_ends(side, n, progress, cancelled) for n in numbers}
              for side, numbers in zip(sides, (options, [classes - n for n in options]))]
    negative = min(options, key=lambda n: (solved[0][n][1] + solved[1][classes - n][1], abs(2 * n - classes), n))
    lower, upper = (side.limits(found[n][0]) for side, found, n in zip(sides, solved, (negative, classes - negative)))
    return np.concatenate([lower[:-1], [0.0], upper[1:]])


def quantile_limits(values, classes) -> np.ndarray:
    """Limits with equally many values per class; equal limits are merged, so ties may leave fewer classes."""
    return _quantile_limits(Ordered(_known(values), owned=True), classes)


def _quantile_limits(ordered, classes):
    _check_classes(classes, classes)
    found = np.unique(ordered.quantiles(np.linspace(0, 1, classes + 1)))
    return found if found.size > 1 else np.repeat(found, 2)


def equal_limits(values, classes) -> np.ndarray:
    """Limits that cut the range of the values into classes of equal width."""
    known = _known(values)
    return _equal_limits(float(known.min()), float(known.max()), classes)


def _equal_limits(low, high, classes):
    _check_classes(classes, classes)
    return np.array([low, low]) if low == high else np.linspace(low, high, classes + 1)


def limits_of_table(lower, upper, name='') -> np.ndarray:
    """Limits from a table with the lower and upper limit of every class, as an earlier classification wrote it.

    Parameters
    ----------
    lower, upper : (k,) floats in any order of the classes; name : of the table, for messages

    Raises
    ------
    ParameterError : classes that leave a gap or overlap, or limits that do not ascend
    """
    lower, upper = np.asarray(lower, dtype=float), np.asarray(upper, dtype=float)
    order = np.argsort(lower, kind='stable')
    lower, upper = lower[order], upper[order]
    size = max(float(np.abs(lower).max()), float(np.abs(upper).max())) if lower.size else 0.0
    apart = np.flatnonzero(np.abs(lower[1:] - upper[:-1]) > 1e-9 * size)
    if apart.size:
        raise ParameterError('{name}: the class that ends at {end} is followed by one that begins at {start}; every '
                             'class must begin where the one before ends.', name=name,
                             end=f'{upper[apart[0]]:g}', start=f'{lower[apart[0] + 1]:g}')
    return check_limits(np.append(lower[:1], upper))


def check_limits(limits) -> np.ndarray:
    """Given limits as array.

    Raises
    ------
    ParameterError : fewer than two, or not strictly ascending
    """
    limits = np.asarray(limits, dtype=float)
    if limits.ndim != 1 or limits.size < 2 or not np.isfinite(limits).all() or (np.diff(limits) <= 0).any():
        raise ParameterError('The limits {limits} must be at least two numbers, each larger than the one before.',
                             limits=', '.join(f'{limit:g}' for limit in np.ravel(limits)) or '-')
    return limits


def _known(values):
    """A copy of the known values in one row; single precision stays."""
    values = np.ravel(values)
    known = values[np.isfinite(values)].astype(values.dtype if values.dtype == np.float32 else float, copy=False)
    if not known.size:
        raise EmptyInputError('There is nothing to classify: all {count} values are unknown.', count=np.size(values))
    return known


def _check_classes(classes, different):
    if classes < 1:
        raise ParameterError('The number of classes is {classes}; it must be 1 or more.', classes=classes)
    if classes > different:
        raise ParameterError('{classes} classes were asked for, but there are only {different} different values; ask '
                             'for at most that many.', classes=classes, different=different)
