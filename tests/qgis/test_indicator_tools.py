"""Vegetation cover, diversity and terrain indicators as a user runs them."""

import math

import numpy as np
import pytest
from conftest import Feedback
from qgis.core import Qgis, QgsProcessingException, QgsRasterLayer

OUT = 'TEMPORARY_OUTPUT'


# vegetationcover

def test_fixed_end_members(run_tool, make_raster):
    ndvi = make_raster('ndvi', np.array([[.2, .5], [.9, np.nan]]))
    run = run_tool('vegetationcover', NDVI=ndvi, METHOD='fixed', NDVI_SOIL=.05, NDVI_FULL=.85, OUTPUT=OUT,
                   END_MEMBERS=OUT)
    assert run.array('OUTPUT') == pytest.approx(np.array([[.1875, .5625], [1, np.nan]]), nan_ok=True, abs=1e-6)
    assert run['MEAN'] == pytest.approx((.1875 + .5625 + 1) / 3, abs=1e-6) and run['MEAN_2'] is None
    row, = run.rows('END_MEMBERS')
    assert (row['ndvi_soil'], row['ndvi_full'], row['origin'], row['cells']) == (.05, .85, 'given', 3)


def test_two_dates_have_the_end_members_of_the_first(run_tool, make_raster):
    first = np.linspace(0, 1, 101).reshape(1, -1)
    before, after = make_raster('before', first), make_raster('after', first * .5)
    run = run_tool('vegetationcover', NDVI=before, NDVI_2=after, OUTPUT=OUT, OUTPUT_2=OUT, CHANGE=OUT)
    assert run.array('OUTPUT_2') == pytest.approx(np.clip((first * .5 - .05) / .9, 0, 1), abs=1e-6)
    assert run.array('CHANGE') == pytest.approx(run.array('OUTPUT_2') - run.array('OUTPUT'), abs=1e-6)
    assert run['MEAN_2'] < run['MEAN']
    both = run_tool('vegetationcover', NDVI=before, NDVI_2=after, REFERENCE='both', OUTPUT=OUT, END_MEMBERS=OUT)
    soil, full = np.percentile(np.concatenate([first, first * .5]), [5, 95])
    row, = both.rows('END_MEMBERS')
    assert (row['ndvi_soil'], row['ndvi_full']) == pytest.approx((soil, full), abs=1e-6)


def test_end_members_per_class_and_bare_classes(run_tool, make_raster):
    ndvi = np.concatenate([np.linspace(0, .4, 101), np.linspace(.3, .9, 101), [-.3, -.2]]).reshape(1, -1)
    codes = np.concatenate([np.full(101, 1), np.full(101, 2), [5, 5]]).reshape(1, -1)
    run = run_tool('vegetationcover', NDVI=make_raster('ndvi', ndvi), LANDCOVER=make_raster('cover', codes),
                   METHOD='classes', BARE='5', OUTPUT=OUT, END_MEMBERS=OUT)
    cover = run.array('OUTPUT')[0]
    assert cover[-2:].tolist() == [0, 0]
    assert cover[50] == pytest.approx(.5, abs=1e-5) and cover[151] == pytest.approx(.5, abs=1e-5)
    assert [(row['code'], row['cells'], row['origin']) for row in run.rows('END_MEMBERS')] == [
        (1, 101, 'class'), (2, 101, 'class')]
    few = run_tool('vegetationcover', NDVI=make_raster('ndvi2', ndvi), LANDCOVER=make_raster('cover2', codes),
                   METHOD='classes', OUTPUT=OUT)
    assert any('whole scene: 5' in warning for warning in few.feedback.warnings)


def test_modis_integers_need_the_scale_factor(run_tool, make_raster):
    ndvi = make_raster('MOD13', np.array([[2000, 5000], [9000, 100]]))
    with pytest.raises(QgsProcessingException, match='scale factor'):
        run_tool('vegetationcover', NDVI=ndvi, OUTPUT=OUT)
    run = run_tool('vegetationcover', NDVI=ndvi, SCALE=.0001, METHOD='fixed', NDVI_SOIL=.05, NDVI_FULL=.85, OUTPUT=OUT)
    assert run.array('OUTPUT')[0] == pytest.approx([.1875, .5625], abs=1e-6)


@pytest.mark.parametrize('parameters, message', [
    (dict(METHOD='fixed', NDVI_SOIL=.1), 'of bare soil and of full'),
    (dict(METHOD='classes'), 'land classes'), (dict(BARE='5'), 'land classes'),
    (dict(METHOD='classes', NDVI_SOIL=.1), 'either fixed or'), (dict(CHANGE=OUT), 'second date'),
    (dict(LOW=60, HIGH=40), 'rise'), (dict(METHOD='fixed', NDVI_SOIL=.8, NDVI_FULL=.1), 'must be above'),
    (dict(LANDCOVER='itself', BARE='2.5'), 'whole numbers|fractions')])
def test_cover_refuses_what_cannot_work(run_tool, make_raster, parameters, message):
    ndvi = make_raster('ndvi', np.random.default_rng(0).random((5, 5)))
    if 'LANDCOVER' in parameters:
        parameters = {**parameters, 'LANDCOVER': make_raster('cover', np.ones((5, 5), int))}
    with pytest.raises(QgsProcessingException, match=message):
        run_tool('vegetationcover', NDVI=ndvi, OUTPUT=OUT, **parameters)


# diversitywindow

def test_diversity_by_hand(run_tool, make_raster):
    codes = make_raster('cover', np.array([[1, 1, 2], [1, 1, 2], [3, 3, 2]]))
    run = run_tool('diversitywindow', LANDCOVER=codes, WINDOW=300, MINIMUM_SHARE=0, SHANNON=OUT, RICHNESS=OUT,
                   EVENNESS=OUT)
    shares = np.array([4, 3, 2]) / 9
    expected = -(shares * np.log(shares)).sum()
    assert run.array('SHANNON')[1, 1] == pytest.approx(expected, abs=1e-6)
    assert run.array('EVENNESS')[1, 1] == pytest.approx(expected / math.log(3), abs=1e-6)
    assert run.array('RICHNESS').tolist() == [[1, 2, 2], [2, 3, 3], [2, 3, 3]]
    assert run['CLASSES'] == 3
    assert QgsRasterLayer(run['RICHNESS']).dataProvider().dataType(1) == Qgis.DataType.Byte


def test_a_circle_sees_fewer_cells_and_ignored_codes_are_unknown(run_tool, make_raster):
    codes = np.array([[1, 2, 1], [2, 1, 2], [1, 2, 0]])
    path = make_raster('cover', codes)
    square = run_tool('diversitywindow', LANDCOVER=path, WINDOW=300, MINIMUM_SHARE=0, SHANNON=OUT)
    circle = run_tool('diversitywindow', LANDCOVER=path, WINDOW=250, SHAPE='circle', MINIMUM_SHARE=0, IGNORE='0',
                      SHANNON=OUT)
    assert square['CLASSES'] == 3 and circle['CLASSES'] == 2
    shares = np.array([1, 4]) / 5
    assert circle.array('SHANNON')[1, 1] == pytest.approx(-(shares * np.log(shares)).sum(), abs=1e-6)
    assert np.isnan(circle.array('SHANNON')[2, 2]) and np.isfinite(square.array('SHANNON')[2, 2])


def test_many_cells_go_to_workers_with_the_same_result(run_tool, make_raster, monkeypatch):
    from ecorestore.ecorestore_plugin.core.engine import LocalEngine
    from ecorestore.ecorestore_plugin.qgis_io.job import Job
    path = make_raster('cover', np.random.default_rng(0).integers(1, 9, (60, 50)))
    here = run_tool('diversitywindow', LANDCOVER=path, WINDOW=700, SHANNON=OUT)
    monkeypatch.setattr(Job, 'engine', lambda self, *estimate, **named: LocalEngine(1))
    there = run_tool('diversitywindow', LANDCOVER=path, WINDOW=700, SHANNON=OUT)
    assert np.array_equal(here.array('SHANNON'), there.array('SHANNON'), equal_nan=True)


@pytest.mark.parametrize('parameters, message', [
    (dict(IGNORE='1,2'), 'nothing but'), (dict(IGNORE='1.5'), 'whole numbers'), (dict(WINDOW=90000), 'smaller window')])
def test_diversity_refuses_what_cannot_work(run_tool, make_raster, parameters, message):
    codes = make_raster('cover', np.array([[1, 2], [1, 2]]))
    with pytest.raises(QgsProcessingException, match=message):
        run_tool('diversitywindow', LANDCOVER=codes, SHANNON=OUT, **parameters)


def test_diversity_wants_classes(run_tool, make_raster):
    with pytest.raises(QgsProcessingException, match='fractions'):
        run_tool('diversitywindow', LANDCOVER=make_raster('dem', np.random.default_rng(0).random((9, 9))), SHANNON=OUT)
    with pytest.raises(QgsProcessingException, match='different codes'):
        run_tool('diversitywindow', LANDCOVER=make_raster('dem', np.arange(1600).reshape(40, 40)), SHANNON=OUT)
    run = run_tool('diversitywindow', LANDCOVER=make_raster('zones', np.arange(100).reshape(10, 10)), WINDOW=50,
                   SHANNON=OUT)
    assert any('one cell' in warning for warning in run.feedback.warnings)
    assert any('100 classes' in warning for warning in run.feedback.warnings)


# terrainindicators

EVERYTHING = ('SLOPE', 'ASPECT', 'RELIEF', 'ROUGHNESS', 'FRAGMENTATION', 'FLOW_LENGTH', 'CONTRIBUTING_AREA', 'LS')


def test_everything_on_a_plane(run_tool, make_raster):
    # Rises by 10 m per cell of 100 m towards west: water runs east.
    dem = make_raster('dem', np.tile(np.arange(50.0, -1, -10), (5, 1)))
    run = run_tool('terrainindicators', DEM=dem, WINDOW=300, **dict.fromkeys(EVERYTHING, OUT))
    steep = math.degrees(math.atan(.1))
    assert run.array('SLOPE') == pytest.approx(np.full((5, 6), steep), abs=1e-5)
    assert run.array('ASPECT') == pytest.approx(np.full((5, 6), 90), abs=1e-4)
    assert run.array('RELIEF')[2].tolist() == [10, 20, 20, 20, 20, 10]
    assert run.array('FRAGMENTATION')[2] == pytest.approx([5, 10, 10, 10, 10, 5], abs=1e-4)
    assert run.array('ROUGHNESS') == pytest.approx(np.full((5, 6), math.sqrt(1.01)), abs=1e-6)
    assert run.array('FLOW_LENGTH')[2].tolist() == [0, 100, 200, 300, 400, 500]
    assert run.array('CONTRIBUTING_AREA')[2].tolist() == [1, 2, 3, 4, 5, 6]
    assert (np.diff(run.array('LS')[2, :3]) > 0).all()
    assert run['BEST_WINDOW'] == 300 and run['MEAN_SLOPE'] == pytest.approx(steep)
    down = run_tool('terrainindicators', DEM=dem, DIRECTION='downstream', SLOPE=OUT, FLOW_LENGTH=OUT)
    assert down.array('FLOW_LENGTH')[2].tolist() == [500, 400, 300, 200, 100, 0]


def test_the_window_is_picked_by_the_change_point(run_tool, make_raster):
    from scipy import ndimage
    rough = ndimage.gaussian_filter(np.random.default_rng(1).normal(size=(60, 60)), 2) * 300
    dem = make_raster('dem', rough)
    run = run_tool('terrainindicators', DEM=dem, WINDOW_RULE='change_point', SLOPE=OUT, RELIEF=OUT, WINDOWS=OUT)
    rows = run.rows('WINDOWS')
    assert [row['window_m'] for row in rows] == list(range(300, 4200, 200))
    best, = [row for row in rows if row['best']]
    assert run['BEST_WINDOW'] == best['window_m'] == max(rows[1:], key=lambda row: row['s_minus_si'])['window_m']
    fixed = run_tool('terrainindicators', DEM=dem, WINDOW=run['BEST_WINDOW'], SLOPE=OUT, RELIEF=OUT)
    assert np.array_equal(run.array('RELIEF'), fixed.array('RELIEF'), equal_nan=True)
    assert np.nanmean(fixed.array('RELIEF')) == pytest.approx(best['mean_relief_m'], rel=1e-5)


def test_only_what_is_asked_for_is_computed(run_tool, make_raster):
    run = run_tool('terrainindicators', DEM=make_raster('dem', np.random.default_rng(0).random((9, 9))), SLOPE=OUT)
    assert not set(run.results) & set(EVERYTHING[1:])


def test_terrain_refuses_what_cannot_work(run_tool, make_raster):
    flat = make_raster('flat', np.ones((30, 30)))
    small = make_raster('small', np.random.default_rng(0).random((6, 6)))
    for dem, message in ((flat, 'level'), (small, 'at least five')):
        with pytest.raises(QgsProcessingException, match=message):
            run_tool('terrainindicators', DEM=dem, WINDOW_RULE='change_point', SLOPE=OUT, RELIEF=OUT)


@pytest.mark.parametrize('cancel_at', [0, 20, 60])
def test_cancelled_terrain_leaves_nothing(run_tool, make_raster, tmp_path, cancel_at):
    dem = make_raster('dem', np.random.default_rng(0).random((300, 300)))
    target = tmp_path / 'out'
    run = run_tool('terrainindicators', feedback=Feedback(cancel_at), DEM=dem, SLOPE=str(target / 'slope.tif'),
                   LS=str(target / 'ls.tif'))
    assert run.results == {} and not list(target.rglob('*.*'))
