"""The worker's side of the local engine."""

from __future__ import annotations

import contextlib
import gc
import importlib
import multiprocessing
import multiprocessing.connection
import os
import shutil
import sys
import threading
import traceback
from typing import Any

import numpy as np

from ..checks import never
from . import kernels
from .tasks import bound, failure_of


def serve(connection: Any, folder_to_remove: str, compiled: bool, threads: int,
          warm_up: tuple[str, str] | None = None) -> None:
    """Answer the parent's messages until it hangs up; ``warm_up`` names a function to call before.

    Messages in: ('setup', function, paths, values), ('task', index, task), ('stop',).
    Messages out: ('hello', facts), ('done', index, result, missed kernels), ('failed', index, failure),
    ('unable', traceback).
    """
    _end_with_parent(folder_to_remove)
    kernels.enter_worker(compiled, threads, alone=True)
    connection.send(('hello', {'version': tuple(sys.version_info[:2]), 'numpy': np.__version__}))
    if warm_up:
        with contextlib.suppress(Exception):  # a task will meet the same problem, and can say so
            getattr(importlib.import_module(warm_up[0]), warm_up[1])()
    gc.freeze()
    gc.enable()
    call = None
    while True:
        try:
            message = connection.recv()
        except (EOFError, OSError):
            return
        except Exception:  # what was sent cannot be imported here
            connection.send(('unable', traceback.format_exc()))
            return
        if message[0] == 'setup':
            _, function, paths, values = message
            call = bound(function, {**open_shared(paths), **values}, never)
        elif message[0] == 'task':
            _reply(connection, call, message[1], message[2])
        else:
            return


def open_shared(paths: dict[str, str]) -> dict[str, np.ndarray]:
    """The shared arrays, read-only and mapped: plain ndarrays, whose indexing is faster than memmap's."""
    return {name: np.asarray(np.load(path, mmap_mode='r')) for name, path in paths.items()}


def _reply(connection: Any, call: Any, index: int, task: Any) -> None:
    try:
        connection.send(('done', index, call(task), kernels.missed_kernels()))
    except Exception as error:  # of the task, or of a result that cannot be sent; nothing has been sent then
        connection.send(('failed', index, failure_of(error, index + 1)))


def _end_with_parent(folder: str) -> None:
    """Leave, and take the temporary files along, when the parent has died."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        multiprocessing.connection.wait([parent.sentinel])
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
