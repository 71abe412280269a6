"""A resistance surface from several factors: score each factor, weigh the scores, burn barriers in."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_not_empty, check_positive, never, silent, stop_if
from ..errors import EmptyInputError, MissingCodeError, ParameterError, TableError, ValueRangeError
from ..grid import check_same_shape
from ..weights import normalise_weights

CLASS = 'class'
RANGE = 'range'


@dataclass(frozen=True)
class FactorScores:
    """How the values of one factor become resistance scores.

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
    """Resistance scores of one factor.

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


def weighted_resistance(factors, rules, weights, progress=silent, cancelled=never) -> np.ndarray:
    """Resistance as the weighted sum of the scores of all factors.

    R = sum over factors of w_f * score_f(value), with the weights scaled to sum 1.

    Parameters
    ----------
    factors : list of (rows, cols) arrays, NaN where unknown; a callable per factor that returns one is also
        taken, so that only one factor is in memory at a time
    rules : list of FactorScores in the same order
    weights : (k,) 0 or more, not all 0

    Returns
    -------
    (rows, cols) float array above 0, NaN where any factor with a weight is unknown

    Raises
    ------
    GridMismatchError, MissingCodeError, ValueRangeError, ParameterError, EmptyInputError

    Source: weighted linear combination; Malczewski 2000, Transactions in GIS, doi:10.1111/1467-9671.00035
    """
    if not rules:
        raise EmptyInputError('There is no factor to build a resistance surface from.')
    if not len(factors) == len(rules) == np.size(weights):
        raise ParameterError('There are {factors} factors, {rules} score tables and {weights} weights; '
                             'give one of each per factor.',
                             factors=len(factors), rules=len(rules), weights=int(np.size(weights)))
    weights = normalise_weights(weights, [rule.name for rule in rules])
    surface = np.zeros(())
    for number, (factor, rule, weight) in enumerate(zip(factors, rules, weights)):
        stop_if(cancelled)
        progress(number / len(rules), 'Scoring factor {name}', name=rule.name)
        part = weight * score_factor(factor() if callable(factor) else factor, rule)
        if number == 0:
            surface = np.zeros(part.shape)
        check_same_shape(**{rules[0].name: surface, rule.name + ' ': part})
        if weight > 0:
            surface += part
    check_not_empty('resistance', ~np.isnan(surface))
    progress(1.0)
    return surface


def burn_barriers(resistance, barrier, value) -> np.ndarray:
    """Linear barriers such as roads raise the resistance of their cells to at least ``value``.

    Parameters
    ----------
    resistance : (rows, cols) float array above 0, NaN outside
    barrier : (rows, cols) bool array, True on the barrier
    value : resistance on the barrier, above 0; cells that resist more already keep their value

    Raises
    ------
    GridMismatchError, ValueRangeError
    """
    check_same_shape(resistance=resistance, barrier=barrier)
    check_positive('barrier resistance', np.array([value]))
    return np.where(barrier & ~np.isnan(resistance), np.maximum(resistance, value), resistance)


def weights_from_text(text, names) -> dict:
    """Weights by factor from '0.5, 0.3, 0.2' (in the order of ``names``) or 'slope=0.5, ndvi=0.5'; equal where empty.

    Raises
    ------
    ParameterError : a part that is no number, or another number of weights than factors
    """
    parts = [part.strip() for part in (text or '').replace('，', ',').replace(';', ',').split(',') if part.strip()]
    if not parts:
        return {name: 1.0 / len(names) for name in names}
    given = {}
    for position, part in enumerate(parts):
        name, equals, value = part.rpartition('=')
        try:
            weight = float(value)
        except ValueError:
            raise ParameterError('The weight "{text}" is no number. Write 0.5, 0.3, 0.2 or landcover=0.5, slope=0.5.',
                                 text=part) from None
        key = name.strip().lower().replace(' ', '_').replace('-', '_') if equals else (
            names[position] if position < len(names) else str(position + 1))
        given[key] = weight
    if len(parts) != len(names) and not any('=' in part for part in parts):
        raise ParameterError('There are {weights} weights for {count} factors.', weights=len(parts), count=len(names))
    return given


def match_weights(names, given):
    """((k,) weights in the order of ``names``, names in ``given`` that are no factor).

    Raises
    ------
    ParameterError : a factor without a weight
    """
    missing = [name for name in names if name not in given]
    if missing:
        raise ParameterError('There is no weight for {names}; the weights name {known}.',
                             names=', '.join(missing), known=', '.join(given) or '-')
    return np.array([given[name] for name in names], dtype=float), [name for name in given if name not in names]


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
