"""Levels of resilience: two or more, from low to high."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..classify import check_limits, natural_breaks
from ..errors import EmptyInputError, ParameterError, ValueRangeError

TWO = ('low', 'high')
# These divide into two; the others into as many levels as there are.
TWO_LEVEL_METHODS = ('mean', 'median', 'jenks2', 'value')
LEVEL_METHODS = (*TWO_LEVEL_METHODS, 'jenks', 'quantile', 'limits', 'classes')
# Words for levels and how high they are; whole numbers from 1 and words ranked by the table do as well.
RANKS = {'very low': -3, '极低': -3, '很低': -3, 'low': -2, '低': -2, 'rather low': -1, '较低': -1,
         'medium': 0, 'moderate': 0, '中': 0, '中等': 0, 'rather high': 1, '较高': 1, 'high': 2, '高': 2,
         'very high': 3, '极高': 3, '很高': 3}
SPELLINGS = {'高': 'high', '低': 'low'}


@dataclass(frozen=True)
class Levels:
    """Resilience level of every unit.

    Attributes
    ----------
    numbers : (n,) integers, 0 the lowest level
    limits : ascending values from which on the next level begins; a value on a limit is of the level above. Empty where
        the levels were given
    words : names of the levels, the lowest first
    """

    numbers: np.ndarray
    limits: np.ndarray
    words: tuple

    @property
    def names(self):
        return [self.words[number] for number in self.numbers]

    @property
    def high(self):
        """Whether each is of the highest level."""
        return self.numbers == len(self.words) - 1

    @property
    def threshold(self):
        """What the highest level begins with, NaN where the levels were given."""
        return float(self.limits[-1]) if self.limits.size else np.nan


def level_word(text):
    """(word, how high it ranks) of a level as a table spells it; the rank is None where the word does not tell."""
    word = str(text).strip().lower().replace('_', ' ')
    if word.endswith('.0') and word[:-2].isdigit():
        word = word[:-2]
    word = SPELLINGS.get(word, word)
    return word, int(word) if word.isdigit() else RANKS.get(word)


def resilience_levels(values, method='mean', threshold=None, words=TWO, limits=()) -> Levels:
    """Level of resilience of units, or of cells.

    Parameters
    ----------
    values : (n,) floats, one per unit, all known
    method : 'mean' (z-score of 0 or more is high), 'median', 'jenks2' (the upper of two natural classes is high),
        'value' (from ``threshold`` on is high): two levels only; 'jenks' (natural breaks), 'quantile', 'limits' (the
        given ones) or 'classes' (the values are the levels, 1 the lowest): any number
    words : names of the levels, the lowest first
    limits : of 'limits', one less than levels

    Raises
    ------
    EmptyInputError : no unit, or an unknown value
    ParameterError : unknown method, or what it needs is missing
    ValueRangeError : a class that is no level
    """
    values = np.asarray(values, dtype=float)
    unknown = ~np.isfinite(values)
    if not values.size or unknown.any():
        raise EmptyInputError('Resilience is unknown in {count} of {units} units.', count=int(unknown.sum()),
                              units=values.size)
    found = level_limits(values, method, threshold, words, limits)
    return Levels(level_numbers(values, found, len(words)), found, tuple(words))


def level_limits(values, method, threshold=None, words=TWO, limits=()) -> np.ndarray:
    """Ascending values from which on the next level begins, empty for 'classes'; see :func:`resilience_levels`."""
    check_method(method, threshold, words, limits)
    if method == 'classes':
        return np.zeros(0)
    if method == 'mean':
        return np.array([values.mean(dtype=float)])
    if method == 'median':
        return np.array([np.median(values)], dtype=float)
    if method == 'value':
        return np.array([threshold], dtype=float)
    if method == 'limits':
        return np.asarray(limits, dtype=float)
    if method == 'quantile':
        return np.quantile(values, np.arange(1, len(words)) / len(words))
    if method == 'jenks2' and not np.ptp(values) > 0:
        return values[:1].astype(float)
    ends = natural_breaks(values, len(words))[1:-1]
    return np.array([values[values > end].min() for end in ends], dtype=float)


def check_method(method, threshold=None, words=TWO, limits=()):
    """Raises ParameterError where levels cannot be made so."""
    count = len(words)
    if method not in LEVEL_METHODS:
        raise ParameterError('There is no way {method} to divide resilience into levels; choose one of {methods}.',
                             method=method, methods=', '.join(LEVEL_METHODS))
    if method in TWO_LEVEL_METHODS and count != 2:
        raise ParameterError('The rules have {count} levels of resilience ({levels}), but {method} divides into two. '
                             'Choose jenks, quantile, limits or classes.', count=count, levels=', '.join(words),
                             method=method)
    if method == 'value' and threshold is None:
        raise ParameterError('The division by a given value needs the threshold of resilience.')
    if method == 'limits' and len(limits) != count - 1:
        raise ParameterError('{count} levels of resilience ({levels}) need {needed} limits between them; {given} are '
                             'given.', count=count, levels=', '.join(words), needed=count - 1, given=len(limits))
    if method == 'limits' and count > 2:
        check_limits(limits)


def level_numbers(values, limits, count) -> np.ndarray:
    """Level of every value, 0 the lowest to ``count`` - 1; -1 where it is NaN.

    Parameters
    ----------
    values : float array of any shape
    limits : from :func:`level_limits`; empty where the values are the levels themselves, from 1

    Raises
    ------
    ValueRangeError : a class that is no level
    """
    values = np.asarray(values, dtype=float)
    known = np.isfinite(values)
    if not len(limits):
        wrong = known & ((values < 1) | (values > count) | (values != np.round(np.where(known, values, 0))))
        if wrong.any():
            raise ValueRangeError('Classes of resilience must be whole numbers from 1 (lowest) to {count}, as many as '
                                  'the rules have levels; {wrong} are not, the first is {value}.', count=count,
                                  wrong=int(wrong.sum()), value=f'{values[wrong].flat[0]:g}')
        return np.where(known, values, 0).astype(np.int64) - 1
    # The mean of equal numbers can differ from them in the last digit.
    limits = np.asarray(limits, dtype=float)
    least = limits - 1e-12 * np.maximum(1.0, np.abs(limits))
    return np.where(known, np.searchsorted(least, values, side='right'), -1)
