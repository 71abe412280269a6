"""Monitoring and evaluation as a user runs them; numbers worked out by hand or published."""

import csv
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


def test_the_sensitivity_repeats_the_results(run_tool, make_vector):
    flows = make_vector('flows', 'None', {'year': [2020, 2021, 2023, 2024], 'cost': [50., 0., 100., 0.],
                                          'benefit': [0., 60., 0., 132.], 'measure': ['a', 'a', 'b', 'b']})
    run = run_tool('costbenefit', TABLE=flows, MEASURE='measure', RATE=0.08, OUTPUT='TEMPORARY_OUTPUT',
                   SENSITIVITY='TEMPORARY_OUTPUT')
    cases = {row['measure']: row['npv'] for row in run.rows('SENSITIVITY')
             if (row['rate'], row['cost_factor'], row['benefit_factor']) == (0.08, 1, 1)}
    assert cases == pytest.approx({row['measure']: row['npv'] for row in run.rows('OUTPUT')})
    # Measure b by hand: (132 / 1.08 - 100) / 1.08^3.
    assert cases['b'] == pytest.approx((132 / 1.08 - 100) / 1.08 ** 3)


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
    assert any('p is rough' in line for line in run.feedback.warnings)


@pytest.mark.parametrize('change, message', [
    ({}, 'Give answers'), ({'ANSWERS': str(DATA / 'answers.csv')}, 'fields of the questions'),
    ({'ANSWERS': str(DATA / 'answers.csv'), 'QUESTIONS': ['unit_code']}, 'from 1 to 5; the first is 430101')])
def test_surveys_that_cannot_be(run_tool, change, message):
    with pytest.raises(QgsProcessingException, match=message):
        run_tool('survey', OUTPUT='TEMPORARY_OUTPUT', **change)


def test_a_question_without_an_answer_is_named(run_tool, make_vector):
    answers = make_vector('answers', 'None', {'water': [4, 5], 'air': [None, None]})
    with pytest.raises(QgsProcessingException, match='air has no answer'):
        run_tool('survey', ANSWERS=answers, QUESTIONS=['water', 'air'], OUTPUT='TEMPORARY_OUTPUT')


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


def test_few_dates_are_warned_of(run_tool):
    run = run_tool('trend', TABLE=str(DATA / 'series.csv'), FIELDS=[f'ndvi_{year}' for year in range(2015, 2020)],
                   MIN_DATES=4, CORRECTION='prewhitening', OUTPUT='TEMPORARY_OUTPUT')
    assert any('fewer than 8 dates' in line for line in run.feedback.warnings)
    assert run.rows('OUTPUT')[0]['dates'] == 5


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


def rows_of(run):
    return {(row['zone'] or '', row['indicator']): row for row in run.rows('OUTPUT')}


def test_water_conservation_and_amounts_per_hectare(run_tool, make_raster, make_vector, square):
    before, after = np.array([[100., 200], [300, np.nan]]), np.array([[110., 220], [270, 500]])
    pair = {'BEFORE': [make_raster('w1', before), make_raster('d1', before)],
            'AFTER': [make_raster('w2', after), make_raster('d2', after)]}
    west = make_vector('zones', 'Polygon', {'unit_name': ['west']}, [square(500000, 3999800, 100, 200)])
    rows = rows_of(run_tool('monitoringindicators', NAMES='water conservation, tonnes', DEPTHS='water conservation',
                            DENSITIES='tonnes', ZONES=west, YEARS=2, OUTPUT='TEMPORARY_OUTPUT', **pair))
    water = rows['', 'water conservation']
    # 600 and 600 mm over cells of 1 ha: 10 m3 a mm.
    assert (water['before'], water['after'], water['unit'], water['change']) == (6000, 6000, 'm3', 0)
    assert rows['west', 'water conservation']['change'] == -200
    assert rows['west', 'water conservation']['annual'] == pytest.approx(100 * (np.sqrt(380 / 400) - 1))
    assert rows['', 'tonnes']['value'] == 600
    with pytest.raises(QgsProcessingException, match='more than one of'):
        run_tool('monitoringindicators', NAMES='a,b', DEPTHS='a', AMOUNTS='a', OUTPUT='TEMPORARY_OUTPUT', **pair)


def test_erosion_control_of_zones(run_tool, make_raster, make_vector, square):
    pair = {'EROSION_BEFORE': make_raster('e1', np.array([[10., 4, 20, 6]])),
            'EROSION_AFTER': make_raster('e2', np.array([[4., 4, 15, 7]]))}
    west = make_vector('west', 'Polygon', {'unit_name': ['west']}, [square(500000, 3999900, 200, 100)])
    run = run_tool('monitoringindicators', ZONES=west, TREATED=west, OUTPUT='TEMPORARY_OUTPUT', **pair)
    rows = rows_of(run)
    assert rows['', 'soil loss']['percent'] == pytest.approx(-25)
    assert rows['', 'erosion control rate']['value'] == pytest.approx(25)
    assert rows['west', 'erosion control rate']['value'] == pytest.approx(100 * 6 / 14)
    assert rows['', 'eroded area below tolerance']['value'] == pytest.approx(100 / 3)
    assert rows['', 'treated share of the eroded area']['value'] == pytest.approx(100 / 3)


def test_cover_inside_the_core_patches(run_tool, make_raster, make_vector, square):
    pair = {'BEFORE': [make_raster('b1', np.array([[.2, .4, .9]])), make_raster('b2', np.array([[1., 2, 4]]))],
            'AFTER': [make_raster('a1', np.array([[.4, .6, .1]])), make_raster('a2', np.array([[1., 2, 5]]))],
            'NAMES': 'cover,tonnes', 'OUTPUT': 'TEMPORARY_OUTPUT'}
    cores = make_vector('cores', 'Polygon', {'core': ['a', 'b']}, [square(500000, 3999900, 100),
                                                                  square(500100, 3999900, 100)])
    rows = rows_of(run_tool('monitoringindicators', **pair, ZONES=cores, ZONE_NAME='core', INSIDE='cover'))
    assert rows['', 'cover']['before'] == pytest.approx(0.3) and rows['', 'cover']['cells'] == 2
    assert rows['', 'tonnes']['before'] == pytest.approx(7 / 3) and rows['b', 'cover']['after'] == pytest.approx(0.6)
    for change, message in (({'INSIDE': 'soil', 'ZONES': cores}, 'soil is no indicator'),
                            ({'INSIDE': 'cover'}, 'Give the zones'),
                            ({'ZONES': cores, 'ZONE_NAME': 'nme'}, 'no field nme')):
        with pytest.raises(QgsProcessingException, match=message):
            run_tool('monitoringindicators', **{**pair, **change})


@pytest.fixture
def restored(make_raster, make_vector, square):
    """60 x 60 cells: land cover in columns, slope in rows, twice; a restored square gains 0.2 beyond its kind."""
    cover = np.tile(np.repeat([1, 2, 3], 20), (60, 1))
    slope = np.tile(np.arange(60.0)[:, None] % 30, (1, 60))
    treated = np.zeros((60, 60), bool)
    treated[10:30, 5:25] = True
    draw = np.random.default_rng(6)
    # Steep places and class 1 gain by themselves, so that controls from everywhere would mislead.
    change = 0.01 * slope + 0.3 * (cover == 1) + 0.2 * treated + draw.normal(0, 0.01, slope.shape)
    before = draw.random(slope.shape)
    place = make_vector('restored', 'Polygon', {'id': [1]}, [square(500500, 3997000, 2000)])
    return {'BEFORE': [make_raster('before', before)], 'AFTER': [make_raster('after', before + change)],
            'TREATED': place, 'MATCH_CLASSES': make_raster('cover', cover),
            'MATCH_VALUES': [make_raster('slope', slope)], 'NAMES': 'cover',
            'OUTPUT': 'TEMPORARY_OUTPUT'}, treated, cover, slope


def test_matched_controls_find_the_effect(run_tool, restored, make_vector, square):
    given, treated, cover, slope = restored
    run = run_tool('monitoringindicators', **given, CONTROL_CELLS='TEMPORARY_OUTPUT', STRATA='TEMPORARY_OUTPUT',
                   MATCH_COUNT=20)
    marks = run.array('CONTROL_CELLS')
    control = marks == 2
    assert np.array_equal(marks == 1, treated) and control.sum() == 400
    assert np.array_equal(np.bincount(cover[control]), np.bincount(cover[treated]))
    assert (np.bincount(slope[control].astype(int), minlength=30)[10:] == 20).all()
    row = rows_of(run)['', 'cover']
    assert row['effect'] == pytest.approx(0.2, abs=0.01) and row['effect_low'] < 0.2 < row['effect_high']
    strata = run.rows('STRATA')
    assert sum(row['controls'] for row in strata) == 400 and {row['landcover'] for row in strata} == {1, 2}
    # What controls from everywhere would have said, by hand.
    change = 0.01 * slope + 0.3 * (cover == 1) + 0.2 * treated
    assert abs(change[treated].mean() - change[~treated].mean() - 0.2) > 0.1


def test_controls_keep_their_distance_and_their_place(run_tool, restored, make_vector, square):
    given, treated, cover, slope = restored
    south = make_vector('south', 'Polygon', {'id': [1]}, [square(500000, 3996000, 6000, 1000)])
    run = run_tool('monitoringindicators', **{**given, 'MATCH_VALUES': None}, CONTROL_CELLS='TEMPORARY_OUTPUT',
                   CONTROL=south, MATCH_BUFFER=300, MATCH_RATIO=0.25)
    rows, columns = np.nonzero(run.array('CONTROL_CELLS') == 2)
    # Rows 30 to 39 lie in the control polygon; rows 30 to 32 within 300 m of the treated where columns are near.
    assert rows.min() >= 30 and rows.max() <= 39
    assert not ((rows < 33) & (columns >= 5) & (columns < 25)).any()
    again = run_tool('monitoringindicators', **{**given, 'MATCH_VALUES': None}, CONTROL_CELLS='TEMPORARY_OUTPUT',
                     CONTROL=south, MATCH_BUFFER=300, MATCH_RATIO=0.25)
    assert np.array_equal(run.array('CONTROL_CELLS'), again.array('CONTROL_CELLS'), equal_nan=True)


def test_treated_cells_without_their_like(run_tool, restored, make_raster):
    given, treated, cover, _ = restored
    alone = cover.copy()
    alone[10:12, 5:8] = 9
    run = run_tool('monitoringindicators', **{**given, 'MATCH_VALUES': None,
                                              'MATCH_CLASSES': make_raster('alone', alone)},
                   CONTROL_CELLS='TEMPORARY_OUTPUT')
    assert (run.array('CONTROL_CELLS') == 1).sum() == 394
    assert any('6 treated cells have no cell like them' in line for line in run.feedback.warnings)
    with pytest.raises(QgsProcessingException, match='No cell outside the treated places'):
        run_tool('monitoringindicators', **{**given, 'MATCH_VALUES': None,
                                            'MATCH_CLASSES': make_raster('own', np.where(treated, 7, cover))})


@pytest.mark.parametrize('change, message', [
    ({'MATCH_CLASSES': None, 'MATCH_VALUES': None}, 'layers to match'), ({'TREATED': None}, 'treated and control'),
    ({'MATCH_CLASSES': None, 'MATCH_VALUES': None, 'CONTROL_CELLS': 'TEMPORARY_OUTPUT', 'TREATED': None},
     'leave the control cells')])
def test_matches_that_cannot_be(run_tool, restored, change, message):
    with pytest.raises(QgsProcessingException, match=message):
        run_tool('monitoringindicators', **{**restored[0], **change})


def test_overlapping_sides_are_left_out(run_tool, make_raster, make_vector, square):
    pair = {'BEFORE': [make_raster('b', np.zeros((1, 4)))], 'AFTER': [make_raster('a', np.array([[1., 1, 0, 0]]))]}
    one, other = (make_vector(name, 'Polygon', {'id': [1]}, [square(500000 + 100 * start, 3999900, 100 * width, 100)])
                  for name, start, width in (('t', 0, 3), ('c', 2, 2)))
    wide = {'BEFORE': [make_raster('b2', np.zeros((2, 4)))], 'AFTER': [make_raster('a2', np.ones((2, 4)))]}
    with pytest.raises(QgsProcessingException, match='Only 1 control'):
        run_tool('monitoringindicators', **pair, TREATED=one, CONTROL=other, OUTPUT='TEMPORARY_OUTPUT')
    one, other = (make_vector(name, 'Polygon', {'id': [1]}, [square(500000 + 100 * start, 3999800, 100 * width, 200)])
                  for name, start, width in (('t2', 0, 3), ('c2', 2, 2)))
    run = run_tool('monitoringindicators', **wide, TREATED=one, CONTROL=other, OUTPUT='TEMPORARY_OUTPUT')
    assert any('2 cells lie in treated and in control' in line for line in run.feedback.warnings)


def test_species_of_two_dates(run_tool, make_vector):
    before = make_vector('before', 'None', {'species': ['crane', 'goose', 'goose', 'heron', None]})
    after = make_vector('after', 'None', {'species': ['crane', 'swan'] * 4})
    run = run_tool('monitoringindicators', SPECIES_BEFORE=before, SPECIES_AFTER=after, OUTPUT='TEMPORARY_OUTPUT')
    rows = rows_of(run)
    assert (rows['', 'species']['before'], rows['', 'species']['after']) == (3, 2)
    assert rows['', 'species at equal effort']['after'] == pytest.approx(2 - 2 / 70)
    assert any('4 records before and 8 after' in line for line in run.feedback.warnings)


def test_statistics_of_the_shipped_table(run_tool, tmp_path):
    from ecorestore.ecorestore_plugin.paths import TABLES
    with open(TABLES / 'monitoring_statistics.csv', encoding='utf-8', newline='') as source:
        shipped = list(csv.DictReader(source))
    values = {'safe drinking water': (150, 200, 196, 200, 5),
              'ecological product value realised': (100, '', 161.051, '', 5)}
    for row in shipped:
        row.update(zip(('before', 'total_before', 'after', 'total_after', 'years'), values.get(row['indicator'], ())))
    table = tmp_path / '统计.csv'
    with open(table, 'w', encoding='utf-8', newline='') as target:
        writer = csv.DictWriter(target, shipped[0])
        writer.writeheader()
        writer.writerows(shipped)
    run = run_tool('monitoringindicators', STATISTICS=str(table), OUTPUT='TEMPORARY_OUTPUT')
    rows = rows_of(run)
    water = rows['', 'safe drinking water']
    assert (water['before'], water['after'], water['unit']) == (75, pytest.approx(98), '%')
    assert water['value_low'] < 98 < water['value_high']
    # 1.1^5 = 1.61051.
    assert rows['', 'ecological product value realised']['annual'] == pytest.approx(10)
    assert any('have no value yet' in line for line in run.feedback.said)


def test_monitoring_is_evaluated_against_the_shipped_targets(run_tool, make_raster, make_vector, square, tmp_path):
    cover = [make_raster('fvc1', np.full((2, 4), 0.6)), make_raster('fvc2', np.full((2, 4), 0.85))]
    halves = make_vector('zones', 'Polygon', {'unit_name': ['west', 'east']},
                         [square(500000, 3999800, 200), square(500200, 3999800, 200)])
    facts = make_vector('facts', 'None', {
        'indicator': ['生态产品价值实现量', 'safe drinking water', 'peace'], 'before': [100., None, 1.],
        'after': [121., 49., 2.], 'total_after': [None, 100., None], 'years': [2., 2., 2.]})
    made = run_tool('monitoringindicators', BEFORE=cover[:1], AFTER=cover[1:], ZONES=halves, STATISTICS=facts,
                    NAMES='Vegetation cover of core patches', OUTPUT=str(tmp_path / 'made.gpkg'))
    page = tmp_path / 'page.html'
    run = run_tool('evaluation', TABLE=made['OUTPUT'], UNIT='zone', OUTPUT='TEMPORARY_OUTPUT',
                   DETAILS='TEMPORARY_OUTPUT', REPORT=str(page))
    whole = next(row for row in run.rows('OUTPUT') if not row['unit'])
    # Weights 0.10, 0.06 and 0.06: cover 85 of 85 %, value 10 of 10 % a year, water 49 of 98 %.
    assert whole['score'] == pytest.approx(100 * (0.10 + 0.06 + 0.06 * 0.5) / 0.22)
    assert (whole['coverage'], whole['uncertain']) == (pytest.approx(0.22), 1)
    assert whole['obstacles'] == 'safe drinking water 100 %'
    assert {row['unit'] for row in run.rows('OUTPUT') if row['unit']} == {'west', 'east'}
    assert any('left aside: peace' in line for line in run.feedback.said)
    assert '≥ 85 %' in page.read_text(encoding='utf-8') and '+10 % a year' in page.read_text(encoding='utf-8')
    with pytest.raises(QgsProcessingException, match='more than one row'):
        run_tool('evaluation', TABLE=made['OUTPUT'], OUTPUT='TEMPORARY_OUTPUT')


def test_a_share_is_brought_to_percent_and_a_percentage_is_not(run_tool, make_vector):
    for columns in ({'value': [0.45]}, {'value': [45.], 'unit': ['%']}, {'value': [0.45], 'unit': ['']}):
        table = make_vector('t', 'None', {'indicator': ['fund efficiency'], **columns})
        assert run_tool('evaluation', TABLE=table, OUTPUT='TEMPORARY_OUTPUT')['SCORE'] == pytest.approx(50)


@pytest.mark.parametrize('columns, error, message', [
    ({'indicator': ['peace'], 'value': [1.]}, True, 'No indicator of the table has a target'),
    ({'indicator': ['service value'], 'value': [1.]}, True, 'No indicator has a value'),
    ({'indicator': ['service value', 'public satisfaction'], 'value': [1., 80.]}, False, 'lacks the baseline')])
def test_measured_values_that_cannot_be_scored(run_tool, make_vector, columns, error, message):
    table = make_vector('t', 'None', columns)
    if error:
        with pytest.raises(QgsProcessingException, match=message):
            run_tool('evaluation', TABLE=table, OUTPUT='TEMPORARY_OUTPUT')
        return
    run = run_tool('evaluation', TABLE=table, OUTPUT='TEMPORARY_OUTPUT')
    assert run['SCORE'] == pytest.approx(100) and any(message in line for line in run.feedback.warnings)


def test_the_shipped_targets_hold_what_the_paper_names():
    """Peng 2025, sections 2.6 and 3: each indicator with formula and target; the five reported ones."""
    from ecorestore.ecorestore_plugin.paths import TABLES
    with open(TABLES / 'evaluation_targets.csv', encoding='utf-8', newline='') as source:
        rows = {row['indicator']: row for row in csv.DictReader(source)}
    assert all(row['formula'] and row['name_zh'] and float(row['target']) > 0 and row['provenance']
               for row in rows.values())
    assert sum(float(row['weight']) for row in rows.values()) == pytest.approx(1)
    assert {name: (rows[name]['kind'], float(rows[name]['target'])) for name in (
        'erosion control rate', 'vegetation cover of core patches', 'ecological product value realised',
        'safe drinking water', 'public satisfaction')} == {
        'erosion control rate': ('level', 15), 'vegetation cover of core patches': ('level', 85),
        'ecological product value realised': ('annual', 10), 'safe drinking water': ('level', 98),
        'public satisfaction': ('level', 80)}
    assert {'ecological', 'economic', 'social'} == {row['dimension'] for row in rows.values()}
    with open(TABLES / 'monitoring_statistics.csv', encoding='utf-8', newline='') as source:
        statistics = [row['indicator'] for row in csv.DictReader(source)]
    assert set(statistics) - set(rows) == {'ecological product value realisation rate'}
