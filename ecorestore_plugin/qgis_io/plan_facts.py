"""The facts of a plan, read from the columns of its layers: no QGIS, no HTML.

Layers come as columns: dict field name -> list of values, None where unknown. Fields are looked up by the standard
names first and by what other sources call them second, so that a plan made elsewhere can be reported as well.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

# Fields that end like a service's supply and demand but are scores over all services.
NO_SERVICES = ('z', 'total', 'mean', 'sum')
SERVICES = ('food', 'carbon', 'water', 'soil', 'recreation')
STATUSES = ('real', 'assumed', 'semi-synthetic', 'synthetic')
FIELDS = {
    'unit_id': ('cu_id', 'unit_id', 'id'),
    'cross': ('cross_boundary', 'crosses'),
    'lead': ('lead_level', 'lead'),
    'need': ('need', 'need_wan'),
    'own': ('own', 'own_wan'),
    'file': ('file', 'path'),
}


@dataclass(frozen=True)
class Zone:
    """A restoration zone with the units in it."""

    code: str
    name: str
    strategy: str
    color: str
    area_ha: float
    share: float
    members: tuple


@dataclass(frozen=True)
class Service:
    """Totals of one ecosystem service over all units."""

    key: str
    supply: float
    demand: float
    mean_ratio: float


@dataclass(frozen=True)
class Funding:
    """Where the money of one unit comes from; amounts in the unit of the input."""

    name: str
    need: float
    own: float
    provincial: float
    social: float

    @property
    def gap(self):
        """What the unit cannot pay itself."""
        return max(self.need - self.own, 0.0)

    @property
    def granted(self):
        return self.provincial + self.social

    @property
    def open(self):
        """What stays unfunded."""
        return max(self.gap - self.granted, 0.0)


@dataclass(frozen=True)
class Input:
    """A layer that went into the plan and what it is made of."""

    layer: str
    file: str
    status: str
    source: str
    note: str


def column(columns, key, default=None):
    """Values of the first field that ``key`` may be called, or ``default``; letter case does not matter."""
    lower = {name.lower(): name for name in columns}
    for name in FIELDS.get(key, (key,)):
        if name.lower() in lower:
            return list(columns[lower[name.lower()]])
    return default


def size(columns):
    """How many rows the columns have."""
    return len(next(iter(columns.values()))) if columns else 0


def amount(value):
    """A value as float, NaN where it is unknown or no number."""
    try:
        return float(value) if value is not None else math.nan
    except (TypeError, ValueError):
        return math.nan


def total(values):
    """The sum of what is known."""
    return math.fsum(value for value in map(amount, values) if not math.isnan(value))


def mean(values):
    """The mean of what is known, NaN where nothing is."""
    known = [value for value in map(amount, values) if not math.isnan(value)]
    return math.fsum(known) / len(known) if known else math.nan


def has_chinese(text):
    return any('\u4e00' <= letter <= '\u9fff' for letter in str(text))


def names_of(columns, code):
    """Unit names in a language ('zh' or 'en'), falling back to the other language and to the unit code."""
    order = ('unit_name_zh', 'name_zh', 'unit_name', 'name') if code == 'zh' else (
        'unit_name', 'name_en', 'name', 'unit_name_zh', 'name_zh')
    found = [column(columns, key) for key in order + ('unit_code', 'code')]
    rows = [values for values in found if values is not None]
    return [next((str(values[i]) for values in rows if values[i] not in (None, '')), str(i + 1))
            for i in range(size(columns))]


def zones(columns, areas_ha, code):
    """Restoration zones in the order of their codes.

    Parameters
    ----------
    columns : of units with zone_code, zone_name, strategy and, where given, zone_name_zh, strategy_zh, color
    areas_ha : area per unit
    code : language, 'en' or 'zh'
    """
    codes = column(columns, 'zone_code')
    if codes is None:
        return []
    names = names_of(columns, code)
    whole = math.fsum(areas_ha) or 1.0
    found = []
    for zone in sorted({str(value) for value in codes if value not in (None, '')}):
        rows = [i for i, value in enumerate(codes) if str(value) == zone]
        area = math.fsum(areas_ha[i] for i in rows)
        found.append(Zone(zone, in_language(columns, 'zone_name', rows[0], code),
                          in_language(columns, 'strategy', rows[0], code),
                          colour((column(columns, 'color') or [''] * len(codes))[rows[0]]), area, area / whole,
                          tuple(sorted(names[i] for i in rows))))
    return found


def colour(text):
    """A colour like #1b7f5a; '' for anything else, which might carry more than a colour into a page."""
    return text if re.fullmatch(r'#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?', str(text)) else ''


def in_language(columns, key, row, code):
    """A text field in Chinese where that is asked for and there, else the plain one."""
    for name in ((f'{key}_zh', key) if code == 'zh' else (key,)):
        values = column(columns, name)
        if values is not None and values[row] not in (None, ''):
            return str(values[row])
    return ''


def services(columns):
    """Totals of every service the units have supply and demand of."""
    found = []
    keys = list(SERVICES) + sorted(name[:-7] for name in columns if name.endswith('_supply')
                                   and name[:-7] not in SERVICES + NO_SERVICES)
    for key in keys:
        supply, demand = column(columns, f'{key}_supply'), column(columns, f'{key}_demand')
        if supply is not None and demand is not None:
            found.append(Service(key, total(supply), total(demand), mean(column(columns, f'{key}_esdr', []))))
    return found


def quadrants(columns, code):
    """(z of supply, z of demand, matching type, name) of every unit where both are known."""
    across, up = column(columns, 'z_supply'), column(columns, 'z_demand')
    if across is None or up is None:
        return []
    types = column(columns, 'match_type', [''] * len(across))
    rows = zip(map(amount, across), map(amount, up), types, names_of(columns, code))
    return [(x, y, str(kind), name) for x, y, kind, name in rows if not (math.isnan(x) or math.isnan(y))]


def unit_indices(columns, code):
    """(name, supply index, demand index) of every unit where both are known, the largest excess of demand first."""
    supply, demand = column(columns, 'supply_index'), column(columns, 'demand_index')
    if supply is None or demand is None:
        return []
    rows = [(name, one, other) for name, one, other in zip(names_of(columns, code), map(amount, supply),
                                                           map(amount, demand))
            if not (math.isnan(one) or math.isnan(other))]
    return sorted(rows, key=lambda row: (row[1] - row[2], row[0]))


def cross_boundary(columns):
    """Per collaborative unit whether it crosses a boundary: the flag, or more than one member."""
    flags = column(columns, 'cross')
    if flags is not None:
        return [str(value).strip().lower() in ('1', 'true', 'yes', 't', 'y', '1.0') for value in flags]
    members = column(columns, 'members', [''] * size(columns))
    return [len([word for word in str(text or '').replace(';', ',').replace('、', ',').split(',') if word.strip()]) > 1
            for text in members]


def funding(columns, code):
    """Funding of every unit; empty where the layer has no need or no own funds."""
    need, own = column(columns, 'need'), column(columns, 'own')
    if need is None or own is None:
        return []
    nothing = [0.0] * len(need)
    rows = zip(names_of(columns, code), need, own, column(columns, 'provincial', nothing),
               column(columns, 'social', nothing))
    return [Funding(row[0], *(0.0 if math.isnan(amount(value)) else amount(value) for value in row[1:]))
            for row in rows]


def inputs(columns):
    """The input table of the plan."""
    count = size(columns)

    def words(key):
        return ['' if value is None else str(value) for value in column(columns, key, [''] * count)]

    return [Input(layer, file, status.strip().lower().replace('_', '-'), source, note) for layer, file, status, source,
            note in zip(words('layer'), words('file'), words('status'), words('source'), words('note'))]


def data_status(rows):
    """What the inputs make of the plan: 'synthetic' where all are invented, 'semi-synthetic' where some are generated,
    'assumed', 'real', or '' without inputs."""
    present = {row.status for row in rows}
    if present == {'synthetic'}:
        return 'synthetic'
    if present & {'synthetic', 'semi-synthetic'}:
        return 'semi-synthetic'
    return next((status for status in ('assumed', 'real') if status in present), '')


def headlines(units=None, areas_ha=(), sources_ha=None, link_lengths_m=None, pinch_points=None, nodes=None,
              collaborative=None, money=None, barriers=None, duties=(), accounts=None):
    """The numbers a planner asks first, in order; a layer that was not given adds none.

    Parameters
    ----------
    units : columns of the units with zones; areas_ha : their areas
    sources_ha, link_lengths_m : a number per source and per link
    pinch_points, nodes : how many
    collaborative : columns of the collaborative units
    money : from :func:`funding`
    barriers : how many
    duties : (level, amount) of what each level of government carries
    accounts : columns of the compensation accounts

    Returns
    -------
    dict name -> number
    """
    found = {}
    if units is not None:
        codes = [value for value in column(units, 'zone_code', []) if value not in (None, '')]
        found.update(units=size(units), area_km2=math.fsum(areas_ha) / 100.0, zones=len(set(map(str, codes))),
                     zoned_units=len(codes))
    if sources_ha is not None:
        found.update(sources=len(sources_ha), sources_ha=math.fsum(sources_ha))
    if link_lengths_m is not None:
        found.update(corridors=len(link_lengths_m), corridors_km=math.fsum(link_lengths_m) / 1000.0)
    if pinch_points is not None:
        found['pinch_points'] = pinch_points
    if barriers is not None:
        found['barriers'] = barriers
    if nodes is not None:
        found['nodes'] = nodes
    if collaborative is not None:
        found.update(collaborative_units=size(collaborative), cross_units=sum(cross_boundary(collaborative)))
    if duties:
        found['duties_cost'] = math.fsum(amount for _, amount in duties)
    if accounts is not None and column(accounts, 'paid_wan') is not None:
        found['compensation_paid'] = total(column(accounts, 'paid_wan'))
    if money:
        gap, granted = math.fsum(row.gap for row in money), math.fsum(min(row.granted, row.gap) for row in money)
        found.update(funding_need=math.fsum(row.need for row in money), funding_gap=gap, funding_granted=granted,
                     funding_coverage=granted / gap if gap > 0 else 1.0)
    return found
