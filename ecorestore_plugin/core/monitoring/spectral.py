"""Spectral indices of a multispectral image: greenness, wetness, dryness, water."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import ParameterError
from ..grid import check_same_shape

BANDS = ('blue', 'green', 'red', 'nir', 'swir1', 'swir2')
# Wetness of the tasselled cap, in the order of the bands: Landsat 8 and 9, Landsat 4 to 7.
WETNESS = {'oli': (0.1511, 0.1973, 0.3283, 0.3407, -0.7117, -0.4559),
           'tm': (0.0315, 0.2021, 0.3102, 0.1594, -0.6806, -0.6109)}


@dataclass(frozen=True)
class SpectralIndices:
    """Arrays of the shape of a band, NaN where a band is unknown or below 0, or a ratio has nothing to divide by.

    Attributes
    ----------
    ndvi : normalised difference vegetation index, -1 to 1
    wet : wetness of the tasselled cap, in reflectance
    ndbsi : normalised difference built-up and soil index, the mean of IBI and SI, -1 to 1
    mndwi : modified normalised difference water index, -1 to 1; water is above 0
    """

    ndvi: np.ndarray
    wet: np.ndarray
    ndbsi: np.ndarray
    mndwi: np.ndarray


def spectral_indices(bands, coefficients=WETNESS['oli']) -> SpectralIndices:
    """Indices of the remote-sensing ecological index from surface reflectance.

    NDVI = (NIR - red) / (NIR + red); MNDWI = (green - SWIR1) / (green + SWIR1);
    SI = ((SWIR1 + red) - (blue + NIR)) / ((SWIR1 + red) + (blue + NIR));
    IBI = (b - v) / (b + v) with b = 2 SWIR1 / (SWIR1 + NIR), v = NIR / (NIR + red) + green / (green + SWIR1);
    NDBSI = (IBI + SI) / 2; WET = sum of coefficient x band.

    Parameters
    ----------
    bands : six arrays of one shape: blue, green, red, NIR, SWIR1, SWIR2; reflectance 0 to 1, NaN where unknown
    coefficients : six numbers of the wetness, in the order of the bands

    Raises
    ------
    ParameterError : another number of bands or coefficients
    GridMismatchError : bands of different shape

    Source: Xu 2006, doi:10.1080/01431160600589179 (MNDWI); Xu 2008, doi:10.1080/01431160802039957 (IBI);
    Crist 1985, doi:10.1016/0034-4257(85)90102-6 (TM); Baig et al. 2014, doi:10.1080/2150704X.2014.915434 (OLI)
    """
    if len(bands) != len(BANDS) or len(coefficients) != len(BANDS):
        raise ParameterError('{bands} bands and {coefficients} coefficients of wetness are given; six of each are '
                             'needed: blue, green, red, NIR, SWIR1, SWIR2.', bands=len(bands),
                             coefficients=len(coefficients))
    check_same_shape(**dict(zip(BANDS, bands)))
    bands = np.asarray(bands, dtype=float)
    # A reflectance below 0 is an artefact of the atmospheric correction and throws ratios far beyond -1 and 1.
    with np.errstate(invalid='ignore'):
        sound = (bands >= 0).all(axis=0)
    blue, green, red, nir, swir1, swir2 = np.where(sound, bands, np.nan)
    water = _share(green, swir1)
    built, living = 2 * _share(swir1, nir), _share(nir, red) + water
    soil = _difference(swir1 + red, blue + nir)
    wet = sum(weight * band for weight, band in zip(coefficients, (blue, green, red, nir, swir1, swir2)))
    return SpectralIndices(_difference(nir, red), wet, (_difference(built, living) + soil) / 2,
                           _difference(green, swir1))


def _share(part, rest):
    """part / (part + rest), NaN where both are 0."""
    with np.errstate(divide='ignore', invalid='ignore'):
        return part / (part + rest)


def _difference(one, other):
    """(one - other) / (one + other), NaN where both are 0."""
    with np.errstate(divide='ignore', invalid='ignore'):
        return (one - other) / (one + other)
