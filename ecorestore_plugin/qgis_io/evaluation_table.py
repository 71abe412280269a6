"""Indicators and their targets as the evaluation takes them: from one table, or measured values joined to targets."""

from __future__ import annotations

import numpy as np

from ..core.errors import EmptyInputError, TableError
from ..core.monitoring.evaluation import ANNUAL, CHANGE, LEVEL
from ..i18n import Language, tr
from .unit_rows import read_rows

DEFAULT_TARGETS = 'evaluation_targets.csv'
SIGNS = {'+': 1, '1': 1, '-': -1, '-1': -1, '−': -1}


def evaluated_units(job):
    """[(unit, columns of its indicators)]; columns are lists with one entry per indicator.

    Rows of TABLE carry their targets themselves, or TARGETS (the shipped table without one) holds them.

    Raises
    ------
    TableError, ParameterError, EmptyInputError
    """
    rows = read_rows(job, 'TABLE', None)
    units = rows.texts(job.field('UNIT')) if job.field('UNIT') else [''] * len(rows)
    if job.given('TARGETS') or not rows.has('target'):
        return _joined(job, rows, units)
    columns = _columns(rows)
    return [(unit, {key: [values[row] for row in range(len(rows)) if units[row] == unit]
                    for key, values in columns.items()}) for unit in dict.fromkeys(units)]


def _columns(rows):
    """Columns of an indicator table by name, with what is left out filled in."""
    def texts(key):
        return [text.strip() for text in rows.texts(key)] if rows.has(key) else [''] * len(rows)

    def numbers(key):
        return rows.numbers(key).tolist() if rows.has(key) else [float('nan')] * len(rows)
    def in_language(key, key_zh):
        own = texts(key_zh) if Language().code == 'zh' else texts(key)
        return [word or other for word, other in zip(own, texts(key))]
    return {'indicator': texts('indicator'), 'name_zh': texts('name_zh'), 'label': in_language('indicator', 'name_zh'),
            'dimension': texts('dimension'), 'unit': texts('unit'), 'source': texts('provenance'),
            'formula': in_language('formula', 'formula_zh'),
            'direction': [SIGNS.get(text, 0) for text in texts('direction')],
            'kind': [kind.lower() or 'level' for kind in texts('kind')],
            'target': rows.numbers('target', missing=False).tolist(), 'value': numbers('value'),
            'weight': np.nan_to_num(rows.numbers('weight')).tolist() if rows.has('weight') else [1.0] * len(rows),
            'factor': [1.0 if np.isnan(value) else value for value in numbers('factor')],
            'baseline': numbers('baseline'), 'years': numbers('years')}


def measure_of(part, row):
    """The unit of what is compared with the target."""
    return {CHANGE: '%', ANNUAL: tr('% a year')}.get(part['kind'][row], part['unit'][row])


def _joined(job, rows, units):
    """Every target of every unit, with what was measured for it; the names of what has no target are said."""
    targets = _columns(job.table('TARGETS', DEFAULT_TARGETS, ('indicator', 'direction', 'target')))
    place = {}
    for row, names in enumerate(zip(targets['indicator'], targets['name_zh'])):
        place.update({name.lower(): row for name in names if name})
    measured = {key: rows.numbers(key) if rows.has(key) else np.full(len(rows), np.nan)
                for key in ('value', 'baseline', 'years')}
    measures = [text.strip() for text in rows.texts('unit')] if rows.has('unit') else [''] * len(rows)
    found = {unit: {key: list(values) for key, values in targets.items()} for unit in dict.fromkeys(units)}
    taken, aside = set(), set()
    for row, (unit, name) in enumerate(zip(units, rows.texts('indicator'))):
        target = place.get(name.strip().lower())
        if target is None:
            aside.add(name)
            continue
        if (unit, target) in taken:
            raise TableError('{indicator} has more than one row. Choose the field that tells the units apart, such as '
                             'zone.', indicator=name)
        taken.add((unit, target))
        # A value that is in the unit of its target already needs no factor.
        alike = measures[row] and measures[row] == targets['unit'][target]
        factor = 1.0 if alike else targets['factor'][target]
        for key, values in measured.items():
            found[unit][key][target] = float(values[row]) * (1.0 if key == 'years' else factor)
    if not taken:
        raise TableError('No indicator of the table has a target. The targets are of: {names}.',
                         names=', '.join(targets['indicator']))
    _set_aside(job, found)
    if aside:
        job.say(tr('{count} indicators have no target and are left aside: {names}.', count=len(aside),
                   names=', '.join(sorted(aside))))
    return list(found.items())


def _set_aside(job, found):
    """Takes out what lacks a baseline or years for its kind of target, and units of which nothing is known."""
    for unit, part in list(found.items()):
        for row, kind in enumerate(part['kind']):
            based = kind == LEVEL or abs(part['baseline'][row]) > 0 and (kind != ANNUAL or part['years'][row] > 0)
            if np.isfinite(part['value'][row]) and not based:
                job.warn(tr('{indicator} lacks the baseline or the years that its target of change needs, and counts '
                            'as missing.', indicator=part['indicator'][row]))
                part['value'][row] = float('nan')
        if not np.isfinite(part['value']).any():
            job.warn(tr('{unit} has no indicator with a target and a value and is left out.', unit=unit or tr('all')))
            del found[unit]
    if not found:
        raise EmptyInputError('No indicator has a value. Fill in the measured values.')
