"""Values of a class table on a class raster."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .checks import check_code_counts
from .errors import DuplicateCodeError

CLOSE = 100_000  # codes whose lowest and highest differ by no more are counted and looked up by place


def class_values(name, codes, valid, table_codes, values):
    """The table's value for each cell's class.

    Parameters
    ----------
    name : what messages call the raster
    codes : (rows, cols) integer array of class codes
    valid : (rows, cols) boolean array, False where the class is unknown
    table_codes : (n,) integer codes of the table, each once
    values : (n,) float array, or (n, k) for several columns at once

    Returns
    -------
    (rows, cols) float array, NaN where not ``valid``; (k, rows, cols) for several columns

    Raises
    ------
    MissingCodeError : a valid cell's code has no row in the table; lists codes and cell counts
    DuplicateCodeError : a code stands in two rows
    """
    values = np.asarray(values, dtype=float)
    codes, valid = np.asarray(codes), np.asarray(valid, dtype=bool)
    lookup = class_lookup(name, class_counts(codes, valid), table_codes, values)
    found = np.array(lookup.values(codes, valid))
    return found[0] if values.ndim == 1 else found


def class_counts(codes, valid):
    """dict code -> cells of a class raster, in rising order of the codes."""
    codes, valid = np.asarray(codes), np.asarray(valid, dtype=bool)
    codes = codes.ravel() if valid.all() else codes[valid]
    if not codes.size:
        return {}
    low, high = int(codes.min()), int(codes.max())
    if high - low > CLOSE:
        return dict(zip(*(part.tolist() for part in np.unique(codes, return_counts=True))))
    # Counting is faster than sorting where the codes lie close together.
    counts = np.bincount(codes - low)
    return {low + offset: int(counts[offset]) for offset in np.flatnonzero(counts).tolist()}


def _check_unique(name, table_codes):
    present, counts = np.unique(table_codes, return_counts=True)
    if (counts > 1).any():
        raise DuplicateCodeError(
            'The class table for {name} has more than one row for the codes {codes}. Keep one row per code.',
            name=name, codes=', '.join(str(code) for code in present[counts > 1][:10]))


@dataclass(frozen=True)
class ClassLookup:
    """The rows of a class table by code, for rasters that are worked in blocks; made by :func:`class_lookup`.

    Attributes
    ----------
    codes : (n,) rising codes, or the lowest code alone where ``columns`` holds a place for every code from there on
    columns : (k, n + 1) float array, the last place for nodata
    """

    codes: np.ndarray
    columns: np.ndarray

    def values(self, codes, valid):
        """A (rows, cols) float array per column, NaN where not ``valid``; every valid code is in the table."""
        last = self.columns.shape[1] - 1
        place = np.asarray(codes) - self.codes[0] if len(self.codes) == 1 else np.searchsorted(self.codes, codes)
        place = np.where(valid, place, last)
        return [np.take(column, place) for column in self.columns]


def class_lookup(name, counts, table_codes, values):
    """A ClassLookup of the codes a raster holds.

    Parameters
    ----------
    name : what messages call the raster
    counts : dict code -> cells of the raster
    table_codes : (n,) integer codes of the table, each once
    values : (n,) or (n, k) float array

    Raises
    ------
    MissingCodeError, DuplicateCodeError : as in :func:`class_values`
    """
    table_codes = np.asarray(table_codes, dtype=np.int64)
    values = np.asarray(values, dtype=float).reshape(len(table_codes), -1)
    _check_unique(name, table_codes)
    check_code_counts(name, counts, set(table_codes.tolist()))
    present = np.array(sorted(counts), dtype=np.int64) if counts else np.zeros(1, np.int64)
    used = np.flatnonzero(np.isin(table_codes, present))
    if present[-1] - present[0] > CLOSE:
        used = used[np.argsort(table_codes[used])]
        return ClassLookup(table_codes[used], np.vstack([values[used], np.full(values.shape[1], np.nan)]).T)
    columns = np.full((values.shape[1], int(present[-1] - present[0]) + 2), np.nan)
    columns[:, table_codes[used] - present[0]] = values[used].T
    return ClassLookup(present[:1], columns)
