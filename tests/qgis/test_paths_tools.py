"""Least-cost paths and security levels as tools."""

import numpy as np
import pytest
from qgis.core import QgsGeometry, QgsProcessingException, QgsRectangle

from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.qgis_io.shapes import polygon_of_cells, polygons_of_cells
from ecorestore.ecorestore_plugin.qgis_io.vector import polygonize

ROOT2 = np.sqrt(2)


@pytest.fixture
def wall(make_raster):
    """10 x 20 cells of 100 m with resistance 2; nodata in columns 8 to 11 except for a gap in row 7."""
    resistance = np.full((10, 20), 2.0)
    resistance[:, 8:12] = np.nan
    resistance[7, 8:12] = 2.0
    return make_raster('resistance', resistance, valid=np.isfinite(resistance))


@pytest.fixture
def starts(make_vector):
    """The centres of cells (0, 0), (9, 2) and one far outside."""
    return make_vector('starts', 'Point', {'name': ['b', 'a', 'far']},
                       ['POINT(500050 3999950)', 'POINT(500250 3999050)', 'POINT(900000 3999050)'])


@pytest.fixture
def ends(make_vector, square):
    """Cells (0..1, 18..19) and (8..9, 6..7)."""
    return make_vector('ends', 'Polygon', {'source_id': [1, 2]},
                       [square(501800, 3999800, 200), square(500600, 3999000, 200)])


def paths(run_tool, resistance, starts, **more):
    return run_tool('leastcostpaths', RESISTANCE=resistance, SOURCES=starts, PATHS='TEMPORARY_OUTPUT', **more)


def test_nearest_and_all(run_tool, wall, starts, ends):
    run = paths(run_tool, wall, starts, SOURCE_ID='name', ENDS=ends)
    rows = {row['from_id']: row for row in run.rows('PATHS')}
    assert {key: row['to_id'] for key, row in rows.items()} == {'a': 2, 'b': 2}
    # b: 6 diagonal steps and 2 down to cell (8, 6).
    assert rows['b']['cost'] == pytest.approx(2 * 100 * (6 * ROOT2 + 2)) and rows['a']['cost'] == 2 * 400
    assert rows['b']['length_m'] == pytest.approx(100 * (6 * ROOT2 + 2)) and rows['a']['euclid_m'] == 350
    assert rows['a']['cost_euclid'] == pytest.approx(800 / 350) and rows['a']['cost_length'] == 2
    assert run['PATH_COUNT'] == 2 and run['UNREACHABLE'] == 0
    assert any('1 features have no cell with a resistance and take no part: far' in text
               for text in run.feedback.warnings)
    every = paths(run_tool, wall, starts, SOURCE_ID='name', ENDS=ends, TARGETS='all')
    assert [(row['path_id'], row['from_id'], row['to_id']) for row in every.rows('PATHS')] == [
        (1, 'a', 1), (2, 'a', 2), (3, 'b', 1), (4, 'b', 2)]


def test_the_cost_is_the_surface_of_the_end_at_the_start(run_tool, wall, starts, ends):
    run = paths(run_tool, wall, starts, SOURCE_ID='name', ENDS=ends, TARGETS='all')
    for end in (1, 2):
        ends.setSubsetString(f'"source_id" = {end}')
        surface = run_tool('cumulativeresistance', RESISTANCE=wall, SOURCES=ends, COST='TEMPORARY_OUTPUT')
        costs = surface.array('COST')
        for row in run.rows('PATHS'):
            if row['to_id'] == end:
                assert row['cost'] == pytest.approx(costs[(9, 2) if row['from_id'] == 'a' else (0, 0)], rel=1e-6)
    ends.setSubsetString('')


@pytest.mark.parametrize('smooth', [False, True])
def test_lines_stay_in_the_cells_of_the_path(run_tool, wall, starts, ends, smooth):
    run = paths(run_tool, wall, starts, SOURCE_ID='name', ENDS=ends, TARGETS='all', SMOOTH=smooth)
    straight = {row['path_id']: row for row in paths(run_tool, wall, starts, SOURCE_ID='name', ENDS=ends,
                                                     TARGETS='all').rows('PATHS')}
    for row in run.rows('PATHS'):
        line, cells = row['geometry'], straight[row['path_id']]['geometry']
        through = set()
        for step in np.linspace(0, cells.length(), 4000):
            point = cells.interpolate(step).asPoint()
            through.add((int((4000000 - point.y()) // 100), int((point.x() - 500000) // 100)))
        for step in np.linspace(0, line.length(), 400):
            point = line.interpolate(step).asPoint()
            # A point on a border belongs to both cells.
            assert any((int((4000000 - point.y() + dy) // 100), int((point.x() - 500000 + dx) // 100)) in through
                       for dy in (-1e-6, 1e-6) for dx in (-1e-6, 1e-6))
        assert row['length_m'] == straight[row['path_id']]['length_m']
        assert line.length() <= cells.length() * (1 + 1e-12)
        assert line.distance(next(iter(ends.getFeatures(f'"source_id" = {row["to_id"]}'))).geometry()) < 1e-6
    assert smooth == any(row['geometry'].length() < straight[row['path_id']]['geometry'].length() * 0.999
                         for row in run.rows('PATHS'))


def test_among_the_starts_from_lines(run_tool, wall, make_vector):
    lines = make_vector('roads', 'LineString', {'source_id': [7, 8, 9]}, [
        'LINESTRING(500050 3999950, 500050 3999050)', 'LINESTRING(500350 3999950, 500350 3999050)',
        'LINESTRING(501950 3999950, 501950 3999050)'])
    every = paths(run_tool, wall, lines, TARGETS='all')
    assert [(row['from_id'], row['to_id']) for row in every.rows('PATHS')] == [(7, 8), (7, 9), (8, 9)]
    nearest = paths(run_tool, wall, lines)
    assert [(row['from_id'], row['to_id'], row['cost']) for row in nearest.rows('PATHS')] == [
        (7, 8, 600), (8, 7, 600), (9, 8, 3200)]


def test_a_largest_cost_and_unreachable_pairs(run_tool, wall, starts, ends, make_raster):
    run = paths(run_tool, wall, starts, SOURCE_ID='name', ENDS=ends, TARGETS='all', MAX_COST=900)
    assert [(row['from_id'], row['to_id']) for row in run.rows('PATHS')] == [('a', 2)] and run['UNREACHABLE'] == 3
    assert any('3 pairs have no path within the largest cost: a - 1, b - 1, b - 2' in text
               for text in run.feedback.warnings)
    with pytest.raises(QgsProcessingException, match='No path joins any of the 3 starts with any of the 2 ends'):
        paths(run_tool, wall, starts, SOURCE_ID='name', ENDS=ends, MAX_COST=1)
    closed = np.full((10, 20), 1)
    closed[:, 10] = 0
    # A raster of whole numbers whose nodata is 0.
    shut = make_raster('shut', closed)
    from osgeo import gdal
    dataset = gdal.Open(shut, gdal.GA_Update)
    dataset.GetRasterBand(1).SetNoDataValue(0)
    dataset = None
    assert dataset is None
    run = paths(run_tool, shut, starts, SOURCE_ID='name', ENDS=ends, TARGETS='all')
    assert [(row['from_id'], row['to_id']) for row in run.rows('PATHS')] == [('a', 2), ('b', 2)]


def test_overlapping_places_and_points_in_one_cell(run_tool, wall, make_vector):
    crowd = make_vector('crowd', 'Point', {'source_id': [1, 2, 3]},
                        ['POINT(500040 3999950)', 'POINT(500060 3999950)', 'POINT(500350 3999950)'])
    rows = paths(run_tool, wall, crowd).rows('PATHS')
    assert [(row['from_id'], row['to_id'], row['cost']) for row in rows] == [(1, 2, 0), (2, 1, 0), (3, 1, 600)]
    line = rows[0]['geometry']
    assert line.distance(crowd.getFeature(1).geometry()) < 1e-6 and line.distance(crowd.getFeature(2).geometry()) < 1e-6


def test_bad_input_of_paths(run_tool, wall, starts, ends, make_raster, make_vector):
    with pytest.raises(QgsProcessingException, match='Only 0 of 1 places'):
        paths(run_tool, wall, make_vector('far', 'Point', {'a': [1]}, ['POINT(900000 3999950)']), ENDS=ends)
    with pytest.raises(QgsProcessingException, match='zero, negative'):
        paths(run_tool, make_raster('zero', np.zeros((10, 20))), starts, SOURCE_ID='name', ENDS=ends)


@pytest.fixture
def costs(make_raster):
    cost = np.repeat(np.array([0.0, 10, 20, 30, 200, 210, 220, 900, 910, 920]), 3).reshape(10, 3)
    cost[9, 2] = np.nan
    return make_raster('cost', cost, valid=np.isfinite(cost))


def test_security_levels(run_tool, costs):
    run = run_tool('securitylevels', COST=costs, CLASSES=3, LEVELS='TEMPORARY_OUTPUT', ZONES='TEMPORARY_OUTPUT',
                   AREAS='TEMPORARY_OUTPUT', CURVE='TEMPORARY_OUTPUT')
    levels = run.array('LEVELS')
    assert levels[:, 0].tolist() == [1, 1, 1, 1, 2, 2, 2, 3, 3, 3] and np.isnan(levels[9, 2])
    rows = run.rows('AREAS')
    assert [row['area_ha'] for row in rows] == [12, 9, 8] and [row['cells'] for row in rows] == [12, 9, 8]
    assert [(row['cost_min'], row['cost_max']) for row in rows] == [(0, 30), (30, 220), (220, 920)]
    assert [row['level_name'] for row in rows] == ['Core zone', 'Buffer zone', 'Transition zone']
    assert rows[1]['level_name_zh'] == '缓冲区' and sum(row['share'] for row in rows) == pytest.approx(1)
    zones = run.rows('ZONES')
    assert [(row['level'], row['geometry'].area() / 1e4) for row in zones] == [(1, 12), (2, 9), (3, 8)]
    curve = run.rows('CURVE')
    assert len(curve) == 200 and curve[-1]['cost'] == 920 and curve[-1]['area_ha'] == 26
    assert run['NUMBER'] == 3


def test_security_levels_by_other_rules(run_tool, costs):
    manual = run_tool('securitylevels', COST=costs, METHOD='manual', LIMITS='20, 500', NAMES='security',
                      LEVELS='TEMPORARY_OUTPUT', AREAS='TEMPORARY_OUTPUT')
    assert [row['cells'] for row in manual.rows('AREAS')] == [9, 12, 8]
    assert [row['level_name'] for row in manual.rows('AREAS')] == ['Low security', 'Medium security', 'High security']
    equal = run_tool('securitylevels', COST=costs, METHOD='quantile', CLASSES=2, LEVELS='TEMPORARY_OUTPUT',
                     AREAS='TEMPORARY_OUTPUT')
    # 26 cells cost more than 0; those of the 3 source cells join level 1.
    assert [row['cells'] for row in equal.rows('AREAS')] == [18, 11]
    beyond = run_tool('securitylevels', COST=costs, METHOD='manual', LIMITS='20, 500, 5000', LEVELS='TEMPORARY_OUTPUT',
                      ZONES='TEMPORARY_OUTPUT')
    assert any('No cell lies in the levels 4' in text for text in beyond.feedback.warnings)
    assert [row['level'] for row in beyond.rows('ZONES')] == [1, 2, 3]


def test_change_points_of_a_known_curve(run_tool, make_raster):
    slopes = [40] * 10 + [10] * 30 + [2] * 60
    values = np.repeat((np.arange(100) + 0.5) * 10, slopes)
    values = np.append(values, [1000.0])
    cost = np.full((21, 41), np.nan)
    cost.reshape(-1)[:values.size] = values
    raster = make_raster('curve', cost, valid=np.isfinite(cost))
    run = run_tool('securitylevels', COST=raster, METHOD='change_points', CLASSES=3, INTERVALS=100,
                   LEVELS='TEMPORARY_OUTPUT', AREAS='TEMPORARY_OUTPUT', CURVE='TEMPORARY_OUTPUT')
    assert [row['cost_max'] for row in run.rows('AREAS')] == [100, 400, 1000]
    assert [row['part'] for row in run.rows('CURVE')] == [1] * 10 + [2] * 30 + [3] * 60


def test_bad_input_of_security_levels(run_tool, costs, make_raster):
    with pytest.raises(QgsProcessingException, match='needs limits'):
        run_tool('securitylevels', COST=costs, METHOD='manual', LEVELS='TEMPORARY_OUTPUT')
    with pytest.raises(QgsProcessingException, match='20 classes were asked for'):
        run_tool('securitylevels', COST=costs, CLASSES=20, LEVELS='TEMPORARY_OUTPUT')
    with pytest.raises(QgsProcessingException, match='every cell is a source'):
        run_tool('securitylevels', COST=make_raster('zero', np.zeros((4, 4))), LEVELS='TEMPORARY_OUTPUT')
    with pytest.raises(QgsProcessingException, match='lie outside 0'):
        run_tool('securitylevels', COST=make_raster('negative', np.full((4, 4), -3.0)), LEVELS='TEMPORARY_OUTPUT')


def test_the_smooth_line_of_a_corridor_passes_through_narrow_gaps(run_tool, wall, ends, starts):
    run = paths(run_tool, wall, starts, SOURCE_ID='name', ENDS=ends, TARGETS='all', SMOOTH=True)
    longest = max(run.rows('PATHS'), key=lambda row: row['cost'])['geometry']
    gap = [longest.interpolate(step).asPoint() for step in np.linspace(0, longest.length(), 500)]
    inside = [point for point in gap if 500800 < point.x() < 501200]
    assert inside and all(3999200 <= point.y() <= 3999300 for point in inside)


def test_polygons_side_by_side_are_those_one_by_one(qgis_app):
    grid, draw = Grid((40, 50), (0.0, 30.0, 0.0, 0.0, 0.0, -20.0)), np.random.default_rng(9)
    pieces = [np.nonzero(draw.random((40, 50)) < share) for share in (0.6, 0.0, 0.2, 0.9, 0.01)]
    found = polygons_of_cells(pieces, grid)
    assert [shape is None for shape in found] == [False, True, False, False, False]
    for shape, cells in zip(found, pieces):
        if shape is not None:
            assert shape.isGeosValid() and shape.area() == pytest.approx(cells[0].size * 600)
            assert shape.equals(polygon_of_cells(*cells, grid))


@pytest.mark.parametrize('seed', range(3))
def test_zones_of_scattered_cells_are_valid_and_whole(qgis_app, seed):
    labels = np.random.default_rng(seed).integers(0, 4, (25, 30))
    for label, geometry in polygonize(labels, Grid((25, 30), (0.0, 30.0, 0.0, 0.0, 0.0, -20.0))).items():
        assert geometry.isGeosValid() and geometry.area() == pytest.approx((labels == label).sum() * 600)
        cells = [QgsGeometry.fromRect(QgsRectangle(column * 30, -row * 20 - 20, column * 30 + 30, -row * 20))
                 for row, column in np.argwhere(labels == label).tolist()]
        assert geometry.symDifference(QgsGeometry.unaryUnion(cells)).area() == pytest.approx(0)


def test_the_area_curve_of_evenly_rising_costs_has_one_part(run_tool, make_raster):
    # Of 400 costs, 1 to 400, every step of 40 holds 40: the curve has no bend, which is no reason to give no levels.
    cost = make_raster('even', np.arange(1.0, 401.0).reshape(20, 20))
    run = run_tool('securitylevels', COST=cost, INTERVALS=10, LEVELS='TEMPORARY_OUTPUT', CURVE='TEMPORARY_OUTPUT')
    curve = run.rows('CURVE')
    assert [(row['cost'], row['step_ha'], row['part']) for row in curve] == [
        (40.0 * step, pytest.approx(40.0), 1) for step in range(1, 11)]
    with pytest.raises(QgsProcessingException, match='only 0 bends'):
        run_tool('securitylevels', COST=cost, METHOD='change_points', INTERVALS=10, LEVELS='TEMPORARY_OUTPUT')
