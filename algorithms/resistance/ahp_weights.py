"""Tool: weights from pairwise judgements."""

from ...ecorestore_plugin.core.errors import ParameterError
from ...ecorestore_plugin.core.resistance.judgements import judgement_matrix, judgements_from_text
from ...ecorestore_plugin.core.weights import ahp_weights, check_consistency, judgement_deviations
from ...ecorestore_plugin.qgis_io.factors import judgement_table
from ..base import Tool, mark, tr
from ..parameters import flag, number_output, table, table_output, text


class AhpWeights(Tool):
    tool_id = 'ahpweights'
    stage = 'resistance'
    label = mark('Weights by pairwise comparison (AHP)')
    summary = mark('Turns pairwise judgements into weights and checks that they do not contradict each other.')
    help = mark(
        'Analytic hierarchy process: each judgement a(i, j) says how many times factor i matters more than factor j '
        '(1 equal, 3 moderately, 5 strongly, 7 very strongly, 9 extremely more). The weights are the principal '
        'eigenvector of the matrix, scaled to sum 1.\n\n'
        'Consistency ratio CR = ((largest eigenvalue - n) / (n - 1)) / RI(n), with RI the mean for random matrices. '
        'Judgements with CR of 0.1 or more contradict each other too much: the tool then stops and names the most '
        'contradictory judgement and the value that would agree with the others.\n\n'
        'Give the judgements as a table (first column the factor, then one column per factor; fractions such as 1/3 '
        'are welcome, and half a matrix is enough because a(j, i) = 1 / a(i, j)), or as text. With neither, the '
        'shipped illustrative matrix for resistance factors is used.\n\n'
        'Source: Saaty 1977, doi:10.1016/0022-2496(77)90033-5.')
    keywords = mark('AHP, analytic hierarchy process, weights, pairwise comparison, consistency ratio, judgement')

    def declare(self):
        yield table('MATRIX', tr('Pairwise comparison table'),
                    tr('First column: the factor names. Other columns: one per factor, named like the rows. Columns '
                       'called source, provenance or note are left aside.'), optional=True)
        yield text('JUDGEMENTS', tr('Judgements as text'),
                   tr('Instead of a table: rows separated by semicolons, values by blanks or commas, such as '
                      '1 3 5; 1/3 1 2; 1/5 1/2 1.'), optional=True)
        yield text('NAMES', tr('Factor names'),
                   tr('Names for judgements given as text, separated by commas, in the order of the rows.'),
                   optional=True)
        yield flag('ALLOW_INCONSISTENT', tr('Accept contradictory judgements'),
                   tr('Write the weights even if the consistency ratio is 0.1 or more, with a warning.'),
                   advanced=True)
        yield table_output('WEIGHTS', tr('Weights'), tr('One row per factor: factor, weight (sum 1), and the '
                                                        'consistency ratio of the whole matrix.'))
        yield table_output('JUDGEMENT_CHECK', tr('Check of the judgements'),
                           tr('One row per pair, the most contradictory first: first, second, judgement, implied (by '
                              'the weights), deviation (how many times they differ).'), optional=True)
        yield number_output('CONSISTENCY_RATIO', tr('Consistency ratio'))
        yield number_output('LARGEST_EIGENVALUE', tr('Largest eigenvalue'))

    def check(self, job):
        if job.given('MATRIX') and job.given('JUDGEMENTS'):
            return tr('Give the judgements as a table or as text, not both.')
        return ''

    def compute(self, job):
        names, matrix = self.judgements(job)
        result = ahp_weights(matrix, names)
        if not job.flag('ALLOW_INCONSISTENT'):
            check_consistency(result, names)
        elif not result.acceptable:
            i, j = result.worst_pair
            job.warn(tr('The judgements contradict each other: consistency ratio {ratio}. The most contradictory one '
                        'is {first} over {second} = {value}; the others imply about {consistent}.',
                        ratio=f'{result.consistency_ratio:.3f}', first=names[i], second=names[j],
                        value=f'{result.worst_value:.3g}', consistent=f'{result.consistent_value:.3g}'))
        job.say(tr('Largest eigenvalue {eigenvalue}, consistency ratio {ratio}.',
                   eigenvalue=f'{result.largest_eigenvalue:.6f}', ratio=f'{result.consistency_ratio:.6f}'))
        job.write_table('WEIGHTS', {'factor': names, 'weight': result.weights,
                                    'consistency_ratio': [result.consistency_ratio] * len(names)})
        pairs = judgement_deviations(matrix, result.weights)
        job.write_table('JUDGEMENT_CHECK', {
            'first': [names[i] for i, _, _, _ in pairs], 'second': [names[j] for _, j, _, _ in pairs],
            'judgement': [float(matrix[i, j]) for i, j, _, _ in pairs], 'implied': [value for _, _, value, _ in pairs],
            'deviation': [times for _, _, _, times in pairs]})
        job.set_number('CONSISTENCY_RATIO', result.consistency_ratio)
        job.set_number('LARGEST_EIGENVALUE', result.largest_eigenvalue)

    def judgements(self, job):
        """Factor names and the matrix, from the table or the text."""
        if job.given('JUDGEMENTS'):
            rows = judgements_from_text(job.text('JUDGEMENTS'))
            names = job.list('NAMES') or [str(position + 1) for position in range(len(rows))]
            if len(names) != len(rows):
                raise ParameterError('There are {names} factor names for {count} factors.', names=len(names),
                                     count=len(rows))
            return names, judgement_matrix(names, names, rows)
        return judgement_table(job, 'MATRIX', 'ahp_resistance_matrix.csv')
