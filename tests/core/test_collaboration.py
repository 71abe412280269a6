"""Priority, compensation, duties and projects: hand calculations, the probes of the methods, exhaustive twins."""

from itertools import product

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.collaboration.compensation import (
    allowed_pairs,
    fund_balance,
    payment_capacity,
    payments,
    service_flows,
)
from ecorestore.ecorestore_plugin.core.collaboration.priority import (
    drivers,
    indicator_weighting,
    rank_sensitivity,
    ranks_of,
    topsis,
)
from ecorestore.ecorestore_plugin.core.collaboration.projects import (
    least_money,
    project_problem,
    select_projects,
    spending,
)
from ecorestore.ecorestore_plugin.core.collaboration.responsibilities import (
    level_amounts,
    level_shares,
    member_duties,
)
from ecorestore.ecorestore_plugin.core.errors import (
    CancelledError,
    ConsistencyError,
    EmptyInputError,
    InfeasibleError,
    ParameterError,
    TableError,
    ValueRangeError,
)


def test_topsis_by_hand():
    # Scaled: (1, 0), (0, 1), (0.5, 0.5), the second indicator mirrored; weights 0.75 and 0.25.
    found = topsis([[10, 8], [0, 4], [5, 6], [np.nan, 1]], [1, -1], np.array([0.75, 0.25]))
    middle = np.hypot(0.375, 0.125)
    assert found.closeness[:3] == pytest.approx([0.75, 0.25, middle / (2 * middle)])
    assert found.rank.tolist() == [1, 3, 2, 0]
    assert np.isnan(found.closeness[3])
    assert found.contribution[2] == pytest.approx([0.75, 0.25])
    assert drivers(found, ['a', 'b'])[2:] == ['a 75 %, b 25 %', '']


def test_the_topsis_probe_of_the_methods_page():
    """Entropy weights and closeness of the published matrix, from the values to the closeness."""
    values, signs = np.array([[.2, 30, 5], [.5, 10, 8], [.9, 20, 2], [.4, 40, 6]]), [1, -1, 1]
    found = indicator_weighting('entropy', values, signs, ['a', 'b', 'c'], ['a', 'b', 'c'])
    assert found.weights == pytest.approx([.377606, .331773, .290620], abs=1e-6)
    assert topsis(values, signs, found.weights).closeness == pytest.approx([.283676, .685270, .584605, .335912],
                                                                           abs=1e-6)


def test_equal_units_rank_in_their_order():
    assert ranks_of(np.array([0.2, 0.7, 0.2, np.nan, 0.7 + 1e-15])).tolist() == [3, 1, 4, 0, 2]


def test_weightings():
    values = np.random.default_rng(1).random((20, 3))
    criteria, names, directions = ['importance', 'importance', 'urgency'], ['a', 'b', 'c'], [1, 1, 1]
    assert indicator_weighting('equal', values, directions, criteria, names).weights == pytest.approx([.25, .25, .5])
    manual = indicator_weighting('manual', values, directions, criteria, names, [2, 1, 1])
    assert manual.weights == pytest.approx([0.5, 0.25, 0.25])
    judgements = (['importance', 'urgency', 'benefit'], [[1, 3, 5], [1 / 3, 1, 2], [1 / 5, 1 / 2, 1]])
    judged = indicator_weighting('ahp', values, directions, criteria, names, judgements=judgements)
    assert judged.weights == pytest.approx([0.375, 0.375, 0.25])
    both = indicator_weighting('combined', values, directions, criteria, names, judgements=judgements)
    assert both.weights.sum() == pytest.approx(1)
    # A mixture of the two sets lies between them, whatever its share.
    assert ((both.weights - both.judged) * (both.weights - both.data) <= 1e-12).all()


@pytest.mark.parametrize('method, options, error', [
    ('best', {}, ParameterError), ('manual', {'manual': [1]}, ParameterError), ('ahp', {}, ParameterError),
    ('ahp', {'judgements': (['x'], [[1]])}, ParameterError),
    ('ahp', {'judgements': (['a', 'b', 'c'], [[1, 9, 1 / 9], [1 / 9, 1, 9], [9, 1 / 9, 1]])}, ConsistencyError)])
def test_weightings_that_cannot_be(method, options, error):
    with pytest.raises(error):
        indicator_weighting(method, np.random.default_rng(1).random((9, 3)), [1, 1, 1], ['a', 'b', 'c'],
                            ['a', 'b', 'c'], **options)


def test_one_unit_has_no_priority():
    with pytest.raises(EmptyInputError, match='at least two'):
        topsis([[1, 2], [np.nan, 1]], [1, 1], np.array([0.5, 0.5]))


def test_ranks_that_weights_cannot_move_stay():
    found = topsis([[3, 3], [2, 2], [1, 1]], [1, 1], np.array([0.5, 0.5]))
    sure = rank_sensitivity(found, np.array([0.5, 0.5]), draws=20)
    assert sure.lowest.tolist() == sure.highest.tolist() == [1, 2, 3]
    assert sure.first_share.tolist() == [1, 0, 0] and sure.agreement == 1
    swap = topsis([[1, 0], [0, 1], [0.5, 0.4]], [1, 1], np.array([0.5, 0.5]))
    loose = rank_sensitivity(swap, np.array([0.5, 0.5]), spread=1.0, draws=200)
    assert loose.lowest[0] == 1 and loose.highest[0] > 1 and 0 < loose.agreement < 1
    with pytest.raises(CancelledError):
        rank_sensitivity(swap, np.array([0.5, 0.5]), cancelled=lambda: True)
    with pytest.raises(ParameterError):
        rank_sensitivity(swap, np.array([0.5, 0.5]), spread=2)


def units(surplus, deficit, cost):
    """Supply, demand and costs of units of which the first have a surplus and the last a deficit."""
    n = len(surplus) + len(deficit)
    square = np.zeros((n, n))
    square[:len(surplus), len(surplus):] = cost
    return (np.array([*surplus, *[0] * len(deficit)], dtype=float),
            np.array([*[0] * len(surplus), *deficit], dtype=float), square)


def test_the_transport_probe_of_the_methods_page():
    found = service_flows(*units([30, 20], [15, 25, 5], [[10, 40, 90], [50, 20, 30]]))
    flow = {(o, t - 2): a for o, t, a in zip(found.origin, found.target, found.amount)}
    assert flow == pytest.approx({(0, 0): 15, (0, 1): 10, (1, 1): 15, (1, 2): 5}, rel=1e-6)
    assert found.unserved == pytest.approx(0, abs=1e-6)


def test_whole_units_are_moved_as_cheaply_as_any_plan_can():
    draw = np.random.default_rng(6)
    for _ in range(15):
        surplus, deficit = draw.integers(0, 4, 2), draw.integers(0, 4, 2)
        cost = draw.integers(1, 9, (2, 2))
        supply, demand, square = units(surplus, deficit, cost)
        allowed = np.ones((4, 4), bool)
        allowed[0, 2] = draw.random() < 0.7
        plans = [np.array(plan).reshape(2, 2) for plan in product(range(4), repeat=4)]
        plans = [plan for plan in plans if (plan.sum(1) <= surplus).all() and (plan.sum(0) <= deficit).all()
                 and (allowed[0, 2] or plan[0, 0] == 0)]
        most = max(plan.sum() for plan in plans)
        least = min((plan * cost).sum() for plan in plans if plan.sum() == most)
        found = service_flows(supply, demand, square, allowed)
        assert found.amount.sum() == pytest.approx(most, abs=1e-6)
        assert (found.amount * square[found.origin, found.target]).sum() == pytest.approx(least, abs=1e-5)


def test_small_amounts_flow_as_well_as_large_ones():
    large = service_flows(*units([3e9, 2e9], [4e9], [[1], [2]]))
    small = service_flows(*units([3e-9, 2e-9], [4e-9], [[1], [2]]))
    assert large.amount / 1e9 == pytest.approx([3, 1])
    assert small.amount / 1e-9 == pytest.approx([3, 1])


def test_pairs_by_distance_group_and_list():
    distance = np.array([[0, 5, 20], [5, 0, 8], [20, 8, 0]])
    assert allowed_pairs(3, distance, 10).astype(int).tolist() == [[0, 1, 0], [1, 0, 1], [0, 1, 0]]
    assert allowed_pairs(3, group=['a', 'a', '']).astype(int).tolist() == [[0, 1, 0], [1, 0, 0], [0, 0, 0]]
    listed = np.zeros((3, 3), bool)
    listed[0, 2] = True
    assert allowed_pairs(3, distance, 30, listed=listed).astype(int).tolist() == [[0, 0, 1], [0, 0, 0], [0, 0, 0]]


def test_money_by_hand():
    # Unit 0 serves unit 1 with 10 and unit 2 with 5; 3 yuan each; unit 2 has half the mean wealth.
    flows = service_flows(np.array([15., 0, 0]), np.array([0., 10, 5]), np.ones((3, 3)))
    capacity = payment_capacity([150, 100, 50])
    assert capacity == pytest.approx([1, 1, 0.5])
    money = payments(flows, 3.0, capacity, provincial_share=0.4)
    account = fund_balance(3, [flows], [money])
    assert account.paid == pytest.approx([0, 30, 7.5])
    assert account.provincial == pytest.approx(0.4 * 7.5)
    assert account.received == pytest.approx([40.5, 0, 0])
    assert account.net.sum() == pytest.approx(account.provincial)


def test_nets_add_up_to_zero_without_the_province():
    draw = np.random.default_rng(9)
    flows = [service_flows(draw.random(8), draw.random(8), draw.random((8, 8))) for _ in range(3)]
    account = fund_balance(8, flows, [payments(flow, 2.5, draw.random(8)) for flow in flows])
    assert account.paid.sum() > 0
    assert account.net.sum() == pytest.approx(0, abs=1e-12)


def test_flows_without_pairs_and_wrong_numbers():
    nothing = service_flows([1, 2], [0, 0], np.ones((2, 2)))
    assert nothing.amount.size == 0 and nothing.unserved == 0
    unknown = service_flows([np.nan, 5, 0], [1, 0, 2], np.ones((3, 3)))
    assert unknown.origin.tolist() == [1] and unknown.target.tolist() == [2]
    with pytest.raises(ValueRangeError, match='supply'):
        service_flows([-1, 2], [0, 0], np.ones((2, 2)))
    with pytest.raises(ParameterError, match='do not fit'):
        service_flows([1, 2], [0, 0], np.ones((3, 3)))
    with pytest.raises(ParameterError, match='price'):
        payments(nothing, -1)
    with pytest.raises(ValueRangeError, match='all 2 units is 0'):
        payment_capacity([0, 0])


def test_duties_by_hand():
    # Two parts in the first unit, one in the second whose members damage nothing and gain nothing.
    found = member_duties([0, 0, 1], [30, 10, 5], [0, 8, 0], [6, 2, np.nan], (0.4, 0.3, 0.3))
    assert found.jurisdiction == pytest.approx([0.75, 0.25, 1])
    assert found.damage == pytest.approx([0, 1, 0])
    assert found.benefit == pytest.approx([0.75, 0.25, 0])
    assert found.duty == pytest.approx([0.4 * 0.75 + 0.3 * 0.75, 0.4 * 0.25 + 0.3 + 0.3 * 0.25, 1])
    alone = member_duties([0, 0], [1, 3], [0, 0], [0, 0], (0, 1, 0))
    assert alone.duty == pytest.approx([0.25, 0.75])


def test_amounts_add_up_whatever_the_shares():
    draw = np.random.default_rng(4)
    part = np.array([0, 0, 0, 1, 2, 2])
    duties = member_duties(part, draw.random(6), draw.random(6), draw.random(6))
    assert np.bincount(part, weights=duties.duty) == pytest.approx([1, 1, 1])
    shares = draw.dirichlet([1, 1, 1], 3)
    amounts = level_amounts(part, duties.duty, [100, 40, 7], shares)
    assert np.bincount(part, weights=amounts.total) == pytest.approx([100, 40, 7])
    assert np.bincount(part, weights=amounts.city) == pytest.approx(shares[:, 1] * [100, 40, 7])


def test_duties_and_shares_that_make_no_sense():
    with pytest.raises(EmptyInputError):
        member_duties([], [], [], [])
    with pytest.raises(ValueRangeError, match='damage'):
        member_duties([0], [1], [-1], [0])
    with pytest.raises(ParameterError, match='add up'):
        level_amounts(np.array([0]), [1.0], [10], [[0.5, 0.4, 0.2]])
    row = {'scope': 'one_unit', 'province': '0.2', 'city': '0.3', 'county': '0.5'}
    assert level_shares([row], 't') == {'one_unit': (0.2, 0.3, 0.5)}
    with pytest.raises(TableError, match='add up to 1'):
        level_shares([{**row, 'city': '0.9'}], 't')
    with pytest.raises(TableError, match='must be numbers'):
        level_shares([{**row, 'city': 'half'}], 't')


def best_by_trying(problem):
    """The largest benefit over all phases of all projects."""
    best = -1.0
    for phase in product(range(-1, problem.phases), repeat=len(problem.names)):
        phase = np.array(phase)
        done = phase >= 0
        spent = spending(problem, phase)
        room = np.cumsum(problem.budget, axis=1) if problem.carry else problem.budget
        used = np.cumsum(spent, axis=1) if problem.carry else spent
        fits = ((used <= room + 1e-9).all() and (done | ~problem.required).all()
                and (phase[done] >= problem.earliest[done]).all() and (phase[done] <= problem.latest[done]).all()
                and all(done[group].sum() <= 1 for group in problem.exclusive)
                and all(not done[a] or (done[b] and phase[b] <= phase[a]) for a, b in problem.needs))
        if fits:
            best = max(best, float((problem.benefit * problem.discount ** np.maximum(phase, 0))[done].sum()))
    return best


@pytest.mark.parametrize('carry', [False, True])
def test_selections_are_as_good_as_trying_everything(carry):
    draw = np.random.default_rng(11)
    for _ in range(8):
        problem = project_problem('abcde', draw.integers(1, 20, 5), draw.integers(1, 9, (5, 2)),
                                  draw.integers(4, 12, (2, 2)), earliest=draw.integers(0, 2, 5),
                                  exclusive=[['a', 'b']], needs=[('c', 'd')], discount=0.9, carry=carry)
        found = select_projects(problem)
        assert found.benefit == pytest.approx(best_by_trying(problem))
        assert found.proven and found.gap == pytest.approx(0, abs=1e-6)
        assert found.spent == pytest.approx(spending(problem, found.phase))


def test_required_projects_are_done_or_explained():
    done = select_projects(project_problem('ab', [1, 9], [5, 5], [5], required=[True, False]))
    assert done.phase.tolist() == [0, -1]
    with pytest.raises(InfeasibleError, match='ask for 10 of fund 1, which has 5: 5 are missing'):
        select_projects(project_problem('ab', [1, 9], [5, 5], [5], required=[True, True]))
    with pytest.raises(InfeasibleError, match='exclude each other: a, b'):
        select_projects(project_problem('ab', [1, 9], [5, 5], [50], required=[True, True], exclusive=[['a', 'b']]))
    # One project in each phase lacks 1 in the first; both in the second would lack 4.
    with pytest.raises(InfeasibleError, match=r'at the least 1 \(fund 1, phase 1\)'):
        select_projects(project_problem('ab', [1, 9], [5, 5], [[4, 6]], required=[True, True]))
    with pytest.raises(InfeasibleError, match='whatever the money'):
        select_projects(project_problem('ab', [1, 9], [5, 5], [[50, 50]], required=[True, True], latest=[0, 1],
                                        earliest=[0, 1], needs=[('a', 'b')]))


@pytest.mark.parametrize('carry', [False, True])
def test_no_less_money_would_do(carry):
    """The least money by trying every phase of every required project."""
    draw = np.random.default_rng(5)
    for _ in range(8):
        cost, budget = draw.integers(1, 9, (4, 2)), draw.integers(0, 6, (2, 2))
        problem = project_problem('abcd', np.ones(4), cost, budget, required=np.ones(4, bool), needs=[('a', 'b')],
                                  carry=carry)
        best = np.inf
        for phase in product(range(2), repeat=4):
            if phase[1] > phase[0]:
                continue
            spent = spending(problem, np.array(phase))
            short = spent - budget
            # With carrying over, money for the first phase is also there in the second.
            lacking = (np.maximum(short[:, 0], short.sum(axis=1)).clip(0) if carry
                       else np.maximum(short, 0).sum(axis=1))
            best = min(best, lacking.sum())
        assert least_money(problem).sum() == pytest.approx(best, abs=1e-6)


@pytest.mark.parametrize('change, error, message', [
    ({'names': []}, EmptyInputError, 'no project'), ({'names': ['a', 'a']}, ParameterError, 'more than once: a'),
    ({'cost': [0, 1]}, ValueRangeError, 'cost nothing; the first is a'),
    ({'cost': [-1, 1]}, ValueRangeError, 'negative one; the first is a'),
    ({'benefit': [1, np.nan]}, ValueRangeError, 'first is b'), ({'budget': [-5]}, ValueRangeError, 'budget'),
    ({'earliest': [3, 0]}, ParameterError, 'first is a'), ({'needs': [('a', 'x')]}, ParameterError, 'project x'),
    ({'discount': 0}, ParameterError, 'discount')])
def test_projects_that_make_no_sense(change, error, message):
    plain = {'names': ['a', 'b'], 'benefit': [1, 2], 'cost': [1, 2], 'budget': [5]}
    with pytest.raises(error, match=message):
        project_problem(**{**plain, **change})
