"""Current within corridors and the pinch points in it."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.circuit.graph import (
    build_graph,
    cells_by_id,
    conductance_from_resistance,
    laplacian,
)
from ecorestore.ecorestore_plugin.core.circuit.pairwise import pair_current
from ecorestore.ecorestore_plugin.core.circuit.pinch import CorridorCurrent, joint_current, pinch_patches
from ecorestore.ecorestore_plugin.core.circuit.pinch import corridor_current as current_of
from ecorestore.ecorestore_plugin.core.engine import InProcessEngine, LocalEngine
from ecorestore.ecorestore_plugin.core.errors import EmptyInputError, ParameterError, ValueRangeError


def corridor_current(resistance, *others, **options):
    return current_of(conductance_from_resistance(resistance), *others, **options)


def strait():
    """Two sources, and between them a wall with a gap of five rows."""
    resistance = np.ones((21, 61))
    resistance[:8, 30:32] = np.nan
    resistance[13:, 30:32] = np.nan
    sources = np.zeros(resistance.shape, int)
    sources[5:16, :4] = 1
    sources[5:16, -4:] = 2
    return resistance, cells_by_id(sources)


def everywhere(resistance):
    return np.arange(resistance.size)


def test_uniform_corridor_by_hand():
    # Five rows between two full columns: 0.2 A per cell, six steps of resistance 1 in five parallel rows.
    focal = {1: np.arange(0, 35, 7), 2: np.arange(6, 35, 7)}
    flow = corridor_current(np.ones((5, 7)), focal, [(1, 2)], [np.arange(35)], (10.0, 10.0), neighbours=4)
    assert flow.resistance.tolist() == pytest.approx([6 / 5])
    np.testing.assert_allclose(flow.current[:, 1:-1], 0.2)
    assert np.isnan(flow.current[:, [0, -1]]).all() and (flow.link[:, 0] == -1).all()
    assert flow.width[2, 3] == pytest.approx(2 * 30 - 10)
    assert flow.width[0, 3] == pytest.approx(10)


def test_corridor_confines_the_current():
    resistance, focal = strait()
    corridor = np.zeros(resistance.shape, bool)
    corridor[8:13] = True
    flow = corridor_current(resistance, focal, [(1, 2)], [np.flatnonzero(corridor)])
    assert np.isnan(flow.current[:8]).all() and np.isnan(flow.current[13:]).all()
    assert np.nansum(flow.current[:, 20]) == pytest.approx(1, abs=0.1)
    alone = np.where(corridor | (np.arange(61) < 4) & (np.abs(np.arange(21)[:, None] - 10) < 6)
                     | (np.arange(61) > 56) & (np.abs(np.arange(21)[:, None] - 10) < 6), 1.0, 0.0)
    alone[np.isnan(resistance)] = 0
    pair = pair_current(alone, focal[1], focal[2])
    assert flow.resistance[0] == pytest.approx(pair.resistance)
    inside = np.isfinite(flow.current)
    np.testing.assert_allclose(flow.current[inside], pair.current[inside], atol=1e-12)


def test_mosaic_is_the_largest_over_links_and_names_it():
    resistance = np.ones((3, 9))
    focal = {'a': np.array([9]), 'b': np.array([13]), 'c': np.array([17])}
    wide, narrow = np.arange(27), np.arange(9, 18)
    flow = corridor_current(resistance, focal, [('a', 'b'), ('a', 'c')], [wide, narrow], neighbours=4)
    # The narrow corridor carries the whole ampere in its row, through b as a plain cell; the wide one spreads it.
    assert flow.current[1, 1:4].tolist() == pytest.approx([1, 1, 1])
    assert flow.link[1, 1:4].tolist() == [1, 1, 1] and flow.link[0, 2] == 0
    assert np.isnan(flow.current[1, [0, 4, 8]]).all()
    assert flow.resistance[1] == pytest.approx(8)


def test_pinch_point_is_the_strait():
    resistance, focal = strait()
    flow = corridor_current(resistance, focal, [(1, 2)], [everywhere(resistance)], (100.0, 100.0))
    found = pinch_patches(flow, 0.99, 2, (100.0, 100.0))
    assert len(found.cells) == 1 and found.link.tolist() == [0]
    rows, columns = np.nonzero(found.labels)
    assert rows.min() >= 8 and rows.max() <= 12 and columns.min() >= 28 and columns.max() <= 33
    assert found.current_max[0] == np.nanmax(flow.current)
    assert found.current_mean[0] == pytest.approx(flow.current[found.labels == 1].mean())
    assert found.area_ha[0] == found.cells[0] == (found.labels == 1).sum()
    assert found.width_m[0] == pytest.approx(500, rel=0.1)


def flow_of(current, link=None, width=None):
    current = np.asarray(current, dtype=float)
    return CorridorCurrent(current, np.zeros(current.shape, int) if link is None else np.asarray(link),
                           np.ones(current.shape) if width is None else np.asarray(width), np.ones(1))


def test_patches_by_hand():
    current = np.full((5, 7), 0.1)
    current[0, 0] = current[1, 1] = 0.8   # touch at a corner
    current[3, 3] = 0.95                  # alone
    current[4, 5:7] = 0.9
    current[2, 6] = np.nan
    link = np.zeros((5, 7), int)
    link[4, 5:7] = 3
    found = pinch_patches(flow_of(current, link, np.full((5, 7), 30.0)), 0.8, 2, (10.0, 20.0))
    assert found.threshold == pytest.approx(0.1)
    found = pinch_patches(flow_of(current, link, np.full((5, 7), 30.0)), 0.9, 2, (10.0, 20.0))
    assert found.cells.tolist() == [2, 2]
    assert found.current_max.tolist() == pytest.approx([0.9, 0.8])
    assert found.link.tolist() == [3, 0]
    assert found.area_ha.tolist() == pytest.approx([0.04, 0.04])
    assert found.width_m.tolist() == [30, 30]
    assert found.labels[0, 0] == found.labels[1, 1] == 2 and found.labels[3, 3] == 0
    assert pinch_patches(flow_of(current), 0.9, 1).current_max.tolist() == pytest.approx([0.95, 0.9, 0.8])


def test_no_patch_is_large_enough():
    found = pinch_patches(flow_of([[0.1, 0.2, 0.9]]), 0.95, 2)
    assert len(found.cells) == len(found.width_m) == len(found.link) == 0 and not found.labels.any()


def test_a_corridor_that_joins_nothing_is_left_out():
    resistance, focal = strait()
    blocked = resistance.copy()
    blocked[:, 30] = np.nan
    with pytest.raises(EmptyInputError, match='None of the 1 corridors'):
        corridor_current(blocked, focal, [(1, 2)], [everywhere(resistance)])
    focal[3] = np.array([20])
    flow = corridor_current(resistance, focal, [(1, 2), (1, 3)], [everywhere(resistance), np.array([19])])
    assert flow.resistance[0] > 0 and flow.resistance[1] == -1


def test_engines_agree():
    resistance, focal = strait()
    focal[3] = np.array([61 * 20 + 20])
    links, corridors = [(1, 2), (1, 3)], [everywhere(resistance)] * 2
    here, process = (corridor_current(resistance, focal, links, corridors, engine=engine)
                     for engine in (InProcessEngine(), LocalEngine(2)))
    np.testing.assert_array_equal(here.current, process.current)
    np.testing.assert_array_equal(here.link, process.link)


def test_bad_input():
    resistance, focal = strait()
    every = [everywhere(resistance)]
    with pytest.raises(EmptyInputError, match='no links'):
        corridor_current(resistance, focal, [], [])
    with pytest.raises(ParameterError, match='1 sources .*: 7'):
        corridor_current(resistance, focal, [(1, 7)], every)
    with pytest.raises(ValueRangeError):
        corridor_current(np.where(np.isnan(resistance), 0, resistance), focal, [(1, 2)], every)
    with pytest.raises(EmptyInputError, match='id 3'):
        corridor_current(resistance, {**focal, 3: np.array([30])}, [(1, 3)], every)
    with pytest.raises(ParameterError, match='quantile'):
        pinch_patches(flow_of([[1.0]]), 1.5)
    with pytest.raises(EmptyInputError, match='no cell outside'):
        pinch_patches(flow_of([[np.nan]]))


def random_network(seed, shape=(24, 31)):
    """Resistance, sources of several cells, links, and corridors drawn with a wide cutoff."""
    from ecorestore.ecorestore_plugin.core.grid import Grid
    from ecorestore.ecorestore_plugin.core.network.network import NetworkRules, least_cost_network
    random = np.random.default_rng(seed)
    resistance = random.choice([1.0, 4.0, 30.0], shape) * random.uniform(0.5, 1.5, shape)
    resistance[random.random(shape) < 0.05] = np.nan
    sources = np.zeros(shape, int)
    sources[:5, :5], sources[-4:, -6:], sources[-3:, :4] = 1, 2, 3
    resistance[sources > 0] = 1.0
    grid = Grid(shape, (0.0, 10.0, 0.0, 0.0, 0.0, -10.0))

    def corridors(cutoff):
        network = least_cost_network(resistance, sources, grid, NetworkRules('all', third_source='keep'), cutoff)
        return ([(link.first, link.second) for link in network.links],
                [np.ravel_multi_index(cells, shape) for cells in network.corridors])

    return resistance, cells_by_id(sources, np.isfinite(resistance)), grid, corridors


@pytest.mark.parametrize('seed', range(3))
def test_source_cells_away_from_the_corridor_change_nothing(seed):
    resistance, focal, _, corridors = random_network(seed)
    links, drawn = corridors(150.0)
    flow = corridor_current(resistance, focal, links, drawn, (10.0, 10.0))
    for (one, other), cells, found in zip(links, drawn, flow.resistance):
        alone = np.zeros(resistance.size)
        own = np.concatenate([cells, focal[one], focal[other]])
        alone[own] = conductance_from_resistance(resistance).ravel()[own]
        whole = pair_current(alone.reshape(resistance.shape), focal[one], focal[other])
        assert found == pytest.approx(whole.resistance, rel=1e-9)
        free = np.isfinite(flow.current.ravel()[cells])
        assert (flow.current.ravel()[cells][free] >= whole.current.ravel()[cells][free] - 1e-9).all()


@pytest.mark.parametrize('seed', range(3))
def test_narrowed_corridors_are_those_drawn_with_the_smaller_cutoff(seed):
    from ecorestore.ecorestore_plugin.core.network.narrow import narrowed_corridors
    resistance, focal, grid, corridors = random_network(seed)
    links, wide = corridors(300.0)
    same, narrow = corridors(60.0)
    found = narrowed_corridors(resistance, focal, links, wide, 60.0, grid)
    assert links == same
    for one, other in zip(found, narrow):
        assert sorted(one.tolist()) == sorted(other.tolist())
    assert all(len(cells) < len(before) for cells, before in zip(found, wide))


def test_a_corridor_that_joins_nothing_narrows_to_nothing():
    from ecorestore.ecorestore_plugin.core.grid import Grid
    from ecorestore.ecorestore_plugin.core.network.narrow import narrowed_corridors
    resistance, focal = strait()
    grid = Grid(resistance.shape, (0.0, 1.0, 0.0, 0.0, 0.0, -1.0))
    resistance[:, 30] = np.nan
    found, = narrowed_corridors(resistance, focal, [(1, 2)], [everywhere(resistance)], 100.0, grid)
    assert found.size == 0


@pytest.mark.parametrize('mode', ['all_pairs', 'all_to_one'])
def test_all_sources_at_once_by_pairs(mode):
    """Every pair, or every source against the others, on its own through the corridors taken together."""
    resistance, focal, _, corridors = random_network(4)
    links, drawn = corridors(80.0)
    links, drawn = links[:2], drawn[:2]
    conductance = conductance_from_resistance(resistance)
    flow = joint_current(conductance, focal, links, drawn, mode, np.array([5.0, 3.0]))
    used = np.unique(np.concatenate([*drawn, *focal.values()]))
    masked = np.zeros(resistance.size)
    masked[used] = conductance.ravel()[used]
    masked = masked.reshape(resistance.shape)
    graph = build_graph(masked, regions=list(focal.values()))
    ends = [int(graph.nodes_of(cells)[0]) for cells in focal.values()]
    matrix = laplacian(graph.count, graph.u, graph.v, graph.g).toarray()
    ids = list(focal)
    turns = ([{a: 1.0, b: -1.0} for a in range(3) for b in range(a)] if mode == 'all_pairs' else
             [{b: 1.0 if b != a else -2.0 for b in range(3)} for a in range(3)])
    total = np.zeros(graph.count)
    for turn in turns:
        inject = np.zeros(graph.count)
        inject[[ends[a] for a in turn]] = list(turn.values())
        volt = np.linalg.pinv(matrix) @ inject
        branch = np.abs(graph.g * (volt[graph.u] - volt[graph.v]))
        total += 0.5 * (np.bincount(graph.u, branch, graph.count) + np.bincount(graph.v, branch, graph.count)
                        + np.abs(inject))
    expected = graph.on_cells(total)
    inside = np.isfinite(flow.current)
    np.testing.assert_allclose(flow.current[inside], expected[inside], atol=1e-8)
    assert not inside.ravel()[np.concatenate(list(focal.values()))].any()
    assert set(np.flatnonzero(inside)) <= set(np.concatenate(drawn))
    # Where corridors overlap, the cheaper one gives its name.
    both = np.intersect1d(*drawn)
    both = both[inside.ravel()[both]]
    assert both.size and (flow.link.ravel()[both] == 1).all()
    if mode == 'all_pairs':
        inverse = np.linalg.pinv(matrix)
        for (one, other), found in zip(links, flow.resistance):
            a, b = ends[ids.index(one)], ends[ids.index(other)]
            assert found == pytest.approx(inverse[a, a] + inverse[b, b] - 2 * inverse[a, b])
    else:
        assert np.isnan(flow.resistance).all()


def test_thresholds():
    current = np.array([[1.0, 1.1, 1.2, 5.0, 5.1, 9.0]])
    assert pinch_patches(flow_of(current), threshold='natural_breaks', classes=3, minimum_cells=1).threshold == 9
    found = pinch_patches(flow_of(current), threshold='natural_breaks', classes=2, minimum_cells=1)
    assert found.threshold == 5 and found.cells.tolist() == [3]
    found = pinch_patches(flow_of(current), threshold='mean_sd', deviations=1.0, minimum_cells=1)
    assert found.threshold == pytest.approx(current.mean() + current.std())
    assert pinch_patches(flow_of(current), threshold='mean_sd', deviations=9.0).cells.tolist() == []
    assert pinch_patches(flow_of(np.ones((2, 2))), threshold='natural_breaks').cells.tolist() == [4]
    with pytest.raises(ParameterError, match='threshold'):
        pinch_patches(flow_of(current), threshold='best')
    with pytest.raises(ParameterError, match='2 classes'):
        pinch_patches(flow_of(current), threshold='natural_breaks', classes=1)
    with pytest.raises(ParameterError, match='mode'):
        resistance, focal = strait()
        joint_current(conductance_from_resistance(resistance), focal, [(1, 2)], [everywhere(resistance)], 'some')
