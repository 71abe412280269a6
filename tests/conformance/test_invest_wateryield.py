"""Annual water yield against InVEST 3.20.2."""

import csv
import json

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.lookup import class_values
from ecorestore.ecorestore_plugin.core.services.water import evaporated_fraction, water_volume, water_yield

gdal = pytest.importorskip('osgeo.gdal')


def read(path):
    dataset = gdal.Open(str(path))
    band = dataset.GetRasterBand(1)
    values = band.ReadAsArray().astype(float)
    nodata = band.GetNoDataValue()
    return values if nodata is None else np.where(np.isclose(values, nodata), np.nan, values)


@pytest.fixture(scope='module')
def suite(shared):
    folder = shared / 'conformance' / 'invest'
    if not folder.is_dir():
        pytest.skip('needs shared/conformance/invest')
    return folder


@pytest.fixture(scope='module')
def inputs(suite):
    lulc = read(suite / 'inputs' / 'lulc.tif')
    valid = ~np.isnan(lulc)
    with open(suite / 'inputs' / 'biophys_awy.csv', encoding='utf-8') as file:
        rows = list(csv.DictReader(file))
    columns = [[float(row[key]) for key in ('lulc_veg', 'root_depth', 'kc')] for row in rows]
    vegetated, root_depth, kc = class_values('land cover', np.where(valid, lulc, 0).astype(int), valid,
                                             [int(row['lucode']) for row in rows], columns)
    rasters = [read(suite / 'inputs' / f'{name}.tif') for name in ('precip', 'et0', 'pawc', 'depth_root')]
    seasonality = json.loads((suite / 'parameters.json').read_text())['annual_water_yield']['seasonality_constant']
    return (*rasters, vegetated, root_depth, kc, seasonality)


def test_yield_of_every_cell(suite, inputs):
    expected = read(suite / 'out' / 'awy' / 'output' / 'per_pixel' / 'wyield.tif')
    found = water_yield(*inputs)
    assert (np.isnan(found) == np.isnan(expected)).all()
    known = ~np.isnan(expected)
    # InVEST keeps the evaporated share in float32, which is 6e-8 of the rain.
    assert np.abs(found - expected)[known] == pytest.approx(0, abs=1e-5 * np.nanmean(expected))
    assert found[known] == pytest.approx(expected[known], rel=1e-5)


def test_evaporated_fraction_of_every_cell(suite, inputs):
    expected = read(suite / 'out' / 'awy' / 'output' / 'per_pixel' / 'fractp.tif')
    known = ~np.isnan(expected)
    assert evaporated_fraction(*inputs)[known] == pytest.approx(expected[known], abs=5e-7)


def test_volume_of_the_watershed(suite, inputs):
    with open(suite / 'out' / 'awy' / 'output' / 'watershed_results_wyield.csv', encoding='utf-8') as file:
        expected = next(csv.DictReader(file))
    found = water_yield(*inputs)
    assert np.nanmean(found) == pytest.approx(float(expected['wyield_mn']), rel=1e-5)
    dataset = gdal.Open(str(suite / 'inputs' / 'lulc.tif'))
    transform = dataset.GetGeoTransform()
    volume = water_volume(found, abs(transform[1] * transform[5]))
    # InVEST multiplies the mean by the polygon's area, so that its one nodata cell counts as a mean cell.
    assert np.nansum(volume) * found.size / np.isfinite(found).sum() == pytest.approx(
        float(expected['wyield_vol']), rel=1e-5)
