"""Moran's I: whether like values stand side by side, over all units and around each, of one variable or of two."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..checks import never, silent, stop_if
from ..errors import EmptyInputError, GridMismatchError, ParameterError, ValueRangeError

CLUSTERS = ('HH', 'LH', 'LL', 'HL')
LABELS = {
    'HH': ('High among high', '高-高聚集'), 'LH': ('Low among high', '低-高聚集'),
    'LL': ('Low among low', '低-低聚集'), 'HL': ('High among low', '高-低聚集'),
    'ns': ('Not significant', '不显著'), 'island': ('No neighbour', '无邻居'), 'none': ('No data', '无数据')}
# Numbers drawn at a time, which bounds the memory.
BLOCK = 4000000


@dataclass(frozen=True)
class GlobalMoran:
    """Moran's I over all units.

    Attributes
    ----------
    index, expected : I, and -1 / (n - 1)
    z_normal, p_normal : standard score and two-sided p under normality; NaN for two variables
    p_value : pseudo p-value of the permutations, one-sided towards the side the index lies on; NaN without them
    z_permuted : (I - mean of the permuted) / their standard deviation
    """

    index: float
    expected: float
    z_normal: float
    p_normal: float
    p_value: float
    z_permuted: float


@dataclass(frozen=True)
class LocalMoran:
    """Moran's I around each unit.

    Attributes
    ----------
    index : (n,) local I; NaN for islands
    z, lag : (n,) standard score of the unit, and weighted sum of those of its neighbours
    quadrant : (n,) 1 HH, 2 LH, 3 LL, 4 HL (high or low among high or low)
    p_values : (n,) pseudo p-values by conditional permutation, one-sided; NaN for islands
    """

    index: np.ndarray
    z: np.ndarray
    lag: np.ndarray
    quadrant: np.ndarray
    p_values: np.ndarray


def global_moran(values, neighbours, other=None, permutations=999, seed=1, progress=silent,
                 cancelled=never) -> GlobalMoran:
    """Global Moran's I, I = n / S0 * sum w_ij z_i z_j / sum z_i^2, or between two variables with z_j of the other.

    Parameters
    ----------
    values : (n,) floats, all known
    neighbours : Neighbours
    other : (n,) values of a second variable whose neighbours' mean is compared (bivariate Moran)
    permutations : random rearrangements for the pseudo p-value, 0 for none
    seed : of the draws

    Returns
    -------
    GlobalMoran

    Raises
    ------
    EmptyInputError : fewer than three units, or no neighbours at all
    ValueRangeError : a constant variable

    Source: Moran 1950, doi:10.1093/biomet/37.1-2.17; Cliff & Ord 1981
    """
    own, lagged = _standard_scores(values, other, neighbours)
    n, total = own.size, neighbours.weights.sum()
    index = float(own @ neighbours.lag(lagged)) / total
    # Islands have no neighbours and add nothing; the factor n / S0 goes with all units.
    expected = -1.0 / (n - 1)
    z_normal = p_normal = math.nan
    if other is None:
        z_normal = (index - expected) / math.sqrt(_normal_variance(neighbours, n))
        p_normal = math.erfc(abs(z_normal) / math.sqrt(2))
    found = _permuted(own, lagged, neighbours, other is None, permutations, seed, progress, cancelled) / total
    p_value = z_permuted = math.nan
    if permutations:
        p_value = float(_pseudo_p(np.sum(found >= index), permutations))
        spread = found.std()
        z_permuted = float((index - found.mean()) / spread) if spread > 0 else math.nan
    return GlobalMoran(index, expected, z_normal, p_normal, p_value, z_permuted)


def local_moran(values, neighbours, other=None, permutations=999, seed=1, progress=silent,
                cancelled=never) -> LocalMoran:
    """Local Moran's I with conditional permutation, I_i = (n - 1) / sum z^2 * z_i * sum w_ij z_j.

    A unit keeps its value while its neighbours are drawn from all other units. The same draws serve all units, as
    they are independent of the values.

    Parameters and errors as in :func:`global_moran`.

    Returns
    -------
    LocalMoran

    Source: Anselin 1995, doi:10.1111/j.1538-4632.1995.tb00338.x
    """
    own, lagged = _standard_scores(values, other, neighbours)
    n, islands = own.size, neighbours.islands
    lag = neighbours.lag(lagged)
    factor = (n - 1) / n
    index = np.where(islands, np.nan, factor * own * lag)
    quadrant = np.where(own > 0, np.where(lag > 0, 1, 4), np.where(lag > 0, 2, 3))
    p_values = np.full(n, np.nan)
    if permutations:
        larger = _count_larger(own, lagged, neighbours, index / factor, permutations, seed, progress, cancelled)
        p_values[~islands] = _pseudo_p(larger[~islands], permutations)
    return LocalMoran(index, own, lag, quadrant, p_values)


def cluster_classes(local, significance=0.05, false_discovery=False) -> np.ndarray:
    """'HH', 'LH', 'LL' or 'HL' where significant, 'ns' where not, 'island' without neighbours.

    Parameters
    ----------
    local : LocalMoran
    significance : largest p-value that counts, 0 to 1
    false_discovery : lower it so that at most this share of the clusters is expected to be false, see
        :func:`false_discovery_limit`
    """
    limit = false_discovery_limit(local.p_values, significance) if false_discovery else significance
    names = np.array(CLUSTERS, dtype=object)[local.quadrant - 1]
    names[~(np.nan_to_num(local.p_values, nan=2.0) <= limit)] = 'ns'
    names[np.isnan(local.index)] = 'island'
    return names


def false_discovery_limit(p_values, significance=0.05) -> float:
    """The largest p-value that counts when ``significance`` is the share of false discoveries; 0 where none does.

    Source: Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x
    """
    if not 0 < significance <= 1:
        raise ParameterError('The significance is {value}; it must be above 0 and at most 1.',
                             value=f'{significance:g}')
    ordered = np.sort(np.asarray(p_values, dtype=float)[np.isfinite(p_values)])
    fine = np.flatnonzero(ordered <= significance * np.arange(1, ordered.size + 1) / max(ordered.size, 1))
    return float(ordered[fine[-1]]) if fine.size else 0.0


def _permuted(own, lagged, neighbours, alone, permutations, seed, progress, cancelled):
    """(permutations,) sum of w_ij z_i z_j with the values rearranged; the second variable only where there is one."""
    from scipy.sparse import csr_matrix
    n = own.size
    weights = csr_matrix((neighbours.weights, neighbours.others, neighbours.starts), shape=(n, n))
    towards = weights.T @ own
    found = np.empty(permutations)
    draw = np.random.default_rng(seed)
    step = max(1, BLOCK // n)
    for first in range(0, permutations, step):
        stop_if(cancelled)
        progress(first / permutations, 'Permutation {number} of {count}', number=first, count=permutations)
        size = min(step, permutations - first)
        mixed = draw.permuted(np.broadcast_to(lagged[:, np.newaxis], (n, size)), axis=0)
        found[first:first + size] = (mixed * (weights @ mixed)).sum(axis=0) if alone else towards @ mixed
    return found


def _standard_scores(values, other, neighbours):
    """z-scores (population standard deviation) of the unit's variable and of that of its neighbours."""
    scores = []
    for name, column in (('first', values), ('second', values if other is None else other)):
        column = np.asarray(column, dtype=float)
        if column.shape != (len(neighbours),):
            raise GridMismatchError('There are {values} values for {units} units.', values=column.size,
                                    units=len(neighbours))
        if column.size < 3:
            raise EmptyInputError('Clusters need at least three units with data; there are {count}.',
                                  count=column.size)
        if not np.isfinite(column).all():
            raise EmptyInputError('{count} values are unknown; the first in unit {unit}.',
                                  count=int((~np.isfinite(column)).sum()),
                                  unit=int(np.argmax(~np.isfinite(column))) + 1)
        spread = column.std()
        if spread <= 1e-12 * max(1.0, float(np.abs(column).max())):
            raise ValueRangeError('The {name} variable is {value} in all {count} units, so nothing can cluster. Check '
                                  'the field.', name=name, value=f'{column[0]:g}', count=column.size)
        scores.append((column - column.mean()) / spread)
    if not neighbours.others.size:
        raise EmptyInputError('None of the {count} units has a neighbour. Choose k nearest neighbours, or a larger '
                              'distance.', count=len(neighbours))
    return scores


def _normal_variance(neighbours, n):
    """Variance of Moran's I under normality."""
    owners, others, weights = neighbours.owners, neighbours.others, neighbours.weights
    s0 = weights.sum()
    forward = owners * n + others
    back = others * n + owners
    place = np.minimum(np.searchsorted(forward, back), forward.size - 1)
    mirrored = np.where(forward[place] == back, weights[place], 0.0)
    # One-way pairs stand for two equal terms of the double sum.
    s1 = ((weights + mirrored) ** 2 * np.where(mirrored > 0, 1.0, 2.0)).sum() / 2
    s2 = ((np.bincount(owners, weights, n) + np.bincount(others, weights, n)) ** 2).sum()
    return (n * n * s1 - n * s2 + 3 * s0 * s0) / ((n * n - 1) * s0 * s0) - 1.0 / (n - 1) ** 2


def _count_larger(own, lagged, neighbours, observed, permutations, seed, progress, cancelled):
    """How many conditional permutations give at least the observed product, per unit.

    All units share the draws: a unit that is drawn as its own neighbour is replaced by the last one, whom nobody draws.
    """
    n, counts = own.size, neighbours.counts
    draws = _distinct_draws(np.random.default_rng(seed), permutations, int(counts.max()), n - 1)
    larger = np.zeros(n, np.int64)
    # Equal sums of the same numbers may differ in the last digit.
    slack = 1e-12 * np.abs(own) * np.abs(lagged).max() * np.bincount(neighbours.owners, neighbours.weights, n)
    least = observed - slack
    step = max(1, BLOCK // permutations)
    for count in np.unique(counts[counts > 0]):
        units = np.flatnonzero(counts == count)
        drawn = lagged[draws[:, :count]].T
        for first in range(0, units.size, step):
            stop_if(cancelled)
            progress(units[first] / n, 'Conditional permutations of {count} units', count=n)
            some = units[first:first + step]
            weights = neighbours.weights[neighbours.starts[some][:, None] + np.arange(count)]
            total = weights @ drawn
            place = np.full(n, -1)
            place[some] = np.arange(some.size)
            row = place[draws[:, :count]]
            turn, column = np.nonzero(row >= 0)
            row = row[turn, column]
            total[row, turn] += weights[row, column] * (lagged[-1] - lagged[some[row]])
            larger[some] = (own[some, None] * total >= least[some, None]).sum(axis=1)
    return larger


def _distinct_draws(draw, rows, count, size):
    """(rows, count) numbers below ``size``, none twice in a row, every order equally likely."""
    if count * count > size:
        step = max(1, BLOCK // size)
        parts = [np.argsort(draw.random((min(step, rows - first), size)), axis=1)[:, :count]
                 for first in range(0, rows, step)]
        return np.concatenate(parts) if parts else np.zeros((0, count), np.int64)
    found = draw.integers(0, size, (rows, count))
    twice = np.arange(rows)
    while twice.size:
        ordered = np.sort(found[twice], axis=1)
        twice = twice[(ordered[:, 1:] == ordered[:, :-1]).any(axis=1)]
        found[twice] = draw.integers(0, size, (twice.size, count))
    return found


def _pseudo_p(larger, permutations):
    """(1 + cases at least as extreme) / (1 + permutations), on the side where fewer cases are."""
    return (np.minimum(larger, permutations - larger) + 1) / (permutations + 1)
