"""Tool: ecological source patches."""

import numpy as np

from ...ecorestore_plugin.core.sources.patches import (
    habitat_above,
    habitat_of_classes,
    patch_means,
    source_patches,
)
from ...ecorestore_plugin.qgis_io.vector import polygonize
from ..base import Tool, mark, tr
from ..parameters import choice, number, number_output, raster, raster_output, text, vector_output

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
        'habitat closer to other land than the edge width can be left out, so that only cores remain.\n\n'
        'Patches are numbered by area, the largest first. Areas are in hectares, perimeters follow the cell edges in '
        'metres, and the shape index is 0.25 x perimeter / square root of the area (1 for a square).\n\n'
        'Source: shape index of McGarigal & Marks 1995, FRAGSTATS, doi:10.2737/PNW-GTR-351.')
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
                        'fills none.'), default=0, minimum=0,
                     advanced=True)
        yield raster('SCORE', tr('Score raster'),
                     tr('Any raster whose mean per patch is wanted, such as habitat quality.'), optional=True)
        yield vector_output('SOURCES', tr('Source patches'),
                            tr('Polygons with source_id (1 = largest), area_ha, perimeter_m, shape_index, and '
                               'score_mean where a score raster is given.'), 'polygon')
        yield raster_output('PATCHES', tr('Patch raster'), tr('The source_id of every cell; nodata elsewhere.'),
                            optional=True)
        yield number_output('SOURCE_COUNT', tr('Number of source patches'))

    def compute(self, job):
        habitat, valid, grid = self.habitat(job)
        score = job.raster('SCORE')[0]
        patches = source_patches(habitat, valid, grid.cell_width, grid.cell_height, job.number('MIN_AREA'),
                                 int(job.choice('NEIGHBOURS')), job.number('FILL_HOLES'), job.number('EDGE'),
                                 job.progress, job.cancelled)
        if patches.largest_share > LARGE:
            job.warn(tr('One patch covers {share} % of the study area; corridors between the sources will hardly '
                        'matter. Choose stricter habitat, 4 neighbours, or a pattern analysis before this step.',
                        share=f'{100 * patches.largest_share:.0f}'))
        job.say(tr('{count} source patches with {area} ha; {dropped} smaller patches with {dropped_area} ha were left '
                   'out.', count=len(patches), area=f'{patches.area_ha.sum():.1f}', dropped=patches.dropped,
                   dropped_area=f'{patches.dropped_ha:.1f}'))
        columns = {'source_id': np.arange(1, len(patches) + 1), 'area_ha': patches.area_ha,
                   'perimeter_m': patches.perimeter_m, 'shape_index': patches.shape_index}
        if score is not None:
            columns['score_mean'] = patch_means(patches.labels, len(patches), score)
        shapes = polygonize(patches.labels, grid)
        job.write_vector('SOURCES', columns, [shapes[number] for number in sorted(shapes)], 'polygon', grid.crs_wkt,
                         style='sources')
        job.write_raster('PATCHES', patches.labels, grid, patches.labels > 0, description='source_id', style='classes')
        job.set_number('SOURCE_COUNT', len(patches))

    def habitat(self, job):
        """(habitat, valid, grid) by the minimum value where one is given, by the classes otherwise."""
        minimum = job.number('MINIMUM')
        if minimum is not None:
            values, grid = job.raster('HABITAT')
            return habitat_above(values, minimum), ~np.isnan(values), grid
        classes = job.classes('HABITAT')
        return habitat_of_classes(classes.codes, classes.valid, job.numbers('CLASSES')), classes.valid, classes.grid
