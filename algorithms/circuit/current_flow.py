"""Current flow between ecological sources by circuit theory."""

import numpy as np

from ...ecorestore_plugin.core.circuit.graph import cells_by_id, checked_conductance, conductance_from_resistance
from ...ecorestore_plugin.core.circuit.pairwise import UNCONNECTED, pairwise_current
from ...ecorestore_plugin.core.circuit.solver import predicted_work
from ...ecorestore_plugin.qgis_io.sources import read_sources
from ..base import Tool, mark, tr
from ..parameters import choice, field, number_output, raster, raster_output, table_output, vector


class CurrentFlow(Tool):
    tool_id = 'currentflow'
    stage = 'circuit'
    label = mark('Current flow')
    summary = mark('Current between ecological sources by circuit theory: how much movement passes through each cell.')
    help = mark('''Treats the resistance surface as an electrical circuit. Every cell is a node, neighbouring cells \
are joined by resistors, and current between sources spreads over all ways at once, more where resistance is low. \
High current marks cells that many random walkers between the sources would pass. Use it to see where movement is \
spread or concentrated over a whole region; for bottlenecks inside known corridors use Pinch points.

Pairwise mode: for every pair of sources 1 A enters at one and leaves at the other. Cumulative current of a cell = sum \
over the pairs of the current through it, in ampere; current through a cell = 1/2 (sum of the currents to its \
neighbours + what enters or leaves there), so a source shows the full ampere of each of its pairs. Effective \
resistance of a pair = voltage between the two at 1 A: it falls with every additional way.

Resistor between neighbours: average resistance (R1 + R2) / 2 x d, or average conductance 2 d / (G1 + G2), with d = 1 \
and sqrt 2 on diagonals; where cells are not square, d is measured in the square root of the cell area. \
effective_resistance is in these cell units, effective_resistance_m = that x cell size in metres, which compares with \
least-cost distances.

A source of several cells is one node in all pairs, also where it is neither end. Circuitscape joins the cells of a \
polygon only in the pairs it belongs to, so its results differ where sources lie between other sources; for point \
sources they are the same. All pairs follow from one potential per source by superposition, so 30 sources cost 29 \
solves, not 435.

Sources that nodata separates carry no current; the table gives them -1.

Source: McRae et al. 2008, Ecology, doi:10.1890/07-1861.1; McRae and Beier 2007, PNAS, doi:10.1073/pnas.0706568104''')
    keywords = mark('circuit theory, Circuitscape, current density, effective resistance, resistance distance, '
                    'pairwise, connectivity')

    def declare(self):
        yield raster('RESISTANCE', tr('Resistance'), tr(
            'Resistance to movement, above 0 everywhere, no unit; or conductance, see below. Nodata cells carry no '
            'current.'))
        yield vector('SOURCES', tr('Ecological sources'), tr(
            'At least two sources, polygons or points. A polygon covers the cells whose centre lies inside it; one '
            'smaller than a cell keeps the cells it touches.'))
        yield field('SOURCE_ID', tr('Source id'), tr(
            'Field with the id of the source; features with the same id are one source. Empty: features are numbered '
            'in their order.'), 'SOURCES', 'source_id', optional=True)
        yield choice('MODE', tr('Mode'), tr('pairwise: current between every pair of sources, added up.'),
                     ('pairwise',), 'pairwise')
        yield choice('NEIGHBOURS', tr('Neighbours of a cell'), tr(
            '8 joins cells across corners too and is the usual choice; 4 joins cells along edges only.'), ('8', '4'),
            '8', advanced=True)
        yield choice('CONNECTION', tr('Average between cells'), tr(
            'What two neighbouring cells average: resistance, as in Linkage Mapper, so that one cell of high '
            'resistance blocks the way; conductance, the default of Circuitscape, which is softer.'),
            ('resistance', 'conductance'), 'resistance', advanced=True)
        yield choice('INPUT_IS', tr('The raster holds'), tr(
            'resistance, or conductance (the inverse; cells of conductance 0 carry no current).'),
            ('resistance', 'conductance'), 'resistance', advanced=True)
        yield raster_output('CURRENT', tr('Cumulative current'), tr('Sum over all pairs of the current, ampere.'))
        yield raster_output('MAXIMUM', tr('Maximum current'), tr(
            'Largest current of a single pair, ampere: 1 where all the current of a pair must pass.'), optional=True)
        yield table_output('RESISTANCES', tr('Effective resistances'), tr(
            'One row per pair: from_id, to_id, effective_resistance (cell units), effective_resistance_m (x cell size '
            'in metres); -1 for pairs that nodata separates.'), optional=True)
        yield number_output('PAIR_COUNT', tr('Number of pairs that carry current'))

    def compute(self, job):
        values, grid = job.raster('RESISTANCE')
        conductance = (conductance_from_resistance if job.choice('INPUT_IS') == 'resistance'
                       else checked_conductance)(values, job.reference[0])
        sources = read_sources(job, 'SOURCES', 'SOURCE_ID', grid, values)
        cells = cells_by_id(sources.cells, conductance > 0)
        focal = {key: cells.get(number, np.zeros(0, int)) for number, key in enumerate(sources.ids, start=1)}
        neighbours, average = int(job.choice('NEIGHBOURS')), job.choice('CONNECTION')
        job.say(tr('{neighbours} neighbours, average of {average} between cells', neighbours=neighbours,
                   average=average))
        nodes = int((conductance > 0).sum())
        seconds, memory = predicted_work(nodes, nodes * neighbours // 2, len(focal))
        found = pairwise_current(conductance, focal, neighbours, average, (grid.cell_width, grid.cell_height),
                                 maximum=job.given('MAXIMUM'), engine=job.engine(1, seconds, memory, compiled=True),
                                 progress=job.progress, cancelled=job.cancelled)
        job.write_raster('CURRENT', found.current, grid, unit='A', description=tr('Cumulative current'),
                         style='current')
        if found.maximum is not None:
            job.write_raster('MAXIMUM', found.maximum, grid, unit='A', description=tr('Maximum current'),
                             style='current')
        columns = _resistances(found, grid)
        job.write_table('RESISTANCES', columns)
        self._report(job, found, columns)

    @staticmethod
    def _report(job, found, columns):
        apart = [f'{one}-{other}' for one, other, value in zip(
            columns['from_id'], columns['to_id'], columns['effective_resistance']) if value == UNCONNECTED]
        if apart:
            job.warn(tr('Nodata separates {count} of {total} pairs of sources, which carry no current: {pairs}.',
                        count=len(apart), total=len(columns['from_id']),
                        pairs=', '.join(apart[:10]) + (' …' if len(apart) > 10 else '')))
        job.say(tr('{pairs} pairs of {sources} sources carry current.', pairs=found.pairs, sources=len(found.ids)))
        job.set_number('PAIR_COUNT', found.pairs)


def _resistances(found, grid):
    first, second = np.triu_indices(len(found.ids), 1)
    values = found.resistance[first, second]
    metres = np.sqrt(grid.cell_area)
    return {'from_id': [found.ids[index] for index in first], 'to_id': [found.ids[index] for index in second],
            'effective_resistance': values.tolist(),
            'effective_resistance_m': np.where(values >= 0, values * metres, UNCONNECTED).tolist()}
