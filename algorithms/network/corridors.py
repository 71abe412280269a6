"""Corridors: the network of sources along least-cost paths."""

import numpy as np

from ...ecorestore_plugin.core.errors import ParameterError
from ...ecorestore_plugin.core.network.adjacency import ADJACENCIES
from ...ecorestore_plugin.core.network.network import THIRD_SOURCE, NetworkRules, least_cost_network
from ...ecorestore_plugin.qgis_io.shapes import line_of_cells, polygon_of_cells
from ...ecorestore_plugin.qgis_io.sources import read_sources
from ..base import Tool, mark, tr
from ..parameters import (
    choice,
    field,
    flag,
    integer,
    number,
    number_output,
    raster,
    raster_output,
    vector,
    vector_output,
)

REASONS = {
    'unreachable': mark('{count} pairs of sources have no path between them.'),
    'too far': mark('{count} pairs of sources lie further apart than the largest straight distance.'),
    'too costly': mark('{count} pairs of sources cost more than the largest least-cost distance.'),
    'third source': mark('{count} links were dropped because their path crosses a third source.'),
    'not nearest': mark('{count} links were dropped because they lead to none of the nearest neighbours.'),
}
SECONDS_PER_CELL, BYTES_PER_CELL = 1e-6, 250


class Corridors(Tool):
    tool_id = 'corridors'
    stage = 'network'
    label = mark('Ecological corridors')
    summary = mark('Links neighbouring sources along least-cost paths and draws the corridors around them.')
    help = mark('''Builds the ecological network of a set of sources: which sources are neighbours, the least-cost \
path of every link with its attributes, and the corridor of land around each path that costs little more.

1. Neighbours: two sources are a candidate pair when their zones touch, zones of least cost, of straight distance, or \
either. 2. Every source gets a cost surface of its own: a step costs the mean resistance of two cells x the distance \
of their centres in metres; inside the source the cost is 0. 3. Least-cost distance of a link = smallest cost of one \
source on the cells of the other; the path is traced back from there. 4. Links beyond the limits, or with a path that \
crosses a third source, are dropped. 5. Normalised least-cost corridor = cost from A + cost from B - least-cost \
distance of A and B: 0 on the path, larger where a detour costs more. The mosaic is the smallest value over all \
links; corridors are the cells up to the cutoff.

Link attributes: cost (least-cost distance, resistance x metres), length_m (path between cell centres), euclid_m \
(straight distance between the edges), cost_euclid (cost / straight distance, of at least one cell: how much worse \
than open habitat the way is), cost_length (cost / path length: mean resistance on the path), third_sources (other \
sources on the path), link_type. Corridors: area_ha without the two linked sources, mean_width_m (area / path length).

Source: McRae and Kavanagh 2011, Linkage Mapper; Adriaensen et al. 2003, Landscape and Urban Planning, \
doi:10.1016/S0169-2046(02)00242-6''')
    keywords = mark('corridor, least-cost path, LCP, ecological network, linkage, normalised least-cost corridor, NLCC')

    def declare(self):
        yield raster('RESISTANCE', tr('Resistance'), tr(
            'Resistance to movement, above 0 everywhere, no unit. Nodata cells cannot be crossed.'))
        yield vector('SOURCES', tr('Ecological sources'), tr(
            'At least two sources, best polygons. A polygon covers the cells whose centre lies inside it; one smaller '
            'than a cell keeps the cells it touches.'))
        yield field('SOURCE_ID', tr('Source id'), tr(
            'Field with the id of the source; features with the same id are one source. Empty: the field source_id, or '
            'the order of the features where there is none.'), 'SOURCES', 'source_id', optional=True)
        yield choice('ADJACENCY', tr('Neighbours'), tr(
            'Which pairs may be linked: cost, zones of least cost touch; euclidean, zones of straight distance touch; '
            'both, either of them touches (as in Linkage Mapper); all, every pair.'), ADJACENCIES, 'both')
        yield number('MAX_EUCLIDEAN', tr('Largest straight distance (m)'), tr(
            'Pairs whose edges lie further apart are not linked, for example the dispersal distance of a species. '
            'Empty: no limit.'), minimum=0, optional=True)
        yield number('MAX_COST', tr('Largest least-cost distance'), tr(
            'Links that cost more (resistance x metres) are dropped. Empty: no limit.'), minimum=0, optional=True)
        yield choice('THIRD_SOURCE', tr('Paths through a third source'), tr(
            'drop: such a link is left out, since its parts are links of their own; keep: it stays.'),
            THIRD_SOURCE, 'drop')
        yield number('CUTOFF', tr('Corridor cutoff'), tr(
            'Corridors hold the cells where a detour costs at most this much more than the least-cost path (resistance '
            'x metres). Larger values give wider corridors. Empty: a tenth of the median cost of the links.'),
            minimum=0, optional=True)
        yield integer('NEAREST', tr('Nearest neighbours'), tr(
            'Keep only the links to so many nearest neighbours of each source. Empty: keep all.'), minimum=1,
            optional=True, advanced=True)
        yield choice('NEAREST_BY', tr('Nearest by'), tr('Distance that decides which neighbours are the nearest.'),
                     ('cost', 'euclidean'), 'cost', advanced=True)
        yield flag('RECONNECT', tr('Reconnect separate parts'), tr(
            'Takes the shortest dropped links back where keeping only nearest neighbours left the network in parts.'),
            advanced=True)
        yield vector_output('LINKS', tr('Links'), tr(
            'Least-cost paths: link_id, from_id, to_id, cost, length_m, euclid_m, cost_euclid, cost_length, '
            'third_sources, link_type.'), 'line')
        yield raster_output('MOSAIC', tr('Corridor mosaic'), tr(
            'Smallest normalised least-cost corridor value over all links, resistance x metres; nodata beyond the '
            'cutoff.'))
        yield vector_output('CORRIDORS', tr('Corridors'), tr(
            'Area of each corridor up to the cutoff, without the two sources it links: link_id, from_id, to_id, '
            'area_ha, mean_width_m.'), 'polygon')
        yield number_output('LINK_COUNT', tr('Number of links'))
        yield number_output('CUTOFF_USED', tr('Corridor cutoff used (resistance x metres)'))

    def compute(self, job):
        resistance, grid = job.raster('RESISTANCE')
        sources = read_sources(job, 'SOURCES', 'SOURCE_ID', grid, resistance)
        rules = NetworkRules(job.choice('ADJACENCY'), job.number('MAX_EUCLIDEAN'), job.number('MAX_COST'),
                             job.choice('THIRD_SOURCE'), job.integer('NEAREST'), job.choice('NEAREST_BY'),
                             job.flag('RECONNECT'))
        known = int(np.isfinite(resistance).sum())
        engine = job.engine(len(sources), known * SECONDS_PER_CELL, known * BYTES_PER_CELL)
        network = least_cost_network(resistance, sources.cells, grid, rules, job.number('CUTOFF'),
                                     sources.edge_distances, sources.ids, engine, job.progress, job.cancelled)
        self._report(job, network, sources)
        job.write_vector('LINKS', _link_columns(network.links, sources, grid), [
            line_of_cells(*link.path.T, grid, sources.geometry_of(link.first), sources.geometry_of(link.second))
            for link in network.links], 'line', grid.crs_wkt, 'links')
        job.write_raster('MOSAIC', network.mosaic, grid, description=tr('Corridor mosaic'), style='corridor_mosaic')
        shapes = [polygon_of_cells(*cells, grid) for cells in network.corridors]
        job.write_vector('CORRIDORS', _corridor_columns(network, sources, grid),
                         [shape for shape in shapes if shape is not None], 'polygon', grid.crs_wkt, 'corridors')
        job.set_number('LINK_COUNT', len(network.links))
        job.set_number('CUTOFF_USED', network.cutoff)

    @staticmethod
    def _report(job, network, sources):
        reasons = [tr(REASONS[reason], count=count) for reason, count in network.dropped.items() if count]
        if not network.links:
            raise ParameterError('No link is left. {reasons} Raise the limits or choose other neighbours.',
                                 reasons=' '.join(reasons))
        for reason in reasons:
            job.say(reason)
        job.say(tr('{links} links of {pairs} candidate pairs; corridors end at {cutoff}.', links=len(network.links),
                   pairs=network.candidates, cutoff=f'{network.cutoff:.6g}'))
        linked = {number for link in network.links for number in (link.first, link.second)}
        alone = [str(sources.id_of(number)) for number in range(1, len(sources) + 1) if number not in linked]
        if alone:
            job.warn(tr('{count} sources have no link: {names}.', count=len(alone),
                        names=', '.join(alone[:10]) + (' …' if len(alone) > 10 else '')))


def _link_columns(links, sources, grid):
    return {
        'link_id': list(range(1, len(links) + 1)),
        'from_id': [sources.id_of(link.first) for link in links],
        'to_id': [sources.id_of(link.second) for link in links],
        'cost': [link.cost for link in links],
        'length_m': [link.length for link in links],
        'euclid_m': [link.euclidean for link in links],
        'cost_euclid': [link.cost_per_straight_metre(grid) for link in links],
        'cost_length': [link.cost_per_metre for link in links],
        'third_sources': [len(link.third_sources) for link in links],
        'link_type': [link.kind for link in links],
    }


def _corridor_columns(network, sources, grid):
    drawn = [(index, link, cells[0].size * grid.cell_area)
             for index, (link, cells) in enumerate(zip(network.links, network.corridors), start=1) if cells[0].size]
    return {
        'link_id': [index for index, _, _ in drawn],
        'from_id': [sources.id_of(link.first) for _, link, _ in drawn],
        'to_id': [sources.id_of(link.second) for _, link, _ in drawn],
        'area_ha': [area / 10000.0 for _, _, area in drawn],
        'mean_width_m': [area / link.length for _, link, area in drawn],
    }
