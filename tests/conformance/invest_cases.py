"""Runs the cases of an InVEST folder and compares every output raster with ours.

The folder holds ``inputs/``, ``out/`` with a folder per run, and ``parameters.json``. The name of a run says its model:
``carbon``, ``awy`` or ``hq``, with any ending (``hq_road_intensity03``). Its constants stand in parameters.json under
the name of the run or of the model. Where a run has tables of its own (``threats_w03.csv``), the one whose ending has
most in common with the name of the run is taken.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr

from ecorestore.ecorestore_plugin.core.lookup import class_values
from ecorestore.ecorestore_plugin.core.services.water import evaporated_fraction, water_yield
from ecorestore.ecorestore_plugin.core.sources.habitat_quality import checked_threat, habitat_quality, rarity

TOLERANCE = 1e-5
MODELS = {'carbon': 'carbon', 'awy': 'annual_water_yield', 'annual_water_yield': 'annual_water_yield',
          'hq': 'habitat_quality', 'habitat_quality': 'habitat_quality', 'sdr': 'sdr'}
PER_PIXEL = ('fractp', 'aet', 'wyield')
# Ending of a raster's name -> land cover files and column of the threat rasters.
SCENARIOS = {'c': (('lulc', 'lulc_cur'), 'cur_path'), 'f': (('lulc_fut', 'lulc_alt'), 'fut_path'),
             'b': (('lulc_bas', 'lulc_base'), 'base_path')}


def run_invest(folder):
    """[(case, 'passed' | 'failed' | 'skipped', what was compared and the largest difference)]."""
    folder = Path(folder)
    path = folder / 'parameters.json'
    parameters = json.loads(path.read_text(encoding='utf-8')) if path.is_file() else {}
    results = []
    for out in sorted(each for each in (folder / 'out').glob('*') if each.is_dir()):
        model = next((MODELS[name] for name in sorted(MODELS, key=len, reverse=True)
                      if out.name == name or out.name.startswith(f'{name}_')), '')
        if model not in OFFERED:
            results.append((out.name, 'skipped', f'{model or "unknown model"}: not offered yet'))
            continue
        try:
            constants = {**parameters.get(model, {}), **parameters.get(out.name, {})}
            results.append((out.name, *OFFERED[model](folder / 'inputs', out, constants)))
        except Exception as error:  # noqa: BLE001, a case that breaks is a result, the others still run
            results.append((out.name, 'failed', f'{type(error).__name__}: {error}'))
    return results


# Reading.

def read_raster(path):
    """Values as float with NaN for nodata."""
    dataset = gdal.Open(str(path))
    if dataset is None:
        raise FileNotFoundError(path)
    band = dataset.GetRasterBand(1)
    values = band.ReadAsArray().astype(float)
    nodata = band.GetNoDataValue()
    return values if nodata is None else np.where(np.isclose(values, nodata), np.nan, values)


def cell_size(path):
    transform = gdal.Open(str(path)).GetGeoTransform()
    return abs(transform[1]), abs(transform[5])


def read_rows(path):
    with open(path, encoding='utf-8-sig', newline='') as file:
        return [{key.strip().lower(): value for key, value in row.items()} for row in csv.DictReader(file)]


def table_for(inputs, base, case):
    """The CSV ``base*.csv`` whose ending has most in common with the name of the case; the shortest name otherwise."""
    def common(path):
        count = 0
        while count < min(len(path.stem), len(case)) and path.stem[-1 - count] == case[-1 - count]:
            count += 1
        return count
    found = sorted(inputs.glob(f'{base}*.csv'), key=lambda path: (-common(path), len(path.stem)))
    if not found:
        raise FileNotFoundError(inputs / f'{base}.csv')
    return found[0]


def land_cover(path):
    """(codes, valid) of a class raster."""
    values = read_raster(path)
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


# Annual water yield.

def run_water_yield(inputs, out, constants):
    codes, valid = land_cover(inputs / 'lulc.tif')
    rows = read_rows(table_for(inputs, 'biophys_awy', out.name))
    by_class = class_values('land cover', codes, valid, [int(row['lucode']) for row in rows],
                            [[float(row[key] or -1) for key in ('lulc_veg', 'root_depth', 'kc')] for row in rows])
    rain, *others = (read_raster(inputs / f'{name}.tif') for name in ('precip', 'et0', 'pawc', 'depth_root'))
    arguments = (rain, *others, *by_class, float(constants['seasonality_constant']))
    share = evaporated_fraction(*arguments)
    found = dict(zip(PER_PIXEL, (share, share * rain, water_yield(*arguments))))
    compared = Comparison()
    for path in sorted(out.rglob('*.tif')):
        if path.stem in found:
            compared.add(path, found[path.stem])
    return compared.verdict()


# Habitat quality.

def run_habitat_quality(inputs, out, constants):
    table = table_for(inputs, 'threats', out.name)
    compared = Comparison()
    for ending, (names, column) in SCENARIOS.items():
        rasters = [path for path in sorted(out.rglob(f'*_{ending}.tif')) if 'intermediate' not in path.parts]
        if not rasters:
            continue
        cover = next((inputs / f'{name}.tif' for name in names if (inputs / f'{name}.tif').is_file()), None)
        if cover is None:
            compared.problems.append(f'no land cover {" or ".join(names)}.tif for {rasters[0].name}')
            continue
        quality = scenario(inputs, cover, table, column, out.name, constants)
        found = {'quality': quality.quality, 'deg_sum': quality.degradation}
        for path in rasters:
            kind = path.stem.rpartition('_')[0]
            if kind == 'rarity':
                compared.add(path, rarity(*land_cover(cover), *land_cover(inputs / 'lulc_bas.tif')).cells)
            elif kind in found:
                compared.add(path, found[kind])
    return compared.verdict()


def scenario(inputs, cover, table, column, case, constants):
    """Our habitat quality of one land cover."""
    codes, valid = land_cover(cover)
    rows = read_rows(table)
    threats = [checked_threat(row['threat'], float(row['max_dist']), float(row['weight']), row['decay'])
               for row in rows]
    intensities = [read_raster(table.parent / row[column]) for row in rows]
    sensitivity = read_rows(table_for(inputs, 'sensitivity', case))
    key = 'lucode' if 'lucode' in sensitivity[0] else 'lulc'
    values = [[float(row[name]) for name in ('habitat', *(threat.name.lower() for threat in threats))]
              for row in sensitivity]
    habitat, *sensitivities = class_values('land cover', codes, valid, [int(row[key]) for row in sensitivity], values)
    return habitat_quality(habitat, sensitivities, threats, intensities, *cell_size(cover),
                           float(constants['half_saturation_constant']), access_of(inputs, cover))


def access_of(inputs, cover):
    """Access of the polygons in inputs/access.*, None where there are none."""
    path = next((inputs / f'access{ending}' for ending in ('.gpkg', '.shp', '.geojson')
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


OFFERED = {'annual_water_yield': run_water_yield, 'habitat_quality': run_habitat_quality}
