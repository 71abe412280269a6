"""The page of an evaluation: scores, grades, fulfilment of targets and obstacles."""

from __future__ import annotations

from html import escape

import numpy as np

from ..core.monitoring.evaluation import ANNUAL, CHANGE, dimension_scores
from ..i18n import mark, tr
from .charts import bar_chart, number
from .evaluation_table import measure_of
from .pages import heading, html_page, html_table, paragraph

GRADE_WORDS = {'excellent': mark('excellent'), 'good': mark('good'), 'fair': mark('fair'), 'poor': mark('poor')}
DIMENSIONS = {'ecological': mark('Ecological'), 'economic': mark('Economic'), 'social': mark('Social')}
COLOURS = {'excellent': '#1b7f5a', 'good': '#6b9ac4', 'fair': '#e39a2d', 'poor': '#c8443c'}
OBSTACLE = '#8c5a8c'
METHOD = mark('Fulfilment = value / target (target / value where less is better), at most 120 %. Score = 100 x sum of '
              'weight x fulfilment; weights of indicators without a value are shared among the others. Grade: '
              'excellent from 90, good from 75, fair from 60, else poor. Obstacle = weight x (1 - fulfilment) / sum of '
              'the same.')


def evaluation_page(found):
    """HTML without scripts or network; everything that comes from data is escaped.

    Parameters
    ----------
    found : list of (unit, columns of its indicators, Evaluation)
    """
    parts = []
    if len(found) > 1:
        rows = sorted(((unit or tr('All indicators'), result.score, COLOURS[result.grade])
                       for unit, _, result in found), key=lambda row: -row[1])
        parts += [heading(tr('Scores')), bar_chart(tr('Scores'), rows)]
    parts += [_unit(unit, part, result) for unit, part, result in found]
    parts += [heading(tr('Method and sources')), paragraph(tr(METHOD)), _sources(found[0][1])]
    return html_page(tr('Evaluation of restoration'), parts)


def _unit(unit, part, result):
    known = np.isfinite(result.fulfilment)
    cards = ''.join(f'<div class="card"><b>{escape(value)}</b><span>{escape(label)}</span></div>' for value, label in (
        (number(result.score), tr('score')), (tr(GRADE_WORDS[result.grade]), tr('grade')),
        (f'{100 * result.coverage:.0f} %', tr('of the weights known'))))
    doubt = tr('Less than 70 % of the weights have a value: the score is uncertain.') if result.sparse else ''
    scores = [(_dimension(name), score, COLOURS['good'])
              for name, score in dimension_scores(result, part['dimension']).items() if name and np.isfinite(score)]
    bars = [(label, 100 * float(value), COLOURS['excellent'] if value >= 1 else COLOURS['fair'])
            for label, value in zip(part['label'], result.fulfilment) if np.isfinite(value)]
    lacking = sorted(((label, 100 * float(value), OBSTACLE) for label, value in zip(part['label'], result.obstacle)
                      if value > 0), key=lambda row: -row[1])
    missing = [label for label, there in zip(part['label'], known) if not there]
    table = html_table(
        (tr('Indicator'), tr('Dimension'), tr('Found'), tr('Target'), tr('Fulfilment'), tr('Weight'), tr('Obstacle')),
        [(part['label'][row], _dimension(part['dimension'][row]), _amount(result.actual[row], part, row),
          _target(part, row), *(_percent(values[row] if known[row] else np.nan)
                                for values in (result.fulfilment, result.weights, result.obstacle)))
         for row in range(len(known))])
    return '\n'.join((
        heading(unit or tr('All indicators')), f'<div class="cards">{cards}</div>',
        f'<p class="banner mild">{escape(doubt)}</p>' if doubt else '',
        _chart(tr('Scores of the dimensions'), scores) if len(scores) > 1 else '',
        _chart(tr('Fulfilment of the targets (%)'), bars, '%'),
        _chart(tr('What holds it back: obstacle degree (%)'), lacking, '%') if lacking else '',
        paragraph(tr('Without a value: {names}.', names=', '.join(missing))) if missing else '', table))


def _chart(title, rows, unit=''):
    return f'<h3>{escape(title)}</h3>{bar_chart(title, rows, unit)}'


def _dimension(name):
    return tr(DIMENSIONS[name]) if name in DIMENSIONS else name


def _amount(value, part, row):
    if not np.isfinite(value):
        return '–'
    sign = '−' if value < 0 else '+' if part['kind'][row] in (CHANGE, ANNUAL) and value > 0 else ''
    return f'{sign}{number(abs(float(value)))} {measure_of(part, row)}'.strip()


def _target(part, row):
    """Such as '≥ 85 %' or '−15 %'."""
    less, changes = part['direction'][row] < 0, part['kind'][row] in (CHANGE, ANNUAL)
    sign = ('−' if less else '+') if changes else ('≤ ' if less else '≥ ')
    return f'{sign}{number(float(part["target"][row]))} {measure_of(part, row)}'.strip()


def _percent(share):
    return f'{100 * share:.0f} %' if np.isfinite(share) else '–'


def _sources(part):
    """Formula and source of every target that says them."""
    rows = [(label, formula, source) for label, formula, source in zip(part['label'], part['formula'], part['source'])
            if formula or source]
    return html_table((tr('Indicator'), tr('Formula'), tr('Source of the target')), rows) if rows else ''
