"""Sample data, alignment and checks as a user runs them."""

import csv
import re
from pathlib import Path

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ecorestore.ecorestore_plugin.core.sample.catalogue import LAYERS, RASTERS
from ecorestore.ecorestore_plugin.qgis_io.raster import grid_of, read_band

CRS = 'EPSG:32650'
SMALL = {'ROWS': 130, 'COLUMNS': 140, 'CELL': 250.0}


@pytest.fixture
def sample(run_tool, tmp_path):
    folder = tmp_path / '示例 数据'
    return folder, run_tool('sampledata', FOLDER=str(folder), **SMALL)


# sampledata

def test_the_sample_folder_is_complete_and_labelled(sample):
    folder, run = sample
    assert {path.name for path in folder.iterdir()} == {f'{name}.tif' for name in RASTERS} | {
        'sample.gpkg', 'provenance.csv', 'README.txt'}
    assert run['COUNTIES'] == 24
    grids = {}
    for name in RASTERS:
        layer = QgsRasterLayer(str(folder / f'{name}.tif'), name)
        grids[name] = grid_of(layer, name)
        assert 'SYNTHETIC sample' in layer.bandName(1)
        assert np.isfinite(read_band(layer)).sum() == run['LAND_CELLS']
        assert layer.crs().authid() == 'EPSG:4547'
    assert all(not grids['dem'].difference(grid) for grid in grids.values())
    with open(folder / 'provenance.csv', encoding='utf-8', newline='') as source:
        rows = list(csv.DictReader(source))
    assert {row['layer'] for row in rows} == set(RASTERS) | set(LAYERS)
    assert {row['status'] for row in rows} == {'synthetic'}
    assert 'SYNTHETIC' in (folder / 'README.txt').read_text(encoding='utf-8')


def test_the_sample_layers_are_valid_and_cover_the_rasters(sample):
    folder, run = sample
    units = QgsVectorLayer(f'{folder}/sample.gpkg|layername=units', 'units', 'ogr')
    assert units.featureCount() == 24 and units.crs().authid() == 'EPSG:4547'
    assert all(feature.geometry().isGeosValid() for feature in units.getFeatures())
    area = sum(feature.geometry().area() for feature in units.getFeatures())
    assert area == pytest.approx(run['LAND_CELLS'] * 250.0 ** 2, rel=0.01)
    assert 'SYNTHETIC' in units.metadata().abstract() or 'SYNTHETIC' in units.dataComment()
    for name in ('roads', 'rivers', 'towns'):
        layer = QgsVectorLayer(f'{folder}/sample.gpkg|layername={name}', name, 'ogr')
        assert layer.isValid() and layer.featureCount() > 0
        assert all(feature.geometry().isGeosValid() for feature in layer.getFeatures())


def test_a_cancelled_sample_leaves_nothing(run_tool, tmp_path):
    folder = tmp_path / 'cancelled'
    feedback = QgsProcessingFeedback(False)
    feedback.progressChanged.connect(lambda value: feedback.cancel() if value >= 20 else None)
    run_tool('sampledata', feedback=feedback, FOLDER=str(folder), **SMALL)
    assert not folder.exists()


# alignrasters

def rows_of(run, name='REPORT'):
    return {row['layer']: row for row in run.rows(name)}


def test_everything_lands_on_the_template(run_tool, make_raster, tmp_path):
    rng = np.random.default_rng(1)
    template = make_raster('template', rng.random((20, 30)))
    codes = make_raster('landcover', rng.integers(1, 9, (40, 60)), cell=50.0, origin=(500017.0, 3999989.0))
    height = make_raster('dem', rng.random((10, 10)) * 100, cell=300.0)
    out = tmp_path / 'out'
    run = run_tool('alignrasters', RASTERS=[codes, height, template], TEMPLATE=template, FOLDER=str(out),
                   REPORT='TEMPORARY_OUTPUT')
    want = grid_of(QgsRasterLayer(template, 't'), 't')
    for name in ('landcover', 'dem', 'template'):
        assert not want.difference(grid_of(QgsRasterLayer(str(out / f'{name}.tif'), name), name))
    landcover = read_band(QgsRasterLayer(str(out / 'landcover.tif'), 'l'))
    assert set(np.unique(landcover[~np.isnan(landcover)])) <= set(range(1, 9))
    assert np.allclose(read_band(QgsRasterLayer(str(out / 'template.tif'), 't')), read_band(QgsRasterLayer(template)))
    rows = rows_of(run)
    assert {name: row['resampling'] for name, row in rows.items()} == {
        'landcover': 'near', 'dem': 'bilinear', 'template': 'bilinear'}
    assert run['COUNT'] == 3 and run['WARNINGS'] == 0


@pytest.mark.parametrize('cell', [30.0, 70.0, 100.0, 250.0])
def test_amounts_keep_their_total(run_tool, make_raster, tmp_path, cell):
    people = np.random.default_rng(2).random((20, 30)) * 50
    people[3, 4] = np.nan
    source = make_raster('population', people)
    run = run_tool('alignrasters', RASTERS=[source], CELL=cell, FOLDER=str(tmp_path / 'out'),
                   REPORT='TEMPORARY_OUTPUT')
    after = read_band(QgsRasterLayer(str(tmp_path / 'out' / 'population.tif'), 'p'))
    assert np.nansum(after) == pytest.approx(np.nansum(people), rel=1e-6)
    row = rows_of(run)['population']
    assert row['total_after'] == pytest.approx(row['total_before'], rel=1e-6) and row['kind'] == 'amount'


def test_amounts_survive_another_coordinate_system(run_tool, make_raster, tmp_path):
    people = np.random.default_rng(3).random((20, 30)) * 50
    source = make_raster('population', people)
    run_tool('alignrasters', RASTERS=[source], CRS='EPSG:4547', CELL=150.0, FOLDER=str(tmp_path / 'out'))
    layer = QgsRasterLayer(str(tmp_path / 'out' / 'population.tif'), 'p')
    assert layer.crs().authid() == 'EPSG:4547'
    assert np.nansum(read_band(layer)) == pytest.approx(people.sum(), rel=1e-5)


def test_a_density_is_averaged(run_tool, make_raster, tmp_path):
    source = make_raster('npp', np.kron([[1.0, 3.0]], np.ones((2, 2))))
    run_tool('alignrasters', RASTERS=[source], EXTENT=f'500000,500400,3999800,4000000 [{CRS}]', CELL=200.0,
             FOLDER=str(tmp_path / 'out'))
    assert np.allclose(read_band(QgsRasterLayer(str(tmp_path / 'out' / 'npp.tif'))), [[1.0, 3.0]])


def test_clip_by_cell_centre_and_equal_names(run_tool, make_raster, make_vector, square, tmp_path):
    one = make_raster('dem', np.arange(16.0).reshape(4, 4))
    (tmp_path / 'second').mkdir()
    two = tmp_path / 'second' / 'dem.tif'
    two.write_bytes(Path(one).read_bytes())
    area = make_vector('area', 'Polygon', {'id': [1]}, [square(500000, 3999760, 240)])
    run = run_tool('alignrasters', RASTERS=[one, str(two)], CLIP=area, FOLDER=str(tmp_path / '输出'))
    values = read_band(QgsRasterLayer(str(tmp_path / '输出' / 'dem_2.tif'), 'dem'))
    expected = np.full((4, 4), np.nan)
    expected[:2, :2] = np.arange(16.0).reshape(4, 4)[:2, :2]
    assert np.array_equal(values, expected, equal_nan=True)
    assert run['COUNT'] == 2 and (tmp_path / '输出' / 'dem.tif').exists()


def test_a_displaced_boundary_is_noticed(run_tool, make_raster, make_vector, square, tmp_path):
    source = make_raster('dem', np.random.default_rng(0).random((60, 60)))
    area = make_vector('area', 'Polygon', {'id': [1]}, [square(500500, 3994150, 6000)])
    grid = f'499000,508000,3993000,4001000 [{CRS}]'
    run = run_tool('alignrasters', RASTERS=[source], EXTENT=grid, CELL=100.0, CLIP=area, FOLDER=str(tmp_path / 'out'))
    assert run['WARNINGS'] == 1
    assert any('500 m east and 150 m north' in warning for warning in run.feedback.warnings)


def test_undeclared_settings_of_a_layer_count(run_tool, make_raster, tmp_path):
    from qgis.core import QgsProject, QgsRasterRange
    layer = QgsRasterLayer(make_raster('dem', np.array([[1.0, 7.0], [3.0, 4.0]])), 'dem')
    layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(7.0, 7.0)])
    QgsProject.instance().addMapLayer(layer, False)
    run_tool('alignrasters', RASTERS=[layer.id()], FOLDER=str(tmp_path / 'out'))
    assert np.array_equal(read_band(QgsRasterLayer(str(tmp_path / 'out' / 'dem.tif'))), [[1, np.nan], [3, 4]],
                          equal_nan=True)


def test_alignment_refuses_what_cannot_work(run_tool, make_raster, make_vector, square, tmp_path):
    source = make_raster('dem', np.random.default_rng(0).random((6, 6)))
    degrees = make_raster('degrees', np.ones((4, 4)), cell=0.01, crs='EPSG:4326', origin=(110.0, 28.0))
    bare = make_raster('bare', np.ones((4, 4)), crs='')
    folder = {'FOLDER': str(tmp_path / 'out')}
    cases = [(dict(RASTERS=[source], KINDS='class,amount'), '2 kinds are given for 1'),
             (dict(RASTERS=[source], KINDS='odd'), 'unknown'),
             (dict(RASTERS=[source], TEMPLATE=source, CELL=10), 'not both'),
             (dict(RASTERS=[degrees]), 'geographic'),
             (dict(RASTERS=[bare]), 'no coordinate reference system'),
             (dict(RASTERS=[source], CRS='EPSG:4326', CELL=100), 'no projected'),
             (dict(RASTERS=[source], CRS='EPSG:4547'), 'Give a cell size'),
             (dict(RASTERS=[source], CELL=0.001, EXTENT=f'0,900000,0,900000 [{CRS}]'), 'larger cells'),
             (dict(RASTERS=[source], CLIP=make_vector('far', 'Polygon', {'id': [1]}, [square(0, 0, 100)])),
              'covers no cell')]
    for parameters, message in cases:
        with pytest.raises(QgsProcessingException, match=message):
            run_tool('alignrasters', **parameters, **folder)
        assert not (tmp_path / 'out').exists()
    with pytest.raises(QgsProcessingException, match='itself an input'):
        run_tool('alignrasters', RASTERS=[source], FOLDER=str(Path(source).parent))
    assert QgsRasterLayer(source).isValid()


def test_a_cancelled_alignment_leaves_nothing(run_tool, make_raster, tmp_path):
    source = make_raster('dem', np.random.default_rng(0).random((300, 300)))
    feedback = QgsProcessingFeedback(False)
    feedback.cancel()
    run_tool('alignrasters', feedback=feedback, RASTERS=[source], FOLDER=str(tmp_path / 'out'))
    assert not (tmp_path / 'out').exists()


# checkinputs

def findings(run):
    return [(row['layer'], row['check'], row['severity']) for row in run.rows('FINDINGS')]


def test_the_sample_passes_its_own_check(run_tool, sample, tmp_path):
    folder, _ = sample
    run = run_tool('checkinputs', RASTERS=[str(folder / f'{name}.tif') for name in RASTERS],
                   VECTORS=[f'{folder}/sample.gpkg|layername={name}' for name in LAYERS],
                   EXPECT='landcover,dem,population', FINDINGS='TEMPORARY_OUTPUT', REPORT=str(tmp_path / 'check.html'))
    assert run['ERRORS'] == 0 and run['WARNINGS'] == 0, findings(run)
    page = (tmp_path / 'check.html').read_text(encoding='utf-8')
    assert 'landcover_2020' in page and 'units' in page and '<script' not in page


def test_bad_rasters_are_reported_not_refused(run_tool, make_raster):
    good = make_raster('dem', np.random.default_rng(0).random((5, 5)) * 100)
    odd = np.random.default_rng(1).random((5, 5))
    odd[0, 0], odd[1, 1] = 3.0, np.nan
    run = run_tool('checkinputs', FINDINGS='TEMPORARY_OUTPUT', EXPECT='dem,slope', RASTERS=[
        good, make_raster('ndvi', odd), make_raster('fvc', np.full((5, 5), np.nan)),
        make_raster('npp', np.ones((4, 4)), cell=50.0), make_raster('sand', np.eye(5), crs='EPSG:4326', cell=0.01,
                                                                    origin=(110.0, 28.0)),
        make_raster('clay', np.eye(5), crs='')])
    found = findings(run)
    for wanted in (('ndvi', 'range', 'error'), ('ndvi', 'nodata', 'warning'), ('fvc', 'nodata', 'error'),
                   ('npp', 'grid', 'error'), ('npp', 'range', 'warning'), ('sand', 'crs', 'error'),
                   ('clay', 'crs', 'error'), ('slope', 'expected', 'error')):
        assert wanted in found, wanted
    severities = [severity for _, _, severity in found]
    assert run['ERRORS'] == severities.count('error')
    rows = run.rows('FINDINGS')
    layers = [row['layer'] for row in rows]
    assert [row['number'] for row in rows] == list(range(1, len(rows) + 1))
    assert len(set(layers)) == 1 + sum(one != other for one, other in zip(layers, layers[1:]))
    assert all(row['fix'] for row in rows), [row['message'] for row in rows if not row['fix']]
    assert {row['layer']: row['kind'] for row in rows}['ndvi'] == 'raster'
    assert next(row for row in rows if row['layer'] == 'ndvi')['source'].endswith('ndvi.tif')
    assert not [row for row in found if row[0] == 'dem' and row[2] == 'error']


def test_codes_are_compared_both_ways(run_tool, make_raster, make_vector):
    cover = make_raster('landcover_2020', np.array([[1, 2], [2, 7]]))
    table = make_vector('table', 'None', {'code': [1, 2, 9]})
    run = run_tool('checkinputs', RASTERS=[cover], TABLES=[table.id()], FINDINGS='TEMPORARY_OUTPUT')
    rows = [row for row in run.rows('FINDINGS') if row['check'] == 'codes']
    assert [(row['layer'], row['severity'], row['count']) for row in rows] == [
        ('landcover_2020', 'error', 1), ('table', 'warning', 1)]
    assert '7 (1)' in rows[0]['message']


def test_a_csv_is_a_table(run_tool, make_raster, tmp_path):
    cover = make_raster('landcover', np.array([[1, 2], [2, 7]]))
    (tmp_path / '代码.csv').write_text('lucode,name\n1,耕地\n2,林地\n7,裸地\n', encoding='utf-8')
    run = run_tool('checkinputs', RASTERS=[cover], TABLES=[str(tmp_path / '代码.csv')], FINDINGS='TEMPORARY_OUTPUT')
    assert run['ERRORS'] == 0 and not [row for row in findings(run) if row[1] == 'codes']


def test_a_csv_in_gbk_is_read_and_reported(run_tool, make_raster, tmp_path):
    cover = make_raster('landcover', np.array([[1, 2], [2, 7]]))
    (tmp_path / '代码.csv').write_bytes('代码,名称\n1,耕地\n2,林地\n'.encode('gbk'))
    run = run_tool('checkinputs', RASTERS=[cover], TABLES=[str(tmp_path / '代码.csv')], FINDINGS='TEMPORARY_OUTPUT')
    assert [row for row in findings(run) if row[2] != 'note'] == [('landcover', 'codes', 'error'),
                                                                  ('代码', 'encoding', 'warning')]
    assert '7 (1)' in run.rows('FINDINGS')[0]['message']


def test_class_codes_as_decimals_and_rasters_without_a_known_name(run_tool, make_raster, make_vector):
    table = make_vector('table', 'None', {'code': [1, 2]})
    run = run_tool('checkinputs', RASTERS=[make_raster('landcover', np.array([[1.0, 2.0]]))], TABLES=[table.id()],
                   FINDINGS='TEMPORARY_OUTPUT')
    assert findings(run) == [('landcover', 'codes', 'note')]
    run = run_tool('checkinputs', RASTERS=[make_raster('zones', np.array([[1, 3]]))], TABLES=[table.id()],
                   FINDINGS='TEMPORARY_OUTPUT')
    assert ('zones', 'codes', 'error') in findings(run)


def displaced(wkt, crs=CRS):
    """A polygon where web maps in China show it, vertex by vertex."""
    from ecorestore.ecorestore_plugin.core.prepare.displacement import gcj02_from_wgs84
    shape = QgsGeometry.fromWkt(wkt)
    there = QgsCoordinateTransform(QgsCoordinateReferenceSystem(crs), QgsCoordinateReferenceSystem('EPSG:4326'),
                                   QgsCoordinateTransformContext())
    shape.transform(there)
    ring = [QgsPointXY(*gcj02_from_wgs84(point.x(), point.y())) for point in shape.asPolygon()[0]]
    shape = QgsGeometry.fromPolygonXY([ring])
    shape.transform(there, QgsCoordinateTransform.ReverseTransform)
    return shape.asWkt(3)


def island(x, y):
    """A many-sided area of about 12 km around a point."""
    draw = np.random.default_rng(2)
    angle = np.linspace(0, 2 * np.pi, 90, endpoint=False)
    radius = 5000 + 900 * np.sin(3 * angle) + draw.uniform(-500, 500, 90)
    ends = [f'{x + r * np.cos(a):.1f} {y + r * np.sin(a):.1f}' for r, a in zip(radius, angle)]
    return f'POLYGON(({", ".join(ends + ends[:1])}))'


@pytest.fixture
def clipped(make_raster):
    """A raster of 100 m cells with data on the island only."""
    shape = QgsGeometry.fromWkt(island(507000, 3993000))
    inside = [[shape.contains(QgsGeometry.fromPointXY(QgsPointXY(500050 + 100 * column, 3999950 - 100 * row)))
               for column in range(140)] for row in range(140)]
    return make_raster('dem', np.where(inside, np.random.default_rng(0).random((140, 140)) * 100, np.nan))


def test_boundaries_from_web_maps_are_recognised(run_tool, clipped, make_vector):
    good = make_vector('good', 'Polygon', {'id': [1]}, [island(507000, 3993000)])
    bad = make_vector('bad', 'Polygon', {'id': [1]}, [displaced(island(507000, 3993000))])
    run = run_tool('checkinputs', RASTERS=[clipped], VECTORS=[good.id(), bad.id()], FINDINGS='TEMPORARY_OUTPUT')
    row, = [row for row in run.rows('FINDINGS') if row['severity'] == 'warning']
    assert row['layer'] == 'bad' and row['check'] == 'crs' and 'GCJ-02' in row['message'] and row['fix']
    observed = [int(word) for word in re.findall(r'-?\d+', row['message'].split('GCJ')[0])[:2]]
    moved, still = (QgsGeometry.fromWkt(wkt).centroid().asPoint() for wkt in (
        displaced(island(507000, 3993000)), island(507000, 3993000)))
    assert observed == pytest.approx([moved.x() - still.x(), moved.y() - still.y()], abs=25)


@pytest.mark.parametrize('crs', [CRS, 'EPSG:4326'])
def test_of_two_vector_layers_the_displaced_one_is_named(run_tool, make_vector, crs):
    def placed(wkt):
        shape = QgsGeometry.fromWkt(wkt)
        shape.transform(QgsCoordinateTransform(QgsCoordinateReferenceSystem(CRS), QgsCoordinateReferenceSystem(crs),
                                               QgsCoordinateTransformContext()))
        return shape.asWkt(9)
    counties = make_vector('counties', 'Polygon', {'id': [1]}, [placed(displaced(island(507000, 3993000)))], crs)
    outline = make_vector('border', 'Polygon', {'id': [1]}, [placed(island(507000, 3993000))], crs)
    for order in ([counties, outline], [outline, counties]):
        run = run_tool('checkinputs', VECTORS=[layer.id() for layer in order], FINDINGS='TEMPORARY_OUTPUT')
        row, = [row for row in run.rows('FINDINGS') if 'GCJ-02' in row['message']]
        assert row['layer'] == 'counties' and 'border' in row['message']


@pytest.mark.parametrize('rows', [512, 13])
def test_a_study_area_from_a_web_map_is_noticed_while_aligning(run_tool, clipped, make_vector, tmp_path, monkeypatch,
                                                               rows):
    monkeypatch.setattr('ecorestore.ecorestore_plugin.qgis_io.warp.ROWS', rows)
    for name, shape, warnings in (('bad', displaced(island(507000, 3993000)), 1), ('good', island(507000, 3993000), 0)):
        area = make_vector(name, 'Polygon', {'id': [1]}, [shape])
        run = run_tool('alignrasters', RASTERS=[clipped], CLIP=area, FOLDER=str(tmp_path / name))
        assert run['WARNINGS'] == warnings
        assert len([text for text in run.feedback.warnings if 'GCJ-02' in text]) == warnings


def test_gaps_between_units(run_tool, make_vector, square):
    shapes = [square(500000, 3999000, 1000), square(501000, 3999000, 1000), square(500000, 3998000, 2000, 990),
              square(500000, 3998990, 995, 10), square(501010, 3998990, 990, 10)]
    units = make_vector('units', 'Polygon', {'unit_code': [f'43010{n}' for n in range(1, 6)],
                                             'unit_name': list('abcde')}, shapes)
    run = run_tool('checkinputs', VECTORS=[units.id()], FINDINGS='TEMPORARY_OUTPUT')
    row, = [row for row in run.rows('FINDINGS') if 'Gaps' in row['message']]
    assert row['count'] == 1 and row['place'] == '501002.5,3998995.0'


def test_bad_units_are_reported(run_tool, make_raster, make_vector, square):
    cover = make_raster('dem', np.random.default_rng(0).random((10, 10)))
    bow = 'POLYGON((500000 3999000, 500500 3999500, 500500 3999000, 500000 3999500, 500000 3999000))'
    units = make_vector('units', 'Polygon', {
        'unit_code': ['430101', '430101', '43', None], 'parent_code': ['430100', '430200', '430100', '430100'],
        'unit_name': ['甲', '', '丙', '丁'], 'pop': [5, 6, -7, 8]},
        [square(500000, 3999500, 500), square(500250, 3999500, 500), bow, square(500500, 3999000, 400)])
    far = make_vector('roads', 'LineString', {'id': [1]}, ['LINESTRING(0 0, 100 0)'])
    empty = make_vector('empty', 'Polygon', {'id': []}, [])
    run = run_tool('checkinputs', RASTERS=[cover], VECTORS=[units.id(), far.id(), empty.id()],
                   FINDINGS='TEMPORARY_OUTPUT')
    found = findings(run)
    assert found.count(('units', 'unit_code', 'error')) == 3
    for wanted in (('units', 'geometry', 'error'), ('units', 'geometry', 'warning'), ('units', 'parent_code', 'error'),
                   ('units', 'fields', 'error'), ('roads', 'crs', 'error'), ('empty', 'geometry', 'error')):
        assert wanted in found, wanted
    assert run.rows('FINDINGS')[0]['fix']


def test_nothing_to_check_is_said(run_tool):
    with pytest.raises(QgsProcessingException, match='at least one'):
        run_tool('checkinputs', FINDINGS='TEMPORARY_OUTPUT')


def test_layers_of_the_shared_standard_are_checked_against_it(run_tool, make_vector, square):
    """The definition that guards the store speaks in Check inputs too, for tables as for layers."""
    projects = make_vector('projects', 'Polygon', {
        'project_id': ['p', 'p'], 'name': ['A', None], 'status': ['planned', 'forgotten'], 'budget_wan': [1., -2.],
        'unit_code': ['430101', '4301']}, [square(0, 0, 100), square(200, 0, 100)])
    zones = make_vector('zones', 'Polygon', {'zone_code': ['I', 'II'], 'name': ['a', 'b']},
                        [square(0, 0, 100), square(50, 0, 100)])
    series = make_vector('observations', 'None', {'site_id': ['s'], 'variable': ['COD'], 'time': ['lately'],
                                                  'quality': ['good']})
    run = run_tool('checkinputs', VECTORS=[projects, zones, series], FINDINGS='TEMPORARY_OUTPUT')
    found = {(row['layer'], row['check'], row['severity'], row['count']) for row in run.rows('FINDINGS')}
    assert {('projects', 'codes', 'error', 1), ('projects', 'range', 'error', 1), ('projects', 'fields', 'error', 1),
            ('projects', 'unit_code', 'error', 1), ('zones', 'geometry', 'warning', 1), ('zones', 'fields', 'error', 1),
            ('observations', 'fields', 'error', 1)} <= found
    # A table has no geometry and no system to be missed.
    assert not [row for row in found if row[0] == 'observations' and row[1] in ('geometry', 'crs')]
