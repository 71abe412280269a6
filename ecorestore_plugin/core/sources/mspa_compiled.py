"""Compiled twins of the loops of mspa_skeleton and mspa_connectors, cell by cell instead of front by front."""

import math

import numba
import numpy as np


@numba.njit(cache=True)
def thin(left, loose, codes, free, offsets, opposite, table, simple, bits):
    """See mspa_skeleton.thinned; all in place."""
    current = np.flatnonzero(free).astype(np.int64)
    queued = np.zeros(left.size, np.bool_)
    while current.size:
        gone = np.empty(current.size, np.int64)
        count = 0
        for cell in current:
            if _removable(cell, codes, free, offsets, table, bits):
                gone[count] = cell
                count += 1
        for index in range(count):
            cell = gone[index]
            left[cell] = free[cell] = loose[cell] = False
            for bit in range(8):
                codes[cell + offsets[bit]] &= np.uint8(255 ^ (1 << opposite[bit]))
        following = np.empty(8 * count, np.int64)
        size = 0
        for index in range(count):
            for bit in range(8):
                cell = gone[index] + offsets[bit]
                if loose[cell] and not queued[cell]:
                    free[cell] = simple[codes[cell]]
                    if free[cell]:
                        queued[cell] = True
                        following[size] = cell
                        size += 1
        current = following[:size].copy()
        for cell in current:
            queued[cell] = False


@numba.njit(cache=True)
def _removable(cell, codes, free, offsets, table, bits):
    rivals = 0
    for bit in range(8):
        if free[cell + offsets[bit]]:
            rivals |= 1 << bit
    verdict = table[256 * np.int64(codes[cell]) + rivals]
    if verdict < 2:
        return verdict == 1
    sharing, wanted = (15, 2) if verdict == 2 else (255, bits[rivals])
    for bit in range(8):
        if (rivals & sharing) >> bit & 1 and bits[codes[cell + offsets[bit]] & sharing] != wanted:
            return True
    return False


@numba.njit(cache=True)
def widen(start, room, wanted, columns, distance, unset):
    """See mspa_connectors.widened."""
    rows_by, columns_by = np.array([-1, 0, 1, 0]), np.array([0, -1, 0, 1])
    offsets = rows_by * columns + columns_by
    east, south = np.full(room.size, unset, np.int16), np.full(room.size, unset, np.int16)
    before = np.zeros(room.size, np.float32)
    free = room & ~start
    result = start.copy()
    most = np.count_nonzero(free)
    queue, following = np.empty(most, np.int32), np.empty(most, np.int32)
    size, missing = 0, np.count_nonzero(wanted)
    for cell in range(room.size):
        if start[cell]:
            east[cell] = south[cell] = 0
            for k in range(4):
                beside = cell + offsets[k]
                if free[beside]:
                    free[beside] = False
                    queue[size] = beside
                    size += 1
    while missing and size:
        least = np.float32(np.inf)
        for index in range(size):
            cell = queue[index]
            if east[cell] != unset:
                continue
            way = _measure(cell, east, south, before, room, offsets, rows_by, columns_by, columns, unset)
            least = min(least, way)
            if wanted[cell]:
                missing -= 1
                length = math.sqrt(float(east[cell]) ** 2 + float(south[cell]) ** 2)
                result[cell] = np.float32(before[cell] + np.float32(length)) <= distance
        count = 0
        for index in range(size):
            cell = queue[index]
            length = math.sqrt(float(east[cell]) ** 2 + float(south[cell]) ** 2) + np.float64(before[cell])
            if length > np.float64(least):
                following[count] = cell
                count += 1
                continue
            for k in range(4):
                beside = cell + offsets[k]
                if free[beside]:
                    free[beside] = False
                    following[count] = beside
                    count += 1
        queue, following, size = following, queue, count
    return result


@numba.njit(cache=True)
def _measure(cell, east, south, before, room, offsets, rows_by, columns_by, columns, unset):
    """Sets a cell's step from the corner that offers the shortest way; returns the way."""
    best = np.float32(np.inf)
    for k in range(4):
        beside = cell + offsets[k]
        if not room[beside] or east[beside] == unset:
            continue
        step_east, step_south = np.int64(east[beside]), np.int64(south[beside])
        corner = beside - step_east - step_south * columns
        to_east, to_south = step_east - columns_by[k], step_south - rows_by[k]
        seen = _sees(room, corner, to_east, to_south, columns)
        if seen:
            offer = np.float32(math.sqrt(float(to_east * to_east + to_south * to_south)) + np.float64(before[beside]))
        else:
            offer = np.float32(math.sqrt(float(step_east * step_east + step_south * step_south))
                               + np.float64(before[beside]) + 1.0)
        if offer < best:
            best = offer
            if seen:
                east[cell], south[cell], before[cell] = to_east, to_south, before[beside]
            else:
                east[cell], south[cell] = -columns_by[k], -rows_by[k]
                before[cell] = offer - np.float32(1.0)
    return best


@numba.njit(cache=True)
def _sees(room, corner, east, south, columns):
    """Whether the straight line of cells from the corner by so many steps stays in the room."""
    forward = 1 if east > 0 else -1
    sideways = columns if south > 0 else -columns
    long, short = abs(east), abs(south)
    if short > long:
        long, short = short, long
        forward, sideways = sideways, forward
    error = 2 * short - long
    cell = corner
    for _ in range(long):
        cell += forward
        if error >= 0:
            cell += sideways
            error -= 2 * long
        error += 2 * short
        if not room[cell]:
            return False
    return True


@numba.njit(cache=True)
def flood(numbers, core, room, offsets):
    """See mspa_connectors.joins_cores; numbers and room change in place."""
    queue = np.empty(np.count_nonzero(room), np.int32)
    end = 0
    for first in range(0, offsets.size, 4):
        for cell in range(core.size):
            if core[cell]:
                for k in range(first, first + 4):
                    beside = cell + offsets[k]
                    if room[beside]:
                        room[beside] = False
                        numbers[beside] = numbers[cell]
                        queue[end] = beside
                        end += 1
    start = 0
    while start < end:
        cell = queue[start]
        start += 1
        for offset in offsets:
            beside = cell + offset
            if room[beside]:
                room[beside] = False
                numbers[beside] = numbers[cell]
                queue[end] = beside
                end += 1
