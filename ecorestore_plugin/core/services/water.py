"""Water: annual yield by the Budyko curve as in InVEST, and what people use."""

from __future__ import annotations

import numpy as np

from ..checks import check_not_empty, check_range
from ..errors import ParameterError, TableError
from ..grid import check_same_shape

LARGEST_OMEGA = 5.0
SMALLEST_OMEGA = 1.25
LITRES_PER_CUBIC_METRE = 1000.0


def check_biophysical_table(codes, vegetated, root_depth, kc):
    """A biophysical table the equation can use: lulc_veg 0 or 1, kc not negative, roots where there are plants.

    Raises
    ------
    TableError : names the class and what is wrong with it
    """
    for code, plants, roots, coefficient in zip(codes, vegetated, root_depth, kc):
        if plants not in (0, 1):
            raise TableError('Class {code}: lulc_veg is {value}; it must be 1 (vegetated) or 0.', code=int(code),
                             value=f'{plants:g}')
        if not coefficient >= 0:
            raise TableError('Class {code}: kc is {value}; it must be 0 or above.', code=int(code),
                             value=f'{coefficient:g}')
        if plants == 1 and not roots > 0:
            raise TableError('Class {code}: root_depth is {value}; vegetated classes need a depth in mm above 0.',
                             code=int(code), value=f'{roots:g}')


def evaporated_fraction(precipitation, et0, available_water, depth, vegetated, root_depth, kc, seasonality):
    """Share of precipitation that evaporates in a year.

    PET = kc * ET0; phi = PET / P; AWC = min(root depth, depth) * PAWC; omega = min(5, Z * AWC / P + 1.25).
    Vegetated: min(phi, 1 + phi - (1 + phi^omega)^(1 / omega)); otherwise min(PET, P) / P.

    Parameters
    ----------
    precipitation, et0 : (rows, cols) float arrays, mm/yr, NaN where unknown
    available_water : (rows, cols) float array, plant available water content, 0 to 1
    depth : (rows, cols) float array, depth to a root restricting layer, mm
    vegetated : (rows, cols) float array, 1 for vegetated land, 0 otherwise, NaN where land cover is unknown
    root_depth : (rows, cols) float array, mm; not used where not vegetated
    kc : (rows, cols) float array, crop coefficient
    seasonality : Z, 1 to 30

    Returns
    -------
    (rows, cols) float array, 0 to 1; NaN where any input is unknown or precipitation is 0

    Raises
    ------
    GridMismatchError : arrays of different shape
    ValueRangeError : negative precipitation, ET0, depth or kc; available water outside 0 to 1
    ParameterError : a seasonality of 0 or below
    EmptyInputError : no cell has all inputs

    Source: Zhang, Hickel, Dawes, Chiew, Western & Briggs 2004, doi:10.1029/2003WR002710; Donohue, Roderick &
    McVicar 2012, doi:10.1016/j.jhydrol.2012.02.033; InVEST Annual Water Yield 3.20
    """
    root_depth = np.where(np.asarray(vegetated) == 0, 0.0, root_depth)
    inputs = {'precipitation': precipitation, 'ET0': et0, 'available water content': available_water,
              'soil depth': depth, 'vegetated': vegetated, 'root depth': root_depth, 'kc': kc}
    check_same_shape(**inputs)
    for name in ('precipitation', 'ET0', 'soil depth', 'kc'):
        check_range(name, inputs[name], 0)
    check_range('available water content', available_water, 0, 1)
    if not seasonality > 0:
        raise ParameterError('The seasonality constant Z is {value}; it must be above 0.', value=f'{seasonality:g}')
    arrays = [np.asarray(array, dtype=float) for array in inputs.values()]
    fraction = budyko_fraction(*arrays, seasonality)
    check_not_empty('water yield', ~np.isnan(fraction))
    return fraction


def budyko_fraction(precipitation, et0, available_water, depth, vegetated, root_depth, kc, seasonality):
    """:func:`evaporated_fraction` of float arrays whose values were checked; all of them may be unknown."""
    plants = vegetated == 1
    bare_root = np.where(vegetated == 0, 0.0, root_depth)
    unknown = np.isnan(precipitation + et0 + available_water + depth + vegetated + bare_root + kc)
    unknown |= precipitation == 0
    rain = np.where(unknown, 1.0, precipitation)
    dryness = kc * et0 / rain
    result = np.minimum(dryness, 1.0)
    grown = plants & ~unknown
    phi, rain = dryness[grown], rain[grown]
    roots = np.maximum(np.minimum(root_depth[grown], depth[grown]), 0.0)
    omega = np.minimum(LARGEST_OMEGA, seasonality * roots * available_water[grown] / rain + SMALLEST_OMEGA)
    # (1 + phi^omega)^(1/omega) overflows in deserts; taken out of the root, the larger of 1 and phi does not.
    larger = np.maximum(phi, 1.0)
    smaller = np.minimum(phi, 1.0) / larger
    curve = larger * np.exp(np.log1p(smaller ** omega) / omega)
    result[grown] = np.clip(np.minimum(phi, 1.0 + phi - curve), 0.0, 1.0)
    result[unknown] = np.nan
    return result


def water_yield(precipitation, et0, available_water, depth, vegetated, root_depth, kc, seasonality):
    """Annual water yield in mm: (1 - evaporated fraction) * P; parameters of :func:`evaporated_fraction`."""
    fraction = evaporated_fraction(precipitation, et0, available_water, depth, vegetated, root_depth, kc, seasonality)
    return (1.0 - fraction) * np.asarray(precipitation, dtype=float)


def water_volume(depth, cell_area):
    """m3 per cell of a water depth in mm; 1 mm on 1 m2 is 1 litre."""
    return np.asarray(depth, dtype=float) * cell_area / LITRES_PER_CUBIC_METRE


def realised_supply(volume, consumption):
    """Yield minus consumption, both in m3 per cell; below 0 where more is used than yields.

    InVEST subtracts m3 per cell from mm in ``rsupply_mn``; its volumes, as here, are in one unit.
    """
    check_range('water consumption', consumption, 0)
    return np.asarray(volume, dtype=float) - np.asarray(consumption, dtype=float)


def available_water_content(sand, silt, clay, organic_matter):
    """Plant available water content from soil texture, as a share of the soil volume.

    Parameters
    ----------
    sand, silt, clay, organic_matter : float arrays, % of weight

    Returns
    -------
    float array, 0 to 1 (limited)

    Source: Zhou, Liu, Pan & Feng 2005, Journal of Geographical Sciences 15(1):3-12
    """
    check_same_shape(sand=sand, silt=silt, clay=clay, organic_matter=organic_matter)
    for name, share in (('sand', sand), ('silt', silt), ('clay', clay), ('organic matter', organic_matter)):
        check_range(name, share, 0, 100)
    sand, silt, clay, organic = (np.asarray(part, dtype=float) for part in (sand, silt, clay, organic_matter))
    percent = (54.509 - 0.132 * sand - 0.003 * sand ** 2 - 0.055 * silt - 0.006 * silt ** 2
               - 0.738 * clay + 0.007 * clay ** 2 - 2.688 * organic + 0.501 * organic ** 2)
    return np.clip(percent / 100.0, 0.0, 1.0)
