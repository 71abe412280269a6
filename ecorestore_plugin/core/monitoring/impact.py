"""Did the measure do it: before and after, inside and outside (BACI)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_share
from ..errors import EmptyInputError
from .difference import p_of_gap, welch_error
from .moments import Moments


class SideSums:
    """Places of one side, treated or control, that are known at both dates; grows with every block."""

    def __init__(self):
        self._moments = Moments(3)  # before, after, change

    def add(self, before, after):
        """(n,) values of the same places at either date, NaN where unknown."""
        before, after = np.asarray(before, dtype=float), np.asarray(after, dtype=float)
        known = np.isfinite(before) & np.isfinite(after)
        self._moments.add(np.array([before[known], after[known], after[known] - before[known]]))

    @property
    def count(self):
        return self._moments.count

    @property
    def means(self):
        """Of the values before, of those after, of the change."""
        return tuple(self._moments.mean.tolist())

    @property
    def variance(self):
        """Of the change, with n - 1."""
        return float(self._moments.variance[2])


@dataclass(frozen=True)
class Impact:
    """Effect of a measure.

    Attributes
    ----------
    treated_before, treated_after, control_before, control_after : means
    effect : (treated after - before) - (control after - before)
    error : its standard error
    lower, upper : confidence limits of the effect
    p : two-sided, Welch's t test of the changes
    detectable : smallest effect these samples show with a power of 80 % at the level of the limits
    noise : standard deviation of the change of a control place, which is the noise of both images and of the weather
    detectable_place : smallest change of a single place that stands out from this noise at the level of the limits
    treated, control : number of places
    """

    treated_before: float
    treated_after: float
    control_before: float
    control_after: float
    effect: float
    error: float
    lower: float
    upper: float
    p: float
    detectable: float
    noise: float
    detectable_place: float
    treated: int
    control: int


def impact_of(treated: SideSums, control: SideSums, confidence=0.95) -> Impact:
    """The change of treated places beyond that of control places.

    Places, such as cells or sites, are taken as independent; neighbouring cells are not, so that limits from cells
    are too narrow. Thin them or use sites.

    Parameters
    ----------
    confidence : of the limits

    Raises
    ------
    EmptyInputError : fewer than two places with both dates on a side

    Source: Stewart-Oaten, Murdoch & Parker 1986, doi:10.2307/1939815; Welch 1947, doi:10.1093/biomet/34.1-2.28
    """
    from scipy.stats import t as student
    check_share('confidence', confidence, 0.5, 0.9999)
    for name, side in (('treated', treated), ('control', control)):
        if side.count < 2:
            raise EmptyInputError('Only {count} {side} places have a value at both dates; at least 2 are needed.',
                                  count=side.count, side=name)
    error, freedom = welch_error((treated.variance, treated.count), (control.variance, control.count))
    (treated_before, treated_after, change), (control_before, control_after, natural) = treated.means, control.means
    effect = change - natural
    reach = float(student.ppf(0.5 + confidence / 2, freedom))
    noise = float(np.sqrt(control.variance))
    return Impact(treated_before, treated_after, control_before, control_after, effect, error,
                  effect - reach * error, effect + reach * error, p_of_gap(effect, error, freedom),
                  error * (reach + float(student.ppf(0.8, freedom))), noise,
                  noise * float(student.ppf(0.5 + confidence / 2, control.count - 1)), treated.count, control.count)
