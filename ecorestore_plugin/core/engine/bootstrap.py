"""First steps of a worker process. Run by path, before anything of this package can be imported.

Standard library only: the package may be registered under any name in the parent (QGIS imports it from a
plugins folder, tests from the repository), so the worker registers it under the same name from its folder.
"""

from __future__ import annotations

import gc
import importlib
import importlib.util
import os
import signal
import sys
import traceback
import types
from typing import Any

WORKER = 'ecorestore_worker'


def register(name: str, folder: str) -> None:
    """Make the top package importable from its folder."""
    if name in sys.modules:
        return
    source = os.path.join(folder, '__init__.py')
    spec = importlib.util.spec_from_file_location(name, source, submodule_search_locations=[folder])
    if not os.path.exists(source) or spec is None or spec.loader is None:
        sys.modules[name] = types.ModuleType(name)
        sys.modules[name].__path__ = [folder]
        return
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)


def start(connection: Any, package: str, folder: str, module: str, environment: dict[str, str],
          **settings: Any) -> None:
    """Import the worker's module and serve until the parent hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    os.environ.update(environment)  # before numpy and numba read it
    gc.disable()  # what is loaded stays, and looking for garbage among it takes a quarter of the time; serve ends this
    try:
        register(package, folder)
        worker = importlib.import_module(module)
    except Exception:
        connection.send(('unable', traceback.format_exc()))
        return
    worker.serve(connection, **settings)


if __name__ == WORKER:
    start(**globals()['SETTINGS'])
