"""Fractional vegetation cover from NDVI."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .checks import check_not_empty, check_range
from .errors import ParameterError
from .grid import check_same_shape
from .lookup import class_values
from .quantiles import percentiles

MINIMUM_CELLS = 100


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
    ParameterError : both percentiles have the same NDVI, or do not rise between 0 and 100
    """
    if not 0 <= low < high <= 100:
        raise ParameterError('The percentiles of bare soil ({low}) and full vegetation ({high}) must rise between 0 '
                             'and 100.', low=f'{low:g}', high=f'{high:g}')
    check_range('NDVI', ndvi, -1, 1)
    check_not_empty('NDVI', ~np.isnan(ndvi))
    ndvi = np.asarray(ndvi)
    soil, full = percentiles(ndvi[~np.isnan(ndvi)], [low, high])
    check_end_members(soil, full)
    return soil, full


def check_end_members(soil, full):
    """NDVI of full vegetation is above that of bare soil; arrays come from end members that were checked one by one.

    Raises
    ------
    ParameterError
    """
    if np.ndim(soil) == 0 and not full > soil:
        raise ParameterError(
            'NDVI of full vegetation ({full}) must be above NDVI of bare soil ({soil}). Give both by hand; '
            'a scene of one cover has no range to take them from.', full=f'{full:g}', soil=f'{soil:g}')


def fractional_vegetation_cover(ndvi, soil, full):
    """Share of the ground under vegetation by the dimidiate pixel model.

    (NDVI - soil) / (full - soil), limited to 0 and 1.

    Parameters
    ----------
    ndvi : float array, -1 to 1, NaN where unknown
    soil, full : NDVI of bare soil and of full vegetation; numbers, or an array each for cells of different classes

    Returns
    -------
    float array, 0 to 1, NaN where ``ndvi``, ``soil`` or ``full`` is

    Raises
    ------
    ValueRangeError : NDVI outside -1 to 1, which is mostly a missing scale factor
    ParameterError : ``full`` is not above ``soil``

    Source: Gutman & Ignatov 1998, International Journal of Remote Sensing 19, doi:10.1080/014311698215333
    """
    check_range('NDVI', ndvi, -1, 1)
    check_end_members(soil, full)
    return np.clip((np.asarray(ndvi, dtype=float) - soil) / (full - soil), 0.0, 1.0)


@dataclass(frozen=True)
class EndMembers:
    """NDVI of bare soil and of full vegetation per land class.

    Attributes
    ----------
    codes : (n,) class codes in rising order
    cells : (n,) known cells of the class
    soil, full : (n,) NDVI
    own : (n,) bool; False where the class is too small or too uniform and has the end members of the whole scene
    """

    codes: np.ndarray
    cells: np.ndarray
    soil: np.ndarray
    full: np.ndarray
    own: np.ndarray


def class_end_members(ndvi, codes, valid, low=5.0, high=95.0, minimum_cells=MINIMUM_CELLS) -> EndMembers:
    """End members of every land class as cumulative percentiles of its own cells.

    Parameters
    ----------
    ndvi : float array, -1 to 1, NaN where unknown
    codes : integer array of the same shape; valid : bool array, False where the class is unknown
    low, high : percentiles of bare soil and of full vegetation
    minimum_cells : a class with fewer known cells, or without a range, gets the end members of all cells together

    Returns
    -------
    EndMembers of the classes that have a valid cell

    Raises
    ------
    EmptyInputError, ParameterError, ValueRangeError : as in :func:`cover_end_members`
    """
    check_same_shape(ndvi=ndvi, codes=codes, valid=valid)
    ndvi, codes, valid = np.asarray(ndvi, dtype=float), np.asarray(codes), np.asarray(valid, dtype=bool)
    known = valid & ~np.isnan(ndvi)
    scene = cover_end_members(ndvi[known], low, high)
    present = np.unique(codes[valid])
    ranked = np.argsort(codes[known], kind='stable')
    starts = np.searchsorted(codes[known][ranked], np.append(present, present[-1] + 1))
    values = ndvi[known][ranked]
    members = np.empty((present.size, 2))
    own = np.zeros(present.size, bool)
    for position, (start, stop) in enumerate(zip(starts, starts[1:])):
        members[position] = scene
        if stop - start >= max(minimum_cells, 1):
            soil, full = np.percentile(values[start:stop], [low, high])
            own[position] = full > soil
            if own[position]:
                members[position] = soil, full
    return EndMembers(present, np.diff(starts), members[:, 0], members[:, 1], own)


def vegetation_cover_by_class(ndvi, codes, valid, members) -> np.ndarray:
    """Vegetation cover with the end members of each cell's class; see :func:`fractional_vegetation_cover`.

    Parameters
    ----------
    members : EndMembers, possibly of another date

    Returns
    -------
    float array, 0 to 1, NaN where NDVI or class is unknown

    Raises
    ------
    MissingCodeError : a class without end members
    """
    soil, full = class_values('land classes', codes, valid, members.codes,
                              np.column_stack([members.soil, members.full]))
    return fractional_vegetation_cover(ndvi, soil, full)
