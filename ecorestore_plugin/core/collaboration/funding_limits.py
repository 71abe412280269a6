"""Why a funding plan cannot be, and the least that would have to give."""

from __future__ import annotations

import numpy as np

from ..errors import InfeasibleError, SolverError


def smallest_relaxation(problem) -> np.ndarray:
    """(n,) money by which floors must be lowered at least; zeros where the plan can be.

    The sum is the smallest there is: what exceeds the limit of a single unit, and what the budget then still lacks,
    which is taken from the units of the least priority first.

    Parameters
    ----------
    problem : FundingProblem
    """
    floor = np.minimum(problem.floor, problem.cap)
    order = np.lexsort((np.arange(len(floor)), -problem.priority))
    before = np.cumsum(floor[order]) - floor[order]
    short = np.zeros(len(floor))
    short[order] = floor[order] - np.clip(problem.budget - before, 0, floor[order])
    return short + problem.floor - floor


def least_budget(problem) -> float:
    """The smallest provincial budget that meets all floors; infinite where the limit of a single unit is 0.

    Parameters
    ----------
    problem : FundingProblem
    """
    floor = problem.floor
    largest = float(floor.max(initial=0.0))
    if largest <= 0:
        return 0.0
    return max(float(floor.sum()), largest / problem.cap_share if problem.cap_share > 0 else float('inf'))


def check_feasible(problem, names=None):
    """Refuses floors that the budget or the limit of a single unit cannot meet.

    Parameters
    ----------
    problem : FundingProblem
    names : n unit names for messages

    Raises
    ------
    InfeasibleError : names the units, the budget that would do, and the smallest relaxation
    """
    names = names or [str(row + 1) for row in range(len(problem.need))]
    floor = problem.floor
    blocked = np.flatnonzero(floor > problem.cap * (1 + 1e-12) + 1e-9)
    asked = float(floor.sum())
    if asked > problem.budget * (1 + 1e-12) + 1e-9:
        short = smallest_relaxation(problem)
        raise InfeasibleError(
            'The provincial budget of {budget} cannot meet the floors: core areas and cross-regional corridors ask for '
            '{core} in {cores} units, fiscally weak units for {weak} in {weaks} units, together {asked}. '
            'Raise the budget to at least {needed}, or lower the floors to {scale} of what they are. With this budget '
            '{missing} would be missing, first in: {units}.',
            budget=f'{problem.budget:.6g}', core=f'{problem.core_floor.sum():.6g}',
            cores=int((problem.core_floor > 0).sum()), weak=f'{problem.weak_floor.sum():.6g}',
            weaks=int((problem.weak_floor > 0).sum()), asked=round_up(asked), needed=round_up(least_budget(problem)),
            scale=f'{np.floor(1000 * _scale(problem)) / 10:.1f} %', missing=f'{short.sum():.6g}',
            units=_listed(names, short))
    if blocked.size:
        row = int(blocked[np.argmax(floor[blocked] - problem.cap[blocked])])
        raise InfeasibleError(
            'The floors of {count} units exceed the most a single unit may get of the provincial budget; the largest '
            'is {unit}: floor {floor}, limit {cap}. Raise the budget to at least {needed}, raise the limit, or lower '
            'the floors by {missing} in all.', count=int(blocked.size), unit=names[row], floor=f'{floor[row]:.6g}',
            cap=f'{problem.cap[row]:.6g}', needed=round_up(least_budget(problem)),
            missing=f'{smallest_relaxation(problem).sum():.6g}')


def region_rows(regions, width):
    """Sparse (regions, width) rows that add up the provincial money of each region, the first variables."""
    from scipy.sparse import csr_matrix
    inside = np.flatnonzero(regions.of >= 0)
    return csr_matrix((np.ones(len(inside)), (regions.of[inside], inside)), shape=(len(regions.names), width))


def region_relaxation(problem):
    """((n,), (regions,)) money by which floors of units and of regions must be lowered at least, in sum.

    The linear programme over provincial money x and what is missing s, t: minimise sum s + sum t subject to
    x + s >= floor, region sum + t >= its floor, region sum <= its cap, sum x <= budget, x <= cap.

    Parameters
    ----------
    problem : FundingProblem with regions
    """
    from scipy.optimize import linprog
    from scipy.sparse import csr_matrix, hstack, identity, vstack
    n, regions = len(problem.need), problem.regions
    k = len(regions.names)
    inside = region_rows(regions, n)
    rows = vstack([hstack([-identity(n), -identity(n), csr_matrix((n, k))]),
                   hstack([-inside, csr_matrix((k, n)), -identity(k)]),
                   hstack([inside, csr_matrix((k, n + k))]),
                   csr_matrix(np.concatenate([np.ones(n), np.zeros(n + k)]))])
    limits = np.concatenate([-problem.floor, -regions.floor, regions.cap, [problem.budget]])
    # With nothing given and all missing, every row holds: this has a solution.
    solved = linprog(np.concatenate([np.zeros(n), np.ones(n + k)]), A_ub=rows.tocsr(), b_ub=limits,
                     bounds=[(0, cap) for cap in problem.cap] + [(0, None)] * (n + k), method='highs')
    if solved.status != 0:
        raise SolverError('The funding plan could not be solved: {reason}', reason=str(solved.message))
    return solved.x[n:2 * n], solved.x[2 * n:]


def explain_regions(problem, names=None):
    """Raises InfeasibleError with the least that would have to give for the limits of regions to be met."""
    names = names or [str(row + 1) for row in range(len(problem.need))]
    units, regions = region_relaxation(problem)
    raise InfeasibleError(
        'The limits of regions cannot be met together with the floors and the budget of {budget}: {missing} of the '
        'floors would have to give at least, in: {parts}. Lower these floors, raise the limits of regions, or raise '
        'the budget.', budget=f'{problem.budget:.6g}', missing=f'{units.sum() + regions.sum():.6g}',
        parts=_listed([*problem.regions.names, *names], np.concatenate([regions, units])))


def _scale(problem):
    """The largest share of the floors that can be met everywhere."""
    floor = problem.floor
    some = floor > 0
    return min(problem.budget / floor.sum(), float((problem.cap[some] / floor[some]).min(initial=1.0)))


def round_up(value) -> str:
    """A number of six digits that is not below ``value``."""
    if not np.isfinite(value) or value <= 0:
        return f'{value:g}'
    step = 10.0 ** (int(np.floor(np.log10(value))) - 5)
    return f'{np.ceil(value / step - 1e-9) * step:.10g}'


def _listed(names, amounts):
    rows = np.argsort(-amounts, kind='stable')
    rows = rows[amounts[rows] > 1e-9]
    words = [f'{names[row]} ({amounts[row]:.6g})' for row in rows[:5]]
    return ', '.join(words) + (' …' if len(rows) > 5 else '')
