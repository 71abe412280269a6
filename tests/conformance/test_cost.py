"""GRASS r.cost on small surfaces, and the harness that compares with it."""

import shutil
from pathlib import Path

import numpy as np
import pytest

gdal = pytest.importorskip('osgeo.gdal')
from ecorestore.tests.conformance.cost_cases import run_cost  # noqa: E402

CASES = Path(__file__).resolve().parent.parent / 'data' / 'cost_grass'
EXPECTED = ('cost.tif', 'allocation.tif', 'links.csv', 'nlcc_mosaic.tif')


@pytest.fixture
def case(tmp_path):
    """A copy of a case that a test may change."""
    shutil.copytree(CASES / 'oblong', tmp_path / 'case')
    return tmp_path / 'case'


def change(path, function, kind=None, nodata=None, told=True):
    """Writes a raster again, as another type and with another nodata value, which the file may not tell."""
    raster = gdal.Open(str(path))
    band = raster.GetRasterBand(1)
    values, kind = band.ReadAsArray(), kind or band.DataType
    known = values != band.GetNoDataValue()
    nodata = band.GetNoDataValue() if nodata is None else nodata
    changed = np.where(known, function(values), nodata)
    copy = gdal.GetDriverByName('MEM').Create('', raster.RasterXSize, raster.RasterYSize, 1, kind)
    copy.SetGeoTransform(raster.GetGeoTransform())
    if told:
        copy.GetRasterBand(1).SetNoDataValue(nodata)
    copy.GetRasterBand(1).WriteArray(changed)
    gdal.GetDriverByName('GTiff').CreateCopy(str(path), copy)


def same(values):
    return values


def rewrite_links(case, row, header='from,to,lcd'):
    """Writes the table again, with a text for each row."""
    rows = [line.split(',') for line in (CASES / 'oblong' / 'links.csv').read_text().split()[1:]]
    (case / 'links.csv').write_text('\n'.join([header, *(row(one, other, float(lcd)) for one, other, lcd in rows)]))


def only(case, *names):
    for name in EXPECTED:
        if name not in names:
            (case / name).unlink()


def the_one(folder):
    (_, status, message), = run_cost(folder)
    return status, message


@pytest.mark.parametrize('case', ['oblong', 'steps'])
def test_as_grass(case):
    (name, status, message), = run_cost(CASES / case)
    assert (name, status) == (case, 'passed'), message
    for part in ('cost:', 'allocation:', 'links:', 'mosaic over the listed links:', 'map units'):
        assert part in message


def test_every_folder_below_is_a_case():
    assert [(name, status) for name, status, _ in run_cost(CASES)] == [('oblong', 'passed'), ('steps', 'passed')]


@pytest.mark.parametrize(('unit', 'words'), [(30.0, 'widths of a cell (30 m)'), (20.0, 'heights of a cell (20 m)')])
def test_costs_in_cells(case, unit, words):
    for name in ('cost', 'nlcc_mosaic'):
        change(case / f'{name}.tif', lambda values: values / unit)
    rewrite_links(case, lambda one, other, lcd: f'{one},{other},{lcd / unit!r}')
    status, message = the_one(case)
    assert status == 'passed' and words in message, message


@pytest.mark.parametrize(('kind', 'nodata'), [(gdal.GDT_Float32, np.nan), (gdal.GDT_Float64, np.inf),
                                              (gdal.GDT_Float64, -1.0), (gdal.GDT_Float32, 3.4e38)])
def test_ways_to_say_nodata(case, kind, nodata):
    for name in ('cost', 'nlcc_mosaic'):
        change(case / f'{name}.tif', lambda values: np.maximum(values, 0), kind, nodata, told=False)
    change(case / 'sources.tif', same, gdal.GDT_Float32, -9999.0)
    change(case / 'resistance.tif', same, None, 0.0)
    status, message = the_one(case)
    assert status == 'passed' and 'too many' not in message, message


@pytest.mark.parametrize('whole', [np.round, np.floor])
def test_whole_numbers(case, whole):
    for name in ('cost', 'nlcc_mosaic'):
        change(case / f'{name}.tif', lambda values: whole(np.maximum(values, 0)), gdal.GDT_Int32, -9999)
    rewrite_links(case, lambda one, other, lcd: f'{one},{other},{lcd:.0f}')
    status, message = the_one(case)
    assert status == 'passed' and ('cut off' in message) == (whole is np.floor), message
    change(case / 'cost.tif', lambda values: np.where(values == values.max(), values + 2, values))
    assert the_one(case)[0] == 'failed'


@pytest.mark.parametrize(('header', 'row'), [
    ('From,TO,LCD', lambda one, other, lcd: f'{other},{one},{lcd!r}'),
    ('from_id;to_id;cost (m)', lambda one, other, lcd: f'{one};{other};{lcd:.3f}'.replace('.', ',')),
    ('id\tfrom core\tto core\tCW_Dist', lambda one, other, lcd: f'7\t{one}\t{other}\t{lcd:.6g}'),
    ('# of r.cost\nsource target distance', lambda one, other, lcd: f'{one} {other} {lcd:.4f}')])
def test_tables_of_links(case, header, row):
    rewrite_links(case, row, header)
    status, message = the_one(case)
    assert status == 'passed', message
    rewrite_links(case, lambda one, other, lcd: row(one, other, 1.0001 * lcd), header)
    assert the_one(case)[0] == 'failed'


@pytest.mark.parametrize('name', EXPECTED)
def test_any_part_may_stand_alone(case, name):
    only(case, name)
    status, message = the_one(case)
    assert status == 'passed' and 'not expected: ' in message, message
    assert 'links' in name or 'cells' in message


def test_the_folder_may_be_the_case_in_capitals(case):
    for path in list(case.iterdir()):
        path.rename(path.with_name(path.name.upper()))
    assert [(name, status) for name, status, _ in run_cost(case)] == [('case', 'passed')]


def test_a_mosaic_may_be_cut_off_shifted_and_without_sources(case):
    sources = gdal.Open(str(case / 'sources.tif')).ReadAsArray()
    change(case / 'nlcc_mosaic.tif', lambda values: np.where((values > 2000) | (sources > 0), -9999, values + 10000))
    status, message = the_one(case)
    assert status == 'passed' and 'offset 10000' in message and 'source cells without a value' in message, message
    values = gdal.Open(str(case / 'nlcc_mosaic.tif')).ReadAsArray()
    row, column = np.argwhere((values > 10500) & (values < 11000))[0]
    values[row, column] = -9999
    change(case / 'nlcc_mosaic.tif', lambda _: values)
    status, message = the_one(case)
    assert status == 'failed' and '1 cells too many' in message


def test_costs_up_to_a_limit(case):
    allocation = gdal.Open(str(case / 'allocation.tif')).ReadAsArray()
    far = gdal.Open(str(case / 'cost.tif')).ReadAsArray() > 5000
    change(case / 'cost.tif', lambda values: np.where(far, -9999, values))
    # The allocation says that these cells can be reached.
    assert the_one(case)[0] == 'failed'
    change(case / 'allocation.tif', lambda _: np.where(far, 0, allocation))
    status, message = the_one(case)
    assert status == 'passed' and 'left out' in message, message


def test_four_neighbours_and_pairs_without_a_path(tmp_path):
    # A wall with a diagonal gap parts the sources for 4 neighbours, which costs alone do not show. Counted by hand,
    # cells of 1 x 1, resistance 1.
    write = {'resistance': [[1, 1, -9999, 1], [1, -9999, 1, 1]], 'sources': [[7, 0, 0, 0], [0, 0, 0, 300]],
             'cost': [[0, 1, -9999, 1], [1, -9999, 1, 0]], 'allocation': [[7, 7, 0, 300], [7, 0, 300, 300]]}
    for name, values in write.items():
        raster = gdal.GetDriverByName('GTiff').Create(str(tmp_path / f'{name}.tif'), 4, 2, 1, gdal.GDT_Int32)
        raster.SetGeoTransform((0, 1, 0, 0, 0, -1))
        raster.GetRasterBand(1).WriteArray(np.array(values))
        raster.GetRasterBand(1).SetNoDataValue(0 if name in ('sources', 'allocation') else -9999)
        del raster
    (tmp_path / 'links.csv').write_text('from,to,lcd\n300,7,inf\n')
    status, message = the_one(tmp_path)
    assert status == 'passed' and '4 neighbours' in message and '1 without a path' in message, message
    (tmp_path / 'links.csv').write_text('from,to,lcd\n300,7,4\n')
    status, message = the_one(tmp_path)
    assert status == 'failed' and ', expected 4' in message


@pytest.mark.parametrize(('name', 'spoil'), [
    ('cost', lambda values: np.where(values > 300, values * 1.001, values)),
    ('cost', lambda values: np.where(values == values[values > 0].min(), 1.0001 * values, values)),
    ('cost', lambda values: np.where(values == values.max(), -9999, values)),
    ('allocation', lambda values: np.where(values == values.max(), values.min(where=values > 0, initial=99), values)),
    ('allocation', lambda values: np.where(values == values.max(), 0, values)),
    ('nlcc_mosaic', lambda values: np.where(values > 300, values + 1, values)),
    ('nlcc_mosaic', lambda values: np.full_like(values, -9999)),
    ('cost', lambda values: np.full_like(values, -9999))])
def test_what_differs_fails(case, name, spoil):
    change(case / f'{name}.tif', spoil)
    status, message = the_one(case)
    assert status == 'failed' and name.replace('nlcc_', '') in message


def test_a_small_cost_among_huge_ones_counts(case):
    only(case, 'cost.tif')
    change(case / 'resistance.tif', lambda values: np.where(values > 20, values * 1e12, values))
    assert the_one(case)[0] == 'failed'


def test_wrong_links_fail(case):
    links = case / 'links.csv'
    links.write_text(links.read_text().replace('2,8,4550', '2,8,4555'))
    status, message = the_one(case)
    assert status == 'failed' and 'between 2 and 8' in message
    for text, words in (('from,to,lcd\n2,99,1\n', 'no source 99'), ('from,to,lcd\n', 'no row'),
                        ('one,two\n2,8\n', 'no column from, to, lcd')):
        links.write_text(text)
        status, message = the_one(case)
        assert status == 'failed' and words in message


def test_incomplete_cases_are_skipped_and_broken_ones_fail(tmp_path, case):
    (case / 'cost.tif').write_text('no raster')
    assert the_one(tmp_path)[0] == 'failed'
    only(case)
    assert the_one(tmp_path) == ('skipped', 'nothing is expected: no cost.tif, allocation.tif, links.csv or '
                                            'nlcc_mosaic.tif')
    (case / 'sources.tif').unlink()
    assert the_one(tmp_path) == ('skipped', 'no sources.tif')
    assert run_cost(tmp_path / 'nothing') == []


def test_rasters_of_another_size_fail(case):
    gdal.Translate(str(case / 'small.tif'), str(case / 'cost.tif'), srcWin=[0, 0, 10, 10])
    (case / 'small.tif').replace(case / 'cost.tif')
    status, message = the_one(case)
    assert status == 'failed' and 'cost.tif has 10 x 10 cells, the resistance 48 x 60' in message
