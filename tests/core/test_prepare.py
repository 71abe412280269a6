"""Grids, the data standard and the checks of inputs, by hand."""

import math

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import ParameterError, TableError
from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.core.prepare.alignment import grid_offset, snapped_grid, unique_names, valid_box
from ecorestore.ecorestore_plugin.core.prepare.attributes import (
    check_fields,
    check_parents,
    check_unit_codes,
    is_spoilt,
)
from ecorestore.ecorestore_plugin.core.prepare.displacement import (
    boundary_shift,
    find_displacement,
    gcj02_from_wgs84,
    gcj02_shift,
    is_suspicious,
    mask_outline,
    points_along,
    sample_points,
)
from ecorestore.ecorestore_plugin.core.prepare.findings import Finding, Words, by_layer, count_of
from ecorestore.ecorestore_plugin.core.prepare.rasters import check_codes_both_ways, check_soil_sum, check_values
from ecorestore.ecorestore_plugin.core.prepare.standard import Rule, kind_of, rule_for, rules_from

NAN = np.nan
NDVI = Rule('ndvi', ('ndvi',), 'continuous', '', -1.0, 1.0)
LAND = Rule('landcover', ('landcover',), 'class', '', 1.0, 999.0)


def summary(findings):
    return [(f.check, f.severity, f.place, f.count) for f in findings]


# Alignment.

def test_snapped_grid_covers_the_extent_on_multiples_of_the_cell():
    grid = snapped_grid((105.0, 210.0, 380.0, 499.0), 100.0, 'wkt')
    assert grid.extent == (100.0, 200.0, 400.0, 500.0)
    assert grid.shape == (3, 3) and grid.crs_wkt == 'wkt'


def test_an_extent_on_the_grid_stays_as_it_is():
    assert snapped_grid((0.3 - 0.3, 0.0, 0.3 * 7, 0.3), 0.3).shape == (1, 7)


@pytest.mark.parametrize('extent, cell', [((0, 0, 0, 10), 1), ((0, 10, 10, 0), 1), ((0, 0, 10, 10), 0)])
def test_no_grid_without_area_or_cell(extent, cell):
    with pytest.raises(ParameterError, match='give no grid'):
        snapped_grid(extent, cell)


def test_offset_in_cells():
    one = Grid((5, 5), (1030.0, 100.0, 0, 990.0, 0, -100.0))
    two = Grid((9, 9), (0.0, 100.0, 0, 0.0, 0, -100.0))
    assert grid_offset(one, two) == pytest.approx((0.3, 0.1))


def test_equal_names_are_told_apart_whatever_their_case():
    assert unique_names(['dem', 'DEM', 'a', 'dem', 'dem_2']) == ['dem', 'DEM_2', 'a', 'dem_3', 'dem_2_2']


def test_valid_box_of_non_square_cells():
    grid = Grid((4, 5), (100.0, 10.0, 0, 200.0, 0, -20.0))
    valid = np.zeros((4, 5), bool)
    valid[1, 2] = valid[2, 3] = True
    assert valid_box(valid, grid) == (120.0, 140.0, 140.0, 180.0)
    assert valid_box(np.zeros((4, 5), bool), grid) is None


def test_a_shift_needs_areas_of_one_size():
    assert boundary_shift((510, 150, 1510, 1150), (0, 0, 1000, 1000), 20) == (510, 150)
    assert boundary_shift((510, 150, 1700, 1150), (0, 0, 1000, 1000), 20) is None
    assert is_suspicious((510, 150)) and not is_suspicious((30, 40)) and not is_suspicious((900, 0))
    assert not is_suspicious(None)


def test_gcj02_at_tiananmen():
    # Tiananmen: WGS 84 39.90733, 116.39124 is shown at 39.90874, 116.39749.
    east, north = gcj02_shift(116.39124, 39.90733)
    assert east == pytest.approx(0.00625 * 111320 * math.cos(math.radians(39.907)), abs=5)
    assert north == pytest.approx(0.00141 * 111000, abs=5)
    assert gcj02_shift(-70.0, 40.0) == (0.0, 0.0)


# The standard.

def test_rules_need_their_columns_kinds_and_numbers():
    columns = {'layer': ['ndvi'], 'hints': ['植被指数'], 'kind': ['continuous'], 'unit': [None], 'minimum': ['-1'],
               'maximum': ['']}
    rule, = rules_from(columns)
    assert rule.hints == ('ndvi', '植被指数') and rule.minimum == -1 and np.isnan(rule.maximum) and rule.unit == ''
    with pytest.raises(TableError, match='minimum'):
        rules_from({key: values for key, values in columns.items() if key != 'minimum'})
    with pytest.raises(TableError, match='kind "odd"'):
        rules_from({**columns, 'kind': ['odd']})
    with pytest.raises(TableError, match='no number'):
        rules_from({**columns, 'minimum': ['low']})


def test_a_layer_is_known_by_its_longest_hint():
    rules = [Rule('dem', ('dem', '高程'), 'continuous', 'm', -500, 9000),
             Rule('population', ('population', 'pop', '人口'), 'amount', '', 0, NAN),
             Rule('population_density', ('population_density', '人口密度'), 'density', '', 0, NAN)]
    assert rule_for('DEM_30m', rules).layer == 'dem'
    assert rule_for('food_demand', rules) is None
    assert rule_for('湖南高程', rules).layer == 'dem'
    assert rule_for('pop2020', rules).layer == 'population'
    assert rule_for('Population density 2020', rules).layer == 'population_density'
    assert rule_for('人口密度', rules).layer == 'population_density'


def test_kind_by_name_then_by_values():
    rules = [Rule('population', ('pop',), 'amount', '', 0, NAN)]
    assert kind_of('pop', True, 12, rules) == 'amount'
    assert kind_of('zones', True, 6, rules) == 'class'
    assert kind_of('height', True, 200, rules) == 'continuous'
    assert kind_of('index', False, 3, rules) == 'continuous'


# Rasters.

def test_a_sound_raster_has_no_finding():
    assert check_values('ndvi', np.array([[0.1, 0.9]]), NDVI) == []


def test_all_nodata():
    assert summary(check_values('ndvi', np.full((2, 3), NAN), NDVI)) == [('nodata', 'error', '', 6)]


def test_one_cell():
    assert check_values('ndvi', np.array([[0.4]]), NDVI) == []


def test_nodata_share_and_holes():
    values = np.array([[0.1, NAN], [0.3, 0.4]])
    assert summary(check_values('ndvi', values, NDVI)) == [('nodata', 'note', '', 1)]
    wanted = np.array([[True, True], [False, True]])
    assert ('nodata', 'warning', 'row 0, column 1', 1) in summary(check_values('ndvi', values, NDVI, wanted))


def test_undeclared_nodata_is_named_and_does_not_hide_other_values():
    found = check_values('ndvi', np.array([[0.1, -9999.0], [1.7, 0.2]]), NDVI)
    assert summary(found) == [('nodata', 'error', 'row 0, column 1', 1), ('range', 'error', 'row 1, column 0', 1)]
    assert '-9999' in str(found[0].message) and '1.7' in str(found[1].message)
    assert check_values('count', np.array([[32767.0, 1.0]]), Rule('x', (), 'amount', '', 0, 1e6)) == []


def test_infinite_and_constant_values():
    assert ('range', 'error', 'row 0, column 0', 1) in summary(check_values('x', np.array([[np.inf, 1.0]])))
    assert summary(check_values('x', np.array([[2.0, 2.0]]))) == [('range', 'warning', '', 2)]


def test_classes_have_no_fractions():
    assert ('codes', 'error', 'row 0, column 1', 1) in summary(check_values('lc', np.array([[1.0, 2.5, NAN]]), LAND))


def test_soil_fractions_sum_to_a_hundred():
    layers = {'sand': ('s', np.array([[40.0, 40.0]])), 'silt': ('u', np.array([[35.0, 40.0]])),
              'clay': ('t', np.array([[25.0, 25.0]]))}
    found, = check_soil_sum(layers)
    assert (found.place, found.count) == ('row 0, column 1', 1) and '105' in str(found.message)
    assert check_soil_sum({'sand': layers['sand']}) == []


def test_codes_both_ways():
    found = check_codes_both_ways([('a', {1: 10, 7: 3}), ('b', {2: 5})], 'table', [1, 2, 2, 9])
    assert [(f.layer, f.severity, f.count) for f in found] == [('a', 'error', 3), ('table', 'error', 1),
                                                               ('table', 'warning', 1)]
    assert '7 (3)' in str(found[0].message) and '9' in str(found[2].message)
    assert check_codes_both_ways([], 'table', [1]) == []


# Attributes.

def test_unit_codes():
    found = check_unit_codes('units', ['430101', '', '43010', '430101', None], ['#1', '#2', '#3', '#4', '#5'])
    assert summary(found) == [('unit_code', 'error', '#2', 2), ('unit_code', 'error', '#3', 1),
                              ('unit_code', 'error', '#1', 2)]
    assert '430101 (2)' in str(found[2].message)


@pytest.mark.parametrize('code, parent, fits', [
    ('430101', '430100', True), ('430101', '4301', True), ('430101', '43', True), ('430101', '430000', True),
    ('430100', '430000', True), ('430101', '430200', False), ('430101', '4302', False), ('430101', '110000', False),
    ('430101', 'Hunan', False)])
def test_parents_share_the_prefix(code, parent, fits):
    assert (check_parents('units', [code], [parent], ['#1']) == []) is fits


def test_missing_parents():
    assert summary(check_parents('units', ['430101'], [''], ['#1'])) == [('parent_code', 'error', '#1', 1)]


def test_fields():
    columns = {'unit_name': ['a', None], 'pop': [5, -1], 'note': ['fine', '锟斤拷'], 'other': [None, -3]}
    found = check_fields('units', columns, ['#1', '#2'])
    assert summary(found) == [('fields', 'error', '#2', 1)] * 2 + [('fields', 'warning', '#2', 1)]
    assert check_fields('units', {'unit_name': ['长沙县', 'Ürümqi']}, ['#1', '#2']) == []


@pytest.mark.parametrize('text, spoilt', [
    ('长沙县', False), ('Ürümqi', False), ('Besançon', False), ('café', False), ('', False), ('湘西自治州', False),
    ('锟斤拷', True), ('\ufffd\ufffd', True), ('长沙县'.encode('gbk').decode('latin-1'), True),
    ('长沙县'.encode().decode('latin-1'), True), ('长沙县'.encode().decode('gb18030', 'ignore'), True)])
def test_text_in_a_wrong_encoding_is_recognised(text, spoilt):
    assert is_spoilt(text) is spoilt


def test_dates_are_written_as_in_iso_8601():
    columns = {'survey_date': ['2024-05-31', '2024', '31.5.2024', None], 'update': ['now'] * 4,
               '日期': ['2024-05-31T10:20:30Z', '2024-05', '', 'May']}
    assert summary(check_fields('units', columns, ['#1', '#2', '#3', '#4'])) == [
        ('fields', 'warning', '#3', 1), ('fields', 'warning', '#4', 1)]


def test_findings_are_listed_layer_by_layer_and_counted():
    findings = [Finding(layer, 'x', severity, Words('w')) for layer, severity in (
        ('a', 'note'), ('b', 'warning'), ('c', 'note'), ('c', 'error'), ('a', 'warning'), ('b', 'warning'))]
    assert [(f.layer, f.severity) for f in by_layer(findings)] == [
        ('c', 'error'), ('c', 'note'), ('a', 'warning'), ('a', 'note'), ('b', 'warning'), ('b', 'warning')]
    assert count_of(findings, 'error') == 1 and count_of(findings, 'warning') == 3


# Displacement.

# Positions before and after, as the public libraries for this transformation publish them in their tests.
@pytest.mark.parametrize('latitude, longitude, shown', [
    (31.1774276, 121.5272106, (31.17530398364597, 121.531541859215)),
    (22.543847, 113.912316, (22.540796131694766, 113.9171764808363)),
    (39.911954, 116.377817, (39.91334545536069, 116.38404722455657))])
def test_gcj02_probes(latitude, longitude, shown):
    found = gcj02_from_wgs84(longitude, latitude)
    assert (found[1], found[0]) == pytest.approx(shown, abs=1e-7)


def test_gcj02_takes_arrays_and_leaves_the_rest_of_the_world():
    longitude, latitude = gcj02_from_wgs84(np.array([2.35, 113.0]), np.array([48.85, 28.2]))
    assert (longitude[0], latitude[0]) == (2.35, 48.85)
    one = gcj02_from_wgs84(113.0, 28.2)
    assert (longitude[1], latitude[1]) == pytest.approx(one)


def test_outline_of_a_mask_by_hand():
    valid = np.zeros((3, 4), bool)
    valid[1, 1] = True
    found = mask_outline(valid, (100.0, 10.0, 0, 200.0, 0, -20.0))
    assert sorted(map(tuple, found)) == [(110, 160, 120, 160), (110, 180, 110, 160), (110, 180, 120, 180),
                                         (120, 180, 120, 160)]
    assert mask_outline(np.ones((3, 3), bool), (0, 1, 0, 0, 0, -1)).shape == (0, 4)


def test_points_on_lines():
    found = points_along([(0, 0, 10, 0), (0, 5, 0, 5)], 4)
    assert found == pytest.approx(np.array([[10 / 6, 0], [5, 0], [50 / 6, 0], [0, 5]]))
    assert 1500 < len(sample_points([(0, 0, 40000, 0)] * 3)) < 6000


def coast(seed, shift=(0.0, 0.0)):
    """A wiggly closed line of some 60 km."""
    draw = np.random.default_rng(seed)
    angle = np.linspace(0, 2 * math.pi, 400, endpoint=False)
    radius = 8000 + sum(1500 / k * np.sin(k * angle + draw.uniform(0, 6)) for k in range(2, 25))
    ends = np.column_stack([radius * np.cos(angle), radius * np.sin(angle)]) + shift
    return np.hstack([ends, np.roll(ends, -1, axis=0)])


@pytest.mark.parametrize('seed', range(3))
@pytest.mark.parametrize('sign', [1, -1])
def test_the_displaced_layer_is_named(seed, sign):
    shift = np.array([540.0, -310.0])
    points = sample_points(coast(seed, sign * shift))
    found = find_displacement(points, coast(seed), np.tile(shift, (len(points), 1)))
    assert found.of_reference is (sign < 0)
    assert (found.east, found.north) == pytest.approx((540, -310), abs=10)
    assert found.expected == pytest.approx(math.hypot(540, 310)) and found.after < 10 < found.before


@pytest.mark.parametrize('shift', [(0, 0), (60, -40), (-310, 540), (540, 310), (1200, -700)])
def test_other_offsets_are_not_taken_for_it(shift):
    points = sample_points(coast(1, shift))
    assert find_displacement(points, coast(1), np.tile([540.0, -310.0], (len(points), 1))) is None


def test_layers_of_different_things_are_not_compared():
    points = sample_points(coast(1))
    expected = np.tile([540.0, -310.0], (len(points), 1))
    assert find_displacement(points, coast(2), expected) is None
    assert find_displacement(points, coast(1, (90000, 0)), expected) is None
    assert find_displacement(points, np.zeros((0, 4)), expected) is None
    assert find_displacement(np.zeros((0, 2)), coast(1), np.zeros((0, 2))) is None
    assert find_displacement(points, coast(1, (540, -310)), np.zeros(points.shape)) is None


@pytest.mark.parametrize('cell, displaced', [(100, True), (500, True), (500, False)])
def test_a_boundary_beside_the_edge_of_raster_data(cell, displaced):
    side = int(24000 / cell)
    x, y = np.meshgrid((np.arange(side) + .5) * cell - 12000, 12000 - (np.arange(side) + .5) * cell)
    border = coast(4)[:, :2]
    valid = np.hypot(x, y) < np.interp(np.arctan2(y, x) % (2 * math.pi), np.linspace(0, 2 * math.pi, 401),
                                       np.hypot(*np.vstack([border, border[:1]]).T))
    edge = mask_outline(valid, (-12000.0, cell, 0, 12000.0, 0, -cell))
    shift = np.array([540.0, -310.0])
    points = sample_points(coast(4, shift if displaced else (0, 0)))
    found = find_displacement(points, edge, np.tile(shift, (len(points), 1)), cell)
    if not displaced:
        assert found is None
        return
    assert not found.of_reference
    assert (found.east, found.north) == pytest.approx((540, -310), abs=0.3 * cell)
