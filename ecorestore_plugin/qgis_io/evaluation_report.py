"""The page of an evaluation: scores, grades, fulfilment of targets and obstacles."""

from __future__ import annotations

from html import escape

import numpy as np

from ..i18n import mark, tr
from .charts import bar_chart, number
from .report import CSS, FONT

GRADE_WORDS = {'excellent': mark('excellent'), 'good': mark('good'), 'fair': mark('fair'), 'poor': mark('poor')}
COLOURS = {'excellent': '#1b7f5a', 'good': '#6b9ac4', 'fair': '#e39a2d', 'poor': '#c8443c'}


def evaluation_page(found):
    """HTML without scripts or network; everything that comes from data is escaped.

    Parameters
    ----------
    found : list of (unit, columns of its indicators, Evaluation)
    """
    title = tr('Evaluation of restoration')
    parts = [f'<h1>{escape(title)}</h1>']
    if len(found) > 1:
        rows = sorted(((unit, result.score, COLOURS[result.grade]) for unit, _, result in found),
                      key=lambda row: -row[1])
        parts.append(f'<h2>{escape(tr("Scores"))}</h2>' + bar_chart(tr('Scores'), rows))
    parts += [_unit(unit, part, result) for unit, part, result in found]
    return ('<!DOCTYPE html>\n<html><head><meta charset="utf-8">'
            f'<title>{escape(title)}</title><style>{CSS.replace("FONT", FONT)}</style></head>\n<body>\n'
            + '\n'.join(parts) + '\n</body></html>\n')


def _unit(unit, part, result):
    name = escape(unit or tr('All indicators'))
    cards = ''.join(f'<div class="card"><b>{escape(value)}</b><span>{escape(label)}</span></div>' for value, label in (
        (number(result.score), tr('score')), (tr(GRADE_WORDS[result.grade]), tr('grade')),
        (f'{100 * result.coverage:.0f} %', tr('of the weights known'))))
    doubt = f'<p>{escape(tr("Less than 70 % of the weights have a value: the score is uncertain."))}</p>' \
        if result.sparse else ''
    bars = [(label, 100 * float(value), COLOURS['excellent'] if value >= 1 else COLOURS['fair'])
            for label, value in zip(part['indicator'], result.fulfilment) if np.isfinite(value)]
    chart = bar_chart(tr('Fulfilment of the targets (%)'), bars, '%')
    header = ''.join(f'<th>{escape(text)}</th>' for text in (
        tr('Indicator'), tr('Value'), tr('Target'), tr('Fulfilment'), tr('Weight'), tr('Obstacle')))
    rows = ''.join('<tr>' + ''.join(f'<td>{escape(text)}</td>' for text in (
        part['indicator'][row], number(float(result.actual[row])), number(float(part['target'][row])),
        _percent(result.fulfilment[row]), _percent(result.weights[row]), _percent(result.obstacle[row]))) + '</tr>'
        for row in range(len(part['indicator'])))
    return (f'<h2>{name}</h2>\n<div class="cards">{cards}</div>\n{doubt}{chart}\n'
            f'<table><thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table>')


def _percent(share):
    return f'{100 * share:.0f} %' if np.isfinite(share) else '–'
