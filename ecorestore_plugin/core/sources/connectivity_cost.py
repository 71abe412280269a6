"""What connectivity indices cost to compute, said before the work, with the minimum area that makes it bearable."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import silent
from ..engine.memory import USABLE, available_memory, readable_bytes, readable_seconds
from ..errors import CapacityError

LONG = 300.0  # seconds beyond which a smaller number of patches is offered
# Matrices of all pairs held at the same time, without and with removals.
MATRICES, REMOVAL_MATRICES = 4, 7
PAIR_SECONDS, REMOVAL_SECONDS, REMOVAL_EXPONENT = 8e-6, 1.6e-9, 3.37  # the last two measured from 300 to 3000 patches


@dataclass(frozen=True)
class Cost:
    """Estimate of the work on a number of patches."""

    patches: int
    bytes: float
    seconds: float


def cost(patches, graphs=2, removals=True) -> Cost:
    """Memory and time for a number of patches.

    Parameters
    ----------
    graphs : 1 for PC and 1 per threshold of IIC
    removals : whether each patch is taken out
    """
    matrices = REMOVAL_MATRICES if removals else MATRICES
    seconds = patches ** 2 * PAIR_SECONDS
    if removals:
        seconds += graphs * REMOVAL_SECONDS * patches ** REMOVAL_EXPONENT
    return Cost(int(patches), 8.0 * matrices * float(patches) ** 2, seconds)


def bearable(areas, graphs=2, removals=True, available=None):
    """The smallest minimum area with which the work is neither long nor too large.

    Returns
    -------
    minimum area, Cost of the patches that reach it
    """
    areas = np.sort(np.asarray(areas, dtype=float))[::-1]
    low, high = 1, areas.size
    while low < high:
        middle = (low + high + 1) // 2
        if _fits(cost(middle, graphs, removals), available) and cost(middle, graphs, removals).seconds <= LONG:
            low = middle
        else:
            high = middle - 1
    # Three digits, upward, so that the area can be typed; patches of equal area go together.
    limit = float(areas[low - 1])
    if limit > 0:
        digit = 10.0 ** (np.floor(np.log10(limit)) - 2)
        limit = float(np.ceil(limit / digit) * digit)
    return limit, cost(max(int((areas >= limit).sum()), 1), graphs, removals)


def _fits(work, available):
    return available is None or work.bytes <= USABLE * available


def check_cost(areas, graphs=2, removals=True, progress=silent, available=None) -> Cost:
    """Announce what the work needs, and refuse what cannot fit into memory.

    Parameters
    ----------
    areas : (n,) area of each patch
    progress : is told the estimates, and where it takes long the minimum area that shortens it
    available : bytes to compare with; asked from the system when not given

    Raises
    ------
    CapacityError : names the estimates and the minimum area that makes the work fit
    """
    available = available_memory() if available is None else available
    work = cost(len(areas), graphs, removals)
    values = {'count': work.patches, 'needed': readable_bytes(work.bytes), 'duration': readable_seconds(work.seconds)}
    if _fits(work, available) and work.seconds <= LONG:
        progress(0.0, '{count} patches: about {needed} of memory needed; estimated time {duration}.', **values)
        return work
    minimum, smaller = bearable(areas, graphs, removals, available)
    values.update(minimum=f'{minimum:g}', kept=smaller.patches, shorter=readable_seconds(smaller.seconds))
    if not _fits(work, available):
        raise CapacityError(
            '{count} patches need about {needed} of memory but only {available} are available, and about {duration}. '
            'Set the minimum area to {minimum}: the {kept} patches that reach it take about {shorter}.',
            available=readable_bytes(available or 0), **values)
    progress(0.0, '{count} patches: about {needed} of memory needed; estimated time {duration}. With a minimum area of '
             '{minimum} there are {kept} patches, and it takes about {shorter}.', **values)
    return work
