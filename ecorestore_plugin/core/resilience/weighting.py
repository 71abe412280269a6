"""Weights of resilience indicators: judged in two levels, taken from the data, equal, listed, or combined."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..errors import EmptyInputError, ParameterError, TableError
from ..objective import directions_from_text
from ..weights import (
    ahp_weights,
    check_consistency,
    critic_weights,
    entropy_weights,
    factor_key,
    game_theory_weights,
    normalise_weights,
)

# What each method is made of.
PARTS = {'combined': ('ahp', 'entropy'), 'ahp': ('ahp',), 'entropy': ('entropy',), 'equal': (), 'table': (),
         'critic': ('critic',), 'combined_all': ('ahp', 'entropy', 'critic')}
METHODS = tuple(PARTS)


@dataclass(frozen=True)
class Indicator:
    """One row of the indicator table.

    Attributes
    ----------
    name : name of the band
    perspective : the group it belongs to
    direction : 1 where more means more resilient, -1 where less does
    weight : weight inside the perspective (AHP) or among all (method 'table'); NaN where the table leaves it open
    """

    name: str
    perspective: str
    direction: int
    weight: float = np.nan


@dataclass(frozen=True)
class IndicatorWeights:
    """Weights per indicator, each set summing to 1; 0 for indicators that are missing or constant.

    Attributes
    ----------
    weights : (m,) the weights of the chosen method
    ahp, entropy, critic : (m,) of the parts, or None where the method does not use them
    consistency_ratio : of the judgements, NaN without AHP
    shares : coefficients of AHP, entropy and, with three parts, CRITIC in a combination, (NaN, NaN) without one
    """

    weights: np.ndarray
    ahp: np.ndarray | None
    entropy: np.ndarray | None
    consistency_ratio: float
    shares: tuple
    critic: np.ndarray | None = None


def read_indicators(rows, name=''):
    """The rows of an indicator table.

    Parameters
    ----------
    rows : mappings with indicator, perspective, direction (+ or -) and, where judged, weight
    name : of the table, for messages

    Raises
    ------
    TableError : names the row and what is wrong with it
    """
    found, seen = [], set()
    for position, row in enumerate(rows, start=1):
        key, perspective = (str(row.get(column) or '').strip() for column in ('indicator', 'perspective'))
        direction = str(row.get('direction') or '').strip().replace('−', '-')
        if not key or not perspective:
            raise TableError('{table}, row {row}: indicator and perspective must both be filled in.', table=name,
                             row=position)
        if key in seen:
            raise TableError('{table}, row {row}: the indicator {indicator} is listed twice.', table=name,
                             row=position, indicator=key)
        if direction not in ('+', '-', '1', '-1', '+1'):
            raise TableError('{table}, row {row} ({indicator}): the direction is "{direction}"; it must be + (more is '
                             'more resilient) or - (less is).', table=name, row=position, indicator=key,
                             direction=direction)
        seen.add(key)
        found.append(Indicator(key, perspective, -1 if direction.startswith('-') else 1,
                               _weight(row.get('weight'), name, position, key)))
    if not found:
        raise EmptyInputError('{table} has no indicators.', table=name)
    return found


def _weight(text, table, position, indicator):
    text = '' if text is None else str(text).strip()
    try:
        weight = float(text) if text else np.nan
    except ValueError:
        weight = -1.0
    if weight < 0:
        raise TableError('{table}, row {row} ({indicator}): the weight "{weight}" is no number of 0 or more.',
                         table=table, row=position, indicator=indicator, weight=text)
    return weight


def read_judgements(rows, perspectives, name=''):
    """The pairwise comparison matrix of the perspectives from a table.

    Parameters
    ----------
    rows : mappings with a column ``perspective`` and one column per perspective
    perspectives : the order that is wanted; others in the table are left out

    Returns
    -------
    (n, n) float array

    Raises
    ------
    TableError : a perspective without row or column, or an unreadable judgement
    """
    by_name = {str(row.get('perspective') or '').strip(): row for row in rows}
    missing = [key for key in perspectives if key not in by_name or any(key not in row for row in by_name.values())]
    if missing:
        raise TableError('{table} lacks the row or column of these perspectives: {missing}. It compares {present}.',
                         table=name, missing=', '.join(missing), present=', '.join(by_name) or '-')
    return np.array([[_judgement(by_name[one][other], name, one, other) for other in perspectives]
                     for one in perspectives])


def turn_directions(indicators, text):
    """The indicators with other directions where ``text`` names some, such as 'elevation=+, slope=-'.

    Raises
    ------
    ParameterError : an unknown name, or neither + nor -
    """
    if not (text or '').strip():
        return list(indicators)
    if '=' not in text:
        raise ParameterError('The directions "{text}" name no indicator. Write such as elevation=+, slope=-.',
                             text=text.strip())
    names = [row.name for row in indicators]
    given = directions_from_text(text, names)
    named = {factor_key(part.partition('=')[0]) for part in text.replace('，', ',').replace(';', ',').split(',')}
    return [replace(row, direction=int(given[i])) if factor_key(row.name) in named else row
            for i, row in enumerate(indicators)]


def _judgement(text, table, one, other):
    """A number, or a fraction such as 1/3."""
    parts = str(text if text is not None else '').strip().split('/')
    try:
        return float(parts[0]) / (float(parts[1]) if len(parts) > 1 else 1.0)
    except (ValueError, ZeroDivisionError):
        raise TableError('{table}: the judgement of {one} over {other} is "{text}"; it must be a number such as 3, '
                         '0.5 or 1/3.', table=table, one=one, other=other, text=str(text)) from None


def two_level_weights(indicators, usable, perspectives, perspective_weights):
    """Weight of a perspective times the weight inside it.

    Inside a perspective the table's weights count, or all are equal where the table leaves any of them open. What
    is not usable gets 0, and its perspective's other indicators share its weight; a perspective without a usable
    indicator leaves its weight to the others.

    Parameters
    ----------
    indicators : m Indicator; usable : (m,) bool
    perspectives : names; perspective_weights : a weight per name

    Returns
    -------
    (m,) float array, sums to 1
    """
    weights = np.zeros(len(indicators))
    for perspective, weight in zip(perspectives, perspective_weights):
        members = [i for i, row in enumerate(indicators) if usable[i] and row.perspective == perspective]
        if not members:
            continue
        inside = np.array([indicators[i].weight for i in members])
        if np.isnan(inside).any() or inside.sum() == 0:
            inside = np.ones(len(members))
        weights[members] = weight * inside / inside.sum()
    return normalise_weights(weights, [row.name for row in indicators])


def indicator_weights(method, indicators, usable, table, judgements=None) -> IndicatorWeights:
    """Weights of all indicators by one of METHODS.

    Parameters
    ----------
    method : 'ahp' (judged perspectives, two levels), 'entropy' or 'critic' (from the data), 'combined' (AHP and
        entropy, by game theory), 'combined_all' (all three), 'equal' (every usable indicator the same), 'table' (the
        table's weights, scaled to sum 1)
    indicators : m Indicator
    usable : (m,) bool, False for missing or constant indicators
    table : (n, m) normalised values 0..1 for what is taken from the data, columns as ``indicators``
    judgements : (p, p) pairwise matrix of the perspectives in the order of their first indicator

    Raises
    ------
    EmptyInputError : nothing is usable
    ConsistencyError : contradictory judgements
    ParameterError : unknown method, or a table without weights for 'table'
    """
    usable = np.asarray(usable, dtype=bool)
    names = [row.name for row in indicators]
    if not usable.any():
        raise EmptyInputError('None of the {count} indicators varies, so there is nothing to weigh.',
                              count=len(indicators))
    if method not in METHODS:
        raise ParameterError('There is no weighting method {method}; choose one of {methods}.', method=method,
                             methods=', '.join(METHODS))
    parts, ratio, shares = {}, np.nan, (np.nan, np.nan)
    for part in PARTS[method]:
        if part == 'ahp':
            perspectives = perspectives_of(indicators)
            judged = ahp_weights(judgements, perspectives)
            check_consistency(judged, perspectives)
            ratio = judged.consistency_ratio
            parts[part] = two_level_weights(indicators, usable, perspectives, judged.weights)
        else:
            parts[part] = np.zeros(len(indicators))
            columns = np.flatnonzero(usable)
            weigh = entropy_weights if part == 'entropy' else critic_weights
            parts[part][columns] = weigh(np.asarray(table)[:, columns], [names[i] for i in columns])
    if len(parts) > 1:
        weights, shares = game_theory_weights(*parts.values())
    elif method == 'equal':
        weights = usable / usable.sum()
    elif method == 'table':
        weights = _listed(indicators, usable, names)
    else:
        weights = parts[method]
    return IndicatorWeights(weights, parts.get('ahp'), parts.get('entropy'), ratio, shares, parts.get('critic'))


def _listed(indicators, usable, names):
    listed = np.array([row.weight for row in indicators])
    if np.isnan(listed[usable]).any():
        raise ParameterError('The indicator table leaves {count} weights open; fill them in or choose another '
                             'weighting.', count=int(np.isnan(listed[usable]).sum()))
    return normalise_weights(np.where(usable, listed, 0.0), names)


def perspectives_of(indicators):
    """Names of the perspectives in the order of their first indicator."""
    return list(dict.fromkeys(row.perspective for row in indicators))
