"""Which units first: restoration priority from several criteria by TOPSIS, what drives it, and how sure the rank is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import never, silent, stop_if
from ..errors import EmptyInputError, ParameterError
from ..objective import minmax, objective_weights
from ..weights import ahp_weights, check_consistency, game_theory_weights, normalise_weights

WEIGHTINGS = ('equal', 'manual', 'ahp', 'entropy', 'critic', 'combined')
CRITERIA = ('importance', 'urgency', 'difficulty', 'benefit', 'capacity')
# The share of draws in which a unit is among the first is counted for this share of the units.
FIRST_SHARE = 0.1


@dataclass(frozen=True)
class Weighting:
    """Weights of indicators.

    Attributes
    ----------
    weights : (m,) sum 1
    judged, data : (m,) the parts they come from, or None
    consistency_ratio : of the judgements; NaN without
    """

    weights: np.ndarray
    judged: np.ndarray | None
    data: np.ndarray | None
    consistency_ratio: float


@dataclass(frozen=True)
class Priority:
    """Priority of units; rows follow the units, NaN (rank 0) where an indicator is unknown.

    Attributes
    ----------
    closeness : (n,) relative closeness to the ideal, 0 to 1
    rank : (n,) 1 is first
    scaled : (n, m) indicators scaled to 0..1, 1 the more urgent end
    contribution : (n, m) weight x scaled, as a share of its sum
    """

    closeness: np.ndarray
    rank: np.ndarray
    scaled: np.ndarray
    contribution: np.ndarray


def indicator_weighting(method, values, directions, criteria, names, manual=None, judgements=None) -> Weighting:
    """Weights of indicators; a criterion's judged weight is shared equally among its indicators.

    Parameters
    ----------
    method : 'equal' (criteria alike), 'manual', 'ahp', 'entropy', 'critic', or 'combined' (AHP and entropy joined by
        game theory)
    values : (n, m) indicators, directions : (m,) 1 or -1
    criteria : m criterion names
    manual : (m,) weights, needed for 'manual'
    judgements : (criterion names, square comparison matrix), needed for 'ahp' and 'combined'

    Raises
    ------
    ParameterError, ConsistencyError, ValueRangeError, EmptyInputError
    """
    if method not in WEIGHTINGS:
        raise ParameterError('There is no weighting method {method}; choose one of {methods}.', method=method,
                             methods=', '.join(WEIGHTINGS))
    judged, data, ratio = None, None, float('nan')
    if method == 'manual':
        if manual is None or len(manual) != len(names):
            raise ParameterError('{count} weights are needed, one per indicator; {given} are given.',
                                 count=len(names), given=0 if manual is None else len(manual))
        return Weighting(normalise_weights(manual, names), None, None, ratio)
    if method == 'equal':
        return Weighting(_shared(criteria, dict.fromkeys(criteria, 1.0)), None, None, ratio)
    if method in ('ahp', 'combined'):
        judged, ratio = _judged(criteria, judgements)
    if method in ('entropy', 'critic', 'combined'):
        data = objective_weights(values, directions, names, 'critic' if method == 'critic' else 'entropy').weights
    parts = [part for part in (judged, data) if part is not None]
    return Weighting(game_theory_weights(*parts)[0], judged, data, ratio)


def _judged(criteria, judgements):
    if judgements is None:
        raise ParameterError('Weights by AHP need judgements of the criteria.')
    names, matrix = judgements
    missing = [name for name in dict.fromkeys(criteria) if name not in names]
    if missing:
        raise ParameterError('These criteria are not judged: {names}. The judgements know: {known}.',
                             names=', '.join(missing), known=', '.join(names))
    kept = [names.index(name) for name in names if name in set(criteria)]
    found = ahp_weights(np.asarray(matrix, dtype=float)[np.ix_(kept, kept)], [names[row] for row in kept])
    check_consistency(found, [names[row] for row in kept])
    return _shared(criteria, dict(zip((names[row] for row in kept), found.weights))), float(found.consistency_ratio)


def _shared(criteria, weight_of):
    counts = {name: list(criteria).count(name) for name in criteria}
    return normalise_weights([weight_of[name] / counts[name] for name in criteria])


def topsis(values, directions, weights) -> Priority:
    """Closeness to the ideal: C = d- / (d+ + d-), distances in the space of weighted scaled indicators.

    Indicators are scaled to 0..1 by their range, mirrored where less means more urgent.

    Parameters
    ----------
    values : (n, m) float array, NaN where unknown
    directions : (m,) 1 where more means a higher priority, -1 where less does
    weights : (m,) sum 1

    Raises
    ------
    EmptyInputError : fewer than two units with every indicator

    Source: Hwang & Yoon 1981, Multiple Attribute Decision Making, doi:10.1007/978-3-642-48318-9
    """
    values = np.asarray(values, dtype=float)
    known = np.isfinite(values).all(axis=1)
    if known.sum() < 2:
        raise EmptyInputError('Priorities compare units: at least two need every indicator; there are {count}.',
                              count=int(known.sum()))
    scaled = np.full(values.shape, np.nan)
    scaled[known] = minmax(values[known], directions)
    closeness = np.full(len(values), np.nan)
    closeness[known] = closeness_to_ideal(scaled[known], weights)
    parts = scaled * weights
    total = parts.sum(axis=1, keepdims=True)
    contribution = np.where(total > 0, parts / np.where(total > 0, total, 1.0), 0.0)
    contribution[~known] = np.nan
    return Priority(closeness, ranks_of(closeness), scaled, contribution)


def closeness_to_ideal(scaled, weights) -> np.ndarray:
    """(n,) closeness of rows of scaled indicators; an indicator that does not vary does not count."""
    weighted = scaled * weights
    best, worst = weighted.max(axis=0), weighted.min(axis=0)
    near = np.sqrt(((weighted - worst) ** 2).sum(axis=1))
    far = np.sqrt(((weighted - best) ** 2).sum(axis=1))
    total = near + far
    return np.where(total > 0, near / np.where(total > 0, total, 1.0), 0.5)


def ranks_of(closeness) -> np.ndarray:
    """(n,) ranks from 1, the largest first, equal values the earlier first; 0 where unknown."""
    known = np.flatnonzero(np.isfinite(closeness))
    ranks = np.zeros(len(closeness), np.int64)
    # Equal up to rounding counts as equal, so that a rank does not depend on the processor.
    order = known[np.lexsort((known, -np.round(closeness[known], 12)))]
    ranks[order] = np.arange(1, len(order) + 1)
    return ranks


@dataclass(frozen=True)
class RankSensitivity:
    """How ranks move when the weights do; rows follow the units.

    Attributes
    ----------
    lowest, highest : (n,) 5th and 95th percentile of the rank over all draws
    first_share : (n,) share of draws in which the unit is among the first tenth
    agreement : mean Spearman correlation of the ranks of a draw with those of the weights given
    """

    lowest: np.ndarray
    highest: np.ndarray
    first_share: np.ndarray
    agreement: float


def rank_sensitivity(priority: Priority, weights, spread=0.3, draws=1000, seed=1, progress=silent,
                     cancelled=never) -> RankSensitivity:
    """Ranks under weights drawn at random around the given ones.

    Every weight is multiplied by a factor drawn evenly from 1 - spread to 1 + spread; the result is scaled to sum 1.

    Parameters
    ----------
    spread : 0 to 1
    draws : 1 or more
    """
    if not 0 <= spread <= 1 or draws < 1:
        raise ParameterError('The spread of the weights is {spread} and the number of draws {draws}; they must lie '
                             'between 0 and 1, and be at least 1.', spread=f'{spread:g}', draws=draws)
    known = np.flatnonzero(priority.rank)
    scaled = priority.scaled[known]
    generator = np.random.default_rng(seed)
    ranks = np.empty((draws, len(known)), np.int64)
    for draw in range(draws):
        if draw % 50 == 0:
            stop_if(cancelled)
            progress(draw / draws)
        changed = weights * generator.uniform(1 - spread, 1 + spread, len(weights))
        if changed.sum() <= 0:
            changed = np.asarray(weights)
        ranks[draw] = ranks_of(closeness_to_ideal(scaled, changed / changed.sum()))
    base = priority.rank[known]
    n = len(known)
    agreement = 1 - 6 * ((ranks - base) ** 2).sum(axis=1) / (n * (n ** 2 - 1))
    first = ranks <= max(1, int(np.ceil(FIRST_SHARE * n)))
    columns = np.full((3, len(priority.rank)), np.nan)
    columns[:2, known] = np.percentile(ranks, (5, 95), axis=0)
    columns[2, known] = first.mean(axis=0)
    return RankSensitivity(columns[0], columns[1], columns[2], float(agreement.mean()))


def drivers(priority: Priority, names, most=3) -> list:
    """The indicators that make most of each unit's priority, as 'name 42 %' joined by commas; '' where unknown."""
    words = []
    for row in priority.contribution:
        if not np.isfinite(row).all():
            words.append('')
            continue
        order = np.argsort(-row, kind='stable')[:most]
        words.append(', '.join(f'{names[k]} {100 * row[k]:.0f} %' for k in order if row[k] > 0))
    return words
