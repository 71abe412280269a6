"""Improvement scores of barriers against focal minima with a footprint, as Barrier Mapper's focal statistics take them.

The peer is what a planner would script with scipy: a cost surface per source with csgraph.dijkstra, and for every
source and radius one ndimage.minimum_filter over the whole raster with the disk as footprint, kept for all links.
"""

import time

from measure import paired, row

SIDE = 1000
CELL = 100.0


def network(side, count):
    """Resistance with towns and roads, square sources on a loose grid, and links between neighbours on it."""
    import numpy as np
    from scipy import ndimage
    random = np.random.default_rng(1)
    noise = ndimage.gaussian_filter(random.random((side, side)), 8)
    resistance = np.digitize(noise, np.quantile(noise, [0.3, 0.6, 0.85, 0.95])) * 12.0 + 1.0
    resistance[random.integers(0, side, 12)] = 80.0
    sources = np.zeros((side, side), int)
    places = [(np.arange(count) * 2 + 1) * side // (2 * count) for _ in range(2)]
    number = np.arange(1, count * count + 1).reshape(count, count)
    for row_of, down in enumerate(places[0]):
        for column_of, right in enumerate(places[1]):
            top, left = np.array([down, right]) + random.integers(-side // 40, side // 40, 2)
            sources[top - side // 60:top + side // 60, left - side // 60:left + side // 60] = number[row_of, column_of]
    resistance[sources > 0] = 1.0
    links = [(int(a), int(b)) for first, second in ((number[:, :-1], number[:, 1:]), (number[:-1], number[1:]))
             for a, b in zip(first.ravel(), second.ravel())]
    return resistance, sources, links


def value_of(score):
    """What both sides must agree on."""
    import numpy as np
    return float(np.nansum(score))


def grid_of(side):
    from ecorestore.ecorestore_plugin.core.grid import Grid
    return Grid((side, side), (0.0, CELL, 0.0, 0.0, 0.0, -CELL))


def ours(side, count, radii):
    """All in this process, without compiled kernels."""
    import numpy as np

    from ecorestore.ecorestore_plugin.core.network.barriers import barrier_improvement
    resistance, sources, links = network(side, count)
    start = time.perf_counter()
    found = barrier_improvement(resistance, sources, links, grid_of(side), np.array(radii) * CELL)
    return value_of(found.score), time.perf_counter() - start


def ours_windows(side, count, radii):
    """Only what follows the cost surfaces."""
    from ecorestore.ecorestore_plugin.core.network import barriers
    spent, inner = [0.0], barriers._surfaces

    def timed(*arguments):
        start = time.perf_counter()
        found = inner(*arguments)
        spent[0] = time.perf_counter() - start
        return found

    barriers._surfaces = timed
    value, seconds = ours(side, count, radii)
    return value, seconds - spent[0]


def ours_engine(side, count, radii):
    """In workers with compiled kernels; their start counts."""
    import numpy as np

    from ecorestore.ecorestore_plugin.core.engine import LocalEngine
    from ecorestore.ecorestore_plugin.core.network.barriers import barrier_improvement
    resistance, sources, links = network(side, count)
    start = time.perf_counter()
    with LocalEngine() as engine:
        found = barrier_improvement(resistance, sources, links, grid_of(side), np.array(radii) * CELL, engine=engine)
    return value_of(found.score), time.perf_counter() - start


def peer(side, count, radii, windows_only=False):
    import numpy as np
    from scipy import ndimage
    from scipy.sparse.csgraph import dijkstra

    from ecorestore.ecorestore_plugin.core.network.cost_distance import cost_graph
    resistance, sources, links = network(side, count)
    start = time.perf_counter()
    graph = cost_graph(resistance, grid_of(side))
    from scipy.sparse import csr_matrix
    matrix = csr_matrix((graph.weights, graph.indices, graph.indptr), shape=(graph.nodes,) * 2)
    costs = {number: dijkstra(matrix, indices=np.flatnonzero(sources == number), min_only=True).reshape(sources.shape)
             for number in np.unique(sources[sources > 0]).tolist()}
    if windows_only:
        start = time.perf_counter()
    best = np.zeros(sources.shape)
    for radius in radii:
        steps = np.arange(-radius, radius + 1)
        disk = np.hypot(*np.meshgrid(steps, steps)) <= radius + 1e-9
        least = {number: ndimage.minimum_filter(cost, footprint=disk, mode='constant', cval=np.inf)
                 for number, cost in costs.items()}
        across = 2 * radius * CELL
        for first, second in links:
            distance = costs[first][sources == second].min()
            np.maximum(best, (distance - least[first] - least[second] - across) / across, out=best)
    best[sources > 0] = 0
    return value_of(best), time.perf_counter() - start


def peer_windows(side, count, radii):
    return peer(side, count, radii, True)


WAYS = (('ours', 'peer', 'all, one process each, no compiled kernels'),
        ('ours_engine', 'peer', 'all, ours in fresh workers with numba'),
        ('ours_windows', 'peer_windows', 'windows only, cost surfaces given'))


def rows():
    for count, radii in ((4, (3, 6, 9)), (4, (10, 20, 30)), (10, (3, 6, 9))):
        for name, other, note in WAYS:
            one, two = paired(__file__, name, other, SIDE, count, radii, repeats=1)
            if abs(one['value'] - two['value']) > 1e-6 * two['value']:
                raise RuntimeError(f'results differ: {one["value"]} and {two["value"]}')
            yield row(f'barriers, {SIDE * SIDE / 1e6:g} M cells, {count * count} sources, {2 * count * (count - 1)} '
                      f'links, radii of {", ".join(map(str, radii))} cells', one, two,
                      f'{note}; peer scipy: dijkstra per source, minimum_filter with footprint per source and radius')
