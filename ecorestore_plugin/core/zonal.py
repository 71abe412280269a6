"""Sums, means and shares of cells per unit, and amounts per unit spread over cells.

Units are an integer raster: 1 to n in the order of the unit table, 0 (or below) outside every unit. Results are
arrays of length n whose element i belongs to unit i + 1.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .errors import ParameterError
from .grid import check_same_shape
from .zonal_tally import ClassTally, Summary, SummaryTally, SumTally, check_units, runs, unit_count

__all__ = ['Majority', 'Spread', 'Summary', 'majority_of', 'spread_by_weight', 'unit_count', 'zonal_class_counts',
           'zonal_count', 'zonal_majority', 'zonal_mean', 'zonal_share', 'zonal_sum', 'zonal_summary']


def _checked_number(values, units, number, *others):
    """The arrays fit each other; how many units there are.

    Raises
    ------
    GridMismatchError, ParameterError
    """
    check_same_shape(units=units, values=values)
    for other in others:
        if other is not None:
            check_same_shape(units=units, valid=np.asarray(other))
    if number is None:
        return unit_count(units)
    check_units(int(number), units)
    return int(number)


def _known(values, units, valid=None):
    """Unit index from 0 and value of every cell that has both, a stretch of rows at a time."""
    for _, _, _, block, label in runs(values, units, valid):
        usable = label > 0
        yield label[usable].astype(np.int64) - 1, block[usable]


def zonal_count(valid, units, number=None):
    """How many cells of each unit are ``valid`` (a boolean array)."""
    number = _checked_number(valid, units, number)
    tally = SumTally(number)
    tally.add(np.asarray(valid, dtype=bool), units, valid)
    return tally.count


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
    return _tally(amount, units, number).totals


def zonal_mean(values, units, number=None, weights=None):
    """Mean of the known cells of each unit, weighted if ``weights`` (same shape, NaN unknown) are given.

    Returns
    -------
    (number,) float array; NaN for a unit without a known cell or whose weights sum to 0
    """
    if weights is None:
        return _tally(values, units, number).means
    weights = np.asarray(weights, dtype=float)
    number = _checked_number(values, units, number, weights)
    values = np.asarray(values, dtype=float)
    total = _tally(values * weights, units, number).sums
    weight = _tally(np.where(np.isnan(values), np.nan, weights), units, number).sums
    return np.divide(total, weight, out=np.full(total.size, np.nan), where=weight > 0)


def _tally(values, units, number):
    tally = SumTally(_checked_number(values, units, number))
    tally.add(values, units)
    return tally


def zonal_summary(values, units, number=None) -> Summary:
    """Number, mean, standard deviation, minimum, maximum and sum of the known cells of each unit."""
    tally = SummaryTally(_checked_number(values, units, number))
    tally.add(values, units)
    return tally.result()


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
    number = _checked_number(classes, units, number, valid)
    codes = np.asarray(codes, dtype=np.int64)
    ranked = np.argsort(codes, kind='stable')
    counts, cells = np.zeros(number * len(codes), np.int64), np.zeros(number, np.int64)
    for index, known in _known(classes, units, valid):
        cells += np.bincount(index, minlength=number)
        if len(codes):
            place = np.clip(np.searchsorted(codes[ranked], known), 0, len(codes) - 1)
            column = ranked[place]
            listed = codes[column] == known
            counts += np.bincount(index[listed] * len(codes) + column[listed], minlength=counts.size)
    return counts.reshape(number, len(codes)), cells


def zonal_class_counts(classes, units, number=None, valid=None):
    """Cells of every class in every unit.

    Parameters
    ----------
    classes : (rows, cols) integers; units : (rows, cols) integers, 1 to n, 0 outside
    valid : (rows, cols) bool, False where the class is unknown

    Returns
    -------
    (k,) ascending codes that occur inside units, (n, k) cells
    """
    tally = ClassTally(_checked_number(classes, units, number, valid))
    tally.add(classes, units, valid)
    return tally.result()


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
    return majority_of(*zonal_class_counts(classes, units, number, valid))


def majority_of(codes, counts) -> Majority:
    """The commonest class of each unit from the cells of every class.

    Parameters
    ----------
    codes : (k,) ascending; counts : (n, k) cells
    """
    cells = counts.sum(axis=1)
    if not len(codes):
        return Majority(np.zeros(len(cells), np.int64), np.full(len(cells), np.nan), cells)
    share = np.divide(counts.max(axis=1), cells, out=np.full(len(cells), np.nan), where=cells > 0)
    return Majority(np.where(cells > 0, codes[counts.argmax(axis=1)], 0), share, cells)


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
    units = np.asarray(units)
    known = np.ones(units.shape, bool) if known is None else np.asarray(known, dtype=bool)
    rates = spread_rates(totals, *spread_sums(weight, units, known, len(totals)))
    return Spread(spread_cells(rates, weight, units, known), rates.uniform, rates.lost)


# The same in two passes, for rasters that are worked in blocks: sums of all blocks first, then the cells of each.

def spread_sums(weight, units, known, number):
    """(number,) known cells and (number,) sum of the weights of every unit in a block; those of blocks add up."""
    weight = _weights(weight, known)
    if (weight < 0).any():
        raise ParameterError('Amounts and weights must not be negative: {totals} totals and {weights} cells are.',
                             totals=0, weights=int((weight < 0).sum()))
    return zonal_count(known, units, number), np.nan_to_num(zonal_sum(weight, units, number), nan=0.0)


def _weights(weight, known):
    return np.where(known, np.nan_to_num(np.asarray(weight, dtype=float), nan=0.0), 0.0)


@dataclass(frozen=True)
class SpreadRates:
    """What a cell of each unit gets.

    Attributes
    ----------
    rate : (n,) amount per weight, or per known cell where ``even``; NaN where the total is unknown
    even : (n,) bool, units whose weights were all 0
    uniform, lost : as in :class:`Spread`
    """

    rate: np.ndarray
    even: np.ndarray
    uniform: np.ndarray
    lost: np.ndarray


def spread_rates(totals, cells, sums):
    """SpreadRates of (n,) totals, known cells and weights; see :func:`spread_by_weight`.

    Raises
    ------
    ParameterError : a negative total
    """
    totals = np.asarray(totals, dtype=float)
    if (totals < 0).any():
        raise ParameterError('Amounts and weights must not be negative: {totals} totals and {weights} cells are.',
                             totals=int((totals < 0).sum()), weights=0)
    even = (sums <= 0) & (cells > 0)
    base = np.where(even, cells, sums)
    rate = np.divide(totals, base, out=np.zeros(len(totals)), where=base > 0)
    due = totals > 0
    return SpreadRates(rate, even, np.flatnonzero(due & even) + 1, np.flatnonzero(due & (cells == 0)) + 1)


def spread_cells(rates, weight, units, known):
    """(rows, cols) amount per cell of a block; NaN as in :class:`Spread`."""
    inside = (np.asarray(units) > 0) & known
    if not len(rates.rate):
        return np.full(inside.shape, np.nan)
    index = np.where(inside, units, 1).astype(np.int64) - 1
    part = np.where(rates.even[index], 1.0, _weights(weight, known))
    return np.where(inside, part * rates.rate[index], np.nan)
