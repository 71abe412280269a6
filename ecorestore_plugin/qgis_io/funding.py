"""The funding problem from parameters and fields."""

from __future__ import annotations

import numpy as np

from ..core.checks import check_range
from ..core.collaboration.funding import (
    FundingProblem,
    Loans,
    Regions,
    funding_problem,
    interest_subsidy,
    pooled_funds,
)
from ..core.errors import MissingCodeError
from ..i18n import tr
from .collaboration import flag_values

BUDGET_SHARE = 0.6


def read_problem(job, units) -> FundingProblem:
    """What the plan must respect.

    Raises
    ------
    TableError, MissingCodeError, ParameterError, ValueRangeError
    """
    need, own, priority = (units.numbers(job.field(name) or default, missing=False) for name, default in (
        ('NEED', 'need_wan'), ('OWN', 'own_wan'), ('PRIORITY', 'priority')))
    core, weak = (flag_values(units, job.field(name)) for name in ('CORE', 'WEAK'))
    share = units.numbers(job.field('PPP_FIELD'), missing=False) if job.field('PPP_FIELD') else job.number('PPP_SHARE')
    budget = job.number('BUDGET')
    if budget is None:
        budget = BUDGET_SHARE * float(np.maximum(need - own, 0).sum())
        job.warn(tr('No provincial budget is given: {share} % of the sum of the gaps, {budget}, is assumed.',
                    share=f'{100 * BUDGET_SHARE:g}', budget=f'{budget:.6g}'))
    pooled = float(pooled_funds(need, own, job.number('POOL')).sum())
    if pooled > 0:
        budget += pooled
        job.say(tr('{pooled} of own funds beyond the need join the provincial budget, which becomes {budget}.',
                   pooled=f'{pooled:.6g}', budget=f'{budget:.6g}'))
    loans = None
    if job.number('LOANS') > 0:
        subsidy = interest_subsidy(job.number('LOAN_SUBSIDY') / 100, job.number('LOAN_YEARS'))
        loans = Loans(job.number('LOANS'), job.number('LOAN_SHARE'), subsidy, job.number('LOAN_WORTH'))
    return funding_problem(need, own, priority, budget, job.number('SOCIAL'), share, core, weak,
                           job.number('FLOOR_CORE'), job.number('FLOOR_WEAK'), job.number('THETA'), job.number('CAP'),
                           loans, read_regions(job, units, budget))


def read_regions(job, units, budget):
    """Limits of the regions in money, or None without a table.

    Raises
    ------
    MissingCodeError : regions that no unit lies in
    """
    table = job.table('REGIONS', required=('region',))
    if table is None:
        return None
    names = table.unique('region')
    floor, cap = (table.numbers(key) if table.has(key) else np.full(len(names), np.nan) for key in ('floor', 'cap'))
    check_range('floor', floor, 0, 1)
    check_range('cap', cap, 0, 1)
    row = {name: number for number, name in enumerate(names)}
    found = units.texts(job.field('REGION') or 'parent_code')
    unknown = [name for name in names if name not in set(found)]
    if unknown:
        raise MissingCodeError('{table}: {count} regions have no unit: {regions}. The units name {known}.',
                               table=table.name, count=len(unknown), regions=', '.join(unknown[:10]),
                               known=', '.join(sorted(set(found))[:10]))
    of = np.array([row.get(name, -1) for name in found], dtype=np.int64)
    return Regions(names, of, np.nan_to_num(floor) * budget, np.where(np.isnan(cap), 1.0, cap) * budget)
