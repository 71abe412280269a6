"""Back links and allocation from the costs of a raster; imported in workers only, never in QGIS.

Rasters and steps are those of cost_compiled.py.
"""

import numba
import numpy as np

# Slices and Python's rules for division would double the time of the first run, which is all compilation.
compiled = numba.njit(nogil=True, cache=True, error_model='numpy')
# Part of the function that calls it: compiling one function is quicker than compiling two.
part = numba.njit(inline='always', error_model='numpy')
TIED = 16  # set on a back link while other neighbours are as good
NOT_REACHED = 255


@part
def _step_cost(resistance, here, there, half):
    return (np.float64(resistance[here]) + np.float64(resistance[there])) * half


@compiled
def doubled(array):
    """The array with as much room again; call it outside inner loops, inside them it costs three times the search."""
    larger = np.empty(2 * array.size, array.dtype)
    for place in range(array.size):
        larger[place] = array[place]
    return larger


@compiled
def count_strays(back, offsets, start, stop, allocation):
    """How many cells from ``start`` to ``stop`` with a single link have another source than the cell it leads to."""
    strays = 0
    for here in range(start, stop):
        link = back[here]
        if link > 0 and link & TIED == 0 and allocation[here] != allocation[here + offsets[link]]:
            strays += 1
    return strays


@compiled
def lowest_source(resistance, cost, back, shape, start, stop, down, right, half, allocation):
    """Lowers ``allocation`` until none of the tied cells from ``start`` to ``stop``, nor any that follows from them,
    has an equally good neighbour with a lower source."""
    rows, columns = shape
    stack = np.empty(1024, np.int64)
    for tied in range(start, stop):
        if back[tied] & TIED == 0 or back[tied] == NOT_REACHED:
            continue
        size = 0
        for row in range(max(tied // columns - 1, 0), min(tied // columns + 2, rows)):
            for column in range(max(tied % columns - 1, 0), min(tied % columns + 2, columns)):
                if allocation[row * columns + column] < allocation[tied] and cost[row * columns + column] < cost[tied]:
                    stack[size] = row * columns + column
                    size += 1
        while size > 0:  # a cell with a lower source passes it on
            if size + 8 > stack.size:
                stack = doubled(stack)
            size -= 1
            here = stack[size]
            for step in range(half.size):
                r, c = here // columns + down[step], here % columns + right[step]
                if r < 0 or r >= rows or c < 0 or c >= columns:
                    continue
                there = r * columns + c
                if allocation[there] > allocation[here] and cost[there] > cost[here] and (
                        cost[here] + _step_cost(resistance, here, there, half[step]) == cost[there]):
                    allocation[there] = allocation[here]
                    stack[size] = there
                    size += 1


@compiled
def lead_ties(resistance, cost, allocation, shape, start, stop, down, right, half, codes, back):
    """Leads the tied back links from ``start`` to ``stop`` to the cell's own source."""
    rows, columns = shape
    for here in range(start, stop):
        if back[here] == NOT_REACHED or back[here] & TIED == 0:
            continue
        for step in range(half.size):
            r, c = here // columns + down[step], here % columns + right[step]
            if r < 0 or r >= rows or c < 0 or c >= columns:
                continue
            there = r * columns + c
            if cost[there] < cost[here] and allocation[there] == allocation[here] and (
                    cost[there] + _step_cost(resistance, here, there, half[step]) == cost[here]):
                back[here] = codes[step]
                break
