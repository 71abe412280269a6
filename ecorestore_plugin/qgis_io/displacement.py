"""Outlines of layers, and whether one lies beside another by the offset of web maps in China (GCJ-02)."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsGeometry,
    QgsPointXY,
    QgsWkbTypes,
)

from ..core.prepare.displacement import (
    boundary_shift,
    find_displacement,
    gcj02_from_wgs84,
    gcj02_shift,
    is_suspicious,
    sample_points,
)

WGS84 = 'EPSG:4326'


def metric_system(crs, box):
    """A CRS in metres for a layer: its own, or an azimuthal one around the middle of its box (degrees)."""
    if not crs.isGeographic():
        return crs
    west, south, east, north = box
    return QgsCoordinateReferenceSystem.fromProj(
        f'+proj=aeqd +lat_0={(south + north) / 2:.6f} +lon_0={(west + east) / 2:.6f} +datum=WGS84 +units=m +no_defs')


def outline(geometries) -> np.ndarray:
    """All lines, and rings of all polygons, as segments x1, y1, x2, y2; none for points."""
    segments = [np.zeros((0, 4))]
    for geometry in geometries:
        kind = QgsWkbTypes.geometryType(geometry.wkbType())
        if kind == QgsWkbTypes.GeometryType.PolygonGeometry:
            parts = geometry.asMultiPolygon() if geometry.isMultipart() else [geometry.asPolygon()]
            lines = [ring for part in parts for ring in part]
        elif kind == QgsWkbTypes.GeometryType.LineGeometry:
            lines = geometry.asMultiPolyline() if geometry.isMultipart() else [geometry.asPolyline()]
        else:
            lines = []
        for line in lines:
            ends = np.array([(point.x(), point.y()) for point in line]).reshape(-1, 2)
            segments.append(np.hstack([ends[:-1], ends[1:]]))
    return np.concatenate(segments)


def outer_outline(geometries) -> np.ndarray:
    """The outline of all polygons together, without the lines between them."""
    return outline([QgsGeometry.unaryUnion(geometries)])


def displacement_between(segments, reference, crs, cell=0.0):
    """core.prepare.displacement.find_displacement for outlines in a projected CRS.

    Parameters
    ----------
    segments, reference : (n, 4) floats, see :func:`outline`
    cell : cell size in metres where the reference is the outline of a raster

    Returns
    -------
    Displacement or None
    """
    points = sample_points(segments)
    return find_displacement(points, reference, _shift_at(points, crs), cell)


def _shift_at(points, crs):
    """GCJ-02 shift at points, in the units of their CRS."""
    to_degrees = QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem(WGS84), QgsCoordinateTransformContext())
    there = [to_degrees.transform(QgsPointXY(*point)) for point in points.tolist()]
    longitude, latitude = gcj02_from_wgs84(np.array([point.x() for point in there]),
                                           np.array([point.y() for point in there]))
    to_crs = QgsCoordinateTransform(QgsCoordinateReferenceSystem(WGS84), crs, QgsCoordinateTransformContext())
    moved = [to_crs.transform(QgsPointXY(*point)) for point in zip(longitude.tolist(), latitude.tolist())]
    return np.array([(point.x(), point.y()) for point in moved]).reshape(-1, 2) - points


def suspicious_shift(polygons_box, data_box, crs, tolerance):
    """Whether a boundary lies beside the data the way web-map boundaries in China do, by the two boxes alone.

    Parameters
    ----------
    polygons_box, data_box : (west, south, east, north) in ``crs``
    crs : QgsCoordinateReferenceSystem, projected
    tolerance : metres by which opposite edges may disagree

    Returns
    -------
    (east, north, metres GCJ-02 would shift by here), or None where nothing is suspicious
    """
    shift = boundary_shift(polygons_box, data_box, tolerance) if data_box else None
    if not is_suspicious(shift):
        return None
    middle = QgsPointXY((polygons_box[0] + polygons_box[2]) / 2, (polygons_box[1] + polygons_box[3]) / 2)
    to_degrees = QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem(WGS84), QgsCoordinateTransformContext())
    there = to_degrees.transform(middle)
    expected = float(np.hypot(*gcj02_shift(there.x(), there.y())))
    return shift[0], shift[1], expected
