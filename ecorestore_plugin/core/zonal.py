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


# Cells taken at a time, which bounds the memory beside the arrays themselves.
BLOCK = 4000000


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
    highest = unit_count(units)
    number = highest if number is None else int(number)
    if number < highest:
        raise ParameterError('The unit raster holds unit {highest} but only {number} units are expected.',
                             highest=highest, number=number)
    return number


def _runs(values, units, valid=None):
    """Neighbouring cells of one unit, a block of rows at a time: (unit of each run, 0 where unknown; its first cell in
    the block; its number of cells; the values of the block; the cells' units).

    Units are compact, so that there are far fewer runs than cells.
    """
    values, units = np.asarray(values), np.asarray(units)
    valid = None if valid is None else np.asarray(valid, dtype=bool)
    rows = max(1, BLOCK // max(int(np.prod(units.shape[1:], dtype=np.int64)), 1))
    for first in range(0, len(units) if units.size else 0, rows):
        part = slice(first, first + rows)
        label, known = units[part].ravel(), None if valid is None else valid[part].ravel()
        block = values[part].ravel()
        if block.dtype.kind == 'f':
            unknown = np.isnan(block)
            if unknown.any():
                known = ~unknown if known is None else known & ~unknown
        if known is not None:
            label = np.where(known, label, 0)
        starts = np.flatnonzero(np.concatenate([[True], label[1:] != label[:-1]]))
        lengths = np.diff(np.append(starts, label.size))
        yield np.maximum(label[starts], 0).astype(np.int64), starts, lengths, block, label


def _known(values, units, valid=None):
    """Unit index from 0 and value of every cell that has both, a block of rows at a time."""
    for _, _, _, block, label in _runs(values, units, valid):
        usable = label > 0
        yield label[usable].astype(np.int64) - 1, block[usable]


def zonal_count(valid, units, number=None):
    """How many cells of each unit are ``valid`` (a boolean array)."""
    number = _checked_number(valid, units, number)
    count = np.zeros(number + 1, np.int64)
    for run, _, lengths, _, _ in _runs(valid, units, valid):
        count += np.bincount(run, lengths, number + 1).astype(np.int64)
    return count[1:]


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
    sums, count = _sums(amount, units, number)
    return np.where(count > 0, sums, np.nan)


def zonal_mean(values, units, number=None, weights=None):
    """Mean of the known cells of each unit, weighted if ``weights`` (same shape, NaN unknown) are given.

    Returns
    -------
    (number,) float array; NaN for a unit without a known cell or whose weights sum to 0
    """
    if weights is None:
        total, weight = _sums(values, units, number)
    else:
        weights = np.asarray(weights, dtype=float)
        number = _checked_number(values, units, number, weights)
        values = np.asarray(values, dtype=float)
        total = _sums(values * weights, units, number)[0]
        weight = _sums(np.where(np.isnan(values), np.nan, weights), units, number)[0]
    return np.divide(total, weight, out=np.full(total.size, np.nan), where=weight > 0)


def _sums(values, units, number):
    """Sum and number of the known cells of each unit."""
    number = _checked_number(values, units, number)
    sums, count = np.zeros(number + 1), np.zeros(number + 1, np.int64)
    for run, starts, lengths, block, _ in _runs(values, units):
        sums += np.bincount(run, np.where(run > 0, np.add.reduceat(block, starts, dtype=float), 0.0), number + 1)
        count += np.bincount(run, lengths, number + 1).astype(np.int64)
    return sums[1:], count[1:]


@dataclass(frozen=True)
class Summary:
    """Known cells of each unit and their values; NaN where there are none.

    Attributes
    ----------
    count : (n,) known cells
    mean, deviation, minimum, maximum, total : (n,) floats; ``deviation`` is the population standard deviation
    """

    count: np.ndarray
    mean: np.ndarray
    deviation: np.ndarray
    minimum: np.ndarray
    maximum: np.ndarray
    total: np.ndarray


def zonal_summary(values, units, number=None) -> Summary:
    """Number, mean, standard deviation, minimum, maximum and sum of the known cells of each unit."""
    number = _checked_number(values, units, number)
    total, count = _sums(values, units, number)
    some = count > 0
    mean = np.divide(total, count, out=np.full(number, np.nan), where=some)
    squares, low, high = np.zeros(number + 1), np.full(number + 1, np.inf), np.full(number + 1, -np.inf)
    centre = np.concatenate([[0.0], np.where(some, mean, 0.0)])
    for run, starts, lengths, block, _ in _runs(values, units):
        inside = run > 0
        apart = block - np.repeat(centre[run], lengths)
        apart *= apart
        squares += np.bincount(run, np.where(inside, np.add.reduceat(apart, starts), 0.0), number + 1)
        order = np.argsort(run, kind='stable')
        firsts = np.flatnonzero(np.concatenate([[True], np.diff(run[order]) > 0]))
        here = run[order[firsts]]
        low[here] = np.fmin(low[here], np.minimum.reduceat(np.minimum.reduceat(block, starts)[order], firsts))
        high[here] = np.fmax(high[here], np.maximum.reduceat(np.maximum.reduceat(block, starts)[order], firsts))
    squares, low, high = squares[1:], low[1:], high[1:]
    deviation = np.sqrt(np.divide(squares, count, out=np.full(number, np.nan), where=some))
    return Summary(count, mean, deviation, np.where(some, low, np.nan), np.where(some, high, np.nan),
                   np.where(some, total, np.nan))


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
    number = _checked_number(classes, units, number, valid)
    found = [np.unique(known) for _, known in _known(classes, units, valid)]
    codes = np.unique(np.concatenate(found)) if found else np.zeros(0, np.int64)
    return codes, _class_counts(classes, units, codes, number, valid)[0]


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
    codes, counts = zonal_class_counts(classes, units, number, valid)
    cells = counts.sum(axis=1)
    if not codes.size:
        return Majority(np.zeros(len(cells), np.int64), np.full(len(cells), np.nan), cells)
    most = counts.argmax(axis=1)
    share = np.divide(counts.max(axis=1), cells, out=np.full(len(cells), np.nan), where=cells > 0)
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
