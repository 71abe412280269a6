"""Styles load, follow the data, speak the user's language, and never cost a result."""

import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsRasterLayer,
    QgsRendererRange,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ecorestore.ecorestore_plugin.i18n import Language
from ecorestore.ecorestore_plugin.paths import STYLES
from ecorestore.ecorestore_plugin.qgis_io import legends, styles, vector_styles
from ecorestore.ecorestore_plugin.qgis_io.style_words import (
    FIELD_ALIASES,
    LEGEND_LABELS,
    STYLE_FIELDS,
    SYNONYMS,
    field_alias,
)

FILES = sorted(STYLES.glob('*.qml'))
KINDS = {'0': 'Point', '1': 'LineString', '2': 'Polygon'}
SHAPES = {'Point': 'POINT({0} 0)', 'LineString': 'LINESTRING({0} 0,{0} 10)',
          'Polygon': 'POLYGON(({0} 0,{1} 0,{1} 1,{0} 0))'}


def labels_of(path):
    root = ET.parse(path).getroot()
    found = [element.get('label') for tag in ('category', 'paletteEntry') for element in root.iter(tag)]
    if 'cesdr' in path.stem:
        found += [element.get('label') for element in root.iter('range')]
    return [label for label in found if label]


class Marked(Language):
    """A made-up language."""

    def __init__(self, code='zh'):
        self.code = code

    def tr(self, text, **values):
        return '§' + text.format(**values)


@pytest.fixture
def ramp(make_raster):
    values = np.arange(1000, dtype=float).reshape(20, 50)
    values[0, 0] = np.nan
    return QgsRasterLayer(make_raster('ramp', values), 'ramp')


def test_there_are_styles():
    names = {path.stem for path in FILES}
    assert names >= {'landcover', 'resistance', 'mcr', 'corridor_mosaic', 'current', 'sources', 'links', 'corridors',
                     'pinch_points', 'nodes', 'units', 'supply', 'demand', 'cesdr', 'matching', 'resilience',
                     'resilience_classes', 'zones', 'collaborative_units', 'funding', 'dem', 'population'}


@pytest.mark.parametrize('path', FILES, ids=lambda path: path.stem)
def test_every_label_is_in_the_catalogue(path):
    for label in labels_of(path):
        assert label in LEGEND_LABELS or label.isdigit() or path.stem.startswith('zones')


@pytest.mark.parametrize('path', FILES, ids=lambda path: path.stem)
def test_no_path_of_a_machine(path):
    text = path.read_text(encoding='utf-8')
    assert '/usr/' not in text and '/tmp/' not in text and '/home/' not in text


def test_stand_ins_belong_to_styles_there_are():
    names = {path.stem for path in FILES}
    for style in list(STYLE_FIELDS) + list(SYNONYMS.values()):
        assert {style, f'{style}_vector', f'{style}_raster'} & names


@pytest.mark.parametrize('path', [path for path in FILES if '<rasterrenderer' in path.read_text(encoding='utf-8')],
                         ids=lambda path: path.stem)
def test_every_raster_style_applies(path, make_raster):
    layer = QgsRasterLayer(make_raster('values', np.array([[1, 2, 3], [4, 5, 6]])), 'values')
    assert styles.apply_style(layer, path.stem)
    assert layer.renderer().legendSymbologyItems()


@pytest.mark.parametrize('path', [path for path in FILES if '<renderer-v2' in path.read_text(encoding='utf-8')],
                         ids=lambda path: path.stem)
def test_every_vector_style_applies(path, make_vector):
    root = ET.parse(path).getroot()
    kind = KINDS[root.find('layerGeometryType').text]
    field = root.find('renderer-v2').get('attr') or 'any'
    values = {'match_type': ['I', 'III', 'I'], 'zone_code': ['I-1', 'IV-1', 'new'], 'node_type': ['barrier'] * 3,
              'lead_level': ['city', 'county', 'city']}.get(field, [1, 2, 5])
    layer = make_vector('layer', kind, {field: values}, [SHAPES[kind].format(i, i + 1) for i in range(3)])
    assert styles.apply_style(layer, path.stem)
    assert layer.renderer().type() == root.find('renderer-v2').get('type')


def test_colours_spread_over_the_quantiles(ramp):
    assert styles.apply_style(ramp, 'resistance')
    items = ramp.renderer().shader().rasterShaderFunction().colorRampItemList()
    low, high = np.quantile(np.arange(1, 1000), (0.02, 0.98))
    assert items[0].value == pytest.approx(low) and items[-1].value == pytest.approx(high)
    assert np.allclose(np.diff([item.value for item in items]), (high - low) / (len(items) - 1))


def test_a_large_raster_is_sampled_in_belts(make_raster, monkeypatch):
    """Rows hold their own number, so that the sample says where it was taken."""
    rows = np.repeat(np.arange(1024.0)[:, np.newaxis], 300, axis=1)
    layer = QgsRasterLayer(make_raster('rows', rows))
    whole = styles.sample(layer, 64)
    monkeypatch.setattr(styles, 'LARGE', 1000)
    monkeypatch.setattr(styles, 'BELTS', 2)
    # Four belts of 256 rows; two of them, a third of the way each: those that start at rows 256 and 512.
    found = styles.sample(layer, 64)
    assert found.size == whole.size == 64 * 64
    assert found.min() >= 256 and found.max() < 768 and whole.min() < 100 and whole.max() > 900
    classes = QgsRasterLayer(make_raster('classes', rows.astype(np.int32)))
    assert np.array_equal(styles.sample(classes, 64), whole)  # a class must not be missed


def test_quantile_stretch_has_rising_stops(make_raster):
    skewed = np.concatenate([np.zeros(800), np.geomspace(0.1, 1000, 200)]).reshape(20, 50)
    layer = QgsRasterLayer(make_raster('current', skewed), 'current')
    assert styles.apply_style(layer, 'current')
    stops = [item.value for item in layer.renderer().shader().rasterShaderFunction().colorRampItemList()]
    assert all(np.diff(stops) > 0)


def test_ratio_is_balanced_at_zero(make_raster):
    layer = QgsRasterLayer(make_raster('cesdr', np.linspace(-0.1, 0.5, 200).reshape(10, 20)), 'cesdr')
    assert styles.apply_style(layer, 'cesdr')
    stops = [item.value for item in layer.renderer().shader().rasterShaderFunction().colorRampItemList()]
    assert stops[len(stops) // 2] == pytest.approx(0) and stops[0] == pytest.approx(-stops[-1])


@pytest.mark.parametrize('array', [np.full((3, 3), 7.0), np.full((3, 3), np.nan), np.zeros((1, 1))])
def test_flat_and_empty_rasters(array, make_raster):
    layer = QgsRasterLayer(make_raster('flat', array), 'flat')
    for style in ('resistance', 'current', 'cesdr', 'corridor_mosaic', 'landcover', 'resilience_classes'):
        assert styles.apply_style(layer, style)


def test_classes_that_do_not_occur_leave_the_legend(make_raster):
    layer = QgsRasterLayer(make_raster('cover', np.array([[1, 8, 77]])), 'cover')
    assert styles.apply_style(layer, 'landcover', 'en')
    assert [(item.value, item.label) for item in layer.renderer().classes()] == [
        (1, 'Cropland'), (8, 'Built-up'), (77, '77')]


@pytest.mark.parametrize('classes, names', [
    (2, ['Low', 'High']), (3, ['Low', 'Medium', 'High']), (4, ['Lowest', 'Low', 'High', 'Highest']),
    (5, ['Lowest', 'Low', 'Medium', 'High', 'Highest'])])
def test_names_of_resilience_classes(classes, names, make_raster):
    layer = QgsRasterLayer(make_raster('classes', np.arange(1, classes + 1)[np.newaxis]), 'classes')
    assert styles.apply_style(layer, 'resilience_classes', 'en')
    assert [item.label for item in layer.renderer().classes()] == names


def test_zones_take_colour_and_name_from_the_features(make_vector, square):
    layer = make_vector('zones', 'Polygon', {
        'zone_code': ['II-1', 'I-1', 'X'], 'zone_name': ['two', 'one', 'own'], 'zone_name_zh': ['二', '一', '自'],
        'color': ['#010203', None, '#aabbcc'], 'unit_name': ['a', 'b', 'c'], 'unit_name_zh': ['甲', '', '丙']},
        [square(i, 0, 1) for i in range(3)])
    assert styles.apply_style(layer, 'zones', 'en')
    found = [(category.value(), category.label(), category.symbol().color().name())
             for category in layer.renderer().categories()]
    assert found == [('I-1', 'I-1 one', '#33689e'), ('II-1', 'II-1 two', '#010203'), ('X', 'X own', '#aabbcc')]
    assert styles.apply_style(layer, 'zones', Marked('zh'))
    assert layer.renderer().categories()[0].label() == 'I-1 一'
    assert layer.labeling().settings().fieldName.startswith('coalesce(nullif("unit_name_zh"')


def test_legend_and_aliases_are_translated(make_vector, square):
    layer = make_vector('units', 'Polygon', {'match_type': ['II'], 'food_supply': [1.0], 'own_field': [1]},
                        [square(0, 0, 1)])
    assert styles.apply_style(layer, 'matching', Marked())
    assert layer.renderer().categories()[0].label() == '§II Low supply, high demand'
    assert layer.attributeAlias(0) == '§' + FIELD_ALIASES['match_type']
    assert layer.attributeAlias(2) == ''
    assert field_alias('food_supply', Language('en')) == 'Food: supply'
    assert field_alias('own_field', Language('en')) == 'own_field'


def test_other_spellings_find_their_colour(make_vector, square):
    layer = make_vector('units', 'Polygon', {'match_type': ['HH', 'LS-HD']}, [square(0, 0, 1), square(1, 0, 1)])
    assert styles.apply_style(layer, 'matching', 'en')
    assert [category.label() for category in layer.renderer().categories()] == [
        'I High supply, high demand', 'II Low supply, high demand']


def test_breaks_follow_the_data(make_vector, square):
    values = [float(value) for value in range(101)]
    layer = make_vector('totals', 'Polygon', {'unit_code': [str(i) for i in range(101)], 'food_supply': values},
                        [square(i, 0, 1) for i in range(101)])
    assert styles.apply_style(layer, 'supply', 'en')
    assert layer.renderer().classAttribute() == 'food_supply'
    ranges = layer.renderer().ranges()
    assert [item.lowerValue() for item in ranges] == pytest.approx([0, 20, 40, 60, 80])
    assert ranges[0].label() == '0 – 20'


def test_equal_and_missing_values(make_vector, square):
    shapes = [square(i, 0, 1) for i in range(3)]
    for values in ([4.0, 4.0, 4.0], [None, 1.0, None]):
        layer = make_vector('totals', 'Polygon', {'food_demand': values}, shapes)
        assert styles.apply_style(layer, 'demand')
        assert len(layer.renderer().ranges()) == 1


def test_ratio_classes_keep_their_limits(make_vector, square):
    layer = make_vector('units', 'Polygon', {'cesdr': [-1.4, 0.0, 0.3]}, [square(i, 0, 1) for i in range(3)])
    assert styles.apply_style(layer, 'cesdr', 'en')
    assert [item.label() for item in layer.renderer().ranges()] == ['High deficit', 'Balance', 'Medium surplus']


@pytest.mark.parametrize('style', ['no_such_style', 'sources', ''])
def test_what_does_not_fit_is_refused_quietly(style, ramp):
    before = ramp.renderer().type()
    assert not styles.apply_style(ramp, style)
    assert ramp.renderer().type() == before


def test_a_missing_field_is_refused_quietly(make_vector, square):
    layer = make_vector('units', 'Polygon', {'name': ['a']}, [square(0, 0, 1)])
    assert not styles.apply_style(layer, 'matching')


def test_style_beside_a_raster_in_a_chinese_folder(tmp_path, make_raster):
    folder = tmp_path / '测试 数据.v1'
    folder.mkdir()
    path = folder / '阻力.tif'
    path.write_bytes(Path(make_raster('r', np.arange(20.0).reshape(4, 5))).read_bytes())
    assert styles.save_style_beside(path, 'resistance')
    assert path.with_suffix('.qml').is_file()
    layer = QgsRasterLayer(str(path), 'r')
    items = layer.renderer().shader().rasterShaderFunction().colorRampItemList()
    assert items[-1].value == pytest.approx(np.quantile(np.arange(20), 0.98))
    assert not styles.save_style_beside(folder / 'none.tif', 'resistance')


def test_style_in_a_geopackage_is_the_default_and_is_replaced(tmp_path, make_vector, square):
    memory = make_vector('zones', 'Polygon', {'zone_code': ['I-1', 'II-1']}, [square(0, 0, 1), square(1, 0, 1)])
    path = tmp_path / 'plan.gpkg'
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = 'GPKG'
    options.layerName = 'zones'
    QgsVectorFileWriter.writeAsVectorFormatV3(memory, str(path), QgsCoordinateTransformContext(), options)
    source = f'{path}|layername=zones'
    for _ in range(2):
        assert styles.save_style_in_geopackage(QgsVectorLayer(source, 'zones', 'ogr'), 'zones')
    opened = QgsVectorLayer(source, 'zones', 'ogr')
    assert [category.value() for category in opened.renderer().categories()] == ['I-1', 'II-1']
    count, _, names, _, _ = opened.listStylesInDatabase()
    assert names[:count].count('zones') == 1
    # A style that the layer holds already does not stand in for the one asked for.
    assert styles.apply_style(opened, 'boundaries')
    assert opened.renderer().type() == 'singleSymbol'
    assert styles.save_style_in_geopackage(QgsVectorLayer(source, 'zones', 'ogr'), 'boundaries')
    assert QgsVectorLayer(source, 'zones', 'ogr').renderer().type() == 'singleSymbol'


@pytest.mark.parametrize('value, decimals, text', [(1234.5, 1, '1,234.5'), (2.0, 3, '2'), (-0.0001, 2, '0'),
                                                   (0.25, 2, '0.25')])
def test_number_label(value, decimals, text):
    assert legends.number_label(value, decimals) == text


@pytest.mark.parametrize(('style', 'field', 'rising'), [
    ('links', 'cost', False), ('link_priority', 'csp_norm', True), ('link_importance', 'importance', True)])
def test_what_matters_most_is_drawn_last(style, field, rising, make_vector):
    layer = make_vector('layer', 'LineString', {field: [1, 2, 5]}, [SHAPES['LineString'].format(i, i + 1)
                                                                    for i in range(3)])
    assert styles.apply_style(layer, style)
    clause, = layer.renderer().orderBy().list()
    assert layer.renderer().orderByEnabled() and clause.ascending() == rising
    assert clause.expression().expression() == f'"{field}"'


def test_ranges_around_zero_keep_the_sign(qgis_app):
    renderer = QgsGraduatedSymbolRenderer('net', [
        QgsRendererRange(place, place + 1, QgsFillSymbol.createSimple({'color': colour}), '')
        for place, colour in enumerate(('#000001', '#000002', '#000003', '#000004', '#000005'))])
    old = renderer.ranges()  # symbols live no longer than their ranges
    found = [(low, high, symbol.color().name()) for low, high, symbol, _ in vector_styles.signed_ranges(
        np.array([-8.0, -4, -2, 0, 0, 1, 3]), old)]
    assert found == [(-8, -4, '#000001'), (-4, -2, '#000002'), (0, 0, '#000003'), (1, 2, '#000004'), (2, 3, '#000005')]
    only = vector_styles.signed_ranges(np.array([5.0]), old)
    assert [(low, high, symbol.color().name()) for low, high, symbol, _ in only] == [(5, 5, '#000004')]
    assert vector_styles.signed_ranges(np.array([]), old) == []
