"""Zones of cells: types x resilience per cell, small patches given to their neighbours, the main zone of each unit."""

from __future__ import annotations

import heapq
from dataclasses import dataclass

import numpy as np

from ..checks import never, stop_if
from ..errors import ValueRangeError
from ..grid import check_same_shape
from ..zonal import zonal_majority
from .zones import LEVELS, TYPES


def zone_numbers(types, valid, resilience, threshold, rules) -> np.ndarray:
    """The zone of every cell as the position of its rule from 1, 0 where type or resilience is unknown.

    Parameters
    ----------
    types : (rows, cols) integers 1 (I) to 4 (IV); valid : (rows, cols) bool
    resilience : (rows, cols) floats, NaN where unknown; high from ``threshold`` on
    rules : from :func:`.zones.read_rules`

    Raises
    ------
    ValueRangeError : a type that is not 1 to 4
    """
    check_same_shape(types=types, valid=valid, resilience=resilience)
    wrong = valid & ((types < 1) | (types > 4))
    if wrong.any():
        raise ValueRangeError('Matching types must be 1 to 4; {count} cells are not, the first has {value}. Give the '
                              'raster that supply-demand matching writes.', count=int(wrong.sum()),
                              value=int(types[wrong][0]))
    order = list(rules)
    number = np.array([[order.index((kind, level)) + 1 for level in LEVELS] for kind in TYPES])
    known = valid & np.isfinite(resilience)
    low = np.nan_to_num(resilience, nan=-np.inf) < threshold - 1e-12 * max(1.0, abs(threshold))
    found = np.zeros(types.shape, np.uint8)
    found[known] = number[types[known] - 1, low[known].astype(int)]
    return found


@dataclass(frozen=True)
class Sieved:
    """Zones without small patches.

    Attributes
    ----------
    numbers : (rows, cols) zones, 0 unknown
    merged : patches that joined a neighbour
    left : small patches without any neighbour, which stay
    """

    numbers: np.ndarray
    merged: int
    left: int


def sieve(numbers, least, sides=(1.0, 1.0), cancelled=never) -> Sieved:
    """Gives patches smaller than ``least`` to the neighbour they share the longest border with, smallest first.

    Patches are cells of one zone that touch by a side. Of equally long borders the larger neighbour wins, then the one
    first in reading order. A neighbour that grows past the limit is small no more.

    Parameters
    ----------
    numbers : (rows, cols) integers, 0 unknown, which is nobody's neighbour
    least : cells a patch must have
    sides : width and height of a cell, for the lengths of borders
    """
    patches, zone = _patches(numbers)
    size = np.bincount(patches.ravel(), minlength=zone.size)
    borders = _borders(patches, sides)
    parent = np.arange(zone.size)
    queue = [(int(size[patch]), patch) for patch in range(1, zone.size) if size[patch] < least]
    heapq.heapify(queue)
    merged = left = 0
    while queue:
        cells, patch = heapq.heappop(queue)
        if parent[patch] != patch or cells != size[patch]:
            continue
        if merged % 1000 == 0:
            stop_if(cancelled)
        if not borders.get(patch):
            left += 1
            continue
        target = max(borders[patch], key=lambda other: (round(borders[patch][other], 6), size[other], -other))
        merged += 1
        _join(patch, target, parent, size, borders)
        # What touches the grown patch and is of its zone belongs to it from now on.
        for other in [other for other in borders[target] if zone[other] == zone[target]]:
            _join(other, target, parent, size, borders)
        if size[target] < least:
            heapq.heappush(queue, (int(size[target]), target))
    for patch in range(1, zone.size):
        parent[patch] = _root(parent, patch)
    return Sieved(zone[parent][patches].astype(np.asarray(numbers).dtype), merged, left)


def _patches(numbers):
    """(rows, cols) patch from 1, 0 unknown; zone per patch."""
    from scipy import ndimage
    numbers = np.asarray(numbers)
    patches, zone = np.zeros(numbers.shape, np.int64), [0]
    for number in np.unique(numbers[numbers > 0]).tolist():
        labels, count = ndimage.label(numbers == number)
        patches[labels > 0] = labels[labels > 0] + len(zone) - 1
        zone += [number] * count
    return patches, np.array(zone)


def _borders(patches, sides):
    """patch -> {neighbour: length of the common border}."""
    count = int(patches.max()) + 1
    keys, lengths = [], []
    for one, other, length in ((patches[:, :-1], patches[:, 1:], sides[1]), (patches[:-1], patches[1:], sides[0])):
        edge = (one != other) & (one > 0) & (other > 0)
        pair = np.sort(np.stack([one[edge], other[edge]]), axis=0)
        keys.append(pair[0] * count + pair[1])
        lengths.append(np.full(pair.shape[1], float(length)))
    keys, place = np.unique(np.concatenate(keys), return_inverse=True)
    lengths = np.bincount(place.ravel(), np.concatenate(lengths), keys.size)
    borders = {}
    for key, length in zip(keys.tolist(), lengths.tolist()):
        one, other = divmod(key, count)
        borders.setdefault(one, {})[other] = length
        borders.setdefault(other, {})[one] = length
    return borders


def _join(patch, target, parent, size, borders):
    """Makes a patch part of another."""
    parent[patch] = target
    size[target] += size[patch]
    for other, length in borders.pop(patch, {}).items():
        del borders[other][patch]
        if other != target:
            borders[other][target] = borders[target][other] = borders[target].get(other, 0.0) + length


def _root(parent, patch):
    while parent[patch] != patch:
        patch = parent[patch]
    return patch


@dataclass(frozen=True)
class MainZones:
    """Zone of each unit by the majority of its cells.

    Attributes
    ----------
    numbers : (n,) zone, 0 for a unit without a known cell
    purity : (n,) share of its known cells in that zone, NaN where there are none
    """

    numbers: np.ndarray
    purity: np.ndarray


def main_zones(numbers, units, count) -> MainZones:
    """The zone with most cells in each unit; the first in the table of rules on a tie."""
    found = zonal_majority(numbers, units, count, numbers > 0)
    return MainZones(found.code, found.share)
