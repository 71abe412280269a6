"""Ecosystem resilience index: weighted sum of normalised indicators, in all and per perspective."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_share, never, silent, stop_if
from ..correlation import Correlations, indicator_correlations
from ..errors import EmptyInputError, ParameterError
from ..grid import check_same_shape
from .weighting import IndicatorWeights, indicator_weights, perspectives_of

SAMPLE = 1000000
CORRELATION_SAMPLE = 200000


@dataclass(frozen=True)
class Normalised:
    """An indicator from 0 (least resilient) to 1 (most).

    Attributes
    ----------
    values : float32 array, NaN where unknown
    low, high : the raw values that became the ends; NaN where nothing is known
    state : 'varies', 'constant', 'missing', or 'tail' where the clip would have made it constant and the full range
        was taken instead
    """

    values: np.ndarray
    low: float
    high: float
    state: str


@dataclass(frozen=True)
class Resilience:
    """Result of the assessment.

    Attributes
    ----------
    index : (rows, cols) float32, 0 to 1, NaN where too little is known
    perspectives : (p, rows, cols) float32, the same per perspective; names in ``perspective_names``
    weights : IndicatorWeights
    means : (m,) mean of the normalised indicators over the cells with an index
    contributions : (m,) share of each indicator in the mean index, sums to 1
    incomplete : cells whose index was made without one or more weighted indicators
    normalised : m Normalised without their values
    correlations : Correlations
    """

    index: np.ndarray
    perspectives: np.ndarray
    perspective_names: list
    weights: IndicatorWeights
    means: np.ndarray
    contributions: np.ndarray
    incomplete: int
    normalised: list
    correlations: Correlations


def normalise_indicator(values, direction=1, clip=(2.0, 98.0)) -> Normalised:
    """Min-max normalisation between two percentiles, mirrored where less is better.

    (x - low) / (high - low) limited to 0..1, or 1 minus that for direction -1.

    Parameters
    ----------
    values : float array, NaN where unknown
    direction : 1 or -1
    clip : percentiles that become 0 and 1; (0, 100) for the plain minimum and maximum

    Raises
    ------
    ParameterError : percentiles that are not ascending within 0 to 100
    """
    if not 0 <= clip[0] < clip[1] <= 100:
        raise ParameterError('The percentiles {low} and {high} must ascend between 0 and 100.', low=f'{clip[0]:g}',
                             high=f'{clip[1]:g}')
    values = np.asarray(values)
    known = values[np.isfinite(values)]
    nothing = np.full(values.shape, np.nan, np.float32)
    if not known.size:
        return Normalised(nothing, np.nan, np.nan, 'missing')
    low, high = (float(value) for value in np.percentile(known, clip))
    state = 'varies'
    if not high > low:
        low, high, state = float(known.min()), float(known.max()), 'tail'
    if not high > low:
        return Normalised(nothing, low, high, 'constant')
    scaled = np.clip((values - low) / (high - low), 0, 1).astype(np.float32)
    scaled[~np.isfinite(values)] = np.nan
    return Normalised(scaled if direction > 0 else 1 - scaled, low, high, state)


def resilience_index(bands, indicators, method='combined', judgements=None, clip=(2.0, 98.0), minimum_known=0.8,
                     progress=silent, cancelled=never) -> Resilience:
    """Ecosystem resilience from indicators.

    Every indicator is normalised to 0..1 in its direction; the index is the sum of weight x indicator. Where a cell
    lacks some indicators, the weights of the others are scaled up, as long as they hold ``minimum_known`` of all
    weight; otherwise the cell is unknown.

    Parameters
    ----------
    bands : sequence of m float arrays of one shape, raw values, NaN where unknown
    indicators : m Indicator, in the order of ``bands``
    method, judgements : see :func:`indicator_weights`
    clip : percentiles of the normalisation
    minimum_known : share of the weight, 0 to 1; 1 leaves every incomplete cell unknown

    Returns
    -------
    Resilience

    Raises
    ------
    GridMismatchError, ParameterError, EmptyInputError, ConsistencyError
    """
    check_share('minimum_known', minimum_known)
    if len(bands) != len(indicators):
        raise ParameterError('There are {bands} bands for {indicators} indicators.', bands=len(bands),
                             indicators=len(indicators))
    check_same_shape(**{row.name: band for row, band in zip(indicators, bands)})
    normalised = []
    for position, (row, band) in enumerate(zip(indicators, bands)):
        stop_if(cancelled)
        progress(0.6 * position / len(bands), 'Normalising {indicator}', indicator=row.name)
        normalised.append(normalise_indicator(band, row.direction, clip))
    usable = np.array([item.state in ('varies', 'tail') for item in normalised])
    table = _sample(normalised, usable, SAMPLE)
    progress(0.6, 'Weighing {count} indicators', count=int(usable.sum()))
    weights = indicator_weights(method, indicators, usable, table, judgements)
    stop_if(cancelled)
    index, groups, names = _scores(normalised, indicators, weights.weights, minimum_known, progress, cancelled)
    scored = ~np.isnan(index)
    if not scored.any():
        raise EmptyInputError('No cell knows enough indicators for an index: {share} of the weight is needed. Check '
                              'that the bands cover the same area, or lower the share.', share=f'{minimum_known:g}')
    means, incomplete = _means(normalised, weights.weights, scored)
    parts = weights.weights * np.nan_to_num(means)
    contributions = parts / parts.sum() if parts.sum() > 0 else parts
    step = -(-len(table) // CORRELATION_SAMPLE) if len(table) else 1
    correlations = indicator_correlations(table[::step], usable)
    summary = [Normalised(np.empty(0, np.float32), item.low, item.high, item.state) for item in normalised]
    return Resilience(index, groups, names, weights, means, contributions, incomplete, summary, correlations)


def _sample(normalised, usable, limit):
    """Complete cells x indicators, every k-th where there are more than ``limit``; columns that are not usable
    are NaN."""
    complete = np.ones(normalised[0].values.shape, bool)
    for item, use in zip(normalised, usable):
        if use:
            complete &= ~np.isnan(item.values)
    cells = np.flatnonzero(complete)
    cells = cells[::max(1, -(-cells.size // limit))]
    table = np.full((cells.size, len(normalised)), np.nan, np.float32)
    for column, (item, use) in enumerate(zip(normalised, usable)):
        if use:
            table[:, column] = item.values.ravel()[cells]
    return table


def _scores(normalised, indicators, weights, minimum_known, progress, cancelled):
    """Index, scores per perspective, and their names."""
    names = perspectives_of(indicators)
    shape = normalised[0].values.shape
    total, known = np.zeros(shape), np.zeros(shape)
    groups = np.full((len(names),) + shape, np.nan, np.float32)
    for number, name in enumerate(names):
        stop_if(cancelled)
        progress(0.7 + 0.25 * number / len(names), 'Perspective {name}', name=name)
        part, weight = np.zeros(shape), np.zeros(shape)
        for row, item, share in zip(indicators, normalised, weights):
            if row.perspective == name and share > 0:
                here = ~np.isnan(item.values)
                part += np.where(here, share * item.values, 0.0)
                weight += share * here
        np.divide(part, weight, out=groups[number], where=weight > 0, casting='same_kind')
        total += part
        known += weight
    enough = (known > 0) & (known >= minimum_known - 1e-9)
    index = np.full(shape, np.nan, np.float32)
    np.divide(total, known, out=index, where=enough, casting='same_kind')
    groups[:, ~enough] = np.nan
    return index, groups, names


def _means(normalised, weights, scored):
    """Mean of every indicator over the cells with an index, and how many of these lack a weighted indicator."""
    means, lacking = np.full(len(normalised), np.nan), np.zeros(scored.shape, bool)
    for position, (item, weight) in enumerate(zip(normalised, weights)):
        known = ~np.isnan(item.values) & scored
        if known.any():
            means[position] = item.values[known].mean(dtype=np.float64)
        if weight > 0:
            lacking |= scored & np.isnan(item.values)
    return means, int(lacking.sum())
