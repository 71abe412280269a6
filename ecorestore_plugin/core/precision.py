"""Many values in little memory."""

from __future__ import annotations

import numpy as np


def compact(values) -> np.ndarray:
    """The values in single precision where that holds them exactly, as it does those of most rasters."""
    single = np.asarray(values, dtype=np.float32)
    return single if (single == values).all() else np.asarray(values, dtype=float)


def percentiles(values, shares) -> list:
    """Percentiles by linear interpolation between two values, as numpy's default; sorts ``values`` in part, in place.

    Parameters
    ----------
    values : (n,) floats, all known; shares : 0 to 100
    """
    place = np.asarray(shares, dtype=float) / 100 * (values.size - 1)
    lower = np.floor(place).astype(np.int64)
    upper = np.minimum(lower + 1, values.size - 1)
    values.partition(np.unique(np.concatenate([lower, upper])))
    one, other = values[lower].astype(float), values[upper].astype(float)
    return (one + (other - one) * (place - lower)).tolist()
