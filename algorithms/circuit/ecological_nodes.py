"""Strategic ecological nodes of a network."""

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY

from ...ecorestore_plugin.core.circuit.nodes import (
    CROSSING,
    PINCH_POINT,
    ROAD_BREAK,
    line_crossings,
    ranked,
    road_crossings,
)
from ...ecorestore_plugin.qgis_io.overlay import first_containing
from ..base import Tool, mark, tr
from ..parameters import field, number, number_output, vector, vector_output


class EcologicalNodes(Tool):
    tool_id = 'ecologicalnodes'
    stage = 'circuit'
    label = mark('Ecological nodes')
    summary = mark('Strategic nodes of the network: pinch points, corridor crossings and breaks by roads, as points.')
    help = mark('''Gathers the places where a network of corridors deserves attention first into one layer of points.

pinch_point: the point of each pinch point that lies farthest from its edge; rank as in the layer. crossing: where \
the paths of two or more links cross, join or part outside the sources; such a place serves several links at once. \
road_break: where a path meets a road; a candidate for a wildlife passage.

Places of one type nearer to each other than the merging distance become one, placed at the one nearest to their \
middle. Crossings nearer than that to an end of their links are left out, because links that leave a source side by \
side are no crossing; so are crossings and breaks inside sources.

rank counts within the type, 1 first. Crossings and breaks: more links first, then the larger sum of 1 / cost of \
their links. Fields: node_id, node_type, rank, link_ids (separated by commas), link_count, pinch_id, unit_code, \
unit_name.

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
        yield vector_output('NODES', tr('Ecological nodes'), tr(
            'Points: node_id, node_type (pinch_point, crossing, road_break), rank, link_ids, link_count, pinch_id, '
            'unit_code, unit_name.'), 'point')
        yield number_output('NODE_COUNT', tr('Number of nodes'))

    def compute(self, job):
        links = job.features('LINKS', ('line',))
        crs = links.crs
        pinches = job.features('PINCH_POINTS', ('polygon',), crs=crs, empty=True)
        sources = job.features('SOURCES', ('polygon',), crs=crs)
        roads = job.features('ROADS', ('line',), crs=crs, empty=True)
        units = job.features('UNITS', ('polygon',), crs=crs)
        merge = job.number('MERGE_DISTANCE')
        job.progress(0.1)
        paths = [_parts(geometry) for geometry in links.geometries]
        nodes = _pinch_nodes(pinches)
        nodes += _path_nodes(CROSSING, line_crossings(paths, merge, merge), links, sources)
        job.progress(0.4)
        if roads is not None:
            lines = [_parts(geometry) for geometry in roads.geometries]
            nodes += _path_nodes(ROAD_BREAK, road_crossings(paths, lines, merge), links, sources)
        job.progress(0.8)
        job.write_vector('NODES', _columns(job, nodes, units), [node['point'] for node in nodes], 'point', crs,
                         'nodes')
        kinds = [node['node_type'] for node in nodes]
        job.say(tr('{pinches} pinch points, {crossings} crossings, {breaks} breaks by roads.',
                   pinches=kinds.count(PINCH_POINT), crossings=kinds.count(CROSSING), breaks=kinds.count(ROAD_BREAK)))
        job.set_number('NODE_COUNT', len(nodes))


def _parts(geometry):
    """The parts of a line as vertex arrays, curves as segments."""
    flat = QgsGeometry(geometry.constGet().segmentize())
    flat.convertToMultiType()
    return [np.array([(point.x(), point.y()) for point in part]) for part in flat.asMultiPolyline()]


def _pinch_nodes(pinches):
    count = len(pinches)
    rank = pinches.integers('rank').tolist() if pinches.has('rank') else list(range(1, count + 1))
    ids = pinches.column('pinch_id') if pinches.has('pinch_id') else [None] * count
    links = pinches.texts('link_id') if pinches.has('link_id') else [''] * count
    nodes = []
    for position in np.argsort(rank, kind='stable').tolist():
        box = pinches.geometries[position].boundingBox()
        centre, _ = pinches.geometries[position].poleOfInaccessibility(max(box.width(), box.height()) / 1000 or 1.0)
        nodes.append({'point': centre, 'node_type': PINCH_POINT, 'rank': rank[position], 'pinch_id': ids[position],
                      'link_ids': links[position], 'link_count': int(bool(links[position]))})
    return nodes


def _path_nodes(kind, places, links, sources):
    """Nodes of places outside the sources, by rank."""
    points = [QgsGeometry.fromPointXY(QgsPointXY(x, y)) for x, y in zip(places.x.tolist(), places.y.tolist())]
    inside = first_containing(points, [] if sources is None else sources.geometries) >= 0
    kept = np.flatnonzero(~inside).tolist()
    ids = links.texts('link_id') if links.has('link_id') else [str(position) for position in links.ids]
    cost = links.numbers('cost') if links.has('cost') else np.full(len(links), np.nan)
    weights = np.where(cost > 0, 1.0 / np.where(cost > 0, cost, 1.0), 0.0)
    rank = ranked([places.lines[position] for position in kept], weights)
    nodes = [{'point': points[position], 'node_type': kind, 'rank': int(rank[number]), 'pinch_id': None,
              'link_ids': ','.join(ids[line] for line in places.lines[position]),
              'link_count': len(places.lines[position])} for number, position in enumerate(kept)]
    return sorted(nodes, key=lambda node: node['rank'])


def _columns(job, nodes, units):
    columns = {'node_id': list(range(1, len(nodes) + 1))}
    for name in ('node_type', 'rank', 'link_ids', 'link_count', 'pinch_id'):
        columns[name] = [node[name] for node in nodes]
    codes, names = [None] * len(nodes), [None] * len(nodes)
    if units is not None:
        code, label = job.field('UNIT_CODE') or 'unit_code', job.field('UNIT_NAME') or 'unit_name'
        code_of = units.texts(code)
        name_of = units.texts(label) if units.has(label) else code_of
        own = first_containing([node['point'] for node in nodes], units.geometries)
        codes, names = ([texts[position] if position >= 0 else None for position in own]
                        for texts in (code_of, name_of))
    return {**columns, 'unit_code': codes, 'unit_name': names}
