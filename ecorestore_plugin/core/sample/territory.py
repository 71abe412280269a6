"""Where towns stand, and the counties and prefectures that grow around them."""

from __future__ import annotations

import numpy as np

from ..errors import ParameterError
from .routes import nearest_seed


def town_sites(suitability, count, spacing):
    """The best places one after the other, each keeping the next at a distance.

    Parameters
    ----------
    suitability : (rows, cols) float array, 0 where no town may stand
    count : number of towns
    spacing : cells over which a town keeps others away

    Returns
    -------
    (n, 2) rows and columns, best first

    Raises
    ------
    ParameterError : fewer suitable places than towns
    """
    remaining = np.array(suitability, dtype=float)
    rows, columns = np.ogrid[:remaining.shape[0], :remaining.shape[1]]
    sites = []
    for _ in range(count):
        row, column = np.unravel_index(int(np.argmax(remaining)), remaining.shape)
        if remaining[row, column] <= 1e-12:
            raise ParameterError('The sample area has room for {found} of {count} towns only; use more rows and '
                                 'columns.', found=len(sites), count=count)
        sites.append((int(row), int(column)))
        gap = ((rows - row) ** 2 + (columns - column) ** 2) / float(spacing) ** 2
        remaining *= 1.0 - np.exp(-gap ** 2)
    return np.array(sites)


def grow_units(cost, seats, margin, rng, rounds=3):
    """Counties around their seats, bounded where travel is hard; what lies beyond belongs to no county.

    Parameters
    ----------
    cost : (rows, cols) travel cost, high on ridges and rivers
    seats : (n, 2) rows and columns
    margin : cells along the frame that stay outside
    rng : numpy Generator
    rounds : how often areas are evened out

    Returns
    -------
    (rows, cols) int32 array, 1 to n, 0 outside; every county is one piece
    """
    seeds = [np.array([row * cost.shape[1] + column]) for row, column in seats]
    seeds.append(_frame(cost.shape, margin, rng))
    offsets = np.zeros(len(seeds))
    for _ in range(rounds):
        owner, reached, _ = nearest_seed(cost, seeds, offsets)
        sizes = np.bincount(owner.ravel(), minlength=len(seeds))[:-1].astype(float)
        typical = np.median(reached)
        offsets[-1] = 0.6 * typical
        offsets[:-1] = np.clip(offsets[:-1] + 0.5 * typical * np.log(sizes / sizes.mean()).clip(-1, 1), 0, None)
    labels = np.where(owner == len(seats), 0, owner + 1).astype(np.int32)
    return tidy_regions(labels)


def _frame(shape, margin, rng):
    """Cells of a band along the frame, its inner side wavy."""
    from scipy import ndimage
    rows, columns = np.indices(shape)
    inward = np.minimum(np.minimum(rows, shape[0] - 1 - rows), np.minimum(columns, shape[1] - 1 - columns))
    wave = ndimage.gaussian_filter(rng.standard_normal(shape), margin * 0.8, mode='wrap')
    return np.flatnonzero(inward < margin * (1.0 + 0.5 * wave / wave.std()).clip(0.3, 2.2))


def tidy_regions(labels, rounds=3):
    """Smooths borders by majority, then keeps every region in one piece without holes of nobody's land."""
    from scipy import ndimage
    known = np.unique(labels)
    for _ in range(rounds):
        votes = np.stack([ndimage.uniform_filter((labels == label).astype(np.float32), 5) for label in known])
        labels = known[np.argmax(votes, axis=0)].astype(np.int32)
    keep = np.zeros(labels.shape, bool)
    for label in known:
        pieces, count = ndimage.label(labels == label)
        if count:
            sizes = np.bincount(pieces.ravel())[1:]
            keep |= pieces == int(np.argmax(sizes)) + 1
    nearest = ndimage.distance_transform_edt(~keep, return_distances=False, return_indices=True)
    return labels[tuple(nearest)]


def split_prefectures(labels, seats):
    """Two groups of counties, each connected and of about the same number.

    Returns
    -------
    (group 0 or 1 of every county, (capital of group 0, capital of group 1) as indices into ``seats``)
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import dijkstra
    count = len(seats)
    pairs = _touching(labels)
    gaps = np.hypot(*(seats[pairs[:, 0] - 1] - seats[pairs[:, 1] - 1]).T)
    graph = coo_matrix((gaps, (pairs[:, 0] - 1, pairs[:, 1] - 1)), shape=(count, count)).tocsr()
    along = seats @ _long_axis(seats)
    west = along <= np.median(along)
    capitals = tuple(int(np.flatnonzero(half)[np.argmin(
        np.hypot(*(seats[half] - seats[half].mean(axis=0)).T))]) for half in (west, ~west))
    reached = dijkstra(graph, directed=False, indices=capitals)
    lead = reached[0] - reached[1]
    order = np.argsort(lead, kind='stable')
    group = np.ones(count, dtype=np.int64)
    group[order[:count // 2]] = 0
    group[list(capitals)] = (0, 1)
    return group, capitals


def _touching(labels):
    """Pairs of labels above 0 that share a border, lower first."""
    found = []
    for a, b in ((labels[:, :-1], labels[:, 1:]), (labels[:-1], labels[1:])):
        apart = (a != b) & (a > 0) & (b > 0)
        found.append(np.column_stack([a[apart], b[apart]]))
    return np.unique(np.sort(np.concatenate(found), axis=1), axis=0)


def _long_axis(points):
    """Unit vector along which the points spread most."""
    centred = points - points.mean(axis=0)
    values, vectors = np.linalg.eigh(centred.T @ centred)
    axis = vectors[:, int(np.argmax(values))]
    return axis * (1.0 if axis[np.argmax(np.abs(axis))] > 0 else -1.0)
