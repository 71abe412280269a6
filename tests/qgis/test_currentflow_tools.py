"""Current flow in all its modes, and with any sources and grounds, as a user runs them."""

from pathlib import Path

import numpy as np
import pytest
from conftest import Feedback
from osgeo import gdal
from qgis.core import QgsProcessingException

from ecorestore.ecorestore_plugin.core.circuit.sound_inputs import MOST_SOURCES

WEST, NORTH = 500000.0, 4000000.0
HERE = 'TEMPORARY_OUTPUT'


@pytest.fixture
def row(make_raster, make_vector):
    """A row of five cells with resistance 1 and sources a, b and c at its ends and in its middle."""
    points = make_vector('points', 'Point', {'source_id': ['a', 'b', 'c'], 'herd': [1.0, 2.0, 4.0]},
                         [f'POINT({WEST + x} {NORTH - 50})' for x in (50, 250, 450)])
    return {'RESISTANCE': make_raster('row', np.ones((1, 5))), 'SOURCES': points, 'NEIGHBOURS': '4', 'CURRENT': HERE}


def refused(run_tool, tool_id, message, **parameters):
    with pytest.raises(QgsProcessingException, match=message):
        run_tool(tool_id, **parameters)


def test_one_to_all_and_all_to_one(run_tool, row):
    run = run_tool('currentflow', **row, MODE='one-to-all', MAXIMUM=HERE, RESISTANCES=HERE)
    assert run.array('CURRENT')[0].tolist() == pytest.approx([1.5, 1.5, 3, 1.5, 1.5])
    assert [(line['source_id'], line['effective_resistance'], line['effective_resistance_m'], line['partners'])
            for line in run.rows('RESISTANCES')] == [('a', 2, 200, 2), ('b', 1, 100, 2), ('c', 2, 200, 2)]
    assert run['PAIR_COUNT'] == 3
    run = run_tool('currentflow', **row, MODE='all-to-one', STRENGTH='herd', MAXIMUM=HERE)
    # Into a: 2 from b and 4 through it; into b: 1 and 4; into c: 1 and 2 more.
    assert run.array('MAXIMUM')[0].tolist() == pytest.approx([6, 6, 6, 4, 4])
    assert run.array('CURRENT')[0].tolist() == pytest.approx([6 + 1 + 1, 6 + 1 + 1, 6 + 5 + 3, 4 + 4 + 3, 4 + 4 + 3])


def test_log_says_how_cells_are_joined(run_tool, row):
    assert any('4 neighbours, average of resistance' in line for line in run_tool('currentflow', **row).feedback.said)
    run = run_tool('currentflow', **row, CONNECTION='conductance')
    assert any('average of conductance' in line for line in run.feedback.said)


def test_pairs_by_table_file_and_distance(run_tool, row, make_vector, make_raster, tmp_path):
    table = make_vector('pairs', 'None', {'from_id': ['a'], 'to_id': ['b']})
    run = run_tool('currentflow', **row, PAIRS=table, RESISTANCES=HERE, RESISTANCE_MATRIX=HERE)
    assert run.array('CURRENT')[0].tolist() == pytest.approx([1, 1, 1, 0, 0])
    assert [(line['from_id'], line['to_id']) for line in run.rows('RESISTANCES')] == [('a', 'b')]
    assert [[line['r_a'], line['r_b'], line['r_c']] for line in run.rows('RESISTANCE_MATRIX')] == [
        pytest.approx(values) for values in ([0, 2, -1], [2, 0, -1], [-1, -1, 0])]
    run = run_tool('currentflow', **row, PAIRS=table, PAIRS_MODE='exclude')
    assert run.array('CURRENT')[0].tolist() == pytest.approx([1, 1, 2, 2, 2])
    run = run_tool('currentflow', **row, MAX_DISTANCE=300)
    assert run.array('CURRENT')[0].tolist() == pytest.approx([1, 1, 2, 1, 1])
    assert run['PAIR_COUNT'] == 2
    run = run_tool('currentflow', **row, MIN_DISTANCE=300, MODE='one-to-all')
    assert run.array('CURRENT')[0].tolist() == pytest.approx([2, 2, 2, 2, 2])
    del row['SOURCES']
    row['SOURCE_RASTER'] = make_raster('ids', np.array([[7, 0, 8, 0, 9]], np.int32))
    listed = tmp_path / 'pairs.txt'
    listed.write_text('mode include\n7 9\n')
    run = run_tool('currentflow', **row, PAIRS_FILE=str(listed))
    assert run.array('CURRENT')[0].tolist() == pytest.approx([1, 1, 1, 1, 1])
    run = run_tool('currentflow', **row, MAX_DISTANCE=150, RESISTANCES=HERE)
    assert [(line['from_id'], line['to_id']) for line in run.rows('RESISTANCES')] == [(7, 8), (8, 9)]
    listed.write_text('7 9\n')
    refused(run_tool, 'currentflow', 'pairs.txt is no list of pairs', **row, PAIRS_FILE=str(listed))
    refused(run_tool, 'currentflow', 'none of the 3 pairs', **row, MIN_DISTANCE=9000)


def test_single_maps_matrix_and_report(run_tool, row, tmp_path):
    folder, page = tmp_path / '单 maps', tmp_path / 'page.html'
    run = run_tool('currentflow', **row, RUN_MAP_FOLDER=str(folder), RUN_MAPS='both', REPORT=str(page))
    assert sorted(path.name for path in folder.iterdir()) == [
        f'{kind}_{pair}.tif' for kind in ('current', 'voltage') for pair in ('a_b', 'a_c', 'b_c')]
    values = [gdal.Open(str(folder / name)).ReadAsArray()[0].tolist()
              for name in ('current_a_b.tif', 'voltage_a_b.tif')]
    assert values == [pytest.approx([1, 1, 1, 0, 0]), pytest.approx([0, 1, 2, 2, 2])]
    text = page.read_text(encoding='utf-8')
    assert 'average of resistance' in text and 'Effective resistance (cell units)' in text
    assert run['PAIR_COUNT'] == 3
    run_tool('currentflow', **row, MODE='one-to-all', RUN_MAP_FOLDER=str(tmp_path / 'two'))
    assert sorted(path.name for path in (tmp_path / 'two').iterdir()) == [
        f'current_{key}.tif' for key in 'abc']


@pytest.mark.parametrize('mode', ['pairwise', 'one-to-all'])
def test_run_folder_spares_what_is_solved(run_tool, row, make_raster, tmp_path, mode):
    folder = tmp_path / '运行'
    first = run_tool('currentflow', **row, MODE=mode, RUN_FOLDER=str(folder))
    kept = sorted(path.name for path in folder.iterdir())
    assert sum(name.endswith('.npy') for name in kept) == 2
    again = run_tool('currentflow', **row, MODE=mode, RUN_FOLDER=str(folder), MAXIMUM=HERE)
    assert any('2 potentials were taken' in line for line in again.feedback.said)
    np.testing.assert_array_equal(again.array('CURRENT'), first.array('CURRENT'))
    for path in folder.glob('*.npy'):
        path.write_bytes(path.read_bytes()[:-1])
    broken = run_tool('currentflow', **row, MODE=mode, RUN_FOLDER=str(folder))
    assert not any('potentials were taken' in line for line in broken.feedback.said)
    row['RESISTANCE'] = make_raster('other', np.full((1, 5), 2.0))
    other = run_tool('currentflow', **row, MODE=mode, RUN_FOLDER=str(folder))
    assert not any('potentials were taken' in line for line in other.feedback.said)


def test_maps_as_logarithm_and_without_nodata(run_tool, row, make_raster):
    row['RESISTANCE'] = make_raster('gap', np.array([[1, 1, 1, 1, 1], [np.nan, 1, np.nan, np.nan, np.nan]]))
    plain = run_tool('currentflow', **row).array('CURRENT')
    shown = run_tool('currentflow', **row, LOG=True).array('CURRENT')
    np.testing.assert_allclose(shown[0], np.log10(plain[0]), atol=1e-6)
    assert np.isnan(shown[1]).all() and plain[1, 1] == 0
    assert run_tool('currentflow', **row, ZERO_OUTSIDE=True).array('CURRENT')[1].tolist() == [0] * 5
    bare = run_tool('currentflow', **row, ZERO_FOCAL=True).array('CURRENT')
    assert bare[0].tolist() == pytest.approx([0, 2, 1, 2, 0])


def test_mask_regions_and_zero_resistance(run_tool, row, make_raster, make_vector, square):
    mask = make_raster('mask', np.array([[1, 1, 1, 0, 0]], np.int32))
    run = run_tool('currentflow', **{**row, 'SOURCES': make_vector(
        'two', 'Point', {'source_id': [1, 2]}, [f'POINT({WEST + x} {NORTH - 50})' for x in (50, 250)])}, MASK=mask)
    assert run.array('CURRENT')[0].tolist() == pytest.approx([1, 1, 1, np.nan, np.nan], nan_ok=True)
    lake = make_vector('lake', 'Polygon', {'name': ['x']}, [square(WEST, NORTH - 100, 200, 100)])
    run = run_tool('currentflow', **row, REGIONS=lake, RESISTANCES=HERE)
    assert [line['effective_resistance'] for line in run.rows('RESISTANCES')] == pytest.approx([1, 3, 2])
    regions = make_raster('regions', np.array([[5, 5, 0, 0, 0]], np.int32))
    run = run_tool('currentflow', **row, REGION_RASTER=regions, RESISTANCES=HERE)
    assert [line['effective_resistance'] for line in run.rows('RESISTANCES')] == pytest.approx([1, 3, 2])
    row['RESISTANCE'] = make_raster('zero', np.array([[1, 0, 0, 1, 4]]))
    refused(run_tool, 'currentflow', r'\(zero\): 2 cells have resistance 0, the first at row 0, column 1', **row)
    run = run_tool('currentflow', **row, ZERO_RESISTANCE='minimum', RESISTANCES=HERE)
    assert [line['effective_resistance'] for line in run.rows('RESISTANCES')] == pytest.approx([2, 5.5, 3.5])
    run = run_tool('currentflow', **row, ZERO_RESISTANCE='minimum', MIN_RESISTANCE=2, RESISTANCES=HERE)
    assert [line['effective_resistance'] for line in run.rows('RESISTANCES')] == pytest.approx([4, 9, 5])
    run = run_tool('currentflow', **row, ZERO_RESISTANCE='region', RESISTANCES=HERE)
    assert [line['effective_resistance'] for line in run.rows('RESISTANCES')] == pytest.approx([0.5, 3.5, 3])
    refused(run_tool, 'currentflow', 'average resistance', **row, ZERO_RESISTANCE='region', CONNECTION='conductance')


def test_join_active_sources_only(run_tool, make_raster, make_vector, square):
    points = {'source_id': [1, 2, 3]}
    shapes = [square(WEST + x, NORTH - 100, width, 100) for x, width in ((0, 100), (100, 200), (300, 100))]
    given = {'RESISTANCE': make_raster('four', np.ones((1, 4))), 'SOURCES': make_vector('s', 'Polygon', points, shapes),
             'NEIGHBOURS': '4', 'CURRENT': HERE, 'RESISTANCES': HERE}
    assert [line['effective_resistance'] for line in run_tool('currentflow', **given).rows('RESISTANCES')] == \
        pytest.approx([1, 2, 1])
    run = run_tool('currentflow', **given, ACTIVE_ONLY=True)
    assert [line['effective_resistance'] for line in run.rows('RESISTANCES')] == pytest.approx([1, 3, 1])


def test_sources_nobody_meant(run_tool, row, make_raster, make_vector):
    double = make_vector('double', 'Point', {'source_id': ['a', 'b', 'twin']},
                         [f'POINT({WEST + x} {NORTH - 50})' for x in (50, 250, 60)])
    run = run_tool('currentflow', **{**row, 'SOURCES': double}, RESISTANCES=HERE)
    assert any('1 sources lie in the same cell' in line and 'twin = a' in line for line in run.feedback.warnings)
    assert sorted(line['effective_resistance'] for line in run.rows('RESISTANCES')) == pytest.approx([0, 2, 2])
    outside = make_vector('outside', 'Point', {'source_id': ['a', 'far']},
                          [f'POINT({WEST + x} {NORTH - 50})' for x in (50, 90000)])
    refused(run_tool, 'currentflow', '1 of 2 sources lie wholly on nodata or outside the raster: id far',
            **{**row, 'SOURCES': outside})
    many = make_vector('many', 'Point', {'n': list(range(MOST_SOURCES + 1))},
                       [f'POINT({WEST + x} {NORTH - 50})' for x in range(MOST_SOURCES + 1)])
    refused(run_tool, 'currentflow', r'\(many\) holds 5001 sources, .* sample points', **{**row, 'SOURCES': many})
    refused(run_tool, 'currentflow', 'either as layer or as raster', RESISTANCE=row['RESISTANCE'], CURRENT=HERE)
    del row['SOURCES']
    classes = make_raster('classes', np.array([[1, 2, 2, 1, 3]], np.int32))
    refused(run_tool, 'currentflow', '3 ids cover 100 % .* raster of classes', **row, SOURCE_RASTER=classes)
    surface = make_raster('surface', np.array([[1.5, 0, 0, 2.25, 0]]))
    refused(run_tool, 'currentflow', '2 different values with fractions', **row, SOURCE_RASTER=surface)


def test_strengths(run_tool, row, make_vector):
    table = make_vector('t', 'None', {'source_id': ['a', 'b', 'c', 'x'], 'strength': [0.0, 0.0, 0.0, 3.0]})
    refused(run_tool, 'currentflow', 'strengths of all 3 sources are 0', **row, MODE='one-to-all', STRENGTHS=table)
    refused(run_tool, 'currentflow', 'every pair has 1 A', **row, STRENGTH='herd')
    table = make_vector('t', 'None', {'source_id': ['b'], 'strength': [10.0]})
    run = run_tool('currentflow', **row, MODE='one-to-all', STRENGTHS=table, MAXIMUM=HERE)
    assert run.array('MAXIMUM')[0].tolist() == pytest.approx([5, 5, 10, 5, 5])


def test_cancel_leaves_no_single_maps(run_tool, row, tmp_path):
    folder = tmp_path / 'maps'
    run = run_tool('currentflow', feedback=Feedback(cancel_at=1), **row, RUN_MAP_FOLDER=str(folder))
    assert run.results == {} and not folder.exists()


# Any sources and grounds.

def test_advanced_with_rasters(run_tool, make_raster, tmp_path):
    given = {'RESISTANCE': make_raster('r', np.ones((1, 3))), 'NEIGHBOURS': '4', 'CURRENT': HERE, 'VOLTAGE': HERE,
             'SOURCE_RASTER': make_raster('s', np.array([[0, 3.0, 0]])),
             'GROUND_RASTER': make_raster('g', np.array([[1.0, np.nan, 3.0]]))}
    run = run_tool('currentflowadvanced', **given, REPORT=str(tmp_path / 'page.html'))
    assert run.array('VOLTAGE')[0].tolist() == pytest.approx([2, 4, 3])
    assert run.array('CURRENT')[0].tolist() == pytest.approx([2, 3, 1])
    assert (run['INJECTED'], run['UNDRIVEN']) == (3, 0) and run['LARGEST_VOLTAGE'] == pytest.approx(4)
    assert 'Largest voltage' in Path(tmp_path / 'page.html').read_text(encoding='utf-8')
    run = run_tool('currentflowadvanced', **given, UNIT_CURRENTS=True, DIRECT_GROUNDS=True)
    assert run.array('VOLTAGE')[0].tolist() == pytest.approx([0, 0.5, 0])
    run = run_tool('currentflowadvanced', **{**given, 'GROUND_RASTER': make_raster('c', np.array([[1, 0, 1 / 3]]))},
                   GROUNDS_ARE='conductance')
    assert run.array('VOLTAGE')[0].tolist() == pytest.approx([2, 4, 3])


def test_advanced_with_layers(run_tool, make_raster, make_vector, square):
    given = {'RESISTANCE': make_raster('r', np.ones((1, 4))), 'NEIGHBOURS': '4', 'CURRENT': HERE, 'VOLTAGE': HERE,
             'SOURCES': make_vector('herds', 'Polygon', {'n': [4.0, 9.0]},
                                    [square(WEST, NORTH - 100, 200, 100), square(WEST + 9000, NORTH, 50)]),
             'GROUNDS': make_vector('coast', 'Point', {'ohm': [2.0]}, [f'POINT({WEST + 350} {NORTH - 50})'])}
    run = run_tool('currentflowadvanced', **given, SOURCE_AMPERE='n')
    # 2 A enter at each of the first two cells.
    assert run.array('VOLTAGE')[0].tolist() == pytest.approx([10, 8, 4, 0])
    assert any('1 features lie outside' in line for line in run.feedback.warnings)
    run = run_tool('currentflowadvanced', **given, GROUND_VALUE='ohm')
    assert run.array('VOLTAGE')[0].tolist() == pytest.approx([4.5, 4, 3, 2])
    assert run['INJECTED'] == 1


def test_advanced_conflicts_and_dark_parts(run_tool, make_raster):
    given = {'RESISTANCE': make_raster('r', np.array([[1, 1, np.nan, 1]])), 'NEIGHBOURS': '4', 'CURRENT': HERE,
             'SOURCE_RASTER': make_raster('s', np.array([[5.0, 1, 2, 1]])),
             'GROUND_RASTER': make_raster('g', np.array([[0.0, np.nan, np.nan, np.nan]]))}
    run = run_tool('currentflowadvanced', **given)
    assert run.array('CURRENT')[0].tolist() == pytest.approx([1, 1, np.nan, 0], nan_ok=True)
    assert run['UNDRIVEN'] == 1
    warned = ' '.join(run.feedback.warnings)
    assert '1 cells lie on nodata' in warned and '1 separate parts' in warned
    run = run_tool('currentflowadvanced', **given, POLICY='rmvgnd')
    assert run['INJECTED'] == 0 and any('No source drives any current' in line for line in run.feedback.warnings)


def test_advanced_refuses_what_is_no_circuit(run_tool, make_raster):
    flat = make_raster('r', np.ones((1, 3)))
    zeros, some = make_raster('z', np.zeros((1, 3))), make_raster('s', np.array([[1.0, 0, 0]]))
    nothing = make_raster('n', np.array([[np.nan, np.nan, -4.0]]))
    given = {'RESISTANCE': flat, 'CURRENT': HERE}
    refused(run_tool, 'currentflowadvanced', 'Give current sources', **given, GROUND_RASTER=some)
    refused(run_tool, 'currentflowadvanced', 'Give grounds', **given, SOURCE_RASTER=some)
    refused(run_tool, 'currentflowadvanced', 'All current sources are 0', **given, SOURCE_RASTER=zeros,
            GROUND_RASTER=some)
    refused(run_tool, 'currentflowadvanced', 'grounds: 1 values .* row 0, column 2', **given, SOURCE_RASTER=some,
            GROUND_RASTER=nothing)
