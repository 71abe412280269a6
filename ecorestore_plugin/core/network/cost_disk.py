"""Cumulative resistance from files to files, in a worker; also the way there for rasters in memory."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np

from ..checks import check_share, never, part_of, silent
from ..engine import LocalEngine, check_capacity, compiled_kernels
from ..engine.kernels import task_threads
from ..grid import Grid, check_same_shape
from .cost_distance import CumulativeResistance, check_neighbours, cumulative_resistance
from .cost_tiles import fill_cumulative_resistance

RESULTS = {'cost': np.float64, 'allocation': np.int32, 'back_link': np.uint8}
GRAPH_BYTES = 280  # per cell of a search with scipy


def cumulative_resistance_on_disk(resistance, sources, folder, grid: Grid, maximum=None, neighbours=8, engine=None,
                                  progress=silent, cancelled=never) -> dict[str, Path]:
    """Minimum cumulative resistance of rasters that need not fit into memory.

    With compiled kernels the rasters are worked tile by tile where they lie; without them a raster has to fit into
    memory. The results are the same.

    Parameters
    ----------
    resistance : path of an .npy file, (rows, columns) float32 or float64, above 0; NaN cannot be crossed
    sources : path of an .npy file, (rows, columns) int32, 0 where there is no source
    folder : receives cost.npy, allocation.npy and back_link.npy, as the parts of ``CumulativeResistance``
    maximum, neighbours : as in ``cumulative_resistance``
    engine : a worker on this machine when None

    Returns
    -------
    part -> path

    Raises
    ------
    as ``cumulative_resistance``, and
    CapacityError : without compiled kernels, when the raster does not fit into memory
    """
    if maximum is not None:
        check_share('maximum', maximum, 0, np.inf)
    check_neighbours(neighbours)
    rasters = {'resistance': np.load(resistance, mmap_mode='r'), 'sources': np.load(sources, mmap_mode='r')}
    check_same_shape(**rasters)
    progress(0.1, 'Cumulative resistance of {cells} cells from all sources', cells=rasters['resistance'].size)
    files = {'resistance': str(resistance), 'sources': str(sources), 'folder': str(folder)}
    (engine or LocalEngine(1)).map(fill_folder, [files], {'grid': grid, 'maximum': maximum, 'neighbours': neighbours},
                                   part_of(progress, 0.1, 0.9), cancelled)
    return {name: Path(folder) / f'{name}.npy' for name in RESULTS}


def fill_folder(task, grid, maximum, neighbours, side=None, cancelled=never) -> None:
    """Computes one surface from files to files; runs in a worker.

    Parameters
    ----------
    task : paths of 'resistance', 'sources' and 'folder'
    side : of a tile in cells, see ``fill_cumulative_resistance``
    """
    resistance, sources = (np.load(task[name], mmap_mode='r') for name in ('resistance', 'sources'))
    kernels = compiled_kernels('.cost_compiled', __package__)
    if kernels is None:
        check_capacity(resistance.size * GRAPH_BYTES, f'{resistance.shape[1]} x {resistance.shape[0]}')
        found = cumulative_resistance(resistance, sources, grid, maximum, neighbours, cancelled=cancelled)
        for name, dtype in RESULTS.items():
            np.save(Path(task['folder']) / f'{name}.npy', getattr(found, name).astype(dtype, copy=False))
        return
    parts = {name: np.lib.format.open_memmap(Path(task['folder']) / f'{name}.npy', 'w+', dtype, resistance.shape)
             for name, dtype in RESULTS.items()}
    fill_cumulative_resistance(kernels, resistance, sources, **parts, grid=grid, neighbours=neighbours,
                               maximum=np.inf if maximum is None else maximum, side=side, threads=task_threads(),
                               cancelled=cancelled)


def by_worker(resistance, sources, grid: Grid, maximum, neighbours, engine, progress, cancelled):
    """The CumulativeResistance of rasters in memory, searched by a worker of ``engine``."""
    with tempfile.TemporaryDirectory(prefix='ecorestore-') as name:
        folder = Path(name)
        resistance = np.asarray(resistance)
        if resistance.dtype != np.float32:
            resistance = resistance.astype(np.float64, copy=False)
        np.save(folder / 'resistance.npy', resistance)
        np.save(folder / 'sources.npy', np.asarray(sources, dtype=np.int32))
        paths = cumulative_resistance_on_disk(folder / 'resistance.npy', folder / 'sources.npy', folder, grid, maximum,
                                              neighbours, engine, progress, cancelled)
        return CumulativeResistance(**{part: np.load(path) for part, path in paths.items()})
