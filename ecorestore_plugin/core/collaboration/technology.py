"""Which restoration technique suits which unit, and which team of experts goes where."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_range
from ..errors import EmptyInputError, ParameterError, SolverError

# How far beyond its range a technique still works, as a share of the range: suitability falls to 0 there.
MARGIN = 0.25


@dataclass(frozen=True)
class Technique:
    """A restoration technique.

    Attributes
    ----------
    name : unique
    problems : what it solves
    elements : pattern elements it is meant for; empty for all
    ranges : condition -> (least, most), NaN where open, such as {'slope': (5, 25)}
    cost : money per hectare, NaN where unknown
    """

    name: str
    problems: frozenset
    elements: frozenset
    ranges: dict
    cost: float


@dataclass(frozen=True)
class Need:
    """What a unit needs.

    Attributes
    ----------
    problems : what is to be solved
    elements : pattern elements of the unit; empty where unknown
    conditions : condition -> value, NaN where unknown
    """

    problems: frozenset
    elements: frozenset
    conditions: dict


def range_fit(value, least, most) -> float:
    """1 inside [least, most], falling to 0 over a quarter of the range beyond; 1 where anything is unknown."""
    if np.isnan(value) or (np.isnan(least) and np.isnan(most)):
        return 1.0
    if least > most:
        raise ParameterError('A technique asks for values from {least} to {most}; the first must be the smaller.',
                             least=f'{least:g}', most=f'{most:g}')
    width = MARGIN * ((most - least) if np.isfinite(least) and np.isfinite(most) else
                      abs(least if np.isfinite(least) else most))
    beyond = max(least - value if np.isfinite(least) else 0.0, value - most if np.isfinite(most) else 0.0, 0.0)
    if beyond == 0:
        return 1.0
    return max(0.0, 1.0 - beyond / width) if width > 0 else 0.0


def suitability(needs, techniques) -> np.ndarray:
    """(units, techniques) suitability, 0 to 1: share of the unit's problems it solves x fit of element x conditions.

    A technique for other elements counts half; conditions multiply.
    """
    found = np.zeros((len(needs), len(techniques)))
    for row, need in enumerate(needs):
        for column, technique in enumerate(techniques):
            solved = need.problems & technique.problems
            if not solved:
                continue
            apart = technique.elements and need.elements and not technique.elements & need.elements
            score = len(solved) / len(need.problems) * (0.5 if apart else 1.0)
            for condition, (least, most) in technique.ranges.items():
                score *= range_fit(need.conditions.get(condition, np.nan), least, most)
            found[row, column] = score
    return found


def best_techniques(scores, most=3) -> list:
    """Per unit the columns of its best techniques, the best first; equal scores in the order of the table."""
    order = np.argsort(-scores, axis=1, kind='stable')[:, :most]
    return [[int(column) for column in row if scores[number, column] > 0] for number, row in enumerate(order)]


def unsolved(needs, techniques, scores) -> list:
    """Per unit the problems that no suitable technique solves, sorted: its technical bottlenecks."""
    missing = []
    for row, need in enumerate(needs):
        solved = set().union(*(technique.problems for column, technique in enumerate(techniques)
                               if scores[row, column] > 0), set())
        missing.append(sorted(need.problems - solved))
    return missing


@dataclass(frozen=True)
class Assignment:
    """Teams sent to units; arrays run over the assignments.

    ``unit``, ``team`` : rows; ``worth`` : skill x importance of each; ``open`` : units without a team.
    """

    unit: np.ndarray
    team: np.ndarray
    worth: np.ndarray
    open: np.ndarray


def assign_teams(skill, importance, capacity, distance=None, reach=None, travel=0.1) -> Assignment:
    """Teams to units: at most one team per unit, no team beyond its capacity, the largest total worth.

    worth = importance x skill x (1 - travel x distance / largest distance): an assignment problem, solved exactly.

    Parameters
    ----------
    skill : (units, teams) 0 to 1: how well a team masters what the unit needs
    importance : (units,) 0 or more, such as priority
    capacity : (teams,) units a team can look after, whole numbers of 0 or more
    distance : (units, teams) metres, or None
    reach : farthest a team travels, metres
    travel : share of the worth lost over the largest distance, 0 to 1

    Raises
    ------
    EmptyInputError, ParameterError, ValueRangeError, SolverError
    """
    skill, importance = np.asarray(skill, dtype=float), np.asarray(importance, dtype=float)
    capacity = np.asarray(capacity, dtype=float)
    if not skill.size:
        raise EmptyInputError('There is no unit or no team.')
    if skill.shape != (len(importance), len(capacity)):
        raise ParameterError('Skills of {rows} units and {columns} teams, but {units} units and {teams} teams.',
                             rows=skill.shape[0], columns=skill.shape[1], units=len(importance), teams=len(capacity))
    for name, values, most in (('skill', skill, 1), ('importance', importance, None), ('capacity', capacity, None)):
        check_range(name, values, 0, most)
    worth = skill * importance[:, None]
    if distance is not None:
        distance = np.asarray(distance, dtype=float)
        longest = np.nanmax(distance) if np.isfinite(distance).any() else 0.0
        worth = worth * (1.0 - travel * np.nan_to_num(distance) / longest if longest > 0 else 1.0)
        if reach is not None:
            worth = np.where(distance <= reach, worth, 0.0)
    unit, team = np.nonzero(worth > 0)
    if not unit.size:
        return Assignment(unit, team, np.zeros(0), np.arange(len(importance)))
    chosen = _solve(unit, team, worth[unit, team], len(importance), np.floor(capacity))
    return Assignment(unit[chosen], team[chosen], worth[unit, team][chosen],
                      np.setdiff1d(np.arange(len(importance)), unit[chosen]))


def _solve(unit, team, worth, units, capacity):
    """Rows of the pairs that are used; the constraints are those of a network, so that the optimum is whole."""
    from scipy.optimize import linprog
    from scipy.sparse import coo_matrix, vstack
    pairs, ones = np.arange(len(unit)), np.ones(len(unit))
    rows = vstack([coo_matrix((ones, (unit, pairs)), shape=(units, len(pairs))),
                   coo_matrix((ones, (team, pairs)), shape=(len(capacity), len(pairs)))]).tocsr()
    # Earlier pairs win between equal ones.
    preference = worth * (1.0 - 1e-9 * pairs / len(pairs))
    solved = linprog(-preference / worth.max(), A_ub=rows, b_ub=np.concatenate([np.ones(units), capacity]),
                     bounds=(0, 1), method='highs-ds')
    if solved.status != 0:
        raise SolverError('The teams could not be assigned: {reason}', reason=str(solved.message))
    return np.flatnonzero(solved.x > 0.5)
