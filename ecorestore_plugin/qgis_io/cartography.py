"""Map pictures and their legends, drawn without a project, a canvas or a widget."""

from __future__ import annotations

import math
from dataclasses import dataclass

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsGeometry,
    QgsGraduatedSymbolRenderer,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsPalettedRasterRenderer,
    QgsPalLayerSettings,
    QgsRasterLayer,
    QgsRectangle,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QT_VERSION_STR, QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter, QPen, QPolygonF

from .charts import number
from .plan_facts import has_chinese
from .styles import apply_style
from .vector import field_types, plain
from .vector_styles import name_expression

CHINESE_FONTS = ('Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'Source Han Sans CN', 'Microsoft YaHei',
                 'PingFang SC', 'WenQuanYi Micro Hei', 'WenQuanYi Zen Hei', 'SimHei', 'SimSun')
LATIN_FONTS = ('Noto Sans', 'Open Sans', 'Segoe UI', 'Helvetica Neue', 'Noto Sans CJK SC', 'DejaVu Sans', 'Arial')
# With more units than this a name has to find room inside its own unit.
MOST_NAMED = 300
GEOMETRIES = {'point': 'Point', 'line': 'MultiLineString', 'polygon': 'MultiPolygon'}


@dataclass(frozen=True)
class Swatch:
    """One line of a legend: a picture (PNG bytes) or a colour, and its text."""

    label: str
    colour: str = ''
    image: bytes = b''


@dataclass(frozen=True)
class Legend:
    """What a layer's colours mean: swatches, or a ramp of (colour, label) from low to high."""

    title: str
    swatches: tuple = ()
    ramp: tuple = ()


@dataclass(frozen=True)
class Picture:
    """An encoded map picture."""

    data: bytes
    kind: str
    width: int
    height: int


# Layers of our own: a user's layer is never restyled.

def vector_copy(features, title, kind):
    """A layer in memory with the features of a Features."""
    layer = QgsVectorLayer(GEOMETRIES[kind], title, 'memory')
    layer.setCrs(features.crs)
    provider = layer.dataProvider()
    provider.addAttributes(field_types(features.columns))
    layer.updateFields()
    copies = []
    for index, geometry in enumerate(features.geometries):
        copy = QgsFeature(layer.fields())
        copy.setAttributes([plain(values[index]) for values in features.columns.values()])
        geometry = QgsGeometry(geometry)
        if kind != 'point':
            geometry.convertToMultiType()
        copy.setGeometry(geometry)
        copies.append(copy)
    provider.addFeatures(copies)
    layer.updateExtents()
    return layer


def raster_copy(layer, title):
    """A second raster layer on the same source."""
    copy = QgsRasterLayer(layer.source(), title, layer.providerType())
    copy.setCrs(layer.crs())
    return copy


def styled(layer, style, language, opacity=1.0):
    """The layer with a style of ours."""
    apply_style(layer, style, language)
    layer.setOpacity(opacity)
    return layer


def merged_outline(features, groups, title):
    """The outlines of groups of polygons, such as counties of one prefecture, as a layer."""
    members = {}
    for geometry, group in zip(features.geometries, groups):
        members.setdefault(group, []).append(geometry)
    layer = QgsVectorLayer('MultiPolygon', title, 'memory')
    layer.setCrs(features.crs)
    outlines = []
    for group in sorted(members):
        outline = QgsFeature()
        merged = QgsGeometry.unaryUnion(members[group])
        merged.convertToMultiType()
        outline.setGeometry(merged)
        outlines.append(outline)
    layer.dataProvider().addFeatures(outlines)
    layer.updateExtents()
    return layer


# Names on the map.

def font_family(chinese):
    """An installed family that has the letters, '' where none of the known ones is installed."""
    # Qt 6 made the font database static.
    database = QFontDatabase if int(QT_VERSION_STR.split('.')[0]) >= 6 else QFontDatabase()
    installed = set(database.families())
    wanted = CHINESE_FONTS if chinese else LATIN_FONTS + CHINESE_FONTS
    return next((family for family in wanted if family in installed), '')


def text_format(size, chinese, bold=False, halo=0.6):
    """A text format in points with a white halo (millimetres)."""
    text = QgsTextFormat()
    font = QFont(font_family(chinese))
    font.setBold(bold)
    text.setFont(font)
    text.setSize(size)
    text.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    text.setColor(QColor('#1f2528'))
    if halo:
        buffer = QgsTextBufferSettings()
        buffer.setEnabled(True)
        buffer.setSize(halo)
        buffer.setSizeUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
        buffer.setColor(QColor(255, 255, 255, 220))
        text.setBuffer(buffer)
    return text


def label_size(count, largest=8.5):
    """Points for unit names: the more units, the smaller."""
    return largest * max(0.6, min(1.0, 1.0 - 0.17 * math.log2(max(count, 1) / 24.0)))


def label_units(layer, language, size=8.5, codes=False, count=None):
    """Names every polygon once, inside it where there is room, in the language; names never overlap.

    With ``codes`` the zone stands under the name. ``count`` is how many units a map shows, by default all.
    """
    names = [field.name() for field in layer.fields()]
    expression = name_expression(names, language.code)
    if not expression:
        return
    texts = [str(feature[name]) for feature in layer.getFeatures() for name in names if name.endswith(('name', 'zh'))]
    chinese = any(has_chinese(text) for text in texts) if language.code == 'en' else True
    if codes and 'zone_code' in names:
        expression = f'concat({expression}, \'\\n\', "zone_code")'
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.setFormat(text_format(label_size(count or layer.featureCount(), size), chinese))
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    settings.centroidInside = True
    settings.autoWrapLength = 0 if language.code == 'zh' else 18
    settings.multilineAlign = QgsPalLayerSettings.MultiLineAlign.MultiCenter
    settings.fitInPolygonOnly = (count or layer.featureCount()) > MOST_NAMED
    settings.priority = 8
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


# Pictures.

def crs_name(crs):
    """Name and code of a coordinate system, or the one of them there is, or what it is made of."""
    name = crs.description().strip()
    code = crs.authid() if not crs.authid().startswith('USER') else ''
    if name.lower() not in ('', 'unknown', 'unnamed'):
        return f'{name} ({code})' if code and code not in name else name
    if code:
        return code
    plain = ('+no_defs', '+type=crs', '+x_0=0', '+y_0=0')
    words = [word.lstrip('+') for word in crs.toProj().split() if word not in plain]
    method = crs.operation().description()
    named = [word for word in words if not word.startswith(('proj=', 'units=', 'lat_0=0'))]
    return f'{method} ({", ".join(named)})' if method else ' '.join(words)


def common_extent(boxes, margin=0.03):
    """What holds all rectangles, with a margin."""
    extent = QgsRectangle()
    extent.setMinimal()
    for box in boxes:
        extent.combineExtentWith(box)
    extent.grow(margin * max(extent.width(), extent.height()))
    return extent


def draw_map(layers, extent, crs, width=1500, dpi=150, tallest=0.82, context=None):
    """A map of layers (first on top) with scale bar and north arrow.

    Parameters
    ----------
    tallest : greatest height as a multiple of the width; a taller extent gets a narrower picture

    Returns
    -------
    QImage
    """
    ratio = extent.height() / extent.width() if extent.width() > 0 else 1.0
    if ratio > tallest:
        width = int(width * tallest / ratio)
    height = max(int(width * ratio), 1)
    settings = QgsMapSettings()
    settings.setDestinationCrs(crs)
    settings.setLayers(layers)
    settings.setExtent(extent)
    settings.setOutputSize(QSize(width, height))
    settings.setOutputDpi(dpi)
    settings.setBackgroundColor(QColor('#ffffff'))
    settings.setFlag(QgsMapSettings.Flag.Antialiasing, True)
    settings.setFlag(QgsMapSettings.Flag.DrawLabeling, True)
    if context is not None:
        settings.setTransformContext(context)
    image = QImage(QSize(width, height), QImage.Format.Format_RGB32)
    image.fill(QColor('#ffffff'))
    image.setDotsPerMeterX(int(dpi / 0.0254))
    image.setDotsPerMeterY(int(dpi / 0.0254))
    painter = QPainter(image)
    QgsMapRendererCustomPainterJob(settings, painter).renderSynchronously()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_scale_bar(painter, width, height, extent.width() / width, dpi / 96.0)
    draw_north_arrow(painter, width, dpi / 96.0)
    painter.end()
    return image


def round_length(longest):
    """The largest 1, 2 or 5 times a power of ten that is not above ``longest``."""
    power = 10.0 ** math.floor(math.log10(longest))
    return max(factor * power for factor in (1, 2, 5) if factor * power <= longest * (1 + 1e-9))


def draw_scale_bar(painter, width, height, metres_per_pixel, scale):
    """A bar of round length in the lower left corner."""
    length = round_length(0.2 * width * metres_per_pixel)
    text = f'{number(length / 1000)} km' if length >= 1000 else f'{number(length)} m'
    font = QFont(font_family(False))
    font.setPixelSize(int(12 * scale))
    painter.setFont(font)
    pixels, left, base = length / metres_per_pixel, 14 * scale, height - 14 * scale
    plate = QRectF(left - 7 * scale, base - 29 * scale, max(pixels, 60 * scale) + 14 * scale, 36 * scale)
    painter.fillRect(plate, QColor(255, 255, 255, 205))
    painter.setPen(QPen(QColor('#222222'), 1.0 * scale))
    for part in range(4):
        box = QRectF(left + part * pixels / 4, base - 6 * scale, pixels / 4, 6 * scale)
        painter.fillRect(box, QColor('#222222' if part % 2 == 0 else '#ffffff'))
        painter.drawRect(box)
    painter.drawText(QPointF(left, base - 11 * scale), text)


def draw_north_arrow(painter, width, scale):
    """A slim arrow in the upper right corner."""
    x, top = width - 24 * scale, 12 * scale
    painter.fillRect(QRectF(x - 13 * scale, top - 6 * scale, 26 * scale, 52 * scale), QColor(255, 255, 255, 190))
    painter.setPen(QPen(QColor('#ffffff'), 1.2 * scale))
    painter.setBrush(QColor('#222222'))
    painter.drawPolygon(QPolygonF([QPointF(x, top), QPointF(x + 8 * scale, top + 26 * scale),
                                   QPointF(x, top + 20 * scale), QPointF(x - 8 * scale, top + 26 * scale)]))
    font = QFont(font_family(False))
    font.setPixelSize(int(13 * scale))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor('#222222'))
    painter.drawText(QRectF(x - 12 * scale, top + 26 * scale, 24 * scale, 18 * scale),
                     Qt.AlignmentFlag.AlignCenter, 'N')


def encode(image, kind='PNG', quality=-1):
    """An image as Picture, kind 'PNG' or 'JPEG'."""
    store = QByteArray()
    device = QBuffer(store)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(device, kind, quality)
    device.close()
    return Picture(bytes(store), kind.lower(), image.width(), image.height())


# Legends.

def legend_of(layer, title=''):
    """The legend of a styled layer."""
    title = title or layer.name()
    if isinstance(layer, QgsRasterLayer):
        return _raster_legend(layer.renderer(), title)
    renderer = layer.renderer()
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        rows = [(item.label(), item.symbol().clone()) for item in renderer.categories()]
    elif isinstance(renderer, QgsGraduatedSymbolRenderer):
        rows = [(item.label(), item.symbol().clone()) for item in renderer.ranges()]
    else:
        return Legend(title, (Swatch(title, image=symbol_picture(renderer.symbol())),))
    return Legend(title, tuple(Swatch(label, image=symbol_picture(symbol)) for label, symbol in rows))


def _raster_legend(renderer, title):
    items = renderer.legendSymbologyItems()
    if isinstance(renderer, QgsPalettedRasterRenderer):
        return Legend(title, tuple(Swatch(label, colour.name()) for label, colour in items))
    return Legend(title, ramp=tuple((colour.name(), label) for label, colour in items))


def symbol_picture(symbol, width=26, height=16, scale=2):
    """A symbol as PNG bytes, twice as fine as shown."""
    return encode(symbol.asImage(QSize(width * scale, height * scale))).data
