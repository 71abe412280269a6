"""Tool: change of indicators between two dates, with and without controls."""

import numpy as np

from ...ecorestore_plugin.qgis_io.indicator_rasters import IMPACT, raster_indicators
from ...ecorestore_plugin.qgis_io.monitoring import (
    completed,
    fund_indicators,
    patch_indicators,
    species_indicators,
    statistic_indicators,
)
from ..base import Tool, mark, tr
from ..parameters import number_output, raster_output, table_output
from .indicator_parameters import (
    erosion_parameters,
    fund_parameters,
    impact_parameters,
    patch_parameters,
    raster_parameters,
    species_parameters,
    statistic_parameters,
)

COLUMNS = ('zone', 'indicator', 'before', 'after', 'change', 'percent', 'risen', 'fallen', 'cells', *IMPACT, 'value',
           'baseline', 'unit', 'years', 'annual', 'value_low', 'value_high')
PAIRS = (('BEFORE', 'AFTER'), ('EROSION_BEFORE', 'EROSION_AFTER'), ('SOURCES_BEFORE', 'SOURCES_AFTER'),
         ('SPECIES_BEFORE', 'SPECIES_AFTER'))


class MonitoringIndicators(Tool):
    tool_id = 'monitoringindicators'
    stage = 'monitoring'
    label = mark('Monitoring indicators')
    summary = mark('Ecological, economic and social indicators of two dates: vegetation cover, erosion control, water, '
                   'species, connectivity, money and statistics, against controls.')
    help = mark('''Compares two dates; give what there is, the rest is left out. The table can be given to the \
evaluation as it stands.

Rasters: every indicator is a pair in the same order, such as vegetation cover, habitat quality, habitat rarity, water \
conservation or service value. Cells are averaged; amounts per cell (tonnes, m3, money) are summed, depths in mm give \
m3, amounts per hectare are multiplied by the area of a cell. Only cells known at both dates count, so that a cloud is \
no change. Zones, such as core patches or counties, give the same numbers zone by zone; an \
indicator may count inside the zones only. Use the same end members of \
vegetation cover at both dates, or the change is an artefact.

Erosion control: rate = (loss before - loss after) / loss before in tonnes; and of the land that lost more than the \
tolerable loss, the share that has come below it and the share that lies in treated places.

Effect (BACI): what a measure did is not what happened after it. With treated and control places the effect is \
(treated after - before) - (control after - before), with confidence limits and the smallest effect that could be \
shown (power 80 %). The change of single control cells is the noise of the images and of the weather: a cell has to \
change by more than detectable_cell to stand out from it.

Controls should be like the treated places. With layers to match by (land cover, slope, rain) they are drawn: every \
class x quantile class gets as many controls as it has treated cells. The standardised difference of means after the \
match should be below 0.25. Neighbouring cells repeat each other: a spacing keeps the limits honest.

Connectivity: a larger gain of the equivalent connected area (ECA) than of area means that the new patches connect.

Species: as found, and expected in as many records as the smaller list has, since a longer list finds more.

Money: execution rate = spent / allocated; fulfilment = achieved / planned; efficiency = fulfilment / execution rate \
(1: the money reached what it was planned for); cost per unit achieved.

Statistics: a table of what has to be counted or asked: output of ecological industries, value of ecological products, \
safe drinking water, participation, awareness, leisure facilities. With totals a share with its Wilson limits is \
reported. Change per year = (after / before)^(1 / years) - 1.

Source: Stewart-Oaten, Murdoch & Parker 1986, doi:10.2307/1939815 (BACI); Stuart 2010, doi:10.1214/09-STS313 \
(matching); Saura et al. 2011, doi:10.1016/j.ecolind.2010.06.011 (ECA); Hurlbert 1971, doi:10.2307/1934145 (species); \
indicators: Peng 2025, doi:10.61360/BoniGHSS252018890606''')
    keywords = mark('monitoring, change detection, BACI, before after control impact, vegetation cover, erosion '
                    'control rate, connectivity, evaluation, water conservation, species richness, matching')

    def declare(self):
        for part in (raster_parameters, erosion_parameters, impact_parameters, patch_parameters, species_parameters,
                     fund_parameters, statistic_parameters):
            yield from part()
        yield table_output('OUTPUT', tr('Indicators'), tr(
            'Per zone (all first) and indicator: before, after, change, percent, annual (percent per year), unit, '
            'risen and fallen (share of the cells), cells; for all also the effect against controls per cell in the '
            'unit of the raster with its limits, p, the smallest detectable effect, the noise of a control cell and '
            'what a single cell has to change by. '
            'It has the columns indicator, value and baseline of the evaluation.'))
        yield raster_output('CONTROL_CELLS', tr('Treated and control cells'), tr(
            '1 treated, 2 control, where controls are matched.'), optional=True)
        yield table_output('STRATA', tr('Kinds of place'), tr(
            'Per class and quantile class: treated cells, candidates, controls drawn.'), optional=True)
        yield number_output('CHANGED', tr('Indicators compared'))

    def check(self, job):
        for before, after in PAIRS:
            if job.given(before) != job.given(after):
                return tr('{before} and {after}: give both dates.', before=job.label(before), after=job.label(after))
        if job.given('INSIDE') and not job.given('ZONES'):
            return tr('Give the zones inside which indicators count.')
        matched = job.given('MATCH_CLASSES') or job.given('MATCH_VALUES')
        if not job.given('TREATED') and (job.given('CONTROL') or matched):
            return tr('Give treated and control places, both.')
        if job.given('TREATED') and not (job.given('CONTROL') or matched or job.given('EROSION_BEFORE')):
            return tr('Give control places, or layers to match controls by.')
        if (job.given('CONTROL_CELLS') or job.given('STRATA')) and not matched:
            return tr('Give layers to match controls by, or leave the control cells and kinds of place out.')
        if not any(job.given(name) for name in (*[before for before, _ in PAIRS], 'PROJECTS', 'STATISTICS')):
            return tr('Give rasters or source patches of both dates, species, projects or statistics.')
        return ''

    def compute(self, job):
        rows = []
        for given, read in ((job.given('BEFORE') or job.given('EROSION_BEFORE'), raster_indicators),
                            (job.given('SOURCES_BEFORE'), patch_indicators),
                            (job.given('SPECIES_BEFORE'), species_indicators),
                            (job.given('PROJECTS'), fund_indicators),
                            (job.given('STATISTICS'), statistic_indicators)):
            rows += read(job) if given else []
        for row in completed(rows, job.number('YEARS')):
            if row['zone']:
                continue
            if np.isfinite(row['baseline']):
                job.say(tr('{indicator}: {before} before, {after} after ({percent} %).', indicator=row['indicator'],
                           before=f'{row["baseline"]:.6g}', after=f'{row["value"]:.6g}',
                           percent=f'{row["percent"]:.2f}'))
            elif np.isfinite(row['value']):
                job.say(tr('{indicator}: {value}.', indicator=row['indicator'], value=f'{row["value"]:.6g}'))
        texts = ('zone', 'indicator', 'unit')
        job.write_table('OUTPUT', {key: [row.get(key, '' if key in texts else np.nan) for row in rows]
                                   for key in COLUMNS})
        job.set_number('CHANGED', len({row['indicator'] for row in rows}))
