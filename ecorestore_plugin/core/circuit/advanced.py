"""Currents between any sources and grounds, each ground direct (held at 0 V) or reached through a resistance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_range, never, part_of, silent
from ..engine import InProcessEngine, check_capacity, compiled_kernels_available
from ..errors import EmptyInputError, ParameterError
from .graph import Graph, build_graph, merged_regions, part_of_graph
from .raster_advanced import raster_solve
from .solver import predicted_work, solve
from .superposition import run_tasks

POLICIES = ('keepall', 'rmvsrc', 'rmvgnd', 'rmvall')
# Sources that add up to less than this share of their size need no ground.
BALANCED = 1e-9


@dataclass(frozen=True)
class AdvancedCurrent:
    """The state of a circuit.

    Attributes
    ----------
    voltage : (rows, cols) volt, 0 where no current is driven, NaN where no node
    current : (rows, cols) ampere through each cell, NaN where no node
    branches : (edges,) |ampere| through each edge of the graph, None where a raster was solved without one
    injected : ampere of the sources that drive current, without the negative ones
    conflicts : nodes with a source and a ground
    undriven : connected parts with sources that have no way out, where nothing flows
    """

    voltage: np.ndarray
    current: np.ndarray
    branches: np.ndarray | None
    injected: float
    conflicts: int
    undriven: int


def advanced_current(conductance, sources, grounds, grounds_are='resistance', policy='keepall', unit_currents=False,
                     direct_grounds=False, neighbours=8, average='resistance', cell=(1.0, 1.0), regions=(),
                     compatible=False, engine=None, memory=None, progress=silent, cancelled=never) -> AdvancedCurrent:
    """Current and voltage for sources and grounds on cells.

    Sources of cells that are one node add up, and so do the conductances of their grounds. What a node with a source
    and a ground keeps is the policy: 'keepall' both, 'rmvsrc' the ground, 'rmvgnd' the source, 'rmvall' neither.
    A connected part without ground carries current only where its sources add up to 0.

    Parameters
    ----------
    conductance : (rows, cols) float array, 0 where there is no node
    sources : (rows, cols) ampere into each cell, negative out of it, 0 or NaN for none
    grounds : (rows, cols) resistance to ground, 0 for a direct one, or conductance to ground; NaN for none
    grounds_are : 'resistance' or 'conductance'
    unit_currents : every source counts 1 A, a negative one -1 A
    direct_grounds : every ground is direct
    neighbours, average, cell, regions : see graph.build_graph
    compatible : as Circuitscape: unit currents are all positive; rmvgnd keeps finite grounds and rmvall any; a direct
        ground at a positive source goes; parts whose sources add up to 0 carry nothing
    engine, memory : see pairwise.pairwise_current

    Raises
    ------
    EmptyInputError : no sources, or none on a conducting cell; likewise grounds
    ValueRangeError : a ground below 0
    ParameterError : unknown policy
    SolverError, CapacityError

    Source: McRae et al. 2008, Ecology, doi:10.1890/07-1861.1
    """
    conductance = np.asarray(conductance, dtype=np.float64)
    source = np.nan_to_num(np.asarray(sources, dtype=np.float64)).ravel()
    if unit_currents:
        source = (source != 0).astype(float) if compatible else np.sign(source)
    leak = ground_conductance(grounds, grounds_are, direct_grounds).ravel()
    inside = _conducting(conductance, regions)
    _check_lie_on_nodes(source, leak, inside)
    if not compatible and not isinstance(engine, (InProcessEngine, type(None))):
        rules = {'neighbours': neighbours, 'average': average, 'cell': cell, 'regions': regions, 'memory': memory}
        return _on_raster(conductance, source * inside, np.where(inside, leak, 0.0), policy, rules, engine, progress,
                          cancelled)
    graph = build_graph(conductance, neighbours, average, regions, cell)
    node = graph.node.ravel()
    return advanced_on_graph(graph, np.bincount(node[inside], source[inside], graph.count),
                             np.bincount(node[inside], leak[inside], graph.count), policy, compatible, engine, memory,
                             progress, cancelled)


def ground_conductance(grounds, grounds_are='resistance', direct=False) -> np.ndarray:
    """Conductance to ground, infinite for a direct one, 0 for none.

    Raises
    ------
    ValueRangeError : a value below 0; names count and first place
    ParameterError : neither resistance nor conductance
    """
    if grounds_are not in ('resistance', 'conductance'):
        raise ParameterError('Grounds are given as resistance or conductance, not as {kind}.', kind=grounds_are)
    grounds = np.asarray(grounds, dtype=np.float64)
    check_range('grounds', np.where(np.isinf(grounds), 0.0, grounds), minimum=0)
    known = ~np.isnan(grounds)
    if grounds_are == 'resistance':
        with np.errstate(divide='ignore'):
            leak = np.where(known, 1.0 / np.where(known, grounds, 1.0), 0.0)
    else:
        leak = np.where(known, grounds, 0.0)
    return np.where(leak > 0, np.inf, 0.0) if direct else leak


def _conducting(conductance, regions):
    """Which cells are nodes, those included that are so for their region only."""
    inside = conductance.ravel() > 0
    for cells in merged_regions(regions, inside.size):
        inside[cells] = inside[cells].any()
    return inside


def _check_lie_on_nodes(source, leak, inside):
    if not (source != 0).any():
        raise EmptyInputError('There are no sources of current: every cell is nodata or 0.')
    if not (leak > 0).any():
        raise EmptyInputError('There are no grounds: every cell is nodata or, as conductance, 0.')
    if not ((source != 0) & inside).any():
        raise EmptyInputError('All {count} cells with sources lie on nodata of the resistance raster, where no current '
                              'flows. Move them or fill the gaps.', count=int((source != 0).sum()))
    if not ((leak > 0) & inside).any():
        raise EmptyInputError('All {count} cells with grounds lie on nodata of the resistance raster, where no current '
                              'flows. Move them or fill the gaps.', count=int((leak > 0).sum()))


def _on_raster(conductance, source, leak, policy, rules, engine, progress, cancelled):
    """The same by the solver for rasters, as one task; what cells of a region have goes to the first of them."""
    for cells in merged_regions(rules['regions'], source.size):
        totals = source[cells].sum(), leak[cells].sum()
        source[cells], leak[cells] = 0.0, 0.0
        source[cells.min()], leak[cells.min()] = totals
    source, leak, _, conflicts = settle_conflicts(source, leak, policy)
    shape = conductance.shape
    found, = run_tasks(engine, raster_task, [rules], {'conductance': conductance, 'currents': source.reshape(shape),
                                                      'grounds': leak.reshape(shape)}, progress, cancelled)
    driven = (np.nan_to_num(found.current).ravel() > 0) & (source > 0)
    return AdvancedCurrent(found.voltage, found.current, None, float(source[driven].sum()), conflicts, found.undriven)


def raster_task(task, conductance, currents, grounds, progress=silent, cancelled=never):
    """raster_advanced.raster_solve as a task of an engine, the rasters shared."""
    if not compiled_kernels_available():
        nodes = int((conductance > 0).sum())
        check_capacity(predicted_work(nodes, nodes * task['neighbours'] // 2, 1, task['memory'])[1], f'1 x {nodes}')
    return raster_solve(conductance, currents, grounds, progress=progress, cancelled=cancelled, **task)


def advanced_on_graph(graph: Graph, source, leak, policy='keepall', compatible=False, engine=None, memory=None,
                      progress=silent, cancelled=never) -> AdvancedCurrent:
    """Current and voltage in any network, see edge_list.graph_of_edges.

    Parameters
    ----------
    source : (graph.count,) ampere into each node
    leak : (graph.count,) conductance to ground, infinite for a direct one
    others as in advanced_current
    """
    source, leak, counted, conflicts = settle_conflicts(source, leak, policy, compatible)
    tasks, undriven = _driven_parts(graph, source, counted, compatible, memory)
    seconds, needed = predicted_work(graph.count, len(graph.u), 1, memory)
    check_capacity(needed, f'1 x {graph.count}', seconds, progress)
    shared = {'u': graph.u, 'v': graph.v, 'g': graph.g, 'component': graph.component, 'source': source, 'leak': leak}
    parts = run_tasks(engine, part_voltage, tasks, shared, part_of(progress, 0.05, 0.95), cancelled)
    voltage, driven = np.zeros(graph.count), np.zeros(graph.count)
    for nodes, found in parts:
        voltage[nodes], driven[nodes] = found, source[nodes]
    flow = graph.g * (voltage[graph.u] - voltage[graph.v])
    return AdvancedCurrent(graph.on_cells(voltage), graph.on_cells(throughput(graph, flow, voltage, leak)),
                           np.abs(flow), float(driven[driven > 0].sum()), conflicts, undriven)


def settle_conflicts(source, leak, policy, compatible=False):
    """Sources and grounds after the policy; see advanced_current.

    Returns
    -------
    ampere and conductance to ground per node, whether the ground counts when parts are judged, number of conflicts
    """
    if policy not in POLICIES:
        raise ParameterError('Sources at grounds: {policy} is none of {known}.', policy=policy,
                             known=', '.join(POLICIES))
    source, leak = np.array(source, dtype=np.float64), np.array(leak, dtype=np.float64)
    both = (source != 0) & (leak > 0)
    counted = leak > 0
    if policy in ('rmvsrc', 'rmvall'):
        source[both] = 0.0
    if policy == 'rmvgnd' or (policy == 'rmvall' and not compatible):
        counted &= ~both
        leak[both & (np.isinf(leak) | (not compatible))] = 0.0
    if compatible:
        dropped = np.isinf(leak) & (source > 0)
        leak[dropped], counted[dropped] = 0.0, False
    return source, leak, counted, int(both.sum())


def _driven_parts(graph, source, grounded, compatible, memory):
    """A task for each component in which current flows, and how many have sources but no way out."""
    parts = int(graph.component.max()) + 1
    total = np.bincount(graph.component, source, parts)
    size = np.bincount(graph.component, np.abs(source), parts)
    ground = np.bincount(graph.component, grounded, parts) > 0
    balanced = np.abs(total) <= BALANCED * size
    driven = (ground & ~balanced) if compatible else (size > 0) & (ground | balanced)
    return ([{'part': int(part), 'memory': memory} for part in np.flatnonzero(driven)],
            int(((size > 0) & ~driven).sum()))


def part_voltage(task, u, v, g, component, source, leak, progress=silent, cancelled=never):
    """Nodes of one component and their voltages."""
    network = part_of_graph(component, u, v, g, task['part'])
    return network.nodes, grounded_voltage(network, source[network.nodes], leak[network.nodes], task['memory'],
                                           progress, cancelled)


def grounded_voltage(network, source, leak, memory=None, progress=silent, cancelled=never) -> np.ndarray:
    """Volt at every node of a connected network; without any ground the lowest is 0.

    Parameters
    ----------
    source : (nodes,) ampere; they add up to 0 where there is no ground
    leak : (nodes,) conductance to ground, infinite where the node is held at 0 V
    """
    if not source[~np.isinf(leak)].any():
        return np.zeros(network.count)
    return solve(network, source[:, np.newaxis], leak, memory, progress, cancelled).potential[:, 0]


def throughput(network, flow, voltage, leak) -> np.ndarray:
    """What flows into or out of every node, whichever is more, through edges and finite grounds.

    Parameters
    ----------
    flow : (edges,) ampere from u to v
    voltage, leak : per node, see grounded_voltage
    """
    forward, backward = np.maximum(flow, 0.0), np.maximum(-flow, 0.0)
    drained = np.where(np.isinf(leak), 0.0, leak) * voltage
    out = (np.bincount(network.u, forward, network.count) + np.bincount(network.v, backward, network.count)
           + np.maximum(drained, 0.0))
    into = (np.bincount(network.v, forward, network.count) + np.bincount(network.u, backward, network.count)
            + np.maximum(-drained, 0.0))
    return np.maximum(out, into)
