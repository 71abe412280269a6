"""Tool: satisfaction of people and agreement of experts."""

import numpy as np

from ...ecorestore_plugin.core.errors import EmptyInputError
from ...ecorestore_plugin.core.monitoring.survey import FEW_ITEMS, expert_agreement, satisfaction
from ...ecorestore_plugin.qgis_io.unit_rows import read_rows
from ..base import Tool, mark, tr
from ..parameters import field, integer, number, number_output, table, table_output


class Survey(Tool):
    tool_id = 'survey'
    stage = 'monitoring'
    label = mark('Survey')
    summary = mark('Satisfaction on a Likert scale with confidence limits, per question and unit, and how far experts '
                   'agree.')
    help = mark(
        'Summarises answers on a Likert scale, such as 1 (very dissatisfied) to 5 (very satisfied): number, mean, the '
        'share that is satisfied (4 and 5 of 5), and the Wilson limits of that share, which hold for few answers and '
        'for shares near 0 and 1. Weights, such as the people an answer stands for, enter the mean, the share and the '
        'limits; the limits then use the effective number of answers, (sum w)^2 / sum w^2.\n\n'
        'Fewer than 30 effective answers are marked: their limits are wide, and a change between two dates within them '
        'is no change.\n\n'
        'Expert scores: one row per expert and one field per item. Kendall\'s W says how far the experts rank the '
        'items alike, from 0 to 1, with its probability under chance; items on which scores vary by more than a '
        'quarter of their mean are worth another round.\n\n'
        'Source: Wilson 1927, doi:10.1080/01621459.1927.10502953; Kendall & Babington Smith 1939, '
        'doi:10.1214/aoms/1177732186.')
    keywords = mark('survey, questionnaire, Likert, satisfaction, Wilson interval, public participation, expert '
                    'scoring, Kendall W, Delphi')

    def declare(self):
        yield table('ANSWERS', tr('Answers'), tr('Layer or table with one row per person.'), optional=True)
        yield field('QUESTIONS', tr('Question fields'), tr('One field per question, whole numbers from 1 to the end of '
                                                           'the scale, empty where not answered.'), 'ANSWERS',
                    multiple=True, optional=True)
        yield field('GROUP', tr('Group field'), tr('Answers are also summarised per value of this field, such as the '
                                                   'unit code.'), 'ANSWERS', optional=True)
        yield field('WEIGHT', tr('Weight field'), tr('Above 0; empty: all answers count alike.'), 'ANSWERS',
                    optional=True, advanced=True)
        yield integer('SCALE', tr('End of the scale'), tr('5 for answers from 1 to 5.'), 5, 2, 11)
        yield integer('SATISFIED', tr('Satisfied from'), tr('Lowest answer that counts as satisfied.'), 4, 2, 11)
        yield number('CONFIDENCE', tr('Confidence'), tr('Of the limits; 0.95 is usual.'), 0.95, minimum=0.5,
                     maximum=0.999, advanced=True)
        yield table('EXPERTS', tr('Expert scores'), tr('Table with one row per expert.'), optional=True)
        yield field('ITEMS', tr('Item fields'), tr('One field per item that the experts scored.'), 'EXPERTS',
                    multiple=True, optional=True)
        yield table_output('OUTPUT', tr('Satisfaction'), tr(
            'Per question and group: answers, effective, mean, satisfied (share), lower, upper, few (1 below 30), and '
            'the number of every answer.'), optional=True)
        yield table_output('AGREEMENT', tr('Agreement of the experts'), tr(
            'Per item: mean, deviation, variation (deviation / mean), apart (1 above 0.25).'), optional=True)
        yield number_output('SATISFIED_SHARE', tr('Satisfied share over all questions'))
        yield number_output('CONCORDANCE', tr('Agreement of the experts (Kendall\'s W)'))

    def check(self, job):
        if not job.given('ANSWERS') and not job.given('EXPERTS'):
            return tr('Give answers, expert scores, or both.')
        if job.given('ANSWERS') and not job.fields('QUESTIONS'):
            return tr('Choose the fields of the questions.')
        if job.given('EXPERTS') and len(job.fields('ITEMS')) < 2:
            return tr('Choose two or more fields of items.')
        return ''

    def compute(self, job):
        share, agreed = float('nan'), float('nan')
        if job.given('ANSWERS'):
            share = self.summarise(job)
        if job.given('EXPERTS'):
            agreed = self.experts(job)
        job.set_number('SATISFIED_SHARE', share)
        job.set_number('CONCORDANCE', agreed)

    @staticmethod
    def summarise(job):
        """Writes the satisfaction table; returns the satisfied share of all answers together."""
        rows, scale, level = read_rows(job, 'ANSWERS', None), job.integer('SCALE'), job.integer('SATISFIED')
        weights = rows.numbers(job.field('WEIGHT'), missing=False) if job.field('WEIGHT') else np.ones(len(rows))
        labels = np.array(rows.texts(job.field('GROUP')) if job.field('GROUP') else [''] * len(rows))
        groups = [('', np.ones(len(rows), bool))]
        if job.field('GROUP'):
            groups += [(name, labels == name) for name in sorted(set(labels.tolist()))]
        keys = ('question', 'group', 'answers', 'effective', 'mean', 'satisfied', 'lower', 'upper', 'few')
        columns = {key: [] for key in (*keys, *(f'n_{answer}' for answer in range(1, scale + 1)))}
        total, satisfied, few = 0.0, 0.0, 0
        for question in job.fields('QUESTIONS'):
            answers = rows.numbers(question)
            for name, mine in groups:
                given = mine & np.isfinite(answers)
                if not given.any():
                    if name:
                        continue
                    raise EmptyInputError('The question {question} has no answer. Leave it out, or check its field.',
                                          question=question)
                found = satisfaction(answers[mine], scale, level, weights[mine], job.number('CONFIDENCE'))
                few += found.few
                counts = np.bincount(answers[given].astype(int), minlength=scale + 1)[1:]
                values = (question, name, found.count, found.effective, found.mean, found.share, found.lower,
                          found.upper, int(found.few), *counts.tolist())
                for key, value in zip(columns, values):
                    columns[key].append(value)
                if not name:
                    total += weights[given].sum()
                    satisfied += found.share * weights[given].sum()
        if few:
            job.warn(tr('{count} results rest on fewer than 30 answers; their limits are wide.', count=few))
        job.write_table('OUTPUT', columns)
        job.say(tr('Satisfied over all questions: {share}.', share=f'{100 * satisfied / total:.1f} %'))
        return satisfied / total

    @staticmethod
    def experts(job):
        rows, items = read_rows(job, 'EXPERTS', None), job.fields('ITEMS')
        found = expert_agreement(np.column_stack([rows.numbers(item) for item in items]))
        job.write_table('AGREEMENT', {'item': items, 'mean': found.mean, 'deviation': found.deviation,
                                      'variation': found.variation, 'apart': (found.variation > 0.25).astype(int)})
        job.say(tr('{experts} experts on {items} items: Kendall\'s W {w}, p {p}.', experts=found.experts,
                   items=found.items, w=f'{found.concordance:.3f}', p=f'{found.p:.4f}'))
        if found.items < FEW_ITEMS:
            job.warn(tr('{items} items are few: p is rough below {least}.', items=found.items, least=FEW_ITEMS))
        return found.concordance
