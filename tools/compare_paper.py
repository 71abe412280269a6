"""Compares the plan of Beijing-Tianjin-Hebei with what the published study of the region describes.

    python tools/compare_paper.py FOLDER [--page FILE.md]

FOLDER is what `python tools/demo.py --data .../bth --out FOLDER` wrote. Every statement of the study stands beside the
numbers of this run and whether they agree; then how the matching types depend on the choices of the tool, and the means
by prefecture that the page names. With --page all tables as Markdown. Needs numpy, scipy and GDAL.
"""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from ecorestore_plugin.core.matching.quadrants import supply_demand_matching  # noqa: E402

PLAIN, MOUNTAIN = 100.0, 300.0
SERVICES = ('food', 'carbon', 'water', 'soil', 'recreation')
PREFECTURES = {'Beijing': '11', 'Tianjin': '12', 'Shijiazhuang': '1301', 'Tangshan': '1302', 'Qinhuangdao': '1303',
               'Handan': '1304', 'Xingtai': '1305', 'Baoding': '1306', 'Zhangjiakou': '1307', 'Chengde': '1308',
               'Cangzhou': '1309', 'Langfang': '1310', 'Hengshui': '1311'}
CHOICES = tuple((basis, scaling, cap) for basis in ('per hectare', 'total') for scaling, cap in (
    ('range', None), ('range', 95), ('range', 90), ('rank', None)))
NORTH = ('1307', '1308')
CENTRE_SOUTHEAST = ('11', '12', '1306', '1309', '1310', '1311')
NORTHEAST = ('1302', '1303', '1308')
COAST = ('12', '1302', '1303', '1309')
# Kangbao, Zhangbei, Guyuan and Shangyi, the plateau in the north-west of Zhangjiakou.
PLATEAU = ('130722', '130723', '130724', '130725')
PAPER_TYPES = {'I': 56, 'II': 65, 'III': 38, 'IV': 41}
PAPER_ZONES = {'I-1', 'II-1', 'II-2', 'III-1', 'III-2', 'IV-1'}
PAPER_DEFICIT = {1: 0.75, 2: 5.03}


@dataclass(frozen=True)
class Comparison:
    """One statement of the study, what this run shows, and 'agrees', 'differs' or 'in part'."""

    topic: str
    paper: str
    run: str
    verdict: str


def read(folder):
    """Columns of the zones layer as arrays, with area, mean elevation and class areas."""
    source = ogr.Open(str(folder / 'plan.gpkg'))
    if source is None or source.GetLayer('zones') is None:
        raise SystemExit(f'{folder} holds no plan.gpkg with the layer zones; run tools/demo.py first.')
    layer = source.GetLayer('zones')
    features = list(layer)
    names = [field.name for field in layer.schema]
    columns = {name: [feature.GetField(name) for feature in features] for name in names}
    columns['polygon_ha'] = [feature.GetGeometryRef().GetArea() / 1e4 for feature in features]
    columns['elevation'] = county_means(folder / 'input' / 'dem.tif', features)
    classes = {feature.GetField('class'): feature.GetField('share') for feature in source.GetLayer('class_areas')}
    return {name: np.array(values, dtype=object) for name, values in columns.items()}, classes


def county_means(path, features):
    """Mean of a raster in every county, by cell centres."""
    raster = gdal.Open(str(path))
    band = raster.GetRasterBand(1)
    values = band.ReadAsArray().astype(float)
    values[values == band.GetNoDataValue()] = np.nan
    target = gdal.GetDriverByName('MEM').Create('', raster.RasterXSize, raster.RasterYSize, 1, gdal.GDT_Int32)
    target.SetGeoTransform(raster.GetGeoTransform())
    target.SetProjection(raster.GetProjection())
    memory = ogr.GetDriverByName('Memory').CreateDataSource('counties')
    layer = memory.CreateLayer('counties', raster.GetSpatialRef())
    layer.CreateField(ogr.FieldDefn('number', ogr.OFTInteger))
    for number, feature in enumerate(features, start=1):
        row = ogr.Feature(layer.GetLayerDefn())
        row.SetGeometry(feature.GetGeometryRef().Clone())
        row.SetField('number', number)
        layer.CreateFeature(row)
    gdal.RasterizeLayer(target, [1], layer, options=['ATTRIBUTE=number'])
    cells = target.ReadAsArray()
    known = (cells > 0) & np.isfinite(values)
    count = np.bincount(cells[known], minlength=len(features) + 1)[1:]
    return (np.bincount(cells[known], values[known], len(features) + 1)[1:] / np.maximum(count, 1)).tolist()


def comparisons(rows, classes):
    """All comparisons.

    Parameters
    ----------
    rows : dict of object arrays per county: unit_code, match_type, zone_code, demand_index, resilience_mean, area_ha,
        polygon_ha, elevation, <service>_supply
    classes : class of the ratio (1 high deficit to 7 high surplus) -> share of the area
    """
    codes = rows['unit_code'].astype(str)
    area, height = rows['area_ha'].astype(float), rows['elevation'].astype(float)
    plain, mountain = height < PLAIN, height > MOUNTAIN
    yield from _units(rows, area)
    yield from _classes(classes)
    demand = rows['demand_index'].astype(float)
    yield _ranked('demand', 'High in the central and south-eastern cities, low in the northern mountains and plateaus.',
                  'mean demand index', demand, _in(codes, CENTRE_SOUTHEAST), 'centre and south-east',
                  _in(codes, NORTH), 'north (Zhangjiakou, Chengde)')
    for name, where, high, high_name, low, low_name in (
            ('food', 'High in the North China Plain.', plain, 'plain', mountain, 'mountains'),
            ('carbon', 'High in the Yanshan and Taihang mountains.', mountain, 'mountains', plain, 'plain'),
            ('water', 'High in the Yanshan and Taihang mountains.', mountain, 'mountains', plain, 'plain'),
            ('recreation', 'High in the Yanshan and Taihang mountains.', mountain, 'mountains', plain, 'plain'),
            ('soil', 'High in the hills and ...', ~plain, 'hills and mountains', plain, 'plain'),
            ('soil', '... at the coast.', plain & _in(codes, COAST), 'plain at the coast',
             plain & ~_in(codes, COAST), 'plain inland')):
        yield _ranked(f'{name} supply', where, f'{name} supply per hectare',
                      rows[f'{name}_supply'].astype(float) / area, high, high_name, low, low_name)
    resilience = rows['resilience_mean'].astype(float)
    yield _ranked('resilience', 'High in the north-east.', 'mean resilience', resilience, _in(codes, NORTHEAST),
                  'north-east (Chengde, Qinhuangdao, Tangshan)', ~_in(codes, NORTHEAST), 'elsewhere')
    yield _ranked('resilience', 'Low in the north-west of Zhangjiakou.', 'mean resilience', resilience,
                  ~np.isin(codes, PLATEAU), 'elsewhere', np.isin(codes, PLATEAU), 'plateau counties')


def _units(rows, area):
    types, zones = rows['match_type'].astype(str), rows['zone_code'].astype(str)
    counts = {kind: int((types == kind).sum()) for kind in PAPER_TYPES}
    yield Comparison('matching types', 'All four occur: ' + _listed(PAPER_TYPES) + ' of 200 counties.',
                     f'{_listed(counts)} of {types.size} counties.',
                     'agrees' if min(counts.values()) and _same_order(counts) else 'in part' if min(counts.values())
                     else 'differs')
    found = {zone: int((zones == zone).sum()) for zone in sorted(set(zones))}
    more = sorted(set(found) - PAPER_ZONES)
    yield Comparison('zones', 'Six zones: ' + ', '.join(sorted(PAPER_ZONES)) + '.',
                     f'{_listed(found)} counties.' + (f' More than the study: {", ".join(more)}.' if more else ''),
                     'agrees' if set(found) == PAPER_ZONES else 'in part' if set(found) >= PAPER_ZONES else 'differs')
    whole = rows['polygon_ha'].astype(float).sum()
    yield Comparison('coverage', 'The zones cover the region.', f'{area.sum():,.0f} ha of zones on {whole:,.0f} ha of '
                     f'counties.', 'agrees' if abs(area.sum() / whole - 1) < 1e-9 and '' not in found else 'differs')


def _classes(classes):
    percent = {number: 100 * share for number, share in classes.items()}
    surplus = sum(share for number, share in percent.items() if number > 4)
    yield Comparison('surplus', 'More than half of the area has a surplus.', f'{surplus:.1f} % of the area.',
                     'agrees' if surplus > 50 else 'differs')
    near = all(0.2 * share < percent.get(number, 0.0) < 5 * share for number, share in PAPER_DEFICIT.items())
    yield Comparison('deficit', 'Medium-high deficit 0.75 %, medium deficit 5.03 % of the area.',
                     f'High deficit {percent.get(1, 0.0):.2f} %, medium deficit {percent.get(2, 0.0):.2f} % (the '
                     'limits of the study are not published; ours are a proposal).', 'in part' if near else 'differs')


def _ranked(topic, paper, what, values, high, high_name, low, low_name):
    """Agrees where the first group is clearly above the second: by its mean and by its share of the highest quarter."""
    one, other = float(np.nanmean(values[high])), float(np.nanmean(values[low]))
    top = values >= np.nanquantile(values, 0.75)
    shares = [100 * float(top[group].mean()) for group in (high, low)]
    verdict = 'agrees' if one > other and shares[0] > shares[1] else 'in part' if one > other or (
        shares[0] > shares[1]) else 'differs'
    run = (f'{what}: {one:.3g} in {high_name} ({int(high.sum())} counties, {shares[0]:.0f} % of them in the highest '
           f'quarter), {other:.3g} in {low_name} ({int(low.sum())}, {shares[1]:.0f} %).')
    return Comparison(topic, paper, run, verdict)


def _in(codes, prefixes):
    return np.array([code.startswith(tuple(prefixes)) for code in codes], dtype=bool)


def _listed(counts):
    return ', '.join(f'{key} {count}' for key, count in counts.items())


def _same_order(counts):
    return sorted(counts, key=counts.get) == sorted(PAPER_TYPES, key=PAPER_TYPES.get)


def choices(rows):
    """(basis, scaling, cap, counts of the types I to IV) of every choice supply-demand matching offers."""
    amounts = [np.column_stack([rows[f'{name}_{kind}'].astype(float) for name in SERVICES])
               for kind in ('supply', 'demand')]
    area = rows['area_ha'].astype(float)[:, np.newaxis]
    for basis, scaling, cap in CHOICES:
        found = supply_demand_matching(*(table / area if basis == 'per hectare' else table for table in amounts),
                                       cap=cap, scaling='rank' if scaling == 'rank' else 'minmax')
        yield basis, scaling, cap, [int((found.types == kind).sum()) for kind in PAPER_TYPES]


def choices_page(rows):
    """The choices as a Markdown table."""
    lines = ['| basis | scaled by | cap | I | II | III | IV |', '|---|---|---|---|---|---|---|']
    for basis, scaling, cap, counts in choices(rows):
        lines.append(f'| {basis} | {scaling} | {f"{cap}th percentile" if cap else "none"} | '
                     + ' | '.join(map(str, counts)) + ' |')
    return '\n'.join(lines) + '\n'


def prefectures_page(rows):
    """Water yield, demand index, highest z-score of the demand, and resilience by prefecture, as Markdown."""
    codes, area = rows['unit_code'].astype(str), rows['area_ha'].astype(float)
    water, demand, z, resilience = (rows[name].astype(float) for name in (
        'water_supply', 'demand_index', 'z_demand', 'resilience_mean'))
    lines = ['| prefecture | counties | water yield, m3/ha | mean demand index | highest z-score of demand | '
             'mean resilience |', '|---|---|---|---|---|---|']
    for name, prefix in PREFECTURES.items():
        here = _in(codes, (prefix,))
        if here.any():
            lines.append(f'| {name} | {int(here.sum())} | {water[here].sum() / area[here].sum():.0f} | '
                         f'{demand[here].mean():.3f} | {z[here].max():.1f} | {resilience[here].mean():.3f} |')
    lines.append(f'\n{int((z < 0).sum())} of {z.size} counties have a demand below the mean of all.')
    return '\n'.join(lines) + '\n'


def page(found):
    """The comparisons as a Markdown table."""
    lines = ['| topic | the study says | this run | |', '|---|---|---|---|']
    lines += [f'| {row.topic} | {row.paper} | {row.run} | **{row.verdict}** |' for row in found]
    return '\n'.join(lines) + '\n'


def main(arguments):
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument('folder', type=Path, help='output folder of tools/demo.py for Beijing-Tianjin-Hebei')
    options.add_argument('--page', type=Path, help='write the table as Markdown to this file')
    chosen = options.parse_args(arguments)
    rows, classes = read(chosen.folder)
    found, more = list(comparisons(rows, classes)), [choices_page(rows), prefectures_page(rows)]
    for row in found:
        print(f'{row.verdict:8}  {row.topic}\n          study: {row.paper}\n          here:  {row.run}')
    counts = {word: sum(row.verdict == word for row in found) for word in ('agrees', 'in part', 'differs')}
    print(', '.join(f'{count} {word}' for word, count in counts.items()))
    print('\n' + '\n'.join(more))
    if chosen.page:
        chosen.page.write_text('\n'.join([page(found), *more]), encoding='utf-8')


if __name__ == '__main__':
    main(sys.argv[1:])
