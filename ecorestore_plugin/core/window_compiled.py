"""Diversity in a moving window with a running class histogram; imported in workers only, never in QGIS.

The same sums in the same order as the numpy path of window.py, so that no digit differs.
"""

import numba
import numpy as np


@numba.njit(cache=True)
def _index(histogram, classes, logarithm, weighted, least):
    """Shannon index of a histogram, NaN where too little is known, and the number of classes in it."""
    known, richness, total = 0, 0, 0.0
    for kind in range(classes):
        count = histogram[kind]
        if count > 0:
            known += count
            richness += 1
            total += weighted[count]
    if known < least:
        return np.nan, richness
    if richness <= 1:
        return 0.0, richness
    return max(logarithm[known] - total / known, 0.0), richness


@numba.njit(cache=True)
def square_diversity(ranks, start, stop, reach, classes, logarithm, weighted, least):
    """Shannon index and richness of the rows from ``start`` to ``stop``; arguments as in window.py.

    Counts of whole columns move down, their sum moves right: the work per cell does not grow with the window.
    """
    rows, columns = ranks.shape
    half, side = len(reach) // 2, min(reach[0], columns)
    shannon = np.full((stop - start, columns), np.nan)
    richness = np.zeros((stop - start, columns), np.uint16)
    column = np.zeros((columns, classes + 1), np.int32)
    histogram = np.zeros(classes, np.int64)
    for row in range(max(start - half, 0), min(start + half, rows)):
        for place in range(columns):
            column[place, ranks[row, place]] += 1
    for row in range(start, stop):
        if row + half < rows:
            for place in range(columns):
                column[place, ranks[row + half, place]] += 1
        if row - half - 1 >= 0 and row > start:
            for place in range(columns):
                column[place, ranks[row - half - 1, place]] -= 1
        histogram[:] = 0
        for place in range(min(side, columns)):
            for kind in range(classes):
                histogram[kind] += column[place, kind]
        for place in range(columns):
            if place + side < columns:
                for kind in range(classes):
                    histogram[kind] += column[place + side, kind]
            if place - side - 1 >= 0:
                for kind in range(classes):
                    histogram[kind] -= column[place - side - 1, kind]
            index, richness[row - start, place] = _index(histogram, classes, logarithm, weighted, least)
            if ranks[row, place] != classes:
                shannon[row - start, place] = index
    return shannon, richness


@numba.njit(cache=True)
def chord_diversity(ranks, start, stop, reach, classes, logarithm, weighted, least):
    """The same for a window of any convex shape: its right edge comes in, its left edge goes out."""
    rows, columns = ranks.shape
    half = len(reach) // 2
    shannon = np.full((stop - start, columns), np.nan)
    richness = np.zeros((stop - start, columns), np.uint16)
    histogram = np.zeros(classes + 1, np.int64)
    for row in range(start, stop):
        first, last = max(row - half, 0), min(row + half, rows - 1)
        histogram[:] = 0
        for other in range(first, last + 1):
            for place in range(min(reach[other - row + half], columns)):
                histogram[ranks[other, place]] += 1
        for place in range(columns):
            for other in range(first, last + 1):
                side = reach[other - row + half]
                if place + side < columns:
                    histogram[ranks[other, place + side]] += 1
                if place - side - 1 >= 0:
                    histogram[ranks[other, place - side - 1]] -= 1
            index, richness[row - start, place] = _index(histogram, classes, logarithm, weighted, least)
            if ranks[row, place] != classes:
                shannon[row - start, place] = index
    return shannon, richness
