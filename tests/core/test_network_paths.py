"""Least-cost paths: brute-force twins, the cost as a property of the surface, curves that stay in their cells."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.engine import LocalEngine
from ecorestore.ecorestore_plugin.core.errors import (
    CancelledError,
    CapacityError,
    EmptyInputError,
    ParameterError,
    ValueRangeError,
)
from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.core.network import paths as paths_module
from ecorestore.ecorestore_plugin.core.network.cost_distance import cost_graph, cumulative_resistance
from ecorestore.ecorestore_plugin.core.network.path_surfaces import GraphSurface, RasterSurface
from ecorestore.ecorestore_plugin.core.network.paths import least_cost_paths, smooth_path


def grid_of(shape, width=10.0, height=None):
    return Grid(tuple(shape), (0.0, width, 0.0, 0.0, 0.0, -(height or width)))


def landscape(seed, shape=(18, 22), starts=5, ends=4):
    """Random resistance with holes, and places of one to four cells that may overlap."""
    rng = np.random.default_rng(seed)
    resistance = rng.lognormal(2, 1, shape)
    resistance[rng.random(shape) < 0.2] = np.nan

    def place():
        row, column = rng.integers(0, shape[0] - 1), rng.integers(0, shape[1] - 1)
        rows, columns = np.mgrid[row:row + rng.integers(1, 3), column:column + rng.integers(1, 3)]
        return (rows * shape[1] + columns).ravel()

    places = [place() for _ in range(starts + ends)]
    resistance.reshape(-1)[np.concatenate(places)] = 2.0
    return resistance, places[:starts], places[starts:]


def surface(resistance, cells, grid):
    """Cost from the cells to everywhere; cost_distance has its own brute-force twin."""
    sources = np.zeros(resistance.shape, int)
    sources.reshape(-1)[cells] = 1
    return cumulative_resistance(resistance, sources, grid).cost.reshape(-1)


def lowest(surface, cells):
    known = surface[cells]
    return known[np.isfinite(known)].min() if np.isfinite(known).any() else np.inf


def check_walk(path, resistance, grid, start, end):
    """The path is a walk from the start to the end that costs and measures what it says."""
    rows, columns = path.cells.T
    down, right = np.abs(np.diff(rows)), np.abs(np.diff(columns))
    assert (np.maximum(down, right) == 1).all()
    lengths, walked = np.hypot(down * grid.cell_height, right * grid.cell_width), resistance[rows, columns]
    assert path.length == pytest.approx(lengths.sum())
    assert path.cost == pytest.approx(((walked[1:] + walked[:-1]) / 2 * lengths).sum())
    flat = rows * resistance.shape[1] + columns
    assert flat[0] in start and flat[-1] in end
    assert not np.isin(flat[1:], start).any() and not np.isin(flat[:-1], end).any()


@pytest.mark.parametrize('size', [(10.0, 10.0), (30.0, 20.0)])
@pytest.mark.parametrize('counts', [(5, 4), (2, 6)])
@pytest.mark.parametrize('seed', range(4))
def test_all_ends(seed, counts, size):
    resistance, starts, ends = landscape(seed, starts=counts[0], ends=counts[1])
    grid = grid_of(resistance.shape, *size)
    found = least_cost_paths(resistance, starts, ends, grid, 'all')
    expected = {(i, j): lowest(surface(resistance, ends[j], grid), starts[i])
                for i in range(len(starts)) for j in range(len(ends))}
    assert set(found.unreachable) == {pair for pair, cost in expected.items() if not np.isfinite(cost)}
    assert [(path.start, path.end) for path in found.paths] == sorted(
        pair for pair, cost in expected.items() if np.isfinite(cost))
    for path in found.paths:
        # The path costs what the surface of its end says at its start.
        assert path.cost == pytest.approx(expected[path.start, path.end], rel=1e-12)
        check_walk(path, resistance, grid, starts[path.start], ends[path.end])


@pytest.mark.parametrize('seed', range(8))
def test_nearest_end(seed):
    resistance, starts, ends = landscape(seed)
    grid = grid_of(resistance.shape, 30.0, 20.0)
    found = least_cost_paths(resistance, starts, ends, grid)
    costs = np.array([[lowest(surface(resistance, end, grid), start) for end in ends] for start in starts])
    reached = np.isfinite(costs.min(axis=1))
    assert [path.start for path in found.paths] == np.flatnonzero(reached).tolist()
    assert set(found.unreachable) == {(start, -1) for start in np.flatnonzero(~reached).tolist()}
    for path in found.paths:
        assert path.cost == pytest.approx(costs[path.start].min(), rel=1e-12)
        assert costs[path.start, path.end] == pytest.approx(path.cost, rel=1e-12)
        check_walk(path, resistance, grid, starts[path.start], ends[path.end])


@pytest.mark.parametrize('seed', range(4))
def test_among_the_starts(seed):
    resistance, starts, _ = landscape(seed, starts=6)
    grid = grid_of(resistance.shape)
    costs = np.array([[lowest(surface(resistance, other, grid), start) for other in starts] for start in starts])
    np.fill_diagonal(costs, np.inf)
    everything = least_cost_paths(resistance, starts, None, grid, 'all')
    assert {(p.start, p.end) for p in everything.paths} == {
        (i, j) for i in range(6) for j in range(i + 1, 6) if np.isfinite(costs[i, j])}
    nearest = least_cost_paths(resistance, starts, None, grid)
    assert [p.start for p in nearest.paths] == np.flatnonzero(np.isfinite(costs.min(axis=1))).tolist()
    for path in (*everything.paths, *nearest.paths):
        assert path.start != path.end and path.cost == pytest.approx(costs[path.start, path.end], rel=1e-12)
    for path in nearest.paths:
        assert path.cost == pytest.approx(costs[path.start].min(), rel=1e-12)


def test_a_maximum_by_hand():
    resistance = np.array([[1.0, 1.0, 4.0, 1.0, 1.0]])
    grid = grid_of((1, 5))
    # From cell 1: 25 + 25 to cell 3, 60 to cell 4; from cell 0 10 more.
    found = least_cost_paths(resistance, [[0], [1]], [[4]], grid, maximum=60)
    path, = found.paths
    assert (path.start, path.end, path.cost, path.length) == (1, 0, 60, 30) and found.unreachable == ((0, -1),)
    found = least_cost_paths(resistance, [[0], [1]], [[4], [3]], grid, 'all', maximum=60)
    assert [(p.start, p.end, p.cost) for p in found.paths] == [(0, 1, 60), (1, 0, 60), (1, 1, 50)]
    assert found.unreachable == ((0, 0),)


def test_overlap_ties_and_places_without_cells():
    resistance = np.ones((1, 5))
    resistance[0, 4] = np.nan
    grid = grid_of((1, 5))
    same = least_cost_paths(resistance, [[1]], [[1], [1]], grid)
    assert [(p.start, p.end, p.cost, p.length, len(p.cells)) for p in same.paths] == [(0, 0, 0, 0, 1)]
    tied = least_cost_paths(resistance, [[1]], [[2], [0]], grid)
    assert tied.paths[0].end == 0
    # A start on nodata and one outside take no part and keep the numbers of the others.
    some = least_cost_paths(resistance, [[4], [], [0]], [[3]], grid)
    assert [(p.start, p.cost) for p in some.paths] == [(2, 30)] and some.unreachable == ()
    for starts, ends in (([[4]], [[0]]), ([[0]], [[4]]), ([[0], [4]], None)):
        with pytest.raises(EmptyInputError, match='have a cell with a resistance'):
            least_cost_paths(resistance, starts, ends, grid)


def test_four_neighbours():
    path, = least_cost_paths(np.ones((3, 3)), [[0]], [[8]], grid_of((3, 3)), neighbours=4).paths
    assert path.length == 40 and (np.abs(np.diff(path.cells, axis=0)).sum(axis=1) == 1).all()


@pytest.mark.parametrize(('targets', 'among', 'neighbours', 'maximum'), [
    ('all', False, 8, None), ('nearest', False, 8, 400.0), ('nearest', True, 4, None)])
def test_workers_give_the_same_result(targets, among, neighbours, maximum):
    resistance, starts, ends = landscape(2)
    grid, ends = grid_of(resistance.shape), None if among else ends
    alone, other = (least_cost_paths(resistance, starts, ends, grid, targets, maximum, neighbours, engine)
                    for engine in (None, LocalEngine(2)))
    assert len(alone.paths) > 1 and alone.unreachable == other.unreachable
    assert [(p.start, p.end, p.cost, p.length, p.cells.tolist()) for p in alone.paths] == [
        (p.start, p.end, p.cost, p.length, p.cells.tolist()) for p in other.paths]


def test_a_raster_without_kernels_gives_the_same_costs():
    resistance, _, _ = landscape(3)
    grid = grid_of(resistance.shape)
    surface, seeds = RasterSurface(resistance, grid), np.flatnonzero(np.isfinite(resistance))[[3, 50]]
    graph = GraphSurface(cost_graph(resistance, grid))
    costs = surface.search(seeds, 300.0)
    assert np.array_equal(graph.graph.on_nodes(costs), graph.search(graph.nodes_of(seeds), 300.0))
    end = int(np.flatnonzero(np.isfinite(costs))[-1])
    traced = graph.trace(graph.search(graph.nodes_of(seeds), 300.0), int(graph.nodes_of(np.array([end]))[0]))
    assert graph.graph.cells[traced].tolist() == surface.trace(costs, end).tolist()


def test_refuses_what_makes_no_sense(monkeypatch):
    grid, ones = grid_of((1, 3)), np.ones((1, 3))
    with pytest.raises(ParameterError):
        least_cost_paths(ones, [[0]], [[2]], grid, 'some')
    with pytest.raises(ParameterError):
        least_cost_paths(ones, [[0]], [[2]], grid, maximum=-1)
    with pytest.raises(ValueRangeError):
        least_cost_paths(np.array([[1.0, 0.0, 1.0]]), [[0]], [[2]], grid)
    with pytest.raises(CancelledError):
        least_cost_paths(ones, [[0]], [[2]], grid, cancelled=lambda: True)
    monkeypatch.setattr(paths_module, 'PATH_BYTES', 1e15)
    with pytest.raises(CapacityError):
        least_cost_paths(ones, [[0]], [[2]], grid, 'all')


def test_smooth_by_hand():
    # One corner: the arc runs from the middle of one step to the middle of the next.
    curve = smooth_path([0, 0, 1], [0, 1, 1], points=2)
    assert curve.tolist() == [[0, 0], [0, 0.5], [0.125, 0.875], [0.5, 1], [1, 1]]
    assert smooth_path([0, 0, 0], [0, 1, 2]).tolist() == [[0, 0], [0, 2]]
    assert smooth_path([3], [4]).tolist() == [[3, 4]] and len(smooth_path([0, 1], [0, 1])) == 2


@pytest.mark.parametrize('seed', range(10))
def test_smooth_lines_never_leave_the_cells_of_the_path(seed):
    rng = np.random.default_rng(seed)
    steps = rng.integers(-1, 2, (60, 2))
    steps = steps[(steps != 0).any(axis=1)]
    cells = np.concatenate([[[0, 0]], np.cumsum(steps, axis=0)])
    curve = smooth_path(*cells.T)
    assert curve[0].tolist() == cells[0].tolist() and curve[-1].tolist() == cells[-1].tolist()
    for start, end in zip(curve, curve[1:]):
        for point in start + np.linspace(0, 1, 12)[:, np.newaxis] * (end - start):
            assert (np.abs(cells - point).max(axis=1) <= 0.5 + 1e-12).any()


def test_a_search_asks_on_the_way_whether_to_go_on():
    """Not only between searches: one of them may take long."""
    asked = []

    def asks():
        asked.append(len(asked) > 40)
        return asked[-1]
    grid = grid_of((60, 60))
    resistance = np.random.default_rng(1).lognormal(1, 1, grid.shape)
    with pytest.raises(CancelledError):
        least_cost_paths(resistance, [np.array([0]), np.array([70])], [np.array([3599])], grid, cancelled=asks)
    assert len(asked) == 42
