"""The whole sample study area."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_share, never, part_of, silent, stop_if
from ..grid import Grid
from . import cover, environment, people
from .drainage import drainage, height_above_stream, stream_lines
from .names import PREFECTURES, RIVER, place_names
from .noise import spectral_noise
from .outlines import cells_inside, outlines
from .routes import least_cost_routes, nearest_seed, smooth_line, town_links, without_overlap
from .terrain import carved_terrain
from .territory import grow_units, split_prefectures, town_sites

SEED = 3
COUNTIES = 24
MARKET_TOWNS = 40
CENTRE = (500000.0, 3110000.0)


@dataclass(frozen=True)
class Landscape:
    """A synthetic study area.

    Attributes
    ----------
    grid : Grid without CRS (the bridge knows it)
    valid : (rows, cols) bool, inside the two prefectures
    rasters : dict of file stem -> (rows, cols) array; NaN, or 0 for land cover, outside
    units : one dict per county: fields and ``rings`` (closed rings of map coordinates, the largest first)
    roads, rivers : dicts with fields and ``line`` ((n, 2) map coordinates)
    towns : dicts with fields and ``point``
    """

    grid: Grid
    valid: np.ndarray
    rasters: dict
    units: list
    roads: list
    rivers: list
    towns: list


@dataclass(frozen=True)
class _Land:
    """Terrain and water of the study rectangle; ``window`` cuts it out of the larger carved basin."""

    surface: np.ndarray
    slope: np.ndarray
    relief: np.ndarray
    upstream: np.ndarray
    water: np.ndarray
    wetland: np.ndarray
    reaches: list


def sample_landscape(rows=400, columns=400, cell=100.0, seed=SEED, progress=silent, cancelled=never):
    """Makes the sample study area: two prefectures with 24 counties in a river basin.

    Parameters
    ----------
    rows, columns : size of the rectangle, 120 to 800; counties fill its inner part
    cell : metres, 10 to 1000
    seed : draws all random numbers; the same seed gives the same area
    progress, cancelled : see ``core.checks``

    Returns
    -------
    Landscape

    Raises
    ------
    ParameterError : a size outside the limits, or no room for the towns
    """
    check_share('ROWS', rows, 120, 800)
    check_share('COLUMNS', columns, 120, 800)
    check_share('CELL', cell, 10, 1000)
    grid = Grid((rows, columns), (CENTRE[0] - columns // 2 * cell, float(cell), 0.0,
                                  CENTRE[1] + rows // 2 * cell, 0.0, -float(cell)))
    land = _land(rows, columns, cell, seed, part_of(progress, 0.0, 0.5), cancelled)
    stop_if(cancelled)
    progress(0.5, 'Placing towns and counties')
    sites, travel = _towns(land, seed)
    unit, shapes, group, capitals = _units(land, sites, travel, seed)
    stop_if(cancelled)
    progress(0.65, 'Growing land cover')
    layers, persons = _layers(land, unit, sites, travel, capitals, cell, seed)
    stop_if(cancelled)
    progress(0.8, 'Joining towns by roads')
    valid = unit > 0
    names = _names(len(sites), capitals, seed)
    towns = _town_table(sites, unit, persons, group, capitals, names, grid)
    roads = _road_table(sites, unit, travel, group, capitals, grid)
    rivers = _river_table(land, valid, grid, float(rows * columns) * cell ** 2 / 1e6)
    units = _unit_table(shapes, persons, group, capitals, names, grid)
    progress(1.0, 'Sample landscape ready')
    return Landscape(grid, valid, _masked(layers, valid), units, roads, rivers, towns)


def _rng(seed, theme):
    """Themes draw independently, so that a change in one leaves the others as they were."""
    return np.random.default_rng([int(seed), theme])


def _land(rows, columns, cell, seed, progress, cancelled):
    margin = max(12, int(0.15 * max(rows, columns)))
    shape = tuple(-(-(size + 2 * margin) // 4) * 4 for size in (rows, columns))
    surface, outlets = carved_terrain(shape, _rng(seed, 1), relief=850.0 * np.sqrt(cell / 100.0),
                                      progress=progress, cancelled=cancelled)
    drain = drainage(surface, outlets)
    cells = drain.accumulate(np.ones(surface.size))
    share = (cells / (rows * columns)).reshape(shape)
    relief = height_above_stream(surface, drain, share >= 0.0025)
    water, wetland = cover.water_cells(surface, drain, share, relief, _rng(seed, 2))
    window = (slice(margin, margin + rows), slice(margin, margin + columns))
    inside = np.zeros(shape, bool)
    inside[window] = True
    reaches = [(_window_cells(path, shape, margin), order, area / (rows * columns))
               for path, order, area in stream_lines(drain, cells, 0.0025 * rows * columns, inside.ravel())]
    down, right = np.gradient(surface, cell)
    slope = np.degrees(np.arctan(np.hypot(down, right)))
    return _Land(surface[window], slope[window], relief[window], share[window], water[window], wetland[window], reaches)


def _window_cells(path, shape, margin):
    row, column = np.divmod(path, shape[1])
    return np.column_stack([row - margin, column - margin])


def _towns(land, seed):
    """Sites, best first, and the cost of travel over every cell."""
    from scipy import ndimage
    shape = land.surface.shape
    rng = _rng(seed, 3)
    river = np.exp(-ndimage.distance_transform_edt(land.upstream < 0.02) / 12.0)
    flat = np.exp(-ndimage.gaussian_filter(land.slope, 3.0) / 4.0) * np.exp(-land.relief / 40.0)
    score = flat * (0.45 + 0.55 * river) * (1.0 + 0.12 * spectral_noise(shape, rng, 1.0))
    score = np.where(land.water | land.wetland, 0.0, np.clip(score, 0.0, None) + 1e-4)
    edge = int(0.10 * min(shape))
    inner = np.zeros(shape, bool)
    inner[edge:-edge, edge:-edge] = True
    spacing = np.sqrt(inner.sum() / COUNTIES)
    seats = town_sites(np.where(inner, score, 0.0), COUNTIES, spacing * 0.78)
    rows, columns = np.ogrid[:shape[0], :shape[1]]
    for row, column in seats:
        score[(rows - row) ** 2 + (columns - column) ** 2 < (0.35 * spacing) ** 2] = 0.0
    markets = town_sites(np.where(inner, score, 0.0), MARKET_TOWNS, spacing * 0.36)
    travel = 1.0 + 16.0 * np.tan(np.radians(ndimage.gaussian_filter(land.slope, 1.0))) + 5.0 * land.water
    return np.vstack([seats, markets]), travel


def _units(land, sites, travel, seed):
    """County of each cell, outlines, prefecture of each county, capitals."""
    seats = sites[:COUNTIES]
    barrier = 1.0 + 2.5 * (travel - 1.0) + land.relief / 60.0 + 12.0 * (land.upstream > 0.05)
    labels = grow_units(barrier, seats, 0.025 * min(travel.shape), _rng(seed, 4))
    shapes = outlines(labels)
    unit = cells_inside(shapes, labels.shape)
    group, capitals = split_prefectures(labels, seats)
    return unit, shapes, group, capitals


def _layers(land, unit, sites, travel, capitals, cell, seed):
    """All rasters, and what is known of each county and town."""
    rng = _rng(seed, 5)
    valid, area = unit > 0, cell ** 2
    areas = np.bincount(unit.ravel(), minlength=COUNTIES + 1)[1:] * area / 10000.0
    rank = np.empty(COUNTIES)
    rank[[*capitals, *(i for i in range(COUNTIES) if i not in capitals)]] = np.arange(COUNTIES)
    persons, urban = people.unit_population(areas, rank, rng)
    owner, reached, _ = nearest_seed(travel * np.exp(0.5 * spectral_noise(travel.shape, rng, 2.0, longest=40)),
                                     [np.array([row * travel.shape[1] + column]) for row, column in sites],
                                     np.zeros(len(sites)))
    inhabitants = _townspeople(sites, unit, urban)
    taken = land.water | land.wetland
    free = valid & ~taken & (land.slope < 14.0)
    now = cover.town_cells(owner, reached, free, inhabitants, area)
    then = cover.town_cells(owner, reached, free, inhabitants * 0.62, area)
    codes = cover.vegetation(land.surface, land.slope, land.relief, _valleys(land), taken, valid, rng)
    near = np.exp(-reached / 40.0)
    villages = cover.village_cells(valid & (codes == cover.CROPLAND) & ~taken & ~now, 0.8 * near - land.slope / 15.0,
                                   float((persons - urban).sum()), area, rng)
    codes[now | villages] = cover.BUILT
    codes[land.wetland] = cover.WETLAND
    codes[land.water] = cover.WATER
    kept = villages & (rng.random(villages.shape) < 0.88)
    before = cover.earlier_cover(codes, then | kept, land.slope, rng)
    rain, warmth, et0 = environment.climate(land.surface, cell, rng)
    texture = spectral_noise(travel.shape, rng, 1.6)
    ndvi = environment.greenness(codes, texture, warmth)
    crowd = people.population_cells(unit, persons, urban, codes, now, 2.0 * near)
    layers = {'landcover_2010': before, 'landcover_2020': codes, 'dem': land.surface, 'precipitation': rain,
              'temperature': warmth, 'et0': et0, 'ndvi_2020': ndvi,
              'ndvi_2010': environment.greenness(before, texture + 0.25 * spectral_noise(travel.shape, rng, 1.0),
                                                 warmth),
              'npp': environment.productivity(codes, ndvi, warmth, rain),
              **environment.soil(land.slope, land.relief, codes, rng),
              'population': crowd, 'nightlight': people.night_lights(crowd, now, cell)}
    statistics = people.unit_statistics(unit, persons, urban, codes, ndvi, area, rng)
    return layers, {'pop': persons, 'urban': urban, 'towns': inhabitants, **statistics}


def _valleys(land):
    """Floors of the smaller valleys."""
    from scipy import ndimage
    return ndimage.binary_dilation(land.upstream >= 0.0012, np.ones((3, 3))) & (land.slope < 16.0)


def _townspeople(sites, unit, urban):
    """Townspeople of each county shared between its seat and its market towns."""
    county = unit[sites[:, 0], sites[:, 1]]
    weight = np.where(np.arange(len(sites)) < COUNTIES, 1.0, 0.09)
    total = np.bincount(county, weights=weight, minlength=COUNTIES + 1)
    share = np.where(county > 0, weight / total[county], 0.0)
    return share * np.concatenate([[0], urban])[county]


def _masked(layers, valid):
    """Land cover as uint8 with 0 outside, everything else as float32 with NaN outside."""
    return {name: np.where(valid, values, 0).astype(np.uint8) if name.startswith('landcover')
            else np.where(valid, values, np.nan).astype(np.float32) for name, values in layers.items()}


def _names(count, capitals, seed):
    names = place_names(count, _rng(seed, 6))
    for capital, name in zip(capitals, PREFECTURES):
        names[capital] = name
    return names


def _codes(group, capitals):
    """Six-digit county codes; the fictitious 99 stands for the province, the capital comes first."""
    codes = {}
    for prefecture in (0, 1):
        members = [i for i in np.flatnonzero(group == prefecture) if i != capitals[prefecture]]
        for number, index in enumerate([capitals[prefecture], *members], start=1):
            codes[int(index)] = f'99{prefecture + 1:02d}{number:02d}'
    return codes


def _map(points, grid):
    """Map coordinates of (column, row) positions, cell corners at whole numbers."""
    west, width, _, north, _, height = grid.transform
    points = np.asarray(points, dtype=float)
    return np.column_stack([west + points[:, 0] * width, north + points[:, 1] * height])


def _unit_table(shapes, persons, group, capitals, names, grid):
    codes = _codes(group, capitals)
    units = []
    for index, code in sorted(codes.items(), key=lambda item: item[1]):
        capital, (english, chinese) = index in capitals, names[index]
        parent, parent_zh = PREFECTURES[group[index]]
        fields = {'unit_code': code, 'unit_name': f'{english} District' if capital else f'{english} County',
                  'unit_name_zh': chinese + ('区' if capital else '县'), 'parent_code': code[:4] + '00',
                  'parent_name': f'{parent} Prefecture', 'parent_name_zh': parent_zh + '市'}
        fields.update({name: int(persons[name][index]) for name in
                       ('pop', 'grain_t', 'gdp_wan', 'co2_t', 'revenue_wan', 'expenditure_wan')})
        units.append({**fields, 'rings': [_map(ring, grid) for ring in shapes[index + 1]]})
    return units


def _town_table(sites, unit, persons, group, capitals, names, grid):
    codes = _codes(group, capitals)
    towns = []
    for index, (row, column) in enumerate(sites):
        county = int(unit[row, column])
        if county == 0:
            continue
        level = 'town' if index >= COUNTIES else 'prefecture' if index in capitals else 'county'
        towns.append({'town_id': len(towns) + 1, 'name': names[index][0], 'name_zh': names[index][1], 'level': level,
                      'pop': int(round(persons['towns'][index])), 'unit_code': codes[county - 1],
                      'point': _map([(column + 0.5, row + 0.5)], grid)[0]})
    return towns


def _road_table(sites, unit, travel, group, capitals, grid):
    """Roads between seats, then from market towns to what is already there."""
    from scipy import ndimage
    seats = [index for index in range(COUNTIES) if unit[tuple(sites[index])] > 0]
    inside = np.where(ndimage.binary_erosion(unit > 0, iterations=2), travel, travel + 25.0)
    places = sites[seats]
    links = sorted(town_links(places), key=lambda pair: np.hypot(*(places[pair[0]] - places[pair[1]])))
    cells = sites[:, 0] * travel.shape[1] + sites[:, 1]
    routes = least_cost_routes(inside, cells[seats], links)
    kinds = ['primary' if seats[i] in capitals or seats[j] in capitals else 'secondary' for i, j in links]
    built = [np.unique(np.concatenate(routes))]
    _, _, back = nearest_seed(inside, built, np.zeros(1))
    for index in range(COUNTIES, len(sites)):
        if unit[tuple(sites[index])] > 0:
            path = [int(cells[index])]
            while back[path[-1]] >= 0:
                path.append(int(back[path[-1]]))
            routes.append(np.array(path))
            kinds.append('local')
    roads = []
    for number, piece in without_overlap([route for route in routes if len(route) > 1]):
        row, column = np.divmod(piece, travel.shape[1])
        roads.append({'road_id': len(roads) + 1, 'class': kinds[number],
                      'line': _map(smooth_line(np.column_stack([column + 0.5, row + 0.5])), grid)})
    return roads


def _river_table(land, valid, grid, rectangle_km2):
    rivers = []
    for cells, order, share in land.reaches:
        keep = valid[cells[:, 0], cells[:, 1]]
        for start, end in _runs(keep):
            if end - start < 3:
                continue
            part = cells[start:end]
            rivers.append({'river_id': len(rivers) + 1, 'strahler': order,
                           'upstream_km2': round(share * rectangle_km2, 2),
                           'name': RIVER[0] if share >= 0.16 else '', 'name_zh': RIVER[1] if share >= 0.16 else '',
                           'line': _map(smooth_line(part[:, ::-1] + 0.5, 5), grid)})
    return rivers


def _runs(keep):
    """(start, end) of each stretch of True."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], keep.astype(int), [0]])))
    return list(zip(edges[::2], edges[1::2]))
