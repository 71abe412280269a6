"""How one task is called, and how its failure travels between processes."""

from __future__ import annotations

import functools
import inspect
import traceback
from collections.abc import Callable
from typing import Any

import numpy as np

from ..errors import CapacityError, EcoRestoreError, WorkerError

Failure = tuple[type[EcoRestoreError], str, dict[str, Any]]


def bound(function: Callable, shared: dict[str, Any], cancelled: Callable[[], bool]) -> Callable:
    """The function with everything but its task; one that has a parameter ``cancelled`` is given it."""
    if _names_cancelled(function):
        shared = {**shared, 'cancelled': cancelled}
    return functools.partial(function, **shared)


def _names_cancelled(function: Callable) -> bool:
    try:
        return 'cancelled' in inspect.signature(function).parameters
    except (TypeError, ValueError):  # some compiled functions have no signature to read
        return False


def read_only(shared: dict[str, Any] | None) -> dict[str, Any]:
    """The same values, arrays as views that cannot be written to."""
    views = {}
    for name, value in (shared or {}).items():
        if isinstance(value, np.ndarray):
            value = value.view()
            value.flags.writeable = False
        views[name] = value
    return views


def failure_of(error: BaseException, number: int) -> Failure:
    """What a task's exception becomes for the user: its own class, template and values, ready to be sent."""
    if isinstance(error, MemoryError):
        error = out_of_memory(number)
    elif not isinstance(error, EcoRestoreError):
        error = WorkerError('Task {number} stopped with an unexpected error. Please report this text:\n{details}',
                            number=number, details=''.join(traceback.format_exception(
                                type(error), error, error.__traceback__)).strip())
    simple = (str, int, float, bool, type(None))
    values = {name: value if isinstance(value, simple) else str(value) for name, value in error.values.items()}
    return type(error), error.template, values


def error_of(failure: Failure) -> EcoRestoreError:
    """The exception a failure stands for."""
    kind, template, values = failure
    error = kind.__new__(kind)
    EcoRestoreError.__init__(error, template, **values)
    return error


def out_of_memory(number: int) -> CapacityError:
    return CapacityError('Task {number} ran out of memory. Use coarser cells, clip the layers to the study area, '
                         'use fewer worker processes, or run on a cluster.', number=number)
