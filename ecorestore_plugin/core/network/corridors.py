"""Normalised least-cost corridors and their mosaic."""

from __future__ import annotations

import numpy as np

from ..checks import never, silent, stop_if
from ..grid import check_same_shape


def normalised_least_cost_corridor(first_cost, second_cost, distance) -> np.ndarray:
    """How much more than the best path the best path through each cell costs.

    Parameters
    ----------
    first_cost, second_cost : cumulative resistance from the two sources, NaN or infinite where not reached
    distance : least-cost distance between them

    Returns
    -------
    float array, resistance x metres: 0 along the least-cost path

    Source: McRae and Kavanagh 2011, Linkage Mapper Connectivity Analysis Software
    """
    check_same_shape(first_cost=first_cost, second_cost=second_cost)
    # Rounding may put cells of the path a hair below 0.
    return np.maximum(np.asarray(first_cost) + second_cost - distance, 0.0)


def corridor_mosaic(nodes, links, surfaces, labels, cutoff, progress=silent, cancelled=never):
    """The truncated corridors of all links and their cell-wise minimum, one link at a time.

    Parameters
    ----------
    nodes : number of nodes
    links : list of Link
    surfaces : source number -> SourceSurface, complete up to the links' distances plus ``cutoff``
    labels : (nodes,) int, source numbers
    cutoff : largest value of a corridor, resistance x metres

    Returns
    -------
    mosaic : (nodes,) float, NaN where no corridor is
    corridors : list of (cells,) node numbers, one per link, the two linked sources left out
    """
    mosaic = np.full(nodes, np.inf)
    corridors = [np.zeros(0, np.int32)] * len(links)
    from_first = np.full(nodes, np.inf)
    order = sorted(range(len(links)), key=lambda index: (links[index].first, links[index].second))
    spread = None
    for done, index in enumerate(order):
        stop_if(cancelled)
        link = links[index]
        if spread is not surfaces[link.first]:
            from_first[:] = np.inf
            spread = surfaces[link.first]
            from_first[spread.nodes] = spread.costs
        other = surfaces[link.second]
        values = normalised_least_cost_corridor(from_first[other.nodes], other.costs, link.cost)
        inside = (values <= cutoff) & np.isfinite(values)
        members, values = other.nodes[inside], values[inside]
        mosaic[members] = np.minimum(mosaic[members], values)
        corridors[index] = members[(labels[members] != link.first) & (labels[members] != link.second)]
        progress((done + 1) / len(links))
    return np.where(np.isfinite(mosaic), mosaic, np.nan), corridors
