"""Demand of people: so much per person, or the statistic of a unit spread by where its people are."""

from __future__ import annotations

import numpy as np

from ..checks import check_range
from ..errors import ParameterError
from ..grid import check_same_shape
from ..zonal import spread_by_weight


def per_capita_demand(population, per_person):
    """Demand of the people in each cell.

    Parameters
    ----------
    population : (rows, cols) float array, persons per cell, NaN where unknown
    per_person : demand of one person, in the unit of the result; a number, or an array of the same shape

    Returns
    -------
    (rows, cols) float array, NaN where ``population`` is

    Raises
    ------
    ValueRangeError : a negative population
    ParameterError : a negative demand per person
    """
    check_range('population', population, 0)
    lowest = float(np.min(per_person)) if np.size(per_person) else 0.0
    if lowest < 0:
        raise ParameterError('The demand per person is {value}; it must not be negative.', value=f'{lowest:g}')
    return np.asarray(population, dtype=float) * per_person


def spread_statistics(totals, population, units, weight=None):
    """The statistic of each unit over its cells with known population, in proportion to population or a weight.

    Parameters
    ----------
    totals : (n,) float array, amount of each unit, NaN where unknown
    population : (rows, cols) float array, persons per cell, NaN where unknown
    units : (rows, cols) integer array, 1 to n, 0 outside
    weight : (rows, cols) float array in place of population, not negative, NaN counts as 0

    Returns
    -------
    Spread; the sum over a unit equals its statistic

    Raises
    ------
    ValueRangeError : a negative population, weight or statistic
    """
    check_range('population', population, 0)
    check_range('statistics', totals, 0)
    known = ~np.isnan(np.asarray(population, dtype=float))
    if weight is None:
        weight = population
    else:
        check_range('weight', weight, 0)
    return spread_by_weight(totals, weight, units, known)


def sector_water_demand(population, domestic, product=None, industrial=0.0, cropland=None, irrigation=0.0):
    """Water that households, industry and irrigation use, m3/yr per cell.

    population x domestic + GDP x industrial + cropland x irrigation

    Parameters
    ----------
    population : (rows, cols) float array, persons per cell
    domestic : m3 per person and year
    product : (rows, cols) float array, GDP in 10^4 CNY per cell, NaN counts as 0
    industrial : m3 per 10^4 CNY
    cropland : (rows, cols) float array, ha of irrigated land per cell, NaN counts as 0
    irrigation : m3 per ha and year

    Returns
    -------
    (rows, cols) float array, NaN where ``population`` is
    """
    total = per_capita_demand(population, domestic)
    for name, layer, rate in (('GDP', product, industrial), ('irrigated area', cropland, irrigation)):
        if rate < 0:
            raise ParameterError('The water use by {name} is {value}; it must not be negative.', name=name,
                                 value=f'{rate:g}')
        if layer is not None:
            check_range(name, layer, 0)
            total = total + np.nan_to_num(np.asarray(layer, dtype=float), nan=0.0) * rate
    return total


def composite_demand(built, population, product):
    """Demand for ecosystem services where none is known by service: built % x lg(population) x lg(GDP).

    Parameters
    ----------
    built : float array, share of built-up land, %
    population : float array, persons per km2
    product : float array, GDP, 10^4 CNY per km2

    Returns
    -------
    float array, no unit, for comparison within one area; densities up to 1 count as 0, NaN where anything is unknown

    Source: after Peng et al., as quoted by studies of supply and demand in China
    """
    check_same_shape(built=built, population=population, product=product)
    check_range('built-up land in percent', built, 0, 100)
    check_range('population', population, 0)
    check_range('GDP', product, 0)
    population, product = (np.log10(np.maximum(np.asarray(part, dtype=float), 1.0)) for part in (population, product))
    return np.asarray(built, dtype=float) * population * product
