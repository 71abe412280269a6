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
def _is_outlet(level, row, column, downs, rights):
    """Whether a known cell lies at the edge or beside an unknown one."""
    rows, columns = level.shape
    for way in range(len(downs)):
        down, right = row + downs[way], column + rights[way]
        if not (0 <= down < rows and 0 <= right < columns) or np.isnan(level[down, right]):
            return True
    return False


@numba.njit(cache=True, nogil=True, error_model='numpy')
def flood(level, downs, rights, receiver, order):
    """Fills the pits of ``level``, and ``receiver`` and ``order`` as in drainage.py.

    Cells whose level is settled and which wait for their turn stand in ``order`` already, behind the others.
    """
    rows, columns = level.shape
    # Memory is taken as far as it is used.
    levels, cells = np.empty(len(order), level.dtype), np.empty(len(order), order.dtype)
    size, end = 0, 0
    for row in range(rows):
        for column in range(columns):
            receiver[row, column] = -1
            if np.isnan(level[row, column]):
                continue
            if _is_outlet(level, row, column, downs, rights):
                _push(levels, cells, size, level[row, column], row * columns + column)
                size += 1
            else:
                receiver[row, column] = -2  # not reached yet
    for number in range(len(order)):
        if number == end:
            order[end] = _pop(levels, cells, size)
            size -= 1
            end += 1
        cell = order[number]
        row = cell // columns
        column = cell - row * columns
        water = level[row, column]
        for way in range(len(downs)):
            down, right = row + downs[way], column + rights[way]
            if not (0 <= down < rows and 0 <= right < columns) or receiver[down, right] != -2:
                continue
            receiver[down, right] = cell
            if level[down, right] <= water:
                level[down, right] = water
                order[end] = down * columns + right
                end += 1
            else:
                _push(levels, cells, size, level[down, right], down * columns + right)
                size += 1


@numba.njit(cache=True, nogil=True, error_model='numpy')
def steepest_lower(filled, downs, rights, lengths, receiver):
    """Puts the neighbour with the steepest descent into ``receiver``; cells without one keep what they have."""
    rows, columns = filled.shape
    for row in range(rows):
        for column in range(columns):
            height, steepest = np.float64(filled[row, column]), 0.0
            for way in range(len(downs)):
                down, right = row + downs[way], column + rights[way]
                if 0 <= down < rows and 0 <= right < columns:
                    descent = (height - np.float64(filled[down, right])) / lengths[way]
                    if descent > steepest:
                        steepest = descent
                        receiver[row, column] = down * columns + right


@numba.njit(cache=True, nogil=True, error_model='numpy')
def gather(order, receiver, cells):
    """Adds every cell, and what drains through it, to the cell below."""
    for cell in order[::-1]:
        cells[cell] += 1
        below = receiver[cell]
        if below >= 0:
            cells[below] += cells[cell]


@numba.njit(cache=True, nogil=True, error_model='numpy')
def longest(order, receiver, ways, lengths, length):
    """The longest way from a divide down to each cell."""
    for cell in order[::-1]:
        below = receiver[cell]
        if below >= 0:
            length[below] = max(length[below], length[cell] + lengths[ways[cell]])


@numba.njit(cache=True, nogil=True, error_model='numpy')
def downward(order, receiver, ways, lengths, length):
    """The way from each cell down to its outlet."""
    for cell in order:
        below = receiver[cell]
        if below >= 0:
            length[cell] = length[below] + lengths[ways[cell]]


@numba.njit(cache=True, nogil=True, error_model='numpy')
def spread_up(order, receiver, cells):
    """Gives every cell what its outlet has."""
    for cell in order:
        below = receiver[cell]
        if below >= 0:
            cells[cell] = cells[below]
