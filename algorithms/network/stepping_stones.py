"""Tool: the best places for new habitat."""

import numpy as np
from qgis.core import QgsGeometry

from ...ecorestore_plugin.core.checks import part_of
from ...ecorestore_plugin.core.network.stepping import stepping_stones
from ...ecorestore_plugin.core.sources.connectivity import dispersal_rate, link_reach
from ...ecorestore_plugin.qgis_io.areas import areas_ha
from ...ecorestore_plugin.qgis_io.patches import read_patches
from ...ecorestore_plugin.qgis_io.stepping_candidates import given_candidates, places_on_a_grid
from ..base import Tool, mark, tr
from ..network_parameters import dispersal, source_id
from ..parameters import field, integer, number, number_output, raster, table_output, vector, vector_output

SECONDS_PER_CELL, BYTES_PER_CELL = 1e-6, 250


class SteppingStones(Tool):
    tool_id = 'steppingstones'
    stage = 'network'
    label = mark('Stepping stones')
    summary = mark('Which candidate patches, or which places on a grid, raise the connectivity of the sources most.')
    help = mark('''Adds new patches to a network one by one, each time the one that raises its connectivity most, so \
that restoration can begin where it helps most.

Connectivity is the equivalent connected area ECA = root of the sum, over all pairs of patches, of a_i x a_j x p*_ij; \
p = exp(-alpha x distance) is the probability of a direct way, with alpha so that it is PROBABILITY at the dispersal \
distance, and p* the best product over any chain of patches. A new patch k improves each pair to the larger of p*_ij \
and p*_ik x p*_kj, and adds its own area; the candidate with the largest new ECA is taken, and the search goes on with \
it as part of the network. That is the greedy method of Graphab: each step is the best, the set need not be.

Candidates are the polygons of a layer, or places on a regular grid, each a circle of the given area. Crossing a patch \
costs nothing, so that a larger one is a better step; one that is worth 0 only serves as a step. Gains are in the unit \
of the attribute: hectares of connected habitat. A gain has two parts: own_gain, the habitat of the new patch and its \
ways, and the rest, which others gain by going through it.

Distances are straight, from edge to edge, in metres; with a resistance raster they are least-cost distances \
(resistance x metres), and the dispersal distance is in that unit too.

Sources: Foltete et al. 2014, Landscape and Urban Planning 124, 140-150; Saura et al. 2011, Ecological Indicators, \
doi:10.1016/j.ecolind.2010.06.011''')
    keywords = mark('stepping stone, patch addition, restoration site, Graphab, ECA, PC, connectivity gain')

    def declare(self):
        yield vector('SOURCES', tr('Ecological sources'), tr(
            'Polygons of the patches there are, in a projected system in metres.'), 'polygon')
        yield source_id()
        yield field('ATTRIBUTE', tr('Attribute'), tr(
            'Field that says what a patch is worth, at least 0: its area, or area x habitat quality. Empty: the field '
            'area_ha, or the area of the features in hectares where there is none.'), 'SOURCES', 'area_ha',
            numeric=True, optional=True)
        yield vector('CANDIDATES', tr('Candidate patches'), tr(
            'Polygons that could be restored. Empty: places on a grid.'), 'polygon', optional=True)
        yield field('CANDIDATE_ID', tr('Candidate id'), tr(
            'Field with the id of the candidate; features with the same id are one. Empty: the field source_id, or the '
            'order of the features where there is none.'), 'CANDIDATES', 'source_id', optional=True)
        yield field('CAPACITY', tr('Area of the candidate'), tr(
            'Field with what a candidate would be worth, in the unit of the attribute of the sources. Empty: the field '
            'area_ha, or the area of the features in hectares where there is none.'), 'CANDIDATES', 'area_ha',
            numeric=True, optional=True)
        yield integer('COUNT', tr('Number of stepping stones'), tr(
            'How many to add; fewer where nothing is gained any more.'), default=5, minimum=1)
        yield from dispersal()
        yield raster('RESISTANCE', tr('Resistance'), tr(
            'Least-cost instead of straight distances: resistance above 0 everywhere, best habitat 1. Nodata cells '
            'cannot be crossed.'), optional=True)
        yield raster('ALLOWED', tr('Where stepping stones may lie'), tr(
            'Places on the grid must lie on cells above 0. Empty: anywhere outside the sources.'), optional=True)
        yield number('SPACING', tr('Spacing of the places (m)'), tr(
            'Distance between places on the grid. Empty: a 25th of the longer side of the area.'), minimum=0,
            optional=True)
        yield number('AREA', tr('Area of a stepping stone (ha)'), tr(
            'Area of a new patch on the grid. Crossing it costs nothing, so that a larger one is a better step.'),
            default=10, minimum=0.0001)
        yield number('WORTH', tr('Worth of a stepping stone'), tr(
            'What a new patch on the grid is worth, in the unit of the attribute of the sources. 0: only its use as a '
            'step for others counts. Empty: its area in hectares.'), minimum=0, optional=True, advanced=True)
        yield from self._outputs()

    @staticmethod
    def _outputs():
        yield vector_output('OUTPUT', tr('Stepping stones'), tr(
            'The chosen patches: rank (1 first), candidate, area_ha, worth, eca (after it is added), gain, '
            'own_gain, gain_percent.'), 'polygon')
        yield vector_output('TESTED', tr('All candidates'), tr(
            'Every candidate with first_gain, what it would add if it were the only one.'), 'polygon', optional=True)
        yield table_output('STEPS', tr('Steps'), tr(
            'One row per step, step 0 before anything is added: step, candidate, eca, gain, gain_percent.'),
            optional=True)
        yield number_output('ECA_BEFORE', tr('Equivalent connected area before'))
        yield number_output('ECA_AFTER', tr('Equivalent connected area after'))
        yield number_output('STONE_COUNT', tr('Number of stepping stones'))

    def compute(self, job):
        resistance, grid = job.raster('RESISTANCE')
        allowed, other_grid = job.raster('ALLOWED')
        grid = grid or other_grid
        patches = read_patches(job, 'SOURCES', 'SOURCE_ID', 'ATTRIBUTE', grid)
        probability = job.number('PROBABILITY')
        rate = dispersal_rate(job.number('DISTANCE'), probability)
        limit = link_reach([job.number('DISTANCE')], probability, 0)
        search = given_candidates if job.given('CANDIDATES') else places_on_a_grid
        known = 0 if resistance is None else int(np.isfinite(resistance).sum())
        with job.engine(len(patches), known * SECONDS_PER_CELL, known * BYTES_PER_CELL, compiled=True) as engine:
            ids, shapes, capacities, distances, to_patches, between = search(
                job, patches, resistance, allowed, grid, limit, engine, part_of(job.progress, 0.0, 0.4))
            found = stepping_stones(distances, patches.values, to_patches, between, capacities, rate,
                                    job.integer('COUNT'), part_of(job.progress, 0.4, 1.0), job.cancelled)
        self._write(job, patches, ids, shapes, capacities, found)

    @staticmethod
    def _write(job, patches, ids, shapes, capacities, found):
        chosen = found.chosen.tolist()
        percent = 100 * found.gains / found.before
        names = [ids[row] for row in chosen]
        job.write_vector('OUTPUT', {
            'rank': list(range(1, len(chosen) + 1)), 'candidate': names,
            'area_ha': areas_ha([shapes[row] for row in chosen]), 'worth': capacities[chosen],
            'eca': found.eca, 'gain': found.gains, 'own_gain': found.own, 'gain_percent': percent},
            [shapes[row] for row in chosen], 'polygon', patches.crs, 'stepping_stones')
        job.write_vector('TESTED', {
            'candidate': ids, 'area_ha': areas_ha(shapes), 'worth': capacities,
            'first_gain': found.first_gains},
                         [QgsGeometry(shape) for shape in shapes], 'polygon', patches.crs, 'stepping_gain')
        job.write_table('STEPS', {
            'step': list(range(len(chosen) + 1)), 'candidate': [None, *names], 'eca': [found.before, *found.eca],
            'gain': [0.0, *found.gains], 'gain_percent': [0.0, *percent]})
        after = float(found.eca[-1]) if chosen else found.before
        if not chosen:
            job.warn(tr('No candidate raises the connectivity. Choose a larger dispersal distance or other places.'))
        elif len(chosen) < job.integer('COUNT'):
            job.warn(tr('Only {count} candidates raise the connectivity.', count=len(chosen)))
        job.say(tr('Equivalent connected area {before} before and {after} after {count} stepping stones '
                   '(+{percent} %).', before=f'{found.before:.6g}', after=f'{after:.6g}', count=len(chosen),
                   percent=f'{100 * (after / found.before - 1):.2f}'))
        job.set_number('ECA_BEFORE', found.before)
        job.set_number('ECA_AFTER', after)
        job.set_number('STONE_COUNT', len(chosen))
