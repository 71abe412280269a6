"""Threats to habitat: their table, their rasters, what land is open to them, and how sensitive classes are."""

from __future__ import annotations

import math
from pathlib import PureWindowsPath

import numpy as np

from ..core.checks import check_range
from ..core.errors import ParameterError, TableError
from ..core.lookup import class_counts
from ..core.sources.habitat_quality import checked_threat, match_rasters
from ..i18n import mark, tr
from .raster import rasterize
from .row_blocks import layers_of, row_blocks

ROADS = 'roads'
FILE_COLUMNS = ('raster', 'cur_path')


def read_threats(job, cover, keep_intensities=False):
    """The land cover, and the threats of the threat table by its rasters, the land cover and the roads.

    Parameters
    ----------
    cover : RowSource of the land cover
    keep_intensities : whether the arrays of rasters hold their intensities; else flags where it is above 0

    Returns
    -------
    [Threat], [array per threat], codes, valid, {code: cells}

    Raises
    ------
    TableError, ParameterError, ValueRangeError, GridMismatchError
    """
    table = job.table('THREATS', default='habitat_threats.csv', required=('threat', 'max_dist', 'weight', 'decay'))
    names = [name.strip() for name in table.unique('threat')]
    threats = [checked_threat(*row) for row in zip(names, table.numbers('max_dist', missing=False),
                                                   table.numbers('weight', missing=False), table.texts('decay'))]
    if not threats:
        raise TableError('{name} has no threat.', name=table.name)
    layers, sources = layers_of(job, 'THREAT_RASTERS')
    given = job.list('THREAT_NAMES') or layers
    if len(given) != len(layers):
        raise ParameterError('There are {names} names of threat rasters for {count} rasters.', names=len(given),
                             count=len(layers))
    places = match_rasters(names, _spellings(table, len(names)), given) if layers else [None] * len(names)
    for source, name in zip(sources, given):
        source.limits, source.label = (0, 1), name
    codes, valid, counts, arrays = _read(job, cover, sources, keep_intensities)
    makers = table.texts('classes') if table.has('classes') else [''] * len(names)
    kept, intensities = [], []
    for threat, place, maker in zip(threats, places, makers):
        intensity = arrays[place] if place is not None else _made(job, threat, maker, cover.grid, codes, valid)
        if intensity is None:
            continue
        if place is not None:
            job.say(tr('Threat {name}: raster {layer}.', name=threat.name, layer=layers[place]))
        _check_reach(job, threat, cover.grid)
        kept.append(threat)
        intensities.append(intensity)
    if not kept:
        raise ParameterError('None of the {count} threats has a raster, land cover classes or roads.',
                             count=len(threats))
    return kept, intensities, codes, valid, counts


def _read(job, cover, sources, keep_intensities):
    """Codes and valid cells of the land cover, {code: cells}, and an array per raster."""
    shape, counts = cover.grid.shape, {}
    codes, valid = np.empty(shape, np.int32), np.empty(shape, bool)
    arrays = [np.empty(shape, float if keep_intensities else bool) for _ in sources]
    for block in row_blocks(job, {'cover': cover, 'threats': sources}, 0.0, 0.2, mark('Reading {count} cells')):
        rows, classes = slice(block.start, block.stop), block['cover']
        for code, count in class_counts(classes.codes, classes.valid).items():
            counts[code] = counts.get(code, 0) + count
            if code != np.int64(code).astype(codes.dtype):
                codes = codes.astype(np.int64)
        codes[rows], valid[rows] = classes.codes, classes.valid
        for array, values in zip(arrays, block['threats']):
            array[rows] = values if keep_intensities else values > 0
    return codes, valid, counts, arrays


def _spellings(table, count):
    """Names of the files in the table, without folder and ending, per threat."""
    columns = [table.texts(key) for key in FILE_COLUMNS if table.has(key)]
    return [[PureWindowsPath(column[row]).stem for column in columns if column[row]] for row in range(count)]


def _made(job, threat, maker, grid, codes, valid):
    """The cells of a threat without raster: land cover classes or roads; None where it is left out."""
    maker = maker.strip().lower()
    if maker == ROADS:
        roads = job.features('ROADS', ('line',), grid)
        if roads is None:
            job.say(tr('Threat {name} is left out: no roads were given.', name=threat.name))
            return None
        cells = rasterize(roads.geometries, np.ones(len(roads), int), grid, all_touched=True)[0] > 0
        job.say(tr('Threat {name}: {count} cells on roads.', name=threat.name, count=int(cells.sum())))
        return cells
    if not maker:
        raise ParameterError('The threat {name} has no raster, and no land cover classes in the column classes of the '
                             'threat table. Give a raster named like it.', name=threat.name)
    chosen = []
    for word in maker.replace('；', ';').replace(',', ';').split(';'):
        try:
            chosen.append(int(float(word)))
        except ValueError:
            raise TableError('Threat {name}: "{word}" in the column classes is neither a land cover code nor the word '
                             'roads.', name=threat.name, word=word.strip()) from None
    cells = np.isin(codes, chosen) & valid
    job.say(tr('Threat {name}: {count} cells of the land cover classes {codes}.', name=threat.name,
               count=int(np.count_nonzero(cells)), codes=', '.join(map(str, chosen))))
    return cells


def _check_reach(job, threat, grid):
    """Warns of distances that look like another unit."""
    across = math.hypot(grid.rows * grid.cell_height, grid.columns * grid.cell_width)
    if threat.max_distance > across:
        job.warn(tr('Threat {name}: max_dist {reach} m is larger than the whole area ({across} m). It must be in '
                    'metres; let the rasters reach that far beyond the study area.', name=threat.name,
                    reach=f'{threat.max_distance:g}', across=f'{across:.0f}'))
    elif threat.max_distance < min(grid.cell_width, grid.cell_height):
        job.warn(tr('Threat {name}: max_dist {reach} m is smaller than a cell, so it only touches its own cells. It '
                    'must be in metres; InVEST before 3.15 took kilometres.', name=threat.name,
                    reach=f'{threat.max_distance:g}'))


def read_sensitivity(job, present, threats):
    """(codes, (n, 1 + threats) array of habitat and sensitivities) of the sensitivity table.

    ``present`` are the codes of the land cover, ``threats`` the names of the threats.

    Raises
    ------
    TableError, ValueRangeError, MissingCodeError
    """
    table = job.table('SENSITIVITY', default='habitat_sensitivity.csv', required=('habitat',))
    key = next((name for name in ('code', 'lucode') if table.has(name)), None)
    if key is None:
        raise TableError('{name} has no field {field}. Its fields are: {fields}.', name=table.name,
                         field='code / lucode', fields=', '.join(table.columns) or '-')
    columns = ['habitat']
    for threat in threats:
        # InVEST before 3.9 wrote L_threat.
        found = next((name for name in (threat, f'L_{threat}') if table.has(name)), None)
        if found is None:
            raise TableError('{name} has no column for the threat {threat}; it needs one per threat, named like it. '
                             'Its fields are: {fields}.', name=table.name, threat=threat,
                             fields=', '.join(table.columns))
        columns.append(found)
    codes = table.integers(key)
    values = np.column_stack([table.numbers(column, missing=False) for column in columns])
    for column, numbers in zip(columns, values.T):
        check_range(f'{table.name}, {column}', numbers, 0, 1)
    unused = sorted(set(codes.tolist()) - set(present))
    if unused and job.given('SENSITIVITY'):
        job.warn(tr('{name}: the codes {codes} have no cell in the land cover.', name=table.name,
                    codes=', '.join(str(code) for code in unused)))
    return codes, values


def read_access(job, grid):
    """(rows, cols) access from the raster or the areas, None where neither is given.

    Raises
    ------
    ValueRangeError, TableError, GridMismatchError
    """
    access, _ = job.raster('ACCESS')
    areas = job.features('ACCESS_AREAS', ('polygon',), grid)
    if areas is None:
        if access is not None:
            check_range('access', access, 0, 1)
        return access
    key = job.field('ACCESS_FIELD') or 'access'
    values = areas.numbers(key, missing=False)
    check_range(f'{areas.name}, {key}', values, 0, 1)
    cells, _ = rasterize(areas.geometries, np.arange(1, len(areas) + 1), grid, keep_small=False)
    job.say(tr('{count} cells lie in areas of limited access.', count=int((cells > 0).sum())))
    return np.concatenate([[1.0], values])[cells]
