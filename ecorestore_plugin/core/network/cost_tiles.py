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

from ..checks import check_not_empty, check_positive, never, part_of, silent, stop_if
from ..grid import Grid
from . import cost_waves
from .steps import DIRECTION_CODES, STEPS, check_any_source, step_length, vanished

# Cells; a tile's costs, resistances and queue then stay near the processor. Small rasters need tiles for two threads.
SIDE, SMALL_SIDE, SMALL = 512, 256, 3_000_000
WAVE_SIDE = 4096  # waves get longer, and so quicker, with the tile
BAND = 1 << 18  # cells of the bands of rows in which links are made
MANY_TIES = 100_000  # for fewer, compiling takes longer than numpy
WIDEST = 1e5  # dearest / cheapest step that buckets can serve
MOST_BUCKETS = 8192
# Row and column of the neighbour for each place in the 3 x 3 table of changed sides.
AROUND = tuple((down, right) for down in (-1, 0, 1) for right in (-1, 0, 1))


def start_costs(resistance, sources, cost, allocation, back_link, grid: Grid, neighbours=8, threads=1,
                cancelled=never) -> tuple[float, float]:
    """Checks the resistances and writes what a search starts from: the part of ``fill_cumulative_resistance`` that needs
    no kernels.

    Returns
    -------
    no more than the cheapest and no less than the dearest step
    """
    work = _Work(cost_waves, resistance, sources, cost, allocation, back_link, grid, neighbours)
    with _pool(threads) as pool:
        return _start(work, pool, cancelled)


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
    work = _Work(kernels, resistance, sources, cost, allocation, back_link, grid, neighbours)
    side = side or work.usual_side()
    with _pool(threads) as pool:
        cheapest, dearest = started or _start(work, pool, cancelled)
        first = _tiles_with_sources(work, side)
        check_any_source(len(first))
        tiles = _Tiles(work.shape, side, first, part_of(progress, 0.0, 0.8), cancelled)
        doubts = sum(_all(pool, lambda _: _search(work, tiles, float(maximum), cheapest, dearest), range(threads)))
        stop_if(cancelled)
        progress(0.8)
        _derive(work, pool, doubts > 0, cancelled)
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
    work = _Work(kernels, resistance, sources, np.empty(resistance.shape), np.empty(resistance.shape, np.int16),
                 np.empty(resistance.shape, np.uint8), grid, neighbours)
    side = work.usual_side()
    cheapest, dearest = _start(work, None, cancelled)
    tiles = _Tiles(work.shape, side, _tiles_with_sources(work, side), silent, cancelled)
    _search(work, tiles, limit, cheapest, dearest)
    return work.cost


def _pool(threads):
    return ThreadPoolExecutor(threads) if threads > 1 else nullcontext()


def _all(pool, function, items):
    """Results of the function, by several threads where there is a pool."""
    return list(map(function, items) if pool is None else pool.map(function, items))


class _Work:
    """The arrays as the kernels take them, and the steps between cells."""

    def __init__(self, kernels, resistance, sources, cost, allocation, back_link, grid, neighbours):
        self.kernels = kernels
        self.shape = (int(resistance.shape[0]), int(resistance.shape[1]))
        # One signature for writeable and read-only arrays, so that nothing is compiled twice.
        self.resistance, self.sources = _flat(resistance), _flat(sources)
        for array in (self.resistance, self.sources):
            array.flags.writeable = False
        self.cost, self.allocation, self.back = map(_flat, (cost, allocation, back_link))
        steps = [step for step in STEPS if neighbours == 8 or 0 in step]
        self.down, self.right = np.array(steps, dtype=np.int64).T.copy()
        self.half = np.array([0.5 * float(step_length(*step, grid)) for step in steps])
        self.away = self.down * self.shape[1] + self.right
        self.codes = np.array([DIRECTION_CODES[down + 1, right + 1] for down, right in steps], dtype=np.uint8)
        self.offsets = np.zeros(16, dtype=np.int64)
        self.offsets[self.codes] = self.away

    @property
    def compiled(self):
        return self.kernels is not cost_waves

    def usual_side(self):
        """Of a tile, in cells: the quickest."""
        if not self.compiled:
            return WAVE_SIDE
        return SIDE if self.shape[0] * self.shape[1] > SMALL else SMALL_SIDE

    def bands(self):
        """(first row, row behind the last) of bands of rows."""
        height = max(1, BAND // self.shape[1])
        return [(start, min(start + height, self.shape[0])) for start in range(0, self.shape[0], height)]

    def spans(self):
        """(first cell, cell behind the last) of the same bands."""
        return [(start * self.shape[1], stop * self.shape[1]) for start, stop in self.bands()]


def _flat(array):
    return np.asarray(array).reshape(-1).view()


def _start(work, pool, cancelled):
    """Checks the resistances, writes the starting costs, and returns the cheapest and the dearest possible step."""
    def start(span):
        stop_if(cancelled)
        extremes = np.empty(2)
        cost_waves.start_costs(work.resistance, work.sources, *span, work.cost, work.allocation, work.back, extremes)
        return extremes

    lowest, highest = np.array(_all(pool, start, work.spans())).T
    if lowest.min() <= 0 or np.isinf(highest.max()):
        check_positive('Resistance', work.resistance.reshape(work.shape))
    check_not_empty('Resistance', lowest < np.inf)
    return 2 * float(lowest.min()) * work.half.min(), 2 * float(highest.max()) * work.half.max()


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


def _search(work, tiles, limit, cheapest, dearest):
    """Searches one tile after the other until none is pending; runs in several threads.

    Returns how often the compiled kernels left the allocation in doubt, see cost_compiled.py.
    """
    try:
        doubts = np.zeros(1, np.int64)
        settle = _settler(work, tiles, limit, cheapest, dearest, doubts)
        rims, limit = _Rims(work), min(limit, np.finfo(float).max)
        rim, at = np.empty(4 * tiles.side), np.empty(4 * tiles.side, np.int64)
        while True:
            taken = tiles.take()
            if taken is None:
                return int(doubts[0])
            number, first = taken
            box = tiles.box(number)
            before = _sides(work, box)
            origin = box[0] * work.shape[1] + box[2]
            count = work.kernels.enter_tile(work.resistance, work.cost, work.back, work.allocation, origin,
                                            *rims.around(box), work.half, limit, rim, at, doubts)
            order = np.argsort(rim[:count])
            keys, places = rim[order], at[order]
            if first:
                seeds = _seeds(work, box)
                keys, places = np.concatenate([np.zeros(seeds.size), keys]), np.concatenate([seeds, places])
                before = [np.full(side.size, np.inf) for side in before]
            settle(box, keys, places)
            tiles.give_back(number, _news(before, _sides(work, box)))
    except BaseException:
        tiles.give_up()
        raise


class _Rims:
    """The neighbours that the cells along the sides of a tile have outside it; the same for most tiles."""

    def __init__(self, work):
        self.work = work
        self.known: dict = {}

    def around(self, box):
        """(rim cells, neighbours outside, steps there): cells as distances from the first cell of the tile."""
        (top, bottom, left, end), (rows, columns) = box, self.work.shape
        kind = bottom - top, end - left, top > 0, bottom < rows, left > 0, end < columns
        if kind not in self.known:
            self.known[kind] = self._pairs(*kind)
        return self.known[kind]

    def _pairs(self, height, width, north, south, west, east):
        work = self.work
        rim = np.zeros((height, width), bool)
        rim[[0, -1]] = rim[:, [0, -1]] = True
        row, column = (places[:, np.newaxis] for places in np.nonzero(rim))
        down, right = row + work.down, column + work.right
        beside = ((down < 0) | (down >= height) | (right < 0) | (right >= width)) & (
            (down >= 0) | north) & ((down < height) | south) & ((right >= 0) | west) & ((right < width) | east)
        # Contiguous like all that kernels take: for another layout they would be compiled again.
        cell, step = map(np.ascontiguousarray, np.nonzero(beside))
        inside = (row * work.shape[1] + column)[cell, 0]
        return inside, inside + work.away[step], step


def _sides(work, box):
    """The costs along the northern, southern, western and eastern side of a tile."""
    top, bottom, left, end = box
    cost = work.cost.reshape(work.shape)
    return [side.copy() for side in (cost[top, left:end], cost[bottom - 1, left:end], cost[top:bottom, left],
                                     cost[top:bottom, end - 1])]


def _news(before, after):
    """The smallest new cost that each of the eight tiles around will see, in the order of AROUND."""
    north, south, west, east = (np.where(now < was, now, np.inf) for was, now in zip(before, after))
    return [float(key) for key in (north[0], north.min(), north[-1], west.min(), np.inf, east.min(), south[0],
                                   south.min(), south[-1])]


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


def _derive(work, pool, doubtful, cancelled):
    """Allocation and back links from the costs, by the rules of cost_distance.py.

    The compiled searches leave both, right unless neighbours of different sources offered the same.
    """
    lost, ties = _name_links(work, pool, doubtful) if work.compiled else (0, 0)
    if lost or not work.compiled:  # a link may lead to a cell that costs the same where another does not
        lost, ties = _link_back(work, cancelled)
        doubtful = True
    if lost:
        raise vanished()
    if doubtful:
        _follow_links(work, pool, cancelled)
    if doubtful and ties:
        _settle_ties(work, pool, ties, cancelled)


def _name_links(work, pool, doubtful):
    """Direction codes of the links the compiled searches left; the cells that have none, and those with several.

    Ties stay marked where they are in doubt.
    """
    keep = np.uint8(cost_waves.TIED if doubtful else 0)
    return np.sum(_all(pool, lambda span: work.kernels.name_links(
        work.cost, *span, work.away, work.codes, keep, work.back), work.spans()), axis=0)


def _link_back(work, cancelled):
    """Back links from the costs alone; the cells that have none, and those with several."""
    lost = ties = 0
    for band in work.bands():
        stop_if(cancelled)
        found = cost_waves.link_back(work.resistance, work.cost, work.sources, work.shape, *band, work.down, work.right,
                                     work.half, work.codes, work.allocation, work.back)
        lost, ties = lost + found[0], ties + found[1]
    return lost, ties


def _follow_links(work, pool, cancelled):
    """Gives every cell the source its back links lead to."""
    spans, left = work.spans(), 1
    for start, stop in spans:
        work.allocation[start:stop][work.back[start:stop] != 0] = 0
    while left:  # numpy follows links no further than one span at a time
        stop_if(cancelled)
        # Several threads may follow the same links: they write the same numbers.
        left = sum(_all(pool, lambda span: work.kernels.follow_back(work.back, work.offsets, *span, work.allocation),
                        spans))
        spans.reverse()


def _settle_ties(work, pool, ties, cancelled):
    """The lowest source to cells equally near to several, and links that lead there."""
    kernels = work.kernels if ties > MANY_TIES else cost_waves
    steps = work.down, work.right, work.half
    for span in work.spans():
        stop_if(cancelled)
        kernels.lowest_source(work.resistance, work.cost, work.back, work.shape, *span, *steps, work.allocation)
    _all(pool, lambda span: kernels.lead_ties(work.resistance, work.cost, work.allocation, work.shape, *span, *steps,
                                              work.codes, work.back), work.spans())
