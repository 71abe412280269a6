"""GRASS r.cost on small surfaces, and the harness that compares with it."""

import shutil
from pathlib import Path

import numpy as np
import pytest

gdal = pytest.importorskip('osgeo.gdal')
from ecorestore.tests.conformance.cost_cases import run_cost  # noqa: E402

CASES = Path(__file__).resolve().parent.parent / 'data' / 'cost_grass'


def change(path, function):
    raster = gdal.Open(str(path), gdal.GA_Update)
    raster.GetRasterBand(1).WriteArray(function(raster.ReadAsArray()))


@pytest.mark.parametrize('case', ['oblong', 'steps'])
def test_as_grass(case):
    (name, status, message), = run_cost(CASES / case)
    assert (name, status) == (case, 'passed'), message
    assert all(part in message for part in ('cost:', 'allocation:', 'links:', 'mosaic:', 'map units'))


def test_every_folder_below_is_a_case():
    assert [(name, status) for name, status, _ in run_cost(CASES)] == [('oblong', 'passed'), ('steps', 'passed')]


def test_costs_in_widths_of_a_cell(tmp_path):
    shutil.copytree(CASES / 'steps', tmp_path / 'case')
    for name in ('cost', 'nlcc_mosaic'):
        change(tmp_path / f'case/{name}.tif', lambda values: np.where(values == -9999, values, values / 30))
    (tmp_path / 'case/links.csv').write_text('from,to,lcd\n' + ''.join(
        f'{first},{second},{float(lcd) / 30!r}\n' for first, second, lcd in (
            line.split(',') for line in (CASES / 'steps/links.csv').read_text().split()[1:])))
    (_, status, message), = run_cost(tmp_path)
    assert status == 'passed' and 'widths of a cell' in message, message


@pytest.mark.parametrize(('name', 'spoil'), [
    ('cost', lambda values: np.where(values > 300, values * 1.001, values)),
    ('cost', lambda values: np.where(values == values.max(), -9999, values)),
    ('allocation', lambda values: np.where(values == values.max(), values.min(where=values > 0, initial=99), values)),
    ('nlcc_mosaic', lambda values: np.where(values > 300, values + 1, values))])
def test_what_differs_fails(tmp_path, name, spoil):
    shutil.copytree(CASES / 'oblong', tmp_path / 'case')
    change(tmp_path / f'case/{name}.tif', spoil)
    (_, status, message), = run_cost(tmp_path)
    assert status == 'failed' and name.replace('nlcc_', '') in message


def test_wrong_links_fail(tmp_path):
    shutil.copytree(CASES / 'oblong', tmp_path / 'case')
    links = tmp_path / 'case/links.csv'
    links.write_text(links.read_text().replace('2,8,4550', '2,8,4555'))
    (_, status, message), = run_cost(tmp_path)
    assert status == 'failed' and 'between 2 and 8' in message
    links.write_text('from,to,lcd\n2,99,1\n')
    assert 'no source 99' in run_cost(tmp_path)[0][2]


def test_incomplete_cases_are_skipped_and_broken_ones_fail(tmp_path):
    shutil.copytree(CASES / 'oblong', tmp_path / 'case')
    (tmp_path / 'case/cost.tif').write_text('no raster')
    assert run_cost(tmp_path)[0][1] == 'failed'
    (tmp_path / 'case/cost.tif').unlink()
    assert run_cost(tmp_path)[0][1] == 'skipped'
    assert run_cost(tmp_path / 'nothing') == []
