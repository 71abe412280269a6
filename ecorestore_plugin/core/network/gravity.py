"""Interaction of linked patches by the gravity model."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_positive
from ..classify import class_numbers, natural_breaks
from ..errors import EmptyInputError, GridMismatchError, ParameterError, ValueRangeError

FORMS = ('log_of_product', 'product_of_logs', 'area')


@dataclass(frozen=True)
class Importance:
    """Links ranked by the interaction of what they link.

    Attributes
    ----------
    gravity : (links,) float
    classes : (links,) int, 1 for the weakest; fewer classes where there are fewer different values
    ranks : (links,) int, 1 for the strongest; equal ones share a rank
    limits : (k + 1,) lower end of the first class, then the upper limit of every class
    """

    gravity: np.ndarray
    classes: np.ndarray
    ranks: np.ndarray
    limits: np.ndarray


def gravity_interaction(pairs, costs, areas, resistances=None, form='log_of_product') -> np.ndarray:
    """Interaction G of linked patches.

    G_ij = N_i N_j / D_ij^2 with the weight N_i = ln(S_i) / P_i of a patch and the relative length D_ij = L_ij / L_max
    of a link. In print the two logarithms are drawn together, which gives the usual form

        log_of_product : L_max^2 ln(S_i S_j) / (L_ij^2 P_i P_j)
        product_of_logs : L_max^2 ln(S_i) ln(S_j) / (L_ij^2 P_i P_j), the weights as defined
        area : L_max^2 S_i S_j / (L_ij^2 P_i P_j), without logarithms

    S is the area of a patch, P its mean resistance, L the cost of a link, L_max the largest of them.

    Parameters
    ----------
    pairs : (links, 2) int, positions of the linked patches
    costs : (links,) float above 0, resistance x metres or metres
    areas : (patches,) float above 0; at least 1 where logarithms are taken, so their unit matters
    resistances : (patches,) float above 0, None for 1 everywhere
    form : one of FORMS

    Returns
    -------
    (links,) float

    Raises
    ------
    ValueRangeError, EmptyInputError, ParameterError, GridMismatchError

    Source: Kong et al. 2010, Landscape and Urban Planning, doi:10.1016/j.landurbplan.2009.11.001
    """
    pairs, costs, areas = np.asarray(pairs, dtype=np.int64).reshape(-1, 2), np.asarray(costs, float), \
        np.asarray(areas, float)
    resistances = np.ones(areas.size) if resistances is None else np.asarray(resistances, float)
    if form not in FORMS:
        raise ParameterError('Unknown form {given} of the gravity model; choose one of {choices}.', given=form,
                             choices=', '.join(FORMS))
    if costs.size != len(pairs) or resistances.size != areas.size:
        raise GridMismatchError('Every link needs one cost, and every patch one area and one resistance.')
    if not len(pairs):
        raise EmptyInputError('There is no link, and so no interaction.')
    for name, values in (('Cost of the links', costs), ('Area of the patches', areas),
                         ('Mean resistance of the patches', resistances)):
        check_positive(name, values)
        if np.isnan(values).any():
            raise ValueRangeError('{name}: {count} values are missing.', name=name, count=int(np.isnan(values).sum()))
    linked = np.unique(pairs)
    if form != 'area' and (areas[linked] < 1).any():
        small = areas[linked][areas[linked] < 1]
        raise ValueRangeError('{count} linked patches have an area below 1; the smallest is {value}. Its logarithm '
                              'would be negative: take the areas in a smaller unit, or the form "area".',
                              count=small.size, value=f'{small.min():g}')
    first, second = areas[pairs].T
    mass = {'log_of_product': lambda: np.log(first) + np.log(second),
            'product_of_logs': lambda: np.log(first) * np.log(second), 'area': lambda: first * second}[form]()
    # The ratio first: the squares of large costs would lose nothing, those of huge ones everything.
    return (costs.max() / costs) ** 2 * mass / (resistances[pairs[:, 0]] * resistances[pairs[:, 1]])


def importance(gravity, classes=3, logarithm=False) -> Importance:
    """Classes of interaction by natural breaks, and ranks.

    Parameters
    ----------
    gravity : (links,) float
    classes : how many; fewer where there are fewer different values
    logarithm : take the breaks of ln(G); G often spans so many orders of magnitude that the breaks of G itself set
        a few links apart and leave all others in the lowest class

    Source: Jenks and Caspall 1971, doi:10.1111/j.1467-8306.1971.tb00779.x
    """
    gravity = np.asarray(gravity, dtype=float)
    if classes < 1:
        raise ParameterError('There must be at least 1 class, not {count}.', count=classes)
    if logarithm and not (gravity > 0).all():
        raise ValueRangeError('{count} links have an interaction of 0, which has no logarithm. Take the classes of the '
                              'interaction itself.', count=int((gravity <= 0).sum()))
    scaled = np.log(gravity) if logarithm else gravity
    different = np.unique(scaled)
    if min(classes, different.size) == 1:
        limits = np.array([different[0], different[-1]])
    else:
        limits = np.asarray(natural_breaks(scaled, min(classes, different.size)), dtype=float)
    _, inverse, counts = np.unique(-gravity, return_inverse=True, return_counts=True)
    ranks = 1 + (np.cumsum(counts) - counts)[inverse.reshape(-1)]
    return Importance(gravity, class_numbers(scaled, limits), ranks, np.exp(limits) if logarithm else limits)


def interaction_matrix(count, pairs, gravity) -> np.ndarray:
    """(patches, patches) symmetric float, NaN where no link is; of several links of a pair the strongest counts."""
    matrix = np.full((count, count), -np.inf)
    first, second = np.asarray(pairs, dtype=np.int64).reshape(-1, 2).T
    np.maximum.at(matrix, (first, second), gravity)
    np.maximum.at(matrix, (second, first), gravity)
    return np.where(np.isfinite(matrix), matrix, np.nan)
