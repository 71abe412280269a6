"""Windows solved side by side by compiled kernels give what each gives by itself."""

import numpy as np
import pytest

pytest.importorskip('numba')

from ecorestore.ecorestore_plugin.core.checks import never  # noqa: E402
from ecorestore.ecorestore_plugin.core.circuit import omni_compiled, omni_lanes, omni_tiles  # noqa: E402
from ecorestore.ecorestore_plugin.core.circuit.omni_artefacts import artefact_correction  # noqa: E402
from ecorestore.ecorestore_plugin.core.circuit.omni_targets import Window, window_targets  # noqa: E402
from ecorestore.ecorestore_plugin.core.circuit.omni_window import conductors_of  # noqa: E402


def tile_of(shape=(40, 44), neighbours=8, decades=3.0, seed=2):
    random = np.random.default_rng(seed)
    conductance = 10.0 ** random.uniform(-decades, 0, shape)
    conductance[random.random(shape) < 0.3] = 0.0
    strength = random.random(shape)
    window = Window(7.0, 1.0, 3)
    rules = omni_tiles.Rules(window, neighbours, 'conductance', True, False, ())
    tile = omni_tiles.Tile(rules, conductors_of(conductance, neighbours), strength, [],
                           artefact_correction(window, neighbours), never)
    return tile, window_targets(strength, window)


@pytest.mark.parametrize('neighbours', [4, 8])
def test_side_by_side_as_one_by_one(neighbours):
    """With holes that part windows, windows cut by the edge, and more windows than lanes."""
    alone, (targets, amounts) = tile_of(neighbours=neighbours)
    together, _ = tile_of(neighbours=neighbours)
    alone.gather(targets, amounts)
    alone.finish()
    groups = (targets // (15, 18)) @ (1000, 1)
    for group in np.unique(groups):
        together.gather_together(targets[groups == group], amounts[groups == group], omni_compiled)
    together.finish()
    assert together.trouble == []
    np.testing.assert_allclose(together.current, alone.current, rtol=1e-6, atol=1e-8 * alone.current.max())
    np.testing.assert_allclose(together.potential, alone.potential, rtol=1e-9)


def test_more_windows_than_lanes():
    alone, (targets, amounts) = tile_of()
    together, _ = tile_of()
    alone.gather(targets, amounts)
    together.gather_together(targets, amounts, omni_compiled)
    assert len(targets) > omni_lanes.LANES and together.trouble == []
    np.testing.assert_allclose(together.current, alone.current, rtol=1e-6, atol=1e-8 * alone.current.max())


def test_a_stalled_window_is_solved_for_itself_and_listed(monkeypatch):
    alone, (targets, amounts) = tile_of()
    together, _ = tile_of()
    monkeypatch.setattr(omni_lanes, 'MOST_STEPS', 1)
    alone.gather(targets, amounts)
    together.gather_together(targets, amounts, omni_compiled)
    assert together.trouble and all(solved for _, solved, _ in together.trouble)
    assert 'residual' in together.trouble[0][2]
    np.testing.assert_allclose(together.current, alone.current, rtol=1e-5, atol=1e-5 * alone.current.max())


def test_surroundings_that_cannot_be_factorised(monkeypatch):
    from ecorestore.ecorestore_plugin.core.errors import SolverError
    alone, (targets, amounts) = tile_of()
    together, _ = tile_of()

    def broken(matrix):
        raise SolverError('singular')
    monkeypatch.setattr(omni_lanes, '_factor', broken)
    alone.gather(targets, amounts)
    together.gather_together(targets, amounts, omni_compiled)
    assert {reason for _, _, reason in together.trouble} == {'singular'}
    assert (together.current == alone.current).all()


def test_ten_decades_of_resistance():
    alone, (targets, amounts) = tile_of(decades=10.0)
    together, _ = tile_of(decades=10.0)
    alone.gather(targets, amounts)
    together.gather_together(targets, amounts, omni_compiled)
    assert all(solved for _, solved, _ in together.trouble)
    np.testing.assert_allclose(together.current, alone.current, rtol=1e-4, atol=1e-6 * alone.current.max())


def test_the_kernels_agree_on_the_lanes():
    assert omni_lanes.LANES == omni_compiled.LANES >= omni_lanes.GROUP[0] * omni_lanes.GROUP[1]
