"""HTML pages of single tools: no scripts, no network, everything that comes from data escaped."""

from __future__ import annotations

from html import escape

import numpy as np

from ..i18n import Language
from .charts import number
from .report import CSS, FONT


def html_page(title, parts):
    """A whole page.

    Parameters
    ----------
    title : translated; the heading
    parts : HTML texts; empty ones are left out
    """
    return (f'<!DOCTYPE html>\n<html lang="{"zh-CN" if Language().code == "zh" else "en"}"><head><meta charset="utf-8">'
            f'<title>{escape(title)}</title><style>{CSS.replace("FONT", FONT)}</style></head>\n'
            f'<body>\n<h1>{escape(title)}</h1>\n{chr(10).join(part for part in parts if part)}\n</body></html>\n')


def heading(text):
    return f'<h2>{escape(text)}</h2>'


def paragraph(text):
    return f'<p>{escape(text)}</p>' if text else ''


def html_table(header, rows):
    """Rows of texts and numbers; numbers are set flush right, None is a dash."""
    head = ''.join(f'<th>{escape(str(text))}</th>' for text in header)
    body = ''.join('<tr>' + ''.join(_cell(value) for value in row) + '</tr>' for row in rows)
    return f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _cell(value):
    if value is None or isinstance(value, (int, float, np.number)) and not isinstance(value, bool):
        return f'<td class="n">{number(None if value is None else float(value))}</td>'
    return f'<td>{escape(str(value))}</td>'


def heat_table(names, matrix, columns=None, extra=(), scale=1.0):
    """A matrix as a table whose cells are shaded by size; unknown values are grey.

    Parameters
    ----------
    names : of the rows; matrix : (rows, columns) numbers
    columns : names of the columns, those of the rows where not given
    extra : (name, texts) of further columns without shading
    scale : the size that has the full colour
    """
    head = ''.join(f'<th class="n">{escape(str(text))}</th>'
                   for text in (*(columns or names), *(name for name, _ in extra)))
    body = ''
    for row, (name, values) in enumerate(zip(names, np.asarray(matrix, dtype=float))):
        cells = ''.join(f'<td class="n" style="background:{shade(value / scale)}">{number(value, 2)}</td>'
                        for value in values)
        cells += ''.join(f'<td class="n">{escape(str(texts[row]))}</td>' for _, texts in extra)
        body += f'<tr><th>{escape(str(name))}</th>{cells}</tr>'
    return f'<div class="scroll"><table><thead><tr><th></th>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def shade(value):
    """White at 0, orange towards 1, blue towards -1: told apart also without red and green."""
    if value is None or not np.isfinite(value):
        return '#f0f0f0'
    end = (227, 154, 45) if value > 0 else (74, 136, 190)
    return '#' + ''.join(f'{round(255 + (part - 255) * min(abs(float(value)), 1)):02x}' for part in end)
