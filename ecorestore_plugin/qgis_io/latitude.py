"""Latitude of the cells of a grid."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCoordinateTransformContext, QgsPointXY

POSTS = 33


def latitudes(grid):
    """(rows, cols) float array in degrees; exact along POSTS columns and rows, linear in between."""
    crs = QgsCoordinateReferenceSystem.fromWkt(grid.crs_wkt)
    transform = QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem('EPSG:4326'), QgsCoordinateTransformContext())
    rows, columns = (np.unique(np.linspace(0, side - 1, min(POSTS, side)).round()) for side in grid.shape)
    posts = np.empty((len(rows), len(columns)))
    for i, row in enumerate(rows):
        for j, column in enumerate(columns):
            x, y = grid.centre(row, column)
            posts[i, j] = transform.transform(QgsPointXY(float(x), float(y))).y()
    along = np.array([np.interp(np.arange(grid.columns), columns, line) for line in posts])
    return np.array([np.interp(np.arange(grid.rows), rows, along[:, column])
                     for column in range(grid.columns)]).T
