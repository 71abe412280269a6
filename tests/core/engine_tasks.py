"""Task functions of the engine tests: a worker can only import what stands in a module."""

import gc
import os
import re
import signal
import sys
import time

import numpy as np

from ecorestore.ecorestore_plugin.core.engine import compiled_kernels, compiled_kernels_available, in_worker
from ecorestore.ecorestore_plugin.core.errors import CancelledError, EmptyInputError
from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.core.network import cost_tiles, raster_network, raster_search


def total(task, values=None, factor=1.0):
    """Sum of the first ``task`` values."""
    return float(values[:task].sum() * factor)


def slowest_first(task):
    time.sleep(0.2 if task == 0 else 0.0)
    return task, os.getpid()


def describe(task, values=None):
    """What a task sees of a shared array."""
    base, mapped = values, False
    while base is not None:
        mapped = mapped or isinstance(base, np.memmap)
        base = getattr(base, 'base', None)
    return {'type': type(values).__name__, 'writeable': bool(values.flags.writeable), 'mapped': mapped,
            'dtype': str(values.dtype), 'fortran': bool(values.flags.f_contiguous), 'sum': float(values.sum())}


def write(task, values=None):
    values[0] = task


def surroundings(task):
    return {'worker': in_worker(), 'main': getattr(sys.modules['__main__'], '__file__', None),
            'modules': [name for name in ('qgis', 'osgeo', 'numba', 'scipy') if name in sys.modules],
            'threads': os.environ.get('OMP_NUM_THREADS'), 'cache': os.environ.get('NUMBA_CACHE_DIR'),
            'version': tuple(sys.version_info[:2]), 'executable': sys.executable}


def die_by_exit(task):
    if in_worker() and task == 3:
        os._exit(5)
    time.sleep(0.02)
    return task * 10


def die_by_kill(task):
    if in_worker() and task % 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return task * 10


def die_always(task):
    if in_worker():
        os._exit(9)
    return task + 1


def known_failure(task):
    if task == 2:
        raise EmptyInputError('{name} holds no data: all {count} values are nodata.', name='dem', count=np.int64(7))
    return task


def unknown_failure(task):
    return 1 // (task - 1)


def cancelled_failure(task):
    raise CancelledError()


def memory_failure(task):
    raise MemoryError('too large')


def unsendable(task):
    return lambda: task


def slow(task):
    time.sleep(60)


def stubborn(task):
    """Keeps the interpreter lock for hours in one call, as compiled code may."""
    re.match('(a+)+$', 'a' * 60 + 'b')


def asks_to_stop(task, cancelled=None):
    return cancelled is not None and not cancelled()


def running_total(task, values=None):
    """Either path of a function with a compiled kernel, and which one it was."""
    kernels = compiled_kernels('.engine_compiled', __package__)
    if kernels is None:
        return 'numpy', float(np.cumsum(values)[task])
    return 'compiled', float(kernels.running_total(values)[task])


def linear_algebra_beside_kernels(task):
    """What was spared while numba was loaded is there afterwards."""
    kernels = compiled_kernels('.engine_compiled', __package__)
    import scipy.linalg
    return kernels is not None, float(scipy.linalg.det([[2.0, 1.0], [0.0, task]])), gc.isenabled()


def kernels_known(task):
    return compiled_kernels_available(), 'numba' in sys.modules


def broken_kernels(task):
    return compiled_kernels('.no_such_module', __package__) is None


def report_process(task, folder=None, array=None):
    """Leave the process number behind and stay."""
    with open(os.path.join(folder, str(os.getpid())), 'w', encoding='ascii'):
        pass
    time.sleep(60)


def warm_up():
    """Leaves a mark that a later task can see."""
    os.environ['WARMED_UP'] = str(os.getpid())


def fail_to_warm_up():
    raise ValueError('too cold')


def warmth(task):
    return os.environ.get('WARMED_UP'), os.getpid()


def grown(task):
    return np.arange(task)


def joined(task, names=None, glue=''):
    return glue.join(names)


def stay_in_worker(task, folder=None):
    if in_worker():
        report_process(task, folder)
    return 'here'


def kernel_signatures(search):
    """Kernel -> for how many kinds of arrays it is compiled here once loaded, and after a search where asked for."""
    costs, corridors = (compiled_kernels(name, 'ecorestore.ecorestore_plugin.core.network')
                        for name in ('.cost_compiled', '.corridor_compiled'))
    raster_network.warm_up()
    if search:
        resistance = np.random.default_rng(1).uniform(1, 50, (70, 60))
        sources = np.zeros(resistance.shape, np.int16)
        sources[4, 5], sources[60, 50], sources[9, 50] = 1, 2, 3
        grid = Grid(resistance.shape, (0.0, 10.0, 0.0, 0.0, 0.0, -10.0))
        nearest = np.empty(resistance.shape)
        cost_tiles.fill_cumulative_resistance(costs, resistance, sources, nearest, np.empty(resistance.shape, np.int16),
                                              np.empty(resistance.shape, np.uint8), grid, side=16, threads=2)
        for array in (resistance, sources, nearest):  # as they are mapped
            array.flags.writeable = False
        raster = raster_search.RasterSearch(corridors, resistance, sources, nearest, grid, 2)
        found = raster.search(np.array([[1, 2], [1, 3], [2, 3]]), np.full(3, 1e5), None, 100.0)
        if len(found.corridors) != 3:
            raise ValueError(found.corridors)
    return {name: len(kernel.signatures) for module in (costs, corridors) for name, kernel in vars(module).items()
            if getattr(kernel, 'signatures', None)}
