"""Sources and grounds against hand circuits, a dense solve, and Kirchhoff's laws."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.circuit.advanced import (
    advanced_current,
    advanced_on_graph,
    ground_conductance,
    grounded_voltage,
    settle_conflicts,
)
from ecorestore.ecorestore_plugin.core.circuit.graph import Network, build_graph, laplacian
from ecorestore.ecorestore_plugin.core.circuit.pairwise import pair_current
from ecorestore.ecorestore_plugin.core.engine import LocalEngine
from ecorestore.ecorestore_plugin.core.errors import CancelledError, EmptyInputError, ParameterError, ValueRangeError

NAN = np.nan


def row(sources, grounds, conductance=None, **options):
    shape = np.ones((1, len(sources))) if conductance is None else np.array([conductance], dtype=float)
    return advanced_current(shape, np.array([sources], dtype=float), np.array([grounds], dtype=float), neighbours=4,
                            **options)


def test_series_to_a_direct_ground():
    found = row([2, 0, 0], [NAN, NAN, 0])
    assert found.voltage.tolist() == [pytest.approx([4, 2, 0])]
    assert found.current.tolist() == [pytest.approx([2, 2, 2])]
    assert found.branches.tolist() == pytest.approx([2, 2])
    assert (found.injected, found.conflicts, found.undriven) == (2, 0, 0)


def test_finite_grounds_share_the_current():
    # 3 A at the middle; left leaves through 1 + 1 ohm, right through 1 + 3 ohm.
    found = row([0, 3, 0], [1, NAN, 3])
    assert found.voltage.tolist() == [pytest.approx([2, 4, 3])]
    assert found.current.tolist() == [pytest.approx([2, 3, 1])]


def test_conductance_to_ground_is_its_inverse():
    one = row([0, 3, 0], [1, NAN, 3])
    other = row([0, 3, 0], [1, NAN, 1 / 3], grounds_are='conductance')
    np.testing.assert_allclose(one.voltage, other.voltage)
    np.testing.assert_array_equal(ground_conductance([[0, 2, NAN]]), [[np.inf, 0.5, 0]])
    np.testing.assert_array_equal(ground_conductance([[0, 2, np.inf]], 'conductance'), [[0, 2, np.inf]])
    np.testing.assert_array_equal(ground_conductance([[5, 0, NAN]], direct=True), [[np.inf, np.inf, 0]])


def test_source_at_a_finite_ground_drains_there():
    # 1 A at a cell with 1 ohm to ground beside a cell with 0 ohm, one ohm away: half and half.
    found = row([1, 0], [1, 0])
    assert found.voltage.tolist() == [pytest.approx([0.5, 0])]
    assert found.current.tolist() == [pytest.approx([1, 0.5])]


def test_negative_source_without_ground():
    found = advanced_on_graph(build_graph(np.ones((1, 3)), 4), np.array([1.0, 0, -1]), np.zeros(3))
    assert found.voltage.tolist() == [pytest.approx([2, 1, 0])]
    assert found.current.tolist() == [pytest.approx([1, 1, 1])]
    same = advanced_on_graph(build_graph(np.ones((1, 3)), 4), np.array([1.0, 0, -1]), np.zeros(3), compatible=True)
    assert same.undriven == 1 and not same.current.any()


def test_policies():
    def settled(policy, compatible=False):
        source, leak, counted, conflicts = settle_conflicts([1, 1, 0, -1], [np.inf, 2, 3, np.inf], policy, compatible)
        assert conflicts == 3
        return source.tolist(), leak.tolist(), counted.tolist()
    inf = np.inf
    assert settled('keepall') == ([1, 1, 0, -1], [inf, 2, 3, inf], [True] * 4)
    assert settled('rmvsrc') == ([0, 0, 0, 0], [inf, 2, 3, inf], [True] * 4)
    assert settled('rmvgnd') == ([1, 1, 0, -1], [0, 0, 3, 0], [False, False, True, False])
    assert settled('rmvall') == ([0, 0, 0, 0], [0, 0, 3, 0], [False, False, True, False])
    # Circuitscape: finite grounds stay in the matrix, rmvall takes sources only, a direct ground under a source goes.
    assert settled('keepall', True) == ([1, 1, 0, -1], [0, 2, 3, inf], [False, True, True, True])
    assert settled('rmvgnd', True) == ([1, 1, 0, -1], [0, 2, 3, 0], [False, False, True, False])
    assert settled('rmvall', True) == ([0, 0, 0, 0], [inf, 2, 3, inf], [True] * 4)


def test_kept_source_at_a_direct_ground_drives_nothing():
    found = row([5, 1, 0], [0, NAN, NAN])
    assert found.voltage.tolist() == [pytest.approx([0, 1, 1])]
    assert found.current.tolist() == [pytest.approx([1, 1, 0])]
    assert found.conflicts == 1
    assert row([5, 1, 0], [0, NAN, NAN], policy='rmvgnd').undriven == 1


def test_unit_currents_and_direct_grounds():
    found = row([7, 0, -3], [NAN, 9, NAN], unit_currents=True, direct_grounds=True)
    assert found.voltage.tolist() == [pytest.approx([1, 0, -1])]
    assert row([7, 0, -3], [NAN, 9, NAN], unit_currents=True, direct_grounds=True,
               compatible=True).voltage.tolist() == [pytest.approx([1, 0, 1])]


def test_cells_of_a_region_add_up():
    found = row([1, 2, 0], [NAN, NAN, 0], regions=[np.array([0, 1])])
    assert found.voltage.tolist() == [pytest.approx([3, 3, 0])]
    assert found.current.tolist() == [pytest.approx([3, 3, 3])]


def test_parts_without_ground_stay_dark_and_are_counted():
    found = row([1, 0, 0, 1, 0], [NAN, 0, NAN, NAN, NAN], conductance=[1, 1, 0, 1, 1])
    assert found.voltage[0].tolist() == pytest.approx([1, 0, NAN, 0, 0], nan_ok=True)
    assert (found.undriven, found.injected) == (1, 1)


@pytest.mark.parametrize('seed', range(6))
def test_dense_solve_and_kirchhoff(seed):
    random = np.random.default_rng(seed)
    conductance = 10.0 ** random.uniform(-2, 0, (8, 9))
    conductance[random.random(conductance.shape) < 0.2] = 0
    sources = np.where(random.random(conductance.shape) < 0.1, random.uniform(-1, 3, conductance.shape), NAN)
    grounds = np.where(random.random(conductance.shape) < 0.1, random.uniform(0, 5, conductance.shape), NAN)
    grounds.flat[np.flatnonzero(conductance)[-1]] = 0
    found = advanced_current(conductance, sources, grounds)
    graph = build_graph(conductance)
    inside = graph.node.ravel() >= 0
    source = np.nan_to_num(sources).ravel()[inside]
    leak = ground_conductance(grounds).ravel()[inside]
    # A ground of 1e12 stands for a direct one; parts without ground keep the pseudo-inverse from mixing in.
    matrix = laplacian(graph.count, graph.u, graph.v, graph.g).toarray() + np.diag(np.minimum(leak, 1e12))
    driven = np.isin(graph.component, graph.component[leak > 0])
    voltage = np.zeros(graph.count)
    voltage[driven] = np.linalg.solve(matrix[np.ix_(driven, driven)], source[driven])
    np.testing.assert_allclose(found.voltage.ravel()[inside], voltage, atol=1e-6)
    # Kirchhoff: what enters a node leaves it, and everything injected reaches a ground.
    flow = graph.g * (voltage[graph.u] - voltage[graph.v])
    net = np.bincount(graph.u, flow, graph.count) - np.bincount(graph.v, flow, graph.count)
    free = driven & np.isfinite(leak)
    np.testing.assert_allclose(net[free], (source - leak * voltage)[free], atol=1e-8)
    direct = driven & np.isinf(leak)
    drained = (leak[free] * voltage[free]).sum() + (source - net)[direct].sum()
    assert drained == pytest.approx(source[driven].sum())
    own = np.stack([np.where(flow > 0, flow, 0), np.where(flow < 0, -flow, 0)])
    out = np.bincount(graph.u, own[0], graph.count) + np.bincount(graph.v, own[1], graph.count)
    into = np.bincount(graph.v, own[0], graph.count) + np.bincount(graph.u, own[1], graph.count)
    drain = np.where(np.isinf(leak), 0, leak) * voltage
    np.testing.assert_allclose(found.current.ravel()[inside][driven],
                               np.maximum(out + np.maximum(drain, 0), into + np.maximum(-drain, 0))[driven], atol=1e-7)


def test_equals_a_pair():
    random = np.random.default_rng(3)
    conductance = 10.0 ** random.uniform(-2, 0, (12, 12))
    pair = pair_current(conductance, np.array([140]), np.array([3]))
    sources, grounds = np.zeros((12, 12)), np.full((12, 12), NAN)
    sources.flat[3], grounds.flat[140] = 1, 0
    found = advanced_current(conductance, sources, grounds)
    np.testing.assert_allclose(found.current, pair.current, atol=1e-9)
    np.testing.assert_allclose(found.voltage, pair.voltage, atol=1e-8)
    np.testing.assert_allclose(found.branches, pair.branches, atol=1e-9)


def test_multigrid_and_workers_agree():
    random = np.random.default_rng(1)
    conductance = 10.0 ** random.uniform(-2, 0, (70, 70))
    sources = (random.random((70, 70)) < 0.01).astype(float)
    grounds = np.where(random.random((70, 70)) < 0.01, 3.0, NAN)
    direct = advanced_current(conductance, sources, grounds)
    np.testing.assert_allclose(advanced_current(conductance, sources, grounds, memory=0).current, direct.current,
                               atol=1e-6)
    np.testing.assert_allclose(advanced_current(conductance, sources, grounds, engine=LocalEngine(1)).current,
                               direct.current, atol=1e-12)


@pytest.mark.parametrize('policy', ['keepall', 'rmvsrc', 'rmvgnd', 'rmvall'])
def test_raster_solver_settles_conflicts_alike(policy):
    random = np.random.default_rng(4)
    conductance = 10.0 ** random.uniform(-2, 0, (20, 20))
    conductance[random.random((20, 20)) < 0.25] = 0
    sources = np.where(random.random((20, 20)) < 0.3, random.uniform(-1, 2, (20, 20)), NAN)
    grounds = np.where(random.random((20, 20)) < 0.2, random.integers(0, 3, (20, 20)), NAN)
    regions = [np.array([3, 4, 5, 24, 25]), np.array([200, 380])]
    one, other = (advanced_current(conductance, sources, grounds, policy=policy, regions=regions, engine=engine)
                  for engine in (None, LocalEngine(1)))
    np.testing.assert_allclose(other.voltage, one.voltage, atol=1e-7)
    np.testing.assert_allclose(other.current, one.current, atol=1e-7)
    assert (other.conflicts, other.undriven) == (one.conflicts, one.undriven)
    assert other.injected == pytest.approx(one.injected)


def test_single_nodes():
    alone = Network(np.array([0]), np.zeros(0, int), np.zeros(0, int), np.zeros(0))
    assert grounded_voltage(alone, np.array([2.0]), np.array([0.5])).tolist() == [4]
    assert grounded_voltage(alone, np.array([2.0]), np.array([np.inf])).tolist() == [0]


def test_bad_input():
    none = [NAN, NAN]
    with pytest.raises(EmptyInputError, match='no sources'):
        row([0, NAN], [0, NAN])
    with pytest.raises(EmptyInputError, match='no grounds'):
        row([1, 0], none)
    with pytest.raises(EmptyInputError, match='All 1 cells with grounds lie on nodata'):
        row([1, 0, 0], [NAN, NAN, 0], conductance=[1, 1, 0])
    with pytest.raises(ValueRangeError, match='grounds: 1 values .* row 0, column 1'):
        row([1, 0], [NAN, -3])
    with pytest.raises(ParameterError, match='keepsome'):
        row([1, 0], [NAN, 0], policy='keepsome')
    with pytest.raises(ParameterError, match='siemens'):
        row([1, 0], [NAN, 0], grounds_are='siemens')
    with pytest.raises(CancelledError):
        row([1, 0], [NAN, 0], cancelled=lambda: True)
