"""Where work runs: in this process, in worker processes on this machine, or on a dask cluster.

Work that splits is a module-level function of core, called ``function(task, **shared)``, and goes to
``engine.map(function, tasks, shared=None, progress=silent, cancelled=never)``, which returns the results
in the order of the tasks whatever the engine. Tasks and results are small; large arrays go into
``shared`` and reach every worker as read-only memory-mapped files.

Compiled kernels (numba) run in workers only. A function that has them asks for them where it runs::

    kernels = compiled_kernels('.compiled', __package__)
    if kernels is None:
        return _by_scipy(resistance)
    return kernels.by_buckets(resistance)
"""

from .choose import choose_engine
from .cluster import DaskEngine
from .inprocess import InProcessEngine
from .interpreter import interpreters
from .kernels import compiled_kernels, compiled_kernels_available, in_worker
from .local import LocalEngine
from .memory import available_memory, check_capacity

__all__ = ['DaskEngine', 'InProcessEngine', 'LocalEngine', 'available_memory', 'check_capacity', 'choose_engine',
           'compiled_kernels', 'compiled_kernels_available', 'in_worker', 'interpreters']
