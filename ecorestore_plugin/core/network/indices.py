"""Indices of a network of patches and links: its structure as a whole, and the place of each patch and link in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_positive, never, part_of, silent, stop_if
from ..engine import check_capacity
from ..errors import EmptyInputError, GridMismatchError, ParameterError, ValueRangeError
from ..graph import ROUNDING, components, graph_of_links, shortest_distances

METRES_PER_KM = 1000.0
BATCH = 400000  # link directions followed at the same time
# Matrices of all pairs held at the same time.
MATRICES = 5
SECONDS = 1e-6  # per patch and link


@dataclass(frozen=True)
class NetworkIndices:
    """Structure of a network.

    Attributes
    ----------
    patches, links, components : V, L (pairs of patches with a link) and p
    alpha : circuits as a share of the most there can be, (L - V + p) / (2V - 5); NaN for fewer than 3 patches
    beta : links per patch, L / V
    gamma : links as a share of the most there can be, L / (3 (V - 2)); NaN for fewer than 3 patches
    cost_ratio : 1 - L / total length in km
    degree : (patches,) int, linked patches
    component : (patches,) int, 1 for the one with the most patches
    betweenness : (patches,) float, pairs of other patches whose cheapest way leads through it, equal ways sharing
    mean_cost : (patches,) float, mean least cost to the patches it can reach; NaN where there is none
    closeness : (patches,) float, reached / mean cost / (V - 1); 0 where none is reached
    current_flow : (patches,) float, sum of currents through the patch over all pairs at 1 A, amperes
    link_betweenness, link_current_flow : (links given,) the same for the links
    in_tree : (links given,) bool, whether the minimum spanning tree of the costs needs the link
    """

    patches: int
    links: int
    components: int
    alpha: float
    beta: float
    gamma: float
    cost_ratio: float
    degree: np.ndarray
    component: np.ndarray
    betweenness: np.ndarray
    mean_cost: np.ndarray
    closeness: np.ndarray
    current_flow: np.ndarray
    link_betweenness: np.ndarray
    link_current_flow: np.ndarray
    in_tree: np.ndarray


def network_indices(patches, pairs, costs, lengths, progress=silent, cancelled=never) -> NetworkIndices:
    """Indices of a network of patches.

    Parameters
    ----------
    patches : number of patches, those without a link included
    pairs : (links, 2) int, positions of the linked patches from 0
    costs : (links,) float above 0, resistance of a link: its least-cost distance
    lengths : (links,) float above 0, metres

    Raises
    ------
    ValueRangeError, EmptyInputError, ParameterError, GridMismatchError
    CapacityError : the matrices of all pairs do not fit into memory

    Source: Cook 2002, Landscape and Urban Planning, doi:10.1016/S0169-2046(01)00226-2; Rodrigue 2020, The Geography
    of Transport Systems (circuits of several components); Freeman 1977, doi:10.2307/3033543; Brandes 2001,
    doi:10.1080/0022250X.2001.9990249; McRae et al. 2008, doi:10.1890/07-1861.1 (current flow)
    """
    pairs, costs, lengths = _checked(patches, pairs, costs, lengths)
    check_capacity(8.0 * MATRICES * float(patches) ** 2, f'{patches} x {patches}',
                   SECONDS * patches * len(pairs), progress)
    cheapest = cheapest_of_parallel(pairs, costs)
    joined = np.zeros((patches, patches), bool)
    direct = np.full((patches, patches), np.inf)
    for first, second in (pairs[cheapest].T, pairs[cheapest].T[::-1]):
        joined[first, second] = True
        direct[first, second] = costs[cheapest]
    graph = graph_of_links(joined, direct)
    del joined, direct
    component = components(graph)
    progress(0.1, 'Cheapest ways between {count} patches', count=patches)
    distances = shortest_distances(graph)
    stop_if(cancelled)
    between, found = cheapest_way_betweenness(distances, pairs[cheapest], costs[cheapest],
                                              part_of(progress, 0.2, 0.6), cancelled)
    link_between = np.zeros(len(pairs))
    link_between[cheapest] = found
    stop_if(cancelled)
    progress(0.6, 'Currents between {count} patches', count=patches)
    node_current, link_current = current_flow_centrality(component, pairs, costs, part_of(progress, 0.6, 0.95),
                                                         cancelled)
    reached = np.isfinite(distances).sum(axis=1) - 1
    total = np.where(np.isfinite(distances), distances, 0.0).sum(axis=1)
    mean = np.divide(total, reached, out=np.full(patches, np.nan), where=reached > 0)
    closeness = np.where(reached > 0, reached / np.where(reached > 0, mean, 1.0) / max(patches - 1, 1), 0.0)
    count, parts = int(cheapest.size), int(component.max())
    many = patches > 2
    return NetworkIndices(
        int(patches), count, parts, (count - patches + parts) / (2 * patches - 5) if many else np.nan,
        count / patches, count / (3 * (patches - 2)) if many else np.nan,
        1 - count / (lengths[cheapest].sum() / METRES_PER_KM), np.bincount(pairs[cheapest].ravel(), minlength=patches),
        component, between, mean, closeness, node_current, link_between, link_current,
        minimum_spanning_tree(patches, pairs, costs))


def _checked(patches, pairs, costs, lengths):
    pairs = np.asarray(pairs, dtype=np.int64).reshape(-1, 2)
    costs, lengths = np.asarray(costs, dtype=float), np.asarray(lengths, dtype=float)
    if not len(pairs):
        raise EmptyInputError('There is no link, and so no network.')
    if costs.shape != (len(pairs),) or lengths.shape != (len(pairs),):
        raise GridMismatchError('Every link needs one cost and one length.')
    for name, values in (('Cost of the links', costs), ('Length of the links', lengths)):
        check_positive(name, values)
        if np.isnan(values).any():
            raise ValueRangeError('{name}: {count} values are missing.', name=name, count=int(np.isnan(values).sum()))
    if pairs.min() < 0 or pairs.max() >= patches:
        raise ParameterError('A link leads to a patch that does not exist.')
    loops = int((pairs[:, 0] == pairs[:, 1]).sum())
    if loops:
        raise ParameterError('{count} links begin and end in the same patch. Remove them.', count=loops)
    return pairs, costs, lengths


def cheapest_of_parallel(pairs, costs) -> np.ndarray:
    """Positions of the cheapest link of every linked pair, the first where several are equal; ascending."""
    low, high = np.sort(np.asarray(pairs), axis=1).T
    order = np.lexsort((costs, high, low))
    fresh = np.ones(order.size, bool)
    fresh[1:] = (low[order][1:] != low[order][:-1]) | (high[order][1:] != high[order][:-1])
    return np.sort(order[fresh])


def minimum_spanning_tree(patches, pairs, costs) -> np.ndarray:
    """(links,) bool, the cheapest links that join all that can be joined; of equal ones the first is taken.

    Source: Kruskal 1956, doi:10.1090/S0002-9939-1956-0078686-7
    """
    root = list(range(patches))
    taken = np.zeros(len(pairs), bool)

    def find(vertex):
        while root[vertex] != vertex:
            root[vertex] = root[root[vertex]]
            vertex = root[vertex]
        return vertex

    for link in np.argsort(costs, kind='stable').tolist():
        first, second = find(int(pairs[link][0])), find(int(pairs[link][1]))
        if first != second:
            root[first] = second
            taken[link] = True
    return taken


def cheapest_way_betweenness(distances, pairs, costs, progress=silent, cancelled=never):
    """In how many pairs the cheapest way leads through each patch and each link; equally cheap ways share a pair.

    Parameters
    ----------
    distances : (n, n) float, least costs over the links
    pairs : (links, 2) int, no two alike
    costs : (links,) float above 0

    Returns
    -------
    (n,) float over pairs of other patches, (links,) float over all pairs
    """
    count, links = len(distances), len(pairs)
    start, end = np.concatenate([pairs, pairs[:, ::-1]]).T
    step = np.concatenate([costs, costs])
    through, along = np.zeros(count), np.zeros(2 * links)
    size = max(BATCH // (2 * links), 1)
    for first in range(0, count, size):
        stop_if(cancelled)
        progress(first / count)
        sources = np.arange(first, min(first + size, count))
        dependency, used = _dependencies(distances[sources], sources, start, end, step)
        through += dependency.sum(axis=0)
        along += used
    return through / 2.0, (along[:links] + along[links:]) / 2.0


def _dependencies(reach, sources, start, end, step):
    """Dependencies (sources, n) of the patches and (directions,) of the links on ways from some sources."""
    from scipy.sparse import csr_matrix

    count = reach.shape[1]
    tight = (reach[:, start] + step <= reach[:, end] * ROUNDING) & (reach[:, start] < reach[:, end])
    tight &= np.isfinite(reach[:, end])
    row, direction = np.nonzero(tight)
    before, after = row * count + start[direction], row * count + end[direction]
    size = reach.size
    onward = csr_matrix((np.ones(row.size), (after, before)), shape=(size, size))
    ring = np.zeros(size)
    ring[np.arange(len(sources)) * count + sources] = 1.0
    ways = ring.copy()
    while ring.any():
        ring = onward @ ring
        ways += ring
    share = ways[before] / ways[after]
    back = csr_matrix((share, (before, after)), shape=(size, size))
    ring, dependency = np.ones(size), np.zeros(size)
    while True:
        ring = back @ ring
        if not ring.any():
            break
        dependency += ring
    used = np.bincount(direction, weights=share * (1 + dependency[after]), minlength=start.size)
    dependency = dependency.reshape(reach.shape)
    dependency[np.arange(len(sources)), sources] = 0.0
    return dependency, used


def current_flow_centrality(component, pairs, costs, progress=silent, cancelled=never):
    """Sums of the currents through patches and links when 1 A flows between every pair of a component in turn.

    A link is a resistor of its cost. With the potentials X of one grounded solve per component the current of pair
    (s, t) in link (u, v) is |y_s - y_t| / cost, y = X_u - X_v; the sum over all pairs follows from the sorted y as
    sum over r of (2r - k + 1) y_(r).

    Parameters
    ----------
    component : (n,) int, from ``components``
    pairs : (links, 2) int; several links of a pair are resistors side by side
    costs : (links,) float above 0

    Returns
    -------
    (n,) and (links,) float, amperes; a patch counts 1 A for every pair it is an end of, 0 where it is alone

    Source: McRae and Kavanagh 2011, Linkage Mapper; McRae et al. 2008, Ecology, doi:10.1890/07-1861.1
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.linalg import splu

    component = np.asarray(component)
    scale = float(np.median(costs))
    conductance = scale / np.asarray(costs, dtype=float)
    of_links = np.zeros(len(pairs))
    position = np.zeros(component.size, np.int64)
    numbers = np.unique(component[pairs[:, 0]]) if len(pairs) else []
    for done, number in enumerate(numbers):
        stop_if(cancelled)
        members = np.flatnonzero(component == number)
        position[members] = np.arange(members.size)
        mine = np.flatnonzero(component[pairs[:, 0]] == number)
        first, second = position[pairs[mine]].T
        value = conductance[mine]
        matrix = coo_matrix((np.concatenate([value, value, -value, -value]),
                             (np.concatenate([first, second, first, second]),
                              np.concatenate([first, second, second, first]))), shape=(members.size, members.size))
        # The last patch is the ground.
        potential = np.zeros((members.size, members.size))
        potential[:-1, :-1] = splu(matrix.tocsc()[:-1, :-1].tocsc()).solve(np.eye(members.size - 1))
        factor = 2.0 * np.arange(members.size) - members.size + 1
        for link, one, other, size in zip(mine.tolist(), first.tolist(), second.tolist(), value.tolist()):
            of_links[link] = size * float(factor @ np.sort(potential[one] - potential[other]))
        progress((done + 1) / len(numbers))
    partners = np.bincount(component)[component] - 1
    passing = np.bincount(np.asarray(pairs).ravel(), weights=np.repeat(of_links, 2), minlength=component.size)
    return (passing + partners) / 2.0, of_links


def centrality_of_network(patches, pairs, costs, cancelled=never):
    """Current-flow centrality of the patches and links of a network, as ``current_flow_centrality``.

    Parameters
    ----------
    patches : number of patches, those without a link included
    pairs : (links, 2) int, positions of the linked patches from 0
    costs : (links,) float above 0
    """
    pairs = np.asarray(pairs, dtype=np.int64).reshape(-1, 2)
    joined = np.zeros((patches, patches), bool)
    joined[pairs[:, 0], pairs[:, 1]] = joined[pairs[:, 1], pairs[:, 0]] = True
    return current_flow_centrality(components(graph_of_links(joined, 1.0)), pairs, costs, cancelled=cancelled)
