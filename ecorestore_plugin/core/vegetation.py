"""Fractional vegetation cover from NDVI."""

from __future__ import annotations

import numpy as np

from .checks import check_not_empty, check_range
from .errors import ParameterError


def cover_end_members(ndvi, low=5.0, high=95.0):
    """NDVI of bare soil and of full vegetation as cumulative percentiles of the scene.

    For a comparison of dates take the end members once and use them for every date; otherwise part of the
    change is an artefact.

    Parameters
    ----------
    ndvi : float array, -1 to 1, NaN where unknown
    low, high : percentiles of bare soil and of full vegetation

    Returns
    -------
    soil, full : two numbers

    Raises
    ------
    EmptyInputError : no cell is known
    ParameterError : both percentiles have the same NDVI
    """
    check_range('NDVI', ndvi, -1, 1)
    check_not_empty('NDVI', ~np.isnan(ndvi))
    soil, full = (float(value) for value in np.nanpercentile(ndvi, [low, high]))
    _check_order(soil, full)
    return soil, full


def _check_order(soil, full):
    if not full > soil:
        raise ParameterError(
            'NDVI of full vegetation ({full}) must be above NDVI of bare soil ({soil}). Give both by hand; '
            'a scene of one cover has no range to take them from.', full=f'{full:g}', soil=f'{soil:g}')


def fractional_vegetation_cover(ndvi, soil, full):
    """Share of the ground under vegetation by the dimidiate pixel model.

    (NDVI - soil) / (full - soil), limited to 0 and 1.

    Parameters
    ----------
    ndvi : float array, -1 to 1, NaN where unknown
    soil, full : NDVI of bare soil and of full vegetation

    Returns
    -------
    float array, 0 to 1, NaN where ``ndvi`` is

    Raises
    ------
    ValueRangeError : NDVI outside -1 to 1, which is mostly a missing scale factor
    ParameterError : ``full`` is not above ``soil``

    Source: Gutman & Ignatov 1998, International Journal of Remote Sensing 19, doi:10.1080/014311698215333
    """
    check_range('NDVI', ndvi, -1, 1)
    _check_order(soil, full)
    return np.clip((np.asarray(ndvi, dtype=float) - soil) / (full - soil), 0.0, 1.0)
