"""Pairwise current: every pair of sources in turn carries one ampere, and the currents add up.

With one potential per source, all pairs of a component follow by superposition: the potential of a pair is the
difference of two, so the number of solves grows with the sources, not with the pairs.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import never, part_of, silent, stop_if
from ..engine import InProcessEngine, check_capacity, compiled_kernels_available
from ..errors import EmptyInputError
from .graph import Graph, build_graph
from .pair import UNCONNECTED, PairCurrent, exact_pairs, node_current, pair_current, wanted_pairs
from .raster_solver import focal_task, predicted_raster
from .solver import predicted_work
from .superposition import (
    Part,
    at_ends,
    branch_flow,
    component_tasks,
    nodes_of_sources,
    run_tasks,
    solution_quality,
    solve_part,
    summed_flow,
)

__all__ = ['PairwiseCurrent', 'check_sources', 'pair_current', 'pairwise_current', 'pairwise_on_graph', 'run_tasks']


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
    apart : number of wanted pairs whose sources are not connected
    branches : (edges,) sum over pairs of |ampere| through each edge of the graph, or None where not asked for
    residual : current missing at the nodes, relative to that injected, at worst
    iterations : most steps of conjugate gradients, 0 where all was solved directly
    resumed : potentials that were there from an earlier run
    """

    ids: tuple
    resistance: np.ndarray
    current: np.ndarray
    maximum: np.ndarray | None
    pairs: int
    apart: int = 0
    branches: np.ndarray | None = None
    residual: float = 0.0
    iterations: int = 0
    resumed: int = 0


def pairwise_current(conductance, focal, neighbours=8, average='resistance', cell=(1.0, 1.0), regions=(), pairs=None,
                     maximum=False, exact_regions=False, allow_missing=False, zero_focal=False, sink=None,
                     folder=None, engine=None, memory=None, progress=silent, cancelled=never) -> PairwiseCurrent:
    """Cumulative current, effective resistances and, on request, maximum current between all pairs of sources.

    The current through a cell is what flows in or what flows out, whichever is more, so that a source shows the
    full ampere of each of its pairs: 1/2 (sum of |branch currents| + |injection|).

    A source of several cells is one node, in every pair, also where it is neither end (the usual reading of
    ecological sources, one network for all pairs). Circuitscape instead joins the cells of the two sources of a
    pair and leaves the others as plain cells; ``exact_regions`` does that at the price of a solve per pair.

    Parameters
    ----------
    conductance : (rows, cols) float array, 0 where there is no node
    focal : dict source id (whole number or text) -> flat cell indices, see graph.cells_by_id
    neighbours, average, cell : see graph.build_graph
    regions : flat index arrays of short-circuit regions
    pairs : (id, id) pairs to run; all by default
    maximum : also the cell-wise maximum over pairs (a pass over the pairs, without further solves)
    allow_missing : sources without conducting cell, or all of them apart, give -1 instead of an error
    zero_focal : the two sources of a pair count as 0 in its current, in the sum and in the maximum
    sink : called as sink(id, id, PairCurrent) for each pair that carries current, in this process
    folder : where the potential of each source is kept, so that a later call with the same input goes on; not with
        ``exact_regions``
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
    if not allow_missing:
        check_sources(conductance, focal)
    options = {'neighbours': neighbours, 'average': average, 'cell': cell}
    if exact_regions:
        result = _exact(conductance, focal, pairs, {**options, 'regions': regions}, maximum, zero_focal, sink, engine,
                        memory, progress, cancelled)
    elif sink is None:
        result = _on_raster(conductance, focal, pairs, {
            **options, 'regions': regions, 'maximum': maximum, 'zero_focal': zero_focal, 'folder': folder,
            'memory': memory}, engine, progress, cancelled)
    else:
        graph = build_graph(conductance, regions=[*regions, *focal.values()], **options)
        result = pairwise_on_graph(graph, focal, pairs, maximum, zero_focal, sink, engine, memory, progress, cancelled,
                                   folder=folder)
    if not result.pairs and not allow_missing:
        raise EmptyInputError('None of the {count} sources is connected with another: nodata separates them. Fill the '
                              'gaps in the resistance raster or choose other sources.', count=len(focal))
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


# One network for all pairs.

def _on_raster(conductance, focal, pairs, task, engine, progress, cancelled):
    """All pairs by the solvers for rasters, as one task."""
    ids = tuple(focal)
    wanted = wanted_pairs(ids, pairs)
    conductance = np.asarray(conductance, dtype=np.float64)
    nodes = int((conductance > 0).sum())
    progress(0.02, 'Solving the circuit: {nodes} nodes, {sources} sources', nodes=nodes, sources=len(ids))
    # A worker with compiled kernels makes do with least.
    here = isinstance(engine, (InProcessEngine, type(None)))
    count = int(wanted.any(axis=1).sum())
    seconds, needed = (_work(conductance, task, count) if here
                       else predicted_raster(nodes, count, maximum=task['maximum']))
    check_capacity(needed, f'{count} x {nodes}', seconds, progress)
    # Sources that take part in no pair stay nodes, but are not solved for.
    used = wanted.any(axis=1)
    cells = list(focal.values())
    task = {**task, 'focal': [own for own, is_used in zip(cells, used) if is_used], 'wanted': wanted[used][:, used],
            'regions': [*task['regions'], *(own for own, is_used in zip(cells, used) if not is_used)]}
    found, = run_tasks(engine, raster_pairs, [task], {'conductance': conductance}, part_of(progress, 0.02, 0.98),
                       cancelled)
    resistance = np.full(wanted.shape, UNCONNECTED)
    resistance[np.ix_(used, used)] = found.resistance
    np.fill_diagonal(resistance, 0.0)
    return PairwiseCurrent(ids, resistance, found.current, found.maximum, found.pairs, _apart(wanted, resistance),
                           None, found.residual, found.iterations, found.resumed)


def raster_pairs(task, conductance, progress=silent, cancelled=never):
    """raster_solver.focal_task, refused where the list of edges it needs without compiled kernels does not fit."""
    if not compiled_kernels_available():
        check_capacity(_work(conductance, task, len(task['focal']))[1],
                       f'{len(task["focal"])} x {int((conductance > 0).sum())}')
    return focal_task(task, conductance, progress=progress, cancelled=cancelled)


def _work(conductance, task, sources):
    nodes = int((conductance > 0).sum())
    return predicted_work(nodes, nodes * task['neighbours'] // 2, sources, task['memory'])


def _apart(wanted, resistance):
    return int((np.triu(wanted) & (resistance < 0)).sum())


def pairwise_on_graph(graph: Graph, focal, pairs=None, maximum=False, zero_focal=False, sink=None, engine=None,
                      memory=None, progress=silent, cancelled=never, branches=False, folder=None) -> PairwiseCurrent:
    """Currents and resistances of all pairs in one network, of a raster or of an edge list.

    Parameters
    ----------
    graph : see graph.build_graph and edge_list.graph_of_edges
    focal : dict source id -> flat indices into ``graph.node``; a source is the node of its first conducting cell
    branches : also the sum over pairs of the current through each edge
    others as in pairwise_current
    """
    ids = tuple(focal)
    wanted = wanted_pairs(ids, pairs)
    tasks = component_tasks(graph, nodes_of_sources(graph, focal), wanted)
    for task in tasks:
        task.update(maximum=maximum, zero_focal=zero_focal, memory=memory, keep=sink is not None, branches=branches,
                    folder=folder)
    progress(0.05, 'Solving the circuit: {nodes} nodes, {sources} sources', nodes=graph.count, sources=len(ids))
    seconds, needed = predicted_work(graph.count, len(graph.u), len(ids), memory)
    check_capacity(needed, f'{len(ids)} x {graph.count}', seconds, progress)
    shared = {'u': graph.u, 'v': graph.v, 'g': graph.g, 'component': graph.component}
    end = 0.98 if sink is None else 0.7
    parts = run_tasks(engine, component_currents, tasks, shared, part_of(progress, 0.05, end), cancelled)
    found = _collected(graph, ids, wanted, tasks, parts, maximum, branches)
    if sink is not None:
        _send(graph, ids, tasks, parts, zero_focal, sink, part_of(progress, end, 0.98), cancelled)
    return found


def _collected(graph, ids, wanted, tasks, parts, maximum, branches):
    """The results of the components put together."""
    resistance = np.full((len(ids), len(ids)), UNCONNECTED)
    np.fill_diagonal(resistance, 0.0)
    current, largest, through = np.zeros(graph.count), np.zeros(graph.count), np.zeros(len(graph.g))
    carrying = 0
    for task, (nodes, found, total, peak, flow, _, _) in zip(tasks, parts):
        index, run = task['sources'], task['run']
        resistance[np.ix_(index, index)] = np.where(run, found, resistance[np.ix_(index, index)])
        carrying += int((np.triu(run) & (task['nodes'][:, None] != task['nodes'][None])).sum())
        current[nodes] = total
        if maximum:
            largest[nodes] = peak
        if branches:
            through[graph.component[graph.u] == task['part']] = flow
    return PairwiseCurrent(ids, resistance, graph.on_cells(current), graph.on_cells(largest) if maximum else None,
                           carrying, _apart(wanted, resistance), through if branches else None,
                           *solution_quality([part[-1] for part in parts]))


def component_currents(task, u, v, g, component, progress=silent, cancelled=never):
    """Effective resistances and currents of one connected part of the graph.

    Returns
    -------
    nodes of the part, (k, k) resistances, current per node, maximum per node or None, flow per edge or None,
    Part or None, (residual, iterations, resumed)
    """
    part = solve_part(task, u, v, g, component, progress, cancelled)
    nodes, everyone = part.nodes, bool((task['run'] | np.eye(len(part.nodes), dtype=bool)).all())
    run = task['run'] & (nodes[:, None] != nodes[None])
    flow = summed_flow(part.network, part.phi, None if everyone else run, cancelled)
    current = at_ends(part.network, flow)
    ends = run.sum(axis=1)
    # Each pair shows 1 A at its ends, of which half comes from outside.
    np.add.at(current, nodes, -0.5 * ends if task['zero_focal'] else 0.5 * ends)
    peak = maximum_current(part, run, task['zero_focal'], cancelled) if task['maximum'] else None
    progress(1.0)
    return (part.network.nodes, part.resistances(), current, peak, flow if task['branches'] else None,
            part if task['keep'] else None, part.quality)


def maximum_current(part: Part, run, zero_focal=False, cancelled=never) -> np.ndarray:
    """Largest node current over the pairs marked in ``run``."""
    largest = np.zeros(part.network.count)
    for i, j in np.argwhere(np.triu(run)):
        stop_if(cancelled)
        np.maximum(largest, _pair_of(part, i, j, zero_focal)[0], out=largest)
    return largest


def _pair_of(part: Part, i, j, zero_focal):
    """Current and voltage per node of 1 A from source j to source i of a component."""
    ends = part.nodes[[i, j]]
    voltage = part.phi[:, j] - part.phi[:, i]
    current = node_current(part.network, voltage, *ends)
    if zero_focal:
        current[ends] = 0.0
    return current, voltage - voltage[ends[0]]


def _send(graph, ids, tasks, parts, zero_focal, sink, progress, cancelled):
    """Every pair that carries current to the sink."""
    for number, (task, (nodes, resistance, _, _, _, part, _)) in enumerate(zip(tasks, parts)):
        run = task['run'] & (part.nodes[:, None] != part.nodes[None])
        listed = np.argwhere(np.triu(run))
        for count, (i, j) in enumerate(listed):
            stop_if(cancelled)
            current, voltage = np.zeros(graph.count), np.zeros(graph.count)
            current[nodes], voltage[nodes] = _pair_of(part, i, j, zero_focal)
            one, other = (ids[part.sources[index]] for index in (i, j))
            sink(one, other, PairCurrent(float(resistance[i, j]), graph.on_cells(current), graph.on_cells(voltage),
                                         np.abs(branch_flow(graph, voltage))))
            progress((number + (count + 1) / len(listed)) / len(tasks))


# In every pair only its two sources are joined, as Circuitscape does.

def _exact(conductance, focal, pairs, options, maximum, zero_focal, sink, engine, memory, progress, cancelled):
    ids = tuple(focal)
    wanted = wanted_pairs(ids, pairs)
    listed = [(int(i), int(j)) for i, j in np.argwhere(np.triu(wanted))]
    progress(0.0, 'Solving {pairs} pairs one by one', pairs=len(listed))
    resistance = np.full((len(ids), len(ids)), UNCONNECTED)
    np.fill_diagonal(resistance, 0.0)
    current = np.where(conductance > 0, 0.0, np.nan)
    largest = current.copy()
    for found, total, peak, kept in exact_pairs(conductance, list(focal.values()), listed, options, zero_focal,
                                                sink is not None, engine, memory, progress, cancelled):
        for i, j, value in found:
            resistance[i, j] = resistance[j, i] = value
        for i, j, pair in kept:
            sink(ids[i], ids[j], pair)
        # Cells of a source count while it is a node, also where they would not conduct by themselves.
        current = np.where(np.isnan(current), total, current + np.nan_to_num(total))
        largest = np.fmax(largest, peak)
    return PairwiseCurrent(ids, resistance, current, largest if maximum else None, int((resistance > 0).sum()) // 2,
                           _apart(wanted, resistance))
