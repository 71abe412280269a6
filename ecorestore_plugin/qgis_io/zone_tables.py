"""Tables of zones: what lies in each zone and unit, in areas that add up.

The area of a zone is the sum of its polygons; classes of a raster share that area out by their cells, so that the
classes of a zone, the unknown part included, add up to it exactly, and the zones to the whole.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsGeometry, QgsSpatialIndex, QgsWkbTypes

from ..core.checks import never, silent, stop_if
from ..core.errors import GeometryError
from ..core.zonal import zonal_mean
from ..core.zonal_tally import ClassTally, SummaryTally, SumTally
from .areas import areas_ha
from .overlay import overlay
from .raster import rasterize
from .row_blocks import UnitRows

MEASURES = {'polygon': 'ha', 'line': 'km', 'point': 'n'}


@dataclass
class Places:
    """Zones or units: a key each, their geometries, and the sum of the areas of their polygons."""

    keys: list
    geometries: list
    areas_ha: np.ndarray
    members: list

    def __len__(self):
        return len(self.keys)

    @classmethod
    def dissolved(cls, keys, geometries):
        """One place per key, in the order of the keys; every feature adds its own area."""
        order = sorted(dict.fromkeys(keys), key=lambda key: (str(key)))
        areas = areas_ha(geometries)
        members = [[i for i, other in enumerate(keys) if other == key] for key in order]
        merged = [QgsGeometry(geometries[rows[0]]) if len(rows) == 1
                  else QgsGeometry.unaryUnion([geometries[i] for i in rows]) for rows in members]
        for geometry in merged:
            geometry.convertToMultiType()
        return cls(order, merged, np.array([areas[rows].sum() for rows in members]), members)

    def overlap_ha(self):
        """How much area the members of places count twice, ha."""
        return np.maximum(self.areas_ha - areas_ha(self.geometries), 0.0)

    def rows(self, grid):
        """UnitRows: the number of the place of every cell from 1, 0 outside."""
        return UnitRows(self.geometries, grid)


class Measured:
    """Statistics of rasters per place, gathered in blocks of rows.

    Parameters
    ----------
    places : Places; grid : Grid; values, classes : names of the value rasters and of the class rasters
    """

    def __init__(self, places, grid, values, classes):
        self.places, self._rows = places, places.rows(grid)
        self._cells = SumTally(len(places))
        self._values = {name: SummaryTally(len(places)) for name in values}
        self._classes = {name: ClassTally(len(places)) for name in classes}

    def add(self, block):
        """Counts the rows of a Block in."""
        cells = self._rows.read(block.start, block.stop)
        self._cells.add(np.ones(cells.shape, bool), cells)
        for position, tally in enumerate(self._values.values()):
            tally.add(block['values'][position], cells)
        for position, tally in enumerate(self._classes.values()):
            classes = block['classes'][position]
            tally.add(classes.codes, cells, classes.valid)

    def columns(self):
        """Columns of every value raster: mean, standard deviation, minimum, maximum, sum, known share of the cells."""
        columns, inside = {}, self._cells.count
        for name, tally in self._values.items():
            found = tally.result()
            known = np.divide(found.count, inside, out=np.zeros(len(inside)), where=inside > 0)
            columns.update({f'{name}_mean': found.mean, f'{name}_std': found.deviation, f'{name}_min': found.minimum,
                            f'{name}_max': found.maximum, f'{name}_sum': found.total, f'{name}_known': known})
        return columns

    def class_rows(self):
        """Rows (key, layer, class, cells, area in ha, share) of the class rasters; class None is the unknown part.

        Areas of a place add up to its area.
        """
        return [row for name, tally in self._classes.items() for row in self._rows_of(name, *tally.result())]

    def _rows_of(self, name, codes, counts):
        for place, key in enumerate(self.places.keys):
            area, inside = float(self.places.areas_ha[place]), int(self._cells.count[place])
            found = [(int(code), int(count)) for code, count in zip(codes, counts[place]) if count]
            unknown = inside - sum(count for _, count in found)
            if unknown or not inside:
                found.append((None, unknown))
            for code, count in found:
                share = count / inside if inside else 1.0
                yield key, name, code, count, area * share, share


def layer_columns(name, features, places, cancelled=never):
    """Column of a vector layer per place: hectares of polygons, kilometres of lines, or number of points inside.

    Polygons that overlap each other count once.
    """
    kinds = {QgsWkbTypes.geometryType(geometry.wkbType()) for geometry in features.geometries}
    kind = {QgsWkbTypes.GeometryType.PolygonGeometry: 'polygon', QgsWkbTypes.GeometryType.LineGeometry: 'line',
            QgsWkbTypes.GeometryType.PointGeometry: 'point'}.get(next(iter(kinds))) if len(kinds) == 1 else None
    if kind is None:
        raise GeometryError('{name} mixes points, lines and polygons; give a layer of one kind.', name=features.name)
    index = QgsSpatialIndex()
    for position, geometry in enumerate(features.geometries):
        index.addFeature(position, geometry.boundingBox())
    found = np.zeros(len(places))
    for place, area in enumerate(places.geometries):
        stop_if(cancelled)
        engine = QgsGeometry.createGeometryEngine(area.constGet())
        engine.prepareGeometry()
        near = [features.geometries[i] for i in index.intersects(area.boundingBox())
                if engine.intersects(features.geometries[i].constGet())]
        if kind == 'point':
            found[place] = len(near)
        elif kind == 'line':
            found[place] = sum(area.intersection(line).length() for line in near) / 1000.0
        elif near:
            found[place] = area.intersection(QgsGeometry.unaryUnion(near)).area() / 10000.0
    return {f'{name}_{MEASURES[kind]}': found}


def cross_areas(zones, units, progress=silent, cancelled=never):
    """(zones + 1, units + 1) areas in hectares of every zone in every unit; the last row is the part of a unit
    outside all zones, the last column the part of a zone outside all units.

    Rows add up to the areas of the zones, columns to those of the units, as far as neither overlap themselves.
    """
    found = np.zeros((len(zones) + 1, len(units) + 1))
    coverage = overlay(units.geometries, zones.geometries, progress, cancelled)
    np.add.at(found, (coverage.element, coverage.unit), coverage.area / 10000.0)
    found[:-1, -1] = np.maximum(zones.areas_ha - found[:-1].sum(axis=1), 0.0)
    found[-1, :-1] = np.maximum(units.areas_ha - found[:-1, :-1].sum(axis=0), 0.0)
    # Less than a square metre is rounding of coordinates.
    found[found < 1e-4] = 0.0
    return found


def unit_places(units):
    """Administrative units as places."""
    return Places(units.codes, units.geometries, units.areas_ha, [[i] for i in range(len(units))])


def cross_columns(cross, zones, units, places):
    """Columns of the cross table, a row per zone and unit that meet; None outside."""
    rows = np.argwhere(cross > 0).tolist()
    zone_keys, codes, names = [*zones.keys, None], [*units.codes, None], [*units.names, None]
    return {
        'zone': [zone_keys[zone] for zone, _ in rows], 'unit_code': [codes[unit] for _, unit in rows],
        'unit_name': [names[unit] for _, unit in rows], 'area_ha': [float(cross[zone, unit]) for zone, unit in rows],
        'share_of_zone': [float(cross[zone, unit] / zones.areas_ha[zone]) if zone < len(zones) else None
                          for zone, unit in rows],
        'share_of_unit': [float(cross[zone, unit] / places.areas_ha[unit]) if unit < len(places) else None
                          for zone, unit in rows]}


def perspectives_of_zones(job, zones):
    """(names of the perspectives, [(zone, [mean per perspective], colour)]) of a plan; empty without the raster.

    Parameters
    ----------
    job : with the parameters PERSPECTIVES and ZONES; zones : Zone list of the plan
    """
    if not job.given('PERSPECTIVES') or not zones:
        return (), ()
    names, bands, grid = job.bands('PERSPECTIVES')
    features = job.features('ZONES', ('polygon',), grid)
    number = {zone.code: position for position, zone in enumerate(zones, start=1)}
    codes = [number.get(str(code), 0) for code in features.column('zone_code')]
    inside = [i for i, code in enumerate(codes) if code]
    cells = rasterize([features.geometries[i] for i in inside], [codes[i] for i in inside], grid, keep_small=False)[0]
    means = [zonal_mean(band, cells, len(zones)) for band in bands]
    return names, [(f'{zone.code} {zone.name}', [float(mean[i]) for mean in means], zone.color or '#7aa58a')
                   for i, zone in enumerate(zones)]
