"""Cost distance against GRASS r.cost, scikit-image, xarray-spatial and scipy.

    benchmarks/cost_distance.py [million cells ...]

30 round sources on a surface with a fractal spectrum and noise (lognormal, 1 to 1000, median 31, a tenth below 4.3 and
a tenth above 220), 6 % nodata in patches, 8 neighbours, cells of 30 m. Every number comes from a process of its own
that loads the surface from a file; the times are of the work alone, with the start of workers where one is started,
without reading and writing of the surface. A peer that is not installed is left out.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import time

from measure import ROOT, measured, row

SIZES = (1, 4, 16)  # million cells
PLAIN = 16  # million cells up to which scipy is run: 5 GB and a minute there
FOLDER = ROOT / 'build' / 'bench-data'
CELL = 30.0
SYSTEM = '/usr/bin/python3'
CLASSES = 3, 8, 20, 50, 120, 300  # limits of the classes of resistance
CLOSE = 1e-4  # of the mean cost: xarray-spatial computes in single precision


def prepare(side):
    """Writes resistance.npy (float64) and sources.npy (int32) of a surface; returns the share of known cells."""
    import numpy as np
    folder = _folder(side)
    if not (folder / 'sources.npy').exists():
        folder.mkdir(parents=True, exist_ok=True)
        draw = np.random.default_rng(7)
        rough = _fractal(side, 2.0, draw)
        rough += 0.35 * draw.standard_normal((side, side), np.float32)
        resistance = np.exp(np.clip(3.45 + 1.45 * rough, 0, np.log(1000))).astype(np.float64)
        holes = _fractal(side, 3.2, draw)
        resistance[holes > np.quantile(holes[::7, ::7], 0.94)] = np.nan
        np.save(folder / 'resistance.npy', resistance)
        np.save(folder / 'sources.npy', _discs(resistance, 30, draw))
    return float(np.isfinite(np.load(folder / 'resistance.npy', mmap_mode='r')[::10, ::10]).mean())


def _fractal(side, power, draw):
    """Noise whose spectrum falls with a power of the frequency; mean 0, deviation 1."""
    import numpy as np
    waves = np.fft.rfft2(draw.standard_normal((side, side), np.float32)).astype(np.complex64)
    squared = np.fft.fftfreq(side)[:, np.newaxis] ** 2 + np.fft.rfftfreq(side) ** 2
    squared[0, 0] = np.inf
    waves *= squared ** (-power / 4)
    field = np.fft.irfft2(waves, (side, side)).astype(np.float32)
    return field / field.std()


def _discs(resistance, count, draw):
    """Discs numbered from 1, some radii apart, on cells that can be crossed."""
    import numpy as np
    side = len(resistance)
    radius = max(2, side // 128)
    down, right = np.mgrid[-radius:radius + 1, -radius:radius + 1]
    round_ = down ** 2 + right ** 2 <= radius ** 2
    centres, sources = np.empty((0, 2), int), np.zeros(resistance.shape, np.int32)
    while len(centres) < count:
        centre = draw.integers(radius + 1, side - radius - 1, 2)
        near = ((centres - centre) ** 2).sum(axis=1) < (6 * radius) ** 2
        if near.any() or np.isnan(resistance[tuple(centre)]):
            continue
        centres = np.vstack([centres, centre])
        inside = tuple(slice(middle - radius, middle + radius + 1) for middle in centre)
        sources[inside][round_ & ~np.isnan(resistance[inside])] = len(centres)
    return sources


def _folder(side):
    return FOLDER / f'fractal_{side}'


def _load(side):
    import numpy as np

    from ecorestore.ecorestore_plugin.core.grid import Grid
    folder = _folder(side)
    return (np.load(folder / 'resistance.npy'), np.load(folder / 'sources.npy'),
            Grid((side, side), (0.0, CELL, 0.0, 0.0, 0.0, -CELL)))


def _mean(cost):
    import numpy as np
    return float(cost[np.isfinite(cost)].mean())


def kernel_of_classes(side):
    """As ``kernel``, on seven classes of resistance, where many ways cost the same."""
    return kernel(side, classes=True)


def kernel(side, classes=False):
    """The compiled search in this process, compiled before: cost, allocation and back link."""
    import numpy as np

    from ecorestore.ecorestore_plugin.core.engine import kernels
    from ecorestore.ecorestore_plugin.core.network import cost_compiled
    from ecorestore.ecorestore_plugin.core.network.cost_tiles import fill_cumulative_resistance
    kernels.enter_worker()
    resistance, sources, grid = _load(side)
    if classes:
        levels = np.array([1.0, 5.0, 10.0, 30.0, 50.0, 100.0, 300.0])[np.digitize(resistance, CLASSES)]
        resistance = np.where(np.isnan(resistance), np.nan, levels)
    small = np.ones((8, 8))
    small[0, 0] = 3
    for values, labels in ((small, np.eye(8, dtype=np.int16)), (resistance, sources.astype(np.int16))):
        shape = values.shape
        parts = np.empty(shape), np.empty(shape, np.int16), np.empty(shape, np.uint8)
        start = time.perf_counter()
        fill_cumulative_resistance(cost_compiled, values, labels, *parts, grid=grid, threads=os.cpu_count())
        seconds = time.perf_counter() - start
    return _mean(parts[0]), seconds


def tool(side):
    """As the tool calls it: a worker is started, loads its kernels, and gives the result back."""
    from ecorestore.ecorestore_plugin.core.engine import LocalEngine
    from ecorestore.ecorestore_plugin.core.network.cost_distance import cumulative_resistance
    resistance, sources, grid = _load(side)
    start = time.perf_counter()
    found = cumulative_resistance(resistance, sources, grid, engine=LocalEngine(1))
    seconds = time.perf_counter() - start
    return _mean(found.cost), seconds


def first_run(side):
    """The same when nothing has been compiled before, by numba or by Python."""
    os.environ['NUMBA_CACHE_DIR'] = str(FOLDER / 'compiled')
    shutil.rmtree(FOLDER / 'compiled', ignore_errors=True)
    return tool(side)


def without_numba(side):
    """In this process, with numpy: as the tool works below a million cells, and everywhere without numba."""
    from ecorestore.ecorestore_plugin.core.network.cost_distance import cumulative_resistance
    resistance, sources, grid = _load(side)
    start = time.perf_counter()
    found = cumulative_resistance(resistance, sources, grid)
    seconds = time.perf_counter() - start
    return _mean(found.cost), seconds


def grass(side):
    """r.cost with nearest= and outdir= in a location of its own; import and export are not timed."""
    import numpy as np
    folder = _folder(side) / 'grass'
    folder.mkdir(exist_ok=True)
    resistance, sources, _ = _load(side)
    np.where(np.isnan(resistance), -9999, resistance).tofile(folder / 'resistance.bin')
    sources.tofile(folder / 'sources.bin')
    del resistance, sources
    bounds = f'north={side} south=0 east={side} west=0 rows={side} cols={side}'
    (folder / 'run.sh').write_text(f'''set -e
r.in.bin -d input={folder}/resistance.bin output=resistance bytes=8 anull=-9999 {bounds} --quiet
r.in.bin input={folder}/sources.bin output=sources bytes=4 anull=0 {bounds} --quiet
g.region raster=resistance
date +%s.%N > {folder}/times
r.cost input=resistance start_raster=sources output=cost nearest=nearest outdir=back memory=4000 --quiet
date +%s.%N >> {folder}/times
r.out.bin input=cost output={folder}/cost.bin bytes=8 null=-9999 --quiet
''')
    subprocess.run(['grass', '--tmp-location', 'XY', '--exec', 'bash', str(folder / 'run.sh')], check=True,
                   capture_output=True)
    begin, end = map(float, (folder / 'times').read_text().split())
    cost = np.fromfile(folder / 'cost.bin')
    shutil.rmtree(folder)
    return float(cost[cost >= 0].mean()) * CELL, end - begin


def skimage(side):
    import numpy as np
    from skimage.graph import MCP_Geometric
    resistance, sources, _ = _load(side)
    costs = np.where(np.isnan(resistance), -1, resistance)
    starts = np.argwhere(sources > 0).tolist()
    start = time.perf_counter()
    cost, _ = MCP_Geometric(costs).find_costs(starts)
    return _mean(cost) * CELL, time.perf_counter() - start


def xarray_spatial(side):
    import numpy as np
    import xarray
    from xrspatial import cost_distance
    resistance, sources, _ = _load(side)

    def run(values, labels):
        places = [('y', np.arange(len(values))[::-1] * CELL), ('x', np.arange(len(values)) * CELL)]
        start = time.perf_counter()
        found = cost_distance(xarray.DataArray(labels.astype(float), places), xarray.DataArray(values, places))
        return _mean(found.values), time.perf_counter() - start

    run(np.ones((20, 20)), np.eye(20))  # compiles
    return run(resistance, sources)


def scipy(side):
    """A graph as one would write it, and one call of dijkstra; its third result is the allocation."""
    import numpy as np
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import dijkstra
    resistance, sources, _ = _load(side)
    start = time.perf_counter()
    number = np.arange(resistance.size, dtype=np.int32).reshape(resistance.shape)
    one, two, weights = [], [], []
    for down, right in ((0, 1), (1, 0), (1, 1), (1, -1)):
        first = (slice(0, side - down), slice(max(-right, 0), side - max(right, 0)))
        second = (slice(down, side), slice(max(right, 0), side + min(right, 0)))
        weight = (resistance[first] + resistance[second]) * (0.5 * CELL * np.hypot(down, right))
        known = np.isfinite(weight)
        one.append(number[first][known])
        two.append(number[second][known])
        weights.append(weight[known])
    one, two, weights = map(np.concatenate, (one, two, weights))
    graph = coo_matrix((np.concatenate([weights, weights]), (np.concatenate([one, two]), np.concatenate([two, one]))),
                       shape=(number.size, number.size)).tocsr()
    cost, _, _ = dijkstra(graph, indices=np.flatnonzero(sources), min_only=True, return_predecessors=True)
    return _mean(cost), time.perf_counter() - start


def scipy_of_system(side):
    """The same with the scipy beside the system's QGIS, which may be another version."""
    run = measured(__file__, 'scipy', side, python=SYSTEM)
    return run['value'], run['seconds']


PEERS = {'GRASS r.cost': grass, 'scikit-image': skimage, 'xarray-spatial': xarray_spatial, 'scipy': scipy,
         'scipy of the system': scipy_of_system}


def _installed(peer):
    module = {skimage: 'skimage', xarray_spatial: 'xrspatial'}.get(peer)
    return shutil.which('grass') is not None if peer is grass else not module or bool(importlib.util.find_spec(module))


def _fastest(function, side):
    """The best of three runs (of one that takes long), so that a disturbance by other programs does not count."""
    runs = [measured(__file__, function, side)]
    while len(runs) < 3 and runs[0]['seconds'] < 10:
        runs.append(measured(__file__, function, side))
    return min(runs, key=lambda run: run['seconds'])


def _rows_of(cells):
    side = round((cells * 1e6) ** 0.5)
    work = f'cost distance, {cells:g} M cells'
    measured(__file__, 'prepare', side)
    peers = {name: peer.__name__ for name, peer in PEERS.items()
             if _installed(peer) and not (peer in (scipy, scipy_of_system) and cells > PLAIN)}
    ours = ('kernel', 'kernel_of_classes', 'tool', 'without_numba', 'first_run')
    # Ours before and after the peers, so that both meet the same disturbances.
    found = {function: _fastest(function, side) for function in (*ours, *peers.values())}
    for function in ours:
        found[function] = min(found[function], _fastest(function, side), key=lambda run: run['seconds'])
    yield row(f'{work}, first run', found['first_run'], found['tool'],
              'start of a worker, compilation, work; peer: ours later')
    yield row(f'{work}, numpy in the running process', found['without_numba'], found['tool'], 'peer: ours in a worker')
    yield row(f'{work}, seven classes of resistance', found['kernel_of_classes'], found['kernel'],
              'kernel alone; peer: ours on single values')
    for name, peer in peers.items():
        other = found[peer]
        if abs(other['value'] / found['kernel']['value'] - 1) > CLOSE:
            raise RuntimeError(f'{name}: mean cost {other["value"]}, ours {found["kernel"]["value"]}')
        yield row(work, found['kernel'], other, f'{name}; ours: kernel alone')
        yield row(work, found['tool'], other, f'{name}; ours: with the start of a worker')
        yield row(work, found['without_numba'], other, f'{name}; ours: without numba')


def rows(sizes=SIZES):
    for cells in sizes:
        yield from _rows_of(cells)


if __name__ == '__main__':
    for line in rows([float(word) for word in sys.argv[1:]] or SIZES):
        print(line, flush=True)
