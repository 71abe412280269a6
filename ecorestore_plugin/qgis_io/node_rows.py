"""Ecological nodes as rows: from polygons of pinch points and barriers, and from places on links."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY

from ..core.circuit.nodes import BARRIER, PINCH_POINT, ranked
from .overlay import first_containing

# Per type of polygon the field with its id.
IDS = {PINCH_POINT: 'pinch_id', BARRIER: 'barrier_id'}
FIELDS = ('node_type', 'rank', 'link_ids', 'link_count', 'pinch_id')
MORE_FIELDS = ('barrier_id', 'area_ha', 'road_class', 'road_width_m')


def line_parts(geometry):
    """The parts of a line as vertex arrays, curves as segments."""
    flat = QgsGeometry(geometry.constGet().segmentize())
    flat.convertToMultiType()
    return [np.array([(point.x(), point.y()) for point in part]) for part in flat.asMultiPolyline()]


def polygon_nodes(kind, features):
    """A node per polygon, where it is widest, by rank.

    Parameters
    ----------
    kind : PINCH_POINT or BARRIER
    features : Features with, where there are any, rank, the id of the kind, and link_ids or link_id
    """
    count = len(features)
    rank = features.integers('rank').tolist() if features.has('rank') else list(range(1, count + 1))
    ids = features.column(IDS[kind]) if features.has(IDS[kind]) else [None] * count
    key = next((key for key in ('link_ids', 'link_id') if features.has(key)), None)
    links = features.texts(key) if key else [''] * count
    nodes = []
    for position in np.argsort(rank, kind='stable').tolist():
        geometry = features.geometries[position]
        box = geometry.boundingBox()
        centre, _ = geometry.poleOfInaccessibility(max(box.width(), box.height()) / 1000 or 1.0)
        nodes.append({'point': centre, 'node_type': kind, 'rank': rank[position], IDS[kind]: ids[position],
                      'link_ids': links[position],
                      'link_count': len([link for link in links[position].split(',') if link.strip()]),
                      'area_ha': geometry.area() / 10000.0})
    return nodes


def place_nodes(kind, places, links, sources, roads=None, road_class='', road_width=''):
    """Nodes of places outside the sources, by rank.

    Parameters
    ----------
    places : nodes.Places on the links
    links, sources, roads : Features; sources and roads may be None
    road_class, road_width : fields of the roads, left out where there are none
    """
    points = [QgsGeometry.fromPointXY(QgsPointXY(x, y)) for x, y in zip(places.x.tolist(), places.y.tolist())]
    inside = first_containing(points, [] if sources is None else sources.geometries) >= 0
    kept = np.flatnonzero(~inside).tolist()
    ids = links.texts('link_id') if links.has('link_id') else [str(position) for position in links.ids]
    cost = links.numbers('cost') if links.has('cost') else np.full(len(links), np.nan)
    weights = np.where(cost > 0, 1.0 / np.where(cost > 0, cost, 1.0), 0.0)
    crossed = _road_facts([places.roads[position] for position in kept] if places.roads else [], roads, road_class,
                          road_width)
    widths = crossed.get('road_width_m')
    rank = ranked([places.lines[position] for position in kept], weights, widths)
    nodes = [{'point': points[position], 'node_type': kind, 'rank': int(rank[number]),
              'link_ids': ','.join(ids[line] for line in places.lines[position]),
              'link_count': len(places.lines[position]),
              **{name: values[number] for name, values in crossed.items()}} for number, position in enumerate(kept)]
    return sorted(nodes, key=lambda node: node['rank'])


def _road_facts(crossed, roads, road_class, road_width):
    """The classes of the roads at each place, and the width of the widest."""
    facts = {}
    if roads is not None and road_class and roads.has(road_class):
        names = roads.texts(road_class)
        facts['road_class'] = [', '.join(dict.fromkeys(names[road] for road in own if names[road])) for own in crossed]
    if roads is not None and road_width and roads.has(road_width):
        widths = roads.numbers(road_width)
        facts['road_width_m'] = [float(np.nanmax(widths[own])) if np.isfinite(widths[own]).any() else np.nan
                                 for own in crossed]
    return facts


def node_columns(nodes, units, code, name):
    """Columns of the layer; ``code`` and ``name`` are the fields of the units that identify them."""
    columns = {'node_id': list(range(1, len(nodes) + 1))}
    columns.update({key: [node.get(key) for node in nodes] for key in FIELDS})
    codes, names = [None] * len(nodes), [None] * len(nodes)
    if units is not None:
        code_of = units.texts(code)
        name_of = units.texts(name) if units.has(name) else code_of
        own = first_containing([node['point'] for node in nodes], units.geometries)
        codes, names = ([texts[position] if position >= 0 else None for position in own]
                        for texts in (code_of, name_of))
    return {**columns, 'unit_code': codes, 'unit_name': names,
            **{key: [node.get(key) for node in nodes] for key in MORE_FIELDS}}
