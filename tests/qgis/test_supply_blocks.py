"""Supply and demand in blocks of few rows: the same as in one block, and what the functions of core give for all."""

import csv
import math

import numpy as np
import pytest
from qgis.core import QgsProcessingException

from ecorestore.ecorestore_plugin.core import strips
from ecorestore.ecorestore_plugin.core.services import accessibility
from ecorestore.ecorestore_plugin.core.services.food import food_supply
from ecorestore.ecorestore_plugin.core.slope_factors import slope_length_factor, slope_steepness_factor
from ecorestore.ecorestore_plugin.core.terrain import slope

NAN = np.nan
TEMPORARY = 'TEMPORARY_OUTPUT'
X, Y = 500000.0, 4000000.0
SHAPE, CELL = (13, 11), 100.0


@pytest.fixture
def smaller(tiny, monkeypatch):
    """Blocks of two rows, strips of four."""
    monkeypatch.setattr(strips, 'TILE', 4)
    monkeypatch.setattr(strips.strips, '__defaults__', (1,))
    monkeypatch.setattr(accessibility.catchment_strips, '__defaults__', ('gaussian', 1.0, 1))


@pytest.fixture
def area(make_raster, make_vector, square, tmp_path):
    """Layers with holes, units that are large, tiny and outside, a table of products."""
    rng = np.random.default_rng(8)

    def holed(low, high):
        values = rng.uniform(low, high, SHAPE)
        values[rng.random(SHAPE) < .06] = NAN
        return values
    arrays = {'NDVI': holed(-.2, .9), 'PRECIPITATION': holed(300, 1500), 'ET0': holed(500, 1200), 'PAWC': holed(0, .4),
              'SOIL_DEPTH': holed(200, 3000), 'POPULATION': np.floor(holed(0, 9)), 'DEM': holed(0, 40),
              'SAND': np.full(SHAPE, 40.0), 'SILT': holed(33, 37), 'CLAY': np.full(SHAPE, 25.0),
              'ORGANIC_CARBON': holed(.5, 3), 'NPP': holed(.1, 1), 'EROSION': holed(0, 30), 'COVER': holed(0, 1)}
    found = {name: make_raster(name.lower(), array, cell=CELL) for name, array in arrays.items()}
    found['LANDCOVER'] = make_raster('landcover', rng.integers(1, 10, SHAPE), valid=rng.random(SHAPE) > .1, cell=CELL)
    shapes = [square(X, Y - 650, 530, 650), square(X + 530, Y - 1300, 570, 1300), square(X + 12, Y - 1210, 20),
              square(X + 320, Y - 1190, 15), square(X + 9000, Y, 10)]
    found['UNITS'] = make_vector('units', 'Polygon', {
        'unit_code': list('12345'), 'grain_t': [500.0, 80.0, 7.0, None, 2.0], 'milk_t': [30.0, None, 1.0, None, 0.0],
        'water_m3': [900.0, None, 40.0, 0.0, 5.0]}, shapes)
    found['POINTS'] = make_vector('points', 'Point', {'name': ['a']}, [f'POINT({X + 250} {Y - 1050})'])
    found['PRODUCTS'] = str(tmp_path / 'products.csv')
    with open(found['PRODUCTS'], 'w', encoding='utf-8', newline='') as file:
        csv.writer(file).writerows([['field', 'land', 'factor'], ['grain_t', 'food', 2], ['milk_t', 'livestock', 1]])
    return found, arrays


SOIL = 'LANDCOVER', 'NDVI', 'DEM', 'PRECIPITATION', 'SAND', 'SILT', 'CLAY', 'ORGANIC_CARBON', 'UNITS'
RUNS = {
    'wateryield': ('wateryield', ('LANDCOVER', 'PRECIPITATION', 'ET0', 'PAWC', 'SOIL_DEPTH', 'UNITS'), {}, ()),
    'carbonstorage': ('carbonstorage', ('LANDCOVER', 'UNITS'), {}, ()),
    'carbonfixation': ('carbonfixation', ('NPP', 'UNITS'), {}, ()),
    'servicevalue': ('servicevalue', ('LANDCOVER', 'NPP', 'UNITS'), {}, ()),
    'soil': ('soilconservation', SOIL, {}, ('EROSION', 'POTENTIAL', 'INTENSITY')),
    'soil by slope': ('soilconservation', SOIL, {'TILLAGE_RULE': 'slope', 'LENGTH_METHOD': 'flow_length',
                                                 'EQUATION': 'RUSLE'}, ('EROSION',)),
    'soil of whole slopes': ('soilconservation', SOIL, {'LENGTH_LIMIT': 80}, ('EROSION',)),
    'slope factors': ('slopelengthfactor', ('DEM',), {}, ('LENGTH', 'SLOPE_OUT', 'FLOW_LENGTH', 'CONTRIBUTING_AREA')),
    'vegetation': ('vegetationfactor', ('LANDCOVER', 'NDVI'), {}, ()),
    'food': ('foodsupply', ('LANDCOVER', 'NDVI', 'UNITS'), {}, ()),
    'products': ('foodsupply', ('LANDCOVER', 'NDVI', 'UNITS', 'PRODUCTS'), {}, ()),
    'score': ('recreationsupply', ('LANDCOVER', 'NDVI', 'UNITS', 'POINTS'), {
        'WATER_SHARE': .3, 'WATER_DISTANCE': 5, 'POINTS_DISTANCE': 150}, ('SCORE',)),
    'catchment': ('recreationsupply', ('LANDCOVER', 'NDVI', 'UNITS', 'POPULATION'), {
        'METHOD': 'catchment', 'REACH': 250}, ('SCORE', 'ACCESS', 'BALANCE')),
    'demand': ('waterdemand', ('POPULATION', 'UNITS'), {}, ()),
    'statistics': ('waterdemand', ('POPULATION', 'UNITS'), {'METHOD': 'statistics'}, ()),
    'composite demand': ('compositedemand', ('POPULATION', 'LANDCOVER'), {'WINDOW': 500, 'GDP': 'EROSION'}, ()),
    'water conservation': ('waterconservation', ('LANDCOVER', 'DEM', 'SOIL_DEPTH', 'SAND', 'CLAY', 'UNITS'), {
        'AREA': 'm2', 'YIELD': 'PRECIPITATION'}, ('INDEX', 'SHARE')),
    'quick flow': ('waterconservation', ('LANDCOVER', 'PRECIPITATION'), {
        'METHOD': 'quick_flow', 'YIELD': 'ET0'}, ('DEPTH',)),
    'soil demand': ('soildemand', ('EROSION', 'UNITS'), {'MODE': 'excess'}, ()),
}


@pytest.mark.parametrize('name', RUNS)
def test_blocks_change_nothing(run_tool, area, request, name):
    tool, inputs, settings, outputs = RUNS[name]
    layers = area[0]
    settings = {key: layers.get(value, value) for key, value in settings.items()}
    wanted = {**{key: layers[key] for key in inputs}, **settings, **dict.fromkeys((*outputs, 'OUTPUT'), TEMPORARY)}
    if 'UNITS' in inputs:
        wanted['UNIT_TOTALS'] = TEMPORARY
    whole = run_tool(tool, **wanted)
    request.getfixturevalue('smaller')
    blocks = run_tool(tool, **wanted)
    for output in (*outputs, 'OUTPUT'):
        assert np.isfinite(whole.array(output)).any(), output
        assert blocks.array(output) == pytest.approx(whole.array(output), rel=1e-6, nan_ok=True), output
    for number in ('TOTAL', 'MEAN', 'UNDERSUPPLIED'):
        if isinstance(whole.results.get(number), float):
            assert blocks[number] == pytest.approx(whole[number], rel=1e-9), number
    assert blocks.feedback.warnings == whole.feedback.warnings
    if 'UNITS' not in inputs:
        return
    for before, after in zip(whole.rows('UNIT_TOTALS'), blocks.rows('UNIT_TOTALS')):
        for key, value in before.items():
            if isinstance(value, float):
                assert after[key] == pytest.approx(value, rel=1e-9, abs=1e-9), key
            elif key != 'geometry':
                assert str(after[key]) == str(value), key


def test_slope_factors_are_those_of_the_whole_elevation_model(run_tool, area, smaller):
    layers, arrays = area
    run = run_tool('slopelengthfactor', DEM=layers['DEM'], LENGTH=TEMPORARY, STEEPNESS=TEMPORARY, OUTPUT=TEMPORARY)
    heights = arrays['DEM'].astype(np.float32).astype(float)
    degrees = slope(heights, CELL, CELL)
    length, steep = slope_length_factor(heights, degrees, CELL, CELL), slope_steepness_factor(degrees)
    assert run.array('LENGTH') == pytest.approx(length, rel=1e-6, nan_ok=True)
    assert run.array('STEEPNESS') == pytest.approx(steep, rel=1e-6, nan_ok=True)
    assert run['MEAN'] == pytest.approx(np.nanmean(length * steep), rel=1e-9)


def test_harvests_are_kept_to_a_billionth(run_tool, make_raster, make_vector, square, smaller):
    rng = np.random.default_rng(3)
    cover, ndvi = rng.choice([1, 2, 5], SHAPE), rng.uniform(-.3, .9, SHAPE)
    harvest = [123456.789, 0.1, 98765.4321]
    shapes = [square(X + 400 * place, Y - 1300, 400 if place < 2 else 300, 1300) for place in range(3)]
    units = make_vector('units', 'Polygon', {'unit_code': list('abc'), 'grain_t': harvest}, shapes)
    run = run_tool('foodsupply', LANDCOVER=make_raster('cover', cover, cell=CELL), UNITS=units, OUTPUT=TEMPORARY,
                   NDVI=make_raster('ndvi', ndvi, cell=CELL), UNIT_TOTALS=TEMPORARY)
    assert [row['food_supply'] for row in run.rows('UNIT_TOTALS')] == pytest.approx(harvest, rel=1e-9)
    expected = food_supply(harvest, ndvi.astype(np.float32), cover == 1, cover > 0,
                           np.tile(np.arange(11) // 4 + 1, (13, 1)))
    assert run.array('OUTPUT') == pytest.approx(expected.amount, rel=1e-6)


def test_nearness_reaches_over_strips(run_tool, make_raster, smaller):
    cover = np.full(SHAPE, 2)
    cover[12, 5] = 5
    run = run_tool('recreationsupply', LANDCOVER=make_raster('cover', cover, cell=CELL), WATER_SHARE=1,
                   NDVI=make_raster('ndvi', np.ones(SHAPE), cell=CELL), WATER_DISTANCE=400, SCORE=TEMPORARY,
                   OUTPUT=TEMPORARY)
    found = run.array('SCORE')
    assert found[0, 5] / found[11, 5] == pytest.approx(math.exp(-11 / 4), rel=1e-6)
    assert found[0, 0] / found[11, 5] == pytest.approx(math.exp(.25 - math.hypot(12, 5) / 4), rel=1e-6)


def test_a_class_without_row_is_counted_over_all_blocks(run_tool, make_raster, area, smaller):
    cover = np.ones(SHAPE, int)
    cover[[1, 6, 12], 0] = 77
    layers = {**area[0], 'LANDCOVER': make_raster('other', cover, cell=CELL)}
    for tool, inputs in (('soilconservation', SOIL), ('foodsupply', ('LANDCOVER', 'NDVI', 'UNITS')),
                         ('recreationsupply', ('LANDCOVER', 'NDVI'))):
        with pytest.raises(QgsProcessingException, match=r'77 \(3\)'):
            run_tool(tool, **{key: layers[key] for key in inputs}, OUTPUT=TEMPORARY)


def test_units_of_measure_are_told_from_all_over_the_raster(run_tool, make_raster, area, smaller):
    """The rows that look wrong lie at the end."""
    layers = {key: area[0][key] for key in SOIL if key not in ('PRECIPITATION', 'SAND', 'SILT', 'CLAY')}
    erodibility = np.full(SHAPE, .01)
    erodibility[6:] = .3
    run = run_tool('soilconservation', **layers, EROSIVITY=make_raster('r', np.full(SHAPE, 120.0), cell=CELL),
                   ERODIBILITY=make_raster('k', erodibility, cell=CELL), OUTPUT=TEMPORARY)
    warnings = ' '.join(run.feedback.warnings)
    assert '17.02' in warnings and f'{erodibility.mean():g}' in warnings
    percent = make_raster('percent', 100 * np.tan(np.radians(slope(area[1]['DEM'], CELL, CELL))), cell=CELL)
    with pytest.raises(QgsProcessingException, match='looks like percent'):
        run_tool('slopelengthfactor', DEM=layers['DEM'], SLOPE=percent, OUTPUT=TEMPORARY)
