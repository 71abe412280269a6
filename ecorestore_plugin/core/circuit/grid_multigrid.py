"""Conjugate gradients with black-box multigrid on the raster itself: no matrix is ever made.

Every second row and column makes the next coarser grid; the interpolation follows the conductances, the coarse
networks are Galerkin products, so nodata and jumps of many orders of magnitude are seen on all levels. Coarse grids
are visited twice where that is cheap, without which the iterations grow with the raster.

Cells that are one node (short-circuit regions, sources of several cells) stay cells joined by strong conductors in
the preconditioner; in the iteration itself they share one value, so that the result is exact.

Source: Dendy 1982, Journal of Computational Physics, doi:10.1016/0021-9991(82)90057-2
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import ModuleType

import numpy as np

from ..checks import never, stop_if
from ..engine import compiled_kernels
from ..errors import SolverError

LANES = 8
COARSEST = 400  # cells that are inverted outright
# Levels that are visited twice, the finest being 0. With diagonal conductors, once for level 1 costs less in all.
TWICE = {True: range(2, 7), False: range(1, 7)}
TIE = 1e3
STALLED = 100
REFINEMENTS = 4


@dataclass(frozen=True)
class Kernels:
    """The compiled modules."""

    setup: ModuleType
    cycle: ModuleType


def grid_kernels() -> Kernels | None:
    """The kernels, or None where this process may not use numba or has none."""
    setup = compiled_kernels('.grid_setup_compiled', __package__)
    cycle = compiled_kernels('.grid_compiled', __package__)
    return None if setup is None or cycle is None else Kernels(setup, cycle)


@dataclass(frozen=True)
class Circuit:
    """One connected network on a raster.

    Attributes
    ----------
    edges : (4, rows + 2, cols + 2) conductance to the right, below, below right, below left, with an empty rim
    earth : (rows + 2, cols + 2) conductance to the ground, (1, 1) where there is none
    ties : per node of several cells their flat indices in the grid with its rim
    """

    edges: np.ndarray
    earth: np.ndarray
    ties: tuple

    @property
    def shape(self):
        return self.edges.shape[1:]

    @property
    def grounded(self):
        return self.earth.shape[0] > 1


@dataclass(frozen=True)
class Solved:
    """Potentials of a batch.

    Attributes
    ----------
    x : (rows + 2, cols + 2, lanes)
    residual : largest true residual relative to the right-hand side
    iterations : steps of conjugate gradients
    """

    x: np.ndarray
    residual: float
    iterations: int


def circuit_of(kernels, conductance, member, length, series, regions=(), earth=None, threads=1, dtype=np.float64):
    """The network of the marked cells of a raster.

    Parameters
    ----------
    kernels : Kernels
    conductance : (rows, cols) float array
    member : (rows, cols) bool array, the cells of one connected part
    length : distance to the neighbour right, below, below right, below left; 0 to leave that step out
    series : true for average resistance, false for average conductance
    regions : flat indices of cells that are one node; all of them members
    earth : (rows, cols) conductance to the ground, inf for a cell held at potential 0; None for none
    """
    rows, columns = member.shape
    edges = np.zeros((4, rows + 2, columns + 2), dtype)
    split(threads, 0, rows, lambda first, last: kernels.setup.conductors(
        conductance, member, np.asarray(length, float), series, edges, first, last))
    ties = tuple(_padded(cells, columns) for cells in regions if len(cells) > 1)
    for cells in ties:
        _tie(edges, cells)
    ground = np.zeros((1, 1), dtype)
    if earth is not None and (earth > 0).any():
        ground = np.zeros((rows + 2, columns + 2), dtype)
        ground[1:-1, 1:-1] = np.where(member & np.isfinite(earth), earth, 0.0)
        held = member & np.isinf(earth)
        if held.any():
            _hold(edges, ground, np.pad(held, 1))
    return Circuit(edges, ground, ties)


def _padded(cells, columns):
    row, column = np.divmod(np.asarray(cells), columns)
    return (row + 1) * (columns + 2) + column + 1


def _neighbours(edges):
    """For each of the eight neighbours: step in flat indices, plane of edges, and where the edge is kept."""
    width = edges.shape[2]
    for plane, step in enumerate((1, width, width + 1, width - 1)):
        yield plane, step, 0
        yield plane, -step, -step


def _tie(edges, cells):
    """Strong conductors between the neighbouring cells of one node."""
    flat = edges.reshape(4, -1)
    strongest = max(float(flat[plane][cells + at].max()) for plane, _, at in _neighbours(edges))
    inside = np.zeros(flat.shape[1], bool)
    inside[cells] = True
    for plane, step in enumerate((1, edges.shape[2])):
        joined = cells[inside[cells + step]]
        flat[plane][joined] = TIE * (strongest or 1.0)
    for plane, step in ((2, edges.shape[2] + 1), (3, edges.shape[2] - 1)):
        flat[plane][cells[inside[cells + step]]] = TIE * (strongest or 1.0)


def _hold(edges, earth, held):
    """Takes the held cells out; what led to them leads to the ground."""
    for plane, (down, right) in enumerate(((0, 1), (1, 0), (1, 1), (1, -1))):
        own = edges[plane]
        there = np.roll(held, (-down, -right), (0, 1))
        leads = (own > 0) & (held != there)
        # The free end is the cell itself where its neighbour is held, else the neighbour.
        earth += np.where(leads & there, own, 0)
        earth += np.roll(np.where(leads & held, own, 0), (down, right), (0, 1))
        own[held | there] = 0
    earth[held] = 0


def split(threads, start, stop, function):
    """What ``function(first, last)`` returns over a range, in parts of equal size where there are several threads."""
    if threads < 2 or stop - start < 64:
        return [function(start, stop)]
    limits = np.linspace(start, stop, threads + 1).astype(int)
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(function, limits[:-1], limits[1:]))


class Multigrid:
    """The hierarchy of a network and the solver on it.

    Parameters
    ----------
    kernels : Kernels
    circuit : Circuit
    threads : how many share the set-up; ``solve`` itself runs in one and may run in several at once

    Attributes
    ----------
    orphans : cells per level that had to be joined to a coarse cell that is no node
    """

    def __init__(self, kernels, circuit, threads=1):
        self.kernels = kernels
        self.circuit = circuit
        self.levels = [(circuit.edges, circuit.earth)]
        self.twice = TWICE[bool(circuit.edges[2:].any())]
        self.weights = []
        self.orphans = []
        while True:
            edges, earth = self.levels[-1]
            rows, columns = edges.shape[1] - 2, edges.shape[2] - 2
            if rows * columns <= COARSEST:
                break
            self._coarsen(edges, earth, ((rows + 1) // 2, (columns + 1) // 2), threads)
        self.inverse = _inverse(*self.levels[-1]).astype(circuit.edges.dtype)

    def _coarsen(self, edges, earth, size, threads):
        kernels, dtype = self.kernels, edges.dtype
        padded = size[0] + 2, size[1] + 2
        weights = np.zeros((*padded, 9), dtype)
        split(threads, 1, edges.shape[1] - 1, lambda a, b: kernels.setup.weigh_lines(edges, earth, weights, a, b))
        # These passes write into the rows of others, so they are not shared.
        orphans = kernels.setup.adopt_orphans(edges, earth, weights, False)
        kernels.setup.weigh_middles(edges, earth, weights, 1, padded[0] - 1)
        self.orphans.append(int(orphans + kernels.setup.adopt_orphans(edges, earth, weights, True)))
        coarse = np.zeros((4, *padded), dtype)
        coarse_earth = np.zeros(padded if earth.shape[0] > 1 else (1, 1), dtype)

        def rows(first, last):
            border = np.zeros((2, padded[1]), dtype)
            kernels.setup.coarsen(edges, earth, weights, coarse, coarse_earth, border, first, last)
            return last, border

        for last, border in split(threads, 1, padded[0] - 1, rows):
            coarse[0, last] += border[0]
            if coarse_earth.shape[0] > 1:
                coarse_earth[last] += border[1]
        np.maximum(coarse_earth, 0.0, out=coarse_earth)
        self.weights.append(weights)
        self.levels.append((coarse, coarse_earth))

    def solve(self, b, tolerance=1e-8, cancelled=never, limit=STALLED) -> Solved:
        """Potentials for the currents ``b``, which is overwritten.

        Parameters
        ----------
        b : (rows + 2, cols + 2, lanes) ampere into each cell; sums to 0 in every lane where nothing is grounded
        tolerance : true residual relative to ``b`` at which all lanes are done
        limit : steps after which the iteration counts as stalled

        Raises
        ------
        SolverError : stalled; says how far it came
        """
        run = _Iteration(self, b)
        target = run.norm.copy()
        done = 0
        best = np.inf
        for _ in range(REFINEMENTS):
            done += run.iterate(target, tolerance, limit - done, cancelled)
            residual = run.true_residual(target)
            if residual <= tolerance or done >= limit or residual > 0.3 * best:
                break
            best = residual
        if not residual <= max(tolerance, 1e-6):
            raise SolverError('The circuit of {nodes} cells was not solved within {iterations} iterations (residual '
                              '{residual}). Narrow the range of resistances, or clip or coarsen the raster.',
                              nodes=int(np.count_nonzero(self.circuit.edges[0])), iterations=done,
                              residual=f'{residual:.1e}')
        return Solved(run.x, residual, done)


class _Iteration:
    """The vectors of one batch."""

    def __init__(self, grid, b):
        self.grid, self.r, self.count = grid, b, b.shape[2]
        self.lanes = (0,) * self.count, 0 if self.count == 1 else None
        dtype = grid.circuit.edges.dtype
        self.sources = _nonzero(b)
        self.x = np.zeros(b.shape)
        self.p = np.zeros(b.shape, dtype)
        self.z = np.zeros(b.shape, dtype)
        self.work = [tuple(np.zeros((*edges.shape[1:], self.count), dtype) for _ in range(3))
                     for edges, _ in grid.levels[1:]]
        self.out = np.zeros(self.count)
        self._average(self.r)
        self.norm = np.sqrt(self._square())

    def _average(self, values):
        flat = values.reshape(-1, self.count)
        for cells in self.grid.circuit.ties:
            flat[cells] = flat[cells].mean(axis=0)

    def _square(self, over_cells=None):
        """The squared norm of the residual over nodes, which ``_average`` has made equal within a node."""
        square = np.einsum('ijk,ijk->k', self.r, self.r, dtype=float) if over_cells is None else over_cells.copy()
        flat = self.r.reshape(-1, self.count)
        for cells in self.grid.circuit.ties:
            square += flat[cells[0]].astype(float) ** 2 * (len(cells) ** 2 - len(cells))
        return square

    def iterate(self, target, tolerance, limit, cancelled):
        """Steps until the updated residual is below the tolerance in every lane; returns their number."""
        kernels = self.grid.kernels
        edges, earth = self.grid.levels[0]
        before = np.zeros(self.count)
        for step in range(limit):
            stop_if(cancelled)
            product = self._precondition(cancelled)
            share = np.where(before > 0, product / np.where(before > 0, before, 1.0), 0.0) if step else before * 0
            before = product
            kernels.cycle.direct(edges, earth, self.z, self.p, share.astype(self.p.dtype), self.out, *self.lanes)
            length = np.where(self.out > 0, product / np.where(self.out > 0, self.out, 1.0), 0.0)
            self._average(self.z)
            kernels.cycle.advance(length.astype(self.p.dtype), self.p, self.z, self.x, self.r, self.out, *self.lanes)
            if (np.sqrt(self._square(self.out)) <= tolerance * target).all():
                return step + 1
        return limit

    def true_residual(self, target):
        """Recomputes the residual from the potentials; the largest relative to the right-hand side."""
        edges, earth = self.grid.levels[0]
        self.r[:] = 0
        self.r.reshape(-1, self.count)[self.sources[0]] = self.sources[1]
        self.grid.kernels.cycle.subtract_image(edges, earth, self.x, self.r, self.out, *self.lanes)
        self._average(self.r)
        return float((np.sqrt(self._square()) / np.where(target > 0, target, 1.0)).max())

    def _precondition(self, cancelled):
        self._cycle(0, self.r, self.z, cancelled)
        self._average(self.z)
        return self.out.copy()

    def _cycle(self, depth, b, x, cancelled):
        grid = self.grid
        if depth == len(grid.levels) - 1:
            x.reshape(-1, self.count)[:] = grid.inverse @ b.reshape(-1, self.count)
            if depth == 0:
                self.out[:] = np.einsum('ijk,ijk->k', b, x)
            return
        edges, earth = grid.levels[depth]
        coarse_b, coarse_x, kept = self.work[depth]
        grid.kernels.cycle.descend(edges, earth, grid.weights[depth], b, x, coarse_b, *self.lanes)
        self._cycle(depth + 1, coarse_b, coarse_x, cancelled)
        if depth + 1 in grid.twice and depth + 1 < len(grid.levels) - 1:
            kept[:] = coarse_x
            grid.kernels.cycle.subtract_image(*grid.levels[depth + 1], coarse_x, coarse_b, self.out, *self.lanes)
            self._cycle(depth + 1, coarse_b, coarse_x, cancelled)
            coarse_x += kept
        grid.kernels.cycle.ascend(edges, earth, grid.weights[depth], coarse_x, b, x, self.out, *self.lanes)


def _nonzero(b):
    """Rows of a batch that hold a current, and their values."""
    flat = b.reshape(-1, b.shape[2])
    rows = np.flatnonzero(flat.any(axis=1))
    return rows, flat[rows].copy()


def _inverse(edges, earth):
    """A symmetric inverse of the coarsest network; where nothing is grounded, one cell of it is."""
    height, width = edges.shape[1:]
    matrix = np.zeros((height * width, height * width))
    for plane, step in enumerate((1, width, width + 1, width - 1)):
        start = np.flatnonzero(edges[plane])
        value = edges[plane].ravel()[start].astype(float)
        matrix[start, start + step] -= value
        matrix[start + step, start] -= value
    total = -matrix.sum(axis=1) + (earth.ravel() if earth.shape[0] > 1 else 0)
    nodes = np.flatnonzero(total > 0)
    matrix[np.arange(len(total)), np.arange(len(total))] = total
    if earth.shape[0] == 1 and len(nodes):
        nodes = np.delete(nodes, np.argmax(total[nodes]))
    inverse = np.zeros_like(matrix)
    if not len(nodes):
        return inverse
    kept = np.ix_(nodes, nodes)
    scale = 1.0 / np.sqrt(total[nodes])
    scaled = matrix[kept] * scale[:, None] * scale
    values, vectors = np.linalg.eigh(scaled)
    good = values > 1e-15 * values[-1]
    inverse[kept] = (vectors[:, good] / values[good]) @ vectors[:, good].T * scale[:, None] * scale
    return inverse
