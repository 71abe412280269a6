"""Ecological source patches: connected habitat above a minimum area."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..checks import check_not_empty, never, silent, stop_if
from ..errors import EmptyInputError, ParameterError
from ..grid import check_same_shape
from .bridging import joined_within

PROTECTED_USES = ('add', 'require')


@dataclass(frozen=True)
class Patches:
    """Patches ranked by area, the largest first; ties by the first cell from the north-west.

    Attributes
    ----------
    labels : (rows, cols) int32 array, patch 1 to n, 0 elsewhere
    area_ha, perimeter_m, shape_index : (n,) float arrays; the perimeter follows the cell edges, and the shape index
        is 0.25 perimeter / sqrt(area), 1 for a square
    dropped : how many patches were smaller than the minimum area
    dropped_ha : their area together
    largest_share : area of the largest patch over the area of all cells with data
    core_ha : (n,) float array, area farther than the edge width from other land
    parts : (n,) int array, how many separate pieces of habitat a patch has; 1 without bridging
    """

    labels: np.ndarray
    area_ha: np.ndarray
    perimeter_m: np.ndarray
    shape_index: np.ndarray
    dropped: int
    dropped_ha: float
    largest_share: float
    core_ha: np.ndarray
    parts: np.ndarray

    def __len__(self):
        return len(self.area_ha)

    def in_order(self, order) -> Patches:
        """The same patches numbered anew: patch ``order[0]`` (from 0) becomes patch 1, and so on."""
        number = np.zeros(len(self) + 1, np.int32)
        number[np.asarray(order) + 1] = np.arange(1, len(self) + 1)
        return replace(self, labels=number[self.labels], area_ha=self.area_ha[order],
                       perimeter_m=self.perimeter_m[order], shape_index=self.shape_index[order],
                       core_ha=self.core_ha[order], parts=self.parts[order])


def habitat_of_classes(classes, valid, wanted) -> np.ndarray:
    """Cells whose class is one of ``wanted``.

    Raises
    ------
    EmptyInputError : no class is wanted, or no cell has one; lists the classes that occur
    ParameterError : a class that is no whole number
    """
    fractions = [code for code in wanted if code != int(code)]
    if fractions:
        raise ParameterError('Habitat classes are whole numbers; {value} is not.', value=f'{fractions[0]:g}')
    wanted = [int(code) for code in wanted]
    if not wanted:
        raise EmptyInputError('No habitat class is given. Name the class codes that are habitat, such as 2, 3, 9.')
    habitat = np.isin(classes, wanted) & valid
    if not habitat.any():
        present = np.unique(np.asarray(classes)[valid])
        raise EmptyInputError('No cell has one of the habitat classes {wanted}; the raster holds {present}.',
                              wanted=', '.join(map(str, wanted)),
                              present=', '.join(str(int(code)) for code in present[:20]) or '-')
    return habitat


def habitat_above(values, minimum) -> np.ndarray:
    """Cells whose value is at least ``minimum``; NaN is no habitat.

    Raises
    ------
    EmptyInputError : no cell reaches it; tells the largest value
    """
    known = ~np.isnan(values)
    check_not_empty('habitat', known)
    # A float32 raster stores 0.7 a little below 0.7.
    limit = min(float(minimum), float(np.float32(minimum)))
    habitat = known & (np.where(known, values, -np.inf) >= limit)
    if not habitat.any():
        raise EmptyInputError('No cell reaches the minimum {minimum}; the largest value is {largest}. '
                              'Lower the minimum.',
                              minimum=f'{minimum:g}', largest=f'{np.max(values[known]):g}')
    return habitat


def core_area(habitat, valid, cell_width, cell_height, edge) -> np.ndarray:
    """Habitat farther than ``edge`` metres from other land.

    The distance runs between cell centres. Unknown cells and what lies beyond the raster are not other land, so that a
    border of the study area makes no edge.

    Parameters
    ----------
    habitat, valid : (rows, cols) bool arrays
    cell_width, cell_height, edge : metres

    Returns
    -------
    (rows, cols) bool array

    Raises
    ------
    EmptyInputError : no core is left; tells the largest distance there is

    Source: Soille & Vogt 2009, Pattern Recognition Letters, doi:10.1016/j.patrec.2008.10.015 (core)
    """
    distance = _distance_to_other(habitat, valid, cell_width, cell_height, edge)
    core = habitat & (distance > edge)
    if habitat.any() and not core.any():
        raise EmptyInputError('No habitat is left farther than the edge width of {edge} m from other land; the largest '
                              'distance is {largest} m. Choose a smaller edge width.', edge=f'{edge:g}',
                              largest=f'{distance[habitat].max():.0f}')
    return core


def _distance_to_other(habitat, valid, cell_width, cell_height, edge):
    """Metres to the nearest other land; infinite where there is none or no edge is asked for."""
    from scipy import ndimage
    other = valid & ~habitat
    if edge <= 0 or not other.any():
        return np.full(habitat.shape, np.inf)
    return ndimage.distance_transform_edt(~other, sampling=(cell_height, cell_width))


def with_protected(habitat, valid, protected, use='add') -> np.ndarray:
    """Habitat and protected areas together.

    Parameters
    ----------
    habitat, valid, protected : (rows, cols) bool arrays
    use : 'add' makes known protected cells habitat too, 'require' keeps only habitat that is protected

    Raises
    ------
    EmptyInputError : no habitat is protected
    """
    check_same_shape(habitat=habitat, valid=valid, protected=protected)
    if use not in PROTECTED_USES:
        raise ParameterError('Unknown use of protected areas {given}; choose one of {choices}.', given=use,
                             choices=', '.join(PROTECTED_USES))
    if use == 'add':
        return habitat | (protected & valid)
    if not (habitat & protected).any():
        raise EmptyInputError('None of the {count} habitat cells lies in a protected area. Check the protected areas, '
                              'or add them instead of requiring them.', count=int(habitat.sum()))
    return habitat & protected


def source_patches(habitat, valid, cell_width, cell_height, minimum_ha=0.0, neighbours=8, fill_ha=0.0,
                   edge=0.0, progress=silent, cancelled=never, keep_edge=False, bridge=0.0) -> Patches:
    """Connected habitat of at least ``minimum_ha``.

    Parameters
    ----------
    habitat : (rows, cols) bool array
    valid : (rows, cols) bool array, False where nothing is known
    cell_width, cell_height : metres
    minimum_ha : patches below this area are left out
    neighbours : 8 joins cells that meet in a corner, 4 only those that share an edge
    fill_ha : holes up to this area become part of the patch around them; a hole that reaches the edge of the raster
        or an unknown cell stays
    edge : metres; habitat this close to other land is no core and is left out, see core_area. Holes are filled first,
        so that a clearing that does not matter makes no edge
    keep_edge : the edge stays part of the patch and only ``core_ha`` leaves it out
    bridge : metres; patches no farther apart than this, edge to edge, are one patch of several parts; 0 joins none

    Raises
    ------
    EmptyInputError : no habitat, no core, or no patch of the minimum area; tells the largest
    ParameterError : neighbours is neither 4 nor 8

    Source: McGarigal & Marks 1995, FRAGSTATS, doi:10.2737/PNW-GTR-351
    """
    check_same_shape(habitat=habitat, valid=valid)
    if neighbours not in (4, 8):
        raise ParameterError('Neighbours must be 4 or 8, not {value}.', value=neighbours)
    if not np.any(habitat):
        raise EmptyInputError('There is no habitat cell to build source patches from.')
    cell_ha = cell_width * cell_height / 10000.0
    if fill_ha > 0:
        progress(0.0, 'Filling holes')
        habitat = fill_holes(habitat, valid, int(np.floor(fill_ha / cell_ha + 1e-9)), neighbours)
    stop_if(cancelled)
    core = habitat
    if keep_edge:
        core = habitat & (_distance_to_other(habitat, valid, cell_width, cell_height, edge) > edge)
    else:
        core = habitat = core_area(habitat, valid, cell_width, cell_height, edge)
    progress(0.3, 'Labelling patches')
    pieces = _label(habitat, neighbours)
    labels, area, dropped = _ranked(joined_within(pieces, cell_width, cell_height, bridge, cancelled),
                                    minimum_ha / cell_ha)
    area_ha = area * cell_ha
    dropped_ha = dropped * cell_ha
    if not area_ha.size:
        raise EmptyInputError('No patch reaches the minimum area of {minimum} ha: the largest of {count} patches has '
                              '{largest} ha. Lower the minimum area or widen the habitat.',
                              minimum=f'{minimum_ha:g}', count=len(dropped_ha), largest=f'{dropped_ha.max():.4g}')
    stop_if(cancelled)
    progress(0.7, 'Measuring patches')
    perimeter = patch_perimeters(labels, len(area_ha), cell_width, cell_height)
    shape = 0.25 * perimeter / np.sqrt(area_ha * 10000.0)
    progress(1.0)
    return Patches(labels, area_ha, perimeter, shape, len(dropped_ha), float(dropped_ha.sum()),
                   float(area.max() / max(int(np.sum(valid)), 1)),
                   np.bincount(labels[core], minlength=len(area_ha) + 1)[1:] * cell_ha,
                   _pieces(labels, pieces, len(area_ha)))


def _pieces(labels, pieces, count):
    """(count,) how many pieces each patch has."""
    number = np.zeros(int(pieces.max()) + 1, np.int64)
    number[pieces.ravel()] = labels.ravel()
    return np.bincount(number[1:], minlength=count + 1)[1:]


def fill_holes(habitat, valid, largest, neighbours=8) -> np.ndarray:
    """Habitat with enclosed holes of up to ``largest`` cells filled.

    The background is joined the other way round than the habitat (4 for 8 and 8 for 4), so that what a closed ring of
    habitat encloses is a hole.
    """
    holes = _label(~np.asarray(habitat, bool), 12 - neighbours)
    counts = np.bincount(holes.ravel())
    small = counts <= largest
    small[0] = False
    small[holes[~np.asarray(valid, bool)]] = False
    for edge in (holes[0], holes[-1], holes[:, 0], holes[:, -1]):
        small[edge] = False
    return habitat | small[holes]


def patch_perimeters(labels, count, cell_width, cell_height) -> np.ndarray:
    """(count,) length in metres of the cell edges between each patch and anything else."""
    padded = np.pad(labels, 1)
    lengths = np.zeros(count + 1)
    for one, other, length in ((padded[:, :-1], padded[:, 1:], cell_height), (padded[:-1], padded[1:], cell_width)):
        apart = one != other
        lengths += length * np.bincount(one[apart], minlength=count + 1)
        lengths += length * np.bincount(other[apart], minlength=count + 1)
    return lengths[1:]


def patch_means(labels, count, values) -> np.ndarray:
    """(count,) mean of the known values per patch, NaN where a patch has none."""
    check_same_shape(patches=labels, values=values)
    known = ~np.isnan(values) & (labels > 0)
    number = np.bincount(labels[known], minlength=count + 1)[1:]
    total = np.bincount(labels[known], weights=np.asarray(values, float)[known], minlength=count + 1)[1:]
    return np.where(number > 0, total / np.maximum(number, 1), np.nan)


def _label(mask, neighbours):
    from scipy import ndimage
    structure = np.ones((3, 3), int) if neighbours == 8 else None
    return ndimage.label(mask, structure)[0]


def _ranked(labels, minimum):
    """Labels renumbered by area, areas in cells of those kept, areas of those dropped."""
    cells = np.flatnonzero(labels)
    number, first, counts = np.unique(labels.ravel()[cells], return_index=True, return_counts=True)
    # A patch of exactly the minimum area stays, whatever the division rounds to.
    large = counts >= minimum - 1e-9
    order = np.lexsort((first[large], -counts[large]))
    new = np.zeros(int(labels.max()) + 1, np.int32)
    new[number[large][order]] = np.arange(1, order.size + 1)
    return new[labels], counts[large][order].astype(float), counts[~large].astype(float)
