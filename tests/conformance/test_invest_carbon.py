"""Carbon storage against InVEST 3.20.2: rasters, totals, and what the harness notices."""

import csv
import json
import shutil

import numpy as np
import pytest

gdal = pytest.importorskip('osgeo.gdal')

from ecorestore.ecorestore_plugin.core.services.carbon_storage import (  # noqa: E402
    POOLS,
    carbon_density,
    net_present_value,
)
from ecorestore.tests.conformance.invest_cases import cells_of, land_cover, read_raster, run_invest  # noqa: E402


@pytest.fixture(scope='module')
def suite(shared):
    folder = shared / 'conformance' / 'invest'
    if not folder.is_dir():
        pytest.skip('needs shared/conformance/invest')
    return folder


@pytest.fixture(scope='module')
def densities(suite):
    inputs = suite / 'inputs'
    return [carbon_density(cells_of(inputs / 'carbon_pools.csv', *land_cover(inputs / f'{name}.tif'), 'lucode', POOLS))
            for name in ('lulc', 'lulc_alt')]


def test_cells(suite, densities):
    base, alternate = densities
    constants = json.loads((suite / 'parameters.json').read_text())['carbon']
    value = net_present_value(alternate - base, constants['lulc_alt_year'] - constants['lulc_bas_year'],
                              constants['price_per_metric_ton_of_c'], constants['discount_rate'],
                              constants['rate_change'])
    for name, found in (('c_storage_bas', base), ('c_storage_alt', alternate), ('c_change_bas_alt', alternate - base),
                        ('npv_alt', value)):
        expected = read_raster(suite / 'out' / 'carbon' / f'{name}.tif')
        assert found == pytest.approx(expected, rel=1e-5, nan_ok=True), name


def test_totals(suite, densities):
    with open(suite / 'out' / 'carbon' / 'raster_values_summary.csv', encoding='utf-8') as file:
        totals = {row['Filename']: float(row['Total']) for row in csv.DictReader(file)}
    # Cells are one hectare.
    assert np.nansum(densities[0]) == pytest.approx(totals['c_storage_bas.tif'], rel=1e-5)
    assert np.nansum(densities[1] - densities[0]) == pytest.approx(totals['c_change_bas_alt.tif'], rel=1e-5)


@pytest.fixture
def copy(suite, tmp_path):
    for name in ('inputs', 'out'):
        shutil.copytree(suite / name, tmp_path / name)
    shutil.copy(suite / 'parameters.json', tmp_path)
    return tmp_path


def verdicts(folder):
    return {case: (status, message) for case, status, message in run_invest(folder)}


def test_a_wrong_total_is_noticed(copy):
    for path in (copy / 'out' / 'carbon' / 'raster_values_summary.csv',
                 copy / 'out' / 'awy' / 'output' / 'subwatershed_results_wyield.csv'):
        text = path.read_text(encoding='utf-8')
        path.write_text(text.replace('2373.599', '2373.699').replace('166624.14', '166634.14'), encoding='utf-8')
    found = verdicts(copy)
    assert found['carbon'][0] == 'failed' and 'c_change_bas_alt.tif' in found['carbon'][1]
    assert found['awy'][0] == 'failed' and 'subws_id 1 wyield_vol' in found['awy'][1]


def scale(path, factor):
    """Multiplies the known cells of a raster: the value of a change is in proportion to the price."""
    dataset = gdal.Open(str(path), gdal.GA_Update)
    band = dataset.GetRasterBand(1)
    values = band.ReadAsArray()
    known = ~np.isclose(values, band.GetNoDataValue())
    values[known] *= factor
    band.WriteArray(values)
    band = dataset = None
    assert band is None and dataset is None


def test_runs_without_an_alternate_and_with_their_own_constants(copy):
    out = copy / 'out'
    shutil.copytree(out / 'carbon', out / 'carbon_plain')
    for name in ('c_storage_alt.tif', 'c_change_bas_alt.tif', 'npv_alt.tif', 'raster_values_summary.csv'):
        (out / 'carbon_plain' / name).unlink()
    shutil.copytree(out / 'carbon', out / 'carbon_dear')
    scale(out / 'carbon_dear' / 'npv_alt.tif', 2)
    (out / 'carbon_dear' / 'raster_values_summary.csv').unlink()
    parameters = json.loads((copy / 'parameters.json').read_text())
    parameters['carbon_dear'] = {'price_per_metric_ton_of_c': 200}
    parameters['carbon_plain'] = {'lulc_bas_path': 'lulc.tif'}
    (copy / 'parameters.json').write_text(json.dumps(parameters))
    found = verdicts(copy)
    assert found['carbon_plain'][0] == 'passed' and found['carbon_dear'][0] == 'passed', found


def test_inputs_on_a_finer_grid_are_read_by_the_nearest_cell(copy):
    """Every cell cut in four holds what it held, so that the results of InVEST stay."""
    for name in ('precip', 'thr_road', 'lulc_alt'):
        path = copy / 'inputs' / f'{name}.tif'
        fine = gdal.Warp(str(copy / 'fine.tif'), str(path), xRes=50, yRes=50, resampleAlg='near')
        del fine
        (copy / 'fine.tif').replace(path)
    found = verdicts(copy)
    assert {case: status for case, (status, _) in found.items()} == dict.fromkeys(found, 'passed'), found


@pytest.mark.parametrize('write', [
    lambda own: {'carbon': [own, {**own, 'price_per_metric_ton_of_c': 300}]},
    lambda own: {'carbon': {**own, 'cheap_1': {}, 'dear_2': {'price_per_metric_ton_of_c': 300}}},
    lambda own: {'carbon': own, 'dear_2': {'args': {'price_per_metric_ton_of_c': 300}}},
    lambda own: [{'model': 'carbon', 'name': 'carbon_cheap_1', **own},
                 {'model': 'carbon', 'name': 'dear_2', **own, 'price_per_metric_ton_of_c': 300},
                 {'model': 'annual_water_yield', 'args': {'seasonality_constant': 5}},
                 {'model': 'habitat_quality', 'half_saturation_constant': .05}]])
@pytest.mark.parametrize('inner', [False, True], ids=['side by side', 'folders of the model'])
def test_several_sets_of_parameters(copy, write, inner):
    out = copy / 'out'
    plain = copy / 'plain'
    (out / 'carbon').rename(plain)
    runs = [out / 'carbon' / name if inner else out / f'carbon_{name}' for name in ('cheap_1', 'dear_2')]
    for run in runs:
        shutil.copytree(plain, run)
    scale(runs[1] / 'npv_alt.tif', 3)
    (runs[1] / 'raster_values_summary.csv').unlink()
    parameters = json.loads((copy / 'parameters.json').read_text())
    written = write(parameters.pop('carbon'))
    (copy / 'parameters.json').write_text(json.dumps(
        written if isinstance(written, list) else {**parameters, **written}))
    found = verdicts(copy)
    assert len(found) == 5 and all(status == 'passed' for status, _ in found.values()), found


def test_a_run_without_results_is_skipped_by_name_and_files_may_be_named(copy):
    inputs, out = copy / 'inputs', copy / 'out'
    (out / 'awy_empty').mkdir()
    for old, new in (('carbon_pools.csv', 'pools_of_2020.csv'), ('watersheds.gpkg', 'basins.gpkg'),
                     ('biophys_awy.csv', 'plants.csv'), ('threats.csv', 'dangers.csv'), ('lulc.tif', 'cover.tif')):
        (inputs / old).rename(inputs / new)
    (inputs / 'threats_w03.csv').unlink()
    shutil.rmtree(out / 'hq_road_intensity03')
    parameters = json.loads((copy / 'parameters.json').read_text())
    parameters['carbon'].update(lulc_bas_path='inputs/cover.tif', carbon_pools_path='pools_of_2020.csv')
    parameters['annual_water_yield'].update(lulc_path='cover.tif', biophysical_table_path='plants.csv',
                                            watersheds_path='basins.gpkg')
    parameters['habitat_quality'].update(lulc_cur_path='cover.tif', threats_table_path='dangers.csv')
    (copy / 'parameters.json').write_text(json.dumps(parameters))
    found = verdicts(copy)
    assert found.pop('awy_empty')[0] == 'skipped'
    assert {case: status for case, (status, _) in found.items()} == dict.fromkeys(('awy', 'carbon', 'hq'), 'passed')
    assert 'watershed_results_wyield.csv' in found['awy'][1]
