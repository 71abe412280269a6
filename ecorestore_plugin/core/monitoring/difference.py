"""Two samples compared."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Difference:
    """Means before and after, their difference, and p of Welch's two-sided t test; NaN where a sample is too small."""

    before: float
    after: float
    difference: float
    p: float


def mean_difference(before, after) -> Difference:
    """The difference of the means of two samples.

    Parameters
    ----------
    before, after : numbers; p needs two in each

    Source: Welch 1947, doi:10.1093/biomet/34.1-2.28
    """
    before, after = np.asarray(before, dtype=float), np.asarray(after, dtype=float)
    means = [float(values.mean()) if values.size else float('nan') for values in (before, after)]
    return Difference(means[0], means[1], means[1] - means[0], welch_p(before, after))


def welch_p(one, other) -> float:
    """p of Welch's two-sided t test; NaN below two values in a sample."""
    if min(one.size, other.size) < 2:
        return float('nan')
    parts = (float(one.var(ddof=1)), one.size), (float(other.var(ddof=1)), other.size)
    return p_of_gap(float(one.mean() - other.mean()), *welch_error(*parts))


def p_of_gap(gap, error, freedom) -> float:
    """Two-sided p of a difference with its standard error and degrees of freedom."""
    from scipy.stats import t as student
    return float(2 * student.sf(abs(gap) / error, freedom)) if error > 0 else float(gap == 0)


def welch_error(one, other) -> tuple[float, float]:
    """(standard error of the difference of two means, its degrees of freedom) by Welch.

    Parameters
    ----------
    one, other : (variance with n - 1, n) of a sample; n is 2 or more
    """
    (first, many), (second, more) = one, other
    parts = first / many, second / more
    error = float(np.sqrt(sum(parts)))
    if error == 0:
        return error, float(many + more - 2)
    return error, float(sum(parts) ** 2 / (parts[0] ** 2 / (many - 1) + parts[1] ** 2 / (more - 1)))
