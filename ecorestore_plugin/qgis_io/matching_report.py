"""Reports of supply and demand: balance of the services by unit, classes, and the quadrants of the matching types."""

from __future__ import annotations

import numpy as np

from ..core.matching.quadrants import LABELS, TYPES
from ..core.matching.ratio import dominating
from ..i18n import Language, tr
from .charts import bar_chart, number, paired_bars, quadrant_chart
from .pages import heading, html_page, html_table, paragraph
from .report import MATCHING_COLOURS, UNITS
from .style_words import SERVICES

CLASS_COLOURS = ('#8c510a', '#c98b45', '#ecd3a2', '#f2f0ec', '#c0e2dc', '#5fb3a8', '#01665e')
MOST = 20


def ratio_page(names, services, classes, unit_names):
    """HTML of supply-demand ratios.

    Parameters
    ----------
    names : of the services
    services : per service (supply, demand, ratio) arrays over the units, and its ServiceRatio
    classes : list of (label, units, area in ha, share)
    unit_names : of the units
    """
    title = tr('Supply and demand of ecosystem services')
    parts = [heading(tr('Area of the supply-demand classes')),
             bar_chart(tr('Area of the supply-demand classes'), [
                 (label, 100 * share, CLASS_COLOURS[round(i * 6 / max(len(classes) - 1, 1))])
                 for i, (label, _, _, share) in enumerate(classes)], '%'),
             html_table((tr('Class'), tr('Units'), tr('Area (ha)'), tr('Share (%)')),
                        [(label, units, area, 100 * share) for label, units, area, share in classes])]
    for name, (supply, demand, ratio, found) in zip(names, services):
        label = tr(SERVICES.get(name, name))
        chart = tr('{service}: units with the largest supply or demand', service=label)
        both = np.fmax(supply, demand)
        most = [i for i in np.argsort(-np.nan_to_num(both, nan=-np.inf), kind='stable')[:MOST] if np.isfinite(both[i])]
        rows = [(unit_names[i], float(supply[i]), float(demand[i])) for i in most]
        parts += [heading(chart), paragraph(_limits(found, ratio)),
                  paired_bars(chart, rows, (tr('Supply'), tr('Demand')), unit=UNITS.get(name, ''))]
    return html_page(title, parts)


def _limits(found, ratio):
    text = tr('Largest supply {supply}, largest demand {demand}; {deficit} units with a deficit, {surplus} with a '
              'surplus.', supply=number(found.largest_supply), demand=number(found.largest_demand),
              deficit=int((ratio < 0).sum()), surplus=int((ratio > 0).sum()))
    if np.isfinite(found.limits).all():
        text += ' ' + tr('Cut to {supply} and {demand}, which {count} values exceed.', supply=number(found.limits[0]),
                         demand=number(found.limits[1]), count=found.capped)
    return text


def matching_page(found, unit_names, ambiguous):
    """HTML of matching types.

    Parameters
    ----------
    found : Matching; unit_names : of the units; ambiguous : distance to an axis that was asked for
    """
    title = tr('Matching of supply and demand of the units')
    place = 1 if Language().code == 'zh' else 0
    points = [(float(x), float(y), str(kind), name) for x, y, kind, name in
              zip(found.z_supply, found.z_demand, found.types, unit_names)]
    corners = tuple(f'{kind} {LABELS[kind][place]}' for kind in TYPES)
    chart = quadrant_chart(title, points, (tr('Supply (z-score)'), tr('Demand (z-score)')), corners, MATCHING_COLOURS)
    count = len(unit_names)
    rows = [(f'{kind} {LABELS[kind][place]}', int((found.types == kind).sum()),
             100 * float((found.types == kind).mean()), int((found.ambiguous & (found.types == kind)).sum()))
            for kind in TYPES]
    near = [(unit_names[i], str(found.types[i]), float(found.z_supply[i]), float(found.z_demand[i]),
             float(found.axis_distance[i])) for i in np.argsort(found.axis_distance, kind='stable')
            if found.ambiguous[i]]
    return html_page(title, [
        chart, html_table((tr('Matching type'), tr('Units'), tr('Share (%)'), tr('Ambiguous')), rows),
        heading(tr('Ambiguous units')),
        paragraph(tr('{count} of {units} units lie nearer than {distance} standard deviations to an axis: their type '
                     'may change with the study area.', count=len(near), units=count, distance=number(ambiguous))),
        html_table((tr('Unit'), tr('Matching type'), tr('Supply (z-score)'), tr('Demand (z-score)'),
                    tr('Distance to the axes')), near) if near else ''])


def tell_ratio(job, name, ratio, unit_names, totals):
    """Says the maxima and what the cap cut, and warns of what compresses the ratios.

    Parameters
    ----------
    ratio : ServiceRatio; totals : supply and demand of the units
    """
    job.say(tr('{service}: largest supply {supply}, largest demand {demand}, {capped} values cut to the cap.',
               service=name, supply=f'{ratio.largest_supply:.6g}', demand=f'{ratio.largest_demand:.6g}',
               capped=ratio.capped))
    for kind, limit, values in zip(('supply', 'demand'), ratio.limits, totals):
        large = dominating(values)
        if np.isfinite(limit):
            job.say(tr('{field} is cut to {limit} in these units: {units}.', field=f'{name}_{kind}',
                       limit=f'{limit:.6g}', units=', '.join(
                           unit_names[i] for i in np.flatnonzero(values > limit)[:10]) or '-'))
        elif large.size:
            job.warn(tr('{field} is so large in {count} units ({units}: at least 3 times the 95th percentile) that '
                        'the ratios of all others are compressed. Consider a cap.', field=f'{name}_{kind}',
                        count=large.size, units=', '.join(unit_names[i] for i in large[:10])))
