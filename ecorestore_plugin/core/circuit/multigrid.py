"""Conjugate gradients preconditioned by smoothed aggregation: the solver for networks too large to factorise."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import SolverError

COARSEST = 3000
SWEEPS = 2


@dataclass(frozen=True)
class Level:
    """One grid of the hierarchy: its matrix, the damped inverse diagonal, and the way to the next coarser one."""

    matrix: object
    smoother: np.ndarray
    prolongation: object


def multigrid_solver(matrix, tolerance=1e-9, iterations=500):
    """A function ``solve(b)`` for a symmetric positive definite matrix, ``b`` of shape (n,) or (n, k).

    Parameters
    ----------
    matrix : scipy sparse (n, n), a grounded graph Laplacian
    tolerance : residual relative to the right-hand side at which a column is solved
    iterations : limit of conjugate gradient steps

    Raises
    ------
    SolverError : from ``solve``, when the limit is reached before the tolerance

    Source: Vanek, Mandel, Brezina 1996, Computing, doi:10.1007/BF02238511
    """
    levels, coarsest = build_hierarchy(matrix)

    def solve(b):
        columns = b.reshape(len(b), -1)
        return _conjugate_gradients(levels[0].matrix if levels else matrix, columns,
                                    lambda r: _cycle(levels, coarsest, r), tolerance, iterations).reshape(b.shape)
    return solve


def build_hierarchy(matrix):
    """Levels from fine to coarse, and the solver of the coarsest."""
    from scipy.sparse import csr_matrix
    from scipy.sparse.linalg import splu
    matrix = csr_matrix(matrix)
    levels = []
    while matrix.shape[0] > COARSEST:
        inverse = 1.0 / matrix.diagonal()
        damping = 4.0 / (3.0 * _spectral_radius(matrix, inverse))
        prolongation = _prolongation(matrix, inverse * damping)
        if prolongation.shape[1] > 0.8 * prolongation.shape[0]:
            break
        levels.append(Level(matrix, (inverse * damping)[:, np.newaxis], prolongation))
        matrix = (prolongation.T @ matrix @ prolongation).tocsr()
    factor = splu(matrix.tocsc(), permc_spec='MMD_AT_PLUS_A', diag_pivot_thresh=0.0, options={'SymmetricMode': True})
    return levels, factor.solve


def aggregate(matrix):
    """Groups of nodes around centres that lie at least three steps apart.

    Returns
    -------
    (n,) group number of every node

    Source: Bell, Dalton, Olson 2012, SIAM Journal on Scientific Computing, doi:10.1137/110838844
    """
    pattern = matrix.copy()
    pattern.data = np.ones_like(pattern.data)
    count = matrix.shape[0]
    draw = np.random.default_rng(0).permutation(count).astype(np.int64) + 1
    state = np.zeros(count, np.int64)
    while (state == 0).any():
        # A centre outranks everything, an undecided node counts by its draw, a discarded one not at all.
        rank = np.where(state > 0, 2 * count, np.where(state == 0, draw, 0))
        best = _neighbour_maximum(pattern, _neighbour_maximum(pattern, rank))
        undecided = state == 0
        state[undecided & (best == draw)] = 1
        state[undecided & (best == 2 * count)] = -1
    group = np.zeros(count, np.int64)
    group[state > 0] = np.arange(1, int((state > 0).sum()) + 1)
    for _ in range(2):
        reached = _neighbour_maximum(pattern, group)
        group = np.where(group > 0, group, reached)
    return group - 1


def _neighbour_maximum(pattern, values):
    """The largest value among a node and its neighbours; rows hold their diagonal, so none is empty."""
    return np.maximum.reduceat(values[pattern.indices], pattern.indptr[:-1])


def _prolongation(matrix, damped_inverse):
    from scipy.sparse import csr_matrix, diags
    group = aggregate(matrix)
    count = len(group)
    tentative = csr_matrix((np.ones(count), group, np.arange(count + 1)), shape=(count, int(group.max()) + 1))
    return (tentative - diags(damped_inverse) @ (matrix @ tentative)).tocsr()


def _spectral_radius(matrix, inverse, steps=12):
    """Largest eigenvalue of inverse diagonal times matrix, by power iteration with a margin."""
    vector = np.random.default_rng(0).standard_normal(matrix.shape[0])
    value = 2.0
    for _ in range(steps):
        vector = inverse * (matrix @ vector)
        value = float(np.linalg.norm(vector))
        vector /= value
    return 1.1 * value


def _cycle(levels, coarsest, residual, depth=0):
    """One V-cycle from zero, symmetric so that it may precondition conjugate gradients."""
    if depth == len(levels):
        return coarsest(np.ascontiguousarray(residual))
    level = levels[depth]
    x = level.smoother * residual
    for _ in range(SWEEPS - 1):
        x += level.smoother * (residual - level.matrix @ x)
    coarse = level.prolongation.T @ (residual - level.matrix @ x)
    x += level.prolongation @ _cycle(levels, coarsest, coarse, depth + 1)
    for _ in range(SWEEPS):
        x += level.smoother * (residual - level.matrix @ x)
    return x


def _conjugate_gradients(matrix, b, precondition, tolerance, iterations):
    """Several right-hand sides at once, each with its own step lengths."""
    x = np.zeros_like(b)
    residual = b.copy()
    goal = tolerance * np.linalg.norm(b, axis=0)
    z = precondition(residual)
    direction = z.copy()
    product = np.einsum('ij,ij->j', residual, z)
    for _ in range(iterations):
        open_columns = np.linalg.norm(residual, axis=0) > goal
        if not open_columns.any():
            return x
        image = matrix @ direction
        curvature = np.einsum('ij,ij->j', direction, image)
        # A column that is done stands still while the others go on.
        step = np.where(open_columns, product / np.where(open_columns, curvature, 1.0), 0.0)
        x += step * direction
        residual -= step * image
        z = precondition(residual)
        following = np.einsum('ij,ij->j', residual, z)
        direction = z + np.where(open_columns, following / np.where(open_columns, product, 1.0), 0.0) * direction
        product = following
    worst = float((np.linalg.norm(residual, axis=0) / np.maximum(goal / tolerance, 1e-300)).max())
    raise SolverError('The circuit of {nodes} nodes was not solved within {iterations} iterations (residual '
                      '{residual}). Narrow the range of resistances below 1:1000000, or clip or coarsen the raster.',
                      nodes=b.shape[0], iterations=iterations, residual=f'{worst:.1e}')
