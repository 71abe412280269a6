"""Stepping stones: which new patches add most to the connectivity of those there are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_range, check_share, never, silent, stop_if
from ..engine import InProcessEngine, check_capacity
from ..errors import EmptyInputError, GridMismatchError, ParameterError
from ..graph import essential_links, graph_of_links, shortest_distances
from ..grid import Grid
from .cost_distance import cost_graph
from .cost_matrix import costs_from
from .source_cells import usable_sources

SMALLEST = 1e-15  # probability of a way that counts


@dataclass(frozen=True)
class SteppingStones:
    """What was added, in the order in which it was.

    Attributes
    ----------
    before : equivalent connected area (ECA) of the patches there were
    chosen : (steps,) int, positions of the candidates
    eca : (steps,) float, ECA after each addition
    gains : (steps,) float, by how much each addition raised it
    own : (steps,) float, the part of the gain that is the habitat of the stone and its ways, without what others gain
    first_gains : (candidates,) float, gain of each candidate if it alone were added
    """

    before: float
    chosen: np.ndarray
    eca: np.ndarray
    gains: np.ndarray
    own: np.ndarray
    first_gains: np.ndarray


def stepping_stones(distances, areas, to_patches, between, capacities, rate, count=5, progress=silent,
                    cancelled=never) -> SteppingStones:
    """Adds candidates one by one, each time the one that raises the equivalent connected area most.

    ECA = root of the sum over all pairs of a_i a_j p*_ij, p* the best product of exp(-rate x distance) over any chain
    of patches. A new patch k improves a pair to max(p*_ij, p*_ik p*_kj), so that a candidate needs no new search.

    Parameters
    ----------
    distances : (n, n) symmetric float between the patches, infinite where no direct way leads
    areas : (n,) float, at least 0
    to_patches : (m, n) float, distance of each candidate to each patch
    between : function that takes the position of a candidate and returns its (m,) distances to all candidates
    capacities : (m,) float, at least 0, area of each candidate; 0 for one that only serves as a step
    rate : alpha of exp(-alpha distance), above 0
    count : how many to add; fewer where nothing is gained any more

    Raises
    ------
    ValueRangeError, EmptyInputError, ParameterError, GridMismatchError, CapacityError

    Source: Saura et al. 2011, Ecological Indicators, doi:10.1016/j.ecolind.2010.06.011; Foltete et al. 2014,
    Landscape and Urban Planning 124, 140-150
    """
    best, areas, reach, capacities = _start(distances, areas, to_patches, capacities, rate, count, progress)
    numerator = float(areas @ best @ areas)
    before, total = float(np.sqrt(numerator)), numerator
    chosen, eca, gains, own, first_gains = [], [], [], [], None
    for step in range(min(count, len(capacities))):
        progress(step / count, 'Stepping stone {step} of {count}: {candidates} candidates', step=step + 1, count=count,
                 candidates=len(capacities) - step)
        scores = np.full(len(capacities), -np.inf)
        for candidate in range(len(capacities)):
            if candidate % 16 == 0:
                stop_if(cancelled)
                progress((step + candidate / len(capacities)) / count)
            if candidate not in chosen:
                scores[candidate] = sum(improvement(best, areas, reach[candidate], capacities[candidate]))
        if step == 0:
            first_gains = np.sqrt(total + scores) - before
        candidate = int(np.argmax(scores))
        if not scores[candidate] > total * 1e-12:
            break
        added, _ = improvement(best, areas, reach[candidate], capacities[candidate])
        previous = np.sqrt(total)
        total += float(scores[candidate])
        chosen.append(candidate)
        eca.append(float(np.sqrt(total)))
        gains.append(float(np.sqrt(total) - previous))
        own.append(float(gains[-1] * added / scores[candidate]))
        best = _with_patch(best, reach[candidate])
        areas = np.append(areas, capacities[candidate])
        onward = np.exp(-rate * np.asarray(between(candidate), dtype=float))
        reach = np.concatenate([reach, onward[:, np.newaxis]], axis=1)
    progress(1.0)
    return SteppingStones(before, np.array(chosen, dtype=np.int64), np.array(eca), np.array(gains), np.array(own),
                          np.zeros(len(capacities)) if first_gains is None else first_gains)


def _start(distances, areas, to_patches, capacities, rate, count, progress):
    """Probabilities of the best ways between the patches, and of the direct ways of the candidates."""
    distances, areas = np.asarray(distances, dtype=float), np.asarray(areas, dtype=float)
    to_patches, capacities = np.asarray(to_patches, dtype=float), np.asarray(capacities, dtype=float)
    if not capacities.size:
        raise EmptyInputError('There is no candidate for a stepping stone.')
    if distances.shape != (areas.size,) * 2 or to_patches.shape != (capacities.size, areas.size):
        raise GridMismatchError('Every candidate needs a distance to every patch, and patches to each other.')
    if not 0 < rate < np.inf or count < 1:
        raise ParameterError('The rate must be above 0, and at least 1 stepping stone must be wanted.')
    for name, values in (('areas', areas), ('capacities', capacities),
                         ('distances', np.where(np.isinf(to_patches), 0.0, to_patches))):
        check_range(name, values, 0)
    if not areas.sum() > 0:
        raise EmptyInputError('All {count} patches have an area of 0, so that there is nothing to connect.',
                              count=areas.size)
    check_capacity(8.0 * (4 * areas.size ** 2 + 2 * to_patches.size), f'{capacities.size} x {areas.size}',
                   1e-9 * count * capacities.size * areas.size ** 2, progress)
    best = np.exp(-rate * shortest_distances(graph_of_links(essential_links(distances), distances)))
    return best, areas, np.exp(-rate * to_patches), capacities


def improvement(best, areas, direct, capacity):
    """What a new patch adds to the sum of a_i a_j p*_ij over all ordered pairs.

    Parameters
    ----------
    best : (n, n) float, p* between the patches
    direct : (n,) float, probability of the direct way from the new patch to each

    Returns
    -------
    what the pairs with the new patch are worth, what the other pairs gain
    """
    through = _through(best, direct)
    near = np.flatnonzero(through > SMALLEST)
    own = capacity * capacity + 2 * capacity * float(areas @ through)
    gained = np.outer(through[near], through[near]) - best[np.ix_(near, near)]
    np.maximum(gained, 0.0, out=gained)
    return own, float(areas[near] @ gained @ areas[near])


def _through(best, direct):
    """(n,) best ways from a new patch to each."""
    start = np.flatnonzero(direct > SMALLEST)
    if not start.size:
        return np.zeros(direct.size)
    return (best[:, start] * direct[start]).max(axis=1)


def _with_patch(best, direct):
    """(n + 1, n + 1) best ways with a new patch at the end."""
    through = _through(best, direct)
    grown = np.ones((len(best) + 1,) * 2)
    grown[:-1, :-1] = np.maximum(best, np.outer(through, through))
    grown[-1, :-1] = grown[:-1, -1] = through
    return grown


def place_grid(grid: Grid, spacing, allowed):
    """Places on a regular grid: (rows, columns) of the cells nearest to its points that are allowed.

    Parameters
    ----------
    spacing : metres between two places; at least a cell
    allowed : (rows, columns) bool
    """
    check_share('spacing', spacing, max(grid.cell_width, grid.cell_height), np.inf)
    height, width = grid.rows * grid.cell_height, grid.columns * grid.cell_width
    y = np.arange(spacing / 2, height, spacing) if spacing < height else np.array([height / 2])
    x = np.arange(spacing / 2, width, spacing) if spacing < width else np.array([width / 2])
    rows, columns = np.meshgrid((y // grid.cell_height).astype(np.int64), (x // grid.cell_width).astype(np.int64),
                                indexing='ij')
    rows, columns = rows.ravel(), columns.ravel()
    free = np.asarray(allowed)[rows, columns]
    if not free.any():
        raise EmptyInputError('None of the {count} places is allowed. Choose a smaller spacing, or check where '
                              'stepping stones may lie.', count=rows.size)
    return rows[free], columns[free]


def place_cells(rows, columns, radius, grid: Grid, passable):
    """The cells of a circle around each place, its own cell always among them.

    Parameters
    ----------
    rows, columns : (m,) int, cells of the places
    radius : metres
    passable : (rows, columns) bool; other cells are left out

    Returns
    -------
    flat indices of the cells, place by place, and (m,) where those of each place begin
    """
    down, right = int(radius / grid.cell_height), int(radius / grid.cell_width)
    steps = np.stack(np.meshgrid(np.arange(-down, down + 1), np.arange(-right, right + 1), indexing='ij'), -1)
    steps = steps.reshape(-1, 2)
    steps = steps[np.hypot(*(steps * [grid.cell_height, grid.cell_width]).T) <= radius * (1 + 1e-9)]
    steps = steps if len(steps) else np.zeros((1, 2), np.int64)
    found = np.stack([rows, columns], axis=1)[:, np.newaxis] + steps
    place = np.repeat(np.arange(len(rows)), len(steps))
    found = found.reshape(-1, 2)
    inside = ((found >= 0) & (found < grid.shape)).all(axis=1)
    found, place = found[inside], place[inside]
    open_land = np.asarray(passable)[found[:, 0], found[:, 1]]
    found, place = found[open_land], place[open_land]
    return found[:, 0] * grid.columns + found[:, 1], np.searchsorted(place, np.arange(len(rows)))


def place_costs(resistance, sources, rows, columns, grid: Grid, radius=0.0, limit=np.inf, names=None, engine=None,
                progress=silent, cancelled=never):
    """Least-cost distances between patches, from places to patches, and a function for those between places.

    Moving inside a place costs nothing, as inside a patch.

    Parameters
    ----------
    resistance : (rows, columns) float, above 0; NaN cannot be crossed
    sources : (rows, columns) int, patch on a cell, 0 where there is none
    rows, columns : (m,) int, cells of the places; all of them passable
    radius : of a place, metres
    limit : costs above it are not looked for
    engine : where the searches run, those of ``between`` too; None for this process

    Returns
    -------
    (n, n), (m, n) float, and the function ``between`` of ``stepping_stones``
    """
    graph = cost_graph(np.asarray(resistance, dtype=float), grid, cancelled=cancelled)
    labels = graph.on_nodes(usable_sources(resistance, sources, names))
    numbers = np.unique(labels[labels > 0])
    cells, begin = place_cells(np.asarray(rows), np.asarray(columns), radius, grid, np.isfinite(resistance))
    nodes = np.searchsorted(graph.cells, cells)
    check_capacity(12.0 * graph.weights.size + 150.0 * graph.nodes, f'{numbers.size} x {graph.nodes}',
                   6e-7 * numbers.size * graph.nodes, progress)
    seeds = np.flatnonzero(labels > 0)
    seeds = seeds[np.argsort(labels[seeds], kind='stable')]
    starts = np.concatenate([np.searchsorted(labels[seeds], numbers), seeds.size + begin])
    shared = {**graph.arrays(), **graph.surface(), 'seeds': np.concatenate([seeds, nodes]), 'starts': starts,
              'limit': limit}
    engine = engine or InProcessEngine()
    progress(0.0, 'Least-cost distances from {count} patches to {places} places', count=int(numbers.size),
             places=int(begin.size))
    found = np.array(engine.map(costs_from, list(range(numbers.size)), shared, progress, cancelled))
    distances, to_patches = found[:, :numbers.size], found[:, numbers.size:].T

    def between(place):
        row, = engine.map(costs_from, [numbers.size + place], shared, cancelled=cancelled)
        return row[numbers.size:]

    # Forth and back are summed in another order.
    return np.minimum(distances, distances.T), to_patches, between
