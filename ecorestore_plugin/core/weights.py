"""Weights of factors and indicators: from judgements (AHP) and from the data (entropy)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .checks import check_range
from .errors import ConsistencyError, EmptyInputError, ParameterError, ValueRangeError

# Mean consistency index of random reciprocal matrices of 1, 2, ... 15 factors (Saaty 1980).
RANDOM_INDEX = (0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59)
ACCEPTED_RATIO = 0.10


@dataclass(frozen=True)
class AhpResult:
    """What a pairwise comparison matrix says.

    Attributes
    ----------
    weights : (n,) float array, sums to 1
    largest_eigenvalue : at least n, equal to n when no judgement contradicts another
    consistency_index : (largest eigenvalue - n) / (n - 1)
    consistency_ratio : consistency index over that of random matrices; acceptable below 0.1
    worst_pair : (i, j) with i < j of the judgement furthest from what the weights imply
    worst_value : the judgement a_ij as given
    consistent_value : w_i / w_j, what a_ij would be if it agreed with the weights
    """

    weights: np.ndarray
    largest_eigenvalue: float
    consistency_index: float
    consistency_ratio: float
    worst_pair: tuple[int, int]
    worst_value: float
    consistent_value: float

    @property
    def acceptable(self) -> bool:
        return self.consistency_ratio < ACCEPTED_RATIO


def ahp_weights(matrix, names=None) -> AhpResult:
    """Weights from pairwise comparisons: the principal eigenvector of a reciprocal matrix.

    Parameters
    ----------
    matrix : (n, n) positive reciprocal array, a_ij = how many times factor i matters more than factor j
    names : n factor names for messages

    Returns
    -------
    AhpResult; its ``acceptable`` says whether the consistency ratio is below 0.1

    Raises
    ------
    ParameterError : not square, more than 15 factors
    ValueRangeError : a judgement that is not a positive number, or a pair that is not reciprocal

    Source: Saaty 1977, Journal of Mathematical Psychology, doi:10.1016/0022-2496(77)90033-5; Saaty 1980
    """
    judgements = np.array(matrix, dtype=float)
    names = _names(judgements, names)
    _check_reciprocal(judgements, names)
    n = len(judgements)
    values, vectors = np.linalg.eig(judgements)
    principal = int(np.argmax(values.real))
    largest = float(values[principal].real)
    weights = np.abs(vectors[:, principal].real)
    weights = weights / weights.sum()
    index = max(0.0, (largest - n) / (n - 1)) if n > 1 else 0.0
    random_index = RANDOM_INDEX[n - 1]
    pair = _worst_pair(judgements, weights)
    return AhpResult(weights, largest, index, index / random_index if random_index else 0.0, pair,
                     float(judgements[pair]), float(weights[pair[0]] / weights[pair[1]]))


def check_consistency(result: AhpResult, names=None) -> None:
    """The consistency ratio is below 0.1.

    Raises
    ------
    ConsistencyError : names the judgement that contradicts the others most and the value that would agree
    """
    if result.acceptable:
        return
    i, j = result.worst_pair
    names = names or [str(k + 1) for k in range(len(result.weights))]
    raise ConsistencyError(
        'The judgements contradict each other: consistency ratio {ratio}, and it must stay below 0.1. '
        'The most contradictory judgement is {first} over {second} = {value}; the others imply about {consistent}. '
        'Reconsider it and run again.',
        ratio=f'{result.consistency_ratio:.3f}', first=names[i], second=names[j],
        value=f'{result.worst_value:.3g}', consistent=f'{result.consistent_value:.3g}')


def entropy_weights(values, names=None) -> np.ndarray:
    """Weights from the data: an indicator that tells units apart better counts more.

    p = x / sum x; e = -sum p ln p / ln n; weight = (1 - e) / sum (1 - e). A constant indicator gets 0.

    Parameters
    ----------
    values : (n units, m indicators) array, already min-max normalised to 0..1 with larger meaning better;
        rows with NaN are left out
    names : m indicator names for messages

    Returns
    -------
    (m,) float array, sums to 1

    Raises
    ------
    ParameterError : not a table of units x indicators
    EmptyInputError : fewer than two complete rows, or no indicator that varies
    ValueRangeError : a value outside 0..1

    Source: Shannon 1948, doi:10.1002/j.1538-7305.1948.tb01338.x; Zou, Yun & Sun 2006,
    doi:10.1016/S1001-0742(06)60032-6
    """
    table = np.asarray(values, dtype=float)
    if table.ndim != 2 or table.shape[1] == 0:
        raise ParameterError('Entropy weights need a table of units x indicators, not an array of {shape}.',
                             shape=' x '.join(map(str, table.shape)))
    names = list(names) if names is not None else [str(k + 1) for k in range(table.shape[1])]
    for name, column in zip(names, table.T):
        check_range(name, column, 0, 1)
    table = table[~np.isnan(table).any(axis=1)]
    if len(table) < 2:
        raise EmptyInputError('Entropy weights need at least two units with all indicators known; there are {count}.',
                              count=len(table))
    spread = 1 - _entropy(table)
    if not spread.any():
        raise EmptyInputError('Entropy weights: all {count} indicators are constant, so none can be weighed. '
                              'Use equal or judged weights.', count=table.shape[1])
    return spread / spread.sum()


def normalise_weights(weights, names=None) -> np.ndarray:
    """Weights scaled to sum 1.

    Raises
    ------
    ValueRangeError : a weight that is negative or not a number, or all are 0
    """
    weights = np.asarray(weights, dtype=float)
    names = names or [str(k + 1) for k in range(weights.size)]
    wrong = np.flatnonzero(~np.isfinite(weights) | (weights < 0))
    if wrong.size:
        raise ValueRangeError('The weight of {name} is {value}; weights must be 0 or more.',
                              name=names[wrong[0]], value=f'{weights[wrong[0]]:g}')
    if weights.size == 0 or weights.sum() == 0:
        raise ValueRangeError('All {count} weights are 0; give at least one factor a positive weight.',
                              count=int(weights.size))
    return weights / weights.sum()


def _entropy(table):
    totals = table.sum(axis=0)
    shares = table / np.where(totals > 0, totals, 1)
    logarithms = np.log(np.where(shares > 0, shares, 1))
    entropy = -(shares * logarithms).sum(axis=0) / np.log(len(table))
    # Rounding must not give a constant indicator a tiny weight.
    return np.where(np.ptp(table, axis=0) == 0, 1.0, np.minimum(entropy, 1.0))


def _names(judgements, names):
    if judgements.ndim != 2 or judgements.shape[0] != judgements.shape[1] or judgements.size == 0:
        raise ParameterError('A pairwise comparison matrix must be square; this one has {shape} values.',
                             shape=' x '.join(map(str, judgements.shape)))
    n = len(judgements)
    if n > len(RANDOM_INDEX):
        raise ParameterError('A pairwise comparison of {count} factors cannot be judged reliably; the limit is '
                             '{limit}. Group the factors and compare inside the groups first.',
                             count=n, limit=len(RANDOM_INDEX))
    names = list(names) if names is not None else [str(k + 1) for k in range(n)]
    if len(names) != n:
        raise ParameterError('There are {names} factor names for {count} factors.', names=len(names), count=n)
    return names


def _check_reciprocal(judgements, names):
    wrong = np.argwhere(~(np.isfinite(judgements) & (judgements > 0)))
    if len(wrong):
        i, j = wrong[0]
        raise ValueRangeError('{count} judgements are not positive numbers; the first is {first} over {second} = '
                              '{value}.',
                              count=len(wrong), first=names[i], second=names[j], value=f'{judgements[i, j]:g}')
    # Published matrices are rounded to two or three digits: 0.33 for 1/3 must pass.
    apart = np.argwhere(np.abs(judgements * judgements.T - 1) > 0.02)
    if len(apart):
        i, j = apart[0]
        raise ValueRangeError(
            'The matrix is not reciprocal in {count} places; the first is {first} over {second} = {value}, '
            'so {second} over {first} must be {inverse}, not {given}.',
            count=len(apart), first=names[i], second=names[j], value=f'{judgements[i, j]:.4g}',
            inverse=f'{1 / judgements[i, j]:.4g}', given=f'{judgements[j, i]:.4g}')


def _worst_pair(judgements, weights):
    if len(weights) == 1:
        return 0, 0
    apart = np.abs(np.log(judgements * weights[None, :] / weights[:, None]))
    i, j = np.unravel_index(int(np.argmax(np.triu(apart, 1))), apart.shape)
    return (0, 1) if i >= j else (int(i), int(j))
