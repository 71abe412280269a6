"""Techniques, needs and teams between tables and the core."""

from __future__ import annotations

import numpy as np

from ..core.collaboration.technology import Need, Technique
from ..core.errors import MissingCodeError, TableError

CONDITIONS = ('slope', 'precipitation')


def words(text):
    """The words of a list separated by semicolons, lower case."""
    return frozenset(word.strip().lower() for word in str(text or '').replace('；', ';').split(';') if word.strip())


def read_techniques(job):
    """Techniques of the table parameter TECHNIQUES or the shipped CSV.

    Raises
    ------
    TableError : a technique without problems; DuplicateCodeError : one that is listed twice
    """
    table = job.table('TECHNIQUES', 'restoration_techniques.csv', ('technique', 'problems'))
    names = table.unique('technique')
    problems = [words(text) for text in table.texts('problems')]
    bare = [name for name, found in zip(names, problems) if not found]
    if bare:
        raise TableError('{table}: {count} techniques solve no problem; the first is {name}. Fill in problems.',
                         table=table.name, count=len(bare), name=bare[0])
    elements = table.texts('elements') if table.has('elements') else [''] * len(names)
    cost = table.numbers('cost_wan_ha') if table.has('cost_wan_ha') else np.full(len(names), np.nan)
    ends = {(name, end): table.numbers(f'{name}_{end}') if table.has(f'{name}_{end}') else np.full(len(names), np.nan)
            for name in CONDITIONS for end in ('min', 'max')}
    return [Technique(name, problems[row], words(elements[row]),
                      {key: (ends[key, 'min'][row], ends[key, 'max'][row]) for key in CONDITIONS}, float(cost[row]))
            for row, name in enumerate(names)]


def read_needs(job, units, techniques):
    """A Need per unit.

    Raises
    ------
    MissingCodeError : problems that no technique knows; lists them with their number of units
    """
    key = job.field('PROBLEMS') or 'problems'
    problems = [words(text) for text in units.texts(key)]
    known = frozenset().union(*(technique.problems for technique in techniques))
    counts = {}
    for found in problems:
        for word in found - known:
            counts[word] = counts.get(word, 0) + 1
    if counts:
        raise MissingCodeError('{name}, field {field}: {count} problems are solved by no technique of the table: '
                               '{problems}. Spell them as there ({known}), or add techniques.', name=units.name,
                               field=key, count=len(counts),
                               problems=', '.join(f'{word} ({count})' for word, count in sorted(counts.items())),
                               known=', '.join(sorted(known)))
    element = job.field('ELEMENT')
    elements = units.texts(element) if element and units.has(element) else [''] * len(units)
    conditions = {}
    for name in CONDITIONS:
        field = job.field(name.upper())
        conditions[name] = units.numbers(field) if field and units.has(field) else np.full(len(units), np.nan)
    return [Need(problems[row], words(elements[row]), {name: values[row] for name, values in conditions.items()})
            for row in range(len(units))]


def team_skills(teams, techniques, best, needs):
    """(units, teams) share of a unit's best techniques that a team masters, weighted to the better ones.

    A team's skills are names of techniques or of problems.
    """
    skills = [words(text) for text in teams.texts('skills')]
    found = np.zeros((len(needs), len(skills)))
    for row, columns in enumerate(best):
        weights = 1.0 / np.arange(1, len(columns) + 1)
        for number, known in enumerate(skills):
            masters = np.array([techniques[column].name.lower() in known
                                or bool(techniques[column].problems & needs[row].problems & known)
                                for column in columns], dtype=float)
            found[row, number] = float(weights @ masters / weights.sum()) if len(columns) else 0.0
    return found


def deployment(found, names, labels, seats, apart):
    """(name of the team of every unit, '' without one, columns with its seat and the way to it).

    Parameters
    ----------
    found : Assignment
    names, labels : of the teams and of the units
    seats : unit row of the seat of every team, or None
    apart : (units, teams) metres to the seats, or None
    """
    team = np.full(len(labels), -1)
    team[found.unit] = found.team
    chosen = [names[number] if number >= 0 else '' for number in team]
    if seats is None:
        return chosen, {}
    way = np.full(len(labels), np.nan)
    way[found.unit] = apart[found.unit, found.team] / 1000.0
    return chosen, {'team_seat': [labels[seats[number]] if number >= 0 else None for number in team], 'team_km': way}
