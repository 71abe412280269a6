"""Styles of results: QML files whose legends are translated and whose classes follow the data.

A style is the base name of a file in resources/styles. A result that may be raster or vector asks for one name; the
file with the ending that fits the layer (``_raster`` or ``_vector``) is taken where there is one.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsColorRampLegendNodeSettings,
    QgsFeatureRequest,
    QgsGraduatedSymbolRenderer,
    QgsMessageLog,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsRendererCategory,
    QgsRendererRange,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from ..i18n import Language
from ..paths import STYLES
from .style_words import (
    FIELD_ALIASES,
    FIXED_CLASSES,
    SIGNED,
    SPELLINGS,
    STRETCH,
    STYLE_FIELDS,
    SYNONYMS,
    WHOLE_LEGENDS,
    field_alias,
)

SPARE_COLOURS = ('#4477aa', '#ee6677', '#228833', '#ccbb44', '#66ccee', '#aa3377', '#999933', '#882255', '#44aa99',
                 '#bb7733', '#6699cc', '#bbbbbb')
SAMPLE_SIDE = 1200
LARGE, BELTS, BELT = 50_000_000, 16, 256  # cells of a raster that is sampled in so many belts of so many rows


def apply_style(layer, style, language=None):
    """Loads a style and fits it to the layer: legend and aliases translated, classes from the data.

    Parameters
    ----------
    style : base name of a QML in resources/styles
    language : 'en', 'zh', a Language, or None for the user's own

    Returns
    -------
    bool: False where the style is unknown or could not be applied; the layer then keeps what it had, and the log of
    QGIS says why
    """
    path = style_file(style, layer)
    if path is None:
        return _trouble(layer, style, 'no such style')
    try:
        # Not loadNamedStyle: QGIS 3.22 then takes the style that a GeoPackage holds for the layer, whatever the file.
        document = QDomDocument()
        document.setContent(path.read_text(encoding='utf-8'))
        loaded, message = layer.importNamedStyle(document)
        if not loaded:
            return _trouble(layer, style, message)
        language = language if isinstance(language, Language) else Language(language or '')
        if isinstance(layer, QgsRasterLayer):
            fit_raster(layer, style, language)
        else:
            fit_vector(layer, style, language)
    except Exception as error:  # A style must never cost the user a finished result.
        return _trouble(layer, style, repr(error))
    return True


def _trouble(layer, style, reason):
    QgsMessageLog.logMessage(f'{layer.name()}, {style}: {reason}', 'EcoRestore', Qgis.MessageLevel.Warning)
    return False


def style_file(style, layer):
    """The QML for a style name and a layer, or None."""
    raster = isinstance(layer, QgsRasterLayer)
    style = SYNONYMS.get(style, style)
    wanted = '<rasterrenderer' if raster else '<renderer-v2'
    for name in (f'{style}_raster' if raster else f'{style}_vector', style):
        path = STYLES / f'{name}.qml'
        if path.is_file() and wanted in path.read_text(encoding='utf-8'):
            return path
    return None


def save_style_beside(raster_path, style, language=None):
    """Writes the style as .qml beside a raster, where QGIS finds it by itself; False where that fails."""
    layer = QgsRasterLayer(str(raster_path), Path(raster_path).stem)
    if not layer.isValid() or not apply_style(layer, style, language):
        return False
    _, saved = layer.saveNamedStyle(str(Path(raster_path).with_suffix('.qml')))
    return saved


def save_style_in_geopackage(layer, style='', language=None):
    """Stores the style as the default one of a GeoPackage layer; False where that fails.

    With an empty ``style`` the layer's present style is stored. A style of the same name is replaced.
    """
    if style and not apply_style(layer, style, language):
        return False
    name = style or layer.name()
    count, ids, names, _, _ = layer.listStylesInDatabase()
    for position in range(max(count, 0)):
        if names[position] == name:
            layer.deleteStyleFromDatabase(ids[position])
    message = layer.saveStyleToDatabase(name, '', True, '')
    return True if not message else _trouble(layer, name, message)


# Rasters.

def fit_raster(layer, style, language):
    """Fits the renderer a style brought to the raster's values."""
    renderer = layer.renderer()
    values = sample(layer)
    if isinstance(renderer, QgsPalettedRasterRenderer):
        layer.setRenderer(fit_palette(layer, renderer, style, np.unique(values), language))
    elif isinstance(renderer, QgsSingleBandPseudoColorRenderer):
        fit_ramp(renderer, STRETCH.get(style, 'linear'), values)


def sample(layer, side=SAMPLE_SIDE):
    """Known values of the first band, thinned to about ``side`` squared cells."""
    provider = layer.dataProvider()
    columns, rows = min(layer.width(), side), min(layer.height(), side)
    if layer.providerType() == 'gdal':
        dataset = gdal.Open(layer.source())
        values = _thinned(dataset.GetRasterBand(1), columns, rows).astype(float)
    else:
        block = provider.block(1, layer.extent(), columns, rows)
        values = np.array([block.value(index) for index in range(columns * rows)], dtype=float)
    known = np.isfinite(values)
    if provider.sourceHasNoDataValue(1):
        nodata = provider.sourceNoDataValue(1)
        known &= (values != nodata) & (values != np.float64(np.float32(nodata)))
    for span in provider.userNoDataValues(1):
        known &= (values < span.min()) | (values > span.max())
    return values[known]


def _thinned(band, columns, rows):
    """Values of a band on ``rows`` times ``columns`` places, (values,); of large rasters of floats not all is read.

    Thinning a whole file means to unpack all of it. Quantiles need no more than some belts of it, classes do.
    """
    block = band.GetBlockSize()[1]
    height = -(-BELT // block) * block
    belts = np.unique(np.linspace(0, band.YSize // height, BELTS + 2).astype(int)[1:-1]) * height
    if band.DataType not in (gdal.GDT_Float32, gdal.GDT_Float64) or belts.size < BELTS or (
            band.XSize * band.YSize < LARGE):
        return band.ReadAsArray(buf_xsize=columns, buf_ysize=rows).ravel()
    high = max(rows // BELTS, 1)
    return np.concatenate([band.ReadAsArray(0, int(top), band.XSize, min(height, band.YSize - int(top)),
                                            columns, min(high, height)).ravel() for top in belts])


def fit_ramp(renderer, stretch, values):
    """Spreads the colours of a ramp over the values.

    Parameters
    ----------
    stretch : 'linear' between the 2 % and 98 % quantiles, 'quantile' (equal numbers of cells between colours),
        'symmetric' (the middle colour is 0), 'ratio' (0 to 2, the middle colour is 1), or 'low' from the minimum to
        the 90 % quantile
    """
    shader = renderer.shader().rasterShaderFunction()
    items = shader.colorRampItemList()
    stops = ramp_stops(values, stretch, len(items))
    decimals = decimals_for(stops)
    for item, stop in zip(items, stops):
        item.value = float(stop)
        item.label = number_label(stop, decimals)
    shader.setMinimumValue(float(stops[0]))
    shader.setMaximumValue(float(stops[-1]))
    shader.setColorRampItemList(items)
    settings = QgsColorRampLegendNodeSettings(shader.legendSettings())
    # A continuous bar cannot show unequal steps.
    settings.setUseContinuousLegend(stretch != 'quantile')
    settings.setMinimumLabel(items[0].label)
    settings.setMaximumLabel(items[-1].label)
    shader.setLegendSettings(settings)
    renderer.setClassificationMin(float(stops[0]))
    renderer.setClassificationMax(float(stops[-1]))


def ramp_stops(values, stretch, count):
    """Increasing values for ``count`` colours; see fit_ramp."""
    if not len(values):
        return np.linspace(0.0, 1.0, count)
    low, high = np.quantile(values, (0.02, 0.98))
    if stretch == 'low':
        low, high = values.min(), np.quantile(values, 0.9)
    if stretch == 'symmetric':
        reach = max(abs(low), abs(high))
        low, high = -reach, reach
    if stretch == 'ratio':
        low, high = 0.0, 2.0
    if not high > low:
        low, high = float(values.min()), float(values.max())
        high = high if high > low else low + max(abs(low), 1.0) * 1e-6
    stops = np.linspace(low, high, count)
    if stretch == 'quantile':
        wanted = np.quantile(values, np.linspace(0.02, 0.98, count))
        # Ties would give one value two colours: blend in a little of the linear stops.
        stops = wanted if (np.diff(wanted) > 0).all() else 0.9 * wanted + 0.1 * stops
    return stops


def fit_palette(layer, renderer, style, present, language):
    """A palette of the classes that occur, their labels translated, unknown classes with a colour of their own."""
    if style in ('resilience_classes', 'classes', 'security_degrees'):
        known = spread_classes(renderer.classes(), present)
    else:
        known = {int(item.value): (item.color, item.label) for item in renderer.classes()}
    if style in WHOLE_LEGENDS and max(layer.width(), layer.height()) > SAMPLE_SIDE:
        present = np.array(list(known))
    classes = []
    for code in present[:256]:
        colour, label = known.get(int(code), (spare_colour(len(classes)), f'{code:g}'))
        classes.append(QgsPalettedRasterRenderer.Class(int(code), colour, language.tr(label)))
    return QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes)


def spread_classes(classes, present):
    """Colours and names of ordered classes 1 to k spread over the five of the style, whatever k is."""
    known = {int(item.value): (item.color, item.label) for item in classes}
    highest = int(max(present, default=0))
    names = {2: (2, 4), 3: (2, 3, 4), 4: (1, 2, 4, 5)}.get(highest)
    if names:
        return {code: known[position] for code, position in enumerate(names, start=1)}
    return known


def spare_colour(position):
    return QColor(SPARE_COLOURS[position % len(SPARE_COLOURS)])


# Vectors.

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


# Numbers in legends.

def decimals_for(stops):
    """Decimals that keep neighbouring legend values apart."""
    steps = np.diff(np.unique(np.asarray(stops, dtype=float)))
    step = float(np.median(steps)) if len(steps) else 1.0
    return int(np.clip(np.ceil(-np.log10(step)) + 1 if step > 0 else 0, 0, 6))


def number_label(value, decimals):
    """A number with thousands separated and without trailing zeros."""
    text = f'{value:,.{decimals}f}'
    text = text.rstrip('0').rstrip('.') if '.' in text else text
    return '0' if text == '-0' else text
