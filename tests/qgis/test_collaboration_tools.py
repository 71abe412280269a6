"""Collaborative units and funding as a user makes them."""

import json

import numpy as np
import pytest
from qgis.core import QgsGeometry, QgsProcessingException
from qgis.PyQt.QtGui import QTransform

from ecorestore.ecorestore_plugin.qgis_io.overlay import (
    connected_parts,
    dissolve,
    face_adjacency,
    first_containing,
    overlay,
)

KM = 1000


@pytest.fixture
def counties(make_vector, square):
    """Three counties of 10 x 10 km in a row: A and B in one city, C in another."""
    return make_vector('县', 'Polygon', {
        'unit_code': ['430101', '430102', '430201'], 'unit_name': ['A', 'B', 'C'],
        'unit_name_zh': ['甲县', '乙县', '丙县'], 'parent_code': ['430100', '430100', '430200'],
        'parent_name': ['East city', 'East city', 'West city'], 'revenue_wan': [40000., 90000., 10000.],
        'expenditure_wan': [100000., 100000., 100000.]},
        [square(0, 0, 10 * KM), square(10 * KM, 0, 10 * KM), square(20 * KM, 0, 10 * KM)])


@pytest.fixture
def sources(make_vector, square):
    """Core 1 over A and B with a sliver of 4 ha in C; core 2 inside C."""
    return make_vector('cores', 'Polygon', {'source_id': [1, 2]},
                       [square(8 * KM, 2 * KM, 12 * KM + 20, 2 * KM), square(24 * KM, 2 * KM, 3 * KM, 2 * KM)])


@pytest.fixture
def links(make_vector):
    return make_vector('links', 'LineString', {'link_id': [7]}, [f'LINESTRING({20 * KM} {3 * KM}, {25 * KM} {3 * KM})'])


def test_units_by_hand(run_tool, counties, sources, links):
    run = run_tool('collaborativeunits', UNITS=counties, SOURCES=sources, LINKS=links, BUFFER=400,
                   OUTPUT='TEMPORARY_OUTPUT', PIECES='TEMPORARY_OUTPUT', SUMMARY='TEMPORARY_OUTPUT')
    rows = {(row['element'], row['element_id']): row for row in run.rows('OUTPUT')}
    assert run['UNIT_COUNT'] == 3 and run['CROSS_COUNT'] == 1
    one, two, corridor = rows['core', '1'], rows['core', '2'], rows['corridor', '7']
    # The sliver of core 1 in C touches the corridor along 800 m and core 1 along 2000 m: it stays with core 1 in B.
    assert one['member_codes'] == '430102;430101' and one['members'] == 'B, A' and one['members_zh'] == '乙县、甲县'
    assert one['area_ha'] == pytest.approx(2404) and one['core_ha'] == pytest.approx(2404)
    assert one['lead_level'] == 'city' and one['lead_code'] == '430100' and one['lead_name'] == 'East city'
    assert one['cross_boundary'] == 1 and one['scope'] == 'one_city' and one['n_units'] == 2
    assert one['task'] == 'habitat conservation' and one['task_zh'] == '生境保护'
    assert two['lead_level'] == 'county' and two['members'] == 'C' and two['area_ha'] == pytest.approx(600)
    # The corridor is cut by both cores: 400 m to each side from 20 m to the left edge of core 2 at 24 km.
    assert corridor['area_ha'] == pytest.approx((4000 - 20) * 800 / 1e4, rel=1e-6)
    assert corridor['task'] == 'connectivity restoration' and corridor['element_mix'] == 'corridor 100 %'


def test_areas_add_up(run_tool, counties, sources, links, make_vector):
    nodes = make_vector('nodes', 'Point', {'node_id': [1]}, [f'POINT({10 * KM} {3 * KM})'])
    run = run_tool('collaborativeunits', UNITS=counties, SOURCES=sources, LINKS=links, NODES=nodes,
                   OUTPUT='TEMPORARY_OUTPUT', PIECES='TEMPORARY_OUTPUT', SUMMARY='TEMPORARY_OUTPUT')
    elements = [feature.geometry() for feature in sources.getFeatures()]
    elements += [feature.geometry().buffer(500, 8) for layer in (links, nodes) for feature in layer.getFeatures()]
    inside = QgsGeometry.unaryUnion(elements).intersection(
        QgsGeometry.unaryUnion([feature.geometry() for feature in counties.getFeatures()])).area() / 1e4
    for name in ('OUTPUT', 'PIECES'):
        rows = run.rows(name)
        assert sum(row['area_ha'] for row in rows) == pytest.approx(inside, rel=1e-9)
        assert sum(row['geometry'].area() for row in rows) / 1e4 == pytest.approx(inside, rel=1e-6)
        assert QgsGeometry.unaryUnion([row['geometry'] for row in rows]).area() / 1e4 == pytest.approx(inside, rel=1e-6)
    rows = run.rows('OUTPUT')
    node = next(row for row in rows if row['element'] == 'node')
    assert node['members'] in ('A, B', 'B, A') and node['task'] == 'functional enhancement'
    for row in rows:
        assert row['core_ha'] + row['corridor_ha'] + row['node_ha'] == pytest.approx(row['area_ha'])
    summary = run.rows('SUMMARY')
    assert sum(row['restore_ha'] for row in summary) == pytest.approx(inside, rel=1e-9)
    assert [row['unit_name'] for row in summary] == ['A', 'B', 'C']


@pytest.mark.parametrize('seed', range(3))
def test_every_hectare_is_accounted_for(run_tool, make_vector, counties, seed):
    """Pieces and what lies outside the units are the union of the elements, whatever slivers join."""
    shapes = random_polygons(np.random.default_rng(seed), 14, 25)
    for shape in shapes:
        shape.get().transform(QTransform(300, 0, 0, 130, 0, -1500))
    cores, corridors = (make_vector(name, 'Polygon', {key: list(range(7))}, [shape.asWkt() for shape in group])
                        for name, key, group in (('c', 'source_id', shapes[:7]), ('k', 'link_id', shapes[7:])))
    run = run_tool('collaborativeunits', UNITS=counties, SOURCES=cores, CORRIDORS=corridors, MIN_PIECE=120,
                   GROUPING=('element', 'connected')[seed % 2], OUTPUT='TEMPORARY_OUTPUT', PIECES='TEMPORARY_OUTPUT')
    whole = QgsGeometry.unaryUnion(shapes).area() / 1e4
    parts = run.rows('PIECES')
    assert run['OUTSIDE'] > 100
    assert sum(row['area_ha'] for row in parts) + run['OUTSIDE'] == pytest.approx(whole, rel=1e-9)
    shares = {}
    for row in parts:
        shares[row['cu_id']] = shares.get(row['cu_id'], 0) + row['share']
    assert list(shares.values()) == pytest.approx([1] * run['UNIT_COUNT'])
    for row in (*parts, *run.rows('OUTPUT')):
        assert row['area_ha'] == pytest.approx(row['geometry'].area() / 1e4)
        assert row['area_ha'] == pytest.approx(row['core_ha'] + row['corridor_ha'] + row['node_ha'])


def test_elements_that_touch_form_one_unit_on_request(run_tool, make_vector, counties, sources, links, square):
    """The corridor joins both cores across all counties; a third core lies apart."""
    apart = make_vector('cores', 'Polygon', {'source_id': [1, 2, 3]},
                        [feature.geometry().asWkt() for feature in sources.getFeatures()]
                        + [square(KM, 7 * KM, 2 * KM, 2 * KM)])
    run = run_tool('collaborativeunits', UNITS=counties, SOURCES=apart, LINKS=links, BUFFER=400, GROUPING='connected',
                   OUTPUT='TEMPORARY_OUTPUT', PIECES='TEMPORARY_OUTPUT')
    joined, alone = run.rows('OUTPUT')
    assert joined['n_elements'] == 3 and joined['members'] == 'B, C, A' and joined['lead_level'] == 'province'
    assert joined['element'] == 'core' and joined['element_id'] == '1' and joined['lead_name'] == 'Hunan'
    assert joined['task'] == 'habitat conservation; connectivity restoration'
    assert joined['task_zh'] == '生境保护；连通性修复'
    assert joined['area_ha'] == pytest.approx(2404 + 600 + (4000 - 20) * 800 / 1e4, rel=1e-6)
    assert alone['n_elements'] == 1 and alone['task'] == 'habitat conservation' and alone['members'] == 'A'
    assert len(run.rows('PIECES')) == 4


def test_duties_cost_what_the_summary_needs(run_tool, counties, sources, links, tmp_path):
    """Slivers of a corridor that join a core keep the cost of a corridor; elements of provincial rank are led so."""
    run = run_tool('collaborativeunits', UNITS=counties, SOURCES=sources, LINKS=links, BUFFER=4000, MIN_PIECE=2000,
                   PROVINCIAL_TOP=1, OUTPUT='TEMPORARY_OUTPUT', PIECES=str(tmp_path / 'pieces.gpkg'),
                   SUMMARY='TEMPORARY_OUTPUT')
    assert any(0 < row['corridor_ha'] < row['area_ha'] for row in run.rows('PIECES'))
    need = sum(row['need_wan'] for row in run.rows('SUMMARY'))
    duties = run_tool('responsibilities', PIECES=run['PIECES'], UNITS=counties, DUTIES='TEMPORARY_OUTPUT',
                      LEVEL_TOTALS='TEMPORARY_OUTPUT')
    assert duties['TOTAL'] == pytest.approx(need, rel=1e-12)
    assert sum(row['amount_wan'] for row in duties.rows('LEVEL_TOTALS')) == pytest.approx(need, rel=1e-9)
    levels = {row['cu_id']: row['lead_level'] for row in run.rows('OUTPUT')}
    rows = duties.rows('DUTIES')
    assert {row['cu_id']: row['lead_level'] for row in rows} == levels
    assert {row['scope'] for row in rows if levels[row['cu_id']] == 'province'} >= {'provincial_rank'}
    names = {(row['level'], row['name']) for row in duties.rows('LEVEL_TOTALS')}
    assert {('province', 'Hunan'), ('city', 'East city'), ('county', 'B')} <= names


def test_summary_by_hand(run_tool, counties, sources):
    run = run_tool('collaborativeunits', UNITS=counties, SOURCES=sources, OUTPUT='TEMPORARY_OUTPUT',
                   SUMMARY='TEMPORARY_OUTPUT')
    a, b, c = run.rows('SUMMARY')
    assert [row['core_ha'] for row in (a, b, c)] == pytest.approx([400, 2004, 600])
    assert [row['need_wan'] for row in (a, b, c)] == pytest.approx([12, 60.12, 18])
    assert [row['own_wan'] for row in (a, b, c)] == pytest.approx([200, 450, 50])
    assert [row['cross_ha'] for row in (a, b, c)] == pytest.approx([400, 2004, 0])
    # Importance: share of all core over the largest; cross-boundary share 1, 1, 0; weights .5 and .3 scaled to 1.
    assert a['priority'] == pytest.approx((.5 * 400 / 2004 + .3) / .8)
    assert b['priority'] == pytest.approx(1)
    assert c['priority'] == pytest.approx(.5 * 600 / 2004 / .8)
    assert [row['core_flag'] for row in (a, b, c)] == [0, 1, 0]
    assert [row['weakness'] for row in (a, b, c)] == pytest.approx([.625, 0, 1])
    assert [row['weak_flag'] for row in (a, b, c)] == [1, 0, 1]
    assert [row['cu_count'] for row in (a, b, c)] == [1, 1, 1]


def test_small_pieces_stay_when_asked(run_tool, counties, sources):
    run = run_tool('collaborativeunits', UNITS=counties, SOURCES=sources, MIN_PIECE=0, OUTPUT='TEMPORARY_OUTPUT')
    one = run.rows('OUTPUT')[0]
    assert one['members'] == 'B, A, C' and one['lead_level'] == 'province' and one['lead_code'] == '430000'


def test_provincial_rank(run_tool, counties, sources):
    run = run_tool('collaborativeunits', UNITS=counties, SOURCES=sources, PROVINCIAL_TOP=1, OUTPUT='TEMPORARY_OUTPUT')
    assert [row['lead_level'] for row in run.rows('OUTPUT')] == ['province', 'county']


def test_gap_between_borders_does_not_part_an_element(run_tool, make_vector, square):
    units = make_vector('units', 'Polygon', {'unit_code': ['1', '2']}, [square(0, 0, 1000), square(1000.5, 0, 1000)])
    core = make_vector('core', 'Polygon', {'source_id': [1]}, [square(500, 100, 1000, 800)])
    run = run_tool('collaborativeunits', UNITS=units, SOURCES=core, MIN_PIECE=0, OUTPUT='TEMPORARY_OUTPUT')
    assert run['CROSS_COUNT'] == 1 and run.rows('OUTPUT')[0]['area_ha'] == pytest.approx((1000 - .5) * 800 / 1e4)


def test_parts_that_lie_apart_belong_together_by_their_id_only(run_tool, make_vector, counties, square):
    parts = QgsGeometry.collectGeometry([QgsGeometry.fromWkt(square(x * KM, KM, 2 * KM)) for x in (2, 14)])
    nameless = make_vector('core', 'MultiPolygon', {'remark': ['dissolved']}, [parts.asWkt()])
    run = run_tool('collaborativeunits', UNITS=counties, SOURCES=nameless, OUTPUT='TEMPORARY_OUTPUT')
    assert run['UNIT_COUNT'] == 2 and run['CROSS_COUNT'] == 0
    known = make_vector('core', 'MultiPolygon', {'source_id': [1]}, [parts.asWkt()])
    run = run_tool('collaborativeunits', UNITS=counties, SOURCES=known, OUTPUT='TEMPORARY_OUTPUT')
    assert run['UNIT_COUNT'] == 1 and run['CROSS_COUNT'] == 1


def test_a_pinch_point_across_a_corridor_does_not_part_it(run_tool, make_vector, counties, square):
    corridor = make_vector('corridor', 'Polygon', {'link_id': [5]}, [square(5 * KM, 2 * KM, 10 * KM, KM)])
    pinch = make_vector('pinch', 'Polygon', {'pinch_id': [1]}, [square(9 * KM, 2 * KM, 500, KM)])
    run = run_tool('collaborativeunits', UNITS=counties, CORRIDORS=corridor, PINCH_POINTS=pinch,
                   OUTPUT='TEMPORARY_OUTPUT')
    rows = {row['element']: row for row in run.rows('OUTPUT')}
    assert len(rows) == 2 and rows['corridor']['members'] == 'B, A' and rows['node']['members'] == 'A'
    assert rows['corridor']['area_ha'] == pytest.approx(950) and rows['node']['area_ha'] == pytest.approx(50)


def test_the_node_of_a_pinch_point_is_counted_once(run_tool, make_vector, counties, square):
    pinch = make_vector('pinch', 'Polygon', {'pinch_id': [3]}, [square(4 * KM, 2 * KM, 300)])
    nodes = make_vector('nodes', 'Point', {'node_id': [1, 2], 'pinch_id': [3, None]},
                        ['POINT(4150 2150)', 'POINT(7000 7000)'])
    run = run_tool('collaborativeunits', UNITS=counties, PINCH_POINTS=pinch, NODES=nodes, OUTPUT='TEMPORARY_OUTPUT')
    assert sorted(row['element_id'] for row in run.rows('OUTPUT')) == ['2', '3']
    assert sum(row['node_ha'] for row in run.rows('OUTPUT')) == pytest.approx(
        9 + QgsGeometry.fromWkt('POINT(0 0)').buffer(500, 8).area() / 1e4)


def test_barriers_are_elements_and_their_nodes_are_not(run_tool, make_vector, counties, square):
    corridor = make_vector('corridor', 'Polygon', {'link_id': [5]}, [square(5 * KM, 2 * KM, 10 * KM, KM)])
    # Barrier 7 lies over the border of A and B, barrier 8 in B; barrier 7 shares 10 ha with the pinch point.
    barriers = make_vector('barriers', 'Polygon', {'barrier_id': [8, 7], 'rank': [2, 1], 'link_id': [5, 5]},
                           [square(13 * KM, 2 * KM, 400), square(9500, 2 * KM, KM)])
    pinch = make_vector('pinch', 'Polygon', {'pinch_id': [7]}, [square(9400, 2 * KM, 200, 500)])
    nodes = make_vector('nodes', 'Point', {
        'node_id': [1, 2, 3], 'node_type': ['barrier', 'barrier', 'crossing'], 'barrier_id': [7, 8, None],
        'pinch_id': [None, None, None]}, [f'POINT({x} {2 * KM + 200})' for x in (10 * KM, 13200, 2000)])
    given = dict(UNITS=counties, CORRIDORS=corridor, BARRIERS=barriers, PINCH_POINTS=pinch, NODES=nodes, MIN_PIECE=0,
                 OUTPUT='TEMPORARY_OUTPUT', PIECES='TEMPORARY_OUTPUT')
    run = run_tool('collaborativeunits', **given)
    rows = {(row['element'], row['node_type'] or '', row['element_id']): row for row in run.rows('OUTPUT')}
    assert set(rows) == {('corridor', '', '5'), ('node', 'pinch_point', '7'), ('node', 'barrier', '7'),
                         ('node', 'barrier', '8'), ('node', 'crossing', '3')}
    across = rows['node', 'barrier', '7']
    assert across['area_ha'] == pytest.approx(95) and across['member_codes'] == '430102;430101'
    assert across['lead_level'] == 'city' and across['task'] == 'functional enhancement'
    assert rows['node', 'barrier', '8']['area_ha'] == pytest.approx(16)
    # The corridor holds all of both barriers and of the pinch point: 1000 ha less 10 + 95 + 16.
    assert rows['corridor', '', '5']['area_ha'] == pytest.approx(879)
    assert sum(row['area_ha'] for row in run.rows('PIECES')) == pytest.approx(
        1000 + QgsGeometry.fromWkt('POINT(0 0)').buffer(500, 8).area() / 1e4)
    first = run_tool('collaborativeunits', **given, MOST_BARRIERS=1).rows('OUTPUT')
    # Barrier 8 is left to its node, a circle.
    assert sorted((row['node_type'], row['element_id']) for row in first if row['element'] == 'node') == [
        ('barrier', '2'), ('barrier', '7'), ('crossing', '3'), ('pinch_point', '7')]


def test_gaps_between_units_are_reported(run_tool, make_vector, square):
    """Around a hole of 9 ha, and with a slit of 10 m x 2 km that is open to the outside."""
    ring = QgsGeometry.fromWkt(square(0, 0, 2000)).difference(QgsGeometry.fromWkt(square(600, 700, 300))).asWkt()
    units = make_vector('units', 'Polygon', {'unit_code': ['430101', '430102']}, [ring, square(2010, 0, 2000)])
    core = make_vector('core', 'Polygon', {'source_id': [1]}, [square(500, 500, 2000)])
    run = run_tool('collaborativeunits', UNITS=units, SOURCES=core, OUTPUT='TEMPORARY_OUTPUT')
    (warning,) = [text for text in run.feedback.warnings if 'gaps' in text]
    assert '2 gaps' in warning and '11 ha' in warning and '750, 8' in warning
    assert run.rows('OUTPUT')[0]['area_ha'] == pytest.approx((2000 * 1500 - 300 ** 2 - 10 * 1500) / 1e4)


def test_an_inlet_of_the_outer_border_is_no_gap(run_tool, make_vector, counties, square):
    inlet = QgsGeometry.fromWkt(square(0, 0, 2000)).difference(QgsGeometry.fromWkt(square(600, 1500, 10, 500))).asWkt()
    units = make_vector('units', 'Polygon', {'unit_code': ['430101', '430102']}, [inlet, square(2000, 0, 2000)])
    core = make_vector('core', 'Polygon', {'source_id': [1]}, [square(500, 500, 2000)])
    run = run_tool('collaborativeunits', UNITS=units, SOURCES=core, OUTPUT='TEMPORARY_OUTPUT')
    assert not any('gaps' in text or 'parent' in text for text in run.feedback.warnings)


def test_parent_codes_that_are_missing_or_unknown_are_reported(run_tool, make_vector, square):
    units = make_vector('units', 'Polygon', {
        'unit_code': ['430101', '430102', '430201'], 'unit_name': ['A', 'B', 'C'],
        'parent_code': ['430100', None, '990200']}, [square(x, 0, 1000) for x in (0, 1000, 2000)])
    core = make_vector('core', 'Polygon', {'source_id': [1]}, [square(500, 100, 1000, 800)])
    run = run_tool('collaborativeunits', UNITS=units, SOURCES=core, MIN_PIECE=0, OUTPUT='TEMPORARY_OUTPUT')
    assert any('1 units have no parent code, the first is B' in text for text in run.feedback.warnings)
    assert any('1 units' in text and 'C (990200)' in text for text in run.feedback.warnings)
    # A district may name its province, but not the city next door.
    units = make_vector('units', 'Polygon', {
        'unit_code': ['110101', '430201'], 'unit_name': ['A', 'B'], 'parent_code': ['110000', '430100']},
        [square(x, 0, 1000) for x in (0, 1000)])
    other = run_tool('collaborativeunits', UNITS=units, SOURCES=core, MIN_PIECE=0, OUTPUT='TEMPORARY_OUTPUT')
    assert any('1 units' in text and 'B (430100)' in text for text in other.feedback.warnings)
    # B joins the city that A names: its own digits say the same.
    (row,) = run.rows('OUTPUT')
    assert row['lead_level'] == 'city' and row['lead_code'] == '430100'


def test_overlapping_units_are_reported(run_tool, make_vector, square):
    units = make_vector('units', 'Polygon', {'unit_code': ['1', '2']}, [square(0, 0, 1000), square(900, 0, 1000)])
    core = make_vector('core', 'Polygon', {'source_id': [1]}, [square(0, 0, 1900, 1000)])
    run = run_tool('collaborativeunits', UNITS=units, SOURCES=core, OUTPUT='TEMPORARY_OUTPUT',
                   PIECES='TEMPORARY_OUTPUT')
    assert 'overlap' in run.feedback.warnings[0]
    assert sum(row['area_ha'] for row in run.rows('PIECES')) == pytest.approx(190)


@pytest.mark.parametrize('case, words', [
    ('none', 'No element is given'), ('both', 'not both'), ('elsewhere', 'No element lies inside'),
    ('double', 'occur more than once'), ('geographic', 'geographic'), ('invalid', 'invalid')])
def test_bad_input(run_tool, make_vector, square, counties, sources, links, case, words):
    options = dict(UNITS=counties, SOURCES=sources, OUTPUT='TEMPORARY_OUTPUT')
    if case == 'none':
        del options['SOURCES']
    elif case == 'both':
        options.update(CORRIDORS=sources, LINKS=links)
    elif case == 'elsewhere':
        options['SOURCES'] = make_vector('far', 'Polygon', {'source_id': [1]}, [square(0, 90 * KM, KM)])
    elif case == 'double':
        options['UNITS'] = make_vector('double', 'Polygon', {'unit_code': ['1', '1']},
                                       [square(0, 0, KM), square(KM, 0, KM)])
    elif case == 'geographic':
        options['UNITS'] = make_vector('geo', 'Polygon', {'unit_code': ['1']}, [square(110, 30, 1)], crs='EPSG:4326')
    else:
        options['SOURCES'] = make_vector('bow', 'Polygon', {'source_id': [1]},
                                         ['POLYGON((0 0, 1000 1000, 1000 0, 0 1000, 0 0))'])
    with pytest.raises(QgsProcessingException, match=words):
        run_tool('collaborativeunits', **options)


# The overlay by itself.

def random_polygons(rng, count, size):
    shapes = []
    for _ in range(count):
        x, y = rng.uniform(0, 100, 2)
        shapes.append(QgsGeometry.fromWkt(f'POINT({x} {y})').buffer(float(rng.uniform(2, size)), 5))
    return shapes


@pytest.mark.parametrize('seed', range(3))
def test_overlay_equals_differences(qgis_app, seed):
    rng = np.random.default_rng(seed)
    units = [QgsGeometry.fromWkt(f'POLYGON(({x} 0,{x + 25} 0,{x + 25} 100,{x} 100,{x} 0))') for x in range(0, 100, 25)]
    elements = random_polygons(rng, 12, 20)
    coverage = overlay(units, elements)
    taken = QgsGeometry()
    for number, element in enumerate(elements):
        own = element if taken.isNull() else element.difference(taken)
        taken = element if taken.isNull() else taken.combine(element)
        for position, unit in enumerate(units):
            expected = own.intersection(unit).area()
            found = coverage.area[(coverage.element == number) & (coverage.unit == position)].sum()
            assert found == pytest.approx(expected, abs=1e-6)


def test_adjacency_equals_intersections(qgis_app):
    elements = random_polygons(np.random.default_rng(9), 8, 25)
    area = [QgsGeometry.fromWkt('POLYGON((0 0,100 0,100 100,0 100,0 0))')]
    faces = overlay(area, elements).faces
    touching = face_adjacency(faces)
    found = {tuple(pair): length for pair, length in zip(touching.pairs.tolist(), touching.lengths)}
    for one in range(len(faces)):
        for other in range(one + 1, len(faces)):
            common = faces[one].intersection(faces[other])
            assert ((one, other) in found) == (not common.isEmpty())
            if not common.isEmpty():
                assert found[one, other] == pytest.approx(common.length(), abs=1e-9)


def test_small_geometry_helpers(qgis_app, square):
    one, two, far = (QgsGeometry.fromWkt(square(x, 0, 10)) for x in (0, 10.5, 50))
    corner = QgsGeometry.fromWkt(square(10, 10, 10))
    assert len(connected_parts(one)) == 1
    assert len(connected_parts(QgsGeometry.collectGeometry([one, corner]))) == 1
    assert [part.area() for part in connected_parts(QgsGeometry.collectGeometry([one, far, corner]))] == [200, 100]
    points = [QgsGeometry.fromWkt(text) for text in ('POINT(5 5)', 'POINT(99 99)')]
    assert first_containing(points, [two, one]).tolist() == [1, -1]
    assert dissolve([one, two, far], [0, 0, -1])[0].area() == pytest.approx(200)


# Funding.

PROBE = {'unit_name': list('ABCDE'), 'need_wan': [100., 80., 60., 40., 120.], 'own_wan': [60., 10., 30., 5., 100.],
         'priority': [.9, .7, .5, .8, .3], 'core_flag': [1, 1, 0, 0, 0], 'weak_flag': [0, 1, 0, 1, 0],
         'ppp': [.3, .2, .4, .1, .3]}


def test_funding_probe(run_tool, make_vector):
    units = make_vector('probe', 'None', PROBE)
    run = run_tool('fundingallocation', UNITS=units, BUDGET=120, SOCIAL=50, PPP_FIELD='ppp', FLOOR_CORE=.6,
                   FLOOR_WEAK=.5, THETA=.6, OUTPUT='TEMPORARY_OUTPUT', ALTERNATIVES='TEMPORARY_OUTPUT')
    rows = run.rows('OUTPUT')
    assert [row['provincial'] for row in rows] == pytest.approx([35, 54, 0, 31, 0], abs=1e-6)
    assert [row['social'] for row in rows] == pytest.approx([5, 16, 24, 4, 1], abs=1e-6)
    assert [row['unmet'] for row in rows] == pytest.approx([0, 0, 6, 0, 19], abs=1e-6)
    assert [row['share'] for row in rows] == pytest.approx([1, 1, .9, 1, 101 / 120], abs=1e-6)
    assert run['OBJECTIVE'] == pytest.approx(112.82)
    assert run['SHADOW_BUDGET'] == pytest.approx(.54) and run['SHADOW_SOCIAL'] == pytest.approx(.18)
    assert run['TOTAL_GAP'] == 195 and run['FUNDED_SHARE'] == pytest.approx(170 / 195)
    plans = {row['plan']: row for row in run.rows('ALTERNATIVES')}
    assert plans['max_min']['min_share'] == pytest.approx(.872, abs=5e-4)
    assert plans['optimum']['objective'] == pytest.approx(112.82) and plans['optimum']['below_floor'] == 0


def test_funding_follows_collaborative_units(run_tool, counties, sources, links, tmp_path):
    units = run_tool('collaborativeunits', UNITS=counties, SOURCES=sources, LINKS=links, OWN_SHARE=.0001,
                     OUTPUT='TEMPORARY_OUTPUT', SUMMARY='TEMPORARY_OUTPUT')
    record = tmp_path / 'record.json'
    run = run_tool('fundingallocation', UNITS=units.layer('SUMMARY'), OUTPUT='TEMPORARY_OUTPUT', RUN_RECORD=str(record))
    assert '60 %' in run.feedback.warnings[0]
    rows = run.rows('OUTPUT')
    assert [row['unit_name'] for row in rows] == ['A', 'B', 'C']
    assert all(not row['geometry'].isEmpty() for row in rows)
    assert sum(row['provincial'] for row in rows) == pytest.approx(.6 * run['TOTAL_GAP'])
    assert run['FUNDED_SHARE'] == pytest.approx(.6)
    assert json.loads(record.read_text(encoding='utf-8'))['tool'] == 'ecorestore:fundingallocation'


@pytest.mark.parametrize('parameters, words', [
    (dict(BUDGET=60, FLOOR_CORE=.6, FLOOR_WEAK=.5), 'at least 83.5.*B '),
    (dict(BUDGET=120, NEED='missing'), 'no field missing'),
    (dict(BUDGET=120, WEAK='need_wan'), 'flags are 1 or 0'),
    (dict(BUDGET=120, PRIORITY='need_wan'), 'priority'),
])
def test_funding_bad(run_tool, make_vector, parameters, words):
    units = make_vector('probe', 'None', PROBE)
    with pytest.raises(QgsProcessingException, match=words):
        run_tool('fundingallocation', UNITS=units, OUTPUT='TEMPORARY_OUTPUT', **parameters)


def test_loans_and_the_weights_of_the_proportional_plan(run_tool, make_vector):
    units = make_vector('loans', 'None', {'unit_name': ['A', 'B'], 'need_wan': [10., 10.], 'own_wan': [0., 0.],
                                          'priority': [1., .5], 'slope': [3., 1.]})
    run = run_tool('fundingallocation', UNITS=units, BUDGET=4, LOANS=8, LOAN_SHARE=.5, LOAN_SUBSIDY=2, LOAN_YEARS=9,
                   LOAN_WORTH=.5, DIFFICULTY='slope', PROPORTIONS='0, 1, 0', OUTPUT='TEMPORARY_OUTPUT',
                   ALTERNATIVES='TEMPORARY_OUTPUT')
    rows = run.rows('OUTPUT')
    # The subsidy is 0.02 x 10 / 2 = 0.1 of a loan.
    assert [row['loan'] for row in rows] == pytest.approx([5, 3])
    assert [row['subsidy'] for row in rows] == pytest.approx([.5, .3])
    assert [row['funded'] for row in rows] == pytest.approx([8.2, 3])
    plans = {row['plan']: row for row in run.rows('ALTERNATIVES')}
    # 3.2 to grants at 3 : 1 covers 2.4 and 0.8; loans 8 at 3 : 1 up to 5, so 5 and 3.
    assert plans['proportional']['min_share'] == pytest.approx(.38)
    with pytest.raises(QgsProcessingException, match='three numbers'):
        run_tool('fundingallocation', UNITS=units, BUDGET=4, PROPORTIONS='1, 2', OUTPUT='TEMPORARY_OUTPUT',
                 ALTERNATIVES='TEMPORARY_OUTPUT')


def test_shares_of_regions_and_the_limits_that_bind(run_tool, make_vector):
    units = make_vector('县', 'None', {'unit_name': ['A', 'B', 'C'], 'need_wan': [10., 10., 10.],
                                      'own_wan': [0., 0., 0.], 'priority': [.9, .8, .5],
                                      'parent_code': ['430100', '430100', '430200']})
    regions = make_vector('regions', 'None', {'region': ['430100', '430200'], 'cap': [.5, None], 'floor': [None, .2]})
    run = run_tool('fundingallocation', UNITS=units, BUDGET=16, REGIONS=regions, OUTPUT='TEMPORARY_OUTPUT',
                   BINDING='TEMPORARY_OUTPUT')
    # 8 for the city of A and B, which goes to A; the rest to C.
    assert [row['provincial'] for row in run.rows('OUTPUT')] == pytest.approx([8, 0, 8])
    rows = {(row['constraint'], row['name']): row for row in run.rows('BINDING')}
    # One more for the region goes from C to A; one more of the budget to C.
    assert rows['region_cap', '430100']['shadow_price'] == pytest.approx(.4)
    assert rows['budget', '']['shadow_price'] == pytest.approx(.5)
    assert rows['region_floor', '430200']['limit'] == pytest.approx(3.2)
    assert rows['region_floor', '430200']['used'] == pytest.approx(8)
    assert any('budget 1, region_cap 1' in line for line in run.feedback.said)
    strange = make_vector('strange', 'None', {'region': ['430900'], 'cap': [.5]})
    with pytest.raises(QgsProcessingException, match='1 regions have no unit: 430900'):
        run_tool('fundingallocation', UNITS=units, BUDGET=16, REGIONS=strange, OUTPUT='TEMPORARY_OUTPUT')
    most = make_vector('most', 'None', {'region': ['430100', '430200'], 'floor': [.9, .9]})
    with pytest.raises(QgsProcessingException, match='limits of regions cannot be met'):
        run_tool('fundingallocation', UNITS=units, BUDGET=11, REGIONS=most, OUTPUT='TEMPORARY_OUTPUT')
    beyond = make_vector('beyond', 'None', {'region': ['430100'], 'floor': [20.]})
    with pytest.raises(QgsProcessingException, match='floor: 1 values'):
        run_tool('fundingallocation', UNITS=units, BUDGET=11, REGIONS=beyond, OUTPUT='TEMPORARY_OUTPUT')


def test_spare_own_funds_are_reallocated_on_request(run_tool, make_vector):
    units = make_vector('units', 'None', {'unit_name': ['rich', 'poor'], 'need_wan': [10., 50.], 'own_wan': [30., 0.],
                                          'priority': [.5, .5]})
    for pool, provincial in ((0, 8), (0.5, 18)):
        run = run_tool('fundingallocation', UNITS=units, BUDGET=8, POOL=pool, OUTPUT='TEMPORARY_OUTPUT')
        assert [row['provincial'] for row in run.rows('OUTPUT')] == pytest.approx([0, provincial])
    assert any('10 of own funds' in line and '18' in line for line in run.feedback.said)


def test_elements_in_degrees_are_brought_to_the_units(run_tool, make_vector, counties, sources):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject
    away = QgsCoordinateTransform(counties.crs(), QgsCoordinateReferenceSystem('EPSG:4490'), QgsProject.instance())
    shapes = []
    for feature in sources.getFeatures():
        # Edges are straight in one system only: with a vertex each 100 m that does not matter.
        shape = feature.geometry().densifyByDistance(100)
        shape.transform(away)
        shapes.append(shape.asWkt(12))
    degrees = make_vector('源地', 'Polygon', {'source_id': [1, 2]}, shapes, crs='EPSG:4490')
    rows = run_tool('collaborativeunits', UNITS=counties, SOURCES=degrees, OUTPUT='TEMPORARY_OUTPUT').rows('OUTPUT')
    assert [row['members'] for row in rows] == ['B, A', 'C']
    assert [row['area_ha'] for row in rows] == pytest.approx([2404, 600], rel=1e-4)
