"""Which limits bind a funding plan, and what one more unit of money at each of them is worth."""

from __future__ import annotations

import numpy as np

from .funding import FundingPlan, FundingProblem

COLUMNS = ('constraint', 'name', 'limit', 'used', 'shadow_price')
SMALL = 1e-9


def binding_constraints(problem: FundingProblem, plan: FundingPlan, names) -> dict:
    """Columns with a row per total and region, and per limit of a unit that has a price, the dearest first.

    Parameters
    ----------
    plan : the optimum
    names : n unit names

    Returns
    -------
    dict: constraint (budget, social_budget, loans, region_cap, region_floor, gap, floor_core, floor_weak, cap,
    social_share, loan_share), name, limit and used (money), shadow_price (gain of the objective per unit of money,
    below 0 for floors)
    """
    rows = sorted(_unit_rows(problem, plan, names), key=lambda row: (-abs(row[4]), row[0], row[1]))
    rows = [*_totals(problem, plan), *_region_rows(problem, plan), *rows]
    return {key: [row[place] for row in rows] for place, key in enumerate(COLUMNS)}


def _totals(problem, plan):
    loan = float(np.sum(plan.loan))
    subsidy = problem.loans.subsidy if problem.loans else 0.0
    used = [float(plan.provincial.sum()) + subsidy * loan, float(plan.social.sum()), loan]
    limits = [problem.budget, problem.social_budget, problem.loans.amount if problem.loans else 0.0]
    return [(name, '', limits[place], used[place], float(price)) for place, (name, price) in enumerate(
        zip(('budget', 'social_budget', 'loans'), plan.prices.totals))]


def _region_rows(problem, plan):
    if problem.regions is None:
        return []
    used = problem.regions.totals(plan.provincial)
    return [(name, region, float(limit[row]), float(used[row]), float(price[row]))
            for name, limit, price in (('region_cap', problem.regions.cap, plan.prices.region_cap),
                                       ('region_floor', problem.regions.floor, plan.prices.region_floor))
            for row, region in enumerate(problem.regions.names)]


def _unit_rows(problem, plan, names):
    prices = plan.prices
    # A limit of the provincial money that is the gap itself is no limit of its own.
    whole = problem.cap >= problem.gap
    funded = plan.provincial + plan.social + plan.loan
    core = problem.core_floor >= problem.weak_floor
    limits = [('gap', problem.gap, funded, prices.gap + np.where(whole, prices.most[0], 0.0)),
              ('cap', problem.cap, plan.provincial, np.where(whole, 0.0, prices.most[0])),
              ('floor_core', problem.floor, plan.provincial, np.where(core, prices.least[0], 0.0)),
              ('floor_weak', problem.floor, plan.provincial, np.where(core, 0.0, prices.least[0])),
              ('social_share', problem.social_limit, plan.social, prices.most[1])]
    if problem.loans:
        limits.append(('loan_share', problem.loans.share * problem.need, plan.loan, prices.most[2]))
    found = []
    for name, limit, used, price in limits:
        # A least of nothing is no floor, and where nothing can be had its price says nothing.
        found += [(name, names[row], float(limit[row]), float(used[row]), float(price[row]))
                  for row in np.flatnonzero((np.abs(price) > SMALL) & (limit > 0))]
    return found
