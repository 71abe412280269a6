"""Styles of vector layers, fitted to their features: categories that occur, ranges of the values, labels, aliases."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsGraduatedSymbolRenderer,
    QgsRendererCategory,
    QgsRendererRange,
)
from qgis.PyQt.QtGui import QColor

from .legends import decimals_for, number_label, spare_colour
from .style_words import FIELD_ALIASES, FIXED_CLASSES, SIGNED, SPELLINGS, STYLE_FIELDS, field_alias


def fit_vector(layer, style, language):
    """Fits the renderer and labels a style brought to the layer's features."""
    renderer = layer.renderer()
    names = [field.name() for field in layer.fields()]
    if isinstance(renderer, (QgsCategorizedSymbolRenderer, QgsGraduatedSymbolRenderer)):
        attribute = choose_field(names, style, renderer.classAttribute())
        if attribute is None:
            raise KeyError(renderer.classAttribute())
        fitted = (fit_categories(layer, renderer, style, attribute, language)
                  if isinstance(renderer, QgsCategorizedSymbolRenderer)
                  else fit_ranges(layer, renderer, style, attribute, language))
        if renderer.orderByEnabled():
            # What matters most is drawn last.
            rising = renderer.orderBy().list()[0].ascending()
            fitted.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause(f'"{attribute}"', rising)]))
            fitted.setOrderByEnabled(True)
        layer.setRenderer(fitted)
    if layer.labelsEnabled():
        set_label_field(layer, names, language)
    for position, name in enumerate(names):
        if name in FIELD_ALIASES or field_alias(name, language) != name:
            layer.setFieldAlias(position, field_alias(name, language))


def choose_field(names, style, wanted):
    """The field a style classifies by: the wanted one, or the first of its stand-ins that exists."""
    lower = {name.lower(): name for name in names}
    for candidate in (wanted,) + STYLE_FIELDS.get(style, ()):
        if candidate.lower() in lower:
            return lower[candidate.lower()]
        if candidate.startswith('*'):
            found = [name for name in names if name.lower().endswith(candidate[1:])]
            if found:
                return found[0]
    return None


def set_label_field(layer, names, language):
    """Labels features with their name in the language."""
    labeling = layer.labeling().clone()
    settings = labeling.settings()
    settings.fieldName = name_expression(names, language.code)
    settings.isExpression = True
    labeling.setSettings(settings)
    layer.setLabeling(labeling)
    layer.setLabelsEnabled(settings.fieldName != '')


def name_expression(names, code):
    """An expression for the name of a unit in a language; '' where the layer has no names."""
    order = ['unit_name', 'unit_name_zh', 'name', 'name_zh', 'name_en']
    if code == 'zh':
        order = ['unit_name_zh', 'name_zh', 'unit_name', 'name']
    found = [f'nullif("{name}", \'\')' for name in order if name in names]
    return f'coalesce({", ".join(found)}, \'\')' if found else ''


def fit_categories(layer, renderer, style, attribute, language):
    """A renderer of the values that occur; a field ``color`` of the features wins over the style's colours.

    A layer that is still empty keeps all the values the style knows.
    """
    # Symbols die with the copies of the categories they belong to.
    known = {str(category.value()): (category.symbol().clone(), category.label())
             for category in renderer.categories()}
    base = next(iter(known.values()))[0]
    if layer.featureCount() == 0:
        return QgsCategorizedSymbolRenderer(attribute, [
            QgsRendererCategory(category.value(), category.symbol().clone(), language.tr(category.label()))
            for category in renderer.categories()])
    categories = []
    order = list(known)
    found = [(SPELLINGS.get(style, {}).get(str(value).strip().lower(), str(value)), value, details)
             for value, details in category_values(layer, attribute, language).items()]
    # The order of the style first, then what it does not know, by name.
    found.sort(key=lambda row: (order.index(row[0]) if row[0] in known else len(order), str(row[1])))
    for key, value, details in found:
        symbol, label = known.get(key, (None, str(value)))
        symbol = (symbol or base).clone()
        if key not in known:
            symbol.setColor(spare_colour(len(categories)))
        colour = QColor(details['color'] or '')
        if style == 'zones' and colour.isValid():
            symbol.setColor(colour)
        label = f'{value} {details["name"]}'.strip() if style == 'zones' else language.tr(label)
        categories.append(QgsRendererCategory(value, symbol, label))
    return QgsCategorizedSymbolRenderer(attribute, categories)


def category_values(layer, attribute, language):
    """dict value -> {'color', 'name'} of the values that occur."""
    names = [field.name() for field in layer.fields()]
    titles = ['zone_name_zh', 'zone_name'] if language.code == 'zh' else ['zone_name']
    title = next((name for name in titles if name in names), None)
    found = {}
    for feature in layer.getFeatures():
        value = feature[attribute]
        if missing(value):
            continue
        details = found.setdefault(value, {'color': '', 'name': ''})
        if 'color' in names and not missing(feature['color']):
            details['color'] = str(feature['color'])
        if title and not missing(feature[title]):
            details['name'] = str(feature[title])
    return found


def missing(value):
    """Whether a feature's attribute is NULL, which QGIS 3 hands over as a QVariant."""
    return value is None or (hasattr(value, 'isNull') and value.isNull())


def fit_ranges(layer, renderer, style, attribute, language):
    """Ranges over the data's quantiles; fixed ranges keep their limits and lose what does not occur."""
    values = numeric_values(layer, attribute)
    old = renderer.ranges()
    if style in SIGNED:
        ranges = signed_ranges(values, old)
    elif style in FIXED_CLASSES:
        ranges = [(item.lowerValue(), item.upperValue(), item.symbol(), language.tr(item.label())) for item in old
                  if ((values >= item.lowerValue()) & (values <= item.upperValue())).any()]
    else:
        breaks = np.unique(np.quantile(values, np.linspace(0, 1, len(old) + 1))) if len(values) else np.array([0., 1.])
        if len(breaks) == 1:
            breaks = np.repeat(breaks, 2)
        decimals = decimals_for(breaks)
        chosen = np.linspace(0, len(old) - 1, len(breaks) - 1).round().astype(int)
        ranges = [(low, high, old[position].symbol(), f'{number_label(low, decimals)} – {number_label(high, decimals)}')
                  for low, high, position in zip(breaks, breaks[1:], chosen)]
    return QgsGraduatedSymbolRenderer(attribute, [QgsRendererRange(float(low), float(high), symbol.clone(), label)
                                                  for low, high, symbol, label in ranges])


def signed_ranges(values, old):
    """Quantiles of the losses and of the gains apart, nothing lost nor gained between them.

    ``old`` holds an odd number of ranges, the middle one for 0.
    """
    half = len(old) // 2
    ranges = []
    for part, symbols in ((values[values < 0], old[:half]), (values[values > 0], old[half + 1:])):
        breaks = np.unique(np.quantile(part, np.linspace(0, 1, half + 1))) if len(part) else []
        decimals = decimals_for(breaks) if len(breaks) else 0
        ranges += [(low, high, item.symbol(), f'{number_label(low, decimals)} – {number_label(high, decimals)}')
                   for low, high, item in zip(breaks, breaks[1:], symbols)]
        if len(breaks) == 1:
            ranges.append((breaks[0], breaks[0], symbols[0].symbol(), number_label(breaks[0], decimals)))
    if (values == 0).any():
        ranges.append((0.0, 0.0, old[half].symbol(), '0'))
    return sorted(ranges, key=lambda item: item[:2])


def numeric_values(layer, attribute):
    """Known values of a field as float array."""
    index = layer.fields().lookupField(attribute)
    found = []
    for feature in layer.getFeatures():
        value = feature.attributes()[index]
        if not missing(value):
            found.append(float(value))
    values = np.array(found, dtype=float)
    return values[np.isfinite(values)]
