"""Runs the checks of core/prepare over layers; bad data becomes findings, never an error."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsWkbTypes,
)

from ..core.checks import never, silent, stop_if
from ..core.errors import EcoRestoreError
from ..core.prepare import attributes, rasters
from ..core.prepare.alignment import valid_box
from ..core.prepare.displacement import SUSPICIOUS_M, mask_outline
from ..core.prepare.findings import Finding, Words
from ..core.prepare.standard import kind_of, rule_for
from ..datastore.quality import check_quality, reduced
from ..datastore.standard import check_rows, match_columns
from . import raster as bridge
from .displacement import displacement_between, metric_system, outer_outline, outline, suspicious_shift
from .shape_checks import check_shapes
from .vector import Features, history_field, is_utf8, read_csv
from .warp import bounds_of, distinct_values

CODE_FIELDS = ('code', 'lucode', 'class', 'value', 'landcover', '代码', '编码', '地类代码', '地类编码')
DECIMAL = (Qgis.DataType.Float32, Qgis.DataType.Float64)
POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry


class Inspection:
    """Collects findings layer by layer; the first readable raster is the reference for grid and CRS."""

    def __init__(self, rules, standard, context, progress=silent, cancelled=never):
        self.rules = rules
        self.standard = standard
        self.context = context
        self.progress = progress
        self.cancelled = cancelled
        self.findings = []
        self.reference = None
        self.known = None
        self.class_counts = []
        self.other_counts = []
        self.soil = {}
        self.metric = None
        self.outlines = []
        self.displaced = set()

    def add(self, layer, check, severity, message, fix, place='', count=1):
        self.findings.append(Finding(layer, check, severity, message, fix, place, count))

    def unreadable(self, name):
        """A layer QGIS could not open."""
        self.add(name, 'readable', 'error', Words('The layer cannot be read.'), Words('Check the path and the file.'))

    # Rasters.

    def raster(self, layer):
        """All checks of one raster."""
        stop_if(self.cancelled)
        name, rule = layer_label(layer), rule_for(layer_label(layer), self.rules)
        if not layer.isValid():
            self.unreadable(name)
            return
        self._crs(name, layer.crs(), 'error')
        aligned = self._grid(layer)
        values = bridge.read_band(layer)
        wanted = self.known if aligned and self.known is not None and self.known.shape == values.shape else None
        self.findings += rasters.check_values(name, values, rule, wanted)
        known = ~np.isnan(values)
        if self.known is None and known.any() and self.reference and self.reference[0] == name:
            self.known = known
        if rule is None:
            self.add(name, 'range', 'note', Words('The name tells no layer of the data standard; values were not '
                                                  'checked against a range.'),
                     Words('Name the file after its content, such as dem or precipitation.'))
        if known.any():
            self._codes(name, layer, rule, values[known & np.isfinite(values)])
        if rule is not None and rule.layer in rasters.SOIL:
            self.soil[rule.layer] = (name, values)

    def _codes(self, name, layer, rule, known):
        """Keeps the codes of a class raster for the tables, and says where they are stored as decimal numbers."""
        if rule is None and kind_of(name, *distinct_values(layer), self.rules) != 'class':
            return
        if rule is not None and rule.kind != 'class':
            return
        codes, counts = np.unique(np.round(known).astype(np.int64), return_counts=True)
        kept = self.other_counts if rule is None else self.class_counts
        kept.append((name, dict(zip(codes.tolist(), counts.tolist()))))
        if layer.dataProvider().dataType(1) in DECIMAL:
            self.add(name, 'codes', 'note', Words('The class codes are stored as decimal numbers.'),
                     Words('Tools take them while they are whole; Align rasters with kind class stores integers.'))

    def _crs(self, name, crs, severity):
        """A CRS that is there, in metres, and the same as that of the reference."""
        if not crs.isValid():
            self.add(name, 'crs', 'error', Words('The layer has no coordinate reference system.'),
                     Words('Assign the system it was made in.'))
        elif crs.isGeographic():
            self.add(name, 'crs', severity, Words(
                'The layer is in the geographic system {crs}, where areas and distances are not in metres.',
                crs=crs.authid() or crs.description()), Words('Reproject it to a projected system in metres.'))

    def _grid(self, layer):
        """Whether the raster lies on the grid of the reference, or became it."""
        name = layer_label(layer)
        try:
            grid = bridge.grid_of(layer, name, projected=False)
            if self.reference is None:
                self.reference = (name, grid)
                return True
            bridge.check_aligned(name, grid, *self.reference)
        except EcoRestoreError as error:
            if layer.crs().isValid():
                self.findings.append(Finding(name, 'grid', 'error', error, Words(
                    'Bring all rasters onto one grid with Align rasters.')))
            return False
        return True

    def finish_rasters(self, tables):
        """Checks that need all rasters: soil fractions, codes of tables."""
        self.findings += rasters.check_soil_sum(self.soil)
        for table in tables:
            self.table(table)

    # Tables.

    def table(self, layer):
        """Codes of a table both ways against the class rasters."""
        stop_if(self.cancelled)
        name = layer_label(layer)
        if not layer.isValid():
            self.unreadable(name)
            return
        features = self._table_rows(name, layer)
        self.findings += attributes.check_fields(name, features.columns, [f'#{number}' for number in features.ids], ())
        field = next((key for wanted in CODE_FIELDS for key in features.columns if key.lower() == wanted), None)
        if field is None:
            self.add(name, 'codes', 'error', Words('The table has no code column; its columns are {columns}.',
                                                   columns=', '.join(features.columns) or '-'),
                     Words('Name the column with the class codes "code".'))
            return
        try:
            codes = features.integers(field).tolist()
        except EcoRestoreError as error:
            self.findings.append(Finding(name, 'codes', 'error', error, Words(
                'Store the codes as whole numbers, one row per class.')))
            return
        if not codes:
            self.add(name, 'codes', 'error', Words('The table has no rows.'), Words('Choose another table.'))
            return
        self.findings += rasters.check_codes_both_ways(self.class_counts or self.other_counts, name, codes)

    def _table_rows(self, name, layer):
        """The rows of a table; a CSV in GBK, which QGIS reads as if it were UTF-8, is read as what it is."""
        path = Path(layer.source().partition('|')[0])
        if layer.providerType() != 'ogr' or path.suffix.lower() != '.csv' or not path.is_file() or is_utf8(path):
            return _features(layer)
        try:
            features = read_csv(path)
        except EcoRestoreError as error:
            self.findings.append(Finding(name, 'encoding', 'error', error, Words('Save the table as CSV UTF-8.')))
            return _features(layer)
        self.add(name, 'encoding', 'warning', Words(
            'The table is in the encoding GBK (GB18030); QGIS itself shows its Chinese text as signs without meaning.'),
            Words('The tools read it as it is; save it as CSV UTF-8, so that other programs do too.'))
        return features

    # Vectors.

    def vector(self, layer, unit_code, parent_code):
        """All checks of one vector layer; polygons with the code field count as administrative units."""
        stop_if(self.cancelled)
        name = layer_label(layer)
        if not layer.isValid():
            self.unreadable(name)
            return
        features = _features(layer)
        if not len(features):
            self.add(name, 'geometry', 'error', Words('The layer has no features.'),
                     Words('Choose another layer or check its filter.'), count=0)
            return
        described = self.standard.layers.get(name.lower())
        units, sound = layer.geometryType() == POLYGON and features.has(unit_code), []
        if described is None or described.geometry != 'none':
            self._crs(name, layer.crs(), 'warning')
            sound = self._geometries(name, layer, features)
            self._place(name, layer.crs(), sound)
            self._displacement(name, layer, sound)
        rules = ('apart', 'closed') if units else described.rules if described else ()
        self.findings += check_shapes(name, sound, rules)
        labels = [f'#{number}' for number in features.ids]
        if units:
            codes = features.texts(unit_code)
            labels = [f'{label} {code}'.strip() for label, code in zip(labels, codes)]
            self.findings += attributes.check_unit_codes(name, codes, labels)
            if features.has(parent_code):
                self.findings += attributes.check_parents(name, codes, features.texts(parent_code), labels)
        mandatory = attributes.MANDATORY if units else ()
        self.findings += attributes.check_fields(name, features.columns, labels, mandatory,
                                                 () if described else attributes.STATISTICS)
        if described:
            self._by_standard(reduced(described, name, (unit_code, 'unit_code', 'parent_code', *mandatory) if units else
                                      ()), features, labels)

    def _by_standard(self, described, features, labels):
        """The fields of a layer that bears the name of one of the shared data standard."""
        found, _ = match_columns(described, features.columns)
        clean, findings = check_rows(described, self.standard, {
            field: features.columns[column] for field, column in found.items()}, labels)
        self.findings += findings + check_quality(described, clean, labels, text=False)

    def _geometries(self, name, layer, features):
        """Missing and invalid geometries; returns the sound ones."""
        missing = [i for i, shape in enumerate(features.geometries) if shape.isNull() or shape.isEmpty()]
        if missing:
            self.add(name, 'geometry', 'error', Words('Features without geometry.'), Words('Delete or redraw them.'),
                     f'#{features.ids[missing[0]]}', len(missing))
        there = [i for i in range(len(features)) if i not in set(missing)]
        bad = [i for i in there if not features.geometries[i].isGeosValid()]
        if bad:
            self.add(name, 'geometry', 'error', Words('Invalid geometries: {reason}.',
                                                      reason=_reason(features.geometries[bad[0]])),
                     Words('Repair them with Fix geometries.'), f'#{features.ids[bad[0]]}', len(bad))
        return [features.geometries[i] for i in there if i not in set(bad)]

    def _place(self, name, crs, geometries):
        """Whether the layer lies where the rasters are."""
        if self.reference is None or not geometries or not crs.isValid():
            return
        grid = self.reference[1]
        target = QgsCoordinateReferenceSystem.fromWkt(grid.crs_wkt)
        if not target.isValid():
            return
        try:
            to_grid = QgsCoordinateTransform(crs, target, QgsCoordinateTransformContext())
            moved = [QgsGeometry(shape) for shape in geometries]
            for shape in moved:
                shape.transform(to_grid)
            west, south, east, north = bounds_of(moved)
        except QgsCsException as error:
            self.add(name, 'crs', 'error', Words('The layer cannot be reprojected: {reason}.', reason=str(error)),
                     Words('Check its coordinate system.'))
            return
        if not bridge.same_crs(crs, target):
            self.add(name, 'crs', 'note', Words('The layer is in another coordinate system than the rasters; tools '
                                                'reproject it.'),
                     Words('Nothing to do; results come in the system of the rasters.'))
        left, bottom, right, top = grid.extent
        if east <= left or west >= right or north <= bottom or south >= top:
            self.add(name, 'crs', 'error', Words('The layer does not overlap the rasters.'),
                     Words('Check both coordinate systems.'), count=len(geometries))

    def _displacement(self, name, layer, geometries):
        """Whether polygons lie beside the data of the first raster as web maps in China do; keeps the outline."""
        if not geometries or not layer.crs().isValid():
            return
        target = QgsCoordinateReferenceSystem.fromWkt(self.reference[1].crs_wkt) if self.reference else None
        if self.metric is None:
            self.metric = target if target is not None and target.isValid() and not target.isGeographic() else (
                metric_system(layer.crs(), bounds_of(geometries)))
        try:
            to_metric = QgsCoordinateTransform(layer.crs(), self.metric, QgsCoordinateTransformContext())
            moved = [QgsGeometry(shape) for shape in geometries]
            for shape in moved:
                shape.transform(to_metric)
        except QgsCsException as error:
            self.add(name, 'crs', 'error', Words('The layer cannot be reprojected: {reason}.', reason=str(error)),
                     Words('Check its coordinate system.'))
            return
        self.outlines.append((name, outline(moved), len(geometries)))
        if self.known is None or layer.geometryType() != POLYGON or not bridge.same_crs(self.metric, target):
            return
        grid = self.reference[1]
        cell = max(grid.cell_width, grid.cell_height)
        found = displacement_between(outer_outline(moved), mask_outline(self.known, grid.transform), self.metric, cell)
        if found:
            self._displaced(self.reference[0] if found.of_reference else name, name if found.of_reference else
                            self.reference[0], found.east, found.north, found.expected, len(geometries))
            return
        shift = suspicious_shift(bounds_of(moved), valid_box(self.known, grid), self.metric, 2 * cell)
        if shift and 2 * cell <= SUSPICIOUS_M[0]:
            self._displaced(name, self.reference[0], *shift, len(geometries))

    def _displaced(self, name, other, east, north, expected, count):
        if name in self.displaced:
            return
        self.displaced.add(name)
        self.add(name, 'crs', 'warning', Words(
            'The layer lies {east} m east and {north} m north of {other}. Layers from web maps in China (GCJ-02) are '
            'displaced like this, here by about {expected} m.', east=f'{east:.0f}', north=f'{north:.0f}', other=other,
            expected=f'{expected:.0f}'),
            Words('Check where it comes from and convert it from GCJ-02 to WGS 84 or CGCS2000.'), count=count)

    def finish_vectors(self):
        """Checks that need all vector layers: which of them lie beside another as web maps in China do."""
        for position, (name, segments, count) in enumerate(self.outlines):
            for other, reference, others in self.outlines[position + 1:]:
                stop_if(self.cancelled)
                if not len(segments) or not len(reference) or {name, other} & self.displaced:
                    continue
                found = displacement_between(segments, reference, self.metric)
                if found and found.of_reference:
                    self._displaced(other, name, found.east, found.north, found.expected, others)
                elif found:
                    self._displaced(name, other, found.east, found.north, found.expected, count)

    def expected(self, wanted, names):
        """Layers of the data standard that must be among the inputs."""
        found = {rule.layer for rule in (rule_for(name, self.rules) for name in names) if rule is not None}
        present = {name.lower() for name in names} | found
        for layer in wanted:
            rule = rule_for(layer, self.rules)
            if layer.lower() not in present and (rule is None or rule.layer not in present):
                self.add(layer, 'expected', 'error', Words('An expected layer is not among the inputs.'),
                         Words('Add it to the rasters or vector layers.'))


def layer_label(layer):
    """The name of a layer; QGIS calls layers given by path after their file, which says nothing in a GeoPackage."""
    path, _, rest = layer.source().partition('|layername=')
    return rest.split('|')[0] if rest and Path(path).stem == layer.name() else layer.name()


def _features(layer):
    """The rows of a layer, whatever state their geometry is in."""
    names = [field.name() for field in layer.fields()]
    columns = {key: [] for key in names}
    geometries, ids = [], []
    request = QgsFeatureRequest().setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
    ended = history_field(names)
    for feature in layer.getFeatures(request):
        if ended >= 0 and not _is_null(feature[ended]):
            continue
        for key, value in zip(names, feature.attributes()):
            columns[key].append(None if _is_null(value) else value)
        geometries.append(feature.geometry())
        ids.append(feature.id())
    return Features(layer.name(), columns, geometries, ids, layer.crs())


def _is_null(value):
    return value is None or (hasattr(value, 'isNull') and value.isNull())


def _reason(geometry):
    """Why a geometry is invalid, with the place."""
    problems = geometry.validateGeometry(Qgis.GeometryValidationEngine.Geos)
    return f'{problems[0].what()} {problems[0].where().toString(1)}' if problems else '?'
