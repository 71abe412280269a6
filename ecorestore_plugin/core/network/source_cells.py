"""Sources as cells of the resistance raster."""

from __future__ import annotations

import numpy as np

from ..errors import EmptyInputError
from ..grid import check_same_shape


def usable_sources(resistance, sources, names=None, fewest=1) -> np.ndarray:
    """Source numbers on the cells that can be crossed.

    Parameters
    ----------
    resistance : (rows, columns) float, NaN cannot be crossed
    sources : (rows, columns) int, number of the source on a cell, 0 where there is none
    names : what the user calls the sources 1, 2, ...; None when every number present is one
    fewest : how many sources the method needs

    Returns
    -------
    (rows, columns) int32, 0 where the resistance is unknown

    Raises
    ------
    EmptyInputError : too few sources, or sources without any cell; names them
    """
    check_same_shape(resistance=resistance, sources=sources)
    sources = np.asarray(sources)
    if names is None:
        expected = np.unique(sources[sources > 0])
        names = {int(number): int(number) for number in expected}
    else:
        names = dict(enumerate(names, start=1))
    if len(names) < fewest:
        raise EmptyInputError('The method needs at least {fewest} sources, but there is only {count}. '
                              'Add sources, or check the source field, the filter and the selection.',
                              fewest=fewest, count=len(names))
    usable = np.where(np.isnan(resistance), 0, sources).astype(np.int32)
    check_sources_have_cells(names, np.unique(usable[usable > 0]))
    return usable


def source_numbers(sources) -> np.ndarray:
    """The numbers above 0 that there are, rising; ``sources`` hold no negative ones."""
    sources = np.asarray(sources)
    present = np.zeros(int(sources.max(initial=0)) + 1, bool)
    present[sources.reshape(-1)] = True
    present[0] = False
    return np.flatnonzero(present)


def number_kind(lowest, highest):
    """The integers in which source numbers are kept: of two bytes where they fit.

    Two kinds only, since kernels are compiled for each.
    """
    return np.int16 if lowest >= -2**15 and highest < 2**15 else np.int32


def compact(sources) -> np.ndarray:
    """Source numbers in as few bytes as ``number_kind`` allows."""
    sources = np.asarray(sources)
    return sources.astype(number_kind(sources.min(), sources.max()) if sources.size else np.int16, copy=False)


def check_sources_have_cells(names, present) -> None:
    """Every source covers a cell that can be crossed.

    Parameters
    ----------
    names : source number -> what the user calls it
    present : numbers of the sources that do

    Raises
    ------
    EmptyInputError : names those that do not
    """
    lost = [names[number] for number in sorted(set(names) - set(np.asarray(present).tolist()))]
    if lost:
        raise EmptyInputError(
            '{count} sources have no cell with a resistance: {names}. They lie outside the resistance raster, on its '
            'nodata cells, or under other sources. Extend the raster or remove these sources.',
            count=len(lost), names=', '.join(map(str, lost[:10])) + (' …' if len(lost) > 10 else ''))
