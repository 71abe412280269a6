"""The current of one pair of sources in a network in which only these two are joined."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import never, part_of, silent, stop_if
from ..engine import compiled_kernels_available
from ..errors import ParameterError
from .advanced import grounded_voltage
from .graph import Graph, build_graph, part_of_graph
from .raster_solver import SMALL, focal_sums
from .solver import potentials
from .superposition import at_ends, branch_flow, run_tasks

UNCONNECTED = -1.0
# Chunks of pairs: more balance the workers better, fewer return less often.
CHUNKS = 8
MAPS_AT_ONCE = 16


@dataclass(frozen=True)
class PairCurrent:
    """One ampere from the second source to the first.

    Attributes
    ----------
    resistance : effective resistance in cell units, 0 on a common node, -1 where unconnected
    current : (rows, cols) ampere, NaN where no node
    voltage : (rows, cols) volt, 0 at the first source and on cells the pair does not reach, NaN where no node; None
        where only the current was asked for
    branches : (edges,) |ampere| through each edge of the graph, or None likewise
    """

    resistance: float
    current: np.ndarray
    voltage: np.ndarray | None
    branches: np.ndarray | None


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
    current, voltage, branches = np.zeros(graph.count), np.zeros(graph.count), np.zeros(len(graph.g))
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
            branches = np.abs(branch_flow(graph, voltage))
    return PairCurrent(resistance, graph.on_cells(current), graph.on_cells(voltage), branches)


def node_current(network, phi, start, end) -> np.ndarray:
    """Throughput of every node for the potentials of one pair."""
    current = at_ends(network, np.abs(branch_flow(network, phi)))
    current[[start, end]] += 0.5
    return current


def wanted_pairs(ids, pairs):
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


# Many pairs in one graph: the cells of the two sources are held at 0 V and 1 V.

def exact_pairs(conductance, focal, listed, options, zero_focal, keep, engine, memory, progress=silent,
                cancelled=never):
    """Pairs in which only the two sources are joined, a few at a time.

    The graph is built once: holding all cells of a source at one voltage joins them. Only where a source covers cells
    that do not conduct and neighbours average conductance does it get a graph per pair, since such cells then conduct
    while it is active.

    Parameters
    ----------
    focal : list of flat index arrays
    listed : (position, position) pairs
    options : of graph.build_graph
    keep : whether to return the maps of every pair

    Yields
    ------
    [(i, j, resistance)], summed current, largest current, [(i, j, PairCurrent)] of pairs that carry current
    """
    conducts = np.asarray(conductance).ravel() > 0
    apart = options['average'] == 'conductance' and any(not conducts[cells].all() for cells in focal)
    size = 1 if keep else max(1, -(-len(listed) // CHUNKS))
    tasks = [{'pairs': [(i, j, focal[i], focal[j]) for i, j in listed[start:start + size]], 'options': options,
              'memory': memory, 'zero_focal': zero_focal, 'keep': keep} for start in range(0, len(listed), size)]
    shared = {'conductance': np.asarray(conductance, dtype=np.float64)}
    if not apart:
        graph = build_graph(conductance, **options)
        shared.update(node=graph.node, u=graph.u, v=graph.v, g=graph.g, component=graph.component)
    # Maps to hand on come back a few at a time, not all at once.
    step = MAPS_AT_ONCE if keep else max(1, len(tasks))
    for start in range(0, len(tasks), step):
        inner = part_of(progress, start / len(tasks), min(1.0, (start + step) / len(tasks)))
        yield from run_tasks(engine, exact_currents, tasks[start:start + step], shared, inner, cancelled)


def exact_currents(task, conductance, node=None, u=None, v=None, g=None, component=None, progress=silent,
                   cancelled=never):
    """Resistances, summed and largest currents of a few pairs; see exact_pairs."""
    graph = None if node is None else Graph(node, len(component), u, v, g, component)
    # Maps of voltage come from the graph only.
    by_cells = not task['keep'] and compiled_kernels_available() and int((conductance > 0).sum()) > SMALL
    total = np.full(conductance.shape, np.nan)
    peak = total.copy()
    found, kept = [], []
    for number, (i, j, first, second) in enumerate(task['pairs']):
        stop_if(cancelled)
        if by_cells:
            solved = focal_sums(conductance, [first, second], memory=task['memory'], cancelled=cancelled,
                                **task['options'])
            pair = PairCurrent(float(solved.resistance[0, 1]), solved.current, None, None)
        elif graph is None:
            pair = pair_current(conductance, first, second, memory=task['memory'], **task['options'])
        else:
            pair = held_pair(graph, first, second, task['memory'])
        if task['zero_focal']:
            pair.current.ravel()[np.concatenate([first, second])] *= 0.0
        found.append((i, j, pair.resistance))
        if task['keep'] and pair.resistance > 0:
            kept.append((i, j, pair))
        total = np.where(np.isnan(total), pair.current, total + np.nan_to_num(pair.current))
        peak = np.fmax(peak, pair.current)
        progress((number + 1) / len(task['pairs']))
    return found, total, peak, kept


def held_pair(graph: Graph, first, second, memory=None) -> PairCurrent:
    """The same as pair_current, in a graph in which neither source is joined."""
    low, high = graph.nodes_of(first), graph.nodes_of(second)
    voltage, resistance = np.zeros(graph.count), UNCONNECTED
    if len(low) and len(high):
        if np.isin(low, high).any():
            resistance = 0.0
        else:
            conducted = _hold(graph, low, high, voltage, memory)
            resistance = 1.0 / conducted if conducted > 0 else UNCONNECTED
    voltage *= max(resistance, 0.0)
    branches = np.abs(branch_flow(graph, voltage))
    through = graph.on_cells(at_ends(graph, branches))
    for cells in (first, second) if resistance > 0 else ():
        # The whole source is one node, which carries the full ampere; so are regions that it touches.
        through.ravel()[cells] = 1.0
    if resistance > 0:
        through[np.isin(graph.node, np.concatenate([low, high]))] = 1.0
    on_cells = graph.on_cells(voltage)
    for cells, value in ((first, 0.0), (second, resistance)) if resistance > 0 else ():
        on_cells.ravel()[cells] = value
    return PairCurrent(resistance, through, on_cells, branches)


def _hold(graph, low, high, voltage, memory):
    """Fills in the voltages between nodes at 0 V and nodes at 1 V; returns the ampere that flow."""
    parts = graph.component
    both = np.intersect1d(parts[low], parts[high])
    # What hangs on the upper source alone has its voltage throughout.
    voltage[np.isin(parts, np.setdiff1d(parts[high], both))] = 1.0
    voltage[high] = 1.0
    conducted = 0.0
    for label in both:
        network = part_of_graph(parts, graph.u, graph.v, graph.g, label)
        held = np.zeros(network.count)
        held[np.isin(network.nodes, high)] = 1.0
        leak = np.where((held > 0) | np.isin(network.nodes, low), np.inf, 0.0)
        # Conductors from nodes at 1 V feed their free ends.
        feed = (np.bincount(network.v, network.g * held[network.u], network.count)
                + np.bincount(network.u, network.g * held[network.v], network.count))
        found = grounded_voltage(network, np.where(leak > 0, 0.0, feed), leak, memory) + held
        flow = branch_flow(network, found)
        conducted += float((flow * (held[network.u] - held[network.v])).sum())
        voltage[network.nodes] = found
    return conducted
