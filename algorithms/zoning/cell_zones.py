"""Restoration zones per cell: what the tool does with a raster of matching types."""

import numpy as np
from qgis.core import QgsGeometry

from ...ecorestore_plugin.core.errors import EmptyInputError
from ...ecorestore_plugin.core.zonal import zonal_mean
from ...ecorestore_plugin.core.zoning.cells import main_zones, sieve, zone_numbers
from ...ecorestore_plugin.core.zoning.zones import resilience_levels
from ...ecorestore_plugin.qgis_io.vector import polygonize
from ..base import tr

SHIPPED = ['I-1', 'I-2', 'II-1', 'II-2', 'III-1', 'III-2', 'IV-1', 'IV-2']


def cells_with_zones(job, types, valid, values, grid, threshold, rules):
    """(rows, cols) zone numbers, small patches given to their neighbours; writes them where they are asked for."""
    numbers = zone_numbers(types, valid, values, threshold, rules)
    if not (numbers > 0).any():
        raise EmptyInputError('No cell has both a matching type and a resilience. Check that the layers cover the same '
                              'area.')
    least = int(np.ceil(job.number('MIN_PATCH') / grid.cell_area_ha - 1e-9))
    if least > 1:
        found = sieve(numbers, least, (grid.cell_width, grid.cell_height), job.cancelled)
        job.say(tr('{merged} patches under {area} ha joined a neighbour, {left} without one stay.',
                   merged=found.merged, area=f'{job.number("MIN_PATCH"):g}', left=found.left))
        numbers = found.numbers
    shipped = [rule.code for rule in rules.values()] == SHIPPED
    job.write_raster('ZONE_RASTER', numbers, grid, numbers > 0, description=tr('Restoration zones'),
                     style='zones' if shipped else 'classes')
    return numbers


def unit_type_cells(units, types):
    """Matching type 1 to 4 of every cell from that of its unit, and where there is one."""
    number = np.array([0] + [('I', 'II', 'III', 'IV').index(kind) + 1 for kind in types])
    cells = number[units.cells]
    return cells, cells > 0


def zones_of_units(units, numbers, values, threshold, rules):
    """Per unit: mean resilience, Levels, rule and purity by the majority of its cells."""
    found = main_zones(numbers, units.cells, len(units))
    empty = np.flatnonzero(found.numbers == 0)
    if empty.size:
        raise EmptyInputError('{layer}: {count} units have no cell with a zone; the first is unit {unit}. Leave them '
                              'out, or extend the rasters.', layer=units.features.name, count=empty.size,
                              unit=units.codes[empty[0]])
    means = zonal_mean(values, units.cells, len(units))
    order = list(rules.values())
    return means, resilience_levels(means, 'value', threshold), [order[i - 1] for i in found.numbers], found.purity


def zone_polygons(numbers, grid, rules):
    """(rules that occur, a polygon of each) of a zone raster."""
    shapes = polygonize(numbers, grid)
    order = list(rules.values())
    return [order[number - 1] for number in shapes], [QgsGeometry(shape) for shape in shapes.values()]
