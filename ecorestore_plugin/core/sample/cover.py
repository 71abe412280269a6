"""Land cover that follows terrain, water and towns, at two dates (CLCD codes)."""

from __future__ import annotations

import numpy as np

from .noise import rank_share, spectral_noise

CROPLAND, FOREST, SHRUB, GRASS, WATER, BARREN, BUILT, WETLAND = 1, 2, 3, 4, 5, 7, 8, 9
URBAN_M2 = 115.0      # built-up area per townsperson
RURAL_M2 = 170.0      # built-up area per villager


def water_cells(surface, drain, upstream, relief, rng):
    """Rivers as wide as their basin asks, reservoirs behind dams in the hills, a lake in the plain.

    Parameters
    ----------
    surface : (rows, cols) heights in metres
    upstream : (rows, cols) share of the whole basin above each cell
    relief : (rows, cols) height above the nearest stream

    Returns
    -------
    (water, wetland) bool arrays
    """
    from scipy import ndimage
    pair, plus = np.ones((2, 2), bool), ndimage.generate_binary_structure(2, 1)
    water = (upstream >= 0.03) | ndimage.binary_dilation(upstream >= 0.12, pair)
    water |= ndimage.binary_dilation(upstream >= 0.40, plus)
    water |= _reservoirs(surface, drain, upstream, rng)
    lakes = _lakes(surface.shape, relief, upstream, rng)
    water |= lakes
    damp = spectral_noise(surface.shape, rng, 2.0, longest=30)
    shore = ndimage.binary_dilation(lakes, iterations=4) | ndimage.binary_dilation(upstream >= 0.12, iterations=4)
    wetland = shore & ~water & (relief < 12.0) & (damp > 0.35)
    return water, ndimage.binary_opening(wetland) & ~water


def _reservoirs(surface, drain, upstream, rng, number=4, depth=22.0):
    """Valleys flooded behind dams."""
    height, share = surface.ravel(), upstream.ravel()
    flooded = np.zeros(height.size, bool)
    basin = np.flatnonzero((share > 0.004) & (share < 0.02) & (height > np.quantile(height, 0.45)))
    for dam in rng.permutation(basin)[:number * 8]:
        if number == 0:
            break
        above = np.zeros(height.size, bool)
        above[dam] = True
        for cells in drain.downstream():
            above[cells] |= above[drain.receiver[cells]] & (height[cells] < height[dam] + depth)
        size = int(above.sum())
        if 0.0002 * height.size < size < 0.0022 * height.size and not (flooded & above).any():
            flooded |= above
            number -= 1
    return flooded.reshape(surface.shape)


def _lakes(shape, relief, upstream, rng):
    """One or two lakes where the plain is lowest beside larger streams."""
    from scipy import ndimage
    near = ndimage.gaussian_filter((upstream >= 0.08).astype(float), max(shape) / 40.0)
    score = near / max(near.max(), 1e-12) - ndimage.gaussian_filter(relief, 3.0) / 25.0
    score += 0.9 * spectral_noise(shape, rng, 3.0, longest=max(shape) / 8.0)
    lakes = score >= np.quantile(score, 0.988)
    pieces, count = ndimage.label(lakes)
    sizes = np.bincount(pieces.ravel())[1:] if count else np.zeros(0)
    large = 1 + np.argsort(-sizes, kind='stable')[:2]
    return ndimage.binary_closing(np.isin(pieces, large), iterations=2)


def town_cells(owner, reached, free, people, cell_area):
    """Built-up cells of towns: each takes the nearest free cells of its own surroundings.

    Parameters
    ----------
    owner, reached : nearest town and travel cost to it
    free : bool, cells that may be built on
    people : townspeople of each town
    cell_area : m2

    Returns
    -------
    (rows, cols) bool
    """
    built = np.zeros(owner.shape, bool)
    for town, inhabitants in enumerate(people):
        cells = np.flatnonzero((owner == town).ravel() & free.ravel())
        wanted = min(cells.size, int(round(inhabitants * URBAN_M2 / cell_area)))
        built.ravel()[cells[np.argsort(reached.ravel()[cells], kind='stable')[:wanted]]] = True
    return built


def village_cells(free, attraction, villagers, cell_area, rng):
    """Scattered villages on the most attractive free land."""
    from scipy import ndimage
    wanted = min(int(free.sum()), int(round(villagers * RURAL_M2 / cell_area)))
    scatter = ndimage.gaussian_filter(rng.standard_normal(free.shape), 0.95)
    score = np.where(free, scatter / scatter.std() + attraction, -np.inf)
    villages = np.zeros(free.size, bool)
    villages[np.argsort(-score.ravel(), kind='stable')[:wanted]] = True
    return villages.reshape(free.shape)


def vegetation(surface, slope, relief, valleys, taken, valid, rng, forest_share=0.37):
    """Forest on hills, shrub and grass where it thins out, cropland on the rest.

    Parameters
    ----------
    slope : degrees
    relief : metres above the nearest stream
    valleys : bool, floors of small valleys, tilled where the ground allows
    taken : bool, water and wetland
    valid : bool, study area, over which shares are meant

    Returns
    -------
    (rows, cols) int16 codes
    """
    from scipy import ndimage
    hilly = rank_share(ndimage.gaussian_filter(slope, 1.2), np.ones(slope.shape, bool))
    high = rank_share(ndimage.gaussian_filter(relief, 1.2), np.ones(slope.shape, bool))
    patchy = spectral_noise(slope.shape, rng, 2.4, longest=max(slope.shape) / 9.0, shortest=4.0)
    rough = 0.62 * hilly + 0.38 * high + 0.15 * patchy - 0.25 * valleys
    wooded = rough >= np.quantile(rough[valid], 1.0 - forest_share)
    wooded = ndimage.binary_opening(wooded & ~taken, np.ones((3, 3)))
    wooded = ndimage.binary_closing(wooded, np.ones((3, 3))) & ~taken
    codes = np.where(wooded, FOREST, CROPLAND).astype(np.int16)
    thin = spectral_noise(slope.shape, rng, 2.0, longest=25)
    edge = (rough >= np.quantile(rough[valid], 0.92 - forest_share)) & ~wooded
    codes[edge & (thin > 0.2)] = GRASS
    codes[edge & (thin < -0.75)] = SHRUB
    summit = wooded & (surface >= np.quantile(surface[valid], 0.93)) & (thin > 0.1)
    codes[summit] = GRASS
    codes[wooded & ~summit & (thin < -1.75)] = SHRUB
    scar = ndimage.gaussian_filter(rng.standard_normal(slope.shape), 1.1)
    codes[(hilly > 0.55) & (scar / scar.std() > 2.75)] = BARREN
    return codes


def earlier_cover(codes, towns_then, rough, rng):
    """The same land ten years before: smaller towns, cropland since planted with trees, woods since cleared.

    Parameters
    ----------
    codes : (rows, cols) later land cover
    towns_then : bool, built-up cells of the earlier date
    rough : (rows, cols) slope in degrees

    Returns
    -------
    (rows, cols) int16 codes
    """
    from scipy import ndimage
    before = codes.copy()
    lost = (codes == BUILT) & ~towns_then
    before[lost] = np.where(rough[lost] > 9.0, FOREST, CROPLAND)
    change = spectral_noise(codes.shape, rng, 2.0, longest=30)
    fringe = (codes == FOREST) & ndimage.binary_dilation(codes == CROPLAND, iterations=2)
    before[fringe & (change > 1.25)] = CROPLAND
    cleared = np.isin(codes, (GRASS, CROPLAND)) & ndimage.binary_dilation(codes == FOREST, iterations=2)
    before[cleared & (change < -1.35)] = FOREST
    before[(codes == BARREN) & (change > 0.0)] = FOREST
    before[(codes == CROPLAND) & ndimage.binary_dilation(codes == WETLAND, iterations=2) & (change > 0.5)] = WETLAND
    return before
