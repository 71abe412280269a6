"""Directed searches along a climate gradient on rasters; imported in workers only, never in QGIS.

Rasters come as one-dimensional views in reading order, with a frame of cells that cannot be crossed.
"""

import numba
import numpy as np

compiled = numba.njit(nogil=True, cache=True, error_model='numpy')


@compiled
def _price(resistance, climate, start, end, length, falling, rising):
    """Cost of one step, in the very order of ``gradient_graph``, so that no digit differs."""
    change = climate[end] - climate[start]
    walked = length + (resistance[start] + resistance[end]) * (0.5 * length)
    return walked + (rising * change if change > 0 else -falling * change)


@compiled
def search_gradient(resistance, climate, seeds, offsets, lengths, falling, rising, backwards, limit):
    """Cost from the seeds to every cell, or to the seeds from every cell when walked backwards; infinite beyond."""
    cost = np.full(resistance.size, np.inf)
    keys, cells = np.empty(1024 + 2 * seeds.size), np.empty(1024 + 2 * seeds.size, np.int64)
    size = 0
    for seed in seeds:
        cost[seed] = 0.0
        keys[size], cells[size] = 0.0, seed
        size += 1
    while size > 0:
        key, here = keys[0], cells[0]
        size -= 1
        last, moved, place = keys[size], cells[size], 0
        while True:
            child = 4 * place + 1
            if child >= size:
                break
            for other in range(child + 1, min(child + 4, size)):
                if keys[other] < keys[child]:
                    child = other
            if keys[child] >= last:
                break
            keys[place], cells[place] = keys[child], cells[child]
            place = child
        keys[place], cells[place] = last, moved
        if key > cost[here]:
            continue
        if size + offsets.size > keys.size:
            keys, cells = np.append(keys, keys), np.append(cells, cells)
        for step in range(offsets.size):
            there = here + offsets[step]
            start, end = (there, here) if backwards else (here, there)
            offer = key + _price(resistance, climate, start, end, lengths[step], falling, rising)
            if offer < cost[there] and offer <= limit:
                cost[there] = offer
                place = size
                size += 1
                while place > 0:
                    parent = (place - 1) >> 2
                    if keys[parent] <= offer:
                        break
                    keys[place], cells[place] = keys[parent], cells[parent]
                    place = parent
                keys[place], cells[place] = offer, there
    return cost


@compiled
def trace_gradient(resistance, climate, cost, cell, offsets, lengths, falling, rising):
    """The cells from a seed of a forward search to ``cell``; empty where a step vanishes in the sum."""
    path = np.empty(1024, np.int64)
    path[0] = cell
    count = 1
    while cost[cell] > 0:
        best, place = np.inf, np.int64(-1)
        for step in range(offsets.size):
            there = cell + offsets[step]
            if cost[there] < cost[cell]:
                value = cost[there] + _price(resistance, climate, there, cell, lengths[step], falling, rising)
                if value < best:
                    best, place = value, there
        if place < 0:
            return path[:0].copy()
        cell = place
        if count == path.size:
            path = np.append(path, path)
        path[count] = cell
        count += 1
    return path[:count][::-1].copy()
