"""Pairwise current against hand circuits and a dense pseudo-inverse."""

import math

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.circuit.focal import focal_current
from ecorestore.ecorestore_plugin.core.circuit.graph import build_graph, cells_by_id, laplacian
from ecorestore.ecorestore_plugin.core.circuit.pair import held_pair
from ecorestore.ecorestore_plugin.core.circuit.pairwise import check_sources, pair_current, pairwise_current
from ecorestore.ecorestore_plugin.core.engine import InProcessEngine, LocalEngine
from ecorestore.ecorestore_plugin.core.errors import CancelledError, EmptyInputError, ParameterError


def points(**cells):
    return {int(key[1:]): np.array(value) for key, value in cells.items()}


def test_series():
    found = pairwise_current(1 / np.array([[1.0, 2.0, 4.0]]), points(p1=[0], p2=[1], p3=[2]), 4)
    assert found.resistance == pytest.approx(np.array([[0, 1.5, 4.5], [1.5, 0, 3], [4.5, 3, 0]]))
    # Pairs 1-2, 1-3, 2-3: the middle carries 1 A in each.
    assert found.current.tolist() == [pytest.approx([2, 3, 2])]
    assert found.pairs == 3


def test_parallel():
    # A ring of four cells: two ways of resistance 2 in parallel.
    found = pairwise_current(np.ones((2, 2)), points(p1=[0], p2=[3]), 4, maximum=True)
    assert found.resistance[0, 1] == pytest.approx(1)
    assert found.current == pytest.approx(np.array([[1, 0.5], [0.5, 1]]))
    assert found.maximum == pytest.approx(found.current)


def test_square_with_diagonals():
    # Straight edges 1, diagonals 1 / sqrt 2. Between opposite corners: the diagonal beside two ways of resistance 2;
    # by symmetry no current flows through the other diagonal.
    found = pairwise_current(np.ones((2, 2)), points(p1=[0], p2=[3]), 8)
    assert found.resistance[0, 1] == pytest.approx(1 / (1 + 1 / math.sqrt(2)))
    side = 0.5 / (1 + 1 / math.sqrt(2))
    assert found.current == pytest.approx(np.array([[1, side], [side, 1]]))


def test_cells_that_are_not_square():
    found = pairwise_current(np.ones((1, 3)), points(p1=[0], p2=[2]), cell=(400.0, 100.0))
    assert found.resistance[0, 1] == pytest.approx(2 * 400 / 200)


def brute(conductance, focal, neighbours=8, average='resistance', regions=()):
    """Every pair by the dense pseudo-inverse of the whole network."""
    graph = build_graph(conductance, neighbours, average, [*regions, *focal.values()])
    inverse = np.linalg.pinv(laplacian(graph.count, graph.u, graph.v, graph.g).toarray())
    ids = list(focal)
    resistance = np.zeros((len(ids), len(ids)))
    total, peak = np.zeros(graph.count), np.zeros(graph.count)
    for i, one in enumerate(ids):
        for j, other in enumerate(ids):
            start, end = graph.nodes_of(focal[one]), graph.nodes_of(focal[other])
            if not len(start) or not len(end) or graph.component[start[0]] != graph.component[end[0]]:
                resistance[i, j] = -1 if i != j else 0
            elif start[0] != end[0]:
                injection = np.zeros(graph.count)
                injection[[start[0], end[0]]] = -1, 1
                phi = inverse @ injection
                resistance[i, j] = phi[end[0]] - phi[start[0]]
                flow = graph.g * (phi[graph.u] - phi[graph.v])
                inflow, outflow = np.maximum(injection, 0), np.maximum(-injection, 0)
                for u, v, value in zip(graph.u, graph.v, flow):
                    source, sink = (u, v) if value > 0 else (v, u)
                    outflow[source] += abs(value)
                    inflow[sink] += abs(value)
                # What flows in is what flows out.
                np.testing.assert_allclose(inflow, outflow, atol=1e-8)
                if i < j:
                    current = np.maximum(inflow, outflow)
                    total += current
                    peak = np.maximum(peak, current)
    return resistance, graph.on_cells(total), graph.on_cells(peak)


def landscape(seed, sources=5, size=9):
    random = np.random.default_rng(seed)
    conductance = 10.0 ** random.uniform(-2, 0, (size, size + 2))
    conductance[random.random(conductance.shape) < 0.25] = 0
    cells = random.choice(np.flatnonzero(conductance.ravel() > 0), sources, replace=False)
    return conductance, {number + 1: np.array([cell]) for number, cell in enumerate(cells)}


@pytest.mark.parametrize('neighbours', [4, 8])
@pytest.mark.parametrize('average', ['resistance', 'conductance'])
@pytest.mark.parametrize('seed', range(4))
def test_superposition_equals_every_pair_by_itself(neighbours, average, seed):
    conductance, focal = landscape(seed)
    resistance, total, peak = brute(conductance, focal, neighbours, average)
    found = pairwise_current(conductance, focal, neighbours, average, maximum=True, allow_missing=True)
    np.testing.assert_allclose(found.resistance, resistance, atol=1e-8)
    np.testing.assert_allclose(found.current, total, atol=1e-8)
    np.testing.assert_allclose(found.maximum, peak, atol=1e-8)
    assert found.pairs == int((np.triu(resistance) > 0).sum())
    single = pairwise_current(conductance, focal, neighbours, average, maximum=True, exact_regions=True,
                              allow_missing=True)
    np.testing.assert_allclose(single.resistance, resistance, atol=1e-8)
    np.testing.assert_allclose(single.current, total, atol=1e-8)
    np.testing.assert_allclose(single.maximum, peak, atol=1e-8)


@pytest.mark.parametrize('seed', range(4))
def test_sources_of_several_cells_and_regions(seed):
    random = np.random.default_rng(seed)
    conductance = 10.0 ** random.uniform(-2, 0, (10, 10))
    conductance[random.random(conductance.shape) < 0.2] = 0
    focal = {'west': np.array([0, 10, 20]), 'east': np.array([99, 98, 89]), 'middle': np.array([44, 45, 54, 55])}
    regions = [np.array([71, 72, 73]), np.array([54, 64])]
    resistance, total, peak = brute(conductance, focal, regions=regions)
    found = pairwise_current(conductance, focal, regions=regions, maximum=True, allow_missing=True)
    assert found.ids == ('west', 'east', 'middle')
    np.testing.assert_allclose(found.resistance, resistance, atol=1e-8)
    np.testing.assert_allclose(found.current, total, atol=1e-8)
    np.testing.assert_allclose(found.maximum, peak, atol=1e-8)


def test_pair_list_runs_only_its_pairs():
    conductance, focal = landscape(3)
    everything = pairwise_current(conductance, focal, allow_missing=True)
    ids = [key for key in focal if (everything.resistance[list(focal).index(key)] > 0).any()]
    chosen = [(ids[0], ids[1]), (ids[1], ids[2])]
    found = pairwise_current(conductance, focal, pairs=chosen, maximum=True, allow_missing=True)
    pairs = [pair_current(conductance, focal[one], focal[other]) for one, other in chosen]
    np.testing.assert_allclose(found.current, np.nansum([pair.current for pair in pairs], axis=0)
                               + np.where(conductance > 0, 0, np.nan), atol=1e-9)
    np.testing.assert_allclose(found.maximum, np.fmax(pairs[0].current, pairs[1].current), atol=1e-9)
    assert found.pairs == 2 and (found.resistance > 0).sum() == 4
    assert found.resistance[list(focal).index(ids[0]), list(focal).index(ids[2])] == -1


def test_energy_and_conservation():
    conductance, focal = landscape(1, 2)
    pair = pair_current(conductance, focal[1], focal[2])
    graph = build_graph(conductance)
    voltage = np.nan_to_num(pair.voltage).ravel()
    at = np.zeros(graph.count)
    at[graph.node[graph.node >= 0]] = voltage[graph.node.ravel() >= 0]
    # 1 A: the power dissipated is the effective resistance.
    assert (graph.g * (at[graph.u] - at[graph.v]) ** 2).sum() == pytest.approx(pair.resistance)
    assert pair.voltage.ravel()[focal[1]] == 0 and pair.voltage.ravel()[focal[2]] == pytest.approx(pair.resistance)
    assert pair.current.ravel()[focal[1]] == pytest.approx(1) and pair.current.ravel()[focal[2]] == pytest.approx(1)
    assert np.nanmax(pair.current) <= 1 + 1e-9


def test_whole_cross_section_carries_the_ampere():
    pair = pair_current(np.ones((5, 9)), np.arange(0, 45, 9), np.arange(8, 45, 9), 4)
    np.testing.assert_allclose(pair.current[:, 1:-1], 0.2, atol=1e-12)
    np.testing.assert_allclose(pair.current[:, [0, -1]], 1.0, atol=1e-12)
    assert pair.resistance == pytest.approx(8 / 5)


def test_rayleigh_more_resistance_nowhere_lowers_effective_resistance():
    random = np.random.default_rng(0)
    resistance = 10.0 ** random.uniform(0, 2, (8, 8))
    focal = points(p1=[0], p2=[63])
    before = pairwise_current(1 / resistance, focal).resistance[0, 1]
    for cell in random.choice(64, 10, replace=False):
        raised = resistance.copy()
        raised.ravel()[cell] *= 3
        assert pairwise_current(1 / raised, focal).resistance[0, 1] >= before - 1e-12


def test_sources_apart_and_on_one_node():
    conductance = np.array([[1.0, 1.0, 0.0, 1.0, 1.0]])
    found = pairwise_current(conductance, points(p1=[0], p2=[1], p3=[3], p4=[4], p5=[4]))
    assert found.resistance[0].tolist() == pytest.approx([0, 1, -1, -1, -1])
    assert found.resistance[3, 4] == 0
    # 3-4 and 3-5 carry current, 4-5 share a node and do not.
    assert found.current.tolist() == [pytest.approx([1, 1, np.nan, 2, 2], nan_ok=True)]
    assert found.pairs == 3


def test_bad_sources_are_named():
    with pytest.raises(EmptyInputError, match='only 1'):
        pairwise_current(np.ones((2, 2)), points(p1=[0]))
    with pytest.raises(EmptyInputError, match='1 of 3 sources .* id 2'):
        pairwise_current(np.array([[1.0, 0.0, 1.0]]), points(p1=[0], p2=[1], p3=[2]))
    with pytest.raises(EmptyInputError, match='id empty'):
        check_sources(np.ones((1, 2)), {'full': np.array([0]), 'empty': np.array([], int)})
    with pytest.raises(EmptyInputError, match='None of the 2 sources'):
        pairwise_current(np.array([[1.0, 0.0, 1.0]]), points(p1=[0], p2=[2]))
    with pytest.raises(ParameterError, match='1 unknown sources: 9'):
        pairwise_current(np.ones((1, 2)), points(p1=[0], p2=[1]), pairs=[(1, 9)])


def test_missing_sources_may_be_allowed():
    found = pairwise_current(np.array([[1.0, 0.0, 1.0]]), points(p1=[0], p2=[1], p3=[2]), allow_missing=True)
    assert found.resistance.tolist() == [[0, -1, -1], [-1, 0, -1], [-1, -1, 0]]
    assert found.pairs == 0


def test_multigrid_path_gives_the_same_map():
    random = np.random.default_rng(2)
    conductance = 10.0 ** random.uniform(-2, 0, (80, 80))
    focal = cells_by_id(np.where(random.random((80, 80)) < 0.002, random.integers(1, 5, (80, 80)), 0))
    direct = pairwise_current(conductance, focal, maximum=True)
    iterative = pairwise_current(conductance, focal, maximum=True, memory=0)
    np.testing.assert_allclose(iterative.resistance, direct.resistance, rtol=1e-7)
    np.testing.assert_allclose(iterative.current, direct.current, atol=1e-6)
    np.testing.assert_allclose(iterative.maximum, direct.maximum, atol=1e-6)


@pytest.mark.parametrize('exact', [False, True])
def test_engines_agree(exact):
    conductance, focal = landscape(2)
    here, process = (pairwise_current(conductance, focal, maximum=True, exact_regions=exact, allow_missing=True,
                                      engine=engine) for engine in (InProcessEngine(), LocalEngine(2)))
    np.testing.assert_array_equal(here.current, process.current)
    np.testing.assert_array_equal(here.resistance, process.resistance)
    np.testing.assert_array_equal(here.maximum, process.maximum)


def test_progress_rises_and_cancel_stops():
    conductance, focal = landscape(0)
    steps = []
    pairwise_current(conductance, focal, allow_missing=True,
                     progress=lambda part, text='', **values: steps.append(part))
    assert steps and max(steps) <= 1
    with pytest.raises(CancelledError):
        pairwise_current(conductance, focal, allow_missing=True, cancelled=lambda: True)


@pytest.mark.parametrize('exact', [False, True])
def test_sink_gets_what_is_summed(exact):
    conductance, focal = landscape(3)
    pairs = {}
    found = pairwise_current(conductance, focal, maximum=True, exact_regions=exact, allow_missing=True,
                             sink=lambda one, other, pair: pairs.update({(one, other): pair}))
    assert len(pairs) == found.pairs > 0
    np.testing.assert_allclose(sum(np.nan_to_num(pair.current) for pair in pairs.values()),
                               np.nan_to_num(found.current), atol=1e-9)
    ids = list(focal)
    for (one, other), pair in pairs.items():
        alone = pair_current(conductance, focal[one], focal[other])
        np.testing.assert_allclose(pair.voltage, alone.voltage, atol=1e-8)
        np.testing.assert_allclose(pair.branches, alone.branches, atol=1e-8)
        assert pair.resistance == pytest.approx(found.resistance[ids.index(one), ids.index(other)])


@pytest.mark.parametrize('exact', [False, True])
def test_focal_currents_may_be_left_out(exact):
    conductance, focal = landscape(4)
    pairs = []
    found = pairwise_current(conductance, focal, maximum=True, exact_regions=exact, allow_missing=True,
                             zero_focal=True, sink=lambda one, other, pair: pairs.append((one, other, pair)))
    expected = []
    for one, other, pair in pairs:
        alone = pair_current(conductance, focal[one], focal[other]).current
        alone.flat[[focal[one][0], focal[other][0]]] = 0
        np.testing.assert_allclose(pair.current, alone, atol=1e-9)
        expected.append(np.nan_to_num(alone))
    np.testing.assert_allclose(np.nan_to_num(found.current), np.sum(expected, axis=0), atol=1e-9)
    np.testing.assert_allclose(np.nan_to_num(found.maximum), np.max(expected, axis=0), atol=1e-9)


def test_unconnected_pairs_are_counted():
    conductance = np.array([[1.0, 1.0, 0.0, 1.0, 1.0]])
    focal = points(p1=[0], p2=[1], p3=[3], p4=[4])
    assert pairwise_current(conductance, focal).apart == 4
    assert pairwise_current(conductance, focal, exact_regions=True).apart == 4
    assert pairwise_current(conductance, focal, pairs=[(1, 2), (1, 3)]).apart == 1


@pytest.mark.parametrize('average', ['resistance', 'conductance'])
@pytest.mark.parametrize('seed', range(4))
def test_held_sources_equal_a_network_per_pair(average, seed):
    random = np.random.default_rng(seed)
    conductance = 10.0 ** random.uniform(-2, 0, (10, 11))
    conductance[random.random(conductance.shape) < 0.3] = 0
    cells = random.permutation(conductance.size)
    if average == 'conductance':
        cells = cells[conductance.ravel()[cells] > 0]
    focal = {number: cells[4 * number:4 * number + 4] for number in range(4)}
    regions = [cells[16:20], np.append(cells[20:23], focal[1][0])]
    graph = build_graph(conductance, average=average, regions=regions)
    for one in focal:
        for other in range(one + 1, 4):
            slow = pair_current(conductance, focal[one], focal[other], average=average, regions=regions)
            fast = held_pair(graph, focal[one], focal[other])
            assert fast.resistance == pytest.approx(slow.resistance)
            np.testing.assert_allclose(fast.current, slow.current, atol=1e-9)
            np.testing.assert_allclose(np.nan_to_num(fast.voltage), np.nan_to_num(slow.voltage), atol=1e-8)


def test_sources_on_cells_that_conduct_only_while_active():
    # With average conductance a nodata cell of an active source conducts half of what its neighbour does.
    conductance = np.array([[1.0, 0.0, 1.0, 1.0]])
    focal = points(p1=[0, 1], p2=[3])
    for exact in (False, True):
        found = pairwise_current(conductance, focal, 4, 'conductance', exact_regions=exact)
        assert found.resistance[0, 1] == pytest.approx(3)
        assert found.current.tolist() == [pytest.approx([1, 1, 1, 1])]


def test_cancelled_run_goes_on_where_it_stopped(tmp_path):
    conductance = 10.0 ** np.random.default_rng(6).uniform(-1, 0, (12, 12))
    focal = {number: np.array([7 * number]) for number in range(20)}
    whole = pairwise_current(conductance, focal)
    for method in (pairwise_current, lambda *given, **more: focal_current(*given, 'all-to-one', **more)):
        folder = tmp_path / method.__name__.strip('<>')
        with pytest.raises(CancelledError):
            method(conductance, focal, folder=folder,
                   cancelled=lambda folder=folder: folder.exists() and len(list(folder.glob('*.npy'))) > 7)
        stopped = len(list(folder.glob('*.npy')))
        assert 7 < stopped < 19
        found = method(conductance, focal, folder=folder)
        assert found.resumed == stopped and len(list(folder.glob('*.npy'))) == 19
        if method is pairwise_current:
            np.testing.assert_allclose(found.current, whole.current, atol=1e-9)


@pytest.mark.parametrize('sink', [None, lambda *_: None])
def test_only_sources_of_the_listed_pairs_are_solved(tmp_path, sink):
    focal = {number: np.array([7 * number, 7 * number + 1]) for number in range(10)}
    found = pairwise_current(np.ones((9, 9)), focal, pairs=[(0, 3), (3, 8)], folder=tmp_path, sink=sink)
    assert len(list(tmp_path.glob('*.npy'))) == 2
    whole = pairwise_current(np.ones((9, 9)), focal)
    assert found.resistance[3, [0, 8]] == pytest.approx(whole.resistance[3, [0, 8]])
    assert (found.resistance[1] == np.where(np.arange(10) == 1, 0, -1)).all()


def test_exact_pairs_of_a_large_raster_agree():
    random = np.random.default_rng(1)
    conductance = 10.0 ** random.uniform(-2, 0, (150, 150))
    conductance[random.random(conductance.shape) < 0.05] = 0
    focal = points(p1=range(0, 900, 7), p2=range(11000, 11050), p3=[22400, 22401, 21000])
    here, there = (pairwise_current(conductance, focal, maximum=True, exact_regions=True, engine=engine)
                   for engine in (None, LocalEngine(1)))
    np.testing.assert_allclose(there.resistance, here.resistance, rtol=1e-6)
    np.testing.assert_allclose(there.current, here.current, atol=1e-6)
    np.testing.assert_allclose(there.maximum, here.maximum, atol=1e-6)
