"""Responsibilities between tables and the core: parts of collaborative units, who they belong to, what they cost."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..core.collaboration.responsibilities import LEVELS, level_shares
from ..core.errors import MissingCodeError
from ..core.zoning.collaborative import ELEMENTS, city_codes, lead_scope, province_code
from ..i18n import tr
from .collaboration import PROVINCIAL, province_names
from .unit_rows import read_rows

SCOPES = ('one_unit', 'one_city', 'several_cities', 'several_provinces')


@dataclass(frozen=True)
class UnitPieces:
    """Parts of collaborative units in administrative units; lists and arrays run over the parts.

    Attributes
    ----------
    rows : Features
    ids : (units,) cu_id of every collaborative unit
    number : collaborative unit of every part, from 0
    codes, names, cities : of the administrative unit
    area : hectares
    """

    rows: object
    ids: np.ndarray
    number: np.ndarray
    codes: list
    names: list
    cities: list
    area: np.ndarray

    def of_units(self, values) -> list:
        """The values of the parts, a list per collaborative unit."""
        order = np.argsort(self.number, kind='stable')
        ends = np.cumsum(np.bincount(self.number))[:-1]
        return [[values[row] for row in rows.tolist()] for rows in np.split(order, ends)]


def read_pieces(job) -> UnitPieces:
    """The parts of the parameter PIECES.

    Raises
    ------
    EmptyInputError, GeometryError, TableError
    """
    rows = read_rows(job, 'PIECES', None)
    ids, number = np.unique(rows.integers('cu_id'), return_inverse=True)
    codes = rows.texts('unit_code')
    names = rows.texts('unit_name') if rows.has('unit_name') else codes
    given = rows.texts('parent_code') if rows.has('parent_code') else [''] * len(codes)
    return UnitPieces(rows, ids, number.reshape(-1), codes, names, city_codes(codes, given),
                      rows.numbers('area_ha', missing=False))


def read_shares(job) -> dict:
    """(province, city, county) by scope; elements of provincial rank share as several cities where not said.

    Raises
    ------
    MissingCodeError, TableError
    """
    table = job.table('LEVEL_SHARES', 'level_shares.csv', ('scope', *LEVELS))
    if not job.given('LEVEL_SHARES'):
        job.warn(tr('The shares of the levels are those of the shipped table, which is illustrative.'))
    found = level_shares(table.rows(), table.name)
    for scope in SCOPES:
        if scope not in found:
            raise MissingCodeError('{table} has no row for the scope {scope}.', table=table.name, scope=scope)
    return {PROVINCIAL: found['several_cities'], **found}


def principles(job, codes):
    """(damage, benefit) of the unit of every part; 0 where not given."""
    units = job.table('UNITS', required=('unit_code',))
    nothing = np.zeros(len(codes))
    if units is None:
        job.warn(tr('Without administrative units only jurisdiction counts.'))
        return nothing, nothing
    row = {code: number for number, code in enumerate(units.unique('unit_code'))}
    missing = sorted(set(codes) - set(row))
    if missing:
        raise MissingCodeError('{units} lacks {count} units that have a part: {codes}.', units=units.name,
                               count=len(missing), codes=', '.join(missing[:10]))
    rows = [row[code] for code in codes]
    keys = [job.field(name) for name in ('DAMAGE', 'BENEFIT')]
    return tuple(units.numbers(key)[rows] if key and units.has(key) else nothing for key in keys)


def unit_costs(pieces: UnitPieces, tasks):
    """(parts,) money: by the ground of every element where the parts tell it, else by the element of the unit.

    Raises
    ------
    MissingCodeError : an element that is none
    """
    mix = [f'{name}_ha' for name in ELEMENTS]
    if all(pieces.rows.has(key) for key in mix):
        return np.column_stack([pieces.rows.numbers(key, missing=False) for key in mix]) @ tasks['cost']
    elements = pieces.rows.texts('element')
    unknown = sorted(set(elements) - set(ELEMENTS))
    if unknown:
        raise MissingCodeError('{name}: the elements {elements} are not known; core, corridor and node are.',
                               name=pieces.rows.name, elements=', '.join(unknown))
    return pieces.area * tasks['cost'][[ELEMENTS.index(element) for element in elements]]


def unit_rules(pieces: UnitPieces, leads) -> list:
    """The row of the level tables that applies to every collaborative unit: its scope, or its provincial rank.

    Parameters
    ----------
    leads : from level_table
    """
    scopes = [lead_scope(codes, cities) for codes, cities in zip(pieces.of_units(pieces.codes),
                                                                pieces.of_units(pieces.cities))]
    if not pieces.rows.has('lead_level'):
        return scopes
    given = [levels[0] for levels in pieces.of_units(pieces.rows.texts('lead_level'))]
    return [PROVINCIAL if scope in ('one_unit', 'one_city') and leads[scope][0] != level == leads[PROVINCIAL][0]
            else scope for scope, level in zip(scopes, given)]


def duty_columns(pieces: UnitPieces, duties, amounts, rules, leads) -> dict:
    """A row per part: shares, duty and money by level."""
    rule = [rules[number] for number in pieces.number]
    return {
        'cu_id': pieces.ids[pieces.number], 'element': pieces.rows.texts('element'), 'unit_code': pieces.codes,
        'unit_name': pieces.names, 'parent_code': pieces.cities, 'scope': rule,
        'lead_level': [leads[one][0] for one in rule], 'area_ha': pieces.area, 'jurisdiction': duties.jurisdiction,
        'damage': duties.damage, 'benefit': duties.benefit, 'duty': duties.duty, 'cost_wan': amounts.total,
        'province_wan': amounts.province, 'city_wan': amounts.city, 'county_wan': amounts.county,
        'roles': [leads[one][1] for one in rule], 'roles_zh': [leads[one][2] for one in rule]}


def total_columns(pieces: UnitPieces, amounts) -> dict:
    """A row per province, city and county: number of collaborative units and money."""
    cities = pieces.rows.texts('parent_name') if pieces.rows.has('parent_name') else [''] * len(pieces.codes)
    owners = {'province': ([province_code(code) for code in pieces.codes], province_names(pieces.codes)),
              'city': (pieces.cities, cities), 'county': (pieces.codes, pieces.names)}
    columns = {key: [] for key in ('level', 'code', 'name', 'cu_count', 'amount_wan')}
    for level in LEVELS:
        keys, names = owners[level]
        codes, first, mine = np.unique(keys, return_index=True, return_inverse=True)
        mine = mine.reshape(-1)
        taking_part = np.unique(np.stack([mine, pieces.number]), axis=1)[0]
        columns['level'] += [level] * len(codes)
        columns['code'] += codes.tolist()
        columns['name'] += [names[row] or keys[row] for row in first.tolist()]
        columns['cu_count'] += np.bincount(taking_part).tolist()
        columns['amount_wan'] += np.bincount(mine, weights=getattr(amounts, level)).tolist()
    return columns
