"""The windows of one task of omnidirectional connectivity, and what they add up to."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..checks import never, stop_if
from ..engine import compiled_kernels
from ..errors import SolverError
from .omni_conditions import Condition, conditions_met
from .omni_lanes import GROUP, LANES, Surroundings
from .omni_targets import Window, window_sources
from .omni_uniform import uniform_current
from .omni_window import (
    BAND_SECONDS,
    SPARSE_GROWTH,
    SPARSE_SECONDS,
    TOLERANCE,
    WIDEST_BAND,
    balanced,
    conductors_of,
    direct_voltage,
    inner_edges,
    node_current,
    reached_from,
)

LANE_CELLS = 30_000  # of a window from which on solving windows side by side pays
BATCH_CELLS = 20_000  # of the flow potentials that are solved together, few enough for the processor's cache
UNIFORM_SECONDS = 3.5e-7  # per cell of a window
OVERHEAD_SECONDS = 4e-4  # per window, whatever its size


@dataclass(frozen=True)
class Rules:
    """What all windows share besides rasters; see omni.omnidirectional.

    Attributes
    ----------
    comparisons : (comparison, lower, upper) of each condition
    """

    window: Window
    neighbours: int
    average: str
    potential: bool
    omniscape_edges: bool
    comparisons: tuple


def lattice_steps(window, shape):
    """Rows and columns of the grid that tiles keep to, so that they never part a block or a group of windows."""
    group = GROUP if lanes_pay(window, shape) else (1, 1)
    return group[0] * window.block, group[1] * window.block


def lanes_pay(window, shape) -> bool:
    """Whether windows are so large that compiled kernels should solve them side by side."""
    return _cells(window, shape) >= LANE_CELLS


def _cells(window, shape):
    """Cells of a window, at most, on a raster."""
    return min(float(window.conductors.sum()), float(shape[0] * shape[1]))


def predicted_tile(window, shape, sides, neighbours, potential):
    """(seconds per window, bytes of a task) without compiled kernels.

    Parameters
    ----------
    sides : rows and columns of the targets of a tile
    """
    cells = _cells(window, shape)
    box = [min(2 * reach + 1, size) for reach, size in zip(window.reach, shape)]
    band = min(box)
    seconds = OVERHEAD_SECONDS + min(BAND_SECONDS * cells * band ** 2 if band <= WIDEST_BAND else math.inf,
                                     SPARSE_SECONDS * cells ** SPARSE_GROWTH)
    around = 1.0
    for reach, size, side in zip(window.reach, shape, sides):
        around *= min(side + 2 * reach, size)
    memory = around * (8 * neighbours // 2 + 40) + min(9.0 * cells * band, 1600.0 * cells)
    if potential:
        seconds += UNIFORM_SECONDS * box[0] * box[1]
        memory += 100.0 * max(BATCH_CELLS, box[0] * box[1])
    if cells >= LANE_CELLS:
        memory += 8500.0 * cells
    return seconds, memory


def gathered_tile(task, conductance, strength, targets, amounts, correction, rules, cancelled=never, **layers):
    """The currents of all windows whose target lies in a tile.

    Parameters
    ----------
    task : (first row, row after the last, first column, column after the last)
    layers : present_0, future_0, present_1, ... of the conditions

    Returns
    -------
    (((first row, row after the last), (first column, column after the last)) of the raster that the windows touch,
    current there, flow potential there or None, [(row, column, solved, reason)] of the windows that gave trouble)
    """
    limits = tuple((max(start - reach, 0), min(stop + reach, size)) for start, stop, reach, size in zip(
        task[::2], task[1::2], rules.window.reach, conductance.shape))
    here = tuple(slice(*part) for part in limits)
    top, bottom, left, right = task
    chosen = (targets[:, 0] >= top) & (targets[:, 0] < bottom) & (targets[:, 1] >= left) & (targets[:, 1] < right)
    conditions = [Condition(layers[f'present_{number}'][here],
                            layers[f'future_{number}'][here] if f'future_{number}' in layers else None, *comparison)
                  for number, comparison in enumerate(rules.comparisons)]
    tile = Tile(rules, conductors_of(conductance[here], rules.neighbours, rules.average, rules.window.unit_cell),
                strength[here], conditions, correction, cancelled)
    corner = np.array([start for start, _ in limits])
    kernels = None
    if lanes_pay(rules.window, conductance.shape):
        kernels = compiled_kernels('.omni_compiled', __package__)
    if kernels is None:
        tile.gather(targets[chosen] - corner, amounts[chosen])
    else:
        steps = lattice_steps(rules.window, conductance.shape)
        groups = (targets[chosen] // steps) @ (conductance.shape[1], 1)
        for group in np.unique(groups):
            tile.gather_together(targets[chosen][groups == group] - corner, amounts[chosen][groups == group], kernels)
    tile.finish()
    trouble = [(int(row + corner[0]), int(column + corner[1]), solved, reason)
               for (row, column), solved, reason in tile.trouble]
    return limits, tile.current, tile.potential, trouble


@dataclass(frozen=True)
class View:
    """A window in a tile: its target, its slices of the tile and of the whole window, and what flows in."""

    target: tuple[int, int]
    inside: tuple[slice, slice]
    own: tuple[slice, slice]
    inflow: np.ndarray

    @property
    def centre(self) -> tuple[int, int]:
        """The target in the window's own rows and columns."""
        row, column = (place - part.start for place, part in zip(self.target, self.inside))
        return row, column


class Tile:
    """A task at work; rows and columns count from the corner of the tile's rasters.

    Attributes
    ----------
    current, potential : what has been gathered
    trouble : [(target, solved, reason)]
    """

    def __init__(self, rules, conductors, strength, conditions, correction, cancelled):
        self.rules, self.window = rules, rules.window
        self.conductors, self.strength, self.conditions = conductors, strength, conditions
        self.correction, self.cancelled = correction, cancelled
        self.current = np.zeros(strength.shape)
        self.potential = np.zeros(strength.shape) if rules.potential else None
        self.trouble = []
        self._waiting = {}

    def gather(self, targets, amounts):
        """Add up the windows of these targets, each for itself."""
        for view in self._views(targets, amounts):
            reached, given = self._reached(view)
            self._add(view, self._direct(view, reached, given))

    def gather_together(self, targets, amounts, kernels):
        """Add up the windows of neighbouring targets, solved side by side; what fails is solved for itself."""
        windows = [(view, *self._reached(view)) for view in self._views(targets, amounts)]
        solved = self._side_by_side([window for window in windows if window[2] is not None], kernels)
        for view, reached, given in windows:
            current, reason = solved.get(view.target, (None, ''))
            if current is None:
                current = self._direct(view, reached, given)
                if reason and current is not None:
                    self.trouble.append((view.target, True, reason))
            self._add(view, current)

    def finish(self):
        """Add the flow potentials that still wait."""
        for waiting in self._waiting.values():
            self._add_potentials(waiting)
            waiting.clear()

    def _views(self, targets, amounts):
        for target, amount in zip(targets.tolist(), amounts):
            stop_if(self.cancelled)
            view = self._view(tuple(target), amount)
            if view.inflow.any():
                yield view

    def _view(self, target, amount):
        inside, own = self.window.parts(target, self.strength.shape)
        keep = conditions_met(self.conditions, self.window, target)
        return View(target, inside, own, window_sources(self.strength, self.window, target, amount, keep,
                                                        self.rules.omniscape_edges))

    def _reached(self, view):
        """The nodes of a window that its target is connected with, and what flows in and out; None where nothing."""
        nodes = self.conductors.nodes[view.inside] & self.window.conductors[view.own]
        reached = reached_from(nodes, view.centre, self.rules.neighbours)
        return reached, balanced(view.inflow, reached, view.centre)

    def _direct(self, view, reached, given):
        """The current of a window by factorisation, None where that fails."""
        if given is None:
            return np.zeros(view.inflow.shape)
        edges = inner_edges(self.conductors.part(view.inside), reached)
        try:
            voltage, _ = direct_voltage(edges, reached, given, view.centre)
        except SolverError as error:
            self.trouble.append((view.target, False, str(error)))
            return None
        return node_current(edges, voltage, given)

    def _side_by_side(self, windows, kernels):
        """{target: (current or None, what was wrong)} of windows solved with the factor of their surroundings."""
        if len(windows) < 2:
            return {}
        corner = [min(view.inside[axis].start for view, _, _ in windows) for axis in (0, 1)]
        end = [max(view.inside[axis].stop for view, _, _ in windows) for axis in (0, 1)]
        union = np.zeros((end[0] - corner[0], end[1] - corner[1]), bool)
        parts = {}
        for view, reached, _ in windows:
            parts[view.target] = tuple(slice(part.start - start, part.stop - start)
                                       for part, start in zip(view.inside, corner))
            union[parts[view.target]] |= reached
        found = {}
        try:
            surroundings = Surroundings(self.conductors.part(tuple(map(slice, corner, end))), union, kernels)
        except SolverError as error:
            return {view.target: (None, str(error)) for view, _, _ in windows}
        for start in range(0, len(windows), LANES):
            stop_if(self.cancelled)
            batch = windows[start:start + LANES]
            solved = surroundings.solve([(parts[view.target], reached, given) for view, reached, given in batch])
            for (view, _, _), (current, missed) in zip(batch, solved):
                fine = missed <= TOLERANCE
                found[view.target] = (current, '') if fine else (None, f'residual {missed:.1e}')
        return found

    def _add(self, view, current):
        """Add a window to the maps; one that could not be solved is left out of both."""
        if current is None:
            return
        self.current[view.inside] += self.correction[view.own] * current
        if self.potential is None:
            return
        given = balanced(view.inflow, np.ones(view.inflow.shape, bool), view.centre)
        waiting = self._waiting.setdefault(given.shape, [])
        waiting.append((view, given))
        if len(waiting) >= max(1, BATCH_CELLS // given.size):
            self._add_potentials(waiting)
            waiting.clear()

    def _add_potentials(self, waiting):
        if not waiting:
            return
        try:
            found = uniform_current(np.array([given for _, given in waiting]), self.rules.neighbours,
                                    self.window.unit_cell, self.cancelled)
        except SolverError as error:
            found = [self._direct_potential(view, given, str(error)) for view, given in waiting]
        for (view, _), current in zip(waiting, found):
            self.potential[view.inside] += self.correction[view.own] * current

    def _direct_potential(self, view, given, reason):
        """The flow potential of a window by factorisation; 0 where that fails too."""
        conductors = conductors_of(np.ones(given.shape), self.rules.neighbours, cell=self.window.unit_cell)
        edges = inner_edges(conductors, conductors.nodes)
        try:
            voltage, _ = direct_voltage(edges, conductors.nodes, given, view.centre)
        except SolverError as error:
            self.trouble.append((view.target, False, str(error)))
            return np.zeros(given.shape)
        self.trouble.append((view.target, True, reason))
        return node_current(edges, voltage, given)
