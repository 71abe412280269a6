"""Restoration zones through QGIS."""

import numpy as np
import pytest
from qgis.core import QgsProcessingException

WEST, NORTH = 500000.0, 4000000.0


@pytest.fixture
def units(make_vector, square):
    """Four units of 200 m in a row, one of each type."""
    return make_vector('units', 'Polygon', {
        'unit_code': ['1', '2', '3', '4'], 'unit_name': ['A', 'B', 'C', '丁'], 'match_type': ['I', 'II', 'III', 'IV'],
        'score': [0.9, 0.2, 0.3, 0.8]}, [square(WEST + 200 * i, NORTH - 200, 200) for i in range(4)])


@pytest.fixture
def raster(make_raster):
    values = np.repeat(np.repeat([[0.9, 0.2, 0.3, 0.8]], 2, axis=1), 2, axis=0)
    values[0, 6] = 0.1
    return make_raster('resilience', values)


def zones(run_tool, units, **more):
    return run_tool('restorationzones', **{**dict(UNITS=units, ZONES='TEMPORARY_OUTPUT',
                                                  ZONE_AREAS='TEMPORARY_OUTPUT'), **more})


def test_zones_by_hand(run_tool, units, raster):
    found = zones(run_tool, units, RESILIENCE=raster, DISSOLVED='TEMPORARY_OUTPUT')
    rows = found.rows('ZONES')
    # Means 0.9, 0.2, 0.3 and (0.1 + 3 x 0.8) / 4 = 0.625; their mean is 0.50625.
    assert [row['resilience_mean'] for row in rows] == pytest.approx([0.9, 0.2, 0.3, 0.625], abs=1e-6)
    assert found['RESILIENCE_THRESHOLD'] == pytest.approx(0.50625, abs=1e-6)
    assert [row['zone_code'] for row in rows] == ['I-1', 'II-1', 'III-1', 'IV-1']
    assert [row['resilience_level'] for row in rows] == ['high', 'low', 'low', 'high']
    assert [row['purity'] for row in rows] == pytest.approx([1, 1, 1, 0.75])
    assert rows[1]['strategy_zh'].startswith('控制城镇开发边界') and 'corridors' in rows[1]['strategy']
    assert rows[3]['unit_name'] == '丁' and rows[3]['zone_name_zh'] and rows[0]['color'] == '#33689e'
    assert [row['area_ha'] for row in rows] == pytest.approx([4] * 4)
    areas = found.rows('ZONE_AREAS')
    assert [(row['zone_code'], row['units'], row['share']) for row in areas] == [
        ('I-1', 1, 0.25), ('II-1', 1, 0.25), ('III-1', 1, 0.25), ('IV-1', 1, 0.25)]
    assert sum(row['area_ha'] for row in areas) == pytest.approx(sum(row['geometry'].area() for row in rows) / 1e4)
    assert found['COUNT'] == 4 and len(found.rows('DISSOLVED')) == 4
    assert any('I-2, II-2, III-2, IV-2' in text for text in found.feedback.said)


def test_dissolving_joins_neighbours(run_tool, make_vector, square):
    units = make_vector('u', 'Polygon', {'unit_code': ['1', '2'], 'match_type': ['I', 'I'], 's': [1.0, 1.0]},
                        [square(WEST, NORTH, 100), square(WEST + 100, NORTH, 100)])
    found = zones(run_tool, units, RESILIENCE_FIELD='s', DISSOLVED='TEMPORARY_OUTPUT')
    merged = found.rows('DISSOLVED')
    assert len(merged) == 1 and merged[0]['units'] == 2 and merged[0]['area_ha'] == pytest.approx(2)
    assert len(merged[0]['geometry'].asMultiPolygon()) == 1


def test_levels_from_a_field_and_other_methods(run_tool, units):
    def codes(**more):
        return [row['zone_code'] for row in zones(run_tool, units, RESILIENCE_FIELD='score', **more).rows('ZONES')]
    assert codes() == ['I-1', 'II-1', 'III-1', 'IV-1']
    assert codes(METHOD='value', THRESHOLD=0.25) == ['I-1', 'II-1', 'III-2', 'IV-1']
    assert codes(METHOD='value', THRESHOLD=0.95) == ['I-2', 'II-1', 'III-1', 'IV-2']
    assert codes(METHOD='median') == codes(METHOD='jenks2') == ['I-1', 'II-1', 'III-1', 'IV-1']


def test_every_unit_receives_a_zone(run_tool, make_vector, square, raster):
    """One unit smaller than a cell, one outside the raster."""
    units = make_vector('u', 'Polygon', {'unit_code': ['1', '2', '3'], 'match_type': [1, 2, 3]}, [
        square(WEST, NORTH - 200, 800, 200), square(WEST + 810, NORTH - 60, 20), square(WEST + 620, NORTH - 90, 20)])
    found = zones(run_tool, units, RESILIENCE=raster)
    rows = found.rows('ZONES')
    assert [row['zone_code'][:-2] for row in rows] == ['I', 'II', 'III']
    assert rows[1]['resilience_mean'] == pytest.approx(0.8) and 'nearest cell, 70 m' in rows[1]['resilience_note']
    assert rows[2]['resilience_mean'] == pytest.approx(0.1) and rows[0]['resilience_note'] in ('', None)
    assert any('1 units have no cell' in text for text in found.feedback.warnings)


def test_own_rules(run_tool, units, make_vector):
    kinds = ['I', 'II', 'III', 'IV'] * 2
    levels = ['high'] * 4 + ['low'] * 4
    columns = {'type': kinds, 'resilience': levels, 'code': [f'区{i}' for i in range(8)],
               'name_en': [f'zone {i}' for i in range(8)], 'strategy': ['do this'] * 8}
    found = zones(run_tool, units, RESILIENCE_FIELD='score', RULES=make_vector('rules', 'None', columns))
    assert [row['zone_code'] for row in found.rows('ZONES')] == ['区0', '区5', '区6', '区3']
    columns = {key: values[:7] for key, values in columns.items()}
    with pytest.raises(QgsProcessingException, match='lacks rules for 1 combinations.*IV low'):
        zones(run_tool, units, RESILIENCE_FIELD='score', RULES=make_vector('rules', 'None', columns))


def test_zones_say_what_is_wrong(run_tool, units, raster, make_vector, make_raster, square):
    with pytest.raises(QgsProcessingException, match='resilience as a raster or as a field'):
        zones(run_tool, units)
    with pytest.raises(QgsProcessingException, match='needs a threshold'):
        zones(run_tool, units, RESILIENCE=raster, METHOD='value')
    with pytest.raises(QgsProcessingException, match='has no field other'):
        zones(run_tool, units, RESILIENCE=raster, MATCH_FIELD='other')
    with pytest.raises(QgsProcessingException, match='all 4 values are nodata'):
        zones(run_tool, units, RESILIENCE=make_raster('empty', np.full((2, 2), np.nan)))
    gap = make_vector('gap', 'Polygon', {'unit_code': ['7', '8'], 'match_type': ['I', 'V'], 's': [0.5, None]},
                      [square(WEST, NORTH - 100, 100), square(WEST + 100, NORTH - 100, 100)])
    with pytest.raises(QgsProcessingException, match=r'1 units have no matching type.*8 \(V\)'):
        zones(run_tool, gap, RESILIENCE=raster)
    with pytest.raises(QgsProcessingException, match='missing in the field s; the first is unit 8'):
        zones(run_tool, make_vector('hole', 'Polygon', {'unit_code': ['7', '8'], 'match_type': ['I', 'II'],
                                                        's': [0.5, None]},
                                    [square(WEST, NORTH, 100), square(WEST + 100, NORTH, 100)]), RESILIENCE_FIELD='s')


@pytest.fixture
def cells(make_raster):
    """Types and resilience of 2 x 8 cells of 1 ha; a single cell of another type in the first unit."""
    types = np.repeat(np.repeat([[1, 2, 3, 4]], 2, axis=1), 2, axis=0)
    types[0, 0] = 3
    resilience = np.repeat(np.repeat([[0.9, 0.2, 0.3, 0.8]], 2, axis=1), 2, axis=0)
    return make_raster('types', types), make_raster('r', resilience)


def test_zones_per_cell_and_majority(run_tool, units, cells):
    types, resilience = cells
    common = dict(RESILIENCE=resilience, MATCH_RASTER=types, ZONE_RASTER='TEMPORARY_OUTPUT')
    found = zones(run_tool, units, MIN_PATCH=0, MIXED=0.8, **common)
    # The mean of all cells is 0.55; rules are numbered I-1, I-2, II-1, II-2, III-1, III-2, IV-1, IV-2.
    assert found.array('ZONE_RASTER').tolist() == [[6, 1, 3, 3, 5, 5, 7, 7], [1, 1, 3, 3, 5, 5, 7, 7]]
    rows = found.rows('ZONES')
    assert [row['zone_code'] for row in rows] == ['I-1', 'II-1', 'III-1', 'IV-1']
    assert [row['purity'] for row in rows] == [0.75, 1, 1, 1] and [row['mixed'] for row in rows] == [True] + [False] * 3
    assert found['MIXED_UNITS'] == 1 and found['RESILIENCE_THRESHOLD'] == pytest.approx(0.55)
    sieved = zones(run_tool, units, MIN_PATCH=2, **common)
    assert sieved.array('ZONE_RASTER')[0, 0] == 1 and sieved.rows('ZONES')[0]['purity'] == 1
    assert any('1 patches under 2 ha joined' in text for text in sieved.feedback.said)


def test_zones_without_units_are_polygons(run_tool, cells):
    types, resilience = cells
    found = run_tool('restorationzones', RESILIENCE=resilience, MATCH_RASTER=types, MIN_PATCH=2,
                     ZONES='TEMPORARY_OUTPUT', ZONE_AREAS='TEMPORARY_OUTPUT')
    rows = found.rows('ZONES')
    assert [(row['zone_code'], row['area_ha']) for row in rows] == [
        ('I-1', pytest.approx(4)), ('II-1', pytest.approx(4)), ('III-1', pytest.approx(4)), ('IV-1', pytest.approx(4))]
    assert sum(row['area_ha'] for row in found.rows('ZONE_AREAS')) == pytest.approx(16)


def test_zone_raster_of_units(run_tool, units, raster):
    found = zones(run_tool, units, RESILIENCE=raster, ZONE_RASTER='TEMPORARY_OUTPUT', MIN_PATCH=0)
    # The cell of 0.1 in the last unit is low: IV-2.
    assert found.array('ZONE_RASTER').tolist() == [[1, 1, 3, 3, 5, 5, 8, 7], [1, 1, 3, 3, 5, 5, 7, 7]]


def test_cell_zones_say_what_is_wrong(run_tool, units, cells, make_raster):
    types, resilience = cells
    for parameters, message in (
            ({'UNITS': None, 'RESILIENCE': resilience}, 'units with a matching type, or a raster'),
            ({'MATCH_RASTER': types, 'RESILIENCE_FIELD': 'score'}, 'need the resilience as a raster'),
            ({'MATCH_RASTER': make_raster('nine', np.full((2, 8), 9)), 'RESILIENCE': resilience}, 'must be 1 to 4'),
            ({'MATCH_RASTER': make_raster('half', np.full((2, 8), 1), valid=np.arange(16).reshape(2, 8) % 8 < 4),
              'RESILIENCE': resilience}, '2 units have no cell with a zone; the first is unit 3')):
        with pytest.raises(QgsProcessingException, match=message):
            zones(run_tool, units, **parameters)


def five(make_vector):
    """Rules of five levels, 1 the lowest; II at level 2 falls back on level 1."""
    pairs = [(kind, level) for kind in ('I', 'II', 'III', 'IV') for level in (5, 4, 3, 2, 1)]
    return make_vector('five', 'None', {
        'type': [kind for kind, _ in pairs], 'resilience': [str(level) for _, level in pairs],
        'code': [f'{kind}/{level}' for kind, level in pairs], 'name_en': ['z'] * 20, 'strategy': ['s'] * 20,
        'fallback_code': ['II/1' if pair == ('II', 2) else '' for pair in pairs]})


def test_five_levels_of_a_field(run_tool, units, make_vector, square):
    rules = five(make_vector)

    def found(**more):
        return zones(run_tool, units, RESILIENCE_FIELD='score', RULES=rules, **more)
    limited = found(METHOD='limits', LIMITS='0.2, 0.25, 0.5, 0.85')
    assert [row['zone_code'] for row in limited.rows('ZONES')] == ['I/5', 'II/2', 'III/3', 'IV/4']
    assert limited['RESILIENCE_THRESHOLD'] == 0.85
    assert any('Levels of resilience begin at 2 0.2, 3 0.25, 4 0.5, 5 0.85' in text for text in limited.feedback.said)
    fallen = found(METHOD='limits', LIMITS='0.2, 0.25, 0.5, 0.85', FALLBACK=True)
    assert [row['zone_code'] for row in fallen.rows('ZONES')] == ['I/5', 'II/1', 'III/3', 'IV/4']
    classes = make_vector('classed', 'Polygon', {
        'unit_code': ['1', '2'], 'match_type': ['I', 'IV'], 'level': [2, 5]},
        [square(WEST, NORTH, 100), square(WEST + 100, NORTH, 100)])
    given = run_tool('restorationzones', UNITS=classes, RESILIENCE_FIELD='level', METHOD='classes', RULES=rules,
                     ZONES='TEMPORARY_OUTPUT', ZONE_AREAS='TEMPORARY_OUTPUT')
    assert [row['zone_code'] for row in given.rows('ZONES')] == ['I/2', 'IV/5']
    for parameters, message in (({}, '5 levels of resilience .*but mean divides into two'),
                                ({'METHOD': 'limits'}, 'needs the limits of the levels'),
                                ({'METHOD': 'limits', 'LIMITS': '0.5'}, 'need 4 limits between them; 1 are given'),
                                ({'METHOD': 'classes'}, 'whole numbers from 1 .lowest. to 5'),
                                ({'METHOD': 'jenks'}, 'only 4 different values')):
        with pytest.raises(QgsProcessingException, match=message):
            found(**parameters)


def test_a_raster_of_classes(run_tool, units, make_vector, make_raster):
    """A unit is of the level most of its cells have, not of their mean."""
    classes = np.array([[1, 1, 2, 2, 3, 3, 5, 5], [1, 5, 2, 4, 3, 3, 4, 5]])
    found = zones(run_tool, units, RESILIENCE=make_raster('classes', classes), METHOD='classes',
                  RULES=five(make_vector), ZONE_RASTER='TEMPORARY_OUTPUT', MIN_PATCH=0)
    rows = found.rows('ZONES')
    assert [row['zone_code'] for row in rows] == ['I/1', 'II/2', 'III/3', 'IV/5']
    assert [row['purity'] for row in rows] == [0.75, 0.75, 1, 0.75] and rows[0]['resilience_mean'] == 2
    # The rules of type I are numbered 1 (level 5) to 5 (level 1), those of II from 6 on.
    assert found.array('ZONE_RASTER').tolist() == [[5, 5, 9, 9, 13, 13, 16, 16], [5, 1, 9, 7, 13, 13, 17, 16]]
    kinds = np.repeat(np.repeat([[1, 2, 3, 4]], 2, axis=1), 2, axis=0)
    cells = zones(run_tool, units, RESILIENCE=make_raster('classes', classes), METHOD='classes', MIN_PATCH=0,
                  RULES=five(make_vector), MATCH_RASTER=make_raster('kinds', kinds), ZONE_RASTER='TEMPORARY_OUTPUT')
    assert cells.array('ZONE_RASTER').tolist() == found.array('ZONE_RASTER').tolist()
    assert [row['zone_code'] for row in cells.rows('ZONES')] == ['I/1', 'II/2', 'III/3', 'IV/5']


def test_quantile_levels_of_cells(run_tool, units, cells, make_vector):
    types, resilience = cells
    found = zones(run_tool, units, MIN_PATCH=0, RESILIENCE=resilience, MATCH_RASTER=types, METHOD='quantile',
                  RULES=five(make_vector))
    # Four cells each of 0.2, 0.3, 0.8, 0.9: the quantiles at 1/5 to 4/5 of the sixteen are 0.2, 0.3, 0.8 and 0.9.
    assert [row['zone_code'] for row in found.rows('ZONES')] == ['I/5', 'II/2', 'III/3', 'IV/4']


def test_the_fallback_zones_of_the_shipped_table(run_tool, units):
    found = zones(run_tool, units, RESILIENCE_FIELD='score', METHOD='value', THRESHOLD=0.95, FALLBACK=True)
    assert [row['zone_code'] for row in found.rows('ZONES')] == ['I-1', 'II-1', 'III-1', 'IV-1']
    assert [row['resilience_level'] for row in found.rows('ZONES')] == ['low'] * 4
