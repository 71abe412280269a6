"""Cost distance on a graph; imported in workers only, never in QGIS."""

import numba
import numpy as np


@numba.njit(nogil=True, cache=True, error_model='numpy')
def search_graph(indptr, indices, weights, seeds, limit):
    """Cost from the nearest seed to every node of a graph in compressed rows, as scipy's dijkstra gives it."""
    cost = np.full(indptr.size - 1, np.inf)
    keys, nodes = np.empty(max(1024, 2 * seeds.size)), np.empty(max(1024, 2 * seeds.size), np.int64)
    size = 0
    for seed in seeds:
        cost[seed] = 0.0
        keys[size], nodes[size] = 0.0, seed
        size += 1
    while size > 0:
        key, node = keys[0], nodes[0]
        size -= 1
        last, moved, place = keys[size], nodes[size], 0
        while True:
            child = 4 * place + 1
            if child >= size:
                break
            for other in range(child + 1, min(child + 4, size)):
                if keys[other] < keys[child]:
                    child = other
            if keys[child] >= last:
                break
            keys[place], nodes[place] = keys[child], nodes[child]
            place = child
        keys[place], nodes[place] = last, moved
        if key > cost[node]:
            continue
        if size + indptr[node + 1] - indptr[node] > keys.size:
            keys, nodes = np.append(keys, keys), np.append(nodes, nodes)
        for step in range(indptr[node], indptr[node + 1]):
            offer = key + weights[step]
            there = indices[step]
            if offer < cost[there] and offer <= limit:
                cost[there] = offer
                place = size
                size += 1
                while place > 0:
                    parent = (place - 1) >> 2
                    if keys[parent] <= offer:
                        break
                    keys[place], nodes[place] = keys[parent], nodes[parent]
                    place = parent
                keys[place], nodes[place] = offer, there
    return cost
