"""Weights of factors and indicators: from judgements (AHP), from the data (entropy, CRITIC, PCA), and combined."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .checks import check_range, check_share
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


def judgement_deviations(matrix, weights):
    """How far each judgement is from what the weights imply.

    Parameters
    ----------
    matrix : (n, n) pairwise comparison matrix; weights : (n,) its weights

    Returns
    -------
    list of (i, j, w_i / w_j, how many times the judgement differs from it, 1 or more) for i < j, the largest
    deviation first, equal ones in the order of the matrix
    """
    matrix, weights = np.asarray(matrix, dtype=float), np.asarray(weights, dtype=float)
    pairs = []
    for i, j in zip(*np.triu_indices(len(weights), 1)):
        implied = weights[i] / weights[j]
        times = max(matrix[i, j] / implied, implied / matrix[i, j])
        pairs.append((int(i), int(j), float(implied), float(times)))
    return sorted(pairs, key=lambda pair: -round(pair[3], 9))


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
    spread = 1 - _entropy(_indicator_table(values, names)[0])
    return spread / spread.sum()


def critic_weights(values, names=None) -> np.ndarray:
    """Weights from the data: an indicator counts more the more it varies and the less the others repeat it.

    C_j = sd_j * sum over k of (1 - r_jk), with the population standard deviation and Pearson's r; weight = C_j /
    sum C. A constant indicator gets 0 and is left out of the sums. Where all repeat each other, so that every C is
    0, the standard deviations alone decide.

    Parameters
    ----------
    values : (n units, m indicators) array, min-max normalised to 0..1 with larger meaning better; rows with NaN are
        left out
    names : m indicator names for messages

    Returns
    -------
    (m,) float array, sums to 1

    Raises
    ------
    ParameterError, EmptyInputError, ValueRangeError : as entropy_weights

    Source: Diakoulaki, Mavrotas & Papayannakis 1995, doi:10.1016/0305-0548(94)00059-H
    """
    table, varies = _indicator_table(values, names)
    spread = np.where(varies, table.std(axis=0), 0.0)
    conflict = np.zeros(spread.size)
    conflict[varies] = np.maximum(1 - _correlation(table[:, varies]), 0).sum(axis=1)
    contrast = spread * conflict
    # Rounding leaves a trace of conflict between perfect copies.
    if contrast.sum() <= 1e-9 * spread.sum():
        contrast = spread
    return contrast / contrast.sum()


def pca_weights(values, names=None, variance=0.85) -> np.ndarray:
    """Weights from the data: the share of each indicator that the leading principal components carry.

    The components of the correlation matrix are kept, largest first, until they hold ``variance`` of all variance
    (a tie at the end is kept whole). The communality of an indicator is H_j = sum over the kept components of
    eigenvalue_i * element_ij^2; weight = H_j / sum H. A constant indicator gets 0.

    Parameters
    ----------
    values : (n units, m indicators) array, min-max normalised to 0..1; rows with NaN are left out
    names : m indicator names for messages
    variance : share of the variance to keep, above 0 to 1; with 1 all indicators weigh the same

    Returns
    -------
    (m,) float array, sums to 1

    Raises
    ------
    ParameterError, EmptyInputError, ValueRangeError : as entropy_weights

    Source: OECD & JRC 2008, Handbook on Constructing Composite Indicators, doi:10.1787/9789264043466-en
    """
    check_share('variance', variance)
    table, varies = _indicator_table(values, names)
    eigenvalues, vectors = np.linalg.eigh(_correlation(table[:, varies]))
    eigenvalues, vectors = np.maximum(eigenvalues[::-1], 0), vectors[:, ::-1]
    held = np.cumsum(eigenvalues) / eigenvalues.sum()
    last = min(int(np.searchsorted(held, variance - 1e-9)), eigenvalues.size - 1)
    kept = eigenvalues >= eigenvalues[last] * (1 - 1e-9)
    communality = np.zeros(varies.size)
    communality[varies] = (vectors[:, kept] ** 2 * eigenvalues[kept]).sum(axis=1)
    return communality / communality.sum()


def game_theory_weights(*sets):
    """Combination of several sets of weights nearest to all of them: w = sum of a_i w_i.

    The coefficients solve [w_i . w_j] a = [w_i . w_i] and are scaled to sum 1; where one would be negative, or the
    sets follow from each other, the mean is taken.

    Parameters
    ----------
    sets : one or more sets of m weights, each summing to 1

    Returns
    -------
    weights that sum to 1, tuple of the coefficients
    """
    rows = np.array(sets, dtype=float)
    share = np.full(len(rows), 1.0 / len(rows))
    products = rows @ rows.T
    sizes = np.sqrt(np.diag(products))
    if np.linalg.det(products / np.outer(sizes, sizes)) > 1e-12:
        solved = np.linalg.solve(products, np.diag(products))
        if (solved >= 0).all() and solved.sum() > 0:
            share = solved / solved.sum()
    combined = share @ rows
    return combined / combined.sum(), tuple(float(part) for part in share)


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


def factor_key(name) -> str:
    """A factor name for comparing: letter case, blanks and hyphens do not matter."""
    return str(name).strip().lower().replace(' ', '_').replace('-', '_')


def _indicator_table(values, names):
    """The complete rows of a table of normalised indicators, and which of its columns vary."""
    table = np.asarray(values, dtype=float)
    if table.ndim != 2 or table.shape[1] == 0:
        raise ParameterError('Weights from the data need a table of units x indicators, not an array of {shape}.',
                             shape=' x '.join(map(str, table.shape)))
    names = list(names) if names is not None else [str(k + 1) for k in range(table.shape[1])]
    for name, column in zip(names, table.T):
        check_range(name, column, 0, 1)
    table = table[~np.isnan(table).any(axis=1)]
    if len(table) < 2:
        raise EmptyInputError('Weights from the data need at least two units with all indicators known; there are '
                              '{count}.', count=len(table))
    varies = np.ptp(table, axis=0) > 0
    if not varies.any():
        raise EmptyInputError('All {count} indicators are constant, so the data cannot weigh them. '
                              'Use equal or judged weights.', count=table.shape[1])
    return table, varies


def _correlation(table):
    return np.atleast_2d(np.corrcoef(table, rowvar=False))


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
    pairs = judgement_deviations(judgements, weights)
    return pairs[0][:2] if pairs else (0, 0)
