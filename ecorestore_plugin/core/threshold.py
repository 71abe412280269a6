"""From which value on a cell belongs to a patch."""

from __future__ import annotations

import numpy as np

from .checks import check_share
from .classify import natural_breaks
from .errors import EmptyInputError, ParameterError

THRESHOLDS = ('quantile', 'natural_breaks', 'mean_sd')
# Natural breaks of more different values than this are sought among as many groups of them.
GROUPS = 20000


def threshold_of(values, method='quantile', quantile=0.95, classes=5, deviations=1.0) -> float:
    """The smallest value that counts as high.

    Parameters
    ----------
    values : (n,) float, all known
    method : 'quantile', 'natural_breaks' (the highest class) or 'mean_sd' (mean + deviations x standard deviation)
    quantile : share of the values that stay below, 0 to 1
    classes : number of natural breaks; fewer where there are fewer different values
    deviations : standard deviations above the mean

    Returns
    -------
    float; with natural breaks the smallest value of the highest class

    Raises
    ------
    ParameterError : an unknown method, or a parameter outside its limits
    EmptyInputError : no values
    """
    values = np.asarray(values, dtype=float)
    check_share('quantile', quantile)
    if not values.size:
        raise EmptyInputError('There is no value to choose patches from.')
    if method == 'quantile':
        return float(np.quantile(values, quantile))
    if method == 'mean_sd':
        return float(values.mean() + deviations * values.std())
    if method != 'natural_breaks':
        raise ParameterError('Unknown threshold {given}; choose one of {choices}.', given=method,
                             choices=', '.join(THRESHOLDS))
    if classes < 2:
        raise ParameterError('Natural breaks need at least 2 classes, not {count}.', count=classes)
    limits = natural_breaks(values, min(classes, np.unique(values).size), GROUPS)
    above = values[values > limits[-2]]
    return float(above.min()) if above.size else float(limits[-1])


def ranked_patches(labels, cells, keys, minimum_cells=1):
    """Patches renumbered by rank.

    Parameters
    ----------
    labels : (rows, columns) int, 0 outside
    cells : (n + 1,) cells of each label, the outside first
    keys : (n + 1,) what the rank goes by, the largest first; equal keys fall back on size, then on position
    minimum_cells : smaller patches are dropped

    Returns
    -------
    labels from 1, and how many there are
    """
    kept = np.flatnonzero(cells >= minimum_cells)
    kept = kept[kept > 0]
    kept = kept[np.lexsort((kept, -cells[kept], -np.asarray(keys)[kept]))]
    numbers = np.zeros(len(cells), np.int32)
    numbers[kept] = np.arange(1, len(kept) + 1)
    return numbers[labels], len(kept)
