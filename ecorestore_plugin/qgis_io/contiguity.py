"""Which polygons are neighbours: by a common border (rook), or by a common border or corner (queen)."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsGeometry, QgsRectangle, QgsSpatialIndex

from ..core.checks import never, silent, stop_if
from ..core.errors import ParameterError
from ..core.matching.neighbours import (
    connecting_distance,
    link_islands,
    nearest_neighbours,
    neighbours_of_pairs,
    neighbours_within,
)

RULES = ('queen', 'rook', 'knn', 'distance')
# A common border must be this many times longer than the tolerance, or two polygons only meet in a corner.
BORDER = 10.0


def neighbours_of(geometries, rule, k=6, distance=None, power=0.0, tolerance=1.0, join_islands=False, progress=silent,
                  cancelled=never):
    """Neighbours of polygons by one of RULES.

    Parameters
    ----------
    geometries : QgsGeometry polygons in one projected CRS
    rule : 'queen', 'rook', 'knn' (k nearest centroids) or 'distance' (centroids within a distance)
    distance : metres; None for the smallest at which every unit has a neighbour
    power : weight = 1 / distance^power of 'distance'; 0 for equal weights
    tolerance : metres by which borders may be apart and still count as common
    join_islands : give a unit without neighbour its nearest one

    Returns
    -------
    Neighbours, and the distance that was used or None
    """
    points = centroids(geometries)
    if rule == 'knn':
        return nearest_neighbours(points, k), None
    if rule == 'distance':
        reach = distance or connecting_distance(points)
        found = neighbours_within(points, reach, power)
    elif rule in RULES:
        reach = None
        pairs = touching_pairs(geometries, rule == 'rook', tolerance, progress, cancelled)
        found = neighbours_of_pairs(pairs, len(geometries))
    else:
        raise ParameterError('There is no rule {rule} for neighbours; choose one of {rules}.', rule=rule,
                             rules=', '.join(RULES))
    return link_islands(found, points) if join_islands else found, reach


def centroids(geometries) -> np.ndarray:
    """(n, 2) centroids."""
    points = [geometry.centroid().asPoint() for geometry in geometries]
    return np.array([(point.x(), point.y()) for point in points], dtype=float).reshape(-1, 2)


def touching_pairs(geometries, rook, tolerance=1.0, progress=silent, cancelled=never) -> np.ndarray:
    """(m, 2) positions of the pairs that touch or overlap.

    Parameters
    ----------
    rook : a common corner is not enough
    tolerance : metres, 0 for borders that agree exactly
    """
    index = QgsSpatialIndex()
    boxes = [geometry.boundingBox() for geometry in geometries]
    for position, box in enumerate(boxes):
        index.addFeature(position, box)
    pairs = []
    for position, geometry in enumerate(geometries):
        if position % 20 == 0:
            stop_if(cancelled)
            progress(position / len(geometries), 'Neighbours of {count} units', count=len(geometries))
        box = QgsRectangle(boxes[position])
        box.grow(tolerance)
        near = [other for other in index.intersects(box) if other > position]
        if not near:
            continue
        reach = geometry.buffer(tolerance, 2) if tolerance > 0 else geometry
        engine = QgsGeometry.createGeometryEngine(reach.constGet())
        engine.prepareGeometry()
        for other in near:
            if engine.intersects(geometries[other].constGet()) and (
                    not rook or _common_border(reach, geometries[other], tolerance)):
                pairs.append((position, other))
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)


def _common_border(reach, other, tolerance):
    """Whether the border of a polygon runs through the reach of another for more than a corner."""
    border = QgsGeometry(other.constGet().boundary())
    return border.intersection(reach).length() > BORDER * tolerance
