"""Change of an indicator between two dates, over all cells and per zone, block by block."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .statistics import percent_change


def add_by_zone(total, values, zone=None):
    """Adds values to sums whose element 0 stands for all and 1 to n for the zones.

    Parameters
    ----------
    total : (n + 1,) float array, changed
    values : (m,) array; zone : (m,) 1 to n, 0 outside, or None
    """
    total[0] += values.sum()
    if zone is not None:
        total[1:] += np.bincount(zone, weights=values, minlength=len(total))[1:]


@dataclass
class ChangeSums:
    """Grows with every block; element 0 stands for all cells, 1 to n for the zones.

    Only cells known at both dates count, so that a cloud does not look like a change.
    """

    zones: int

    def __post_init__(self):
        self.count = np.zeros(self.zones + 1)
        self.before = np.zeros(self.zones + 1)
        self.after = np.zeros(self.zones + 1)
        self.risen = np.zeros(self.zones + 1)
        self.fallen = np.zeros(self.zones + 1)
        self.lost = 0

    def add(self, before, after, zone=None):
        """Adds arrays of one shape; ``zone`` holds 1 to n, 0 outside, or is None."""
        known = np.isfinite(before) & np.isfinite(after)
        self.lost += int((np.isfinite(before) ^ np.isfinite(after)).sum())
        old, new = before[known], after[known]
        number = None if zone is None else zone[known]
        for total, values in ((self.count, np.ones(old.size)), (self.before, old), (self.after, new),
                              (self.risen, (new > old).astype(float)), (self.fallen, (new < old).astype(float))):
            add_by_zone(total, values, number)


@dataclass(frozen=True)
class Change:
    """One indicator, all cells first and then the zones.

    Attributes
    ----------
    before, after : mean, or sum where the indicator is an amount; NaN where no cell is known at both dates
    change : after - before
    percent : of the absolute value before; NaN where that is 0
    risen, fallen : share of the cells
    count : cells
    """

    before: np.ndarray
    after: np.ndarray
    change: np.ndarray
    percent: np.ndarray
    risen: np.ndarray
    fallen: np.ndarray
    count: np.ndarray


def change_of(sums: ChangeSums, amount=False) -> Change:
    """The change that sums stand for.

    Parameters
    ----------
    amount : the indicator is an amount per cell, such as tonnes, and is summed; else its mean is taken
    """
    known = sums.count > 0
    size = np.where(known, sums.count, 1.0)
    scale = np.where(known, 1.0 if amount else 1.0 / size, np.nan)
    before, after = sums.before * scale, sums.after * scale
    share = np.where(known, 1.0 / size, np.nan)
    return Change(before, after, after - before, percent_change(before, after), sums.risen * share,
                  sums.fallen * share, sums.count)
