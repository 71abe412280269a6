"""Priority, responsibilities, compensation and projects as a user runs them; numbers worked out by hand."""

import numpy as np
import pytest
from qgis.core import QgsProcessingException

KM = 1000


@pytest.fixture
def units(make_vector, square):
    """Three counties of 10 km in a row: A supplies water, B and C need it."""
    return make_vector('县', 'Polygon', {
        'unit_code': ['430101', '430102', '430201'], 'unit_name': ['A', 'B', 'C'],
        'parent_code': ['430100', '430100', '430200'], 'core_ha': [100., 50., 0.], 'pop': [30., 10., 20.],
        'weakness': [0.2, 0.9, 0.4], 'gdp_wan': [60., 20., 20.], 'water_supply': [50000., 0., 0.],
        'water_demand': [0., 30000., 40000.], 'basin': ['x', 'x', 'y']},
        [square(0, 0, 10 * KM), square(10 * KM, 0, 10 * KM), square(20 * KM, 0, 10 * KM)])


def test_priority_by_hand(run_tool, units):
    run = run_tool('restorationpriority', UNITS=units, WEIGHTS='equal', CLASSES=2, DRAWS=50,
                   OUTPUT='TEMPORARY_OUTPUT', WEIGHT_TABLE='TEMPORARY_OUTPUT')
    rows = {row['unit_name']: row for row in run.rows('OUTPUT')}
    # Scaled and weighted by a third: A (1, 1, 0), B (0.5, 0, 1), C (0, 0.5, 2/7).
    points = {'A': (1, 1, 0), 'B': (0.5, 0, 1), 'C': (0, 0.5, 2 / 7)}
    for name, point in points.items():
        near, far = np.linalg.norm(point), np.linalg.norm(np.subtract((1, 1, 1), point))
        assert rows[name]['priority'] == pytest.approx(near / (near + far))
    assert [rows[name]['priority_rank'] for name in 'ABC'] == [1, 2, 3]
    assert rows['A']['priority_class'] == 1 and rows['C']['priority_class'] == 2
    assert rows['A']['drivers'] == 'core area 50 %, people served 50 %'
    assert rows['C']['c_benefit'] == pytest.approx(0.5 / (0.5 + 2 / 7))
    assert {row['indicator'] for row in run.rows('WEIGHT_TABLE')} == {'core area', 'people served', 'fiscal weakness'}
    assert any('slope' in line for line in run.feedback.said)


def test_priority_needs_two_fields_and_a_sign(run_tool, make_vector):
    bare = make_vector('bare', 'None', {'unit_code': ['1', '2'], 'core_ha': [1., 2.]})
    with pytest.raises(QgsProcessingException, match='has 1 of the fields'):
        run_tool('restorationpriority', UNITS=bare, OUTPUT='TEMPORARY_OUTPUT', WEIGHT_TABLE='TEMPORARY_OUTPUT')
    full = make_vector('full', 'None', {'unit_code': ['1', '2'], 'core_ha': [1., 2.], 'pop': [2., 1.]})
    wrong = make_vector('signs', 'None', {'indicator': ['a', 'b'], 'criterion': ['x', 'y'],
                                          'field': ['core_ha', 'pop'], 'direction': ['+', 'up']})
    with pytest.raises(QgsProcessingException, match='row 2: the direction "up"'):
        run_tool('restorationpriority', UNITS=full, TABLE=wrong, OUTPUT='TEMPORARY_OUTPUT',
                 WEIGHT_TABLE='TEMPORARY_OUTPUT')


def test_compensation_by_hand(run_tool, units):
    run = run_tool('ecologicalcompensation', UNITS=units, PROVINCIAL_SHARE=0.5, OUTPUT='TEMPORARY_OUTPUT',
                   FLOWS='TEMPORARY_OUTPUT', BALANCE='TEMPORARY_OUTPUT')
    rows = {row['unit_name']: row for row in run.rows('OUTPUT')}
    # B is nearer and is served first; 20 000 m3 stay open in C. 0.3 CNY per m3 are 0.9 and 0.6 x 10^4 CNY.
    assert rows['B']['water_in'] == pytest.approx(30000) and rows['C']['water_in'] == pytest.approx(20000)
    assert rows['C']['water_open'] == pytest.approx(20000)
    # GDP per person 2, 2, 1; mean 5/3: C can pay 0.6, the province adds half of the rest.
    assert rows['C']['capacity'] == pytest.approx(0.6)
    assert rows['B']['paid_wan'] == pytest.approx(0.9) and rows['C']['paid_wan'] == pytest.approx(0.36)
    assert run['PROVINCIAL'] == pytest.approx(0.12)
    assert rows['A']['received_wan'] == pytest.approx(0.9 + 0.36 + 0.12)
    assert sum(row['net_wan'] for row in rows.values()) == pytest.approx(run['PROVINCIAL'])
    lines = run.rows('FLOWS')
    assert [(row['from_code'], row['to_code']) for row in lines] == [('430101', '430102'), ('430101', '430201')]
    assert lines[1]['distance_km'] == pytest.approx(20)
    assert run.rows('BALANCE')[-1]['paid_wan'] == pytest.approx(1.26)
    assert any('stays open' in line for line in run.feedback.warnings)


def test_groups_and_pairs_limit_the_flows(run_tool, units, make_vector):
    table = make_vector('services', 'None', {'service': ['water'], 'price': [1.], 'group_field': ['basin'],
                                             'downstream': [1]})
    run = run_tool('ecologicalcompensation', UNITS=units, TABLE=table, CAPACITY=False, OUTPUT='TEMPORARY_OUTPUT')
    assert {row['unit_name']: row['water_in'] for row in run.rows('OUTPUT')}['C'] == 0
    plain = make_vector('prices', 'None', {'service': ['water'], 'price': [1.], 'downstream': [1]})
    pairs = make_vector('pairs', 'None', {'from_code': ['430101'], 'to_code': ['430201']})
    run = run_tool('ecologicalcompensation', UNITS=units, TABLE=plain, PAIRS=pairs, CAPACITY=False,
                   OUTPUT='TEMPORARY_OUTPUT')
    served = {row['unit_name']: row['water_in'] for row in run.rows('OUTPUT')}
    assert served == pytest.approx({'A': 0, 'B': 0, 'C': 40000})
    unknown = make_vector('unknown', 'None', {'from_code': ['430101'], 'to_code': ['999999']})
    with pytest.raises(QgsProcessingException, match='are no units: 999999'):
        run_tool('ecologicalcompensation', UNITS=units, TABLE=plain, PAIRS=unknown, OUTPUT='TEMPORARY_OUTPUT')


def served(run):
    return {row['unit_name']: row['water_in'] for row in run.rows('OUTPUT')}


def test_costs_between_units_lead_the_flows(run_tool, units, make_vector):
    # C is farther but cheaper: of the 50 000 of A it gets its 40 000 first.
    costs = make_vector('costs', 'None', {'from_id': ['430101', '430101'], 'to_id': ['430102', '430201'],
                                          'cost': [9., 2.]})
    run = run_tool('ecologicalcompensation', UNITS=units, COSTS=costs, CAPACITY=False, OUTPUT='TEMPORARY_OUTPUT',
                   FLOWS='TEMPORARY_OUTPUT')
    assert served(run) == pytest.approx({'A': 0, 'B': 10000, 'C': 40000})
    assert [row['distance_km'] for row in run.rows('FLOWS')] == pytest.approx([20, 10])
    # Listed the other way round it counts as well; a pair that is not listed is closed.
    back = make_vector('back', 'None', {'from_code': ['430201'], 'to_code': ['430101'], 'cost': [1.]})
    run = run_tool('ecologicalcompensation', UNITS=units, COSTS=back, CAPACITY=False, OUTPUT='TEMPORARY_OUTPUT')
    assert served(run) == pytest.approx({'A': 0, 'B': 0, 'C': 40000})
    wrong = make_vector('wrong', 'None', {'from_code': ['430201'], 'to_code': ['430101'], 'cost': [-1.]})
    with pytest.raises(QgsProcessingException, match='cost: 1 values'):
        run_tool('ecologicalcompensation', UNITS=units, COSTS=wrong, OUTPUT='TEMPORARY_OUTPUT')


def test_water_runs_down_the_elevation_model(run_tool, units, make_raster, make_vector):
    """B is the highest, A and C drain it to both sides; nothing runs from A to C or B."""
    x = np.arange(30) + 0.5
    height = np.tile(np.where(x < 12, x * 10, 240 - x * 10), (10, 1)) + np.abs(np.arange(10) - 4.5)[:, None]
    relief = make_raster('relief', height, cell=KM, origin=(0, 10 * KM))
    for unit, supply, demand in ((0, 0, 30000), (1, 50000, 0), (2, 0, 40000)):
        fields = units.fields()
        units.dataProvider().changeAttributeValues({unit + 1: {
            fields.indexOf('water_supply'): supply, fields.indexOf('water_demand'): demand}})
    run = run_tool('ecologicalcompensation', UNITS=units, DEM=relief, CAPACITY=False, OUTPUT='TEMPORARY_OUTPUT')
    # 2 of the 10 columns of B drain to A and 8 to C.
    assert served(run)['A'] + served(run)['C'] == pytest.approx(50000)
    assert any('2 pairs of units lie downstream' in line for line in run.feedback.said)
    assert not any('downstream only' in line for line in run.feedback.warnings)
    run = run_tool('ecologicalcompensation', UNITS=units, DEM=relief, DOWNSTREAM_SHARE=0.3, CAPACITY=False,
                   OUTPUT='TEMPORARY_OUTPUT')
    assert served(run) == pytest.approx({'A': 0, 'B': 0, 'C': 40000})
    run = run_tool('ecologicalcompensation', UNITS=units, CAPACITY=False, OUTPUT='TEMPORARY_OUTPUT')
    assert any('water should flow downstream only' in line for line in run.feedback.warnings)
    half = make_raster('half', height[:, :20], cell=KM, origin=(0, 10 * KM))
    run = run_tool('ecologicalcompensation', UNITS=units, DEM=half, CAPACITY=False, OUTPUT='TEMPORARY_OUTPUT')
    assert served(run)['C'] == 0
    assert any('1 units have no elevation' in line and 'C' in line for line in run.feedback.warnings)
    pairs = make_vector('pairs', 'None', {'from_code': ['430102'], 'to_code': ['430201']})
    with pytest.raises(QgsProcessingException, match='not both'):
        run_tool('ecologicalcompensation', UNITS=units, DEM=relief, PAIRS=pairs, OUTPUT='TEMPORARY_OUTPUT')


def test_payments_by_the_growth_curve(run_tool, units, make_vector, square):
    layer = make_vector('units', 'Polygon', {
        'unit_code': ['1', '2'], 'engel': [0.3, 1 / 3], 'water_supply': [100., 0.], 'water_demand': [0., 100.]},
        [square(0, 0, KM), square(KM, 0, KM)])
    prices = make_vector('prices', 'None', {'service': ['water'], 'price': [100.]})
    run = run_tool('ecologicalcompensation', UNITS=layer, TABLE=prices, CAPACITY_FORM='growth',
                   OUTPUT='TEMPORARY_OUTPUT')
    assert run['PAID'] == pytest.approx(0.5)
    with pytest.raises(QgsProcessingException, match='engel'):
        run_tool('ecologicalcompensation', UNITS=units, TABLE=prices, CAPACITY_FORM='growth',
                 OUTPUT='TEMPORARY_OUTPUT')


def test_the_standard_may_follow_the_cost_of_conservation(run_tool, make_vector, square):
    layer = make_vector('units', 'Polygon', {
        'unit_code': ['1', '2'], 'keep': [3., None], 'water_supply': [100., 0.], 'water_demand': [0., 100.]},
        [square(0, 0, KM), square(KM, 0, KM)])
    prices = make_vector('prices', 'None', {'service': ['water'], 'price': [100.]})
    run = run_tool('ecologicalcompensation', UNITS=layer, TABLE=prices, COST='keep', OUTPUT='TEMPORARY_OUTPUT')
    # 1 by value and 3 by cost (10^4 CNY).
    assert [row['net_wan'] for row in run.rows('OUTPUT')] == pytest.approx([2, -2])
    assert any('1 units have no cost of conservation' in line for line in run.feedback.warnings)


@pytest.mark.parametrize('column, value, words', [('price', -1., 'price: 1 values'),
                                                  ('max_distance_km', -5., 'max_distance_km: 1 values')])
def test_prices_and_reaches_below_zero(run_tool, units, make_vector, column, value, words):
    table = make_vector('prices', 'None', {'service': ['water'], 'price': [1.], 'max_distance_km': [100.],
                                           column: [value]})
    with pytest.raises(QgsProcessingException, match=words):
        run_tool('ecologicalcompensation', UNITS=units, TABLE=table, OUTPUT='TEMPORARY_OUTPUT')


def test_compensation_needs_services_and_people(run_tool, units, make_vector):
    other = make_vector('services', 'None', {'service': ['honey'], 'price': [1.]})
    with pytest.raises(QgsProcessingException, match='none of the services honey'):
        run_tool('ecologicalcompensation', UNITS=units, TABLE=other, OUTPUT='TEMPORARY_OUTPUT')
    units.dataProvider().changeAttributeValues({2: {units.fields().indexOf('pop'): 0}})
    with pytest.raises(QgsProcessingException, match='1 units have no people; the first is B'):
        run_tool('ecologicalcompensation', UNITS=units, OUTPUT='TEMPORARY_OUTPUT')


@pytest.fixture
def pieces(make_vector):
    """One core over three counties of two cities, and a node inside one."""
    return make_vector('pieces', 'None', {
        'cu_id': [1, 1, 1, 5], 'element': ['core', 'core', 'core', 'node'],
        'unit_code': ['430101', '430102', '430201', '430102'], 'unit_name': ['A', 'B', 'C', 'B'],
        'parent_code': ['430100', '430100', '430200', '430100'], 'area_ha': [500., 300., 200., 10.]})


def test_responsibilities_by_hand(run_tool, units, pieces):
    run = run_tool('responsibilities', PIECES=pieces, UNITS=units, DAMAGE='weakness', WEIGHTS='0.5,0.25,0.25',
                   DUTIES='TEMPORARY_OUTPUT', LEVEL_TOTALS='TEMPORARY_OUTPUT')
    rows = {(row['cu_id'], row['unit_name']): row for row in run.rows('DUTIES')}
    # Core 0.03, node 1 (10^4 CNY per hectare) of the shipped table.
    assert run['TOTAL'] == pytest.approx(1000 * 0.03 + 10)
    duty = 0.5 * 0.5 + 0.25 * 0.2 / 1.5 + 0.25 * 0.5
    assert rows[1, 'A']['duty'] == pytest.approx(duty)
    # Several cities: half for the province, 0.3 for cities, 0.2 for counties.
    assert rows[1, 'A']['county_wan'] == pytest.approx(0.2 * 30 * duty)
    assert rows[1, 'A']['lead_level'] == 'province' and rows[5, 'B']['lead_level'] == 'county'
    assert rows[5, 'B']['duty'] == 1 and rows[5, 'B']['county_wan'] == pytest.approx(5)
    totals = run.rows('LEVEL_TOTALS')
    assert sum(row['amount_wan'] for row in totals) == pytest.approx(run['TOTAL'])
    assert run['PROVINCE'] + run['CITY'] + run['COUNTY'] == pytest.approx(run['TOTAL'])
    assert [row['code'] for row in totals if row['level'] == 'city'] == ['430100', '430200']


def test_responsibilities_refuse_what_is_unknown(run_tool, pieces, make_vector):
    few = make_vector('few', 'None', {'unit_code': ['430101'], 'pop': [1]})
    targets = {'DUTIES': 'TEMPORARY_OUTPUT', 'LEVEL_TOTALS': 'TEMPORARY_OUTPUT'}
    with pytest.raises(QgsProcessingException, match='lacks 2 units that have a part: 430102, 430201'):
        run_tool('responsibilities', PIECES=pieces, UNITS=few, **targets)
    with pytest.raises(QgsProcessingException, match='three are needed'):
        run_tool('responsibilities', PIECES=pieces, WEIGHTS='1', **targets)
    shares = make_vector('shares', 'None', {'scope': ['one_unit'], 'province': [0.], 'city': [0.], 'county': [1.]})
    with pytest.raises(QgsProcessingException, match='no row for the scope one_city'):
        run_tool('responsibilities', PIECES=pieces, LEVEL_SHARES=shares, **targets)


@pytest.fixture
def projects(make_vector):
    return make_vector('projects', 'Point', {
        'project_id': ['a', 'b', 'c', 'd'], 'benefit': [10., 9., 8., 1.], 'cost': [6., 5., 5., 1.],
        'social': [0., 1., 1., 0.], 'group': ['g', 'g', '', ''], 'needs': ['', '', 'd', '']},
        [f'POINT({x} 0)' for x in range(4)])


def test_projects_by_hand(run_tool, projects):
    # With 10: b and c give 17; their group and needs leave a + d = 11, b + d = 10, and c + d = 9.
    free = run_tool('projectselection', PROJECTS=projects, BUDGETS='10', OUTPUT='TEMPORARY_OUTPUT')
    assert [row['chosen'] for row in free.rows('OUTPUT')] == [0, 1, 1, 0]
    assert free['TOTAL_BENEFIT'] == pytest.approx(17) and free['REACHED_GAP'] == pytest.approx(0, abs=1e-4)
    ruled = run_tool('projectselection', PROJECTS=projects, BUDGETS='10', EXCLUSIVE='group', NEEDS='needs',
                     OUTPUT='TEMPORARY_OUTPUT')
    assert [row['chosen'] for row in ruled.rows('OUTPUT')] == [1, 0, 0, 1]


def test_phases_and_funds(run_tool, projects):
    run = run_tool('projectselection', PROJECTS=projects, COSTS=['cost', 'social'], BUDGETS='6,5;0,1', DISCOUNT=0.5,
                   OUTPUT='TEMPORARY_OUTPUT', SPENDING='TEMPORARY_OUTPUT')
    # a fills the first phase; social money comes in the second, which has room for b.
    assert {row['project_id']: row['phase'] or None for row in run.rows('OUTPUT')} == {'a': 1, 'b': 2, 'c': None,
                                                                                       'd': None}
    assert run['TOTAL_BENEFIT'] == pytest.approx(10 + 4.5)
    assert [(row['fund'], row['phase'], row['left']) for row in run.rows('SPENDING')] == [
        ('cost', 1, 0), ('cost', 2, 0), ('social', 1, 0), ('social', 2, 0)]


@pytest.mark.parametrize('change, message', [
    ({'BUDGETS': '10;5'}, '1 cost fields and budgets of 2 funds'), ({'BUDGETS': 'ten'}, 'no number'),
    ({'BUDGETS': '1,2;3'}, 'same number of phases'), ({'BUDGETS': '-4'}, '0 or more'),
    ({'COSTS': ['social']}, '2 projects cost nothing; the first is a'),
    ({'NEEDS': 'group'}, 'names the project g')])
def test_projects_that_cannot_be_chosen_from(run_tool, projects, change, message):
    with pytest.raises(QgsProcessingException, match=message):
        run_tool('projectselection', PROJECTS=projects, OUTPUT='TEMPORARY_OUTPUT', **{'BUDGETS': '10', **change})


def test_techniques_and_teams_by_hand(run_tool, make_vector, square):
    units = make_vector('needs', 'Polygon', {
        'unit_code': ['430101', '430102', '430201'], 'unit_name': ['A', 'B', 'C'],
        'problems': ['erosion', 'erosion; fragmentation', 'mining'], 'slope': [15., 40., 20.],
        'priority': [0.9, 0.5, 0.1], 'restore_ha': [10., 20., 30.]},
        [square(0, 0, 10 * KM), square(10 * KM, 0, 10 * KM), square(20 * KM, 0, 10 * KM)])
    techniques = make_vector('techniques', 'None', {
        'technique': ['terraces', 'crossings'], 'problems': ['erosion', 'fragmentation;mining'],
        'slope_min': [5., None], 'slope_max': [25., 10.], 'cost_wan_ha': [3., 30.]})
    teams = make_vector('teams', 'None', {'team': ['east', 'west'], 'skills': ['terraces', 'erosion'],
                                          'capacity': [1, 1], 'unit_code': ['430101', '430201']})
    run = run_tool('technologymatching', UNITS=units, TECHNIQUES=techniques, TEAMS=teams, OUTPUT='TEMPORARY_OUTPUT',
                   MATCHES='TEMPORARY_OUTPUT', TEAM_TABLE='TEMPORARY_OUTPUT')
    rows = {row['unit_name']: row for row in run.rows('OUTPUT')}
    assert rows['A']['technique'] == 'terraces' and rows['A']['suitability'] == 1 and rows['A']['cost_wan'] == 30
    assert rows['B']['bottlenecks'] == 'erosion; fragmentation' and not rows['B']['technique']
    assert rows['C']['bottlenecks'] == 'mining'
    # Only A has a technique that a team masters; the nearer team goes there.
    assert [rows[name]['team'] or '' for name in 'ABC'] == ['east', '', '']
    assert rows['A']['team_seat'] == 'A' and rows['A']['team_km'] == 0 and not rows['B']['team_seat']
    assert (run['UNSOLVED'], run['WITHOUT_TEAM']) == (2, 2)
    # With the eastern team at its limit elsewhere, the western one is sent across the border.
    east = make_vector('teams', 'None', {'team': ['east', 'west'], 'skills': ['mowing', 'erosion'],
                                         'capacity': [1, 1], 'unit_code': ['430101', '430201']})
    away = run_tool('technologymatching', UNITS=units, TECHNIQUES=techniques, TEAMS=east, OUTPUT='TEMPORARY_OUTPUT')
    a = next(row for row in away.rows('OUTPUT') if row['unit_name'] == 'A')
    assert (a['team'], a['team_seat']) == ('west', 'C') and a['team_km'] == pytest.approx(20)
    assert [(row['unit'], row['rank']) for row in run.rows('MATCHES')] == [('A', 1)]
    assert [row['assigned'] for row in run.rows('TEAM_TABLE')] == [1, 0]


def test_teams_do_not_travel_in_degrees(run_tool, make_vector, square):
    there = make_vector('units', 'Polygon', {'unit_code': ['1'], 'problems': ['erosion']}, [square(112, 28, 1)],
                        crs='EPSG:4490')
    teams = make_vector('teams', 'None', {'team': ['T'], 'skills': ['erosion'], 'capacity': [1.], 'unit_code': ['1']})
    with pytest.raises(QgsProcessingException, match='EPSG:4490'):
        run_tool('technologymatching', UNITS=there, TEAMS=teams, OUTPUT='TEMPORARY_OUTPUT')


def test_unknown_problems_are_named(run_tool, make_vector):
    units = make_vector('needs', 'None', {'unit_code': ['1', '2'], 'problems': ['erosion', 'dragons; erosion']})
    with pytest.raises(QgsProcessingException, match=r'1 problems are solved by no technique .* dragons \(1\)'):
        run_tool('technologymatching', UNITS=units, OUTPUT='TEMPORARY_OUTPUT')
