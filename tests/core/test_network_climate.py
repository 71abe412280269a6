"""Climate corridors: steps by hand, directed costs from their definition, choices of pairs."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.engine import LocalEngine
from ecorestore.ecorestore_plugin.core.errors import CancelledError, EmptyInputError, ParameterError, ValueRangeError
from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.core.network import climate as climate_module
from ecorestore.ecorestore_plugin.core.network.climate import (
    ClimateRules,
    climate_corridors,
    core_climates,
    gradient_graph,
    reversed_graph,
)

GRID = Grid((5, 7), (0, 30, 0, 0, 0, -40))
NEAR = ClimateRules(threshold=1, nearest=0, farthest=None, falling=100, rising=100)


def case(seed, holes=0.1):
    rng = np.random.default_rng(seed)
    resistance, climate = rng.uniform(1, 9, GRID.shape), rng.uniform(0, 3, GRID.shape)
    resistance[rng.random(GRID.shape) < holes] = np.nan
    climate[2, 3] = np.nan
    sources = np.zeros(GRID.shape, int)
    sources[0, 0:2], sources[4, 5:7], sources[0, 6] = 1, 2, 3
    resistance[sources > 0] = 1
    climate[sources == 1], climate[sources == 2], climate[sources == 3] = 12, 2, 7
    return resistance, climate, sources


def step(resistance, climate, here, there, falling, rising):
    """What a step costs, in words of the method."""
    length = np.hypot((here[0] - there[0]) * 40, (here[1] - there[1]) * 30)
    change = climate[there] - climate[here]
    return length * (1 + (resistance[here] + resistance[there]) / 2) + (rising if change > 0 else falling) * abs(change)


def spread(resistance, climate, start, falling, rising, backwards=False):
    """Costs from, or to, the cells of ``start`` by relaxing every step until nothing changes."""
    costs = np.where(start, 0.0, np.inf)
    known = np.isfinite(resistance) & np.isfinite(climate)
    cells = [tuple(cell) for cell in np.argwhere(known).tolist()]
    steps = [(here, there) for here in cells for there in cells
             if here != there and max(abs(here[0] - there[0]), abs(here[1] - there[1])) == 1]
    price = {pair: step(resistance, climate, *pair, falling, rising) for pair in steps}
    changed = True
    while changed:
        changed = False
        for here, there in steps:
            walked = price[there, here] if backwards else price[here, there]
            if costs[here] + walked < costs[there] * (1 - 1e-12):
                costs[there], changed = costs[here] + walked, True
    return costs


def test_the_climate_of_cores():
    climate = np.array([[1.0, 3.0, 5.0, np.nan], [7.0, 7.0, 0.0, 9.0]])
    sources = np.array([[1, 1, 0, 2], [2, 2, 0, 4]])
    found = core_climates(climate, sources, 2)
    assert found[[0, 1, 3]].tolist() == [2 - 2, 7, 9] and np.isnan(found[2])
    assert core_climates(climate, sources, 0)[0] == 2


def test_steps_cost_more_uphill_than_down():
    resistance, climate = np.array([[2.0, 4.0]]), np.array([[1.0, 1.5]])
    graph = gradient_graph(resistance, climate, Grid((1, 2), (0, 10, 0, 0, 0, -10)), falling=6, rising=8)
    assert graph.weights.tolist() == [10 * (1 + 3) + 8 * 0.5, 10 * (1 + 3) + 6 * 0.5]
    assert reversed_graph(graph).weights.tolist() == graph.weights[::-1].tolist()


@pytest.mark.parametrize('at_once', [1, 7, 1 << 18])
def test_every_step_against_the_formula(monkeypatch, at_once):
    monkeypatch.setattr(climate_module, 'NODES_AT_ONCE', at_once)
    resistance, climate, _ = case(0)
    graph = gradient_graph(resistance, climate, GRID, 70, 200)
    start = np.repeat(np.arange(graph.nodes), np.diff(graph.indptr))
    places = np.stack(graph.place(np.arange(graph.nodes)), axis=1)
    for here, there, cost in zip(start, graph.indices, graph.weights):
        assert cost == pytest.approx(step(resistance, climate, tuple(places[here]), tuple(places[there]), 70, 200))


def test_the_graph_is_not_built_to_its_end_when_cancelled(monkeypatch):
    monkeypatch.setattr(climate_module, 'NODES_AT_ONCE', 7)
    resistance, climate, _ = case(0)
    for often in (0, 5, 18):  # before the steps are counted, while they are filled, while they are weighed
        asked = iter([False] * often + [True])
        with pytest.raises(CancelledError):
            gradient_graph(resistance, climate, GRID, 70, 200, lambda: next(asked))  # noqa: B023


@pytest.mark.parametrize(('falling', 'rising'), [(100, 100), (20, 300)])
@pytest.mark.parametrize('seed', range(3))
def test_links_and_mosaic_from_the_definition(seed, falling, rising):
    resistance, climate, sources = case(seed)
    rules = ClimateRules(1, 2, 0, None, falling, rising, third_source='keep')
    found = climate_corridors(resistance, climate, sources, GRID, rules, cutoff=90.0)
    mosaic = np.full(GRID.shape, np.inf)
    assert [(link.first, link.second) for link in found.links] == [(1, 2), (1, 3), (3, 2)]
    for link in found.links:
        away = spread(resistance, climate, sources == link.first, falling, rising)
        back = spread(resistance, climate, sources == link.second, falling, rising, backwards=True)
        assert link.cost == pytest.approx(away[sources == link.second].min())
        path = [tuple(cell) for cell in link.path.tolist()]
        assert sum(step(resistance, climate, *pair, falling, rising) for pair in zip(path, path[1:])) == pytest.approx(
            link.cost)
        assert sources[path[0]] == link.first and sources[path[-1]] == link.second
        values = away + back - link.cost
        mosaic = np.where(values <= 90.0 + 1e-9, np.minimum(mosaic, np.maximum(values, 0)), mosaic)
    assert np.array_equal(np.isfinite(mosaic), np.isfinite(found.mosaic))
    assert found.mosaic[np.isfinite(found.mosaic)] == pytest.approx(mosaic[np.isfinite(mosaic)], abs=1e-9)
    assert np.nanmin(found.mosaic) == pytest.approx(0, abs=1e-9)


def test_the_path_goes_round_a_warm_ridge():
    """The straight way leads over a ridge 3 degrees warmer; the way round it changes in one direction only."""
    grid = Grid((7, 9), (0, 100, 0, 0, 0, -100))
    climate = np.tile(np.linspace(10, 6, 9), (7, 1))
    climate[0:6, 4] += 3
    sources = np.zeros(grid.shape, int)
    sources[0, 0], sources[0, 8] = 1, 2
    rules = ClimateRules(1, 2, 0, None, 1000, 1000)
    link, = climate_corridors(np.ones(grid.shape), climate, sources, grid, rules).links
    assert (link.first, link.second) == (1, 2) and link.change == pytest.approx(-4)
    assert 6 in link.path[:, 0]
    cheap, = climate_corridors(np.ones(grid.shape), climate, sources, grid, ClimateRules(1, 2, 0, None, 0, 0)).links
    assert set(cheap.path[:, 0]) == {0} and cheap.cost == pytest.approx(8 * 100 * 2)


def test_direction_and_reasons():
    resistance, climate, sources = case(1, holes=0)
    rising = climate_corridors(resistance, climate, sources, GRID, ClimateRules(
        6, 2, 0, None, 10, 10, direction='rising'))
    assert [(link.first, link.second) for link in rising.links] == [(2, 1)]
    assert rising.dropped['too alike'] == 2 and rising.links[0].change == 10
    distances = {(1, 2): 500.0, (3, 2): 50.0, (1, 3): 9000.0}
    rules = ClimateRules(1, 2, 100, 1000, 10, 10)
    found = climate_corridors(resistance, climate, sources, GRID, rules, euclidean=lambda pairs: [
        distances.get(tuple(pair), distances.get(tuple(pair[::-1]))) for pair in pairs.tolist()])
    assert [link.euclidean for link in found.links] == [500.0]
    assert (found.dropped['too near'], found.dropped['too far']) == (1, 1)


def test_paths_through_a_third_core():
    grid = Grid((1, 9), (0, 100, 0, 0, 0, -100))
    climate, sources = np.linspace(10, 2, 9)[np.newaxis], np.zeros((1, 9), int)
    sources[0, [0, 4, 8]] = 1, 2, 3
    dropped = climate_corridors(np.ones((1, 9)), climate, sources, grid, NEAR)
    assert [(link.first, link.second) for link in dropped.links] == [(1, 2), (2, 3)]
    assert dropped.dropped['third source'] == 1
    assert dropped.cutoff == pytest.approx(0.1 * (400 * 2 + 100 * 4))


def test_pairs_without_a_way():
    grid = Grid((1, 5), (0, 100, 0, 0, 0, -100))
    found = climate_corridors(np.array([[1, 1, np.nan, 1, 1.0]]), np.array([[9, 8, 7, 6, 5.0]]),
                              np.array([[1, 0, 0, 0, 2]]), grid, NEAR)
    assert not found.links and found.dropped['unreachable'] == 1 and np.isnan(found.mosaic).all()


@pytest.mark.parametrize(('falling', 'rising', 'third'), [(100, 100, 'keep'), (40, 300, 'drop')])
def test_workers_give_the_same_result(falling, rising, third):
    rng = np.random.default_rng(7)
    grid = Grid((40, 50), (0, 30, 0, 0, 0, -40))
    resistance, climate = rng.lognormal(1, 1, grid.shape), np.cumsum(rng.normal(0, 1, grid.shape), axis=1)
    resistance[rng.random(grid.shape) < 0.1] = np.nan
    climate[rng.random(grid.shape) < 0.05] = np.nan
    sources = np.zeros(grid.shape, int)
    for number in range(1, 6):
        row, column = rng.integers(0, 37), rng.integers(0, 47)
        sources[row:row + 3, column:column + 3] = number
    rules = ClimateRules(threshold=0.1, nearest=0, farthest=None, falling=falling, rising=rising, third_source=third)
    alone, other = (climate_corridors(resistance, climate, sources, grid, rules, engine=engine)
                    for engine in (None, LocalEngine(2)))
    assert len(alone.links) > 2 and alone.dropped == other.dropped and alone.cutoff == other.cutoff
    assert [(link.first, link.second, link.cost, link.length, link.change, link.path.tolist(), link.third_sources)
            for link in alone.links] == [(link.first, link.second, link.cost, link.length, link.change,
                                          link.path.tolist(), link.third_sources) for link in other.links]
    assert np.array_equal(alone.mosaic, other.mosaic, equal_nan=True)


def test_bad_input():
    resistance, climate, sources = case(2)
    with pytest.raises(EmptyInputError, match='No two of the 3 cores qualify: 3 pairs differ too little'):
        climate_corridors(resistance, climate, sources, GRID, ClimateRules(threshold=50))
    with pytest.raises(ValueRangeError):
        climate_corridors(np.zeros(GRID.shape), climate, sources, GRID, NEAR)
    with pytest.raises(EmptyInputError, match='at least 2'):
        climate_corridors(resistance, climate, (sources == 1).astype(int), GRID, NEAR)
    with pytest.raises(EmptyInputError, match='holds no data'):
        climate_corridors(resistance, np.full(GRID.shape, np.nan), sources, GRID, NEAR)
    with pytest.raises(ParameterError, match='sideways'):
        climate_corridors(resistance, climate, sources, GRID, ClimateRules(direction='sideways'))
    with pytest.raises(ParameterError, match='falling is -1'):
        climate_corridors(resistance, climate, sources, GRID, ClimateRules(falling=-1))
    with pytest.raises(CancelledError):
        climate_corridors(resistance, climate, sources, GRID, NEAR, cancelled=lambda: True)
