"""Demand of people: so much per person."""

from __future__ import annotations

import numpy as np

from ..checks import check_range
from ..errors import ParameterError


def per_capita_demand(population, per_person):
    """Demand of the people in each cell.

    Parameters
    ----------
    population : (rows, cols) float array, persons per cell, NaN where unknown
    per_person : demand of one person, in the unit of the result

    Returns
    -------
    (rows, cols) float array, NaN where ``population`` is

    Raises
    ------
    ValueRangeError : a negative population
    ParameterError : a negative demand per person
    """
    check_range('population', population, 0)
    if per_person < 0:
        raise ParameterError('The demand per person is {value}; it must not be negative.', value=f'{per_person:g}')
    return np.asarray(population, dtype=float) * per_person
