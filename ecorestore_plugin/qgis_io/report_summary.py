"""What the plan report says in sentences: its results in short, and its limits."""

from __future__ import annotations

from ..i18n import mark
from . import plan_facts as facts
from .charts import number
from .report_charts import word
from .report_notes import LIMITS
from .style_words import SERVICES

# Settings of the shipped models.
SETTING_WORDS = {
    'HABITAT_CLASSES': mark('Habitat classes'), 'MIN_AREA': mark('Smallest source (ha)'),
    'EDGE': mark('Edge width (m)'), 'FILL_HOLES': mark('Fill holes up to (ha)'),
    'BUDGET': mark('Provincial budget (10,000 CNY)'), 'SOCIAL': mark('Social capital (10,000 CNY)'),
}
# Layers listed by name before the rest is counted.
MOST_NAMES = 12


def summary(plan, language):
    """The results in a few sentences; what the plan lacks is not spoken of."""
    tr, told = language.tr, {key: number(value) for key, value in plan.headlines.items()}
    found = []
    if plan.zones:
        largest = max(plan.zones, key=lambda zone: zone.area_ha)
        found.append(tr('The study area of {area} km² with {units} administrative units falls into {zones} restoration '
                        'zones; the largest, {zone}, takes {share} % of it.', area=told['area_km2'],
                        units=told['units'], zones=told['zones'], zone=f'{largest.code} {largest.name}'.strip(),
                        share=number(100 * largest.share)))
    if 'sources' in told and 'corridors' in told:
        found.append(tr('The security pattern has {sources} ecological sources with {ha} ha, joined by {corridors} '
                        'corridors of {km} km in all.', sources=told['sources'], ha=told['sources_ha'],
                        corridors=told['corridors'], km=told['corridors_km']))
    if 'pinch_points' in told and 'barriers' in told:
        found.append(tr('Where to act first along the corridors: {pinch} pinch points and {barriers} barriers.',
                        pinch=told['pinch_points'], barriers=told['barriers']))
    found += _balance(plan, language)
    if told.get('collaborative_units', '0') != '0':
        found.append(tr('{cross} of {count} collaborative units cross an administrative boundary.',
                        cross=told['cross_units'], count=told['collaborative_units']))
    if plan.first:
        found.append(tr('First by priority: {names}.', names=listed(plan.first, language)))
    if 'funding_need' in told:
        found.append(tr('The needs of all units add up to {need}, their gaps after own funds to {gap} (10^4 CNY); '
                        '{share} % of the gaps is covered.', need=told['funding_need'], gap=told['funding_gap'],
                        share=number(100 * plan.headlines['funding_coverage'])))
    return found


def _balance(plan, language):
    """Which services fall short of their demand over the whole area."""
    short = [word(SERVICES, row.key, language) for row in plan.services if row.demand > row.supply]
    if short:
        return [language.tr('Over the whole area demand exceeds supply in: {services}.',
                            services=listed(short, language))]
    return [language.tr('Over the whole area every service covers its demand.')] if plan.services else []


def settings(text, language):
    """(name, value) of every line ``name = value``; names of the shipped models in the language of the report."""
    found = []
    for line in (text or '').splitlines():
        name, sign, value = (part.strip() for part in line.partition('='))
        if name:
            found.append((word(SETTING_WORDS, name, language), value if sign else ''))
    return found


def limits(plan, language):
    """What the plan cannot say, and which inputs are not what was measured."""
    tr = language.tr
    found = []
    for status, sentence in (('synthetic', tr('{count} of {all} inputs are synthetic: {names}.')),
                             ('semi-synthetic', tr('{count} of {all} inputs are semi-synthetic: {names}.')),
                             ('assumed', tr('{count} of {all} inputs are assumed: {names}.'))):
        names = [row.layer for row in plan.inputs if row.status == status]
        if names:
            found.append(sentence.replace('{count}', str(len(names))).replace('{all}', str(len(plan.inputs)))
                         .replace('{names}', listed(names, language)))
    if not plan.inputs:
        found.append(tr('Where the inputs come from was not told to this report; give it the table of data sources.'))
    if plan.distortion is not None:
        found.append(tr('Areas are measured in the plane of {crs}; over all units they differ by {percent} % from '
                        'those on the ellipsoid.', crs=plan.crs, percent=number(100 * plan.distortion, 2)))
    return found + [tr(text) for needs, text in LIMITS if not needs or needs in plan.parts]


def listed(names, language, most=MOST_NAMES):
    """The names in a row, the first ``most`` of them where there are more."""
    names = [str(name) for name in names]
    rest = len(names) - most
    comma = '、' if language.code == 'zh' else ', '
    text = comma.join(names[:most])
    return language.tr('{names} and {rest} more', names=text, rest=rest) if rest > 0 else text


def first_units(columns, code, most=5):
    """Names of the units that come first by priority."""
    ranks = facts.column(columns or {}, 'priority_rank')
    if ranks is None:
        return []
    names = facts.names_of(columns, code)
    known = sorted((facts.amount(rank), row) for row, rank in enumerate(ranks) if facts.amount(rank) > 0)
    return [names[row] for _, row in known[:most]]
