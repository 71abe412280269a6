"""Collaborative units: elements read from layers, and results as columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsGeometry

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
from .overlay import connected_parts

WEAK = 0.5
LEVELS = ('county', 'city', 'province')
# Parameter, what it is, and the fields that may hold its id; earlier layers own the ground they share with later ones.
LAYERS = (('PINCH_POINTS', NODE, ('polygon',), ('pinch_id', 'node_id', 'rank')),
          ('NODES', NODE, ('point',), ('node_id',)),
          ('SOURCES', CORE, ('polygon',), ('source_id',)),
          ('CORRIDORS', CORRIDOR, ('polygon',), ('link_id', 'corridor_id')),
          ('LINKS', CORRIDOR, ('line',), ('link_id',)))


@dataclass
class Elements:
    """Security-pattern elements; where they overlap the earlier one owns the ground."""

    kinds: list
    ids: list
    geometries: list

    @property
    def areas(self):
        return np.array([geometry.area() for geometry in self.geometries])


def read_elements(job, crs) -> Elements:
    """The elements a tool was given, lines and points widened by their buffer.

    A node with the pinch_id of a pinch point that was given as polygon is left out: the polygon stands for it.

    Raises
    ------
    EmptyInputError : no element layer was given
    """
    found = Elements([], [], [])
    pinch_ids = set()
    for name, kind, shapes, id_fields in LAYERS:
        features = job.features(name, shapes, crs=crs)
        if features is None:
            continue
        width = job.number({'NODES': 'NODE_BUFFER', 'LINKS': 'BUFFER'}.get(name, '')) if 'polygon' not in shapes else 0
        key = next((key for key in id_fields if features.has(key)), None)
        ids = features.texts(key) if key else [str(row + 1) for row in range(len(features))]
        if name == 'PINCH_POINTS':
            pinch_ids = set(ids)
        for row, (element_id, geometry) in enumerate(zip(ids, features.geometries)):
            if name == 'NODES' and features.has('pinch_id') and features.texts('pinch_id')[row] in pinch_ids:
                continue
            shape = geometry.buffer(width, 8) if width else geometry
            # An id says what belongs together, such as the parts of a corridor; without one, only what is connected.
            parts = [shape] if key else connected_parts(shape)
            found.geometries += parts
            found.ids += [element_id] * len(parts)
            found.kinds += [kind] * len(parts)
    if not found.geometries:
        raise EmptyInputError('No element is given: choose sources, corridors or links, pinch points or nodes.')
    return found


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
    for scope in ('one_unit', 'one_city', 'several_cities', 'several_provinces', 'provincial_rank'):
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


def unit_columns(result, elements, units, tasks, levels, top) -> dict:
    """Attributes of the collaborative units."""
    kinds = [elements.kinds[element] for element in result.element]
    first = provincial_elements(kinds, result.area, top)
    parents = city_codes(units.codes, units.parents)
    columns = {key: [] for key in ('cu_id', 'element', 'element_id', 'task', 'task_zh', 'lead_level', 'lead_code',
                                   'lead_name', 'scope', 'cross_boundary', 'n_units', 'n_cities', 'n_provinces',
                                   'members', 'members_zh', 'member_codes', 'element_mix', 'core_ha', 'corridor_ha',
                                   'node_ha', 'area_ha', 'roles', 'roles_zh')}
    native = _texts(units, 'unit_name_zh')
    for number, rows in enumerate(result.members):
        codes = [units.codes[row] for row in rows]
        cities = [parents[row] for row in rows]
        scope = lead_scope(codes, cities)
        level, roles, roles_zh = levels['provincial_rank' if first[number] and scope in ('one_unit', 'one_city')
                                        else scope]
        lead, name = lead_of(level, rows, units, parents)
        mix = result.mix[number] / 10000.0
        values = (number + 1, kinds[number], elements.ids[result.element[number]], tasks['task'][kinds[number]],
                  tasks['task_zh'][kinds[number]], level, lead, name, scope, int(len(rows) > 1), len(rows),
                  len(set(cities)), len({province_code(code) for code in codes}),
                  ', '.join(units.names[row] for row in rows), '、'.join(native[row] for row in rows),
                  ';'.join(codes), mix_words(mix), *mix.tolist(), float(mix.sum()), roles, roles_zh)
        for key, value in zip(columns, values):
            columns[key].append(value)
    if not any(native):
        del columns['members_zh']
    return columns


def lead_of(level, rows, units, parents):
    """(codes, names) of who leads: the county, the cities, or the provinces."""
    if level == 'county':
        return units.codes[rows[0]], units.names[rows[0]]
    if level == 'city':
        names = _texts(units, 'parent_name')
        codes = list(dict.fromkeys(parents[row] for row in rows))
        return ';'.join(codes), ', '.join(dict.fromkeys(names[row] or parents[row] for row in rows))
    codes = ';'.join(dict.fromkeys(province_code(units.codes[row]) for row in rows))
    return codes, codes


def mix_words(mix):
    """'core 92 %, corridor 8 %' from three areas, without what rounds to nothing."""
    shares = [round(100 * part / mix.sum()) for part in mix]
    return ', '.join(f'{name} {share} %' for name, share in zip(ELEMENTS, shares) if share)


def _texts(units, key):
    return units.features.texts(key) if units.features.has(key) else [''] * len(units)


def piece_columns(result, pieces, coverage, elements, units):
    """(group of every face or -1, columns) of the parts of collaborative units in administrative units."""
    group = result.of_piece * len(units) + pieces.unit
    present, index = np.unique(group, return_inverse=True)
    of_face = index.reshape(-1)[pieces.of_face]
    area = np.bincount(of_face, weights=coverage.area, minlength=len(present)) / 10000.0
    unit_rows, numbers = (present % len(units)).tolist(), (present // len(units)).tolist()
    columns = {'cu_id': [number + 1 for number in numbers],
               'element': [elements.kinds[result.element[number]] for number in numbers],
               'element_id': [elements.ids[result.element[number]] for number in numbers],
               'unit_code': [units.codes[row] for row in unit_rows],
               'unit_name': [units.names[row] for row in unit_rows],
               'parent_code': [units.parents[row] for row in unit_rows], 'area_ha': area}
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
                   cu_count=[sum(row in rows for rows in members) for row in range(len(units))],
                   need_wan=restoration_need(areas.element_ha, tasks['cost']), own_wan=own_funds(job, units),
                   priority=unit_priority(areas, tasks['importance'], rank, weights),
                   core_flag=key_units(areas).astype(int))
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


def overlap_share(geometries):
    """Share of their area that polygons cover twice."""
    total = sum(geometry.area() for geometry in geometries)
    return max(0.0, 1.0 - QgsGeometry.unaryUnion(geometries).area() / total) if total else 0.0
