"""Who gets how much: provincial, local and social funds for restoration as a linear programme."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_range, check_share
from ..errors import EmptyInputError, InfeasibleError, ParameterError, SolverError

TIE_BREAK = 1e-5


@dataclass(frozen=True)
class FundingProblem:
    """What the plan must respect. Money in one unit throughout, such as 10^4 CNY.

    Attributes
    ----------
    need : (n,) cost of restoration
    own : (n,) what the unit pays itself, at most its need
    priority : (n,) 0 to 1
    social_limit : (n,) most that social capital can bear, a share of the need
    floor : (n,) least provincial money
    core_floor, weak_floor : (n,) the two parts the floor is the larger of
    cap : (n,) most provincial money
    budget, social_budget : provincial and social money there is
    theta : worth of a unit of social against one of provincial money, 0 to 1
    """

    need: np.ndarray
    own: np.ndarray
    priority: np.ndarray
    social_limit: np.ndarray
    core_floor: np.ndarray
    weak_floor: np.ndarray
    cap: np.ndarray
    budget: float
    social_budget: float
    theta: float

    @property
    def gap(self) -> np.ndarray:
        return self.need - self.own

    @property
    def floor(self) -> np.ndarray:
        return np.maximum(self.core_floor, self.weak_floor)


@dataclass(frozen=True)
class FundingPlan:
    """An allocation.

    Attributes
    ----------
    provincial, social : (n,) money
    objective : sum of priority x (provincial + theta x social)
    shadow_budget, shadow_social : what the objective gains from one more unit of provincial and of social money;
        NaN for plans that are not the optimum
    """

    provincial: np.ndarray
    social: np.ndarray
    objective: float
    shadow_budget: float = float('nan')
    shadow_social: float = float('nan')


def funding_problem(need, own, priority, budget, social_budget=0.0, social_share=0.0, core=None, weak=None,
                    core_share=0.0, weak_share=0.0, theta=0.6, cap_share=1.0) -> FundingProblem:
    """A checked problem.

    Parameters
    ----------
    need, own : (n,) money, 0 or more; own funds beyond the need are not used elsewhere
    priority : (n,) 0 to 1
    social_share : share of the need that social capital can bear, number or (n,), 0 to 1
    core, weak : (n,) bool, units with core areas or cross-regional corridors, and units that are fiscally weak
    core_share, weak_share : least share of their funding gap that the province pays
    cap_share : most a single unit may get of the provincial budget

    Raises
    ------
    EmptyInputError, ValueRangeError, ParameterError
    """
    need, own, priority = (np.asarray(values, dtype=float) for values in (need, own, priority))
    if not need.size:
        raise EmptyInputError('There is no unit to fund.')
    count = need.size
    social_share = np.broadcast_to(np.asarray(social_share, dtype=float), need.shape)
    core, weak = (np.zeros(count, bool) if flags is None else np.asarray(flags, dtype=bool) for flags in (core, weak))
    for name, values, highest in (('need', need, None), ('own funds', own, None), ('priority', priority, 1),
                                  ('social share', social_share, 1)):
        _check_column(name, values, count, highest)
    for name, money in (('provincial budget', budget), ('social budget', social_budget)):
        if not (np.isfinite(money) and money >= 0):
            raise ParameterError('The {name} is {value}; it must be 0 or more.', name=name, value=f'{money:g}')
    for name, share in (('core floor', core_share), ('weak floor', weak_share), ('theta', theta), ('cap', cap_share)):
        check_share(name, share)
    own = np.minimum(own, need)
    gap = need - own
    return FundingProblem(need, own, priority, social_share * need, core_share * gap * core, weak_share * gap * weak,
                          np.minimum(gap, cap_share * budget), float(budget), float(social_budget), float(theta))


def optimal_funding(problem: FundingProblem, names=None) -> FundingPlan:
    """The plan that funds most priority.

    Maximise sum priority_i (x_i + theta p_i) subject to sum x <= budget, sum p <= social budget,
    x_i + p_i <= gap_i, floor_i <= x_i <= cap_i, 0 <= p_i <= social limit_i, with x provincial and p social money.
    Between plans of equal worth the unit with the larger gap relative to its need, then the earlier one, comes first.

    Parameters
    ----------
    names : n unit names for messages

    Raises
    ------
    InfeasibleError : floors that the budget or the caps cannot meet; names the units and the budget that would do
    SolverError : the solver gave up

    Source: linear programme solved by HiGHS; Huangfu & Hall 2018, doi:10.1007/s12532-017-0130-5
    """
    _check_feasible(problem, names)
    worth = np.concatenate([problem.priority, problem.theta * problem.priority])
    solved = _solve(problem, worth)
    relative = problem.gap / np.where(problem.need > 0, problem.need, 1)
    rank = np.argsort(np.lexsort((np.arange(len(relative)), -relative)))
    preference = TIE_BREAK * max(problem.priority.max(), 1e-9) * (1 - rank / len(rank))
    chosen = _solve(problem, worth + np.concatenate([preference, preference * problem.theta]))
    n = len(problem.need)
    provincial, social = _clean(chosen.x[:n]), _clean(chosen.x[n:])
    prices = -solved.ineqlin.marginals[:2]
    return FundingPlan(provincial, social, plan_worth(problem, provincial, social), *(float(p) + 0.0 for p in prices))


def max_min_funding(problem: FundingProblem) -> FundingPlan:
    """The plan whose worst-off unit has the largest share of its gap covered; floors and caps are left aside.

    Among plans with the same worst-off share the one that covers most of all gaps is taken.

    Raises
    ------
    SolverError : the solver gave up
    """
    n = len(problem.need)
    open_gap = problem.gap > 0
    if not open_gap.any():
        return FundingPlan(np.zeros(n), np.zeros(n), 0.0)
    free = _without_floors(problem)
    rows = np.flatnonzero(open_gap)
    fair = np.zeros((len(rows), 2 * n + 1))
    fair[np.arange(len(rows)), rows] = -1
    fair[np.arange(len(rows)), n + rows] = -1
    fair[:, -1] = problem.gap[rows]
    first = _solve(free, np.append(np.zeros(2 * n), 1.0), fair)
    least = max(first.x[-1] - 1e-9, 0.0)
    second = _solve(free, np.append(np.ones(2 * n), 0.0), fair, least)
    provincial, social = _clean(second.x[:n]), _clean(second.x[n:2 * n])
    return FundingPlan(provincial, social, plan_worth(problem, provincial, social))


def proportional_funding(problem: FundingProblem, weights=None) -> FundingPlan:
    """Both budgets in proportion to priority and gap, each half; what exceeds a gap or limit goes round again.

    Parameters
    ----------
    weights : (n,) shares to use instead, 0 or more
    """
    if weights is None:
        weights = 0.5 * _share(problem.priority * (problem.gap > 0)) + 0.5 * _share(problem.gap)
    provincial = share_out(problem.budget, weights, problem.gap)
    limit = np.minimum(problem.social_limit, problem.gap - provincial)
    social = share_out(problem.social_budget, weights, np.maximum(limit, 0))
    return FundingPlan(provincial, social, plan_worth(problem, provincial, social))


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


def plan_worth(problem: FundingProblem, provincial, social) -> float:
    """Sum of priority x (provincial + theta x social)."""
    return float((problem.priority * (provincial + problem.theta * social)).sum())


def covered_share(problem: FundingProblem, plan: FundingPlan) -> np.ndarray:
    """(n,) share of the gap that provincial and social money cover; 1 where there is no gap."""
    gap = problem.gap
    return np.where(gap > 0, (plan.provincial + plan.social) / np.where(gap > 0, gap, 1), 1.0)


def compare_plans(problem: FundingProblem, plans) -> dict:
    """Columns with one row per plan.

    Parameters
    ----------
    plans : dict name -> FundingPlan

    Returns
    -------
    dict: plan, objective, provincial, social, unmet (money), min_share and mean_share (of the gaps that is covered),
    full_units (gap closed), below_floor (units that get less provincial money than their floor)
    """
    columns = {key: [] for key in ('plan', 'objective', 'provincial', 'social', 'unmet', 'min_share', 'mean_share',
                                   'full_units', 'below_floor')}
    for name, plan in plans.items():
        covered = covered_share(problem, plan)[problem.gap > 0]
        row = (name, plan.objective, float(plan.provincial.sum()), float(plan.social.sum()),
               float((problem.gap - plan.provincial - plan.social).sum()), float(covered.min(initial=1.0)),
               float(covered.mean()) if covered.size else 1.0, int((covered > 1 - 1e-9).sum()),
               int((plan.provincial < problem.floor - 1e-6).sum()))
        for values, value in zip(columns.values(), row):
            values.append(value)
    return columns


def _check_column(name, values, count, highest):
    if values.shape != (count,):
        raise ParameterError('{name}: {given} values for {count} units.', name=name, given=values.size, count=count)
    missing = np.flatnonzero(np.isnan(values))
    if missing.size:
        raise ParameterError('{name}: {count} units have no value; the first is row {row}. Fill it in.',
                             name=name, count=int(missing.size), row=int(missing[0]) + 1)
    check_range(name, values, 0, highest)


def _share(values):
    total = values.sum()
    return values / total if total > 0 else values


def _clean(amounts):
    # HiGHS answers within 1e-9; nobody is paid -0.0.
    return np.where(np.abs(amounts) < 1e-7, 0.0, amounts)


def _without_floors(problem):
    none = np.zeros(len(problem.need))
    return FundingProblem(problem.need, problem.own, problem.priority, problem.social_limit, none, none, problem.gap,
                          problem.budget, problem.social_budget, problem.theta)


def _solve(problem, worth, extra=None, least=0.0):
    """Maximise worth over x, p (and the variables of ``extra`` rows <= 0, at least ``least``)."""
    from scipy.optimize import linprog
    from scipy.sparse import csr_matrix, hstack, identity, vstack
    n = len(problem.need)
    more = len(worth) - 2 * n
    totals = np.zeros((2, 2 * n))
    totals[0, :n], totals[1, n:] = 1, 1
    rows = vstack([csr_matrix(totals), hstack([identity(n), identity(n)])])
    limits = np.concatenate([[problem.budget, problem.social_budget], problem.gap])
    if more:
        rows = vstack([hstack([rows, csr_matrix((n + 2, more))]), csr_matrix(extra)])
        limits = np.concatenate([limits, np.zeros(len(extra))])
    bounds = list(zip(problem.floor, np.maximum(problem.cap, problem.floor)))
    bounds += [(0, limit) for limit in problem.social_limit] + [(least, 1)] * more
    solved = linprog(-np.asarray(worth), A_ub=rows.tocsr(), b_ub=limits, bounds=bounds, method='highs')
    if solved.status != 0:
        raise SolverError('The funding plan could not be solved: {reason}', reason=str(solved.message))
    return solved


def _check_feasible(problem, names):
    names = names or [str(row + 1) for row in range(len(problem.need))]
    floor = problem.floor
    blocked = np.flatnonzero(floor > problem.cap * (1 + 1e-12) + 1e-9)
    asked = float(floor.sum())
    if asked > problem.budget * (1 + 1e-12) + 1e-9:
        short = _shortest_breach(problem, floor)
        raise InfeasibleError(
            'The provincial budget of {budget} cannot meet the floors: core areas and cross-regional corridors ask for '
            '{core} in {cores} units, fiscally weak units for {weak} in {weaks} units, together {asked}. '
            'Raise the budget to at least {asked}, or lower the floors to {scale} of what they are. With this budget '
            '{missing} would be missing, first in: {units}.',
            budget=f'{problem.budget:.6g}', core=f'{problem.core_floor.sum():.6g}',
            cores=int((problem.core_floor > 0).sum()), weak=f'{problem.weak_floor.sum():.6g}',
            weaks=int((problem.weak_floor > 0).sum()), asked=f'{_round_up(asked)}',
            scale=f'{np.floor(1000 * problem.budget / asked) / 10:.1f} %', missing=f'{short.sum():.6g}',
            units=_listed(names, short))
    if blocked.size:
        row = int(blocked[np.argmax(floor[blocked] - problem.cap[blocked])])
        raise InfeasibleError(
            'The floors of {count} units exceed the most a single unit may get of the provincial budget; the largest '
            'is {unit}: floor {floor}, limit {cap}. Raise the limit or the budget, or lower the floors.',
            count=int(blocked.size), unit=names[row], floor=f'{floor[row]:.6g}', cap=f'{problem.cap[row]:.6g}')


def _shortest_breach(problem, floor):
    """(n,) how far each floor stays unmet when the budget meets as much of the floors, by priority, as it can."""
    order = np.lexsort((np.arange(len(floor)), -problem.priority))
    before = np.cumsum(floor[order]) - floor[order]
    met = np.clip(problem.budget - before, 0, floor[order])
    short = np.zeros(len(floor))
    short[order] = floor[order] - met
    return short


def _round_up(value):
    """A number of six digits that is not below ``value``."""
    digits = 5 - int(np.floor(np.log10(value))) if value > 0 else 0
    step = 10.0 ** -digits
    return f'{np.ceil(value / step - 1e-9) * step:.10g}'


def _listed(names, amounts):
    rows = np.argsort(-amounts, kind='stable')
    rows = rows[amounts[rows] > 1e-9]
    words = [f'{names[row]} ({amounts[row]:.6g})' for row in rows[:5]]
    return ', '.join(words) + (' …' if len(rows) > 5 else '')
