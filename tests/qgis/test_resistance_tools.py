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
