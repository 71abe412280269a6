"""The example of GuidosToolbox Workbench, and the harness that runs a folder of pattern analyses."""

import numpy as np
import pytest

gdal = pytest.importorskip('osgeo.gdal')

from ecorestore.ecorestore_plugin.core.engine import LocalEngine  # noqa: E402
from ecorestore.ecorestore_plugin.core.sources.mspa import mspa  # noqa: E402
from ecorestore.ecorestore_plugin.core.sources.mspa_classes import pattern_statistics  # noqa: E402
from ecorestore.tests.conformance.mspa_cases import (  # noqa: E402
    COLOURS,
    class_of_colour,
    read_band,
    read_colours,
    run_mspa,
    shown,
)


@pytest.fixture(scope='module')
def folder(shared):
    folder = shared / 'conformance' / 'mspa'
    if not folder.is_dir():
        pytest.skip('needs shared/conformance/mspa')
    return folder


@pytest.fixture(scope='module')
def example(folder):
    return mspa(read_band(folder / 'example.tif'))


def test_every_pixel_of_the_published_picture(folder):
    assert run_mspa(folder) == [('example_8_1_1_1.png', 'passed', 'colours of 1000000 cells, none differs')]


def test_every_pixel_with_compiled_kernels(folder, example):
    pytest.importorskip('numba')
    engine = LocalEngine(1)
    assert (mspa(read_band(folder / 'example.tif'), engine=engine) == example).all()
    assert engine.warnings == []


@pytest.mark.parametrize('name, share, objects', [
    ('core', 75.09, 1196), ('islet', 3.26, 2429), ('perforation', 2.17, 423), ('edge', 13.54, 890),
    ('loop', 0.60, 541), ('bridge', 1.42, 765), ('branch', 3.93, 4685)])
def test_published_statistics(example, name, share, objects):
    found = pattern_statistics(example).of(name)
    assert (round(found[1], 2), found[2]) == (share, objects)


def test_published_openings(example):
    found = pattern_statistics(example)
    assert (found.of('core_opening')[0], found.of('border_opening')[0]) == (5927, 51189)


# The harness itself.

PATTERN = np.array([[1, 1, 1, 1, 1, 1], [1, 2, 2, 2, 1, 1], [1, 2, 2, 2, 2, 2], [1, 2, 2, 2, 1, 0]], np.uint8)


def write(path, array):
    dataset = gdal.GetDriverByName('GTiff').Create(str(path), array.shape[1], array.shape[0], 1, gdal.GDT_Byte)
    dataset.GetRasterBand(1).WriteArray(array)
    dataset.FlushCache()


def write_picture(path, classes):
    colours = np.array([[COLOURS[int(code)] for code in row] for row in classes], np.uint8)
    memory = gdal.GetDriverByName('MEM').Create('', classes.shape[1], classes.shape[0], 3, gdal.GDT_Byte)
    for band in range(3):
        memory.GetRasterBand(band + 1).WriteArray(colours[..., band])
    gdal.GetDriverByName('PNG').CreateCopy(str(path), memory)


def test_harness_compares_codes_and_colours(tmp_path):
    write(tmp_path / 'a_b.tif', PATTERN)
    codes = mspa(PATTERN, 4, 2, False)
    write(tmp_path / 'a_b_4_2_0_0.tif', codes)
    write_picture(tmp_path / 'a_b_8_1_0_1.png', shown(mspa(PATTERN), False))
    write(tmp_path / 'elsewhere_8_1_1_1.tif', codes)
    (tmp_path / 'a_b_8_1_1_1.txt').write_text('statistics')
    assert [(case, status) for case, status, _ in run_mspa(tmp_path)] == [
        ('a_b_4_2_0_0.tif', 'passed'), ('a_b_8_1_0_1.png', 'passed'), ('elsewhere_8_1_1_1.tif', 'skipped')]


def test_harness_fails_what_differs_or_breaks(tmp_path):
    write(tmp_path / 'a.tif', PATTERN)
    codes = mspa(PATTERN)
    codes[2, 3] = 99
    write(tmp_path / 'a_8_1_1_1.tif', codes)
    write(tmp_path / 'a_8_2_1_1.tif', codes[1:])
    write(tmp_path / 'a_8_0_1_1.tif', codes)
    found = {case: (status, message) for case, status, message in run_mspa(tmp_path)}
    assert found['a_8_1_1_1.tif'][0] == 'failed' and '1 differ' in found['a_8_1_1_1.tif'][1]
    assert 'row 2, column 3: 99 is expected' in found['a_8_1_1_1.tif'][1]
    assert found['a_8_2_1_1.tif'][0] == 'failed' and 'at least 1' in found['a_8_0_1_1.tif'][1]


def test_colours_that_are_no_class(folder):
    colours = np.array([[[0, 200, 0], [1, 199, 2], [30, 30, 30]]])
    assert class_of_colour(colours).tolist() == [[17, 17, 255]]
    assert 255 not in class_of_colour(read_colours(folder / 'example_8_1_1_1.png'))
