"""Outlines of labelled regions as polygons that share their borders, and back to cells."""

from __future__ import annotations

import numpy as np

TURNS = {(0, 1): ((1, 0), (0, 1), (-1, 0)), (1, 0): ((0, -1), (1, 0), (0, 1)),
         (0, -1): ((-1, 0), (0, -1), (1, 0)), (-1, 0): ((0, 1), (-1, 0), (0, -1))}


def outlines(labels, rounds=4, strength=0.487):
    """Polygon rings of each region; neighbours share every vertex, so that no gap or overlap arises.

    Parameters
    ----------
    labels : (rows, cols) integer array, 0 is outside
    rounds, strength : how much the stair steps of the cells are smoothed

    Returns
    -------
    dict of label -> list of (n, 2) closed rings of (column, row) positions, the largest first
    """
    padded = np.pad(labels, 1)
    column, row = _smoothed_corners(padded, rounds, strength)
    shapes = {}
    for label in np.unique(labels[labels > 0]):
        rings = [np.column_stack([column[ring[:, 0], ring[:, 1]] - 1.0, row[ring[:, 0], ring[:, 1]] - 1.0])
                 for ring in _rings(padded == label)]
        shapes[int(label)] = sorted(rings, key=lambda ring: -abs(ring_area(ring)))
    return shapes


def ring_area(ring):
    """Signed area of a closed ring."""
    x, y = ring[:, 0] - ring[0, 0], ring[:, 1] - ring[0, 1]
    return 0.5 * float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]))


def cells_inside(shapes, shape):
    """Labels of the cells whose centre lies inside each polygon (even-odd rule), 0 elsewhere."""
    labels = np.zeros(shape, dtype=np.int32)
    for label, rings in shapes.items():
        flips = np.zeros((shape[0], shape[1] + 1), dtype=np.int32)
        for ring in rings:
            _add_crossings(flips, ring)
        labels[np.cumsum(flips, axis=1)[:, :-1] % 2 == 1] = label
    return labels


def _add_crossings(flips, ring):
    """Counts, per row, from which cell on each edge of the ring has been crossed."""
    for (x1, y1), (x2, y2) in zip(ring[:-1], ring[1:]):
        low, high = (y1, y2) if y1 < y2 else (y2, y1)
        rows = np.arange(max(0, int(np.ceil(low - 0.5))), min(flips.shape[0], int(np.ceil(high - 0.5))))
        if rows.size:
            crossing = x1 + (rows + 0.5 - y1) * (x2 - x1) / (y2 - y1)
            first = np.clip(np.ceil(crossing - 0.5), 0, flips.shape[1] - 1).astype(np.int64)
            np.add.at(flips, (rows, first), 1)


def _smoothed_corners(padded, rounds, strength):
    """Positions of the cell corners after those on borders moved towards their neighbours along the border."""
    rows, columns = padded.shape
    row, column = (grid.astype(float) for grid in np.mgrid[0:rows + 1, 0:columns + 1])
    across = np.zeros((rows + 1, columns), bool)
    across[1:-1] = padded[1:] != padded[:-1]
    down = np.zeros((rows, columns + 1), bool)
    down[:, 1:-1] = padded[:, 1:] != padded[:, :-1]
    degree = np.zeros((rows + 1, columns + 1))
    for part, edges in _ends(across, down):
        degree[part] += edges
    border = degree > 0
    for _ in range(rounds):
        for position in (row, column):
            total = np.zeros_like(position)
            for (part, edges), (other, _) in zip(_ends(across, down), _ends(across, down, swap=True)):
                total[part] += np.where(edges, position[other], 0.0)
            position[border] += strength * (total[border] / degree[border] - position[border])
    return column, row


def _ends(across, down, swap=False):
    """(corner slice, edge mask) for both ends of horizontal and vertical border edges."""
    west, east = (slice(None), slice(0, -1)), (slice(None), slice(1, None))
    north, south = (slice(0, -1), slice(None)), (slice(1, None), slice(None))
    pairs = [(west, across), (east, across), (north, down), (south, down)]
    return [pairs[1], pairs[0], pairs[3], pairs[2]] if swap else pairs


def _rings(mask):
    """Closed rings of (row, column) corners around the cells of a mask, the cells to the right."""
    rows, columns = np.nonzero(mask)
    leaving = {}
    for dr, dc, corner, step in ((-1, 0, (0, 0), (0, 1)), (0, 1, (0, 1), (1, 0)),
                                 (1, 0, (1, 1), (0, -1)), (0, -1, (1, 0), (-1, 0))):
        edge = ~mask[rows + dr, columns + dc]
        for r, c in zip(rows[edge] + corner[0], columns[edge] + corner[1]):
            leaving.setdefault((int(r), int(c)), []).append(step)
    rings = []
    while leaving:
        start = min(leaving)
        step = leaving[start][0]
        ring, here = [start], start
        while True:
            leaving[here].remove(step)
            if not leaving[here]:
                del leaving[here]
            here = (here[0] + step[0], here[1] + step[1])
            ring.append(here)
            if here == start:
                break
            step = next(turn for turn in TURNS[step] if turn in leaving[here])
        rings.append(np.array(ring))
    return rings
