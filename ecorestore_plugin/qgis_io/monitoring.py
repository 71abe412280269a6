"""Times of series, and indicators of patches, money, species and statistics."""

from __future__ import annotations

import re

import numpy as np

from ..core.errors import ParameterError
from ..core.monitoring.funds import fund_use
from ..core.monitoring.species import species_change
from ..core.monitoring.statistics import annual_change, percent_change, shares_of
from ..core.sources.connectivity import connectivity, link_reach
from ..i18n import tr
from .patches import edge_distance_matrix, read_patches

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


def fund_indicators(job):
    """Rows of the parameters PROJECTS, BUDGET, SPENT, ACHIEVED and PLANNED; fields the layer lacks but for the first
    two are left aside."""
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
    return [{'zone': '', 'indicator': name, 'after': value} for name, value in (
        ('fund execution rate', found.execution), ('fulfilment of the plan', found.fulfilment),
        ('fund efficiency', found.efficiency), ('cost per unit achieved', found.unit_cost)) if np.isfinite(value)]


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
    rows = [{'zone': '', 'indicator': name, 'before': dates[0][name], 'after': dates[1][name], 'unit': unit}
            for name, unit in (('patch area', 'ha'), ('equivalent connected area', 'ha'), ('patches', ''))]
    area, eca = (float(percent_change(dates[0][name], dates[1][name]))
                 for name in ('patch area', 'equivalent connected area'))
    job.say(tr('The connected area changes by {eca} %, the area by {area} %: {verdict}.', eca=f'{eca:.2f}',
               area=f'{area:.2f}', verdict=tr('the patches connect better') if eca > area
               else tr('the patches connect no better')))
    return [*rows, {'zone': '', 'indicator': 'gain of connectivity beyond area', 'after': eca - area, 'unit': '%'}]


def species_indicators(job):
    """Rows of the number of species, as found and at equal effort."""
    names = [_species(job, name) for name in ('SPECIES_BEFORE', 'SPECIES_AFTER')]
    found = species_change(*names)
    job.say(tr('Species: {gained} found only after ({list_gained}), {lost} only before ({list_lost}).',
               gained=len(found.gained), list_gained=_listed(found.gained), lost=len(found.lost),
               list_lost=_listed(found.lost)))
    if max(found.records_before, found.records_after) > 1.2 * min(found.records_before, found.records_after):
        job.warn(tr('{before} records before and {after} after: compare species at equal effort, not as found.',
                    before=found.records_before, after=found.records_after))
    return [{'zone': '', 'indicator': name, 'before': float(before), 'after': float(after), 'unit': ''}
            for name, before, after in (('species', found.before, found.after),
                                        ('species at equal effort', found.equal_before, found.equal_after),
                                        ('records of species', found.records_before, found.records_after))]


def _species(job, name):
    rows = job.table(name)
    return [text for text in rows.texts(job.field('SPECIES') or 'species') if text.strip()]


def _listed(names, most=10):
    return ', '.join(names[:most]) + (' …' if len(names) > most else '') or '-'


def statistic_indicators(job):
    """Rows of a table of statistics: indicator, before, after, and optionally totals, zone, unit and years."""
    rows = job.table('STATISTICS', required=('indicator', 'after'))
    texts = {key: rows.texts(key) if rows.has(key) else [''] * len(rows) for key in ('indicator', 'zone', 'unit')}
    numbers = {key: rows.numbers(key) if rows.has(key) else np.full(len(rows), np.nan)
               for key in ('before', 'after', 'total_before', 'total_after', 'years')}
    found = [{key: texts[key][row] for key in texts} for row in range(len(rows))]
    for date in ('before', 'after'):
        count, total = numbers[date], numbers[f'total_{date}']
        shares, lower, upper = shares_of(np.where(np.isnan(total), np.nan, count), total)
        for row, values in enumerate(zip(count, total, shares, lower, upper)):
            found[row][date] = values[0] if np.isnan(values[1]) else values[2]
            if date == 'after' and np.isfinite(values[2]):
                found[row].update(unit='%', value_low=values[3], value_high=values[4])
    for row, years in zip(found, numbers['years']):
        row['years'] = years
    empty = sum(np.isnan(row['after']) for row in found)
    if empty:
        job.say(tr('{count} statistics have no value yet and stay empty.', count=int(empty)))
    return found


def completed(rows, years):
    """Rows with change, percent and change per year where both dates are known, and value and baseline.

    Parameters
    ----------
    years : between the dates, for rows that do not say; None where unknown
    """
    for row in rows:
        before, after = row.get('before', np.nan), row['after']
        row.setdefault('change', after - before)
        row.setdefault('percent', float(percent_change(before, after)))
        mine = row.get('years', np.nan)
        mine = years if years and not np.isfinite(mine) else mine
        row.update(value=after, baseline=before, years=mine, annual=float(annual_change(before, after, mine)))
    return rows
