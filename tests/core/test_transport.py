"""The transport problem with pairs brought in as they pay, capacities to pay, and what lies downstream."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.collaboration.compensation import (
    cost_standard,
    fund_balance,
    growth_capacity,
    payments,
    service_flows,
)
from ecorestore.ecorestore_plugin.core.collaboration.downstream import downstream_shares
from ecorestore.ecorestore_plugin.core.collaboration.transport import transport
from ecorestore.ecorestore_plugin.core.errors import CancelledError, EmptyInputError, ValueRangeError


def assigned(cost, allowed):
    """(most pairs, least cost) of one unit from every row to one column each, by another algorithm."""
    from scipy.optimize import linear_sum_assignment
    size = max(cost.shape)
    # What is not allowed, or left alone, costs more than everything else together.
    square = np.full((size, size), 1e6)
    square[:cost.shape[0], :cost.shape[1]] = np.where(allowed, cost, 1e6)
    rows, columns = linear_sum_assignment(square)
    used = square[rows, columns] < 1e6
    return used.sum(), square[rows, columns][used].sum()


@pytest.mark.parametrize('seed', range(25))
def test_pairs_that_join_later_make_the_plan_as_good_as_the_hungarian_method(seed):
    draw = np.random.default_rng(seed)
    shape = draw.integers(1, 15, 2)
    cost = draw.integers(0, 30, shape).astype(float)
    allowed = draw.random(shape) < draw.choice([0.2, 0.6, 1.0])
    if not allowed.any():
        allowed[0, 0] = True
    origin, target, amount = transport(np.ones(shape[0]), np.ones(shape[1]), cost, allowed, whole=0, nearest=1)
    most, least = assigned(cost, allowed)
    assert amount.sum() == pytest.approx(most, abs=1e-6)
    assert (amount * cost[origin, target]).sum() == pytest.approx(least, abs=1e-5)
    assert allowed[origin, target].all()


def test_the_dual_prices_every_flow():
    """Strong duality without the solver: prices from the flows themselves leave no cheaper pair and no waste."""
    draw = np.random.default_rng(11)
    surplus, deficit = draw.random(40) + 0.1, draw.random(60) + 0.1
    cost = draw.random((40, 60))
    origin, target, amount = transport(surplus, deficit, cost, np.ones(cost.shape, bool), whole=0, nearest=2)
    assert amount.sum() == pytest.approx(min(surplus.sum(), deficit.sum()))
    # Potentials by shortest ways in the residual graph: a way around that gains would be a negative cycle.
    used = np.zeros(cost.shape, bool)
    used[origin[amount > 1e-9], target[amount > 1e-9]] = True
    price = np.zeros(60)
    for _ in range(101):
        there = np.where(used, price[None, :] - cost, np.inf).min(axis=1, initial=np.inf)
        there = np.where(np.isfinite(there), there, 0.0)
        better = np.minimum(price, (there[:, None] + cost).min(axis=0))
        if np.allclose(better, price, atol=1e-9):
            break
        price = better
    else:
        pytest.fail('a way around is cheaper')


def test_far_pairs_are_used_where_near_ones_are_exhausted():
    # Row 0 is near to everything but small; column 1 must be served by the far row 1.
    origin, target, amount = transport(np.array([1.0, 5.0]), np.array([1.0, 5.0]), np.array([[1.0, 2.0], [50.0, 90.0]]),
                                       np.ones((2, 2), bool), whole=0, nearest=1)
    flow = dict(zip(zip(origin.tolist(), target.tolist()), amount.tolist()))
    # Both ways serve everything: 1 x 1 + 5 x 90 = 451 against 2 + 50 + 4 x 90 = 412.
    assert {pair: round(value, 6) for pair, value in flow.items() if value > 1e-9} == {(0, 1): 1, (1, 0): 1, (1, 1): 4}


def test_serving_more_comes_before_serving_cheaply():
    cost = np.array([[0.0, 1000.0], [0.0, 0.0]])
    allowed = np.array([[True, True], [True, False]])
    _, _, amount = transport(np.ones(2), np.ones(2), cost, allowed, whole=0, nearest=1)
    assert amount.sum() == pytest.approx(2)


def test_a_search_can_be_cancelled():
    with pytest.raises(CancelledError):
        transport(np.ones(2), np.ones(2), np.ones((2, 2)), np.ones((2, 2), bool), cancelled=lambda: True)


def test_infinite_costs_close_a_pair():
    found = service_flows([5, 0, 0], [0, 3, 3], np.array([[0, np.inf, 2], [0, 0, 0], [0, 0, 0]]))
    assert found.target.tolist() == [2] and found.unserved == pytest.approx(3)


def test_growth_capacity_by_hand():
    # 1 / En of 3 is the middle of the curve; of 2 and 4 they are 1 / (1 + e) and 1 / (1 + 1 / e).
    assert growth_capacity([1 / 3, 0.5, 0.25, np.nan]) == pytest.approx(
        [0.5, 1 / (1 + np.e), 1 / (1 + 1 / np.e), 1])
    with pytest.raises(ValueRangeError, match='Engel'):
        growth_capacity([30, 0.3])
    with pytest.raises(ValueRangeError, match='Engel'):
        growth_capacity([0, 0.3])
    with pytest.raises(EmptyInputError, match='Engel'):
        growth_capacity([np.nan])


def test_compensation_by_cost_pays_the_cost():
    # Unit 0 supplies 6 of the first and 4 of the second service, at 2 and 3: 24 in value; it costs 60 to keep them.
    flows = [service_flows([6, 0], [0, 6], np.ones((2, 2))), service_flows([4, 0], [0, 9], np.ones((2, 2)))]
    prices = [2.0, 3.0]
    for weight, received in ((0, 24), (1, 60), (0.5, 42)):
        standard = cost_standard(flows, prices, [60, np.nan], weight)
        assert standard[1] == 1
        account = fund_balance(2, flows, [payments(flow, price, standard=standard)
                                          for flow, price in zip(flows, prices)])
        assert account.received == pytest.approx([received, 0])
        assert account.net.sum() == pytest.approx(0, abs=1e-9)
    with pytest.raises(ValueRangeError, match='cost of conservation'):
        cost_standard(flows, prices, [-1, 0])


def test_downstream_by_hand():
    # A row of cells that drains to the right: units 1, 1, 2, outside, 3; half of 1 and all of 2 reach 3.
    receiver = np.array([[-1, 2, 3, 4, -1]])
    found = downstream_shares(receiver, np.array([[1, 1, 2, 0, 3]]), 4)
    assert found.tolist() == [[0, 0.5, 0.5, 0], [0, 0, 1, 0], [0, 0, 0, 0], [0, 0, 0, 0]]


def test_a_river_along_a_border_passes_a_unit_once():
    # 1 to 2 to 1 to 2: all of 1 drains through 2, and the upper cell of 2 through 1.
    found = downstream_shares(np.array([[1, 2, 3, -1]]), np.array([[1, 2, 1, 2]]), 2)
    assert found.tolist() == [[0, 1], [0.5, 0]]


@pytest.mark.parametrize('seed', range(6))
def test_downstream_equals_following_every_drop(seed):
    draw = np.random.default_rng(seed)
    shape, count = (9, 8), 5
    size = shape[0] * shape[1]
    # Every cell drains to a cell of a higher number, or leaves.
    receiver = np.array([draw.integers(cell + 1, min(cell + 12, size)) if cell + 1 < size and draw.random() < 0.95
                         else -1 for cell in range(size)])
    units = draw.integers(0, count + 1, size)
    expected = np.zeros((count, count))
    for cell in range(size):
        seen, at = set(), receiver[cell]
        while at >= 0:
            seen.add(units[at])
            at = receiver[at]
        for unit in seen - {0, units[cell]}:
            if units[cell]:
                expected[units[cell] - 1, unit - 1] += 1
    expected /= np.maximum(np.bincount(units, minlength=count + 1)[1:], 1)[:, None]
    found = downstream_shares(receiver.reshape(shape), units.reshape(shape), count)
    np.testing.assert_allclose(found, expected)
