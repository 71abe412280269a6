"""Many values in little memory."""

from __future__ import annotations

import numpy as np


def compact(values) -> np.ndarray:
    """The values in single precision where that holds them exactly, as it does those of most rasters."""
    single = np.asarray(values, dtype=np.float32)
    return single if (single == values).all() else np.asarray(values, dtype=float)
