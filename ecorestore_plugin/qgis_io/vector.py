"""Vector layers and tables between QGIS and columns."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr
from qgis.core import Qgis, QgsField, QgsGeometry
from qgis.PyQt.QtCore import QVariant

from ..core.errors import DuplicateCodeError, EmptyInputError, GeometryError, TableError


@dataclass
class Features:
    """Rows of a layer: ``columns`` field -> list of values (None for NULL), ``geometries`` (may be empty)."""

    name: str
    columns: dict
    geometries: list = field(default_factory=list)
    ids: list = field(default_factory=list)
    crs: object = None

    def __len__(self):
        return len(self.ids)

    def column(self, key):
        """The values of a field; letter case is forgiven where it is not ambiguous.

        Raises
        ------
        TableError : no such field; lists the ones there are
        """
        if key in self.columns:
            return self.columns[key]
        alike = [name for name in self.columns if name.lower() == str(key).lower()]
        if len(alike) == 1:
            return self.columns[alike[0]]
        raise TableError('{name} has no field {field}. Its fields are: {fields}.', name=self.name, field=key,
                         fields=', '.join(self.columns) or '-')

    def rows(self):
        """Every row as dict field -> value."""
        return [dict(zip(self.columns, values)) for values in zip(*self.columns.values())]

    def has(self, key):
        return any(name.lower() == str(key).lower() for name in self.columns)

    def numbers(self, key, missing=True):
        """A field as float array, NaN where NULL or empty.

        Raises
        ------
        TableError : a value that is no number, or NULL where ``missing`` is False; names count and first feature
        """
        values = np.full(len(self), np.nan)
        bad = []
        for index, value in enumerate(self.column(key)):
            if value is None or value == '':
                continue
            try:
                values[index] = float(value)
            except (TypeError, ValueError):
                bad.append(index)
        if bad:
            raise TableError('{name}, field {field}: {count} values are no numbers; the first is "{value}" in feature '
                             '{feature}.', name=self.name, field=key, count=len(bad),
                             value=self.column(key)[bad[0]], feature=self.ids[bad[0]])
        empty = np.isnan(values)
        if not missing and empty.any():
            raise TableError('{name}, field {field}: {count} values are missing; the first in feature {feature}. Fill '
                             'them in.', name=self.name, field=key, count=int(empty.sum()),
                             feature=self.ids[int(np.flatnonzero(empty)[0])])
        return values

    def texts(self, key):
        """A field as list of str, '' where NULL."""
        return ['' if value is None else _text(value) for value in self.column(key)]

    def integers(self, key):
        """A field as int64 array.

        Raises
        ------
        TableError : missing values or fractions
        """
        values = self.numbers(key, missing=False)
        fraction = values != np.round(values)
        if fraction.any():
            raise TableError('{name}, field {field}: {count} values are not whole numbers; the first is {value}.',
                             name=self.name, field=key, count=int(fraction.sum()), value=f'{values[fraction][0]:g}')
        return values.astype(np.int64)

    def unique(self, key):
        """A field as list of str in which nothing is missing or double.

        Raises
        ------
        DuplicateCodeError, TableError : lists the codes and how often they occur
        """
        codes = self.texts(key)
        empty = [index for index, code in enumerate(codes) if not code]
        if empty:
            raise TableError('{name}, field {field}: {count} values are missing; the first in feature {feature}. Fill '
                             'them in.', name=self.name, field=key, count=len(empty), feature=self.ids[empty[0]])
        counts = {}
        for code in codes:
            counts[code] = counts.get(code, 0) + 1
        double = [f'{code} ({count})' for code, count in counts.items() if count > 1]
        if double:
            raise DuplicateCodeError('{name}, field {field}: {count} codes occur more than once: {codes}. Every unit '
                                     'needs a code of its own; dissolve or renumber them.', name=self.name, field=key,
                                     count=len(double), codes=', '.join(double[:10]))
        return codes


def _text(value):
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def history_field(names):
    """Place of the field that says that a row of a shared store ended and is history; -1 in other layers."""
    return names.index('version_to') if {'row_id', 'version_from', 'version_to'} <= set(names) else -1


def check_geometries(features, kinds, empty=False):
    """Every feature has a valid geometry of one of ``kinds`` ('point', 'line', 'polygon').

    ``empty`` allows a layer without features.

    Raises
    ------
    EmptyInputError, GeometryError : names the layer, the count, the first feature and the reason
    """
    if not len(features) and not empty:
        raise EmptyInputError('{name} has no features. Choose another layer or check its filter and selection.',
                              name=features.name)
    missing = [i for i, geometry in enumerate(features.geometries) if geometry.isNull() or geometry.isEmpty()]
    if missing:
        raise GeometryError('{name}: {count} features have no geometry; the first is feature {feature}. Delete or '
                            'redraw them.', name=features.name, count=len(missing), feature=features.ids[missing[0]])
    invalid = [i for i, geometry in enumerate(features.geometries)
               if 'polygon' in kinds and not geometry.isGeosValid()]
    if invalid:
        first = features.geometries[invalid[0]]
        reasons = first.validateGeometry(Qgis.GeometryValidationEngine.Geos)
        raise GeometryError('{name}: {count} geometries are invalid; the first is feature {feature}: {reason}. Repair '
                            'them with Fix geometries.', name=features.name, count=len(invalid),
                            feature=features.ids[invalid[0]],
                            reason=f'{reasons[0].what()} {reasons[0].where().toString(1)}' if reasons else '?')


def read_csv(path):
    """A CSV in UTF-8 (with or without BOM) or GB18030 as Features without geometry.

    Raises
    ------
    TableError : the file cannot be read as a table
    """
    data = Path(path).read_bytes()
    for encoding in ('utf-8-sig', 'gb18030'):
        try:
            content = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise TableError('{name} is neither UTF-8 nor GB18030 text; save the table as CSV UTF-8.', name=str(path))
    rows = list(csv.DictReader(content.splitlines()))
    columns = {key: [row[key] or None for row in rows] for key in (rows[0] if rows else {}) if key}
    return Features(Path(path).name, columns, [], list(range(1, len(rows) + 1)))


def is_utf8(path):
    """Whether a text file is UTF-8."""
    try:
        Path(path).read_bytes().decode('utf-8')
    except UnicodeDecodeError:
        return False
    return True


def field_types(columns):
    """A QgsField per column, its type taken from the values."""
    return [_field(name, values) for name, values in columns.items()]


def _field(name, values):
    kinds = {_kind(value) for value in (values.tolist() if isinstance(values, np.ndarray) else values)} - {None}
    if not kinds or kinds - {int, float, bool}:
        return make_field(name, 'text')
    if kinds == {bool}:
        return make_field(name, 'flag')
    return make_field(name, 'number' if float in kinds else 'integer')


def _kind(value):
    if value is None:
        return None
    if isinstance(value, (bool, np.bool_)):
        return bool
    if isinstance(value, (int, np.integer)):
        return int
    if isinstance(value, (float, np.floating)):
        return float
    return str


def make_field(name, kind):
    """A field; QGIS 3.38 moved the type enumeration."""
    if Qgis.QGIS_VERSION_INT >= 33800:
        from qgis.PyQt.QtCore import QMetaType
        types = {'text': QMetaType.Type.QString, 'number': QMetaType.Type.Double,
                 'integer': QMetaType.Type.LongLong, 'flag': QMetaType.Type.Bool}
    else:
        types = {'text': QVariant.String, 'number': QVariant.Double, 'integer': QVariant.LongLong,
                 'flag': QVariant.Bool}
    return QgsField(name, types[kind])


def plain(value):
    """A numpy or NaN value as what a layer stores."""
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and not np.isfinite(value):
        return None
    return value


def polygonize(labels, grid):
    """Areas of equal positive label as polygons.

    Parameters
    ----------
    labels : (rows, cols) integers, 0 for none

    Returns
    -------
    dict label -> QgsGeometry (multipolygon in the CRS of the grid)
    """
    source = gdal.GetDriverByName('MEM').Create('', grid.columns, grid.rows, 1, gdal.GDT_Int32)
    source.SetGeoTransform(grid.transform)
    band = source.GetRasterBand(1)
    band.WriteArray(np.ascontiguousarray(labels, dtype=np.int32))
    mask_set = gdal.GetDriverByName('MEM').Create('', grid.columns, grid.rows, 1, gdal.GDT_Byte)
    mask_set.GetRasterBand(1).WriteArray((np.asarray(labels) > 0).astype(np.uint8))
    driver = ogr.GetDriverByName('Memory') or ogr.GetDriverByName('MEM')
    target = driver.CreateDataSource('polygons')
    reference = osr.SpatialReference()
    if grid.crs_wkt:
        reference.ImportFromWkt(grid.crs_wkt)
    layer = target.CreateLayer('polygons', reference if grid.crs_wkt else None, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn('label', ogr.OFTInteger))
    gdal.Polygonize(band, mask_set.GetRasterBand(1), layer, 0, [])
    pieces, doubtful = {}, set()
    for feature in layer:
        geometry, wkb = QgsGeometry(), bytes(feature.GetGeometryRef().ExportToWkb(ogr.wkbNDR))
        geometry.fromWkb(wkb)
        label = feature.GetFieldAsInteger(0)  # by name it takes ten times as long
        pieces.setdefault(label, []).append(geometry)
        if _touches_itself(wkb):
            doubtful.add(label)
    merged = {}
    for label in sorted(pieces):
        # Pieces of one label meet in corners at most, so that they need no union.
        geometry = QgsGeometry.collectGeometry(pieces[label])
        # Cells that meet in a corner only may make a ring touch itself.
        geometry = geometry if label not in doubtful or geometry.isGeosValid() else geometry.makeValid()
        geometry.convertToMultiType()
        merged[label] = geometry
    return merged


SIMPLE = 8  # points of a ring along cells, its first counted twice, that cannot touch itself yet


def _touches_itself(wkb):
    """Whether a ring of a polygon passes a point twice; nothing else can make an area of cells invalid."""
    place = 9
    for _ in range(int.from_bytes(wkb[5:9], 'little')):
        count = int.from_bytes(wkb[place:place + 4], 'little')
        if count > SIMPLE:
            points = np.sort(np.frombuffer(wkb, np.complex128, count - 1, place + 4))
            if (points[1:] == points[:-1]).any():
                return True
        place += 4 + 16 * count
    return False
