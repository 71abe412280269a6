"""Cost distance on rasters, tile by tile; imported in workers only, never in QGIS.

Rasters come as one-dimensional views in reading order and cells as their place in them. A tile is (first row, row
behind the last, first column, column behind the last); inside it a cell is numbered ``row * side + column``, where
``side`` is a power of two. A step costs the sum of the two resistances times half the distance of the centres, the
very expression of cost_distance.py, so that no digit differs.

While a tile is searched ``back`` holds, per cell, which step leads to the neighbour that offered the best way, and
TIED where others offered the same; cost_links.py makes direction codes of it. ``allocation`` holds the source of that
neighbour. ``doubts`` counts what leaves them in doubt: offers as good as the best one, but from another source, and
steps that vanish in the sum.

The cost of a cell is written last, so that a search of the tile beside it that sees the cost sees the source as well.

The steps of the queue are written out, and conditions are few: a first run waits for the compiler.
"""

import numpy as np

from .cost_work import OTHER_SOURCE, VANISHED
from .link_compiled import TIED, compiled, count_strays, doubled, lead_ties, lowest_source, part

__all__ = ['count_strays', 'enter_tile', 'lead_ties', 'lowest_source', 'search_buckets', 'search_heap']
NOT_QUEUED, FRONT = -2, -1
LINK = 15  # the bits of a back link that tell the step


@part
def _tie(back, allocation, cell, link, source, doubts):
    """Notes that another neighbour offers the same; the first in reading order stays in front."""
    front = back[cell] & LINK
    if link != front:
        back[cell] = min(link, front) | TIED
    if allocation[cell] != source:
        doubts[OTHER_SOURCE] += 1


@compiled
def enter_tile(resistance, cost, back, allocation, origin, inside, outside, links, half, limit, keys, places, doubts):
    """Lowers the rim cells of a tile to what their neighbours outside offer; fills keys and places, returns how many.

    A neighbouring tile may be at work meanwhile: what is read too early is announced again when that tile is done.

    Parameters
    ----------
    origin : first cell of the tile
    inside, outside, links : rim cells, as their distance from the origin and each as often as it has neighbours
        outside, these neighbours, and the step that leads there
    limit : largest cost that counts; finite
    """
    found, last = 0, -1
    for index in range(inside.size):
        here, there, link = origin + inside[index], origin + outside[index], links[index]
        offer = cost[there] + (np.float64(resistance[here]) + np.float64(resistance[there])) * half[link]
        if not (offer <= cost[here] and offer <= limit):
            continue
        if offer == cost[there]:
            doubts[VANISHED] += 1
        if offer == cost[here]:
            _tie(back, allocation, here, link, allocation[there], doubts)
            continue
        back[here] = link
        allocation[here] = allocation[there]
        cost[here] = offer
        if here != last:
            last = here
            found += 1
        keys[found - 1], places[found - 1] = offer, here
    return found


@compiled
def search_buckets(resistance, cost, back, allocation, columns, tile, shift, down, right, half, offsets, shifts, limit,
                   keys, places, width, head, after, before, doubts):
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
    """
    top, bottom, left, end = tile
    origin, last_row, last_column, low = top * columns + left, bottom - top - 1, end - left - 1, (1 << shift) - 1
    inverse, mask = 1.0 / width, head.size - 1
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
                row = here // columns - top
                column = here - (row + top) * columns - left
                cell = (row << shift) + column
            else:
                cell = head[bucket]
                if cell < 0:
                    break
                onward = after[cell]
                head[bucket] = onward
                if onward >= 0:
                    before[onward] = FRONT
                before[cell] = NOT_QUEUED
                waiting -= 1
                row, column = cell >> shift, cell & low
                here = origin + row * columns + column
                key = cost[here]
            inner = 0 < row < last_row and 0 < column < last_column
            own, source = np.float64(resistance[here]), allocation[here]
            for step in range(half.size):
                if not inner and not (0 <= row + down[step] <= last_row and 0 <= column + right[step] <= last_column):
                    continue
                there = here + offsets[step]
                offer = key + (own + np.float64(resistance[there])) * half[step]
                known = cost[there]
                if not (offer <= known and offer <= limit):
                    continue
                if offer == key:
                    doubts[VANISHED] += 1
                link = half.size - 1 - step
                if offer == known:
                    _tie(back, allocation, there, link, source, doubts)
                    continue
                allocation[there] = source
                back[there] = link
                cost[there] = offer
                neighbour, goal = cell + shifts[step], int(offer * inverse) & mask
                previous = before[neighbour]
                if previous == NOT_QUEUED:
                    waiting += 1
                else:  # out of the bucket of its old cost
                    old = int(known * inverse) & mask
                    if old == goal:
                        continue
                    onward = after[neighbour]
                    if previous == FRONT:
                        head[old] = onward
                    else:
                        after[previous] = onward
                    if onward >= 0:
                        before[onward] = previous
                onward = head[goal]
                before[neighbour], after[neighbour] = FRONT, onward
                if onward >= 0:
                    before[onward] = neighbour
                head[goal] = neighbour
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
def search_heap(resistance, cost, back, allocation, columns, tile, shift, down, right, half, offsets, shifts, limit,
                keys, places, single, bits, doubts):
    """Settles a tile with a heap, for resistances too far apart for buckets; otherwise as ``search_buckets``.

    An entry is a rounded key and a cell in one integer. Rounding only changes the order of the work: a cell whose
    cost falls is entered again.

    Parameters
    ----------
    single, bits : one float32 and the same memory as int32
    """
    top, bottom, left, end = tile
    origin, last_row, last_column = top * columns + left, bottom - top - 1, end - left - 1
    heap = np.empty(1 << 16, np.int64)
    while heap.size < keys.size + (1 << (2 * shift)) + 8:
        heap = np.empty(2 * heap.size, np.int64)
    size = 0
    for index in range(keys.size):
        single[0] = keys[index]
        row = places[index] // columns - top
        column = places[index] - (row + top) * columns - left
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
        inner = 0 < row < last_row and 0 < column < last_column
        own, source = np.float64(resistance[here]), allocation[here]
        for step in range(half.size):
            if not inner and not (0 <= row + down[step] <= last_row and 0 <= column + right[step] <= last_column):
                continue
            there = here + offsets[step]
            offer = key + (own + np.float64(resistance[there])) * half[step]
            if not (offer <= cost[there] and offer <= limit):
                continue
            if offer == key:
                doubts[VANISHED] += 1
            link = half.size - 1 - step
            if offer == cost[there]:
                _tie(back, allocation, there, link, source, doubts)
                continue
            allocation[there] = source
            back[there] = link
            cost[there] = offer
            single[0] = offer
            _push(heap, size, (np.int64(bits[0]) << 32) | (cell + shifts[step]))
            size += 1
