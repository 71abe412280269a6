"""Restoration zones per cell: what the tool does with a raster of matching types."""

import numpy as np
from qgis.core import QgsGeometry

from ...ecorestore_plugin.core.errors import EmptyInputError
from ...ecorestore_plugin.core.precision import compact
from ...ecorestore_plugin.core.zonal import majority_of
from ...ecorestore_plugin.core.zonal_tally import ClassTally, SumTally
from ...ecorestore_plugin.core.zoning.cells import zone_numbers
from ...ecorestore_plugin.core.zoning.levels import Levels, level_limits
from ...ecorestore_plugin.qgis_io.areas import areas_ha
from ...ecorestore_plugin.qgis_io.row_blocks import row_blocks, spans
from ...ecorestore_plugin.qgis_io.vector import polygonize
from ..base import mark
from .zone_division import FoundZones, empty_numbers, tell_levels, write_zone_raster


def zones_by_cell(job, units, rows, types, resilience, division):
    """FoundZones of units by the commonest zone of their cells; without units the zones themselves.

    Parameters
    ----------
    units : Units and rows : UnitRows, or None; types, resilience : RowSources; division : Division
    """
    sources, grid = {'types': types, 'resilience': resilience}, types.grid
    limits = _limits(job, sources, division)
    numbers, means = empty_numbers(job, grid, division), SumTally(len(units) if units is not None else 0)
    for block in row_blocks(job, sources, 0.3, 0.6, mark('Zones of {count} cells')):
        kinds, values = block['types'], block['resilience']
        numbers[block.start:block.stop] = zone_numbers(kinds.codes, kinds.valid, values, limits, division.rules,
                                                       division.fallback)
        if units is not None:
            means.add(values, rows.read(block.start, block.stop))
    numbers = write_zone_raster(job, numbers, grid, division)
    threshold = float(limits[-1]) if limits.size else np.nan
    order = list(division.rules.values())
    if units is None:
        shapes = polygonize(numbers, grid)
        assigned = [order[number - 1] for number in shapes]
        geometries = [QgsGeometry(shape) for shape in shapes.values()]
        return FoundZones(assigned, threshold, np.ones(len(assigned)), geometries, areas_ha(geometries), {})
    main = _main_zones(units, rows, numbers, grid)
    assigned = [order[number - 1] for number in main.code]
    levels = [rule.level for rule in assigned]
    tell_levels(job, Levels(np.array([division.words.index(level) for level in levels]), limits, division.words))
    return FoundZones(assigned, threshold, main.share, units.geometries, units.areas_ha,
                      {'match_type': [rule.match_type for rule in assigned], 'resilience_mean': means.means,
                       'resilience_level': levels})


def _limits(job, sources, division):
    """Where the levels of all cells that know type and resilience begin."""
    known, some = [], False
    for block in row_blocks(job, sources, 0.0, 0.3, mark('Resilience of {count} cells')):
        here = block['types'].valid & np.isfinite(block['resilience'])
        some = some or bool(here.any())
        if division.method not in ('value', 'limits', 'classes'):
            known.append(compact(block['resilience'][here]))
    if not some:
        raise EmptyInputError('No cell has both a matching type and a resilience. Check that the layers cover the same '
                              'area.')
    return level_limits(np.concatenate(known) if known else np.zeros(0), division.method, division.threshold,
                        division.words, division.limits)


def _main_zones(units, rows, numbers, grid):
    """The commonest zone of each unit, as Majority."""
    tally = ClassTally(len(units))
    for start, stop in spans(grid):
        part = numbers[start:stop]
        tally.add(part, rows.read(start, stop), part > 0)
    found = majority_of(*tally.result())
    empty = np.flatnonzero(found.cells == 0)
    if empty.size:
        raise EmptyInputError('{layer}: {count} units have no cell with a zone; the first is unit {unit}. Leave them '
                              'out, or extend the rasters.', layer=units.features.name, count=empty.size,
                              unit=units.codes[empty[0]])
    return found
