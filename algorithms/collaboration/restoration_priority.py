"""Tool: which units to restore first."""

import numpy as np

from ...ecorestore_plugin.core.classify import class_numbers, classify
from ...ecorestore_plugin.core.collaboration.priority import (
    WEIGHTINGS,
    drivers,
    indicator_weighting,
    rank_sensitivity,
    topsis,
)
from ...ecorestore_plugin.core.errors import ParameterError, TableError
from ...ecorestore_plugin.qgis_io.factors import judgement_table
from ...ecorestore_plugin.qgis_io.unit_rows import read_rows, write_rows
from ..base import Tool, mark, tr
from ..parameters import choice, integer, number, number_output, table, table_output, vector, vector_output

CLASSINGS = ('jenks', 'quantile', 'equal')


class RestorationPriority(Tool):
    tool_id = 'restorationpriority'
    stage = 'collaboration'
    label = mark('Restoration priority')
    summary = mark('Ranks units by importance, urgency, difficulty, benefit and capacity, and says what drives the '
                   'rank and how sure it is.')
    help = mark(
        'Ranks units, such as counties or collaborative units, by several indicators with TOPSIS: every indicator is '
        'scaled to 0..1 by its range (mirrored where less is more urgent) and weighted; a unit is the closer to the '
        'ideal the nearer it lies to the best value of every indicator and the farther from the worst:\n\n'
        'closeness = d- / (d+ + d-), from 0 to 1.\n\n'
        'The indicator table says which fields of the layer count, for which criterion, in which direction. Rows whose '
        'field the layer lacks are left aside, so that the shipped table fits the summary of Collaborative restoration '
        'units as well as a layer with more.\n\n'
        'Weights: equal gives every criterion the same; manual takes the weights of the table; ahp judges the criteria '
        'pair by pair (consistency ratio below 0.1) and shares a criterion equally among its indicators; entropy and '
        'critic come from the data; combined joins ahp and entropy by game theory.\n\n'
        'Weights are opinions, so the tool also draws them at random around the given ones and reports the range of '
        'ranks (5th to 95th percentile) and how often a unit is among the first tenth. Units whose range is narrow are '
        'safe to start with.\n\n'
        'Difficulty as higher cost belongs into the need of the funding allocation; count it there or here, not '
        'twice.\n\n'
        'Source: Hwang & Yoon 1981, doi:10.1007/978-3-642-48318-9 (TOPSIS); Saaty 1977, '
        'doi:10.1016/0022-2496(77)90033-5 (AHP).')
    keywords = mark('priority, TOPSIS, multi-criteria, ranking, AHP, entropy weight, CRITIC, sensitivity, drivers')

    def declare(self):
        yield vector('UNITS', tr('Units to rank'), tr(
            'Layer or table with the fields of the indicators, such as the summary of Collaborative restoration '
            'units.'), 'table')
        yield table('TABLE', tr('Indicator table'), tr(
            'Table with indicator, criterion, field, direction (+ where more is more urgent, else -) and weight. '
            'Empty: the shipped table, a proposal.'), optional=True)
        yield choice('WEIGHTS', tr('Weighting'), tr('How the weights come about; see the help.'), WEIGHTINGS,
                     'combined')
        yield table('JUDGEMENTS', tr('Judgements of the criteria'), tr(
            'Pairwise comparison of the criteria, a column per criterion, values 1/9 to 9 (how many times the row '
            'matters more than the column). Empty: the shipped matrix, illustrative.'), optional=True)
        yield integer('CLASSES', tr('Classes'), tr('Number of priority classes; 1 is the first.'), 3, 2, 9)
        yield choice('CLASS_METHOD', tr('Classification'), tr(
            'jenks finds natural breaks of the closeness, quantile gives classes of equal size, equal equal steps.'),
            CLASSINGS, 'jenks', advanced=True)
        yield number('SPREAD', tr('Spread of the weights'), tr(
            'For the sensitivity every weight is multiplied by a factor between 1 - spread and 1 + spread.'), 0.3,
            minimum=0, maximum=1, advanced=True)
        yield integer('DRAWS', tr('Draws'), tr('Sets of weights drawn for the sensitivity.'), 1000, 1, advanced=True)
        yield integer('SEED', tr('Random seed'), tr('The same seed draws the same weights.'), 1, 0, 2147483647,
                      advanced=True)
        yield vector_output('OUTPUT', tr('Priority of the units'), tr(
            'The units with priority (closeness, 0 to 1), priority_rank, priority_class (1 first), drivers, rank_low '
            'and rank_high (5th and 95th percentile of the rank), first_share (of draws among the first tenth), and '
            'the share of every criterion.'))
        yield table_output('WEIGHT_TABLE', tr('Weights of the indicators'), tr(
            'Per indicator: criterion, field, direction, weight and the parts it comes from.'))
        yield number_output('AGREEMENT', tr('Mean rank correlation of the draws with the result'))
        yield number_output('CONSISTENCY_RATIO', tr('Consistency ratio of the judgements (empty without AHP)'))

    def compute(self, job):
        units = read_rows(job)
        rows = self.indicators(job, units)
        names, criteria = rows['indicator'], rows['criterion']
        values = np.column_stack([units.numbers(field) for field in rows['field']])
        judgements = None
        if job.choice('WEIGHTS') in ('ahp', 'combined'):
            judgements = judgement_table(job, 'JUDGEMENTS', 'priority_judgements.csv')
            if not job.given('JUDGEMENTS'):
                job.warn(tr('The weights rest on the shipped illustrative judgements; give your own.'))
        found = indicator_weighting(job.choice('WEIGHTS'), values, rows['direction'], criteria, names, rows['weight'],
                                    judgements)
        priority = topsis(values, rows['direction'], found.weights)
        sure = rank_sensitivity(priority, found.weights, job.number('SPREAD'), job.integer('DRAWS'),
                                job.integer('SEED'), job.progress, job.cancelled)
        self.report(job, priority, names, found, sure)
        breaks = classify(priority.closeness, job.choice('CLASS_METHOD'), job.integer('CLASSES'))
        numbers = class_numbers(priority.closeness, breaks.limits)
        last = len(breaks.limits)
        shares = {f'c_{name}': priority.contribution[:, np.array(criteria) == name].sum(axis=1)
                  for name in dict.fromkeys(criteria)}
        write_rows(job, 'OUTPUT', units, {
            'priority': priority.closeness, 'priority_rank': [int(rank) or None for rank in priority.rank],
            'priority_class': [last - int(number) if number else None for number in numbers],
            'drivers': drivers(priority, names), 'rank_low': sure.lowest, 'rank_high': sure.highest,
            'first_share': sure.first_share, **shares}, 'unit_priority')
        nothing = np.full(len(names), np.nan)
        job.write_table('WEIGHT_TABLE', {
            'indicator': names, 'criterion': criteria, 'field': rows['field'],
            'direction': ['+' if sign > 0 else '-' for sign in rows['direction']], 'weight': found.weights,
            'weight_judged': nothing if found.judged is None else found.judged,
            'weight_data': nothing if found.data is None else found.data})
        job.set_number('AGREEMENT', sure.agreement)
        job.set_number('CONSISTENCY_RATIO', found.consistency_ratio)

    @staticmethod
    def indicators(job, units):
        """Columns of the indicator table, the rows that the units have a field for."""
        rows = job.table('TABLE', 'priority_indicators.csv', ('indicator', 'criterion', 'field', 'direction'))
        fields, signs = rows.texts('field'), [text.strip() for text in rows.texts('direction')]
        there = [row for row, field in enumerate(fields) if units.has(field)]
        if len(there) < 2:
            raise ParameterError('{units} has {count} of the fields that {table} names; at least 2 are needed. The '
                                 'table names: {fields}.', units=units.name, count=len(there), table=rows.name,
                                 fields=', '.join(fields))
        wrong = [row for row in there if signs[row] not in ('+', '-')]
        if wrong:
            raise TableError('{table}, row {row}: the direction "{value}" must be + or -.', table=rows.name,
                             row=wrong[0] + 1, value=signs[wrong[0]])
        absent = [fields[row] for row in range(len(fields)) if row not in there]
        if absent:
            job.say(tr('Rows of the indicator table without a field, not used: {names}.', names=', '.join(absent)))
        weight = rows.numbers('weight') if rows.has('weight') else np.ones(len(rows))
        return {'indicator': [rows.texts('indicator')[row] for row in there],
                'criterion': [rows.texts('criterion')[row].strip() for row in there],
                'field': [fields[row] for row in there], 'weight': np.nan_to_num(weight[there]),
                'direction': np.array([1 if signs[row] == '+' else -1 for row in there])}

    @staticmethod
    def report(job, priority, names, found, sure):
        unknown = int((priority.rank == 0).sum())
        if unknown:
            job.warn(tr('{count} units lack an indicator and have no rank.', count=unknown))
        job.say(tr('Weights: {weights}', weights=', '.join(
            f'{name} {weight:.3f}' for name, weight in zip(names, found.weights))))
        if np.isfinite(found.consistency_ratio):
            job.say(tr('Consistency ratio of the judgements: {ratio}', ratio=f'{found.consistency_ratio:.4f}'))
        job.say(tr('Ranks under drawn weights agree with the result by {agreement} (Spearman, mean).',
                   agreement=f'{sure.agreement:.3f}'))
