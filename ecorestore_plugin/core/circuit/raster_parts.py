"""The connected parts of a conductance raster, without making a list of its edges."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from .graph import merged_regions


@dataclass(frozen=True)
class Part:
    """One connected part within the smallest window that holds it.

    Attributes
    ----------
    window : (rows, columns) slices of the raster
    conductance : (rows, cols) of the window
    member : (rows, cols) bool array, the cells of this part
    ties : per node of several cells their flat indices in the window
    """

    window: tuple
    conductance: np.ndarray
    member: np.ndarray
    ties: tuple

    @property
    def nodes(self) -> int:
        return int(np.count_nonzero(self.member)) - sum(len(cells) - 1 for cells in self.ties)

    def cells(self, flat, width) -> np.ndarray:
        """Flat indices in the window of cells of the raster with that many columns."""
        row, column = np.divmod(np.asarray(flat), width)
        rows, columns = self.window
        return (row - rows.start) * self.member.shape[1] + column - columns.start


@dataclass(frozen=True)
class Parts:
    """All connected parts of a raster.

    Attributes
    ----------
    conductance : (rows, cols) float array
    label : (rows, cols) int32, number of the part from 1, 0 off all nodes
    ties : per node of several cells their flat indices
    """

    conductance: np.ndarray
    label: np.ndarray
    ties: tuple

    def first_nodes(self, groups) -> np.ndarray:
        """A cell that stands for the node of each group of cells, the same for the same node; -1 for no node."""
        label = self.label.ravel()
        found = np.full(len(groups), -1, np.int64)
        for number, cells in enumerate(groups):
            known = np.asarray(cells, np.int64)
            known = known[label[known] > 0]
            if len(known):
                found[number] = known[0]
        if self.ties:
            tied = np.concatenate(self.ties)
            stands = np.repeat([cells[0] for cells in self.ties], [len(cells) for cells in self.ties])
            order = np.argsort(tied)
            place = order[np.minimum(np.searchsorted(tied, found, sorter=order), len(tied) - 1)]
            found = np.where(tied[place] == found, stands[place], found)
        return found

    def part(self, number, window) -> Part:
        """A part by its number and its window."""
        inside = self.label[window] == number
        bare = Part(window, self.conductance[window], inside, ())
        own = tuple(bare.cells(cells, self.label.shape[1]) for cells in self.ties
                    if self.label.ravel()[cells[0]] == number)
        return Part(window, bare.conductance, inside, own)

    def windows(self) -> list:
        """The window of each part, in order of their numbers from 1."""
        from scipy import ndimage
        return ndimage.find_objects(self.label)


def step_lengths(neighbours, cell) -> tuple:
    """Distance to the neighbour right, below, below right and below left, 0 where there is none.

    The unit is the square root of the cell area.
    """
    width, height = cell
    unit = math.sqrt(width * height)
    diagonal = math.hypot(width, height) / unit if neighbours == 8 else 0.0
    return width / unit, height / unit, diagonal, diagonal


def parts_of(conductance, neighbours=8, average='resistance', regions=()) -> Parts:
    """Labels the connected parts; regions are nodes as in graph.build_graph."""
    from scipy import ndimage
    conducts = conductance > 0
    flat = conducts.ravel()
    merged = [np.sort(cells) for cells in merged_regions(regions, conducts.size)]
    ties = tuple(cells for cells in merged if len(cells) > 1 and flat[cells].any())
    joined = conducts.copy()
    if average == 'conductance':
        # A cell without conductance of its own leads to its neighbours all the same.
        for cells in ties:
            joined.ravel()[cells] = True
    label = ndimage.label(joined, np.ones((3, 3)) if neighbours == 8 else None, output=np.int32)[0]
    return Parts(conductance, _tied(label, ties), ties)


def _tied(label, ties):
    """Labels after the cells of every tie have become one node."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components
    flat = label.ravel()
    pairs = []
    for cells in ties:
        found = np.unique(flat[cells])
        found = found[found > 0]
        pairs += [(found[0], other) for other in found[1:]]
        flat[cells] = found[0]
    if not pairs:
        return label
    one, other = np.array(pairs).T
    size = int(label.max()) + 1
    groups = connected_components(coo_matrix((np.ones(len(one)), (one, other)), shape=(size, size)), directed=False)[1]
    numbers = np.cumsum(np.bincount(groups) > 0)[groups].astype(np.int32)
    # The background stays alone and keeps 0.
    numbers -= numbers[0]
    return numbers[label]
