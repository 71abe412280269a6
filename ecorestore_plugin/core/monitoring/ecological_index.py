"""Remote-sensing ecological index (RSEI): the first principal component of greenness, wetness, dryness and heat.

Images of any size are read in blocks: ``IndicatorMoments`` grows with every block of every date, ``principal_axis``
turns it into one axis for all of them, a second reading finds how far the scores reach, and ``scaled_index`` brings
them to 0 to 1.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..classify import class_numbers
from ..errors import EmptyInputError, ParameterError, ValueRangeError
from ..grid import check_same_shape
from .moments import Moments

INDICATORS = ('NDVI', 'WET', 'NDBSI', 'LST')
# Greenness and wetness are good for an ecosystem; dryness and heat are not.
MERIT = np.array([1.0, 1.0, -1.0, -1.0])
LIMITS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


def land_indicators(ndvi, wet, ndbsi, heat, mndwi=None, water_above=0.0):
    """(4, ...) array of the indicators where all are known and there is no open water, else NaN.

    Parameters
    ----------
    ndvi, wet, ndbsi, heat : arrays of one shape, NaN where unknown; heat is the land surface temperature
    mndwi : of the same shape; cells above ``water_above`` are water, unknown ones are left out. None masks nothing

    Raises
    ------
    GridMismatchError : arrays of different shape
    """
    parts = dict(zip(INDICATORS, (ndvi, wet, ndbsi, heat)))
    check_same_shape(**parts, **({} if mndwi is None else {'MNDWI': mndwi}))
    values = np.array([np.asarray(part, dtype=float) for part in parts.values()])
    known = np.isfinite(values).all(axis=0)
    if mndwi is not None:
        with np.errstate(invalid='ignore'):
            known &= np.asarray(mndwi) <= water_above
    values[:, ~known] = np.nan
    return values


class IndicatorMoments(Moments):
    """Moments of the four indicators over all blocks and dates, and their range.

    Attributes
    ----------
    low, high : (4,) arrays
    """

    def __init__(self):
        super().__init__(len(INDICATORS))
        self.low, self.high = np.full(4, np.inf), np.full(4, -np.inf)

    def add(self, values):
        """A block as ``land_indicators`` gives it."""
        cells = values.reshape(4, -1)
        cells = cells[:, np.isfinite(cells[0])]
        if cells.size:
            self.low, self.high = np.minimum(self.low, cells.min(axis=1)), np.maximum(self.high, cells.max(axis=1))
            super().add(cells)


class IndicatorQuantiles:
    """Quantiles of the four indicators over all blocks and dates, to a 20,000th of their range.

    Parameters
    ----------
    low, high : (4,) range of the indicators, as IndicatorMoments finds it
    """

    BINS = 20_000

    def __init__(self, low, high):
        self._low, self._width = low, np.where(high > low, high - low, 1.0) / self.BINS
        self._counts = np.zeros((len(INDICATORS), self.BINS), np.int64)

    def add(self, values):
        """A block as ``land_indicators`` gives it."""
        for counts, low, width, cells in zip(self._counts, self._low, self._width, values):
            places = ((cells[np.isfinite(cells)] - low) / width).astype(np.int64)
            counts += np.bincount(np.minimum(places, self.BINS - 1), minlength=self.BINS)

    def at(self, share):
        """(4,) values below which a share of the cells lies, within a bin as if its cells were spread evenly."""
        found = []
        for counts, low, width in zip(self._counts, self._low, self._width):
            below = np.concatenate([[0], np.cumsum(counts)])
            wanted = share * below[-1]
            place = min(max(int(np.searchsorted(below, wanted, side='left')) - 1, 0), self.BINS - 1)
            found.append(low + width * (place + (wanted - below[place]) / max(counts[place], 1)))
        return np.array(found)


@dataclass(frozen=True)
class PrincipalAxis:
    """The axes of the normalised indicators; NDVI, WET, NDBSI and LST in this order.

    Attributes
    ----------
    low, high : (4,) what each indicator is normalised between
    loadings : (4 indicators, 4 components); column 0 points to better conditions
    variances : (4,) of the components, falling
    """

    low: np.ndarray
    high: np.ndarray
    loadings: np.ndarray
    variances: np.ndarray

    @property
    def shares(self):
        """(4,) share of each component in the variance."""
        return self.variances / self.variances.sum()

    @property
    def against(self):
        """Names of the indicators whose loading on the first component has the wrong sign."""
        return [name for name, sign in zip(INDICATORS, self.loadings[:, 0] * MERIT) if sign < 0]

    def scores(self, values):
        """First component of a block of ``land_indicators``: an array of its shape without the first axis."""
        scaled = self.loadings[:, 0] / (self.high - self.low)
        return np.tensordot(scaled, values, 1) - float(scaled @ self.low)


def principal_axis(moments: IndicatorMoments) -> PrincipalAxis:
    """Principal components of the indicators, each scaled to 0 to 1 over all cells and dates together.

    The sign of a component is arbitrary. The first is turned so that its loadings agree with what is good for an
    ecosystem: the sum of the loadings of NDVI and WET minus those of NDBSI and LST is above 0. This is RSEI0 = PC1 or
    1 - PC1 of the literature, decided by the loadings and not by habit.

    Raises
    ------
    EmptyInputError : fewer than two cells
    ValueRangeError : an indicator that is the same in every cell
    ParameterError : the first component is neither better nor worse

    Source: Xu 2013, China Environmental Science 33(5); Hu & Xu 2018, doi:10.1016/j.ecolind.2018.02.006
    """
    if moments.count < 2:
        raise EmptyInputError('{count} land cells have all four indicators; an ecological index needs two or more. '
                              'Check nodata, the scale of the bands and the limit of water.', count=moments.count)
    width = moments.high - moments.low
    for name, value, span in zip(INDICATORS, moments.low, width):
        # Rounding while an index was computed is no variation.
        if span <= 1e-12 * max(1.0, abs(value)):
            raise ValueRangeError('{name} is {value} in all {count} land cells; an indicator that does not vary has no '
                                  'part in a principal component. Give another layer.', name=name,
                                  value=f'{value:g}', count=moments.count)
    variances, vectors = np.linalg.eigh(moments.products / np.outer(width, width) / (moments.count - 1))
    loadings = vectors[:, ::-1]
    merit = MERIT @ loadings[:, 0]
    if abs(merit) < 1e-9:
        raise ParameterError('The first component loads NDVI {ndvi}, WET {wet}, NDBSI {ndbsi} and LST {lst}: it is '
                             'neither better nor worse. Check the order and the units of the layers.',
                             **{name.lower(): f'{loading:.3f}' for name, loading in zip(INDICATORS, loadings[:, 0])})
    return PrincipalAxis(moments.low, moments.high, loadings * np.array([np.sign(merit), 1, 1, 1]),
                         np.maximum(variances[::-1], 0.0))


def scaled_index(scores, low, high):
    """RSEI, 0 (worst) to 1 (best of all dates), of scores that reach from ``low`` to ``high``."""
    return np.clip((scores - low) / (high - low), 0.0, 1.0)


def index_levels(index):
    """1 poor (to 0.2), 2 fair, 3 medium, 4 good, 5 excellent (above 0.8); 0 where unknown."""
    return class_numbers(index, LIMITS)
