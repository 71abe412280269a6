"""Tool: habitat quality and degradation."""

import numpy as np

from ...ecorestore_plugin.core.checks import part_of
from ...ecorestore_plugin.core.lookup import class_lookup
from ...ecorestore_plugin.core.sources.habitat_quality import METHODS, HabitatRun, rarity
from ...ecorestore_plugin.qgis_io.row_blocks import rows_of
from ...ecorestore_plugin.qgis_io.threats import read_access, read_sensitivity, read_threats
from ..base import Tool, mark, tr
from ..parameters import (
    choice,
    field,
    flag,
    number,
    number_output,
    raster,
    raster_output,
    rasters,
    table,
    table_output,
    text,
    vector,
)


class HabitatQuality(Tool):
    tool_id = 'habitatquality'
    stage = 'sources'
    label = mark('Habitat quality')
    summary = mark('Habitat quality and degradation from land cover and threats, as in InVEST.')
    help = mark('''Computes how well each cell can serve as habitat, from the suitability of its land cover and from \
the threats around it. Results with the method nearest equal those of InVEST Habitat Quality 3.13 and later.

Degradation D = sum over threats of (w / sum of w) x influence x access x sensitivity of the land cover to the threat. \
Influence falls with the distance d: linear 1 - d / dmax, exponential exp(-2.99 d / dmax), 0 beyond dmax (metres). \
Quality Q = H x (1 - D^z / (D^z + k^z)) with z = 2.5; H is the habitat suitability of the land cover, 0 where it is \
no habitat.

nearest: d is the distance to the nearest cell with the threat, and its intensity does not count. This is what the \
code of InVEST does; the equation of its guide, a sum over all threat cells, is not. kernel: the influence is the mean \
intensity of the surroundings weighted by the decay, so that a city counts more than a house. Its degradation is far \
lower, and k must be lowered with it.

k, the half saturation, is the degradation at which quality is halved. Half of the largest degradation is the usual \
choice; keep one k for all scenarios that are compared, and the same cell size.

Threats beyond the edge of the rasters are unknown: let the rasters reach the largest dmax beyond the study area. \
Without threat rasters, threats come from the land cover classes and the roads that the threat table names.

Rarity compares with a baseline land cover: 1 - N / (N of the baseline + N) per class, 0 for classes it lacks.

All results are 0 to 1. Source: Sharp et al. 2016, InVEST User Guide; Terrado et al. 2016, \
doi:10.1016/j.scitotenv.2015.03.064''')
    keywords = mark('habitat quality, habitat degradation, InVEST, threat, biodiversity, rarity, habitat suitability')

    def declare(self):
        yield raster('LANDCOVER', tr('Land cover'), tr(
            'Class codes in a projected system in metres; their rows stand in the sensitivity table.'))
        yield table('THREATS', tr('Threat table'), tr(
            'Columns threat, max_dist (metres), weight, decay (linear or exponential), as in InVEST. A column classes '
            'may hold land cover codes separated by semicolons, or the word roads; it makes the threat where no raster '
            'is given. Empty: the shipped illustrative table of cropland, builtup and road.'), optional=True)
        yield table('SENSITIVITY', tr('Sensitivity table'), tr(
            'Columns code (or lucode), habitat (suitability 0 to 1) and one per threat, named like it, with the '
            'sensitivity 0 to 1. Empty: the shipped illustrative table for land cover codes 1 to 9.'), optional=True)
        yield rasters('THREAT_RASTERS', tr('Threat rasters'), tr(
            'A raster per threat, 0 (none) to 1 (full), on the grid of the land cover. A layer belongs to the threat '
            'of its name, or of its file name in a column raster or cur_path of the threat table; where no name fits, '
            'the layers follow the order of the table.'), optional=True)
        yield text('THREAT_NAMES', tr('Names of the threat rasters'), tr(
            'Threats of the rasters in their order, separated by commas, where the layers are named otherwise.'),
            optional=True)
        yield vector('ROADS', tr('Roads'), tr(
            'Lines for the threats whose column classes says roads. Left empty, such threats are left out.'), 'line',
            optional=True)
        yield number('HALF_SATURATION', tr('Half saturation k'), tr(
            'Degradation that halves the quality. 0.05 is the default of InVEST; about half of the largest '
            'degradation spreads the results best.'), default=0.05, minimum=0.000001, maximum=1)
        yield flag('FIT_HALF_SATURATION', tr('Half of the largest degradation as k'), tr(
            'Takes k from the result instead of the number above. Use it for the first scenario, and give its k to '
            'the others.'))
        yield choice('METHOD', tr('Influence of threats'), tr(
            'nearest: distance to the nearest threat cell, whatever its intensity, as in InVEST; kernel: mean '
            'intensity of the surroundings weighted by distance.'), METHODS, 'nearest')
        yield raster('ACCESS', tr('Access'), tr(
            '0 (fully protected) to 1 (open to every threat); nodata counts as 1.'), optional=True, advanced=True)
        yield vector('ACCESS_AREAS', tr('Areas of limited access'), tr(
            'Instead of a raster: polygons such as nature reserves with their access, as in InVEST. All other land '
            'has access 1.'), 'polygon', optional=True, advanced=True)
        yield field('ACCESS_FIELD', tr('Access of the areas'), tr('Field with the access, 0 to 1.'), 'ACCESS_AREAS',
                    'access', optional=True, advanced=True)
        yield raster('BASELINE', tr('Baseline land cover'), tr(
            'Land cover of an earlier or natural state on the same grid, for rarity.'), optional=True, advanced=True)
        yield raster_output('QUALITY', tr('Habitat quality'), tr('0 (none) to 1 (best), no unit.'))
        yield raster_output('DEGRADATION', tr('Habitat degradation'), tr('0 (none) to 1, no unit.'))
        yield raster_output('THREAT_DEGRADATION', tr('Degradation by threat'), tr(
            'One band per threat, named like it; the bands add up to the degradation.'), optional=True)
        yield raster_output('RARITY', tr('Rarity'), tr(
            '0 to 1 against the baseline: 0.5 for a class as large as before, more where it shrank.'), optional=True)
        yield table_output('EFFECTS', tr('Effects of the threats'), tr(
            'Per threat: max_dist, weight, decay, cells, reached (habitat cells within reach), mean_degradation, '
            'share.'), optional=True)
        yield number_output('MEAN_QUALITY', tr('Mean habitat quality'))
        yield number_output('MAX_DEGRADATION', tr('Largest degradation'))
        yield number_output('HALF_SATURATION_USED', tr('Half saturation used'))

    def check(self, job):
        if job.given('RARITY') and not job.given('BASELINE'):
            return tr('Rarity needs a baseline land cover.')
        if job.given('ACCESS') and job.given('ACCESS_AREAS'):
            return tr('Give access as a raster or as areas, not both.')
        return ''

    def compute(self, job):
        cover, baseline = rows_of(job, 'LANDCOVER', classes=True), job.classes('BASELINE')
        grid, method = cover.grid, job.choice('METHOD')
        threats, intensities, codes, valid, counts = read_threats(job, cover, method == 'kernel')
        lookup = class_lookup(tr('Land cover'), counts, *read_sensitivity(job, counts, [t.name for t in threats]))
        run = HabitatRun(lambda top, bottom: lookup.values(codes[top:bottom], valid[top:bottom]), grid.shape, threats,
                         intensities, grid.cell_width, grid.cell_height, read_access(job, grid), method)
        half, quality = self.write(job, run, grid, threats)
        effects = run.effects()
        self.report(job, threats, effects, run.largest, half)
        if baseline is not None:
            self.write_rarity(job, rarity(codes, valid, baseline.codes, baseline.valid), grid)
        job.write_table('EFFECTS', {
            'threat': [t.name for t in threats], 'max_dist': [t.max_distance for t in threats],
            'weight': [t.weight for t in threats], 'decay': [t.decay for t in threats],
            **{key: [getattr(effect, key) for effect in effects]
               for key in ('cells', 'reached', 'mean_degradation', 'share')}})
        job.set_number('MEAN_QUALITY', quality)
        job.set_number('MAX_DEGRADATION', run.largest)
        job.set_number('HALF_SATURATION_USED', half)

    @staticmethod
    def write(job, run, grid, threats):
        """Writes degradation and quality strip by strip; the half saturation used and the mean quality."""
        outputs = {name: job.raster_rows(name, grid, '', label, style) for name, label, style in (
            ('QUALITY', tr('Habitat quality'), 'habitat_quality'),
            ('DEGRADATION', tr('Habitat degradation'), 'degradation'))}
        by_threat = job.given('THREAT_DEGRADATION')
        shares = job.raster_rows('THREAT_DEGRADATION', grid, '', tr('Degradation by threat'), 'degradation',
                                 [t.name for t in threats]) if by_threat else None
        half = None if job.flag('FIT_HALF_SATURATION') else run.half_saturation(job.number('HALF_SATURATION'))
        total, known, waiting = 0.0, 0, []

        def write_quality(start, degradation):
            nonlocal total, known
            quality = run.quality(start, degradation, half)
            total += float(np.nansum(quality))
            known += int(np.count_nonzero(~np.isnan(quality)))
            outputs['QUALITY'].write(start, quality)
        for start, _, degradation, own in run.strips(by_threat, part_of(job.progress, 0.2, 0.9), job.cancelled):
            outputs['DEGRADATION'].write(start, degradation)
            if shares is not None:
                shares.write(start, own)
            if half is None:
                waiting.append((start, degradation))
            else:
                write_quality(start, degradation)
        if half is None:
            half = run.half_saturation(None)
            for start, degradation in waiting:
                write_quality(start, degradation)
        return half, total / known

    @staticmethod
    def write_rarity(job, rare, grid):
        job.write_raster('RARITY', rare.cells, grid, description=tr('Rarity'), style='continuous')
        job.say(tr('Rarity by class: {classes}.', classes=', '.join(
            f'{code} {value:.3f}' for code, value in zip(rare.codes, rare.values))))

    @staticmethod
    def report(job, threats, effects, largest, half):
        for threat, effect in zip(threats, effects):
            if not effect.cells:
                job.warn(tr('The threat {name} occurs nowhere.', name=threat.name))
            elif np.isinf(effect.nearest):
                job.warn(tr('The threat {name} reaches no habitat: no cell has a habitat suitability above 0. Check '
                            'the column habitat.', name=threat.name))
            elif not effect.reached:
                job.warn(tr('The threat {name} reaches no habitat: the nearest habitat is {nearest} m away, and it '
                            'reaches {reach} m. Check its max_dist and the raster.', name=threat.name,
                            nearest=f'{effect.nearest:.0f}', reach=f'{threat.max_distance:g}'))
        job.say(tr('Shares of the threats in the degradation: {shares}.', shares=', '.join(
            f'{effect.name} {100 * effect.share:.1f} %' for effect in effects)))
        job.say(tr('Largest degradation {largest}; half saturation {half}.', largest=f'{largest:.4f}',
                   half=f'{half:.4f}'))
        if largest > 0 and not 0.1 < half / largest < 2:
            job.warn(tr('The half saturation {half} is far from half of the largest degradation ({fit}); quality will '
                        'hardly differ between cells.', half=f'{half:.4g}', fit=f'{largest / 2:.4g}'))
