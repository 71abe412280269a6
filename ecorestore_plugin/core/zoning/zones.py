"""Restoration zones: matching type x resilience level, by an editable table of rules."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from ..errors import DuplicateCodeError, EmptyInputError, MissingCodeError, TableError
from .levels import TWO, level_word

TYPES = ('I', 'II', 'III', 'IV')
MIXED = 0.6
SPELLINGS = {'1': 'I', '2': 'II', '3': 'III', '4': 'IV', 'HH': 'I', 'LS-HD': 'II', 'LL': 'III', 'HS-LD': 'IV',
             'Ⅰ': 'I', 'Ⅱ': 'II', 'Ⅲ': 'III', 'Ⅳ': 'IV'}
SPARE_COLOURS = ('#4477aa', '#66ccee', '#ee6677', '#ccbb44', '#aa3377', '#bbbbbb', '#228833', '#44aa99')


@dataclass(frozen=True)
class ZoneRule:
    """What becomes of one combination of matching type and resilience level.

    ``rank`` says how high the level is; ``fallback`` is the code of the zone that may take the place of this one.
    """

    match_type: str
    level: str
    code: str
    name: str
    name_zh: str
    strategy: str
    strategy_zh: str
    color: str
    priority: int
    rank: float = 0.0
    fallback: str = ''


@dataclass(frozen=True)
class NearestCells:
    """Values taken from the nearest known cells; ``distance`` in metres from the point to the cell centre."""

    values: np.ndarray
    distance: np.ndarray


def read_rules(rows, name='') -> dict:
    """The rule table, checked: all combinations of the four types and its levels, unique codes, no empty strategy.

    Parameters
    ----------
    rows : mappings with type (I to IV), resilience (high and low; or very low to very high, numbers from 1 for the
        lowest, or any words with their level_rank), code, name_en, strategy and, where given, name_zh, strategy_zh,
        color (#rrggbb), priority, fallback_code
    name : of the table, for messages

    Returns
    -------
    dict (type, level) -> ZoneRule, in the order of the table

    Raises
    ------
    TableError : an unreadable row, an empty strategy, a missing combination, levels without an order, a fallback that
        is no zone
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
    levels = _checked_levels(rules, name)
    missing = [f'{kind} {level}' for kind in TYPES for level in levels[::-1] if (kind, level) not in rules]
    if missing:
        raise TableError('{table} lacks rules for {count} combinations of type and resilience: {missing}. Add a row '
                         'for each.', table=name, count=len(missing), missing=', '.join(missing))
    _check_fallbacks(rules, name)
    return rules


def levels_of(rules) -> tuple:
    """The levels of resilience the rules tell apart, the lowest first."""
    ranks = {level: rule.rank for (_, level), rule in rules.items()}
    return tuple(sorted(ranks, key=lambda level: ranks[level]))


def _checked_levels(rules, table):
    levels = levels_of(rules)
    if set(levels) <= set(TWO):
        return TWO
    for level in levels:
        ranks = {rule.rank for (_, other), rule in rules.items() if other == level}
        same = [other for (_, other), rule in rules.items() if rule.rank in ranks and other != level]
        if len(ranks) > 1 or same:
            raise TableError('{table}: the level {level} has the ranks {ranks}; every level needs one rank, and each '
                             'its own{same}.', table=table, level=level,
                             ranks=', '.join(f'{rank:g}' for rank in sorted(ranks)),
                             same=f' ({", ".join(sorted({level, *same}))})' if same else '')
    if len(levels) < 2:
        raise TableError('{table} has only the level {level} of resilience; zones need two or more.', table=table,
                         level=', '.join(levels) or '-')
    numbers = sorted(int(level) for level in levels if level.isdigit())
    if numbers and numbers != list(range(1, len(levels) + 1)):
        raise TableError('{table}: levels of resilience that are numbers must be 1 (lowest) to the number of levels; '
                         'these are {levels}.', table=table, levels=', '.join(levels))
    return levels


def _check_fallbacks(rules, table):
    codes = {rule.code: rule for rule in rules.values()}
    for rule in rules.values():
        target = codes.get(rule.fallback)
        if rule.fallback and (target is None or target is rule or target.fallback):
            raise TableError('{table}: the fallback {fallback} of zone {code} must be the code of another zone of the '
                             'table that has no fallback itself.', table=table, fallback=rule.fallback, code=rule.code)


def _read_rule(row, position, table):
    def word(column):
        return str(row.get(column) if row.get(column) is not None else '').strip()

    kind = _type_of(word('type'))
    level, rank = level_word(word('resilience'))
    if word('level_rank'):
        rank = _number_of(word('level_rank'), 'level_rank', table, position)
    if kind is None or rank is None or not level:
        raise TableError('{table}, row {row}: type "{type}" with resilience "{level}" is no combination; use I, II, '
                         'III or IV, and high or low, very low to very high, numbers from 1 (lowest), or words of your '
                         'own with their order in the column level_rank.', table=table, row=position,
                         type=word('type'), level=word('resilience'))
    for column in ('code', 'name_en', 'strategy'):
        if not word(column):
            raise TableError('{table}, row {row} ({type}, {level}): {column} is empty; fill it in.', table=table,
                             row=position, type=kind, level=level, column=column)
    color = word('color') or SPARE_COLOURS[(position - 1) % len(SPARE_COLOURS)]
    if not re.fullmatch(r'#[0-9A-Fa-f]{6}', color):
        raise TableError('{table}, row {row}: the colour "{color}" must look like #33689e.', table=table,
                         row=position, color=color)
    priority = int(_number_of(word('priority') or position, 'priority', table, position))
    return ZoneRule(kind, level, word('code'), word('name_en'), word('name_zh') or word('name_en'), word('strategy'),
                    word('strategy_zh') or word('strategy'), color, priority, float(rank), word('fallback_code'))


def _number_of(text, column, table, position):
    try:
        return float(text)
    except ValueError:
        raise TableError('{table}, row {row}: the {column} "{text}" is no number.', table=table, row=position,
                         column=column, text=text) from None


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


def assign_zones(types, levels, rules, fallback=False) -> list:
    """The rule of every unit.

    Parameters
    ----------
    types : 'I' to 'IV' per unit; levels : name of the level per unit; rules : from :func:`read_rules`
    fallback : whether zones with a fallback give way to it
    """
    found = [rules[key] for key in zip(types, levels)]
    return [fallen_back(rule, rules) for rule in found] if fallback else found


def fallen_back(rule, rules):
    """The zone that takes the place of a zone with a fallback, else the zone itself."""
    return next((other for other in rules.values() if other.code == rule.fallback), rule)


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


class NearestTally:
    """The known cells nearest to points, block by block; the first in reading order on a tie.

    Parameters
    ----------
    x, y : map coordinates of the points
    """

    def __init__(self, x, y):
        self._x, self._y = np.ravel(x).astype(float), np.ravel(y).astype(float)
        self._squared, self._values = np.full(self._x.size, np.inf), np.full(self._x.size, np.nan)

    def add(self, values, grid):
        """Looks at (rows, cols) ``values``, NaN where unknown, on their Grid."""
        values = np.asarray(values, dtype=float)
        rows, columns = np.nonzero(~np.isnan(values))
        if not rows.size:
            return
        east, north = grid.centre(rows, columns)
        for point, (x, y) in enumerate(zip(self._x, self._y)):
            squared = (east - x) ** 2 + (north - y) ** 2
            nearest = int(squared.argmin())
            if squared[nearest] < self._squared[point]:
                self._squared[point] = squared[nearest]
                self._values[point] = values[rows[nearest], columns[nearest]]

    def result(self) -> NearestCells:
        if self._x.size and not np.isfinite(self._squared).all():
            raise EmptyInputError('There is no known cell to take a value from: all are nodata.')
        return NearestCells(self._values, np.sqrt(self._squared))


def nearest_known(values, grid, x, y) -> NearestCells:
    """Value of the known cell whose centre is nearest to each point; the first in reading order on a tie.

    Parameters
    ----------
    values : (rows, cols) floats, NaN where unknown; x, y : map coordinates of the points

    Raises
    ------
    EmptyInputError : no cell is known
    """
    tally = NearestTally(x, y)
    tally.add(values, grid)
    return tally.result()


def zone_columns(rules) -> dict:
    """The fields that describe a zone, a row per rule."""
    return {'zone_code': [rule.code for rule in rules], 'zone_name': [rule.name for rule in rules],
            'zone_name_zh': [rule.name_zh for rule in rules], 'strategy': [rule.strategy for rule in rules],
            'strategy_zh': [rule.strategy_zh for rule in rules], 'color': [rule.color for rule in rules],
            'priority': [rule.priority for rule in rules]}
