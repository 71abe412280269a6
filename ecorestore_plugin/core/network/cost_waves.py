"""Cost distance on rasters with numpy alone: the functions of cost_compiled.py, in waves of many cells at once.

A wave takes the cells with the smallest pending costs and offers their neighbours a way. A cell whose cost falls again
takes part again, so the order changes the work, never the result. Rasters are one-dimensional views in reading order,
as in cost_compiled.py, and a step costs the very same expression.
"""

from __future__ import annotations

import heapq

import numpy as np

from ..checks import never, silent, stop_if

TIED = 16  # set on a back link while other neighbours are as good
SEED = 15  # stands for a back link where a source is
NOT_REACHED = 255
SHARE, LEAST = 0.3, 1000  # of the pending cells in a wave, and at least so many
FEW, ENOUGH = 24, 200  # pending cells below which one after the other is quicker, and above which it is not
PATIENCE = 20_000  # cells between two looks at the cancel button


def first_costs(resistance, sources, start, stop, cost, allocation, back, extremes):
    """Cost 0 and the source on the cells of sources that can be crossed; writes the two ``extremes`` of resistance."""
    values = resistance[start:stop]
    cost[start:stop] = np.inf
    seeds = np.flatnonzero(sources[start:stop] > 0)
    seeds = start + seeds.compress(~np.isnan(values.take(seeds)))
    cost[seeds] = 0
    allocation[start:stop] = 0
    allocation[seeds] = sources[seeds]
    back[start:stop] = NOT_REACHED
    back[seeds] = SEED
    extremes[0], extremes[1] = np.fmin.reduce(values, initial=np.inf), np.fmax.reduce(values, initial=0.0)


def enter_tile(resistance, cost, back, allocation, origin, inside, outside, links, half, limit, keys, places, doubts):
    """Lowers the rim cells of a tile to what neighbours outside offer; fills keys and places, returns how many.

    As in cost_compiled.py, but links and sources are found when all costs are known.
    """
    here, there = origin + inside, origin + outside
    offer = cost[there] + (resistance[here].astype(np.float64) + resistance[there]) * half[links]
    good = np.flatnonzero((offer < cost[here]) & (offer <= limit))
    lowered, owner = np.unique(here[good], return_inverse=True)
    best = np.full(lowered.size, np.inf)
    np.minimum.at(best, owner, offer[good])
    cost[lowered] = keys[:lowered.size] = best
    places[:lowered.size] = lowered
    return lowered.size


def search_waves(resistance, cost, columns, tile, down, right, half, limit, places, tick=silent, cancelled=never):
    """Settles a tile.

    Parameters
    ----------
    places : cells to start from: of cost 0, and what ``enter_tile`` found
    tick : is told the share of the tile's cells that have been reached
    """
    top, bottom, left, end = tile
    height, width = bottom - top, end - left
    window = cost.reshape(-1, columns)[top:bottom, left:end]
    # A frame that is too cheap to be improved keeps the waves inside.
    costs = np.full((height + 2, width + 2), -np.inf)
    costs[1:-1, 1:-1] = window
    values = np.full((height + 2, width + 2), np.nan)
    values[1:-1, 1:-1] = resistance.reshape(-1, columns)[top:bottom, left:end]
    row, column = places // columns - top, places % columns - left
    pending = (row + 1) * (width + 2) + column + 1
    steps = list(zip((down * (width + 2) + right).tolist(), half.tolist()))
    search = _Waves(values.reshape(-1), costs.reshape(-1), steps, limit, tick, cancelled)
    search.run(np.unique(pending))
    window[:] = costs[1:-1, 1:-1]


class _Waves:
    """A search on a framed raster."""

    def __init__(self, values, costs, steps, limit, tick, cancelled):
        self.values, self.costs, self.steps, self.limit = values, costs, steps, limit
        self.tick, self.cancelled = tick, cancelled
        self.waiting = np.zeros(costs.size, bool)
        self.taken = np.zeros(costs.size, bool)
        self.reached = 0

    def run(self, pending):
        """Until no cell is pending; each pending cell stands in the array once, and only there."""
        self.waiting[pending] = True
        while pending.size:
            if pending.size < FEW:
                stop_if(self.cancelled)
                pending = self.one_by_one(pending)
                continue
            keys = self.costs.take(pending)
            count = min(max(LEAST, int(SHARE * pending.size)), pending.size - 1)
            bound = np.partition(keys, count)[count]
            inside = keys <= bound
            near, later = pending.compress(inside), [pending.compress(~inside)]
            while near.size:
                stop_if(self.cancelled)
                near = self.wave(near, bound, later)
            pending = np.concatenate(later)
            self.tick(self.reached / self.costs.size)

    def wave(self, near, bound, later):
        """Offers the neighbours of ``near`` a way; returns the cells to go on from, adds the others to ``later``."""
        self.waiting[near] = False
        self.reached += near.size - np.count_nonzero(self.taken.take(near))
        self.taken[near] = True
        own, keys = self.values.take(near), self.costs.take(near)
        onward = []
        for offset, half in self.steps:
            there = near + offset
            # Cells of the frame only meet what is out of range, so clipping changes nothing; it saves a check.
            offer = self.values.take(there, mode='clip')
            offer += own
            offer *= half
            offer += keys
            better = np.flatnonzero(offer < self.costs.take(there, mode='clip'))
            if self.limit < np.inf:
                better = better.compress(offer.take(better) <= self.limit)
            if not better.size:
                continue
            there, offer = there.take(better), offer.take(better)
            self.costs[there] = offer
            fresh = np.flatnonzero(~self.waiting.take(there))
            there = there.take(fresh)
            self.waiting[there] = True
            inside = offer.take(fresh) <= bound
            onward.append(there.compress(inside))
            later.append(there.compress(~inside))
        return np.concatenate(onward) if onward else near[:0]

    def one_by_one(self, pending):
        """Takes cell after cell where there are only a few, as in passages one cell wide."""
        values, costs, taken = memoryview(self.values), memoryview(self.costs), memoryview(self.taken)
        limit, steps = self.limit, self.steps
        self.waiting[pending] = False
        heap = [(costs[cell], cell) for cell in pending.tolist()]
        heapq.heapify(heap)
        for _ in range(PATIENCE):
            if not heap or len(heap) > ENOUGH:
                break
            key, cell = heapq.heappop(heap)
            if key > costs[cell]:
                continue
            self.reached += not taken[cell]
            taken[cell] = True
            own = values[cell]
            for offset, half in steps:
                offer = key + (own + values[cell + offset]) * half
                if offer < costs[cell + offset] and offer <= limit:
                    costs[cell + offset] = offer
                    heapq.heappush(heap, (offer, cell + offset))
        left = np.unique(np.array([cell for key, cell in heap if key == costs[cell]], dtype=np.int64))
        self.waiting[left] = True
        return left


def link_back(resistance, cost, sources, shape, start, stop, down, right, half, codes, allocation, back):
    """The first of the equally good neighbours of each cell, and the source where it is one, for some rows; NaN for the
    cost of cells that are not reached.

    Returns the number of cells whose cost no neighbour explains, and of those with several such neighbours.
    """
    first, last = max(start - 1, 0), min(stop + 1, shape[0])
    costs = cost.reshape(shape)[first:last]
    values = resistance.reshape(shape)[first:last].astype(np.float64)
    links = np.full((stop - start, shape[1]), NOT_REACHED, np.uint8)
    for step in range(half.size - 1, -1, -1):
        rows, their_rows = _overlap(int(down[step]), start, stop, shape[0])
        columns, their_columns = _overlap(int(right[step]), 0, shape[1], shape[1])
        here = slice(rows.start - first, rows.stop - first), columns
        there = slice(their_rows.start - first, their_rows.stop - first), their_columns
        offer = values[here] + values[there]
        offer *= half[step]
        offer += costs[there]
        good = (offer == costs[here]) & (costs[there] < costs[here])
        part = links[rows.start - start:rows.stop - start, columns]
        part[:] = np.where(good, codes[step] | np.where(part == NOT_REACHED, 0, TIED).astype(np.uint8), part)
    place = slice(start * shape[1], stop * shape[1])
    seed, links = cost[place] == 0, links.reshape(-1)
    links[seed] = 0
    allocation[place] = np.where(seed, sources[place], 0)
    back[place] = links
    lost = np.count_nonzero((links == NOT_REACHED) & (cost[place] < np.inf))
    cost[place][cost[place] == np.inf] = np.nan
    return lost, np.count_nonzero((links & TIED > 0) & (links != NOT_REACHED))


def _overlap(away, start, stop, end):
    """(slice of the places from ``start`` to ``stop`` with a neighbour ``away``, slice of these neighbours)."""
    start, stop = max(start, -away), max(min(stop, end - away), max(start, -away))
    return slice(start, stop), slice(start + away, stop + away)


def follow_back(back, offsets, start, stop, allocation):
    """Gives cells from ``start`` to ``stop`` the source their back links lead to, as far as they tell.

    Returns the number of cells whose links lead out of that part to a cell without a source yet.
    """
    links, known = back[start:stop], allocation[start:stop]
    open_cells = np.flatnonzero((known == 0) & (links != NOT_REACHED))
    # Each cell points to the next; those with a source, or outside, to themselves.
    jump = np.arange(stop - start)
    target = open_cells + offsets.take(links.take(open_cells) & 15)
    away = (target < 0) | (target >= stop - start)
    jump[open_cells[~away]] = target[~away]
    leaving, beyond = open_cells[away], allocation[target[away] + start]
    known[leaving] = beyond
    moving = open_cells
    while moving.size:
        near = jump.take(moving)
        further = jump.take(near)
        jump[moving] = further
        moving = moving.compress(further != near)
    known[open_cells] = known.take(jump.take(open_cells))
    return np.count_nonzero(known.take(open_cells) == 0)


def lowest_source(resistance, cost, back, shape, start, stop, down, right, half, allocation):
    """Lowers ``allocation`` until none of the tied cells from ``start`` to ``stop``, nor any that follows from them,
    has an equally good neighbour with a lower source."""
    cells = _tied(back, start, stop)
    changed = [cells[:0]]
    for step in range(half.size):
        here, there = _pairs(cells, shape, down[step], right[step])
        better = (allocation[there] < allocation[here]) & _explains(resistance, cost, here, there, half[step])
        allocation[here[better]] = allocation[there[better]]
        changed.append(here[better])
    front = np.unique(np.concatenate(changed))
    while front.size:
        changed = [front[:0]]
        for step in range(half.size):
            here, there = _pairs(front, shape, down[step], right[step])
            better = (allocation[there] > allocation[here]) & _explains(resistance, cost, there, here, half[step])
            allocation[there[better]] = allocation[here[better]]
            changed.append(there[better])
        front = np.unique(np.concatenate(changed))


def lead_ties(resistance, cost, allocation, shape, start, stop, down, right, half, codes, back):
    """Leads the tied back links from ``start`` to ``stop`` to the cell's own source."""
    cells = _tied(back, start, stop)
    for step in range(half.size - 1, -1, -1):
        here, there = _pairs(cells, shape, down[step], right[step])
        good = (allocation[there] == allocation[here]) & _explains(resistance, cost, here, there, half[step])
        back[here[good]] = codes[step]


def _tied(back, start, stop):
    links = back[start:stop]
    return np.flatnonzero((links & TIED > 0) & (links != NOT_REACHED)) + start


def _pairs(cells, shape, down, right):
    """(cells that have a neighbour in a direction, those neighbours)."""
    row, column = cells // shape[1] + down, cells % shape[1] + right
    here = cells.compress((row >= 0) & (row < shape[0]) & (column >= 0) & (column < shape[1]))
    return here, here + (down * shape[1] + right)


def _explains(resistance, cost, here, there, half):
    """Whether the cost of ``here`` is that of ``there`` and the step between them."""
    step = (resistance[here].astype(np.float64) + resistance[there]) * half
    return (cost[there] < cost[here]) & (cost[there] + step == cost[here])
