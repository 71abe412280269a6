"""Ecological sources: features with an id, and the cells they cover."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsGeometry, QgsSpatialIndex

from ..core.errors import TableError
from ..i18n import tr
from .raster import rasterize


@dataclass
class Sources:
    """Sources in the order of their ids; number i + 1 in ``cells`` is entry i of the lists."""

    ids: list
    geometries: list
    cells: np.ndarray
    crs: object

    def __len__(self):
        return len(self.ids)

    def id_of(self, number):
        """The id of a source number."""
        return self.ids[int(number) - 1]

    def geometry_of(self, number):
        """The geometry of a source number."""
        return self.geometries[int(number) - 1]

    def raster_ids(self):
        """The ids where all fit into a raster (whole numbers above 0), else the source numbers."""
        whole = all(isinstance(value, int) and 0 < value < 2**31 for value in self.ids)
        return list(self.ids) if whole else list(range(1, len(self.ids) + 1))

    def edge_distances(self, pairs):
        """Straight distances in metres between the edges of pairs of source numbers, exact on the geometries."""
        engines = {}
        distances = np.empty(len(pairs))
        for index, (first, second) in enumerate(np.asarray(pairs).tolist()):
            if first not in engines:
                engines[first] = QgsGeometry.createGeometryEngine(self.geometries[first - 1].constGet())
                engines[first].prepareGeometry()
            distances[index] = engines[first].distance(self.geometries[second - 1].constGet())
        return distances

    def overlaps(self, smallest):
        """Pairs of source numbers that share more ground than ``smallest`` square metres."""
        index = QgsSpatialIndex()
        for number, geometry in enumerate(self.geometries, start=1):
            index.addFeature(number, geometry.boundingBox())
        found = []
        for number, geometry in enumerate(self.geometries, start=1):
            near = [other for other in index.intersects(geometry.boundingBox()) if other > number]
            if not near or not geometry.area() > smallest:
                continue
            engine = QgsGeometry.createGeometryEngine(geometry.constGet())
            engine.prepareGeometry()
            found += [(number, other) for other in sorted(near)
                      if engine.intersects(self.geometry_of(other).constGet())
                      and geometry.intersection(self.geometry_of(other)).area() > smallest]
        return found


def read_sources(job, name, field, grid, resistance=None):
    """Sources of a vector parameter on a grid; features with the same id are one source.

    Parameters
    ----------
    name : vector parameter; polygons, lines or points
    field : field parameter with the ids; where it is empty and its default field is missing, features are numbered
    resistance : (rows, columns) float; source cells where it is NaN are reported

    Raises
    ------
    EmptyInputError, GeometryError, CrsError, TableError
    """
    sources, label = source_shapes(job, name, field, grid)
    sources.cells, _ = rasterize(sources.geometries, np.arange(1, len(sources) + 1), grid)
    unknown = 0 if resistance is None else int(np.count_nonzero((sources.cells > 0) & np.isnan(resistance)))
    warn_of_sources(job, label, sources, grid, unknown)
    return sources


def source_shapes(job, name, field, grid):
    """(Sources without cells, name of the layer) of a vector parameter; see ``read_sources``."""
    features = job.features(name, ('polygon', 'line', 'point'), grid)
    values = source_values(job, features, field)
    parts = {}
    for value, geometry in zip(values, features.geometries):
        parts.setdefault(value, []).append(geometry)
    ids = sorted(parts)
    geometries = [parts[value][0] if len(parts[value]) == 1 else QgsGeometry.unaryUnion(parts[value])
                  for value in ids]
    if len(ids) < len(features):
        job.say(tr('{name}: {features} features form {sources} sources.', name=features.name, features=len(features),
                   sources=len(ids)))
    return Sources(ids, geometries, None, features.crs), features.name


def source_values(job, features, field):
    """The id of every feature by a field parameter; their numbers where its default field is missing."""
    key = job.field(field)
    if job.given(field) or features.has(key):
        return _identifiers(features, key)
    job.say(tr('{name} has no field {field}; its features are numbered in their order.', name=features.name,
               field=key))
    return list(range(1, len(features) + 1))


def _identifiers(features, key):
    values = features.column(key)
    missing = [index for index, value in enumerate(values) if value is None or value == '']
    if missing:
        raise TableError('{name}, field {field}: {count} values are missing; the first in feature {feature}. Fill '
                         'them in.', name=features.name, field=key, count=len(missing),
                         feature=features.ids[missing[0]])
    return [int(value) if isinstance(value, float) and value.is_integer() else value for value in values]


def warn_of_sources(job, name, sources, grid, unknown):
    """Tells of sources that are not what they seem; ``unknown`` is how many of their cells have no resistance."""
    small = sum(0 < geometry.area() < grid.cell_area for geometry in sources.geometries)
    if small:
        job.warn(tr('{name}: {count} sources are smaller than a cell; each keeps the cells it touches.', name=name,
                    count=small))
    if unknown:
        job.warn(tr('{name}: {count} source cells have no resistance and are left out.', name=name, count=unknown))
    shared = sources.overlaps(1e-6 * grid.cell_area)
    if shared:
        job.warn(tr('{name}: {count} pairs of sources overlap, first {one} and {other}; shared cells go to the one '
                    'later in the order of ids.', name=name, count=len(shared),
                    one=sources.id_of(shared[0][0]), other=sources.id_of(shared[0][1])))
