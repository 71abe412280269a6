"""Pinch points: where the current of a corridor squeezes through and no detour is left."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..checks import never, part_of, silent
from ..errors import EmptyInputError, ParameterError
from ..threshold import ranked_patches, threshold_of
from .focal import focal_current
from .pairwise import check_sources, pair_current, pairwise_current
from .superposition import run_tasks

MODES = ('adjacent', 'all_pairs', 'all_to_one')
# Cells of a patch that carry this share of its maximum are the passage itself, not its approaches.
CORE = 0.75


@dataclass(frozen=True)
class CorridorCurrent:
    """Current within corridors.

    Attributes
    ----------
    current : (rows, cols) ampere, the largest over the links, or the sum over pairs or sources; NaN outside corridors
        and on sources
    link : (rows, cols) int32, position of the link that gives it, or of the cheapest whose corridor holds the cell;
        -1 where current is NaN
    width : (rows, cols) metres, twice the distance to the edge of that link's corridor, or of all together; NaN
        likewise
    resistance : (links,) effective resistance in cell units, -1 where the corridor does not join its sources, NaN
        where the mode gives none
    """

    current: np.ndarray
    link: np.ndarray
    width: np.ndarray
    resistance: np.ndarray


@dataclass(frozen=True)
class PinchPatches:
    """Pinch points, strongest first; position k of each array is the patch labelled k + 1.

    Attributes
    ----------
    labels : (rows, cols) int32, 0 outside
    threshold : current from which a cell counts, ampere
    cells, area_ha, current_max, current_mean : per patch
    link : position of the link that gives the largest current
    width_m : width of the passage, the largest among the cells that carry at least three quarters of its maximum
    """

    labels: np.ndarray
    threshold: float
    cells: np.ndarray
    area_ha: np.ndarray
    current_max: np.ndarray
    current_mean: np.ndarray
    link: np.ndarray
    width_m: np.ndarray


def corridor_current(conductance, focal, links, corridors, cell=(1.0, 1.0), neighbours=8, average='resistance',
                     engine=None, memory=None, progress=silent, cancelled=never) -> CorridorCurrent:
    """Current of each link confined to its corridor, and the largest over the links.

    For every link 1 A flows from one source to the other through the cells of its corridor and of the two sources,
    which are one node each; other sources on the way are plain cells.

    Parameters
    ----------
    conductance : (rows, cols) float array, 0 where nodata
    focal : dict source id -> flat cell indices
    links : (id, id) pairs of source ids
    corridors : flat cell indices per link
    cell : cell width and height in metres
    neighbours, average : see graph.build_graph; Linkage Mapper's are the default
    engine, memory : see pairwise.pairwise_current

    Raises
    ------
    ParameterError : a link names an unknown source
    EmptyInputError : no links; a source on nodata; no corridor joins its sources
    SolverError

    Source: McRae et al. 2008, Ecology, doi:10.1890/07-1861.1; Pinchpoint Mapper, McRae 2012
    """
    check_links(links, focal)
    check_sources(conductance, {key: focal[key] for pair in links for key in pair})
    tasks = [{'ends': (focal[one], focal[other]), 'corridor': cells, 'memory': memory,
              'options': {'neighbours': neighbours, 'average': average, 'cell': cell}}
             for (one, other), cells in zip(links, corridors)]
    progress(0.0, 'Solving {count} corridors', count=len(links))
    parts = run_tasks(engine, link_current, tasks, {'conductance': conductance}, part_of(progress, 0.0, 0.95),
                      cancelled)
    found = np.array([part[1] for part in parts])
    if not (found >= 0).any():
        raise EmptyInputError('None of the {count} corridors joins the two sources of its link. Check that corridors, '
                              'links and sources belong together, or choose wider corridors.', count=len(links))
    return _mosaic(conductance.shape, parts, np.concatenate(list(focal.values())), found)


def check_links(links, known) -> None:
    """Every link joins two different sources that are known.

    Raises
    ------
    EmptyInputError : no links
    ParameterError : a link names an unknown source, or joins a source with itself
    """
    if not len(links):
        raise EmptyInputError('There are no links; pinch points are sought in the corridors between linked sources.')
    unknown = sorted({key for pair in links for key in pair} - set(known), key=str)
    if unknown:
        raise ParameterError('The links name {count} sources that the source layer lacks: {ids}. Give the layer of '
                             'sources the links were made from.', count=len(unknown),
                             ids=', '.join(map(str, unknown[:20])))
    same = [one for one, other in links if one == other]
    if same:
        raise ParameterError('{count} links join a source with itself; the first is source {first}. Remove them.',
                             count=len(same), first=str(same[0]))


def link_current(task, conductance, progress=silent, cancelled=never):
    """Current of one link within the window of its corridor.

    Returns
    -------
    (row, column) of the window, effective resistance, current, passage width, both NaN outside the corridor
    """
    rows, columns = np.unravel_index(np.concatenate([*task['ends'], task['corridor']]), conductance.shape)
    corner = rows.min(), columns.min()
    shape = rows.max() - corner[0] + 1, columns.max() - corner[1] + 1
    conducts = conductance[corner[0]:corner[0] + shape[0], corner[1]:corner[1] + shape[1]] > 0
    corridor, *ends = (_in_window(cells, conductance.shape, corner, shape) & conducts
                       for cells in (task['corridor'], *task['ends']))
    inside = corridor | ends[0] | ends[1]
    width = _passage(inside, task['options']['cell'])
    # A source is one node: of its cells, only those next to the corridor or to the other source matter.
    ends = [own & _grown(corridor | other) for own, other in (ends, ends[::-1])]
    used = corridor | ends[0] | ends[1]
    if not (ends[0].any() and ends[1].any()):
        return corner, -1.0, np.full(shape, np.nan), width
    window = tuple(slice(int(axis.min()), int(axis.max()) + 1) for axis in np.nonzero(used))
    corner = corner[0] + window[0].start, corner[1] + window[1].start
    used, ends = used[window], [np.flatnonzero(own[window]) for own in ends]
    flows = np.where(used, conductance[corner[0]:corner[0] + used.shape[0], corner[1]:corner[1] + used.shape[1]], 0.0)
    pair = pair_current(flows, *ends, memory=task['memory'], **task['options'])
    return corner, pair.resistance, pair.current, np.where(used, width[window], np.nan)


def _in_window(cells, shape, corner, size):
    rows, columns = np.unravel_index(cells, shape)
    inside = np.zeros(size, bool)
    inside[rows - corner[0], columns - corner[1]] = True
    return inside


def _grown(cells):
    from scipy import ndimage
    return ndimage.binary_dilation(cells, np.ones((3, 3)))


def _passage(inside, cell):
    """Twice the distance to the edge, metres, NaN outside."""
    from scipy import ndimage
    width, height = cell
    # The edge lies half a cell beyond the last centre inside, the border of the raster is an edge too.
    reach = ndimage.distance_transform_edt(np.pad(inside, 1), sampling=(height, width))[1:-1, 1:-1]
    return np.where(inside, 2 * reach - math.sqrt(width * height), np.nan)


def joint_current(conductance, focal, links, corridors, mode, costs=None, cell=(1.0, 1.0), neighbours=8,
                  average='resistance', engine=None, memory=None, progress=silent, cancelled=never) -> CorridorCurrent:
    """Current of all linked sources at once, confined to all corridors together.

    all_pairs : for every pair of sources 1 A flows from one to the other; the currents add up. all_to_one : every
    source in turn is grounded and takes 1 A from each of the others; the currents add up. Sources are one node each.

    Parameters
    ----------
    mode : 'all_pairs' or 'all_to_one'
    costs : (links,) least-cost distances; where corridors overlap a cell belongs to the cheapest
    others as in corridor_current

    Raises
    ------
    as corridor_current

    Source: Pinchpoint Mapper, McRae 2012
    """
    check_links(links, focal)
    focal = {key: focal[key] for key in dict.fromkeys(key for pair in links for key in pair)}
    inside = np.zeros(conductance.size, bool)
    link = np.full(conductance.size, -1, np.int32)
    for number in np.argsort(-np.nan_to_num(np.zeros(len(links)) if costs is None else costs), kind='stable'):
        inside[corridors[number]] = True
        link[corridors[number]] = number
    sources = np.concatenate(list(focal.values()))
    inside[sources] = True
    conductance = np.where(inside.reshape(conductance.shape), conductance, 0.0)
    options = {'neighbours': neighbours, 'average': average, 'cell': cell, 'engine': engine, 'memory': memory,
               'progress': progress, 'cancelled': cancelled}
    if mode == 'all_pairs':
        pairs = pairwise_current(conductance, focal, **options)
        place = {key: index for index, key in enumerate(pairs.ids)}
        current = pairs.current
        resistance = np.array([pairs.resistance[place[one], place[other]] for one, other in links])
    elif mode == 'all_to_one':
        current = focal_current(conductance, focal, 'all-to-one', **options).current
        resistance = np.full(len(links), np.nan)
    else:
        raise ParameterError('Unknown mode {given}; choose one of {choices}.', given=mode, choices=', '.join(MODES))
    width, link = _passage(conductance > 0, cell), link.reshape(conductance.shape)
    outside = np.isnan(current)
    outside.ravel()[sources] = True
    current[outside], width[outside], link[outside] = np.nan, np.nan, -1
    return CorridorCurrent(current, link, width, resistance)


def _mosaic(shape, parts, sources, resistance):
    current = np.full(shape, -np.inf)
    link = np.full(shape, -1, np.int32)
    width = np.full(shape, np.nan)
    for number, (corner, found, flow, passage) in enumerate(parts):
        if found < 0:
            continue
        window = tuple(slice(start, start + size) for start, size in zip(corner, flow.shape))
        stronger = np.nan_to_num(flow, nan=-np.inf) > current[window]
        current[window][stronger] = flow[stronger]
        link[window][stronger] = number
        width[window][stronger] = passage[stronger]
    outside = link < 0
    outside.ravel()[sources] = True
    current[outside] = np.nan
    width[outside] = np.nan
    link[outside] = -1
    return CorridorCurrent(current, link, width, resistance)


def pinch_patches(flow, quantile=0.95, minimum_cells=2, cell=(1.0, 1.0), threshold='quantile', classes=5,
                  deviations=1.0) -> PinchPatches:
    """Patches of high current.

    Parameters
    ----------
    flow : CorridorCurrent
    quantile : share of the corridor cells whose current stays below the threshold, 0 to 1
    minimum_cells : patches of fewer cells are dropped; cells that touch at a corner hang together
    cell : cell width and height in metres
    threshold, classes, deviations : see threshold.threshold_of

    Raises
    ------
    ParameterError : quantile outside 0 to 1
    EmptyInputError : the corridors have no cell outside the sources
    """
    from scipy import ndimage
    known = np.isfinite(flow.current)
    if not known.any():
        raise EmptyInputError('The corridors have no cell outside the sources, so nothing can be a pinch point.')
    limit = threshold_of(flow.current[known], threshold, quantile, classes, deviations)
    labels = ndimage.label(np.where(known, flow.current, -np.inf) >= limit, np.ones((3, 3)))[0]
    cells = np.bincount(labels.ravel())
    strongest = np.zeros(len(cells))
    strongest[1:] = ndimage.maximum(flow.current, labels, np.arange(1, len(cells)))
    labels, count = ranked_patches(labels, cells, strongest, minimum_cells)
    return _described(labels, flow, limit, count, cell)


def _described(labels, flow, threshold, count, cell):
    inside = labels.ravel() > 0
    number = labels.ravel()[inside] - 1
    current, width = flow.current.ravel()[inside], flow.width.ravel()[inside]
    cells = np.bincount(number, minlength=count)
    # Sorted by patch, then strength, the last of each patch is its peak.
    peak = np.lexsort((current, number))[np.cumsum(cells) - 1] if count else np.zeros(0, int)
    passage = np.zeros(count)
    core = current >= CORE * current[peak][number]
    np.maximum.at(passage, number[core], width[core])
    return PinchPatches(
        labels=labels, threshold=threshold, cells=cells, area_ha=cells * cell[0] * cell[1] / 10000.0,
        current_max=current[peak], current_mean=np.bincount(number, current, count) / np.maximum(cells, 1),
        link=flow.link.ravel()[inside][peak], width_m=passage)
