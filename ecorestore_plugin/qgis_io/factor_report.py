"""Report of a resistance surface: what weighed how much, how values were scored, and what came out."""

from __future__ import annotations

from html import escape

import numpy as np

from ..i18n import tr
from .charts import bar_chart, number
from .report import CSS, FONT

BINS = 20
GREEN, AMBER = '#1b7f5a', '#e39a2d'


def resistance_report(names, weights, rules, resistance, remarks=()):
    """HTML without scripts or network.

    Parameters
    ----------
    names, weights, rules : factor names, weights that sum to 1, and FactorScores in the same order
    resistance : (rows, cols) float array, NaN outside
    remarks : translated sentences, such as which barriers were burned in
    """
    known = resistance[~np.isnan(resistance)]
    title = tr('Resistance surface')
    shares = [(name, 100 * float(weight), GREEN) for name, weight in zip(names, weights)]
    parts = [f'<h1>{escape(title)}</h1>', ''.join(f'<p>{escape(text)}</p>' for text in remarks),
             f'<h2>{escape(tr("Weights"))}</h2>', bar_chart(tr('Weights'), shares, '%'),
             _table((tr('Factor'), tr('Weight')), [(name, f'{weight:.4f}') for name, weight in zip(names, weights)]),
             f'<h2>{escape(tr("Distribution of resistance"))}</h2>',
             bar_chart(tr('Distribution of resistance'), histogram(known), '%'),
             _table((tr('Cells'), tr('Smallest'), tr('Median'), tr('Mean'), tr('Largest')),
                    [(number(known.size), *(number(value, 4) for value in (
                        known.min(), np.median(known), known.mean(), known.max())))]),
             f'<h2>{escape(tr("Scores of the factors"))}</h2>']
    parts += [f'<h3>{escape(rule.name)}</h3>{_table((tr("Values"), tr("Score")), score_rows(rule))}' for rule in rules]
    return ('<!DOCTYPE html>\n<html><head><meta charset="utf-8">'
            f'<title>{escape(title)}</title><style>{CSS.replace("FONT", FONT)}</style></head>\n'
            f'<body>\n{chr(10).join(part for part in parts if part)}\n</body></html>\n')


def histogram(values, bins=BINS):
    """(label, per cent of the cells, colour) per class of equal width; one class where all values are equal."""
    counts, edges = np.histogram(values, bins=bins if values.min() < values.max() else 1)
    return [(f'{number(low, 4)} – {number(high, 4)}', 100.0 * count / values.size, AMBER)
            for count, low, high in zip(counts.tolist(), edges[:-1], edges[1:])]


def score_rows(rule):
    """(values, score) of a factor as texts."""
    if rule.kind == 'class':
        return [(f'{code:g}', f'{score:g}') for code, score in zip(rule.lower, rule.scores)]
    rows = []
    for low, high, score in zip(rule.lower, rule.upper, rule.scores):
        low, high = ('' if np.isinf(limit) else f'{limit:g}' for limit in (low, high))
        words = f'{low} – {high}' if low and high else (f'≥ {low}' if low else f'< {high}' if high else '–')
        rows.append((words, f'{score:g}'))
    return rows


def _table(header, rows):
    head = ''.join(f'<th>{escape(text)}</th>' for text in header)
    body = ''.join('<tr>' + ''.join(f'<td>{escape(str(value))}</td>' for value in row) + '</tr>' for row in rows)
    return f'<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
