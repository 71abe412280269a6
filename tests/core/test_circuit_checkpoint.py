"""Potentials that outlive a run."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.circuit import raster_solver, solver
from ecorestore.ecorestore_plugin.core.circuit.checkpoint import PotentialStore, checkpoint_key
from ecorestore.ecorestore_plugin.core.circuit.raster_solver import focal_sums
from ecorestore.ecorestore_plugin.core.engine import kernels

FOCAL = [np.array([cell]) for cell in (0, 57, 140, 399)]


@pytest.fixture(params=['scipy', 'compiled'])
def path(request, monkeypatch):
    monkeypatch.setattr(kernels, '_state', dict(kernels._state))
    monkeypatch.setattr(raster_solver, 'SMALL', 0)
    if request.param == 'compiled':
        pytest.importorskip('numba', reason='compiled kernels need numba')
        kernels.enter_worker(True)
    return request.param


def conductance():
    return 10.0 ** np.random.default_rng(1).uniform(-2, 0, (20, 20))


def potentials_in(folder):
    return sorted(Path(folder).glob('*.npy'))


def test_a_second_run_solves_nothing(path, tmp_path, monkeypatch):
    first = focal_sums(conductance(), FOCAL, folder=tmp_path)
    assert first.resumed == 0 and len(potentials_in(tmp_path)) == 3
    second = focal_sums(conductance(), FOCAL, folder=tmp_path)
    assert second.resumed == 3 and second.iterations == 0
    np.testing.assert_array_equal(second.current, first.current)
    np.testing.assert_array_equal(second.resistance, first.resistance)


def test_other_input_finds_nothing(path, tmp_path):
    focal_sums(conductance(), FOCAL, folder=tmp_path)
    changed = conductance()
    changed[5, 5] *= 1.001
    assert focal_sums(changed, FOCAL, folder=tmp_path).resumed == 0
    assert focal_sums(conductance(), FOCAL[:3], folder=tmp_path).resumed == 0
    assert focal_sums(conductance(), FOCAL, 4, folder=tmp_path).resumed == 0


@pytest.mark.parametrize('damage', ['cut', 'bit', 'empty', 'lone'])
def test_a_damaged_file_is_computed_again(path, tmp_path, damage):
    first = focal_sums(conductance(), FOCAL, folder=tmp_path)
    victim = potentials_in(tmp_path)[1]
    content = bytearray(victim.read_bytes())
    if damage == 'cut':
        victim.write_bytes(content[:-100])
    elif damage == 'bit':
        content[len(content) // 2] ^= 1
        victim.write_bytes(content)
    elif damage == 'empty':
        victim.write_bytes(b'')
    else:
        victim.with_suffix('.sha256').unlink()
    again = focal_sums(conductance(), FOCAL, folder=tmp_path)
    assert again.resumed == 2
    np.testing.assert_allclose(again.current, first.current, rtol=1e-6, atol=1e-7)
    assert focal_sums(conductance(), FOCAL, folder=tmp_path).resumed == 3


CHILD = """
import importlib.util, os, sys
spec = importlib.util.spec_from_file_location('ecorestore', {root!r} + '/__init__.py',
                                              submodule_search_locations=[{root!r}])
sys.modules['ecorestore'] = importlib.util.module_from_spec(spec)
from ecorestore.ecorestore_plugin.core.circuit import checkpoint, raster_solver
import numpy as np
save = checkpoint.PotentialStore.save
written = []
def save_then_die(self, number, values):
    save(self, number, values)
    written.append(number)
    if len(written) == 2:
        os.kill(os.getpid(), 9)
checkpoint.PotentialStore.save = save_then_die
conductance = 10.0 ** np.random.default_rng(1).uniform(-2, 0, (20, 20))
raster_solver.focal_sums(conductance, [np.array([cell]) for cell in (0, 57, 140, 399)], folder={folder!r})
"""


def test_a_killed_process_is_resumed(tmp_path):
    root = str(Path(solver.__file__).resolve().parents[3])
    done = subprocess.run([sys.executable, '-c', CHILD.format(root=root, folder=str(tmp_path))], check=False,
                          capture_output=True, env={**os.environ, 'PYTHONDONTWRITEBYTECODE': '1'})
    assert done.returncode == -9, done.stderr.decode()
    assert len(potentials_in(tmp_path)) == 2
    resumed = focal_sums(conductance(), FOCAL, folder=tmp_path)
    whole = focal_sums(conductance(), FOCAL)
    assert resumed.resumed == 2
    np.testing.assert_array_equal(resumed.current, whole.current)


def test_clear_removes_the_files_of_this_work_only(tmp_path):
    mine, other = PotentialStore(str(tmp_path), 'mine'), PotentialStore(str(tmp_path), 'other')
    mine.save(1, np.ones(3))
    other.save(1, np.zeros(3))
    mine.clear()
    assert mine.load(1, (3,)) is None and other.load(1, (3,)).tolist() == [0, 0, 0]
    assert other.load(1, (4,)) is None and other.present([1, 2], (3,)) == [1]


def test_keys_tell_input_apart():
    base = checkpoint_key(np.arange(3), 'a', None, {'x': 1.0}, [True])
    assert base == checkpoint_key(np.arange(3), 'a', None, {'x': 1.0}, [True])
    others = [checkpoint_key(np.arange(3.0), 'a', None, {'x': 1.0}, [True]),
              checkpoint_key(np.arange(3), 'a', None, {'x': 2.0}, [True]),
              checkpoint_key(np.arange(3).reshape(3, 1), 'a', None, {'x': 1.0}, [True]),
              checkpoint_key(np.arange(3), 'a', None, {'x': 1.0}, [False])]
    assert len({base, *others}) == 5
    assert checkpoint_key(np.float64(2.0)) == checkpoint_key(2.0)


def test_potentials_larger_than_memory_go_through_files(monkeypatch):
    pytest.importorskip('numba', reason='compiled kernels need numba')
    monkeypatch.setattr(kernels, '_state', dict(kernels._state))
    monkeypatch.setattr(raster_solver, 'SMALL', 0)
    kernels.enter_worker(True)
    inside = focal_sums(conductance(), FOCAL, tolerance=1e-12)
    outside = focal_sums(conductance(), FOCAL, tolerance=1e-12, memory=1000.0)
    np.testing.assert_allclose(outside.current, inside.current, atol=1e-10)
