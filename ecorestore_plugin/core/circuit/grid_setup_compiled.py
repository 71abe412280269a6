"""Setting up multigrid on rasters; imported in workers only, never in QGIS.

A grid of rows x columns lies in arrays with a rim of one empty cell. ``edges`` (4, rows + 2, columns + 2) holds the
conductance to the right, below, below right and below left; ``earth`` of the same shape as a grid the conductance to
the ground, or is (1, 1) where there is none. The diagonal is never stored: as the sum of what is there it fits the
edges in every digit, in single precision too. ``weights`` (coarse rows + 2, coarse columns + 2, 9) say how much the
nine fine cells around a coarse one take from it; coarse cell c lies on fine cell 2 c - 1.
"""

import numba
import numpy as np

compiled = numba.njit(nogil=True, cache=True, error_model='numpy', fastmath={'contract', 'nsz', 'arcp'})
SMALLEST = 1e-3  # share of a negative coupling that counts where weights must be positive
LOSS = 1e-9  # share of the diagonal from which the way to the ground counts in the interpolation


@compiled
def _total(edges, earth, y, x):
    """The diagonal."""
    total = (edges[0, y, x] + edges[1, y, x] + edges[2, y, x] + edges[3, y, x] + edges[0, y, x - 1]
             + edges[1, y - 1, x] + edges[2, y - 1, x - 1] + edges[3, y - 1, x + 1])
    if earth.shape[0] > 1:
        total += earth[y, x]
    return total


@compiled
def conductors(conductance, member, length, series, edges, first, last):
    """Conductances between the cells of a raster, rows first to last.

    ``member`` marks the nodes of this network, ``length`` has the distances of the four steps, 0 to leave a step
    out, ``series`` is true for average resistance, false for average conductance.
    """
    rows, columns = member.shape
    down, right = (0, 1, 1, 1), (1, 0, 1, -1)
    for y in range(first, last):
        for x in range(columns):
            if not member[y, x]:
                continue
            own = np.float64(conductance[y, x])
            for step in range(4):
                below, beside = y + down[step], x + right[step]
                if length[step] == 0 or below >= rows or beside < 0 or beside >= columns or not member[below, beside]:
                    continue
                other = np.float64(conductance[below, beside])
                total = own + other
                if not series:
                    edges[step, y + 1, x + 1] = total / (2 * length[step])
                elif total > 0:
                    edges[step, y + 1, x + 1] = 2 * own * other / (total * length[step])


@compiled
def _positive(value):
    return max(value, -SMALLEST * value)


@compiled
def _line_weights(before, after, loss, nodes_before, nodes_after):
    """Weights of the two neighbours on a line."""
    before = _positive(before) if nodes_before else 0.0
    after = _positive(after) if nodes_after else 0.0
    total = before + after
    if total <= 0:
        return 0.0, 0.0
    if loss > LOSS * total:
        total += loss
    return before / total, after / total


@compiled
def _loss(earth, y, x):
    return max(np.float64(earth[y, x]), 0.0) if earth.shape[0] > 1 else 0.0


@compiled
def weigh_lines(edges, earth, weights, first, last):
    """Weights of cells in uneven rows or columns, where the coarse cells lie; rows first to last, counted from 1."""
    for y in range(first, last):
        for x in range(1, edges.shape[2] - 1):
            if _total(edges, earth, y, x) <= 0 or (y & 1 == 0 and x & 1 == 0):
                continue
            cy, cx = (y + 1) >> 1, (x + 1) >> 1
            loss = _loss(earth, y, x)
            if y & 1 and x & 1:
                weights[cy, cx, 4] = 1.0
            elif y & 1:
                west = edges[2, y - 1, x - 1] + edges[0, y, x - 1] + edges[3, y, x]
                east = edges[3, y - 1, x + 1] + edges[0, y, x] + edges[2, y, x]
                weights[cy, cx, 5], weights[cy, cx + 1, 3] = _line_weights(
                    west, east, loss, _total(edges, earth, y, x - 1) > 0,
                    x + 2 < edges.shape[2] and _total(edges, earth, y, x + 1) > 0)
            else:
                north = edges[2, y - 1, x - 1] + edges[1, y - 1, x] + edges[3, y - 1, x + 1]
                south = edges[3, y, x] + edges[1, y, x] + edges[2, y, x]
                weights[cy, cx, 7], weights[cy + 1, cx, 1] = _line_weights(
                    north, south, loss, _total(edges, earth, y - 1, x) > 0,
                    y + 2 < edges.shape[1] and _total(edges, earth, y + 1, x) > 0)


@compiled
def weigh_middles(edges, earth, weights, first, last):
    """Weights of cells between four coarse ones; coarse rows first to last."""
    for cy in range(first, last):
        y = 2 * cy
        if y >= edges.shape[1] - 1:
            return
        for x in range(2, edges.shape[2] - 1, 2):
            if _total(edges, earth, y, x) <= 0:
                continue
            cx = x >> 1
            north, south, west, east = edges[1, y - 1, x], edges[1, y, x], edges[0, y, x - 1], edges[0, y, x]
            nw = _positive(edges[2, y - 1, x - 1] + north * weights[cy, cx, 5] + west * weights[cy, cx, 7])
            ne = _positive(edges[3, y - 1, x + 1] + north * weights[cy, cx + 1, 3] + east * weights[cy, cx + 1, 7])
            sw = _positive(edges[3, y, x] + south * weights[cy + 1, cx, 5] + west * weights[cy + 1, cx, 1])
            se = _positive(edges[2, y, x] + south * weights[cy + 1, cx + 1, 3] + east * weights[cy + 1, cx + 1, 1])
            total = nw + ne + sw + se
            if total <= 0:
                continue
            loss = _loss(earth, y, x)
            if loss > LOSS * total:
                total += loss
            weights[cy, cx, 8] = nw / total
            weights[cy, cx + 1, 6] = ne / total
            weights[cy + 1, cx, 2] = sw / total
            weights[cy + 1, cx + 1, 0] = se / total


@compiled
def adopt_orphans(edges, earth, weights, middles):
    """Cells none of whose coarse cells is a node join one of them all the same; returns how many there were.

    Every row of the interpolation then sums to 1 and the coarse network stays connected; left alone, such cells
    let the iteration diverge. A coarse cell that nobody uses is taken first, so that the cells of a narrow passage
    follow each other on the coarse grid too. To be called before ``weigh_middles`` and, with ``middles``, after it.
    """
    count = 0
    for y in range(1, edges.shape[1] - 1):
        for x in range(1, edges.shape[2] - 1):
            if y & 1 and x & 1 or (not middles and y & 1 == 0 and x & 1 == 0):
                continue
            total = _total(edges, earth, y, x)
            if total <= 0:
                continue
            cy, cx = (y + 1) >> 1, (x + 1) >> 1
            place = 3 * (y - 2 * cy + 2) + x - 2 * cx + 2
            down, right = 1 - (y & 1), 1 - (x & 1)
            own = 0.0
            for i in range(down + 1):
                for j in range(right + 1):
                    own += weights[cy + i, cx + j, place - 6 * i - 2 * j]
            if own > 0:
                continue
            count += 1
            best_y, best_x = cy, cx
            for i in range(down + 1):
                for j in range(right + 1):
                    beyond = cy + i > weights.shape[0] - 2 or cx + j > weights.shape[1] - 2
                    if not beyond and weights[best_y, best_x].sum() > 0 and weights[cy + i, cx + j].sum() == 0:
                        best_y, best_x = cy + i, cx + j
            weights[best_y, best_x, 3 * (y - 2 * best_y + 2) + x - 2 * best_x + 2] = 1 - _loss(earth, y, x) / total
    return count


@compiled
def coarsen(edges, earth, weights, coarse, coarse_earth, border, first, last):
    """Galerkin product of a level, coarse rows first to last; the result couples nine cells again.

    Every fine conductor lies in one block between four coarse cells and joins these, the product of the differences
    of its ends' weights at a time. What belongs to the row behind the last goes to ``border`` (2, columns + 2), its
    conductors to the right and to the ground.
    """
    share = np.zeros((9, 4))
    sums = np.zeros(10)
    border[:] = 0.0
    for cy in range(first, last):
        below = coarse[0, cy + 1] if cy + 1 < last else border[0]
        for cx in range(1, weights.shape[1] - 1):
            _block_shares(weights, cy, cx, share)
            sums[:] = 0.0
            _add_block(edges, share, 2 * cy - 1, 2 * cx - 1, sums)
            if coarse_earth.shape[0] > 1:
                _add_ground(earth, share, 2 * cy - 1, 2 * cx - 1, sums)
                beneath = coarse_earth[cy + 1] if cy + 1 < last else border[1]
                coarse_earth[cy, cx] += sums[6]
                coarse_earth[cy, cx + 1] += sums[7]
                beneath[cx] += sums[8]
                beneath[cx + 1] += sums[9]
            coarse[0, cy, cx] -= sums[0]
            coarse[1, cy, cx] -= sums[1]
            coarse[2, cy, cx] -= sums[2]
            coarse[3, cy, cx + 1] -= sums[3]
            coarse[1, cy, cx + 1] -= sums[4]
            below[cx] -= sums[5]


@compiled
def _block_shares(weights, cy, cx, share):
    """What the nine fine cells of a block take from its four coarse ones."""
    for r in range(3):
        for c in range(3):
            cell = 3 * r + c
            share[cell, 0] = weights[cy, cx, cell + 4] if r < 2 and c < 2 else 0.0
            share[cell, 1] = weights[cy, cx + 1, cell + 2] if r < 2 and c > 0 else 0.0
            share[cell, 2] = weights[cy + 1, cx, cell - 2] if r > 0 and c < 2 else 0.0
            share[cell, 3] = weights[cy + 1, cx + 1, cell - 4] if r > 0 and c > 0 else 0.0


@compiled
def _add_block(edges, share, y, x, sums):
    """The sixteen conductors of a block; those on its lower and right side belong to the next ones."""
    for r in range(2):
        for c in range(2):
            cell = 3 * r + c
            _add_edge(edges[0, y + r, x + c], share, cell, cell + 1, sums)
            _add_edge(edges[1, y + r, x + c], share, cell, cell + 3, sums)
            _add_edge(edges[2, y + r, x + c], share, cell, cell + 4, sums)
            if x + c + 1 < edges.shape[2]:
                _add_edge(edges[3, y + r, x + c + 1], share, cell + 1, cell + 3, sums)


@compiled
def _add_edge(value, share, one, other, sums):
    if value == 0:
        return
    a, b = np.float64(share[one, 0]) - share[other, 0], np.float64(share[one, 1]) - share[other, 1]
    c, d = np.float64(share[one, 2]) - share[other, 2], np.float64(share[one, 3]) - share[other, 3]
    _add_outer(value, a, b, c, d, sums)


@compiled
def _add_outer(value, a, b, c, d, sums):
    total = value * (a + b + c + d)
    sums[0] += value * a * b
    sums[1] += value * a * c
    sums[2] += value * a * d
    sums[3] += value * b * c
    sums[4] += value * b * d
    sums[5] += value * c * d
    sums[6] += total * a
    sums[7] += total * b
    sums[8] += total * c
    sums[9] += total * d


@compiled
def _add_ground(earth, share, y, x, sums):
    for r in range(2):
        for c in range(2):
            cell = 3 * r + c
            if y + r < earth.shape[0] and x + c < earth.shape[1] and earth[y + r, x + c] != 0:
                _add_outer(earth[y + r, x + c], share[cell, 0], share[cell, 1], share[cell, 2], share[cell, 3], sums)
