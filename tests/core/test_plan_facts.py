"""The facts of a plan, by hand."""

import math

import pytest

from ecorestore.ecorestore_plugin.qgis_io import plan_facts as facts

UNITS = {'unit_code': ['01', '02', '03'], 'unit_name': ['Alder', 'Birch', ''],
         'unit_name_zh': ['赤杨县', None, '雪松县'],
         'zone_code': ['II-1', 'I-1', 'II-1'], 'zone_name': ['b', 'a', 'b'], 'zone_name_zh': ['乙', None, '乙'],
         'strategy': ['s2', 's1', 's2'], 'food_supply': [1.0, None, 2.0], 'food_demand': [3.0, 4.0, 5.0],
         'food_esdr': [0.1, None, 0.3], 'z_supply': [1.0, -1.0, None], 'z_demand': [0.5, 0.5, 0.5],
         'match_type': ['I', 'II', 'I'], 'own_supply': [1.0, 1.0, 1.0], 'own_demand': [1.0, 1.0, 1.0]}


def test_names_fall_back():
    assert facts.names_of(UNITS, 'en') == ['Alder', 'Birch', '雪松县']
    assert facts.names_of(UNITS, 'zh') == ['赤杨县', 'Birch', '雪松县']
    assert facts.names_of({'unit_code': ['7']}, 'en') == ['7']
    assert facts.names_of({'x': [1, 2]}, 'en') == ['1', '2']


def test_zones():
    one, two = facts.zones(UNITS, [100.0, 300.0, 100.0], 'en')
    assert (one.code, one.area_ha, one.share, one.members) == ('I-1', 300.0, 0.6, ('Birch',))
    assert (two.code, two.name, two.share, two.members) == ('II-1', 'b', 0.4, ('Alder', '雪松县'))
    assert facts.zones(UNITS, [1, 1, 1], 'zh')[1].name == '乙'
    assert facts.zones(UNITS, [1, 1, 1], 'zh')[0].name == 'a'
    assert facts.zones({'unit_code': ['1']}, [1.0], 'en') == []


def test_services_sum_what_is_known_and_leave_scores_out():
    food, own = facts.services(UNITS)
    assert (food.key, food.supply, food.demand) == ('food', 3.0, 12.0)
    assert food.mean_ratio == pytest.approx(0.2)
    assert own.key == 'own' and math.isnan(own.mean_ratio)


def test_quadrants_leave_unknown_out():
    assert facts.quadrants(UNITS, 'en') == [(1.0, 0.5, 'I', 'Alder'), (-1.0, 0.5, 'II', 'Birch')]
    assert facts.quadrants({'z_supply': [1]}, 'en') == []


@pytest.mark.parametrize('columns, crossing', [
    ({'cross_boundary': [1, 0, None]}, [True, False, False]),
    ({'cross_boundary': [True, False, 'yes']}, [True, False, True]),
    ({'members': ['a, b', 'a', '甲、乙']}, [True, False, True])])
def test_cross_boundary(columns, crossing):
    assert facts.cross_boundary(columns) == crossing


def test_funding_of_the_published_example():
    columns = {'unit_name': list('abcde'), 'need': [100, 80, 60, 40, 120], 'own': [60, 10, 30, 5, 100],
               'provincial': [35, 54, 0, 31, 0], 'social': [5, 16, 24, 4, 1]}
    money = facts.funding(columns, 'en')
    assert [row.gap for row in money] == [40, 70, 30, 35, 20]
    assert [row.open for row in money] == [0, 0, 6, 0, 19]
    found = facts.headlines(money=money)
    assert (found['funding_need'], found['funding_gap'], found['funding_granted']) == (400, 195, 170)
    assert found['funding_coverage'] == pytest.approx(170 / 195)
    assert facts.funding({'unit_name': ['a']}, 'en') == []


def test_no_gap_is_covered():
    money = facts.funding({'need': [10.0], 'own': [20.0], 'provincial': [None], 'social': [0]}, 'en')
    assert facts.headlines(money=money)['funding_coverage'] == 1.0


def test_headlines():
    found = facts.headlines(UNITS, [100.0, 300.0, 100.0], [10.0, 2.5], [1500.0, 500.0], 3, 0,
                            {'cross_boundary': [1, 0]})
    assert found == {'units': 3, 'area_km2': 5.0, 'zones': 2, 'zoned_units': 3, 'sources': 2, 'sources_ha': 12.5,
                     'corridors': 2, 'corridors_km': 2.0, 'pinch_points': 3, 'nodes': 0, 'collaborative_units': 2,
                     'cross_units': 1}
    assert facts.headlines() == {}


@pytest.mark.parametrize('statuses, status', [
    ([], ''), (['real'], 'real'), (['real', 'assumed'], 'assumed'), (['synthetic', 'synthetic'], 'synthetic'),
    (['real', 'synthetic'], 'semi-synthetic'), (['assumed', 'Semi_Synthetic'], 'semi-synthetic')])
def test_status_of_the_plan(statuses, status):
    rows = facts.inputs({'layer': ['x'] * len(statuses), 'status': statuses})
    assert facts.data_status(rows) == status


def test_a_table_without_some_columns():
    row, = facts.inputs({'LAYER': ['DEM'], 'status': [None]})
    assert (row.layer, row.status, row.note) == ('DEM', '', '')


def test_amount():
    assert facts.amount('2.5') == 2.5
    assert math.isnan(facts.amount('x')) and math.isnan(facts.amount(None))
