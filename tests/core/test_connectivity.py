"""Connectivity: the hand example, every removal by brute force, and what makes no sense."""

import itertools

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.engine import LocalEngine
from ecorestore.ecorestore_plugin.core.errors import (
    CancelledError,
    CapacityError,
    EmptyInputError,
    GridMismatchError,
    ParameterError,
    ValueRangeError,
)
from ecorestore.ecorestore_plugin.core.graph import (
    betweenness,
    components,
    essential_links,
    graph_of_links,
    path_counts,
    shortest_distances,
)
from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.core.network.cost_distance import cost_distance, cost_graph
from ecorestore.ecorestore_plugin.core.network.cost_matrix import cost_matrix
from ecorestore.ecorestore_plugin.core.sources.bridging import joined_within
from ecorestore.ecorestore_plugin.core.sources.connectivity import change, connectivity, link_reach
from ecorestore.ecorestore_plugin.core.sources.connectivity_cost import bearable, check_cost, cost

# p = 0.5 between neighbours, 0.1 between the ends; distances for which exp(-d) is that.
CHAIN = -np.log(np.array([[1, .5, .1], [.5, 1, .5], [.1, .5, 1]]))
RATE_ONE = -np.log(.5)


def one(distances, areas, distance=RATE_ONE, **options):
    return connectivity(distances, areas, [distance], **options)[0]


def floyd(lengths):
    """Shortest ways by trying every patch as a stop."""
    found = np.array(lengths, float)
    for middle in range(len(found)):
        found = np.minimum(found, found[:, [middle]] + found[middle])
    return found


def numerators(distances, areas, rate, threshold):
    """Sums of PC and IIC, straight from the definition."""
    steps = np.where(distances <= threshold, 1.0, np.inf)
    np.fill_diagonal(steps, 0)
    pc = iic = 0.0
    ways, fewest = floyd(distances), floyd(steps)
    for i, j in itertools.product(range(len(areas)), repeat=2):
        pc += areas[i] * areas[j] * np.exp(-rate * ways[i, j])
        iic += areas[i] * areas[j] / (1 + fewest[i, j])
    return pc, iic


def without(distances, areas, patch):
    kept = [row for row in range(len(areas)) if row != patch]
    return distances[np.ix_(kept, kept)], np.asarray(areas)[kept]


def landscape(seed, count=14, kind='plane'):
    """Distances of random patches: discs in a plane, touching discs, random links, equal lengths, or separate parts."""
    rng = np.random.default_rng(seed)
    areas = rng.pareto(1.2, count) + .1
    places, radius = rng.uniform(0, 10, (count, 2)), rng.uniform(.05, 2.0 if kind == 'touching' else .4, count)
    distances = np.hypot(*(places[:, np.newaxis] - places).transpose(2, 0, 1)) - radius - radius[:, np.newaxis]
    distances = np.maximum(distances, 0)
    if kind == 'random':
        distances = rng.uniform(.1, 9, (count, count))
        distances = np.triu(distances) + np.triu(distances).T
    if kind == 'equal':
        distances = np.where(rng.random((count, count)) < .25, 1.0, np.inf)
        distances = np.minimum(distances, distances.T)
    if kind == 'parts':
        distances[distances > 2] = np.inf
    np.fill_diagonal(distances, 0)
    return distances, areas


def test_the_hand_example():
    found = one(CHAIN, [1, 2, 3], landscape=10, threshold=.7)
    assert found.pc == pytest.approx(.235)
    assert found.eca == pytest.approx(4.8477, abs=5e-5)
    assert found.iic == pytest.approx(.24)
    assert found.by_pc.delta[1] == pytest.approx(54.894, abs=5e-4)
    assert found.by_pc.intra[1] == pytest.approx(17.021, abs=5e-4)
    assert found.by_pc.flux[1] == pytest.approx(34.043, abs=5e-4)
    assert found.by_pc.connector[1] == pytest.approx(3.830, abs=5e-4)
    # The pair of the ends, both ways: 2 x 1 x 3 x 0.25 of 23.5.
    assert found.by_pc.betweenness == pytest.approx([0, 100 * 1.5 / 23.5, 0])
    # Without patch 2 the ends are not linked: 1 + 9 of 24 are left.
    assert found.by_iic.delta[1] == pytest.approx(100 * 14 / 24)
    assert found.by_iic.connector[1] == pytest.approx(100 * 2 / 24)
    assert found.betweenness.tolist() == [0, 1, 0]
    assert found.links == 2 and found.degree.tolist() == [1, 2, 1] and found.components.tolist() == [1, 1, 1]
    assert found.by_pc.ranks().tolist() == [3, 2, 1]


@pytest.mark.parametrize('kind', ['plane', 'touching', 'random', 'equal', 'parts'])
@pytest.mark.parametrize('seed', range(12))
def test_every_removal_by_brute_force(kind, seed):
    distances, areas = landscape(seed, kind=kind)
    threshold = 1.5
    found = one(distances, areas, distance=2.0, probability=.3, threshold=threshold)
    rate = -np.log(.3) / 2
    pc, iic = numerators(distances, areas, rate, threshold)
    assert found.eca == pytest.approx(np.sqrt(pc)) and found.eca_iic == pytest.approx(np.sqrt(iic))
    for patch in range(len(areas)):
        less_pc, less_iic = numerators(*without(distances, areas, patch), rate, threshold)
        assert found.by_pc.delta[patch] == pytest.approx(100 * (pc - less_pc) / pc, rel=1e-9, abs=1e-9)
        assert found.by_iic.delta[patch] == pytest.approx(100 * (iic - less_iic) / iic, rel=1e-9, abs=1e-9)
        assert found.by_pc.connector[patch] >= 0 and found.by_iic.connector[patch] >= 0
        # Who stands between two others carries at least what its loss costs.
        assert found.by_pc.betweenness[patch] >= found.by_pc.connector[patch] - 1e-9


@pytest.mark.parametrize('seed', range(8))
def test_betweenness_of_probability_by_brute_force(seed):
    distances, areas = landscape(seed, kind='random')
    found = one(distances, areas, distance=2.0)
    ways, rate = floyd(distances), -np.log(.5) / 2
    for patch in range(len(areas)):
        expected = 0.0
        for i, j in itertools.permutations([row for row in range(len(areas)) if row != patch], 2):
            if ways[i, patch] + ways[patch, j] <= ways[i, j] * (1 + 1e-12):
                expected += areas[i] * areas[j] * np.exp(-rate * ways[i, j])
        assert found.by_pc.betweenness[patch] == pytest.approx(100 * expected / found.eca ** 2)


@pytest.mark.parametrize('kind', ['plane', 'touching', 'random'])
@pytest.mark.parametrize('witnesses', [2, 48])
def test_essential_links_are_enough(kind, witnesses):
    for seed in range(20):
        distances, _ = landscape(seed, 16, kind)
        kept = essential_links(distances, witnesses)
        graph = graph_of_links(kept, distances)
        assert shortest_distances(graph) == pytest.approx(floyd(distances))
        for patch in range(0, 16, 3):
            cut = np.array(distances)
            cut[patch] = cut[:, patch] = np.inf
            cut[patch, patch] = 0
            assert shortest_distances(graph, without=patch) == pytest.approx(floyd(cut))


def test_essential_links_are_few():
    distances, _ = landscape(3, 200)
    assert essential_links(distances).sum() < .3 * 200 ** 2


def simple_paths(linked, start, end):
    """All shortest ways, by listing every way."""
    found, best = [], None
    waiting = [[start]]
    while waiting:
        path = waiting.pop(0)
        if best is not None and len(path) > best:
            break
        if path[-1] == end:
            found.append(path)
            best = len(path)
            continue
        waiting += [[*path, other] for other in np.flatnonzero(linked[path[-1]]).tolist() if other not in path]
    return found


@pytest.mark.parametrize('seed', range(10))
def test_counts_and_betweenness_by_listing_ways(seed):
    rng = np.random.default_rng(seed)
    linked = np.triu(rng.random((8, 8)) < .35, 1)
    linked = linked | linked.T
    graph = graph_of_links(linked, 1.0)
    steps = shortest_distances(graph)
    counts = path_counts(graph, steps)
    expected = np.zeros(8)
    for start, end in itertools.combinations(range(8), 2):
        ways = simple_paths(linked, start, end)
        assert counts[start, end] == len(ways)
        for way in ways:
            expected[way[1:-1]] += 1 / len(ways)
    assert betweenness(graph, steps, counts) == pytest.approx(expected)


def test_components_count_links_of_length_zero():
    distances = np.full((5, 5), np.inf)
    np.fill_diagonal(distances, 0)
    for first, second, length in ((1, 3, 0.0), (3, 4, 2.0)):
        distances[first, second] = distances[second, first] = length
    assert components(graph_of_links(np.isfinite(distances), distances)).tolist() == [2, 1, 3, 1, 1]


def test_several_distances_in_one_run():
    distances, areas = landscape(1)
    several = connectivity(distances, areas, [1.0, 3.0], threshold=None)
    for distance, found in zip([1.0, 3.0], several):
        alone = one(distances, areas, distance=distance)
        assert found.pc == alone.pc and found.iic == alone.iic and found.threshold == distance
        assert found.by_pc.delta.tolist() == alone.by_pc.delta.tolist()
        assert found.by_iic.delta.tolist() == alone.by_iic.delta.tolist()
    assert several[1].pc > several[0].pc


def test_workers_give_the_same():
    distances, areas = landscape(5, 80)
    here = one(distances, areas, distance=1.0)
    there = one(distances, areas, distance=1.0, engine=LocalEngine(2))
    assert there.by_pc.delta.tolist() == here.by_pc.delta.tolist()
    assert there.by_iic.connector.tolist() == here.by_iic.connector.tolist()


def test_without_removals():
    found = one(CHAIN, [1, 2, 3], landscape=10, removals=False)
    assert found.pc == pytest.approx(.235)
    assert found.by_pc is None and found.by_iic is None and found.betweenness is None


def test_one_patch_and_patches_worth_nothing():
    alone = one(np.zeros((1, 1)), [4], landscape=8)
    assert alone.pc == .25 and alone.eca == 4
    assert alone.by_pc.intra == pytest.approx([100]) and alone.by_pc.flux == pytest.approx([0])
    # A patch worth nothing still is a stepping stone.
    stone = one(CHAIN, [1, 0, 3], landscape=10)
    assert stone.by_pc.delta[1] == stone.by_pc.connector[1] == pytest.approx(100 * 2 * 3 * .15 / (10 + 1.5))


def test_change_between_dates():
    before, after = one(CHAIN, [1, 2, 3]), one(CHAIN[:2, :2], [1, 2])
    found = change(before, after)
    assert found.area == pytest.approx(-50)
    assert found.eca == pytest.approx(100 * (np.sqrt(1 + 4 + 2 * .5 * 2) / np.sqrt(23.5) - 1))
    assert found.ratio == pytest.approx(found.eca / -50)
    assert np.isnan(change(before, before).ratio)


def test_reach_is_beyond_what_counts():
    reach = link_reach([100, 2000], .5, 300)
    assert .5 ** (reach / 2000) == pytest.approx(1e-15)
    assert link_reach([1], .5, 1e6) == 1e6


@pytest.mark.parametrize('distances, areas, options, error, words', [
    (CHAIN, [1, -2, 3], {}, ValueRangeError, 'areas: 1 values'),
    (CHAIN, [1, np.nan, 3], {}, ParameterError, 'needs an area'),
    (CHAIN, [0, 0, 0], {}, EmptyInputError, 'All 3 patches'),
    (CHAIN, [1, 2], {}, GridMismatchError, '2 patches'),
    (-CHAIN, [1, 2, 3], {}, ValueRangeError, 'distances'),
    (CHAIN + np.triu(CHAIN), [1, 2, 3], {}, ParameterError, 'forth and back'),
    (CHAIN, [1, 2, 3], {'landscape': 5}, ParameterError, 'smaller than its patches'),
    (CHAIN, [1, 2, 3], {'distance': 0}, ParameterError, 'above 0'),
    (CHAIN, [1, 2, 3], {'probability': 1}, ParameterError, 'between 0 and 1'),
    (CHAIN, [1, 2, 3], {'threshold': -1}, ParameterError, 'threshold'),
])
def test_bad(distances, areas, options, error, words):
    with pytest.raises(error, match=words):
        one(distances, areas, **options)


def test_cancel():
    with pytest.raises(CancelledError):
        one(CHAIN, [1, 2, 3], cancelled=lambda: True)


def test_thirty_thousand_patches_are_refused_with_a_minimum_area():
    areas = np.random.default_rng(0).pareto(1.1, 30000) + 1
    with pytest.raises(CapacityError, match='30000 patches need about .* Set the minimum area to') as caught:
        check_cost(areas, available=8e9)
    minimum = float(caught.value.values['minimum'])
    kept = int((areas >= minimum).sum())
    assert kept == int(caught.value.values['kept'])
    assert 500 < kept < 3000 and cost(kept).seconds <= 300
    said = []
    assert check_cost(areas, available=1e12, progress=lambda part, text, **values: said.append(text)).patches == 30000
    assert 'With a minimum area' in said[0]


def test_bearable_keeps_equal_patches_together():
    minimum, work = bearable(np.ones(9000))
    assert minimum == 1 and work.patches == 9000
    assert bearable([5.0])[1].patches == 1


def test_least_cost_matrix_against_single_searches():
    rng = np.random.default_rng(2)
    resistance = rng.uniform(1, 20, (12, 15))
    resistance[:, 7] = np.nan
    sources = np.zeros((12, 15), int)
    sources[1, 1], sources[8, 3], sources[9:11, 5], sources[4, 12] = 1, 2, 3, 4
    grid = Grid((12, 15), (0, 10.0, 0, 0, 0, -20.0))
    found = cost_matrix(resistance, sources, grid)
    graph = cost_graph(resistance, grid)
    labels = graph.on_nodes(sources)
    for first, second in itertools.permutations(range(4), 2):
        costs = cost_distance(graph, np.flatnonzero(labels == first + 1))
        assert found[first, second] == pytest.approx(costs[labels == second + 1].min())
    assert np.isinf(found[3, :3]).all() and (found == found.T).all() and (np.diag(found) == 0).all()
    middle = np.median(found[:3, :3][found[:3, :3] > 0])
    short = cost_matrix(resistance, sources, grid, maximum=middle)
    assert (short[found <= middle] == found[found <= middle]).all() and np.isinf(short[found > middle]).all()


def joined_by_hand(labels, width, height, distance):
    """Single linkage over the gaps between all cells of all patches."""
    count = int(labels.max())
    cells = [np.argwhere(labels == number + 1) for number in range(count)]
    part = list(range(count))

    def root(number):
        return number if part[number] == number else root(part[number])

    for first, second in itertools.combinations(range(count), 2):
        apart = np.maximum(np.abs(cells[first][:, np.newaxis] - cells[second]) - 1, 0) * [height, width]
        if np.hypot(apart[..., 0], apart[..., 1]).min() <= distance * (1 + 1e-9):
            part[root(second)] = root(first)
    return np.array([-1] + [root(number) for number in range(count)])[labels]


@pytest.mark.parametrize('seed', range(60))
def test_bridging_against_all_pairs(seed):
    from scipy import ndimage
    rng = np.random.default_rng(seed)
    mask = rng.random(tuple(rng.integers(4, 22, 2))) < rng.choice([.03, .08, .3])
    labels = ndimage.label(mask, np.ones((3, 3)) if seed % 2 else None)[0]
    width, height = rng.choice([10.0, 30.0]), rng.choice([10.0, 17.0])
    distance = float(rng.integers(1, 8)) * 10
    found, expected = joined_within(labels, width, height, distance), joined_by_hand(labels, width, height, distance)
    assert len(set(zip(found.ravel().tolist(), expected.ravel().tolist()))) == len(np.unique(found)) == len(
        np.unique(expected))
