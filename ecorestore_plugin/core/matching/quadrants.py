"""Matching types of supply and demand by z-score quadrants."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import EmptyInputError, GridMismatchError, ParameterError, ValueRangeError
from ..weights import normalise_weights
from .tradeoffs import mean_ranks

AMBIGUOUS = 0.1
TYPES = ('I', 'II', 'III', 'IV')
SCALINGS = ('minmax', 'rank')
LABELS = {
    'I': ('High supply, high demand', '高供给-高需求'), 'II': ('Low supply, high demand', '低供给-高需求'),
    'III': ('Low supply, low demand', '低供给-低需求'), 'IV': ('High supply, low demand', '高供给-低需求')}


@dataclass(frozen=True)
class Matching:
    """Where each unit stands among all units.

    Attributes
    ----------
    supply_index, demand_index : weighted means of the min-max normalised services, 0 to 1
    z_supply, z_demand : their z-scores with the population standard deviation (ddof 0)
    types : 'I' high supply and high demand, 'II' low supply and high demand, 'III' both low, 'IV' high supply and low
        demand; a z-score of exactly 0 is high
    axis_distance : the smaller of |z_supply| and |z_demand|
    ambiguous : axis_distance below 0.1: the type may flip with the extent of the study area
    """

    supply_index: np.ndarray
    demand_index: np.ndarray
    z_supply: np.ndarray
    z_demand: np.ndarray
    types: np.ndarray
    axis_distance: np.ndarray
    ambiguous: np.ndarray


def supply_demand_matching(supply, demand, weights=None, cap=None, ambiguous=AMBIGUOUS, scaling='minmax') -> Matching:
    """Matching type of every unit from its supply and its demand of several services.

    Parameters
    ----------
    supply, demand : (n units, m services) amounts, or densities, known everywhere; every service in its own unit
    weights : m numbers of 0 or more; None for equal weights
    cap : percentile (above 50 to 100) that values are cut to before normalising, None for none
    ambiguous : distance to an axis below which a unit is flagged
    scaling : 'minmax', or 'rank', the share of the other units below, which no outlier compresses

    Returns
    -------
    Matching

    Raises
    ------
    EmptyInputError : fewer than two units, or a value is missing
    ValueRangeError : all units have the same supply or the same demand

    Source: quadrant matching by z-scores as in Meng et al. 2023, doi:10.12357/cjea.20230010
    """
    supply, demand = _table('supply', supply), _table('demand', demand)
    if supply.shape != demand.shape:
        raise GridMismatchError('The supply table has {supply} values (units x services), the demand table {demand}.',
                                supply=' x '.join(map(str, supply.shape)), demand=' x '.join(map(str, demand.shape)))
    supply_index = normalised_sum(supply, weights, cap, scaling)
    demand_index = normalised_sum(demand, weights, cap, scaling)
    z_supply, z_demand = z_scores(supply_index, 'supply_index'), z_scores(demand_index, 'demand_index')
    distance = np.minimum(np.abs(z_supply), np.abs(z_demand))
    return Matching(supply_index, demand_index, z_supply, z_demand, matching_types(z_supply, z_demand), distance,
                    distance < ambiguous)


def normalised_sum(table, weights=None, cap=None, scaling='minmax') -> np.ndarray:
    """Weighted mean over the columns of a table after scaling each to 0..1; a constant column counts as 0.

    Parameters
    ----------
    table : (n, m) floats; weights : m numbers; cap : percentile that values are cut to first
    scaling : 'minmax', or 'rank': from 0 for the lowest of all to 1 for the highest, ties with their mean rank
    """
    table = np.asarray(table, dtype=float)
    weights = checked_weights(weights, table.shape[1], cap)
    if cap is not None:
        table = np.minimum(table, np.percentile(table, cap, axis=0))
    if scaling not in SCALINGS:
        raise ParameterError('There is no scaling {method}; choose one of {methods}.', method=scaling,
                             methods=', '.join(SCALINGS))
    if scaling == 'rank':
        table = mean_ranks(table)
    spread = np.ptp(table, axis=0)
    normalised = (table - table.min(axis=0)) / np.where(spread > 0, spread, 1)
    return normalised @ weights


def checked_weights(weights, services, cap=None) -> np.ndarray:
    """Weights of the services that sum to 1.

    Raises
    ------
    ParameterError : another number of weights than services, or a cap that is no percentile above 50
    """
    weights = np.ones(services) if weights is None else np.asarray(weights, dtype=float)
    if len(weights) != services:
        raise ParameterError('There are {weights} weights for {services} services; give one per service.',
                             weights=len(weights), services=services)
    if cap is not None and not 50 < cap <= 100:
        raise ParameterError('The cap is the percentile {cap}; it must be above 50 and at most 100.',
                             cap=f'{cap:g}')
    return normalise_weights(weights)


def z_scores(values, name='') -> np.ndarray:
    """(x - mean) / standard deviation of the population (ddof 0).

    Raises
    ------
    EmptyInputError : fewer than two values
    ValueRangeError : all values are equal
    """
    values = np.asarray(values, dtype=float)
    if values.size < 2:
        raise EmptyInputError('Matching compares units with each other and needs at least two; there is {count}.',
                              count=values.size)
    mean, deviation = float(values.mean()), float(values.std())
    check_spread(deviation, float(np.abs(values).max()), values.size, name)
    return (values - mean) / deviation


def check_spread(deviation, largest, count, name):
    """Raises ValueRangeError where ``count`` values of at most ``largest`` are all equal."""
    if deviation <= 1e-12 * max(1.0, largest):
        raise ValueRangeError('All {count} units have the same {name}, so none is high or low. Check the fields.',
                              count=count, name=name)


def matching_types(z_supply, z_demand) -> np.ndarray:
    """'I' to 'IV' from the signs of the z-scores; exactly 0 counts as high."""
    high_supply, high_demand = np.asarray(z_supply) >= 0, np.asarray(z_demand) >= 0
    return np.where(high_demand, np.where(high_supply, 'I', 'II'), np.where(high_supply, 'IV', 'III'))


def _table(name, values):
    values = np.asarray(values, dtype=float)
    if values.ndim != 2 or values.shape[1] == 0:
        raise ParameterError('The {name} table needs units x services; it has {shape} values.', name=name,
                             shape=' x '.join(map(str, values.shape)))
    missing = ~np.isfinite(values)
    if missing.any():
        raise EmptyInputError('{count} values of {name} are missing; the first in unit {unit}. Matching needs every '
                              'service in every unit.', count=int(missing.sum()), name=name,
                              unit=int(np.argwhere(missing)[0][0]) + 1)
    return values
