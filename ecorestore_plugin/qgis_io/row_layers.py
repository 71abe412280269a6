"""Rasters of a run in blocks of rows, as several tools ask for them: under names, band by band, or as known values."""

from __future__ import annotations

import numpy as np

from ..core.errors import DuplicateCodeError, ParameterError
from ..core.precision import compact
from .row_blocks import layers_of, open_dataset, open_rows, row_blocks, spans


def named_layers(job, name, names, classes=False):
    """(names, RowSources) of a parameter that takes several rasters, under the names another one lists.

    Names are fit for fields; those of the layers where none are listed.

    Raises
    ------
    ParameterError, DuplicateCodeError : as many names as rasters, all different, are needed
    """
    found, sources = layers_of(job, name, classes)
    chosen = job.list(names) or found
    if len(chosen) != len(found):
        raise ParameterError('There are {names} names for {rasters} rasters; give one per raster, in their order.',
                             names=len(chosen), rasters=len(found))
    if len(set(chosen)) < len(chosen):
        raise DuplicateCodeError('The names {names} are not all different; name the layers apart.',
                                 names=', '.join(chosen))
    return ['_'.join(word.split()) for word in chosen], sources


class BandRows:
    """The bands of a raster parameter, read band by band in blocks of rows.

    Attributes
    ----------
    names : of the bands; grid : Grid; spans : (start, stop) of the blocks
    """

    def __init__(self, job, name):
        layer = job.raster_layer(name)
        dataset = open_dataset(layer)
        self._sources = [open_rows(job, layer, job.label(name), band, dataset=dataset)
                         for band in range(1, layer.bandCount() + 1)]
        self.names = [_description(dataset, band) or layer.bandName(band) for band in range(1, layer.bandCount() + 1)]
        self.grid = self._sources[0].grid
        self.spans = spans(self.grid)

    def read(self, band, start, stop):
        """(rows, cols) floats, NaN where unknown."""
        return self._sources[band].read(start, stop)


def _description(dataset, band):
    return dataset.GetRasterBand(band).GetDescription() if dataset is not None else ''


def known_values(job, source, start=0.0, end=1.0, text='Reading {count} values'):
    """All known values of a RowSource in one row; in single precision where that holds them exactly."""
    found = []
    for block in row_blocks(job, {'values': source}, start, end, text):
        values = block['values']
        found.append(compact(values[np.isfinite(values)]))
    return np.concatenate(found)
