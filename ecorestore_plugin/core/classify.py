"""Class limits for numbers: natural breaks, quantiles, equal intervals, given limits, and limits locked at zero.

A value on a limit belongs to the class below it, and the smallest value to the first class.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .checks import never, silent, stop_if
from .errors import EmptyInputError, ParameterError

METHODS = ('jenks', 'quantile', 'equal', 'manual', 'zero_locked')
GROUPS = 100000


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


def classify(values, method='jenks', classes=5, limits=(), groups=GROUPS, progress=silent, cancelled=never) -> Breaks:
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
    known = _known(values)
    if method == 'manual':
        found = check_limits(limits)
    elif method == 'quantile':
        found = quantile_limits(known, classes)
    elif method == 'equal':
        found = equal_limits(known, classes)
    elif method == 'zero_locked':
        found = zero_locked_limits(known, classes, groups, progress, cancelled)
    elif method == 'jenks':
        found = natural_breaks(known, classes, groups, progress, cancelled)
    else:
        raise ParameterError('There is no classification method {method}; choose one of {methods}.', method=method,
                             methods=', '.join(METHODS))
    numbers = class_numbers(known, found)
    counts = np.bincount(numbers, minlength=len(found))[1:]
    return Breaks(found, counts, goodness_of_variance_fit(known, numbers))


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


def natural_breaks(values, classes, groups=GROUPS, progress=silent, cancelled=never) -> np.ndarray:
    """Limits with the least squared deviation from the class means: exact Fisher-Jenks, and deterministic.

    Divide-and-conquer dynamic programme over the sorted different values, O(k n log n). Beyond ``groups``
    different values, neighbours are first joined into that many groups of equal count: every value still counts,
    and a limit can only fall between groups.

    Parameters
    ----------
    values : float array of any shape, NaN where unknown
    classes : number of classes, 1 or more
    groups : most different values taken one by one

    Returns
    -------
    (classes + 1,) floats: the smallest value, then the largest value of every class

    Raises
    ------
    EmptyInputError : no known value
    ParameterError : more classes than different values

    Source: Fisher 1958, doi:10.1080/01621459.1958.10501479; Jenks 1967
    """
    ordered = _Ordered(_known(values), groups)
    _check_classes(classes, ordered.different)
    _, starts = _best_partitions(ordered, classes, progress, cancelled)
    return ordered.limits(_starts_of(starts, classes, len(ordered)))


def zero_locked_limits(values, classes, groups=GROUPS, progress=silent, cancelled=never) -> np.ndarray:
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
    sides = [_Ordered(side, groups) for side in (below, above)]
    _check_classes(classes, sides[0].different + sides[1].different)
    if classes < 2:
        raise ParameterError('Classes locked at zero need at least two classes; {classes} was asked for.',
                             classes=classes)
    most = [min(classes - 1, side.different, len(side)) for side in sides]
    solved = [_best_partitions(side, k, progress, cancelled) for side, k in zip(sides, most)]
    options = [n for n in range(1, classes) if n <= most[0] and classes - n <= most[1]]
    negative = min(options, key=lambda n: (solved[0][0][n - 1] + solved[1][0][classes - n - 1],
                                           abs(2 * n - classes), n))
    lower = sides[0].limits(_starts_of(solved[0][1], negative, len(sides[0])))
    upper = sides[1].limits(_starts_of(solved[1][1], classes - negative, len(sides[1])))
    return np.concatenate([lower[:-1], [0.0], upper[1:]])


def quantile_limits(values, classes) -> np.ndarray:
    """Limits with equally many values per class; equal limits are merged, so ties may leave fewer classes."""
    known = _known(values)
    _check_classes(classes, classes)
    found = np.unique(np.quantile(known, np.linspace(0, 1, classes + 1)))
    return found if found.size > 1 else np.repeat(found, 2)


def equal_limits(values, classes) -> np.ndarray:
    """Limits that cut the range of the values into classes of equal width."""
    known = _known(values)
    _check_classes(classes, classes)
    if known.min() == known.max():
        return np.array([known[0], known[0]])
    return np.linspace(known.min(), known.max(), classes + 1)


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


class _Ordered:
    """Sorted different values as weighted groups, with prefix sums for the deviation of any run of groups."""

    def __init__(self, values, groups):
        different, counts = np.unique(values, return_counts=True)
        self.different = different.size
        self.minimum = different[0]
        sums, squares = counts * (different - values.mean()), counts * (different - values.mean()) ** 2
        last = np.arange(different.size)
        if different.size > groups:
            number = (np.cumsum(counts) - counts) * groups // counts.sum()
            last = np.append(np.flatnonzero(np.diff(number)), different.size - 1)
        self.highest = different[last]
        self._count = np.append(0.0, np.cumsum(counts)[last])
        self._sum = np.append(0.0, np.cumsum(sums)[last])
        self._square = np.append(0.0, np.cumsum(squares)[last])

    def __len__(self):
        return self.highest.size

    def deviation(self, first, last):
        """Squared deviation from the mean of groups ``first`` to ``last``, both included; arrays."""
        count = self._count[last + 1] - self._count[first]
        total = self._sum[last + 1] - self._sum[first]
        return np.maximum(self._square[last + 1] - self._square[first] - total * total / count, 0.0)

    def limits(self, starts):
        """Limits of the classes that begin at the groups ``starts``."""
        return np.concatenate([[self.minimum], self.highest[starts[1:] - 1], [self.highest[-1]]])


def _best_partitions(ordered, classes, progress, cancelled):
    """Least deviation of 1 to ``classes`` classes over all groups, and per number of classes the first group of the
    last class for every last group."""
    n = len(ordered)
    classes = min(classes, n)
    everything = np.arange(n)
    cost = ordered.deviation(np.zeros(n, np.int64), everything)
    costs, starts = [float(cost[-1])], [np.zeros(n, np.int64)]
    for number in range(2, classes + 1):
        stop_if(cancelled)
        progress((number - 1) / classes, 'Natural breaks: class {number} of {classes}', number=number, classes=classes)
        cost, start = _one_more_class(ordered, cost, number - 1)
        costs.append(float(cost[-1]))
        starts.append(start)
    return costs, starts


def _one_more_class(ordered, before, least):
    """Best cost and first group of the last class for every last group, when one class is added.

    The best start never moves left when the last group moves right, so that the middle of a stretch confines both
    its halves; all stretches of a level are searched in one go.

    Parameters
    ----------
    before : best cost of one class fewer, per last group
    least : first group the new class can begin with
    """
    n = len(ordered)
    cost = np.full(n, np.inf)
    start = np.zeros(n, np.int64)
    low, high = np.array([least]), np.array([n - 1])
    first, last = low.copy(), high.copy()
    while low.size:
        middle = (low + high) // 2
        lengths = np.minimum(last, middle) - first + 1
        offsets = np.cumsum(lengths) - lengths
        stretch = np.repeat(np.arange(low.size), lengths)
        candidate = np.arange(lengths.sum()) - offsets[stretch] + first[stretch]
        total = before[candidate - 1] + ordered.deviation(candidate, middle[stretch])
        best = np.minimum.reduceat(total, offsets)
        hit = np.flatnonzero(total == best[stretch])[::-1]
        chosen = np.empty(low.size, np.int64)
        chosen[stretch[hit]] = candidate[hit]
        cost[middle], start[middle] = best, chosen
        low, high, first, last = (np.concatenate(pair) for pair in (
            (low, middle + 1), (middle - 1, high), (first, chosen), (chosen, last)))
        keep = low <= high
        low, high, first, last = low[keep], high[keep], first[keep], last[keep]
    return cost, start


def _starts_of(starts, classes, n):
    """First group of every class of the best partition into ``classes``."""
    found, end = [], n - 1
    for number in range(classes - 1, -1, -1):
        found.append(starts[number][end])
        end = found[-1] - 1
    return np.array(found[::-1])


def _known(values):
    known = np.ravel(np.asarray(values, dtype=float))
    known = known[np.isfinite(known)]
    if not known.size:
        raise EmptyInputError('There is nothing to classify: all {count} values are unknown.', count=np.size(values))
    return known


def _check_classes(classes, different):
    if classes < 1:
        raise ParameterError('The number of classes is {classes}; it must be 1 or more.', classes=classes)
    if classes > different:
        raise ParameterError('{classes} classes were asked for, but there are only {different} different values; ask '
                             'for at most that many.', classes=classes, different=different)
