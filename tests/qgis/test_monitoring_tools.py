"""Monitoring and evaluation as a user runs them; numbers worked out by hand or published."""

from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsProcessingException

DATA = Path(__file__).resolve().parent.parent / 'data'


def test_cost_benefit_of_measures(run_tool):
    run = run_tool('costbenefit', TABLE=str(DATA / 'cash_flows.csv'), MEASURE='measure', OUTPUT='TEMPORARY_OUTPUT',
                   SENSITIVITY='TEMPORARY_OUTPUT')
    rows = {row['measure']: row for row in run.rows('OUTPUT')}
    assert rows['wetland']['npv'] == pytest.approx(29.8843, abs=5e-5)
    assert rows['wetland']['bcr'] == pytest.approx(1.2988, abs=5e-5)
    assert rows['terraces']['irr'] == pytest.approx(0.2)
    assert run['NPV'] == pytest.approx(29.8843 + 60 / 1.05 - 50, abs=5e-5)
    cases = run.rows('SENSITIVITY')
    assert len(cases) == 3 * 4 * 9
    plain = next(row for row in cases if row['measure'] == 'terraces' and row['rate'] == 0 and row['cost_factor'] == 1
                 and row['benefit_factor'] == 1.2)
    assert plain['npv'] == pytest.approx(72 - 50)


def test_percent_for_a_rate_is_refused(run_tool, make_vector):
    table = make_vector('flows', 'None', {'year': [1, 2], 'cost': [1., 0.], 'benefit': [0., 2.]})
    with pytest.raises(QgsProcessingException):
        run_tool('costbenefit', TABLE=table, RATE=5, OUTPUT='TEMPORARY_OUTPUT')
    negative = make_vector('flows', 'None', {'year': [1, 2], 'cost': [1., -3.], 'benefit': [0., 2.]})
    with pytest.raises(QgsProcessingException, match='cost: 1 values lie outside'):
        run_tool('costbenefit', TABLE=negative, OUTPUT='TEMPORARY_OUTPUT')


def test_survey_of_three_answers_is_marked(run_tool):
    run = run_tool('survey', ANSWERS=str(DATA / 'answers.csv'), QUESTIONS=['water', 'forest'], GROUP='unit_code',
                   WEIGHT='people', OUTPUT='TEMPORARY_OUTPUT')
    rows = {(row['question'], row['group'] or ''): row for row in run.rows('OUTPUT')}
    water, forest = rows['water', ''], rows['forest', '']
    assert water['answers'] == 4 and water['satisfied'] == pytest.approx(3 / 5) and water['few'] == 1
    assert forest['answers'] == 3 and forest['satisfied'] == 1 and forest['upper'] == 1
    assert (water['n_1'], water['n_5'], rows['forest', '430102']['n_5']) == (1, 1, 1)
    assert run['SATISFIED_SHARE'] == pytest.approx((3 + 4) / 9)
    assert any('fewer than 30' in line for line in run.feedback.warnings)


def test_experts(run_tool, make_vector):
    scores = make_vector('experts', 'None', {'plan': [1., 1.], 'cost': [1., 2.], 'team': [2., 3.]})
    run = run_tool('survey', EXPERTS=scores, ITEMS=['plan', 'cost', 'team'], AGREEMENT='TEMPORARY_OUTPUT')
    assert run['CONCORDANCE'] == pytest.approx(78 / 84)
    rows = {row['item']: row for row in run.rows('AGREEMENT')}
    assert rows['plan']['deviation'] == 0 and rows['cost']['apart'] == 1


@pytest.mark.parametrize('change, message', [
    ({}, 'Give answers'), ({'ANSWERS': str(DATA / 'answers.csv')}, 'fields of the questions'),
    ({'ANSWERS': str(DATA / 'answers.csv'), 'QUESTIONS': ['unit_code']}, 'from 1 to 5; the first is 430101')])
def test_surveys_that_cannot_be(run_tool, change, message):
    with pytest.raises(QgsProcessingException, match=message):
        run_tool('survey', OUTPUT='TEMPORARY_OUTPUT', **change)


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found.append(tag)


def test_evaluation_by_hand(run_tool, tmp_path):
    page = tmp_path / '评价.html'
    run = run_tool('evaluation', TABLE=str(DATA / 'indicators.csv'), UNIT='unit_code', OUTPUT='TEMPORARY_OUTPUT',
                   DETAILS='TEMPORARY_OUTPUT', REPORT=str(page))
    one, other = run.rows('OUTPUT')
    assert one['score'] == pytest.approx(100 * (0.5 * 1.0625 + 0.25 * 1.2 + 0.25 * 0.5))
    assert (one['grade'], one['coverage'], one['uncertain']) == ('excellent', pytest.approx(0.8), 0)
    assert one['obstacles'] == 'water 100 %' and one['s_social'] == pytest.approx(50)
    assert (other['score'], other['coverage'], other['uncertain']) == (pytest.approx(100), pytest.approx(0.5), 1)
    assert len(run.rows('DETAILS')) == 6
    assert '430102' in page.read_text(encoding='utf-8')
    assert run['SCORE'] == pytest.approx((one['score'] + 100) / 2)


def test_names_in_the_report_are_escaped(run_tool, make_vector, tmp_path):
    nasty = '<script>alert(1)</script>&"'
    table = make_vector('t', 'None', {'indicator': [nasty, 'b'], 'direction': ['+', '+'], 'target': [1., 1.],
                                      'value': [0.5, 1.], 'place': [nasty, 'y']})
    page = tmp_path / 'page.html'
    run_tool('evaluation', TABLE=table, UNIT='place', OUTPUT='TEMPORARY_OUTPUT', REPORT=str(page))
    tags = Tags()
    tags.feed(page.read_text(encoding='utf-8'))
    assert 'script' not in tags.found and 'svg' in tags.found


def test_the_shipped_targets_wait_for_values(run_tool):
    from ecorestore.ecorestore_plugin.paths import TABLES
    with pytest.raises(QgsProcessingException, match='No indicator has a value'):
        run_tool('evaluation', TABLE=str(TABLES / 'evaluation_targets.csv'), OUTPUT='TEMPORARY_OUTPUT')


YEARS = range(2013, 2023)


@pytest.fixture
def series(make_raster):
    """Ten dates of 2 x 3 cells: rising, falling, constant, one gap too many, wavy, unknown."""
    stack = np.full((10, 2, 3), np.nan)
    time = np.arange(10)
    stack[:, 0, 0], stack[:, 0, 1], stack[:, 0, 2] = 3 + 0.5 * time, 9 - time, 4
    stack[::2, 1, 0] = time[::2]
    stack[:, 1, 1] = [1, 3, 2, 4, 1, 3, 2, 4, 1, 3]
    return [make_raster(f'ndvi_{year}', layer) for year, layer in zip(YEARS, stack)]


def test_trend_of_rasters_by_hand(run_tool, series):
    run = run_tool('trend', RASTERS=series[::-1], SLOPE='TEMPORARY_OUTPUT', PROBABILITY='TEMPORARY_OUTPUT',
                   CLASSES='TEMPORARY_OUTPUT')
    slope, classes = run.array('SLOPE'), run.array('CLASSES')
    assert slope[0] == pytest.approx([0.5, -1, 0]) and np.isnan(slope[1, [0, 2]]).all()
    assert classes[0].tolist() == [1, -1, 0] and classes[1, 1] == 0
    # S = 45, Var S = 10 x 9 x 25 / 18 = 125: z = 44 / sqrt(125).
    assert run.array('PROBABILITY')[0, 0] == pytest.approx(8.303e-5, rel=1e-3)
    assert (run['KNOWN'], run['RISING'], run['FALLING']) == (4, 0.25, 0.25)


def test_trend_of_a_table(run_tool):
    run = run_tool('trend', TABLE=str(DATA / 'series.csv'), FIELDS=[f'ndvi_{year}' for year in range(2015, 2023)],
                   OUTPUT='TEMPORARY_OUTPUT')
    rows = run.rows('OUTPUT')
    # 26 of 28 pairs rise: S = 26 - 2 = 24; Var S = 8 x 7 x 21 / 18.
    assert rows[0]['z'] == pytest.approx(23 / np.sqrt(8 * 7 * 21 / 18))
    assert [row['trend'] or '' for row in rows] == ['rising', 'none', ''] and rows[2]['dates'] == 2


PAIR = {'TABLE': str(DATA / 'series.csv'), 'FIELDS': ['ndvi_2015', 'ndvi_2016']}


@pytest.mark.parametrize('change, message', [
    ({}, 'one of them'), ({'TABLE': str(DATA / 'series.csv')}, 'fields of the dates'),
    ({'TABLE': str(DATA / 'series.csv'), 'FIELDS': ['ndvi_2015', 'unit_code']}, 'hold no year, such as unit_code'),
    ({**PAIR, 'TIMES': '1'}, '1 times are given for 2'), ({**PAIR, 'TIMES': '1,1'}, 'occurs 2 times'),
    (PAIR, 'at least 8 dates; 2 are given')])
def test_series_without_a_trend(run_tool, change, message):
    with pytest.raises(QgsProcessingException, match=message):
        run_tool('trend', OUTPUT='TEMPORARY_OUTPUT', **change)


def test_indicators_by_hand(run_tool, make_raster, make_vector, square):
    before = np.array([[0.2, 0.4, 0.5, 0.5], [0.6, np.nan, 0.5, 0.5]])
    after = np.array([[0.6, 0.6, 0.5, 0.6], [0.6, 0.9, np.nan, 0.5]])
    tonnes = np.array([[8., 2., 1., 1.], [4., 1., 1., 1.]])
    pair = {'BEFORE': [make_raster('fvc1', before), make_raster('a1', tonnes)],
            'AFTER': [make_raster('fvc2', after), make_raster('a2', tonnes / 2)]}
    halves = make_vector('zones', 'Polygon', {'unit_name': ['west', 'east']},
                         [square(500000, 3999800, 200), square(500200, 3999800, 200)])
    west, east = (make_vector(name, 'Polygon', {'id': [1]}, [square(x, 3999800, 200)])
                  for name, x in (('west', 500000), ('east', 500200)))
    run = run_tool('monitoringindicators', NAMES='cover, erosion', AMOUNTS='erosion', ZONES=halves, TREATED=west,
                   CONTROL=east, OUTPUT='TEMPORARY_OUTPUT', **pair)
    rows = {(row['zone'] or '', row['indicator']): row for row in run.rows('OUTPUT')}
    cover = rows['', 'cover']
    # Six cells are known at both dates: 0.2 0.4 0.5 0.5 0.6 0.5 and 0.6 0.6 0.5 0.6 0.6 0.5.
    assert cover['cells'] == 6 and cover['before'] == pytest.approx(2.7 / 6) and cover['risen'] == pytest.approx(0.5)
    assert cover['percent'] == pytest.approx(100 * 0.7 / 2.7, rel=1e-5)
    assert rows['', 'erosion']['percent'] == -50 and rows['', 'erosion']['before'] == 19
    assert rows['west', 'cover']['after'] == pytest.approx(0.6) and rows['east', 'cover']['cells'] == 3
    # Changes 0.4 0.2 0 against 0 0.1 0.
    assert cover['effect'] == pytest.approx(0.2 - 0.1 / 3, rel=1e-5)
    assert (cover['n_treated'], cover['n_control']) == (3, 3)
    assert cover['value'] == cover['after'] and cover['baseline'] == cover['before']
    assert any('2 cells are known at one date only' in line for line in run.feedback.warnings)


def test_change_of_connectivity(run_tool, make_vector, square):
    # Two patches of 100 ha with edges 5 km apart; then a third of 100 ha half way, 2 km from each.
    first = [square(0, 0, 1000), square(6000, 0, 1000)]
    ids = {'source_id': [1, 2], 'area_ha': [100., 100.]}
    old = make_vector('old', 'Polygon', ids, first)
    ids = {'source_id': [1, 2, 3], 'area_ha': [100.] * 3}
    new = make_vector('new', 'Polygon', ids, [*first, square(3000, 0, 1000)])
    run = run_tool('monitoringindicators', SOURCES_BEFORE=old, SOURCES_AFTER=new, DISPERSAL=5000,
                   OUTPUT='TEMPORARY_OUTPUT')
    rows = {row['indicator']: row for row in run.rows('OUTPUT')}
    near = 0.5 ** 0.4
    eca = rows['equivalent connected area']
    assert eca['before'] == pytest.approx(100 * np.sqrt(2 + 2 * 0.5))
    # The way over the new patch is 4 km long and better than 5 km: 0.5 ** 0.8.
    assert eca['after'] == pytest.approx(100 * np.sqrt(3 + 4 * near + 2 * near ** 2))
    assert rows['patch area']['percent'] == pytest.approx(50)


@pytest.mark.parametrize('given, message', [({}, 'rasters or source patches'), ({'BEFORE': 1}, 'both dates'),
                                            ({'SOURCES_BEFORE': 1}, 'both dates')])
def test_indicators_need_two_dates(run_tool, make_raster, make_vector, square, given, message):
    there = {'BEFORE': [make_raster('one', np.ones((2, 2)))],
             'SOURCES_BEFORE': make_vector('s', 'Polygon', {'source_id': [1]}, [square(0, 0, 100)])}
    with pytest.raises(QgsProcessingException, match=message):
        run_tool('monitoringindicators', OUTPUT='TEMPORARY_OUTPUT', **{key: there[key] for key in given})


def test_what_the_money_of_projects_did(run_tool, make_vector):
    projects = make_vector('projects', 'None', {'budget_wan': [100., 100., 50.], 'spent_wan': [60., 90., None],
                                                'treated_ha': [30., 45., 1.], 'planned': [50., 50., 5.]})
    run = run_tool('monitoringindicators', PROJECTS=projects, PLANNED='planned', OUTPUT='TEMPORARY_OUTPUT')
    assert {row['indicator']: row['value'] for row in run.rows('OUTPUT')} == pytest.approx({
        'fund execution rate': .75, 'fulfilment of the plan': .75, 'fund efficiency': 1, 'cost per unit achieved': 2})
    assert any('1 projects lack' in warning for warning in run.feedback.warnings)
    with pytest.raises(QgsProcessingException, match='no field money'):
        run_tool('monitoringindicators', PROJECTS=projects, BUDGET='money', OUTPUT='TEMPORARY_OUTPUT')
