"""The grid that travels beside plain arrays."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from .errors import GridMismatchError


@dataclass(frozen=True)
class Grid:
    """Where the cells of a raster lie.

    Attributes
    ----------
    shape : (rows, columns)
    transform : (x of the upper left corner, cell width, 0, y of the upper left corner, 0, -cell height),
        in metres; north is up
    crs_wkt : coordinate reference system as WKT, '' if unknown
    """

    shape: tuple[int, int]
    transform: tuple[float, float, float, float, float, float]
    crs_wkt: str = ''

    @property
    def rows(self) -> int:
        return self.shape[0]

    @property
    def columns(self) -> int:
        return self.shape[1]

    @property
    def cell_width(self) -> float:
        """Metres from west to east."""
        return abs(self.transform[1])

    @property
    def cell_height(self) -> float:
        """Metres from north to south."""
        return abs(self.transform[5])

    @property
    def cell_area(self) -> float:
        """Square metres."""
        return self.cell_width * self.cell_height

    @property
    def cell_area_ha(self) -> float:
        return self.cell_area / 10000.0

    @property
    def extent(self) -> tuple[float, float, float, float]:
        """West, south, east, north."""
        west, width, _, north, _, height = self.transform
        return west, north + height * self.rows, west + width * self.columns, north

    def centre(self, row, column):
        """Map coordinates (x, y) of cell centres; arrays or numbers."""
        west, width, _, north, _, height = self.transform
        return west + (np.asarray(column) + 0.5) * width, north + (np.asarray(row) + 0.5) * height

    def cell(self, x, y):
        """(row, column) of the cells that hold the points; outside points give indices outside the shape."""
        west, width, _, north, _, height = self.transform
        column = np.floor((np.asarray(x) - west) / width).astype(np.int64)
        row = np.floor((np.asarray(y) - north) / height).astype(np.int64)
        return row, column

    def resized(self, rows: int, columns: int) -> Grid:
        """The same corner and cell size with another shape."""
        return replace(self, shape=(rows, columns))

    def part(self, top: int, left: int, shape: tuple[int, int]) -> Grid:
        """The grid of a window that begins at a row and a column."""
        west, width, _, north, _, height = self.transform
        return replace(self, shape=shape, transform=(west + left * width, width, 0.0, north + top * height, 0.0,
                                                     height))

    def difference(self, other: Grid, tolerance: float = 1e-3) -> str:
        """What keeps the two grids apart: 'shape', 'cell size', 'origin' or '' when they agree.

        The tolerance is a share of a cell: files written by different programs round differently.
        """
        if not (math.isclose(self.cell_width, other.cell_width, rel_tol=1e-6)
                and math.isclose(self.cell_height, other.cell_height, rel_tol=1e-6)):
            return 'cell size'
        if (abs(self.transform[0] - other.transform[0]) > tolerance * self.cell_width
                or abs(self.transform[3] - other.transform[3]) > tolerance * self.cell_height):
            return 'origin'
        if self.shape != other.shape:
            return 'shape'
        return ''


def check_same_shape(**arrays) -> tuple[int, ...]:
    """The common shape of named arrays.

    Raises
    ------
    GridMismatchError : names the first array that differs and both shapes
    """
    named = [(name, np.shape(array)) for name, array in arrays.items() if array is not None]
    first, shape = named[0]
    for name, other in named[1:]:
        if other != shape:
            raise GridMismatchError(
                '{name} has {other} cells but {first} has {shape}; bring both onto one grid with Align rasters.',
                name=name, other=' x '.join(map(str, other)), first=first, shape=' x '.join(map(str, shape)))
    return shape
