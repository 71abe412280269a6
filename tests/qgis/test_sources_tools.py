"""Source patches as a user makes them."""

import numpy as np
import pytest
from qgis.core import QgsProcessingException


@pytest.fixture
def land(make_raster):
    cells = np.array([[2, 2, 1, 1, 3],
                      [2, 1, 2, 1, 1],
                      [2, 2, 2, 1, 9],
                      [1, 1, 1, 1, 9]], np.uint8)
    return make_raster('land', cells)


def test_patches_of_classes(run_tool, land, make_raster):
    score = make_raster('score', np.arange(20, dtype=float).reshape(4, 5))
    run = run_tool('sourcepatches', HABITAT=land, MIN_AREA=2, SCORE=score, SOURCES='TEMPORARY_OUTPUT',
                   PATCHES='TEMPORARY_OUTPUT')
    rows = run.rows('SOURCES')
    assert [(row['source_id'], row['area_ha']) for row in rows] == [(1, 7), (2, 2)]
    assert rows[0]['geometry'].area() == pytest.approx(70000)
    assert rows[0]['perimeter_m'] == pytest.approx(1600)
    assert rows[0]['score_mean'] == pytest.approx(np.mean([0, 1, 5, 7, 10, 11, 12]))
    assert all(row['geometry'].isGeosValid() for row in rows)
    assert run['SOURCE_COUNT'] == 2
    patches = run.array('PATCHES')
    assert (patches == 1).sum() == 7 and np.isnan(patches[0, 4])


def test_four_neighbours_and_holes(run_tool, land):
    run = run_tool('sourcepatches', HABITAT=land, MIN_AREA=0, NEIGHBOURS='4', SOURCES='TEMPORARY_OUTPUT')
    assert [row['area_ha'] for row in run.rows('SOURCES')] == [7, 2, 1]
    filled = run_tool('sourcepatches', HABITAT=land, MIN_AREA=2, FILL_HOLES=1, SOURCES='TEMPORARY_OUTPUT')
    assert filled.rows('SOURCES')[0]['area_ha'] == 8


def test_patches_above_a_minimum(run_tool, make_raster):
    quality = make_raster('quality', np.array([[.9, .7, .2], [.1, np.nan, .8]]))
    run = run_tool('sourcepatches', HABITAT=quality, MINIMUM=.7, MIN_AREA=2, NEIGHBOURS='4', SOURCES='TEMPORARY_OUTPUT')
    assert [row['area_ha'] for row in run.rows('SOURCES')] == [2]


def test_one_patch_over_most_of_the_area_is_a_warning(run_tool, make_raster):
    run = run_tool('sourcepatches', HABITAT=make_raster('forest', np.full((3, 3), 2, np.uint8)), MIN_AREA=1,
                   SOURCES='TEMPORARY_OUTPUT')
    assert '100 %' in run.feedback.warnings[0]


@pytest.mark.parametrize('parameters, words', [
    (dict(MIN_AREA=50), 'largest of 3 patches has 7 ha'),
    (dict(CLASSES='4'), 'the raster holds 1, 2, 3, 9'),
    (dict(CLASSES='2, wood'), 'wood'),
    (dict(MINIMUM=10), 'largest value is 9'),
])
def test_bad(run_tool, land, parameters, words):
    with pytest.raises(QgsProcessingException, match=words):
        run_tool('sourcepatches', HABITAT=land, SOURCES='TEMPORARY_OUTPUT', **{'MIN_AREA': 1, **parameters})
