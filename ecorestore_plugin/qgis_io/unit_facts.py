"""What the page of one unit tells: its own fields, and what of the security pattern lies in it."""

from __future__ import annotations

import math

from qgis.core import QgsFeature, QgsGeometry, QgsSpatialIndex, QgsWkbTypes

from . import plan_facts as facts
from .areas import areas_ha
from .charts import number

POINT = QgsWkbTypes.GeometryType.PointGeometry


def unit_numbers(plan):
    """What of the security pattern lies in every unit, and its rank and funds.

    Parameters
    ----------
    plan : PlanLayers with the units as ZONES and whatever else the plan has, all in one coordinate system

    Returns
    -------
    dict name -> list per unit, NaN where unknown: sources_ha, corridors_ha, corridors_km, pinch_points, barriers,
    nodes, collaborative (how many meet the unit), rank, need, funded (%); a layer that is not given adds none
    """
    units, found = plan.vectors['ZONES'], {}
    for layer, name, measure, size in (('SOURCES', 'sources_ha', QgsGeometry.area, 1e4),
                                       ('CORRIDORS', 'corridors_ha', QgsGeometry.area, 1e4),
                                       ('LINKS', 'corridors_km', QgsGeometry.length, 1e3)):
        if plan.has(layer):
            found[name] = [amount / size for amount in amounts_inside(units, plan.vectors[layer], measure)]
    for layer, name in (('PINCH_POINTS', 'pinch_points'), ('BARRIERS', 'barriers'), ('NODES', 'nodes'),
                        ('COLLABORATIVE', 'collaborative')):
        if plan.has(layer):
            found[name] = [len(rows) for rows in touching(units, plan.vectors[layer])]
    ranks = facts.column(_by_code(plan, 'PRIORITY', units), 'priority_rank')
    if ranks is not None:
        found['rank'] = [facts.amount(value) for value in ranks]
    columns = _by_code(plan, 'FUNDING', units)
    money = facts.funding(columns, 'en') if columns else []
    if money:
        found['need'] = [row.need for row in money]
        found['funded'] = [100 * (row.need - row.open) / row.need if row.need > 0 else math.nan for row in money]
    return found


def unit_facts(plan, language):
    """The facts of every unit as texts, for its page, in the order of the units.

    Returns
    -------
    list per unit of (name, text); every unit has the same names in the same order
    """
    units, tr = plan.vectors['ZONES'], language.tr
    columns, count, area = units.columns, len(units), areas_ha(units.geometries)
    found = []
    for key, name in (('unit_code', tr('Unit code')), ('parent_name', tr('Higher unit')), ('zone_code', tr('Zone')),
                      ('match_type', tr('Matching type'))):
        if facts.column(columns, key) is not None:
            found.append((name, [facts.in_language(columns, key, row, language.code) or '–' for row in range(count)]))
    found.append((tr('Area'), [f'{number(value)} ha' for value in area]))
    if facts.column(columns, 'cesdr') is not None:
        found.append((tr('Supply-demand ratio'), [number(facts.amount(value))
                                                  for value in facts.column(columns, 'cesdr')]))
    numbers = unit_numbers(plan)
    ranked = sum(not math.isnan(rank) for rank in numbers.get('rank', ()))
    shown = {'sources_ha': (tr('Ecological sources'), _share), 'corridors_ha': (tr('Corridor areas'), _share),
             'corridors_km': (tr('Ecological corridors'), lambda value, _: f'{number(value)} km'),
             'pinch_points': (tr('Pinch points'), _plain), 'barriers': (tr('Barriers'), _plain),
             'nodes': (tr('Ecological nodes'), _plain), 'collaborative': (tr('Collaborative units'), _plain),
             'rank': (tr('Priority rank'), lambda value, _: '–' if math.isnan(value) else f'{value:.0f} / {ranked}'),
             'need': (tr('Need (10^4 CNY)'), _plain), 'funded': (tr('Funded (%)'), _plain)}
    for key, values in numbers.items():
        name, text = shown[key]
        found.append((name.replace('10^4', '10⁴'), [text(value, whole) for value, whole in zip(values, area)]))
    return [[(name, texts[row]) for name, texts in found] for row in range(count)]


def _share(hectares, whole):
    return f'{number(hectares)} ha ({number(100 * hectares / whole if whole else 0.0)} %)'


def _plain(value, _):
    return number(value)


def touching(units, features):
    """Per unit the rows of the features that meet it, areas and lines by more than their edge."""
    tree = QgsSpatialIndex()
    for row, geometry in enumerate(features.geometries):
        entry = QgsFeature(row)
        entry.setGeometry(geometry)
        tree.addFeature(entry)
    found = []
    for unit in units.geometries:
        engine = QgsGeometry.createGeometryEngine(unit.constGet())
        engine.prepareGeometry()
        shapes = {row: features.geometries[row] for row in sorted(tree.intersects(unit.boundingBox()))}
        found.append([row for row, shape in shapes.items() if engine.intersects(shape.constGet())
                      and (shape.type() == POINT or not engine.touches(shape.constGet()))])
    return found


def amounts_inside(units, features, measure):
    """Per unit how much of the features lies in it, in what ``measure`` of a QgsGeometry gives."""
    return [math.fsum(measure(unit.intersection(features.geometries[row])) for row in rows)
            for unit, rows in zip(units.geometries, touching(units, features))]


def _by_code(plan, name, units):
    """Columns of a layer of the same units, each in the order of ``units``; {} where the codes are missing."""
    columns = plan.rows(name) or {}
    codes, wanted = facts.column(columns, 'unit_code'), facts.column(units.columns, 'unit_code')
    if codes is None or wanted is None:
        return {}
    place = {str(code): row for row, code in enumerate(codes)}
    rows = [place.get(str(code)) for code in wanted]
    return {key: [None if row is None else values[row] for row in rows] for key, values in columns.items()}
