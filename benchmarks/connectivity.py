"""dPC of every patch, all removals: against a plain Python reference and against a script with scipy."""

import time

from measure import measured, paired, row

PLAIN, SCRIPTED, MANY = 80, 300, 1000
DISTANCE = 2000.0


def landscape(count):
    """Edge distances and areas of random discs in a square of 100 km."""
    import numpy as np
    rng = np.random.default_rng(1)
    places = rng.uniform(0, 100e3, (count, 2))
    radius = np.minimum(50 + 200 * rng.pareto(1.5, count), 5000)
    distances = np.hypot(*(places[:, np.newaxis] - places).transpose(2, 0, 1)) - radius - radius[:, np.newaxis]
    distances = np.maximum(distances, 0)
    np.fill_diagonal(distances, 0)
    return distances, radius ** 2


def ours(count):
    """Largest dPC; dIIC, betweenness and components come with it."""
    from ecorestore.ecorestore_plugin.core.sources.connectivity import connectivity
    distances, areas = landscape(count)
    start = time.perf_counter()
    found = connectivity(distances, areas, [DISTANCE])[0]
    return float(found.by_pc.connector.sum() + found.by_pc.delta.max()), time.perf_counter() - start


def parts(losses, areas, numerator, strength):
    """The number that ``ours`` returns, from the sums without each patch."""
    delta = [100 * loss / numerator for loss in losses]
    local = [100 * (area * area + 2 * area * (total - area)) / numerator for area, total in zip(areas, strength)]
    return float(sum(delta) - sum(local) + max(delta))


def plain(count):
    """Dijkstra with a heap on lists of probabilities, all pairs again without each patch."""
    import heapq
    import math
    distances, areas = (array.tolist() for array in landscape(count))
    start = time.perf_counter()
    rate = math.log(2) / DISTANCE

    def strengths(kept):
        found = []
        for source in kept:
            best, waiting = {}, [(0.0, source)]
            while waiting:
                length, here = heapq.heappop(waiting)
                if here in best:
                    continue
                best[here] = length
                for other in kept:
                    if other not in best:
                        heapq.heappush(waiting, (length + distances[here][other], other))
            found.append(sum(areas[other] * math.exp(-rate * length) for other, length in best.items()))
        return found

    everyone = list(range(count))
    strength = strengths(everyone)
    numerator = sum(area * total for area, total in zip(areas, strength))
    losses = []
    for patch in everyone:
        kept = [other for other in everyone if other != patch]
        losses.append(numerator - sum(areas[other] * total for other, total in zip(kept, strengths(kept))))
    return parts(losses, areas, numerator, strength), time.perf_counter() - start


def scripted(count):
    """scipy's Floyd-Warshall on the whole matrix, again without each patch."""
    import numpy as np
    from scipy.sparse.csgraph import floyd_warshall
    distances, areas = landscape(count)
    start = time.perf_counter()
    rate = np.log(2) / DISTANCE
    # A distance up to 1e-8 would be no link to scipy.
    distances = np.where(distances > 0, distances, 1e-4)

    def strengths(kept):
        return np.exp(-rate * floyd_warshall(distances[np.ix_(kept, kept)])) @ areas[kept]

    everyone = np.arange(count)
    strength = strengths(everyone)
    numerator = float(areas @ strength)
    losses = []
    for patch in everyone:
        kept = np.delete(everyone, patch)
        losses.append(numerator - float(areas[kept] @ strengths(kept)))
    return parts(losses, areas, numerator, strength), time.perf_counter() - start


def rows():
    for count, peer, note in ((PLAIN, 'plain', 'peer plain Python'), (SCRIPTED, 'scripted', 'peer scipy per removal')):
        one, other = paired(__file__, 'ours', peer, count, repeats=1)
        if abs(one['value'] - other['value']) > 1e-5 * abs(other['value']):
            raise RuntimeError(f'results differ: {one["value"]} and {other["value"]}')
        yield row(f'dPC of {count} patches, all removals', one, other, f'{note}; ours with dIIC and betweenness')
    alone = measured(__file__, 'ours', MANY)
    yield {'work': f'dPC of {MANY} patches, all removals', 'ours': round(alone['seconds'], 3), 'peer': '', 'ratio': '',
           'ours_peak_mb': round(alone['peak_mb']), 'peer_peak_mb': '',
           'note': 'one process; with dIIC and betweenness; no peer measured'}
