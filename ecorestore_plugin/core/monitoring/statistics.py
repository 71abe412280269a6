"""Statistics of two dates: shares with their limits, and growth per year."""

from __future__ import annotations

import numpy as np

from ..errors import TableError
from .survey import wilson_interval


def percent_change(before, after):
    """Change in percent of the absolute value before; float array, NaN where that is 0 or something is unknown."""
    before, after = np.asarray(before, dtype=float), np.asarray(after, dtype=float)
    with np.errstate(divide='ignore', invalid='ignore'):
        return np.where(before != 0, 100.0 * (after - before) / np.abs(before), np.nan)


def annual_change(before, after, years):
    """Compound change per year, %: 100 ((after / before)^(1 / years) - 1).

    Parameters
    ----------
    before, after : arrays; years : number or array, above 0

    Returns
    -------
    float array, NaN where ``before`` is not above 0, ``after`` is below 0, or something is unknown
    """
    before, after, years = (np.asarray(part, dtype=float) for part in (before, after, years))
    with np.errstate(divide='ignore', invalid='ignore'):
        sound = (before > 0) & (after >= 0) & (years > 0)
        return np.where(sound, 100.0 * ((after / before) ** (1.0 / years) - 1.0), np.nan)


def shares_of(counts, totals, confidence=0.95):
    """Shares in percent with their Wilson limits.

    Parameters
    ----------
    counts, totals : (n,) such as samples that comply and samples taken; NaN where unknown

    Returns
    -------
    (share, lower, upper) : (n,) arrays in percent, NaN where a number is unknown

    Raises
    ------
    TableError : a total that is not above 0, or a count below 0 or above its total; names the row
    """
    counts, totals = np.asarray(counts, dtype=float), np.asarray(totals, dtype=float)
    wrong = np.flatnonzero((totals <= 0) | (counts < 0) | (counts > totals))
    if wrong.size:
        row = int(wrong[0])
        raise TableError('Row {row}: {count} of {total} is no share; the total must be above 0 and the count between '
                         '0 and it.', row=row + 1, count=f'{counts[row]:g}', total=f'{totals[row]:g}')
    known = np.isfinite(counts) & np.isfinite(totals)
    found = np.full((3, counts.size), np.nan)
    for row in np.flatnonzero(known):
        share = counts[row] / totals[row]
        found[:, row] = share, *wilson_interval(share, totals[row], confidence)
    return 100.0 * found
