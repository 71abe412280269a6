"""A QGIS project on a store: layers with styles, forms and value lists, ready for work in an office."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDefaultValue,
    QgsEditorWidgetSetup,
    QgsFieldConstraints,
    QgsProject,
    QgsVectorLayer,
)

from ..core.errors import OutputError
from ..i18n import mark
from .styles import apply_style

STYLES = {'units': 'boundaries', 'sources': 'sources', 'links': 'links', 'corridors': 'corridors',
          'pinch_points': 'pinch_points', 'barriers': 'barriers', 'nodes': 'nodes', 'zones': 'zones',
          'collaborative_units': 'collaborative_units', 'funding': 'funding'}
HIDDEN = ('fid', 'row_id', 'version_from', 'version_to')
# What a person sees on top of what.
ORDER = ('feedback', 'sites', 'nodes', 'pinch_points', 'barriers', 'projects', 'links', 'corridors', 'sources',
         'collaborative_units', 'funding', 'zones', 'units')
CURRENT = '"version_to" IS NULL'
# A row that somebody draws gets what an import would give it.
DEFAULTS = {'row_id': 'uuid()', 'access': "'{access}'"}
THEMES = {'base': mark('Base'), 'pattern': mark('Security pattern'), 'zoning': mark('Zoning'),
          'collaboration': mark('Collaboration'), 'monitoring': mark('Monitoring'),
          'participation': mark('Participation')}


def file_source(store_path):
    """A callable layer -> source of its table in a GeoPackage."""
    return lambda layer: f'{store_path}|layername={layer.name}'


def write_project(path, source, provider, standard, language):
    """Writes a project that shows the current rows of a store.

    Parameters
    ----------
    path : where the project goes (.qgz or .qgs)
    source : callable layer -> data source; a file is referred to relative to the project
    provider : 'ogr' or 'postgres'
    language : Language of labels and value lists

    Raises
    ------
    OutputError : a layer cannot be opened, or the project cannot be written
    """
    project = QgsProject()
    project.setTitle(language.tr('Shared restoration data'))
    order = sorted(standard.layers, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))
    groups, units = {}, None
    for name in order:
        described = standard.layer(name)
        layer = QgsVectorLayer(source(described), _label(described, language), provider)
        if not layer.isValid():
            raise OutputError('The layer {layer} of the store cannot be opened.', layer=name)
        layer.setSubsetString(CURRENT)
        if name in STYLES:
            apply_style(layer, STYLES[name], language)
        _form(layer, described, standard, language)
        project.addMapLayer(layer, False)
        units = layer if name == 'units' else units
        theme = described.theme
        if theme not in groups:
            groups[theme] = project.layerTreeRoot().addGroup(language.tr(THEMES.get(theme, theme)))
        groups[theme].addLayer(layer)
    project.setCrs(units.crs() if units.crs().isValid() else QgsCoordinateReferenceSystem())
    if not project.write(str(path)):
        raise OutputError('The project {path} could not be written: {reason}', path=str(Path(path).name),
                          reason=project.error())


def _label(described, language):
    return described.label_zh if language.code == 'zh' else described.label


def _form(layer, described, standard, language):
    """Aliases, value lists, required fields and hidden bookkeeping."""
    fields = layer.fields()
    for name in HIDDEN:
        if fields.lookupField(name) >= 0:
            layer.setEditorWidgetSetup(fields.lookupField(name), QgsEditorWidgetSetup('Hidden', {}))
    for one in described.fields:
        index = fields.lookupField(one.name)
        alias = _label(one, language)
        layer.setFieldAlias(index, f'{alias} ({one.unit})' if one.unit else alias)
        if one.required:
            layer.setFieldConstraint(index, QgsFieldConstraints.Constraint.ConstraintNotNull)
        if one.codes:
            layer.setEditorWidgetSetup(index, _choices(standard.codes[one.codes], language))
        elif one.name == 'photo':
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup('ExternalResource', {
                'DocumentViewer': 1, 'RelativeStorage': 1, 'FileWidget': True, 'FileWidgetButton': True}))
        elif one.kind in ('date', 'datetime'):
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup('DateTime', {'calendar_popup': True}))
    layer.setEditorWidgetSetup(fields.lookupField('access'), _choices(standard.codes['access'], language))
    for name, expression in DEFAULTS.items():
        layer.setDefaultValueDefinition(fields.lookupField(name), QgsDefaultValue(expression.format(
            access=described.access)))
    if layer.name() == _label(standard.layer('feedback'), language):
        layer.setDefaultValueDefinition(fields.lookupField('feedback_id'), QgsDefaultValue('uuid()'))
        layer.setDefaultValueDefinition(fields.lookupField('time'), QgsDefaultValue('now()'))
        layer.setDefaultValueDefinition(fields.lookupField('status'), QgsDefaultValue("'new'"))


def _choices(codes, language):
    """A drop-down list: what a person reads -> what is stored."""
    position = 1 if language.code == 'zh' else 0
    return QgsEditorWidgetSetup('ValueMap', {'map': [{labels[position]: code} for code, labels in codes.items()]})

