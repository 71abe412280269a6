"""Connectivity of habitat patches: PC, IIC, equivalent connectivity, and what each patch adds to them.

p_ij = exp(-alpha d_ij) is the probability of moving straight from patch i to patch j, alpha from the distance at which
it has a given value; p*_ij is the best product of such probabilities over any chain of patches, which is the shortest
chain of distances, whatever alpha. nl_ij is the smallest number of links between i and j, where patches no farther
apart than a threshold are linked.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_range, check_share, never, part_of, silent, stop_if
from ..engine import InProcessEngine
from ..errors import EmptyInputError, GridMismatchError, ParameterError
from ..graph import (
    ROUNDING,
    Graph,
    betweenness,
    components,
    detours,
    essential_links,
    graph_of_links,
    path_counts,
    shortest_distances,
)

BLOCK = 32  # removals per task
SMALLEST = 1e-15  # probability of a direct way that counts


@dataclass(frozen=True)
class Contribution:
    """What an index loses, in percent, when a patch is taken out.

    Attributes
    ----------
    intra : (n,) by the habitat inside the patch
    flux : (n,) by the ways that begin or end in it
    connector : (n,) by ways between others that get worse without it; never negative
    betweenness : (n,) the pairs of other patches whose every best way leads through it, as a share of the index
    """

    intra: np.ndarray
    flux: np.ndarray
    connector: np.ndarray
    betweenness: np.ndarray

    @property
    def delta(self) -> np.ndarray:
        return self.intra + self.flux + self.connector

    def ranks(self) -> np.ndarray:
        """(n,) 1 for the patch with the largest delta; equal ones share a rank."""
        return 1 + (self.delta[:, np.newaxis] * ROUNDING < self.delta).sum(axis=1)


@dataclass(frozen=True)
class Connectivity:
    """The indices for one dispersal distance.

    Attributes
    ----------
    distance, probability, threshold : what they were computed with
    area : sum of the attribute of the patches
    landscape : area of the landscape
    pc, iic : probability of connectivity and integral index of connectivity, 0 to 1
    eca, eca_iic : equivalent connected area, in the unit of the attribute
    links : pairs of patches no farther apart than the threshold
    components : (n,) component of every patch over these links, from 1, the one with the most patches first
    degree : (n,) links of every patch
    betweenness : (n,) pairs of other patches between which a patch lies over these links, equal ways sharing a pair;
        None where removals were not asked for
    by_pc, by_iic : Contribution, None where removals were not asked for
    """

    distance: float
    probability: float
    threshold: float
    area: float
    landscape: float
    pc: float
    iic: float
    eca: float
    eca_iic: float
    links: int
    components: np.ndarray
    degree: np.ndarray
    betweenness: np.ndarray | None = None
    by_pc: Contribution | None = None
    by_iic: Contribution | None = None


def dispersal_rate(distance, probability=0.5) -> float:
    """alpha, so that exp(-alpha distance) is ``probability``.

    Raises
    ------
    ParameterError : a distance that is not above 0, a probability that is not between 0 and 1
    """
    if not 0 < distance < np.inf:
        raise ParameterError('The dispersal distance must be above 0, not {distance}.', distance=f'{distance:g}')
    if not 0 < probability < 1:
        raise ParameterError('The probability at the dispersal distance must lie between 0 and 1, not {probability}.',
                             probability=f'{probability:g}')
    return float(-np.log(probability) / distance)


def link_reach(dispersal, probability=0.5, threshold=None) -> float:
    """Distance beyond which a direct way adds nothing in double precision and makes no link of IIC."""
    rate = min(dispersal_rate(distance, probability) for distance in dispersal)
    return float(max([-np.log(SMALLEST) / rate, *([max(dispersal)] if threshold is None else [threshold])]))


def connectivity(distances, areas, dispersal, probability=0.5, threshold=None, landscape=None, removals=True,
                 engine=None, progress=silent, cancelled=never) -> list[Connectivity]:
    """Connectivity indices for one or several dispersal distances, with all removals of a patch.

    PC = sum over all ordered pairs, i = j included, of a_i a_j p*_ij / A_L^2; IIC has 1 / (1 + nl_ij) instead of
    p*_ij; the equivalent connected area is the root of the sum.

    Parameters
    ----------
    distances : (n, n) symmetric float, at least 0, metres or resistance x metres; infinite where no direct way leads
    areas : (n,) float, at least 0: area or another attribute that says what a patch is worth
    dispersal : distances at which the probability of a direct way is ``probability``
    threshold : patches no farther apart are linked for IIC; None for the dispersal distance
    landscape : A_L, at least the sum of the areas; None for that sum
    removals : whether to take out each patch in turn
    engine : where the removals are computed; None for this process

    Returns
    -------
    one Connectivity per dispersal distance

    Raises
    ------
    ValueRangeError, EmptyInputError, ParameterError, GridMismatchError

    Source: Saura and Pascual-Hortal 2007, Landscape and Urban Planning, doi:10.1016/j.landurbplan.2007.03.005;
    Pascual-Hortal and Saura 2006, Landscape Ecology, doi:10.1007/s10980-006-0013-z;
    Saura and Rubio 2010, Ecography, doi:10.1111/j.1600-0587.2009.05760.x;
    Bodin and Saura 2010, Ecological Modelling, doi:10.1016/j.ecolmodel.2010.06.004
    """
    distances, areas, landscape = _checked(distances, areas, landscape)
    rates = [dispersal_rate(distance, probability) for distance in dispersal]
    limits = [distance if threshold is None else threshold for distance in dispersal]
    for limit in limits:
        check_share('threshold', limit, 0, np.inf)
    engine = engine or InProcessEngine()
    # Most of the work goes into the removals: once for PC, whatever the distances, and once per threshold.
    parts = np.linspace(0.05, 1.0, 2 + len(set(limits)))
    by_pc = _by_probability(distances, areas, rates, removals, engine, part_of(progress, 0.0, parts[1]), cancelled)
    by_iic = {}
    for limit, start, end in zip(sorted(set(limits)), parts[1:], parts[2:]):
        by_iic[limit] = _by_links(distances <= limit, areas, removals, engine, part_of(progress, start, end),
                                  cancelled)
    found = []
    for distance, limit, (total, shares) in zip(dispersal, limits, by_pc):
        graph, links_total, links_shares, between = by_iic[limit]
        found.append(Connectivity(
            float(distance), float(probability), float(limit), float(areas.sum()), landscape, total / landscape ** 2,
            links_total / landscape ** 2, float(np.sqrt(total)), float(np.sqrt(links_total)), graph.links,
            components(graph), np.diff(graph.indptr), between, shares, links_shares))
    progress(1.0)
    return found


def _checked(distances, areas, landscape):
    areas = np.asarray(areas, dtype=float)
    distances = np.asarray(distances, dtype=float)
    if distances.shape != (areas.size, areas.size):
        raise GridMismatchError('{count} patches need a square matrix of distances, but it has {shape}.',
                                count=areas.size, shape=' x '.join(map(str, distances.shape)))
    check_range('areas', areas, 0)
    near = np.where(np.isinf(distances), 0.0, distances)
    check_range('distances', near, 0)
    if np.isnan(distances).any() or np.isnan(areas).any() or not np.allclose(near, near.T):
        raise ParameterError('Every patch needs an area, and every two patches the same distance forth and back.')
    total = float(areas.sum())
    if not total > 0:
        raise EmptyInputError('All {count} patches have an area of 0, so that there is nothing to connect.',
                              count=areas.size)
    if landscape is None:
        return distances, areas, total
    if not total <= landscape * ROUNDING:
        raise ParameterError('The landscape of {landscape} is smaller than its patches together ({total}). Give both '
                             'in the same unit.', landscape=f'{landscape:g}', total=f'{total:g}')
    return distances, areas, float(landscape)


def _by_probability(distances, areas, rates, removals, engine, progress, cancelled):
    """[(numerator of PC, Contribution or None)] per rate."""
    progress(0.0, 'Best ways between {count} patches', count=areas.size)
    graph = graph_of_links(essential_links(distances), distances)
    stop_if(cancelled)
    shortest = shortest_distances(graph)
    stop_if(cancelled)
    strengths = [_weighted(shortest, areas, lambda lengths, rate=rate: np.exp(-rate * lengths)) for rate in rates]
    if not removals:
        return [(float(areas @ strength), None) for strength in strengths]
    progress(0.1, 'Taking out each of {count} patches', count=areas.size)
    shared = {**graph.arrays(), 'shortest': shortest, 'areas': areas, 'rates': np.array(rates)}
    blocks = engine.map(probability_losses, _blocks(areas.size), shared=shared, progress=part_of(progress, 0.1, 1.0),
                        cancelled=cancelled)
    lost, between = (np.concatenate(part) for part in zip(*blocks))
    return [_result(areas, strength, lost[:, column], between[:, column])
            for column, strength in enumerate(strengths)]


def _by_links(linked, areas, removals, engine, progress, cancelled):
    """(graph, numerator of IIC, Contribution or None, betweenness or None) of one threshold."""
    progress(0.0, 'Fewest links between {count} patches', count=areas.size)
    graph = graph_of_links(linked, 1.0)
    steps = shortest_distances(graph)
    stop_if(cancelled)
    strength = _weighted(steps, areas, _by_steps)
    if not removals:
        return graph, float(areas @ strength), None, None
    counts = path_counts(graph, steps)
    between = betweenness(graph, steps, counts)
    stop_if(cancelled)
    progress(0.1, 'Taking out each of {count} patches', count=areas.size)
    shared = {**graph.arrays(), 'steps': steps, 'counts': counts, 'areas': areas}
    blocks = engine.map(link_losses, _blocks(areas.size), shared=shared, progress=part_of(progress, 0.1, 1.0),
                        cancelled=cancelled)
    lost, crossed = (np.concatenate(part) for part in zip(*blocks))
    return (graph, *_result(areas, strength, lost, crossed), between)


def _blocks(count):
    return [(start, min(start + BLOCK, count)) for start in range(0, count, BLOCK)]


def _by_steps(steps):
    return 1.0 / (1.0 + steps)


def _weighted(lengths, areas, decay, block=512):
    """(n,) sum over j of a_j decay(length_ij), i = j included."""
    return np.concatenate([decay(lengths[start:start + block]) @ areas for start in range(0, areas.size, block)])


def _result(areas, strength, lost, between):
    total = float(areas @ strength)
    percent = 100.0 / total
    return total, Contribution(areas ** 2 * percent, 2 * areas * (strength - areas) * percent, 2 * lost * percent,
                               2 * between * percent)


def probability_losses(task, indptr, indices, lengths, shortest, areas, rates):
    """What the pairs of other patches lose without each patch of a block, and what they were worth.

    Parameters
    ----------
    task : (first patch, patch after the last)
    rates : (r,) alpha per dispersal distance

    Returns
    -------
    lost, between : (patches, r) float, sums over unordered pairs
    """
    graph = Graph(indptr, indices, lengths)
    lost, between = np.zeros((2, task[1] - task[0], rates.size))
    for row, patch in enumerate(range(*task)):
        first, second, without = detours(graph, shortest, patch)
        before = shortest[first, second]
        worse = without > before * ROUNDING
        first, second, without, before = first[worse], second[worse], without[worse], before[worse]
        weight = areas[first] * areas[second]
        for column, rate in enumerate(rates):
            direct = weight * np.exp(-rate * before)
            between[row, column] = direct.sum()
            lost[row, column] = (direct - weight * np.exp(-rate * without)).sum()
    return lost, between


def link_losses(task, indptr, indices, lengths, steps, counts, areas):
    """The same for ways of fewest links: (lost, between), each (patches,)."""
    graph = Graph(indptr, indices, lengths)
    lost, between = np.zeros((2, task[1] - task[0]))
    for row, patch in enumerate(range(*task)):
        first, second, without = detours(graph, steps, patch, counts)
        before = steps[first, second]
        worse = without > before
        weight = (areas[first] * areas[second])[worse]
        between[row] = (weight * _by_steps(before[worse])).sum()
        lost[row] = between[row] - (weight * _by_steps(without[worse])).sum()
    return lost, between


@dataclass(frozen=True)
class Change:
    """How area and equivalent connected area changed between two dates, in percent.

    ``ratio`` is change of the equivalent connected area over change of the area: above 1 connectivity changed more
    than the amount of habitat; NaN where the area did not change.
    """

    area: float
    eca: float
    ratio: float


def change(before: Connectivity, after: Connectivity) -> Change:
    """dA, dECA and their ratio.

    Source: Saura et al. 2011, Ecological Indicators, doi:10.1016/j.ecolind.2010.06.011
    """
    area = 100.0 * (after.area - before.area) / before.area
    eca = 100.0 * (after.eca - before.eca) / before.eca
    return Change(area, eca, eca / area if abs(area) > 1e-9 else float('nan'))
