"""The planning map as an atlas: one page per unit, all in one PDF."""

from __future__ import annotations

from qgis.core import QgsLayoutExporter, QgsLayoutItemMap

from ..core.errors import OutputError
from .cartography import vector_copy

MARGIN = 0.2
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
    view.setAtlasDriven(True)
    view.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Auto)
    view.setAtlasMargin(MARGIN)
    words = page.item('title')
    if words is not None and name:
        words.setText(f'{_plain(title)} – [% coalesce({_quoted(name)}, \'\') %]')
    note = page.item('note')
    if note is not None:
        facts = [_field(zones, *names, language) for names in FACTS]
        lines = [f'[% coalesce({_quoted(field)}, \'\') %]' for field in facts if field]
        note.setText('\n'.join([*lines, _plain(note.text())]))
    return atlas


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
