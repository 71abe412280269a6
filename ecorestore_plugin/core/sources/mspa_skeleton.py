"""Homotopic thinning that keeps anchors and does not depend on the order in which cells are looked at.

A cell is simple when taking it away changes no connection of the foreground or of the background. In every round all
simple cells are taken away together that stay simple whichever simple neighbour goes first; what two neighbours can
only do one without the other stays. Two-cell wide lines therefore remain, symmetric, where a sequential thinning would
keep one arbitrary side.

Source: Iwanowski & Soille 2006, doi:10.1007/11907350_50.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ..checks import never, stop_if

# Neighbours as (row, column) steps in the order of the bits of a neighbourhood: first those that share an edge.
STEPS = ((0, -1), (0, 1), (-1, 0), (1, 0), (-1, -1), (1, -1), (-1, 1), (1, 1))
OPPOSITE = (1, 0, 3, 2, 7, 6, 5, 4)
KEEP, REMOVE, UNLESS_SQUARE, UNLESS_ALONE = range(4)
SLAB = 1 << 16
BITS = np.array([bin(code).count('1') for code in range(256)], np.uint8)


def offsets_of(columns) -> np.ndarray:
    """STEPS as steps in a flattened image."""
    return np.array([row * columns + column for row, column in STEPS])


@lru_cache(maxsize=2)
def simple_cells(connectivity) -> np.ndarray:
    """(256,) bool array: whether the centre of a neighbourhood is simple.

    Simple means one component of foreground and one of background among the neighbours, where the 4-connected kind
    counts only what shares an edge with the centre.
    """
    table = np.zeros(256, bool)
    for code in range(256):
        foreground = {step for bit, step in enumerate(STEPS) if code >> bit & 1}
        parts = _parts(foreground, connectivity), _parts(set(STEPS) - foreground, 12 - connectivity)
        table[code] = len(parts[0]) == 1 and len(parts[1]) == 1
    return table


def _parts(cells, connectivity):
    """Components of some of the eight neighbours; for 4 only those that share an edge with the centre."""
    cells, parts = set(cells), []
    while cells:
        part = [cells.pop()]
        for row, column in part:
            near = {(r, c) for r, c in cells if (max(abs(r - row), abs(c - column)) == 1 if connectivity == 8
                                                 else abs(r - row) + abs(c - column) == 1)}
            cells -= near
            part += near
        if connectivity == 8 or set(part) & set(STEPS[:4]):
            parts.append(part)
    return parts


@lru_cache(maxsize=2)
def verdicts(connectivity) -> np.ndarray:
    """(65536,) uint8 array: what happens to a simple cell.

    Indexed by 256 * foreground neighbours + neighbours that could be removed too. KEEP and REMOVE are final;
    UNLESS_SQUARE and UNLESS_ALONE take the cell away unless all of the square, or of the three or four cells it forms
    with its rivals, would vanish at once.
    """
    simple = simple_cells(connectivity)
    code, rivals = (grid.ravel() for grid in np.indices((256, 256)))
    first, last = np.full(65536, -1), np.full(65536, -1)
    for bit in range(8):
        rival = (rivals >> bit & 1) == 1
        last[rival] = bit
        needed = rival & ~simple[code & ~(1 << bit)]
        first[needed & (first < 0)] = bit
    verdict = np.where(first < 0, REMOVE, KEEP)
    clumped = np.zeros(65536, bool)
    for bit in range(8):
        here = (first < 0) & (last == bit)
        clumped |= here & _closed(code, bit, BITS[rivals])
        if connectivity == 4 and bit >= 4:
            side, other = _shared(bit)
            square = (first == bit) & ((rivals >> side & rivals >> other & 1) == 1) & (BITS[code & 15] == 2)
            verdict[square] = UNLESS_SQUARE
    verdict[clumped] = UNLESS_ALONE
    return verdict.astype(np.uint8)


def _shared(bit):
    """The two neighbours of the centre that also touch the diagonal neighbour ``bit`` by an edge."""
    row, column = STEPS[bit]
    return STEPS.index((row, 0)), STEPS.index((0, column))


def _closed(code, bit, rivals):
    """Whether the centre, its neighbour ``bit`` and the other rivals can be a clump of three, or a square of four."""
    sides = [sum(code >> other & 1 for other in side) for side in _sides(bit)]
    total = sum(sides)
    return ((rivals == 2) & (total == 1)) | ((rivals == 3) & (total == 2) & (np.maximum.reduce(sides) == 2))


def _sides(bit):
    """Neighbours of the centre that touch its neighbour ``bit`` too, on either side of the two."""
    row, column = STEPS[bit]
    if bit >= 4:
        return [_shared(bit)]
    if row == 0:
        return [[STEPS.index((across, 0)), STEPS.index((across, column))] for across in (-1, 1)]
    return [[STEPS.index((0, across)), STEPS.index((row, across))] for across in (-1, 1)]


def neighbourhoods(cells) -> np.ndarray:
    """uint8 array: bit k is set where the neighbour STEPS[k] is foreground."""
    codes = np.zeros(cells.shape, np.uint8)
    inner = codes[1:-1, 1:-1]
    rows, columns = cells.shape
    for bit, (row, column) in enumerate(STEPS):
        inner |= cells[1 + row:rows - 1 + row, 1 + column:columns - 1 + column].view(np.uint8) << np.uint8(bit)
    return codes


def thinned(cells, anchors, connectivity, kernels=None, cancelled=never) -> np.ndarray:
    """The skeleton of ``cells``, with all ``anchors`` kept.

    Parameters
    ----------
    cells, anchors : (rows, columns) bool arrays, the two outermost rows and columns False
    connectivity : of the foreground, 8 or 4
    kernels : compiled kernels, or None

    Returns
    -------
    (rows, columns) bool array
    """
    left = cells.copy()
    codes = neighbourhoods(left)
    free = simple_cells(connectivity)[codes] & left & ~anchors
    offsets, table = offsets_of(cells.shape[1]), verdicts(connectivity)
    flat = left.ravel(), (left & ~anchors).ravel(), codes.ravel(), free.ravel()
    if kernels is not None:
        kernels.thin(*flat, offsets, np.array(OPPOSITE), table, simple_cells(connectivity), BITS)
    else:
        _thin(*flat, offsets, table, simple_cells(connectivity), cancelled)
    return left


def _thin(left, loose, codes, free, offsets, table, simple, cancelled):
    """Round after round, all in place: codes (of loose cells) and free follow what is left."""
    candidates = np.flatnonzero(free)
    place = np.empty(left.size, np.int32)
    while candidates.size:
        stop_if(cancelled)
        gone = candidates[_removable(candidates, codes, free, offsets, table)]
        left[gone], free[gone], loose[gone] = False, False, False
        near = [np.empty(0, np.int64)]
        for some in _slabs(gone):
            beside = (some[:, np.newaxis] + offsets).ravel()
            near.append(beside[loose[beside]])
        near = distinct(np.concatenate(near), place)
        codes[near] = _around(left, near, offsets)
        free[near] = simple[codes[near]]
        candidates = near[free[near]]


def _slabs(cells):
    """Parts of a list of cells, so that the lists of all their neighbours stay small."""
    return (cells[start:start + SLAB] for start in range(0, cells.size, SLAB))


def _around(flags, cells, offsets):
    """The neighbours of cells that have a flag, as bits."""
    parts = [np.packbits(flags[some[:, np.newaxis] + offsets], axis=1, bitorder='little')[:, 0]
             for some in _slabs(cells)]
    return np.concatenate(parts) if parts else np.empty(0, np.uint8)


def _removable(candidates, codes, free, offsets, table):
    rivals = _around(free, candidates, offsets)
    verdict = table[256 * codes[candidates].astype(np.int64) + rivals]
    for special, sharing in ((UNLESS_SQUARE, 15), (UNLESS_ALONE, 255)):
        asked = np.flatnonzero(verdict == special)
        if asked.size:
            verdict[asked] = ~_vanish(candidates[asked], rivals[asked], codes, offsets, sharing)
    return verdict == REMOVE


def _vanish(cells, rivals, codes, offsets, sharing):
    """Whether clumps consist of nothing but a cell and its rivals, so that all of them would go at once.

    ``sharing`` 15 looks at the four neighbours with a common edge (a square of four), 255 at all eight.
    """
    wanted = 2 if sharing == 15 else BITS[rivals]
    alone = np.ones(cells.size, bool)
    for bit, offset in enumerate(offsets):
        if sharing >> bit & 1:
            alone &= (rivals >> bit & 1 == 0) | (BITS[codes[cells + offset] & sharing] == wanted)
    return alone


def distinct(indices, place) -> np.ndarray:
    """The indices without repetition, each where it first occurs; ``place`` is scratch of the size of the image."""
    order = np.arange(indices.size, dtype=place.dtype)
    place[indices[::-1]] = order[::-1]
    return indices[place[indices] == order]
