"""The remote-sensing ecological index of one or two dates, read and written in blocks of rows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..core.errors import EmptyInputError, ParameterError, ValueRangeError
from ..core.monitoring.ecological_index import LIMITS as LEVEL_LIMITS
from ..core.monitoring.ecological_index import (
    IndicatorMoments,
    IndicatorQuantiles,
    index_levels,
    land_indicators,
    principal_axis,
    scaled_index,
)
from ..core.monitoring.spectral import BANDS, WETNESS, spectral_indices
from ..i18n import tr
from .row_blocks import bands_of, row_blocks, rows_of

# Limits that catch a missing scale factor or an undeclared nodata value; no limit to what a sensor can give.
LIMITS = {'NDVI': (-1, 1), 'WET': (None, None), 'NDBSI': (-1, 1), 'LST': (-100, 400), 'MNDWI': (-1, 1)}
BRIGHTEST = 2.0
SAME = 'same'


@dataclass(frozen=True)
class IndexTotals:
    """What the dates came to: cells per level (dates, 6) with the unknown first, sums of the index per date, and the
    cells of two dates: known at both, better, worse."""

    cells: np.ndarray
    sums: np.ndarray
    both: int
    better: int
    worse: int

    @property
    def means(self):
        return self.sums / self.cells[:, 1:].sum(axis=1)


class Images:
    """The layers of every date of a run; ``blocks`` yields what ``land_indicators`` makes of them."""

    def __init__(self, job, suffixes):
        self._job, self.suffixes = job, suffixes
        first = job.numbers('COEFFICIENTS') or WETNESS[job.choice('SENSOR')]
        later = job.choice('SENSOR_2')
        self._coefficients = {'': first, '_2': first if later == SAME else WETNESS[later]}
        self._scale, self._offset = job.number('SCALE'), job.number('OFFSET')
        self.limits = None  # (low, high) the indicators are cut to
        self.sources = {}
        for suffix in suffixes:
            self._open(suffix)
        self.grid = next(source[0] if isinstance(source, list) else source
                         for source in self.sources.values() if source).grid

    def _open(self, suffix):
        job, bands = self._job, bands_of(self._job, f'BANDS{suffix}')
        if bands is not None and len(bands) != len(BANDS):
            raise ParameterError('{name} has {count} bands; six are needed: blue, green, red, NIR, SWIR1, SWIR2.',
                                 name=job.label(f'BANDS{suffix}'), count=len(bands))
        self.sources[f'BANDS{suffix}'] = bands
        for name, limits in LIMITS.items():
            self.sources[name + suffix] = rows_of(job, name + suffix, *limits)
            if self.sources[name + suffix] is None and (bands is None or name == 'LST') and name != 'MNDWI':
                raise ParameterError('{name} is missing: give it, or the six bands it is computed from (the land '
                                     'surface temperature always has to be given).', name=job.label(name + suffix))
        if self.sources[f'MNDWI{suffix}'] is None and bands is None:
            job.warn(tr('Without bands or MNDWI water is not masked; wetness then says where water is, and not how '
                        'moist the land is.'))

    def blocks(self, start, end, text):
        """Yields (first row, (dates, 4, rows, cols) indicators)."""
        for block in row_blocks(self._job, self.sources, start, end, text):
            values = np.array([self._date(block, suffix) for suffix in self.suffixes])
            if self.limits is not None:
                values = np.clip(values, *(limit[:, None, None] for limit in self.limits))
            yield block.start, values

    def _date(self, block, suffix):
        found = {}
        if block[f'BANDS{suffix}'] is not None:
            bands = [band * self._scale + self._offset for band in block[f'BANDS{suffix}']]
            self._check(bands, suffix)
            indices = spectral_indices(bands, self._coefficients[suffix])
            found = {'NDVI': indices.ndvi, 'WET': indices.wet, 'NDBSI': indices.ndbsi, 'MNDWI': indices.mndwi}
        found = {name: found.get(name) if block[name + suffix] is None else block[name + suffix] for name in LIMITS}
        return land_indicators(*found.values(), self._job.number('WATER_ABOVE'))

    def _check(self, bands, suffix):
        for name, band in zip(BANDS, bands):
            high = np.fmax.reduce(band, axis=None)
            if high > BRIGHTEST:
                raise ValueRangeError(
                    '{name}, band {band}: values reach {high}; a reflectance lies between 0 and 1. Give the scale and '
                    'the offset of the product, such as 0.0000275 and -0.2 for Landsat Collection 2.',
                    name=self._job.label(f'BANDS{suffix}'), band=name, high=f'{high:g}')


def common_axis(job, images):
    """(PrincipalAxis of all dates together, lowest score, highest score).

    Raises
    ------
    EmptyInputError, ValueRangeError, ParameterError
    """
    moments, dates = _moments(images, 0.0, 0.2)
    share = job.number('CUT') / 100
    for position, date in enumerate(dates):
        if not date.count:
            raise EmptyInputError('Date {date} has no land cell with all four indicators: everything is water or '
                                  'unknown. Check nodata, the scale of the bands and the limit of water.',
                                  date=position + 1)
    _compare_heat([date.mean[3] for date in dates])
    if share:
        quantiles = IndicatorQuantiles(moments.low, moments.high)
        for _, values in images.blocks(0.2, 0.3, 'Percentiles of {count} cells'):
            for date in values:
                quantiles.add(date)
        images.limits = quantiles.at(share), quantiles.at(1 - share)
        moments, _ = _moments(images, 0.3, 0.4)
    axis = principal_axis(moments)
    if axis.against:
        job.warn(tr('{names} load on the first component against their meaning: the index is not what it is called. '
                    'Check the layers, the season and the mask of water.', names=', '.join(axis.against)))
    low, high = np.inf, -np.inf
    for _, values in images.blocks(0.4, 0.6, 'First component of {count} cells'):
        scores = [axis.scores(date) for date in values]
        low = min(low, *(float(np.fmin.reduce(score, axis=None, initial=np.inf)) for score in scores))
        high = max(high, *(float(np.fmax.reduce(score, axis=None, initial=-np.inf)) for score in scores))
    return axis, low, high


def _moments(images, start, end):
    """IndicatorMoments of all dates together, and of each."""
    moments, dates = IndicatorMoments(), [IndicatorMoments() for _ in images.suffixes]
    for _, values in images.blocks(start, end, 'Indicators of {count} cells'):
        for mine, date in zip(dates, values):
            mine.add(date)
            moments.add(date)
    return moments, dates


def _compare_heat(means):
    """Kelvins of one date and degrees of the other would share one scale."""
    if len(means) == 2 and abs(means[0] - means[1]) > 100:
        raise ParameterError('The land surface temperature averages {first} at the first date and {second} at the '
                             'second. Give both in one unit.', first=f'{means[0]:.1f}', second=f'{means[1]:.1f}')


def write_index(job, images, axis, low, high) -> IndexTotals:
    """Writes the index, its levels and its change; returns what they came to."""
    writers = [[job.raster_rows(name + suffix, images.grid, '', job.label(name + suffix), style)
                for name, style in (('OUTPUT', 'habitat_quality'), ('LEVELS', 'ecological_levels'))]
               for suffix in images.suffixes]
    change = job.raster_rows('CHANGE', images.grid, '', job.label('CHANGE'), 'change') if len(writers) == 2 else None
    cells, sums, both = np.zeros((len(writers), len(LEVEL_LIMITS)), np.int64), np.zeros(len(writers)), np.zeros(3, int)
    for start, values in images.blocks(0.6, 1.0, 'Ecological index of {count} cells'):
        indices = [scaled_index(axis.scores(date), low, high) for date in values]
        for position, (index, (whole, classes)) in enumerate(zip(indices, writers)):
            levels = index_levels(index)
            whole.write(start, index)
            classes.write(start, np.where(levels > 0, levels, np.nan))
            cells[position] += np.bincount(levels.ravel(), minlength=len(LEVEL_LIMITS))
            sums[position] += np.nansum(index)
        if change is not None:
            difference = indices[1] - indices[0]
            change.write(start, difference)
            both += [np.isfinite(difference).sum(), (difference > 0).sum(), (difference < 0).sum()]
    return IndexTotals(cells, sums, *both.tolist())
