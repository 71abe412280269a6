"""Upper bounds of least-cost distances."""

import math

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.core.network import bounds as bounds_module
from ecorestore.ecorestore_plugin.core.network.adjacency import adjacent_pairs, all_pairs
from ecorestore.ecorestore_plugin.core.network.bounds import cost_bounds, straight_costs, zone_borders
from ecorestore.ecorestore_plugin.core.network.cost_distance import cost_distance, cost_graph, cumulative_resistance


def grid_of(shape, width=10.0, height=None):
    return Grid(shape, (0.0, width, 0.0, 0.0, 0.0, -(height or width)))


def scattered(seed, shape=(17, 23), count=7):
    rng = np.random.default_rng(seed)
    sources = np.zeros(shape, int)
    for number in range(1, count + 1):
        row, column = rng.integers(0, shape[0]), rng.integers(0, shape[1])
        sources[row:row + rng.integers(1, 4), column:column + rng.integers(1, 4)] = number
    return sources


def borders_of(resistance, sources, grid):
    zones = cumulative_resistance(resistance, sources, grid)
    return zone_borders(zones.allocation, zones.cost, zones.back_link, resistance, grid), zones


def distances(resistance, sources, pairs, grid):
    """Least-cost distances, one search for each pair."""
    graph = cost_graph(resistance, grid)
    labels = graph.on_nodes(sources)
    return np.array([cost_distance(graph, np.flatnonzero(labels == first))[labels == second].min()
                     for first, second in pairs])


def test_border_cost_by_hand():
    resistance = np.array([[1.0, 3.0, 5.0, 1.0]])
    borders, _ = borders_of(resistance, np.array([[1, 0, 0, 2]]), grid_of((1, 4)))
    # 20 to cell 1, 30 to cell 2, 40 over the border: the only way there is.
    assert borders.pairs.tolist() == [[1, 2]] and borders.costs.tolist() == [20 + 40 + 30]
    assert borders.ends.tolist() == [[0, 3]]


@pytest.mark.parametrize('seed', range(6))
def test_borders_brute_force(seed):
    rng = np.random.default_rng(seed)
    sources = scattered(seed)
    resistance = rng.uniform(1, 50, sources.shape)
    resistance[(rng.random(sources.shape) < 0.2) & (sources == 0)] = np.nan
    grid = grid_of(sources.shape, 30, 20)
    borders, zones = borders_of(resistance, sources, grid)
    expected = {}
    for row, column in np.ndindex(sources.shape):
        for down, right in ((0, 1), (1, -1), (1, 0), (1, 1)):
            r, c = row + down, column + right
            if r < grid.rows and 0 <= c < grid.columns:
                pair = tuple(sorted((int(zones.allocation[row, column]), int(zones.allocation[r, c]))))
                if pair[0] > 0 and pair[0] != pair[1]:
                    step = (resistance[row, column] + resistance[r, c]) / 2 * math.hypot(down * 20, right * 30)
                    way = zones.cost[row, column] + step + zones.cost[r, c]
                    expected[pair] = min(way, expected.get(pair, np.inf))
    assert [tuple(pair) for pair in borders.pairs.tolist()] == sorted(expected)
    assert borders.costs == pytest.approx([expected[pair] for pair in sorted(expected)])
    assert adjacent_pairs(zones.allocation).tolist() == borders.pairs.tolist()
    assert np.array_equal(sources.reshape(-1)[borders.ends], borders.pairs)


def test_straight_cost_by_hand():
    resistance = np.array([[1.0, 2.0, 3.0], [9.0, np.nan, 4.0], [1.0, 1.0, 1.0]])
    starts, ends = [[0, 0], [0, 0], [0, 2], [1, 0], [1, 1]], [[0, 2], [2, 2], [2, 2], [1, 0], [1, 1]]
    expected = [40, np.inf, 60, 0, np.inf]
    assert straight_costs(resistance, starts, ends, grid_of((3, 3))).tolist() == expected


def test_straight_costs_of_many_lines(monkeypatch):
    rng = np.random.default_rng(3)
    resistance = rng.uniform(1, 9, (30, 40))
    resistance[rng.random(resistance.shape) < 0.01] = np.nan
    starts, ends = (rng.integers(0, (30, 40), (200, 2)) for _ in range(2))
    grid = grid_of(resistance.shape, 30, 20)
    found = straight_costs(resistance, starts, ends, grid)
    for start, end, cost in zip(starts, ends, found):
        count = max(abs(end - start))
        cells = [tuple(np.floor(start + place / max(count, 1) * (end - start) + 0.5).astype(int))
                 for place in range(count + 1)]
        steps = sum((resistance[one] + resistance[two]) / 2 * math.hypot((two[0] - one[0]) * 20, (two[1] - one[1]) * 30)
                    for one, two in zip(cells, cells[1:]))
        known = not any(np.isnan(resistance[cell]) for cell in cells)
        assert cost == (pytest.approx(steps) if known else np.inf)
    monkeypatch.setattr(bounds_module, 'MOST_POINTS', 50)
    assert np.allclose(straight_costs(resistance, starts, ends, grid), found, rtol=1e-12)


# Sources in a row, each two cells long.
ROW = np.array([[1, 1, 0, 2, 2, 0, 3, 3, 0, 4, 4]])


def test_bound_by_a_third_source_and_by_a_chain():
    grid = grid_of(ROW.shape)
    borders, _ = borders_of(np.ones(ROW.shape), ROW, grid)
    pairs = [(1, 2), (1, 3), (2, 4), (1, 4)]
    # Every gap costs 20 and every source on the way 10; so do the paths.
    assert cost_bounds(np.ones(ROW.shape), ROW, pairs, borders, grid).tolist() == [20, 50, 50, 80]


def test_no_bound_where_nothing_leads():
    # Source 2 has two parts that no path of cells joins inside the row; 1 and 3 do not meet.
    sources = np.array([[1, 0, 2, 0, 2, 0, 3]])
    resistance = np.array([[1.0, 1, 1, np.nan, 1, 1, 1]])
    grid = grid_of(sources.shape)
    borders, _ = borders_of(resistance, sources, grid)
    assert cost_bounds(resistance, sources, [(1, 2), (2, 3), (1, 3)], borders, grid).tolist() == [20, 20, np.inf]
    alone, _ = borders_of(np.ones((1, 3)), np.array([[1, 0, 0]]), grid_of((1, 3)))
    assert cost_bounds(np.ones((1, 3)), np.array([[1, 0, 2]]), [(1, 2)], alone, grid_of((1, 3))).tolist() == [20]


@pytest.mark.parametrize('seed', range(8))
def test_bounds_are_upper_bounds(seed, monkeypatch):
    rng = np.random.default_rng(seed)
    sources = scattered(seed, (40, 50), 14)
    resistance = rng.lognormal(2, 1.2, sources.shape)
    resistance[(rng.random(sources.shape) < 0.15) & (sources == 0)] = np.nan
    grid = grid_of(sources.shape, 30, 20)
    pairs = all_pairs(sources[sources > 0])
    borders, _ = borders_of(resistance, sources, grid)
    bounds = cost_bounds(resistance, sources, pairs, borders, grid)
    least = distances(resistance, sources, pairs, grid)
    assert (bounds >= least * (1 - 1e-12)).all()
    known = {tuple(pair) for pair in borders.pairs.tolist()}
    far = np.array([tuple(pair) not in known for pair in pairs.tolist()])
    # All sources hang together over their borders, so that a chain leads everywhere.
    assert far.any() and np.isfinite(bounds).all()
    assert np.array_equal(np.isfinite(bounds), np.isfinite(least))
    monkeypatch.setattr(bounds_module, 'CHAINS', 2)
    assert np.array_equal(cost_bounds(resistance, sources, pairs, borders, grid), bounds)
