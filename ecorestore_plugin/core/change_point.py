"""Where the level of a sequence changes."""

from __future__ import annotations

import numpy as np

from .errors import ParameterError


def mean_change_points(values) -> np.ndarray:
    """Gain of cutting a sequence in two before each of its members, by the mean change point method.

    S is the sum of squared deviations from the mean of all values, S_i the same around the means of the two parts
    before and from position i. The change point is where S - S_i is largest.

    Parameters
    ----------
    values : (n,) floats, at least two

    Returns
    -------
    (n,) float array, S - S_i, NaN for the first position

    Raises
    ------
    ParameterError : fewer than two values, or values that are not finite
    """
    values = np.asarray(values, dtype=float)
    if values.ndim != 1 or values.size < 2 or not np.isfinite(values).all():
        raise ParameterError('A change point needs at least two known values; there are {count}.',
                             count=int(np.isfinite(values).sum()))
    # S - S_i is the scatter between the two parts.
    count = np.arange(1, values.size)
    before = np.cumsum(values - values.mean())[:-1]
    return np.concatenate([[np.nan], before ** 2 / count + before ** 2 / (values.size - count)])
