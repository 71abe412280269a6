"""A network as a user gives it: sources with an id, and links that name the sources they join."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsGeometry

from ..core.errors import TableError, ValueRangeError
from ..core.network.source_cells import check_sources_have_cells
from ..core.zonal import zonal_mean
from ..i18n import tr
from .areas import areas_ha
from .raster import rasterize
from .sources import source_values


@dataclass
class Nodes:
    """Sources in the order of their ids; features with the same id are one source.

    ``rows`` holds the positions of the features of each source.
    """

    features: object
    ids: list
    geometries: list
    rows: list

    def __len__(self):
        return len(self.ids)

    @property
    def crs(self):
        return self.features.crs

    def areas_ha(self):
        return areas_ha(self.geometries)

    def perimeters_m(self):
        return np.array([geometry.length() for geometry in self.geometries])

    def cells(self, grid):
        """(rows, columns) int, position + 1 of the source on a cell, 0 where there is none."""
        return rasterize(self.geometries, np.arange(1, len(self) + 1), grid)[0]

    def sum_of(self, key):
        """A field added up over the features of each source."""
        values = self.features.numbers(key, missing=False)
        return np.array([values[rows].sum() for rows in self.rows])

    def mean_of(self, key):
        """The mean of a field over the features of each source."""
        values = self.features.numbers(key, missing=False)
        return np.array([values[rows].mean() for rows in self.rows])


def read_nodes(job, name, field, grid=None) -> Nodes:
    """Polygon sources of a vector parameter; where the id field is empty and its default missing, numbered."""
    features = job.features(name, ('polygon',), grid)
    rows = {}
    for row, value in enumerate(source_values(job, features, field)):
        rows.setdefault(value, []).append(row)
    ids = sorted(rows)
    shapes = [[features.geometries[row] for row in rows[key]] for key in ids]
    geometries = [parts[0] if len(parts) == 1 else QgsGeometry.unaryUnion(parts) for parts in shapes]
    if len(ids) < len(features):
        job.say(tr('{name}: {features} features form {sources} sources.', name=features.name, features=len(features),
                   sources=len(ids)))
    return Nodes(features, ids, geometries, [rows[key] for key in ids])


def area_values(job, nodes, field):
    """(sources,) area in hectares: a field, or the area of the polygons where its default field is missing."""
    key = job.field(field)
    if not job.given(field) and not nodes.features.has(key):
        job.say(tr('{name} has no field {field}; the area of its features in hectares is taken.',
                   name=nodes.features.name, field=key))
        return nodes.areas_ha()
    return nodes.sum_of(key)


@dataclass
class LinkSet:
    """Links in the order of their features; ``pairs`` (links, 2) are positions in the ids of the sources."""

    features: object
    pairs: np.ndarray

    def __len__(self):
        return len(self.features)

    def positive(self, job, field):
        """A field of the links that must be above 0."""
        key = job.field(field)
        values = self.features.numbers(key, missing=False)
        low = np.flatnonzero(~(values > 0))
        if low.size:
            raise ValueRangeError('{name}, field {field}: {count} values are not above 0; the first is {value} in '
                                  'feature {feature}. Correct them.', name=self.features.name, field=key,
                                  count=low.size, value=f'{values[low[0]]:g}', feature=self.features.ids[int(low[0])])
        return values

    def lengths(self, job, field):
        """Length in metres: a field, or that of the lines where its default field is missing."""
        key = job.field(field)
        if job.given(field) or self.features.has(key):
            return self.positive(job, field)
        job.say(tr('{name} has no field {field}; the length of its lines is taken.', name=self.features.name,
                   field=key))
        return np.array([geometry.length() for geometry in self.features.geometries])

    def columns(self, **new):
        """The fields the links came with, then the new ones, which replace old ones of the same name."""
        taken = {'fid', *new}
        kept = {key: values for key, values in self.features.columns.items() if key.lower() not in taken}
        return {**kept, **new}

    @property
    def geometries(self):
        return self.features.geometries


def read_links(job, name, nodes, start='FROM_ID', end='TO_ID') -> LinkSet:
    """Links of a vector parameter, joined to the sources by two field parameters.

    Raises
    ------
    TableError : fields that are missing, ids that no source has
    """
    features = job.features(name, ('line',), crs=nodes.crs)
    position = {_key(value): index for index, value in enumerate(nodes.ids)}
    ends, unknown = [], {}
    for parameter in (start, end):
        found = [_key(value) for value in features.column(job.field(parameter))]
        unknown.update(dict.fromkeys(key for key in found if key not in position))
        ends.append([position.get(key, -1) for key in found])
    if unknown:
        lost = list(unknown)
        raise TableError('{name} leads to {count} sources that {sources} does not have: {ids}. Choose the sources from '
                         'which the links were made, and their id field.', name=features.name, count=len(lost),
                         sources=nodes.features.name,
                         ids=', '.join(lost[:10]) + (' …' if len(lost) > 10 else ''))
    return LinkSet(features, np.array(ends, dtype=np.int64).T)


def _key(value):
    """An id as text, so that 7, 7.0 and '7' are the same source."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def mean_inside(resistance, nodes, grid):
    """(sources,) mean resistance of the cells of each source.

    Raises
    ------
    EmptyInputError : sources without a cell that has a resistance; names them
    """
    means = zonal_mean(resistance, nodes.cells(grid), len(nodes))
    check_sources_have_cells(dict(enumerate(nodes.ids, start=1)), 1 + np.flatnonzero(~np.isnan(means)))
    return means
