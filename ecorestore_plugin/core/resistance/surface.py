"""A resistance surface from several factors: score each factor, weigh the scores, burn barriers in."""

from __future__ import annotations

import numpy as np

from ..checks import check_not_empty, check_positive, never, silent, stop_if
from ..errors import EmptyInputError, ParameterError
from ..grid import check_same_shape
from ..scores import FactorScores, factor_scores, score_factor
from ..weights import factor_key, normalise_weights

__all__ = ['FactorScores', 'burn_barriers', 'factor_scores', 'match_weights', 'score_factor', 'weighted_resistance',
           'weights_from_text']


def weighted_resistance(factors, rules, weights, progress=silent, cancelled=never) -> np.ndarray:
    """Resistance as the weighted sum of the scores of all factors.

    R = sum over factors of w_f * score_f(value), with the weights scaled to sum 1.

    Parameters
    ----------
    factors : list of (rows, cols) arrays, NaN where unknown; a callable per factor that returns one is also
        taken, so that only one factor is in memory at a time
    rules : list of FactorScores in the same order
    weights : (k,) 0 or more, not all 0

    Returns
    -------
    (rows, cols) float array above 0, NaN where any factor with a weight is unknown

    Raises
    ------
    GridMismatchError, MissingCodeError, ValueRangeError, ParameterError, EmptyInputError

    Source: weighted linear combination; Malczewski 2000, Transactions in GIS, doi:10.1111/1467-9671.00035
    """
    if not rules:
        raise EmptyInputError('There is no factor to build a resistance surface from.')
    if not len(factors) == len(rules) == np.size(weights):
        raise ParameterError('There are {factors} factors, {rules} score tables and {weights} weights; '
                             'give one of each per factor.',
                             factors=len(factors), rules=len(rules), weights=int(np.size(weights)))
    weights = normalise_weights(weights, [rule.name for rule in rules])
    surface = np.zeros(())
    for number, (factor, rule, weight) in enumerate(zip(factors, rules, weights)):
        stop_if(cancelled)
        progress(number / len(rules), 'Scoring factor {name}', name=rule.name)
        part = weight * score_factor(factor() if callable(factor) else factor, rule)
        if number == 0:
            surface = np.zeros(part.shape)
        check_same_shape(**{rules[0].name: surface, rule.name + ' ': part})
        if weight > 0:
            surface += part
    check_not_empty('resistance', ~np.isnan(surface))
    progress(1.0)
    return surface


def burn_barriers(resistance, barrier, value, opened=None) -> np.ndarray:
    """Linear barriers such as roads raise the resistance of their cells to at least ``value``.

    Parameters
    ----------
    resistance : (rows, cols) float array above 0, NaN outside
    barrier : (rows, cols) bool array, True on the barrier
    value : resistance on the barrier, above 0; cells that resist more already keep their value
    opened : (rows, cols) bool array, True where a crossing structure lets through: barrier cells there keep the
        resistance they have

    Raises
    ------
    GridMismatchError, ValueRangeError
    """
    check_same_shape(resistance=resistance, barrier=barrier, opened=opened)
    check_positive('barrier resistance', np.array([value]))
    raised = barrier & ~np.isnan(resistance)
    if opened is not None:
        raised &= ~opened
    return np.where(raised, np.maximum(resistance, value), resistance)


def weights_from_text(text, names) -> dict:
    """Weights by factor from '0.5, 0.3, 0.2' (in the order of ``names``) or 'slope=0.5, ndvi=0.5'; equal where empty.

    Raises
    ------
    ParameterError : a part that is no number, or another number of weights than factors
    """
    parts = [part.strip() for part in (text or '').replace('，', ',').replace(';', ',').split(',') if part.strip()]
    if not parts:
        return {name: 1.0 / len(names) for name in names}
    given = {}
    for position, part in enumerate(parts):
        name, equals, value = part.rpartition('=')
        try:
            weight = float(value)
        except ValueError:
            raise ParameterError('The weight "{text}" is no number. Write 0.5, 0.3, 0.2 or landcover=0.5, slope=0.5.',
                                 text=part) from None
        key = factor_key(name) if equals else names[position] if position < len(names) else str(position + 1)
        given[key] = weight
    if len(parts) != len(names) and not any('=' in part for part in parts):
        raise ParameterError('There are {weights} weights for {count} factors.', weights=len(parts), count=len(names))
    return given


def match_weights(names, given):
    """((k,) weights in the order of ``names``, names in ``given`` that are no factor).

    Raises
    ------
    ParameterError : a factor without a weight
    """
    missing = [name for name in names if name not in given]
    if missing:
        raise ParameterError('There is no weight for {names}; the weights name {known}.',
                             names=', '.join(missing), known=', '.join(given) or '-')
    return np.array([given[name] for name in names], dtype=float), [name for name in given if name not in names]
