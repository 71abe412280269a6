"""Weights of the factors of a resistance surface: judged, from the scores themselves, or both combined."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..correlation import Correlations, indicator_correlations
from ..errors import MissingCodeError, ParameterError, ValueRangeError
from ..objective import SAMPLE, minmax, sample_cells
from ..scores import score_factor
from ..weights import (
    ahp_weights,
    check_consistency,
    critic_weights,
    entropy_weights,
    factor_key,
    game_theory_weights,
    pca_weights,
)

METHODS = ('manual', 'ahp', 'entropy', 'critic', 'pca', 'combined')
JUDGED = ('ahp', 'combined')


@dataclass(frozen=True)
class FactorWeights:
    """Weights of k factors and where they come from.

    Attributes
    ----------
    weights : (k,) sum 1
    method : one of METHODS
    parts : dict method -> (k,) weights, of the two parts of a combination; empty otherwise
    shares : coefficients of the parts, in their order
    consistency_ratio : of the judgements, NaN without
    constant : names of the factors whose scores do not vary, so that the data give them 0
    """

    weights: np.ndarray
    method: str = 'manual'
    parts: dict | None = None
    shares: tuple = ()
    consistency_ratio: float = np.nan
    constant: tuple = ()


def factor_table(factors, rules, limit=SAMPLE, seed=1) -> np.ndarray:
    """Scores of all factors in cells where every factor is known.

    Parameters
    ----------
    factors : list of (rows, cols) arrays, NaN where unknown; rules : list of FactorScores in the same order
    limit, seed : see objective.sample_cells

    Returns
    -------
    (n cells, k factors) float array

    Raises
    ------
    GridMismatchError, EmptyInputError, MissingCodeError, ValueRangeError
    """
    cells = sample_cells(factors, limit, seed)
    columns = []
    for values, rule in zip(factors, rules):
        try:
            columns.append(score_factor(np.ravel(values)[cells], rule))
        except (MissingCodeError, ValueRangeError):
            # The whole raster says how many cells there are and where.
            score_factor(values, rule)
            raise
    return np.column_stack(columns)


def factor_correlations(factors, rules, weights, limit=SAMPLE, seed=1) -> Correlations:
    """Correlations of the scores of the factors that have a weight; see factor_table."""
    used = np.flatnonzero(np.asarray(weights) > 0)
    table = factor_table([factors[i] for i in used], [rules[i] for i in used], limit, seed)
    whole = np.zeros((len(table), len(factors)))
    whole[:, used] = table
    return indicator_correlations(whole, np.asarray(weights) > 0)


def judged_weights(names, compared, matrix):
    """AHP weights of ``names`` from a matrix that may compare more factors.

    Parameters
    ----------
    names : k factor names; letter case, blanks and hyphens do not matter
    compared : names of the rows and columns of ``matrix``
    matrix : pairwise comparison matrix

    Returns
    -------
    AhpResult of the k factors, names that were compared but are no factor

    Raises
    ------
    ParameterError : a factor that is not compared
    ValueRangeError : not reciprocal
    ConsistencyError : the judgements contradict each other
    """
    keys = [factor_key(name) for name in compared]
    missing = [name for name in names if factor_key(name) not in keys]
    if missing:
        raise ParameterError('The judgements do not compare {missing}; they compare {known}. Add a row and a column '
                             'for each factor, named as the factors are.', missing=', '.join(missing),
                             known=', '.join(compared))
    order = [keys.index(factor_key(name)) for name in names]
    result = ahp_weights(np.asarray(matrix, dtype=float)[np.ix_(order, order)], names)
    check_consistency(result, names)
    wanted = {factor_key(name) for name in names}
    return result, [name for name in compared if factor_key(name) not in wanted]


def data_weights(method, names, table, judged=None) -> FactorWeights:
    """Weights of factors by one of METHODS but 'manual'.

    'combined' joins the weights by entropy and the judged ones by game theory. Factors whose scores do not vary get 0,
    but for 'ahp', where the judgements alone count.

    Parameters
    ----------
    names : k factor names
    table : (n, k) scores, for all but 'ahp'
    judged : AhpResult for 'ahp' and 'combined'

    Raises
    ------
    ParameterError : an unknown method
    EmptyInputError : no factor varies, or fewer than two cells
    """
    if method not in METHODS[1:]:
        raise ParameterError('There is no weighting method {method}; choose one of {methods}.', method=method,
                             methods=', '.join(METHODS))
    ratio = judged.consistency_ratio if judged is not None else np.nan
    if method == 'ahp':
        return FactorWeights(judged.weights, method, {}, (), ratio)
    scaled = minmax(table, np.ones(len(names)))
    constant = tuple(name for name, spread in zip(names, np.ptp(scaled, axis=0)) if spread == 0)
    if method == 'combined':
        kept = np.where(np.ptp(scaled, axis=0) > 0, judged.weights, 0.0)
        parts = {'entropy': entropy_weights(scaled, names), 'ahp': kept / kept.sum()}
        weights, shares = game_theory_weights(*parts.values())
        return FactorWeights(weights, method, parts, shares, ratio, constant)
    weigh = {'entropy': entropy_weights, 'critic': critic_weights, 'pca': pca_weights}[method]
    return FactorWeights(weigh(scaled, names), method, {}, (), np.nan, constant)
