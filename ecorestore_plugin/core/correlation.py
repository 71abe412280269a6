"""How indicators repeat each other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Correlations:
    """How the indicators repeat each other.

    Attributes
    ----------
    matrix : (m, m) Pearson correlations of the normalised indicators, NaN for unusable ones
    vif : (m,) variance inflation factors, infinite where an indicator follows from the others
    """

    matrix: np.ndarray
    vif: np.ndarray

    def alike(self, limit):
        """(i, j, correlation) with i < j of the pairs whose correlation is ``limit`` or more in size."""
        found = np.argwhere(np.triu(np.abs(np.nan_to_num(self.matrix)) >= limit, 1))
        return [(int(i), int(j), float(self.matrix[i, j])) for i, j in found]


def indicator_correlations(table, usable) -> Correlations:
    """Correlation matrix and variance inflation factors of normalised indicators.

    Parameters
    ----------
    table : (n, m) floats, complete in the usable columns
    usable : (m,) bool

    Source: Marquardt 1970 (variance inflation factor), doi:10.1080/00401706.1970.10488699
    """
    usable = np.asarray(usable, dtype=bool)
    table = np.asarray(table, dtype=float)
    matrix, vif = np.full((usable.size, usable.size), np.nan), np.full(usable.size, np.nan)
    columns = np.flatnonzero(usable & (np.ptp(table, axis=0) > 0 if len(table) > 2 else False))
    if not columns.size:
        return Correlations(matrix, vif)
    inner = np.atleast_2d(np.corrcoef(table[:, columns], rowvar=False))
    matrix[np.ix_(columns, columns)] = inner
    for position, column in enumerate(columns):
        others = np.delete(np.arange(columns.size), position)
        towards = inner[others, position]
        explained = towards @ np.linalg.pinv(inner[np.ix_(others, others)]) @ towards if others.size else 0.0
        vif[column] = 1 / (1 - explained) if explained < 1 - 1e-10 else np.inf
    return Correlations(matrix, vif)
