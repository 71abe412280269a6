"""Tool: resistance surface from weighted factors."""

import numpy as np

from ...ecorestore_plugin.core.errors import ParameterError, TableError
from ...ecorestore_plugin.core.resistance.surface import (
    burn_barriers,
    factor_scores,
    match_weights,
    weighted_resistance,
    weights_from_text,
)
from ...ecorestore_plugin.core.weights import normalise_weights
from ...ecorestore_plugin.qgis_io.factor_report import resistance_report
from ...ecorestore_plugin.qgis_io.raster import rasterize
from ..base import Tool, mark, tr
from ..parameters import number, number_output, raster_output, rasters, report_output, table, text, vector


class ResistanceSurface(Tool):
    tool_id = 'resistancesurface'
    stage = 'resistance'
    label = mark('Resistance surface from factors')
    summary = mark('Scores several factors, weighs them, and burns roads and other barriers in.')
    help = mark(
        'Builds a resistance surface as a weighted overlay: R = sum over factors of weight x score, with the weights '
        'scaled to sum 1.\n\n'
        'Each factor is scored by the rows of the score table that carry its name: kind class gives a score per code '
        '(column from), kind range a score per interval (from included, to not included but for the topmost; an empty '
        'limit is open). Intervals must not overlap, and every value must have a score: values without one are an '
        'error with their count. The shipped table scores landcover, elevation (m), slope (degrees), ndvi, nightlight '
        'and road_distance (m) from 1 to 100; it is illustrative, so edit it for the region.\n\n'
        'Weights come from a table, such as the output of Weights by pairwise comparison, or from text; with neither '
        'all factors weigh the same. Line barriers raise the cells they touch to at least a given resistance.\n\n'
        'Resistance has no unit and is above 0; a cell is nodata where any factor that has a weight is.\n\n'
        'Source: weighted linear combination, Malczewski 2000, doi:10.1111/1467-9671.00035.')
    keywords = mark('resistance surface, weighted overlay, factor, score, barrier, road, cost surface')

    def declare(self):
        yield rasters('FACTORS', tr('Factors'), tr('Rasters on one grid in a projected system in metres: land cover, '
                                                   'slope, elevation, NDVI, night lights and the like.'))
        yield text('NAMES', tr('Factor names'),
                   tr('Names of the factors as in the score table, separated by commas, in the order of the rasters. '
                      'Left empty, the layer names are used.'), optional=True)
        yield table('TABLE', tr('Score table'),
                    tr('Columns factor, kind (class or range), from, to, score. Left empty, the shipped illustrative '
                       'table is used.'), optional=True)
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
        yield raster_output('RESISTANCE', tr('Resistance'), tr('Resistance of every cell, above 0, no unit.'))
        yield report_output('REPORT', tr('Report'), tr('HTML with the weights, the scores and the distribution of '
                                                       'resistance.'))
        yield number_output('MEAN_RESISTANCE', tr('Mean resistance'))

    def check(self, job):
        if job.given('WEIGHTS') and job.given('MANUAL_WEIGHTS'):
            return tr('Give the weights as a table or as text, not both.')
        return ''

    def compute(self, job):
        factors = job.raster_list('FACTORS')
        names = job.list('NAMES') or [name for name, _, _ in factors]
        if len(names) != len(factors):
            raise ParameterError('There are {names} factor names for {count} factors.', names=len(names),
                                 count=len(factors))
        grid = factors[0][2]
        rules = self.rules(job, names)
        weights = self.weights(job, names)
        resistance = weighted_resistance([values for _, values, _ in factors], rules, weights, job.progress,
                                         job.cancelled)
        remarks = []
        roads = job.features('ROADS', ('line',), grid)
        if roads is not None:
            value = job.number('ROAD_RESISTANCE')
            cells = rasterize(roads.geometries, np.ones(len(roads), int), grid, all_touched=True)[0] > 0
            resistance = burn_barriers(resistance, cells, value)
            remarks.append(tr('{count} cells on linear barriers resist at least {value}.',
                              count=int((cells & ~np.isnan(resistance)).sum()), value=f'{value:g}'))
            job.say(remarks[0])
        job.write_raster('RESISTANCE', resistance, grid, description='resistance', style='resistance')
        if job.given('REPORT'):
            job.write_text('REPORT', resistance_report(names, weights, rules, resistance, remarks))
        job.set_number('MEAN_RESISTANCE', float(np.nanmean(resistance)))

    def rules(self, job, names):
        """The scores of every factor from the table."""
        table = job.table('TABLE', default='resistance_factors.csv', required=('factor', 'kind', 'from', 'to', 'score'))
        owners = [_key(name) for name in table.texts('factor')]
        kinds = [kind.strip().lower() for kind in table.texts('kind')]
        lower, upper, scores = (table.numbers(key) for key in ('from', 'to', 'score'))
        rules = []
        for name in names:
            rows = [row for row, owner in enumerate(owners) if owner == _key(name)]
            if not rows:
                raise TableError('Factor {name} has no rows in the score table {table}; it scores {known}. Give the '
                                 'factor names in the right order, or add rows.', name=name, table=table.name,
                                 known=', '.join(dict.fromkeys(table.texts('factor'))))
            if len({kinds[row] for row in rows}) > 1:
                raise TableError('Factor {name} is scored both by class and by range; keep one kind.', name=name)
            rules.append(factor_scores(name, kinds[rows[0]], lower[rows], upper[rows], scores[rows]))
        return rules

    def weights(self, job, names):
        """Weights in the order of the factors, sum 1."""
        if job.given('WEIGHTS'):
            table = job.table('WEIGHTS', required=('factor', 'weight'))
            given = dict(zip(map(_key, table.texts('factor')), table.numbers('weight', missing=False).tolist()))
        else:
            given = weights_from_text(job.text('MANUAL_WEIGHTS'), [_key(name) for name in names])
        weights, unused = match_weights([_key(name) for name in names], given)
        if unused:
            job.warn(tr('Weights without a raster were left aside: {names}.', names=', '.join(unused)))
        scaled = normalise_weights(weights, names)
        if abs(weights.sum() - 1) > 1e-6:
            job.say(tr('The weights summed to {total} and were scaled to sum 1.', total=f'{weights.sum():g}'))
        job.say(tr('Weights: {weights}.', weights=', '.join(f'{name} {weight:.4f}'
                                                            for name, weight in zip(names, scaled))))
        return scaled


def _key(name):
    return name.strip().lower().replace(' ', '_').replace('-', '_')
