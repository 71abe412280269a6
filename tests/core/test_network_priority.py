"""Linkage priority: normalisations and sums by hand, the map from its definition."""

import heapq

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import (
    CancelledError,
    EmptyInputError,
    GridMismatchError,
    ParameterError,
    ValueRangeError,
)
from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.core.network.priority import (
    Term,
    blended_priority,
    climate_value,
    core_value,
    corridor_priority,
    normalised,
    weighted_priority,
)


def test_the_four_normalisations():
    values = [2.0, 4.0, 10.0]
    assert normalised(values).tolist() == [0, 0.25, 1]
    assert normalised(values, inverted=True).tolist() == [1, 0.75, 0]
    assert normalised(values, 'maximum').tolist() == [0.2, 0.4, 1]
    assert normalised(values, 'maximum', True).tolist() == [1, 0.8, 0.2]
    assert normalised([3.0, 3.0], inverted=True).tolist() == [1, 1]
    with pytest.raises(ParameterError, match='score'):
        normalised(values, 'score')
    with pytest.raises(ValueRangeError, match='1 values are negative'):
        normalised([-1.0, 2.0], 'maximum')


def test_core_value_with_the_weights_of_the_demonstration():
    terms = [Term('resistance', np.array([1.0, 3.0, 2.0]), 0.33, inverted=True),
             Term('area', np.array([10.0, 30.0, 20.0]), 0.33), Term('shape', np.array([5.0, 1.0, 3.0]), 0.34),
             Term('expert', None, 0.0)]
    assert weighted_priority(terms) == pytest.approx([0.67, 0.33, 0.5])
    assert core_value(terms) == pytest.approx([1, 0, 0.5])


def test_corridor_priority():
    terms = [Term('closeness', np.array([100.0, 200.0]), 0.33, inverted=True),
             Term('permeability', np.array([9.0, 3.0]), 0.33, inverted=True),
             Term('cores', np.array([0.5, 0.25]), 0.34, normalisation='none')]
    priority, normal = corridor_priority(terms)
    assert priority == pytest.approx([0.33 + 0.17, 0.33 + 0.085])
    assert normal == pytest.approx([1, 0.415 / 0.5])


def test_weights_are_shares():
    terms = [Term('a', np.array([0.0, 1.0]), 3.0), Term('b', np.array([5.0, 1.0]), 1.0)]
    assert weighted_priority(terms) == pytest.approx([0.25, 0.75])


@pytest.mark.parametrize(('terms', 'error', 'text'), [
    ([Term('a', np.ones(2), 0.0)], ParameterError, 'above 0'),
    ([Term('a', np.ones(2), 1.0), Term('b', np.ones(2), -1.0)], ParameterError, 'at least 0'),
    ([Term('Expert', None, 0.5)], ParameterError, 'Expert has a weight of 0.5, but no values'),
    ([Term('Expert', np.array([1.0, np.nan]), 0.5)], ValueRangeError, 'Expert: 1 values.*number 2'),
])
def test_bad_terms(terms, error, text):
    with pytest.raises(error, match=text):
        weighted_priority(terms)


def test_climate_value():
    assert climate_value([0.1, 0.5, 0.75, 1, 1.5, 2, 9], (0.5, 1, 2), (0.2, 1, 0)) == pytest.approx(
        [0.2, 0.2, 0.6, 1, 0.5, 0, 0])
    with pytest.raises(ParameterError, match='must ascend'):
        climate_value([1.0], (1, 0.5, 2), (0, 1, 0))
    with pytest.raises(ParameterError, match='climate value is 3'):
        climate_value([1.0], (0.5, 1, 2), (0, 3, 0))


def spread(resistance, start, grid):
    """Costs from the cells of ``start``, by a heap of Python numbers."""
    costs = np.full(resistance.shape, np.inf)
    costs[start] = 0
    heap = [(0.0, *cell) for cell in np.argwhere(start).tolist()]
    while heap:
        cost, row, column = heapq.heappop(heap)
        for down in (-1, 0, 1):
            for right in (-1, 0, 1):
                there = row + down, column + right
                if (down or right) and 0 <= there[0] < costs.shape[0] and 0 <= there[1] < costs.shape[1]:
                    further = cost + (resistance[row, column] + resistance[there]) / 2 * np.hypot(
                        down * grid.cell_height, right * grid.cell_width)
                    if further < costs[there]:
                        costs[there] = further
                        heapq.heappush(heap, (further, *there))
    return costs


@pytest.mark.parametrize('seed', range(4))
def test_blended_priority_from_its_definition(seed):
    rng = np.random.default_rng(seed)
    grid = Grid((9, 12), (0, 30, 0, 0, 0, -20))
    resistance = rng.uniform(1, 20, grid.shape)
    resistance[rng.random(grid.shape) < 0.1] = np.nan
    sources = np.zeros(grid.shape, int)
    sources[0:2, 0:2], sources[0, 10:], sources[8, 5:7] = 1, 2, 3
    resistance[sources > 0] = 1
    pairs, priority, cutoff, share = [(1, 2), (2, 3), (1, 3)], np.array([1.0, 0.7, np.nan]), 120.0, 0.3
    expected = np.full(grid.shape, -np.inf)
    for (first, second), worth in zip(pairs[:2], priority):
        one, other = spread(resistance, sources == first, grid), spread(resistance, sources == second, grid)
        values = np.maximum(one + other - one[sources == second].min(), 0)
        inside = values <= cutoff
        low, high = values[inside].min(), values[inside].max()
        blend = share * (high - values) / (high - low) + (1 - share) * worth
        expected[inside] = np.maximum(expected, blend)[inside]
    found, used = blended_priority(resistance, sources, pairs, priority, grid, cutoff, share)
    assert used == cutoff
    assert np.array_equal(np.isfinite(found), np.isfinite(expected))
    assert found[np.isfinite(found)] == pytest.approx(expected[np.isfinite(expected)])
    one = spread(resistance, sources == 1, grid)
    known = [one[sources == 2].min(), spread(resistance, sources == 2, grid)[sources == 3].min(),
             one[sources == 3].min()]
    # Distances that are known, too small or far too large: the result never depends on them.
    for hint in (known, [1.0, known[1], 5.0], np.multiply(known, 10)):
        again, _ = blended_priority(resistance, sources, pairs, priority, grid, cutoff, share, expected=hint)
        assert np.array_equal(again, found, equal_nan=True)


def test_default_cutoff_is_a_tenth_of_the_median_cost():
    grid = Grid((1, 9), (0, 10, 0, 0, 0, -10))
    sources = np.zeros((1, 9), int)
    sources[0, [0, 4, 8]] = 1, 2, 3
    _, cutoff = blended_priority(np.full((1, 9), 2.0), sources, [(1, 2), (2, 3)], [1.0, 1.0], grid)
    assert cutoff == pytest.approx(8.0)


def test_bad_input_of_the_map():
    grid = Grid((1, 5), (0, 10, 0, 0, 0, -10))
    resistance, sources = np.ones((1, 5)), np.array([[1, 0, 0, 0, 2]])
    with pytest.raises(EmptyInputError, match='No link has a priority'):
        blended_priority(resistance, sources, [(1, 2)], [np.nan], grid)
    with pytest.raises(GridMismatchError, match='one priority'):
        blended_priority(resistance, sources, [(1, 2)], [1.0, 1.0], grid)
    with pytest.raises(ValueRangeError):
        blended_priority(resistance * 0, sources, [(1, 2)], [1.0], grid)
    with pytest.raises(CancelledError):
        blended_priority(resistance, sources, [(1, 2)], [1.0], grid, cancelled=lambda: True)
    wall = np.array([[1, 1, np.nan, 1, 1.0]])
    with pytest.raises(EmptyInputError, match='can be reached'):
        blended_priority(wall, sources, [(1, 2)], [1.0], grid)
    assert np.isnan(blended_priority(wall, sources, [(1, 2)], [1.0], grid, 5.0)[0]).all()
