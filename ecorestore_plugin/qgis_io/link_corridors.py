"""Links with their corridors as a user gives them, and patches found in them as columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..core.circuit.pinch import check_links
from ..core.errors import EmptyInputError
from ..i18n import tr
from .corridor_tables import landcover_columns
from .shapes import cells_of_polygon


@dataclass
class CorridorLinks:
    """Links in the order of their features.

    Attributes
    ----------
    columns : link_id, from_id and to_id as they were given, and cost as float, NaN where it is missing
    ends : (from, to) ids as text
    corridors : per link flat cell indices, or None where no corridors were given
    """

    columns: dict
    ends: list
    corridors: list | None

    def __len__(self):
        return len(self.ends)

    def numbers(self, sources):
        """(from, to) numbers of Sources.

        Raises
        ------
        ParameterError : ids that no source has, or links from a source to itself
        """
        number = {str(key): position for position, key in enumerate(sources.ids, start=1)}
        check_links(self.ends, number)
        return [(number[one], number[other]) for one, other in self.ends]

    def of(self, links):
        """link_id, from_id and to_id of the links at these positions."""
        return {name: [self.columns[name][link] for link in np.asarray(links).tolist()]
                for name in ('link_id', 'from_id', 'to_id')}

    def listed(self, links):
        """Up to ten ids for a message."""
        names = [str(self.columns['link_id'][link]) for link in links]
        return ', '.join(names[:10]) + (' …' if len(names) > 10 else '')


def read_corridor_links(job, grid, links='LINKS', corridors='CORRIDORS') -> CorridorLinks:
    """The links, those without a corridor left out where corridors are given.

    Raises
    ------
    EmptyInputError : no link has a corridor
    TableError : link_id, from_id or to_id is missing
    """
    layer = job.features(links, ('line',), grid)
    shapes = job.features(corridors, ('polygon',), grid)
    ids = layer.unique('link_id')
    kept, cells = list(range(len(ids))), None
    if shapes is not None:
        cells = {}
        for key, geometry in zip(shapes.texts('link_id'), shapes.geometries):
            cells.setdefault(key, []).append(cells_of_polygon(geometry, grid))
        kept = [position for position, key in enumerate(ids) if key in cells]
        if not kept:
            raise EmptyInputError('No corridor of {corridors} has a link_id of {links}. Give both outputs of the same '
                                  'run of Ecological corridors.', corridors=shapes.name, links=layer.name)
        if len(kept) < len(ids):
            job.warn(tr('{count} of {total} links have no corridor and are left out.', count=len(ids) - len(kept),
                        total=len(ids)))
    columns = {name: [layer.column(name)[row] for row in kept] for name in ('link_id', 'from_id', 'to_id')}
    cost = layer.numbers('cost') if layer.has('cost') else np.full(len(ids), np.nan)
    columns['cost'] = cost[kept]
    starts, ends = layer.texts('from_id'), layer.texts('to_id')
    return CorridorLinks(columns, [(starts[row], ends[row]) for row in kept],
                         None if cells is None else [np.unique(np.concatenate(cells[ids[row]])) for row in kept])


def patch_landcover(classes, labels, count):
    """Land cover columns of patches labelled 1 to ``count``; none without classes."""
    if classes is None:
        return {}
    flat = labels.ravel()
    cells = np.flatnonzero(flat)
    cells = cells[np.argsort(flat[cells], kind='stable')]
    groups = np.split(cells, np.cumsum(np.bincount(flat[cells], minlength=count + 1)[1:])[:-1]) if count else []
    return landcover_columns(classes, [np.divmod(own, labels.shape[1]) for own in groups])
