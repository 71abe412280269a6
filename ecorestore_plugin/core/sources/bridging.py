"""Patches that lie so near to each other that they are one source."""

from __future__ import annotations

import numpy as np

from ..checks import never, stop_if
from ..errors import CapacityError

MOST_ROUNDS = 100


def joined_within(labels, cell_width, cell_height, distance, cancelled=never) -> np.ndarray:
    """Patches renumbered so that those no farther apart than ``distance`` share a number, also over chains of patches.

    The distance runs between the edges of the patches, taken as the union of their cells. The nearest points of two
    such shapes are corners of cells, so zones of the nearest patch are drawn on the corners: two patches whose zones
    meet are measured, and the search is repeated with what was joined until nothing is.

    Parameters
    ----------
    labels : (rows, cols) int, patch number, 0 where there is none
    cell_width, cell_height, distance : metres

    Returns
    -------
    (rows, cols) int, 1 to the number of groups, 0 where there is no patch
    """
    labels = np.asarray(labels)
    count = int(labels.max(initial=0))
    if count < 2 or distance <= 0:
        return labels
    group = np.arange(count + 1)
    for _ in range(MOST_ROUNDS):
        stop_if(cancelled)
        first, second, gaps = _gaps(group[labels], cell_width, cell_height)
        near = gaps < distance * (1 + 1e-9)
        joined = _groups(group.max() + 1, first[near], second[near])[group]
        if joined.max() == group.max():
            return group[labels]
        group = joined
    raise CapacityError('Patches were still being joined after {count} rounds. Choose a smaller bridging distance.',
                        count=MOST_ROUNDS)


def _gaps(labels, cell_width, cell_height):
    """Pairs of patches with neighbouring zones, and how near the corners are that the zones were drawn from."""
    from scipy import ndimage
    corners, first, second = _corners(labels)
    rows, columns = ndimage.distance_transform_edt(corners == 0, sampling=(cell_height, cell_width),
                                                   return_distances=False, return_indices=True)
    pairs = [(first, second, np.zeros(first.size))]
    height, width = corners.shape
    for down, right in ((0, 1), (1, -1), (1, 0), (1, 1)):
        here = (slice(0, height - down), slice(max(-right, 0), width - max(right, 0)))
        there = (slice(down, height), slice(max(right, 0), width - max(-right, 0)))
        one = corners[rows[here], columns[here]]
        other = corners[rows[there], columns[there]]
        border = one != other
        gap = np.hypot((rows[here][border] - rows[there][border]) * cell_height,
                       (columns[here][border] - columns[there][border]) * cell_width)
        pairs.append((one[border], other[border], gap))
    return tuple(np.concatenate(column) for column in zip(*pairs))


def _corners(labels):
    """(rows + 1, cols + 1) the highest patch number that touches each corner, and the pairs that share a corner."""
    padded = np.pad(labels, 1)
    around = np.stack([padded[:-1, :-1], padded[:-1, 1:], padded[1:, :-1], padded[1:, 1:]])
    corners = around.max(axis=0)
    lowest = np.where(around > 0, around, np.iinfo(around.dtype).max).min(axis=0)
    shared = (corners > 0) & (lowest < corners)
    return corners, lowest[shared], corners[shared]


def _groups(count, first, second):
    """(count,) group of every number, 0 alone and first; groups in the order of their lowest number."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components
    links = coo_matrix((np.ones(first.size), (first, second)), shape=(count, count))
    _, labels = connected_components(links, directed=False)
    _, lowest, inverse = np.unique(labels, return_index=True, return_inverse=True)
    order = np.empty(lowest.size, np.int64)
    order[np.argsort(lowest)] = np.arange(lowest.size)
    return order[inverse.reshape(-1)]
