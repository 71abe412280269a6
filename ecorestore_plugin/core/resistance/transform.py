"""Resistance from how suitable a place is."""

from __future__ import annotations

import numpy as np

from ..checks import check_range
from ..errors import ParameterError, ValueRangeError
from ..scores import curve_share

METHODS = ('negative_exponential', 'linear', 'inverse', 'power', 'habitat_suitability')


def resistance_from_suitability(suitability, maximum=100.0, shape=8.0, minimum=1.0):
    """Resistance by the negative exponential transform.

    R = max - (max - min) (1 - exp(-c s)) / (1 - exp(-c)).

    Parameters
    ----------
    suitability : (rows, cols) float array, 0 (unsuitable) to 1 (ideal), NaN where unknown
    maximum : resistance at suitability 0, above ``minimum``
    shape : c of the transform, above 0; 0.25 is nearly linear, 8 keeps resistance low until habitat is poor
    minimum : resistance at suitability 1, above 0

    Returns
    -------
    (rows, cols) float array, ``minimum`` to ``maximum``, NaN where ``suitability`` is

    Raises
    ------
    ValueRangeError : a suitability below 0 or above 1; names the count, the first cell and its value
    ParameterError : limits that are not 0 < minimum < maximum, or a shape that is not above 0

    Source: Keeley et al. 2016, Landscape Ecology, doi:10.1007/s10980-016-0387-5
    """
    if not shape > 0:
        raise ParameterError('The shape c is {value}; it must be above 0.', value=f'{shape:g}')
    return _falling(suitability, maximum, minimum, 'exponential', shape)


def linear_resistance(suitability, maximum=100.0, minimum=1.0):
    """R = max - (max - min) s; parameters, result and errors as resistance_from_suitability."""
    return _falling(suitability, maximum, minimum, 'linear', 1.0)


def power_resistance(suitability, maximum=100.0, exponent=2.0, minimum=1.0):
    """R = max - (max - min) s^p; parameters, result and errors as resistance_from_suitability.

    With p below 1 resistance falls at once, with p above 1 only in good habitat.
    """
    return _falling(suitability, maximum, minimum, 'power', exponent)


def inverse_resistance(suitability, maximum=100.0, minimum=1.0):
    """R = min / s, at most ``maximum``; parameters, result and errors as resistance_from_suitability.

    Conductance is then proportional to suitability, down to minimum / maximum.
    """
    suitability = _checked(suitability, maximum, minimum)
    return np.where(np.isnan(suitability), np.nan, minimum / np.maximum(suitability, minimum / maximum))


def threshold_resistance(suitability, maximum=100.0, threshold=0.5, minimum=1.0):
    """Resistance of a habitat suitability model: all habitat is equally easy, the rest ever harder.

    R = min where s >= threshold, else max (min / max)^(s / threshold). With min 1 and max 1000 this is the form
    exp(ln(0.001) s / threshold) * 1000 common with species distribution models.

    Parameters
    ----------
    threshold : suitability from which a cell is habitat, above 0, at most 1; others as resistance_from_suitability

    Raises
    ------
    ValueRangeError, ParameterError
    """
    if not 0 < threshold <= 1:
        raise ParameterError('The habitat threshold is {value}; it must be above 0 and at most 1.',
                             value=f'{threshold:g}')
    suitability = _checked(suitability, maximum, minimum)
    return maximum * (minimum / maximum) ** np.minimum(suitability / threshold, 1.0)


def transformed_resistance(method, suitability, maximum=100.0, shape=8.0, exponent=2.0, threshold=0.5, minimum=1.0):
    """Resistance by one of METHODS; see the function of each.

    Raises
    ------
    ValueRangeError, ParameterError
    """
    if method == 'negative_exponential':
        return resistance_from_suitability(suitability, maximum, shape, minimum)
    if method == 'linear':
        return linear_resistance(suitability, maximum, minimum)
    if method == 'inverse':
        return inverse_resistance(suitability, maximum, minimum)
    if method == 'power':
        return power_resistance(suitability, maximum, exponent, minimum)
    if method == 'habitat_suitability':
        return threshold_resistance(suitability, maximum, threshold, minimum)
    raise ParameterError('There is no transform {method}; choose one of {methods}.', method=method,
                         methods=', '.join(METHODS))


def suitability_from_values(values, unsuitable=0.0, ideal=1.0, clip=False):
    """Any measure as suitability: (value - unsuitable) / (ideal - unsuitable).

    Parameters
    ----------
    values : float array, NaN where unknown
    unsuitable, ideal : the values that become 0 and 1; unsuitable may be the larger one (5000 m to 0 m)
    clip : whether values beyond become 0 or 1; otherwise they are an error

    Returns
    -------
    float array 0 to 1, number of values that were clipped

    Raises
    ------
    ParameterError : both are equal
    ValueRangeError : a value beyond, where ``clip`` is off
    """
    if not abs(ideal - unsuitable) > 0 or not np.isfinite([ideal, unsuitable]).all():
        raise ParameterError('The values of suitability 0 and 1 are {first} and {second}; they must be two different '
                             'numbers.', first=f'{unsuitable:g}', second=f'{ideal:g}')
    values = np.asarray(values, dtype=float)
    if unsuitable == 0 and ideal == 1:
        scaled = values
    else:
        scaled = (values - unsuitable) / (ideal - unsuitable)
    with np.errstate(invalid='ignore'):
        beyond = (scaled < 0) | (scaled > 1)
    count = int(beyond.sum())
    if count and not clip:
        first = tuple(int(i) for i in np.argwhere(beyond)[0])
        raise ValueRangeError(
            '{count} values lie outside {low} to {high}; the first is {value} in row {row}, column {column}. Give the '
            'values of suitability 0 and 1 that fit the raster, or let values beyond them be clipped.',
            count=count, low=f'{min(unsuitable, ideal):g}', high=f'{max(unsuitable, ideal):g}',
            value=f'{values[first]:g}', row=first[0], column=first[-1])
    return np.clip(scaled, 0, 1), count


def _falling(suitability, maximum, minimum, curve, shape):
    suitability = _checked(suitability, maximum, minimum)
    return maximum - (maximum - minimum) * curve_share(suitability, curve, shape)


def _checked(suitability, maximum, minimum):
    if not 0 < minimum < maximum < np.inf:
        raise ParameterError('The resistance must rise from {minimum} to {maximum}: the smallest must be above 0 and '
                             'below the largest.', minimum=f'{minimum:g}', maximum=f'{maximum:g}')
    suitability = np.asarray(suitability, dtype=float)
    check_range('suitability', suitability, 0, 1)
    return suitability
