"""Steps between the cells of a raster: in which order, how long, and how they are named."""

from __future__ import annotations

import numpy as np

from ..errors import EmptyInputError, ParameterError, SolverError
from ..grid import Grid

# Steps in reading order, so that the neighbours of a cell come sorted by cell number.
STEPS = ((-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1))
# East, south-west, south and south-east see every pair of neighbours once.
HALF_OF_STEPS = ((0, 1), (1, -1), (1, 0), (1, 1))
SOURCE_CELL = 0
NOT_REACHED = 255
# Direction codes by (row step + 1, column step + 1): 1 east, then clockwise to 8 north-east.
DIRECTION_CODES = np.array([[6, 7, 8], [5, SOURCE_CELL, 1], [4, 3, 2]], dtype=np.uint8)


def step_length(down, right, grid: Grid):
    """Metres between the centres of two cells ``down`` rows and ``right`` columns apart."""
    return np.hypot(np.multiply(down, grid.cell_height), np.multiply(right, grid.cell_width))


def check_neighbours(neighbours) -> None:
    """Cells have 4 or 8 neighbours."""
    if neighbours not in (4, 8):
        raise ParameterError('Cells have 4 or 8 neighbours, not {neighbours}.', neighbours=neighbours)


def check_any_source(count) -> None:
    """A search starts somewhere."""
    if not count:
        raise EmptyInputError('No source lies on a cell with resistance. '
                              'Check that the sources overlap the resistance raster.')


def vanished() -> SolverError:
    """What to raise where a cost is no more than that of the cell before."""
    return SolverError('The resistances differ by so many orders of magnitude that some steps vanish in the '
                       'sum. Raise the smallest resistances or lower the largest.')
