"""Control places that are like the treated ones in land cover, slope, rain and the like."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import EmptyInputError, ParameterError
from .moments import Moments

# Standardised differences of means beyond it are taken as imbalance (Stuart 2010).
IMBALANCE = 0.25
MOST_STRATA = 2_000_000


@dataclass(frozen=True)
class Strata:
    """Kinds of places: a class code and a quantile class of every value.

    Attributes
    ----------
    codes : class codes of the treated places in rising order; empty without classes
    limits : per value, the rising inner limits of its quantile classes
    ends : per value, the lowest and the highest of the treated places; nothing beyond is like them
    """

    codes: np.ndarray
    limits: tuple
    ends: tuple

    @property
    def shape(self):
        return (max(len(self.codes), 1), *(len(inner) + 1 for inner in self.limits))

    def __len__(self):
        return int(np.prod(self.shape))

    def numbers(self, codes, values):
        """Stratum of every place, 0 to n - 1; -1 where something is unknown or no treated place is like it.

        Parameters
        ----------
        codes : integer array with a mask of what is valid, as a pair, or None without classes
        values : list of float arrays of one shape, NaN where unknown
        """
        shape = values[0].shape if values else codes[0].shape
        number, known = np.zeros(shape, np.int64), np.ones(shape, bool)
        if codes is not None:
            found = np.minimum(np.searchsorted(self.codes, codes[0]), len(self.codes) - 1)
            number, known = found, codes[1] & (self.codes[found] == codes[0])
        for inner, (low, high), value in zip(self.limits, self.ends, values):
            number = number * (len(inner) + 1) + np.searchsorted(inner, value, side='left')
            with np.errstate(invalid='ignore'):
                known = known & (value >= low) & (value <= high)
        return np.where(known, number, -1)

    def parts(self):
        """(class code or None, [(from, to) of every value]) of each stratum in order."""
        found = []
        steps = [(low, *inner, high) for inner, (low, high) in zip(self.limits, self.ends)]
        for place in np.ndindex(*self.shape):
            bounds = [(float(step[at]), float(step[at + 1])) for step, at in zip(steps, place[1:])]
            found.append((int(self.codes[place[0]]) if len(self.codes) else None, bounds))
        return found


def strata_of(codes, values, classes) -> Strata:
    """Strata of treated places: their class codes, and quantile classes of their values.

    Parameters
    ----------
    codes : (n,) integer class codes of the treated places, or None
    values : list of (n,) float arrays without NaN
    classes : quantile classes of each value, 1 or more

    Raises
    ------
    EmptyInputError : no treated place
    ParameterError : fewer than one class, or more than two million combinations
    """
    if classes < 1:
        raise ParameterError('The number of classes is {classes}; it must be 1 or more.', classes=classes)
    if not (len(codes) if codes is not None else len(values[0])):
        raise EmptyInputError('No treated cell has all the layers that controls are matched by. Check that they cover '
                              'the treated places.')
    shares = np.linspace(0, 1, classes + 1)[1:-1]
    found = Strata(np.unique(codes) if codes is not None else np.empty(0, np.int64),
                   tuple(np.unique(np.quantile(value, shares)) for value in values),
                   tuple((float(value.min()), float(value.max())) for value in values))
    if len(found) > MOST_STRATA:
        raise ParameterError('{count} kinds of place come from the classes of {layers} layers; no cell would find its '
                             'like. Take fewer classes or layers.', count=len(found), layers=len(found.shape))
    return found


class StratifiedDraw:
    """Draws controls at random, as many per stratum as it has treated places times a ratio, block by block.

    The number a block gives is drawn from the hypergeometric distribution, so that every candidate of a stratum has
    the same chance wherever the blocks end.

    Parameters
    ----------
    treated, candidates : (n,) places per stratum
    ratio : controls per treated place
    seed : of the draw

    Attributes
    ----------
    wanted : (n,) controls per stratum; all there are where candidates are too few
    """

    def __init__(self, treated, candidates, ratio=1.0, seed=1):
        self._left = np.array(candidates, dtype=np.int64)
        self.wanted = np.minimum(np.rint(ratio * np.asarray(treated)).astype(np.int64), self._left)
        self._open, self._random = self.wanted.copy(), np.random.default_rng(seed)

    def take(self, free, strata):
        """Controls among the candidates of the next block.

        Parameters
        ----------
        free : bool array, candidates
        strata : integer array of the same shape, as of :meth:`Strata.numbers`

        Returns
        -------
        bool array
        """
        chosen = np.zeros(free.shape, bool)
        places = np.flatnonzero(free & (strata >= 0))
        if not places.size:
            return chosen
        places = places[np.argsort(strata.ravel()[places], kind='stable')]
        present, starts = np.unique(strata.ravel()[places], return_index=True)
        for stratum, mine in zip(present, np.split(places, starts[1:])):
            here = self._open[stratum]
            if here and self._left[stratum] > mine.size:
                here = self._random.hypergeometric(mine.size, self._left[stratum] - mine.size, here)
            chosen.ravel()[self._random.choice(mine, here, replace=False)] = True
            self._open[stratum] -= here
            self._left[stratum] -= mine.size
        return chosen


def standardised_difference(treated: Moments, others: Moments) -> np.ndarray:
    """(mean of the treated - mean of the others) / standard deviation of the treated; 0 where nothing differs.

    Source: Stuart 2010, doi:10.1214/09-STS313
    """
    gap = treated.mean - others.mean
    with np.errstate(divide='ignore', invalid='ignore'):
        return np.where(gap == 0, 0.0, gap / np.sqrt(treated.variance))
