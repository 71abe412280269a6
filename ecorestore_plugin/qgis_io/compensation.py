"""Ecological compensation between layers and arrays: services of a table, pairs that may exchange, flow lines."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY

from ..core.collaboration.compensation import allowed_pairs
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
    """The services that units have supply and demand of, and the listed pairs (n, n) or None."""

    rows: list
    pairs: np.ndarray | None = None
    unused: list = field(default_factory=list)

    @staticmethod
    def distances(units):
        """((n, n) metres between units, anchor points): from points that lie inside the polygons."""
        anchors = [geometry.pointOnSurface().asPoint() for geometry in units.geometries]
        xy = np.array([(point.x(), point.y()) for point in anchors])
        return np.hypot(*(xy[:, None, :] - xy[None, :, :]).transpose(2, 0, 1)), anchors


def read_services(job, units) -> Services:
    """Services of the table that the units have fields of.

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
    found = Services([], _listed_pairs(job, units))
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
    return found


def _listed_pairs(job, units):
    pairs = job.table('PAIRS', required=('from_code', 'to_code'))
    if pairs is None:
        return None
    row = {code: number for number, code in enumerate(units.codes)}
    ends = list(zip(pairs.texts('from_code'), pairs.texts('to_code')))
    unknown = sorted({code for pair in ends for code in pair if code not in row})
    if unknown:
        raise MissingCodeError('{count} codes of the pair table are no units: {codes}.', count=len(unknown),
                               codes=', '.join(unknown[:10]))
    listed = np.zeros((len(units), len(units)), bool)
    for one, other in ends:
        listed[row[one], row[other]] = True
    return listed


def service_pairs(service, units, distance, pairs):
    """(n, n) bool: between which units a service flows."""
    group = units.features.texts(service.group) if service.group else None
    return allowed_pairs(len(units), distance, service.reach, group, pairs if service.downstream else None)


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
