"""Who gets how much: provincial, local and social funds for restoration as a linear programme."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..checks import check_range, check_share
from ..errors import EmptyInputError, ParameterError, SolverError
from .funding_limits import check_feasible

TIE_BREAK = 1e-5


@dataclass(frozen=True)
class Loans:
    """Loans that units take and repay, made cheaper by the province.

    Attributes
    ----------
    amount : loans there are, all units together
    share : most of its need that a unit can borrow, number or (n,), 0 to 1
    subsidy : provincial money that a unit of loan costs, see ``interest_subsidy``
    worth : worth of a unit of loan against one of provincial money, 0 to 1
    """

    amount: float
    share: np.ndarray | float = 0.2
    subsidy: float = 0.0
    worth: float = 0.4


def interest_subsidy(points, years) -> float:
    """Provincial money that a unit of loan costs: interest subsidy on what is still owed, repaid in equal parts.

    The sum over t = 1..years of points x (1 - (t - 1) / years) = points x (years + 1) / 2, without discounting.

    Parameters
    ----------
    points : interest taken over per year, such as 0.02 for 2 % points
    years : term of the loan, 1 or more
    """
    if not (0 <= points <= 1 and years >= 1):
        raise ParameterError('An interest subsidy of {points} a year over {years} years makes no sense; give 2 % '
                             'points as 0.02, and 1 year or more.', points=f'{points:g}', years=f'{years:g}')
    return points * (years + 1) / 2


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
    cap_share : share of the budget that ``cap`` comes from
    loans : Loans, or None
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
    cap_share: float = 1.0
    loans: Loans | None = None

    @property
    def gap(self) -> np.ndarray:
        return self.need - self.own

    @property
    def floor(self) -> np.ndarray:
        return np.maximum(self.core_floor, self.weak_floor)

    @property
    def worths(self) -> tuple:
        """Worth of one unit of provincial, social and, where there are loans, borrowed money."""
        return (1.0, self.theta) if self.loans is None else (1.0, self.theta, self.loans.worth)


@dataclass(frozen=True)
class FundingPlan:
    """An allocation.

    Attributes
    ----------
    provincial, social : (n,) money
    objective : sum of priority x (provincial + theta x social + worth x loan)
    shadow_budget, shadow_social : what the objective gains from one more unit of provincial and of social money;
        NaN for plans that are not the optimum
    loan : (n,) borrowed money; 0 without loans. Its interest subsidy is provincial money beside ``provincial``
    """

    provincial: np.ndarray
    social: np.ndarray
    objective: float
    shadow_budget: float = float('nan')
    shadow_social: float = float('nan')
    loan: np.ndarray | float = 0.0


def funding_problem(need, own, priority, budget, social_budget=0.0, social_share=0.0, core=None, weak=None,
                    core_share=0.0, weak_share=0.0, theta=0.6, cap_share=1.0, loans=None) -> FundingProblem:
    """A checked problem.

    Parameters
    ----------
    need, own : (n,) money, 0 or more; own funds beyond the need are not used elsewhere
    priority : (n,) 0 to 1
    social_share : share of the need that social capital can bear, number or (n,), 0 to 1
    core, weak : (n,) bool, units with core areas or cross-regional corridors, and units that are fiscally weak
    core_share, weak_share : least share of their funding gap that the province pays
    cap_share : most a single unit may get of the provincial budget
    loans : Loans, or None for none

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
    for name, money in (('provincial budget', budget), ('social budget', social_budget),
                        ('amount of loans', 0.0 if loans is None else loans.amount)):
        if not (np.isfinite(money) and money >= 0):
            raise ParameterError('The {name} is {value}; it must be 0 or more.', name=name, value=f'{money:g}')
    for name, share in (('core floor', core_share), ('weak floor', weak_share), ('theta', theta), ('cap', cap_share)):
        check_share(name, share)
    if loans is not None:
        loans = replace(loans, share=np.broadcast_to(np.asarray(loans.share, dtype=float), need.shape))
        _check_column('loan share', loans.share, count, 1)
        check_share('worth of loans', loans.worth)
        check_range('interest subsidy', np.array([loans.subsidy]), 0)
    own = np.minimum(own, need)
    gap = need - own
    return FundingProblem(need, own, priority, social_share * need, core_share * gap * core, weak_share * gap * weak,
                          np.minimum(gap, cap_share * budget), float(budget), float(social_budget), float(theta),
                          float(cap_share), loans)


def optimal_funding(problem: FundingProblem, names=None) -> FundingPlan:
    """The plan that funds most priority.

    Maximise sum priority_i (x_i + theta p_i) subject to sum x <= budget, sum p <= social budget,
    x_i + p_i <= gap_i, floor_i <= x_i <= cap_i, 0 <= p_i <= social limit_i, with x provincial and p social money.
    Loans l add worth x priority_i l_i to the objective and l_i to the money of a unit, l_i <= share_i x need_i, and
    take subsidy x l_i from the provincial budget.
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
    check_feasible(problem, names)
    worth = np.concatenate([kind * problem.priority for kind in problem.worths])
    solved = _solve(problem, worth)
    relative = problem.gap / np.where(problem.need > 0, problem.need, 1)
    rank = np.argsort(np.lexsort((np.arange(len(relative)), -relative)))
    preference = TIE_BREAK * max(problem.priority.max(), 1e-9) * (1 - rank / len(rank))
    chosen = _solve(problem, worth + np.concatenate([kind * preference for kind in problem.worths]))
    prices = -solved.ineqlin.marginals[:2]
    return _plan(problem, chosen.x, *(float(price) + 0.0 for price in prices))


def _plan(problem, amounts, *prices):
    """FundingPlan of the variables of the programme."""
    n = len(problem.need)
    kinds = [_clean(amounts[start:start + n]) for start in range(0, n * len(problem.worths), n)]
    return FundingPlan(kinds[0], kinds[1], plan_worth(problem, *kinds), *(prices or (float('nan'),) * 2),
                       *kinds[2:])


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
    width = n * len(problem.worths)
    fair = np.zeros((len(rows), width + 1))
    for start in range(0, width, n):
        fair[np.arange(len(rows)), start + rows] = -1
    fair[:, -1] = problem.gap[rows]
    first = _solve(free, np.append(np.zeros(width), 1.0), fair)
    least = max(first.x[-1] - 1e-9, 0.0)
    second = _solve(free, np.append(np.ones(width), 0.0), fair, least)
    return _plan(problem, second.x)


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
    _check_column('difficulty', parts[1], len(problem.need), None)
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


def plan_worth(problem: FundingProblem, *kinds) -> float:
    """Sum of priority x (provincial + theta x social + worth x loan) of (n,) amounts in that order."""
    return float(sum((problem.priority * worth * amount).sum() for worth, amount in zip(problem.worths, kinds)))


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
    return replace(problem, core_floor=none, weak_floor=none, cap=problem.gap, cap_share=1.0)


def _solve(problem, worth, extra=None, least=0.0):
    """Maximise worth over provincial, social and borrowed money, and the variables of ``extra`` rows <= 0, at least
    ``least``."""
    from scipy.optimize import linprog
    from scipy.sparse import csr_matrix, hstack, identity, vstack
    n, kinds = len(problem.need), len(problem.worths)
    more = len(worth) - kinds * n
    totals = np.kron(np.eye(kinds), np.ones(n))
    limits = [problem.budget, problem.social_budget]
    bounds = list(zip(problem.floor, np.maximum(problem.cap, problem.floor)))
    bounds += [(0, limit) for limit in problem.social_limit]
    if problem.loans is not None:
        totals[0, 2 * n:] = problem.loans.subsidy
        limits.append(problem.loans.amount)
        bounds += [(0, limit) for limit in problem.loans.share * problem.need]
    rows = vstack([csr_matrix(totals), hstack([identity(n)] * kinds)])
    limits = np.concatenate([limits, problem.gap])
    if more:
        rows = vstack([hstack([rows, csr_matrix((n + kinds, more))]), csr_matrix(extra)])
        limits = np.concatenate([limits, np.zeros(len(extra))])
    solved = linprog(-np.asarray(worth), A_ub=rows.tocsr(), b_ub=limits, bounds=bounds + [(least, 1)] * more,
                     method='highs')
    if solved.status != 0:
        raise SolverError('The funding plan could not be solved: {reason}', reason=str(solved.message))
    return solved
