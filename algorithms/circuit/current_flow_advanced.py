"""Current between any sources and grounds."""

import numpy as np

from ...ecorestore_plugin.core.circuit.advanced import POLICIES, advanced_current
from ...ecorestore_plugin.core.circuit.solver import predicted_work
from ...ecorestore_plugin.core.errors import ParameterError
from ...ecorestore_plugin.qgis_io.circuit_inputs import read_circuit, read_electrodes
from ...ecorestore_plugin.qgis_io.circuit_outputs import as_map, report_page
from ..base import Tool, mark, tr
from ..circuit_parameters import connections, map_options, page, raster_options
from ..parameters import choice, field, flag, number_output, raster, raster_output, vector


class CurrentFlowAdvanced(Tool):
    tool_id = 'currentflowadvanced'
    stage = 'circuit'
    label = mark('Current flow with any sources and grounds')
    summary = mark('Current and voltage for sources and grounds placed freely, such as habitat that feeds a coast.')
    help = mark('''Solves the resistance surface as one electrical circuit with sources of any strength and grounds of \
any resistance. Use it where movement has a direction, or an end that is no source: animals that leave breeding areas \
and settle in, or die in, others; flow from habitat to the border of the study area; sources weighted by population.

Sources feed ampere into their cells, negative ones take it out. A ground is a way out: direct (0 resistance, held at \
0 V) or through a resistance, so that only a part of the current leaves there and the rest goes on, which stands for \
mortality or settlement. Several sources of one cell or region add up, and so do the conductances of its grounds.

Kirchhoff's law holds at every cell: what enters leaves. Current of a cell = what flows in or out, whichever is more, \
in ampere; voltage in volt = ampere x cell units of resistance. A part of the raster that has sources but no ground \
carries current only if its sources add up to 0; otherwise it stays dark and a warning counts it.

Cells with a source and a ground: keepall keeps both (at a direct ground the current then drains at once), rmvsrc \
drops the source, rmvgnd the ground, rmvall both. The option Circuitscape's conflicts does what that program does \
instead: rmvgnd leaves finite grounds, rmvall removes sources only, a direct ground under a positive source goes, and \
parts whose sources add up to 0 carry nothing.

Source: McRae et al. 2008, Ecology, doi:10.1890/07-1861.1; Doyle and Snell 1984, Random walks and electric networks''')
    keywords = mark('circuit theory, Circuitscape, advanced mode, ground, current source, voltage, mortality, '
                    'random walk')

    def declare(self):
        yield raster('RESISTANCE', tr('Resistance'), tr(
            'Resistance to movement, above 0 everywhere, no unit; or conductance, see below. Nodata cells carry no '
            'current.'))
        yield raster('SOURCE_RASTER', tr('Current sources as raster'), tr(
            'Ampere into each cell, negative where it is taken out; 0 and nodata are none.'), optional=True)
        yield vector('SOURCES', tr('Current sources'), tr(
            'Points, lines or polygons, instead of or in addition to the raster. The ampere of a feature are spread '
            'evenly over its cells.'), optional=True)
        yield field('SOURCE_AMPERE', tr('Ampere of the source'), tr(
            'Numeric field of the sources. Empty: 1 A per feature.'), 'SOURCES', numeric=True, optional=True)
        yield raster('GROUND_RASTER', tr('Grounds as raster'), tr(
            'Resistance to ground in each cell, 0 for a direct ground; nodata is none. Or conductance, see below.'),
            optional=True)
        yield vector('GROUNDS', tr('Grounds'), tr(
            'Points, lines or polygons, instead of or in addition to the raster.'), optional=True)
        yield field('GROUND_VALUE', tr('Resistance to ground'), tr(
            'Numeric field of the grounds, for each cell they cover. Empty: direct grounds.'), 'GROUNDS', numeric=True,
            optional=True)
        yield choice('GROUNDS_ARE', tr('Grounds are given as'), tr('resistance, or conductance (0: no ground).'),
                     ('resistance', 'conductance'), 'resistance', advanced=True)
        yield choice('POLICY', tr('Source and ground in one cell'), tr(
            'keepall: both stay; rmvsrc: the source goes; rmvgnd: the ground goes; rmvall: both go.'), POLICIES,
            'keepall', advanced=True)
        yield flag('UNIT_CURRENTS', tr('1 A per source'), tr(
            'Every cell with a source feeds 1 A, or takes 1 A where it is negative, whatever its value.'),
            advanced=True)
        yield flag('DIRECT_GROUNDS', tr('All grounds direct'), tr(
            'Every ground is held at 0 V, whatever its value.'), advanced=True)
        yield flag('COMPATIBLE', tr("Circuitscape's conflicts"), tr(
            'Treats sources at grounds as Circuitscape does, see above; for comparison with its results.'),
            advanced=True)
        yield from connections()
        yield from raster_options()
        yield from map_options()
        yield raster_output('CURRENT', tr('Current'), tr('Current through each cell, ampere.'))
        yield raster_output('VOLTAGE', tr('Voltage'), tr(
            'Voltage of each cell; 0 at direct grounds and where no current is driven.'), optional=True)
        yield page()
        yield number_output('INJECTED', tr('Current fed in (A)'))
        yield number_output('LARGEST_VOLTAGE', tr('Largest voltage (V)'))
        yield number_output('UNDRIVEN', tr('Parts with sources but without a way out'))

    def check(self, values):
        if not values.given('SOURCE_RASTER') and not values.given('SOURCES'):
            return tr('Give current sources as raster or as layer.')
        if not values.given('GROUND_RASTER') and not values.given('GROUNDS'):
            return tr('Give grounds as raster or as layer.')
        return ''

    def compute(self, job):
        circuit = read_circuit(job)
        sources, grounds = read_electrodes(job, circuit)
        if not (np.nan_to_num(sources) != 0).any():
            raise ParameterError('All current sources are 0, so no current flows. Check the raster or the field of '
                                 'ampere.')
        seconds, memory = predicted_work(circuit.nodes, circuit.nodes * circuit.options['neighbours'] // 2, 1)
        found = advanced_current(
            circuit.conductance, sources, grounds, job.choice('GROUNDS_ARE'), job.choice('POLICY'),
            job.flag('UNIT_CURRENTS'), job.flag('DIRECT_GROUNDS'), compatible=job.flag('COMPATIBLE'),
            engine=job.engine(1, seconds, memory, compiled=True), progress=job.progress, cancelled=job.cancelled,
            **circuit.options)
        job.write_raster('CURRENT', as_map(found.current, job.flag('LOG'), job.flag('ZERO_OUTSIDE')), circuit.grid,
                         unit='A', description=tr('Current'), style='current')
        job.write_raster('VOLTAGE', as_map(found.voltage, zero_outside=job.flag('ZERO_OUTSIDE')), circuit.grid,
                         unit='V', description=tr('Voltage'), style='voltage')
        if found.conflicts:
            job.say(tr('{count} nodes have a source and a ground; what they keep: {policy}.', count=found.conflicts,
                       policy=job.choice('POLICY')))
        if found.undriven:
            job.warn(tr('{count} separate parts of the raster have sources but no ground that balances them; nothing '
                        'flows there.', count=found.undriven))
        if not found.injected:
            job.warn(tr('No source drives any current: grounds and sources lie apart, or cancel out.'))
        self._report(job, circuit, found)

    @staticmethod
    def _report(job, circuit, found):
        largest = float(np.nanmax(found.voltage))
        job.say(tr('{ampere} A are fed in; the largest voltage is {volt} V.', ampere=f'{found.injected:.6g}',
                   volt=f'{largest:.6g}'))
        job.set_number('INJECTED', found.injected)
        job.set_number('LARGEST_VOLTAGE', largest)
        job.set_number('UNDRIVEN', found.undriven)
        job.write_text('REPORT', report_page(tr('Current flow with any sources and grounds'), circuit.notes, [
            (tr('Cells that conduct'), circuit.nodes), (tr('Current fed in (A)'), found.injected),
            (tr('Largest voltage (V)'), largest), (tr('Nodes with a source and a ground'), found.conflicts),
            (tr('Parts with sources but without a way out'), found.undriven)]))
