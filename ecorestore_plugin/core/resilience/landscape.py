"""Landscape indicators of resilience in a moving window: diversity, elasticity, land use intensity, road density."""

from __future__ import annotations

import numpy as np

from ..checks import check_positive, check_share, never, silent, stop_if
from ..errors import ParameterError
from ..lookup import class_values

MINIMUM_SHARE = 0.5


def window_cells(window, cell_width, cell_height):
    """Rows and columns of a square window: the nearest odd numbers, at least one.

    Parameters
    ----------
    window : side of the window in metres

    Raises
    ------
    ParameterError : a side of 0 or less
    """
    if not (window > 0 and cell_width > 0 and cell_height > 0):
        raise ParameterError('The window is {window} metres and the cell {width} x {height}; all must be above 0.',
                             window=f'{window:g}', width=f'{cell_width:g}', height=f'{cell_height:g}')
    return tuple(max(1, 2 * round((window / side - 1) / 2) + 1) for side in (cell_height, cell_width))


def window_sum(array, size) -> np.ndarray:
    """Sum in a window around every cell; beyond the edge there is nothing. Exact for integers and flags.

    Parameters
    ----------
    array : (rows, cols); size : (rows, columns) of the window, odd
    """
    array = np.asarray(array)
    total = array.astype(np.int64 if array.dtype.kind in 'biu' else np.float64)
    for axis, cells in enumerate(size):
        length = total.shape[axis]
        reach = min(cells // 2, length)
        running = np.concatenate([np.zeros_like(total.take([0], axis)), np.cumsum(total, axis)], axis)
        places = np.arange(length)
        total = (running.take(np.minimum(places + reach + 1, length), axis)
                 - running.take(np.maximum(places - reach, 0), axis))
    return total


def shannon_diversity(codes, valid, size, minimum_share=MINIMUM_SHARE, progress=silent, cancelled=never) -> np.ndarray:
    """Shannon diversity index of the classes in a moving window, -sum p ln p over the known cells of the window.

    Parameters
    ----------
    codes : (rows, cols) integers; valid : bool array, False where unknown
    size : (rows, columns) of the window, see :func:`window_cells`
    minimum_share : share of the whole window (the part beyond the edge included) that must be known

    Returns
    -------
    (rows, cols) float array, NaN where ``valid`` is False or too little of the window is known

    Source: Shannon 1948, doi:10.1002/j.1538-7305.1948.tb01338.x; McGarigal & Marks 1995 (SHDI)
    """
    check_share('minimum_share', minimum_share)
    valid = np.asarray(valid, dtype=bool)
    known = window_sum(valid, size)
    present = np.unique(np.asarray(codes)[valid])
    diversity = np.zeros(valid.shape)
    for position, code in enumerate(present):
        stop_if(cancelled)
        progress(position / present.size, 'Diversity: class {number} of {classes}', number=position + 1,
                 classes=present.size)
        share = window_sum(valid & (codes == code), size) / np.maximum(known, 1)
        diversity -= share * np.log(np.where(share > 0, share, 1))
    # Minus zero looks odd in a table.
    return _where_known(diversity + 0.0, valid, known, size, minimum_share)


def window_mean(values, valid, size, minimum_share=0.0) -> np.ndarray:
    """Mean over the known cells of a moving window; NaN where ``valid`` is False.

    Parameters as in :func:`shannon_diversity`; ``values`` are floats.
    """
    valid = np.asarray(valid, dtype=bool)
    known = window_sum(valid, size)
    total = window_sum(np.where(valid, np.asarray(values, dtype=float), 0.0), size)
    return _where_known(total / np.maximum(known, 1), valid, known, size, minimum_share)


def ecological_elasticity(codes, valid, scores, size, diversity=False, minimum_share=0.0, progress=silent,
                          cancelled=never) -> np.ndarray:
    """Ecological elasticity: sum of elasticity score x cover share over the classes of a moving window.

    With ``diversity`` the sum is multiplied by the Shannon diversity of the window (the form ECO = H sum S P), where
    half of the window is known; that form gives 0 for a landscape of one class, a closed forest included, and is
    therefore not the default.

    Parameters
    ----------
    codes, valid, size, minimum_share : as in :func:`shannon_diversity`
    scores : mapping code -> score, 0 (cannot recover) to 1

    Returns
    -------
    (rows, cols) float array, NaN where unknown

    Raises
    ------
    MissingCodeError : a code without a score
    """
    per_cell = class_values('landcover', codes, valid, list(scores), list(scores.values()))
    elasticity = window_mean(per_cell, valid, size, minimum_share)
    if diversity:
        share = max(minimum_share, MINIMUM_SHARE)
        elasticity = elasticity * shannon_diversity(codes, valid, size, share, progress, cancelled)
    return elasticity


def land_use_intensity(codes, valid, degrees, size, minimum_share=0.0) -> np.ndarray:
    """Comprehensive index of land use intensity: 100 x sum of class degree x cover share in a moving window.

    Parameters
    ----------
    degrees : mapping code -> degree, 1 (unused) to 4 (built-up)

    Returns
    -------
    (rows, cols) float array, 100 to 400 with the usual degrees, NaN where unknown

    Raises
    ------
    MissingCodeError : a code without a degree

    Source: Zhuang & Liu 1997, comprehensive index of land use degree
    """
    per_cell = class_values('landcover', codes, valid, list(degrees), list(degrees.values()))
    return 100 * window_mean(per_cell, valid, size, minimum_share)


def population_density(persons, cell_area) -> np.ndarray:
    """Persons per km2 from persons per cell.

    Parameters
    ----------
    persons : (rows, cols) floats, NaN where unknown; cell_area : m2
    """
    check_positive('Cell area', [cell_area])
    return np.asarray(persons, dtype=float) * (1e6 / cell_area)


def night_light(radiance) -> np.ndarray:
    """Logarithm of night light, ln(1 + radiance); the small negative radiances of the sensor's noise count as 0."""
    return np.log1p(np.maximum(np.asarray(radiance, dtype=float), 0.0))


def line_length(segments, shape, transform) -> np.ndarray:
    """Metres of line in every cell.

    Parameters
    ----------
    segments : (n, 4) floats x1, y1, x2, y2 in map metres
    shape, transform : of the Grid

    Returns
    -------
    (rows, cols) float array, 0 where there is no line
    """
    segments = np.asarray(segments, dtype=float).reshape(-1, 4)
    west, width, _, north, _, height = transform
    ends = np.column_stack([(segments[:, 0] - west) / width, (segments[:, 1] - north) / height,
                            (segments[:, 2] - west) / width, (segments[:, 3] - north) / height])
    metres = np.hypot(segments[:, 2] - segments[:, 0], segments[:, 3] - segments[:, 1])
    owner, cut = _cuts(ends)
    order = np.lexsort((cut, owner))
    owner, cut = owner[order], cut[order]
    same = owner[1:] == owner[:-1]
    part, owner, middle = np.diff(cut)[same], owner[1:][same], ((cut[1:] + cut[:-1]) / 2)[same]
    column = np.floor(ends[owner, 0] + middle * (ends[owner, 2] - ends[owner, 0])).astype(np.int64)
    row = np.floor(ends[owner, 1] + middle * (ends[owner, 3] - ends[owner, 1])).astype(np.int64)
    inside = (row >= 0) & (row < shape[0]) & (column >= 0) & (column < shape[1])
    flat = row[inside] * shape[1] + column[inside]
    return np.bincount(flat, (part * metres[owner])[inside], minlength=shape[0] * shape[1]).reshape(shape)


def _cuts(ends):
    """Where segments begin, end and cross cell edges: (segment number, position 0 to 1) of every cut."""
    owners, cuts = [np.tile(np.arange(len(ends)), 2)], [np.repeat([0.0, 1.0], len(ends))]
    for start, end in ((ends[:, 0], ends[:, 2]), (ends[:, 1], ends[:, 3])):
        low, high = np.minimum(start, end), np.maximum(start, end)
        first = np.floor(low).astype(np.int64) + 1
        count = np.maximum(np.ceil(high).astype(np.int64) - first, 0)
        owner = np.repeat(np.arange(len(ends)), count)
        edge = first[owner] + np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
        owners.append(owner)
        cuts.append((edge - start[owner]) / (end - start)[owner])
    return np.concatenate(owners), np.concatenate(cuts)


def line_density(segments, valid, shape, transform, size) -> np.ndarray:
    """Kilometres of line per km2 of known area in a moving window.

    Parameters
    ----------
    segments, shape, transform : as in :func:`line_length`
    valid : (rows, cols) bool; size : (rows, columns) of the window

    Returns
    -------
    (rows, cols) float array, km/km2, NaN where ``valid`` is False
    """
    metres = line_length(segments, shape, transform)
    cell_area = abs(transform[1] * transform[5])
    return window_mean(metres, valid, size) * (1000.0 / cell_area)


def _where_known(values, valid, known, size, minimum_share):
    enough = valid & (known >= minimum_share * size[0] * size[1])
    return np.where(enough, values, np.nan)
