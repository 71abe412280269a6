"""Zones of cells: types x resilience per cell, small patches given to their neighbours, the main zone of each unit."""

from __future__ import annotations

import heapq
from dataclasses import dataclass

import numpy as np

from ..checks import never, stop_if
from ..errors import ValueRangeError
from ..grid import check_same_shape
from .levels import level_numbers
from .zones import TYPES, fallen_back, levels_of

ROWS_OF_CELLS = 16000000


def zone_numbers(types, valid, resilience, limits, rules, fallback=False) -> np.ndarray:
    """The zone of every cell as the position of its rule from 1, 0 where type or resilience is unknown.

    Parameters
    ----------
    types : (rows, cols) integers 1 (I) to 4 (IV); valid : (rows, cols) bool
    resilience : (rows, cols) floats, NaN where unknown
    limits : values from which on the next level begins, see :func:`.levels.level_numbers`
    rules : from :func:`.zones.read_rules`
    fallback : whether zones with a fallback give way to it

    Raises
    ------
    ValueRangeError : a type that is not 1 to 4, or a class of resilience that is no level
    """
    check_same_shape(types=types, valid=valid, resilience=resilience)
    wrong = valid & ((types < 1) | (types > 4))
    if wrong.any():
        raise ValueRangeError('Matching types must be 1 to 4; {count} cells are not, the first has {value}. Give the '
                              'raster that supply-demand matching writes.', count=int(wrong.sum()),
                              value=int(types[wrong][0]))
    levels, order = levels_of(rules), [rule.code for rule in rules.values()]
    chosen = [[rules[kind, level] for level in levels] for kind in TYPES]
    number = np.array([[order.index((fallen_back(rule, rules) if fallback else rule).code) + 1 for rule in row]
                       for row in chosen])
    level = level_numbers(np.where(valid, resilience, np.nan), limits, len(levels))
    known = level >= 0
    found = np.zeros(types.shape, np.uint8 if len(order) < 256 else np.uint16)
    found[known] = number[types[known] - 1, level[known]]
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
    numbers = np.asarray(numbers)
    patches, zone = _patches(numbers)
    size = np.zeros(zone.size, np.int64)
    for part in _rows(patches):
        size += np.bincount(patches[part].ravel(), minlength=zone.size)
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
    zone, found = zone[parent].astype(numbers.dtype), np.empty_like(numbers)
    for part in _rows(patches):
        found[part] = zone[patches[part]]
    return Sieved(found, merged, left)


def _rows(array):
    """Slices of rows that hold some millions of cells."""
    step = max(1, ROWS_OF_CELLS // max(array.shape[1], 1))
    return [slice(start, start + step) for start in range(0, len(array), step)]


def _patches(numbers):
    """(rows, cols) patch from 1, 0 unknown; zone per patch."""
    from scipy import ndimage
    patches, zone = np.zeros(numbers.shape, np.int32), [0]
    for number in np.unique(numbers[numbers > 0]).tolist():
        labels, count = ndimage.label(numbers == number)
        np.add(labels, np.int32(len(zone) - 1), out=patches, where=labels > 0)
        zone += [number] * count
    return patches, np.array(zone)


def _borders(patches, sides):
    """patch -> {neighbour: length of the common border}."""
    count = int(patches.max()) + 1
    keys, lengths = [], []
    for one, other, length in ((patches[:, :-1], patches[:, 1:], sides[1]), (patches[:-1], patches[1:], sides[0])):
        edge = (one != other) & (one > 0) & (other > 0)
        pair = np.sort(np.stack([one[edge], other[edge]]), axis=0)
        keys.append(pair[0].astype(np.int64) * count + pair[1])
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
