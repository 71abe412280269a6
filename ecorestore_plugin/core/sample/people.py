"""Inhabitants, lights and county statistics."""

from __future__ import annotations

import numpy as np

from .cover import BUILT, CROPLAND, WATER


def unit_population(areas_ha, seats_rank, rng, density=4.8):
    """Persons per county: by area, and more where the seat ranks high.

    Parameters
    ----------
    areas_ha : area of each county
    seats_rank : rank of each seat, 0 is the largest town
    density : mean persons per hectare

    Returns
    -------
    (persons of each county, of which townspeople), integers
    """
    spread = np.exp(rng.normal(0.0, 0.22, areas_ha.size))
    weight = areas_ha / areas_ha.mean() * spread * (0.55 + 2.6 / (1.0 + seats_rank) ** 0.75)
    people = np.round(density * areas_ha.sum() * weight / weight.sum()).astype(np.int64)
    share = np.clip(0.34 + 0.42 / (1.0 + seats_rank) ** 0.45 + rng.normal(0.0, 0.03, areas_ha.size), 0.28, 0.82)
    return people, np.round(people * share).astype(np.int64)


def population_cells(unit, people, urban, codes, in_town, attraction):
    """Persons per cell whose sum over each county is its population.

    Parameters
    ----------
    unit : (rows, cols) county index from 1, 0 outside
    people, urban : inhabitants and townspeople per county
    codes : land cover
    in_town : bool, built-up cells of towns
    attraction : (rows, cols) float, denser where higher

    Returns
    -------
    (rows, cols) float32
    """
    dense = np.where(in_town, np.exp(0.55 * attraction), 0.0)
    rural = np.select([(codes == BUILT) & ~in_town, codes == CROPLAND, codes == WATER],
                      [30.0, 0.6, 0.0], 0.05) * np.where(in_town, 0.0, 1.0)
    cells = np.zeros(unit.shape)
    for index in range(1, len(people) + 1):
        inside = unit == index
        town, land = dense[inside], rural[inside]
        townspeople = float(urban[index - 1]) if town.sum() > 0 else 0.0
        share = townspeople * town / max(town.sum(), 1e-12)
        cells[inside] = share + (float(people[index - 1]) - townspeople) * land / land.sum()
    return cells.astype(np.float32)


def night_lights(population, in_town, cell):
    """Radiance in nW/cm2/sr: bright towns with a halo, faint villages."""
    from scipy import ndimage
    reach = max(1.0, 350.0 / cell)
    glow = ndimage.gaussian_filter(in_town.astype(float), reach)
    halo = ndimage.gaussian_filter(in_town.astype(float), 4.0 * reach)
    crowd = ndimage.gaussian_filter(np.log1p(population.astype(float) * 10000.0 / cell ** 2), reach)
    return np.clip(26.0 * glow ** 1.3 * crowd / max(crowd.max(), 1e-9) * 1.8 + 4.0 * halo + 0.12 * crowd, 0.0, None)


def unit_statistics(unit, people, urban, codes, ndvi, cell_area, rng):
    """Yearly statistics per county from its people and fields.

    Returns
    -------
    dict of (counties,) integer arrays: grain_t (t), gdp_wan, revenue_wan, expenditure_wan (10^4 CNY), co2_t (t CO2)
    """
    count = len(people)
    fields = np.bincount(unit[codes == CROPLAND], minlength=count + 1)[1:] * cell_area / 10000.0
    green = np.bincount(unit[codes == CROPLAND], weights=ndvi[codes == CROPLAND], minlength=count + 1)[1:]
    vigour = green * cell_area / 10000.0 / np.maximum(fields, 1e-9) / 0.6
    grain = fields * 5.6 * vigour * np.exp(rng.normal(0.0, 0.06, count))
    share = urban / np.maximum(people, 1)
    income = (2.6 + 7.2 * share ** 1.6) * np.exp(rng.normal(0.0, 0.10, count))
    gdp = people * income
    emitted = people * (2.6 + 0.75 * income) * np.exp(rng.normal(0.0, 0.08, count))
    revenue = gdp * 0.068 * np.exp(rng.normal(0.0, 0.08, count))
    expenditure = revenue * 0.75 + people * 0.62 + 5500.0
    table = {'grain_t': grain, 'gdp_wan': gdp, 'co2_t': emitted, 'revenue_wan': revenue, 'expenditure_wan': expenditure}
    return {name: np.round(values).astype(np.int64) for name, values in table.items()}
