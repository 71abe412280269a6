"""Tool: ecological source patches."""

import numpy as np

from ...ecorestore_plugin.core.checks import part_of
from ...ecorestore_plugin.core.sources.connectivity import connectivity, link_reach
from ...ecorestore_plugin.core.sources.connectivity_cost import check_cost
from ...ecorestore_plugin.core.sources.patches import (
    PROTECTED_USES,
    habitat_above,
    habitat_of_classes,
    patch_means,
    source_patches,
    with_protected,
)
from ...ecorestore_plugin.qgis_io.patch_tables import field_name
from ...ecorestore_plugin.qgis_io.patches import edge_distance_matrix
from ...ecorestore_plugin.qgis_io.raster import rasterize
from ...ecorestore_plugin.qgis_io.vector import polygonize
from ..base import Tool, mark, tr
from ..parameters import choice, number, number_output, raster, raster_output, rasters, text, vector, vector_output

LARGE = 0.5


class SourcePatches(Tool):
    tool_id = 'sourcepatches'
    stage = 'sources'
    label = mark('Source patches')
    summary = mark('Connected habitat above a minimum area as ecological source patches.')
    help = mark(
        'Finds the ecological sources (core patches) of a security pattern: connected cells of habitat that together '
        'reach a minimum area.\n\n'
        'Habitat is either the cells of chosen classes, such as forest, shrub and wetland of a land-cover raster or '
        'the core class of a pattern analysis, or the cells at or above a minimum value, such as habitat quality or '
        'importance. Small holes can be filled; holes that reach the edge of the raster or unknown cells stay. Then '
        'habitat closer to other land than the edge width can be left out, so that only cores remain. For the core '
        'class of a pattern analysis (MSPA) the habitat class is 17, and 117 inside holes.\n\n'
        'Protected areas can be added to the habitat, or habitat outside them left out. Patches no farther apart than '
        'the bridging distance become one source of several parts, before the minimum area is asked for.\n\n'
        'Patches are numbered by area, the largest first, or by what the connectivity of the whole loses without them '
        '(delta of the probability of connectivity, dPC, see Patch connectivity). Areas are in hectares, perimeters '
        'follow the cell edges in metres, and the shape index is 0.25 x perimeter / square root of the area (1 for a '
        'square).\n\n'
        'Source: shape index of McGarigal & Marks 1995, FRAGSTATS, doi:10.2737/PNW-GTR-351; dPC of Saura & '
        'Pascual-Hortal 2007, doi:10.1016/j.landurbplan.2007.03.005.')
    keywords = mark('ecological source, core patch, habitat patch, minimum area, patch, shape index')

    def declare(self):
        yield raster('HABITAT', tr('Habitat or class raster'),
                     tr('Land cover, a pattern analysis, habitat quality or importance, in a projected system in '
                        'metres.'))
        yield text('CLASSES', tr('Habitat classes'),
                   tr('Codes that are habitat, separated by commas. Default: forest, shrub and wetland of the CLCD '
                      'classes. Not looked at where a minimum value is given.'), default='2,3,9', optional=True)
        yield number('MINIMUM', tr('Minimum value'),
                     tr('Cells with at least this value are habitat; for rasters of quality or importance. Left empty, '
                        'the classes decide.'), optional=True)
        yield number('MIN_AREA', tr('Minimum area (ha)'),
                     tr('Patches below this area are left out. 100 ha (1 km2) suits a county at 30 to 100 m cells; '
                        'provinces usually take 1000 to 10000 ha.'), default=100, minimum=0)
        yield number('EDGE', tr('Edge width (m)'),
                     tr('Habitat this close to other land is edge and belongs to no source, so that narrow necks part '
                        'the cores. 0 takes all habitat; forest landscapes need it, or one patch covers everything.'),
                     default=0, minimum=0)
        yield choice('NEIGHBOURS', tr('Neighbours'),
                     tr('8 joins cells that meet in a corner, as most studies do; 4 joins only cells that share an '
                        'edge.'), ['8', '4'], default='8', advanced=True)
        yield number('FILL_HOLES', tr('Fill holes up to (ha)'),
                     tr('Holes inside a patch up to this area become part of it, before edges are taken off; 0 '
                        'fills none.'), default=0, minimum=0, advanced=True)
        yield raster('SCORE', tr('Score raster'),
                     tr('Any raster whose mean per patch is wanted, such as habitat quality.'), optional=True)
        yield rasters('SCORES', tr('Further score rasters'),
                      tr('Their mean per patch goes into fields mean_<layer name>, such as importance or sensitivity.'),
                      optional=True)
        yield vector('PROTECTED', tr('Protected areas'),
                     tr('Nature reserves, national parks, ecological red lines. A cell belongs to the area that covers '
                        'its centre.'), 'polygon', optional=True)
        yield choice('PROTECTED_USE', tr('Use of protected areas'),
                     tr('add: their cells are habitat whatever they hold; require: only habitat inside them counts.'),
                     PROTECTED_USES, 'add')
        yield choice('EDGE_USE', tr('Use of the edge width'),
                     tr('remove: edge belongs to no source; measure: edge stays in the source, and core_area_ha is the '
                        'area without it.'), ['remove', 'measure'], 'remove', advanced=True)
        yield number('BRIDGE', tr('Bridging distance (m)'),
                     tr('Patches whose edges are no farther apart become one source of several parts, such as forest '
                        'on both sides of a road; 0 joins none.'), default=0, minimum=0)
        yield choice('RANK_BY', tr('Rank by'),
                     tr('area: source_id 1 is the largest; dpc: the one without which connectivity loses most, which '
                        'adds the field dpc (percent).'), ['area', 'dpc'], 'area')
        yield number('DISTANCE', tr('Dispersal distance (m)'),
                     tr('For dpc: straight distance at which the probability of moving between two patches is the one '
                        'below.'), default=1000, minimum=0, advanced=True)
        yield number('PROBABILITY', tr('Probability at this distance'),
                     tr('For dpc, between 0 and 1; 0.5 goes with the median dispersal distance.'), default=0.5,
                     minimum=0, maximum=1, advanced=True)
        yield from self.outputs()

    @staticmethod
    def outputs():
        yield vector_output('SOURCES', tr('Source patches'),
                            tr('Polygons with source_id (1 = first in rank), area_ha, perimeter_m, shape_index, '
                               'core_area_ha (farther than the edge width from other land), parts (separate pieces), '
                               'score_mean, mean_<name> and dpc where they are asked for.'), 'polygon')
        yield raster_output('PATCHES', tr('Patch raster'), tr('The source_id of every cell; nodata elsewhere.'),
                            optional=True)
        yield number_output('SOURCE_COUNT', tr('Number of source patches'))

    def compute(self, job):
        habitat, valid, grid = self.habitat(job)
        areas = job.features('PROTECTED', ('polygon',), grid)
        if areas is not None:
            protected = rasterize(areas.geometries, np.ones(len(areas), int), grid)[0] > 0
            habitat = with_protected(habitat, valid, protected, job.choice('PROTECTED_USE'))
        score = job.raster('SCORE')[0]
        scores = job.raster_list('SCORES')
        ranked = job.choice('RANK_BY') == 'dpc'
        patches = source_patches(habitat, valid, grid.cell_width, grid.cell_height, job.number('MIN_AREA'),
                                 int(job.choice('NEIGHBOURS')), job.number('FILL_HOLES'), job.number('EDGE'),
                                 part_of(job.progress, 0.0, 0.3 if ranked else 1.0), job.cancelled,
                                 job.choice('EDGE_USE') == 'measure', job.number('BRIDGE'))
        self.report(job, patches)
        shapes = polygonize(patches.labels, grid)
        shapes = [shapes[number] for number in sorted(shapes)]
        dpc = self.dpc(job, patches, shapes) if ranked else None
        if ranked:
            order = np.argsort(-dpc, kind='stable')
            patches, dpc, shapes = patches.in_order(order), dpc[order], [shapes[row] for row in order.tolist()]
        columns = {'source_id': np.arange(1, len(patches) + 1), 'area_ha': patches.area_ha,
                   'perimeter_m': patches.perimeter_m, 'shape_index': patches.shape_index,
                   'core_area_ha': patches.core_ha, 'parts': patches.parts}
        if score is not None:
            columns['score_mean'] = patch_means(patches.labels, len(patches), score)
        for name, values, _ in scores:
            columns[field_name(f'mean_{name}', columns)] = patch_means(patches.labels, len(patches), values)
        if ranked:
            columns['dpc'] = dpc
        job.write_vector('SOURCES', columns, shapes, 'polygon', grid.crs_wkt, style='sources')
        job.write_raster('PATCHES', patches.labels, grid, patches.labels > 0, description='source_id', style='classes')
        job.set_number('SOURCE_COUNT', len(patches))

    @staticmethod
    def report(job, patches):
        if patches.largest_share > LARGE:
            job.warn(tr('One patch covers {share} % of the study area; corridors between the sources will hardly '
                        'matter. Choose stricter habitat, 4 neighbours, or a pattern analysis before this step.',
                        share=f'{100 * patches.largest_share:.0f}'))
        job.say(tr('{count} source patches with {area} ha; {dropped} smaller patches with {dropped_area} ha were left '
                   'out.', count=len(patches), area=f'{patches.area_ha.sum():.1f}', dropped=patches.dropped,
                   dropped_area=f'{patches.dropped_ha:.1f}'))

    @staticmethod
    def dpc(job, patches, shapes):
        """(n,) percent that the probability of connectivity loses without each patch."""
        distance, probability = job.number('DISTANCE'), job.number('PROBABILITY')
        progress = part_of(job.progress, 0.3, 1.0)
        reach = link_reach([distance], probability)
        check_cost(patches.area_ha, progress=progress)
        distances = edge_distance_matrix(shapes, reach, part_of(progress, 0.0, 0.3), job.cancelled)
        found = connectivity(distances, patches.area_ha, [distance], probability,
                             progress=part_of(progress, 0.3, 1.0), cancelled=job.cancelled)
        return found[0].by_pc.delta

    def habitat(self, job):
        """(habitat, valid, grid) by the minimum value where one is given, by the classes otherwise."""
        minimum = job.number('MINIMUM')
        if minimum is not None:
            values, grid = job.raster('HABITAT')
            return habitat_above(values, minimum), ~np.isnan(values), grid
        classes = job.classes('HABITAT')
        return habitat_of_classes(classes.codes, classes.valid, job.numbers('CLASSES')), classes.valid, classes.grid
