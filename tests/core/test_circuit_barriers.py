"""Barriers: improvement scores against hand calculation and a slow twin, and the patches made of them."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.engine import InProcessEngine, LocalEngine
from ecorestore.ecorestore_plugin.core.errors import CancelledError, EmptyInputError, ParameterError, ValueRangeError
from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.core.network.barrier_patches import barrier_patches
from ecorestore.ecorestore_plugin.core.network.barriers import barrier_improvement, focal_minima, sweep
from ecorestore.ecorestore_plugin.core.window import circular_window


def grid_of(array, width=1.0, height=1.0):
    return Grid(array.shape, (0.0, width, 0.0, 0.0, 0.0, -height))


def strip(resistances, cell=1.0):
    """A source, a row of cells, and another source."""
    resistance = np.array([[1.0, *resistances, 1.0]])
    sources = np.zeros(resistance.shape, int)
    sources[0, 0], sources[0, -1] = 1, 2
    return resistance, sources, grid_of(resistance, cell, cell)


def test_score_by_hand():
    """Seven cells of 100 m, the middle one of resistance 21.

    Steps cost 100, 100, 1100, 1100, 100, 100: LCD = 2600. A window of 100 m around the middle sees 200 from either
    side: restoring its 200 m at 1 per metre leaves 200 + 200 + 200, so 2000 are saved, 10 per metre.
    """
    resistance, sources, grid = strip([1, 1, 21, 1, 1], 100.0)
    found = barrier_improvement(resistance, sources, [(1, 2)], grid, [100.0])
    assert found.links[0].distance == 2600
    assert found.score[0, 3] == 10
    # One cell aside the far side of the window is the barrier itself: 2600 - 100 - 1300 - 200 = 1000 over 200 m.
    assert found.score[0, 2] == found.score[0, 4] == 5
    assert np.isnan(found.score[0, [0, 6]]).all()
    # At the edge of the source nothing is saved: 2600 - 0 - 2400 - 200.
    assert np.isnan(found.score[0, [1, 5]]).all()
    assert found.percent[0, 3] == pytest.approx(100 * 10 / 2600)
    # The window of 200 m costs twice as much and saves the same: 2600 - 100 - 100 - 400 = 2000 over 400 m.
    wide = barrier_improvement(resistance, sources, [(1, 2)], grid, [100.0, 200.0])
    assert wide.score[0, 3] == 10 and wide.radius[0, 3] == 0
    assert barrier_improvement(resistance, sources, [(1, 2)], grid, [200.0]).score[0, 3] == 5
    # Cells in the window of the middle get its score, but only the barrier has so much resistance to lose.
    assert found.circles[0, 1:6].tolist()[1:4] == [10, 10, 10]
    assert found.trimmed[0, 3] == 10 and np.isnan(found.trimmed[0, [2, 4]]).all()


def test_restored_land_of_some_resistance():
    resistance, sources, grid = strip([1, 1, 21, 1, 1], 100.0)
    found = barrier_improvement(resistance, sources, [(1, 2)], grid, [100.0], restored=3.0)
    # 2600 - 200 - 200 - 200 x 3 = 1600 over 200 m.
    assert found.score[0, 3] == 8


def cost_from(resistance, seeds, grid):
    """Cheapest ways by relaxing all steps until nothing changes."""
    cost = np.where(seeds & np.isfinite(resistance), 0.0, np.inf)
    steps = [(a, b) for a in (-1, 0, 1) for b in (-1, 0, 1) if (a, b) != (0, 0)]
    wide, rows, columns = np.pad(np.nan_to_num(resistance, nan=np.inf), 1, constant_values=np.inf), *resistance.shape
    while True:
        before = cost.copy()
        for down, right in steps:
            there = slice(1 + down, 1 + down + rows), slice(1 + right, 1 + right + columns)
            step = 0.5 * (wide[1:-1, 1:-1] + wide[there]) * np.hypot(down * grid.cell_height, right * grid.cell_width)
            cost = np.minimum(cost, np.pad(before, 1, constant_values=np.inf)[there] + step)
        if np.array_equal(before, cost):
            return cost


def slow_scores(resistance, sources, links, grid, radii, restored, corridors, through_nodata):
    """Scores (links, radii, rows, columns) cell by cell."""
    costs = {number: cost_from(resistance, sources == number, grid) for number in np.unique(sources[sources > 0])}
    rows, columns = np.indices(resistance.shape)
    scores = np.zeros((len(links), len(radii), *resistance.shape))
    for link, (first, second) in enumerate(links):
        distance = costs[first][(sources == second) & np.isfinite(resistance)].min()
        for position, radius in enumerate(radii):
            for row, column in np.ndindex(resistance.shape):
                blocked = sources[row, column] > 0 or (np.isnan(resistance[row, column]) and not through_nodata)
                outside = corridors is not None and row * grid.columns + column not in corridors[link]
                if blocked or outside:
                    continue
                disk = np.hypot((rows - row) * grid.cell_height, (columns - column) * grid.cell_width) <= radius + 1e-9
                least = costs[first][disk].min() + costs[second][disk].min() + 2 * radius * restored
                if least < distance:
                    scores[link, position, row, column] = (distance - least) / (2 * radius)
    return scores


def landscape(seed, shape=(13, 17)):
    random = np.random.default_rng(seed)
    resistance = random.choice([1.0, 3.0, 20.0, 80.0], shape) * random.uniform(0.5, 1.5, shape)
    resistance[random.random(shape) < 0.06] = np.nan
    sources = np.zeros(shape, int)
    sources[:3, :3], sources[-3:, -4:], sources[-2:, :3] = 1, 2, 3
    resistance[sources > 0] = 1
    return resistance, sources


@pytest.mark.parametrize('seed', range(6))
def test_agrees_with_trying_every_window(seed):
    resistance, sources = landscape(seed)
    grid = grid_of(resistance, 10.0, 10.0 if seed % 2 else 15.0)
    links, radii = [(1, 2), (3, 1), (2, 3)], np.array([15.0, 24.0, 40.0])
    inside = [np.flatnonzero(np.random.default_rng(seed).random(resistance.size) < 0.6)] * 3 if seed > 2 else None
    through = bool(seed % 3)
    slow = slow_scores(resistance, sources, links, grid, radii, 1.5, inside, through)
    found = barrier_improvement(resistance, sources, links, grid, radii, 1.5, inside, through)
    best = slow.max(axis=(0, 1))
    np.testing.assert_allclose(np.nan_to_num(found.score), best, rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(np.nan_to_num(found.total), slow.sum(axis=0).max(axis=0), rtol=1e-9, atol=1e-9)
    distances = np.array([scores.distance for scores in found.links])
    np.testing.assert_allclose(np.nan_to_num(found.percent),
                               (100 * slow / distances[:, None, None, None]).max(axis=(0, 1)), rtol=1e-9, atol=1e-9)
    rows, columns = np.nonzero(best)
    chosen = slow[found.link[rows, columns], found.radius[rows, columns], rows, columns]
    np.testing.assert_allclose(chosen, best[rows, columns], rtol=1e-9)
    assert (found.link[best == 0] == -1).all()
    circles = slow_circles(slow.max(axis=0), radii, grid)
    allowed = (sources == 0) & (np.isfinite(resistance) | through)
    np.testing.assert_allclose(np.nan_to_num(found.circles), np.where(allowed, circles, 0), rtol=1e-9, atol=1e-9)
    excess = np.where(np.isnan(resistance), np.inf, resistance - 1.5)
    np.testing.assert_allclose(np.nan_to_num(found.trimmed),
                               np.where(allowed, np.maximum(np.minimum(circles, excess), 0), 0), rtol=1e-9, atol=1e-9)
    check_patches(found, slow, grid, resistance, sources, links)


def slow_circles(scores, radii, grid):
    """The largest score of any window that holds a cell."""
    rows, columns = np.indices(scores.shape[1:])
    found = np.zeros(scores.shape[1:])
    for values, radius in zip(scores, radii):
        for row, column in zip(*np.nonzero(values)):
            disk = np.hypot((rows - row) * grid.cell_height, (columns - column) * grid.cell_width) <= radius + 1e-9
            found[disk] = np.maximum(found[disk], values[row, column])
    return found


def slow_strips(slow, limit, found, grid, resistance, sources, links):
    """(link, radius, score, cells of the strip) of every window from the limit on."""
    costs = {number: cost_from(resistance, sources == number, grid) for number in np.unique(sources[sources > 0])}
    rows, columns = np.indices(grid.shape)
    for link, radius, row, column in np.argwhere(slow >= limit):
        away = np.hypot((rows - row) * grid.cell_height, (columns - column) * grid.cell_width)
        disk = np.argwhere(away <= found.radii[radius] + 1e-9)
        start, end = (min(disk.tolist(), key=lambda cell: (
            round(cost[tuple(cell)], 9), round(away[tuple(cell)], 9), cell))
                      for cost in (costs[number] for number in links[link]))
        steps = max(abs(end[0] - start[0]), abs(end[1] - start[1]))
        line = {tuple(int(np.floor(a + (b - a) * step / max(steps, 1) + 0.5)) for a, b in zip(start, end))
                for step in range(steps + 1)}
        yield link, radius, slow[link, radius, row, column], line


def check_patches(found, slow, grid, resistance, sources, links):
    """Every number of every patch, from all strips of all windows."""
    from scipy import ndimage
    patches = barrier_patches(found, resistance, grid, quantile=0.8)
    assert len(patches) and (np.diff(patches.gain_total) <= 1e-9).all()
    known = slow.max(axis=(0, 1))
    assert patches.threshold == pytest.approx(np.quantile(known[known > 0], 0.8))
    strips = list(slow_strips(slow, patches.threshold * (1 - 1e-12), found, grid, resistance, sources, links))
    high = np.zeros(grid.shape, bool)
    for _, _, _, line in strips:
        for cell in line:
            excess = np.inf if np.isnan(resistance[cell]) else resistance[cell] - found.restored
            high[cell] |= bool(found.allowed[cell] and excess >= patches.threshold)
    np.testing.assert_array_equal(patches.labels > 0, high)
    assert len(patches) == ndimage.label(high, np.ones((3, 3)))[1]
    for number in range(len(patches)):
        members = set(map(tuple, np.argwhere(patches.labels == number + 1).tolist()))
        assert len(members) == patches.cells[number]
        best = np.zeros((len(links), 2))
        for link, radius, score, line in strips:
            if line & members and score > best[link, 0] * (1 + 1e-12):
                best[link] = score, score * 2 * found.radii[radius]
        scores, gains = best.T
        assert patches.score[number] == pytest.approx(scores.max())
        assert patches.gain[number] == pytest.approx(gains[scores.argmax()])
        assert patches.gain_total[number] == pytest.approx(gains.sum())
        assert patches.links[number] == tuple(np.flatnonzero(scores > 0))
        assert patches.gain_percent[number] == pytest.approx(
            100 * gains[scores.argmax()] / found.links[scores.argmax()].distance)


@pytest.mark.parametrize('cells', [1, 2, 5, 9])
def test_focal_minima_against_a_footprint(cells):
    from scipy import ndimage
    random = np.random.default_rng(cells)
    values = random.random((40, 30))
    values[random.random(values.shape) < 0.3] = np.inf
    reaches = [circular_window(2.0 * radius, 1.0, 1.0) for radius in (1, cells)]
    half, wide = len(reaches[-1]) // 2, int(reaches[-1].max())
    for reach, found in zip(reaches, focal_minima(np.pad(values, ((half,) * 2, (wide,) * 2),
                                                         constant_values=np.inf), reaches)):
        footprint = np.abs(np.arange(-reach.max(), reach.max() + 1)) <= reach[:, None]
        np.testing.assert_array_equal(found, ndimage.minimum_filter(values, footprint=footprint, mode='constant',
                                                                    cval=np.inf))


def test_patches_of_a_wall():
    """A wall of resistance 50 across open land: one barrier, worth what the straight way through saves."""
    resistance = np.ones((9, 21))
    resistance[:, 10] = 51
    sources = np.zeros(resistance.shape, int)
    sources[:, 0], sources[:, -1] = 1, 2
    grid = grid_of(resistance, 100.0, 100.0)
    found = barrier_improvement(resistance, sources, [(1, 2)], grid, [100.0])
    assert found.links[0].distance == 1800 + 5200
    patches = barrier_patches(found, resistance, grid, quantile=0.5)
    assert len(patches) == 1 and (np.flatnonzero((patches.labels == 1).any(axis=0)) == [10]).all()
    # 7000 - 900 - 900 - 200 = 5000 over 200 m.
    assert patches.score[0] == 25 and patches.gain[0] == 5000 and patches.radius[0] == 100
    assert patches.area_ha[0] == 9 and patches.gain_per_ha[0] == pytest.approx(5000 / 9)
    assert patches.gain_percent[0] == pytest.approx(100 * 5000 / 7000) and patches.links[0] == (0,)


def test_ranking_and_thresholds():
    resistance, sources = landscape(3)
    grid = grid_of(resistance, 10.0, 10.0)
    found = barrier_improvement(resistance, sources, [(1, 2), (1, 3)], grid, [10.0, 20.0])
    for ranking, key in (('gain', 'gain_total'), ('score', 'score'), ('gain_per_ha', 'gain_per_ha')):
        assert (np.diff(getattr(barrier_patches(found, resistance, grid, rank_by=ranking), key)) <= 1e-9).all()
    values = found.score[np.isfinite(found.score)]
    high = barrier_patches(found, resistance, grid, 'mean_sd', deviations=1.0)
    assert high.threshold == pytest.approx(values.mean() + values.std())
    assert barrier_patches(found, resistance, grid, minimum_cells=1000).cells.tolist() == []
    assert barrier_patches(found, resistance, grid, 'mean_sd', deviations=99.0).cells.tolist() == []
    assert barrier_patches(found, resistance, grid, 'natural_breaks', classes=4).threshold in values


@pytest.mark.parametrize('seed', range(4))
def test_restoring_a_strip_saves_what_its_score_says(seed):
    """The least-cost distance computed anew, with the strip of the best window restored."""
    resistance, sources = landscape(seed, (14, 20))
    resistance = np.where(np.isnan(resistance), 90.0, resistance)
    grid = grid_of(resistance, 10.0, 10.0)
    found = barrier_improvement(resistance, sources, [(1, 2)], grid, [20.0, 30.0], restored=0.5)
    before = found.links[0].distance
    slow = found.links[0].scores.max()
    scores = np.zeros((1, 2, *grid.shape))
    for radius in (0, 1):
        scores[0, radius].ravel()[found.links[0].cells] = found.links[0].scores[radius]
    for _, radius, score, line in slow_strips(scores, slow * (1 - 1e-12), found, grid, resistance, sources, [(1, 2)]):
        better = resistance.copy()
        better[tuple(np.array(list(line)).T)] = 0.5
        after = cost_from(better, sources == 1, grid)[sources == 2].min()
        # A strip of cells zigzags a little longer than the straight line.
        assert before - after >= 0.9 * score * 2 * found.radii[radius]


def test_open_land_has_no_barrier():
    resistance, sources, grid = strip([1] * 9)
    found = barrier_improvement(resistance, sources, [(1, 2)], grid, [1.0, 2.0])
    assert np.isnan(found.score).all() and np.isnan(found.circles).all()
    assert len(barrier_patches(found, resistance, grid)) == 0


def test_links_that_nothing_joins_are_left_out():
    resistance = np.ones((3, 11))
    resistance[:, 4] = 9
    resistance[:, 7] = np.nan
    sources = np.zeros(resistance.shape, int)
    sources[:, 0], sources[:, 5], sources[:, -1] = 1, 2, 3
    found = barrier_improvement(resistance, sources, [(1, 2), (1, 3)], grid_of(resistance), [1.0])
    assert np.isfinite(found.links[0].distance) and np.isinf(found.links[1].distance)
    assert not found.links[1].cells.size and np.nanmax(found.score) > 0
    with pytest.raises(EmptyInputError, match='any of the 1 links'):
        barrier_improvement(resistance, sources, [(1, 3)], grid_of(resistance), [1.0])


def test_engines_agree():
    resistance, sources = landscape(1, (40, 50))
    grid = grid_of(resistance, 10.0, 10.0)
    here, process = (barrier_improvement(resistance, sources, [(1, 2), (2, 3)], grid, [10.0, 30.0], engine=engine)
                     for engine in (InProcessEngine(), LocalEngine(2)))
    for name in ('score', 'link', 'radius', 'total', 'circles', 'trimmed'):
        np.testing.assert_array_equal(getattr(here, name), getattr(process, name))


def test_sweep():
    assert sweep(None, None, None, (30.0, 20.0)).tolist() == [30, 60, 90]
    assert sweep(400, 1200, 400, (30.0, 30.0)).tolist() == [400, 800, 1200]
    assert sweep(400, 1000, 400, (30.0, 30.0)).tolist() == [400, 800]
    assert sweep(50, None, 100, (30.0, 30.0)).tolist() == [50, 150]
    for radii, word in (((10, 50, 10), 'less than a cell'), ((50, 40, 10), 'must not be below'),
                        ((50, 90, 0), 'above 0'), ((50, 90000, 1), 'larger step')):
        with pytest.raises(ParameterError, match=word):
            sweep(*radii, (30.0, 30.0))


def test_bad_input():
    resistance, sources, grid = strip([1, 9, 1])
    with pytest.raises(EmptyInputError, match='no links'):
        barrier_improvement(resistance, sources, [], grid, [1.0])
    with pytest.raises(ParameterError, match='larger than the raster'):
        barrier_improvement(resistance, sources, [(1, 2)], grid, [6.0])
    with pytest.raises(ValueRangeError, match='row 0, column 2'):
        barrier_improvement(np.where(resistance == 9, 0, resistance), sources, [(1, 2)], grid, [1.0])
    with pytest.raises(EmptyInputError, match='1 sources have no cell.*: b'):
        barrier_improvement(np.where(sources == 2, np.nan, resistance), sources, [(1, 2)], grid, [1.0],
                            names=['a', 'b'])
    with pytest.raises(ParameterError, match='ranking'):
        barrier_patches(barrier_improvement(resistance, sources, [(1, 2)], grid, [1.0]), resistance, grid, rank_by='x')
    with pytest.raises(CancelledError):
        barrier_improvement(resistance, sources, [(1, 2)], grid, [1.0], cancelled=lambda: True)
