"""The writing half of a job: nothing half-written stays behind.

Rasters and files grow under a temporary name and vectors wait in memory until the computation is over; ``commit`` moves
and writes them, ``clean_up`` removes what a failure or a cancel left.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import numpy as np
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..core.errors import OutputError
from ..i18n import tr
from . import raster as rasters
from . import vector as vectors
from .loading import style_on_load
from .row_writer import RowWriter
from .styles import save_style_beside, save_style_in_geopackage

GEOMETRY = {'point': QgsWkbTypes.Type.Point, 'line': QgsWkbTypes.Type.MultiLineString,
            'polygon': QgsWkbTypes.Type.MultiPolygon, 'table': QgsWkbTypes.Type.NoGeometry}
BESIDE = ('-journal', '-wal', '-shm')  # what a database writes beside itself
BESIDE_SHAPES = ('.dbf', '.shx', '.prj', '.cpg')


class Outputs:
    """Collects the outputs of one run of a tool; ``results`` is what the tool returns."""

    def __init__(self, tool, parameters, context):
        self.tool = tool
        self.parameters = parameters
        self.context = context
        self.results = {}
        self._parts = []
        self._pending = []
        self._made = []
        self._writers = []

    def given(self, name):
        """Whether a parameter or an optional output was set."""
        value = self._static(name)
        return value is not None and value != ''

    def _static(self, name):
        """The value of a parameter; QGIS wraps the target of an output in a definition."""
        value = self.parameters.get(name)
        return value.sink.staticValue() if isinstance(value, QgsProcessingOutputLayerDefinition) else value

    def label(self, name):
        """What the user calls a parameter."""
        definition = self.tool.parameterDefinition(name)
        return definition.description() if definition else name

    def warn(self, message):
        """Tells the user; the job says how."""
        raise NotImplementedError

    def write_raster(self, name, array, grid, valid=None, bands=(), unit='', description='', style='', nodata=None):
        """A raster output; see raster.write_raster. Nothing happens where an optional output is not wanted."""
        part = self.raster_part(name, style)
        if part is not None:
            rasters.write_raster(part, array, grid, valid, bands, unit, description, nodata)

    def raster_rows(self, name, grid, unit='', description='', style='', bands=(), codes=None):
        """A raster output that grows in blocks of rows, as RowWriter; it writes nothing where not wanted.

        It holds floats, or the integers 1 to ``codes``.
        """
        self._writers.append(RowWriter(self.raster_part(name, style), grid, unit, description, bands, codes))
        return self._writers[-1]

    def _close_writers(self):
        for writer in self._writers:
            writer.close()
        self._writers = []

    def raster_part(self, name, style=''):
        """The temporary path a raster output is written to, moved at the end; None where it is not wanted."""
        if not self.given(name):
            return None
        path = self.tool.parameterAsOutputLayer(self.parameters, name, self.context)
        if Path(path).suffix.lower() not in ('.tif', '.tiff'):
            raise OutputError('{name}: rasters are written as GeoTIFF; end the file name with .tif ({path}).',
                              name=self.label(name), path=path)
        part = rasters.part_file(path)
        part.parent.mkdir(parents=True, exist_ok=True)
        self._parts.append((part, Path(path), style))
        self.results[name] = str(path)
        style_on_load(self.context, path, style)
        return part

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
        self.output_file(name).write_text(content, encoding='utf-8')

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

    def commit(self):
        """Writes the vectors, then moves everything to its place."""
        self._close_writers()
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

    def _write_sink(self, name, columns, geometries, kind, crs, style):
        fields = QgsFields()
        for field in vectors.field_types(columns):
            fields.append(field)
        with rasters.gdal_complaints() as complaints:
            destination, count = self._fill_sink(name, fields, columns, geometries, kind, crs)
        self._check_written(name, destination, count, complaints)
        self.results[name] = destination
        self._style_vector(destination, style)

    def _fill_sink(self, name, fields, columns, geometries, kind, crs):
        """(destination, number of features) of a vector output, written as far as QGIS tells."""
        target, before = self._target(name), self._existing(name)
        if target is not None and before is None:
            self._made.append((str(target), None))
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
        return destination, count

    def _check_written(self, name, destination, count, complaints):
        """Refuses a file that holds fewer features than it was given: QGIS reports no failure when a file is closed."""
        path, _, layer = destination.partition('|layername=')
        if not Path(path).is_file():
            return  # in memory or in a database
        with rasters.gdal_complaints() as more:
            dataset = gdal.OpenEx(path, gdal.OF_VECTOR)
            held = dataset and (dataset.GetLayerByName(layer) if layer else dataset.GetLayer(0))
            found = held.GetFeatureCount() if held is not None else 0
            held = dataset = None
        if found < count:
            raise OutputError('{name}: only {found} of {count} features could be written ({reason}). Check the free '
                              'space and that the file is not open elsewhere.', name=self.label(name), found=found,
                              count=count, reason='; '.join(dict.fromkeys(complaints + more)) or path)

    def _target(self, name):
        """The file a vector output goes to; None where it goes nowhere on disk."""
        value = str(self._static(name))
        found = re.match(r"ogr:dbname='(.+?)' table=", value)
        path = Path(found.group(1) if found else value)
        return path if path.suffix else None

    def _existing(self, name):
        """The file a vector output goes to, if it is there already (a GeoPackage that gets one more layer)."""
        path = self._target(name)
        return path if path is not None and path.is_file() else None

    def _remove_made(self):
        """Takes back vector outputs of a run that failed while writing."""
        for destination, before in self._made:
            path, _, layer = destination.partition('|layername=')
            if not Path(path).is_file():
                continue
            if before is None:
                for ending in ('', *BESIDE):
                    Path(path + ending).unlink(missing_ok=True)
                for ending in BESIDE_SHAPES if path.lower().endswith('.shp') else ():
                    Path(path).with_suffix(ending).unlink(missing_ok=True)
            elif layer and not _layer_removed(path, layer):
                self.warn(tr('The unfinished layer {layer} could not be removed from {path}. Delete it there when the '
                             'disk has free space.', layer=layer, path=path))
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
        for writer in self._writers:
            writer.abandon()
        self._writers = []
        self._remove_made()
        for part, _, _ in self._parts:
            for leftover in (part, part.with_name(part.name + '.aux.xml')):
                if leftover.exists():
                    leftover.unlink()
        self._parts = []


def _layer_removed(path, layer):
    """Whether a layer is gone from a file, after it was deleted if it was there."""
    with rasters.gdal_complaints() as complaints:
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_UPDATE)
        if dataset is not None and dataset.GetLayerByName(layer) is not None:
            dataset.DeleteLayer(layer)
        gone = dataset is not None
        dataset = None
    return gone and not complaints
