"""Resistance of land-cover classes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_codes, check_not_empty
from ..errors import DuplicateCodeError, EmptyInputError, ValueRangeError


@dataclass(frozen=True)
class ClassResistance:
    """A land-cover raster turned into resistance.

    Attributes
    ----------
    resistance : (rows, cols) float array, NaN where there is no class
    unused : codes of the table that no cell has
    """

    resistance: np.ndarray
    unused: tuple[int, ...]


def resistance_from_classes(classes, valid, codes, resistances, name='land cover') -> ClassResistance:
    """Resistance of every cell by its land-cover class.

    Parameters
    ----------
    classes : (rows, cols) integer array
    valid : (rows, cols) bool array, False where there is no class
    codes : (k,) integers, the codes of the table
    resistances : (k,) resistance per code, above 0, no unit
    name : of the raster, for messages

    Returns
    -------
    ClassResistance

    Raises
    ------
    EmptyInputError : the table has no row, the raster no class
    DuplicateCodeError : a code that stands in the table more than once
    ValueRangeError : a resistance that is missing, zero, negative or infinite; names the code
    MissingCodeError : codes of the raster without a row, with their cell counts

    Source: Adriaensen et al. 2003, Landscape and Urban Planning, doi:10.1016/S0169-2046(02)00242-6
    """
    codes = np.asarray(codes, dtype=np.int64)
    resistances = np.asarray(resistances, dtype=float)
    _check_table(codes, resistances)
    check_not_empty(name, valid)
    present = np.asarray(classes)[valid].astype(np.int64)
    check_codes(name, present, set(codes.tolist()))
    order = np.argsort(codes)
    surface = np.full(np.shape(classes), np.nan)
    surface[valid] = resistances[order][np.searchsorted(codes[order], present)]
    unused = np.setdiff1d(codes, present)
    return ClassResistance(surface, tuple(int(code) for code in unused))


def _check_table(codes, resistances):
    if not codes.size:
        raise EmptyInputError('The resistance table has no rows. Give it one row per land-cover code.')
    values, counts = np.unique(codes, return_counts=True)
    twice = values[counts > 1]
    if twice.size:
        raise DuplicateCodeError('{count} codes stand in the resistance table more than once: {codes}. '
                                 'Keep one row per code.',
                                 count=int(twice.size), codes=', '.join(str(code) for code in twice[:10]))
    wrong = np.flatnonzero(~(np.isfinite(resistances) & (resistances > 0)))
    if wrong.size:
        raise ValueRangeError('{count} codes have a resistance that is missing, zero or negative; the first is code '
                              '{code} with {value}. A resistance must be above 0; where nothing can pass, '
                              'leave the cells as nodata.',
                              count=int(wrong.size), code=int(codes[wrong[0]]), value=f'{resistances[wrong[0]]:g}')
