"""A conductance raster as an electrical network: cells are nodes, neighbours are joined by conductors."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..checks import check_not_empty, check_positive, check_range
from ..errors import EmptyInputError, ParameterError

AVERAGES = ('resistance', 'conductance')


@dataclass(frozen=True)
class Graph:
    """An electrical network on a raster.

    Attributes
    ----------
    node : (rows, cols) int32, the node of each cell, -1 where the cell is none; cells of a region share one. Of an
        edge list (nodes,), the nodes themselves
    count : number of nodes
    u, v : (edges,) int32, the nodes at both ends; two nodes may be joined by several edges, none by itself
    g : (edges,) float64, conductance above 0
    component : (count,) int32, which connected part each node belongs to
    """

    node: np.ndarray
    count: int
    u: np.ndarray
    v: np.ndarray
    g: np.ndarray
    component: np.ndarray

    def nodes_of(self, cells) -> np.ndarray:
        """The distinct nodes of flat cell indices."""
        nodes = np.unique(self.node.ravel()[cells])
        return nodes[nodes >= 0]

    def on_cells(self, values, fill=np.nan) -> np.ndarray:
        """One value per node as a raster, ``fill`` where there is no node."""
        return np.append(np.asarray(values, dtype=np.float64), fill)[self.node]


def conductance_from_resistance(resistance, name='resistance') -> np.ndarray:
    """1 / resistance, 0 where resistance is NaN (such a cell is no node).

    Parameters
    ----------
    resistance : (rows, cols) float array above 0, NaN where nodata
    name : what the user calls it, for messages

    Raises
    ------
    ValueRangeError : zero, negative or infinite resistance; names count, first place and value
    EmptyInputError : all nodata
    """
    resistance = np.asarray(resistance, dtype=np.float64)
    check_positive(name, resistance)
    check_not_empty(name, np.isfinite(resistance))
    return np.where(np.isnan(resistance), 0.0, 1.0 / np.where(np.isnan(resistance), 1.0, resistance))


def checked_conductance(conductance, name='conductance') -> np.ndarray:
    """Conductance with 0 for nodata; a cell of conductance 0 carries no current and is no node.

    Parameters
    ----------
    conductance : (rows, cols) float array, at least 0, NaN where nodata
    name : what the user calls it, for messages

    Raises
    ------
    ValueRangeError : negative or infinite conductance; names count, first place and value
    EmptyInputError : no cell conducts
    """
    conductance = np.asarray(conductance, dtype=np.float64)
    check_range(name, conductance, minimum=0)
    conductance = np.nan_to_num(conductance, nan=0.0)
    check_not_empty(name, conductance > 0)
    return conductance


def cells_by_id(raster, valid=None) -> dict[int, np.ndarray]:
    """Flat indices of the cells of each positive id, ids ascending.

    Parameters
    ----------
    raster : (rows, cols) integer array; 0 and negative values stand for none
    valid : (rows, cols) bool array; cells outside it are left out, an id that keeps none gets an empty array
    """
    flat = np.asarray(raster).ravel()
    cells = np.flatnonzero(flat > 0)
    order = cells[np.argsort(flat[cells], kind='stable')]
    ids, starts = np.unique(flat[order], return_index=True)
    groups = np.split(order, starts[1:]) if len(ids) else []
    if valid is not None:
        valid = np.asarray(valid).ravel()
        groups = [group[valid[group]] for group in groups]
    return {int(key): group for key, group in zip(ids, groups)}


def build_graph(conductance, neighbours=8, average='resistance', regions=(), cell=(1.0, 1.0)) -> Graph:
    """The network of a conductance raster, with the conventions of Circuitscape.

    Neighbours a, b at distance d (1, sqrt 2 on diagonals) are joined by 1 / (d (1/ga + 1/gb) / 2) with average
    resistance and by (ga + gb) / (2 d) with average conductance. Where cells are not square, d is measured in the
    square root of the cell area.

    Parameters
    ----------
    conductance : (rows, cols) float array; cells above 0 are nodes
    neighbours : 4 or 8
    average : 'resistance' or 'conductance'
    regions : flat index arrays; the cells of each become one node, contiguous or not, nodata cells included, if
        at least one of them conducts; regions that share a cell become one
    cell : cell width and height in any unit

    Raises
    ------
    EmptyInputError : no cell conducts
    ParameterError : unknown ``neighbours`` or ``average``

    Source: McRae et al. 2008, Ecology, doi:10.1890/07-1861.1
    """
    if neighbours not in (4, 8):
        raise ParameterError('Cells have 4 or 8 neighbours, not {count}.', count=neighbours)
    if average not in AVERAGES:
        raise ParameterError('Neighbouring cells are joined by average resistance or average conductance, not by '
                             '{average}.', average=average)
    conductance = np.asarray(conductance, dtype=np.float64)
    if not (conductance > 0).any():
        raise EmptyInputError('No cell conducts current: every cell is nodata or has conductance 0.')
    node, count = _number_nodes(conductance, regions)
    parts = [_edges(conductance, node, step, distance, average)
             for step, distance in _steps(neighbours, *cell)]
    u, v, g = (np.concatenate(arrays) for arrays in zip(*parts))
    return Graph(node, count, u, v, g, components(count, u, v))


def _steps(neighbours, width, height):
    """(row step, column step) to each neighbour that comes later, and its distance."""
    unit = math.sqrt(width * height)
    steps = [((0, 1), width / unit), ((1, 0), height / unit)]
    if neighbours == 8:
        diagonal = math.hypot(width, height) / unit
        steps += [((1, 1), diagonal), ((1, -1), diagonal)]
    return steps


def _number_nodes(conductance, regions):
    conducts = conductance.ravel() > 0
    first = np.arange(conducts.size)
    for cells in merged_regions(regions, conducts.size):
        if conducts[cells].any():
            first[cells] = cells.min()
            conducts[cells] = True
    leads = conducts & (first == np.arange(conducts.size))
    number = np.cumsum(leads, dtype=np.int64) - 1
    node = np.where(conducts, number[first], -1).astype(np.int32)
    return node.reshape(conductance.shape), int(leads.sum())


def merged_regions(regions, size):
    """Flat index arrays of regions, those that share cells joined."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components
    regions = [np.asarray(cells) for cells in regions if len(cells)]
    if len(regions) < 2:
        return regions
    owner = np.full(size, -1)
    pairs = []
    for number, cells in enumerate(regions):
        for other in np.unique(owner[cells]):
            if other >= 0:
                pairs.append((number, other))
        owner[cells] = number
    if not pairs:
        return regions
    one, other = np.array(pairs).T
    joined = coo_matrix((np.ones(len(one)), (one, other)), shape=(len(regions),) * 2)
    labels = connected_components(joined, directed=False)[1]
    return [np.unique(np.concatenate([cells for cells, own in zip(regions, labels) if own == label]))
            for label in range(labels.max() + 1)]


def _edges(conductance, node, step, distance, average):
    rows, columns = step
    height, width = node.shape
    here = (slice(0, height - rows), slice(max(0, -columns), width - max(0, columns)))
    there = (slice(rows, height), slice(max(0, columns), width + min(0, columns)))
    joined = (node[here] >= 0) & (node[there] >= 0) & (node[here] != node[there])
    one, other = conductance[here][joined], conductance[there][joined]
    total = one + other
    if average == 'conductance':
        g = total / (2 * distance)
    else:
        g = 2 * one * other / (np.where(total > 0, total, 1.0) * distance)
    # Cells without conductance of their own inside a region conduct nothing to each other.
    flows = g > 0
    return node[here][joined][flows], node[there][joined][flows], g[flows]


def components(count, u, v) -> np.ndarray:
    """(count,) int32, which connected part each node belongs to."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components
    joined = coo_matrix((np.ones(len(u), np.float32), (u, v)), shape=(count, count))
    return connected_components(joined, directed=False)[1].astype(np.int32)


@dataclass(frozen=True)
class Network:
    """One connected part of a graph with its own node numbers.

    Attributes
    ----------
    nodes : (count,) the number of each node in the whole graph
    u, v, g : its edges in own numbers
    """

    nodes: np.ndarray
    u: np.ndarray
    v: np.ndarray
    g: np.ndarray

    @property
    def count(self) -> int:
        return len(self.nodes)


def part_of_graph(component, u, v, g, label) -> Network:
    """The part of a graph whose nodes have ``component == label``."""
    inside = component == label
    number = np.cumsum(inside, dtype=np.int64) - 1
    kept = inside[u]
    return Network(np.flatnonzero(inside), number[u[kept]], number[v[kept]], np.asarray(g[kept], dtype=np.float64))


def laplacian(count, u, v, g):
    """The graph Laplacian as scipy csr matrix; parallel edges add up."""
    from scipy.sparse import coo_matrix, diags
    off = coo_matrix((np.concatenate([g, g]), (np.concatenate([u, v]), np.concatenate([v, u]))),
                     shape=(count, count)).tocsr()
    return (diags(np.asarray(off.sum(axis=1)).ravel()) - off).tocsr()
