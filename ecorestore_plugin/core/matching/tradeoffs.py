"""Trade-offs and synergies between ecosystem services: correlations with p-values, and trade-off strength."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import EmptyInputError, ParameterError

SIGNIFICANCE = 0.05


@dataclass(frozen=True)
class TradeOffs:
    """How m services go together over n places.

    Attributes
    ----------
    pearson, spearman : (m, m) correlations; NaN where a service does not vary
    pearson_p, spearman_p : (m, m) two-sided p-values of Student's t with n - 2 degrees of freedom
    strength : (m, m) mean trade-off strength of each pair, 0 on the diagonal
    benefit : (m, m) mean of (row - column) of the scaled services: above 0 the row is the better served
    overall : (n,) trade-off strength among all services per place
    constant : (m,) bool, services that do not vary
    count : complete places
    """

    pearson: np.ndarray
    pearson_p: np.ndarray
    spearman: np.ndarray
    spearman_p: np.ndarray
    strength: np.ndarray
    benefit: np.ndarray
    overall: np.ndarray
    constant: np.ndarray
    count: int

    def relation(self, i, j, significance=SIGNIFICANCE):
        """'synergy', 'tradeoff' or 'none' by the sign of Spearman's correlation where it is significant."""
        value, p = self.spearman[i, j], self.spearman_p[i, j]
        if not (np.isfinite(value) and p < significance):
            return 'none'
        return 'synergy' if value > 0 else 'tradeoff'


def trade_offs(table) -> TradeOffs:
    """Correlations and trade-off strength of services.

    Trade-off strength is the root mean square deviation from the mean of the min-max scaled services of a place,
    sqrt(sum (x - mean)^2 / (m - 1)); for two services the distance to the line on which both are equal, |a - b| /
    sqrt 2. The strength of a pair is its mean over the places.

    Parameters
    ----------
    table : (n, m) floats, n places and m services; places that lack a service are left out

    Returns
    -------
    TradeOffs

    Raises
    ------
    ParameterError : fewer than two services
    EmptyInputError : fewer than three complete places

    Source: Bradford & D'Amato 2012, doi:10.1890/110031 (trade-off strength)
    """
    table = np.asarray(table, dtype=float)
    if table.ndim != 2 or table.shape[1] < 2:
        raise ParameterError('Trade-offs need at least two services; there is {count}.',
                             count=table.shape[1] if table.ndim == 2 else 0)
    given = len(table)
    table = table[np.isfinite(table).all(axis=1)]
    n = len(table)
    if n < 3:
        raise EmptyInputError('Only {count} of {given} places know all services; at least three are needed. Check that '
                              'the layers cover the same area.', count=n, given=given)
    spread = np.ptp(table, axis=0)
    constant = spread <= 0
    scaled = (table - table.min(axis=0)) / np.where(constant, 1.0, spread)
    pearson = _correlation(scaled, constant)
    spearman = _correlation(mean_ranks(scaled), constant)
    strength, benefit = _pair_means(scaled)
    overall = overall_strength(table, table.min(axis=0), table.max(axis=0))
    return TradeOffs(pearson, p_values(pearson, n), spearman, p_values(spearman, n), strength, benefit, overall,
                     constant, n)


def overall_strength(table, low, high) -> np.ndarray:
    """Trade-off strength among all services of complete places, each scaled from ``low`` to ``high``.

    Parameters
    ----------
    table : (n, m) floats; low, high : (m,) range of every service over all places; one without a range counts as 0
    """
    scaled = (np.asarray(table, dtype=float) - low) / np.where(np.asarray(high) > low, np.asarray(high) - low, 1.0)
    return np.sqrt(((scaled - scaled.mean(axis=1, keepdims=True)) ** 2).sum(axis=1) / (scaled.shape[1] - 1))


def p_values(correlation, count) -> np.ndarray:
    """Two-sided p-values of correlations over ``count`` independent places; NaN where there is no correlation."""
    from scipy.special import stdtr
    r = np.clip(np.asarray(correlation, dtype=float), -1, 1)
    freedom = count - 2
    with np.errstate(divide='ignore'):
        t = np.abs(r) * np.sqrt(freedom / (1 - r ** 2)) if freedom > 0 else np.full(r.shape, np.nan)
    return 2 * stdtr(freedom, -t) if freedom > 0 else t


def _correlation(table, constant):
    matrix = np.full((constant.size, constant.size), np.nan)
    columns = np.flatnonzero(~constant)
    if columns.size:
        matrix[np.ix_(columns, columns)] = np.atleast_2d(np.corrcoef(table[:, columns], rowvar=False))
        matrix[columns, columns] = 1.0
    return matrix


def mean_ranks(table):
    """Ranks of each column from 1, equal values sharing the mean of theirs."""
    ranks = np.empty(table.shape)
    for column in range(table.shape[1]):
        _, place, counts = np.unique(table[:, column], return_inverse=True, return_counts=True)
        ranks[:, column] = (np.cumsum(counts) - (counts - 1) / 2)[place.ravel()]
    return ranks


def _pair_means(scaled):
    """Strength and benefit of every pair."""
    m = scaled.shape[1]
    strength, benefit = np.zeros((m, m)), np.zeros((m, m))
    for i in range(m):
        for j in range(i + 1, m):
            apart = scaled[:, i] - scaled[:, j]
            strength[i, j] = strength[j, i] = np.abs(apart).mean() / np.sqrt(2)
            benefit[i, j] = apart.mean()
            benefit[j, i] = -benefit[i, j]
    return strength, benefit
