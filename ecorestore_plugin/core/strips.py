"""Large rasters in strips of rows, with as many rows beside them as a neighbourhood reaches."""

from __future__ import annotations

import numpy as np

CELLS_AT_ONCE = 4_000_000
TILE = 256  # strips are whole tiles of the rasters written high


def strips(shape, reach, cells_at_once=CELLS_AT_ONCE):
    """[(start, stop)] of strips of rows: about so many cells, whole tiles, and twice the reach high at least."""
    rows, columns = shape
    height = max(cells_at_once // max(columns, 1) // TILE, 1, -(-2 * reach // TILE)) * TILE
    return [(start, min(start + height, rows)) for start in range(0, rows, height)]


class NearestCells:
    """The way to the nearest cell that is ``present``, for a strip of rows at a time.

    Parameters
    ----------
    present : (rows, cols) bool array
    reach : rows beyond a strip in which cells are looked for; those farther away are not found
    cell_width, cell_height : metres
    """

    def __init__(self, present, reach, cell_width, cell_height):
        self.present, self.reach = present, min(reach, len(present))
        self._sampling = (cell_height, cell_width)
        self._start, self._stop, self._nearest = 0, 0, None

    def prepare(self, start, stop):
        """Looks for the nearest cells of the rows from ``start`` to ``stop``."""
        from scipy import ndimage
        first, last = max(0, start - self.reach), min(len(self.present), stop + self.reach)
        part = self.present[first:last]
        self._start, self._stop, self._nearest = start, stop, None
        if part.any():
            nearest = ndimage.distance_transform_edt(~part, sampling=self._sampling, return_distances=False,
                                                     return_indices=True)
            self._nearest = nearest[:, start - first:stop - first]
            self._nearest[0] += first

    def covers(self, start, stop):
        """Whether these rows were prepared."""
        return self._start <= start and stop <= self._stop

    def distances(self, start, stop):
        """(rows, cols) metres to the nearest cell of some of the rows prepared, None where there is none."""
        if self._nearest is None:
            return None
        down, across = self._nearest[:, start - self._start:stop - self._start]
        down = (down - np.arange(start, stop)[:, np.newaxis]) * self._sampling[0]
        across = (across - np.arange(across.shape[1])) * self._sampling[1]
        return np.sqrt(down * down + across * across)
