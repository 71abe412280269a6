"""Restoration zones: matching type x resilience level, by an editable table of rules."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from ..classify import natural_breaks
from ..errors import DuplicateCodeError, EmptyInputError, MissingCodeError, ParameterError, TableError

TYPES = ('I', 'II', 'III', 'IV')
LEVELS = ('high', 'low')
LEVEL_METHODS = ('mean', 'median', 'jenks2', 'value')
MIXED = 0.6
SPELLINGS = {'1': 'I', '2': 'II', '3': 'III', '4': 'IV', 'HH': 'I', 'LS-HD': 'II', 'LL': 'III', 'HS-LD': 'IV',
             'Ⅰ': 'I', 'Ⅱ': 'II', 'Ⅲ': 'III', 'Ⅳ': 'IV'}
LEVEL_SPELLINGS = {'high': 'high', 'low': 'low', '高': 'high', '低': 'low'}
SPARE_COLOURS = ('#4477aa', '#66ccee', '#ee6677', '#ccbb44', '#aa3377', '#bbbbbb', '#228833', '#44aa99')


@dataclass(frozen=True)
class ZoneRule:
    """What becomes of one combination of matching type and resilience level."""

    match_type: str
    level: str
    code: str
    name: str
    name_zh: str
    strategy: str
    strategy_zh: str
    color: str
    priority: int


@dataclass(frozen=True)
class Levels:
    """Resilience level of every unit.

    Attributes
    ----------
    high : bool array; a value on the threshold is high
    threshold : what divides high from low
    """

    high: np.ndarray
    threshold: float

    @property
    def names(self):
        return ['high' if high else 'low' for high in self.high]


@dataclass(frozen=True)
class NearestCells:
    """Values taken from the nearest known cells; ``distance`` in metres from the point to the cell centre."""

    values: np.ndarray
    distance: np.ndarray


def read_rules(rows, name='') -> dict:
    """The rule table, checked: all eight combinations, unique codes, no empty strategy.

    Parameters
    ----------
    rows : mappings with type (I to IV), resilience (high or low), code, name_en, strategy and, where given, name_zh,
        strategy_zh, color (#rrggbb), priority
    name : of the table, for messages

    Returns
    -------
    dict (type, level) -> ZoneRule, in the order of the table

    Raises
    ------
    TableError : an unreadable row, an empty strategy, a missing combination
    DuplicateCodeError : a combination or a code that occurs twice
    """
    rules = {}
    for position, row in enumerate(rows, start=1):
        rule = _read_rule(row, position, name)
        key = rule.match_type, rule.level
        if key in rules:
            raise DuplicateCodeError('{table}, row {row}: the combination {type} with {level} resilience has a rule '
                                     'already ({code}); keep one.', table=name, row=position, type=key[0],
                                     level=key[1], code=rules[key].code)
        if rule.code in {other.code for other in rules.values()}:
            raise DuplicateCodeError('{table}, row {row}: the zone code {code} occurs twice; every zone needs a code '
                                     'of its own.', table=name, row=position, code=rule.code)
        rules[key] = rule
    missing = [f'{kind} {level}' for kind in TYPES for level in LEVELS if (kind, level) not in rules]
    if missing:
        raise TableError('{table} lacks rules for {count} combinations of type and resilience: {missing}. Add a row '
                         'for each.', table=name, count=len(missing), missing=', '.join(missing))
    return rules


def _read_rule(row, position, table):
    def word(column):
        return str(row.get(column) if row.get(column) is not None else '').strip()

    kind = _type_of(word('type'))
    level = LEVEL_SPELLINGS.get(word('resilience').lower())
    if kind is None or level is None:
        raise TableError('{table}, row {row}: type "{type}" with resilience "{level}" is no combination; use I, II, '
                         'III or IV, and high or low.', table=table, row=position, type=word('type'),
                         level=word('resilience'))
    for column in ('code', 'name_en', 'strategy'):
        if not word(column):
            raise TableError('{table}, row {row} ({type}, {level}): {column} is empty; fill it in.', table=table,
                             row=position, type=kind, level=level, column=column)
    color = word('color') or SPARE_COLOURS[(position - 1) % len(SPARE_COLOURS)]
    if not re.fullmatch(r'#[0-9A-Fa-f]{6}', color):
        raise TableError('{table}, row {row}: the colour "{color}" must look like #33689e.', table=table,
                         row=position, color=color)
    try:
        priority = int(float(word('priority') or position))
    except ValueError:
        raise TableError('{table}, row {row}: the priority "{priority}" is no number.', table=table, row=position,
                         priority=word('priority')) from None
    return ZoneRule(kind, level, word('code'), word('name_en'), word('name_zh') or word('name_en'), word('strategy'),
                    word('strategy_zh') or word('strategy'), color, priority)


def read_types(values, codes, name='') -> list:
    """Matching types as 'I' to 'IV'; 1 to 4, HH, LS-HD, LL and HS-LD are understood too.

    Parameters
    ----------
    values : one per unit; codes : of the units, for messages

    Raises
    ------
    MissingCodeError : names the units without a readable type
    """
    found = [_type_of(value) for value in values]
    wrong = [position for position, kind in enumerate(found) if kind is None]
    if wrong:
        raise MissingCodeError(
            '{name}: {count} units have no matching type I, II, III or IV; the first are {units}. Run supply-demand '
            'matching first, or fill them in.', name=name, count=len(wrong),
            units=', '.join(f'{codes[i]} ({"" if values[i] is None else values[i]})' for i in wrong[:5]))
    return found


def _type_of(value):
    if value is None:
        return None
    if isinstance(value, (float, np.floating)) and float(value).is_integer():
        value = int(value)
    text = str(value).strip().upper()
    text = SPELLINGS.get(text, text)
    return text if text in TYPES else None


def resilience_levels(values, method='mean', threshold=None) -> Levels:
    """High or low resilience of units.

    Parameters
    ----------
    values : (n,) floats, one per unit, all known
    method : 'mean' (z-score of 0 or more is high), 'median', 'jenks2' (the upper of two natural classes is high),
        'value' (from ``threshold`` on is high)

    Raises
    ------
    EmptyInputError : no unit, or an unknown value
    ParameterError : unknown method, or no threshold for 'value'
    """
    values = np.asarray(values, dtype=float)
    unknown = ~np.isfinite(values)
    if not values.size or unknown.any():
        raise EmptyInputError('Resilience is unknown in {count} of {units} units.', count=int(unknown.sum()),
                              units=values.size)
    if method == 'mean':
        threshold = float(values.mean())
    elif method == 'median':
        threshold = float(np.median(values))
    elif method == 'jenks2':
        ends = natural_breaks(values, 2) if np.ptp(values) > 0 else None
        threshold = float(values[values > ends[1]].min()) if ends is not None else float(values[0])
    elif method != 'value':
        raise ParameterError('There is no way {method} to divide high from low resilience; choose one of {methods}.',
                             method=method, methods=', '.join(LEVEL_METHODS))
    elif threshold is None:
        raise ParameterError('The division by a given value needs the threshold of resilience.')
    # The mean of equal numbers can differ from them in the last digit.
    return Levels(values >= threshold - 1e-12 * max(1.0, abs(threshold)), float(threshold))


def assign_zones(types, levels, rules) -> list:
    """The rule of every unit.

    Parameters
    ----------
    types : 'I' to 'IV' per unit; levels : 'high' or 'low' per unit; rules : from :func:`read_rules`
    """
    return [rules[key] for key in zip(types, levels)]


def absent_rules(assigned, rules) -> list:
    """The rules no unit falls under."""
    used = {rule.code for rule in assigned}
    return [rule for rule in rules.values() if rule.code not in used]


def zone_areas(assigned, areas_ha, rules):
    """Units, area and share of every rule that occurs, in the order of the table.

    Returns
    -------
    list of (ZoneRule, units, area in ha, share of the whole area)
    """
    areas = np.asarray(areas_ha, dtype=float)
    total = areas.sum()
    rows = []
    for rule in rules.values():
        inside = np.array([other.code == rule.code for other in assigned], dtype=bool)
        if inside.any():
            area = float(areas[inside].sum())
            rows.append((rule, int(inside.sum()), area, area / total if total > 0 else 0.0))
    return rows


def nearest_known(values, grid, x, y) -> NearestCells:
    """Value of the known cell whose centre is nearest to each point; the first in reading order on a tie.

    Parameters
    ----------
    values : (rows, cols) floats, NaN where unknown; x, y : map coordinates of the points

    Raises
    ------
    EmptyInputError : no cell is known
    """
    values = np.asarray(values, dtype=float)
    rows, columns = np.nonzero(~np.isnan(values))
    if not rows.size:
        raise EmptyInputError('There is no known cell to take a value from: all {count} are nodata.',
                              count=values.size)
    east, north = grid.centre(rows, columns)
    found, distance = [], []
    for px, py in zip(np.ravel(x), np.ravel(y)):
        squared = (east - px) ** 2 + (north - py) ** 2
        nearest = int(squared.argmin())
        found.append(values[rows[nearest], columns[nearest]])
        distance.append(float(np.sqrt(squared[nearest])))
    return NearestCells(np.array(found), np.array(distance))


def own_level_share(high_share, levels) -> np.ndarray:
    """Purity: share of each unit's cells that are of the unit's own level; under MIXED the unit is a mixture.

    Parameters
    ----------
    high_share : (n,) share of high cells, 0 to 1, NaN where no cell is known; levels : Levels
    """
    high_share = np.asarray(high_share, dtype=float)
    return np.where(levels.high, high_share, 1 - high_share)
