"""One-to-all and all-to-one current: each source in turn stands against all the others at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_range, never, part_of, silent, stop_if
from ..engine import check_capacity
from ..errors import EmptyInputError, ParameterError
from .advanced import advanced_on_graph
from .graph import Graph, build_graph
from .pairwise import UNCONNECTED, check_sources
from .solver import predicted_work
from .superposition import (
    Part,
    branch_flow,
    component_tasks,
    nodes_of_sources,
    run_tasks,
    solution_quality,
    solve_part,
)

MODES = ('one-to-all', 'all-to-one')


@dataclass(frozen=True)
class FocalCurrent:
    """Current of all sources in turn.

    Attributes
    ----------
    ids : source ids in the order of ``focal``
    resistance : (n,) one-to-all: effective resistance between the source and all its partners together, in cell
        units; all-to-one: 0; -1 where a source has no partner it is connected with
    current : (rows, cols) sum over the sources of the current through each cell in ampere, NaN where no node
    maximum : (rows, cols) largest current of a single source, or None where not asked for
    runs : number of sources that carried current
    branches : (edges,) sum over the sources of |ampere| through each edge, or None where not asked for
    residual, iterations, resumed : see pairwise.PairwiseCurrent
    """

    ids: tuple
    resistance: np.ndarray
    current: np.ndarray
    maximum: np.ndarray | None
    runs: int
    branches: np.ndarray | None = None
    residual: float = 0.0
    iterations: int = 0
    resumed: int = 0


@dataclass(frozen=True)
class SourceCurrent:
    """The current of one source against its partners: as FocalCurrent, and ``voltage`` with 0 at the grounds."""

    resistance: float
    current: np.ndarray
    voltage: np.ndarray
    branches: np.ndarray


def focal_current(conductance, focal, mode, strengths=None, wanted=None, neighbours=8, average='resistance',
                  cell=(1.0, 1.0), regions=(), maximum=False, exact_regions=False, compatible=False,
                  allow_missing=False, zero_focal=False, sink=None, folder=None, engine=None, memory=None,
                  progress=silent, cancelled=never) -> FocalCurrent:
    """Cumulative current of the modes one-to-all and all-to-one.

    One-to-all: the strength of a source enters at it and leaves to ground at all its partners. All-to-one: the
    strengths of all its partners enter at them and leave at it. A partner that is one node with the source is
    passed over.

    Parameters
    ----------
    conductance, focal, neighbours, average, cell, regions, maximum, folder, engine, memory : see
        pairwise.pairwise_current
    mode : 'one-to-all' or 'all-to-one'
    strengths : dict id -> ampere, at least 0; 1 A where missing
    wanted : (n, n) bool, whether the source of a column is a partner of the source of a row; all by default
    exact_regions : in each turn, join only the cells of the source and of its partners, as Circuitscape does where
        pairs are left out; without ``wanted`` this changes nothing but the time
    compatible : as Circuitscape where ``wanted`` is given: in all-to-one, sources that are no partners feed 1 A in all
        the same; a source without any partner so gets a map, which goes to the sink but into no sum. Implies
        ``exact_regions``
    zero_focal : the sources of a turn count as 0 in its current
    sink : called as sink(id, SourceCurrent) for each source that carries current, in this process

    Raises
    ------
    as pairwise.pairwise_current; ValueRangeError : a strength below 0

    Source: McRae et al. 2008, Ecology, doi:10.1890/07-1861.1
    """
    if not allow_missing:
        check_sources(conductance, focal)
    options = {'neighbours': neighbours, 'average': average, 'cell': cell}
    setting = _Setting.of(focal, mode, strengths, wanted, compatible, zero_focal)
    if (exact_regions or compatible) and wanted is not None:
        found = _exact(conductance, focal, setting, {**options, 'regions': regions}, maximum, sink, engine, memory,
                       progress, cancelled)
    else:
        graph = build_graph(conductance, regions=[*regions, *focal.values()], **options)
        found = _superposed(graph, focal, setting, maximum, False, sink, engine, memory, progress, cancelled, folder)
    if not found.runs and not allow_missing:
        raise EmptyInputError('None of the {count} sources is connected with another: nodata separates them. Fill the '
                              'gaps in the resistance raster or choose other sources.', count=len(focal))
    return found


def focal_on_graph(graph: Graph, focal, mode, strengths=None, wanted=None, maximum=False, branches=False,
                   zero_focal=False, sink=None, engine=None, memory=None, progress=silent,
                   cancelled=never) -> FocalCurrent:
    """The same in one network, of a raster or of an edge list; see focal_current and pairwise.pairwise_on_graph."""
    setting = _Setting.of(focal, mode, strengths, wanted, False, zero_focal)
    return _superposed(graph, focal, setting, maximum, branches, sink, engine, memory, progress, cancelled)


@dataclass(frozen=True)
class _Setting:
    """What the turns have in common."""

    ids: tuple
    outward: bool
    strengths: np.ndarray
    wanted: np.ndarray
    compatible: bool
    zero_focal: bool

    @classmethod
    def of(cls, focal, mode, strengths, wanted, compatible, zero_focal):
        if mode not in MODES:
            raise ParameterError('{mode} is none of the modes {known}.', mode=mode, known=', '.join(MODES))
        ids = tuple(focal)
        values = np.array([1.0 if strengths is None else strengths.get(key, 1.0) for key in ids])
        check_range('strengths', values, minimum=0)
        partners = np.ones((len(ids),) * 2, bool) if wanted is None else np.array(wanted, dtype=bool)
        np.fill_diagonal(partners, False)
        return cls(ids, mode == MODES[0], values, partners, compatible, zero_focal)


# One network for all turns.

def _superposed(graph, focal, setting, maximum, branches, sink, engine, memory, progress, cancelled, folder=None):
    tasks = component_tasks(graph, nodes_of_sources(graph, focal), setting.wanted)
    for task in tasks:
        task.update(setting=setting, maximum=maximum, branches=branches, memory=memory, keep=sink is not None,
                    folder=folder)
    count = len(setting.ids)
    progress(0.05, 'Solving the circuit: {nodes} nodes, {sources} sources', nodes=graph.count, sources=count)
    seconds, needed = predicted_work(graph.count, len(graph.u), count, memory)
    check_capacity(needed, f'{count} x {graph.count}', seconds, progress)
    shared = {'u': graph.u, 'v': graph.v, 'g': graph.g, 'component': graph.component}
    end = 0.98 if sink is None else 0.7
    parts = run_tasks(engine, component_turns, tasks, shared, part_of(progress, 0.05, end), cancelled)
    resistance = np.full(count, UNCONNECTED)
    current, largest, through = np.zeros(graph.count), np.zeros(graph.count), np.zeros(len(graph.g))
    for task, (nodes, found, total, peak, flow, _, _) in zip(tasks, parts):
        resistance[task['sources']] = found
        current[nodes], largest[nodes] = total, peak
        if branches:
            through[graph.component[graph.u] == task['part']] = flow
    for number, (task, (nodes, found, _, _, _, part, _)) in enumerate(zip(tasks, parts)):
        for position in np.flatnonzero(found >= 0) if sink is not None else ():
            stop_if(cancelled)
            _, through_nodes, voltage = _turn(part, setting, task['run'], position)
            on = np.zeros((2, graph.count))
            on[:, nodes] = through_nodes, voltage
            sink(setting.ids[part.sources[position]],
                 SourceCurrent(float(found[position]), graph.on_cells(on[0]), graph.on_cells(on[1]),
                               np.abs(branch_flow(graph, on[1]))))
            progress(end + (0.98 - end) * (number + (position + 1) / len(found)) / len(tasks))
    return FocalCurrent(setting.ids, resistance, graph.on_cells(current), graph.on_cells(largest) if maximum else None,
                        int((resistance >= 0).sum()), through if branches else None,
                        *solution_quality([part[-1] for part in parts]))


def component_turns(task, u, v, g, component, progress=silent, cancelled=never):
    """The turns of all sources of one component.

    Returns
    -------
    nodes of the part, resistance per source, summed and largest current per node, summed flow per edge or None,
    Part or None, (residual, iterations, resumed)
    """
    part = solve_part(task, u, v, g, component, part_of(progress, 0.0, 0.6), cancelled)
    total, peak = np.zeros(part.network.count), np.zeros(part.network.count)
    flow = np.zeros(len(part.network.g)) if task['branches'] else None
    resistance = np.full(len(part.nodes), UNCONNECTED)
    for position in range(len(part.nodes)):
        stop_if(cancelled)
        turn = _turn(part, task['setting'], task['run'], position)
        if turn is not None:
            resistance[position], current, voltage = turn
            total += current
            np.maximum(peak, current, out=peak)
            if flow is not None:
                flow += np.abs(branch_flow(part.network, voltage))
        progress(0.6 + 0.4 * (position + 1) / len(part.nodes))
    return part.network.nodes, resistance, total, peak, flow, part if task['keep'] else None, part.quality


def _turn(part: Part, setting, run, position):
    """Resistance, current and voltage per node of one source's turn, or None where it has no partner."""
    partners = run[position] & (part.nodes != part.nodes[position])
    strengths = setting.strengths[part.sources]
    if setting.outward:
        injection = _outward(part, position, np.flatnonzero(partners), strengths[position])
    else:
        injection = np.where(partners, strengths, 0.0)
        injection[position] = -injection.sum()
    if not partners.any() or not injection[position]:
        return None
    zero = part.nodes[np.flatnonzero(partners)[0] if setting.outward else position]
    voltage = part.voltage(injection, zero)
    current = part.current(injection, voltage)
    if setting.zero_focal:
        current[part.nodes[partners]] = current[part.nodes[position]] = 0.0
    own = voltage[part.nodes[position]]
    return own / strengths[position] if setting.outward else 0.0, current, voltage


def _outward(part: Part, position, partners, strength):
    """Ampere into each source so that all partners share one voltage and ``strength`` enters at ``position``."""
    injection = np.zeros(len(part.nodes))
    # Of partners that share a node one stands for all.
    places = partners[np.unique(part.nodes[partners], return_index=True)[1]]
    count = len(places)
    if count and strength > 0:
        at = part.phi[part.nodes[places]]
        system = np.zeros((count + 1, count + 1))
        system[:count, :count] = at[:, places]
        system[:count, count], system[count, :count] = -1.0, 1.0
        right = np.append(-strength * at[:, position], -strength)
        injection[places] = np.linalg.solve(system, right)[:count]
        injection[position] = -injection.sum()
    return injection


# A network per turn, as Circuitscape does where pairs are left out.

def _exact(conductance, focal, setting, options, maximum, sink, engine, memory, progress, cancelled):
    tasks = [{'focal': list(focal.values()), 'position': position, 'setting': setting, 'options': options,
              'memory': memory} for position in range(len(setting.ids))]
    resistance = np.full(len(tasks), UNCONNECTED)
    current = np.where(conductance > 0, 0.0, np.nan)
    largest = current.copy()
    progress(0.0, 'Solving {count} sources one by one', count=len(tasks))
    step = 16
    for start in range(0, len(tasks), step):
        inner = part_of(progress, start / len(tasks), min(1.0, (start + step) / len(tasks)))
        turns = run_tasks(engine, exact_turn, tasks[start:start + step], {'conductance': conductance}, inner,
                          cancelled)
        for position, turn in enumerate(turns, start=start):
            if turn is None:
                continue
            if turn.resistance >= 0:
                resistance[position] = turn.resistance
                current = np.where(np.isnan(current), turn.current, current + np.nan_to_num(turn.current))
                largest = np.fmax(largest, turn.current)
            if sink is not None:
                sink(setting.ids[position], turn)
    return FocalCurrent(setting.ids, resistance, current, largest if maximum else None, int((resistance >= 0).sum()))


def exact_turn(task, conductance, progress=silent, cancelled=never):
    """SourceCurrent of one source in a network in which only it and its partners are joined, or None."""
    setting, focal, position = task['setting'], task['focal'], task['position']
    joined = [position, *np.flatnonzero(setting.wanted[position])]
    graph = build_graph(conductance, **{**task['options'], 'regions': [
        *task['options']['regions'], *(focal[index] for index in joined)]})
    node = nodes_of_sources(graph, dict(enumerate(focal)))
    own = node[position]
    if own < 0:
        return None
    connected = (node >= 0) & (node != own) & (graph.component[node] == graph.component[own])
    partners = setting.wanted[position] & connected
    feeding = np.where(partners, setting.strengths, 0.0)
    if setting.compatible and not setting.outward:
        feeding[connected & ~np.isin(np.arange(len(focal)), joined)] = 1.0
    source, leak = np.zeros(graph.count), np.zeros(graph.count)
    if setting.outward and partners.any():
        source[own] = setting.strengths[position]
        leak[node[partners]] = np.inf
    elif not setting.outward:
        np.add.at(source, node[connected], feeding[connected])
        leak[own] = np.inf
    if not source.any():
        return None
    found = advanced_on_graph(graph, source, leak, memory=task['memory'], progress=progress, cancelled=cancelled)
    if setting.zero_focal:
        found.current.ravel()[np.concatenate([focal[index] for index in joined])] *= 0.0
    value = 0.0 if partners.any() else UNCONNECTED
    if setting.outward:
        value = float(found.voltage[graph.node == own][0]) / setting.strengths[position]
    return SourceCurrent(value, found.current, found.voltage, found.branches)
