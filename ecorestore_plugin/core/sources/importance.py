"""Importance of ecosystem services and ecological sensitivity: factors graded 1 to 5, combined, classified."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_not_empty, check_range, never, part_of, silent, stop_if
from ..classify import class_numbers, classify
from ..errors import EmptyInputError, ParameterError, TableError, ValueRangeError
from ..grid import check_same_shape
from ..scores import FactorScores, factor_scores, score_factor
from ..weights import normalise_weights

GRADES = 5
SPREADING = ('jenks', 'quantile', 'equal')
METHODS = ('share', *SPREADING, 'range', 'class', 'given')
COMBINATIONS = ('maximum', 'weighted_sum', 'geometric_mean')
SHARES, SHARE_SCORES = ((0.0, 50.0, 80.0), (50.0, 80.0, 100.0)), (5.0, 3.0, 1.0)


@dataclass(frozen=True)
class Grading:
    """How one factor is graded and counts.

    Attributes
    ----------
    name : of the factor
    method : one of METHODS
    scores : FactorScores of 'share' (in % of the total), 'range' and 'class'; None for the others
    inverted : whether low values are the important ones; for 'jenks', 'quantile' and 'equal'
    group : factors of one group are combined first
    weight : 0 or more, inside the group
    combination : one of COMBINATIONS for the group, '' to leave it open
    """

    name: str
    method: str
    scores: FactorScores | None = None
    inverted: bool = False
    group: str = ''
    weight: float = 1.0
    combination: str = ''


@dataclass(frozen=True)
class Importance:
    """Graded factors and what they make together.

    Attributes
    ----------
    score : (rows, cols) float array, 1 to 5, NaN where unknown
    classes : (rows, cols) integer array, 1 (least) to 5, 0 where unknown
    groups : names of the groups
    group_scores : (groups, rows, cols) float array
    factor_scores : (factors, rows, cols) float array
    limits : per factor, text of the values where its grades change, '' where the table gives the grades
    """

    score: np.ndarray
    classes: np.ndarray
    groups: tuple[str, ...]
    group_scores: np.ndarray
    factor_scores: np.ndarray
    limits: tuple[str, ...]


def read_grading(name, rows) -> Grading:
    """The rows of one factor in the table as Grading.

    Parameters
    ----------
    rows : mappings with method, and where they matter from, to, score, direction, group, weight, combine

    Raises
    ------
    TableError, ValueRangeError : names the factor and what is wrong
    """
    if not rows:
        raise TableError('Factor {name} has no row.', name=name)
    # What stands in the first row counts for all rows of the factor; empty cells below it are fine.
    first = {key: next((row[key] for row in rows if _filled(row.get(key))), None)
             for key in ('method', 'direction', 'group', 'weight', 'combine')}
    method, combination = (str(first[key] or '').strip().lower() for key in ('method', 'combine'))
    if method not in METHODS:
        raise TableError('Factor {name}: the method is "{method}"; it must be one of {methods}.', name=name,
                         method=method, methods=', '.join(METHODS))
    if combination and combination not in COMBINATIONS:
        raise TableError('Factor {name}: combine is "{method}"; it must be one of {methods}.', name=name,
                         method=combination, methods=', '.join(COMBINATIONS))
    direction = str(first['direction'] or '+').strip().replace('−', '-')
    if direction not in ('+', '-') or (direction == '-' and method not in SPREADING):
        raise TableError('Factor {name}: the direction is "{direction}"; write + or -, and - only with {methods}. With '
                         'the other methods the scores say which values matter.', name=name, direction=direction,
                         methods=', '.join(SPREADING))
    weight = _number(name, 'weight', first['weight'])
    return Grading(name, method, _scores_of(name, method, rows), direction == '-', str(first['group'] or '').strip(),
                   1.0 if np.isnan(weight) else weight, combination)


def _scores_of(name, method, rows):
    if method not in ('share', 'range', 'class'):
        return None
    lower, upper, scores = (np.array([_number(name, key, row.get(key)) for row in rows])
                            for key in ('from', 'to', 'score'))
    if method == 'share' and len(rows) == 1 and np.isnan(scores).all():
        return factor_scores(name, 'range', *SHARES, SHARE_SCORES)
    found = factor_scores(name, 'class' if method == 'class' else 'range', lower, upper, scores)
    check_range(name, found.scores, 1, GRADES)
    if method == 'share':
        inner = found.lower[1:] != found.upper[:-1]
        if inner.any() or not (found.lower[0] <= 0 and found.upper[-1] >= 100):
            raise TableError('Factor {name}: the shares must go from 0 to 100 % without gaps.', name=name)
    return found


def _filled(value):
    return value is not None and str(value).strip() != ''


def _number(name, column, value):
    if not _filled(value):
        return np.nan
    try:
        return float(value)
    except (TypeError, ValueError):
        raise TableError('Factor {name}: {column} is "{value}", which is no number.', name=name, column=column,
                         value=value) from None


def share_limits(values, shares) -> np.ndarray:
    """Values at which the cells, added up from the highest, reach the given shares of the total.

    A cell belongs to the share it helps to reach, and so do all cells of the same value.

    Parameters
    ----------
    values : float array of any shape, 0 or more, NaN where unknown
    shares : ascending, 0 to 1

    Raises
    ------
    EmptyInputError : no known value, or all are 0
    ValueRangeError : a negative value

    Source: Ministry of Environmental Protection of China 2017, Guidelines for delimiting ecological protection red
    lines: services with half of their total are extremely important, with the next 30 % important
    """
    known = np.ravel(np.asarray(values, dtype=float))
    known = np.sort(known[~np.isnan(known)])[::-1]
    if not known.size or not known.any():
        raise EmptyInputError('Shares of a total need values above 0; all {count} are 0 or unknown.',
                              count=int(np.size(values)))
    if known[-1] < 0:
        raise ValueRangeError('Shares of a total need values of 0 or more; {count} are negative, the least is {value}. '
                              'Set them to 0 or grade this factor by another method.',
                              count=int((known < 0).sum()), value=f'{known[-1]:g}')
    total = np.cumsum(known)
    # Rounding in the sum must not put a cell beyond a share it reaches exactly.
    places = np.searchsorted(total, np.asarray(shares) * total[-1] * (1 - 1e-12), side='left')
    return known[np.minimum(places, known.size - 1)]


def grade(values, grading, progress=silent, cancelled=never):
    """Scores of one factor, 1 to 5.

    Parameters
    ----------
    values : (rows, cols) float array, NaN where unknown
    grading : Grading

    Returns
    -------
    (rows, cols) float array, NaN where ``values`` is; text of the limits that follow from the data

    Raises
    ------
    EmptyInputError, ValueRangeError, MissingCodeError, ParameterError
    """
    values = np.asarray(values, dtype=float)
    check_not_empty(grading.name, ~np.isnan(values))
    if grading.method == 'given':
        check_range(grading.name, values, 1, GRADES)
        return values, ''
    if grading.method in ('range', 'class'):
        return score_factor(values, grading.scores), ''
    if grading.method == 'share':
        check_range(grading.name, values, 0)
        limits = share_limits(values, grading.scores.upper[:-1] / 100.0)
        # A value on a limit belongs to the more important side, so the axis is turned round.
        numbers = class_numbers(-values, np.concatenate([[-np.inf], -limits, [np.inf]]))
        steps = grading.scores.scores
    else:
        numbers, limits, steps = _spread(values, grading, progress, cancelled)
    graded = np.full(values.shape, np.nan)
    graded[numbers > 0] = steps[numbers[numbers > 0] - 1]
    return graded, ', '.join(f'{limit:.4g}' for limit in limits)


def _spread(values, grading, progress, cancelled):
    known = values[~np.isnan(values)]
    different = min(GRADES, np.unique(known).size)
    if different < 2:
        raise ParameterError('Factor {name} does not vary: all {count} known cells are {value}. Leave it out.',
                             name=grading.name, count=int(known.size), value=f'{known[0]:g}')
    breaks = classify(known, grading.method, different, progress=progress, cancelled=cancelled)
    # Fewer classes, from ties or few values, still reach from the least to the most important grade.
    steps = np.linspace(1, GRADES, max(breaks.classes, 2))
    return class_numbers(values, breaks.limits), breaks.limits[1:-1], steps[::-1] if grading.inverted else steps


def combine(scores, weights, method='maximum', allow_missing=False) -> np.ndarray:
    """One score from several.

    Parameters
    ----------
    scores : (k, rows, cols) float array, 1 to 5, NaN where unknown
    weights : (k,) 0 or more; 'maximum' looks at those above 0 only
    method : 'maximum', 'weighted_sum' (sum of w x s with weights of sum 1) or 'geometric_mean' (product of s^w)
    allow_missing : whether the scores that are known suffice, their weights scaled up

    Returns
    -------
    (rows, cols) float array, 1 to 5, NaN where unknown
    """
    scores = np.asarray(scores, dtype=float)
    if method not in COMBINATIONS:
        raise ParameterError('There is no combination {method}; choose one of {methods}.', method=method,
                             methods=', '.join(COMBINATIONS))
    weights = normalise_weights(weights)
    scores, weights = scores[weights > 0], weights[weights > 0]
    known = ~np.isnan(scores)
    usable = known.any(axis=0) if allow_missing else known.all(axis=0)
    if method == 'maximum':
        found = np.where(known, scores, -np.inf).max(axis=0)
    else:
        terms = np.where(known, scores, 1.0)
        terms = np.log(terms) if method == 'geometric_mean' else np.where(known, terms, 0.0)
        total = np.tensordot(weights, known.astype(float), 1)
        found = np.tensordot(weights, terms, 1) / np.where(usable, total, 1.0)
        found = np.exp(found) if method == 'geometric_mean' else found
    return np.where(usable, np.clip(found, 1.0, GRADES), np.nan)


def importance(factors, gradings, combination='maximum', group_combination='maximum', allow_missing=False,
               progress=silent, cancelled=never) -> Importance:
    """Importance or sensitivity from graded factors: combined inside each group, then over the groups.

    Parameters
    ----------
    factors : list of (rows, cols) float arrays, NaN where unknown
    gradings : list of Grading in the same order
    combination : for groups that leave it open, one of COMBINATIONS
    group_combination : over the groups, which weigh the same
    allow_missing : whether a cell that lacks some factors is classified by the others

    Raises
    ------
    EmptyInputError, GridMismatchError, ParameterError, ValueRangeError, MissingCodeError

    Source: Ministry of Natural Resources of China 2020, Guide to the evaluation of resource and environment carrying
    capacity and territorial development suitability ("double evaluation"): the highest grade counts
    """
    if not factors:
        raise EmptyInputError('There is no factor to judge importance by.')
    if len(factors) != len(gradings):
        raise ParameterError('There are {factors} factors and {rules} gradings; give one of each per factor.',
                             factors=len(factors), rules=len(gradings))
    check_same_shape(**{f'{number + 1} {grading.name}': factor
                        for number, (factor, grading) in enumerate(zip(factors, gradings))})
    scores, limits = np.empty((len(factors),) + np.shape(factors[0])), []
    for number, (factor, grading) in enumerate(zip(factors, gradings)):
        stop_if(cancelled)
        progress(number / len(factors), 'Grading factor {name}', name=grading.name)
        scores[number], text = grade(factor, grading, part_of(progress, number / len(factors),
                                                              (number + 1) / len(factors)), cancelled)
        limits.append(text)
    groups = tuple(dict.fromkeys(grading.group for grading in gradings))
    parts = np.array([_group_score(group, gradings, scores, combination, allow_missing) for group in groups])
    score = combine(parts, np.ones(len(groups)), group_combination, allow_missing)
    check_not_empty('importance', ~np.isnan(score))
    progress(1.0)
    return Importance(score, grades_of(score), groups, parts, scores, tuple(limits))


def _group_score(group, gradings, scores, combination, allow_missing):
    members = [number for number, grading in enumerate(gradings) if grading.group == group]
    named = sorted({gradings[number].combination for number in members} - {''})
    if len(named) > 1:
        raise TableError('The group {group} has more than one way to combine its factors: {methods}. Keep one.',
                         group=group, methods=', '.join(named))
    return combine(scores[members], [gradings[number].weight for number in members],
                   named[0] if named else combination, allow_missing)


def grades_of(score) -> np.ndarray:
    """The nearest whole grade, 1 to 5, halves upwards; 0 where unknown."""
    known = ~np.isnan(score)
    # A weighted sum of 2.5 may come out a hair below it.
    grades = np.floor(np.where(known, score, 0.0) + 0.5 + 1e-9)
    return np.where(known, np.clip(grades, 1, GRADES), 0).astype(np.int16)
