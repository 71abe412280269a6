"""Least-cost paths from many starts to many ends."""

from ...ecorestore_plugin.core.network.paths import TARGETS, least_cost_paths
from ...ecorestore_plugin.qgis_io.paths import path_columns, read_places, report_paths
from ...ecorestore_plugin.qgis_io.shapes import line_of_cells
from ..base import Tool, mark, tr
from ..parameters import choice, field, flag, number, number_output, raster, vector, vector_output

SECONDS_PER_CELL, BYTES_PER_CELL = 1e-6, 250


class LeastCostPaths(Tool):
    tool_id = 'leastcostpaths'
    stage = 'network'
    label = mark('Least-cost paths')
    summary = mark('Cheapest paths over a resistance surface from points, lines or areas to the nearest or all ends.')
    help = mark('''Finds the cheapest way from every start to its nearest end or to all ends over a resistance \
surface. Starts and ends may be points, lines or polygons, as many as you like, in any mixture.

Cost of a step = mean resistance of the two cells x distance of their centres in metres; diagonal steps are longer. \
Cost of a path = sum of its steps = value of the cumulative resistance of its end at its start. Inside a start or an \
end movement is free, so that the path leaves and enters where that is cheapest; where both overlap the cost is 0.

nearest: one path per start, to the end that costs least; among equally near ends the first in the order of ids. all: \
a path for every pair. Without ends, the paths run among the starts: each to the nearest other one, or every pair once.

Starts and ends that no path joins within the largest cost are counted and named; the others are worked all the same. \
Use Ecological corridors for a network of sources, with corridors around the paths.

Attributes: path_id, from_id, to_id, cost (resistance x metres), length_m (between cell centres), euclid_m (straight \
distance between the edges), cost_euclid (cost / straight distance, of at least one cell), cost_length (cost / length: \
mean resistance on the way).

Source: Dijkstra 1959, Numerische Mathematik, doi:10.1007/BF01386390; Adriaensen et al. 2003, Landscape and Urban \
Planning, doi:10.1016/S0169-2046(02)00242-6''')
    keywords = mark('least-cost path, LCP, cost path, shortest path, route, Dijkstra')

    def declare(self):
        yield raster('RESISTANCE', tr('Resistance'), tr(
            'Resistance to movement, above 0 everywhere, no unit. Nodata cells cannot be crossed.'))
        yield vector('SOURCES', tr('Starts'), tr(
            'Points, lines or polygons where the paths begin. A polygon covers the cells whose centre lies inside it; '
            'one smaller than a cell the cells it touches.'))
        yield field('SOURCE_ID', tr('Id of the starts'), tr(
            'Field with the id; features with the same id are one start. Empty: the field source_id, or the order of '
            'the features where there is none.'), 'SOURCES', 'source_id', optional=True)
        yield vector('ENDS', tr('Ends'), tr(
            'Points, lines or polygons where the paths lead. Empty: paths among the starts.'), optional=True)
        yield field('END_ID', tr('Id of the ends'), tr(
            'Field with the id; features with the same id are one end. Empty: the field source_id, or the order of '
            'the features where there is none.'), 'ENDS', 'source_id', optional=True)
        yield choice('TARGETS', tr('Which ends'), tr('nearest: one path per start; all: a path for every pair.'),
                     TARGETS, 'nearest')
        yield number('MAX_COST', tr('Largest cost'), tr(
            'Paths that cost more (resistance x metres) are not looked for. Empty: no limit.'), minimum=0,
            optional=True)
        yield choice('NEIGHBOURS', tr('Neighbours of a cell'), tr(
            '8 allows diagonal moves and is the usual choice; 4 allows moves along rows and columns only.'),
            ('8', '4'), '8', advanced=True)
        yield flag('SMOOTH', tr('Smooth lines'), tr(
            'Draws the paths as curves that stay inside the cells of the least-cost path. Lengths remain those of the '
            'path between cell centres.'), advanced=True)
        yield vector_output('PATHS', tr('Least-cost paths'), tr(
            'path_id, from_id, to_id, cost, length_m, euclid_m, cost_euclid, cost_length.'), 'line')
        yield number_output('PATH_COUNT', tr('Number of paths'))
        yield number_output('UNREACHABLE', tr('Number of pairs without a path'))

    def compute(self, job):
        resistance, grid = job.raster('RESISTANCE')
        starts = read_places(job, 'SOURCES', 'SOURCE_ID', grid, resistance)
        ends = read_places(job, 'ENDS', 'END_ID', grid, resistance)
        searches = len(starts) if ends is None or job.choice('TARGETS') == 'all' else 1
        engine = job.engine(searches, resistance.size * SECONDS_PER_CELL, resistance.size * BYTES_PER_CELL,
                            compiled=True)
        found = least_cost_paths(resistance, starts.cells, None if ends is None else ends.cells, grid,
                                 job.choice('TARGETS'), job.number('MAX_COST'), int(job.choice('NEIGHBOURS')), engine,
                                 job.progress, job.cancelled)
        ends = ends or starts
        report_paths(job, found, starts, ends)
        job.write_vector('PATHS', path_columns(found.paths, starts, ends, grid), [
            line_of_cells(*path.cells.T, grid, starts.geometries[path.start], ends.geometries[path.end],
                          job.flag('SMOOTH'))
            for path in found.paths], 'line', grid.crs_wkt, 'paths')
        job.set_number('PATH_COUNT', len(found.paths))
        job.set_number('UNREACHABLE', len(found.unreachable))
