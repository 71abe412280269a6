"""Back links and sources of the cells once their costs are known, by the rules of cost_distance.py."""

from __future__ import annotations

import numpy as np

from ..checks import stop_if
from . import cost_waves
from .cost_waves import SEED, TIED
from .cost_work import OTHER_SOURCE, VANISHED, Work, each
from .steps import NOT_REACHED, SOURCE_CELL, vanished

MANY_TIES = 100_000  # for fewer, compiling takes longer than numpy


def derive(work: Work, pool, doubts, cancelled) -> None:
    """Writes back links and allocation; costs that were not reached become NaN.

    Compiled searches have left both, right unless neighbours of different sources offered the same, or a step vanished.

    Parameters
    ----------
    doubts : (2,) int, how often they did

    Raises
    ------
    SolverError : a step vanishes in the sum
    """
    if work.compiled and not doubts[VANISHED]:
        ties = _name_links(work, pool, doubts[OTHER_SOURCE] > 0)
        if not doubts[OTHER_SOURCE] or _settle_ties(work, pool, ties, cancelled, check=True):
            return
    # From the costs alone: a link may lead to a cell that costs the same where another does not.
    ties = _link_back(work, cancelled)
    _follow_links(work, cancelled)
    _settle_ties(work, pool, ties, cancelled)


def _name_links(work, pool, keep):
    """Direction codes of the links that the searches left; returns the number of cells with several.

    ``keep`` tells whether these stay marked.
    """
    table = np.arange(256, dtype=np.uint8)
    table[:work.codes.size] = work.codes
    table[TIED:TIED + work.codes.size] = work.codes | TIED if keep else work.codes
    table[SEED] = SOURCE_CELL
    names = table.tobytes()

    def name(span):
        place = slice(*span)
        work.back[place] = np.frombuffer(work.back[place].tobytes().translate(names), np.uint8)
        costs = work.cost[place]
        costs[costs == np.inf] = np.nan
        return np.count_nonzero(_tied(work.back[place])) if keep else 0

    return sum(each(pool, name, work.spans()))


def _link_back(work, cancelled):
    """Back links from the costs alone; returns the number of cells with several."""
    lost = ties = 0
    for band in work.bands():
        stop_if(cancelled)
        found = cost_waves.link_back(work.resistance, work.cost, work.sources, work.shape, *band, work.down, work.right,
                                     work.half, work.codes, work.allocation, work.back)
        lost, ties = lost + found[0], ties + found[1]
    if lost:
        raise vanished()
    return ties


def _follow_links(work, cancelled):
    """Gives every cell the source its back links lead to."""
    spans, left = work.spans(), 1
    while left:  # links are followed no further than one span at a time
        stop_if(cancelled)
        left = sum(cost_waves.follow_back(work.back, work.offsets, *span, work.allocation) for span in spans)
        spans.reverse()


def _settle_ties(work, pool, ties, cancelled, check=False):
    """The lowest source to cells equally near to several, and links that lead there.

    A compiled search hands its source on while costs still fall; a sum that rounds to the same cost for another source
    is not handed on. ``check`` looks for that; returns whether every cell has the source of one that leads to it.
    """
    kernels = work.kernels if ties > MANY_TIES else cost_waves
    steps = work.down, work.right, work.half
    for span in work.spans() if ties else ():
        stop_if(cancelled)
        kernels.lowest_source(work.resistance, work.cost, work.back, work.shape, *span, *steps, work.allocation)
    if check and sum(each(pool, lambda span: work.kernels.count_strays(work.back, work.offsets, *span, work.allocation),
                          work.spans())):
        return False
    if ties:
        each(pool, lambda span: kernels.lead_ties(work.resistance, work.cost, work.allocation, work.shape, *span,
                                                  *steps, work.codes, work.back), work.spans())
    return not (check and any(each(pool, lambda span: _tied(work.back[slice(*span)]).any(), work.spans())))


def _tied(links):
    """Which links stand for several."""
    return (links & TIED > 0) & (links != NOT_REACHED)
