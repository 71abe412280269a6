"""Barriers on the ways between sources."""

import numpy as np

from ...ecorestore_plugin.core.checks import part_of
from ...ecorestore_plugin.core.network.barrier_patches import RANKINGS, barrier_patches
from ...ecorestore_plugin.core.network.barriers import barrier_improvement, sweep
from ...ecorestore_plugin.qgis_io.link_corridors import patch_landcover, read_corridor_links
from ...ecorestore_plugin.qgis_io.sources import read_sources
from ...ecorestore_plugin.qgis_io.vector import polygonize
from .. import patch_parameters
from ..base import Tool, mark, tr
from ..network_parameters import source_id
from ..parameters import choice, flag, integer, number, number_output, raster, raster_output, vector, vector_output

SECONDS_PER_CELL, BYTES_PER_CELL = 1e-6, 250


class Barriers(Tool):
    tool_id = 'barriers'
    stage = 'circuit'
    label = mark('Barriers')
    summary = mark('Where restoring a little land would shorten the ways between sources most, as raster and ranked '
                   'polygons.')
    help = mark('''Finds the barriers of an ecological network: places whose restoration would improve its links most, \
on their least-cost paths or beside them, where a better way could be opened. Pinch points say what must not be lost, \
barriers what should be restored.

A circular window is moved over the raster. Restored across its middle, it would lead from its best cell towards one \
source to its best cell towards the other: new least-cost distance = mA + mB + 2 r x R', with mA and mB the smallest \
cost-weighted distances from the two sources in the window, r its radius and R' the resistance of restored land (1). \
Improvement score = (least-cost distance - new least-cost distance) / (2 r): resistance x metres saved per metre \
restored. The window is the full disk of cells whose centre is within r; cells of nodata in it are passed over. The \
window is tried with every radius of the sweep and for every link.

Rasters: the largest score over links and radii at the centre of the window; on request the same as per cent of the \
least-cost distance of its link, the sum over the links (largest over the radii), the radius of the largest score, and \
two maps of the land itself: the largest score of the windows that hold a cell, and that cut to what the resistance \
of the cell exceeds R'.

Polygons: windows count from a threshold of the score on. The strip of a window is the straight line between its best \
cells towards the two sources; restoring it is what the score promises. Cells of strips whose resistance exceeds R' by \
the threshold or more stand in the way and form the barriers. Attributes: barrier_id, rank, link_id (link of the best \
window whose strip crosses the barrier), from_id, to_id, link_ids and link_count (all links with such a window), \
improvement (the largest score) and radius_m (of the best window), gain (resistance x metres it saves on link_id = \
improvement x 2 r), gain_percent (of its least-cost distance), gain_total (gain added up over link_ids), area_ha, \
gain_per_ha (gain_total / area_ha), and the land cover where it is given. A gain needs one strip across the barrier, \
not all of it; barriers one behind the other must all be crossed.

Barrier Mapper takes a ring one map unit wide instead of the disk; the two differ only where a source lies in the \
window, and at radii of few cells, where such a ring holds hardly any cell.

Source: McRae et al. 2012, PLoS ONE, doi:10.1371/journal.pone.0052604''')
    keywords = mark('barrier, restoration opportunity, improvement score, Barrier Mapper, Linkage Mapper, '
                    'connectivity restoration, corridor')

    def declare(self):
        yield raster('RESISTANCE', tr('Resistance'), tr(
            'Resistance to movement, above 0 everywhere, no unit, the one the links were made from. Nodata cells '
            'cannot be crossed.'))
        yield vector('SOURCES', tr('Ecological sources'), tr('The sources the links lead to.'))
        yield source_id()
        yield vector('LINKS', tr('Links'), tr(
            'Lines between sources from Ecological corridors, with the fields link_id, from_id and to_id. Their '
            'least-cost distances are computed anew.'), 'line')
        yield vector('CORRIDORS', tr('Corridors'), tr(
            'Polygons with the field link_id: windows of a link are then centred inside its corridor only. Empty: '
            'anywhere.'), 'polygon', optional=True)
        yield number('MIN_RADIUS', tr('Smallest radius (m)'), tr(
            'At least the cell size. A window restores a strip of twice its radius. Empty: the cell size.'), minimum=0,
            optional=True)
        yield number('MAX_RADIUS', tr('Largest radius (m)'), tr(
            'Up to half the width of the widest barrier worth restoring. Empty: three times the smallest.'), minimum=0,
            optional=True)
        yield number('RADIUS_STEP', tr('Step of the radius (m)'), tr(
            'From one radius to the next. Empty: the smallest radius.'), minimum=0, optional=True)
        yield number('QUANTILE', tr('Threshold (quantile)'), tr(
            'Share of the windows that save something, 0 to 1, that saves too little for a barrier. 0.9 keeps the '
            'strongest tenth.'), 0.9, 0, 1)
        yield from patch_parameters.threshold()
        yield integer('MIN_CELLS', tr('Smallest barrier (cells)'), tr('Patches of fewer cells are dropped.'), 1, 1)
        yield choice('RANK_BY', tr('Rank by'), tr(
            'gain: what all links save together; gain_per_ha: that per hectare; score: the largest improvement '
            'score.'), RANKINGS, 'gain')
        yield number('RESTORED', tr('Resistance of restored land'), tr(
            'Usually 1, that of best habitat.'), 1, 1e-9, advanced=True)
        yield flag('THROUGH_NODATA', tr('Nodata can be restored'), tr(
            'Whether cells without resistance are barriers that nothing crosses, such as a river, and can be restored. '
            'Off: they lie outside the study area.'), advanced=True)
        yield patch_parameters.landcover()
        yield from self._outputs()

    @staticmethod
    def _outputs():
        yield raster_output('IMPROVEMENT', tr('Improvement score'), tr(
            'Largest improvement score at the centre of the window, resistance x metres saved per metre restored; '
            'nodata where nothing is saved, and on sources.'))
        yield vector_output('BARRIERS', tr('Barriers'), tr(
            'Land that stands in the way: barrier_id, rank, link_id, from_id, to_id, link_ids, link_count, '
            'improvement, radius_m, gain, gain_percent, gain_total, area_ha, gain_per_ha, land cover.'), 'polygon')
        yield raster_output('PERCENT', tr('Improvement score (%)'), tr(
            'Largest score as per cent of the least-cost distance of its link.'), optional=True)
        yield raster_output('SUM', tr('Improvement score, sum over links'), tr(
            'Scores added up over the links, the largest over the radii.'), optional=True)
        yield raster_output('RADIUS', tr('Best radius'), tr(
            'Radius of the largest score at the centre of the window, m.'), optional=True)
        yield raster_output('CIRCLES', tr('Improvement score of windows'), tr(
            'Largest score of the windows that hold the cell.'), optional=True)
        yield raster_output('TRIMMED', tr('Land in the way'), tr(
            'The same, at most what the resistance of the cell exceeds that of restored land.'), optional=True)
        yield number_output('BARRIER_COUNT', tr('Number of barriers'))

    def compute(self, job):
        resistance, grid = job.raster('RESISTANCE')
        classes = job.classes('LANDCOVER')
        sources = read_sources(job, 'SOURCES', 'SOURCE_ID', grid, resistance)
        links = read_corridor_links(job, grid)
        radii = sweep(job.number('MIN_RADIUS'), job.number('MAX_RADIUS'), job.number('RADIUS_STEP'),
                      (grid.cell_width, grid.cell_height))
        known = int(np.isfinite(resistance).sum())
        # Surfaces and windows are two calls of the engine: its workers stay between them.
        with job.engine(len(links), known * SECONDS_PER_CELL, known * BYTES_PER_CELL) as engine:
            found = barrier_improvement(resistance, sources.cells, links.numbers(sources), grid, radii,
                                        job.number('RESTORED'), links.corridors, job.flag('THROUGH_NODATA'),
                                        sources.ids, engine, part_of(job.progress, 0.0, 0.85), job.cancelled)
            patches = barrier_patches(found, resistance, grid, job.choice('THRESHOLD'), job.number('QUANTILE'),
                                      job.integer('CLASSES'), job.number('DEVIATIONS'), job.integer('MIN_CELLS'),
                                      job.choice('RANK_BY'), engine, part_of(job.progress, 0.85, 1.0), job.cancelled)
        _write(job, found, patches, links, classes, grid)
        _report(job, found, patches, links)


def _write(job, found, patches, links, classes, grid):
    radius = np.where(found.radius >= 0, found.radii[found.radius], np.nan)
    for name, values, unit, description in (
            ('IMPROVEMENT', found.score, '', tr('Improvement score')),
            ('PERCENT', found.percent, '%', tr('Improvement score (%)')),
            ('SUM', found.total, '', tr('Improvement score, sum over links')),
            ('RADIUS', radius, 'm', tr('Best radius')),
            ('CIRCLES', found.circles, '', tr('Improvement score of windows')),
            ('TRIMMED', found.trimmed, '', tr('Land in the way'))):
        job.write_raster(name, values, grid, unit=unit, description=description, style='barrier_score')
    shapes = polygonize(patches.labels, grid)
    number = list(range(1, len(patches) + 1))
    job.write_vector('BARRIERS', {
        'barrier_id': number, 'rank': number, **links.of(patches.link),
        'link_ids': [','.join(str(links.columns['link_id'][link]) for link in own) for own in patches.links],
        'link_count': [len(own) for own in patches.links], 'improvement': patches.score, 'radius_m': patches.radius,
        'gain': patches.gain, 'gain_percent': patches.gain_percent, 'gain_total': patches.gain_total,
        'area_ha': patches.area_ha, 'gain_per_ha': patches.gain_per_ha,
        **patch_landcover(classes, patches.labels, len(patches))},
        [shapes[label] for label in number], 'polygon', grid.crs_wkt, 'barriers')
    job.set_number('BARRIER_COUNT', len(patches))


def _report(job, found, patches, links):
    apart = [index for index, scores in enumerate(found.links) if not np.isfinite(scores.distance)]
    if apart:
        job.warn(tr('No path joins the two sources of {count} links, which are left out: {links}.', count=len(apart),
                    links=links.listed(apart)))
    given = links.columns['cost']
    now = np.array([scores.distance for scores in found.links])
    other = np.flatnonzero(np.isfinite(given) & np.isfinite(now) & (np.abs(now - given) > 0.001 * now))
    if other.size:
        job.warn(tr('{count} links have another cost than the resistance gives; the first is link {link} with {given} '
                    'instead of {now}. Was the network made from another resistance?', count=other.size,
                    link=links.columns['link_id'][other[0]], given=f'{given[other[0]]:.6g}',
                    now=f'{now[other[0]]:.6g}'))
    job.say(tr('Radii of the windows: {radii} m.', radii=', '.join(f'{radius:g}' for radius in found.radii)))
    if not len(patches):
        job.warn(tr('There is no barrier: no window saves anything, or all patches are too small. Try smaller radii or '
                    'a lower threshold.'))
        return
    job.say(tr('{count} barriers of {area} ha; the first would save {percent} % of the cost of link {link}.',
               count=len(patches), area=f'{patches.area_ha.sum():.6g}', percent=f'{patches.gain_percent[0]:.3g}',
               link=links.columns['link_id'][int(patches.link[0])]))
