"""Bounded searches from many sources on one raster, in threads that share what they have found.

The cost to the nearest of all sources, known everywhere, is never more than the cost to a certain one. So a cell
cannot lie in a corridor of source A when the cost from A and the cost to the nearest source together exceed the bounds
of all links of A and the reach; and once a partner of A has been searched, its costs say so exactly. Both only leave
cells out that no link and no corridor can use: whatever is found is what an unbounded search finds, to the last digit.
"""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from ..checks import never, silent, stop_if
from ..grid import Grid
from .cost_distance import STEPS, step_length, vanished
from .cost_tiles import MOST_BUCKETS, WIDEST
from .linking import Ground
from .surfaces import ROUNDING

DOWN = 1 - 1.5e-7  # rounding to single precision never raises a lower bound
PATH = 4096  # cells of a path that are made room for at first
ROUNDS = 5  # of moving sources to a better turn
MOST_LOOKS = 3_000_000  # at partners of partners in a round; beyond that the order is not worth its time


class RasterSearch:
    """A resistance raster with its sources, ready for searches.

    Parameters
    ----------
    kernels : the module corridor_compiled
    resistance : (rows, columns) float64, above 0; NaN cannot be crossed
    sources : (rows, columns) int16 or int32, 0 where there is no source; none where the resistance is unknown
    nearest : (rows, columns) float64, cost to the nearest source, NaN where none is reached
    grid : cell width and height in metres
    threads : how many sources are searched at a time
    """

    def __init__(self, kernels, resistance, sources, nearest, grid: Grid, threads=1):
        self.kernels = kernels
        self.threads = threads
        wide = (resistance.shape[0] + 2, resistance.shape[1] + 2)
        self.columns = wide[1]
        self.rasters = [np.asarray(array) for array in (resistance, nearest)]
        labels = np.full(wide, -1, sources.dtype)
        labels[1:-1, 1:-1] = np.where(np.isnan(resistance), -1, sources)
        self.labels = labels.reshape(-1)
        steps = np.array(STEPS)
        self.offsets = steps @ np.array([self.columns, 1])
        self.half = np.array([0.5 * float(step_length(*step, grid)) for step in STEPS])
        self.cheapest = 2 * float(np.fmin.reduce(self.rasters[0], axis=None)) * self.half.min()
        self.dearest = 2 * float(np.fmax.reduce(self.rasters[0], axis=None)) * self.half.max()
        members = np.flatnonzero(self.labels > 0)
        owners = self.labels[members]
        members, owners = members[np.argsort(owners, kind='stable')], np.sort(owners, kind='stable')
        numbers, starts = np.unique(owners, return_index=True)
        self.members = dict(zip(numbers.tolist(), np.split(members, starts[1:])))
        self.ground = Ground(self.labels, self.place, grid)

    @property
    def suits_buckets(self) -> bool:
        """Whether the queue of the kernel holds all cells, and the cheapest and the dearest step lie near enough."""
        return bool(self.dearest <= WIDEST * self.cheapest and self.labels.size < 2**31 - 4)

    def field(self):
        """What a search needs of every cell and writes, and the blocks of cells where it has written, for one search at
        a time: see corridor_compiled.py."""
        kernels, (resistance, nearest) = self.kernels, self.rasters
        wide = (-1, self.columns, kernels.WIDE)
        field = np.zeros(kernels.WIDE * self.labels.size)
        cells, singles = field.reshape(wide), field.view(np.float32).reshape(*wide[:2], kernels.SINGLES)
        cells[[0, -1], :, 0] = cells[:, [0, -1], 0] = np.nan
        cells[1:-1, 1:-1, 0] = resistance
        np.multiply(nearest, DOWN, out=singles[1:-1, 1:-1, kernels.NEAREST], casting='same_kind')
        return field, np.zeros((self.labels.size >> kernels.BLOCK) + 1, bool)

    def place(self, cells):
        """(rows, columns) in the raster without its frame."""
        rows, columns = np.divmod(np.asarray(cells, dtype=np.int64), self.columns)
        return rows - 1, columns - 1

    def plain(self, cells):
        """Flat indices in the raster without its frame, as small as they can be on their way to another process."""
        rows, columns = self.place(cells)
        return (rows * (self.columns - 2) + columns).astype(np.int32 if self.labels.size < 2**31 else np.int64)

    def search(self, pairs, bounds, maximum, reach, progress=silent, cancelled=never) -> PairCorridors:
        """Distances, paths and corridors of pairs of sources.

        Parameters
        ----------
        pairs : (pairs, 2) int, smaller number first
        bounds : (pairs,) float, no less than their least-cost distances
        maximum : largest least-cost distance of a link, or None
        reach : how much more than the least-cost distance a corridor may cost
        """
        run = _Run(self, pairs, np.minimum(bounds, np.inf if maximum is None else maximum), float(reach), progress,
                   cancelled)
        with ThreadPoolExecutor(self.threads) as pool:
            for worker in [pool.submit(run.work) for _ in range(self.threads)]:
                worker.result()
        stop_if(cancelled)
        return run.found


class PairCorridors:
    """What was found for each pair of sources: see ``link_up``."""

    def __init__(self):
        self.distances: dict[tuple[int, int], float] = {}
        self.paths: dict[tuple[int, int], np.ndarray] = {}
        self.corridors: dict[tuple[int, int], tuple[np.ndarray, np.ndarray]] = {}

    def distance(self, first, second) -> float:
        return self.distances[first, second]

    def path(self, first, second) -> np.ndarray:
        return self.paths.get((first, second), np.zeros(0, np.int64))

    def corridor(self, link):
        return self.corridors[link.first, link.second]


class _Run:
    """The searches of one call, handed out to threads."""

    def __init__(self, raster, pairs, bounds, reach, progress, cancelled):
        self.raster, self.reach, self.progress, self.cancelled = raster, reach, progress, cancelled
        self.bounds = {}
        self.partners: dict[int, list[int]] = {}
        for (first, second), bound in zip(pairs.tolist(), bounds.tolist()):
            self.bounds[first, second] = self.bounds[second, first] = bound
            self.partners.setdefault(first, []).append(second)
            self.partners.setdefault(second, []).append(first)
        self.order = in_turn(self.partners, {pair: bound + self.reach for pair, bound in self.bounds.items()})
        turn = {number: place for place, number in enumerate(self.order)}
        # Partners whose turn is earlier: once they are done, less has to be searched.
        self.ahead = {number: {other for other in partners if turn[other] < turn[number]}
                      for number, partners in self.partners.items()}
        self.open = {number: len(partners) for number, partners in self.partners.items()}
        self.surfaces: dict[int, tuple] = {}
        self.lock = threading.Lock()
        self.found = PairCorridors()
        self.count, self.done = len(self.order), 0
        self.failed = False

    def work(self):
        """Searches one source after the other; runs in several threads."""
        try:
            memory = self.raster.field()
            while not self.failed:
                stop_if(self.cancelled)
                with self.lock:
                    if not self.order:
                        return
                    number = self._next()
                    before = {other: self.surfaces[other] for other in self.partners[number] if other in self.surfaces}
                surface = self._surface(number, before, *memory)
                with self.lock:
                    self.surfaces[number] = surface
                    for other in self.partners[number]:
                        self.ahead[other].discard(number)
                    both = {other: self.surfaces[other] for other in self.partners[number] if other in self.surfaces}
                for other, found in both.items():
                    self._corridor(number, other, surface, found)
                with self.lock:
                    for other in both:
                        for end in (number, other):
                            self.open[end] -= 1
                            if not self.open[end]:
                                del self.surfaces[end]
                    self.done += 1
                    self.progress(self.done / self.count)
        except BaseException:
            self.failed = True
            raise

    def _next(self):
        """The first source whose partners with an earlier turn are done, or else the first."""
        number = next((number for number in self.order if not self.ahead[number]), self.order[0])
        self.order.remove(number)
        return number

    def _surface(self, number, before, field, touched):
        """(cells, costs, partner -> distance) of one source; ``before`` holds those of partners already searched.

        Leaves the field as it was, and no block touched.
        """
        raster, kernels, singles = self.raster, self.raster.kernels, field.view(np.float32)
        for other, (cells, costs, distances) in before.items():
            if distances[number] <= self.bounds[number, other] * ROUNDING:
                kernels.raise_slack(cells, costs, (distances[number] + self.reach) * ROUNDING, singles, touched)
        ahead = [other for other in self.partners[number] if other not in before]
        places = np.full(max(raster.members) + 1, -1, np.int32)
        places[ahead] = np.arange(len(ahead))
        upper = np.array([self.bounds[number, other] for other in ahead], dtype=float)
        # A hair below the cheapest step, so that rounding never puts a step into the bucket it started from.
        width = max(raster.cheapest * (1 - 1e-9), raster.dearest / MOST_BUCKETS)
        head = np.zeros(1 << int(np.ceil(np.log2(raster.dearest / width + 4))), np.int32)
        seen = kernels.search_source(
            field, singles, field.view(np.int32), touched, raster.labels, raster.members[number], places, upper,
            self.reach, ROUNDING, raster.offsets, raster.half, width, head)
        distances = {other: self._distance(number, other, field) for other in self.partners[number]}
        cells, costs = np.empty(seen, np.int32), np.empty(seen)
        limit = (upper.max() + self.reach) * ROUNDING if upper.size else -np.inf
        count = kernels.take_reached(field, singles, touched, limit, cells, costs)
        return cells[:count], costs[:count], distances

    def _distance(self, number, other, field):
        """Least-cost distance to a partner, infinite beyond the bound; keeps the path where this end comes first."""
        raster = self.raster
        members = raster.members[other]
        costs = field[raster.kernels.WIDE * members + raster.kernels.COST]
        costs[costs == 0] = np.inf  # not seen
        distance = float(costs.min())
        if distance > self.bounds[number, other] * ROUNDING:
            distance = np.inf
        if number < other:
            self.found.distances[number, other] = distance
            if np.isfinite(distance):
                self.found.paths[number, other] = self._path(field, int(members[np.argmin(costs)]))
        return distance

    def _path(self, field, cell):
        """The cells from the source to a cell."""
        raster, count = self.raster, PATH
        while True:
            path = np.empty(count, np.int64)
            count = raster.kernels.trace(field, cell, raster.offsets, raster.half, path)
            if not count:
                raise vanished()
            if count <= path.size:
                return path[:count][::-1].copy()

    def _corridor(self, number, other, surface, found):
        first, second = min(number, other), max(number, other)
        distance = self.found.distances[first, second]
        one, two = (surface, found) if number < other else (found, surface)
        if np.isfinite(distance):
            room = min(one[0].size, two[0].size)
            cells, values = np.empty(room, np.int32), np.empty(room)
            count = self.raster.kernels.corridor_cells(*one[:2], *two[:2], distance, self.reach, cells, values)
            self.found.corridors[first, second] = cells[:count].copy(), values[:count].copy()


def in_turn(partners, bounds):
    """Sources in an order in which little has to be searched.

    The first of two partners is searched as far as their bound, the second only where the costs of the first leave
    room. So a source should come before its near partners and after its far ones; how much it costs to search as far
    as a bound is taken as its square. From an order in which one set without neighbours among themselves follows the
    other, the sources with most partners first, sources are moved one by one while that saves work.

    Parameters
    ----------
    partners : source number -> numbers of its partners
    bounds : (source, partner) -> how far a search for the partner goes
    """
    finite = [bound for bound in bounds.values() if bound < np.inf]
    most = 10 * max(finite, default=1.0)
    work = {pair: min(bound, most) ** 2 for pair, bound in bounds.items()}
    turn: dict[int, float] = {number: place for place, number in enumerate(_apart(partners))}

    def cost(number):
        return max((work[number, other] for other in partners[number] if turn[other] > turn[number]), default=0.0)

    def around(number):
        return cost(number) + sum(map(cost, partners[number]))

    looks = sum((len(others) + 1) * sum(len(partners[other]) for other in others) for others in partners.values())
    for _ in range(ROUNDS if looks <= MOST_LOOKS else 0):
        moved = False
        for number in sorted(partners):
            place, least = turn[number], around(number)
            turns = sorted(turn[other] for other in partners[number])
            gaps = zip([turns[0] - 1, *turns], [*turns, turns[-1] + 1])
            for middle in [(low + high) / 2 for low, high in gaps]:
                turn[number] = middle
                if around(number) < least * (1 - 1e-9):
                    place, least, moved = middle, around(number), True
            turn[number] = place
        turn = {number: rank for rank, number in enumerate(sorted(turn, key=lambda one: (turn[one], one)))}
        if not moved:
            break
    return list(turn)


def _apart(partners):
    """Sources in sets without neighbours among themselves, those with most partners first."""
    left, order = set(partners), []
    while left:
        chosen: set = set()
        for number in sorted(left, key=lambda one: (-len(left.intersection(partners[one])), one)):
            if chosen.isdisjoint(partners[number]):
                chosen.add(number)
                order.append(number)
        left -= chosen
    return order


def load_kernels(kernels, grid: Grid) -> None:
    """Runs every kernel once on a few cells, since the first call is the one that loads them."""
    resistance, sources = np.ones((1, 4)), np.array([[1, 0, 0, 2]], dtype=np.int16)
    resistance.flags.writeable = sources.flags.writeable = False
    step = float(step_length(0, 1, grid))
    nearest = np.array([[0.0, step, step, 0.0]])
    nearest.flags.writeable = False
    raster = RasterSearch(kernels, resistance, sources, nearest, grid)
    raster.search(np.array([[1, 2]]), np.array([3 * step]), None, step)
