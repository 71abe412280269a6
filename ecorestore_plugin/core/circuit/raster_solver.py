"""Currents on rasters of any size: the raster itself is the network, no list of edges is made.

In a worker with numba a part is solved by multigrid on its cells; small parts, and all of them without numba, by the
solvers for networks. Both give the same currents to the tolerance of the iteration.
"""

from __future__ import annotations

import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from ..checks import never, part_of, silent, stop_if
from ..engine import check_capacity, compiled_kernels
from ..engine.kernels import task_threads
from ..errors import SolverError
from .checkpoint import PotentialStore, checkpoint_key
from .graph import build_graph, part_of_graph
from .grid_multigrid import LANES, Multigrid, circuit_of, grid_kernels
from .raster_parts import Part, parts_of, step_lengths
from .raster_sums import GridSums
from .solver import predicted_work, usable_memory
from .superposition import at_ends, node_potentials, summed_flow

# Below, a factorisation is quicker than multigrid.
SMALL = 50000
TOLERANCE = 1e-8
# Per cell, in double and in single precision: conductances with hierarchy and masks, and the vectors of a right-hand
# side; counted, and a tenth above what was measured.
GRID_BYTES, LANE_BYTES = {False: 80, True: 44}, {False: 42, True: 25}
GRID_SECONDS, SUM_SECONDS = 4e-7, 2e-9


@dataclass(frozen=True)
class FocalSums:
    """Currents summed over pairs.

    Attributes
    ----------
    resistance : (n, n) effective resistance in cell units, 0 on the diagonal and on a common node, -1 between
        unconnected sources and for pairs left out
    current : (rows, cols) sum over pairs of the current through each cell in ampere, NaN where no node
    maximum : (rows, cols) largest current of a single pair, or None where not asked for
    pairs : number of pairs that carried current
    residual : largest residual of a potential relative to its current
    iterations : most steps of conjugate gradients, 0 where all was solved directly
    resumed : how many potentials were there from an earlier run
    """

    resistance: np.ndarray
    current: np.ndarray
    maximum: np.ndarray | None
    pairs: int
    residual: float
    iterations: int
    resumed: int


def predicted_raster(cells, sources, compiled=True, threads=1, maximum=False, single=False) -> tuple:
    """(seconds, bytes) of focal_sums: with multigrid on the raster where ``compiled``, else on the list of edges."""
    if not compiled:
        return predicted_work(cells, 4 * cells, sources)
    seconds = GRID_SECONDS * cells * max(sources - 1, 1) / threads
    seconds += SUM_SECONDS * cells * sources ** 2 * (3 if maximum else 1) / threads
    lanes = LANES * threads if sources > 3 else 1
    return seconds, cells * (GRID_BYTES[single] + LANE_BYTES[single] * lanes + 8.0 * max(sources - 2, 0))


def focal_sums(conductance, focal, neighbours=8, average='resistance', cell=(1.0, 1.0), regions=(), wanted=None,
               maximum=False, zero_focal=False, folder=None, memory=None, tolerance=TOLERANCE, single=False,
               progress=silent, cancelled=never) -> FocalSums:
    """Effective resistances, cumulative and maximum current of all pairs of sources, one solve per source.

    Parameters
    ----------
    conductance : (rows, cols) float array, 0 where there is no node
    focal : flat cell indices per source; they are one node in every pair
    neighbours, average, cell : see graph.build_graph
    regions : flat index arrays of short-circuit regions
    wanted : (n, n) symmetric bool array of the pairs to run; all by default
    maximum : also the largest current of a pair
    zero_focal : the two sources of a pair count as 0 in its current
    folder : where potentials are kept so that a later call with the same input goes on; None to keep none
    memory : bytes that may be used; a good half of what is free by default
    tolerance : residual relative to the current at which multigrid on the raster stops
    single : multigrid in single precision, which takes little more than half the memory; the potentials are refined in
        double precision all the same, but over wide ranges of resistance the tolerance may be out of reach

    Raises
    ------
    CapacityError : the raster is too large for the memory there is; names both
    SolverError : neither the iteration nor a factorisation gives the potentials of a part
    """
    conductance = np.asarray(conductance)
    rules = {'neighbours': neighbours, 'average': average, 'cell': tuple(cell)}
    count = len(focal)
    parts = parts_of(conductance, neighbours, average, [*regions, *focal])
    node = parts.first_nodes(focal)
    label = np.where(node >= 0, parts.label.ravel()[node], 0)
    run = np.ones((count, count), bool) if wanted is None else np.array(wanted, dtype=bool)
    run &= (label[:, None] == label[None]) & (label > 0) & ~np.eye(count, dtype=bool)
    resistance = np.where(run, 0.0, -1.0)
    np.fill_diagonal(resistance, 0.0)
    run &= node[:, None] != node[None]
    groups = [[np.asarray(cells) for cells in each] for each in (focal, regions)]
    store = None if folder is None else PotentialStore(str(folder), checkpoint_key(
        conductance, groups, rules, tolerance, single))
    numbers = np.unique(label[run.any(axis=1)])
    options = {'rules': rules, 'maximum': maximum, 'zero_focal': zero_focal, 'store': store, 'memory': memory,
               'tolerance': tolerance, 'single': single}
    residual, iterations, resumed = 0.0, 0, 0
    windows, solved = parts.windows(), []
    for position, number in enumerate(numbers):
        stop_if(cancelled)
        part = parts.part(number, windows[number - 1])
        index = np.flatnonzero(label == number)
        cells = part.cells(node[index], conductance.shape[1])
        sums = _sums_of(part, cells, run[np.ix_(index, index)], options, part_of(
            progress, position / len(numbers), (position + 1) / len(numbers)), cancelled)
        solved.append((part, sums))
        block = np.ix_(index, index)
        resistance[block] = np.where(run[block], sums.resistance, resistance[block])
        residual, iterations = max(residual, sums.residual), max(iterations, sums.iterations)
        resumed += sums.resumed
    # Large rasters leave no room for the result while they are being solved.
    current = np.where(parts.label > 0, 0.0, np.nan)
    largest = current.copy() if maximum else None
    for part, sums in solved:
        current[part.window][part.member] = sums.current[part.member]
        if largest is not None:
            largest[part.window][part.member] = sums.maximum[part.member]
    return FocalSums(resistance, current, largest, int(run.sum()) // 2, residual, iterations, resumed)


def _sums_of(part, cells, run, options, progress, cancelled):
    kernels = grid_kernels() if part.nodes > SMALL else None
    if kernels is not None:
        single = options['single']
        check_capacity(part.member.size * (GRID_BYTES[single] + LANE_BYTES[single]), f'{len(cells)} x {part.nodes}',
                       predicted_raster(part.nodes, len(cells))[0], progress)
        try:
            return _by_grid(kernels, part, cells, run, options, progress, cancelled)
        except SolverError:
            progress(0.05, 'The iteration on the raster stalled; the network is factorised instead, '
                           'which takes longer.')
    return _by_graph(part, cells, run, options, progress, cancelled)


def _by_grid(kernels, part, cells, run, options, progress, cancelled):
    nodes, place = np.unique(cells, return_inverse=True)
    with tempfile.TemporaryDirectory(prefix='ecorestore-') as spare:
        solved = GridPotentials(kernels, part, options, spare)
        planes = solved.against_first(nodes, part_of(progress, 0.05, 0.8), cancelled)
        solved.release()
        sums = GridSums(compiled_kernels('.current_compiled', __package__), solved.circuit,
                        [planes[index] for index in place], cells, part.member.shape, solved.threads)
        progress(0.8, 'Summing the currents of {pairs} pairs', pairs=int(run.sum()) // 2)
        current = sums.cumulative(run, options['zero_focal'], cancelled)
        peak = sums.maximum(run, options['zero_focal'], cancelled) if options['maximum'] else None
        found = FocalSums(sums.resistances(), current, peak, 0, solved.residual, solved.iterations, solved.resumed)
        del planes, sums  # they may be mapped files, which Windows would not let go
    return found


class GridPotentials:
    """Potentials of the sources of one part by multigrid on its cells.

    Attributes
    ----------
    circuit : conductances with rim
    residual, iterations, resumed : see FocalSums
    """

    def __init__(self, kernels, part: Part, options, spare):
        rules, self.single = options['rules'], options['single']
        self.threads, self.memory = task_threads(), usable_memory(options['memory'])
        self.circuit = circuit_of(kernels, part.conductance, part.member,
                                  step_lengths(rules['neighbours'], rules['cell']), rules['average'] == 'resistance',
                                  part.ties, threads=self.threads, dtype=np.float32 if self.single else np.float64)
        self.grid: Multigrid | None = None
        self.kernels, self.store, self.spare = kernels, options['store'], spare
        self.tolerance = options['tolerance']
        self.residual, self.iterations, self.resumed = 0.0, 0, 0
        self.width = part.member.shape[1]
        self.size = part.member.size

    def padded(self, cell):
        """Row and column in the grid with its rim."""
        return cell // self.width + 1, cell % self.width + 1

    def release(self):
        """Lets go of the hierarchy; the conductances stay."""
        self.grid = None

    def against_first(self, nodes, progress=silent, cancelled=never) -> list:
        """A plane of potentials per node, 1 A in and out at the first node, where it is 0 volt; None for the first."""
        planes = [None] * len(nodes)
        mapped = 8.0 * self.size * len(nodes) > 0.4 * self.memory
        key = f'grid_{int(nodes[0])}_'
        todo = []
        for index in range(1, len(nodes)):
            planes[index] = self._kept(f'{key}{int(nodes[index])}', mapped)
            if planes[index] is None:
                todo.append(index)
        self.resumed = len(nodes) - 1 - len(todo)
        if not todo:
            return planes
        self.grid = Multigrid(self.kernels, self.circuit, self.threads)
        batches = self._batches(todo)
        done = 0
        with ThreadPoolExecutor(self.threads) as pool:
            work = pool.map(lambda batch: self._batch(nodes, batch, key, mapped, cancelled), batches)
            for batch, found in zip(batches, work):
                done += len(batch)
                for index, plane in zip(batch, found):
                    planes[index] = plane
                progress(done / len(todo))
        return planes

    def _batches(self, todo):
        """Several right-hand sides at once where memory allows and there are enough."""
        fits = LANE_BYTES[self.single] * self.size * LANES * self.threads < self.memory
        lanes = LANES if fits and len(todo) >= 3 else 1
        return [todo[start:start + lanes] for start in range(0, len(todo), lanes)]

    def _batch(self, nodes, batch, key, mapped, cancelled):
        b = np.zeros((*self.circuit.shape, 1 if len(batch) == 1 else LANES), self.circuit.edges.dtype)
        for lane, index in enumerate(batch):
            b[self.padded(nodes[index])][lane] += 1.0
            b[self.padded(nodes[0])][lane] -= 1.0
        solved = self.grid.solve(b, self.tolerance, cancelled)
        self.residual = max(self.residual, solved.residual)
        self.iterations = max(self.iterations, solved.iterations)
        planes = []
        for lane, index in enumerate(batch):
            plane = np.ascontiguousarray(solved.x[:, :, lane])
            plane -= plane[self.padded(nodes[0])]
            planes.append(self._put(f'{key}{int(nodes[index])}', plane, mapped))
        return planes

    def _kept(self, number, mapped):
        return None if self.store is None else self.store.load(number, self.circuit.shape, mapped)

    def _put(self, number, plane, mapped):
        """The plane, in a file where memory is short or a run folder is given."""
        store = self.store or (PotentialStore(self.spare, 'spare') if mapped else None)
        if store is None:
            return plane
        path = store.save(number, plane)
        return np.load(path, mmap_mode='r', allow_pickle=False) if mapped else plane


def _by_graph(part, cells, run, options, progress, cancelled):
    """The same through the list of edges."""
    maximum, zero_focal = options['maximum'], options['zero_focal']
    graph = build_graph(np.where(part.member, part.conductance, 0.0), regions=part.ties, **options['rules'])
    ends = graph.node.ravel()[cells]
    network = part_of_graph(graph.component, graph.u, graph.v, graph.g, graph.component[ends[0]])
    nodes = np.searchsorted(network.nodes, ends)
    phi, quality = node_potentials(network, nodes, options['store'], options['memory'],
                                   part_of(progress, 0.05, 0.8), cancelled)
    at = phi[nodes]
    own = np.diag(at)
    resistance = own[:, None] + own[None] - at - at.T
    everyone = bool((run | (nodes[:, None] == nodes[None])).all())
    counts = run.sum(axis=1)
    current = at_ends(network, summed_flow(network, phi, None if everyone else run, cancelled))
    np.add.at(current, nodes, -0.5 * counts if zero_focal else 0.5 * counts)
    peak = np.zeros(network.count)
    for i, j in np.argwhere(np.triu(run)) if maximum else ():
        stop_if(cancelled)
        flow = at_ends(network, np.abs(network.g * (phi[network.u, i] - phi[network.v, i] - phi[network.u, j]
                                                    + phi[network.v, j])))
        flow[nodes[[i, j]]] = 0.0 if zero_focal else flow[nodes[[i, j]]] + 0.5
        np.maximum(peak, flow, out=peak)
    on = np.full((2, graph.count), np.nan)
    on[:, network.nodes] = current, peak
    return FocalSums(resistance, graph.on_cells(on[0]), graph.on_cells(on[1]) if maximum else None, 0, *quality)


def focal_task(task, conductance, progress=silent, cancelled=never) -> FocalSums:
    """``focal_sums`` as a task of an engine, the raster shared."""
    return focal_sums(conductance, progress=progress, cancelled=cancelled, **task)
