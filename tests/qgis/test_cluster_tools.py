"""Spatial clusters, coupling coordination and trade-offs through QGIS."""

import re
from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsProcessingException

WEST, NORTH = 500000.0, 4000000.0


@pytest.fixture
def lattice(make_vector, square):
    """6 x 6 squares of 1 km; high in the upper left, low in the lower right corner, a name to escape."""
    values = np.add.outer(np.arange(6)[::-1], np.arange(6)[::-1]).astype(float)
    values[2, 3] = -3
    cells = [(row, column) for row in range(6) for column in range(6)]
    return make_vector('lattice', 'Polygon', {
        'unit_code': [f'{i:06d}' for i in range(36)], 'unit_name': ['<b>&"名"</b>'] + [f'n{i}' for i in range(1, 36)],
        'x': values.ravel().tolist(), 'y': (10 - values).ravel().tolist()},
        [square(WEST + 1000 * column, NORTH - 1000 * row, 1000) for row, column in cells]), values


def clusters(run_tool, layer, **more):
    return run_tool('spatialclusters', **{**dict(UNITS=layer, FIELD='x', OUTPUT='TEMPORARY_OUTPUT',
                                                 STATISTICS='TEMPORARY_OUTPUT'), **more})


def test_clusters_by_queen_and_rook(run_tool, lattice):
    layer, values = lattice
    found = clusters(run_tool, layer)
    z = ((values - values.mean()) / values.std()).ravel()
    for rule, count in (('queen', (3, 5, 8)), ('rook', (2, 3, 4))):
        rows = clusters(run_tool, layer, NEIGHBOURS=rule).rows('OUTPUT')
        assert [rows[i]['n_neighbours'] for i in (0, 1, 7)] == list(count)
    rows = found.rows('OUTPUT')
    assert rows[0]['moran_lag'] == pytest.approx(z[[1, 6, 7]].mean())
    assert rows[0]['cluster'] == 'HH' and rows[35]['cluster'] == 'LL' and rows[15]['cluster_label_zh']
    statistics = {row['statistic']: row['value'] for row in found.rows('STATISTICS')}
    assert statistics['moran_i'] == pytest.approx(found['MORAN']) and statistics['units'] == 36
    assert found['P_VALUE'] == 0.001 and found['ISLANDS'] == 0
    again = clusters(run_tool, layer)
    assert [row['p_value'] for row in again.rows('OUTPUT')] == [row['p_value'] for row in rows]
    two = clusters(run_tool, layer, FIELD_AROUND='y')
    assert two['MORAN'] == pytest.approx(-found['MORAN'])


def test_gaps_and_corners(run_tool, make_vector, square):
    """Half a metre between two squares, a corner between two others, an island."""
    layer = make_vector('u', 'Polygon', {'unit_code': list('abcd'), 'x': [1.0, 2, 4, 8]}, [
        square(WEST, NORTH, 100), square(WEST + 100.5, NORTH, 100), square(WEST + 200.5, NORTH + 100, 100),
        square(WEST + 9000, NORTH, 100)])
    queen = clusters(run_tool, layer)
    assert [row['n_neighbours'] for row in queen.rows('OUTPUT')] == [1, 2, 1, 0] and queen['ISLANDS'] == 1
    assert queen.rows('OUTPUT')[3]['cluster'] == 'island'
    assert any('1 units have no neighbour' in text for text in queen.feedback.warnings)
    assert [row['n_neighbours'] for row in clusters(run_tool, layer, NEIGHBOURS='rook').rows('OUTPUT')] == [1, 1, 0, 0]
    exact = clusters(run_tool, layer, TOLERANCE=0)
    assert [row['n_neighbours'] for row in exact.rows('OUTPUT')] == [0, 1, 1, 0]
    linked = clusters(run_tool, layer, JOIN_ISLANDS=True)
    assert [row['n_neighbours'] for row in linked.rows('OUTPUT')] == [1, 2, 2, 1]
    near = clusters(run_tool, layer, NEIGHBOURS='distance')
    assert near['ISLANDS'] == 0 and any('within 8,8' in text for text in near.feedback.said)
    assert [row['n_neighbours'] for row in clusters(run_tool, layer, NEIGHBOURS='knn', K=2).rows('OUTPUT')] == [2] * 4


def test_a_unit_without_a_value_is_nobodys_neighbour(run_tool, make_vector, square):
    layer = make_vector('u', 'Polygon', {'unit_code': list('abcd'), 'x': [1.0, None, 4, 8]},
                        [square(WEST + 100 * i, NORTH, 100) for i in range(4)])
    found = clusters(run_tool, layer)
    rows = found.rows('OUTPUT')
    assert [row['cluster'] for row in rows][:2] == ['island', 'none'] and rows[2]['n_neighbours'] == 1
    assert any('1 units have no value' in text and 'b' in text for text in found.feedback.warnings)


def test_cluster_report_is_escaped_and_offline(run_tool, lattice, tmp_path):
    path = tmp_path / '报告.html'
    clusters(run_tool, lattice[0], REPORT=str(path))
    page = path.read_text(encoding='utf-8')
    assert '<svg' in page and '&lt;b&gt;' in page and '<b>&"' not in page
    assert not re.search(r'<script|https?://(?!www\.w3\.org/2000/svg)', page)


def test_clusters_say_what_is_wrong(run_tool, lattice, make_vector, square):
    one = make_vector('one', 'Polygon', {'unit_code': ['a'], 'x': [1.0]}, [square(WEST, NORTH, 100)])
    with pytest.raises(QgsProcessingException, match='at least three units'):
        clusters(run_tool, one)
    same = make_vector('same', 'Polygon', {'unit_code': list('abc'), 'x': [2.0] * 3},
                       [square(WEST + 100 * i, NORTH, 100) for i in range(3)])
    with pytest.raises(QgsProcessingException, match='is 2 in all 3 units'):
        clusters(run_tool, same)
    apart = make_vector('apart', 'Polygon', {'unit_code': list('abc'), 'x': [2.0, 3, 4]},
                        [square(WEST + 900 * i, NORTH, 100) for i in range(3)])
    with pytest.raises(QgsProcessingException, match='None of the 3 units has a neighbour'):
        clusters(run_tool, apart)
    with pytest.raises(QgsProcessingException, match='4 nearest neighbours'):
        clusters(run_tool, apart, NEIGHBOURS='knn', K=4)


def test_coordination_of_units_and_cells(run_tool, make_vector, make_raster, square):
    layer = make_vector('u', 'Polygon', {
        'unit_code': list('abcd'), 'supply_index': [10.0, 4, 6, 1], 'demand_index': [2.0, 8, 6, 0],
        'food_supply': [10.0, 4, 6, 1], 'food_demand': [2.0, 8, 6, 0]},
        [square(WEST + 100 * i, NORTH, 100) for i in range(4)])
    found = run_tool('couplingcoordination', UNITS=layer, SERVICES='food', FLOOR=0, OUTPUT='TEMPORARY_OUTPUT',
                     CLASS_AREAS='TEMPORARY_OUTPUT')
    rows = found.rows('OUTPUT')
    assert [row['ccd'] for row in rows] == pytest.approx([.7071, .7598, .8034, 0], abs=1e-4)
    assert [row['food_ccd'] for row in rows] == pytest.approx([row['ccd'] for row in rows])
    assert [row['ccd_label'] for row in rows] == ['Intermediate coordination'] * 2 + [
        'Good coordination', 'Extreme imbalance']
    assert rows[1]['relation'] == 'Supply lags' and rows[0]['relation_zh'] == '需求滞后'
    areas = found.rows('CLASS_AREAS')
    assert len(areas) == 10 and sum(row['area_ha'] for row in areas) == pytest.approx(4)
    assert found['MEAN'] == pytest.approx(np.mean([.70711, .75984, .80343, 0]), abs=1e-4)
    cells = run_tool('couplingcoordination', SUPPLY=make_raster('s', np.array([[10, 4, 6, np.nan]])),
                     DEMAND=make_raster('d', np.array([[2.0, 8, 6, 0]])), DEGREE='TEMPORARY_OUTPUT')
    # S is 1, 0, 1/3 and D 0, 1, 2/3, lifted to 0.01.
    assert np.isnan(cells.array('DEGREE')[0, 3])
    assert cells.array('DEGREE')[0, 2] == pytest.approx(np.sqrt(2 * np.sqrt(2 / 9) * 0.5), abs=1e-6)


def test_coordination_says_what_is_wrong(run_tool, make_vector, make_raster, square):
    raster = make_raster('s', np.array([[1.0, 2]]))
    layer = make_vector('u', 'Polygon', {'unit_code': ['a'], 'supply_index': [1.0], 'demand_index': [2.0]},
                        [square(WEST, NORTH, 100)])
    for parameters, message in (({}, 'two fields, or a raster'), ({'SUPPLY': raster, 'UNITS': layer}, 'go together'),
                                ({'UNITS': layer}, 'at least two.*there are 1'),
                                ({'UNITS': layer, 'SUPPLY_FIELD': 'none'}, 'has no field none'),
                                ({'UNITS': layer, 'SERVICES': 'fish'}, 'there are 1|no field fish_supply')):
        with pytest.raises(QgsProcessingException, match=message):
            run_tool('couplingcoordination', **parameters)


def test_tradeoffs_of_cells_units_and_fields(run_tool, make_raster, make_vector, square, tmp_path):
    rasters = [make_raster(name, np.array([values])) for name, values in (
        ('food', [0.0, 5, 10, np.nan]), ('<water>', [30.0, 20, 10, 5]))]
    found = run_tool('servicetradeoffs', RASTERS=rasters, PAIRS='TEMPORARY_OUTPUT', MATRIX='TEMPORARY_OUTPUT',
                     STRENGTH='TEMPORARY_OUTPUT', REPORT=str(tmp_path / '报告.html'))
    row, = found.rows('PAIRS')
    assert row['pearson'] == pytest.approx(-1) and row['strength'] == pytest.approx(2 / 3 / np.sqrt(2))
    assert row['relation'] == 'tradeoff' and row['places'] == 3 and found['TRADEOFFS'] == 1
    assert found.array('STRENGTH')[0] == pytest.approx([.70711, 0, .70711, np.nan], abs=1e-4, nan_ok=True)
    page = Path(found['REPORT']).read_text(encoding='utf-8')
    assert '&lt;water&gt;' in page and '<water>' not in page and 'http' not in page.replace('http://www.w3.org', '')
    units = make_vector('u', 'Polygon', {'unit_code': list('abc'), 'a': [0.0, 5, 10], 'b': [30.0, 20, 10]},
                        [square(WEST + 100 * i, NORTH - 100, 100) for i in range(3)])
    for parameters in ({'UNITS': units, 'FIELDS': ['a', 'b']},
                       {'UNITS': units, 'RASTERS': rasters, 'PER': 'unit', 'NAMES': 'a,b'}):
        found = run_tool('servicetradeoffs', PAIRS='TEMPORARY_OUTPUT', OUTPUT='TEMPORARY_OUTPUT', **parameters)
        assert found.rows('PAIRS')[0]['spearman'] == pytest.approx(-1)
        assert [row['tradeoff_strength'] for row in found.rows('OUTPUT')] == pytest.approx([.70711, 0, .70711],
                                                                                           abs=1e-4)


def test_tradeoffs_say_what_is_wrong(run_tool, make_raster, make_vector, square):
    one, two = (make_raster(name, np.array([[1.0, 2, 4]])) for name in ('one', 'two'))
    empty = make_raster('none', np.array([[np.nan, np.nan, 1.0]]))
    for parameters, message in (({}, 'at least two rasters'), ({'RASTERS': [one]}, 'at least two services'),
                                ({'RASTERS': [one, two], 'NAMES': 'a'}, '1 names for 2 rasters'),
                                ({'RASTERS': [one, two], 'NAMES': 'a,a'}, 'not all different'),
                                ({'RASTERS': [one, empty]}, 'Only 1 of 1 places'),
                                ({'RASTERS': [one, two], 'PER': 'unit'}, 'choose a layer for Units')):
        with pytest.raises(QgsProcessingException, match=message):
            run_tool('servicetradeoffs', PAIRS='TEMPORARY_OUTPUT', **parameters)
