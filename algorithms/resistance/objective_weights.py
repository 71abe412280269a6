"""Tool: weights of indicators from their own data."""

import numpy as np

from ...ecorestore_plugin.core.errors import EmptyInputError, ParameterError
from ...ecorestore_plugin.core.objective import (
    METHODS,
    SAMPLE,
    directions_from_text,
    objective_weights,
    sample_cells,
)
from ..base import Tool, mark, tr
from ..parameters import choice, field, integer, number, number_output, rasters, table, table_output, text

ALIKE = 0.8


class ObjectiveWeights(Tool):
    tool_id = 'objectiveweights'
    stage = 'resistance'
    label = mark('Objective weights of indicators')
    summary = mark('Weighs indicators by their own data: entropy, CRITIC, principal components, or all combined.')
    help = mark(
        'Weighs indicators by how much they tell units or cells apart. Every indicator is first scaled to 0..1 by its '
        'range, mirrored where less is better.\n\n'
        'entropy: p = x / sum x, e = -sum p ln p / ln n, weight = (1 - e) / sum (1 - e). An indicator counts more the '
        'more unevenly it is spread.\n\n'
        'critic: C = standard deviation x sum over the others of (1 - correlation), weight = C / sum C. An indicator '
        'counts more the more it varies and the less the others repeat it.\n\n'
        'pca: the leading principal components of the correlation matrix that hold the given share of the variance; '
        'weight = communality / sum of communalities.\n\n'
        'combined: the three joined by game theory, w = sum a_i w_i with the coefficients a from '
        '[w_i . w_j] a = [w_i . w_i]; their mean where a coefficient would be negative.\n\n'
        'Give either a table or layer with one numeric field per indicator, or rasters on one grid. Rows and cells in '
        'which an indicator is unknown are left out. An indicator without variation weighs 0. The weights describe '
        'this extent and this date: they are not judgements of importance, and they change with both.\n\n'
        'Sources: Shannon 1948, doi:10.1002/j.1538-7305.1948.tb01338.x; Diakoulaki, Mavrotas & Papayannakis 1995, '
        'doi:10.1016/0305-0548(94)00059-H; OECD & JRC 2008, doi:10.1787/9789264043466-en.')
    keywords = mark('entropy weight, CRITIC, principal component analysis, PCA, objective weights, game theory, '
                    'correlation, indicators')

    def declare(self):
        yield table('TABLE', tr('Table of indicators'),
                    tr('Layer or table with one row per unit, such as counties. Give this or rasters.'), optional=True)
        yield field('FIELDS', tr('Indicator fields'), tr('Numeric fields of the table, one per indicator.'), 'TABLE',
                    multiple=True, optional=True)
        yield rasters('RASTERS', tr('Indicator rasters'),
                      tr('Rasters on one grid in a projected system in metres. Give these or a table.'), optional=True)
        yield text('NAMES', tr('Indicator names'),
                   tr('Names of the indicators, separated by commas, in the order of fields or rasters. Left empty, '
                      'field or layer names are used.'), optional=True)
        yield text('DIRECTIONS', tr('Directions'),
                   tr('+ where more is better, - where less is: one per indicator in their order, such as +, -, +, or '
                      'by name, such as slope=-, ndvi=+. Left empty, all are +.'), optional=True)
        yield choice('METHOD', tr('Method'), tr('Which weights go into the field weight; the table shows the others '
                                                'beside it.'), METHODS, default='entropy')
        yield number('VARIANCE', tr('Variance to keep'),
                     tr('Share of the variance that the principal components must hold, above 0 to 1. 0.85 is usual; '
                        'the closer to 1, the more equal the weights.'),
                     default=0.85, minimum=0.01, maximum=1, advanced=True)
        yield integer('SAMPLE', tr('Cells to weigh by'),
                      tr('Most cells of the rasters to compute from, drawn at random; 0 takes all.'), SAMPLE, 0,
                      advanced=True)
        yield integer('SEED', tr('Random seed'), tr('Number that draws the cells; the same seed draws the same ones.'),
                      1, 0, 2147483647, advanced=True)
        yield table_output('WEIGHTS', tr('Weights'),
                           tr('One row per indicator: factor, weight (sum 1), method, direction, the weights by every '
                              'method, and vif (variance inflation; above 10 it follows from the others).'))
        yield table_output('CORRELATIONS', tr('Correlations of the indicators'),
                           tr('Pearson correlation matrix of the scaled indicators.'), optional=True)
        yield number_output('COUNT', tr('Units or cells used'))

    def check(self, job):
        if job.given('TABLE') and job.given('RASTERS'):
            return tr('Give a table or rasters, not both.')
        if not job.given('TABLE') and not job.given('RASTERS'):
            return tr('Give a table of indicators, or rasters.')
        if job.given('TABLE') and not job.fields('FIELDS'):
            return tr('Choose the fields of the table that are indicators.')
        return ''

    def compute(self, job):
        names, values = self.indicators(job)
        directions = directions_from_text(job.text('DIRECTIONS'), names)
        method = job.choice('METHOD')
        found = objective_weights(values, directions, names, method, job.number('VARIANCE'))
        if found.left_out:
            job.warn(tr('{count} rows in which an indicator is unknown were left out.', count=found.left_out))
        if found.constant:
            job.warn(tr('These indicators do not vary and weigh 0: {names}.', names=', '.join(found.constant)))
        pairs = [f'{names[i]} - {names[j]} {value:.2f}' for i, j, value in found.correlations.alike(ALIKE)]
        if pairs:
            job.warn(tr('These indicators repeat each other (correlation): {pairs}', pairs=', '.join(pairs)))
        job.say(tr('The weights come from {count} units or cells.', count=found.count))
        job.write_table('WEIGHTS', {
            'factor': names, 'weight': found.weights, 'method': [method] * len(names),
            'direction': ['-' if direction < 0 else '+' for direction in directions],
            **found.by_method, 'vif': found.correlations.vif})
        job.write_table('CORRELATIONS', {'factor': names, **dict(zip(names, found.correlations.matrix.T))})
        job.set_number('COUNT', found.count)

    def indicators(self, job):
        """(names, (n, m) values) of the indicators."""
        if job.given('TABLE'):
            given, rows = job.fields('FIELDS'), job.table('TABLE')
            if not len(rows):
                raise EmptyInputError('{name} has no features. Choose another layer or check its filter and selection.',
                                      name=rows.name)
            values = np.column_stack([rows.numbers(name) for name in given])
        else:
            found = job.raster_list('RASTERS')
            layers, given = [layer for _, layer, _ in found], [name for name, _, _ in found]
            cells = sample_cells(layers, job.integer('SAMPLE'), job.integer('SEED'))
            values = np.column_stack([layer.ravel()[cells] for layer in layers])
        names = job.list('NAMES') or given
        if len(names) != len(given):
            raise ParameterError('There are {names} names for {count} indicators.', names=len(names), count=len(given))
        twice = sorted({name for name in names if [other.lower() for other in names].count(name.lower()) > 1})
        if twice:
            raise ParameterError('Several indicators are called {name}; give each a name of its own.', name=twice[0])
        return names, values
