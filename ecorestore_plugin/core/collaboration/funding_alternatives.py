"""Simpler plans beside the optimum, in proportion and max-min, and all of them compared."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..errors import ParameterError
from .funding import FundingPlan, FundingProblem, Loans, check_column, plan_of, plan_worth, solve_programme


def max_min_funding(problem: FundingProblem) -> FundingPlan:
    """The plan whose worst-off unit has the largest share of its gap covered; floors and caps are left aside.

    Among plans with the same worst-off share the one that covers most of all gaps is taken.

    Raises
    ------
    SolverError : the solver gave up
    """
    from scipy.sparse import coo_matrix
    n = len(problem.need)
    open_gap = problem.gap > 0
    if not open_gap.any():
        return FundingPlan(np.zeros(n), np.zeros(n), 0.0)
    free = _without_floors(problem)
    rows = np.flatnonzero(open_gap)
    width = n * len(problem.worths)
    kinds = len(problem.worths)
    # Gap x share of the worst-off unit - money of the unit <= 0; sparse, as most units have nothing to do with a row.
    place = np.tile(np.arange(len(rows)), kinds + 1)
    column = np.concatenate([*(start + rows for start in range(0, width, n)), np.full(len(rows), width)])
    fair = coo_matrix((np.concatenate([np.full(kinds * len(rows), -1.0), problem.gap[rows]]), (place, column)),
                      shape=(len(rows), width + 1))
    first = solve_programme(free, np.append(np.zeros(width), 1.0), fair)
    least = max(first.x[-1] - 1e-9, 0.0)
    second = solve_programme(free, np.append(np.ones(width), 0.0), fair, least)
    return plan_of(problem, second.x)


def proportional_weights(problem: FundingProblem, difficulty=None, shares=(0.5, 0.0, 0.5)) -> np.ndarray:
    """(n,) weights of units: shares of priority, difficulty and gap, each taken relative to its sum; sum 1.

    Parameters
    ----------
    difficulty : (n,) 0 or more, such as slope, drought or cost per hectare; needed where its share is above 0
    shares : three numbers of 0 or more, scaled to sum 1

    Raises
    ------
    ParameterError, ValueRangeError
    """
    shares = np.asarray(shares, dtype=float)
    if shares.shape != (3,) or not np.isfinite(shares).all() or shares.min() < 0 or shares.sum() <= 0:
        raise ParameterError('The shares of priority, difficulty and gap are {shares}; give three numbers of 0 or more '
                             'that are not all 0.', shares=', '.join(f'{share:g}' for share in np.ravel(shares)))
    if difficulty is None and shares[1] > 0:
        raise ParameterError('Difficulty has a share of {share}, but no unit has a difficulty. Name its field.',
                             share=f'{shares[1]:g}')
    parts = [problem.priority, np.zeros(len(problem.need)) if difficulty is None else np.asarray(difficulty, float),
             problem.gap]
    check_column('difficulty', parts[1], len(problem.need), None)
    # A unit without a gap takes no part, and a criterion that is 0 everywhere leaves its share to the others.
    parts = [_share(part * (problem.gap > 0)) for part in parts]
    return _share(sum(share * part for share, part in zip(shares / shares.sum(), parts)))


def proportional_funding(problem: FundingProblem, weights=None) -> FundingPlan:
    """All money in proportion to priority and gap, each half; what exceeds a gap or limit goes round again.

    Floors and caps are left aside. The interest subsidy of all loans that can be taken is set aside first.

    Parameters
    ----------
    weights : (n,) shares to use instead, 0 or more; see ``proportional_weights``
    """
    if weights is None:
        weights = 0.5 * _share(problem.priority * (problem.gap > 0)) + 0.5 * _share(problem.gap)
    loans = problem.loans or Loans(0.0, 0.0)
    reserve = min(problem.budget, loans.subsidy * min(loans.amount, float((loans.share * problem.need).sum())))
    provincial = share_out(problem.budget - reserve, weights, problem.gap)
    left = problem.gap - provincial
    social = share_out(problem.social_budget, weights, np.maximum(np.minimum(problem.social_limit, left), 0))
    if problem.loans is None:
        return FundingPlan(provincial, social, plan_worth(problem, provincial, social))
    borrowed = min(loans.amount, reserve / loans.subsidy) if loans.subsidy > 0 else loans.amount
    loan = share_out(borrowed, weights, np.maximum(np.minimum(loans.share * problem.need, left - social), 0))
    return FundingPlan(provincial, social, plan_worth(problem, provincial, social, loan), loan=loan)


def share_out(amount, weights, limits) -> np.ndarray:
    """(n,) parts of ``amount`` in proportion to ``weights``, none above its limit; all of it where the limits allow."""
    weights, limits = np.asarray(weights, dtype=float), np.asarray(limits, dtype=float)
    given = np.zeros(len(weights))
    free = (weights > 0) & (limits > 0)
    while free.any() and amount > 0:
        level = amount / weights[free].sum()
        full = free & (limits <= level * weights)
        if not full.any():
            given[free] = level * weights[free]
            break
        given[full] = limits[full]
        amount -= limits[full].sum()
        free &= ~full
    return given


def covered_share(problem: FundingProblem, plan: FundingPlan) -> np.ndarray:
    """(n,) share of the gap that provincial, social and borrowed money cover; 1 where there is no gap."""
    gap = problem.gap
    return np.where(gap > 0, (plan.provincial + plan.social + plan.loan) / np.where(gap > 0, gap, 1), 1.0)


def compare_plans(problem: FundingProblem, plans) -> dict:
    """Columns with one row per plan.

    Parameters
    ----------
    plans : dict name -> FundingPlan

    Returns
    -------
    dict: plan, objective, provincial, social, unmet (money), min_share and mean_share (of the gaps that is covered),
    full_units (gap closed), below_floor (units that get less provincial money than their floor); with loans also
    loan and subsidy (money; ``provincial`` does not hold it)
    """
    columns = {key: [] for key in ('plan', 'objective', 'provincial', 'social', 'unmet', 'min_share', 'mean_share',
                                   'full_units', 'below_floor', *(('loan', 'subsidy') if problem.loans else ()))}
    for name, plan in plans.items():
        covered = covered_share(problem, plan)[problem.gap > 0]
        row = (name, plan.objective, float(plan.provincial.sum()), float(plan.social.sum()),
               float((problem.gap - plan.provincial - plan.social - plan.loan).sum()), float(covered.min(initial=1.0)),
               float(covered.mean()) if covered.size else 1.0, int((covered > 1 - 1e-9).sum()),
               int((plan.provincial < problem.floor - 1e-6).sum()), float(np.sum(plan.loan)),
               float(np.sum(plan.loan)) * (problem.loans.subsidy if problem.loans else 0.0))
        for values, value in zip(columns.values(), row):
            values.append(value)
    return columns


def _share(values):
    total = values.sum()
    return values / total if total > 0 else values


def _without_floors(problem):
    none = np.zeros(len(problem.need))
    return replace(problem, core_floor=none, weak_floor=none, cap=problem.gap, cap_share=1.0,
                   regions=None)
