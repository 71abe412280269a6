"""Green space that people can reach: the two-step floating catchment."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_range
from ..errors import ParameterError
from ..grid import check_same_shape
from ..strips import CELLS_AT_ONCE, strips

DECAYS = ('gaussian', 'dichotomy', 'exponential', 'power', 'epanechnikov')


def distance_decay(distance, reach, decay='gaussian', exponent=1.0, unit=1.0):
    """Weight of a place at a distance, 0 beyond the reach.

    gaussian: (exp(-(d/d0)^2 / 2) - exp(-1/2)) / (1 - exp(-1/2)); dichotomy: 1; exponential: exp(-d/d0); power:
    (d / unit)^-exponent, 1 within the unit; epanechnikov: 0.75 (1 - (d/d0)^2).

    Parameters
    ----------
    distance : float array, m
    reach : d0, m
    decay : one of DECAYS
    exponent : of power
    unit : m, the distance up to which power is 1

    Raises
    ------
    ParameterError : an unknown decay, a reach that is not above 0
    """
    if decay not in DECAYS:
        raise ParameterError('"{decay}" is no decay with distance; choose one of: {known}.', decay=decay,
                             known=', '.join(DECAYS))
    if not reach > 0:
        raise ParameterError('The reach is {value} m; it must be above 0.', value=f'{reach:g}')
    distance = np.asarray(distance, dtype=float)
    share = distance / reach
    weight = {'gaussian': lambda: (np.exp(-share ** 2 / 2) - np.exp(-0.5)) / (1.0 - np.exp(-0.5)),
              'dichotomy': lambda: np.ones(share.shape),
              'exponential': lambda: np.exp(-share),
              'power': lambda: np.maximum(distance / unit, 1.0) ** -exponent,
              'epanechnikov': lambda: 0.75 * (1.0 - share ** 2)}[decay]()
    # Cell sizes with decimals must not push a cell at just the reach out of it.
    return np.where(share > 1.0 + 1e-12, 0.0, np.maximum(weight, 0.0))


@dataclass(frozen=True)
class Accessibility:
    """What the people of each cell can reach.

    Attributes
    ----------
    per_person : (rows, cols) float array, A, m2 of green space per person, NaN where population is unknown
    unused : green space that nobody reaches, m2
    """

    per_person: np.ndarray
    unused: float


def floating_catchment(green, population, cell_width, cell_height, reach, decay='gaussian', exponent=1.0):
    """Green space per person by the two-step floating catchment; see :func:`catchment_strips`.

    Returns
    -------
    Accessibility
    """
    found = list(catchment_strips(green, population, cell_width, cell_height, reach, decay, exponent))
    return Accessibility(np.concatenate([strip.per_person for _, strip in found]),
                         sum(strip.unused for _, strip in found))


def catchment_strips(green, population, cell_width, cell_height, reach, decay='gaussian', exponent=1.0,
                     cells_at_once=CELLS_AT_ONCE):
    """Green space per person by the two-step floating catchment, a strip of rows at a time.

    Step 1: each green cell is shared by the people around it, R_j = S_j / sum over k of P_k f(d_kj). Step 2: each
    person collects the shares around, A_i = sum over j of R_j f(d_ij). The sum of A_i P_i is the green space that
    somebody reaches.

    Parameters
    ----------
    green : (rows, cols) float array, S, m2 of green space per cell, NaN counts as 0
    population : (rows, cols) float array, P, persons per cell, NaN where unknown (counts as nobody)
    cell_width, cell_height : m
    reach : d0, m
    decay, exponent : see :func:`distance_decay`

    cells_at_once : strips of about that many cells are taken in turn

    Yields
    ------
    first row, Accessibility of the strip

    Raises
    ------
    GridMismatchError, ValueRangeError, ParameterError

    Source: Luo & Wang 2003, doi:10.1068/b29120; InVEST Urban Nature Access 3.20
    """
    check_same_shape(green=green, population=population)
    kernel = decay_kernel(np.shape(green), cell_width, cell_height, reach, decay, exponent)
    rows, far = len(green), len(kernel) // 2
    for start, stop in strips(np.shape(green), 2 * far, cells_at_once):
        # Shares of the cells within reach, which depend on the people within reach of those.
        near, last = max(start - far, 0), min(stop + far, rows)
        people = population[max(near - far, 0):last + far]
        ratio, unused = _shares(green[near:last], people, near - max(near - far, 0), kernel, slice(start - near,
                                                                                                  stop - near))
        reached = _spread(ratio, kernel)[start - near:stop - near]
        yield start, Accessibility(np.where(np.isnan(population[start:stop]), np.nan, reached), unused)


def _shares(green, population, offset, kernel, own):
    """Share of a green cell for each person around it, and what is beyond the reach of everybody in the rows ``own``.

    ``population`` reaches farther than ``green``, whose first row is its row ``offset``.
    """
    check_range('green space', green, 0)
    check_range('population', population, 0)
    rows = slice(offset, offset + len(green))
    people = np.nan_to_num(np.asarray(population, dtype=float), nan=0.0)
    space = np.nan_to_num(np.asarray(green, dtype=float), nan=0.0)
    around = _spread(people, kernel)[rows]
    served = _near(people > 0, kernel)[rows] & (around > 0)
    ratio = np.divide(space, around, out=np.zeros(space.shape), where=served)
    return ratio, float(space[own][~served[own]].sum())


def decay_kernel(shape, cell_width, cell_height, reach, decay='gaussian', exponent=1.0):
    """Weights of the cells around a cell, no larger than a raster of ``shape`` can see."""
    rows, columns = (min(int(reach / side + 1e-9), size - 1)
                     for side, size in zip((cell_height, cell_width), shape))
    down, right = np.mgrid[-rows:rows + 1, -columns:columns + 1]
    distance = np.hypot(down * cell_height, right * cell_width)
    return distance_decay(distance, reach, decay, exponent, max(cell_width, cell_height))


def _spread(values, kernel):
    """Sum of the values around each cell, weighted by the kernel; rounding never leaves less than nothing."""
    from scipy import signal
    return np.maximum(signal.oaconvolve(values, kernel, mode='same'), 0.0)


def _near(present, kernel):
    """Cells with one of ``present`` under the kernel, told by counting, which no rounding blurs."""
    from scipy import signal
    weights = (kernel > 0).astype(float)
    return signal.oaconvolve(present.astype(float), weights, mode='same') > 0.5


def green_balance(per_person, standard, population):
    """Green space that the people of each cell have beyond a standard (below 0: lack), m2 per cell.

    (A_i - standard) x P_i
    """
    if standard < 0:
        raise ParameterError('The standard of green space is {value} m2 per person; it must not be negative.',
                             value=f'{standard:g}')
    return (np.asarray(per_person, dtype=float) - standard) * np.asarray(population, dtype=float)
