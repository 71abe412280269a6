"""The remote-sensing ecological index as a user runs it; expected values from a quality that is known beforehand."""

import numpy as np
import pytest
from qgis.core import QgsProcessingException

from ecorestore.ecorestore_plugin.qgis_io import row_blocks

QUALITY = np.array([[0.0, 0.25, 0.5], [0.75, 1.0, 0.1]])
WATER = np.array([[False, False, False], [False, False, True]])


@pytest.fixture
def indices(make_raster):
    """Ready-made index rasters of one date, all straight lines of one quality."""
    def make(quality, suffix=''):
        parts = {'NDVI': 0.8 * quality - 0.1, 'WET': 0.3 * quality - 0.2, 'NDBSI': 0.2 - 0.5 * quality,
                 'LST': 310 - 15 * quality, 'MNDWI': np.where(WATER, 0.4, -0.3)}
        return {name + suffix: make_raster(f'{name}{suffix}', values) for name, values in parts.items()}
    return make


def test_a_quality_known_beforehand(run_tool, indices):
    run = run_tool('remotesensingindex', **indices(QUALITY), OUTPUT='TEMPORARY_OUTPUT', TABLE='TEMPORARY_OUTPUT',
                   LEVELS='TEMPORARY_OUTPUT', LOADINGS='TEMPORARY_OUTPUT')
    expected = np.where(WATER, np.nan, QUALITY)
    assert run.array('OUTPUT') == pytest.approx(expected, nan_ok=True, abs=1e-6)
    assert run.array('LEVELS')[0].tolist() == [1, 2, 3] and np.isnan(run.array('LEVELS')[1, 2])
    assert run['MEAN'] == pytest.approx(0.5) and run['EXPLAINED'] == pytest.approx(1)
    rows = run.rows('TABLE')
    assert [row['cells'] for row in rows] == [1] * 5 and sum(row['area_ha'] for row in rows) == pytest.approx(5)
    loadings = {row['indicator']: row['pc1'] for row in run.rows('LOADINGS')}
    assert [loadings[name] for name in ('NDVI', 'WET', 'NDBSI', 'LST')] == pytest.approx([.5, .5, -.5, -.5], abs=1e-6)


def test_two_dates_share_one_scale(run_tool, indices, monkeypatch):
    # The second date stays between 0.4 and 0.8 of the first: on a scale of its own it would reach 0 and 1.
    later = 0.4 + 0.4 * QUALITY
    run = run_tool('remotesensingindex', **indices(QUALITY), **indices(later, '_2'), OUTPUT='TEMPORARY_OUTPUT',
                   OUTPUT_2='TEMPORARY_OUTPUT', CHANGE='TEMPORARY_OUTPUT', TABLE='TEMPORARY_OUTPUT',
                   LOADINGS='TEMPORARY_OUTPUT')
    assert run.array('OUTPUT_2') == pytest.approx(np.where(WATER, np.nan, later), nan_ok=True, abs=1e-6)
    assert run.array('CHANGE') == pytest.approx(np.where(WATER, np.nan, later - QUALITY), nan_ok=True, abs=1e-6)
    # 0, 0.25 and 0.5 rise to 0.4, 0.5 and 0.6; 0.75 and 1 fall to 0.7 and 0.8.
    assert (run['BETTER'], run['WORSE']) == (0.6, 0.4)
    assert run['MEAN_2'] == pytest.approx(0.6)
    assert sum(row['change_ha'] for row in run.rows('TABLE')) == pytest.approx(0)


def test_bands_in_blocks(run_tool, make_raster, monkeypatch):
    """Bands of a made-up landscape: six-band file, scale and offset of Landsat, water masked; block size no matter."""
    draw = np.random.default_rng(2)
    cover = draw.random((40, 30))
    soil, leaf, lake = (np.array(values)[:, None, None] for values in (
        (.10, .14, .20, .26, .36, .30), (.03, .06, .04, .45, .18, .08), (.08, .07, .04, .02, .01, .005)))
    bands = soil * (1 - cover) + leaf * cover
    bands[:, :5] = lake
    numbers = np.round((bands + 0.2) / 0.0000275)
    given = {'BANDS': [make_raster('bands', numbers)], 'LST': make_raster('lst', 35 - 10 * cover), 'SCALE': 0.0000275,
             'OFFSET': -0.2, 'OUTPUT': 'TEMPORARY_OUTPUT', 'TABLE': 'TEMPORARY_OUTPUT', 'LOADINGS': 'TEMPORARY_OUTPUT'}
    whole = run_tool('remotesensingindex', **given).array('OUTPUT')
    assert np.isnan(whole[:5]).all() and np.isfinite(whole[5:]).all()
    assert np.corrcoef(whole[5:].ravel(), cover[5:].ravel())[0, 1] > 0.99
    monkeypatch.setattr(row_blocks, 'ROWS', 7)
    monkeypatch.setattr(row_blocks, 'spans', lambda grid, cells=0: [
        (start, min(start + 7, grid.rows)) for start in range(0, grid.rows, 7)])
    assert run_tool('remotesensingindex', **given).array('OUTPUT') == pytest.approx(whole, nan_ok=True, abs=1e-6)


def test_each_date_has_the_wetness_of_its_sensor(run_tool, make_raster):
    draw = np.random.default_rng(5)
    bands = draw.uniform(0.05, 0.5, (6, 6, 6))
    bands[1] = bands[4] / 2  # no water
    given = {'BANDS': [make_raster('b1', bands)], 'BANDS_2': [make_raster('b2', bands)], 'OUTPUT': 'TEMPORARY_OUTPUT',
             'LST': make_raster('t1', 30 - 20 * bands[3]), 'LST_2': make_raster('t2', 30 - 20 * bands[3]),
             'TABLE': 'TEMPORARY_OUTPUT', 'LOADINGS': 'TEMPORARY_OUTPUT'}
    wet = {name: np.tensordot(weights, bands, 1) for name, weights in {
        'oli': (0.1511, 0.1973, 0.3283, 0.3407, -0.7117, -0.4559),
        'tm': (0.0315, 0.2021, 0.3102, 0.1594, -0.6806, -0.6109)}.items()}
    for first, later in (('tm', 'same'), ('tm', 'oli'), ('oli', 'tm')):
        used = [wet[first], wet[first if later == 'same' else later]]
        row = run_tool('remotesensingindex', **given, SENSOR=first, SENSOR_2=later).rows('LOADINGS')[1]
        assert (row['low'], row['high']) == pytest.approx((np.min(used), np.max(used)), abs=1e-6)


def test_a_cloud_that_was_left_does_not_set_the_scale(run_tool, make_raster):
    quality = np.linspace(0, 1, 1000).reshape(20, 50)
    parts = {'NDVI': 0.8 * quality - 0.1, 'WET': 0.3 * quality - 0.2, 'NDBSI': 0.2 - 0.5 * quality,
             'LST': 310 - 15 * quality}
    for values, odd in zip(parts.values(), (-0.9, 5.0, 0.9, 250.0)):
        values[10, 25] = odd
    given = {**{name: make_raster(name, values) for name, values in parts.items()}, 'OUTPUT': 'TEMPORARY_OUTPUT',
             'TABLE': 'TEMPORARY_OUTPUT', 'LOADINGS': 'TEMPORARY_OUTPUT'}
    cut, plain = (run_tool('remotesensingindex', **given, CUT=share).array('OUTPUT') for share in (1, 0))
    others = np.ones(quality.shape, bool)
    others[10, 25] = False
    # 1 % is cut at either end: the index runs from 0.01 to 0.99 of the quality.
    expected = np.clip((quality - 0.01) / 0.98, 0, 1)
    assert cut[others] == pytest.approx(expected[others], abs=0.003)
    assert np.abs(plain[others] - expected[others]).max() > 0.1


@pytest.mark.parametrize('change, message', [
    ({'WET': None}, 'WET is missing'), ({'CHANGE': 'TEMPORARY_OUTPUT'}, 'layers of the second date'),
    ({'COEFFICIENTS': '1,2'}, '2 coefficients'), ({'NDVI_2': 'NDVI'}, 'temperature of the second date'),
    ({'LST_2': 'LST'}, 'NDVI of the second date is missing'), ({'WATER_ABOVE': -0.5}, 'Date 1 has no land cell'),
    ({'BANDS': ['NDVI', 'WET']}, '2 bands; six are needed')])
def test_layers_that_do_not_make_an_index(run_tool, indices, change, message):
    there = indices(QUALITY)
    change = {key: [there[name] for name in value] if isinstance(value, list) else there.get(value, value)
              for key, value in change.items()}
    with pytest.raises(QgsProcessingException, match=message):
        run_tool('remotesensingindex', **{**there, 'OUTPUT': 'TEMPORARY_OUTPUT', 'TABLE': 'TEMPORARY_OUTPUT',
                                          'LOADINGS': 'TEMPORARY_OUTPUT', **change})


def test_constant_scaled_and_shifted_layers_are_refused(run_tool, indices, make_raster):
    there = {**indices(QUALITY), 'OUTPUT': 'TEMPORARY_OUTPUT', 'TABLE': 'TEMPORARY_OUTPUT',
             'LOADINGS': 'TEMPORARY_OUTPUT'}
    flat = make_raster('flat', np.full(QUALITY.shape, 0.3))
    with pytest.raises(QgsProcessingException, match='WET is 0.3 in all 5 land cells'):
        run_tool('remotesensingindex', **{**there, 'WET': flat})
    with pytest.raises(QgsProcessingException, match='Give the scale and the offset'):
        run_tool('remotesensingindex', **{**there, 'BANDS': [make_raster('b', np.full((6, 2, 3), 9000.))]})
    with pytest.raises(QgsProcessingException, match='grid'):
        run_tool('remotesensingindex', **{**there, 'WET': make_raster('off', QUALITY, origin=(500050.0, 4000000.0))})
    celsius = make_raster('celsius', 36 - 15 * QUALITY)
    with pytest.raises(QgsProcessingException, match='in one unit'):
        run_tool('remotesensingindex', **there, **{**indices(QUALITY, '_2'), 'LST_2': celsius})


def test_water_that_is_not_masked_and_swapped_layers_are_told(run_tool, indices):
    there = indices(QUALITY)
    run = run_tool('remotesensingindex', **{**there, 'MNDWI': None, 'WET': there['NDBSI'], 'NDBSI': there['WET']},
                   OUTPUT='TEMPORARY_OUTPUT', TABLE='TEMPORARY_OUTPUT', LOADINGS='TEMPORARY_OUTPUT')
    warned = ' '.join(run.feedback.warnings)
    assert 'water is not masked' in warned and 'WET, NDBSI load' in warned
