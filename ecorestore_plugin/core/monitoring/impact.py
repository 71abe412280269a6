"""Did the measure do it: before and after, inside and outside (BACI)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_share
from ..errors import EmptyInputError, ParameterError
from .difference import welch_error, welch_p


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
    treated: int
    control: int


def before_after_control_impact(before, after, treated, control, confidence=0.95) -> Impact:
    """The change of treated places beyond that of control places.

    Places, such as cells or sites, are taken as independent; neighbouring cells are not, so that limits from cells
    are too narrow. Thin them or use sites.

    Parameters
    ----------
    before, after : arrays of one shape, NaN where unknown
    treated, control : bool arrays of the same shape, no place in both
    confidence : of the limits

    Raises
    ------
    EmptyInputError : fewer than two places with both dates on a side
    ParameterError : places that are both treated and control

    Source: Stewart-Oaten, Murdoch & Parker 1986, doi:10.2307/1939815; Welch 1947, doi:10.1093/biomet/34.1-2.28
    """
    from scipy.stats import t as student
    check_share('confidence', confidence, 0.5, 0.9999)
    before, after = np.asarray(before, dtype=float), np.asarray(after, dtype=float)
    treated, control = np.asarray(treated, dtype=bool), np.asarray(control, dtype=bool)
    both = int((treated & control).sum())
    if both:
        raise ParameterError('{count} places are both treated and control. Separate the two.', count=both)
    known = np.isfinite(before) & np.isfinite(after)
    sides = []
    for name, chosen in (('treated', treated & known), ('control', control & known)):
        if chosen.sum() < 2:
            raise EmptyInputError('Only {count} {side} places have a value at both dates; at least 2 are needed.',
                                  count=int(chosen.sum()), side=name)
        sides.append((before[chosen], after[chosen]))
    (treated_before, treated_after), (control_before, control_after) = sides
    change, natural = treated_after - treated_before, control_after - control_before
    error, freedom = welch_error(change, natural)
    effect = float(change.mean() - natural.mean())
    reach = float(student.ppf(0.5 + confidence / 2, freedom))
    return Impact(float(treated_before.mean()), float(treated_after.mean()), float(control_before.mean()),
                  float(control_after.mean()), effect, error, effect - reach * error, effect + reach * error,
                  welch_p(change, natural),
                  error * (reach + float(student.ppf(0.8, freedom))), change.size, natural.size)


def stratified_controls(treated, candidates, strata, ratio=1.0, seed=1) -> np.ndarray:
    """Control places that are like the treated ones: the same mix of strata, drawn at random.

    Parameters
    ----------
    treated, candidates : bool arrays; treated places are never drawn
    strata : integer array of the same shape, such as land cover x slope class x rainfall class
    ratio : controls per treated place
    seed : of the draw

    Returns
    -------
    bool array; a stratum with too few candidates gives all it has
    """
    treated, candidates = np.asarray(treated, dtype=bool), np.asarray(candidates, dtype=bool)
    strata = np.asarray(strata)
    draw = np.random.default_rng(seed)
    chosen = np.zeros(treated.shape, bool)
    for stratum, count in zip(*np.unique(strata[treated], return_counts=True)):
        free = np.flatnonzero((candidates & ~treated & (strata == stratum)).ravel())
        wanted = min(len(free), int(round(ratio * count)))
        chosen.ravel()[draw.choice(free, wanted, replace=False)] = True
    return chosen
