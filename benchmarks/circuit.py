"""Circuit solves on rasters with nodata holes, against smoothed aggregation (pyamg, the method Circuitscape takes by
default) and against the best direct solvers that install (PARDISO from pypardiso, CHOLMOD from scikit-sparse).

    [LARGE=1] benchmarks/circuit.py [millions of cells ...]

Synthetic landscape: fractal resistance over three orders of magnitude with noise, 6 % nodata in blobs; above 16 million
cells mirrored copies of it side by side. 8 neighbours, average resistance. Our time is from the raster to the current
map, compiled kernels at hand; that of the peers from the assembled matrix to the potentials. LARGE=1 adds 64 million
cells, and 235 million in single precision.
"""

import os
import sys
import time

from measure import ROOT, measured, row

FOLDER = ROOT / 'build' / 'bench-data'
BASE = 4096
SIDE, SOURCES = 1024, 50
GROWTH = (1024, 2048, 4096, *((8192,) if os.environ.get('LARGE') else ()))
SINGLE = (4096, 8192, 15330) if os.environ.get('LARGE') else ()


def fractal(side, exponent, seed):
    import numpy as np
    draw = np.random.default_rng(seed)
    waves = np.fft.rfft2(draw.standard_normal((side, side), dtype=np.float32))
    along, across = np.fft.rfftfreq(side), np.fft.fftfreq(side)[:, None]
    size = np.sqrt(along ** 2 + across ** 2)
    size[0, 0] = np.inf
    values = np.fft.irfft2(waves * size ** (-exponent / 2), s=(side, side)).astype(np.float32)
    return (values - values.mean()) / values.std()


def prepare(side):
    """Writes the conductance and the cells of the sources; a quarter of a side of the largest holds the base."""
    import numpy as np
    from scipy import ndimage
    path = FOLDER / f'circuit_{side}.npy'
    if path.exists():
        return 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    base = min(side, BASE)
    noise = np.random.default_rng(12).standard_normal((base, base), dtype=np.float32)
    resistance = np.exp(np.clip(np.log(31.6) + 1.45 * (fractal(base, 2.0, 7) + 0.35 * noise), 0, np.log(1000)))
    blobs = fractal(base, 3.2, 8)
    conductance = np.where(blobs > np.quantile(blobs, 0.94), 0, 1 / resistance).astype(np.float32)
    label = ndimage.label(conductance > 0, np.ones((3, 3)))[0]
    conductance[label != np.bincount(label.ravel())[1:].argmax() + 1] = 0
    target = np.lib.format.open_memmap(path.with_suffix('.part'), 'w+', np.float32, (side, side))
    for top in range(0, side, base):
        for left in range(0, side, base):
            part = target[top:top + base, left:left + base]
            turned = conductance[::-1] if top // base % 2 else conductance
            turned = turned[:, ::-1] if left // base % 2 else turned
            part[:] = turned[:part.shape[0], :part.shape[1]]
    target.flush()
    os.replace(path.with_suffix('.part'), path)
    return 0


def case(side, sources):
    """(conductance, flat cells of the sources)."""
    import numpy as np
    conductance = np.load(FOLDER / f'circuit_{side}.npy')
    draw = np.random.default_rng(3)
    cells = []
    while len(cells) < sources:
        cell = int(draw.integers(side // 16, side - side // 16) * side + draw.integers(side // 16, side - side // 16))
        if conductance.ravel()[cell] > 0:
            cells.append(cell)
    return conductance, cells


def solver():
    from ecorestore.ecorestore_plugin.core.circuit import raster_solver
    return raster_solver


def ours(side, sources, tolerance, single=False, compiled=True):
    """Resistance of the first pair, iterations, residual, and the share that loading and input take of the peak."""
    import numpy as np

    from ecorestore.ecorestore_plugin.core.engine import kernels
    kernels.enter_worker(compiled, os.cpu_count() or 1)
    conductance, cells = case(side, sources)
    small = np.ones((300, 300), conductance.dtype)
    for count in (2, 5):  # kernels for one and for several right-hand sides
        solver().focal_sums(small, [np.array([cell]) for cell in range(count)], single=single)
    start = time.perf_counter()
    found = solver().focal_sums(conductance, [np.array([cell]) for cell in cells], tolerance=tolerance, single=single)
    seconds = time.perf_counter() - start
    return (float(found.resistance[0, 1]), found.iterations, found.residual), seconds


def without_numba(side, sources):
    return ours(side, sources, 1e-8, compiled=False)


def matrix_of(side, sources):
    """The Laplacian without the first source, and the rows of the others."""
    import numpy as np

    from ecorestore.ecorestore_plugin.core.circuit.graph import build_graph, laplacian
    conductance, cells = case(side, sources)
    graph = build_graph(conductance.astype(float))
    nodes = graph.node.ravel()[cells]
    kept = np.arange(graph.count) != nodes[0]
    matrix = laplacian(graph.count, graph.u, graph.v, graph.g)[kept][:, kept]
    return matrix, nodes[1:] - (nodes[1:] > nodes[0])


def aggregation(side, tolerance):
    import numpy as np
    import pyamg
    matrix, rows = matrix_of(side, 2)
    right = np.zeros(matrix.shape[0])
    right[rows[0]] = 1
    steps = []
    start = time.perf_counter()
    levels = pyamg.smoothed_aggregation_solver(matrix, max_coarse=500)
    x = levels.solve(right, tol=tolerance, accel='cg', maxiter=300, residuals=steps)
    return (float(x[rows[0]]), len(steps) - 1, float(np.linalg.norm(matrix @ x - right))), time.perf_counter() - start


def pardiso(side, sources, repeats):
    """Factorisation and solves for all sources but one, as often as there are pairs per source."""
    import numpy as np
    from pypardiso import PyPardisoSolver
    from scipy.sparse import triu
    matrix, rows = matrix_of(side, sources)
    right = np.zeros((matrix.shape[0], len(rows)))
    right[rows, np.arange(len(rows))] = 1
    upper = triu(matrix, format='csr')
    start = time.perf_counter()
    factor = PyPardisoSolver(mtype=2)
    factor.factorize(upper)
    for _ in range(repeats):
        x = factor.solve(upper, right).reshape(right.shape)
    return (float(x[rows[0], 0]), 0, 0.0), time.perf_counter() - start


def cholmod(side, sources, repeats):
    import numpy as np
    from sksparse.cholmod import cholesky
    matrix, rows = matrix_of(side, sources)
    right = np.zeros((matrix.shape[0], len(rows)))
    right[rows, np.arange(len(rows))] = 1
    matrix = matrix.tocsc()
    start = time.perf_counter()
    factor = cholesky(matrix, ordering_method='nesdis', mode='supernodal')
    for _ in range(repeats):
        x = factor(right)
    return (float(x[rows[0], 0]), 0, 0.0), time.perf_counter() - start


def superlu(side, sources):
    """scipy's factorisation, all potentials, and the sums over pairs edge by edge."""
    import numpy as np
    from scipy.sparse.linalg import splu

    from ecorestore.ecorestore_plugin.core.circuit.graph import build_graph
    matrix, rows = matrix_of(side, sources)
    conductance, _ = case(side, sources)
    graph = build_graph(conductance.astype(float))
    matrix = matrix.tocsc()
    start = time.perf_counter()
    factor = splu(matrix, permc_spec='MMD_AT_PLUS_A', diag_pivot_thresh=0.0, options={'SymmetricMode': True})
    phi = np.zeros((matrix.shape[0] + 1, len(rows) + 1))
    for column, place in enumerate(rows):
        right = np.zeros(matrix.shape[0])
        right[place] = 1
        phi[:-1, column] = factor.solve(right)
    weight = 2.0 * np.arange(len(rows) + 1) - len(rows)
    total = 0.0
    for first in range(0, len(graph.g), 40000):
        part = slice(first, first + 40000)
        flow = (phi[graph.u[part]] - phi[graph.v[part]]) * graph.g[part, None]
        flow.sort(axis=1)
        total += float((flow @ weight).sum())
    return (float(phi[rows[0], 0]), 0, total), time.perf_counter() - start


def started(side):
    """A worker started for one pair and ended again, kernels from the cache."""
    import numpy as np

    from ecorestore.ecorestore_plugin.core.engine import LocalEngine
    conductance, cells = case(side, 2)
    task = {'focal': [np.array([cell]) for cell in cells], 'tolerance': 1e-6}
    start = time.perf_counter()
    found = LocalEngine(1).map(solver().focal_task, [task], shared={'conductance': conductance})[0]
    return (float(found.resistance[0, 1]), found.iterations, found.residual), time.perf_counter() - start


def compiling(side, folder):
    """The same with an empty cache."""
    os.environ['NUMBA_CACHE_DIR'] = folder
    return started(side)


def alone(work, found, note):
    (_, iterations, residual), seconds = found['value'], found['seconds']
    return {'work': work, 'ours': round(seconds, 3), 'ours_peak_mb': round(found['peak_mb']),
            'note': f'{iterations} iterations, residual {residual:.0e}; {note}'}


def compared(work, one, other, note):
    if abs(one['value'][0] / other['value'][0] - 1) > 1e-4:
        raise RuntimeError(f'{work}: resistances differ: {one["value"]} and {other["value"]}')
    return row(work, one, other, f'{one["value"][1]} iterations; {note}')


def least(function, *arguments, repeats=3):
    """The quickest of a few runs: other programs only ever add time."""
    return min((measured(__file__, function, *arguments) for _ in range(repeats)), key=lambda run: run['seconds'])


def installed(name):
    import importlib.util
    return importlib.util.find_spec(name) is not None


def pair_rows():
    one = least('ours', SIDE, 2, 1e-6)
    work = 'one pair, 1 M cells, to 1e-6'
    if installed('pyamg'):
        yield compared(work, one, least('aggregation', SIDE, 1e-6), 'peer smoothed aggregation CG (pyamg)')
    for name, package in (('pardiso', 'pypardiso'), ('cholmod', 'sksparse')):
        if installed(package):
            yield compared(work, one, least(name, SIDE, 2, 1, repeats=2), f'peer {name.upper()}, direct')
    yield alone('one pair, 1 M cells, to 1e-8', least('ours', SIDE, 2, 1e-8), 'kernels alone')
    yield alone('one pair, 1 M cells, to 1e-6', least('started', SIDE), 'worker started and ended')
    import tempfile
    with tempfile.TemporaryDirectory() as folder:
        yield alone('one pair, 1 M cells, to 1e-6', measured(__file__, 'compiling', SIDE, folder),
                    'worker started, kernels compiled for the first time')


def cumulative_rows():
    pairs = SOURCES * (SOURCES - 1) // 2
    work = f'{SOURCES} sources, {pairs} pairs, cumulative map, 1 M cells'
    one = least('ours', SIDE, SOURCES, 1e-6, repeats=2)
    for name, package in (('cholmod', 'sksparse'), ('pardiso', 'pypardiso')):
        if installed(package):
            # As many solves as pairs: those of all sources but one, half as often as there are sources.
            peer = measured(__file__, name, SIDE, SOURCES, SOURCES // 2)
            yield compared(work, one, peer, f'peer {name.upper()}, one solve per pair, no map')
            break
    yield alone(work, measured(__file__, 'ours', SIDE, SOURCES, 1e-8), 'to 1e-8')
    one, other = measured(__file__, 'without_numba', SIDE, SOURCES), measured(__file__, 'superlu', SIDE, SOURCES)
    yield compared(work, one, other, 'ours without numba; peer SuperLU (scipy) with superposition')


def growth_rows(sides):
    for side in sides:
        measured(__file__, 'prepare', side)
        yield alone(f'one pair, {side * side / 1e6:.0f} M cells, to 1e-6', measured(__file__, 'ours', side, 2, 1e-6),
                    'double precision')
    for side in SINGLE:
        measured(__file__, 'prepare', side)
        yield alone(f'one pair, {side * side / 1e6:.0f} M cells, to 1e-4',
                    measured(__file__, 'ours', side, 2, 1e-4, True), 'single precision')


def rows():
    measured(__file__, 'prepare', SIDE)
    yield from pair_rows()
    yield from cumulative_rows()
    yield from growth_rows(GROWTH)


if __name__ == '__main__':
    for line in growth_rows([round((float(size) * 1e6) ** 0.5) for size in sys.argv[1:]] or GROWTH):
        print(line, flush=True)
