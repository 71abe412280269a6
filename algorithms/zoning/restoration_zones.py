"""Restoration zones with strategies from matching types and resilience."""

import numpy as np
from qgis.core import QgsGeometry

from ...ecorestore_plugin.core.zoning.levels import LEVEL_METHODS
from ...ecorestore_plugin.core.zoning.zones import MIXED, absent_rules, zone_areas, zone_columns
from ...ecorestore_plugin.qgis_io.row_blocks import UnitRows, rows_of
from ..base import Tool, mark, tr
from ..parameters import (
    choice,
    field,
    flag,
    number,
    number_output,
    raster,
    raster_output,
    table,
    table_output,
    text,
    vector,
    vector_output,
)
from .cell_zones import zones_by_cell
from .unit_zones import zones_by_unit
from .zone_division import Division


class RestorationZones(Tool):
    tool_id = 'restorationzones'
    stage = 'zoning'
    label = mark('Restoration zones')
    summary = mark('Matching type x resilience level gives every unit its restoration zone and strategy.')
    help = mark('''Overlays the matching type of supply and demand (I to IV) with the level of resilience of every \
unit. An editable table of rules turns each combination into a zone with code, name, strategy and colour. The \
shipped table has the levels high and low; it holds the six zones of the Beijing-Tianjin-Hebei study with their \
strategies, and proposals for the two combinations that do not occur there (I-2 and IV-2).

A table of your own may tell any number of levels apart, with a row for each of the four types at each level: high \
and low, very low to very high, the numbers 1 (lowest) to n, or words of your own with their order in the column \
level_rank. A row may name a fallback_code: with fallback zones on, units of that combination join that zone.

Resilience of a unit is the mean of the raster over its cells, or a field. It is high where it is at least the mean of \
all units (z-score of 0 or more), at least their median, in the upper of two natural classes, or at least a given \
value. For any number of levels, jenks takes as many natural classes, quantile levels with equally many units, limits \
those you give, and classes takes the values themselves as levels, 1 the lowest, as Classify writes them: a unit is of \
the level most of its cells have. A unit without a known cell takes the value of the nearest one, which \
resilience_note says.

With a raster of matching types (1 to 4, as supply-demand matching writes it per cell) every cell gets a zone from \
its type and its own resilience, with levels from all cells. Patches under the least area join the neighbour with the \
longest common border, and a unit takes the zone most of its cells have. Without units the zones themselves are the \
result. The zone raster numbers the rules from 1 in the order of the table. Rasters are read in blocks of rows; the \
zones of all cells are in memory at once.

purity is the share of the unit's cells whose own resilience is of the unit's level (with a raster of types: the share \
of its cells in its zone); under 60 percent, or what you choose, the unit is mixed. Combinations that do not occur are \
listed in the log. Every unit receives a zone. Areas are planar, in hectares.

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
            'or a given value. For any number of levels: natural classes (jenks), quantile, given limits, or classes, '
            'where the values are the levels.'), LEVEL_METHODS, 'mean')
        yield number('THRESHOLD', tr('Threshold'), tr('For value: resilience from which on a unit is high.'),
                     optional=True)
        yield text('LIMITS', tr('Limits of the levels'), tr(
            'For limits: ascending values from which on the next level begins, one less than levels, separated by '
            'commas.'), optional=True, advanced=True)
        yield table('RULES', tr('Zone rules'), tr(
            'Table with type (I to IV), resilience (high, low or more levels), code, name_en, name_zh, strategy, '
            'strategy_zh, color (#rrggbb), priority and fallback_code; every type at every level, unique codes. Empty: '
            'the shipped table.'), optional=True)
        yield flag('FALLBACK', tr('Use the fallback zones'), tr(
            'Units whose rule names a fallback_code join that zone. In the shipped table I-2 falls back on I-1 and '
            'IV-2 on IV-1, which leaves the six zones of the study.'), advanced=True)
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
        if values.choice('METHOD') == 'limits' and not values.list('LIMITS'):
            return tr('The method limits needs the limits of the levels.')
        return ''

    def compute(self, job):
        division = Division.of(job)
        resilience, types = rows_of(job, 'RESILIENCE'), rows_of(job, 'MATCH_RASTER', classes=True)
        grid = resilience.grid if resilience is not None else None
        units = job.units('UNITS', grid, burn=False)
        rows = UnitRows(units.geometries, grid) if units is not None and grid is not None else None
        found = (zones_by_unit(job, units, rows, resilience, division) if types is None
                 else zones_by_cell(job, units, rows, types, resilience, division))
        mixed = found.purity < job.number('MIXED')
        own = {**zone_columns(found.assigned), 'purity': found.purity,
               'mixed': [bool(flag) if np.isfinite(part) else None for flag, part in zip(mixed, found.purity)],
               'area_ha': found.areas_ha}
        kept = units.columns({*found.columns, *own}) if units is not None else {}
        crs = units.crs if units is not None else grid.crs_wkt
        job.write_vector('ZONES', {**kept, **found.columns, **own}, found.geometries, 'polygon', crs, 'zones')
        areas = zone_areas(found.assigned, found.areas_ha, division.rules)
        _write_areas(job, found.geometries, crs, found.assigned, areas)
        absent = absent_rules(found.assigned, division.rules)
        if absent:
            job.say(tr('Zones that do not occur: {zones}.', zones=', '.join(rule.code for rule in absent)))
        if mixed.any():
            job.warn(tr('{count} units are mixed: under {share} percent of their cells are of their own kind (field '
                        'purity).', count=int(mixed.sum()), share=f'{100 * job.number("MIXED"):g}'))
        job.set_number('COUNT', len(areas))
        job.set_number('RESILIENCE_THRESHOLD', found.threshold)
        job.set_number('MIXED_UNITS', int(mixed.sum()))


def _write_areas(job, geometries, crs, assigned, areas):
    rules = [rule for rule, _, _, _ in areas]
    columns = {**zone_columns(rules), 'units': [count for _, count, _, _ in areas],
               'area_ha': [area for _, _, area, _ in areas], 'share': [share for _, _, _, share in areas]}
    job.write_table('ZONE_AREAS', columns)
    if job.given('DISSOLVED'):
        merged = [QgsGeometry.unaryUnion([geometry for geometry, rule in zip(geometries, assigned)
                                          if rule.code == zone.code]) for zone in rules]
        job.write_vector('DISSOLVED', columns, merged, 'polygon', crs, 'zones')
