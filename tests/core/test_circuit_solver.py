"""Potentials by factorisation and by multigrid."""

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


def test_cancel():
    with pytest.raises(CancelledError):
        solver.potentials(network_of(noisy(9)), [5], 3, cancelled=lambda: True)
