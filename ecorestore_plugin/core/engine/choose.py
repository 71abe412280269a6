"""Which engine a job deserves."""

from __future__ import annotations

import os

from .cluster import DaskEngine
from .inprocess import InProcessEngine
from .local import LocalEngine, usable_cores
from .memory import USABLE, available_memory

SMALL = 2.0  # seconds of work below which starting workers costs more than it saves


def choose_engine(tasks: int, seconds_per_task: float = 0.0, bytes_per_task: float = 0.0, compiled: bool = False,
                  address: str = '', workers: int | None = None, folder: str | os.PathLike | None = None,
                  ) -> InProcessEngine | LocalEngine | DaskEngine:
    """The cheapest engine that serves: in process for small jobs, else workers here, else the given cluster.

    Parameters
    ----------
    tasks : how many there are
    seconds_per_task : estimate without compiled kernels
    bytes_per_task : memory one running task takes; limits the number of workers to what fits
    compiled : whether the function has compiled kernels; then even a single long task goes to a worker
    address : scheduler of a dask cluster, such as 'tcp://host:8786'; '' for this machine
    workers : most worker processes; as many as there are cores when None
    folder : where temporary files go

    Raises
    ------
    DependencyError : an address is given but dask.distributed is not installed
    """
    if tasks * seconds_per_task < SMALL or (tasks < 2 and not compiled):
        return InProcessEngine()
    if address:
        return DaskEngine(address)
    most = min(workers or usable_cores(), tasks)
    free = available_memory()
    if bytes_per_task > 0 and free is not None:
        most = min(most, max(1, int(USABLE * free / bytes_per_task)))
    if most < 2 and not compiled:
        return InProcessEngine()
    return LocalEngine(most, folder)
