"""What the tools about several services read in the same way."""

from __future__ import annotations

from ..core.errors import DuplicateCodeError, ParameterError


def service_names(job, parameter='SERVICES'):
    """Service names of a text parameter, fit for field names.

    Raises
    ------
    ParameterError, DuplicateCodeError
    """
    names = ['_'.join(word.split()) for word in job.list(parameter)]
    if not names:
        raise ParameterError('{name} is empty; give at least one service, such as food,carbon,water.',
                             name=job.label(parameter))
    double = sorted({name for name in names if names.count(name) > 1})
    if double:
        raise DuplicateCodeError('{name}: {services} stands there more than once; every service needs a name of its '
                                 'own.', name=job.label(parameter), services=', '.join(double))
    return names


def service_weights(job, names, parameter='SERVICE_WEIGHTS'):
    """One weight per service, or None for equal weights.

    Raises
    ------
    ParameterError : another number of weights
    """
    weights = job.numbers(parameter)
    if weights and len(weights) != len(names):
        raise ParameterError('{name}: there are {weights} weights for {count} services ({services}); give one per '
                             'service.', name=job.label(parameter), weights=len(weights), count=len(names),
                             services=', '.join(names))
    return weights or None
