"""Pattern analysis as a user runs it."""

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException, QgsRasterLayer

from ecorestore.ecorestore_plugin.core.sources.mspa import mspa
from ecorestore.ecorestore_plugin.qgis_io import styles


@pytest.fixture
def cover():
    """Land cover: two forests joined by a strip of shrub in cropland, some of it unknown."""
    cells = np.ones((14, 30), np.uint8)
    cells[2:11, 2:11] = 2
    cells[2:11, 18:28] = 2
    cells[6, 11:18] = 3
    cells[6, 22] = 5
    cells[12, 3] = 9
    return cells


@pytest.fixture
def known(cover):
    known = np.ones(cover.shape, bool)
    known[:, 28:] = False
    return known


def pattern_of(cover, known):
    return np.where(known, np.where(np.isin(cover, (2, 3, 9)), 2, 1), 0).astype(np.uint8)


def raw(path):
    dataset = gdal.Open(path)
    return dataset.GetRasterBand(1).ReadAsArray()


def test_classes_as_foreground(run_tool, make_raster, cover, known):
    run = run_tool('mspa', INPUT=make_raster('cover', cover, valid=known), FOREGROUND='2, 3,9',
                   OUTPUT='TEMPORARY_OUTPUT', STATISTICS='TEMPORARY_OUTPUT')
    expected = mspa(pattern_of(cover, known))
    assert (raw(run['OUTPUT']) == expected).all()
    shown = run.array('OUTPUT')
    assert np.isnan(shown[~known]).all() and shown[6, 14] == 33 and shown[6, 22] == 100 and shown[12, 3] == 9
    rows = {row['class']: row for row in run.rows('STATISTICS')}
    assert rows['core']['objects'] == 2 and rows['bridge']['objects'] == 1 and rows['islet']['cells'] == 1
    assert rows['missing']['cells'] == 28
    assert sum(rows[name]['share'] for name in ('core', 'islet', 'perforation', 'edge', 'loop', 'bridge',
                                                'branch')) == pytest.approx(100)
    assert run['CORE_COUNT'] == 2 and run['FOREGROUND_CELLS'] == np.isin(cover, (2, 3, 9)).sum()
    assert run['CORE_SHARE'] == pytest.approx(rows['core']['share'])


def test_a_pattern_with_all_parameters(run_tool, make_raster, cover, known):
    pattern = pattern_of(cover, known)
    path = make_raster('pattern', pattern)
    for connectivity, width, intext in ((8, 1, True), (4, 2, False), (4, 1, True)):
        run = run_tool('mspa', INPUT=path, CONNECTIVITY=str(connectivity), EDGE_WIDTH=width, INTEXT=intext,
                       OUTPUT='TEMPORARY_OUTPUT')
        assert (raw(run['OUTPUT']) == mspa(pattern, connectivity, width, intext)).all()
        assert 'STATISTICS' not in run.results


def test_plain_classes_follow_the_transition(run_tool, make_raster, cover, known):
    path = make_raster('pattern', pattern_of(cover, known))
    plain = {transition: raw(run_tool('mspa', INPUT=path, PLAIN=True, TRANSITION=transition,
                                      OUTPUT='TEMPORARY_OUTPUT')['OUTPUT']) for transition in (True, False)}
    assert set(np.unique(plain[True])) <= {17, 9, 5, 3, 65, 33, 1, 0, 129}
    assert plain[True][6, 10] == 33 and plain[False][6, 10] == 3
    assert plain[True][6, 22] == 0


def test_cores_become_source_patches(run_tool, make_raster, cover, known):
    run = run_tool('mspa', INPUT=make_raster('cover', cover, valid=known), FOREGROUND='2,3', OUTPUT='TEMPORARY_OUTPUT')
    sources = run_tool('sourcepatches', HABITAT=run['OUTPUT'], CLASSES='17,117', MIN_AREA=1,
                       SOURCES='TEMPORARY_OUTPUT')
    codes = run.array('OUTPUT')
    assert sorted(row['area_ha'] for row in sources.rows('SOURCES')) == sorted(
        [np.isin(codes[:, :15], (17, 117)).sum(), np.isin(codes[:, 15:], (17, 117)).sum()])


def test_degrees_do_no_harm(run_tool, make_raster, cover, known):
    pattern = pattern_of(cover, known)
    run = run_tool('mspa', INPUT=make_raster('degrees', pattern, cell=0.01, crs='EPSG:4326', origin=(110.0, 28.0)),
                   OUTPUT='TEMPORARY_OUTPUT')
    assert 'geographic' in run.feedback.warnings[0]
    assert (raw(run['OUTPUT']) == mspa(pattern)).all()


@pytest.mark.parametrize('width, words', [(5, 'widest edge that leaves core is 4 cells'), (1, 'No edge width')])
def test_an_edge_wider_than_every_patch_is_a_warning(run_tool, make_raster, width, words):
    pattern = np.ones((20, 20), np.uint8)
    pattern[5:14, 5:14] = 2
    if width == 1:
        pattern[6:13] = 1
    run = run_tool('mspa', INPUT=make_raster('small', pattern), EDGE_WIDTH=width, OUTPUT='TEMPORARY_OUTPUT')
    assert words in run.feedback.warnings[-1]
    assert set(np.unique(raw(run['OUTPUT']))) == {0, 9} and run['CORE_COUNT'] == 0


@pytest.mark.parametrize('values, options, words', [
    ([[1, 2, 3]], {}, r'holds 3 classes .* 3 \(1\).*foreground classes'),
    ([[4, 4, 7]], {}, r'4 \(2\), 7 \(1\)'),
    ([[2, 2, 0]], {}, 'no background'),
    ([[1, 1, 0]], {}, 'no foreground'),
    ([[1, 5, 5]], {'FOREGROUND': '7'}, 'no foreground: 3 cells'),
    ([[1, 5, 5]], {'FOREGROUND': '5,wood'}, 'wood'),
    ([[1, 5, 5]], {'FOREGROUND': '5.5'}, '5.5'),
    ([[1.5, 5, 5]], {'FOREGROUND': '5'}, 'fractions')])
def test_bad_input(run_tool, make_raster, values, options, words):
    with pytest.raises(QgsProcessingException, match=words):
        run_tool('mspa', INPUT=make_raster('bad', np.array(values)), OUTPUT='TEMPORARY_OUTPUT', **options)


@pytest.mark.parametrize('edge_width', [0, -1])
def test_bad_edge_width(run_tool, make_raster, edge_width):
    with pytest.raises(QgsProcessingException):
        run_tool('mspa', INPUT=make_raster('pattern', np.array([[1, 2]], np.uint8)), EDGE_WIDTH=edge_width,
                 OUTPUT='TEMPORARY_OUTPUT')


def test_colours_of_guidos(make_raster):
    codes = np.array([[17, 117, 35, 67, 37, 69, 100, 220, 0]], np.uint8)
    for style, edge, hole in (('mspa', '#ff0000', '#ffff00'), ('mspa_edges', '#000000', '#0000ff')):
        layer = QgsRasterLayer(make_raster(style, codes), style)
        assert styles.apply_style(layer, style, 'en')
        colours = {item.value: item.color.name() for item in layer.renderer().classes()}
        assert colours[17] == colours[117] == '#00c800' and colours[0] == '#dcdcdc'
        assert colours[35] == edge and colours[69] == hole
        assert colours[100] == '#888888' and colours[220] == '#c2c2c2'


def test_rare_classes_stay_in_the_legend_of_a_large_raster(make_raster):
    codes = np.zeros((3, 2500), np.uint8)
    codes[1, 777] = 33
    layer = QgsRasterLayer(make_raster('large', codes), 'large')
    assert styles.apply_style(layer, 'mspa', 'en')
    assert 33 in [item.value for item in layer.renderer().classes()]
