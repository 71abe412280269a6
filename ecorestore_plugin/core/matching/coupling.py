"""Coupling coordination of supply and demand: how strongly they interact, and at what level."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_share
from ..errors import EmptyInputError, GridMismatchError, ParameterError, ValueRangeError

FLOOR = 0.01
# Class k holds degrees from (k - 1) / 10 to below k / 10; the last one holds 1 too.
CLASSES = (
    ('Extreme imbalance', '极度失调'), ('Serious imbalance', '严重失调'), ('Moderate imbalance', '中度失调'),
    ('Mild imbalance', '轻度失调'), ('Near imbalance', '濒临失调'), ('Barely coordinated', '勉强协调'),
    ('Primary coordination', '初级协调'), ('Intermediate coordination', '中级协调'),
    ('Good coordination', '良好协调'), ('Quality coordination', '优质协调'))
BALANCED = 0.1
RELATIONS = {'supply_lags': ('Supply lags', '供给滞后'), 'balanced': ('In step', '供需同步'),
             'demand_lags': ('Demand lags', '需求滞后')}


@dataclass(frozen=True)
class Coordination:
    """Coupling coordination of every place; NaN and class 0 where supply or demand is unknown.

    Attributes
    ----------
    supply, demand : scaled to 0..1
    coupling : C, 0 to 1, 1 where both are equal
    level : T, weighted mean of both
    degree : D = sqrt(C T), 0 to 1
    classes : 1 (extreme imbalance) to 10 (quality coordination)
    """

    supply: np.ndarray
    demand: np.ndarray
    coupling: np.ndarray
    level: np.ndarray
    degree: np.ndarray
    classes: np.ndarray

    @property
    def relations(self) -> np.ndarray:
        """Which of the two lags, a key of RELATIONS; 'balanced' where they differ by less than 0.1, '' unknown."""
        apart = self.supply - self.demand
        found = np.where(apart > 0, 'demand_lags', 'supply_lags')
        found = np.where(np.abs(apart) < BALANCED, 'balanced', found)
        return np.where(np.isnan(apart), '', found)


class RangeTally:
    """Lowest and highest supply and demand of the places that know both, block by block."""

    def __init__(self):
        self.count, self.low, self.high = 0, np.full(2, np.inf), np.full(2, -np.inf)

    def add(self, supply, demand):
        """Counts arrays of one shape in, NaN where unknown."""
        known = np.isfinite(supply) & np.isfinite(demand)
        if known.any():
            self.count += int(known.sum())
            self.low = np.minimum(self.low, [values[known].min() for values in (supply, demand)])
            self.high = np.maximum(self.high, [values[known].max() for values in (supply, demand)])

    def check(self):
        """Raises EmptyInputError or ValueRangeError where there is nothing to compare."""
        if self.count < 2:
            raise EmptyInputError('Coordination compares places with each other and needs at least two that know '
                                  'supply and demand; there are {count}.', count=self.count)
        for name, low, high in zip(('supply', 'demand'), self.low, self.high):
            if not high > low:
                raise ValueRangeError('The {name} is {value} in all {count} places, so it cannot be scaled. Check the '
                                      'layer or the field.', name=name, value=f'{low:g}', count=self.count)


def coupling_coordination(supply, demand, share=0.5, floor=FLOOR, ranges=None) -> Coordination:
    """Coupling coordination degree of supply and demand.

    Both are min-max scaled to 0..1 and lifted to ``floor``; C = 2 sqrt(S D) / (S + D), T = share x S + (1 - share) x
    D, D = sqrt(C T).

    Parameters
    ----------
    supply, demand : float arrays of one shape, any units, NaN where unknown
    share : weight of the supply in T, 0 to 1
    floor : smallest scaled value; above 0 it keeps the place with the least supply from counting as uncoupled
    ranges : RangeTally of all places, where these are a part of them

    Returns
    -------
    Coordination

    Raises
    ------
    GridMismatchError, ParameterError
    EmptyInputError : fewer than two places know both
    ValueRangeError : supply or demand is the same everywhere

    Source: Liao 1999 (coupling coordination model); classes in steps of 0.1 as usual in its applications
    """
    supply, demand = np.asarray(supply, dtype=float), np.asarray(demand, dtype=float)
    if supply.shape != demand.shape:
        raise GridMismatchError('Supply has {supply} values but demand has {demand}; give both for the same places.',
                                supply=supply.size, demand=demand.size)
    check_share('share', share)
    if not 0 <= floor < 1:
        raise ParameterError('The floor is {value}; it must be 0 or more and below 1.', value=f'{floor:g}')
    known = np.isfinite(supply) & np.isfinite(demand)
    if ranges is None:
        ranges = RangeTally()
        ranges.add(supply, demand)
    ranges.check()
    one, other = (np.where(known, np.maximum((values - low) / (high - low), floor), np.nan)
                  for values, low, high in zip((supply, demand), ranges.low, ranges.high))
    together = one + other
    coupling = np.divide(2 * np.sqrt(one * other), together, out=np.zeros_like(together), where=together > 0)
    coupling[~known] = np.nan
    level = share * one + (1 - share) * other
    degree = np.sqrt(coupling * level)
    return Coordination(one, other, coupling, level, degree, coordination_classes(degree))


def coordination_classes(degree) -> np.ndarray:
    """Class 1 to 10 in steps of 0.1, 0 where unknown; a degree on a limit belongs to the class above."""
    numbers = np.floor(np.nan_to_num(degree, nan=-0.05) * 10 + 1e-9).astype(np.int64) + 1
    return np.clip(numbers, 0, len(CLASSES))
