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
    QgsColorRampLegendNodeSettings,
    QgsMessageLog,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtXml import QDomDocument

from ..i18n import Language
from ..paths import STYLES
from .legends import decimals_for, number_label, spare_colour
from .style_words import STRETCH, SYNONYMS, WHOLE_LEGENDS
from .vector_styles import fit_vector

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
