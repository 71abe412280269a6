"""Food: harvests spread over the land that yields them, and what people eat."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_range
from ..grid import check_same_shape
from ..zonal import spread_by_weight
from .people import per_capita_demand

FLOOR = 1e-6
KILOGRAMS_PER_TONNE = 1000.0


@dataclass(frozen=True)
class FoodSupply:
    """Harvest per cell.

    Attributes
    ----------
    amount : (rows, cols) float array, t/yr per cell; 0 on land that yields nothing, NaN where land cover is
        unknown, outside every unit, and in units whose harvest is unknown
    uniform : numbers (from 1) of units with a harvest but no cell of a yielding class: theirs is spread evenly
    lost : numbers (from 1) of units with a harvest but no cell at all: theirs is in no cell
    """

    amount: np.ndarray
    uniform: np.ndarray
    lost: np.ndarray


def food_supply(harvest, ndvi, yielding, valid, units):
    """Harvest of each unit spread over its yielding cells in proportion to NDVI.

    F_x = Y_unit * NDVI_x / sum of NDVI over the yielding cells of the unit. The sum over a unit equals its
    statistic. NDVI of 0 and below, or unknown, counts as 0.000001, so that a unit of bare fields keeps its harvest.

    Parameters
    ----------
    harvest : (n,) float array, t/yr of each unit, NaN where unknown
    ndvi : (rows, cols) float array, -1 to 1, NaN where unknown
    yielding : (rows, cols) boolean array, land of the classes that yield
    valid : (rows, cols) boolean array, False where land cover is unknown
    units : (rows, cols) integer array, 1 to n, 0 outside

    Returns
    -------
    FoodSupply

    Raises
    ------
    GridMismatchError : arrays of different shape
    ValueRangeError : NDVI outside -1 to 1, a negative harvest
    """
    check_same_shape(units=units, ndvi=ndvi, yielding=yielding, valid=valid)
    check_range('NDVI', ndvi, -1, 1)
    check_range('harvest', harvest, 0)
    spread = spread_by_weight(harvest, food_weight(ndvi, yielding), units, valid)
    return FoodSupply(spread.amount, spread.uniform, spread.lost)


def food_weight(ndvi, yielding):
    """Share of a cell in the harvest of its unit: NDVI, at least 0.000001, on yielding land; 0 elsewhere."""
    greenness = np.maximum(np.nan_to_num(np.asarray(ndvi, dtype=float), nan=0.0), FLOOR)
    return np.where(np.asarray(yielding, dtype=bool), greenness, 0.0)


def food_demand(population, kilograms_per_person=400.0):
    """Food that the people in each cell eat, t/yr; see :func:`per_capita_demand`."""
    return per_capita_demand(population, kilograms_per_person / KILOGRAMS_PER_TONNE)
