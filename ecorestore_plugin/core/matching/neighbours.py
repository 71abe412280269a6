"""Who is whose neighbour: spatial weights of units for Moran's I."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import EmptyInputError, ParameterError


@dataclass(frozen=True)
class Neighbours:
    """Neighbours of n units, one row after another.

    Attributes
    ----------
    starts : (n + 1,) integers; the neighbours of unit i are ``others[starts[i]:starts[i + 1]]``
    others : positions of the neighbours, ascending within a unit
    weights : their weights, above 0
    """

    starts: np.ndarray
    others: np.ndarray
    weights: np.ndarray

    def __len__(self):
        return self.starts.size - 1

    @property
    def counts(self) -> np.ndarray:
        """(n,) number of neighbours."""
        return np.diff(self.starts)

    @property
    def islands(self) -> np.ndarray:
        """(n,) bool, units without a neighbour."""
        return self.counts == 0

    @property
    def owners(self) -> np.ndarray:
        """The unit each entry of ``others`` belongs to."""
        return np.repeat(np.arange(len(self)), self.counts)

    def lag(self, values) -> np.ndarray:
        """(n,) weighted sum over the neighbours; 0 for islands."""
        return np.bincount(self.owners, self.weights * np.asarray(values, dtype=float)[self.others], len(self))

    def row_standardised(self) -> Neighbours:
        """The same neighbours with weights that sum to 1 per unit."""
        sums = np.bincount(self.owners, self.weights, len(self))
        return Neighbours(self.starts, self.others, self.weights / sums[self.owners])

    def within(self, kept) -> Neighbours:
        """The units of the boolean array ``kept`` only, renumbered; what is left out is nobody's neighbour."""
        kept = np.asarray(kept, dtype=bool)
        number = np.cumsum(kept) - 1
        stay = kept[self.owners] & kept[self.others]
        return _of_pairs(number[self.owners[stay]], number[self.others[stay]], self.weights[stay], int(kept.sum()))


def neighbours_of_pairs(pairs, count, weights=None) -> Neighbours:
    """Neighbours from unordered pairs, each counting both ways.

    Parameters
    ----------
    pairs : (m, 2) positions; a pair given twice counts once, a unit is no neighbour of its own
    count : how many units there are
    weights : a weight per pair, all 1 where not given
    """
    pairs = np.sort(np.asarray(pairs, dtype=np.int64).reshape(-1, 2), axis=1)
    weights = np.ones(len(pairs)) if weights is None else np.asarray(weights, dtype=float)
    pairs, first = np.unique(pairs, axis=0, return_index=True)
    weights = weights[first]
    apart = pairs[:, 0] != pairs[:, 1]
    pairs, weights = pairs[apart], weights[apart]
    return _of_pairs(np.r_[pairs[:, 0], pairs[:, 1]], np.r_[pairs[:, 1], pairs[:, 0]], np.r_[weights, weights], count)


def nearest_neighbours(points, k) -> Neighbours:
    """The k nearest other points of each point; among equally far ones those that come first.

    Parameters
    ----------
    points : (n, 2) map coordinates
    k : 1 to n - 1

    Raises
    ------
    ParameterError : k outside 1 to n - 1
    """
    points = np.asarray(points, dtype=float)
    if not 1 <= k < len(points):
        raise ParameterError('{k} nearest neighbours were asked for among {count} units; ask for 1 to {most}.', k=k,
                             count=len(points), most=max(len(points) - 1, 0))
    owners, others, distances = _near(points, min(k + 9, len(points)))
    # Points at one place may push the point itself out of its own list, so that the list is longer than needed.
    order = np.lexsort((others, distances, owners))
    rank = np.arange(order.size) - np.searchsorted(owners[order], owners[order])
    order = order[rank < k]
    return _of_pairs(owners[order], others[order], np.ones(order.size), len(points))


def neighbours_within(points, distance, power=0.0) -> Neighbours:
    """All points within a distance, with weights that fall with it.

    Parameters
    ----------
    points : (n, 2) map coordinates
    distance : metres, above 0
    power : weight = 1 / distance^power; 0 gives all the same weight

    Raises
    ------
    ParameterError : a distance that is not above 0; two points at one place where weights fall with the distance
    """
    from scipy.spatial import cKDTree
    points = np.asarray(points, dtype=float)
    if not distance > 0:
        raise ParameterError('The distance of neighbours is {distance}; it must be above 0.', distance=f'{distance:g}')
    pairs = cKDTree(points).query_pairs(distance * (1 + 1e-12), output_type='ndarray')
    metres = np.hypot(*(points[pairs[:, 0]] - points[pairs[:, 1]]).T)
    if power > 0 and (metres == 0).any():
        first = pairs[int(np.argmin(metres))]
        raise ParameterError('{count} pairs of units have their centres at one place, the first are units {one} and '
                             '{other}; weights that fall with distance cannot tell them apart. Choose power 0.',
                             count=int((metres == 0).sum()), one=int(first[0]) + 1, other=int(first[1]) + 1)
    return neighbours_of_pairs(pairs, len(points), np.ones(len(pairs)) if power == 0 else metres ** -float(power))


def connecting_distance(points) -> float:
    """The smallest distance at which every point has a neighbour."""
    points = np.asarray(points, dtype=float)
    if len(points) < 2:
        raise EmptyInputError('Neighbours need at least two units; there is {count}.', count=len(points))
    owners, _, distances = _near(points, 2)
    return float(np.maximum.reduceat(distances, np.searchsorted(owners, np.arange(len(points)))).max())


def link_islands(neighbours, points) -> Neighbours:
    """The same neighbours, and for every unit without any its nearest one, which becomes its neighbour too."""
    islands = np.flatnonzero(neighbours.islands)
    if not islands.size or len(neighbours) < 2:
        return neighbours
    nearest = nearest_neighbours(points, 1)
    pairs = np.column_stack([islands, nearest.others[islands]])
    extra = neighbours_of_pairs(pairs, len(neighbours))
    both = {key: np.concatenate([getattr(neighbours, key), getattr(extra, key)])
            for key in ('owners', 'others', 'weights')}
    return _of_pairs(both['owners'], both['others'], both['weights'], len(neighbours))


def _near(points, k):
    """(owner, other, distance) of the ``k`` nearest points of each, without the point itself."""
    from scipy.spatial import cKDTree
    distances, others = cKDTree(points).query(points, k=k)
    owners = np.repeat(np.arange(len(points)), k)
    others, distances = others.ravel(), distances.ravel()
    apart = owners != others
    return owners[apart], others[apart], distances[apart]


def _of_pairs(owners, others, weights, count):
    order = np.lexsort((others, owners))
    starts = np.searchsorted(owners[order], np.arange(count + 1))
    return Neighbours(starts, np.asarray(others)[order], np.asarray(weights, dtype=float)[order])
