"""The tables of the plan report."""

from __future__ import annotations

import math

from . import plan_facts as facts
from .plan_shares import place_names, share_tables
from .report import PERSPECTIVES, UNITS, Key, Table, word
from .report_summary import listed
from .resilience_report import indicator_names
from .style_words import FIELD_ALIASES, SERVICES, field_alias
from .unit_facts import unit_numbers

MOST_LINKS = 40
MOST_UNITS = 10
MOST_MEMBERS = 80
WEIGHT_COLUMNS = ('indicator', 'factor', 'perspective', 'direction', 'weight', 'weight_ahp', 'weight_entropy', 'mean',
                  'contribution')


def plan_parts(layers, plan):
    """Which parts the plan has: the keys that method notes need."""
    parts = {name for name, layer in (('sources', 'SOURCES'), ('resistance', 'RESISTANCE'), ('corridors', 'LINKS'),
                                      ('corridors', 'MOSAIC'), ('current', 'CURRENT'), ('current', 'PINCH_POINTS'),
                                      ('barriers', 'BARRIERS'), ('resilience', 'RESILIENCE'),
                                      ('collaborative', 'COLLABORATIVE'), ('priority', 'PRIORITY'),
                                      ('compensation', 'COMPENSATION'), ('compensation', 'FLOWS'))
             if layers.has(layer)}
    parts |= {name for name, there in (('services', plan.services), ('matching', plan.quadrants), ('zones', plan.zones),
                                       ('funding', plan.funding), ('duties', plan.duties)) if there}
    return parts


def plan_tables(layers, plan, weights, language, duties=()):
    """All tables the plan has data for.

    Parameters
    ----------
    layers : PlanLayers
    plan : Plan with zones, services and funding
    weights : Features of a weight table, or None
    duties : from plan_shares.level_totals
    """
    found = [source_table(layers.rows('SOURCES'), layers.measures('SOURCES', 'area'), language),
             link_table(layers.rows('LINKS'), layers.measures('LINKS', 'length'), language),
             barrier_table(layers.rows('BARRIERS'), layers.measures('BARRIERS', 'area'), language),
             service_table(plan.services, language),
             zone_table(plan.zones, layers.areas_ha('ZONES') if layers.has('ZONES') else [], language),
             unit_extremes(layers.rows('ZONES'), language),
             collaborative_table(layers.rows('COLLABORATIVE'), layers.measures('COLLABORATIVE', 'area'), language,
                                 place_names(layers.rows('ZONES') or {}, language.code)),
             *share_tables(layers, duties, language),
             funding_table(plan.funding, language),
             weight_table(weights, language),
             all_units(layers.rows('ZONES'), layers.areas_ha('ZONES'), language), unit_elements(layers, language)]
    return [table for table in found if table is not None and table.rows]


def source_table(columns, areas_ha, language):
    """The largest sources."""
    if columns is None:
        return None
    ids = facts.column(columns, 'source_id', list(range(1, len(areas_ha) + 1)))
    order = sorted(range(len(areas_ha)), key=lambda i: -areas_ha[i])[:MOST_UNITS]
    return Table('pattern', language.tr('Largest ecological sources'),
                 (language.tr('Source id'), language.tr('Area (ha)')),
                 tuple((str(ids[i]), float(areas_ha[i])) for i in order))


def link_table(columns, lengths_m, language):
    """Corridors from the cheapest on."""
    if columns is None:
        return None
    count = len(lengths_m)
    starts, ends = (facts.column(columns, key, [''] * count) for key in ('from_id', 'to_id'))
    costs = [facts.amount(value) for value in facts.column(columns, 'cost', [None] * count)]
    straight = [facts.amount(value) for value in facts.column(columns, 'euclid_m', [None] * count)]
    order = sorted(range(count), key=lambda i: (math.isnan(costs[i]), costs[i], i))
    rows = tuple((str(starts[i]), str(ends[i]), lengths_m[i] / 1000.0, known(straight[i] / 1000.0), known(costs[i]))
                 for i in order[:MOST_LINKS])
    note = language.tr('The {shown} cheapest of {count} corridors.', shown=MOST_LINKS, count=count)
    return Table('pattern', language.tr('Ecological corridors'),
                 (language.tr('From source'), language.tr('To source'), language.tr('Path length (km)'),
                  language.tr('Straight distance (km)'), language.tr('Cost-weighted distance')), rows,
                 note if count > MOST_LINKS else '')


def barrier_table(columns, areas_ha, language):
    """Barriers by rank."""
    if columns is None:
        return None
    count = len(areas_ha)
    rank = [facts.amount(value) for value in facts.column(columns, 'rank', list(range(1, count + 1)))]
    links, cover = (facts.column(columns, key, [''] * count) for key in ('link_ids', 'landcover_mix'))
    gains = [[facts.amount(value) for value in facts.column(columns, key, [None] * count)]
             for key in ('gain_percent', 'gain_per_ha')]
    order = sorted(range(count), key=lambda i: (math.isnan(rank[i]), rank[i], i))
    rows = tuple((known(rank[i]), str(links[i] or ''), float(areas_ha[i]), *(known(values[i]) for values in gains),
                  str(cover[i] or '')) for i in order[:MOST_UNITS])
    note = language.tr('The first {shown} of {count} barriers.', shown=MOST_UNITS, count=count)
    return Table('pattern', language.tr('Barriers whose restoration would improve the corridors most'),
                 (language.tr('Rank'), language.tr('Links'), language.tr('Area (ha)'), language.tr('Gain (%)'),
                  language.tr('Gain per hectare'), language.tr('Land cover mix')), rows,
                 note if count > MOST_UNITS else '')


def service_table(services, language):
    """Totals of the services."""
    rows = tuple((word(SERVICES, row.key, language), UNITS.get(row.key, ''), row.supply, row.demand,
                  row.supply - row.demand, known(row.mean_ratio)) for row in services)
    return Table('services', language.tr('Balance of the services'),
                 (language.tr('Service'), language.tr('Measured in'), language.tr('Supply'), language.tr('Demand'),
                  language.tr('Supply less demand'), language.tr('Mean supply-demand ratio of the units')), rows)


def zone_table(zones, areas_ha, language):
    """Strategy and members of every zone; the sum is the area of all units, also of those without a zone."""
    rows = [(Key(zone.color, f'{zone.code} {zone.name}'.strip()), zone.area_ha, 100 * zone.share, zone.strategy,
             len(zone.members), listed(zone.members, language, MOST_MEMBERS)) for zone in zones]
    if not rows:
        return None
    whole, zoned = math.fsum(areas_ha), sum(len(zone.members) for zone in zones)
    if zoned < len(areas_ha):
        left = whole - math.fsum(zone.area_ha for zone in zones)
        rows.append((language.tr('Without a zone'), left, 100 * left / whole if whole else 0.0, '',
                     len(areas_ha) - zoned, ''))
    rows.append((language.tr('Sum'), whole, 100.0, '', len(areas_ha), ''))
    return Table('zones', language.tr('Zones, their strategies and units'), (
        language.tr('Zone'), language.tr('Area (ha)'), language.tr('Share (%)'), language.tr('Strategy'),
        language.tr('Number of units'), language.tr('Units')), tuple(rows), summed=True)


def unit_extremes(columns, language):
    """The units with the lowest ratio over all services."""
    ratios = facts.column(columns, 'cesdr')
    if ratios is None:
        return None
    names = facts.names_of(columns, language.code)
    known_rows = [(facts.amount(value), names[i], i) for i, value in enumerate(ratios)
                  if not math.isnan(facts.amount(value))]
    zones = facts.column(columns, 'zone_code', [''] * len(names))
    rows = tuple((name, ratio, str(zones[i] or '')) for ratio, name, i in sorted(known_rows)[:MOST_UNITS])
    return Table('services', language.tr('Units with the lowest supply-demand ratio'),
                 (language.tr('Unit'), language.tr('Comprehensive supply-demand ratio'), language.tr('Zone')), rows)


def collaborative_table(columns, areas_ha, language, places):
    """Collaborative units, cross-boundary ones first, then by area; ``places`` code -> name."""
    if columns is None:
        return None
    count = len(areas_ha)
    ids = facts.column(columns, 'unit_id', list(range(1, count + 1)))
    level, lead, element, seat = (facts.column(columns, key, [''] * count)
                                  for key in ('lead', 'lead_name', 'element', 'lead_code'))
    lead = [places.get(str(seat[i])) or lead[i] for i in range(count)]
    members, task = ([facts.in_language(columns, key, i, language.code) for i in range(count)]
                     for key in ('members', 'task'))
    cross = facts.cross_boundary(columns)
    words = {'county': language.tr('County'), 'city': language.tr('City'), 'province': language.tr('Province'),
             'core': language.tr('Core'), 'corridor': language.tr('Corridor'), 'node': language.tr('Node')}
    order = sorted(range(count), key=lambda i: (not cross[i], -areas_ha[i]))
    rows = tuple((str(ids[i]), words.get(element[i], str(element[i] or '')),
                  ': '.join(text for text in (words.get(level[i], level[i]), lead[i]) if text),
                  float(areas_ha[i]), members[i], task[i]) for i in order[:MOST_LINKS])
    note = language.tr('{shown} of {count} units, those across boundaries first.', shown=MOST_LINKS, count=count)
    return Table('collaborative', language.tr('Collaborative restoration units'),
                 (language.tr('Collaborative unit'), language.tr('Pattern element'), language.tr('Lead'),
                  language.tr('Area (ha)'), language.tr('Members'), language.tr('Task')), rows,
                 note if count > MOST_LINKS else '')


def funding_table(money, language):
    """The funding of every unit, the largest need first, and the sum."""
    if not money:
        return None
    rows = [(row.name, row.need, row.own, row.provincial, row.social, row.open)
            for row in sorted(money, key=lambda row: (-row.need, row.name)) if row.need > 0]
    if not rows:
        return None
    rows.append((language.tr('Sum'), *(math.fsum(row[i] for row in rows) for i in range(1, 6))))
    silent = len(money) - len(rows) + 1
    note = language.tr('{count} of {all} units need nothing.', count=silent, all=len(money)) if silent else ''
    return Table('funding', language.tr('Funding of all units (10^4 CNY)'),
                 (language.tr('Unit'), language.tr('Need'), language.tr('Own funds'), language.tr('Provincial funds'),
                  language.tr('Social capital'), language.tr('Still open')), tuple(rows), note, True)


def weight_table(weights, language):
    """A weight table: the columns a reader needs, the keys of indicators as names."""
    if weights is None or not len(weights):
        return None
    shown = [name for name in weights.columns if name.lower() != 'fid']
    if len(shown) > len(WEIGHT_COLUMNS):
        shown = [name for name in shown if name in WEIGHT_COLUMNS] or shown[:len(WEIGHT_COLUMNS)]
    header = tuple(language.tr(FIELD_ALIASES[name]) if name in FIELD_ALIASES else name for name in shown)
    words = {key: language.tr(text) for key, text in PERSPECTIVES.items()}
    words.update(indicator_names(language.code))
    rows = tuple(tuple(words.get(value, plain_cell(value)) for value in row)
                 for row in zip(*(weights.columns[name] for name in shown)))
    return Table('resilience', language.tr('Weights'), header, rows)


def all_units(columns, areas_ha, language):
    """Every unit with its zone and its ratios."""
    if columns is None:
        return None
    count = len(areas_ha)
    shown = [key for key in ('match_type', 'zone_code') if facts.column(columns, key) is not None]
    ratios = [key for key in ['cesdr'] + [f'{key}_esdr' for key in facts.SERVICES]
              if facts.column(columns, key) is not None]
    names = facts.names_of(columns, language.code)
    codes = facts.column(columns, 'unit_code', list(range(1, count + 1)))
    header = ((language.tr('Unit code'), language.tr('Unit'), language.tr('Area (ha)'))
              + tuple(field_alias(key, language) for key in shown + ratios))
    rows = [(str(codes[i]), names[i], float(areas_ha[i]))
            + tuple(str(facts.column(columns, key)[i] or '') for key in shown)
            + tuple(known(facts.amount(facts.column(columns, key)[i])) for key in ratios)
            for i in sorted(range(count), key=lambda i: str(codes[i]))]
    if not rows:
        return None
    rows.append((language.tr('Sum'), '', math.fsum(areas_ha), *[''] * len(shown), *[None] * len(ratios)))
    return Table('appendix', language.tr('All units'), header, tuple(rows), summed=True)


def unit_elements(layers, language):
    """What of the pattern lies in every unit, and its rank and funds; None where the plan has nothing of it."""
    if not layers.has('ZONES'):
        return None
    columns, numbers = layers.rows('ZONES'), unit_numbers(layers)
    if not numbers:
        return None
    heads = {'sources_ha': language.tr('Sources (ha)'), 'corridors_ha': language.tr('Corridors (ha)'),
             'corridors_km': language.tr('Corridors (km)'), 'pinch_points': language.tr('Pinch points'),
             'barriers': language.tr('Barriers'), 'nodes': language.tr('Nodes'),
             'collaborative': language.tr('Collaborative units'), 'rank': language.tr('Priority rank'),
             'need': language.tr('Need (10^4 CNY)'), 'funded': language.tr('Funded (%)')}
    names = facts.names_of(columns, language.code)
    codes = facts.column(columns, 'unit_code', list(range(1, len(names) + 1)))
    rows = tuple((str(codes[i]), names[i], *(known(values[i]) for values in numbers.values()))
                 for i in sorted(range(len(names)), key=lambda i: str(codes[i])))
    note = language.tr('An element that reaches into several units counts in each of them.')
    return Table('appendix', language.tr('Security pattern, priority and funds by unit'),
                 (language.tr('Unit code'), language.tr('Unit'), *(heads[key] for key in numbers)), rows, note)


def known(value):
    """The number, None where it is unknown."""
    return None if math.isnan(value) else value


def plain_cell(value):
    """A table value: a number where it is one, else text."""
    if isinstance(value, str):
        try:
            return float(value)
        except ValueError:
            return value
    return value
