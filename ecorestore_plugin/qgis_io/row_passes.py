"""What is known of rasters before the pass that writes: samples, percentiles, slopes, a whole elevation model."""

from __future__ import annotations

import numpy as np

from ..core.checks import stop_if
from ..core.quantiles import percentiles_of_blocks
from ..core.terrain import gradient
from ..core.vegetation import check_end_members
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


class GradientRows:
    """Rise of an elevation model towards east and north in blocks of rows, to be read as a RowSource.

    A block is worked out with the rows beside it, so that it is that of the whole raster.
    """

    def __init__(self, elevation):
        self.elevation, self.grid = elevation, elevation.grid

    @property
    def threaded(self):
        return self.elevation.threaded

    @property
    def known(self):
        return self.elevation.known

    def nothing(self):
        return self.elevation.nothing()

    def read(self, start, stop):
        """Two (rows, cols) float arrays, metres per metre, NaN where the elevation is unknown."""
        top, bottom = max(start - 1, 0), min(stop + 1, self.grid.rows)
        heights = self.elevation.read(top, bottom)
        own = slice(start - top, stop - top)
        return tuple(rise[own] for rise in gradient(heights, self.grid.cell_width, self.grid.cell_height))
