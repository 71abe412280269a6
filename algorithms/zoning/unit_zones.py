"""Restoration zones per unit: what the tool does with a matching type per unit."""

import numpy as np

from ...ecorestore_plugin.core.errors import EmptyInputError
from ...ecorestore_plugin.core.zonal import majority_of
from ...ecorestore_plugin.core.zonal_tally import ClassTally, SumTally
from ...ecorestore_plugin.core.zoning.cells import zone_numbers
from ...ecorestore_plugin.core.zoning.levels import level_numbers, resilience_levels
from ...ecorestore_plugin.core.zoning.zones import TYPES, NearestTally, assign_zones, read_types
from ...ecorestore_plugin.qgis_io.row_blocks import row_blocks
from ..base import mark, tr
from .zone_division import FoundZones, empty_numbers, tell_levels, write_zone_raster


def zones_by_unit(job, units, rows, source, division):
    """FoundZones of units from their types and their resilience, a field or the mean of a raster over their cells.

    Parameters
    ----------
    units : Units; rows : UnitRows, and source : RowSource of the resilience, None for the field; division : Division
    """
    match = job.field('MATCH_FIELD') or 'match_type'
    types = read_types(units.features.column(match), units.codes, units.features.name)
    notes, purity = [''] * len(units), np.full(len(units), np.nan)
    means, values = (_field(job, units),) * 2 if source is None else _raster(job, units, rows, source, division, notes)
    levels = resilience_levels(values, division.method, division.threshold, division.words, division.limits)
    if source is not None:
        purity = _purity(job, units, rows, source, types, levels, division)
    tell_levels(job, levels)
    return FoundZones(assign_zones(types, levels.names, division.rules, division.fallback), levels.threshold, purity,
                      units.geometries, units.areas_ha,
                      {'match_type': types, 'resilience_mean': means, 'resilience_level': levels.names,
                       'resilience_note': notes})


def _field(job, units):
    name = job.field('RESILIENCE_FIELD')
    values = units.features.numbers(name)
    gaps = np.flatnonzero(np.isnan(values))
    if gaps.size:
        raise EmptyInputError('{layer}: the resilience of {count} units is missing in the field {field}; the '
                              'first is unit {unit}. Fill it in, or give a raster.', layer=units.features.name,
                              count=gaps.size, field=name, unit=units.codes[gaps[0]])
    return values


def _raster(job, units, rows, source, division, notes):
    """Mean per unit, and what its level goes by: the mean, or its commonest class. ``notes`` say what is nearest."""
    tally, classes, count = SumTally(len(units)), ClassTally(len(units)), len(division.words)
    for block in row_blocks(job, {'resilience': source}, 0.0, 0.3, mark('Resilience of {count} cells')):
        cells = rows.read(block.start, block.stop)
        tally.add(block['resilience'], cells)
        if division.method == 'classes':
            numbers = level_numbers(block['resilience'], (), count)
            classes.add(numbers, cells, numbers >= 0)
    means = tally.means
    gaps = np.flatnonzero(np.isnan(means))
    if gaps.size:
        means[gaps] = _nearest(job, units, source, gaps, notes)
    if division.method != 'classes':
        return means, means
    main = majority_of(*classes.result())
    return means, np.where(main.cells > 0, main.code + 1, means)


def _nearest(job, units, source, gaps, notes):
    """Resilience of the cells nearest to units without a known one."""
    points = [units.geometries[i].pointOnSurface().asPoint() for i in gaps]
    tally = NearestTally([point.x() for point in points], [point.y() for point in points])
    for block in row_blocks(job, {'resilience': source}, 0.3, 0.4):
        tally.add(block['resilience'], block.grid)
    nearest = tally.result()
    for i, metres in zip(gaps, nearest.distance):
        notes[i] = f'nearest cell, {metres:.0f} m'
    job.warn(tr('{count} units have no cell with a known resilience and take that of the nearest one: {units}.',
                count=gaps.size, units=', '.join(units.codes[i] for i in gaps[:10])))
    return nearest.values


def _purity(job, units, rows, source, types, levels, division):
    """Share of each unit's cells that are of its own level; writes the zones of the cells where they are wanted."""
    own, tally = np.append(-2, levels.numbers), SumTally(len(units))
    number = np.array([0] + [TYPES.index(kind) + 1 for kind in types])
    numbers = empty_numbers(job, source.grid, division) if job.given('ZONE_RASTER') else None
    for block in row_blocks(job, {'resilience': source}, 0.4, 0.8):
        cells, values = rows.read(block.start, block.stop), block['resilience']
        level = level_numbers(values, levels.limits, len(levels.words))
        tally.add(np.where(level < 0, np.nan, level == own[cells]), cells)
        if numbers is not None:
            kinds = number[cells]
            numbers[block.start:block.stop] = zone_numbers(kinds, kinds > 0, values, levels.limits, division.rules,
                                                           division.fallback)
    if numbers is not None:
        write_zone_raster(job, numbers, source.grid, division)
    return tally.means
