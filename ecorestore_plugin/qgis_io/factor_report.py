"""Report of a resistance surface: what weighed how much, how values were scored, and what came out."""

from __future__ import annotations

from html import escape

import numpy as np

from ..i18n import mark, tr
from .charts import bar_chart, number
from .pages import heat_table
from .report import CSS, FONT

BINS = 20
GREEN, AMBER = '#1b7f5a', '#e39a2d'
ALIKE = 0.8
CURVE_NAMES = {'linear': mark('linear'), 'exponential': mark('exponential'), 'power': mark('power')}
METHOD_NAMES = {
    'manual': mark('given weights'), 'ahp': mark('pairwise comparison (AHP)'), 'entropy': mark('entropy'),
    'critic': mark('CRITIC'), 'pca': mark('principal components'), 'combined': mark('game-theory combination'),
}


def resistance_report(names, found, rules, resistance, remarks=(), correlations=None):
    """HTML without scripts or network.

    Parameters
    ----------
    names, rules : factor names and FactorScores in the same order
    found : FactorWeights
    resistance : (rows, cols) float array, NaN outside
    remarks : translated sentences, such as which barriers were burned in
    correlations : Correlations of the scores, or None
    """
    known = resistance[~np.isnan(resistance)]
    title = tr('Resistance surface')
    shares = [(name, 100 * float(weight), GREEN) for name, weight in zip(names, found.weights)]
    parts = [f'<h1>{escape(title)}</h1>', ''.join(f'<p>{escape(text)}</p>' for text in remarks),
             f'<h2>{escape(tr("Weights"))}</h2>', bar_chart(tr('Weights'), shares, '%'), _weights(names, found),
             f'<h2>{escape(tr("Distribution of resistance"))}</h2>',
             bar_chart(tr('Distribution of resistance'), histogram(known), '%'),
             _table((tr('Cells'), tr('Smallest'), tr('Median'), tr('Mean'), tr('Largest')),
                    [(number(known.size), *(number(value, 4) for value in (
                        known.min(), np.median(known), known.mean(), known.max())))]),
             _correlations(names, correlations) if correlations is not None else '',
             f'<h2>{escape(tr("Scores of the factors"))}</h2>']
    parts += [f'<h3>{escape(rule.name)}</h3>{_table((tr("Values"), tr("Score")), score_rows(rule))}' for rule in rules]
    return ('<!DOCTYPE html>\n<html><head><meta charset="utf-8">'
            f'<title>{escape(title)}</title><style>{CSS.replace("FONT", FONT)}</style></head>\n'
            f'<body>\n{chr(10).join(part for part in parts if part)}\n</body></html>\n')


def _weights(names, found):
    """The weights with the parts they were combined from, and what to know of them."""
    parts = found.parts or {}
    sentences = [tr('Method: {method}.', method=tr(METHOD_NAMES[found.method]))]
    if np.isfinite(found.consistency_ratio):
        sentences.append(tr('Consistency ratio of the judgements: {ratio} (acceptable below 0.1).',
                            ratio=f'{found.consistency_ratio:.4f}'))
    if parts:
        sentences.append(tr('Coefficients of the combination: {shares}.', shares=', '.join(
            f'{tr(METHOD_NAMES[key])} {share:.3f}' for key, share in zip(parts, found.shares))))
    if found.constant:
        sentences.append(tr('These factors have the same score everywhere and weigh 0: {names}.',
                            names=', '.join(found.constant)))
    rows = [(name, *(f'{column[row]:.4f}' for column in parts.values()), f'{found.weights[row]:.4f}')
            for row, name in enumerate(names)]
    header = (tr('Factor'), *(tr(METHOD_NAMES[key]) for key in parts), tr('Weight'))
    return f'<p>{escape(" ".join(sentences))}</p>{_table(header, rows)}'


def _correlations(names, correlations):
    """The correlation matrix, its cells shaded by size, and the pairs that repeat each other."""
    alike = ', '.join(f'{names[i]} – {names[j]} ({value:.2f})' for i, j, value in correlations.alike(ALIKE))
    note = (tr('These factors repeat each other and count double (correlation of 0.8 or more): {pairs}.', pairs=alike)
            if alike else tr('No two factors repeat each other (all correlations are below 0.8).'))
    return (f'<h2>{escape(tr("Correlation of the factor scores"))}</h2><p>{escape(note)}</p>'
            + heat_table(names, correlations.matrix, extra=[(tr('Variance inflation'), [
                '∞' if np.isinf(factor) else number(factor, 3) for factor in correlations.vif])]))


def histogram(values, bins=BINS):
    """(label, per cent of the cells, colour) per class of equal width; one class where all values are equal."""
    counts, edges = np.histogram(values, bins=bins if values.min() < values.max() else 1)
    return [(f'{number(low, 4)} – {number(high, 4)}', 100.0 * count / values.size, AMBER)
            for count, low, high in zip(counts.tolist(), edges[:-1], edges[1:])]


def score_rows(rule):
    """(values, score) of a factor as texts."""
    if rule.kind == 'value':
        return [(tr('any'), tr('the value itself'))]
    if rule.kind == 'class':
        return [(f'{code:g}', f'{score:g}') for code, score in zip(rule.lower, rule.scores)]
    rows = []
    for row, (low, high, score) in enumerate(zip(rule.lower, rule.upper, rule.scores)):
        low, high = ('' if np.isinf(limit) else f'{limit:g}' for limit in (low, high))
        words = f'{low} – {high}' if low and high else (f'≥ {low}' if low else f'< {high}' if high else '–')
        if rule.curves and rule.curves[row]:
            shape = '' if np.isnan(rule.shapes[row]) else f' {rule.shapes[row]:g}'
            rows.append((words, f'{score:g} → {rule.ends[row]:g} ({tr(CURVE_NAMES[rule.curves[row]])}{shape})'))
        else:
            rows.append((words, f'{score:g}'))
    return rows


def _table(header, rows):
    head = ''.join(f'<th>{escape(text)}</th>' for text in header)
    body = ''.join('<tr>' + ''.join(f'<td>{escape(str(value))}</td>' for value in row) + '</tr>' for row in rows)
    return f'<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
