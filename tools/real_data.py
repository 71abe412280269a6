"""Turns a demonstration data set of real counties into an input folder like that of the tool sampledata.

    python tools/real_data.py DATA_FOLDER OUT_FOLDER

DATA_FOLDER holds the folders real, real_resampled and semisynthetic (see its README). What the set lacks is derived or
assumed, and provenance.csv says for every layer which, and how. A second date of land cover and NDVI does not exist
and is not made up. Needs numpy and GDAL; with scipy roads follow the terrain, without it they are straight.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from ecorestore_plugin.core.grid import Grid  # noqa: E402
from ecorestore_plugin.core.sample.catalogue import GEOPACKAGE, LAYERS, RASTERS  # noqa: E402
from ecorestore_plugin.core.sample.environment import NDVI, available_water, by_class  # noqa: E402
from ecorestore_plugin.core.sample.routes import least_cost_routes, smooth_line, without_overlap  # noqa: E402
from ecorestore_plugin.qgis_io import input_folder as files  # noqa: E402

CROPLAND, WATER, BUILT = 1, 5, 8
GIVEN = {'dem': 'semisynthetic/dem_500m', 'landcover_2020': 'semisynthetic/landcover_500m',
         'population': 'semisynthetic/population_500m', 'npp': 'real_resampled/npp_kgC_m2_yr_500m',
         'precipitation': 'real_resampled/precip_annual_mm_500m', 'temperature': 'real_resampled/tmean_degC_500m',
         'density': 'real_resampled/soil_bulk_density_kg_m3_500m', 'county': 'semisynthetic/county_id_500m'}
PREFECTURES = {
    '430100': 'Changsha', '430200': 'Zhuzhou', '430300': 'Xiangtan', '430400': 'Hengyang', '430500': 'Shaoyang',
    '430600': 'Yueyang', '430700': 'Changde', '430800': 'Zhangjiajie', '430900': 'Yiyang', '431000': 'Chenzhou',
    '431100': 'Yongzhou', '431200': 'Huaihua', '431300': 'Loudi', '433100': 'Xiangxi', '110100': 'Beijing',
    '120100': 'Tianjin', '130100': 'Shijiazhuang', '130200': 'Tangshan', '130300': 'Qinhuangdao', '130400': 'Handan',
    '130500': 'Xingtai', '130600': 'Baoding', '130700': 'Zhangjiakou', '130800': 'Chengde', '130900': 'Cangzhou',
    '131000': 'Langfang', '131100': 'Hengshui'}

# National averages of 2020 (China Statistical Yearbook 2021, rounded): t of grain per ha of cropland, 10^4 CNY of GDP
# per person, t of CO2 per person (IEA), share of GDP raised as local revenue, local expenditure per person in 10^4 CNY.
GRAIN_T_HA, GDP_WAN, CO2_T, REVENUE_SHARE, EXPENDITURE_WAN = 5.2, 7.2, 7.1, 0.07, 0.9
AGRICULTURAL_SHARE = 0.2

REAL, SEMI, ASSUMED = 'real', 'semi-synthetic', 'assumed'
CENSUS = 'Census 2020 and CTAmap county boundaries (admin_counties_census2020.gpkg)'
COVARIATES = 'Example data of peatland-subsidence-china, 2.5 arc minutes'
GENERATED = 'Generator of the demonstration set, from real 5 km fields, census and Natural Earth'
RESAMPLED = 'Resampled: real 5 km values, bilinear to 500 m; no detail below 5 km.'
PROVENANCE = {
    'landcover_2020': (SEMI, GENERATED, 'Built-up area from real population, other classes by suitability up to '
                       'assumed provincial shares; water is real. No observation.'),
    'dem': (SEMI, GENERATED, 'Real 5 km elevation with generated fractal detail below 5 km.'),
    'precipitation': (REAL, COVARIATES, RESAMPLED),
    'temperature': (REAL, COVARIATES, RESAMPLED),
    'npp': (REAL, COVARIATES, RESAMPLED + ' Unit inferred (MOD17 scale).'),
    'population': (SEMI, GENERATED, 'County sums are the real census of 2020; places inside a county are generated.'),
    'et0': (ASSUMED, 'Droogers and Allen 2002, doi:10.1023/A:1015508322413', 'Modified Hargreaves with annual means: '
            'real resampled temperature and precipitation, radiation from latitude (FAO 56), daily temperature range '
            'assumed as 14 - 0.0045 P degC.'),
    'ndvi_2020': (ASSUMED, 'EcoRestore', 'Typical NDVI of the (semi-synthetic) land cover, scaled by the square root '
                  'of NPP over the mean NPP of its class. No observation.'),
    'sand': (ASSUMED, 'EcoRestore', 'Linear in real resampled bulk density: 35 % at 1.30 t/m3, +9 points per 0.1.'),
    'silt': (ASSUMED, 'EcoRestore', '100 % less sand and clay.'),
    'clay': (ASSUMED, 'EcoRestore', 'Linear in real resampled bulk density and slope: 28 % at 1.30 t/m3, -6 points '
             'per 0.1, -0.4 points per degree.'),
    'organic_carbon': (ASSUMED, 'Manrique and Jones 1991, Soil Sci. Soc. Am. J. 55:476-481', 'Inverse of bulk density '
                       '= 1.66 - 0.318 sqrt(carbon), from real resampled bulk density.'),
    'soil_depth': (ASSUMED, 'EcoRestore', '1500 mm, less 60 mm per degree of slope and 0.15 mm per metre above 200 m; '
                   'at least 200 mm.'),
    'pawc': (ASSUMED, 'Zhou et al. 2005', 'Regression on the assumed texture and carbon.'),
    'nightlight': (ASSUMED, 'EcoRestore', 'Built-up share within 1.5 km times the logarithm of population density, '
                   'scaled to 40 nW/cm2/sr. No observation.'),
    'units': (REAL, CENSUS, 'Boundaries, names, codes and population are real (development zones merged into the '
              'neighbouring county).'),
    'units: grain_t': (ASSUMED, 'National average 2020', f'{GRAIN_T_HA} t/ha on the (semi-synthetic) cropland, scaled '
                       'by 0.85 to 1.10 with the share of agricultural employment.'),
    'units: gdp_wan': (ASSUMED, 'National average 2020', f'{GDP_WAN} x 10^4 CNY per person, times exp(-2.2 (a - 0.2)) '
                       'with a the real share of agricultural employment.'),
    'units: co2_t': (ASSUMED, 'National average 2020', f'{CO2_T} t CO2 per person, scaled by the 0.6th power of '
                     'assumed GDP per person.'),
    'units: revenue_wan': (ASSUMED, 'National average 2020', f'{REVENUE_SHARE:.0%} of assumed GDP.'),
    'units: expenditure_wan': (ASSUMED, 'National average 2020', f'{EXPENDITURE_WAN} x 10^4 CNY per person plus 30 % '
                               'of assumed revenue.'),
    'roads': (ASSUMED, 'EcoRestore', 'Least-cost lines over terrain between neighbouring county seats. No real '
              'roads.'),
    'rivers': (REAL, 'Natural Earth', 'Large rivers only, clipped to the counties; orders and basins unknown.'),
    'towns': (ASSUMED, 'EcoRestore; Natural Earth', 'One seat per county at the centre of its densest settlement, or '
              'at the populated place of Natural Earth inside it; population is the real urban population.'),
}
STATED = {'units': 'REAL boundaries and population, ASSUMED other statistics'}
README = """EcoRestore input folder: {name}
Made by tools/real_data.py from a demonstration data set of real counties.
Counties, population, climate, NPP and rivers are real (climate and NPP resampled from 5 km). Land cover, elevation
detail and the place of people inside a county are generated. Everything else is assumed. See provenance.csv.
For demonstration only: results are no findings about the region. There is no second date.

EcoRestore 输入数据文件夹：{name}
由 tools/real_data.py 根据真实县域的演示数据集生成。
县界、人口、气候、NPP 和河流为真实数据（气候和 NPP 由 5 公里重采样）；土地覆被、地形细节及县内人口分布为生成数据；
其余均为假设。详见 provenance.csv。仅供演示，不得作为对该地区的研究结论；没有第二期数据。
"""


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument('data', type=Path, help='folder with real, real_resampled and semisynthetic')
    options.add_argument('out', type=Path, help='folder to write')
    chosen = options.parse_args()
    gdal.UseExceptions()
    missing = [f'{name}.tif' for name in GIVEN.values() if not (chosen.data / f'{name}.tif').is_file()]
    if missing:
        raise SystemExit(f'{chosen.data} lacks {", ".join(missing)}.')
    write_folder(chosen.data, chosen.out)


def write_folder(data, out):
    """Everything, or nothing where it fails."""
    grid, wkt, given = read_given(data)
    layers = rasters(given, grid, wkt)
    counties = read_counties(data, given, grid)
    units, towns = unit_rows(counties, given, grid), town_rows(data, counties, grid)
    rows = {'units': ('polygon', units), 'roads': ('line', road_rows(towns, given, grid)),
            'rivers': ('line', river_rows(data, units)), 'towns': ('point', towns)}
    with files.whole_folder(out) as folder:
        for name, values in layers.items():
            unit, text = RASTERS[name]
            files.write_geotiff(folder / f'{name}.tif', values, grid, wkt, unit, text, PROVENANCE[name][0].upper())
        files.write_geopackage(folder / GEOPACKAGE, {
            name: (shape, features, f'{STATED.get(name, PROVENANCE[name][0].upper())}: {LAYERS[name]}')
            for name, (shape, features) in rows.items()}, wkt)
        files.write_provenance(folder / 'provenance.csv', [
            {'layer': name, 'file': f'{name}.tif' if name in RASTERS else GEOPACKAGE, 'status': status,
             'source': source, 'note': note} for name, (status, source, note) in PROVENANCE.items()])
        (folder / 'README.txt').write_text(README.format(name=data.resolve().name), encoding='utf-8')
    print(f'{len(units)} counties, {int((given["county"] > 0).sum())} land cells, {len(layers)} rasters -> {out}')


def read_given(data):
    """(grid, WKT, {name: float array with NaN outside the counties}); all on one grid."""
    grid, wkt, given = None, '', {}
    for name, path in GIVEN.items():
        source = gdal.Open(str(data / f'{path}.tif'))
        here = Grid((source.RasterYSize, source.RasterXSize), source.GetGeoTransform())
        if grid is None:
            grid, wkt = here, source.GetProjection()
        elif grid.difference(here):
            raise SystemExit(f'{path}.tif differs from {GIVEN["dem"]}.tif in its {grid.difference(here)}.')
        values = source.GetRasterBand(1).ReadAsArray().astype(float)
        given[name] = np.where(values == source.GetRasterBand(1).GetNoDataValue(), np.nan, values)
    land = np.isfinite(given['county'])
    for name, values in given.items():
        gaps = int((land & ~np.isfinite(values)).sum())
        if gaps:
            raise SystemExit(f'{GIVEN[name]}.tif has no data in {gaps} cells of the counties.')
        given[name] = np.where(land, values, np.nan)
    given['county'] = np.where(land, given['county'], 0).astype(int)
    return grid, wkt, given


# Rasters.

def rasters(given, grid, wkt):
    """All rasters of the folder: land cover as uint8 with 0 outside, the rest float with NaN outside."""
    land = given['county'] > 0
    codes = np.where(land, given['landcover_2020'], 0).astype(np.uint8)
    density = given['density'] / 1000.0
    slope = slope_degrees(given['dem'], grid)
    sand = np.clip(35.0 + 90.0 * (density - 1.30), 10.0, 75.0)
    clay = np.clip(28.0 - 60.0 * (density - 1.30) - 0.4 * slope, 5.0, 50.0)
    carbon = np.clip((1.66 - np.minimum(density, 1.6)) / 0.318, 0.3, None) ** 2
    depth = 1500.0 - 60.0 * slope - 0.15 * np.clip(given['dem'] - 200.0, 0.0, None)
    found = {name: given[name] for name in ('dem', 'precipitation', 'temperature', 'npp', 'population')}
    found.update(
        landcover_2020=codes, sand=sand, clay=clay, silt=100.0 - sand - clay, organic_carbon=carbon,
        soil_depth=np.clip(depth, 200.0, 1500.0), pawc=available_water(sand, 100.0 - sand - clay, clay, carbon),
        et0=reference_evapotranspiration(given['temperature'], given['precipitation'], latitudes(grid, wkt)),
        ndvi_2020=assumed_ndvi(codes, given['npp']),
        nightlight=assumed_lights(codes, given['population'], grid))
    return {name: values if name == 'landcover_2020' else np.where(land, values, np.nan)
            for name, values in found.items()}


def slope_degrees(heights, grid):
    """Slope from the four neighbours; a neighbour beyond the counties counts as level with the cell."""
    padded = np.pad(heights, 1, constant_values=np.nan)
    around = [padded[1 + down:1 + down + grid.rows, 1 + right:1 + right + grid.columns]
              for down, right in ((1, 0), (-1, 0), (0, 1), (0, -1))]
    south, north, east, west = (np.where(np.isfinite(side), side, heights) for side in around)
    fall = np.hypot((south - north) / (2 * grid.cell_height), (east - west) / (2 * grid.cell_width))
    return np.degrees(np.arctan(fall))


def latitudes(grid, wkt):
    """Latitude of every cell in degrees: a quadratic surface through a lattice of projected points."""
    source, target = osr.SpatialReference(), osr.SpatialReference()
    source.ImportFromWkt(wkt)
    target.ImportFromEPSG(4326)
    for reference in (source, target):
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    row, column = np.meshgrid(np.linspace(0, grid.rows - 1, 15), np.linspace(0, grid.columns - 1, 15), indexing='ij')
    x, y = grid.centre(row.ravel(), column.ravel())
    known = [point[1] for point in osr.CoordinateTransformation(source, target).TransformPoints(
        np.column_stack([x, y]).tolist())]

    def terms(down, across):
        return np.stack([np.ones_like(down), down, across, down * across, down ** 2, across ** 2], axis=-1)

    scaled = terms(row.ravel() / grid.rows, column.ravel() / grid.columns)
    weights, *_ = np.linalg.lstsq(scaled, np.array(known), rcond=None)
    down, across = np.meshgrid(np.arange(grid.rows) / grid.rows, np.arange(grid.columns) / grid.columns, indexing='ij')
    return terms(down, across) @ weights


def radiation(latitude, day):
    """Extraterrestrial radiation, MJ/m2/d (FAO 56, equation 21), of latitudes in degrees and days of the year."""
    phi = np.radians(latitude)
    tilt = 0.409 * np.sin(2 * np.pi * day / 365 - 1.39)
    sunset = np.arccos(-np.tan(phi) * np.tan(tilt))
    return 24 * 60 / np.pi * 0.0820 * (1 + 0.033 * np.cos(2 * np.pi * day / 365)) * (
        sunset * np.sin(phi) * np.sin(tilt) + np.cos(phi) * np.cos(tilt) * np.sin(sunset))


def reference_evapotranspiration(warmth, rain, latitude):
    """ET0 in mm/yr by the modified Hargreaves equation with annual means (Droogers and Allen 2002)."""
    lattice = np.linspace(latitude.min(), latitude.max(), 60)
    yearly = np.interp(latitude, lattice, radiation(lattice[:, None], np.arange(1, 366)).mean(axis=1))
    spread = 14.0 - 0.0045 * rain
    drying = np.clip(spread - 0.0123 * rain / 12.0, 0.5, None) ** 0.76
    return 365.0 * 0.0013 * 0.408 * yearly * np.clip(warmth + 17.0, 0.0, None) * drying


def assumed_ndvi(codes, npp):
    """Typical NDVI per class, scaled by how productive a cell is within its class."""
    ndvi = by_class(codes, NDVI)
    for code in np.unique(codes[codes > 0]):
        here = codes == code
        if code != WATER:
            vigour = npp[here] / max(float(npp[here].mean()), 1e-6)
            ndvi[here] *= np.clip(np.sqrt(vigour), 0.6, 1.2)
    return np.clip(ndvi, -0.3, 0.95)


def assumed_lights(codes, population, grid):
    """Radiance from the built-up share around a cell and its population density."""
    built = box_mean((codes == BUILT).astype(float), max(1, round(1500.0 / grid.cell_width)))
    crowd = np.log1p(np.nan_to_num(population) / (grid.cell_area / 1e6)) / np.log1p(20000.0)
    return 40.0 * built * np.clip(box_mean(crowd, 1), 0.0, 1.0) + 0.05


def box_mean(values, radius):
    """Mean over a square window, the edge repeated."""
    padded = np.pad(values, radius + 1, mode='edge').cumsum(axis=0).cumsum(axis=1)
    side = 2 * radius + 1
    window = padded[side:, side:] - padded[:-side, side:] - padded[side:, :-side] + padded[:-side, :-side]
    return window[:values.shape[0], :values.shape[1]] / side ** 2


# Vectors.

def read_counties(data, given, grid):
    """One dict per county with its fields, geometry, number in the raster, and the cell of its densest settlement."""
    source = ogr.Open(str(data / 'real' / 'admin_counties_census2020.gpkg'))
    layer = source.GetLayer('county')
    crowd = box_mean(np.nan_to_num(given['population']), 2)
    order = np.argsort(given['county'].ravel(), kind='stable')
    starts = np.searchsorted(given['county'].ravel()[order], np.arange(layer.GetFeatureCount() + 2))
    counties = []
    for number, feature in enumerate(layer, start=1):
        cells = order[starts[number]:starts[number + 1]]
        if not cells.size:
            raise SystemExit(f'County {feature.GetField("code")} has no cell in county_id_500m.tif.')
        geometry = feature.GetGeometryRef().Clone()
        geometry = geometry if geometry.IsValid() else geometry.MakeValid()
        seat = divmod(int(cells[np.argmax(crowd.ravel()[cells])]), grid.columns)
        counties.append({**{key: feature.GetField(key) for key in (
            'code', 'name_zh', 'name_en', 'pref_code', 'pref_zh', 'pop2020', 'pop_urban', 'agri_empl')},
            'geometry': ogr.ForceToMultiPolygon(geometry), 'number': number, 'seat': seat})
    return counties


def unit_rows(counties, given, grid):
    """Units with real population and assumed statistics."""
    crops = given['county'][given['landcover_2020'] == CROPLAND]
    fields_ha = np.bincount(crops, minlength=len(counties) + 1) * grid.cell_area_ha
    rows = []
    for county in counties:
        people, farming = county['pop2020'], min(max(county['agri_empl'] or 0.0, 0.0), 1.0)
        income = GDP_WAN * np.exp(-2.2 * (farming - AGRICULTURAL_SHARE))
        gdp = people * income
        revenue = gdp * REVENUE_SHARE
        grain = fields_ha[county['number']] * GRAIN_T_HA * (0.85 + 0.25 * min(farming / 0.35, 1.0))
        rows.append({
            'unit_code': county['code'], 'unit_name': county['name_en'], 'unit_name_zh': county['name_zh'],
            'parent_code': county['pref_code'],
            'parent_name': PREFECTURES.get(county['pref_code'], county['pref_code']),
            'parent_name_zh': county['pref_zh'], 'pop': int(people), 'grain_t': round(float(grain)),
            'gdp_wan': round(float(gdp)), 'co2_t': round(float(people * CO2_T * (income / GDP_WAN) ** 0.6)),
            'revenue_wan': round(float(revenue)), 'expenditure_wan': round(people * EXPENDITURE_WAN + 0.3 * revenue),
            'geometry': county['geometry']})
    return rows


def town_rows(data, counties, grid):
    """One seat per county; the largest of a prefecture is its capital."""
    source = ogr.Open(str(data / 'real' / 'natural_earth.gpkg'))
    places = [(feature.GetField('name'), feature.GetGeometryRef().Clone(), feature.GetField('pop_max') or 0)
              for feature in source.GetLayer('populated_places')]
    largest = {}
    for county in counties:
        best = largest.get(county['pref_code'])
        if best is None or county['pop_urban'] > best['pop_urban']:
            largest[county['pref_code']] = county
    rows = []
    for county in counties:
        inside = [place for place in places if county['geometry'].Contains(place[1])]
        shape = max(inside, key=lambda place: place[2])[1] if inside else files.point(*grid.centre(*county['seat']))
        rows.append({'town_id': county['number'], 'name': county['name_en'], 'name_zh': county['name_zh'],
                     'level': 'prefecture' if largest[county['pref_code']] is county else 'county',
                     'pop': int(county['pop_urban']), 'unit_code': county['code'], 'geometry': shape})
    return rows


def road_rows(towns, given, grid, step=4):
    """Lines between neighbouring capitals (primary) and neighbouring seats (secondary), least-cost over terrain."""
    points = np.array([(town['geometry'].GetX(), town['geometry'].GetY()) for town in towns])
    capitals = [index for index, town in enumerate(towns) if town['level'] == 'prefecture']
    primary = {tuple(sorted((capitals[i], capitals[j]))) for i, j in neighbours(points[capitals])}
    links = sorted(primary) + [pair for pair in neighbours(points) if pair not in primary]
    coarse = Grid((grid.rows // step, grid.columns // step), (
        grid.transform[0], grid.cell_width * step, 0.0, grid.transform[3], 0.0, -grid.cell_height * step))
    return [{'road_id': position, 'class': 'primary' if links[number] in primary else 'secondary',
             'geometry': files.line(line)}
            for position, (number, line) in enumerate(lines_between(points, links, travel_cost(given, grid, step),
                                                                    coarse), start=1)]


def lines_between(points, links, cost, coarse):
    """(number of the link, line), no stretch twice: least-cost on the coarse grid, straight lines without scipy."""
    row, column = coarse.cell(points[:, 0], points[:, 1])
    cells = row.clip(0, coarse.rows - 1) * coarse.columns + column.clip(0, coarse.columns - 1)
    try:
        routes = least_cost_routes(cost, cells, links)
    except ImportError:
        print('scipy is missing: roads are straight lines.')
        return [(number, points[list(pair)]) for number, pair in enumerate(links)]
    seat = {int(cell): point for cell, point in zip(cells, points)}
    lines = []
    for number, piece in without_overlap(routes):
        line = np.column_stack(coarse.centre(*np.divmod(piece, coarse.columns)))
        for end in (0, -1):
            line[end] = seat.get(int(piece[end]), line[end])
        lines.append((number, smooth_line(line)))
    return lines


def travel_cost(given, grid, step):
    """Cost of travel per coarse cell: dearer on slopes, on water and outside the counties."""
    slope = np.nan_to_num(slope_degrees(given['dem'], grid), nan=8.0)
    cost = 1.0 + 40.0 * np.tan(np.radians(slope)) + 5.0 * (given['landcover_2020'] == WATER)
    cost += 3.0 * (given['county'] == 0)
    rows, columns = grid.rows // step, grid.columns // step
    return cost[:rows * step, :columns * step].reshape(rows, step, columns, step).mean(axis=(1, 3))


def neighbours(points):
    """Gabriel graph: pairs of points with no third one in the circle between them."""
    squares = ((points[:, None] - points[None]) ** 2).sum(axis=2)
    pairs = []
    for i in range(len(points)):
        for j in range(i + 1, len(points)):
            others = squares[i] + squares[j]
            others[[i, j]] = np.inf
            if squares[i, j] <= others.min():
                pairs.append((i, j))
    return pairs


def river_rows(data, units):
    """Rivers of Natural Earth inside the counties."""
    inside = ogr.Geometry(ogr.wkbMultiPolygon)
    for unit in units:
        for part in unit['geometry']:
            inside.AddGeometry(part)
    inside = inside.UnionCascaded()
    source = ogr.Open(str(data / 'real' / 'natural_earth.gpkg'))
    rows = []
    for feature in source.GetLayer('rivers'):
        shape = ogr.ForceToMultiLineString(feature.GetGeometryRef().Intersection(inside))
        if not shape.IsEmpty() and shape.Length() > 0:
            rows.append({'river_id': len(rows) + 1, 'strahler': None, 'upstream_km2': None,
                         'name': feature.GetField('name'), 'name_zh': None, 'geometry': shape})
    return rows


if __name__ == '__main__':
    main()
