"""Strategic ecological nodes of a network."""

from ...ecorestore_plugin.core.circuit.nodes import (
    BARRIER,
    CROSSING,
    PINCH_POINT,
    ROAD_BREAK,
    line_crossings,
    road_crossings,
)
from ...ecorestore_plugin.qgis_io.node_rows import line_parts, node_columns, place_nodes, polygon_nodes
from ..base import Tool, mark, tr
from ..parameters import field, integer, number, number_output, vector, vector_output


class EcologicalNodes(Tool):
    tool_id = 'ecologicalnodes'
    stage = 'circuit'
    label = mark('Ecological nodes')
    summary = mark('Strategic nodes of the network: pinch points, barriers, corridor crossings and breaks by roads, as '
                   'points.')
    help = mark('''Gathers the places where a network of corridors deserves attention first into one layer of points.

pinch_point: the point of each pinch point that lies farthest from its edge; rank as in the layer. barrier: the same \
of each barrier. crossing: where the paths of two or more links cross, join or part outside the sources; such a place \
serves several links at once. road_break: where a path meets a road; a candidate for a wildlife passage.

Places of one type nearer to each other than the merging distance become one, placed at the one nearest to their \
middle. Crossings nearer than that to an end of their links are left out, because links that leave a source side by \
side are no crossing; so are crossings and breaks inside sources.

rank counts within the type, 1 first. Crossings: more links first, then the larger sum of 1 / cost of their links. \
Breaks: more links first, then the wider road where its width is known, then the sum of 1 / cost.

Fields: node_id, node_type, rank, link_ids (the corridors, separated by commas), link_count, pinch_id, unit_code, \
unit_name, barrier_id, area_ha (of the pinch point or barrier), road_class (of all roads at a break), road_width_m (of \
the widest).

Source: node types as usual in ecological security pattern studies; the ranking is a convention of EcoRestore''')
    keywords = mark('ecological node, strategic node, stepping stone, corridor crossing, ecological break point, '
                    'road crossing, ecological security pattern')

    def declare(self):
        yield vector('PINCH_POINTS', tr('Pinch points'), tr(
            'Polygons from Pinch points; the fields rank, pinch_id and link_id are used where there are any.'),
            'polygon')
        yield vector('LINKS', tr('Links'), tr(
            'Least-cost paths from Ecological corridors, with the field link_id and, for the rank, cost.'), 'line')
        yield vector('SOURCES', tr('Ecological sources'), tr(
            'Crossings and breaks inside these polygons are left out.'), 'polygon', optional=True)
        yield vector('ROADS', tr('Roads'), tr('Roads, railways or other lines that cut corridors.'), 'line',
                     optional=True)
        yield vector('UNITS', tr('Administrative units'), tr('To say in which unit a node lies.'), 'polygon',
                     optional=True)
        yield field('UNIT_CODE', tr('Unit code field'), tr('Code of the unit.'), 'UNITS', 'unit_code', optional=True)
        yield field('UNIT_NAME', tr('Unit name field'), tr('Name of the unit.'), 'UNITS', 'unit_name', optional=True)
        yield number('MERGE_DISTANCE', tr('Merging distance (m)'), tr(
            'Places of one type nearer to each other than this are one node. 500 m suits regional studies; take a few '
            'cells of the resistance raster.'), 500, 0)
        yield vector('BARRIERS', tr('Barriers'), tr(
            'Polygons from Barriers; the fields rank, barrier_id and link_ids are used where there are any.'),
            'polygon', optional=True)
        yield integer('MOST_BARRIERS', tr('Most barriers'), tr(
            'Only so many barriers, the first by rank, become nodes. Empty: all.'), minimum=1, optional=True,
            advanced=True)
        yield field('ROAD_CLASS', tr('Class of the road'), tr(
            'Field with the class of the road, such as motorway. Empty: the field class where there is one.'), 'ROADS',
            'class', optional=True, advanced=True)
        yield field('ROAD_WIDTH', tr('Width of the road (m)'), tr(
            'Field with the width of the road in metres. Empty: the field width_m where there is one.'), 'ROADS',
            'width_m', numeric=True, optional=True, advanced=True)
        yield vector_output('NODES', tr('Ecological nodes'), tr(
            'Points: node_id, node_type (pinch_point, barrier, crossing, road_break), rank, link_ids, link_count, '
            'pinch_id, unit_code, unit_name, barrier_id, area_ha, road_class, road_width_m.'), 'point')
        yield number_output('NODE_COUNT', tr('Number of nodes'))

    def compute(self, job):
        links = job.features('LINKS', ('line',))
        crs = links.crs
        pinches = job.features('PINCH_POINTS', ('polygon',), crs=crs, empty=True)
        barriers = job.features('BARRIERS', ('polygon',), crs=crs, empty=True)
        sources = job.features('SOURCES', ('polygon',), crs=crs)
        roads = job.features('ROADS', ('line',), crs=crs, empty=True)
        units = job.features('UNITS', ('polygon',), crs=crs)
        merge = job.number('MERGE_DISTANCE')
        job.progress(0.1)
        paths = [line_parts(geometry) for geometry in links.geometries]
        nodes = polygon_nodes(PINCH_POINT, pinches)
        if barriers is not None:
            nodes += polygon_nodes(BARRIER, barriers)[:job.integer('MOST_BARRIERS')]
        nodes += place_nodes(CROSSING, line_crossings(paths, merge, merge), links, sources)
        job.progress(0.4)
        if roads is not None:
            lines = [line_parts(geometry) for geometry in roads.geometries]
            nodes += place_nodes(ROAD_BREAK, road_crossings(paths, lines, merge), links, sources, roads,
                                 self._road_field(job, roads, 'ROAD_CLASS'), self._road_field(job, roads, 'ROAD_WIDTH'))
        job.progress(0.8)
        job.write_vector('NODES', node_columns(nodes, units, job.field('UNIT_CODE') or 'unit_code',
                                               job.field('UNIT_NAME') or 'unit_name'),
                         [node['point'] for node in nodes], 'point', crs, 'nodes')
        kinds = [node['node_type'] for node in nodes]
        job.say(tr('{pinches} pinch points, {crossings} crossings, {breaks} breaks by roads.',
                   pinches=kinds.count(PINCH_POINT), crossings=kinds.count(CROSSING), breaks=kinds.count(ROAD_BREAK)))
        if barriers is not None:
            job.say(tr('{count} barriers.', count=kinds.count(BARRIER)))
        job.set_number('NODE_COUNT', len(nodes))

    @staticmethod
    def _road_field(job, roads, name):
        """A field of the roads; one that was chosen must exist."""
        key = job.field(name)
        if job.given(name):
            roads.column(key)
        return key
