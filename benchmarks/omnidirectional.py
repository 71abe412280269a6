"""Cost per window of omnidirectional connectivity against one factorisation per window, tiles, and workers."""

import importlib.util
import os
import time

from measure import measured, row

WINDOWS = {20: (3, 400), 40: (5, 150), 80: (9, 30), 160: (17, 30)}  # radius: block and number of windows
POTENTIALS = {20: 64, 40: 32, 80: 16, 160: 8}


def one_thread():
    """Keeps the libraries to one thread, before they are loaded: the work is shared out by windows."""
    os.environ.update(dict.fromkeys(('OPENBLAS_NUM_THREADS', 'MKL_NUM_THREADS', 'OMP_NUM_THREADS'), '1'))


def landscape(side, seed=1):
    """Resistance 1 to 1000 in patches with noise, 6 % nodata, as conductance."""
    import numpy as np
    from scipy import ndimage
    random = np.random.default_rng(seed)
    smooth = ndimage.gaussian_filter(random.standard_normal((side, side)), 5)
    value = 0.9 * smooth / smooth.std() + 0.45 * random.standard_normal((side, side))
    conductance = 1.0 / np.clip(32 * np.exp(1.5 * value), 1, 1000)
    holes = ndimage.gaussian_filter(random.standard_normal((side, side)), 4)
    conductance[holes > np.quantile(holes, 0.94)] = 0.0
    return conductance


def interior(radius, count):
    """(tile, targets, amounts) of neighbouring windows that no edge cuts, source strength 1."""
    import math

    import numpy as np

    from ecorestore.ecorestore_plugin.core.checks import never
    from ecorestore.ecorestore_plugin.core.circuit.omni_targets import Window
    from ecorestore.ecorestore_plugin.core.circuit.omni_tiles import Rules, Tile
    from ecorestore.ecorestore_plugin.core.circuit.omni_window import conductors_of
    block = WINDOWS[radius][0]
    across = math.ceil(math.sqrt(count * 1.2))
    conductance = landscape(2 * radius + 1 + (across - 1) * block)
    window = Window(float(radius), 0.0, block)
    rules = Rules(window, 8, 'conductance', False, False, ())
    tile = Tile(rules, conductors_of(conductance), np.ones(conductance.shape), [], np.ones(window.conductors.shape),
                never)
    targets = np.array([(radius + down * block, radius + right * block)
                        for down in range(count // across) for right in range(across)])
    return tile, targets, np.full(len(targets), float(block ** 2))


def ours(radius, count):
    """Largest current, each window by itself, with scipy."""
    one_thread()
    tile, targets, amounts = interior(radius, count)
    tile.gather(targets[:1], amounts)  # loads scipy
    tile.current[:] = 0.0
    start = time.perf_counter()
    tile.gather(targets, amounts)
    return float(tile.current.max()), (time.perf_counter() - start) / len(targets)


def ours_together(radius, count):
    """Largest current, neighbouring windows side by side, by compiled kernels that are in the cache."""
    one_thread()
    from ecorestore.ecorestore_plugin.core.circuit import omni_compiled
    tile, targets, amounts = interior(20, 8)
    tile.gather_together(targets, amounts, omni_compiled)
    tile, targets, amounts = interior(radius, count)
    start = time.perf_counter()
    tile.gather_together(targets, amounts, omni_compiled)
    return float(tile.current.max()), (time.perf_counter() - start) / len(targets)


def peer(radius, count, solver, most):
    """The same by a sparse matrix and a factorisation per window, as Omniscape does; at most ``most`` windows.

    The value is that of all windows only where ``most`` holds them.
    """
    one_thread()
    import numpy as np

    from ecorestore.ecorestore_plugin.core.circuit.omni_targets import window_sources
    from ecorestore.ecorestore_plugin.core.circuit.omni_window import reached_from
    tile, targets, amounts = interior(radius, count)
    solve, current = factorisation(solver), np.zeros(tile.current.shape)
    one_window(tile.conductors.edges[:, :9, :9], np.ones((9, 9), bool), np.ones((9, 9)), (4, 4), solve)
    start = time.perf_counter()
    for target, amount in zip(targets[:most].tolist(), amounts):
        inside, own = tile.window.parts(target, current.shape)
        centre = tuple(place - part.start for place, part in zip(target, inside))
        nodes = tile.conductors.nodes[inside] & tile.window.conductors[own]
        nodes = reached_from(nodes, centre, 8)
        inflow = window_sources(tile.strength, tile.window, target, amount)
        if nodes.any():
            current[inside] += one_window(tile.conductors.edges[:, inside[0], inside[1]], nodes, inflow, centre, solve)
    return float(current.max()), (time.perf_counter() - start) / min(most, len(targets))


def one_window(edges, nodes, inflow, centre, solve):
    import numpy as np
    from scipy.sparse import coo_matrix, diags

    from ecorestore.ecorestore_plugin.core.circuit.omni_window import STEPS, step_slices
    number = np.where(nodes, (np.cumsum(nodes) - 1).reshape(nodes.shape), -1)
    one, other, between = [], [], []
    for edge, step in zip(edges, STEPS):
        here, there = step_slices(step, nodes.shape)
        joined = nodes[here] & nodes[there]
        one.append(number[here][joined])
        other.append(number[there][joined])
        between.append(edge[here][joined])
    one, other, between = (np.concatenate(part) for part in (one, other, between))
    count = int(nodes.sum())
    matrix = coo_matrix((between, (one, other)), shape=(count, count)).tocsr()
    matrix = matrix + matrix.T
    laplacian = (diags(np.asarray(matrix.sum(axis=1)).ravel()) - matrix).tocsr()
    given = inflow[nodes]
    kept = np.arange(count) != number[centre]
    voltage = np.zeros(count)
    voltage[kept] = solve(laplacian[kept][:, kept], given[kept])
    given[number[centre]] = -given.sum()
    flow = between * np.abs(voltage[one] - voltage[other])
    found = np.zeros(nodes.shape)
    found[nodes] = 0.5 * (np.abs(given) + np.bincount(one, flow, count) + np.bincount(other, flow, count))
    return found


def factorisation(name):
    """A function that solves one symmetric positive definite system."""
    if name == 'SuperLU':
        from scipy.sparse.linalg import splu
        return lambda matrix, right: splu(matrix.tocsc(), permc_spec='MMD_AT_PLUS_A', diag_pivot_thresh=0.0,
                                          options={'SymmetricMode': True}).solve(right)
    if name == 'CHOLMOD':
        from sksparse.cholmod import cholesky
        return lambda matrix, right: cholesky(matrix.tocsc())(right)
    from pypardiso import PyPardisoSolver
    from scipy.sparse import triu
    solver = PyPardisoSolver(mtype=2)

    def solve(matrix, right):
        upper = triu(matrix, format='csr')
        solver.factorize(upper)
        return solver.solve(upper, right)
    return solve


def ours_potential(radius, count):
    """Largest flow potential of windows without the landscape, by cosines."""
    one_thread()
    import numpy as np

    from ecorestore.ecorestore_plugin.core.circuit.omni_tiles import BATCH_CELLS
    from ecorestore.ecorestore_plugin.core.circuit.omni_uniform import uniform_current
    given = inflows(radius, count)
    together = max(1, BATCH_CELLS // given[0].size)
    uniform_current(given[:1])  # loads scipy.fft
    start = time.perf_counter()
    found = [uniform_current(given[first:first + together]).sum(axis=0) for first in range(0, count, together)]
    return float(np.sum(found, axis=0).max()), (time.perf_counter() - start) / count


def peer_potential(radius, count, solver, most):
    one_thread()
    import numpy as np

    from ecorestore.ecorestore_plugin.core.circuit.omni_window import conductors_of
    given, solve = inflows(radius, count), factorisation(solver)
    side = 2 * radius + 1
    conductors = conductors_of(np.ones((side, side)))
    found = np.zeros((side, side))
    start = time.perf_counter()
    for flows in given[:most]:
        found += one_window(conductors.edges, conductors.nodes, np.maximum(flows, 0.0), (radius, radius), solve)
    return float(found.max()), (time.perf_counter() - start) / min(most, count)


def inflows(radius, count):
    import numpy as np
    given = np.random.default_rng(1).random((count, 2 * radius + 1, 2 * radius + 1))
    given[:, radius, radius] = 0.0
    given[:, radius, radius] = -given.sum(axis=(1, 2))
    return given


def whole(side, radius, block, workers, tile):
    """Largest of current and flow potential of a raster; in workers that already run, or here where there are none.

    With compiled kernels in either case, and one thread each.
    """
    one_thread()
    from ecorestore.ecorestore_plugin.core.circuit.omni import omnidirectional
    from ecorestore.ecorestore_plugin.core.circuit.omni_targets import Window
    from ecorestore.ecorestore_plugin.core.engine import InProcessEngine, LocalEngine, kernels
    if not workers:
        kernels.enter_worker()
    conductance = landscape(side)
    with LocalEngine(workers) if workers else InProcessEngine() as engine:
        small = conductance[:250, :250]
        omnidirectional(small, small, Window(float(radius), 0.0, 2 * (radius // 4) + 1), engine=engine)
        start = time.perf_counter()
        found = omnidirectional(conductance, conductance, Window(float(radius), 0.0, block), tile=tile, engine=engine)
        seconds = time.perf_counter() - start
    return float(found.current.max() + found.potential.max()), seconds


def least(*call):
    """The quickest of three runs: others use the machine too."""
    return min((measured(__file__, *call) for _ in range(3)), key=lambda run: run['seconds'])


def peers():
    """The factorisations that are installed."""
    return ['SuperLU', *(name for name, package in (('PARDISO', 'pypardiso'), ('CHOLMOD', 'sksparse'))
                         if importlib.util.find_spec(package))]


def per_window(seconds):
    """Milliseconds in the place of seconds, which the table calls so in its first column."""
    return {**seconds, 'seconds': 1000 * seconds['seconds']}


def rows():
    yield from landscape_rows()
    yield from potential_rows()
    tiled, untiled = least('whole', 200, 20, 3, 0, None), least('whole', 200, 20, 3, 0, 1000)
    if abs(tiled['value'] / untiled['value'] - 1) > 1e-12:
        raise RuntimeError(f'tiled and untiled differ: {tiled["value"]} and {untiled["value"]}')
    yield row('4356 windows of radius 20, 200 x 200 cells: tiled, untiled', tiled, untiled,
              'peer is ours without tiles; one process; current and flow potential')
    for side, radius, block in ((220, 40, 5), (250, 160, 17)):
        two, one = least('whole', side, radius, block, 2, None), least('whole', side, radius, block, 0, None)
        yield row(f'radius {radius}, block {block}, {side} x {side} cells: two workers, one process', two, one,
                  'peer is ours in one process; workers already run; current and flow potential')


def landscape_rows():
    """Each window by itself everywhere; side by side where that pays."""
    for radius, (block, count) in WINDOWS.items():
        most = count if radius < 80 else 6
        ours = [(name, least(name, radius, count)) for name in (['ours', 'ours_together'] if radius > 40 else ['ours'])]
        for solver in peers():
            other = least('peer', radius, count, solver, most)
            for name, one in ours:
                if most == count and abs(one['value'] / other['value'] - 1) > 1e-6:
                    raise RuntimeError(f'results differ: {one["value"]} and {other["value"]}')
                yield row(f'ms per window, radius {radius}, block {block}', per_window(one), per_window(other),
                          f'{"each by itself, scipy" if name == "ours" else "side by side, numba"}; peer {solver}, '
                          'one factorisation per window')


def potential_rows():
    for radius, count in POTENTIALS.items():
        most = count if radius < 80 else 4
        one = least('ours_potential', radius, count)
        for solver in peers()[1:]:
            other = least('peer_potential', radius, count, solver, most)
            if most == count and abs(one['value'] / other['value'] - 1) > 1e-6:
                raise RuntimeError(f'results differ: {one["value"]} and {other["value"]}')
            yield row(f'ms per flow potential, radius {radius}', per_window(one), per_window(other),
                      f'scipy; peer {solver}, one factorisation per window')
