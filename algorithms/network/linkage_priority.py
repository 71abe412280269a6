"""Tool: priority of cores, links and the land between them."""

import numpy as np

from ...ecorestore_plugin.core.network.priority import NORMALISATIONS, blended_priority
from ...ecorestore_plugin.qgis_io.link_priority import CORE_WEIGHTS, LINK_WEIGHTS, core_columns, priority_columns
from ...ecorestore_plugin.qgis_io.links import read_links, read_nodes
from ..base import Tool, mark, tr
from ..network_parameters import link_ends, source_id
from ..parameters import (
    choice,
    field,
    number,
    number_output,
    raster,
    raster_output,
    text,
    vector,
    vector_output,
)

CUTOFF_SHARE = 0.1
SECONDS_PER_CELL, BYTES_PER_CELL = 1e-6, 250


class LinkagePriority(Tool):
    tool_id = 'linkagepriority'
    stage = 'network'
    label = mark('Linkage priority')
    summary = mark('Values sources, links, and the land of the corridors: core value, corridor priority, blended '
                   'priority.')
    help = mark('''Decides which corridors, and which land in them, come first.

1. Core area value CAV of a source = weighted sum of low mean resistance inside it, area, area / perimeter, expert \
value, current-flow centrality and the mean of another raster, brought to the range 0 to 1. 2. Corridor specific \
priority CSP of a link = weighted sum of closeness (short path), permeability (low least-cost distance / path length), \
the mean CAV of its two sources, expert value and climate; csp_norm = CSP / largest CSP. 3. Links with a csp_norm \
below the smallest one kept are left out of the map. 4. Blended priority of a cell = the largest, over all links kept, \
of share x (max - x) / (max - min) + (1 - share) x csp_norm, with x the normalised least-cost corridor of the link \
(how much more than the least cost a way through the cell costs), its least and largest value up to the cutoff.

Before they are weighted values are brought to 0 to 1: range is (x - min) / (max - min), or (max - x) / (max - min) \
where small is good; maximum is x / max, or (max + min - x) / max. Closeness and permeability always take the range. \
Weights are brought to a sum of 1; their defaults are those of the demonstration of Linkage Mapper. Climate: straight \
lines between three ratios and their values.

Source: Gallo and Greene 2018, Connectivity Analysis Software for Estimating Linkage Priority (Linkage Mapper)''')
    keywords = mark('linkage priority, core area value, corridor specific priority, blended priority, CAV, CSP, '
                    'corridor ranking')

    def declare(self):
        yield raster('RESISTANCE', tr('Resistance'), tr(
            'Resistance to movement, above 0 everywhere, no unit. Nodata cells cannot be crossed.'))
        yield vector('SOURCES', tr('Ecological sources'), tr(
            'Polygons of the sources from which the links were made.'), 'polygon')
        yield source_id()
        yield field('ATTRIBUTE', tr('Area (ha)'), tr(
            'Field with the area of the source in hectares. Empty: the field area_ha, or the area of the polygons '
            'where there is none.'), 'SOURCES', 'area_ha', numeric=True, optional=True)
        yield vector('LINKS', tr('Links'), tr(
            'Least-cost paths with the ids of the two sources they join, as Ecological corridors writes them.'), 'line')
        yield from self._link_fields()
        yield number('CUTOFF', tr('Corridor cutoff'), tr(
            'Corridors hold the cells where a detour costs at most this much more than the least-cost path (resistance '
            'x metres). Larger values give wider corridors. Empty: a tenth of the median cost of the links.'),
            minimum=0, optional=True)
        yield number('MIN_PRIORITY', tr('Smallest corridor priority kept'), tr(
            'Links with a csp_norm below this are left out of the map, not out of the layer of links.'), default=0.6,
            minimum=0, maximum=1)
        yield number('SHARE', tr('Share of the corridor value'), tr(
            'Share of the normalised least-cost corridor in the blended priority; the rest is csp_norm.'),
            default=0.5, minimum=0, maximum=1, advanced=True)
        yield choice('NORMALISATION', tr('Normalisation'), tr(
            'How the ingredients of the core value are brought to 0 to 1; see the help.'), NORMALISATIONS, 'range',
            advanced=True)
        yield from self._weights()
        yield field('EXPERT', tr('Expert value of the source'), tr('Field; larger is better.'), 'SOURCES',
                    numeric=True, optional=True, advanced=True)
        yield raster('OTHER', tr('Other raster'), tr('Its mean inside a source counts; larger is better.'),
                     optional=True, advanced=True)
        yield field('LINK_EXPERT', tr('Expert value of the link'), tr('Field; larger is better.'), 'LINKS',
                    numeric=True, optional=True, advanced=True)
        yield field('CLIMATE_RATIO', tr('Climate ratio of the link'), tr(
            'Field with a ratio that says how well the climates of the two sources go together.'), 'LINKS',
            numeric=True, optional=True, advanced=True)
        yield text('CLIMATE_POINTS', tr('Climate ratios'), tr('Least, target and largest ratio, ascending.'),
                   default='0.5,1,2', advanced=True)
        yield text('CLIMATE_VALUES', tr('Values of the climate ratios'), tr('From 0 to 1, one for each ratio.'),
                   default='0,1,0', advanced=True)
        yield vector_output('OUTPUT', tr('Links by priority'), tr(
            'The links with all their fields, and closeness, permeability, cav_mean, csp, csp_norm, rank, and kept (1 '
            'where the link is on the map, else 0).'), 'line')
        yield raster_output('BLENDED', tr('Blended priority'), tr('0 to 1; nodata outside the corridors.'))
        yield vector_output('CORES', tr('Sources by value'), tr(
            'source_id, area_ha, mean_resistance, area_perimeter (m), current_flow, cav.'), 'polygon', optional=True)
        yield number_output('KEPT_COUNT', tr('Links on the map'))
        yield number_output('CUTOFF_USED', tr('Corridor cutoff used (resistance x metres)'))

    @staticmethod
    def _weights():
        for name, label, default in (*CORE_WEIGHTS, *LINK_WEIGHTS):
            yield number(name, tr(label), tr('At least 0; only its ratio to the other weights counts.'),
                         default=default, minimum=0, advanced=True)

    @staticmethod
    def _link_fields():
        yield from link_ends()
        yield field('COST', tr('Cost of the link'), tr(
            'Field with the least-cost distance of the link (resistance x metres), above 0.'), 'LINKS', 'cost',
            numeric=True, optional=True, advanced=True)
        yield field('LENGTH', tr('Length of the link'), tr(
            'Field with the length in metres, above 0. Empty: the field length_m, or the length of the lines where '
            'there is none.'), 'LINKS', 'length_m', numeric=True, optional=True, advanced=True)

    def compute(self, job):
        resistance, grid = job.raster('RESISTANCE')
        other = job.raster('OTHER')[0]
        nodes = read_nodes(job, 'SOURCES', 'SOURCE_ID', grid)
        links = read_links(job, 'LINKS', nodes)
        cores = core_columns(job, nodes, links, resistance, other, grid)
        found = priority_columns(job, links, cores['cav'])
        priority = found['csp_norm']
        kept = priority >= job.number('MIN_PRIORITY')
        costs = links.positive(job, 'COST')
        cutoff = CUTOFF_SHARE * float(np.median(costs)) if job.number('CUTOFF') is None else job.number('CUTOFF')
        known = int(np.isfinite(resistance).sum())
        engine = job.engine(len(nodes), known * SECONDS_PER_CELL, known * BYTES_PER_CELL, compiled=True)
        blended, cutoff = blended_priority(
            resistance, nodes.cells(grid), links.pairs + 1, np.where(kept, priority, np.nan), grid,
            cutoff, job.number('SHARE'), nodes.ids, costs, engine, job.progress, job.cancelled)
        rank = 1 + (priority[:, np.newaxis] < priority).sum(axis=1)
        job.write_vector('OUTPUT', links.columns(**found, rank=rank, kept=kept.astype(int)), links.geometries, 'line',
                         nodes.crs, 'link_priority')
        job.write_raster('BLENDED', blended, grid, description=tr('Blended priority'), style='priority')
        job.write_vector('CORES', cores, nodes.geometries, 'polygon', nodes.crs, 'source_value')
        job.say(tr('{kept} of {links} links are on the map; corridors end at {cutoff}.', kept=int(kept.sum()),
                   links=len(links), cutoff=f'{cutoff:.6g}'))
        job.set_number('KEPT_COUNT', int(kept.sum()))
        job.set_number('CUTOFF_USED', cutoff)
