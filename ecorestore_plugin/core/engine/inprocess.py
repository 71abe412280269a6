"""The engine that runs everything right here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ..checks import never, silent, stop_if
from ..errors import WorkerError
from .tasks import bound, out_of_memory, read_only


class InProcessEngine:
    """Runs the tasks one after another in this process.

    Attributes
    ----------
    warnings : always empty here; engines with workers list what made them fall back
    """

    def __init__(self) -> None:
        self.warnings: list[WorkerError] = []

    def __enter__(self) -> InProcessEngine:
        return self

    def __exit__(self, *problem: object) -> None:
        """Nothing is held between calls of map; the protocol is that of the engine with workers."""

    def start(self, warm_up: tuple[str, str] | None = None) -> None:
        """There is nothing to start."""

    def map(self, function: Callable, tasks: Iterable, shared: dict[str, Any] | None = None,
            progress: Callable = silent, cancelled: Callable[[], bool] = never) -> list:
        """The results of ``function(task, **shared)`` in the order of the tasks.

        Raises
        ------
        CancelledError : ``cancelled()`` became true
        CapacityError : a task ran out of memory
        """
        tasks = list(tasks)
        call = bound(function, read_only(shared), cancelled)
        results = []
        for index, task in enumerate(tasks):
            stop_if(cancelled)
            try:
                results.append(call(task))
            except MemoryError as error:
                raise out_of_memory(index + 1) from error
            progress((index + 1) / len(tasks))
        return results
