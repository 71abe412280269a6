"""Neighbouring windows solved together, by compiled kernels: they share the factor of their common surroundings.

The network of a window is that of its surroundings without what lies beyond the window's rim. One factorisation of
the surroundings serves as preconditioner for all windows of a group: it errs along the rim only, so that conjugate
gradients need some twenty steps whatever the radius.
"""

from __future__ import annotations

import numpy as np

from ..errors import SolverError
from .graph import laplacian
from .omni_window import inner_edges

LANES = 32
GROUP = (5, 6)  # rows and columns of targets: compact, and nearly as many as there are lanes
RESIDUAL = 1e-9
MOST_STEPS = 150


class Surroundings:
    """The union of the windows of a group, factorised.

    Parameters
    ----------
    conductors : Conductors of a rectangle
    union : (rows, cols) bool array, the nodes of any window
    kernels : module of compiled kernels

    Raises
    ------
    SolverError : the network cannot be factorised
    """

    def __init__(self, conductors, union, kernels):
        self._kernels = kernels
        self.number = np.where(union, (np.cumsum(union) - 1).reshape(union.shape), -1)
        self.count = int(np.count_nonzero(union))
        ends, others, between = [], [], []
        for edge, here, there in inner_edges(conductors, union):
            joined = edge > 0
            ends.append(self.number[here][joined])
            others.append(self.number[there][joined])
            between.append(edge[joined])
        matrix = laplacian(self.count, np.concatenate(ends), np.concatenate(others), np.concatenate(between))
        self._graph = _neighbours(matrix)
        self._factor = _factor(_pinned(matrix, union, conductors.neighbours))

    def solve(self, windows):
        """[(current (rows, cols), residual)] of up to 32 windows.

        Parameters
        ----------
        windows : [(slices of the rectangle, reached bool array, given array)]
        """
        mask, given = np.zeros((self.count, LANES), np.float32), np.zeros((self.count, LANES))
        places = []
        for lane, (inside, reached, flows) in enumerate(windows):
            places.append(self.number[inside][reached])
            mask[places[-1], lane] = 1.0
            given[places[-1], lane] = flows[reached]
        voltage, residuals, self.steps = self._kernels.solve_lanes(self._graph, self._factor, mask, given, RESIDUAL,
                                                                   MOST_STEPS)
        currents = self._kernels.lane_currents(self._graph, mask, given, voltage)
        found = []
        for lane, (_, reached, _) in enumerate(windows):
            current = np.zeros(reached.shape)
            current[reached] = currents[places[lane], lane]
            found.append((current, float(residuals[lane])))
        return found


def _neighbours(matrix):
    """(pointer, neighbour, conductance) from a Laplacian."""
    from scipy.sparse import csr_matrix
    off = csr_matrix((-matrix.data, matrix.indices.copy(), matrix.indptr.copy()), shape=matrix.shape)
    off.setdiag(0.0)
    off.eliminate_zeros()
    return off.indptr.astype(np.int64), off.indices.astype(np.int64), off.data


def _pinned(matrix, union, neighbours):
    """The Laplacian with one node of every connected part tied to the ground, which makes it definite."""
    from scipy import ndimage
    from scipy.sparse import diags
    labels, _ = ndimage.label(union, np.ones((3, 3)) if neighbours == 8 else None)
    _, first = np.unique(labels[union], return_index=True)
    diagonal = matrix.diagonal()
    tie = np.zeros(len(diagonal))
    tie[first] = np.where(diagonal[first] > 0, diagonal[first], 1.0)
    return (matrix + diags(tie)).tocsc()


def _factor(matrix):
    """(order, starts, places, factor, inverse) of L D L': see omni_compiled.solve_lanes."""
    from scipy.sparse.linalg import splu
    try:
        factor = splu(matrix, permc_spec='MMD_AT_PLUS_A', diag_pivot_thresh=0.0, options={'SymmetricMode': True})
    except RuntimeError as error:
        raise SolverError('{reason}', reason=str(error)) from error
    if not (factor.perm_r == factor.perm_c).all():
        raise SolverError('{reason}', reason='pivots off the diagonal')
    lower = factor.L
    columns = np.repeat(np.arange(lower.shape[1], dtype=lower.indices.dtype), np.diff(lower.indptr))
    below = np.where(lower.indices == columns, 0.0, lower.data)  # its diagonal of ones counts for nothing
    return (factor.perm_c.astype(np.int64), lower.indptr.astype(np.int64), lower.indices.astype(np.uint32),
            below.astype(np.float32), (1.0 / factor.U.diagonal()).astype(np.float32))
