"""Starts and ends of paths, and paths as columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsGeometry

from ..core.errors import ParameterError
from ..i18n import tr
from .shapes import cells_of_polygon
from .sources import source_values


@dataclass
class Places:
    """Places in the order of their ids; unlike sources they may share cells.

    Attributes
    ----------
    name : what the user calls the layer
    ids, geometries : one per place
    cells : list of (cells,) int, flat indices of the cells each place covers or touches
    """

    name: str
    ids: list
    geometries: list
    cells: list

    def __len__(self):
        return len(self.ids)


def read_places(job, name, field, grid, resistance):
    """Places of a vector parameter, or None where it is not given; features with the same id are one place.

    Raises
    ------
    EmptyInputError, GeometryError, CrsError, TableError
    """
    features = job.features(name, ('polygon', 'line', 'point'), grid)
    if features is None:
        return None
    parts = {}
    for value, geometry in zip(source_values(job, features, field), features.geometries):
        parts.setdefault(value, []).append(geometry)
    ids = sorted(parts)
    geometries = [parts[value][0] if len(parts[value]) == 1 else QgsGeometry.unaryUnion(parts[value])
                  for value in ids]
    cells = [cells_of_polygon(geometry, grid) for geometry in geometries]
    blocked = np.isnan(resistance).reshape(-1)
    lost = [str(value) for value, found in zip(ids, cells) if blocked[found].all()]
    if lost:
        job.warn(tr('{name}: {count} features have no cell with a resistance and take no part: {names}. They lie '
                    'outside the resistance raster or on its nodata cells.', name=features.name, count=len(lost),
                    names=_listed(lost)))
    return Places(features.name, ids, geometries, cells)


def report_paths(job, found, starts, ends):
    """Says how many paths there are and what could not be joined.

    Raises
    ------
    ParameterError : no path at all
    """
    pairs = [str(starts.ids[start]) if end < 0 else f'{starts.ids[start]} - {ends.ids[end]}'
             for start, end in found.unreachable]
    if not found.paths:
        raise ParameterError('No path joins any of the {starts} starts with any of the {ends} ends. Raise the largest '
                             'cost, or check that nodata cells do not cut them off.', starts=len(starts),
                             ends=len(ends))
    job.say(tr('{count} least-cost paths found.', count=len(found.paths)))
    if pairs:
        job.warn(tr('{count} pairs have no path within the largest cost: {names}.', count=len(pairs),
                    names=_listed(pairs)))


def _listed(names):
    return ', '.join(names[:10]) + (' …' if len(names) > 10 else '')


def path_columns(paths, starts, ends, grid):
    """Attributes of paths."""
    smallest = min(grid.cell_width, grid.cell_height)
    straight = [starts.geometries[path.start].distance(ends.geometries[path.end]) for path in paths]
    return {
        'path_id': list(range(1, len(paths) + 1)),
        'from_id': [starts.ids[path.start] for path in paths],
        'to_id': [ends.ids[path.end] for path in paths],
        'cost': [path.cost for path in paths],
        'length_m': [path.length for path in paths],
        'euclid_m': straight,
        'cost_euclid': [path.cost / max(distance, smallest) for path, distance in zip(paths, straight)],
        'cost_length': [path.cost / path.length if path.length > 0 else np.nan for path in paths],
    }
