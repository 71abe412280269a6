"""Weights of indicators from their own data, by several methods side by side."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .checks import check_not_empty
from .correlation import Correlations, indicator_correlations
from .errors import EmptyInputError, ParameterError
from .grid import check_same_shape
from .weights import critic_weights, entropy_weights, factor_key, game_theory_weights, pca_weights

METHODS = ('entropy', 'critic', 'pca', 'combined')
SAMPLE = 1000000


@dataclass(frozen=True)
class ObjectiveWeights:
    """Weights of m indicators, each set summing to 1.

    Attributes
    ----------
    weights : (m,) by the chosen method
    by_method : dict of METHODS -> (m,) weights
    shares : coefficients of entropy, CRITIC and PCA in the combination
    constant : names of the indicators without variation; they weigh 0
    correlations : Correlations of the normalised indicators
    count : complete rows the weights come from
    left_out : rows in which something is unknown
    """

    weights: np.ndarray
    by_method: dict
    shares: tuple
    constant: tuple
    correlations: Correlations
    count: int
    left_out: int


def objective_weights(values, directions=None, names=None, method='entropy', variance=0.85) -> ObjectiveWeights:
    """Weights of indicators by entropy, CRITIC, principal components, or all three combined by game theory.

    Parameters
    ----------
    values : (n units, m indicators) array of raw values; rows with NaN are left out
    directions : (m,) 1 where more is better, -1 where less is; all 1 where not given
    names : m indicator names
    method : one of METHODS
    variance : see pca_weights

    Returns
    -------
    ObjectiveWeights

    Raises
    ------
    ParameterError : an unknown method, not a table, as many directions or names as indicators missing
    EmptyInputError : fewer than two complete rows, or no indicator that varies
    """
    if method not in METHODS:
        raise ParameterError('There is no weighting method {method}; choose one of {methods}.', method=method,
                             methods=', '.join(METHODS))
    table = np.asarray(values, dtype=float)
    if table.ndim != 2 or table.shape[1] == 0:
        raise ParameterError('Weights from the data need a table of units x indicators, not an array of {shape}.',
                             shape=' x '.join(map(str, table.shape)))
    names = list(names) if names is not None else [str(k + 1) for k in range(table.shape[1])]
    directions = np.ones(table.shape[1]) if directions is None else np.asarray(directions)
    if not len(names) == directions.size == table.shape[1]:
        raise ParameterError('There are {names} names and {directions} directions for {count} indicators.',
                             names=len(names), directions=int(directions.size), count=table.shape[1])
    known = np.isfinite(table).all(axis=1)
    scaled = minmax(table[known], directions)
    sets = {'entropy': entropy_weights(scaled, names), 'critic': critic_weights(scaled, names),
            'pca': pca_weights(scaled, names, variance)}
    sets['combined'], shares = game_theory_weights(*sets.values())
    varies = np.ptp(scaled, axis=0) > 0
    return ObjectiveWeights(sets[method], sets, shares, tuple(np.array(names)[~varies].tolist()),
                            indicator_correlations(scaled, varies), int(known.sum()), int((~known).sum()))


def minmax(table, directions):
    """Columns scaled to 0..1 by their range, mirrored where the direction is negative; constant columns become 0.

    Raises
    ------
    EmptyInputError : fewer than two rows
    """
    if len(table) < 2:
        raise EmptyInputError('Weights from the data need at least two units with all indicators known; there are '
                              '{count}.', count=len(table))
    low, high = table.min(axis=0), table.max(axis=0)
    span = np.where(high > low, high - low, 1.0)
    scaled = (table - low) / span
    return np.where((np.asarray(directions) < 0) & (high > low), 1 - scaled, scaled)


def sample_cells(arrays, limit=SAMPLE, seed=1):
    """Cells in which every raster is known, drawn without replacement.

    Parameters
    ----------
    arrays : float arrays of one shape, NaN where unknown
    limit : most cells to draw; 0 for all
    seed : of the draw; the same seed gives the same cells

    Returns
    -------
    (n,) flat indices, ascending

    Raises
    ------
    GridMismatchError, EmptyInputError
    """
    check_same_shape(**{f'raster {number + 1}': array for number, array in enumerate(arrays)})
    known = np.isfinite(arrays[0])
    for array in arrays[1:]:
        known &= np.isfinite(array)
    check_not_empty('the overlap of all rasters', known)
    cells = np.flatnonzero(known)
    return cells[drawn_positions(cells.size, limit, seed)]


def drawn_positions(count, limit=SAMPLE, seed=1) -> np.ndarray:
    """Ascending positions of ``limit`` of ``count`` cells, drawn without replacement; all for 0 or fewer cells."""
    if not limit or count <= limit:
        return np.arange(count)
    return np.sort(np.random.default_rng(seed).choice(count, limit, replace=False, shuffle=False))


def directions_from_text(text, names) -> np.ndarray:
    """Directions from '+, -, +' (in the order of ``names``) or 'slope=-, ndvi=+'; + for what is not named.

    Raises
    ------
    ParameterError : a part that is neither + nor -, an unknown name, or another number of directions than names
    """
    parts = [part.strip() for part in (text or '').replace('，', ',').replace(';', ',').split(',') if part.strip()]
    keys = [factor_key(name) for name in names]
    found = np.ones(len(keys), int)
    named = any('=' in part for part in parts)
    if parts and not named and len(parts) != len(keys):
        raise ParameterError('There are {directions} directions for {count} indicators.', directions=len(parts),
                             count=len(keys))
    for position, part in enumerate(parts):
        name, equals, sign = part.rpartition('=')
        sign = sign.strip().replace('−', '-').replace('＋', '+').replace('－', '-')
        if sign not in ('+', '-', '1', '+1', '-1') or (named and not equals):
            raise ParameterError('The direction "{text}" cannot be read. Write + (more is better) or - (less is '
                                 'better) per indicator, such as +, -, + or slope=-, ndvi=+.', text=part)
        if named and factor_key(name) not in keys:
            raise ParameterError('The directions name {name}, which is no indicator; these are {known}.',
                                 name=name.strip(), known=', '.join(names))
        found[keys.index(factor_key(name)) if named else position] = -1 if sign.startswith('-') else 1
    return found
