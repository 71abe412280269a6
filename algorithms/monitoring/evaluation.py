"""Tool: indicators against targets, a grade, and what holds restoration back."""

import numpy as np

from ...ecorestore_plugin.core.monitoring.evaluation import dimension_scores, evaluate
from ...ecorestore_plugin.qgis_io.evaluation_report import evaluation_page
from ...ecorestore_plugin.qgis_io.evaluation_table import evaluated_units, measure_of
from ..base import Tool, mark, tr
from ..parameters import field, number_output, report_output, table, table_output


class Evaluation(Tool):
    tool_id = 'evaluation'
    stage = 'monitoring'
    label = mark('Evaluation')
    summary = mark('Scores indicators against their targets, grades every unit, and names what holds it back.')
    help = mark(
        'Compares indicators with their targets:\n\n'
        'fulfilment = value / target (target / value where less is better), at most 1.2; score = 100 sum of weight x '
        'fulfilment; grade: excellent from 90, good from 75, fair from 60, else poor.\n\n'
        'A target of kind level is compared with the value; one of kind change with the change from the baseline in '
        'percent, such as soil loss 15 % lower (direction -); one of kind annual with the compound change per year, '
        'such as product value 10 % higher a year (direction +).\n\n'
        'Missing values: the weights of the others are scaled up and the share of the weights that is known is '
        'reported; below 70 % the score is marked uncertain.\n\n'
        'Obstacle degree = weight x (1 - fulfilment) / sum of the same: which indicators account for what is '
        'lacking.\n\n'
        'Values come with their targets in one table, or from a table with indicator, value, baseline and years, as '
        'the monitoring indicators write it, which is joined to the targets by name (English or Chinese). factor '
        'brings a value to the unit of its target, 100 for a share against percent; it is not used where the column '
        'unit says that the value has that unit already. A field of units, such as zone, evaluates them one by '
        'one.\n\n'
        'The shipped targets are an example to edit. Those the Hunan paper reports: erosion control 15 to 20 %, cover '
        'of core patches above 85 %, value of ecological products 10 % a year, safe drinking water above 98 %, '
        'satisfaction above 80 %. All other targets and all weights are proposals.\n\n'
        'Source: targets Peng 2025, doi:10.61360/BoniGHSS252018890606; scoring is a proposal of EcoRestore.')
    keywords = mark('evaluation, targets, score, grade, obstacle degree, indicators, performance, effectiveness')

    def declare(self):
        yield table('TABLE', tr('Indicators'), tr(
            'Table with indicator and value, and optionally baseline and years; with direction (+ or -), target, kind '
            '(level, change or annual), dimension, weight, unit and name_zh where it holds the targets too.'))
        yield table('TARGETS', tr('Targets'), tr(
            'Table with indicator, direction (+ or -), kind (level, change or annual), target, and optionally '
            'dimension, weight, factor, unit, name_zh, formula and provenance. Empty: the targets in the table of the '
            'indicators, or the shipped ones where it has none.'), optional=True)
        yield field('UNIT', tr('Unit field'), tr('Rows with the same value are evaluated together; empty: all rows '
                                                 'together.'), 'TABLE', optional=True)
        yield table_output('OUTPUT', tr('Scores'), tr(
            'Per unit: score (0 to 120), grade, coverage (share of the weights with a value), uncertain (1 below '
            '70 %), the score of every dimension, obstacles.'))
        yield table_output('DETAILS', tr('Indicators in detail'), tr(
            'Per unit and indicator: actual, target, fulfilment, weight, obstacle, the kind of target and the measure '
            'of actual and target.'), optional=True)
        yield report_output('REPORT', tr('Report'), tr('Scores, grades, fulfilment and obstacles as a page.'))
        yield number_output('SCORE', tr('Mean score'))

    def compute(self, job):
        found = []
        for unit, part in evaluated_units(job):
            result = evaluate(part['value'], part['target'], part['weight'], part['direction'], part['kind'],
                              part['baseline'], part['years'])
            found.append((unit, part, result))
            if result.sparse:
                job.warn(tr('{unit}: only {share} of the weights have a value; the score is uncertain.',
                            unit=unit or tr('all'), share=f'{100 * result.coverage:.0f} %'))
        self.write(job, found)
        if job.given('REPORT'):
            job.write_text('REPORT', evaluation_page(found))
        score = float(np.mean([result.score for _, _, result in found]))
        job.say(tr('{count} evaluations, mean score {score}.', count=len(found), score=f'{score:.1f}'))
        job.set_number('SCORE', score)

    @staticmethod
    def write(job, found):
        dimensions = list(dict.fromkeys(name for _, part, _ in found for name in part['dimension'] if name))
        scores = [dimension_scores(result, part['dimension']) for _, part, result in found]
        job.write_table('OUTPUT', {
            'unit': [unit for unit, _, _ in found], 'score': [result.score for _, _, result in found],
            'grade': [result.grade for _, _, result in found], 'coverage': [result.coverage for _, _, result in found],
            'uncertain': [int(result.sparse) for _, _, result in found],
            **{f's_{name}': [score.get(name, np.nan) for score in scores] for name in dimensions},
            'obstacles': [obstacles(part['indicator'], result) for _, part, result in found]})
        flat = [(unit, part['indicator'][row], part['dimension'][row], float(result.actual[row]),
                 float(part['target'][row]), float(result.fulfilment[row]), float(result.weights[row]),
                 float(result.obstacle[row]), part['kind'][row], measure_of(part, row))
                for unit, part, result in found for row in range(len(part['indicator']))]
        keys = ('unit', 'indicator', 'dimension', 'actual', 'target', 'fulfilment', 'weight', 'obstacle', 'kind',
                'measure')
        job.write_table('DETAILS', {key: [row[place] for row in flat] for place, key in enumerate(keys)})


def obstacles(names, result, most=3):
    """'name 42 %' of the largest obstacles."""
    order = np.argsort(-result.obstacle, kind='stable')[:most]
    return ', '.join(f'{names[row]} {100 * result.obstacle[row]:.0f} %' for row in order if result.obstacle[row] > 0)
