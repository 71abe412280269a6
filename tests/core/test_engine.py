"""The engine: same results everywhere, and no loss, hang or left-over file whatever goes wrong."""

import importlib
import importlib.util
import json
import os
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.engine import (
    DaskEngine,
    InProcessEngine,
    LocalEngine,
    available_memory,
    check_capacity,
    choose_engine,
    compiled_kernels,
    compiled_kernels_available,
    in_worker,
    interpreters,
    local,
    team,
)
from ecorestore.ecorestore_plugin.core.engine.kernels import _spared
from ecorestore.ecorestore_plugin.core.engine.memory import readable_bytes, readable_seconds
from ecorestore.ecorestore_plugin.core.errors import (
    CancelledError,
    CapacityError,
    DependencyError,
    EmptyInputError,
    WorkerError,
)
from ecorestore.tests.core import engine_tasks

VALUES = np.arange(10.0)
TOTALS = [0.0, 0.0, 2.0, 6.0, 12.0, 20.0]  # twice 0, 0, 0+1, 0+1+2, ...
ROOT = Path(__file__).resolve().parent.parent.parent
REGISTER = f"""
import importlib.util, sys
spec = importlib.util.spec_from_file_location('ecorestore', {str(ROOT / '__init__.py')!r},
                                              submodule_search_locations=[{str(ROOT)!r}])
sys.modules['ecorestore'] = importlib.util.module_from_spec(spec)
from ecorestore.ecorestore_plugin.core.engine import LocalEngine
from ecorestore.tests.core import engine_tasks
"""
HAS_NUMBA = importlib.util.find_spec('numba') is not None


@pytest.fixture
def engine(tmp_path):
    yield LocalEngine(2, folder=tmp_path)
    assert left_in(tmp_path) == []


def left_in(folder):
    return [path.name for path in folder.iterdir() if path.name.startswith('ecorestore-')]


class Log:
    """Remembers progress."""

    def __init__(self):
        self.fractions = []
        self.texts = []

    def __call__(self, fraction, text='', **values):
        self.fractions.append(fraction)
        if text:
            self.texts.append(text.format(**values))


class TestResults:
    def test_in_process(self):
        assert InProcessEngine().map(engine_tasks.total, range(6), {'values': VALUES, 'factor': 2.0}) == TOTALS

    def test_workers_give_the_same(self, engine):
        assert engine.map(engine_tasks.total, range(6), {'values': VALUES, 'factor': 2.0}) == TOTALS
        assert engine.warnings == []

    def test_order_is_that_of_the_tasks(self, engine):
        results = engine.map(engine_tasks.slowest_first, range(8))
        assert [number for number, _ in results] == list(range(8))
        assert len({process for _, process in results}) == 2
        assert os.getpid() not in {process for _, process in results}

    def test_no_tasks(self, engine):
        assert engine.map(engine_tasks.total, []) == []
        assert InProcessEngine().map(engine_tasks.total, []) == []

    def test_tasks_may_come_from_a_generator(self, engine):
        assert engine.map(engine_tasks.total, (n for n in range(6)), {'values': VALUES, 'factor': 2.0}) == TOTALS

    @pytest.mark.parametrize('make', [InProcessEngine, lambda: LocalEngine(2)])
    def test_progress_rises_to_one(self, make):
        log = Log()
        make().map(engine_tasks.total, range(5), {'values': VALUES}, progress=log)
        assert log.fractions == pytest.approx([0.2, 0.4, 0.6, 0.8, 1.0])
        assert log.texts == []

    def test_large_results_come_back(self, engine):
        array, = engine.map(engine_tasks.grown, [3_000_000])
        assert array.shape == (3_000_000,) and array[-1] == 2_999_999

    def test_workers_stay_within_a_with_block(self, tmp_path):
        with LocalEngine(2, folder=tmp_path) as engine:
            first = {process for _, process in engine.map(engine_tasks.slowest_first, range(4))}
            second = {process for _, process in engine.map(engine_tasks.slowest_first, range(4))}
            assert engine.map(engine_tasks.total, range(6), {'values': VALUES, 'factor': 2.0}) == TOTALS
        assert second <= first
        assert left_in(tmp_path) == []

    def test_called_from_a_thread_as_qgis_does(self, engine):
        results = []
        thread = threading.Thread(target=lambda: results.extend(
            engine.map(engine_tasks.total, range(6), {'values': VALUES, 'factor': 2.0})))
        thread.start()
        thread.join(60)
        assert results == TOTALS

    def test_two_engines_at_once(self, tmp_path):
        results = {}

        def work(name):
            results[name] = LocalEngine(2, folder=tmp_path).map(
                engine_tasks.total, range(6), {'values': VALUES, 'factor': 2.0})

        threads = [threading.Thread(target=work, args=(name,)) for name in 'ab']
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert results == {'a': TOTALS, 'b': TOTALS}


class TestSharedArrays:
    @pytest.mark.parametrize('array', [
        np.arange(12.0).reshape(3, 4), np.asfortranarray(np.arange(12.0).reshape(3, 4)),
        np.arange(24, dtype=np.int32)[::2], np.zeros((0, 4)), np.array(2.5), np.ones((2, 2), bool),
    ], ids=['c', 'fortran', 'strided', 'empty', 'scalar', 'boolean'])
    def test_mapped_and_read_only(self, engine, array):
        seen, = engine.map(engine_tasks.describe, [0], {'values': array})
        assert seen['mapped'] and not seen['writeable'] and seen['type'] == 'ndarray'
        assert seen['dtype'] == str(array.dtype) and seen['sum'] == array.sum()
        assert seen['fortran'] == array.flags.f_contiguous or array.ndim < 2

    @pytest.mark.parametrize('make', [InProcessEngine, lambda: LocalEngine(2)])
    def test_writing_fails_in_both_engines(self, make):
        values = VALUES.copy()
        with pytest.raises((ValueError, WorkerError), match='read-only'):
            make().map(engine_tasks.write, [5], {'values': values})
        assert values[0] == 0 and values.flags.writeable

    def test_objects_are_sent(self, engine):
        names = np.array(['a', 'bb'], dtype=object)
        assert engine.map(engine_tasks.joined, [0], {'names': names, 'glue': '-'}) == ['a-bb']

    def test_masked_array_keeps_its_mask(self, engine):
        values = np.ma.masked_array([1.0, 2.0, 4.0], [False, True, False])
        assert engine.map(engine_tasks.total, [3], {'values': values}) == [5.0]

    def test_folder_with_spaces_and_chinese(self, tmp_path):
        folder = tmp_path / '测试 数据.v1'
        folder.mkdir()
        engine = LocalEngine(2, folder=folder)
        assert engine.map(engine_tasks.total, range(6), {'values': VALUES, 'factor': 2.0}) == TOTALS
        assert engine.warnings == [] and list(folder.iterdir()) == []

    def test_no_room_for_the_files(self, tmp_path, monkeypatch):
        def full(*arguments, **options):
            raise OSError(28, 'No space left on device')

        monkeypatch.setattr(team.np, 'save', full)
        engine = LocalEngine(2, folder=tmp_path)
        assert engine.map(engine_tasks.total, range(6), {'values': VALUES, 'factor': 2.0}) == TOTALS
        assert 'No space left' in str(engine.warnings[0])
        assert left_in(tmp_path) == []


class TestWorkersThatDie:
    def test_one_leaves(self, engine):
        log = Log()
        assert engine.map(engine_tasks.die_by_exit, range(8), progress=log) == [n * 10 for n in range(8)]
        assert len(engine.warnings) == 1
        assert 'exit code 5' in log.texts[0] and 'task 4' in log.texts[0]
        assert log.fractions[-1] == pytest.approx(1.0) and log.fractions == sorted(log.fractions)

    @pytest.mark.skipif(os.name == 'nt', reason='no signals on Windows')
    def test_all_are_killed(self, engine):
        assert engine.map(engine_tasks.die_by_kill, range(8)) == [n * 10 for n in range(8)]
        assert all('exit code -9' in str(warning) for warning in engine.warnings)

    def test_none_survives_its_first_task(self, engine):
        assert engine.map(engine_tasks.die_always, range(5)) == [1, 2, 3, 4, 5]
        assert len(engine.warnings) == 2

    def test_new_workers_after_a_death(self, tmp_path):
        with LocalEngine(2, folder=tmp_path) as engine:
            engine.map(engine_tasks.die_always, range(2))
            results = engine.map(engine_tasks.slowest_first, range(4))
        assert os.getpid() not in {process for _, process in results}

    def test_killed_from_outside(self, tmp_path, engine):
        numbers = tmp_path / 'numbers'
        numbers.mkdir()

        def kill():
            while not any(numbers.iterdir()):
                time.sleep(0.02)
            os.kill(int(next(numbers.iterdir()).name), 9)

        thread = threading.Thread(target=kill)
        thread.start()
        assert engine.map(engine_tasks.stay_in_worker, [1], {'folder': str(numbers)}) == ['here']
        thread.join(5)
        assert len(engine.warnings) == 1

    def test_wrong_executable(self, tmp_path):
        log = Log()
        engine = LocalEngine(2, folder=tmp_path, python=str(tmp_path / 'no-such-python'))
        assert engine.map(engine_tasks.total, range(6), {'values': VALUES, 'factor': 2.0}, progress=log) == TOTALS
        assert 'no-such-python' in log.texts[0]
        assert left_in(tmp_path) == []

    @pytest.mark.skipif(os.name == 'nt', reason='a shell script stands in for Python')
    def test_executable_that_never_answers(self, tmp_path):
        script = tmp_path / 'python3'
        script.write_text('#!/bin/sh\nexec sleep 60\n')
        script.chmod(0o755)
        engine = LocalEngine(2, folder=tmp_path, python=str(script), patience=0.5)
        assert engine.map(engine_tasks.total, range(6), {'values': VALUES, 'factor': 2.0}) == TOTALS
        assert 'no answer' in str(engine.warnings[0])

    def test_another_python_is_turned_down(self):
        assert team.unsuitable(('hello', {'version': sys.version_info[:2], 'numpy': np.__version__})) == ''
        assert '2.7' in team.unsuitable(('hello', {'version': (2, 7), 'numpy': np.__version__}))
        assert '1.0' in team.unsuitable(('hello', {'version': sys.version_info[:2], 'numpy': '1.0'}))
        assert team.unsuitable(('unable', 'ImportError: numpy\n')) == 'ImportError: numpy'

    def test_the_next_candidate_is_tried(self, tmp_path, monkeypatch):
        right = interpreters()
        monkeypatch.setattr(team, 'interpreters', lambda: [str(tmp_path / 'wrong'), *right])
        engine = LocalEngine(2, folder=tmp_path)
        assert engine.map(engine_tasks.total, range(6), {'values': VALUES, 'factor': 2.0}) == TOTALS
        assert engine.warnings == []

    def test_function_no_worker_can_import(self, engine, monkeypatch):
        function = type(engine_tasks.total)(engine_tasks.total.__code__, engine_tasks.total.__globals__, 'lonely')
        function.__defaults__, function.__module__, function.__qualname__ = (None, 1.0), 'lonely', 'lonely'
        monkeypatch.setitem(sys.modules, 'lonely', type(sys)('lonely'))
        sys.modules['lonely'].lonely = function
        assert engine.map(function, range(6), {'values': VALUES, 'factor': 2.0}) == TOTALS
        assert 'lonely' in str(engine.warnings[0])


class TestStart:
    def test_the_worker_that_was_started_does_the_work(self, engine):
        engine.start((engine_tasks.__name__, 'warm_up'))
        (warmed, number), = engine.map(engine_tasks.warmth, [1])
        assert warmed == str(number) and not engine.warnings
        # Without it, and with more workers than the one.
        assert engine.map(engine_tasks.warmth, [1])[0][0] is None
        engine.start()
        assert engine.map(engine_tasks.total, range(6), {'values': VALUES, 'factor': 2.0}) == TOTALS

    def test_it_ends_unused(self, engine):
        engine.start()
        member = engine._team._first
        engine.close()
        assert not member.process.is_alive()
        with engine:
            engine.start()
            member = engine._team._first
        assert not member.process.is_alive()

    def test_it_may_wait_longer_than_a_start_may_take(self, tmp_path):
        engine = LocalEngine(1, folder=tmp_path, patience=30.0)
        engine.start()
        engine._team._first.started -= 60
        assert engine.map(engine_tasks.total, [2], {'values': VALUES}) == [1.0] and not engine.warnings

    def test_what_fails_is_left_to_the_task(self, engine, tmp_path):
        engine.start((engine_tasks.__name__, 'fail_to_warm_up'))
        assert engine.map(engine_tasks.total, [2], {'values': VALUES}) == [1.0] and not engine.warnings
        wrong = LocalEngine(1, folder=tmp_path, python=str(tmp_path / 'no-such-python'))
        wrong.start()
        assert wrong.map(engine_tasks.total, [2], {'values': VALUES}) == [1.0] and len(wrong.warnings) == 1

    def test_others_have_nothing_to_start(self):
        InProcessEngine().start()


class YesAfter:
    """A cancelled callable that says yes after it was asked ``often`` times."""

    def __init__(self, often):
        self.often = often
        self.asked = 0

    def __call__(self):
        self.asked += 1
        return self.asked > self.often


class TestCancel:
    @pytest.mark.parametrize('task', [engine_tasks.slow, engine_tasks.stubborn])
    def test_ends_when_asked(self, engine, task):
        """The tasks take a minute and more; the engine asks some twenty times a second and ends at the first yes."""
        cancelled = YesAfter(10)
        with pytest.raises(CancelledError):
            engine.map(task, range(4), {}, cancelled=cancelled)
        assert cancelled.asked == 11

    def test_before_the_start(self, engine):
        for any_engine in (engine, InProcessEngine()):
            with pytest.raises(CancelledError):
                any_engine.map(engine_tasks.slow, [1], cancelled=lambda: True)

    def test_while_workers_start(self, tmp_path, monkeypatch):
        monkeypatch.setattr(team, '_trusted', {})
        script = tmp_path / 'python3'
        script.write_text('#!/bin/sh\nexec sleep 60\n')
        script.chmod(0o755)
        cancelled = YesAfter(5)
        with pytest.raises(CancelledError):
            LocalEngine(2, folder=tmp_path, python=str(script)).map(engine_tasks.slow, [1], cancelled=cancelled)
        assert cancelled.asked == 6
        assert left_in(tmp_path) == []

    def test_a_function_in_process_is_given_the_callable(self, engine):
        assert InProcessEngine().map(engine_tasks.asks_to_stop, [1]) == [True]
        assert engine.map(engine_tasks.asks_to_stop, [1]) == [True]


class TestFailures:
    @pytest.mark.parametrize('make', [InProcessEngine, lambda: LocalEngine(2)])
    def test_our_errors_arrive_as_they_were(self, make):
        with pytest.raises(EmptyInputError) as caught:
            make().map(engine_tasks.known_failure, range(5))
        assert caught.value.template == '{name} holds no data: all {count} values are nodata.'
        assert str(caught.value) == 'dem holds no data: all 7 values are nodata.'

    def test_other_errors_bring_their_traceback(self, engine):
        with pytest.raises(WorkerError) as caught:
            engine.map(engine_tasks.unknown_failure, [1])
        assert 'ZeroDivisionError' in str(caught.value) and 'unknown_failure' in str(caught.value)

    def test_cancelled_inside_a_task(self, engine):
        with pytest.raises(CancelledError):
            engine.map(engine_tasks.cancelled_failure, [1])

    @pytest.mark.parametrize('make', [InProcessEngine, lambda: LocalEngine(2)])
    def test_out_of_memory_gives_advice(self, make):
        with pytest.raises(CapacityError, match='coarser cells'):
            make().map(engine_tasks.memory_failure, [1])

    def test_result_that_cannot_be_sent(self, engine):
        with pytest.raises(WorkerError, match='lambda|local object'):
            engine.map(engine_tasks.unsendable, [1])

    def test_task_that_cannot_be_sent(self, engine):
        with pytest.raises((AttributeError, TypeError), match='lambda|local object'):
            engine.map(engine_tasks.total, [lambda: 1], {'values': VALUES})

    def test_the_engine_works_after_a_failure(self, tmp_path):
        with LocalEngine(2, folder=tmp_path) as engine:
            with pytest.raises(EmptyInputError):
                engine.map(engine_tasks.known_failure, range(5))
            assert engine.map(engine_tasks.total, range(6), {'values': VALUES, 'factor': 2.0}) == TOTALS


class TestSurroundings:
    def test_a_worker_is_bare(self, engine):
        seen, = engine.map(engine_tasks.surroundings, [0])
        assert seen['worker'] and seen['main'] is None and seen['modules'] == []
        assert seen['version'] == tuple(sys.version_info[:2])
        assert os.access(seen['cache'], os.W_OK)

    def test_threads_share_the_cores(self, engine):
        one, = engine.map(engine_tasks.surroundings, [0])
        both = engine.map(engine_tasks.surroundings, [0, 1])
        assert int(one['threads']) == local.usable_cores()
        assert {int(seen['threads']) for seen in both} == {max(1, local.usable_cores() // 2)}

    def test_not_in_a_worker_here(self):
        assert not in_worker() and not compiled_kernels_available()

    def test_a_script_is_not_run_again(self, tmp_path):
        """The classic trap: a spawned process re-imports the parent's main module."""
        script = tmp_path / 'script.py'
        script.write_text(
            "print('main runs')" + REGISTER + 'print(LocalEngine(2).map(engine_tasks.die_always, [1, 2]))',
            encoding='utf-8')
        run = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=120)
        assert run.stdout.split('\n') == ['main runs', '[2, 3]', ''], run.stderr

    @pytest.mark.skipif(os.name == 'nt', reason='processes are looked up by signal 0')
    def test_workers_and_files_go_when_the_parent_is_killed(self, tmp_path):
        files, numbers = tmp_path / 'files', tmp_path / 'numbers'
        files.mkdir(), numbers.mkdir()
        script = tmp_path / 'script.py'
        script.write_text(REGISTER + textwrap.dedent(f'''
            import numpy
            LocalEngine(2, folder={str(files)!r}).map(
                engine_tasks.report_process, [1, 2], {{'folder': {str(numbers)!r}, 'array': numpy.ones(9)}})
        '''), encoding='utf-8')
        parent = subprocess.Popen([sys.executable, str(script)])
        wait_until(lambda: len(list(numbers.iterdir())) == 2)
        parent.kill()
        parent.wait()
        wait_until(lambda: not any(alive(int(path.name)) for path in numbers.iterdir()))
        wait_until(lambda: list(files.iterdir()) == [])


def wait_until(condition, seconds=30):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def alive(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f'/proc/{process}/stat')
    return not (state.exists() and state.read_text().rpartition(')')[2].split()[0] == 'Z')


def test_every_engine_is_a_context():
    """A caller writes ``with engine:`` without knowing which one it got."""
    with InProcessEngine() as engine:
        assert engine.map(engine_tasks.total, [2, 3], {'values': VALUES}) == [
            engine_tasks.total(task, VALUES) for task in (2, 3)]


class TestKernels:
    @pytest.mark.skipif(not HAS_NUMBA, reason='needs numba')
    def test_compiled_in_a_worker_and_equal(self, engine):
        before = 'numba' in sys.modules  # other tests compare kernels in this process
        fast = engine.map(engine_tasks.running_total, range(10), {'values': VALUES})
        plain = InProcessEngine().map(engine_tasks.running_total, range(10), {'values': VALUES})
        assert {kind for kind, _ in fast} == {'compiled'} and {kind for kind, _ in plain} == {'numpy'}
        assert [value for _, value in fast] == [value for _, value in plain] == [0, 1, 3, 6, 10, 15, 21, 28, 36, 45]
        assert ('numba' in sys.modules) == before

    @pytest.mark.skipif(not HAS_NUMBA, reason='needs numba')
    def test_what_is_spared_while_numba_loads_is_there_afterwards(self, engine):
        assert engine.map(engine_tasks.linear_algebra_beside_kernels, [3]) == [(True, 6.0, True)]

    def test_only_what_is_not_loaded_is_spared(self, monkeypatch):
        monkeypatch.delitem(sys.modules, 'this', raising=False)
        with _spared(('json', 'this')):
            assert importlib.import_module('json') is json
            with pytest.raises(ImportError):
                importlib.import_module('this')
        assert 'this' not in sys.modules and importlib.util.find_spec('this') is not None

    def test_never_here(self):
        assert compiled_kernels('.engine_compiled', engine_tasks.__package__) is None
        assert InProcessEngine().map(engine_tasks.kernels_known, [1]) == [(False, 'numba' in sys.modules)]

    def test_switched_off(self):
        engine = LocalEngine(2, compiled=False)
        assert engine.map(engine_tasks.kernels_known, [1]) == [(False, False)]

    def test_broken_numba_is_said_once(self, engine, tmp_path, monkeypatch):
        (tmp_path / 'broken').mkdir()
        (tmp_path / 'broken' / 'numba.py').write_text('raise OSError("undefined symbol")\n')
        monkeypatch.setattr(sys, 'path', [str(tmp_path / 'broken'), *sys.path])
        monkeypatch.setattr(local, '_told', set())
        log = Log()
        results = engine.map(engine_tasks.running_total, range(4), {'values': VALUES}, progress=log)
        assert [value for _, value in results] == [0, 1, 3, 6]
        assert len(log.texts) == 1 and 'undefined symbol' in log.texts[0]
        assert engine.warnings == []

    def test_broken_kernel_module(self, engine):
        assert engine.map(engine_tasks.broken_kernels, [1]) == [True]


class TestInterpreter:
    """The search on faked installations; the order is best first."""

    @staticmethod
    def tree(folder, *files):
        for file in files:
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text('')
            path.chmod(0o755)
        return folder

    @staticmethod
    def found(root, *arguments, **options):
        return [Path(path).relative_to(root).as_posix() for path in interpreters(*arguments, **options)]

    def test_linux_ignores_the_first_python_on_the_path(self, tmp_path):
        root = self.tree(tmp_path, 'usr/bin/python3.9', 'usr/bin/python3.12', 'usr/bin/python3',
                         'opt/conda/bin/python3.11', 'usr/bin/qgis')
        assert self.found(root, 'linux', (f'{root}/usr', '', f'{root}/usr'), f'{root}/usr/bin/qgis', {}, (3, 12)) == [
            'usr/bin/python3.12', 'usr/bin/python3']
        assert self.found(root, 'linux', (f'{root}/usr',), f'{root}/opt/conda/bin/python3.11', {}, (3, 9)) == [
            'usr/bin/python3.9', 'usr/bin/python3', 'opt/conda/bin/python3.11']

    def test_linux_virtual_environment_first(self, tmp_path):
        root = self.tree(tmp_path, 'usr/bin/python3.11', 'venv/bin/python3.11')
        assert self.found(root, 'linux', (f'{root}/venv', '', f'{root}/usr'), '', {}, (3, 11)) == [
            'venv/bin/python3.11', 'usr/bin/python3.11']

    @pytest.mark.parametrize('binary', ['qgis-bin.exe', 'qgis-ltr-bin.exe', 'qgis_process-qgis.exe'])
    def test_windows_never_the_qgis_binary(self, tmp_path, binary):
        root = self.tree(tmp_path, f'QGIS 3.34/bin/{binary}', 'QGIS 3.34/bin/python.exe',
                         'QGIS 3.34/apps/Python312/python.exe', 'QGIS 3.34/apps/Python312/pythonw.exe',
                         'QGIS 3.34/apps/Python39/python.exe')
        base = f'{root}/QGIS 3.34'
        assert self.found(root, 'win32', (f'{base}/apps/Python312',), f'{base}/bin/{binary}', {}, (3, 12)) == [
            'QGIS 3.34/apps/Python312/pythonw.exe', 'QGIS 3.34/apps/Python312/python.exe']
        assert self.found(root, 'win32', (f'{base}/bin',), f'{base}/bin/{binary}', {'OSGEO4W_ROOT': base}, (3, 12)) == [
            'QGIS 3.34/bin/python.exe',
            'QGIS 3.34/apps/Python312/pythonw.exe', 'QGIS 3.34/apps/Python312/python.exe']

    def test_windows_by_osgeo4w_root(self, tmp_path):
        root = self.tree(tmp_path, 'OSGeo4W/apps/Python39/python.exe')
        assert self.found(root, 'win32', (), '', {'OSGEO4W_ROOT': f'{root}/OSGeo4W'}, (3, 9)) == [
            'OSGeo4W/apps/Python39/python.exe']

    @pytest.mark.parametrize('place', [
        'MacOS/bin/python3.9', 'MacOS/python3.9', 'Frameworks/bin/python3.9', 'Resources/python/bin/python3.9',
        'Frameworks/Python.framework/Versions/3.9/bin/python3.9'])
    def test_mac_bundle(self, tmp_path, place):
        contents = 'QGIS.app/Contents'
        root = self.tree(tmp_path, f'{contents}/{place}', f'{contents}/MacOS/QGIS')
        assert self.found(root, 'darwin', (f'{root}/{contents}/MacOS',), f'{root}/{contents}/MacOS/QGIS', {},
                          (3, 9)) == [f'{contents}/{place}']

    def test_python_home(self, tmp_path, monkeypatch):
        root = self.tree(tmp_path, 'home/bin/python3.11')
        monkeypatch.setattr(sys, 'exec_prefix', f'{root}/nowhere')
        monkeypatch.setattr(sys, 'base_exec_prefix', f'{root}/nowhere')
        assert self.found(root, 'linux', None, '', {'PYTHONHOME': f'{root}/home'}, (3, 11)) == ['home/bin/python3.11']

    def test_nothing_to_find(self, tmp_path, monkeypatch):
        assert interpreters('linux', (str(tmp_path),), '', {}, (3, 11)) == []
        monkeypatch.setattr(team, 'interpreters', list)
        engine = LocalEngine(2, folder=tmp_path)
        assert engine.map(engine_tasks.total, range(6), {'values': VALUES, 'factor': 2.0}) == TOTALS
        assert 'no Python' in str(engine.warnings[0])

    def test_here(self):
        assert Path(interpreters()[0]).is_file()


class TestChoice:
    def test_small_jobs_stay(self):
        assert isinstance(choose_engine(100, 0.001), InProcessEngine)
        assert isinstance(choose_engine(1, 100.0), InProcessEngine)

    def test_long_jobs_go_to_workers(self):
        engine = choose_engine(8, 10.0, workers=2)
        assert isinstance(engine, LocalEngine) and engine.workers == 2

    def test_one_long_task_with_kernels(self):
        engine = choose_engine(1, 100.0, compiled=True, workers=4)
        assert isinstance(engine, LocalEngine) and engine.workers == 1

    def test_memory_limits_the_workers(self):
        assert isinstance(choose_engine(8, 10.0, bytes_per_task=1e18, workers=4), InProcessEngine)
        assert choose_engine(8, 10.0, bytes_per_task=1e18, workers=4, compiled=True).workers == 1


class TestMemory:
    def test_available_here(self):
        assert 1e7 < available_memory() < 1e15

    def test_linux_and_containers(self, tmp_path):
        (tmp_path / 'proc').mkdir()
        (tmp_path / 'proc' / 'meminfo').write_text('MemTotal: 9000 kB\nMemAvailable:    4000 kB\n')
        assert available_memory('linux', str(tmp_path)) == 4000 * 1024
        groups = tmp_path / 'sys' / 'fs' / 'cgroup'
        groups.mkdir(parents=True)
        (groups / 'memory.max').write_text('max\n')
        (groups / 'memory.current').write_text('1000\n')
        assert available_memory('linux', str(tmp_path)) == 4000 * 1024
        (groups / 'memory.max').write_text('3000\n')
        assert available_memory('linux', str(tmp_path)) == 2000
        (groups / 'memory').mkdir()
        (groups / 'memory' / 'memory.limit_in_bytes').write_text('1500')
        (groups / 'memory' / 'memory.usage_in_bytes').write_text('2000')
        assert available_memory('linux', str(tmp_path)) == 0

    def test_other_systems(self):
        assert available_memory('darwin') > 1e7
        assert available_memory('win32') is None or os.name == 'nt'

    def test_refuses_with_advice(self):
        with pytest.raises(CapacityError) as caught:
            check_capacity(5e10, 'Current flow', available=8_000_000_000)
        assert str(caught.value).startswith('Current flow needs about 50.0 GB of memory but only 8.0 GB are available.')
        for remedy in ('coarser', 'clip', 'tiles', 'cluster'):
            assert remedy in str(caught.value)

    def test_announces_what_fits(self):
        log = Log()
        check_capacity(1.5e9, 'Current flow', 300, log, available=8_000_000_000)
        check_capacity(1.5e9, 'Current flow', None, log, available=8_000_000_000)
        assert log.texts == [
            'Current flow: about 1.5 GB of memory needed, 8.0 GB available; estimated time 5 min.',
            'Current flow: about 1.5 GB of memory needed, 8.0 GB available.']

    def test_unknown_memory_is_no_reason_to_refuse(self, monkeypatch):
        from ecorestore.ecorestore_plugin.core.engine import memory
        monkeypatch.setattr(memory, 'available_memory', lambda: None)
        check_capacity(1e18, 'Current flow')

    def test_readable(self):
        assert [readable_bytes(n) for n in (5, 5e4, 2.5e6, 1.5e9, 2e12)] == [
            '5 B', '50 kB', '2.5 MB', '1.5 GB', '2.0 TB']
        assert [readable_seconds(n) for n in (0.1, 30, 300, 7200)] == ['< 1 s', '30 s', '5 min', '2.0 h']


class TestCluster:
    def test_missing_library(self, monkeypatch):
        monkeypatch.setitem(sys.modules, 'distributed', None)
        with pytest.raises(DependencyError, match='dask'):
            DaskEngine('tcp://127.0.0.1:8786')
        with pytest.raises(DependencyError):
            choose_engine(8, 10.0, address='tcp://127.0.0.1:8786')

    @pytest.fixture(scope='class')
    def address(self):
        distributed = pytest.importorskip('distributed')
        with distributed.LocalCluster(2, threads_per_worker=1, dashboard_address=None) as cluster:
            yield cluster.scheduler_address

    def test_results_and_order(self, address):
        values = np.array([30.0, 10.0, 20.0])
        results = DaskEngine(address).map(np.take, [[5, 6, 7], [1, 2, 3]], {'indices': np.array([2, 0])})
        assert [list(result) for result in results] == [[7, 5], [3, 1]]
        assert DaskEngine(address).map(np.argsort, [values])[0].tolist() == [1, 2, 0]

    def test_errors_and_cancel(self, address):
        from ecorestore.ecorestore_plugin.core.checks import check_not_empty
        with pytest.raises(EmptyInputError, match='dem'):
            DaskEngine(address).map(check_not_empty, ['dem'], {'valid': np.zeros(3, bool)})
        with pytest.raises(WorkerError, match='ZeroDivision|TypeError'):
            DaskEngine(address).map(np.take, [None], {'nonsense': 1})
        cancelled = YesAfter(10)
        with pytest.raises(CancelledError):
            DaskEngine(address).map(time.sleep, [30, 30], cancelled=cancelled)
        assert cancelled.asked == 11

    def test_no_cluster_there(self):
        pytest.importorskip('distributed')
        with pytest.raises(WorkerError, match='cannot be reached'):
            DaskEngine('tcp://127.0.0.1:9', patience=1).map(np.take, [[1]], {'indices': 0})


QGIS_PYTHON = '/usr/bin/python3'


def has_qgis():
    return Path(QGIS_PYTHON).exists() and subprocess.run(
        [QGIS_PYTHON, '-c', 'import qgis.core'], capture_output=True).returncode == 0


@pytest.mark.skipif(not has_qgis(), reason='needs QGIS')
class TestUnderQgis:
    def test_worker_of_a_qgis_application(self, tmp_path):
        script = tmp_path / 'script.py'
        script.write_text(textwrap.dedent('''
            from qgis.core import QgsApplication
            application = QgsApplication([], False)
            application.initQgis()
        ''') + REGISTER + textwrap.dedent('''
            engine = LocalEngine(2)
            print(engine.map(engine_tasks.surroundings, [1])[0]['modules'], engine.warnings)
            application.exitQgis()
        '''), encoding='utf-8')
        run = subprocess.run([QGIS_PYTHON, str(script)], capture_output=True, text=True, timeout=120,
                             env={**os.environ, 'QT_QPA_PLATFORM': 'offscreen'})
        assert run.stdout.strip().endswith('[] []'), run.stdout + run.stderr

    @pytest.mark.skipif(not Path('/usr/bin/qgis_process.bin').exists(), reason='needs qgis_process')
    def test_worker_of_an_embedded_python(self, tmp_path):
        """In the QGIS binary sys.executable is whatever python3 comes first on the PATH: here a wrong one."""
        plugin = tmp_path / '插件 plugins' / 'engineprobe'
        plugin.mkdir(parents=True)
        (plugin / 'metadata.txt').write_text(
            '[general]\nname=engineprobe\ndescription=probe\nversion=1\nqgisMinimumVersion=3.22\n'
            'author=a\nemail=a@example.org\nhasProcessingProvider=yes\n', encoding='utf-8')
        (plugin / '__init__.py').write_text(REGISTER + textwrap.dedent('''
            from qgis.core import QgsApplication, QgsProcessingAlgorithm, QgsProcessingProvider

            class Probe(QgsProcessingAlgorithm):
                def name(self): return 'probe'
                def displayName(self): return 'probe'
                def createInstance(self): return Probe()
                def initAlgorithm(self, configuration=None): pass
                def processAlgorithm(self, parameters, context, feedback):
                    engine = LocalEngine(2)
                    seen = engine.map(engine_tasks.surroundings, [1, 2])[0]
                    return {'PARENT': sys.executable, 'CHILD': seen['executable'],
                            'WARNINGS': [str(w) for w in engine.warnings], 'MODULES': seen['modules']}

            class Provider(QgsProcessingProvider):
                def id(self): return 'engineprobe'
                def name(self): return 'engineprobe'
                def loadAlgorithms(self): self.addAlgorithm(Probe())

            class Plugin:
                def initProcessing(self):
                    self.provider = Provider()
                    QgsApplication.processingRegistry().addProvider(self.provider)
                def initGui(self): self.initProcessing()
                def unload(self): pass

            def classFactory(iface): return Plugin()
        '''), encoding='utf-8')
        wrong = tmp_path / 'bin' / 'python3'
        wrong.parent.mkdir()
        wrong.write_text('#!/bin/sh\nexit 3\n')
        wrong.chmod(0o755)
        environment = {**os.environ, 'QT_QPA_PLATFORM': 'offscreen', 'QGIS_PLUGINPATH': str(plugin.parent),
                       'QGIS_CUSTOM_CONFIG_PATH': str(tmp_path / 'profile'),
                       'PATH': f'{wrong.parent}{os.pathsep}{os.environ["PATH"]}'}
        environment.pop('VIRTUAL_ENV', None)

        def qgis(*words):
            return subprocess.run(['/usr/bin/qgis_process.bin', *words], env=environment, capture_output=True,
                                  text=True, timeout=120)

        qgis('plugins', 'enable', 'engineprobe')
        run = qgis('--json', 'run', 'engineprobe:probe')
        assert run.returncode == 0, run.stdout + run.stderr
        results = json.loads(run.stdout)['results']
        assert results['WARNINGS'] == [] and results['MODULES'] == [], results
        assert results['CHILD'] != str(wrong)
