"""Tools about supply, demand, resilience and zones in blocks of a few rows against the same tools on whole rasters."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.qgis_io import row_blocks

WEST, NORTH = 500000.0, 4000000.0
SHAPE = (13, 17)
TEMPORARY = 'TEMPORARY_OUTPUT'


@pytest.fixture
def tiny(monkeypatch):
    """Makes the blocks that follow two rows high, and burns units block by block."""
    def shrink():
        monkeypatch.setattr(row_blocks, 'ROWS', 2)
        real = row_blocks.spans
        monkeypatch.setattr(f'{row_blocks.__package__}.indicator_layers.spans', lambda grid, cells: real(grid, 1))
        monkeypatch.setattr(real, '__defaults__', (1,))
        monkeypatch.setattr(row_blocks.row_blocks, '__defaults__', (0.0, 1.0, '', 1))
        monkeypatch.setattr(row_blocks.UnitRows.__init__, '__defaults__', (0,))
        assert len(row_blocks.spans(Grid(SHAPE, (0, 1, 0, 0, 0, -1)))) == 7
    return shrink


@pytest.fixture
def field(make_raster):
    """name, low, high -> raster of random values with gaps."""
    draw = np.random.default_rng(12)

    def make(name, low=0.0, high=1.0, gaps=0.1):
        values = draw.uniform(low, high, SHAPE)
        values[draw.random(SHAPE) < gaps] = np.nan
        return make_raster(name, values)
    return make


@pytest.fixture
def codes(make_raster):
    """name, highest -> raster of classes 1 to highest with gaps."""
    draw = np.random.default_rng(13)

    def make(name, highest):
        return make_raster(name, draw.integers(1, highest + 1, SHAPE), valid=draw.random(SHAPE) > 0.1)
    return make


@pytest.fixture
def units(make_vector, square):
    """Units of several cells, one smaller than a cell, one beyond the raster."""
    places = [square(WEST, NORTH - 500, 700, 500), square(WEST + 700, NORTH - 900, 1000, 900),
              square(WEST, NORTH - 1300, 700, 800), square(WEST + 1210, NORTH - 1120, 30)]
    return make_vector('units', 'Polygon', {
        'unit_code': list('1234'), 'match_type': ['I', 'II', 'III', 'IV'], 'zone_code': list('aabc')}, places)


def same(run_tool, tiny, tool, rasters=(), layers=(), numbers=(), **parameters):
    """Runs a tool on the whole and in blocks of two rows, and compares its outputs."""
    outputs = dict.fromkeys((*rasters, *layers), TEMPORARY)
    whole = run_tool(tool, **parameters, **outputs)
    tiny()
    blocks = run_tool(tool, **parameters, **outputs)
    for name, count in dict(rasters).items() if isinstance(rasters, dict) else [(name, 1) for name in rasters]:
        for band in range(1, count + 1):
            one, other = whole.array(name, band), blocks.array(name, band)
            assert one.dtype == other.dtype and np.isfinite(one).any()
            assert other == pytest.approx(one, rel=1e-5, abs=1e-6, nan_ok=True), (name, band)
    for name in layers:
        one, other = whole.rows(name), blocks.rows(name)
        assert len(one) == len(other) > 0
        for row, again in zip(one, other):
            for key, value in row.items():
                if key != 'geometry':
                    assert again[key] == (pytest.approx(value, rel=1e-6, abs=1e-9, nan_ok=True)
                                          if isinstance(value, float) else value), (name, key)
    for name in numbers:
        assert blocks[name] == pytest.approx(whole[name])


@pytest.mark.parametrize('cap', [None, 80])
def test_ratio(run_tool, tiny, field, units, cap):
    services = {'SUPPLY': [field('s1', 0, 9), field('s2', -1, 4)], 'DEMAND': [field('d1', 0, 9), field('d2')]}
    same(run_tool, tiny, 'supplydemandratio', ['RATIO'], ['OUTPUT', 'CLASS_AREAS'], ['SURPLUS_SHARE'], **services,
         SERVICES='food,water', UNITS=units, **({'CAP': cap} if cap else {}))


@pytest.mark.parametrize('cap', [None, 80])
def test_matching_types_of_cells(run_tool, tiny, field, make_vector, square, cap):
    table = make_vector('u', 'Polygon', {'unit_code': ['1', '2'], **{
        f'{name}_{kind}': [1.0 + i, 4.0] for i, name in enumerate(('food', 'water')) for kind in ('supply', 'demand')}},
        [square(WEST, NORTH, 100), square(WEST + 100, NORTH, 100)])
    same(run_tool, tiny, 'supplydemandmatching', ['TYPES'], UNITS=table, OUTPUT=TEMPORARY, SERVICES='food,water',
         SUPPLY=[field('s1', 0, 9), field('s2')], DEMAND=[field('d1'), field('d2', 5, 6)],
         **({'CAP': cap} if cap else {}))


def test_coordination(run_tool, tiny, field):
    same(run_tool, tiny, 'couplingcoordination', ['DEGREE'], numbers=['MEAN'], SUPPLY=field('s', 2, 5),
         DEMAND=field('d', 0, 9))


@pytest.mark.parametrize('method', ['jenks', 'zero_locked', 'quantile', 'equal'])
def test_classes(run_tool, tiny, field, method):
    same(run_tool, tiny, 'classify', ['OUTPUT'], ['BREAKS'], ['GOODNESS'], INPUT=field('v', -2, 3), METHOD=method,
         CLASSES=4)


@pytest.mark.parametrize('roads', [False, True])
def test_indicators(run_tool, tiny, field, codes, make_vector, roads):
    raw = {'DEM': field('dem', 0, 900), 'PRECIPITATION': field('rain', 400, 900), 'TEMPERATURE': field('t', 5, 15),
           'ET0': field('et0', 500, 1000), 'ORGANIC_CARBON': field('carbon', 0.5, 3), 'SOIL_DEPTH': field('depth'),
           'SAND': field('sand', 40, 41), 'SILT': field('silt', 35, 36), 'CLAY': field('clay', 24, 25),
           'NDVI': field('ndvi', -0.1, 0.9), 'POPULATION': field('people', 0, 50), 'LANDCOVER': codes('cover', 9),
           'OWN': [field('own night', 3, 4)], 'OWN_NAMES': 'night_light'}
    if roads:
        raw['ROADS'] = make_vector('road', 'LineString', {'id': [1]}, [
            f'LINESTRING({WEST - 50} {NORTH - 50},{WEST + 900} {NORTH - 1250},{WEST + 1500} {NORTH - 30})'])
    same(run_tool, tiny, 'resilienceindicators', {'INDICATORS': 15}, numbers=['MISSING'], **raw, WINDOW=500,
         RELIEF_WINDOW=700)


def test_index(run_tool, tiny, make_raster):
    draw = np.random.default_rng(3)
    bands = np.where(draw.random((4, *SHAPE)) < 0.05, np.nan, draw.lognormal(size=(4, *SHAPE)))
    names = ['elevation', 'precipitation', 'vegetation_cover', 'night_light']
    same(run_tool, tiny, 'resilienceindex', {'RESILIENCE': 1, 'PERSPECTIVES': 4}, ['WEIGHT_TABLE', 'CORRELATIONS'],
         ['MEAN'], INDICATORS=make_raster('bands', bands, bands=names), WEIGHTS='critic')


@pytest.mark.parametrize('more', [{}, {'METHOD': 'median'}, {'METHOD': 'value', 'THRESHOLD': 0.4}])
def test_zones_of_units(run_tool, tiny, field, units, more):
    same(run_tool, tiny, 'restorationzones', ['ZONE_RASTER'], ['ZONES', 'ZONE_AREAS'], ['RESILIENCE_THRESHOLD'],
         UNITS=units, RESILIENCE=field('r'), MIN_PATCH=2, **more)


def test_zones_of_cells(run_tool, tiny, field, codes, units):
    same(run_tool, tiny, 'restorationzones', ['ZONE_RASTER'], ['ZONES', 'ZONE_AREAS'], UNITS=units,
         RESILIENCE=field('r'), MATCH_RASTER=codes('types', 4), METHOD='jenks2', MIN_PATCH=2)


def test_statistics(run_tool, tiny, field, codes, units):
    same(run_tool, tiny, 'zonestatistics', layers=['OUTPUT', 'CLASS_AREAS', 'UNIT_STATISTICS', 'CROSS_TABLE'],
         numbers=['AREA'], ZONES=units, UNITS=units, RASTERS=[field('a'), field('b', 1e6, 1e6 + 1)],
         CLASS_RASTERS=[codes('c', 5)])


@pytest.mark.parametrize('more', [{'PER': 'unit'}, {'PER': 'cell', 'SAMPLE': 50}, {'PER': 'cell', 'SAMPLE': 0}])
def test_trade_offs(run_tool, tiny, field, units, more):
    per_unit = more['PER'] == 'unit'
    same(run_tool, tiny, 'servicetradeoffs', ['STRENGTH'], ['PAIRS', 'MATRIX', *(['OUTPUT'] if per_unit else [])],
         ['SYNERGIES', 'TRADEOFFS'], RASTERS=[field('a'), field('b', 2, 9), field('c', -1, 1)], NAMES='a,b,c',
         **({'UNITS': units} if per_unit else {}), **more)
