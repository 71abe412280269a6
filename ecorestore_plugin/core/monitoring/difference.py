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
    from scipy.stats import t as student
    if min(one.size, other.size) < 2:
        return float('nan')
    error, freedom = welch_error(one, other)
    gap = abs(float(one.mean() - other.mean()))
    return float(2 * student.sf(gap / error, freedom)) if error > 0 else float(gap == 0)


def welch_error(one, other) -> tuple[float, float]:
    """(standard error of the difference of two means, its degrees of freedom) by Welch; two or more values in each."""
    parts = one.var(ddof=1) / one.size, other.var(ddof=1) / other.size
    error = float(np.sqrt(sum(parts)))
    if error == 0:
        return error, float(one.size + other.size - 2)
    return error, float(sum(parts) ** 2 / (parts[0] ** 2 / (one.size - 1) + parts[1] ** 2 / (other.size - 1)))
