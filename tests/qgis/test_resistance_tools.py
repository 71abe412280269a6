"""Resistance and weight tools as a user runs them."""

from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsProcessingException

LAND = np.array([[2, 2, 1, 8], [2, 9, 1, 8], [255, 3, 1, 1]], np.uint8)


@pytest.fixture
def land(make_raster):
    return make_raster('土地利用', LAND, valid=LAND != 255)


def table(make_vector, name, **columns):
    return make_vector(name, 'None', columns)


def test_landcover_defaults(run_tool, land):
    run = run_tool('landcoverresistance', LANDCOVER=land, OUTPUT='TEMPORARY_OUTPUT')
    values = run.array('OUTPUT')
    assert values[0].tolist() == [1, 1, 100, 500]
    assert np.isnan(values[2, 0])
    assert '4, 5, 6, 7' in run.feedback.warnings[0]


def test_landcover_own_table_and_fields(run_tool, land, make_vector):
    own = table(make_vector, 'own', 代码=[1, 2, 3, 8, 9], 阻力=[10.5, 1.0, 2.0, 99.0, 3.0])
    run = run_tool('landcoverresistance', LANDCOVER=land, TABLE=own, CODE='代码', VALUE='阻力',
                   OUTPUT='TEMPORARY_OUTPUT')
    assert run.array('OUTPUT')[0].tolist() == [1, 1, 10.5, 99]
    assert not run.feedback.warnings


def test_landcover_missing_code(run_tool, land, make_vector):
    own = table(make_vector, 'own', code=[1, 2, 8], resistance=[1, 2, 3])
    with pytest.raises(QgsProcessingException, match=r'3 \(1\), 9 \(1\)'):
        run_tool('landcoverresistance', LANDCOVER=land, TABLE=own, OUTPUT='TEMPORARY_OUTPUT')


def test_landcover_zero_resistance_leaves_no_file(run_tool, land, make_vector, tmp_path):
    own = table(make_vector, 'own', code=[1, 2, 3, 8, 9], resistance=[1, 2, 0, 4, 5])
    target = tmp_path / 'out.tif'
    with pytest.raises(QgsProcessingException, match='code 3'):
        run_tool('landcoverresistance', LANDCOVER=land, TABLE=own, OUTPUT=str(target))
    assert not target.exists()


def test_landcover_geographic(run_tool, make_raster):
    path = make_raster('geo', LAND, cell=.01, crs='EPSG:4326', origin=(110, 30), valid=LAND != 255)
    with pytest.raises(QgsProcessingException, match='geographic'):
        run_tool('landcoverresistance', LANDCOVER=path, OUTPUT='TEMPORARY_OUTPUT')


# AHP.

def test_ahp_table(run_tool, make_vector):
    matrix = table(make_vector, 'matrix', factor=['a', 'b', 'c'], c=['5', '2', '1'], a=['1', '1/3', '1/5'],
                   b=['3', '1', '1/2'], source=['x', 'x', 'x'])
    run = run_tool('ahpweights', MATRIX=matrix, WEIGHTS='TEMPORARY_OUTPUT')
    rows = run.rows('WEIGHTS')
    assert [row['factor'] for row in rows] == ['a', 'b', 'c']
    assert [row['weight'] for row in rows] == pytest.approx([.648329, .229651, .122020], abs=1e-6)
    assert run['CONSISTENCY_RATIO'] == pytest.approx(.003185, abs=1e-6)


def test_ahp_text(run_tool):
    run = run_tool('ahpweights', JUDGEMENTS='1 3 5; 1/3 1 2; 1/5 1/2 1', NAMES='坡度, 高程, NDVI',
                   WEIGHTS='TEMPORARY_OUTPUT')
    assert [row['factor'] for row in run.rows('WEIGHTS')] == ['坡度', '高程', 'NDVI']
    assert run['CONSISTENCY_RATIO'] == pytest.approx(.003185, abs=1e-6)


def test_ahp_default_is_consistent(run_tool):
    run = run_tool('ahpweights', WEIGHTS='TEMPORARY_OUTPUT')
    assert sum(row['weight'] for row in run.rows('WEIGHTS')) == pytest.approx(1)
    assert 0 <= run['CONSISTENCY_RATIO'] < .1


def test_ahp_contradiction(run_tool):
    bad = dict(JUDGEMENTS='1 3 1/5; 1/3 1 3; 5 1/3 1', NAMES='slope,land,ndvi', WEIGHTS='TEMPORARY_OUTPUT')
    with pytest.raises(QgsProcessingException, match='consistency ratio .* over '):
        run_tool('ahpweights', **bad)
    run = run_tool('ahpweights', ALLOW_INCONSISTENT=True, **bad)
    assert run['CONSISTENCY_RATIO'] > .1 and 'contradict' in run.feedback.warnings[0]


@pytest.mark.parametrize('parameters, words', [
    (dict(JUDGEMENTS='1 2; 2 1'), 'not reciprocal'),
    (dict(JUDGEMENTS='1 0; 0 1'), 'not positive'),
    (dict(JUDGEMENTS='1 2 3; 1 2'), 'square'),
    (dict(JUDGEMENTS='1 2; 1/2 1', NAMES='a'), '1 factor names for 2'),
])
def test_ahp_bad(run_tool, parameters, words):
    with pytest.raises(QgsProcessingException, match=words):
        run_tool('ahpweights', WEIGHTS='TEMPORARY_OUTPUT', **parameters)


def test_ahp_table_and_text(run_tool, make_vector):
    matrix = table(make_vector, 'm', factor=['a'], a=['1'])
    with pytest.raises(QgsProcessingException, match='not both'):
        run_tool('ahpweights', MATRIX=matrix, JUDGEMENTS='1', WEIGHTS='TEMPORARY_OUTPUT')


# Surface.

@pytest.fixture
def factors(make_raster):
    slope = np.array([[0, 10, 20, 40], [8, 15, 25, 35], [1, 2, 3, 4]], float)
    return [make_raster('landcover', LAND, valid=LAND != 255), make_raster('slope', slope)]


def test_surface_by_hand(run_tool, factors):
    run = run_tool('resistancesurface', FACTORS=factors, MANUAL_WEIGHTS='3, 1', RESISTANCE='TEMPORARY_OUTPUT')
    # Shipped scores: forest 1, cropland 40, built-up 100; slope below 8 degrees 1, 8-15 10, 15-25 30, 35 and more 100.
    values = run.array('RESISTANCE')
    assert values[0] == pytest.approx([1, .75 + 2.5, 30 + 7.5, 75 + 25])
    assert np.isnan(values[2, 0])
    assert run['MEAN_RESISTANCE'] == pytest.approx(np.nanmean(values), rel=1e-6)
    assert any('scaled to sum 1' in text for text in run.feedback.said)


def test_surface_weights_of_ahp_by_name(run_tool, factors):
    weights = run_tool('ahpweights', WEIGHTS='TEMPORARY_OUTPUT')
    given = {row['factor']: row['weight'] for row in weights.rows('WEIGHTS')}
    run = run_tool('resistancesurface', FACTORS=factors, NAMES='LandCover, slope', WEIGHTS=weights.layer('WEIGHTS'),
                   RESISTANCE='TEMPORARY_OUTPUT')
    land, slope = given['landcover'], given['slope']
    assert run.array('RESISTANCE')[0, 2] == pytest.approx((land * 40 + slope * 30) / (land + slope), rel=1e-6)
    assert 'ndvi' in run.feedback.warnings[0]


def test_surface_roads_and_report(run_tool, factors, make_vector, tmp_path):
    roads = make_vector('roads', 'LineString', {'id': [1]}, ['LINESTRING(500010 3999950, 500390 3999950)'])
    report = tmp_path / '阻力.html'
    run = run_tool('resistancesurface', FACTORS=factors, ROADS=roads, ROAD_RESISTANCE=60, REPORT=str(report),
                   RESISTANCE='TEMPORARY_OUTPUT')
    # Without weights both factors weigh half; only the first row lies on the road.
    assert run.array('RESISTANCE')[0] == pytest.approx([60, 60, 60, 100])
    assert run.array('RESISTANCE')[1, 0] == pytest.approx(.5 * 1 + .5 * 10)
    content = Path(report).read_text(encoding='utf-8')
    assert '<svg' in content and '<script' not in content and 'landcover' in content and '0.5000' in content


@pytest.mark.parametrize('parameters, words', [
    (dict(NAMES='landcover'), '1 factor names for 2'),
    (dict(NAMES='landcover, aspect'), 'aspect has no rows'),
    (dict(MANUAL_WEIGHTS='1, x'), 'no number'),
    (dict(MANUAL_WEIGHTS='1'), '1 weights for 2'),
    (dict(MANUAL_WEIGHTS='1, -2'), '0 or more'),
])
def test_surface_bad(run_tool, factors, parameters, words):
    with pytest.raises(QgsProcessingException, match=words):
        run_tool('resistancesurface', FACTORS=factors, RESISTANCE='TEMPORARY_OUTPUT', **parameters)


def test_surface_uncovered_and_overlapping_ranges(run_tool, factors, make_vector):
    rows = dict(factor=['landcover', 'slope', 'slope'], kind=['range', 'range', 'range'])
    holes = table(make_vector, 'holes', **rows, **{'from': [0.0, 0.0, 20.0], 'to': [255.0, 15.0, 90.0]},
                  score=[1, 2, 3])
    with pytest.raises(QgsProcessingException, match='slope: 1 cells'):
        run_tool('resistancesurface', FACTORS=factors, TABLE=holes, RESISTANCE='TEMPORARY_OUTPUT')
    overlap = table(make_vector, 'overlap', **rows, **{'from': [0.0, 0.0, 10.0], 'to': [255.0, 15.0, 90.0]},
                    score=[1, 2, 3])
    with pytest.raises(QgsProcessingException, match='overlap'):
        run_tool('resistancesurface', FACTORS=factors, TABLE=overlap, RESISTANCE='TEMPORARY_OUTPUT')


def test_surface_misaligned(run_tool, factors, make_raster):
    shifted = make_raster('slope', np.ones((3, 4)), origin=(500050.0, 4000000.0))
    with pytest.raises(QgsProcessingException, match='Align rasters'):
        run_tool('resistancesurface', FACTORS=[factors[0], shifted], RESISTANCE='TEMPORARY_OUTPUT')


# Scores by function and by value, weights, barriers, night light.

def test_surface_functions_and_values(run_tool, factors, make_vector):
    scores = table(make_vector, 'scores', factor=['landcover', 'slope', 'slope'], kind=['value', 'Function', 'range'],
                   **{'from': [None, 0.0, 30.0], 'to': [None, 30.0, None]}, score=[None, 1.0, 100.0],
                   score_to=[None, 61.0, None], function=['', 'power', ''], shape=[None, 2.0, None])
    run = run_tool('resistancesurface', FACTORS=factors, TABLE=scores, MANUAL_WEIGHTS='1, 3',
                   RESISTANCE='TEMPORARY_OUTPUT')
    values = run.array('RESISTANCE')
    slope = [1, 1 + 60 / 9, 1 + 60 * 4 / 9, 100]
    assert values[0] == pytest.approx([(code + 3 * score) / 4 for code, score in zip(LAND[0], slope)])
    assert run['CONSISTENCY_RATIO'] is None and not run.feedback.warnings


def test_surface_warns_of_gaps_without_cells(run_tool, factors, make_vector):
    holes = table(make_vector, 'holes', factor=['landcover', 'slope', 'slope'], kind=['range'] * 3,
                  **{'from': [0.0, 0.0, 40.0], 'to': [255.0, 36.0, 90.0]}, score=[1, 2, 3])
    run = run_tool('resistancesurface', FACTORS=factors, TABLE=holes, RESISTANCE='TEMPORARY_OUTPUT')
    assert '36 - 40' in run.feedback.warnings[0]


def test_surface_ahp(run_tool, factors, make_vector):
    matrix = table(make_vector, 'matrix', factor=['Slope', 'landcover', 'ndvi'], slope=['1', '3', ''],
                   landcover=['', '1', ''], ndvi=['1', '3', '1'])
    matrix.dataProvider().renameAttributes({1: 'Slope'})
    matrix.updateFields()
    run = run_tool('resistancesurface', FACTORS=factors, WEIGHT_METHOD='ahp', JUDGEMENTS=matrix,
                   RESISTANCE='TEMPORARY_OUTPUT', WEIGHTS_USED='TEMPORARY_OUTPUT')
    assert [(row['factor'], row['method']) for row in run.rows('WEIGHTS_USED')] == [('landcover', 'ahp'),
                                                                                   ('slope', 'ahp')]
    assert [row['weight'] for row in run.rows('WEIGHTS_USED')] == pytest.approx([.75, .25])
    assert run.array('RESISTANCE')[0, 2] == pytest.approx(.75 * 40 + .25 * 30)
    assert run['CONSISTENCY_RATIO'] == pytest.approx(0, abs=1e-9)
    assert any('ndvi' in text for text in run.feedback.said)


def test_surface_refuses_bad_judgements(run_tool, factors, make_vector):
    apart = table(make_vector, 'apart', factor=['landcover', 'slope'], landcover=['1', '2'], slope=['2', '1'])
    with pytest.raises(QgsProcessingException, match='not reciprocal in 2 places; the first is landcover over slope'):
        run_tool('resistancesurface', FACTORS=factors, WEIGHT_METHOD='ahp', JUDGEMENTS=apart,
                 RESISTANCE='TEMPORARY_OUTPUT')
    three = table(make_vector, 'three', factor=list('abc'), a=['1', '1/3', '5'], b=['3', '1', '1/3'],
                  c=['1/5', '3', '1'])
    with pytest.raises(QgsProcessingException, match='consistency ratio .* over '):
        run_tool('resistancesurface', FACTORS=[*factors, factors[1]], NAMES='a,b,c', WEIGHT_METHOD='combined',
                 TABLE=table(make_vector, 'v', factor=list('abc'), kind=['value', 'range', 'range'],
                             **{'from': [None] * 3, 'to': [None] * 3}, score=[1.0] * 3),
                 JUDGEMENTS=three, RESISTANCE='TEMPORARY_OUTPUT')
    with pytest.raises(QgsProcessingException, match='do not compare slope'):
        run_tool('resistancesurface', FACTORS=factors, WEIGHT_METHOD='ahp', RESISTANCE='TEMPORARY_OUTPUT',
                 JUDGEMENTS=table(make_vector, 'short', factor=['landcover'], landcover=['1']))


@pytest.mark.parametrize('method', ['entropy', 'critic', 'pca', 'combined'])
def test_surface_weights_from_the_data(run_tool, factors, method, tmp_path):
    report = tmp_path / 'report.html'
    run = run_tool('resistancesurface', FACTORS=factors, WEIGHT_METHOD=method, WEIGHTS_USED='TEMPORARY_OUTPUT',
                   RESISTANCE='TEMPORARY_OUTPUT', REPORT=str(report))
    land = np.array([1, 1, 40, 100, 1, 10, 40, 100, 5, 40, 40])  # shipped scores of the eleven known cells
    slope = np.array([1, 10, 30, 100, 10, 30, 60, 100, 1, 1, 1])
    weights = [row['weight'] for row in run.rows('WEIGHTS_USED')]
    values = run.array('RESISTANCE')
    assert values[~np.isnan(values)] == pytest.approx(weights[0] * land + weights[1] * slope, rel=1e-6)
    scaled = np.column_stack([(column - 1) / 99 for column in (land, slope)])
    if method in ('critic', 'pca'):
        # Two factors conflict equally, so CRITIC goes by the spread; their communalities are equal.
        expected = scaled.std(axis=0) if method == 'critic' else np.ones(2)
        assert weights == pytest.approx(expected / expected.sum())
    if method == 'entropy':
        share = scaled / scaled.sum(axis=0)
        spread = 1 + (share * np.log(np.where(share > 0, share, 1))).sum(axis=0) / np.log(11)
        assert weights == pytest.approx(spread / spread.sum())
    content = report.read_text(encoding='utf-8')
    assert f'{np.corrcoef(land, slope)[0, 1]:.2f}' in content and '<script' not in content
    assert (run['CONSISTENCY_RATIO'] is not None) == (method == 'combined')


def test_surface_constant_factor_weighs_nothing(run_tool, factors, make_raster):
    flat = make_raster('elevation', np.full((3, 4), 50.0))
    run = run_tool('resistancesurface', FACTORS=[*factors, flat], WEIGHT_METHOD='critic',
                   RESISTANCE='TEMPORARY_OUTPUT', WEIGHTS_USED='TEMPORARY_OUTPUT')
    assert run.rows('WEIGHTS_USED')[2]['weight'] == 0 and 'elevation' in run.feedback.warnings[0]


def test_surface_sample_is_seeded(run_tool, factors):
    first, again, other = (
        [row['weight'] for row in run_tool(
            'resistancesurface', FACTORS=factors, WEIGHT_METHOD='entropy', SAMPLE=6, SEED=seed,
            RESISTANCE='TEMPORARY_OUTPUT', WEIGHTS_USED='TEMPORARY_OUTPUT').rows('WEIGHTS_USED')]
        for seed in (3, 3, 4))
    assert first == again != other


def test_surface_rivers_and_crossings(run_tool, factors, make_vector, square):
    # Road along the first row, river polygon over the second column; the crossing stands in the last cell of the road.
    road = make_vector('road', 'LineString', {'id': [1]}, ['LINESTRING(500010 3999950, 500390 3999950)'])
    river = make_vector('river', 'Polygon', {'id': [1]}, [square(500110, 3999710, 80, 280)])
    crossings = make_vector('crossings', 'Point', {'id': [1, 2]}, ['POINT(500350 3999950)', 'POINT(500050 3999730)'])
    run = run_tool('resistancesurface', FACTORS=factors, ROADS=road, ROAD_RESISTANCE=300, RIVERS=river,
                   RIVER_RESISTANCE=200, CROSSINGS=crossings, CROSSING_DISTANCE=20, RESISTANCE='TEMPORARY_OUTPUT')
    values = run.array('RESISTANCE')
    assert values[0] == pytest.approx([300, 300, 300, 100])
    assert values[1:, 1].tolist() == [200, 200] and values[1, 0] == pytest.approx(5.5)
    assert any('1 barrier cells are open at 1 crossing structures' in text for text in run.feedback.said)
    assert 'open nothing' in run.feedback.warnings[0] and 'feature 2' in run.feedback.warnings[0]


def test_surface_crossings_without_barriers(run_tool, factors, make_vector):
    crossings = make_vector('crossings', 'Point', {'id': [1]}, ['POINT(500350 3999950)'])
    run = run_tool('resistancesurface', FACTORS=factors, CROSSINGS=crossings, RESISTANCE='TEMPORARY_OUTPUT')
    assert 'no barriers' in run.feedback.warnings[0]


def test_surface_night_light(run_tool, factors, make_raster):
    light = make_raster('ntl', np.array([[0, 3, 1, 0], [3, -1, 3, 0], [9, 2, 2, 2]], float))
    plain = run_tool('resistancesurface', FACTORS=factors, RESISTANCE='TEMPORARY_OUTPUT').array('RESISTANCE')
    run = run_tool('resistancesurface', FACTORS=factors, NIGHTLIGHT=light, RESISTANCE='TEMPORARY_OUTPUT')
    values = run.array('RESISTANCE')
    # Forest: 0, 3, 3, mean 2. Cropland: 1, 3, 2, 2, mean 2. Built-up and wetland are dark.
    assert values[0] == pytest.approx([1, plain[0, 1] * 1.5, plain[0, 2] * .5, plain[0, 3]])
    assert values[1] == pytest.approx([plain[1, 0] * 1.5, plain[1, 1], plain[1, 2] * 1.5, plain[1, 3]])
    assert any('negative' in text for text in run.feedback.warnings)
    assert any('8, 9' in text for text in run.feedback.warnings)
    plus = run_tool('resistancesurface', FACTORS=factors, NIGHTLIGHT=light, NIGHTLIGHT_FORM='one_plus_ratio',
                    NIGHTLIGHT_MAXIMUM=50, RESISTANCE='TEMPORARY_OUTPUT').array('RESISTANCE')
    assert plus[0] == pytest.approx([plain[0, 0], plain[0, 1] * 2.5, 50, 50])
    with pytest.raises(QgsProcessingException, match='no factor is scored by class'):
        run_tool('resistancesurface', FACTORS=factors[1:], NIGHTLIGHT=light, RESISTANCE='TEMPORARY_OUTPUT')
    other = run_tool('resistancesurface', FACTORS=factors[1:], NIGHTLIGHT=light, LANDCOVER=factors[0],
                     RESISTANCE='TEMPORARY_OUTPUT').array('RESISTANCE')
    assert other[0, 1] == pytest.approx(15)


@pytest.mark.parametrize('parameters, words', [
    (dict(WEIGHT_METHOD='entropy', MANUAL_WEIGHTS='1, 2'), 'choose manual'),
    (dict(WEIGHT_METHOD='entropy', JUDGEMENTS=True), 'ahp or combined'),
    (dict(JUDGEMENTS=True), 'ahp or combined'),
])
def test_surface_contradictions(run_tool, factors, make_vector, parameters, words):
    if 'JUDGEMENTS' in parameters:
        parameters = {**parameters, 'JUDGEMENTS': table(make_vector, 'm', factor=['a'], a=['1'])}
    with pytest.raises(QgsProcessingException, match=words):
        run_tool('resistancesurface', FACTORS=factors, RESISTANCE='TEMPORARY_OUTPUT', **parameters)


def test_surface_float_class_codes(run_tool, factors, make_raster):
    codes = np.where(LAND == 255, np.nan, LAND)
    run = run_tool('resistancesurface', FACTORS=[make_raster('float', codes), factors[1]], NAMES='landcover,slope',
                   RESISTANCE='TEMPORARY_OUTPUT')
    assert run.array('RESISTANCE')[0, 3] == pytest.approx(100)
    bent = make_raster('bent', codes + .5)
    with pytest.raises(QgsProcessingException, match='11 cells have fractions'):
        run_tool('resistancesurface', FACTORS=[bent, factors[1]], NAMES='landcover,slope',
                 RESISTANCE='TEMPORARY_OUTPUT')


def test_surface_and_ahp_take_gbk_tables(run_tool, factors, tmp_path):
    scores, judgements = tmp_path / '评分.csv', tmp_path / '判断.csv'
    rows = [f'土地利用,class,{code},,{score},,地类' for code, score in ((1, 40), (2, 1), (3, 5), (8, 100), (9, 10))]
    scores.write_bytes('\n'.join(['factor,kind,from,to,score,score_to,note', *rows, '坡度,function,0,90,1,91,'])
                       .encode('gbk'))
    judgements.write_bytes('因子,土地利用,坡度\n土地利用,1,4\n坡度,1/4,1\n'.encode('gbk'))
    run = run_tool('resistancesurface', FACTORS=factors, NAMES='土地利用, 坡度', TABLE=str(scores),
                   WEIGHT_METHOD='ahp', JUDGEMENTS=str(judgements), RESISTANCE='TEMPORARY_OUTPUT')
    assert run.array('RESISTANCE')[0, 3] == pytest.approx(.8 * 100 + .2 * 41)
    run = run_tool('ahpweights', MATRIX=str(judgements), WEIGHTS='TEMPORARY_OUTPUT')
    assert [row['factor'] for row in run.rows('WEIGHTS')] == ['土地利用', '坡度']
    assert run['LARGEST_EIGENVALUE'] == pytest.approx(2)


def test_ahp_check_of_the_judgements(run_tool):
    run = run_tool('ahpweights', JUDGEMENTS='1 3 1/5; 1/3 1 3; 5 1/3 1', NAMES='slope,land,ndvi',
                   ALLOW_INCONSISTENT=True, WEIGHTS='TEMPORARY_OUTPUT', JUDGEMENT_CHECK='TEMPORARY_OUTPUT')
    rows, weights = run.rows('JUDGEMENT_CHECK'), {row['factor']: row['weight'] for row in run.rows('WEIGHTS')}
    assert {(row['first'], row['second']) for row in rows} == {('slope', 'land'), ('slope', 'ndvi'), ('land', 'ndvi')}
    for row in rows:
        assert row['implied'] == pytest.approx(weights[row['first']] / weights[row['second']])
        assert row['deviation'] == pytest.approx(max(row['judgement'] / row['implied'],
                                                     row['implied'] / row['judgement']))
    # Three judgements of one triangle deviate alike, so the order holds up to rounding.
    assert [row['deviation'] for row in rows] == pytest.approx(sorted((row['deviation'] for row in rows), reverse=True))


# Objective weights.

PROBE = dict(a=[.2, .5, .9, .4], b=[30.0, 10.0, 20.0, 40.0], c=[5.0, 8.0, 2.0, 6.0])


def test_objective_weights_of_a_table(run_tool, make_vector):
    layer = table(make_vector, 'counties', unit=list('wxyz'), **PROBE)
    run = run_tool('objectiveweights', TABLE=layer, FIELDS=['a', 'b', 'c'], DIRECTIONS='+,-,+', METHOD='critic',
                   NAMES='产水, 坡度, 粮食', WEIGHTS='TEMPORARY_OUTPUT', CORRELATIONS='TEMPORARY_OUTPUT')
    rows = run.rows('WEIGHTS')
    assert [row['factor'] for row in rows] == ['产水', '坡度', '粮食']
    assert [row['weight'] for row in rows] == pytest.approx([.358327, .239839, .401834], abs=1e-6)
    assert [row['entropy'] for row in rows] == pytest.approx([.377606, .331773, .290620], abs=1e-6)
    assert [row['direction'] for row in rows] == ['+', '-', '+'] and {row['method'] for row in rows} == {'critic'}
    matrix = run.rows('CORRELATIONS')
    assert matrix[0]['坡度'] == pytest.approx(-np.corrcoef(PROBE['a'], PROBE['b'])[0, 1])
    assert run['COUNT'] == 4
    assert sum(row['combined'] for row in rows) == pytest.approx(1)


def test_objective_weights_of_rasters(run_tool, make_raster):
    shape = (2, 2)
    paths = [make_raster(name, np.array(values).reshape(shape)) for name, values in PROBE.items()]
    run = run_tool('objectiveweights', RASTERS=paths, DIRECTIONS='b=-', WEIGHTS='TEMPORARY_OUTPUT')
    assert [row['weight'] for row in run.rows('WEIGHTS')] == pytest.approx([.377606, .331773, .290620], abs=1e-5)
    constant = make_raster('flat', np.full(shape, 3.0))
    run = run_tool('objectiveweights', RASTERS=[*paths, constant], METHOD='combined', WEIGHTS='TEMPORARY_OUTPUT')
    assert run.rows('WEIGHTS')[3]['weight'] == 0 and 'flat' in run.feedback.warnings[0]


def test_objective_weights_of_a_gbk_table(run_tool, tmp_path):
    path = tmp_path / '指标.csv'
    lines = ['县,产水,坡度,粮食'] + [f'县{i},{a},{b},{c}' for i, (a, b, c) in enumerate(zip(*PROBE.values()))]
    path.write_bytes('\n'.join(lines).encode('gbk'))
    run = run_tool('objectiveweights', TABLE=str(path), FIELDS=['产水', '坡度', '粮食'], DIRECTIONS='坡度=-',
                   WEIGHTS='TEMPORARY_OUTPUT')
    assert [row['weight'] for row in run.rows('WEIGHTS')] == pytest.approx([.377606, .331773, .290620], abs=1e-6)


def test_objective_weights_bad_input(run_tool, make_vector, make_raster):
    layer = table(make_vector, 'counties', unit=list('wxyz'), gap=[1.0, None, None, None], same=[2.0] * 4, **PROBE)
    out = dict(WEIGHTS='TEMPORARY_OUTPUT')
    for parameters, words in (
            (dict(), 'table of indicators, or rasters'),
            (dict(TABLE=layer), 'Choose the fields'),
            (dict(TABLE=layer, FIELDS=['a'], RASTERS=[make_raster('r', np.ones((2, 2)))]), 'not both'),
            (dict(TABLE=layer, FIELDS=['a', 'unit']), 'no numbers'),
            (dict(TABLE=layer, FIELDS=['a', 'gap']), 'at least two units'),
            (dict(TABLE=layer, FIELDS=['same']), 'constant'),
            (dict(TABLE=layer, FIELDS=['a', 'b'], NAMES='x'), '1 names for 2'),
            (dict(TABLE=layer, FIELDS=['a', 'b'], NAMES='x, X'), 'Several indicators'),
            (dict(TABLE=layer, FIELDS=['a', 'b'], DIRECTIONS='+'), '1 directions for 2')):
        with pytest.raises(QgsProcessingException, match=words):
            run_tool('objectiveweights', **parameters, **out)


# Transform.

def test_transform(run_tool, make_raster):
    path = make_raster('适宜性', np.array([[0, .5, 1, np.nan]]))
    run = run_tool('transformresistance', SUITABILITY=path, RESISTANCE='TEMPORARY_OUTPUT')
    values = run.array('RESISTANCE')
    middle = 100 - 99 * (1 - np.exp(-4)) / (1 - np.exp(-8))
    assert values[0, :3] == pytest.approx([100, middle, 1], rel=1e-6) and np.isnan(values[0, 3])
    assert run['MEAN_RESISTANCE'] == pytest.approx((101 + middle) / 3)
    for method, expected in (('linear', 50.5), ('inverse', 2), ('power', 100 - 99 * .25), ('habitat_suitability', 1)):
        run = run_tool('transformresistance', SUITABILITY=path, METHOD=method, RESISTANCE='TEMPORARY_OUTPUT')
        assert run.array('RESISTANCE')[0, 1] == pytest.approx(expected, rel=1e-6)


def test_transform_of_another_measure(run_tool, make_raster):
    path = make_raster('distance', np.array([[0., 2500, 5000, 9000]]))
    with pytest.raises(QgsProcessingException, match='1 values lie outside 0 to 5000; the first is 9000'):
        run_tool('transformresistance', SUITABILITY=path, UNSUITABLE=5000, IDEAL=0, RESISTANCE='TEMPORARY_OUTPUT')
    run = run_tool('transformresistance', SUITABILITY=path, METHOD='linear', UNSUITABLE=5000, IDEAL=0, CLIP=True,
                   RESISTANCE='TEMPORARY_OUTPUT')
    assert run.array('RESISTANCE')[0] == pytest.approx([1, 50.5, 100, 100])
    assert '1 values' in run.feedback.warnings[0]
    with pytest.raises(QgsProcessingException, match='two different numbers'):
        run_tool('transformresistance', SUITABILITY=path, UNSUITABLE=1, RESISTANCE='TEMPORARY_OUTPUT')
    with pytest.raises(QgsProcessingException, match='smallest must be above 0'):
        run_tool('transformresistance', SUITABILITY=path, UNSUITABLE=5000, IDEAL=0, CLIP=True, MINIMUM=100,
                 RESISTANCE='TEMPORARY_OUTPUT')
