"""Diversity in a moving window with a running class histogram; imported in workers only, never in QGIS.

The same sums in the same order as the numpy path of window.py, so that no digit differs.
"""

import numba
import numpy as np


@numba.njit(cache=True, nogil=True, error_model='numpy')
def _index(histogram, tables):
    """Shannon index of a histogram, NaN where too little is known, and the number of classes in it.

    Without a branch per class: an empty class adds 0 to every sum.
    """
    logarithm, weighted, least = tables
    known, kinds, total = 0, 0, 0.0
    for count in histogram:
        known += count
        kinds += count > 0
        total += weighted[np.uint32(count)]
    if known < least:
        return np.nan, kinds
    if kinds <= 1:
        return 0.0, kinds
    return max(logarithm[known] - total / known, 0.0), kinds


@numba.njit(cache=True, nogil=True, error_model='numpy')
def square_diversity(ranks, start, stop, reach, classes, tables, shannon, kinds):
    """Shannon index and number of classes of the rows from ``start`` to ``stop``; arguments as in window.py.

    Counts of whole columns move down, their sum moves right: the work per cell does not grow with the window.
    Nothing leaves or enters beyond the edges: there the counts stay 0.
    """
    rows, columns = ranks.shape
    half, side = len(reach) // 2, min(reach[0], columns)
    column = np.zeros((columns + 2 * side + 1, classes + 1), np.int32)  # side + 1 to the left of the raster
    inside = column[side + 1:]
    histogram = np.zeros(classes, np.int32)
    for row in range(max(start - half, 0), min(start + half, rows)):
        for place in range(columns):
            inside[place, ranks[row, place]] += 1
    for row in range(start, stop):
        if row + half < rows:
            for place in range(columns):
                inside[place, ranks[row + half, place]] += 1
        if row - half - 1 >= 0 and row > start:
            for place in range(columns):
                inside[place, ranks[row - half - 1, place]] -= 1
        histogram[:] = 0
        for place in range(side):
            for kind in range(classes):
                histogram[kind] += inside[place, kind]
        indices, numbers = shannon[row - start], kinds[row - start]
        for place in range(columns):
            enters, leaves = column[place + 2 * side + 1], column[place]
            for kind in range(classes):
                histogram[kind] += enters[kind] - leaves[kind]
            index, numbers[place] = _index(histogram, tables)
            indices[place] = index if ranks[row, place] != classes else np.nan


@numba.njit(cache=True, nogil=True, error_model='numpy')
def chord_diversity(ranks, start, stop, reach, classes, tables, shannon, kinds):
    """The same for a window of any convex shape: its right edge comes in, its left edge goes out."""
    rows, columns = ranks.shape
    half = len(reach) // 2
    histogram = np.zeros(classes + 1, np.int32)
    for row in range(start, stop):
        first, last = max(row - half, 0), min(row + half, rows - 1)
        histogram[:] = 0
        for other in range(first, last + 1):
            for place in range(min(reach[other - row + half], columns)):
                histogram[ranks[other, place]] += 1
        indices, numbers = shannon[row - start], kinds[row - start]
        for place in range(columns):
            for other in range(first, last + 1):
                side = reach[other - row + half]
                if place + side < columns:
                    histogram[ranks[other, place + side]] += 1
                if place - side - 1 >= 0:
                    histogram[ranks[other, place - side - 1]] -= 1
            index, numbers[place] = _index(histogram[:-1], tables)
            indices[place] = index if ranks[row, place] != classes else np.nan
