"""Brings rasters onto one grid with GDAL."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsGeometry,
)

from ..core.checks import never, silent, stop_if
from ..core.errors import OutputError
from ..core.prepare.alignment import RESAMPLING, grid_offset, valid_box
from ..core.prepare.displacement import SUSPICIOUS_M, mask_outline
from ..i18n import tr
from .displacement import displacement_between, outline, suspicious_shift
from .raster import CREATION, NODATA, gdal_errors, grid_of, read_band, same_crs

ROWS = 512
MOST_EDGES = 1_000_000
UNSIGNED = {gdal.GDT_Byte: 255, gdal.GDT_UInt16: 65535, gdal.GDT_UInt32: 4294967295}
INTEGERS = (gdal.GDT_Byte, gdal.GDT_UInt16, gdal.GDT_Int16, gdal.GDT_UInt32, gdal.GDT_Int32)


@dataclass(frozen=True)
class Warped:
    """What became of a raster: sums of its first band before and after, and where it has data (before clipping).

    ``box`` is (west, south, east, north), or None without data; ``outline`` (n, 4) the edges of the data in the source,
    in its own coordinates.
    """

    total_before: float
    total_after: float
    box: tuple | None
    outline: np.ndarray


def warp_layer(layer, grid, kind, path, mask=None, progress=silent, cancelled=never):
    """Writes a raster layer onto a grid.

    Parameters
    ----------
    layer : QgsRasterLayer with a CRS
    grid : Grid with CRS
    kind : class, continuous, amount or density; decides the resampling (nearest, bilinear, sum, average)
    path : GeoTIFF to write
    mask : (rows, cols) bool, cells to keep; None keeps all

    Returns
    -------
    Warped

    Raises
    ------
    OutputError, CancelledError
    """
    source = _source(layer)
    type_out, nodata = _storage(source, kind)
    west, south, east, north = grid.extent

    def heard(share, message, data):
        progress(share)
        return 0 if cancelled() else 1

    options = gdal.WarpOptions(
        format='GTiff', srcSRS=layer.crs().toWkt(), dstSRS=grid.crs_wkt, outputBounds=(west, south, east, north),
        width=grid.columns, height=grid.rows, resampleAlg=RESAMPLING[kind], dstNodata=nodata, outputType=type_out,
        errorThreshold=0, callback=heard,
        creationOptions=CREATION + [f'PREDICTOR={2 if type_out in INTEGERS else 3}'])
    target = _quietly(gdal.Warp, str(path), source, options=options)
    stop_if(cancelled)
    if target is None:
        raise OutputError('{path} could not be written. Check the free space and that the folder can be written.',
                          path=str(path))
    with gdal_errors():
        before, edges = _survey(source)
        _describe(source, target)
        box, after = _finish(target, grid, nodata, mask)
        target = None
    return Warped(before, after, box, edges)


def _quietly(function, *arguments, **named):
    """A GDAL call that answers None instead of raising, as a cancelled warp does."""
    raising = gdal.GetUseExceptions()
    gdal.DontUseExceptions()
    try:
        return function(*arguments, **named)
    finally:
        if raising:
            gdal.UseExceptions()


def _source(layer):
    """The file of a layer, or a copy in memory where the layer's own nodata, scale or provider say more."""
    provider = layer.dataProvider()
    plain = layer.providerType() == 'gdal' and all(
        not provider.userNoDataValues(band) and provider.bandScale(band) == 1 and provider.bandOffset(band) == 0
        and (provider.useSourceNoDataValue(band) or not provider.sourceHasNoDataValue(band))
        for band in range(1, layer.bandCount() + 1))
    if plain:
        return gdal.Open(layer.source())
    extent = layer.extent()
    copy = gdal.GetDriverByName('MEM').Create('', layer.width(), layer.height(), layer.bandCount(), gdal.GDT_Float64)
    copy.SetGeoTransform((extent.xMinimum(), extent.width() / layer.width(), 0.0,
                          extent.yMaximum(), 0.0, -extent.height() / layer.height()))
    copy.SetProjection(layer.crs().toWkt())
    for band in range(1, layer.bandCount() + 1):
        copy.GetRasterBand(band).WriteArray(read_band(layer, band))
        copy.GetRasterBand(band).SetNoDataValue(float('nan'))
    return copy


def _storage(source, kind):
    """(data type, nodata) of the result: classes stay integers, everything else is float32."""
    if kind != 'class':
        return gdal.GDT_Float32, NODATA
    band = source.GetRasterBand(1)
    if band.DataType not in INTEGERS:
        return gdal.GDT_Int32, NODATA
    declared = band.GetNoDataValue()
    if declared is not None:
        return band.DataType, declared
    if band.DataType in UNSIGNED:
        spare = UNSIGNED[band.DataType]
        if band.ComputeRasterMinMax(False)[1] < spare:
            return band.DataType, spare
        return gdal.GDT_Int32, NODATA
    return band.DataType, NODATA


def _describe(source, target):
    for index in range(1, target.RasterCount + 1):
        one, other = source.GetRasterBand(index), target.GetRasterBand(index)
        other.SetDescription(one.GetDescription() or '')
        if one.GetUnitType():
            other.SetUnitType(one.GetUnitType())


def _finish(target, grid, nodata, mask):
    """Clips, counts and adds statistics; (box of the data before clipping, sum of band 1)."""
    valid = np.zeros((grid.rows, grid.columns), bool)
    total = 0.0
    for index in range(1, target.RasterCount + 1):
        band = target.GetRasterBand(index)
        band.SetNoDataValue(nodata)
        found = False
        for row in range(0, grid.rows, ROWS):
            values = band.ReadAsArray(0, row, grid.columns, min(ROWS, grid.rows - row))
            known = values != nodata
            if index == 1:
                valid[row:row + len(values)] = known
            if mask is not None:
                known &= mask[row:row + len(values)]
                values[~known] = nodata
                band.WriteArray(values, 0, row)
            found |= bool(known.any())
            if index == 1:
                total += float(values[known].sum(dtype=float))
        if found:
            band.ComputeStatistics(False)
    target.FlushCache()
    return valid_box(valid, grid), total


def _survey(source):
    """Sum of the first band without nodata, and the edges of its data; none where they are too many to be of use."""
    band, transform = source.GetRasterBand(1), source.GetGeoTransform()
    nodata, total, edges, above = band.GetNoDataValue(), 0.0, [np.zeros((0, 4))], None
    for row in range(0, band.YSize, ROWS):
        values = band.ReadAsArray(0, row, band.XSize, min(ROWS, band.YSize - row)).astype(float)
        known = np.isfinite(values)
        if nodata is not None:
            known &= (values != nodata) & (values != float(np.float32(nodata)))
        total += float(values[known].sum())
        if sum(map(len, edges)) < MOST_EDGES:
            first = row if above is None else row - 1
            window = known if above is None else np.vstack([above, known])
            shifted = (*transform[:3], transform[3] + first * transform[5], *transform[4:])
            edges.append(mask_outline(window, shifted))
            above = known[-1:]
    edges = np.concatenate(edges)
    return total, edges if len(edges) < MOST_EDGES else edges[:0]


def distinct_values(layer, most=257):
    """(stores integers, number of different values as far as ``most``) of the first band."""
    source = gdal.Open(layer.source()) if layer.providerType() == 'gdal' else None
    if source is None:
        known = read_band(layer)
        known = np.unique(known[~np.isnan(known)])
        return bool((known == np.round(known)).all()), min(known.size, most)
    band = source.GetRasterBand(1)
    if band.DataType not in INTEGERS:
        return False, most
    seen = np.zeros(0)
    for row in range(0, band.YSize, ROWS):
        seen = np.union1d(seen, np.unique(band.ReadAsArray(0, row, band.XSize, min(ROWS, band.YSize - row))))
        if seen.size >= most:
            break
    return True, min(seen.size, most)


def source_stem(layer):
    """The base name a layer's file has, or the layer's name where it is no file."""
    path = Path(layer.source().split('|')[0])
    if layer.providerType() == 'gdal' and path.is_file():
        return path.stem
    name = ''.join(letter if letter.isalnum() or letter in '-_ ' else '_' for letter in layer.name())
    return name.strip() or 'raster'


def bounds_of(geometries):
    """(west, south, east, north) of all geometries."""
    boxes = [geometry.boundingBox() for geometry in geometries]
    return (min(box.xMinimum() for box in boxes), min(box.yMinimum() for box in boxes),
            max(box.xMaximum() for box in boxes), max(box.yMaximum() for box in boxes))


def alignment_row(layer, kind, name, grid, done, clip=None):
    """What the report says about an aligned raster.

    Parameters
    ----------
    name : base name of the result
    done : Warped
    clip : Features of the study area, or None

    Returns
    -------
    (dict of report columns, list of translated warnings)
    """
    old = grid_of(layer, layer.name(), projected=False)
    target = QgsCoordinateReferenceSystem.fromWkt(grid.crs_wkt)
    same = same_crs(layer.crs(), target) and abs(old.cell_width - grid.cell_width) < 1e-6
    offset = grid_offset(old, grid) if same else (None, None)
    warnings = _warnings(layer, old, kind, grid, done, clip)
    amount = kind == 'amount'
    return {'layer': layer.name(), 'file': f'{name}.tif', 'kind': kind, 'resampling': RESAMPLING[kind],
            'crs_from': layer.crs().authid() or layer.crs().description(),
            'crs_to': target.authid() or target.description(),
            'cell_from': f'{old.cell_width:g} x {old.cell_height:g}',
            'cell_to': f'{grid.cell_width:g} x {grid.cell_height:g}', 'offset_x': offset[0], 'offset_y': offset[1],
            'total_before': done.total_before if amount else None,
            'total_after': done.total_after if amount else None, 'warnings': ' '.join(warnings)}, warnings


def _warnings(layer, old, kind, grid, done, clip):
    if done.box is None:
        return [tr('No data on the new grid; check the extent and the coordinate system.')]
    warnings = []
    shift = clip and _study_area_shift(layer, old, clip, grid, done)
    if shift:
        warnings.append(tr(
            'The study area lies {east} m east and {north} m north of the data. Boundaries from web maps in China '
            '(GCJ-02) are displaced like this, here by about {expected} m; check where it comes from.',
            east=f'{shift[0]:.0f}', north=f'{shift[1]:.0f}', expected=f'{shift[2]:.0f}'))
    if kind == 'amount' and clip is None and done.total_before:
        kept = done.total_after / done.total_before
        if abs(kept - 1) > 1e-4:
            warnings.append(tr('{share} % of the total lies on the new grid; the rest is outside its extent.',
                               share=f'{100 * kept:.2f}'))
    return warnings


def _study_area_shift(layer, old, clip, grid, done):
    """(east, north, metres of GCJ-02 here) where the study area lies beside the data like that, else None."""
    crs = QgsCoordinateReferenceSystem.fromWkt(grid.crs_wkt)
    if not layer.crs().isGeographic():
        to_layer = QgsCoordinateTransform(crs, layer.crs(), QgsCoordinateTransformContext())
        area = QgsGeometry.unaryUnion(clip.geometries)
        area.transform(to_layer)
        found = displacement_between(outline([area]), done.outline, layer.crs(), max(old.cell_width, old.cell_height))
        if found and not found.of_reference:
            return found.east, found.north, found.expected
    tolerance = 2 * max(grid.cell_width, grid.cell_height)
    if tolerance > SUSPICIOUS_M[0]:
        return None
    return suspicious_shift(bounds_of(clip.geometries), done.box, crs, tolerance)
