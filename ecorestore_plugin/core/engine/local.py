"""The engine with worker processes on this machine."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

from ..checks import never, silent, stop_if
from ..errors import WorkerError
from .inprocess import InProcessEngine
from .kernels import in_worker
from .tasks import error_of
from .team import Member, Team, unsuitable

MOST_WORKERS = 30  # Windows waits for no more than 63 handles at once, two per worker
_told: set[str] = set()  # hints a session needs only once


class LocalEngine:
    """Runs tasks in worker processes, so that they use all cores, can be cancelled at once, and give memory back.

    What cannot run in a worker runs in this process: a task whose worker died, or everything if no worker
    starts. ``warnings`` then says so.

    Parameters
    ----------
    workers : number of processes; as many as there are cores when None
    folder : where temporary files go; the system's temporary folder when None
    python : executable of the workers; the one that matches the running interpreter when None
    compiled : whether workers may use compiled kernels
    patience : seconds a worker may take to start

    Used in a ``with`` statement the workers stay between calls of ``map``, else they end with each.
    """

    def __init__(self, workers: int | None = None, folder: str | os.PathLike | None = None,
                 python: str | None = None, compiled: bool = True, patience: float = 60.0) -> None:
        self.workers = max(1, min(workers or usable_cores(), MOST_WORKERS))
        self.warnings: list[WorkerError] = []
        self._folder = os.fspath(folder) if folder else None
        self._python = python
        self._compiled = compiled
        self._patience = patience
        self._stays = False
        self._team: Team | None = None

    def __enter__(self) -> LocalEngine:
        self._stays = True
        return self

    def __exit__(self, *problem: object) -> None:
        self._stays = False
        self.close()

    def single(self) -> LocalEngine:
        """An engine with the same settings and one worker, whose task may use as many threads as there are cores."""
        return LocalEngine(1, self._folder, self._python, self._compiled, self._patience)

    def start(self, warm_up: tuple[str, str] | None = None) -> None:
        """Starts a worker already, without waiting for it: it comes up while the data are being read.

        Parameters
        ----------
        warm_up : (module, function) the worker calls before its first task, to load what tasks will need
        """
        if in_worker() or self._team is not None:
            return
        try:
            self._team = self._new_team(1)
            self._team.launch_first(warm_up)
        except OSError:  # map will meet it again, and say so
            self.close()

    def close(self) -> None:
        """End the workers and remove their files."""
        if self._team is not None:
            self._team.close()
            self._team = None

    def map(self, function: Callable, tasks: Iterable, shared: dict[str, Any] | None = None,
            progress: Callable = silent, cancelled: Callable[[], bool] = never) -> list:
        """The results of ``function(task, **shared)`` in the order of the tasks.

        Parameters
        ----------
        function : function of a module of core
        tasks : one small value each
        shared : by name; arrays reach the workers as read-only memory-mapped files
        progress : is told the finished share, and once each what made the engine fall back
        cancelled : is asked some twenty times a second; the workers end as soon as it is true

        Raises
        ------
        CancelledError : ``cancelled()`` became true
        EcoRestoreError : of the same class, template and values as the task raised
        WorkerError : a task raised anything else; holds the traceback
        """
        run = _Run(self, function, list(tasks), shared or {}, progress, cancelled)
        if not run.tasks:
            return []
        if in_worker():  # a worker starts no workers
            return InProcessEngine().map(function, run.tasks, shared, progress, cancelled)
        stop_if(cancelled)
        try:
            self._serve(run)
        except BaseException:
            self.close()
            raise
        if not self._stays:
            self.close()
        run.finish_here()
        return run.results

    def _new_team(self, tasks: int) -> Team:
        size = self.workers if self._stays else min(self.workers, tasks)
        return Team(self._folder, self._python, self._compiled, max(1, usable_cores() // size), self._patience)

    def _serve(self, run: _Run) -> None:
        """Let workers do what they can."""
        try:
            if self._team is None:
                self._team = self._new_team(len(run.tasks))
            self._team.grow(min(self.workers, len(run.tasks)), run.cancelled)
            run.setup = self._team.share(run.shared, run.cancelled)
        except OSError as problem:  # no space for the shared files, no process to be had
            run.warn(_no_workers(problem))
            return
        if not self._team.members:
            run.warn(_no_workers(self._team.problem))
            return
        run.work(self._team)
        self._team.release()


class _Run:
    """One call of map: what is done, waits, or has to run here."""

    def __init__(self, engine: LocalEngine, function: Callable, tasks: list, shared: dict[str, Any],
                 progress: Callable, cancelled: Callable[[], bool]) -> None:
        self.engine = engine
        self.function = function
        self.tasks = tasks
        self.shared = shared
        self.progress = progress
        self.cancelled = cancelled
        self.setup: tuple[dict[str, str], dict[str, Any]] = ({}, {})
        self.results: list[Any] = [None] * len(tasks)
        self.waiting = deque(range(len(tasks)))
        self.orphans: list[int] = []  # tasks whose worker died
        self.finished = 0

    def work(self, team: Team) -> None:
        """Hand out tasks and collect results until nothing is left that a worker could do."""
        for member in team.members:
            if member.ready:
                self._prepare(member)
        while self.waiting or any(member.task is not None for member in team.members):
            stop_if(self.cancelled)
            for member, message in team.wait():
                self._heard(member, message)
            for member in team.members:
                if member.lost:
                    self._bury(member)
            team.members = [member for member in team.members if not member.lost]
            if not team.members:
                return

    def finish_here(self) -> None:
        """Run in this process what no worker could do."""
        left = sorted([*self.orphans, *self.waiting])
        done = self.finished

        def onward(fraction: float, text: str = '', **values: Any) -> None:
            self.progress((done + fraction * len(left)) / len(self.tasks), text, **values)

        rest = InProcessEngine().map(self.function, [self.tasks[index] for index in left], self.shared,
                                     onward, self.cancelled)
        for index, result in zip(left, rest):
            self.results[index] = result

    def warn(self, warning: WorkerError) -> None:
        self.engine.warnings.append(warning)
        self.progress(self.finished / len(self.tasks), warning.template, **warning.values)

    def _heard(self, member: Member, message: tuple) -> None:
        if message[0] == 'done':
            _, index, result, missed = message
            self.results[index] = result
            self.finished += 1
            self.progress(self.finished / len(self.tasks))
            if missed:
                self._hint(missed)
            self._next(member)
        elif message[0] == 'failed':
            raise error_of(message[2])
        else:
            member.lost = unsuitable(message)
            if not member.lost:
                member.ready = True
                self._prepare(member)

    def _prepare(self, member: Member) -> None:
        member.send(('setup', self.function, *self.setup))
        self._next(member)

    def _next(self, member: Member) -> None:
        member.task = None
        if self.waiting and not member.lost:
            member.task = self.waiting.popleft()
            member.send(('task', member.task, self.tasks[member.task]))

    def _bury(self, member: Member) -> None:
        member.end()
        if member.task is None:
            self.warn(WorkerError('A worker process could not be used ({reason}).', reason=member.lost))
            return
        self.orphans.append(member.task)
        self.warn(WorkerError(
            'A worker process stopped unexpectedly ({reason}), perhaps for lack of memory. Its task {number} '
            'runs again in the main process; all results are complete.',
            reason=member.lost, number=member.task + 1))

    def _hint(self, missed: str) -> None:
        if 'kernels' not in _told:
            _told.add('kernels')
            self.progress(
                self.finished / len(self.tasks),
                'Working without compiled kernels ({reason}): same results, but slower. '
                'Installing numba for the Python of QGIS makes this faster.', reason=missed)


def usable_cores() -> int:
    """Processor cores this process may run on."""
    if hasattr(os, 'sched_getaffinity'):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _no_workers(reason: object) -> WorkerError:
    return WorkerError('Worker processes could not be started ({reason}). The work runs in the main process; '
                       'results are the same, but it takes longer and is slower to cancel.', reason=str(reason))
