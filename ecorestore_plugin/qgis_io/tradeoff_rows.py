"""Rasters of services for their trade-offs, read in blocks of rows: drawn cells, means of units, strength of cells."""

from __future__ import annotations

import numpy as np

from ..core.errors import DuplicateCodeError, EmptyInputError, ParameterError
from ..core.matching.tradeoffs import overall_strength
from ..core.objective import drawn_positions
from ..core.zonal_tally import SumTally
from ..i18n import tr
from .row_blocks import UnitRows, layers_of, row_blocks


class ServiceLayers:
    """The rasters of the services; ``names`` of the services, ``grid`` of the rasters."""

    def __init__(self, job):
        found, self._sources = layers_of(job, 'RASTERS')
        self.names = job.list('NAMES') or found
        if len(self.names) != len(found):
            raise ParameterError('There are {names} names for {rasters} rasters; give one per raster, in their order.',
                                 names=len(self.names), rasters=len(found))
        if len(set(self.names)) < len(self.names):
            raise DuplicateCodeError('The service names {names} are not all different; name the services apart.',
                                     names=', '.join(self.names))
        self.grid = self._sources[0].grid

    def drawn(self, job):
        """(n, services) amounts of cells that know all services, drawn without replacement."""
        counts = [int(known.sum()) for _, _, known in self._blocks(job, 0.0, 0.2)]
        if not sum(counts):
            raise EmptyInputError('{name} holds no data: all {count} values are nodata. Choose another layer or check '
                                  'its nodata value.', name='the overlap of all rasters',
                                  count=self.grid.rows * self.grid.columns)
        places = drawn_positions(sum(counts), job.integer('SAMPLE'), job.integer('SEED'))
        job.say(tr('{count} cells drawn.', count=places.size))
        table, before = [], 0
        for (_, layers, known), count in zip(self._blocks(job, 0.2, 0.4), counts):
            here = places[np.searchsorted(places, before):np.searchsorted(places, before + count)] - before
            table.append(np.column_stack([layer[known][here] for layer in layers]))
            before += count
        return np.concatenate(table)

    def means(self, job, units):
        """(units, services) means of the cells of every unit."""
        rows = UnitRows(units.geometries, self.grid)
        tallies = [SumTally(len(units)) for _ in self.names]
        for block in row_blocks(job, {'layers': self._sources}, 0.0, 0.4):
            cells = rows.read(block.start, block.stop)
            for tally, layer in zip(tallies, block['layers']):
                tally.add(layer, cells)
        return np.column_stack([tally.means for tally in tallies])

    def write_strength(self, job):
        """Trade-off strength of every cell that knows all services, scaled over all of them."""
        low, high = np.full(len(self.names), np.inf), np.full(len(self.names), -np.inf)
        for _, layers, known in self._blocks(job, 0.5, 0.7):
            if known.any():
                low = np.minimum(low, [layer[known].min() for layer in layers])
                high = np.maximum(high, [layer[known].max() for layer in layers])
        writer = job.raster_rows('STRENGTH', self.grid, description=tr('Trade-off strength'), style='continuous')
        for start, layers, known in self._blocks(job, 0.7, 1.0):
            strength = np.full(known.shape, np.nan)
            strength[known] = overall_strength(np.column_stack([layer[known] for layer in layers]), low, high)
            writer.write(start, strength)

    def _blocks(self, job, start, end):
        """(first row, layers, cells that know all of them) of every block."""
        for block in row_blocks(job, {'layers': self._sources}, start, end):
            known = np.isfinite(block['layers'][0])
            for layer in block['layers'][1:]:
                known &= np.isfinite(layer)
            yield block.start, block['layers'], known
