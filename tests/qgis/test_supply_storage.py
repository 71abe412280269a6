"""Carbon storage, carbon fixation, water yield and service value through their tools; work in blocks of rows."""

import csv
import math

import numpy as np
import pytest
from conftest import Feedback
from qgis.core import QgsGeometry, QgsProcessingContext, QgsProcessingException, QgsRasterLayer

from ecorestore.ecorestore_plugin.core.errors import OutputError
from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.qgis_io import row_blocks, row_writer
from ecorestore.ecorestore_plugin.qgis_io.raster import rasterize

NAN = np.nan
TEMPORARY = 'TEMPORARY_OUTPUT'
X, Y = 500000.0, 4000000.0


@pytest.fixture
def table(tmp_path):
    def make(name, header, *rows):
        path = tmp_path / f'{name}.csv'
        with open(path, 'w', encoding='utf-8', newline='') as file:
            csv.writer(file).writerows([header, *rows])
        return str(path)
    return make


@pytest.fixture
def pools(table):
    return table('pools', ['lucode', 'c_above', 'c_below', 'c_soil', 'c_dead'], [1, 5, 1, 30, 0], [2, 40, 13, 116, 3])


@pytest.fixture
def units(make_vector, square):
    return make_vector('units', 'Polygon', {'unit_code': ['1', '2']}, [square(X, Y - 200, 200, 200),
                                                                     square(X + 200, Y - 200, 200, 200)])


def rows_of(run, name):
    return [{key: value for key, value in row.items() if key != 'geometry'} for row in run.rows(name)]


# Carbon.

def storage(run_tool, make_raster, pools, **parameters):
    before, after = np.ones((2, 4), int), np.ones((2, 4), int)
    after[0, :2], after[1, 3] = 2, 2
    valid = np.ones((2, 4), bool)
    valid[1, 0] = False
    wanted = dict.fromkeys(('OUTPUT', 'DENSITY', 'ALTERNATE', 'CHANGE', 'NPV', 'UNIT_TOTALS'), TEMPORARY)
    return run_tool('carbonstorage', **{
        'LANDCOVER': make_raster('before', before, valid=valid), 'LANDCOVER_ALT': make_raster('after', after),
        'TABLE': pools, 'YEAR': 2020, 'YEAR_ALT': 2030, 'PRICE': 100, 'DISCOUNT': 5, 'PRICE_CHANGE': 2, **wanted,
        **parameters})


def test_carbon_storage_by_hand(run_tool, make_raster, pools, units):
    run = storage(run_tool, make_raster, pools, UNITS=units)
    assert run.array('DENSITY') == pytest.approx(np.array([[36.0] * 4, [NAN, 36, 36, 36]]), nan_ok=True)
    assert run.array('OUTPUT')[0, 0] == pytest.approx(36)
    assert run.array('CHANGE')[0] == pytest.approx([136, 136, 0, 0]) and np.isnan(run.array('CHANGE')[1, 0])
    # The published factor: price 100, 5 %, 2 %, ten years.
    assert run.array('NPV')[1, 3] == pytest.approx(136 * 74.87606970792824, rel=1e-6)
    assert run['TOTAL'] == pytest.approx(7 * 36) and run['TOTAL_CHANGE'] == pytest.approx(3 * 136)
    assert run['TOTAL_NPV'] == pytest.approx(3 * 136 * 74.87606970792824)
    assert run['TOTAL_ALT'] == pytest.approx(3 * 172 + 5 * 36)
    found = rows_of(run, 'UNIT_TOTALS')
    assert [row['carbon_storage'] for row in found] == pytest.approx([108, 144])
    assert [row['carbon_change'] for row in found] == pytest.approx([272, 136])


def test_pools_may_be_rasters(run_tool, make_raster, pools, units):
    soil = np.full((2, 4), 90.0)
    soil[0, 1] = NAN
    run = storage(run_tool, make_raster, pools, UNITS=units, SOIL_LAYER=make_raster('soil', soil))
    # Above, below and dead by class, the soil of the cell: 6 and 56 without it.
    assert run.array('DENSITY')[0] == pytest.approx([96, NAN, 96, 96], nan_ok=True)
    assert run.array('ALTERNATE')[0] == pytest.approx([146, NAN, 96, 96], nan_ok=True)
    assert np.isnan(run.array('DENSITY')[1, 0]) and run.array('CHANGE')[1, 3] == pytest.approx(50)
    with pytest.raises(QgsProcessingException, match='Carbon in the soil .*8 values lie outside 0'):
        storage(run_tool, make_raster, pools, UNITS=units, SOIL_LAYER=make_raster('below', np.full((2, 4), -1.0)))


def test_storage_is_a_stock_and_is_refused_as_a_flow(run_tool, make_raster, pools):
    run = storage(run_tool, make_raster, pools, HORIZON=10, FLOW=TEMPORARY, UNIT_TOTALS=None)
    assert run.array('FLOW')[0, 0] == pytest.approx(3.6)
    for name in ('OUTPUT', 'DENSITY'):
        with pytest.raises(QgsProcessingException, match='a stock.*horizon'):
            run_tool('carbonfixation', NPP=run[name], OUTPUT=TEMPORARY)
    with pytest.raises(QgsProcessingException, match='t C/yr'):
        run_tool('carbonfixation', METHOD='storage_difference', STORAGE_FIRST=run['DENSITY'],
                 STORAGE_LAST=run['FLOW'], YEARS=10, OUTPUT=TEMPORARY)
    flow = run_tool('carbonfixation', METHOD='storage_difference', STORAGE_FIRST=run['DENSITY'],
                    STORAGE_LAST=run['ALTERNATE'], YEARS=10, OUTPUT=TEMPORARY)
    assert flow['TOTAL'] == pytest.approx(3 * 13.6)


@pytest.mark.parametrize('wrong, message', [
    ({'YEAR': None}, 'both years'), ({'LANDCOVER_ALT': None}, 'alternate land cover'),
    ({'YEAR_ALT': 2020}, 'later than'), ({'FLOW': TEMPORARY}, 'horizon'), ({'LOCAL_PRECIPITATION': 500}, 'correction')])
def test_carbon_storage_wants_what_belongs_together(run_tool, make_raster, pools, wrong, message):
    with pytest.raises(QgsProcessingException, match=message):
        storage(run_tool, make_raster, pools, UNIT_TOTALS=None, **wrong)


def test_a_class_without_pools_is_named_with_all_its_cells(run_tool, make_raster, pools, tiny):
    codes = np.ones((6, 3), int)
    codes[0, 0] = codes[5, :] = 7
    with pytest.raises(QgsProcessingException, match=r'7 \(4\)'):
        run_tool('carbonstorage', LANDCOVER=make_raster('odd', codes), TABLE=pools, OUTPUT=TEMPORARY)


def test_nep(run_tool, make_raster):
    months = [make_raster(f't{month}', np.full((2, 2), 10.0)) for month in range(12)]
    rain = make_raster('rain', np.full((12, 2, 2), 80.0))
    npp = make_raster('npp', np.array([[0.6, 0.1], [0.6, NAN]]))
    run = run_tool('carbonfixation', NPP=npp, METHOD='nep', TEMPERATURE_MONTHS=months, PRECIPITATION_MONTHS=[rain],
                   OUTPUT=TEMPORARY)
    breathed = 12 * .22 * (math.exp(.912) + math.log(.3145 * 80 + 1)) * 30 * .465
    assert run.array('OUTPUT')[0] == pytest.approx([6 - breathed / 100, 1 - breathed / 100], rel=1e-6)
    assert any('1 cells lose carbon' in warning for warning in run.feedback.warnings)
    given = run_tool('carbonfixation', NPP=npp, METHOD='nep', RESPIRATION=make_raster('rh', np.full((2, 2), breathed)),
                     OUTPUT=TEMPORARY)
    assert given.array('OUTPUT') == pytest.approx(run.array('OUTPUT'), rel=1e-5, nan_ok=True)
    with pytest.raises(QgsProcessingException, match='respiration'):
        run_tool('carbonfixation', NPP=npp, METHOD='nep', OUTPUT=TEMPORARY)
    with pytest.raises(QgsProcessingException, match='there are 5 bands'):
        run_tool('carbonfixation', NPP=npp, METHOD='nep', TEMPERATURE_MONTHS=months[:5],
                 PRECIPITATION_MONTHS=[rain], OUTPUT=TEMPORARY)


def test_storage_is_refused_beside_emissions(run_tool, make_raster, pools, units):
    stored = storage(run_tool, make_raster, pools, UNIT_TOTALS=None)
    people = make_raster('people', np.full((2, 4), 9.0))
    emitted = run_tool('carbondemand', POPULATION=people, OUTPUT=TEMPORARY)
    used = run_tool('waterdemand', POPULATION=people, OUTPUT=TEMPORARY)
    common = {'SERVICES': 'carbon', 'UNITS': units, 'OUTPUT': TEMPORARY, 'CLASS_AREAS': TEMPORARY}
    with pytest.raises(QgsProcessingException, match='a stock cannot be compared'):
        run_tool('supplydemandratio', SUPPLY=[stored['OUTPUT']], DEMAND=[emitted['OUTPUT']], **common)
    with pytest.raises(QgsProcessingException, match='t C/yr and .* in m3/yr'):
        run_tool('supplydemandratio', SUPPLY=[emitted['OUTPUT']], DEMAND=[used['OUTPUT']], **common)


# Water.

def water(run_tool, make_raster, cover=None, **changes):
    values = {'PRECIPITATION': 1000.0, 'ET0': 900.0, 'PAWC': 0.15, 'SOIL_DEPTH': 1500.0, **changes}
    layers = {name: value for name, value in values.items() if value is not None}
    for name, value in layers.items():
        if isinstance(value, (float, np.ndarray)):
            layers[name] = make_raster(name.lower(), np.full((2, 4), value) if np.isscalar(value) else value)
    cover = np.full((2, 4), 8) if cover is None else cover
    return run_tool('wateryield', LANDCOVER=make_raster('cover', cover), **layers,
                    OUTPUT=TEMPORARY, DEPTH=TEMPORARY)


def test_realised_supply_is_in_cubic_metres(run_tool, make_raster, table, units):
    biophysical = table('awy', ['lucode', 'lulc_veg', 'root_depth', 'kc', 'demand'], [8, 0, -1, .3, 1200])
    run = water(run_tool, make_raster, TABLE=biophysical, UNITS=units, REALISED=TEMPORARY, UNIT_TOTALS=TEMPORARY)
    # 730 mm on a hectare are 7300 m3; less 1200.
    assert run.array('REALISED') == pytest.approx(np.full((2, 4), 6100.0))
    assert run['REALISED_TOTAL'] == pytest.approx(8 * 6100)
    row = rows_of(run, 'UNIT_TOTALS')[0]
    assert row['water_supply'] == pytest.approx(29200) and row['water_mm'] == pytest.approx(730)
    assert row['water_consumption'] == pytest.approx(4800) and row['water_realised'] == pytest.approx(24400)
    used = make_raster('used', np.full((2, 4), 300.0))
    given = water(run_tool, make_raster, TABLE=biophysical, CONSUMPTION=used)
    assert given['REALISED_TOTAL'] == pytest.approx(8 * 7000)


def test_cells_without_rain_are_nodata_and_counted_apart(run_tool, make_raster):
    rain, depth = np.full((2, 4), 1000.0), np.full((2, 4), 1500.0)
    rain[0, :3], depth[1, 0] = 0, NAN
    run = water(run_tool, make_raster, PRECIPITATION=rain, SOIL_DEPTH=depth)
    assert np.isnan(run.array('OUTPUT')[0, :3]).all() and np.isfinite(run.array('OUTPUT')).sum() == 4
    assert any(warning.startswith('3 cells have a precipitation of 0') for warning in run.feedback.warnings)
    assert any(warning.startswith('1 cells with land cover') for warning in run.feedback.warnings)


def test_et0_and_available_water_from_their_equations(run_tool, make_raster):
    from ecorestore.ecorestore_plugin.core.services.evapotranspiration import modified_hargreaves
    low, high, rain = (make_raster(name, np.full((12, 2, 4), value))
                       for name, value in (('low', 5.0), ('high', 17.0), ('rain', 60.0)))
    texture = {name: make_raster(name.lower(), np.full((2, 4), value)) for name, value in (
        ('SAND', 40.0), ('SILT', 35.0), ('CLAY', 25.0), ('ORGANIC_CARBON', 1.16))}
    run = water(run_tool, make_raster, ET0=None, PAWC=None, TMIN_MONTHS=[low], TMAX_MONTHS=[high],
                PRECIPITATION_MONTHS=[rain], ET0_OUT=TEMPORARY, PAWC_OUT=TEMPORARY, **texture)
    # 500000, 4000000 in UTM 50 N lies at 36.14 degrees north.
    expected = modified_hargreaves(*(np.full((12, 1), value) for value in (5, 17, 60)), np.array([36.144]))[0]
    assert run.array('ET0_OUT') == pytest.approx(np.full((2, 4), expected), rel=1e-4)
    percent = (54.509 - .132 * 40 - .003 * 1600 - .055 * 35 - .006 * 1225 - .738 * 25 + .007 * 625
               - 2.688 * 2 + .501 * 4)
    assert run.array('PAWC_OUT')[0, 0] == pytest.approx(percent / 100, rel=1e-6)
    with pytest.raises(QgsProcessingException, match='Give ET0'):
        water(run_tool, make_raster, ET0=None)
    with pytest.raises(QgsProcessingException, match='available water'):
        water(run_tool, make_raster, PAWC=None)


def test_rasters_stand_in_for_columns(run_tool, make_raster):
    plain = water(run_tool, make_raster, cover=np.full((2, 4), 2))
    same = water(run_tool, make_raster, cover=np.full((2, 4), 2), KC=1.0, ROOT_DEPTH=5200.0)
    assert same.array('DEPTH') == pytest.approx(plain.array('DEPTH'))
    less = water(run_tool, make_raster, cover=np.full((2, 4), 2), KC=0.5, ROOT_DEPTH=100.0)
    assert (less.array('DEPTH') > plain.array('DEPTH')).all()


# Value of services.

def test_service_value_by_hand(run_tool, make_raster, units, table):
    first = np.array([[1, 1, 2, 2], [1, 8, 5, 5]])
    second = np.array([[2, 1, 2, 2], [1, 8, 5, 8]])
    run = run_tool('servicevalue', LANDCOVER=make_raster('first', first), LANDCOVER_2=make_raster('second', second),
                   UNITS=units, STANDARD=1000, OUTPUT=TEMPORARY, SERVICES=TEMPORARY, CHANGE=TEMPORARY,
                   SUMMARY=TEMPORARY, CLASSES=TEMPORARY, UNIT_TOTALS=TEMPORARY)
    assert run.array('OUTPUT')[0] == pytest.approx([4010, 4010, 23090, 23090])
    assert run['TOTAL'] == pytest.approx(1000 * (3 * 4.01 + 2 * 23.09 + 2 * 125.61))
    assert run.array('CHANGE')[0, 0] == pytest.approx(19080) and run.array('CHANGE')[1, 3] == pytest.approx(-125610)
    assert run['TOTAL_2'] - run['TOTAL'] == pytest.approx(19080 - 125610)
    layer = QgsRasterLayer(run['SERVICES'], 'services')
    assert layer.bandCount() == 11
    assert sum(run.array('SERVICES', band)[1, 2] for band in range(1, 12)) == pytest.approx(125610, rel=1e-6)
    summary = {row['function']: row for row in run.rows('SUMMARY')}
    assert summary['hydro']['value'] == pytest.approx(1000 * (3 * .27 + 2 * 3.51 + 2 * 102.24))
    assert sum(row['change'] for row in summary.values()) == pytest.approx(19080 - 125610)
    classes = {(row['date'], row['code']): row for row in run.rows('CLASSES')}
    assert classes[1, 5]['area_ha'] == 2 and classes[2, 5]['value'] == pytest.approx(125610)
    found = rows_of(run, 'UNIT_TOTALS')
    assert sum(row['service_value'] for row in found) == pytest.approx(run['TOTAL'])
    assert sum(row['value_food'] for row in found) == pytest.approx(1000 * (3 * .85 + 2 * .31 + 2 * .8))


def test_service_value_from_grain_and_corrected(run_tool, make_raster, table):
    cover = make_raster('cover', np.ones((2, 4), int))
    grain = table('grain', ['crop', 'area_ha', 'price', 'yield'], ['rice', 100, 2, 6000], ['wheat', 50, 3, 5000])
    run = run_tool('servicevalue', LANDCOVER=cover, GRAIN=grain, OUTPUT=TEMPORARY)
    assert run['STANDARD_USED'] == pytest.approx(1.95e6 / 150 / 7)
    assert run['TOTAL'] == pytest.approx(8 * 4.01 * 1.95e6 / 150 / 7)
    rain = np.full((2, 4), 500.0)
    rain[0] = 1000
    mean = run_tool('servicevalue', LANDCOVER=cover, STANDARD=1000, PRECIPITATION=make_raster('rain', rain),
                    OUTPUT=TEMPORARY)
    # Relative to the mean of 750 the total stays; water supply and regulation of the wet cells are 4/3.
    assert mean['TOTAL'] == pytest.approx(8 * 4010)
    assert mean.array('OUTPUT')[0, 0] == pytest.approx(1000 * (4.01 + (.02 + .27) / 3), rel=1e-6)
    fixed = run_tool('servicevalue', LANDCOVER=cover, STANDARD=1000, PRECIPITATION=make_raster('rain2', rain),
                     PRECIPITATION_MEAN=1000, OUTPUT=TEMPORARY)
    assert fixed.array('OUTPUT')[0, 0] == pytest.approx(4010)


# Blocks.

def test_units_block_by_block_are_those_of_the_whole_grid():
    rng = np.random.default_rng(9)
    grid = Grid((37, 29), (1000.0, 10.0, 0.0, 9000.0, 0.0, -15.0), '')
    shapes = []
    for _ in range(12):
        x, y = rng.uniform(990, 1290), rng.uniform(8440, 9010)
        size = rng.choice([3.0, 60.0])
        shapes.append(QgsGeometry.fromWkt(f'POLYGON(({x} {y},{x + size} {y},{x + size} {y + size},{x} {y}))'))
    expected, outside = rasterize(shapes, np.arange(1, 13), grid)
    found = row_blocks.UnitRows(shapes, grid, 0)
    assert np.array_equal(np.vstack([found.read(row, min(row + 5, 37)) for row in range(0, 37, 5)]), expected)
    assert found.uncovered == outside


def test_bad_values_are_counted_over_all_blocks(run_tool, make_raster, tiny):
    people = np.ones((7, 3))
    people[4, 1] = people[6, :] = -2
    with pytest.raises(QgsProcessingException, match='4 values.*the first is -2 at row 4, column 1'):
        run_tool('fooddemand', POPULATION=make_raster('people', people), OUTPUT=TEMPORARY)


def test_a_failure_in_the_thread_that_writes_is_told_and_leaves_nothing(run_tool, make_raster, tmp_path, monkeypatch):
    def full(self, start, layers):
        raise OutputError('Writing failed: {reason}. Check the free space and that the folder can be written.',
                          reason='no space left')
    monkeypatch.setattr(row_writer.RowWriter, '_store', full)
    target = tmp_path / 'out'
    target.mkdir()
    with pytest.raises(QgsProcessingException, match='no space left'):
        run_tool('waterdemand', POPULATION=make_raster('people', np.ones((3, 3))), OUTPUT=str(target / 'x.tif'))
    assert list(target.iterdir()) == []


def test_cancelling_between_blocks_leaves_nothing(provider, make_raster, tmp_path, tiny):
    target = tmp_path / 'out'
    target.mkdir()
    feedback = Feedback(cancel_at=40)
    algorithm = provider.algorithm('waterdemand').create()
    results, _ = algorithm.run({'POPULATION': make_raster('people', np.ones((20, 3))),
                                'OUTPUT': str(target / 'x.tif')}, QgsProcessingContext(), feedback, {}, False)
    assert results == {} and feedback.isCanceled() and list(target.iterdir()) == []


# Water conservation.

def conservation_layers(make_raster, shape=(3, 4)):
    full = {'YIELD': 400.0, 'SOIL_DEPTH': 500.0, 'SAND': 40.0, 'CLAY': 20.0}
    layers = {name: make_raster(name.lower(), np.full(shape, value)) for name, value in full.items()}
    layers['LANDCOVER'] = make_raster('cover', np.array([[1, 2, 4, 8]] * 3))
    # 2 % towards the east: cells drain along their row.
    layers['DEM'] = make_raster('dem', 100 - 2.0 * np.indices(shape)[1])
    return layers


def test_water_conservation_by_hand(run_tool, make_raster, table, units):
    layers = conservation_layers(make_raster)
    wanted = dict.fromkeys(('OUTPUT', 'DEPTH', 'SHARE', 'INDEX', 'UNIT_TOTALS'), TEMPORARY)
    own = table('own', ['code', 'velocity', 'runoff'], *[[code, 498, .2] for code in (1, 2, 4, 8)])
    run = run_tool('waterconservation', **layers, AREA='m2', TABLE=own, UNITS=units, **wanted)
    index = [math.log10(cells * 10000 / (500 * 2)) for cells in (1, 2, 3, 4)]
    ksat = 609.6 * 10 ** (-.6 + .0126 * 40 - .0064 * 20)
    share = [.5 * .3 * value * min(1, ksat / 300) for value in index]
    assert run.array('INDEX')[1] == pytest.approx(index, rel=1e-6)
    assert run.array('SHARE')[1] == pytest.approx(share, rel=1e-6)
    assert run.array('DEPTH')[1] == pytest.approx([400 * value for value in share], rel=1e-6)
    assert run.array('OUTPUT')[1] == pytest.approx([4000 * value for value in share], rel=1e-6)
    assert run['MEAN_SHARE'] == pytest.approx(np.mean(share))
    row = next(row for row in rows_of(run, 'UNIT_TOTALS') if row['unit_code'] == '1')
    assert row['water_conservation'] == pytest.approx(2 * 4000 * sum(share[:2]))
    # Four cells are a small catchment; the index is the same all over it.
    dry = run_tool('waterconservation', **layers, OUTPUT=TEMPORARY, INDEX=TEMPORARY)
    assert dry.array('INDEX')[1] == pytest.approx([math.log10(4 / 1000)] * 4, rel=1e-6)
    assert dry['TOTAL'] == 0 and any('12 cells' in text for text in dry.feedback.said)


def test_water_conservation_from_given_layers(run_tool, make_raster):
    layers = conservation_layers(make_raster)
    run = run_tool('waterconservation', YIELD=layers['YIELD'], LANDCOVER=layers['LANDCOVER'],
                   TOPOGRAPHIC_INDEX=make_raster('index', np.full((3, 4), 2.0)), OUTPUT=TEMPORARY, SHARE=TEMPORARY,
                   CONDUCTIVITY=make_raster('ksat', np.full((3, 4), 150.0)))
    assert run.array('SHARE')[0] == pytest.approx([249 / 900 * .3, .3, 249 / 500 * .3, 249 / 2012 * .3], rel=1e-6)


def test_water_conservation_by_quick_flow(run_tool, make_raster):
    layers = conservation_layers(make_raster)
    rain = make_raster('rain', np.full((3, 4), 1000.0))
    run = run_tool('waterconservation', YIELD=layers['YIELD'], LANDCOVER=layers['LANDCOVER'], METHOD='quick_flow',
                   PRECIPITATION=rain, OUTPUT=TEMPORARY, DEPTH=TEMPORARY)
    assert run.array('DEPTH')[0] == pytest.approx([300, 360, 320, -200], rel=1e-6)
    assert any('3 cells lose more' in text for text in run.feedback.warnings)
    given = run_tool('waterconservation', YIELD=layers['YIELD'], LANDCOVER=layers['LANDCOVER'], METHOD='quick_flow',
                     QUICK_FLOW=make_raster('quick', np.full((3, 4), 150.0)), OUTPUT=TEMPORARY)
    assert given['TOTAL'] == pytest.approx(12 * 2500)


@pytest.mark.parametrize('change, message', [
    ({'DEM': None}, 'elevation and soil depth'), ({'CLAY': None}, 'sand and clay'),
    ({'METHOD': 'quick_flow'}, 'precipitation for the runoff'), ({'TABLE': 'velocity'}, 'zero, negative'),
    ({'TABLE': 'missing'}, r'8 \(3\)')])
def test_water_conservation_wants_its_layers(run_tool, make_raster, table, change, message):
    tables = {'velocity': table('zero', ['code', 'velocity'], *[[code, 0] for code in (1, 2, 4, 8)]),
              'missing': table('few', ['code', 'velocity'], *[[code, 300] for code in (1, 2, 4)])}
    layers = {**conservation_layers(make_raster), **change}
    layers = {name: tables.get(value, value) for name, value in layers.items() if value is not None}
    with pytest.raises(QgsProcessingException, match=message):
        run_tool('waterconservation', **layers, OUTPUT=TEMPORARY)


def test_a_volume_is_no_depth_of_water(run_tool, make_raster):
    volume = water(run_tool, make_raster)['OUTPUT']
    layers = {**conservation_layers(make_raster), 'YIELD': volume}
    with pytest.raises(QgsProcessingException, match='is in m3/yr; the depth in mm'):
        run_tool('waterconservation', **layers, OUTPUT=TEMPORARY)
