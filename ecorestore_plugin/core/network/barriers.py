"""Barriers: where restoring a little land would shorten the way between sources most.

A circular window restored across its middle leads from where the first source is nearest within the window to where
the second is. The improvement score is what that saves, per metre restored.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..checks import check_share, never, part_of, silent, stop_if
from ..engine import InProcessEngine, check_capacity
from ..errors import EmptyInputError, ParameterError
from ..grid import Grid
from ..window import circular_window
from .bounds import cost_bounds, zone_borders
from .cost_distance import connected_pairs, cost_graph, cumulative_resistance
from .source_cells import check_sources_have_cells
from .surfaces import source_surface, surface_tasks

MOST_RADII = 100
# Bytes per cell of the graph and its searches, and of the rasters; per cell of a finished surface; seconds per cell.
CELL_BYTES, SURFACE_BYTES, SEARCH_SECONDS = 300, 12, 6e-7
# Seconds per cell and row of a window.
FOCAL_SECONDS = 3e-9
STRIP = 1 << 16


@dataclass(frozen=True)
class LinkScores:
    """What windows save a link.

    Attributes
    ----------
    distance : least-cost distance of the link, resistance x metres; infinite where no path leads
    cells : (n,) flat indices of the centres that save something at any radius, ascending
    scores : (radii, n) improvement score, 0 where nothing is saved
    """

    distance: float
    cells: np.ndarray
    scores: np.ndarray


@dataclass(frozen=True)
class Improvement:
    """Improvement of a network by restoring circular windows.

    Attributes
    ----------
    radii : (radii,) metres
    score : (rows, columns) largest improvement score over links and radii at the centre of the window, resistance
        x metres saved per metre restored; NaN where nothing is saved, on sources and where nothing can be restored
    radius : (rows, columns) int16, position of the radius that gives it, -1 where there is none
    link : (rows, columns) int32, position of the link that gives it, -1 where there is none
    percent : (rows, columns) largest score as per cent of the least-cost distance of its link
    total : (rows, columns) scores added up over the links, the largest over the radii
    circles : (rows, columns) largest score of the windows that hold the cell
    trimmed : (rows, columns) the same, but at most what the resistance of the cell exceeds that of restored land
    links : LinkScores, one per link
    restored : resistance of restored land
    allowed : (rows, columns) bool, where windows may be centred
    surfaces : what workers need to look at the windows again, see ``link_scores``
    tasks : one per link, likewise
    """

    radii: np.ndarray
    score: np.ndarray
    radius: np.ndarray
    link: np.ndarray
    percent: np.ndarray
    total: np.ndarray
    circles: np.ndarray
    trimmed: np.ndarray
    links: tuple
    restored: float
    allowed: np.ndarray
    surfaces: dict
    tasks: list


def sweep(smallest, largest, step, cell) -> np.ndarray:
    """Radii from the smallest to the largest.

    Parameters
    ----------
    smallest, largest, step : metres; None for the larger side of a cell, three times the smallest, and the smallest
    cell : width and height of a cell in metres

    Raises
    ------
    ParameterError : a radius below a cell, a largest below the smallest, or too many radii
    """
    side = max(cell)
    smallest = side if smallest is None else float(smallest)
    largest = max(3 * smallest, smallest) if largest is None else float(largest)
    step = smallest if step is None else float(step)
    if smallest < side * (1 - 1e-9):
        raise ParameterError('The smallest radius of {radius} m is less than a cell of {cell} m. Give at least the '
                             'cell size.', radius=f'{smallest:g}', cell=f'{side:g}')
    if largest < smallest or not step > 0:
        raise ParameterError('The radii go from {smallest} to {largest} m in steps of {step} m. The largest must not '
                             'be below the smallest, and the step must be above 0.', smallest=f'{smallest:g}',
                             largest=f'{largest:g}', step=f'{step:g}')
    count = int(math.floor((largest - smallest) / step * (1 + 1e-9))) + 1
    if count > MOST_RADII:
        raise ParameterError('The radii from {smallest} to {largest} m in steps of {step} m are {count}; take a larger '
                             'step, so that at most {most} remain.', smallest=f'{smallest:g}',
                             largest=f'{largest:g}', step=f'{step:g}', count=count, most=MOST_RADII)
    return smallest + step * np.arange(count)


def barrier_improvement(resistance, sources, links, grid: Grid, radii, restored=1.0, corridors=None,
                        through_nodata=False, names=None, engine=None, progress=silent,
                        cancelled=never) -> Improvement:
    """Improvement scores of all windows, links and radii.

    score = (LCD - mA - mB - 2 r R') / (2 r), with LCD the least-cost distance of the link, mA and mB the smallest
    cost-weighted distance from its two sources among the known cells within the radius r of the centre, and R' the
    resistance of restored land.

    Parameters
    ----------
    resistance : (rows, columns) float, above 0; NaN cannot be crossed
    sources : (rows, columns) int, number of the source on a cell, 0 where there is none
    links : (first, second) source numbers
    grid : cell width and height in metres
    radii : metres, ascending, each at least a cell
    restored : resistance of restored land
    corridors : per link flat indices of the cells where its windows may be centred; None for anywhere
    through_nodata : whether windows may be centred on cells without resistance, as barriers that cannot be crossed
    names : what the user calls the sources 1, 2, ...
    engine : where surfaces and windows are computed; None for this process

    Returns
    -------
    Improvement

    Raises
    ------
    ValueRangeError : a resistance that is zero, negative or infinite
    EmptyInputError : no links, sources without a usable cell, or no link that any path joins
    ParameterError : a radius larger than the raster
    CapacityError : the surfaces do not fit into memory

    Source: McRae et al. 2012, PLoS ONE, doi:10.1371/journal.pone.0052604
    """
    resistance = np.asarray(resistance, dtype=float)
    radii = np.asarray(radii, dtype=float)
    _check(links, radii, restored, grid)
    graph = cost_graph(resistance, grid, cancelled=cancelled)
    linked = np.unique(np.asarray(links))
    everywhere, sources = sources, np.where(np.isin(sources, linked) & ~np.isnan(resistance), sources, 0)
    check_sources_have_cells({number: names[number - 1] if names else number for number in linked.tolist()},
                             np.unique(sources))
    labels = graph.on_nodes(sources)
    engine = engine or InProcessEngine()
    surfaces = _surfaces(graph, resistance, sources, labels, links, grid, engine, part_of(progress, 0.0, 0.6),
                         cancelled)
    shared, place = _as_arrays(graph, surfaces)
    allowed = np.asarray(everywhere) == 0
    if not through_nodata:
        allowed &= ~np.isnan(resistance)
    shared.update(grid=grid, radii=radii, restored=float(restored), allowed=allowed)
    tasks = [(place[min(pair)], place[max(pair)], surfaces[min(pair)].distances[max(pair)],
              None if corridors is None else corridors[index]) for index, pair in enumerate(links)]
    progress(0.6, 'Windows of {radii} radii for {links} links', radii=len(radii), links=len(tasks))
    found = engine.map(link_scores, tasks, shared=shared, progress=part_of(progress, 0.6, 0.9), cancelled=cancelled)
    if not any(np.isfinite(scores.distance) for scores in found):
        raise EmptyInputError('No path joins the two sources of any of the {count} links: nodata separates them.',
                              count=len(found))
    score, radius, link, percent, total, circles, trimmed = _mosaic(
        found, radii, resistance, allowed, restored, grid, part_of(progress, 0.9, 1.0), cancelled)
    return Improvement(radii, score, radius, link, percent, total, circles, trimmed, tuple(found), float(restored),
                       allowed, {name: shared[name] for name in ('cells', 'costs', 'begin', 'grid')}, tasks)


def _check(links, radii, restored, grid):
    if not len(links):
        raise EmptyInputError('There are no links; barriers are sought on the ways between linked sources.')
    check_share('restored', restored, np.finfo(float).tiny, np.inf)
    side = max(grid.rows * grid.cell_height, grid.columns * grid.cell_width)
    if radii.max() > side:
        raise ParameterError('The largest radius of {radius} m is larger than the raster, whose longer side has '
                             '{side} m. Give radii of a few cells.', radius=f'{radii.max():g}', side=f'{side:g}')


def _surfaces(graph, resistance, sources, labels, links, grid, engine, progress, cancelled):
    """Source number -> SourceSurface, searched as far as its dearest link."""
    pairs = np.unique(np.sort(np.asarray(links, dtype=np.int64), axis=1), axis=0)
    zones = cumulative_resistance(resistance, sources, grid, cancelled=cancelled)
    stop_if(cancelled)
    joined = connected_pairs(graph, labels, pairs)
    borders = zone_borders(zones.allocation, zones.cost, zones.back_link, resistance, grid)
    del zones
    bounds = np.where(joined, cost_bounds(resistance, sources, pairs, borders, grid), 0.0)
    tasks = surface_tasks(pairs, bounds, None, 0.0)
    unbounded = sum(not np.isfinite(limit) for _, _, limit, _ in tasks)
    seconds = len(tasks) * graph.nodes * SEARCH_SECONDS / getattr(engine, 'workers', 1)
    check_capacity(graph.nodes * (CELL_BYTES + SURFACE_BYTES * (unbounded + 0.3 * (len(tasks) - unbounded))),
                   f'{len(tasks)} x {graph.nodes}', seconds, progress)
    progress(0.1, 'Cost surfaces of {count} sources on {cells} cells', count=len(tasks), cells=graph.nodes)
    found = engine.map(source_surface, tasks, shared={**graph.arrays(), **graph.surface(), 'labels': labels},
                       progress=part_of(progress, 0.1, 1.0), cancelled=cancelled)
    return {task[0]: surface for task, surface in zip(tasks, found)}


def _as_arrays(graph, surfaces):
    """All surfaces end to end, so that workers share them, and source number -> position."""
    numbers = sorted(surfaces)
    begin = np.cumsum([0] + [surfaces[number].nodes.size for number in numbers])
    cells = np.concatenate([graph.cells[surfaces[number].nodes] for number in numbers])
    costs = np.concatenate([surfaces[number].costs for number in numbers])
    return {'cells': cells, 'costs': costs, 'begin': begin}, {number: at for at, number in enumerate(numbers)}


def link_scores(task, cells, costs, begin, grid, radii, restored, allowed) -> LinkScores:
    """What windows save one link.

    Parameters
    ----------
    task : (position of the first source, of the second, least-cost distance, flat indices of centres or None)
    cells, costs, begin : the surfaces of all sources end to end, and where each begins
    allowed : (rows, columns) bool, where windows may be centred
    """
    first, second, distance, inside = task
    none = LinkScores(distance, np.zeros(0, np.int64), np.zeros((len(radii), 0)))
    # A window saves something only where both sources are nearer than this.
    most = distance - 2 * float(radii.min()) * restored
    reaches = [circular_window(2 * radius, grid.cell_width, grid.cell_height) for radius in radii.tolist()]
    half, wide = len(reaches[-1]) // 2, int(reaches[-1].max())
    near = [near_source(source, most, cells, costs, begin, grid) for source in (first, second)]
    if not np.isfinite(distance) or not all(costs.size for _, _, costs in near):
        return none
    window = _window(near, inside, half, wide, grid)
    if window is None:
        return none
    top, bottom, left, right = window
    minima = [focal_minima(costs_around(own, window, half, wide), reaches) for own in near]
    centres = allowed[top:bottom, left:right]
    if inside is not None:
        rows, columns = np.divmod(inside, grid.columns)
        held = (rows >= top) & (rows < bottom) & (columns >= left) & (columns < right)
        own = np.zeros(centres.shape, bool)
        own[rows[held] - top, columns[held] - left] = True
        centres = centres & own
    scores = [np.where(centres, (distance - one - other) / (2 * radius) - restored, 0.0)
              for radius, one, other in zip(radii.tolist(), *minima)]
    rows, columns = np.nonzero(np.maximum.reduce(scores) > 0)
    return LinkScores(distance, (rows + top) * grid.columns + columns + left,
                      np.maximum([score[rows, columns] for score in scores], 0.0))


def near_source(source, most, cells, costs, begin, grid):
    """(rows, columns, costs) of the cells that are nearer to a source than ``most``."""
    own = slice(begin[source], begin[source + 1])
    close = costs[own] < most
    return (*np.divmod(cells[own][close], grid.columns), costs[own][close])


def costs_around(near, window, half, wide):
    """Costs in a window and ``half`` rows and ``wide`` columns around it, infinite where unknown."""
    top, bottom, left, right = window
    values = np.full((bottom - top + 2 * half, right - left + 2 * wide), np.inf)
    rows, columns = near[0] - (top - half), near[1] - (left - wide)
    held = (rows >= 0) & (columns >= 0) & (rows < values.shape[0]) & (columns < values.shape[1])
    values[rows[held], columns[held]] = near[2][held]
    return values


def _window(near, inside, half, wide, grid):
    """(first row, row behind the last, first column, column behind the last) of the centres, or None."""
    boxes = [(rows.min() - half, rows.max() + half + 1, columns.min() - wide, columns.max() + wide + 1)
             for rows, columns, _ in near]
    boxes.append((0, grid.rows, 0, grid.columns))
    if inside is not None:
        if not len(inside):
            return None
        rows, columns = np.divmod(np.asarray(inside), grid.columns)
        boxes.append((rows.min(), rows.max() + 1, columns.min(), columns.max() + 1))
    top, bottom, left, right = np.array(boxes).T
    found = int(top.max()), int(bottom.min()), int(left.max()), int(right.min())
    return found if found[0] < found[1] and found[2] < found[3] else None


def focal_minima(values, reaches):
    """The smallest value in windows around every cell that has the largest of them wholly inside.

    The smallest of a run of cells in a row is that of two runs of 2^k cells, and a window is a stack of such runs,
    so that a window of n rows takes n steps, not its number of cells.

    Parameters
    ----------
    values : (rows, columns) float, infinite where unknown
    reaches : windows as in ``window.circular_window``, the largest last

    Returns
    -------
    list of arrays, each smaller than ``values`` by half the largest window on every side
    """
    half, wide = len(reaches[-1]) // 2, int(reaches[-1].max())
    rows, columns = values.shape[0] - 2 * half, values.shape[1] - 2 * wide
    found = [np.full((rows, columns), np.inf) for _ in reaches]
    # Strips that stay near the processor.
    height = max(STRIP // max(columns, 1), 2 * half, 1)
    for start in range(0, rows, height):
        stop = min(start + height, rows)
        _minima_of_strip(values[start:stop + 2 * half], reaches, half, wide, [array[start:stop] for array in found])
    return found


def _minima_of_strip(values, reaches, half, wide, found):
    columns = found[0].shape[1]
    height = found[0].shape[0]
    runs = [values]
    while 2 << len(runs) - 1 <= 2 * wide + 1:
        length = 1 << len(runs) - 1
        runs.append(np.minimum(runs[-1][:, :-length], runs[-1][:, length:]))
    across = np.empty((values.shape[0], columns))
    for reach in np.unique(np.concatenate(reaches)).tolist():
        power = (2 * reach + 1).bit_length() - 1
        start, second = wide - reach, wide + reach + 1 - (1 << power)
        np.minimum(runs[power][:, start:start + columns], runs[power][:, second:second + columns], out=across)
        for window, array in zip(reaches, found):
            shift = half - len(window) // 2
            for row in np.flatnonzero(window == reach).tolist():
                np.minimum(array, across[row + shift:row + shift + height], out=array)


def _mosaic(found, radii, resistance, allowed, restored, grid, progress, cancelled):
    """All links together, one radius at a time."""
    size = resistance.size
    score, percent, total, circles = (np.zeros(size) for _ in range(4))
    radius, link = np.full(size, -1, np.int16), np.full(size, -1, np.int32)
    for position, metres in enumerate(radii.tolist()):
        stop_if(cancelled)
        here, added = np.zeros(size), np.zeros(size)
        for number, scores in enumerate(found):
            cells, values = scores.cells, scores.scores[position]
            here[cells] = np.maximum(here[cells], values)
            added[cells] += values
            better = values > score[cells]
            better_cells = cells[better]
            score[better_cells], link[better_cells] = values[better], number
            radius[better_cells] = position
            percent[cells] = np.maximum(percent[cells], 100 * values / scores.distance)
        np.maximum(total, added, out=total)
        reach = circular_window(2 * metres, grid.cell_width, grid.cell_height)
        padding = ((len(reach) // 2,) * 2, (int(reach.max()),) * 2)
        around = focal_minima(np.pad(-here.reshape(grid.shape), padding), [reach])[0]
        np.maximum(circles, -around.ravel(), out=circles)
        progress((position + 1) / len(radii))
    # Nodata cannot be crossed: restoring it saves whatever the window saves.
    excess = np.where(np.isnan(resistance), np.inf, resistance - restored).ravel()
    trimmed = np.where(allowed.ravel(), np.minimum(circles, excess), 0.0)
    circles[~allowed.ravel()] = 0.0
    rasters = [np.where(values > 0, values, np.nan).reshape(grid.shape)
               for values in (score, percent, total, circles, trimmed)]
    return rasters[0], radius.reshape(grid.shape), link.reshape(grid.shape), *rasters[1:]
