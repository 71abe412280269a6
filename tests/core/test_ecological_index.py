"""Remote-sensing ecological index: hand calculations, a twin by numpy.cov, cases made to measure."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import (
    EmptyInputError,
    GridMismatchError,
    ParameterError,
    ValueRangeError,
)
from ecorestore.ecorestore_plugin.core.monitoring import ecological_index
from ecorestore.ecorestore_plugin.core.monitoring.ecological_index import (
    IndicatorMoments,
    IndicatorQuantiles,
    index_levels,
    land_indicators,
    principal_axis,
    scaled_index,
)
from ecorestore.ecorestore_plugin.core.monitoring.spectral import WETNESS, spectral_indices

PIXEL = [np.array([value]) for value in (0.1, 0.2, 0.1, 0.5, 0.3, 0.2)]


def axis_of(*blocks):
    moments = IndicatorMoments()
    for block in blocks:
        moments.add(block)
    return principal_axis(moments)


def test_indices_of_a_pixel_by_hand():
    found = spectral_indices(PIXEL)
    assert found.ndvi[0] == pytest.approx(0.4 / 0.6)
    assert found.mndwi[0] == pytest.approx(-0.1 / 0.5)
    # IBI: 2 x 0.3 / 0.8 = 0.75 against 0.5 / 0.6 + 0.2 / 0.5 = 37 / 30; SI: (0.4 - 0.6) / 1.
    assert found.ndbsi[0] == pytest.approx(((0.75 - 37 / 30) / (0.75 + 37 / 30) - 0.2) / 2)
    assert found.wet[0] == pytest.approx(0.01511 + 0.03946 + 0.03283 + 0.17035 - 0.21351 - 0.09118)
    tm = spectral_indices(PIXEL, WETNESS['tm'])
    assert tm.wet[0] == pytest.approx(0.00315 + 0.04042 + 0.03102 + 0.0797 - 0.20418 - 0.12218)


def test_pixels_that_have_no_indices():
    bands = [np.repeat(band, 3) for band in PIXEL]
    bands[0][0] = -0.01          # overcorrected
    for band in bands:
        band[1] = 0.0            # the empty border of a scene
    bands[5][2] = np.nan
    found = spectral_indices(bands)
    assert np.isnan([found.ndvi[0], found.wet[0], found.ndvi[1], found.ndbsi[1], found.mndwi[1], found.wet[2]]).all()


@pytest.mark.parametrize('bands, coefficients, error, message', [
    (PIXEL[:5], WETNESS['oli'], ParameterError, '5 bands and 6'), (PIXEL, [1, 2], ParameterError, '6 bands and 2'),
    ([*PIXEL[:5], np.ones(2)], WETNESS['oli'], GridMismatchError, 'swir2')])
def test_bands_that_do_not_fit(bands, coefficients, error, message):
    with pytest.raises(error, match=message):
        spectral_indices(bands, coefficients)


def test_one_latent_quality_is_found_again():
    # Every indicator is a straight line of one quality t; scaled they are t, t, 1 - t, 1 - t: the axis is known.
    t = np.linspace(0, 1, 12).reshape(3, 4)
    values = land_indicators(0.8 * t - 0.1, 0.3 * t - 0.2, 0.2 - 0.5 * t, 310 - 15 * t)
    axis = axis_of(values)
    assert axis.loadings[:, 0] == pytest.approx([0.5, 0.5, -0.5, -0.5])
    assert axis.shares == pytest.approx([1, 0, 0, 0], abs=1e-12)
    assert axis.against == []
    scores = axis.scores(values)
    assert scaled_index(scores, scores.min(), scores.max()) == pytest.approx(t)


def random_dates(seed=5):
    draw = np.random.default_rng(seed)
    quality = draw.random((2, 7, 9))
    parts = [gain * quality + noise * draw.random(quality.shape) + shift for gain, noise, shift in (
        (0.7, 0.2, 0.1), (0.2, 0.1, -0.2), (-0.5, 0.3, 0.1), (-12, 6, 305))]
    mndwi = draw.normal(-0.3, 0.3, quality.shape)
    parts[1][0, 2, 3] = np.nan
    return parts, mndwi


def test_blocks_and_dates_give_what_the_whole_gives():
    parts, mndwi = random_dates()
    values = np.stack([land_indicators(*date, water) for *date, water in zip(*parts, mndwi)], axis=1)
    axis = axis_of(*(values[:, date, rows] for date in (0, 1) for rows in (slice(0, 3), slice(3, 7))))

    # The twin: one table of all land cells, scaled, numpy's covariance and eigenvectors, the sign by the loadings.
    table = np.array([part.ravel() for part in parts])
    land = np.isfinite(table).all(axis=0) & (mndwi.ravel() <= 0)
    table = table[:, land]
    scaled = (table - table.min(axis=1)[:, None]) / np.ptp(table, axis=1)[:, None]
    variances, vectors = np.linalg.eigh(np.cov(scaled))
    first = vectors[:, -1]
    first = first if first[0] + first[1] - first[2] - first[3] > 0 else -first
    assert axis.loadings[:, 0] == pytest.approx(first)
    assert axis.variances == pytest.approx(variances[::-1])
    expected = first @ scaled
    expected = (expected - expected.min()) / np.ptp(expected)
    scores = axis.scores(values)
    index = scaled_index(scores, np.nanmin(scores), np.nanmax(scores))
    assert np.array_equal(np.isfinite(index).ravel(), land)
    assert index[np.isfinite(index)] == pytest.approx(expected)


def test_the_sign_of_the_solver_does_not_matter(monkeypatch):
    parts, mndwi = random_dates()
    values = land_indicators(*parts, mndwi)
    plain, solve = axis_of(values), np.linalg.eigh

    def turned(matrix):
        variances, vectors = solve(matrix)
        return variances, -vectors
    monkeypatch.setattr(ecological_index.np.linalg, 'eigh', turned)
    assert axis_of(values).loadings[:, 0] == pytest.approx(plain.loadings[:, 0])
    assert plain.loadings[0, 0] > 0 > plain.loadings[3, 0]


def test_a_loading_against_its_meaning_is_named():
    t = np.linspace(0, 1, 20)
    values = land_indicators(t, -t, -t, -t)
    assert axis_of(values).against == ['WET']


def test_large_offsets_lose_no_digits():
    parts, _ = random_dates()
    near = land_indicators(*(part[1] for part in parts))
    far = np.concatenate([near[:3], near[3:] + 1e6])
    axis = axis_of(*np.array_split(far, 4, axis=1))
    assert axis.loadings[:, 0] == pytest.approx(axis_of(near).loadings[:, 0], abs=1e-7)


@pytest.mark.parametrize('share', [0.01, 0.25, 0.5, 0.99])
def test_quantiles_in_blocks_equal_those_of_all_cells(share):
    draw = np.random.default_rng(9)
    values = np.array([draw.random(5000), draw.normal(size=5000), draw.exponential(size=5000), 300 + draw.random(5000)])
    values[:, :7] = np.nan
    cells = values[:, 7:]
    low, high = cells.min(axis=1), cells.max(axis=1)
    quantiles = IndicatorQuantiles(low, high)
    for block in np.array_split(values, 3, axis=1):
        quantiles.add(block)
    # The definitions of a quantile differ by less than the distance to the neighbours; a bin adds its own width.
    near = np.quantile(cells, [share - 2 / 5000, share + 2 / 5000], axis=1)
    bins = (high - low) / 20_000
    found = quantiles.at(share)
    assert ((found >= near[0] - bins) & (found <= near[1] + bins)).all()


def test_levels_end_at_fifths():
    assert index_levels(np.array([0, 0.2, 0.2001, 0.6, 0.8, 1, np.nan])).tolist() == [1, 1, 2, 3, 4, 5, 0]


@pytest.mark.parametrize('parts, mndwi, error, message', [
    ([[.1, .2], [1, 2], [3, 4], [5, 5]], None, ValueRangeError, 'LST is 5 in all 2 land cells'),
    ([[.1, .2], [1, 2], [3, 4], [5, 6]], [.3, .1], EmptyInputError, '0 land cells'),
    ([[.1, .2], [1, 2], [3, 4], [5, 6]], [.3, -.1], EmptyInputError, '1 land cells'),
    ([[.1, .2], [2, 1], [3, 4], [6, 5]], None, ParameterError, 'neither better nor worse')])
def test_images_without_an_index(parts, mndwi, error, message):
    with pytest.raises(error, match=message):
        axis_of(land_indicators(*np.array(parts, dtype=float), None if mndwi is None else np.array(mndwi)))


def test_indicators_on_different_grids():
    with pytest.raises(GridMismatchError, match='LST'):
        land_indicators(np.ones(3), np.ones(3), np.ones(3), np.ones(4))
