"""Landscape indicators of resilience in a moving window: diversity, elasticity, land use intensity, road density."""

from __future__ import annotations

import numpy as np

from ..checks import check_positive, never, silent
from ..lookup import class_values
from ..window import MINIMUM_SHARE, shannon_diversity, window_mean


def ecological_elasticity(codes, valid, scores, size, diversity=False, minimum_share=0.0, progress=silent,
                          cancelled=never) -> np.ndarray:
    """Ecological elasticity: sum of elasticity score x cover share over the classes of a moving window.

    With ``diversity`` the sum is multiplied by the Shannon diversity of the window (the form ECO = H sum S P), where
    half of the window is known; that form gives 0 for a landscape of one class, a closed forest included, and is
    therefore not the default.

    Parameters
    ----------
    codes, valid, size, minimum_share : as in :func:`..window.shannon_diversity`
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


def night_light_index(radiance, size) -> np.ndarray:
    """Night light index of a moving window: 0.8 x mean radiance + 0.2 x share of lit cells (radiance above 0).

    Parameters
    ----------
    radiance : (rows, cols) float array, NaN where unknown; negative noise counts as 0
    size : (rows, columns) of the window
    """
    light = np.maximum(np.asarray(radiance, dtype=float), 0.0)
    known = ~np.isnan(light)
    return 0.8 * window_mean(light, known, size) + 0.2 * window_mean(light > 0, known, size)


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
    # Most roads of a country lie outside a block of rows.
    near = ((np.maximum(ends[:, 0], ends[:, 2]) >= 0) & (np.minimum(ends[:, 0], ends[:, 2]) < shape[1])
            & (np.maximum(ends[:, 1], ends[:, 3]) >= 0) & (np.minimum(ends[:, 1], ends[:, 3]) < shape[0]))
    ends, segments = ends[near], segments[near]
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
