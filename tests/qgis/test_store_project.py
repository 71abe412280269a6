"""The project an office opens: it moves with its folder, its forms know the standard, and it holds no secret."""

import re
import shutil
import zipfile
from pathlib import Path

import pytest
from qgis.core import (
    QgsExpression,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProject,
    QgsProviderRegistry,
)

from ecorestore.ecorestore_plugin.datastore.standard import read_standard

STANDARD = read_standard()
SECRET = "ge'heim & <geheim>"


@pytest.fixture(params=['en', 'zh'])
def opened(request, run_tool, tmp_path):
    """A project whose folder was copied elsewhere after it was made: (language, project, {layer: QgsVectorLayer})."""
    first, second = tmp_path / '办公室 一', tmp_path / '搬走了'
    first.mkdir()
    run_tool('createdatastore', CRS='EPSG:4547', STORE=str(first / 'store.gpkg'), LANGUAGE=request.param,
             PROJECT=str(first / 'store.qgz'))
    # The original stays: a layer that still looked there would be found out by its path.
    shutil.copytree(first, second)
    project = QgsProject()
    assert project.read(str(second / 'store.qgz'))
    layers = {layer.source().partition('|layername=')[2].partition('|')[0]: layer
              for layer in project.mapLayers().values()}
    yield request.param, project, layers, second
    layers.clear()


def content(path):
    """The project file in the zip."""
    with zipfile.ZipFile(path) as bundle:
        return ''.join(bundle.read(name).decode('utf-8', 'replace') for name in bundle.namelist())


def test_every_layer_opens_where_the_folder_is_now(opened, tmp_path):
    language, project, layers, folder = opened
    assert set(layers) == set(STANDARD.layers) and all(layer.isValid() for layer in layers.values())
    assert {Path(layer.source().split('|')[0]).parent for layer in layers.values()} == {folder}
    text = content(folder / 'store.qgz')
    assert str(tmp_path) not in text and './store.gpkg' in text
    assert project.crs().authid() == 'EPSG:4547'
    label = STANDARD.layer('feedback').label_zh if language == 'zh' else STANDARD.layer('feedback').label
    assert layers['feedback'].name() == label


def test_forms_know_the_standard(opened):
    language, project, layers, _ = opened
    for name, layer in layers.items():
        described, fields = STANDARD.layer(name), layer.fields()
        for one in described.fields:
            index = fields.lookupField(one.name)
            label = one.label_zh if language == 'zh' else one.label
            assert layer.attributeAlias(index) == (f'{label} ({one.unit})' if one.unit else label)
            constraints = fields.at(index).constraints()
            assert bool(constraints.constraints() & constraints.Constraint.ConstraintNotNull) is one.required
            condition = constraints.constraintExpression()
            assert not condition or not QgsExpression(condition).hasParserError()
            if one.codes:
                kept = [code for entry in layer.editorWidgetSetup(index).config()['map'] for code in entry.values()]
                assert kept == list(STANDARD.codes[one.codes])
        for hidden in ('fid', 'row_id', 'version_from', 'version_to', 'edited_by'):
            assert layer.editorWidgetSetup(fields.lookupField(hidden)).type() == 'Hidden'
    feedback = layers['feedback']
    photo = feedback.editorWidgetSetup(feedback.fields().lookupField('photo'))
    assert photo.type() == 'ExternalResource' and photo.config()['RelativeStorage'] == 1
    assert photo.config()['DocumentViewer'] == 1  # shown as a picture
    sites = project.mapLayer(layers['observations'].editorWidgetSetup(
        layers['observations'].fields().lookupField('site_id')).config()['Layer'])
    assert sites is layers['sites']
    shown = [category.value() for category in feedback.renderer().categories()]
    assert shown == list(STANDARD.codes['feedback_status'])


def test_rows_that_come_later_are_drawn(opened):
    """The project was made on an empty store: no layer may have a legend that draws nothing of what is imported."""
    _, _, layers, _ = opened
    for name, layer in layers.items():
        renderer = layer.renderer()
        if STANDARD.layer(name).geometry == 'none':
            continue
        if renderer.type() == 'categorizedSymbol':
            assert renderer.categories() and (name in ('projects', 'sites', 'feedback')
                                              or renderer.categories()[-1].value() in ('', None))
        else:
            assert renderer.type() == 'singleSymbol', name


@pytest.mark.parametrize('name, value, fits', [
    ('unit_code', '430101', True), ('unit_code', '4301', False), ('unit_code', None, True), ('budget_wan', -1, False),
    ('budget_wan', 0, True), ('cu_id', 0, False)])
def test_conditions_of_a_form(name, value, fits):
    from ecorestore.ecorestore_plugin.qgis_io.store_project import _condition
    shown = 'NULL' if value is None else f"'{value}'" if isinstance(value, str) else value
    condition = _condition(STANDARD.layer('projects').field(name)).replace(f'"{name}"', str(shown))
    assert bool(QgsExpression(condition).evaluate()) is fits


def test_a_report_drawn_in_the_project_is_kept_with_its_lineage(opened):
    _, _, layers, folder = opened
    layer = layers['feedback']
    feature = QgsFeature(layer.fields())
    for name, value in {'feedback_id': 'f1', 'time': '2024-05-06T07:08:09', 'topic': 'water', 'message': '河水变色',
                        'photo': 'photos/河.jpg', 'status': 'new', 'edited_by': '张三'}.items():
        feature[name] = value
    feature.setGeometry(QgsGeometry.fromWkt('MULTIPOINT((500000 3000000))'))
    assert layer.startEditing() and layer.addFeature(feature) and layer.commitChanges(), layer.commitErrors()
    row, = layer.getFeatures()
    assert (row['version_from'], row['access'], row['photo']) == (1, 'public', 'photos/河.jpg')
    assert (folder / row['photo']).parent == folder / 'photos'


@pytest.fixture
def keepers(server):
    """Connections with a password: in plain text, and in the authentication of QGIS; the server trusts both."""
    if server is None:
        pytest.skip('no PostgreSQL server is installed')
    from qgis.core import QgsApplication, QgsAuthMethodConfig
    server.ask('DROP DATABASE IF EXISTS secrets WITH (FORCE)')
    server.ask('CREATE DATABASE secrets')
    metadata = QgsProviderRegistry.instance().providerMetadata('postgres')
    plain = server.dsn('keeper', 'secrets') + " password='{}'".format(SECRET.replace('\\', '\\\\').replace("'", "\\'"))
    metadata.saveConnection(metadata.createConnection(plain, {'saveUsername': True, 'savePassword': True}), 'plain')
    manager, names = QgsApplication.authManager(), {'plain': 'plain'}
    if manager.setMasterPassword('tests', True) or manager.masterPasswordIsSet():
        config = QgsAuthMethodConfig('Basic')
        config.setName('keeper')
        config.setConfig('username', 'keeper')
        config.setConfig('password', SECRET)
        if manager.storeAuthenticationConfig(config):
            base = server.dsn('keeper', 'secrets').replace(' user=keeper', f' authcfg={config.id()}')
            metadata.saveConnection(metadata.createConnection(base, {}), 'kept')
            names['kept'] = 'kept'
    return names


def secret_in(text):
    return re.search('geheim', text, re.I) is not None


def test_a_password_never_stands_in_a_project_a_record_or_a_log(run_tool, keepers, tmp_path, make_vector, square):
    project, record = tmp_path / 'office.qgz', tmp_path / 'record.json'
    with pytest.raises(QgsProcessingException, match='plain text') as caught:
        run_tool('createdatastore', CONNECTION='plain', CRS='EPSG:4547', PROJECT=str(project))
    assert not secret_in(str(caught.value)) and not project.exists()
    units = make_vector('units', 'Polygon', {'unit_code': ['430101'], 'unit_name': ['甲']}, [square(0, 0, 100)])
    for name in keepers.values():
        run = run_tool('createdatastore', CONNECTION=name, CRS='EPSG:4547')
        done = run_tool('importdata', CONNECTION=name, LAYER='units', INPUT=units, RUN_RECORD=str(record))
        said = ' '.join([*run.feedback.said, *run.feedback.warnings, *done.feedback.said, *done.feedback.warnings,
                         record.read_text(encoding='utf-8'), str(run.results), str(done.results)])
        assert name in said and not secret_in(said)
    if 'kept' in keepers:
        run_tool('createdatastore', CONNECTION='kept', CRS='EPSG:4547', PROJECT=str(project))
        text = content(project)
        assert 'authcfg=' in text and not secret_in(text)


def test_a_password_never_stands_in_an_error(run_tool, keepers, server):
    metadata = QgsProviderRegistry.instance().providerMetadata('postgres')
    for place, dsn in enumerate((f"host=/no/such/place port=1 dbname=x user=me password='{SECRET[:2]}geheim'",
                                 server.dsn('nobody_at_all', 'secrets') + ' password=geheim',
                                 server.dsn('keeper', 'no_such_base') + ' password=geheim')):
        metadata.saveConnection(metadata.createConnection(dsn, {'saveUsername': True, 'savePassword': True}),
                                f'broken {place}')
        for tool, given in (('querydata', {'OUTPUT': 'TEMPORARY_OUTPUT'}), ('grantaccess', {'MEMBER': 'x',
                                                                                            'LEVEL': 'province'})):
            with pytest.raises(QgsProcessingException, match='cannot be reached') as caught:
                run_tool(tool, CONNECTION=f'broken {place}', **given)
            chain, error = [], caught.value
            while error is not None:
                chain.append(str(error))
                error = error.__cause__
            assert not secret_in(' '.join(chain))
