"""Distances between polygons, from points that lie inside them."""

from __future__ import annotations

import numpy as np

from ..core.errors import CrsError


def anchors(features) -> list:
    """A point inside every feature.

    Parameters
    ----------
    features : Features with polygons, lines or points in a projected CRS in metres

    Raises
    ------
    CrsError : coordinates in degrees, which give no distances
    """
    if features.crs.isGeographic():
        raise CrsError('{name} is in the geographic system {crs}, where distances and areas are not in metres; '
                       'reproject it to a projected system in metres.', name=features.name, crs=features.crs.authid())
    return [geometry.pointOnSurface().asPoint() for geometry in features.geometries]


def distances(points, others=None) -> np.ndarray:
    """(points, others) metres between QgsPointXY; between all points by default."""
    first, second = (np.array([(point.x(), point.y()) for point in group]).reshape(-1, 2)
                     for group in (points, points if others is None else others))
    # One axis at a time: thousands of units make matrices that should not exist in threes.
    apart = first[:, None, 0] - second[None, :, 0]
    return np.hypot(apart, first[:, None, 1] - second[None, :, 1], out=apart)
