"""Scores of factors: a score per class, per range of values, along a curve, or the values themselves."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .checks import check_positive
from .errors import MissingCodeError, ParameterError, TableError, ValueRangeError

CLASS = 'class'
RANGE = 'range'
FUNCTION = 'function'
VALUE = 'value'
KINDS = (CLASS, RANGE, FUNCTION, VALUE)
# Curves with the shape they take where none is given.
CURVES = {'linear': 1.0, 'exponential': 8.0, 'power': 2.0}


@dataclass(frozen=True)
class FactorScores:
    """How the values of one factor become scores.

    Attributes
    ----------
    name : of the factor
    kind : 'class' (a score per code), 'range' (a score per interval), 'function' (a curve per interval; intervals
        with one score may stand among them) or 'value' (the values are the scores; all arrays are empty)
    lower : (k,) codes, or lower limits of the intervals (included), sorted, -inf where open
    upper : (k,) upper limits of the intervals (not included, but for the topmost), inf where open
    scores : (k,) above 0; of a curve the score at its lower limit
    ends : (k,) above 0, the score at the upper limit; equal to ``scores`` where there is no curve. This and the
        following are empty unless kind is 'function'
    curves : (k,) words of CURVES, '' where there is none
    shapes : (k,) the parameter of the curve, see curve_share
    """

    name: str
    kind: str
    lower: np.ndarray
    upper: np.ndarray
    scores: np.ndarray
    ends: np.ndarray = field(default_factory=lambda: np.empty(0))
    curves: tuple = ()
    shapes: np.ndarray = field(default_factory=lambda: np.empty(0))

    def gaps(self):
        """(from, to) of the values between two intervals that have no score."""
        if self.kind in (CLASS, VALUE):
            return []
        return [(float(low), float(high)) for low, high in zip(self.upper[:-1], self.lower[1:]) if low < high]


def factor_scores(name, kind, lower, upper, scores, ends=None, curves=None, shapes=None) -> FactorScores:
    """Checked scores of one factor, sorted by code or lower limit.

    Parameters
    ----------
    kind : 'class', 'range', 'function' or 'value', or one of these per row; only range and function go together
    lower : (k,) codes or lower limits; NaN for an open limit
    upper : (k,) upper limits, NaN for an open limit; not looked at for classes
    scores : (k,) above 0; not looked at for 'value'
    ends : (k,) scores at the upper limits of curves
    curves : (k,) 'linear', 'exponential' or 'power'; empty for linear
    shapes : (k,) see curve_share; NaN for the default of the curve

    Raises
    ------
    TableError : an unknown kind or curve, kinds that do not go together, a class without a code, an interval that
        is empty or overlaps another, a curve with an open limit
    ValueRangeError : a score that is missing, zero or negative
    """
    kinds = [kind] * np.size(lower) if isinstance(kind, str) else list(kind)
    kind = _common_kind(name, kinds or [kind])
    if kind == VALUE:
        return FactorScores(name, VALUE, np.empty(0), np.empty(0), np.empty(0))
    lower, upper, scores = (np.array(values, dtype=float) for values in (lower, upper, scores))
    _check_scores(name, scores)
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
    if kind != FUNCTION:
        return rule
    bent = np.array([one == FUNCTION for one in kinds])
    return _with_curves(rule, bent[order], *(None if column is None else np.asarray(column)[order]
                                             for column in (ends, curves, shapes)))


def curve_share(position, curve='linear', shape=None):
    """How far along a curve is from its first score to its last: 0 at the start, 1 at the end.

    linear: t; exponential: (1 - exp(-c t)) / (1 - exp(-c)), fast at first for c above 0 and slow for c below;
    power: t^p, slow at first for p above 1.

    Parameters
    ----------
    position : array of t, 0 to 1
    curve : 'linear', 'exponential' or 'power'
    shape : c or p; 8 and 2 where not given; c = 0 is linear

    Raises
    ------
    ParameterError : an unknown curve, or a p that is not above 0
    """
    if curve not in CURVES:
        raise ParameterError('There is no curve {curve}; choose one of {curves}.', curve=curve,
                             curves=', '.join(CURVES))
    shape = CURVES[curve] if shape is None or np.isnan(shape) else float(shape)
    position = np.asarray(position, dtype=float)
    if curve == 'power':
        if not (np.isfinite(shape) and shape > 0):
            raise ParameterError('The exponent of a power curve is {value}; it must be above 0.', value=f'{shape:g}')
        return position ** shape
    if curve == 'linear' or abs(shape) < 1e-9:
        return position.copy()
    if not abs(shape) <= 500:
        raise ParameterError('The shape of an exponential curve is {value}; it must lie between -500 and 500.',
                             value=f'{shape:g}')
    return np.expm1(-shape * position) / np.expm1(-shape)


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
    ValueRangeError : fractions where class codes are expected; values that are scores and not above 0
    """
    values = np.asarray(values, dtype=float)
    if rule.kind == VALUE:
        check_positive(rule.name, values)
        return values.copy()
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
        _check_whole(rule, given[~covered])
        left_over, counts = np.unique(given[~covered], return_counts=True)
        frequent = left_over[np.argsort(-counts, kind='stable')[:5]]
        raise MissingCodeError('Factor {name}: {count} cells have a value without a score, among them {values} '
                               '(all between {lowest} and {highest}). Add rows for them to the score table or set '
                               'them to nodata.',
                               name=rule.name, count=int(counts.sum()), values=', '.join(f'{v:g}' for v in frequent),
                               lowest=f'{left_over[0]:g}', highest=f'{left_over[-1]:g}')
    scored = np.full(values.shape, np.nan)
    scored[known] = rule.scores[index]
    for row in (position for position, curve in enumerate(rule.curves) if curve):
        here = known.copy()
        here[known] = index == row
        share = curve_share((values[here] - rule.lower[row]) / (rule.upper[row] - rule.lower[row]), rule.curves[row],
                            rule.shapes[row])
        scored[here] = rule.scores[row] + (rule.ends[row] - rule.scores[row]) * share
    return scored


def _common_kind(name, kinds):
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown:
        raise TableError('Factor {name}: kind is {kind}, and it must be one of {kinds}.', name=name, kind=unknown[0],
                         kinds=', '.join(KINDS))
    found = list(dict.fromkeys(kinds))
    if set(found) == {RANGE, FUNCTION}:
        return FUNCTION
    if len(found) > 1:
        raise TableError('Factor {name} is scored in several ways ({kinds}); keep one kind. Only range and function '
                         'rows go together.', name=name, kinds=', '.join(found))
    return found[0]


def _check_scores(name, scores):
    wrong = np.flatnonzero(~(np.isfinite(scores) & (scores > 0)))
    if wrong.size:
        raise ValueRangeError('Factor {name}: {count} scores are missing, zero or negative; the first is {value} '
                              'in row {row} of this factor. A score must be above 0.',
                              name=name, count=int(wrong.size), value=f'{scores[wrong[0]]:g}', row=int(wrong[0]) + 1)


def _check_whole(rule, missed):
    fraction = missed != np.round(missed)
    if rule.kind == CLASS and fraction.any():
        raise ValueRangeError('{name} should hold class codes, but {count} cells have fractions; the first value is '
                              '{value}. Choose the class raster.', name=rule.name, count=int(fraction.sum()),
                              value=f'{missed[fraction][0]:g}')


def _with_curves(rule, bent, ends, curves, shapes):
    """The rule with a curve in every row of ``bent``."""
    count = rule.lower.size
    ends = np.where(bent, np.full(count, np.nan) if ends is None else ends.astype(float), rule.scores)
    _check_scores(rule.name, ends)
    open_ended = np.flatnonzero(bent & ~(np.isfinite(rule.lower) & np.isfinite(rule.upper)))
    if open_ended.size:
        raise TableError('Factor {name}: a function needs both limits, and row {row} lacks one. Fill in from and to, '
                         'and score what lies beyond with a range row.', name=rule.name, row=int(open_ended[0]) + 1)
    words = [str(word or '').strip().lower() for word in ([''] * count if curves is None else curves)]
    words = [(word or 'linear') if curved else '' for word, curved in zip(words, bent)]
    shapes = np.full(count, np.nan) if shapes is None else shapes.astype(float)
    for word, shape in zip(words, shapes):
        if word and word not in CURVES:
            raise TableError('Factor {name}: there is no function {word}; choose one of {known}.', name=rule.name,
                             word=word, known=', '.join(CURVES))
        curve_share(np.zeros(1), word or 'linear', shape)
    return FactorScores(rule.name, FUNCTION, rule.lower, rule.upper, rule.scores, ends, tuple(words), shapes)


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
