"""Omnidirectional connectivity against hand calculations and a dense twin that loops over cells."""

import math

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.circuit import omni_tiles
from ecorestore.ecorestore_plugin.core.circuit.graph import conductance_from_resistance
from ecorestore.ecorestore_plugin.core.circuit.omni import omnidirectional, plan_windows
from ecorestore.ecorestore_plugin.core.circuit.omni_artefacts import artefact_correction
from ecorestore.ecorestore_plugin.core.circuit.omni_classes import flow_classes, normalised_current
from ecorestore.ecorestore_plugin.core.circuit.omni_conditions import Condition, most_frequent
from ecorestore.ecorestore_plugin.core.circuit.omni_targets import (
    Window,
    checked_strength,
    checked_window,
    strength_from_resistance,
    window_sources,
    window_targets,
)
from ecorestore.ecorestore_plugin.core.engine import LocalEngine
from ecorestore.ecorestore_plugin.core.errors import (
    CancelledError,
    EmptyInputError,
    GridMismatchError,
    ParameterError,
    SolverError,
    ValueRangeError,
)

# A twin that shares nothing with the code: loops over cells, dense pseudo-inverse.

def twin(conductance, strength, radius, buffer=0.0, block=1, neighbours=8, average='conductance', cell=(1.0, 1.0),
         keep=None, potential=False):
    rows, columns = conductance.shape
    unit = math.sqrt(cell[0] * cell[1])
    half = block // 2
    total = np.zeros(conductance.shape)

    def apart(one, other):
        return math.hypot((one[0] - other[0]) * cell[1], (one[1] - other[1]) * cell[0]) / unit

    cells = [(row, column) for row in range(rows) for column in range(columns)]
    for row in range(half, rows - half, block):
        for column in range(half, columns - half, block):
            target = (row, column)
            own = [place for place in cells if max(abs(place[0] - row), abs(place[1] - column)) <= half]
            amount = sum(strength[place] for place in own)
            inflow = {place: strength[place] for place in cells
                      if apart(place, target) <= radius + 1e-9 and place not in own and strength[place] > 0}
            if not (amount > 0 and inflow):
                continue
            scale = amount / sum(inflow.values())
            inflow = {place: value * scale for place, value in inflow.items()
                      if keep is None or keep(place, target)}
            far_rows, far_columns = (int((radius + buffer) * unit / side + 1e-9) for side in cell[::-1])
            if potential:
                nodes = [place for place in cells
                         if abs(place[0] - row) <= far_rows and abs(place[1] - column) <= far_columns]
            else:
                nodes = [place for place in cells
                         if apart(place, target) <= radius + buffer + 1e-9 and conductance[place] > 0]
            total += one_window(nodes, inflow, target, np.ones_like(conductance) if potential else conductance,
                                neighbours, average, apart)
    return total


def one_window(nodes, inflow, target, conductance, neighbours, average, apart):
    found = np.zeros(conductance.shape)
    if target not in nodes:
        return found
    edges = {}
    for one in nodes:
        for other in nodes:
            steps = abs(one[0] - other[0]), abs(one[1] - other[1])
            if one < other and max(steps) == 1 and (neighbours == 8 or sum(steps) == 1):
                mean = ((conductance[one] + conductance[other]) / 2 if average == 'conductance'
                        else 2 / (1 / conductance[one] + 1 / conductance[other]))
                edges[one, other] = mean / apart(one, other)
    reached, growing = {target}, True
    while growing:
        fresh = {b if a in reached else a for a, b in edges if (a in reached) != (b in reached)}
        growing = bool(fresh)
        reached |= fresh
    order = sorted(reached)
    matrix, flows = np.zeros((len(order),) * 2), np.zeros(len(order))
    for (one, other), g in edges.items():
        if one in reached:
            i, j = order.index(one), order.index(other)
            matrix[[i, j], [i, j]] += g
            matrix[[i, j], [j, i]] -= g
    for place, value in inflow.items():
        if place in reached:
            flows[order.index(place)] = value
    flows[order.index(target)] = -flows.sum()
    voltage = np.linalg.pinv(matrix) @ flows
    for (one, other), g in edges.items():
        if one in reached:
            flow = g * abs(voltage[order.index(one)] - voltage[order.index(other)])
            found[one] += flow / 2
            found[other] += flow / 2
    for place, value in zip(order, flows):
        found[place] += abs(value) / 2
    return found


def landscape(shape=(9, 10), seed=3):
    random = np.random.default_rng(seed)
    resistance = np.exp(random.normal(1.0, 1.5, shape))
    resistance[random.random(shape) < 0.15] = np.nan
    strength = random.random(shape)
    strength[random.random(shape) < 0.3] = 0.0
    return conductance_from_resistance(resistance), strength


# By hand.

def test_three_cells_in_a_row():
    """Targets left, middle, right receive 1 A each: 1 1 0 + 1/2 1 1/2 + 0 1 1."""
    found = omnidirectional(np.ones((1, 3)), np.ones((1, 3)), Window(1.0))
    np.testing.assert_allclose(found.current, [[1.5, 3.0, 1.5]], rtol=1e-12)
    np.testing.assert_allclose(found.potential, found.current, rtol=1e-9)
    assert (found.windows, found.failures) == (3, ())


def test_what_a_barrier_parts_stays_apart():
    conductance = np.array([[1.0, 1.0, 0.0, 1.0]])
    found = omnidirectional(conductance, np.ones((1, 4)), Window(3.0))
    # Target 0 draws 1/3 from cell 1, target 1 likewise from cell 0; 2 is no node, 3 reaches none.
    np.testing.assert_allclose(found.current, [[2 / 3, 2 / 3, 0.0, 0.0]], rtol=1e-12)


def test_flow_potential_ignores_the_landscape():
    conductance, strength = landscape()
    one = omnidirectional(conductance, strength, Window(3.0)).potential
    other = omnidirectional(conductance ** 2, strength, Window(3.0)).potential
    np.testing.assert_allclose(one, other, rtol=1e-12)


# The dense twin.

@pytest.mark.parametrize('options', [
    {}, {'neighbours': 4}, {'average': 'resistance'}, {'cell': (2.0, 1.0)}, {'cell': (1.0, 3.0), 'neighbours': 4}])
@pytest.mark.parametrize('radius, buffer, block', [(3.0, 0.0, 1), (2.5, 1.0, 1), (3.0, 1.0, 3)])
def test_windows_against_the_twin(radius, buffer, block, options):
    conductance, strength = landscape()
    rest = {key: value for key, value in options.items() if key != 'cell'}
    window = Window(radius, buffer, block, options.get('cell', (1.0, 1.0)))
    found = omnidirectional(conductance, strength, window, correct=False, **rest)
    np.testing.assert_allclose(found.current, twin(conductance, strength, radius, buffer, block, **options),
                               rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(
        found.potential, twin(conductance, strength, radius, buffer, block, potential=True, **options), rtol=1e-8)


def test_sparse_factor_against_the_band(monkeypatch):
    from ecorestore.ecorestore_plugin.core.circuit import omni_window
    conductance, strength = landscape()
    band = omnidirectional(conductance, strength, Window(4.0), potential=False).current
    monkeypatch.setattr(omni_window, 'WIDEST_BAND', 0)
    np.testing.assert_allclose(omnidirectional(conductance, strength, Window(4.0), potential=False).current, band,
                               rtol=1e-9)


def test_artefact_correction_is_what_single_cells_would_carry():
    """In equal cells the corrected block carries what its nine cells as targets of their own carry together."""
    window = Window(5.0, 0.0, 3)
    side = 2 * window.reach[0] + 1
    around = window.sources.copy()
    around[5, 5] = False
    alone = twin_of_disc(around, window.conductors, 1.0)
    together = np.zeros((side + 2, side + 2))
    for down in range(3):
        for right in range(3):
            together[down:down + side, right:right + side] += alone
    around[4:7, 4:7] = False
    blocked = twin_of_disc(around, window.conductors, 9.0)
    correction = artefact_correction(window)
    carries = blocked > 1e-6
    np.testing.assert_allclose((correction * blocked)[carries], together[1:-1, 1:-1][carries], rtol=1e-8)
    assert (correction[~window.conductors] == 1).all()


def twin_of_disc(sources, disc, amount):
    nodes = [tuple(place) for place in np.argwhere(disc).tolist()]
    inflow = {tuple(place): amount / sources.sum() for place in np.argwhere(sources).tolist()}
    return one_window(nodes, inflow, (disc.shape[0] // 2,) * 2, np.ones(disc.shape), 8, 'conductance',
                      lambda one, other: math.hypot(one[0] - other[0], one[1] - other[1]))


def test_correction_never_divides_by_noise():
    """With four neighbours the tips of the disc are dead ends, where a quotient of currents means nothing."""
    correction = artefact_correction(Window(5.0, 2.0, 3), neighbours=4)
    assert np.isfinite(correction).all() and correction.max() < 50
    assert (artefact_correction(Window(5.0)) == 1).all()


# Tiles, workers, failures.

def test_tiles_do_not_change_the_sum():
    conductance, strength = landscape((40, 37))
    window = Window(6.0, 1.0, 3)
    whole = omnidirectional(conductance, strength, window, tile=100)
    parts = omnidirectional(conductance, strength, window, tile=7)
    assert len(plan_windows(strength, window, tile=7).tiles) > 20
    np.testing.assert_allclose(parts.current, whole.current, rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(parts.potential, whole.potential, rtol=1e-12)


def test_workers_do_not_change_a_digit():
    conductance, strength = landscape((30, 30))
    here = omnidirectional(conductance, strength, Window(5.0), tile=10)
    engine = LocalEngine(2)
    there = omnidirectional(conductance, strength, Window(5.0), tile=10, engine=engine)
    assert engine.warnings == []
    np.testing.assert_allclose(there.current, here.current, rtol=1e-12, atol=1e-15)


def test_few_results_wait_at_a_time(monkeypatch):
    from ecorestore.ecorestore_plugin.core.circuit import omni
    conductance, strength = landscape((30, 30))
    whole = omnidirectional(conductance, strength, Window(3.0), tile=100).current
    monkeypatch.setattr(omni, 'RESULT_BYTES', 1.0)
    heard = []
    parts = omnidirectional(conductance, strength, Window(3.0), tile=6,
                            progress=lambda fraction, text='', **values: heard.append(fraction)).current
    np.testing.assert_allclose(parts, whole, rtol=1e-12, atol=1e-15)
    assert heard == sorted(heard) and heard[-1] == 1.0


def test_a_window_that_fails_is_listed_and_left_out(monkeypatch):
    conductance, strength = np.ones((5, 5)), np.ones((5, 5))
    real = omni_tiles.direct_voltage

    def broken(edges, reached, given, target):
        if given.shape == (5, 5):  # the middle, whose window is whole
            raise SolverError('singular')
        return real(edges, reached, given, target)
    monkeypatch.setattr(omni_tiles, 'direct_voltage', broken)
    found = omnidirectional(conductance, strength, Window(2.0))
    monkeypatch.undo()
    whole = omnidirectional(conductance, strength, Window(2.0))
    assert [(case.row, case.column, case.solved, case.reason) for case in found.failures] == [(2, 2, False, 'singular')]
    assert whole.current[2, 2] - found.current[2, 2] == pytest.approx(1.0)
    assert whole.potential[2, 2] - found.potential[2, 2] == pytest.approx(1.0)


def test_a_flow_potential_that_stalls_is_solved_directly(monkeypatch):
    from ecorestore.ecorestore_plugin.core.circuit import omni_uniform
    conductance, strength = landscape()
    smooth = omnidirectional(conductance, strength, Window(3.0))
    monkeypatch.setattr(omni_uniform, 'MOST_STEPS', 1)
    stalled = omnidirectional(conductance, strength, Window(3.0))
    assert stalled.failures and all(case.solved for case in stalled.failures)
    np.testing.assert_allclose(stalled.potential, smooth.potential, rtol=1e-8)


def test_extreme_resistances_are_solved_or_listed():
    for decades in (8, 15):
        random = np.random.default_rng(1)
        conductance = 10.0 ** random.uniform(-decades, 0, (20, 20))
        found = omnidirectional(conductance, np.ones((20, 20)), Window(6.0), potential=False)
        assert np.isfinite(found.current).all()
        received = found.windows - sum(not case.solved for case in found.failures)
        assert found.current.sum() > received > 0.9 * found.windows


def test_cancel():
    conductance, strength = landscape()
    with pytest.raises(CancelledError):
        omnidirectional(conductance, strength, Window(3.0), cancelled=lambda: True)


# Targets and sources.

def test_targets_are_the_centres_of_whole_blocks():
    strength = np.arange(35.0).reshape(5, 7)
    targets, amounts = window_targets(strength, Window(4.0, 0.0, 3))
    assert targets.tolist() == [[1, 1], [1, 4]]
    assert amounts.tolist() == [strength[:3, :3].sum(), strength[:3, 3:6].sum()]


def test_sources_share_the_strength_of_the_block():
    strength = np.ones((7, 7))
    found = window_sources(strength, Window(3.0, 1.0, 3), (3, 3), 9.0)
    assert found.sum() == pytest.approx(9.0)
    assert (found[2:5, 2:5] == 0).all() and found[0, 0] == 0 and found[0, 3] > 0


def test_omniscape_leaves_out_another_block_at_the_edge():
    strength = np.ones((7, 7))
    right = window_sources(strength, Window(3.0, 0.0, 3), (1, 1), 9.0)
    quirk = window_sources(strength, Window(3.0, 0.0, 3), (1, 1), 9.0, omniscape_edges=True)
    assert (right[0:3, 0:3] == 0).all() and right[3, 3] > 0
    assert quirk[0, 0] > 0 and quirk[1, 1] == 0 and (quirk[2:5, 2:5] == 0).all()


def test_strength_from_resistance():
    resistance = np.array([[2.0, 5.0, np.nan, 4.0]])
    assert strength_from_resistance(resistance, 4.0).tolist() == [[0.5, 0.0, 0.0, 0.25]]


def test_threshold_and_unknown_strength():
    strength = np.array([[0.5, np.nan, 0.2, 0.19]])
    assert checked_strength(strength, np.ones((1, 4)), 0.2).tolist() == [[0.5, 0.0, 0.2, 0.0]]


# Conditions.

def test_most_frequent_value_and_its_ties():
    assert most_frequent(np.array([3.0, 1.0, 1.0, 3.0, 2.0])) == 1.0  # 1 has two first
    assert most_frequent(np.array([5.0])) == 5.0


def test_within_compares_with_the_median_of_the_block():
    present = np.array([[0.0, 1.0, 2.0, 3.0, 10.0, np.nan]])
    condition = Condition(present, None, 'within', -1.0, 1.0)
    assert condition.value_at((slice(0, 1), slice(1, 4))) == 2.0
    assert condition.met((slice(0, 1), slice(0, 6)), 2.0).tolist() == [[False, True, True, True, False, False]]
    assert not condition.met((slice(0, 1), slice(0, 6)), math.nan).any()
    assert Condition(present, present + 5).value_at((slice(0, 1), slice(0, 1))) == 5.0


def test_conditions_drop_sources_after_sharing():
    conductance, strength = landscape()
    climate = np.random.default_rng(8).normal(size=strength.shape)
    classes = np.random.default_rng(9).integers(0, 2, strength.shape).astype(float)
    found = omnidirectional(conductance, strength, Window(3.0),
                            conditions=[Condition(climate, climate + 0.3, 'within', -0.5, 0.8),
                                        Condition(classes, comparison='equal')])

    def keep(place, target):
        return (-0.5 <= climate[place] - climate[target] - 0.3 <= 0.8) and classes[place] == classes[target]
    np.testing.assert_allclose(found.current, twin(conductance, strength, 3.0, keep=keep), rtol=1e-9, atol=1e-12)


def test_conditions_must_make_sense():
    layer = np.ones((3, 3))
    for condition, error in ((Condition(layer, comparison='like'), ParameterError),
                             (Condition(layer, None, 'within', 1.0, -1.0), ParameterError),
                             (Condition(np.ones((2, 3))), GridMismatchError)):
        with pytest.raises(error):
            omnidirectional(layer, layer, Window(1.0), conditions=[condition])


# Normalised current and its classes.

def test_classes():
    current = np.array([[0.0, 0.69, 0.7, 1.3, 1.7, np.nan, 0.0]])
    potential = np.array([[1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0]])
    normalised = normalised_current(current, potential)
    assert normalised[0, :5].tolist() == [0.0, 0.69, 0.7, 1.3, 1.7] and normalised[0, 6] == 0
    assert flow_classes(normalised).tolist() == [[1, 1, 2, 3, 4, 0, 1]]
    with pytest.raises(ParameterError, match='rising'):
        flow_classes(normalised, (1.0, 0.5, 2.0))


# Bad input.

@pytest.mark.parametrize('radius, buffer, block, message', [
    (0.5, 0, 1, 'at least one cell'), (20, 0, 1, 'larger than the raster of 10 x 12'), (3, -1, 1, '0 or more'),
    (3, 0, 0, 'at least 1'), (3, 0, 5, 'larger than the radius'), (15, 0, 11, 'does not fit'),
    (math.nan, 0, 1, 'at least one cell')])
def test_windows_that_make_no_sense(radius, buffer, block, message):
    with pytest.raises(ParameterError, match=message):
        checked_window(radius, buffer, block, (10, 12))


def test_an_even_block_is_raised():
    assert checked_window(5, 0, 4, (10, 12)).block == 5


def test_one_cell():
    with pytest.raises(ParameterError, match='larger than the raster of 1 x 1'):
        checked_window(5, 0, 1, (1, 1))


def test_no_source_anywhere():
    with pytest.raises(EmptyInputError, match='threshold of 2'):
        checked_strength(np.ones((3, 3)), np.ones((3, 3)), 2.0)
    with pytest.raises(EmptyInputError, match='No cell is a source'):
        checked_strength(np.zeros((3, 3)), np.ones((3, 3)))


def test_sources_outside_every_block():
    strength = np.zeros((5, 5))
    strength[4, 4] = 1.0
    with pytest.raises(EmptyInputError, match='No block of 3 x 3'):
        omnidirectional(np.ones((5, 5)), strength, Window(3.0, 0.0, 3))


def test_strength_that_cannot_be():
    with pytest.raises(ValueRangeError, match='row 0, column 1'):
        checked_strength(np.array([[1.0, -1.0]]), np.ones((1, 2)))
    with pytest.raises(GridMismatchError):
        checked_strength(np.ones((2, 2)), np.ones((1, 2)))


def test_nothing_conducts():
    with pytest.raises(EmptyInputError):
        omnidirectional(np.zeros((3, 3)), np.ones((3, 3)), Window(1.0))
    with pytest.raises(ParameterError):
        omnidirectional(np.ones((3, 3)), np.ones((3, 3)), Window(1.0), neighbours=6)
