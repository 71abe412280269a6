"""Barriers as patches of land, with what restoring them is worth.

The best windows say where to restore; within a window it is enough to restore the strip between the two cells from
which its score was counted. Patches are what stands in the way on such strips.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import never, silent, stop_if
from ..engine import InProcessEngine
from ..errors import ParameterError
from ..grid import Grid
from ..threshold import threshold_of
from ..window import circular_window
from .barriers import Improvement, costs_around, near_source

RANKINGS = ('gain', 'gain_per_ha', 'score')


@dataclass(frozen=True)
class BarrierPatches:
    """Barriers, the most important first; position k of each array is the patch labelled k + 1.

    Attributes
    ----------
    labels : (rows, columns) int32, 0 outside
    threshold : improvement score from which a window counts
    cells, area_ha : per patch
    score : largest improvement score of a window whose strip crosses the patch
    radius, link : radius of that window in metres, and the position of its link
    gain : what that window saves its link, resistance x metres
    gain_percent : the same as per cent of the link's least-cost distance
    gain_total : the same added up over all links, the best window of each
    links : per patch the positions of the links with a window that counts and whose strip crosses it
    """

    labels: np.ndarray
    threshold: float
    cells: np.ndarray
    area_ha: np.ndarray
    score: np.ndarray
    radius: np.ndarray
    link: np.ndarray
    gain: np.ndarray
    gain_percent: np.ndarray
    gain_total: np.ndarray
    links: tuple

    def __len__(self):
        return len(self.cells)

    @property
    def gain_per_ha(self):
        """What all links save, per hectare of the patch."""
        return self.gain_total / self.area_ha


@dataclass(frozen=True)
class _Strips:
    """Strips of windows that count.

    Attributes
    ----------
    link, radius : (n,) positions of the link and of the radius
    score : (n,)
    cells : list of (n,) flat indices: first cells, second cells and so on; strips that have ended stay at their end
    """

    link: np.ndarray
    radius: np.ndarray
    score: np.ndarray
    cells: list


def barrier_patches(found: Improvement, resistance, grid: Grid, threshold='quantile', quantile=0.9, classes=5,
                    deviations=1.0, minimum_cells=1, rank_by='gain', engine=None, progress=silent,
                    cancelled=never) -> BarrierPatches:
    """Patches of land whose restoration saves most.

    A window counts from a threshold of the improvement score on. Its strip is the straight line between the cells
    nearest to either source in it; if it is restored, the link saves what the score says. A cell of the strip belongs
    to a patch where its resistance exceeds that of restored land by the threshold or more: the others add little.

    Parameters
    ----------
    found : Improvement
    resistance : (rows, columns) float, the one it was made from
    grid : cell width and height in metres
    threshold, quantile, classes, deviations : see threshold.threshold_of; of the scores at all centres that save
    minimum_cells : patches of fewer cells are dropped; cells that touch at a corner hang together
    rank_by : 'gain' (of all links), 'gain_per_ha' or 'score'
    engine : where windows are looked at; None for this process

    Returns
    -------
    BarrierPatches; none where no window saves anything

    Raises
    ------
    ParameterError : unknown ranking, or a parameter of the threshold outside its limits
    """
    from scipy import ndimage
    if rank_by not in RANKINGS:
        raise ParameterError('Unknown ranking {given}; choose one of {choices}.', given=rank_by,
                             choices=', '.join(RANKINGS))
    scores = found.score[np.isfinite(found.score)]
    if not scores.size:
        return _described(np.zeros(grid.shape, np.int32), np.nan, found, np.zeros((0, 1)), np.zeros((0, 1), int), grid)
    limit = threshold_of(scores, threshold, quantile, classes, deviations)
    strips = _strips(found, limit, grid, engine or InProcessEngine(), progress, cancelled)
    resistance = np.asarray(resistance, dtype=float)
    excess = np.where(np.isnan(resistance), np.inf, resistance - found.restored)
    crossed = np.zeros(resistance.size, bool)
    for cells in strips.cells:
        crossed[cells] = True
    high = crossed.reshape(grid.shape) & found.allowed & (excess >= limit)
    labels = ndimage.label(high, np.ones((3, 3)))[0]
    kept = np.bincount(labels.ravel()) >= minimum_cells
    kept[0] = False
    labels = np.where(kept, np.cumsum(kept), 0).astype(np.int32)[labels]
    return _ranked(labels, limit, found, strips, grid, rank_by)


def _strips(found, limit, grid, engine, progress, cancelled):
    """The strips of all windows from the limit on."""
    tasks, groups = [], []
    for number, (scores, task) in enumerate(zip(found.links, found.tasks)):
        for position, radius in enumerate(found.radii.tolist()):
            strong = np.flatnonzero(scores.scores[position] >= limit)
            if strong.size:
                tasks.append((task[0], task[1], scores.distance, radius, scores.cells[strong]))
                groups.append((number, position, scores.scores[position][strong]))
    if not tasks:
        empty = np.zeros(0, np.int64)
        return _Strips(empty, empty, np.zeros(0), [])
    ends = engine.map(window_ends, tasks, shared=found.surfaces, progress=progress, cancelled=cancelled)
    first, second = (np.concatenate([pair[side] for pair in ends]) for side in (0, 1))
    sizes = [len(scores) for _, _, scores in groups]
    return _Strips(np.repeat([number for number, _, _ in groups], sizes),
                   np.repeat([position for _, position, _ in groups], sizes),
                   np.concatenate([scores for _, _, scores in groups]), _lines(first, second, grid))


def window_ends(task, cells, costs, begin, grid, cancelled=never):
    """The cell nearest to each of the two sources in windows.

    Parameters
    ----------
    task : (position of the first source, of the second, least-cost distance, radius, flat indices of the centres)
    cells, costs, begin : the surfaces of all sources end to end, and where each begins

    Returns
    -------
    two (n,) arrays of flat indices; of equally near cells the one closest to the centre, then the first in reading
    order
    """
    first, second, distance, radius, centres = task
    reach = circular_window(2 * radius, grid.cell_width, grid.cell_height)
    half, wide = len(reach) // 2, int(reach.max())
    rows, columns = np.divmod(centres, grid.columns)
    box = int(rows.min()), int(rows.max()) + 1, int(columns.min()), int(columns.max()) + 1
    steps = np.array([(down, right) for down, most in zip(range(-half, half + 1), reach.tolist())
                      for right in range(-most, most + 1)])
    steps = steps[np.argsort(np.hypot(*(steps * [grid.cell_height, grid.cell_width]).T), kind='stable')]
    ends = []
    for source in (first, second):
        values = costs_around(near_source(source, distance, cells, costs, begin, grid), box, half, wide)
        best, end = np.full(len(centres), np.inf), np.array(centres)
        for down, right in steps.tolist():
            stop_if(cancelled)
            here = values[rows - box[0] + half + down, columns - box[2] + wide + right]
            nearer = here < best
            best[nearer] = here[nearer]
            end[nearer] = centres[nearer] + down * grid.columns + right
        ends.append(end)
    return ends[0], ends[1]


def _lines(first, second, grid):
    """Cells of straight lines: a list of first cells, second cells and so on."""
    start, end = (np.stack(np.divmod(cells, grid.columns)) for cells in (first, second))
    length = np.abs(end - start).max(axis=0)
    lines = []
    for step in range(int(length.max(initial=0)) + 1):
        share = np.minimum(step / np.maximum(length, 1), 1.0)
        rows, columns = np.floor(start + share * (end - start) + 0.5).astype(np.int64)
        lines.append(rows * grid.columns + columns)
    return lines


def _ranked(labels, limit, found, strips, grid, rank_by):
    """Numbers of every patch and link, and the patches in their order."""
    count, flat = int(labels.max(initial=0)), labels.ravel()
    number = np.concatenate([flat[cells] for cells in strips.cells]) if strips.cells else np.zeros(0, int)
    window = np.flatnonzero(number) % max(len(strips.score), 1)
    number = number[number > 0] - 1
    # Of equal scores the smallest radius counts.
    order = np.lexsort((strips.radius[window], -strips.score[window], strips.link[window], number))
    number, window = number[order], window[order]
    first = np.flatnonzero((np.diff(number, prepend=-1) != 0) | (np.diff(strips.link[window], prepend=-1) != 0))
    number, window = number[first], window[first]
    best, radius = np.zeros((count, len(found.links))), np.full((count, len(found.links)), -1)
    best[number, strips.link[window]] = strips.score[window]
    radius[number, strips.link[window]] = strips.radius[window]
    gains = (best * 2 * found.radii[radius]).sum(axis=1)
    cells = np.bincount(flat, minlength=count + 1)[1:]
    keys = {'gain': gains, 'score': best.max(axis=1, initial=0), 'gain_per_ha': gains / np.maximum(cells, 1)}[rank_by]
    order = np.lexsort((np.arange(count), -cells, -keys))
    numbers = np.zeros(count + 1, np.int32)
    numbers[order + 1] = np.arange(1, count + 1)
    return _described(numbers[labels], limit, found, best[order], radius[order], grid)


def _described(labels, threshold, found, best, radius, grid):
    """Facts from the best score of every patch and link, and the position of its radius."""
    count = len(best)
    cells = np.bincount(labels.ravel(), minlength=count + 1)[1:]
    distances = np.array([scores.distance for scores in found.links])
    link = best.argmax(axis=1) if count else np.zeros(0, int)
    at = np.arange(count), link
    metres = found.radii[radius] if count else np.zeros((0, 1))
    gains = best * 2 * metres
    return BarrierPatches(
        labels=labels, threshold=threshold, cells=cells, area_ha=cells * grid.cell_area_ha, score=best[at],
        radius=metres[at], link=link, gain=gains[at], gain_percent=100 * gains[at] / distances[link],
        gain_total=gains.sum(axis=1), links=tuple(tuple(np.flatnonzero(row > 0).tolist()) for row in best))
