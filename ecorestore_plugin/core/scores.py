"""Scores of factors: a score per class or per range of values."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .errors import MissingCodeError, TableError, ValueRangeError

CLASS = 'class'
RANGE = 'range'


@dataclass(frozen=True)
class FactorScores:
    """How the values of one factor become scores.

    Attributes
    ----------
    name : of the factor
    kind : 'class' (a score per code) or 'range' (a score per interval)
    lower : (k,) codes, or lower limits of the intervals (included), sorted, -inf where open
    upper : (k,) upper limits of the intervals (not included, but for the topmost), inf where open
    scores : (k,) above 0
    """

    name: str
    kind: str
    lower: np.ndarray
    upper: np.ndarray
    scores: np.ndarray


def factor_scores(name, kind, lower, upper, scores) -> FactorScores:
    """Checked scores of one factor, sorted by code or lower limit.

    Parameters
    ----------
    lower : (k,) codes or lower limits; NaN for an open limit
    upper : (k,) upper limits, NaN for an open limit; not looked at for classes
    scores : (k,) above 0

    Raises
    ------
    TableError : an unknown kind, a class without a code, an interval that is empty or overlaps another
    ValueRangeError : a score that is missing, zero or negative
    """
    if kind not in (CLASS, RANGE):
        raise TableError('Factor {name}: kind is {kind}, and it must be class or range.', name=name, kind=kind)
    lower, upper, scores = (np.array(values, dtype=float) for values in (lower, upper, scores))
    wrong = np.flatnonzero(~(np.isfinite(scores) & (scores > 0)))
    if wrong.size:
        raise ValueRangeError('Factor {name}: {count} scores are missing, zero or negative; the first is {value} '
                              'in row {row} of this factor. A score must be above 0.',
                              name=name, count=int(wrong.size), value=f'{scores[wrong[0]]:g}', row=int(wrong[0]) + 1)
    if kind == CLASS:
        if np.isnan(lower).any():
            raise TableError('Factor {name}: a class row has no code. Write the code into the column from.', name=name)
        upper = lower
    else:
        lower = np.where(np.isnan(lower), -np.inf, lower)
        upper = np.where(np.isnan(upper), np.inf, upper)
    order = np.argsort(lower, kind='stable')
    rule = FactorScores(name, kind, lower[order], upper[order], scores[order])
    _check_intervals(rule)
    return rule


def score_factor(values, rule: FactorScores) -> np.ndarray:
    """Scores of one factor.

    Parameters
    ----------
    values : (rows, cols) float array, NaN where unknown

    Returns
    -------
    (rows, cols) float array, NaN where ``values`` is

    Raises
    ------
    MissingCodeError : values without a score; names how many and the most frequent
    """
    values = np.asarray(values, dtype=float)
    known = ~np.isnan(values)
    given = values[known]
    if rule.kind == CLASS:
        index = np.clip(np.searchsorted(rule.lower, given), 0, rule.lower.size - 1)
        covered = rule.lower[index] == given
    else:
        index = np.clip(np.searchsorted(rule.lower, given, side='right') - 1, 0, rule.lower.size - 1)
        topmost = (index == rule.lower.size - 1) & (given == rule.upper[-1])
        covered = (given >= rule.lower[index]) & ((given < rule.upper[index]) | topmost)
    if not covered.all():
        left_over, counts = np.unique(given[~covered], return_counts=True)
        frequent = left_over[np.argsort(-counts, kind='stable')[:5]]
        raise MissingCodeError('Factor {name}: {count} cells have a value without a score, among them {values} '
                               '(all between {lowest} and {highest}). Add rows for them to the score table or set '
                               'them to nodata.',
                               name=rule.name, count=int(counts.sum()), values=', '.join(f'{v:g}' for v in frequent),
                               lowest=f'{left_over[0]:g}', highest=f'{left_over[-1]:g}')
    scored = np.full(values.shape, np.nan)
    scored[known] = rule.scores[index]
    return scored


def _check_intervals(rule):
    if rule.kind == CLASS:
        twice = np.flatnonzero(np.diff(rule.lower) == 0)
        if twice.size:
            raise TableError('Factor {name}: code {code} has more than one score. Keep one row per code.',
                             name=rule.name, code=f'{rule.lower[twice[0]]:g}')
        return
    empty = np.flatnonzero(rule.lower >= rule.upper)
    if empty.size:
        raise TableError('Factor {name}: the range from {lower} to {upper} is empty; from must be below to.',
                         name=rule.name, lower=f'{rule.lower[empty[0]]:g}', upper=f'{rule.upper[empty[0]]:g}')
    overlap = np.flatnonzero(rule.lower[1:] < rule.upper[:-1])
    if overlap.size:
        i = overlap[0]
        raise TableError('Factor {name}: the ranges {first} and {second} overlap. Let each range end where the next '
                         'begins.',
                         name=rule.name, first=f'{rule.lower[i]:g} - {rule.upper[i]:g}',
                         second=f'{rule.lower[i + 1]:g} - {rule.upper[i + 1]:g}')
