"""Value of ecosystem services by equivalent factors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_positive, check_range
from ..errors import ParameterError, TableError

FUNCTIONS = ('food', 'raw', 'water', 'gas', 'climate', 'purify', 'hydro', 'soil', 'nutrient', 'biodiversity',
             'aesthetic')
BY_RAIN = ('water', 'hydro')
BY_SOIL = ('soil',)
NET_SHARE = 1.0 / 7.0


def standard_equivalent(area, price, crop_yield, net_share=NET_SHARE):
    """Value of one standard equivalent from grain: net_share x sum(area x price x yield) / total area.

    Without labour and inputs land yields a seventh of the market value of its grain; that is the value of a factor
    of 1.

    Parameters
    ----------
    area : (n,) sown area of each crop, ha
    price : (n,) currency per kg
    crop_yield : (n,) kg per ha
    net_share : 1/7

    Returns
    -------
    currency per ha and year

    Raises
    ------
    ValueRangeError : negative or missing values
    ParameterError : no area

    Source: Xie, Zhang, Zhang, Chen & Li 2015, Journal of Natural Resources 30(8):1243-1254
    """
    area, price, crop_yield = (np.asarray(part, dtype=float) for part in (area, price, crop_yield))
    for name, values in (('sown area', area), ('grain price', price), ('grain yield', crop_yield)):
        if np.isnan(values).any():
            raise ParameterError('{name}: {count} values are missing; fill them in or delete the crop.', name=name,
                                 count=int(np.isnan(values).sum()))
        check_range(name, values, 0)
    if not area.sum() > 0:
        raise ParameterError('The sown area of all crops is 0; the value of the standard equivalent has no basis.')
    return float(net_share * (area * price * crop_yield).sum() / area.sum())


@dataclass(frozen=True)
class EquivalentTable:
    """Equivalent factors of types of ecosystems.

    Attributes
    ----------
    types : names of the types
    factors : (n, 11) float array in the order of FUNCTIONS; the water supply of paddy fields is negative
    """

    types: tuple
    factors: np.ndarray


def class_factors(table, types, second, shares):
    """Factors of land-cover classes made of one type, or of two in shares.

    Parameters
    ----------
    table : EquivalentTable
    types, second : (n,) names of the first and the second type; '' for no second one
    shares : (n,) share of the second type, 0 to 1

    Returns
    -------
    (n, 11) float array

    Raises
    ------
    TableError : a type the table does not have, a share outside 0 to 1, factors that are missing
    """
    if np.isnan(table.factors).any():
        row, column = np.argwhere(np.isnan(table.factors))[0]
        raise TableError('The equivalent factor {function} of {type} is missing.', function=FUNCTIONS[column],
                         type=table.types[row])
    found = []
    for one, other, share in zip(types, second, shares):
        share = 0.0 if np.isnan(share) or not other else share
        if not 0 <= share <= 1:
            raise TableError('The share of {type} is {share}; it must lie between 0 and 1.', type=other,
                             share=f'{share:g}')
        rows = [_row(table, one), _row(table, other) if other else 0.0]
        found.append((1.0 - share) * rows[0] + share * rows[1])
    return np.array(found)


def _row(table, name):
    if name not in table.types:
        raise TableError('"{type}" is no type of the table of equivalent factors; it has {types}.', type=name,
                         types=', '.join(table.types))
    return table.factors[table.types.index(name)]


def correction_factors(npp=None, precipitation=None, soil=None, means=(None, None, None)):
    """Factors by which each function of a cell differs from the mean of the reference.

    Net primary production over its mean corrects all functions but three: water supply and hydrological regulation
    go with precipitation, soil conservation with the soil that is kept.

    Parameters
    ----------
    npp, precipitation, soil : (rows, cols) float arrays in any unit, or None to leave a function uncorrected
    means : their reference means in the same units; those of the study area, or of the country

    Returns
    -------
    list of 11 arrays or 1.0, in the order of FUNCTIONS

    Raises
    ------
    ValueRangeError : negative layers
    ParameterError : a mean that is not above 0

    Source: Xie et al. 2015, Journal of Natural Resources 30(8):1243-1254
    """
    ratios = []
    for name, layer, mean in zip(('NPP', 'precipitation', 'soil conservation'), (npp, precipitation, soil), means):
        if layer is None:
            ratios.append(1.0)
            continue
        check_range(name, layer, 0)
        if mean is None or not mean > 0:
            raise ParameterError('The reference mean of {name} is {mean}; it must be above 0.', name=name,
                                 mean='-' if mean is None else f'{mean:g}')
        ratios.append(np.asarray(layer, dtype=float) / mean)
    by_npp, by_rain, by_soil = ratios
    return [by_rain if name in BY_RAIN else by_soil if name in BY_SOIL else by_npp for name in FUNCTIONS]


def service_value(factors, standard, cell_area, corrections=None):
    """Value of the eleven functions of each cell.

    Parameters
    ----------
    factors : (11, rows, cols) float array of equivalent factors, NaN where land cover is unknown
    standard : value of one standard equivalent, currency per ha and year
    cell_area : m2
    corrections : see :func:`correction_factors`

    Returns
    -------
    (11, rows, cols) float array, currency per year and cell

    Source: Xie et al. 2015, Journal of Natural Resources 30(8):1243-1254
    """
    check_positive('value of the standard equivalent', standard)
    value = np.asarray(factors, dtype=float) * (standard * cell_area / 10000.0)
    if corrections is not None:
        value = np.array([layer * ratio for layer, ratio in zip(value, corrections)])
    return value
