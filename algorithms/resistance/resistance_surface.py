"""Tool: resistance surface from weighted factors."""

import numpy as np

from ...ecorestore_plugin.core.errors import ParameterError
from ...ecorestore_plugin.core.resistance.surface import weighted_resistance
from ...ecorestore_plugin.core.resistance.weighting import JUDGED, factor_correlations
from ...ecorestore_plugin.qgis_io.factor_report import resistance_report
from ...ecorestore_plugin.qgis_io.factors import corrected_by_light, factor_weights, score_rules, with_barriers
from ..base import Tool, mark, tr
from ..parameters import (
    number,
    number_output,
    raster_output,
    rasters,
    report_output,
    table,
    table_output,
    text,
    vector,
)
from .surface_options import barrier_options, nightlight_options, weighting_options


class ResistanceSurface(Tool):
    tool_id = 'resistancesurface'
    stage = 'resistance'
    label = mark('Resistance surface from factors')
    summary = mark('Scores several factors, weighs them, and burns roads, rivers and night light in.')
    help = mark(
        'Builds a resistance surface as a weighted overlay: R = sum over factors of weight x score, with the weights '
        'scaled to sum 1.\n\n'
        'Each factor is scored by the rows of the score table that carry its name. Kind class: a score per code '
        '(column from). Kind range: a score per interval (from included, to not included but for the topmost; an empty '
        'limit is open). Kind function: from score at from to score_to at to along the curve in the column function, '
        'with t = (value - from) / (to - from): linear t; exponential (1 - exp(-c t)) / (1 - exp(-c)); power t^p; the '
        'column shape holds c (8 where empty) or p (2). Range and function rows may follow each other. Kind value: the '
        'values of the raster are the scores. Intervals must not overlap, and every value must have a score: values '
        'without one are an error with their count. The shipped table scores landcover, elevation (m), slope '
        '(degrees), ndvi, nightlight and road_distance (m) from 1 to 100; it is illustrative, so edit it for the '
        'region.\n\n'
        'Weights: manual takes a table, such as the output of Weights by pairwise comparison, or text; with neither '
        'all factors weigh the same. ahp takes the principal eigenvector of the judgements and refuses a consistency '
        'ratio of 0.1 or more. entropy, critic and pca weigh the factors by how their scores vary over the cells (see '
        'Objective weights), so they change with the extent. combined joins ahp and entropy by game theory. A factor '
        'with the same score everywhere weighs 0.\n\n'
        'Night light tells busy from quiet places of one land-cover class: ratio R x NTL / mean NTL of the class, or '
        'one_plus_ratio R x (1 + NTL / mean NTL of the class), within the limits given. After that, line barriers '
        'raise the cells they touch to at least a given resistance; crossing structures leave a gap in them.\n\n'
        'Resistance has no unit and is above 0; a cell is nodata where any factor that has a weight is.\n\n'
        'Source: weighted linear combination, Malczewski 2000, doi:10.1111/1467-9671.00035.')
    keywords = mark('resistance surface, weighted overlay, factor, score, barrier, road, river, wildlife crossing, '
                    'night light, entropy, CRITIC, AHP, cost surface')

    def declare(self):
        yield rasters('FACTORS', tr('Factors'), tr('Rasters on one grid in a projected system in metres: land cover, '
                                                   'slope, elevation, NDVI, night lights and the like.'))
        yield text('NAMES', tr('Factor names'),
                   tr('Names of the factors as in the score table, separated by commas, in the order of the rasters. '
                      'Left empty, the layer names are used.'), optional=True)
        yield table('TABLE', tr('Score table'),
                    tr('Columns factor, kind (class, range, function or value), from, to, score; for functions also '
                       'function, score_to, shape. Left empty, the shipped illustrative table is used.'), optional=True)
        yield table('WEIGHTS', tr('Weights'), tr('Columns factor and weight, as Weights by pairwise comparison writes '
                                                 'them.'), optional=True)
        yield text('MANUAL_WEIGHTS', tr('Weights as text'),
                   tr('Instead of a table: one number per factor in their order, such as 0.5, 0.3, 0.2, or names with '
                      'numbers, such as landcover=0.5, slope=0.5. Left empty without a table, all weigh the same.'),
                   optional=True)
        yield vector('ROADS', tr('Linear barriers'), tr('Lines such as motorways or railways whose cells resist at '
                                                        'least as much as given below.'), 'line', optional=True)
        yield number('ROAD_RESISTANCE', tr('Resistance of linear barriers'),
                     tr('No unit; cells that resist more already keep their value. 100 is the highest score of the '
                        'shipped table.'), default=100, minimum=0.000001)
        yield from weighting_options()
        yield from barrier_options()
        yield from nightlight_options()
        yield raster_output('RESISTANCE', tr('Resistance'), tr('Resistance of every cell, above 0, no unit.'))
        yield report_output('REPORT', tr('Report'), tr('HTML with the weights, the scores, the distribution of '
                                                       'resistance and the correlation of the factors.'))
        yield table_output('WEIGHTS_USED', tr('Weights used'), tr('One row per factor: factor, weight (sum 1), '
                                                                  'method.'), optional=True)
        yield number_output('MEAN_RESISTANCE', tr('Mean resistance'))
        yield number_output('CONSISTENCY_RATIO', tr('Consistency ratio'))

    def check(self, job):
        if job.given('WEIGHTS') and job.given('MANUAL_WEIGHTS'):
            return tr('Give the weights as a table or as text, not both.')
        method = job.choice('WEIGHT_METHOD')
        if method != 'manual' and (job.given('WEIGHTS') or job.given('MANUAL_WEIGHTS')):
            return tr('The weighting {method} makes the weights itself: leave Weights empty, or choose manual.',
                      method=method)
        if method not in JUDGED and job.given('JUDGEMENTS'):
            return tr('The judgements count only with the weighting ahp or combined; choose one of them.')
        return ''

    def compute(self, job):
        factors = job.raster_list('FACTORS')
        names = job.list('NAMES') or [name for name, _, _ in factors]
        if len(names) != len(factors):
            raise ParameterError('There are {names} factor names for {count} factors.', names=len(names),
                                 count=len(factors))
        grid, layers = factors[0][2], [values for _, values, _ in factors]
        rules = score_rules(job, names)
        weights = factor_weights(job, names, layers, rules)
        job.say(tr('Weights: {weights}.', weights=', '.join(f'{name} {weight:.4f}'
                                                            for name, weight in zip(names, weights.weights))))
        resistance = weighted_resistance(layers, rules, weights.weights, job.progress, job.cancelled)
        resistance, light = corrected_by_light(job, resistance, layers, rules, grid)
        resistance, barriers = with_barriers(job, resistance, grid)
        job.write_raster('RESISTANCE', resistance, grid, description='resistance', style='resistance')
        if job.given('REPORT'):
            correlations = factor_correlations(layers, rules, weights.weights, job.integer('SAMPLE'),
                                               job.integer('SEED'))
            job.write_text('REPORT', resistance_report(names, weights, rules, resistance, light + barriers,
                                                       correlations))
        job.write_table('WEIGHTS_USED', {'factor': names, 'weight': weights.weights,
                                         'method': [weights.method] * len(names)})
        job.set_number('MEAN_RESISTANCE', float(np.nanmean(resistance)))
        job.set_number('CONSISTENCY_RATIO', weights.consistency_ratio)
