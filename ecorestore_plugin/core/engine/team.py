"""Worker processes: starting them with the right Python, hearing from them, ending them."""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import multiprocessing.spawn
import os
import runpy
import shutil
import sys
import tempfile
import threading
import time
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from ..checks import stop_if
from .bootstrap import WORKER
from .interpreter import interpreters

POLL = 0.05  # seconds between two looks at the cancel button
_starting = threading.Lock()
_trusted: dict[str, bool] = {}  # executables whose worker once gave the right first answer


class Member:
    """One worker process and the line to it."""

    def __init__(self, process: Any, line: Any, executable: str) -> None:
        self.process = process
        self.line = line
        self.executable = executable
        self.started = time.monotonic()
        self.ready = False
        self.task: int | None = None
        self.lost = ''  # why it is of no more use

    def messages(self) -> Iterator[tuple]:
        """What has arrived, without waiting; notes when the worker has gone."""
        alive = self.process.is_alive()
        try:
            while self.line.poll():
                yield self.line.recv()
        except (EOFError, OSError):
            self.process.join(1)
            self.lost = f'exit code {self.process.exitcode}'
        except Exception as problem:  # an answer this process cannot read
            self.lost = f'{type(problem).__name__}: {problem}'
        if not alive and not self.lost:
            self.lost = f'exit code {self.process.exitcode}'

    def send(self, message: tuple) -> None:
        try:
            self.line.send(message)
        except OSError:
            self.process.join(1)
            self.lost = f'exit code {self.process.exitcode}'

    def end(self) -> None:
        if self.process.is_alive():
            self.process.kill()
        self.process.join(5)
        self.line.close()


class Team:
    """The workers of one run and the folder of their shared files.

    Parameters
    ----------
    folder : where the temporary folder is made; the system's own when None
    python : executable of the workers; found when None
    compiled : whether workers may use compiled kernels
    threads : threads of numerical libraries in each worker
    patience : seconds a worker may take to start
    """

    def __init__(self, folder: str | None, python: str | None, compiled: bool, threads: int, patience: float) -> None:
        self.members: list[Member] = []
        self.problem = ''
        self.folder = tempfile.mkdtemp(prefix='ecorestore-', dir=folder)
        self._python = python
        self._compiled = compiled
        self._patience = patience
        self._threads = threads
        self._shared = ''
        self._first: Member | None = None
        count = str(threads)
        self._environment = {
            'OMP_NUM_THREADS': count, 'OPENBLAS_NUM_THREADS': count, 'MKL_NUM_THREADS': count,
            'NUMBA_NUM_THREADS': count, 'NUMBA_CACHE_DIR': os.environ.get('NUMBA_CACHE_DIR') or cache_folder()}

    def grow(self, wanted: int, cancelled: Callable[[], bool]) -> None:
        """Start workers until there are ``wanted``; ``problem`` says why there are none."""
        self.members = [member for member in self.members if not member.lost]
        if self.members:
            self._add(self.members[0].executable, wanted)
            return
        candidates = [self._python] if self._python else interpreters()
        self.problem = '' if candidates else f'no Python {sys.version_info[0]}.{sys.version_info[1]} found'
        for executable in candidates:
            if not _trusted.get(executable) and not self._try(executable, cancelled):
                continue
            self._add(executable, wanted)
            return

    def launch_first(self, warm_up: tuple[str, str] | None) -> None:
        """Start the likeliest Python without waiting for its answer."""
        candidates = [self._python] if self._python else interpreters()
        if candidates:
            self._first = self._launch(candidates[0], warm_up)

    def share(self, shared: dict[str, Any], cancelled: Callable[[], bool]) -> tuple[dict[str, str], dict[str, Any]]:
        """Paths of the arrays written as files, and the values that are sent as they are."""
        paths, values = {}, {}
        self._shared = tempfile.mkdtemp(dir=self.folder)
        for name, value in shared.items():
            stop_if(cancelled)
            if type(value) in (np.ndarray, np.memmap) and not value.dtype.hasobject:
                paths[name] = os.path.join(self._shared, f'{name}.npy')
                np.save(paths[name], value, allow_pickle=False)
            else:
                values[name] = value
        return paths, values

    def release(self) -> None:
        """Remove the shared files of the last run; where workers still hold them, ``close`` does."""
        shutil.rmtree(self._shared, ignore_errors=True)

    def wait(self, seconds: float = POLL) -> list[tuple[Member, tuple]]:
        """Messages that arrive within the time, each with its sender."""
        lines = {member.line: member for member in self.members if not member.lost}
        signals = [*lines, *(member.process.sentinel for member in lines.values())]
        multiprocessing.connection.wait(signals, seconds)
        heard = [(member, message) for member in lines.values() for message in member.messages()]
        for member in lines.values():
            if not member.ready and not member.lost and time.monotonic() - member.started > self._patience:
                member.lost = 'no answer'
        return heard

    def close(self) -> None:
        """End the workers and remove the files."""
        members = [*self.members, *([self._first] if self._first else [])]
        for member in members:
            if member.process.is_alive():
                member.process.kill()
        for member in members:
            member.end()
        self.members, self._first = [], None
        shutil.rmtree(self.folder, ignore_errors=True)

    def _add(self, executable: str, wanted: int) -> None:
        while len(self.members) < wanted:
            self.members.append(self._first_or_new(executable))

    def _first_or_new(self, executable: str) -> Member:
        member, self._first = self._first, None
        if member is not None and member.executable != executable:
            member.end()
            member = None
        if member is None:
            return self._launch(executable)
        member.started = time.monotonic()  # nobody has listened before
        return member

    def _try(self, executable: str, cancelled: Callable[[], bool]) -> bool:
        """Start one worker and see by its first answer whether the executable is the right one."""
        member = self._first_or_new(executable)
        self.members = [member]
        while not member.lost:
            stop_if(cancelled)
            for _, message in self.wait():
                problem = unsuitable(message)
                if not problem:
                    member.ready = True
                    _trusted[executable] = True
                    return True
                member.lost = problem
        self.problem = f'{executable}: {member.lost}'
        member.end()
        self.members = []
        return False

    def _launch(self, executable: str, warm_up: tuple[str, str] | None = None) -> Member:
        context = multiprocessing.get_context('spawn')
        line, far_end = context.Pipe()
        package = __name__.partition('.')[0]
        settings = {
            'connection': far_end, 'package': package, 'folder': next(iter(sys.modules[package].__path__)),
            'module': __name__.rpartition('.')[0] + '.worker', 'environment': self._environment,
            'folder_to_remove': self.folder, 'compiled': self._compiled, 'threads': self._threads,
            'warm_up': warm_up}
        process: Any = context.Process(
            target=runpy.run_path, args=(str(Path(__file__).with_name('bootstrap.py')),),
            kwargs={'init_globals': {'SETTINGS': settings}, 'run_name': WORKER}, daemon=True)
        with _starting:
            _start(process, executable)
        far_end.close()
        return Member(process, line, executable)


def _start(process: Any, executable: str) -> None:
    """Start a process with another Python, and without the parent's main module: that would run it again."""
    usual, main = multiprocessing.spawn.get_executable(), sys.modules['__main__']
    multiprocessing.spawn.set_executable(executable)
    sys.modules['__main__'] = types.ModuleType('__main__')
    try:
        process.start()
    finally:
        sys.modules['__main__'] = main
        multiprocessing.spawn.set_executable(usual)


def unsuitable(message: tuple) -> str:
    """What the first answer of a worker has against it, '' if it is the right Python."""
    if message[0] != 'hello':
        return str(message[1]).strip()
    facts = message[1]
    mine = tuple(sys.version_info[:2]), np.__version__
    theirs = tuple(facts['version']), facts['numpy']
    if theirs != mine:
        return f'Python {theirs[0][0]}.{theirs[0][1]} with numpy {theirs[1]} instead of ' \
               f'{mine[0][0]}.{mine[0][1]} with numpy {mine[1]}'
    return ''


def cache_folder() -> str:
    """A writable folder that keeps compiled kernels from one run to the next."""
    home = Path(os.path.expanduser('~'))
    usual = {'win32': Path(os.environ.get('LOCALAPPDATA', home)), 'darwin': home / 'Library' / 'Caches'}.get(
        sys.platform, Path(os.environ.get('XDG_CACHE_HOME') or home / '.cache'))
    folder = usual / 'ecorestore' / 'kernels'
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return str(folder)
    except OSError:
        return tempfile.gettempdir()
    return tempfile.gettempdir()
