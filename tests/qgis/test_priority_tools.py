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
    assert (run['UNSOLVED'], run['WITHOUT_TEAM']) == (2, 2)
    assert [(row['unit'], row['rank']) for row in run.rows('MATCHES')] == [('A', 1)]
    assert [row['assigned'] for row in run.rows('TEAM_TABLE')] == [1, 0]


def test_unknown_problems_are_named(run_tool, make_vector):
    units = make_vector('needs', 'None', {'unit_code': ['1', '2'], 'problems': ['erosion', 'dragons; erosion']})
    with pytest.raises(QgsProcessingException, match=r'1 problems are solved by no technique .* dragons \(1\)'):
        run_tool('technologymatching', UNITS=units, OUTPUT='TEMPORARY_OUTPUT')
