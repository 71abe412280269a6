"""Morphological spatial pattern analysis: what each foreground cell is for the shape and the linkage of its patch."""

from __future__ import annotations

import math

import numpy as np

from ..checks import never, silent, stop_if
from ..engine import InProcessEngine, check_capacity, compiled_kernels
from ..errors import EmptyInputError, ParameterError
from .mspa_classes import (
    BACKGROUND,
    BORDER_OPENING,
    BRIDGE,
    CORE,
    EDGE,
    FOREGROUND,
    INSIDE,
    ISLET,
    LOOP,
    MISSING,
    NO_DATA,
    PERFORATION,
)
from .mspa_connectors import joins_cores, widened
from .mspa_sets import (
    edge_distance,
    extended,
    frame_width,
    holes_of,
    outer_bands,
    reached_from,
    with_missing,
    within,
)
from .mspa_skeleton import thinned

SECONDS_PER_CELL, BYTES_PER_CELL = 5e-7, 36  # measured without compiled kernels; wide edges take the most


def mspa(pattern, connectivity=8, edge_width=1, intext=True, engine=None, progress=silent,
         cancelled=never) -> np.ndarray:
    """Classes of a morphological spatial pattern analysis, coded as in GuidosToolbox.

    Core is foreground farther than the edge width from background; islets are patches without core; edge lines the
    outside of cores and perforation their holes; bridges link different cores, loops one core with itself; branches
    end blindly.

    Parameters
    ----------
    pattern : (rows, cols) uint8 array, 0 missing, 1 background, 2 foreground
    connectivity : 8 joins foreground cells that meet in a corner (and background across edges only), 4 the reverse
    edge_width : whole number of cells, at least 1; a cell is core when its distance to the background, between cell
        centres, is larger than this + 0.98
    intext : also tell apart what lies in holes of core, and openings from background outside
    engine : where it runs; here when None

    Returns
    -------
    (rows, cols) uint8 array: core 17, islet 9, perforation 5, edge 3, loop 65 (in edge 67, in perforation 69), bridge
    33 (35, 37), branch 1, background 0, missing 129; with ``intext`` foreground in holes of core has 100 more,
    background in holes of core is 100, in other openings 220. Where thin rings of core leave background or islet
    closer to a filled core than the edge is wide, the edge bit comes on top (2, 11).

    Raises
    ------
    CapacityError : it will not fit into memory
    EmptyInputError : no foreground, or no background
    ParameterError : another connectivity, or an edge width that is no whole number of at least 1

    Source: Soille & Vogt 2009, Pattern Recognition Letters, doi:10.1016/j.patrec.2008.10.015
    """
    check_pattern(pattern, connectivity, edge_width)
    cells = np.size(pattern)
    check_capacity(cells * BYTES_PER_CELL, 'MSPA', cells * SECONDS_PER_CELL, progress)
    task = int(connectivity), int(edge_width), bool(intext)
    engine = engine or InProcessEngine()
    return engine.map(classified, [task], {'pattern': np.asarray(pattern, np.uint8)}, progress, cancelled)[0]


def check_pattern(pattern, connectivity, edge_width):
    """What the analysis cannot work on; see mspa."""
    if connectivity not in (4, 8):
        raise ParameterError('Foreground connectivity must be 4 or 8, not {value}.', value=connectivity)
    if edge_width < 1 or edge_width != int(edge_width):
        raise ParameterError('The edge width must be a whole number of cells, at least 1, not {value}.',
                             value=f'{edge_width:g}')
    counts = np.bincount(np.asarray(pattern, np.uint8).ravel(), minlength=3)
    if not counts[FOREGROUND]:
        raise EmptyInputError('There is no foreground: {background} cells are background, {missing} are missing. '
                              'Foreground is code 2 of a pattern coded 0, 1, 2; for any other raster name the '
                              'foreground classes.', background=int(counts[BACKGROUND]), missing=int(counts[MISSING]))
    if not counts[BACKGROUND]:
        raise EmptyInputError('There is no background: {foreground} cells are foreground, {missing} are missing, so '
                              'that no edge can be found. Choose fewer foreground classes; cells without data do not '
                              'count as background.', foreground=int(counts[FOREGROUND]),
                              missing=int(counts[MISSING]))


def widest_edge(pattern, below) -> int:
    """The largest edge width under ``below`` that leaves core, 0 where none does. Missing cells end no core."""
    foreground, other = pattern == FOREGROUND, pattern == BACKGROUND
    low, high = 0, int(below)
    while high - low > 1:
        middle = (low + high) // 2
        if (foreground & ~within(other, edge_distance(middle))).any():
            low = middle
        else:
            high = middle
    return low


def classified(task, pattern, cancelled=never) -> np.ndarray:
    """One analysis, in whatever process; see mspa for the result."""
    connectivity, edge_width, intext = task
    kernels = compiled_kernels('.mspa_compiled', __package__)
    reach, frame = edge_distance(edge_width), frame_width(edge_width)
    framed = np.pad(pattern, frame, constant_values=MISSING)
    cut = (slice(frame, -frame), slice(frame, -frame))
    foreground, data = framed == FOREGROUND, framed != MISSING
    openings = None
    if intext:
        near = with_missing(foreground, data, math.sqrt(2.0))
        openings = holes_of(near, 12 - connectivity)
        del near
    foreground = extended(with_missing(foreground, data, reach)[cut], frame)
    del framed, data
    stop_if(cancelled)
    codes, core = _segmented(foreground, reach, connectivity, kernels, cancelled)
    if intext:
        _mark_inside(codes, core, openings, connectivity)
    codes = codes[cut]
    codes[pattern == MISSING] = NO_DATA
    if edge_width == 1:
        codes[codes == EDGE] = 0
    return np.ascontiguousarray(codes)


def _segmented(foreground, reach, connectivity, kernels, cancelled):
    """Class codes of a framed image without missing cells, and its core."""
    core = foreground & ~within(~foreground, reach)
    codes = foreground.astype(np.uint8)
    islet = foreground & ~reached_from(core, foreground, connectivity)
    codes[islet] |= ISLET
    if not core.any():
        return codes, core
    opening = within(core, reach)
    edge = outer_bands(core, reach, connectivity)
    perforation = opening & ~core & ~edge
    stop_if(cancelled)
    codes[edge] |= EDGE
    codes[perforation] |= PERFORATION
    residue = foreground & ~(core | islet | edge | perforation)
    del islet, edge, perforation, foreground
    core = _without_rim(core)
    connector = _connectors(opening, residue, core, reach, connectivity, kernels, cancelled)
    bridge = joins_cores(connector, core, opening, connectivity, kernels, cancelled)
    codes[core] |= CORE
    codes[bridge] |= BRIDGE
    codes[connector & ~bridge] |= LOOP
    return codes, core


def _connectors(opening, residue, core, reach, connectivity, kernels, cancelled):
    """Skeleton of opening and residue anchored on core, as wide as the edges but not beyond the foreground."""
    skeleton = thinned(_without_rim(opening | residue), core, connectivity, kernels, cancelled) & ~core
    room = (opening & ~core) | residue
    return widened(skeleton, room, reach - math.sqrt(2.0), kernels, cancelled)


def _without_rim(cells):
    """The cells without the two outermost rows and columns, which thinning needs empty."""
    inner = np.zeros_like(cells)
    inner[2:-2, 2:-2] = cells[2:-2, 2:-2]
    return inner


def _mark_inside(codes, core, openings, connectivity):
    """Adds 100 inside holes of core, and 220 to the other openings, in place."""
    holes = holes_of(core, 12 - connectivity)
    openings &= ~holes
    inside = holes | holes_of(holes, 12 - connectivity)
    codes[inside] += INSIDE
    np.maximum(codes, np.uint8(BORDER_OPENING), out=codes, where=openings)
