#!/usr/bin/env python3
"""Writes ecorestore_plugin/resources/styles/*.qml from the tables below.

Run it with the oldest supported QGIS, so that every later one can read the files, and with a fixed hash seed, so that
attributes keep their order:
    QT_HASH_SEED=0 QT_QPA_PLATFORM=offscreen /usr/bin/python3 tools/build_styles.py
Legend labels are English keys; styles.py translates them when a style is applied.
"""

import os
import sys
import tempfile
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsColorRampShader,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMarkerLineSymbolLayer,
    QgsMarkerSymbol,
    QgsPalettedRasterRenderer,
    QgsPalLayerSettings,
    QgsRasterLayer,
    QgsRasterShader,
    QgsRendererCategory,
    QgsRendererRange,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsSingleBandPseudoColorRenderer,
    QgsSingleSymbolRenderer,
    QgsTemplatedLineSymbolLayerBase,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

TARGET = Path(__file__).resolve().parent.parent / 'ecorestore_plugin' / 'resources' / 'styles'

VIRIDIS = '#440154 #46327e #365c8d #277f8e #1fa187 #4ac16d #a0da39 #fde725'.split()
CIVIDIS = '#00224e #2a3f6d #575d6d #7d7c78 #a59c74 #d2c060 #fee838'.split()
# Brown where movement is held up, pale where it is free, violet where it has few ways.
FLOW = '#6e4a1e #b98d55 #e0cda8 #f3efe6 #c3b5de #8a6bbf #3f1080'.split()
BROWNS = '#fff7e3 #fde0a8 #f7bd6b #dd8c3c #b35a1f #7f3410 #4a1d08'.split()
GREENS = '#f7fcf0 #ddf0c8 #b5dea6 #7cc486 #41a068 #147a4a #00502f'.split()
PURPLES = '#fcfbfd #e2e0ef #bfbddd #9a94c7 #7761ac #582f8f #3a0a6b'.split()
BLUES = '#f7fbff #d6e6f4 #abd0e6 #6aaed6 #3787c0 #105ba4 #08306b'.split()
YELLOW_BLUE = '#ffffd9 #d6efb3 #8ed2ba #40b5c4 #1f80b8 #24489d #081d58'.split()
BROWN_GREEN = '#543005 #a6611a #dfc27d #f5f5f5 #80cdc1 #1f877d #003c30'.split()
TERRAIN = '#3f7f5f #8fb27a #d9d6a0 #d8b983 #b98b5c #a07a68 #cfc4bf #ffffff'.split()
TEMPERATURE = '#313695 #6ba0c9 #c6e2ee #fefec0 #fdc676 #ee6a44 #a50026'.split()
SAND_GREEN = '#fbf3d5 #e6e3a8 #bcd38a #85bd7c #4aa06f #1d7d5f #00463f'.split()
ORANGES = '#fff5eb #fddab6 #fdb271 #f58634 #df5005 #a63603 #5f1d02'.split()
ROCKET = '#fdf0e2 #f8c7a0 #f2895f #e2483f #b01d5b #70195b #34133f'.split()
COMPASS = '#3b4b8f #7fb3d5 #f4e9a6 #e8a33d #8f3b3b #8a6fa8 #3b4b8f'.split()
TEALS = '#00441b #1b7f5a #5fb6a0 #b5dcd2 #eaf5f2'.split()
MAGENTAS = '#d39abf #c46ba5 #b04a8b #9c3176 #8e1f63 #761452 #5f0b41 #490532 #340124'.split()
EROSION = '#d9ead3 #fff2a8 #fdc56d #f0823c #c5382c #6e0f1f'.split()
QUALITATIVE = '#4477aa #ee6677 #228833 #ccbb44 #66ccee #aa3377 #999933 #882255 #44aa99 #bbbbbb'.split()

CONTINUOUS = {
    'resistance': BROWNS,
    'mcr': YELLOW_BLUE[::-1],
    'corridor_mosaic': TEALS,
    'current': VIRIDIS,
    'normalised_current': FLOW,
    'supply': GREENS,
    'demand': PURPLES,
    'cesdr': BROWN_GREEN,
    'resilience': YELLOW_BLUE,
    'dem': TERRAIN,
    'population': PURPLES,
    'nightlight': CIVIDIS,
    'ndvi': GREENS,
    'precipitation': BLUES,
    'temperature': TEMPERATURE,
    'slope': BROWNS,
    'aspect': COMPASS,
    'water_flow': BLUES,
    'continuous': VIRIDIS,
    'habitat_quality': SAND_GREEN,
    'coordination': SAND_GREEN,
    'degradation': ORANGES,
    'priority': ORANGES,
    'trend': BROWN_GREEN,
    'barrier_score': ROCKET,
}

FIVE = [YELLOW_BLUE[1], YELLOW_BLUE[2], YELLOW_BLUE[3], YELLOW_BLUE[4], YELLOW_BLUE[6]]
IMPORTANCE = ['#f4f1de', '#cfe3b4', '#8cc68a', '#3c9a5f', '#0b5c3b']
# From bare through pale to green, dark at both ends.
ECOLOGICAL_LEVELS = ['#a6611a', '#dfc27d', '#f3efd9', '#8cc68a', '#0b5c3b']
CLASS_NAMES = ['Lowest', 'Low', 'Medium', 'High', 'Highest']
LANDCOVER = [(1, '#fae39c', 'Cropland'), (2, '#446f33', 'Forest'), (3, '#33a02c', 'Shrub'),
             (4, '#abd37b', 'Grassland'), (5, '#1e69b4', 'Water'), (6, '#a6cee3', 'Snow and ice'),
             (7, '#cfbda3', 'Barren'), (8, '#e24290', 'Built-up'), (9, '#289be8', 'Wetland')]
MATCHING = [('I', '#4477aa', 'I High supply, high demand'), ('II', '#ee6677', 'II Low supply, high demand'),
            ('III', '#ddcc77', 'III Low supply, low demand'), ('IV', '#228833', 'IV High supply, low demand')]
ZONES = [('I-1', '#33689e', 'I-1'), ('I-2', '#9dc3e6', 'I-2'), ('II-1', '#c8433f', 'II-1'), ('II-2', '#f2a98f', 'II-2'),
         ('III-1', '#d9a72c', 'III-1'), ('III-2', '#f4e3a0', 'III-2'), ('IV-1', '#2b7a4b', 'IV-1'),
         ('IV-2', '#a9d6a5', 'IV-2')]
# The method closes the scale at -1 and 1; the ratio itself can reach -2 and 2.
ESDR_LIMITS = [-2, -0.5, -0.2, -0.05, 0.05, 0.2, 0.5, 2]
ESDR_COLOURS = '#8c510a #c98b45 #ecd3a2 #f2f0ec #c0e2dc #5fb3a8 #01665e'.split()
ESDR_NAMES = ['High deficit', 'Medium deficit', 'Low deficit', 'Balance', 'Low surplus', 'Medium surplus',
              'High surplus']

# The colours of GuidosToolbox; foreground inside holes of core has 100 more and the same colour.
MSPA = [(17, '#00c800', 'Core'), (9, '#a03c00', 'Islet'), (5, '#0000ff', 'Perforation'), (3, '#000000', 'Edge'),
        (65, '#ffff00', 'Loop'), (67, '#ffff00', 'Loop in edge'), (69, '#ffff00', 'Loop in perforation'),
        (33, '#ff0000', 'Bridge'), (35, '#ff0000', 'Bridge in edge'), (37, '#ff0000', 'Bridge in perforation'),
        (1, '#ff8c00', 'Branch')]
MSPA += [(code + 100, colour, f'{label}, inside') for code, colour, label in MSPA]
MSPA += [(100, '#888888', 'Core opening'), (220, '#c2c2c2', 'Border opening'), (0, '#dcdcdc', 'Background')]
ACROSS = {67: '#000000', 69: '#0000ff', 35: '#000000', 37: '#0000ff'}

SECURITY_ZONES = list(zip('#14713f #5fb36f #c3df93 #f3d68b #d8a268'.split(),
                          ['Core zone', 'Buffer zone', 'Transition zone', 'Marginal zone', 'Outer zone']))
SECURITY_DEGREES = list(zip('#0b5d43 #379a72 #86caa3 #c9e6cd #f1efdc'.split(),
                            [f'{name} security' for name in ('Lowest', 'Low', 'Medium', 'High', 'Highest')]))

FLOW_CLASSES = [(1, FLOW[1], 'Impeded'), (2, FLOW[3], 'Diffuse'), (3, FLOW[4], 'Intensified'),
                (4, FLOW[6], 'Channelised')]

PALETTED = {
    'flow_classes': FLOW_CLASSES,
    'security_levels': [(i + 1, colour, label) for i, (colour, label) in enumerate(SECURITY_ZONES)],
    'security_degrees': [(i + 1, colour, label) for i, (colour, label) in enumerate(SECURITY_DEGREES)],
    'mspa': MSPA,
    'mspa_edges': [(code, ACROSS.get(code % 100, colour), label) for code, colour, label in MSPA],
    'landcover': LANDCOVER,
    'resilience_classes': [(i + 1, FIVE[i], CLASS_NAMES[i]) for i in range(5)],
    'importance_classes': [(i + 1, IMPORTANCE[i], CLASS_NAMES[i]) for i in range(5)],
    'matching_raster': [(i + 1, colour, label) for i, (_, colour, label) in enumerate(MATCHING)],
    'zones_raster': [(i + 1, colour, label) for i, (_, colour, label) in enumerate(ZONES)],
    'esdr_classes': [(i + 1, ESDR_COLOURS[i], ESDR_NAMES[i]) for i in range(7)],
    'erosion_intensity': list(zip(range(1, 7), EROSION, ['Slight', 'Light', 'Moderate', 'Strong', 'Very strong',
                                                         'Severe'])),
    'classes': [(i + 1, colour, str(i + 1)) for i, colour in enumerate(QUALITATIVE)],
    'ecological_levels': [(i + 1, ECOLOGICAL_LEVELS[i], name) for i, name in enumerate(
        ['Poor', 'Fair', 'Medium', 'Good', 'Excellent'])],
    'control_cells': [(1, QUALITATIVE[1], 'Treated'), (2, QUALITATIVE[0], 'Control')],
    'trend_classes': [(-1, BROWN_GREEN[1], 'Falling'), (0, '#ececec', 'No trend'), (1, BROWN_GREEN[5], 'Rising')],
}

CLUSTERS = [('HH', '#b2182b', 'High among high (HH)'), ('LL', '#2166ac', 'Low among low (LL)'),
            ('HL', '#f4a582', 'High among low (HL)'), ('LH', '#92c5de', 'Low among high (LH)'),
            ('ns', '#ececec', 'Not significant'), ('island', '#8c8c8c', 'No neighbour'), ('none', '#ffffff', 'No data')]
COORDINATION = list(zip('#7f2704 #b5431a #d97b3f #eeb27b #f6dfc0 #e3ecd2 #b9d9b0 #7fbb86 #3f9463 #0b5c3b'.split(), [
    'Extreme imbalance', 'Serious imbalance', 'Moderate imbalance', 'Mild imbalance', 'Near imbalance',
    'Barely coordinated', 'Primary coordination', 'Intermediate coordination', 'Good coordination',
    'Quality coordination']))
LEVELS = [('county', '#80b1d3', 'County leads'), ('city', '#fdb462', 'City leads'),
          ('province', '#b05fa8', 'Province leads')]
NODES = [('pinch_point', '#d7301f', 'circle', 'Pinch point'), ('barrier', '#3f3f3f', 'square', 'Barrier'),
         ('crossing', '#f0a30a', 'diamond', 'Corridor crossing'), ('road_break', '#2166ac', 'triangle', 'Road break')]


def built(kind, *layers):
    """A symbol of ``kind`` made of these symbol layers."""
    symbol = kind()
    symbol.changeSymbolLayer(0, layers[0])
    for layer in layers[1:]:
        symbol.appendSymbolLayer(layer)
    return symbol


def fill(colour, outline='#5a5a5a', width=0.1, alpha=255):
    layer = QgsSimpleFillSymbolLayer(with_alpha(colour, alpha))
    if outline:
        layer.setStrokeColor(QColor(outline))
        layer.setStrokeWidth(width)
    else:
        layer.setStrokeStyle(Qt.PenStyle.NoPen)
    return built(QgsFillSymbol, layer)


def outline_only(colour, width, style='solid'):
    layer = QgsSimpleFillSymbolLayer(QColor(0, 0, 0, 0))
    layer.setBrushStyle(Qt.BrushStyle.NoBrush)
    layer.setStrokeColor(QColor(colour))
    layer.setStrokeWidth(width)
    layer.setStrokeStyle(Qt.PenStyle.DashLine if style == 'dash' else Qt.PenStyle.SolidLine)
    return built(QgsFillSymbol, layer)


def hatched(colour, width, distance):
    """Diagonal lines with an outline, so that what lies below stays visible."""
    pattern = QgsLinePatternFillSymbolLayer()
    pattern.setLineAngle(45)
    pattern.setDistance(distance)
    pattern.setSubSymbol(built(QgsLineSymbol, QgsSimpleLineSymbolLayer(QColor(colour), width)))
    edge = QgsSimpleLineSymbolLayer(QColor(colour), width)
    return built(QgsFillSymbol, pattern, edge)


def cased_line(colour, width):
    """A line with a thin white edge, so that it stays visible on any background."""
    case = QgsSimpleLineSymbolLayer(QColor('#ffffff'), width + 0.4)
    line = QgsSimpleLineSymbolLayer(QColor(colour), width)
    for part in (case, line):
        part.setPenCapStyle(Qt.PenCapStyle.RoundCap)
        part.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return built(QgsLineSymbol, case, line)


def marker(colour, shape, size=2.6):
    return QgsMarkerSymbol.createSimple({'name': shape, 'color': colour, 'size': str(size), 'outline_color': '#ffffff',
                                         'outline_width': '0.25'})


def with_alpha(colour, alpha):
    colour = QColor(colour)
    colour.setAlpha(alpha)
    return colour


def graduated(attribute, colours, make=fill):
    ranges = [QgsRendererRange(i, i + 1, make(colour), str(i + 1)) for i, colour in enumerate(colours)]
    return QgsGraduatedSymbolRenderer(attribute, ranges)


def fixed_ranges(attribute, limits, colours, labels):
    ranges = [QgsRendererRange(low, high, fill(colour), label)
              for low, high, colour, label in zip(limits, limits[1:], colours, labels)]
    return QgsGraduatedSymbolRenderer(attribute, ranges)


def categorised(attribute, rows):
    return QgsCategorizedSymbolRenderer(attribute, [QgsRendererCategory(value, symbol, label)
                                                    for value, symbol, label in rows])


PLUMS, INKS = '#5c0d40 #8e1f63 #b04d85 #c97fab'.split(), '#12305c #2a5a9c #5585c0 #84a9d4'.split()


def link_widths(attribute, colours):
    """The lowest values as the widest and darkest lines."""
    widths = [1.3, 0.95, 0.65, 0.4]
    ranges = [QgsRendererRange(i, i + 1, cased_line(colour, width), str(i + 1))
              for i, (width, colour) in enumerate(zip(widths, colours))]
    return in_order(QgsGraduatedSymbolRenderer(attribute, ranges), attribute, False)


def in_order(renderer, attribute, rising=True):
    """Draws the features with the largest values last, or those with the smallest, so that none hides them."""
    clause = QgsFeatureRequest.OrderByClause(f'"{attribute}"', rising)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([clause]))
    renderer.setOrderByEnabled(True)
    return renderer


def rising_links(attribute):
    """Wider and darker lines for larger values."""
    ranges = [QgsRendererRange(i, i + 1, cased_line(colour, width), str(i + 1))
              for i, (colour, width) in enumerate(zip(MAGENTAS[::2], (0.35, 0.6, 0.9, 1.2, 1.5)))]
    return in_order(QgsGraduatedSymbolRenderer(attribute, ranges), attribute)


def flow_lines(attribute):
    """Thin arrows that let the ground show through, wider and darker for larger values."""
    ranges = []
    for i, (colour, width) in enumerate(zip(MAGENTAS[::2], (0.15, 0.3, 0.5, 0.75, 1.05))):
        head = QgsMarkerLineSymbolLayer(True)
        head.setPlacement(QgsTemplatedLineSymbolLayerBase.Placement.LastVertex)
        head.setSubSymbol(marker(colour, 'filled_arrowhead', 1.6 + 1.2 * width))
        symbol = cased_line(colour, width)
        symbol.appendSymbolLayer(head)
        symbol.setOpacity(0.85)
        ranges.append(QgsRendererRange(i, i + 1, symbol, str(i + 1)))
    return in_order(QgsGraduatedSymbolRenderer(attribute, ranges), attribute)


def link_classes(attribute):
    """A category per class, wider and darker for higher ones."""
    # Three classes are usual: they take the whole range of colours, and more only grow wider.
    return in_order(categorised(attribute, [
        (i + 1, cased_line(MAGENTAS[min(4 * i, 8)], 0.4 + 0.35 * i), str(i + 1)) for i in range(9)]), attribute)


VECTORS = {
    'sources': ('Polygon', lambda: QgsSingleSymbolRenderer(fill('#1b6e3c', '#0d4023', 0.1)), ''),
    'sources_hatched': ('Polygon', lambda: QgsSingleSymbolRenderer(hatched('#14522c', 0.35, 1.5)), ''),
    'corridors': ('Polygon', lambda: QgsSingleSymbolRenderer(fill('#5fb6a0', '#2c8c77', 0.15, 150)), ''),
    'links': ('LineString', lambda: link_widths('cost', PLUMS), ''),
    'paths': ('LineString', lambda: link_widths('cost', INKS), ''),
    'security_levels_vector': ('Polygon', lambda: categorised(
        'level_name', [(label, fill(colour, None), label) for colour, label in SECURITY_ZONES]), ''),
    'security_degrees_vector': ('Polygon', lambda: categorised(
        'level_name', [(label, fill(colour, None), label) for colour, label in SECURITY_DEGREES]), ''),
    'link_importance': ('LineString', lambda: link_classes('importance'), ''),
    'link_centrality': ('LineString', lambda: rising_links('current_flow'), ''),
    'link_priority': ('LineString', lambda: rising_links('csp_norm'), ''),
    'climate_links': ('LineString', lambda: QgsSingleSymbolRenderer(cased_line('#b2352f', 0.75)), ''),
    'source_centrality': ('Polygon', lambda: graduated('current_flow', SAND_GREEN[1:6]), ''),
    'source_value': ('Polygon', lambda: graduated('cav', SAND_GREEN[1:6]), ''),
    'stepping_stones': ('Polygon', lambda: QgsSingleSymbolRenderer(fill('#f58634', '#8a3300', 0.3)), ''),
    'stepping_gain': ('Polygon', lambda: graduated('first_gain', ORANGES[1:6]), ''),
    'corridor_lines': ('LineString', lambda: QgsSingleSymbolRenderer(cased_line('#8e1f63', 0.75)), ''),
    'pinch_points': ('Polygon', lambda: QgsSingleSymbolRenderer(fill('#d7301f', '#8f1208', 0.45)), ''),
    'barriers': ('Polygon', lambda: QgsSingleSymbolRenderer(fill('#3f3f3f', '#000000', 0.45)), ''),
    'nodes': ('Point', lambda: categorised('node_type', [(value, marker(colour, shape), label)
                                                         for value, colour, shape, label in NODES]), ''),
    'units': ('Polygon', lambda: QgsSingleSymbolRenderer(outline_only('#6b6b6b', 0.2)), 'unit_name'),
    'boundaries': ('Polygon', lambda: QgsSingleSymbolRenderer(outline_only('#222222', 0.55)), ''),
    'supply_vector': ('Polygon', lambda: graduated('supply', GREENS[1:6]), ''),
    'demand_vector': ('Polygon', lambda: graduated('demand', PURPLES[1:6]), ''),
    'cesdr_vector': ('Polygon', lambda: fixed_ranges('cesdr', ESDR_LIMITS, ESDR_COLOURS, ESDR_NAMES), ''),
    'matching': ('Polygon', lambda: categorised('match_type', [(value, fill(colour), label)
                                                               for value, colour, label in MATCHING]), ''),
    'clusters': ('Polygon', lambda: categorised('cluster', [(value, fill(colour), label)
                                                            for value, colour, label in CLUSTERS]), ''),
    'coordination_vector': ('Polygon', lambda: categorised('ccd_class', [
        (i + 1, fill(colour), label) for i, (colour, label) in enumerate(COORDINATION)]), ''),
    'tradeoff': ('Polygon', lambda: graduated('tradeoff_strength', ORANGES[1:6]), ''),
    'patch_connectivity': ('Polygon', lambda: graduated('pc_delta', SAND_GREEN[1:6]), ''),
    'resilience_vector': ('Polygon', lambda: graduated('resilience', FIVE), ''),
    'resilience_classes_vector': ('Polygon', lambda: categorised(
        'resilience_class', [(i + 1, fill(FIVE[i]), CLASS_NAMES[i]) for i in range(5)]), ''),
    'zones': ('Polygon', lambda: categorised('zone_code', [(value, fill(colour), label)
                                                           for value, colour, label in ZONES]), 'unit_name'),
    'classes_vector': ('Polygon', lambda: categorised(
        'class', [(i + 1, fill(colour), str(i + 1)) for i, colour in enumerate(QUALITATIVE)]), ''),
    'collaborative_units': ('Polygon', lambda: categorised(
        'lead_level', [(value, fill(colour, '#4a4a4a', 0.1), label) for value, colour, label in LEVELS]), ''),
    'collaborative_outlines': ('Polygon', lambda: QgsSingleSymbolRenderer(outline_only('#c2185b', 0.6, 'dash')), ''),
    'funding': ('Polygon', lambda: graduated('share', BLUES[1:6]), 'unit_name'),
    'unit_priority': ('Polygon', lambda: categorised('priority_class', [
        (i + 1, fill(colour), str(i + 1)) for i, colour in enumerate(
            '#7f2704 #e0601c #fdbe85 #feeddc #f1e5dc #e4ddd8 #d8d4d1 #cccac9 #c1c1c1'.split())]), 'unit_name'),
    'compensation': ('Polygon', lambda: graduated('net_wan', BROWN_GREEN), 'unit_name'),
    'compensation_flows': ('LineString', lambda: flow_lines('value_wan'), ''),
    'projects': ('Polygon', lambda: categorised('phase', [
        (i + 1, fill(colour), str(i + 1)) for i, colour in enumerate(BLUES[:1:-1])]), ''),
    'roads': ('LineString', lambda: QgsSingleSymbolRenderer(cased_line('#7d4e24', 0.35)), ''),
    'rivers': ('LineString', lambda: QgsSingleSymbolRenderer(built(
        QgsLineSymbol, QgsSimpleLineSymbolLayer(QColor('#2f7fc1'), 0.3))), ''),
    'generic_vector': ('Polygon', lambda: graduated('value', VIRIDIS[1:7]), ''),
}


def labelling(attribute):
    text = QgsTextFormat()
    text.setSize(7)
    text.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    text.setColor(QColor('#222222'))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.6)
    halo.setColor(QColor(255, 255, 255, 215))
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = attribute
    settings.setFormat(text)
    settings.centroidInside = True
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    settings.autoWrapLength = 14
    settings.multilineAlign = QgsPalLayerSettings.MultiLineAlign.MultiCenter
    return QgsVectorLayerSimpleLabeling(settings)


def continuous_renderer(layer, colours):
    shader = QgsColorRampShader(0, 1, None, QgsColorRampShader.Type.Interpolated)
    last = len(colours) - 1
    shader.setColorRampItemList([QgsColorRampShader.ColorRampItem(i / last, QColor(colour), f'{i / last:.2g}')
                                 for i, colour in enumerate(colours)])
    raster_shader = QgsRasterShader(0, 1)
    raster_shader.setRasterShaderFunction(shader)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, raster_shader)
    renderer.setClassificationMin(0)
    renderer.setClassificationMax(1)
    return renderer


def paletted_renderer(layer, rows):
    classes = [QgsPalettedRasterRenderer.Class(value, QColor(colour), label) for value, colour, label in rows]
    return QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes)


def save(layer, name):
    wanted = QgsMapLayer.StyleCategory.Symbology | QgsMapLayer.StyleCategory.Labeling
    message, saved = layer.saveNamedStyle(str(TARGET / f'{name}.qml'), wanted)
    if not saved:
        sys.exit(f'{name}: {message}')


def carrier(folder):
    """A one-cell raster to hang renderers on."""
    path = folder / 'carrier.asc'
    path.write_text('ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n0 1\n1 0\n', encoding='ascii')
    return QgsRasterLayer(str(path), 'carrier')


def main(folder):
    TARGET.mkdir(parents=True, exist_ok=True)
    for old in TARGET.glob('*.qml'):
        old.unlink()
    raster = carrier(folder)
    for name, colours in CONTINUOUS.items():
        raster.setRenderer(continuous_renderer(raster, colours))
        save(raster, name)
    for name, rows in PALETTED.items():
        raster.setRenderer(paletted_renderer(raster, rows))
        save(raster, name)
    for name, (geometry, renderer, label) in VECTORS.items():
        layer = QgsVectorLayer(geometry, name, 'memory')
        layer.setRenderer(renderer())
        if label:
            layer.setLabeling(labelling(label))
            layer.setLabelsEnabled(True)
        save(layer, name)


if __name__ == '__main__':
    if os.environ.get('QT_HASH_SEED') != '0':
        sys.exit('Set QT_HASH_SEED=0, or every run shuffles the files.')
    QgsApplication.setPrefixPath('/usr', True)
    application = QgsApplication([], False)
    application.initQgis()
    with tempfile.TemporaryDirectory() as scratch:
        main(Path(scratch))
    application.exitQgis()
