"""Moving windows: their cells, sums and means, and the diversity of classes in them."""

from __future__ import annotations

import math
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from .checks import check_not_empty, check_share, never, silent, stop_if
from .engine import InProcessEngine, LocalEngine, compiled_kernels
from .errors import ParameterError, ValueRangeError
from .grid import check_same_shape

MINIMUM_SHARE = 0.5
MOST_CLASSES = 1000
STRIP_CELLS = 1_000_000
THREADS = 2  # to move memory; more gain little
CACHED_CELLS = 65_536  # few enough for what is made of them to stay in the processor's cache
SPAN = 1_000_000  # of codes that are looked up in a list rather than sorted


def window_cells(window, cell_width, cell_height):
    """Rows and columns of a square window: the nearest odd numbers, at least one.

    Parameters
    ----------
    window : side of the window in metres

    Raises
    ------
    ParameterError : a side of 0 or less
    """
    _check_window(window, cell_width, cell_height)
    return tuple(max(1, 2 * round((window / side - 1) / 2) + 1) for side in (cell_height, cell_width))


def _check_window(window, cell_width, cell_height):
    if not (window > 0 and cell_width > 0 and cell_height > 0):
        raise ParameterError('The window is {window} metres and the cell {width} x {height}; all must be above 0.',
                             window=f'{window:g}', width=f'{cell_width:g}', height=f'{cell_height:g}')


def square_window(window, cell_width, cell_height) -> np.ndarray:
    """A square window as columns to either side of its centre, row by row; see :func:`window_cells`.

    Returns
    -------
    (rows of the window,) integer array
    """
    rows, columns = window_cells(window, cell_width, cell_height)
    return np.full(rows, columns // 2)


def circular_window(diameter, cell_width, cell_height) -> np.ndarray:
    """A circular window: the cells whose centre is no farther than half the diameter from that of the middle cell.

    Parameters
    ----------
    diameter : metres

    Returns
    -------
    (rows of the window,) integer array, columns to either side of the centre, row by row

    Raises
    ------
    ParameterError : a diameter of 0 or less
    """
    _check_window(diameter, cell_width, cell_height)
    radius = diameter / 2
    half = int(math.floor(radius / cell_height + 1e-9))
    down = np.arange(-half, half + 1) * cell_height
    chord = np.sqrt(np.maximum(radius ** 2 - down ** 2, 0.0))
    return np.floor(chord / cell_width + 1e-9).astype(np.int64)


def window_sum(array, size) -> np.ndarray:
    """Sum in a window around every cell; beyond the edge there is nothing. Exact for integers and flags.

    Parameters
    ----------
    array : (rows, cols); size : (rows, columns) of the window, odd
    """
    array = np.asarray(array)
    total = array.astype(np.int64 if array.dtype.kind in 'biu' else np.float64)
    for axis, cells in enumerate(size):
        length = total.shape[axis]
        reach = min(cells // 2, length)
        running = np.concatenate([np.zeros_like(total.take([0], axis)), np.cumsum(total, axis)], axis)
        places = np.arange(length)
        total = (running.take(np.minimum(places + reach + 1, length), axis)
                 - running.take(np.maximum(places - reach, 0), axis))
    return total


def window_mean(values, valid, size, minimum_share=0.0) -> np.ndarray:
    """Mean over the known cells of a moving window; NaN where ``valid`` is False.

    Parameters as in :func:`shannon_diversity`; ``values`` are floats.
    """
    valid = np.asarray(valid, dtype=bool)
    known = window_sum(valid, size)
    total = window_sum(np.where(valid, np.asarray(values, dtype=float), 0.0), size)
    enough = valid & (known >= minimum_share * size[0] * size[1])
    return np.where(enough, total / np.maximum(known, 1), np.nan)


@dataclass(frozen=True)
class Diversity:
    """Diversity of classes around every cell; float arrays, NaN where unknown.

    Attributes
    ----------
    shannon : Shannon index, -sum p ln p over the classes; 0 for one class
    kinds : number of classes, as integers of any value where unknown
    richness : number of classes; made when first asked for
    evenness : Shannon index as a share of its largest value ln(richness), 0 to 1; 0 for one class; made when first
        asked for
    """

    shannon: np.ndarray
    kinds: np.ndarray

    @cached_property
    def richness(self) -> np.ndarray:
        found = np.empty(self.kinds.shape, np.float32)
        for rows in _pieces(self.kinds.shape):
            found[rows] = self.kinds[rows]
            found[rows][np.isnan(self.shannon[rows])] = np.nan
        return found

    @cached_property
    def evenness(self) -> np.ndarray:
        found = np.empty(self.shannon.shape)
        largest = np.log(np.maximum(np.arange(int(self.kinds.max()) + 1), 2))  # one class: 0 / ln 2
        for rows in _pieces(self.kinds.shape):
            np.divide(self.shannon[rows], largest[self.kinds[rows]], out=found[rows])
            np.minimum(found[rows], 1.0, out=found[rows])
        return found


def window_diversity(codes, valid, reach, minimum_share=MINIMUM_SHARE, engine=None, progress=silent,
                     cancelled=never) -> Diversity:
    """Shannon diversity, richness and evenness of the classes in a moving window.

    Shares refer to the known cells of the window. Each cell's result follows from whole counts by the same
    operations in the same order, so that workers, strips and compiled kernels change no digit.

    Parameters
    ----------
    codes : (rows, cols) integers; valid : bool array, False where unknown
    reach : columns of the window to either side of its centre, row by row; see :func:`square_window`,
        :func:`circular_window`
    minimum_share : share of the whole window (the part beyond the edge included) that must be known
    engine : where the strips of rows run; in this process when None

    Returns
    -------
    Diversity

    Raises
    ------
    EmptyInputError : no cell is known
    ValueRangeError : more than a thousand different codes

    Source: Shannon 1948, doi:10.1002/j.1538-7305.1948.tb01338.x; Pielou 1966, doi:10.1016/0022-5193(66)90013-0;
    McGarigal & Marks 1995 (SHDI, SHEI, PR)
    """
    check_share('minimum_share', minimum_share)
    check_same_shape(codes=codes, valid=valid)
    codes, valid = np.asarray(codes), np.asarray(valid, dtype=bool)
    check_not_empty('Classes', valid)
    ranks, classes = _ranked(codes, valid)
    reach = np.asarray(reach, dtype=np.int64)
    cells = int((2 * reach + 1).sum())
    progress(0, 'Diversity of {classes} classes in a window of {cells} cells', classes=classes, cells=cells)
    count = np.arange(min(cells, codes.size) + 1)
    logarithm = np.log(np.maximum(count, 1))
    shared = {'ranks': ranks, 'reach': reach, 'classes': classes, 'logarithm': logarithm,
              'weighted': count * logarithm, 'least': float(minimum_share * cells)}
    return _gathered(codes.shape, shared, engine or InProcessEngine(), progress, cancelled)


def _gathered(shape, shared, engine, progress, cancelled):
    """The Diversity of all strips; workers of this machine leave theirs in files, which is quicker than sending."""
    strips = row_strips(shape)
    parts = np.empty(shape), np.empty(shape, shared['ranks'].dtype)
    if not isinstance(engine, LocalEngine):
        _place(strips, engine.map(_diversity_of_rows, strips, shared, progress, cancelled), '', parts)
        return Diversity(*parts)
    with tempfile.TemporaryDirectory(prefix='ecorestore-') as folder:
        found = engine.map(_save_rows, strips, {**shared, 'folder': folder}, progress, cancelled)
        _place(strips, found, folder, parts)
    return Diversity(*parts)


def _place(strips, found, folder, parts):
    """Strips into the whole, from memory or, where nothing was ``found``, from their files."""
    def place(position):
        rows, found[position] = found[position], None
        targets = [part[slice(*strips[position])] for part in parts]
        if rows is None:
            with _file_of(folder, strips[position]).open('rb') as stream:
                for target in targets:
                    stream.readinto(target.data)
            return
        for target, values in zip(targets, rows):
            target[:] = values

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(place, range(len(strips))))


def _file_of(folder, strip):
    return Path(folder) / f'{strip[0]}.bin'


def _save_rows(task, folder, cancelled=never, **shared):
    """As _diversity_of_rows, into a file; the arrays themselves where that cannot be written, as on a full disk."""
    found = _diversity_of_rows(task, cancelled=cancelled, **shared)
    try:
        with _file_of(folder, task).open('wb') as stream:
            for rows in found:
                stream.write(rows.data)
    except OSError:
        return found
    return None


def shannon_diversity(codes, valid, size, minimum_share=MINIMUM_SHARE, progress=silent, cancelled=never) -> np.ndarray:
    """Shannon diversity index of the classes in a square moving window; see :func:`window_diversity`.

    Parameters
    ----------
    codes : (rows, cols) integers; valid : bool array, False where unknown
    size : (rows, columns) of the window, see :func:`window_cells`
    minimum_share : share of the whole window (the part beyond the edge included) that must be known

    Returns
    -------
    (rows, cols) float array, NaN where ``valid`` is False or too little of the window is known
    """
    valid = np.asarray(valid, dtype=bool)
    if not valid.any():
        return np.full(valid.shape, np.nan)
    reach = np.full(size[0], size[1] // 2)
    return window_diversity(codes, valid, reach, minimum_share, None, progress, cancelled).shannon


def row_strips(shape, cells=None):
    """Rows from and to of strips of about so many cells, a million unless given."""
    rows = max(1, (cells or STRIP_CELLS) // max(shape[1], 1))
    return [(start, min(start + rows, shape[0])) for start in range(0, shape[0], rows)]


def _pieces(shape):
    return [slice(*strip) for strip in row_strips(shape, CACHED_CELLS)]


def predicted_seconds(cells, classes, reach):
    """Seconds without compiled kernels on one core of the machine it was measured on, to choose an engine by."""
    square = bool((reach == reach[0]).all())
    return cells * classes * (1.2e-8 if square else 1e-8 + 6e-10 * len(reach))


def _ranked(codes, valid):
    """Codes as 0 to classes - 1 with ``classes`` where unknown, and their number; strip by strip to save memory."""
    strips = _pieces(codes.shape)
    whole = [bool(valid[strip].all()) for strip in strips]
    present = np.zeros(0, codes.dtype)
    for strip, full in zip(strips, whole):
        known = codes[strip].ravel() if full else codes[strip][valid[strip]]
        present = np.union1d(present, _different(known)) if known.size else present
    if present.size > MOST_CLASSES:
        raise ValueRangeError('There are {count} different codes, more than {most}; diversity needs classes. Choose '
                              'the class raster, or classify the values first.', count=int(present.size),
                              most=MOST_CLASSES)
    ranks = np.empty(codes.shape, np.uint8 if present.size < 255 else np.uint16)
    low, high = int(present[0]), int(present[-1])
    table = np.zeros(min(high - low, SPAN) + 1, ranks.dtype)
    if high - low <= SPAN:
        table[present - low] = np.arange(present.size)

    def rank(strip, full):
        here = codes[strip] if full else np.where(valid[strip], codes[strip], low)
        found = table[here - low] if high - low <= SPAN else np.searchsorted(present, here)
        ranks[strip] = found if full else np.where(valid[strip], found, present.size)

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(rank, strips, whole))
    return ranks, int(present.size)


def _different(codes):
    """The different values, by counting where that is quicker than sorting."""
    low, high = int(codes.min()), int(codes.max())
    if high - low > SPAN:
        return np.unique(codes)
    return (np.flatnonzero(np.bincount(codes - low)) + low).astype(codes.dtype)


def _diversity_of_rows(task, ranks, reach, classes, logarithm, weighted, least, cancelled=never):
    """Shannon index, NaN where unknown, and number of classes of a strip of rows."""
    start, stop = task
    size = stop - start, ranks.shape[1]
    shannon, kinds = np.empty(size), np.zeros(size, ranks.dtype)
    kernels = compiled_kernels('.window_compiled', __package__)
    if kernels is not None:
        square = bool((reach == reach[0]).all())
        kernel = kernels.square_diversity if square else kernels.chord_diversity
        kernel(ranks, start, stop, reach, classes, (logarithm, weighted, least), shannon, kinds)
        return shannon, kinds
    for row, counts in enumerate(_window_counts(ranks, start, stop, reach, classes)):
        stop_if(cancelled)
        known, total = np.zeros(size[1], np.int64), np.zeros(size[1])
        for count in counts:
            known += count
            kinds[row] += count > 0
            total += weighted[count]
        index = np.maximum(logarithm[known] - total / np.maximum(known, 1), 0.0)
        index[kinds[row] <= 1] = 0.0
        index[(ranks[start + row] == classes) | (known < least)] = np.nan
        shannon[row] = index
    return shannon, kinds


def _window_counts(ranks, start, stop, reach, classes):
    """Yields for every row from ``start`` to ``stop`` the cells of each class in the window: (classes, cols)."""
    rows, columns = ranks.shape
    reach = np.minimum(reach, columns)
    half, widest = len(reach) // 2, int(reach.max())
    if (reach == reach[0]).all():
        yield from _square_counts(ranks, start, stop, half, widest, classes)
        return
    kinds = np.arange(classes, dtype=ranks.dtype)[:, np.newaxis]
    running = {}
    for row in range(start, stop):
        counts = np.zeros((classes, columns), np.int32)
        for down, side in enumerate(reach.tolist(), start=-half):
            other = row + down
            if 0 <= other < rows:
                if other not in running:
                    running[other] = _running(ranks[other] == kinds, widest)
                here = running[other]
                counts += here[:, widest + side + 1:widest + side + 1 + columns]
                counts -= here[:, widest - side:widest - side + columns]
        running.pop(row - half, None)
        yield counts


def _square_counts(ranks, start, stop, half, side, classes):
    """As above where all rows of the window are equally wide: the counts of columns move down with it."""
    rows, columns = ranks.shape
    column = np.zeros((classes, columns), np.int32)
    kinds = np.arange(classes, dtype=ranks.dtype)[:, np.newaxis]
    for row in range(max(start - half, 0), min(start + half, rows)):
        column += ranks[row] == kinds
    for row in range(start, stop):
        if row + half < rows:
            column += ranks[row + half] == kinds
        if row - half - 1 >= 0 and row > start:
            column -= ranks[row - half - 1] == kinds
        here = _running(column, side)
        yield here[:, 2 * side + 1:2 * side + 1 + columns] - here[:, :columns]


def _running(counts, side):
    """Running sums from the left, beginning with 0, held level for ``side`` more columns at either end."""
    columns = counts.shape[1]
    running = np.zeros((counts.shape[0], columns + 1 + 2 * side), np.int32)
    np.cumsum(counts, axis=1, dtype=np.int32, out=running[:, side + 1:side + 1 + columns])
    running[:, side + 1 + columns:] = running[:, side + columns:side + columns + 1]
    return running
