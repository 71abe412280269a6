"""The rims of tiles: what the cells along their sides are offered from outside, and what they have to tell."""

from __future__ import annotations

import numpy as np

from .cost_work import Work

# Row and column of the neighbouring tile for each place in a 3 x 3 table.
AROUND = tuple((down, right) for down in (-1, 0, 1) for right in (-1, 0, 1))
LARGEST = np.finfo(float).max  # infinite costs are no offer


class Rims:
    """The neighbours that the cells along the sides of a tile have outside it; the same for most tiles.

    A tile is (first row, row behind the last, first column, column behind the last). Threads may share one object.
    """

    def __init__(self, work: Work):
        self.work = work
        self.known: dict = {}

    def enter(self, tile, limit, doubts):
        """Lowers the rim cells of a tile to what their neighbours outside offer.

        A neighbouring tile may be at work meanwhile: what is read too early is announced again when that tile is done.

        Parameters
        ----------
        doubts : counts what leaves sources and links in doubt, see cost_compiled.py

        Returns
        -------
        keys, places : the new costs, rising, and the cells
        """
        work, around = self.work, self._around(tile)
        keys, places = np.empty(around[0].size), np.empty(around[0].size, np.int64)
        origin = tile[0] * work.shape[1] + tile[2]
        count = work.kernels.enter_tile(work.resistance, work.cost, work.back, work.allocation, origin, *around,
                                        work.half, min(limit, LARGEST), keys, places, doubts)
        order = np.argsort(keys[:count])
        return keys[order], places[order]

    def _around(self, tile):
        """(rim cells, neighbours outside, steps there): cells as distances from the first cell of the tile."""
        (top, bottom, left, end), (rows, columns) = tile, self.work.shape
        kind = bottom - top, end - left, top > 0, bottom < rows, left > 0, end < columns
        if kind not in self.known:
            self.known[kind] = self._pairs(*kind)
        return self.known[kind]

    def _pairs(self, height, width, north, south, west, east):
        work = self.work
        rim = np.zeros((height, width), bool)
        rim[[0, -1]] = rim[:, [0, -1]] = True
        row, column = (places[:, np.newaxis] for places in np.nonzero(rim))
        down, right = row + work.down, column + work.right
        beside = ((down < 0) | (down >= height) | (right < 0) | (right >= width)) & (
            (down >= 0) | north) & ((down < height) | south) & ((right >= 0) | west) & ((right < width) | east)
        # Contiguous like all that kernels take: for another layout they would be compiled again.
        cell, step = map(np.ascontiguousarray, np.nonzero(beside))
        inside = (row * work.shape[1] + column)[cell, 0]
        return inside, inside + work.away[step], step

    def costs(self, tile):
        """The costs along the northern, southern, western and eastern side of a tile."""
        top, bottom, left, end = tile
        cost = self.work.cost.reshape(self.work.shape)
        return [side.copy() for side in (cost[top, left:end], cost[bottom - 1, left:end], cost[top:bottom, left],
                                         cost[top:bottom, end - 1])]


def news(before, after) -> list[float]:
    """The smallest new cost along the sides of a tile that each of the tiles AROUND will see.

    Parameters
    ----------
    before, after : from ``Rims.costs``
    """
    north, south, west, east = (np.where(now < was, now, np.inf) for was, now in zip(before, after))
    return [float(key) for key in (north[0], north.min(), north[-1], west.min(), np.inf, east.min(), south[0],
                                   south.min(), south[-1])]
