"""Graphs of patches: shortest ways, what a vertex adds to them, betweenness, components.

Vertices are numbered from 0, links have a length of at least 0 and no direction.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

# Two ways to add up the same path differ in the last digits.
ROUNDING = 1 + 1e-9


@dataclass(frozen=True)
class Graph:
    """Links in compressed rows: those of vertex ``i`` stand at ``indptr[i]`` to ``indptr[i + 1]``, sorted.

    Attributes
    ----------
    indptr, indices : int, every link stands there in both directions
    lengths : float, same order as ``indices``
    """

    indptr: np.ndarray
    indices: np.ndarray
    lengths: np.ndarray

    @property
    def vertices(self) -> int:
        return self.indptr.size - 1

    @property
    def links(self) -> int:
        return self.indices.size // 2

    def neighbours(self, vertex) -> np.ndarray:
        return self.indices[self.indptr[vertex]:self.indptr[vertex + 1]]

    def arrays(self) -> dict:
        """What a worker needs to build the graph again: ``Graph(**arrays)``."""
        return {'indptr': self.indptr, 'indices': self.indices, 'lengths': self.lengths}

    def matrix(self, without=None):
        """As a sparse matrix; links of the vertex ``without`` become infinitely long."""
        from scipy.sparse import csr_matrix

        lengths = self.lengths
        if without is not None:
            lengths = np.where(self.indices == without, np.inf, lengths)
            lengths[self.indptr[without]:self.indptr[without + 1]] = np.inf
        return csr_matrix((lengths, self.indices, self.indptr), shape=(self.vertices, self.vertices))


def graph_of_links(kept, lengths) -> Graph:
    """The graph of chosen links.

    Parameters
    ----------
    kept : (n, n) symmetric bool, which links there are; the diagonal is not looked at
    lengths : (n, n) symmetric float, or one number for all
    """
    first, second = np.nonzero(kept)
    apart = first != second
    first, second = first[apart], second[apart].astype(np.int32)
    indptr = np.concatenate([[0], np.cumsum(np.bincount(first, minlength=len(kept)))]).astype(np.int32)
    values = np.full(first.size, float(lengths)) if np.ndim(lengths) == 0 else np.asarray(lengths, float)[first, second]
    return Graph(indptr, second, values)


def essential_links(distances, witnesses=48) -> np.ndarray:
    """The links that shortest ways can need, also after any one vertex is taken out.

    A link is left out where two different vertices each offer a way round that is no longer and made of shorter
    links: whichever vertex goes, one of the two stays, and its links can be replaced in the same way.

    Parameters
    ----------
    distances : (n, n) symmetric float, infinite where there is no link
    witnesses : how many near vertices are tried as a way round; fewer only leave more links

    Returns
    -------
    (n, n) symmetric bool
    """
    distances = np.asarray(distances, dtype=float)
    kept = np.zeros(distances.shape, bool)
    for vertex, row in enumerate(distances):
        near = np.argpartition(np.where(np.arange(row.size) == vertex, np.inf, row), min(witnesses, row.size - 1))
        near = near[:witnesses][near[:witnesses] != vertex]
        round_about = (row[near, np.newaxis] + distances[near] <= row) & (row[near, np.newaxis] < row)
        round_about &= distances[near] < row
        kept[vertex] = (round_about.sum(axis=0) < 2) & np.isfinite(row)
    np.fill_diagonal(kept, False)
    return kept & kept.T


def shortest_distances(graph: Graph, start=None, without=None) -> np.ndarray:
    """Length of the shortest way from every vertex, or from those of ``start``, to every other.

    Parameters
    ----------
    start : (k,) vertices, None for all
    without : a vertex that no way may use

    Returns
    -------
    (n, n) or (k, n) float, infinite where no way leads
    """
    from scipy.sparse.csgraph import dijkstra

    found = dijkstra(graph.matrix(without), directed=True, indices=start)
    # Forth and back may differ in the last digit.
    return np.minimum(found, found.T, out=found) if start is None else found


def components(graph: Graph) -> np.ndarray:
    """(n,) number of the component of each vertex, from 1, the component with the most vertices first."""
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import connected_components

    # Links of length 0 are links.
    present = csr_matrix((np.ones(graph.indices.size), graph.indices, graph.indptr),
                         shape=(graph.vertices, graph.vertices))
    _, labels = connected_components(present, directed=False)
    _, first, counts = np.unique(labels, return_index=True, return_counts=True)
    number = np.empty(counts.size, np.int64)
    number[np.lexsort((first, -counts))] = np.arange(1, counts.size + 1)
    return number[labels]


def path_counts(graph: Graph, steps) -> np.ndarray:
    """How many shortest ways lead from each vertex to each other when all links are equally long.

    Parameters
    ----------
    steps : (n, n) number of links on a shortest way, infinite where none leads

    Returns
    -------
    (n, n) float
    """
    counts = np.eye(graph.vertices)
    for _, ring, before in _rings(graph, steps):
        arriving = _spread(graph, np.where(before, counts, 0.0))
        counts[ring] = arriving[ring]
    return counts


def betweenness(graph: Graph, steps, counts) -> np.ndarray:
    """In how many pairs of other vertices a vertex lies on the shortest way, all links being equally long.

    Equally short ways share a pair.

    Parameters
    ----------
    steps, counts : (n, n), see ``path_counts``

    Returns
    -------
    (n,) float

    Source: Freeman 1977, Sociometry, doi:10.2307/3033543; Brandes 2001, doi:10.1080/0022250X.2001.9990249
    """
    dependency = np.zeros(counts.shape)
    share = np.divide(1.0, counts, out=np.zeros(counts.shape), where=counts > 0)
    for _, ring, before in reversed(list(_rings(graph, steps))):
        passed_on = _spread(graph, np.where(ring, share * (1 + dependency), 0.0))
        dependency[before] += (passed_on * counts)[before]
    np.fill_diagonal(dependency, 0.0)
    return dependency.sum(axis=0) / 2.0


def _rings(graph, steps):
    """(number of steps, pairs so far apart, pairs one step nearer), from near to far."""
    finite = steps[np.isfinite(steps)]
    for number in range(1, int(finite.max(initial=0)) + 1):
        yield number, steps == number, steps == number - 1


def _spread(graph, values):
    """Row vectors of ``values`` summed over the neighbours of each vertex."""
    from scipy.sparse import csr_matrix

    links = csr_matrix((np.ones(graph.indices.size), graph.indices, graph.indptr),
                       shape=(graph.vertices, graph.vertices))
    return (links @ values.T).T


def detours(graph: Graph, distances, vertex, counts=None):
    """The pairs whose shortest way may lead through a vertex, and how far apart they are without it.

    Only sources whose ways are concerned are searched again, and of each pair only one end.

    Parameters
    ----------
    distances : (n, n), from ``shortest_distances``
    vertex : the vertex that is taken out
    counts : (n, n) from ``path_counts``; with it pairs that keep an equally short way are left out

    Returns
    -------
    first, second : (pairs,) int, each pair once
    without : (pairs,) float, distances without the vertex, infinite where no way is left
    """
    rows, through = _concerned(graph, distances, vertex, counts)
    first, second = np.nonzero(through)
    if not first.size:
        return rows[first], rows[second], np.zeros(0)
    chosen = _cover(through)
    found = shortest_distances(graph, rows[chosen], without=vertex)
    place = np.full(rows.size, -1)
    place[chosen] = np.arange(chosen.size)
    once = (place[first] >= 0) & ((first < second) | (place[second] < 0))
    first, second = first[once], second[once]
    return rows[first], rows[second], found[place[first], rows[second]]


def _concerned(graph, distances, vertex, counts):
    """Vertices with a shortest way through ``vertex``, and the (k, k) pairs of them that have it."""
    to_vertex = distances[vertex]
    near = graph.neighbours(vertex)
    # A way through the vertex goes on to one of its neighbours, so a first look at these is enough.
    onward = to_vertex[:, np.newaxis] + to_vertex[near] <= distances[:, near] * ROUNDING
    onward[near, np.arange(near.size)] = False
    rows = np.flatnonzero(onward.any(axis=1) & np.isfinite(to_vertex))
    rows = rows[rows != vertex]
    through = to_vertex[rows, np.newaxis] + to_vertex[rows] <= distances[np.ix_(rows, rows)] * ROUNDING
    np.fill_diagonal(through, False)
    if counts is not None:
        by_vertex = counts[rows, vertex][:, np.newaxis] * counts[vertex, rows]
        through &= by_vertex * ROUNDING >= counts[np.ix_(rows, rows)]
    return rows, through


def _cover(pairs) -> np.ndarray:
    """Positions that touch every pair of a symmetric bool matrix; few, by taking the one with the most pairs first."""
    left = pairs.sum(axis=1)
    taken = np.zeros(left.size, bool)
    while left.any():
        most = int(left.argmax())
        taken[most] = True
        left = left - pairs[most]
        left[taken] = 0
    return np.flatnonzero(taken)
