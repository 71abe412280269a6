"""Raw layers of the resilience indicators, read in blocks of rows."""

from __future__ import annotations

import numpy as np

from ..core.checks import stop_if
from ..core.errors import EmptyInputError, ParameterError, ValueRangeError
from ..core.lookup import class_lookup
from ..core.resilience.indicators import CARBON_TO_MATTER
from ..core.services.soil import soil_erodibility
from .row_blocks import rows_of, spans
from .row_layers import named_layers

# Layer of core.resilience.indicators -> parameter, and the limits of its values.
RAW = {'dem': ('DEM', None, None), 'precipitation': ('PRECIPITATION', 0, 20000),
       'temperature': ('TEMPERATURE', -60, 60), 'et0': ('ET0', 0, 20000), 'organic_matter': ('ORGANIC_MATTER', 0, 100),
       'soil_depth': ('SOIL_DEPTH', 0, None), 'erodibility': ('ERODIBILITY', 0, 1), 'ndvi': ('NDVI', -1, 1),
       'population': ('POPULATION', 0, None), 'nightlight': ('NIGHTLIGHT', None, None)}
SOIL = ('ORGANIC_CARBON', 'SAND', 'SILT', 'CLAY')


class RawLayers:
    """What the indicators are made from.

    Attributes
    ----------
    given : names of the layers there are, those that follow from organic carbon and texture included
    own : dict name -> RowSource of the user's own indicators
    grid : Grid of all of them
    """

    def __init__(self, job):
        names, sources = named_layers(job, 'OWN', 'OWN_NAMES')
        if sources and not job.list('OWN_NAMES'):
            raise ParameterError('There are {names} names for {rasters} rasters; give one per raster, in their order.',
                                 names=0, rasters=len(sources))
        self.own = dict(zip(names, sources))
        self.landcover = rows_of(job, 'LANDCOVER', classes=True)
        self._layers = {name: rows_of(job, *rest) for name, rest in RAW.items()}
        self._soil = {name: rows_of(job, name, 0, 100) for name in SOIL}
        self._all = [source for source in (*self.own.values(), self.landcover, *self._layers.values(),
                                           *self._soil.values()) if source is not None]
        if not self._all:
            raise EmptyInputError('None of the layers the indicators are made from is given.')
        self.grid = self._all[0].grid
        self.given = {name for name, source in self._layers.items() if source is not None}
        if self.landcover is not None:
            self.given.add('landcover')
        if self._soil['ORGANIC_CARBON'] is not None:
            self.given.add('organic_matter')
        if 'organic_matter' in self.given and all(self._soil[name] is not None for name in SOIL[1:]):
            self.given.add('erodibility')

    @property
    def ndvi(self):
        return self._layers['ndvi']

    @property
    def dem(self):
        return self._layers['dem']

    def blocks(self, job, halo):
        """Yields (start, stop, rows of the halo above, Grid, layers, own) with ``halo`` rows above and below, as far as
        there are any; progress from 0.1 on.

        Raises
        ------
        EmptyInputError : a layer without a single known value
        """
        rows = self.grid.rows
        # Rows of the halo are worked on twice: blocks are made several times as high.
        for start, stop in spans(self.grid, max(1000000, 4 * halo * self.grid.columns)):
            stop_if(job.cancelled)
            top, bottom = max(0, start - halo), min(rows, stop + halo)
            part = self.grid.part(top, 0, (bottom - top, self.grid.columns))
            yield (start, stop, start - top, part, self._read(top, bottom),
                   {name: source.read(top, bottom) for name, source in self.own.items()})
            job.progress(0.1 + 0.9 * stop / rows)
        for source in self._all:
            if not source.known:
                raise source.nothing()

    def _read(self, top, bottom):
        layers = {name: None if source is None else source.read(top, bottom) for name, source in self._layers.items()}
        carbon, *texture = (None if source is None else source.read(top, bottom) for source in self._soil.values())
        cover = None if self.landcover is None else self.landcover.read(top, bottom)
        layers['landcover'] = None if cover is None else (cover.codes, cover.valid)
        if layers['organic_matter'] is None and carbon is not None:
            layers['organic_matter'] = CARBON_TO_MATTER * carbon
        if layers['erodibility'] is None and 'erodibility' in self.given:
            carbon = layers['organic_matter'] / CARBON_TO_MATTER if carbon is None else carbon
            layers['erodibility'] = soil_erodibility(*texture, carbon)
        return layers


def class_scores(job, landcover):
    """(code -> elasticity, code -> degree of land use) of the table, which must know every class of ``landcover``.

    Raises
    ------
    ValueRangeError, MissingCodeError, DuplicateCodeError
    """
    rows = job.table('TABLE', 'landcover_resilience.csv', ('elasticity', 'intensity'))
    codes = rows.integers('code' if rows.has('code') else 'lucode').tolist()
    scores, degrees = (rows.numbers(name, missing=False) for name in ('elasticity', 'intensity'))
    outside = (scores < 0) | (scores > 1)
    if outside.any():
        raise ValueRangeError('{table}: elasticity must lie between 0 and 1; code {code} has {value}.',
                              table=rows.name, code=codes[int(np.argmax(outside))], value=f'{scores[outside][0]:g}')
    if landcover is not None:
        class_lookup(job.label('LANDCOVER'), landcover.class_counts(), codes, scores)
    return dict(zip(codes, scores)), dict(zip(codes, degrees))


def road_segments(job, grid):
    """Road segments as (n, 4) coordinates x1, y1, x2, y2, or None."""
    roads = job.features('ROADS', ('line',), grid)
    if roads is None:
        return None
    parts = [part for geometry in roads.geometries
             for part in (geometry.asMultiPolyline() if geometry.isMultipart() else [geometry.asPolyline()])]
    return np.array([(a.x(), a.y(), b.x(), b.y()) for part in parts for a, b in zip(part, part[1:])]).reshape(-1, 4)
