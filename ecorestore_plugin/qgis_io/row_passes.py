"""Rasters before the pass that writes: samples, percentiles, a whole elevation model; and rows with those beside."""

from __future__ import annotations

import numpy as np

from ..core.checks import stop_if
from ..core.quantiles import percentiles_of_blocks
from ..core.terrain import gradient, slope
from ..core.vegetation import check_end_members
from ..core.window import window_cells, window_mean
from ..i18n import tr
from .row_blocks import row_blocks, spans

SAMPLE = 4_000_000
COVER_PERCENTILES = 5.0, 95.0


def sample_of(job, sources, cells=SAMPLE):
    """What the sources hold in evenly spread rows, all rows of rasters of no more than that many cells.

    Parameters
    ----------
    sources : list of RowSources

    Returns
    -------
    list of (rows, cols) float arrays
    """
    grid = sources[0].grid
    places = spans(grid)
    step = -(-grid.rows * grid.columns // cells)
    found = []
    for start, stop in places[::max(1, min(step, len(places) // 8))]:
        stop_if(job.cancelled)
        rows = slice(-start % step, None, step)
        found.append([source.read(start, stop)[rows] for source in sources])
    return [np.concatenate(parts) for parts in zip(*found)]


def ndvi_end_members(job, source, low=None, high=None):
    """NDVI of bare soil and of full cover: given, or the percentiles of the scene; the log names them.

    Raises
    ------
    EmptyInputError, ParameterError, ValueRangeError
    """
    if low is None or high is None:
        def blocks():
            for start, stop in spans(source.grid):
                stop_if(job.cancelled)
                yield source.read(start, stop)
        own = percentiles_of_blocks(blocks, COVER_PERCENTILES)
        if own[0] is None:
            raise source.nothing()
        check_end_members(*own)
        low, high = own[0] if low is None else low, own[1] if high is None else high
    job.say(tr('Vegetation cover runs from NDVI {soil} (bare soil) to {full} (full cover).', soil=f'{low:.3f}',
               full=f'{high:.3f}'))
    return low, high


def whole_raster(job, source, text, start=0.0, end=1.0):
    """All values of a RowSource as one array, float32 where that holds them without loss.

    Raises
    ------
    EmptyInputError
    """
    array = np.empty(source.grid.shape, np.float32 if source.single else np.float64)
    for block in row_blocks(job, {'values': source}, start, end, text):
        array[block.start:block.stop] = block['values']
    return array


class NeighbourRows:
    """What is worked out from a RowSource with the rows beside a block, to be read as one.

    Parameters
    ----------
    source : RowSource
    margin : rows beside a block that matter
    work : turns what the source holds in some rows into an array or a tuple of arrays of the same rows
    """

    def __init__(self, source, margin, work):
        self.source, self.grid = source, source.grid
        self._margin, self._work = margin, work

    @property
    def threaded(self):
        return self.source.threaded

    @property
    def known(self):
        return self.source.known

    def nothing(self):
        return self.source.nothing()

    def read(self, start, stop):
        """The rows of what is worked out, as of the whole raster."""
        top, bottom = max(start - self._margin, 0), min(stop + self._margin, self.grid.rows)
        found = self._work(self.source.read(top, bottom))
        own = slice(start - top, stop - top)
        return tuple(part[own] for part in found) if isinstance(found, tuple) else found[own]


def gradient_rows(elevation):
    """Rise of an elevation model towards east and north, metres per metre, as NeighbourRows."""
    grid = elevation.grid
    return NeighbourRows(elevation, 1, lambda heights: gradient(heights, grid.cell_width, grid.cell_height))


def slope_rows(elevation):
    """Slope of an elevation model in degrees, as NeighbourRows."""
    grid = elevation.grid
    return NeighbourRows(elevation, 1, lambda heights: slope(heights, grid.cell_width, grid.cell_height))


def share_rows(cover, codes, window):
    """Share of some classes in a square window (metres) around each cell, 0 to 1, as NeighbourRows."""
    grid = cover.grid
    size = window_cells(window, grid.cell_width, grid.cell_height)

    def share(classes):
        return window_mean(np.isin(classes.codes, codes), classes.valid, size)
    return NeighbourRows(cover, size[0] // 2, share)
