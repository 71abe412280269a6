"""Layers that lie beside the others the way web maps in China do (GCJ-02)."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

SUSPICIOUS_M = (300.0, 800.0)
AXIS = 6378245.0  # Krasovsky 1940, in which the published offset is written
ECCENTRICITY = 0.00669342162296594323
REACH = 1500.0
MOST_POINTS = 300_000
SAMPLE = 3000
FEWEST = 20


def gcj02_shift(longitude, latitude):
    """Metres (east, north) by which web maps in China displace a WGS 84 position.

    Parameters
    ----------
    longitude, latitude : degrees, numbers or arrays

    Returns
    -------
    two floats or arrays, 0 outside China

    Source: the publicly known approximation of the GCJ-02 offset.
    """
    longitude, latitude = np.asarray(longitude, dtype=float), np.asarray(latitude, dtype=float)
    inside = (longitude >= 72.004) & (longitude <= 137.8347) & (latitude >= 0.8293) & (latitude <= 55.8271)
    x, y = longitude - 105.0, latitude - 35.0
    root, pi = np.sqrt(np.abs(x)), math.pi
    waves = 20.0 * (np.sin(6 * pi * x) + np.sin(2 * pi * x))
    north = (-100.0 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
             + (waves + 20.0 * np.sin(pi * y) + 40.0 * np.sin(pi * y / 3)
                + 160.0 * np.sin(pi * y / 12) + 320.0 * np.sin(pi * y / 30)) * 2.0 / 3.0)
    east = (300.0 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
            + (waves + 20.0 * np.sin(pi * x) + 40.0 * np.sin(pi * x / 3)
               + 150.0 * np.sin(pi * x / 12) + 300.0 * np.sin(pi * x / 30)) * 2.0 / 3.0)
    return np.where(inside, east, 0.0)[()], np.where(inside, north, 0.0)[()]


def gcj02_from_wgs84(longitude, latitude):
    """Where web maps in China show a WGS 84 position: longitude, latitude in degrees, unchanged outside China."""
    east, north = gcj02_shift(longitude, latitude)
    radians = np.radians(latitude)
    flattened = 1.0 - ECCENTRICITY * np.sin(radians) ** 2
    meridian = AXIS * (1.0 - ECCENTRICITY) / flattened ** 1.5
    parallel = AXIS / np.sqrt(flattened) * np.cos(radians)
    return longitude + np.degrees(east / parallel), latitude + np.degrees(north / meridian)


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


def mask_outline(valid, transform) -> np.ndarray:
    """Edges between cells with and without data, the edge of the raster left out.

    Parameters
    ----------
    valid : (rows, cols) bool; transform : of the Grid

    Returns
    -------
    (n, 4) floats x1, y1, x2, y2
    """
    valid = np.asarray(valid, dtype=bool)
    west, width, _, north, _, height = transform
    row, column = np.nonzero(valid[1:] != valid[:-1])
    level = np.column_stack([west + column * width, north + (row + 1) * height,
                             west + (column + 1) * width, north + (row + 1) * height])
    row, column = np.nonzero(valid[:, 1:] != valid[:, :-1])
    upright = np.column_stack([west + (column + 1) * width, north + row * height,
                               west + (column + 1) * width, north + (row + 1) * height])
    return np.concatenate([level, upright]).astype(float).reshape(-1, 4)


def points_along(segments, spacing) -> np.ndarray:
    """Points on line segments at most ``spacing`` apart.

    Parameters
    ----------
    segments : (n, 4) floats x1, y1, x2, y2

    Returns
    -------
    (m, 2) floats
    """
    segments = np.asarray(segments, dtype=float).reshape(-1, 4)
    length = np.hypot(segments[:, 2] - segments[:, 0], segments[:, 3] - segments[:, 1])
    count = np.maximum(np.ceil(length / spacing).astype(np.int64), 1)
    owner = np.repeat(np.arange(len(segments)), count)
    place = (np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count) + 0.5) / count[owner]
    start, stop = segments[owner, :2], segments[owner, 2:]
    return start + (stop - start) * place[:, np.newaxis]


def sample_points(segments) -> np.ndarray:
    """Some thousand points spread evenly along line segments."""
    segments = np.asarray(segments, dtype=float).reshape(-1, 4)
    length = np.hypot(segments[:, 2] - segments[:, 0], segments[:, 3] - segments[:, 1]).sum()
    points = points_along(segments, max(length / SAMPLE, 1.0))
    return points[::max(len(points) // SAMPLE, 1)]


@dataclass(frozen=True)
class Displacement:
    """A GCJ-02 displacement between two layers.

    Attributes
    ----------
    of_reference : the reference is displaced, not the layer
    east, north : metres by which the displaced one lies from the other, as observed
    expected : metres by which GCJ-02 displaces here
    before, after : median distance in metres between the outlines as they lie, and with the shift taken back
    """

    of_reference: bool
    east: float
    north: float
    expected: float
    before: float
    after: float


def find_displacement(points, reference, shift, cell=0.0):
    """Whether an outline lies beside another by the GCJ-02 shift of the place.

    The outlines are compared as they lie, with the shift taken off the layer, and with it taken off the reference. A
    displacement is reported where one of the latter brings most of the outline together, and the offset observed,
    which is then fitted freely, agrees with the expected one.

    Parameters
    ----------
    points : (n, 2) floats, points on the outline of the layer, metres
    reference : (m, 4) floats, line segments of the reference's outline
    shift : (n, 2) floats, GCJ-02 shift at the points, metres in the same system
    cell : cell size in metres where the reference is the outline of a raster

    Returns
    -------
    Displacement or None
    """
    from scipy.spatial import cKDTree
    points, shift = np.asarray(points, dtype=float), np.asarray(shift, dtype=float)
    reference = _nearby(np.asarray(reference, dtype=float).reshape(-1, 4), points)
    size = float(np.median(np.hypot(*shift.T))) if len(points) else 0.0
    if not size or not len(reference):
        return None
    length = np.hypot(reference[:, 2] - reference[:, 0], reference[:, 3] - reference[:, 1]).sum()
    tree = cKDTree(points_along(reference, max(length / MOST_POINTS, 10.0)))
    distances = np.array([tree.query(points + sign * shift)[0] for sign in (0, -1, 1)])
    near = distances.min(axis=0) <= REACH
    if near.sum() < FEWEST:
        return None
    before, *after = np.median(distances[:, near], axis=1).tolist()
    best = int(np.argmin(after))
    if after[best] > 0.6 * before or after[best] > 0.2 * size + 0.2 * cell:
        return None
    sign = (-1, 1)[best]
    residual = _fitted(points[near] + sign * shift[near], tree)
    observed = np.median(shift[near], axis=0) + sign * residual
    off = math.hypot(*residual)
    if off > 0.2 * size + 0.2 * cell:
        return None
    return Displacement(sign > 0, float(observed[0]), float(observed[1]), size, before, after[best])


def _nearby(segments, points):
    """Segments within reach of the box of the points."""
    if not len(points):
        return segments[:0]
    low, high = points.min(axis=0) - 2 * REACH, points.max(axis=0) + 2 * REACH
    x, y = segments[:, ::2], segments[:, 1::2]
    inside = (x.max(1) >= low[0]) & (x.min(1) <= high[0]) & (y.max(1) >= low[1]) & (y.min(1) <= high[1])
    return segments[inside]


def _fitted(points, tree, rounds=12):
    """The small (east, north) move that brings points best onto an outline, by iterated closest points."""
    move = np.zeros(2)
    for _ in range(rounds):
        distance, place = tree.query(points + move)
        close = distance <= 2 * np.median(distance) + 1.0
        move = move + (tree.data[place] - points - move)[close].mean(axis=0)
    return move
