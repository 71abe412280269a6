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
from .engine import LocalEngine, check_capacity, compiled_kernels
from .terrain import NEIGHBOURS, check_cell, gradient

NOWHERE = -1
NO_WAY = len(NEIGHBOURS)  # the way of an outlet
SECONDS_PER_CELL = 3e-6  # without compiled kernels, to choose an engine by
BYTES_PER_CELL = 24  # what is held at once, the heap of the flood included
PLAIN_BYTES_PER_CELL = 180  # of Python's lists, without compiled kernels
ROWS = 256
MEASURES = ('cells', 'catchment', 'ways', 'upstream', 'downstream')


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
    elevation : (rows, cols) float array, metres, NaN where unknown; float32 stays so, which is exact and smaller
    cell_width, cell_height : metres
    engine : with one that has workers on this machine the work is done there, by compiled kernels if there are any,
        which changes nothing in the result; here when None

    Returns
    -------
    Drainage

    Raises
    ------
    EmptyInputError : no cell is known
    CapacityError : the routing does not fit into memory

    Source: Barnes, Lehman & Mulla 2014, Computers & Geosciences 62, doi:10.1016/j.cageo.2013.04.024;
    O'Callaghan & Mark 1984, doi:10.1016/S0734-189X(84)80011-0
    """
    heights = _heights(elevation, cell_width, cell_height)
    return Drainage(*_done(_drain, {'heights': heights, 'sides': (cell_width, cell_height)}, engine, progress,
                           cancelled))


def flow_measures(elevation, cell_width, cell_height, wanted, progress=silent, cancelled=never, engine=None):
    """What is wanted of the drainage, and nothing else: for large rasters, the rest stays where it is worked out.

    Parameters
    ----------
    elevation, cell_width, cell_height, engine : as in :func:`drainage`
    wanted : names out of MEASURES

    Returns
    -------
    dict name -> (rows, cols) array: 'cells', the number of cells that drain through each, itself included, 0 where
    the elevation is unknown; 'catchment', the number of cells that leave through the same outlet; 'ways', see
    :func:`flow_ways`; 'upstream' and 'downstream', see :func:`flow_lengths`

    Raises
    ------
    EmptyInputError, CapacityError
    """
    heights = _heights(elevation, cell_width, cell_height)
    found = _done(_measure, {'heights': heights, 'sides': (cell_width, cell_height), 'wanted': tuple(wanted)}, engine,
                  progress, cancelled)
    return dict(zip(wanted, found))


def _heights(elevation, cell_width, cell_height):
    heights = np.asarray(elevation)
    heights = heights if heights.dtype == np.float32 else heights.astype(float, copy=False)
    check_cell(cell_width, cell_height)
    check_not_empty('elevation', ~np.isnan(heights))
    return heights


def _done(work, shared, engine, progress=silent, cancelled=never):
    """The arrays ``work`` makes, here or in a worker, which leaves them in files."""
    if not isinstance(engine, LocalEngine):
        return work(**shared, progress=progress, cancelled=cancelled)
    with tempfile.TemporaryDirectory(prefix='ecorestore-') as folder:
        found, = engine.map(_saved, [work.__name__], {**shared, 'folder': folder}, progress, cancelled)
        return [np.load(Path(folder) / f'{array}.npy') if isinstance(array, int) else array for array in found]


def _saved(task, folder, cancelled=never, **shared):
    """The arrays of a function of this module: the numbers of their files, or themselves where a disk is full."""
    work = {work.__name__: work for work in (_drain, _measure, _gather, _follow)}[task]
    found = list(work(**shared, cancelled=cancelled))
    for number, array in enumerate(found):
        try:
            np.save(Path(folder) / f'{number}.npy', array)
        except OSError:
            continue
        found[number] = number
    return found


def _drain(heights, sides, progress=silent, cancelled=never):
    """Filled elevation, receivers and order."""
    kernels = compiled_kernels('.drainage_compiled', __package__)
    total = int(np.count_nonzero(~np.isnan(heights)))
    check_capacity(heights.size * (PLAIN_BYTES_PER_CELL if kernels is None else BYTES_PER_CELL), 'drainage')
    whole = np.int32 if heights.size < 2 ** 31 - 1 else np.int64
    if kernels is None:
        filled, flooded_from, order = _priority_flood(heights.astype(float), progress, cancelled)
        receiver = _steepest_lower(filled, *sides)
        return (filled.astype(heights.dtype, copy=False),
                np.where(receiver == NOWHERE, flooded_from, receiver).astype(whole), order.astype(whole))
    filled = np.array(heights, order='C')
    receiver, order = np.empty(filled.shape, whole), np.empty(total, whole)
    downs, rights = np.array(NEIGHBOURS).T.copy()
    kernels.flood(filled, downs, rights, receiver, order)
    kernels.steepest_lower(filled, downs, rights, way_lengths(*sides)[:-1], receiver)
    return filled, receiver, order


def _measure(heights, sides, wanted, progress=silent, cancelled=never):
    filled, receiver, order = _drain(heights, sides, progress, cancelled)
    unknown = np.isnan(filled)
    del filled
    ways = flow_ways(receiver) if set(wanted) - {'cells', 'catchment'} else None
    found = []
    for name in wanted:
        stop_if(cancelled)
        if name == 'cells':
            found.append(_gather(receiver, order)[0])
        elif name == 'catchment':
            found.append(_catchment(receiver, order))
        elif name == 'ways':
            found.append(ways)
        else:
            length, = _follow(receiver, order, ways, way_lengths(*sides), name == 'upstream')
            length[unknown] = np.nan
            found.append(length)
    return found


def _priority_flood(heights, progress, cancelled):
    """Filled elevation, the cell each cell was flooded from (flat, -1 for outlets), and the order of flooding.

    Plain lists on a grid padded with closed cells: several times faster than numpy scalars.
    """
    rows, columns = heights.shape
    width = columns + 2
    padded = np.pad(heights, 1, constant_values=np.nan)
    level, origin, order = _flood(padded, np.isnan(padded), [down * width + right for down, right in NEIGHBOURS],
                                  progress, cancelled)

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
    cells, = _done(_gather, {'receiver': flow.receiver, 'order': flow.order}, engine)
    return np.where(np.isnan(flow.filled), np.nan, cells * float(cell_area))


def _gather(receiver, order, progress=silent, cancelled=never):
    """Cells that drain through each cell, itself included; 0 where the elevation is unknown."""
    kernels = compiled_kernels('.drainage_compiled', __package__)
    if kernels is not None:
        cells = np.zeros(receiver.shape, receiver.dtype)
        kernels.gather(order, receiver.ravel(), cells.ravel())
        return [cells]
    cells, below = [0] * receiver.size, receiver.ravel().tolist()
    for cell in reversed(order.tolist()):
        cells[cell] += 1
        if below[cell] >= 0:
            cells[below[cell]] += cells[cell]
    return [np.array(cells, receiver.dtype).reshape(receiver.shape)]


def _catchment(receiver, order):
    """Cells that drain through the outlet of each cell."""
    kernels = compiled_kernels('.drainage_compiled', __package__)
    cells, = _gather(receiver, order)
    if kernels is not None:
        kernels.spread_up(order, receiver.ravel(), cells.ravel())
        return cells
    sizes, below = cells.ravel().tolist(), receiver.ravel().tolist()
    for cell in order.tolist():
        if below[cell] >= 0:
            sizes[cell] = sizes[below[cell]]
    return np.array(sizes, receiver.dtype).reshape(receiver.shape)


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
    length, = _done(_follow, {'receiver': flow.receiver, 'order': flow.order, 'ways': flow_ways(flow.receiver),
                              'lengths': way_lengths(cell_width, cell_height), 'upstream': upstream}, engine)
    return np.where(np.isnan(flow.filled), np.nan, length)


def _follow(receiver, order, ways, lengths, upstream, progress=silent, cancelled=never):
    kernels = compiled_kernels('.drainage_compiled', __package__)
    if kernels is not None:
        length = np.zeros(receiver.shape)
        follow = kernels.longest if upstream else kernels.downward
        follow(order, receiver.ravel(), ways.ravel(), lengths, length.ravel())
        return [length]
    length, below, step = [0.0] * receiver.size, receiver.ravel().tolist(), lengths[ways].ravel().tolist()
    if upstream:
        for cell in reversed(order.tolist()):
            other = below[cell]
            if other >= 0:
                length[other] = max(length[other], length[cell] + step[cell])
    else:
        for cell in order.tolist():
            if below[cell] >= 0:
                length[cell] = length[below[cell]] + step[cell]
    return [np.array(length).reshape(receiver.shape)]


def flow_ways(receiver):
    """The neighbour each cell drains into.

    Parameters
    ----------
    receiver : (rows, cols) flat indices as in :class:`Drainage`

    Returns
    -------
    (rows, cols) uint8 array, a position in NEIGHBOURS, or NO_WAY at outlets and unknown cells
    """
    rows, columns = receiver.shape
    place = np.full((3, 3), NO_WAY, np.uint8)
    for number, (down, right) in enumerate(NEIGHBOURS):
        place[down + 1, right + 1] = number
    ways = np.empty(receiver.shape, np.uint8)
    for start in range(0, rows, ROWS):
        below = receiver[start:start + ROWS].astype(np.int64)
        own = np.indices(below.shape)
        down = np.where(below < 0, 0, below // columns - start - own[0])
        right = np.where(below < 0, 0, below % columns - own[1])
        ways[start:start + ROWS] = place[down + 1, right + 1]
    return ways


def way_lengths(cell_width, cell_height):
    """(9,) horizontal metres to each of NEIGHBOURS, and 0 for NO_WAY."""
    return np.array([math.hypot(down * cell_height, right * cell_width) for down, right in NEIGHBOURS] + [0.0])


def flow_steps(ways, cell_width, cell_height):
    """Length of the way through each cell: that to the centre of its receiver, the side of the cell at outlets.

    Parameters
    ----------
    ways : (rows, cols) integer array of :func:`flow_ways`

    Returns
    -------
    (rows, cols) float array, horizontal metres
    """
    lengths = way_lengths(cell_width, cell_height)
    lengths[NO_WAY] = math.sqrt(cell_width * cell_height)
    return lengths[ways]


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
    cells, = _done(_gather, {'receiver': flow.receiver, 'order': flow.order}, engine)
    return lengths_of_cells(cells, *gradient(elevation, cell_width, cell_height), cell_width, cell_height)


def lengths_of_cells(cells, east, north, cell_width, cell_height):
    """:func:`slope_lengths` from the number of cells that drain through each cell and the rise towards east and north
    (:func:`.terrain.gradient`); a block of rows at a time will do."""
    cell_area = cell_width * cell_height
    steepness = np.hypot(east, north)
    level = steepness == 0
    steepness = np.where(level, 1.0, steepness)
    contour = (cell_width * np.abs(north) + cell_height * np.abs(east)) / steepness
    contour = np.where(level, math.sqrt(cell_area), contour)
    return (cells - 1) * cell_area / contour, cells * cell_area / contour
