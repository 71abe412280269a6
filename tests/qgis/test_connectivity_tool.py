"""Patch connectivity and the connected source patches as a user makes them."""

import numpy as np
import pytest
from qgis.core import QgsProcessingException

OUTPUTS = {'PATCHES': 'TEMPORARY_OUTPUT', 'INDICES': 'TEMPORARY_OUTPUT'}


@pytest.fixture
def row_of_patches(make_vector, square):
    """Three patches in a row, 100 m apart: worth 1, 2 and 3."""
    def make(name='patches', count=3, **columns):
        shapes = [square(500000 + 200 * position, 3999000, 100) for position in range(count)]
        columns = {'source_id': [11, 12, 13][:count], 'area_ha': [1.0, 2.0, 3.0][:count], **columns}
        return make_vector(name, 'Polygon', columns, shapes)
    return make


def test_indices_and_contributions_by_hand(run_tool, row_of_patches):
    run = run_tool('patchconnectivity', SOURCES=row_of_patches(), DISTANCE=100, DISTANCES='200, 100', LANDSCAPE=10,
                   **OUTPUTS)
    # Neighbours 0.5; the ends directly 100 x 3 m, over the middle 0.25.
    assert run['PC'] == pytest.approx(.235) and run['IIC'] == pytest.approx(.24)
    assert run['ECA'] == pytest.approx(np.sqrt(23.5)) and run['COMPONENT_COUNT'] == 1 and run['PATCH_COUNT'] == 3
    rows = run.rows('PATCHES')
    assert [row['source_id'] for row in rows] == [11, 12, 13]
    middle = rows[1]
    assert middle['pc_intra'] == pytest.approx(100 * 4 / 23.5)
    assert middle['pc_flux'] == pytest.approx(100 * 8 / 23.5)
    # Without the middle the ends are 300 m apart: 0.125 instead of 0.25.
    assert middle['pc_connector'] == pytest.approx(100 * 2 * 3 * .125 / 23.5)
    assert middle['pc_delta'] == pytest.approx(middle['pc_intra'] + middle['pc_flux'] + middle['pc_connector'])
    assert middle['pc_between'] == pytest.approx(100 * 1.5 / 23.5)
    assert middle['between'] == 1 and middle['degree'] == 2 and middle['iic_connector'] == pytest.approx(100 * 2 / 24)
    assert [row['pc_rank'] for row in rows] == [3, 2, 1]
    assert 'pc_delta_200' in rows[0] and 'pc_delta_100' not in rows[0]
    table = run.rows('INDICES')
    assert [row['distance'] for row in table] == [100, 200]
    root = np.sqrt(.5)
    assert table[1]['pc'] == pytest.approx((14 + 2 * (2 * root + 6 * root + 3 * .5)) / 100)
    assert table[0]['eca_percent'] == pytest.approx(100 * np.sqrt(23.5) / 6)


def test_least_cost_distances(run_tool, row_of_patches, make_raster):
    cells = np.full((10, 60), 2.0)
    cells[:, 45] = 50.0
    surface = make_raster('surface', cells, cell=10, origin=(499900.0, 3999100.0))
    run = run_tool('patchconnectivity', SOURCES=row_of_patches(), RESISTANCE=surface, DISTANCE=220, THRESHOLD=300,
                   LANDSCAPE=10, **OUTPUTS)
    # Half a cell at each end, ten between: 110 m x 2 to the second patch, and 10 m x 50 among them to the third.
    first, second = 220, 20 + 9 * 20 + 500
    p12, p23 = .5, .5 ** (second / 220)
    assert run['PC'] == pytest.approx((14 + 2 * (2 * p12 + 6 * p23 + 3 * .5 ** ((first + second) / 220))) / 100)
    assert run['IIC'] == pytest.approx((14 + 2 * 2 / 2) / 100)
    assert run['COMPONENT_COUNT'] == 2


def test_two_dates(run_tool, row_of_patches):
    run = run_tool('patchconnectivity', SOURCES=row_of_patches(), SECOND=row_of_patches('later', 2), DISTANCE=100,
                   **OUTPUTS)
    assert run['AREA_CHANGE'] == pytest.approx(-50)
    assert run['ECA_CHANGE'] == pytest.approx(100 * (np.sqrt(7 / 23.5) - 1))
    table = run.rows('INDICES')[0]
    assert table['area_2'] == 3 and table['patches_2'] == 2 and table['landscape'] == 6
    assert table['change_ratio'] == pytest.approx(run['ECA_CHANGE'] / -50)


def test_area_of_the_features_and_no_removals(run_tool, make_vector, square):
    layer = make_vector('plain', 'Polygon', {'name': ['a', 'b']}, [square(500000, 0, 100), square(500200, 0, 200)])
    run = run_tool('patchconnectivity', SOURCES=layer, DISTANCE=100, REMOVALS=False, **OUTPUTS)
    rows = run.rows('PATCHES')
    assert [row['attribute'] for row in rows] == [1, 4] and 'pc_delta' not in rows[0]
    assert run['ECA'] == pytest.approx(np.sqrt(1 + 16 + 2 * 4 * .5))
    assert run['AREA_CHANGE'] is None


def test_what_is_worth_a_word(run_tool, row_of_patches):
    run = run_tool('patchconnectivity', SOURCES=row_of_patches(area_ha=[1.0, 0.0, 3.0]), DISTANCE=100, **OUTPUTS)
    assert any('1 patches are worth 0' in text for text in run.feedback.warnings)
    run = run_tool('patchconnectivity', SOURCES=row_of_patches('few'), DISTANCE=100, MIN_AREA=3, **OUTPUTS)
    assert any('only one patch' in text for text in run.feedback.warnings)
    assert run['PATCH_COUNT'] == 1 and run['PC'] == 1
    double = run_tool('patchconnectivity', SOURCES=row_of_patches('parts', source_id=[1, 2, 2]), DISTANCE=100,
                      **OUTPUTS)
    assert [row['attribute'] for row in double.rows('PATCHES')] == [1, 5]


def test_overlaps_are_a_warning(run_tool, make_vector, square):
    layer = make_vector('over', 'Polygon', {'area_ha': [4.0, 4.0]}, [square(500000, 0, 200), square(500100, 0, 200)])
    run = run_tool('patchconnectivity', SOURCES=layer, **OUTPUTS)
    assert any('1 pairs of patches overlap' in text for text in run.feedback.warnings)


@pytest.mark.parametrize('columns, parameters, words', [
    (dict(area_ha=[1.0, -2.0, 3.0]), {}, 'area_ha: 1 values are negative'),
    (dict(area_ha=[0.0, 0.0, 0.0]), {}, 'area of 0'),
    (dict(area_ha=[1.0, None, 3.0]), {}, 'missing'),
    ({}, dict(LANDSCAPE=1), 'smaller than its patches'),
    ({}, dict(MIN_AREA=10), 'the largest has 3'),
    ({}, dict(DISTANCE=0), 'above 0'),
    ({}, dict(PROBABILITY=1), 'between 0 and 1'),
    ({}, dict(DISTANCES='100, far'), 'far'),
])
def test_bad(run_tool, row_of_patches, columns, parameters, words):
    with pytest.raises(QgsProcessingException, match=words):
        run_tool('patchconnectivity', SOURCES=row_of_patches(**columns), **{'DISTANCE': 100, **parameters}, **OUTPUTS)


def test_patches_drawn_twice(run_tool, make_vector, square):
    layer = make_vector('twice', 'Polygon', {'source_id': [1, 2]}, [square(500000, 0, 100)] * 2)
    with pytest.raises(QgsProcessingException, match='drawn twice: 1 = 2'):
        run_tool('patchconnectivity', SOURCES=layer, **OUTPUTS)


def test_second_resistance_needs_the_first(run_tool, row_of_patches, make_raster):
    with pytest.raises(QgsProcessingException, match='resistance of the first'):
        run_tool('patchconnectivity', SOURCES=row_of_patches(), SECOND=row_of_patches('b'),
                 SECOND_RESISTANCE=make_raster('r', np.ones((3, 3))), **OUTPUTS)


@pytest.fixture
def land(make_raster):
    cells = np.array([[2, 2, 2, 1, 2, 2, 1, 1, 1, 1],
                      [2, 2, 2, 1, 2, 2, 1, 1, 2, 2],
                      [2, 2, 2, 1, 1, 1, 1, 1, 2, 2]], np.uint8)
    return make_raster('land', cells)


def sources(run_tool, land, **parameters):
    return run_tool('sourcepatches', HABITAT=land, CLASSES='2', SOURCES='TEMPORARY_OUTPUT',
                    **{'MIN_AREA': 1, **parameters})


def test_bridging(run_tool, land):
    apart = sources(run_tool, land).rows('SOURCES')
    assert [(row['area_ha'], row['parts']) for row in apart] == [(9, 1), (4, 1), (4, 1)]
    bridged = sources(run_tool, land, BRIDGE=100).rows('SOURCES')
    assert [(row['area_ha'], row['parts']) for row in bridged] == [(13, 2), (4, 1)]
    assert bridged[0]['geometry'].constGet().numGeometries() == 2
    # Joined patches reach a minimum area together.
    assert [row['area_ha'] for row in sources(run_tool, land, BRIDGE=200, MIN_AREA=14).rows('SOURCES')] == [17]


def test_edge_is_removed_or_measured(run_tool, land):
    removed = sources(run_tool, land, EDGE=100).rows('SOURCES')
    assert [(row['area_ha'], row['core_area_ha']) for row in removed] == [(6, 6), (1, 1)]
    measured = sources(run_tool, land, EDGE=100, EDGE_USE='measure').rows('SOURCES')
    assert [row['area_ha'] for row in measured] == [9, 4, 4]
    assert [row['core_area_ha'] for row in measured] == [6, 0, 1]


def test_protected_areas(run_tool, land, make_vector, square):
    reserve = make_vector('reserve', 'Polygon', {'name': ['a']}, [square(500300, 3999700, 300)])
    added = sources(run_tool, land, PROTECTED=reserve).rows('SOURCES')
    assert [row['area_ha'] for row in added] == [18, 4]
    required = sources(run_tool, land, PROTECTED=reserve, PROTECTED_USE='require').rows('SOURCES')
    assert [row['area_ha'] for row in required] == [4]
    far = make_vector('far', 'Polygon', {'name': ['a']}, [square(500600, 3999700, 100)])
    with pytest.raises(QgsProcessingException, match='None of the 17 habitat cells'):
        sources(run_tool, land, PROTECTED=far, PROTECTED_USE='require')


def test_rank_by_connectivity(run_tool, make_raster):
    # The small patch in the middle joins two that are out of each other's reach.
    cells = np.zeros((3, 41), np.uint8)
    cells[:, :7] = cells[:, 34:] = 2
    cells[1, 7:34] = [1] * 10 + [2] * 7 + [1] * 10
    land = make_raster('chain', cells)
    run = run_tool('sourcepatches', HABITAT=land, CLASSES='2', MIN_AREA=1, RANK_BY='dpc', DISTANCE=1000,
                   SOURCES='TEMPORARY_OUTPUT', PATCHES='TEMPORARY_OUTPUT')
    rows = run.rows('SOURCES')
    assert [row['source_id'] for row in rows] == [1, 2, 3]
    assert all(first['dpc'] >= second['dpc'] for first, second in zip(rows, rows[1:]))
    # a = 21, 7, 21; 0.5 to the middle, 0.25 over it, 2 ^ -2.7 past it.
    total = 21 ** 2 * 2 + 49 + 4 * .5 * 147 + 2 * .25 * 441
    middle = next(row for row in rows if row['area_ha'] == 7)
    assert middle['dpc'] == pytest.approx(100 * (49 + 4 * .5 * 147 + 2 * 441 * (.25 - 2 ** -2.7)) / total)
    numbers = run.array('PATCHES')
    for row in rows:
        assert (numbers == row['source_id']).sum() == row['area_ha']


def test_further_scores(run_tool, land, make_raster):
    quality = make_raster('Quality 2020', np.tile(np.arange(10.0), (3, 1)))
    run = run_tool('sourcepatches', HABITAT=land, CLASSES='2', MIN_AREA=5, SCORES=[quality, quality],
                   SOURCES='TEMPORARY_OUTPUT')
    row = run.rows('SOURCES')[0]
    assert row['mean_quality_2020'] == row['mean_quality_2020_2'] == pytest.approx(1)
