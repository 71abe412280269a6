"""Climate, soil and vegetation that follow terrain and land cover."""

from __future__ import annotations

import numpy as np

from .cover import BARREN, BUILT, CROPLAND, FOREST, GRASS, SHRUB, WATER, WETLAND
from .noise import rank_share, spectral_noise

NDVI = {CROPLAND: 0.60, FOREST: 0.81, SHRUB: 0.68, GRASS: 0.56, WATER: -0.12, BARREN: 0.14, BUILT: 0.24, WETLAND: 0.54}
NPP = {CROPLAND: 0.52, FOREST: 0.76, SHRUB: 0.58, GRASS: 0.44, WATER: 0.0, BARREN: 0.07, BUILT: 0.13, WETLAND: 0.42}
CARBON = {CROPLAND: 0.0, FOREST: 0.7, SHRUB: 0.35, GRASS: 0.3, WATER: 0.1, BARREN: -0.6, BUILT: -0.2, WETLAND: 1.4}


def by_class(codes, values):
    """A value per land-cover code."""
    table = np.zeros(10)
    for code, value in values.items():
        table[code] = value
    return table[codes]


def climate(surface, cell, rng):
    """Annual rain that grows with height and on windward slopes, temperature that falls with height, ET0.

    Parameters
    ----------
    surface : (rows, cols) metres
    cell : metres

    Returns
    -------
    (precipitation mm/yr, temperature degC, reference evapotranspiration mm/yr)
    """
    from scipy import ndimage
    broad = ndimage.gaussian_filter(surface, 6.0)
    down, right = np.gradient(broad, cell)
    windward = ndimage.gaussian_filter((down - right) / np.sqrt(2.0), 4.0)
    drift = spectral_noise(surface.shape, rng, 4.0, longest=max(surface.shape) / 1.5)
    height = broad - 50.0
    rain = 1180.0 + 0.62 * height + 1100.0 * np.clip(windward, -0.12, 0.12) + 55.0 * drift
    warmth = 17.6 - 0.0056 * (surface - 50.0) + 0.12 * spectral_noise(surface.shape, rng, 3.0)
    et0 = 985.0 + 30.0 * (warmth - 17.0) - 0.07 * (rain - 1200.0)
    return rain, warmth, et0


def soil(slope, relief, codes, rng):
    """Coarse and thin soils on steep upper slopes, fine and deep ones in valleys.

    Returns
    -------
    dict of sand, silt, clay (%), organic_carbon (%), soil_depth (mm), pawc (share 0 to 1)

    Source: plant available water after Zhou et al. 2005 (texture and organic matter regression).
    """
    from scipy import ndimage
    shape = slope.shape
    steep = rank_share(ndimage.gaussian_filter(slope, 1.5), np.ones(shape, bool))
    upper = rank_share(ndimage.gaussian_filter(relief, 1.5), np.ones(shape, bool))
    sand = np.clip(26.0 + 16.0 * steep + 8.0 * upper + 5.0 * spectral_noise(shape, rng, 2.4, longest=90), 8.0, 80.0)
    clay = np.clip(31.0 - 11.0 * steep + 4.5 * spectral_noise(shape, rng, 2.4, longest=90), 6.0, 48.0)
    crowded = np.maximum(1.0, (sand + clay) / 88.0)
    sand, clay = sand / crowded, clay / crowded
    silt = 100.0 - sand - clay
    carbon = 1.05 + 0.7 * upper + by_class(codes, CARBON) + 0.18 * spectral_noise(shape, rng, 2.0)
    carbon = np.clip(carbon, 0.2, 6.0)
    depth = 1450.0 - 950.0 * steep - 150.0 * upper + 90.0 * spectral_noise(shape, rng, 2.4)
    return {'sand': sand, 'silt': silt, 'clay': clay, 'organic_carbon': carbon,
            'soil_depth': np.clip(depth, 200.0, 1800.0), 'pawc': available_water(sand, silt, clay, carbon)}


def available_water(sand, silt, clay, carbon):
    """Plant available water content, share of soil volume, from texture (%) and organic carbon (%).

    Source: Zhou et al. 2005; organic matter is carbon / 0.58.
    """
    matter = carbon / 0.58
    percent = (54.509 - 0.132 * sand - 0.003 * sand ** 2 - 0.055 * silt - 0.006 * silt ** 2
               - 0.738 * clay + 0.007 * clay ** 2 - 2.688 * matter + 0.501 * matter ** 2)
    return np.clip(percent / 100.0, 0.02, 0.35)


def greenness(codes, texture, warmth):
    """NDVI (-1 to 1) from land cover, a texture shared by all dates, and temperature (greener where warm)."""
    vary = np.where(codes == WATER, 0.02, 0.045)
    return np.clip(by_class(codes, NDVI) + vary * texture + 0.006 * (warmth - 16.0) * (codes != WATER), -0.3, 0.92)


def productivity(codes, ndvi, warmth, rain):
    """Net primary productivity, kg C/m2/yr; 0 on water."""
    usual = np.where(codes == WATER, 1.0, by_class(codes, NDVI))
    vigour = np.clip(ndvi / usual, 0.5, 1.6)
    supply = 1.0 + 0.02 * (warmth - 16.0) + 0.00012 * (rain - 1200.0)
    return np.clip(by_class(codes, NPP) * vigour * supply, 0.0, None)
