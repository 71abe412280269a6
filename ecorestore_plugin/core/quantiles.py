"""Percentiles in little memory, exactly those of numpy, of values at hand or of values that come in blocks."""

from __future__ import annotations

import numpy as np

BINS = 65536


def percentiles(values, percents):
    """Percentiles, linear between neighbours; sorts ``values`` in part, in place.

    Parameters
    ----------
    values : (n,) floats, all known
    percents : numbers from 0 to 100

    Returns
    -------
    list of floats
    """
    places = [percent / 100.0 * (values.size - 1) for percent in percents]
    ranks = np.array([(int(place), min(int(place) + 1, values.size - 1)) for place in places])
    values.partition(np.unique(ranks))
    return [_between(*map(float, values[pair]), place - int(place)) for pair, place in zip(ranks, places)]


def percentiles_of_blocks(blocks, percents):
    """Percentiles, linear between neighbours, of more values than need fit into memory.

    One pass counts the values in bins, another collects those of the few bins that hold what is looked for.

    Parameters
    ----------
    blocks : callable that returns an iterable of float arrays, NaN where unknown; called three times
    percents : numbers from 0 to 100

    Returns
    -------
    list of floats, None where no value is known
    """
    low, high, total = np.inf, -np.inf, 0
    for values in _known(blocks):
        low, high, total = min(low, values.min()), max(high, values.max()), total + values.size
    if not total:
        return [None] * len(percents)
    places = [percent / 100.0 * (total - 1) for percent in percents]
    ranks = sorted({rank for place in places for rank in (int(place), min(int(place) + 1, total - 1))})
    found = dict(zip(ranks, _ranked(blocks, ranks, low, high)))
    return [_between(found[int(place)], found[min(int(place) + 1, total - 1)], place - int(place)) for place in places]


def _known(blocks):
    for values in blocks():
        values = np.asarray(values, dtype=float)
        values = values[~np.isnan(values)]
        if values.size:
            yield values


def _ranked(blocks, ranks, low, high):
    """The values that have the rising ranks."""
    def bins(values):
        if high <= low:
            return np.zeros(values.size, np.int64)
        return np.minimum((values - low) / (high - low) * BINS, BINS - 1).astype(np.int64)

    counts = np.zeros(BINS, np.int64)
    for values in _known(blocks):
        counts += np.bincount(bins(values), minlength=BINS)
    below = np.concatenate([[0], np.cumsum(counts)])
    wanted = np.searchsorted(below, ranks, side='right') - 1
    inside = np.zeros(BINS, bool)
    inside[wanted] = True
    values, times = np.zeros(0), np.zeros(0, np.int64)
    for block in _known(blocks):
        own = block[inside[bins(block)]]
        values, place = np.unique(np.concatenate([values, own]), return_inverse=True)
        times = np.bincount(place.ravel(), np.concatenate([times, np.ones(own.size, np.int64)]), values.size)
    before = np.concatenate([[0], np.cumsum(times)])
    # Ranks count from the first value of all; the collected ones lack those of the bins left out.
    owner = bins(values)
    first = np.searchsorted(owner, wanted)
    return [float(values[np.searchsorted(before, before[start] + rank - below[place], side='right') - 1])
            for start, rank, place in zip(first, ranks, wanted)]


def _between(one, other, share):
    """As numpy does it, so that no digit differs."""
    return one + (other - one) * share if share < 0.5 else other - (other - one) * (1.0 - share)
