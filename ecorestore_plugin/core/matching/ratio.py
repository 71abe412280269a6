"""Supply-demand ratio of ecosystem services: per service (ESDR) and of all services together (CESDR)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_range
from ..errors import EmptyInputError, GridMismatchError, ParameterError, ValueRangeError
from ..precision import compact
from ..quantiles import percentiles
from ..weights import normalise_weights

DOMINANT = 3.0
DEFAULT_LIMITS = (-1.0, -0.5, -0.2, -0.05, 0.05, 0.2, 0.5, 1.0)
SEVEN_LABELS = (
    ('High deficit', '高赤字'), ('Medium deficit', '中赤字'), ('Low deficit', '低赤字'), ('Balance', '供需平衡'),
    ('Low surplus', '低盈余'), ('Medium surplus', '中盈余'), ('High surplus', '高盈余'))


@dataclass(frozen=True)
class ServiceRatio:
    """Supply-demand ratio of one service.

    Attributes
    ----------
    values : array shaped as supply and demand, -2 to 2, NaN where either is unknown
    largest_supply, largest_demand : the two maxima in the denominator, after the cap
    capped : how many supply and demand values were cut to the cap
    limits : what supply and demand were cut to; infinite without a cap
    """

    values: np.ndarray
    largest_supply: float
    largest_demand: float
    capped: int
    limits: tuple = (np.inf, np.inf)


def supply_demand_ratio(supply, demand, name='', cap=None) -> ServiceRatio:
    """Ecosystem-service supply-demand ratio, ESDR = (S - D) / ((S max + D max) / 2).

    Above 0 surplus, 0 balance, below 0 deficit. The maxima are taken over everything given (all units, or all
    cells), so one outlier compresses the rest: ``cap`` cuts supply and demand to a percentile of each first.

    Parameters
    ----------
    supply, demand : float arrays of one shape in one unit (amount per year), NaN where unknown
    name : the service, for messages
    cap : percentile above 50 to 100, None for none

    Returns
    -------
    ServiceRatio

    Raises
    ------
    GridMismatchError : supply and demand differ in shape
    EmptyInputError : no place has both
    ValueRangeError : negative demand, or nowhere supply or demand above 0

    Source: Li et al. 2016, Ecological Indicators 60 (ecological supply-demand ratio)
    """
    tally = RatioTally(name, cap)
    tally.add(supply, demand)
    scale = tally.result()
    return ServiceRatio(scale.of(supply, demand), *scale.largest, scale.capped, scale.limits)


@dataclass(frozen=True)
class RatioScale:
    """What the ratio of a service is measured by.

    Attributes
    ----------
    largest : the two maxima in the denominator, after the cap
    limits : what supply and demand are cut to; infinite without a cap
    capped : how many supply and demand values are cut
    """

    largest: tuple[float, float]
    limits: tuple[float, float]
    capped: int

    def of(self, supply, demand) -> np.ndarray:
        """Ratio of every place, NaN where supply or demand is unknown."""
        supply, demand = (np.minimum(np.asarray(values, dtype=float), limit)
                          for values, limit in zip((supply, demand), self.limits))
        return (supply - demand) / (sum(self.largest) / 2)


class RatioTally:
    """Finds the RatioScale of a service from places block by block; parameters as in :func:`supply_demand_ratio`."""

    def __init__(self, name='', cap=None):
        if cap is not None and not 50 < cap <= 100:
            raise ParameterError('The cap is the percentile {cap}; it must be above 50 and at most 100.',
                                 cap=f'{cap:g}')
        self.name, self.cap = name, cap
        self._places, self._known, self._largest = 0, 0, [-np.inf, -np.inf]
        self._values: list = [[], []]

    def add(self, supply, demand):
        """Counts arrays of one shape in.

        Raises
        ------
        GridMismatchError, ValueRangeError
        """
        supply, demand = np.asarray(supply, dtype=float), np.asarray(demand, dtype=float)
        if supply.shape != demand.shape:
            raise GridMismatchError(
                '{service}: supply has {supply} values but demand has {demand}; give both for the same units or on '
                'the same grid.', service=self.name, supply=' x '.join(map(str, supply.shape)),
                demand=' x '.join(map(str, demand.shape)))
        check_range(f'{self.name}_supply', supply)
        check_range(f'{self.name}_demand', demand, 0)
        known = ~(np.isnan(supply) | np.isnan(demand))
        self._places += known.size
        self._known += int(known.sum())
        if not known.any():
            return
        for side, values in enumerate((supply[known], demand[known])):
            self._largest[side] = max(self._largest[side], float(values.max()))
            if self.cap is not None:
                self._values[side].append(compact(values))

    def result(self) -> RatioScale:
        """The scale of all that was counted.

        Raises
        ------
        EmptyInputError, ValueRangeError
        """
        if not self._known:
            raise EmptyInputError('{service}: supply and demand are nowhere both known ({count} places). Check that '
                                  'the layers cover the same area.', service=self.name, count=self._places)
        limits, capped = [np.inf, np.inf], 0
        for side, values in enumerate(self._values if self.cap is not None else ()):
            together = np.concatenate(values)
            limits[side] = percentiles(together, [self.cap])[0]
            capped += int((together > limits[side]).sum())
            self._values[side] = []
        largest = min(self._largest[0], limits[0]), min(self._largest[1], limits[1])
        if sum(largest) <= 0:
            raise ValueRangeError('{service}: neither supply nor demand is above 0 anywhere, so there is no ratio. '
                                  'Leave the service out or check its layers.', service=self.name)
        return RatioScale(largest, (limits[0], limits[1]), capped)


def dominating(values, times=DOMINANT):
    """Positions of values so large that they compress the ratios of all others: ``times`` the 95th percentile or more.

    Parameters
    ----------
    values : (n,) floats, NaN where unknown
    """
    values = np.asarray(values, dtype=float)
    known = values[np.isfinite(values)]
    if known.size < 3:
        return np.zeros(0, np.int64)
    limit = times * float(np.percentile(known, 95, method='lower'))
    return np.flatnonzero(np.nan_to_num(values, nan=-np.inf) >= limit) if limit > 0 else np.zeros(0, np.int64)


def comprehensive_ratio(ratios, weights=None) -> np.ndarray:
    """Comprehensive supply-demand ratio (CESDR): the weighted mean of the ratios of all services.

    Parameters
    ----------
    ratios : sequence of m arrays of one shape, one per service
    weights : m numbers of 0 or more, scaled to sum 1; None for equal weights

    Returns
    -------
    array of the same shape, NaN where a service with a weight is unknown

    Raises
    ------
    ParameterError : as many weights as services are needed
    """
    ratios = [np.asarray(ratio, dtype=float) for ratio in ratios]
    weights = np.ones(len(ratios)) if weights is None else np.asarray(weights, dtype=float)
    if len(weights) != len(ratios):
        raise ParameterError('There are {weights} weights for {services} services; give one per service.',
                             weights=len(weights), services=len(ratios))
    total = np.zeros(ratios[0].shape)
    for ratio, weight in zip(ratios, normalise_weights(weights)):
        if weight:
            total = total + weight * ratio
    return total


def class_labels(limits):
    """A label in English and in Chinese for every class between ``limits``.

    Seven classes have the names of a symmetric scale if the middle class holds 0; others are named by their sign and
    limits.

    Parameters
    ----------
    limits : (k + 1,) ascending

    Returns
    -------
    list of k (English, Chinese)
    """
    limits = [float(limit) for limit in limits]
    if len(limits) == 8 and limits[3] < 0 < limits[4]:
        return list(SEVEN_LABELS)
    labels = []
    for low, high in zip(limits[:-1], limits[1:]):
        english, chinese = (('Deficit', '赤字') if high <= 0 else ('Surplus', '盈余') if low >= 0
                            else ('Balance', '供需平衡'))
        labels.append((f'{english} {low:g} to {high:g}', f'{chinese} {low:g} 至 {high:g}'))
    return labels


@dataclass(frozen=True)
class ClassAreas:
    """Area per class, in the order of the classes, all classes listed."""

    numbers: np.ndarray
    areas_ha: np.ndarray
    shares: np.ndarray


def class_areas(numbers, areas_ha, classes) -> ClassAreas:
    """Area and share of every class 1 to ``classes``; members of class 0 (unknown) count in no share.

    Parameters
    ----------
    numbers : class per unit, 0 where unknown
    areas_ha : area per unit, ha
    """
    numbers = np.asarray(numbers)
    areas = np.bincount(numbers, weights=np.asarray(areas_ha, dtype=float), minlength=classes + 1)[1:classes + 1]
    total = areas.sum()
    return ClassAreas(np.arange(1, classes + 1), areas, areas / total if total > 0 else areas)
