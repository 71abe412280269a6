"""Circuitscape's own test suite, and the harness that runs it."""

import shutil
from collections import Counter

import numpy as np
import pytest

from ecorestore.tests.conformance.circuitscape_cases import read_focal, read_pairs, read_raster, run_circuitscape

PAIRWISE = [f'sgVerify{number}' for number in (1, 3, 5, 6, 8, 10, 13, 15, 17)]


@pytest.fixture(scope='module')
def results(shared):
    pytest.importorskip('osgeo.gdal', reason='a case has GeoTIFF inputs')
    return {case: (status, message) for case, status, message in run_circuitscape(shared / 'conformance/circuitscape')}


@pytest.mark.parametrize('case', PAIRWISE)
def test_pairwise_case(results, case):
    status, message = results[case]
    assert status == 'passed', message


def test_no_case_fails_and_others_say_why_they_wait(results):
    assert Counter(status for status, _ in results.values())['failed'] == 0
    assert all('not offered yet' in message for status, message in results.values() if status == 'skipped')


def small_suite(folder, resistance=None):
    """A case of two points in a row of four cells, with its expected results."""
    (folder / 'input').mkdir(parents=True)
    (folder / 'output_verify').mkdir()
    header = 'ncols 4\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 10\nNODATA_value -9999\n'
    (folder / 'input/cells.asc').write_text(header + '1 2 3 -9999\n')
    (folder / 'input/points.txt').write_text('1\t5\t5\n2\t25\t5\n-4\t15\t5\n')
    (folder / 'input/row1.ini').write_text(
        '[any]\nhabitat_file = input/cells.asc\nhabitat_map_is_resistances = True\npoint_file = input/points.txt\n'
        'connect_four_neighbors_only = True\nconnect_using_avg_resistances = True\nwrite_cur_maps = True\n'
        'data_type = raster\nscenario = pairwise\n')
    (folder / 'input/unexpected.ini').write_text('[any]\nscenario = pairwise\n')
    (folder / 'output_verify/row1_resistances.out').write_text(f'0 1 2\n1 0 {resistance or 4}\n2 {resistance or 4} 0\n')
    (folder / 'output_verify/row1_curmap_1_2.asc').write_text(header + '1 1 1 0\n')


def test_harness_passes_what_agrees(tmp_path):
    small_suite(tmp_path)
    (case, status, message), = run_circuitscape(tmp_path)
    assert (case, status) == ('row1', 'passed')
    assert message.startswith('4 resistances') and '1 maps' in message


def test_harness_fails_what_differs_or_breaks(tmp_path):
    small_suite(tmp_path / 'one', resistance=4.1)
    (_, status, message), = run_circuitscape(tmp_path / 'one')
    assert status == 'failed' and '1-2' in message
    small_suite(tmp_path / 'two')
    (tmp_path / 'two/input/cells.asc').unlink()
    (_, status, message), = run_circuitscape(tmp_path / 'two')
    assert status == 'failed' and 'cells.asc' in message
    small_suite(tmp_path / 'three')
    shutil.copy(tmp_path / 'three/input/cells.asc', tmp_path / 'three/output_verify/row1_curmap_1_2.asc')
    (_, status, message), = run_circuitscape(tmp_path / 'three')
    assert status == 'failed' and 'curmap_1_2' in message


def test_harness_names_what_is_not_offered(tmp_path):
    small_suite(tmp_path)
    path = tmp_path / 'input/row1.ini'
    path.write_text(path.read_text().replace('data_type = raster', 'data_type = network'))
    assert run_circuitscape(tmp_path) == [('row1', 'skipped', 'network pairwise: not offered yet')]


def test_points_and_pairs(tmp_path):
    small_suite(tmp_path)
    focal = read_focal(tmp_path / 'input/points.txt', read_raster(tmp_path / 'input/cells.asc'))
    assert {key: cells.tolist() for key, cells in focal.items()} == {1: [0], 2: [2]}
    focal = {key: np.array([key]) for key in (1, 2, 3, 4)}
    listed = tmp_path / 'pairs.txt'
    listed.write_text('mode\tinclude\n1 2\n3 2\n')
    assert read_pairs(listed, focal)[0] == [(1, 2), (2, 3)] and list(read_pairs(listed, focal)[1]) == [1, 2, 3]
    listed.write_text('mode exclude\n1 2\n')
    assert read_pairs(listed, focal)[0] == [(1, 3), (1, 4), (2, 3), (2, 4), (3, 4)]
    listed.write_text('min 2\nmax 5\n0 1 2 3\n1 0 2 9\n2 2 0 5\n3 9 5 0\n')
    assert read_pairs(listed, focal)[0] == [(1, 2), (2, 3)] and list(read_pairs(listed, focal)[1]) == [1, 2, 3]
