"""The current of one moving window, solved directly."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..errors import ParameterError, SolverError
from .graph import AVERAGES

STEPS = ((0, 1), (1, 0), (1, 1), (1, -1))
TOLERANCE = 1e-6
# Seconds per unit of work, measured: a banded factor is made by dense blocks, a sparse one saves work on wide windows.
BAND_SECONDS, SPARSE_SECONDS, SPARSE_GROWTH = 3.5e-11, 1.7e-7, 1.29
WIDEST_BAND = 280  # beyond it the banded matrix outgrows what the sparse factor takes


@dataclass(frozen=True)
class Conductors:
    """What joins each cell to its neighbours.

    Attributes
    ----------
    nodes : (rows, cols) bool array, where current can flow
    edges : (2 or 4, rows, cols) conductance to the neighbour right, below, and diagonally below right and left; 0
        where there is none
    """

    nodes: np.ndarray
    edges: np.ndarray

    @property
    def neighbours(self) -> int:
        return 2 * len(self.edges)

    def part(self, inside) -> Conductors:
        """A rectangular part. Its edges still lead out of it; whoever reads them masks by nodes."""
        return Conductors(self.nodes[inside], self.edges[:, inside[0], inside[1]])


def step_slices(step, shape):
    """(slices of the cells that have this neighbour, slices of those neighbours)."""
    rows, columns = step
    height, width = shape
    return ((slice(0, height - rows), slice(max(0, -columns), width - max(0, columns))),
            (slice(rows, height), slice(max(0, columns), width + min(0, columns))))


def conductors_of(conductance, neighbours=8, average='conductance', cell=(1.0, 1.0)) -> Conductors:
    """The conductances between the cells of a raster, by the rules of ``graph.build_graph``.

    Parameters
    ----------
    conductance : (rows, cols) float array; cells above 0 are nodes
    neighbours : 4 or 8
    average : 'resistance' or 'conductance'
    cell : cell width and height in the square root of the cell area

    Raises
    ------
    ParameterError : unknown ``neighbours`` or ``average``
    """
    if neighbours not in (4, 8):
        raise ParameterError('Cells have 4 or 8 neighbours, not {count}.', count=neighbours)
    if average not in AVERAGES:
        raise ParameterError('Neighbouring cells are joined by average resistance or average conductance, not by '
                             '{average}.', average=average)
    conductance = np.asarray(conductance, dtype=np.float64)
    nodes = conductance > 0
    edges = np.zeros((neighbours // 2, *conductance.shape))
    for edge, step in zip(edges, STEPS):
        here, there = step_slices(step, conductance.shape)
        one, other = conductance[here], conductance[there]
        both = nodes[here] & nodes[there]
        if average == 'conductance':
            joined = (one + other) / 2
        else:
            joined = 2 * one * other / np.where(both, one + other, 1.0)
        edge[here] = np.where(both, joined / step_length(step, cell), 0.0)
    return Conductors(nodes, edges)


def step_length(step, cell) -> float:
    """How far a neighbour lies, in the square root of the cell area."""
    return math.hypot(step[0] * cell[1], step[1] * cell[0])


def reached_from(nodes, target, neighbours) -> np.ndarray:
    """The nodes that are connected with a target, as bool array; none where the target is no node."""
    from scipy import ndimage
    if not nodes[target]:
        return np.zeros(nodes.shape, bool)
    labels, count = ndimage.label(nodes, np.ones((3, 3)) if neighbours == 8 else None)
    return nodes if count == 1 else labels == labels[target]


def balanced(inflow, reached, target):
    """Inflow at the nodes that reach the target, with what leaves there; None where nothing flows in."""
    given = np.where(reached, inflow, 0.0)
    total = given.sum()
    if not total > 0:
        return None
    given[target] -= total
    return given


def inner_edges(conductors, reached):
    """[(edges between reached cells, their slices, slices of the neighbours)] of a window."""
    found = []
    for edge, step in zip(conductors.edges, STEPS):
        here, there = step_slices(step, reached.shape)
        found.append((edge[here] * (reached[here] & reached[there]), here, there))
    return found


def node_current(edges, voltage, given) -> np.ndarray:
    """Current through each cell: half of what flows along its edges and in or out at itself.

    Parameters
    ----------
    edges : as of inner_edges; voltage : (rows, cols); given : what flows in, negative at the target
    """
    current = np.abs(given)
    for edge, here, there in edges:
        flow = edge * np.abs(voltage[here] - voltage[there])
        current[here] += flow
        current[there] += flow
    return 0.5 * current


def residual(edges, voltage, given) -> float:
    """How far the voltage misses Kirchhoff's law, as a share of what flows."""
    left = given.copy()
    for edge, here, there in edges:
        flow = edge * (voltage[here] - voltage[there])
        left[here] -= flow
        left[there] += flow
    return float(np.linalg.norm(left) / np.linalg.norm(given))


def direct_voltage(edges, reached, given, target):
    """Voltage of a window with the target at 0, by a banded or a sparse factorisation, and its residual.

    Raises
    ------
    SolverError : the matrix cannot be factorised, or the residual stays above 1e-6
    """
    kept = reached.copy()
    kept[target] = False
    if kept.shape[1] > kept.shape[0]:
        number = np.where(kept, (np.cumsum(kept.T) - 1).reshape(kept.T.shape).T, -1)
    else:
        number = np.where(kept, (np.cumsum(kept) - 1).reshape(kept.shape), -1)
    solution = _solve(_triplets(edges, number), number, given)
    voltage = np.zeros(kept.shape)
    voltage[kept] = solution[number[kept]]
    missed = residual(edges, voltage, given)
    if not missed <= TOLERANCE:
        raise SolverError('residual {residual}', residual=f'{missed:.1e}')
    return voltage, missed


def _triplets(edges, number):
    """(larger node, smaller node, conductance) of all edges between nodes, and the diagonal."""
    diagonal = np.zeros(number.shape)
    larger, smaller, between = [], [], []
    for edge, here, there in edges:
        diagonal[here] += edge
        diagonal[there] += edge
        joined = (edge > 0) & (number[here] >= 0) & (number[there] >= 0)
        one, other = number[here][joined], number[there][joined]
        larger.append(np.maximum(one, other))
        smaller.append(np.minimum(one, other))
        between.append(edge[joined])
    nodes = number >= 0
    own = np.empty(np.count_nonzero(nodes))
    own[number[nodes]] = diagonal[nodes]
    return np.concatenate(larger), np.concatenate(smaller), np.concatenate(between), own


def _solve(triplets, number, given):
    larger, smaller, between, own = triplets
    count = len(own)
    right = np.empty(count)
    nodes = number >= 0
    right[number[nodes]] = given[nodes]
    if not count:
        return right
    band = int((larger - smaller).max(initial=0))
    try:
        if band <= WIDEST_BAND and BAND_SECONDS * count * band ** 2 < SPARSE_SECONDS * count ** SPARSE_GROWTH:
            return _by_band(larger, smaller, between, own, band, right)
        return _by_factor(larger, smaller, between, own, right)
    except (np.linalg.LinAlgError, RuntimeError) as error:
        raise SolverError('{reason}', reason=str(error)) from error


def _by_band(larger, smaller, between, own, band, right):
    """Source: Anderson et al. 1999, LAPACK Users' Guide (pbsv)"""
    from scipy.linalg import solveh_banded
    matrix = np.zeros((band + 1, len(own)), order='F')
    matrix[0] = own
    matrix[larger - smaller, smaller] = -between
    return solveh_banded(matrix, right, overwrite_ab=True, lower=True, check_finite=False)


def _by_factor(larger, smaller, between, own, right):
    from scipy.sparse import coo_matrix, diags

    from .solver import direct_solver
    count = len(own)
    lower = coo_matrix((-between, (larger, smaller)), shape=(count, count))
    return direct_solver((lower + lower.T + diags(own)).tocsc())(right)
