"""Importance, indices, priority, climate corridors and stepping stones as tools."""

import numpy as np
import pytest
from qgis.core import QgsProcessingException, QgsWkbTypes

X, Y = 500000, 4000000
LINK_FIELDS = ('link_id', 'from_id', 'to_id', 'cost', 'length_m')


@pytest.fixture
def three_sources(make_vector, square):
    """Squares of 4, 4 and 16 ha in a row, the last in two features."""
    return make_vector('sources', 'Polygon', {'source_id': [11, 5, 7, 7], 'area_ha': [4.0, 4.0, 8.0, 8.0],
                                              'value': [1.0, 3.0, 2.0, 2.0]},
                       [square(X, Y - 200, 200), square(X + 800, Y - 200, 200), square(X + 1600, Y - 400, 200, 400),
                        square(X + 1800, Y - 400, 200, 400)])


@pytest.fixture
def two_links(make_vector):
    return make_vector('links', 'LineString', dict(zip(LINK_FIELDS, (
        [1, 2], [5, 5], [11, 7], [1200.0, 2400.0], [600.0, 800.0]))), [
            f'LINESTRING({X + 800} {Y - 100}, {X + 200} {Y - 100})',
            f'LINESTRING({X + 1000} {Y - 100}, {X + 1600} {Y - 100})'])


@pytest.fixture
def resistance(make_raster):
    values = np.full((10, 20), 2.0)
    values[0:2, 8:10] = 4.0
    return make_raster('resistance', values)


def test_gravity(run_tool, three_sources, two_links, resistance):
    run = run_tool('gravityimportance', SOURCES=three_sources, LINKS=two_links, OUTPUT='TEMPORARY_OUTPUT',
                   MATRIX='TEMPORARY_OUTPUT', RESISTANCE=resistance)
    first, second = run.rows('OUTPUT')
    # Resistance inside: 2 (source 11), 4 (source 5), 2 (source 7); the first link costs half of the second.
    assert first['gravity'] == pytest.approx(4 * np.log(16) / 8)
    assert second['gravity'] == pytest.approx(np.log(64) / 8)
    assert (first['importance'], first['rank'], second['importance'], second['rank']) == (2, 1, 1, 2)
    assert first['cost'] == 1200 and first['geometry'].length() == pytest.approx(600)
    assert run['GRAVITY_MAX'] == pytest.approx(first['gravity']) and run['IMPORTANT_COUNT'] == 1
    assert any('only 2 different interactions' in text for text in run.feedback.warnings)
    rows = {row['source_id']: row for row in run.rows('MATRIX')}
    assert rows[5]['s_11'] == rows[11]['s_5'] == pytest.approx(first['gravity'])
    assert not isinstance(rows[7]['s_11'], float)


def test_gravity_forms_and_units(run_tool, three_sources, two_links):
    run = run_tool('gravityimportance', SOURCES=three_sources, LINKS=two_links, FORM='area', AREA_UNIT='m2',
                   COST='length_m', OUTPUT='TEMPORARY_OUTPUT')
    first, second = run.rows('OUTPUT')
    assert first['gravity'] == pytest.approx((8 / 6) ** 2 * 4e4 * 4e4)
    assert second['gravity'] == pytest.approx(4e4 * 16e4)
    run = run_tool('gravityimportance', SOURCES=three_sources, LINKS=two_links, BREAKS='logarithm', CLASSES=2,
                   OUTPUT='TEMPORARY_OUTPUT')
    assert [row['importance'] for row in run.rows('OUTPUT')] == [2, 1]
    with pytest.raises(QgsProcessingException, match='3 linked patches have an area below 1'):
        run_tool('gravityimportance', SOURCES=three_sources, LINKS=two_links, AREA_UNIT='km2',
                 OUTPUT='TEMPORARY_OUTPUT')


def test_indices(run_tool, three_sources, two_links):
    run = run_tool('networkindices', SOURCES=three_sources, LINKS=two_links, PATCHES='TEMPORARY_OUTPUT',
                   OUTPUT='TEMPORARY_OUTPUT', INDICES='TEMPORARY_OUTPUT')
    assert (run['PATCH_COUNT'], run['LINK_COUNT'], run['COMPONENT_COUNT']) == (3, 2, 1)
    assert run['ALPHA'] == 0 and run['BETA'] == pytest.approx(2 / 3) and run['GAMMA'] == pytest.approx(2 / 3)
    assert run['COST_RATIO'] == pytest.approx(1 - 2 / 1.4)
    patches = {row['source_id']: row for row in run.rows('PATCHES')}
    assert patches[5]['degree'] == 2 and patches[5]['between'] == 1 and patches[7]['area_ha'] == pytest.approx(16)
    assert patches[5]['mean_cost'] == pytest.approx(1800) and patches[5]['current_flow'] == pytest.approx(3)
    assert patches[7]['geometry'].area() == pytest.approx(16e4)
    for row in run.rows('OUTPUT'):
        assert row['in_tree'] == 1 and row['between'] == 2 and row['current_flow'] == pytest.approx(2)
    index, = run.rows('INDICES')
    assert index['length_km'] == pytest.approx(1.4) and index['cost_ratio'] == pytest.approx(run['COST_RATIO'])


def test_two_sources_have_no_alpha(run_tool, make_vector, square):
    sources = make_vector('pair', 'Polygon', {'source_id': [11, 5]}, [square(X, Y - 200, 200),
                                                                     square(X + 800, Y - 200, 200)])
    one = make_vector('one', 'LineString', dict(zip(LINK_FIELDS, ([1], ['5'], ['11'], [9.0], [600.0]))),
                      [f'LINESTRING({X + 800} {Y - 100}, {X + 200} {Y - 100})'])
    run = run_tool('networkindices', SOURCES=sources, LINKS=one, PATCHES='TEMPORARY_OUTPUT',
                   OUTPUT='TEMPORARY_OUTPUT')
    assert run['ALPHA'] is None and run['BETA'] == 0.5


@pytest.mark.parametrize('tool', ['gravityimportance', 'networkindices'])
def test_links_that_do_not_fit(run_tool, three_sources, make_vector, tool):
    def links(**change):
        columns = {**dict(zip(LINK_FIELDS, ([1], [5], [11], [1200.0], [600.0]))), **change}
        return make_vector('bad', 'LineString', columns, [f'LINESTRING({X} {Y}, {X + 10} {Y})'])

    outputs = {'OUTPUT': 'TEMPORARY_OUTPUT', **({'PATCHES': 'TEMPORARY_OUTPUT'} if tool == 'networkindices' else {})}
    with pytest.raises(QgsProcessingException, match='leads to 1 sources that .* does not have: 99'):
        run_tool(tool, SOURCES=three_sources, LINKS=links(from_id=[99]), **outputs)
    with pytest.raises(QgsProcessingException, match='field cost: 1 values are not above 0; the first is 0'):
        run_tool(tool, SOURCES=three_sources, LINKS=links(cost=[0.0]), **outputs)


@pytest.fixture
def corridor_links(run_tool, resistance, three_sources, tmp_path):
    return run_tool('corridors', RESISTANCE=resistance, SOURCES=three_sources, LINKS=str(tmp_path / 'links.gpkg'),
                    MOSAIC='TEMPORARY_OUTPUT', CORRIDORS='TEMPORARY_OUTPUT')['LINKS']


def test_priority(run_tool, resistance, three_sources, corridor_links):
    run = run_tool('linkagepriority', RESISTANCE=resistance, SOURCES=three_sources, LINKS=corridor_links,
                   OUTPUT='TEMPORARY_OUTPUT', BLENDED='TEMPORARY_OUTPUT', CORES='TEMPORARY_OUTPUT', CUTOFF=300)
    cores = {row['source_id']: row for row in run.rows('CORES')}
    # Resistance 2, 4, 2; area 4, 4, 16; area / perimeter 50, 50, 100 m.
    assert cores[7]['cav'] == pytest.approx(1) and cores[5]['cav'] == pytest.approx(0)
    assert cores[11]['cav'] == pytest.approx(0.33) and cores[7]['area_perimeter'] == pytest.approx(100)
    links = run.rows('OUTPUT')
    assert max(row['csp_norm'] for row in links) == pytest.approx(1)
    assert run['KEPT_COUNT'] == sum(row['kept'] for row in links) and run['CUTOFF_USED'] == 300
    blended = run.array('BLENDED')
    assert np.nanmax(blended) == pytest.approx(1) and np.nanmin(blended) >= 0.3
    assert np.isnan(blended[9, 0])


def test_priority_with_further_terms(run_tool, resistance, three_sources, corridor_links):
    run = run_tool('linkagepriority', RESISTANCE=resistance, SOURCES=three_sources, LINKS=corridor_links,
                   OUTPUT='TEMPORARY_OUTPUT', BLENDED='TEMPORARY_OUTPUT', CORES='TEMPORARY_OUTPUT', EXPERT='value',
                   W_EXPERT=1, W_RESISTANCE=0, W_AREA=0, W_SHAPE=0, W_CLIMATE=1, W_CLOSENESS=0, W_PERMEABILITY=0,
                   W_CORES=0, CLIMATE_RATIO='link_id', CLIMATE_POINTS='1,2,3', CLIMATE_VALUES='0.25,1,0',
                   MIN_PRIORITY=0)
    assert {row['source_id']: row['cav'] for row in run.rows('CORES')} == {11: 0, 5: 1, 7: 0.5}
    assert {row['link_id']: row['csp'] for row in run.rows('OUTPUT')} == {1: 0.25, 2: 1}
    with pytest.raises(QgsProcessingException, match='Weight of the other raster has a weight of 1, but no values'):
        run_tool('linkagepriority', RESISTANCE=resistance, SOURCES=three_sources, LINKS=corridor_links, W_OTHER=1,
                 OUTPUT='TEMPORARY_OUTPUT', BLENDED='TEMPORARY_OUTPUT')


def test_climate(run_tool, make_raster, three_sources):
    resistance = make_raster('flat', np.full((10, 20), 2.0))
    climate = make_raster('climate', np.tile(np.linspace(20, 10, 20), (10, 1)))
    values = {'RESISTANCE': resistance, 'CLIMATE': climate, 'SOURCES': three_sources, 'LINKS': 'TEMPORARY_OUTPUT',
              'MOSAIC': 'TEMPORARY_OUTPUT', 'MIN_EUCLIDEAN': 100, 'FALLING': 100, 'RISING': 100}
    run = run_tool('climatecorridors', **values)
    links = run.rows('LINKS')
    assert [(row['from_id'], row['to_id']) for row in links] == [(5, 7), (11, 5)]
    assert all(row['climate_change'] < -1 and row['climate_to'] < row['climate_from'] for row in links)
    assert all(row['cost'] > row['length_m'] * 3 for row in links) and run['LINK_COUNT'] == 2
    assert QgsWkbTypes.geometryType(links[0]['geometry'].wkbType()) == QgsWkbTypes.GeometryType.LineGeometry
    assert np.nanmin(run.array('MOSAIC')) == pytest.approx(0, abs=1e-3)
    rising = run_tool('climatecorridors', **values, DIRECTION='rising').rows('LINKS')
    assert sorted((row['from_id'], row['to_id']) for row in rising) == [(5, 11), (7, 5)]
    with pytest.raises(QgsProcessingException, match='No two of the 3 cores qualify: 3 pairs differ too little'):
        run_tool('climatecorridors', **{**values, 'THRESHOLD': 100})
    with pytest.raises(QgsProcessingException, match='3 too far'):
        run_tool('climatecorridors', **values, MAX_EUCLIDEAN=50)
    assert run_tool('climatecorridors', **values, MAX_EUCLIDEAN=None)['LINK_COUNT'] == 2


@pytest.fixture
def far_pair(make_vector, square):
    """Two squares of 100 ha, 4 km apart."""
    return make_vector('pair', 'Polygon', {'source_id': [1, 2], 'area_ha': [100.0, 100.0]},
                       [square(X, Y, 1000), square(X + 5000, Y, 1000)])


def test_stones_from_candidates(run_tool, make_vector, square, far_pair):
    # A square of 4 ha half way, the same far off, and one 200 m from the first source.
    candidates = make_vector('candidates', 'Polygon', {'name': ['middle', 'away', 'near']},
                             [square(X + 2900, Y + 400, 200), square(X + 3000, Y + 90000, 200),
                              square(X + 1200, Y + 400, 200)])
    run = run_tool('steppingstones', SOURCES=far_pair, CANDIDATES=candidates, CANDIDATE_ID='name', COUNT=5,
                   DISTANCE=500, OUTPUT='TEMPORARY_OUTPUT', TESTED='TEMPORARY_OUTPUT', STEPS='TEMPORARY_OUTPUT')

    def p(metres):
        return 0.5 ** (metres / 500)

    before = np.sqrt(2 * 100**2 * (1 + p(4000)))
    assert run['ECA_BEFORE'] == pytest.approx(before)
    stones = run.rows('OUTPUT')
    assert [row['candidate'] for row in stones] == ['near', 'middle', 'away']
    through = p(200) * p(3600)
    first = np.sqrt(2 * 100**2 + 2 * 100**2 * max(p(4000), through) + 16 + 8 * 100 * (p(200) + p(3600)))
    assert stones[0]['eca'] == pytest.approx(first) and stones[0]['gain'] == pytest.approx(first - before)
    assert stones[0]['geometry'].area() == pytest.approx(4e4)
    assert stones[0]['area_ha'] == stones[0]['worth'] == pytest.approx(4)
    assert run['ECA_AFTER'] == pytest.approx(stones[-1]['eca']) and run['STONE_COUNT'] == 3
    assert [row['step'] for row in run.rows('STEPS')] == [0, 1, 2, 3]
    tested = {row['candidate']: row['first_gain'] for row in run.rows('TESTED')}
    assert tested['near'] == pytest.approx(first - before) and tested['away'] < tested['middle']


def test_stones_on_a_grid(run_tool, far_pair, make_raster):
    run = run_tool('steppingstones', SOURCES=far_pair, COUNT=2, DISTANCE=500, AREA=1, SPACING=500,
                   OUTPUT='TEMPORARY_OUTPUT', TESTED='TEMPORARY_OUTPUT')
    stones = run.rows('OUTPUT')
    sources = [feature.geometry() for feature in far_pair.getFeatures()]
    assert len(stones) == 2
    for row in stones:
        assert row['geometry'].area() == pytest.approx(1e4, rel=0.01)
        assert all(source.distance(row['geometry'].centroid()) > 0 for source in sources)
    # The sources cover 2 of 6 km, and of the ring around them nothing lies in the box.
    assert len(run.rows('TESTED')) == 8 * 2
    allowed = np.zeros((10, 60))
    allowed[:, 40:] = 1
    only = run_tool('steppingstones', SOURCES=far_pair, COUNT=1, DISTANCE=500, AREA=1, SPACING=500,
                    ALLOWED=make_raster('allowed', allowed, origin=(X, Y + 1000)), OUTPUT='TEMPORARY_OUTPUT')
    assert only.rows('OUTPUT')[0]['geometry'].centroid().asPoint().x() > X + 4000


def test_stones_with_a_resistance(run_tool, far_pair, make_raster, make_vector, square):
    values = np.full((10, 60), 1.0)
    values[0:9, 30] = np.nan
    surface = make_raster('wall', values, origin=(X, Y + 1000), valid=np.isfinite(values))
    run = run_tool('steppingstones', SOURCES=far_pair, COUNT=1, DISTANCE=1000, AREA=1, SPACING=500,
                   RESISTANCE=surface, OUTPUT='TEMPORARY_OUTPUT')
    stone, = run.rows('OUTPUT')
    assert run['ECA_AFTER'] == pytest.approx(run['ECA_BEFORE'] + stone['gain'])
    candidates = make_vector('candidates', 'Polygon', {'source_id': ['a', 'b']},
                             [square(X + 2000, Y, 100), square(X + 4000, Y, 100)])
    given = run_tool('steppingstones', SOURCES=far_pair, COUNT=2, DISTANCE=1000, RESISTANCE=surface,
                     CANDIDATES=candidates, OUTPUT='TEMPORARY_OUTPUT')
    assert given['STONE_COUNT'] == 2


def test_pure_steps_and_nothing_to_gain(run_tool, far_pair, make_raster, make_vector, square):
    run = run_tool('steppingstones', SOURCES=far_pair, COUNT=3, DISTANCE=500, AREA=10, WORTH=0, SPACING=500,
                   OUTPUT='TEMPORARY_OUTPUT')
    stones = run.rows('OUTPUT')
    assert len(stones) == 3 and all(row['own_gain'] == 0 < row['gain'] and row['worth'] == 0 for row in stones)
    # Between the two, where a circle shortens the way by its diameter.
    assert all(X + 1000 < row['geometry'].centroid().asPoint().x() < X + 5000 for row in stones)
    surface = make_raster('ones', np.ones((10, 60)), origin=(X, Y + 1000))
    run = run_tool('steppingstones', SOURCES=far_pair, COUNT=1, DISTANCE=500, AREA=10, WORTH=0, SPACING=500,
                   RESISTANCE=surface, OUTPUT='TEMPORARY_OUTPUT')
    # The circle of 178 m covers a cell on each side of its centre: 200 of the 4100 m between cell centres are free.
    half = 2 * 100**2
    assert run['ECA_BEFORE'] == pytest.approx(np.sqrt(half * (1 + 0.5 ** (4100 / 500))))
    assert run['ECA_AFTER'] == pytest.approx(np.sqrt(half * (1 + 0.5 ** (3900 / 500))))
    middle, = run_tool('steppingstones', SOURCES=far_pair, COUNT=3, DISTANCE=500, AREA=1, SPACING=500000,
                       OUTPUT='TEMPORARY_OUTPUT').rows('OUTPUT')
    centre = middle['geometry'].centroid().asPoint()
    assert (centre.x(), centre.y()) == pytest.approx((X + 3000, Y + 500), abs=0.01)
    one = make_vector('one', 'Polygon', {'source_id': [1]}, [square(X, Y, 1000)])
    with pytest.raises(QgsProcessingException, match='All 4 places lie inside sources'):
        run_tool('steppingstones', SOURCES=one, SPACING=500, OUTPUT='TEMPORARY_OUTPUT')
    afar = make_vector('afar', 'Polygon', {'source_id': [1]}, [square(X, Y + 900000, 100)])
    run = run_tool('steppingstones', SOURCES=far_pair, CANDIDATES=afar, CAPACITY=None, DISTANCE=1,
                   OUTPUT='TEMPORARY_OUTPUT', COUNT=2)
    assert run['STONE_COUNT'] == 1 and any('Only 1 candidates raise' in text for text in run.feedback.warnings)


def test_a_matrix_too_wide_for_a_table(run_tool, make_vector, square):
    count = 1501
    sources = make_vector('many', 'Polygon', {'source_id': list(range(count))},
                          [square(X + 300 * index, Y, 200) for index in range(count)])
    links = make_vector('one', 'LineString', dict(zip(LINK_FIELDS, ([1], [0], [1], [9.0], [600.0]))),
                        [f'LINESTRING({X} {Y}, {X + 200} {Y})'])
    with pytest.raises(QgsProcessingException, match='matrix of 1501 sources has too many columns'):
        run_tool('gravityimportance', SOURCES=sources, LINKS=links, OUTPUT='TEMPORARY_OUTPUT',
                 MATRIX='TEMPORARY_OUTPUT')
    run = run_tool('gravityimportance', SOURCES=sources, LINKS=links, OUTPUT='TEMPORARY_OUTPUT')
    assert run.rows('OUTPUT')[0]['gravity'] == pytest.approx(2 * np.log(4))
