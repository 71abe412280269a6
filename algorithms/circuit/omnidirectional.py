"""Omnidirectional connectivity in a moving window, as Omniscape maps it."""

import numpy as np

from ...ecorestore_plugin.core.circuit.graph import checked_conductance, conductance_from_resistance
from ...ecorestore_plugin.core.circuit.omni import omnidirectional, plan_windows
from ...ecorestore_plugin.core.circuit.omni_classes import LIMITS, flow_classes
from ...ecorestore_plugin.core.circuit.omni_conditions import COMPARISONS
from ...ecorestore_plugin.core.engine import check_capacity
from ...ecorestore_plugin.qgis_io.omnidirectional import read_condition, read_strength, read_window, write_flow
from ..base import Tool, mark, tr
from ..parameters import choice, flag, integer, number, number_output, raster, raster_output, table_output, text

BYTES_PER_CELL = 100  # of the whole rasters besides what the tasks take


class Omnidirectional(Tool):
    tool_id = 'omnidirectional'
    stage = 'circuit'
    label = mark('Omnidirectional connectivity')
    summary = mark('Current between all habitat within reach, by a moving window: where movement is impeded, diffuse, '
                   'intensified or channelised.')
    help = mark('''Maps connectivity without sources or corridors: everywhere there is habitat, movement starts and \
ends. A circular window moves over the landscape. In each, current flows from all source cells to the target in the \
middle along all ways at once, and the currents of all windows add up (Omniscape). Use it to see where movement \
concentrates over a whole region, also outside the corridors between sources; for chosen sources use Current flow.

Targets are the centres of a regular grid of blocks. The target receives the sum of the source strength in its block, \
the sources of the window outside the block give it in proportion to their strength. Cumulative current (ampere) = sum \
of the currents of all windows. Flow potential = the same with all resistances equal: what would flow if only the \
pattern of habitat mattered. Normalised current = cumulative current / flow potential: below 1 movement is impeded, \
about 1 it is diffuse, above 1 the landscape intensifies and at last channelises it. The classes part it at 0.7, 1.3 \
and 1.7, a convention that may be changed.

Radius and buffer are in metres and may be any share of a cell; the block is in cells, since it is counted off from \
the corner of the raster, and an even number is raised by one. A window holds the cells whose centre lies within the \
radius. Time grows with the number of windows, that is with 1 / block^2, and with about the third power of the radius. \
The correction of artefacts evens out the bunches of current that blocks leave around their centres.

Conditions let current flow only from sources that resemble the target: within, source minus median of the target's \
block lies between two limits, such as the present temperature of the source and the future one of the target; equal, \
the source has the most frequent value of the block.

A window that cannot be solved is listed in the table and ends nothing. Results do not depend on the number of \
processes, and to eight digits not on compiled kernels. With the edges as in Omniscape, results equal those of \
Omniscape, which near the upper and left edge leaves out other sources than those of the block.

Source: McRae et al. 2016, Conserving Nature's Stage; Landau et al. 2021, Journal of Open Source Software, \
doi:10.21105/joss.02829''')
    keywords = mark('Omniscape, moving window, wall-to-wall, coreless, normalised current, flow potential, '
                    'channelised, impeded, diffuse, conditional connectivity, climate')

    def declare(self):
        yield raster('RESISTANCE', tr('Resistance'), tr(
            'Resistance to movement, above 0 everywhere, no unit; or conductance, see below. Nodata cells carry no '
            'current.'))
        yield number('RADIUS', tr('Radius (m)'), tr(
            'Radius of the window: how far apart start and end of a movement may be, such as the dispersal distance '
            'of a species.'), minimum=0)
        yield integer('BLOCK_SIZE', tr('Block (cells)'), tr(
            'Side of the square of cells that share one window; odd, an even number is raised by one. 1 is exact and '
            'slow. Empty: about a tenth of the radius.'), minimum=1, optional=True)
        yield raster('SOURCE_STRENGTH', tr('Source strength'), tr(
            'How much movement starts and ends in each cell, 0 or more, no unit, such as habitat quality. Empty: 1 / '
            'resistance.'), optional=True)
        yield number('SOURCE_THRESHOLD', tr('Least source strength'), tr(
            'Cells of less source strength are no sources.'), 0, 0, advanced=True)
        yield number('SOURCE_CUTOFF', tr('Largest resistance of a source'), tr(
            'Where the source strength follows from the resistance, cells of more resistance are no sources. Empty: '
            'all are.'), minimum=0, optional=True, advanced=True)
        yield number('BUFFER', tr('Buffer (m)'), tr(
            'How far beyond the radius current may take its way.'), 0, 0, advanced=True)
        yield flag('CORRECT_ARTEFACTS', tr('Correct the artefacts of blocks'), tr(
            'Evens out the bunches of current around the centres of blocks; without effect on blocks of one cell.'),
            True, advanced=True)
        yield choice('NEIGHBOURS', tr('Neighbours of a cell'), tr(
            '8 joins cells across corners too and is the usual choice; 4 joins cells along edges only.'), ('8', '4'),
            '8', advanced=True)
        yield choice('CONNECTION', tr('Average between cells'), tr(
            'What two neighbouring cells average: conductance, as in Omniscape; resistance, so that one cell of high '
            'resistance blocks the way.'), ('conductance', 'resistance'), 'conductance', advanced=True)
        yield choice('INPUT_IS', tr('The raster holds'), tr(
            'resistance, or conductance (the inverse; cells of conductance 0 carry no current).'),
            ('resistance', 'conductance'), 'resistance', advanced=True)
        for position in ('1', '2'):
            yield from _declare_condition(position)
        yield text('LIMITS', tr('Limits of the classes'), tr(
            'Normalised current from which on movement is diffuse, intensified and channelised: three rising numbers, '
            'separated by commas.'), ','.join(f'{limit:g}' for limit in LIMITS), advanced=True)
        yield flag('MASK', tr('Nodata where the resistance is'), tr(
            'Otherwise cells without resistance hold a current of 0, and their flow potential.'), True, advanced=True)
        yield flag('OMNISCAPE_EDGES', tr('Edges as in Omniscape'), tr(
            'To compare with Omniscape: near the upper and left edge it leaves out other sources than those of the '
            'block.'), advanced=True)
        yield from _declare_outputs()

    def compute(self, job):
        values, grid = job.raster('RESISTANCE')
        resistances = job.choice('INPUT_IS') == 'resistance'
        conductance = (conductance_from_resistance if resistances else checked_conductance)(values, job.reference[0])
        limits = job.numbers('LIMITS')
        flow_classes(np.zeros(0), limits)
        window = read_window(job, grid)
        strength = read_strength(job, values if resistances else 1.0 / np.where(conductance > 0, conductance, np.nan),
                                 conductance)
        conditions = [found for found in (read_condition(job, position) for position in ('1', '2')) if found]
        neighbours = int(job.choice('NEIGHBOURS'))
        plan = plan_windows(strength, window, neighbours)
        job.say(tr('{windows} windows of {cells} cells: radius {radius} cells, blocks of {block} x {block} cells.',
                   windows=len(plan.targets), cells=int(window.conductors.sum()), radius=f'{window.radius:.4g}',
                   block=window.block))
        check_capacity(plan.bytes + BYTES_PER_CELL * values.size, tr('Omnidirectional connectivity'),
                       plan.window_seconds * len(plan.targets), job.progress)
        found = omnidirectional(
            conductance, strength, window, neighbours, job.choice('CONNECTION'), conditions,
            correct=job.flag('CORRECT_ARTEFACTS'), omniscape_edges=job.flag('OMNISCAPE_EDGES'),
            engine=job.engine(len(plan.tiles), plan.seconds, plan.bytes, compiled=plan.compiled),
            progress=job.progress, cancelled=job.cancelled)
        known = ~np.isnan(values) if job.flag('MASK') else np.ones(values.shape, bool)
        write_flow(job, found, known, limits, grid)


def _declare_outputs():
    yield raster_output('CURRENT', tr('Cumulative current'), tr('Sum of the currents of all windows, ampere.'))
    yield raster_output('POTENTIAL', tr('Flow potential'), tr(
        'The same with all resistances equal, ampere.'))
    yield raster_output('NORMALISED', tr('Normalised current'), tr(
        'Cumulative current / flow potential, no unit: below 1 impeded, about 1 diffuse, above 1 concentrated.'))
    yield raster_output('CLASSES', tr('Classes of flow'), tr(
        '1 impeded, 2 diffuse, 3 intensified, 4 channelised.'))
    yield table_output('FAILURES', tr('Failed windows'), tr(
        'One row per window that gave trouble: window_row, window_column (of the target, from 0), window_x, '
        'window_y, solved (1 by another method after all, 0 missing from the maps), reason.'), optional=True)
    yield number_output('WINDOWS', tr('Number of windows'))
    yield number_output('FAILED', tr('Windows missing from the maps'))
    yield number_output('CHANNELISED', tr('Channelised share of the area (%)'))


def _declare_condition(position):
    yield raster(f'CONDITION_{position}', tr('Condition {number}', number=position), tr(
        'Layer in which sources must resemble the target, such as temperature or land cover. Empty: no condition.'),
        optional=True, advanced=True)
    yield raster(f'FUTURE_{position}', tr('Condition {number} in the future', number=position), tr(
        'Where given, the target has the value of this layer, the sources that of the condition.'), optional=True,
        advanced=True)
    yield choice(f'COMPARISON_{position}', tr('Comparison {number}', number=position), tr(
        'within: source minus median of the target\'s block lies between the limits; equal: the source has the most '
        'frequent value of the block.'), COMPARISONS, 'within', advanced=True)
    yield number(f'LOWER_{position}', tr('Lower limit {number}', number=position), tr(
        'Least difference, in the unit of the condition. Empty: none.'), optional=True, advanced=True)
    yield number(f'UPPER_{position}', tr('Upper limit {number}', number=position), tr(
        'Largest difference, in the unit of the condition. Empty: none.'), optional=True, advanced=True)
