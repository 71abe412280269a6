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
from qgis.PyQt.QtGui import QFont

from ..core.errors import OutputError
from .cartography import vector_copy
from .charts import number, text_width
from .plan_layout import round_scale

MARGIN = 0.2
# The scale of the map on the page, to two digits.
SCALE = ("[% with_variable('s', map_get(item_variables('map'), 'map_scale'), "
         "with_variable('t', 10 ^ (floor(log10(@s)) - 1), format_number(round(@s / @t) * @t, 0))) %]")
# The fields a page tells of its unit, where the layer has them: English and Chinese.
FACTS = (('zone_name', 'zone_name_zh'), ('strategy', 'strategy_zh'))


def make_atlas(page, zones, title, language):
    """Makes a filled PlanLayout an atlas over the units; later pages only move the map and change the words.

    Parameters
    ----------
    page : PlanLayout after ``fill`` and ``annotate``
    zones : Features of the units
    """
    coverage = vector_copy(zones, 'units', 'polygon')
    coverage.setName('units')
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
    view = page.item('map')
    view.setLayers([_highlight(page, zones), *view.layers()])
    view.setAtlasDriven(True)
    view.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Auto)
    view.setAtlasMargin(MARGIN)
    bar = page.item('scale_bar')
    if isinstance(bar, QgsLayoutItemScaleBar):
        bar.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFitWidth)
        bar.setMinimumBarWidth(0.12 * view.rect().width())
        bar.setMaximumBarWidth(0.3 * view.rect().width())
    words = page.item('title')
    if words is not None and name:
        words.setText(f'{_plain(title)} – [% coalesce({_quoted(name)}, \'\') %]')
    note = page.item('note')
    if note is not None:
        facts = [_field(zones, *names, language) for names in FACTS]
        lines = [f'[% coalesce({_quoted(field)}, \'\') %]' for field in facts if field]
        _fit(note, [max(zones.texts(field), key=len) for field in facts if field and len(zones)])
        own = _plain(note.text()).replace(f'1 : {number(round_scale(page.scale), 2)}', f'1 : {SCALE}')
        note.setText('\n'.join([*lines, own]))
    return atlas


def _highlight(page, zones):
    """A layer that outlines the unit of the page."""
    layer = vector_copy(zones, 'unit of the page', 'polygon')
    symbol = QgsFillSymbol.createSimple({'style': 'no', 'outline_color': '#d7191c', 'outline_width': '1.1'})
    root = QgsRuleBasedRenderer.Rule(None)
    root.appendChild(QgsRuleBasedRenderer.Rule(symbol, 0, 0, '$id = @atlas_featureid'))
    layer.setRenderer(QgsRuleBasedRenderer(root))
    page.project.addMapLayer(layer, False)
    return layer


def _fit(note, longest):
    """Makes the letters of the note smaller until the longest texts of a unit find room above it."""
    font = QFont(note.font())
    size, room = font.pointSizeF(), note.rect().width() / 0.3528
    for factor in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5):
        font.setPointSizeF(size * factor)
        lines = sum(max(1, math.ceil(1.1 * text_width(line, size * factor) / room))
                    for line in [*longest, *note.text().split('\n')])
        if lines * 1.45 * size * factor * 0.3528 <= note.rect().height():
            break
    note.setFont(font)


def save_atlas(page, atlas, path, dpi=200):
    """Writes all pages into one PDF.

    Raises
    ------
    OutputError : the file cannot be written
    """
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = dpi
    result, reason = QgsLayoutExporter.exportToPdf(atlas, str(path), settings)
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
