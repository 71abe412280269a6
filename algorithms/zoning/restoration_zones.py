"""Restoration zones with strategies from matching types and resilience."""

import numpy as np
from qgis.core import QgsGeometry

from ...ecorestore_plugin.core.checks import check_not_empty
from ...ecorestore_plugin.core.errors import EmptyInputError
from ...ecorestore_plugin.core.zonal import zonal_mean
from ...ecorestore_plugin.core.zoning.zones import (
    LEVEL_METHODS,
    MIXED,
    absent_rules,
    assign_zones,
    nearest_known,
    own_level_share,
    read_rules,
    read_types,
    resilience_levels,
    zone_areas,
)
from ...ecorestore_plugin.qgis_io.areas import areas_ha as areas_ha_of
from ..base import Tool, mark, tr
from ..parameters import (
    choice,
    field,
    number,
    number_output,
    raster,
    raster_output,
    table,
    table_output,
    vector,
    vector_output,
)
from .cell_zones import cells_with_zones, unit_type_cells, zone_polygons, zones_of_units


class RestorationZones(Tool):
    tool_id = 'restorationzones'
    stage = 'zoning'
    label = mark('Restoration zones')
    summary = mark('Matching type x resilience level gives every unit its restoration zone and strategy.')
    help = mark('''Overlays the matching type of supply and demand (I to IV) with high or low resilience of every \
unit. An editable table of rules turns each of the eight combinations into a zone with code, name, strategy and \
colour. The shipped table holds the six zones of the Beijing-Tianjin-Hebei study with their strategies, and proposals \
for the two combinations that do not occur there (I-2 and IV-2).

Resilience of a unit is the mean of the raster over its cells, or a field. It is high where it is at least the mean of \
all units (z-score of 0 or more), at least their median, in the upper of two natural classes, or at least a given \
value. A unit without a known cell takes the value of the nearest one, which resilience_note says.

With a raster of matching types (1 to 4, as supply-demand matching writes it per cell) every cell gets a zone from \
its type and its own resilience, high from the mean, median or natural break of all cells on. Patches under the least \
area join the neighbour with the longest common border, and a unit takes the zone most of its cells have. Without \
units the zones themselves are the result. The zone raster numbers the rules from 1 in the order of the table.

purity is the share of the unit's cells whose own resilience is on the unit's side of the threshold (with a raster of \
types: the share of its cells in its zone); under 60 percent, or what you choose, the unit is mixed. Combinations that \
do not occur are listed in the log. Every unit receives a zone. Areas are planar, in hectares.

Source: study of the Beijing-Tianjin-Hebei region, see Meng et al. 2023, doi:10.12357/cjea.20230010''')
    keywords = mark('restoration zoning, ecological restoration zones, strategy, supply-demand and resilience, rules')

    def declare(self):
        yield vector('UNITS', tr('Units with matching type'), tr(
            'Polygons with the matching type, as supply-demand matching writes them. All fields are copied. Optional '
            'where matching types are given as a raster.'), 'polygon', optional=True)
        yield field('MATCH_FIELD', tr('Matching type'), tr(
            'Field with I, II, III, IV (1 to 4, or HH, LS-HD, LL, HS-LD are understood too).'), 'UNITS', 'match_type',
                    optional=True)
        yield raster('RESILIENCE', tr('Resilience'), tr(
            'Resilience index, averaged over each unit. Give this or a field.'), optional=True)
        yield field('RESILIENCE_FIELD', tr('Resilience field'), tr(
            'Numeric field with the resilience of the unit, used where no raster is given.'), 'UNITS', numeric=True,
            optional=True)
        yield field('UNIT_CODE', tr('Unit code'), tr('Field with a unique code per unit.'), 'UNITS', 'unit_code',
                    optional=True)
        yield field('UNIT_NAME', tr('Unit name'), tr('Field with the name of the unit; the code where it is missing.'),
                    'UNITS', 'unit_name', optional=True)
        yield choice('METHOD', tr('High from'), tr(
            'What divides high from low resilience: the mean of the units, their median, two natural classes (jenks2), '
            'or a given value.'), LEVEL_METHODS, 'mean')
        yield number('THRESHOLD', tr('Threshold'), tr('For value: resilience from which on a unit is high.'),
                     optional=True)
        yield table('RULES', tr('Zone rules'), tr(
            'Table with type (I to IV), resilience (high, low), code, name_en, name_zh, strategy, strategy_zh, color '
            '(#rrggbb) and priority; all eight combinations, unique codes. Empty: the shipped table.'), optional=True)
        yield raster('MATCH_RASTER', tr('Matching types (raster)'), tr(
            'Types per cell, 1 (I) to 4 (IV), instead of a field of the units.'), optional=True)
        yield number('MIN_PATCH', tr('Least area of a patch (ha)'), tr(
            'Smaller patches of the zone raster join the neighbour with the longest common border. 100 ha = 1 km2; 0 '
            'keeps all.'), 100, minimum=0, advanced=True)
        yield number('MIXED', tr('Mixed below'), tr('Units whose purity is below this share are marked as mixed.'),
                     MIXED, minimum=0, maximum=1, advanced=True)
        yield vector_output('ZONES', tr('Restoration zones'), tr(
            'Units with resilience_mean, resilience_level, zone_code, zone_name, zone_name_zh, strategy, strategy_zh, '
            'color, priority, purity, mixed, area_ha, resilience_note, and all fields of the input.'), 'polygon')
        yield table_output('ZONE_AREAS', tr('Areas of the zones'), tr(
            'Per zone: name, strategy, number of units, area in hectares, share of the area.'))
        yield vector_output('DISSOLVED', tr('Restoration zones, dissolved'), tr(
            'One feature per zone, with name, strategy, number of units, area and share.'), 'polygon', optional=True)
        yield raster_output('ZONE_RASTER', tr('Restoration zones (raster)'), tr(
            'Zone of every cell, the rules numbered from 1 in the order of the table.'), optional=True)
        yield number_output('COUNT', tr('Number of zones'))
        yield number_output('RESILIENCE_THRESHOLD', tr('Resilience from which on a unit is high'))
        yield number_output('MIXED_UNITS', tr('Mixed units'))

    def check(self, values):
        if not values.given('UNITS') and not values.given('MATCH_RASTER'):
            return tr('Give units with a matching type, or a raster of matching types.')
        if not values.given('RESILIENCE') and (values.given('MATCH_RASTER') or values.given('ZONE_RASTER')):
            return tr('Zones per cell need the resilience as a raster.')
        if not values.given('RESILIENCE') and not values.field('RESILIENCE_FIELD'):
            return tr('Give the resilience as a raster or as a field.')
        if values.choice('METHOD') == 'value' and values.number('THRESHOLD') is None:
            return tr('The method value needs a threshold.')
        return ''

    def compute(self, job):
        table = job.table('RULES', 'restoration_zone_rules.csv', ('type', 'resilience', 'code', 'name_en', 'strategy'))
        rules = read_rules([dict(zip(table.columns, row)) for row in zip(*table.columns.values())], table.name)
        values, grid = job.raster('RESILIENCE')
        cells = job.classes('MATCH_RASTER')
        units = job.units('UNITS', grid)
        if cells is None:
            found = self._by_unit(job, units, values, grid, rules)
        else:
            found = self._by_cell(job, units, cells, values, grid, rules)
        assigned, threshold, purity, geometries, areas_ha, columns = found
        mixed = purity < job.number('MIXED')
        own = {**_zone_columns(assigned), 'purity': purity,
               'mixed': [bool(flag) if np.isfinite(part) else None for flag, part in zip(mixed, purity)],
               'area_ha': areas_ha}
        kept = units.columns({*columns, *own}) if units is not None else {}
        crs = units.crs if units is not None else grid.crs_wkt
        job.write_vector('ZONES', {**kept, **columns, **own}, geometries, 'polygon', crs, 'zones')
        areas = zone_areas(assigned, areas_ha, rules)
        _write_areas(job, geometries, crs, assigned, areas)
        absent = absent_rules(assigned, rules)
        if absent:
            job.say(tr('Zones that do not occur: {zones}.', zones=', '.join(rule.code for rule in absent)))
        if mixed.any():
            job.warn(tr('{count} units are mixed: under {share} percent of their cells are of their own kind (field '
                        'purity).', count=int(mixed.sum()), share=f'{100 * job.number("MIXED"):g}'))
        job.set_number('COUNT', len(areas))
        job.set_number('RESILIENCE_THRESHOLD', threshold)
        job.set_number('MIXED_UNITS', int(mixed.sum()))

    def _by_unit(self, job, units, values, grid, rules):
        """Zones from the type of each unit and its mean resilience."""
        match = job.field('MATCH_FIELD') or 'match_type'
        types = read_types(units.features.column(match), units.codes, units.features.name)
        job.progress(0.3, 'Resilience of {count} units', count=len(units))
        means, notes = _resilience(job, units, values, grid)
        levels = resilience_levels(means, job.choice('METHOD'), job.number('THRESHOLD'))
        purity = np.full(len(units), np.nan)
        if values is not None:
            high = np.where(np.isnan(values), np.nan, values >= levels.threshold)
            purity = own_level_share(zonal_mean(high, units.cells, len(units)), levels)
        if job.given('ZONE_RASTER'):
            cells_with_zones(job, *unit_type_cells(units, types), values, grid, levels.threshold, rules)
        _tell(job, levels)
        return (assign_zones(types, levels.names, rules), levels.threshold, purity, units.geometries, units.areas_ha,
                {'match_type': types, 'resilience_mean': means, 'resilience_level': levels.names,
                 'resilience_note': notes})

    def _by_cell(self, job, units, cells, values, grid, rules):
        """Zones of cells, and the commonest of each unit; without units the zones themselves."""
        known = cells.valid & np.isfinite(values)
        check_not_empty(tr('Matching types and resilience'), known)
        threshold = resilience_levels(values[known], job.choice('METHOD'), job.number('THRESHOLD')).threshold
        job.progress(0.3, 'Zones of {count} cells', count=int(known.sum()))
        numbers = cells_with_zones(job, cells.codes, cells.valid, values, grid, threshold, rules)
        if units is None:
            assigned, geometries = zone_polygons(numbers, grid, rules)
            return assigned, threshold, np.ones(len(assigned)), geometries, areas_ha_of(geometries), {}
        means, levels, assigned, purity = zones_of_units(units, numbers, values, threshold, rules)
        _tell(job, levels)
        return (assigned, threshold, purity, units.geometries, units.areas_ha,
                {'match_type': [rule.match_type for rule in assigned], 'resilience_mean': means,
                 'resilience_level': [rule.level for rule in assigned]})


def _zone_columns(rules):
    """The fields that describe a zone, a row per rule."""
    return {'zone_code': [rule.code for rule in rules], 'zone_name': [rule.name for rule in rules],
            'zone_name_zh': [rule.name_zh for rule in rules], 'strategy': [rule.strategy for rule in rules],
            'strategy_zh': [rule.strategy_zh for rule in rules], 'color': [rule.color for rule in rules],
            'priority': [rule.priority for rule in rules]}


def _resilience(job, units, values, grid):
    """Resilience and a note per unit."""
    notes = [''] * len(units)
    if values is None:
        means = units.features.numbers(job.field('RESILIENCE_FIELD'))
        gaps = np.flatnonzero(np.isnan(means))
        if gaps.size:
            raise EmptyInputError('{layer}: the resilience of {count} units is missing in the field {field}; the '
                                  'first is unit {unit}. Fill it in, or give a raster.', layer=units.features.name,
                                  count=gaps.size, field=job.field('RESILIENCE_FIELD'), unit=units.codes[gaps[0]])
        return means, notes
    means = zonal_mean(values, units.cells, len(units))
    gaps = np.flatnonzero(np.isnan(means))
    if gaps.size:
        points = [units.geometries[i].pointOnSurface().asPoint() for i in gaps]
        nearest = nearest_known(values, grid, [point.x() for point in points], [point.y() for point in points])
        means[gaps] = nearest.values
        for i, metres in zip(gaps, nearest.distance):
            notes[i] = f'nearest cell, {metres:.0f} m'
        job.warn(tr('{count} units have no cell with a known resilience and take that of the nearest one: {units}.',
                    count=gaps.size, units=', '.join(units.codes[i] for i in gaps[:10])))
    return means, notes


def _write_areas(job, geometries, crs, assigned, areas):
    rules = [rule for rule, _, _, _ in areas]
    columns = {**_zone_columns(rules), 'units': [count for _, count, _, _ in areas],
               'area_ha': [area for _, _, area, _ in areas], 'share': [share for _, _, _, share in areas]}
    job.write_table('ZONE_AREAS', columns)
    if job.given('DISSOLVED'):
        merged = [QgsGeometry.unaryUnion([geometry for geometry, rule in zip(geometries, assigned)
                                          if rule.code == zone.code]) for zone in rules]
        job.write_vector('DISSOLVED', columns, merged, 'polygon', crs, 'zones')


def _tell(job, levels):
    job.say(tr('Resilience is high from {threshold} on: {high} of {units} units.',
               threshold=f'{levels.threshold:.4g}', high=int(levels.high.sum()), units=len(levels.high)))
