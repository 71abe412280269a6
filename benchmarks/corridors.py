"""Corridors of 30 sources against 30 runs of scikit-image.

    benchmarks/corridors.py [million cells ...]

Our side does what the tool Ecological corridors does between reading and writing: neighbours, a cost surface for every
source, least-cost paths, corridors, their mosaic and their polygons, with the start of the worker. scikit-image only
computes the 30 surfaces. Surfaces and sources as in cost_distance.py.
"""

import os
import shutil
import sys
import time

from cost_distance import CELL, FOLDER, prepare
from cost_distance import _load as load_surface
from measure import measured, row

SIZES = (1, 4)  # million cells


def network(side, adjacency):
    """Links of the network, and the seconds to its polygons."""
    from ecorestore.ecorestore_plugin.core.engine import LocalEngine
    from ecorestore.ecorestore_plugin.core.network.network import NetworkRules, least_cost_network
    from ecorestore.ecorestore_plugin.qgis_io.shapes import polygons_of_cells
    resistance, sources, grid = load_surface(side)
    start = time.perf_counter()
    found = least_cost_network(resistance, sources, grid, NetworkRules(adjacency, third_source='keep'),
                               engine=LocalEngine())
    shapes = polygons_of_cells(found.corridors, grid)
    seconds = time.perf_counter() - start
    return float(len(shapes)), seconds


def network_by_cost(side):
    return network(side, 'cost')


def network_by_both(side):
    return network(side, 'both')


def first_run(side):
    """The same when nothing has been compiled before."""
    os.environ['NUMBA_CACHE_DIR'] = str(FOLDER / 'compiled')
    shutil.rmtree(FOLDER / 'compiled', ignore_errors=True)
    return network(side, 'both')


def skimage_each(side):
    """A surface for every source, nothing made of them; the mean of the last one."""
    import numpy as np
    from skimage.graph import MCP_Geometric
    resistance, sources, _ = load_surface(side)
    costs = np.where(np.isnan(resistance), -1, resistance)
    start = time.perf_counter()
    for number in np.unique(sources[sources > 0]):
        cost, _ = MCP_Geometric(costs).find_costs(np.argwhere(sources == number).tolist())
    return float(cost[np.isfinite(cost)].mean()) * CELL, time.perf_counter() - start


def rows(sizes=SIZES):
    for cells in sizes:
        side = round((cells * 1e6) ** 0.5)
        measured(__file__, 'prepare_only', side)
        measured(__file__, 'network_by_cost', side)  # compiles, and fills the cache of the disk
        # One run of the peer takes as long as twenty of ours, so ours is run before and after it.
        before = [_both(side), _both(side)]
        other = measured(__file__, 'skimage_each', side)
        runs = [*before, _both(side)]
        for index, name in enumerate(('by cost', 'by cost or straight distance')):
            ours = sorted((run[index] for run in runs), key=lambda run: run['seconds'])[1]
            work = f'{int(ours["value"])} corridors of 30 sources, neighbours {name}, {cells:g} M cells'
            yield row(work, ours, other,
                      'links, paths, mosaic, polygons, start of the worker; peer scikit-image, 30 surfaces only')
        first = [measured(__file__, 'first_run', side) for _ in range(3)]
        yield row(f'{work}, first run', sorted(first, key=lambda run: run['seconds'])[1], ours,
                  'the same with compilation; peer: ours later')


def _both(side):
    return [measured(__file__, function, side) for function in ('network_by_cost', 'network_by_both')]


def prepare_only(side):
    return prepare(side)


if __name__ == '__main__':
    for line in rows([float(word) for word in sys.argv[1:]] or SIZES):
        print(line, flush=True)
