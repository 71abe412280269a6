"""Counts, sums and statistics of units that grow block by block, so that a raster need not be in memory at once.

Units are compact: what is done per cell is done on runs of neighbouring cells of one unit, a stretch of cells at a time
that fits the cache of a processor.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .errors import ParameterError
from .grid import check_same_shape

# Cells taken at a time.
STRETCH = 1 << 17
# Where squares about a common centre would lose more than this share of what is left, they are taken about the means.
CANCELLED = 1e-4
SPAN = 512


def check_units(number, units):
    """Raises ParameterError where ``units`` holds a unit beyond ``number``."""
    highest = unit_count(units)
    if number < highest:
        raise ParameterError('The unit raster holds unit {highest} but only {number} units are expected.',
                             highest=highest, number=number)


def unit_count(units) -> int:
    """The highest unit number present."""
    units = np.asarray(units)
    return max(int(units.max()), 0) if units.size else 0


def runs(values, units, valid=None, cells=STRETCH):
    """Neighbouring cells of one unit, a stretch of rows at a time: (unit of each run, 0 where unknown; its first cell
    in the stretch; its number of cells; the values of the stretch; the cells' units)."""
    values, units = np.asarray(values), np.asarray(units)
    check_same_shape(units=units, values=values)
    if valid is not None:
        valid = np.asarray(valid, dtype=bool)
        check_same_shape(units=units, valid=valid)
    rows = max(1, cells // max(int(np.prod(units.shape[1:], dtype=np.int64)), 1))
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
        lengths = np.diff(starts, append=label.size)
        yield np.maximum(label[starts], 0).astype(np.int64), starts, lengths, block, label


class SumTally:
    """Number and sum of the known cells of ``number`` units.

    Attributes
    ----------
    count : (number,) integers; sums : (number,) floats, 0 for a unit without a known cell
    """

    def __init__(self, number):
        self.number = number
        self._count, self._sums = np.zeros(number + 1, np.int64), np.zeros(number + 1)

    @property
    def count(self):
        return self._count[1:]

    @property
    def sums(self):
        return self._sums[1:]

    def add(self, values, units, valid=None):
        """Counts (rows, cols) ``values`` in, NaN or not ``valid`` where unknown; ``units`` are 1 to n, 0 outside.

        Raises
        ------
        GridMismatchError, ParameterError
        """
        check_units(self.number, units)
        for run, starts, lengths, block, _ in runs(values, units, valid, max(STRETCH, 2 * self.number)):
            amounts = np.where(run > 0, np.add.reduceat(block, starts, dtype=float), 0.0)
            self._sums += np.bincount(run, amounts, self.number + 1)
            self._count += np.bincount(run, lengths, self.number + 1).astype(np.int64)

    @property
    def totals(self):
        """Sums, NaN for a unit without a known cell."""
        return np.where(self.count > 0, self.sums, np.nan)

    @property
    def means(self):
        return np.divide(self.sums, self.count, out=np.full(self.number, np.nan), where=self.count > 0)


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


class SummaryTally:
    """Number, mean, standard deviation, minimum, maximum and sum of the known cells of ``number`` units, in one pass.

    Squared deviations of the parts of a unit are put together by the formula of Chan et al. 1983,
    doi:10.1080/00031305.1983.10483115, which keeps its digits far from zero.
    """

    def __init__(self, number):
        self.number = number
        self._count, self._total = np.zeros(number + 1, np.int64), np.zeros(number + 1)
        self._mean, self._squares = np.zeros(number + 1), np.zeros(number + 1)
        self._low, self._high = np.full(number + 1, np.inf), np.full(number + 1, -np.inf)

    def add(self, values, units):
        """Counts (rows, cols) ``values`` in, NaN where unknown; ``units`` are 1 to n, 0 outside.

        Raises
        ------
        GridMismatchError, ParameterError
        """
        check_units(self.number, units)
        for run, starts, lengths, block, _ in runs(values, units):
            order = np.argsort(run, kind='stable')
            firsts = np.flatnonzero(np.diff(run[order], prepend=-1))
            here = run[order[firsts]]
            if here[-1] == 0:
                continue

            def gather(function, parts, order=order, firsts=firsts):
                return function.reduceat(parts[order], firsts)

            count = gather(np.add, lengths)
            centre = float(block[starts[order[firsts[-1]]]])
            apart = np.subtract(block, centre if np.isfinite(centre) else 0.0, dtype=float)
            sums = gather(np.add, np.add.reduceat(apart, starts))
            total = gather(np.add, np.add.reduceat(block, starts, dtype=float))
            mean = sums / count
            around = gather(np.add, np.add.reduceat(apart * apart, starts))
            squares = around - sums * mean
            if (squares[here > 0] < CANCELLED * around[here > 0]).any():
                of_run = np.empty(run.size)
                of_run[order] = np.repeat(mean, np.diff(firsts, append=run.size))
                apart -= np.repeat(of_run, lengths)
                squares = gather(np.add, np.add.reduceat(apart * apart, starts))
            self._merge(here, count, total, squares)
            self._low[here] = np.minimum(self._low[here], gather(np.minimum, np.minimum.reduceat(block, starts)))
            self._high[here] = np.maximum(self._high[here], gather(np.maximum, np.maximum.reduceat(block, starts)))

    def _merge(self, here, count, total, squares):
        before = self._count[here]
        apart = total / count - self._mean[here]
        self._squares[here] += squares + apart * apart * before * (count / (before + count))
        self._mean[here] += apart * (count / (before + count))
        self._count[here] += count
        self._total[here] += total

    def result(self) -> Summary:
        some = self._count[1:] > 0
        deviation = np.sqrt(np.maximum(self._squares[1:], 0.0) / np.where(some, self._count[1:], 1))
        mean, low, high, total = (np.where(some, values[1:], np.nan)
                                  for values in (self._mean, self._low, self._high, self._total))
        # The sum of the values over their number is the mean to the last digit.
        mean = np.divide(total, self._count[1:], out=mean, where=some)
        return Summary(self._count[1:].copy(), mean, np.where(some, deviation, np.nan), low, high, total)


class ClassTally:
    """Cells of every class in ``number`` units, and those without a class."""

    def __init__(self, number):
        self.number = number
        self._cells = {}

    def add(self, classes, units, valid=None):
        """Counts (rows, cols) integer ``classes`` in; ``units`` are 1 to n, 0 outside.

        Raises
        ------
        GridMismatchError, ParameterError
        """
        check_units(self.number, units)
        for _, _, _, block, label in runs(classes, units, valid, max(STRETCH, 2 * self.number)):
            inside = label > 0
            if not inside.any():
                continue
            block, label = block[inside].astype(np.int64), label[inside].astype(np.int64)
            low, high = int(block.min()), int(block.max())
            # Sorting is left out where the codes lie close together.
            codes, place = ((np.arange(low, high + 1), block - low) if high - low < SPAN
                            else np.unique(block, return_inverse=True))
            found = np.bincount(place.ravel() * self.number + label - 1, minlength=codes.size * self.number)
            for code, cells in zip(codes.tolist(), found.reshape(codes.size, self.number)):
                if cells.any():
                    self._cells[code] = self._cells[code] + cells if code in self._cells else cells

    def result(self):
        """(k,) ascending codes that occur inside units, (number, k) cells."""
        codes = sorted(self._cells)
        cells = [self._cells[code] for code in codes]
        return np.array(codes, np.int64), (np.column_stack(cells) if cells else np.zeros((self.number, 0), np.int64))
