"""The supply and demand tools through QGIS."""

import numpy as np
import pytest
from qgis.core import QgsProcessingException

WEST, NORTH = 500000.0, 4000000.0


@pytest.fixture
def four_units(make_raster, make_vector, square):
    """The published probe S = 10, 4, 6, 1 and D = 2, 8, 6, 0 as four units of 2 x 2 cells of 100 m in a row."""
    def spread(values):
        return np.repeat(np.repeat([values], 2, axis=1), 2, axis=0) / 4.0
    supply = make_raster('supply', spread([10, 4, 6, 1]))
    demand = make_raster('demand', spread([2, 8, 6, 0]))
    units = make_vector('units', 'Polygon', {
        'unit_code': ['430101', '430102', '430103', '430104'], 'unit_name': ['A', 'B', 'C', '丁'],
        'pop': [10, 20, 30, 40]}, [square(WEST + 200 * i, NORTH - 200, 200) for i in range(4)])
    return supply, demand, units


def ratio(run_tool, layers, **more):
    supply, demand, units = layers
    return run_tool('supplydemandratio', **{**dict(SUPPLY=[supply], DEMAND=[demand], SERVICES='food', UNITS=units,
                                                   OUTPUT='TEMPORARY_OUTPUT', CLASS_AREAS='TEMPORARY_OUTPUT'), **more})


def test_ratio_of_units_is_the_probe(run_tool, four_units):
    found = ratio(run_tool, four_units)
    rows = found.rows('OUTPUT')
    assert [row['food_supply'] for row in rows] == [10, 4, 6, 1]
    assert [row['food_demand'] for row in rows] == [2, 8, 6, 0]
    assert [row['food_esdr'] for row in rows] == pytest.approx([0.888889, -0.444444, 0, 0.111111], abs=1e-6)
    assert [row['cesdr'] for row in rows] == [row['food_esdr'] for row in rows]
    assert [row['cesdr_class'] for row in rows] == [7, 2, 4, 5]
    assert [row['cesdr_label'] for row in rows] == ['High surplus', 'Medium deficit', 'Balance', 'Low surplus']
    assert [row['cesdr_label_zh'] for row in rows] == ['高盈余', '中赤字', '供需平衡', '低盈余']
    assert [row['pop'] for row in rows] == [10, 20, 30, 40] and rows[3]['unit_name'] == '丁'
    assert [row['area_ha'] for row in rows] == pytest.approx([4] * 4)
    areas = found.rows('CLASS_AREAS')
    assert [row['class'] for row in areas] == list(range(1, 8))
    assert [row['area_ha'] for row in areas] == pytest.approx([0, 4, 0, 4, 4, 0, 4])
    assert sum(row['share'] for row in areas) == pytest.approx(1)
    assert (found['SURPLUS_SHARE'], found['DEFICIT_SHARE']) == (0.5, 0.25)


def test_ratio_of_cells_and_weights(run_tool, four_units, tmp_path, make_raster):
    supply, demand, units = four_units
    half = make_raster('half', np.full((2, 8), 0.5))
    found = ratio(run_tool, four_units, SUPPLY=[supply, half], DEMAND=[demand, half], SERVICES='food, water',
                  SERVICE_WEIGHTS='3,1', RATIO=str(tmp_path / '比率.tif'))
    cells = found.array('RATIO')
    # Per cell S is 2.5, 1, 1.5, 0.25 and D 0.5, 2, 1.5, 0; water is in balance everywhere.
    assert cells[0, ::2] == pytest.approx(0.75 * np.array([2, -1, 0, 0.25]) / 2.25, abs=1e-6)
    assert [row['cesdr'] for row in found.rows('OUTPUT')] == pytest.approx(
        [0.75 * row['food_esdr'] for row in found.rows('OUTPUT')])


def test_a_unit_outside_the_rasters_has_no_ratio_and_is_named(run_tool, four_units, make_vector, square):
    supply, demand, _ = four_units
    units = make_vector('units', 'Polygon', {'unit_code': ['1', '2', '9']}, [
        square(WEST, NORTH - 200, 400), square(WEST + 400, NORTH - 200, 400), square(WEST + 9000, NORTH, 100)])
    found = ratio(run_tool, (supply, demand, units))
    assert [row['unit_name'] for row in found.rows('OUTPUT')] == ['1', '2', '9']
    assert any('1 units have no ratio' in text and '9' in text for text in found.feedback.warnings)
    with pytest.raises(QgsProcessingException, match='food_supply of unit 9'):
        run_tool('supplydemandmatching', UNITS=found.layer('OUTPUT'), SERVICES='food', OUTPUT='TEMPORARY_OUTPUT')


@pytest.mark.parametrize('change, message', [
    ({'SERVICES': 'food,water'}, '1 supply rasters, 1 demand rasters and 2 service names'),
    ({'SERVICES': 'food,food'}, 'more than once'),
    ({'SERVICES': ' '}, 'at least one service'),
    ({'BREAKS': '1,0'}, 'larger than the one before'),
    ({'BREAKS': '0,x'}, 'is no number'),
    ({'SERVICE_WEIGHTS': '1,2'}, '2 weights for 1 services'),
    ({'UNIT_CODE': 'nothing'}, 'has no field nothing')])
def test_ratio_says_what_is_wrong(run_tool, four_units, change, message):
    with pytest.raises(QgsProcessingException, match=message):
        ratio(run_tool, four_units, **change)


def test_ratio_refuses_other_grids(run_tool, four_units, make_raster):
    supply, _, units = four_units
    shifted = make_raster('shifted', np.ones((2, 8)), origin=(WEST + 30, NORTH))
    with pytest.raises(QgsProcessingException, match='the origin differs'):
        ratio(run_tool, (supply, shifted, units))


def matching(run_tool, units, **more):
    return run_tool('supplydemandmatching', **{**dict(UNITS=units, SERVICES='food', OUTPUT='TEMPORARY_OUTPUT'), **more})


def test_matching_continues_the_ratio(run_tool, four_units):
    before = ratio(run_tool, four_units)
    found = matching(run_tool, before.layer('OUTPUT'))
    rows = found.rows('OUTPUT')
    assert [row['z_supply'] for row in rows] == pytest.approx([1.4530, -0.3824, 0.2294, -1.3000], abs=1e-4)
    assert [row['z_demand'] for row in rows] == pytest.approx([-0.6325, 1.2649, 0.6325, -1.2649], abs=1e-4)
    assert [row['match_type'] for row in rows] == ['IV', 'II', 'I', 'III']
    assert rows[0]['match_label'] == 'High supply, low demand' and rows[0]['match_label_zh'] == '高供给-低需求'
    assert [row['ambiguous'] for row in rows] == [False] * 4 and rows[0]['cesdr'] == pytest.approx(0.888889, abs=1e-6)
    assert [found[f'COUNT_{kind}'] for kind in ('I', 'II', 'III', 'IV', 'AMBIGUOUS')] == [1, 1, 1, 1, 0]


def test_large_units_are_not_rich_by_size_alone(run_tool, make_vector, square):
    units = make_vector('units', 'Polygon', {
        'unit_code': ['a', 'b', 'c'], 'food_supply': [40.0, 20.0, 5.0], 'food_demand': [1.0, 2.0, 3.0]},
        [square(WEST, NORTH, 400), square(WEST + 400, NORTH, 100), square(WEST + 500, NORTH, 100)])
    by_area, by_total = matching(run_tool, units), matching(run_tool, units, BASIS='total')
    # Per hectare 2.5, 20, 5; in all 40, 20, 5.
    assert [row['z_supply'] > 0 for row in by_area.rows('OUTPUT')] == [False, True, False]
    assert [row['z_supply'] > 0 for row in by_total.rows('OUTPUT')] == [True, False, False]


def test_matching_says_what_is_wrong(run_tool, four_units, make_vector, square):
    with pytest.raises(QgsProcessingException, match='has no field food_supply'):
        matching(run_tool, four_units[2])
    one = make_vector('one', 'Polygon', {'unit_code': ['a'], 'food_supply': [1.0], 'food_demand': [1.0]},
                      [square(WEST, NORTH, 400)])
    with pytest.raises(QgsProcessingException, match='at least two'):
        matching(run_tool, one)
    same = make_vector('same', 'Polygon', {'unit_code': ['a', 'b'], 'food_supply': [1.0, 1.0],
                                           'food_demand': [1.0, 2.0]},
                       [square(WEST, NORTH, 400), square(WEST + 400, NORTH, 400)])
    with pytest.raises(QgsProcessingException, match='have the same supply_index'):
        matching(run_tool, same)
    double = make_vector('double', 'Polygon', {'unit_code': ['a', 'a'], 'food_supply': [1.0, 1.0],
                                               'food_demand': [1.0, 2.0]},
                         [square(WEST, NORTH, 400), square(WEST + 400, NORTH, 400)])
    with pytest.raises(QgsProcessingException, match=r'a \(2\)'):
        matching(run_tool, double)


def test_outliers_are_named_and_the_cap_is_shown(run_tool, make_raster, make_vector, square, tmp_path):
    values = np.arange(1.0, 31)
    values[29] = 900
    units = make_vector('many', 'Polygon', {'unit_code': [f'{i:02d}' for i in range(30)],
                                            'unit_name': [f'<n{i}>' for i in range(30)]},
                        [square(WEST + 100 * i, NORTH - 100, 100) for i in range(30)])
    layers = (make_raster('s', values[None]), make_raster('d', values[None, ::-1] % 31), units)
    plain = ratio(run_tool, layers)
    assert any('food_supply is so large in 1 units (<n29>' in text for text in plain.feedback.warnings)
    capped = ratio(run_tool, layers, CAP=95, REPORT=str(tmp_path / '报告.html'))
    assert not any('compressed' in text for text in capped.feedback.warnings)
    assert any('food_supply is cut to 28.55 in these units: <n28>, <n29>' in text for text in capped.feedback.said)
    spread = [np.ptp([row['food_esdr'] for row in found.rows('OUTPUT')][:28]) for found in (plain, capped)]
    assert spread[1] > 10 * spread[0]
    page = (tmp_path / '报告.html').read_text(encoding='utf-8')
    assert '&lt;n29&gt;' in page and '<n29>' not in page and page.count('<svg') == 2 and '<script' not in page


def test_limits_that_follow_the_data_never_mix_signs(run_tool, four_units):
    found = ratio(run_tool, four_units, CLASSES_BY='zero_locked', CLASSES=2)
    areas = found.rows('CLASS_AREAS')
    assert [row['upper'] for row in areas][0] == 0 and [row['units'] for row in areas] == [2, 2]
    assert found['DEFICIT_SHARE'] == 0.5


def test_types_per_cell_and_quadrant_report(run_tool, four_units, make_raster, tmp_path):
    before = ratio(run_tool, four_units)
    supply, demand = (make_raster(name, np.array([values + [np.nan]])) for name, values in (
        ('s', [10.0, 4, 6, 1]), ('d', [2.0, 8, 6, 0])))
    found = matching(run_tool, before.layer('OUTPUT'), SUPPLY=[supply], DEMAND=[demand], TYPES='TEMPORARY_OUTPUT',
                     REPORT=str(tmp_path / '象限.html'))
    assert found.array('TYPES')[0] == pytest.approx([4, 2, 1, 3, np.nan], nan_ok=True)
    page = (tmp_path / '象限.html').read_text(encoding='utf-8')
    assert page.count('<circle') == 4 and 'Ambiguous units' in page and '<script' not in page
    with pytest.raises(QgsProcessingException, match='need the rasters of supply'):
        matching(run_tool, before.layer('OUTPUT'), TYPES='TEMPORARY_OUTPUT')
    with pytest.raises(QgsProcessingException, match='1 supply rasters, 2 demand rasters'):
        matching(run_tool, before.layer('OUTPUT'), SUPPLY=[supply], DEMAND=[demand] * 2, TYPES='TEMPORARY_OUTPUT')


def test_one_unit_alone(run_tool, make_raster, make_vector, square):
    """A ratio needs no other unit; what compares units says so."""
    units = make_vector('one', 'Polygon', {'unit_code': ['1']}, [square(WEST, NORTH - 200, 200)])
    found = ratio(run_tool, (make_raster('s', np.full((2, 2), 3.0)), make_raster('d', np.full((2, 2), 1.0)), units))
    assert found.rows('OUTPUT')[0]['cesdr'] == pytest.approx((12 - 4) / 8) and found['SURPLUS_SHARE'] == 1
    with pytest.raises(QgsProcessingException, match='at least two; there is 1'):
        matching(run_tool, found.layer('OUTPUT'))
    zones = run_tool('restorationzones', UNITS=make_vector('typed', 'Polygon', {
        'unit_code': ['1'], 'match_type': ['II'], 'r': [0.4]}, [square(WEST, NORTH, 200)]), RESILIENCE_FIELD='r',
        ZONES='TEMPORARY_OUTPUT', ZONE_AREAS='TEMPORARY_OUTPUT')
    assert [row['zone_code'] for row in zones.rows('ZONES')] == ['II-2']
