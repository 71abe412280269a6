"""One grid for many rasters."""

from __future__ import annotations

import math

import numpy as np

from ..errors import ParameterError
from ..grid import Grid

RESAMPLING = {'class': 'near', 'continuous': 'bilinear', 'amount': 'sum', 'density': 'average'}


def snapped_grid(extent, cell, crs_wkt=''):
    """The grid that covers an extent, its edges on multiples of the cell size.

    Parameters
    ----------
    extent : (west, south, east, north) in metres
    cell : metres

    Raises
    ------
    ParameterError : an extent without area, or a cell that is not positive
    """
    west, south, east, north = extent
    if not (cell > 0 and east > west and north > south):
        raise ParameterError('The extent ({extent}) and the cell size ({cell}) give no grid; choose an extent with an '
                             'area and a positive cell size.', extent=', '.join(f'{v:g}' for v in extent),
                             cell=f'{cell:g}')
    left, right = math.floor(west / cell + 1e-9), math.ceil(east / cell - 1e-9)
    bottom, top = math.floor(south / cell + 1e-9), math.ceil(north / cell - 1e-9)
    return Grid((top - bottom, right - left), (left * cell, float(cell), 0.0, top * cell, 0.0, -float(cell)), crs_wkt)


def grid_offset(grid, reference):
    """How far the cells of a grid lie from those of another, in cells of the reference, 0 to 0.5 each way."""
    shift = []
    for origin, other, size in ((grid.transform[0], reference.transform[0], reference.cell_width),
                                (grid.transform[3], reference.transform[3], reference.cell_height)):
        cells = (origin - other) / size
        shift.append(abs(cells - round(cells)))
    return tuple(shift)


def unique_names(names):
    """Names made distinct by _2, _3 ..., letter case aside."""
    taken, result = set(), []
    for name in names:
        candidate, number = name, 1
        while candidate.lower() in taken:
            number += 1
            candidate = f'{name}_{number}'
        taken.add(candidate.lower())
        result.append(candidate)
    return result


def valid_box(valid, grid):
    """(west, south, east, north) of the cells with data, or None without any."""
    rows, columns = np.flatnonzero(valid.any(axis=1)), np.flatnonzero(valid.any(axis=0))
    if not rows.size:
        return None
    west, width, _, north, _, height = grid.transform
    return (west + columns[0] * width, north + (rows[-1] + 1) * height,
            west + (columns[-1] + 1) * width, north + rows[0] * height)
