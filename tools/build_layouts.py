#!/usr/bin/env python3
"""Writes the layout templates ecorestore_plugin/resources/layouts/*.qpt for the planning map.

Run it with the oldest supported QGIS and a fixed hash seed, so that attributes keep their order:
    QT_HASH_SEED=0 QT_QPA_PLATFORM=offscreen /usr/bin/python3 tools/build_layouts.py
The tool fills the items by their ids: title, map, legend, scale_bar, north_arrow, status, note; on the pages of an
atlas also facts_names, facts_values, facts_text and locator, which stand over the legend, and are hidden elsewhere. An
office may pass a template of its own with the same ids.
"""

import os
import re
import sys
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsFillSymbol,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

TARGET = Path(__file__).resolve().parent.parent / 'ecorestore_plugin' / 'resources' / 'layouts'
MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters
INK = QColor('#1f2528')


def place(layout, item, name, x, y, width, height):
    item.setId(name)
    item.attemptMove(QgsLayoutPoint(x, y, MM))
    item.attemptResize(QgsLayoutSize(width, height, MM))
    layout.addLayoutItem(item)
    return item


def font(size, bold=False):
    made = QFont('Noto Sans')
    made.setPointSizeF(size)
    made.setBold(bold)
    return made


def label(layout, name, box, size, bold=False, alignment=Qt.AlignmentFlag.AlignVCenter):
    item = QgsLayoutItemLabel(layout)
    item.setText(name)
    item.setFont(font(size, bold))
    item.setFontColor(INK)
    item.setVAlign(alignment)
    item.setHAlign(Qt.AlignmentFlag.AlignLeft)
    return place(layout, item, name, *box)


def frame(item, width=0.25):
    item.setFrameEnabled(True)
    item.setFrameStrokeColor(INK)
    item.setFrameStrokeWidth(QgsLayoutMeasurement(width, MM))


def build(page, width, height, k):
    """One template; k scales lengths and letters from A3."""
    project = QgsProject()
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName('EcoRestore')
    layout.pageCollection().page(0).setPageSize(page, QgsLayoutItemPage.Orientation.Landscape)
    margin, panel, head = 10 * k, 108 * k, 15 * k
    map_width = width - 2 * margin - panel - 4 * k
    map_height = height - 2 * margin - head
    left, top = margin + map_width + 4 * k, margin + head

    border = QgsLayoutItemShape(layout)
    border.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
    border.setSymbol(QgsFillSymbol.createSimple({'color': '0,0,0,0', 'style': 'no', 'outline_color': '#1f2528',
                                                 'outline_width': str(0.5 * k)}))
    place(layout, border, 'border', margin - 4 * k, margin - 4 * k, width - 2 * margin + 8 * k,
          height - 2 * margin + 8 * k)

    title = label(layout, 'title', (margin, margin - 1 * k, width - 2 * margin, head), 25 * k, True)
    title.setHAlign(Qt.AlignmentFlag.AlignHCenter)
    view = QgsLayoutItemMap(layout)
    place(layout, view, 'map', margin, top, map_width, map_height)
    frame(view, 0.35 * k)
    view.setBackgroundColor(QColor('#ffffff'))

    legend = QgsLayoutItemLegend(layout)
    legend.setLinkedMap(view)
    legend.setTitle('legend')
    sizes = {QgsLegendStyle.Style.Title: (15, True), QgsLegendStyle.Style.Group: (11, True),
             QgsLegendStyle.Style.Subgroup: (11, True), QgsLegendStyle.Style.SymbolLabel: (10, False)}
    for style, (size, bold) in sizes.items():
        legend.setStyleFont(style, font(size * k, bold))
    legend.setSymbolWidth(8 * k)
    legend.setSymbolHeight(4.5 * k)
    legend.setFontColor(INK)
    legend.setAutoUpdateModel(False)
    place(layout, legend, 'legend', left, top, panel, map_height - 64 * k)

    bar = QgsLayoutItemScaleBar(layout)
    bar.setStyle('Single Box')
    bar.setLinkedMap(view)
    text = QgsTextFormat()
    text.setFont(font(9.5 * k))
    text.setSize(9.5 * k)
    bar.setTextFormat(text)
    bar.setHeight(2.2 * k)
    place(layout, bar, 'scale_bar', left, top + map_height - 60 * k, panel, 13 * k)

    arrow = QgsLayoutItemPicture(layout)
    arrow.setLinkedMap(view)
    place(layout, arrow, 'north_arrow', margin + map_width - 17 * k, top + 4 * k, 13 * k, 19 * k)

    status = label(layout, 'status', (left, top + map_height - 45 * k, panel, 20 * k), 9.5 * k, True,
                   Qt.AlignmentFlag.AlignBottom)
    status.setFontColor(QColor('#b3261e'))
    label(layout, 'note', (left, top + map_height - 23 * k, panel, 23 * k), 8.5 * k,
          alignment=Qt.AlignmentFlag.AlignBottom)
    unit_page(layout, left, top, panel, k)
    path = TARGET / f'plan_map_{page}.qpt'
    if not layout.saveAsTemplate(str(path), QgsReadWriteContext()):
        sys.exit(f'{path}: not written')
    path.write_text(numbered(path.read_text(encoding='utf-8')), encoding='utf-8')


def unit_page(layout, left, top, panel, k):
    """What the page of a unit has besides, in the upper part of the panel."""
    above = Qt.AlignmentFlag.AlignTop
    names = label(layout, 'facts_names', (left, top, 39 * k, 69 * k), 9 * k, alignment=above)
    names.setFontColor(QColor('#5f6b72'))
    label(layout, 'facts_values', (left + 40 * k, top, 36 * k, 69 * k), 9 * k, True, above)
    locator = QgsLayoutItemMap(layout)
    place(layout, locator, 'locator', left + panel - 30 * k, top, 30 * k, 30 * k)
    frame(locator, 0.2 * k)
    locator.setBackgroundColor(QColor('#ffffff'))
    label(layout, 'facts_text', (left, top + 70 * k, panel, 18 * k), 9 * k, alignment=above)


def numbered(text):
    """Random item identifiers replaced by running numbers."""
    known = {}
    return re.sub(r'\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}',
                  lambda found: known.setdefault(found.group(), f'{{{len(known) + 1:08d}-0000-4000-8000-{0:012d}}}'),
                  text)


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    build('A3', 420, 297, 1.0)
    build('A4', 297, 210, 0.707)
    (TARGET / 'north_arrow.svg').write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="26" height="38" viewBox="0 0 26 38">\n'
        '  <path d="M13 13 21.5 37 13 31.5 4.5 37Z" fill="#1f2528"/>\n'
        '  <path d="M13 13V31.5L4.5 37Z" fill="#ffffff" stroke="#1f2528" stroke-width="0.8"/>\n'
        '  <path d="M9 10.2V1.4H10.9L15.2 7.4V1.4H17V10.2H15.1L10.8 4.2V10.2Z" fill="#1f2528"/>\n'
        '</svg>\n', encoding='utf-8')


if __name__ == '__main__':
    if os.environ.get('QT_HASH_SEED') != '0':
        sys.exit('Set QT_HASH_SEED=0, or every run shuffles the files.')
    QgsApplication.setPrefixPath('/usr', True)
    application = QgsApplication([], False)
    application.initQgis()
    main()
    application.exitQgis()
