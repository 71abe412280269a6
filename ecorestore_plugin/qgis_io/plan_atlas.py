"""The planning map as an atlas: one page per unit, all in one PDF."""

from __future__ import annotations

import math

from qgis.core import (
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsRuleBasedRenderer,
    QgsScaleBarSettings,
)
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QFont

from ..core.checks import stop_if
from ..core.errors import OutputError
from .cartography import common_extent, font_family, merged_outline, vector_copy
from .charts import number, text_width
from .plan_facts import has_chinese
from .plan_layout import fit_legend, fitted, round_scale
from .vector import Features

MARGIN = 0.12
POINT_MM = 0.3528
# Dots per inch of what cannot stay vector on a page, the relief: finer ones make a book of hundreds of megabytes.
RELIEF_DPI = 110
# The scale of the map on the page, to two digits.
SCALE = ("[% with_variable('s', map_get(item_variables('map'), 'map_scale'), "
         "with_variable('t', 10 ^ (floor(log10(@s)) - 1), format_number(round(@s / @t) * @t, 0))) %]")
# The fields a page tells of its unit, where the layer has them: English and Chinese.
TEXTS = (('zone_name', 'zone_name_zh'), ('strategy', 'strategy_zh'))
# Fields added to the units of the atlas.
NAMES, VALUES = 'page_names', 'page_values'


def make_atlas(page, zones, title, language, facts=()):
    """Makes a filled PlanLayout an atlas over the units; later pages only move the map and change the words.

    Parameters
    ----------
    page : PlanLayout after ``fill`` and ``annotate``
    zones : Features of the units
    facts : of unit_facts, per unit
    """
    told = {NAMES: ['\n'.join(name for name, _ in rows) for rows in facts] or [''] * len(zones),
            VALUES: ['\n'.join(text for _, text in rows) for rows in facts] or [''] * len(zones)}
    zones = Features(zones.name, {**zones.columns, **told}, zones.geometries, zones.ids, zones.crs)
    coverage = vector_copy(zones, 'units', 'polygon')
    page.project.addMapLayer(coverage, False)
    name = _field(zones, 'unit_name', 'unit_name_zh', language) or _field(zones, 'unit_code', '', language)
    atlas = page.layout.atlas()
    atlas.setCoverageLayer(coverage)
    atlas.setEnabled(True)
    atlas.setHideCoverage(True)
    order = 'unit_code' if zones.has('unit_code') else name
    if order:
        atlas.setSortFeatures(True)
        atlas.setSortExpression(_quoted(order))
    if name:
        atlas.setPageNameExpression(_quoted(name))
    _map_of_the_unit(page, zones)
    words = page.item('title')
    if words is not None and name:
        words.setText(f'{_plain(title)} – [% coalesce({_quoted(name)}, \'\') %]')
    _words(page, zones, language, bool(facts))
    _locator(page, zones)
    return atlas


def _map_of_the_unit(page, zones):
    """The map moves to the unit, outlined, its neighbours behind a veil, and the scale bar fits every scale."""
    view = page.item('map')
    view.setLayers([_marked(page, zones, 'unit of the page', {
        'style': 'no', 'outline_color': '#d7191c', 'outline_width': '1.1'}, True), _marked(page, zones, 'neighbours', {
            'color': '255,255,255,165', 'outline_style': 'no'}, False), *view.layers()])
    view.setAtlasDriven(True)
    view.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Auto)
    view.setAtlasMargin(MARGIN)
    bar = page.item('scale_bar')
    if isinstance(bar, QgsLayoutItemScaleBar):
        bar.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFitWidth)
        bar.setMinimumBarWidth(0.12 * view.rect().width())
        bar.setMaximumBarWidth(0.3 * view.rect().width())


def _marked(page, zones, name, symbol, own):
    """A layer that draws the unit of the page, or all others."""
    layer = vector_copy(zones, name, 'polygon')
    root = QgsRuleBasedRenderer.Rule(None)
    root.appendChild(QgsRuleBasedRenderer.Rule(QgsFillSymbol.createSimple(symbol), 0, 0,
                                               f'$id {"=" if own else "<>"} @atlas_featureid'))
    layer.setRenderer(QgsRuleBasedRenderer(root))
    page.project.addMapLayer(layer, False)
    return layer


def _words(page, zones, language, facts):
    """Facts, zone and strategy of the unit in their own items, or above the note where the template has none."""
    note = page.item('note')
    fields = [field for field in (_field(zones, *names, language) for names in TEXTS) if field]
    lines = [f'[% coalesce({_quoted(field)}, \'\') %]' for field in fields]
    longest = [max(zones.texts(field), key=len) for field in fields if len(zones)]
    place = page.show('facts_text', True)
    if facts:
        for item, field in (('facts_names', NAMES), ('facts_values', VALUES)):
            item = page.show(item, True)
            if item is not None:
                _set(item, f'[% {_quoted(field)} %]', [line for text in zones.columns[field]
                                                       for line in text.split('\n')], _rows(zones))
        _same_letters(page.item('facts_names'), page.item('facts_values'))
    if place is not None:
        _set(place, '\n'.join(lines), longest)
        _below(page, place, language)
    if note is not None:
        own = _plain(note.text()).replace(f'1 : {number(round_scale(page.scale), 2)}', f'1 : {SCALE}')
        if place is None:
            _set(note, '\n'.join([*lines, own]), [*longest, *note.text().split('\n')])
        else:
            note.setText(own)


def _rows(zones):
    return max((text.count('\n') + 1 for text in zones.columns[NAMES]), default=1)


def _below(page, place, language):
    """Moves the legend below the facts and makes it fit what is left."""
    legend = page.item('legend')
    if legend is None or not legend.pos().y() < place.pos().y() + place.rect().height():
        return
    start = place.pos().y() + place.rect().height()
    room = QRectF(0, 0, legend.rect().width(), max(legend.pos().y() + legend.rect().height() - start, 1.0))
    legend.attemptMoveBy(0, start - legend.pos().y())
    fit_legend(legend, room, language.code == 'zh')


def _locator(page, zones):
    """The whole area with the unit filled in, where the template has room for it."""
    view = page.item('locator')
    if not isinstance(view, QgsLayoutItemMap):
        return
    page.show('locator', True)
    whole = merged_outline(zones, [0] * len(zones), 'whole area')
    page.project.addMapLayer(whole, False)
    view.setCrs(zones.crs)
    view.setLayers([_marked(page, zones, 'unit in the area', {
        'color': '#d7191c', 'outline_color': '#d7191c', 'outline_width': '0.3'}, True), _plainly(whole)])
    view.setKeepLayerSet(True)
    view.setExtent(fitted(common_extent([shape.boundingBox() for shape in zones.geometries]),
                          view.rect().width() / view.rect().height()))


def _plainly(layer):
    layer.renderer().setSymbol(QgsFillSymbol.createSimple({'color': '#e4e9e6', 'outline_color': '#7b868c',
                                                           'outline_width': '0.2'}))
    return layer


def _set(item, text, longest, rows=None):
    """Writes a text and makes its letters smaller until the longest lines find room.

    Parameters
    ----------
    longest : the longest lines of any unit; ``rows`` how many stand on a page where not all of them do
    """
    font = QFont(item.font())
    font.setFamily(font_family(any(map(has_chinese, longest))) or font.family())
    size, room = font.pointSizeF(), item.rect().width() / POINT_MM
    for factor in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5):
        font.setPointSizeF(size * factor)
        wide = [math.ceil(1.1 * text_width(line, size * factor) / room) for line in longest]
        lines = sum(max(1, part) for part in wide) if rows is None else rows
        if (rows is None or max(wide, default=1) <= 1) \
                and lines * 1.45 * size * factor * POINT_MM <= item.rect().height():
            break
    item.setFont(font)
    item.setText(text)


def _same_letters(*items):
    """Two columns whose lines stand beside each other have one size of letters and one family."""
    items = [item for item in items if item is not None]
    smallest = min((item.font().pointSizeF() for item in items), default=0.0)
    families = [item.font().family() for item in items]
    for item in items:
        font = QFont(item.font())
        font.setPointSizeF(smallest)
        font.setFamily(next((family for family in families if 'CJK' in family), families[0]))
        item.setFont(font)


def save_atlas(page, atlas, path, feedback=None, dpi=RELIEF_DPI):
    """Writes all pages into one PDF.

    Parameters
    ----------
    feedback : QgsFeedback that may stop the export between two pages

    Raises
    ------
    Cancelled : stopped; OutputError : the file cannot be written
    """
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = dpi
    result, reason = QgsLayoutExporter.exportToPdf(atlas, str(path), settings, feedback)
    if feedback is not None:
        stop_if(feedback.isCanceled)
    if result != QgsLayoutExporter.ExportResult.Success:
        raise OutputError('The map could not be written to {path}. Check the free space and that the file is not open '
                          'elsewhere.', path=f'{path} {reason}'.strip())


def _field(features, english, chinese, language):
    """The field in the language, the other where that is missing, '' without both."""
    wanted = (chinese, english) if language.code == 'zh' else (english, chinese)
    return next((name for name in wanted if name and features.has(name)), '')


def _quoted(field):
    """A field name inside an expression."""
    return '"' + field.replace('"', '""') + '"'


def _plain(text):
    """Text of a user that must not be taken for an expression."""
    return text.replace('[%', '[ %')
