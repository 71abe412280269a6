"""Rasters between QGIS layers, files and arrays."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr
from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer

from ..core.errors import CrsError, EmptyInputError, GridMismatchError, OutputError, ValueRangeError
from ..core.grid import Grid

NODATA = -9999
CREATION = ['TILED=YES', 'COMPRESS=DEFLATE', 'BIGTIFF=IF_SAFER', 'NUM_THREADS=ALL_CPUS']
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


def read_band(layer, band=1):
    """One band as float64 with NaN for nodata; the layer's own nodata settings count, not only the file's."""
    provider = layer.dataProvider()
    if layer.providerType() == 'gdal':
        dataset = gdal.Open(layer.source())
        values = dataset.GetRasterBand(band).ReadAsArray().astype(np.float64)
        scale, offset = provider.bandScale(band), provider.bandOffset(band)
        missing = ~np.isfinite(values)
        if provider.sourceHasNoDataValue(band) and provider.useSourceNoDataValue(band):
            missing |= _equals(values, provider.sourceNoDataValue(band))
        for span in provider.userNoDataValues(band):
            missing |= (values >= span.min()) & (values <= span.max())
        if scale != 1 or offset != 0:
            values = values * scale + offset
    else:
        block = provider.block(band, layer.extent(), layer.width(), layer.height())
        values = np.array([[block.value(row, column) for column in range(layer.width())]
                           for row in range(layer.height())], dtype=np.float64)
        missing = np.array([[block.isNoData(row, column) for column in range(layer.width())]
                            for row in range(layer.height())])
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
    kind = TYPES[data.dtype.str[1:]]
    options = CREATION + (['PREDICTOR=3'] if data.dtype.kind == 'f' else ['PREDICTOR=2'])
    with gdal_errors():
        dataset = gdal.GetDriverByName('GTiff').Create(str(path), grid.columns, grid.rows, len(data), kind, options)
        dataset.SetGeoTransform(grid.transform)
        if grid.crs_wkt:
            dataset.SetProjection(grid.crs_wkt)
        if description:
            dataset.SetMetadataItem('TIFFTAG_IMAGEDESCRIPTION', description)
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


def _storable(layers, valid):
    if layers.dtype.kind == 'f':
        data = np.where(np.isfinite(layers), layers, NODATA).astype(np.float32)
        return data, NODATA
    if layers.dtype.kind == 'b':
        layers = layers.astype(np.uint8)
    mask = np.ones(layers.shape, bool) if valid is None else np.broadcast_to(valid, layers.shape)
    known = layers[mask]
    low, high = (int(known.min()), int(known.max())) if known.size else (0, 0)
    if low >= 0 and high < 255:
        return np.where(mask, layers, 255).astype(np.uint8), 255
    if low > NODATA and high < 32768:
        return np.where(mask, layers, NODATA).astype(np.int16), NODATA
    return np.where(mask, layers, NODATA).astype(np.int32), NODATA


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
    missing = sorted(set(range(len(values))) - set(np.flatnonzero(np.isin(values, burned))))
    outside = []
    for position in missing:
        touched = _burn([geometries[position]], values[[position]], grid, True) > 0
        free = touched & (burned == 0)
        if keep_small and free.any():
            burned[free] = values[position]
        elif keep_small and touched.any():
            burned[tuple(np.argwhere(touched)[0])] = values[position]
        else:
            outside.append(position)
    return burned, outside


def _burn(geometries, values, grid, all_touched):
    target = gdal.GetDriverByName('MEM').Create('', grid.columns, grid.rows, 1, gdal.GDT_Int32)
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
    return target.GetRasterBand(1).ReadAsArray()


def open_raster(path, name=''):
    """A raster layer from a path.

    Raises
    ------
    EmptyInputError : the file cannot be read as a raster
    """
    layer = QgsRasterLayer(str(path), name or Path(path).stem)
    if not layer.isValid():
        raise EmptyInputError('{name} cannot be read as a raster; check the path and the file.', name=str(path))
    return layer


def part_file(path):
    """Where a result grows until it is whole: beside its final place, so that the last step is a rename."""
    path = Path(path)
    return path.with_name(f'.{path.stem}.{os.getpid()}.part{path.suffix}')
