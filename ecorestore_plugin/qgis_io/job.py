"""One run of a tool: what it reads, says and writes."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path

import numpy as np
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsProcessingFeatureSource,
    QgsProcessingParameterDefinition,
    QgsSettings,
    QgsWkbTypes,
)

from ..core.checks import check_not_empty
from ..core.engine import choose_engine
from ..core.errors import CancelledError, CrsError, EmptyInputError, GeometryError, ParameterError
from ..i18n import tr
from ..paths import TABLES
from . import raster as rasters
from . import vector as vectors
from .outputs import Outputs
from .run_record import write_run_record
from .units import Units

KINDS = {QgsWkbTypes.GeometryType.PointGeometry: 'point', QgsWkbTypes.GeometryType.LineGeometry: 'line',
         QgsWkbTypes.GeometryType.PolygonGeometry: 'polygon'}


class Job(Outputs):
    """Reads parameters, reports, and collects outputs.

    The first raster read sets the grid of the run; every later one must lie on it.
    """

    def __init__(self, tool, parameters, context, feedback):
        super().__init__(tool, parameters, context)
        self.feedback = feedback
        self.started = datetime.now(timezone.utc)
        self.reference = None
        self.inputs = {}
        self.messages = []
        self._furthest = 0.0

    # What the user gave.

    def number(self, name):
        """A number, or None where it was left empty."""
        definition = self.tool.parameterDefinition(name)
        if not self.given(name) and definition.defaultValue() is None:
            return None
        return self.tool.parameterAsDouble(self.parameters, name, self.context)

    def integer(self, name):
        definition = self.tool.parameterDefinition(name)
        if not self.given(name) and definition.defaultValue() is None:
            return None
        return self.tool.parameterAsInt(self.parameters, name, self.context)

    def text(self, name):
        return self.tool.parameterAsString(self.parameters, name, self.context)

    def choice(self, name):
        return self.tool.parameterAsEnumString(self.parameters, name, self.context)

    def flag(self, name):
        return self.tool.parameterAsBoolean(self.parameters, name, self.context)

    def file(self, name):
        return self.tool.parameterAsFile(self.parameters, name, self.context)

    def connection(self, name):
        """The name of a stored database connection, '' where none was chosen."""
        return self.tool.parameterAsConnectionName(self.parameters, name, self.context) if self.given(name) else ''

    def field(self, name):
        """The field a field parameter names, '' where none was chosen."""
        chosen = self.tool.parameterAsFields(self.parameters, name, self.context)
        return chosen[0] if chosen else ''

    def fields(self, name):
        return self.tool.parameterAsFields(self.parameters, name, self.context)

    def list(self, name):
        """A comma separated text as list of stripped words."""
        return [word.strip() for word in self.text(name).replace('，', ',').split(',') if word.strip()]

    def numbers(self, name):
        """A comma separated text as list of floats.

        Raises
        ------
        ParameterError : names the word that is no number
        """
        values = []
        for word in self.list(name):
            try:
                values.append(float(word))
            except ValueError:
                raise ParameterError('{name}: "{word}" is no number. Give numbers separated by commas.',
                                     name=self.label(name), word=word) from None
        return values

    def demand_inputs(self):
        """Checks that what must be given is there; nobody did where the tool runs as a step of a model.

        Raises
        ------
        ParameterError : names the inputs
        """
        optional = QgsProcessingParameterDefinition.Flag.FlagOptional
        missing = [definition.description() for definition in self.tool.parameterDefinitions()
                   if not definition.isDestination() and not definition.flags() & optional
                   and definition.defaultValue() is None and self.parameters.get(definition.name()) in (None, '')]
        if missing:
            raise ParameterError('These inputs are missing: {names}. In a model, the results they come from may have '
                                 'been given no place: name a file or TEMPORARY_OUTPUT for them.',
                                 names=', '.join(missing))

    # Rasters.

    def raster_layer(self, name):
        """The layer of a raster parameter, or None where it is optional and empty."""
        if not self.given(name):
            return None
        layer = self.tool.parameterAsRasterLayer(self.parameters, name, self.context)
        if layer is None or not layer.isValid():
            raise EmptyInputError('{name} cannot be read as a raster; check the path and the file.',
                                  name=f'{self.label(name)} ({self.parameters.get(name)})')
        self.inputs[name] = layer.source()
        return layer

    def raster(self, name, band=1, empty=False):
        """(values, grid) of a raster parameter: float64, NaN where nodata; (None, None) where it is not given.

        Raises
        ------
        CrsError, GridMismatchError, EmptyInputError
        """
        layer = self.raster_layer(name)
        return (None, None) if layer is None else self.read(layer, self.label(name), band, empty)

    def read(self, layer, label, band=1, empty=False, projected=True):
        """(values, grid) of a layer, on the grid of this run; any CRS will do where not ``projected``."""
        grid = self.grid(layer, label, projected)
        values = rasters.read_band(layer, band)
        if not empty:
            check_not_empty(self._named(label, layer), np.isfinite(values))
        return values, grid

    def grid(self, layer, label, projected=True):
        """The grid of a layer, which has to be that of this run."""
        grid = rasters.grid_of(layer, self._named(label, layer), projected)
        self.align(self._named(label, layer), grid)
        return grid

    def classes(self, name, projected=True):
        """Class codes of a raster parameter as Classes(codes, valid, grid), or None where it is not given."""
        layer = self.raster_layer(name)
        if layer is None:
            return None
        values, grid = self.read(layer, self.label(name), projected=projected)
        return rasters.as_classes(self._named(self.label(name), layer), values, grid)

    def raster_list(self, name):
        """[(layer name, values, grid)] of a parameter that takes several rasters."""
        layers = self.tool.parameterAsLayerList(self.parameters, name, self.context) if self.given(name) else []
        found = []
        for position, layer in enumerate(layers):
            self.inputs[f'{name}_{position + 1}'] = layer.source()
            values, grid = self.read(layer, self.label(name))
            found.append((layer.name(), values, grid))
        return found

    def bands(self, name):
        """(band descriptions, (bands, rows, cols) array, grid) of a multi-band raster."""
        layer = self.raster_layer(name)
        values, names, grid = [], [], None
        for band in range(1, layer.bandCount() + 1):
            array, grid = self.read(layer, self.label(name), band, empty=True)
            values.append(array)
            names.append(_band_name(layer, band))
        if not any(np.isfinite(array).any() for array in values):
            raise EmptyInputError('{name} holds no data: all {count} values are nodata. Choose another layer or check '
                                  'its nodata value.', name=self._named(self.label(name), layer),
                                  count=sum(array.size for array in values))
        return names, np.array(values), grid

    def align(self, name, grid):
        """Checks a grid against that of the run, or makes it that."""
        if self.reference is None:
            self.reference = (name, grid)
        else:
            rasters.check_aligned(name, grid, *self.reference)

    @staticmethod
    def _named(label, layer):
        return f'{label} ({layer.name()})'

    # Vectors and tables.

    def features(self, name, kinds=(), grid=None, crs=None, empty=False):
        """Features of a vector parameter, or None where it is not given.

        Parameters
        ----------
        kinds : the geometry kinds that are allowed ('point', 'line', 'polygon'); empty for a table
        grid : reproject the geometries to the CRS of this grid
        crs : or to this CRS
        empty : whether a layer without features is fine

        Raises
        ------
        EmptyInputError, GeometryError, CrsError
        """
        if not self.given(name):
            return None
        source = self.tool.parameterAsSource(self.parameters, name, self.context)
        if source is None:
            raise EmptyInputError('{name} cannot be read as a layer; check the path and the file.',
                                  name=f'{self.label(name)} ({self.parameters.get(name)})')
        layer = self.tool.parameterAsVectorLayer(self.parameters, name, self.context)
        self.inputs[name] = layer.source() if layer is not None else source.sourceName()
        found = self._collect(source, f'{self.label(name)} ({source.sourceName()})')
        if kinds:
            vectors.check_geometries(found, kinds, empty)
            self._check_kind(found, source, kinds)
            self._reproject(found, crs or (QgsCoordinateReferenceSystem.fromWkt(grid.crs_wkt) if grid else None))
        return found

    def feature_list(self, name, crs):
        """[(layer name, Features)] of a parameter that takes several vector layers, reprojected to ``crs``."""
        layers = self.tool.parameterAsLayerList(self.parameters, name, self.context) if self.given(name) else []
        found = []
        for position, layer in enumerate(layers):
            self.inputs[f'{name}_{position + 1}'] = layer.source()
            features = self._collect(QgsProcessingFeatureSource(layer, self.context), self._named(self.label(name),
                                                                                                layer))
            self._check_kind(features, layer, tuple(KINDS.values()))
            vectors.check_geometries(features, (KINDS[QgsWkbTypes.geometryType(layer.wkbType())],), empty=True)
            self._reproject(features, crs)
            # Layers of one file all bear its name when they are opened by path.
            inner = layer.source().partition('|layername=')[2].partition('|')[0]
            found.append((inner or layer.name(), features))
        return found

    def _collect(self, source, label):
        names = [field.name() for field in source.fields()]
        columns = {name: [] for name in names}
        geometries, ids = [], []
        ended = vectors.history_field(names)
        request = QgsFeatureRequest()
        for feature in source.getFeatures(
                request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks):
            if ended >= 0 and _python(feature[ended]) is not None:
                continue
            for key, value in zip(names, feature.attributes()):
                columns[key].append(_python(value))
            geometries.append(feature.geometry())
            ids.append(feature.id())
        return vectors.Features(label, columns, geometries, ids, source.sourceCrs())

    def _check_kind(self, found, source, kinds):
        kind = KINDS.get(QgsWkbTypes.geometryType(source.wkbType()))
        if kind not in kinds:
            raise GeometryError('{name} holds {found} geometries; {wanted} are needed.', name=found.name,
                                        found=str(kind), wanted='/'.join(kinds))
        if not found.crs.isValid():
            raise CrsError('{name} has no coordinate reference system; assign the one it was made in.',
                                   name=found.name)

    def _reproject(self, found, crs):
        if crs is None:
            if found.crs.isGeographic():
                raise CrsError(
                    '{name} is in the geographic system {crs}, where distances and areas are not in metres; reproject '
                    'it to a projected system in metres.', name=found.name,
                    crs=found.crs.authid() or found.crs.description())
            return
        if rasters.same_crs(found.crs, crs):
            return
        transform = QgsCoordinateTransform(found.crs, crs, self.context.transformContext())
        for geometry in found.geometries:
            geometry.transform(transform)
        found.crs = crs
        self.say(tr('{name} was reprojected to {crs}.', name=found.name, crs=crs.authid() or crs.description()))

    def table(self, name, default='', required=()):
        """A table parameter, or the shipped CSV ``default`` where it is not given.

        Raises
        ------
        TableError : a column of ``required`` is missing
        """
        found = self._gb_table(name) or self.features(name)
        if found is None and default:
            found = vectors.read_csv(TABLES / default)
            self.inputs[name] = str(TABLES / default)
        if found is not None:
            for key in required:
                found.column(key)
        return found

    def _gb_table(self, name):
        """A CSV in the Chinese encodings GBK or GB18030, which QGIS reads as if it were UTF-8; else None."""
        layer = self.tool.parameterAsVectorLayer(self.parameters, name, self.context) if self.given(name) else None
        path = Path(layer.source().partition('|')[0]) if layer is not None and layer.providerType() == 'ogr' else None
        if path is None or path.suffix.lower() != '.csv' or not path.is_file() or vectors.is_utf8(path):
            return None
        self.inputs[name] = str(path)
        self.say(tr('{name} is read in the encoding GB18030 (GBK).', name=path.name))
        return vectors.read_csv(path)

    def units(self, name, grid=None, code='unit_code', label='unit_name', parent='parent_code', burn=True,
              crs=None):
        """Administrative units of a polygon parameter as Units, checked, with their cells where a grid is given.

        Without ``burn`` they are brought to the CRS of the grid only; see row_blocks.UnitRows for their cells.
        ``crs`` is what they are brought to where there is no grid.
        """
        found = self.features(name, ('polygon',), grid, crs)
        if found is None:
            return None
        return Units.of(found, self._unit_field('UNIT_CODE', code), self._unit_field('UNIT_NAME', label),
                        self._unit_field('PARENT_CODE', parent), grid if burn else None)

    def _unit_field(self, parameter, default):
        if self.tool.parameterDefinition(parameter) is None:
            return default
        return self.field(parameter) or default

    # What the user hears.

    def progress(self, fraction, text='', **values):
        """Progress callable for core: 0 to 1, never backwards."""
        self._furthest = max(self._furthest, min(float(fraction), 1.0))
        if self.feedback is not None:
            self.feedback.setProgress(100 * self._furthest)
            if text:
                self.feedback.setProgressText(tr(text, **values) if values else tr(text))

    def cancelled(self):
        return self.feedback is not None and self.feedback.isCanceled()

    def say(self, message):
        """A translated message for the log."""
        self.messages.append(message)
        if self.feedback is not None:
            self.feedback.pushInfo(message)

    def warn(self, message):
        """A translated warning for the log."""
        self.messages.append(message)
        if self.feedback is not None:
            self.feedback.pushWarning(message)

    def engine(self, tasks, seconds_per_task=0.0, bytes_per_task=0.0, compiled=False):
        """Where work that splits runs: here when it is little, in workers, or on the cluster named in the settings.

        See core.engine.choose_engine.
        """
        address = QgsSettings().value('ecorestore/dask_address', '', type=str)
        return choose_engine(tasks, seconds_per_task, bytes_per_task, compiled, address)

    def finish(self):
        """Writes and moves everything; returns the results."""
        if self.cancelled():
            raise CancelledError()
        self.commit()
        if self.given('RUN_RECORD'):
            path = self.tool.parameterAsFileOutput(self.parameters, 'RUN_RECORD', self.context)
            write_run_record(path, self.tool.tool_id, self._resolved(), self.inputs, self.results, self.messages,
                             self.started)
            self.results['RUN_RECORD'] = path
        return self.results

    def _resolved(self):
        """Every parameter as text, defaults included."""
        return {definition.name(): definition.valueAsPythonString(
                    self.parameters.get(definition.name(), definition.defaultValue()), self.context)
                for definition in self.tool.parameterDefinitions()}


def _python(value):
    """A feature attribute as plain Python; QGIS hands NULL over as a QVariant."""
    if value is None or (hasattr(value, 'isNull') and value.isNull()):
        return None
    return value


def _band_name(layer, band):
    """The description of a band, without the number QGIS shows before it."""
    dataset = gdal.Open(layer.source()) if layer.providerType() == 'gdal' else None
    description = dataset.GetRasterBand(band).GetDescription() if dataset is not None else ''
    return description or layer.bandName(band)

