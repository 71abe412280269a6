"""Tables of the plan report on who comes first, who carries what, and who compensates whom."""

from __future__ import annotations

import math

from ..core.errors import TableError
from ..paths import TABLES
from . import plan_facts as facts
from .report import Table, word
from .style_words import SERVICES
from .vector import read_csv

MOST_UNITS, MOST_FLOWS = 20, 15
LEVELS = ('province', 'city', 'county')
# First two digits of the codes of GB/T 2260, with the English and the Chinese name.
PROVINCES = {
    '11': ('Beijing', '北京市'), '12': ('Tianjin', '天津市'), '13': ('Hebei', '河北省'), '14': ('Shanxi', '山西省'),
    '15': ('Inner Mongolia', '内蒙古自治区'), '21': ('Liaoning', '辽宁省'), '22': ('Jilin', '吉林省'),
    '23': ('Heilongjiang', '黑龙江省'), '31': ('Shanghai', '上海市'), '32': ('Jiangsu', '江苏省'),
    '33': ('Zhejiang', '浙江省'), '34': ('Anhui', '安徽省'), '35': ('Fujian', '福建省'), '36': ('Jiangxi', '江西省'),
    '37': ('Shandong', '山东省'), '41': ('Henan', '河南省'), '42': ('Hubei', '湖北省'), '43': ('Hunan', '湖南省'),
    '44': ('Guangdong', '广东省'), '45': ('Guangxi', '广西壮族自治区'), '46': ('Hainan', '海南省'),
    '50': ('Chongqing', '重庆市'), '51': ('Sichuan', '四川省'), '52': ('Guizhou', '贵州省'), '53': ('Yunnan', '云南省'),
    '54': ('Tibet', '西藏自治区'), '61': ('Shaanxi', '陕西省'), '62': ('Gansu', '甘肃省'), '63': ('Qinghai', '青海省'),
    '64': ('Ningxia', '宁夏回族自治区'), '65': ('Xinjiang', '新疆维吾尔自治区'), '71': ('Taiwan', '台湾省'),
    '81': ('Hong Kong', '香港特别行政区'), '82': ('Macao', '澳门特别行政区'),
}


def level_totals(duties, units, code):
    """Who carries which cost: (level, name, number of collaborative units, amount), the largest amount first.

    Parameters
    ----------
    duties : columns of the duties (a row per member of a collaborative unit) or of the totals by level
    units : columns of the administrative units, for the names of counties and cities
    code : language, 'en' or 'zh'

    Raises
    ------
    TableError : columns of neither
    """
    if not duties:
        return []
    names = place_names(units or {}, code)
    level, amount = facts.column(duties, 'level'), facts.column(duties, 'amount_wan')
    sums = _of_members(duties, names)
    if level is not None and amount is not None:
        codes = facts.column(duties, 'code', [''] * len(level))
        given = facts.column(duties, 'name', codes)
        counts = facts.column(duties, 'cu_count', [0] * len(level))
        sums = {(str(one), names.get(str(codes[row])) or str(given[row] or codes[row])):
                (int(facts.total([counts[row]])), facts.total([amount[row]])) for row, one in enumerate(level)}
    if sums is None:
        raise TableError('The duties need the columns unit_code, parent_code, province_wan, city_wan and county_wan, '
                         'or level and amount_wan of the totals by level; they have {columns}.',
                         columns=', '.join(duties))
    return sorted(((*key, *value) for key, value in sums.items()), key=lambda row: (-row[3], row[0], row[1]))


def _of_members(duties, names):
    """dict (level, name) -> (collaborative units, amount) from a row per member; None where columns are missing."""
    shares = {level: facts.column(duties, f'{level}_wan') for level in LEVELS}
    counties, cities = facts.column(duties, 'unit_code'), facts.column(duties, 'parent_code')
    if counties is None or cities is None or None in shares.values():
        return None
    numbers = facts.column(duties, 'cu_id', list(range(len(counties))))
    spoken = facts.column(duties, 'unit_name', counties)
    keys = {'province': [str(code)[:2].ljust(6, '0') for code in counties], 'city': cities, 'county': counties}
    sums = {}
    for level in LEVELS:
        for row, key in enumerate(keys[level]):
            name = names.get(str(key)) or str(spoken[row] if level == 'county' else key)
            members, parts = sums.setdefault((level, name), (set(), []))
            members.add(numbers[row])
            parts.append(shares[level][row])
    return {key: (len(members), facts.total(parts)) for key, (members, parts) in sums.items()}


def place_names(units, code):
    """dict code -> name of counties, of cities where the units tell, and of the provinces of China."""
    found = {f'{number}0000': names[code == 'zh'] for number, names in PROVINCES.items()}
    codes = facts.column(units, 'unit_code')
    if codes is None:
        return found
    found.update(zip(map(str, codes), facts.names_of(units, code)))
    parents = facts.column(units, 'parent_code')
    for row, parent in enumerate(parents or []):
        name = facts.in_language(units, 'parent_name', row, code)
        if parent not in (None, '') and name:
            found.setdefault(str(parent), name)
    return found


def shares_of_levels(totals):
    """(level, amount) of the levels there are, the highest level first."""
    return [(level, math.fsum(row[3] for row in totals if row[0] == level)) for level in LEVELS
            if any(row[0] == level for row in totals)]


def share_tables(layers, totals, language):
    """Tables of priority, duties and compensation; None where a layer was not given."""
    return [priority_table(layers.rows('PRIORITY'), language), level_table(totals, language),
            duty_table(totals, language), account_table(layers.rows('COMPENSATION'), language),
            flow_table(layers.rows('FLOWS'), layers.rows('ZONES'), language)]


def priority_table(columns, language):
    """The first units by rank with what drives them and how sure the rank is."""
    ranks = facts.column(columns or {}, 'priority_rank')
    if ranks is None:
        return None
    names = facts.names_of(columns, language.code)
    ranks = [facts.amount(value) for value in ranks]
    cells = {key: facts.column(columns, key, [None] * len(ranks)) for key in (
        'priority', 'priority_class', 'rank_low', 'rank_high', 'first_share', 'drivers')}
    order = sorted((row for row in range(len(ranks)) if not math.isnan(ranks[row])), key=lambda row: ranks[row])
    words = _indicators(language)
    rows = tuple((ranks[row], names[row], _known(cells['priority'][row]), str(cells['priority_class'][row] or ''),
                  _range(cells['rank_low'][row], cells['rank_high'][row]),
                  _known(facts.amount(cells['first_share'][row]) * 100), _translated(cells['drivers'][row], words))
                 for row in order[:MOST_UNITS])
    note = language.tr('The first {shown} of {count} units. Range: 5th to 95th percentile of the rank under weights '
                       'drawn at random; a narrow range is a sure rank.', shown=len(rows), count=len(ranks))
    return Table('priority', language.tr('Units to restore first'), (
        language.tr('Rank'), language.tr('Unit'), language.tr('Closeness (0 to 1)'), language.tr('Class'),
        language.tr('Range of the rank'), language.tr('In the first tenth (%)'), language.tr('Drivers')), rows, note)


def _indicators(language):
    """Names of the shipped indicators in Chinese; the table itself is in English."""
    if language.code != 'zh':
        return {}
    columns = read_csv(TABLES / 'priority_indicators.csv').columns
    return dict(zip(columns['indicator'], columns['name_zh']))


def _translated(drivers, words):
    parts = [part.strip() for part in str(drivers or '').split(',') if part.strip()]
    for place, part in enumerate(parts):
        name = next((name for name in sorted(words, key=len, reverse=True) if part.startswith(f'{name} ')), '')
        parts[place] = f'{words[name]}{part[len(name):]}' if name else part
    return ('、' if words else ', ').join(parts)


def _range(low, high):
    low, high = facts.amount(low), facts.amount(high)
    return '' if math.isnan(low) or math.isnan(high) else f'{low:.0f}–{high:.0f}'


def level_words(language):
    return {'county': language.tr('County'), 'city': language.tr('City'), 'province': language.tr('Province')}


def level_table(totals, language):
    """What each level of government carries."""
    words, levels = level_words(language), shares_of_levels(totals)
    whole = math.fsum(amount for _, amount in levels)
    rows = [(words[level], sum(row[0] == level for row in totals), amount, 100 * amount / whole if whole else 0.0)
            for level, amount in levels]
    if rows:
        rows.append((language.tr('Sum'), None, whole, 100.0 if whole else 0.0))
    return Table('duties', language.tr('What each level carries'), (
        language.tr('Level'), language.tr('Number of governments'), language.tr('Amount (10^4 CNY)'),
        language.tr('Share (%)')), tuple(rows), summed=bool(rows))


def duty_table(totals, language):
    """Cities and counties with the largest amounts."""
    words = level_words(language)
    most = [row for row in totals if row[0] != 'province']
    rows = tuple((words.get(level, level), name, count, amount) for level, name, count, amount in most[:MOST_UNITS])
    note = language.tr('The first {shown} of {count} cities and counties.', shown=len(rows), count=len(most))
    return Table('duties', language.tr('Cities and counties that carry most'), (
        language.tr('Level'), language.tr('Unit'), language.tr('Collaborative units'),
        language.tr('Amount (10^4 CNY)')), rows, note if len(most) > len(rows) else '')


def account_table(columns, language):
    """Units that pay and receive most, and the sums of all."""
    net = facts.column(columns or {}, 'net_wan')
    if net is None:
        return None
    names = facts.names_of(columns, language.code)
    money = [[facts.total([value]) for value in facts.column(columns, key, [None] * len(net))]
             for key in ('paid_wan', 'received_wan', 'net_wan')]
    order = sorted((row for row in range(len(net)) if money[0][row] or money[1][row]),
                   key=lambda row: (-abs(money[2][row]), names[row]))
    shown = sorted(order[:MOST_UNITS], key=lambda row: (money[2][row], names[row]))
    rows = [(names[row], *(values[row] for values in money)) for row in shown]
    if rows:
        rows.append((language.tr('Sum of all units'), *(_rounded(values) for values in money)))
    note = language.tr('The {shown} units with the largest net positions of {count} that take part; those that pay '
                       'first.', shown=len(shown), count=len(order))
    return Table('compensation', language.tr('Accounts of the compensation'), (
        language.tr('Unit'), language.tr('Paid (10^4 CNY)'), language.tr('Received (10^4 CNY)'),
        language.tr('Net position (10^4 CNY)')), tuple(rows), note, bool(rows))


def _rounded(values):
    """The sum, 0 where only rounding is left of it."""
    found = math.fsum(values)
    return 0.0 if abs(found) < 1e-9 * math.fsum(map(abs, values)) else found


def flow_table(columns, units, language):
    """The largest flows: who receives a service from whom, and pays for it."""
    paid = facts.column(columns or {}, 'paid_wan')
    if paid is None:
        return None
    count = len(paid)
    names = place_names(units or {}, language.code)

    def place(end):
        given = facts.column(columns, f'{end}_name', [''] * count)
        codes = facts.column(columns, f'{end}_code', [''] * count)
        return [names.get(str(codes[row])) or str(given[row] or codes[row] or '') for row in range(count)]

    starts, ends = place('from'), place('to')
    service, distance = (facts.column(columns, key, [None] * count) for key in ('service', 'distance_km'))
    order = sorted(range(count), key=lambda row: (-facts.total([paid[row]]), row))[:MOST_FLOWS]
    rows = tuple((word(SERVICES, service[row], language), starts[row], ends[row],
                  _known(distance[row]), facts.total([paid[row]])) for row in order)
    note = language.tr('The {shown} largest of {count} flows.', shown=len(rows), count=count)
    return Table('compensation', language.tr('Largest flows of services and what is paid for them'), (
        language.tr('Service'), language.tr('From unit'), language.tr('To unit, which pays'),
        language.tr('Distance (km)'), language.tr('Paid (10^4 CNY)')), rows, note if count > len(rows) else '')


def _known(value):
    value = facts.amount(value)
    return None if math.isnan(value) else value
