"""Omnidirectional connectivity: the moving window, its targets, and what each target draws on."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..checks import check_range
from ..errors import EmptyInputError, ParameterError
from ..grid import check_same_shape

ROUNDING = 1e-9  # of a cell, so that a radius of 5 holds the cell 5 away whatever the cell size


@dataclass(frozen=True)
class Window:
    """A circular window around a target.

    Attributes
    ----------
    radius : how far sources lie from the target, in cells (of square root of the cell area where not square)
    buffer : how much farther current may flow, in cells
    block : side of the square of cells a target stands for, in cells; odd
    cell : cell width and height in any unit
    """

    radius: float
    buffer: float = 0.0
    block: int = 1
    cell: tuple[float, float] = (1.0, 1.0)

    @property
    def side(self) -> int:
        """Cells of the block to either side of the target."""
        return self.block // 2

    @cached_property
    def reach(self) -> tuple[int, int]:
        """Rows and columns of the window to either side of the target, the buffer included."""
        unit = math.sqrt(self.cell[0] * self.cell[1])
        far = (self.radius + self.buffer) * unit
        return int(far / self.cell[1] + ROUNDING), int(far / self.cell[0] + ROUNDING)

    @cached_property
    def sources(self) -> np.ndarray:
        """Where sources may lie: bool array of the whole window."""
        return self._disc(self.radius)

    @cached_property
    def conductors(self) -> np.ndarray:
        """Where current may flow: bool array of the whole window."""
        return self._disc(self.radius + self.buffer)

    @property
    def unit_cell(self) -> tuple[float, float]:
        """Cell width and height in the square root of the cell area."""
        unit = math.sqrt(self.cell[0] * self.cell[1])
        return self.cell[0] / unit, self.cell[1] / unit

    def _disc(self, radius):
        width, height = self.unit_cell
        rows, columns = (np.arange(-cells, cells + 1) for cells in self.reach)
        return np.hypot((rows * height)[:, np.newaxis], columns * width) <= radius + ROUNDING

    def parts(self, target, shape):
        """(slices of the raster, slices of the window) of the part of a target's window inside a raster."""
        inside, own = [], []
        for place, reach, size in zip(target, self.reach, shape):
            start, stop = max(place - reach, 0), min(place + reach + 1, size)
            inside.append(slice(start, stop))
            own.append(slice(start - place + reach, stop - place + reach))
        return tuple(inside), tuple(own)

    def block_of(self, target):
        """Slices of the raster of a target's block."""
        return tuple(slice(place - self.side, place + self.side + 1) for place in target)


def checked_window(radius, buffer, block, shape, cell=(1.0, 1.0)) -> Window:
    """A window whose parameters make sense on a raster; an even block is raised by one.

    Raises
    ------
    ParameterError : a radius below a cell or beyond the raster, a negative buffer, a block below 1, larger than the
        radius or than the raster
    """
    if not radius >= 1:
        raise ParameterError('The radius is {radius} cells; the window needs at least one cell on every side of its '
                             'target. Choose a larger radius or finer cells.', radius=f'{radius:g}')
    if not buffer >= 0:
        raise ParameterError('The buffer is {buffer} cells; it must be 0 or more.', buffer=f'{buffer:g}')
    if not (math.isfinite(radius) and math.isfinite(buffer)) or radius > math.hypot(*shape):
        raise ParameterError(
            'The radius of {radius} cells is larger than the raster of {rows} x {columns} cells: every window would '
            'hold all of it. Choose a smaller radius, usually the dispersal distance of the species.',
            radius=f'{radius:g}', rows=shape[0], columns=shape[1])
    if block < 1:
        raise ParameterError('The block has {block} cells on a side; it must have at least 1.', block=block)
    block = int(block) + (int(block) % 2 == 0)
    if block > max(radius, 1):
        raise ParameterError('The block of {block} x {block} cells is larger than the radius of {radius} cells; '
                             'a tenth of the radius is usual.', block=block, radius=f'{radius:g}')
    if block > min(shape):
        raise ParameterError('The block of {block} x {block} cells does not fit into the raster of {rows} x {columns} '
                             'cells. Choose a smaller block.', block=block, rows=shape[0], columns=shape[1])
    return Window(float(radius), float(buffer), block, tuple(cell))


def strength_from_resistance(resistance, cutoff=math.inf) -> np.ndarray:
    """Source strength 1 / resistance, 0 where the resistance is above ``cutoff`` or unknown.

    Parameters
    ----------
    resistance : (rows, cols) float array above 0, NaN where nodata
    """
    resistance = np.asarray(resistance, dtype=np.float64)
    with np.errstate(invalid='ignore'):
        counts = resistance <= cutoff
    return np.where(counts, 1.0 / np.where(counts, resistance, 1.0), 0.0)


def checked_strength(strength, conductance, threshold=0.0) -> np.ndarray:
    """Source strength with 0 where it is unknown or below ``threshold``.

    Raises
    ------
    GridMismatchError : another shape than the conductance
    ValueRangeError : negative or infinite strength; names count, first place and value
    EmptyInputError : nothing is left
    """
    check_same_shape(resistance=conductance, source_strength=strength)
    strength = np.asarray(strength, dtype=np.float64)
    check_range('Source strength', strength, minimum=0)
    strength = np.nan_to_num(strength, nan=0.0)
    found = np.where(strength >= threshold, strength, 0.0)
    if not found.any():
        raise EmptyInputError(
            'No cell is a source: the source strength is 0, unknown or below the threshold of {threshold} everywhere '
            '(its largest value is {largest}). Check the layer or lower the threshold.',
            threshold=f'{threshold:g}', largest=f'{strength.max():g}')
    return found


def window_targets(strength, window):
    """The centres of a regular grid of blocks and what each has to receive.

    Blocks that do not fit whole at the right and lower edge are left out, and so are those without any source.

    Parameters
    ----------
    strength : (rows, cols) float array, 0 where there is no source

    Returns
    -------
    (targets, amounts) : (number, 2) rows and columns; (number,) sum of the source strength in each block

    Source: Landau et al. 2021, Journal of Open Source Software, doi:10.21105/joss.02829
    """
    block = window.block
    rows, columns = (size // block for size in strength.shape)
    whole = strength[:rows * block, :columns * block].reshape(rows, block, columns, block)
    amounts = whole.sum(axis=(1, 3))
    chosen = np.argwhere(amounts > 0)
    return chosen * block + window.side, amounts[amounts > 0]


def window_sources(strength, window, target, amount, keep=None, omniscape_edges=False):
    """What flows in at each cell of a target's window.

    The sources of the window outside the target's block, scaled to sum to ``amount``; ``keep`` then drops some.

    Parameters
    ----------
    target : (row, column)
    keep : function of (slices of the window in the raster) that gives a bool array, or None
    omniscape_edges : leave out the wrong block where the window is cut by the upper or left edge, as Omniscape does

    Returns
    -------
    (rows, cols) float array of the part of the window inside the raster, all 0 where there is no other source
    """
    inside, own = window.parts(target, strength.shape)
    found = np.where(window.sources[own], strength[inside], 0.0)
    centre = [place - part.start for place, part in zip(target, inside)]
    blocked = list(window.reach) if omniscape_edges else centre
    found[tuple(slice(max(place - window.side, 0), place + window.side + 1) for place in blocked)] = 0.0
    total = found.sum()
    if total > 0:
        found *= amount / total
    found[tuple(centre)] = 0.0
    if keep is not None:
        found[~keep(inside)] = 0.0
    return found
