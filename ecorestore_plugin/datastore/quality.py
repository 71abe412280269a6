"""The quality rules of the data standard beyond types and limits: codes, parents, sums, what flows into what, text."""

from __future__ import annotations

from dataclasses import replace

from ..core.prepare.attributes import check_code_form, check_parents, check_spoilt_text
from ..core.prepare.findings import Finding, Words
from ..i18n import mark

# What a field may be asked: see store_fields.csv.
FIELD_RULES = {'code': mark('six-digit administrative code'),
               'parent': mark('code of the higher unit, whose digits the code of the unit begins with'),
               'downstream': mark('another row of the layer, or empty where the water leaves; no circles')}
# What the geometries of a layer may be asked, beside being there and valid: see store_layers.csv.
SHAPE_RULES = {'apart': mark('no overlaps beyond 0.01 % of the area'), 'closed': mark('no small gaps between polygons')}
SUM = mark('{field} adds up to 1 for every {group}, within 0.01')
TOLERANCE = 0.01


def sums_of(layer):
    """[(field that adds up to 1, field that groups it)] of a layer."""
    return [(words[1], words[3]) for words in (rule.split() for rule in layer.rules) if words[0] == 'sum']


def check_quality(layer, clean, ids, upstream=(), text=True):
    """Findings of the rules of a layer.

    Parameters
    ----------
    clean : {field: values} in the types of the standard
    ids : what to call each row
    upstream : keys of rows that are in the store already, which 'downstream' may name too
    text : whether to look for text that lost its encoding
    """
    findings = check_spoilt_text(layer.name, clean, ids) if text else []
    for one in layer.fields:
        values = clean.get(one.name)
        if values is None:
            continue
        if one.rule == 'code':
            findings += check_code_form(layer.name, values, ids, one.name)
        elif one.rule == 'parent' and 'unit_code' in clean:
            there = [row for row, value in enumerate(values) if value]
            findings += check_parents(layer.name, [clean['unit_code'][row] or '' for row in there],
                                      [values[row] for row in there], [ids[row] for row in there])
        elif one.rule == 'downstream':
            findings += _check_downstream(layer, one.name, clean, ids, upstream)
    for name, group in sums_of(layer):
        if name in clean and group in clean:
            findings += _check_sum(layer, name, group, clean, ids)
    return findings


def _check_sum(layer, name, group, clean, ids):
    totals, first = {}, {}
    for row, (key, value) in enumerate(zip(clean[group], clean[name])):
        totals[key] = totals.get(key, 0.0) + (value or 0.0)
        first.setdefault(key, row)
    wrong = [key for key, total in totals.items() if abs(total - 1) > TOLERANCE]
    if not wrong:
        return []
    return [Finding(layer.name, 'fields', 'warning', Words(
        'The shares {field} of {count} {group} do not add up to 1; the first is {key} with {total}.', field=name,
        count=len(wrong), group=group, key=wrong[0], total=f'{totals[wrong[0]]:.4g}'),
        Words('Bring all rows of a {group}, or correct the shares.', group=group), str(ids[first[wrong[0]]]),
        len(wrong))]


def _check_downstream(layer, name, clean, ids, upstream):
    """Unknown watersheds, and water that runs in a circle."""
    keys = clean[layer.key[0]]
    known, into, findings = {*keys, *upstream}, dict(zip(keys, clean[name])), []
    lost = [row for row, value in enumerate(clean[name]) if value and value not in known]
    if lost:
        findings.append(Finding(layer.name, 'fields', 'warning', Words(
            'Values of {field} name no row of the layer; the first is "{value}".', field=name,
            value=clean[name][lost[0]]), Words('Bring that row too, or leave the field empty where the water leaves.'),
            str(ids[lost[0]]), len(lost)))
    circles = [row for row, key in enumerate(keys) if key and in_circle(key, into)]
    if circles:
        findings.append(Finding(layer.name, 'fields', 'error', Words(
            'Water runs in a circle by {field}; the first row is "{value}".', field=name, value=keys[circles[0]]),
            Words('Correct where it flows.'), str(ids[circles[0]]), len(circles)))
    return findings


def in_circle(key, into):
    """Whether following ``into`` from a key comes back to it."""
    seen, place = set(), into.get(key)
    while place and place not in seen:
        if place == key:
            return True
        seen.add(place)
        place = into.get(place)
    return False


def downstream_steps(key, into):
    """{key: steps} of a row itself (0) and all that lie downstream of it; a circle ends where it closes."""
    steps, place = {}, key
    while place and place not in steps:
        steps[place] = len(steps)
        place = into.get(place)
    return steps


def reduced(layer, name, without):
    """A layer under another name without some fields, and without its key where one of them is in it."""
    return replace(layer, name=name, fields=tuple(one for one in layer.fields if one.name not in without),
                   key=() if set(layer.key) & set(without) else layer.key)
