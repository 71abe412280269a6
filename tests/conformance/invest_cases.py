"""Runs the cases of an InVEST folder and compares every output raster with ours.

The folder holds ``inputs/``, ``out/`` with a folder per run, and ``parameters.json``. The name of a run says its model:
``carbon``, ``awy`` or ``hq``, with any ending (``hq_road_intensity03``). Its constants stand in parameters.json under
the name of the run or of the model; several sets and runs in folders of a model's folder are told apart by their names
(see invest_parameters.py). A run without results is skipped by name. Where a run has tables of its own
(``threats_w03.csv``), the one whose ending has most in common with the name of the run is taken. Inputs may also be
named in parameters.json by InVEST's own keys (``lulc_bas_path``). Tables of totals (carbon's summary, results per
watershed) are compared too.
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr

from ecorestore.ecorestore_plugin.core.lookup import class_values
from ecorestore.ecorestore_plugin.core.services.carbon_storage import POOLS, carbon_density, net_present_value
from ecorestore.ecorestore_plugin.core.services.water import (
    evaporated_fraction,
    realised_supply,
    water_volume,
    water_yield,
)
from ecorestore.ecorestore_plugin.core.sources.habitat_quality import checked_threat, habitat_quality, rarity
from ecorestore.tests.conformance.invest_parameters import cases_of, parameters_of

TOLERANCE = 1e-5
NOT_OFFERED = {'sdr': 'not offered: the plugin computes CSLE and RUSLE, not the delivery of sediment'}
PER_PIXEL = ('fractp', 'aet', 'wyield')
# Ending of a raster's name -> land cover files and column of the threat rasters.
SCENARIOS = {'c': (('lulc', 'lulc_cur'), 'cur_path'), 'f': (('lulc_fut', 'lulc_alt'), 'fut_path'),
             'b': (('lulc_bas', 'lulc_base'), 'base_path')}
COVERS = {'c': 'lulc_cur_path', 'f': 'lulc_fut_path', 'b': 'lulc_bas_path'}


def run_invest(folder):
    """[(case, 'passed' | 'failed' | 'skipped', what was compared and the largest difference)]."""
    folder = Path(folder)
    results = []
    for case, model, out in cases_of(folder):
        if model not in OFFERED:
            results.append((case, 'skipped', NOT_OFFERED.get(model, 'not offered: no model is called so')))
            continue
        if not any(out.rglob('*.tif')) and not any(out.rglob('*.csv')):
            results.append((case, 'skipped', f'{out} holds no results to compare with'))
            continue
        try:
            constants = parameters_of(folder / 'parameters.json', model, case)
            results.append((case, *OFFERED[model](folder / 'inputs', out, constants)))
        except Exception as error:  # noqa: BLE001, a case that breaks is a result, the others still run
            results.append((case, 'failed', f'{type(error).__name__}: {error}'))
    return results


# Reading.

def read_raster(path, like=None):
    """Values as float with NaN for nodata; on the grid of ``like``, by the nearest cell, where that is another one.

    InVEST brings its inputs together in this way before it computes.
    """
    dataset = gdal.Open(str(path))
    if dataset is None:
        raise FileNotFoundError(path)
    if like is not None:
        dataset = on_grid(dataset, gdal.Open(str(like)))
    band = dataset.GetRasterBand(1)
    values = band.ReadAsArray().astype(float)
    nodata = band.GetNoDataValue()
    return values if nodata is None else np.where(np.isclose(values, nodata), np.nan, values)


def on_grid(dataset, target):
    """A dataset by the nearest cell on the grid of another; itself where the grids are one."""
    transform, wanted = dataset.GetGeoTransform(), target.GetGeoTransform()
    sizes = (dataset.RasterXSize, dataset.RasterYSize), (target.RasterXSize, target.RasterYSize)
    if sizes[0] == sizes[1] and np.allclose(transform, wanted, rtol=0, atol=1e-6 * abs(wanted[1])):
        return dataset
    west, width, _, north, _, height = wanted
    nodata = dataset.GetRasterBand(1).GetNoDataValue()
    return gdal.Warp('', dataset, format='MEM', resampleAlg='near', width=sizes[1][0], height=sizes[1][1],
                     outputBounds=(west, north + height * sizes[1][1], west + width * sizes[1][0], north),
                     dstSRS=target.GetProjection(), dstNodata=-9999 if nodata is None else nodata)


def cell_size(path):
    transform = gdal.Open(str(path)).GetGeoTransform()
    return abs(transform[1]), abs(transform[5])


def read_rows(path):
    with open(path, encoding='utf-8-sig', newline='') as file:
        return [{key.strip().lower(): value for key, value in row.items()} for row in csv.DictReader(file)]


def table_for(inputs, base, case, constants=None, key=''):
    """The table parameters.json names, else the CSV ``base*.csv`` whose ending has most in common with the name of the
    case; the shortest name otherwise."""
    named = input_file(inputs, constants or {}, (key,), ())
    if named is not None:
        return named

    def common(path):
        count = 0
        while count < min(len(path.stem), len(case)) and path.stem[-1 - count] == case[-1 - count]:
            count += 1
        return count
    found = sorted(inputs.glob(f'{base}*.csv'), key=lambda path: (-common(path), len(path.stem)))
    if not found:
        raise FileNotFoundError(inputs / f'{base}.csv')
    return found[0]


def land_cover(path, like=None):
    """(codes, valid) of a class raster."""
    values = read_raster(path, like)
    valid = ~np.isnan(values)
    return np.where(valid, values, 0).astype(int), valid


class Comparison:
    """Largest difference per raster; relative to the largest value where that is above 1."""

    def __init__(self):
        self.differences = {}
        self.problems = []

    def add(self, path, found):
        expected = read_raster(path)
        if expected.shape != found.shape:
            self.problems.append(f'{path.name}: {found.shape} cells instead of {expected.shape}')
            return
        unlike = int((np.isnan(expected) != np.isnan(found)).sum())
        both = ~np.isnan(expected) & ~np.isnan(found)
        scale = max(1.0, float(np.abs(expected[both]).max(initial=0.0)))
        difference = float(np.abs(expected - found)[both].max(initial=0.0)) / scale
        self.differences[path.name] = difference
        if unlike:
            self.problems.append(f'{path.name}: {unlike} cells are nodata on one side only')
        if not difference <= TOLERANCE:
            self.problems.append(f'{path.name}: largest difference {difference:.1e}')

    def verdict(self):
        if self.problems:
            return 'failed', '; '.join(self.problems)
        if not self.differences:
            return 'failed', 'nothing to compare was found'
        return 'passed', ', '.join(f'{name} {difference:.1e}' for name, difference in self.differences.items())


def input_file(inputs, constants, keys, names):
    """The file one of the keys of parameters.json names, else the first of the file names there is; else None."""
    for key in keys:
        if constants.get(key):
            path = Path(constants[key])
            return path if path.is_absolute() else inputs / path.name
    return next((inputs / f'{name}.tif' for name in names if (inputs / f'{name}.tif').is_file()), None)


def cells_of(path, codes, valid, key, columns, missing=0.0):
    """Columns of a class table on the cells."""
    rows = read_rows(path)
    values = [[float(row[name] or missing) for name in columns] for row in rows]
    return class_values('land cover', codes, valid, [int(float(row[key])) for row in rows], values)


def add_number(compared, table, name, found, expected):
    """Compares a number of a table of totals; the largest relative difference of the table is kept."""
    difference = abs(found - expected) / max(1.0, abs(expected))
    compared.differences[table] = max(difference, compared.differences.get(table, 0.0))
    if not difference <= TOLERANCE:
        compared.problems.append(f'{table}, {name}: {found:.6g} instead of {expected:.6g}')


# Carbon.

CARBON_RASTERS = {'bas': ('c_storage_bas', 'tot_c_cur'), 'alt': ('c_storage_alt', 'tot_c_fut'),
                  'change': ('c_change_bas_alt', 'delta_cur_fut'), 'npv': ('npv_alt', 'npv_fut')}


def run_carbon(inputs, out, constants):
    table = table_for(inputs, 'carbon_pools', out.name, constants, 'carbon_pools_path')
    results = sorted(path for path in out.rglob('*.tif') if 'intermediate' not in path.parts)
    reference = results[0] if results else None
    found, pools = {}, {}
    for name, keys, files in (
            ('bas', ('lulc_bas_path', 'lulc_cur_path'), ('lulc_bas', 'lulc_cur', 'lulc')),
            ('alt', ('lulc_alt_path', 'lulc_fut_path'), ('lulc_alt', 'lulc_fut'))):
        path = input_file(inputs, constants, keys, files)
        if path is not None:
            pools[name] = cells_of(table, *land_cover(path, reference), 'lucode', POOLS)
            found[name] = carbon_density(pools[name])
    if 'alt' in found:
        found['change'] = found['alt'] - found['bas']
        if constants.get('price_per_metric_ton_of_c') is not None:
            years = int(constants['lulc_alt_year']) - int(constants['lulc_bas_year'])
            found['npv'] = net_present_value(
                found['change'], years, *(float(constants[key]) for key in (
                    'price_per_metric_ton_of_c', 'discount_rate', 'rate_change')))
    compared = Comparison()
    for path in sorted(out.rglob('*.tif')):
        kind, pool = carbon_kind(path), next((name for name in POOLS if path.stem.startswith(f'{name}_')), None)
        which = path.stem[len(pool) + 1:].split('_')[0] if pool else ''
        if kind in found:
            compared.add(path, found[kind])
        elif kind:
            compared.problems.append(f'{path.name}: its inputs are missing')
        elif which in pools:
            compared.add(path, pools[which][POOLS.index(pool)])
    _carbon_totals(compared, out, found, cell_size(reference) if reference else (0.0, 0.0))
    return compared.verdict()


def carbon_kind(path):
    """Which result a raster of InVEST holds, whatever the ending of the run; None for others."""
    return next((kind for kind, names in CARBON_RASTERS.items() for name in names
                 if path.stem == name or path.stem.startswith(f'{name}_')), None)


def _carbon_totals(compared, out, found, sides):
    """raster_values_summary.csv: t C, and currency."""
    hectares = sides[0] * sides[1] / 10000.0
    for path in out.rglob('raster_values_summary*.csv'):
        for row in read_rows(path):
            kind = carbon_kind(Path(row['filename']))
            if kind in found:
                add_number(compared, path.name, row['filename'], float(np.nansum(found[kind])) * hectares,
                           float(row['total']))


# Annual water yield.

def run_water_yield(inputs, out, constants):
    cover = input_file(inputs, constants, ('lulc_path',), ('lulc', 'lulc_cur', 'lulc_bas'))
    rasters = [(raster, kind) for raster in sorted(out.rglob('*.tif')) for kind in PER_PIXEL
               if 'intermediate' not in raster.parts and (raster.stem == kind or raster.stem.startswith(f'{kind}_'))]
    path = rasters[0][0] if rasters else cover
    codes, valid = land_cover(cover, path)
    by_class = cells_of(table_for(inputs, 'biophys_awy', out.name, constants, 'biophysical_table_path'), codes, valid,
                        'lucode', ('lulc_veg', 'root_depth', 'kc'), -1)
    rain, et0, pawc, depth = (read_raster(input_file(inputs, constants, (key,), (name,)), path) for key, name in (
        ('precipitation_path', 'precip'), ('eto_path', 'et0'), ('pawc_path', 'pawc'),
        ('depth_to_root_rest_layer_path', 'depth_root')))
    arguments = (rain, et0, pawc, depth, *by_class, float(constants['seasonality_constant']))
    share = evaporated_fraction(*arguments)
    found = dict(zip(PER_PIXEL, (share, share * rain, water_yield(*arguments))))
    compared = Comparison()
    for raster, kind in rasters:
        compared.add(raster, found[kind])
    used = None
    if any(inputs.glob('demand_awy*.csv')) or constants.get('demand_table_path'):
        used, = cells_of(table_for(inputs, 'demand_awy', out.name, constants, 'demand_table_path'), codes, valid,
                         'lucode', ('demand',))
    means = {'precip_mn': rain, 'pet_mn': et0 * by_class[2], 'aet_mn': found['aet'],
             'wyield_mn': found['wyield']}
    for kind, key, parameter in (('watersheds', 'ws_id', 'watersheds_path'),
                                 ('subwatersheds', 'subws_id', 'sub_watersheds_path')):
        layer = (input_file(inputs, constants, (parameter,), ())
                 or next(iter(sorted(inputs.glob(f'{kind}.*'))), None))
        _watersheds(compared, layer, out, path, kind, key, means, used)
    return compared.verdict()


def _watersheds(compared, layer, out, cover, kind, key, means, used):
    """{watershed,subwatershed}_results_wyield.csv: volumes are means times the area of the polygon, as in InVEST."""
    tables = sorted(out.rglob(f'{kind[:-1]}_results_wyield*.csv'))
    if layer is None or not tables:
        return
    for row in read_rows(tables[0]):
        inside, area = _polygon(layer, cover, key, int(float(row[key])))
        found = {name: float(np.nanmean(values[inside])) for name, values in means.items()}
        found['wyield_vol'] = float(water_volume(found['wyield_mn'], area))
        if used is not None and row.get('consum_vol'):
            found['consum_vol'] = float(np.nansum(used[inside]))
            found['consum_mn'] = float(np.nanmean(used[inside]))
            found['rsupply_vl'] = float(realised_supply(found['wyield_vol'], found['consum_vol']))
        for name, value in found.items():
            if row.get(name):
                add_number(compared, tables[0].name, f'{key} {row[key]} {name}', value, float(row[name]))


def _polygon(layer, cover, key, number):
    """(cells whose centre the polygon with a number covers, its area in m2)."""
    grid = gdal.Open(str(cover))
    target = gdal.GetDriverByName('MEM').Create('', grid.RasterXSize, grid.RasterYSize, 1, gdal.GDT_Byte)
    target.SetGeoTransform(grid.GetGeoTransform())
    target.SetProjection(grid.GetProjection())
    source = ogr.Open(str(layer))
    polygons = source.GetLayer(0)
    polygons.SetAttributeFilter(f'{key} = {number}')
    area = sum(feature.GetGeometryRef().GetArea() for feature in polygons)
    polygons.ResetReading()
    gdal.RasterizeLayer(target, [1], polygons, burn_values=[1])
    return target.GetRasterBand(1).ReadAsArray() > 0, area


# Habitat quality.

def run_habitat_quality(inputs, out, constants):
    table = table_for(inputs, 'threats', out.name, constants, 'threats_table_path')
    compared = Comparison()
    for ending, (names, column) in SCENARIOS.items():
        rasters = [path for path in sorted(out.rglob(f'*_{ending}.tif')) if 'intermediate' not in path.parts]
        if not rasters:
            continue
        cover = input_file(inputs, constants, (COVERS[ending],), names)
        if cover is None:
            compared.problems.append(f'no land cover {" or ".join(names)}.tif for {rasters[0].name}')
            continue
        quality = scenario(inputs, cover, table, column, out.name, constants)
        found = {'quality': quality.quality, 'deg_sum': quality.degradation}
        for path in rasters:
            kind = path.stem.rpartition('_')[0]
            if kind == 'rarity':
                base = input_file(inputs, constants, (COVERS['b'],), SCENARIOS['b'][0])
                compared.add(path, rarity(*land_cover(cover), *land_cover(base)).cells)
            elif kind in found:
                compared.add(path, found[kind])
    return compared.verdict()


def scenario(inputs, cover, table, column, case, constants):
    """Our habitat quality of one land cover."""
    codes, valid = land_cover(cover)
    rows = read_rows(table)
    threats = [checked_threat(row['threat'], float(row['max_dist']), float(row['weight']), row['decay'])
               for row in rows]
    intensities = [read_raster(table.parent / row[column], cover) for row in rows]
    sensitivity = read_rows(table_for(inputs, 'sensitivity', case, constants, 'sensitivity_table_path'))
    key = 'lucode' if 'lucode' in sensitivity[0] else 'lulc'
    values = [[float(row[name]) for name in ('habitat', *(threat.name.lower() for threat in threats))]
              for row in sensitivity]
    habitat, *sensitivities = class_values('land cover', codes, valid, [int(row[key]) for row in sensitivity], values)
    return habitat_quality(habitat, sensitivities, threats, intensities, *cell_size(cover),
                           float(constants['half_saturation_constant']), access_of(inputs, cover, constants))


def access_of(inputs, cover, constants):
    """Access of the polygons parameters.json names or of inputs/access.*, None where there are none."""
    path = input_file(inputs, constants, ('access_vector_path',), ()) or next(
        (inputs / f'access{ending}' for ending in ('.gpkg', '.shp', '.geojson')
         if (inputs / f'access{ending}').is_file()), None)
    if path is None:
        return None
    grid = gdal.Open(str(cover))
    target = gdal.GetDriverByName('MEM').Create('', grid.RasterXSize, grid.RasterYSize, 1, gdal.GDT_Float64)
    target.SetGeoTransform(grid.GetGeoTransform())
    target.SetProjection(grid.GetProjection())
    target.GetRasterBand(1).Fill(1.0)
    source = ogr.Open(str(path))
    layer = source.GetLayer(0)
    names = [layer.GetLayerDefn().GetFieldDefn(index).GetName() for index in range(
        layer.GetLayerDefn().GetFieldCount())]
    field = next(name for name in names if name.lower() == 'access')
    gdal.RasterizeLayer(target, [1], layer, options=[f'ATTRIBUTE={field}'])
    return target.GetRasterBand(1).ReadAsArray()


OFFERED = {'carbon': run_carbon, 'annual_water_yield': run_water_yield, 'habitat_quality': run_habitat_quality}
