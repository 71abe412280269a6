"""Potentials and currents on rasters of any size for arbitrary sources and grounds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import never, part_of, silent, stop_if
from ..engine import check_capacity
from ..engine.kernels import task_threads
from ..errors import SolverError
from .graph import build_graph, part_of_graph
from .grid_multigrid import Multigrid, circuit_of, grid_kernels
from .raster_parts import parts_of, step_lengths
from .raster_solver import GRID_BYTES, LANE_BYTES, SMALL, TOLERANCE, predicted_raster
from .solver import solve

# Currents that add up to less than this share of their size need no ground.
BALANCED = 1e-9


@dataclass(frozen=True)
class RasterSolution:
    """The state of a circuit on a raster.

    Attributes
    ----------
    voltage : (rows, cols) volt, 0 in parts where nothing flows, NaN where no node
    current : (rows, cols) ampere into or out of each node, whichever is more, NaN where no node
    undriven : connected parts with currents that have no way out, where nothing flows
    residual, iterations : see raster_solver.FocalSums
    """

    voltage: np.ndarray
    current: np.ndarray
    undriven: int
    residual: float
    iterations: int


def raster_solve(conductance, currents, grounds=None, neighbours=8, average='resistance', cell=(1.0, 1.0), regions=(),
                 memory=None, tolerance=TOLERANCE, progress=silent, cancelled=never) -> RasterSolution:
    """Voltage and current on a raster.

    A connected part without ground carries current only where its currents add up to 0; its lowest voltage is 0 then.

    Parameters
    ----------
    conductance : (rows, cols) float array, 0 where there is no node
    currents : (rows, cols) ampere into each cell, negative out of it
    grounds : (rows, cols) conductance to the ground, infinite where a cell is held at 0 volt; 0 for none
    neighbours, average, cell, regions : see graph.build_graph
    memory, tolerance : see raster_solver.focal_sums

    Raises
    ------
    SolverError : neither the iteration nor a factorisation gives the potentials of a part
    """
    rules = {'neighbours': neighbours, 'average': average, 'cell': tuple(cell)}
    parts = parts_of(np.asarray(conductance), neighbours, average, regions)
    size = int(parts.label.max()) + 1
    label = parts.label.ravel()
    total = np.bincount(label, np.asarray(currents).ravel(), size)
    strength = np.bincount(label, np.abs(currents).ravel(), size)
    grounded = np.zeros(size, bool) if grounds is None else (
        np.bincount(label[np.asarray(grounds).ravel() > 0], minlength=size) > 0)
    strength[0] = 0
    driven = (strength > 0) & (grounded | (np.abs(total) <= BALANCED * strength))
    voltage = np.where(parts.label > 0, 0.0, np.nan)
    through = voltage.copy()
    residual, iterations = 0.0, 0
    numbers = np.flatnonzero(driven)
    windows = parts.windows()
    for position, number in enumerate(numbers):
        stop_if(cancelled)
        part = parts.part(number, windows[number - 1])
        earth = None if grounds is None else np.where(part.member, grounds[part.window], 0.0)
        inner = part_of(progress, position / len(numbers), (position + 1) / len(numbers))
        found = _part_solution(part, np.where(part.member, currents[part.window], 0.0), earth, rules, memory,
                               tolerance, inner, cancelled)
        voltage[part.window][part.member] = found[0][part.member]
        through[part.window][part.member] = found[1][part.member]
        residual, iterations = max(residual, found[2]), max(iterations, found[3])
    return RasterSolution(voltage, through, int(((strength > 0) & ~driven).sum()), residual, iterations)


def _part_solution(part, currents, earth, rules, memory, tolerance, progress, cancelled):
    """Voltage, current, residual and iterations of one part."""
    kernels = grid_kernels() if part.nodes > SMALL else None
    if kernels is not None:
        check_capacity(part.member.size * (GRID_BYTES[False] + LANE_BYTES[False]), f'1 x {part.nodes}',
                       predicted_raster(part.nodes, 2)[0], progress)
        try:
            return _by_grid(kernels, part, currents, earth, rules, tolerance, cancelled)
        except SolverError:
            progress(0.05, 'The iteration on the raster stalled; the network is factorised instead, '
                           'which takes longer.')
    return _by_graph(part, currents, earth, rules, memory, progress, cancelled)


def _by_grid(kernels, part, currents, earth, rules, tolerance, cancelled):
    lengths = step_lengths(rules['neighbours'], rules['cell'])
    series, threads = rules['average'] == 'resistance', task_threads()
    earth = _spread(part, earth)
    circuit = circuit_of(kernels, part.conductance, part.member, lengths, series, part.ties, earth, threads)
    b = np.zeros((*circuit.shape, 1))
    b[1:-1, 1:-1, 0] = currents
    if earth is not None:
        b[1:-1, 1:-1, 0][np.isinf(earth)] = 0.0
    solved = Multigrid(kernels, circuit, threads).solve(b, tolerance, cancelled)
    voltage = solved.x[:, :, 0]
    if not circuit.grounded:
        voltage -= voltage[1:-1, 1:-1][part.member].min()
    whole = circuit_of(kernels, part.conductance, part.member, lengths, series, part.ties, None, threads)
    voltage *= np.pad(part.member, 1)
    through = throughput(whole, voltage, earth)
    return voltage[1:-1, 1:-1], through, solved.residual, solved.iterations


def _spread(part, earth):
    """A node of several cells is held as a whole where one of them is."""
    if earth is None:
        return None
    earth = earth.copy()
    for cells in part.ties:
        if np.isinf(earth.ravel()[cells]).any():
            earth.ravel()[cells] = np.inf
    return earth


def throughput(circuit, voltage, earth=None) -> np.ndarray:
    """(rows, cols) ampere into or out of each node through conductors and finite grounds, whichever is more.

    Parameters
    ----------
    circuit : grid_multigrid.Circuit without ground
    voltage : (rows + 2, cols + 2)
    earth : (rows, cols) conductance to the ground
    """
    width = voltage.shape[1]
    flat = voltage.ravel()
    into, out = np.zeros(flat.size), np.zeros(flat.size)
    for plane, step in enumerate((1, width, width + 1, width - 1)):
        flow = circuit.edges[plane].ravel()[:-step] * (flat[:-step] - flat[step:])
        forward = np.maximum(flow, 0.0)
        out[:-step] += forward
        into[step:] += forward
        backward = np.maximum(-flow, 0.0, out=flow)
        into[:-step] += backward
        out[step:] += backward
    if earth is not None:
        drained = np.zeros(voltage.shape)
        drained[1:-1, 1:-1] = np.where(np.isfinite(earth), earth, 0.0) * voltage[1:-1, 1:-1]
        out += np.maximum(drained, 0.0).ravel()
        into += np.maximum(-drained, 0.0).ravel()
    for cells in circuit.ties:
        out[cells], into[cells] = out[cells].sum(), into[cells].sum()
    return np.maximum(out, into).reshape(voltage.shape)[1:-1, 1:-1]


def _by_graph(part, currents, earth, rules, memory, progress, cancelled):
    graph = build_graph(np.where(part.member, part.conductance, 0.0), regions=part.ties, **rules)
    node = graph.node.ravel()
    first = node[node >= 0][0]
    network = part_of_graph(graph.component, graph.u, graph.v, graph.g, graph.component[first])
    inside = node >= 0
    source = np.bincount(node[inside], currents.ravel()[inside], graph.count)[network.nodes]
    leak = np.zeros(graph.count)
    if earth is not None:
        leak = np.bincount(node[inside], earth.ravel()[inside], graph.count)
    leak = leak[network.nodes]
    found = solve(network, source[:, None], leak, memory, progress, cancelled)
    volt = found.potential[:, 0]
    flow = network.g * (volt[network.u] - volt[network.v])
    drained = np.where(np.isinf(leak), 0.0, leak) * volt
    sums = [np.bincount(network.u, np.maximum(sign * flow, 0.0), network.count)
            + np.bincount(network.v, np.maximum(-sign * flow, 0.0), network.count)
            + np.maximum(sign * drained, 0.0) for sign in (1, -1)]
    on = np.full((2, graph.count), np.nan)
    on[:, network.nodes] = volt, np.maximum(*sums)
    return graph.on_cells(on[0]), graph.on_cells(on[1]), found.residual, found.iterations
