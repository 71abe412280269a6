"""Water that the land holds back: a share of the yield by cover, terrain and soil, or the yield less quick flow."""

from __future__ import annotations

import numpy as np

from ..checks import check_positive, check_range
from ..grid import check_same_shape

SLOW_VELOCITY = 249.0  # coefficient up to which land cover holds back all that terrain and soil let it
WET_INDEX = 3.0
INDEX_SHARE = 0.9
GOOD_CONDUCTIVITY = 300.0  # mm/day
MILLIMETRES_PER_DAY = 25.4 * 24  # of an inch per hour


def topographic_index(area, soil_depth, slope_percent):
    """lg(drainage area / (soil depth x slope)).

    Parameters
    ----------
    area : float array, cells of the catchment (dimensionless, as users of the formula count), or another area
    soil_depth : float array, mm
    slope_percent : float array, %

    Returns
    -------
    float array; infinite on level ground, NaN where anything is unknown or the area is 0

    Raises
    ------
    GridMismatchError, ValueRangeError
    """
    check_same_shape(area=area, soil_depth=soil_depth, slope_percent=slope_percent)
    for name, values in (('drainage area', area), ('soil depth', soil_depth), ('slope in percent', slope_percent)):
        check_range(name, values, 0)
    area, depth, slope = (np.asarray(values, dtype=float) for values in (area, soil_depth, slope_percent))
    below = depth * slope
    index = np.log10(np.where(area > 0, area, 1.0)) - np.log10(np.where(below > 0, below, 1.0))
    index = np.where(below == 0, np.inf, index)
    return np.where((area > 0) & ~np.isnan(below), index, np.nan)


def saturated_conductivity(sand, clay):
    """Ksat of the soil from its texture, mm/day: 609.6 x 10^(-0.6 + 0.0126 sand - 0.0064 clay).

    Parameters
    ----------
    sand, clay : float arrays, % of weight

    Source: Cosby, Hornberger, Clapp & Ginn 1984, doi:10.1029/WR020i006p00682 (inches per hour)
    """
    check_same_shape(sand=sand, clay=clay)
    check_range('sand', sand, 0, 100)
    check_range('clay', clay, 0, 100)
    power = -0.6 + 0.0126 * np.asarray(sand, dtype=float) - 0.0064 * np.asarray(clay, dtype=float)
    return MILLIMETRES_PER_DAY * 10.0 ** power


def retained_share(velocity, index, conductivity):
    """min(1, 249 / V) x min(1, 0.9 TI / 3) x min(1, Ksat / 300); below 0 counts as 0.

    Parameters
    ----------
    velocity : float array, velocity coefficient of the land cover, above 0
    index : float array, topographic index, see :func:`topographic_index`
    conductivity : float array, saturated hydraulic conductivity of the soil, mm/day

    Returns
    -------
    float array, 0 to 1, NaN where anything is unknown

    Source: as used by studies of water conservation with InVEST in China; not re-read in an original source, so the
    velocity coefficients are editable
    """
    check_same_shape(velocity=velocity, index=index, conductivity=conductivity)
    check_positive('velocity coefficient', velocity)
    check_range('saturated conductivity', conductivity, 0)
    return (np.minimum(1.0, SLOW_VELOCITY / np.asarray(velocity, dtype=float))
            * np.clip(INDEX_SHARE * np.asarray(index, dtype=float) / WET_INDEX, 0.0, 1.0)
            * np.minimum(1.0, np.asarray(conductivity, dtype=float) / GOOD_CONDUCTIVITY))


def yield_less_quick_flow(water_yield, quick_flow):
    """Water yield minus quick flow, both in mm; below 0 where more runs off at once than the yield."""
    check_same_shape(water_yield=water_yield, quick_flow=quick_flow)
    check_range('quick flow', quick_flow, 0)
    return np.asarray(water_yield, dtype=float) - np.asarray(quick_flow, dtype=float)
