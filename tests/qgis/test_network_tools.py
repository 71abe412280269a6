"""Cumulative resistance and corridors as tools."""

import numpy as np
import pytest
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
        corridors(run_tool, resistance, row, ADJACENCY='cost', MAX_EUCLIDEAN=500)
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
