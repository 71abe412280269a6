"""Zone statistics through QGIS: hand-worked numbers, and totals that agree in all tables."""

from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsProcessingException

WEST, NORTH = 500000.0, 4000000.0


@pytest.fixture
def zones(make_vector, square):
    """Zone A is two squares of 200 m, B one; a strip of 100 m east of them belongs to no zone."""
    return make_vector('zones', 'Polygon', {
        'zone_code': ['B', 'A', 'A'], 'zone_name': ['<i>乙</i>', '甲', '甲'],
        'color': ['#33689e', '#c8433f', '#c8433f']},
        [square(WEST, NORTH - 200, 200), square(WEST + 200, NORTH - 200, 200), square(WEST + 400, NORTH - 200, 200)])


@pytest.fixture
def units(make_vector, square):
    """Two units that do not follow the zones and reach beyond them by 100 m."""
    return make_vector('units', 'Polygon', {'unit_code': ['1', '2'], 'unit_name': ['W', 'E']},
                       [square(WEST, NORTH - 200, 300, 200), square(WEST + 300, NORTH - 200, 400, 200)])


def statistics(run_tool, zones, **more):
    return run_tool('zonestatistics', **{**dict(ZONES=zones, OUTPUT='TEMPORARY_OUTPUT'), **more})


def test_statistics_by_hand(run_tool, zones, units, make_raster, make_vector, square, tmp_path):
    value = np.array([[1.0, 2, 3, 4, 5, 6, 7], [1, 2, 3, np.nan, 5, 6, 7]])
    cover = np.array([[1, 1, 2, 2, 2, 2, 1], [1, 1, 2, 1, 2, 2, 1]])
    valid = np.ones((2, 7), bool)
    valid[0, 0] = False
    road = make_vector('road', 'LineString', {'id': [1]}, [
        f'LINESTRING({WEST} {NORTH - 50},{WEST + 700} {NORTH - 50})'])
    found = statistics(run_tool, zones, RASTERS=[make_raster('value', value)], UNITS=units,
                       CLASS_RASTERS=[make_raster('cover', cover, valid=valid)],
                       LAYERS=[road, make_vector('core', 'Polygon', {'id': [1, 2]}, [
                           square(WEST + 100, NORTH - 100, 200, 100), square(WEST + 150, NORTH - 100, 200, 100)]),
                           make_vector('node', 'Point', {'id': [1]}, [f'POINT({WEST + 250} {NORTH - 150})'])],
                       CLASS_AREAS='TEMPORARY_OUTPUT', UNIT_STATISTICS='TEMPORARY_OUTPUT',
                       CROSS_TABLE='TEMPORARY_OUTPUT', REPORT=str(tmp_path / '报告.html'))
    a, b = found.rows('OUTPUT')
    assert (a['zone_code'], a['features'], a['area_ha'], b['area_ha']) == ('A', 2, pytest.approx(8), pytest.approx(4))
    assert a['share'] == pytest.approx(2 / 3) and found['COUNT'] == 2 and found['AREA'] == pytest.approx(12)
    assert (a['value_mean'], a['value_sum'], a['value_known']) == pytest.approx((32 / 7, 32, 7 / 8))
    assert (b['value_mean'], b['value_std'], b['value_min'], b['value_max']) == pytest.approx((1.5, 0.5, 1, 2))
    # The two polygons overlap: 250 m together, 100 m of them in B, and count once.
    assert (a['core_ha'], b['core_ha']) == pytest.approx((1.5, 1)) and (a['node_n'], b['node_n']) == (1, 0)
    assert (a['road_km'], b['road_km']) == pytest.approx((0.4, 0.2))
    classes = {(row['level'], row['place'], row['class']): row for row in found.rows('CLASS_AREAS')}
    assert classes['zone', 'B', 1]['area_ha'] == pytest.approx(3) and classes['zone', 'A', 2]['cells'] == 7
    empty = [row for row in found.rows('CLASS_AREAS') if row['place'] == 'B' and row['class'] not in (1, 2)]
    assert [row['area_ha'] for row in empty] == pytest.approx([1])
    west, east = found.rows('UNIT_STATISTICS')
    assert (west['main_zone'], west['main_zone_share']) == ('B', pytest.approx(2 / 3))
    assert (east['main_zone'], east['main_zone_share']) == ('A', pytest.approx(3 / 4))
    page = Path(found['REPORT']).read_text(encoding='utf-8')
    assert '&lt;i&gt;' in page and '<i>' not in page


def test_totals_agree_in_all_tables(run_tool, zones, units, make_raster):
    cover = np.random.default_rng(1).integers(1, 5, (7, 23))
    found = statistics(run_tool, zones, UNITS=units, CLASS_RASTERS=[make_raster('c', cover, cell=31.0, height=29.0)],
                       CLASS_AREAS='TEMPORARY_OUTPUT', UNIT_STATISTICS='TEMPORARY_OUTPUT',
                       CROSS_TABLE='TEMPORARY_OUTPUT')
    by_zone = {row['zone_code']: row['area_ha'] for row in found.rows('OUTPUT')}
    by_unit = {row['unit_code']: row['area_ha'] for row in found.rows('UNIT_STATISTICS')}
    classes, cross = found.rows('CLASS_AREAS'), found.rows('CROSS_TABLE')
    for key, area in [*by_zone.items(), *by_unit.items()]:
        assert sum(row['area_ha'] for row in classes if row['place'] == key) == pytest.approx(area, rel=1e-12)
        assert sum(row['share'] for row in classes if row['place'] == key) == pytest.approx(1)
        assert sum(row['area_ha'] for row in cross if key in (row['zone'], row['unit_code'])) == pytest.approx(area)
    outside = [row for row in cross if row['zone'] not in by_zone]
    assert [(row['unit_code'], row['area_ha']) for row in outside] == [('2', pytest.approx(2))]


def test_no_rasters_are_needed(run_tool, zones):
    found = statistics(run_tool, zones)
    assert [row['area_ha'] for row in found.rows('OUTPUT')] == pytest.approx([8, 4])


def test_overlapping_polygons_and_distorted_areas_are_named(run_tool, make_vector, square, zones, units):
    twice = make_vector('twice', 'Polygon', {'zone_code': ['A', 'A']}, [
        square(WEST, NORTH - 200, 200), square(WEST + 100, NORTH - 200, 200)])
    found = statistics(run_tool, twice, UNITS=units, CROSS_TABLE='TEMPORARY_OUTPUT')
    assert any('overlap by 2.00 ha' in text for text in found.feedback.warnings)
    web = make_vector('web', 'Polygon', {'zone_code': ['A']}, [square(12900000, 4800000, 10000)], crs='EPSG:3857')
    found = statistics(run_tool, web)
    assert any('differ by +70' in text or 'differ by +6' in text for text in found.feedback.warnings)
    assert not [text for text in statistics(run_tool, zones).feedback.warnings if 'differ' in text]


def test_statistics_say_what_is_wrong(run_tool, zones, make_raster, make_vector, square):
    raster = make_raster('r', np.ones((2, 2)))
    gap = make_vector('gap', 'Polygon', {'zone_code': ['A', None]}, [
        square(WEST, NORTH, 9), square(WEST + 9, NORTH, 9)])
    for parameters, message in (({'ZONE_FIELD': 'no'}, 'has no field no'), ({'ZONES': gap}, '1 features have no zone'),
                                ({'RASTERS': [raster, raster]}, 'not all different'),
                                ({'RASTERS': [raster], 'RASTER_NAMES': 'a,b'}, '2 names for 1 rasters'),
                                ({'CROSS_TABLE': 'TEMPORARY_OUTPUT'}, 'choose a layer for Administrative units'),
                                ({'CLASS_RASTERS': [make_raster('f', np.full((2, 2), .5))]}, 'fractions')):
        with pytest.raises(QgsProcessingException, match=message):
            statistics(run_tool, **{'zones': zones, **parameters})


def test_layers_of_one_file_are_told_apart(run_tool, zones, tmp_path, make_vector, square):
    from osgeo import gdal
    path = str(tmp_path / '一个.gpkg')
    source = str(tmp_path / 'line.geojson')
    Path(source).write_text('{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:32650"}},'
                            '"features":[{"type":"Feature","properties":{},"geometry":{"type":"LineString",'
                            f'"coordinates":[[{WEST},{NORTH - 50}],[{WEST + 600},{NORTH - 50}]]}}}}]}}',
                            encoding='utf-8')
    for name in ('roads', 'rivers'):
        gdal.VectorTranslate(path, source, layerName=name, accessMode='update' if Path(path).exists() else None,
                             dstSRS='EPSG:32650')
    layers = [f'{path}|layername={name}' for name in ('roads', 'rivers')]
    found = statistics(run_tool, zones, LAYERS=layers)
    assert {'roads_km', 'rivers_km'} <= set(found.rows('OUTPUT')[0])
    named = statistics(run_tool, zones, LAYERS=layers, LAYER_NAMES='a,b')
    assert named.rows('OUTPUT')[0]['b_km'] == pytest.approx(0.4)
    with pytest.raises(QgsProcessingException, match='1 names for 2 layers'):
        statistics(run_tool, zones, LAYERS=layers, LAYER_NAMES='a')
