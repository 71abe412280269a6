"""Cumulative resistance and corridors as tools."""

import numpy as np
import pytest
from conftest import Feedback
from qgis.core import QgsProcessingException, QgsWkbTypes

ROOT2 = np.sqrt(2)


@pytest.fixture
def plain(make_raster):
    """10 x 20 cells of 100 m with resistance 2, but 20 in columns 8 to 11 except for a gap in row 7."""
    resistance = np.full((10, 20), 2.0)
    resistance[:, 8:12] = 20.0
    resistance[7, 8:12] = 2.0
    return make_raster('resistance', resistance)


@pytest.fixture
def two_sources(make_vector, square):
    """Cells (0..1, 0..1) and (0..1, 18..19)."""
    return make_vector('sources', 'Polygon', {'source_id': [11, 5], 'area_ha': [4.0, 4.0]},
                       [square(500000, 3999800, 200), square(501800, 3999800, 200)])


def test_cumulative_resistance(run_tool, plain, two_sources):
    run = run_tool('cumulativeresistance', RESISTANCE=plain, SOURCES=two_sources, COST='TEMPORARY_OUTPUT',
                   ALLOCATION='TEMPORARY_OUTPUT', BACK_LINK='TEMPORARY_OUTPUT')
    cost, allocation, back = run.array('COST'), run.array('ALLOCATION'), run.array('BACK_LINK')
    assert cost[0, :5].tolist() == [0, 0, 200, 400, 600]
    assert cost[2, 2] == pytest.approx(200 * ROOT2, rel=1e-6)
    assert set(np.unique(allocation[:, :7])) == {11} and set(np.unique(allocation[:, 13:])) == {5}
    assert back[0, :3].tolist() == [0, 0, 5] and back[0, 17] == 1 and back[2, 2] == 6


def test_cumulative_resistance_up_to_a_maximum(run_tool, plain, two_sources):
    run = run_tool('cumulativeresistance', RESISTANCE=plain, SOURCES=two_sources, MAXIMUM=400, NEIGHBOURS='4',
                   COST='TEMPORARY_OUTPUT')
    cost = run.array('COST')
    assert np.nanmax(cost) == 400 and cost[2, 2] == 400 and np.isnan(cost[0, 4])
    assert 'ALLOCATION' not in run.results


def test_points_and_lines_are_sources_too(run_tool, plain, make_vector):
    points = make_vector('points', 'Point', {'name': ['a', 'b']}, ['POINT(500050 3999950)', 'POINT(501950 3999050)'])
    run = run_tool('cumulativeresistance', RESISTANCE=plain, SOURCES=points, SOURCE_ID='name',
                   COST='TEMPORARY_OUTPUT', ALLOCATION='TEMPORARY_OUTPUT')
    assert (run.array('COST') == 0).sum() == 2
    assert set(np.unique(run.array('ALLOCATION'))) == {1, 2}
    line = make_vector('line', 'LineString', {'source_id': [1]}, ['LINESTRING(500050 3999950, 500350 3999950)'])
    run = run_tool('cumulativeresistance', RESISTANCE=plain, SOURCES=line, COST='TEMPORARY_OUTPUT')
    assert (run.array('COST')[0] == 0).sum() == 4


def corridors(run_tool, resistance, sources, **more):
    return run_tool('corridors', RESISTANCE=resistance, SOURCES=sources, LINKS='TEMPORARY_OUTPUT',
                    MOSAIC='TEMPORARY_OUTPUT', CORRIDORS='TEMPORARY_OUTPUT', **more)


def test_corridors(run_tool, plain, two_sources):
    run = corridors(run_tool, plain, two_sources)
    link, = run.rows('LINKS')
    # 17 steps east, 6 of them diagonal down to row 7 and 6 up again, all over resistance 2.
    length = 100 * (5 + 12 * ROOT2)
    assert (link['link_id'], link['from_id'], link['to_id']) == (1, 5, 11)
    assert link['cost'] == pytest.approx(2 * length) and link['length_m'] == pytest.approx(length)
    assert link['euclid_m'] == pytest.approx(1600)
    assert link['cost_euclid'] == pytest.approx(2 * length / 1600) and link['cost_length'] == pytest.approx(2)
    assert link['third_sources'] == 0 and link['link_type'] == 'corridor'
    assert link['geometry'].length() == pytest.approx(length)
    assert QgsWkbTypes.geometryType(link['geometry'].wkbType()) == QgsWkbTypes.GeometryType.LineGeometry
    assert run['LINK_COUNT'] == 1 and run['CUTOFF_USED'] == pytest.approx(2 * length / 10)
    mosaic = run.array('MOSAIC')
    assert np.nanmin(mosaic) == 0 and np.nanmax(mosaic) <= length / 2 * (1 + 1e-6) and mosaic[7, 9] < 1e-3
    corridor, = run.rows('CORRIDORS')
    cells = np.isfinite(mosaic)
    cells[0:2, [0, 1, 18, 19]] = False
    assert corridor['area_ha'] == cells.sum() and corridor['geometry'].area() == pytest.approx(cells.sum() * 1e4)
    assert corridor['mean_width_m'] == pytest.approx(cells.sum() * 1e4 / length)
    assert (corridor['from_id'], corridor['to_id'], corridor['link_id']) == (5, 11, 1)


def test_the_path_lies_on_its_cells_and_joins_the_sources(run_tool, plain, two_sources):
    run = corridors(run_tool, plain, two_sources, CUTOFF=0.001)
    link, = run.rows('LINKS')
    path = link['geometry']
    assert all(path.intersects(source.geometry()) for source in two_sources.getFeatures())
    known = np.isfinite(run.array('MOSAIC'))
    for step in np.linspace(0, path.length(), 200):
        point = path.interpolate(step).asPoint()
        assert known[int((4000000 - point.y()) // 100), int((point.x() - 500000) // 100)]


def test_features_with_one_id_are_one_source(run_tool, plain, make_vector, square):
    parts = make_vector('parts', 'Polygon', {'id': ['a', 'b', 'a']},
                        [square(500000, 3999800, 200), square(501800, 3999800, 200), square(501800, 3999000, 200)])
    run = corridors(run_tool, plain, parts, SOURCE_ID='id')
    link, = run.rows('LINKS')
    assert (link['from_id'], link['to_id']) == ('a', 'b') and link['euclid_m'] == pytest.approx(600)
    assert any('3 features form 2 sources' in text for text in run.feedback.said)


def test_sources_without_an_id_field_are_numbered(run_tool, plain, make_vector, square):
    bare = make_vector('bare', 'Polygon', {'name': ['x', 'y']},
                       [square(500000, 3999800, 200), square(501800, 3999800, 200)])
    run = corridors(run_tool, plain, bare)
    link, = run.rows('LINKS')
    assert (link['from_id'], link['to_id']) == (1, 2)
    assert any('has no field source_id; its features are numbered' in text for text in run.feedback.said)
    with pytest.raises(QgsProcessingException, match='has no field id.*name'):
        corridors(run_tool, plain, bare, SOURCE_ID='id')


def test_a_source_smaller_than_a_cell_is_kept_and_joined(run_tool, plain, make_vector, square):
    small = make_vector('small', 'Polygon', {'source_id': [1, 2]},
                        [square(500010, 3999910, 20), square(501800, 3999800, 200)])
    run = corridors(run_tool, plain, small)
    assert any('1 sources are smaller than a cell' in text for text in run.feedback.warnings)
    link, = run.rows('LINKS')
    assert all(link['geometry'].distance(source.geometry()) < 1e-6 for source in small.getFeatures())


def test_choices_of_links(run_tool, make_raster, make_vector, square):
    resistance = make_raster('flat', np.ones((5, 21)))
    row = make_vector('row', 'Polygon', {'source_id': [1, 2, 3]},
                      [square(500000 + 1000 * i, 3999700, 100) for i in range(3)])
    kept = corridors(run_tool, resistance, row, ADJACENCY='all', THIRD_SOURCE='keep')
    assert [(r['from_id'], r['to_id'], r['third_sources']) for r in kept.rows('LINKS')] == [
        (1, 2, 0), (1, 3, 1), (2, 3, 0)]
    dropped = corridors(run_tool, resistance, row, ADJACENCY='all')
    assert dropped['LINK_COUNT'] == 2
    assert any('1 links were dropped because their path crosses' in text for text in dropped.feedback.said)
    with pytest.raises(QgsProcessingException, match='No link is left.*2 pairs of sources lie further apart'):
        corridors(run_tool, resistance, row, ADJACENCY='cost', MAX_EUCLIDEAN=500, PAIR_TABLE='TEMPORARY_OUTPUT')
    alone = corridors(run_tool, resistance, make_vector(
        'uneven', 'Polygon', {'source_id': [1, 2, 3]},
        [square(x, 3999700, 100) for x in (500000, 500500, 502000)]), MAX_EUCLIDEAN=500)
    assert any('1 sources have no link: 3' in text for text in alone.feedback.warnings)


def test_cells_that_are_not_square(run_tool, make_raster, make_vector, square):
    resistance = make_raster('tall', np.ones((4, 3)), cell=30.0, height=40.0)
    sources = make_vector('ends', 'Polygon', {'source_id': [1, 2]},
                          [square(500000, 3999960, 30, 40), square(500060, 3999840, 30, 40)])
    link, = corridors(run_tool, resistance, sources).rows('LINKS')
    # Two diagonal steps of 50 m and one of 40 m down.
    assert link['cost'] == pytest.approx(140) and link['euclid_m'] == pytest.approx(np.hypot(30, 80))


def test_bad_input(run_tool, plain, two_sources, make_raster, make_vector, square):
    one = make_vector('one', 'Polygon', {'source_id': [1]}, [square(500000, 3999800, 200)])
    with pytest.raises(QgsProcessingException, match='at least 2 sources, but there is only 1'):
        corridors(run_tool, plain, one)
    far = make_vector('far', 'Polygon', {'source_id': [1, 77]},
                      [square(500000, 3999800, 200), square(900000, 3999800, 200)])
    with pytest.raises(QgsProcessingException, match='1 sources have no cell with a resistance: 77'):
        corridors(run_tool, plain, far)
    with pytest.raises(QgsProcessingException, match='1 sources have no cell with a resistance: 77'):
        run_tool('cumulativeresistance', RESISTANCE=plain, SOURCES=far, COST='TEMPORARY_OUTPUT')
    zero = np.ones((10, 20))
    zero[3, 4] = 0
    with pytest.raises(QgsProcessingException, match='1 values are zero.*row 3, column 4'):
        corridors(run_tool, make_raster('zero', zero), two_sources)
    degrees = make_raster('degrees', np.ones((5, 5)), cell=0.1, crs='EPSG:4326', origin=(110, 30))
    with pytest.raises(QgsProcessingException, match='geographic'):
        corridors(run_tool, degrees, two_sources)
    missing = make_vector('missing', 'Polygon', {'source_id': [1, None]},
                          [square(500000, 3999800, 200), square(501800, 3999800, 200)])
    with pytest.raises(QgsProcessingException, match='source_id: 1 values are missing'):
        corridors(run_tool, plain, missing)


def test_source_cells_without_resistance_are_reported(run_tool, make_raster, two_sources):
    resistance = np.ones((10, 20))
    resistance[0, 0] = np.nan
    run = corridors(run_tool, make_raster('hole', resistance, valid=np.isfinite(resistance)), two_sources)
    assert any('1 source cells have no resistance' in text for text in run.feedback.warnings)


@pytest.fixture
def row_of_three(make_raster, make_vector, square):
    """Resistance 1 on 5 x 21 cells, sources 1, 2, 3 of one cell in row 2, columns 0, 10, 20."""
    return make_raster('flat', np.ones((5, 21))), make_vector(
        'row', 'Polygon', {'source_id': [1, 2, 3]}, [square(500000 + 1000 * i, 3999700, 100) for i in range(3)])


def test_a_list_of_pairs(run_tool, row_of_three, make_vector):
    resistance, row = row_of_three
    pairs = make_vector('pairs', 'None', {'from_id': [3, 1], 'to_id': [1, 3]})
    run = corridors(run_tool, resistance, row, PAIRS=pairs, THIRD_SOURCE='keep', PAIR_TABLE='TEMPORARY_OUTPUT')
    link, = run.rows('LINKS')
    assert (link['from_id'], link['to_id'], link['third_sources'], link['stepping_stones']) == (1, 3, 1, '2')
    assert any('2 rows name 1 different pairs' in text for text in run.feedback.said)
    table, = run.rows('PAIR_TABLE')
    assert (table['status'], table['lm_link_type'], table['cost_adjacent']) == ('corridor', 1, 0)
    unknown = make_vector('unknown', 'None', {'from_id': ['1', '9'], 'to_id': ['2', 'x']})
    with pytest.raises(QgsProcessingException, match='2 ids belong to no source: 9, x'):
        corridors(run_tool, resistance, row, PAIRS=unknown)
    alike = make_vector('alike', 'None', {'from_id': [2], 'to_id': [2]})
    with pytest.raises(QgsProcessingException, match='1 rows pair a source with itself'):
        corridors(run_tool, resistance, row, PAIRS=alike)
    with pytest.raises(QgsProcessingException, match='has no field to_id'):
        corridors(run_tool, resistance, row, PAIRS=make_vector('half', 'None', {'from_id': [2]}))


def test_the_pair_table_in_the_terms_of_linkage_mapper(run_tool, row_of_three):
    resistance, row = row_of_three
    run = corridors(run_tool, resistance, row, ADJACENCY='all', PAIR_TABLE='TEMPORARY_OUTPUT')
    rows = {(item['from_id'], item['to_id']): item for item in run.rows('PAIR_TABLE')}
    assert {pair: (item['status'], item['lm_link_type']) for pair, item in rows.items()} == {
        (1, 2): ('corridor', 1), (2, 3): ('corridor', 1), (1, 3): ('third source', -15)}
    assert rows[1, 3]['cost'] == 2000 and rows[1, 3]['euclid_m'] == 1900 and rows[1, 3]['cost_length'] == 1
    assert rows[1, 2]['cost_euclid'] == pytest.approx(1000 / 900)
    # 1 A between each two of three sources in a row: each link carries two of the three currents.
    assert rows[1, 2]['cf_central'] == pytest.approx(2) and rows[2, 3]['cf_central'] == pytest.approx(2)
    assert not rows[1, 3]['cf_central']
    far = corridors(run_tool, resistance, row, ADJACENCY='all', MAX_EUCLIDEAN=1000, PAIR_TABLE='TEMPORARY_OUTPUT')
    assert {item['lm_link_type'] for item in far.rows('PAIR_TABLE')} == {1, -11}
    costly = corridors(run_tool, resistance, row, ADJACENCY='all', MAX_COST=1000, PAIR_TABLE='TEMPORARY_OUTPUT')
    assert {item['lm_link_type'] for item in costly.rows('PAIR_TABLE')} == {1, -12}


@pytest.mark.parametrize('form', ['csv', 'xlsx', 'ods'])
def test_the_pair_table_opens_in_a_spreadsheet(run_tool, row_of_three, tmp_path, form):
    from osgeo import ogr
    resistance, row = row_of_three
    path = tmp_path / f'pairs.{form}'
    corridors(run_tool, resistance, row, ADJACENCY='all', PAIR_TABLE=str(path))
    source = ogr.Open(str(path))
    sheet = source.GetLayer(0)
    rows = {(int(item['from_id']), int(item['to_id'])): (item['status'], float(item['cost'])) for item in sheet}
    assert rows == {(1, 2): ('corridor', 1000.0), (2, 3): ('corridor', 1000.0), (1, 3): ('third source', 2000.0)}


def test_largest_path_length(run_tool, row_of_three):
    resistance, row = row_of_three
    run = corridors(run_tool, resistance, row, ADJACENCY='all', THIRD_SOURCE='keep', MAX_LENGTH=1500)
    assert [(link['from_id'], link['to_id']) for link in run.rows('LINKS')] == [(1, 2), (2, 3)]
    assert any('1 links were dropped because their path is longer' in text for text in run.feedback.said)


def test_cutoff_by_percentile(run_tool, row_of_three):
    resistance, row = row_of_three
    run = corridors(run_tool, resistance, row, CUTOFF_METHOD='percentile', CUTOFF=20)
    kept = np.isfinite(run.array('MOSAIC')).sum() - 3
    # 102 cells are no source; the 18 between the sources cost nothing more, the rows beside them the same.
    assert kept >= np.ceil(0.2 * 102) and run['CUTOFF_USED'] > 0
    assert run['CUTOFF_USED'] == pytest.approx(200 * ROOT2 - 200, abs=1e-6)
    assert corridors(run_tool, resistance, row, CUTOFF_METHOD='percentile')['CUTOFF_USED'] == 0
    with pytest.raises(QgsProcessingException, match='between 0 and 100'):
        corridors(run_tool, resistance, row, CUTOFF_METHOD='percentile', CUTOFF=120)


def test_corridor_attributes(run_tool, plain, two_sources, make_raster):
    cover = np.full((10, 20), 2)
    cover[:, 10:] = 1
    cover[7, 9] = 8
    run = corridors(run_tool, plain, two_sources, LANDCOVER=make_raster('cover', cover))
    link, corridor = run.rows('LINKS')[0], run.rows('CORRIDORS')[0]
    assert corridor['cost'] == link['cost'] and corridor['length_m'] == link['length_m']
    cells = np.isfinite(run.array('MOSAIC'))
    cells[0:2, [0, 1, 18, 19]] = False
    codes, counts = np.unique(cover[cells], return_counts=True)
    shares = dict(zip(codes.tolist(), counts / counts.sum()))
    assert corridor['main_class'] == max(shares, key=shares.get)
    assert corridor['main_share'] == pytest.approx(max(shares.values()))
    assert f'8: {100 * shares[8]:.1f} %' in corridor['landcover_mix']
    # The gap in the wall is one cell high.
    assert corridor['bottleneck_m'] == 100
    assert 500800 < corridor['bottleneck_x'] < 501200 and corridor['bottleneck_y'] == 3999250
    assert 'main_class' not in corridors(run_tool, plain, two_sources).rows('CORRIDORS')[0]


def test_smooth_links_are_shorter_and_stay_on_the_path(run_tool, plain, two_sources):
    straight, = corridors(run_tool, plain, two_sources, CUTOFF=0.001).rows('LINKS')
    run = corridors(run_tool, plain, two_sources, CUTOFF=0.001, SMOOTH=True)
    smooth, = run.rows('LINKS')
    known = np.isfinite(run.array('MOSAIC'))
    assert smooth['geometry'].length() < straight['geometry'].length() and smooth['length_m'] == straight['length_m']
    for step in np.linspace(0, smooth['geometry'].length(), 500):
        point = smooth['geometry'].interpolate(step).asPoint()
        assert known[int((4000000 - point.y()) // 100), int((point.x() - 500000) // 100)]


def test_overlapping_and_touching_sources(run_tool, plain, make_vector, square):
    layer = make_vector('overlap', 'Polygon', {'source_id': [1, 2, 3]}, [
        square(500000, 3999600, 400), square(500200, 3999600, 400), square(500600, 3999600, 200)])
    run = corridors(run_tool, plain, layer)
    assert any('1 pairs of sources overlap, first 1 and 2; shared cells go' in text for text in run.feedback.warnings)
    assert [(link['from_id'], link['to_id'], link['euclid_m']) for link in run.rows('LINKS')] == [(1, 2, 0), (2, 3, 0)]
    assert all(link['cost_euclid'] == link['cost'] / 100 for link in run.rows('LINKS'))


def test_a_source_enclosed_by_nodata(run_tool, make_raster, make_vector, square):
    resistance = np.ones((9, 21))
    resistance[2:7, 8:13] = np.nan
    resistance[4, 10] = 1
    layer = make_vector('moat', 'Polygon', {'source_id': [1, 2, 3]}, [
        square(500000 + 1000 * i, 3999500, 100) for i in range(3)])
    run = corridors(run_tool, make_raster('moat', resistance, valid=np.isfinite(resistance)), layer, ADJACENCY='all',
                    PAIR_TABLE='TEMPORARY_OUTPUT')
    assert [(link['from_id'], link['to_id']) for link in run.rows('LINKS')] == [(1, 3)]
    assert any('2 pairs of sources have no path between them' in text for text in run.feedback.said)
    assert any('1 sources have no link: 2' in text for text in run.feedback.warnings)
    assert sorted((row['from_id'], row['to_id']) for row in run.rows('PAIR_TABLE')
                  if row['status'] == 'unreachable') == [(1, 2), (2, 3)]


def test_whole_numbers_with_nodata_0(run_tool, make_raster, two_sources):
    from osgeo import gdal
    resistance = np.full((10, 20), 2)
    resistance[:, 8:12] = 0
    resistance[7, 8:12] = 2
    path = make_raster('whole', resistance)
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(1).SetNoDataValue(0)
    dataset = None
    assert dataset is None
    link, = corridors(run_tool, path, two_sources).rows('LINKS')
    assert link['cost'] == pytest.approx(2 * 100 * (5 + 12 * ROOT2))


def test_resistance_over_fifteen_orders_of_magnitude(run_tool, make_raster, two_sources):
    resistance = np.full((10, 20), 1e15)
    resistance[0] = 1.0
    link, = corridors(run_tool, make_raster('huge', resistance), two_sources).rows('LINKS')
    assert link['cost'] == pytest.approx(1700)


class CancelWhenTold(Feedback):
    """Cancels once the tool says what the work will take."""

    def setProgressText(self, text):  # noqa: N802
        super().setProgressText(text)
        if 'estimated time' in text:
            self.cancel()


@pytest.fixture
def five_thousand(make_raster, make_vector):
    """A point in every other cell of 100 x 100."""
    cells = [(row, column) for row in range(100) for column in range(row % 2, 100, 2)]
    points = make_vector('many', 'Point', {'source_id': list(range(1, 5001))},
                         [f'POINT({500050 + 100 * column} {3999950 - 100 * row})' for row, column in cells])
    return {'resistance': make_raster('wide', np.ones((100, 100))), 'sources': points}


def test_5000_sources_say_first_what_they_will_take(run_tool, five_thousand, monkeypatch):
    from ecorestore.ecorestore_plugin.core.engine import memory
    monkeypatch.setattr(memory, 'available_memory', lambda: 10**12)
    feedback = CancelWhenTold()
    assert corridors(run_tool, **five_thousand, ADJACENCY='all', feedback=feedback).results == {}
    # 12,497,500 pairs; the searches from single sources have not begun.
    assert any(text.startswith('5000 x 5000: about') for text in feedback.said)
    assert not any('Cost surfaces' in text for text in feedback.said)
    feedback = CancelWhenTold()
    assert corridors(run_tool, **five_thousand, feedback=feedback).results == {}
    assert any(text.startswith('5000 x 10000: about') for text in feedback.said)
    monkeypatch.setattr(memory, 'available_memory', lambda: 10**9)
    with pytest.raises(QgsProcessingException, match='5000 x 5000 needs about .* Use coarser cells'):
        corridors(run_tool, **five_thousand, ADJACENCY='all')


def test_smallest_distances(run_tool, make_raster, make_vector, square):
    resistance = make_raster('flat', np.ones((3, 21)))
    layer = make_vector('row', 'Polygon', {'source_id': [1, 2, 3]},
                        [square(x, 3999800, 100) for x in (500000, 500400, 502000)])
    for limit, kind, words in (({'MIN_EUCLIDEAN': 301}, -13, '1 pairs of sources lie nearer'),
                               ({'MIN_COST': 401}, -14, '1 links were dropped because they cost less')):
        run = corridors(run_tool, resistance, layer, PAIR_TABLE='TEMPORARY_OUTPUT', **limit)
        assert [(link['from_id'], link['to_id']) for link in run.rows('LINKS')] == [(2, 3)]
        assert {(row['from_id'], row['to_id']): row['lm_link_type'] for row in run.rows('PAIR_TABLE')} == {
            (1, 2): kind, (2, 3): 1}
        assert any(words in text for text in run.feedback.said)
