"""Levels of ecological security from cumulative resistance."""

import numpy as np

from ...ecorestore_plugin.core.network.security import (
    METHODS,
    MOST_LEVELS,
    NAMINGS,
    area_curve,
    level_names,
    security_levels,
)
from ...ecorestore_plugin.qgis_io.vector import polygonize
from ..base import Tool, mark, tr
from ..parameters import (
    choice,
    flag,
    integer,
    number_output,
    raster,
    raster_output,
    table_output,
    text,
    vector_output,
)


class SecurityLevels(Tool):
    tool_id = 'securitylevels'
    stage = 'network'
    label = mark('Ecological security levels')
    summary = mark('Zones around the sources by cumulative resistance: core, buffer, transition and so on.')
    help = mark('''Cuts a cumulative resistance surface (MCR) into levels of ecological security: level 1 is what the \
sources reach most easily, the last level what they hardly reach. The levels are the usual zones around ecological \
sources, each with its area.

Where the limits lie: jenks, natural breaks of the costs; quantile, levels of equal area; change_points, where the \
curve of the area within reach against the cost bends most; manual, your own costs.

Change points: the area curve is taken in equal steps of cost. It is cut in two where the mean of its slopes changes \
most, that is where S - S_i is largest (S: sum of squared deviations of the slopes from their mean, S_i: the same \
around the means of both parts); then the part in which a further cut explains most is cut again, until there are \
enough levels (mean change point method). The optional table holds the curve.

The sources themselves (cost 0) belong to level 1 and take no part in finding the limits unless you ask for it. A cost \
on a limit belongs to the level below it. Areas in hectares.

Source: Yu 1996, Landscape and Urban Planning, doi:10.1016/S0169-2046(96)00331-3; Knaapen et al. 1992, Landscape and \
Urban Planning, doi:10.1016/0169-2046(92)90060-D''')
    keywords = mark('security pattern, security level, ecological zones, buffer zone, MCR, change point, threshold')

    def declare(self):
        yield raster('COST', tr('Cumulative resistance'), tr(
            'Cost of reaching each cell from the nearest source, 0 in the sources; the result of Cumulative '
            'resistance.'))
        yield choice('METHOD', tr('Method'), tr('How the limits are found; see the help.'), METHODS, 'jenks')
        yield integer('CLASSES', tr('Number of levels'), tr(
            'How many levels; manual limits set it themselves. Four are usual: core, buffer, transition, marginal '
            'zone.'), 4, minimum=2, maximum=MOST_LEVELS)
        yield text('LIMITS', tr('Limits'), tr(
            'For manual: ascending costs separated by commas, the upper limits of all levels but the last.'),
            optional=True)
        yield choice('NAMES', tr('Names of the levels'), tr(
            'zones: core, buffer, transition, marginal, outer zone from level 1 on; security: from lowest to highest '
            'security, since each further level protects more than the bare minimum.'), NAMINGS, 'zones')
        yield flag('WITH_SOURCES', tr('Limits from sources too'), tr(
            'Lets the cells of cost 0 take part in finding the limits.'), advanced=True)
        yield integer('INTERVALS', tr('Steps of the area curve'), tr(
            'Equal steps of cost in which the area curve is taken, for change_points.'), 200, minimum=10,
            maximum=10000, advanced=True)
        yield raster_output('LEVELS', tr('Security levels'), tr('Level 1 (nearest to the sources) to k.'))
        yield vector_output('ZONES', tr('Security zones'), tr(
            'One area per level: level, level_name, level_name_zh, cost_min, cost_max, area_ha, share.'), 'polygon',
            optional=True)
        yield table_output('AREAS', tr('Areas of the levels'), tr(
            'Per level: level, level_name, level_name_zh, cost_min, cost_max, cells, area_ha, share of the known '
            'area.'), optional=True)
        yield table_output('CURVE', tr('Area curve'), tr(
            'Per step of cost: cost, area_ha (within reach at that cost), step_ha (its slope), gain (S - S_i of one '
            'cut before the step), part.'), optional=True)
        yield number_output('NUMBER', tr('Number of levels found'))

    def check(self, values):
        if values.choice('METHOD') == 'manual' and not values.list('LIMITS'):
            return tr('The method manual needs limits.')
        return ''

    def compute(self, job):
        cost, grid = job.raster('COST')
        found = security_levels(cost, job.choice('METHOD'), job.integer('CLASSES'), job.numbers('LIMITS'),
                                job.flag('WITH_SOURCES'), job.integer('INTERVALS'), job.progress, job.cancelled)
        self._report(job, found)
        naming = job.choice('NAMES')
        style = 'security_levels' if naming == 'zones' else 'security_degrees'
        job.write_raster('LEVELS', found.levels, grid, found.levels > 0, description=tr('Security levels'),
                         style=style)
        columns = _columns(found, level_names(naming, found.count), grid)
        job.write_table('AREAS', columns)
        if job.given('ZONES'):
            shapes = polygonize(found.levels, grid)
            there = [level - 1 for level in sorted(shapes)]
            job.write_vector('ZONES', {name: [values[index] for index in there] for name, values in columns.items()
                                       if name != 'cells'},
                             [shapes[level] for level in sorted(shapes)], 'polygon', grid.crs_wkt, style)
        if job.given('CURVE'):
            cut = job.choice('METHOD') == 'change_points'
            curve, _ = area_curve(cost, job.integer('CLASSES') if cut else 2, job.flag('WITH_SOURCES'),
                                  job.integer('INTERVALS'), fewer=not cut)
            job.write_table('CURVE', {
                'cost': curve.costs, 'area_ha': curve.cumulative * grid.cell_area_ha,
                'step_ha': curve.cells * grid.cell_area_ha, 'gain': curve.gains, 'part': curve.parts})
        job.set_number('NUMBER', found.count)

    @staticmethod
    def _report(job, found):
        job.say(tr('{count} levels with limits at {limits}.', count=found.count,
                   limits=', '.join(f'{limit:.6g}' for limit in found.limits[1:-1]) or '-'))
        wanted = job.integer('CLASSES')
        if job.choice('METHOD') != 'manual' and found.count < wanted:
            job.warn(tr('Equal values leave {found} classes instead of {wanted}.', found=found.count, wanted=wanted))
        empty = [str(level) for level in np.flatnonzero(found.cells == 0) + 1]
        if empty:
            job.warn(tr('No cell lies in the levels {levels}.', levels=', '.join(empty)))


def _columns(found, names, grid):
    """One row per level."""
    return {
        'level': list(range(1, found.count + 1)),
        'level_name': [english for english, _ in names],
        'level_name_zh': [chinese for _, chinese in names],
        'cost_min': found.limits[:-1].tolist(),
        'cost_max': found.limits[1:].tolist(),
        'cells': found.cells.tolist(),
        'area_ha': (found.cells * grid.cell_area_ha).tolist(),
        'share': (found.cells / found.cells.sum()).tolist(),
    }
