"""From rasters to networks."""

import math

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.circuit.graph import (
    build_graph,
    cells_by_id,
    checked_conductance,
    conductance_from_resistance,
    laplacian,
    part_of_graph,
)
from ecorestore.ecorestore_plugin.core.circuit.sound_inputs import (
    MOST_SOURCES,
    check_source_count,
    check_source_raster,
    settle_zeros,
)
from ecorestore.ecorestore_plugin.core.errors import CapacityError, EmptyInputError, ParameterError, ValueRangeError


def edges(graph):
    return {(min(u, v), max(u, v)): g for u, v, g in zip(graph.u.tolist(), graph.v.tolist(), graph.g.tolist())}


def test_edges_of_a_square_with_average_resistance():
    graph = build_graph(1 / np.array([[1.0, 2.0], [3.0, 4.0]]))
    root = math.sqrt(2)
    assert edges(graph) == pytest.approx({(0, 1): 1 / 1.5, (2, 3): 1 / 3.5, (0, 2): 1 / 2, (1, 3): 1 / 3,
                                          (0, 3): 1 / (2.5 * root), (1, 2): 1 / (2.5 * root)})


def test_edges_of_a_square_with_average_conductance():
    graph = build_graph(np.array([[1.0, 2.0], [3.0, 4.0]]), 4, 'conductance')
    assert edges(graph) == pytest.approx({(0, 1): 1.5, (2, 3): 3.5, (0, 2): 2, (1, 3): 3})
    diagonal = edges(build_graph(np.array([[1.0, 2.0], [3.0, 4.0]]), 8, 'conductance'))
    assert diagonal[0, 3] == pytest.approx(2.5 / math.sqrt(2))


def test_cells_that_are_not_square_measure_in_the_root_of_their_area():
    graph = build_graph(np.ones((2, 2)), cell=(200.0, 50.0))
    found = edges(graph)
    assert found[0, 1] == pytest.approx(100 / 200)
    assert found[0, 2] == pytest.approx(100 / 50)
    assert found[0, 3] == pytest.approx(100 / math.hypot(200, 50))


def test_holes_are_no_nodes_and_split_components():
    graph = build_graph(np.array([[1.0, 0.0, 1.0], [1.0, 0.0, 1.0]]))
    assert graph.node.tolist() == [[0, -1, 1], [2, -1, 3]]
    assert graph.component[0] == graph.component[2] != graph.component[1] == graph.component[3]
    assert graph.on_cells([1, 2, 3, 4], fill=-9).tolist() == [[1, -9, 2], [3, -9, 4]]


def test_region_is_one_node_with_its_nodata_cells():
    graph = build_graph(np.array([[1.0, 0.0, 1.0, 1.0]]), 4, 'conductance', [np.array([0, 1])])
    assert graph.node.tolist() == [[0, 0, 1, 2]]
    assert edges(graph) == pytest.approx({(0, 1): 0.5, (1, 2): 1})
    assert edges(build_graph(np.array([[1.0, 0.0, 1.0, 1.0]]), 4, 'resistance', [np.array([0, 1])])) == {(1, 2): 1.0}


def test_region_without_any_conducting_cell_is_no_node():
    graph = build_graph(np.array([[1.0, 0.0, 0.0]]), regions=[np.array([1, 2])])
    assert graph.node.tolist() == [[0, -1, -1]]


def test_regions_that_share_cells_become_one():
    graph = build_graph(np.ones((1, 6)), regions=[np.array([0, 1]), np.array([3, 4]), np.array([1, 5]), np.array([4])])
    assert graph.node.tolist() == [[0, 0, 1, 2, 2, 0]]


def test_single_cell_and_single_column():
    graph = build_graph(np.ones((1, 1)))
    assert graph.count == 1 and len(graph.g) == 0
    assert len(build_graph(np.ones((4, 1))).g) == 3


def test_laplacian_rows_sum_to_zero_and_add_parallel_edges():
    matrix = laplacian(2, np.array([0, 1]), np.array([1, 0]), np.array([2.0, 3.0])).toarray()
    assert matrix.tolist() == [[5, -5], [-5, 5]]


def test_part_of_graph_renumbers():
    graph = build_graph(np.array([[1.0, 1.0, 0.0, 1.0, 1.0]]))
    part = part_of_graph(graph.component, graph.u, graph.v, graph.g, graph.component[2])
    assert part.nodes.tolist() == [2, 3] and part.u.tolist() == [0] and part.v.tolist() == [1]


def test_cells_by_id():
    found = cells_by_id(np.array([[3, 0, -1], [1, 3, 3]]))
    assert {key: cells.tolist() for key, cells in found.items()} == {1: [3], 3: [0, 4, 5]}
    found = cells_by_id(np.array([[3, 1]]), np.array([[True, False]]))
    assert {key: cells.tolist() for key, cells in found.items()} == {1: [], 3: [0]}
    assert cells_by_id(np.zeros((2, 2), int)) == {}


def test_conductance():
    assert conductance_from_resistance(np.array([[2.0, np.nan]])).tolist() == [[0.5, 0.0]]
    assert checked_conductance(np.array([[2.0, np.nan, 0.0]])).tolist() == [[2.0, 0.0, 0.0]]


@pytest.mark.parametrize('bad', [0.0, -1.0, np.inf])
def test_bad_resistance_is_named(bad):
    with pytest.raises(ValueRangeError, match='1 values .* row 0, column 1'):
        conductance_from_resistance(np.array([[1.0, bad]]))


def test_bad_input():
    with pytest.raises(ValueRangeError):
        checked_conductance(np.array([[1.0, -1.0]]))
    with pytest.raises(EmptyInputError):
        conductance_from_resistance(np.full((2, 2), np.nan))
    with pytest.raises(EmptyInputError):
        checked_conductance(np.zeros((2, 2)))
    with pytest.raises(EmptyInputError):
        build_graph(np.zeros((2, 2)))
    with pytest.raises(ParameterError):
        build_graph(np.ones((2, 2)), 6)
    with pytest.raises(ParameterError):
        build_graph(np.ones((2, 2)), 8, 'median')


def test_zero_resistance_is_refused_raised_or_short_circuited():
    resistance = np.array([[0.0, 0.0, 4.0, np.nan], [2.0, 4.0, 0.0, 0.5]])
    with pytest.raises(ValueRangeError, match='cost: 3 cells have resistance 0, the first at row 0, column 0'):
        settle_zeros(resistance, name='cost')
    same, regions, changed = settle_zeros(np.array([[1.0, np.nan]]))
    assert (regions, changed) == ([], 0) and np.isnan(same[0, 1])
    raised, regions, changed = settle_zeros(resistance, 'minimum')
    np.testing.assert_array_equal(raised, [[0.5, 0.5, 4, np.nan], [2, 4, 0.5, 0.5]])
    assert (regions, changed) == ([], 3)
    raised, _, changed = settle_zeros(resistance, 'minimum', 3.0)
    np.testing.assert_array_equal(raised, [[3, 3, 4, np.nan], [3, 4, 3, 3]])
    assert changed == 5
    for neighbours, expected in ((4, [[0, 1], [6]]), (8, [[0, 1, 6]])):
        joined, regions, changed = settle_zeros(resistance, 'region', neighbours=neighbours)
        assert [cells.tolist() for cells in regions] == expected and changed == 3
        assert (joined[~np.isnan(joined)] > 0).all()
    diagonal = np.array([[0.0, 1.0], [1.0, 0.0]])
    assert len(settle_zeros(diagonal, 'region', neighbours=4)[1]) == 2
    assert len(settle_zeros(diagonal, 'region', neighbours=8)[1]) == 1
    # From a zero cell half of the neighbour's own resistance is left.
    joined, regions, _ = settle_zeros(np.array([[0.0, 0.0, 4.0]]), 'region')
    assert edges(build_graph(1 / joined, 4, regions=regions)) == pytest.approx({(0, 1): 0.5})
    with pytest.raises(ParameterError, match='average resistance'):
        settle_zeros(resistance, 'region', average='conductance')
    with pytest.raises(ParameterError, match='ignore'):
        settle_zeros(resistance, 'ignore')
    with pytest.raises(ValueRangeError):
        conductance_from_resistance(settle_zeros(np.array([[-1.0, 2.0]]), 'minimum')[0])


def test_what_is_no_raster_of_sources():
    conducts = np.ones((40, 50), bool)
    check_source_raster('ids', np.where(np.arange(2000).reshape(40, 50) < 500, 3.0, 0.0), conducts)
    with pytest.raises(ParameterError, match='ids: 2 ids cover 95 %'):
        check_source_raster('ids', np.repeat([1.0, 2.0, 0.0], [1000, 900, 100]).reshape(40, 50), conducts)
    with pytest.raises(ValueRangeError, match='3 different values with fractions'):
        check_source_raster('ids', np.array([[1.0, 2.5, 3.0, np.nan, -0.5]]), conducts)
    with pytest.raises(CapacityError, match='ids holds 12000000 sources, which make 71999994000000 pairs'):
        check_source_count('ids', 12_000_000)
    check_source_count('ids', MOST_SOURCES)
