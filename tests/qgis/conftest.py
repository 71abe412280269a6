"""A QGIS with our provider, and helpers to make layers and run tools on them."""

import numpy as np
import pytest
from database import running_server
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.qgis_io import row_blocks
from ecorestore.ecorestore_plugin.qgis_io.raster import read_band, write_raster
from ecorestore.ecorestore_plugin.qgis_io.vector import field_types

CRS = 'EPSG:32650'


class Feedback(QgsProcessingFeedback):
    """Keeps what a tool says; cancels once progress passes ``cancel_at``."""

    def __init__(self, cancel_at=None):
        super().__init__(False)
        self.said = []
        self.warnings = []
        self.steps = []
        if cancel_at is not None:
            self.progressChanged.connect(lambda value: self.cancel() if value >= cancel_at else None)
        self.progressChanged.connect(self.steps.append)

    def pushInfo(self, info):  # noqa: N802
        self.said.append(info)

    def pushWarning(self, warning):  # noqa: N802
        self.warnings.append(warning)

    def setProgressText(self, text):  # noqa: N802
        self.said.append(text)


@pytest.fixture(scope='session')
def provider(qgis_app, qgis_processing):
    from ecorestore.ecorestore_plugin.provider import EcoRestoreProvider
    registry = QgsApplication.processingRegistry()
    existing = registry.providerById('ecorestore')
    if existing is not None:
        return existing
    provider = EcoRestoreProvider()
    registry.addProvider(provider)
    return provider


class Run:
    """What a tool returned: ``results[name]`` as given, ``layer(name)`` as a layer, ``array(name)`` as values."""

    def __init__(self, results, context, feedback):
        self.results = results
        self.context = context
        self.feedback = feedback

    def __getitem__(self, name):
        return self.results[name]

    def layer(self, name):
        return QgsProcessingUtils.mapLayerFromString(self.results[name], self.context)

    def array(self, name, band=1):
        return read_band(QgsRasterLayer(self.results[name], name), band)

    def rows(self, name):
        layer = self.layer(name)
        names = [field.name() for field in layer.fields()]
        return [dict(zip(names, feature.attributes()), geometry=feature.geometry())
                for feature in layer.getFeatures()]


@pytest.fixture
def run_tool(provider):
    """run_tool('tool_id', NAME=value, ...) -> Run; raises QgsProcessingException as the user would see it."""
    def run(tool_id, feedback=None, **parameters):
        algorithm = provider.algorithm(tool_id)
        if algorithm is None:
            raise LookupError(tool_id)
        algorithm = algorithm.create()
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        feedback = feedback or Feedback()
        sound, message = algorithm.checkParameterValues(parameters, context)
        if not sound:
            raise QgsProcessingException(message)
        results, fine = algorithm.run(parameters, context, feedback, {}, False)
        if not fine:
            raise QgsProcessingException('failed')
        return Run(results, context, feedback)
    return run


@pytest.fixture
def make_raster(tmp_path):
    """make_raster('name', array, cell=100.0, crs=..., origin=(x, y), valid=mask, bands=(...)) -> path."""
    def make(name, array, cell=100.0, crs=CRS, origin=(500000.0, 4000000.0), valid=None, bands=(), height=None):
        array = np.asarray(array)
        wkt = QgsCoordinateReferenceSystem(crs).toWkt() if crs else ''
        shape = array.shape[-2:]
        grid = Grid(shape, (origin[0], cell, 0.0, origin[1], 0.0, -(height or cell)), wkt)
        path = tmp_path / f'{name}.tif'
        write_raster(path, array, grid, valid, bands)
        return str(path)
    return make


@pytest.fixture
def make_vector(qgis_app):
    """make_vector('name', 'Polygon', {'field': [values]}, [WKT, ...], crs=...) -> memory layer."""
    kept = []

    def make(name, kind, columns, shapes=None, crs=CRS):
        layer = QgsVectorLayer(f'{kind}?crs={crs}' if kind != 'None' else 'None', name, 'memory')
        provider = layer.dataProvider()
        provider.addAttributes(field_types(columns))
        layer.updateFields()
        count = len(next(iter(columns.values()))) if columns else len(shapes)
        for index in range(count):
            feature = QgsFeature(layer.fields())
            feature.setAttributes([values[index] for values in columns.values()])
            if shapes is not None:
                feature.setGeometry(QgsGeometry.fromWkt(shapes[index]))
            provider.addFeature(feature)
        layer.updateExtents()
        QgsProject.instance().addMapLayer(layer, False)
        kept.append(layer)
        return layer
    yield make
    for layer in kept:
        QgsProject.instance().removeMapLayer(layer.id())


@pytest.fixture
def square():
    """square(x, y, width, height=None) -> WKT of a rectangle from its lower left corner."""
    def make(x, y, width, height=None):
        height = height or width
        return (f'POLYGON(({x} {y},{x + width} {y},{x + width} {y + height},{x} {y + height},{x} {y}))')
    return make


@pytest.fixture
def tiny(monkeypatch):
    """Blocks of few rows, and units that are burned block by block."""
    monkeypatch.setattr(row_blocks, 'ROWS', 2)
    monkeypatch.setattr(row_blocks.spans, '__defaults__', (1,))
    monkeypatch.setattr(row_blocks.row_blocks, '__defaults__', (0.0, 1.0, '', 1))
    monkeypatch.setattr(row_blocks.UnitRows.__init__, '__defaults__', (0,))


@pytest.fixture(scope='session')
def server(qgis_app):
    """A running PostgreSQL of the tests' own with QGIS connections to it, or None where no server is installed."""
    with running_server() as running:
        if running is not None:
            running.remember('keeper')
        yield running


class Chain(dict):
    """{tool id: (parameters, results, feedback)}; a tool that could not run here skips what asks for it."""

    def __missing__(self, tool_id):
        pytest.skip(f'{tool_id} needs a PostgreSQL server, and none is installed')


@pytest.fixture(scope='session')
def chain(provider, server, tmp_path_factory):
    """Runs the whole chain once: {tool id: (parameters, results, feedback)}."""
    folder = tmp_path_factory.mktemp('整链') / '结果 数据.v1'
    folder.mkdir()
    from chain import NEED_SERVER, destinations, prepare_server, run, steps
    sample, made, done = folder / '样本', {}, Chain()
    order = [tool_id for tool_id, _ in steps(sample, made)]
    if server is None:
        order = [tool_id for tool_id in order if tool_id not in NEED_SERVER]
    else:
        prepare_server(server)
    for tool_id in order:
        parameters = dict(steps(sample, made))[tool_id]
        tool = provider.algorithm(tool_id).create()
        wanted = [name for name, value in parameters.items() if value == 'TEMPORARY_OUTPUT']
        parameters = {**parameters, **destinations(tool, folder, wanted)}
        if tool_id == 'sampledata':
            parameters['FOLDER'] = str(sample)
        if tool_id == 'ahpweights':
            parameters['MATRIX'] = None
        if tool_id == 'planmap':
            parameters['PNG'] = str(folder / 'map.png')
        feedback = Feedback()
        made[tool_id] = run(tool, parameters, feedback)
        done[tool_id] = (parameters, made[tool_id], feedback)
    return done
