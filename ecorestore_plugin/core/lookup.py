"""Values of a class table on a class raster."""

from __future__ import annotations

import numpy as np

from .checks import check_codes
from .errors import DuplicateCodeError


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
    table_codes = np.asarray(table_codes, dtype=np.int64)
    values = np.asarray(values, dtype=float)
    _check_unique(name, table_codes)
    codes, valid = np.asarray(codes), np.asarray(valid, dtype=bool)
    check_codes(name, codes[valid], set(table_codes.tolist()))
    columns = values.reshape(len(table_codes), -1)
    found = np.full((columns.shape[1],) + codes.shape, np.nan)
    if valid.any():
        ranked = np.argsort(table_codes)
        row = ranked[np.searchsorted(table_codes[ranked], codes[valid])]
        found[:, valid] = columns[row].T
    return found[0] if values.ndim == 1 else found


def _check_unique(name, table_codes):
    present, counts = np.unique(table_codes, return_counts=True)
    if (counts > 1).any():
        raise DuplicateCodeError(
            'The class table for {name} has more than one row for the codes {codes}. Keep one row per code.',
            name=name, codes=', '.join(str(code) for code in present[counts > 1][:10]))


def unused_codes(codes, valid, table_codes):
    """Codes of the table that no valid cell has."""
    return sorted(set(np.asarray(table_codes).tolist()) - set(np.unique(np.asarray(codes)[valid]).tolist()))
