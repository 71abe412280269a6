"""Rasters in blocks of rows, so that work cell by cell takes little memory whatever the size of the rasters.

A tool opens its inputs with ``rows_of``, walks over them with ``row_blocks`` and writes with the writers that
``job.raster_rows`` hands out (row_writer.py). The result is that of the whole arrays.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from osgeo import gdal

from ..core.checks import place, stop_if
from ..core.errors import EmptyInputError, ParameterError, ValueRangeError
from ..core.grid import Grid
from ..core.lookup import class_counts
from . import raster as rasters
from .array_files import SINGLE

CELLS = 1_000_000
ROWS = 256  # the side of the tiles written: a block that ended inside one would have it compressed twice
WHOLE = 20_000_000  # units are burned at once up to this many cells


class RowSource:
    """A raster of the run that is read in blocks of rows; made by ``rows_of``."""

    def __init__(self, layer, label, grid, band=1, limits=(None, None), is_classes=False, factor=1.0, dataset=None):
        self.layer, self.label, self.grid, self.band = layer, label, grid, band
        self.limits, self.is_classes, self.factor = limits, is_classes, factor
        self.known = False
        self._dataset = dataset or open_dataset(layer)
        # Asked for here, since blocks are read in a thread of their own.
        self._rules = rasters.band_rules(layer, band) if self._dataset is not None else None

    @property
    def threaded(self):
        """Whether blocks may be read in another thread; the providers of QGIS are not made for it."""
        return self._dataset is not None

    @property
    def single(self):
        """Whether float32 holds the values without loss."""
        return (self._rules is not None and self._rules.plain and self.factor == 1
                and self._dataset.GetRasterBand(self.band).DataType in SINGLE)

    def read(self, start, stop):
        """Values of the rows as float64 with NaN for nodata, or Classes.

        Raises
        ------
        ValueRangeError : names the count in the whole raster, the first cell and its value
        """
        if self.is_classes:
            return self._classes(start, stop)
        values = self._values(start, stop)
        low, high = np.fmin.reduce(values, axis=None), np.fmax.reduce(values, axis=None)
        self.known = self.known or not np.isnan(low)
        minimum, maximum = self.limits
        if (minimum is not None and low < minimum) or (maximum is not None and high > maximum):
            raise self._complaint()
        return values

    def _classes(self, start, stop):
        grid = self.grid.part(start, 0, (stop - start, self.grid.columns))
        numbers = self._numbers(start, stop) if self._rules is not None else None
        if numbers is not None and numbers.dtype.kind in 'iu' and self._rules.plain:
            valid = np.ones(numbers.shape, bool)
            for nodata in self._rules.nodata:
                valid &= numbers != nodata
            codes = numbers.astype(np.int64)
        else:
            values = self._values(start, stop)
            valid = ~np.isnan(values)
            codes = (rasters.as_classes(self.label, values, grid).codes if valid.any()
                     else np.zeros(values.shape, np.int64))
        self.known = self.known or bool(valid.any())
        return rasters.Classes(codes, valid, grid)

    def _numbers(self, start, stop):
        return self._dataset.GetRasterBand(self.band).ReadAsArray(0, start, self.grid.columns, stop - start)

    def _values(self, start, stop):
        values = (rasters.read_band(self.layer, self.band, (start, stop)) if self._rules is None
                  else rasters.known_values(self._numbers(start, stop), self._rules))
        return values if self.factor == 1 else values * self.factor

    def _outside(self, values):
        minimum, maximum = self.limits
        outside = np.zeros(values.shape, bool)
        with np.errstate(invalid='ignore'):
            if minimum is not None:
                outside |= values < minimum
            if maximum is not None:
                outside |= values > maximum
        return outside

    def _complaint(self):
        """The error of core.checks.check_range, counted over all rows."""
        minimum, maximum = self.limits
        count, first, value = 0, None, 0.0
        for start, stop in spans(self.grid):
            values = self._values(start, stop)
            outside = self._outside(values)
            count += int(outside.sum())
            if first is None and outside.any():
                row, column = (int(index) for index in np.argwhere(outside)[0])
                first, value = (row + start, column), values[row, column]
        return ValueRangeError(
            '{name}: {count} values lie outside {minimum} to {maximum}; the first is {value} at {place}. '
            'Correct the layer or mark these cells as nodata.', name=self.label, count=count,
            minimum='-∞' if minimum is None else f'{minimum:g}', maximum='∞' if maximum is None else f'{maximum:g}',
            value=f'{value:g}', place=place(first))

    def class_counts(self):
        """{code: cells} of a class raster."""
        counts = {}
        for start, stop in spans(self.grid):
            classes = self.read(start, stop)
            for code, count in class_counts(classes.codes, classes.valid).items():
                counts[code] = counts.get(code, 0) + count
        if not counts:
            raise self.nothing()
        return counts

    def nothing(self):
        return EmptyInputError('{name} holds no data: all {count} values are nodata. Choose another layer or check '
                               'its nodata value.', name=self.label, count=self.grid.rows * self.grid.columns)


def rows_of(job, name, minimum=None, maximum=None, classes=False, factor=1.0):
    """RowSource of a raster parameter on the grid of the run, or None where it is not given.

    Parameters
    ----------
    minimum, maximum : limits of the values, after the factor
    classes : whether the raster holds class codes
    factor : the values are multiplied by it

    Raises
    ------
    CrsError, GridMismatchError, EmptyInputError
    """
    layer = job.raster_layer(name)
    return None if layer is None else open_rows(job, layer, job.label(name), 1, (minimum, maximum), classes, factor)


def months_of(job, name, minimum=None, maximum=None):
    """Twelve RowSources of a parameter: twelve rasters in the order of the months, or one with twelve bands.

    Raises
    ------
    ParameterError : another number
    """
    found = bands_of(job, name, minimum, maximum)
    if found is not None and len(found) != 12:
        raise ParameterError('{name}: twelve monthly rasters, January first, or one raster with twelve bands are '
                             'needed; there are {count} bands.', name=job.label(name), count=len(found))
    return found


def layers_of(job, name, classes=False, minimum=None):
    """(names, RowSources) of the first band of every raster of a parameter that takes several."""
    layers = job.tool.parameterAsLayerList(job.parameters, name, job.context) if job.given(name) else []
    for position, layer in enumerate(layers):
        job.inputs[f'{name}_{position + 1}'] = layer.source()
    return [layer.name() for layer in layers], [
        open_rows(job, layer, job.label(name), limits=(minimum, None), classes=classes) for layer in layers]


def bands_of(job, name, minimum=None, maximum=None):
    """A RowSource per band of the rasters of a parameter that takes several, in their order; None without any."""
    if not job.given(name):
        return None
    layers = job.tool.parameterAsLayerList(job.parameters, name, job.context)
    for position, layer in enumerate(layers):
        job.inputs[f'{name}_{position + 1}'] = layer.source()
    found = []
    for layer in layers:
        dataset = open_dataset(layer)  # one for all bands, which share its memory
        found += [open_rows(job, layer, job.label(name), band, (minimum, maximum), dataset=dataset)
                  for band in range(1, layer.bandCount() + 1)]
    return found


def open_dataset(layer):
    """The GDAL dataset of a layer, None where it is none of GDAL's."""
    return gdal.Open(layer.source()) if layer.providerType() == 'gdal' else None


def open_rows(job, layer, label, band=1, limits=(None, None), classes=False, factor=1.0, dataset=None):
    label = f'{label} ({layer.name()})'
    grid = rasters.grid_of(layer, label)
    job.align(label, grid)
    return RowSource(layer, label, grid, band, limits, classes, factor, dataset)


@dataclass(frozen=True)
class Block:
    """Rows from ``start`` to ``stop`` of the run; ``grid`` is their own, ``values`` what the sources hold there."""

    start: int
    stop: int
    grid: Grid
    values: dict

    def __getitem__(self, name):
        return self.values[name]


def row_blocks(job, sources, start=0.0, end=1.0, text='', cells=CELLS):
    """Yields the Blocks of a run from north to south; reports progress and stops where the user cancels.

    Parameters
    ----------
    sources : dict name -> RowSource, a list of them, or None (an input that was not given)
    start, end : share of the progress bar
    text : what is said once, a literal template with {count} for the number of cells

    Raises
    ------
    EmptyInputError : a source without a single known value
    """
    flat = [each for source in sources.values() for each in (source if isinstance(source, list) else [source]) if each]
    grid = flat[0].grid
    job.progress(start, text, count=grid.rows * grid.columns)
    places = spans(grid, cells)
    for (top, bottom), values in zip(places, _ahead(sources, places, all(source.threaded for source in flat))):
        stop_if(job.cancelled)
        yield Block(top, bottom, grid.part(top, 0, (bottom - top, grid.columns)), values)
        job.progress(start + (end - start) * bottom / grid.rows)
    for source in flat:
        if not source.known:
            raise source.nothing()


def _ahead(sources, places, threaded):
    """What the sources hold in each block; the next one is read while the caller works on the last."""
    def read(place):
        return {name: _read(source, *place) for name, source in sources.items()}
    if not threaded:
        yield from map(read, places)
        return
    with ThreadPoolExecutor(1) as thread:
        coming = thread.submit(read, places[0])
        for place in [*places[1:], None]:
            values = coming.result()
            coming = thread.submit(read, place) if place else None
            yield values


def _read(source, top, bottom):
    if source is None:
        return None
    return [each.read(top, bottom) for each in source] if isinstance(source, list) else source.read(top, bottom)


def spans(grid, cells=CELLS):
    """(start, stop) of blocks of rows with about that many cells, whole tiles high."""
    rows = max(ROWS, cells // max(grid.columns, 1) // ROWS * ROWS)
    return [(start, min(start + rows, grid.rows)) for start in range(0, grid.rows, rows)]


class UnitRows:
    """Numbers of the units, 1 to n and 0 outside, in blocks of rows; the same as raster.rasterize on the whole grid."""

    def __init__(self, geometries, grid, whole=WHOLE):
        self.grid, self._geometries, self.number = grid, geometries, len(geometries)
        self._numbers = np.arange(1, len(geometries) + 1)
        self._boxes = [geometry.boundingBox() for geometry in geometries]
        self._small = {}
        self._cells, self.uncovered = None, []
        if grid.rows * grid.columns <= whole:
            self._cells, self.uncovered = rasters.rasterize(geometries, self._numbers, grid)
        else:
            self._place_small()

    def read(self, start, stop):
        """(rows, cols) integer array."""
        if self._cells is not None:
            return self._cells[start:stop]
        cells = self._burn(start, stop)
        for row in range(start, stop):
            for column, number in self._small.get(row, {}).items():
                cells[row - start, column] = number
        return cells

    def _burn(self, start, stop):
        part = self.grid.part(start, 0, (stop - start, self.grid.columns))
        _, south, _, north = part.extent
        near = [position for position, box in enumerate(self._boxes)
                if box.yMaximum() >= south and box.yMinimum() <= north]
        target = gdal.GetDriverByName('MEM').Create('', part.columns, part.rows, 1, gdal.GDT_Int32)
        rasters.burn(target, [self._geometries[position] for position in near], self._numbers[near], part)
        return target.GetRasterBand(1).ReadAsArray()

    def _place_small(self):
        """Units that cover no centre of a cell take the free cells they touch."""
        found = np.zeros(len(self._numbers) + 1, bool)
        for start, stop in spans(self.grid):
            found[np.unique(self.read(start, stop))] = True
        for position in np.flatnonzero(~found[1:]).tolist():
            rows, columns = rasters.touched(self._geometries[position], self.grid)
            if not len(rows):
                self.uncovered.append(position)
                continue
            first, last = int(rows.min()), int(rows.max()) + 1
            free = self.read(first, last)[rows - first, columns] == 0
            chosen = np.flatnonzero(free) if free.any() else [0]
            for row, column in zip(rows[chosen].tolist(), columns[chosen].tolist()):
                self._small.setdefault(row, {})[column] = position + 1
