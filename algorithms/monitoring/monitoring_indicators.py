"""Tool: change of indicators between two dates, with and without controls."""

import numpy as np

from ...ecorestore_plugin.core.errors import ParameterError
from ...ecorestore_plugin.core.monitoring.change import change_of
from ...ecorestore_plugin.qgis_io.monitoring import change_sums, fund_indicators, patch_indicators
from ...ecorestore_plugin.qgis_io.row_blocks import UnitRows, layers_of
from ..base import Tool, mark, tr
from ..parameters import field, number, number_output, rasters, table, table_output, text, vector

IMPACT = ('effect', 'effect_low', 'effect_high', 'p', 'detectable', 'n_treated', 'n_control')


class MonitoringIndicators(Tool):
    tool_id = 'monitoringindicators'
    stage = 'monitoring'
    label = mark('Monitoring indicators')
    summary = mark('Change of vegetation cover, erosion, habitat quality, water yield, values and connectivity between '
                   'two dates, against controls.')
    help = mark(
        'Compares two dates. Every indicator is a pair of rasters in the same order: vegetation cover, soil loss, '
        'habitat quality, water yield, service value or any other. Indicators per cell are averaged; amounts per cell '
        '(tonnes, cubic metres, money) are summed. Only cells known at both dates count, so that a cloud is no '
        'change.\n\n'
        'Zones, such as core patches or counties, give the same numbers zone by zone: with core patches and vegetation '
        'cover that is the cover the paper wants above 85 %. Use the same end members of vegetation cover at both '
        'dates, or the change is an artefact.\n\n'
        'What a measure did is not what happened after it. With treated and control polygons the effect is (treated '
        'after - before) - (control after - before), with confidence limits and the smallest effect that could be '
        'shown (power 80 %). Neighbouring cells repeat each other: a spacing between the cells that are compared keeps '
        'the limits honest. Controls should be like the treated places in land cover, slope and rain.\n\n'
        'With source patches of both dates the equivalent connected area (ECA) is compared with the area: a larger '
        'gain of ECA than of area means that the new patches connect.\n\n'
        'A table of projects adds what the money did: execution rate = spent / allocated, fulfilment = achieved / '
        'planned, efficiency = fulfilment / execution rate (1: the money reached what it was planned for), and the '
        'cost per unit achieved.\n\n'
        'Source: Stewart-Oaten, Murdoch & Parker 1986, doi:10.2307/1939815 (BACI); Saura et al. 2011, '
        'doi:10.1016/j.ecolind.2010.06.011 (ECA).')
    keywords = mark('monitoring, change detection, BACI, before after control impact, vegetation cover, erosion '
                    'control rate, connectivity, evaluation')

    def declare(self):
        yield rasters('BEFORE', tr('Rasters before'), tr('One raster per indicator, all on one grid.'), optional=True)
        yield rasters('AFTER', tr('Rasters after'), tr('One raster per indicator, in the same order.'), optional=True)
        yield text('NAMES', tr('Names of the indicators'), tr(
            'Separated by commas, in the order of the rasters. Empty: the layer names after.'), optional=True)
        yield text('AMOUNTS', tr('Amounts'), tr('Names of the indicators that are amounts per cell and are summed, '
                                                'separated by commas; the others are averaged.'), optional=True)
        yield vector('ZONES', tr('Zones'), tr('Polygons to report one by one, such as core patches or counties.'),
                     'polygon', optional=True)
        yield field('ZONE_NAME', tr('Zone name'), tr('Field that names the zones; numbered where the layer lacks it.'),
                    'ZONES', 'unit_name', optional=True)
        yield vector('TREATED', tr('Treated places'), tr('Polygons in which something was done.'), 'polygon',
                     optional=True)
        yield vector('CONTROL', tr('Control places'), tr('Polygons in which nothing was done.'), 'polygon',
                     optional=True)
        yield number('SPACING', tr('Spacing of the cells compared (m)'), tr('Distance between the cells of treated and '
                                                                            'control places; 0 takes all.'), 0,
                     minimum=0, advanced=True)
        yield vector('SOURCES_BEFORE', tr('Source patches before'), tr('For the change of connectivity.'), 'polygon',
                     optional=True)
        yield vector('SOURCES_AFTER', tr('Source patches after'), tr('For the change of connectivity.'), 'polygon',
                     optional=True)
        yield field('SOURCE_ID', tr('Source id'), tr('Field with the id of a patch; numbered where the layer lacks '
                                                     'it.'), 'SOURCES_BEFORE', 'source_id', optional=True)
        yield field('ATTRIBUTE', tr('Attribute of the patches'), tr('What a patch is worth; its area in hectares where '
                                                                    'the layer lacks it.'),
                    'SOURCES_BEFORE', 'area_ha', optional=True)
        yield number('DISPERSAL', tr('Dispersal distance (m)'), tr('Distance between edges that is crossed with a '
                                                                   'probability of 0.5.'), 5000, minimum=1)
        yield table('PROJECTS', tr('Projects'), tr('Table with the funds of projects, such as the layer projects of '
                                                   'the shared store.'), optional=True)
        for name, label, about, default in (
                ('BUDGET', tr('Allocated funds'), tr('Money each project was given.'), 'budget_wan'),
                ('SPENT', tr('Spent funds'), tr('Money each project has spent.'), 'spent_wan'),
                ('ACHIEVED', tr('Achieved results'), tr('What each project has reached, such as hectares; not used '
                                                        'where the layer lacks it.'), 'treated_ha'),
                ('PLANNED', tr('Planned results'), tr('What each project should reach, in the same unit.'), None)):
            yield field(name, label, about, 'PROJECTS', default, optional=True, advanced=True)
        yield table_output('OUTPUT', tr('Indicators'), tr(
            'Per zone (all first) and indicator: before, after, change, percent, risen and fallen (share of the '
            'cells), cells; for all also the effect against controls with its limits, p and the smallest detectable '
            'effect. It has the columns indicator, value and baseline of the evaluation.'))
        yield number_output('CHANGED', tr('Indicators compared'))

    def check(self, job):
        if job.given('BEFORE') != job.given('AFTER'):
            return tr('Give rasters of both dates.')
        if job.given('TREATED') != job.given('CONTROL'):
            return tr('Give treated and control places, both.')
        if job.given('SOURCES_BEFORE') != job.given('SOURCES_AFTER'):
            return tr('Give source patches of both dates.')
        if not any(job.given(name) for name in ('BEFORE', 'SOURCES_BEFORE', 'PROJECTS')):
            return tr('Give rasters or source patches of both dates.')
        return ''

    def compute(self, job):
        keys = ('zone', 'indicator', 'before', 'after', 'change', 'percent', 'risen', 'fallen', 'cells', *IMPACT,
                'value', 'baseline')
        rows = self.rasters(job) if job.given('BEFORE') else []
        if job.given('SOURCES_BEFORE'):
            rows += patch_indicators(job)
        for row in rows:
            if row['zone'] == '':
                job.say(tr('{indicator}: {before} before, {after} after ({percent} %).', indicator=row['indicator'],
                           before=f'{row["before"]:.6g}', after=f'{row["after"]:.6g}', percent=f'{row["percent"]:.2f}'))
            row.update(value=row['after'], baseline=row['before'])
        funds = fund_indicators(job) if job.given('PROJECTS') else {}
        for name, value in funds.items():
            job.say(tr('{indicator}: {value}.', indicator=name, value=f'{value:.6g}'))
        rows += [{'zone': '', 'indicator': name, 'value': value} for name, value in funds.items()]
        job.write_table('OUTPUT', {key: [row.get(key, np.nan) for row in rows] for key in keys})
        job.set_number('CHANGED', len({row['indicator'] for row in rows}))

    def rasters(self, job):
        """Rows of the raster indicators."""
        found, before = layers_of(job, 'BEFORE')
        named, after = layers_of(job, 'AFTER')
        names = job.list('NAMES') or named
        if not len(before) == len(after) == len(names):
            raise ParameterError('{before} rasters before, {after} after and {names} names are given; give one of each '
                                 'per indicator, in the same order.', before=len(before), after=len(after),
                                 names=len(names))
        unknown = [name for name in job.list('AMOUNTS') if name not in names]
        if unknown:
            raise ParameterError('{name} is no indicator; the indicators are {names}.', name=unknown[0],
                                 names=', '.join(names))
        grid = before[0].grid
        zones, labels = self.zones(job, grid)
        sides = None
        if job.given('TREATED'):
            sides = tuple(UnitRows(job.features(name, ('polygon',), grid).geometries, grid)
                          for name in ('TREATED', 'CONTROL'))
        sums, impacts = change_sums(job, before, after, zones, sides, job.number('SPACING'))
        rows = []
        for position, name in enumerate(names):
            change = change_of(sums[position], name in job.list('AMOUNTS'))
            if sums[position].lost:
                job.warn(tr('{indicator}: {count} cells are known at one date only and do not count.', indicator=name,
                            count=sums[position].lost))
            for number_of, label in enumerate(['', *labels]):
                rows.append({'zone': label, 'indicator': name, 'before': change.before[number_of],
                             'after': change.after[number_of], 'change': change.change[number_of],
                             'percent': change.percent[number_of], 'risen': change.risen[number_of],
                             'fallen': change.fallen[number_of], 'cells': int(change.count[number_of])})
            if impacts:
                one = impacts[position]
                rows[-1 - len(labels)].update(zip(IMPACT, (
                    one.effect, one.lower, one.upper, one.p, one.detectable, one.treated, one.control)))
        return rows

    @staticmethod
    def zones(job, grid):
        """(UnitRows or None, names)."""
        zones = job.features('ZONES', ('polygon',), grid)
        if zones is None:
            return None, []
        key = job.field('ZONE_NAME')
        labels = zones.texts(key) if key and zones.has(key) else [str(row + 1) for row in range(len(zones))]
        return UnitRows(zones.geometries, grid), labels
