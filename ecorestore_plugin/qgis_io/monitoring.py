"""Series and pairs of rasters for monitoring."""

from __future__ import annotations

import re

import numpy as np

from ..core.errors import ParameterError
from ..core.monitoring.change import ChangeSums
from ..core.monitoring.funds import fund_use
from ..core.monitoring.impact import before_after_control_impact
from ..core.sources.connectivity import connectivity, link_reach
from ..i18n import tr
from .patches import edge_distance_matrix, read_patches
from .row_blocks import row_blocks

YEAR = re.compile(r'(?<!\d)(?:19|20)\d\d(?!\d)')


def times_of(job, names):
    """One time per layer or field: the numbers of TIMES, else the year in each name.

    Raises
    ------
    ParameterError : too few numbers, a name without a year
    """
    given = job.numbers('TIMES')
    if given:
        if len(given) != len(names):
            raise ParameterError('{times} times are given for {count} layers; give one of each, in the same order.',
                                 times=len(given), count=len(names))
        return np.array(given)
    years = [YEAR.findall(name) for name in names]
    bare = [name for name, found in zip(names, years) if not found]
    if bare:
        raise ParameterError('{count} names hold no year, such as {name}. Give the times.', count=len(bare),
                             name=bare[0])
    return np.array([float(found[-1]) for found in years])


def ordered(times):
    """Positions in the order of time.

    Raises
    ------
    ParameterError : the same time twice
    """
    values, counts = np.unique(times, return_counts=True)
    if (counts > 1).any():
        raise ParameterError('The time {time} occurs {count} times; every layer needs a time of its own.',
                             time=f'{values[counts > 1][0]:g}', count=int(counts.max()))
    return np.argsort(times)


def change_sums(job, before, after, zones=None, sides=None, spacing=0.0, share=1.0):
    """Reads pairs of rasters block by block.

    Parameters
    ----------
    before, after : lists of RowSource, one per indicator
    zones : UnitRows, or None
    sides : (UnitRows of treated, UnitRows of control), or None
    spacing : metres between the cells that serve the comparison of both sides; 0 takes all
    share : of the progress bar

    Returns
    -------
    list of ChangeSums, list of Impact or None
    """
    count = 0 if zones is None else zones.number
    sums, impacts = [], []
    for position in range(len(before)):
        total, samples = ChangeSums(count), []
        sources = {'before': before[position], 'after': after[position]}
        for block in row_blocks(job, sources, share * position / len(before), share * (position + 1) / len(before),
                                'Change of an indicator over {count} cells'):
            zone = None if zones is None else zones.read(block.start, block.stop)
            total.add(block['before'], block['after'], zone)
            if sides is not None:
                samples.append(_sample(block, sides, spacing))
        sums.append(total)
        if sides is not None:
            impacts.append(before_after_control_impact(*(np.concatenate(part) for part in zip(*samples))))
    return sums, impacts or None


def fund_indicators(job):
    """{indicator: value} of the parameters PROJECTS, BUDGET, SPENT, ACHIEVED and PLANNED; fields the layer lacks but
    for the first two are left aside."""
    projects = job.table('PROJECTS')
    columns = []
    for name in ('BUDGET', 'SPENT', 'ACHIEVED', 'PLANNED'):
        key = job.field(name)
        needed = name in ('BUDGET', 'SPENT')
        columns.append(projects.numbers(key) if key and (needed or projects.has(key)) else None)
    lost = np.isnan(np.vstack([values for values in columns if values is not None])).any(axis=0).sum()
    if lost:
        job.warn(tr('{count} projects lack a value and do not count.', count=int(lost)))
    found = fund_use(*columns)
    return {name: value for name, value in (
        ('fund execution rate', found.execution), ('fulfilment of the plan', found.fulfilment),
        ('fund efficiency', found.efficiency), ('cost per unit achieved', found.unit_cost)) if np.isfinite(value)}


def patch_indicators(job):
    """Rows of area and equivalent connected area."""
    reach = link_reach([job.number('DISPERSAL')])
    dates, crs = [], None
    for name in ('SOURCES_BEFORE', 'SOURCES_AFTER'):
        patches = read_patches(job, name, 'SOURCE_ID', 'ATTRIBUTE', None, crs)
        crs = patches.crs
        distances = edge_distance_matrix(patches.geometries, reach, cancelled=job.cancelled)
        found = connectivity(distances, patches.values, [job.number('DISPERSAL')], removals=False,
                             cancelled=job.cancelled)[0]
        dates.append({'patch area': found.area, 'equivalent connected area': found.eca,
                      'patches': float(len(patches))})
    return [{'zone': '', 'indicator': name, 'before': dates[0][name], 'after': dates[1][name],
             'change': dates[1][name] - dates[0][name],
             'percent': 100 * (dates[1][name] / dates[0][name] - 1)} for name in dates[0]]


def _sample(block, sides, spacing):
    """before, after, treated, control of the cells of either side, thinned."""
    treated, control = (rows.read(block.start, block.stop) > 0 for rows in sides)
    chosen = treated ^ control
    if spacing:
        grid = block.grid
        down, across = (max(1, int(round(spacing / size))) for size in (grid.cell_height, grid.cell_width))
        kept = np.zeros_like(chosen)
        kept[(-block.start) % down::down, ::across] = True
        chosen &= kept
    return block['before'][chosen], block['after'][chosen], treated[chosen], control[chosen]
