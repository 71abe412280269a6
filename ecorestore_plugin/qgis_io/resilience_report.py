"""Report of the resilience index: perspectives, weights, contributions, and how the indicators repeat each other."""

from __future__ import annotations

import numpy as np

from ..core.resilience.weighting import PARTS
from ..i18n import Language, mark, tr
from ..paths import TABLES
from .charts import bar_chart, number, radar_chart
from .pages import heading, heat_table, html_page, html_table, paragraph
from .report import PERSPECTIVES
from .vector import read_csv

GREEN = '#1b7f5a'
ALIKE, INFLATED = 0.8, 10.0
METHOD_WORDS = {'combined': mark('AHP and entropy, combined by game theory'), 'ahp': mark('pairwise comparison (AHP)'),
                'entropy': mark('entropy'), 'critic': mark('CRITIC'), 'equal': mark('equal weights'),
                'table': mark('weights of the table'),
                'combined_all': mark('AHP, entropy and CRITIC, combined by game theory')}
STATES = {'constant': mark('constant, no weight'), 'missing': mark('empty, no weight'),
          'tail': mark('normalised over its full range, because the percentiles are equal'), 'varies': ''}


def resilience_page(indicators, found, method):
    """HTML of an assessment.

    Parameters
    ----------
    indicators : Indicator list; found : Assessment; method : word of METHODS
    """
    words = indicator_names(Language().code)
    names = [words.get(row.name, row.name) for row in indicators]
    title = tr('Ecosystem resilience')
    parts = [paragraph(tr('Mean resilience {mean} over {cells} cells; {incomplete} cells lack an indicator.',
                          mean=number(found.mean), cells=f'{found.cells:,}',
                          incomplete=f'{found.incomplete:,}')),
             _perspectives(found), heading(tr('Weights')), paragraph(_weighting(found, method)),
             bar_chart(tr('Contribution to the mean index'),
                       [(name, 100 * float(share), GREEN) for name, share in zip(names, found.contributions)], '%'),
             _weights(indicators, names, found), *_correlations(names, found.correlations)]
    return html_page(title, parts)


def _perspectives(found):
    axes = [tr(PERSPECTIVES.get(name, name)) for name in found.perspective_names]
    means = found.perspective_means.tolist()
    title = tr('Mean resilience per perspective')
    if len(axes) < 3:
        return heading(title) + bar_chart(title, [(axis, max(mean, 0.0), GREEN) for axis, mean in zip(axes, means)
                                                  if np.isfinite(mean)])
    return heading(title) + radar_chart(title, axes, [(tr('Study area'), means, GREEN)])


def _weighting(found, method):
    sentences = [tr('Method: {method}.', method=tr(METHOD_WORDS[method]))]
    if np.isfinite(found.weights.consistency_ratio):
        sentences.append(tr('Consistency ratio of the judgements: {ratio} (acceptable below 0.1).',
                            ratio=f'{found.weights.consistency_ratio:.4f}'))
    return ' '.join(sentences)


def _weights(indicators, names, found):
    """The weights, their parts where there are several, and what to know of each indicator."""
    parts = {word: column for word, column in (('AHP', found.weights.ahp), (tr('Entropy'), found.weights.entropy),
                                               ('CRITIC', found.weights.critic)) if column is not None}
    header = (tr('Indicator'), tr('Perspective'), tr('Direction'), *parts, tr('Weight'), tr('Mean'),
              tr('Contribution (%)'), tr('Note'))
    rows = [(name, tr(PERSPECTIVES.get(row.perspective, row.perspective)), '+' if row.direction > 0 else '−',
             *(float(column[i]) for column in parts.values()), float(found.weights.weights[i]),
             float(found.means[i]) if np.isfinite(found.means[i]) else None, 100 * float(found.contributions[i]),
             tr(STATES[found.scales[i].state])) for i, (row, name) in enumerate(zip(indicators, names))]
    return html_table(header, rows)


def _correlations(names, correlations):
    alike = ', '.join(f'{names[i]} – {names[j]} ({value:.2f})' for i, j, value in correlations.alike(ALIKE))
    inflated = ', '.join(name for name, factor in zip(names, correlations.vif) if factor > INFLATED)
    yield heading(tr('Correlation and collinearity of the indicators'))
    yield paragraph(tr('These indicators repeat each other (correlation): {pairs}', pairs=alike) if alike
                    else tr('No two indicators repeat each other (all correlations are below 0.8).'))
    yield paragraph(tr('These indicators follow from the others (variance inflation factor): {names}', names=inflated)
                    if inflated else tr('No indicator follows from the others (variance inflation factors up to 10).'))
    yield heat_table(names, correlations.matrix, [str(i + 1) for i in range(len(names))], [
        (tr('Variance inflation'), ['∞' if np.isinf(factor) else number(factor, 3) for factor in correlations.vif])])


def indicator_names(code):
    """dict key -> name of the shipped indicators in a language."""
    columns = read_csv(TABLES / 'resilience_indicators.csv').columns
    return dict(zip(columns['indicator'], columns['name_zh' if code == 'zh' else 'name']))


def weight_columns(indicators, found):
    """Columns of the table of weights, a row per indicator."""
    weights, nothing = found.weights, np.full(len(indicators), np.nan)
    parts = {name: nothing if column is None else column for name, column in (
        ('weight_ahp', weights.ahp), ('weight_entropy', weights.entropy), ('weight_critic', weights.critic))}
    return {'indicator': [row.name for row in indicators], 'perspective': [row.perspective for row in indicators],
            'direction': ['+' if row.direction > 0 else '-' for row in indicators], 'weight': weights.weights, **parts,
            'mean': found.means, 'contribution': found.contributions, 'low': [scale.low for scale in found.scales],
            'high': [scale.high for scale in found.scales], 'vif': found.correlations.vif,
            'note': ['collinear' if np.isinf(factor) else scale.state
                     for scale, factor in zip(found.scales, found.correlations.vif)]}


def tell_assessment(job, indicators, found, method):
    """Says the weights, and warns of indicators that are constant, empty or repeat others."""
    names, weights = [row.name for row in indicators], found.weights
    for name, scale in zip(names, found.scales):
        if STATES[scale.state]:
            job.warn(f'{name}: {tr(STATES[scale.state])}')
    job.say(tr('Weights: {weights}', weights=', '.join(
        f'{name} {weight:.3f}' for name, weight in zip(names, weights.weights))))
    if np.isfinite(weights.consistency_ratio):
        job.say(tr('Consistency ratio of the judgements: {ratio}', ratio=f'{weights.consistency_ratio:.4f}'))
    if np.isfinite(weights.shares[0]):
        job.say(tr('Coefficients of the combination: {shares}.', shares=', '.join(
            f'{part} {share:.3f}' for part, share in zip(PARTS[method], weights.shares))))
    if found.incomplete:
        job.say(tr('{count} cells have an index although some of their indicators are unknown.',
                   count=found.incomplete))
    matrix = found.correlations.matrix
    pairs = [f'{names[i]} / {names[j]} {matrix[i, j]:.2f}' for i in range(len(names)) for j in range(i)
             if abs(matrix[i, j]) > ALIKE]
    if pairs:
        job.warn(tr('These indicators repeat each other (correlation): {pairs}', pairs=', '.join(pairs)))
    inflated = [f'{name} {factor:.0f}' for name, factor in zip(names, found.correlations.vif) if factor > INFLATED]
    if inflated:
        job.warn(tr('These indicators follow from the others (variance inflation factor): {names}',
                    names=', '.join(inflated)))
