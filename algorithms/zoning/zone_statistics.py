"""Areas, shares and means of layers per zone and per administrative unit."""

from ...ecorestore_plugin.core.errors import DuplicateCodeError, EmptyInputError, ParameterError
from ...ecorestore_plugin.qgis_io.areas import area_distortion
from ...ecorestore_plugin.qgis_io.row_blocks import row_blocks
from ...ecorestore_plugin.qgis_io.row_layers import named_layers
from ...ecorestore_plugin.qgis_io.zone_report import statistics_page
from ...ecorestore_plugin.qgis_io.zone_tables import (
    Measured,
    Places,
    cross_areas,
    cross_columns,
    layer_columns,
    unit_places,
)
from ..base import Tool, mark, tr
from ..parameters import (
    field,
    number_output,
    rasters,
    report_output,
    table_output,
    text,
    vector,
    vector_output,
    vectors,
)

DISTORTED = 0.01
DESCRIBING = ('zone_name', 'zone_name_zh', 'strategy', 'strategy_zh', 'color', 'priority', 'match_type')


class ZoneStatistics(Tool):
    tool_id = 'zonestatistics'
    stage = 'zoning'
    label = mark('Zone statistics')
    summary = mark('Areas, shares and means of any layers per zone and per administrative unit, and a cross table.')
    help = mark('''Describes zones by what lies in them: their area and share, means and sums of value rasters, areas \
and shares of the classes of class rasters, hectares of polygons, kilometres of lines and numbers of points of vector \
layers; the same per administrative unit where units are given, and a cross table of zones and units.

Totals agree in all tables. Areas are those of the polygons, planar, in hectares. The classes of a raster share the \
area of a zone out by the numbers of their cells; the cells without a class have a row of their own, so that the rows \
of a zone add up to its area. The rows of the cross table add up to the areas of the zones, its columns to those of \
the units, with the parts outside listed.

A value raster is averaged over its known cells; <name>_known is the share of the cells that are known. A cell belongs \
to the zone that covers its centre, and a zone smaller than a cell keeps the cells it touches.

Where the coordinate system distorts areas by more than 1 percent against the ellipsoid, a warning says so: use an \
equal-area system for tables that are published.''')
    keywords = mark('zonal statistics, area table, cross table, land cover by zone, tabulate area, mean by zone')

    def declare(self):
        yield vector('ZONES', tr('Zones'), tr('Polygons; all features with the same zone form one zone.'), 'polygon')
        yield field('ZONE_FIELD', tr('Zone'), tr('Field with the zone.'), 'ZONES', 'zone_code',
                    optional=True)
        yield rasters('RASTERS', tr('Value rasters'), tr('Rasters whose means and sums are wanted.'), optional=True)
        yield text('RASTER_NAMES', tr('Names of the value rasters'), tr(
            'Names in the order of the rasters, separated by commas; they become field names. Empty: the names of the '
            'layers.'), optional=True, advanced=True)
        yield rasters('CLASS_RASTERS', tr('Class rasters'), tr('Rasters with class codes, such as land cover.'),
                      optional=True)
        yield text('CLASS_NAMES', tr('Names of the class rasters'), tr(
            'Names in the order of the rasters, separated by commas. Empty: the names of the layers.'), optional=True,
            advanced=True)
        yield vectors('LAYERS', tr('Vector layers'), tr(
            'Layers of polygons, lines or points, such as sources, corridors or nodes.'), 'any', optional=True)
        yield text('LAYER_NAMES', tr('Names of the vector layers'), tr(
            'Names in the order of the layers, separated by commas; they become field names. Empty: the names of the '
            'layers.'), optional=True, advanced=True)
        yield vector('UNITS', tr('Administrative units'), tr('Polygons for the tables per unit and the cross table.'),
                     'polygon', optional=True)
        yield field('UNIT_CODE', tr('Unit code'), tr('Field with a unique code per unit.'), 'UNITS', 'unit_code',
                    optional=True)
        yield field('UNIT_NAME', tr('Unit name'), tr('Field with the name of the unit; the code where it is missing.'),
                    'UNITS', 'unit_name', optional=True)
        yield vector_output('OUTPUT', tr('Statistics of zones'), tr(
            'One feature per zone with features, area_ha, share, and per raster <name>_mean, _std, _min, _max, _sum, '
            '_known, per vector layer <name>_ha, _km or _n.'), 'polygon')
        yield table_output('CLASS_AREAS', tr('Areas of classes'), tr(
            'Per zone (and per unit), class raster and class: cells, area in hectares, share. An empty class is the '
            'part without a class.'), optional=True)
        yield vector_output('UNIT_STATISTICS', tr('Statistics of units'), tr(
            'One feature per unit with the same fields, its main zone and the share of that zone.'), 'polygon',
            optional=True)
        yield table_output('CROSS_TABLE', tr('Cross table'), tr(
            'Area of every zone in every unit in hectares, share of the zone, share of the unit; empty where it lies '
            'outside.'), optional=True)
        yield report_output('REPORT', tr('Report'), tr('Chart and table of the zones as HTML.'))
        yield number_output('COUNT', tr('Number of zones'))
        yield number_output('AREA', tr('Area of all zones (ha)'))

    def check(self, values):
        for name in ('UNIT_STATISTICS', 'CROSS_TABLE'):
            if values.given(name) and not values.given('UNITS'):
                return tr('{output} needs units: choose a layer for {units}.', output=values.label(name),
                          units=values.label('UNITS'))
        return ''

    def compute(self, job):
        values, classes = (named_layers(job, *pair) for pair in (
            ('RASTERS', 'RASTER_NAMES'), ('CLASS_RASTERS', 'CLASS_NAMES', True)))
        grid = job.reference[1] if job.reference else None
        features, zone_field, zones = _zones(job, grid)
        units = job.units('UNITS', crs=features.crs)
        layers = self._layers(job, features.crs)
        _distortion(job, features)
        levels = {'zone': zones, **({'unit': unit_places(units)} if units is not None else {})}
        measured = _measured(job, levels, values, classes, grid)
        columns = self._columns(job, zones, measured.get('zone'), layers)
        kept = {key: [column[rows[0]] for rows in zones.members] for key, column in features.columns.items()
                if key in DESCRIBING}
        first = {zone_field: zones.keys, **kept, 'features': [len(rows) for rows in zones.members],
                 'area_ha': zones.areas_ha, 'share': zones.areas_ha / zones.areas_ha.sum()}
        job.write_vector('OUTPUT', {**first, **columns}, zones.geometries, 'polygon', features.crs,
                         'zones' if 'zone_code' in first else '')
        rows = [(level, *row) for level, found in measured.items() for row in found.class_rows()]
        job.write_table('CLASS_AREAS', {key: [row[i] for row in rows] for i, key in enumerate(
            ('level', 'place', 'layer', 'class', 'cells', 'area_ha', 'share'))})
        if units is not None:
            self._unit_tables(job, units, zones, levels['unit'], measured.get('unit'), layers)
        job.write_text('REPORT', statistics_page(first, columns))
        job.set_number('COUNT', len(zones))
        job.set_number('AREA', float(zones.areas_ha.sum()))

    @staticmethod
    def _layers(job, crs):
        """[(name, Features)] with names fit for field names, all different."""
        found = job.feature_list('LAYERS', crs)
        names = job.list('LAYER_NAMES') or [name for name, _ in found]
        if len(names) != len(found):
            raise ParameterError('There are {names} names for {layers} layers; give one per layer, in their order.',
                                 names=len(names), layers=len(found))
        if len(set(names)) < len(names):
            raise DuplicateCodeError('The names {names} are not all different; name the layers apart.',
                                     names=', '.join(names))
        return [('_'.join(name.split()), features) for name, (_, features) in zip(names, found)]

    @staticmethod
    def _columns(job, places, measured, layers):
        """Fields of all layers per place."""
        columns = measured.columns() if measured is not None else {}
        for name, features in layers:
            columns.update(layer_columns(name, features, places, job.cancelled))
        return columns

    def _unit_tables(self, job, units, zones, places, measured, layers):
        cross = cross_areas(zones, places, job.progress, job.cancelled)
        most = cross[:-1, :-1].argmax(axis=0)
        share = cross[:-1, :-1].max(axis=0) / places.areas_ha
        own = {'area_ha': places.areas_ha,
               'main_zone': [zones.keys[zone] if part > 0 else None for zone, part in zip(most, share)],
               'main_zone_share': share, **self._columns(job, places, measured, layers)}
        job.write_vector('UNIT_STATISTICS', {**units.identity(), **own}, units.geometries, 'polygon', units.crs)
        job.write_table('CROSS_TABLE', cross_columns(cross, zones, units, places))
        double = float(zones.overlap_ha().sum())
        if double > 1e-6 * zones.areas_ha.sum():
            job.warn(tr('Polygons of one zone overlap by {area} ha, which count twice in its area.',
                        area=f'{double:,.2f}'))


def _zones(job, grid):
    """Features of the zones, the field of the zone, and the zones as Places."""
    features = job.features('ZONES', ('polygon',), grid)
    zone_field = job.field('ZONE_FIELD') or 'zone_code'
    keys = features.texts(zone_field)
    empty = keys.count('')
    if empty:
        raise EmptyInputError('{layer}: {count} features have no zone in the field {field}. Fill it in, or leave '
                              'them out.', layer=features.name, count=empty, field=zone_field)
    return features, zone_field, Places.dissolved(keys, features.geometries)


def _measured(job, levels, values, classes, grid):
    """Level -> Measured of all rasters, read once in blocks of rows; empty without rasters."""
    (value_names, value_sources), (class_names, class_sources) = values, classes
    if not value_sources and not class_sources:
        return {}
    found = {level: Measured(places, grid, value_names, class_names) for level, places in levels.items()}
    for block in row_blocks(job, {'values': value_sources, 'classes': class_sources}, 0.0, 0.6,
                            mark('Statistics of {count} cells')):
        for measured in found.values():
            measured.add(block)
    return found


def _distortion(job, features):
    apart = area_distortion(features.geometries, features.crs, job.context)
    if abs(apart) > DISTORTED:
        job.warn(tr('{layer}: areas in this coordinate system differ by {percent} % from those on the ellipsoid. '
                    'Reproject to an equal-area system for tables that are published.', layer=features.name,
                    percent=f'{100 * apart:+.1f}'))
