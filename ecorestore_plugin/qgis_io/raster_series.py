"""Rasters with dates for the catalogue of the store."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

from qgis.core import QgsUnitTypes

from ..core.errors import CrsError, EmptyInputError, ParameterError

# 2024-05-31, 2024_05, 20240531, 202405 or 2024, not inside a longer number.
DAY = re.compile(r'(?<!\d)((?:19|20)\d\d)(?:[-_.]?(0[1-9]|1[0-2])(?:[-_.]?(0[1-9]|[12]\d|3[01]))?)?(?!\d)')


def date_in(name):
    """The last date in a name as ISO 8601, or '': a month begins on its first day, a year on the first of January."""
    for found in reversed(list(DAY.finditer(name))):
        year, month, day = (int(part or 1) for part in found.groups())
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            continue
    return ''


def catalogue_rows(job, name, dates, variable, platform, quality, folder=None):
    """Rows of the raster catalogue, one per raster.

    Parameters
    ----------
    name : parameter that takes several rasters
    dates : one text per raster; empty takes the dates in the names of the files
    folder : where the store lies; rasters below it are named relative to it, so that all can be moved together

    Returns
    -------
    {field of the layer rasters: values}, list of names for messages

    Raises
    ------
    EmptyInputError, ParameterError, CrsError
    """
    layers = job.tool.parameterAsLayerList(job.parameters, name, job.context)
    if not layers:
        raise EmptyInputError('There is no raster to import.')
    names = [Path(layer.source()).name for layer in layers]
    if dates and len(dates) != len(layers):
        raise ParameterError('{times} times are given for {count} layers; give one of each, in the same order.',
                             times=len(dates), count=len(layers))
    times = dates or [date_in(one) for one in names]
    bare = [one for one, time in zip(names, times) if not time]
    if bare:
        raise ParameterError('{count} names of rasters hold no date, such as {name}. Give the dates.', count=len(bare),
                             name=bare[0])
    placeless = [one for one, layer in zip(names, layers) if not layer.crs().isValid()]
    if placeless:
        raise CrsError('{count} rasters have no coordinate reference system; the first is {name}. Assign it.',
                        count=len(placeless), name=placeless[0])
    for position, layer in enumerate(layers):
        job.inputs[f'{name}_{position + 1}'] = layer.source()
    count = len(layers)
    return {'path': [_path(layer.source(), folder) for layer in layers], 'variable': [variable] * count, 'time': times,
            'platform': [platform] * count, 'cell_m': [_cell(layer) for layer in layers],
            'quality': [quality] * count}, names


def _path(source, folder):
    """A source below a folder relative to it, with slashes; any other as it is."""
    if folder is None or not os.path.isabs(source):
        return source
    try:
        return Path(source).resolve().relative_to(Path(folder).resolve()).as_posix()
    except ValueError:
        return source


def _cell(layer):
    """Width of a cell in metres; for degrees about that at the equator."""
    metres = QgsUnitTypes.fromUnitToUnitFactor(layer.crs().mapUnits(), QgsUnitTypes.DistanceUnit.DistanceMeters)
    return round(layer.rasterUnitsPerPixelX() * metres, 6)
