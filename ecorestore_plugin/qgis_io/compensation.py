"""Ecological compensation between layers and arrays: services of a table, pairs that may exchange, flow lines."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY

from ..core.checks import check_range, part_of
from ..core.collaboration.compensation import allowed_pairs, cost_standard, growth_capacity, payment_capacity
from ..core.collaboration.downstream import downstream_shares
from ..core.drainage import BYTES_PER_CELL, SECONDS_PER_CELL, drainage
from ..core.errors import MissingCodeError, TableError
from ..i18n import tr


@dataclass(frozen=True)
class Service:
    """A row of the service table; ``reach`` in metres or None, ``group`` a field of the units or ''."""

    name: str
    price: float
    reach: float | None
    group: str
    downstream: bool


@dataclass
class Services:
    """The services that units have supply and demand of, and the downstream pairs (n, n) or None."""

    rows: list
    pairs: np.ndarray | None = None
    unused: list = field(default_factory=list)


def read_units(job):
    """(units, (n, n) bool which lie downstream of which by the elevation model, or None without one)."""
    if not job.given('DEM'):
        return job.units('UNITS'), None
    elevation, grid = job.raster('DEM')
    units = job.units('UNITS', grid)
    known = np.isfinite(elevation)
    bare = np.flatnonzero(np.bincount(units.cells[known], minlength=len(units) + 1)[1:] == 0)
    if bare.size:
        job.warn(tr('{count} units have no elevation, so that nothing flows to or from them by the water: {units}.',
                    count=int(bare.size), units=', '.join(units.names[row] for row in bare[:10])))
    cells = int(known.sum())
    with job.engine(1, cells * SECONDS_PER_CELL, cells * BYTES_PER_CELL, compiled=True) as engine:
        flow = drainage(elevation, grid.cell_width, grid.cell_height, part_of(job.progress, 0.0, 0.4), job.cancelled,
                        engine)
    pairs = downstream_shares(flow.receiver, units.cells, len(units), job.cancelled) >= job.number('DOWNSTREAM_SHARE')
    job.say(tr('By the elevation model {count} pairs of units lie downstream of one another.', count=int(pairs.sum())))
    return units, pairs


def read_services(job, units, downstream=None) -> Services:
    """Services of the table that the units have fields of.

    Parameters
    ----------
    downstream : from ``read_units``; the pair table is read where it is None

    Raises
    ------
    TableError : no service fits, a price or field that is missing
    """
    table = job.table('TABLE', 'compensation_services.csv', ('service', 'price'))
    if not job.given('TABLE'):
        job.warn(tr('The prices are those of the shipped table, which is illustrative; give your own.'))
    names, prices = [text.strip() for text in table.texts('service')], table.numbers('price', missing=False)
    reach = table.numbers('max_distance_km') if table.has('max_distance_km') else np.full(len(table), np.nan)
    groups = [text.strip() for text in table.texts('group_field')] if table.has('group_field') else [''] * len(table)
    marks = table.numbers('downstream') if table.has('downstream') else np.zeros(len(table))
    check_range('price', prices, 0)
    check_range('max_distance_km', reach, 0)
    found = Services([], _listed_pairs(job, units) if downstream is None else downstream)
    for row, name in enumerate(names):
        if not all(units.features.has(f'{name}_{side}') for side in ('supply', 'demand')):
            found.unused.append(name)
            continue
        if groups[row]:
            units.features.column(groups[row])
        found.rows.append(Service(name, float(prices[row]), None if np.isnan(reach[row]) else 1000.0 * reach[row],
                                  groups[row], bool(marks[row] == 1)))
    if not found.rows:
        raise TableError('{units} has supply and demand of none of the services {names}. Fields such as water_supply '
                         'and water_demand are needed; Supply-demand ratio writes them.', units=units.features.name,
                         names=', '.join(names))
    if found.unused:
        job.say(tr('Services of the table that the units do not have, not used: {names}.',
                   names=', '.join(found.unused)))
    loose = [row.name for row in found.rows if row.downstream]
    if loose and found.pairs is None:
        job.warn(tr('{services} should flow downstream only, but neither a pair table nor an elevation model says what '
                    'lies downstream: they flow between all units.', services=', '.join(loose)))
    return found


def _listed_pairs(job, units):
    pairs = job.table('PAIRS', required=('from_code', 'to_code'))
    if pairs is None:
        return None
    listed = np.zeros((len(units), len(units)), bool)
    listed[_unit_rows(pairs, 'from_code', units), _unit_rows(pairs, 'to_code', units)] = True
    return listed


def read_costs(job, units):
    """(n, n) cost between units from the table COSTS, infinite between units that it does not list; None without it.

    A pair counts both ways unless the table lists the way back with a cost of its own.

    Raises
    ------
    MissingCodeError, TableError, ValueRangeError
    """
    table = job.table('COSTS', required=('cost',))
    if table is None:
        return None
    start, end = (_unit_rows(table, key if table.has(key) else other, units)
                  for key, other in (('from_code', 'from_id'), ('to_code', 'to_id')))
    price = table.numbers('cost')
    check_range('cost', price, 0)
    known = np.isfinite(price)
    cost = np.full((len(units), len(units)), np.inf)
    cost[end[known], start[known]] = price[known]
    cost[start[known], end[known]] = price[known]
    return cost


def _unit_rows(table, key, units):
    """Unit rows of a column of codes."""
    row = {code: number for number, code in enumerate(units.codes)}
    codes = table.texts(key)
    unknown = sorted(set(codes) - set(row))
    if unknown:
        raise MissingCodeError('{table}, field {field}: {count} codes are no units: {codes}.', table=table.name,
                               field=key, count=len(unknown), codes=', '.join(unknown[:10]))
    return np.array([row[code] for code in codes], dtype=np.int64)


def service_pairs(service, units, distance, pairs):
    """(n, n) bool: between which units a service flows."""
    group = units.features.texts(service.group) if service.group else None
    return allowed_pairs(len(units), distance, service.reach, group, pairs if service.downstream else None)


def pay_capacity(job, units):
    """(n,) share of a value that every unit can pay, by its wealth or stage of development; 1 without."""
    wanted = job.flag('CAPACITY')
    if wanted and job.choice('CAPACITY_FORM') == 'growth':
        return growth_capacity(units.features.numbers(job.field('ENGEL') or 'engel'))
    keys = [job.field(name) for name in ('GDP', 'POPULATION')]
    if not wanted or not all(key and units.features.has(key) for key in keys):
        if wanted:
            job.warn(tr('Without fields of GDP and population every unit pays in full.'))
        return np.ones(len(units))
    gdp, people = (units.features.numbers(key) for key in keys)
    empty = np.flatnonzero(~(people > 0) & np.isfinite(gdp))
    if empty.size:
        raise TableError('{name}, field {field}: {count} units have no people; the first is {unit}. Fill in their '
                         'population, or switch off paying by capacity.', name=units.features.name, field=keys[1],
                         count=int(empty.size), unit=units.names[empty[0]])
    return payment_capacity(gdp / people)


def read_standard(job, units, flows, prices):
    """(n,) factor on the value of what every unit supplies, by its cost of conservation; None without it."""
    key = job.field('COST')
    if not key:
        return None
    cost = units.features.numbers(key)
    unknown = [units.names[row] for row in np.flatnonzero(np.isnan(cost))]
    if unknown:
        job.warn(tr('{count} units have no cost of conservation, the first is {name}; what they supply counts by its '
                    'value.', count=len(unknown), name=unknown[0]))
    return cost_standard(flows, prices, cost, job.number('COST_WEIGHT'))


def account_columns(services, flows, account, capacity):
    """Money and capacity per unit, and per service what goes out, comes in and stays open."""
    columns = {'paid_wan': account.paid, 'received_wan': account.received, 'net_wan': account.net,
               'capacity': capacity}
    for row, flow in zip(services.rows, flows):
        served = np.bincount(flow.target, weights=flow.amount, minlength=len(capacity))
        columns[f'{row.name}_out'] = np.bincount(flow.origin, weights=flow.amount, minlength=len(capacity))
        columns[f'{row.name}_in'] = served
        columns[f'{row.name}_open'] = np.maximum(flow.deficit - served, 0)
    return columns


def balance_columns(services, flows, money):
    """A row per service, and one for the money of all."""
    rows = [(row.name, flow.surplus.sum(), flow.deficit.sum(), flow.amount.sum(), max(flow.unserved, 0.0),
             pay.full.sum(), pay.paid.sum(), pay.topped.sum())
            for row, flow, pay in zip(services.rows, flows, money)]
    # Physical units differ between services: only money has a total.
    rows.append(('total', None, None, None, None, *(sum(row[key] for row in rows) for key in (5, 6, 7))))
    keys = ('service', 'surplus', 'deficit', 'flow', 'open', 'value_wan', 'paid_wan', 'provincial_wan')
    return {key: [None if row[place] is None else row[place] for row in rows] for place, key in enumerate(keys)}


def flow_columns(services, units, flows, money, distance, anchors):
    """(columns, lines) of all flows, the largest sums of money first."""
    keys = ('service', 'from_code', 'from_name', 'to_code', 'to_name', 'amount', 'distance_km', 'value_wan', 'paid_wan',
            'topped_wan')
    rows = []
    for service, flow, pay in zip(services.rows, flows, money):
        for number, (one, other) in enumerate(zip(flow.origin.tolist(), flow.target.tolist())):
            rows.append(((service.name, units.codes[one], units.names[one], units.codes[other], units.names[other],
                          float(flow.amount[number]), distance[one, other] / 1000.0, float(pay.full[number]),
                          float(pay.paid[number]), float(pay.topped[number])), one, other))
    rows.sort(key=lambda row: (-row[0][7], row[0][0], row[0][1], row[0][3]))
    columns = {key: [row[0][place] for row in rows] for place, key in enumerate(keys)}
    return columns, [_arc(anchors[one], anchors[other]) for _, one, other in rows]


def _arc(start, end, steps=16):
    """A bent line, so that flows there and back do not cover each other."""
    along = np.linspace(0.0, 1.0, steps + 1)
    bow = 0.15 * np.sin(np.pi * along)
    dx, dy = end.x() - start.x(), end.y() - start.y()
    points = [QgsPointXY(start.x() + share * dx - side * dy, start.y() + share * dy + side * dx)
              for share, side in zip(along, bow)]
    return QgsGeometry.fromPolylineXY(points)
