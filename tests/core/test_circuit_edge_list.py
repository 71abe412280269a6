"""Networks as lists of edges, and lists of pairs."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.circuit.advanced import advanced_on_graph
from ecorestore.ecorestore_plugin.core.circuit.edge_list import graph_of_edges
from ecorestore.ecorestore_plugin.core.circuit.focal import focal_on_graph
from ecorestore.ecorestore_plugin.core.circuit.pair_list import read_pair_list
from ecorestore.ecorestore_plugin.core.circuit.pairwise import pairwise_on_graph
from ecorestore.ecorestore_plugin.core.errors import EmptyInputError, ParameterError, TableError, ValueRangeError


def ring():
    """A square of nodes 10, 20, 40, 30 with 100 ohm each side, and a node 50 to itself."""
    return graph_of_edges([10, 10, 20, 40, 50], [20, 30, 40, 30, 50], [100.0] * 5, 'resistance')


def test_ring():
    network = ring()
    assert network.ids.tolist() == [10, 20, 30, 40, 50] and network.rows.tolist() == [0, 1, 2, 3]
    pairs = {}
    found = pairwise_on_graph(network.graph, network.focal([10, 30, 40, 50]), branches=True,
                              sink=lambda one, other, pair: pairs.update({(one, other): pair}))
    # Neighbours: 100 ohm beside 300; opposite corners: 200 beside 200.
    assert found.resistance.tolist() == [pytest.approx(row) for row in (
        [0, 75, 100, -1], [75, 0, 75, -1], [100, 75, 0, -1], [-1, -1, -1, 0])]
    assert (found.pairs, found.apart) == (3, 3)
    assert pairs[10, 30].branches.tolist() == pytest.approx([0.25, 0.75, 0.25, 0.25])
    assert pairs[10, 30].current.tolist() == pytest.approx([1, 0.25, 1, 0.25, 0])
    assert pairs[10, 40].voltage.tolist() == pytest.approx([0, 50, 50, 100, 0])
    assert found.branches.tolist() == pytest.approx(sum(pair.branches for pair in pairs.values()).tolist())
    assert found.current.tolist() == pytest.approx([2.25, 1, 2.5, 2.25, 0])


def test_advanced_on_an_edge_list():
    network = ring()
    found = advanced_on_graph(network.graph, network.on_nodes([10, 10], [0.5, 0.5]), network.on_nodes([30], [np.inf]))
    assert found.voltage.tolist() == pytest.approx([75, 50, 0, 25, 0])
    assert found.current.tolist() == pytest.approx([1, 0.25, 1, 0.25, 0])


def test_one_to_all_on_an_edge_list():
    network = ring()
    found = focal_on_graph(network.graph, network.focal([10, 20, 30]), 'one-to-all')
    # From 10 straight to both neighbours; from 20 straight to 10 and by 40 to 30.
    assert found.resistance.tolist() == pytest.approx([50, 200 / 3, 200 / 3])


def test_parallel_edges_add_up_and_dead_ones_go():
    network = graph_of_edges([1, 2, 1], [2, 1, 3], [1.0, 3.0, 0.0], nodes=[9])
    assert network.ids.tolist() == [1, 2, 3, 9]
    found = pairwise_on_graph(network.graph, network.focal([1, 2, 9]))
    assert found.resistance[0].tolist() == pytest.approx([0, 0.25, -1])


@pytest.mark.parametrize(('value', 'kind'), [(0.0, 'resistance'), (-1.0, 'conductance'), (np.nan, 'conductance'),
                                             (np.inf, 'resistance')])
def test_bad_edges(value, kind):
    with pytest.raises(ValueRangeError, match='1 edges .* between 7 and 8'):
        graph_of_edges([1, 7], [2, 8], [1.0, value], kind)


def test_other_bad_input():
    with pytest.raises(EmptyInputError, match='None of the 2 edges'):
        graph_of_edges([1, 2], [1, 3], [1.0, 0.0])
    with pytest.raises(ParameterError, match='ohm'):
        graph_of_edges([1], [2], [1.0], 'ohm')
    with pytest.raises(ParameterError, match='1 nodes .* 99'):
        ring().focal([10, 99])


def test_pairs_in_both_forms():
    listed = read_pair_list('mode\tinclude\n1 2\n3 2\n')
    assert listed.kept([1, 2, 3, 4]) == [1, 2, 3] and listed.unordered([1, 2, 3]) == [(1, 2), (2, 3)]
    assert listed.wanted([1, 2]).tolist() == [[False, True], [True, False]]
    listed = read_pair_list('mode exclude\n1 2\n')
    assert listed.kept([1, 2, 3]) == [1, 2, 3] and listed.unordered([1, 2, 3]) == [(1, 3), (2, 3)]
    listed = read_pair_list('min 2\nmax 5\n0 1 2 3\n1 0 2 9\n2 2 0 5\n3 9 5 0\n')
    assert listed.kept([1, 2, 3, 4]) == [1, 2, 3] and listed.unordered([1, 2, 3]) == [(1, 2), (2, 3)]


@pytest.mark.parametrize(('text', 'message'), [
    ('', 'neither'), ('1 2\n', 'neither'), ('mode include\n1\n', 'line 2: 2 numbers'),
    ('mode include\n1 x\n', 'line 2'), ('min 1\nmax 2\n0 1 2\n1 0\n', 'line 3: 2 numbers'),
    ('min a\nmax 2\n0 1\n1 0\n', 'line 1: 1 numbers')])
def test_bad_lists_of_pairs(text, message):
    with pytest.raises(TableError, match=message):
        read_pair_list(text)
