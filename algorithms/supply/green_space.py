"""Parts of recreation supply: nearness to water and points of interest, green space that people can reach."""

import math

import numpy as np

from ...ecorestore_plugin.core.checks import stop_if
from ...ecorestore_plugin.core.services.accessibility import catchment_strips, green_balance
from ...ecorestore_plugin.core.services.recreation import Proximity
from ...ecorestore_plugin.qgis_io.raster import rasterize
from ...ecorestore_plugin.qgis_io.row_blocks import row_blocks, rows_of
from ...ecorestore_plugin.qgis_io.row_passes import whole_raster
from ..base import mark, tr


def nearness_of(job, cover, lookup):
    """[(Proximity, share)] of water and of points of interest, as far as they count."""
    grid, near = cover.grid, []
    if job.number('WATER_SHARE') > 0:
        water = np.zeros(grid.shape, bool)
        for block in row_blocks(job, {'cover': cover}, 0.0, 0.1, mark('Looking for water in {count} cells')):
            water[block.start:block.stop] = lookup.values(block['cover'].codes, block['cover'].valid)[2] == 1
        near.append((Proximity(water, grid.cell_width, grid.cell_height, job.number('WATER_DISTANCE')),
                     job.number('WATER_SHARE')))
    points = job.features('POINTS', ('point', 'line', 'polygon'), grid)
    if points is not None:
        cells, _ = rasterize(points.geometries, np.ones(len(points), int), grid, all_touched=True)
        near.append((Proximity(cells > 0, grid.cell_width, grid.cell_height, job.number('POINTS_DISTANCE')),
                     job.number('POINTS_SHARE')))
    return near


def write_within_reach(job, green, service):
    """Writes m2 per cell that its people can reach, access and balance; how many people lack green space."""
    source = rows_of(job, 'POPULATION', 0)
    grid = source.grid
    _check_reach(job, job.number('REACH'), grid)
    population = whole_raster(job, source, mark('Green space within reach of {count} cells'), 0.5, 0.6)
    writers = {name: job.raster_rows(name, grid, unit, job.label(name), style) for name, unit, style in (
        ('ACCESS', 'm2/person', 'supply'), ('BALANCE', 'm2', 'change'))}
    unused = lacking = 0.0
    for start, found in catchment_strips(green, population, grid.cell_width, grid.cell_height, job.number('REACH'),
                                         job.choice('DECAY'), job.number('EXPONENT')):
        stop_if(job.cancelled)
        stop = start + len(found.per_person)
        people = population[start:stop].astype(float)
        balance = green_balance(found.per_person, job.number('STANDARD'), people)
        writers['ACCESS'].write(start, found.per_person)
        writers['BALANCE'].write(start, balance)
        service.write(start, found.per_person * people)
        unused, lacking = unused + found.unused, lacking + float(people[balance < 0].sum())
        job.progress(0.6 + 0.4 * stop / grid.rows)
    if unused > 0:
        job.say(tr('{area} m2 of green space lie beyond the reach of everybody.', area=f'{unused:,.0f}'))
    return lacking


def _check_reach(job, reach, grid):
    """Warns of a reach that looks like kilometres, or like the wrong unit."""
    across = math.hypot(grid.rows * grid.cell_height, grid.columns * grid.cell_width)
    if reach > across:
        job.warn(tr('The reach of {reach} m is larger than the whole area ({across} m). It must be in metres.',
                    reach=f'{reach:g}', across=f'{across:.0f}'))
    elif reach < min(grid.cell_width, grid.cell_height):
        job.warn(tr('The reach of {reach} m is smaller than a cell, so that people reach the green space of their own '
                    'cell only. It must be in metres.', reach=f'{reach:g}'))
