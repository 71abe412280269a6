"""Cumulative resistance from files to files, in a worker."""

from __future__ import annotations

import os
import shutil
from contextlib import nullcontext
from pathlib import Path

import numpy as np

from ..checks import check_share, never, silent
from ..engine import LocalEngine, available_memory, compiled_kernels
from ..engine.kernels import task_threads
from ..engine.local import usable_cores
from ..engine.memory import readable_bytes
from ..errors import CapacityError
from ..grid import Grid, check_same_shape
from . import cost_waves
from .cost_tiles import fill_cumulative_resistance, start_costs
from .steps import check_neighbours

RESULTS = ('cost', 'allocation', 'back_link')
REACHED, BEGUN = 0, 1  # places in share.npy
# For LocalEngine.start, by what the resistance comes in.
WARM_UP, WARM_UP_SINGLE = (__name__, 'warm_up'), (__name__, 'warm_up_single')
MEMORY_BYTES = 85  # per cell where all rasters are held in memory, here and in the worker
MOST = 0.5  # of the free memory, beyond which rasters stay in files
DISK_BYTES = 25  # per cell of temporary files, at most: 17 where single precision and two bytes hold the input


def belongs_on_disk(cells, available=None) -> bool:
    """Whether a raster of so many cells is better worked from files than held in memory."""
    free = available_memory() if available is None else available
    return free is not None and cells * MEMORY_BYTES > MOST * free


def check_disk(folder, cells) -> None:
    """The temporary files of a raster of so many cells fit into a folder.

    Raises
    ------
    CapacityError : names what is needed and what is free
    """
    needed, free = cells * DISK_BYTES, shutil.disk_usage(folder).free
    if needed > free:
        raise CapacityError('Temporary files need about {needed} in {folder}, but only {available} are free there. '
                            'Free some space, or choose another temporary folder in the settings of QGIS.',
                            needed=readable_bytes(needed), folder=str(folder), available=readable_bytes(free))


def new_array(path, dtype, shape) -> np.ndarray:
    """An .npy file to be filled, whose space on the disk is taken at once: writing to it later cannot fail."""
    array = np.lib.format.open_memmap(path, 'w+', dtype, tuple(shape))
    if hasattr(os, 'posix_fallocate'):
        with open(path, 'r+b') as file:
            os.posix_fallocate(file.fileno(), 0, os.path.getsize(path))
    return array


def cumulative_resistance_on_disk(resistance, sources, folder, grid: Grid, maximum=None, neighbours=8, engine=None,
                                  progress=silent, cancelled=never) -> dict[str, Path]:
    """Minimum cumulative resistance of rasters that need not fit into memory.

    The rasters are worked tile by tile where they lie; the results are those of ``cumulative_resistance``.

    Parameters
    ----------
    resistance : path of an .npy file, (rows, columns) float32 or float64, above 0; NaN cannot be crossed
    sources : path of an .npy file, (rows, columns) int16 or int32, 0 where there is no source
    folder : receives cost.npy, allocation.npy (integers as of the sources) and back_link.npy, as the parts of
        ``CumulativeResistance``
    maximum, neighbours : as in ``cumulative_resistance``
    engine : a worker on this machine when None

    Returns
    -------
    part -> path

    Raises
    ------
    as ``cumulative_resistance``
    """
    if maximum is not None:
        check_share('maximum', maximum, 0, np.inf)
    check_neighbours(neighbours)
    rasters = {'resistance': np.load(resistance, mmap_mode='r'), 'sources': np.load(sources, mmap_mode='r')}
    shape = check_same_shape(**rasters)
    paths = {name: Path(folder) / f'{name}.npy' for name in RESULTS}
    for name, dtype in zip(RESULTS, (np.float64, rasters['sources'].dtype, np.uint8)):
        new_array(paths[name], dtype, shape)
    share = np.lib.format.open_memmap(Path(folder) / 'share.npy', 'w+', np.float64, (2,))
    progress(0.0, 'Cumulative resistance of {cells} cells from all sources', cells=rasters['resistance'].size)

    def asked():
        progress(float(share[REACHED]))
        return cancelled()

    with nullcontext(engine) if engine else LocalEngine(1) as running:
        running.start(WARM_UP_SINGLE if rasters['resistance'].dtype == np.float32 else WARM_UP)
        parts = {name: np.load(path, mmap_mode='r+') for name, path in paths.items()}
        # A core is left to the worker, which loads its kernels meanwhile.
        started = start_costs(**rasters, **parts, grid=grid, neighbours=neighbours, threads=max(1, usable_cores() - 1),
                              cancelled=cancelled)
        del parts
        files = {'resistance': str(resistance), 'sources': str(sources), 'folder': str(folder)}
        running.map(fill_folder, [files], {'grid': grid, 'maximum': maximum, 'neighbours': neighbours,
                                           'started': started}, progress, asked)
    return paths


def fill_folder(task, grid, maximum, neighbours, started, side=None, cancelled=never) -> None:
    """Computes one surface from files to files; runs in a worker.

    Parameters
    ----------
    task : paths of 'resistance', 'sources' and 'folder', which holds the files to fill
    started : what ``start_costs`` gave for these files
    side : of a tile in cells, see ``fill_cumulative_resistance``
    """
    resistance, sources = (np.load(task[name], mmap_mode='r') for name in ('resistance', 'sources'))
    parts = {name: np.load(Path(task['folder']) / f'{name}.npy', mmap_mode='r+') for name in RESULTS}
    share = np.load(Path(task['folder']) / 'share.npy', mmap_mode='r+')

    def progress(fraction, *_, **__):
        share[REACHED] = fraction

    if share[BEGUN]:  # by a worker that died over it
        started = None
    share[BEGUN] = 1
    kernels = compiled_kernels('.cost_compiled', __package__)
    fill_cumulative_resistance(kernels or cost_waves, resistance, sources, **parts, grid=grid, neighbours=neighbours,
                               maximum=np.inf if maximum is None else maximum, side=side, started=started,
                               threads=task_threads() if kernels else 1, progress=progress, cancelled=cancelled)


def warm_up() -> None:
    """Loads the compiled kernels, if there are any, while the data are still on their way to the worker."""
    load_kernels(compiled_kernels('.cost_compiled', __package__), np.float64)


def warm_up_single() -> None:
    """As ``warm_up``, for resistances in single precision."""
    load_kernels(compiled_kernels('.cost_compiled', __package__), np.float32)


def load_kernels(kernels, dtype) -> None:
    """Runs the kernels on two cells, since the first call is the one that loads them."""
    if kernels is not None:
        fill_cumulative_resistance(kernels, np.ones((1, 2), dtype), np.array([[1, 0]], np.int16), np.empty((1, 2)),
                                   np.empty((1, 2), np.int16), np.empty((1, 2), np.uint8),
                                   Grid((1, 2), (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)))
