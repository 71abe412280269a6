"""Tool: morphological spatial pattern analysis."""

import numpy as np

from ...ecorestore_plugin.core.sources.mspa import BYTES_PER_CELL, SECONDS_PER_CELL, mspa, widest_edge
from ...ecorestore_plugin.core.sources.mspa_classes import (
    NO_DATA,
    pattern_of_classes,
    pattern_of_codes,
    pattern_statistics,
    plain_classes,
)
from ..base import Tool, mark, tr
from ..parameters import choice, flag, integer, number_output, raster, raster_output, table_output, text


class Mspa(Tool):
    tool_id = 'mspa'
    stage = 'sources'
    label = mark('Morphological spatial pattern analysis (MSPA)')
    summary = mark('Tells core, islet, perforation, edge, loop, bridge and branch of habitat apart.')
    help = mark(
        'Divides habitat (foreground) into classes by its shape alone: core, farther from other land than the edge '
        'width; islet, patches too small for core; perforation, the edge around holes in core; edge, the outer edge of '
        'core; loop, a strip that leads from a core back to the same core; bridge, a strip between different cores; '
        'branch, a strip with a blind end. Cores are candidate ecological sources, bridges are structural corridors.'
        '\n\n'
        'A cell is core where its distance to the nearest background cell, between centres and in cells, is larger '
        'than the edge width + 0.98. Missing cells do not make an edge. Near the border of the raster its outermost '
        'cells are taken to go on outside.\n\n'
        'Class codes are those of GuidosToolbox: core 17, islet 9, perforation 5, edge 3, loop 65, bridge 33, branch '
        '1; a loop or bridge across an edge 67 or 35, across a perforation 69 or 37; background 0, missing 129. With '
        'the inside told apart, foreground in holes of core has 100 more (core 117, islet 109, ...), background in '
        'holes of core is 100 (core opening) and in other holes of the foreground 220 (border opening). Where core '
        'rings are very thin the edge code 2 can be added to background or islet.\n\n'
        'To go on with source patches, use this result as habitat with the classes 17, 117.\n\n'
        'The statistics count loops and bridges inside edges and perforations as edge and perforation, and join '
        'objects across corners.\n\n'
        'Source: Soille & Vogt 2009, Pattern Recognition Letters, doi:10.1016/j.patrec.2008.10.015; Vogt & Riitters '
        '2017, GuidosToolbox, doi:10.1080/22797254.2017.1330650.')
    keywords = mark('MSPA, GuidosToolbox, core, bridge, loop, branch, islet, perforation, edge, pattern analysis')

    def declare(self):
        yield raster('INPUT', tr('Pattern or class raster'),
                     tr('Either a pattern coded 0 missing, 1 background, 2 foreground, or any class raster such as '
                        'land cover together with the foreground classes. Nodata is missing.'))
        yield text('FOREGROUND', tr('Foreground classes'),
                   tr('Codes that are foreground, separated by commas, such as 2,3,9 for forest, shrub and wetland; '
                      'all other classes become background. Left empty, the raster is a pattern coded 0, 1, 2.'),
                   optional=True)
        yield choice('CONNECTIVITY', tr('Foreground connectivity'),
                     tr('8 joins foreground cells that meet in a corner, as most studies do; 4 joins only cells that '
                        'share an edge.'), ['8', '4'], default='8')
        yield integer('EDGE_WIDTH', tr('Edge width (cells)'),
                      tr('How deep the influence of other land reaches into habitat, in cells. 1 cell of 30 m is the '
                         'usual choice; wider edges turn core into edge and cores into bridges.'), default=1,
                      minimum=1)
        yield flag('TRANSITION', tr('Show transitions'),
                   tr('Whether loops and bridges are shown where they cross an edge or perforation, so that they reach '
                      'their cores. Off, these cells look like edge and perforation. The codes stay; plain classes '
                      'follow this choice.'), default=True)
        yield flag('INTEXT', tr('Tell inside from outside'),
                   tr('Adds 100 to what lies in holes of core, and marks openings in core and in other foreground.'),
                   default=True)
        yield flag('PLAIN', tr('Seven plain classes'),
                   tr('Writes only 17 core, 9 islet, 5 perforation, 3 edge, 65 loop, 33 bridge and 1 branch, wherever '
                      'they lie, beside background 0 and missing 129.'), default=False)
        yield raster_output('OUTPUT', tr('Pattern classes'),
                            tr('Class codes of GuidosToolbox, 129 (nodata) where the input is missing.'))
        yield table_output('STATISTICS', tr('Pattern statistics'),
                           tr('Per class: class, cells, share (percent of the foreground), objects (connected parts).'),
                           optional=True)
        yield number_output('FOREGROUND_CELLS', tr('Foreground cells'))
        yield number_output('CORE_SHARE', tr('Core (percent of the foreground)'))
        yield number_output('CORE_COUNT', tr('Number of cores'))

    def compute(self, job):
        pattern, grid = self._pattern(job)
        width = job.integer('EDGE_WIDTH')
        engine = job.engine(1, pattern.size * SECONDS_PER_CELL, pattern.size * BYTES_PER_CELL, compiled=True)
        codes = mspa(pattern, int(job.choice('CONNECTIVITY')), width, job.flag('INTEXT'), engine, job.progress,
                     job.cancelled)
        statistics = pattern_statistics(codes)
        self._report(job, pattern, statistics, width)
        if job.flag('PLAIN'):
            codes = plain_classes(codes, job.flag('TRANSITION'))
        job.write_raster('OUTPUT', codes, grid, description=tr('Morphological spatial pattern analysis'),
                         style='mspa' if job.flag('TRANSITION') else 'mspa_edges', nodata=NO_DATA)
        job.write_table('STATISTICS', {'class': list(statistics.names), 'cells': statistics.cells,
                                       'share': statistics.shares, 'objects': statistics.objects})
        cells, share, count = statistics.of('core')
        job.set_number('FOREGROUND_CELLS', int(np.count_nonzero(pattern == 2)))
        job.set_number('CORE_SHARE', share)
        job.set_number('CORE_COUNT', count)

    @staticmethod
    def _pattern(job):
        """(pattern, grid) of the input."""
        layer = job.raster_layer('INPUT')
        if layer is not None and layer.crs().isGeographic():
            # All lengths are in cells, so that degrees do no harm by themselves.
            job.warn(tr('{name} is in a geographic system: cells are narrower the farther they are from the equator, '
                        'and so are edges. Reproject it where the width in metres matters.', name=layer.name()))
        classes = job.classes('INPUT', projected=False)
        if job.list('FOREGROUND'):
            pattern = pattern_of_classes(classes.codes, classes.valid, job.numbers('FOREGROUND'))
        else:
            pattern = pattern_of_codes(classes.codes, classes.valid)
        return pattern, classes.grid

    @staticmethod
    def _report(job, pattern, statistics, width):
        cells, share, count = statistics.of('core')
        if cells:
            bridges = statistics.of('bridge')[2]
            job.say(tr('{count} cores hold {share} % of the foreground; {bridges} bridges link cores.', count=count,
                       share=f'{share:.2f}', bridges=bridges))
            return
        widest = widest_edge(pattern, width)
        if widest:
            job.warn(tr('No patch is large enough for an edge of {width} cells, so that all foreground is islet. The '
                        'widest edge that leaves core is {widest} cells.', width=width, widest=widest))
        else:
            job.warn(tr('No patch is large enough for an edge of {width} cells, so that all foreground is islet. No '
                        'edge width leaves core: use smaller cells or more foreground classes.', width=width))
