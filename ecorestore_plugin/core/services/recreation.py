"""Recreation: landscape quality as green-space equivalents, and the green space people should have."""

from __future__ import annotations

import numpy as np

from ..checks import check_range, check_share
from ..errors import ParameterError
from ..grid import check_same_shape
from ..strips import NearestCells, strips
from .people import per_capita_demand

NEGLIGIBLE = 37.0  # exp of minus that is lost beside 1


class Proximity:
    """Nearness to some cells, exp(-d / distance): 1 in them, 0 everywhere if there are none.

    Nearness beyond 37 times the distance, which is less than 1e-16, is 0.

    Parameters
    ----------
    places : (rows, cols) boolean array
    cell_width, cell_height : m
    distance : m at which nearness has fallen to 1/e
    """

    def __init__(self, places, cell_width, cell_height, distance=1000.0):
        if not distance > 0:
            raise ParameterError('The distance of nearness is {value} m; it must be above 0.', value=f'{distance:g}')
        reach = int(min(NEGLIGIBLE * distance / cell_height, len(places))) + 1
        self._distance, self._places = distance, np.asarray(places, dtype=bool)
        self._nearest = NearestCells(self._places, reach, cell_width, cell_height)
        self._strips = strips(self._places.shape, reach)

    def rows(self, start, stop):
        """(rows, cols) float array, 0 to 1, of the rows from ``start`` to ``stop``; quickest from top to bottom."""
        parts = []
        for first, last in self._strips:
            top, bottom = max(first, start), min(last, stop)
            if top < bottom:
                if not self._nearest.covers(top, bottom):
                    self._nearest.prepare(first, last)
                away = self._nearest.distances(top, bottom)
                parts.append(np.zeros((bottom - top, self._places.shape[1])) if away is None
                             else np.exp(-away / self._distance))
        return np.concatenate(parts)


def water_proximity(water, cell_width, cell_height, distance=1000.0):
    """Nearness of all cells to water; see :class:`Proximity`."""
    return Proximity(water, cell_width, cell_height, distance).rows(0, len(water))


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
