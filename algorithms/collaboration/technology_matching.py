"""Tool: techniques and teams for what units need."""

import numpy as np

from ...ecorestore_plugin.core.collaboration.technology import (
    assign_teams,
    best_techniques,
    suitability,
    unsolved,
)
from ...ecorestore_plugin.core.errors import MissingCodeError
from ...ecorestore_plugin.qgis_io.distances import anchors, distances
from ...ecorestore_plugin.qgis_io.technology import deployment, read_needs, read_techniques, team_skills
from ...ecorestore_plugin.qgis_io.unit_rows import read_rows, row_names, shape_of, write_rows
from ..base import Tool, mark, tr
from ..parameters import field, integer, number, number_output, table, table_output, vector, vector_output


class TechnologyMatching(Tool):
    tool_id = 'technologymatching'
    stage = 'collaboration'
    label = mark('Technology matching')
    summary = mark('Finds restoration techniques that suit the problems and conditions of every unit, and sends expert '
                   'teams across borders.')
    help = mark(
        'For every unit, techniques are rated by\n\n'
        'suitability = share of its problems the technique solves x fit of the pattern element x fit of slope and '
        'precipitation.\n\n'
        'Inside its range a condition fits fully; beyond it the fit falls to 0 over a quarter of the range. A '
        'technique meant for other elements counts half. Problems that no suitable technique solves are the technical '
        'bottlenecks of the unit.\n\n'
        'Expert teams are assigned where they are worth most: at most one team per unit, no team beyond its capacity, '
        'worth = importance x share of the unit\'s best techniques that the team masters, less up to a tenth for the '
        'way. Units that no team can help stay open and are reported.\n\n'
        'Problems are words separated by semicolons, such as "erosion; fragmentation"; the technique table says which '
        'words it knows. The shipped table is illustrative: add the techniques and costs of your province.\n\n'
        'Source: technology sharing across regions, Peng 2025, doi:10.61360/BoniGHSS252018890606; the rating is a '
        'proposal of EcoRestore.')
    keywords = mark('technology, techniques, experts, teams, assignment, technical bottleneck, restoration measures')

    def declare(self):
        yield vector('UNITS', tr('Units'), tr('Layer or table with the problems of every unit.'), 'table')
        yield field('PROBLEMS', tr('Problem field'), tr('Problems of the unit, separated by semicolons.'), 'UNITS',
                    'problems', optional=True)
        yield field('ELEMENT', tr('Element field'), tr('Pattern elements of the unit (core, corridor, node), separated '
                                                       'by semicolons; not used where the layer lacks it.'),
                    'UNITS', 'element', optional=True)
        yield field('SLOPE', tr('Slope field'), tr('Mean slope (degrees); not used where the layer lacks it.'),
                    'UNITS', 'slope', optional=True)
        yield field('PRECIPITATION', tr('Precipitation field'), tr('Annual precipitation (mm); not used where the '
                                                                   'layer lacks it.'),
                    'UNITS', 'precipitation', optional=True)
        yield field('IMPORTANCE', tr('Importance field'), tr('How much a unit counts when teams are scarce, 0 or more; '
                                                             'all alike where the layer lacks it.'),
                    'UNITS', 'priority', optional=True)
        yield field('AREA', tr('Area field'), tr('Area to treat (ha), for the cost; not used where the layer lacks '
                                                 'it.'), 'UNITS', 'restore_ha', optional=True)
        yield table('TECHNIQUES', tr('Techniques'), tr(
            'Table with technique, problems, and optionally elements, slope_min, slope_max, precipitation_min, '
            'precipitation_max, cost_wan_ha. Empty: the shipped table, illustrative.'), optional=True)
        yield integer('MOST', tr('Techniques per unit'), tr('How many of the best techniques are listed.'), 3, 1, 20)
        yield table('TEAMS', tr('Expert teams'), tr(
            'Table with team, skills (names of techniques or problems, separated by semicolons), capacity (units), and '
            'optionally unit_code of the seat. Empty: no teams are assigned.'), optional=True)
        yield number('REACH', tr('Farthest way of a team (km)'), tr('Empty for no limit; needs the seat of the teams '
                                                                    'and units with geometry.'),
                     minimum=0, optional=True, advanced=True)
        yield vector_output('OUTPUT', tr('Units with techniques'), tr(
            'The units with technique (best), suitability, techniques (the best with their suitability), bottlenecks, '
            'team, with seats also team_seat (the unit it comes from) and team_km, and cost_wan of the best '
            'technique.'))
        yield table_output('MATCHES', tr('Techniques per unit'), tr('Per unit and technique: rank, suitability, cost '
                                                                    'per hectare.'), optional=True)
        yield table_output('TEAM_TABLE', tr('Assigned teams'), tr('Per team: capacity, number of units, units.'),
                           optional=True)
        yield number_output('UNSOLVED', tr('Units with a technical bottleneck'))
        yield number_output('WITHOUT_TEAM', tr('Units without a team'))

    def compute(self, job):
        units = read_rows(job)
        techniques = read_techniques(job)
        if not job.given('TECHNIQUES'):
            job.warn(tr('The techniques are those of the shipped table, which is illustrative.'))
        needs = read_needs(job, units, techniques)
        scores = suitability(needs, techniques)
        best, missing = best_techniques(scores, job.integer('MOST')), unsolved(needs, techniques, scores)
        names = row_names(units)
        team, deployed = self.teams(job, units, techniques, best, needs)
        first = [columns[0] if columns else None for columns in best]
        area = job.field('AREA')
        area = units.numbers(area) if area and units.has(area) else np.full(len(units), np.nan)
        write_rows(job, 'OUTPUT', units, {
            'technique': ['' if one is None else techniques[one].name for one in first],
            'suitability': [0.0 if one is None else scores[row, one] for row, one in enumerate(first)],
            'techniques': [', '.join(f'{techniques[column].name} {100 * scores[row, column]:.0f} %'
                                     for column in columns) for row, columns in enumerate(best)],
            'bottlenecks': ['; '.join(words) for words in missing], 'team': team, **deployed,
            'cost_wan': [np.nan if one is None else techniques[one].cost * area[row] for row, one in enumerate(first)]})
        flat = [(names[row], rank + 1, techniques[column].name, scores[row, column], techniques[column].cost)
                for row, columns in enumerate(best) for rank, column in enumerate(columns)]
        job.write_table('MATCHES', {key: [row[place] for row in flat] for place, key in enumerate(
            ('unit', 'rank', 'technique', 'suitability', 'cost_wan_ha'))})
        stuck = [name for name, words in zip(names, missing) if words]
        if stuck:
            job.warn(tr('{count} units have problems that no suitable technique solves: {units}.', count=len(stuck),
                        units=', '.join(stuck[:10])))
        job.set_number('UNSOLVED', len(stuck))
        job.set_number('WITHOUT_TEAM', sum(not one for one in team) if job.given('TEAMS') else float('nan'))

    def teams(self, job, units, techniques, best, needs):
        """(the name of the team of every unit, '' without one, columns of where it comes from)."""
        teams = job.table('TEAMS', required=('team', 'skills', 'capacity'))
        if teams is None:
            return [''] * len(units), {}
        names, capacity = teams.unique('team'), teams.numbers('capacity', missing=False)
        key = job.field('IMPORTANCE')
        importance = np.nan_to_num(units.numbers(key)) if key and units.has(key) else np.ones(len(units))
        reach = job.number('REACH')
        seats, apart = self.seats(units, teams), None
        if seats is not None:
            points = anchors(units)
            apart = distances(points, [points[row] for row in seats])
        found = assign_teams(team_skills(teams, techniques, best, needs), importance, capacity, apart,
                             None if reach is None else 1000 * reach)
        labels = row_names(units)
        chosen, columns = deployment(found, names, labels, seats, apart)
        job.write_table('TEAM_TABLE', {
            'team': names, 'capacity': capacity, 'assigned': np.bincount(found.team, minlength=len(names)),
            'units': [', '.join(label for label, team in zip(labels, chosen) if team == name) for name in names]})
        if len(found.open):
            job.warn(tr('{count} units have no team: {units}.', count=len(found.open),
                        units=', '.join(labels[row] for row in found.open[:10])))
        return chosen, columns

    @staticmethod
    def seats(units, teams):
        """The unit row of the seat of every team, or None without seats or geometry."""
        if shape_of(units) == 'table' or not teams.has('unit_code') or not units.has('unit_code'):
            return None
        row = {code: number for number, code in enumerate(units.unique('unit_code'))}
        seats = teams.texts('unit_code')
        unknown = sorted(set(seats) - set(row))
        if unknown:
            raise MissingCodeError('{table}: the seats {codes} are no units.', table=teams.name,
                                   codes=', '.join(unknown[:10]))
        return [row[code] for code in seats]
