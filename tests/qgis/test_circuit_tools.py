"""The circuit tools as a user runs them."""

import numpy as np
import pytest
from qgis.core import NULL, QgsProcessingException

WEST, NORTH, CELL = 500000.0, 4000000.0, 100.0


@pytest.fixture
def strait(make_raster, make_vector, square):
    """Two sources 61 cells apart, a wall between them with a gap of five cells, and the layers of their link."""
    resistance = np.ones((21, 61))
    resistance[:8, 30:32] = np.nan
    resistance[13:, 30:32] = np.nan
    sources = make_vector('sources', 'Polygon', {'source_id': ['west', 'east']}, [
        square(WEST, NORTH - 1600, 400, 1100), square(WEST + 5700, NORTH - 1600, 400, 1100)])
    links = make_vector('links', 'LineString', {'link_id': [7], 'from_id': ['west'], 'to_id': ['east'],
                                                'cost': [5800.0]},
                        [f'LINESTRING({WEST + 350} {NORTH - 1050},{WEST + 5750} {NORTH - 1050})'])
    corridors = make_vector('corridors', 'Polygon', {'link_id': [7]}, [square(WEST + 400, NORTH - 2100, 5300, 2100)])
    return {'RESISTANCE': make_raster('resistance', resistance), 'SOURCES': sources, 'LINKS': links,
            'CORRIDORS': corridors}


def currents(strait):
    return {name: strait[name] for name in ('RESISTANCE', 'SOURCES')}


def test_currentflow_of_a_row(run_tool, make_raster, make_vector):
    raster = make_raster('row', np.array([[1.0, 2.0, 4.0]]))
    points = make_vector('points', 'Point', {'source_id': [11, 12, 13]},
                         [f'POINT({WEST + x} {NORTH - 50})' for x in (50, 150, 250)])
    run = run_tool('currentflow', RESISTANCE=raster, SOURCES=points, CURRENT='TEMPORARY_OUTPUT',
                   MAXIMUM='TEMPORARY_OUTPUT', RESISTANCES='TEMPORARY_OUTPUT')
    assert run.array('CURRENT')[0].tolist() == pytest.approx([2, 3, 2])
    assert run.array('MAXIMUM')[0].tolist() == pytest.approx([1, 1, 1])
    rows = run.rows('RESISTANCES')
    assert [(row['from_id'], row['to_id']) for row in rows] == [(11, 12), (11, 13), (12, 13)]
    assert [row['effective_resistance'] for row in rows] == pytest.approx([1.5, 4.5, 3])
    assert [row['effective_resistance_m'] for row in rows] == pytest.approx([150, 450, 300])
    assert run['PAIR_COUNT'] == 3


def test_currentflow_takes_conductance(run_tool, make_raster, make_vector):
    raster = make_raster('row', np.array([[1.0, 3.0, 0.0]]))
    points = make_vector('points', 'Point', {'name': ['a', 'b']},
                         [f'POINT({WEST + x} {NORTH - 50})' for x in (50, 150)])
    run = run_tool('currentflow', RESISTANCE=raster, SOURCES=points, SOURCE_ID='name', INPUT_IS='conductance',
                   CONNECTION='conductance', NEIGHBOURS='4', CURRENT='TEMPORARY_OUTPUT',
                   RESISTANCES='TEMPORARY_OUTPUT')
    assert run.rows('RESISTANCES')[0]['effective_resistance'] == pytest.approx(0.5)
    assert np.isnan(run.array('CURRENT')[0, 2])


def test_currentflow_warns_of_sources_apart(run_tool, make_raster, make_vector):
    raster = make_raster('row', np.array([[1.0, 1.0, np.nan, 1.0]]))
    points = make_vector('points', 'Point', {'source_id': [1, 2, 3]},
                         [f'POINT({WEST + x} {NORTH - 50})' for x in (50, 150, 350)])
    run = run_tool('currentflow', RESISTANCE=raster, SOURCES=points, CURRENT='TEMPORARY_OUTPUT',
                   RESISTANCES='TEMPORARY_OUTPUT')
    assert run['PAIR_COUNT'] == 1
    assert [row['effective_resistance'] for row in run.rows('RESISTANCES')] == pytest.approx([1, -1, -1])
    assert any('1-3, 2-3' in warning for warning in run.feedback.warnings)


def test_pinchpoints_finds_the_strait(run_tool, strait):
    run = run_tool('pinchpoints', **strait, QUANTILE=0.99, CURRENT='TEMPORARY_OUTPUT',
                   PINCH_POINTS='TEMPORARY_OUTPUT', RESISTANCES='TEMPORARY_OUTPUT')
    current = run.array('CURRENT')
    assert np.isnan(current[10, :4]).all() and np.isnan(current[10, -4:]).all()
    row, = run.rows('PINCH_POINTS')
    assert run['PINCH_COUNT'] == 1
    assert (row['pinch_id'], row['rank'], row['link_id'], row['from_id'], row['to_id']) == (1, 1, 7, 'west', 'east')
    assert row['current_max'] == pytest.approx(np.nanmax(current), rel=1e-6)
    assert row['width_m'] == pytest.approx(500, rel=0.1)
    assert row['geometry'].area() == pytest.approx(row['area_ha'] * 10000)
    box = row['geometry'].boundingBox()
    assert box.yMaximum() <= NORTH - 800 and box.yMinimum() >= NORTH - 1300
    link, = run.rows('RESISTANCES')
    assert link['effective_resistance_m'] == pytest.approx(100 * link['effective_resistance'])
    assert link['cost_ratio'] == pytest.approx(5800 / link['effective_resistance_m'])
    assert link['cost_ratio'] > 1


def test_pinchpoints_leaves_out_broken_links(run_tool, strait, make_vector, square):
    strait['LINKS'] = make_vector('links', 'LineString', {
        'link_id': [7, 8, 9], 'from_id': ['west'] * 3, 'to_id': ['east'] * 3},
        [f'LINESTRING({WEST} {NORTH - 1050},{WEST + 5750} {NORTH - 1050})'] * 3)
    strait['CORRIDORS'] = make_vector('corridors', 'Polygon', {'link_id': ['7', '8']}, [
        square(WEST + 400, NORTH - 2100, 5300, 2100), square(WEST + 400, NORTH - 2100, 1000, 2100)])
    run = run_tool('pinchpoints', **strait, CURRENT='TEMPORARY_OUTPUT', PINCH_POINTS='TEMPORARY_OUTPUT',
                   RESISTANCES='TEMPORARY_OUTPUT')
    assert [row['link_id'] for row in run.rows('RESISTANCES')] == [7, 8]
    assert run.rows('RESISTANCES')[1]['effective_resistance'] == -1
    assert len(run.feedback.warnings) == 2


@pytest.fixture
def network(make_vector, square):
    """Two paths that cross, a third that leaves the first, a road, a pinch point and two units."""
    links = make_vector('links', 'LineString', {'link_id': [1, 2, 3], 'cost': [100.0, 200.0, 50.0]}, [
        'LINESTRING(0 0, 10000 0)', 'LINESTRING(5000 -5000, 5000 5000)', 'LINESTRING(0 0, 8000 0, 10000 2000)'])
    pinches = make_vector('pinches', 'Polygon', {'pinch_id': [5, 6], 'rank': [2, 1], 'link_id': [1, 2]}, [
        square(1000, -200, 400), 'POLYGON((4900 3000,5100 3000,5100 4000,6000 4000,6000 4100,4900 4100,4900 3000))'])
    roads = make_vector('roads', 'LineString', {'kind': ['highway']}, ['LINESTRING(3000 -9000, 3000 9000)'])
    units = make_vector('units', 'Polygon', {'unit_code': ['110101', '110102'], 'unit_name': ['Left', '右区']}, [
        square(-20000, -20000, 24000, 40000), square(4000, -20000, 24000, 40000)])
    sources = make_vector('sources', 'Polygon', {'source_id': [1]}, [square(4500, -500, 1000)])
    return {'LINKS': links, 'PINCH_POINTS': pinches, 'ROADS': roads, 'UNITS': units}, sources


def test_ecologicalnodes(run_tool, network):
    layers, _ = network
    run = run_tool('ecologicalnodes', **layers, NODES='TEMPORARY_OUTPUT')
    rows = run.rows('NODES')
    assert run['NODE_COUNT'] == len(rows) == 5
    assert [row['node_id'] for row in rows] == [1, 2, 3, 4, 5]
    assert [(row['node_type'], row['rank'], row['link_ids'], row['unit_name']) for row in rows] == [
        ('pinch_point', 1, '2', '右区'), ('pinch_point', 2, '1', 'Left'), ('crossing', 1, '1,2,3', '右区'),
        ('crossing', 2, '1,3', '右区'), ('road_break', 1, '1,3', 'Left')]
    points = [row['geometry'].asPoint() for row in rows]
    assert (points[1].x(), points[1].y()) == pytest.approx((1200, 0), abs=1)
    assert layers['PINCH_POINTS'].getFeature(2).geometry().contains(rows[0]['geometry'])
    assert [(round(point.x()), round(point.y())) for point in points[2:]] == [(5000, 0), (8000, 0), (3000, 0)]


def test_ecologicalnodes_without_options_and_with_sources(run_tool, network):
    layers, sources = network
    run = run_tool('ecologicalnodes', LINKS=layers['LINKS'], PINCH_POINTS=layers['PINCH_POINTS'],
                   SOURCES=sources, NODES='TEMPORARY_OUTPUT')
    assert [row['node_type'] for row in run.rows('NODES')] == ['pinch_point', 'pinch_point', 'crossing']
    assert round(run.rows('NODES')[2]['geometry'].asPoint().x()) == 8000


def test_zero_resistance_is_named(run_tool, strait, make_raster):
    resistance = np.ones((21, 61))
    resistance[3, 4] = 0
    strait['RESISTANCE'] = make_raster('zero', resistance)
    with pytest.raises(QgsProcessingException, match=r'\(zero\).* row 3, column 4'):
        run_tool('pinchpoints', **strait, CURRENT='TEMPORARY_OUTPUT', PINCH_POINTS='TEMPORARY_OUTPUT')
    with pytest.raises(QgsProcessingException, match=r'\(zero\).* row 3, column 4'):
        run_tool('currentflow', **currents(strait), CURRENT='TEMPORARY_OUTPUT')


def test_one_source_only(run_tool, strait, make_vector, square):
    strait['SOURCES'] = make_vector('one', 'Polygon', {'source_id': ['west']}, [square(WEST, NORTH - 1600, 400)])
    with pytest.raises(QgsProcessingException, match='only 1'):
        run_tool('currentflow', **currents(strait), CURRENT='TEMPORARY_OUTPUT')
    with pytest.raises(QgsProcessingException, match='east'):
        run_tool('pinchpoints', **strait, CURRENT='TEMPORARY_OUTPUT', PINCH_POINTS='TEMPORARY_OUTPUT')


def test_sources_on_nodata_or_apart(run_tool, strait, make_vector, square):
    layer = make_vector('nodata', 'Polygon', {'source_id': ['west', 'wall']}, [
        square(WEST, NORTH - 1600, 400), square(WEST + 3000, NORTH - 500, 200)])
    with pytest.raises(QgsProcessingException, match='wall'):
        run_tool('currentflow', RESISTANCE=strait['RESISTANCE'], SOURCES=layer, CURRENT='TEMPORARY_OUTPUT')


def test_all_nodata(run_tool, strait, make_raster):
    raster = make_raster('nothing', np.full((21, 61), np.nan))
    with pytest.raises(QgsProcessingException, match='nodata'):
        run_tool('currentflow', RESISTANCE=raster, SOURCES=strait['SOURCES'], CURRENT='TEMPORARY_OUTPUT')


def test_links_and_corridors_of_different_runs(run_tool, strait, make_vector, square):
    strait['CORRIDORS'] = make_vector('others', 'Polygon', {'link_id': [99]}, [square(WEST, NORTH - 500, 400)])
    with pytest.raises(QgsProcessingException, match='link_id'):
        run_tool('pinchpoints', **strait, CURRENT='TEMPORARY_OUTPUT', PINCH_POINTS='TEMPORARY_OUTPUT')
    strait['LINKS'] = make_vector('bare', 'LineString', {'name': ['x']},
                                  [f'LINESTRING({WEST} {NORTH},{WEST + 9} {NORTH})'])
    with pytest.raises(QgsProcessingException, match='link_id'):
        run_tool('pinchpoints', **strait, CURRENT='TEMPORARY_OUTPUT', PINCH_POINTS='TEMPORARY_OUTPUT')


def test_geographic_layers_are_refused(run_tool, network, make_vector, make_raster, strait):
    layers, _ = network
    layers['LINKS'] = make_vector('degrees', 'LineString', {'link_id': [1]}, ['LINESTRING(116 40, 117 40)'],
                                  crs='EPSG:4326')
    with pytest.raises(QgsProcessingException, match='EPSG:4326'):
        run_tool('ecologicalnodes', **layers, NODES='TEMPORARY_OUTPUT')
    raster = make_raster('degrees', np.ones((3, 3)), cell=0.1, crs='EPSG:4326', origin=(116, 40))
    with pytest.raises(QgsProcessingException, match='EPSG:4326'):
        run_tool('currentflow', RESISTANCE=raster, SOURCES=strait['SOURCES'], CURRENT='TEMPORARY_OUTPUT')


@pytest.fixture
def walled(make_raster, make_vector, square):
    """Two sources, a wall of resistance 51 between them with a gap far away, their link, and land cover."""
    resistance = np.ones((21, 21))
    resistance[:, 10] = 51
    cover = np.full((21, 21), 2)
    cover[:, 10] = 8
    sources = make_vector('sources', 'Polygon', {'source_id': ['west', 'east']}, [
        square(WEST, NORTH - 2100, 100, 2100), square(WEST + 2000, NORTH - 2100, 100, 2100)])
    links = make_vector('links', 'LineString', {'link_id': [4], 'from_id': ['west'], 'to_id': ['east'],
                                                'cost': [7000.0]},
                        [f'LINESTRING({WEST + 50} {NORTH - 1050},{WEST + 2050} {NORTH - 1050})'])
    return {'RESISTANCE': make_raster('resistance', resistance), 'SOURCES': sources, 'LINKS': links}, make_raster(
        'cover', cover)


def test_barriers_finds_the_wall(run_tool, walled):
    layers, cover = walled
    outputs = ('IMPROVEMENT', 'BARRIERS', 'PERCENT', 'SUM', 'RADIUS', 'CIRCLES', 'TRIMMED')
    run = run_tool('barriers', **layers, LANDCOVER=cover, MIN_RADIUS=100, MAX_RADIUS=200, QUANTILE=0.5,
                   **dict.fromkeys(outputs, 'TEMPORARY_OUTPUT'))
    # 1800 on open land and 5200 over the wall; a window of 100 m saves 7000 - 900 - 900 - 200.
    assert run.array('IMPROVEMENT')[10, 10] == pytest.approx(25)
    assert run.array('PERCENT')[10, 10] == pytest.approx(100 * 25 / 7000)
    assert run.array('SUM')[10, 10] == pytest.approx(25) and run.array('RADIUS')[10, 10] == 100
    assert run.array('CIRCLES')[10, 9:12].tolist() == pytest.approx([25, 25, 25])
    assert np.isnan(run.array('TRIMMED')[:, :10]).all() and run.array('TRIMMED')[10, 10] == pytest.approx(25)
    assert np.isnan(run.array('IMPROVEMENT')[:, [0, -1]]).all()
    row, = run.rows('BARRIERS')
    assert run['BARRIER_COUNT'] == 1
    assert (row['barrier_id'], row['rank'], row['link_id'], row['from_id'], row['to_id']) == (1, 1, 4, 'west', 'east')
    assert (row['link_ids'], row['link_count'], row['radius_m']) == ('4', 1, 100)
    assert row['improvement'] == pytest.approx(25) and row['gain'] == row['gain_total'] == pytest.approx(5000)
    assert row['gain_percent'] == pytest.approx(100 * 5000 / 7000)
    assert row['area_ha'] == pytest.approx(21) and row['geometry'].area() == pytest.approx(210000)
    assert row['gain_per_ha'] == pytest.approx(5000 / 21)
    assert (row['main_class'], row['main_share'], row['landcover_mix']) == (8, 1, '8: 100.0 %')
    assert not run.feedback.warnings


def test_barriers_stay_inside_corridors(run_tool, walled, make_vector, square):
    layers, _ = walled
    layers['CORRIDORS'] = make_vector('corridors', 'Polygon', {'link_id': [4]}, [
        square(WEST + 100, NORTH - 800, 1900, 500)])
    run = run_tool('barriers', **layers, IMPROVEMENT='TEMPORARY_OUTPUT', BARRIERS='TEMPORARY_OUTPUT')
    found = np.isfinite(run.array('IMPROVEMENT'))
    assert found[3:8].any() and not found[:3].any() and not found[8:].any()


def test_barriers_tells_of_another_resistance(run_tool, walled, make_raster):
    layers, _ = walled
    layers['RESISTANCE'] = make_raster('other', np.ones((21, 21)))
    run = run_tool('barriers', **layers, IMPROVEMENT='TEMPORARY_OUTPUT', BARRIERS='TEMPORARY_OUTPUT')
    assert run['BARRIER_COUNT'] == 0 and np.isnan(run.array('IMPROVEMENT')).all()
    assert any('7000 instead of 2000' in text for text in run.feedback.warnings)
    assert any('no barrier' in text for text in run.feedback.warnings)


@pytest.mark.parametrize('wrong, message', [
    ({'MIN_RADIUS': 50}, 'less than a cell of 100 m'), ({'MIN_RADIUS': 300, 'MAX_RADIUS': 200}, 'must not be below'),
    ({'MAX_RADIUS': 5000}, 'larger than the raster'), ({'RADIUS_STEP': 0.001}, 'larger step')])
def test_barriers_refuses_radii(run_tool, walled, wrong, message):
    with pytest.raises(QgsProcessingException, match=message):
        run_tool('barriers', **walled[0], **wrong, IMPROVEMENT='TEMPORARY_OUTPUT', BARRIERS='TEMPORARY_OUTPUT')


@pytest.mark.parametrize('tool, results', [('barriers', ('IMPROVEMENT', 'BARRIERS')),
                                           ('pinchpoints', ('CURRENT', 'PINCH_POINTS'))])
def test_links_of_other_sources(run_tool, walled, make_vector, square, tool, results):
    layers, _ = walled
    layers['CORRIDORS'] = make_vector('corridors', 'Polygon', {'link_id': [4]}, [
        square(WEST + 100, NORTH - 2100, 1900, 2100)])
    line = [f'LINESTRING({WEST + 50} {NORTH - 1050},{WEST + 2050} {NORTH - 1050})']
    for ends, message in ((('west', 'north'), '1 sources that the source layer lacks: north'),
                          (('west', 'west'), 'join a source with itself; the first is source west')):
        layers['LINKS'] = make_vector('links', 'LineString', {'link_id': [4], 'from_id': [ends[0]],
                                                              'to_id': [ends[1]]}, line)
        with pytest.raises(QgsProcessingException, match=message):
            run_tool(tool, **layers, **dict.fromkeys(results, 'TEMPORARY_OUTPUT'))


def test_barriers_names_zero_resistance_and_lost_sources(run_tool, walled, make_raster):
    layers, _ = walled
    values = np.ones((21, 21))
    values[3, 4] = 0
    outputs = {'IMPROVEMENT': 'TEMPORARY_OUTPUT', 'BARRIERS': 'TEMPORARY_OUTPUT'}
    with pytest.raises(QgsProcessingException, match='row 3, column 4'):
        run_tool('barriers', **{**layers, 'RESISTANCE': make_raster('zero', values)}, **outputs)
    values[3, 4], values[:, 0] = 1, np.nan
    with pytest.raises(QgsProcessingException, match='1 sources have no cell.*: west'):
        run_tool('barriers', **{**layers, 'RESISTANCE': make_raster('lost', values)}, **outputs)
    values[:, 0], values[:, 5] = 1, np.nan
    with pytest.raises(QgsProcessingException, match='No path joins'):
        run_tool('barriers', **{**layers, 'RESISTANCE': make_raster('apart', values)}, **outputs)


@pytest.mark.parametrize('mode', ['all_pairs', 'all_to_one'])
def test_pinchpoints_of_all_sources(run_tool, strait, make_raster, mode):
    cover = make_raster('cover', np.full((21, 61), 4))
    run = run_tool('pinchpoints', **strait, QUANTILE=0.99, MODE=mode, LANDCOVER=cover, CURRENT='TEMPORARY_OUTPUT',
                   PINCH_POINTS='TEMPORARY_OUTPUT', RESISTANCES='TEMPORARY_OUTPUT')
    one = run_tool('pinchpoints', **strait, QUANTILE=0.99, CURRENT='TEMPORARY_OUTPUT', PINCH_POINTS='TEMPORARY_OUTPUT',
                   RESISTANCES='TEMPORARY_OUTPUT')
    # One pair: the same current once, or once each way.
    times = 1 if mode == 'all_pairs' else 2
    np.testing.assert_allclose(run.array('CURRENT'), times * one.array('CURRENT'), rtol=1e-5)
    row, = run.rows('PINCH_POINTS')
    assert (row['link_id'], row['main_class'], row['landcover_mix']) == (7, 4, '4: 100.0 %')
    found = run.rows('RESISTANCES')[0]['effective_resistance']
    assert found == NULL if mode == 'all_to_one' else found == pytest.approx(
        one.rows('RESISTANCES')[0]['effective_resistance'])


def test_pinchpoints_cuts_corridors_and_squares_resistances(run_tool, strait):
    outputs = dict.fromkeys(('CURRENT', 'PINCH_POINTS', 'RESISTANCES'), 'TEMPORARY_OUTPUT')
    wide = run_tool('pinchpoints', **strait, **outputs)
    narrow = run_tool('pinchpoints', **strait, CUTOFF=0, **outputs)
    cells = np.isfinite(narrow.array('CURRENT'))
    assert cells.any() and cells.sum() < 0.9 * np.isfinite(wide.array('CURRENT')).sum()
    assert narrow.rows('RESISTANCES')[0]['effective_resistance'] > wide.rows('RESISTANCES')[0]['effective_resistance']
    squared = run_tool('pinchpoints', **strait, SQUARED=True, THRESHOLD='natural_breaks', **outputs)
    assert squared.rows('RESISTANCES')[0]['cost_ratio'] == NULL and squared['PINCH_COUNT'] > 0
    high = run_tool('pinchpoints', **strait, THRESHOLD='mean_sd', DEVIATIONS=50, **outputs)
    assert high['PINCH_COUNT'] == 0 and any('no pinch point' in text for text in high.feedback.warnings)


def test_ecologicalnodes_with_barriers_and_wide_roads(run_tool, network, make_vector, square):
    layers, _ = network
    layers['BARRIERS'] = make_vector('barriers', 'Polygon', {
        'barrier_id': [3, 9], 'rank': [2, 1], 'link_ids': ['1,2', '2'], 'link_count': [2, 1]}, [
        square(-500, -100, 200), square(4900, 1000, 200)])
    layers['ROADS'] = make_vector('roads', 'LineString', {
        'class': ['local', 'motorway', 'local'], 'breadth': [8.0, 30.0, None]}, [
        'LINESTRING(3000 -9000, 3000 9000)', 'LINESTRING(9000 -900, 9000 9)', 'LINESTRING(9050 -900, 9050 9)'])
    run = run_tool('ecologicalnodes', **layers, ROAD_WIDTH='breadth', NODES='TEMPORARY_OUTPUT')
    rows = run.rows('NODES')
    barriers = [row for row in rows if row['node_type'] == 'barrier']
    assert [(row['rank'], row['barrier_id'], row['link_ids'], row['link_count'], row['area_ha'], row['unit_name'])
            for row in barriers] == [(1, 9, '2', 1, 4, '右区'), (2, 3, '1,2', 2, 4, 'Left')]
    breaks = [(row['rank'], row['link_ids'], row['road_class'], row['road_width_m']) for row in rows
              if row['node_type'] == 'road_break']
    assert breaks == [(1, '1,3', 'local', 8), (2, '1', 'motorway, local', 30)]
    assert [row['area_ha'] for row in rows[:2]] == pytest.approx([31, 16]) and rows[-1]['area_ha'] == NULL
    one = run_tool('ecologicalnodes', **layers, MOST_BARRIERS=1, NODES='TEMPORARY_OUTPUT')
    assert [row['barrier_id'] for row in one.rows('NODES') if row['node_type'] == 'barrier'] == [9]
    with pytest.raises(QgsProcessingException, match='no field lanes'):
        run_tool('ecologicalnodes', **layers, ROAD_WIDTH='lanes', NODES='TEMPORARY_OUTPUT')
    with pytest.raises(QgsProcessingException, match='no numbers'):
        run_tool('ecologicalnodes', **layers, ROAD_WIDTH='class', NODES='TEMPORARY_OUTPUT')
