"""Omnidirectional connectivity: current from everywhere to everywhere, gathered by a moving window."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np

from ..checks import check_not_empty, never, part_of, silent, stop_if
from ..engine import InProcessEngine
from ..errors import EmptyInputError
from .omni_artefacts import artefact_correction
from .omni_conditions import Condition
from .omni_targets import Window, window_targets
from .omni_tiles import Rules, gathered_tile, lanes_pay, lattice_steps, predicted_tile

TASK_SECONDS = 1.0  # long enough not to count beside handing it out, short enough to show progress
MOST_TASKS = 400
RESULT_BYTES = 5e8  # of the tiles that wait to be added at any time


@dataclass(frozen=True)
class FailedWindow:
    """A window that gave trouble.

    Attributes
    ----------
    row, column : its target
    solved : whether a direct factorisation solved it after all; if not, it is missing from the maps
    reason : what the solver said
    """

    row: int
    column: int
    solved: bool
    reason: str


@dataclass(frozen=True)
class OmniCurrent:
    """Current gathered over all windows.

    Attributes
    ----------
    current : (rows, cols) float array, sum of the currents of all windows
    potential : the same with all resistances equal, None where it was not asked for
    windows : how many there were
    failures : those that gave trouble
    """

    current: np.ndarray
    potential: np.ndarray | None
    windows: int
    failures: tuple[FailedWindow, ...] = field(default=())


@dataclass(frozen=True)
class WindowPlan:
    """How the windows are shared out.

    Attributes
    ----------
    targets, amounts : as of window_targets
    tiles : [(first row, row after the last, first column, column after the last)] of the targets of each task
    seconds, bytes : what a task takes without compiled kernels, at most
    window_seconds : what a window takes
    compiled : whether compiled kernels would help
    """

    targets: np.ndarray
    amounts: np.ndarray
    tiles: list
    seconds: float
    bytes: float
    window_seconds: float
    compiled: bool


def plan_windows(strength, window, neighbours=8, potential=True, tile=None) -> WindowPlan:
    """Shares the windows out to tasks.

    Parameters
    ----------
    strength : (rows, cols) float array, 0 where there is no source
    window : Window
    tile : side of the square of targets of a task in cells; chosen by the work when None

    Raises
    ------
    EmptyInputError : no block holds a source
    """
    targets, amounts = window_targets(strength, window)
    if not len(targets):
        raise EmptyInputError('No block of {block} x {block} cells holds a source. Choose a smaller block.',
                              block=window.block)
    wanted = tile or _tile_side(len(targets), strength.shape, window, neighbours, potential)
    high, wide = (step * max(1, round(wanted / step)) for step in lattice_steps(window, strength.shape))
    rows, columns = strength.shape
    boxes = [(row, min(row + high, rows), column, min(column + wide, columns))
             for row in range(0, rows, high) for column in range(0, columns, wide)]
    number = (targets[:, 0] // high) * math.ceil(columns / wide) + targets[:, 1] // wide
    counts = np.bincount(number, minlength=len(boxes))
    seconds, memory = predicted_tile(window, strength.shape, (high, wide), neighbours, potential)
    return WindowPlan(targets, amounts, [box for box, count in zip(boxes, counts) if count],
                      seconds * float(counts.max()), memory, seconds, lanes_pay(window, strength.shape))


def _tile_side(count, shape, window, neighbours, potential):
    seconds, _ = predicted_tile(window, shape, (1, 1), neighbours, potential)
    tasks = min(max(count * seconds / TASK_SECONDS, 1), MOST_TASKS)
    return math.sqrt(shape[0] * shape[1] / tasks)


def omnidirectional(conductance, strength, window, neighbours=8, average='conductance', conditions=(), potential=True,
                    correct=True, omniscape_edges=False, tile=None, engine=None, progress=silent, cancelled=never,
                    ) -> OmniCurrent:
    """Current between all cells within a radius of one another, as Omniscape maps it.

    A window moves over a regular grid of targets. In each, the sources of the window send the strength of the target's
    block to the target, along all ways at once; the currents of all windows add up.

    Parameters
    ----------
    conductance : (rows, cols) float array, 0 where no current flows; see graph.conductance_from_resistance
    strength : (rows, cols) float array, 0 where there is no source; see omni_targets.checked_strength
    window : Window; see omni_targets.checked_window
    neighbours : 4 or 8
    average : 'conductance' as in Omniscape, or 'resistance', of two neighbours
    conditions : Condition, none to two or more; a source sends current only where all are met
    potential : whether to map the flow potential too
    correct : whether to correct the artefact of blocks
    omniscape_edges : leave out the wrong block at the upper and left edge as Omniscape does, to compare with it
    tile : side of the square of targets of a task in cells; chosen by the work when None
    engine : where the tasks run; in this process when None

    Returns
    -------
    OmniCurrent; a window that cannot be solved is listed there and ends nothing

    Raises
    ------
    EmptyInputError : no cell conducts, or no block holds a source
    GridMismatchError, ParameterError : layers and options that do not fit together

    Source: McRae et al. 2016, Conserving Nature's Stage; Landau et al. 2021, doi:10.21105/joss.02829
    """
    conductance = np.ascontiguousarray(conductance, dtype=np.float64)
    strength = np.ascontiguousarray(strength, dtype=np.float64)
    check_not_empty('Conductance', conductance > 0)
    conditions = [condition.checked(conductance.shape) for condition in conditions]
    plan = plan_windows(strength, window, neighbours, potential, tile)
    correction = artefact_correction(window, neighbours) if correct else np.ones(window.conductors.shape)
    rules = Rules(window, neighbours, average, potential, omniscape_edges,
                  tuple((condition.comparison, condition.lower, condition.upper) for condition in conditions))
    shared = {'conductance': conductance, 'strength': strength, 'targets': plan.targets, 'amounts': plan.amounts,
              'correction': correction, 'rules': rules, **_layers(conditions)}
    progress(0.0, 'Current in {count} windows of {cells} cells', count=len(plan.targets),
             cells=int(window.conductors.sum()))
    return _gathered(plan, shared, engine or InProcessEngine(), progress, cancelled)


def _layers(conditions):
    layers = {}
    for number, condition in enumerate(conditions):
        layers[f'present_{number}'] = np.ascontiguousarray(condition.present, dtype=np.float64)
        if condition.future is not None:
            layers[f'future_{number}'] = np.ascontiguousarray(condition.future, dtype=np.float64)
    return layers


def _gathered(plan, shared, engine, progress, cancelled):
    """The sum of all tiles, a bounded number of them at a time."""
    shape = shared['conductance'].shape
    current = np.zeros(shape)
    potential = np.zeros(shape) if shared['rules'].potential else None
    failures = []
    batches = _batches(plan, shape, shared['rules'])
    with engine:
        done = 0
        for batch in batches:
            stop_if(cancelled)
            part = part_of(progress, done / len(plan.tiles), (done + len(batch)) / len(plan.tiles))
            for inside, tile_current, tile_potential, trouble in engine.map(gathered_tile, batch, shared, part,
                                                                            cancelled):
                inside = tuple(slice(*limits) for limits in inside)
                current[inside] += tile_current
                if potential is not None:
                    potential[inside] += tile_potential
                failures.extend(FailedWindow(*case) for case in trouble)
            done += len(batch)
    return OmniCurrent(current, potential, len(plan.targets), tuple(failures))


def _batches(plan, shape, rules):
    first = plan.tiles[0]
    sizes = [min(first[1] - first[0] + 2 * rules.window.reach[0], shape[0]),
             min(first[3] - first[2] + 2 * rules.window.reach[1], shape[1])]
    size = max(8, int(RESULT_BYTES / (8.0 * sizes[0] * sizes[1] * (2 if rules.potential else 1))))
    return [plan.tiles[start:start + size] for start in range(0, len(plan.tiles), size)]


__all__ = ['Condition', 'FailedWindow', 'OmniCurrent', 'Window', 'WindowPlan', 'omnidirectional', 'plan_windows']
