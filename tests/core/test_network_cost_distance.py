"""Cost distance: hand sums, a brute-force twin, and the rules for ties."""

import math

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import (
    CancelledError,
    EmptyInputError,
    GridMismatchError,
    ParameterError,
    SolverError,
    ValueRangeError,
)
from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.core.network.cost_distance import (
    NOT_REACHED,
    STEPS,
    CostGraph,
    connected_pairs,
    cost_distance,
    cost_graph,
    cumulative_resistance,
    trace_path,
)
from ecorestore.ecorestore_plugin.core.network.source_cells import usable_sources

ROOT2 = math.sqrt(2)
# Row and column step of each back link code, clockwise from east.
CODE_STEPS = {1: (0, 1), 2: (1, 1), 3: (1, 0), 4: (1, -1), 5: (0, -1), 6: (-1, -1), 7: (-1, 0), 8: (-1, 1)}


def grid_of(shape, width=10.0, height=None):
    return Grid(tuple(shape), (0.0, width, 0.0, 0.0, 0.0, -(height or width)))


def brute_costs(resistance, seeds, grid, steps=STEPS):
    """Bellman-Ford: relaxes every step until nothing changes."""
    cost = np.where(seeds & np.isfinite(resistance), 0.0, np.inf)
    changed = True
    while changed:
        changed = False
        for row, column in np.argwhere(np.isfinite(resistance)):
            for down, right in steps:
                r, c = row + down, column + right
                if 0 <= r < grid.rows and 0 <= c < grid.columns and np.isfinite(resistance[r, c]):
                    length = math.hypot(down * grid.cell_height, right * grid.cell_width)
                    offer = cost[r, c] + (resistance[row, column] + resistance[r, c]) * (0.5 * length)
                    if offer < cost[row, column]:
                        cost[row, column] = offer
                        changed = True
    return cost


def landscape(seed, shape=(7, 8), kind='real'):
    """A small random surface with holes, and three sources of one to three cells."""
    rng = np.random.default_rng(seed)
    resistance = rng.uniform(1, 100, shape) if kind == 'real' else rng.integers(1, 3, shape).astype(float)
    resistance[rng.random(shape) < 0.2] = np.nan
    sources = np.zeros(shape, int)
    known = np.argwhere(np.isfinite(resistance))
    for number, (row, column) in enumerate(known[rng.choice(len(known), 3, replace=False)], start=1):
        sources[row, column:column + number] = number
    return resistance, np.where(np.isfinite(resistance), sources, 0)


def test_two_by_two_by_hand():
    resistance = np.array([[1.0, 2.0], [3.0, 4.0]])
    sources = np.array([[7, 0], [0, 0]])
    found = cumulative_resistance(resistance, sources, grid_of((2, 2)))
    # East (1+2)/2*10, south (1+3)/2*10, diagonal (1+4)/2*14.142: cheaper than 15+30 and 20+35.
    assert found.cost == pytest.approx(np.array([[0, 15], [20, 25 * ROOT2]]))
    assert found.allocation.tolist() == [[7, 7], [7, 7]]
    assert found.back_link.tolist() == [[0, 5], [7, 6]]


def test_around_a_wall_by_hand():
    resistance = np.ones((3, 3))
    resistance[0:2, 1] = np.nan
    sources = np.array([[1, 0, 0], [0, 0, 0], [0, 0, 0]])
    found = cumulative_resistance(resistance, sources, grid_of((3, 3), 1.0))
    wall = np.nan
    expected = [[0, wall, 2 + 2 * ROOT2], [1, wall, 1 + 2 * ROOT2], [2, 1 + ROOT2, 2 + ROOT2]]
    assert found.cost == pytest.approx(np.array(expected), nan_ok=True)
    assert found.back_link[0, 1] == NOT_REACHED and found.allocation[0, 1] == 0


def test_cells_that_are_not_square():
    found = cumulative_resistance(np.full((2, 2), 2.0), np.array([[1, 0], [0, 0]]), grid_of((2, 2), 30.0, 40.0))
    assert found.cost.tolist() == [[0, 60], [80, 100]]


def test_four_neighbours():
    found = cumulative_resistance(np.ones((2, 2)), np.array([[1, 0], [0, 0]]), grid_of((2, 2)), neighbours=4)
    assert found.cost.tolist() == [[0, 10], [10, 20]]


@pytest.mark.parametrize('kind', ['real', 'equal'])
@pytest.mark.parametrize('seed', range(12))
@pytest.mark.parametrize('size', [(10.0, 10.0), (30.0, 20.0)])
def test_brute_force_twin(seed, kind, size):
    resistance, sources = landscape(seed, kind=kind)
    grid = grid_of(resistance.shape, *size)
    found = cumulative_resistance(resistance, sources, grid)
    each = np.array([brute_costs(resistance, sources == number, grid) for number in (1, 2, 3)])
    cost = each.min(axis=0)
    assert np.array_equal(found.cost, np.where(np.isfinite(cost), cost, np.nan), equal_nan=True)
    # The lowest number among the sources that are equally near.
    nearest = np.where(np.isfinite(cost), np.argmin(each, axis=0) + 1, 0)
    assert found.allocation.tolist() == nearest.tolist()


@pytest.mark.parametrize('kind', ['real', 'equal'])
@pytest.mark.parametrize('seed', range(6))
def test_back_links_take_the_first_good_neighbour_in_reading_order(seed, kind):
    resistance, sources = landscape(seed, kind=kind)
    grid = grid_of(resistance.shape)
    found = cumulative_resistance(resistance, sources, grid)
    for row, column in np.argwhere(np.isfinite(found.cost)):
        if found.cost[row, column] == 0:
            assert found.back_link[row, column] == 0 and sources[row, column] > 0
            continue
        good = []
        for down, right in sorted(CODE_STEPS.values()):
            r, c = row + down, column + right
            if 0 <= r < grid.rows and 0 <= c < grid.columns and np.isfinite(resistance[r, c]):
                step = (resistance[row, column] + resistance[r, c]) * (0.5 * math.hypot(down * 10, right * 10))
                if (found.cost[r, c] + step == found.cost[row, column]
                        and found.allocation[r, c] == found.allocation[row, column]):
                    good.append((down, right))
        assert CODE_STEPS[int(found.back_link[row, column])] == good[0]


def test_four_neighbours_brute_force():
    resistance, sources = landscape(3)
    grid = grid_of(resistance.shape)
    steps = [step for step in STEPS if 0 in step]
    cost = brute_costs(resistance, sources > 0, grid, steps)
    found = cumulative_resistance(resistance, sources, grid, neighbours=4)
    assert np.array_equal(found.cost, np.where(np.isfinite(cost), cost, np.nan), equal_nan=True)


def test_a_cell_between_two_sources_goes_to_the_lower_number():
    sources = np.array([[5, 0, 2]])
    found = cumulative_resistance(np.ones((1, 3)), sources, grid_of((1, 3)))
    assert found.allocation.tolist() == [[5, 2, 2]]
    assert found.back_link.tolist() == [[0, 1, 0]]
    mirrored = cumulative_resistance(np.ones((1, 3)), sources[:, ::-1], grid_of((1, 3)))
    assert mirrored.allocation.tolist() == [[2, 2, 5]]


def test_lower_number_spreads_through_a_chain_of_ties():
    # Columns 0 and 4 are sources; column 2 is equally near everywhere, and so is what lies behind it.
    resistance = np.full((4, 5), np.nan)
    resistance[0, :] = 1
    resistance[:, 2] = 1
    sources = np.zeros((4, 5), int)
    sources[0, 0], sources[0, 4] = 9, 4
    found = cumulative_resistance(resistance, sources, grid_of((4, 5)), neighbours=4)
    assert found.allocation[:, 2].tolist() == [4, 4, 4, 4]
    assert found.back_link[:, 2].tolist() == [1, 7, 7, 7]


def test_maximum_leaves_cells_out_and_changes_no_other():
    resistance, sources = landscape(1)
    grid = grid_of(resistance.shape)
    free = cumulative_resistance(resistance, sources, grid)
    limit = float(np.nanmedian(free.cost))
    found = cumulative_resistance(resistance, sources, grid, maximum=limit)
    near = free.cost <= limit
    assert np.array_equal(found.cost, np.where(near, free.cost, np.nan), equal_nan=True)
    assert np.array_equal(found.allocation, np.where(near, free.allocation, 0))
    assert np.array_equal(found.back_link, np.where(near, free.back_link, NOT_REACHED))


def test_maximum_zero_keeps_the_sources():
    found = cumulative_resistance(np.ones((2, 3)), np.array([[1, 0, 0], [0, 0, 0]]), grid_of((2, 3)), maximum=0)
    assert np.isfinite(found.cost).sum() == 1


def test_islands_without_a_source_are_not_reached():
    resistance = np.ones((3, 5))
    resistance[:, 2] = np.nan
    found = cumulative_resistance(resistance, np.eye(3, 5, dtype=int), grid_of((3, 5)))
    assert np.isnan(found.cost[:, 2:]).all() and (found.allocation[:, 2:] == 0).all()
    assert (found.back_link[:, 2:] == NOT_REACHED).all()


def test_one_cell():
    found = cumulative_resistance(np.ones((1, 1)), np.ones((1, 1), int), grid_of((1, 1)))
    assert found.cost.tolist() == [[0]] and found.back_link.tolist() == [[0]]


def test_source_cells_without_resistance_do_not_count():
    found = cumulative_resistance(np.array([[np.nan, 1.0, 1.0]]), np.array([[1, 1, 0]]), grid_of((1, 3)))
    assert found.allocation.tolist() == [[0, 1, 1]]


@pytest.mark.parametrize('value', [0.0, -2.0, np.inf])
def test_refuses_resistance_that_is_not_positive(value):
    with pytest.raises(ValueRangeError, match='Resistance: 1 values.*row 1, column 2'):
        cumulative_resistance(np.array([[1, 1, 1], [1, 1, value]]), np.eye(2, 3, dtype=int), grid_of((2, 3)))


def test_refuses_what_makes_no_sense():
    ones, grid = np.ones((2, 2)), grid_of((2, 2))
    with pytest.raises(EmptyInputError):
        cumulative_resistance(np.full((2, 2), np.nan), np.ones((2, 2), int), grid)
    with pytest.raises(EmptyInputError, match='overlap'):
        cumulative_resistance(ones, np.zeros((2, 2), int), grid)
    with pytest.raises(GridMismatchError):
        cumulative_resistance(ones, np.ones((2, 3), int), grid)
    with pytest.raises(ParameterError):
        cumulative_resistance(ones, np.eye(2, dtype=int), grid, neighbours=6)
    with pytest.raises(ParameterError):
        cumulative_resistance(ones, np.eye(2, dtype=int), grid, maximum=-1)
    with pytest.raises(CancelledError):
        cumulative_resistance(ones, np.eye(2, dtype=int), grid, cancelled=lambda: True)


def test_refuses_steps_that_vanish_in_the_sum():
    with pytest.raises(SolverError, match='orders of magnitude'):
        cumulative_resistance(np.array([[1e20, 1e20, 1e-3, 1e-3]]), np.array([[1, 0, 0, 0]]), grid_of((1, 4)))


def test_graph_is_symmetric_and_sorted():
    resistance, _ = landscape(5)
    graph = cost_graph(resistance, grid_of(resistance.shape))
    dense = np.zeros((graph.nodes, graph.nodes))
    for node in range(graph.nodes):
        row = slice(graph.indptr[node], graph.indptr[node + 1])
        assert (np.diff(graph.indices[row]) > 0).all()
        dense[node, graph.indices[row]] = graph.weights[row]
    assert np.array_equal(dense, dense.T)


@pytest.mark.parametrize('neighbours', [4, 8])
@pytest.mark.parametrize('seed', range(4))
def test_pairs_that_a_path_joins(seed, neighbours):
    rng = np.random.default_rng(seed)
    resistance = np.where(rng.random((12, 12)) < 0.45, np.nan, 1.0)
    sources = np.zeros((12, 12), int)
    sources.reshape(-1)[rng.choice(np.flatnonzero(np.isfinite(resistance)), 5, replace=False)] = range(1, 6)
    pairs = np.array([(a, b) for a in range(1, 6) for b in range(a + 1, 6)])
    graph = cost_graph(resistance, grid_of((12, 12)), neighbours)
    labels = graph.on_nodes(sources)
    expected = [bool(np.isfinite(cost_distance(graph, np.flatnonzero(labels == a))[labels == b]).any())
                for a, b in pairs]
    assert connected_pairs(graph, labels, pairs).tolist() == expected
    assert connected_pairs(CostGraph(**graph.arrays()), labels, pairs).tolist() == expected


def test_read_only_graph_serves_as_well():
    resistance, sources = landscape(2)
    graph = cost_graph(resistance, grid_of(resistance.shape))
    seeds = np.flatnonzero(graph.on_nodes(sources) > 0)
    free = cost_distance(graph, seeds)
    for array in (graph.cells, graph.indptr, graph.indices, graph.weights):
        array.flags.writeable = False
    assert np.array_equal(cost_distance(graph, seeds), free)


@pytest.mark.parametrize('seed', range(5))
def test_the_cost_of_a_path_is_the_value_at_its_end(seed):
    resistance, sources = landscape(seed, (12, 15))
    grid = grid_of(resistance.shape, 30.0, 20.0)
    graph = cost_graph(resistance, grid)
    cost = cost_distance(graph, np.flatnonzero(graph.on_nodes(sources) > 0))
    for node in np.flatnonzero(np.isfinite(cost)):
        rows, columns = graph.place(trace_path(graph, cost, node))
        down, right = np.abs(np.diff(rows)), np.abs(np.diff(columns))
        assert (np.maximum(down, right) == 1).all()
        walked = resistance[rows, columns]
        total = ((walked[1:] + walked[:-1]) / 2 * np.hypot(down * 20, right * 30)).sum()
        assert total == pytest.approx(cost[node])
        assert sources[rows[-1], columns[-1]] > 0


def test_usable_sources_names_what_is_lost():
    resistance = np.array([[1.0, np.nan, 1.0]])
    with pytest.raises(EmptyInputError, match='2 sources .*: B, C'):
        usable_sources(resistance, np.array([[1, 2, 0]]), ['A', 'B', 'C'])
    with pytest.raises(EmptyInputError, match='at least 2 sources, but there is only 1'):
        usable_sources(resistance, np.array([[1, 1, 0]]), ['A'], fewest=2)
    assert usable_sources(resistance, np.array([[4, 4, 7]])).tolist() == [[4, 0, 7]]
