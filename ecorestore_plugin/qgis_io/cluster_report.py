"""Report of spatial clusters: the Moran scatter plot and its statistics."""

from __future__ import annotations

import numpy as np

from ..core.matching.moran import LABELS
from ..i18n import Language, mark, tr
from .charts import quadrant_chart
from .pages import heading, html_page, html_table, paragraph

COLOURS = {'HH': '#b2182b', 'LL': '#2166ac', 'HL': '#f4a582', 'LH': '#92c5de', 'ns': '#c9c9c9', 'island': '#8c8c8c'}
WORDS = {
    'moran_i': mark("Moran's I"), 'expected_i': mark('Expected without clusters'),
    'z_normal': mark('z-score under normality'), 'p_normal': mark('p-value under normality, two-sided'),
    'z_permuted': mark('z-score of the permutations'), 'p_value': mark('Pseudo p-value, one-sided'),
    'units': mark('Units with a value'), 'units_without_value': mark('Units without a value'),
    'islands': mark('Units without neighbours'), 'mean_neighbours': mark('Mean number of neighbours'),
    'most_neighbours': mark('Largest number of neighbours'), 'distance_m': mark('Distance of neighbours (m)'),
    'units_HH': mark('High among high (HH)'), 'units_LL': mark('Low among low (LL)'),
    'units_HL': mark('High among low (HL)'), 'units_LH': mark('Low among high (LH)'),
    'units_ns': mark('Not significant'),
}


def cluster_page(first, second, names, overall, local, clusters, rows):
    """HTML of a cluster analysis.

    Parameters
    ----------
    first, second : the fields; ``second`` is '' with one variable
    names : of the units with a value
    overall, local : GlobalMoran, LocalMoran; clusters : class per unit
    rows : (key of WORDS, number)
    """
    title = tr('Spatial clusters')
    there = np.isfinite(local.index)
    points = [(float(z), float(lag), str(kind), name) for z, lag, kind, name, fine in
              zip(local.z, local.lag, clusters, names, there) if fine]
    axes = (tr('{field} (z-score)', field=first), tr('{field} around (z-score)', field=second or first))
    corners = ('HH', 'LH', 'LL', 'HL')
    chart = tr("Moran scatter plot; the slope is Moran's I")
    place = 1 if Language().code == 'zh' else 0
    key = [(LABELS[name][place], int((clusters == name).sum())) for name in COLOURS if (clusters == name).any()]
    return html_page(title, [
        paragraph(tr('{field} of {count} units.', field=first if not second else f'{first} / {second}',
                     count=len(names))),
        heading(chart), quadrant_chart(chart, points, axes, corners, COLOURS),
        html_table((tr('Cluster'), tr('Units')), key),
        heading(tr('Global statistics')), html_table((tr('Statistic'), tr('Value')), [
            (tr(WORDS[name]), value if np.isfinite(value) else None) for name, value in rows])])
