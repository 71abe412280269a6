"""Collaborative units: elements read from layers, and results as columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..core.checks import check_range
from ..core.errors import EmptyInputError, TableError
from ..core.zoning.collaborative import (
    CORE,
    CORRIDOR,
    ELEMENTS,
    NODE,
    city_codes,
    lead_scope,
    province_code,
    provincial_elements,
)
from ..core.zoning.unit_needs import fiscal_weakness, key_units, restoration_need, unit_priority
from ..i18n import tr
from ..paths import TABLES
from .overlay import connected_parts
from .vector import read_csv

WEAK = 0.5
LEVELS = ('county', 'city', 'province')
PROVINCIAL = 'provincial_rank'
# Parameter, what it is, and the fields that may hold its id; earlier layers own the ground they share with later ones.
LAYERS = (('PINCH_POINTS', NODE, ('polygon',), ('pinch_id', 'node_id', 'rank')),
          ('BARRIERS', NODE, ('polygon',), ('barrier_id', 'rank', 'link_id')),
          ('NODES', NODE, ('point',), ('node_id',)),
          ('SOURCES', CORE, ('polygon',), ('source_id',)),
          ('CORRIDORS', CORRIDOR, ('polygon',), ('link_id', 'corridor_id')),
          ('LINKS', CORRIDOR, ('line',), ('link_id',)))
# Polygons that stand for a node, the field that says so, and the type of node they are.
STAND_FOR = {'PINCH_POINTS': ('pinch_id', 'pinch_point'), 'BARRIERS': ('barrier_id', 'barrier')}


@dataclass
class Elements:
    """Security-pattern elements; where they overlap the earlier one owns the ground. Nodes have a type."""

    kinds: list
    ids: list
    geometries: list
    types: list

    @property
    def areas(self):
        return np.array([geometry.area() for geometry in self.geometries])


def read_elements(job, crs) -> Elements:
    """The elements a tool was given, lines and points widened by their buffer.

    A node with the pinch_id or barrier_id of a polygon that was given is left out: the polygon stands for it.

    Raises
    ------
    EmptyInputError : no element layer was given
    """
    found = Elements([], [], [], [])
    present = {}
    for name, kind, shapes, id_fields in LAYERS:
        features = job.features(name, shapes, crs=crs)
        if features is None:
            continue
        width = job.number({'NODES': 'NODE_BUFFER', 'LINKS': 'BUFFER'}.get(name, '')) if 'polygon' not in shapes else 0
        key = next((key for key in id_fields if features.has(key)), None)
        ids = features.texts(key) if key else [str(row + 1) for row in range(len(features))]
        types = _node_types(name, features)
        rows = _wanted_rows(job, name, features, present)
        if name in STAND_FOR:
            present[STAND_FOR[name][0]] = {ids[row] for row in rows}
        for row in rows:
            shape = features.geometries[row].buffer(width, 8) if width else features.geometries[row]
            # An id says what belongs together, such as the parts of a corridor; without one, only what is connected.
            parts = [shape] if key else connected_parts(shape)
            found.geometries += parts
            found.ids += [ids[row]] * len(parts)
            found.kinds += [kind] * len(parts)
            found.types += [types[row]] * len(parts)
    if not found.geometries:
        raise EmptyInputError('No element is given: choose sources, corridors or links, pinch points, barriers '
                              'or nodes.')
    return found


def _node_types(name, features):
    if name == 'NODES' and features.has('node_type'):
        return features.texts('node_type')
    return [STAND_FOR[name][1] if name in STAND_FOR else ''] * len(features)


def _wanted_rows(job, name, features, present):
    """Rows that become elements: the first barriers, and nodes that no polygon stands for."""
    rows = range(len(features))
    if name == 'NODES':
        doubles = [(features.texts(key), ids) for key, ids in present.items() if features.has(key)]
        return [row for row in rows if not any(texts[row] in ids for texts, ids in doubles)]
    most = job.integer('MOST_BARRIERS') if name == 'BARRIERS' else None
    if most is None or most >= len(features):
        return rows
    rank = features.numbers('rank') if features.has('rank') else np.arange(len(features), dtype=float)
    return sorted(np.argsort(rank, kind='stable')[:most].tolist())


def element_table(table) -> dict:
    """Rows of the element table by element: task, task_zh, cost and importance.

    Raises
    ------
    TableError : an element without a row
    """
    names = [name.strip().lower() for name in table.texts('element')]
    for element in ELEMENTS:
        if element not in names:
            raise TableError('{table} has no row for the element {element}; it needs core, corridor and node.',
                             table=table.name, element=element)
    rows = [names.index(element) for element in ELEMENTS]
    cost, importance = (table.numbers(key, missing=False)[rows] for key in ('cost_wan_ha', 'importance'))
    return {'task': dict(zip(ELEMENTS, _picked(table, 'task', rows))),
            'task_zh': dict(zip(ELEMENTS, _picked(table, 'task_zh', rows))), 'cost': cost, 'importance': importance}


def level_table(table) -> dict:
    """Rows of the lead-level table by scope.

    Raises
    ------
    TableError : a scope without a row, or a level that is none
    """
    scopes = [scope.strip() for scope in table.texts('scope')]
    levels = [level.strip().lower() for level in table.texts('lead_level')]
    for scope in ('one_unit', 'one_city', 'several_cities', 'several_provinces', PROVINCIAL):
        if scope not in scopes:
            raise TableError('{table} has no row for the scope {scope}.', table=table.name, scope=scope)
    for level in levels:
        if level not in LEVELS:
            raise TableError('{table}: the lead level {level} must be county, city or province.', table=table.name,
                             level=level)
    roles, roles_zh = table.texts('roles'), _picked(table, 'roles_zh', range(len(scopes)))
    return {scope: (levels[row], roles[row], roles_zh[row]) for row, scope in enumerate(scopes)}


def _picked(table, key, rows):
    values = table.texts(key) if table.has(key) else [''] * len(table)
    return [values[row] for row in rows]


@dataclass(frozen=True)
class Lead:
    """Who leads a collaborative unit, and why; ``code`` and ``name`` of several are joined."""

    scope: str
    level: str
    code: str
    name: str
    roles: str
    roles_zh: str
    cities: int
    provinces: int


def unit_leads(result, elements, units, levels, top) -> list:
    """A Lead per collaborative unit.

    Parameters
    ----------
    levels : from level_table
    top : how many of the largest cores and corridors are of provincial rank
    """
    first = provincial_elements([elements.kinds[element] for element in result.element], result.area, top)
    parents, provinces = city_codes(units.codes, units.parents), province_names(units.codes)
    found = []
    for number, rows in enumerate(result.members):
        codes, cities = [units.codes[row] for row in rows], [parents[row] for row in rows]
        scope = lead_scope(codes, cities)
        level, roles, roles_zh = levels[PROVINCIAL if first[number] and scope in ('one_unit', 'one_city') else scope]
        lead = lead_of(level, rows, units, parents, provinces)
        found.append(Lead(scope, level, *lead, roles, roles_zh, len(set(cities)),
                          len({province_code(code) for code in codes})))
    return found


def unit_columns(result, elements, units, tasks, leads) -> dict:
    """Attributes of the collaborative units.

    Parameters
    ----------
    tasks : from element_table
    leads : from unit_leads
    """
    native = _texts(units, 'unit_name_zh')
    rows = [{'cu_id': number + 1, **_element(result, elements, number), **_tasks(result, elements, number, tasks),
             'lead_level': lead.level, 'lead_code': lead.code, 'lead_name': lead.name, 'scope': lead.scope,
             'cross_boundary': int(len(members) > 1), 'n_units': len(members), 'n_cities': lead.cities,
             'n_provinces': lead.provinces, 'members': ', '.join(units.names[row] for row in members),
             'members_zh': '、'.join(native[row] for row in members),
             'member_codes': ';'.join(units.codes[row] for row in members),
             'element_mix': mix_words(result.mix[number]), 'n_elements': int(result.elements[number]),
             'roles': lead.roles, 'roles_zh': lead.roles_zh}
            for number, (members, lead) in enumerate(zip(result.members, leads))]
    columns = {key: [row[key] for row in rows] for key in rows[0]}
    if not any(native):
        del columns['members_zh']
    columns.update({f'{name}_ha': result.mix[:, place] / 10000.0 for place, name in enumerate(ELEMENTS)})
    columns['area_ha'] = result.area / 10000.0
    return columns


def _element(result, elements, number):
    element = result.element[number]
    return {'element': elements.kinds[element], 'element_id': elements.ids[element],
            'node_type': elements.types[element] or None}


def _tasks(result, elements, number, tasks):
    """Task of the element, or of all that a unit of several elements holds, the largest first."""
    kinds = [elements.kinds[result.element[number]]]
    if result.elements[number] > 1:
        order = np.argsort(-result.mix[number], kind='stable')
        kinds = [ELEMENTS[place] for place in order if result.mix[number, place] > 0]
    return {'task': '; '.join(tasks['task'][kind] for kind in kinds),
            'task_zh': '；'.join(tasks['task_zh'][kind] for kind in kinds)}


def lead_of(level, rows, units, parents, provinces):
    """(codes, names) of who leads: the county, the cities, or the provinces."""
    if level == 'county':
        return units.codes[rows[0]], units.names[rows[0]]
    names = _texts(units, 'parent_name') if level == 'city' else provinces
    codes = parents if level == 'city' else [province_code(code) for code in units.codes]
    return tuple(sign.join(dict.fromkeys(words)) for sign, words in (
        (';', [codes[row] for row in rows]), (', ', [names[row] or codes[row] for row in rows])))


def province_names(codes) -> list:
    """The name of the province of every unit code, its own code where it is not known."""
    table = read_csv(TABLES / 'province_codes.csv')
    known = dict(zip(table.texts('code'), table.texts('name')))
    return [known.get(province_code(code), province_code(code)) for code in codes]


def mix_words(mix):
    """'core 92 %, corridor 8 %' from three areas, without what rounds to nothing."""
    shares = [round(100 * float(part / mix.sum())) for part in mix]
    return ', '.join(f'{name} {share} %' for name, share in zip(ELEMENTS, shares) if share)


def _texts(units, key):
    return units.features.texts(key) if units.features.has(key) else [''] * len(units)


def piece_columns(result, pieces, coverage, elements, units, leads):
    """(part of every face, columns) of the parts of collaborative units in administrative units."""
    group = result.of_piece * len(units) + pieces.unit
    present, index = np.unique(group, return_inverse=True)
    of_face = index.reshape(-1)[pieces.of_face]
    unit_rows, numbers = (present % len(units)).tolist(), (present // len(units)).tolist()
    rows = [{'cu_id': number + 1, **_element(result, elements, number), 'unit_code': units.codes[row],
             'unit_name': units.names[row], 'parent_code': units.parents[row], 'lead_level': leads[number].level}
            for number, row in zip(numbers, unit_rows)]
    columns = {key: [row[key] for row in rows] for key in rows[0]}
    if units.features.has('parent_name'):
        names = units.features.texts('parent_name')
        columns['parent_name'] = [names[row] for row in unit_rows]
    kinds = np.array(elements.kinds)[coverage.element]
    for name in ELEMENTS:
        columns[f'{name}_ha'] = np.bincount(of_face, np.where(kinds == name, coverage.area, 0.0),
                                            len(present)) / 10000.0
    columns['area_ha'] = np.bincount(of_face, coverage.area, len(present)) / 10000.0
    columns['share'] = columns['area_ha'] * 10000.0 / result.area[numbers]
    return of_face, columns


def summary_columns(job, units, tasks, areas, members) -> dict:
    """Attributes of the administrative units: element areas, money, priority, flags; see the tool's help.

    Parameters
    ----------
    tasks : from element_table
    areas : UnitAreas
    members : member rows per collaborative unit
    """
    columns = units.identity()
    for key in ('unit_name_zh', 'parent_name'):
        if units.features.has(key):
            columns[key] = units.features.texts(key)
    for position, key in enumerate(('core_ha', 'corridor_ha', 'node_ha')):
        columns[key] = areas.element_ha[:, position]
    weights = job.numbers('PRIORITY_WEIGHTS') or [0.5, 0.3, 0.2]
    rank = field_values(job, units, 'ZONE_RANK')
    if rank is not None:
        job.say(tr('The rank of the restoration zones is read from the field {field}.', field=job.field('ZONE_RANK')))
    columns.update(restore_ha=areas.restore_ha, cross_ha=areas.cross_ha,
                   cu_count=np.bincount(np.concatenate(members), minlength=len(units)),
                   need_wan=restoration_need(areas.element_ha, tasks['cost']), own_wan=own_funds(job, units),
                   priority=unit_priority(areas, tasks['importance'], rank, weights),
                   core_flag=key_units(areas).astype(int))
    if rank is not None and np.isfinite(rank).any():
        # A unit without a zone is the least urgent, here as in the priority.
        columns['zone_rank'] = np.where(np.isnan(rank), np.nanmax(rank) + 1, rank)
    revenue, expenditure = (field_values(job, units, name) for name in ('REVENUE', 'EXPENDITURE'))
    if revenue is not None and expenditure is not None:
        weakness = fiscal_weakness(revenue, expenditure)
        columns.update(weakness=weakness, weak_flag=(np.nan_to_num(weakness) >= WEAK).astype(int))
    return columns


def own_funds(job, units):
    """(n,) own funds by their field, else revenue x own share, else 0 with a warning."""
    if job.field('OWN'):
        own = units.features.numbers(job.field('OWN'))
    else:
        own = field_values(job, units, 'REVENUE')
        if own is None:
            job.warn(tr('Without an own funds field and without revenue, own funds are taken as 0.'))
            return np.zeros(len(units))
        own = own * job.number('OWN_SHARE')
    check_range('own funds', own, 0)
    if np.isnan(own).any():
        job.warn(tr('{count} units have no own funds or revenue; theirs are taken as 0.',
                    count=int(np.isnan(own).sum())))
    return np.nan_to_num(own)


def field_values(job, units, name):
    """The numbers of a field parameter, or None where the layer has no such field."""
    key = job.field(name)
    return units.features.numbers(key) if key and units.features.has(key) else None


def flag_values(features, key):
    """A field of 1 and 0 as bool array, or None where there is no such field.

    Raises
    ------
    TableError : a value that is neither
    """
    if not key or not features.has(key):
        return None
    words = [text.strip().lower() for text in features.texts(key)]
    wrong = [word for word in words if word not in ('1', '0', '', 'true', 'false', 'yes', 'no')]
    if wrong:
        raise TableError('{name}, field {field}: flags are 1 or 0, not "{value}".', name=features.name, field=key,
                         value=wrong[0])
    return np.array([word in ('1', 'true', 'yes') for word in words])
