"""Rasters written in blocks of rows."""

from __future__ import annotations

import math
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from osgeo import gdal

from ..core.errors import OutputError
from . import raster as rasters


class RowWriter:
    """A GeoTIFF that grows in blocks of rows; made by ``job.raster_rows``. Without a path nothing is written.

    ``bands`` are the descriptions of several bands; one band without them. It holds floats, or with ``codes`` the
    integers 1 to that many.
    """

    def __init__(self, path, grid, unit='', description='', bands=(), codes=None):
        self.path, self._dataset = path, None
        self._kind, self._nodata = ((np.float32, rasters.NODATA) if codes is None
                                    else rasters.integer_kind(0, codes))
        self._thread, self._waiting = None, None
        # Per band: count, sum, sum of squares, lowest, highest.
        self._moments = [[0, 0.0, 0.0, math.inf, -math.inf] for _ in bands or ('',)]
        if path is None:
            return
        with rasters.gdal_errors():
            self._dataset = rasters.create_geotiff(path, grid, self._kind, len(self._moments), description)
            for index in range(1, len(self._moments) + 1):
                band = self._dataset.GetRasterBand(index)
                band.SetNoDataValue(float(self._nodata))
                if unit:
                    band.SetUnitType(unit)
                if bands:
                    band.SetDescription(bands[index - 1])

    def write(self, start, values):
        """Values of rows from ``start``, (rows, cols) or (bands, rows, cols); NaN, or the code 0, becomes nodata.

        They are compressed in a thread of their own, so the caller must not change them.
        """
        if self._dataset is None:
            return
        self._settle()
        self._thread = self._thread or ThreadPoolExecutor(1)
        self._waiting = self._thread.submit(self._store, start, np.asarray(values))

    def _settle(self):
        """Waits for the block before; raises what went wrong with it."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting.result()

    def _store(self, start, layers):
        gdal.ErrorReset()  # the state of errors is the thread's own
        try:
            for index, layer in enumerate(layers[np.newaxis] if layers.ndim == 2 else layers, start=1):
                known = np.isfinite(layer)
                if np.dtype(self._kind).kind != 'f':
                    known &= layer > 0
                stored = np.where(known, layer, self._nodata).astype(self._kind)
                self._dataset.GetRasterBand(index).WriteArray(stored, 0, start)
                self._remember(self._moments[index - 1], stored if known.all() else stored[known])
            self._dataset.FlushCache()
        except RuntimeError as error:
            raise _unwritten(error) from error
        if gdal.GetLastErrorType() >= gdal.CE_Failure:
            raise _unwritten(gdal.GetLastErrorMsg())

    @staticmethod
    def _remember(moments, kept):
        if kept.size:
            moments[0] += kept.size
            moments[1] += float(kept.sum(dtype=float))
            moments[2] += float(np.square(kept, dtype=float).sum())
            moments[3], moments[4] = min(moments[3], float(kept.min())), max(moments[4], float(kept.max()))

    def close(self):
        """Statistics are those of what was written, so that nothing is read again."""
        if self._dataset is None:
            return
        self._settle()
        self._end_thread()
        with rasters.gdal_errors():
            for index, (count, total, squares, low, high) in enumerate(self._moments, start=1):
                if count:
                    spread = math.sqrt(max(squares / count - (total / count) ** 2, 0.0))
                    self._dataset.GetRasterBand(index).SetStatistics(low, high, total / count, spread)
            self._dataset.FlushCache()
        self._dataset = None

    def abandon(self):
        """Lets go of a file that will be removed."""
        self._end_thread()
        self._dataset = None

    def _end_thread(self):
        if self._thread is not None:
            self._thread.shutdown(wait=True)
            self._thread = None


def _unwritten(reason):
    return OutputError('Writing failed: {reason}. Check the free space and that the folder can be written.',
                       reason=str(reason))
