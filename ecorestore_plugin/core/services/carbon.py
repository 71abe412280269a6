"""Carbon: what vegetation fixes in a year, and what people emit. Both are annual flows in tonnes of carbon."""

from __future__ import annotations

import numpy as np

from ..checks import check_not_empty, check_range
from ..errors import ParameterError
from ..grid import check_same_shape
from ..zonal import spread_by_weight
from .people import per_capita_demand

CARBON_PER_CARBON_DIOXIDE = 12.0 / 44.0
CARBON_DIOXIDE_PER_DRY_MATTER = 1.63
KILOGRAMS_PER_UNIT = {
    'kg C/m2/yr': 1.0,
    'g C/m2/yr': 0.001,
    'g dry matter/m2/yr': 0.001 * CARBON_DIOXIDE_PER_DRY_MATTER * CARBON_PER_CARBON_DIOXIDE,
}
LARGEST_FIXATION = 10.0


def carbon_fixation(npp, unit, cell_area):
    """Carbon fixed by net primary production.

    From dry matter: 1.63 g of CO2 per g, of which 12/44 is carbon. NPP already in carbon is not multiplied.

    Parameters
    ----------
    npp : (rows, cols) float array, net primary production, NaN where unknown
    unit : 'kg C/m2/yr', 'g C/m2/yr' or 'g dry matter/m2/yr'
    cell_area : m2

    Returns
    -------
    (rows, cols) float array, t C/yr per cell, NaN where ``npp`` is

    Raises
    ------
    ParameterError : an unknown unit
    EmptyInputError : no cell is known
    ValueRangeError : below 0 or above 10 kg C/m2/yr, which no vegetation reaches: mostly a wrong unit or a missing
        scale factor

    Source: photosynthesis equation, 1.63 g CO2 per g of dry matter
    """
    if unit not in KILOGRAMS_PER_UNIT:
        raise ParameterError('"{unit}" is no unit of NPP; choose one of: {known}.', unit=unit,
                             known=', '.join(KILOGRAMS_PER_UNIT))
    check_not_empty('NPP', ~np.isnan(npp))
    return fixed_by_npp(npp, unit, cell_area)


def fixed_by_npp(npp, unit, cell_area):
    """:func:`carbon_fixation` of a block, all of which may be unknown."""
    kilograms = np.asarray(npp, dtype=float) * KILOGRAMS_PER_UNIT[unit]
    check_range('NPP in kg C/m2/yr', kilograms, 0, LARGEST_FIXATION)
    return kilograms * cell_area / 1000.0


def heterotrophic_respiration(temperature, precipitation):
    """Carbon that soil organisms breathe out in a month, g C/m2.

    0.22 (exp(0.0912 T) + ln(0.3145 P + 1)) x 30 x 0.465

    Parameters
    ----------
    temperature : float array, monthly mean, degrees C
    precipitation : float array, mm per month

    Returns
    -------
    float array, g C/m2 per month, NaN where anything is unknown

    Raises
    ------
    ValueRangeError : temperatures that are no degrees C, negative rain

    Source: Pei 2009, as quoted by studies of net ecosystem production in China
    """
    check_same_shape(temperature=temperature, precipitation=precipitation)
    check_range('monthly temperature', temperature, -90, 60)
    check_range('monthly precipitation', precipitation, 0)
    rate = np.exp(0.0912 * np.asarray(temperature, dtype=float)) + np.log(0.3145 * np.asarray(precipitation) + 1.0)
    return 0.22 * rate * 30.0 * 0.465


def net_ecosystem_production(fixed, respiration, cell_area):
    """NEP of each cell: carbon fixed by plants minus what soil organisms breathe out.

    Parameters
    ----------
    fixed : (rows, cols) float array, t C/yr per cell; see :func:`carbon_fixation`
    respiration : (rows, cols) float array, g C/m2/yr
    cell_area : m2

    Returns
    -------
    (rows, cols) float array, t C/yr per cell, below 0 where the land gives off carbon
    """
    check_range('respiration', respiration, 0)
    return np.asarray(fixed, dtype=float) - np.asarray(respiration, dtype=float) * cell_area * 1e-6


def storage_difference(first, last, years, cell_area):
    """Annual flow between two storages.

    Parameters
    ----------
    first, last : (rows, cols) float arrays, t C/ha
    years : years between them, above 0
    cell_area : m2

    Returns
    -------
    (rows, cols) float array, t C/yr per cell, below 0 where carbon was lost

    Raises
    ------
    GridMismatchError, ValueRangeError, ParameterError
    """
    check_same_shape(first=first, last=last)
    check_range('carbon storage', first, 0)
    check_range('carbon storage', last, 0)
    if not years > 0:
        raise ParameterError('There are {years} years between the two storages; the number must be above 0.',
                             years=f'{years:g}')
    return (np.asarray(last, dtype=float) - np.asarray(first, dtype=float)) * cell_area / 10000.0 / years


def carbon_demand_per_capita(population, carbon_dioxide_per_person=2.13):
    """Carbon emitted by the people in each cell, t C/yr, from t CO2 per person and year."""
    return per_capita_demand(population, carbon_dioxide_per_person * CARBON_PER_CARBON_DIOXIDE)


def carbon_demand_from_statistics(carbon_dioxide, population, units):
    """Emissions of each unit spread over its cells by population.

    Parameters
    ----------
    carbon_dioxide : (n,) float array, t CO2/yr of each unit, NaN where unknown
    population : (rows, cols) float array, persons per cell, NaN where unknown
    units : (rows, cols) integer array, 1 to n, 0 outside

    Returns
    -------
    Spread : its amount is in t C/yr per cell; the sum over a unit equals its statistic x 12/44

    Raises
    ------
    ValueRangeError : a negative population or emission
    """
    check_range('population', population, 0)
    check_range('CO2 emissions', carbon_dioxide, 0)
    totals = np.asarray(carbon_dioxide, dtype=float) * CARBON_PER_CARBON_DIOXIDE
    return spread_by_weight(totals, population, units, ~np.isnan(np.asarray(population, dtype=float)))
