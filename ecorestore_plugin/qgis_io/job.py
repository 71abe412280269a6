"""One run of a tool: what it reads, says and writes.

Rasters grow under a temporary name and vectors wait in memory until the computation is over; ``finish`` moves and
writes them, ``clean_up`` removes what a failure or a cancel left. Nothing half-written stays behind.
"""

from __future__ import annotations

import os
import re
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingOutputLayerDefinition,
    QgsSettings,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..core.engine import choose_engine
from ..core.errors import CancelledError, CrsError, EmptyInputError, GeometryError, OutputError, ParameterError
from ..i18n import tr
from ..paths import TABLES
from . import raster as rasters
from . import vector as vectors
from .loading import style_on_load
from .run_record import write_run_record
from .styles import save_style_beside, save_style_in_geopackage
from .units import Units

GEOMETRY = {'point': QgsWkbTypes.Type.Point, 'line': QgsWkbTypes.Type.MultiLineString,
            'polygon': QgsWkbTypes.Type.MultiPolygon, 'table': QgsWkbTypes.Type.NoGeometry}
KINDS = {QgsWkbTypes.GeometryType.PointGeometry: 'point', QgsWkbTypes.GeometryType.LineGeometry: 'line',
         QgsWkbTypes.GeometryType.PolygonGeometry: 'polygon'}


class Job:
    """Reads parameters, reports, and collects outputs.

    The first raster read sets the grid of the run; every later one must lie on it.
    """

    def __init__(self, tool, parameters, context, feedback):
        self.tool = tool
        self.parameters = parameters
        self.context = context
        self.feedback = feedback
        self.started = datetime.now(timezone.utc)
        self.reference = None
        self.inputs = {}
        self.messages = []
        self.results = {}
        self._parts = []
        self._pending = []
        self._made = []
        self._furthest = 0.0

    # What the user gave.

    def given(self, name):
        """Whether a parameter or an optional output was set."""
        value = self.parameters.get(name)
        if isinstance(value, QgsProcessingOutputLayerDefinition):
            value = value.sink.staticValue()
        return value is not None and value != ''

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

    def label(self, name):
        """What the user calls a parameter."""
        definition = self.tool.parameterDefinition(name)
        return definition.description() if definition else name

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

    def read(self, layer, label, band=1, empty=False):
        """(values, grid) of a layer, on the grid of this run."""
        grid = rasters.grid_of(layer, self._named(label, layer))
        self.align(self._named(label, layer), grid)
        values = rasters.read_band(layer, band)
        if not empty and not np.isfinite(values).any():
            raise EmptyInputError('{name} holds no data: all {count} values are nodata. Choose another layer or check '
                                  'its nodata value.', name=self._named(label, layer), count=values.size)
        return values, grid

    def classes(self, name):
        """Class codes of a raster parameter as Classes(codes, valid, grid), or None where it is not given."""
        layer = self.raster_layer(name)
        if layer is None:
            return None
        values, grid = self.read(layer, self.label(name))
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

    def _collect(self, source, label):
        names = [field.name() for field in source.fields()]
        columns = {name: [] for name in names}
        geometries, ids = [], []
        request = QgsFeatureRequest()
        for feature in source.getFeatures(
                request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks):
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

    def units(self, name, grid=None, code='unit_code', label='unit_name', parent='parent_code'):
        """Administrative units of a polygon parameter as Units, checked, with their cells where a grid is given."""
        found = self.features(name, ('polygon',), grid)
        if found is None:
            return None
        return Units.of(found, self._unit_field('UNIT_CODE', code), self._unit_field('UNIT_NAME', label),
                        self._unit_field('PARENT_CODE', parent), grid)

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

    # What comes out.

    def write_raster(self, name, array, grid, valid=None, bands=(), unit='', description='', style=''):
        """A raster output; see raster.write_raster. Nothing happens where an optional output is not wanted."""
        if not self.given(name):
            return
        path = self.tool.parameterAsOutputLayer(self.parameters, name, self.context)
        if Path(path).suffix.lower() not in ('.tif', '.tiff'):
            raise OutputError('{name}: rasters are written as GeoTIFF; end the file name with .tif ({path}).',
                              name=self.label(name), path=path)
        part = rasters.part_file(path)
        part.parent.mkdir(parents=True, exist_ok=True)
        self._parts.append((part, Path(path), style))
        rasters.write_raster(part, array, grid, valid, bands, unit, description)
        self.results[name] = str(path)
        style_on_load(self.context, path, style)

    def write_vector(self, name, columns, geometries, kind, crs, style=''):
        """A vector output.

        Parameters
        ----------
        columns : dict field name -> list or array, one value per feature; the field type follows from the values
        geometries : QgsGeometry list, or None for a table
        kind : 'point', 'line', 'polygon' or 'table'
        crs : QgsCoordinateReferenceSystem, or WKT
        """
        if self.given(name):
            if isinstance(crs, str):
                crs = QgsCoordinateReferenceSystem.fromWkt(crs)
            columns = {('fid_1' if key.lower() == 'fid' else key): values for key, values in columns.items()}
            self._pending.append((name, columns, geometries, kind, crs, style))

    def write_table(self, name, columns):
        """A table output: columns as in write_vector."""
        self.write_vector(name, columns, None, 'table', QgsCoordinateReferenceSystem())

    def write_text(self, name, content):
        """A text file output such as a report, UTF-8."""
        if not self.given(name):
            return
        path = Path(self.tool.parameterAsFileOutput(self.parameters, name, self.context))
        part = rasters.part_file(path)
        part.parent.mkdir(parents=True, exist_ok=True)
        self._parts.append((part, path, ''))
        part.write_text(content, encoding='utf-8')
        self.results[name] = str(path)

    def output_file(self, name):
        """(temporary path to write to, or None) of a file output written by somebody else, moved at the end."""
        if not self.given(name):
            return None
        path = Path(self.tool.parameterAsFileOutput(self.parameters, name, self.context))
        part = rasters.part_file(path)
        part.parent.mkdir(parents=True, exist_ok=True)
        self._parts.append((part, path, ''))
        self.results[name] = str(path)
        return part

    def output_folder(self, name):
        """The folder of a folder output, made."""
        path = Path(self.tool.parameterAsString(self.parameters, name, self.context))
        path.mkdir(parents=True, exist_ok=True)
        self.results[name] = str(path)
        return path

    def set_number(self, name, value):
        self.results[name] = vectors.plain(value)

    def finish(self):
        """Writes and moves everything; returns the results."""
        if self.cancelled():
            raise CancelledError()
        for pending in self._pending:
            self._write_sink(*pending)
        for part, path, style in self._parts:
            os.replace(part, path)
            extra = part.with_name(part.name + '.aux.xml')
            if extra.exists():
                os.replace(extra, path.with_name(path.name + '.aux.xml'))
            if style and not save_style_beside(path, style):
                self.warn(tr('The style of {path} could not be written.', path=str(path)))
        self._parts, self._made = [], []
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

    def _write_sink(self, name, columns, geometries, kind, crs, style):
        fields = QgsFields()
        for field in vectors.field_types(columns):
            fields.append(field)
        before = self._existing(name)
        sink, destination = self.tool.parameterAsSink(self.parameters, name, self.context, fields, GEOMETRY[kind], crs)
        if sink is None:
            raise QgsProcessingException(self.tool.invalidSinkError(self.parameters, name))
        self._made.append((destination, before))
        rows = list(zip(*(values.tolist() if isinstance(values, np.ndarray) else values
                          for values in columns.values())))
        count = len(rows) if rows else len(geometries or ())
        for index in range(count):
            feature = QgsFeature(fields)
            feature.setAttributes([vectors.plain(value) for value in rows[index]] if rows else [])
            if geometries is not None:
                geometry = geometries[index]
                if kind in ('line', 'polygon'):
                    geometry.convertToMultiType()
                feature.setGeometry(geometry)
            if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise OutputError('{name}: feature {index} could not be written ({reason}). Check the free space and '
                                  'that the file is not open elsewhere.', name=self.label(name), index=index + 1,
                                  reason=sink.lastError())
        if hasattr(sink, 'finalize'):
            sink.finalize()
        del sink
        self.results[name] = destination
        self._style_vector(destination, style)

    def _existing(self, name):
        """The file a vector output goes to, if it is there already (a GeoPackage that gets one more layer)."""
        value = self.parameters.get(name)
        if isinstance(value, QgsProcessingOutputLayerDefinition):
            value = value.sink.staticValue()
        found = re.match(r"ogr:dbname='(.+?)' table=", str(value))
        path = Path(found.group(1) if found else str(value))
        return path if path.is_file() else None

    def _remove_made(self):
        """Takes back vector outputs of a run that failed while writing."""
        for destination, before in self._made:
            path, _, layer = destination.partition('|layername=')
            if before is None and Path(path).is_file():
                Path(path).unlink()
            elif layer:
                with rasters.gdal_errors():
                    dataset = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_UPDATE)
                    dataset.DeleteLayer(layer)
                    dataset = None
        self._made = []

    def _style_vector(self, destination, style):
        if not style:
            return
        style_on_load(self.context, destination, style)
        if 'gpkg' in destination.lower():
            layer = QgsVectorLayer(destination, Path(destination).stem, 'ogr')
            if not (layer.isValid() and save_style_in_geopackage(layer, style)):
                self.warn(tr('The style of {path} could not be written.', path=destination))

    def clean_up(self):
        """Removes what an interrupted run left behind."""
        self._remove_made()
        for part, _, _ in self._parts:
            for leftover in (part, part.with_name(part.name + '.aux.xml')):
                if leftover.exists():
                    leftover.unlink()
        self._parts = []


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

