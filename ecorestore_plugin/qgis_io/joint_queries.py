"""Questions over several layers of the store: water quality against projects, species against corridors."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsGeometry

from ..core.monitoring.difference import mean_difference
from ..datastore.quality import downstream_steps
from .overlay import first_containing

USABLE = ('good', 'unchecked')


def water_against_projects(rows_of):
    """Per project, water site watershed and variable: values before the start and after the end of the project.

    A site answers for a project that lies in its own watershed (steps 0) or in one whose water flows into it by the
    field downstream of the layer watersheds (steps 1, 2, ...). Where that layer is empty only the first is known.

    Parameters
    ----------
    rows_of : callable layer name -> list of (values, WKB), what the person who asks may see

    Returns
    -------
    columns of a table
    """
    series = _water_series(rows_of)
    into = {values['watershed']: values['downstream'] for values, _ in rows_of('watersheds')}
    columns = {key: [] for key in ('project_id', 'name', 'watershed', 'variable', 'n_before', 'n_after', 'before',
                                   'after', 'change', 'p', 'site_watershed', 'steps')}
    for project, _ in rows_of('projects'):
        start, end = _day(project['start_date']), _day(project['end_date'] or project['start_date'])
        if not start or not project['watershed']:
            continue
        steps = downstream_steps(project['watershed'], into)
        below = [key for key in series if key[0] in steps]
        for watershed, variable in sorted(below, key=lambda key: (steps[key[0]], key)):
            found = series[watershed, variable]
            before = [value for day, value in found if day < start]
            after = [value for day, value in found if day > end]
            result = mean_difference(before, after)
            values = (project['project_id'], project['name'], project['watershed'], variable, len(before), len(after),
                      result.before, result.after, result.difference, result.p, watershed, steps[watershed])
            for key, value in zip(columns, values):
                columns[key].append(value)
    return columns


def _water_series(rows_of):
    """{(watershed, variable): [(day, value)]} of the usable values at water sites."""
    sites = {values['site_id']: values for values, _ in rows_of('sites') if values['kind'] == 'water'}
    series = {}
    for values, _ in rows_of('observations'):
        site = sites.get(values['site_id'])
        if site is None or values['quality'] not in USABLE or values['value'] is None or not site['watershed']:
            continue
        series.setdefault((site['watershed'], values['variable']), []).append((_day(values['time']), values['value']))
    return series


def species_against_corridors(rows_of, cancelled):
    """Per corridor: species sites inside it, records, species, last record; the row '' is outside all corridors."""
    sites = [(values['site_id'], _geometry(shape)) for values, shape in rows_of('sites')
             if values['kind'] == 'species' and shape is not None]
    corridors = [(values['link_id'], _geometry(shape)) for values, shape in rows_of('corridors') if shape is not None]
    inside = np.full(len(sites), -1)
    if sites and corridors:
        inside = first_containing([geometry.centroid() for _, geometry in sites], [shape for _, shape in corridors],
                                  cancelled=cancelled)
    home = {site: int(corridor) for (site, _), corridor in zip(sites, inside)}
    found = {}
    for values, _ in rows_of('observations'):
        if values['site_id'] in home and values['quality'] in USABLE and (values['value'] or 0) > 0:
            found.setdefault(home[values['site_id']], []).append(values)
    columns = {key: [] for key in ('link_id', 'sites', 'records', 'species', 'last')}
    for number in [*range(len(corridors)), -1]:
        records = found.get(number, [])
        values = (corridors[number][0] if number >= 0 else None, sum(place == number for place in home.values()),
                  len(records), len({row['variable'] for row in records}),
                  max((_day(row['time']) for row in records), default=None))
        for key, value in zip(columns, values):
            columns[key].append(value)
    return columns


def _day(value):
    return str(value).replace('/', '-')[:10] if value else ''


def _geometry(wkb):
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry
