"""Networks given as a list of edges instead of a raster."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import EmptyInputError, ParameterError, ValueRangeError
from .graph import Graph, components


@dataclass(frozen=True)
class EdgeList:
    """A network with named nodes.

    Attributes
    ----------
    ids : (count,) ids of the nodes in ascending order
    graph : its ``node`` is the position of each id, so that values come back one per id
    rows : (edges,) which row of the list each edge of the graph stems from
    """

    ids: np.ndarray
    graph: Graph
    rows: np.ndarray

    def positions(self, ids) -> np.ndarray:
        """Where ids stand in ``self.ids``.

        Raises
        ------
        ParameterError : lists unknown ids
        """
        ids = np.asarray(ids)
        found = np.minimum(np.searchsorted(self.ids, ids), len(self.ids) - 1)
        unknown = np.unique(ids[self.ids[found] != ids])
        if len(unknown):
            raise ParameterError('{count} nodes are not part of the network: {ids}.', count=len(unknown),
                                 ids=', '.join(map(str, unknown[:20].tolist())))
        return found

    def focal(self, ids) -> dict:
        """Sources for pairwise.pairwise_on_graph and focal.focal_on_graph: id -> its position."""
        return {key: np.array([place]) for key, place in zip(np.asarray(ids).tolist(), self.positions(ids))}

    def on_nodes(self, ids, values) -> np.ndarray:
        """(count,) values added up on their nodes, as advanced.advanced_on_graph takes them."""
        return np.bincount(self.positions(ids), np.asarray(values, dtype=np.float64), len(self.ids))


def graph_of_edges(first, second, values, values_are='conductance', nodes=()) -> EdgeList:
    """The network of a list of edges.

    Several edges between two nodes add up; an edge from a node to itself, or of conductance 0, carries nothing and is
    left out.

    Parameters
    ----------
    first, second : (edges,) ids of the nodes at both ends
    values : (edges,) conductance, at least 0, or resistance, above 0
    values_are : 'conductance' or 'resistance'
    nodes : further ids, of nodes that may have no edge

    Raises
    ------
    EmptyInputError : no edge conducts
    ValueRangeError : negative, missing or infinite values; zero resistance
    ParameterError : neither resistance nor conductance
    """
    if values_are not in ('resistance', 'conductance'):
        raise ParameterError('Edges are given as resistance or conductance, not as {kind}.', kind=values_are)
    first, second, values = np.asarray(first), np.asarray(second), np.asarray(values, dtype=np.float64)
    bad = ~np.isfinite(values) | (values <= 0 if values_are == 'resistance' else values < 0)
    if bad.any():
        row = int(np.flatnonzero(bad)[0])
        raise ValueRangeError('{count} edges have a {kind} that is missing, negative, infinite or, as resistance, 0; '
                              'the first is {value} between {one} and {other}.', count=int(bad.sum()), kind=values_are,
                              value=f'{values[row]:g}', one=first[row].item(), other=second[row].item())
    g = 1.0 / values if values_are == 'resistance' else values
    rows = np.flatnonzero((first != second) & (g > 0))
    if not len(rows):
        raise EmptyInputError('None of the {count} edges conducts current between two nodes.', count=len(values))
    ids = np.unique(np.concatenate([first, second, np.asarray(nodes, dtype=first.dtype)]))
    u, v = (np.searchsorted(ids, end[rows]).astype(np.int32) for end in (first, second))
    node = np.arange(len(ids), dtype=np.int32)
    return EdgeList(ids, Graph(node, len(ids), u, v, g[rows], components(len(ids), u, v)), rows)
