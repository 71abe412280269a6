"""Writes a folder of inputs: GeoTIFFs, a GeoPackage, provenance. Needs GDAL and numpy only, no QGIS."""

from __future__ import annotations

import csv
import shutil
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

from ..core.errors import OutputError
from ..core.sample.catalogue import FIELDS

NODATA = -9999.0
CREATION = ['TILED=YES', 'COMPRESS=DEFLATE', 'BIGTIFF=IF_SAFER']
SHAPES = {'point': ogr.wkbPoint, 'line': ogr.wkbMultiLineString, 'polygon': ogr.wkbMultiPolygon}
TYPES = {int: ogr.OFTInteger64, float: ogr.OFTReal, str: ogr.OFTString}


@contextmanager
def whole_folder(folder):
    """A temporary folder inside ``folder`` whose files move up only when the block ends well.

    On failure nothing stays behind, not even ``folder`` if it is empty.
    """
    folder = Path(folder)
    part = folder / '.ecorestore-part'
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        yield part
        for path in sorted(part.iterdir()):
            path.replace(folder / path.name)
    finally:
        shutil.rmtree(part, ignore_errors=True)
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def write_geotiff(path, array, grid, wkt, unit='', description='', status=''):
    """A tiled, compressed GeoTIFF: unsigned bytes with 0 as nodata, or float32 with NaN as nodata.

    Parameters
    ----------
    array : (rows, cols) uint8 or float array
    description : what the band shows
    status : where it comes from, such as 'SYNTHETIC sample'; part of the band description and a tag of its own
    """
    classes = array.dtype.kind in 'ub'
    data = array.astype(np.uint8) if classes else np.where(np.isfinite(array), array, NODATA).astype(np.float32)
    options = CREATION + ['PREDICTOR=2' if classes else 'PREDICTOR=3']
    kind = gdal.GDT_Byte if classes else gdal.GDT_Float32
    dataset = gdal.GetDriverByName('GTiff').Create(str(path), grid.columns, grid.rows, 1, kind, options)
    if dataset is None:
        raise OutputError('{path} could not be written. Check the free space and that the folder can be written.',
                          path=str(path))
    dataset.SetGeoTransform(grid.transform)
    dataset.SetProjection(wkt)
    dataset.SetMetadata({'STATUS': status, 'TIFFTAG_IMAGEDESCRIPTION': f'{status}: {description}'})
    band = dataset.GetRasterBand(1)
    band.SetNoDataValue(0 if classes else NODATA)
    band.SetDescription(f'{status}: {description}')
    if unit:
        band.SetUnitType(unit)
    band.WriteArray(data)
    known = data != (0 if classes else NODATA)
    if known.any():
        values = data[known].astype(float)
        band.SetStatistics(float(values.min()), float(values.max()), float(values.mean()), float(values.std()))
    band.FlushCache()
    band = None
    dataset = None


def write_geopackage(path, layers, wkt):
    """A GeoPackage.

    Parameters
    ----------
    layers : dict of name -> (shape, rows, description); shape is 'point', 'line' or 'polygon', a row is a dict of
        fields with its geometry as ogr.Geometry under 'geometry'; the fields are those of the catalogue, None is NULL
    """
    dataset = ogr.GetDriverByName('GPKG').CreateDataSource(str(path))
    if dataset is None:
        raise OutputError('{path} could not be written. Check the free space and that the folder can be written.',
                          path=str(path))
    reference = osr.SpatialReference()
    reference.ImportFromWkt(wkt)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    for name, (shape, rows, description) in layers.items():
        layer = dataset.CreateLayer(name, reference, SHAPES[shape], options=[f'DESCRIPTION={description}'])
        for key, kind in FIELDS[name].items():
            layer.CreateField(ogr.FieldDefn(key, TYPES[kind]))
        layer.StartTransaction()
        for row in rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            for key in FIELDS[name]:
                if row[key] is not None:
                    feature.SetField(key, row[key])
            feature.SetGeometry(row['geometry'])
            layer.CreateFeature(feature)
        layer.CommitTransaction()
        layer = None
    dataset = None


def polygon(rings):
    """A multipolygon from closed rings (n, 2): the first is the shell unless a later one lies outside it."""
    shape = ogr.Geometry(ogr.wkbMultiPolygon)
    shells = []
    for ring in rings:
        linear = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in ring:
            linear.AddPoint_2D(float(x), float(y))
        alone = ogr.Geometry(ogr.wkbPolygon)
        alone.AddGeometry(linear)
        around = next((shell for shell in shells if shell.Contains(alone)), None)
        if around is None:
            shells.append(alone)
        else:
            around.AddGeometry(linear)
    for shell in shells:
        shape.AddGeometry(shell if shell.IsValid() else shell.Buffer(0))
    return shape


def line(points):
    """A multiline from (n, 2) points."""
    single = ogr.Geometry(ogr.wkbLineString)
    for x, y in points:
        single.AddPoint_2D(float(x), float(y))
    shape = ogr.Geometry(ogr.wkbMultiLineString)
    shape.AddGeometry(single)
    return shape


def point(x, y):
    shape = ogr.Geometry(ogr.wkbPoint)
    shape.AddPoint_2D(float(x), float(y))
    return shape


def write_provenance(path, rows):
    """The table of where each layer comes from."""
    with open(path, 'w', encoding='utf-8', newline='') as target:
        writer = csv.DictWriter(target, ['layer', 'file', 'status', 'source', 'note'], lineterminator='\n')
        writer.writeheader()
        writer.writerows(rows)


def epsg_wkt(code):
    """WKT of an EPSG code."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(code)
    return reference.ExportToWkt()
