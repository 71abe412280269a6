"""The real counties as an input folder: nothing lost, everything labelled."""

import csv
import importlib.util
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
gdal = pytest.importorskip('osgeo.gdal')
ogr = pytest.importorskip('osgeo.ogr')


@pytest.fixture(scope='module')
def tool():
    spec = importlib.util.spec_from_file_location('real_data', ROOT / 'tools' / 'real_data.py')
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope='module', params=[('hunan', 122, 66444864), ('bth', 199, 110369339)], ids=['hunan', 'bth'])
def folder(request, tool, shared, tmp_path_factory):
    name, counties, people = request.param
    out = tmp_path_factory.mktemp('real') / name
    tool.write_folder(shared / 'data' / name, out)
    return out, counties, people


def band(path):
    source = gdal.Open(str(path))
    values = source.GetRasterBand(1).ReadAsArray().astype(float)
    values[values == source.GetRasterBand(1).GetNoDataValue()] = np.nan
    return values, source


def test_all_counties_and_people_are_there(folder):
    out, counties, people = folder
    source = ogr.Open(str(out / 'sample.gpkg'))
    rows = [feature.items() for feature in source.GetLayer('units')]
    assert len(rows) == counties == len({row['unit_code'] for row in rows})
    assert sum(row['pop'] for row in rows) == people
    assert all(len(row['unit_code']) == 6 and row['unit_code'][:4] == row['parent_code'][:4] for row in rows)
    assert all(value is not None and value != '' for row in rows for value in row.values())
    assert all(row[key] >= 0 for row in rows for key in ('grain_t', 'gdp_wan', 'co2_t', 'revenue_wan',
                                                         'expenditure_wan'))
    crowd, _ = band(out / 'population.tif')
    assert np.nansum(crowd) == pytest.approx(people, rel=1e-5)


def test_every_raster_covers_every_county_cell(folder, tool):
    out, counties, _ = folder
    reference, grid = None, None
    for name in tool.RASTERS:
        path = out / f'{name}.tif'
        if name.endswith('2010'):
            assert not path.exists(), 'there is no second date'
            continue
        values, source = band(path)
        if reference is None:
            reference, grid = np.isfinite(values), source.GetGeoTransform()
        assert np.array_equal(np.isfinite(values), reference), name
        assert source.GetGeoTransform() == grid
        assert source.GetRasterBand(1).GetDescription().split(':')[0].lower() == tool.PROVENANCE[name][0]


def test_every_layer_has_a_provenance_that_says_how(folder, tool):
    out, _, _ = folder
    with open(out / 'provenance.csv', encoding='utf-8', newline='') as source:
        rows = {row['layer']: row for row in csv.DictReader(source)}
    written = {path.stem for path in out.glob('*.tif')} | {'units', 'roads', 'rivers', 'towns'}
    assert written <= set(rows)
    assert {row['status'] for row in rows.values()} == {'real', 'semi-synthetic', 'assumed'}
    assert all(row['note'] and row['source'] for row in rows.values())


def test_radiation_is_that_of_the_handbook(tool):
    # FAO 56, example 8: 20 degrees south on 3 September.
    assert tool.radiation(-20.0, 246) == pytest.approx(32.2, abs=0.05)


def test_reference_evapotranspiration_by_hand(tool):
    # 365 x 0.0013 x 0.408 x radiation x (16 + 17) x (14 - 0.0045 x 1400 - 0.0123 x 1400 / 12)^0.76
    rain, warmth, latitude = np.array([[1400.0]]), np.array([[16.0]]), np.array([[28.0]])
    yearly = np.mean([tool.radiation(28.0, day) for day in range(1, 366)])
    expected = 365 * 0.0013 * 0.408 * yearly * 33 * 6.265 ** 0.76
    assert tool.reference_evapotranspiration(warmth, rain, latitude)[0, 0] == pytest.approx(expected, rel=1e-6)


def test_neighbours_by_hand(tool):
    points = np.array([[0.0, 0.0], [2.0, 0.0], [1.0, 0.2], [1.0, 9.0]])
    assert set(tool.neighbours(points)) == {(0, 2), (1, 2), (2, 3)}


def test_box_mean_by_hand(tool):
    values = np.arange(12.0).reshape(3, 4)
    padded = np.pad(values, 1, mode='edge')
    expected = [[padded[r:r + 3, c:c + 3].mean() for c in range(4)] for r in range(3)]
    assert np.allclose(tool.box_mean(values, 1), expected)
