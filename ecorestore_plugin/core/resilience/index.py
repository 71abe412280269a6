"""Ecosystem resilience index: weighted sum of normalised indicators, in all and per perspective."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_share, never, silent, stop_if
from ..correlation import Correlations, indicator_correlations
from ..errors import EmptyInputError, ParameterError
from ..grid import check_same_shape
from ..precision import compact
from ..quantiles import percentiles
from .weighting import IndicatorWeights, indicator_weights, perspectives_of

SAMPLE = 1000000
AGGREGATIONS = ('sum', 'geometric')
CORRELATION_SAMPLE = 200000


@dataclass(frozen=True)
class Scale:
    """How an indicator becomes 0 (least resilient) to 1 (most).

    Attributes
    ----------
    low, high : the raw values that become the ends; NaN where nothing is known
    state : 'varies', 'constant', 'missing', or 'tail' where the clip would have made it constant and the full range
        was taken instead
    direction : 1 or -1, where less is better
    """

    low: float
    high: float
    state: str
    direction: int = 1

    @property
    def usable(self) -> bool:
        return self.state in ('varies', 'tail')

    def of(self, values) -> np.ndarray:
        """(values - low) / (high - low) limited to 0..1, or 1 minus that; float32, NaN where unknown or not usable."""
        values = np.asarray(values)
        if not self.usable:
            return np.full(values.shape, np.nan, np.float32)
        scaled = np.clip((values - self.low) / (self.high - self.low), 0, 1).astype(np.float32)
        scaled[~np.isfinite(values)] = np.nan
        return scaled if self.direction > 0 else 1 - scaled


class Arrays:
    """Bands in memory, read as :func:`assess` reads them."""

    def __init__(self, bands):
        self.bands = [np.asarray(band) for band in bands]
        self.spans = [(0, len(self.bands[0]))]

    def read(self, band, start, stop):
        return self.bands[band][start:stop]


@dataclass(frozen=True)
class Assessment:
    """Result of the assessment beside the rasters.

    Attributes
    ----------
    perspective_names : of the bands of scores per perspective
    weights : IndicatorWeights
    means : (m,) mean of the normalised indicators over the cells with an index
    contributions : (m,) share of each indicator in the mean index, sums to 1
    mean : mean index; perspective_means : (p,) mean score of every perspective, NaN without one
    cells : with an index
    incomplete : cells whose index was made without one or more weighted indicators
    scales : m Scale
    correlations : Correlations
    """

    perspective_names: list
    weights: IndicatorWeights
    means: np.ndarray
    contributions: np.ndarray
    mean: float
    perspective_means: np.ndarray
    cells: int
    incomplete: int
    scales: list
    correlations: Correlations


def indicator_scale(values, direction=1, clip=(2.0, 98.0)) -> Scale:
    """Min-max normalisation between two percentiles, mirrored where less is better.

    Parameters
    ----------
    values : (n,) floats, all known; they are sorted in part, in place
    direction : 1 or -1
    clip : percentiles that become 0 and 1; (0, 100) for the plain minimum and maximum

    Raises
    ------
    ParameterError : percentiles that are not ascending within 0 to 100
    """
    if not 0 <= clip[0] < clip[1] <= 100:
        raise ParameterError('The percentiles {low} and {high} must ascend between 0 and 100.', low=f'{clip[0]:g}',
                             high=f'{clip[1]:g}')
    if not values.size:
        return Scale(np.nan, np.nan, 'missing', direction)
    (low, high), state = percentiles(values, clip), 'varies'
    if not high > low:
        low, high, state = float(values.min()), float(values.max()), 'tail'
    return Scale(low, high, state if high > low else 'constant', direction)


def resilience_index(bands, indicators, method='combined', judgements=None, clip=(2.0, 98.0), minimum_known=0.8,
                     aggregation='sum', progress=silent, cancelled=never):
    """:func:`assess` of bands in memory.

    Parameters
    ----------
    bands : sequence of m float arrays of one shape, raw values, NaN where unknown

    Returns
    -------
    Assessment, (rows, cols) float32 index, (p, rows, cols) float32 scores per perspective

    Raises
    ------
    GridMismatchError, and those of :func:`assess`
    """
    if len(bands) != len(indicators):
        raise ParameterError('There are {bands} bands for {indicators} indicators.', bands=len(bands),
                             indicators=len(indicators))
    check_same_shape(**{row.name: band for row, band in zip(indicators, bands)})
    found = []
    assessment = assess(Arrays(bands), indicators, lambda start, *layers: found.append(layers), method, judgements,
                        clip, minimum_known, aggregation, progress, cancelled)
    return (assessment, *found[0])


def assess(source, indicators, write, method='combined', judgements=None, clip=(2.0, 98.0), minimum_known=0.8,
           aggregation='sum', progress=silent, cancelled=never) -> Assessment:
    """Ecosystem resilience from indicators, in blocks of rows.

    Every indicator is normalised to 0..1 in its direction; the index is the sum of weight x indicator, or the weighted
    geometric mean of the scores of the perspectives, prod score ^ weight, which is low where any of them is; with three
    perspectives of equal weight that is the ecosystem health index (V O R)^(1/3) of studies. Where a cell lacks some
    indicators, the weights of the others are scaled up, as long as they hold ``minimum_known`` of all
    weight; otherwise the cell is unknown.

    Parameters
    ----------
    source : with ``spans``, the (start, stop) of blocks of rows, and ``read(band, start, stop)``, which gives (rows,
        cols) floats, raw values, NaN where unknown; the bands are in the order of ``indicators``
    indicators : m Indicator
    write : takes the first row, the index, and the (p, rows, cols) scores per perspective of every block, float32,
        NaN where too little is known
    method, judgements : see :func:`indicator_weights`
    clip : percentiles of the normalisation
    minimum_known : share of the weight, 0 to 1; 1 leaves every incomplete cell unknown
    aggregation : 'sum' or 'geometric'

    Raises
    ------
    ParameterError, EmptyInputError, ConsistencyError
    """
    check_share('minimum_known', minimum_known)
    if aggregation not in AGGREGATIONS:
        raise ParameterError('There is no way {method} to put the perspectives together; choose one of {methods}.',
                             method=aggregation, methods=', '.join(AGGREGATIONS))
    scales = []
    for position, row in enumerate(indicators):
        progress(0.4 * position / len(indicators), 'Normalising {indicator}', indicator=row.name)
        known = []
        for span in source.spans:
            stop_if(cancelled)
            values = source.read(position, *span)
            known.append(compact(values[np.isfinite(values)]))
        scales.append(indicator_scale(np.concatenate(known), row.direction, clip))
        del known
    if all(scale.state == 'missing' for scale in scales):
        raise EmptyInputError('None of the {count} indicators holds data: all values are nodata. Choose another layer '
                              'or check its nodata value.', count=len(scales))
    usable = np.array([scale.usable for scale in scales])
    progress(0.4, 'Weighing {count} indicators', count=int(usable.sum()))
    table = _sample(source, scales, SAMPLE, progress, cancelled)
    weights = indicator_weights(method, indicators, usable, table, judgements)
    totals = _Totals(scales, weights.weights)
    names = perspectives_of(indicators)
    for start, stop in source.spans:
        stop_if(cancelled)
        layers = [scale.of(source.read(band, start, stop)) for band, scale in enumerate(scales)]
        index, groups = _scores(layers, indicators, weights.weights, minimum_known, names, aggregation)
        totals.add(layers, index, groups)
        write(start, index, groups)
        progress(0.6 + 0.4 * stop / source.spans[-1][1])
    if not totals.cells:
        raise EmptyInputError('No cell knows enough indicators for an index: {share} of the weight is needed. Check '
                              'that the bands cover the same area, or lower the share.', share=f'{minimum_known:g}')
    parts = weights.weights * np.nan_to_num(totals.means)
    step = -(-len(table) // CORRELATION_SAMPLE) if len(table) else 1
    return Assessment(names, weights, totals.means, parts / parts.sum() if parts.sum() > 0 else parts, totals.mean,
                      totals.perspectives, totals.cells, totals.incomplete, scales,
                      indicator_correlations(table[::step], usable))


def _sample(source, scales, limit, progress, cancelled):
    """Complete cells x indicators, every k-th where there are more than ``limit``; columns that are not usable
    are NaN."""
    columns = [band for band, scale in enumerate(scales) if scale.usable]
    counts = []
    for start, stop in source.spans:
        stop_if(cancelled)
        counts.append(int(_complete(source, columns, start, stop).sum()) if columns else 0)
        progress(0.4 + 0.1 * stop / source.spans[-1][1])
    step, before = max(1, -(-sum(counts) // limit)), 0
    found = [np.zeros((0, len(scales)), np.float32)]
    for (start, stop), count in zip(source.spans, counts):
        stop_if(cancelled)
        if count:
            cells = np.flatnonzero(_complete(source, columns, start, stop))[-before % step::step]
            part = np.full((cells.size, len(scales)), np.nan, np.float32)
            for band in columns:
                part[:, band] = scales[band].of(source.read(band, start, stop)).ravel()[cells]
            found.append(part)
        before += count
        progress(0.5 + 0.1 * stop / source.spans[-1][1])
    return np.concatenate(found)


def _complete(source, columns, start, stop):
    known = np.isfinite(source.read(columns[0], start, stop))
    for band in columns[1:]:
        known &= np.isfinite(source.read(band, start, stop))
    return known


def _scores(layers, indicators, weights, minimum_known, names, aggregation):
    """Index and scores per perspective from normalised indicators."""
    shape = layers[0].shape
    total, known = np.zeros(shape), np.zeros(shape)
    groups = np.full((len(names),) + shape, np.nan, np.float32)
    for number, name in enumerate(names):
        part, weight = np.zeros(shape), np.zeros(shape)
        for row, layer, share in zip(indicators, layers, weights):
            if row.perspective == name and share > 0:
                here = ~np.isnan(layer)
                part += np.where(here, share * layer, 0.0)
                weight += share * here
        np.divide(part, weight, out=groups[number], where=weight > 0, casting='same_kind')
        if aggregation == 'sum':
            total += part
        else:
            with np.errstate(divide='ignore'):
                total += np.where(weight > 0, weight * np.log(np.where(weight > 0, groups[number], 1.0)), 0.0)
        known += weight
    enough = (known > 0) & (known >= minimum_known - 1e-9)
    index = np.full(shape, np.nan, np.float32)
    np.divide(total, known, out=index, where=enough, casting='same_kind')
    if aggregation == 'geometric':
        index = np.exp(index)
    groups[:, ~enough] = np.nan
    return index, groups


class _Totals:
    """Means of the normalised indicators, the index and the perspectives over the cells with an index, and how many of
    these lack a weighted indicator."""

    def __init__(self, scales, weights):
        self.weights, self.cells, self.incomplete = weights, 0, 0
        self._sums, self._counts = np.zeros(len(scales)), np.zeros(len(scales))
        self._index, self._groups = 0.0, None

    def add(self, layers, index, groups):
        scored = ~np.isnan(index)
        lacking = np.zeros(scored.shape, bool)
        for band, (layer, weight) in enumerate(zip(layers, self.weights)):
            values = layer[scored & ~np.isnan(layer)]
            self._sums[band] += values.sum(dtype=float)
            self._counts[band] += values.size
            if weight > 0:
                lacking |= scored & np.isnan(layer)
        self.cells += int(scored.sum())
        self.incomplete += int(lacking.sum())
        self._index += float(index[scored].sum(dtype=float))
        parts = np.array([(np.nansum(layer, dtype=float), np.isfinite(layer).sum()) for layer in groups])
        self._groups = parts if self._groups is None else self._groups + parts

    @property
    def means(self):
        return np.divide(self._sums, self._counts, out=np.full(self._sums.size, np.nan), where=self._counts > 0)

    @property
    def mean(self):
        return self._index / self.cells

    @property
    def perspectives(self):
        sums, counts = self._groups.T
        return np.divide(sums, counts, out=np.full(sums.size, np.nan), where=counts > 0)
