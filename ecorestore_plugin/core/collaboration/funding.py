"""Who gets how much: provincial, local and social funds for restoration as a linear programme."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..checks import check_range, check_share
from ..errors import EmptyInputError, ParameterError, SolverError
from .funding_limits import check_feasible, explain_regions, region_rows

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


def pooled_funds(need, own, share) -> np.ndarray:
    """(n,) own funds beyond the need that join the provincial budget: ``share`` of them, 0 to 1."""
    check_share('share of own funds beyond the need', share)
    return share * np.maximum(np.asarray(own, dtype=float) - np.asarray(need, dtype=float), 0.0)


@dataclass(frozen=True)
class Regions:
    """Limits on the provincial money of groups of units, such as the counties of a city.

    Attributes
    ----------
    names : k names
    of : (n,) region of every unit from 0, -1 for units in none
    floor, cap : (k,) least and most provincial money
    """

    names: list
    of: np.ndarray
    floor: np.ndarray
    cap: np.ndarray

    def totals(self, amounts) -> np.ndarray:
        """(k,) sums of (n,) amounts."""
        inside = self.of >= 0
        return np.bincount(self.of[inside], weights=np.asarray(amounts)[inside], minlength=len(self.names))


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
    regions : Regions, or None
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
    regions: Regions | None = None

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
class Prices:
    """What the objective gains from one more unit of money at every limit; 0 or less for floors. They prove the plan:
    limits x prices add up to its objective.

    Attributes
    ----------
    totals : (kinds,) provincial budget, social capital, loans
    gap : (n,) of the gaps
    region_cap, region_floor : (regions,)
    most, least : (kinds, n) of the most and the least money of every kind that a unit can get
    """

    totals: np.ndarray
    gap: np.ndarray
    region_cap: np.ndarray
    region_floor: np.ndarray
    most: np.ndarray
    least: np.ndarray


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
    prices : of all limits; None for plans that are not the optimum
    """

    provincial: np.ndarray
    social: np.ndarray
    objective: float
    shadow_budget: float = float('nan')
    shadow_social: float = float('nan')
    loan: np.ndarray | float = 0.0
    prices: Prices | None = None


def funding_problem(need, own, priority, budget, social_budget=0.0, social_share=0.0, core=None, weak=None,
                    core_share=0.0, weak_share=0.0, theta=0.6, cap_share=1.0, loans=None,
                    regions=None) -> FundingProblem:
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
    regions : Regions, or None for none; a floor beyond what its units can take is lowered to that

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
        check_column(name, values, count, highest)
    for name, money in (('provincial budget', budget), ('social budget', social_budget),
                        ('amount of loans', 0.0 if loans is None else loans.amount)):
        if not (np.isfinite(money) and money >= 0):
            raise ParameterError('The {name} is {value}; it must be 0 or more.', name=name, value=f'{money:g}')
    for name, share in (('core floor', core_share), ('weak floor', weak_share), ('theta', theta), ('cap', cap_share)):
        check_share(name, share)
    if loans is not None:
        loans = replace(loans, share=np.broadcast_to(np.asarray(loans.share, dtype=float), need.shape))
        check_column('loan share', loans.share, count, 1)
        check_share('worth of loans', loans.worth)
        check_range('interest subsidy', np.array([loans.subsidy]), 0)
    own = np.minimum(own, need)
    gap = need - own
    cap = np.minimum(gap, cap_share * budget)
    if regions is not None:
        regions = _checked_regions(regions, cap)
    return FundingProblem(need, own, priority, social_share * need, core_share * gap * core, weak_share * gap * weak,
                          cap, float(budget), float(social_budget), float(theta), float(cap_share), loans, regions)


def _checked_regions(regions, cap):
    of, floor, most = np.asarray(regions.of), np.asarray(regions.floor, dtype=float), np.asarray(regions.cap, float)
    if of.shape != cap.shape or (of.size and of.max() >= len(regions.names)):
        raise ParameterError('Regions of {given} units for {count} units, or regions without a name.', given=of.size,
                             count=cap.size)
    for name, values in (('least regional share', floor), ('largest regional share', most)):
        check_column(name, values, len(regions.names), None)
    wrong = np.flatnonzero(floor > most)
    if wrong.size:
        raise ParameterError('{count} regions have a floor above their limit; the first is {name}: {floor} above '
                             '{cap}.', count=int(wrong.size), name=regions.names[wrong[0]],
                             floor=f'{floor[wrong[0]]:.6g}', cap=f'{most[wrong[0]]:.6g}')
    regions = replace(regions, of=of)
    return replace(regions, floor=np.minimum(floor, regions.totals(cap)), cap=most)


def optimal_funding(problem: FundingProblem, names=None) -> FundingPlan:
    """The plan that funds most priority.

    Maximise sum priority_i (x_i + theta p_i) subject to sum x <= budget, sum p <= social budget,
    x_i + p_i <= gap_i, floor_i <= x_i <= cap_i, 0 <= p_i <= social limit_i, with x provincial and p social money.
    Loans l add worth x priority_i l_i to the objective and l_i to the money of a unit, l_i <= share_i x need_i, and
    take subsidy x l_i from the provincial budget. Regions bound the sum of x over their units.
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
    solved = solve_programme(problem, worth, names=names)
    relative = problem.gap / np.where(problem.need > 0, problem.need, 1)
    rank = np.argsort(np.lexsort((np.arange(len(relative)), -relative)))
    preference = TIE_BREAK * max(problem.priority.max(), 1e-9) * (1 - rank / len(rank))
    chosen = solve_programme(problem, worth + np.concatenate([kind * preference for kind in problem.worths]))
    prices = _prices(problem, solved)
    return replace(plan_of(problem, chosen.x), shadow_budget=float(prices.totals[0]),
                   shadow_social=float(prices.totals[1]), prices=prices)


def _prices(problem, solved):
    n, kinds = len(problem.need), len(problem.worths)
    # Adding 0 leaves no -0.0.
    rows, least, most = (0.0 - part.marginals for part in (solved.ineqlin, solved.lower, solved.upper))
    caps, floors = np.split(rows[kinds + n:], 2)
    return Prices(rows[:kinds], rows[kinds:kinds + n], caps, 0.0 - floors, most.reshape(kinds, n),
                  least.reshape(kinds, n))


def plan_of(problem, amounts) -> FundingPlan:
    """The plan that the variables of the programme are."""
    n = len(problem.need)
    kinds = [_clean(amounts[start:start + n]) for start in range(0, n * len(problem.worths), n)]
    return FundingPlan(kinds[0], kinds[1], plan_worth(problem, *kinds), loan=kinds[2] if len(kinds) > 2 else 0.0)


def plan_worth(problem: FundingProblem, *kinds) -> float:
    """Sum of priority x (provincial + theta x social + worth x loan) of (n,) amounts in that order."""
    return float(sum((problem.priority * worth * amount).sum() for worth, amount in zip(problem.worths, kinds)))


def check_column(name, values, count, highest):
    """``count`` known values from 0 to ``highest``."""
    if values.shape != (count,):
        raise ParameterError('{name}: {given} values for {count} units.', name=name, given=values.size, count=count)
    missing = np.flatnonzero(np.isnan(values))
    if missing.size:
        raise ParameterError('{name}: {count} units have no value; the first is row {row}. Fill it in.',
                             name=name, count=int(missing.size), row=int(missing[0]) + 1)
    check_range(name, values, 0, highest)


def _clean(amounts):
    # HiGHS answers within 1e-9; nobody is paid -0.0.
    return np.where(np.abs(amounts) < 1e-7, 0.0, amounts)


def solve_programme(problem, worth, extra=None, least=0.0, names=None):
    """Maximise worth over provincial, social and borrowed money, and the variables of ``extra`` rows <= 0, at least
    ``least``. The rows are those of the totals, the gaps, and the caps and floors of regions."""
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
    rows = [csr_matrix(totals), hstack([identity(n)] * kinds)]
    limits = [limits, problem.gap]
    if problem.regions is not None:
        inside = region_rows(problem.regions, kinds * n)
        rows += [inside, -inside]
        limits += [problem.regions.cap, -problem.regions.floor]
    rows, limits = vstack(rows), np.concatenate(limits)
    if more:
        rows = vstack([hstack([rows, csr_matrix((rows.shape[0], more))]), csr_matrix(extra)])
        limits = np.concatenate([limits, np.zeros(extra.shape[0])])
    solved = linprog(-np.asarray(worth), A_ub=rows.tocsr(), b_ub=limits, bounds=bounds + [(least, 1)] * more,
                     method='highs')
    if solved.status == 2 and problem.regions is not None:
        explain_regions(problem, names)
    if solved.status != 0:
        raise SolverError('The funding plan could not be solved: {reason}', reason=str(solved.message))
    return solved
