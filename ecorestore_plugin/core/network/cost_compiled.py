"""Cost distance on rasters, tile by tile; imported in workers only, never in QGIS.

Rasters come as one-dimensional views in reading order and cells as their place in them. A tile is (first row, row
behind the last, first column, column behind the last); inside it a cell is numbered ``row * side + column``, where
``side`` is a power of two. A step costs the sum of the two resistances times half the distance of the centres, the
very expression of cost_distance.py, so that no digit differs.

While a tile is searched ``back`` holds, per cell, which step leads to the neighbour that offered the best way, and
TIED where others offered the same; ``name_links`` makes direction codes of it. ``allocation`` holds the source of that
neighbour. ``doubts`` counts what leaves it in doubt: neighbours of different sources that offer the same (TIES), and
cells whose neighbour may have changed its source and, for all that, offered the same again (STALE).
"""

import numpy as np

from .link_compiled import (
    STALE,
    TIED,
    TIES,
    compiled,
    doubled,
    follow_back,
    lead_ties,
    lowest_source,
    name_links,
    part,
)

__all__ = ['enter_tile', 'follow_back', 'lead_ties', 'lowest_source', 'name_links', 'search_buckets', 'search_heap']
NOT_QUEUED, FRONT = -2, -1


@part
def _tie(back, allocation, cell, step, source, doubts):
    """Notes that another neighbour offers the same; the first in reading order stays in front."""
    known = back[cell] & 15
    if allocation[cell] != source:
        doubts[TIES if step != known and back[cell] == known else STALE] += 1
    if step < known:
        back[cell] = step | TIED
    elif step > known:
        back[cell] = known | TIED


@compiled
def enter_tile(resistance, cost, back, allocation, shape, tile, down, right, half, limit, keys, places, doubts):
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
                if offer <= best and offer <= limit and offer < np.inf:
                    if offer == best:
                        _tie(back, allocation, here, step, allocation[there], doubts)
                    else:
                        best = offer
                        back[here] = step
                        allocation[here] = allocation[there]
                        lowered = True
            if lowered:
                cost[here] = best
                keys[found] = best
                places[found] = here
                found += 1
    return found


@part
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


@part
def _put(head, after, before, bucket, cell):
    """Makes a cell the first of a bucket."""
    before[cell], after[cell] = FRONT, head[bucket]
    if head[bucket] >= 0:
        before[head[bucket]] = cell
    head[bucket] = cell


@part
def _take_out(head, after, before, bucket, cell):
    """Removes a cell from its bucket."""
    if before[cell] == FRONT:
        head[bucket] = after[cell]
    else:
        after[before[cell]] = after[cell]
    if after[cell] >= 0:
        before[after[cell]] = before[cell]


@part
def _move(head, after, before, cell, known, offer, inverse):
    """Puts a cell into the bucket of a lower cost; returns how many cells wait more than before."""
    mask = head.size - 1
    goal, old, more = int(offer * inverse) & mask, NOT_QUEUED, 1
    if before[cell] != NOT_QUEUED:
        old, more = int(known * inverse) & mask, 0
        if old != goal:
            _take_out(head, after, before, old, cell)
    if old != goal:
        _put(head, after, before, goal, cell)
    return more


@compiled
def search_buckets(resistance, cost, back, allocation, columns, tile, shift, down, right, half, offsets, shifts, limit, keys,
                   places, width, head, after, before, edges, doubts):
    """Settles a tile with a circular queue of buckets.

    Exact on floats: with buckets no wider than the cheapest step a cell taken out is final, with wider ones it may be
    taken out again.

    Parameters
    ----------
    offsets, shifts : distances of the steps in reading order, on the raster and within the tile
    keys, places : cells to start from, by rising key: of cost 0, and what ``enter_tile`` found
    width : of a bucket
    head : first cell of each bucket, -1 for none; a power of two many, more than dearest step / width + 2
    after, before : the next and previous cell in the same bucket; -2 in ``before`` when not queued
    edges : (9,) receives the smallest new key along each side and corner
    """
    top, bottom, left, end = tile
    origin, side = top * columns + left, 1 << shift
    inverse, mask = 1.0 / width, head.size - 1
    edges[:] = np.inf
    current, waiting, taken = 0, 0, 0
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
                _take_out(head, after, before, bucket, cell)
                before[cell] = NOT_QUEUED
                waiting -= 1
                row, column = cell >> shift, cell & (side - 1)
                here = origin + row * columns + column
                key = cost[here]
            inner = 0 < row < bottom - top - 1 and 0 < column < end - left - 1
            if not inner:
                _announce(edges, row + top, column + left, tile, key)
            own, source = np.float64(resistance[here]), allocation[here]
            for step in range(half.size):
                if not inner and not (0 <= row + down[step] < bottom - top and 0 <= column + right[step] < end - left):
                    continue
                there = here + offsets[step]
                offer = key + (own + np.float64(resistance[there])) * half[step]
                known = cost[there]
                if offer <= known and offer <= limit:
                    if offer == known:
                        _tie(back, allocation, there, half.size - 1 - step, source, doubts)
                        continue
                    cost[there] = offer
                    back[there] = half.size - 1 - step
                    allocation[there] = source
                    waiting += _move(head, after, before, cell + shifts[step], known, offer, inverse)
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
def search_heap(resistance, cost, back, allocation, columns, tile, shift, down, right, half, offsets, shifts, limit, keys,
                places, single, bits, edges, doubts):
    """Settles a tile with a heap, for resistances too far apart for buckets; otherwise as ``search_buckets``.

    An entry is a rounded key and a cell in one integer. Rounding only changes the order of the work: a cell whose
    cost falls is entered again.

    Parameters
    ----------
    single, bits : one float32 and the same memory as int32
    """
    top, bottom, left, end = tile
    origin = top * columns + left
    edges[:] = np.inf
    heap = np.empty(1 << 16, np.int64)
    while heap.size < keys.size + (1 << (2 * shift)) + 8:
        heap = np.empty(2 * heap.size, np.int64)
    size = 0
    for index in range(keys.size):
        single[0] = keys[index]
        row, column = places[index] // columns - top, places[index] % columns - left
        _push(heap, size, (np.int64(bits[0]) << 32) | ((row << shift) + column))
        size += 1
    while size > 0:
        if size + 8 > heap.size:
            heap = doubled(heap)
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
        own, source = np.float64(resistance[here]), allocation[here]
        for step in range(half.size):
            if not inner and not (0 <= row + down[step] < bottom - top and 0 <= column + right[step] < end - left):
                continue
            there = here + offsets[step]
            offer = key + (own + np.float64(resistance[there])) * half[step]
            if offer <= cost[there] and offer <= limit:
                if offer == cost[there]:
                    _tie(back, allocation, there, half.size - 1 - step, source, doubts)
                    continue
                cost[there] = offer
                back[there] = half.size - 1 - step
                allocation[there] = source
                single[0] = offer
                _push(heap, size, (np.int64(bits[0]) << 32) | (cell + shifts[step]))
                size += 1


