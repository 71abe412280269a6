"""Report of trade-offs between services: heat maps and the list of pairs."""

from __future__ import annotations

import numpy as np

from ..i18n import mark, tr
from .charts import number
from .pages import heading, heat_table, html_page, html_table, paragraph

RELATIONS = {'synergy': mark('synergy'), 'tradeoff': mark('trade-off'), 'none': mark('no relation')}


def tradeoff_page(names, found, significance):
    """HTML without scripts or network.

    Parameters
    ----------
    names : of the services; found : TradeOffs; significance : largest p-value of a relation
    """
    title = tr('Trade-offs and synergies of ecosystem services')
    rows = [(f'{names[i]} – {names[j]}', *(_known(matrix[i, j]) for matrix in (
        found.pearson, found.pearson_p, found.spearman, found.spearman_p, found.strength, found.benefit)),
        tr(RELATIONS[found.relation(i, j, significance)])) for i in range(len(names))
        for j in range(i + 1, len(names))]
    scale = float(np.nanmax(found.strength)) or 1.0
    return html_page(title, [
        paragraph(tr('{count} places know all {services} services.', count=f'{found.count:,}', services=len(names))),
        heading(tr('Rank correlation (Spearman)')), heat_table(names, found.spearman),
        heading(tr('Linear correlation (Pearson)')), heat_table(names, found.pearson),
        heading(tr('Trade-off strength')),
        paragraph(tr('Mean distance to the line on which both services are equal; cells are shaded up to the largest, '
                     '{largest}.', largest=number(scale))), heat_table(names, found.strength, scale=scale),
        heading(tr('Pairs')),
        html_table((tr('Services'), 'Pearson r', 'p', 'Spearman ρ', 'p', tr('Trade-off strength'),
                    tr('Benefit of the first'), tr('Relation')), rows),
        paragraph(tr('A relation is named where the p-value of Spearman is below {significance}. Neighbouring cells '
                     'resemble each other, so that p-values of cells are too small.',
                     significance=number(significance)))])


def _known(value):
    return float(value) if np.isfinite(value) else None
