"""The shared store as a GeoPackage: no server, one file, one writer at a time, every version kept."""

from __future__ import annotations

import itertools
import os
import sqlite3
import uuid
from collections import Counter
from contextlib import closing
from pathlib import Path

from osgeo import gdal, ogr, osr

from ..core.checks import never, stop_if
from ..core.errors import EmptyInputError, OutputError, TableError
from ..qgis_io.raster import gdal_errors
from .hand_edits import guard_imports, guard_layer
from .lock import WriterLock, now, person
from .rows import Imported, differences, stored_shape
from .standard import VERSION, Layer, Standard

SHAPES = {'point': ogr.wkbMultiPoint, 'line': ogr.wkbMultiLineString, 'polygon': ogr.wkbMultiPolygon,
          'any': ogr.wkbUnknown, 'none': ogr.wkbNone}
KINDS = {'text': ogr.OFTString, 'integer': ogr.OFTInteger64, 'number': ogr.OFTReal, 'date': ogr.OFTDate,
         'datetime': ogr.OFTDateTime}
# Of every row beside the fields of the standard; names that no field of the standard has.
OURS = {'row_id': ogr.OFTString, 'access': ogr.OFTString, 'extra': ogr.OFTString, 'version_from': ogr.OFTInteger64,
        'version_to': ogr.OFTInteger64, 'edited_by': ogr.OFTString}
META = {'standard_version': ogr.OFTInteger64, 'created': ogr.OFTString, 'software': ogr.OFTString}
IMPORTS = {'import_id': ogr.OFTInteger64, 'layer': ogr.OFTString, 'mode': ogr.OFTString, 'time': ogr.OFTString,
           'person': ogr.OFTString, 'source': ogr.OFTString, 'sha256': ogr.OFTString, 'rows_given': ogr.OFTInteger64,
           'rows_added': ogr.OFTInteger64, 'rows_closed': ogr.OFTInteger64, 'note': ogr.OFTString}


class file_errors(gdal_errors):
    """Failures of vector drivers as OutputError inside the block; OGR has a setting of its own."""

    def __enter__(self):
        super().__enter__()
        self._vectors = ogr.GetUseExceptions()
        ogr.UseExceptions()

    def __exit__(self, kind, error, trace):
        if not self._vectors:
            ogr.DontUseExceptions()
        if kind is not None and issubclass(kind, RuntimeError) and 'is locked' in str(error):
            gdal_errors.__exit__(self, None, None, None)
            raise OutputError('Another program is writing the store at this moment ({reason}). Save or end editing '
                              'there, then try again; nothing was changed.', reason=str(error)) from error
        return super().__exit__(kind, error, trace)


def create_store(path, standard: Standard, crs_wkt, software=''):
    """A new store with the layers of the standard.

    Raises
    ------
    OutputError : the file is there already, or cannot be written; nothing half-written stays
    """
    path = Path(path)
    if path.exists():
        raise OutputError('{path} is there already. Give another name, or import into it.', path=str(path))
    part = path.with_name(f'{path.stem}.part{path.suffix}')
    part.unlink(missing_ok=True)
    try:
        with file_errors():
            dataset = gdal.GetDriverByName('GPKG').Create(str(part), 0, 0, 0, gdal.GDT_Unknown)
            for name, fields in (('store_meta', META), ('store_imports', IMPORTS)):
                _add_table(dataset, name, fields)
            for layer in standard.layers.values():
                _add_layer(dataset, layer, crs_wkt)
            dataset = None
            dataset = gdal.OpenEx(str(part), gdal.OF_VECTOR | gdal.OF_UPDATE)
            _guard(dataset, standard)
            _append(dataset.GetLayerByName('store_meta'),
                    {'standard_version': VERSION, 'created': now(), 'software': software})
            dataset = None
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)


def _add_layer(dataset, layer: Layer, crs_wkt):
    reference = None
    if layer.geometry != 'none':
        reference = osr.SpatialReference()
        reference.ImportFromWkt(crs_wkt)
    made = dataset.CreateLayer(layer.name, reference, SHAPES[layer.geometry], ['FID=fid', 'GEOMETRY_NAME=geom'])
    for name, kind in _fields(layer).items():
        made.CreateField(ogr.FieldDefn(name, kind))
    made.SetMetadataItem('DESCRIPTION', layer.label)


def _guard(dataset, standard):
    """Lineage of hand edits; the tables must be in the file already."""
    dataset.StartTransaction()
    guard_imports(dataset)
    for layer in standard.layers.values():
        guard_layer(dataset, layer, list(_fields(layer)))
    dataset.CommitTransaction()


def _fields(layer):
    """{name: OGR type} of all fields of a layer in the store."""
    fields = {one.name: KINDS[one.kind] for one in layer.fields}
    fields.setdefault('unit_code', ogr.OFTString)
    return {**fields, **OURS}


def _add_table(dataset, name, fields):
    made = dataset.CreateLayer(name, None, ogr.wkbNone, ['FID=fid'])
    for key, kind in fields.items():
        made.CreateField(ogr.FieldDefn(key, kind))


def _append(layer, values, geometry=None):
    """A new row; values by name or place of the field."""
    feature = ogr.Feature(layer.GetLayerDefn())
    for key, value in values.items():
        if value is not None:
            feature.SetField(key, value)
    if geometry is not None:
        feature.SetGeometry(geometry)
    layer.CreateFeature(feature)


class GeoPackageStore:
    """An open store; use it in a ``with`` block. ``writing`` takes the lock first.

    Raises
    ------
    OutputError : no store, locked by a writer, read-only
    TableError : made by a newer plugin, or by an older one and not migrated
    """

    def __init__(self, path, standard: Standard, writing=False, any_version=False):
        self.path, self.standard, self.writing = Path(path), standard, writing
        self._any_version = any_version
        self._lock = WriterLock(path) if writing else None
        self._dataset = None

    def __enter__(self):
        if not self.path.is_file():
            raise OutputError('{path} is no file. Create the store first.', path=str(self.path))
        if self.writing and not os.access(self.path, os.W_OK):
            raise OutputError('{path} is read-only. Ask whoever keeps the store, or copy it.', path=str(self.path))
        if self._lock:
            self._lock.__enter__()
        try:
            with file_errors():
                self._dataset = gdal.OpenEx(str(self.path), gdal.OF_VECTOR | (gdal.OF_UPDATE if self.writing else 0))
                self._check()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, *problem):
        self._dataset = None
        if self._lock:
            self._lock.__exit__()

    def _check(self):
        meta = self._dataset.GetLayerByName('store_meta')
        if meta is None:
            raise OutputError('{path} is a GeoPackage but no store of EcoRestore.', path=str(self.path))
        self.version = max((feature.GetField('standard_version') for feature in meta), default=0)
        if self.version > VERSION:
            raise TableError('{path} was made for version {store} of the data standard; this plugin knows {known}. '
                             'Update the plugin.', path=str(self.path), store=self.version, known=VERSION)
        if self.version < VERSION and not self._any_version:
            raise TableError('{path} was made for version {store} of the data standard; this plugin uses {known}. Run '
                             'Create data store on it with migration; a backup is kept.', path=str(self.path),
                             store=self.version, known=VERSION)

    def crs_wkt(self):
        """The coordinate reference system of the layers."""
        reference = self._dataset.GetLayerByName('units').GetSpatialRef()
        return reference.ExportToWkt() if reference is not None else ''

    def imports(self):
        """Rows of the lineage, the first import first."""
        table = self._dataset.GetLayerByName('store_imports')
        table.ResetReading()
        return sorted(({key: feature.GetField(key) for key in IMPORTS} for feature in table),
                      key=lambda row: row['import_id'])

    def rows(self, layer: Layer, version=None, box=None):
        """Yields (values, geometry WKB or None) of the rows of a layer as they were after import ``version``.

        Parameters
        ----------
        version : import number; None for now
        box : (west, south, east, north) that a geometry must touch
        """
        source = self._dataset.GetLayerByName(layer.name)
        source.SetSpatialFilter(None)
        if box is not None and layer.geometry != 'none':
            source.SetSpatialFilterRect(*box)
        source.ResetReading()
        # By place: GDAL looks for a name among all fields, each time.
        there = _names(source)
        names = list(_fields(layer))
        places = [(name, there.index(name)) for name in names if name in there]
        source.SetAttributeFilter('version_to IS NULL' if version is None else None)
        for feature in source:
            values = dict.fromkeys(names)
            values.update({name: feature.GetField(place) for name, place in places
                           if feature.IsFieldSetAndNotNull(place)})
            first, last = values['version_from'] or 0, values['version_to']
            if version is None or (first <= version and (last is None or last > version)):
                shape = feature.GetGeometryRef()
                yield {**values, 'fid': feature.GetFID()}, None if shape is None else bytes(shape.ExportToWkb())
        source.SetAttributeFilter(None)

    def import_rows(self, layer: Layer, columns, geometries, extra, mode='update', source='', sha256='', note='',
                    access='', cancelled=never) -> Imported:
        """Rows into a layer, all or none.

        'append' adds rows with a new key and leaves known ones alone, as series need it. 'update' closes the current
        row of a key and adds the new one, unless nothing changed. 'replace' also closes current rows whose key does
        not come again. A closed row stays, with the number of the import that closed it.

        Parameters
        ----------
        columns : {field: values} in the types of the standard, every row with a value for each field of its key
        geometries : WKB per row (bytes or None), or None
        extra : dict per row of fields that are none of the standard; kept as text
        """
        count = len(next(iter(columns.values()))) if columns else 0
        if not count:
            raise EmptyInputError('There is no row to import.')
        with file_errors():
            self._dataset.StartTransaction()
            try:
                # Read inside the transaction, so that nobody else can take the number or change a row meanwhile.
                number = 1 + max((row['import_id'] for row in self.imports()), default=0)
                added, closed, gone = differences(layer, self.rows(layer), columns, geometries, extra, mode, access,
                                                  cancelled)
                closed += gone if mode == 'replace' else []
                self._write(layer, added, closed, number, cancelled)
                _append(self._dataset.GetLayerByName('store_imports'), {
                    'import_id': number, 'layer': layer.name, 'mode': mode, 'time': now(), 'person': person(),
                    'source': source, 'sha256': sha256, 'rows_given': count, 'rows_added': len(added),
                    'rows_closed': len(closed), 'note': note})
                self._dataset.CommitTransaction()
            except BaseException:
                self._dataset.RollbackTransaction()
                raise
        return Imported(number, len(added), len(closed), count - len(added))

    def _write(self, layer, added, closed, number, cancelled):
        target = self._dataset.GetLayerByName(layer.name)
        names = _names(target)
        end = names.index('version_to')
        for place, fid in enumerate(closed):
            if place % 1000 == 0:
                stop_if(cancelled)
            feature = target.GetFeature(fid)
            feature.SetField(end, number)
            target.SetFeature(feature)
        for place, (record, shape) in enumerate(added):
            if place % 1000 == 0:
                stop_if(cancelled)
            values = {**record, 'row_id': uuid.uuid4().hex, 'version_from': number}
            _append(target, {names.index(name): value for name, value in values.items()},
                    None if shape is None else stored_shape(layer, shape))

    def migrate(self):
        """Brings an older store to this version of the standard; returns the path of its backup, None if none was due.

        Missing layers and fields are added; nothing is taken away.
        """
        if self.version == VERSION:
            return None
        for layer in self.standard.layers.values():
            self._no_doubles(layer)
        backup = self._backup()
        wkt = self.crs_wkt()
        with file_errors():
            for layer in self.standard.layers.values():
                there = self._dataset.GetLayerByName(layer.name)
                if there is None:
                    _add_layer(self._dataset, layer, wkt)
                    continue
                known = _names(there)
                for name, kind in _fields(layer).items():
                    if name not in known:
                        there.CreateField(ogr.FieldDefn(name, kind))
            self._dataset.FlushCache()
            _guard(self._dataset, self.standard)
            _append(self._dataset.GetLayerByName('store_meta'),
                    {'standard_version': VERSION, 'created': now(), 'software': 'migrated'})
        self.version = VERSION
        return backup

    def _backup(self):
        """A copy beside the store, with what other programs wrote and SQLite still keeps in its log; never written
        over an earlier one, which may be the only sound one."""
        numbers = itertools.chain([''], (f'.{number}' for number in itertools.count(2)))
        paths = (self.path.with_name(f'{self.path.stem}.v{self.version}.backup{number}{self.path.suffix}')
                 for number in numbers)
        backup = next(path for path in paths if not path.exists())
        try:
            with closing(sqlite3.connect(self.path)) as source, closing(sqlite3.connect(backup)) as target:
                source.backup(target)
        except (OSError, sqlite3.Error) as error:
            backup.unlink(missing_ok=True)
            raise OutputError('The backup {path} cannot be written: {reason}. Nothing was changed.', path=backup.name,
                              reason=str(error)) from error
        return backup

    def _no_doubles(self, layer):
        """
        Raises
        ------
        TableError : two current rows with one key, as older stores let people draw them
        """
        source = self._dataset.GetLayerByName(layer.name)
        if source is None or not set(layer.key) <= set(_names(source)):
            return
        keys = Counter(tuple(values[name] for name in layer.key) for values, _ in self.rows(layer))
        double = [key for key, count in keys.items() if count > 1 and None not in key]
        if double:
            raise TableError('{count} keys of {layer} have more than one row, the first is {key}. Correct them in '
                             'QGIS, then migrate; nothing was changed.', count=len(double), layer=layer.name,
                             key=' + '.join(map(str, double[0])))


def _names(source):
    """Names of the fields of an OGR layer in their order."""
    described = source.GetLayerDefn()
    return [described.GetFieldDefn(place).GetName() for place in range(described.GetFieldCount())]
