"""Cumulative resistance from files to files: the same rasters as through memory, and nothing half-written."""

import importlib.util
import resource
import shutil
from pathlib import Path

import numpy as np
import pytest
from conftest import Feedback
from osgeo import gdal
from qgis.core import QgsProcessingException, QgsProcessingUtils, QgsRasterLayer

from ecorestore.ecorestore_plugin.core.engine import LocalEngine
from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.core.network import cost_disk
from ecorestore.ecorestore_plugin.qgis_io import array_files, cost_files
from ecorestore.ecorestore_plugin.qgis_io.raster import read_band

OUTPUTS = ('COST', 'ALLOCATION', 'BACK_LINK')


@pytest.fixture
def landscape(make_raster, make_vector, square, monkeypatch):
    """90 x 130 cells with holes, and sources that are polygons, a point, a speck and one on nodata in part."""
    monkeypatch.setattr(array_files, 'ROWS', 32)
    rng = np.random.default_rng(4)
    resistance = rng.integers(1, 5, (90, 130)) * 7.5
    resistance[rng.random((90, 130)) < 0.2] = np.nan
    resistance[[49, 9, 88], [80, 6, 129]] = 7.5
    sources = make_vector('sources', 'Polygon', {'source_id': [700, 12, 3]}, [
        square(500300, 3999300, 1200), square(508010, 3995020, 30), square(511000, 3991500, 3000)])
    return make_raster('resistance', resistance), sources


def rasters_of(run):
    files = {name: gdal.Open(run[name]) for name in OUTPUTS}
    return {name: (file.ReadAsArray(), file.GetRasterBand(1).GetNoDataValue()) for name, file in files.items()}


def both_ways(run_tool, **parameters):
    outputs = dict.fromkeys(OUTPUTS, 'TEMPORARY_OUTPUT')
    return [run_tool('cumulativeresistance', STORAGE=storage, **outputs, **parameters)
            for storage in ('memory', 'disk')]


def assert_same(one, other):
    for name, (array, nodata) in rasters_of(one).items():
        found, found_nodata = rasters_of(other)[name]
        assert array.dtype == found.dtype and nodata == found_nodata, name
        assert np.array_equal(array, found), name


@pytest.mark.parametrize('neighbours', ['8', '4'])
@pytest.mark.parametrize('maximum', [None, 20000.0])
def test_every_bit_as_through_memory(run_tool, landscape, neighbours, maximum):
    memory, disk = both_ways(run_tool, RESISTANCE=landscape[0], SOURCES=landscape[1], NEIGHBOURS=neighbours,
                             MAXIMUM=maximum)
    assert_same(memory, disk)
    assert set(np.unique(disk.array('ALLOCATION')[np.isfinite(disk.array('ALLOCATION'))])) == {3, 12, 700}
    assert memory.feedback.warnings == disk.feedback.warnings
    file = gdal.Open(disk['COST'])
    known = disk.array('COST')[np.isfinite(disk.array('COST'))]
    low, high, mean, deviation = file.GetRasterBand(1).GetStatistics(False, False)
    assert (low, high) == (known.min(), known.max())
    assert (mean, deviation) == pytest.approx((known.mean(), known.std()))


@pytest.mark.parametrize('nodata', [-9999.0, -1.7976931348623157e308, float('nan'), None])
def test_single_precision_is_copied_as_it_is_read(qgis_app, tmp_path, nodata):
    values = np.array([[1.5, -9999.0, np.inf], [np.nan, 0.1, 7.0]], np.float32)
    file = gdal.GetDriverByName('GTiff').Create(str(tmp_path / 'single.tif'), 3, 2, 1, gdal.GDT_Float32)
    file.SetGeoTransform((0, 10, 0, 0, 0, -10))
    if nodata is not None:
        file.GetRasterBand(1).SetNoDataValue(nodata)
    file.GetRasterBand(1).WriteArray(values)
    file = None
    layer = QgsRasterLayer(str(tmp_path / 'single.tif'))
    array_files.copy_band(layer, 'x', tmp_path / 'x.npy', Grid((2, 3), (0.0, 10.0, 0.0, 0.0, 0.0, -10.0)))
    copied = np.load(tmp_path / 'x.npy')
    assert copied.dtype == np.float32 and np.array_equal(copied, read_band(layer), equal_nan=True)
    lost = [(0, 2), (1, 0)] + ([(0, 1)] if nodata == -9999 else [])
    assert sorted(map(tuple, np.argwhere(np.isnan(copied)).tolist())) == sorted(lost)


@pytest.mark.parametrize('compiled', [True, False])
def test_every_bit_in_a_worker(run_tool, landscape, monkeypatch, compiled):
    if compiled and not importlib.util.find_spec('numba'):  # importing it here may crash QGIS
        pytest.skip('numba is not installed')
    monkeypatch.setattr(cost_files, 'choose_engine', lambda *job, **more: LocalEngine(1, compiled=compiled))
    memory, disk = both_ways(run_tool, RESISTANCE=landscape[0], SOURCES=landscape[1])
    assert_same(memory, disk)


def test_points_and_words_as_ids(run_tool, landscape, make_vector):
    points = make_vector('points', 'Point', {'name': ['b', 'a']}, ['POINT(500650 3999050)', 'POINT(512950 3991150)'])
    memory, disk = both_ways(run_tool, RESISTANCE=landscape[0], SOURCES=points, SOURCE_ID='name')
    assert_same(memory, disk)
    assert (disk.array('COST') == 0).sum() == 2


def test_settings_of_the_layer_count(run_tool, landscape):
    layer = QgsRasterLayer(landscape[0], 'own nodata')
    layer.dataProvider().setUserNoDataValue(1, [_range(14.0, 16.0)])
    memory, disk = both_ways(run_tool, RESISTANCE=layer, SOURCES=landscape[1])
    assert_same(memory, disk)
    plain = run_tool('cumulativeresistance', RESISTANCE=landscape[0], SOURCES=landscape[1], COST='TEMPORARY_OUTPUT')
    assert np.isnan(disk.array('COST')).sum() > np.isnan(plain.array('COST')).sum()


def _range(low, high):
    from qgis.core import QgsRasterRange
    return QgsRasterRange(low, high)


def test_memory_decides(landscape, monkeypatch):
    layer = QgsRasterLayer(landscape[0], 'resistance')
    assert not cost_files.goes_by_files(layer, 'auto')
    monkeypatch.setattr(cost_disk, 'available_memory', lambda: 1_000_000)
    assert cost_files.goes_by_files(layer, 'auto') and not cost_files.goes_by_files(layer, 'memory')


def left_in(folder):
    return sorted(path.name for path in Path(folder).iterdir())


def temporary_files():
    return {path.name for path in Path(QgsProcessingUtils.tempFolder()).glob('ecorestore-*')}


@pytest.mark.parametrize('at', [5, 30, 75, 93])
def test_cancelled_leaves_nothing(run_tool, landscape, tmp_path, at):
    folder = tmp_path / 'out'
    before = temporary_files()
    run = run_tool('cumulativeresistance', Feedback(cancel_at=at), RESISTANCE=landscape[0], SOURCES=landscape[1],
                   STORAGE='disk', **{name: str(folder / f'{name}.tif') for name in OUTPUTS})
    assert not run.results and (not folder.exists() or not left_in(folder)) and temporary_files() == before
    assert run.feedback.steps == sorted(run.feedback.steps)


def test_too_small_a_disk_is_noticed_first(run_tool, landscape, tmp_path, monkeypatch):
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(cost_disk.shutil, 'disk_usage', lambda folder: usage._replace(free=100_000))
    with pytest.raises(QgsProcessingException, match=r'about 292.* kB in .*only 100 kB are free'):
        run_tool('cumulativeresistance', RESISTANCE=landscape[0], SOURCES=landscape[1], STORAGE='disk',
                 COST=str(tmp_path / 'cost.tif'))


@pytest.mark.parametrize('stage', ['copy_band', 'write_floats'])
def test_a_disk_that_fills_up(run_tool, landscape, tmp_path, monkeypatch, stage):
    folder = tmp_path / 'out'
    before, usual, step = temporary_files(), resource.getrlimit(resource.RLIMIT_FSIZE), getattr(cost_files, stage)

    def full(*given):
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, usual[1]))
        return step(*given)

    monkeypatch.setattr(cost_files, stage, full)
    try:
        with pytest.raises(QgsProcessingException, match='Writing failed|A file could not be'):
            run_tool('cumulativeresistance', RESISTANCE=landscape[0], SOURCES=landscape[1], STORAGE='disk',
                     **{name: str(folder / f'{name}.tif') for name in OUTPUTS})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert (not folder.exists() or not left_in(folder)) and temporary_files() == before


def test_bad_input_in_the_same_words(run_tool, landscape, make_raster, make_vector, square):
    zero = make_raster('zero', np.array([[1.0, 0.0], [2.0, np.nan]]))
    corner = make_vector('corner', 'Polygon', {'source_id': [1]}, [square(500000, 3999900, 100)])
    with pytest.raises(QgsProcessingException, match='1 values are zero.*row 0, column 1'):
        run_tool('cumulativeresistance', RESISTANCE=zero, SOURCES=corner, STORAGE='disk', COST='TEMPORARY_OUTPUT')
    empty = make_raster('empty', np.full((3, 3), np.nan))
    with pytest.raises(QgsProcessingException, match=r'\(empty\) holds no data: all 9 values'):
        run_tool('cumulativeresistance', RESISTANCE=empty, SOURCES=landscape[1], STORAGE='disk',
                 COST='TEMPORARY_OUTPUT')
    away = make_vector('away', 'Polygon', {'source_id': [1]}, [square(100, 100, 10)])
    with pytest.raises(QgsProcessingException, match='1 sources have no cell with a resistance: 1'):
        run_tool('cumulativeresistance', RESISTANCE=landscape[0], SOURCES=away, STORAGE='disk',
                 COST='TEMPORARY_OUTPUT')


def test_small_features_are_burned_in_their_window_as_on_the_whole_grid():
    """Points, lines and specks inside, across and beyond the edges, on cell borders too."""
    from qgis.core import QgsGeometry

    from ecorestore.ecorestore_plugin.core.grid import Grid
    from ecorestore.ecorestore_plugin.qgis_io import raster
    grid = Grid((40, 60), (1000.0, 25.0, 0.0, 9000.0, 0.0, -20.0))
    rng = np.random.default_rng(2)
    for number in range(300):
        x, y = 950 + rng.uniform(0, 1600), 8150 + rng.uniform(0, 900)
        if number % 3 == 0:
            x, y = round(x / 25) * 25, round(y / 20) * 20
        reach = rng.uniform(0, 30)
        shape = QgsGeometry.fromWkt((f'POINT({x} {y})', f'LINESTRING({x} {y}, {x + reach} {y - reach})',
                                     f'POLYGON(({x} {y}, {x + reach} {y}, {x} {y + reach}, {x} {y}))')[number % 3])
        rows, columns = raster.touched(shape, grid)
        expected = np.nonzero(raster._burn([shape], [1], grid, True))
        assert (rows.tolist(), columns.tolist()) == (expected[0].tolist(), expected[1].tolist()), shape.asWkt()
