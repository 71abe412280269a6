"""The maps of a plan: which layers lie on which map, in which style, with which legend."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
from qgis.core import QgsBilinearRasterResampler, QgsCoordinateTransform, QgsHillshadeRenderer, QgsRasterLayer

from ..core.checks import stop_if
from ..core.errors import EmptyInputError
from . import cartography as maps
from . import plan_facts as facts
from .areas import areas_ha
from .raster import grid_of, rasterize, read_band, same_crs
from .report import Figure
from .styles import fit_ramp
from .vector import Features

VECTORS = {'ZONES': 'polygon', 'SOURCES': 'polygon', 'LINKS': 'line', 'CORRIDORS': 'polygon', 'PINCH_POINTS': 'polygon',
           'BARRIERS': 'polygon', 'NODES': 'point', 'COLLABORATIVE': 'polygon', 'PRIORITY': 'polygon',
           'COMPENSATION': 'polygon', 'FLOWS': 'line', 'FUNDING': 'polygon'}
# Up to so many units the map shows the zone under the name.
MOST_CODES = 60
RASTERS = ('RESISTANCE', 'CURRENT', 'MOSAIC', 'RESILIENCE', 'DEM')


@dataclass
class PlanLayers:
    """The layers of a plan: ``vectors`` name -> Features in one CRS, ``rasters`` name -> layer."""

    vectors: dict = field(default_factory=dict)
    rasters: dict = field(default_factory=dict)
    crs: object = None
    transforms: object = None

    @classmethod
    def read(cls, job):
        """Reads what the tool was given; the first vector sets the CRS of all maps.

        Raises
        ------
        CrsError, GeometryError, EmptyInputError : of the units with zones
        """
        declared = {definition.name() for definition in job.tool.parameterDefinitions()}
        plan = cls(transforms=job.context.transformContext())
        for name in VECTORS:
            if name not in declared or not job.given(name):
                continue
            plan.vectors[name] = (job.features(name, ('polygon',)) if name == 'ZONES'
                                  else plan.adopt(job.features(name)))
            plan.crs = plan.crs or plan.vectors[name].crs
        for name in RASTERS:
            layer = job.raster_layer(name) if name in declared else None
            if layer is not None:
                plan.rasters[name] = layer
                plan.crs = plan.crs or layer.crs()
        if not plan.vectors and not plan.rasters:
            raise EmptyInputError('Nothing to show: give at least the units with their zones.')
        return plan

    def adopt(self, features):
        """Features without a geometry dropped, the others in the CRS of the maps. No features is fine here."""
        kept = [i for i, geometry in enumerate(features.geometries) if not geometry.isNull()]
        columns = {key: [values[i] for i in kept] for key, values in features.columns.items()}
        found = Features(features.name, columns, [features.geometries[i] for i in kept],
                         [features.ids[i] for i in kept], features.crs)
        if self.crs is not None and found.crs.isValid() and not same_crs(found.crs, self.crs):
            transform = QgsCoordinateTransform(found.crs, self.crs, self.transforms)
            for geometry in found.geometries:
                geometry.transform(transform)
            found.crs = self.crs
        return found

    def has(self, name):
        return name in self.vectors or name in self.rasters

    def areas_ha(self, name):
        return areas_ha(self.vectors[name].geometries).tolist()

    def measures(self, name, kind):
        """Area in hectares or length in metres of every feature, None where the layer was not given."""
        if name not in self.vectors:
            return None
        if kind == 'area':
            return self.areas_ha(name)
        return [geometry.length() for geometry in self.vectors[name].geometries]

    def count(self, name):
        return len(self.vectors[name]) if name in self.vectors else None

    def rows(self, name):
        """The columns of a vector layer, None where it was not given."""
        return self.vectors[name].columns if name in self.vectors else None


class Atlas:
    """Makes the styled layers of a plan, each at most once."""

    def __init__(self, plan, language, detail=1.0):
        """``detail`` is how many times finer than a map of the whole area shapes are drawn, as on pages of units."""
        self.plan = plan
        self.language = language
        self.detail = detail
        self._made = {}

    def layer(self, name, style, title, opacity=1.0):
        """A styled copy of a layer of the plan, or None where the plan lacks it or it is empty."""
        if not self.plan.has(name) or (name in self.plan.vectors and not len(self.plan.vectors[name])):
            return None
        key = name, style, opacity
        if key not in self._made:
            copy = (maps.vector_copy(self.plan.vectors[name], title, VECTORS[name]) if name in self.plan.vectors
                    else maps.raster_copy(self.plan.rasters[name], title))
            copy = maps.styled(copy, style, self.language, opacity)
            if name in self.plan.vectors:
                copy.setLabelsEnabled(False)
            self._made[key] = copy
        return self._made[key]

    def hillshade(self, opacity=1.0):
        """The relief, or None without a DEM."""
        if 'DEM' not in self.plan.rasters:
            return None
        relief = maps.raster_copy(self.plan.rasters['DEM'], self.language.tr('Relief'))
        renderer = QgsHillshadeRenderer(relief.dataProvider(), 1, 315, 45)
        renderer.setZFactor(2.0)
        renderer.setMultiDirectional(True)
        relief.setRenderer(renderer)
        relief.setOpacity(opacity)
        relief.resampleFilter().setZoomedInResampler(QgsBilinearRasterResampler())
        return relief

    def outlines(self, codes=False, size=8.5, labels=True):
        """Unit outlines with names, and thicker outlines of the higher units, top layer first.

        Parameters
        ----------
        codes : the zone stands under the name, where there are few enough units to read it
        size : points of the names where units are few
        """
        if 'ZONES' not in self.plan.vectors:
            return []
        key = 'outlines', labels
        if key not in self._made:
            self._made[key] = self._outlines(codes, size, labels)
        return self._made[key]

    def _outlines(self, codes, size, labels):
        units = self.plan.vectors['ZONES']
        thin = maps.styled(maps.vector_copy(units, self.language.tr('County boundary'), 'polygon'), 'units',
                           self.language)
        thin.setLabelsEnabled(False)
        if labels:
            seen = len(units) / self.detail ** 2
            maps.label_units(thin, self.language, size, codes and seen <= MOST_CODES, seen)
        parents = facts.column(units.columns, 'parent_code')
        if parents is None or len(set(parents)) < 2 or None in parents:
            return [thin]
        title = (self.language.tr('City boundary') if all(is_city(str(code)) for code in parents)
                 else self.language.tr('Boundary of the higher unit'))
        thick = maps.merged_outline(units, parents, title)
        return [maps.styled(thick, 'boundaries', self.language), thin]

    def cross_units(self):
        """Outlines of the collaborative units that cross a boundary, drawn in broad strokes, or None."""
        if 'COLLABORATIVE' not in self.plan.vectors:
            return None
        units = self.plan.vectors['COLLABORATIVE']
        crossing = [i for i, flag in enumerate(facts.cross_boundary(units.columns)) if flag]
        if not crossing:
            return None
        title = self.language.tr('Cross-boundary collaborative units')
        return self._broad('COLLABORATIVE', crossing, title, 'collaborative_outlines', 200.0, math.inf)

    def broad_sources(self):
        """The sources hatched and in broad strokes, so that the zones below stay readable, or None."""
        if not self.plan.count('SOURCES'):
            return None
        rows = range(self.plan.count('SOURCES'))
        return self._broad('SOURCES', rows, self.language.tr('Ecological sources'), 'sources_hatched', 300.0, 30.0)

    def _broad(self, name, rows, title, style, shares, holes):
        """Some features generalised to the size of the map: strokes of 1/shares of it, holes above 1/holes of it."""
        extent, features = self.extent(), self.plan.vectors[name]
        size = max(extent.width(), extent.height()) / self.detail
        shapes = [generalised(features.geometries[i], size / shares, (size / holes) ** 2 if holes < math.inf else -1.0)
                  for i in rows]
        broad = Features(features.name, {'number': list(rows)}, shapes, list(rows), features.crs)
        return maps.styled(maps.vector_copy(broad, title, 'polygon'), style, self.language)

    def current(self):
        """The current, its colours spread over the cells outside the sources, or None.

        Inside a source, which has no resistance, the current says nothing about bottlenecks.
        """
        layer = self.layer('CURRENT', 'current', self.language.tr('Current (A)'))
        if layer is not None and self.plan.count('SOURCES'):
            grid = grid_of(layer, layer.name(), projected=False)
            inside, _ = rasterize(self.plan.vectors['SOURCES'].geometries,
                                  [1] * self.plan.count('SOURCES'), grid, keep_small=False)
            values = read_band(layer)[inside == 0]
            fit_ramp(layer.renderer(), 'quantile', values[~np.isnan(values)])
        return layer

    def extent(self):
        """What every map shows: the units, or all there is."""
        names = ['ZONES'] if 'ZONES' in self.plan.vectors else list(self.plan.vectors)
        boxes = [geometry.boundingBox() for name in names for geometry in self.plan.vectors[name].geometries]
        return maps.common_extent(boxes or [layer.extent() for layer in self.plan.rasters.values()])

    def pattern(self, sources='filled'):
        """The layers of the security pattern that are there, top first.

        ``sources``: 'filled', 'hatched' so that what lies below stays readable, or 'broad', hatched and generalised.
        """
        tr = self.language.tr
        wanted = [self.layer('NODES', 'nodes', tr('Ecological nodes')),
                  self.layer('PINCH_POINTS', 'pinch_points', tr('Pinch point areas')),
                  self.layer('BARRIERS', 'barriers', tr('Barrier areas')),
                  self.layer('LINKS', 'corridor_lines', tr('Ecological corridors')),
                  self.broad_sources() if sources == 'broad' else self.layer(
                      'SOURCES', 'sources' if sources == 'filled' else 'sources_hatched', tr('Ecological sources')),
                  self.layer('CORRIDORS', 'corridors', tr('Corridor areas'))]
        return [layer for layer in wanted if layer is not None]


def plan_figures(plan, language, progress, cancelled, width=1500):
    """The maps of the report as Figures.

    Parameters
    ----------
    plan : PlanLayers
    language : Language
    progress, cancelled : callables as in core
    """
    atlas = Atlas(plan, language)
    wanted = [entry for entry in _contents(atlas, language) if entry[2]]
    extent = atlas.extent()
    figures = []
    for position, (topic, title, shown, background, labels) in enumerate(wanted):
        stop_if(cancelled)
        progress(position / len(wanted), 'Drawing map {number} of {count}.', number=position + 1, count=len(wanted))
        layers = atlas.outlines(labels=labels) + shown + background
        image = maps.draw_map(layers, extent, plan.crs, width, width / 10.0, 1.05 if labels else 0.82, plan.transforms)
        kind, quality = ('JPEG', 88) if any(_is_raster(layer) for layer in layers) else ('PNG', -1)
        legends = tuple(maps.legend_of(layer) for layer in shown + [b for b in background if not _is_relief(b)])
        figures.append(Figure(topic, title, maps.encode(image, kind, quality), legends, widest=width))
    return figures


def _contents(atlas, language):
    """(topic, title, layers, background layers, whether units are named) of every map, top layer first."""
    tr = language.tr
    rows = atlas.plan.rows('ZONES')

    def one(name, style, title, field=''):
        if field and (rows is None or facts.column(rows, field) is None):
            return []
        layer = atlas.layer(name, style, title)
        return [layer] if layer is not None else []

    resistance = [layer for layer in [atlas.layer('RESISTANCE', 'resistance', tr('Resistance'), 0.55)]
                  if layer is not None]
    sources = one('SOURCES', 'sources', tr('Ecological sources'))
    current = [layer for layer in [atlas.current()] if layer is not None]
    return [
        ('pattern', tr('Ecological security pattern'), atlas.pattern(), resistance, False),
        ('pattern', tr('Normalised least-cost corridors'),
         sources + one('MOSAIC', 'corridor_mosaic', tr('Detour over the best path (low is best)')), [], False)
        if atlas.plan.has('MOSAIC') else ('', '', [], [], False),
        ('pattern', tr('Current density'), sources + current if current else [], [], False),
        ('services', tr('Comprehensive supply-demand ratio of the units'),
         one('ZONES', 'cesdr', tr('Supply-demand ratio (CESDR)'), 'cesdr'), [], True),
        ('services', tr('Matching of supply and demand'),
         one('ZONES', 'matching', tr('Matching type'), 'match_type'), [], True),
        ('resilience', tr('Ecosystem resilience'), one('RESILIENCE', 'resilience', tr('Resilience index')), [], False),
        ('zones', tr('Restoration zones'), one('ZONES', 'zones', tr('Restoration zone'), 'zone_code'), [], True),
        ('collaborative', tr('Collaborative restoration units'),
         one('COLLABORATIVE', 'collaborative_units', tr('Lead level')), [], True),
        ('priority', tr('Priority of the units, 1 first'),
         one('PRIORITY', 'unit_priority', tr('Class of priority')), [], True),
        ('compensation', tr('Who compensates whom'),
         one('FLOWS', 'compensation_flows', tr('Value of the flow (10^4 CNY)'))
         + one('COMPENSATION', 'compensation', tr('Net position (10^4 CNY)')), [], True),
        ('funding', tr('Share of the need that is funded'), one('FUNDING', 'funding', tr('Share funded')), [], True),
    ]


def is_city(code):
    """Whether an administrative code is that of a city: four digits, or six of which the last two are 0."""
    return len(code) == 4 or (len(code) == 6 and code.endswith('00') and not code.endswith('0000'))


def generalised(geometry, distance, smallest_hole=-1.0):
    """A shape for a small map: gaps narrower than the distance closed, steps of cells straightened.

    Parameters
    ----------
    smallest_hole : square metres a hole needs to stay, negative for none to stay
    """
    closed = geometry.buffer(distance, 4).buffer(-0.7 * distance, 4).removeInteriorRings(smallest_hole)
    return closed.simplify(distance / 4.0)


def _is_raster(layer):
    return isinstance(layer, QgsRasterLayer)


def _is_relief(layer):
    return _is_raster(layer) and isinstance(layer.renderer(), QgsHillshadeRenderer)
