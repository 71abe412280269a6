"""Where water runs on a pit-filled elevation model: drainage, contributing area, flow lengths."""

from __future__ import annotations

import heapq
import math
import tempfile
from collections import deque
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .checks import check_not_empty, never, silent, stop_if
from .engine import LocalEngine, compiled_kernels
from .terrain import NEIGHBOURS, check_cell, gradient

NOWHERE = -1
SECONDS_PER_CELL = 3e-6  # without compiled kernels, to choose an engine by
BYTES_PER_CELL = 150


@dataclass(frozen=True)
class Drainage:
    """Where each cell drains.

    Attributes
    ----------
    filled : (rows, cols) float array, elevation with its pits filled up to their lowest outlet, NaN as before
    receiver : (rows, cols) integer array, flat index of the cell drained into, -1 for outlets and unknown cells
    order : flat indices of the known cells, downstream before upstream
    """

    filled: np.ndarray
    receiver: np.ndarray
    order: np.ndarray


def drainage(elevation, cell_width, cell_height, progress=silent, cancelled=never, engine=None):
    """Single-direction (D8) drainage on the pit-filled elevation model.

    Pits are filled by priority flood from the raster edge and from cells beside nodata, which are the outlets.
    A cell drains to its steepest lower neighbour on the filled surface; on filled pits and flats it drains
    towards the cell from which the flood reached it, so that flats drain to their outlet by the shortest way.
    Ties go to the first neighbour from the north-west, row by row.

    Parameters
    ----------
    elevation : (rows, cols) float array, metres, NaN where unknown
    cell_width, cell_height : metres
    engine : with one that has workers on this machine the work is done there, by compiled kernels if there are any,
        which changes nothing in the result; here when None

    Returns
    -------
    Drainage

    Raises
    ------
    EmptyInputError : no cell is known

    Source: Barnes, Lehman & Mulla 2014, Computers & Geosciences 62, doi:10.1016/j.cageo.2013.04.024;
    O'Callaghan & Mark 1984, doi:10.1016/S0734-189X(84)80011-0
    """
    heights = np.asarray(elevation, dtype=float)
    check_cell(cell_width, cell_height)
    check_not_empty('elevation', ~np.isnan(heights))
    return Drainage(*_done(_drain, {'heights': heights, 'sides': (cell_width, cell_height)}, engine, progress,
                           cancelled))


def _done(work, shared, engine, progress=silent, cancelled=never):
    """The arrays ``work`` makes, here or in a worker, which leaves them in files."""
    if not isinstance(engine, LocalEngine):
        return work(**shared, progress=progress, cancelled=cancelled)
    with tempfile.TemporaryDirectory(prefix='ecorestore-') as folder:
        found, = engine.map(_saved, [work.__name__], {**shared, 'folder': folder}, progress, cancelled)
        return [np.load(Path(folder) / f'{array}.npy') if isinstance(array, int) else array for array in found]


def _saved(task, folder, cancelled=never, **shared):
    """The arrays of a function of this module: the numbers of their files, or themselves where a disk is full."""
    found = list({work.__name__: work for work in (_drain, _gather, _follow)}[task](**shared, cancelled=cancelled))
    for number, array in enumerate(found):
        try:
            np.save(Path(folder) / f'{number}.npy', array)
        except OSError:
            continue
        found[number] = number
    return found


def _drain(heights, sides, progress=silent, cancelled=never):
    kernels = compiled_kernels('.drainage_compiled', __package__)
    filled, flooded_from, order = _priority_flood(heights, kernels, progress, cancelled)
    if kernels is not None:
        downs, rights = np.array(NEIGHBOURS).T.copy()
        lengths = np.array([math.hypot(down * sides[1], right * sides[0]) for down, right in NEIGHBOURS])
        kernels.steepest_lower(filled, downs, rights, lengths, flooded_from)
        return filled, flooded_from, order
    receiver = _steepest_lower(filled, *sides)
    return filled, np.where(receiver == NOWHERE, flooded_from, receiver), order


def _priority_flood(heights, kernels, progress, cancelled):
    """Filled elevation, the cell each cell was flooded from (flat, -1 for outlets), and the order of flooding.

    Plain lists on a grid padded with closed cells: several times faster than numpy scalars.
    """
    rows, columns = heights.shape
    width = columns + 2
    padded = np.pad(heights, 1, constant_values=np.nan)
    closed = np.isnan(padded)
    steps = [down * width + right for down, right in NEIGHBOURS]
    if kernels is None:
        level, origin, order = _flood(padded, closed, steps, progress, cancelled)
    else:
        total = int(np.count_nonzero(~closed))
        level, origin, order = padded.ravel(), np.full(padded.size, NOWHERE), np.empty(total, np.int64)
        kernels.flood(level, closed.ravel().astype(np.uint8), np.array(steps), _outlets(closed), total, origin, order)

    def inner(flat):
        return np.where(flat < 0, NOWHERE, (flat // width - 1) * columns + flat % width - 1)

    filled = level.reshape(rows + 2, width)[1:-1, 1:-1]
    came_from = inner(origin.reshape(rows + 2, width)[1:-1, 1:-1])
    return np.ascontiguousarray(filled), came_from, inner(order)


def _flood(padded, closed, steps, progress, cancelled):
    """Filled elevation, origin and order on the padded grid, flat."""
    level = padded.ravel().tolist()
    done = bytearray(closed.ravel().astype(np.uint8).tobytes())
    origin = [NOWHERE] * len(level)
    heap = [(level[cell], cell) for cell in _outlets(closed).tolist()]
    for _, cell in heap:
        done[cell] = 1
    heapq.heapify(heap)
    pit, order = deque(), []
    total = int((~closed).sum())
    while heap or pit:
        cell = pit.popleft() if pit else heapq.heappop(heap)[1]
        order.append(cell)
        if len(order) % 50000 == 0:
            stop_if(cancelled)
            progress(len(order) / total, 'Filling pits: {done} of {total} cells', done=len(order), total=total)
        water = level[cell]
        for step in steps:
            other = cell + step
            if done[other]:
                continue
            done[other] = 1
            origin[other] = cell
            if level[other] <= water:
                level[other] = water
                pit.append(other)
            else:
                heapq.heappush(heap, (level[other], other))
    return np.array(level), np.array(origin), np.array(order, dtype=np.int64)


def _outlets(closed):
    """Flat indices of open cells that touch a closed one."""
    from scipy import ndimage
    touching = ndimage.binary_dilation(closed, structure=np.ones((3, 3)))
    return np.flatnonzero(touching & ~closed)


def _steepest_lower(filled, cell_width, cell_height):
    """Flat index of the neighbour with the steepest descent, -1 where none is lower."""
    rows, columns = filled.shape
    padded = np.pad(filled, 1, constant_values=np.nan)
    steepest = np.zeros(filled.shape)
    receiver = np.full(filled.shape, NOWHERE, dtype=np.int64)
    own = np.arange(filled.size).reshape(filled.shape)
    for down, right in NEIGHBOURS:
        other = padded[1 + down:1 + down + rows, 1 + right:1 + right + columns]
        with np.errstate(invalid='ignore'):
            descent = (filled - other) / math.hypot(down * cell_height, right * cell_width)
            better = descent > steepest
        steepest[better] = descent[better]
        receiver[better] = own[better] + down * columns + right
    return receiver


def contributing_area(flow, cell_area, engine=None):
    """Area that drains through each cell, the cell itself included.

    Parameters
    ----------
    flow : Drainage
    cell_area : m2
    engine : as in :func:`drainage`

    Returns
    -------
    (rows, cols) float array, m2, NaN where the elevation is unknown
    """
    area, = _done(_gather, {'receiver': flow.receiver.ravel(), 'order': flow.order, 'cell_area': float(cell_area)},
                  engine)
    return np.where(np.isnan(flow.filled), np.nan, area.reshape(flow.filled.shape))


def _gather(receiver, order, cell_area, progress=silent, cancelled=never):
    kernels = compiled_kernels('.drainage_compiled', __package__)
    if kernels is not None:
        area = np.full(receiver.size, cell_area)
        kernels.gather(order, receiver, area)
        return [area]
    area, receiver = [cell_area] * receiver.size, receiver.tolist()
    for cell in reversed(order.tolist()):
        below = receiver[cell]
        if below >= 0:
            area[below] += area[cell]
    return [np.array(area)]


def flow_lengths(flow, cell_width, cell_height, upstream=True, engine=None):
    """Length of the way water takes, from centre to centre of the cells.

    Parameters
    ----------
    flow : Drainage
    cell_width, cell_height : metres
    upstream : the longest way from a divide down to the cell; else the way from the cell down to its outlet
    engine : as in :func:`drainage`

    Returns
    -------
    (rows, cols) float array, horizontal metres, 0 on divides (or at outlets), NaN where the elevation is unknown
    """
    step = _steps(flow, cell_width, cell_height)
    length, = _done(_follow, {'receiver': flow.receiver.ravel(), 'order': flow.order, 'step': step,
                              'upstream': upstream}, engine)
    return np.where(np.isnan(flow.filled), np.nan, length.reshape(flow.filled.shape))


def _follow(receiver, order, step, upstream, progress=silent, cancelled=never):
    kernels = compiled_kernels('.drainage_compiled', __package__)
    if kernels is not None:
        length = np.zeros(receiver.size)
        (kernels.longest if upstream else kernels.downward)(order, receiver, step, length)
        return [length]
    length, below, step = [0.0] * receiver.size, receiver.tolist(), step.tolist()
    if upstream:
        for cell in reversed(order.tolist()):
            other = below[cell]
            if other >= 0:
                length[other] = max(length[other], length[cell] + step[cell])
    else:
        for cell in order.tolist():
            if below[cell] >= 0:
                length[cell] = length[below[cell]] + step[cell]
    return [np.array(length)]


def flow_steps(flow, cell_width, cell_height):
    """Length of the way through each cell: that to the centre of its receiver, the side of the cell at outlets.

    Returns
    -------
    (rows, cols) float array, horizontal metres, NaN where the elevation is unknown
    """
    step = _steps(flow, cell_width, cell_height).reshape(flow.filled.shape)
    step = np.where(flow.receiver < 0, math.sqrt(cell_width * cell_height), step)
    return np.where(np.isnan(flow.filled), np.nan, step)


def _steps(flow, cell_width, cell_height):
    """Distance to the receiver of every cell, flat, 0 where there is none."""
    columns = flow.filled.shape[1]
    receiver = flow.receiver.ravel()
    own = np.arange(receiver.size)
    target = np.where(receiver < 0, own, receiver)
    return np.hypot((target // columns - own // columns) * cell_height, (target % columns - own % columns) * cell_width)


def slope_lengths(elevation, cell_width, cell_height, progress=silent, cancelled=never, flow=None, engine=None):
    """Flow length at which water enters and leaves each cell, from the contributing area.

    The contributing area divided by the contour length the flow crosses in the cell; with square cells this is
    the form of Desmet & Govers, whose contour length is the cell size times (|sin aspect| + |cos aspect|).
    Flow follows one direction per cell (D8) on the pit-filled elevation model; see :func:`drainage`.

    Parameters
    ----------
    elevation : (rows, cols) float array, metres, NaN where unknown
    cell_width, cell_height : metres
    flow : Drainage of the same elevation, where it is known already
    engine : as in :func:`drainage`

    Returns
    -------
    entering, leaving : (rows, cols) float arrays, metres, NaN where ``elevation`` is; no limit is applied

    Source: Desmet & Govers 1996, Journal of Soil and Water Conservation 51(5):427-433
    """
    if flow is None:
        flow = drainage(elevation, cell_width, cell_height, progress, cancelled, engine)
    cell_area = cell_width * cell_height
    area = contributing_area(flow, cell_area, engine)
    east, north = gradient(elevation, cell_width, cell_height)
    steepness = np.hypot(east, north)
    level = steepness == 0
    steepness = np.where(level, 1.0, steepness)
    contour = (cell_width * np.abs(north) + cell_height * np.abs(east)) / steepness
    contour = np.where(level, math.sqrt(cell_area), contour)
    return (area - cell_area) / contour, area / contour
