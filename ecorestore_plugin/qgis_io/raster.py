"""Rasters between QGIS layers, files and arrays."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr
from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

from ..core.errors import CrsError, EmptyInputError, GridMismatchError, OutputError, ValueRangeError
from ..core.grid import Grid

NODATA = -9999
CREATION = ['TILED=YES', 'COMPRESS=DEFLATE', 'BIGTIFF=IF_SAFER', 'NUM_THREADS=ALL_CPUS']
ROWS = 512  # of a raster at a time, where it need not be held whole
TYPES = {'u1': gdal.GDT_Byte, 'i2': gdal.GDT_Int16, 'u2': gdal.GDT_UInt16, 'i4': gdal.GDT_Int32,
         'f4': gdal.GDT_Float32, 'f8': gdal.GDT_Float64}


@dataclass(frozen=True)
class Classes:
    """Class codes of a raster: ``codes`` (rows, cols) integers, ``valid`` False where nodata."""

    codes: np.ndarray
    valid: np.ndarray
    grid: Grid


def same_crs(one, other):
    """Whether two CRS mean the same, whatever their names."""
    return one == other or (bool(one.toProj()) and one.toProj() == other.toProj())


def grid_of(layer, name, projected=True):
    """The grid of a raster layer.

    Raises
    ------
    CrsError : no CRS, or a geographic one where ``projected`` is asked for
    GridMismatchError : the raster is not north-up
    """
    crs = layer.crs()
    if not crs.isValid():
        raise CrsError('{name} has no coordinate reference system; assign the one it was made in.', name=name)
    if projected and crs.isGeographic():
        raise CrsError('{name} is in the geographic system {crs}, where distances and areas are not in metres; '
                       'reproject it to a projected system in metres.', name=name,
                       crs=crs.authid() or crs.description())
    extent = layer.extent()
    width = extent.width() / layer.width()
    height = extent.height() / layer.height()
    if layer.providerType() == 'gdal':
        dataset = gdal.Open(layer.source())
        if dataset is not None:
            transform = dataset.GetGeoTransform()
            if abs(transform[2]) > 1e-9 or abs(transform[4]) > 1e-9 or transform[5] > 0:
                raise GridMismatchError('{name} is rotated or upside down; warp it to a north-up grid with Align '
                                        'rasters.', name=name)
    return Grid((layer.height(), layer.width()),
                (extent.xMinimum(), width, 0.0, extent.yMaximum(), 0.0, -height), crs.toWkt())


def check_aligned(name, grid, reference_name, reference):
    """Both grids are one.

    Raises
    ------
    CrsError, GridMismatchError : names both layers and what differs
    """
    if not same_crs(QgsCoordinateReferenceSystem.fromWkt(grid.crs_wkt),
                    QgsCoordinateReferenceSystem.fromWkt(reference.crs_wkt)):
        raise CrsError('{name} and {other} are in different coordinate reference systems ({one} and {two}); bring '
                       'both onto one grid with Align rasters.', name=name, other=reference_name,
                       one=_crs_name(grid.crs_wkt), two=_crs_name(reference.crs_wkt))
    difference = reference.difference(grid)
    if difference:
        raise GridMismatchError(
            '{name} does not lie on the grid of {other}: the {difference} differs ({one} against {two}). Bring both '
            'onto one grid with Align rasters.', name=name, other=reference_name, difference=difference,
            one=_grid_words(grid, difference), two=_grid_words(reference, difference))


def _crs_name(wkt):
    crs = QgsCoordinateReferenceSystem.fromWkt(wkt)
    return crs.authid() or crs.description() or '?'


def _grid_words(grid, difference):
    if difference == 'shape':
        return f'{grid.rows} x {grid.columns}'
    if difference == 'cell size':
        return f'{grid.cell_width:g} x {grid.cell_height:g} m'
    return f'{grid.transform[0]:.2f}, {grid.transform[3]:.2f}'


def read_band(layer, band=1, rows=None, dataset=None):
    """One band as float64 with NaN for nodata; the layer's own nodata settings count, not only the file's.

    ``rows`` (start, stop) reads a part; ``dataset`` is the open file of the layer, where somebody keeps it open.
    """
    provider = layer.dataProvider()
    start, stop = (0, layer.height()) if rows is None else rows
    if layer.providerType() == 'gdal':
        dataset = dataset or gdal.Open(layer.source())  # a band lives no longer than its dataset
        values = dataset.GetRasterBand(band).ReadAsArray(0, start, layer.width(), stop - start)
        return known_values(values, band_rules(layer, band))
    extent = layer.extent()
    height = extent.height() / layer.height()
    part = QgsRectangle(extent.xMinimum(), extent.yMaximum() - stop * height, extent.xMaximum(),
                        extent.yMaximum() - start * height)
    block = provider.block(band, part, layer.width(), stop - start)
    values = np.array([[block.value(row, column) for column in range(layer.width())]
                       for row in range(stop - start)], dtype=np.float64)
    values[np.array([[block.isNoData(row, column) for column in range(layer.width())]
                     for row in range(stop - start)])] = np.nan
    return values


@dataclass(frozen=True)
class BandRules:
    """What the layer says about the numbers of a band: scale, offset, nodata values, and ranges of nodata."""

    scale: float
    offset: float
    nodata: tuple
    spans: tuple

    @property
    def plain(self):
        """Whether the numbers stand for themselves, but for one nodata value at most."""
        return self.scale == 1 and self.offset == 0 and not self.spans


def band_rules(layer, band):
    """BandRules of a layer; its own settings count, not only those of the file."""
    provider = layer.dataProvider()
    declared = provider.sourceHasNoDataValue(band) and provider.useSourceNoDataValue(band)
    return BandRules(provider.bandScale(band), provider.bandOffset(band),
                     (provider.sourceNoDataValue(band),) if declared else (),
                     tuple((span.min(), span.max()) for span in provider.userNoDataValues(band)))


def known_values(numbers, rules):
    """Numbers of a file as float64 values, NaN where nodata."""
    values = numbers.astype(np.float64)
    missing = ~np.isfinite(values) if numbers.dtype.kind == 'f' else np.zeros(values.shape, bool)
    for nodata in rules.nodata:
        missing |= _equals(values, nodata)
    for low, high in rules.spans:
        missing |= (values >= low) & (values <= high)
    if rules.scale != 1 or rules.offset != 0:
        values = values * rules.scale + rules.offset
    values[missing] = np.nan
    return values


def _equals(values, nodata):
    if np.isnan(nodata):
        return np.isnan(values)
    # A float32 file stores its nodata rounded to float32.
    return (values == nodata) | (values == np.float64(np.float32(nodata)))


def as_classes(name, values, grid):
    """Float codes as integers.

    Raises
    ------
    EmptyInputError : all nodata
    ValueRangeError : codes with a fraction; names the count and the first
    """
    valid = ~np.isnan(values)
    if not valid.any():
        raise EmptyInputError('{name} holds no data: all {count} values are nodata. Choose another layer or check its '
                              'nodata value.', name=name, count=values.size)
    known = values[valid]
    fraction = known != np.round(known)
    if fraction.any():
        raise ValueRangeError('{name} should hold class codes, but {count} cells have fractions; the first value is '
                              '{value}. Choose the class raster.', name=name, count=int(fraction.sum()),
                              value=f'{known[fraction][0]:g}')
    codes = np.zeros(values.shape, np.int64)
    codes[valid] = known.astype(np.int64)
    return Classes(codes, valid, grid)


def write_raster(path, array, grid, valid=None, bands=(), unit='', description='', nodata=None):
    """A tiled, compressed GeoTIFF.

    Parameters
    ----------
    array : (rows, cols) or (bands, rows, cols); floats are stored as float32 with NaN as nodata, integers in the
        smallest type that holds them
    valid : bool array, False where an integer array has no data
    bands : a description per band
    nodata : code of an integer array that stands for nodata, instead of one beyond the codes
    """
    array = np.asarray(array)
    layers = array[np.newaxis] if array.ndim == 2 else array
    data, nodata = _storable(layers, valid) if nodata is None else (layers, nodata)
    with gdal_errors():
        dataset = create_geotiff(path, grid, data.dtype, len(data), description)
        for index, layer in enumerate(data, start=1):
            band = dataset.GetRasterBand(index)
            band.SetNoDataValue(float(nodata))
            if index <= len(bands):
                band.SetDescription(bands[index - 1])
            if unit:
                band.SetUnitType(unit)
            band.WriteArray(layer)
            if (layer != nodata).any():
                band.ComputeStatistics(False)
        dataset.FlushCache()
        band = None
        dataset = None


def create_geotiff(path, grid, dtype, bands=1, description=''):
    """An empty GeoTIFF dataset on a grid, to be filled within ``gdal_errors``."""
    dtype = np.dtype(dtype)
    # Floats at level 1 take half the time of the default and a tenth more bytes. Codes of one byte take a ninth and
    # fewer bytes than with differences: the difference of two classes means nothing.
    options = CREATION + (['PREDICTOR=3', 'ZLEVEL=1'] if dtype.kind == 'f' else
                          ['ZLEVEL=1'] if dtype.itemsize == 1 else ['PREDICTOR=2'])
    if bands > 1:
        options.append('INTERLEAVE=BAND')  # bands are mostly read one at a time
    dataset = gdal.GetDriverByName('GTiff').Create(str(path), grid.columns, grid.rows, bands, TYPES[dtype.str[1:]],
                                                   options)
    dataset.SetGeoTransform(grid.transform)
    if grid.crs_wkt:
        dataset.SetProjection(grid.crs_wkt)
    if description:
        dataset.SetMetadataItem('TIFFTAG_IMAGEDESCRIPTION', description)
    return dataset


def _storable(layers, valid):
    if layers.dtype.kind == 'f':
        data = np.where(np.isfinite(layers), layers, NODATA).astype(np.float32)
        return data, NODATA
    if layers.dtype.kind == 'b':
        layers = layers.astype(np.uint8)
    mask = np.ones(layers.shape, bool) if valid is None else np.broadcast_to(valid, layers.shape)
    known = layers[mask]
    kind, nodata = integer_kind(*((int(known.min()), int(known.max())) if known.size else (0, 0)))
    return np.where(mask, layers, nodata).astype(kind), nodata


def integer_kind(low, high):
    """(dtype, nodata) of the smallest integers that hold the values from ``low`` to ``high`` besides nodata."""
    if low >= 0 and high < 255:
        return np.uint8, 255
    return (np.int16 if low > NODATA and high < 32768 else np.int32), NODATA


class gdal_errors:
    """GDAL failures as OutputError inside the block, whatever the global setting is."""

    def __enter__(self):
        self._before = gdal.GetUseExceptions()
        gdal.UseExceptions()

    def __exit__(self, kind, error, trace):
        if not self._before:
            gdal.DontUseExceptions()
        if kind is not None and issubclass(kind, (RuntimeError, AttributeError)):
            raise OutputError('Writing failed: {reason}. Check the free space and that the folder can be written.',
                              reason=str(error)) from error
        return False


class gdal_complaints:
    """The failures GDAL reports inside the block, as a list of texts; nothing is raised and nothing printed."""

    def __enter__(self):
        self._before = gdal.GetUseExceptions()
        gdal.DontUseExceptions()
        said: list = []
        gdal.PushErrorHandler(lambda kind, number, text: said.append(text) if kind >= gdal.CE_Failure else None)
        return said

    def __exit__(self, *problem):
        gdal.PopErrorHandler()
        if self._before:
            gdal.UseExceptions()


def rasterize(geometries, values, grid, all_touched=False, keep_small=True):
    """Burns geometries into an integer array; 0 where there is none.

    A cell belongs to the geometry that covers its centre; with ``keep_small`` a polygon that covers no centre, and
    every line or point, takes the free cells it touches, so that no feature disappears. Later features win.

    Parameters
    ----------
    geometries : QgsGeometry list in the CRS of the grid
    values : positive integer per geometry

    Returns
    -------
    (rows, cols) int32 array, list of positions whose geometry touches no cell at all
    """
    values = np.asarray(values, dtype=np.int64)
    burned = _burn(geometries, values, grid, all_touched)
    return burned, add_small(burned, geometries, values, grid, keep_small)


def add_small(burned, geometries, values, grid, keep_small=True):
    """Gives features without a cell, if they are to be kept, the free cells they touch.

    Parameters
    ----------
    burned : (rows, cols) int32 array of what ``burn`` wrote; may be memory-mapped

    Returns
    -------
    list of positions whose geometry has no cell at all
    """
    present = np.zeros(len(values), bool)
    for start in range(0, grid.rows, ROWS):
        present |= np.isin(values, burned[start:start + ROWS])
    outside = []
    for position in np.flatnonzero(~present).tolist():
        rows, columns = touched(geometries[position], grid) if keep_small else ([], [])
        free = burned[rows, columns] == 0
        if free.any():
            burned[rows[free], columns[free]] = values[position]
        elif len(rows):
            burned[rows[0], columns[0]] = values[position]
        else:
            outside.append(position)
    return outside


def touched(geometry, grid):
    """(rows, columns) of the cells a geometry touches, in reading order; looks at its window only."""
    if geometry.isEmpty():
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    box = geometry.boundingBox()
    rows, columns = grid.cell(np.array([box.xMinimum(), box.xMaximum()]), np.array([box.yMaximum(), box.yMinimum()]))
    top, bottom = np.clip(rows + (-1, 2), 0, grid.rows).tolist()
    left, right = np.clip(columns + (-1, 2), 0, grid.columns).tolist()
    if top == bottom or left == right:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    rows, columns = np.nonzero(_burn([geometry], [1], grid.part(top, left, (bottom - top, right - left)), True))
    return rows + top, columns + left


def _burn(geometries, values, grid, all_touched):
    target = gdal.GetDriverByName('MEM').Create('', grid.columns, grid.rows, 1, gdal.GDT_Int32)
    burn(target, geometries, values, grid, all_touched)
    return target.GetRasterBand(1).ReadAsArray()


def burn(target, geometries, values, grid, all_touched=False):
    """Writes a value per geometry into a GDAL dataset on the grid: where it covers a cell's centre, or touches it."""
    target.SetGeoTransform(grid.transform)
    reference = osr.SpatialReference()
    if grid.crs_wkt:
        reference.ImportFromWkt(grid.crs_wkt)
        target.SetProjection(reference.ExportToWkt())
    driver = ogr.GetDriverByName('Memory') or ogr.GetDriverByName('MEM')
    source = driver.CreateDataSource('burn')
    layer = source.CreateLayer('burn', reference if grid.crs_wkt else None, ogr.wkbUnknown)
    layer.CreateField(ogr.FieldDefn('value', ogr.OFTInteger))
    for geometry, value in zip(geometries, values):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkb(bytes(geometry.asWkb())))
        feature.SetField('value', int(value))
        layer.CreateFeature(feature)
    options = ['ATTRIBUTE=value'] + (['ALL_TOUCHED=TRUE'] if all_touched else [])
    gdal.RasterizeLayer(target, [1], layer, options=options)


def part_file(path):
    """Where a result grows until it is whole: beside its final place, so that the last step is a rename."""
    path = Path(path)
    return path.with_name(f'.{path.stem}.{os.getpid()}.part{path.suffix}')
