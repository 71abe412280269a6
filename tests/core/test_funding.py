"""Funding plans: the published probe, brute force, explanations of what cannot be."""

import itertools

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.collaboration.funding import (
    Loans,
    Regions,
    funding_problem,
    interest_subsidy,
    optimal_funding,
    plan_worth,
)
from ecorestore.ecorestore_plugin.core.collaboration.funding_alternatives import (
    compare_plans,
    covered_share,
    max_min_funding,
    proportional_funding,
    proportional_weights,
    share_out,
)
from ecorestore.ecorestore_plugin.core.collaboration.funding_binding import binding_constraints
from ecorestore.ecorestore_plugin.core.collaboration.funding_limits import least_budget, smallest_relaxation
from ecorestore.ecorestore_plugin.core.errors import (
    EmptyInputError,
    InfeasibleError,
    ParameterError,
    ValueRangeError,
)

PROBE = dict(need=[100, 80, 60, 40, 120], own=[60, 10, 30, 5, 100], priority=[.9, .7, .5, .8, .3], budget=120,
             social_budget=50, social_share=[.3, .2, .4, .1, .3], core=[1, 1, 0, 0, 0], weak=[0, 1, 0, 1, 0],
             core_share=.6, weak_share=.5, theta=.6)


def probe(**changes):
    return funding_problem(**{**PROBE, **changes})


def test_probe():
    plan = optimal_funding(probe())
    assert plan.provincial == pytest.approx([35, 54, 0, 31, 0], abs=1e-6)
    assert plan.social == pytest.approx([5, 16, 24, 4, 1], abs=1e-6)
    assert plan.objective == pytest.approx(112.82)
    assert plan.shadow_budget == pytest.approx(.54)
    assert plan.shadow_social == pytest.approx(.18)


def test_probe_max_min():
    problem = probe()
    plan = max_min_funding(problem)
    assert covered_share(problem, plan).min() == pytest.approx(.872, abs=5e-4)
    assert covered_share(problem, plan).min() == pytest.approx(170 / 195)


def sound(problem, plan, floors=True):
    tolerance = 1e-6
    assert plan.provincial.sum() <= problem.budget + tolerance
    assert plan.social.sum() <= problem.social_budget + tolerance
    assert (plan.provincial + plan.social <= problem.gap + tolerance).all()
    assert (plan.social <= problem.social_limit + tolerance).all()
    assert (plan.provincial >= -tolerance).all() and (plan.social >= -tolerance).all()
    if floors:
        assert (plan.provincial >= problem.floor - tolerance).all()
        assert (plan.provincial <= problem.cap + tolerance).all()


def random_problem(rng, n=3):
    need = rng.integers(1, 9, n).astype(float)
    own = rng.integers(0, 6, n).astype(float)
    return funding_problem(need, own, rng.integers(1, 10, n) / 10, float(rng.integers(2, 9)),
                           float(rng.integers(0, 5)), rng.integers(0, 3, n) / need.clip(2), theta=.5)


@pytest.mark.parametrize('seed', range(12))
def test_no_whole_numbered_plan_is_better(seed):
    problem = random_problem(np.random.default_rng(seed))
    plan = optimal_funding(problem)
    sound(problem, plan)
    gap = problem.gap.astype(int)
    best = 0.0
    for provincial in itertools.product(*(range(size + 1) for size in gap)):
        if sum(provincial) > problem.budget:
            continue
        for social in itertools.product(*(range(int(limit + 1e-9) + 1) for limit in problem.social_limit)):
            if sum(social) <= problem.social_budget and all(x + p <= g for x, p, g in zip(provincial, social, gap)):
                best = max(best, plan_worth(problem, np.array(provincial), np.array(social)))
    assert plan.objective >= best - 1e-9


@pytest.mark.parametrize('seed', range(6))
def test_shadow_price_is_the_gain_of_one_more(seed):
    rng = np.random.default_rng(100 + seed)
    n = 6
    problem = funding_problem(rng.uniform(50, 100, n), rng.uniform(0, 30, n), rng.uniform(.1, 1, n), 120., 40.,
                              rng.uniform(.1, .4, n), theta=.6)
    step = 1e-4
    richer = funding_problem(problem.need, problem.own, problem.priority, 120 + step, 40.,
                             problem.social_limit / problem.need, theta=.6)
    plan = optimal_funding(problem)
    assert (optimal_funding(richer).objective - plan.objective) / step == pytest.approx(plan.shadow_budget, abs=1e-4)


def test_alternatives_are_sound_and_not_better():
    problem = probe()
    optimum = optimal_funding(problem)
    for plan in (proportional_funding(problem), max_min_funding(problem)):
        sound(problem, plan, floors=False)
        assert np.isnan(plan.shadow_budget)
    unconstrained = optimal_funding(probe(core_share=0, weak_share=0))
    assert unconstrained.objective >= optimum.objective - 1e-9
    assert proportional_funding(problem).objective <= unconstrained.objective + 1e-9
    assert max_min_funding(problem).objective <= unconstrained.objective + 1e-9


def test_comparison_by_hand():
    problem = probe()
    table = compare_plans(problem, {'optimum': optimal_funding(problem), 'fair': max_min_funding(problem)})
    assert table['plan'] == ['optimum', 'fair'] and table['objective'][0] == pytest.approx(112.82)
    assert table['provincial'] == pytest.approx([120, 120]) and table['unmet'] == pytest.approx([25, 25])
    # The optimum covers 24 of 30 and 1 of 20 of the third and fifth gap, and closes the other three.
    assert table['min_share'] == pytest.approx([.05, 170 / 195])
    assert table['mean_share'][0] == pytest.approx((3 + .8 + .05) / 5) and table['full_units'] == [3, 0]
    assert table['below_floor'][0] == 0


def test_proportional_spends_what_it_can():
    problem = probe()
    plan = proportional_funding(problem)
    assert plan.provincial.sum() == pytest.approx(120)
    only = proportional_funding(problem, [1, 0, 0, 0, 0])
    assert only.provincial.tolist() == [40, 0, 0, 0, 0]


def test_share_out_goes_round_again():
    assert share_out(10, [1, 1, 2], [1, 9, 9]) == pytest.approx([1, 3, 6])
    assert share_out(100, [1, 1], [3, 4]) == pytest.approx([3, 4])
    assert share_out(5, [0, 1], [9, 2]) == pytest.approx([0, 2])
    assert share_out(0, [1], [1]).tolist() == [0]


def test_ties_go_to_the_larger_relative_gap_then_the_earlier():
    problem = funding_problem([10, 10, 10], [5, 0, 0], [.5, .5, .5], 10)
    assert optimal_funding(problem).provincial == pytest.approx([0, 10, 0])


def test_own_funds_beyond_the_need_are_not_moved():
    problem = funding_problem([10, 10], [50, 0], [.5, .5], 4)
    assert problem.own.tolist() == [10, 0]
    assert optimal_funding(problem).provincial == pytest.approx([0, 4])


def test_no_gap_at_all():
    problem = funding_problem([10], [20], [1], 5, 5, .5)
    plan = optimal_funding(problem)
    assert plan.provincial.tolist() == [0] and plan.shadow_budget == 0
    assert max_min_funding(problem).provincial.tolist() == [0]
    assert proportional_funding(problem).provincial.tolist() == [0]


def test_infeasible_floors_tell_the_budget_that_would_do():
    # Gaps 40, 70, 35: core asks .6 x (40 + 70) = 66, weak .5 x (70 + 35) = 52.5; the larger of each: 24 + 42 + 17.5.
    with pytest.raises(InfeasibleError) as error:
        optimal_funding(probe(budget=60), ['A', 'B', 'C', 'D', 'E'])
    said = str(error.value)
    assert 'at least 83.5' in said and '66 in 2 units' in said and '52.5 in 2 units' in said and 'B (' in said
    assert '71.8 %' in said
    assert optimal_funding(probe(budget=83.5)).provincial == pytest.approx([24, 42, 0, 17.5, 0], abs=1e-6)
    scaled = probe(budget=60, core_share=.6 * .718, weak_share=.5 * .718)
    sound(scaled, optimal_funding(scaled))


def test_caps():
    capped = probe(cap_share=.4, core_share=0, weak_share=0)
    plan = optimal_funding(capped)
    sound(capped, plan)
    assert plan.provincial.max() <= 48 + 1e-6
    with pytest.raises(InfeasibleError, match='B: floor 42, limit 24'):
        optimal_funding(probe(cap_share=.2), list('ABCDE'))


@pytest.mark.parametrize('changes, error', [
    (dict(need=[]), EmptyInputError),
    (dict(need=[100, 80, 60, 40, np.nan]), ParameterError),
    (dict(need=[100, 80, 60, 40, -1]), ValueRangeError),
    (dict(priority=[.9, .7, .5, .8, 1.3]), ValueRangeError),
    (dict(own=[1, 2]), ParameterError),
    (dict(social_share=2), ValueRangeError),
    (dict(budget=-1), ParameterError),
    (dict(budget=np.nan), ParameterError),
    (dict(social_budget=-1), ParameterError),
    (dict(core_share=1.5), ParameterError),
    (dict(theta=-.1), ParameterError),
])
def test_bad_input(changes, error):
    with pytest.raises(error):
        probe(**changes)


def relaxed_by_solver(problem):
    """The least sum of lowered floors, as a linear programme over money x and slack s: x + s >= floor."""
    from scipy.optimize import linprog
    n = len(problem.need)
    rows = np.vstack([np.hstack([-np.eye(n), -np.eye(n)]), np.append(np.ones(n), np.zeros(n))[None]])
    found = linprog(np.append(np.zeros(n), np.ones(n)), A_ub=rows, b_ub=np.append(-problem.floor, problem.budget),
                    bounds=[(0, cap) for cap in problem.cap] + [(0, None)] * n, method='highs')
    return found.fun


@pytest.mark.parametrize('seed', range(8))
def test_the_relaxation_is_the_smallest_and_the_budget_the_least(seed):
    draw = np.random.default_rng(seed)
    options = dict(need=draw.uniform(5, 20, 6), own=draw.uniform(0, 5, 6), priority=draw.random(6), weak=np.ones(6),
                   core=draw.random(6) < .5, core_share=.8, weak_share=.3, cap_share=draw.uniform(.2, .5))
    problem = funding_problem(budget=draw.uniform(5, 40), **options)
    slack = smallest_relaxation(problem)
    assert slack.sum() == pytest.approx(relaxed_by_solver(problem), abs=1e-9)
    assert (slack >= 0).all() and (slack <= problem.floor + 1e-12).all()
    least = least_budget(problem)
    optimal_funding(funding_problem(budget=least * (1 + 1e-9), **options))
    with pytest.raises(InfeasibleError):
        optimal_funding(funding_problem(budget=least * .999, **options))


def test_a_limit_of_nothing_is_explained():
    assert least_budget(probe(cap_share=0)) == np.inf
    with pytest.raises(InfeasibleError, match='lower the floors by 83.5 in all'):
        optimal_funding(probe(cap_share=0))


def test_interest_subsidy_by_hand():
    # 100 over four years at 2 % points: 2 + 1.5 + 1 + 0.5.
    assert 100 * interest_subsidy(.02, 4) == pytest.approx(5)
    for points, years in ((2, 5), (-.01, 5), (.02, 0)):
        with pytest.raises(ParameterError, match='0.02'):
            interest_subsidy(points, years)


def test_loans_by_hand():
    # One unit of budget buys 1 of grant or, at 0.1 a unit, 10 of loan worth 0.5 each: loans first, up to half the need.
    problem = funding_problem([10, 10], [0, 0], [1, .5], 4, loans=Loans(8, .5, .1, .5))
    plan = optimal_funding(problem)
    assert plan.loan == pytest.approx([5, 3]) and plan.provincial == pytest.approx([3.2, 0])
    assert plan.objective == pytest.approx(3.2 + .5 * 5 + .5 * .5 * 3)
    assert plan.shadow_budget == pytest.approx(1)
    table = compare_plans(problem, {'optimum': plan, 'proportional': proportional_funding(problem),
                                    'max_min': max_min_funding(problem)})
    assert table['loan'][0] == pytest.approx(8) and table['subsidy'][0] == pytest.approx(.8)
    spent = np.array(table['provincial']) + table['subsidy']
    assert (spent <= 4 + 1e-6).all() and (np.array(table['loan']) <= 8 + 1e-6).all()
    # All money there is, 3.2 + 8 of 20, evenly.
    assert table['min_share'][2] == pytest.approx(.56)
    assert table['objective'][0] >= max(table['objective']) - 1e-9


def test_without_loans_nothing_changes():
    plan = optimal_funding(probe(loans=Loans(0)))
    assert plan.provincial == pytest.approx(optimal_funding(probe()).provincial, abs=1e-6)
    assert plan.objective == pytest.approx(112.82) and np.sum(plan.loan) == 0
    assert 'loan' not in compare_plans(probe(), {'optimum': optimal_funding(probe())})


@pytest.mark.parametrize('loans, error', [(Loans(-1), ParameterError), (Loans(1, 2), ValueRangeError),
                                          (Loans(1, .5, -1), ValueRangeError), (Loans(1, .5, 0, 2), ParameterError)])
def test_loans_that_make_no_sense(loans, error):
    with pytest.raises(error):
        probe(loans=loans)


def test_proportional_weights_by_hand():
    problem = funding_problem([10, 30, 5], [0, 0, 5], [.5, .5, 1], 20)
    assert proportional_weights(problem) == pytest.approx([.5 * .5 + .5 * .25, .5 * .5 + .5 * .75, 0])
    harder = proportional_weights(problem, [3, 1, 9], (0, 1, 0))
    assert harder == pytest.approx([.75, .25, 0])
    assert proportional_funding(problem, harder).provincial == pytest.approx([10, 10, 0])
    assert proportional_weights(problem, [0, 0, 0], (1, 1, 1)).sum() == pytest.approx(1)
    assert proportional_funding(problem, proportional_weights(problem)).provincial == pytest.approx(
        proportional_funding(problem).provincial)
    for difficulty, shares in ((None, (1, 1, 1)), (None, (0, 0, 0)), (None, (1, 0)), ([1, 1], (1, 1, 1))):
        with pytest.raises(ParameterError):
            proportional_weights(problem, difficulty, shares)


def test_binding_limits_of_the_probe_by_hand():
    """Provincial money is worth .54 and social .18 (the probe); what a limit is worth is what is left of a priority.

    A: .9 - .54 for its gap. B: .7 - .54 for its gap, .6 x .7 - .18 - .16 for its social share. C, without provincial
    money: .6 x .5 - .18. D: .8 - .54, and .6 x .8 - .18 - .26.
    """
    problem = probe()
    rows = binding_constraints(problem, optimal_funding(problem), list('ABCDE'))
    found = {(kind, name): price for kind, name, price in zip(rows['constraint'], rows['name'], rows['shadow_price'])}
    assert found == pytest.approx({
        ('budget', ''): .54, ('social_budget', ''): .18, ('gap', 'A'): .36, ('gap', 'D'): .26, ('gap', 'B'): .16,
        ('social_share', 'C'): .12, ('social_share', 'B'): .08, ('social_share', 'D'): .04})
    assert rows['name'][2:] == ['A', 'D', 'B', 'C', 'B', 'D']
    assert all(used == pytest.approx(limit) for used, limit in zip(rows['used'], rows['limit']))
    # Limits x prices prove the optimum.
    assert np.dot(rows['limit'], rows['shadow_price']) == pytest.approx(112.82)


def test_a_floor_that_binds_costs_something():
    """Every unit of money that the floor keeps for the poorer unit, at .4, is missed by the better one, at .9."""
    problem = funding_problem([10, 10], [0, 0], [.9, .4], 12, weak=[0, 1], weak_share=.5)
    rows = binding_constraints(problem, optimal_funding(problem), ['good', 'poor'])
    found = dict(zip(zip(rows['constraint'], rows['name']), rows['shadow_price']))
    assert found == pytest.approx({('budget', ''): .9, ('social_budget', ''): 0, ('floor_weak', 'poor'): -.5})


@pytest.mark.parametrize('seed', range(10))
def test_strong_duality(seed):
    """The prices of all limits add up to the objective, and none has the wrong sign, so that no plan is better."""
    rng = np.random.default_rng(seed)
    n = 8
    problem = funding_problem(
        rng.uniform(50, 100, n), rng.uniform(0, 30, n), rng.uniform(.1, 1, n), 200., 60., rng.uniform(.1, .4, n),
        core=rng.random(n) < .4, weak=rng.random(n) < .4, core_share=.2, weak_share=.2, theta=.6,
        cap_share=rng.choice([.2, 1.]), loans=Loans(30., .2, .1, .4) if seed % 2 else None,
        regions=Regions(['one', 'two'], np.array([0, 0, 0, 1, 1, 1, -1, -1]), np.array([20., 90.]),
                        np.array([70., 200.])) if seed % 3 else None)
    plan = optimal_funding(problem)
    prices, loans = plan.prices, problem.loans
    zero = np.zeros(n)
    most = [problem.cap, problem.social_limit] + ([loans.share * problem.need] if loans else [])
    least = [problem.floor, zero, zero][:len(most)]
    totals = [200., 60.] + ([30.] if loans else [])
    bound = np.dot(totals, prices.totals) + problem.gap @ prices.gap
    bound += sum(limit @ price for limit, price in zip((*most, *least), (*prices.most, *prices.least)))
    if problem.regions:
        bound += problem.regions.cap @ prices.region_cap + problem.regions.floor @ prices.region_floor
    assert plan.objective == pytest.approx(bound, abs=2e-2)
    for upper in (prices.totals, prices.gap, prices.most, prices.region_cap):
        assert (upper >= -1e-9).all()
    for lower in (prices.least, prices.region_floor):
        assert (lower <= 1e-9).all()


@pytest.mark.parametrize('seed', range(8))
def test_no_whole_numbered_plan_within_regions_is_better(seed):
    rng = np.random.default_rng(seed)
    need, priority = rng.integers(2, 6, 4).astype(float), rng.integers(1, 10, 4) / 10
    regions = Regions(['a', 'b'], np.array([0, 0, 1, -1]), np.array([0., 2.]), np.array([3., 5.]))
    problem = funding_problem(need, np.zeros(4), priority, 7., regions=regions)
    plan = optimal_funding(problem)
    best = max(priority @ given for given in itertools.product(*(range(int(size) + 1) for size in need))
               if sum(given) <= 7 and given[0] + given[1] <= 3 and 2 <= given[2])
    # Whole limits make a whole optimum.
    assert plan.objective == pytest.approx(best, abs=1e-6)
    assert regions.totals(plan.provincial)[0] <= 3 + 1e-6 and plan.provincial[2] >= 2 - 1e-6


def test_regions_that_cannot_be_met_are_explained_by_the_least_that_must_give():
    options = dict(need=[10, 10, 10], own=[0, 0, 0], priority=[.5, .5, .5], weak=[1, 1, 0], weak_share=.6)
    tight = Regions(['east', 'west'], np.array([0, 0, 1]), np.array([0., 0.]), np.array([9., 10.]))
    # Floors of 6 and 6 in a region that may get 9: 3 must give.
    with pytest.raises(InfeasibleError, match=r'budget of 20: 3 of the floors would have to give'):
        optimal_funding(funding_problem(budget=20, regions=tight, **options), ['A', 'B', 'C'])
    greedy = Regions(['east', 'west'], np.array([0, 0, 1]), np.array([0., 9.]), np.array([20., 10.]))
    # 12 for the units of the east and 9 for the west of a budget of 15: 6 must give.
    with pytest.raises(InfeasibleError, match=r'budget of 15: 6 of the floors'):
        optimal_funding(funding_problem(budget=15, regions=greedy, **options), ['A', 'B', 'C'])


def test_a_region_gets_no_more_than_it_can_take():
    regions = Regions(['small'], np.array([0, -1]), np.array([50.]), np.array([100.]))
    problem = funding_problem([10, 100], [0, 0], [.1, .9], 60, regions=regions)
    assert problem.regions.floor.tolist() == [10]
    assert optimal_funding(problem).provincial == pytest.approx([10, 50])


@pytest.mark.parametrize('regions', [Regions(['a'], np.array([0]), np.array([0.]), np.array([1.])),
                                     Regions(['a'], np.zeros(5, int), np.array([2.]), np.array([1.])),
                                     Regions(['a'], np.ones(5, int), np.array([0.]), np.array([1.]))])
def test_regions_that_make_no_sense(regions):
    with pytest.raises(ParameterError):
        probe(regions=regions)
