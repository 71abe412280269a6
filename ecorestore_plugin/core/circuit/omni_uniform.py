"""Current in a rectangle of equal cells, many windows at once: the flow potential.

On a rectangle the network of four neighbours is diagonal in cosines. That of eight is so up to its rim, and a few
steps of conjugate gradients make up the rest.
"""

from __future__ import annotations

import numpy as np

from ..checks import never, stop_if
from ..errors import SolverError
from .omni_window import STEPS, step_length, step_slices

RESIDUAL = 1e-10
MOST_STEPS = 60


def uniform_current(given, neighbours=8, cell=(1.0, 1.0), cancelled=never) -> np.ndarray:
    """Current through each cell of rectangles whose cells all have conductance 1.

    Parameters
    ----------
    given : (number, rows, cols) what flows in at each cell, negative where it leaves; each sums to 0
    neighbours : 4 or 8
    cell : cell width and height in the square root of the cell area

    Returns
    -------
    (number, rows, cols) float array

    Raises
    ------
    SolverError : the residual stays above 1e-10 of what flows
    """
    shape = given.shape[1:]
    steps = [(step, 1.0 / step_length(step, cell), *((slice(None), *part) for part in step_slices(step, shape)))
             for step in STEPS[:neighbours // 2]]
    voltage = _voltage(given, steps, shape, cancelled)
    current = np.abs(given)
    for _, edge, here, there in steps:
        flow = edge * np.abs(voltage[here] - voltage[there])
        current[here] += flow
        current[there] += flow
    return 0.5 * current


def _voltage(given, steps, shape, cancelled):
    """Preconditioned conjugate gradients on all rectangles at once.

    Source: Saad 2003, Iterative Methods for Sparse Linear Systems, chapter 9
    """
    inverse, diagonal = _inverse_eigenvalues(steps, shape)
    voltage, left = np.zeros_like(given), given.copy()
    wanted = RESIDUAL * _norm(given)
    towards, applied = np.zeros_like(given), np.zeros_like(given)
    old = np.ones((len(given), 1, 1))
    open_still = np.ones(old.shape, bool)
    for step in range(MOST_STEPS):
        stop_if(cancelled)
        guess = _precondition(left, inverse)
        new = _dot(left, guess)
        keep = new / old if step else np.zeros_like(new)
        towards = guess + keep * towards
        applied = _laplacian(guess, left, diagonal) + keep * applied
        length = _dot(towards, applied)
        # What is solved stays as it is, so that no window depends on those it is solved with.
        share = np.divide(new, length, out=np.zeros_like(new), where=(length > 0) & open_still)
        voltage += share * towards
        left -= share * applied
        open_still = _norm(left) > wanted
        if not open_still.any():
            return voltage
        old = np.where(new > 0, new, 1.0)
    raise SolverError('The flow potential of a window of {rows} x {columns} cells was not solved to {limit}. Please '
                      'report this.', rows=shape[0], columns=shape[1], limit=f'{RESIDUAL:g}')


def _inverse_eigenvalues(steps, shape):
    """Of the network that is diagonal in cosines; and the conductance of a diagonal step."""
    rows, columns = (2.0 - 2.0 * np.cos(np.pi * np.arange(size) / size) for size in shape)
    rows = rows[:, np.newaxis]
    edges = {step: edge for step, edge, _, _ in steps}
    diagonal = edges.get((1, 1), 0.0)
    values = (edges[0, 1] + 2 * diagonal) * columns + (edges[1, 0] + 2 * diagonal) * rows - diagonal * rows * columns
    values[0, 0] = 1.0
    inverse = 1.0 / values
    inverse[0, 0] = 0.0
    return inverse, diagonal


def _precondition(left, inverse):
    from scipy import fft
    waves = fft.dctn(left, axes=(1, 2), norm='ortho')
    waves *= inverse
    return fft.idctn(waves, axes=(1, 2), norm='ortho', overwrite_x=True)


def _laplacian(guess, left, diagonal):
    """What flows out of each cell at the voltages ``guess``, the preconditioner's answer to ``left``.

    The network differs from that of the preconditioner along the rim only.
    """
    applied = left.copy()
    if diagonal:
        for edge in (0, -1):
            applied[:, edge, :] -= diagonal * _along(guess[:, edge, :])
            applied[:, :, edge] -= diagonal * _along(guess[:, :, edge])
    return applied


def _along(line):
    """The Laplacian of cells in a row."""
    flow = np.diff(line)
    found = np.zeros_like(line)
    found[:, :-1] -= flow
    found[:, 1:] += flow
    return found


def _dot(one, other):
    return np.einsum('kij,kij->k', one, other)[:, np.newaxis, np.newaxis]


def _norm(array):
    return np.sqrt(_dot(array, array))
