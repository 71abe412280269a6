"""Soil conservation by the Chinese Soil Loss Equation (CSLE): A = R K L S B E T, t/ha/yr."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_range
from ..errors import ParameterError, TableError, ValueRangeError
from ..grid import check_same_shape
from ..lookup import class_counts, class_lookup

SI_PER_US_ERODIBILITY = 0.1317
ORGANIC_CARBON_SHARE = 0.58  # of organic matter
FULL_PROTECTION_COVER = 78.3
RULES = ('cropland', 'cover', 'constant')


def soil_erodibility(sand, silt, clay, organic_carbon, china_correction=False):
    """K by the EPIC model of Williams, in SI units.

    Parameters
    ----------
    sand, silt, clay, organic_carbon : float arrays, % of weight, NaN where unknown; organic carbon is 0.58 of
        organic matter
    china_correction : apply (-0.01383 + 0.51575 K) * 0.1317, fitted to plots in China; below 0 becomes 0

    Returns
    -------
    float array, t ha h ha-1 MJ-1 mm-1

    Raises
    ------
    GridMismatchError : arrays of different shape
    ValueRangeError : a share outside 0 to 100; sand, silt and clay that do not add up to 100 within 10

    Source: Williams 1990, doi:10.1098/rstb.1990.0184; Zhang, Shu, Xu, Yang & Yu 2008, Journal of Arid Environments
    72, doi:10.1016/j.jaridenv.2007.11.018
    """
    check_same_shape(sand=sand, silt=silt, clay=clay, organic_carbon=organic_carbon)
    for name, share in (('sand', sand), ('silt', silt), ('clay', clay), ('organic carbon', organic_carbon)):
        check_range(name, share, 0, 100)
    sand, silt, clay, carbon = (np.asarray(part, dtype=float) for part in (sand, silt, clay, organic_carbon))
    _check_texture(sand + silt + clay)
    rest = 1.0 - sand / 100.0
    fine = silt + clay
    with np.errstate(invalid='ignore', divide='ignore'):
        silt_share = np.where(fine == 0, 0.0, silt / fine)
    k = ((0.2 + 0.3 * np.exp(-0.0256 * sand * (1.0 - silt / 100.0)))
         * silt_share ** 0.3
         * (1.0 - 0.25 * carbon / (carbon + np.exp(3.72 - 2.95 * carbon)))
         * (1.0 - 0.7 * rest / (rest + np.exp(-5.51 + 22.9 * rest))))
    if china_correction:
        k = np.maximum(-0.01383 + 0.51575 * k, 0.0)
    return k * SI_PER_US_ERODIBILITY


def _check_texture(total):
    off = np.abs(total - 100.0) > 10.0
    if off.any():
        raise ValueRangeError(
            'Sand, silt and clay add up to {low} to {high} % in {count} cells; they must add up to 100. Give percent '
            'of weight and mark cells without soil as nodata.', low=f'{np.nanmin(total[off]):g}',
            high=f'{np.nanmax(total[off]):g}', count=int(off.sum()))


def vegetation_factor(cover):
    """B from vegetation cover: 1 without cover, 0.6508 - 0.3436 lg(cover %), 0 above 78.3 %.

    Parameters
    ----------
    cover : float array, 0 to 1, NaN where unknown

    Returns
    -------
    float array, 0 to 1

    Source: Cai, Ding, Shi, Huang & Zhang 2000, Journal of Soil and Water Conservation 14(2):19-24
    """
    check_range('vegetation cover', cover, 0, 1)
    percent = np.asarray(cover, dtype=float) * 100.0
    middle = 0.6508 - 0.3436 * np.log10(np.where(percent > 0, percent, 1.0))
    factor = np.where(percent <= 0, 1.0, np.where(percent > FULL_PROTECTION_COVER, 0.0, np.clip(middle, 0.0, 1.0)))
    return np.where(np.isnan(percent), np.nan, factor)


def shrub_factor(cover):
    """Soil loss ratio of shrub land from cover 0 to 1 (national monitoring guide)."""
    check_range('vegetation cover', cover, 0, 1)
    return 1.0 / (1.17647 + 0.86242 * 1.05905 ** (100.0 * np.asarray(cover, dtype=float)))


def grass_factor(cover):
    """Soil loss ratio of grassland from cover 0 to 1 (national monitoring guide)."""
    check_range('vegetation cover', cover, 0, 1)
    return 1.0 / (1.25 + 0.78845 * 1.05968 ** (100.0 * np.asarray(cover, dtype=float)))


@dataclass(frozen=True)
class CsleTable:
    """Conservation factors by land cover, one element per class.

    Attributes
    ----------
    codes : class codes
    rules : 'cropland' (B = 1, T from ``t``), 'cover' (B from vegetation cover, T = 1) or 'constant' (B from ``b``,
        T = 1)
    b, e, t : biological, engineering and tillage factors, 0 to 1; NaN in ``e`` stands for 1
    """

    codes: np.ndarray
    rules: tuple
    b: np.ndarray
    e: np.ndarray
    t: np.ndarray


def conservation_factor(codes, valid, table, cover):
    """B E T of every cell by the rule of its land cover; the product of :func:`conservation_factors`."""
    factors = conservation_factors(codes, valid, table, cover)
    return factors.b * factors.e * factors.t


@dataclass(frozen=True)
class ConservationFactors:
    """Biological, engineering and tillage factor of every cell, 0 to 1, NaN where unknown."""

    b: np.ndarray
    e: np.ndarray
    t: np.ndarray


def conservation_factors(codes, valid, table, cover=None, biological=None, engineering=None, tillage=None):
    """B, E and T of every cell by the rule of its land cover, or as given.

    Parameters
    ----------
    codes, valid : (rows, cols) class codes and where they are known
    table : CsleTable
    cover : (rows, cols) float array, vegetation cover 0 to 1; needed only where the rule is 'cover'
    biological, engineering, tillage : (rows, cols) float arrays in place of what the table says, 0 to 1; B outside
        cropland, T on cropland, E everywhere

    Returns
    -------
    ConservationFactors; NaN where land cover, or a cover that is needed, is unknown

    Raises
    ------
    MissingCodeError, DuplicateCodeError, TableError, ValueRangeError
    ParameterError : vegetation cover is needed and was not given

    Source: Liu, Zhang & Xie 2002, 12th ISCO Conference, Beijing: tillage on cropland, biological elsewhere
    """
    given = {name for name, layer in (('cover', cover), ('biological', biological), ('tillage', tillage))
             if layer is not None}
    lookup = conservation_lookup(class_counts(codes, valid), table, given)
    return conservation_cells(lookup, codes, valid, cover, biological, engineering, tillage)


def conservation_lookup(counts, table, given=()):
    """ClassLookup of rule, B, E and T for the classes of a land cover, for :func:`conservation_cells`.

    Parameters
    ----------
    counts : dict code -> cells
    table : CsleTable
    given : which of 'cover', 'biological' and 'tillage' there will be a layer of

    Raises
    ------
    MissingCodeError, DuplicateCodeError, TableError, ParameterError : as in :func:`conservation_factors`
    """
    rule = _rule_numbers(table)
    e = np.where(np.isnan(table.e), 1.0, table.e)
    _check_factors(table, rule, e, 'biological' in given, 'tillage' in given)
    lookup = class_lookup('land cover', counts, table.codes, np.column_stack([
        rule, np.nan_to_num(table.b, nan=1.0), e, np.nan_to_num(table.t, nan=1.0)]))
    if not {'cover', 'biological'} & set(given):
        covered = sum(counts.get(int(code), 0) for code, kind in zip(table.codes, table.rules) if kind == 'cover')
        if covered:
            raise ParameterError('{count} cells take their factor from vegetation cover. Give NDVI, or the factor '
                                 'itself.', count=covered)
    return lookup


def conservation_cells(lookup, codes, valid, cover=None, biological=None, engineering=None, tillage=None):
    """:func:`conservation_factors` of a block of rows, from its ClassLookup."""
    check_same_shape(codes=codes, valid=valid, cover=cover, biological=biological, engineering=engineering,
                     tillage=tillage)
    for name, given in (('biological factor', biological), ('engineering factor', engineering),
                        ('tillage factor', tillage)):
        if given is not None:
            check_range(name, given, 0, 1)
    kind, b, e, t = lookup.values(codes, valid)
    crop = kind == RULES.index('cropland')
    if biological is not None:
        b = np.asarray(biological, dtype=float)
    elif cover is not None:
        b = np.where(kind == RULES.index('cover'), vegetation_factor(cover), b)
    known = np.asarray(valid, dtype=bool)
    b = np.where(known, np.where(crop, 1.0, b), np.nan)
    e = np.where(known, e if engineering is None else np.asarray(engineering, dtype=float), np.nan)
    t = np.where(known, np.where(crop, t if tillage is None else np.asarray(tillage, dtype=float), 1.0), np.nan)
    return ConservationFactors(b, e, t)


def _check_factors(table, rule, e, has_biological, has_tillage):
    """Factors of the table that will be used lie between 0 and 1."""
    for row, code in enumerate(table.codes):
        value = 1.0
        if rule[row] == RULES.index('cropland') and not has_tillage:
            value = table.t[row]
        elif rule[row] == RULES.index('constant') and not has_biological:
            value = table.b[row]
        if not (0 <= value <= 1 and 0 <= e[row] <= 1):
            raise TableError('The CSLE table gives class {code} (rule {rule}) the factors {value} and e {e}; both must '
                             'lie between 0 and 1: t for cropland, b for constant.', code=int(code),
                             rule=table.rules[row], value=f'{value:g}', e=f'{e[row]:g}')


def _rule_numbers(table):
    unknown = sorted(set(table.rules) - set(RULES))
    if unknown:
        raise TableError('The CSLE table has the unknown rule "{rule}"; the rules are {rules}.', rule=unknown[0],
                         rules=', '.join(RULES))
    return np.array([RULES.index(rule) for rule in table.rules], dtype=float)


@dataclass(frozen=True)
class SoilLoss:
    """Soil loss of every cell in t/ha/yr, NaN where a factor is unknown.

    Attributes
    ----------
    potential : R K L S, bare and unprotected
    actual : R K L S B E T
    prevented : potential - actual, what vegetation, terraces and tillage hold back
    """

    potential: np.ndarray
    actual: np.ndarray
    prevented: np.ndarray


def soil_loss(erosivity, erodibility, length_factor, steepness_factor, conservation):
    """Potential, actual and prevented soil loss by CSLE.

    Parameters
    ----------
    erosivity : R, MJ mm ha-1 h-1 yr-1
    erodibility : K, t ha h ha-1 MJ-1 mm-1
    length_factor, steepness_factor : L and S, no unit; see core.slope_factors
    conservation : B E T, 0 to 1; see :func:`conservation_factor`

    Returns
    -------
    SoilLoss

    Raises
    ------
    GridMismatchError : arrays of different shape
    ValueRangeError : a negative factor; a conservation factor above 1
    """
    check_same_shape(erosivity=erosivity, erodibility=erodibility, length_factor=length_factor,
                     steepness_factor=steepness_factor, conservation=conservation)
    check_range('rainfall erosivity', erosivity, 0)
    check_range('soil erodibility', erodibility, 0, 1)
    check_range('conservation factor', conservation, 0, 1)
    known = ~np.isnan(conservation)
    potential = np.where(known, np.asarray(erosivity) * erodibility * length_factor * steepness_factor, np.nan)
    actual = potential * conservation
    return SoilLoss(potential, actual, potential - actual)


def erosion_demand(erosion, cell_area, tolerance=None):
    """Soil that should be held back: all of the actual erosion, or what exceeds a tolerance.

    Parameters
    ----------
    erosion : (rows, cols) float array, actual erosion, t/ha/yr, NaN where unknown
    cell_area : m2
    tolerance : tolerable erosion, t/ha/yr (1 t/ha is 100 t/km2), a number or an array; None for all of it

    Returns
    -------
    (rows, cols) float array, t/yr per cell

    Raises
    ------
    ValueRangeError : negative erosion
    ParameterError : a negative tolerance
    """
    check_range('erosion', erosion, 0)
    tolerance = np.asarray(0.0 if tolerance is None else tolerance, dtype=float)
    if (tolerance < 0).any():
        raise ParameterError('The tolerable erosion is {value} t/ha/yr; it must not be negative.',
                             value=f'{float(np.nanmin(tolerance)):g}')
    return np.maximum(np.asarray(erosion, dtype=float) - tolerance, 0.0) * cell_area / 10000.0
