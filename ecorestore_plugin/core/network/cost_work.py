"""A search for cumulative resistance before it starts: its arrays, its steps, and the starting costs."""

from __future__ import annotations

import numpy as np

from ..checks import check_not_empty, check_positive, stop_if
from . import cost_waves
from .steps import DIRECTION_CODES, STEPS, step_length

BAND = 1 << 18  # cells of the bands of rows that are worked at a time
OTHER_SOURCE, VANISHED = 0, 1  # places among the doubts of a search


class Work:
    """The arrays as the kernels take them, and the steps between cells."""

    def __init__(self, kernels, resistance, sources, cost, allocation, back_link, grid, neighbours):
        self.kernels = kernels
        self.shape = (int(resistance.shape[0]), int(resistance.shape[1]))
        # One signature for writeable and read-only arrays, so that nothing is compiled twice.
        self.resistance, self.sources = _flat(resistance), _flat(sources)
        for array in (self.resistance, self.sources):
            array.flags.writeable = False
        self.cost, self.allocation, self.back = map(_flat, (cost, allocation, back_link))
        steps = [step for step in STEPS if neighbours == 8 or 0 in step]
        self.down, self.right = np.array(steps, dtype=np.int64).T.copy()
        self.half = np.array([0.5 * float(step_length(*step, grid)) for step in steps])
        self.away = self.down * self.shape[1] + self.right
        self.codes = np.array([DIRECTION_CODES[down + 1, right + 1] for down, right in steps], dtype=np.uint8)
        self.offsets = np.zeros(16, dtype=np.int64)
        self.offsets[self.codes] = self.away

    @property
    def compiled(self) -> bool:
        """Whether the kernels are compiled."""
        return self.kernels is not cost_waves

    def bands(self):
        """(first row, row behind the last) of bands of rows."""
        height = max(1, BAND // self.shape[1])
        return [(start, min(start + height, self.shape[0])) for start in range(0, self.shape[0], height)]

    def spans(self):
        """(first cell, cell behind the last) of the same bands."""
        return [(start * self.shape[1], stop * self.shape[1]) for start, stop in self.bands()]


def each(pool, function, items) -> list:
    """Results of the function, by several threads where there is a pool."""
    return list(map(function, items) if pool is None else pool.map(function, items))


def _flat(array):
    return np.asarray(array).reshape(-1).view()


def start(work, pool, cancelled) -> tuple[float, float]:
    """Checks the resistances, writes the starting costs, and returns the cheapest and the dearest possible step."""
    def begin(span):
        stop_if(cancelled)
        extremes = np.empty(2)
        cost_waves.first_costs(work.resistance, work.sources, *span, work.cost, work.allocation, work.back, extremes)
        return extremes

    lowest, highest = np.array(each(pool, begin, work.spans())).T
    if lowest.min() <= 0 or np.isinf(highest.max()):
        check_positive('Resistance', work.resistance.reshape(work.shape))
    check_not_empty('Resistance', lowest < np.inf)
    return 2 * float(lowest.min()) * work.half.min(), 2 * float(highest.max()) * work.half.max()
