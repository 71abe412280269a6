"""Cells as geometries."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY

from ..core.engine.local import usable_cores
from ..core.network.paths import smooth_path
from .raster import rasterize
from .vector import polygonize


def line_of_cells(rows, columns, grid, start=None, end=None, smooth=False):
    """A line through cell centres, without the vertices on straight stretches.

    Parameters
    ----------
    rows, columns : (cells,) int, neighbours in turn
    start, end : QgsGeometry the line must touch; where it does not, it is led there by the shortest way
    smooth : curves instead of corners, inside the same cells
    """
    rows, columns = np.asarray(rows), np.asarray(columns)
    if smooth:
        rows, columns = smooth_path(rows, columns).T
    turn = np.ones(rows.size, bool)
    turn[1:-1] = (np.diff(rows)[1:] != np.diff(rows)[:-1]) | (np.diff(columns)[1:] != np.diff(columns)[:-1])
    x, y = grid.centre(rows[turn], columns[turn])
    if x.size == 1:
        x, y = np.repeat(x, 2), np.repeat(y, 2)
    points = [QgsPointXY(*point) for point in zip(x.tolist(), y.tolist())]
    if start is not None:
        points = _joined(points[0], start) + points
    if end is not None:
        points = points + _joined(points[-1], end)
    return QgsGeometry.fromPolylineXY(points)


def _joined(point, geometry):
    """[] where the geometry holds the point, else its nearest point."""
    here = QgsGeometry.fromPointXY(point)
    if geometry.distance(here) <= 0:
        return []
    return [geometry.nearestPoint(here).asPoint()]


def polygon_of_cells(rows, columns, grid):
    """The cells as one multipolygon, or None where there are none."""
    rows, columns = np.asarray(rows), np.asarray(columns)
    if not rows.size:
        return None
    top, left = int(rows.min()), int(columns.min())
    window = np.zeros((int(rows.max()) - top + 1, int(columns.max()) - left + 1), np.int32)
    window[rows - top, columns - left] = 1
    return polygonize(window, grid.part(top, left, window.shape))[1]


def polygons_of_cells(pieces, grid):
    """``polygon_of_cells`` of each (rows, columns), several at a time, since GDAL lets others work meanwhile."""
    with ThreadPoolExecutor(usable_cores()) as pool:
        return list(pool.map(lambda cells: polygon_of_cells(*cells, grid), pieces))


def cells_of_polygon(geometry, grid):
    """Flat indices of the cells whose centre a polygon covers, or of those it touches where it covers none.

    Works on the window of the polygon only, and polygons may overlap.
    """
    box = geometry.boundingBox()
    bottom, left = grid.cell(box.xMinimum(), box.yMinimum())
    top, right = grid.cell(box.xMaximum(), box.yMaximum())
    top, bottom = np.clip([top, bottom + 1], 0, grid.rows).tolist()
    left, right = np.clip([left, right + 1], 0, grid.columns).tolist()
    if top == bottom or left == right:
        return np.zeros(0, np.int64)
    rows, columns = np.nonzero(rasterize([geometry], [1], grid.part(top, left, (bottom - top, right - left)))[0])
    return (rows + top) * grid.columns + columns + left
