"""The data standard as a page to read and print, from the same tables that build the store."""

from __future__ import annotations

from html import escape

import numpy as np

from ..core.prepare.standard import rules_from
from ..datastore.quality import FIELD_RULES, SHAPE_RULES, SUM, sums_of
from ..i18n import mark
from ..paths import TABLES
from .report import CSS, FONT
from .vector import read_csv

CRS_RULE = mark('One coordinate reference system for the whole store: projected, in metres, the same for all layers. '
                'What comes in another system is reprojected on import.')
SHAPE_RULE = mark('Geometries are there and valid; lines and polygons are kept as multiple parts.')
ROW_RULE = mark('Every row has a key of its own among the current rows. Text is UTF-8, dates are written as in ISO '
                '8601. The store adds to every row: row_id, access, extra (other fields as text), version_from and '
                'version_to (the imports it holds from and until), in a GeoPackage also edited_by.')
RASTER_RULE = mark('Rasters are told by their name; one grid for all rasters of a plan, nodata declared, values within '
                   'the limits. Codes of a class raster and rows of its table agree both ways.')
HEADER = (mark('Field'), mark('Type'), mark('Unit of measure'), mark('Required'), mark('Limits'), mark('Code list'),
          mark('Rule'), mark('Meaning'))
RASTER_HEADER = (mark('Layer'), mark('Kind'), mark('Unit of measure'), mark('Limits'), mark('Meaning'))


def standard_page(standard, language):
    """HTML without scripts or network."""
    title = language.tr('Data standard')
    parts = [f'<h1>{escape(title)}</h1>']
    parts += [f'<p>{escape(language.tr(text))}</p>' for text in (CRS_RULE, SHAPE_RULE, ROW_RULE)]
    for layer in standard.layers.values():
        rows = ''.join(_row(one, language) for one in layer.fields)
        header = ''.join(f'<th>{escape(language.tr(text))}</th>' for text in HEADER)
        parts.append(
            f'<h2>{escape(_label(layer, language))} <small>{escape(layer.name)}</small></h2><p>'
            + escape(language.tr('Geometry {geometry}, key {key}, open to {access}.', geometry=layer.geometry,
                                 key=' + '.join(layer.key), access=standard.codes['access'][layer.access][
                                     1 if language.code == 'zh' else 0]))
            + escape(_rules(layer, language))
            + f'</p><table><thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table>')
    parts.append(f'<h2>{escape(language.tr("Code lists"))}</h2>')
    for name, codes in standard.codes.items():
        listed = ', '.join(f'{code}: {labels[1 if language.code == "zh" else 0]}' for code, labels in codes.items())
        parts.append(f'<p><b>{escape(name)}</b>: {escape(listed)}</p>')
    parts.append(_rasters(language))
    return ('<!DOCTYPE html>\n<html><head><meta charset="utf-8">'
            f'<title>{escape(title)}</title><style>{CSS.replace("FONT", FONT)}</style></head>\n<body>\n'
            + '\n'.join(parts) + '\n</body></html>\n')


def _rules(layer, language):
    """The rules of the geometries and sums of a layer as sentences."""
    said = [language.tr(SHAPE_RULES[rule]) for rule in layer.rules if rule in SHAPE_RULES]
    said += [language.tr(SUM, field=name, group=group) for name, group in sums_of(layer)]
    return ' ' + language.tr('Rules: {rules}.', rules='; '.join(said)) if said else ''


def _row(one, language):
    rule = language.tr(FIELD_RULES[one.rule]) if one.rule else ''
    return _cells(one.name, one.kind, one.unit, language.tr('yes') if one.required else '',
                  _limits(one.minimum, one.maximum), one.codes, rule, _label(one, language))


def _limits(low, high):
    return '' if np.isnan(low) and np.isnan(high) else ' … '.join(
        '' if np.isnan(end) else f'{end:g}' for end in (low, high))


def _cells(*texts):
    return '<tr>' + ''.join(f'<td>{escape(text)}</td>' for text in texts) + '</tr>'


def _rasters(language):
    """The rasters that checkinputs knows, from its own table."""
    columns = read_csv(TABLES / 'data_standard.csv').columns
    meanings = columns['meaning_zh' if language.code == 'zh' else 'meaning']
    rows = ''.join(_cells(rule.layer, rule.kind, rule.unit, _limits(rule.minimum, rule.maximum), meaning)
                   for rule, meaning in zip(rules_from(columns), meanings))
    header = ''.join(f'<th>{escape(language.tr(text))}</th>' for text in RASTER_HEADER)
    return (f'<h2>{escape(language.tr("Rasters"))}</h2><p>{escape(language.tr(RASTER_RULE))}</p>'
            f'<table><thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table>')


def _label(item, language):
    return item.label_zh if language.code == 'zh' else item.label
