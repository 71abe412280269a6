"""Which units lie downstream of which, from the drainage of an elevation model."""

from __future__ import annotations

import numpy as np

from ..checks import never, stop_if

# Steps down the rivers between two tidyings of what they passed, which bounds memory.
TIDY = 16


def downstream_shares(receiver, units, count, cancelled=never) -> np.ndarray:
    """Share of every unit whose water runs through every other.

    Parameters
    ----------
    receiver : (rows, cols) flat index of the cell each cell drains into, -1 where the water leaves; see
        ``core.drainage``
    units : (rows, cols) unit number from 1 of every cell, 0 outside
    count : number of units

    Returns
    -------
    (n, n) array: of the cells of the row's unit, the share whose water later passes the column's unit; 0 on the
    diagonal and for units without cells. Rivers that wind along a border pass a unit once.
    """
    receiver, units = np.ravel(receiver), np.ravel(units)
    leave = _last_cell_inside(receiver, units)
    inside = units > 0
    outlets, cells = np.unique(leave[inside], return_counts=True)
    at, river = outlets.copy(), np.arange(len(outlets))
    passed, steps = [np.zeros(0, np.int64)], 0
    while at.size:
        stop_if(cancelled)
        after = receiver[at]
        flows = after >= 0
        at, river = leave[after[flows]], river[flows]
        passed.append(river * (count + 1) + units[at])
        steps += 1
        if steps % TIDY == 0:
            passed = [np.unique(np.concatenate(passed))]
    river, unit = np.divmod(np.unique(np.concatenate(passed)), count + 1)
    origin = units[outlets[river]]
    other = (unit > 0) & (unit != origin)
    found = np.zeros((count, count))
    np.add.at(found, (origin[other] - 1, unit[other] - 1), cells[river[other]])
    sizes = np.bincount(units[inside], minlength=count + 1)[1:]
    return found / np.maximum(sizes, 1)[:, None]


def _last_cell_inside(receiver, units):
    """(cells,) the last cell that the water of each cell meets before it enters another unit or leaves the map."""
    here = np.arange(len(receiver))
    onward = (receiver >= 0) & (units[np.maximum(receiver, 0)] == units)
    last = np.where(onward, receiver, here)
    while True:
        further = last[last]
        if np.array_equal(further, last):
            return last
        last = further
