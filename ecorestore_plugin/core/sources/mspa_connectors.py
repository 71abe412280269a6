"""What links cores: skeletons widened along the foreground, told apart by the cores they meet."""

from __future__ import annotations

import numpy as np

from ..checks import never, stop_if
from .mspa_sets import labelled, within
from .mspa_skeleton import distinct

# Neighbours as (row, column) steps in the order in which floods and distances look at them.
EDGES = ((-1, 0), (0, -1), (1, 0), (0, 1))
CORNERS = ((-1, -1), (-1, 1), (1, -1), (1, 1))
UNSET = 32767  # of a step that is not known yet


def widened(skeleton, room, distance, kernels=None, cancelled=never) -> np.ndarray:
    """Cells of ``room`` no farther than ``distance`` from the skeleton on a way inside ``room``, the skeleton included.

    The distance is Euclidean where the straight line stays in ``room`` and goes round the corner by the last cell
    seen from there where it does not. It spreads from neighbour to neighbour across edges, all cells of a front
    before the next; a cell takes the shortest of what its neighbours offer when it is first looked at.

    Parameters
    ----------
    skeleton, room : (rows, columns) bool arrays, skeleton inside room
    distance : cells

    Source: Soille & Vogt 2009, doi:10.1016/j.patrec.2008.10.015 (connectors)
    """
    if distance < 1:
        return skeleton.copy()
    inner = (slice(1, -1), slice(1, -1))
    start, room = np.pad(skeleton, 1), np.pad(room, 1)
    wanted = _near(start, room, distance)
    if kernels is not None:
        found = kernels.widen(start.ravel(), room.ravel(), wanted.ravel(), room.shape[1], np.float32(distance), UNSET)
    else:
        found = _Front(start, room, cancelled).reach(wanted.ravel(), np.float32(distance))
    return found.reshape(room.shape)[inner]


def _near(start, room, distance):
    """Cells that a way of this length can reach at all; nothing else needs to be known."""
    from scipy import ndimage
    near = ndimage.binary_dilation(start, np.ones((3, 3), bool), iterations=int(distance), mask=room)
    near &= within(start, distance)
    labels, count = labelled(room, 4)
    linked = np.zeros(count + 1, bool)
    linked[labels[start]] = True
    linked[0] = False
    return near & linked[labels] & ~start


class _Front:
    """A front of distances that spreads over a flattened image, each cell with the step from the last corner."""

    def __init__(self, start, room, cancelled):
        self.columns = room.shape[1]
        self.start = start.ravel()
        self.room = room.ravel()
        self.open = self.room & ~self.start
        self.cancelled = cancelled
        self.east = np.full(self.room.size, UNSET, np.int16)
        self.south = np.full(self.room.size, UNSET, np.int16)
        self.before = np.zeros(self.room.size, np.float32)  # way up to that corner
        self.place = np.empty(self.room.size, np.int32)
        self.is_new, self.again = np.zeros(self.room.size, bool), np.zeros(self.room.size, bool)
        self.east[self.start], self.south[self.start] = 0, 0
        self.offsets = [row * self.columns + column for row, column in EDGES]

    def reach(self, wanted, distance):
        """Start and all cells of ``wanted`` within the distance."""
        seeds = np.flatnonzero(self.start)
        queue = self._fresh(np.stack([seeds + offset for offset in self.offsets], axis=1).ravel())
        missing = int(np.count_nonzero(wanted))
        found = [seeds]
        while missing and queue.size:
            stop_if(self.cancelled)
            new = queue[self.east[queue] == UNSET]
            reached = self._measure(new)
            asked = wanted[new]
            missing -= int(np.count_nonzero(asked))
            found.append(new[asked & (self._total(new) <= distance)])
            queue = self._advanced(queue, reached)
        result = np.zeros(self.room.size, bool)
        result[np.concatenate(found)] = True
        return result

    def _fresh(self, cells):
        """Those of the cells that nobody has queued yet, marked as queued."""
        cells = distinct(cells[self.open[cells]], self.place)
        self.open[cells] = False
        return cells

    def _advanced(self, queue, reached):
        """The next queue: cells behind the front wait, the others hand over to their neighbours."""
        exact = self._length(queue) + self.before[queue]
        waits = exact > (reached.min().astype(float) if reached.size else np.inf)
        following = np.stack([queue + offset for offset in self.offsets], axis=1)
        useful = self.open[following] & ~waits[:, np.newaxis]
        following[waits, 0], useful[waits, 0] = queue[waits], True
        following = distinct(following[useful], self.place)
        self.open[following] = False
        return following

    def _length(self, cells):
        east, south = self.east[cells].astype(float), self.south[cells].astype(float)
        return np.sqrt(east * east + south * south)

    def _total(self, cells):
        return self.before[cells] + self._length(cells).astype(np.float32)

    def _measure(self, new):
        """Sets the distances of new cells in the order of the queue; returns them.

        A cell also sees new neighbours that stand before it. Repeating the sweep until nothing changes gives what
        one after the other would give.
        """
        self.place[new] = np.arange(new.size)
        self.is_new[new] = True
        best = self._sweep(new, lambda beside, cells: ~self.is_new[beside])
        waiting = np.ones(new.size, bool)
        while waiting.any():
            cells = new[waiting]
            before = self._state(cells)
            best[waiting] = self._sweep(cells, self._is_due)
            changed = cells[(self._state(cells) != before).any(axis=0)]
            for offset in self.offsets:
                self.again[changed + offset] = True
            waiting = self.again[new]
            for offset in self.offsets:
                self.again[changed + offset] = False
        self.is_new[new] = False
        return best

    def _is_due(self, beside, cells):
        """Whether a neighbour has its distance when it is the cell's turn."""
        return ~self.is_new[beside] | (self.place[beside] < self.place[cells])

    def _state(self, cells):
        return np.stack([self.east[cells], self.south[cells], self.before[cells]])

    def _sweep(self, cells, may_ask):
        """The shortest offer of the neighbours for each cell; the first of equal ones."""
        best = np.full(cells.size, np.inf, np.float32)
        east, south = np.empty(cells.size, np.int16), np.empty(cells.size, np.int16)
        before = np.empty(cells.size, np.float32)
        for (row, column), offset in zip(EDGES, self.offsets):
            asked = np.flatnonzero(self.room[cells + offset] & (self.east[cells + offset] != UNSET)
                                   & may_ask(cells + offset, cells))
            beside = cells[asked] + offset
            step_east = self.east[beside].astype(np.int64) - column
            step_south = self.south[beside].astype(np.int64) - row
            corner = beside - self.east[beside] - self.south[beside].astype(np.int64) * self.columns
            seen = self._sees(corner, step_east, step_south)
            way = self.before[beside].astype(float)
            straight = (np.sqrt(step_east * step_east + step_south * step_south) + way).astype(np.float32)
            around = (self._length(beside) + way + 1).astype(np.float32)
            offer = np.where(seen, straight, around)
            better = offer < best[asked]
            taken, seen, offer = asked[better], seen[better], offer[better]
            best[taken] = offer
            east[taken] = np.where(seen, step_east[better], -column)
            south[taken] = np.where(seen, step_south[better], -row)
            before[taken] = np.where(seen, self.before[beside[better]], offer - np.float32(1))
        self.east[cells], self.south[cells], self.before[cells] = east, south, before
        return best

    def _sees(self, corner, east, south):
        """Whether the straight line of cells from the corner by so many steps stays in the room."""
        long, short = np.abs(east), np.abs(south)
        steep = short > long
        long, short = np.where(steep, short, long), np.where(steep, long, short)
        forward = np.where(steep, np.sign(south) * self.columns, np.sign(east))
        sideways = np.where(steep, np.sign(east), np.sign(south) * self.columns)
        cell, error = corner.copy(), 2 * short - long
        seen = np.ones(corner.size, bool)
        for step in range(int(long.max(initial=0))):
            active = seen & (step < long)
            shift = active & (error >= 0)
            cell[active] += forward[active]
            cell[shift] += sideways[shift]
            error[active] += 2 * short[active]
            error[shift] -= 2 * long[shift]
            seen[active] = self.room[cell[active]]
        return seen


def joins_cores(connectors, core, opening, connectivity, kernels=None, cancelled=never) -> np.ndarray:
    """Connectors that meet more than one core: bridges. The others are loops.

    The numbers of the cores flood opening and connectors cell by cell, in the order of a queue that starts with the
    neighbours of the cores across edges, then across corners. A component of the connectors that holds more than one
    number is a bridge.

    Parameters
    ----------
    connectors, core, opening : (rows, columns) bool arrays; core without cells on the outermost rows and columns

    Returns
    -------
    (rows, columns) bool array, a part of the connectors
    """
    numbers, _ = labelled(core, connectivity)
    room = (opening | connectors) & ~core
    for side in (room[0], room[-1], room[:, 0], room[:, -1]):
        side[...] = False
    steps = EDGES + CORNERS if connectivity == 8 else EDGES
    offsets = np.array([row * core.shape[1] + column for row, column in steps])
    if kernels is not None:
        kernels.flood(numbers.ravel(), core.ravel(), room.ravel(), offsets)
    else:
        _flood(numbers.ravel(), core.ravel(), room.ravel(), offsets, cancelled)
    inner = connectors.copy()
    for side in (inner[0], inner[-1], inner[:, 0], inner[:, -1]):
        side[...] = False
    parts, count = labelled(inner, connectivity)
    one = np.zeros(count + 1, numbers.dtype)
    one[parts] = numbers
    bridge = np.zeros(count + 1, bool)
    bridge[parts[inner & (numbers != one[parts])]] = True
    return bridge[parts]


def _flood(numbers, core, room, offsets, cancelled):
    """Spreads the numbers into the room in place."""
    place = np.empty(room.size, np.int32)
    sources = _rim(core, room, offsets)
    front = []
    for some in (offsets[:4], offsets[4:]):
        if some.size:
            front.append(_spread(sources, numbers, room, some, place))
    queue = np.concatenate(front)
    while queue.size:
        stop_if(cancelled)
        queue = _spread(queue, numbers, room, offsets, place)


def _rim(core, room, offsets):
    """Core cells with a neighbour in the room, in reading order."""
    inside = np.flatnonzero(core)
    touches = np.zeros(inside.size, bool)
    for offset in offsets:
        touches |= room[inside + offset]
    return inside[touches]


def _spread(queue, numbers, room, offsets, place):
    """Numbers the free neighbours of the queue's cells, first come first served; returns them in that order."""
    following = (queue[:, np.newaxis] + offsets).ravel()
    wanted = np.flatnonzero(room[following])
    following = following[wanted]
    order = np.arange(following.size, dtype=place.dtype)
    place[following[::-1]] = order[::-1]
    first = place[following] == order
    cells = following[first]
    numbers[cells] = numbers[queue[wanted[first] // len(offsets)]]
    room[cells] = False
    return cells
