"""Candidates for stepping stones: polygons of a layer, or circles on a grid, with their distances."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY

from ..core.checks import stop_if
from ..core.errors import EmptyInputError
from ..core.grid import Grid
from ..core.network.cost_matrix import cost_matrix
from ..core.network.stepping import place_costs, place_grid
from ..i18n import tr
from .patches import edge_distance_matrix, read_patches
from .raster import rasterize

PLACES_ACROSS = 25
CIRCLE = 16  # segments of a quarter circle


def given_candidates(job, patches, resistance, allowed, grid, limit, engine, progress):
    """Polygons of a layer as candidates, with exact distances between all."""
    if allowed is not None:
        job.warn(tr('Where stepping stones may lie is not looked at: the candidates are given.'))
    candidates = read_patches(job, 'CANDIDATES', 'CANDIDATE_ID', 'CAPACITY', grid, None if grid else patches.crs)
    shapes = [*patches.geometries, *candidates.geometries]
    if resistance is None:
        matrix = edge_distance_matrix(shapes, limit, progress, job.cancelled)
    else:
        cells, _ = rasterize(shapes, np.arange(1, len(shapes) + 1), grid)
        matrix = cost_matrix(resistance, cells, grid, limit, [*patches.ids, *candidates.ids], engine, progress,
                             job.cancelled)
    known = len(patches)
    return (candidates.ids, candidates.geometries, candidates.values, matrix[:known, :known],
            matrix[known:, :known], lambda candidate: matrix[known + candidate, known:])


def places_on_a_grid(job, patches, resistance, allowed, grid, limit, engine, progress):
    """Circles on a grid as candidates; the engine is asked again for distances between them."""
    area, box = job.number('AREA'), QgsGeometry.collectGeometry(patches.geometries).boundingBox()
    radius = float(np.sqrt(area * 10000.0 / np.pi))
    longer = max(box.width(), box.height()) if grid is None else max(grid.rows * grid.cell_height,
                                                                     grid.columns * grid.cell_width)
    # Circles that overlap would count the same land twice.
    spacing = max(job.number('SPACING') or longer / PLACES_ACROSS, 2 * radius)
    if grid is None:
        rows, columns = (max(int(np.ceil(side / spacing)), 1) for side in (box.height(), box.width()))
        west, north = box.center().x() - columns * spacing / 2, box.center().y() + rows * spacing / 2
        grid = Grid((rows, columns), (west, spacing, 0.0, north, 0.0, -spacing), patches.crs.toWkt())
    spacing = max(spacing, grid.cell_width, grid.cell_height)
    cells = patches.cells(grid)
    free = np.ones(grid.shape, bool) if allowed is None else allowed > 0
    rows, columns = place_grid(grid, spacing, free if resistance is None else free & np.isfinite(resistance))
    x, y = grid.centre(rows, columns)
    points = [QgsGeometry.fromPointXY(QgsPointXY(*place)) for place in zip(x.tolist(), y.tolist())]
    apart = _point_distances(points, patches.geometries, job.cancelled)
    outside = np.flatnonzero(apart.min(axis=1) > 0)
    if not outside.size:
        raise EmptyInputError('All {count} places lie inside sources. Choose a smaller spacing.', count=len(points))
    rows, columns, x, y, apart = rows[outside], columns[outside], x[outside], y[outside], apart[outside]
    shapes = [points[place].buffer(radius, CIRCLE) for place in outside.tolist()]
    worth = area if job.number('WORTH') is None else job.number('WORTH')
    ids, capacities = list(range(1, outside.size + 1)), np.full(outside.size, worth)
    job.say(tr('{count} places, {spacing} m apart.', count=len(ids), spacing=f'{spacing:g}'))
    if resistance is not None:
        return (ids, shapes, capacities, *place_costs(resistance, cells, rows, columns, grid, radius, limit,
                                                      patches.ids, engine, progress, job.cancelled))

    def between(place):
        return np.maximum(np.hypot(x - x[place], y - y[place]) - 2 * radius, 0.0)

    return (ids, shapes, capacities, edge_distance_matrix(patches.geometries, limit, progress, job.cancelled),
            np.maximum(apart - radius, 0.0), between)


def _point_distances(points, geometries, cancelled):
    """(points, geometries) straight distances, 0 inside."""
    distances = np.empty((len(points), len(geometries)))
    for column, geometry in enumerate(geometries):
        stop_if(cancelled)
        engine = QgsGeometry.createGeometryEngine(geometry.constGet())
        engine.prepareGeometry()
        distances[:, column] = [engine.distance(point.constGet()) for point in points]
    return distances
