"""Priority flood, steepest descent and sums along the flow; imported in workers only, never in QGIS.

The same steps in the same order as drainage.py, so that no digit differs: cells leave the heap by elevation, then by
their place, whatever the heap looks like inside.
"""

import numba
import numpy as np


@numba.njit(cache=True, nogil=True, error_model='numpy', inline='always')
def _before(level, cell, other_level, other):
    return level < other_level or (level == other_level and cell < other)


@numba.njit(cache=True, nogil=True, error_model='numpy')
def _push(levels, cells, size, level, cell):
    place = size
    while place > 0:
        above = (place - 1) // 2
        if not _before(level, cell, levels[above], cells[above]):
            break
        levels[place], cells[place] = levels[above], cells[above]
        place = above
    levels[place], cells[place] = level, cell


@numba.njit(cache=True, nogil=True, error_model='numpy')
def _pop(levels, cells, size):
    """Takes the first of ``size`` entries; the others close up."""
    first, last = cells[0], size - 1
    level, cell = levels[last], cells[last]
    place = 0
    while True:
        below = 2 * place + 1
        if below >= last:
            break
        if below + 1 < last and _before(levels[below + 1], cells[below + 1], levels[below], cells[below]):
            below += 1
        if not _before(levels[below], cells[below], level, cell):
            break
        levels[place], cells[place] = levels[below], cells[below]
        place = below
    levels[place], cells[place] = level, cell
    return first


@numba.njit(cache=True, nogil=True, error_model='numpy')
def flood(level, done, steps, outlets, total, origin, order):
    """Fills ``level``, ``origin`` and ``order``; flat arrays of the padded grid as in drainage.py."""
    levels, cells = np.empty(total), np.empty(total, np.int64)  # memory is taken as far as it is used
    pit = np.empty(total, np.int64)
    size, first, last = 0, 0, 0
    for cell in outlets:
        done[cell] = 1
        _push(levels, cells, size, level[cell], cell)
        size += 1
    for number in range(total):
        if first < last:
            cell = pit[first]
            first += 1
        else:
            cell = _pop(levels, cells, size)
            size -= 1
        order[number] = cell
        water = level[cell]
        for step in steps:
            other = cell + step
            if done[other]:
                continue
            done[other] = 1
            origin[other] = cell
            if level[other] <= water:
                level[other] = water
                pit[last] = other
                last += 1
            else:
                _push(levels, cells, size, level[other], other)
                size += 1


@numba.njit(cache=True, nogil=True, error_model='numpy')
def steepest_lower(filled, downs, rights, lengths, receiver):
    """Puts the neighbour with the steepest descent into ``receiver``; cells without one keep what they have."""
    rows, columns = filled.shape
    for row in range(rows):
        for column in range(columns):
            height, steepest = filled[row, column], 0.0
            for way in range(len(downs)):
                down, right = row + downs[way], column + rights[way]
                if 0 <= down < rows and 0 <= right < columns:
                    descent = (height - filled[down, right]) / lengths[way]
                    if descent > steepest:
                        steepest = descent
                        receiver[row, column] = down * columns + right


@numba.njit(cache=True, nogil=True, error_model='numpy')
def gather(order, receiver, area):
    """Adds the area of every cell to those below it."""
    for cell in order[::-1]:
        below = receiver[cell]
        if below >= 0:
            area[below] += area[cell]


@numba.njit(cache=True, nogil=True, error_model='numpy')
def longest(order, receiver, step, length):
    """The longest way from a divide down to each cell."""
    for cell in order[::-1]:
        below = receiver[cell]
        if below >= 0:
            length[below] = max(length[below], length[cell] + step[cell])


@numba.njit(cache=True, nogil=True, error_model='numpy')
def downward(order, receiver, step, length):
    """The way from each cell down to its outlet."""
    for cell in order:
        below = receiver[cell]
        if below >= 0:
            length[cell] = length[below] + step[cell]
