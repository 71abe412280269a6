"""Potentials by factorisation and by multigrid."""

import re
from fractions import Fraction

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.circuit import multigrid, solver
from ecorestore.ecorestore_plugin.core.circuit.graph import Network, build_graph, laplacian, part_of_graph
from ecorestore.ecorestore_plugin.core.errors import CancelledError, SolverError


def network_of(conductance, **options):
    graph = build_graph(conductance, **options)
    largest = np.bincount(graph.component).argmax()
    return part_of_graph(graph.component, graph.u, graph.v, graph.g, largest)


def noisy(side, decades=3, holes=0.1, seed=0):
    random = np.random.default_rng(seed)
    conductance = 10.0 ** random.uniform(-decades, 0, (side, side))
    conductance[random.random((side, side)) < holes] = 0
    return conductance


def test_potentials_of_a_chain():
    network = Network(np.arange(4), np.array([0, 1, 2]), np.array([1, 2, 3]), np.array([1.0, 0.5, 0.25]))
    found = solver.potentials(network, [3, 1, 0], 0)
    assert found[:, 0].tolist() == pytest.approx([0, 1, 3, 7])
    assert found[:, 1].tolist() == pytest.approx([0, 1, 1, 1])
    assert found[:, 2].tolist() == [0, 0, 0, 0]


def test_potentials_equal_the_pseudo_inverse():
    network = network_of(noisy(9))
    inverse = np.linalg.pinv(laplacian(network.count, network.u, network.v, network.g).toarray())
    found = solver.potentials(network, [5, 17], 3)
    expected = np.stack([inverse[:, node] - inverse[:, 3] for node in (5, 17)], axis=1)
    np.testing.assert_allclose(found, expected - expected[3], atol=1e-8)


@pytest.mark.parametrize('neighbours', [4, 8])
@pytest.mark.parametrize('decades', [0, 3, 6])
def test_multigrid_agrees_with_the_factorisation(neighbours, decades):
    network = network_of(noisy(90, decades), neighbours=neighbours)
    direct = solver.potentials(network, [network.count - 1, network.count // 2], 0)
    iterative = solver.potentials(network, [network.count - 1, network.count // 2], 0, memory=0)
    np.testing.assert_allclose(iterative, direct, atol=1e-7 * np.abs(direct).max())


def test_multigrid_handles_collapsed_regions():
    regions = [np.arange(1000, 1090), np.arange(4000, 4400)]
    network = network_of(noisy(90), regions=regions)
    direct = solver.potentials(network, [10], 5)
    np.testing.assert_allclose(solver.potentials(network, [10], 5, memory=0), direct, atol=1e-7 * direct.max())


def test_aggregates_are_connected_neighbourhoods():
    network = network_of(noisy(30))
    matrix = laplacian(network.count, network.u, network.v, network.g)
    group = multigrid.aggregate(matrix)
    assert group.min() == 0 and len(np.unique(group)) == group.max() + 1
    assert group.max() + 1 < network.count / 3


def test_memory_prediction_grows_faster_than_the_network():
    small, large = solver.predicted_memory(1e5, 4e5), solver.predicted_memory(1e6, 4e6)
    assert 10 * small < large < 15 * small
    assert solver.predicted_memory(1, 0) == 0
    # 8 neighbours, 0.88 million nodes: 57 million entries were counted.
    assert 57e6 <= solver.factor_entries(878945, 3497563) <= 80e6


def test_predicted_work_turns_to_multigrid():
    direct, iterative = (solver.predicted_work(1e6, 4e6, 10, memory) for memory in (1e12, 0))
    assert direct[1] > iterative[1] and direct[0] > 0 and iterative[0] > 0


def test_too_few_iterations_are_an_error():
    network = network_of(noisy(90, 4))
    matrix = laplacian(network.count, network.u, network.v, network.g)[1:, 1:]
    solve = multigrid.multigrid_solver(matrix, iterations=2)
    with pytest.raises(SolverError, match='2 iterations'):
        solve(np.eye(network.count - 1, 1))


def test_a_solution_with_a_large_residual_is_an_error():
    matrix = laplacian(3, np.array([0, 1]), np.array([1, 2]), np.ones(2))[1:, 1:]
    with pytest.raises(SolverError, match='residual'):
        solver.solve_checked(lambda right: right * 0.1, matrix, np.ones((2, 1)))


def exact_potentials(network, injected, ground):
    """Gaussian elimination in fractions: no digit is lost."""
    count = network.count
    rows = [[Fraction(0)] * count + [Fraction(int(node == injected))] for node in range(count)]
    for u, v, g in zip(network.u.tolist(), network.v.tolist(), network.g.tolist()):
        for one, other in ((u, v), (v, u)):
            rows[one][one] += Fraction(g)
            rows[one][other] -= Fraction(g)
    rows[ground] = [Fraction(int(node == ground)) for node in range(count)] + [Fraction(0)]
    for place in range(count):
        pivot = next(row for row in range(place, count) if rows[row][place])
        rows[place], rows[pivot] = rows[pivot], rows[place]
        for row in range(count):
            if row != place and rows[row][place]:
                share = rows[row][place] / rows[place][place]
                rows[row] = [a - share * b if b else a for a, b in zip(rows[row], rows[place])]
    return np.array([float(rows[node][-1] / rows[node][node]) for node in range(count)])


@pytest.mark.parametrize('memory', [None, 0])
@pytest.mark.parametrize('seed', [0, 1, 2])
def test_eight_orders_of_magnitude_are_solved(memory, seed):
    network = network_of(noisy(6, 8, seed=seed))
    expected = exact_potentials(network, network.count - 1, 0)
    found = solver.solve(network, np.eye(network.count)[:, [-1]], np.where(np.arange(network.count) == 0, np.inf, 0),
                         memory)
    np.testing.assert_allclose(found.potential[:, 0], expected, rtol=1e-6)
    assert found.residual <= 1e-6


@pytest.mark.parametrize('memory', [None, 0])
@pytest.mark.parametrize('seed', range(6))
def test_fifteen_orders_of_magnitude_are_solved_or_refused(memory, seed):
    """Never a wrong answer in silence: either the exact potentials or an error that says why."""
    network = network_of(noisy(6, 15, seed=seed))
    expected = exact_potentials(network, network.count - 1, 0)
    try:
        found = solver.potentials(network, [network.count - 1], 0, memory)[:, 0]
    except SolverError as error:
        assert re.search(r'lost to rounding.*conductances span 1:\de\+1\d', str(error))
    else:
        flow = network.g * (found[network.u] - found[network.v])
        real = network.g * (expected[network.u] - expected[network.v])
        np.testing.assert_allclose(flow, real, atol=1e-5)


def test_any_currents_and_grounds():
    """A chain with 2 A in at one end, 1 ohm to the ground at the other and a node held at 0 V between."""
    network = Network(np.arange(4), np.array([0, 1, 2]), np.array([1, 2, 3]), np.array([1.0, 0.5, 0.25]))
    held = solver.solve(network, np.array([[2.0], [0], [0], [3]]), np.array([0, np.inf, 0, 1]))
    # From the right: 3 A meet 1 ohm and 6 ohm in parallel.
    assert held.potential[:, 0].tolist() == pytest.approx([2, 0, 3 * 6 / 7 / 3, 3 * 6 / 7])
    loose = solver.solve(network, np.array([[2.0, 0], [0, 1], [0, 0], [-2, -1]]))
    assert loose.potential[:, 0].tolist() == pytest.approx([14, 12, 8, 0])
    assert loose.potential[:, 1].tolist() == pytest.approx([6, 6, 4, 0])
    everywhere = solver.solve(network, np.ones((4, 1)), np.full(4, np.inf))
    assert everywhere.potential.tolist() == [[0]] * 4


def test_kept_columns_are_those_returned():
    network = network_of(noisy(9))
    kept = {}
    found = solver.solve(network, solver.Injections(np.array([3, 5, 8]), network.count),
                         np.where(np.arange(network.count) == 0, np.inf, 0),
                         keep=lambda column, values: kept.update({column: values.copy()}))
    assert sorted(kept) == [0, 1, 2]
    np.testing.assert_array_equal(np.stack([kept[0], kept[1], kept[2]], axis=1), found.potential)


def test_a_stalled_iteration_falls_back_on_a_factorisation(monkeypatch):
    network = network_of(noisy(9))

    def stalls(right):
        raise SolverError('stalled')

    monkeypatch.setattr(solver, 'solver_for', lambda matrix, edges, memory: stalls)
    with pytest.raises(SolverError, match='stalled'):
        solver.potentials(network, [5], 3, memory=0)  # the user's limit holds
    found = solver.potentials(network, [5], 3)
    monkeypatch.undo()
    np.testing.assert_allclose(found, solver.potentials(network, [5], 3), atol=1e-9)


def test_few_iterations_of_the_network_multigrid(monkeypatch):
    network = network_of(noisy(120, 3))
    cycles = []
    cycle = multigrid._cycle
    monkeypatch.setattr(multigrid, '_cycle', lambda levels, coarsest, r, depth=0: (
        cycles.append(depth), cycle(levels, coarsest, r, depth))[1])
    solver.potentials(network, [network.count - 1], 0, memory=0)
    assert cycles.count(0) <= 45  # to 1e-9; plain conjugate gradients take thousands


def test_cancel():
    with pytest.raises(CancelledError):
        solver.potentials(network_of(noisy(9)), [5], 3, cancelled=lambda: True)
