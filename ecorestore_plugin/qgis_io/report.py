"""The plan report: one HTML file that needs no network and no scripts, and prints well."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from html import escape

from ..i18n import mark
from . import plan_facts as facts
from .charts import (
    FONT,
    bar_chart,
    number,
    paired_bars,
    quadrant_chart,
    radar_chart,
    stacked_bars,
    supply_demand_bars,
)
from .report_notes import NOTES
from .style_words import SERVICES

UNITS = {'food': 't/yr', 'carbon': 't C/yr', 'water': 'm³/yr', 'soil': 't/yr', 'recreation': 'm²'}
MATCHING_COLOURS = {'I': '#4477aa', 'II': '#ee6677', 'III': '#ddcc77', 'IV': '#228833'}
FUNDING_SERIES = ((mark('Own funds'), '#6b9ac4'), (mark('Provincial funds'), '#1b7f5a'),
                  (mark('Social capital'), '#e39a2d'), (mark('Still open'), '#d9d9d9'))
LEVEL_COLOURS = {'province': '#5e3c99', 'city': '#2b83ba', 'county': '#7fbf7b'}
STATUS_WORDS = {'real': mark('real'), 'assumed': mark('assumed'), 'semi-synthetic': mark('semi-synthetic'),
                'synthetic': mark('synthetic')}
# Headline number: its name, its unit.
CARDS = (
    ('units', mark('administrative units'), ''), ('area_km2', mark('study area'), 'km²'),
    ('zones', mark('restoration zones'), ''), ('sources', mark('ecological sources'), ''),
    ('sources_ha', mark('area of sources'), 'ha'), ('corridors', mark('corridors'), ''),
    ('corridors_km', mark('length of corridors'), 'km'), ('pinch_points', mark('pinch points'), ''),
    ('barriers', mark('barriers'), ''), ('nodes', mark('ecological nodes'), ''),
    ('collaborative_units', mark('collaborative units'), ''),
    ('cross_units', mark('cross-boundary units'), ''), ('duties_cost', mark('cost of all units (10^4 CNY)'), ''),
    ('compensation_paid', mark('compensation paid (10^4 CNY a year)'), ''),
    ('funding_gap', mark('funding gap (10^4 CNY)'), ''),
    ('funding_coverage', mark('of the gap covered'), '%'),
)
# Units shown from either end of a long list.
MOST_UNITS = 15
PERSPECTIVES = {'terrain': mark('Terrain'), 'hydrothermal': mark('Hydrothermal conditions'), 'soil': mark('Soil'),
                'vegetation_landscape': mark('Vegetation and landscape'),
                'human_disturbance': mark('Human disturbance')}
# Pixels of a line of the report.
SHOWN = 960
CSS = """
:root{--ink:#263238;--soft:#5f6b72;--line:#d5dbdf;--green:#1d5c3a}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1040px;padding:24px 28px 60px;color:var(--ink);font:15px/1.55 FONT}
h1{margin:0 0 4px;color:var(--green);font-size:28px;line-height:1.25}
h2{margin:38px 0 12px;padding-bottom:4px;border-bottom:2px solid var(--green);color:var(--green);font-size:20px}
h3{margin:22px 0 6px;font-size:16px}
p{margin:6px 0 10px}.soft{color:var(--soft)}
.banner{margin:14px 0;padding:10px 14px;border-left:6px solid #c8443c;background:#fcebea}
.banner.mild{border-color:#e39a2d;background:#fdf5e6}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(135px,1fr));gap:10px;margin:14px 0}
.card{padding:10px 12px;border:1px solid var(--line);border-radius:6px}
.card b{display:block;color:var(--green);font-size:20px;line-height:1.25;white-space:nowrap}
.card small{font-size:14px;font-weight:400}
.card span{color:var(--soft);font-size:13px}
figure{margin:14px 0 26px;break-inside:avoid}
figure img{display:block;max-width:100%;height:auto;border:1px solid var(--line)}
figcaption{margin-bottom:6px;font-weight:600}h3,figcaption{break-after:avoid}
.tag{margin-left:8px;padding:1px 7px;border-radius:9px;background:#c8443c;color:#fff;font-size:12px;font-weight:600}
.tag.mild{background:#b9770e}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;margin-top:8px;font-size:13px;align-items:center}
.legend div{display:flex;align-items:center;gap:6px}.legend strong{font-weight:600}
.legend i{display:inline-block;width:22px;height:13px;border:1px solid #999}
.legend img{width:26px;height:16px;border:0}
.ramp{width:min(420px,100%);margin:0 18px}.ramp i{display:block;width:100%;height:12px}
.legend .ramp,.ramp div{display:block}.ramp div{position:relative;height:18px}
.ramp span{position:absolute;transform:translateX(-50%)}
.scroll{overflow-x:auto}
table{min-width:46%;margin:8px 0 16px;border-collapse:collapse;font-size:13px}
th,td{min-width:3.4em;padding:4px 8px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;
overflow-wrap:break-word}
th{background:#eef3ef;overflow-wrap:normal}
td.n,th.n{text-align:right;white-space:nowrap}thead{display:table-header-group}
tr{break-inside:avoid}
td .key{display:inline-block;width:14px;height:14px;margin-right:6px;border:1px solid #888;vertical-align:-2px}
svg{max-width:100%;height:auto}
code{display:block;margin:4px 0;padding:6px 10px;background:#f3f6f4;font:13px/1.5 ui-monospace,Consolas,monospace}
footer{margin-top:40px;color:var(--soft);font-size:12px}
@media print{body{max-width:none;padding:0;font-size:11pt}h2{break-after:avoid}.scroll{overflow:visible}
@page{margin:16mm 14mm}}
"""


@dataclass(frozen=True)
class Figure:
    """A map with its legends. ``topic`` says under which heading it stands, ``widest`` how many pixels fill a line."""

    topic: str
    title: str
    picture: object
    legends: tuple = ()
    note: str = ''
    widest: int = 1500


@dataclass(frozen=True)
class Table:
    """Rows of texts and numbers; numbers are set flush right."""

    topic: str
    title: str
    header: tuple
    rows: tuple
    note: str = ''


@dataclass
class Plan:
    """Everything the report shows."""

    title: str
    headlines: dict = field(default_factory=dict)
    inputs: list = field(default_factory=list)
    zones: list = field(default_factory=list)
    services: list = field(default_factory=list)
    quadrants: list = field(default_factory=list)
    indices: list = field(default_factory=list)
    perspectives: tuple = ((), ())
    funding: list = field(default_factory=list)
    duties: list = field(default_factory=list)
    figures: list = field(default_factory=list)
    tables: list = field(default_factory=list)
    versions: dict = field(default_factory=dict)
    parts: set = field(default_factory=set)

    @property
    def status(self):
        return facts.data_status(self.inputs)


# The headings of the report, in order; a figure or table names its heading by the key.
TOPICS = (
    ('pattern', mark('Ecological security pattern')), ('services', mark('Supply and demand of ecosystem services')),
    ('resilience', mark('Ecosystem resilience')), ('zones', mark('Restoration zones and strategies')),
    ('collaborative', mark('Collaborative restoration units')), ('priority', mark('Priority of the units')),
    ('duties', mark('Responsibilities')), ('compensation', mark('Ecological compensation')),
    ('funding', mark('Funding of the plan')),
    ('appendix', mark('All units')),
)


def render_report(plan, language):
    """The report as HTML text, the same for the same plan.

    Parameters
    ----------
    plan : Plan
    language : Language
    """
    parts = [f'<header><h1>{escape(plan.title)}</h1>'
             f'<p class="soft">{escape(language.tr("Ecological restoration plan made with EcoRestore"))}</p></header>',
             _banner(plan, language), _cards(plan.headlines, language), _inputs(plan, language)]
    for topic, heading in TOPICS:
        body = [_figure(figure, plan.status, language) for figure in plan.figures if figure.topic == topic]
        body += _charts(topic, plan, language)
        if topic == 'zones':
            body.append(_zone_table(plan.zones, language))
        body += [_table(table) for table in plan.tables if table.topic == topic]
        if any(body):
            parts.append(f'<section><h2>{escape(language.tr(heading))}</h2>{"".join(body)}</section>')
    parts += [_notes(plan.parts, language), _footer(plan, language)]
    return (f'<!DOCTYPE html>\n<html lang="{"zh-CN" if language.code == "zh" else "en"}"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<title>{escape(plan.title)}</title><style>{CSS.replace("FONT", FONT)}</style></head>\n'
            f'<body>\n{chr(10).join(part for part in parts if part)}\n</body></html>\n')


def status_sentence(status, language):
    """What the status of the data means for a reader, '' for real data."""
    return {
        'synthetic': language.tr('Synthetic data: an invented area for testing and training. Nothing here describes a '
                                 'real place.'),
        'semi-synthetic': language.tr('Semi-synthetic data: part of the layers is generated. For demonstration only; '
                                      'these are not findings about the area.'),
        'assumed': language.tr('Part of the inputs is assumed; replace the assumptions before using the plan.'),
    }.get(status, '')


def word(words, key, language):
    """One of our words in the language of the report; what is none of ours stays as it is."""
    return language.tr(words[key]) if key in words else str(key or '')


def _banner(plan, language):
    sentence = status_sentence(plan.status, language)
    if not sentence:
        return ''
    counts = ', '.join(f'{sum(row.status == status for row in plan.inputs)} {language.tr(STATUS_WORDS[status])}'
                       for status in facts.STATUSES if any(row.status == status for row in plan.inputs))
    mild = ' mild' if plan.status == 'assumed' else ''
    return (f'<div class="banner{mild}"><b>{escape(sentence)}</b><br>'
            f'{escape(language.tr("Inputs: {counts}.", counts=counts))}</div>')


def _cards(headlines, language):
    cards = []
    for key, name, unit in CARDS:
        if key in headlines:
            value = headlines[key] * (100 if unit == '%' else 1)
            cards.append(f'<div class="card"><b>{escape(number(value))} <small>{escape(unit)}</small></b>'
                         f'<span>{escape(language.tr(name))}</span></div>')
    return f'<div class="cards">{"".join(cards)}</div>' if cards else ''


def _inputs(plan, language):
    if not plan.inputs:
        return ''
    header = (language.tr('Layer'), language.tr('File'), language.tr('Status'), language.tr('Data source'),
              language.tr('Note'))
    rows = tuple((row.layer, row.file, word(STATUS_WORDS, row.status, language), row.source, row.note)
                 for row in plan.inputs)
    title = language.tr('Input data and where they come from')
    return f'<section><h2>{escape(title)}</h2>{_table(Table("", "", header, rows))}</section>'


def _figure(figure, status, language):
    tag = ''
    if status in ('synthetic', 'semi-synthetic'):
        tag = f'<span class="tag">{escape(language.tr(STATUS_WORDS[status]))}</span>'
    note = f'<p class="soft">{escape(figure.note)}</p>' if figure.note else ''
    picture = figure.picture
    return (f'<figure><figcaption>{escape(figure.title)}{tag}</figcaption>'
            f'<img alt="{escape(figure.title)}" width="{round(picture.width * SHOWN / figure.widest)}" '
            f'src="{_data_uri(picture.data, picture.kind)}">{_legends(figure.legends)}{note}</figure>')


def _legends(legends):
    """Layers with one symbol share a line; the others have a line each."""
    single = [legend for legend in legends if _alone(legend)]
    line = ''.join(_swatch(legend.swatches[0]) for legend in single)
    return ((f'<div class="legend">{line}</div>' if line else '')
            + ''.join(_legend(legend) for legend in legends if not _alone(legend)))


def _alone(legend):
    return len(legend.swatches) == 1 and legend.swatches[0].label == legend.title


def _legend(legend):
    title = f'<strong>{escape(legend.title)}</strong>'
    body = _ramp(legend.ramp) if legend.ramp else ''.join(_swatch(swatch) for swatch in legend.swatches)
    return f'<div class="legend">{title}{body}</div>'


def _swatch(swatch):
    key = (f'<img alt="" src="{_data_uri(swatch.image, "png")}">' if swatch.image
           else f'<i style="background:{escape(swatch.colour)}"></i>')
    return f'<div>{key}{escape(swatch.label)}</div>'


def _ramp(ramp):
    """Colours side by side with the value under each, whatever the steps between the values."""
    colours = ','.join(escape(colour) for colour, _ in ramp)
    step = 2 if len(ramp) > 6 and max(len(label) for _, label in ramp) > 5 else 1
    shown = [(index, label) for index, (_, label) in enumerate(ramp) if index % step == 0 or index == len(ramp) - 1]
    labels = ''.join(f'<span style="left:{100 * index / max(len(ramp) - 1, 1):.1f}%">{escape(label)}</span>'
                     for index, label in shown)
    return f'<div class="ramp"><i style="background:linear-gradient(90deg,{colours})"></i><div>{labels}</div></div>'


def _charts(topic, plan, language):
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


def _zone_table(zones, language):
    if not zones:
        return ''
    header = ''.join(f'<th>{escape(text)}</th>' for text in (
        language.tr('Zone'), language.tr('Area (ha)'), language.tr('Share'), language.tr('Strategy'),
        language.tr('Units')))
    comma = '、' if language.code == 'zh' else ', '
    rows = ''.join(
        f'<tr><td><span class="key" style="background:{escape(zone.color or "#ffffff")}"></span>'
        f'<b>{escape(zone.code)}</b> {escape(zone.name)}</td><td class="n">{number(zone.area_ha)}</td>'
        f'<td class="n">{number(100 * zone.share)} %</td><td>{escape(zone.strategy)}</td>'
        f'<td>{len(zone.members)}: {escape(comma.join(zone.members))}</td></tr>' for zone in zones)
    return f'<div class="scroll"><table><thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table></div>'


def _table(table):
    numeric = [all(isinstance(row[i], (int, float)) or row[i] is None for row in table.rows)
               for i in range(len(table.header))]
    header = ''.join(f'<th{" class=n" if flush else ""}>{escape(str(text))}</th>'
                     for text, flush in zip(table.header, numeric))
    rows = ''.join('<tr>' + ''.join(f'<td{" class=n" if flush else ""}>{_cell(value)}</td>'
                                    for value, flush in zip(row, numeric)) + '</tr>' for row in table.rows)
    title = f'<h3>{escape(table.title)}</h3>' if table.title else ''
    note = f'<p class="soft">{escape(table.note)}</p>' if table.note else ''
    return (f'{title}<div class="scroll"><table><thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table></div>'
            f'{note}')


def _cell(value):
    if value is None:
        return '–'
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return escape(str(value))
    return escape(number(value))


def _notes(parts, language):
    notes = [note for note in NOTES if note.needs in parts]
    if not notes:
        return ''
    body = ''.join(f'<h3>{escape(language.tr(note.title))}</h3><p>{escape(language.tr(note.text))}</p>'
                   f'<code>{escape(note.formula)}</code>'
                   f'<p class="soft">{escape(language.tr("Source: {source}", source=note.source))}</p>'
                   for note in notes)
    return f'<section><h2>{escape(language.tr("Methods"))}</h2>{body}</section>'


def _footer(plan, language):
    versions = ', '.join(f'{name} {value}' for name, value in plan.versions.items() if value)
    text = language.tr('Made with {versions}.', versions=versions) if versions else ''
    sentence = status_sentence(plan.status, language)
    return f'<footer><p>{escape(text)}</p><p>{escape(sentence)}</p></footer>'


def _data_uri(data, kind):
    return f'data:image/{kind};base64,{base64.b64encode(data).decode("ascii")}'
