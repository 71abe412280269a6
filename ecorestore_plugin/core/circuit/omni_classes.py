"""Normalised current: where the landscape lets more or less current through than equal cells would."""

from __future__ import annotations

import numpy as np

from ..errors import ParameterError
from ..grid import check_same_shape

LIMITS = (0.7, 1.3, 1.7)
CLASSES = {1: 'impeded', 2: 'diffuse', 3: 'intensified', 4: 'channelised'}


def normalised_current(current, potential) -> np.ndarray:
    """Current divided by flow potential; 0 where both are 0, NaN where either is.

    Parameters
    ----------
    current, potential : (rows, cols) float arrays, at least 0

    Source: Landau et al. 2021, Journal of Open Source Software, doi:10.21105/joss.02829
    """
    check_same_shape(current=current, potential=potential)
    flows = np.isnan(potential) | (potential > 0)
    return np.where(np.isnan(current), np.nan, np.where(flows, current, 0.0) / np.where(flows, potential, 1.0))


def flow_classes(normalised, limits=LIMITS) -> np.ndarray:
    """1 impeded, 2 diffuse, 3 intensified, 4 channelised; 0 where the normalised current is NaN.

    Parameters
    ----------
    normalised : (rows, cols) float array
    limits : lower limits of diffuse, intensified and channelised

    Raises
    ------
    ParameterError : limits that do not rise

    The limits are a convention of applications of Omniscape.
    """
    if len(limits) != len(CLASSES) - 1 or not all(low < high for low, high in zip(limits, limits[1:])):
        raise ParameterError('The limits between the classes must be {count} rising numbers, not {limits}.',
                             count=len(CLASSES) - 1, limits=', '.join(f'{limit:g}' for limit in limits))
    known = ~np.isnan(normalised)
    return np.where(known, 1 + np.searchsorted(limits, np.where(known, normalised, 0.0), side='right'), 0).astype(
        np.uint8)
