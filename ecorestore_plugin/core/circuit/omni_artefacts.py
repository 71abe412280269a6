"""Correction of the artefact that blocks leave: current bunched around their centres."""

from __future__ import annotations

import numpy as np

from .omni_window import balanced, conductors_of, direct_voltage, inner_edges, node_current, reached_from

NOISE = 1e-8  # of the largest current; below it a quotient of currents says nothing


def artefact_correction(window, neighbours=8) -> np.ndarray:
    """By how much the current of a block's centre has to be multiplied to be that of all its cells as targets.

    In a landscape of equal cells: the sum of the currents of a window around each cell of the block, divided by the
    current of the one window that stands for them.

    Parameters
    ----------
    window : Window

    Returns
    -------
    (rows, cols) float array of the whole window; 1 where the block is one cell, or where hardly any current flows

    Source: Landau et al. 2021, Journal of Open Source Software, doi:10.21105/joss.02829
    """
    shape = window.conductors.shape
    if window.block == 1:
        return np.ones(shape)
    alone = _equal_current(window, 0, neighbours)
    blocked = _equal_current(window, window.side, neighbours) * window.block ** 2
    padded = np.pad(alone, window.side)
    shifts = range(window.block)
    together = sum(padded[down:down + shape[0], right:right + shape[1]] for down in shifts for right in shifts)
    flows = blocked > NOISE * blocked.max()
    return np.where(flows, together / np.where(flows, blocked, 1.0), 1.0)


def _equal_current(window, side, neighbours):
    """Current of 1 A in a landscape of equal cells; no sources within ``side`` cells of the target."""
    target = window.reach
    inflow = window.sources.astype(float)
    inflow[tuple(slice(max(place - side, 0), place + side + 1) for place in target)] = 0.0
    conductors = conductors_of(window.conductors.astype(float), neighbours, cell=window.unit_cell)
    given = balanced(inflow / max(inflow.sum(), 1.0), reached_from(conductors.nodes, target, neighbours), target)
    if given is None:
        return np.zeros(inflow.shape)
    edges = inner_edges(conductors, conductors.nodes)
    voltage, _ = direct_voltage(edges, conductors.nodes, given, target)
    return node_current(edges, voltage, given)
