"""Conditional connectivity: only sources that resemble the target, in climate or in class, send current to it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..errors import ParameterError
from ..grid import check_same_shape

COMPARISONS = ('within', 'equal')


@dataclass(frozen=True)
class Condition:
    """A layer that sources and target must agree in.

    Attributes
    ----------
    present : (rows, cols) float array, NaN where unknown; the values of the sources
    future : the values of the target, such as a projected climate; as ``present`` when None
    comparison : 'within': source minus median of the target's block lies between ``lower`` and ``upper``; 'equal':
        the source has the most frequent value of the target's block
    lower, upper : limits of the difference, in the unit of the layer
    """

    present: np.ndarray
    future: np.ndarray | None = None
    comparison: str = 'within'
    lower: float = -math.inf
    upper: float = math.inf

    def checked(self, shape) -> Condition:
        """Itself, if its layers have the shape and its limits make sense.

        Raises
        ------
        GridMismatchError, ParameterError
        """
        check_same_shape(resistance=np.broadcast_to(0.0, shape), condition=self.present, future_condition=self.future)
        if self.comparison not in COMPARISONS:
            raise ParameterError('Sources and targets are compared by "within" or "equal", not by "{comparison}".',
                                 comparison=self.comparison)
        if not self.lower <= self.upper:
            raise ParameterError('The lower limit of the difference, {lower}, is above the upper limit, {upper}.',
                                 lower=f'{self.lower:g}', upper=f'{self.upper:g}')
        return self

    def value_at(self, block) -> float:
        """The value of a target: median or most frequent value of its block, NaN where nothing is known."""
        values = (self.present if self.future is None else self.future)[block]
        values = values.ravel(order='F')
        values = values[~np.isnan(values)]
        if not values.size:
            return math.nan
        return float(np.median(values)) if self.comparison == 'within' else most_frequent(values)

    def met(self, inside, value) -> np.ndarray:
        """Which cells of a part of the raster may send current to a target of this value."""
        present = self.present[inside]
        if self.comparison == 'equal':
            return present == value
        with np.errstate(invalid='ignore'):
            difference = present - value
            return (difference >= self.lower) & (difference <= self.upper)


def most_frequent(values) -> float:
    """The value that is first to reach the highest count, counting in order."""
    kinds, place = np.unique(values, return_inverse=True)
    order = np.argsort(place, kind='stable')
    count = np.bincount(place)
    last = order[np.cumsum(count) - 1]  # where each value reaches its count
    best = np.flatnonzero(count == count.max())
    return float(kinds[best[np.argmin(last[best])]])


def conditions_met(conditions, window, target):
    """A function of slices of the raster: where all conditions of a target are met; None without conditions."""
    if not conditions:
        return None
    block = window.block_of(target)
    wanted = [(condition, condition.value_at(block)) for condition in conditions]

    def keep(inside):
        return np.logical_and.reduce([condition.met(inside, value) for condition, value in wanted])
    return keep
