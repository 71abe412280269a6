"""Overlay of elements and administrative units as one coverage.

All boundaries are cut at their crossings together and closed to faces, so neighbouring faces share their vertices
exactly: areas add up, nothing overlaps, and common borders are found by comparing vertices instead of by tolerance.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsGeometry, QgsSpatialIndex

from ..core.checks import never, silent, stop_if
from ..core.zoning.collaborative import Adjacency, adjacency, connected_groups


@dataclass
class Coverage:
    """Faces that lie both in a unit and in an element.

    ``unit`` and ``element`` give their positions in the lists that were overlaid, ``area`` square metres; ``outside``
    is the area of elements that lie in no unit.
    """

    faces: list
    unit: np.ndarray
    element: np.ndarray
    area: np.ndarray
    outside: float


def overlay(units, elements, progress=silent, cancelled=never) -> Coverage:
    """Faces of elements by units.

    Parameters
    ----------
    units, elements : QgsGeometry polygons in one projected CRS; where several overlap, the first one owns the place
    """
    progress(0.0, 'Cutting boundaries at their crossings')
    noded = QgsGeometry.unaryUnion([_boundary(geometry) for geometry in list(units) + list(elements)])
    stop_if(cancelled)
    progress(0.4, 'Closing faces')
    faces = QgsGeometry.polygonize([noded]).asGeometryCollection()
    stop_if(cancelled)
    points = [face.pointOnSurface() for face in faces]
    element = first_containing(points, elements, lambda part: progress(0.5 + 0.25 * part), cancelled)
    inside = np.flatnonzero(element >= 0)
    unit = first_containing([points[row] for row in inside], units, lambda part: progress(0.75 + 0.25 * part),
                            cancelled)
    kept = inside[unit >= 0]
    outside = sum(faces[row].area() for row in inside[unit < 0])
    faces = [faces[row] for row in kept]
    progress(1.0)
    return Coverage(faces, unit[unit >= 0], element[kept], np.array([face.area() for face in faces]), outside)


def _boundary(geometry):
    """The rings of a polygon as lines, without heights and measures, curves as segments."""
    # Kept in a variable: what constGet hands out lives only as long as its geometry.
    flat = QgsGeometry(geometry.constGet().segmentize())
    flat.get().dropZValue()
    flat.get().dropMValue()
    return QgsGeometry(flat.constGet().boundary())


def first_containing(points, polygons, progress=silent, cancelled=never) -> np.ndarray:
    """(n,) position of the first polygon that contains each point, -1 where none does."""
    index = QgsSpatialIndex()
    for position, polygon in enumerate(polygons):
        index.addFeature(position, polygon.boundingBox())
    engines = {}
    found = np.full(len(points), -1, np.int64)
    for row, point in enumerate(points):
        if row % 500 == 0:
            stop_if(cancelled)
            progress(row / len(points))
        for position in sorted(index.intersects(point.boundingBox())):
            if position not in engines:
                engines[position] = QgsGeometry.createGeometryEngine(polygons[position].constGet())
                engines[position].prepareGeometry()
            if engines[position].contains(point.constGet()):
                found[row] = position
                break
    return found


def face_adjacency(faces) -> Adjacency:
    """Which faces of a coverage touch, and along how many metres; corners count with length 0."""
    starts, ends, owners = [], [], []
    for number, face in enumerate(faces):
        for ring in _rings(face):
            starts.append(ring[:-1])
            ends.append(ring[1:])
            owners.append(np.full(len(ring) - 1, number))
    if not starts:
        return adjacency([], [])
    start, end, owner = np.concatenate(starts), np.concatenate(ends), np.concatenate(owners)
    vertex = _numbered(np.concatenate([start, end]))
    first, second = vertex[:len(start)], vertex[len(start):]
    edge = _numbered(np.sort(np.stack([first, second], axis=1), axis=1))
    length = np.hypot(*(end - start).T)
    corners, _ = _sharing(first, owner, length)
    borders, metres = _sharing(edge, owner, length)
    return adjacency(np.concatenate([corners, borders]), np.concatenate([np.zeros(len(corners)), metres]))


def _rings(face):
    """Coordinates (k, 2) of the rings of a polygon, from its WKB: faces have many vertices."""
    data = bytes(face.asWkb())
    order = '<' if data[0] == 1 else '>'
    count = int(np.frombuffer(data, order + 'u4', 1, 5)[0])
    offset = 9
    for _ in range(count):
        size = int(np.frombuffer(data, order + 'u4', 1, offset)[0])
        yield np.frombuffer(data, order + 'f8', 2 * size, offset + 4).reshape(-1, 2)
        offset += 4 + 16 * size


def _numbered(rows):
    """A number per distinct row."""
    order = np.lexsort(rows.T[::-1])
    new = np.any(rows[order][1:] != rows[order][:-1], axis=1)
    numbers = np.empty(len(rows), np.int64)
    numbers[order] = np.concatenate([[0], np.cumsum(new)])
    return numbers


def _sharing(key, owner, length):
    """Pairs of different owners with the same key, and the length of that key; every pair once per key."""
    order = np.lexsort((owner, key))
    key, owner, length = key[order], owner[order], length[order]
    keep = np.concatenate([[True], (key[1:] != key[:-1]) | (owner[1:] != owner[:-1])])
    key, owner, length = key[keep], owner[keep], length[keep]
    pairs, lengths = [np.zeros((0, 2), np.int64)], [np.zeros(0)]
    step = 1
    while step < len(key):
        same = key[step:] == key[:-step]
        if not same.any():
            break
        pairs.append(np.stack([owner[:-step][same], owner[step:][same]], axis=1))
        lengths.append(length[step:][same])
        step += 1
    return np.concatenate(pairs), np.concatenate(lengths)


def connected_parts(geometry) -> list:
    """The parts of a polygon that do not touch each other, each as a geometry; parts that meet in a corner touch."""
    parts = geometry.asGeometryCollection()
    if len(parts) < 2:
        return [geometry]
    index = QgsSpatialIndex()
    for row, part in enumerate(parts):
        index.addFeature(row, part.boundingBox())
    pairs = []
    for row, part in enumerate(parts):
        near = [other for other in index.intersects(part.boundingBox()) if other > row]
        if not near:
            continue
        engine = QgsGeometry.createGeometryEngine(part.constGet())
        engine.prepareGeometry()
        pairs += [(row, other) for other in near if engine.intersects(parts[other].constGet())]
    groups = connected_groups(len(parts), pairs)
    if not groups.any():
        return [geometry]
    return [QgsGeometry.collectGeometry([parts[row] for row in np.flatnonzero(groups == group)])
            for group in range(int(groups.max()) + 1)]


def dissolve(faces, groups) -> dict:
    """Multipolygon per group of faces; groups below 0 are left out."""
    members = {}
    for face, group in zip(faces, groups):
        if group >= 0:
            members.setdefault(int(group), []).append(face)
    dissolved = {}
    for group in sorted(members):
        geometry = QgsGeometry.unaryUnion(members[group])
        geometry.convertToMultiType()
        dissolved[group] = geometry
    return dissolved
