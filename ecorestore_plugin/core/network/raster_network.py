"""The network of sources in one worker with compiled kernels, whose threads share all they find."""

from __future__ import annotations

import tempfile
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path

import numpy as np

from ..checks import part_of, silent, stop_if
from ..engine import check_capacity, compiled_kernels
from ..engine.kernels import task_threads
from ..grid import Grid
from .adjacency import adjacent_pairs, euclidean_allocation
from .bounds import cost_bounds, zone_borders
from .cost_disk import load_kernels as load_cost_kernels
from .cost_tiles import fill_cumulative_resistance
from .linking import (
    CUTOFF_SHARE,
    NetworkRules,
    asks_straight,
    candidates_by,
    first_reach,
    link_up,
    network_of,
    pairs_to_search,
)
from .raster_search import RasterSearch, load_kernels
from .source_cells import compact, source_numbers

# Per cell, here and in the worker: rasters, two running searches, surfaces that still wait for a partner, results.
CELL_BYTES = 260
# Per cell of a search; how many searches come over a cell when sources are linked to their neighbours only.
CELL_SECONDS, TIMES_OVER = 1.5e-7, 5
SOURCE_SECONDS = 2e-3  # per source besides
BOARD = 'progress.npy'


class RasterWork:
    """A worker with a folder of rasters, for one piece of work after the other; used in a ``with`` statement.

    Parameters
    ----------
    engine : LocalEngine
    rasters : name -> array, written to the folder while the worker starts
    """

    def __init__(self, engine, progress=silent, cancelled=None, **rasters):
        self._single, self._rasters = engine.single(), rasters
        self._progress, self._cancelled = progress, cancelled
        self._folder = tempfile.TemporaryDirectory(prefix='ecorestore-')
        self._threads = ThreadPoolExecutor(2)
        self._share = np.zeros(1)

    def __enter__(self):
        self._single.__enter__()
        return self

    def __exit__(self, *problem):
        self._share = np.zeros(1)  # a mapped file cannot be removed everywhere
        self._single.__exit__(*problem)
        self._threads.shutdown()
        self._folder.cleanup()

    def start(self, beside=lambda: None):
        """Whether the worker has compiled kernels, and a function that waits for what ``beside()`` gives.

        ``beside`` runs here while the worker starts and goes to work.
        """
        self._single.start((__name__, 'warm_up'))
        written, other = self._threads.submit(self._write), self._threads.submit(beside)
        able, = self._single.map(has_kernels, [0], cancelled=self._cancelled)
        written.result()
        return able, other.result

    def run(self, function, shared, start=0.0, end=1.0):
        """The result of ``function(folder, **shared)``; the worker may write how far it is with ``progress_in``."""
        self._share = np.lib.format.open_memmap(Path(self._folder.name) / BOARD, 'w+', float, (1,))
        onward = part_of(self._progress, start, end)

        def asked():
            """The engine asks some twenty times a second whether to go on."""
            onward(float(self._share[0]))
            return self._cancelled()

        found, = self._single.map(function, [self._folder.name], shared, cancelled=asked)
        return found

    def load(self, name):
        """An array that a task has left in the folder."""
        return np.load(Path(self._folder.name) / f'{name}.npy')

    def _write(self):
        for name, values in self._rasters.items():
            np.save(Path(self._folder.name) / f'{name}.npy', values)


def progress_in(folder):
    """A progress callable for the worker's side of ``RasterWork.run``."""
    share = np.lib.format.open_memmap(Path(folder) / BOARD, 'r+')

    def show(fraction, text='', **values):
        share[0] = fraction
    return show


def raster_network(resistance, sources, grid: Grid, rules: NetworkRules, cutoff, percentile, euclidean, engine,
                   progress, cancelled):
    """As ``least_cost_network``, in a worker of a LocalEngine; None where it has no compiled kernels that suit."""
    numbers = source_numbers(sources)
    progress(0.02, 'Zones of least cost around {count} sources', count=numbers.size)
    with RasterWork(engine, progress, cancelled, resistance=resistance, sources=compact(sources)) as work:
        able, beside = work.start(lambda: _beside(sources, grid, rules))
        if not able:
            return None
        borders = work.run(zones_of_folder, {'grid': grid}, 0.02, 0.02)
        if borders is None:
            return None
        by_cost, straight = borders.pairs, beside()
        pairs = candidates_by(rules, numbers, by_cost, straight)
        pairs, distances, left_out = pairs_to_search(pairs, _joined(resistance, sources, pairs, borders), sources, grid,
                                                     rules, euclidean)
        bounds = cost_bounds(resistance, sources, pairs, borders, grid)
        stop_if(cancelled)
        everywhere = rules.adjacency == 'all' or rules.pairs is not None
        _announce(resistance.size, numbers.size, everywhere, progress)
        found = work.run(network_of_folder, {
            'grid': grid, 'rules': rules, 'cutoff': cutoff, 'percentile': percentile, 'pairs': pairs,
            'distances': distances, 'bounds': bounds}, 0.1, 0.98)
        if found is None:
            return None
        mosaic, cells = work.load('mosaic'), work.load('corridors')
    links, lost, sizes, cutoff = found
    corridors = np.split(np.stack(np.divmod(cells, grid.columns)), np.cumsum(sizes)[:-1], axis=1)
    progress(1.0)
    return network_of(links, map(tuple, corridors[:len(sizes)]), mosaic, cutoff, left_out + lost, rules, by_cost,
                      straight)


def _beside(sources, grid, rules):
    """What can be done while the worker starts: neighbours by straight distance, where the rules ask for them."""
    import_module('scipy.spatial')  # needed soon, and slow to load
    return adjacent_pairs(euclidean_allocation(sources, grid)) if asks_straight(rules) else None


def raster_corridors(resistance, sources, pairs, cutoff, grid: Grid, engine, progress, cancelled):
    """Corridors of given pairs of sources, in a worker of a LocalEngine; None where no compiled kernels suit.

    Parameters
    ----------
    pairs : (pairs, 2) int, smaller number first; a pair that comes twice counts twice in the median
    cutoff : how much more than the least-cost distance the corridor may cost; None for a tenth of the median distance

    Returns
    -------
    (first, second) -> (distance, flat cell indices, values), without the pairs that no path joins; the cutoff
    """
    pairs, times = np.unique(pairs, axis=0, return_counts=True)
    with RasterWork(engine, progress, cancelled, resistance=resistance, sources=compact(sources)) as work:
        if not work.start()[0]:
            return None
        borders = work.run(zones_of_folder, {'grid': grid}, 0.0, 0.0)
        if borders is None:
            return None
        joined = _joined(resistance, sources, pairs, borders)
        pairs, times = pairs[joined], times[joined]
        bounds = cost_bounds(resistance, sources, pairs, borders, grid)
        stop_if(cancelled)
        _announce(resistance.size, source_numbers(sources).size, False, progress)
        return work.run(corridors_of_folder, {'grid': grid, 'pairs': pairs, 'times': times, 'bounds': bounds,
                                              'cutoff': cutoff}, 0.1, 1.0)


def has_kernels(task):
    """Whether there are compiled kernels here."""
    return all(compiled_kernels(name, __package__) for name in ('.cost_compiled', '.corridor_compiled'))


def warm_up() -> None:
    """Loads the compiled kernels, if there are any, while the data are still on their way to the worker."""
    kernels = compiled_kernels('.cost_compiled', __package__)
    corridors = compiled_kernels('.corridor_compiled', __package__)
    if kernels is not None and corridors is not None:
        load_cost_kernels(kernels, np.float64)
        load_kernels(corridors, Grid((1, 4), (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)))


def zones_of_folder(task, grid):
    """The Borders of the zones of least cost, of rasters in a folder; None without compiled kernels.

    Leaves the cost to the nearest source there. A task whose worker has died runs in a process without kernels.
    """
    kernels = compiled_kernels('.cost_compiled', __package__)
    if kernels is None or not has_kernels(task):
        return None
    folder = Path(task)
    resistance, sources = (np.load(folder / f'{name}.npy', mmap_mode='r') for name in ('resistance', 'sources'))
    cost = np.lib.format.open_memmap(folder / 'nearest.npy', 'w+', float, grid.shape)
    allocation, back = np.empty(grid.shape, sources.dtype), np.empty(grid.shape, np.uint8)
    fill_cumulative_resistance(kernels, resistance, sources, cost, allocation, back, grid, threads=task_threads())
    return zone_borders(allocation, cost, back, resistance, grid)


def network_of_folder(task, grid, rules, cutoff, percentile, pairs, distances, bounds):
    """Links of rasters in a folder, pairs left out, sizes of the corridors and cutoff; None where no kernel suits.

    Leaves the mosaic there, and the cells of all corridors, one after the other, numbered in reading order.
    """
    raster = _search_in(task, grid)
    if raster is None or not raster.suits_buckets:
        return None
    reach = first_reach(bounds, rules.maximum_cost) if cutoff is None else cutoff
    links, lost, mosaic, corridors, cutoff = link_up(
        lambda reach, progress: raster.search(pairs, bounds, rules.maximum_cost, reach, progress),
        raster.ground, pairs, distances, reach, rules, cutoff, percentile, progress_in(task))
    np.save(Path(task) / 'mosaic.npy', mosaic.reshape(-1, raster.columns)[1:-1, 1:-1])
    np.save(Path(task) / 'corridors.npy', raster.plain(np.concatenate([np.zeros(0, np.int32), *corridors])))
    return links, lost, [cells.size for cells in corridors], cutoff


def corridors_of_folder(task, grid, pairs, times, bounds, cutoff):
    """See ``raster_corridors``; None where no kernel suits."""
    raster = _search_in(task, grid)
    if raster is None or not raster.suits_buckets:
        return None
    show, reach = progress_in(task), first_reach(bounds, None) if cutoff is None else cutoff
    found = raster.search(pairs, bounds, None, reach, part_of(show, 0.0, 0.8))
    if cutoff is None:
        distances = [found.distance(*pair) for pair in pairs.tolist()]
        cutoff = CUTOFF_SHARE * float(np.median(np.repeat(distances, times))) if distances else 0.0
        if cutoff > reach:
            found = raster.search(pairs, bounds, None, cutoff, part_of(show, 0.8, 1.0))
    corridors = {}
    for pair, (cells, values) in found.corridors.items():
        inside = values <= cutoff
        corridors[pair] = found.distances[pair], raster.plain(cells[inside]), values[inside]
    return corridors, cutoff


def _search_in(folder, grid):
    kernels = compiled_kernels('.corridor_compiled', __package__)
    if kernels is None:
        return None
    rasters = (np.load(Path(folder) / f'{name}.npy', mmap_mode='r') for name in ('resistance', 'sources', 'nearest'))
    return RasterSearch(kernels, *rasters, grid, task_threads())


def _joined(resistance, sources, pairs, borders):
    """(pairs,) bool, whether any path joins the two."""
    from scipy.ndimage import generate_binary_structure, label

    # Ways over borders, one after the other, join two sources too.
    lead: dict[int, int] = {}

    def group(number):
        while lead.setdefault(number, number) != number:
            lead[number] = number = lead[lead[number]]
        return number

    for first, second in borders.pairs.tolist():
        lead[group(first)] = group(second)
    joined = np.array([group(first) == group(second) for first, second in pairs.tolist()], dtype=bool)
    if joined.all():
        return joined
    parts = label(~np.isnan(resistance), generate_binary_structure(2, 2))[0]
    held = sources > 0
    touched: dict[int, set] = {}
    for number, part in np.unique(np.stack([sources[held], parts[held]], axis=1), axis=0).tolist():
        touched.setdefault(number, set()).add(part)
    return joined | np.array([bool(touched[first] & touched[second]) for first, second in pairs.tolist()], dtype=bool)


def _announce(cells, count, everywhere, progress=silent):
    """Says what the searches will take; refuses what cannot fit."""
    times = count if everywhere else min(count, TIMES_OVER)
    check_capacity(CELL_BYTES * float(cells), f'{count} x {cells}',
                   CELL_SECONDS * times * cells + SOURCE_SECONDS * count, progress)
    progress(0.1, 'Cost surfaces of {count} sources on {cells} cells', count=count, cells=cells)
