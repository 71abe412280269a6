"""Between the raster files of QGIS and arrays in files of numpy, some rows at a time: neither need fit into memory."""

from __future__ import annotations

import os

import numpy as np
from osgeo import gdal

from ..core.checks import check_not_empty, never, silent, stop_if
from ..core.network.cost_disk import new_array
from ..core.network.source_cells import number_kind
from .raster import ROWS, TYPES, add_small, band_rules, burn, create_geotiff, gdal_errors, integer_kind, read_band

# What float32 holds without loss.
SINGLE = (gdal.GDT_Byte, gdal.GDT_UInt16, gdal.GDT_Int16, gdal.GDT_Float32)


def row_blocks(grid, progress=silent, cancelled=never):
    """(start, stop) of the rows that are worked at a time."""
    for start in range(0, grid.rows, ROWS):
        stop_if(cancelled)
        yield start, min(start + ROWS, grid.rows)
        progress(min(start + ROWS, grid.rows) / grid.rows)


def is_single(layer):
    """Whether single precision holds the first band of a layer without loss."""
    provider, dataset = layer.dataProvider(), gdal.Open(layer.source())
    return dataset.GetRasterBand(1).DataType in SINGLE and (provider.bandScale(1), provider.bandOffset(1)) == (1, 0)


def copy_band(layer, name, path, grid, progress=silent, cancelled=never):
    """Writes the first band of a raster layer as .npy, NaN where nodata: the values that ``read_band`` gives.

    Raises
    ------
    EmptyInputError : all nodata
    """
    dataset, rules = gdal.Open(layer.source()), band_rules(layer, 1)
    single = is_single(layer)
    target = new_array(path, np.float32 if single else np.float64, grid.shape)
    plain = single and rules.plain and dataset.GetRasterBand(1).DataType == gdal.GDT_Float32
    known = False
    for start, stop in row_blocks(grid, progress, cancelled):
        if plain:
            values = dataset.GetRasterBand(1).ReadAsArray(0, start, grid.columns, stop - start)
            values[~np.isfinite(values)] = np.nan
            for nodata in rules.nodata:
                with np.errstate(over='ignore'):
                    values[values == np.float32(nodata)] = np.nan
        else:
            values = read_band(layer, 1, (start, stop), dataset)
        target[start:stop] = values
        known = known or bool(np.isfinite(values).any())
    check_not_empty(name, np.broadcast_to(known, grid.shape))


def burn_sources(geometries, resistance, path, grid, progress=silent, cancelled=never):
    """Writes source numbers 1, 2, ... as .npy, as ``rasterize`` gives them, but 0 where the resistance is NaN.

    Parameters
    ----------
    resistance : (rows, columns), memory-mapped

    Returns
    -------
    numbers of the sources with a cell, and how many source cells have no resistance
    """
    values = np.arange(1, len(geometries) + 1)
    target = new_array(path, number_kind(0, len(geometries)), grid.shape)
    _burn_in_file(geometries, values, target, f'{path}.tif', grid, cancelled)
    add_small(target, geometries, values, grid)
    present, unknown = np.zeros(len(values) + 1, bool), 0
    for start, stop in row_blocks(grid, progress, cancelled):
        cells = target[start:stop]
        lost = (cells > 0) & np.isnan(resistance[start:stop])
        if lost.any():
            unknown += int(np.count_nonzero(lost))
            cells[lost] = 0
        present[cells[cells > 0]] = True
    return np.flatnonzero(present), unknown


def _burn_in_file(geometries, values, target, path, grid, cancelled):
    """GDAL burns into a file of its own, since it cannot write into that of numpy."""
    with gdal_errors():
        dataset = gdal.GetDriverByName('GTiff').Create(path, grid.columns, grid.rows, 1,
                                                       TYPES[target.dtype.str[1:]],
                                                       ['TILED=YES', 'COMPRESS=LZW', 'BIGTIFF=IF_SAFER'])
        burn(dataset, geometries, values, grid)
        band = dataset.GetRasterBand(1)
        for start, stop in row_blocks(grid, cancelled=cancelled):
            target[start:stop] = band.ReadAsArray(0, start, grid.columns, stop - start)
        band = dataset = None
    os.unlink(path)


def write_floats(writer, array, grid, progress=silent, cancelled=never):
    """Gives an array to a RowWriter, some rows at a time."""
    for start, stop in row_blocks(grid, progress, cancelled):
        writer.write(start, array[start:stop])
    writer.close()


def write_codes(path, array, codes, grid, description='', progress=silent, cancelled=never):
    """The GeoTIFF that ``write_raster`` makes of integers, some rows at a time.

    Parameters
    ----------
    array : (rows, columns) integers from 0
    codes : (n,) what is written for 0, 1, ... n - 1; None, as for all above, for nodata
    """
    counts = np.zeros(len(codes) + 1, np.int64)
    for start, stop in row_blocks(grid, cancelled=cancelled):
        counts += np.bincount(np.minimum(array[start:stop], len(codes)).reshape(-1), minlength=len(codes) + 1)
    # A code that is not there need not fit.
    there = [code if count and code is not None else None for code, count in zip(codes, counts)]
    known = [code for code in there if code is not None]
    kind, nodata = integer_kind(min(known, default=0), max(known, default=0))
    table = np.array([nodata if code is None else code for code in [*there, None]]).astype(kind)

    with gdal_errors():
        dataset = create_geotiff(path, grid, kind, description=description)
        band = dataset.GetRasterBand(1)
        band.SetNoDataValue(float(nodata))
        for start, stop in row_blocks(grid, progress, cancelled):
            band.WriteArray(table[np.minimum(array[start:stop], len(codes))], 0, start)
        if known:
            band.ComputeStatistics(False)
        dataset.FlushCache()
        band = dataset = None
