"""The data standard as a page to read and print, from the same tables that build the store."""

from __future__ import annotations

from html import escape

import numpy as np

from ..i18n import mark
from .report import CSS, FONT

HEADER = (mark('Field'), mark('Type'), mark('Unit'), mark('Required'), mark('Limits'), mark('Code list'),
          mark('Meaning'))


def standard_page(standard, language):
    """HTML without scripts or network."""
    title = language.tr('Data standard')
    parts = [f'<h1>{escape(title)}</h1>']
    for layer in standard.layers.values():
        rows = ''.join(_row(one, language) for one in layer.fields)
        header = ''.join(f'<th>{escape(language.tr(text))}</th>' for text in HEADER)
        parts.append(
            f'<h2>{escape(_label(layer, language))} <small>{escape(layer.name)}</small></h2><p>'
            + escape(language.tr('Geometry {geometry}, key {key}, open to {access}.', geometry=layer.geometry,
                                 key=' + '.join(layer.key), access=standard.codes['access'][layer.access][
                                     1 if language.code == 'zh' else 0]))
            + f'</p><table><thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table>')
    parts.append(f'<h2>{escape(language.tr("Code lists"))}</h2>')
    for name, codes in standard.codes.items():
        listed = ', '.join(f'{code}: {labels[1 if language.code == "zh" else 0]}' for code, labels in codes.items())
        parts.append(f'<p><b>{escape(name)}</b>: {escape(listed)}</p>')
    return ('<!DOCTYPE html>\n<html><head><meta charset="utf-8">'
            f'<title>{escape(title)}</title><style>{CSS.replace("FONT", FONT)}</style></head>\n<body>\n'
            + '\n'.join(parts) + '\n</body></html>\n')


def _row(one, language):
    limits = '' if np.isnan(one.minimum) and np.isnan(one.maximum) else ' … '.join(
        '' if np.isnan(end) else f'{end:g}' for end in (one.minimum, one.maximum))
    cells = (one.name, one.kind, one.unit, language.tr('yes') if one.required else '', limits, one.codes,
             _label(one, language))
    return '<tr>' + ''.join(f'<td>{escape(text)}</td>' for text in cells) + '</tr>'


def _label(item, language):
    return item.label_zh if language.code == 'zh' else item.label
