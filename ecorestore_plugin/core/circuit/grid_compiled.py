"""One V-cycle and the steps of conjugate gradients on rasters; imported in workers only, never in QGIS.

Grids, ``edges``, ``earth`` and ``weights`` as in grid_setup_compiled.py. Potentials are (rows + 2, columns + 2, lanes),
one lane per right-hand side; ``lanes`` is a tuple of that length, so that the compiler knows it. ``single`` is None,
or 0 where there is one lane: what is not needed is then not even compiled.
"""

import numba
import numpy as np

# Multiplications and additions may fuse, but a difference of potentials stays one.
compiled = numba.njit(nogil=True, cache=True, error_model='numpy', fastmath={'contract', 'nsz', 'arcp'})
# Sums over a row may be taken in any order, so that they run eight at a time.
summing = numba.njit(nogil=True, cache=True, error_model='numpy', fastmath=True)


@compiled
def descend(edges, earth, weights, b, x, coarse_b, lanes, single):
    """One forward Gauss-Seidel sweep from zero, and the residual restricted to the coarser level, in one pass."""
    rows, columns = edges.shape[1] - 2, edges.shape[2] - 2
    ring = np.zeros((4, columns + 2, len(lanes)), x.dtype)
    inverse, fixed = np.zeros(columns, x.dtype), np.zeros(columns, x.dtype)
    for y in range(1, rows + 3):
        if y <= rows:
            _invert_row(edges, earth, y, inverse)
            if single is not None:
                _forward_single(edges, b[y].reshape(-1), x[y - 1].reshape(-1), x[y].reshape(-1), y, inverse, fixed)
            else:
                _forward_row(edges, b, x, y, inverse, lanes)
        done = y - 1
        if 1 <= done <= rows:
            # What the sweep left over are the couplings to the cells it had not visited yet.
            if single is not None:
                _later_single(edges, x[done].reshape(-1), x[done + 1].reshape(-1), done, ring[done & 3].reshape(-1))
            else:
                _later_row(edges, x, done, ring, lanes)
        elif done > rows:
            ring[done & 3] = 0.0
        if done & 1 == 0 and 2 <= done <= 2 * (weights.shape[0] - 2):
            _restrict_row(weights, ring, done >> 1, coarse_b, lanes)


@compiled
def _invert_row(edges, earth, y, inverse):
    e, w, s, n = edges[0, y, 1:-1], edges[0, y, :-2], edges[1, y, 1:-1], edges[1, y - 1, 1:-1]
    se, nw, sw, ne = edges[2, y, 1:-1], edges[2, y - 1, :-2], edges[3, y, 1:-1], edges[3, y - 1, 2:]
    for i in range(inverse.size):
        inverse[i] = e[i] + s[i] + se[i] + sw[i] + w[i] + n[i] + nw[i] + ne[i]
    if earth.shape[0] > 1:
        ground = earth[y, 1:-1]
        for i in range(inverse.size):
            inverse[i] += ground[i]
    for i in range(inverse.size):
        inverse[i] = 1 / inverse[i] if inverse[i] > 0 else 0


@compiled
def _forward_row(edges, b, x, y, inverse, lanes):
    for c in range(1, edges.shape[2] - 1):
        share = inverse[c - 1]
        a1, a2, a3, a4 = edges[0, y, c - 1], edges[1, y - 1, c], edges[2, y - 1, c - 1], edges[3, y - 1, c + 1]
        for k in range(len(lanes)):
            x[y, c, k] = (b[y, c, k] + a2 * x[y - 1, c, k] + a3 * x[y - 1, c - 1, k]
                          + a4 * x[y - 1, c + 1, k] + a1 * x[y, c - 1, k]) * share


@compiled
def _forward_single(edges, b, above, x, y, inverse, fixed):
    """The same for one lane: all but the chain along the row goes eight cells at a time."""
    n, nw, ne, w = edges[1, y - 1, 1:-1], edges[2, y - 1, :-2], edges[3, y - 1, 2:], edges[0, y, :-2]
    north, west, east, own = above[1:-1], above[:-2], above[2:], b[1:-1]
    for i in range(fixed.size):
        fixed[i] = (own[i] + n[i] * north[i] + nw[i] * west[i] + ne[i] * east[i]) * inverse[i]
    for i in range(fixed.size):
        inverse[i] *= w[i]
    value = x[0]
    here = x[1:-1]
    for i in range(fixed.size):
        value = fixed[i] + inverse[i] * value
        here[i] = value


@compiled
def _later_row(edges, x, y, ring, lanes):
    for c in range(1, edges.shape[2] - 1):
        a5, a6, a7, a8 = edges[0, y, c], edges[1, y, c], edges[2, y, c], edges[3, y, c]
        for k in range(len(lanes)):
            ring[y & 3, c, k] = (a5 * x[y, c + 1, k] + a6 * x[y + 1, c, k] + a7 * x[y + 1, c + 1, k]
                                 + a8 * x[y + 1, c - 1, k])


@compiled
def _later_single(edges, x, below, y, row):
    e, s, se, sw = edges[0, y, 1:-1], edges[1, y, 1:-1], edges[2, y, 1:-1], edges[3, y, 1:-1]
    right, south, left_below, right_below, out = x[2:], below[1:-1], below[:-2], below[2:], row[1:-1]
    for i in range(out.size):
        out[i] = e[i] * right[i] + s[i] * south[i] + se[i] * right_below[i] + sw[i] * left_below[i]


@compiled
def _restrict_row(weights, ring, cy, coarse_b, lanes):
    above, middle, below = (2 * cy - 2) & 3, (2 * cy - 1) & 3, (2 * cy) & 3
    for cx in range(1, weights.shape[1] - 1):
        c = 2 * cx - 1
        w0, w1, w2, w3, w4 = (weights[cy, cx, 0], weights[cy, cx, 1], weights[cy, cx, 2], weights[cy, cx, 3],
                              weights[cy, cx, 4])
        w5, w6, w7, w8 = weights[cy, cx, 5], weights[cy, cx, 6], weights[cy, cx, 7], weights[cy, cx, 8]
        for k in range(len(lanes)):
            coarse_b[cy, cx, k] = (
                w0 * ring[above, c - 1, k] + w1 * ring[above, c, k] + w2 * ring[above, c + 1, k]
                + w3 * ring[middle, c - 1, k] + w4 * ring[middle, c, k] + w5 * ring[middle, c + 1, k]
                + w6 * ring[below, c - 1, k] + w7 * ring[below, c, k] + w8 * ring[below, c + 1, k])


@compiled
def ascend(edges, earth, weights, coarse_x, b, x, product, lanes, single):
    """Adds the coarse correction and does one backward sweep, in one pass; ``product`` becomes b . x per lane."""
    rows, columns = edges.shape[1] - 2, edges.shape[2] - 2
    inverse, fixed = np.zeros(columns, x.dtype), np.zeros(columns, x.dtype)
    product[:] = 0.0
    _prolong_row(weights, coarse_x, x, rows, columns, lanes)
    for y in range(rows, 0, -1):
        if y > 1:
            _prolong_row(weights, coarse_x, x, y - 1, columns, lanes)
        _invert_row(edges, earth, y, inverse)
        if single is not None:
            _backward_single(edges, b[y].reshape(-1), x[y - 1].reshape(-1), x[y].reshape(-1),
                             x[y + 1].reshape(-1), y, inverse, fixed)
            product[0] += dot(b[y].reshape(-1)[1:-1], x[y].reshape(-1)[1:-1])
        else:
            _backward_row(edges, b, x, y, inverse, product, lanes)


@summing
def dot(one, other):
    total = 0.0
    for i in range(one.size):
        total += np.float64(one[i]) * other[i]
    return total


@compiled
def _backward_row(edges, b, x, y, inverse, product, lanes):
    for c in range(edges.shape[2] - 2, 0, -1):
        share = inverse[c - 1]
        a1, a2, a3, a4 = edges[0, y, c - 1], edges[1, y - 1, c], edges[2, y - 1, c - 1], edges[3, y - 1, c + 1]
        a5, a6, a7, a8 = edges[0, y, c], edges[1, y, c], edges[2, y, c], edges[3, y, c]
        for k in range(len(lanes)):
            x[y, c, k] = (b[y, c, k] + a1 * x[y, c - 1, k] + a2 * x[y - 1, c, k] + a3 * x[y - 1, c - 1, k]
                          + a4 * x[y - 1, c + 1, k] + a6 * x[y + 1, c, k] + a7 * x[y + 1, c + 1, k]
                          + a8 * x[y + 1, c - 1, k] + a5 * x[y, c + 1, k]) * share
        for k in range(len(lanes)):
            product[k] += b[y, c, k] * x[y, c, k]


@compiled
def _backward_single(edges, b, above, x, below, y, inverse, fixed):
    n, nw, ne, w = edges[1, y - 1, 1:-1], edges[2, y - 1, :-2], edges[3, y - 1, 2:], edges[0, y, :-2]
    s, se, sw, e = edges[1, y, 1:-1], edges[2, y, 1:-1], edges[3, y, 1:-1], edges[0, y, 1:-1]
    north, west, east, own = above[1:-1], above[:-2], above[2:], b[1:-1]
    south, left_below, right_below, left = below[1:-1], below[:-2], below[2:], x[:-2]
    for i in range(fixed.size):
        fixed[i] = own[i] + n[i] * north[i] + nw[i] * west[i] + ne[i] * east[i]
    for i in range(fixed.size):
        fixed[i] = (fixed[i] + w[i] * left[i] + s[i] * south[i] + se[i] * right_below[i]
                    + sw[i] * left_below[i]) * inverse[i]
    for i in range(fixed.size):
        inverse[i] *= e[i]
    value = x[-1]
    here = x[1:-1]
    for i in range(fixed.size - 1, -1, -1):
        value = fixed[i] + inverse[i] * value
        here[i] = value


@compiled
def _prolong_row(weights, coarse_x, x, y, columns, lanes):
    """Two cells at a time, the one on a coarse column and the one behind it."""
    cy = (y + 1) >> 1
    for cx in range(1, (columns + 1) // 2 + 1):
        c = 2 * cx - 1
        last = c == columns
        if y & 1:
            p, q, r = weights[cy, cx, 4], weights[cy, cx, 5], weights[cy, cx + 1, 3]
            for k in range(len(lanes)):
                x[y, c, k] += p * coarse_x[cy, cx, k]
                if not last:
                    x[y, c + 1, k] += q * coarse_x[cy, cx, k] + r * coarse_x[cy, cx + 1, k]
        else:
            p, q = weights[cy, cx, 7], weights[cy + 1, cx, 1]
            t, u, v, w = weights[cy, cx, 8], weights[cy, cx + 1, 6], weights[cy + 1, cx, 2], weights[cy + 1, cx + 1, 0]
            for k in range(len(lanes)):
                x[y, c, k] += p * coarse_x[cy, cx, k] + q * coarse_x[cy + 1, cx, k]
                if not last:
                    x[y, c + 1, k] += (t * coarse_x[cy, cx, k] + u * coarse_x[cy, cx + 1, k]
                                       + v * coarse_x[cy + 1, cx, k] + w * coarse_x[cy + 1, cx + 1, k])


@compiled
def direct(edges, earth, z, p, share, product, lanes, single):
    """The next direction p = z + share p, its image in place of z, and ``product`` = p . image per lane."""
    rows, columns = edges.shape[1] - 2, edges.shape[2] - 2
    product[:] = 0.0
    row = np.zeros((columns + 2, len(lanes)))
    for y in range(rows + 1):
        if y < rows:
            following, start = p[y + 1].reshape(-1), z[y + 1].reshape(-1)
            if single is not None:
                for i in range(following.size):
                    following[i] = start[i] + share[0] * following[i]
            else:
                for c in range(1, columns + 1):
                    for k in range(len(lanes)):
                        p[y + 1, c, k] = z[y + 1, c, k] + share[k] * p[y + 1, c, k]
        if y == 0:
            continue
        _image_row(edges, earth, p, y, row, lanes, single)
        if single is not None:
            z[y].reshape(-1)[:] = row.reshape(-1)
            product[0] += dot(p[y].reshape(-1), row.reshape(-1))
        else:
            for c in range(1, columns + 1):
                for k in range(len(lanes)):
                    z[y, c, k] = row[c, k]
                    product[k] += p[y, c, k] * row[c, k]


@compiled
def _image_row(edges, earth, p, y, row, lanes, single):
    """The current out of the cells of a row, from differences of potentials."""
    if single is not None:
        _image_single(edges, p[y - 1].reshape(-1), p[y].reshape(-1), p[y + 1].reshape(-1), y,
                      row.reshape(-1)[1:-1])
    else:
        for c in range(1, edges.shape[2] - 1):
            a1, a2, a3, a4 = edges[0, y, c - 1], edges[1, y - 1, c], edges[2, y - 1, c - 1], edges[3, y - 1, c + 1]
            a5, a6, a7, a8 = edges[0, y, c], edges[1, y, c], edges[2, y, c], edges[3, y, c]
            for k in range(len(lanes)):
                own = p[y, c, k]
                row[c, k] = (
                    a1 * (own - p[y, c - 1, k]) + a2 * (own - p[y - 1, c, k]) + a3 * (own - p[y - 1, c - 1, k])
                    + a4 * (own - p[y - 1, c + 1, k]) + a5 * (own - p[y, c + 1, k]) + a6 * (own - p[y + 1, c, k])
                    + a7 * (own - p[y + 1, c + 1, k]) + a8 * (own - p[y + 1, c - 1, k]))
    if earth.shape[0] > 1:
        for c in range(1, edges.shape[2] - 1):
            for k in range(len(lanes)):
                row[c, k] += earth[y, c] * p[y, c, k]


@compiled
def _image_single(edges, above, here, below, y, row):
    n, nw, ne, w = edges[1, y - 1, 1:-1], edges[2, y - 1, :-2], edges[3, y - 1, 2:], edges[0, y, :-2]
    s, se, sw, e = edges[1, y, 1:-1], edges[2, y, 1:-1], edges[3, y, 1:-1], edges[0, y, 1:-1]
    north, west, east, own = above[1:-1], above[:-2], above[2:], here[1:-1]
    south, left_below, right_below, left, right = below[1:-1], below[:-2], below[2:], here[:-2], here[2:]
    for i in range(row.size):
        row[i] = (n[i] * (own[i] - north[i]) + nw[i] * (own[i] - west[i]) + ne[i] * (own[i] - east[i])
                  + w[i] * (own[i] - left[i]))
    for i in range(row.size):
        row[i] += (s[i] * (own[i] - south[i]) + se[i] * (own[i] - right_below[i])
                   + sw[i] * (own[i] - left_below[i]) + e[i] * (own[i] - right[i]))


@compiled
def subtract_image(edges, earth, x, b, square, lanes, single):
    """b - A x in place of b; ``square`` becomes its squared norm per lane."""
    columns = edges.shape[2] - 2
    row = np.zeros((columns + 2, len(lanes)))
    square[:] = 0.0
    for y in range(1, edges.shape[1] - 1):
        _image_row(edges, earth, x, y, row, lanes, single)
        for c in range(1, columns + 1):
            for k in range(len(lanes)):
                b[y, c, k] -= row[c, k]
                square[k] += np.float64(b[y, c, k]) * b[y, c, k]


@summing
def advance(step, p, image, x, r, square, lanes, single):
    """x += step p, r -= step image; ``square`` becomes the squared norm of r per lane."""
    for k in range(len(lanes)):
        square[k] = 0.0
    for y in range(1, p.shape[0] - 1):
        if single is not None:
            square[0] += _advance_single(step[0], p[y].reshape(-1), image[y].reshape(-1), x[y].reshape(-1),
                                         r[y].reshape(-1))
            continue
        for c in range(1, p.shape[1] - 1):
            for k in range(len(lanes)):
                x[y, c, k] += step[k] * p[y, c, k]
                r[y, c, k] -= step[k] * image[y, c, k]
                square[k] += np.float64(r[y, c, k]) * r[y, c, k]


@summing
def _advance_single(step, p, image, x, r):
    total = 0.0
    for i in range(p.size):
        x[i] += step * p[i]
        r[i] -= step * image[i]
        total += np.float64(r[i]) * r[i]
    return total
