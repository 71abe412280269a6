"""Habitat quality and importance as tools: layers, tables, names, messages."""

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException

from ecorestore.ecorestore_plugin.core.sources.threat_influence import decay_of

WEST, NORTH, CELL = 500000.0, 4000000.0, 100.0
LAND = np.array([[1, 1, 2, 2], [1, 8, 2, 2], [2, 2, 2, 5]])


def habitat(run_tool, **more):
    return run_tool('habitatquality', **{'QUALITY': 'TEMPORARY_OUTPUT', 'DEGRADATION': 'TEMPORARY_OUTPUT', **more})


def bands_of(path):
    dataset = gdal.Open(path)
    return [dataset.GetRasterBand(number + 1).GetDescription() for number in range(dataset.RasterCount)]


@pytest.fixture
def land(make_raster):
    return make_raster('land', LAND)


@pytest.fixture
def threats(make_vector):
    return make_vector('threats', 'None', {'threat': ['town', '农田'], 'max_dist': [300.0, 200.0],
                                           'weight': [1.0, 1.0], 'decay': ['linear', 'exponential'],
                                           'classes': ['8', None], 'cur_path': ['in/urban.tif', 'farm.tif']})


@pytest.fixture
def sensitivity(make_vector):
    return make_vector('sensitivity', 'None', {
        'lucode': [1, 2, 5, 8], 'habitat': [0.3, 1.0, 0.8, 0.0], 'town': [0.5, 1.0, 0.7, 0.0],
        '农田': [0.0, 0.6, 0.6, 0.0]})


@pytest.fixture
def farm(make_raster):
    return make_raster('farm', np.where(LAND == 1, 0.3, np.nan))


def test_threats_from_classes_and_from_a_raster(run_tool, land, threats, sensitivity, farm, tmp_path):
    found = habitat(run_tool, LANDCOVER=land, THREATS=threats, SENSITIVITY=sensitivity, THREAT_RASTERS=[farm],
                    THREAT_DEGRADATION=str(tmp_path / '各威胁.tif'), EFFECTS='TEMPORARY_OUTPUT')
    assert bands_of(found['THREAT_DEGRADATION']) == ['town', '农田']
    town = 0.5 * decay_of(np.hypot(*np.mgrid[-1:2, -1:3]) * CELL, 300, 'linear')
    town *= np.select([LAND == 1, LAND == 2, LAND == 5], [0.5, 1.0, 0.7])
    assert found.array('THREAT_DEGRADATION', 1) == pytest.approx(town, abs=1e-6)
    # Row 0, column 2: the farm beside it, whatever its intensity.
    assert found.array('THREAT_DEGRADATION', 2)[0, 2] == pytest.approx(0.5 * np.exp(-2.99 / 2) * 0.6)
    total = found.array('THREAT_DEGRADATION', 1) + found.array('THREAT_DEGRADATION', 2)
    assert found.array('DEGRADATION') == pytest.approx(total, abs=1e-6)
    quality = found.array('QUALITY')
    assert quality[1, 1] == 0 and found['MEAN_QUALITY'] == pytest.approx(quality.mean(), abs=1e-6)
    assert found['HALF_SATURATION_USED'] == 0.05
    rows = found.rows('EFFECTS')
    assert [row['threat'] for row in rows] == ['town', '农田'] and [row['cells'] for row in rows] == [1, 3]
    assert sum(row['share'] for row in rows) == pytest.approx(1)


def test_kernel_and_fitted_half_saturation(run_tool, land, threats, sensitivity, farm):
    found = habitat(run_tool, LANDCOVER=land, THREATS=threats, SENSITIVITY=sensitivity, THREAT_RASTERS=[farm],
                    METHOD='kernel', FIT_HALF_SATURATION=True)
    assert 0 < found['MAX_DEGRADATION'] < 0.2
    assert found['HALF_SATURATION_USED'] == pytest.approx(found['MAX_DEGRADATION'] / 2)


def test_rasters_by_order_and_by_given_names(run_tool, land, threats, sensitivity, make_raster):
    one, two = (make_raster(name, np.where(LAND == code, 1.0, 0.0)) for name, code in (('a', 8), ('b', 1)))
    tables = {'LANDCOVER': land, 'THREATS': threats, 'SENSITIVITY': sensitivity}
    by_order = habitat(run_tool, THREAT_RASTERS=[one, two], **tables)
    by_name = habitat(run_tool, THREAT_RASTERS=[two, one], THREAT_NAMES='农田，town', **tables)
    assert (by_order.array('QUALITY') == by_name.array('QUALITY')).all()
    assert any('农田: raster b' in text for text in by_name.feedback.said)
    with pytest.raises(QgsProcessingException, match='2 names of threat rasters for 1 rasters'):
        habitat(run_tool, THREAT_RASTERS=[one], THREAT_NAMES='town,x', **tables)
    with pytest.raises(QgsProcessingException, match='fit no threat of the table: x'):
        habitat(run_tool, THREAT_RASTERS=[one], THREAT_NAMES='x', **tables)


def test_shipped_tables_roads_access_and_rarity(run_tool, land, make_raster, make_vector, square):
    roads = make_vector('roads', 'LineString', {'id': [1]}, [
        f'LINESTRING({WEST} {NORTH - 50}, {WEST + 400} {NORTH - 50})'])
    reserve = make_vector('保护区', 'Polygon', {'access': [0.0]}, [square(WEST + 200, NORTH - 300, 200, 300)])
    before = make_raster('before', np.where(LAND == 8, 2, LAND))
    found = habitat(run_tool, LANDCOVER=land, ROADS=roads, ACCESS_AREAS=reserve, BASELINE=before,
                    RARITY='TEMPORARY_OUTPUT', THREAT_DEGRADATION='TEMPORARY_OUTPUT')
    assert bands_of(found['THREAT_DEGRADATION']) == ['cropland', 'builtup', 'road']
    quality = found.array('QUALITY')
    assert quality[:, 2:] == pytest.approx(np.where(LAND[:, 2:] == 5, 0.8, 1.0))
    assert (quality[2, :2] < 1).all()
    assert found.array('RARITY')[0] == pytest.approx([0.5, 0.5, 1 - 7 / 15, 1 - 7 / 15])
    assert found.array('RARITY')[1, 1] == 0
    open_land = habitat(run_tool, LANDCOVER=land, ACCESS=make_raster('access', np.where(LAND == 2, 1.0, np.nan)))
    assert any('road is left out' in text for text in open_land.feedback.said)
    assert any('larger than the whole area' in text for text in open_land.feedback.warnings)


def test_gbk_tables_and_float_codes(run_tool, make_raster, tmp_path):
    land = make_raster('浮点', LAND.astype(float))
    threats = tmp_path / '威胁.csv'
    threats.write_bytes('threat,max_dist,weight,decay,classes\n城镇,300,1,线性,8\n农田,200,0.5,指数,1.0\n'.encode('gbk'))
    table = tmp_path / '敏感性.csv'
    table.write_bytes('lucode,名称,habitat,城镇,农田\n1,耕地,0.3,0.5,0\n2,林地,1,1,0.6\n5,水域,0.8,0.7,0.6\n8,建设用地,0,0,0\n'
                      .encode('gbk'))
    found = habitat(run_tool, LANDCOVER=land, THREATS=str(threats), SENSITIVITY=str(table),
                    THREAT_DEGRADATION='TEMPORARY_OUTPUT')
    assert bands_of(found['THREAT_DEGRADATION']) == ['城镇', '农田']
    assert any('GB18030' in text for text in found.feedback.said)
    same = habitat(run_tool, LANDCOVER=land, THREATS=_utf8(threats), SENSITIVITY=_utf8(table))
    assert (same.array('QUALITY') == found.array('QUALITY')).all()


def _utf8(path):
    copy = path.with_name(f'u_{path.name}')
    copy.write_text(path.read_bytes().decode('gbk'), encoding='utf-8')
    return str(copy)


def test_warnings(run_tool, make_raster, threats, sensitivity):
    row = np.array([[8, 2, 2, 2, 2, 2, 2, 2]])
    land = make_raster('row', row)
    away = make_raster('farm', np.zeros(row.shape))
    found = habitat(run_tool, LANDCOVER=land, THREATS=threats, SENSITIVITY=sensitivity, THREAT_RASTERS=[away])
    text = ' '.join(found.feedback.warnings)
    assert '农田 occurs nowhere' in text and 'codes 1, 5 have no cell' in text
    empty = make_raster('farm2', np.where(row == 8, np.nan, 0))
    hole = make_raster('hole', np.where(row == 8, -1, np.where(np.arange(8) < 5, 1, 2)), valid=row != 8)
    beside = make_raster('town', (row == 8).astype(float))
    far = habitat(run_tool, LANDCOVER=hole, THREATS=threats, SENSITIVITY=_no_habitat(sensitivity),
                  THREAT_RASTERS=[beside, empty], THREAT_NAMES='town,农田')
    assert any('town reaches no habitat: the nearest habitat is 500 m away, and it reaches 300 m' in text
               for text in far.feedback.warnings)


def _no_habitat(layer):
    """Cropland is no habitat."""
    provider = layer.dataProvider()
    first = next(layer.getFeatures())
    provider.changeAttributeValues({first.id(): {layer.fields().indexOf('habitat'): 0.0}})
    return layer


def test_kilometres_are_noticed(run_tool, land, make_vector, sensitivity):
    table = make_vector('km', 'None', {'threat': ['town'], 'max_dist': [0.3], 'weight': [1.0], 'decay': ['linear'],
                                       'classes': ['8']})
    found = habitat(run_tool, LANDCOVER=land, THREATS=table, SENSITIVITY=sensitivity)
    assert any('smaller than a cell' in text and 'kilometres' in text for text in found.feedback.warnings)


def test_habitat_quality_says_what_is_wrong(run_tool, land, threats, sensitivity, farm, make_raster, make_vector):
    good = {'LANDCOVER': land, 'THREATS': threats, 'SENSITIVITY': sensitivity, 'THREAT_RASTERS': [farm]}

    def one(**columns):
        rows = {'threat': ['town'], 'max_dist': [300.0], 'weight': [1.0], 'decay': ['linear'], 'classes': ['8']}
        return make_vector('one', 'None', {**rows, **columns})
    full = make_raster('full', np.full(LAND.shape, 255.0))
    for change, message in (
            ({'THREAT_RASTERS': [full], 'THREAT_NAMES': '农田'}, '农田: 12 values lie outside 0 to 1'),
            ({'THREAT_RASTERS': []}, '农田 has no raster'),
            ({'THREAT_RASTERS': [make_raster('small', np.zeros((5, 5)))], 'THREAT_NAMES': '农田'}, 'Align rasters'),
            ({'LANDCOVER': make_raster('other', np.where(LAND == 5, 77, LAND))}, r'code \(cells\) 77 \(1\)'),
            ({'LANDCOVER': make_raster('half', LAND + 0.5)}, '12 cells have fractions'),
            ({'THREATS': one(max_dist=[-5.0])}, 'max_dist is -5'),
            ({'THREATS': one(decay=['gauss'])}, 'decay is "gauss"'),
            ({'THREATS': one(classes=['city']), 'THREAT_RASTERS': []}, '"city" in the column classes'),
            ({'THREATS': one(threat=['rail']), 'THREAT_RASTERS': []}, 'no column for the threat rail'),
            ({'SENSITIVITY': make_vector('s', 'None', {'lucode': [1, 2, 5, 8], 'habitat': [30, 100, 80, 0],
                                                       'town': [0] * 4, '农田': [0] * 4})}, 'habitat: 3 values'),
            ({'SENSITIVITY': make_vector('s', 'None', {'lucode': [1, 2, 5, 8, 8], 'habitat': [0] * 5, 'town': [0] * 5,
                                                       '农田': [0] * 5})}, 'more than one row for the codes 8'),
            ({'RARITY': 'TEMPORARY_OUTPUT'}, 'needs a baseline'),
            ({'ACCESS': make_raster('access', np.full(LAND.shape, 3.0))}, 'access: 12 values'),
            ({'BASELINE': make_raster('b', np.zeros((5, 5), int))}, 'Align rasters')):
        with pytest.raises(QgsProcessingException, match=message):
            habitat(run_tool, **{**good, **change})


# Importance.

def graded(run_tool, **more):
    return run_tool('importance', **{'OUTPUT': 'TEMPORARY_OUTPUT', **more})


def test_importance_by_shares_and_the_highest_grade(run_tool, make_raster, tmp_path):
    water = make_raster('water_conservation', np.array([[40, 20, 15, 10], [10, 5, 0, np.nan]]))
    cover = make_raster('cover', np.array([[8, 8, 8, 8], [8, 9, 8, 8]]))
    found = graded(run_tool, FACTORS=[water, cover], NAMES='Water conservation, landcover',
                   SCORE=str(tmp_path / '得分.tif'), GROUP_SCORES='TEMPORARY_OUTPUT', SUMMARY='TEMPORARY_OUTPUT',
                   FACTOR_SCORES='TEMPORARY_OUTPUT')
    expected = np.array([[5, 5, 3, 3], [3, 4, 1, np.nan]])
    assert found.array('OUTPUT') == pytest.approx(expected, nan_ok=True)
    assert found.array('SCORE') == pytest.approx(expected, nan_ok=True)
    assert bands_of(found['GROUP_SCORES']) == ['service', 'cover']
    assert bands_of(found['FACTOR_SCORES']) == ['Water conservation', 'landcover']
    assert [row['cells'] for row in found.rows('SUMMARY')] == [1, 0, 3, 1, 2]
    assert found['HIGHEST_AREA'] == 2 and found['MEAN_SCORE'] == pytest.approx(24 / 7)
    assert any('1 cells have some factors but not all' in text for text in found.feedback.warnings)
    all_known = graded(run_tool, FACTORS=[water, cover], NAMES='water_conservation,landcover', ALLOW_MISSING=True)
    assert all_known.array('OUTPUT')[1, 3] == 1


def test_importance_of_layers_the_table_lacks(run_tool, make_raster):
    values = make_raster('鸟类', np.arange(10.0).reshape(2, 5))
    found = graded(run_tool, FACTORS=[values], METHOD='equal')
    assert found.array('OUTPUT').astype(int).tolist() == [[1, 1, 2, 2, 3], [3, 4, 4, 5, 5]]
    assert any('鸟类 is not in the shipped table' in text for text in found.feedback.said)


def test_importance_with_a_table_of_ones_own(run_tool, make_raster, tmp_path):
    one, two = make_raster('a', np.array([[1.0, 9]])), make_raster('b', np.array([[3.0, 1]]))
    table = tmp_path / '因子.csv'
    table.write_bytes('factor,method,from,to,score,weight,说明\na,range,,5,2,3,低\na,range,5,,5,,高\nb,given,,,,1,分级\n'
                      'c,jenks,,,,1,多余\n'.encode('gbk'))
    found = graded(run_tool, FACTORS=[one, two], TABLE=str(table), COMBINATION='weighted_sum',
                   SCORE='TEMPORARY_OUTPUT')
    assert found.array('SCORE').tolist() == [[2.25, 4]]
    assert found.array('OUTPUT').tolist() == [[2, 4]]
    assert any('left aside: c' in text for text in found.feedback.warnings)


def test_importance_says_what_is_wrong(run_tool, make_raster, make_vector):
    good, flat = make_raster('npp', np.array([[1.0, 9]])), make_raster('flat', np.array([[2.0, 2]]))
    table = make_vector('t', 'None', {'factor': ['npp'], 'method': ['jenks']})
    for change, message in (
            ({'NAMES': 'a,b'}, '2 factor names for 1 factors'),
            ({'FACTORS': [good, flat], 'NAMES': 'x,X'}, 'More than one raster is called X, x'),
            ({'FACTORS': [flat], 'TABLE': table}, r'flat has no rows in Factor table \(t\), which grades npp'),
            ({'FACTORS': [flat], 'NAMES': 'npp', 'TABLE': table}, 'npp does not vary'),
            ({'FACTORS': [make_raster('npp2', np.array([[-1.0, 9]]))], 'NAMES': 'npp'}, 'npp: 1 values lie outside 0'),
            ({'FACTORS': [make_raster('lc', np.array([[1, 99]]))], 'NAMES': 'landcover'}, 'value without a score'),
            ({'TABLE': make_vector('u', 'None', {'factor': ['npp'], 'method': ['best']})}, 'method is "best"'),
            ({'TABLE': make_vector('v', 'None', {'factor': ['npp']})}, 'no field method'),
            ({'FACTORS': [good, make_raster('big', np.ones((5, 5)))]}, 'Align rasters')):
        with pytest.raises(QgsProcessingException, match=message):
            graded(run_tool, **{'FACTORS': [good], **change})
