"""Soil erodibility K by the nomograph, and the two systems of units; the EPIC model stands in soil.py."""

from __future__ import annotations

import numpy as np

from ..checks import check_range
from ..errors import ValueRangeError
from ..grid import check_same_shape
from .soil import SI_PER_US_ERODIBILITY

LARGEST_SILT = 70.0
LARGEST_SI = 0.1


def nomograph_erodibility(sand, silt, clay, organic_matter, very_fine_sand, structure=2.0, permeability=3.0):
    """K by the equation of the soil-erodibility nomograph, in SI units.

    (2.1e-4 (12 - OM) M^1.14 + 3.25 (s - 2) + 2.5 (p - 3)) / 759 with M = (silt + very fine sand)(100 - clay); values
    below 0 become 0.

    Parameters
    ----------
    sand, silt, clay, organic_matter, very_fine_sand : float arrays, % of weight; very fine sand (0.05 to 0.1 mm) is a
        part of the sand
    structure : s, 1 (very fine granular) to 4 (blocky, massive); number or array
    permeability : p, 1 (rapid) to 6 (very slow); number or array

    Returns
    -------
    float array, t ha h ha-1 MJ-1 mm-1

    Raises
    ------
    GridMismatchError : arrays of different shape
    ValueRangeError : a share outside 0 to 100, silt above 70 % (beyond the nomograph), codes outside their classes,
        more very fine sand than sand

    Source: Wischmeier, Johnson & Cross 1971, Journal of Soil and Water Conservation 26:189-193; InVEST user guide
    """
    check_same_shape(sand=sand, silt=silt, clay=clay, organic_matter=organic_matter, very_fine_sand=very_fine_sand)
    for name, share in (('sand', sand), ('silt', silt), ('clay', clay), ('organic matter', organic_matter),
                        ('very fine sand', very_fine_sand)):
        check_range(name, share, 0, 100)
    check_range('structure class', structure, 1, 4)
    check_range('permeability class', permeability, 1, 6)
    sand, silt, clay, organic, fine = (np.asarray(part, dtype=float) for part in (
        sand, silt, clay, organic_matter, very_fine_sand))
    beyond = int((silt > LARGEST_SILT).sum())
    if beyond:
        raise ValueRangeError('Silt is above 70 % in {count} cells, where the nomograph does not hold. Use the EPIC '
                              'model there.', count=beyond)
    finer = int((fine > sand + 1e-6).sum())
    if finer:
        raise ValueRangeError('There is more very fine sand than sand in {count} cells; it is a part of the sand, in % '
                              'of the whole soil.', count=finer)
    particles = (silt + fine) * (100.0 - clay)
    k = (2.1e-4 * (12.0 - np.minimum(organic, 12.0)) * particles ** 1.14 + 3.25 * (np.asarray(structure) - 2.0)
         + 2.5 * (np.asarray(permeability) - 3.0)) / 759.0
    return np.maximum(k, 0.0)


def erodibility_in_us_units(k):
    """K in t acre h (100 acre ft t in)-1 from SI units."""
    return np.asarray(k, dtype=float) / SI_PER_US_ERODIBILITY


def erodibility_in_si_units(k):
    """K in t ha h ha-1 MJ-1 mm-1 from US units: times 0.1317."""
    return np.asarray(k, dtype=float) * SI_PER_US_ERODIBILITY


def looks_like_us_units(k):
    """Whether K said to be in SI units is rather in US units: soils of the world lie below 0.1 in SI.

    ``k`` is a float array; the answer is about the mean of its known values.
    """
    k = np.asarray(k, dtype=float)
    known = k[~np.isnan(k)]
    return bool(known.size and known.mean() > LARGEST_SI)
