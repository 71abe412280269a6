"""Windows of omnidirectional connectivity solved side by side; imported in workers only, never in QGIS.

Up to 32 windows are lanes: the numbers of a node lie beside each other, so that one instruction of the processor does
many of them. The preconditioner works in single precision, everything else in double.
"""

import numba
import numpy as np

LANES = 32
OPTIONS = {'cache': True, 'nogil': True, 'error_model': 'numpy', 'fastmath': {'contract', 'nsz', 'reassoc'},
           'boundscheck': False}


@numba.njit(**OPTIONS)
def _substitute(starts, places, factor, inverse, y):
    """y becomes the solution of L D L' x = y, column by column."""
    lane = np.empty(LANES, np.float32)
    for j in range(len(inverse)):
        for k in range(LANES):
            lane[k] = y[j, k]
        for p in range(starts[j], starts[j + 1]):
            f, i = factor[p], np.uint64(places[p])
            for k in range(LANES):
                y[i, k] -= f * lane[k]
    for j in range(len(inverse) - 1, -1, -1):
        d = inverse[j]
        for k in range(LANES):
            lane[k] = d * y[j, k]
        for p in range(starts[j], starts[j + 1]):
            f, i = factor[p], np.uint64(places[p])
            for k in range(LANES):
                lane[k] -= f * y[i, k]
        for k in range(LANES):
            y[j, k] = lane[k]


@numba.njit(**OPTIONS)
def _precondition(surroundings, mask, scale, r, y):
    """y becomes the solution of the surroundings for r * scale, in its own order; returns r . y of each lane."""
    order, starts, places, factor, inverse = surroundings
    for i in range(len(order)):
        at = np.uint64(order[i])
        for k in range(LANES):
            y[at, k] = np.float32(r[i, k] * scale[k])
    _substitute(starts, places, factor, inverse, y)
    product = np.zeros(LANES)
    for i in range(len(order)):
        at = np.uint64(order[i])
        for k in range(LANES):
            product[k] += r[i, k] * mask[i, k] * y[at, k]
    return product


@numba.njit(**OPTIONS)
def _towards(order, mask, keep, y, p):
    """p = mask * y + keep * p."""
    for i in range(len(order)):
        at = np.uint64(order[i])
        for k in range(LANES):
            p[i, k] = mask[i, k] * y[at, k] + keep[k] * p[i, k]


@numba.njit(**OPTIONS)
def _apply(graph, mask, diagonal, p, q):
    """q = what flows out of each node at the voltages p, within each lane's mask; returns p . q of each lane."""
    pointer, neighbour, conductance = graph
    product, total = np.zeros(LANES), np.zeros(LANES)
    for i in range(len(mask)):
        for k in range(LANES):
            total[k] = diagonal[i, k] * p[i, k]
        for e in range(pointer[i], pointer[i + 1]):
            j, g = np.uint64(neighbour[e]), conductance[e]
            for k in range(LANES):
                total[k] -= g * p[j, k]
        for k in range(LANES):
            value = total[k] * mask[i, k]
            q[i, k] = value
            product[k] += p[i, k] * value
    return product


@numba.njit(**OPTIONS)
def _advance(share, p, q, x, r):
    """One step along p; returns the squared norm of what is left of each lane."""
    left = np.zeros(LANES)
    for i in range(len(x)):
        for k in range(LANES):
            x[i, k] += share[k] * p[i, k]
            value = r[i, k] - share[k] * q[i, k]
            r[i, k] = value
            left[k] += value * value
    return left


@numba.njit(**OPTIONS)
def _diagonals(graph, mask):
    pointer, neighbour, conductance = graph
    diagonal = np.zeros(mask.shape)
    for i in range(len(mask)):
        for e in range(pointer[i], pointer[i + 1]):
            j, g = np.uint64(neighbour[e]), conductance[e]
            for k in range(LANES):
                diagonal[i, k] += g * mask[j, k]
    return diagonal


@numba.njit(**OPTIONS)
def solve_lanes(graph, surroundings, mask, given, tolerance, most):
    """Conjugate gradients on parts of one network, preconditioned by the whole of it.

    Parameters
    ----------
    graph : (pointer, neighbour, conductance), the neighbours of each node
    surroundings : (order, starts, places, factor, inverse), single precision L and 1 / D of the whole network
    mask, given : (nodes, 32); which nodes belong to a lane, and what flows in there
    tolerance, most : of the residual as a share of what flows; number of steps

    Returns
    -------
    (voltage (nodes, 32), residual (32,), steps)

    Source: Saad 2003, Iterative Methods for Sparse Linear Systems, chapter 9
    """
    diagonal = _diagonals(graph, mask)
    x, r, p, q = np.zeros(mask.shape), given.copy(), np.zeros(mask.shape), np.zeros(mask.shape)
    y = np.zeros(mask.shape, np.float32)
    old, share, keep = np.ones(LANES), np.zeros(LANES), np.zeros(LANES)
    size = _advance(share, p, q, x, r)
    left = size.copy()
    scale = 1.0 / np.sqrt(np.maximum(size, 1e-300))  # keeps single precision far from its limits
    for step in range(most):
        new = _precondition(surroundings, mask, scale, r, y)
        for k in range(LANES):
            keep[k] = new[k] / old[k] if step > 0 and old[k] > 0 else 0.0
        _towards(surroundings[0], mask, keep, y, p)
        length = _apply(graph, mask, diagonal, p, q)
        for k in range(LANES):  # a lane that is solved stays as it is, so that none depends on its fellows
            still = left[k] > tolerance ** 2 * size[k] and length[k] > 0
            share[k] = new[k] / length[k] if still else 0.0
        fresh = _advance(share, p, q, x, r)
        unsolved = 0
        for k in range(LANES):
            if share[k] != 0.0:
                left[k] = fresh[k]
                unsolved += left[k] > tolerance ** 2 * size[k]
            old[k] = new[k]
        if unsolved == 0:
            break
    return x, np.sqrt(left / np.maximum(size, 1e-300)), step + 1


@numba.njit(**OPTIONS)
def lane_currents(graph, mask, given, x):
    """Current through each node of each lane: half of what flows along its edges and in or out at itself."""
    pointer, neighbour, conductance = graph
    current = np.zeros(mask.shape)
    for i in range(len(mask)):
        for k in range(LANES):
            current[i, k] = abs(given[i, k])
        for e in range(pointer[i], pointer[i + 1]):
            j, g = np.uint64(neighbour[e]), conductance[e]
            for k in range(LANES):
                current[i, k] += g * mask[j, k] * abs(x[i, k] - x[j, k])
        for k in range(LANES):
            current[i, k] *= 0.5 * mask[i, k]
    return current
