"""Currents by superposition: one potential per source and component, and every injection is a sum of them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..checks import never, part_of, silent, stop_if
from ..engine import InProcessEngine
from .checkpoint import PotentialStore, checkpoint_key
from .graph import Graph, Network, part_of_graph
from .solver import Injections, solve

STRIP = 1 << 21


@dataclass(frozen=True)
class Part:
    """A solved component.

    Attributes
    ----------
    network : the component
    sources : positions of its sources in the list of all ids
    nodes : (k,) node of each source in own numbers; two sources may share a node
    phi : (network.count, k) potentials for 1 A into each source and out at a common node
    residual, iterations, resumed : how good the potentials are, and how many were there from an earlier run
    """

    network: Network
    sources: np.ndarray
    nodes: np.ndarray
    phi: np.ndarray
    residual: float = 0.0
    iterations: int = 0
    resumed: int = 0

    @property
    def quality(self):
        return self.residual, self.iterations, self.resumed

    def resistances(self) -> np.ndarray:
        """(k, k) effective resistances, 0 on a common node."""
        at = self.phi[self.nodes]
        own = np.diag(at)
        found = own[:, None] + own[None] - at - at.T
        found[self.nodes[:, None] == self.nodes[None]] = 0.0
        return found

    def voltage(self, injection, zero) -> np.ndarray:
        """Volt at every node for ampere into each source that sum to 0; ``zero`` is the node of 0 V."""
        used = np.flatnonzero(injection)
        voltage = self.phi[:, used] @ np.asarray(injection, dtype=np.float64)[used]
        return voltage - voltage[zero]

    def injected(self, injection) -> np.ndarray:
        """Ampere into every node."""
        return np.bincount(self.nodes, injection, self.network.count)

    def current(self, injection, voltage) -> np.ndarray:
        """Throughput of every node."""
        flow = np.abs(branch_flow(self.network, voltage))
        return at_ends(self.network, flow) + 0.5 * np.abs(self.injected(injection))


def branch_flow(network, voltage) -> np.ndarray:
    """Ampere from u to v through every edge of a network or graph."""
    return network.g * (voltage[network.u] - voltage[network.v])


def at_ends(network, flow) -> np.ndarray:
    """Half of each edge's flow at both of its ends."""
    return 0.5 * (np.bincount(network.u, flow, network.count) + np.bincount(network.v, flow, network.count))


def nodes_of_sources(graph: Graph, focal) -> np.ndarray:
    """(n,) node of each source, that of its first cell where its cells are not one; -1 where no cell conducts."""
    node = graph.node.ravel()
    ends = np.full(len(focal), -1)
    for index, cells in enumerate(focal.values()):
        known = node[cells][node[cells] >= 0]
        ends[index] = known[0] if len(known) else -1
    return ends


def component_tasks(graph: Graph, ends, wanted) -> list[dict]:
    """One task per connected part that holds a pair to run.

    Parameters
    ----------
    ends : (n,) node of each source, -1 for none
    wanted : (n, n) bool

    Returns
    -------
    dicts of part, sources, nodes and run, the part of ``wanted`` among its sources
    """
    label = np.where(ends >= 0, graph.component[ends], -1)
    tasks = []
    for part in np.unique(label[label >= 0]):
        sources = np.flatnonzero(label == part)
        run = wanted[np.ix_(sources, sources)]
        # What takes part in no pair need not be solved.
        takes_part = run.any(axis=0) | run.any(axis=1)
        sources, run = sources[takes_part], run[np.ix_(takes_part, takes_part)]
        if run.any():
            tasks.append({'part': int(part), 'sources': sources, 'nodes': ends[sources], 'run': run})
    return tasks


def solve_part(task, u, v, g, component, progress=silent, cancelled=never) -> Part:
    """The potentials of the sources of one component.

    Parameters
    ----------
    task : one of component_tasks with ``memory`` (see solver.potentials) and ``folder``, where potentials are kept and
        found again, or None
    """
    network = part_of_graph(component, u, v, g, task['part'])
    nodes = np.searchsorted(network.nodes, task['nodes'])
    store = None
    if task['folder'] is not None:
        store = PotentialStore(str(task['folder']), checkpoint_key(network.u, network.v, network.g))
    phi, solved = node_potentials(network, nodes, store, task['memory'], part_of(progress, 0.3, 0.8), cancelled)
    return Part(network, task['sources'], nodes, phi, *solved)


def node_potentials(network: Network, nodes, store, memory=None, progress=silent, cancelled=never):
    """A column of potentials per source; those kept from an earlier run are not solved again.

    Parameters
    ----------
    nodes : (k,) node of each source; equal nodes are solved once
    store : checkpoint.PotentialStore, or None

    Returns
    -------
    (network.count, k) potentials for 1 A in at the source and out at a common node, (residual, iterations, resumed)
    """
    # The node with most neighbours is the cheapest to take out of the matrix.
    degree = np.bincount(network.u, minlength=network.count) + np.bincount(network.v, minlength=network.count)
    ground = int(nodes[np.argmax(degree[nodes])])
    distinct, place = np.unique(nodes, return_inverse=True)
    phi = np.zeros((network.count, len(distinct)))
    missing = []
    for column, node in enumerate(distinct.tolist()):
        kept = None
        if store is not None and node != ground:
            kept = store.load(f'graph_{ground}_{node}', (network.count,))
        if kept is not None:
            phi[:, column] = kept
        elif node != ground:
            missing.append(column)
    resumed = len(distinct) - 1 - len(missing)
    if not missing:
        return phi[:, place], (0.0, 0, resumed)

    def keep(column, values):
        store.save(f'graph_{ground}_{int(distinct[missing[column]])}', values)
    held = np.zeros(network.count)
    held[ground] = math.inf
    found = solve(network, Injections(distinct[missing], network.count), held, memory, progress, cancelled,
                  None if store is None else keep)
    phi[:, missing] = found.potential
    return phi[:, place], (found.residual, found.iterations, resumed)


def solution_quality(parts) -> tuple:
    """(worst residual, most iterations, all resumed) of the components."""
    worst = np.array(parts, dtype=float).reshape(-1, 3)
    return (float(worst[:, 0].max(initial=0.0)), int(worst[:, 1].max(initial=0)), int(worst[:, 2].sum()))


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
