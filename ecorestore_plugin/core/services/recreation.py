"""Recreation: landscape quality as green-space equivalents, and the green space people should have."""

from __future__ import annotations

import numpy as np

from ..checks import check_range, check_share
from ..errors import ParameterError
from ..grid import check_same_shape
from .people import per_capita_demand


def water_proximity(water, cell_width, cell_height, distance=1000.0):
    """Nearness to water: exp(-d / distance), 1 in water, 0 everywhere if there is none.

    Parameters
    ----------
    water : (rows, cols) boolean array
    cell_width, cell_height : m
    distance : m at which nearness has fallen to 1/e

    Returns
    -------
    (rows, cols) float array, 0 to 1
    """
    from scipy import ndimage
    if not distance > 0:
        raise ParameterError('The water distance is {value} m; it must be above 0.', value=f'{distance:g}')
    water = np.asarray(water, dtype=bool)
    if not water.any():
        return np.zeros(water.shape)
    away = ndimage.distance_transform_edt(~water, sampling=(cell_height, cell_width))
    return np.exp(-away / distance)


def with_nearness(score, nearness, share):
    """Score times (1 - share) + share x nearness; ``nearness`` as in :func:`water_proximity`."""
    check_share('share of nearness', share)
    return np.asarray(score, dtype=float) * ((1.0 - share) + share * np.asarray(nearness, dtype=float))


def landscape_score(weight, uses_ndvi, ndvi, nearness=None, water_share=0.0, naturalness=None):
    """How attractive the landscape of a cell is.

    weight x NDVI, where NDVI below 0 counts as 0; weight alone for classes that do not use NDVI, such as water.
    With ``water_share`` s the result is multiplied by (1 - s) + s x nearness to water.

    Parameters
    ----------
    weight : (rows, cols) float array, 0 to 1, recreation value of the land cover, NaN where unknown
    uses_ndvi : (rows, cols) array, 1 where greenness counts, 0 where not
    ndvi : (rows, cols) float array, -1 to 1, NaN where unknown
    nearness : (rows, cols) float array, 0 to 1; see :func:`water_proximity`
    water_share : 0 leaves water out, 1 makes the score vanish far from water
    naturalness : (rows, cols) float array, 0 to 1, one more factor of the score; None for none

    Returns
    -------
    (rows, cols) float array, 0 to 1, NaN where land cover, or an NDVI that is needed, is unknown

    Raises
    ------
    GridMismatchError, ValueRangeError, ParameterError
    """
    check_same_shape(weight=weight, uses_ndvi=uses_ndvi, ndvi=ndvi, nearness=nearness)
    check_range('recreation weight', weight, 0, 1)
    check_range('NDVI', ndvi, -1, 1)
    check_share('water share', water_share)
    green = np.where(np.asarray(uses_ndvi) == 1, np.clip(np.asarray(ndvi, dtype=float), 0.0, 1.0), 1.0)
    score = np.asarray(weight, dtype=float) * green
    if naturalness is not None:
        check_same_shape(weight=weight, naturalness=naturalness)
        check_range('naturalness', naturalness, 0, 1)
        score = score * naturalness
    if water_share > 0 and nearness is not None:
        score = with_nearness(score, nearness, water_share)
    return score


def recreation_supply(score, cell_area):
    """Green-space equivalents per cell, m2: the score times the cell's area.

    A cell of the best landscape counts with its whole area, so that supply compares with a standard in m2/person.
    """
    check_range('landscape score', score, 0, 1)
    return np.asarray(score, dtype=float) * cell_area


def recreation_demand(population, square_metres_per_person=14.1):
    """Green space that the people in each cell should have, m2; see :func:`per_capita_demand`."""
    return per_capita_demand(population, square_metres_per_person)
