"""The plan report and the planning map, from small layers made by hand."""

import json
import re
from html.parser import HTMLParser

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsReadWriteContext,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QImage

from ecorestore.ecorestore_plugin.i18n import Language
from ecorestore.ecorestore_plugin.qgis_io import plan_layout
from ecorestore.ecorestore_plugin.qgis_io.charts import number
from ecorestore.ecorestore_plugin.qgis_io.plan_atlas import make_atlas
from ecorestore.ecorestore_plugin.qgis_io.plan_maps import Atlas, PlanLayers, generalised, is_city
from ecorestore.ecorestore_plugin.qgis_io.unit_facts import unit_facts, unit_numbers
from ecorestore.ecorestore_plugin.qgis_io.vector import Features

WEST, NORTH = 500000.0, 4000000.0
NASTY = '<script>alert(1)</script>&"县'
VOID = {'meta', 'br', 'img'}


class Checker(HTMLParser):
    """Collects tags and attributes, and checks that every tag is closed in order."""

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.links = [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [value for key, value in attrs if key in ('src', 'href', 'action')]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture
def plan(make_vector, make_raster, square):
    """Layers of a plan with four square counties in two cities, by parameter name."""
    corners = [(WEST, NORTH - 4000), (WEST + 2000, NORTH - 4000), (WEST, NORTH - 2000), (WEST + 2000, NORTH - 2000)]
    shapes = [square(x, y, 2000) for x, y in corners]
    identity = {'unit_code': ['990101', '990102', '990201', '990202'],
                'unit_name': ['Alder', 'Birch', NASTY, 'Dunmore'],
                'unit_name_zh': ['赤杨县', '白桦县', '雪松县', '敦谟县'],
                'parent_code': ['9901', '9901', '9902', '9902']}
    zones = dict(identity, zone_code=['I-1', 'II-1', 'II-1', 'IV-1'], zone_name=['one', 'two', 'two', 'four'],
                 zone_name_zh=['一', '二', '二', '四'], strategy=['keep', NASTY, NASTY, 'green'],
                 strategy_zh=['保', '控', '控', '绿'], color=['#33689e', '#c8433f', '#c8433f', '#2b7a4b'],
                 match_type=['I', 'II', 'II', 'IV'], cesdr=[0.1, -0.6, -0.3, 0.4], z_supply=[1.0, -1.0, -0.5, 0.5],
                 z_demand=[0.5, 1.0, 0.7, -1.2], food_supply=[10.0, 2.0, 3.0, 8.0], food_demand=[6.0, 7.0, 5.0, 2.0],
                 food_esdr=[0.5, -0.6, -0.3, 0.7])
    money = dict(identity, need=[100.0, 80.0, 60.0, 40.0], own=[60.0, 10.0, 30.0, 5.0],
                 provincial=[35.0, 54.0, 0.0, 31.0], social=[5.0, 16.0, 24.0, 4.0], share=[1.0, 1.0, 0.9, 1.0])
    ranks = dict(identity, priority=[.2, .8, .5, None], priority_rank=[3, 1, 2, None], priority_class=[3, 1, 2, None],
                 drivers=['core area 60 %, slope 40 %', NASTY, '', ''], rank_low=[2.0, 1.0, 1.0, None],
                 rank_high=[3.0, 1.0, 3.0, None], first_share=[0.0, .95, .25, None])
    accounts = dict(identity, paid_wan=[0.0, 30.0, 12.0, 0.0], received_wan=[40.0, 0.0, 2.0, 0.0],
                    net_wan=[40.0, -30.0, -10.0, 0.0], capacity=[1.0, .5, 1.0, 1.0])
    middle = f'{WEST + 500} {NORTH - 500},{WEST + 3500} {NORTH - 3500}'
    field = np.linspace(1, 100, 1600).reshape(40, 40)
    return {
        'ZONES': make_vector('zones', 'Polygon', zones, shapes),
        'SOURCES': make_vector('sources', 'Polygon', {'source_id': [1, 2], 'area_ha': [25.0, 25.0]},
                               [square(WEST + 200, NORTH - 700, 500), square(WEST + 3200, NORTH - 3700, 500)]),
        'LINKS': make_vector('links', 'LineString', {'link_id': [1], 'from_id': [1], 'to_id': [2], 'cost': [9000.0],
                                                     'length_m': [4242.6], 'euclid_m': [4000.0]},
                             [f'LINESTRING({middle})']),
        'CORRIDORS': make_vector('corridors', 'Polygon', {'link_id': [1]}, [square(WEST + 700, NORTH - 3300, 2600)]),
        'PINCH_POINTS': make_vector('pinch', 'Polygon', {'rank': [1]}, [square(WEST + 1900, NORTH - 2100, 200)]),
        'NODES': make_vector('nodes', 'Point', {'node_type': ['pinch_point', 'crossing']},
                             [f'POINT({WEST + 2000} {NORTH - 2000})', f'POINT({WEST + 2500} {NORTH - 2500})']),
        'COLLABORATIVE': make_vector('units', 'Polygon', {
            'cu_id': [1, 2], 'element': ['corridor', 'core'], 'lead_level': ['province', 'county'],
            'lead_name': ['99', NASTY], 'members': ['Alder, Dunmore', 'Birch'], 'cross_boundary': [1, 0],
            'task': ['connect', 'protect']}, [square(WEST + 1000, NORTH - 3000, 2000), square(WEST, NORTH - 500, 400)]),
        'PRIORITY': make_vector('priority', 'Polygon', ranks, shapes),
        'DUTIES': make_vector('duties', 'None', {
            'cu_id': [1, 1, 2], 'unit_code': ['990101', '990202', '990102'], 'unit_name': ['Alder', 'Dunmore', NASTY],
            'parent_code': ['9901', '9902', '9901'], 'province_wan': [50.0, 30.0, 2.0], 'city_wan': [20.0, 10.0, 3.0],
            'county_wan': [8.0, 7.0, 5.0]}),
        'COMPENSATION': make_vector('accounts', 'Polygon', accounts, shapes),
        'FLOWS': make_vector('flows', 'LineString', {
            'service': ['carbon', NASTY], 'from_code': ['990101', '990201'], 'from_name': ['Alder', NASTY],
            'to_code': ['990102', '1'], 'to_name': ['Birch', NASTY], 'distance_km': [2.0, 3.0],
            'value_wan': [60.0, 12.0], 'paid_wan': [30.0, 12.0]}, [f'LINESTRING({middle})'] * 2),
        'FUNDING': make_vector('funding', 'Polygon', money, shapes),
        'PROVENANCE': make_vector('data', 'None', {'layer': ['DEM', NASTY], 'file': ['dem.tif', 'x.tif'],
                                                   'status': ['synthetic', 'synthetic'], 'source': ['seed 1', 'seed 1'],
                                                   'note': ['', None]}),
        'WEIGHT_TABLE': make_vector('weights', 'None', {'factor': ['slope', NASTY], 'weight': [0.4, 0.6]}),
        'RESISTANCE': make_raster('resistance', field), 'CURRENT': make_raster('current', field ** 2),
        'MOSAIC': make_raster('mosaic', np.where(field < 60, field * 100, np.nan)),
        'RESILIENCE': make_raster('resilience', field / 100)}


@pytest.fixture
def report(run_tool, tmp_path):
    """report(**parameters) -> (run, text)."""
    def make(name='report.html', **parameters):
        path = tmp_path / name
        run = run_tool('planreport', REPORT=str(path), MAP_WIDTH=600, **{'LANGUAGE': 'en', **parameters})
        return run, path.read_text(encoding='utf-8')
    return make


@pytest.fixture
def draw(run_tool, tmp_path):
    """draw(**parameters) -> (run, image)."""
    def make(**parameters):
        path = tmp_path / 'map.png'
        run = run_tool('planmap', PNG=str(path), DPI=60, **{'LANGUAGE': 'en', 'TITLE': 'T', **parameters})
        return run, QImage(str(path))
    return make


def map_layers(plan, *without):
    names = ('ZONES', 'SOURCES', 'LINKS', 'CORRIDORS', 'PINCH_POINTS', 'NODES', 'COLLABORATIVE', 'RESISTANCE',
             'PROVENANCE')
    return {name: plan[name] for name in names if name not in without}


def test_report_of_everything(plan, report, tmp_path):
    run, text = report(TITLE=NASTY, HEADLINES=str(tmp_path / 'h.json'), **plan)
    checked = Checker(text)
    assert not checked.open
    assert 'script' not in checked.tags and 'link' not in checked.tags and '<script' not in text
    assert all(link.startswith(('data:image/', '#')) for link in checked.links)
    assert {link[1:] for link in checked.links if link.startswith('#')} == set(re.findall(r'<section id="(\w+)"', text))
    assert 'url(' not in text
    # Eleven maps, and five charts, each with its heading.
    assert len(re.findall(r'<img alt="[^"]', text)) == 11
    assert checked.tags.count('svg') == 5
    for heading in ('Ecological security pattern', 'Restoration zones and strategies', 'Funding of the plan', 'Methods',
                    'Priority of the units', 'Responsibilities', 'Ecological compensation',
                    'Input data and where they come from', 'All units'):
        assert f'<h2>{heading}</h2>' in text


def cells_of(text, title):
    """The rows of the table with a title, as lists of texts."""
    body = text[text.index(f'<h3>{title}</h3>'):]
    body = body[body.index('<tbody>'):body.index('</tbody>')]
    return [re.findall(r'<td[^>]*>(.*?)</td>', row) for row in re.split(r'<tr[^>]*>', body)[1:]]


def test_priority_in_the_report(plan, report):
    _, text = report(**plan)
    rows = cells_of(text, 'Units to restore first')
    assert [row[:3] for row in rows] == [['1', 'Birch', '0.8'], ['2', rows[1][1], '0.5'], ['3', 'Alder', '0.2']]
    assert [row[4] for row in rows] == ['1–1', '1–3', '2–3'] and rows[0][5] == '95'
    assert rows[2][6] == 'core area 60 %, slope 40 %' and '&lt;script' in rows[0][6]
    assert 'The first 3 of 4 units' in text and 'C_i = d_i' in text
    _, text = report(**{**plan, 'LANGUAGE': 'zh'})
    assert '核心斑块面积 60 %、平均坡度 40 %' in text


@pytest.mark.parametrize('form', ['members', 'totals'])
def test_duties_in_the_report(plan, report, make_vector, form):
    if form == 'totals':
        plan['DUTIES'] = make_vector('totals', 'None', {
            'level': ['province', 'city', 'city', 'county', 'county', 'county'],
            'code': ['990000', '9901', '9902', '990101', '990102', '990202'],
            'name': ['990000', '9901', '9902', 'Alder', NASTY, 'Dunmore'], 'cu_count': [2, 2, 1, 1, 1, 1],
            'amount_wan': [82.0, 23.0, 10.0, 8.0, 5.0, 7.0]})
    run, text = report(**plan)
    assert run['DUTIES_COST'] == pytest.approx(135)
    assert [row[:3] for row in cells_of(text, 'What each level carries')] == [
        ['Province', '1', '82'], ['City', '2', '33'], ['County', '3', '20'], ['Sum', '–', '135']]
    # The names of counties come from the units, Birch too, which the table calls something else.
    assert cells_of(text, 'Cities and counties that carry most') == [
        ['City', '9901', '2', '23'], ['City', '9902', '1', '10'], ['County', 'Alder', '1', '8'],
        ['County', 'Dunmore', '1', '7'], ['County', 'Birch', '1', '5']]


def test_duties_without_columns_are_refused(plan, report):
    with pytest.raises(QgsProcessingException, match='province_wan'):
        report(ZONES=plan['ZONES'], DUTIES=plan['WEIGHT_TABLE'])


def test_compensation_in_the_report(plan, report):
    _, text = report(**plan)
    rows = cells_of(text, 'Accounts of the compensation')
    assert [row[1:] for row in rows] == [['30', '0', '-30'], ['12', '2', '-10'], ['0', '40', '40'], ['42', '42', '0']]
    assert [row[0] for row in rows][::2] == ['Birch', 'Alder'] and rows[3][0] == 'Sum of all units'
    flows = cells_of(text, 'Largest flows of services and what is paid for them')
    assert flows[0] == ['Carbon fixation', 'Alder', 'Birch', '2', '30'] and '&lt;script' in flows[1][0]
    assert 'transport problem' in text
    _, text = report(**{**plan, 'LANGUAGE': 'zh'})
    assert '赤杨县</td><td>白桦县' in text


def test_barriers_are_counted(plan, report, make_vector, square):
    barriers = make_vector('barriers', 'Polygon', {'barrier_id': [1, 2], 'rank': [1, 2]},
                           [square(WEST + 900, NORTH - 900, 100), square(WEST + 1900, NORTH - 1900, 100)])
    run, text = report(**plan, BARRIERS=barriers)
    assert run['BARRIERS'] == 2 and '<b>2 <small></small></b><span>barriers</span>' in text


def test_units_and_perspectives_as_charts(plan, report, make_raster, make_vector, square):
    """Supply and demand by unit, and a radar of the zones: means of the cells of each zone."""
    shapes = [square(WEST, NORTH - 4000, 2000), square(WEST + 2000, NORTH - 4000, 2000)]
    zones = make_vector('indexed', 'Polygon', {
        'unit_code': ['1', '2'], 'unit_name': ['Alder', NASTY], 'zone_code': ['I-1', 'II-1'], 'color': ['#33689e'] * 2,
        'supply_index': [0.2, 0.8], 'demand_index': [0.9, 0.1]}, shapes)
    bands = np.zeros((3, 40, 40))
    bands[:, :, :20], bands[:, :, 20:] = 0.25, 0.75
    raster = make_raster('perspectives', bands, bands=('terrain', 'soil', NASTY))
    _, text = report(ZONES=zones, PERSPECTIVES=raster)
    Checker(text)
    assert 'Supply and demand by unit' in text and text.index('0.9') and 'Terrain 0.25' in text
    assert 'II-1: Terrain 0.75, Soil 0.75' in text.replace('II-1 :', 'II-1:')
    assert '<script' not in text


def test_headline_numbers(plan, report, tmp_path):
    run, text = report(HEADLINES=str(tmp_path / 'h.json'), TITLE='Plan', **plan)
    wanted = {'UNITS': 4, 'ZONES': 3, 'SOURCES': 2, 'SOURCES_HA': 50.0, 'CORRIDORS': 1, 'PINCH_POINTS': 1, 'NODES': 2,
              'COLLABORATIVE_UNITS': 2, 'CROSS_UNITS': 1, 'FUNDING_NEED': 280.0, 'FUNDING_GAP': 175.0,
              'FUNDING_GRANTED': 169.0, 'DUTIES_COST': 135.0, 'COMPENSATION_PAID': 42.0}
    assert {name: run[name] for name in wanted} == pytest.approx(wanted)
    assert run['BARRIERS'] is None
    assert run['CORRIDORS_KM'] == pytest.approx(3 * 2 ** 0.5)
    assert run['FUNDING_COVERAGE'] == pytest.approx(169 / 175)
    record = json.loads((tmp_path / 'h.json').read_text(encoding='utf-8'))
    assert record['zoned_units'] == 4 and record['data_status'] == 'synthetic' and record['title'] == 'Plan'
    assert record['area_km2'] == pytest.approx(16.0)


def test_synthetic_data_are_called_so_on_top_and_at_every_map(plan, report):
    _, text = report(**plan)
    assert text.index('class="banner"') < text.index('class="cards"')
    assert 'Synthetic data: an invented area' in text
    assert text.count('<span class="tag">synthetic</span>') == 11


def test_real_data_carry_no_banner(plan, report, make_vector):
    real = make_vector('data', 'None', {'layer': ['DEM'], 'status': ['real']})
    _, text = report(**{**plan, 'PROVENANCE': real})
    assert 'class="banner' not in text and 'class="tag"' not in text


def test_odd_status_is_reported(plan, report, make_vector):
    odd = make_vector('data', 'None', {'layer': ['DEM'], 'status': ['guessed']})
    run, _ = report(ZONES=plan['ZONES'], PROVENANCE=odd)
    assert any('guessed' in warning for warning in run.feedback.warnings)


def test_units_alone_are_enough(plan, report):
    run, text = report(ZONES=plan['ZONES'])
    assert not Checker(text).open
    assert run['ZONES'] == 3 and run['SOURCES'] is None
    assert 'Funding of the plan' not in text and 'Ecological security pattern' not in text


def test_zones_without_names_of_services(make_vector, square, report):
    units = make_vector('u', 'Polygon', {'zone_code': ['A', None]}, [square(WEST, NORTH, 100), square(WEST, 0, 100)])
    run, text = report(ZONES=units)
    assert (run['UNITS'], run['ZONES']) == (2, 1)


def test_same_input_same_file(plan, report):
    _, one = report('one.html', **plan)
    _, two = report('two.html', **plan)
    assert one == two


def test_chinese_report(plan, report):
    _, text = report(**{**plan, 'LANGUAGE': 'zh'})
    assert '<html lang="zh-CN">' in text
    assert '赤杨县' in text and '保' in text and 'Alder<' not in text


def test_services_of_others_keep_their_names(make_vector, square, report):
    units = make_vector('u', 'Polygon', {'zone_code': ['A'], '授粉_supply': [2.0], '授粉_demand': [1.0]},
                        [square(WEST, NORTH, 100)])
    for language in ('en', 'zh'):
        assert '授粉' in report(ZONES=units, LANGUAGE=language)[1]


def test_layers_without_features_count_as_none(plan, report, make_vector):
    empty = make_vector('none', 'Polygon', {'rank': []}, [])
    run, text = report(**{**plan, 'PINCH_POINTS': empty, 'COLLABORATIVE': empty})
    assert run['PINCH_POINTS'] == 0 and run['CROSS_UNITS'] == 0


def test_layers_in_another_system_are_brought_along(plan, report, make_vector):
    node = make_vector('nodes', 'Point', {'node_type': ['barrier']}, ['POINT(117.01 36.12)'], crs='EPSG:4326')
    run, text = report(**{**plan, 'NODES': node})
    assert run['NODES'] == 1


def test_geographic_units_are_refused(make_vector, square, report):
    units = make_vector('u', 'Polygon', {'zone_code': ['A']}, [square(110, 30, 1)], crs='EPSG:4326')
    with pytest.raises(QgsProcessingException, match='EPSG:4326'):
        report(ZONES=units)


def test_cancelling_leaves_nothing(plan, run_tool, tmp_path):
    feedback = QgsProcessingFeedback(False)
    feedback.progressChanged.connect(lambda value: feedback.cancel() if value > 0 else None)
    run_tool('planreport', feedback=feedback, REPORT=str(tmp_path / 'r.html'), **plan)
    assert not list(tmp_path.glob('*r.html')) and not list(tmp_path.glob('.*'))


@pytest.mark.parametrize('page, size', [('A3', (992, 702)), ('A4', (702, 496))])
def test_map_sizes(plan, draw, page, size):
    _, image = draw(PAGE=page, **map_layers(plan))
    assert (image.width(), image.height()) == pytest.approx(size, abs=2)


@pytest.mark.parametrize('theme, there, gone', [('zones', '#c8433f', '#1b6e3c'), ('pattern', '#1b6e3c', '')])
def test_themes(plan, draw, theme, there, gone):
    _, image = draw(THEME=theme, **map_layers(plan))
    colours = colours_of(image)
    if theme == 'pattern':
        assert there in colours
    else:
        assert gone not in colours
        # The fill is softened towards white.
        assert any(int(c[1:3], 16) > 200 and 80 < int(c[3:5], 16) < 140 for c in colours)


def colours_of(image):
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


def test_map_as_pdf_with_a_chinese_name(plan, run_tool, tmp_path):
    folder = tmp_path / '测试 数据.v1'
    folder.mkdir()
    path = folder / '规划图.pdf'
    run = run_tool('planmap', LANGUAGE='zh', TITLE='生态修复规划图', PDF=str(path), **map_layers(plan))
    assert path.read_bytes().startswith(b'%PDF') and path.stat().st_size > 10000
    assert run['PDF'] == str(path)
    assert [entry.name for entry in folder.iterdir()] == ['规划图.pdf']


def test_map_of_units_alone(plan, draw):
    _, image = draw(ZONES=plan['ZONES'])
    assert len(colours_of(image)) > 10


def test_synthetic_data_stand_in_red_on_the_map(plan, draw):
    _, image = draw(**map_layers(plan))
    _, silent = draw(**map_layers(plan, 'PROVENANCE'))
    assert '#b3261e' in {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(500, 650)}
    assert '#b3261e' not in {silent.pixelColor(x, y).name() for x in range(silent.width()) for y in range(500, 650)}


def test_a_file_must_be_given(plan, run_tool):
    with pytest.raises(QgsProcessingException, match='PDF'):
        run_tool('planmap', ZONES=plan['ZONES'])


def test_a_bad_template_is_named(plan, draw, tmp_path):
    path = tmp_path / 'office.qpt'
    path.write_text('<Layout/>', encoding='utf-8')
    with pytest.raises(QgsProcessingException, match='office.qpt'):
        draw(ZONES=plan['ZONES'], TEMPLATE=str(path))
    assert not (tmp_path / 'map.png').exists()


def test_a_template_with_a_map_alone_is_enough(plan, draw, tmp_path):
    project = QgsProject()
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    item = QgsLayoutItemMap(layout)
    item.setId('map')
    layout.addLayoutItem(item)
    item.attemptResize(QgsLayoutSize(200, 150))
    layout.saveAsTemplate(str(tmp_path / 'own.qpt'), QgsReadWriteContext())
    _, image = draw(ZONES=plan['ZONES'], TEMPLATE=str(tmp_path / 'own.qpt'))
    assert not image.isNull() and len(colours_of(image)) > 3


def test_map_tool_runs_in_the_main_thread(provider):
    flags = provider.algorithm('planmap').flags()
    assert flags & QgsProcessingAlgorithm.Flag.FlagNoThreading
    assert not provider.algorithm('planreport').flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading


def test_generalised_shapes(square):
    ring = QgsGeometry.fromWkt(square(0, 0, 1000)).difference(QgsGeometry.fromWkt(square(400, 400, 100)))
    large = QgsGeometry.fromWkt(square(0, 0, 1000)).difference(QgsGeometry.fromWkt(square(200, 200, 600)))
    assert len(generalised(ring, 10).asPolygon()) == 1
    assert len(generalised(large, 10).asPolygon()) == 1
    assert len(generalised(large, 10, 1000.0).asPolygon()) == 2
    assert generalised(ring, 10).area() == pytest.approx(1006 ** 2, rel=0.01)


@pytest.mark.parametrize('code, city', [('4301', True), ('430100', True), ('430000', False), ('430102', False)])
def test_codes_of_cities(code, city):
    assert is_city(code) == city


def test_current_is_coloured_by_what_lies_between_the_sources(make_raster, make_vector, square):
    current = np.full((40, 40), 1.0) + np.linspace(0, 1, 1600).reshape(40, 40)
    current[:, :20] = 500.0
    source = make_vector('s', 'Polygon', {'source_id': [1]}, [square(WEST, NORTH - 4000, 2000, 4000)])
    plan = PlanLayers(crs=source.crs())
    plan.vectors['SOURCES'] = Features('s', {'source_id': [1]}, [f.geometry() for f in source.getFeatures()], [1],
                                       source.crs())
    plan.rasters['CURRENT'] = QgsRasterLayer(make_raster('current', current), 'current')
    layer = Atlas(plan, Language('en')).current()
    shader = layer.renderer().shader().rasterShaderFunction()
    assert shader.colorRampItemList()[-1].value < 2.5


@pytest.mark.parametrize('zones', [8, 24])
def test_legend_fits_its_box(plan, zones):
    layer = plan['ZONES']
    features = list(layer.getFeatures())
    geometries = [features[i % 4].geometry() for i in range(zones)]
    columns = {'zone_code': [f'Z-{i}' for i in range(zones)], 'unit_name': ['unit'] * zones,
               'zone_name': ['A very long name of a zone that no legend can take in one line'] * zones}
    many = PlanLayers({'ZONES': Features('zones', columns, geometries, list(range(zones)), layer.crs())}, {},
                      layer.crs())
    page = plan_layout.PlanLayout(plan_layout.LAYOUTS / 'plan_map_A4.qpt')
    box = page.item('legend').rect()
    language = Language('en')
    layers, shown, extent = plan_layout.map_contents(many, language, 'zones')
    page.fill('T', layers, shown, extent, many.crs, language)
    # Once drawn, the item takes the size its content needs.
    QgsLayoutExporter(page.layout).renderPageToImage(0, QSize(), 60)
    page.item('legend').adjustBoxSize()
    legend = page.item('legend').rect()
    assert legend.height() > box.height() / 3
    assert legend.height() <= box.height() and legend.width() <= box.width()


def test_barriers_in_report_and_map(plan, report, draw, make_vector, square):
    count = 12
    barriers = make_vector('barriers', 'Polygon', {
        'rank': list(range(count, 0, -1)), 'link_ids': ['1'] * count, 'gain_percent': [float(i) for i in range(count)],
        'gain_per_ha': [10.0] * count, 'landcover_mix': ['8: 100.0 %'] * count},
        [square(WEST + 1000 + 150 * i, NORTH - 1000 - 150 * i, 100) for i in range(count)])
    _, text = report(**plan, BARRIERS=barriers)
    assert 'The first 10 of 12 barriers.' in text and '8: 100.0 %' in text
    assert 'Barrier areas' in text and 'pone.0052604' in text
    _, without = report('without.html', **plan)
    assert 'Barrier areas' not in without and 'pone.0052604' not in without
    _, shown = draw(**map_layers(plan), BARRIERS=barriers)
    _, plain = draw(**map_layers(plan))
    assert shown != plain


def test_an_atlas_has_a_page_per_unit(plan, run_tool, tmp_path):
    path = tmp_path / '图集.pdf'
    run_tool('planmap', ATLAS=str(path), TITLE='[% 6 * 7 %]', LANGUAGE='zh', DPI=60, PAGE='A4', **map_layers(plan))
    assert path.read_bytes().startswith(b'%PDF')
    assert gdal.Open(str(path)) is not None
    assert len(gdal.Open(str(path)).GetMetadata('SUBDATASETS')) == 2 * 4


def test_pages_tell_of_their_unit(plan, run_tool):
    job = PlanLayers(crs=QgsCoordinateReferenceSystem('EPSG:32650'))
    zones = Features('z', {'unit_code': ['1', '2'], 'unit_name': ['A', 'B [% 1 + 1 %]'], 'strategy': ['keep', None]},
                     [QgsGeometry.fromWkt(f'POLYGON(({x} 0,{x + 9} 0,{x + 9} 9,{x} 9,{x} 0))') for x in (0, 9)],
                     [1, 2], job.crs)
    page = plan_layout.PlanLayout(plan_layout.LAYOUTS / 'plan_map_A4.qpt')
    page.fill('[% 6 * 7 %]', [], [], zones.geometries[0].boundingBox(), job.crs, Language('en'))
    page.annotate('', f'note 1 : {number(plan_layout.round_scale(page.scale), 2)}')
    assert not any(page.item(name).isVisible() for name in plan_layout.UNIT_ITEMS)
    atlas = make_atlas(page, zones, '[% 6 * 7 %]', Language('en'), [
        [('Area', '1'), ('Rank', '2')], [('Area', '[% 3 + 4 %]'), ('Rank', '4')]])
    assert all(page.item(name).isVisible() for name in plan_layout.UNIT_ITEMS)
    # What tells of the unit stands above the legend.
    assert page.item('legend').pos().y() >= page.item('facts_text').pos().y() + page.item('facts_text').rect().height()
    atlas.beginRender()
    said, told = [], []
    for place in range(atlas.updateFeatures()):
        atlas.seekTo(place)
        view, bar = page.item('map'), page.item('scale_bar')
        said.append((page.item('title').currentText(), page.item('facts_text').currentText(), view.extent()))
        told.append([page.item(name).currentText() for name in ('facts_names', 'facts_values')])
        # Each page has the scale of its own map, and a bar that fits its width.
        assert page.item('note').currentText() == f'note 1 : {number(plan_layout.round_scale(view.scale()), 2)}'
        assert bar.unitsPerSegment() * bar.numberOfSegments() < 0.4 * view.extent().width()
        assert [layer.name() for layer in view.layers()[:2]] == ['unit of the page', 'neighbours']
        assert page.item('locator').extent().contains(zones.geometries[place].boundingBox())
    atlas.endRender()
    assert [title for title, _, _ in said] == ['[ % 6 * 7 %] – A', '[ % 6 * 7 %] – B [% 1 + 1 %]']
    assert (said[0][1], said[1][1]) == ('keep', '')
    assert told == [['Area\nRank', '1\n2'], ['Area\nRank', '[% 3 + 4 %]\n4']]
    assert said[0][2].center().x() == pytest.approx(4.5) and said[1][2].center().x() == pytest.approx(13.5)


def test_facts_of_the_units(plan):
    """Two units of 9 x 9 km; a source and a link across their common edge, points inside and on the edge."""
    crs = QgsCoordinateReferenceSystem('EPSG:32650')

    def box(x, y, width, height):
        return QgsGeometry.fromWkt(f'POLYGON(({x} {y},{x + width} {y},{x + width} {y + height},{x} {y + height},'
                                   f'{x} {y}))')

    def layer(columns, shapes):
        return Features('f', columns, shapes, list(range(len(shapes))), crs)

    units = layer({'unit_code': ['a', 'b'], 'unit_name': ['A', 'B'], 'zone_code': ['I-1', None]},
                  [box(0, 0, 9000, 9000), box(9000, 0, 9000, 9000)])
    given = PlanLayers({
        'ZONES': units,
        # 2 km by 1 km, half a kilometre of it in the first unit; one that only touches the second unit's edge.
        'SOURCES': layer({}, [box(8500, 0, 2000, 1000), box(18000, 0, 10, 10)]),
        'LINKS': layer({}, [QgsGeometry.fromWkt('LINESTRING(0 5000,12000 5000)')]),
        'NODES': layer({}, [QgsGeometry.fromWkt(f'POINT({x} 10)') for x in (10, 20, 10000)]),
        'PRIORITY': layer({'unit_code': ['b', 'a'], 'priority_rank': [1, None]}, [box(0, 0, 1, 1)] * 2),
        'FUNDING': layer({'unit_code': ['a', 'b'], 'need': [80.0, 0.0], 'own': [20.0, 5.0], 'provincial': [30.0, 0.0],
                          'social': [0.0, 0.0]}, [box(0, 0, 1, 1)] * 2)}, {}, crs)
    found = unit_numbers(given)
    assert found['sources_ha'] == pytest.approx([50.0, 150.0])
    assert found['corridors_km'] == pytest.approx([9.0, 3.0])
    assert found['nodes'] == [2, 1]
    assert found['rank'][1] == 1 and np.isnan(found['rank'][0])
    # 20 of its own and 30 from the province of 80.
    assert found['funded'][0] == pytest.approx(62.5) and np.isnan(found['funded'][1])
    assert 'barriers' not in found and 'corridors_ha' not in found
    pages = [dict(rows) for rows in unit_facts(given, Language('en'))]
    assert [rows['Area'] for rows in pages] == ['8,100 ha'] * 2
    assert pages[0]['Ecological sources'] == '50 ha (0.617 %)' and pages[1]['Zone'] == '–'
    assert pages[1]['Priority rank'] == '1 / 1' and pages[0]['Priority rank'] == '–'


def test_areas_agree_in_all_tables(plan, report, make_vector, square):
    """Four units of 400 ha, one without a zone: zones and the rest add up to the study area."""
    corners = [(WEST + 2000 * i, NORTH) for i in range(4)]
    zones = make_vector('part', 'Polygon', {
        'unit_code': list('abcd'), 'unit_name': list('ABCD'), 'zone_code': ['I-1', 'I-1', 'II-1', None],
        'color': ['#33689e', '#33689e', 'red;background:url(http://x/y)', None]},
        [square(x, y, 2000) for x, y in corners])
    run, text = report(ZONES=zones)
    rows = cells_of(text, 'Zones, their strategies and units')
    assert [row[1] for row in rows] == ['800', '400', '400', '1,600']
    assert [row[2] for row in rows] == ['50', '25', '25', '100'] and [row[4] for row in rows] == ['2', '1', '1', '4']
    assert 'Without a zone' in rows[2][0] and cells_of(text, 'All units')[-1][2] == '1,600'
    assert '<b>16 <small>km²</small></b>' in text
    assert any('1 of 4 units have no zone' in warning for warning in run.feedback.warnings)
    assert 'url(' not in text and 'http' not in text.replace('http://www.w3.org/2000/svg', '')


def test_settings_records_and_limits(plan, report, tmp_path):
    records = tmp_path / 'records'
    records.mkdir()
    record = {'tool': 'ecorestore:corridors', 'started': '2026-01-02T03:04:05', 'versions': {'qgis': NASTY},
              'parameters': {'CUTOFF': '7', 'SOURCES': 'x.gpkg', 'LINKS': 'y.gpkg', 'EMPTY': None},
              'inputs': {'SOURCES': 'x.gpkg'}, 'results': {'LINKS': 'y.gpkg'}}
    (records / 'one.json').write_text(json.dumps(record), encoding='utf-8')
    _, text = report(**plan, SETTINGS=f'MIN_AREA = 200\n{NASTY} = {NASTY}\n', RUN_RECORDS=str(records))
    assert cells_of(text, 'Settings of the plan')[0] == ['Smallest source (ha)', '200']
    assert cells_of(text, 'Run records')[0][:3] == ['ecorestore:corridors', '2026-01-02T03:04:05', 'CUTOFF = 7']
    assert '<script' not in text
    limits = text[text.index('id="limits"'):]
    assert '2 of 2 inputs are synthetic: DEM, ' in limits and 'WGS 84 / UTM zone 50N (EPSG:32650)' in limits
    assert 'Scores and weights of the resistance are judgements' in limits
    _, alone = report('alone.html', ZONES=plan['ZONES'])
    assert 'judgements' not in alone and 'was not told to this report' in alone
    (records / 'two.json').write_text('[1]', encoding='utf-8')
    with pytest.raises(QgsProcessingException, match='two.json'):
        report('bad.html', **plan, RUN_RECORDS=str(records))
    assert not (tmp_path / 'bad.html').exists()


def test_long_and_foreign_names(report, run_tool, make_vector, square, tmp_path):
    """Names of hundreds of letters, from right to left, in Chinese or with line breaks are set, not interpreted."""
    names = ['x' * 400, 'محمية الغابات', '图们江' * 60, 'a\nb\u202e\x07']
    zones = make_vector('odd', 'Polygon', {
        'unit_code': list('1234'), 'unit_name': names, 'zone_code': ['A'] * 4, 'zone_name': names, 'strategy': names},
        [square(WEST + 2000 * i, NORTH, 2000) for i in range(4)])
    _, text = report(ZONES=zones)
    assert not Checker(text).open and names[1] in text
    path = tmp_path / 'odd.pdf'
    run_tool('planmap', LANGUAGE='en', ZONES=zones, ATLAS=str(path), PAGE='A4')
    assert len(gdal.Open(str(path)).GetMetadata('SUBDATASETS')) == 2 * 4


def test_an_atlas_can_be_stopped(plan, run_tool, tmp_path):
    feedback = QgsProcessingFeedback(False)
    feedback.progressChanged.connect(lambda value: feedback.cancel() if value > 40 else None)
    run_tool('planmap', feedback=feedback, ATLAS=str(tmp_path / 'a.pdf'), PAGE='A4', **map_layers(plan))
    assert not list(tmp_path.glob('*a.pdf')) and not list(tmp_path.glob('.*'))


def test_who_leads_is_named_in_the_language(plan, report, make_vector, square):
    """By the code of the lead: a county and a city of the units, a province of China; unknown codes keep their name."""
    zones = plan['ZONES']
    units = make_vector('led', 'Polygon', {
        'cu_id': [1, 2, 3], 'lead_level': ['county', 'province', 'province'],
        'lead_code': ['990101', '430000', '990000'],
        'lead_name': ['Alder', '430000', 'Ninety-nine'], 'members': ['Alder'] * 3, 'cross_boundary': [0, 1, 1]},
        [square(WEST, NORTH - 500 * (i + 1), 400) for i in range(3)])
    for language, names in (('en', ['Hunan', 'Ninety-nine', 'Alder']), ('zh', ['湖南省', 'Ninety-nine', '赤杨县'])):
        _, text = report(f'{language}.html', ZONES=zones, COLLABORATIVE=units, LANGUAGE=language)
        rows = cells_of(text, {'en': 'Collaborative restoration units', 'zh': '协同修复单元'}[language])
        assert [row[2].split(': ')[1] for row in rows] == names


def test_thousands_of_units_are_not_listed_by_name(report, run_tool, make_vector, square):
    """A zone of 400 units names the first and counts the rest; the map names only what has room."""
    zones = make_vector('many', 'Polygon', {
        'unit_code': [str(i) for i in range(400)], 'unit_name': [f'A long name of unit {i}' for i in range(400)],
        'zone_code': ['A'] * 400}, [square(WEST + 100 * (i % 20), NORTH + 100 * (i // 20), 100) for i in range(400)])
    _, text = report(ZONES=zones)
    rows = cells_of(text, 'Zones, their strategies and units')
    assert rows[0][4] == '400' and rows[0][5].endswith('and 320 more') and rows[0][5].count(',') == 79
    assert len(cells_of(text, 'All units')) == 401
