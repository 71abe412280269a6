"""Tool: importance of ecosystem services and ecological sensitivity."""

import numpy as np

from ...ecorestore_plugin.core.errors import ParameterError, TableError
from ...ecorestore_plugin.core.sources.importance import (
    COMBINATIONS,
    GRADES,
    SPREADING,
    importance,
    read_grading,
)
from ..base import Tool, mark, tr
from ..parameters import choice, flag, number_output, raster_output, rasters, table, table_output, text

DEFAULT_GROUP = 'service'


class Importance(Tool):
    tool_id = 'importance'
    stage = 'sources'
    label = mark('Ecological importance and sensitivity')
    summary = mark('Grades services and sensitivity factors from 1 to 5, weighs them, and classifies the result.')
    help = mark('''Grades rasters of ecosystem services (water conservation, soil conservation, biodiversity, ...) or \
of sensitivity (erosion, relief, cover, ...) from 1 (least) to 5 (most important or most sensitive), and combines the \
grades. Class 5 is the usual candidate for ecological sources.

How each factor is graded stands in the factor table: share, cells added up from the highest value until they hold a \
share of the total, by default the first 50 % are grade 5 (extremely important), the next 30 % grade 3 (important), \
the rest grade 1; jenks (natural breaks), quantile, equal: five classes of the values; range: a grade per interval, \
from included, to not included but for the topmost; class: a grade per code; given: the raster holds grades.

Factors of one group are combined first: maximum, weighted_sum (sum of weight x grade, weights of sum 1), or \
geometric_mean (product of grade ^ weight, as in the erosion sensitivity (R K LS C)^(1/4)). Then the groups: maximum, \
the rule of the Chinese double evaluation guide, or their mean. Classes are the nearest whole grade, halves upwards.

Services graded by share must be amounts (0 or more, not indices that may be negative) of one kind. A cell is nodata \
where a factor is, unless missing factors are allowed.

Source: Ministry of Environmental Protection of China 2017, Guidelines for delimiting ecological protection red lines \
(shares of 50 and 80 %); Ministry of Natural Resources of China 2020, Guide to the evaluation of resource and \
environment carrying capacity and territorial development suitability (highest grade).''')
    keywords = mark('ecosystem service importance, ecological sensitivity, vulnerability, double evaluation, red line')

    def declare(self):
        yield rasters('FACTORS', tr('Factors'), tr('Rasters of services or sensitivity factors on one grid in a '
                                                   'projected system in metres.'))
        yield text('NAMES', tr('Factor names'),
                   tr('Names of the factors as in the factor table, separated by commas, in the order of the rasters. '
                      'Left empty, the layer names are used.'), optional=True)
        yield table('TABLE', tr('Factor table'), tr(
            'Columns factor and method, and where they matter from, to, score (1 to 5; for share from and to are % of '
            'the total), direction (- where low values matter; jenks, quantile, equal), group, weight, combine. Left '
            'empty, the shipped illustrative table is used.'), optional=True)
        yield choice('METHOD', tr('Grading of factors the shipped table lacks'), tr(
            'Only without a factor table: such factors join the group service with weight 1 and are graded this way.'),
            ('share', *SPREADING), 'share')
        yield choice('COMBINATION', tr('Inside a group'), tr(
            'How factors of one group are combined where the table leaves combine empty. maximum keeps every highly '
            'important cell.'), COMBINATIONS, 'maximum')
        yield choice('GROUPS', tr('Between the groups'), tr(
            'maximum: the highest group counts; mean: groups weigh the same.'), ('maximum', 'mean'), 'maximum',
            advanced=True)
        yield flag('ALLOW_MISSING', tr('Allow missing factors'), tr(
            'Classifies a cell by the factors that are known there. Off, it is nodata where any factor is.'),
            advanced=True)
        yield raster_output('OUTPUT', tr('Importance classes'), tr('1 (least) to 5 (most important or sensitive).'))
        yield raster_output('SCORE', tr('Importance score'), tr('1 to 5 before rounding to classes.'), optional=True)
        yield raster_output('GROUP_SCORES', tr('Scores of the groups'), tr('A band per group, 1 to 5.'), optional=True)
        yield raster_output('FACTOR_SCORES', tr('Grades of the factors'), tr('A band per factor, 1 to 5.'),
                            optional=True)
        yield table_output('SUMMARY', tr('Areas of the classes'), tr(
            'Per class: class, cells, area_ha, share (of the known area).'), optional=True)
        yield number_output('MEAN_SCORE', tr('Mean importance score'))
        yield number_output('HIGHEST_AREA', tr('Area of class 5 (ha)'))

    def compute(self, job):
        factors = job.raster_list('FACTORS')
        names = job.list('NAMES') or [name for name, _, _ in factors]
        if len(names) != len(factors):
            raise ParameterError('There are {names} factor names for {count} factors.', names=len(names),
                                 count=len(factors))
        twice = sorted({name for name in names if [_key(each) for each in names].count(_key(name)) > 1})
        if twice:
            raise ParameterError('More than one raster is called {names}; give each factor a name of its own.',
                                 names=', '.join(twice))
        grid = factors[0][2]
        gradings = self.gradings(job, names)
        between = 'weighted_sum' if job.choice('GROUPS') == 'mean' else 'maximum'
        found = importance([values for _, values, _ in factors], gradings, job.choice('COMBINATION'), between,
                           job.flag('ALLOW_MISSING'), job.progress, job.cancelled)
        self.report(job, gradings, found)
        known = found.classes > 0
        job.write_raster('OUTPUT', found.classes, grid, known, description=tr('Importance classes'),
                         style='importance_classes')
        job.write_raster('SCORE', found.score, grid, description=tr('Importance score'), style='importance')
        job.write_raster('GROUP_SCORES', found.group_scores, grid, bands=[group or '-' for group in found.groups],
                         description=tr('Scores of the groups'), style='importance')
        job.write_raster('FACTOR_SCORES', found.factor_scores, grid, bands=names,
                         description=tr('Grades of the factors'), style='importance')
        cells = np.bincount(found.classes[known], minlength=GRADES + 1)[1:]
        job.write_table('SUMMARY', {'class': np.arange(1, GRADES + 1), 'cells': cells,
                                    'area_ha': cells * grid.cell_area_ha, 'share': cells / known.sum()})
        job.say(tr('Area of the classes 1 to 5: {areas} ha.', areas=', '.join(
            f'{count * grid.cell_area_ha:.1f}' for count in cells)))
        job.set_number('MEAN_SCORE', float(np.nanmean(found.score)))
        job.set_number('HIGHEST_AREA', float(cells[-1] * grid.cell_area_ha))

    def gradings(self, job, names):
        """A Grading per factor from the table."""
        found = job.table('TABLE', default='importance_factors.csv', required=('factor', 'method'))
        columns = {key: found.column(key) for key in ('factor', 'method', 'from', 'to', 'score', 'direction', 'group',
                                                      'weight', 'combine') if found.has(key)}
        rows = [dict(zip(columns, values)) for values in zip(*columns.values())]
        owners = [_key(row['factor'] or '') for row in rows]
        gradings = []
        for name in names:
            own = [row for row, owner in zip(rows, owners) if owner == _key(name)]
            if own:
                gradings.append(read_grading(name, own))
            elif job.given('TABLE'):
                raise TableError('Factor {name} has no rows in {table}, which grades {known}. Give the factor names '
                                 'in the right order, or add rows.', name=name, table=found.name,
                                 known=', '.join(dict.fromkeys(str(row['factor']) for row in rows)))
            else:
                job.say(tr('Factor {name} is not in the shipped table; it is graded by {method}.', name=name,
                           method=job.choice('METHOD')))
                gradings.append(read_grading(name, [{'method': job.choice('METHOD'), 'group': DEFAULT_GROUP}]))
        unused = [owner for owner in dict.fromkeys(owners) if owner not in map(_key, names)]
        if unused and job.given('TABLE'):
            job.warn(tr('Factors of the table without a raster were left aside: {names}.', names=', '.join(unused)))
        return gradings

    @staticmethod
    def report(job, gradings, found):
        for grading, limits in zip(gradings, found.limits):
            if limits:
                job.say(tr('Factor {name}: grades change at {limits}.', name=grading.name, limits=limits))
        unknown = int((np.isnan(found.score) & ~np.isnan(found.factor_scores).all(axis=0)).sum())
        if unknown:
            job.warn(tr('{count} cells have some factors but not all, and are nodata. Allow missing factors to '
                        'classify them.', count=unknown))


def _key(name):
    return name.strip().lower().replace(' ', '_').replace('-', '_')
