"""Biological factor B of the CSLE: soil loss ratios of kinds of vegetation, and their mean over a year."""

from __future__ import annotations

import numpy as np

from ..checks import check_range
from ..errors import ParameterError, TableError
from ..grid import check_same_shape
from ..lookup import class_values
from .soil import grass_factor, shrub_factor, vegetation_factor

HALF_MONTHS = 24
KINDS = ('shrub', 'grass', 'wood', 'cropland', 'constant')


def wood_factor(cover, green_cover):
    """Soil loss ratio of woodland and orchards from canopy cover and the cover of the understorey.

    0.44468 exp(-3.20096 GD) - 0.04099 exp(FVC - FVC GD) + 0.025, limited to 0 and 1

    Parameters
    ----------
    cover : FVC, float array, 0 to 1
    green_cover : GD, float array, 0 to 1, cover of the ground below the canopy

    Source: national guide of soil erosion monitoring (trial, 2018), as quoted in the literature
    """
    check_range('vegetation cover', cover, 0, 1)
    check_range('understorey cover', green_cover, 0, 1)
    fvc, ground = np.asarray(cover, dtype=float), np.asarray(green_cover, dtype=float)
    ratio = 0.44468 * np.exp(-3.20096 * ground) - 0.04099 * np.exp(fvc - fvc * ground) + 0.025
    return np.clip(ratio, 0.0, 1.0)


def soil_loss_ratio(method, cover, codes, valid, table, green_cover=None):
    """Soil loss ratio of every cell by the kind of its vegetation.

    Parameters
    ----------
    method : 'cai' (one curve for all vegetation) or 'monitoring' (curves for shrub, grass and wood)
    cover : (rows, cols) float array, 0 to 1
    codes, valid : class codes and where they are known
    table : (codes, kinds, b): codes of the classes, their kinds out of KINDS, and B where the kind is constant
    green_cover : (rows, cols) float array of the understorey, 0 to 1; needed for wood with 'monitoring'

    Returns
    -------
    (rows, cols) float array, 0 to 1; 1 on cropland, whose protection is the factor T

    Raises
    ------
    TableError : an unknown kind, a constant outside 0 to 1
    ParameterError : woodland without the cover of its understorey
    MissingCodeError, DuplicateCodeError, GridMismatchError, ValueRangeError
    """
    check_same_shape(cover=cover, codes=codes, valid=valid, green_cover=green_cover)
    table_codes, kinds, b = table
    _check_kinds(table_codes, kinds, b)
    kind, constant = class_values('land cover', codes, valid, table_codes, np.column_stack([
        [KINDS.index(name) for name in kinds], np.where(np.isnan(b), 1.0, b)]))
    result = np.where(kind == KINDS.index('cropland'), 1.0, constant)
    for name in KINDS[:3]:
        cells = kind == KINDS.index(name)
        if not cells.any():
            continue
        if method == 'cai':
            ratio = vegetation_factor(cover)
        elif name == 'wood':
            if green_cover is None:
                raise ParameterError('{count} cells are woodland, whose soil loss ratio needs the cover of the '
                                     'understorey. Give it, or take the curve of Cai.', count=int(cells.sum()))
            ratio = wood_factor(cover, green_cover)
        else:
            ratio = shrub_factor(cover) if name == 'shrub' else grass_factor(cover)
        result = np.where(cells, ratio, result)
    return np.where(valid, result, np.nan)


def _check_kinds(codes, kinds, b):
    for code, kind, value in zip(codes, kinds, b):
        if kind not in KINDS:
            raise TableError('Class {code} has the unknown kind "{kind}" of vegetation; the kinds are {kinds}.',
                             code=int(code), kind=kind, kinds=', '.join(KINDS))
        if kind == 'constant' and not 0 <= value <= 1:
            raise TableError('Class {code}: b is {value}; a constant factor must lie between 0 and 1.', code=int(code),
                             value=f'{value:g}')


def annual_factor(ratios, shares):
    """B of a year: soil loss ratios of the half months weighted by their share of rainfall erosivity.

    Parameters
    ----------
    ratios : iterable of (rows, cols) float arrays, one per period
    shares : one per period: numbers, or arrays of the same shape; they need not sum to 1

    Returns
    -------
    (rows, cols) float array, 0 to 1; NaN where a period that counts is unknown

    Raises
    ------
    ParameterError : another number of shares than ratios, negative ones, or all 0
    """
    ratios = list(ratios)
    if len(shares) != len(ratios):
        raise ParameterError('There are {shares} shares of erosivity for {ratios} periods of vegetation cover; give '
                             'one per period.', shares=len(shares), ratios=len(ratios))
    weights = [np.asarray(share, dtype=float) for share in shares]
    total = sum(weights)
    if any((weight < 0).any() for weight in weights) or not (total > 0).any():
        raise ParameterError('The shares of erosivity must not be negative, and at least one must be above 0.')
    summed = sum(np.where(weight > 0, ratio, 0.0) * weight for ratio, weight in zip(ratios, weights))
    return np.divide(summed, total, out=np.full(np.shape(ratios[0]), np.nan), where=np.broadcast_to(
        total > 0, np.shape(ratios[0])))
