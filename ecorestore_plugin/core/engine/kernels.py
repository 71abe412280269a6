"""Compiled kernels, and the rule that they are used in workers only.

Importing numba after QGIS has started crashes it on some systems (qgis/QGIS#63594), so the QGIS process
never does; a worker is a plain Python where nothing speaks against it.
"""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import Any

_state: dict[str, Any] = {'worker': False, 'allowed': False, 'threads': 1, 'numba': None, 'missed': ''}


def enter_worker(compiled: bool = True, threads: int = 1) -> None:
    """Declare this process a worker, with or without compiled kernels, and how many threads a task may use."""
    _state.update(worker=True, allowed=compiled, threads=threads, numba=None, missed='')


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
            importlib.import_module('numba')
            _state['numba'] = True
        except Exception as problem:  # a broken installation raises anything: ImportError, OSError, SystemError
            _state.update(numba=False, missed=f'{type(problem).__name__}: {problem}')
    return bool(_state['numba'])


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
