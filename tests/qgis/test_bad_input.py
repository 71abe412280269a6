"""Every layer of every tool, replaced by a bad one: the message names the layer and the remedy, nothing is left behind.

The good parameters come from the chain on the sample area; one layer at a time is swapped.
"""

import shutil
from pathlib import Path

import pytest
from chain import destinations, run, steps
from conftest import Feedback
from osgeo import gdal, ogr
from qgis.core import QgsProcessingException

from ecorestore.ecorestore_plugin.provider import tool_classes

# These work on whatever they are given: that is their purpose.
TOLERANT = {'checkinputs', 'alignrasters'}
# All their lengths are in cells, so that any reference system will do.
IN_CELLS = {'mspa'}


def inputs_of(kinds):
    """[(tool id, parameter)] of the layers of the given types that the chain hands to the tools."""
    used = {tool_id: set(parameters) for tool_id, parameters in steps(Path('.'), {})}
    found = []
    for tool_class in tool_classes():
        tool = tool_class()
        tool.initAlgorithm()
        found += [(tool.tool_id, definition.name()) for definition in tool.parameterDefinitions()
                  if definition.type() in kinds and definition.name() in used.get(tool.tool_id, ())]
    return found


def rasters_read(tool_id):
    """How many rasters the chain hands to a tool."""
    parameters = dict(steps(Path('.'), {}))[tool_id]
    return sum(len(parameters[name]) if isinstance(parameters[name], list) else 1
               for other, name in RASTERS if other == tool_id)


def refused(provider, chain, tool_id, name, layer, folder):
    """The message with which a tool refuses a layer; checks that nothing was written."""
    good, _, _ = chain[tool_id]
    tool = provider.algorithm(tool_id).create()
    wanted = [key for key in good if tool.parameterDefinition(key).isDestination()]
    value = [layer, *good[name][1:]] if isinstance(good[name], list) else layer
    target = folder / 'out'
    target.mkdir()
    with pytest.raises(QgsProcessingException) as caught:
        run(tool, {**good, **destinations(tool, target, wanted), name: value}, Feedback())
    assert [path for path in target.rglob('*') if path.is_file()] == []
    message = str(caught.value)
    assert 'Traceback' not in message, message
    return message


def first_of(chain, tool_id, name):
    """The first file of a layer parameter."""
    value = chain[tool_id][0][name]
    return value[0] if isinstance(value, list) else value


RASTERS = [pair for pair in inputs_of({'raster', 'multilayer'}) if pair[0] not in TOLERANT]


@pytest.mark.parametrize(('tool_id', 'name'), RASTERS)
class TestRasters:
    """One raster of a tool is of no use."""

    def test_geographic(self, provider, chain, tool_id, name, tmp_path):
        if tool_id in IN_CELLS:
            pytest.skip('works in cells')
        path = first_of(chain, tool_id, name)
        bad = str(tmp_path / '经纬度.tif')
        gdal.Warp(bad, path, dstSRS='EPSG:4326')
        message = refused(provider, chain, tool_id, name, bad, tmp_path)
        assert 'EPSG:4326' in message and '经纬度' in message

    def test_no_data(self, provider, chain, tool_id, name, tmp_path):
        path = first_of(chain, tool_id, name)
        bad = str(tmp_path / '空.tif')
        shutil.copy(path, bad)
        dataset = gdal.Open(bad, gdal.GA_Update)
        for number in range(1, dataset.RasterCount + 1):
            band = dataset.GetRasterBand(number)
            band.Fill(band.GetNoDataValue())
        band = dataset = None
        assert band is None and dataset is None
        message = refused(provider, chain, tool_id, name, bad, tmp_path)
        assert '空' in message or 'nodata' in message or 'no data' in message

@pytest.mark.parametrize(('tool_id', 'name'), [pair for pair in RASTERS if rasters_read(pair[0]) > 1])
def test_misaligned(provider, chain, tool_id, name, tmp_path):
    bad = str(tmp_path / '错位.tif')
    shutil.copy(first_of(chain, tool_id, name), bad)
    dataset = gdal.Open(bad, gdal.GA_Update)
    west, width, a, north, b, height = dataset.GetGeoTransform()
    dataset.SetGeoTransform((west + 0.4 * width, width, a, north, b, height))
    dataset = None
    assert dataset is None
    message = refused(provider, chain, tool_id, name, bad, tmp_path)
    assert 'Align rasters' in message and '错位' in message


def copy_layer(source, target, change):
    """Copies an OGR layer into a GeoPackage, each feature passed through ``change`` (None drops it)."""
    path, _, layer_name = source.partition('|layername=')
    dataset = ogr.Open(path)
    layer = dataset.GetLayerByName(layer_name) if layer_name else dataset.GetLayer(0)
    made = ogr.GetDriverByName('GPKG').CreateDataSource(str(target))
    copy = made.CreateLayer('坏图层', layer.GetSpatialRef(), layer.GetGeomType(), ['GEOMETRY_NAME=geom'])
    for index in range(layer.GetLayerDefn().GetFieldCount()):
        copy.CreateField(layer.GetLayerDefn().GetFieldDefn(index))
    for position, feature in enumerate(layer):
        feature = change(position, feature.Clone())
        if feature is not None:
            # GeoJSON has no name for its geometry, which a GeoPackage needs.
            row = ogr.Feature(copy.GetLayerDefn())
            row.SetFrom(feature)
            copy.CreateFeature(row)
    copy = made = None
    assert copy is None and made is None
    return str(target)


VECTORS = [pair for pair in inputs_of({'source'}) if pair[0] not in TOLERANT]
POLYGONS = [pair for pair in VECTORS if pair[1] in {'UNITS', 'SOURCES', 'CORRIDORS', 'PINCH_POINTS', 'ZONES'}]


# A network without pinch points still has crossings.
@pytest.mark.parametrize(('tool_id', 'name'), [pair for pair in VECTORS if pair != ('ecologicalnodes', 'PINCH_POINTS')])
def test_empty_layer(provider, chain, tool_id, name, tmp_path):
    bad = copy_layer(first_of(chain, tool_id, name), tmp_path / '空.gpkg', lambda position, feature: None)
    message = refused(provider, chain, tool_id, name, bad, tmp_path)
    assert '空' in message


@pytest.mark.parametrize(('tool_id', 'name'), POLYGONS)
def test_invalid_geometry(provider, chain, tool_id, name, tmp_path):
    def bow_tie(position, feature):
        if position == 0:
            west, east, south, north = feature.GetGeometryRef().GetEnvelope()
            feature.SetGeometry(ogr.CreateGeometryFromWkt(
                f'MULTIPOLYGON((({west} {south},{east} {north},{east} {south},{west} {north},{west} {south})))'))
        return feature

    bad = copy_layer(first_of(chain, tool_id, name), tmp_path / '自交.gpkg', bow_tie)
    message = refused(provider, chain, tool_id, name, bad, tmp_path)
    assert 'Fix geometries' in message and '自交' in message


UNITS = [pair for pair in VECTORS if pair[1] == 'UNITS']


@pytest.mark.parametrize(('tool_id', 'name'), UNITS)
def test_duplicate_unit_codes(provider, chain, tool_id, name, tmp_path):
    source = first_of(chain, tool_id, name)
    codes = []

    def double(position, feature):
        codes.append(feature.GetField('unit_code'))
        feature.SetField('unit_code', codes[0] if position < 2 else codes[-1])
        return feature

    bad = copy_layer(source, tmp_path / '重复.gpkg', double)
    message = refused(provider, chain, tool_id, name, bad, tmp_path)
    assert codes[0] in message


def test_a_missing_file_is_named(provider, chain, tmp_path):
    message = refused(provider, chain, 'landcoverresistance', 'LANDCOVER', str(tmp_path / '没有.tif'), tmp_path)
    assert '没有' in message


def test_one_source_only(provider, chain, tmp_path):
    one = copy_layer(chain['corridors'][0]['SOURCES'], tmp_path / '一个.gpkg',
                     lambda position, feature: feature if position == 0 else None)
    for tool_id in ('corridors', 'currentflow'):
        folder = tmp_path / tool_id
        folder.mkdir()
        message = refused(provider, chain, tool_id, 'SOURCES', one, folder)
        assert 'two' in message or 'one source' in message.lower() or '1' in message


@pytest.mark.parametrize('value', [0.0, -3.0])
@pytest.mark.parametrize('tool_id', ['cumulativeresistance', 'corridors', 'currentflow', 'pinchpoints',
                                     'linkagepriority', 'climatecorridors'])
def test_zero_or_negative_resistance(provider, chain, tool_id, value, tmp_path):
    bad = str(tmp_path / '零.tif')
    shutil.copy(chain[tool_id][0]['RESISTANCE'], bad)
    dataset = gdal.Open(bad, gdal.GA_Update)
    band = dataset.GetRasterBand(1)
    array = band.ReadAsArray()
    array[60:62, 60:63] = value
    band.WriteArray(array)
    band = dataset = None
    assert band is None and dataset is None
    message = refused(provider, chain, tool_id, 'RESISTANCE', bad, tmp_path)
    assert '6' in message and ('negative' in message or 'positive' in message)


def test_a_full_disk_leaves_nothing(provider, chain, tmp_path, monkeypatch):
    """The last step of writing fails: neither the result nor its temporary file stays."""
    import os

    def full(source, target):
        raise OSError(28, 'No space left on device')
    good, _, _ = chain['landcoverresistance']
    tool = provider.algorithm('landcoverresistance').create()
    monkeypatch.setattr(os, 'replace', full)
    with pytest.raises(QgsProcessingException) as caught:
        run(tool, {**good, **destinations(tool, tmp_path)}, Feedback())
    assert 'No space left' in str(caught.value)
    assert 'Traceback' not in str(caught.value)
    assert [path for path in Path(tmp_path).rglob('*') if path.is_file()] == []
