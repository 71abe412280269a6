"""Sums, means and shares of cells per unit, and amounts per unit spread over cells.

Units are an integer raster: 1 to n in the order of the unit table, 0 (or below) outside every unit. Results are
arrays of length n whose element i belongs to unit i + 1.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .errors import ParameterError
from .grid import check_same_shape


def unit_count(units) -> int:
    """The highest unit number present."""
    units = np.asarray(units)
    return max(int(units.max()), 0) if units.size else 0


def _known(values, units, number, valid=None):
    """Unit index from 0 and value of every cell that has both, and the number of units."""
    values, units = np.asarray(values), np.asarray(units)
    check_same_shape(units=units, values=values)
    number = unit_count(units) if number is None else int(number)
    if number < unit_count(units):
        raise ParameterError('The unit raster holds unit {highest} but only {number} units are expected.',
                             highest=unit_count(units), number=number)
    usable = units > 0
    if valid is not None:
        check_same_shape(units=units, valid=np.asarray(valid))
        usable &= np.asarray(valid, dtype=bool)
    if values.dtype.kind == 'f':
        usable &= ~np.isnan(values)
    return units[usable].astype(np.int64) - 1, values[usable], number


def zonal_count(valid, units, number=None):
    """How many cells of each unit are ``valid`` (a boolean array)."""
    index, _, number = _known(valid, units, number, valid)
    return np.bincount(index, minlength=number)


def zonal_sum(amount, units, number=None):
    """Sum of the known cells of each unit.

    Parameters
    ----------
    amount : (rows, cols) array, amount per cell, NaN where unknown
    units : (rows, cols) integer array, 1 to n, 0 outside
    number : how many units there are; the highest in ``units`` if not given

    Returns
    -------
    (number,) float array; NaN for a unit without a known cell

    Raises
    ------
    GridMismatchError : arrays of different shape
    ParameterError : ``units`` holds a unit beyond ``number``
    """
    index, values, number = _known(amount, units, number)
    sums = np.bincount(index, weights=values, minlength=number)
    return np.where(np.bincount(index, minlength=number) > 0, sums, np.nan)


def zonal_mean(values, units, number=None, weights=None):
    """Mean of the known cells of each unit, weighted if ``weights`` (same shape, NaN unknown) are given.

    Returns
    -------
    (number,) float array; NaN for a unit without a known cell or whose weights sum to 0
    """
    if weights is None:
        index, known, number = _known(values, units, number)
        total, weight = np.bincount(index, known, number), np.bincount(index, minlength=number).astype(float)
    else:
        weights = np.asarray(weights, dtype=float)
        usable = ~np.isnan(weights) & ~np.isnan(np.asarray(values, dtype=float))
        index, known, number = _known(np.where(usable, values, 0.0), units, number, usable)
        share = _known(np.where(usable, weights, 0.0), units, number, usable)[1]
        total, weight = np.bincount(index, known * share, number), np.bincount(index, share, number)
    return np.divide(total, weight, out=np.full(number, np.nan), where=weight > 0)


def zonal_share(classes, units, codes, number=None, valid=None):
    """Share of each class in the known cells of each unit.

    Parameters
    ----------
    classes : (rows, cols) integer array
    units : (rows, cols) integer array, 1 to n, 0 outside
    codes : the class codes that are counted, in the order of the result's columns
    number : how many units there are
    valid : (rows, cols) boolean array, False where the class is unknown

    Returns
    -------
    (number, len(codes)) float array of shares of all known cells, classes outside ``codes`` included in the
    whole; NaN for a unit without a known cell
    """
    counts, total = _class_counts(classes, units, codes, number, valid)
    shares = np.full(counts.shape, np.nan)
    return np.divide(counts, total[:, None], out=shares, where=total[:, None] > 0)


def _class_counts(classes, units, codes, number, valid):
    """Cells per unit and code, and known cells per unit."""
    index, known, number = _known(classes, units, number, valid)
    codes = np.asarray(codes, dtype=np.int64)
    ranked = np.argsort(codes, kind='stable')
    place = np.clip(np.searchsorted(codes[ranked], known), 0, max(len(codes) - 1, 0))
    column = ranked[place] if len(codes) else place
    listed = codes[column] == known if len(codes) else np.zeros(known.shape, bool)
    flat = np.bincount(index[listed] * len(codes) + column[listed], minlength=number * len(codes))
    return flat.reshape(number, len(codes)), np.bincount(index, minlength=number)


@dataclass(frozen=True)
class Majority:
    """The commonest class of each unit.

    Attributes
    ----------
    code : (n,) integer array, the class with most cells, the lowest code on a tie; 0 where ``cells`` is 0
    share : (n,) float array, its share of the unit's known cells; NaN where ``cells`` is 0
    cells : (n,) integer array, known cells of the unit
    """

    code: np.ndarray
    share: np.ndarray
    cells: np.ndarray


def zonal_majority(classes, units, number=None, valid=None):
    """The class with most cells in each unit; see :class:`Majority`."""
    index, known, number = _known(classes, units, number, valid)
    codes = np.unique(known)
    if not codes.size:
        nothing = np.zeros(number, dtype=np.int64)
        return Majority(nothing, np.full(number, np.nan), nothing)
    counts, cells = _class_counts(classes, units, codes, number, valid)
    most = counts.argmax(axis=1)
    share = np.divide(counts.max(axis=1), cells, out=np.full(number, np.nan), where=cells > 0)
    return Majority(np.where(cells > 0, codes[most], 0), share, cells)


@dataclass(frozen=True)
class Spread:
    """Amounts per unit spread over cells.

    Attributes
    ----------
    amount : (rows, cols) float array, amount per cell; NaN outside every unit, in units whose total is unknown,
        and in cells that are not ``known``
    uniform : unit numbers (from 1) whose weights were all 0, so that every known cell got the same amount
    lost : unit numbers (from 1) with an amount but without a single known cell: their amount is in no cell
    """

    amount: np.ndarray
    uniform: np.ndarray
    lost: np.ndarray


def spread_by_weight(totals, weight, units, known=None):
    """Spreads the total of each unit over its cells in proportion to a weight, so that sums are kept.

    Parameters
    ----------
    totals : (n,) float array, amount of each unit, not negative, NaN where unknown
    weight : (rows, cols) float array, not negative; NaN counts as 0
    units : (rows, cols) integer array, 1 to n, 0 outside
    known : (rows, cols) boolean array, cells that may receive an amount; all if not given

    Returns
    -------
    Spread

    Raises
    ------
    GridMismatchError, ParameterError : arrays that do not fit; a negative total or weight
    """
    totals, units = np.asarray(totals, dtype=float), np.asarray(units)
    known = np.ones(units.shape, bool) if known is None else np.asarray(known, dtype=bool)
    weight = np.where(known, np.nan_to_num(np.asarray(weight, dtype=float), nan=0.0), 0.0)
    if (totals < 0).any() or (weight < 0).any():
        raise ParameterError('Amounts and weights must not be negative: {totals} totals and {weights} cells are.',
                             totals=int((totals < 0).sum()), weights=int((weight < 0).sum()))
    number = len(totals)
    cells = zonal_count(known, units, number)
    sums = np.nan_to_num(zonal_sum(weight, units, number), nan=0.0)
    due = totals > 0
    without_weight = (sums <= 0) & (cells > 0)
    inside = (units > 0) & known
    index = np.where(inside, units, 1).astype(np.int64) - 1
    if number == 0:
        return Spread(np.full(units.shape, np.nan), np.zeros(0, int), np.zeros(0, int))
    base = np.where(without_weight, cells, sums)
    part = np.where(without_weight[index], 1.0, weight)
    rate = np.divide(totals, base, out=np.zeros(number), where=base > 0)
    amount = np.where(inside, part * rate[index], np.nan)
    return Spread(amount, np.flatnonzero(due & without_weight) + 1, np.flatnonzero(due & (cells == 0)) + 1)
