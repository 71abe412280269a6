"""Factor tools of soil loss, soil conservation with given factors, recreation within reach: sums by hand and traps."""

import math

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException

from ecorestore.ecorestore_plugin.core.services.erosivity import erosivity_from_annual_rain

NAN = np.nan
TEMPORARY = 'TEMPORARY_OUTPUT'
X, Y = 500000.0, 4000000.0
MONTHS = [3, 5, 10, 25, 40, 80, 160, 140, 60, 25, 10, 4]


def full(value, shape=(3, 4)):
    return np.full(shape, float(value))


# Erosivity.

@pytest.mark.parametrize('method, expected', [('monthly', 3008.713), ('wischmeier', 2578.6)])
def test_monthly_erosivity(run_tool, make_raster, method, expected):
    months = make_raster('months', np.array([full(rain, (2, 2)) for rain in MONTHS]))
    run = run_tool('rainfallerosivity', METHOD=method, MONTHS=[months], OUTPUT=TEMPORARY)
    assert run['MEAN'] == pytest.approx(expected, rel=2e-4)
    american = run_tool('rainfallerosivity', METHOD=method, MONTHS=[months], UNIT='US', OUTPUT=TEMPORARY)
    assert run['MEAN'] / american['MEAN'] == pytest.approx(17.02)


def test_annual_erosivity(run_tool, make_raster):
    run = run_tool('rainfallerosivity', PRECIPITATION=make_raster('rain', np.array([[562.0, NAN]])), OUTPUT=TEMPORARY)
    assert run.array('OUTPUT')[0, 0] == pytest.approx(1895.854, rel=1e-5) and np.isnan(run.array('OUTPUT')[0, 1])


def test_daily_erosivity(run_tool, make_raster):
    days = np.zeros((365, 2, 2))
    days[[181, 182, 183]] = np.array([15.0, 22, 40])[:, None, None]  # from 1 July
    layer = make_raster('days', days)
    run = run_tool('rainfallerosivity', METHOD='daily', DAYS=[layer], START='2001-01-01', OUTPUT=TEMPORARY,
                   HALF_MONTHS=TEMPORARY)
    assert run['MEAN'] == pytest.approx(44.411 + 86.032 + 241.502, rel=1e-5)
    assert run.array('HALF_MONTHS', 13)[0, 0] == pytest.approx(run['MEAN'], rel=1e-6)
    census = run_tool('rainfallerosivity', METHOD='census', DAYS=[layer], START='2001-01-01', OUTPUT=TEMPORARY)
    assert census['MEAN'] == pytest.approx(353.736, rel=1e-5)
    half = run_tool('rainfallerosivity', METHOD='half_month', DAYS=[layer], START='2001-01-01', OUTPUT=TEMPORARY)
    b = .8363 + 18.144 / (77 / 3) + 24.455 / 77
    assert half['MEAN'] == pytest.approx(21.586 * b ** -7.1891 * (15 ** b + 22 ** b + 40 ** b), rel=1e-5)


@pytest.mark.parametrize('parameters, message', [
    ({'METHOD': 'annual'}, 'annual precipitation'), ({'METHOD': 'monthly'}, 'twelve months'),
    ({'METHOD': 'daily'}, 'first day'), ({'HALF_MONTHS': TEMPORARY, 'PRECIPITATION': 'rain'}, 'daily rain only'),
    ({'METHOD': 'daily', 'DAYS': 'days', 'START': '1 May'}, 'is no date')])
def test_erosivity_wants_its_rain(run_tool, make_raster, parameters, message):
    layer = make_raster('rain', full(500))
    parameters = {key: [layer] if value == 'days' else layer if value == 'rain' else value
                  for key, value in parameters.items()}
    with pytest.raises(QgsProcessingException, match=message):
        run_tool('rainfallerosivity', OUTPUT=TEMPORARY, **parameters)


# Erodibility.

def test_erodibility(run_tool, make_raster):
    soil = {name: make_raster(name.lower(), full(value)) for name, value in (
        ('SAND', 40), ('SILT', 35), ('CLAY', 25), ('ORGANIC', 1.2))}
    assert run_tool('soilerodibility', **soil, OUTPUT=TEMPORARY)['MEAN'] == pytest.approx(.0347123, abs=1e-7)
    assert run_tool('soilerodibility', **soil, UNIT='US', OUTPUT=TEMPORARY)['MEAN'] == pytest.approx(.263571, abs=1e-6)
    assert run_tool('soilerodibility', **soil, METHOD='epic_china', OUTPUT=TEMPORARY)['MEAN'] == pytest.approx(
        .0160815, abs=1e-7)
    matter = {**soil, 'ORGANIC': make_raster('matter', full(1.2 / .58)), 'ORGANIC_KIND': 'organic_matter'}
    assert run_tool('soilerodibility', **matter, OUTPUT=TEMPORARY)['MEAN'] == pytest.approx(.0347123, abs=1e-7)
    fine = run_tool('soilerodibility', **{**matter, 'ORGANIC': make_raster('two', full(2))}, METHOD='nomograph',
                    VERY_FINE_SAND=make_raster('fine', full(10)), STRUCTURE=3, PERMEABILITY=4, OUTPUT=TEMPORARY)
    assert fine['MEAN'] == pytest.approx((2.1e-4 * 10 * 3375 ** 1.14 + 3.25 + 2.5) / 759)
    with pytest.raises(QgsProcessingException, match='very fine sand'):
        run_tool('soilerodibility', **soil, METHOD='nomograph', OUTPUT=TEMPORARY)


# Slope.

@pytest.fixture
def plane(make_raster):
    """30 percent towards the east, 50 m cells."""
    return make_raster('plane', 500 - 15.0 * np.indices((5, 8))[1], cell=50.0)


def test_slope_length_tool(run_tool, plane):
    wanted = dict.fromkeys(('OUTPUT', 'LENGTH', 'STEEPNESS', 'SLOPE_OUT', 'FLOW_LENGTH', 'CONTRIBUTING_AREA'),
                           TEMPORARY)
    run = run_tool('slopelengthfactor', DEM=plane, **wanted)
    sine = math.sin(math.atan(.3))
    assert run.array('SLOPE_OUT')[2, 3] == pytest.approx(math.degrees(math.atan(.3)))
    assert run.array('STEEPNESS')[2, 3] == pytest.approx(21.9 * sine - .96, rel=1e-6)
    assert run.array('LENGTH')[2, 0] == pytest.approx(1.50312, abs=1e-5)
    assert run.array('FLOW_LENGTH')[2, 3] == 150 and run.array('CONTRIBUTING_AREA')[2, 3] == pytest.approx(1)
    assert run.array('OUTPUT') == pytest.approx(run.array('LENGTH') * run.array('STEEPNESS'), rel=1e-6)
    rusle = run_tool('slopelengthfactor', DEM=plane, EQUATION='RUSLE', LENGTH_LIMIT=122, **wanted)
    beta = sine / .0896 / (3 * sine ** .8 + .56)
    m = beta / (1 + beta)
    assert rusle.array('STEEPNESS')[2, 3] == pytest.approx(16.8 * sine - .5, rel=1e-6)
    assert rusle.array('LENGTH')[2, 7] == pytest.approx((m + 1) * (122 / 22.13) ** m, rel=1e-5)


def test_percent_taken_for_degrees_is_noticed(run_tool, make_raster, plane):
    percent = make_raster('percent', full(30, (5, 8)), cell=50.0)
    with pytest.raises(QgsProcessingException, match='looks like percent'):
        run_tool('slopelengthfactor', DEM=plane, SLOPE=percent, OUTPUT=TEMPORARY)
    right = run_tool('slopelengthfactor', DEM=plane, SLOPE=percent, SLOPE_UNIT='percent', OUTPUT=TEMPORARY)
    plain = run_tool('slopelengthfactor', DEM=plane, OUTPUT=TEMPORARY)
    assert right['MEAN'] == pytest.approx(plain['MEAN'], rel=1e-6)
    with pytest.raises(QgsProcessingException, match='slope in degrees'):
        run_tool('slopelengthfactor', DEM=plane, SLOPE=make_raster('steep', full(120, (5, 8)), cell=50.0),
                 OUTPUT=TEMPORARY)


# Vegetation.

def test_vegetation_factor_tool(run_tool, make_raster):
    cover = make_raster('cover', np.array([[1, 3, 4, 8]]))
    share = make_raster('share', full(.3, (1, 4)))
    run = run_tool('vegetationfactor', LANDCOVER=cover, COVER=share, METHOD='monitoring', OUTPUT=TEMPORARY)
    assert run.array('OUTPUT')[0] == pytest.approx([1, .1667, .1743, .01], abs=5e-5)
    ndvi = make_raster('ndvi', full(.35, (1, 4)))
    same = run_tool('vegetationfactor', LANDCOVER=cover, NDVI=ndvi, NDVI_SOIL=.05, NDVI_FULL=1.0, OUTPUT=TEMPORARY)
    assert same.array('OUTPUT')[0, 1] == pytest.approx(.6508 - .3436 * math.log10(100 * .3 / .95), rel=1e-5)
    year = make_raster('year', np.array([full(.5 if half < 12 else .1, (1, 4)) for half in range(24)]))
    run = run_tool('vegetationfactor', LANDCOVER=cover, COVERS=[year], SHARES=','.join(['1'] * 12 + ['3'] * 12),
                   OUTPUT=TEMPORARY)
    assert run.array('OUTPUT')[0, 1] == pytest.approx((.0670 + 3 * .3072) / 4, abs=5e-5)
    with pytest.raises(QgsProcessingException, match='there are 2'):
        run_tool('vegetationfactor', LANDCOVER=cover, COVERS=[year], SHARES='1,2', OUTPUT=TEMPORARY)
    with pytest.raises(QgsProcessingException, match='shares of erosivity'):
        run_tool('vegetationfactor', LANDCOVER=cover, COVERS=[year], OUTPUT=TEMPORARY)
    with pytest.raises(QgsProcessingException, match='woodland'):
        run_tool('vegetationfactor', LANDCOVER=make_raster('wood', np.array([[2, 2, 2, 2]])), COVER=share,
                 METHOD='monitoring', OUTPUT=TEMPORARY)


# Soil conservation.

def given(make_raster, **changes):
    values = {'LANDCOVER': np.array([[1, 2, 4, 8]] * 3), 'NDVI': full(.5), 'EROSIVITY': full(5000),
              'ERODIBILITY': full(.03), 'LENGTH_FACTOR': full(2), 'STEEPNESS_FACTOR': full(3), **changes}
    layers = {name: value if isinstance(value, str) else make_raster(name.lower(), value)
              for name, value in values.items() if value is not None}
    return {'NDVI_SOIL': 0, 'NDVI_FULL': 1, 'EROSION': TEMPORARY, 'OUTPUT': TEMPORARY, **layers}


def test_every_factor_may_be_given(run_tool, make_raster):
    run = run_tool('soilconservation', **given(
        make_raster, NDVI=None, VEGETATION_FACTOR=full(.1), ENGINEERING=full(.5), TILLAGE=full(.4)),
        POTENTIAL=TEMPORARY)
    assert run.array('POTENTIAL') == pytest.approx(full(900), rel=1e-6)
    assert run.array('EROSION')[0] == pytest.approx([900 * .4 * .5, 45, 45, 45], rel=1e-6)
    assert run.array('OUTPUT')[0, 1] == pytest.approx(855, rel=1e-6)


def test_measures_and_tillage_by_slope(run_tool, make_raster):
    measures = make_raster('measures', np.array([[1, 9, 0, 0]] * 3), valid=np.array([[1, 1, 1, 0]] * 3, bool))
    slope = make_raster('slope', full(12))
    run = run_tool('soilconservation', **given(make_raster, MEASURES=measures, SLOPE=slope, TILLAGE_RULE='slope'))
    cover = .6508 - .3436 * math.log10(50)
    # Level terrace on cropland of 12 degrees; fish-scale pits in the forest.
    assert run.array('EROSION')[0] == pytest.approx([900 * .1 * .305, 900 * .249 * cover, 900 * cover, 9], rel=1e-5)


def test_rusle(run_tool, make_raster):
    dem = 500 - 15.0 * np.indices((3, 4))[1]
    run = run_tool('soilconservation', **given(make_raster, DEM=dem, LENGTH_FACTOR=None, STEEPNESS_FACTOR=None),
                   EQUATION='RUSLE', LENGTH_LIMIT=122)
    sine = math.sin(math.atan(.15))
    beta = sine / .0896 / (3 * sine ** .8 + .56)
    m = beta / (1 + beta)
    potential = 150 * (100 / 22.13) ** m * (16.8 * sine - .5)
    assert run.array('EROSION')[0, 0] == pytest.approx(potential * .35 * (.6508 - .3436 * math.log10(50)), rel=1e-5)


def test_wrong_units_of_erosivity_and_erodibility_are_noticed(run_tool, make_raster):
    rain = full(900)
    proper = erosivity_from_annual_rain(rain)
    inputs = given(make_raster, EROSIVITY=proper / 17.02, PRECIPITATION=rain, ERODIBILITY=full(.26))
    run = run_tool('soilconservation', **inputs)
    assert any('17.02' in warning for warning in run.feedback.warnings)
    assert any('0.1317' in warning for warning in run.feedback.warnings)
    right = run_tool('soilconservation', **inputs, EROSIVITY_UNIT='US', ERODIBILITY_UNIT='US')
    assert right['TOTAL'] / run['TOTAL'] == pytest.approx(17.02 * .1317)
    assert not any('17.02' in warning or '0.1317' in warning for warning in right.feedback.warnings)
    fine = run_tool('soilconservation', **given(make_raster, EROSIVITY=proper, PRECIPITATION=rain))
    assert fine.feedback.warnings == []


def test_intensity_by_region(run_tool, make_raster):
    cover = np.array([[8, 2, 2, 7]] * 3)
    inputs = given(make_raster, LANDCOVER=cover, NDVI=None, VEGETATION_FACTOR=np.array([[.004, .01, .05, .5]] * 3))
    run = run_tool('soilconservation', **inputs, REGION='ne_black', INTENSITY=TEMPORARY, INTENSITY_AREAS=TEMPORARY)
    # 3.6, 9, 45 and 450 t/ha are 360, 900, 4500 and 45000 t/km2.
    assert run.array('INTENSITY')[0].tolist() == [2, 2, 3, 6]
    rows = {row['class']: row for row in run.rows('INTENSITY_AREAS')}
    assert rows[2]['area_ha'] == 6 and rows[6]['share'] == .25 and rows[1]['to_t_km2'] == 200
    assert rows[3]['erosion_t'] == pytest.approx(135)
    assert sum(row['share'] for row in rows.values()) == pytest.approx(1)
    red = run_tool('soilconservation', **inputs, INTENSITY=TEMPORARY)
    assert red.array('INTENSITY')[0].tolist() == [1, 2, 3, 6]


@pytest.mark.parametrize('missing, message', [('LENGTH_FACTOR', 'elevation model'), ('NDVI', 'NDVI')])
def test_soil_conservation_names_what_is_missing(run_tool, make_raster, missing, message):
    with pytest.raises(QgsProcessingException, match=message):
        run_tool('soilconservation', **given(make_raster, **{missing: None}))


def test_class_codes_may_be_decimals_and_codes_like_nodata_are_hinted_at(run_tool, make_raster):
    whole = run_tool('soilconservation', **given(make_raster))
    decimals = given(make_raster, LANDCOVER=np.array([[1.0, 2, 4, 8]] * 3))
    assert gdal.Open(decimals['LANDCOVER']).GetRasterBand(1).DataType == gdal.GDT_Float32
    assert run_tool('soilconservation', **decimals)['TOTAL'] == whole['TOTAL']
    with pytest.raises(QgsProcessingException, match='fraction'):
        run_tool('soilconservation', **given(make_raster, LANDCOVER=np.array([[1.5, 2, 4, 8]] * 3)))
    with pytest.raises(QgsProcessingException, match=r'0 \(3\).* 0 often stands for nodata'):
        run_tool('soilconservation', **given(make_raster, LANDCOVER=np.array([[0, 2, 4, 8]] * 3)))


# Food.

def test_products_grow_on_their_own_land(run_tool, make_raster, make_vector, square, tmp_path):
    products = tmp_path / 'products.csv'
    products.write_text('field,land,factor\ngrain_t,food,2\nmilk_t,livestock,10\nfish_t,aquatic,1\n', encoding='utf-8')
    units = make_vector('units', 'Polygon', {'unit_code': ['1'], 'grain_t': [90.0], 'milk_t': [6.0], 'fish_t': [None]},
                        [square(X, Y - 300, 400, 300)])
    run = run_tool('foodsupply', LANDCOVER=make_raster('cover', np.array([[1, 1, 4, 5]] * 3)),
                   NDVI=make_raster('ndvi', full(.5)), UNITS=units, PRODUCTS=str(products), OUTPUT=TEMPORARY,
                   UNIT_TOTALS=TEMPORARY)
    assert run.array('OUTPUT')[0] == pytest.approx([30, 30, 20, 0], rel=1e-6)
    assert run['TOTAL'] == pytest.approx(240, rel=1e-9)


# Recreation.

def test_green_space_within_reach(run_tool, make_raster):
    cover, ndvi = np.full((3, 4), 8), full(0)
    cover[1, 0], ndvi[1, 0] = 2, 1
    people = np.zeros((3, 4))
    people[1, 1], people[1, 3] = 40, 1000
    layers = {'LANDCOVER': make_raster('cover', cover), 'NDVI': make_raster('ndvi', ndvi)}
    run = run_tool('recreationsupply', **layers, METHOD='catchment', POPULATION=make_raster('people', people),
                   REACH=100, DECAY='dichotomy', STANDARD=200, OUTPUT=TEMPORARY, ACCESS=TEMPORARY, BALANCE=TEMPORARY)
    # One hectare of forest for forty people; a thousand others cannot reach it.
    assert run.array('ACCESS')[1, 1] == pytest.approx(250) and run.array('ACCESS')[1, 3] == 0
    assert run.array('OUTPUT')[1, 1] == pytest.approx(10000) and run['TOTAL'] == pytest.approx(10000)
    assert run.array('BALANCE')[1, 1] == pytest.approx(2000) and run['UNDERSUPPLIED'] == 1000
    with pytest.raises(QgsProcessingException, match='needs population'):
        run_tool('recreationsupply', **layers, METHOD='catchment', OUTPUT=TEMPORARY)
    with pytest.raises(QgsProcessingException, match='method catchment'):
        run_tool('recreationsupply', **layers, OUTPUT=TEMPORARY, ACCESS=TEMPORARY)


@pytest.mark.parametrize('reach, words', [(1, 'smaller than a cell'), (9000, 'larger than the whole area'), (300, '')])
def test_a_reach_in_another_unit_is_noticed(run_tool, make_raster, reach, words):
    run = run_tool('recreationsupply', LANDCOVER=make_raster('cover', np.full((3, 4), 2)), METHOD='catchment',
                   NDVI=make_raster('ndvi', full(1)), POPULATION=make_raster('people', full(3)), REACH=reach,
                   OUTPUT=TEMPORARY)
    assert ' '.join(run.feedback.warnings).count('It must be in metres') == bool(words)
    assert words in ' '.join(run.feedback.warnings)


def test_naturalness_and_points_of_interest(run_tool, make_raster, make_vector):
    layers = {'LANDCOVER': make_raster('cover', np.full((3, 4), 2)), 'NDVI': make_raster('ndvi', full(1))}
    points = make_vector('points', 'Point', {'name': ['a']}, [f'POINT({X + 50} {Y - 50})'])
    run = run_tool('recreationsupply', **layers, NATURALNESS=make_raster('nature', full(.5)), POINTS=points,
                   POINTS_SHARE=.4, POINTS_DISTANCE=100, OUTPUT=TEMPORARY, SCORE=TEMPORARY)
    assert run.array('SCORE')[0, :2] == pytest.approx([.5, .5 * (.6 + .4 * math.exp(-1))], rel=1e-6)


# Demand.

def test_demand_by_unit_and_without_people(run_tool, make_raster, make_vector, square):
    units = make_vector('units', 'Polygon', {'unit_code': ['1', '2'], 'each': [200.0, None], 'water_m3': [900.0, 50.0],
                                             'food_kg': [3000.0, 8000.0]},
                        [square(X, Y - 300, 200, 300), square(X + 200, Y - 300, 200, 300)])
    people = np.zeros((3, 4))
    people[0, 0], people[1, 1] = 10, 20
    layer = make_raster('people', people)
    common = {'POPULATION': layer, 'UNITS': units, 'OUTPUT': TEMPORARY, 'UNIT_TOTALS': TEMPORARY}
    run = run_tool('fooddemand', PER_CAPITA_FIELD='each', **common)
    assert run['TOTAL'] == pytest.approx(30 * .2)
    assert any('1 units have no amount' in warning for warning in run.feedback.warnings)
    spread = run_tool('waterdemand', METHOD='statistics', **common)
    assert [row['water_demand'] for row in spread.rows('UNIT_TOTALS')] == pytest.approx([900, 50], rel=1e-9)
    assert spread.array('OUTPUT')[1, 1] == pytest.approx(600)
    assert any('no people' in warning for warning in spread.feedback.warnings)
    light = np.ones((3, 4))
    light[:, 3] = 3
    by_light = run_tool('waterdemand', METHOD='statistics', WEIGHT=make_raster('light', light), **common)
    assert by_light.array('OUTPUT')[0] == pytest.approx([150, 150, 50 / 12, 50 / 4], rel=1e-6)
    assert run_tool('fooddemand', METHOD='statistics', **common)['TOTAL'] == pytest.approx(11)
    sectors = run_tool('waterdemand', METHOD='sectors', PER_CAPITA=50, GDP=make_raster('gdp', full(2)), INDUSTRIAL=10,
                       **common)
    assert sectors['TOTAL'] == pytest.approx(30 * 50 + 12 * 20)


def test_demand_without_population_is_told(run_tool, make_raster):
    run = run_tool('waterdemand', POPULATION=make_raster('nobody', full(0)), OUTPUT=TEMPORARY)
    assert run['TOTAL'] == 0 and any('Nobody lives' in warning for warning in run.feedback.warnings)


def test_tolerance_by_cell(run_tool, make_raster):
    tolerance = np.array([[2.0, 5, 10, 10]] * 3)
    run = run_tool('soildemand', EROSION=make_raster('erosion', full(6)), MODE='excess',
                   TOLERANCE_LAYER=make_raster('tolerance', tolerance), OUTPUT=TEMPORARY)
    assert run.array('OUTPUT')[0] == pytest.approx([4, 1, 0, 0])


def test_composite_demand_of_cells_and_units(run_tool, make_raster, make_vector, square):
    cover = np.array([[8, 8, 1, 1], [8, 8, 1, 1], [1, 1, 1, 1]])
    people = full(0)
    people[:, :2] = 10
    layers = {'LANDCOVER': make_raster('cover', cover), 'POPULATION': make_raster('people', people)}
    units = make_vector('units', 'Polygon', {'unit_code': ['1', '2'], 'gdp_wan': [60.0, 40.0]},
                        [square(X, Y - 300, 200, 300), square(X + 200, Y - 300, 200, 300)])
    run = run_tool('compositedemand', **layers, UNITS=units, WINDOW=300, OUTPUT=TEMPORARY, UNIT_DEMAND=TEMPORARY)
    # Cells of one hectare: 1000 persons and 1000 x 10^4 CNY per km2; four of nine cells around the second are built.
    assert run.array('OUTPUT')[1, :2] == pytest.approx([100 * 4 / 6 * 9, 100 * 4 / 9 * 9], rel=1e-6)
    assert run.array('OUTPUT')[1, 2] == 0
    first, second = run.rows('UNIT_DEMAND')
    assert first['built_percent'] == pytest.approx(400 / 6) and first['population_density'] == pytest.approx(1000)
    assert first['gdp_density'] == pytest.approx(1000) and first['composite_demand'] == pytest.approx(600)
    # Nobody lives in the second unit: its GDP is spread evenly, its people count as 0.
    assert second['gdp_density'] == pytest.approx(40 / .06) and second['composite_demand'] == 0
    given = run_tool('compositedemand', **layers, GDP=make_raster('gdp', full(100)), WINDOW=100, OUTPUT=TEMPORARY)
    assert given.array('OUTPUT')[0, 0] == pytest.approx(100 * 3 * 4, rel=1e-6)
    with pytest.raises(QgsProcessingException, match='GDP by cell'):
        run_tool('compositedemand', **layers, OUTPUT=TEMPORARY)
    with pytest.raises(QgsProcessingException, match='is empty'):
        run_tool('compositedemand', **layers, UNITS=units, BUILT=',', OUTPUT=TEMPORARY)
