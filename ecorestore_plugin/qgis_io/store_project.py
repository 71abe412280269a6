"""A QGIS project on a store: layers with styles, forms and value lists, ready for work in an office."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsDefaultValue,
    QgsEditorWidgetSetup,
    QgsFieldConstraints,
    QgsGraduatedSymbolRenderer,
    QgsProject,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..core.errors import OutputError
from ..i18n import mark
from .legends import SPARE_COLOURS
from .styles import apply_style

STYLES = {'units': 'boundaries', 'sources': 'sources', 'links': 'links', 'corridors': 'corridors',
          'pinch_points': 'pinch_points', 'barriers': 'barriers', 'nodes': 'nodes', 'zones': 'zones',
          'collaborative_units': 'collaborative_units', 'funding': 'funding'}
# Layers that show a code list of the standard.
BY_CODES = {'projects': 'status', 'sites': 'kind', 'feedback': 'status'}
HIDDEN = ('fid', 'row_id', 'version_from', 'version_to', 'edited_by')
OTHERS = mark('Other values')
KEPT = {'access': mark('Open to'), 'extra': mark('Other fields')}
# What a person sees on top of what.
ORDER = ('feedback', 'sites', 'nodes', 'pinch_points', 'barriers', 'projects', 'links', 'corridors', 'sources',
         'collaborative_units', 'funding', 'zones', 'watersheds', 'units')
# These would cover the zones; a click shows them.
COVERING = ('funding', 'watersheds')
CURRENT = '"version_to" IS NULL'
# A row that somebody draws gets what an import would give it.
DEFAULTS = {'row_id': 'uuid()', 'access': "'{access}'"}
FEEDBACK = {'feedback_id': 'uuid()', 'time': 'now()', 'status': "'new'"}
# Fields that name a row of another layer: layer, its key, what a person reads.
RELATED = {('projects', 'technique'): ('techniques', 'technique', 'technique'),
           ('projects', 'watershed'): ('watersheds', 'watershed', 'name'),
           ('sites', 'watershed'): ('watersheds', 'watershed', 'name'),
           ('watersheds', 'downstream'): ('watersheds', 'watershed', 'name'),
           ('observations', 'site_id'): ('sites', 'site_id', 'name')}
# Kept as paths relative to the project, so that the folder can be moved; the value is how a form shows the file.
FILES = {'photo': 1, 'path': 0}
LONG = ('message', 'reply', 'agreed', 'participants', 'strategy', 'strategy_zh')
THEMES = {'base': mark('Base'), 'pattern': mark('Security pattern'), 'zoning': mark('Zoning'),
          'collaboration': mark('Collaboration'), 'monitoring': mark('Monitoring'),
          'participation': mark('Participation')}


def file_source(store_path):
    """A callable layer -> source of the current rows of its table in a GeoPackage.

    The filter stands in the source: one that is set on an open layer closes the file under the other layers.
    """
    return lambda layer: f'{store_path}|layername={layer.name}|subset={CURRENT}'


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
    project.writeEntryBool('Paths', '/Absolute', False)
    project.setTitle(language.tr('Shared restoration data'))
    order = sorted(standard.layers, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))
    groups, layers = {}, {}
    for name in order:
        described = standard.layer(name)
        layer = QgsVectorLayer(source(described), _label(described, language), provider)
        if not layer.isValid():
            raise OutputError('The layer {layer} of the store cannot be opened.', layer=name)
        if provider != 'ogr':
            layer.setSubsetString(CURRENT)
        if name in STYLES:
            apply_style(layer, STYLES[name], language)
            _open_ended(layer, language)
        elif name in BY_CODES:
            _style_by_codes(layer, BY_CODES[name], described, standard, language)
        _form(layer, described, standard, language)
        project.addMapLayer(layer, False)
        layers[name] = layer
        theme = described.theme
        if theme not in groups:
            groups[theme] = project.layerTreeRoot().addGroup(language.tr(THEMES.get(theme, theme)))
        groups[theme].addLayer(layer).setItemVisibilityChecked(name not in COVERING)
    for (name, field), related in RELATED.items():
        _relate(layers[name], field, layers[related[0]], *related[1:])
    units = layers['units']
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
        condition = _condition(one)
        if condition:
            layer.setConstraintExpression(index, condition, language.tr('Within the limits of the data standard'))
        widget = _widget(one, standard, language)
        if widget:
            layer.setEditorWidgetSetup(index, widget)
    if len(described.key) == 1 and layer.providerType() == 'ogr':
        # On a server the key is unique as well, but a member may not see the row that has it.
        layer.setFieldConstraint(fields.lookupField(described.key[0]), QgsFieldConstraints.Constraint.ConstraintUnique)
    for name, alias in KEPT.items():
        layer.setFieldAlias(fields.lookupField(name), language.tr(alias))
    layer.setEditorWidgetSetup(fields.lookupField('access'), _choices(standard.codes['access'], language))
    defaults = {name: expression.format(access=described.access) for name, expression in DEFAULTS.items()}
    for name, expression in {**defaults, **(FEEDBACK if described.name == 'feedback' else {})}.items():
        layer.setDefaultValueDefinition(fields.lookupField(name), QgsDefaultValue(expression))
    if fields.lookupField('edited_by') >= 0:
        layer.setDefaultValueDefinition(fields.lookupField('edited_by'), QgsDefaultValue('@user_account_name', True))


def _condition(one):
    """The limits of a field and the form of a code as an expression, '' where there are none."""
    tests = [f'"{one.name}" {sign} {limit:g}' for sign, limit in (('>=', one.minimum), ('<=', one.maximum))
             if not np.isnan(limit)]
    if one.rule == 'code':
        tests.append(f'regexp_match("{one.name}", \'^[0-9]{{6}}$\')')
    return f'"{one.name}" IS NULL OR ({" AND ".join(tests)})' if tests else ''


def _widget(one, standard, language):
    """How a form asks for a field, None for the way of QGIS."""
    if one.codes:
        return _choices(standard.codes[one.codes], language)
    if one.name in FILES:
        return QgsEditorWidgetSetup('ExternalResource', {
            'DocumentViewer': FILES[one.name], 'RelativeStorage': 1, 'FileWidget': True, 'FileWidgetButton': True,
            'StorageMode': 0, 'UseLink': True})
    if one.kind in ('date', 'datetime'):
        return QgsEditorWidgetSetup('DateTime', {'calendar_popup': True, 'allow_null': not one.required})
    if one.name in LONG:
        return QgsEditorWidgetSetup('TextEdit', {'IsMultiline': True})
    return None


def _relate(layer, field, other, key, shown):
    """A field whose values are chosen among the rows of another layer."""
    layer.setEditorWidgetSetup(layer.fields().lookupField(field), QgsEditorWidgetSetup('ValueRelation', {
        'Layer': other.id(), 'LayerName': other.name(), 'Key': key, 'Value': shown, 'AllowNull': True,
        'AllowMulti': False, 'OrderByValue': True, 'UseCompleter': False, 'FilterExpression': ''}))


def _open_ended(layer, language):
    """A style for rows that come later: none may be drawn with nothing."""
    renderer = layer.renderer()
    # Symbols die with the copies of the classes they belong to.
    if isinstance(renderer, QgsCategorizedSymbolRenderer) and renderer.categories():
        known = renderer.categories()
        symbol = known[-1].symbol().clone()
        symbol.setColor(QColor('#bbbbbb'))
        layer.setRenderer(QgsCategorizedSymbolRenderer(renderer.classAttribute(), [
            *known, QgsRendererCategory(None, symbol, language.tr(OTHERS))]))
    elif isinstance(renderer, QgsGraduatedSymbolRenderer) and layer.featureCount() == 0 and renderer.ranges():
        ranges = renderer.ranges()
        layer.setRenderer(QgsSingleSymbolRenderer(ranges[-1].symbol().clone()))


def _style_by_codes(layer, field, described, standard, language):
    """A colour for each code of the list, under the words a person reads."""
    position = 1 if language.code == 'zh' else 0
    categories = []
    for place, (code, labels) in enumerate(standard.codes[described.field(field).codes].items()):
        symbol = QgsSymbol.defaultSymbol(layer.geometryType())
        symbol.setColor(QColor(SPARE_COLOURS[place]))
        categories.append(QgsRendererCategory(code, symbol, labels[position]))
    layer.setRenderer(QgsCategorizedSymbolRenderer(field, categories))


def _choices(codes, language):
    """A drop-down list: what a person reads -> what is stored."""
    position = 1 if language.code == 'zh' else 0
    return QgsEditorWidgetSetup('ValueMap', {'map': [{labels[position]: code} for code, labels in codes.items()]})

