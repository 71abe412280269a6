"""The shared store as an office uses it: create, import, query, feedback."""

import json
from datetime import date
from pathlib import Path

import pytest
from conftest import Feedback
from qgis.core import QgsExpression, QgsProcessingException, QgsProject, QgsVectorLayer

from ecorestore.ecorestore_plugin.qgis_io.store import in_period, seat_prefix, visible

KM = 1000


@pytest.fixture
def store(run_tool, tmp_path):
    path = tmp_path / '共享 库.gpkg'
    run_tool('createdatastore', CRS='EPSG:32650', STORE=str(path))
    return str(path)


@pytest.fixture
def counties(make_vector, square):
    return make_vector('县', 'Polygon', {
        'XZQDM': ['430101', '430102', '430201'], 'unit_name': ['甲', '乙', '丙'], 'pop': [10., 20., 30.],
        'mayor': ['张', None, '李']}, [square(0, 0, 10 * KM), square(10 * KM, 0, 10 * KM), square(20 * KM, 0, 10 * KM)])


def bring(run_tool, store, layer, rows, **options):
    return run_tool('importdata', STORE=store, LAYER=layer, INPUT=rows, **options)


def test_a_store_and_its_project(run_tool, tmp_path, store, counties):
    bring(run_tool, store, 'units', counties, FIELDS='XZQDM=unit_code')
    path, page = tmp_path / '项目.qgz', tmp_path / 'standard.html'
    run_tool('createdatastore', EXISTING=store, LANGUAGE='zh', PROJECT=str(path), STANDARD=str(page))
    project = QgsProject()
    assert project.read(str(path))
    layers = {layer.name(): layer for layer in project.mapLayers().values()}
    units, feedback = layers['行政单元'], layers['公众反馈']
    assert units.featureCount() == 3 and units.subsetString() == '"version_to" IS NULL'
    index = feedback.fields().lookupField('status')
    choices = feedback.editorWidgetSetup(index).config()['map']
    assert {'新收到': 'new'} in choices
    assert feedback.defaultValueDefinition(index).expression() == "'new'"
    assert not QgsExpression(feedback.defaultValueDefinition(feedback.fields().lookupField('time')).expression()
                             ).hasParserError()
    assert feedback.attributeAlias(feedback.fields().lookupField('message')) == '内容'
    assert str(tmp_path) not in Path(path).read_bytes().decode('latin-1')
    assert '行政单元' in page.read_text(encoding='utf-8') and '数据标准' in page.read_text(encoding='utf-8')


@pytest.mark.parametrize('change, message', [
    ({}, 'new store, an existing one'), ({'STORE': 'x.gpkg'}, 'needs a coordinate'),
    ({'STORE': 'x.gpkg', 'CRS': 'EPSG:4490'}, 'not projected')])
def test_stores_that_cannot_be(run_tool, tmp_path, change, message):
    given = {key: str(tmp_path / value) if key == 'STORE' else value for key, value in change.items()}
    with pytest.raises(QgsProcessingException, match=message):
        run_tool('createdatastore', **given)
    assert not list(tmp_path.iterdir())


def test_a_store_is_never_overwritten(run_tool, store):
    before = Path(store).read_bytes()
    with pytest.raises(QgsProcessingException, match='there already'):
        run_tool('createdatastore', CRS='EPSG:32650', STORE=store)
    assert Path(store).read_bytes() == before


def test_import_and_query(run_tool, store, counties, make_vector):
    first = bring(run_tool, store, 'units', counties, FIELDS='XZQDM=unit_code', NOTE='首次')
    assert (first['IMPORT_ID'], first['ADDED'], first['CLOSED']) == (1, 3, 0)
    # A point inside the second county gets its code; one outside gets none.
    sites = make_vector('sites', 'Point', {'site_id': ['s1', 's2'], 'kind': ['water', 'soil']},
                        [f'POINT({15 * KM} {5 * KM})', f'POINT({90 * KM} 0)'])
    placed = bring(run_tool, store, 'sites', sites)
    assert any('1 rows lie in no unit' in line for line in placed.feedback.warnings)
    city = run_tool('querydata', STORE=store, LAYER='units', UNIT='430100', LEVEL='city', OUTPUT='TEMPORARY_OUTPUT',
                    STATISTICS='TEMPORARY_OUTPUT', LINEAGE='TEMPORARY_OUTPUT')
    rows = city.rows('OUTPUT')
    assert [row['unit_name'] for row in rows] == ['甲', '乙'] and json.loads(rows[0]['extra']) == {'mayor': '张'}
    assert rows[0]['geometry'].area() == pytest.approx(100 * KM * KM)
    assert [(row['unit_code'], row['rows'], row['sum_pop']) for row in city.rows('STATISTICS')] == [
        ('430101', 1, 10), ('430102', 1, 20)]
    assert city.rows('LINEAGE')[0]['note'] == '首次'
    found = run_tool('querydata', STORE=store, LAYER='sites', UNIT='430102', LEVEL='county', OUTPUT='TEMPORARY_OUTPUT')
    assert [row['site_id'] for row in found.rows('OUTPUT')] == ['s1']
    assert run_tool('querydata', STORE=store, LAYER='sites', LEVEL='public', OUTPUT='TEMPORARY_OUTPUT')['COUNT'] == 0
    near = run_tool('querydata', STORE=store, LAYER='units', EXTENT='21000,29000,1000,9000 [EPSG:32650]',
                    OUTPUT='TEMPORARY_OUTPUT')
    assert [row['unit_name'] for row in near.rows('OUTPUT')] == ['丙']


def test_versions_and_other_systems(run_tool, store, counties, make_vector, square):
    bring(run_tool, store, 'units', counties, FIELDS='XZQDM=unit_code')
    moved = make_vector('moved', 'Polygon', {'unit_code': ['430101'], 'unit_name': ['甲新']},
                        ['POLYGON((117 30,117.1 30,117.1 30.1,117 30.1,117 30))'], crs='EPSG:4326')
    second = bring(run_tool, store, 'units', moved)
    assert (second['ADDED'], second['CLOSED']) == (1, 1)
    now = run_tool('querydata', STORE=store, OUTPUT='TEMPORARY_OUTPUT').rows('OUTPUT')
    then = run_tool('querydata', STORE=store, VERSION=1, OUTPUT='TEMPORARY_OUTPUT').rows('OUTPUT')
    assert sorted(row['unit_name'] for row in now) == sorted(['甲新', '乙', '丙'])
    assert sorted(row['unit_name'] for row in then) == sorted(['甲', '乙', '丙'])
    new = next(row['geometry'] for row in now if row['unit_name'] == '甲新')
    # 0.1 degree by 0.1 degree at 30 north in zone 50: about 9.65 by 11.08 km.
    assert new.area() == pytest.approx(9650 * 11080, rel=0.01)


def test_the_result_of_a_query_comes_back_unharmed(run_tool, store, counties, tmp_path):
    """A county gets its rows, changes one, and hands them in: only that one is new, and open to whom it was."""
    bring(run_tool, store, 'units', counties, FIELDS='XZQDM=unit_code', ACCESS='city')
    target = tmp_path / 'mine.gpkg'
    run_tool('querydata', STORE=store, LAYER='units', UNIT='4301', LEVEL='city', OUTPUT=str(target))
    again = bring(run_tool, store, 'units', str(target))
    assert (again['ADDED'], again['KNOWN']) == (0, 2)
    layer = QgsVectorLayer(str(target), 'mine', 'ogr')
    first = next(feature for feature in layer.getFeatures() if feature['unit_code'] == '430101')
    assert layer.startEditing() and layer.changeAttributeValue(first.id(), layer.fields().lookupField('pop'), 11.)
    assert layer.commitChanges()
    again = bring(run_tool, store, 'units', str(target))
    assert (again['ADDED'], again['CLOSED'], again['KNOWN']) == (1, 1, 1)
    rows = run_tool('querydata', STORE=store, UNIT='430101', OUTPUT='TEMPORARY_OUTPUT').rows('OUTPUT')
    assert [(row['pop'], row['access'], json.loads(row['extra'])) for row in rows] == [(11, 'city', {'mayor': '张'})]


def test_series_take_only_what_is_new(run_tool, store, tmp_path):
    table = tmp_path / '水质.csv'
    head = 'site_id,variable,time,value,quality\n'
    table.write_text(head + 's1,COD,2024-01-31,18,good\ns1,COD,2024-02-29,22,doubtful\n', encoding='utf-8')
    bring(run_tool, store, 'observations', str(table), MODE='append')
    table.write_text(table.read_text(encoding='utf-8') + 's1,COD,2024-03-31,15,good\n', encoding='utf-8')
    second = bring(run_tool, store, 'observations', str(table), MODE='append')
    assert (second['ADDED'], second['KNOWN']) == (1, 2)
    spring = run_tool('querydata', STORE=store, LAYER='observations', SINCE='2024-02', UNTIL='2024-03-31',
                      OUTPUT='TEMPORARY_OUTPUT').rows('OUTPUT')
    assert sorted(row['value'] for row in spring) == [15, 22]


def test_rasters_with_dates_enter_the_catalogue_once(run_tool, store, tmp_path, make_raster):
    """Paths below the store are relative; a raster that is listed already is not listed again."""
    import numpy as np
    files = []
    for name in ('ndvi_20200131', 'ndvi_2020-02-29', 'ndvi_2021'):
        path = tmp_path / f'{name}.tif'
        path.write_bytes(Path(make_raster(name, np.ones((3, 4)))).read_bytes())
        files.append(str(path))
    options = {'VARIABLE': 'ndvi', 'QUALITY': 'good', 'UNIT': '430101'}
    first = run_tool('importdata', STORE=store, LAYER='rasters', RASTERS=files[:2], **options)
    second = run_tool('importdata', STORE=store, LAYER='rasters', RASTERS=files, **options)
    assert (first['ADDED'], second['ADDED'], second['KNOWN'], second['CLOSED']) == (2, 1, 2, 0)
    rows = run_tool('querydata', STORE=store, LAYER='rasters', SINCE='2020-02',
                    OUTPUT='TEMPORARY_OUTPUT').rows('OUTPUT')
    assert sorted((row['path'], str(row['time'])[:10].replace('/', '-')) for row in rows) == [
        ('ndvi_2020-02-29.tif', '2020-02-29'), ('ndvi_2021.tif', '2021-01-01')]
    assert {(row['variable'], row['platform'], row['quality'], row['unit_code']) for row in rows} == {
        ('ndvi', 'satellite', 'good', '430101')}


@pytest.mark.parametrize('change, message', [
    ({}, 'rows to import or rasters'), ({'RASTERS': 'ndvi', 'LAYER': 'units'}, 'not into units'),
    ({'RASTERS': 'ndvi', 'LAYER': 'rasters'}, 'variable'),
    ({'RASTERS': 'ndvi', 'LAYER': 'rasters', 'VARIABLE': 'x'}, 'hold no date, such as ndvi'),
    ({'RASTERS': 'ndvi', 'LAYER': 'rasters', 'VARIABLE': 'x', 'DATES': '2020, 2021'}, '2 times are given for 1'),
    ({'RASTERS': 'ndvi', 'LAYER': 'rasters', 'VARIABLE': 'x', 'DATES': 'May'}, 'meet the data standard')])
def test_rasters_that_cannot_be_listed(run_tool, store, make_raster, change, message):
    import numpy as np
    given = {**change, **({'RASTERS': [make_raster('ndvi', np.ones((2, 2)))]} if 'RASTERS' in change else {})}
    with pytest.raises(QgsProcessingException, match=message):
        run_tool('importdata', STORE=store, **given)


@pytest.mark.parametrize('name, expected', [
    ('ndvi_20200131.tif', '2020-01-31'), ('S2_2020-02', '2020-02-01'), ('2021.tif', '2021-01-01'), ('a202013', ''),
    ('p123456789_x', ''), ('from 2010 to 2020', '2020-01-01'), ('ndvi_20210230', ''),
    ('植被_2023_07_09', '2023-07-09')])
def test_dates_in_names(name, expected):
    from ecorestore.ecorestore_plugin.qgis_io.raster_series import date_in
    assert date_in(name) == expected


def test_registers_of_people_and_what_was_agreed(run_tool, store, tmp_path):
    people = tmp_path / '利益相关方.csv'
    people.write_text('stakeholder_id,name,kind,role,unit_code\nf1,合作社,nobody,,430101\n', encoding='gbk')
    with pytest.raises(QgsProcessingException, match='code list .*; the first is "nobody"'):
        bring(run_tool, store, 'stakeholders', str(people))
    people.write_text(people.read_text(encoding='gbk').replace('nobody', 'organisation'), encoding='gbk')
    bring(run_tool, store, 'stakeholders', str(people))
    person, = run_tool('querydata', STORE=store, LAYER='stakeholders', OUTPUT='TEMPORARY_OUTPUT').rows('OUTPUT')
    assert person['name'] == '合作社'
    talks = tmp_path / 'talks.csv'
    talks.write_text('consultation_id,date,topic,participants,agreed,unit_code\n'
                     'c1,2024-05-31,湿地,"f1;县林业局",退塘还湿 200 公顷,430101\n', encoding='utf-8')
    bring(run_tool, store, 'consultations', str(talks))
    row, = run_tool('querydata', STORE=store, LAYER='consultations', LEVEL='county', UNIT='430101',
                    OUTPUT='TEMPORARY_OUTPUT').rows('OUTPUT')
    assert row['agreed'] == '退塘还湿 200 公顷' and row['participants'] == 'f1;县林业局'


def test_observations_belong_to_the_unit_of_their_site(run_tool, monitored):
    seen = {unit: run_tool('querydata', STORE=monitored, LAYER='observations', LEVEL='county', UNIT=unit,
                           OUTPUT='TEMPORARY_OUTPUT').rows('OUTPUT') for unit in ('430101', '430102')}
    assert {row['site_id'] for row in seen['430101']} == {'w1', 'w2', 'b1'}
    assert {row['site_id'] for row in seen['430102']} == {'b2'}


@pytest.fixture
def monitored(run_tool, store, counties, make_vector, square):
    """Sites in two watersheds, a project in one, a corridor around one of two species sites."""
    bring(run_tool, store, 'units', counties, FIELDS='XZQDM=unit_code')
    bring(run_tool, store, 'sites', make_vector('sites', 'Point', {
        'site_id': ['w1', 'w2', 'b1', 'b2'], 'kind': ['water', 'water', 'species', 'species'],
        'watershed': ['湘江', '资江', None, None]}, [f'POINT({x * KM} 5000)' for x in (1, 2, 3, 15)]))
    bring(run_tool, store, 'projects', make_vector('projects', 'Polygon', {
        'project_id': ['p1'], 'name': ['湿地'], 'watershed': ['湘江'], 'start_date': ['2023-01-01'],
        'end_date': ['2023-06-30']}, [square(0, 0, KM)]))
    bring(run_tool, store, 'corridors', make_vector('corridors', 'Polygon', {'link_id': [7]},
                                                    [square(2 * KM, 4 * KM, 2 * KM)]))
    rows = [('w1', 'COD', '2022-05-01', 20., 'good'), ('w1', 'COD', '2022-08-01', 24., 'good'),
            ('w1', 'COD', '2023-03-01', 99., 'good'), ('w1', 'COD', '2023-09-01', 12., 'unchecked'),
            ('w1', 'COD', '2024-02-01', 14., 'good'), ('w1', 'COD', '2024-03-01', 500., 'bad'),
            ('w2', 'COD', '2024-02-01', 70., 'good'), ('b1', '白鹤', '2024-01-05', 3., 'good'),
            ('b1', '小天鹅', '2024-01-06', 2., 'good'), ('b1', '白鹤', '2024-01-07', 0., 'good'),
            ('b2', '白鹤', '2023-12-01', 1., 'good')]
    bring(run_tool, store, 'observations', make_vector('seen', 'None', dict(zip(
        ('site_id', 'variable', 'time', 'value', 'quality'), map(list, zip(*rows))))), MODE='append')
    return store


def test_water_quality_against_projects(run_tool, monitored):
    from scipy.stats import ttest_ind
    run = run_tool('querydata', STORE=monitored, OUTPUT='TEMPORARY_OUTPUT', JOINT='TEMPORARY_OUTPUT')
    row, = run.rows('JOINT')
    assert (row['project_id'], row['variable'], row['n_before'], row['n_after']) == ('p1', 'COD', 2, 2)
    assert (row['before'], row['after'], row['change']) == (22, 13, -9)
    assert row['p'] == pytest.approx(ttest_ind([20, 24], [12, 14], equal_var=False).pvalue)
    county = run_tool('querydata', STORE=monitored, UNIT='430201', LEVEL='county', OUTPUT='TEMPORARY_OUTPUT',
                      JOINT='TEMPORARY_OUTPUT')
    assert county.rows('JOINT') == []


def test_projects_upstream_of_a_site(run_tool, monitored, make_vector, square):
    """A project answers for the water below it, not for that above it or beside it."""
    bring(run_tool, monitored, 'watersheds', make_vector('basins', 'Polygon', {
        'watershed': ['资江', '湘江', '洞庭湖', '沅江'], 'downstream': ['洞庭湖', '洞庭湖', None, '洞庭湖']},
        [square(x * KM, 0, KM) for x in range(4)]))
    bring(run_tool, monitored, 'sites', make_vector('more', 'Point', {
        'site_id': ['lake'], 'kind': ['water'], 'watershed': ['洞庭湖']}, [f'POINT({2.5 * KM} 500)']))
    bring(run_tool, monitored, 'projects', make_vector('more', 'Polygon', {
        'project_id': ['p2'], 'name': ['湖岸'], 'watershed': ['洞庭湖'], 'start_date': ['2023-01-01']},
        [square(2 * KM, 0, KM)]))
    bring(run_tool, monitored, 'observations', make_vector('seen', 'None', {
        'site_id': ['lake'] * 3, 'variable': ['TP'] * 3, 'time': ['2022-01-01', '2023-08-01', '2023-09-01'],
        'value': [0.3, 0.2, 0.1], 'quality': ['good'] * 3}), MODE='append')
    rows = run_tool('querydata', STORE=monitored, OUTPUT='TEMPORARY_OUTPUT', JOINT='TEMPORARY_OUTPUT').rows('JOINT')
    found = {(row['project_id'], row['site_watershed'], row['variable']): row for row in rows}
    assert set(found) == {('p1', '湘江', 'COD'), ('p1', '洞庭湖', 'TP'), ('p2', '洞庭湖', 'TP')}
    lake = found['p1', '洞庭湖', 'TP']
    assert (lake['steps'], lake['n_before'], lake['n_after'], lake['watershed']) == (1, 1, 2, '湘江')
    assert lake['change'] == pytest.approx(-0.15) and found['p1', '湘江', 'COD']['steps'] == 0
    circle = make_vector('circle', 'Polygon', {'watershed': ['a', 'b'], 'downstream': ['b', 'a']},
                         [square(50 * KM, 0, KM), square(60 * KM, 0, KM)])
    with pytest.raises(QgsProcessingException, match='runs in a circle'):
        bring(run_tool, monitored, 'watersheds', circle)


def test_species_against_corridors(run_tool, monitored):
    run = run_tool('querydata', STORE=monitored, QUESTION='species_corridors', OUTPUT='TEMPORARY_OUTPUT',
                   JOINT='TEMPORARY_OUTPUT')
    inside, outside = run.rows('JOINT')
    assert (inside['link_id'], inside['sites'], inside['records'], inside['species'], inside['last']) == (
        7, 1, 2, 2, '2024-01-06')
    assert (outside['sites'], outside['records'], outside['last']) == (1, 1, '2023-12-01')


def test_errors_stop_an_import_and_are_listed(run_tool, store, make_vector):
    wrong = make_vector('wrong', 'Point', {'site_id': ['a', 'a'], 'kind': ['water', 'lava']},
                        ['POINT(0 0)', 'POINT(1 1)'])
    with pytest.raises(QgsProcessingException, match='2 errors, nothing was imported'):
        bring(run_tool, store, 'sites', wrong)
    run = bring(run_tool, store, 'sites', wrong, CHECK_ONLY=True, FINDINGS='TEMPORARY_OUTPUT')
    assert sorted(row['check'] for row in run.rows('FINDINGS')) == ['codes', 'fields']
    assert run_tool('querydata', STORE=store, LAYER='sites', OUTPUT='TEMPORARY_OUTPUT')['COUNT'] == 0
    with pytest.raises(QgsProcessingException, match='no field nothing'):
        bring(run_tool, store, 'sites', wrong, FIELDS='nothing=kind')
    with pytest.raises(QgsProcessingException, match='no pair of fields'):
        bring(run_tool, store, 'sites', wrong, FIELDS='kind')


def test_cancel_leaves_the_store_alone(run_tool, store, counties):
    feedback = Feedback()
    feedback.cancel()
    run = run_tool('importdata', feedback=feedback, STORE=store, INPUT=counties, FIELDS='XZQDM=unit_code')
    assert run.results == {}
    assert run_tool('querydata', STORE=store, OUTPUT='TEMPORARY_OUTPUT')['COUNT'] == 0


def test_statistics_of_observations_keep_variables_apart(run_tool, monitored):
    rows = run_tool('querydata', STORE=monitored, LAYER='observations', UNIT='430101', OUTPUT='TEMPORARY_OUTPUT',
                    STATISTICS='TEMPORARY_OUTPUT').rows('STATISTICS')
    cod = next(row for row in rows if row['variable'] == 'COD')
    # w1: 20, 24, 99, 12, 14 and 500, w2: 70.
    assert (cod['rows'], cod['sum_value'], cod['min_value'], cod['max_value']) == (7, 739, 12, 500)
    assert cod['mean_value'] == pytest.approx(739 / 7)
    assert {row['variable'] for row in rows} == {'COD', '白鹤', '小天鹅'}


def test_a_part_of_the_store_goes_out_and_comes_back(run_tool, monitored, tmp_path):
    """A county gets all layers of a theme, changes one row with QGIS, and hands the file back."""
    part = tmp_path / '长沙.gpkg'
    run_tool('querydata', STORE=monitored, LAYER='units', THEME='monitoring', LEVEL='county', UNIT='430101',
             SINCE='2023', OUTPUT='TEMPORARY_OUTPUT', PART=str(part))
    found = {layer: run_tool('querydata', STORE=str(part), LAYER=layer, OUTPUT='TEMPORARY_OUTPUT').rows('OUTPUT')
             for layer in ('units', 'sites', 'observations')}
    assert {row['site_id'] for row in found['sites']} == {'w1', 'w2', 'b1'} and found['units'] == []
    # Of 2023 and later; what b2 saw belongs to the neighbour.
    assert len(found['observations']) == 8
    assert {row['access'] for row in found['sites']} == {'county'}
    layer = QgsVectorLayer(f'{part}|layername=sites|subset="version_to" IS NULL', 'sites', 'ogr')
    one = next(feature for feature in layer.getFeatures() if feature['site_id'] == 'w1')
    assert layer.startEditing() and layer.changeAttributeValue(one.id(), layer.fields().lookupField('name'), '新名')
    assert layer.commitChanges(), layer.commitErrors()
    del layer  # QGIS holds on to this frame when a tool raises below, and a layer must not outlive QGIS
    # The older state of the row is in the file too, as its history; it is not brought back.
    assert QgsVectorLayer(f'{part}|layername=sites', 'all', 'ogr').featureCount() == 4
    back = bring(run_tool, monitored, 'sites', f'{part}|layername=sites')
    assert (back['ADDED'], back['CLOSED'], back['KNOWN']) == (1, 1, 2)
    with pytest.raises(QgsProcessingException, match='there already'):
        run_tool('querydata', STORE=monitored, OUTPUT='TEMPORARY_OUTPUT', PART=str(part))


def test_queries_that_make_no_sense(run_tool, store):
    with pytest.raises(QgsProcessingException, match='is no date'):
        run_tool('querydata', STORE=store, SINCE='spring', OUTPUT='TEMPORARY_OUTPUT')
    with pytest.raises(QgsProcessingException, match='give its unit code'):
        run_tool('querydata', STORE=store, LEVEL='county', OUTPUT='TEMPORARY_OUTPUT')
    with pytest.raises(QgsProcessingException, match='no administrative code'):
        run_tool('querydata', STORE=store, UNIT="43' OR 1=1", OUTPUT='TEMPORARY_OUTPUT')


@pytest.fixture
def office(server):
    """QGIS connections of the keeper and of two offices to an empty database."""
    if server is None:
        pytest.skip('no PostgreSQL server is installed')
    server.ask('DROP DATABASE IF EXISTS plans WITH (FORCE)')
    server.ask('CREATE DATABASE plans')
    for role in ('province_plan', 'county_plan'):
        server.ask(f'DROP ROLE IF EXISTS {role}')
    return {name: server.remember(name, 'plans') for name in ('keeper', 'province_plan', 'county_plan')}


def test_a_server_through_the_tools(run_tool, office, counties, tmp_path):
    project = tmp_path / 'server.qgz'
    run_tool('createdatastore', CONNECTION=office['keeper'], CRS='EPSG:4527', LANGUAGE='zh', PROJECT=str(project))
    grant = {'CONNECTION': office['keeper'], 'CREATE': True, 'WRITE': True}
    run_tool('grantaccess', MEMBER='province_plan', LEVEL='province', **grant)
    run = run_tool('grantaccess', MEMBER='county_plan', LEVEL='county', UNIT='430102', MEMBERS='TEMPORARY_OUTPUT',
                   **grant)
    assert [(row['member'], row['level'], row['prefix']) for row in run.rows('MEMBERS')] == [
        ('county_plan', 'county', '430102'), ('province_plan', 'province', '')]
    done = run_tool('importdata', CONNECTION=office['province_plan'], LAYER='units', INPUT=counties,
                    FIELDS='XZQDM=unit_code', ACCESS='county')
    assert (done['IMPORT_ID'], done['ADDED']) == (1, 3)
    found = {name: [row['unit_name'] for row in run_tool(
        'querydata', CONNECTION=office[name], LAYER='units', OUTPUT='TEMPORARY_OUTPUT').rows('OUTPUT')]
        for name in ('province_plan', 'county_plan')}
    assert found == {'province_plan': ['甲', '乙', '丙'], 'county_plan': ['乙']}
    with pytest.raises(QgsProcessingException, match='does not allow'):
        run_tool('importdata', CONNECTION=office['county_plan'], LAYER='units', INPUT=counties,
                 FIELDS='XZQDM=unit_code')
    opened = QgsProject()
    assert opened.read(str(project))
    assert {layer.providerType() for layer in opened.mapLayers().values()} == {'postgres'}
    run_tool('grantaccess', CONNECTION=office['keeper'], MEMBER='county_plan', ACTION='revoke')
    with pytest.raises(QgsProcessingException, match='does not allow'):
        run_tool('querydata', CONNECTION=office['county_plan'], LAYER='units', OUTPUT='TEMPORARY_OUTPUT')


def test_connections_that_are_not_there(run_tool, office, counties, store):
    with pytest.raises(QgsProcessingException, match='no PostgreSQL connection called nowhere. QGIS knows: .*keeper'):
        run_tool('importdata', CONNECTION='nowhere', LAYER='units', INPUT=counties)
    with pytest.raises(QgsProcessingException, match='one of them'):
        run_tool('querydata', CONNECTION=office['keeper'], STORE=store, OUTPUT='TEMPORARY_OUTPUT')
    with pytest.raises(QgsProcessingException, match='holds no store'):
        run_tool('querydata', CONNECTION=office['keeper'], OUTPUT='TEMPORARY_OUTPUT')


@pytest.mark.parametrize('level, prefix, access, unit, seen', [
    ('public', '', 'public', '430101', True), ('public', '', 'county', '430101', False),
    ('county', '430101', 'county', '430101', True), ('county', '430101', 'county', '430102', False),
    ('county', '430101', 'city', '430101', False), ('city', '4301', 'city', '430102', True),
    ('city', '4301', 'province', '430102', False), ('province', '', 'province', '', True),
    ('county', '430101', 'public', '999999', True), ('city', '4301', 'county', '', False)])
def test_who_sees_what(level, prefix, access, unit, seen):
    assert visible({'access': access, 'unit_code': unit}, level, prefix) is seen


def test_periods_and_prefixes():
    assert in_period('2024/05/31 10:00:00', '2024-05-31', '2024-05-31') and not in_period(None, '2024-01-01', None)
    assert in_period(date(2024, 5, 1), None, '2024-12-31') and in_period(None, None, None)
    assert [seat_prefix(code) for code in ('430000', '430100', '430101', '43', '4301', '')] == [
        '43', '4301', '430101', '43', '4301', '']


def test_feedback_by_hand(run_tool, make_vector, square):
    units = make_vector('units', 'Polygon', {'unit_code': ['430101', '430102'], 'unit_name': ['A', 'B']},
                        [square(0, 0, 10), square(10, 0, 10)])
    said = make_vector('said', 'Point', {
        'feedback_id': ['1', '2', '3', '4'], 'time': ['2024-03-01', '2024-03-01', '2024-03-02', '2024-03-02'],
        'topic': ['water', 'water', 'soil', 'other'], 'message': ['<b>x</b>', 'y', 'z', 'w'],
        'status': ['answered', 'new', 'closed', 'new'], 'reply_time': ['2024-03-03', None, '2024-03-08', None]},
        ['POINT(5 5)', 'POINT(6 6)', 'POINT(4 4)', 'POINT(99 99)'])
    run = run_tool('feedback', FEEDBACK=said, UNITS=units, OUTPUT='TEMPORARY_OUTPUT', TOPICS='TEMPORARY_OUTPUT')
    rows = {row['unit_name']: row for row in run.rows('OUTPUT')}
    assert (rows['A']['feedback'], rows['A']['answered'], rows['A']['new'], rows['B']['feedback']) == (3, 1, 1, 0)
    assert rows['A']['replied'] == pytest.approx(2 / 3) and rows['A']['reply_days'] == pytest.approx(4)
    assert rows['A']['main_topic'] == 'water'
    assert (run['COUNT'], run['OPEN'], run['OUTSIDE']) == (4, 2, 1)
    topics = {(row['topic'], row['status']): row['number'] for row in run.rows('TOPICS')}
    assert topics['water', 'new'] == 1 and topics['soil', 'closed'] == 1
    other = make_vector('other', 'Point', {'name': ['x']}, ['POINT(5 5)'])
    with pytest.raises(QgsProcessingException, match='no field status or topic'):
        run_tool('feedback', FEEDBACK=other, UNITS=units, OUTPUT='TEMPORARY_OUTPUT')


def test_history_of_a_store_is_not_counted(run_tool, store, counties, make_vector):
    """A report that was answered is one report: its older state in the file is history, for every tool."""
    bring(run_tool, store, 'units', counties, FIELDS='XZQDM=unit_code')
    said = {'feedback_id': ['1'], 'time': ['2024-03-01'], 'topic': ['water'], 'message': ['x'], 'status': ['new']}
    bring(run_tool, store, 'feedback', make_vector('said', 'Point', said, ['POINT(5000 5000)']))
    bring(run_tool, store, 'feedback', make_vector('said', 'Point', {**said, 'status': ['answered']},
                                                   ['POINT(5000 5000)']))
    layers = {layer: f'{store}|layername={layer}' for layer in ('feedback', 'units')}
    assert QgsVectorLayer(layers['feedback'], 'all', 'ogr').featureCount() == 2
    run = run_tool('feedback', FEEDBACK=layers['feedback'], UNITS=layers['units'], OUTPUT='TEMPORARY_OUTPUT')
    assert (run['COUNT'], run['OPEN']) == (1, 0)
    findings = run_tool('checkinputs', VECTORS=[layers['feedback']], FINDINGS='TEMPORARY_OUTPUT').rows('FINDINGS')
    assert not [row for row in findings if row['severity'] == 'error']


def test_a_county_draws_and_lists_rasters_on_a_server(run_tool, office, counties, tmp_path, make_raster):
    """What is drawn in QGIS gets its id and version from the server, and only the county's own place is taken."""
    import numpy as np
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    from ecorestore.ecorestore_plugin.datastore.standard import read_standard
    from ecorestore.ecorestore_plugin.qgis_io.store_access import postgis_source
    run_tool('createdatastore', CONNECTION=office['keeper'], CRS='EPSG:4527')
    grant = {'CONNECTION': office['keeper'], 'CREATE': True, 'WRITE': True}
    run_tool('grantaccess', MEMBER='county_plan', LEVEL='county', UNIT='430102', **grant)
    layer = QgsVectorLayer(postgis_source(office['county_plan'])(read_standard().layer('projects')), 'p', 'postgres')
    for unit, fits in (('430102', True), ('430101', False)):
        feature = QgsFeature(layer.fields())
        for name, value in (('project_id', unit), ('name', '湿地'), ('unit_code', unit)):
            feature.setAttribute(name, value)
        for name in ('row_id', 'access', 'version_from'):
            place = layer.fields().lookupField(name)
            feature.setAttribute(place, layer.dataProvider().defaultValue(place))
        feature.setGeometry(QgsGeometry.fromWkt('MULTIPOLYGON(((0 0,1 0,1 1,0 0)))'))
        assert layer.startEditing() and layer.addFeature(feature)
        assert layer.commitChanges() is fits, layer.commitErrors()
        layer.rollBack()
    del layer  # as above: before a tool raises
    done = run_tool('querydata', CONNECTION=office['county_plan'], LAYER='projects', OUTPUT='TEMPORARY_OUTPUT')
    row, = done.rows('OUTPUT')
    assert row['project_id'] == '430102' and len(row['row_id']) == 32 and row['version_from'] == 1
    rasters = {'LAYER': 'rasters', 'RASTERS': [make_raster('ndvi_2024', np.ones((2, 2)))], 'VARIABLE': 'ndvi'}
    with pytest.raises(QgsProcessingException, match='does not allow'):
        run_tool('importdata', CONNECTION=office['county_plan'], **rasters)
    assert run_tool('importdata', CONNECTION=office['county_plan'], UNIT='430102', **rasters)['ADDED'] == 1
