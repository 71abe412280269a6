"""Resilience indicators, index and classes through QGIS."""

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException

SHAPE = (12, 16)
WEST, NORTH = 500000.0, 4000000.0


@pytest.fixture
def raw(make_raster):
    """All raw layers as rasters of 100 m."""
    draw = np.random.default_rng(6)

    def layer(name, low, high):
        return make_raster(name, draw.uniform(low, high, SHAPE))
    return {'DEM': layer('dem', 0, 900), 'PRECIPITATION': layer('rain', 400, 900),
            'TEMPERATURE': layer('temperature', 5, 15), 'ET0': layer('et0', 500, 1000),
            'ORGANIC_CARBON': layer('carbon', 0.5, 3), 'SOIL_DEPTH': layer('depth', 100, 2000),
            'ERODIBILITY': layer('k', 0.01, 0.05), 'NDVI': layer('ndvi', -0.1, 0.9),
            'POPULATION': layer('people', 0, 50), 'NIGHTLIGHT': layer('light', 0, 30),
            'LANDCOVER': make_raster('landcover', draw.integers(1, 10, SHAPE))}


def indicators(run_tool, raw, **more):
    return run_tool('resilienceindicators', **{**raw, 'WINDOW': 500, 'RELIEF_WINDOW': 300,
                                               'INDICATORS': 'TEMPORARY_OUTPUT', **more})


def bands_of(path):
    dataset = gdal.Open(path)
    return [dataset.GetRasterBand(i + 1).GetDescription() for i in range(dataset.RasterCount)]


def test_fifteen_named_bands(run_tool, raw):
    found = indicators(run_tool, raw)
    assert bands_of(found['INDICATORS']) == [
        'elevation', 'slope', 'relief', 'precipitation', 'temperature', 'dryness', 'organic_matter', 'soil_depth',
        'erodibility', 'vegetation_cover', 'landscape_diversity', 'ecological_elasticity', 'population_density',
        'night_light', 'land_use_intensity']
    assert found['MISSING'] == 0
    people = gdal.Open(raw['POPULATION']).ReadAsArray()
    assert found.array('INDICATORS', 13) == pytest.approx(people * 100, rel=1e-6)
    carbon = gdal.Open(raw['ORGANIC_CARBON']).ReadAsArray()
    assert found.array('INDICATORS', 7) == pytest.approx(1.724 * carbon, rel=1e-6)
    classes = gdal.Open(raw['LANDCOVER']).ReadAsArray()
    scores = dict(zip(range(1, 10), [0.5, 0.9, 0.8, 0.7, 0.8, 0.1, 0.1, 0.3, 0.8]))
    window = classes[3:8, 5:10]
    assert found.array('INDICATORS', 12)[5, 7] == pytest.approx(np.mean([scores[c] for c in window.ravel()]))
    shares = np.unique(window, return_counts=True)[1] / 25
    assert found.array('INDICATORS', 11)[5, 7] == pytest.approx(-(shares * np.log(shares)).sum(), rel=1e-6)


def test_missing_layers_are_an_error_unless_allowed(run_tool, raw):
    del raw['ET0'], raw['POPULATION']
    with pytest.raises(QgsProcessingException, match='2 indicators cannot be made.*dryness.*population_density'):
        indicators(run_tool, raw)
    found = indicators(run_tool, raw, ALLOW_MISSING=True)
    assert found['MISSING'] == 2 and np.isnan(found.array('INDICATORS', 6)).all()
    assert any('dryness' in text for text in found.feedback.warnings)
    index = resilience(run_tool, found['INDICATORS'])
    weights = {row['indicator']: row for row in index.rows('WEIGHT_TABLE')}
    assert weights['dryness']['weight'] == 0 and weights['dryness']['note'] == 'missing'
    assert sum(row['weight'] for row in weights.values()) == pytest.approx(1)


def test_erodibility_from_texture_and_roads(run_tool, raw, make_raster, make_vector):
    del raw['ERODIBILITY']
    texture = {name: make_raster(name, np.full(SHAPE, float(share)))
               for name, share in (('SAND', 40), ('SILT', 35), ('CLAY', 25))}
    raw['ORGANIC_CARBON'] = make_raster('c', np.full(SHAPE, 1.2))
    roads = make_vector('roads', 'LineString', {'id': [1]}, [
        f'LINESTRING({WEST} {NORTH - 650}, {WEST + 1600} {NORTH - 650})'])
    found = indicators(run_tool, {**raw, **texture}, ROADS=roads, WINDOW=300)
    # Published probe of the EPIC equation: 40/35/25, C 1.2.
    assert found.array('INDICATORS', 9) == pytest.approx(0.0347123, abs=1e-6)
    assert bands_of(found['INDICATORS'])[14] == 'road_density'
    density = found.array('INDICATORS', 15)
    # 100 m of road in three of nine cells of 1 ha.
    assert density[6, 5] == pytest.approx(0.3 / 0.09) and density[0, 0] == 0
    assert resilience(run_tool, found['INDICATORS'])['MEAN'] > 0


@pytest.mark.parametrize('name, values, message', [
    ('LANDCOVER', np.full(SHAPE, 77), r'code \(cells\) 77 \(192\)'),
    ('PRECIPITATION', np.full(SHAPE, -5.0), 'outside 0'),
    ('NDVI', np.full(SHAPE, 8000.0), 'outside -1 to 1'),
    ('DEM', np.full(SHAPE, np.nan), 'all 192 values are nodata')])
def test_indicators_say_what_is_wrong(run_tool, raw, make_raster, name, values, message):
    raw[name] = make_raster(f'bad_{name}', values)
    with pytest.raises(QgsProcessingException, match=message):
        indicators(run_tool, raw)


def test_indicators_refuse_other_grids_and_geographic_ones(run_tool, raw, make_raster):
    raw['NDVI'] = make_raster('small', np.zeros((5, 5)))
    with pytest.raises(QgsProcessingException, match='the shape differs'):
        indicators(run_tool, raw)
    degrees = make_raster('degrees', np.zeros(SHAPE), cell=0.01, crs='EPSG:4326', origin=(110, 30))
    with pytest.raises(QgsProcessingException, match='geographic'):
        indicators(run_tool, {'DEM': degrees})
    with pytest.raises(QgsProcessingException, match='None of the layers'):
        indicators(run_tool, {})


# The index.

PROBE = np.array([[.2, 30, 5], [.5, 10, 8], [.9, 20, 2], [.4, 40, 6]])


def resilience(run_tool, path, **more):
    return run_tool('resilienceindex', **{'INDICATORS': path, 'RESILIENCE': 'TEMPORARY_OUTPUT',
                                          'WEIGHT_TABLE': 'TEMPORARY_OUTPUT', **more})


@pytest.fixture
def probe(make_raster, make_vector):
    path = make_raster('probe', PROBE.T.reshape(3, 2, 2), bands=('a', 'b', 'c'))
    rows = make_vector('rows', 'None', {'indicator': ['a', 'b', 'c', 'd'], 'perspective': ['x', 'x', 'y', 'y'],
                                        'direction': ['+', '-', '+', '+'], 'weight': [1.0, 3.0, 4.0, None]})
    return path, rows


def test_index_with_entropy_is_the_probe(run_tool, probe, tmp_path):
    path, rows = probe
    found = resilience(run_tool, path, TABLE=rows, WEIGHTS='entropy', CLIP_LOW=0, CLIP_HIGH=100,
                       PERSPECTIVES=str(tmp_path / '视角.tif'), CORRELATIONS='TEMPORARY_OUTPUT')
    table = found.rows('WEIGHT_TABLE')
    assert [row['weight'] for row in table] == pytest.approx([0.377606, 0.331773, 0.290620], abs=1e-5)
    normalised = (PROBE - PROBE.min(0)) / np.ptp(PROBE, axis=0)
    normalised[:, 1] = 1 - normalised[:, 1]
    weights = np.array([row['weight'] for row in table])
    assert found.array('RESILIENCE').ravel() == pytest.approx(normalised @ weights, abs=1e-6)
    assert found['MEAN'] == pytest.approx((normalised @ weights).mean(), abs=1e-6)
    assert [row['low'] for row in table] == pytest.approx([0.2, 10, 2]) and table[1]['direction'] == '-'
    assert sum(row['contribution'] for row in table) == pytest.approx(1)
    assert bands_of(found['PERSPECTIVES']) == ['x', 'y']
    assert found.array('PERSPECTIVES', 2).ravel() == pytest.approx(normalised[:, 2], abs=1e-6)
    matrix = found.rows('CORRELATIONS')
    assert matrix[0]['b'] == pytest.approx(np.corrcoef(normalised[:, 0], normalised[:, 1])[0, 1], abs=1e-5)
    assert any('d' in text and 'not used' in text for text in found.feedback.said)


def test_listed_and_judged_weights(run_tool, probe, make_vector):
    path, rows = probe
    found = resilience(run_tool, path, TABLE=rows, WEIGHTS='table')
    assert [row['weight'] for row in found.rows('WEIGHT_TABLE')] == pytest.approx([1 / 8, 3 / 8, 4 / 8])
    judged = make_vector('judged', 'None', {'perspective': ['x', 'y'], 'x': ['1', '1/3'], 'y': ['3', '1']})
    found = resilience(run_tool, path, TABLE=rows, WEIGHTS='ahp', JUDGEMENTS=judged)
    assert [row['weight'] for row in found.rows('WEIGHT_TABLE')] == pytest.approx([0.75 / 4, 0.75 * 3 / 4, 0.25])
    assert found['CONSISTENCY_RATIO'] == 0


def test_shipped_tables_and_all_weightings(run_tool, raw):
    path = indicators(run_tool, raw)['INDICATORS']
    means = set()
    for method in ('combined', 'ahp', 'entropy', 'equal'):
        found = resilience(run_tool, path, WEIGHTS=method)
        values = found.array('RESILIENCE')
        assert np.isfinite(values).all() and 0 <= values.min() < values.max() <= 1
        assert sum(row['weight'] for row in found.rows('WEIGHT_TABLE')) == pytest.approx(1)
        means.add(round(found['MEAN'], 6))
    assert len(means) == 4


def test_index_warns_of_repeating_and_constant_indicators(run_tool, make_raster, probe):
    values = np.random.default_rng(0).random((2, 2))
    path = make_raster('twin', np.array([values, 2 * values, np.ones((2, 2))]), bands=('a', 'b', 'c'))
    found = resilience(run_tool, path, TABLE=probe[1], WEIGHTS='equal')
    warnings = ' '.join(found.feedback.warnings)
    assert 'a -1.00' in warnings and 'constant' in warnings and 'variance inflation' in warnings
    assert [row['weight'] for row in found.rows('WEIGHT_TABLE')] == [0.5, 0.5, 0]


def test_index_says_what_is_wrong(run_tool, probe, make_raster, make_vector):
    path, rows = probe
    with pytest.raises(QgsProcessingException, match='3 bands have no row'):
        resilience(run_tool, path)
    bad = make_vector('bad', 'None', {'indicator': ['a', 'b', 'c'], 'perspective': ['x', 'x', 'y'],
                                      'direction': ['+', 'down', '+']})
    with pytest.raises(QgsProcessingException, match='direction is "down"'):
        resilience(run_tool, path, TABLE=bad)
    with pytest.raises(QgsProcessingException, match='has no field direction'):
        resilience(run_tool, path, TABLE=make_vector('less', 'None', {'indicator': ['a'], 'perspective': ['x']}))
    torn = make_vector('torn', 'None', {'perspective': ['x', 'y'], 'x': [1.0, 2.0], 'y': [2.0, 1.0]})
    with pytest.raises(QgsProcessingException, match='not reciprocal'):
        resilience(run_tool, path, TABLE=rows, WEIGHTS='ahp', JUDGEMENTS=torn)
    flat = make_raster('flat', np.ones((3, 2, 2)), bands=('a', 'b', 'c'))
    with pytest.raises(QgsProcessingException, match='None of the 3 indicators varies'):
        resilience(run_tool, flat, TABLE=rows, WEIGHTS='equal')


# Classes.

def classes(run_tool, **more):
    return run_tool('classify', BREAKS='TEMPORARY_OUTPUT', **more)


def test_classes_of_a_raster(run_tool, make_raster):
    path = make_raster('values', np.array([[1, 2, 3, 10], [11, 12, 30, np.nan]], float))
    found = classes(run_tool, INPUT=path, CLASSES=3, OUTPUT='TEMPORARY_OUTPUT')
    assert [(row['lower'], row['upper'], row['values']) for row in found.rows('BREAKS')] == [
        (1, 3, 3), (3, 12, 3), (12, 30, 1)]
    assert found.array('OUTPUT') == pytest.approx(np.array([[1, 1, 1, 2], [2, 2, 3, np.nan]]), nan_ok=True)
    assert found['NUMBER'] == 3 and 0.9 < found['GOODNESS'] <= 1


def test_classes_of_a_field(run_tool, make_vector, square):
    layer = make_vector('层', 'Polygon', {'值': [-2.0, -1.0, 3.0, None], 'class': ['a', 'b', 'c', 'd']},
                        [square(WEST + 100 * i, NORTH, 100) for i in range(4)])
    found = classes(run_tool, VECTOR=layer, FIELD='值', METHOD='zero_locked', CLASSES=2,
                    OUTPUT_VECTOR='TEMPORARY_OUTPUT')
    rows = found.rows('OUTPUT_VECTOR')
    assert [row['class'] for row in rows[:3]] == [1, 1, 2] and rows[2]['geometry'].area() == pytest.approx(10000)
    assert [row['upper'] for row in found.rows('BREAKS')] == [0, 3]


def test_classes_of_a_table_and_manual_limits(run_tool, make_vector):
    layer = make_vector('table', 'None', {'value': [-5, 0, 1, 9]})
    found = classes(run_tool, VECTOR=layer, FIELD='value', METHOD='manual', LIMITS='-1,0,5', CLASS_FIELD='等级',
                    OUTPUT_VECTOR='TEMPORARY_OUTPUT')
    assert [row['等级'] for row in found.rows('OUTPUT_VECTOR')] == [1, 1, 2, 2]
    assert any('2 values lie beyond' in text for text in found.feedback.warnings)


def test_ties_leave_fewer_quantiles(run_tool, make_raster):
    path = make_raster('ties', np.array([[0, 0, 0, 0, 5.0]]))
    found = classes(run_tool, INPUT=path, METHOD='quantile', CLASSES=4)
    assert found['NUMBER'] == 1 and any('instead of 4' in text for text in found.feedback.warnings)


def test_classify_says_what_is_wrong(run_tool, make_raster, make_vector):
    path = make_raster('values', np.array([[1.0, 2.0]]))
    for parameters, message in (({}, 'either a raster or a vector'),
                                ({'INPUT': path, 'CLASSES': 3}, 'only 2 different'),
                                ({'INPUT': path, 'METHOD': 'manual'}, 'needs limits'),
                                ({'INPUT': path, 'METHOD': 'manual', 'LIMITS': '2,1'}, 'larger than the one'),
                                ({'VECTOR': make_vector('t', 'None', {'v': [1]})}, 'Choose the field')):
        with pytest.raises(QgsProcessingException, match=message):
            classes(run_tool, **parameters)


def test_own_rasters_replace_indicators(run_tool, raw, make_raster):
    del raw['ET0'], raw['DEM']
    own = {name: make_raster(name, np.full(SHAPE, float(i)) + np.arange(SHAPE[1])) for i, name in enumerate(
        ('dryness', 'elevation', 'slope', 'relief', 'temperature'))}
    found = indicators(run_tool, raw, OWN=list(own.values()), OWN_NAMES=', '.join(own))
    assert found['MISSING'] == 0 and len(bands_of(found['INDICATORS'])) == 15
    assert [found.array('INDICATORS', band)[3, 2] for band in (1, 2, 3, 5, 6)] == [3, 4, 5, 6, 2]
    roads = indicators(run_tool, raw, OWN=list(own.values()), OWN_NAMES='dryness,elevation,slope,relief,road_density')
    assert bands_of(roads['INDICATORS'])[14] == 'road_density' and roads.array('INDICATORS', 15)[0, 0] == 4
    for names, message in (('dryness', '1 names for 5 rasters'), ('a,b,c,d,e', 'a is no indicator'),
                           ('slope,slope,relief,dryness,elevation', 'not all different')):
        with pytest.raises(QgsProcessingException, match=message):
            indicators(run_tool, raw, OWN=list(own.values()), OWN_NAMES=names)


def test_critic_directions_and_report(run_tool, probe, tmp_path):
    path, rows = probe
    common = dict(TABLE=rows, CLIP_LOW=0, CLIP_HIGH=100)
    found = resilience(run_tool, path, WEIGHTS='critic', REPORT=str(tmp_path / '报告.html'), **common)
    # The published probe of CRITIC.
    weights = [row['weight'] for row in found.rows('WEIGHT_TABLE')]
    assert weights == pytest.approx([.358327, .239839, .401834], abs=1e-5)
    assert [row['weight_critic'] for row in found.rows('WEIGHT_TABLE')] == weights
    page = (tmp_path / '报告.html').read_text(encoding='utf-8')
    assert 'Variance inflation' in page and 'Contribution' in page and '<script' not in page
    turned = resilience(run_tool, path, WEIGHTS='equal', DIRECTIONS='b=+', **common)
    assert [row['direction'] for row in turned.rows('WEIGHT_TABLE')] == ['+', '+', '+']
    assert [row['direction'] for row in found.rows('WEIGHT_TABLE')] == ['+', '-', '+']
    with pytest.raises(QgsProcessingException, match='name z, which is no indicator'):
        resilience(run_tool, path, DIRECTIONS='z=+', **common)
    with pytest.raises(QgsProcessingException, match='name no indicator'):
        resilience(run_tool, path, DIRECTIONS='+,-', **common)


def test_three_sets_combined_and_a_radar(run_tool, raw, tmp_path):
    path = indicators(run_tool, raw)['INDICATORS']
    found = resilience(run_tool, path, WEIGHTS='combined_all', REPORT=str(tmp_path / 'r.html'))
    rows = found.rows('WEIGHT_TABLE')
    for row in rows:
        parts = [row[key] for key in ('weight_ahp', 'weight_entropy', 'weight_critic')]
        assert min(parts) - 1e-9 <= row['weight'] <= max(parts) + 1e-9
    page = (tmp_path / 'r.html').read_text(encoding='utf-8')
    assert page.count('<polygon') == 5 and 'Hydrothermal' in page


def test_limits_of_one_date_serve_another(run_tool, make_raster, make_vector):
    first = make_raster('first', np.array([[1, 2, 3, 10, 11, 12, 30.0]]))
    second = make_raster('second', np.array([[0, 3, 3.5, 12, 13, 40, np.nan]]))
    breaks = classes(run_tool, INPUT=first, CLASSES=3)
    found = classes(run_tool, INPUT=second, BREAKS_TABLE=breaks.layer('BREAKS'), OUTPUT='TEMPORARY_OUTPUT')
    assert found.array('OUTPUT')[0] == pytest.approx([1, 1, 2, 2, 3, 3, np.nan], nan_ok=True)
    assert [row['upper'] for row in found.rows('BREAKS')] == [3, 12, 30]
    assert any('2 values lie beyond' in text for text in found.feedback.warnings)
    torn = make_vector('torn', 'None', {'lower': [0.0, 5.0], 'upper': [4.0, 9.0]})
    with pytest.raises(QgsProcessingException, match='ends at 4 is followed by one that begins at 5'):
        classes(run_tool, INPUT=second, BREAKS_TABLE=torn)


def test_relief_window_at_the_change_point(run_tool, raw, make_raster):
    """The window terrainindicators finds on the same terrain."""
    rows, columns = np.mgrid[0:40, 0:44]
    terrain = make_raster('waves', 300 * np.sin(rows / 3.0) * np.cos(columns / 4.0) + 400)
    best = run_tool('terrainindicators', DEM=terrain, WINDOW_RULE='change_point', RELIEF='TEMPORARY_OUTPUT',
                    SLOPE='TEMPORARY_OUTPUT')
    found = run_tool('resilienceindicators', DEM=terrain, RELIEF_RULE='change_point', ALLOW_MISSING=True,
                     INDICATORS='TEMPORARY_OUTPUT')
    assert found.array('INDICATORS', 3) == pytest.approx(best.array('RELIEF'))
    assert any('mean change point' in text for text in found.feedback.said)


def test_health_index_and_light_index(run_tool, raw):
    light = indicators(run_tool, raw, LIGHT_FORM='index')
    values = gdal.Open(raw['NIGHTLIGHT']).ReadAsArray()[3:8, 5:10]
    assert light.array('INDICATORS', 14)[5, 7] == pytest.approx(0.8 * values.mean() + 0.2, rel=1e-5)
    both = [run_tool('resilienceindex', INDICATORS=light['INDICATORS'], WEIGHTS='equal', AGGREGATION=way,
                     **dict.fromkeys(('RESILIENCE', 'PERSPECTIVES', 'WEIGHT_TABLE'), 'TEMPORARY_OUTPUT'))
            for way in ('sum', 'geometric')]
    # At the edge diversity is unknown, and its perspective counts less.
    scores = np.array([both[1].array('PERSPECTIVES', band) for band in range(1, 6)])[:, 4:8, 4:12]
    assert both[0].array('RESILIENCE')[4:8, 4:12] == pytest.approx(scores.mean(axis=0), abs=1e-5)
    with np.errstate(divide='ignore'):
        assert both[1].array('RESILIENCE')[4:8, 4:12] == pytest.approx(np.exp(np.log(scores).mean(axis=0)), abs=1e-5)
