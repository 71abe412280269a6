"""The planning map as a print layout, filled from a template by the ids of its items."""

from __future__ import annotations

import math
from pathlib import Path

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsGraduatedSymbolRenderer,
    QgsLayoutExporter,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsPalettedRasterRenderer,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
    QgsReadWriteContext,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QFont
from qgis.PyQt.QtXml import QDomDocument

from ..core.errors import OutputError, ParameterError
from ..paths import RESOURCES
from .cartography import crs_name, font_family, round_length
from .charts import number, text_width
from .plan_facts import has_chinese
from .plan_maps import Atlas

LAYOUTS = RESOURCES / 'layouts'
THEMES = ('plan', 'zones', 'pattern')
# Letters of a legend line before it is broken, on either page.
LEGEND_LETTERS = 46
WRAP = '¶'
# Items of the pages of an atlas alone.
UNIT_ITEMS = ('facts_names', 'facts_values', 'facts_text', 'locator')
LEGEND_PARTS = (QgsLegendStyle.Style.Title, QgsLegendStyle.Style.Group, QgsLegendStyle.Style.Subgroup,
                QgsLegendStyle.Style.Symbol, QgsLegendStyle.Style.SymbolLabel)


class PlanLayout:
    """A filled layout in a project of its own; both live as long as this."""

    def __init__(self, template):
        """Raises ParameterError where the file is no layout template or lacks a map with the id map."""
        self.project = QgsProject()
        self.layout = QgsPrintLayout(self.project)
        self.layout.initializeDefaults()
        document = QDomDocument()
        content = Path(template).read_text(encoding='utf-8') if Path(template).is_file() else ''
        document.setContent(content)
        _, loaded = self.layout.loadFromTemplate(document, QgsReadWriteContext())
        if not loaded or not isinstance(self.item('map'), QgsLayoutItemMap):
            raise ParameterError('The template {path} is no layout with a map whose id is map; export one from the '
                                 'layout window, or leave the template empty.', path=str(template))

        for name in UNIT_ITEMS:
            self.show(name, False)

    def item(self, name):
        return self.layout.itemById(name)

    def show(self, name, visible):
        """Shows or hides an item, where the template has it. Returns the item or None."""
        item = self.item(name)
        if item is not None:
            item.setVisibility(visible)
        return item

    def fill(self, title, layers, shown, extent, crs, language):
        """Puts everything in its place.

        Parameters
        ----------
        layers : on the map, top first
        shown : the ones in the legend, top first
        """
        chinese = language.code == 'zh'
        self.project.setCrs(crs)
        self.project.addMapLayers(layers, False)
        view = self.item('map')
        view.setCrs(crs)
        view.setLayers(layers)
        view.setKeepLayerSet(True)
        view.setExtent(fitted(extent, view.rect().width() / view.rect().height()))
        self._write('title', title)
        self._scale_bar(view)
        arrow = self.item('north_arrow')
        if arrow is not None:
            arrow.setPicturePath(str(LAYOUTS / 'north_arrow.svg'))
        legend = self.item('legend')
        if isinstance(legend, QgsLayoutItemLegend):
            fill_legend(legend, shown, language.tr('Legend'), chinese)

    def annotate(self, status, note):
        """Writes what the data are worth, in an item of its own where the template has one, and the note."""
        own_place = self.item('status') is not None
        self._write('status', status)
        self._write('note', '\n'.join(text for text in ('' if own_place else status, note) if text))

    @property
    def scale(self):
        return self.item('map').scale()

    def _write(self, name, text):
        item = self.item(name)
        if item is None:
            return
        font = QFont(item.font())
        font.setFamily(font_family(has_chinese(text)) or font.family())
        if name == 'title':
            room = item.rect().width() / 0.3528
            wide = text_width(text, font.pointSizeF() * 1.12)
            font.setPointSizeF(font.pointSizeF() * min(1.0, room / max(wide, 1.0)))
        item.setFont(font)
        item.setText(text)

    def _scale_bar(self, view):
        bar = self.item('scale_bar')
        if not isinstance(bar, QgsLayoutItemScaleBar):
            return
        kilometres = view.extent().width() >= 5000
        length = round_length(view.extent().width() / 9.0)
        bar.setLinkedMap(view)
        bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers if kilometres
                     else QgsUnitTypes.DistanceUnit.DistanceMeters)
        bar.setUnitLabel('km' if kilometres else 'm')
        bar.setMapUnitsPerScaleBarUnit(1.0)
        bar.setUnitsPerSegment(length / 1000.0 if kilometres else length)
        bar.setNumberOfSegments(3)
        bar.setNumberOfSegmentsLeft(0)
        text = QgsTextFormat(bar.textFormat())
        font = QFont(text.font())
        font.setFamily(font_family(False) or font.family())
        text.setFont(font)
        bar.setTextFormat(text)
        bar.update()

    def save_pdf(self, path, dpi=300):
        """Raises OutputError where the file cannot be written."""
        settings = QgsLayoutExporter.PdfExportSettings()
        settings.dpi = dpi
        written = QgsLayoutExporter(self.layout).exportToPdf(str(path), settings)
        _check(written == QgsLayoutExporter.ExportResult.Success, path)

    def save_png(self, path, dpi=200):
        """Raises OutputError where the file cannot be written."""
        image = QgsLayoutExporter(self.layout).renderPageToImage(0, QSize(), dpi)
        _check(not image.isNull() and image.save(str(path), 'PNG'), path)


def fitted(extent, ratio):
    """The extent grown to a ratio of width to height; an item given another ratio would change its size."""
    width, height = max(extent.width(), extent.height() * ratio), max(extent.height(), extent.width() / ratio)
    centre = extent.center()
    return QgsRectangle(centre.x() - width / 2, centre.y() - height / 2, centre.x() + width / 2,
                        centre.y() + height / 2)


def _check(written, path):
    if not written:
        raise OutputError('The map could not be written to {path}. Check the free space and that the file is not open '
                          'elsewhere.', path=str(path))


# The legend.

def fill_legend(legend, layers, title, chinese):
    """Lists layers with readable labels, and makes the letters smaller until all fit into the item's box."""
    legend.setAutoUpdateModel(False)
    legend.setLegendFilterByMapEnabled(False)
    legend.setWrapString(WRAP)
    root = legend.model().rootGroup()
    root.clear()
    for layer in layers:
        wrap_labels(layer)
        node = root.addLayer(layer)
        if isinstance(layer, QgsRasterLayer):
            # The first line of a colour ramp is the name of the band, which says nothing to a reader.
            QgsMapLayerLegendUtils.setLegendNodeOrder(node, [1])
            legend.model().refreshLayerLegend(node)
    legend.setTitle(title)
    fit_legend(legend, legend.rect(), chinese)


def fit_legend(legend, room, chinese):
    """Makes letters and symbols smaller until the legend fits into a rectangle, millimetres."""
    styles = {part: QgsLegendStyle(legend.style(part)) for part in LEGEND_PARTS}
    width, height, spacing = legend.symbolWidth(), legend.symbolHeight(), legend.lineSpacing()
    for factor in (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.46, 0.4):
        for part, style in styles.items():
            legend.setStyle(part, scaled_style(style, factor, font_family(chinese)))
        legend.setSymbolWidth(width * factor)
        legend.setSymbolHeight(height * factor)
        legend.setLineSpacing(spacing * factor)
        needed = legend_size(legend)
        if needed.height() <= room.height() and needed.width() <= room.width():
            break


def scaled_style(style, factor, family):
    """A legend style with smaller letters and spaces."""
    scaled = QgsLegendStyle(style)
    font = QFont(style.font())
    font.setFamily(family or font.family())
    font.setPointSizeF(font.pointSizeF() * factor)
    scaled.setFont(font)
    for side in (QgsLegendStyle.Side.Top, QgsLegendStyle.Side.Bottom):
        scaled.setMargin(side, style.margin(side) * factor)
    return scaled


def legend_size(legend):
    """What a legend needs, in millimetres; the item itself knows only after it was drawn."""
    return QgsLegendRenderer(legend.model(), legend.legendSettings()).minimumSize()


def wrap_labels(layer):
    """Breaks the long labels of a layer of ours."""
    layer.setName(wrapped(layer.name()))
    renderer = layer.renderer()
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        for index, item in enumerate(renderer.categories()):
            renderer.updateCategoryLabel(index, wrapped(item.label()))
    elif isinstance(renderer, QgsGraduatedSymbolRenderer):
        for index, item in enumerate(renderer.ranges()):
            renderer.updateRangeLabel(index, wrapped(item.label()))
    elif isinstance(renderer, QgsPalettedRasterRenderer):
        for item in renderer.classes():
            renderer.setLabel(item.value, wrapped(item.label))


def wrapped(text, letters=LEGEND_LETTERS):
    """The text with line breaks between words, or between Chinese characters, where it is long."""
    lines, line = [], ''
    for piece in _pieces(text):
        if line and text_width(line + piece, 1.0) > letters * 0.56:
            lines.append(line.strip())
            line = ''
        line += piece
    return WRAP.join(lines + [line.strip()])


def _pieces(text):
    """Where a line may break: after a blank, and around Chinese characters."""
    piece = ''
    for letter in text:
        piece += letter
        if letter == ' ' or '\u4e00' <= letter <= '\u9fff':
            yield piece
            piece = ''
    if piece:
        yield piece


# What lies on the map.

def map_contents(plan, language, theme, page='A3', pages=False):
    """(layers top first, the ones in the legend, extent) of a planning map.

    Parameters
    ----------
    theme : 'plan' zones and pattern together, 'zones' or 'pattern' alone
    pages : for an atlas with a page per unit, where shapes are drawn as they are and sources let the zone through
    """
    atlas = Atlas(plan, language, math.sqrt(max(plan.count('ZONES') or 1, 1)) if pages else 1.0)
    tr = language.tr
    outlines = atlas.outlines(theme != 'pattern', 10.0 if page == 'A3' else 7.5)
    relief = [layer for layer in [atlas.hillshade(0.45)] if layer is not None]
    sources = 'filled' if theme != 'plan' else 'hatched' if pages else 'broad'
    pattern = atlas.pattern(sources) if theme != 'zones' else []
    if pages and theme == 'plan':
        for layer in pattern:
            if layer.name() == tr('Corridor areas'):
                soften(layer, 120)
    zones = []
    if theme != 'pattern':
        units = atlas.cross_units()
        zones = [layer for layer in [units] if layer is not None]
        fill = atlas.layer('ZONES', 'zones', tr('Restoration zones'))
        if fill is not None:
            zones.append(soften(fill, 150 if relief else 190))
    background = []
    if theme == 'pattern':
        resistance = atlas.layer('RESISTANCE', 'resistance', tr('Resistance'), 0.5)
        background = [layer for layer in [resistance] if layer is not None]
    shown = pattern + zones + list(reversed(outlines)) + background
    return outlines + pattern + zones + background + relief, shown, atlas.extent()


def soften(layer, alpha):
    """The fills of a layer made translucent; colours, not the layer, so that the PDF stays vector."""
    renderer = layer.renderer()
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        for index, item in enumerate(renderer.categories()):
            renderer.updateCategorySymbol(index, _softened(item.symbol(), alpha))
    elif isinstance(renderer, QgsSingleSymbolRenderer):
        renderer.setSymbol(_softened(renderer.symbol(), alpha))
    return layer


def _softened(symbol, alpha):
    softer = symbol.clone()
    colour = QColor(softer.color())
    colour.setAlpha(alpha)
    softer.setColor(colour)
    return softer


def note_text(plan, scale, extra, broad, language):
    """The note of the map: whatever the user adds, scale, coordinate system; ``broad`` where shapes are generalised."""
    crs = plan.crs
    lines = [extra, language.tr('Sources and units are drawn generalised.') if broad else '',
             language.tr('Scale about 1 : {scale}', scale=number(round_scale(scale), 2)),
             language.tr('Coordinate system: {crs}', crs=crs_name(crs)),
             language.tr('Made with EcoRestore')]
    return '\n'.join(line for line in lines if line)


def round_scale(scale):
    """A scale denominator to two digits."""
    return float(f'{scale:.2g}')


