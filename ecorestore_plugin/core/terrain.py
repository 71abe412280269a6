"""Shape of the land: slope, aspect, roughness, relief and the window it is best seen in."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .change_point import mean_change_points
from .checks import check_not_empty, never, silent, stop_if
from .errors import ParameterError
from .window import window_cells, window_mean

NEIGHBOURS = ((-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1))


def gradient(elevation, cell_width, cell_height):
    """Rise per metre towards east and towards north by Horn's third-order finite difference.

    Beyond the edge the surface goes on as a plane; a missing neighbour inside is mirrored through the cell
    (twice the cell minus its opposite neighbour) or, where that is missing too, has the cell's own height.

    Parameters
    ----------
    elevation : (rows, cols) float array, metres, NaN where unknown
    cell_width, cell_height : metres

    Returns
    -------
    two (rows, cols) float arrays, metres per metre, NaN where ``elevation`` is

    Source: Horn 1981, Proceedings of the IEEE 69, doi:10.1109/PROC.1981.11918
    """
    heights = np.asarray(elevation, dtype=float)
    check_cell(cell_width, cell_height)
    padded = np.pad(heights, 1, mode='reflect', reflect_type='odd') if min(heights.shape) > 1 else _pad_thin(heights)
    rows, columns = heights.shape

    def seen(down, right):
        return padded[1 + down:1 + down + rows, 1 + right:1 + right + columns]

    def neighbour(down, right):
        value = seen(down, right)
        value = np.where(np.isnan(value), 2 * heights - seen(-down, -right), value)
        return np.where(np.isnan(value), heights, value)

    z = {step: neighbour(*step) for step in NEIGHBOURS}
    east = (z[-1, 1] + 2 * z[0, 1] + z[1, 1] - z[-1, -1] - 2 * z[0, -1] - z[1, -1]) / (8 * cell_width)
    north = (z[-1, -1] + 2 * z[-1, 0] + z[-1, 1] - z[1, -1] - 2 * z[1, 0] - z[1, 1]) / (8 * cell_height)
    # The cell itself has no weight in Horn's sums, so its being unknown has to be put back.
    unknown = np.isnan(heights)
    return np.where(unknown, np.nan, east), np.where(unknown, np.nan, north)


def _pad_thin(heights):
    """One cell around a raster of a single row or column: a plane along it, level across it."""
    for axis in (0, 1):
        widths = [(0, 0), (0, 0)]
        widths[axis] = (1, 1)
        if heights.shape[axis] > 1:
            heights = np.pad(heights, widths, mode='reflect', reflect_type='odd')
        else:
            heights = np.pad(heights, widths, mode='edge')
    return heights


def check_cell(cell_width, cell_height):
    """Both sides of a cell are above 0.

    Raises
    ------
    ParameterError
    """
    if not (cell_width > 0 and cell_height > 0):
        raise ParameterError('The cell is {width} x {height} metres; both sides must be above 0.',
                             width=f'{cell_width:g}', height=f'{cell_height:g}')


def slope(elevation, cell_width, cell_height):
    """Steepness in degrees by Horn's method; edges as in :func:`gradient`.

    Parameters
    ----------
    elevation : (rows, cols) float array, metres, NaN where unknown
    cell_width, cell_height : metres

    Returns
    -------
    (rows, cols) float array, 0 to 90 degrees, NaN where ``elevation`` is

    Source: Horn 1981, Proceedings of the IEEE 69, doi:10.1109/PROC.1981.11918
    """
    return slope_of_rise(*gradient(elevation, cell_width, cell_height))


def slope_of_rise(east, north):
    """Steepness in degrees from the rise towards east and north; see :func:`gradient`."""
    return np.degrees(np.arctan(np.hypot(east, north)))


def aspect(elevation, cell_width, cell_height):
    """Direction a slope faces, in degrees clockwise from north; edges as in :func:`gradient`.

    Returns
    -------
    (rows, cols) float array, 0 (north) to below 360, NaN on level ground and where ``elevation`` is unknown
    """
    east, north = gradient(elevation, cell_width, cell_height)
    facing = np.degrees(np.arctan2(-east, -north)) % 360.0
    return np.where((east == 0) & (north == 0), np.nan, np.where(facing == 360.0, 0.0, facing))


def surface_roughness(elevation, cell_width, cell_height):
    """Area of the surface over its area on the map, 1 / cos(slope).

    Returns
    -------
    (rows, cols) float array, 1 on level ground, NaN where ``elevation`` is unknown
    """
    east, north = gradient(elevation, cell_width, cell_height)
    return np.sqrt(1.0 + east ** 2 + north ** 2)


def relief(elevation, cell_width, cell_height, window=1000.0):
    """Highest minus lowest elevation in a square window around each cell.

    Parameters
    ----------
    elevation : (rows, cols) float array, metres, NaN where unknown
    cell_width, cell_height : metres
    window : side of the window in metres; the nearest odd number of cells is taken, at least three

    Returns
    -------
    (rows, cols) float array, metres, NaN where ``elevation`` is; unknown cells in the window are left out
    """
    heights = np.asarray(elevation, dtype=float)
    highest, lowest = _extremes(heights, relief_cells(window, cell_width, cell_height))
    return highest - lowest


def relief_cells(window, cell_width, cell_height):
    """Rows and columns of the window of relief: the nearest odd numbers, at least three."""
    check_cell(cell_width, cell_height)
    if not window > 0:
        raise ParameterError('The relief window is {window} metres; it must be above 0.', window=f'{window:g}')
    return tuple(max(3, cells) for cells in window_cells(window, cell_width, cell_height))


def _extremes(heights, size):
    """Highest and lowest known elevation in the window, NaN where the cell is unknown."""
    from scipy import ndimage
    unknown = np.isnan(heights)
    highest = ndimage.maximum_filter(np.where(unknown, -np.inf, heights), size, mode='constant', cval=-np.inf)
    lowest = ndimage.minimum_filter(np.where(unknown, np.inf, heights), size, mode='constant', cval=np.inf)
    return np.where(unknown, np.nan, highest), np.where(unknown, np.nan, lowest)


def incision_depth(elevation, cell_width, cell_height, window=1000.0):
    """How deeply the surface is cut: mean minus lowest elevation in a square window, the window of :func:`relief`.

    Returns
    -------
    (rows, cols) float array, metres, NaN where ``elevation`` is; unknown cells in the window are left out
    """
    heights = np.asarray(elevation, dtype=float)
    size = relief_cells(window, cell_width, cell_height)
    known = ~np.isnan(heights)
    base = float(heights[known].mean()) if known.any() else 0.0
    # Sums of heights above their mean lose fewer digits than sums of heights.
    mean = window_mean(heights - base, known, size) + base
    return np.maximum(mean - _extremes(heights, size)[1], 0.0)


@dataclass(frozen=True)
class ReliefCurve:
    """Mean relief over windows of growing size, and where its growth changes.

    Attributes
    ----------
    windows : (n,) metres, side of each window
    relief : (n,) metres, mean over the known cells
    logarithm : (n,) ln(mean relief / window area)
    gain : (n,) S - S_i of the mean change point method, NaN for the first
    best : position of the window at the change point
    """

    windows: np.ndarray
    relief: np.ndarray
    logarithm: np.ndarray
    gain: np.ndarray
    best: int


def relief_curve(elevation, cell_width, cell_height, largest=None, progress=silent, cancelled=never) -> ReliefCurve:
    """The window in which relief is best seen, by the mean change point method.

    Mean relief grows quickly with small windows and slowly with large ones. For windows of 3 x 3, 5 x 5 ... cells the
    sequence ln(mean relief / window area) is cut in two where its parts scatter least around their means; the first
    window after the cut is the best one.

    Parameters
    ----------
    elevation : (rows, cols) float array, metres, NaN where unknown
    cell_width, cell_height : metres
    largest : side of the largest window in metres; 41 cells when None, never more than the raster

    Raises
    ------
    EmptyInputError : no cell is known
    ParameterError : fewer than five windows, level land

    Source: Han, Gao, Yi et al. 2012, Scientia Geographica Sinica 32(1):101-104
    """
    check_cell(cell_width, cell_height)
    heights = np.asarray(elevation, dtype=float)
    known = ~np.isnan(heights)
    check_not_empty('elevation', known)
    side = max(cell_width, cell_height)
    across = min(heights.shape[0] * cell_height, heights.shape[1] * cell_width)
    largest = min(41 * side if largest is None else largest, across)
    windows = np.arange(3, int(largest / side + 1e-9) + 1, 2) * side
    if windows.size < 5:
        raise ParameterError('Only {count} windows of 3 x 3 cells and more fit into {largest} m; the change point '
                             'needs at least five. Allow larger windows or give the window by hand.',
                             count=windows.size, largest=f'{largest:g}')
    means = np.empty(windows.size)
    for position, window in enumerate(windows):
        stop_if(cancelled)
        progress(position / windows.size, 'Relief in a window of {window} m', window=f'{window:g}')
        means[position] = relief(heights, cell_width, cell_height, window)[known].mean()
    if not means[0] > 0:
        raise ParameterError('The land is level, so no window of relief is better than another. Give the window by '
                             'hand.')
    areas = [np.prod(relief_cells(window, cell_width, cell_height)) * cell_width * cell_height for window in windows]
    logarithm = np.log(means / areas)
    gain = mean_change_points(logarithm)
    return ReliefCurve(windows, means, logarithm, gain, int(np.nanargmax(gain)))
