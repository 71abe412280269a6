"""How far restoration has come: indicators against their targets, a total score, and what holds it back."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import EmptyInputError, ParameterError, TableError
from ..weights import normalise_weights
from .statistics import annual_change, percent_change

LEVEL, CHANGE, ANNUAL = 'level', 'change', 'annual'
KINDS = (LEVEL, CHANGE, ANNUAL)
CAP = 1.2
ENOUGH = 0.7
GRADES = (('excellent', 90.0), ('good', 75.0), ('fair', 60.0), ('poor', -np.inf))


@dataclass(frozen=True)
class Evaluation:
    """Scores of one unit; arrays run over the indicators.

    Attributes
    ----------
    actual : what is compared with the target: the value, or its change from the baseline in percent, in all or a year
    fulfilment : actual over target (target over actual where less is better), 0 to 1.2; NaN where missing
    weights : of the indicators with a value, sum 1; 0 where missing
    obstacle : share of each indicator in what is lacking, sum 1; 0 where nothing is
    score : 0 to 120
    grade : excellent from 90, good from 75, fair from 60, else poor
    coverage : share of the original weights that have a value
    """

    actual: np.ndarray
    fulfilment: np.ndarray
    weights: np.ndarray
    obstacle: np.ndarray
    score: float
    grade: str
    coverage: float

    @property
    def sparse(self) -> bool:
        """Less than 70 % of the weights have a value: the score is uncertain."""
        return self.coverage < ENOUGH


def evaluate(values, targets, weights, directions, kinds=None, baselines=None, years=None) -> Evaluation:
    """Total score = 100 sum w_i min(fulfilment_i, 1.2), weights of missing indicators shared among the others.

    Obstacle degree O_i = w_i (1 - x_i) / sum w_j (1 - x_j), x the fulfilment up to 1.

    Parameters
    ----------
    values : (n,) measured, NaN where missing
    targets : (n,) above 0, in the unit of the value, or percent of change
    weights : (n,) 0 or more
    directions : (n,) 1 where more is better, -1 where less is
    kinds : (n,) 'level' compares the value, 'change' its change from the baseline in percent, 'annual' the same per
        year, compound; a target for less is then the percent it should fall by
    baselines : (n,) value at the start, needed for 'change' and 'annual'
    years : (n,) since the start, needed for 'annual'

    Raises
    ------
    EmptyInputError : no indicator has a value
    ParameterError, TableError : targets, directions or baselines that make no sense
    """
    values, targets = np.asarray(values, dtype=float), np.asarray(targets, dtype=float)
    directions = np.asarray(directions)
    kinds = [LEVEL] * len(values) if kinds is None else list(kinds)
    baselines, years = (np.full(len(values), np.nan) if column is None else np.asarray(column, dtype=float)
                        for column in (baselines, years))
    _check(values, targets, directions, kinds, baselines, years)
    changes = np.array([kind != LEVEL for kind in kinds])
    with np.errstate(divide='ignore', invalid='ignore'):
        actual = np.select([np.array([kind == name for kind in kinds]) for name in (LEVEL, CHANGE)],
                           [values, percent_change(baselines, values)], annual_change(baselines, values, years))
        # A target for less is met by falling: change counts with its sign turned, a level as target over actual.
        more = np.where(changes, directions * actual, actual) / targets
        less = np.where(actual > 0, targets / np.where(actual > 0, actual, 1.0), CAP)
    fulfilment = np.clip(np.where(changes | (directions > 0), more, less), 0.0, CAP)
    fulfilment[np.isnan(actual)] = np.nan
    known = np.isfinite(fulfilment)
    if not known.any():
        raise EmptyInputError('No indicator has a value. Fill in the measured values.')
    shares = normalise_weights(weights)
    coverage = float(shares[known].sum())
    if coverage <= 0:
        raise ParameterError('The indicators that have a value all weigh 0.')
    used = np.where(known, shares, 0.0) / coverage
    lacking = used * (1.0 - np.minimum(np.nan_to_num(fulfilment), 1.0))
    total = lacking.sum()
    score = float(100.0 * (used * np.nan_to_num(fulfilment)).sum())
    return Evaluation(actual, fulfilment, used, lacking / total if total > 0 else lacking, score, grade_of(score),
                      coverage)


def grade_of(score) -> str:
    """The grade of a total score."""
    return next(name for name, least in GRADES if score >= least)


def dimension_scores(found: Evaluation, dimensions) -> dict:
    """Score of every dimension (such as ecological, economic, social), 0 to 120; NaN where nothing is known."""
    scores = {}
    names = np.asarray(dimensions)
    for name in dict.fromkeys(dimensions):
        weights = np.where(names == name, found.weights, 0.0)
        total = weights.sum()
        scores[name] = float(100 * (weights * np.nan_to_num(found.fulfilment)).sum() / total) if total > 0 else np.nan
    return scores


def _check(values, targets, directions, kinds, baselines, years):
    if not len(values):
        raise EmptyInputError('The table holds no indicator.')
    for row in range(len(values)):
        if kinds[row] not in KINDS:
            raise TableError('Row {row}: {kind} is no kind of target; write level, change or annual.', row=row + 1,
                             kind=kinds[row] or '-')
        if directions[row] not in (-1, 1):
            raise TableError('Row {row}: the direction must be + or -.', row=row + 1)
        if not targets[row] > 0:
            raise TableError('Row {row}: the target is {target}; it must be above 0.', row=row + 1,
                             target=f'{targets[row]:g}')
        if kinds[row] == LEVEL and values[row] < 0:
            raise TableError('Row {row}: the value {value} is negative; a level is compared as a ratio. Use the kind '
                             'change with a baseline.', row=row + 1, value=f'{values[row]:g}')
        if kinds[row] == CHANGE and np.isfinite(values[row]) and not abs(baselines[row]) > 0:
            raise TableError('Row {row}: a target of change needs a baseline other than 0.', row=row + 1)
        if kinds[row] == ANNUAL and np.isfinite(values[row]) and not (
                values[row] >= 0 and baselines[row] > 0 and years[row] > 0):
            raise TableError('Row {row}: a target per year needs a value of 0 or more, a baseline above 0 and the '
                             'years between them.', row=row + 1)
