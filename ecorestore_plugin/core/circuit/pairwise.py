"""Pairwise current: every pair of sources in turn carries one ampere, and the currents add up.

With one potential per source, all pairs of a component follow by superposition: the potential of a pair is the
difference of two, so the number of solves grows with the sources, not with the pairs.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import never, part_of, silent, stop_if
from ..engine import InProcessEngine, check_capacity
from ..errors import EmptyInputError, ParameterError
from .graph import Graph, Network, build_graph, part_of_graph
from .solver import potentials, predicted_work

STRIP = 1 << 21
UNCONNECTED = -1.0


@dataclass(frozen=True)
class PairwiseCurrent:
    """Current between all pairs of sources.

    Attributes
    ----------
    ids : source ids in the order of ``focal``
    resistance : (n, n) effective resistance in cell units, -1 between unconnected sources and for pairs left out
    current : (rows, cols) sum over pairs of the current through each cell in ampere, NaN where no node
    maximum : (rows, cols) largest current of a single pair, or None where not asked for
    pairs : number of pairs that carried current
    """

    ids: tuple
    resistance: np.ndarray
    current: np.ndarray
    maximum: np.ndarray | None
    pairs: int


@dataclass(frozen=True)
class PairCurrent:
    """One ampere from the second source to the first.

    Attributes
    ----------
    resistance : effective resistance in cell units, 0 on a common node, -1 where unconnected
    current : (rows, cols) ampere, NaN where no node
    voltage : (rows, cols) volt, 0 at the first source and on cells the pair does not reach, NaN where no node
    """

    resistance: float
    current: np.ndarray
    voltage: np.ndarray


def pairwise_current(conductance, focal, neighbours=8, average='resistance', cell=(1.0, 1.0), regions=(), pairs=None,
                     maximum=False, exact_regions=False, allow_missing=False, engine=None, memory=None,
                     progress=silent, cancelled=never) -> PairwiseCurrent:
    """Cumulative current, effective resistances and, on request, maximum current between all pairs of sources.

    The current through a cell is what flows in or what flows out, whichever is more, so that a source shows the
    full ampere of each of its pairs: 1/2 (sum of |branch currents| + |injection|).

    A source of several cells is one node, in every pair, also where it is neither end (the usual reading of
    ecological sources, one network for all pairs). Circuitscape instead joins the cells of the two sources of a
    pair and leaves the others as plain cells; ``exact_regions`` does that at the price of a network per pair.

    Parameters
    ----------
    conductance : (rows, cols) float array, 0 where there is no node
    focal : dict source id (whole number or text) -> flat cell indices, see graph.cells_by_id
    neighbours, average, cell : see graph.build_graph
    regions : flat index arrays of short-circuit regions
    pairs : (id, id) pairs to run; all by default
    maximum : also the cell-wise maximum over pairs (a pass over the pairs, without further solves)
    allow_missing : sources without conducting cell, or all of them apart, give -1 instead of an error
    engine : where independent parts run; None for this process
    memory : bytes a solver may use, see solver.potentials

    Raises
    ------
    EmptyInputError : fewer than two sources; sources on nodata (names the ids); no two sources connected
    ParameterError : a pair names an unknown id
    CapacityError : the potentials do not fit into memory
    SolverError

    Source: McRae et al. 2008, Ecology, doi:10.1890/07-1861.1
    """
    ids = tuple(focal)
    wanted = _wanted_pairs(ids, pairs)
    if not allow_missing:
        check_sources(conductance, focal)
    options = {'neighbours': neighbours, 'average': average, 'cell': cell}
    if exact_regions:
        result = _exact(conductance, focal, ids, wanted, options, regions, maximum, engine, memory, progress, cancelled)
    else:
        result = _superposed(conductance, focal, ids, wanted, options, regions, maximum, engine, memory, progress,
                             cancelled)
    if not result.pairs and not allow_missing:
        raise EmptyInputError('None of the {count} sources is connected with another: nodata separates them. Fill the '
                              'gaps in the resistance raster or choose other sources.', count=len(ids))
    return result


def check_sources(conductance, focal):
    """At least two sources, each on a conducting cell.

    Raises
    ------
    EmptyInputError : says how many there are, or lists the ids on nodata
    """
    if len(focal) < 2:
        raise EmptyInputError('Current flows between sources, but there is only {count}; at least two are needed.',
                              count=len(focal))
    conducts = np.asarray(conductance).ravel() > 0
    missing = [key for key in focal if not conducts[focal[key]].any()]
    if missing:
        raise EmptyInputError(
            '{count} of {total} sources lie wholly on nodata or outside the raster: id {ids}. Give these cells a '
            'resistance, move the sources, or leave them out.', count=len(missing), total=len(focal),
            ids=', '.join(map(str, missing[:20])) + (' …' if len(missing) > 20 else ''))


def pair_current(conductance, first, second, neighbours=8, average='resistance', cell=(1.0, 1.0), regions=(),
                 memory=None) -> PairCurrent:
    """Current and voltage of one pair of sources, in a network in which only these two are collapsed.

    Parameters
    ----------
    first, second : flat cell indices; 1 A enters at the second and leaves at the first
    others as in pairwise_current

    Raises
    ------
    SolverError
    """
    graph = build_graph(conductance, neighbours, average, [*regions, first, second], cell)
    ends = [graph.nodes_of(cells) for cells in (first, second)]
    current, voltage = np.zeros(graph.count), np.zeros(graph.count)
    resistance = UNCONNECTED
    if all(len(nodes) for nodes in ends):
        start, end = (int(nodes[0]) for nodes in ends)
        if start == end:
            resistance = 0.0
        elif graph.component[start] == graph.component[end]:
            part = part_of_graph(graph.component, graph.u, graph.v, graph.g, graph.component[start])
            start, end = np.searchsorted(part.nodes, [start, end])
            phi = potentials(part, [end], start, memory)[:, 0]
            resistance = float(phi[end])
            voltage[part.nodes] = phi
            current[part.nodes] = node_current(part, phi, start, end)
    return PairCurrent(resistance, graph.on_cells(current), graph.on_cells(voltage))


def node_current(network, phi, start, end) -> np.ndarray:
    """Throughput of every node for the potentials of one pair."""
    flow = np.abs(network.g * (phi[network.u] - phi[network.v]))
    current = _at_ends(network, flow)
    current[[start, end]] += 0.5
    return current


def _at_ends(network, flow):
    """Half of each edge's flow at both of its ends."""
    return 0.5 * (np.bincount(network.u, flow, network.count) + np.bincount(network.v, flow, network.count))


def _wanted_pairs(ids, pairs):
    """(n, n) bool, symmetric."""
    if pairs is None:
        return ~np.eye(len(ids), dtype=bool)
    wanted = np.zeros((len(ids), len(ids)), bool)
    place = {key: index for index, key in enumerate(ids)}
    unknown = sorted({key for pair in pairs for key in pair} - set(place), key=str)
    if unknown:
        raise ParameterError('The list of pairs names {count} unknown sources: {ids}.', count=len(unknown),
                             ids=', '.join(map(str, unknown[:20])))
    for one, other in pairs:
        if one != other:
            wanted[place[one], place[other]] = wanted[place[other], place[one]] = True
    return wanted


def run_tasks(engine, function, tasks, shared, progress, cancelled):
    """Tasks through the engine, or one after the other in this process with their inner progress."""
    if engine is not None and not isinstance(engine, InProcessEngine):
        return engine.map(function, tasks, shared=shared, progress=progress, cancelled=cancelled)
    results = []
    for number, task in enumerate(tasks):
        stop_if(cancelled)
        inner = part_of(progress, number / len(tasks), (number + 1) / len(tasks))
        results.append(function(task, progress=inner, cancelled=cancelled, **shared))
    return results


# One network for all pairs.

def _superposed(conductance, focal, ids, wanted, options, regions, maximum, engine, memory, progress, cancelled):
    graph = build_graph(conductance, regions=[*regions, *focal.values()], **options)
    ends = np.full(len(ids), -1)
    for index, key in enumerate(ids):
        nodes = graph.nodes_of(focal[key])
        ends[index] = nodes[0] if len(nodes) else -1
    tasks = _component_tasks(graph, ends, wanted, maximum, memory)
    progress(0.05, 'Solving the circuit: {nodes} nodes, {sources} sources', nodes=graph.count, sources=len(ids))
    seconds, needed = predicted_work(graph.count, len(graph.u), len(ids), memory)
    check_capacity(needed, f'{len(ids)} x {graph.count}', seconds, progress)
    shared = {'u': graph.u, 'v': graph.v, 'g': graph.g, 'component': graph.component}
    parts = run_tasks(engine, component_currents, tasks, shared, part_of(progress, 0.05, 0.98), cancelled)
    resistance = np.full((len(ids), len(ids)), UNCONNECTED)
    np.fill_diagonal(resistance, 0.0)
    current, largest = np.zeros(graph.count), np.zeros(graph.count)
    carrying = 0
    for task, (nodes, found, total, peak) in zip(tasks, parts):
        index = task['sources']
        run = wanted[np.ix_(index, index)]
        resistance[np.ix_(index, index)] = np.where(run, found, resistance[np.ix_(index, index)])
        carrying += int((np.triu(run) & (task['nodes'][:, None] != task['nodes'][None])).sum())
        current[nodes] = total
        if maximum:
            largest[nodes] = peak
    return PairwiseCurrent(ids, resistance, graph.on_cells(current),
                           graph.on_cells(largest) if maximum else None, carrying)


def _component_tasks(graph: Graph, ends, wanted, maximum, memory):
    """One task per connected part that holds a pair to run."""
    label = np.where(ends >= 0, graph.component[ends], -1)
    tasks = []
    for part in np.unique(label[label >= 0]):
        sources = np.flatnonzero(label == part)
        run = wanted[np.ix_(sources, sources)]
        if run.any():
            everyone = bool((run | np.eye(len(sources), dtype=bool)).all())
            tasks.append({'part': int(part), 'sources': sources, 'nodes': ends[sources],
                          'pairs': None if everyone else run, 'maximum': maximum, 'memory': memory})
    return tasks


def component_currents(task, u, v, g, component, progress=silent, cancelled=never):
    """Effective resistances and currents of one connected part of the graph.

    Returns
    -------
    nodes of the part, (k, k) resistances, current per node, maximum per node or None
    """
    network = part_of_graph(component, u, v, g, task['part'])
    nodes = np.searchsorted(network.nodes, task['nodes'])
    # The node with most neighbours is the cheapest to take out of the matrix.
    degree = np.bincount(network.u, minlength=network.count) + np.bincount(network.v, minlength=network.count)
    ground = nodes[np.argmax(degree[nodes])]
    phi = potentials(network, nodes, ground, task['memory'], part_of(progress, 0.3, 0.8), cancelled)
    at = phi[nodes]
    resistance = np.diag(at)[:, None] + np.diag(at)[None] - at - at.T
    np.fill_diagonal(resistance, 0.0)
    resistance[nodes[:, None] == nodes[None]] = 0.0
    apart = nodes[:, None] != nodes[None]
    run = apart if task['pairs'] is None else apart & task['pairs']
    flow = summed_flow(network, phi, task['pairs'], cancelled)
    current = _at_ends(network, flow)
    np.add.at(current, nodes, 0.5 * run.sum(axis=1))
    peak = maximum_current(network, phi, nodes, run, cancelled) if task['maximum'] else None
    progress(1.0)
    return network.nodes, resistance, current, peak


def summed_flow(network: Network, phi, pairs=None, cancelled=never) -> np.ndarray:
    """Sum over pairs of |flow| through each edge, from one column of potentials per source.

    For all pairs, sum of |y_i - y_j| over i < j = sum of (2 k - n + 1) y_(k) with y sorted, k from 0.

    Parameters
    ----------
    phi : (nodes, n) potentials, all for the same ground
    pairs : (n, n) symmetric bool array, None for all pairs
    """
    n = phi.shape[1]
    weight = 2.0 * np.arange(n) - n + 1
    total = np.empty(len(network.g))
    step = max(1, STRIP // n)
    for start in range(0, len(total), step):
        stop_if(cancelled)
        strip = slice(start, start + step)
        difference = phi[network.u[strip]] - phi[network.v[strip]]
        if pairs is None:
            difference.sort(axis=1)
            total[strip] = difference @ weight
        else:
            total[strip] = sum(np.abs(difference[:, [i]] - difference[:, pairs[i] & (np.arange(n) > i)]).sum(axis=1)
                               for i in range(n))
    return total * network.g


def maximum_current(network: Network, phi, nodes, run, cancelled=never) -> np.ndarray:
    """Largest node current over the pairs marked in ``run``."""
    largest = np.zeros(network.count)
    for i, j in np.argwhere(np.triu(run)):
        stop_if(cancelled)
        np.maximum(largest, node_current(network, phi[:, i] - phi[:, j], nodes[i], nodes[j]), out=largest)
    return largest


# A network per pair, as Circuitscape does for sources of several cells.

def _exact(conductance, focal, ids, wanted, options, regions, maximum, engine, memory, progress, cancelled):
    listed = [(int(i), int(j)) for i, j in np.argwhere(np.triu(wanted))]
    size = max(1, -(-len(listed) // 8))
    tasks = [{'pairs': [(i, j, focal[ids[i]], focal[ids[j]]) for i, j in listed[start:start + size]],
              'options': options, 'regions': regions, 'memory': memory} for start in range(0, len(listed), size)]
    progress(0.0, 'Solving {pairs} pairs one by one', pairs=len(listed))
    parts = run_tasks(engine, exact_currents, tasks, {'conductance': conductance}, progress, cancelled)
    resistance = np.full((len(ids), len(ids)), UNCONNECTED)
    np.fill_diagonal(resistance, 0.0)
    current = np.where(conductance > 0, 0.0, np.nan)
    largest = current.copy()
    for found, total, peak in parts:
        for i, j, value in found:
            resistance[i, j] = resistance[j, i] = value
        # Cells of a region count while it is a node, also where they would not conduct by themselves.
        current = np.where(np.isnan(current), total, current + np.nan_to_num(total))
        largest = np.fmax(largest, peak)
    return PairwiseCurrent(ids, resistance, current, largest if maximum else None, int((resistance > 0).sum()) // 2)


def exact_currents(task, conductance, progress=silent, cancelled=never):
    """Resistances, summed and largest currents of a few pairs, each in a network of its own."""
    total = np.full(conductance.shape, np.nan)
    peak = total.copy()
    found = []
    for number, (i, j, first, second) in enumerate(task['pairs']):
        stop_if(cancelled)
        pair = pair_current(conductance, first, second, regions=task['regions'], memory=task['memory'],
                            **task['options'])
        found.append((i, j, pair.resistance))
        total = np.where(np.isnan(total), pair.current, total + np.nan_to_num(pair.current))
        peak = np.fmax(peak, pair.current)
        progress((number + 1) / len(task['pairs']))
    return found, total, peak
