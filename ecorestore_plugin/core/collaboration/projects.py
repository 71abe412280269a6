"""Which projects and when: indivisible projects under several budgets and phases as a mixed-integer programme."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ..checks import check_share
from ..errors import DependencyError, EmptyInputError, InfeasibleError, ParameterError, SolverError, ValueRangeError


@dataclass(frozen=True)
class ProjectProblem:
    """Projects and the limits on them.

    Attributes
    ----------
    names : n unique ids
    benefit : (n,) 0 or more
    cost : (n, funds) money each project takes from every fund, in the phase it starts
    budget : (funds, phases) money there is
    earliest, latest : (n,) phase numbers from 0 in which the project may start
    required : (n,) bool, must be done
    exclusive : lists of project rows of which at most one is done
    needs : (row, row it needs) pairs; what is needed starts in the same phase or before
    discount : worth of a benefit one phase later, above 0 to 1
    carry : money left over in a phase can be spent in the next
    """

    names: list
    benefit: np.ndarray
    cost: np.ndarray
    budget: np.ndarray
    earliest: np.ndarray
    latest: np.ndarray
    required: np.ndarray
    exclusive: list = field(default_factory=list)
    needs: list = field(default_factory=list)
    discount: float = 1.0
    carry: bool = False

    @property
    def phases(self) -> int:
        return self.budget.shape[1]


@dataclass(frozen=True)
class Selection:
    """Chosen projects.

    Attributes
    ----------
    phase : (n,) phase of start from 0, -1 where not chosen
    benefit : total, discounted
    gap : (bound - benefit) / benefit that is left open; 0 when proven best
    bound : no selection can be better than this
    spent : (funds, phases)
    proven : the solver finished within the gap asked for
    """

    phase: np.ndarray
    benefit: float
    gap: float
    bound: float
    spent: np.ndarray
    proven: bool


def project_problem(names, benefit, cost, budget, earliest=None, latest=None, required=None, exclusive=(), needs=(),
                    discount=1.0, carry=False) -> ProjectProblem:
    """A checked problem; see ProjectProblem.

    Parameters
    ----------
    exclusive : lists of project ids
    needs : pairs (project id, id of the project it needs)

    Raises
    ------
    EmptyInputError, ParameterError, ValueRangeError : says which project, and what to do
    """
    names = [str(name) for name in names]
    if not names:
        raise EmptyInputError('There is no project.')
    count = len(names)
    cost = np.asarray(cost, dtype=float).reshape(count, -1)
    budget = np.asarray(budget, dtype=float)
    budget = budget.reshape(cost.shape[1], -1) if budget.ndim < 2 else budget
    benefit = np.asarray(benefit, dtype=float)
    last = budget.shape[1] - 1
    earliest = np.zeros(count, int) if earliest is None else np.asarray(earliest, dtype=int)
    latest = np.full(count, last) if latest is None else np.minimum(np.asarray(latest, dtype=int), last)
    required = np.zeros(count, bool) if required is None else np.asarray(required, dtype=bool)
    check_share('discount', discount, 1e-6, 1.0)
    _check_names(names)
    _check_numbers(names, benefit, cost, budget)
    late = np.flatnonzero((earliest > latest) | (earliest < 0))
    if late.size:
        raise ParameterError('{count} projects cannot start in any of the {phases} phases; the first is {name}.',
                             count=int(late.size), phases=last + 1, name=names[late[0]])
    row = {name: number for number, name in enumerate(names)}
    return ProjectProblem(names, benefit, cost, budget, earliest, latest, required,
                          [[_row_of(row, name) for name in group] for group in exclusive],
                          [(_row_of(row, one), _row_of(row, other)) for one, other in needs], discount, carry)


def select_projects(problem: ProjectProblem, gap=1e-6, seconds=60.0) -> Selection:
    """The projects, and their phases, with the largest discounted benefit.

    Maximise sum_pt benefit_p discount^t x_pt over x_pt in {0, 1} with sum_t x_pt <= 1 (= 1 where required), money of
    every fund and phase (summed up to the phase where it carries over), at most one project of an exclusive group, and
    a needed project no later than the one that needs it.

    Parameters
    ----------
    gap : relative gap to the best bound at which the search may stop
    seconds : most time for the search; the best found so far is returned with its gap

    Raises
    ------
    InfeasibleError : required projects that cannot all be done; names the fund, or the phases, and what is missing
    SolverError : nothing found in the time given
    DependencyError : scipy is older than 1.9

    Source: solved by HiGHS, Huangfu & Hall 2018, doi:10.1007/s12532-017-0130-5
    """
    try:
        from scipy.optimize import Bounds, LinearConstraint, milp
    except ImportError:
        raise DependencyError('Selecting projects needs scipy 1.9 or newer. Update QGIS or its scipy.') from None
    rows, low, high = _constraints(problem)
    worth = -(problem.benefit[:, None] * problem.discount ** np.arange(problem.phases)).ravel()
    open_phase = _open_phases(problem).ravel()
    solved = milp(worth, constraints=LinearConstraint(rows, low, high), integrality=np.ones(len(worth)),
                  bounds=Bounds(0, open_phase.astype(float)),
                  options={'mip_rel_gap': gap, 'time_limit': seconds})
    if solved.status == 2:
        _explain(problem, seconds)
    if solved.x is None:
        raise SolverError('No selection was found: {reason} Allow more time, or fewer required projects.',
                          reason=str(solved.message))
    chosen = np.round(solved.x).reshape(len(problem.names), problem.phases) > 0.5
    phase = np.where(chosen.any(axis=1), chosen.argmax(axis=1), -1)
    benefit = float(-(worth @ chosen.ravel()))
    bound = -float(solved.mip_dual_bound) if solved.mip_dual_bound is not None else benefit
    bound = max(bound, benefit)
    return Selection(phase, benefit, (bound - benefit) / benefit if benefit > 0 else 0.0, bound,
                     spending(problem, phase), solved.status == 0)


def select_one(problem, gap, seconds) -> Selection:
    """``select_projects`` as a task of an engine, so that a long search can be cancelled."""
    return select_projects(problem, gap, seconds)


def spending(problem: ProjectProblem, phase) -> np.ndarray:
    """(funds, phases) money that a choice of phases takes."""
    spent = np.zeros(problem.budget.shape)
    for row, start in enumerate(phase):
        if start >= 0:
            spent[:, start] += problem.cost[row]
    return spent


def _open_phases(problem):
    moments = np.arange(problem.phases)
    return (moments >= problem.earliest[:, None]) & (moments <= problem.latest[:, None])


def _constraints(problem):
    """(sparse rows, lower, upper) over x[project, phase] laid out flat."""
    from scipy.sparse import csr_matrix
    phases, entries, low, high = problem.phases, [], [], []

    def add(terms, least, most):
        entries.append(terms)
        low.append(least)
        high.append(most)

    def starts(project, until):
        return [(project * phases + moment, 1.0) for moment in range(until)]

    for project in range(len(problem.names)):
        add(starts(project, phases), float(problem.required[project]), 1.0)
    for fund in range(problem.budget.shape[0]):
        for moment in range(phases):
            first = 0 if problem.carry else moment
            terms = [(project * phases + step, problem.cost[project, fund]) for project in range(len(problem.names))
                     for step in range(first, moment + 1) if problem.cost[project, fund] > 0]
            add(terms, -np.inf, problem.budget[fund, first:moment + 1].sum())
    for group in problem.exclusive:
        add([term for project in group for term in starts(project, phases)], -np.inf, 1.0)
    for project, needed in problem.needs:
        for until in range(1, phases + 1):
            add(starts(project, until) + [(place, -1.0) for place, _ in starts(needed, until)], -np.inf, 0.0)
    row = np.repeat(np.arange(len(entries)), [len(terms) for terms in entries])
    flat = [term for terms in entries for term in terms]
    columns, values = (np.array(part) for part in zip(*flat))
    shape = (len(entries), len(problem.names) * phases)
    return csr_matrix((values, (row, columns.astype(np.int64))), shape=shape), np.array(low), np.array(high)


def _explain(problem, seconds):
    """Raises InfeasibleError with the plainest reason there is."""
    names = [name for name, wanted in zip(problem.names, problem.required) if wanted]
    cost = problem.cost[problem.required].sum(axis=0)
    short = cost - problem.budget.sum(axis=1)
    listed = ', '.join(names[:5]) + (' …' if len(names) > 5 else '')
    fund = int(np.argmax(short))
    if short[fund] > 0:
        raise InfeasibleError('The {count} required projects ask for {cost} of fund {fund}, which has {budget}: '
                              '{missing} are missing. Raise the budget or require fewer of: {names}.',
                              count=len(names), cost=f'{cost[fund]:.6g}', fund=fund + 1,
                              budget=f'{problem.budget[fund].sum():.6g}', missing=f'{short[fund]:.6g}', names=listed)
    for group in problem.exclusive:
        both = [problem.names[row] for row in group if problem.required[row]]
        if len(both) > 1:
            raise InfeasibleError('These required projects exclude each other: {names}. Require only one of them.',
                                  names=', '.join(both))
    more = least_money(problem, seconds)
    if more is None:
        raise InfeasibleError('The {count} required projects cannot all be done whatever the money: what they need or '
                              'exclude, and the phases they are allowed, stand against it. Widen their phases or '
                              'require fewer of: {names}.', count=len(names), names=listed)
    parts = [f'{more[fund, moment]:.6g} (fund {fund + 1}, phase {moment + 1})'
             for fund, moment in np.argwhere(more > 1e-9)]
    raise InfeasibleError('The {count} required projects fit into their phases only with more money, at the least '
                          '{parts}. Raise these budgets, widen the phases, let money carry over, or require fewer of: '
                          '{names}.', count=len(names), parts=', '.join(parts), names=listed)


def least_money(problem: ProjectProblem, seconds=60.0):
    """(funds, phases) the least money that would have to come on top for the required projects, in sum; None where
    no money helps.

    The programme of ``select_projects`` with slack on every budget, and the sum of it as the objective.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_matrix, hstack
    rows, low, high = _constraints(problem)
    funds, phases = problem.budget.shape
    # The rows of the budgets follow those of the projects; money that carries over helps later phases as well.
    place = [(len(problem.names) + fund * phases + moment, fund * phases + step) for fund in range(funds)
             for moment in range(phases) for step in range(0 if problem.carry else moment, moment + 1)]
    row, column = np.array(place).T
    slack = coo_matrix((-np.ones(len(row)), (row, column)), shape=(rows.shape[0], funds * phases))
    choices = rows.shape[1]
    solved = milp(np.repeat([0.0, 1.0], [choices, funds * phases]),
                  constraints=LinearConstraint(hstack([rows, slack]).tocsr(), low, high),
                  integrality=np.repeat([1, 0], [choices, funds * phases]),
                  bounds=Bounds(0, np.concatenate([_open_phases(problem).ravel().astype(float),
                                                   np.full(funds * phases, np.inf)])),
                  options={'time_limit': seconds})
    return None if solved.x is None else solved.x[choices:].reshape(funds, phases)


def _check_names(names):
    double = sorted({name for name in names if names.count(name) > 1})
    if double:
        raise ParameterError('{count} project ids occur more than once: {names}.', count=len(double),
                             names=', '.join(double[:10]))


def _check_numbers(names, benefit, cost, budget):
    if benefit.shape != (len(names),):
        raise ParameterError('{given} benefits for {count} projects.', given=benefit.size, count=len(names))
    wrong = np.flatnonzero(~(np.isfinite(benefit) & (benefit >= 0)))
    if wrong.size:
        raise ValueRangeError('{count} projects have no benefit or a negative one; the first is {name}.',
                              count=int(wrong.size), name=names[wrong[0]])
    wrong = np.flatnonzero(~(np.isfinite(cost) & (cost >= 0)).all(axis=1))
    if wrong.size:
        raise ValueRangeError('{count} projects have no cost or a negative one; the first is {name}.',
                              count=int(wrong.size), name=names[wrong[0]])
    free = np.flatnonzero(cost.sum(axis=1) == 0)
    if free.size:
        raise ValueRangeError('{count} projects cost nothing; the first is {name}. A project without cost would '
                              'always be chosen: give its cost, or leave it out.', count=int(free.size),
                              name=names[free[0]])
    if not (np.isfinite(budget).all() and (budget >= 0).all()):
        raise ValueRangeError('A budget is missing or negative; budgets must be 0 or more.')


def _row_of(row, name):
    if str(name) not in row:
        raise ParameterError('A rule names the project {name}, which is not in the list.', name=name)
    return row[str(name)]
