"""Corridors: the network of sources along least-cost paths."""

import numpy as np

from ...ecorestore_plugin.core.network.adjacency import ADJACENCIES
from ...ecorestore_plugin.core.network.network import THIRD_SOURCE, NetworkRules, least_cost_network
from ...ecorestore_plugin.qgis_io.corridor_tables import (
    corridor_columns,
    link_columns,
    pair_columns,
    read_pairs,
    report_network,
)
from ...ecorestore_plugin.qgis_io.shapes import line_of_cells, polygons_of_cells
from ...ecorestore_plugin.qgis_io.sources import read_sources
from ..base import Tool, mark, tr
from ..network_parameters import source_id
from ..parameters import (
    choice,
    flag,
    integer,
    number,
    number_output,
    raster,
    raster_output,
    table,
    table_output,
    vector,
    vector_output,
)

SECONDS_PER_CELL, BYTES_PER_CELL = 1e-6, 250
PERCENTILE = 5.0


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
sources on the path), link_type, stepping_stones (their ids in turn). Corridors: area_ha without the two linked \
sources, mean_width_m (area / path length), cost, length_m, bottleneck_m (shortest straight line across the corridor \
through a cell of the path, in 4 directions) with its place, and the land cover where it is given.

The pair table lists every pair considered, linked or not and why, with the link types of Linkage Mapper (1 corridor, \
20 reconnection, -1 not nearest, -11 too far, -12 too costly, -13 too near, -14 too cheap, -15 third source). Its \
names: euclid_m is Euc_Dist, cost CW_Dist, length_m LCP_Length, cost_euclid cwd2Euc_R, cost_length cwd2Path_R, \
cf_central CF_Central (current-flow centrality of the link, amperes; empty where there is no link). Eff_Resist and \
cwd2EffR_r come from Pinch points: effective_resistance_m, and cost over it.

Source: McRae and Kavanagh 2011, Linkage Mapper; Adriaensen et al. 2003, Landscape and Urban Planning, \
doi:10.1016/S0169-2046(02)00242-6''')
    keywords = mark('corridor, least-cost path, LCP, ecological network, linkage, normalised least-cost corridor, NLCC')

    def declare(self):
        yield raster('RESISTANCE', tr('Resistance'), tr(
            'Resistance to movement, above 0 everywhere, no unit. Nodata cells cannot be crossed.'))
        yield vector('SOURCES', tr('Ecological sources'), tr(
            'At least two sources, best polygons. A polygon covers the cells whose centre lies inside it; one smaller '
            'than a cell keeps the cells it touches.'))
        yield source_id()
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
        yield from self._further_rules()
        yield choice('CUTOFF_METHOD', tr('Meaning of the cutoff'), tr(
            'cost: the cutoff is a cost, as described there; percentile: it is the per cent of the passable cells '
            'outside sources that all corridors cover together, 5 when it is empty.'), ('cost', 'percentile'), 'cost',
            advanced=True)
        yield flag('SMOOTH', tr('Smooth lines'), tr(
            'Draws the links as curves that stay inside the cells of the least-cost path. Lengths remain those of the '
            'path between cell centres.'), advanced=True)
        yield raster('LANDCOVER', tr('Land cover'), tr(
            'Class raster on the grid of the resistance. Corridors then get main_class, main_share and landcover_mix '
            '(share of every class). Empty: they do not.'), optional=True, advanced=True)
        yield from self._outputs()

    @staticmethod
    def _further_rules():
        yield integer('NEAREST', tr('Nearest neighbours'), tr(
            'Keep only the links to so many nearest neighbours of each source. Empty: keep all.'), minimum=1,
            optional=True, advanced=True)
        yield choice('NEAREST_BY', tr('Nearest by'), tr('Distance that decides which neighbours are the nearest.'),
                     ('cost', 'euclidean'), 'cost', advanced=True)
        yield flag('RECONNECT', tr('Reconnect separate parts'), tr(
            'Takes the shortest dropped links back where keeping only nearest neighbours left the network in parts.'),
            advanced=True)
        yield table('PAIRS', tr('Pairs of sources'), tr(
            'Table with the fields from_id and to_id: only these pairs may be linked, and the choice of neighbours is '
            'not used. Empty: the neighbours decide.'), optional=True, advanced=True)
        yield number('MAX_LENGTH', tr('Largest path length (m)'), tr(
            'Links with a longer path are dropped. Empty: no limit.'), minimum=0, optional=True, advanced=True)
        yield number('MIN_EUCLIDEAN', tr('Smallest straight distance (m)'), tr(
            'Pairs whose edges lie nearer are not linked. Empty: no limit.'), minimum=0, optional=True, advanced=True)
        yield number('MIN_COST', tr('Smallest least-cost distance'), tr(
            'Links that cost less (resistance x metres) are dropped. Empty: no limit.'), minimum=0, optional=True,
            advanced=True)

    @staticmethod
    def _outputs():
        yield vector_output('LINKS', tr('Links'), tr(
            'Least-cost paths: link_id, from_id, to_id, cost, length_m, euclid_m, cost_euclid, cost_length, '
            'third_sources, link_type, stepping_stones.'), 'line')
        yield raster_output('MOSAIC', tr('Corridor mosaic'), tr(
            'Smallest normalised least-cost corridor value over all links, resistance x metres; nodata beyond the '
            'cutoff.'))
        yield vector_output('CORRIDORS', tr('Corridors'), tr(
            'Area of each corridor up to the cutoff, without the two sources it links: link_id, from_id, to_id, '
            'area_ha, mean_width_m, cost, length_m, bottleneck_m, bottleneck_x, bottleneck_y, land cover.'), 'polygon')
        yield table_output('PAIR_TABLE', tr('Pair table'), tr(
            'Every pair of sources considered, linked or not: link_id, from_id, to_id, status, lm_link_type, cost, '
            'length_m, euclid_m, cost_euclid, cost_length, cf_central, stepping_stones, cost_adjacent, '
            'euclid_adjacent. A file name that ends in .xlsx, .ods or .csv gives a spreadsheet.'),
            optional=True)
        yield number_output('LINK_COUNT', tr('Number of links'))
        yield number_output('CUTOFF_USED', tr('Corridor cutoff used (resistance x metres)'))

    def check(self, values):
        percentile = values.choice('CUTOFF_METHOD') == 'percentile' and values.number('CUTOFF')
        if percentile and percentile > 100:
            return tr('With the method percentile the cutoff lies between 0 and 100 per cent.')
        return ''

    def compute(self, job):
        resistance, grid = job.raster('RESISTANCE')
        classes = job.classes('LANDCOVER')
        sources = read_sources(job, 'SOURCES', 'SOURCE_ID', grid, resistance)
        rules = NetworkRules(job.choice('ADJACENCY'), job.number('MAX_EUCLIDEAN'), job.number('MAX_COST'),
                             job.choice('THIRD_SOURCE'), job.integer('NEAREST'), job.choice('NEAREST_BY'),
                             job.flag('RECONNECT'), job.number('MAX_LENGTH'), read_pairs(job, 'PAIRS', sources),
                             job.number('MIN_EUCLIDEAN'), job.number('MIN_COST'))
        cutoff, percentile = job.number('CUTOFF'), None
        if job.choice('CUTOFF_METHOD') == 'percentile':
            cutoff, percentile = None, PERCENTILE if cutoff is None else cutoff
        known = int(np.isfinite(resistance).sum())
        with job.engine(len(sources), known * SECONDS_PER_CELL, known * BYTES_PER_CELL, compiled=True) as engine:
            network = least_cost_network(resistance, sources.cells, grid, rules, cutoff, sources.edge_distances,
                                         sources.ids, engine, job.progress, job.cancelled, percentile)
        if job.given('PAIR_TABLE'):
            job.write_table('PAIR_TABLE', pair_columns(network, sources, grid, job.cancelled))
        report_network(job, network, sources)
        job.write_vector('LINKS', link_columns(network.links, sources, grid), [
            line_of_cells(*link.path.T, grid, sources.geometry_of(link.first), sources.geometry_of(link.second),
                          job.flag('SMOOTH'))
            for link in network.links], 'line', grid.crs_wkt, 'links')
        job.write_raster('MOSAIC', network.mosaic, grid, description=tr('Corridor mosaic'), style='corridor_mosaic')
        shapes = polygons_of_cells(network.corridors, grid)
        job.write_vector('CORRIDORS', corridor_columns(network, sources, grid, classes),
                         [shape for shape in shapes if shape is not None], 'polygon', grid.crs_wkt, 'corridors')
        job.set_number('LINK_COUNT', len(network.links))
        job.set_number('CUTOFF_USED', network.cutoff)
