"""Current flow between ecological sources by circuit theory."""

from contextlib import ExitStack

import numpy as np

from ...ecorestore_plugin.core.circuit.focal import MODES, focal_current
from ...ecorestore_plugin.core.circuit.pair import CHUNKS
from ...ecorestore_plugin.core.circuit.pairwise import pairwise_current
from ...ecorestore_plugin.core.circuit.solver import predicted_work
from ...ecorestore_plugin.qgis_io.circuit_inputs import read_circuit, read_focal, read_wanted
from ...ecorestore_plugin.qgis_io.circuit_outputs import (
    RunMaps,
    as_map,
    matrix_columns,
    pair_columns,
    report_page,
    report_solution,
    source_columns,
)
from ...ecorestore_plugin.qgis_io.input_folder import whole_folder
from ..base import Tool, mark, tr
from ..circuit_parameters import (
    connections,
    map_options,
    page,
    pair_options,
    raster_options,
    run_folder,
    run_maps,
    strengths,
)
from ..network_parameters import source_id
from ..parameters import choice, flag, number_output, raster, raster_output, table_output, vector


class CurrentFlow(Tool):
    tool_id = 'currentflow'
    stage = 'circuit'
    label = mark('Current flow')
    summary = mark('Current between ecological sources by circuit theory: how much movement passes through each cell.')
    help = mark('''Treats the resistance surface as an electrical circuit. Every cell is a node, neighbouring cells \
are joined by resistors, and current between sources spreads over all ways at once, more where resistance is low. \
High current marks cells that many random walkers between the sources would pass. Use it to see where movement is \
spread or concentrated over a whole region; for bottlenecks inside known corridors use Pinch points.

Modes. pairwise: for every pair of sources 1 A enters at one and leaves at the other. one-to-all: the strength of each \
source in turn enters there and leaves at all other sources, which are ground; faster to read where sources are many. \
all-to-one: the strengths of all other sources enter and leave at one source in turn; shows what flows towards each. \
Cumulative current of a cell = sum over these runs of the current through it, in ampere; current through a cell = 1/2 \
(sum of the currents to its neighbours + what enters or leaves there), so a source shows the full ampere of each of \
its pairs. Effective resistance = voltage between the ends at 1 A: it falls with every additional way.

Resistor between neighbours: average resistance (R1 + R2) / 2 x d, or average conductance 2 d / (G1 + G2), with d = 1 \
and sqrt 2 on diagonals; where cells are not square, d is measured in the square root of the cell area. \
effective_resistance is in these cell units, effective_resistance_m = that x cell size in metres, which compares with \
least-cost distances.

A source of several cells is one node in all pairs, also where it is neither end. Circuitscape joins the cells of a \
polygon only in the pairs it belongs to; the option Join active sources only does the same, at the price of a solve \
per pair. For point sources both are the same. Otherwise all pairs follow from one potential per source by \
superposition, so 30 sources cost 29 solves, not 435.

Sources that nodata separates carry no current; the tables give them -1, log and report count them. In all-to-one the \
table gives 0 for a source that current reaches.

Source: McRae et al. 2008, Ecology, doi:10.1890/07-1861.1; McRae and Beier 2007, PNAS, doi:10.1073/pnas.0706568104; \
Anantharaman et al. 2020, Circuitscape in Julia, doi:10.21105/jcon.00058''')
    keywords = mark('circuit theory, Circuitscape, current density, effective resistance, resistance distance, '
                    'pairwise, connectivity')

    def declare(self):
        yield raster('RESISTANCE', tr('Resistance'), tr(
            'Resistance to movement, above 0 everywhere, no unit; or conductance, see below. Nodata cells carry no '
            'current.'))
        yield vector('SOURCES', tr('Ecological sources'), tr(
            'At least two sources, polygons or points. A polygon covers the cells whose centre lies inside it; one '
            'smaller than a cell keeps the cells it touches. Or give a raster of sources.'), optional=True)
        yield source_id()
        yield choice('MODE', tr('Mode'), tr(
            'pairwise: current between every pair of sources, added up; one-to-all: each source in turn against all '
            'others as ground; all-to-one: all others against each source in turn.'), ('pairwise', *MODES), 'pairwise')
        yield raster('SOURCE_RASTER', tr('Sources as raster'), tr(
            'Instead of the layer: cells of the same positive whole number are one source; 0 and nodata are none.'),
            optional=True, advanced=True)
        yield from connections()
        yield from raster_options()
        yield from pair_options()
        yield from strengths()
        yield flag('ACTIVE_ONLY', tr('Join active sources only'), tr(
            'As in Circuitscape: only the sources of a run are one node each, all others are plain cells. Slower, and '
            'different only for sources of several cells.'), advanced=True)
        yield flag('ZERO_FOCAL', tr('No current on sources'), tr(
            'Counts the current of a run as 0 on its own sources, so that what lies between them stands out.'),
            advanced=True)
        yield from map_options()
        yield run_folder()
        yield from run_maps(tr('Receives the maps of every pair as current_FROM_TO.tif and voltage_FROM_TO.tif, or of '
                               'every source.'))
        yield raster_output('CURRENT', tr('Cumulative current'), tr('Sum over all runs of the current, ampere.'))
        yield raster_output('MAXIMUM', tr('Maximum current'), tr(
            'Largest current of a single run, ampere; 1 in pairwise mode where all the current of a pair must pass.'),
            optional=True)
        yield table_output('RESISTANCES', tr('Effective resistances'), tr(
            'One row per pair: from_id, to_id, effective_resistance (cell units), effective_resistance_m (x cell size '
            'in metres); -1 for pairs that nodata separates. Other modes: a row per source with source_id and '
            'partners.'), optional=True)
        yield table_output('RESISTANCE_MATRIX', tr('Matrix of effective resistances'), tr(
            'A row and a column r_ID per source, cell units, in pairwise mode.'), optional=True)
        yield page()
        yield number_output('PAIR_COUNT', tr('Number of pairs that carry current'))

    def check(self, values):
        if values.given('SOURCES') == values.given('SOURCE_RASTER'):
            return tr('Give the sources either as layer or as raster.')
        if values.choice('MODE') != 'pairwise' and values.given('RESISTANCE_MATRIX'):
            return tr('A matrix of effective resistances exists in pairwise mode only.')
        if values.choice('MODE') == 'pairwise' and (values.given('STRENGTHS') or values.field('STRENGTH')):
            return tr('Strengths count in the modes one-to-all and all-to-one; in pairwise mode every pair has 1 A.')
        low, high = values.number('MIN_DISTANCE'), values.number('MAX_DISTANCE')
        if low is not None and high is not None and low > high:
            return tr('The smallest distance is larger than the largest.')
        return ''

    def compute(self, job):
        circuit = read_circuit(job)
        focal = read_focal(job, circuit)
        wanted = read_wanted(job, focal, circuit.grid)
        pairwise = job.choice('MODE') == 'pairwise'
        seconds, memory = predicted_work(circuit.nodes, circuit.nodes * circuit.options['neighbours'] // 2,
                                         len(focal.ids))
        options = {**circuit.options, 'maximum': job.given('MAXIMUM'), 'exact_regions': job.flag('ACTIVE_ONLY'),
                   'zero_focal': job.flag('ZERO_FOCAL'), 'folder': job.file('RUN_FOLDER') or None,
                   'engine': job.engine(CHUNKS if job.flag('ACTIVE_ONLY') else 1, seconds, memory, compiled=True),
                   'progress': job.progress, 'cancelled': job.cancelled}

        def shown(array):
            return as_map(array, job.flag('LOG'), job.flag('ZERO_OUTSIDE'))
        with ExitStack() as stack:
            maps = self._maps(job, stack, circuit, focal, wanted, pairwise, shown)
            if pairwise:
                pairs = None if wanted is None else [(focal.ids[i], focal.ids[j]) for i, j in np.argwhere(
                    np.triu(wanted | wanted.T))]
                found = pairwise_current(circuit.conductance, focal.cells, pairs=pairs,
                                         sink=maps and maps.take_pair, **options)
            else:
                found = focal_current(circuit.conductance, focal.cells, job.choice('MODE'), focal.strengths, wanted,
                                      sink=maps and maps.take_source, **options)
        report_solution(job, circuit, found)
        job.write_raster('CURRENT', shown(found.current), circuit.grid, unit='A',
                         description=tr('Cumulative current'), style='current')
        if found.maximum is not None:
            job.write_raster('MAXIMUM', shown(found.maximum), circuit.grid, unit='A',
                             description=tr('Maximum current'), style='current')
        columns = (pair_columns if pairwise else source_columns)(found, circuit.grid, wanted)
        job.write_table('RESISTANCES', columns)
        if job.given('RESISTANCE_MATRIX'):
            job.write_table('RESISTANCE_MATRIX', matrix_columns(found))
        (_report_pairs if pairwise else _report_sources)(job, circuit, found, columns)

    @staticmethod
    def _maps(job, stack, circuit, focal, wanted, pairwise, shown):
        """A writer of single maps, or None where they are not wanted."""
        if not job.given('RUN_MAP_FOLDER'):
            return None
        folder = stack.enter_context(whole_folder(job.output_folder('RUN_MAP_FOLDER')))
        maps = RunMaps(folder, circuit.grid, focal.ids, job.choice('RUN_MAPS'), shown)
        count = len(focal.ids)
        if pairwise:
            count = count * (count - 1) // 2 if wanted is None else int(np.triu(wanted | wanted.T).sum())
        maps.check_space(count)
        return maps


def _report_pairs(job, circuit, found, columns):
    apart = [(one, other) for one, other, value in zip(
        columns['from_id'], columns['to_id'], columns['effective_resistance']) if value < 0]
    if apart:
        names = [f'{one}-{other}' for one, other in apart[:10]]
        job.warn(tr('Nodata separates {count} of {total} pairs of sources, which carry no current: {pairs}.',
                    count=len(apart), total=len(columns['from_id']),
                    pairs=', '.join(names) + (' …' if len(apart) > 10 else '')))
    job.say(tr('{pairs} pairs of {sources} sources carry current.', pairs=found.pairs, sources=len(found.ids)))
    job.set_number('PAIR_COUNT', found.pairs)
    _page(job, circuit, found, [(tr('Sources'), len(found.ids)), (tr('Pairs run'), len(columns['from_id'])),
                                (tr('Pairs that carry current'), found.pairs),
                                (tr('Pairs that nodata separates'), found.apart)], found,
          {'from_id': [one for one, _ in apart], 'to_id': [other for _, other in apart]})


def _report_sources(job, circuit, found, columns):
    alone = [str(key) for key, value in zip(found.ids, found.resistance) if value < 0]
    if alone:
        job.warn(tr('{count} of {total} sources have no partner they are connected with and carry no current: '
                    '{sources}.', count=len(alone), total=len(found.ids),
                    sources=', '.join(alone[:10]) + (' …' if len(alone) > 10 else '')))
    job.say(tr('{runs} of {sources} sources carry current.', runs=found.runs, sources=len(found.ids)))
    job.set_number('PAIR_COUNT', found.runs)
    _page(job, circuit, found, [(tr('Sources'), len(found.ids)), (tr('Sources that carry current'), found.runs),
                                (tr('Sources without partner'), len(alone))])


def _page(job, circuit, found, facts, matrix=None, apart=None):
    current = found.current[np.isfinite(found.current)]
    facts = [*facts, (tr('Cells that conduct'), circuit.nodes), (tr('Largest current (A)'), float(current.max())),
             (tr('Mean current (A)'), float(current.mean()))]
    job.write_text('REPORT', report_page(tr('Current flow'), circuit.notes, facts, matrix, apart))
