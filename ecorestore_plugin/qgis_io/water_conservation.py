"""The two ways to water conservation, in blocks of rows: what they read, and what they make of a block."""

from __future__ import annotations

import numpy as np

from ..core.errors import ParameterError
from ..core.services.water_conservation import (
    retained_share,
    saturated_conductivity,
    topographic_index,
    yield_less_quick_flow,
)
from ..i18n import tr
from .row_blocks import rows_of
from .row_passes import gradient_rows
from .services import band_unit
from .soil_factors import water_of

MEASURES = {'catchment': 'catchment', 'cells': 'cells', 'm2': 'cells'}


def check_depth(job, name):
    """A raster of water is a depth in mm, as far as its file says so.

    Raises
    ------
    ParameterError
    """
    unit = band_unit(job.raster_layer(name))
    if unit not in ('', 'mm', 'mm/yr'):
        raise ParameterError('{name} is in {unit}; the depth in mm per year is wanted here, as Water yield writes it '
                             'as its depth.', name=job.label(name), unit=unit)


class Retention:
    """A share of the yield by land cover, terrain and soil.

    Parameters
    ----------
    velocity : ClassLookup of the velocity coefficient, None where VELOCITY is given
    """

    def __init__(self, job, velocity):
        self._job, self._velocity = job, velocity
        self._area = job.choice('AREA')
        self._dry, self._water = 0, {}
        self.sources = {name.lower(): rows_of(job, name, low) for name, low in (
            ('VELOCITY', 0), ('TOPOGRAPHIC_INDEX', None), ('CONDUCTIVITY', 0), ('SOIL_DEPTH', 0))}
        if self.sources['conductivity'] is None:
            self.sources.update(sand=rows_of(job, 'SAND', 0, 100), clay=rows_of(job, 'CLAY', 0, 100))
        if self.sources['topographic_index'] is None:
            elevation = rows_of(job, 'DEM')
            self.sources['rise'] = gradient_rows(elevation)
            self._water = water_of(job, elevation, (MEASURES[self._area],), 0.0, 0.5)

    def conserved(self, block):
        """(mm held back, topographic index)."""
        cover, velocity = block['cover'], block['velocity']
        if velocity is None:
            velocity, = self._velocity.values(cover.codes, cover.valid)
        conductivity = (saturated_conductivity(block['sand'], block['clay']) if block['conductivity'] is None
                        else block['conductivity'])
        index = block['topographic_index']
        if index is None:
            cells = self._water[MEASURES[self._area]][block.start:block.stop]
            area = cells * (block.grid.cell_area if self._area == 'm2' else 1.0)
            index = topographic_index(area, block['soil_depth'], 100.0 * np.hypot(*block['rise']))
        self._dry += int((index <= 0).sum())
        return block['yield'] * retained_share(velocity, index, conductivity), index

    def tell(self):
        """What the log says at the end."""
        if self._dry:
            self._job.say(tr('The topographic index is 0 or below in {count} cells, which hold back nothing.',
                             count=self._dry))


class QuickFlow:
    """The yield less quick flow.

    Parameters
    ----------
    runoff : ClassLookup of the share of rain that runs off at once, None where QUICK_FLOW is given
    """

    def __init__(self, job, runoff):
        self._job, self._runoff, self._losing = job, runoff, 0
        quick = rows_of(job, 'QUICK_FLOW', 0)
        self.sources = {'quick': quick, 'rain': rows_of(job, 'PRECIPITATION', 0) if quick is None else None}

    def conserved(self, block):
        """(mm held back, None)."""
        cover, quick = block['cover'], block['quick']
        if quick is None:
            quick = block['rain'] * self._runoff.values(cover.codes, cover.valid)[0]
        found = yield_less_quick_flow(block['yield'], quick)
        self._losing += int((found < 0).sum())
        return found, None

    def tell(self):
        """What the log says at the end."""
        if self._losing:
            self._job.warn(tr('{count} cells lose more water at once than they yield; their conservation is below 0.',
                              count=self._losing))
