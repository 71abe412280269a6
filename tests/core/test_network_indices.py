"""Network indices: known networks, and every centrality from its definition on small random ones."""

import itertools

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import (
    CancelledError,
    CapacityError,
    EmptyInputError,
    GridMismatchError,
    ParameterError,
    ValueRangeError,
)
from ecorestore.ecorestore_plugin.core.network import indices
from ecorestore.ecorestore_plugin.core.network.indices import (
    cheapest_of_parallel,
    current_flow_centrality,
    minimum_spanning_tree,
    network_indices,
)

SQUARE = [(0, 1), (1, 2), (2, 3), (3, 0)]


def on(count, pairs, costs=None, lengths=None):
    costs = np.ones(len(pairs)) if costs is None else costs
    return network_indices(count, pairs, costs, np.full(len(pairs), 500.0) if lengths is None else lengths)


def test_structure_of_a_square():
    found = on(4, SQUARE)
    assert (found.patches, found.links, found.components) == (4, 4, 1)
    assert found.alpha == pytest.approx(1 / 3) and found.beta == 1 and found.gamma == pytest.approx(4 / 6)
    assert found.cost_ratio == pytest.approx(1 - 4 / 2)
    assert found.degree.tolist() == [2, 2, 2, 2] and found.in_tree.sum() == 3
    # The two equal ways to the opposite corner share its pair.
    assert found.betweenness == pytest.approx([0.5] * 4)
    assert found.mean_cost == pytest.approx([4 / 3] * 4) and found.closeness == pytest.approx([3 / 4] * 4)


def test_a_chain():
    found = on(4, [(0, 1), (1, 2), (2, 3)], [1.0, 2.0, 3.0], [1000.0, 3000.0, 4000.0])
    assert found.alpha == 0 and found.beta == 0.75 and found.cost_ratio == pytest.approx(1 - 3 / 8)
    assert found.betweenness.tolist() == [0, 2, 2, 0]
    assert found.link_betweenness.tolist() == [3, 4, 3] and found.in_tree.all()
    # On a tree every current takes the only way.
    assert found.link_current_flow == pytest.approx([3, 4, 3])
    assert found.current_flow == pytest.approx([3, 5, 5, 3])


def test_separate_parts_and_a_patch_alone():
    found = on(6, [(0, 1), (1, 2), (2, 0), (3, 4)], [1.0, 1.0, 4.0, 7.0])
    assert found.components == 3 and found.component.tolist() == [1, 1, 1, 2, 2, 3]
    # One circuit: 4 links - 6 patches + 3 parts.
    assert found.alpha == pytest.approx(1 / 7) and found.gamma == pytest.approx(4 / 12)
    assert np.isnan(found.mean_cost[5]) and found.closeness[5] == 0 and found.current_flow[5] == 0
    assert found.closeness[3] == pytest.approx(1 / 7 / 5)
    # Of the pair (0, 2) a third takes the dear link: 2 and 4 side by side.
    assert found.link_betweenness.tolist() == [2, 2, 0, 1]
    assert found.link_current_flow[3] == pytest.approx(1) and found.in_tree.tolist() == [True, True, False, True]


def test_two_patches():
    found = on(2, [(0, 1)])
    assert np.isnan(found.alpha) and np.isnan(found.gamma) and found.beta == 0.5


def random_network(seed, count=8, links=12, whole=False):
    rng = np.random.default_rng(seed)
    every = np.array(list(itertools.combinations(range(count), 2)))
    pairs = every[rng.choice(len(every), links, replace=False)]
    costs = rng.integers(1, 4, links).astype(float) if whole else rng.uniform(0.1, 50, links)
    return pairs, costs


def all_paths(count, pairs, costs, start, end):
    """Every simple path as (cost, patches, links), by walking."""
    found, stack = [], [(start, (start,), (), 0.0)]
    while stack:
        here, patches, used, cost = stack.pop()
        if here == end:
            found.append((cost, patches, used))
            continue
        for link, (first, second) in enumerate(pairs.tolist()):
            if here in (first, second):
                there = first + second - here
                if there not in patches:
                    stack.append((there, (*patches, there), (*used, link), cost + costs[link]))
    return found


@pytest.mark.parametrize('whole', [False, True])
@pytest.mark.parametrize('seed', range(4))
def test_betweenness_from_every_path(seed, whole, monkeypatch):
    monkeypatch.setattr(indices, 'BATCH', 60)
    pairs, costs = random_network(seed, whole=whole)
    found = on(8, pairs, costs)
    through, along = np.zeros(8), np.zeros(len(pairs))
    for start, end in itertools.combinations(range(8), 2):
        paths = all_paths(8, pairs, costs, start, end)
        if paths:
            best = min(path[0] for path in paths)
            best = [path for path in paths if path[0] <= best * (1 + 1e-12)]
            for _, patches, used in best:
                through[list(patches[1:-1])] += 1 / len(best)
                along[list(used)] += 1 / len(best)
    assert found.betweenness == pytest.approx(through)
    assert found.link_betweenness == pytest.approx(along)


@pytest.mark.parametrize('seed', range(5))
def test_currents_pair_by_pair(seed):
    pairs, costs = random_network(seed, links=9)
    found = on(8, pairs, costs)
    laplacian = np.zeros((8, 8))
    for (first, second), cost in zip(pairs, costs):
        laplacian[[first, second], [first, second]] += 1 / cost
        laplacian[[first, second], [second, first]] -= 1 / cost
    inverse = np.linalg.pinv(laplacian)
    patches, links = np.zeros(8), np.zeros(len(pairs))
    for start, end in itertools.combinations(range(8), 2):
        if found.component[start] == found.component[end]:
            volts = inverse[:, start] - inverse[:, end]
            current = np.abs(volts[pairs[:, 0]] - volts[pairs[:, 1]]) / costs
            links += current
            injected = np.zeros(8)
            injected[[start, end]] = 1
            patches += (np.bincount(pairs.ravel(), np.repeat(current, 2), 8) + injected) / 2
    assert found.link_current_flow == pytest.approx(links)
    assert found.current_flow == pytest.approx(patches)


@pytest.mark.parametrize('seed', range(5))
def test_the_spanning_tree_is_the_cheapest(seed):
    pairs, costs = random_network(seed, 6, 9)
    taken = minimum_spanning_tree(6, pairs, costs)
    component = on(6, pairs, costs).component

    def joins(links):
        part = on(6, pairs[list(links)], costs[list(links)]).component
        return all((part[i] == part[j]) == (component[i] == component[j])
                   for i, j in itertools.combinations(range(6), 2))

    assert joins(np.flatnonzero(taken))
    best = min(costs[list(links)].sum() for links in itertools.combinations(range(9), int(taken.sum())) if joins(links))
    assert costs[taken].sum() == pytest.approx(best)


def test_links_side_by_side():
    pairs, costs = np.array([(0, 1), (1, 0), (1, 2)]), np.array([6.0, 3.0, 5.0])
    found = on(3, pairs, costs)
    assert found.links == 2 and found.degree.tolist() == [1, 2, 1]
    assert cheapest_of_parallel(pairs, costs).tolist() == [1, 2]
    assert found.in_tree.tolist() == [False, True, True] and found.link_betweenness.tolist() == [0, 2, 2]
    # The current of two pairs divides 1 to 2 over 6 and 3.
    assert found.link_current_flow == pytest.approx([2 / 3, 4 / 3, 2])


def test_costs_over_many_orders_of_magnitude():
    nodes, links = current_flow_centrality(np.ones(3, int), np.array([(0, 1), (1, 2), (2, 0)]),
                                           np.array([1.0, 1e9, 1e9]))
    # 1 A over the cheap link for its own pair, half of each other pair over each link.
    assert links == pytest.approx([2, 1, 1], rel=1e-5) and nodes == pytest.approx([2.5, 2.5, 2], rel=1e-5)


@pytest.mark.parametrize(('arguments', 'error', 'text'), [
    ((3, [], [], []), EmptyInputError, 'no link'),
    ((3, [(0, 1)], [0.0], [1.0]), ValueRangeError, 'Cost of the links'),
    ((3, [(0, 1)], [np.nan], [1.0]), ValueRangeError, 'missing'),
    ((3, [(0, 1)], [1.0], [-1.0]), ValueRangeError, 'Length of the links'),
    ((3, [(0, 1)], [1.0, 2.0], [1.0]), GridMismatchError, 'one cost'),
    ((3, [(0, 3)], [1.0], [1.0]), ParameterError, 'does not exist'),
    ((3, [(0, 0)], [1.0], [1.0]), ParameterError, '1 links begin and end in the same'),
])
def test_bad_input(arguments, error, text):
    with pytest.raises(error, match=text):
        network_indices(*arguments)


def test_cancel_and_size(monkeypatch):
    with pytest.raises(CancelledError):
        network_indices(4, SQUARE, np.ones(4), np.ones(4), cancelled=lambda: True)
    with pytest.raises(CapacityError, match='1000000 x 1000000'):
        network_indices(10**6, SQUARE, np.ones(4), np.ones(4))
