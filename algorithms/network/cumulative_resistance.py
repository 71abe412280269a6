"""Minimum cumulative resistance from all sources."""

import numpy as np

from ...ecorestore_plugin.core.engine import check_capacity
from ...ecorestore_plugin.core.network.cost_disk import MEMORY_BYTES, WARM_UP, belongs_on_disk
from ...ecorestore_plugin.core.network.cost_distance import NOT_REACHED, cumulative_resistance
from ...ecorestore_plugin.core.network.source_cells import usable_sources
from ...ecorestore_plugin.qgis_io.cost_files import SECONDS_PER_CELL, cumulative_resistance_by_files, goes_by_files
from ...ecorestore_plugin.qgis_io.sources import read_sources
from ..base import Tool, mark, tr
from ..network_parameters import source_id
from ..parameters import choice, number, raster, raster_output, vector


class CumulativeResistance(Tool):
    tool_id = 'cumulativeresistance'
    stage = 'network'
    label = mark('Cumulative resistance')
    summary = mark('What it costs to reach each cell from the nearest source (MCR, cost distance).')
    help = mark('''Computes the minimum cumulative resistance (MCR): for every cell, the cost of the cheapest way from \
the nearest source over the resistance surface. Low values are within easy reach of the sources; the surface is the \
basis of security levels and shows where species can spread.

Cost of a step = mean resistance of the two cells x distance of their centres in metres; diagonal steps are longer. \
Cumulative cost = smallest sum of steps from any source; 0 inside sources. The unit is resistance x metres. Cells \
without resistance cannot be crossed.

Optional outputs: the allocation (which source is the nearest) and the back link (direction of the next cell on the \
way to it). A cell equally near to several sources belongs to the one that comes first in the order of ids; among \
equally good neighbours the first in reading order is taken, so that results repeat exactly.

Rasters larger than memory are worked tile by tile in temporary files, with the same result.

Source: Knaapen et al. 1992, Landscape and Urban Planning, doi:10.1016/0169-2046(92)90060-D; Adriaensen et al. 2003, \
Landscape and Urban Planning, doi:10.1016/S0169-2046(02)00242-6''')
    keywords = mark('minimum cumulative resistance, MCR, cost distance, cost-weighted distance, allocation, back link')

    def declare(self):
        yield raster('RESISTANCE', tr('Resistance'), tr(
            'Resistance to movement, above 0 everywhere, no unit. Nodata cells cannot be crossed.'))
        yield vector('SOURCES', tr('Ecological sources'), tr(
            'Polygons, lines or points to start from. A polygon covers the cells whose centre lies inside it; one '
            'smaller than a cell keeps the cells it touches.'))
        yield source_id()
        yield number('MAXIMUM', tr('Largest cost'), tr(
            'Cells that cost more (resistance x metres) become nodata. Empty: no limit.'), minimum=0, optional=True)
        yield choice('NEIGHBOURS', tr('Neighbours of a cell'), tr(
            '8 allows diagonal moves and is the usual choice; 4 allows moves along rows and columns only.'),
            ('8', '4'), '8', advanced=True)
        yield choice('STORAGE', tr('Where the rasters are held'), tr(
            'memory: all at once; disk: tile by tile in temporary files (25 bytes per cell), for rasters larger than \
memory; auto: on disk where they would take more than half of the free memory. The results are the same.'),
            ('auto', 'memory', 'disk'), 'auto', advanced=True)
        yield raster_output('COST', tr('Cumulative resistance'), tr(
            'Cost of the cheapest way from the nearest source, resistance x metres; nodata where none leads.'))
        yield raster_output('ALLOCATION', tr('Allocation'), tr(
            'Id of the nearest source; its position in the order of ids where ids are no whole numbers.'),
            optional=True)
        yield raster_output('BACK_LINK', tr('Back link'), tr(
            'Direction of the next cell towards the source: 0 source, 1 east, 2 south-east, 3 south, 4 south-west, '
            '5 west, 6 north-west, 7 north, 8 north-east.'), optional=True)

    def compute(self, job):
        layer = job.raster_layer('RESISTANCE')
        if goes_by_files(layer, job.choice('STORAGE')):
            cumulative_resistance_by_files(job, layer)
        else:
            self.in_memory(job, layer)

    def in_memory(self, job, layer):
        cells = layer.width() * layer.height()
        if belongs_on_disk(cells):  # asked for, or no file
            check_capacity(cells * MEMORY_BYTES, job.label('RESISTANCE'), progress=job.progress)
        with job.engine(1, cells * SECONDS_PER_CELL, compiled=True) as engine:
            engine.start(WARM_UP)
            resistance, grid = job.read(layer, job.label('RESISTANCE'))
            sources = read_sources(job, 'SOURCES', 'SOURCE_ID', grid, resistance)
            usable = usable_sources(resistance, sources.cells, sources.ids)
            found = cumulative_resistance(resistance, usable, grid, job.number('MAXIMUM'),
                                          int(job.choice('NEIGHBOURS')), job.progress, job.cancelled, engine)
        job.write_raster('COST', found.cost, grid, description=tr('Cumulative resistance'), style='mcr')
        ids = sources.raster_ids()
        job.write_raster('ALLOCATION', np.array([0, *ids])[found.allocation], grid, found.allocation > 0,
                         description=tr('Allocation'), style='allocation')
        job.write_raster('BACK_LINK', found.back_link, grid, found.back_link != NOT_REACHED,
                         description=tr('Back link'), style='classes')
