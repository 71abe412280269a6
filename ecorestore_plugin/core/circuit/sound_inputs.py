"""What is done about inputs no circuit can be made of: zero resistance, and sources that are none."""

from __future__ import annotations

import numpy as np

from ..checks import place
from ..errors import CapacityError, ParameterError, ValueRangeError

ZEROS = ('refuse', 'minimum', 'region')
MOST_SOURCES = 5000
# Sources that cover more of the conducting cells than this leave nothing for current to flow through.
MOST_COVERED = 0.9
# A short-circuit region shows nothing of its own resistance; it only has to stay above 0.
NEGLIGIBLE = 1e-9


def settle_zeros(resistance, how='refuse', minimum=None, neighbours=8, average='resistance', name='resistance'):
    """Resistance without zeros, and the regions they became.

    Parameters
    ----------
    resistance : (rows, cols) float array, NaN where nodata
    how : 'refuse' zeros; 'minimum', every lower value becomes the minimum; 'region', neighbouring zeros become one
        node through which current flows without loss
    minimum : lowest resistance, above 0; the smallest positive value where None
    neighbours, average : see graph.build_graph

    Returns
    -------
    resistance, list of flat index arrays, number of cells changed

    Raises
    ------
    ValueRangeError : zeros that are to be refused; names count and first place
    ParameterError : unknown ``how``; regions with average conductance, where neighbours of a zero conduct without end
    """
    from scipy import ndimage
    resistance = np.asarray(resistance, dtype=np.float64)
    if how not in ZEROS:
        raise ParameterError('Zero resistance: {how} is none of {known}.', how=how, known=', '.join(ZEROS))
    zero = resistance == 0
    if how == 'refuse':
        if zero.any():
            raise ValueRangeError(
                '{name}: {count} cells have resistance 0, the first at {place}; current would pass them without any '
                'loss. Give them a positive value, or under Zero resistance choose a minimum or short-circuit regions.',
                name=name, count=int(zero.sum()), place=place(tuple(np.argwhere(zero)[0].tolist())))
        return resistance, [], 0
    positive = resistance[resistance > 0]
    if how == 'minimum':
        lowest = (float(positive.min()) if positive.size else 1.0) if minimum is None else minimum
        low = (resistance < lowest) & (resistance >= 0)
        return np.where(low, lowest, resistance), [], int(low.sum())
    if average == 'conductance' and zero.any():
        raise ParameterError('Zero resistance as short-circuit regions needs average resistance between cells: with '
                             'average conductance the neighbours would conduct without limit too.')
    labels, count = ndimage.label(zero, np.ones((3, 3)) if neighbours == 8 else None)
    order = np.flatnonzero(zero)
    order = order[np.argsort(labels.ravel()[order], kind='stable')]
    regions = np.split(order, np.cumsum(np.bincount(labels.ravel(), minlength=count + 1)[1:])[:-1]) if count else []
    lowest = NEGLIGIBLE * (float(positive.min()) if positive.size else 1.0)
    return np.where(zero, lowest, resistance), regions, int(zero.sum())


def check_source_count(name, count):
    """Not more sources than any method of pairs can take.

    Raises
    ------
    CapacityError : names the count and the likely cause
    """
    if count > MOST_SOURCES:
        raise CapacityError(
            '{name} holds {count} sources, which make {pairs} pairs; at most {most} sources can be run. Probably these '
            'are cells, sample points or observations. Group them into patches, give those of one patch the same id, '
            'or keep the largest only.', name=name, count=count, pairs=count * (count - 1) // 2, most=MOST_SOURCES)


def check_source_raster(name, values, conducts):
    """Whether a raster looks like source ids.

    Parameters
    ----------
    values : (rows, cols) float array, NaN where nodata
    conducts : (rows, cols) bool array

    Raises
    ------
    ValueRangeError : values with fractions
    ParameterError : the ids cover nearly all conducting cells, as the classes of a land-cover raster do
    CapacityError : more ids than can be run
    """
    known = values[np.isfinite(values) & (values > 0)]
    ids = np.unique(known)
    if (known != np.round(known)).any():
        raise ValueRangeError(
            '{name} holds {count} different values with fractions: it looks like a surface of measurements, not like '
            'sources. Give a raster in which each source has a whole number of its own.', name=name, count=len(ids))
    check_source_count(name, len(ids))
    inside = int(conducts.sum())
    covered = int((conducts & (values > 0)).sum())
    if inside and covered > MOST_COVERED * inside:
        raise ParameterError(
            '{name}: {count} ids cover {share} % of the cells that conduct. It looks like a raster of classes, such as '
            'land cover; give one that is 0 or nodata outside the sources.', name=name, count=len(ids),
            share=f'{100 * covered / inside:.0f}')
