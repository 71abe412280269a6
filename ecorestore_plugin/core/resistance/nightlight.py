"""Night light as a measure of how much people disturb a place, within its land-cover class."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_positive
from ..errors import EmptyInputError, ParameterError
from ..grid import check_same_shape

RATIO = 'ratio'
ONE_PLUS_RATIO = 'one_plus_ratio'
FORMS = (RATIO, ONE_PLUS_RATIO)


@dataclass(frozen=True)
class NightLightCorrection:
    """A resistance surface corrected by night light.

    Attributes
    ----------
    resistance : (rows, cols) float array, NaN where the base surface is
    class_means : dict class code -> mean night light of its cells
    unlit : codes of classes without any light, whose cells keep their resistance
    unknown : number of cells that keep their resistance because light or class is unknown
    negative : number of cells whose negative light was taken as 0
    floored, capped : number of cells at the lower and the upper limit
    """

    resistance: np.ndarray
    class_means: dict
    unlit: tuple
    unknown: int
    negative: int
    floored: int
    capped: int


def night_light_correction(resistance, nightlight, classes, valid, form=RATIO, minimum=1.0,
                           maximum=None) -> NightLightCorrection:
    """Resistance corrected by the night light of a cell against the mean of its land-cover class.

    ratio: R = R_base * NTL / mean NTL of the class; one_plus_ratio: R = R_base * (1 + NTL / mean NTL of the class).

    Parameters
    ----------
    resistance : (rows, cols) float array above 0, NaN outside
    nightlight : (rows, cols) float array, NaN where unknown; negative values (noise) count as 0
    classes : (rows, cols) integer land-cover codes; valid : (rows, cols) bool, False where there is no class
    form : one of FORMS
    minimum : lower limit of the result, above 0: the ratio is 0 where it is dark, and resistance must not be
    maximum : upper limit, or None for none

    Returns
    -------
    NightLightCorrection

    Raises
    ------
    GridMismatchError, ParameterError
    EmptyInputError : no cell has resistance, light and class
    """
    check_same_shape(resistance=resistance, nightlight=nightlight, classes=classes, valid=valid)
    check_positive('resistance', resistance)
    if form not in FORMS:
        raise ParameterError('There is no night-light correction {form}; choose one of {forms}.', form=form,
                             forms=', '.join(FORMS))
    if not minimum > 0 or (maximum is not None and not maximum > minimum):
        raise ParameterError('The limits of the corrected resistance are {minimum} and {maximum}; the lower must be '
                             'above 0 and below the upper.', minimum=f'{minimum:g}',
                             maximum='∞' if maximum is None else f'{maximum:g}')
    base = ~np.isnan(resistance)
    known = base & np.asarray(valid, dtype=bool) & ~np.isnan(nightlight)
    if not known.any():
        raise EmptyInputError('No cell has resistance, night light and a land-cover class at once; check the extents '
                              'and nodata values of these layers.')
    light = np.maximum(np.asarray(nightlight, dtype=float)[known], 0)
    codes, position = np.unique(np.asarray(classes)[known], return_inverse=True)
    position = position.reshape(-1)
    means = np.bincount(position, light) / np.bincount(position)
    dark = means <= 0
    factor = np.where(dark[position], 1.0, light / np.where(dark, 1.0, means)[position])
    if form == ONE_PLUS_RATIO:
        factor = np.where(dark[position], 1.0, 1.0 + factor)
    raw = np.asarray(resistance, dtype=float)[known] * factor
    limited = np.clip(raw, minimum, maximum)
    surface = np.array(resistance, dtype=float)
    surface[known] = limited
    return NightLightCorrection(
        surface, {int(code): float(mean) for code, mean in zip(codes, means)},
        tuple(int(code) for code in codes[dark]), int((base & ~known).sum()),
        int((np.asarray(nightlight)[known] < 0).sum()), int((raw < limited).sum()), int((raw > limited).sum()))
