"""Habitat patches as a user gives them: geometries with an id and a value."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsGeometry, QgsSpatialIndex

from ..core.checks import never, silent, stop_if
from ..core.errors import GeometryError, ParameterError, ValueRangeError
from ..i18n import tr
from .areas import areas_ha
from .raster import rasterize
from .sources import source_values

SHARED = 0.001  # of the smaller patch


@dataclass
class PatchSet:
    """Patches in the order of their ids; ``values`` says what each is worth."""

    name: str
    ids: list
    geometries: list
    values: np.ndarray
    crs: object

    def __len__(self):
        return len(self.ids)

    def at_least(self, minimum):
        """The patches worth at least the minimum."""
        kept = np.flatnonzero(self.values >= minimum).tolist()
        return PatchSet(self.name, [self.ids[row] for row in kept], [self.geometries[row] for row in kept],
                        self.values[kept], self.crs)

    def cells(self, grid):
        """(rows, cols) int, position + 1 of the patch on a cell, 0 where there is none."""
        return rasterize(self.geometries, np.arange(1, len(self) + 1), grid)[0]


def read_patches(job, name, identity, attribute, grid=None, crs=None):
    """Patches of a polygon parameter; features with the same id are one patch, and their values add up.

    Parameters
    ----------
    identity, attribute : field parameters; where their default field is missing, features are numbered, and the value
        is the area in hectares
    grid, crs : reproject to the CRS of this grid, or to this CRS

    Raises
    ------
    EmptyInputError, GeometryError, CrsError, TableError
    ValueRangeError : a negative value
    """
    features = job.features(name, ('polygon',), grid, crs)
    if not job.given(attribute) and not features.has(job.field(attribute)):
        job.say(tr('{name} has no field {field}; the area of its features in hectares is taken.', name=features.name,
                   field=job.field(attribute)))
        values = areas_ha(features.geometries)
    else:
        values = features.numbers(job.field(attribute), missing=False)
    negative = np.flatnonzero(values < 0)
    if negative.size:
        raise ValueRangeError('{name}, field {field}: {count} values are negative; the first is {value} in feature '
                              '{feature}. The value of a patch is at least 0.', name=features.name,
                              field=job.field(attribute), count=negative.size, value=f'{values[negative[0]]:g}',
                              feature=features.ids[negative[0]])
    parts = {}
    for key, geometry, value in zip(source_values(job, features, identity), features.geometries, values.tolist()):
        parts.setdefault(key, []).append((geometry, value))
    ids = sorted(parts)
    if len(ids) < len(features):
        job.say(tr('{name}: {features} features form {sources} sources.', name=features.name, features=len(features),
                   sources=len(ids)))
    geometries = [parts[key][0][0] if len(parts[key]) == 1 else
                  QgsGeometry.unaryUnion([geometry for geometry, _ in parts[key]]) for key in ids]
    found = PatchSet(features.name, ids, geometries, np.array([sum(value for _, value in parts[key]) for key in ids]),
                     features.crs)
    _check_overlaps(job, found)
    if (found.values == 0).any():
        job.warn(tr('{name}: {count} patches are worth 0; they only serve as steps between others.', name=found.name,
                    count=int((found.values == 0).sum())))
    return found


def _check_overlaps(job, patches):
    """Refuses patches drawn twice and reports those that overlap."""
    index = QgsSpatialIndex()
    for row, geometry in enumerate(patches.geometries):
        index.addFeature(row, geometry.boundingBox())
    double, overlapping = [], []
    for row, geometry in enumerate(patches.geometries):
        stop_if(job.cancelled)
        engine = None
        for other in index.intersects(geometry.boundingBox()):
            if other <= row:
                continue
            if engine is None:
                engine = QgsGeometry.createGeometryEngine(geometry.constGet())
                engine.prepareGeometry()
            second = patches.geometries[other]
            if not engine.intersects(second.constGet()):
                continue
            smaller, larger = sorted((geometry.area(), second.area()))
            shared = geometry.intersection(second).area()
            pair = f'{patches.ids[row]} = {patches.ids[other]}'
            if shared > (1 - SHARED) * larger:
                double.append(pair)
            elif shared > SHARED * smaller:
                overlapping.append(pair.replace('=', '/'))
    if double:
        raise GeometryError('{name}: {count} patches are drawn twice: {pairs}. Remove them with Delete duplicate '
                            'geometries.', name=patches.name, count=len(double), pairs=', '.join(double[:10]))
    if overlapping:
        job.warn(tr('{name}: {count} pairs of patches overlap, so that some habitat counts twice: {pairs}.',
                    name=patches.name, count=len(overlapping), pairs=', '.join(overlapping[:10])))


def edge_distance_matrix(geometries, limit=np.inf, progress=silent, cancelled=never) -> np.ndarray:
    """Straight distances between the edges of all polygons, exact on their geometries.

    Parameters
    ----------
    geometries : QgsGeometry list in one projected CRS
    limit : pairs whose boxes lie further apart are not measured

    Returns
    -------
    (n, n) symmetric float, metres; infinite where not measured, 0 on the diagonal
    """
    progress(0.0, 'Distances between the edges of {count} patches', count=len(geometries))
    boxes = np.array([[box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()]
                      for box in (geometry.boundingBox() for geometry in geometries)])
    shapes = [geometry.constGet() for geometry in geometries]
    distances = np.full((len(shapes), len(shapes)), np.inf)
    np.fill_diagonal(distances, 0.0)
    for row, shape in enumerate(shapes[:-1]):
        if row % 16 == 0:
            stop_if(cancelled)
            # Each row is shorter than the one before.
            progress(1.0 - (1.0 - row / len(shapes)) ** 2)
        others = boxes[row + 1:]
        apart = np.maximum(np.maximum(others[:, :2] - boxes[row, 2:], boxes[row, :2] - others[:, 2:]), 0.0)
        near = row + 1 + np.flatnonzero(np.hypot(apart[:, 0], apart[:, 1]) <= limit)
        engine = QgsGeometry.createGeometryEngine(shape)
        engine.prepareGeometry()
        distances[row, near] = distances[near, row] = [engine.distance(shapes[other]) for other in near.tolist()]
    if (distances < 0).any():
        raise ParameterError('The distances between some patches could not be measured. Repair their geometries with '
                             'Fix geometries.')
    return distances
