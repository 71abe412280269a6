"""The sets of a morphological spatial pattern analysis that are made of distances and enclosures.

Everything works on boolean arrays, a byte per cell; distances are in cells, between cell centres.
"""

from __future__ import annotations

import math

import numpy as np

ROUNDING = 0.98  # added to the edge width, so that a width of 1 takes in diagonal neighbours and 2 does not reach 3


def edge_distance(edge_width) -> float:
    """The largest distance, in cells, that still belongs to an edge of so many cells."""
    return float(edge_width) + ROUNDING


def frame_width(edge_width) -> int:
    """Cells by which the image is extended on each side while it is classified."""
    return int(1.5 * edge_distance(edge_width) / math.sqrt(2.0) + 0.5) + 1


def within(cells, distance) -> np.ndarray:
    """Cells no farther than ``distance`` from the given ones, these included.

    The disc is laid out row by row: rows widen step by step, and each is used at the offsets where the disc has its
    width, so that nothing but single-byte arrays is held.
    """
    rows, columns = cells.shape
    reached = cells.copy()
    row, width = cells.copy(), 0
    for offset in range(int(distance), -1, -1):
        wanted = int(math.sqrt(distance * distance - offset * offset))
        for step in range(width + 1, min(wanted, columns - 1) + 1):
            row[:, step:] |= cells[:, :columns - step]
            row[:, :columns - step] |= cells[:, step:]
        width = max(width, wanted)
        if offset == 0:
            reached |= row
        elif offset < rows:
            reached[offset:] |= row[:rows - offset]
            reached[:rows - offset] |= row[offset:]
    return reached


def labelled(cells, connectivity) -> tuple[np.ndarray, int]:
    """Connected components as int32 labels from 1, and how many there are."""
    from scipy import ndimage
    structure = np.ones((3, 3), bool) if connectivity == 8 else None
    return ndimage.label(cells, structure)


def on_border(labels, count) -> np.ndarray:
    """(count + 1,) bool array: labels that occur on the outermost rows and columns."""
    found = np.zeros(count + 1, bool)
    for side in (labels[0], labels[-1], labels[:, 0], labels[:, -1]):
        found[side] = True
    return found


def holes_of(cells, connectivity) -> np.ndarray:
    """Cells outside ``cells`` that no path of the given connectivity links with the border of the image."""
    labels, count = labelled(~cells, connectivity)
    inside = ~on_border(labels, count)
    inside[0] = False
    return inside[labels]


def reached_from(marker, cells, connectivity) -> np.ndarray:
    """The components of ``cells`` that hold a cell of ``marker``."""
    labels, count = labelled(cells, connectivity)
    hit = np.zeros(count + 1, bool)
    hit[labels[marker]] = True
    hit[0] = False
    return hit[labels]


def with_missing(foreground, data, distance) -> np.ndarray:
    """Foreground and the missing cells that count as foreground: near to both the foreground and the data."""
    if data.all():
        return foreground.copy()
    return (within(foreground, distance) & within(data, distance) & ~data) | foreground


def extended(cells, width) -> np.ndarray:
    """The image with ``width`` cells of its outermost rows and columns repeated outward, the corners left empty."""
    wide = np.pad(cells, width, mode='edge')
    for rows in (slice(None, width), slice(-width, None)):
        for columns in (slice(None, width), slice(-width, None)):
            wide[rows, columns] = False
    return wide


def outer_bands(core, distance, connectivity) -> np.ndarray:
    """Cells within ``distance`` of a core whose holes are filled, but outside of it; islands in holes likewise.

    Cores and what is between them lie inside each other like shells. The bands are taken around every filled core
    that is not itself inside a filled core, then around those found in their holes, and so on inward.
    """
    core_labels, cores = labelled(core, connectivity)
    other_labels, others = labelled(~core, 12 - connectivity)
    core_depth, other_depth = _depths(core_labels, cores, other_labels, others)
    bands = np.zeros(core.shape, bool)
    for depth in range(1, int(core_depth.max(initial=0)) + 1, 2):
        filled = (core_depth >= depth)[core_labels]
        filled |= (other_depth >= depth)[other_labels]
        bands |= _band(filled, distance)
    return bands & ~core


def _band(cells, distance):
    """Cells within ``distance`` of the given ones, without them; looks only where there are some."""
    rows, columns = np.flatnonzero(cells.any(axis=1)), np.flatnonzero(cells.any(axis=0))
    band = np.zeros(cells.shape, bool)
    reach = int(distance) + 1
    box = (slice(max(rows[0] - reach, 0), rows[-1] + reach + 1),
           slice(max(columns[0] - reach, 0), columns[-1] + reach + 1))
    band[box] = within(cells[box], distance) & ~cells[box]
    return band


def _depths(core_labels, cores, other_labels, others):
    """How many shells lie around each core and each component of the rest: the outside 0, outermost cores 1, ..."""
    core_depth, other_depth = np.full(cores + 1, -1), np.full(others + 1, -1)
    pairs = _touching(core_labels, other_labels, others + 1)
    one, two = pairs // (others + 1), pairs % (others + 1)
    found = on_border(other_labels, others)
    found[0] = False
    other_depth[found] = 0
    depth = 0
    while True:
        depth += 1
        fresh = (other_depth[two] == depth - 1) & (core_depth[one] < 0)
        core_depth[one[fresh]] = depth
        depth += 1
        fresh = (core_depth[one] == depth - 1) & (other_depth[two] < 0)
        other_depth[two[fresh]] = depth
        if not fresh.any():
            return core_depth, other_depth


def _touching(core_labels, other_labels, base):
    """Pairs (core, component of the rest) that share a cell edge, each once, as core * base + other."""
    found = []
    for here, there in (((slice(None), slice(1, None)), (slice(None), slice(None, -1))),
                        ((slice(1, None), slice(None)), (slice(None, -1), slice(None)))):
        for one, two in ((here, there), (there, here)):
            edge = (core_labels[one] > 0) & (other_labels[two] > 0)
            found.append(np.unique(core_labels[one][edge].astype(np.int64) * base + other_labels[two][edge]))
    return np.unique(np.concatenate(found))
