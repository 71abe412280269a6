"""The five services: every tool run on small layers with sums known by hand."""

import csv
import math

import numpy as np
import pytest
from qgis.core import QgsProcessingException

NAN = np.nan
CODES = np.array([[1, 1, 2, 2], [1, 8, 2, 5], [1, 1, 2, 2], [4, 4, 4, 7]])
X, Y = 500000.0, 4000000.0
TEMPORARY = 'TEMPORARY_OUTPUT'


@pytest.fixture
def counties(make_vector, square):
    """Left half, right half of a 4 x 4 raster of 100 m cells."""
    def make(**columns):
        fields = {'unit_code': ['430101', '430102'], 'unit_name': ['西县', '东县'], 'parent_code': ['4301', '4301'],
                  'pop': [100.0, 60.0], 'grain_t': [80.0, 30.0], 'co2_t': [440.0, 88.0], **columns}
        return make_vector('counties', 'Polygon', fields, [square(X, Y - 400, 200, 400),
                                                           square(X + 200, Y - 400, 200, 400)])
    return make


@pytest.fixture
def landcover(make_raster):
    return make_raster('landcover', CODES)


@pytest.fixture
def ndvi(make_raster):
    return make_raster('ndvi', np.full((4, 4), 0.5))


@pytest.fixture
def table(tmp_path):
    def make(name, header, *rows):
        path = tmp_path / f'{name}.csv'
        with open(path, 'w', encoding='utf-8', newline='') as file:
            csv.writer(file).writerows([header, *rows])
        return str(path)
    return make


def totals(run, field):
    return {row['unit_code']: row[field] for row in run.rows('UNIT_TOTALS')}


# Supply.

def test_food_supply_keeps_the_statistics(run_tool, landcover, make_raster, counties):
    greenness = np.full((4, 4), 0.5)
    greenness[0, 0] = 0.1
    run = run_tool('foodsupply', LANDCOVER=landcover, NDVI=make_raster('greenness', greenness), UNITS=counties(),
                   OUTPUT=TEMPORARY, UNIT_TOTALS=TEMPORARY)
    food = run.array('OUTPUT')
    # West: five cropland cells with NDVI .1 and 4 x .5; east has none, so its harvest is even.
    assert food[0, 0] == pytest.approx(80 * 0.1 / 2.1, rel=1e-6)
    assert food[0, 1] == pytest.approx(80 * 0.5 / 2.1, rel=1e-6)
    assert food[1, 1] == 0 and food[3, 0] == 0
    assert food[:, 2:] == pytest.approx(np.full((4, 2), 30 / 8), rel=1e-6)
    assert totals(run, 'food_supply') == {'430101': pytest.approx(80, rel=1e-9), '430102': pytest.approx(30, rel=1e-9)}
    assert run['TOTAL'] == pytest.approx(110, rel=1e-9)
    assert any('东县' in warning for warning in run.feedback.warnings)
    row = run.rows('UNIT_TOTALS')[0]
    assert row['unit_name'] == '西县' and row['pop'] == 100 and row['grain_t'] == 80
    assert list(row)[:4] == ['unit_code', 'unit_name', 'parent_code', 'food_supply']


def test_food_supply_adds_several_statistics_and_takes_other_classes(run_tool, landcover, ndvi, counties, table):
    classes = table('classes', ['code', 'food'], *([code, int(code in (1, 4))] for code in (1, 2, 4, 5, 7, 8, 9)))
    run = run_tool('foodsupply', LANDCOVER=landcover, NDVI=ndvi, UNITS=counties(meat_t=[7.0, None]), TABLE=classes,
                   STATISTIC=['grain_t', 'meat_t'], OUTPUT=TEMPORARY, UNIT_TOTALS=TEMPORARY)
    assert totals(run, 'food_supply') == {'430101': pytest.approx(87), '430102': pytest.approx(30)}
    food = run.array('OUTPUT')
    assert food[3, 0] == pytest.approx(87 / 7, rel=1e-6) and food[3, 2] == pytest.approx(30, rel=1e-6)
    assert any('9' in warning for warning in run.feedback.warnings)
    assert any('东县' in warning for warning in run.feedback.warnings)


def test_a_unit_without_statistic_is_nodata(run_tool, landcover, ndvi, counties):
    run = run_tool('foodsupply', LANDCOVER=landcover, NDVI=ndvi, UNITS=counties(grain_t=[80.0, None]),
                   OUTPUT=TEMPORARY, UNIT_TOTALS=TEMPORARY)
    assert np.isnan(run.array('OUTPUT')[:, 2:]).all()
    found = totals(run, 'food_supply')
    assert found['430101'] == pytest.approx(80) and not isinstance(found['430102'], float)


@pytest.mark.parametrize('unit, npp', [('kg C/m2/yr', 0.5), ('g C/m2/yr', 500.0),
                                       ('g dry matter/m2/yr', 500 / 1.63 * 44 / 12)])
def test_carbon_fixation(run_tool, make_raster, counties, unit, npp):
    values = np.full((4, 4), npp)
    values[0, 0] = NAN
    run = run_tool('carbonfixation', NPP=make_raster('npp', values), NPP_UNIT=unit, UNITS=counties(),
                   OUTPUT=TEMPORARY, UNIT_TOTALS=TEMPORARY)
    carbon = run.array('OUTPUT')
    assert np.isnan(carbon[0, 0]) and carbon[1, 1] == pytest.approx(5.0, rel=1e-6)
    assert totals(run, 'carbon_supply') == {'430101': pytest.approx(35), '430102': pytest.approx(40)}
    assert run['TOTAL'] == pytest.approx(75)


def test_carbon_fixation_scale_and_no_units(run_tool, make_raster):
    run = run_tool('carbonfixation', NPP=make_raster('npp', np.full((2, 2), 5000.0)), SCALE=0.0001, OUTPUT=TEMPORARY)
    assert run['TOTAL'] == pytest.approx(20) and 'UNIT_TOTALS' not in run.results


def water_inputs(make_raster, **changes):
    values = {'PRECIPITATION': 1000.0, 'ET0': 900.0, 'PAWC': 0.15, 'SOIL_DEPTH': 1500.0, **changes}
    return {name: make_raster(name.lower(), np.full((4, 4), value) if np.isscalar(value) else value)
            for name, value in values.items()}


def test_water_yield(run_tool, make_raster, landcover, counties):
    run = run_tool('wateryield', LANDCOVER=landcover, **water_inputs(make_raster), UNITS=counties(),
                   OUTPUT=TEMPORARY, DEPTH=TEMPORARY, UNIT_TOTALS=TEMPORARY)
    depth = run.array('DEPTH')
    # Forest: kc 1, phi .9, AWC 225, omega 2.375. Built-up: 1000 - .3 * 900.
    assert depth[0, 2] == pytest.approx(1000 * (1 - (1.9 - (1 + 0.9 ** 2.375) ** (1 / 2.375))), rel=1e-6)
    assert depth[1, 1] == pytest.approx(730, rel=1e-6)
    assert depth[1, 3] == pytest.approx(100, rel=1e-6)
    assert run.array('OUTPUT') == pytest.approx(depth * 10, rel=1e-6)
    assert run['TOTAL'] == pytest.approx(np.nansum(depth) * 10, rel=1e-6)
    assert sum(totals(run, 'water_supply').values()) == pytest.approx(run['TOTAL'])


def test_water_yield_with_an_invest_table_and_dry_cells(run_tool, make_raster, landcover, table):
    biophysical = table('awy', ['lucode', 'lulc_desc', 'lulc_veg', 'root_depth', 'kc'],
                        *([code, 'x', 0, -1, 0.5] for code in (1, 2, 4, 5, 7, 8)))
    rain = np.full((4, 4), 1000.0)
    rain[0, 0] = 0
    run = run_tool('wateryield', LANDCOVER=landcover, TABLE=biophysical,
                   **water_inputs(make_raster, PRECIPITATION=rain), OUTPUT=TEMPORARY)
    found = run.array('OUTPUT')
    assert np.isnan(found[0, 0]) and found[0, 1] == pytest.approx(5500)
    assert any('1 ' in warning for warning in run.feedback.warnings)


def soil_inputs(make_raster, landcover, **changes):
    row, column = np.indices((4, 4))
    values = {'DEM': 500 - 20.0 * column, 'NDVI': np.full((4, 4), 0.5), 'EROSIVITY': np.full((4, 4), 5000.0),
              'ERODIBILITY': np.full((4, 4), 0.03), **changes}
    layers = {name: make_raster(name.lower(), value) for name, value in values.items() if value is not None}
    return {'LANDCOVER': landcover, 'NDVI_SOIL': 0.05, 'NDVI_FULL': 0.95, **layers}


def test_soil_conservation_on_a_slope(run_tool, make_raster, landcover, counties):
    run = run_tool('soilconservation', **soil_inputs(make_raster, landcover), UNITS=counties(), OUTPUT=TEMPORARY,
                   EROSION=TEMPORARY, UNIT_TOTALS=TEMPORARY)
    erosion, kept = run.array('EROSION'), run.array('OUTPUT')
    # A plane of 20 %: 11.31 degrees, m .5, S = 21.9 sin - .96; water enters the second column after 100 m.
    steep = 21.9 * math.sin(math.atan(0.2)) - 0.96
    first = (100 / 22.13) ** 0.5
    second = (200 ** 1.5 - 100 ** 1.5) / (100 * 22.13 ** 0.5)
    cover = 0.6508 - 0.3436 * math.log10(50)
    assert erosion[0, 0] == pytest.approx(150 * first * steep * 0.35, rel=1e-5)
    assert erosion[0, 1] == pytest.approx(150 * second * steep * 0.35, rel=1e-5)
    assert kept[3, 0] == pytest.approx(150 * first * steep * (1 - cover), rel=1e-5)
    # Beyond 300 m: (m + 1) (300 / 22.13)^m.
    assert erosion[3, 3] == pytest.approx(150 * 1.5 * (300 / 22.13) ** 0.5 * steep, rel=1e-5)
    assert erosion[1, 3] == 0
    assert run['TOTAL'] == pytest.approx(np.nansum(kept), rel=1e-6)
    assert sum(totals(run, 'soil_supply').values()) == pytest.approx(run['TOTAL'], rel=1e-9)
    assert sum(totals(run, 'soil_erosion').values()) == pytest.approx(np.nansum(erosion), rel=1e-6)


def test_soil_factors_from_rain_and_texture(run_tool, make_raster, landcover):
    rain, texture = np.full((4, 4), 562.0), {'SAND': 40.0, 'SILT': 35.0, 'CLAY': 25.0, 'ORGANIC_CARBON': 1.2}
    inputs = soil_inputs(make_raster, landcover, EROSIVITY=None, ERODIBILITY=None, PRECIPITATION=rain,
                         **{name: np.full((4, 4), value) for name, value in texture.items()})
    plain = run_tool('soilconservation', **inputs, OUTPUT=TEMPORARY)
    given = run_tool('soilconservation', **soil_inputs(
        make_raster, landcover, EROSIVITY=np.full((4, 4), 1895.854), ERODIBILITY=np.full((4, 4), 0.0347123)),
        OUTPUT=TEMPORARY)
    assert plain.array('OUTPUT') == pytest.approx(given.array('OUTPUT'), rel=1e-4)
    corrected = run_tool('soilconservation', **inputs, CHINA_CORRECTION=True, OUTPUT=TEMPORARY)
    assert corrected['TOTAL'] / plain['TOTAL'] == pytest.approx(0.0160815 / 0.0347123, rel=1e-4)


@pytest.mark.parametrize('missing', ['EROSIVITY', 'ERODIBILITY'])
def test_soil_factors_that_are_missing_are_named(run_tool, make_raster, landcover, missing):
    with pytest.raises(QgsProcessingException, match='Give'):
        run_tool('soilconservation', **soil_inputs(make_raster, landcover, **{missing: None}), OUTPUT=TEMPORARY)


def test_recreation_supply(run_tool, landcover, ndvi, counties):
    run = run_tool('recreationsupply', LANDCOVER=landcover, NDVI=ndvi, UNITS=counties(), OUTPUT=TEMPORARY,
                   SCORE=TEMPORARY, UNIT_TOTALS=TEMPORARY)
    score = run.array('SCORE')
    assert score[0, 0] == pytest.approx(0.15) and score[0, 2] == pytest.approx(0.5)
    assert score[1, 3] == pytest.approx(0.9)
    assert run.array('OUTPUT') == pytest.approx(score * 10000, rel=1e-6)
    assert sum(totals(run, 'recreation_supply').values()) == pytest.approx(run['TOTAL'])
    near = run_tool('recreationsupply', LANDCOVER=landcover, NDVI=ndvi, WATER_SHARE=0.5, WATER_DISTANCE=100,
                    OUTPUT=TEMPORARY).array('OUTPUT')
    assert near[1, 2] == pytest.approx(5000 * (0.5 + 0.5 * math.exp(-1)), rel=1e-6)


# Demand.

@pytest.fixture
def population(make_raster):
    people = np.zeros((4, 4))
    people[0, 0], people[1, 1], people[0, 3] = 30, 70, 60
    people[3, 3] = NAN
    return make_raster('population', people)


PER_PERSON = {'fooddemand': 400, 'carbondemand': 2.13, 'waterdemand': 412, 'recreationdemand': 14.1}


@pytest.mark.parametrize('tool_id, field, each', [
    ('fooddemand', 'food_demand', 0.4), ('carbondemand', 'carbon_demand', 2.13 * 12 / 44),
    ('waterdemand', 'water_demand', 412), ('recreationdemand', 'recreation_demand', 14.1)])
def test_demand_per_person(run_tool, population, counties, tool_id, field, each):
    run = run_tool(tool_id, POPULATION=population, UNITS=counties(), OUTPUT=TEMPORARY, UNIT_TOTALS=TEMPORARY)
    found = run.array('OUTPUT')
    assert found[1, 1] == pytest.approx(70 * each, rel=1e-6) and np.isnan(found[3, 3])
    assert totals(run, field) == {'430101': pytest.approx(100 * each), '430102': pytest.approx(60 * each)}
    assert run['TOTAL'] == pytest.approx(160 * each)
    half = run_tool(tool_id, POPULATION=population, PER_CAPITA=PER_PERSON[tool_id] / 2, OUTPUT=TEMPORARY)
    assert half['TOTAL'] == pytest.approx(80 * each)


def test_carbon_demand_from_statistics(run_tool, population, counties):
    run = run_tool('carbondemand', POPULATION=population, METHOD='statistics', UNITS=counties(), OUTPUT=TEMPORARY,
                   UNIT_TOTALS=TEMPORARY)
    assert totals(run, 'carbon_demand') == {'430101': pytest.approx(120), '430102': pytest.approx(24)}
    assert run.array('OUTPUT')[0, 0] == pytest.approx(36, rel=1e-6)
    with pytest.raises(QgsProcessingException, match='units'):
        run_tool('carbondemand', POPULATION=population, METHOD='statistics', OUTPUT=TEMPORARY)


def test_carbon_demand_of_a_unit_without_people(run_tool, make_raster, counties):
    people = np.zeros((4, 4))
    people[0, 0] = 5
    run = run_tool('carbondemand', POPULATION=make_raster('people', people), METHOD='statistics', UNITS=counties(),
                   OUTPUT=TEMPORARY)
    assert run.array('OUTPUT')[:, 2:] == pytest.approx(np.full((4, 2), 3.0), rel=1e-6)
    assert any('东县' in warning for warning in run.feedback.warnings)


def test_soil_demand(run_tool, make_raster, counties):
    erosion = np.full((4, 4), 12.0)
    erosion[0, 0] = 2
    layer = make_raster('erosion', erosion)
    run = run_tool('soildemand', EROSION=layer, UNITS=counties(), OUTPUT=TEMPORARY, UNIT_TOTALS=TEMPORARY)
    assert totals(run, 'soil_demand') == {'430101': pytest.approx(86), '430102': pytest.approx(96)}
    assert run_tool('soildemand', EROSION=layer, MODE='excess', OUTPUT=TEMPORARY)['TOTAL'] == pytest.approx(15 * 7)


# Units.

def test_totals_gather_in_one_layer(run_tool, population, counties):
    food = run_tool('fooddemand', POPULATION=population, UNITS=counties(), OUTPUT=TEMPORARY, UNIT_TOTALS=TEMPORARY)
    layer = food.layer('UNIT_TOTALS')
    water = run_tool('waterdemand', POPULATION=population, UNITS=layer, OUTPUT=TEMPORARY, UNIT_TOTALS=TEMPORARY)
    row = water.rows('UNIT_TOTALS')[0]
    assert row['food_demand'] == pytest.approx(40) and row['water_demand'] == pytest.approx(41200)
    again = run_tool('fooddemand', POPULATION=population, UNITS=water.layer('UNIT_TOTALS'), PER_CAPITA=800,
                     OUTPUT=TEMPORARY, UNIT_TOTALS=TEMPORARY)
    row = again.rows('UNIT_TOTALS')[0]
    assert row['food_demand'] == pytest.approx(80) and row['water_demand'] == pytest.approx(41200)


def test_cells_outside_the_units_are_in_the_raster_not_in_the_totals(run_tool, population, make_vector, square):
    one = make_vector('one', 'Polygon', {'unit_code': ['1']}, [square(X, Y - 400, 200, 400)])
    run = run_tool('fooddemand', POPULATION=population, UNITS=one, OUTPUT=TEMPORARY, UNIT_TOTALS=TEMPORARY)
    assert run['TOTAL'] == pytest.approx(40)
    assert np.nansum(run.array('OUTPUT')) == pytest.approx(64)
    assert any('7' in warning and 'outside' in warning for warning in run.feedback.warnings)
    assert run.rows('UNIT_TOTALS')[0]['unit_name'] == '1'


def test_units_beside_the_raster_are_named(run_tool, population, make_vector, square):
    two = make_vector('two', 'Polygon', {'unit_code': ['1', '2'], 'unit_name': ['here', 'far away']},
                      [square(X, Y - 400, 400), square(X + 9000, Y, 400)])
    run = run_tool('fooddemand', POPULATION=population, UNITS=two, OUTPUT=TEMPORARY, UNIT_TOTALS=TEMPORARY)
    assert any('far away' in warning for warning in run.feedback.warnings)
    assert len(run.rows('UNIT_TOTALS')) == 2


def test_totals_without_units_are_refused(run_tool, population):
    with pytest.raises(QgsProcessingException, match='units'):
        run_tool('fooddemand', POPULATION=population, OUTPUT=TEMPORARY, UNIT_TOTALS=TEMPORARY)


# Bad input.

def test_a_missing_code_is_named_with_its_cells(run_tool, make_raster, ndvi):
    codes = CODES.copy()
    codes[0, :2] = 77
    with pytest.raises(QgsProcessingException, match=r'77 \(2\)'):
        run_tool('recreationsupply', LANDCOVER=make_raster('odd', codes), NDVI=ndvi, OUTPUT=TEMPORARY)


def test_double_unit_codes_are_refused(run_tool, population, counties):
    with pytest.raises(QgsProcessingException, match=r'430101 \(2\)'):
        run_tool('fooddemand', POPULATION=population, UNITS=counties(unit_code=['430101', '430101']),
                 OUTPUT=TEMPORARY)


def test_a_table_without_its_column_is_refused(run_tool, landcover, ndvi, table):
    with pytest.raises(QgsProcessingException, match='uses_ndvi'):
        run_tool('recreationsupply', LANDCOVER=landcover, NDVI=ndvi, TABLE=table('bare', ['code', 'weight'], [1, 1]),
                 OUTPUT=TEMPORARY)
    with pytest.raises(QgsProcessingException, match='lucode'):
        run_tool('recreationsupply', LANDCOVER=landcover, NDVI=ndvi, OUTPUT=TEMPORARY,
                 TABLE=table('codeless', ['class', 'weight', 'uses_ndvi', 'is_water'], [1, 1, 1, 0]))


def test_ndvi_with_a_missing_scale_factor_is_refused(run_tool, landcover, make_raster, counties):
    with pytest.raises(QgsProcessingException, match='NDVI'):
        run_tool('foodsupply', LANDCOVER=landcover, NDVI=make_raster('raw', np.full((4, 4), 5000.0)),
                 UNITS=counties(), OUTPUT=TEMPORARY)


def test_grids_that_differ_are_refused(run_tool, landcover, make_raster):
    with pytest.raises(QgsProcessingException, match='Align'):
        run_tool('recreationsupply', LANDCOVER=landcover, NDVI=make_raster('other', np.full((4, 4), .5), cell=90.0),
                 OUTPUT=TEMPORARY)


def test_negative_population_and_empty_rasters_are_refused(run_tool, make_raster):
    with pytest.raises(QgsProcessingException, match='Population'):
        run_tool('waterdemand', POPULATION=make_raster('negative', np.full((2, 2), -1.0)), OUTPUT=TEMPORARY)
    with pytest.raises(QgsProcessingException, match='nodata'):
        run_tool('waterdemand', POPULATION=make_raster('empty', np.full((2, 2), NAN)), OUTPUT=TEMPORARY)


def test_water_yield_wants_roots_for_plants(run_tool, make_raster, landcover, table):
    bad = table('rootless', ['lucode', 'lulc_veg', 'root_depth', 'kc'],
                *([code, 1, '', 0.5] for code in (1, 2, 4, 5, 7, 8)))
    with pytest.raises(QgsProcessingException, match='root_depth'):
        run_tool('wateryield', LANDCOVER=landcover, TABLE=bad, **water_inputs(make_raster), OUTPUT=TEMPORARY)
