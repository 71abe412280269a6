"""Circuitscape's own test suite, and the harness that runs it."""

import shutil
from collections import Counter

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.circuit.advanced import ground_conductance, settle_conflicts
from ecorestore.ecorestore_plugin.core.circuit.graph import build_graph, laplacian
from ecorestore.tests.conformance.circuitscape_cases import run_case, run_circuitscape
from ecorestore.tests.conformance.circuitscape_inputs import (
    flag,
    read_focal,
    read_network_case,
    read_raster,
    read_raster_case,
    read_settings,
)

CASES = ([f'sgVerify{number}' for number in (1, 3, 5, 6, 8, 10, 13, 15, 17)]
         + [f'{mode}Verify{number}' for mode in ('oneToAll', 'allToOne') for number in (1, 3, 5, 7, 10, 12)]
         + ['mgVerify1', 'mgVerify3', 'mgVerify5', 'sgNetworkVerify1', 'mgNetworkVerify1'])
# As many nodes as a dense matrix takes in a moment.
DENSE = 700


@pytest.fixture(scope='module')
def suite(shared):
    pytest.importorskip('osgeo.gdal', reason='a case has GeoTIFF inputs')
    return shared / 'conformance/circuitscape'


@pytest.fixture(scope='module')
def results(suite):
    return {case: (status, message) for case, status, message in run_circuitscape(suite)}


@pytest.mark.parametrize('case', CASES)
def test_case(results, case):
    status, message = results[case]
    assert status == 'passed', message


def test_no_case_is_left_out(results):
    assert sorted(results) == sorted(CASES)
    assert Counter(status for status, _ in results.values()) == {'passed': len(CASES)}


def dense_voltage(count, u, v, g, source, leak):
    """Voltages by a dense solve; direct grounds are taken out, parts without ground or source stay 0."""
    matrix = laplacian(count, u, v, g).toarray() + np.diag(np.where(np.isinf(leak), 0, leak))
    free = np.flatnonzero(~np.isinf(leak))
    voltage = np.zeros(count)
    voltage[free] = np.linalg.lstsq(matrix[np.ix_(free, free)], source[free], rcond=None)[0]
    return voltage


def throughput(graph, voltage, source, leak):
    """Current per node, counted edge by edge, and how far Kirchhoff's law is from holding at any node."""
    into, out = np.zeros(graph.count), np.zeros(graph.count)
    for one, other, ampere in zip(graph.u, graph.v, graph.g * (voltage[graph.u] - voltage[graph.v])):
        start, end = (one, other) if ampere > 0 else (other, one)
        out[start] += abs(ampere)
        into[end] += abs(ampere)
    drained = np.where(np.isinf(leak), 0.0, leak) * voltage
    out += np.maximum(drained, 0)
    into += np.maximum(-drained, 0)
    error = np.abs(out - into - source)[~np.isinf(leak)]
    return np.maximum(into, out), float(error.max(initial=0.0))


def every_ini(suite):
    return [(path, read_settings(path)) for path in sorted((suite / 'input').rglob('*.ini'))]


def test_every_input_runs_and_obeys_kirchhoff(suite):
    """Also the inputs whose expected results are not at hand."""
    checked = Counter()
    for path, settings in every_ini(suite):
        outcome = run_case(suite, path)
        mode = settings.get('data_type') or 'raster', settings['scenario']
        assert outcome.resistances or outcome.maps or outcome.lists, path
        values = np.array(list(outcome.resistances.values()))
        assert (np.isfinite(values) & ((values >= 0) | (values == -1))).all(), path
        for name, array in outcome.maps.items():
            assert not np.isinf(array).any() and ('volt' in name or np.nanmin(array) >= -1e-9), (path, name)
        checked[mode] += BRUTE.get(mode, lambda *_: 0)(suite, settings, outcome, path)
    assert set(checked) == set(BRUTE)
    assert checked['raster', 'advanced'] == 8 and checked['network', 'advanced'] == 3
    assert min(checked[kind] for kind in BRUTE if kind[1] != 'advanced') > 40


def brute_pairwise(suite, settings, outcome, path):
    """Every pair in a dense network of its own."""
    case = read_raster_case(suite, settings)
    done = 0
    for (one, other), value in outcome.resistances.items():
        graph = build_graph(case.conductance, regions=[*case.regions, case.focal[one], case.focal[other]],
                            **case.options)
        ends = [graph.nodes_of(case.focal[key]) for key in (one, other)]
        if one >= other or graph.count > DENSE or value <= 0:
            continue
        source, leak = np.zeros(graph.count), np.zeros(graph.count)
        source[ends[1]], leak[ends[0]] = 1, np.inf
        voltage = dense_voltage(graph.count, graph.u, graph.v, graph.g, source, leak)
        current, error = throughput(graph, voltage, source, leak)
        assert value == pytest.approx(voltage[ends[1][0]], rel=1e-6), (path, one, other)
        done += _same_maps(outcome, f'_{one}_{other}', graph, current, voltage, error, path)
    return done


def _same_maps(outcome, name, graph, current, voltage, error, path):
    assert error < 1e-7, path
    for kind, found in (('curmap', current), ('voltmap', voltage)):
        if kind + name in outcome.maps:
            np.testing.assert_allclose(outcome.maps[kind + name], graph.on_cells(found), atol=1e-6, err_msg=str(path))
    return 1


def brute_focal(suite, settings, outcome, path):
    """Every turn of a source as a dense circuit with direct grounds."""
    case = read_raster_case(suite, settings)
    ids = list(case.focal)
    wanted = ~np.eye(len(ids), dtype=bool) if case.pairs is None else case.pairs.wanted(ids)
    done = 0
    for position, key in enumerate(ids):
        joined = [key, *(other for other, is_partner in zip(ids, wanted[position]) if is_partner)]
        graph = build_graph(case.conductance, regions=[*case.regions, *(case.focal[name] for name in joined)],
                            **case.options)
        node = {name: graph.node.ravel()[case.focal[name][0]] for name in ids}
        source, leak = np.zeros(graph.count), np.zeros(graph.count)
        outward = settings['scenario'] == 'one-to-all'
        for other in ids:
            if other == key or node[other] < 0 or node[other] == node[key]:
                continue
            if outward:
                leak[node[other]] = np.inf if other in joined else leak[node[other]]
            elif node[key] >= 0 and graph.component[node[other]] == graph.component[node[key]]:
                source[node[other]] += case.strengths.get(other, 1) if other in joined else 1
        if node[key] < 0 or (outward and not leak[graph.component == graph.component[node[key]]].any()):
            assert outcome.resistances[key,] == -1
            continue
        if outward:
            source[node[key]] = case.strengths.get(key, 1)
        else:
            leak[node[key]] = np.inf
        if not source.any():
            continue
        voltage = dense_voltage(graph.count, graph.u, graph.v, graph.g, source, leak)
        current, error = throughput(graph, voltage, source, leak)
        if outward:
            assert outcome.resistances[key,] == pytest.approx(voltage[node[key]] / source[node[key]]), (path, key)
        done += _same_maps(outcome, f'_{key}', graph, current, voltage, error, path)
    return done


def brute_advanced(suite, settings, outcome, path):
    """The circuit as a dense matrix; of large ones Kirchhoff's law at every node."""
    case = read_raster_case(suite, settings)
    graph = build_graph(case.conductance, regions=case.regions, **case.options)
    inside = graph.node.ravel() >= 0
    leak = ground_conductance(case.grounds, 'resistance' if flag(settings, 'ground_file_is_resistances')
                              else 'conductance', flag(settings, 'use_direct_grounds')).ravel()
    ampere = np.nan_to_num(case.sources).ravel()
    if flag(settings, 'use_unit_currents'):
        ampere = (ampere != 0).astype(float)
    source, leak = (np.bincount(graph.node.ravel()[inside], values[inside], graph.count)
                    for values in (ampere, leak))
    source, leak, _, _ = settle_conflicts(source, leak, settings['remove_src_or_gnd'], True)
    if graph.count > DENSE:
        return _advanced_conserves(outcome, graph, source, leak)
    lit = np.isin(graph.component, graph.component[leak > 0])
    source[~lit] = 0
    voltage = dense_voltage(graph.count, graph.u, graph.v, graph.g, source, leak)
    current, error = throughput(graph, voltage, source, leak)
    return _same_maps(outcome, '', graph, current, voltage, error, path)


def _advanced_conserves(outcome, graph, source, leak):
    """A source shows at least what it feeds, and all grounds together take what all sources feed."""
    current = outcome.maps['curmap'].ravel()
    cell = np.zeros(graph.count, int)
    cell[graph.node.ravel()[graph.node.ravel() >= 0]] = np.flatnonzero(graph.node.ravel() >= 0)
    feeding, taking = np.flatnonzero(source), np.flatnonzero(np.isinf(leak))
    assert (current[cell[feeding]] >= source[feeding] - 1e-9).all()
    if len(taking):
        assert current[cell[taking]].sum() == pytest.approx(source.sum(), rel=1e-6)
    return 1


def brute_network(suite, settings, outcome, path):
    """Edge lists, pair by pair or as one circuit, from the lists the harness compares."""
    case = read_network_case(suite, settings)
    graph, ids = case.network.graph, case.network.ids.tolist()
    runs = []
    if settings['scenario'] == 'advanced':
        source = case.network.on_nodes(*case.sources)
        leak = case.network.on_nodes(case.grounds[0], ground_conductance(case.grounds[1]))
        source[~np.isin(graph.component, graph.component[leak > 0])] = 0
        runs.append(('', source, leak))
    else:
        for one, other in outcome.resistances:
            if one < other and outcome.resistances[one, other] > 0:
                source, leak = np.zeros(graph.count), np.zeros(graph.count)
                source[ids.index(other)], leak[ids.index(one)] = 1, np.inf
                runs.append((f'_{one}_{other}', source, leak))
    for name, source, leak in runs:
        voltage = dense_voltage(graph.count, graph.u, graph.v, graph.g, source, leak)
        current, error = throughput(graph, voltage, source, leak)
        assert error < 1e-7
        assert list(outcome.lists[f'voltages{name}'].values()) == pytest.approx(voltage.tolist(), abs=1e-7), path
        assert list(outcome.lists[f'node_currents{name}'].values()) == pytest.approx(current.tolist(), abs=1e-7), path
    return len(runs)


BRUTE = {('raster', 'pairwise'): brute_pairwise, ('raster', 'one-to-all'): brute_focal,
         ('raster', 'all-to-one'): brute_focal, ('raster', 'advanced'): brute_advanced,
         ('network', 'pairwise'): brute_network, ('network', 'advanced'): brute_network}


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


def test_harness_fails_an_unknown_mode(tmp_path):
    small_suite(tmp_path)
    path = tmp_path / 'input/row1.ini'
    path.write_text(path.read_text().replace('scenario = pairwise', 'scenario = sideways'))
    (_, status, message), = run_circuitscape(tmp_path)
    assert status == 'failed' and 'sideways' in message


def test_harness_adds_up_logarithms_of_pairs(tmp_path):
    small_suite(tmp_path)
    header = (tmp_path / 'input/cells.asc').read_text().split('1 2 3')[0]
    (tmp_path / 'input/cells.asc').write_text(header + '1 1 1 1\n')
    (tmp_path / 'input/points.txt').write_text('1\t5\t5\n2\t15\t5\n3\t35\t5\n')
    path = tmp_path / 'input/row1.ini'
    path.write_text(path.read_text() + 'log_transform_maps = True\n')
    for file in (tmp_path / 'output_verify').iterdir():
        file.unlink()
    # Every cell a pair passes carries 1 A, whose logarithm is 0, so that the sum is 0 and not log10(2).
    (tmp_path / 'output_verify/row1_cum_curmap.asc').write_text(header + '0 0 0 0\n')
    assert run_circuitscape(tmp_path)[0][1] == 'passed'


def test_points(tmp_path):
    small_suite(tmp_path)
    focal = read_focal(tmp_path / 'input/points.txt', read_raster(tmp_path / 'input/cells.asc'))
    assert {key: cells.tolist() for key, cells in focal.items()} == {1: [0], 2: [2]}
