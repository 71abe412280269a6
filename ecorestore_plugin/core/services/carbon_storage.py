"""Carbon storage of land cover in four pools, what changes between two dates, and what that is worth."""

from __future__ import annotations

import math

import numpy as np

from ..checks import check_range
from ..errors import ParameterError, TableError

POOLS = ('c_above', 'c_below', 'c_soil', 'c_dead')


def check_carbon_table(codes, *pools):
    """Densities are known and not negative.

    Raises
    ------
    TableError : names the class and the pool
    """
    for name, densities in zip(POOLS, pools):
        for code, density in zip(codes, densities):
            if not density >= 0:
                raise TableError('Class {code}: {pool} is {value}; it must be a density of 0 t C/ha or more. Write 0 '
                                 'for a pool that is left out.', code=int(code), pool=name, value=f'{density:g}')


def carbon_density(pools):
    """Carbon stored per hectare: the sum of the pools.

    Parameters
    ----------
    pools : (4, ...) float array of densities in t C/ha: above ground, below ground, soil, dead matter

    Returns
    -------
    (...) float array, t C/ha, NaN where a pool is unknown

    Source: InVEST Carbon Storage and Sequestration 3.20
    """
    check_range('carbon density', pools, 0)
    return np.asarray(pools, dtype=float).sum(axis=0)


def value_factor(years, discount_rate, price_change=0.0):
    """Present value of one unit sequestered evenly over some years, per unit of price and year.

    sum over t = 0 .. years - 1 of 1 / ((1 + r/100)^t (1 + c/100)^t)

    Parameters
    ----------
    years : number of years, 1 or more
    discount_rate : r, market discount in percent per year
    price_change : c, yearly decline of the value of carbon in percent, as InVEST writes it

    Raises
    ------
    ParameterError : no year, a rate of -100 % or below

    Source: InVEST Carbon Storage and Sequestration 3.20
    """
    if not (years >= 1 and years == int(years)):
        raise ParameterError('There are {years} years between the two land covers; the later one must be at least one '
                             'whole year after the first.', years=f'{years:g}')
    if not (discount_rate > -100 and price_change > -100):
        raise ParameterError('The discount rate is {rate} % and the yearly change of the price {change} %; both must '
                             'be above -100 %.', rate=f'{discount_rate:g}', change=f'{price_change:g}')
    growth = (1.0 + discount_rate / 100.0) * (1.0 + price_change / 100.0)
    return math.fsum(growth ** -year for year in range(int(years)))


def net_present_value(change, years, price, discount_rate, price_change=0.0):
    """Present value of a change of storage: change x price / years x value_factor.

    Parameters
    ----------
    change : float array, t C/ha (or t C per cell)
    price : currency per tonne of carbon, not of CO2; a price per tonne of CO2 times 44/12
    years, discount_rate, price_change : see :func:`value_factor`

    Returns
    -------
    float array, currency per ha (or per cell)

    Source: InVEST Carbon Storage and Sequestration 3.20
    """
    if not price >= 0:
        raise ParameterError('The price of carbon is {price}; it must not be negative.', price=f'{price:g}')
    factor = value_factor(years, discount_rate, price_change) * price / years
    return np.asarray(change, dtype=float) * factor


def climate_corrections(precipitation, temperature, reference_precipitation, reference_temperature):
    """Factors that turn carbon densities of a reference area (such as the country) into those of another climate.

    Soil: C = 3.3968 P + 3996.1. Biomass: C = 6.798 exp(0.0054 P) and C = 28 T + 398. Each factor is the value of the
    area over that of the reference; that of biomass is the product of its two.

    Parameters
    ----------
    precipitation, reference_precipitation : annual mean, mm
    temperature, reference_temperature : annual mean, degrees C

    Returns
    -------
    biomass, soil : two numbers

    Raises
    ------
    ParameterError : negative precipitation, or a temperature at which the equation gives nothing

    Source: Alam 2013; Chen 2007; Giardina & Ryan 2000, doi:10.1038/35009076
    """
    for rain, warmth in ((precipitation, temperature), (reference_precipitation, reference_temperature)):
        if not (rain >= 0 and 28.0 * warmth + 398.0 > 0):
            raise ParameterError('The climate correction cannot work with {rain} mm and {warmth} degrees; rain must '
                                 'be 0 or more and the temperature above -14.', rain=f'{rain:g}', warmth=f'{warmth:g}')
    soil = (3.3968 * precipitation + 3996.1) / (3.3968 * reference_precipitation + 3996.1)
    by_rain = math.exp(0.0054 * (precipitation - reference_precipitation))
    by_warmth = (28.0 * temperature + 398.0) / (28.0 * reference_temperature + 398.0)
    return by_rain * by_warmth, soil


def yearly_flow(storage, horizon):
    """A stock divided by a horizon in years, so that it may stand beside annual flows.

    Raises
    ------
    ParameterError : a horizon that is not above 0
    """
    if not horizon > 0:
        raise ParameterError('The horizon is {value} years; it must be above 0.', value=f'{horizon:g}')
    return np.asarray(storage, dtype=float) / horizon
