"""Node potentials of a connected network: a direct factorisation while memory allows, multigrid beyond."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..checks import never, silent, stop_if
from ..engine import available_memory
from ..engine.memory import USABLE
from ..errors import SolverError
from .graph import laplacian
from .multigrid import multigrid_solver

TOLERANCE = 1e-6
# Refinement goes on to here, where rounding ends it.
AIM, REFINEMENTS = 1e-8, 4
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


@dataclass(frozen=True)
class Solution:
    """Potentials and how good they are.

    Attributes
    ----------
    potential : (nodes, columns) volt
    residual : largest current that is missing at the nodes (root of the sum of squares), relative to that injected
    iterations : most steps of conjugate gradients, 0 where a factorisation was used
    """

    potential: np.ndarray
    residual: float
    iterations: int


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
    if len(columns):
        held = np.zeros(network.count)
        held[ground] = math.inf
        unit = Injections(injected[columns], network.count)
        result[:, columns] = solve(network, unit, held, memory, progress, cancelled).potential
    return result


@dataclass(frozen=True)
class Injections:
    """1 A into one node per column, without the zeros that would fill (nodes, columns)."""

    nodes: np.ndarray
    count: int

    @property
    def shape(self):
        return self.count, len(self.nodes)

    def columns(self, start, stop) -> np.ndarray:
        nodes = self.nodes[start:stop]
        right = np.zeros((self.count, len(nodes)))
        right[nodes, np.arange(len(nodes))] = 1.0
        return right


def solve(network, currents, grounds=None, memory=None, progress=silent, cancelled=never, keep=None) -> Solution:
    """Node potentials of a connected network for any currents and grounds.

    Parameters
    ----------
    network : connected Network
    currents : (nodes, columns) ampere into each node, or Injections
    grounds : (nodes,) conductance to the ground, 0 for none, infinite where the node is held at 0 V; None or all 0:
        every column must sum to 0, and the lowest potential is 0
    memory : bytes, see potentials
    keep : called as keep(column, potential) for each column that is done

    Raises
    ------
    SolverError : the currents of a column do not add up at the nodes to 1e-6
    """
    count, columns = currents.shape
    leak = np.zeros(count) if grounds is None else np.asarray(grounds, dtype=np.float64)
    floating = not (leak > 0).any()
    held = np.isinf(leak)
    if floating:
        degree = np.bincount(network.u, minlength=count) + np.bincount(network.v, minlength=count)
        held = np.arange(count) == np.argmax(degree)
    leak = np.where(held, 0.0, leak)
    result = np.zeros((count, columns))
    if held.all() or not columns:
        return Solution(result, 0.0, 0)
    stop_if(cancelled)
    system = _System.of(network, leak, held, memory)
    worst = 0.0
    for start in range(0, columns, BATCH):
        stop_if(cancelled)
        batch = slice(start, min(start + BATCH, columns))
        right = currents.columns(batch.start, batch.stop) if isinstance(currents, Injections) else (
            np.array(currents[:, batch], dtype=np.float64))
        result[:, batch], residual = system.solve(right)
        worst = max(worst, residual)
        for column in range(batch.start, batch.stop) if keep is not None else ():
            keep(column, result[:, column])
        progress(batch.stop / columns)
    if floating:
        result -= result.min(axis=0)
    return Solution(result, worst, system.iterations)


class _System:
    """A network with its grounds, ready for right-hand sides."""

    def __init__(self, network, leak, held, matrix, memory):
        self.network, self.leak, self.held, self.memory = network, leak, held, memory
        self.matrix = matrix
        self.solver = solver_for(matrix, len(network.u), usable_memory(memory))

    @classmethod
    def of(cls, network, leak, held, memory):
        from scipy.sparse import diags
        matrix = laplacian(network.count, network.u, network.v, network.g)
        if leak.any():
            matrix = (matrix + diags(leak)).tocsr()
        return cls(network, leak, held, matrix[~held][:, ~held].tocsc(), memory)

    @property
    def iterations(self):
        return getattr(self.solver, 'iterations', 0)

    def solve(self, right):
        """Potentials (nodes, columns) and the largest relative residual, refined while that helps."""
        size = np.sqrt((right[~self.held] ** 2).sum(axis=0))
        size[size == 0] = 1.0
        best, least = np.zeros_like(right), np.inf
        missing = right[~self.held]
        trial = best
        for _ in range(REFINEMENTS):
            trial = best.copy()
            trial[~self.held] += self._apply(missing)
            missing = self.missing(trial, right)
            residual = float((np.linalg.norm(missing, axis=0) / size).max())
            if not residual < least:
                break
            best, least = trial, residual
            if residual <= AIM:
                break
        if not least <= TOLERANCE:
            raise SolverError(
                'The circuit of {nodes} nodes cannot be solved: {residual} of the current is lost to rounding, {limit} '
                'is allowed. Its conductances span 1:{range}; narrow the range of resistances below 1:1000000.',
                nodes=self.network.count, residual=f'{least:.1e}', limit=f'{TOLERANCE:.0e}',
                range=f'{self.network.g.max() / self.network.g.min():.0e}')
        return best, least

    def _apply(self, right):
        try:
            return self.solver(right)
        except SolverError:
            free = available_memory()
            if self.memory is not None or free is None or (
                    predicted_memory(self.matrix.shape[0], len(self.network.u)) > USABLE * free):
                raise
            self.solver = direct_solver(self.matrix)
            return self.solver(right)

    def missing(self, potential, right):
        """What does not flow off at the nodes that are not held, from differences of potentials.

        The product with the matrix would hide what its diagonal has lost to rounding.
        """
        network = self.network
        lost = np.empty_like(right)
        for column in range(right.shape[1]):
            volt = potential[:, column]
            flow = network.g * (volt[network.u] - volt[network.v])
            lost[:, column] = (right[:, column] - np.bincount(network.u, flow, network.count)
                               + np.bincount(network.v, flow, network.count) - self.leak * volt)
        return lost[~self.held]


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
    if (np.linalg.norm(residual, axis=0) > AIM * size).any():
        x = x + solve(residual)
        residual = right - matrix @ x
    relative = float((np.linalg.norm(residual, axis=0) / size).max())
    if not relative <= TOLERANCE:
        raise SolverError('The circuit of {nodes} nodes was solved with a relative residual of {residual} only; '
                          '{limit} is required. Narrow the range of resistances below 1:1000000.',
                          nodes=matrix.shape[0], residual=f'{relative:.1e}', limit=f'{TOLERANCE:.0e}')
    return x
