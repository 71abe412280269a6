"""Cumulative resistance of layers that need not fit into memory: files, temporary files, files."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
from qgis.core import QgsProcessingUtils

from ..core.checks import part_of
from ..core.engine import choose_engine
from ..core.network.cost_disk import (
    WARM_UP,
    WARM_UP_SINGLE,
    belongs_on_disk,
    check_disk,
    cumulative_resistance_on_disk,
)
from ..core.network.source_cells import check_sources_have_cells
from ..i18n import tr
from .array_files import burn_sources, copy_band, is_single, write_codes, write_floats
from .sources import source_shapes, warn_of_sources

SECONDS_PER_CELL = 1.6e-6  # without compiled kernels; starting a worker pays from a million cells on


def goes_by_files(layer, storage):
    """Whether a resistance layer is worked from files: by the user's choice 'memory' or 'disk', or where it is large.

    Layers that are no files of their own (web services, databases) always go through memory.
    """
    if layer.providerType() != 'gdal' or storage == 'memory':
        return False
    return storage == 'disk' or belongs_on_disk(layer.width() * layer.height())


def cumulative_resistance_by_files(job, layer):
    """Parameters and outputs of the tool cumulativeresistance, without any raster in memory."""
    name = job.label('RESISTANCE')
    grid = job.grid(layer, name)
    sources, label = source_shapes(job, 'SOURCES', 'SOURCE_ID', grid)
    cells = grid.rows * grid.columns
    engine = choose_engine(1, cells * SECONDS_PER_CELL, compiled=True)  # on this machine, where the files are
    with engine, tempfile.TemporaryDirectory(prefix='ecorestore-', dir=QgsProcessingUtils.tempFolder()) as folder:
        check_disk(folder, cells)
        engine.start(WARM_UP_SINGLE if is_single(layer) else WARM_UP)
        job.progress(0.0, 'The raster is worked tile by tile in temporary files in {folder}', folder=folder)
        resistance, numbers = Path(folder) / 'resistance.npy', Path(folder) / 'sources.npy'
        copy_band(layer, f'{name} ({layer.name()})', resistance, grid, part_of(job.progress, 0.0, 0.15), job.cancelled)
        present, unknown = burn_sources(sources.geometries, np.load(resistance, mmap_mode='r'), numbers, grid,
                                        part_of(job.progress, 0.15, 0.2), job.cancelled)
        warn_of_sources(job, label, sources, grid, unknown)
        check_sources_have_cells(dict(enumerate(sources.ids, start=1)), present)
        found = cumulative_resistance_on_disk(
            resistance, numbers, folder, grid, job.number('MAXIMUM'), int(job.choice('NEIGHBOURS')), engine,
            part_of(job.progress, 0.2, 0.7), job.cancelled)
        _write(job, found, sources.raster_ids(), grid)


def _write(job, found, ids, grid):
    array = np.load(found['cost'], mmap_mode='r')
    writer = job.raster_rows('COST', grid, description=tr('Cumulative resistance'), style='mcr')
    write_floats(writer, array, grid, part_of(job.progress, 0.7, 0.9), job.cancelled)
    array = np.load(found['allocation'], mmap_mode='r')
    part = job.raster_part('ALLOCATION', 'allocation')
    if part is not None:
        write_codes(part, array, [None, *ids], grid, tr('Allocation'), part_of(job.progress, 0.9, 0.95), job.cancelled)
    array = np.load(found['back_link'], mmap_mode='r')
    part = job.raster_part('BACK_LINK', 'classes')
    if part is not None:
        write_codes(part, array, range(9), grid, tr('Back link'), part_of(job.progress, 0.95, 1.0), job.cancelled)
