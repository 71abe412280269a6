"""The plan report: one HTML file that needs no network and no scripts, and prints well."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from html import escape

from ..i18n import mark
from . import plan_facts as facts
from .charts import FONT, number, number_column
from .report_charts import MATCHING_COLOURS as MATCHING_COLOURS
from .report_charts import PERSPECTIVES as PERSPECTIVES
from .report_charts import UNITS as UNITS
from .report_charts import plan_charts, word
from .report_css import CSS
from .report_notes import NOTES
from .report_summary import limits, summary

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
# Pixels of a line of the report.
SHOWN = 960


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
    """Rows of texts and numbers; numbers are set flush right. ``summed`` where the last row is the sum."""

    topic: str
    title: str
    header: tuple
    rows: tuple
    note: str = ''
    summed: bool = False


@dataclass(frozen=True)
class Key:
    """A cell of a table with a box in the colour of the map."""

    colour: str
    text: str


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
    first: list = field(default_factory=list)
    settings: list = field(default_factory=list)
    records: list = field(default_factory=list)
    crs: str = ''
    distortion: float | None = None

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
    sections = [('summary', language.tr('Summary'), _list(summary(plan, language))),
                ('inputs', language.tr('Input data and where they come from'), _inputs(plan, language))]
    for topic, heading in TOPICS:
        body = [_figure(figure, plan, language) for figure in plan.figures if figure.topic == topic]
        body += plan_charts(topic, plan, language)
        body += [_table(table) for table in plan.tables if table.topic == topic]
        sections.append((topic, language.tr(heading), ''.join(body)))
    sections += [('methods', language.tr('Methods'), _notes(plan.parts, language)),
                 ('settings', language.tr('Settings and versions'), _settings(plan, language)),
                 ('limits', language.tr('Limits of this plan'), _list(limits(plan, language)))]
    sections = [section for section in sections if section[2]]
    body = [f'<header><h1>{escape(plan.title)}</h1>'
            f'<p class="soft">{escape(language.tr("Ecological restoration plan made with EcoRestore"))}</p></header>',
            _banner(plan, language), _cards(plan.headlines, language), _contents(sections, language)]
    body += [f'<section id="{key}"><h2>{escape(heading)}</h2>{text}</section>' for key, heading, text in sections]
    body.append(_footer(plan, language))
    # Powers of ten as they are printed, also where units come from a legend.
    return (f'<!DOCTYPE html>\n<html lang="{"zh-CN" if language.code == "zh" else "en"}"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<title>{escape(plan.title)}</title><style>{CSS.replace("FONT", FONT)}</style></head>\n'
            f'<body class="report">\n{chr(10).join(part for part in body if part)}\n</body></html>\n'
            ).replace('10^4', '10⁴')


def _contents(sections, language):
    lines = ''.join(f'<li><a href="#{key}">{escape(heading)}</a></li>' for key, heading, _ in sections)
    return f'<nav class="toc"><h3>{escape(language.tr("Contents"))}</h3><ol>{lines}</ol></nav>'


def _list(sentences):
    lines = ''.join(f'<li>{escape(sentence)}</li>' for sentence in sentences)
    return f'<ul class="plain">{lines}</ul>' if lines else ''


def status_sentence(status, language):
    """What the status of the data means for a reader, '' for real data."""
    return {
        'synthetic': language.tr('Synthetic data: an invented area for testing and training. Nothing here describes a '
                                 'real place.'),
        'semi-synthetic': language.tr('Semi-synthetic data: part of the layers is generated. For demonstration only; '
                                      'these are not findings about the area.'),
        'assumed': language.tr('Part of the inputs is assumed; replace the assumptions before using the plan.'),
    }.get(status, '')


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
    return _table(Table('', language.tr('Input layers, their status and source'), header, rows))


def _settings(plan, language):
    """Values that were set, and what ran with which version."""
    settings = Table('', language.tr('Settings of the plan'), (language.tr('Setting'), language.tr('Value')),
                     tuple((name, str(value)) for name, value in plan.settings))
    header = tuple(map(language.tr, (mark('Tool'), mark('Started'), mark('Settings'), mark('Versions'))))
    records = Table('', language.tr('Run records'), header, tuple(plan.records))
    versions = tuple((name, str(value)) for name, value in plan.versions.items() if value)
    made = Table('', language.tr('Software'), (language.tr('Program'), language.tr('Version')), versions)
    return ''.join(_table(table) for table in (settings, records, made) if table.rows)


def _figure(figure, plan, language):
    tag, status = '', plan.status
    if status in ('synthetic', 'semi-synthetic'):
        tag = f'<span class="tag">{escape(language.tr(STATUS_WORDS[status]))}</span>'
    note = f'<p class="soft">{escape(figure.note)}</p>' if figure.note else ''
    where = language.tr('Coordinate system: {crs}', crs=plan.crs) if plan.crs else ''
    note += f'<p class="soft where">{escape(where)}</p>' if where else ''
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


def _table(table):
    columns = [[row[i] for row in table.rows] for i in range(len(table.header))]
    numeric = [all(isinstance(value, (int, float)) or value is None for value in values) for values in columns]
    texts = [[escape(text) for text in number_column(values)] if flush else [_cell(value) for value in values]
             for values, flush in zip(columns, numeric)]
    header = ''.join(f'<th{" class=n" if flush else ""}>{escape(str(text))}</th>'
                     for text, flush in zip(table.header, numeric))
    rows = ''
    for place, cells in enumerate(zip(*texts)):
        last = table.summed and place == len(table.rows) - 1
        rows += f'<tr{" class=sum" if last else ""}>' + ''.join(
            f'<td{" class=n" if flush else ""}>{cell}</td>' for cell, flush in zip(cells, numeric)) + '</tr>'
    title = f'<h3>{escape(table.title)}</h3>' if table.title else ''
    note = f'<p class="soft">{escape(table.note)}</p>' if table.note else ''
    return (f'<div class="table">{title}<div class="scroll"><table><thead><tr>{header}</tr></thead>'
            f'<tbody>{rows}</tbody></table></div>{note}</div>')


def _cell(value):
    if value is None:
        return '–'
    if isinstance(value, Key):
        return (f'<span class="key" style="background:{escape(facts.colour(value.colour))}"></span>'
                f'{escape(value.text)}')
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return escape(str(value))
    return escape(number(value))


def _notes(parts, language):
    notes = [note for note in NOTES if note.needs in parts]
    if not notes:
        return ''
    return ''.join(
        f'<div class="note"><h3>{escape(language.tr(note.title))}</h3><p>{escape(language.tr(note.text))}</p>'
        f'<code>{escape(note.formula)}</code>'
        f'<p>{escape(language.tr("Where {symbols}.", symbols=language.tr(note.symbols)))}</p>'
        f'<p class="soft">{escape(language.tr("Source: {source}", source=note.source))}</p></div>' for note in notes)


def _footer(plan, language):
    versions = ', '.join(f'{name} {value}' for name, value in plan.versions.items() if value)
    text = language.tr('Made with {versions}.', versions=versions) if versions else ''
    sentence = status_sentence(plan.status, language)
    return f'<footer><p>{escape(text)}</p><p>{escape(sentence)}</p></footer>'


def _data_uri(data, kind):
    return f'data:image/{kind};base64,{base64.b64encode(data).decode("ascii")}'
