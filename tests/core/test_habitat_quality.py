"""Habitat quality against values worked out by hand and against plain loops over every pair of cells."""

import csv
import math

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import (
    CancelledError,
    EmptyInputError,
    GridMismatchError,
    ParameterError,
    TableError,
    ValueRangeError,
)
from ecorestore.ecorestore_plugin.core.sources.habitat_quality import (
    HabitatRun,
    Threat,
    checked_threat,
    habitat_quality,
    match_rasters,
    quality_of,
    rarity,
)
from ecorestore.ecorestore_plugin.core.sources.threat_influence import decay_of, kernel_influence, nearest_influence
from ecorestore.ecorestore_plugin.paths import TABLES


def influence_left(distance, threat):
    if distance > threat.max_distance:
        return 0.0
    share = distance / threat.max_distance
    return 1 - share if threat.decay == 'linear' else math.exp(-2.99 * share)


def nearest_by_loops(intensity, threat, width, height):
    rows, columns = intensity.shape
    found = np.zeros(intensity.shape)
    for r in range(rows):
        for c in range(columns):
            for a in range(rows):
                for b in range(columns):
                    if intensity[a, b] > 0:
                        left = influence_left(math.hypot((r - a) * height, (c - b) * width), threat)
                        found[r, c] = max(found[r, c], left)
    return found


def kernel_by_loops(intensity, threat, width, height):
    rows, columns = intensity.shape
    down, across = int(threat.max_distance // height) + 1, int(threat.max_distance // width) + 1
    total = sum(influence_left(math.hypot(a * height, b * width), threat)
                for a in range(-down, down + 1) for b in range(-across, across + 1))
    found = np.zeros(intensity.shape)
    for r in range(rows):
        for c in range(columns):
            found[r, c] = sum(intensity[a, b] * influence_left(math.hypot((r - a) * height, (c - b) * width), threat)
                              for a in range(rows) for b in range(columns) if intensity[a, b] > 0) / total
    return found


def test_decay_by_hand():
    assert decay_of([0, 250, 500, 500.1], 500, 'linear').tolist() == [1, 0.5, 0, 0]
    assert decay_of([0, 400, 800, 801], 800, 'exponential') == pytest.approx(
        [1, math.exp(-1.495), 0.0502874, 0], abs=1e-7)
    # Just the distance, in spite of rounding.
    assert decay_of(100 * 30.1, 3010, 'exponential') == pytest.approx(0.0502874, abs=1e-7)


@pytest.mark.parametrize('decay', ['linear', 'exponential'])
@pytest.mark.parametrize('width, height', [(10.0, 10.0), (10.0, 25.0)])
@pytest.mark.parametrize('seed', range(3))
def test_influence_is_that_of_plain_loops(decay, width, height, seed):
    draw = np.random.default_rng(seed)
    intensity = np.where(draw.random((9, 7)) < 0.08, draw.random((9, 7)), 0.0)
    intensity[draw.random((9, 7)) < 0.05] = np.nan
    threat = Threat('t', [30.0, 50.0, 400.0][seed], 1.0, decay)
    for whole in (10 ** 6, 1):
        assert nearest_influence(intensity, threat, width, height, cells_at_once=whole) == pytest.approx(
            nearest_by_loops(intensity, threat, width, height), abs=1e-12)
        assert kernel_influence(intensity, threat, width, height, cells_at_once=whole) == pytest.approx(
            kernel_by_loops(intensity, threat, width, height), abs=1e-12)


def test_strips_change_nothing():
    draw = np.random.default_rng(5)
    intensity = (draw.random((900, 12)) < 0.003).astype(float)
    intensity[300:560] = 0
    for influence in (nearest_influence, kernel_influence):
        for reach in (700.0, 20000.0):
            threat = Threat('t', reach, 1.0, 'linear')
            whole = influence(intensity, threat, 100, 80)
            assert influence(intensity, threat, 100, 80, cells_at_once=40) == pytest.approx(whole, abs=1e-12)


def test_strips_of_degradation_are_parts_of_the_whole():
    draw = np.random.default_rng(6)
    shape = 700, 9
    habitat = np.where(draw.random(shape) < 0.1, np.nan, draw.random(shape))
    sensitivities = [draw.random(shape), draw.random(shape)]
    intensities = [draw.random(shape) < 0.01, np.zeros(shape, bool)]
    intensities[1][690, 4] = True
    access = np.where(draw.random(shape) < 0.2, np.nan, draw.random(shape))
    threats = [Threat('a', 300.0, 1.0, 'exponential'), Threat('b', 900.0, 2.0, 'linear')]
    whole = habitat_quality(habitat, sensitivities, threats, intensities, 30, 25, None, access, by_threat=True)
    run = HabitatRun(lambda top, bottom: [layer[top:bottom] for layer in (habitat, *sensitivities)], shape, threats,
                     intensities, 30, 25, access)
    found = list(run.strips(True, cells_at_once=1))
    assert [(start, stop) for start, stop, *_ in found] == [(0, 256), (256, 512), (512, 700)]
    half = run.half_saturation(None)
    assert half == whole.half_saturation
    assert np.array_equal(np.vstack([part for _, _, part, _ in found]), whole.degradation, equal_nan=True)
    assert np.array_equal(np.hstack([own for *_, own in found]), whole.by_threat, equal_nan=True)
    assert np.array_equal(np.vstack([run.quality(start, part, half) for start, _, part, _ in found]), whole.quality,
                          equal_nan=True)
    # Influences worked out on the whole raster at once.
    total = sum(weight / 3 * nearest_influence(intensity, threat, 30, 25) * sensitivity
                for weight, intensity, threat, sensitivity in zip((1, 2), intensities, threats, sensitivities))
    total *= np.where(np.isnan(access), 1, access)
    assert whole.degradation == pytest.approx(np.where(np.isnan(habitat), np.nan, total), abs=1e-14, nan_ok=True)
    for one, other in zip(run.effects(), whole.effects):
        assert (one.cells, one.reached) == (other.cells, other.reached)
        assert one.mean_degradation == pytest.approx(other.mean_degradation)


def test_quality_by_hand():
    """One row: threat a in cell 0 (linear 300 m, weight 1), b in cell 3 (exponential 200 m, weight 3)."""
    habitat = np.array([[1.0, 0.5, 0.0, 0.8, np.nan]])
    a, b = np.array([[1, 0, 0, 0, 0.0]]), np.array([[0, 0, 0, 0.2, 0]])
    sensitivities = [np.array([[1.0, 0.5, 0.5, 0.2, np.nan]]), np.array([[0.4, 0.8, 1.0, 1.0, np.nan]])]
    threats = [Threat('a', 300, 1, 'linear'), Threat('b', 200, 3, 'exponential')]
    access = np.array([[1.0, 0.5, np.nan, 1.0, 1.0]])
    found = habitat_quality(habitat, sensitivities, threats, [a, b], 100, 100, 0.3, access, by_threat=True)
    half = math.exp(-2.99 / 2)
    from_a = [0.25 * 1 * 1, 0.25 * 2 / 3 * 0.5 * 0.5, 0.25 / 3 * 0.5, 0.0]
    from_b = [0.0, 0.75 * math.exp(-2.99) * 0.8 * 0.5, 0.75 * half * 1.0, 0.75]
    damage = np.add(from_a, from_b)
    assert found.degradation[0, :4] == pytest.approx(damage, abs=1e-12)
    assert found.by_threat[0, 0, :4] == pytest.approx(from_a, abs=1e-7)
    assert found.by_threat[1, 0, :4] == pytest.approx(from_b, abs=1e-7)
    expected = [h * (1 - d ** 2.5 / (d ** 2.5 + 0.3 ** 2.5)) for h, d in zip([1, 0.5, 0, 0.8], damage)]
    assert found.quality[0, :4] == pytest.approx(expected, abs=1e-12)
    assert np.isnan(found.quality[0, 4]) and np.isnan(found.degradation[0, 4])
    assert np.isnan(found.by_threat[:, 0, 4]).all()
    first, second = found.effects
    # At 300 m the linear threat has nothing left, and cell 2 is no habitat.
    assert (first.cells, first.reached, second.cells, second.reached) == (1, 2, 1, 2)
    assert first.mean_degradation == pytest.approx(sum(from_a) / 4)
    assert first.share + second.share == pytest.approx(1)
    assert first.share == pytest.approx(sum(from_a) / damage.sum())


def test_half_saturation_halves_the_quality():
    assert quality_of(np.array([0.8]), np.array([0.07]), 0.07) == pytest.approx(0.4)
    ones = np.ones((1, 4))
    threat = [Threat('t', 300, 1, 'linear')]
    found = habitat_quality(ones, [ones], threat, [np.array([[1, 0, 0, 0.0]])], 100, 100, None)
    assert found.half_saturation == 0.5 and found.degradation.max() == 1
    # Without any threat the largest degradation says nothing.
    assert habitat_quality(ones, [ones], threat, [0 * ones], 100, 100, None).quality == pytest.approx(1)


def test_intensity_counts_with_the_kernel_only():
    ones = np.ones((15, 15))
    full = np.zeros((15, 15))
    full[7, 7] = 1
    threat = [Threat('t', 300, 1, 'linear')]
    nearest = [habitat_quality(ones, [ones], threat, [part * full], 100, 100) for part in (1, 0.3)]
    assert (nearest[0].quality == nearest[1].quality).all()
    kernel = [habitat_quality(ones, [ones], threat, [part * full], 100, 100, method='kernel') for part in (1, 0.3)]
    assert kernel[1].degradation == pytest.approx(0.3 * kernel[0].degradation, abs=1e-15)
    # All the threat's influence lies inside the raster, and the kernel shares it out.
    assert kernel[0].degradation.sum() == pytest.approx(1)
    everywhere = habitat_quality(ones, [ones], threat, [ones], 100, 100, method='kernel').degradation
    assert everywhere[7, 7] == pytest.approx(1) and everywhere[0, 0] < 1


def test_a_threat_out_of_reach_and_one_that_is_nowhere():
    habitat = np.array([[1.0, 0, 0, 0, 0]])
    ones = np.ones((1, 5))
    far = np.array([[0, 0, 0, 0, 1.0]])
    found = habitat_quality(habitat, [ones, ones], [Threat('far', 300, 1, 'linear'), Threat('none', 300, 1, 'linear')],
                            [far, 0 * far], 100, 100)
    assert [effect.reached for effect in found.effects] == [0, 0]
    assert found.effects[0].nearest == 400 and math.isnan(found.effects[1].nearest)
    assert found.quality[0, 0] == 1
    bare = habitat_quality(0 * habitat, [ones], [Threat('far', 300, 1, 'linear')], [far], 100, 100)
    assert bare.effects[0].nearest == np.inf and (bare.quality == 0).all()


def test_one_cell_and_larger_reach_than_the_raster():
    one = np.ones((1, 1))
    for method in ('nearest', 'kernel'):
        found = habitat_quality(one, [one], [Threat('t', 1e6, 1, 'exponential')], [one], 1000, 1000, method=method)
        assert 0 < found.degradation[0, 0] <= 1
    assert habitat_quality(one, [one], [Threat('t', 10, 1, 'linear')], [one], 1000, 1000).degradation[0, 0] == 1


def sound():
    ones = np.ones((2, 3))
    return {'habitat': ones, 'sensitivities': [ones], 'threats': [Threat('road', 300, 1, 'linear')],
            'intensities': [ones], 'cell_width': 100, 'cell_height': 100}


@pytest.mark.parametrize('change, error, words', [
    ({'intensities': [np.array([[0, 2, 0], [0, -1, np.nan]])]}, ValueRangeError, 'road: 2 values lie outside 0 to 1'),
    ({'intensities': [np.full((2, 3), np.inf)]}, ValueRangeError, 'road: 6 values'),
    ({'intensities': [np.ones((2, 2))]}, GridMismatchError, '2 x 2'),
    ({'habitat': np.full((2, 3), np.nan)}, EmptyInputError, 'all 6 values are nodata'),
    ({'habitat': np.full((2, 3), 1.5)}, ValueRangeError, 'habitat: 6 values'),
    ({'sensitivities': [np.full((2, 3), 60.0)]}, ValueRangeError, 'road: 6 values'),
    ({'access': np.full((2, 3), 5.0)}, ValueRangeError, 'access: 6 values'),
    ({'threats': []}, ParameterError, 'no threat'),
    ({'threats': [Threat('road', 300, 0, 'linear')]}, ParameterError, 'all 1 threats are 0'),
    ({'intensities': []}, ParameterError, '1 threats, 0 threat rasters'),
    ({'method': 'sum'}, ParameterError, 'no method sum'),
    ({'half_saturation': 0.0}, ValueRangeError, 'half saturation'),
])
def test_bad_input(change, error, words):
    with pytest.raises(error, match=words):
        habitat_quality(**{**sound(), **change})


def test_cancel():
    with pytest.raises(CancelledError):
        habitat_quality(**sound(), cancelled=lambda: True)


@pytest.mark.parametrize('row, words', [
    (('road', 0.0, 1, 'linear'), 'max_dist is 0'), (('road', np.nan, 1, 'linear'), 'max_dist is nan'),
    (('road', 10, -1, 'linear'), 'weight is -1'), (('road', 10, 1, 'square'), 'decay is "square"'),
    (('road', 10, 1, None), 'decay is ""')])
def test_bad_threats(row, words):
    with pytest.raises(TableError, match=words):
        checked_threat(*row)


def test_spellings_of_decay():
    assert checked_threat('道路', 10, 1, ' 指数 ').decay == 'exponential'
    assert checked_threat('x', 10, 1, 'LINEAR').decay == 'linear'


def test_rasters_belong_to_threats():
    threats, files = ['Road', 'rail way', '耕地'], [['thr_road'], [], ['thr_crop']]
    assert match_rasters(threats, files, ['耕地', 'THR_ROAD']) == [1, None, 0]
    assert match_rasters(threats, files, ['a', 'b', 'c']) == [0, 1, 2]
    assert match_rasters(threats, files, ['rail-way']) == [None, 0, None]
    with pytest.raises(ParameterError, match='fit no threat of the table: b'):
        match_rasters(threats, files, ['road', 'b'])
    with pytest.raises(ParameterError, match='fit no threat of the table: a, b'):
        match_rasters(threats, files, ['a', 'b'])
    with pytest.raises(ParameterError, match='More than one raster was given for the threat Road'):
        match_rasters(threats, files, ['road', 'thr_road'])


def test_rarity_by_hand():
    base = np.array([[1, 1, 1, 2], [2, 2, 9, 9]])
    now = np.array([[1, 3, 3, 2], [2, 2, 2, 1]])
    base_known = np.ones(base.shape, bool)
    base_known[1, 3] = False
    found = rarity(now, np.ones(now.shape, bool), base, base_known)
    assert found.codes.tolist() == [1, 2, 3] and found.now.tolist() == [1, 4, 2]
    assert found.baseline.tolist() == [3, 3, 0]
    assert found.values == pytest.approx([1 - 1 / 4, 1 - 4 / 7, 0])
    assert found.cells == pytest.approx(np.array([[.75, 0, 0, 3 / 7], [3 / 7, 3 / 7, 3 / 7, np.nan]]), nan_ok=True)
    with pytest.raises(EmptyInputError):
        rarity(now, np.zeros(now.shape, bool), base, base_known)


def read(name):
    with open(TABLES / name, encoding='utf-8') as file:
        return list(csv.DictReader(file))


def test_shipped_tables_fit_each_other():
    threats = [checked_threat(row['threat'], float(row['max_dist']), float(row['weight']), row['decay'])
               for row in read('habitat_threats.csv')]
    rows = read('habitat_sensitivity.csv')
    assert sorted(int(row['code']) for row in rows) == list(range(1, 10))
    for row in rows:
        assert row['source'] and 0 <= float(row['habitat']) <= 1
        assert all(0 <= float(row[threat.name]) <= 1 for threat in threats)
