"""Sums over pairs of the current through raster cells; imported in workers only, never in QGIS.

``planes`` (sources, rows, columns) are potentials of a few rows, 0 volt at the same place in all, with the rim of the
grid; ``edges`` the conductances of the same rows, see grid_compiled.py.
"""

import numba
import numpy as np

summing = numba.njit(nogil=True, cache=True, error_model='numpy', fastmath=True)
BLOCK = 64  # cells that are worked on together, so that the flows of all sources stay near the processor


@summing
def _flows(planes, edges, plane, y, x, cells, flows):
    """Ampere of every source from ``cells`` cells to their neighbour below, beside or between."""
    down, right = 0 if plane == 0 else 1, 1 if plane in (0, 2) else (0 if plane == 1 else -1)
    g = edges[plane, y, x:x + cells]
    for source in range(planes.shape[0]):
        here, there = planes[source, y, x:x + cells], planes[source, y + down, x + right:x + right + cells]
        out = flows[source]
        for i in range(cells):
            out[i] = g[i] * (here[i] - there[i])


@summing
def _pair_sums(flows, first, second, total):
    for i in range(BLOCK):
        total[i] = 0.0
    for pair in range(first.size):
        one, other = flows[first[pair]], flows[second[pair]]
        for i in range(BLOCK):
            total[i] += abs(one[i] - other[i])


@summing
def add_pair_sums(planes, edges, first, second, current):
    """Adds half the summed |flow| over pairs of every edge to both its cells; the last row is the next strip's."""
    rows, columns = edges.shape[1], edges.shape[2]
    flows = np.zeros((planes.shape[0], BLOCK))
    total = np.zeros(BLOCK)
    for y in range(rows - 1):
        for x in range(1, columns - 1, BLOCK):
            cells = min(BLOCK, columns - 1 - x)
            for plane in range(4):
                down, right = 0 if plane == 0 else 1, 1 if plane in (0, 2) else (0 if plane == 1 else -1)
                _flows(planes, edges, plane, y, x, cells, flows)
                _pair_sums(flows, first, second, total)
                for i in range(cells):
                    current[y, x + i] += 0.5 * total[i]
                for i in range(cells):
                    current[y + down, x + right + i] += 0.5 * total[i]


@summing
def take_pair_maxima(planes, edges, first, second, largest):
    """The largest current over pairs of every cell but those of the first and the last row, without injections."""
    rows, columns = edges.shape[1], edges.shape[2]
    flows = np.zeros((8, planes.shape[0], BLOCK))
    total = np.zeros(BLOCK)
    for y in range(1, rows - 1):
        for x in range(1, columns - 1, BLOCK):
            cells = min(BLOCK, columns - 1 - x)
            for plane in range(4):
                down, right = 0 if plane == 0 else 1, 1 if plane in (0, 2) else (0 if plane == 1 else -1)
                _flows(planes, edges, plane, y, x, cells, flows[plane])
                _flows(planes, edges, plane, y - down, x - right, cells, flows[4 + plane])
            for pair in range(first.size):
                for i in range(BLOCK):
                    total[i] = 0.0
                for side in range(8):
                    one, other = flows[side, first[pair]], flows[side, second[pair]]
                    for i in range(BLOCK):
                        total[i] += abs(one[i] - other[i])
                for i in range(cells):
                    largest[y, x + i] = max(largest[y, x + i], 0.5 * total[i])
