"""Resilience indicators, weights and index against plain loops and hand-worked numbers."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.correlation import indicator_correlations
from ecorestore.ecorestore_plugin.core.errors import (
    CancelledError,
    ConsistencyError,
    EmptyInputError,
    GridMismatchError,
    MissingCodeError,
    ParameterError,
    TableError,
    ValueRangeError,
)
from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.core.precision import compact
from ecorestore.ecorestore_plugin.core.quantiles import percentiles
from ecorestore.ecorestore_plugin.core.resilience.index import Arrays, assess, indicator_scale, resilience_index
from ecorestore.ecorestore_plugin.core.resilience.indicators import (
    INDICATORS,
    dryness,
    halo_rows,
    indicator_names,
    missing_layers,
    resilience_indicators,
)
from ecorestore.ecorestore_plugin.core.resilience.landscape import (
    ecological_elasticity,
    land_use_intensity,
    line_density,
    line_length,
    night_light,
    night_light_index,
    population_density,
)
from ecorestore.ecorestore_plugin.core.resilience.weighting import (
    Indicator,
    game_theory_weights,
    indicator_weights,
    read_indicators,
    read_judgements,
    two_level_weights,
)
from ecorestore.ecorestore_plugin.core.vegetation import cover_end_members

nan = np.nan


def windows(shape, size):
    """Every cell with the slices of its window, in plain loops."""
    for row in range(shape[0]):
        for column in range(shape[1]):
            yield (row, column), (slice(max(row - size[0] // 2, 0), row + size[0] // 2 + 1),
                                  slice(max(column - size[1] // 2, 0), column + size[1] // 2 + 1))


@pytest.fixture
def landscape():
    draw = np.random.default_rng(3)
    return draw.integers(1, 5, (9, 12)), draw.random((9, 12)) > 0.3


# Landscape.

def test_elasticity_is_the_share_weighted_score(landscape):
    codes, valid = landscape
    scores = {1: 0.9, 2: 0.5, 3: 0.3, 4: 0.1, 9: 0.8}
    found = ecological_elasticity(codes, valid, scores, (3, 3))
    times = ecological_elasticity(codes, valid, scores, (3, 3), True)
    for cell, window in windows(codes.shape, (3, 3)):
        if valid[cell]:
            members = codes[window][valid[window]]
            kinds, counts = np.unique(members, return_counts=True)
            shares = counts / members.size
            total = sum(scores[int(kind)] * share for kind, share in zip(kinds, shares))
            assert found[cell] == pytest.approx(total)
            diversity = -(shares * np.log(shares)).sum() if members.size >= 4.5 else nan
            assert times[cell] == pytest.approx(total * diversity, nan_ok=True)
        else:
            assert np.isnan(found[cell])


def test_a_closed_forest_is_elastic_unless_multiplied_by_diversity():
    codes, valid = np.full((3, 3), 2), np.ones((3, 3), bool)
    assert ecological_elasticity(codes, valid, {2: 0.9}, (3, 3)) == pytest.approx(0.9)
    assert ecological_elasticity(codes, valid, {2: 0.9}, (3, 3), True)[1, 1] == pytest.approx(0)


def test_land_use_intensity_by_hand():
    codes = np.array([[8, 2, 2]])
    found = land_use_intensity(codes, np.ones((1, 3), bool), {8: 4, 2: 2}, (3, 3))
    assert found == pytest.approx(np.array([[300, 800 / 3, 200]]))
    with pytest.raises(MissingCodeError, match=r'8 \(1\)'):
        land_use_intensity(codes, np.ones((1, 3), bool), {2: 2}, (3, 3))


def test_people_and_light():
    assert population_density([[5, nan]], 100 * 200) == pytest.approx(np.array([[250, nan]]), nan_ok=True)
    assert night_light([[0, np.e - 1, -0.3]]) == pytest.approx(np.array([[0, 1, 0]]))
    with pytest.raises(ValueRangeError):
        population_density([[1]], 0)


def test_night_light_index_by_hand():
    found = night_light_index([[4.0, 0, -0.5, nan]], (1, 3))
    assert found == pytest.approx(np.array([[0.8 * 2 + 0.2 / 2, 0.8 * 4 / 3 + 0.2 / 3, 0, nan]]), nan_ok=True)
    layers = raw()
    made = resilience_indicators(layers, GRID, SCORES, DEGREES, 300, 300, light='index')
    window = layers['nightlight'][1:4, 2:5]
    assert made['night_light'][2, 3] == pytest.approx(0.8 * window.mean() + 0.2 * (window > 0).mean())


def test_dryness_without_rain_is_unknown():
    assert dryness([[800, 800, 800]], [[400, 0, nan]]) == pytest.approx(np.array([[2, nan, nan]]), nan_ok=True)


# Roads.

def test_line_length_by_hand():
    # A west-east line through three cells of 100 x 50 m, entering the raster from outside.
    found = line_length([(-30, 25, 250, 25)], (2, 3), (0, 100, 0, 100, 0, -50))
    assert found == pytest.approx(np.array([[0, 0, 0], [100, 100, 50]]))


def test_line_length_in_every_cell_is_that_of_small_steps():
    draw = np.random.default_rng(5)
    segments = draw.uniform(-50, 350, (20, 4))
    transform, shape = (0, 30, 0, 300, 0, -20), (15, 10)
    expected = np.zeros(shape)
    steps = 20000
    for x1, y1, x2, y2 in segments:
        along = (np.arange(steps) + 0.5) / steps
        column = np.floor((x1 + along * (x2 - x1)) / 30).astype(int)
        row = np.floor((300 - y1 - along * (y2 - y1)) / 20).astype(int)
        for r, c in zip(row, column):
            if 0 <= r < 15 and 0 <= c < 10:
                expected[r, c] += np.hypot(x2 - x1, y2 - y1) / steps
    assert line_length(segments, shape, transform) == pytest.approx(expected, abs=0.1)


def test_line_density_is_km_per_km2():
    valid = np.array([[True, True], [True, False]])
    found = line_density([(0, 1500, 2000, 1500)], valid, (2, 2), (0, 1000, 0, 2000, 0, -1000), (1, 1))
    assert found == pytest.approx(np.array([[1, 1], [0, nan]]), nan_ok=True)
    assert line_density(np.empty((0, 4)), valid, (2, 2), (0, 1, 0, 2, 0, -1), (3, 3))[0, 0] == 0


# All indicators.

def raw(shape=(6, 8)):
    draw = np.random.default_rng(2)
    return {'dem': draw.uniform(0, 900, shape), 'precipitation': draw.uniform(400, 900, shape),
            'temperature': draw.uniform(5, 15, shape), 'et0': draw.uniform(500, 1000, shape),
            'organic_matter': draw.uniform(0.5, 4, shape), 'soil_depth': draw.uniform(100, 2000, shape),
            'erodibility': draw.uniform(0.01, 0.05, shape), 'ndvi': draw.uniform(-0.1, 0.9, shape),
            'population': draw.uniform(0, 50, shape), 'nightlight': draw.uniform(0, 30, shape),
            'landcover': (draw.integers(1, 4, shape), np.ones(shape, bool))}


SCORES, DEGREES = {1: 0.5, 2: 0.9, 3: 0.8}, {1: 3, 2: 2, 3: 2}
GRID = Grid((6, 8), (0.0, 100.0, 0.0, 600.0, 0.0, -100.0))


def test_all_fifteen_indicators_in_order():
    layers = raw()
    found = resilience_indicators(layers, GRID, SCORES, DEGREES, window=300, relief_window=300)
    assert tuple(found) == INDICATORS and len(found) == 15
    assert found['precipitation'] == pytest.approx(layers['precipitation'])
    assert found['dryness'] == pytest.approx(layers['et0'] / layers['precipitation'])
    assert found['night_light'] == pytest.approx(np.log1p(layers['nightlight']))
    assert found['population_density'] == pytest.approx(layers['population'] * 100)
    inside = layers['dem'][1:4, 2:5]
    assert found['relief'][2, 3] == pytest.approx(inside.max() - inside.min())
    assert 0 <= found['vegetation_cover'].min() and found['vegetation_cover'].max() <= 1


def test_roads_replace_land_use_intensity():
    found = resilience_indicators(raw(), GRID, SCORES, DEGREES, 300, 300, roads=[(0, 550, 800, 550)])
    assert tuple(found)[-1] == 'road_density' and len(found) == 15 and 'land_use_intensity' not in found
    assert found['road_density'].max() > 0


def test_missing_layers_are_named():
    layers = raw()
    layers['et0'] = layers['dem'] = None
    found = resilience_indicators(layers, GRID, SCORES, DEGREES, 300, 300)
    given = [name for name, layer in layers.items() if layer is not None]
    missing = missing_layers(indicator_names(), given)
    assert missing == {'elevation': ['dem'], 'slope': ['dem'], 'relief': ['dem'], 'dryness': ['et0']}
    assert [name for name, values in found.items() if values is None] == list(missing)
    own = missing_layers(indicator_names(['slope'], True), given, ['slope'])
    assert list(own) == ['elevation', 'relief', 'dryness']
    with pytest.raises(EmptyInputError):
        resilience_indicators({'dem': None}, GRID, SCORES, DEGREES)


def test_parts_with_their_halo_give_what_the_whole_gives():
    layers, roads = raw(), [(0, 550, 800, 150), (120, 900, 90, -50)]
    whole = resilience_indicators(layers, GRID, SCORES, DEGREES, 500, 300, roads=roads)
    halo, rows = halo_rows(GRID, 500, 300), GRID.rows
    assert halo == 2 and halo_rows(GRID, 100, 900) == 4
    members = cover_end_members(layers['ndvi'])
    for start, stop in ((0, 2), (2, 3), (3, rows)):
        top, bottom = max(0, start - halo), min(rows, stop + halo)
        part = {name: tuple(each[top:bottom] for each in layer) if name == 'landcover' else layer[top:bottom]
                for name, layer in layers.items()}
        found = resilience_indicators(part, GRID.part(top, 0, (bottom - top, GRID.columns)), SCORES, DEGREES, 500, 300,
                                      roads=roads, end_members=members)
        for name, values in found.items():
            assert values[start - top:stop - top] == pytest.approx(whole[name][start:stop], nan_ok=True), name


def test_indicators_refuse_what_cannot_be():
    layers = raw()
    layers['precipitation'][0, 0] = -9999
    with pytest.raises(ValueRangeError, match='precipitation'):
        resilience_indicators(layers, GRID, SCORES, DEGREES)
    layers = raw()
    layers['dem'] = layers['dem'][:3]
    with pytest.raises(GridMismatchError):
        resilience_indicators(layers, GRID, SCORES, DEGREES)


# Normalising.

def test_normalising_clips_and_mirrors():
    values = np.arange(101.0)
    found = indicator_scale(values.copy())
    assert (found.low, found.high, found.state) == (2, 98, 'varies')
    assert found.of(np.array([0, 2, 50, 98, 100, nan])) == pytest.approx([0, 0, 0.5, 1, 1, nan], nan_ok=True)
    assert indicator_scale(values.copy(), -1).of(values[[0, 26, 100]]) == pytest.approx([1, 0.75, 0])
    assert indicator_scale(np.array([3.0, 5.0, 4.0]), 1, (0, 100)).of([3, 5, 4]) == pytest.approx([0, 1, 0.5])


def test_normalising_states():
    assert indicator_scale(np.zeros(0)).state == 'missing'
    constant = indicator_scale(np.array([4.0, 4.0]))
    assert constant.state == 'constant' and np.isnan(constant.of([4.0])).all()
    tail = indicator_scale(np.r_[np.zeros(999), 5.0])
    assert tail.state == 'tail' and tail.high == 5 and tail.of([5.0]) == 1
    with pytest.raises(ParameterError, match='ascend'):
        indicator_scale(np.array([1.0, 2]), clip=(98, 2))


# Weights.

THREE = [Indicator('a', 'land', 1), Indicator('b', 'land', -1), Indicator('c', 'people', 1)]
PROBE = np.array([[.2, 30, 5], [.5, 10, 8], [.9, 20, 2], [.4, 40, 6]])


def probe_bands():
    """The published probe: columns as rasters of 2 x 2."""
    return [column.reshape(2, 2) for column in PROBE.T]


def test_entropy_probe():
    indicators = [Indicator('a', 'x', 1), Indicator('b', 'x', -1), Indicator('c', 'y', 1)]
    found, index, scores = resilience_index(probe_bands(), indicators, 'entropy', clip=(0, 100))
    assert found.weights.weights == pytest.approx([0.377606, 0.331773, 0.290620], abs=1e-5)
    normalised = (PROBE - PROBE.min(0)) / np.ptp(PROBE, axis=0)
    normalised[:, 1] = 1 - normalised[:, 1]
    assert index.ravel() == pytest.approx(normalised @ found.weights.weights, abs=1e-6)
    assert found.means == pytest.approx(normalised.mean(axis=0), abs=1e-6)
    assert found.contributions.sum() == pytest.approx(1)
    assert found.contributions[0] == pytest.approx(
        found.weights.weights[0] * normalised[:, 0].mean() / (normalised @ found.weights.weights).mean(), abs=1e-6)


def test_two_levels_by_hand():
    weights = two_level_weights(THREE, [True] * 3, ['land', 'people'], [0.6, 0.4])
    assert weights == pytest.approx([0.3, 0.3, 0.4])
    assert two_level_weights(THREE, [False, True, True], ['land', 'people'], [0.6, 0.4]) == pytest.approx([0, 0.6, 0.4])
    assert two_level_weights(THREE, [True, True, False], ['land', 'people'], [0.6, 0.4]) == pytest.approx(
        [0.5, 0.5, 0])
    judged = [Indicator('a', 'land', 1, 3), Indicator('b', 'land', 1, 1), Indicator('c', 'people', 1, nan)]
    assert two_level_weights(judged, [True] * 3, ['land', 'people'], [0.6, 0.4]) == pytest.approx([0.45, 0.15, 0.4])


def test_game_theory_combination_solves_its_equations():
    entropy, critic = np.array([.377606, .331773, .290620]), np.array([.358327, .239839, .401834])
    weights, share = game_theory_weights(entropy, critic)
    matrix = np.array([[entropy @ entropy, entropy @ critic], [critic @ entropy, critic @ critic]])
    solved = np.linalg.solve(matrix, np.diag(matrix))
    assert share == pytest.approx(solved / solved.sum())
    assert weights == pytest.approx(share[0] * entropy + share[1] * critic, abs=1e-5)
    assert game_theory_weights(entropy, entropy)[1] == (0.5, 0.5)
    # Coefficient of the first: |u|^2 |v|^2 - (u.v)|v|^2 < 0 here, so the mean is taken.
    assert game_theory_weights([0.4, 0.6], [0.05, 0.95])[1] == (0.5, 0.5)


def test_ahp_of_perspectives():
    found = indicator_weights('ahp', THREE, [True] * 3, None, [[1, 3], [1 / 3, 1]])
    assert found.weights == pytest.approx([0.375, 0.375, 0.25])
    assert found.consistency_ratio == 0 and found.entropy is None
    three = [Indicator(name, name, 1) for name in 'abc']
    with pytest.raises(ConsistencyError):
        indicator_weights('ahp', three, [True] * 3, None, [[1, 9, 1 / 9], [1 / 9, 1, 9], [9, 1 / 9, 1]])


def test_equal_and_listed_weights():
    assert indicator_weights('equal', THREE, [True, False, True], None).weights == pytest.approx([0.5, 0, 0.5])
    listed = [Indicator('a', 'x', 1, 1), Indicator('b', 'x', 1, 2), Indicator('c', 'y', 1, 1)]
    assert indicator_weights('table', listed, [True] * 3, None).weights == pytest.approx([0.25, 0.5, 0.25])
    with pytest.raises(ParameterError, match='leaves 3 weights open'):
        indicator_weights('table', THREE, [True] * 3, None)
    with pytest.raises(EmptyInputError, match='None of the 3'):
        indicator_weights('equal', THREE, [False] * 3, None)
    with pytest.raises(ParameterError, match='no weighting method'):
        indicator_weights('magic', THREE, [True] * 3, None)


# The index.

def test_constant_and_missing_layers_get_no_weight():
    bands = [np.array([[0.0, 1, 2]]), np.full((1, 3), 4.0), np.full((1, 3), nan)]
    found, index, scores = resilience_index(bands, THREE, 'equal', clip=(0, 100))
    assert found.weights.weights.tolist() == [1, 0, 0]
    assert index == pytest.approx(np.array([[0, 0.5, 1]]))
    assert [scale.state for scale in found.scales] == ['varies', 'constant', 'missing']
    assert np.isnan(scores[1]).all() and found.incomplete == 0


def test_incomplete_cells_are_scaled_up_or_left_out():
    bands = [np.array([[0.0, 1, nan, nan]]), np.array([[1.0, 0, 0.25, nan]]), np.array([[0.0, 1, 0.5, 1]])]
    found, index, scores = resilience_index(bands, THREE, 'equal', clip=(0, 100), minimum_known=0.6)
    # Directions +, -, +: the third cell knows (1 - 0.25) and 0.5.
    assert index == pytest.approx(np.array([[0, 1, 0.625, nan]]), nan_ok=True)
    assert found.incomplete == 1 and found.perspective_names == ['land', 'people']
    assert scores[0] == pytest.approx(np.array([[0, 1, 0.75, nan]]), nan_ok=True)
    _, strict, _ = resilience_index(bands, THREE, 'equal', clip=(0, 100), minimum_known=1)
    assert np.isnan(strict).tolist() == [[False, False, True, True]]


def test_geometric_mean_of_perspectives_is_the_health_index():
    """Vigour, organisation of three parts and resilience with a third of the weight each: (V O R)^(1/3)."""
    draw = np.random.default_rng(2)
    rows = [Indicator('v', 'vigour', 1, 1 / 3), Indicator('shdi', 'organisation', 1, 0.5 / 3),
            Indicator('ai', 'organisation', 1, 0.25 / 3), Indicator('cohesion', 'organisation', 1, 0.25 / 3),
            Indicator('r', 'resilience', 1, 1 / 3)]
    bands = draw.random((5, 6, 7))
    bands[:, 0, 0], bands[:, 0, 1] = 0, 1
    _, index, scores = resilience_index(list(bands), rows, 'table', clip=(0, 100), aggregation='geometric')
    organisation = 0.5 * bands[1] + 0.25 * bands[2] + 0.25 * bands[3]
    assert scores[1] == pytest.approx(organisation, abs=1e-6)
    assert index == pytest.approx((bands[0] * organisation * bands[4]) ** (1 / 3), abs=1e-6)
    bands[0, 3, 3] = nan
    _, index, _ = resilience_index(list(bands), rows, 'table', clip=(0, 100), aggregation='geometric',
                                   minimum_known=0.6)
    assert index[3, 3] == pytest.approx(np.sqrt(organisation[3, 3] * bands[4, 3, 3]), abs=1e-6)
    with pytest.raises(ParameterError, match='no way product'):
        resilience_index(list(bands), rows, 'table', aggregation='product')


def test_combined_lies_between_its_parts():
    draw = np.random.default_rng(8)
    bands = [draw.random((20, 20)), draw.random((20, 20)) ** 3, draw.random((20, 20))]
    found, index, scores = resilience_index(bands, THREE, 'combined', [[1, 2], [0.5, 1]])
    low = np.minimum(found.weights.ahp, found.weights.entropy)
    high = np.maximum(found.weights.ahp, found.weights.entropy)
    assert ((found.weights.weights >= low - 1e-12) & (found.weights.weights <= high + 1e-12)).all()
    assert found.weights.weights.sum() == pytest.approx(1)
    assert 0 <= np.nanmin(index) and np.nanmax(index) <= 1


@pytest.mark.parametrize('limit', [1000000, 37])
def test_blocks_of_rows_give_what_the_whole_gives(limit, monkeypatch):
    monkeypatch.setattr('ecorestore.ecorestore_plugin.core.resilience.index.SAMPLE', limit)
    draw = np.random.default_rng(9)
    bands = [np.where(draw.random((23, 11)) < 0.1, nan, draw.lognormal(size=(23, 11))) for _ in THREE]
    whole, index, scores = resilience_index(bands, THREE, 'combined_all', [[1, 2], [0.5, 1]])
    parts = Arrays(bands)
    parts.spans = [(0, 5), (5, 6), (6, 20), (20, 23)]
    rows = {}
    found = assess(parts, THREE, lambda start, *layers: rows.update({start: layers}), 'combined_all',
                   [[1, 2], [0.5, 1]])
    assert np.concatenate([rows[start][0] for start, _ in parts.spans]) == pytest.approx(index, abs=1e-7, nan_ok=True)
    assert np.concatenate([rows[start][1] for start, _ in parts.spans], axis=1) == pytest.approx(
        scores, abs=1e-7, nan_ok=True)
    assert found.weights.weights.tolist() == whole.weights.weights.tolist()
    assert found.correlations.vif.tolist() == whole.correlations.vif.tolist()
    for key in ('means', 'contributions', 'mean', 'perspective_means', 'cells', 'incomplete'):
        assert getattr(found, key) == pytest.approx(getattr(whole, key))
    assert whole.mean == pytest.approx(np.nanmean(index), rel=1e-6) and whole.cells == np.isfinite(index).sum()
    assert whole.perspective_means == pytest.approx([np.nanmean(layer) for layer in scores], rel=1e-6)


@pytest.mark.parametrize('shares', [(0, 100), (2, 98), (50, 51)])
def test_percentiles_are_those_of_numpy(shares):
    draw = np.random.default_rng(3)
    for values in (draw.normal(size=1), draw.normal(size=1001), draw.integers(0, 5, 64).astype(np.float32)):
        assert percentiles(values.copy(), shares) == pytest.approx(np.percentile(values.astype(float), shares))
    assert compact(np.array([0.5, 3])).dtype == np.float32 and compact(np.array([0.1, 3])).dtype == float


def test_correlations_and_vif():
    draw = np.random.default_rng(4)
    a, b = draw.normal(size=500), draw.normal(size=500)
    found = indicator_correlations(np.column_stack([a, b, 2 * a - 1, np.ones(500)]), [True] * 4)
    assert found.matrix[0, 2] == pytest.approx(1) and found.matrix[0, 1] == pytest.approx(np.corrcoef(a, b)[0, 1])
    assert np.isinf(found.vif[[0, 2]]).all() and found.vif[1] == pytest.approx(1, abs=0.05) and np.isnan(found.vif[3])
    two = indicator_correlations(np.column_stack([a, a + b]), [True, True])
    assert two.vif == pytest.approx([1 / (1 - np.corrcoef(a, a + b)[0, 1] ** 2)] * 2)


def test_index_says_what_is_wrong():
    with pytest.raises(ParameterError, match='2 bands for 3'):
        resilience_index([np.ones((2, 2))] * 2, THREE, 'equal')
    with pytest.raises(GridMismatchError):
        resilience_index([np.ones((2, 2)), np.ones((2, 2)), np.ones((2, 3))], THREE, 'equal')
    apart = [np.array([[0.0, 1, nan, nan]]), np.array([[nan, nan, 0, 1.0]]), np.full((1, 4), nan)]
    with pytest.raises(EmptyInputError, match='No cell knows enough'):
        resilience_index(apart, THREE, 'equal', clip=(0, 100))
    with pytest.raises(CancelledError):
        resilience_index(probe_bands(), THREE, 'equal', cancelled=lambda: True)


# Tables.

def test_reading_the_indicator_table():
    found = read_indicators([{'indicator': 'slope', 'perspective': 'terrain', 'direction': '-', 'weight': None},
                             {'indicator': 'rain', 'perspective': 'water', 'direction': '+', 'weight': '0.5'}])
    assert [(row.name, row.direction) for row in found] == [('slope', -1), ('rain', 1)]
    assert np.isnan(found[0].weight) and found[1].weight == 0.5
    good = {'indicator': 'slope', 'perspective': 'terrain', 'direction': '-'}
    for change, message in (({'direction': 'down'}, 'direction is "down"'), ({'perspective': ''}, 'filled in'),
                            ({'weight': 'x'}, 'no number'), ({'weight': '-1'}, 'no number')):
        with pytest.raises(TableError, match=message):
            read_indicators([{**good, **change}])
    with pytest.raises(TableError, match='listed twice'):
        read_indicators([good, good])
    with pytest.raises(EmptyInputError):
        read_indicators([])


def test_reading_the_judgements():
    rows = [{'perspective': 'a', 'a': '1', 'b': '1/3'}, {'perspective': 'b', 'a': '3', 'b': '1'}]
    assert read_judgements(rows, ['b', 'a']) == pytest.approx(np.array([[1, 3], [1 / 3, 1]]))
    with pytest.raises(TableError, match='lacks the row'):
        read_judgements(rows, ['a', 'c'])
    with pytest.raises(TableError, match='must be a number'):
        read_judgements([{'perspective': 'a', 'a': '1/0'}], ['a'])
