"""Indicators from pairs of rasters, read in blocks of rows: change, effect against controls, erosion control."""

from __future__ import annotations

import numpy as np

from ..core.errors import ParameterError
from ..core.monitoring.change import ChangeSums, change_of
from ..core.monitoring.erosion_control import ErosionSums
from ..core.monitoring.impact import SideSums, impact_of
from ..i18n import tr
from .impact_sides import impact_sides
from .row_blocks import UnitRows, layers_of, row_blocks, rows_of

MEAN = 'mean'
# How the cells of an indicator come to one number, by the parameter that names it: (unit, factor of a cell).
AMOUNTS = {'AMOUNTS': lambda grid: ('', 1.0), 'DEPTHS': lambda grid: ('m3', grid.cell_area / 1000.0),
           'DENSITIES': lambda grid: ('', grid.cell_area_ha)}
IMPACT = ('effect', 'effect_low', 'effect_high', 'p', 'detectable', 'noise', 'detectable_cell', 'n_treated',
          'n_control')


def raster_indicators(job):
    """Rows (dicts) of all raster indicators, for all cells and zone by zone.

    Raises
    ------
    ParameterError, GridMismatchError, EmptyInputError
    """
    pairs, names, grid = _pairs(job)
    erosion = None
    if job.given('EROSION_BEFORE'):
        erosion = [rows_of(job, name, 0) for name in ('EROSION_BEFORE', 'EROSION_AFTER')]
        grid = grid or erosion[0].grid
    zones, labels = _zones(job, grid)
    found = []
    if pairs:
        sides = impact_sides(job, grid)
        inside = [name in job.list('INSIDE') for name in names]
        sums, impacts = change_sums(job, pairs, zones, sides, inside)
        found += _change_rows(job, names, labels, sums, impacts, grid)
    if erosion:
        found += _erosion_rows(job, erosion, zones, labels)
    return found


def _pairs(job):
    """([(before, after) RowSources], names, grid or None)."""
    if not job.given('BEFORE'):
        return [], [], None
    _, before = layers_of(job, 'BEFORE')
    named, after = layers_of(job, 'AFTER')
    names = job.list('NAMES') or named
    if not len(before) == len(after) == len(names):
        raise ParameterError('{before} rasters before, {after} after and {names} names are given; give one of each '
                             'per indicator, in the same order.', before=len(before), after=len(after),
                             names=len(names))
    kinds = [name for parameter in AMOUNTS for name in job.list(parameter)]
    for name in [*kinds, *job.list('INSIDE')]:
        if name not in names:
            raise ParameterError('{name} is no indicator; the indicators are {names}.', name=name,
                                 names=', '.join(names))
        if kinds.count(name) > 1:
            raise ParameterError('{name} is named as more than one of amount, depth and density; choose one.',
                                 name=name)
    return list(zip(before, after)), names, before[0].grid


def _zones(job, grid):
    """(UnitRows or None, names)."""
    zones = job.features('ZONES', ('polygon',), grid)
    if zones is None:
        return None, []
    key = job.field('ZONE_NAME')
    # The default may be missing; a field that somebody chose may not.
    named = key and (zones.has(key) or key != 'unit_name')
    labels = zones.texts(key) if named else [str(row + 1) for row in range(len(zones))]
    return UnitRows(zones.geometries, grid), labels


def change_sums(job, pairs, zones=None, sides=None, inside=()):
    """Reads pairs of rasters block by block.

    Parameters
    ----------
    pairs : list of (before, after) RowSource, one per indicator
    zones : UnitRows, or None
    sides : PolygonSides or MatchedSides, or None
    inside : per indicator, whether only the cells inside the zones count; empty for none

    Returns
    -------
    list of ChangeSums, list of Impact or None
    """
    sums, impacts = [], []
    for position, (before, after) in enumerate(pairs):
        total, treated, control = ChangeSums(0 if zones is None else zones.number), SideSums(), SideSums()
        start, end = (0.15 + 0.75 * part / len(pairs) for part in (position, position + 1))
        for block in row_blocks(job, {'before': before, 'after': after}, start, end,
                                'Change of an indicator over {count} cells'):
            zone = None if zones is None else zones.read(block.start, block.stop)
            masked = [np.where(zone > 0, block[date], np.nan) if inside and inside[position] else block[date]
                      for date in ('before', 'after')]
            total.add(*masked, zone)
            if sides is not None:
                for side, chosen in zip((treated, control), sides.read(block.start, block.stop)):
                    side.add(block['before'][chosen], block['after'][chosen])
        sums.append(total)
        if sides is not None:
            impacts.append(impact_of(treated, control))
    if sides is not None and sides.overlap:
        job.warn(tr('{count} cells lie in treated and in control places and are left out.',
                    count=sides.overlap // len(pairs)))
    return sums, impacts or None


def _change_rows(job, names, labels, sums, impacts, grid):
    rows = []
    for position, name in enumerate(names):
        kind = next((parameter for parameter in AMOUNTS if name in job.list(parameter)), MEAN)
        unit, factor = AMOUNTS[kind](grid) if kind != MEAN else ('', 1.0)
        change = change_of(sums[position], kind != MEAN)
        if sums[position].lost:
            job.warn(tr('{indicator}: {count} cells are known at one date only and do not count.', indicator=name,
                        count=sums[position].lost))
        for place, label in enumerate(['', *labels]):
            rows.append({'zone': label, 'indicator': name, 'before': change.before[place] * factor,
                         'after': change.after[place] * factor, 'change': change.change[place] * factor,
                         'percent': change.percent[place], 'risen': change.risen[place],
                         'fallen': change.fallen[place], 'cells': int(change.count[place]), 'unit': unit})
        if impacts:
            one = impacts[position]
            rows[-1 - len(labels)].update(zip(IMPACT, (
                one.effect, one.lower, one.upper, one.p, one.detectable, one.noise, one.detectable_place, one.treated,
                one.control)))
    return rows


def _erosion_rows(job, sources, zones, labels):
    """Soil loss, and the control rate by tonnes and by area."""
    grid = sources[0].grid
    treated = job.features('TREATED', ('polygon',), grid)
    places = None if treated is None else UnitRows(treated.geometries, grid)
    sums = ErosionSums(len(labels), job.number('TOLERANCE'))
    for block in row_blocks(job, dict(zip(('before', 'after'), sources)), 0.9, 1.0, 'Erosion control of {count} cells'):
        inside = None if places is None else places.read(block.start, block.stop) > 0
        sums.add(block['before'], block['after'], grid.cell_area_ha,
                 None if zones is None else zones.read(block.start, block.stop), inside)
    rows = []
    for place, label in enumerate(['', *labels]):
        rows.append({'zone': label, 'indicator': 'soil loss', 'before': sums.before[place], 'after': sums.after[place],
                     'unit': 't/yr'})
        rates = {'erosion control rate': sums.control_rate(), 'eroded area below tolerance': sums.relieved_rate()}
        if places is not None:
            rates['treated share of the eroded area'] = sums.treated_rate()
        rows += [{'zone': label, 'indicator': name, 'after': rate[place], 'unit': '%'} for name, rate in rates.items()]
    return rows
