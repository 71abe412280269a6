"""The engine on an existing dask.distributed cluster."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from ..checks import never, silent, stop_if
from ..errors import DependencyError, WorkerError
from . import kernels
from .inprocess import InProcessEngine
from .tasks import bound, error_of, failure_of

POLL = 0.1


class DaskEngine:
    """Runs tasks on the workers of a dask cluster. The workers need Python, numpy and scipy, and get core by itself.

    Parameters
    ----------
    address : of the scheduler, such as 'tcp://host:8786'
    patience : seconds to wait for the scheduler

    Raises
    ------
    DependencyError : dask.distributed is not installed
    """

    def __init__(self, address: str, patience: float = 10.0) -> None:
        self.address = address
        self.patience = patience
        self.warnings: list[WorkerError] = []
        _distributed()

    def __enter__(self) -> DaskEngine:
        return self

    def __exit__(self, *problem: object) -> None:
        """Nothing is held between calls of map; the protocol is that of the engine with workers."""

    def start(self, warm_up: tuple[str, str] | None = None) -> None:
        """The workers of a cluster run already."""

    def map(self, function: Callable, tasks: Iterable, shared: dict[str, Any] | None = None,
            progress: Callable = silent, cancelled: Callable[[], bool] = never) -> list:
        """The results of ``function(task, **shared)`` in the order of the tasks.

        Raises
        ------
        CancelledError : ``cancelled()`` became true
        EcoRestoreError : of the same class, template and values as the task raised
        WorkerError : the cluster cannot be reached, or a task raised anything else
        """
        tasks = list(tasks)
        if not tasks:
            return []
        stop_if(cancelled)
        try:
            client = _distributed().Client(self.address, timeout=self.patience, set_as_default=False)
        except (OSError, ValueError) as problem:
            raise WorkerError('The cluster at {address} cannot be reached ({reason}). Check the address, or leave it '
                              'empty to work on this machine.', address=self.address, reason=str(problem)) from problem
        with client:
            futures = self._submit(client, function, tasks, shared or {})
            try:
                return self._collect(futures, function, tasks, shared, progress, cancelled)
            finally:
                client.cancel(futures, force=True)

    def _submit(self, client: Any, function: Callable, tasks: list, shared: dict[str, Any]) -> list:
        folder = tempfile.mkdtemp(prefix='ecorestore-')
        try:
            client.upload_file(pack_core(folder))
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        handles = client.scatter(list(shared.values()), broadcast=True, hash=False) if shared else []
        return [client.submit(run_remotely, function, number, task, tuple(shared), *handles, pure=False)
                for number, task in enumerate(tasks, 1)]

    def _collect(self, futures: list, function: Callable, tasks: list, shared: dict[str, Any] | None,
                 progress: Callable, cancelled: Callable[[], bool]) -> list:
        results: dict[int, Any] = {}
        waiting = set(range(len(futures)))
        while waiting:
            stop_if(cancelled)
            finished = [index for index in waiting if futures[index].done()]
            for index in finished:
                waiting.discard(index)
                if futures[index].status == 'finished':
                    done, answer = futures[index].result()
                    if not done:
                        raise error_of(answer)
                    results[index] = answer
                else:  # its workers died one after the other
                    self._warn(index, len(results) / len(tasks), progress)
                    results[index] = InProcessEngine().map(function, [tasks[index]], shared, cancelled=cancelled)[0]
                progress(len(results) / len(tasks))
            if not finished:
                time.sleep(POLL)
        return [results[index] for index in range(len(tasks))]

    def _warn(self, index: int, fraction: float, progress: Callable) -> None:
        warning = WorkerError('The cluster could not finish task {number}; it runs again on this machine.',
                              number=index + 1)
        self.warnings.append(warning)
        progress(fraction, warning.template, **warning.values)


def run_remotely(function: Callable, number: int, task: Any, names: tuple, *values: Any) -> tuple[bool, Any]:
    """One task on a worker of the cluster: whether it worked, and its result or failure."""
    os.environ.setdefault('NUMBA_CACHE_DIR', tempfile.gettempdir())
    if not kernels.in_worker():
        kernels.enter_worker()
    try:
        return True, bound(function, dict(zip(names, values)), never)(task)
    except Exception as error:
        return False, failure_of(error, number)


def pack_core(folder: str) -> str:
    """A zip with core under the package name it has here, for workers that do not have the plugin."""
    core = __name__.split('.')[:-2]
    package = Path(folder) / f'{core[0]}_core.zip'
    with zipfile.ZipFile(package, 'w', zipfile.ZIP_DEFLATED) as archive:
        for depth in range(1, len(core)):
            archive.writestr('/'.join([*core[:depth], '__init__.py']), '')
        root = Path(next(iter(sys.modules['.'.join(core)].__path__)))
        for source in sorted(root.rglob('*.py')):
            archive.write(source, '/'.join([*core, source.relative_to(root).as_posix()]))
    return str(package)


def _distributed() -> Any:
    try:
        import distributed
    except ImportError as problem:
        raise DependencyError(
            'Working on a cluster needs the Python package distributed (dask), which is not installed ({reason}). '
            'Leave the cluster address empty to work on this machine.', reason=str(problem)) from problem
    return distributed
