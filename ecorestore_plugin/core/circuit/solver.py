"""Node potentials of a connected network: a direct factorisation while memory allows, multigrid beyond."""

from __future__ import annotations

import math

import numpy as np

from ..checks import never, silent, stop_if
from ..engine import available_memory
from ..errors import SolverError
from .graph import laplacian
from .multigrid import multigrid_solver

TOLERANCE = 1e-6
BATCH = 8
# Measured on noisy and on smooth rasters of 0.04 to 0.9 million nodes: entries of the factor per N log2 N and
# neighbour lay between 0.34 and 0.47; bytes per entry, upper and lower half and workspace together, below 30.
FILL = 0.5
BYTES_PER_ENTRY = 30
SHARE_OF_MEMORY = 0.6
UNKNOWN_MEMORY = 4e9
# The hierarchy, the vectors of a batch, and the edges, per node and per edge.
BYTES_PER_NODE, BYTES_PER_EDGE = 1200, 60
# Seconds per entry for factor and solve, per node and column for multigrid, per edge and source for the sums.
FACTOR_SECONDS, SOLVE_SECONDS, MULTIGRID_SECONDS, SUM_SECONDS = 2e-7, 2e-9, 2e-6, 4e-8


def factor_entries(nodes, edges) -> float:
    """Entries of the triangular factor, from the fill of minimum degree ordering on grids."""
    return FILL * 2 * edges * math.log2(max(nodes, 2))


def predicted_memory(nodes, edges) -> float:
    """Bytes the direct solver needs for a network."""
    return BYTES_PER_ENTRY * factor_entries(nodes, edges)


def usable_memory(memory=None) -> float:
    """Bytes a factorisation may take: what is given, else a good half of what is free."""
    if memory is not None:
        return memory
    free = available_memory()
    return UNKNOWN_MEMORY if free is None else SHARE_OF_MEMORY * free


def predicted_work(nodes, edges, sources, memory=None) -> tuple[float, float]:
    """(seconds, bytes) of the current between all pairs of sources, whichever solver is taken."""
    entries = factor_entries(nodes, edges)
    direct = predicted_memory(nodes, edges)
    needed = BYTES_PER_NODE * nodes + BYTES_PER_EDGE * edges + 8.0 * nodes * sources
    seconds = SUM_SECONDS * edges * sources
    if direct <= usable_memory(memory):
        return seconds + (FACTOR_SECONDS + SOLVE_SECONDS * sources) * entries, needed + direct
    return seconds + MULTIGRID_SECONDS * nodes * sources, needed


def potentials(network, injected, ground, memory=None, progress=silent, cancelled=never) -> np.ndarray:
    """Node potentials for 1 A into each injected node and out at the ground, one column per injection.

    Parameters
    ----------
    network : connected Network
    injected : node numbers; a column whose node is the ground is 0
    ground : node number, potential 0
    memory : bytes the solver may use; beyond it conjugate gradients with multigrid replace the factorisation.
        a good half of what is free by default

    Returns
    -------
    (network.count, len(injected)) float64 array

    Raises
    ------
    SolverError : the relative residual of a column stays above 1e-6
    """
    injected = np.asarray(injected, dtype=np.int64)
    result = np.zeros((network.count, len(injected)))
    columns = np.flatnonzero(injected != ground)
    if not len(columns):
        return result
    stop_if(cancelled)
    kept = np.arange(network.count) != ground
    matrix = laplacian(network.count, network.u, network.v, network.g)[kept][:, kept].tocsc()
    solve = solver_for(matrix, len(network.u), usable_memory(memory))
    row = np.cumsum(kept) - 1
    for start in range(0, len(columns), BATCH):
        stop_if(cancelled)
        batch = columns[start:start + BATCH]
        right = np.zeros((matrix.shape[0], len(batch)))
        right[row[injected[batch]], np.arange(len(batch))] = 1.0
        result[np.ix_(kept, batch)] = solve_checked(solve, matrix, right)
        progress((start + len(batch)) / len(columns))
    return result


def solver_for(matrix, edges, memory):
    """The function that solves ``matrix @ x = b``: direct where it fits into ``memory`` bytes, else multigrid."""
    if predicted_memory(matrix.shape[0], edges) <= memory:
        return direct_solver(matrix)
    return multigrid_solver(matrix)


def direct_solver(matrix):
    """A function ``solve(b)`` by sparse LU factorisation of a symmetric positive definite matrix.

    Source: Li 2005, ACM Transactions on Mathematical Software, doi:10.1145/1089014.1089017
    """
    from scipy.sparse.linalg import splu
    try:
        factor = splu(matrix, permc_spec='MMD_AT_PLUS_A', diag_pivot_thresh=0.0, options={'SymmetricMode': True})
    except MemoryError:
        return multigrid_solver(matrix)
    except RuntimeError as error:
        raise SolverError('The circuit of {nodes} nodes cannot be solved: {reason}. Narrow the range of resistances '
                          'below 1:1000000.', nodes=matrix.shape[0], reason=str(error)) from error
    return factor.solve


def solve_checked(solve, matrix, right):
    """The solution, refined once where needed, its residual at most 1e-6 of the right-hand side.

    Raises
    ------
    SolverError : it is larger
    """
    size = np.linalg.norm(right, axis=0)
    x = solve(right)
    residual = right - matrix @ x
    if (np.linalg.norm(residual, axis=0) > 1e-3 * TOLERANCE * size).any():
        x = x + solve(residual)
        residual = right - matrix @ x
    relative = float((np.linalg.norm(residual, axis=0) / size).max())
    if not relative <= TOLERANCE:
        raise SolverError('The circuit of {nodes} nodes was solved with a relative residual of {residual} only; '
                          '{limit} is required. Narrow the range of resistances below 1:1000000.',
                          nodes=matrix.shape[0], residual=f'{relative:.1e}', limit=f'{TOLERANCE:.0e}')
    return x
