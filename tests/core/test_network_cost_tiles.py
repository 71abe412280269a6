"""The compiled cost distance: every digit as without it, whatever the tiles, threads and files."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.engine import InProcessEngine, LocalEngine
from ecorestore.ecorestore_plugin.core.errors import (
    CancelledError,
    EmptyInputError,
    GridMismatchError,
    SolverError,
    ValueRangeError,
)
from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.core.network import cost_disk, cost_links, cost_tiles, cost_waves, cost_work
from ecorestore.ecorestore_plugin.core.network import cost_graph as graph_module
from ecorestore.ecorestore_plugin.core.network.cost_disk import cumulative_resistance_on_disk, fill_folder, new_array
from ecorestore.ecorestore_plugin.core.network.cost_distance import (
    CostGraph,
    CumulativeResistance,
    cost_distance,
    cost_graph,
    cumulative_resistance,
    nearest_source,
)
from ecorestore.ecorestore_plugin.core.network.cost_tiles import fill_cumulative_resistance, search_costs, start_costs
from ecorestore.ecorestore_plugin.core.network.steps import DIRECTION_CODES
from ecorestore.tests.core import engine_tasks

pytest.importorskip('numba', reason='compiled kernels need numba')
from ecorestore.ecorestore_plugin.core.network import cost_compiled, graph_compiled  # noqa: E402

PARTS = ('cost', 'allocation', 'back_link')


def grid_of(shape, width=10.0, height=None):
    return Grid(tuple(shape), (0.0, width, 0.0, 0.0, 0.0, -(height or width)))


def by_scipy(resistance, sources, grid, maximum=np.inf, neighbours=8):
    """The same from one call of scipy's dijkstra on the graph of all cells."""
    graph = cost_graph(resistance, grid, neighbours)
    labels = graph.on_nodes(sources)
    cost = cost_distance(CostGraph(**graph.arrays()), np.flatnonzero(labels > 0), maximum)
    allocation, parents = nearest_source(graph, cost, labels)
    reached = np.flatnonzero(parents >= 0)
    (rows, columns), (parent_rows, parent_columns) = graph.place(reached), graph.place(parents[reached])
    links = np.full(graph.nodes, 255, np.uint8)
    links[reached] = DIRECTION_CODES[parent_rows - rows + 1, parent_columns - columns + 1]
    return CumulativeResistance(graph.on_cells(np.where(np.isfinite(cost), cost, np.nan), np.nan),
                                graph.on_cells(allocation, 0), graph.on_cells(links, 255))


def tiled(resistance, sources, grid, kernels=None, **options):
    """Cost, allocation and back link by the compiled kernels, here in this process."""
    parts = np.empty(grid.shape), np.empty(grid.shape, np.int32), np.empty(grid.shape, np.uint8)
    fill_cumulative_resistance(kernels or cost_compiled, resistance, sources.astype(np.int32), *parts, grid=grid,
                               **options)
    return parts


def assert_same(parts, found):
    for name, part in zip(PARTS, parts):
        assert np.array_equal(part, getattr(found, name), equal_nan=part.dtype.kind == 'f'), name


def scattered(rng, resistance, count=4):
    sources = np.zeros(resistance.shape, np.int32)
    known = np.flatnonzero(np.isfinite(resistance))
    sources.reshape(-1)[rng.choice(known, min(3 * count, known.size), replace=False)] = np.tile(
        rng.permutation(count) + 1, 3)[:min(3 * count, known.size)]
    return sources


def real(rng, shape):
    return np.where(rng.random(shape) < 0.15, np.nan, rng.uniform(1, 1000, shape))


def equal_costs(rng, shape):
    return np.where(rng.random(shape) < 0.1, np.nan, rng.integers(1, 3, shape).astype(float))


def uniform(rng, shape):
    return np.ones(shape)


def islands(rng, shape):
    return np.where(rng.random(shape) < 0.5, np.nan, rng.integers(1, 4, shape) * 7.5)


def passages(rng, shape):
    """Walls with a single gap each: paths wind through many tiles, back and forth."""
    resistance = rng.uniform(1, 3, shape)
    for number, row in enumerate(range(2, shape[0], 3)):
        resistance[row] = np.nan
        resistance[row, 0 if number % 2 else -1] = 1.0
    return resistance


def far_apart(rng, shape):
    """Eleven orders of magnitude: the heap serves."""
    return 10.0 ** rng.uniform(-5, 6, shape)


@pytest.mark.parametrize('kind', [real, equal_costs, uniform, islands, passages, far_apart])
@pytest.mark.parametrize('seed', range(3))
@pytest.mark.parametrize(('neighbours', 'size', 'side', 'threads'), [
    (8, (10.0, 10.0), 4, 1), (8, (30.0, 20.0), 8, 2), (4, (10.0, 10.0), 16, 2), (4, (20.0, 30.0), 1, 1),
    (8, (30.0, 30.0), 64, 1)])
def test_every_digit_as_scipy(kind, seed, neighbours, size, side, threads):
    rng = np.random.default_rng(seed)
    resistance = kind(rng, (33, 41))
    sources = scattered(rng, resistance)
    grid = grid_of(resistance.shape, *size)
    found = by_scipy(resistance, sources, grid, neighbours=neighbours)
    for kernels in (cost_compiled, cost_waves):
        assert_same(tiled(resistance, sources, grid, kernels, neighbours=neighbours, side=side, threads=threads), found)


@pytest.mark.parametrize('kind', [real, far_apart])
def test_maximum_cuts_the_same_cells(kind):
    rng = np.random.default_rng(7)
    resistance = kind(rng, (30, 30))
    sources = scattered(rng, resistance, 2)
    grid = grid_of(resistance.shape)
    reached = np.sort(cumulative_resistance(resistance, sources, grid).cost, axis=None)
    limit = float(reached[200])
    found = by_scipy(resistance, sources, grid, limit)
    assert np.nanmax(found.cost) == limit
    for kernels in (cost_compiled, cost_waves):
        assert_same(tiled(resistance, sources, grid, kernels, maximum=limit, side=8), found)


def test_fifteen_orders_of_magnitude():
    # A cell of 1 beside one of 1e15: the sums still tell them apart.
    resistance = np.array([[1.0, 1.0, 1e15, 1.0, 1.0], [1.0, 1e8, 1e15, 1e8, 1.0]])
    sources = np.array([[1, 0, 0, 0, 0], [0, 0, 0, 0, 0]])
    grid = grid_of(resistance.shape, 2.0)
    found = cumulative_resistance(resistance, sources, grid)
    assert found.cost[0].tolist() == [0.0, 2.0, 1e15 + 3.0, 2e15 + 4.0, 2e15 + 6.0]
    for kernels in (cost_compiled, cost_waves):
        assert_same(tiled(resistance, sources, grid, kernels, side=2), found)


def test_float32_and_read_only_rasters():
    rng = np.random.default_rng(3)
    resistance = real(rng, (20, 20)).astype(np.float32)
    sources = scattered(rng, resistance)
    resistance.flags.writeable = False
    assert_same(tiled(resistance, sources, grid_of((20, 20)), side=8),
                cumulative_resistance(resistance, sources, grid_of((20, 20))))


@pytest.mark.parametrize('shape', [(1, 1), (1, 9), (9, 1), (2, 2)])
def test_smallest_rasters(shape):
    sources = np.zeros(shape, int)
    sources[0, 0] = 3
    assert_same(tiled(np.full(shape, 2.0), sources, grid_of(shape), side=4),
                cumulative_resistance(np.full(shape, 2.0), sources, grid_of(shape)))


def test_sources_on_nodata_do_not_count():
    resistance = np.array([[np.nan, 1.0, 1.0]])
    sources = np.array([[1, 2, 0]])
    grid = grid_of((1, 3))
    assert_same(tiled(resistance, sources, grid), cumulative_resistance(resistance, sources, grid))


@pytest.mark.parametrize('kernels', [cost_compiled, cost_waves])
def test_same_refusals(kernels):
    ones, grid = np.ones((2, 2)), grid_of((2, 2))
    for value in (0.0, -2.0, np.inf):
        with pytest.raises(ValueRangeError, match='Resistance: 1 values.*row 1, column 0'):
            tiled(np.array([[1, 1], [value, 1]]), np.eye(2), grid, kernels)
    with pytest.raises(EmptyInputError, match='no data'):
        tiled(np.full((2, 2), np.nan), np.eye(2), grid, kernels)
    with pytest.raises(EmptyInputError, match='overlap'):
        tiled(ones, np.zeros((2, 2)), grid, kernels)
    with pytest.raises(SolverError, match='orders of magnitude'):
        tiled(np.array([[1e20, 1e20, 1e-3, 1e-3]]), np.array([[1, 0, 0, 0]]), grid_of((1, 4)), kernels)
    with pytest.raises(CancelledError):
        tiled(ones, np.eye(2), grid, kernels, cancelled=lambda: True)


@pytest.mark.parametrize('threads', [1, 2])
def test_a_failing_thread_ends_the_others(threads):
    class Broken:
        def __getattr__(self, name):
            if name == 'search_buckets':
                raise MemoryError
            return getattr(cost_compiled, name)

    parts = np.empty((40, 40)), np.empty((40, 40), np.int32), np.empty((40, 40), np.uint8)
    with pytest.raises(MemoryError):
        fill_cumulative_resistance(Broken(), np.ones((40, 40)), np.eye(40, dtype=np.int32), *parts, grid_of((40, 40)),
                                   side=8, threads=threads)


@pytest.mark.parametrize('seed', range(4))
def test_graph_search_as_scipy(seed):
    rng = np.random.default_rng(seed)
    resistance = (real, equal_costs)[seed % 2](rng, (25, 31))
    graph = cost_graph(resistance, grid_of(resistance.shape, 30.0, 20.0))
    seeds = rng.choice(graph.nodes, 3, replace=False)
    for limit in (np.inf, 20000.0):
        expected = cost_distance(graph, seeds, limit)
        found = graph_compiled.search_graph(graph.indptr, graph.indices, graph.weights, seeds, limit)
        assert np.array_equal(found, expected)


@pytest.mark.parametrize('neighbours', [4, 8])
@pytest.mark.parametrize('raster', [True, False])
def test_single_source_searches_as_scipy(monkeypatch, neighbours, raster):
    rng = np.random.default_rng(neighbours)
    resistance = islands(rng, (40, 30))
    graph = cost_graph(resistance, grid_of(resistance.shape, 30.0, 20.0), neighbours)
    seeds = rng.choice(graph.nodes, 2, replace=False)
    given = CostGraph(**graph.arrays(), **(graph.surface() if raster else {}))
    kernels = {'.cost_compiled': cost_compiled, '.graph_compiled': graph_compiled}
    for limit in (np.inf, 1500.0):
        expected = cost_distance(graph, seeds, limit)
        with monkeypatch.context() as patch:
            patch.setattr(graph_module, 'compiled_kernels', lambda name, package: kernels[name])
            found = cost_distance(given, seeds, limit)
        assert np.array_equal(found, expected) and np.isfinite(found).sum() > 2


@pytest.mark.parametrize('compiled', [True, False])
def test_a_worker_gives_the_same(compiled):
    rng = np.random.default_rng(5)
    resistance = equal_costs(rng, (60, 70))
    sources = scattered(rng, resistance)
    grid = grid_of(resistance.shape)
    engine = LocalEngine(1, compiled=compiled)
    found = cumulative_resistance(resistance, sources, grid, engine=engine)
    assert not engine.warnings
    assert_same([getattr(found, part) for part in PARTS], cumulative_resistance(resistance, sources, grid))


@pytest.mark.parametrize(('highest', 'kind'), [(32767, np.int16), (32768, np.int32)])
def test_source_numbers_take_two_bytes_where_they_fit(highest, kind):
    resistance, sources = np.ones((20, 30)), np.zeros((20, 30), np.int64)
    sources[3, 4], sources[15, 25] = highest, 7
    found = cumulative_resistance(resistance, sources, grid_of((20, 30)), engine=LocalEngine(1))
    assert found.allocation.dtype == kind
    assert_same([getattr(found, part) for part in PARTS],
                cumulative_resistance(resistance, sources, grid_of((20, 30))))
    assert set(np.unique(found.allocation)) == {highest, 7}


def test_a_worker_refuses_in_the_same_words():
    with pytest.raises(ValueRangeError, match='Resistance: 1 values.*row 0, column 1'):
        cumulative_resistance(np.array([[1.0, 0.0]]), np.array([[1, 0]]), grid_of((1, 2)), engine=LocalEngine(1))


def on_disk(folder, resistance, sources, kind=np.int32):
    np.save(folder / 'resistance.npy', resistance)
    np.save(folder / 'sources.npy', sources.astype(kind))
    return folder / 'resistance.npy', folder / 'sources.npy'


@pytest.mark.parametrize('compiled', [True, False])
def test_from_disk_to_disk(tmp_path, monkeypatch, compiled):
    rng = np.random.default_rng(11)
    resistance = real(rng, (70, 50))
    sources = scattered(rng, resistance)
    grid = grid_of(resistance.shape, 30.0, 20.0)
    paths = on_disk(tmp_path, resistance, sources)
    # Tiny tiles on memory-mapped files, as a raster larger than memory would be worked.
    monkeypatch.setattr(cost_disk, 'compiled_kernels', lambda *names: cost_compiled if compiled else None)
    task = {'resistance': str(paths[0]), 'sources': str(paths[1]), 'folder': str(tmp_path)}
    new_array(tmp_path / 'share.npy', np.float64, (2,))
    arrays = [new_array(tmp_path / f'{name}.npy', dtype, resistance.shape)
              for name, dtype in zip(cost_disk.RESULTS, (np.float64, np.int32, np.uint8))]
    started = start_costs(resistance, sources, *arrays, grid)
    assert started == (2 * np.nanmin(resistance) * 10.0, 2 * np.nanmax(resistance) * 0.5 * np.hypot(30.0, 20.0))
    del arrays

    asked = []

    def stops():  # as a worker that dies over the task, with half of the costs written
        asked.append(True)
        return len(asked) > 20

    with pytest.raises(CancelledError):
        fill_folder(task, grid, None, 8, started, side=4, cancelled=stops)
    left = np.load(tmp_path / 'cost.npy')
    assert (left == np.inf).any() and ((left > 0) & (left < np.inf)).any()
    fill_folder(task, grid, None, 8, started, side=4)
    assert np.load(tmp_path / 'share.npy')[0] == 1
    parts = [np.load(tmp_path / f'{part}.npy') for part in PARTS]
    assert [part.dtype for part in parts] == [np.float64, np.int32, np.uint8]
    assert_same(parts, cumulative_resistance(resistance, sources, grid))


def test_on_disk_by_an_engine(tmp_path):
    rng = np.random.default_rng(12)
    resistance = islands(rng, (40, 40))
    sources = scattered(rng, resistance)
    grid = grid_of(resistance.shape)
    paths = cumulative_resistance_on_disk(*on_disk(tmp_path, resistance, sources, np.int16), tmp_path, grid,
                                          maximum=900.0, engine=InProcessEngine())
    assert np.load(paths['allocation'], mmap_mode='r').dtype == np.int16
    assert_same([np.load(paths[part]) for part in PARTS],
                cumulative_resistance(resistance, sources, grid, maximum=900.0))
    with pytest.raises(GridMismatchError):
        cumulative_resistance_on_disk(*on_disk(tmp_path, resistance, sources[1:]), tmp_path, grid)


@pytest.mark.parametrize('kind', [real, equal_costs, uniform, islands, passages, far_apart])
def test_waves_of_every_length(kind, monkeypatch):
    """Several waves per bound, cells one by one, links over many bands, ties by numpy and by compiled kernels."""
    rng = np.random.default_rng(8)
    resistance = kind(rng, (60, 50))
    sources = scattered(rng, resistance)
    grid = grid_of(resistance.shape, 30.0, 20.0)
    found = by_scipy(resistance, sources, grid)
    for few, least, band, ties in ((0, 5, 100, 0), (1000, 1, 700, 10**9), (30, 20, 10_000, 0)):
        monkeypatch.setattr(cost_waves, 'FEW', few)
        monkeypatch.setattr(cost_waves, 'ENOUGH', few + 3)
        monkeypatch.setattr(cost_waves, 'LEAST', least)
        monkeypatch.setattr(cost_work, 'BAND', band)
        monkeypatch.setattr(cost_links, 'MANY_TIES', ties)
        assert_same(tiled(resistance, sources, grid, cost_waves), found)
        assert_same(tiled(resistance, sources, grid, side=16), found)


def test_a_step_that_vanishes_beside_one_that_counts():
    # The cell in the middle costs the same by way of its twin above, which is no cheaper, and from the west.
    resistance = np.array([[1e20, 1e-3], [1e20, 1e-3]])
    sources = np.array([[1, 0], [1, 0]])
    found = by_scipy(resistance, sources, grid_of((2, 2)))
    for kernels in (cost_compiled, cost_waves):
        assert_same(tiled(resistance, sources, grid_of((2, 2)), kernels), found)


def test_waves_can_be_cancelled_on_the_way():
    asked = []

    def cancelled():
        asked.append(True)
        return len(asked) > 5

    resistance = np.random.default_rng(1).uniform(1, 100, (300, 300))
    with pytest.raises(CancelledError):
        search_costs(cost_waves, resistance, [0], grid_of((300, 300)), cancelled=cancelled)


def test_progress_rises_to_one():
    for kernels, side in ((cost_compiled, 16), (cost_waves, None), (cost_waves, 32)):
        told = []
        tiled(np.ones((100, 100)), np.eye(100), grid_of((100, 100)), kernels, side=side,
              progress=lambda share, *_, told=told: told.append(share))
        assert told == sorted(told) and told[-1] == 1 and len(told) > 3


def test_a_search_compiles_nothing_that_loading_has_not():
    loaded, searched = LocalEngine(1).map(engine_tasks.kernel_signatures, [False, True])
    assert loaded == searched == dict.fromkeys(['enter_tile', 'search_buckets', 'raise_slack', 'search_source', 'trace',
                                                'take_reached', 'corridor_cells'], 1)


@pytest.mark.parametrize('kind', [equal_costs, uniform, real])
def test_a_source_that_was_not_handed_on_is_found(kind, monkeypatch):
    rng = np.random.default_rng(8)
    resistance = kind(rng, (40, 50))
    sources = scattered(rng, resistance)
    grid = grid_of(resistance.shape)
    expected = cumulative_resistance(resistance, sources, grid)
    cells = np.flatnonzero((expected.cost > 0).reshape(-1))
    inner, spoilt = cost_tiles.derive, []

    def spoil(work, pool, doubts, cancelled):
        """As if rounding had hidden from this cell that its neighbour has another source now."""
        cell = rng.choice(cells)
        work.allocation[cell] = rng.choice([source for source in np.unique(sources) if source > 0
                                            and source != work.allocation[cell]])
        spoilt.append(int(cell))
        doubts[0] += 1
        return inner(work, pool, doubts, cancelled)

    monkeypatch.setattr(cost_tiles, 'derive', spoil)
    for threads in (1, 2) * 10:
        assert_same(tiled(resistance, sources, grid, threads=threads), expected)
    assert len(set(spoilt)) > 10
