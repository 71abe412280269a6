"""The network with compiled kernels: every digit as without them, whatever the bounds, threads and order."""

import importlib
import itertools

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.engine import InProcessEngine, LocalEngine
from ecorestore.ecorestore_plugin.core.errors import CancelledError, CapacityError, EmptyInputError, ValueRangeError
from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.core.network import raster_network as raster_module
from ecorestore.ecorestore_plugin.core.network import raster_search as search_module
from ecorestore.ecorestore_plugin.core.network.network import NetworkRules, least_cost_network
from ecorestore.ecorestore_plugin.core.network.priority import blended_priority
from ecorestore.ecorestore_plugin.core.network.raster_search import in_turn

pytest.importorskip('numba', reason='compiled kernels need numba')


class Here(LocalEngine):
    """An engine that runs its tasks in this process."""

    def single(self):
        return self

    def map(self, function, tasks, shared=None, progress=lambda *_, **__: None, cancelled=lambda: False):
        return InProcessEngine().map(function, tasks, shared, progress, cancelled)


@pytest.fixture
def compiled(monkeypatch):
    """Lets this process use the kernels as a worker would; gives a function that runs them."""
    monkeypatch.setattr(raster_module, 'compiled_kernels', importlib.import_module)
    monkeypatch.setattr(raster_module, 'task_threads', lambda: 2)

    def run(*inputs, **options):
        used = []
        inner = raster_module.network_of_folder
        monkeypatch.setattr(raster_module, 'network_of_folder', lambda *a, **k: used.append(inner(*a, **k)) or used[-1])
        found = least_cost_network(*inputs, engine=Here(1), **options)
        assert len(used) == 1 and used[0] is not None
        monkeypatch.setattr(raster_module, 'network_of_folder', inner)
        return found
    return run


def grid_of(shape, width=10.0, height=None):
    return Grid(tuple(shape), (0.0, width, 0.0, 0.0, 0.0, -(height or width)))


def landscape(seed, shape=(25, 30), count=6, whole=False):
    """Random resistance with holes, a wall with one gap, and square sources; whole numbers make equal costs."""
    rng = np.random.default_rng(seed)
    resistance = rng.integers(1, 4, shape).astype(float) if whole else rng.lognormal(2, 1, shape)
    resistance[rng.random(shape) < 0.15] = np.nan
    resistance[:, shape[1] // 2] = np.nan
    resistance[rng.integers(2, shape[0] - 2), shape[1] // 2] = 3.0
    sources = np.zeros(shape, int)
    for number in range(1, count + 1):
        size = rng.integers(1, 4)
        row, column = rng.integers(0, shape[0] - size), rng.integers(0, shape[1] - size)
        sources[row:row + size, column:column + size] = number
        resistance[row:row + size, column:column + size] = 1.0
    return resistance, sources


def assert_same(one, other):
    assert [(a.first, a.second, a.cost, a.length, a.euclidean, a.third_sources, a.kind, a.path.tolist())
            for a in one.links] == [(b.first, b.second, b.cost, b.length, b.euclidean, b.third_sources, b.kind,
                                     b.path.tolist()) for b in other.links]
    assert np.array_equal(one.mosaic, other.mosaic, equal_nan=True)
    assert [np.array(cells).tolist() for cells in one.corridors] == [
        np.array(cells).tolist() for cells in other.corridors]
    assert (one.cutoff, one.candidates, one.dropped) == (other.cutoff, other.candidates, other.dropped)
    assert [(pair.first, pair.second, pair.reason) for pair in one.left_out] == [
        (pair.first, pair.second, pair.reason) for pair in other.left_out]
    assert (one.cost_neighbours, one.straight_neighbours) == (other.cost_neighbours, other.straight_neighbours)


RULES = [
    (NetworkRules(), {}), (NetworkRules(third_source='keep'), {'cutoff': 40.0}),
    (NetworkRules('cost'), {'cutoff': 0.0}),
    (NetworkRules('euclidean'), {'cutoff': 500.0}), (NetworkRules('all', third_source='keep'), {'cutoff': np.inf}),
    (NetworkRules('all', third_source='keep'), {}), (NetworkRules(maximum_cost=600.0), {}),
    (NetworkRules(maximum_cost=600.0, third_source='keep'), {'cutoff': 200.0}),
    (NetworkRules(nearest=1, reconnect=True), {}), (NetworkRules(maximum_euclidean=80.0), {}),
    (NetworkRules(third_source='keep'), {'percentile': 20.0}), (NetworkRules(), {'percentile': 100.0}),
    (NetworkRules(pairs=((1, 4), (2, 5), (6, 3))), {}),
]


@pytest.mark.parametrize('rules,options', RULES)
def test_the_same_network_to_the_last_digit(compiled, rules, options):
    for seed in range(6):
        resistance, sources = landscape(seed, whole=seed % 2 == 1)
        grid = grid_of(resistance.shape, 10.0, 25.0 if seed % 3 == 0 else None)
        assert_same(compiled(resistance, sources, grid, rules, **options),
                    least_cost_network(resistance, sources, grid, rules, **options))


def test_many_sources_on_a_larger_raster(compiled):
    resistance, sources = landscape(3, (140, 160), 25)
    grid = grid_of(resistance.shape)
    assert_same(compiled(resistance, sources, grid), least_cost_network(resistance, sources, grid))


def test_wider_buckets(compiled):
    resistance, sources = landscape(5, (40, 50), 8)
    resistance = np.where(np.arange(50) % 7 == 0, resistance * 50, resistance)
    assert 8192 < np.nanmax(resistance) / np.nanmin(resistance) < 1e5
    grid = grid_of(resistance.shape)
    assert_same(compiled(resistance, sources, grid), least_cost_network(resistance, sources, grid))


def test_touching_sources_and_sources_on_islands(compiled):
    sources = np.array([[1, 2, 0, 0, 3], [1, 2, 0, 0, 0]])
    resistance = np.array([[1.0, 1, 1, np.nan, 1], [1, 1, 1, np.nan, 1]])
    grid = grid_of((2, 5))
    for adjacency in ('all', 'both'):
        rules = NetworkRules(adjacency, third_source='keep')
        found = compiled(resistance, sources, grid, rules)
        assert_same(found, least_cost_network(resistance, sources, grid, rules))
        assert [(link.first, link.second, link.cost) for link in found.links] == [(1, 2, 10.0)]
        assert {pair.reason for pair in found.left_out} == {'unreachable'}


def test_blended_priority(compiled):
    for seed in (0, 2, 4, 5):
        resistance, sources = landscape(seed, whole=seed == 4)
        grid, pairs = grid_of(resistance.shape, 20.0), [(4, 1), (2, 3), (5, 6), (1, 4), (1, 2)]
        priorities = [0.9, 0.7, np.nan, 0.8, 0.6]
        for cutoff in (None, 30.0, 500.0):
            here, used = blended_priority(resistance, sources, pairs, priorities, grid, cutoff)
            found, also = blended_priority(resistance, sources, pairs, priorities, grid, cutoff, engine=Here(1))
            assert used == also and np.array_equal(here, found, equal_nan=True)
    wall = np.where(np.arange(5) == 2, np.nan, np.ones((1, 5)))
    ends = np.array([[1, 0, 0, 0, 2]])
    assert np.isnan(blended_priority(wall, ends, [(1, 2)], [1.0], grid_of((1, 5)), 5.0, engine=Here(1))[0]).all()
    with pytest.raises(EmptyInputError, match='None of the links'):
        blended_priority(wall, ends, [(1, 2)], [1.0], grid_of((1, 5)), engine=Here(1))


def test_too_wide_a_range_is_left_to_the_other_way(monkeypatch):
    monkeypatch.setattr(raster_module, 'compiled_kernels', importlib.import_module)
    resistance, sources = landscape(1)
    resistance[3, 3] = 1e9
    grid = grid_of(resistance.shape)
    assert_same(least_cost_network(resistance, sources, grid, engine=Here(1)),
                least_cost_network(resistance, sources, grid))


@pytest.mark.parametrize('task', ['zones_of_folder', 'network_of_folder'])
def test_a_worker_that_dies_leaves_the_work_to_the_other_way(compiled, monkeypatch, task):
    resistance, sources = landscape(2)
    grid = grid_of(resistance.shape)
    monkeypatch.setattr(raster_module, task, lambda *_, **__: None)
    assert_same(least_cost_network(resistance, sources, grid, engine=Here(1)),
                least_cost_network(resistance, sources, grid))


def test_in_a_worker_with_progress():
    resistance, sources = landscape(2)
    grid, steps = grid_of(resistance.shape), []
    found = least_cost_network(resistance, sources, grid, engine=LocalEngine(2),
                               progress=lambda fraction, text='', **values: steps.append(fraction))
    assert_same(found, least_cost_network(resistance, sources, grid))
    assert steps[-1] == 1.0
    with pytest.raises(CancelledError):
        least_cost_network(resistance, sources, grid, engine=LocalEngine(2), cancelled=lambda: True)


def test_bad_input_is_refused_before_a_worker_starts(monkeypatch):
    resistance, sources = landscape(2)
    grid = grid_of(resistance.shape)
    monkeypatch.setattr(Here, 'single', lambda self: pytest.fail('started'))
    zero = np.ones(sources.shape)
    zero[3, 4] = 0.0
    with pytest.raises(ValueRangeError, match='row 3, column 4'):
        least_cost_network(zero, sources, grid, engine=Here(1))
    with pytest.raises(EmptyInputError):
        least_cost_network(resistance * np.nan, sources, grid, engine=Here(1))
    with pytest.raises(EmptyInputError, match='at least 2 sources'):
        least_cost_network(np.ones(sources.shape), np.minimum(sources, 1), grid, engine=Here(1))


def test_what_does_not_fit_is_refused(compiled, monkeypatch):
    resistance, sources = landscape(2)
    monkeypatch.setattr(raster_module, 'CELL_BYTES', 1e12)
    with pytest.raises(CapacityError, match='Use coarser cells'):
        least_cost_network(resistance, sources, grid_of(resistance.shape), engine=Here(1))


def work_of(order, partners, bounds):
    """Squares of how far each source is searched for partners whose turn comes later."""
    turn = {number: place for place, number in enumerate(order)}
    return sum(max((bounds[number, other] for other in partners[number] if turn[other] > turn[number]), default=0) ** 2
               for number in order)


def test_far_partners_come_before_near_ones():
    partners = {1: [2, 3], 2: [1, 3], 3: [1, 2, 4], 4: [3], 5: [6], 6: [5]}
    lengths = {(1, 2): 1.0, (1, 3): 1.0, (2, 3): 1.0, (3, 4): 9.0, (5, 6): 2.0}
    bounds = lengths | {(other, number): length for (number, other), length in lengths.items()}
    order = in_turn(partners, bounds)
    assert sorted(order) == sorted(partners)
    best = min(work_of(order, partners, bounds) for order in itertools.permutations(partners))
    # 3 or 4 goes as far as 9 and 5 or 6 as far as 2; of 1, 2 and 3 two go as far as 1, 3 perhaps with the 9.
    assert best == 81 + 4 + 1
    assert work_of(order, partners, bounds) == best


def test_turns_of_many_sources(monkeypatch):
    rng = np.random.default_rng(4)
    partners, bounds = {number: [] for number in range(40)}, {}
    for first, second in itertools.combinations(range(40), 2):
        if rng.random() < 0.15:
            partners[first].append(second)
            partners[second].append(first)
            bounds[first, second] = bounds[second, first] = rng.choice([rng.uniform(1, 9), np.inf], p=[0.95, 0.05])
    partners = {number: others for number, others in partners.items() if others}
    finite = {pair: min(bound, 90) for pair, bound in bounds.items()}
    order = in_turn(partners, bounds)
    assert sorted(order) == sorted(partners)
    draws = [work_of(rng.permutation(list(partners)).tolist(), partners, finite) for _ in range(200)]
    assert work_of(order, partners, finite) < min(draws)
    monkeypatch.setattr(search_module, 'MOST_LOOKS', 0)  # as with many partners: sets without neighbours in turn
    turn = {number: place for place, number in enumerate(in_turn(partners, bounds))}
    assert all(turn[one] != turn[other] for one, other in bounds) and len(turn) == len(partners)



