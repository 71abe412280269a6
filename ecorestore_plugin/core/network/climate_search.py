"""Ways along a climate gradient between cores: on a graph here, or on the raster in workers with compiled kernels."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np

from ..checks import never, part_of, silent, stop_if
from ..engine import check_capacity, compiled_kernels
from ..errors import CapacityError
from ..grid import Grid
from .corridors import normalised_least_cost_corridor
from .cost_distance import STEPS, CostGraph, cost_distance, step_length, trace_path, vanished
from .surfaces import ROUNDING

STEP_BYTES, NODE_BYTES, SEARCH_SECONDS = 40, 100, 7e-7
CELL_BYTES, CELL_SECONDS = 90, 3e-7


class GraphWays:
    """Searches on the graph, where the engine runs them: a search of scipy ends early only with its worker.

    Parameters
    ----------
    away, back : CostGraph of the steps, and of the same steps walked the other way
    labels : (nodes,) int, numbers of the cores
    """

    def __init__(self, away: CostGraph, back: CostGraph, labels, engine):
        self.away, self.back, self.labels, self.engine = away, back, labels, engine
        self.started: dict[int, np.ndarray] = {}
        self.ended: dict[int, np.ndarray] = {}

    def find(self, pairs, progress=silent, cancelled=never):
        """[(cost, rows, columns)] of the cheapest way of every pair; infinite and empty where there is none."""
        searched = np.unique(pairs)
        check_capacity(self.away.weights.size * STEP_BYTES + self.away.nodes * (NODE_BYTES + 12.0 * searched.size),
                       f'{searched.size} x {self.away.nodes}', searched.size * self.away.nodes * SEARCH_SECONDS,
                       progress)
        tasks = [(number, np.flatnonzero(self.labels == number), backwards) for number in searched.tolist()
                 for backwards in (False, True) if (pairs[:, int(backwards)] == number).any()]
        shared = {**self.away.arrays(), 'back_indptr': self.back.indptr, 'back_indices': self.back.indices,
                  'back_weights': self.back.weights}
        for (number, _, backwards), costs in zip(tasks, self.engine.map(gradient_costs, tasks, shared, progress,
                                                                        cancelled)):
            (self.ended if backwards else self.started)[number] = costs
        found = []
        for first, second in pairs.tolist():
            stop_if(cancelled)
            costs, members = self.started[first], np.flatnonzero(self.labels == second)
            end = members[np.argmin(costs[members])]
            nodes = trace_path(self.back, costs, end)[::-1] if np.isfinite(costs[end]) else np.zeros(0, np.int64)
            found.append((float(costs[end]), *self.back.place(nodes)))
        return found

    def mosaic(self, pairs, costs, cutoff, progress=silent, cancelled=never):
        """(rows, columns) smallest normalised corridor value of the pairs, NaN beyond the cutoff."""
        mosaic = np.full(self.away.nodes, np.inf)
        for done, ((first, second), cost) in enumerate(zip(pairs, costs)):
            stop_if(cancelled)
            progress(done / len(pairs))
            values = normalised_least_cost_corridor(self.started[first], self.ended[second], cost)
            np.minimum(mosaic, values, out=mosaic, where=values <= cutoff)
        return self.away.on_cells(np.where(np.isfinite(mosaic), mosaic, np.nan), np.nan)


def gradient_costs(task, shape, cells, indptr, indices, weights, back_indptr, back_indices, back_weights):
    """(nodes,) cost from one core along the steps, or to it; see ``GraphWays``."""
    _, seeds, backwards = task
    steps = (back_indptr, back_indices, back_weights) if backwards else (indptr, indices, weights)
    return cost_distance(CostGraph(shape, cells, *steps), seeds)


class RasterWays:
    """Searches in workers with compiled kernels; the same results, to the last digit. Used in a ``with`` statement.

    Parameters
    ----------
    resistance : (rows, columns) float, NaN where there is no resistance or no climate
    climate : (rows, columns) float
    sources : (rows, columns) int, numbers of the cores
    """

    def __init__(self, resistance, climate, sources, grid: Grid, falling, rising, engine):
        # Nodata wherever either is missing, and a frame of it.
        self.resistance = np.pad(np.asarray(resistance, dtype=float), 1, constant_values=np.nan)
        climate = np.pad(np.asarray(climate, dtype=float), 1, constant_values=np.nan)
        self.columns, self.grid, self.engine = self.resistance.shape[1], grid, engine
        self.labels = np.pad(sources, 1).reshape(-1)
        self.folder = tempfile.TemporaryDirectory(prefix='ecorestore-')
        self.shared = {
            'resistance': self.resistance.reshape(-1), 'climate': climate.reshape(-1), 'folder': self.folder.name,
            'offsets': np.array(STEPS) @ np.array([self.columns, 1]),
            'lengths': np.array([float(step_length(*step, grid)) for step in STEPS]),
            'falling': float(falling), 'rising': float(rising)}

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        self.folder.cleanup()

    def find(self, pairs, progress=silent, cancelled=never):
        """As ``GraphWays.find``."""
        starts = np.unique(pairs[:, 0]).tolist()
        cells = self.resistance.size
        check_capacity(CELL_BYTES * float(cells) * self.engine.workers, f'{len(starts)} x {cells}',
                       2 * len(starts) * cells * CELL_SECONDS / self.engine.workers, progress)
        tasks = [(number, self._members(number), [(other, self._members(other))
                                                  for other in pairs[pairs[:, 0] == number, 1].tolist()])
                 for number in starts]
        rows = self.engine.map(ways_from, tasks, self.shared, progress, cancelled)
        known = {(number, other): found for (number, _, _), partners in zip(tasks, rows)
                 for other, *found in partners}
        return [(cost, path // self.columns - 1, path % self.columns - 1)
                for cost, path in (known[first, second] for first, second in pairs.tolist())]

    def mosaic(self, pairs, costs, cutoff, progress=silent, cancelled=never):
        """As ``GraphWays.mosaic``."""
        tasks = [(self._members(number), [(first, cost) for (first, second), cost in zip(pairs, costs)
                                          if second == number], float(cutoff))
                 for number in sorted({second for _, second in pairs})]
        mosaic = np.full(self.resistance.size, np.inf)
        for cells, values in self.engine.map(corridors_to, tasks, self.shared, part_of(progress, 0.0, 0.9), cancelled):
            mosaic[cells] = np.minimum(mosaic[cells], values)
        return np.where(np.isfinite(mosaic), mosaic, np.nan).reshape(self.resistance.shape)[1:-1, 1:-1].copy()

    def _members(self, number):
        return np.flatnonzero(self.labels == number)


def has_kernels(task) -> bool:
    """Whether there are compiled kernels here."""
    return compiled_kernels('.climate_compiled', __package__) is not None


def ways_from(task, resistance, climate, folder, offsets, lengths, falling, rising):
    """[(partner, cost, cells of the path)] from one core; leaves its costs in the folder."""
    number, seeds, partners = task
    kernels = _kernels()
    costs = kernels.search_gradient(resistance, climate, seeds, offsets, lengths, falling, rising, False, np.inf)
    np.save(Path(folder) / f'{number}.npy', costs)
    found = []
    for other, members in partners:
        end = members[np.argmin(costs[members])]
        path = np.zeros(0, np.int64)
        if np.isfinite(costs[end]):
            path = kernels.trace_gradient(resistance, climate, costs, end, offsets, lengths, falling, rising)
            if not path.size:
                raise vanished()
        found.append((other, float(costs[end]), path))
    return found


def corridors_to(task, resistance, climate, folder, offsets, lengths, falling, rising):
    """Cells of the corridors that end in one core, and the smallest values there."""
    seeds, starts, cutoff = task
    kernels = _kernels()
    limit = (max(cost for _, cost in starts) + cutoff) * ROUNDING
    ended = kernels.search_gradient(resistance, climate, seeds, offsets, lengths, falling, rising, True, limit)
    reached = np.flatnonzero(np.isfinite(ended))
    best = np.full(reached.size, np.inf)
    for number, cost in starts:
        started = np.load(Path(folder) / f'{number}.npy', mmap_mode='r')[reached]
        values = normalised_least_cost_corridor(started, ended[reached], cost)
        np.minimum(best, values, out=best, where=values <= cutoff)
    inside = np.isfinite(best)
    return reached[inside], best[inside]


def _kernels():
    kernels = compiled_kernels('.climate_compiled', __package__)
    if kernels is None:
        # Only a task whose worker has died, nearly always for lack of memory, runs where there are none.
        raise CapacityError('The search ran out of memory. Use coarser cells, clip the layers to the study area, or '
                            'close other programs.')
    return kernels
