"""Cost distance on rasters, tile by tile; imported in workers only, never in QGIS.

Rasters come as one-dimensional views in reading order and cells as their place in them. A tile is (first row, row
behind the last, first column, column behind the last); inside it a cell is numbered ``row * side + column``, where
``side`` is a power of two. A step costs the sum of the two resistances times half the distance of the centres, the
very expression of cost_distance.py, so that no digit differs.
"""

import numba
import numpy as np

# Slices and Python's rules for division would double the time of the first run, which is all compilation.
compiled = numba.njit(nogil=True, cache=True, error_model='numpy')
NOT_QUEUED, FRONT = -2, -1
TIED = 16  # set on a back link while other neighbours are as good
NOT_REACHED = 255


@compiled
def _step_cost(resistance, here, there, half):
    return (np.float64(resistance[here]) + np.float64(resistance[there])) * half


@compiled
def _doubled(array):
    """The array with as much room again; call it outside inner loops, inside them it costs three times the search."""
    larger = np.empty(2 * array.size, array.dtype)
    for place in range(array.size):
        larger[place] = array[place]
    return larger


@compiled
def _offsets(columns, down, right):
    """Distances in reading order of the steps, on a raster or in a tile of so many columns."""
    offsets = np.empty(down.size, np.int64)
    for step in range(down.size):
        offsets[step] = down[step] * columns + right[step]
    return offsets


@compiled
def start_costs(resistance, sources, start, stop, cost, extremes):
    """Cost 0 on the source cells that can be crossed, else infinite; lowers and raises the two ``extremes``."""
    lowest, highest = np.inf, 0.0
    for here in range(start, stop):
        value = np.float64(resistance[here])
        cost[here] = 0.0 if sources[here] > 0 and value == value else np.inf
        if value < lowest:
            lowest = value
        if value > highest:
            highest = value
    extremes[0], extremes[1] = lowest, highest


@compiled
def enter_tile(resistance, cost, shape, tile, down, right, half, limit, keys, places):
    """Lowers the rim cells of a tile to what their neighbours outside offer; fills keys and places, returns how many.

    A neighbouring tile may be at work meanwhile: what is read too early is announced again when that tile is done.
    """
    rows, columns = shape
    top, bottom, left, end = tile
    found = 0
    for row in range(top, bottom):
        stride = 1 if row == top or row == bottom - 1 or end - left < 2 else end - left - 1
        for column in range(left, end, stride):
            here = row * columns + column
            own = np.float64(resistance[here])
            best = cost[here]
            lowered = False
            for step in range(half.size):
                r, c = row + down[step], column + right[step]
                if (top <= r < bottom and left <= c < end) or r < 0 or r >= rows or c < 0 or c >= columns:
                    continue
                there = r * columns + c
                offer = cost[there] + (own + np.float64(resistance[there])) * half[step]
                if offer < best and offer <= limit:
                    best = offer
                    lowered = True
            if lowered:
                cost[here] = best
                keys[found] = best
                places[found] = here
                found += 1
    return found


@compiled
def _announce(edges, row, column, tile, key):
    """Notes the smallest key that each of the eight tiles around will see; ``edges`` is 3 x 3, flat."""
    top, bottom, left, end = tile
    upper, lower, west, east = row == top, row == bottom - 1, column == left, column == end - 1
    for down in range(3):
        if (down == 0 and not upper) or (down == 2 and not lower):
            continue
        for right in range(3):
            if (right == 0 and not west) or (right == 2 and not east):
                continue
            if key < edges[down * 3 + right]:
                edges[down * 3 + right] = key


@compiled
def search_buckets(resistance, cost, columns, tile, shift, down, right, half, limit, first, keys, places, width,
                   head, after, before, edges):
    """Settles a tile with a circular queue of buckets.

    Exact on floats: with buckets no wider than the cheapest step a cell taken out is final, with wider ones it may be
    taken out again.

    Parameters
    ----------
    first : whether the cells of cost 0 start from here
    keys, places : what ``enter_tile`` found, by rising key
    width : of a bucket
    head : first cell of each bucket, -1 for none; a power of two many, more than dearest step / width + 2
    after, before : the next and previous cell in the same bucket; -2 in ``before`` when not queued
    edges : (9,) receives the smallest new key along each side and corner
    """
    top, bottom, left, end = tile
    side = 1 << shift
    origin = top * columns + left
    offsets, shifts = _offsets(columns, down, right), _offsets(side, down, right)
    inverse, mask = 1.0 / width, head.size - 1
    for place in range(edges.size):
        edges[place] = np.inf
    current, waiting, taken = 0, 0, 0
    if first:
        for row in range(top, bottom):
            for column in range(left, end):
                if cost[row * columns + column] == 0:
                    cell = ((row - top) << shift) + column - left
                    before[cell], after[cell] = FRONT, head[0]
                    if head[0] >= 0:
                        before[head[0]] = cell
                    head[0] = cell
                    waiting += 1
    while waiting > 0 or taken < keys.size:
        if waiting == 0:
            current = max(current, int(keys[taken] * inverse))
        bucket = current & mask
        while True:
            if taken < keys.size and int(keys[taken] * inverse) <= current:
                here, key = places[taken], keys[taken]
                taken += 1
                if key > cost[here]:
                    continue
                row, column = here // columns - top, here % columns - left
                cell = (row << shift) + column
            else:
                cell = head[bucket]
                if cell < 0:
                    break
                head[bucket] = after[cell]
                if after[cell] >= 0:
                    before[after[cell]] = FRONT
                before[cell] = NOT_QUEUED
                waiting -= 1
                row, column = cell >> shift, cell & (side - 1)
                here = origin + row * columns + column
                key = cost[here]
            inner = 0 < row < bottom - top - 1 and 0 < column < end - left - 1
            if not inner:
                _announce(edges, row + top, column + left, tile, key)
            own = np.float64(resistance[here])
            for step in range(half.size):
                if not inner:
                    r, c = row + down[step], column + right[step]
                    if r < 0 or r >= bottom - top or c < 0 or c >= end - left:
                        continue
                there = here + offsets[step]
                offer = key + (own + np.float64(resistance[there])) * half[step]
                known = cost[there]
                if offer < known and offer <= limit:
                    cost[there] = offer
                    other = cell + shifts[step]
                    goal = int(offer * inverse) & mask
                    if before[other] == NOT_QUEUED:
                        waiting += 1
                    else:
                        old = int(known * inverse) & mask
                        if old == goal:
                            continue
                        if before[other] == FRONT:
                            head[old] = after[other]
                        else:
                            after[before[other]] = after[other]
                        if after[other] >= 0:
                            before[after[other]] = before[other]
                    before[other], after[other] = FRONT, head[goal]
                    if head[goal] >= 0:
                        before[head[goal]] = other
                    head[goal] = other
        current += 1


@compiled
def _push(heap, size, entry):
    place = size
    while place > 0:
        parent = (place - 1) >> 2
        if heap[parent] <= entry:
            break
        heap[place] = heap[parent]
        place = parent
    heap[place] = entry


@compiled
def _drop_first(heap, size):
    """Takes the smallest entry off a heap of ``size`` entries."""
    last = heap[size - 1]
    size -= 1
    place = 0
    while True:
        child = 4 * place + 1
        if child >= size:
            break
        for other in range(child + 1, min(child + 4, size)):
            if heap[other] < heap[child]:
                child = other
        if heap[child] >= last:
            break
        heap[place] = heap[child]
        place = child
    heap[place] = last


@compiled
def search_heap(resistance, cost, columns, tile, shift, down, right, half, limit, first, keys, places, single, bits,
                edges):
    """Settles a tile with a heap, for resistances too far apart for buckets; otherwise as ``search_buckets``.

    An entry is a rounded key and a cell in one integer. Rounding only changes the order of the work: a cell whose
    cost falls is entered again.

    Parameters
    ----------
    single, bits : one float32 and the same memory as int32
    """
    top, bottom, left, end = tile
    origin = top * columns + left
    offsets, shifts = _offsets(columns, down, right), _offsets(1 << shift, down, right)
    for place in range(edges.size):
        edges[place] = np.inf
    heap = np.empty(1 << 16, np.int64)
    while heap.size < keys.size + (1 << (2 * shift)) + 8:
        heap = np.empty(2 * heap.size, np.int64)
    size = 0
    if first:
        for row in range(top, bottom):
            for column in range(left, end):
                if cost[row * columns + column] == 0:
                    heap[size] = ((row - top) << shift) + column - left
                    size += 1
    for index in range(keys.size):
        single[0] = keys[index]
        row, column = places[index] // columns - top, places[index] % columns - left
        _push(heap, size, (np.int64(bits[0]) << 32) | ((row << shift) + column))
        size += 1
    while size > 0:
        if size + 8 > heap.size:
            heap = _doubled(heap)
        entry = heap[0]
        _drop_first(heap, size)
        size -= 1
        cell = entry & 0xFFFFFFFF
        row, column = cell >> shift, cell & ((1 << shift) - 1)
        here = origin + row * columns + column
        key = cost[here]
        single[0] = key
        if entry >> 32 > bits[0]:
            continue
        inner = 0 < row < bottom - top - 1 and 0 < column < end - left - 1
        if not inner:
            _announce(edges, row + top, column + left, tile, key)
        own = np.float64(resistance[here])
        for step in range(half.size):
            if not inner:
                r, c = row + down[step], column + right[step]
                if r < 0 or r >= bottom - top or c < 0 or c >= end - left:
                    continue
            there = here + offsets[step]
            offer = key + (own + np.float64(resistance[there])) * half[step]
            if offer < cost[there] and offer <= limit:
                cost[there] = offer
                single[0] = offer
                _push(heap, size, (np.int64(bits[0]) << 32) | (cell + shifts[step]))
                size += 1


@compiled
def link_back(resistance, cost, sources, shape, start, stop, down, right, half, codes, allocation, back):
    """The first of the equally good neighbours of each cell, and the source where it is one, for some rows.

    Returns the number of cells whose cost no neighbour explains.
    """
    rows, columns = shape
    lost = 0
    links = np.empty(columns, np.int64)
    for row in range(start, stop):
        for column in range(columns):
            links[column] = NOT_REACHED
        origin = row * columns
        # A whole row for one neighbour after the other, last to first and without branches, in the processor's lanes.
        for step in range(half.size - 1, -1, -1):
            if not 0 <= row + down[step] < rows:
                continue
            away, code, length = down[step] * columns + right[step], np.int64(codes[step]), half[step]
            for column in range(max(-right[step], 0), columns - max(right[step], 0)):
                here = origin + column
                offer = cost[here + away] + (
                    np.float64(resistance[here]) + np.float64(resistance[here + away])) * length
                good = (offer == cost[here]) & (cost[here + away] < cost[here])
                tied = code | (TIED if links[column] != NOT_REACHED else 0)
                links[column] = tied if good else links[column]
        for column in range(columns):
            here = origin + column
            target = cost[here]
            allocation[here] = sources[here] if target == 0 else 0
            back[here] = 0 if target == 0 else links[column]
            lost += (links[column] == NOT_REACHED) & (target > 0) & (target < np.inf)
    return lost


@compiled
def follow_back(back, offsets, start, stop, allocation):
    """Gives each cell from ``start`` to ``stop``, and those on its way, the source its back links lead to."""
    for begin in range(start, stop):
        if back[begin] == NOT_REACHED or allocation[begin] != 0:
            continue
        cell = begin
        while allocation[cell] == 0 and back[cell] != 0:
            cell += offsets[back[cell] & 15]
        source = allocation[cell]
        cell = begin
        while allocation[cell] == 0 and back[cell] != 0:
            allocation[cell] = source
            cell += offsets[back[cell] & 15]


@compiled
def lowest_source(resistance, cost, back, shape, down, right, half, allocation):
    """Lowers ``allocation`` until no cell has an equally good neighbour with a lower source."""
    rows, columns = shape
    stack = np.empty(1024, np.int64)
    for tied in range(back.size):
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
                stack = _doubled(stack)
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
def finish(resistance, cost, allocation, shape, start, stop, down, right, half, codes, back):
    """Leads tied back links to the cell's own source and marks cells that are not reached, for some rows."""
    rows, columns = shape
    for row in range(start, stop):
        for column in range(columns):
            here = row * columns + column
            if cost[here] == np.inf:
                cost[here] = np.nan
            if back[here] == NOT_REACHED or back[here] & TIED == 0:
                continue
            for step in range(half.size):
                r, c = row + down[step], column + right[step]
                if r < 0 or r >= rows or c < 0 or c >= columns:
                    continue
                there = r * columns + c
                if cost[there] < cost[here] and allocation[there] == allocation[here] and (
                        cost[there] + _step_cost(resistance, here, there, half[step]) == cost[here]):
                    back[here] = codes[step]
                    break
