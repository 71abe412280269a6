"""Grids, the data standard and the checks of inputs, by hand."""

import math

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import ParameterError, TableError
from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.core.prepare.alignment import (
    boundary_shift,
    gcj02_shift,
    grid_offset,
    is_suspicious,
    snapped_grid,
    unique_names,
    valid_box,
)
from ecorestore.ecorestore_plugin.core.prepare.attributes import check_fields, check_parents, check_unit_codes
from ecorestore.ecorestore_plugin.core.prepare.findings import Finding, Words, by_severity, count_of
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


def test_findings_are_ordered_and_counted():
    findings = [Finding('a', 'x', severity, Words('w')) for severity in ('note', 'error', 'warning', 'error')]
    assert [f.severity for f in by_severity(findings)] == ['error', 'error', 'warning', 'note']
    assert count_of(findings, 'error') == 2
