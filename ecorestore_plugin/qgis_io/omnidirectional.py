"""What the tool on omnidirectional connectivity reads and writes."""

from __future__ import annotations

import math

import numpy as np

from ..core.circuit.omni_classes import CLASSES, flow_classes, normalised_current
from ..core.circuit.omni_conditions import Condition
from ..core.circuit.omni_targets import checked_strength, checked_window, strength_from_resistance
from ..core.errors import ParameterError
from ..i18n import tr


def read_window(job, grid):
    """The Window of the parameters, which are in metres, on a grid; says what was rounded."""
    unit = math.sqrt(grid.cell_area)
    radius, block = job.number('RADIUS') / unit, job.integer('BLOCK_SIZE')
    chosen = 2 * int(radius / 20) + 1 if block is None else block
    window = checked_window(radius, job.number('BUFFER') / unit, chosen, grid.shape,
                            (grid.cell_width, grid.cell_height))
    if window.block != chosen:
        job.say(tr('The block was raised from {even} to {odd} cells, so that it has a middle.', even=chosen,
                   odd=window.block))
    if 2 * radius > min(grid.shape):
        job.warn(tr('The window is wider than the raster, so that the edge cuts every window. Current near the edge '
                    'is too low; use a smaller radius or a larger raster.'))
    return window


def read_strength(job, resistance, conductance):
    """Source strength as given, or by the resistance; 0 where there is none."""
    strength, _ = job.raster('SOURCE_STRENGTH')
    if strength is None:
        cutoff = job.number('SOURCE_CUTOFF')
        strength = strength_from_resistance(resistance, math.inf if cutoff is None else cutoff)
    elif job.number('SOURCE_CUTOFF') is not None:
        job.warn(tr('The largest resistance of a source has no effect, since the source strength is given.'))
    return checked_strength(strength, conductance, job.number('SOURCE_THRESHOLD'))


def read_condition(job, position):
    """The Condition '1' or '2' of the parameters, None where it is not given."""
    present, _ = job.raster(f'CONDITION_{position}')
    future, _ = job.raster(f'FUTURE_{position}')
    if present is None:
        if future is not None:
            raise ParameterError('{future} needs {present}: the layer its values are compared with.',
                                 future=job.label(f'FUTURE_{position}'), present=job.label(f'CONDITION_{position}'))
        return None
    lower, upper = job.number(f'LOWER_{position}'), job.number(f'UPPER_{position}')
    return Condition(present, future, job.choice(f'COMPARISON_{position}'), -math.inf if lower is None else lower,
                     math.inf if upper is None else upper).checked(present.shape)


def write_flow(job, found, known, limits, grid):
    """Writes the maps, the table of failed windows and the numbers of an OmniCurrent."""
    current, potential = (np.where(known, values, np.nan) for values in (found.current, found.potential))
    normalised = normalised_current(current, potential)
    classes = flow_classes(normalised, limits)
    job.write_raster('CURRENT', current, grid, unit='A', description=tr('Cumulative current'), style='current')
    job.write_raster('POTENTIAL', potential, grid, unit='A', description=tr('Flow potential'), style='current')
    job.write_raster('NORMALISED', normalised, grid, description=tr('Normalised current'), style='normalised_current')
    job.write_raster('CLASSES', classes, grid, classes > 0, description=tr('Classes of flow'), style='flow_classes')
    rows, columns = ([getattr(case, name) for case in found.failures] for name in ('row', 'column'))
    x, y = grid.centre(rows, columns)
    job.write_table('FAILURES', {
        'window_row': rows, 'window_column': columns, 'window_x': x.tolist(), 'window_y': y.tolist(),
        'solved': [int(case.solved) for case in found.failures], 'reason': [case.reason for case in found.failures]})
    missing = sum(not case.solved for case in found.failures)
    if found.failures:
        job.warn(tr('{count} of {total} windows gave trouble; {missing} of them are missing from the maps, the others '
                    'were solved by another method. The table of failed windows lists them.',
                    count=len(found.failures), total=found.windows, missing=missing))
    shares = np.bincount(classes[known], minlength=5)[1:] / max(np.count_nonzero(known), 1)
    job.say(tr('Share of the area: impeded {impeded} %, diffuse {diffuse} %, intensified {intensified} %, channelised '
               '{channelised} %.', **{name: f'{100 * share:.1f}' for name, share in zip(CLASSES.values(), shares)}))
    job.set_number('WINDOWS', found.windows)
    job.set_number('FAILED', missing)
    job.set_number('CHANNELISED', float(100 * shares[-1]))
