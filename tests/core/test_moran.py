"""Neighbours and Moran's I against dense matrices, loops and hand calculation."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import EmptyInputError, GridMismatchError, ParameterError, ValueRangeError
from ecorestore.ecorestore_plugin.core.matching.moran import (
    cluster_classes,
    false_discovery_limit,
    global_moran,
    local_moran,
)
from ecorestore.ecorestore_plugin.core.matching.neighbours import (
    connecting_distance,
    link_islands,
    nearest_neighbours,
    neighbours_of_pairs,
    neighbours_within,
)

CHAIN = neighbours_of_pairs([(0, 1), (1, 2), (2, 3)], 4)


def dense(neighbours):
    matrix = np.zeros((len(neighbours), len(neighbours)))
    matrix[neighbours.owners, neighbours.others] = neighbours.weights
    return matrix


def points(count, seed=1):
    return np.random.default_rng(seed).uniform(0, 1000, (count, 2))


def test_chain_by_hand():
    # z of 1, 2, 3, 4 are (-1.5, -.5, .5, 1.5) / sqrt 1.25; sum over the 6 ordered pairs 2 x (.75 - .25 + .75) / 1.25.
    found = global_moran([1, 2, 3, 4], CHAIN, permutations=0)
    assert found.index == pytest.approx(2 * 1.25 / 1.25 / 6) and found.expected == pytest.approx(-1 / 3)
    assert np.isnan(found.p_value)
    standard = CHAIN.row_standardised()
    assert dense(standard)[1].tolist() == [0.5, 0, 0.5, 0]
    local = local_moran([1, 2, 3, 4], standard, permutations=0)
    # First unit: z = -1.5 / s, around -.5 / s, and (n - 1) / n.
    assert local.index[0] == pytest.approx(0.75 * 1.5 * 0.5 / 1.25)
    assert local.quadrant.tolist() == [3, 3, 1, 1]
    # The local ones add up to the global one: sum I_i = (n - 1) / n x S0 x I.
    assert local.index.sum() == pytest.approx(0.75 * 4 * global_moran([1, 2, 3, 4], standard).index)


@pytest.mark.parametrize('seed', range(3))
def test_against_dense_formulas(seed):
    draw = np.random.default_rng(seed)
    x, y = draw.normal(size=25), draw.normal(size=25)
    found = nearest_neighbours(points(25, seed), 4)
    matrix, n = dense(found), 25
    zx, zy = (x - x.mean()) / x.std(), (y - y.mean()) / y.std()
    s0 = matrix.sum()
    moran = global_moran(x, found, permutations=0)
    assert moran.index == pytest.approx(n / s0 * (zx @ matrix @ zx) / (zx @ zx))
    s1 = ((matrix + matrix.T) ** 2).sum() / 2
    s2 = ((matrix.sum(0) + matrix.sum(1)) ** 2).sum()
    variance = (n * n * s1 - n * s2 + 3 * s0 * s0) / ((n * n - 1) * s0 * s0) - 1 / (n - 1) ** 2
    assert moran.z_normal == pytest.approx((moran.index + 1 / (n - 1)) / np.sqrt(variance))
    assert global_moran(x, found, y, permutations=0).index == pytest.approx(zx @ matrix @ zy / s0)
    assert local_moran(x, found, y, permutations=0).index == pytest.approx((n - 1) / n * zx * (matrix @ zy))


def test_p_values_against_all_permutations():
    """Six units, two neighbours each: every conditional arrangement can be counted."""
    from itertools import permutations
    ring = neighbours_of_pairs([(i, (i + 1) % 6) for i in range(6)], 6).row_standardised()
    x = np.array([5.0, 4.0, 1.0, 0.5, 2.0, 7.0])
    z = (x - x.mean()) / x.std()
    local = local_moran(x, ring, permutations=9999)
    for unit in range(6):
        others = np.delete(z, unit)
        around = np.array([np.mean(pair) for pair in permutations(others, 2)])
        larger = (z[unit] * around >= z[unit] * local.lag[unit] - 1e-12).mean()
        assert local.p_values[unit] == pytest.approx(min(larger, 1 - larger), abs=0.02)


def test_seed_repeats_and_clusters_are_found():
    side = 12
    grid = np.arange(side * side).reshape(side, side)
    pairs = np.concatenate([np.c_[grid[:, 1:].ravel(), grid[:, :-1].ravel()], np.c_[grid[1:].ravel(),
                                                                                  grid[:-1].ravel()]])
    rook = neighbours_of_pairs(pairs, side * side).row_standardised()
    values = np.random.default_rng(3).normal(size=(side, side))
    values[:4, :4] += 5
    values[8:, 8:] -= 5
    one, other = (local_moran(values.ravel(), rook, seed=7) for _ in range(2))
    assert (one.p_values == other.p_values).all()
    assert (one.p_values != local_moran(values.ravel(), rook, seed=8).p_values).any()
    classes = cluster_classes(one).reshape(side, side)
    assert (classes[1:3, 1:3] == 'HH').all() and (classes[9:11, 9:11] == 'LL').all()
    strict = cluster_classes(one, false_discovery=True)
    assert (strict != 'ns').sum() < (classes != 'ns').sum()
    found = global_moran(values.ravel(), rook)
    assert found.p_value == 0.001 and found.z_permuted > 10 and found.p_normal < 1e-6
    noise = np.random.default_rng(0).normal(size=side * side)
    assert global_moran(noise, rook).p_value > 0.05


def test_islands_are_left_out_and_can_be_linked():
    spots = np.array([[0, 0], [10, 0], [20, 0], [500, 0]], float)
    found = neighbours_within(spots, 12)
    assert found.islands.tolist() == [False, False, False, True] and found.counts.tolist() == [1, 2, 1, 0]
    local = local_moran([1.0, 2.0, 4.0, 9.0], found)
    assert np.isnan(local.index[3]) and np.isnan(local.p_values[3])
    assert cluster_classes(local, 0.5)[3] == 'island'
    linked = link_islands(found, spots)
    assert not linked.islands.any() and dense(linked)[3].tolist() == [0, 0, 1, 0] and dense(linked)[2, 3] == 1
    assert connecting_distance(spots) == 480 and not neighbours_within(spots, 480).islands.any()


def test_neighbours_by_distance_and_number():
    spots = points(40)
    apart = np.hypot(*(spots[:, None] - spots[None]).transpose(2, 0, 1))
    np.fill_diagonal(apart, np.inf)
    nearest = dense(nearest_neighbours(spots, 5)) > 0
    assert (nearest == (apart <= np.sort(apart, axis=1)[:, 4:5])).all()
    within = dense(neighbours_within(spots, 200, 2))
    assert within == pytest.approx(np.where(apart <= 200, apart ** -2.0, 0))
    one_place = np.zeros((4, 2))
    assert nearest_neighbours(one_place, 2).others.tolist() == [1, 2, 0, 2, 0, 1, 0, 1]


def test_leaving_units_out_renumbers():
    fewer = CHAIN.within([True, False, True, True])
    assert fewer.counts.tolist() == [0, 1, 1] and fewer.others.tolist() == [2, 1]


def test_false_discovery_by_hand():
    # Limits 0.01, 0.02, 0.03, 0.04, 0.05: the third p-value is the last one below its own.
    assert false_discovery_limit([0.001, 0.015, 0.03, 0.06, 0.9], 0.05) == 0.03
    assert false_discovery_limit([0.5, np.nan], 0.05) == 0.0


def test_says_what_is_wrong():
    with pytest.raises(ValueRangeError, match='is 3 in all 4 units'):
        global_moran([3, 3, 3, 3], CHAIN)
    with pytest.raises(EmptyInputError, match='at least three units'):
        local_moran([1, 2], neighbours_of_pairs([(0, 1)], 2))
    with pytest.raises(EmptyInputError, match='at least three units'):
        local_moran([1], neighbours_of_pairs([], 1))
    with pytest.raises(EmptyInputError, match='None of the 3 units has a neighbour'):
        global_moran([1, 2, 3], neighbours_of_pairs([], 3))
    with pytest.raises(EmptyInputError, match='1 values are unknown; the first in unit 2'):
        global_moran([1, np.nan, 3, 4], CHAIN)
    with pytest.raises(GridMismatchError, match='3 values for 4 units'):
        global_moran([1, 2, 3], CHAIN)
    with pytest.raises(ParameterError, match='4 nearest neighbours'):
        nearest_neighbours(points(4), 4)
    with pytest.raises(ParameterError, match='must be above 0'):
        neighbours_within(points(4), 0)
    with pytest.raises(ParameterError, match='at one place'):
        neighbours_within(np.zeros((3, 2)), 5, 1)
    with pytest.raises(ParameterError, match='significance'):
        false_discovery_limit([0.1], 0)
