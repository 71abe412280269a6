"""Habitat quality against InVEST 3.20.2, and the harness that runs a folder of InVEST results."""

import shutil

import numpy as np
import pytest

gdal = pytest.importorskip('osgeo.gdal')

from ecorestore.ecorestore_plugin.core.sources.habitat_quality import habitat_quality  # noqa: E402
from ecorestore.tests.conformance import invest_cases  # noqa: E402
from ecorestore.tests.conformance.invest_cases import read_raster, run_invest, table_for  # noqa: E402


@pytest.fixture(scope='module')
def suite(shared):
    folder = shared / 'conformance' / 'invest'
    if not folder.is_dir():
        pytest.skip('needs shared/conformance/invest')
    return folder


@pytest.fixture(scope='module')
def results(suite):
    return {case: (status, message) for case, status, message in run_invest(suite)}


@pytest.mark.parametrize('case', ['carbon', 'hq', 'hq_road_intensity03', 'awy'])
def test_case(results, case):
    status, message = results[case]
    assert status == 'passed', message


def test_every_output_raster_is_compared(suite, results):
    for case, (status, message) in results.items():
        if status == 'passed':
            for path in (suite / 'out' / case).rglob('*.tif'):
                assert path.name in message


def test_what_is_not_offered_says_so(results):
    assert all(status == 'passed' or 'not offered' in message for status, message in results.values())
    assert results['carbon'][0] in ('passed', 'skipped')


def test_tables_of_the_cases(suite):
    assert table_for(suite / 'inputs', 'threats', 'hq').name == 'threats.csv'
    assert table_for(suite / 'inputs', 'threats', 'hq_road_intensity03').name == 'threats_w03.csv'


@pytest.fixture
def copy(suite, tmp_path):
    for name in ('inputs', 'out'):
        shutil.copytree(suite / name, tmp_path / name)
    shutil.copy(suite / 'parameters.json', tmp_path)
    return tmp_path


def change(path, row, column, value):
    dataset = gdal.Open(str(path), gdal.GA_Update)
    band = dataset.GetRasterBand(1)
    array = band.ReadAsArray()
    array[row, column] = band.GetNoDataValue() if value is None else value
    band.WriteArray(array)
    band = dataset = None
    assert band is None and dataset is None


def test_the_harness_notices_a_difference(copy):
    path = copy / 'out' / 'hq' / 'quality_c.tif'
    change(path, 3, 3, read_raster(path)[3, 3] + 1e-4)
    change(copy / 'out' / 'awy' / 'output' / 'per_pixel' / 'aet.tif', 5, 5, None)
    found = {case: (status, message) for case, status, message in run_invest(copy)}
    assert found['hq'][0] == 'failed' and 'quality_c.tif' in found['hq'][1] and 'deg_sum' not in found['hq'][1]
    assert found['awy'][0] == 'failed' and '1 cells are nodata on one side only' in found['awy'][1]
    assert found['hq_road_intensity03'][0] == 'passed'


def test_the_harness_goes_on_after_a_broken_case(copy):
    (copy / 'inputs' / 'thr_urban.tif').unlink()
    shutil.rmtree(copy / 'out' / 'carbon')
    (copy / 'out' / 'hq_empty').mkdir()
    (copy / 'out' / 'hq_strange').mkdir()
    shutil.copy(copy / 'inputs' / 'dem.tif', copy / 'out' / 'hq_strange' / 'dem.tif')
    found = {case: status for case, status, _ in run_invest(copy)}
    assert found == {'awy': 'passed', 'hq': 'failed', 'hq_road_intensity03': 'failed', 'hq_empty': 'skipped',
                     'hq_strange': 'failed'}


def test_intensity_is_ignored_like_in_invest(suite):
    """Both runs of InVEST are equal; ours with the kernel are not."""
    quality = [read_raster(suite / 'out' / case / 'quality_c.tif') for case in ('hq', 'hq_road_intensity03')]
    assert np.array_equal(*quality, equal_nan=True)
    inputs, found = suite / 'inputs', []

    def with_kernel(*arguments):
        return habitat_quality(*arguments, method='kernel')
    for name in ('threats', 'threats_w03'):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(invest_cases, 'habitat_quality', with_kernel)
            found.append(invest_cases.scenario(inputs, inputs / 'lulc.tif', inputs / f'{name}.csv', 'cur_path', 'hq',
                                               {'half_saturation_constant': 0.05}).degradation)
    assert np.nanmax(found[0] - found[1]) > 1e-4
