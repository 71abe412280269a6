"""Compiled kernels, and the rule that they are used in workers only.

Importing numba after QGIS has started crashes it on some systems (qgis/QGIS#63594), so the QGIS process
never does; a worker is a plain Python where nothing speaks against it.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import ModuleType
from typing import Any

_state: dict[str, Any] = {'worker': False, 'allowed': False, 'threads': 1, 'alone': False, 'numba': None, 'missed': ''}
# What numba looks for while it is loaded: linear algebra inside kernels, which none of ours calls, and its settings.
# The two take as long to load as half of numba.
SPARED = ('scipy', 'scipy.linalg', 'yaml')


def enter_worker(compiled: bool = True, threads: int = 1, alone: bool = False) -> None:
    """Declare this process a worker, with or without compiled kernels, and how many threads a task may use.

    Parameters
    ----------
    alone : whether no other thread imports anything while numba is loaded, which is quicker then
    """
    _state.update(worker=True, allowed=compiled, threads=threads, alone=alone, numba=None, missed='')


def in_worker() -> bool:
    """Whether this process is a worker of an engine."""
    return bool(_state['worker'])


def task_threads() -> int:
    """Threads a task may use besides the other workers; 1 outside a worker."""
    return int(_state['threads'])


def compiled_kernels_available() -> bool:
    """Whether numba can be used here: always False outside a worker, where it is not even looked for."""
    if not (_state['worker'] and _state['allowed']):
        return False
    if _state['numba'] is None:
        try:
            with _spared(SPARED if _state['alone'] else ()):
                importlib.import_module('numba')
                with suppress(ImportError):  # the first kernel would load it, and scipy with it
                    importlib.import_module('numba.np.arraymath')
            _state['numba'] = True
        except Exception as problem:  # a broken installation raises anything: ImportError, OSError, SystemError
            _state.update(numba=False, missed=f'{type(problem).__name__}: {problem}')
    return bool(_state['numba'])


@contextmanager
def _spared(names: tuple[str, ...]) -> Iterator[None]:
    """Lets modules that are not loaded yet look as if they were not installed."""
    absent: list[str] = [name for name in names if name not in sys.modules]
    modules: dict[str, Any] = sys.modules
    modules.update(dict.fromkeys(absent))
    try:
        yield
    finally:
        for name in absent:
            del modules[name]


def compiled_kernels(module: str, package: str) -> ModuleType | None:
    """The module with the compiled kernels, or None where the scipy path has to serve.

    Parameters
    ----------
    module : relative name of a module that imports numba at its top, such as '.compiled'
    package : ``__package__`` of the caller

    Returns
    -------
    the module in a worker with numba, else None; both paths must give the same results
    """
    if not compiled_kernels_available():
        return None
    try:
        return importlib.import_module(module, package)
    except Exception as problem:  # numba compiles while the module loads and may fail in its own ways
        _state['missed'] = f'{type(problem).__name__}: {problem}'
        return None


def missed_kernels() -> str:
    """Why compiled kernels that were asked for in this worker could not be had, '' if nothing was missed."""
    return str(_state['missed'])
