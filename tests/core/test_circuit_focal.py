"""One-to-all and all-to-one against hand circuits and a circuit with grounds per source."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.circuit.advanced import advanced_current
from ecorestore.ecorestore_plugin.core.circuit.focal import MODES, focal_current, focal_on_graph
from ecorestore.ecorestore_plugin.core.circuit.graph import build_graph
from ecorestore.ecorestore_plugin.core.engine import LocalEngine
from ecorestore.ecorestore_plugin.core.errors import CancelledError, EmptyInputError, ParameterError, ValueRangeError


def points(*cells):
    return {number: np.atleast_1d(cell) for number, cell in enumerate(cells, start=1)}


def test_one_to_all_in_a_row():
    # Cells 0 - 4, resistance 1 each step; sources at 0, 2 and 4.
    found = focal_current(np.ones((1, 5)), points(0, 2, 4), 'one-to-all', neighbours=4, maximum=True)
    # From the ends 1 A runs two steps; from the middle half an ampere runs each way.
    assert found.resistance.tolist() == pytest.approx([2, 1, 2])
    assert found.current[0].tolist() == pytest.approx([1.5, 1.5, 3, 1.5, 1.5])
    assert found.maximum[0].tolist() == pytest.approx([1, 1, 1, 1, 1])
    assert found.runs == 3


def test_all_to_one_in_a_row():
    found = focal_current(np.ones((1, 5)), points(0, 2, 4), 'all-to-one', neighbours=4, maximum=True)
    assert found.resistance.tolist() == [0, 0, 0]
    # Into the left end 1 A comes from the middle and 1 A through it.
    assert found.maximum[0].tolist() == pytest.approx([2, 2, 2, 2, 2])
    assert found.current[0].tolist() == pytest.approx([4, 4, 6, 4, 4])


def grounded(conductance, focal, mode, strengths, wanted, regions=()):
    """Every turn as a circuit with direct grounds of its own."""
    total, peak, values = np.where(conductance > 0, 0.0, np.nan), np.where(conductance > 0, 0.0, np.nan), []
    ids = list(focal)
    for i, key in enumerate(ids):
        sources, grounds = np.zeros(conductance.shape), np.full(conductance.shape, np.nan)
        for j, other in enumerate(ids):
            if i != j and wanted[i, j]:
                if mode == 'one-to-all':
                    grounds.flat[focal[other]] = 0
                else:
                    sources.flat[focal[other][0]] += strengths.get(other, 1)
        if mode == 'one-to-all':
            sources.flat[focal[key][0]] = strengths.get(key, 1)
        else:
            grounds.flat[focal[key]] = 0
        try:
            policy = 'rmvgnd' if mode == 'one-to-all' else 'rmvsrc'
            found = advanced_current(conductance, sources, grounds, policy=policy,
                                     regions=[*regions, *focal.values()])
        except EmptyInputError:
            values.append(-1)
            continue
        if not found.injected:
            values.append(-1)
            continue
        values.append(found.voltage.flat[focal[key][0]] / strengths.get(key, 1) if mode == 'one-to-all' else 0)
        total = total + np.nan_to_num(found.current)
        peak = np.fmax(peak, found.current)
    return np.array(values), total, peak


@pytest.mark.parametrize('mode', MODES)
@pytest.mark.parametrize('seed', range(4))
@pytest.mark.parametrize('several', [False, True])
def test_superposition_equals_a_circuit_per_turn(mode, seed, several):
    random = np.random.default_rng(seed)
    conductance = 10.0 ** random.uniform(-2, 0, (9, 11))
    conductance[random.random(conductance.shape) < 0.2] = 0
    cells = random.choice(np.flatnonzero(conductance), 12, replace=False)
    focal = points(*(cells[:10].reshape(5, 2) if several else cells[:6]))
    wanted = random.random((len(focal),) * 2) < 0.7 if seed % 2 else np.ones((len(focal),) * 2, bool)
    strengths = {1: 0.4, 2: 2.5}
    regions = [cells[10:]]
    values, total, peak = grounded(conductance, focal, mode, strengths, wanted, regions)
    found = focal_current(conductance, focal, mode, strengths, wanted if seed % 2 else None, regions=regions,
                          maximum=True, allow_missing=True)
    np.testing.assert_allclose(found.resistance, values, atol=1e-7)
    np.testing.assert_allclose(found.current, total, atol=1e-7)
    np.testing.assert_allclose(found.maximum, peak, atol=1e-7)
    assert found.runs == (values >= 0).sum()
    if not several:
        exact = focal_current(conductance, focal, mode, strengths, wanted, regions=regions, maximum=True,
                              exact_regions=True, allow_missing=True)
        np.testing.assert_allclose(exact.current, total, atol=1e-7)
        np.testing.assert_allclose(exact.maximum, peak, atol=1e-7)
        np.testing.assert_allclose(exact.resistance, values, atol=1e-7)


def test_left_out_sources_feed_in_only_where_that_is_asked_for():
    wanted = np.array([[0, 1, 0], [1, 0, 0], [0, 0, 0]], bool)
    seen = {}
    found = focal_current(np.ones((1, 5)), points(0, 2, 4), 'all-to-one', wanted=wanted, neighbours=4)
    assert found.current[0].tolist() == pytest.approx([2, 2, 2, 0, 0])
    assert found.resistance.tolist() == [0, 0, -1]
    found = focal_current(np.ones((1, 5)), points(0, 2, 4), 'all-to-one', wanted=wanted, neighbours=4, compatible=True,
                          sink=lambda key, turn: seen.update({key: turn}))
    # Source 3 adds 1 A to both turns; its own turn is handed over but not added.
    assert found.current[0].tolist() == pytest.approx([3, 3, 4, 2, 2])
    assert found.resistance.tolist() == [0, 0, -1]
    assert seen[3].current[0].tolist() == pytest.approx([1, 1, 2, 2, 2])


@pytest.mark.parametrize('mode', MODES)
def test_sink_gets_what_is_summed(mode):
    random = np.random.default_rng(5)
    conductance = 10.0 ** random.uniform(-1, 0, (7, 7))
    turns = {}
    found = focal_current(conductance, points(0, 20, 45), mode, maximum=True,
                          sink=lambda key, turn: turns.update({key: turn}))
    assert list(turns) == [1, 2, 3]
    np.testing.assert_allclose(sum(turn.current for turn in turns.values()), found.current, atol=1e-9)
    np.testing.assert_allclose(np.max([turn.current for turn in turns.values()], axis=0), found.maximum, atol=1e-9)
    for key, turn in turns.items():
        own = turn.voltage.flat[[0, 20, 45]]
        if mode == 'one-to-all':
            assert own[key - 1] == pytest.approx(found.resistance[key - 1]) and (np.abs(own) < 1e-9).sum() == 2
        else:
            assert own[key - 1] == 0 and (own >= 0).all()
    bare = focal_current(conductance, points(0, 20, 45), mode, zero_focal=True)
    assert bare.current.flat[[0, 20, 45]].tolist() == [0, 0, 0]
    others = np.setdiff1d(np.arange(49), [0, 20, 45])
    np.testing.assert_allclose(bare.current.flat[others], found.current.flat[others])


def test_sources_that_share_a_node_or_lie_apart():
    conductance = np.array([[1.0, 1.0, 0.0, 1.0]])
    found = focal_current(conductance, points(0, 0, 1, 3), 'one-to-all', neighbours=4)
    assert found.resistance.tolist() == pytest.approx([1, 1, 1, -1])
    found = focal_current(conductance, points(0, 0, 1, 3), 'all-to-one', neighbours=4)
    assert found.resistance.tolist() == [0, 0, 0, -1]
    assert found.current[0].tolist() == pytest.approx([4, 4, np.nan, 0], nan_ok=True)


def test_edge_lists_and_workers():
    conductance = 10.0 ** np.random.default_rng(2).uniform(-1, 0, (6, 6))
    graph = build_graph(conductance)
    for mode in MODES:
        one = focal_on_graph(graph, points(0, 17, 35), mode, branches=True)
        other = focal_current(conductance, points(0, 17, 35), mode, engine=LocalEngine(1))
        np.testing.assert_allclose(one.current, other.current, atol=1e-12)
        ends = 0.5 * (np.bincount(graph.u, one.branches, 36) + np.bincount(graph.v, one.branches, 36))
        inner = np.setdiff1d(np.arange(36), [0, 17, 35])
        np.testing.assert_allclose(one.current.ravel()[inner], ends[inner], atol=1e-12)


def test_bad_input():
    with pytest.raises(EmptyInputError, match='only 1'):
        focal_current(np.ones((1, 3)), points(0), 'one-to-all')
    with pytest.raises(EmptyInputError, match='None of the 2'):
        focal_current(np.array([[1.0, 0.0, 1.0]]), points(0, 2), 'all-to-one')
    with pytest.raises(ParameterError, match='some-to-some'):
        focal_current(np.ones((1, 3)), points(0, 2), 'some-to-some')
    with pytest.raises(ValueRangeError, match='strengths'):
        focal_current(np.ones((1, 3)), points(0, 2), 'one-to-all', {1: -1.0})
    with pytest.raises(EmptyInputError, match='None of the 2'):
        focal_current(np.ones((1, 3)), points(0, 2), 'all-to-one', {1: 0.0, 2: 0.0})
    with pytest.raises(CancelledError):
        focal_current(np.ones((1, 3)), points(0, 2), 'one-to-all', cancelled=lambda: True)
