"""The data standard of the shared store: layers, fields, types, units, code lists, from one set of tables.

The same definition creates a store, checks what is imported, builds forms and is printed as documentation.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import numpy as np

from ..core.errors import TableError
from ..core.prepare.findings import Finding, Words
from ..paths import TABLES

VERSION = 2
TYPES = ('text', 'integer', 'number', 'date', 'datetime')
GEOMETRIES = ('point', 'line', 'polygon', 'any', 'none')
# Names of layers and fields stand in SQL.
NAME = re.compile('[a-z][a-z0-9_]{0,40}')
ACCESS = ('public', 'county', 'city', 'province')
# What a store adds to every row; a query brings it along, so that its rows come back without harm.
ROW_KEEPING = ('fid', 'access', 'extra', 'row_id', 'version_from', 'version_to', 'edited_by')


@dataclass(frozen=True)
class Field:
    """A field; ``codes`` is the name of a code list or '', ``rule`` one of quality.FIELD_RULES or ''."""

    name: str
    kind: str
    unit: str
    required: bool
    minimum: float
    maximum: float
    codes: str
    label: str
    label_zh: str
    rule: str = ''


@dataclass(frozen=True)
class Layer:
    """A layer; ``key`` are the fields that together name a row, ``time`` the field of its date or ''.

    ``rules`` are those of quality.SHAPE_RULES and 'sum FIELD by FIELD'.
    """

    name: str
    theme: str
    geometry: str
    key: tuple
    time: str
    label: str
    label_zh: str
    access: str
    fields: tuple
    rules: tuple = ()

    def field(self, name):
        return next((one for one in self.fields if one.name == name), None)


@dataclass(frozen=True)
class Standard:
    """Layers by name and code lists: name -> {code: (label, label_zh)}."""

    layers: dict
    codes: dict = field(default_factory=dict)

    def layer(self, name) -> Layer:
        """A layer by its name.

        Raises
        ------
        TableError : lists the layers there are
        """
        if name not in self.layers:
            raise TableError('The data standard has no layer {name}. Its layers are: {layers}.', name=name,
                             layers=', '.join(self.layers))
        return self.layers[name]

    @property
    def themes(self):
        return list(dict.fromkeys(layer.theme for layer in self.layers.values()))


def read_standard(folder=TABLES) -> Standard:
    """The standard of the shipped tables.

    Raises
    ------
    TableError : tables that contradict each other
    """
    codes = {}
    for row in _rows(Path(folder) / 'store_codes.csv'):
        codes.setdefault(row['list'], {})[row['code']] = (row['label'], row['label_zh'])
    fields = {}
    for row in _rows(Path(folder) / 'store_fields.csv'):
        plain = NAME.fullmatch(row['layer']) and NAME.fullmatch(row['field']) and row['field'] not in ROW_KEEPING
        if not plain or row['type'] not in TYPES or (row['codes'] and row['codes'] not in codes):
            raise TableError('The data standard gives the field {field} of {layer} a bad name, an unknown type or code '
                             'list.', field=row['field'], layer=row['layer'])
        fields.setdefault(row['layer'], []).append(Field(
            row['field'], row['type'], row['unit'], row['required'] == '1', _limit(row['minimum']),
            _limit(row['maximum']), row['codes'], row['label'], row['label_zh'], row['rule']))
    layers = {}
    for row in _rows(Path(folder) / 'store_layers.csv'):
        key = tuple(row['key'].split(';'))
        names = [one.name for one in fields.get(row['layer'], [])]
        if row['geometry'] not in GEOMETRIES or row['access'] not in ACCESS or not set(key) <= set(names):
            raise TableError('The data standard describes the layer {layer} wrongly: geometry, access or key.',
                             layer=row['layer'])
        layers[row['layer']] = Layer(row['layer'], row['theme'], row['geometry'], key, row['time'], row['label'],
                                     row['label_zh'], row['access'], tuple(fields[row['layer']]),
                                     tuple(part.strip() for part in row['rules'].split(';') if part.strip()))
    return Standard(layers, codes)


def _rows(path):
    with open(path, encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def _limit(text):
    return float(text) if text else float('nan')


def match_columns(layer: Layer, columns):
    """({field of the standard: column}, [columns that are none of it]); letter case is forgiven.

    What a store adds to its rows is in neither: it is given anew.
    """
    names = {}
    for name in columns:
        names.setdefault(name.lower(), name)
    found = {one.name: names[one.name.lower()] for one in layer.fields if one.name.lower() in names}
    taken = {*found.values(), *(names[key] for key in ROW_KEEPING if key in names)}
    return found, [name for name in columns if name not in taken]


def convert(value, kind):
    """A value as the type of its field; None where empty.

    Raises
    ------
    ValueError : it cannot be read as that type
    """
    if value is None or (isinstance(value, float) and np.isnan(value)) or str(value).strip() == '':
        return None
    if kind == 'text':
        return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    if kind == 'number':
        return float(value)
    if kind == 'integer':
        number = float(value)
        return int(number) if number.is_integer() else int(str(value))
    return _moment(value, kind)


def _moment(value, kind):
    """A date or a time as ISO 8601 text."""
    if hasattr(value, 'toString'):
        value = value.toString(1)
    text = str(value).strip().replace('/', '-').replace(' ', 'T')
    if len(text) == 4 and text.isdigit():
        text += '-01-01'
    elif len(text) == 7:
        text += '-01'
    found = datetime.fromisoformat(text.replace('Z', '+00:00'))
    return found.date().isoformat() if kind == 'date' else found.isoformat()


def check_rows(layer: Layer, standard: Standard, columns, ids):
    """Rows against the standard.

    Parameters
    ----------
    columns : {field of the standard: values}
    ids : what to call each row

    Returns
    -------
    ({field: converted values}, list of Finding); a value that cannot be read becomes None and a finding
    """
    findings, clean = [], {}
    for one in layer.fields:
        if one.name not in columns:
            if one.required:
                findings.append(Finding(layer.name, 'fields', 'error', Words(
                    'The field {field} is missing.', field=one.name), Words('Add it, or rename yours.')))
            continue
        clean[one.name], found = _check_field(layer, one, standard, columns[one.name], ids)
        findings += found
    if layer.key and set(layer.key) <= set(clean):
        findings += _check_key(layer, clean, ids)
    return clean, findings


def _check_field(layer, one, standard, values, ids):
    clean, bad = [], []
    for row, value in enumerate(values):
        try:
            clean.append(convert(value, one.kind))
        except (TypeError, ValueError):
            clean.append(None)
            bad.append(row)
    findings = []

    def found_in(check, rows, message, fix):
        if rows:
            findings.append(Finding(layer.name, check, 'error', message, fix, str(ids[rows[0]]), len(rows)))

    found_in('fields', bad, Words('Values of {field} are no {kind}; the first is "{value}".', field=one.name,
                                  kind=one.kind, value=str(values[bad[0]]) if bad else ''), Words('Correct them.'))
    if one.required:
        found_in('fields', [row for row, value in enumerate(clean) if value is None and row not in set(bad)],
            Words('Field {field} is empty.', field=one.name), Words('Fill it in.'))
    numbers = [(row, value) for row, value in enumerate(clean) if isinstance(value, (int, float))]
    outside = [row for row, value in numbers if value < one.minimum or value > one.maximum]
    found_in('range', outside, Words('Values of {field} lie outside {minimum} to {maximum}; the first is {value}.',
                                     field=one.name, minimum=_shown(one.minimum, '-∞'),
                                     maximum=_shown(one.maximum, '∞'), value=clean[outside[0]] if outside else ''),
             Words('Correct them.'))
    if one.codes:
        known = standard.codes[one.codes]
        wrong = [row for row, value in enumerate(clean) if value is not None and value not in known]
        found_in('codes', wrong, Words('Values of {field} are not in the code list {codes}; the first is "{value}".',
                                       field=one.name, codes=', '.join(known), value=clean[wrong[0]] if wrong else ''),
                 Words('Use a code of the list.'))
    return clean, findings


def _shown(limit, without):
    return without if np.isnan(limit) else f'{limit:g}'


def _check_key(layer, clean, ids):
    seen, double = {}, []
    for row, key in enumerate(zip(*(clean[name] for name in layer.key))):
        if None in key:
            continue
        if key in seen:
            double.append(row)
        seen.setdefault(key, row)
    if not double:
        return []
    return [Finding(layer.name, 'unit_code' if layer.key == ('unit_code',) else 'fields', 'error', Words(
        'Rows with a {key} that occurs before; the first is {value}.', key=' + '.join(layer.key),
        value=' + '.join(str(clean[name][double[0]]) for name in layer.key)),
        Words('Every row needs a key of its own.'), str(ids[double[0]]), len(double))]
