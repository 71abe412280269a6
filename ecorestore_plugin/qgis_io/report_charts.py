"""The charts of the plan report."""

from __future__ import annotations

from html import escape

from ..i18n import mark
from .charts import bar_chart, paired_bars, quadrant_chart, radar_chart, stacked_bars, supply_demand_bars
from .style_words import SERVICES

UNITS = {'food': 't/yr', 'carbon': 't C/yr', 'water': 'm³/yr', 'soil': 't/yr', 'recreation': 'm²'}
MATCHING_COLOURS = {'I': '#4477aa', 'II': '#ee6677', 'III': '#ddcc77', 'IV': '#228833'}
FUNDING_SERIES = ((mark('Own funds'), '#6b9ac4'), (mark('Provincial funds'), '#1b7f5a'),
                  (mark('Social capital'), '#e39a2d'), (mark('Still open'), '#d9d9d9'))
LEVEL_COLOURS = {'province': '#5e3c99', 'city': '#2b83ba', 'county': '#7fbf7b'}
# Units shown from either end of a long list.
MOST_UNITS = 15
PERSPECTIVES = {'terrain': mark('Terrain'), 'hydrothermal': mark('Hydrothermal conditions'), 'soil': mark('Soil'),
                'vegetation_landscape': mark('Vegetation and landscape'),
                'human_disturbance': mark('Human disturbance')}


def word(words, key, language):
    """One of our words in the language of the report; what is none of ours stays as it is."""
    return language.tr(words[key]) if key in words else str(key or '')


def plan_charts(topic, plan, language):
    """The charts of a heading as HTML texts."""
    if topic == 'services' and plan.services:
        rows = [(word(SERVICES, row.key, language), row.supply, row.demand, UNITS.get(row.key, ''))
                for row in plan.services]
        title = language.tr('Supply and demand of each service, whole area')
        charts = [_chart(title, supply_demand_bars(title, rows, (language.tr('Supply'), language.tr('Demand'))))]
        return charts + _unit_chart(plan, language) + _quadrant_chart(plan, language)
    if topic == 'services':
        return _unit_chart(plan, language) + _quadrant_chart(plan, language)
    if topic == 'resilience' and len(plan.perspectives[0]) > 2:
        title = language.tr('Resilience by perspective and zone')
        axes, series = plan.perspectives
        return [_chart(title, radar_chart(title, [word(PERSPECTIVES, axis, language) for axis in axes], series))]
    if topic == 'zones' and plan.zones:
        title = language.tr('Area of the restoration zones')
        rows = [(f'{zone.code} {zone.name}', 100 * zone.share, zone.color or '#7aa58a') for zone in plan.zones]
        return [_chart(title, bar_chart(title, rows, '%', 720))]
    if topic == 'duties' and plan.duties:
        title = language.tr('Cost by level of government (10^4 CNY)')
        words = {'province': language.tr('Province'), 'city': language.tr('City'), 'county': language.tr('County')}
        rows = [(words[level], amount, LEVEL_COLOURS[level]) for level, amount in plan.duties]
        return [_chart(title, bar_chart(title, rows, '', 720))]
    if topic == 'funding' and plan.funding:
        title = language.tr('Funding of the units with the largest need')
        most = sorted(plan.funding, key=lambda row: (-row.need, row.name))[:25]
        series = [(language.tr(name), colour) for name, colour in FUNDING_SERIES]
        rows = [(row.name, [min(row.own, row.need), row.provincial, row.social, row.open]) for row in most]
        return [_chart(title, stacked_bars(title, rows, series))]
    return []


def _unit_chart(plan, language):
    """Supply and demand of the units; where they are many, those with the largest excess on either side."""
    rows = plan.indices
    if not rows:
        return []
    title = language.tr('Supply and demand by unit')
    note = ''
    if len(rows) > 2 * MOST_UNITS:
        note = language.tr(
            'Index 0 to 1 over all services; the {count} units with the largest excess of demand and the {count} with '
            'the largest excess of supply, of {units}.', count=MOST_UNITS, units=len(rows))
        rows = rows[:MOST_UNITS] + rows[-MOST_UNITS:]
    chart = paired_bars(title, rows, (language.tr('Supply'), language.tr('Demand')))
    return [_chart(title, chart) + (f'<p class="soft">{escape(note)}</p>' if note else '')]


def _quadrant_chart(plan, language):
    if not plan.quadrants:
        return []
    title = language.tr('Matching of supply and demand of the units')
    axes = (language.tr('Supply (z-score)'), language.tr('Demand (z-score)'))
    corners = (language.tr('I High supply, high demand'), language.tr('II Low supply, high demand'),
               language.tr('III Low supply, low demand'), language.tr('IV High supply, low demand'))
    return [_chart(title, quadrant_chart(title, plan.quadrants, axes, corners, MATCHING_COLOURS))]


def _chart(title, svg):
    return f'<figure><figcaption>{escape(title)}</figcaption>{svg}</figure>'
