"""Cumulative resistance tile by tile, with compiled kernels or numpy, in memory or from disk to disk.

Each tile is searched on its own, in the fast memory of the processor. The tile with the smallest pending cost goes
first; what a tile changes along its sides makes the tiles there pending. Since costs only fall, and only to what a
path really costs, the order of tiles and the number of threads change nothing in the result.
"""

from __future__ import annotations

import heapq
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext

import numpy as np

from ..checks import never, part_of, silent, stop_if
from ..grid import Grid
from . import cost_waves
from .cost_links import derive
from .cost_rims import AROUND, Rims, news
from .cost_work import Work, each, start
from .steps import check_any_source

# Cells; a tile's costs, resistances and queue then stay near the processor. Small rasters need tiles for two threads.
SIDE, SMALL_SIDE, SMALL = 512, 256, 3_000_000
WAVE_SIDE = 4096  # waves get longer, and so quicker, with the tile
WIDEST = 1e5  # dearest / cheapest step that buckets can serve
MOST_BUCKETS = 8192


def start_costs(resistance, sources, cost, allocation, back_link, grid: Grid, neighbours=8, threads=1,
                cancelled=never) -> tuple[float, float]:
    """Checks the resistances and writes what a search starts from.

    This is the part of ``fill_cumulative_resistance`` that needs no kernels; its parameters are the same.

    Returns
    -------
    no more than the cheapest and no less than the dearest step
    """
    work = Work(cost_waves, resistance, sources, cost, allocation, back_link, grid, neighbours)
    with _pool(threads) as pool:
        return start(work, pool, cancelled)


def fill_cumulative_resistance(kernels, resistance, sources, cost, allocation, back_link, grid: Grid, maximum=np.inf,
                               neighbours=8, side=None, threads=1, progress=silent, cancelled=never,
                               started=None) -> None:
    """Minimum cumulative resistance written into given arrays, which may be memory-mapped files.

    The arrays may be larger than memory: work goes tile by tile and row by row, and nothing else grows with them.

    Parameters
    ----------
    kernels : the module cost_compiled or cost_waves
    resistance : (rows, columns) float32 or float64, above 0; NaN cannot be crossed
    sources : (rows, columns) int16 or int32, number of the source on a cell, 0 where there is none
    cost : (rows, columns) float64, receives the costs; NaN where not reached
    allocation : (rows, columns) as the sources, receives the numbers of the nearest ones; 0 where not reached
    back_link : (rows, columns) uint8, receives directions as in ``CumulativeResistance``
    grid : cell width and height in metres
    maximum : cost beyond which cells count as not reached
    neighbours : 8 or 4
    side : of a tile in cells, a power of two; None for the quickest
    threads : how many tiles are searched at a time; 1 for this thread alone
    started : what ``start_costs`` returned, where it has been called for the same arrays

    Raises
    ------
    ValueRangeError : a resistance that is zero, negative or infinite
    EmptyInputError : no passable cell, or no source on a passable cell
    SolverError : a step vanishes in the sum
    """
    work = Work(kernels, resistance, sources, cost, allocation, back_link, grid, neighbours)
    side = side or _usual_side(work)
    with _pool(threads) as pool:
        cheapest, dearest = started or start(work, pool, cancelled)
        first = _tiles_with_sources(work, side)
        check_any_source(len(first))
        tiles = _Tiles(work.shape, side, first, part_of(progress, 0.0, 0.8), cancelled)
        rims, limit = Rims(work), float(maximum)
        doubts = sum(each(pool, lambda _: _search(work, tiles, rims, limit, cheapest, dearest), range(threads)))
        stop_if(cancelled)
        progress(0.8)
        derive(work, pool, doubts, cancelled)
        progress(1.0)


def search_costs(kernels, resistance, seeds, grid: Grid, limit=np.inf, neighbours=8, cancelled=never) -> np.ndarray:
    """Cost from the nearest of some cells, in one thread.

    Parameters
    ----------
    resistance : (rows, columns) float, NaN cannot be crossed
    seeds : flat indices of the cells that cost 0
    limit : costs above it are not looked for

    Returns
    -------
    (cells,) float in reading order, infinite where not reached within the limit
    """
    sources = np.zeros(resistance.shape, np.int16)
    sources.reshape(-1)[seeds] = 1
    work = Work(kernels, resistance, sources, np.empty(resistance.shape), np.empty(resistance.shape, np.int16),
                 np.empty(resistance.shape, np.uint8), grid, neighbours)
    side = _usual_side(work)
    cheapest, dearest = start(work, None, cancelled)
    tiles = _Tiles(work.shape, side, _tiles_with_sources(work, side), silent, cancelled)
    _search(work, tiles, Rims(work), limit, cheapest, dearest)
    return work.cost


def _pool(threads):
    return ThreadPoolExecutor(threads) if threads > 1 else nullcontext()


def _usual_side(work):
    """Of a tile, in cells: the quickest."""
    if not work.compiled:
        return WAVE_SIDE
    return SIDE if work.shape[0] * work.shape[1] > SMALL else SMALL_SIDE


def _tiles_with_sources(work, side):
    """Numbers of the tiles that hold a cell of cost 0."""
    starts = np.arange(0, work.shape[1], side)
    found = []
    for top in range(0, work.shape[0], side):
        columns = (work.cost.reshape(work.shape)[top:top + side] == 0).any(axis=0)
        found.extend((top // side * starts.size + np.flatnonzero(np.logical_or.reduceat(columns, starts))).tolist())
    return found


class _Tiles:
    """Which tile comes next: the one with the smallest pending cost that nobody works on."""

    def __init__(self, shape, side, first, progress, cancelled):
        self.shape, self.side = shape, side
        self.across, self.along = -(-shape[1] // side), -(-shape[0] // side)
        self.fresh = set(first)
        self.pending = dict.fromkeys(first, 0.0)
        self.queue = [(0.0, number) for number in sorted(first)]
        self.busy: set = set()
        self.changed = threading.Condition()
        self.failed = False
        self.seen: set = set()
        self.told = 0.0
        self.progress = progress
        self.cancelled = cancelled

    def box(self, number):
        """(first row, row behind the last, first column, column behind the last)."""
        row, column = number // self.across * self.side, number % self.across * self.side
        return row, min(row + self.side, self.shape[0]), column, min(column + self.side, self.shape[1])

    def take(self):
        """(tile, whether its sources start now), or None when all is done."""
        with self.changed:
            while not self.failed:
                stop_if(self.cancelled)
                number = self._next()
                if number is not None:
                    first = number in self.fresh
                    self.fresh.discard(number)
                    self.busy.add(number)
                    self.seen.add(number)
                    self.tick(0.0)
                    return number, first
                if not self.busy:
                    break
                self.changed.wait()
            self.changed.notify_all()
            return None

    def tick(self, share):
        """Notes that a share of the latest tile has been reached."""
        told = (len(self.seen) - 1 + share) / (self.across * self.along)
        if told >= self.told:  # a tile may be entered again
            self.told = told
            self.progress(told)

    def _next(self):
        later = []
        number = None
        while self.queue and number is None:
            key, candidate = heapq.heappop(self.queue)
            if self.pending.get(candidate) != key:
                continue
            if candidate in self.busy:
                later.append((key, candidate))
                continue
            del self.pending[candidate]
            number = candidate
        for entry in later:
            heapq.heappush(self.queue, entry)
        return number

    def give_back(self, number, edges):
        """Makes the tiles pending that see a new cost along their sides."""
        row, column = divmod(number, self.across)
        with self.changed:
            self.busy.discard(number)
            for (down, right), key in zip(AROUND, edges):
                inside = 0 <= row + down < self.along and 0 <= column + right < self.across
                if not inside or (down, right) == (0, 0) or key == np.inf:
                    continue
                other = (row + down) * self.across + column + right
                if key < self.pending.get(other, np.inf):
                    self.pending[other] = key
                    heapq.heappush(self.queue, (key, other))
            self.changed.notify_all()

    def give_up(self):
        with self.changed:
            self.failed = True
            self.changed.notify_all()


def _search(work, tiles, rims, limit, cheapest, dearest):
    """Searches one tile after the other until none is pending; runs in several threads.

    Returns how often sources and links were left in doubt, see cost_compiled.py.
    """
    try:
        doubts = np.zeros(2, np.int64)
        settle = _settler(work, tiles, limit, cheapest, dearest, doubts)
        while True:
            taken = tiles.take()
            if taken is None:
                return doubts
            number, first = taken
            box = tiles.box(number)
            before = rims.costs(box)
            keys, places = rims.enter(box, limit, doubts)
            if first:
                seeds = _seeds(work, box)
                keys, places = np.concatenate([np.zeros(seeds.size), keys]), np.concatenate([seeds, places])
                before = [np.full(side.size, np.inf) for side in before]
            settle(box, keys, places)
            tiles.give_back(number, news(before, rims.costs(box)))
    except BaseException:
        tiles.give_up()
        raise


def _seeds(work, box):
    """The cells of cost 0 in a tile."""
    top, bottom, left, end = box
    rows, columns = np.nonzero(work.cost.reshape(work.shape)[top:bottom, left:end] == 0)
    return (rows + top) * work.shape[1] + columns + left


def _settler(work, tiles, limit, cheapest, dearest, doubts):
    """The kernel that suits the range of the steps, with memory of its own."""
    side, kernels, steps = tiles.side, work.kernels, (work.down, work.right, work.half)
    if not work.compiled:
        def by_waves(box, keys, places):
            kernels.search_waves(work.resistance, work.cost, work.shape[1], box, *steps, limit, places, tiles.tick,
                                 tiles.cancelled)
        return by_waves
    shift = side.bit_length() - 1
    raster = work.resistance, work.cost, work.back, work.allocation, work.shape[1]
    steps = *steps, work.away, (work.down << shift) + work.right, limit
    if dearest > WIDEST * cheapest:
        single = np.zeros(1, np.float32)

        def by_heap(box, keys, places):
            kernels.search_heap(*raster, box, shift, *steps, keys, places, single, single.view(np.int32), doubts)
        return by_heap
    # A hair below the cheapest step, so that rounding never puts a step into the bucket it started from.
    width = max(cheapest * (1 - 1e-9), dearest / MOST_BUCKETS)
    buckets = 1 << int(np.ceil(np.log2(dearest / width + 4)))
    head = np.full(buckets, -1, np.int32)
    after, before = np.full(side * side, -1, np.int32), np.full(side * side, -2, np.int32)

    def by_buckets(box, keys, places):
        kernels.search_buckets(*raster, box, shift, *steps, keys, places, width, head, after, before, doubts)
    return by_buckets
