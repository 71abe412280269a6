"""Cumulative resistance: what it costs to move over a resistance surface.

A step between two cells costs the mean of their resistances times the distance of their centres, so costs are in
map units (resistance x metres). Cells without resistance cannot be crossed; inside a source the cost is 0.

Costs do not depend on the order in which cells are visited: the cost of a cell is the smallest sum of a neighbour's
cost and the step, in double precision. Everything else follows from the costs by rule, so that any kernel that
finds the costs gives the same allocation, back links and paths:

- a cell equally near to several sources belongs to the one with the lowest number;
- among equally good neighbours towards that source, the first in reading order (north-west first) is taken.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..checks import check_share, never, part_of, silent
from ..engine import LocalEngine
from ..grid import Grid, check_same_shape
from . import cost_waves
from .cost_disk import WARM_UP, cumulative_resistance_on_disk
from .cost_graph import CostGraph, connected_pairs, cost_distance, cost_graph, nearest_source, trace_path
from .cost_tiles import fill_cumulative_resistance
from .source_cells import compact
from .steps import DIRECTION_CODES, NOT_REACHED, SOURCE_CELL, STEPS, check_neighbours, step_length, vanished

__all__ = ['CostGraph', 'CumulativeResistance', 'DIRECTION_CODES', 'NOT_REACHED', 'SOURCE_CELL', 'STEPS',
           'connected_pairs', 'cost_distance', 'cost_graph', 'cumulative_resistance', 'nearest_source', 'step_length',
           'trace_path', 'vanished']


@dataclass(frozen=True)
class CumulativeResistance:
    """The cheapest way from every cell to its nearest source.

    Attributes
    ----------
    cost : (rows, columns) float, resistance x metres; 0 inside sources, NaN where no source can be reached
    allocation : (rows, columns) int, number of the nearest source; 0 where none can be reached
    back_link : (rows, columns) uint8, direction of the next cell on the way to the source: 1 east, 2 south-east,
        3 south, 4 south-west, 5 west, 6 north-west, 7 north, 8 north-east; 0 in sources, 255 where not reached
    """

    cost: np.ndarray
    allocation: np.ndarray
    back_link: np.ndarray


def cumulative_resistance(resistance, sources, grid: Grid, maximum=None, neighbours=8, progress=silent,
                          cancelled=never, engine=None) -> CumulativeResistance:
    """Minimum cumulative resistance from all sources, with allocation and back links.

    Parameters
    ----------
    resistance : (rows, columns) float, above 0; NaN cannot be crossed
    sources : (rows, columns) int, number of the source on a cell, 0 where there is none
    grid : cell width and height in metres; cells need not be square
    maximum : cost beyond which cells count as not reached; None for no limit
    neighbours : 8, or 4 for moves along rows and columns only
    engine : a LocalEngine searches in a worker, with compiled kernels where numba is there; otherwise this process
        searches with numpy; the results are the same

    Returns
    -------
    CumulativeResistance

    Raises
    ------
    ValueRangeError : a resistance that is zero, negative or infinite
    EmptyInputError : no passable cell, or no source on a passable cell
    GridMismatchError : the two rasters differ in shape

    Source: Knaapen et al. 1992, Landscape and Urban Planning, doi:10.1016/0169-2046(92)90060-D;
    Adriaensen et al. 2003, Landscape and Urban Planning, doi:10.1016/S0169-2046(02)00242-6
    """
    check_same_shape(resistance=resistance, sources=sources)
    if maximum is not None:
        check_share('maximum', maximum, 0, np.inf)
    check_neighbours(neighbours)
    if isinstance(engine, LocalEngine):
        return _by_worker(resistance, sources, grid, maximum, neighbours, engine, progress, cancelled)
    resistance, sources = np.asarray(resistance, dtype=float), np.asarray(sources)
    progress(0.0, 'Cumulative resistance of {cells} cells from all sources', cells=resistance.size)
    found = CumulativeResistance(np.empty(resistance.shape), np.empty(resistance.shape, np.int32),
                                 np.empty(resistance.shape, np.uint8))
    fill_cumulative_resistance(cost_waves, resistance, sources, found.cost, found.allocation, found.back_link, grid,
                               np.inf if maximum is None else maximum, neighbours, progress=progress,
                               cancelled=cancelled)
    return found


def _by_worker(resistance, sources, grid, maximum, neighbours, engine, progress, cancelled):
    """Through files, since that is how rasters reach a worker."""
    folder = Path(tempfile.mkdtemp(prefix='ecorestore-'))
    try:
        engine.start(WARM_UP)
        resistance = np.asarray(resistance)
        if resistance.dtype != np.float32:
            resistance = resistance.astype(np.float64, copy=False)
        np.save(folder / 'resistance.npy', resistance)
        np.save(folder / 'sources.npy', compact(sources))
        paths = cumulative_resistance_on_disk(folder / 'resistance.npy', folder / 'sources.npy', folder, grid, maximum,
                                              neighbours, engine, part_of(progress, 0.1, 1.0), cancelled)
        # Removed below, a mapped file lives on in memory; where that cannot be, it is read.
        mode = 'c' if os.name == 'posix' else None
        return CumulativeResistance(**{part: np.asarray(np.load(path, mmap_mode=mode)) for part, path in paths.items()})
    except BaseException:
        engine.close()
        raise
    finally:
        shutil.rmtree(folder, ignore_errors=True)
