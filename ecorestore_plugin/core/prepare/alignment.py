"""One grid for many rasters."""

from __future__ import annotations

import math

import numpy as np

from ..errors import ParameterError
from ..grid import Grid

RESAMPLING = {'class': 'near', 'continuous': 'bilinear', 'amount': 'sum', 'density': 'average'}
SUSPICIOUS_M = (300.0, 800.0)


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


def boundary_shift(box, reference, tolerance):
    """How far one area lies from another of the same size: the (east, north) shift in metres.

    Parameters
    ----------
    box, reference : (west, south, east, north) of the two areas
    tolerance : metres by which opposite edges may disagree, such as two cells

    Returns
    -------
    (east, north), or None where the boxes differ in size, so that no shift can be told
    """
    differences = np.subtract(box, reference)
    east, north = (differences[0] + differences[2]) / 2, (differences[1] + differences[3]) / 2
    if abs(differences[0] - differences[2]) > 2 * tolerance or abs(differences[1] - differences[3]) > 2 * tolerance:
        return None
    return float(east), float(north)


def is_suspicious(shift):
    """Whether a shift is of the size that offset Chinese web-map boundaries (GCJ-02) show."""
    return shift is not None and SUSPICIOUS_M[0] <= math.hypot(*shift) <= SUSPICIOUS_M[1]


def gcj02_shift(longitude, latitude):
    """Metres (east, north) by which web maps in China displace a WGS 84 position.

    Returns
    -------
    (0, 0) outside China

    Source: the publicly known approximation of the GCJ-02 offset.
    """
    if not (72.004 <= longitude <= 137.8347 and 0.8293 <= latitude <= 55.8271):
        return 0.0, 0.0
    x, y = longitude - 105.0, latitude - 35.0
    root, pi = math.sqrt(abs(x)), math.pi
    waves = 20.0 * (math.sin(6 * pi * x) + math.sin(2 * pi * x))
    north = (-100.0 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
             + (waves + 20.0 * math.sin(pi * y) + 40.0 * math.sin(pi * y / 3)
                + 160.0 * math.sin(pi * y / 12) + 320.0 * math.sin(pi * y / 30)) * 2.0 / 3.0)
    east = (300.0 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
            + (waves + 20.0 * math.sin(pi * x) + 40.0 * math.sin(pi * x / 3)
               + 150.0 * math.sin(pi * x / 12) + 300.0 * math.sin(pi * x / 30)) * 2.0 / 3.0)
    return east, north
