"""The water balance of the Budyko curve, in blocks of rows."""

import numpy as np

from ...ecorestore_plugin.core.services.evapotranspiration import modified_hargreaves
from ...ecorestore_plugin.core.services.soil import ORGANIC_CARBON_SHARE
from ...ecorestore_plugin.core.services.water import (
    available_water_content,
    budyko_fraction,
    check_biophysical_table,
)
from ...ecorestore_plugin.qgis_io.latitude import latitudes
from ...ecorestore_plugin.qgis_io.row_blocks import months_of, rows_of
from ..base import tr
from ..service_tools import class_table, classes_of
from .soil_parameters import TEXTURE

COLUMNS = ('lulc_veg', 'root_depth', 'kc')
MONTHS = ('TMIN_MONTHS', 'TMAX_MONTHS', 'PRECIPITATION_MONTHS')


class WaterBalance:
    """What a run reads, and the balance of a block.

    Attributes
    ----------
    sources : RowSources, for row_blocks
    consumes : whether water consumption is known
    """

    def __init__(self, job):
        self._job = job
        self.sources = {'rain': rows_of(job, 'PRECIPITATION', 0), 'cover': rows_of(job, 'LANDCOVER', classes=True),
                        'depth': rows_of(job, 'SOIL_DEPTH', 0), 'et0': rows_of(job, 'ET0', 0),
                        'pawc': rows_of(job, 'PAWC', 0, 1), 'kc': rows_of(job, 'KC', 0),
                        'roots': rows_of(job, 'ROOT_DEPTH', 0), 'consumption': rows_of(job, 'CONSUMPTION', 0)}
        if self.sources['et0'] is None:
            self.sources.update({name: months_of(job, name) for name in MONTHS})
        if self.sources['pawc'] is None:
            self.sources.update({name: rows_of(job, name, 0, 100) for name in TEXTURE})
        counts = self.sources['cover'].class_counts()
        self._lookup = classes_of(job, 'biophysical_wateryield.csv', COLUMNS, counts, check_biophysical_table)
        self._use = self._consumption_by_class(job, counts)
        self.consumes = self._use is not None or self.sources['consumption'] is not None
        self._dry, self._lacking = 0, 0

    @staticmethod
    def _consumption_by_class(job, counts):
        """ClassLookup of the column demand, None where there is none or a raster stands in for it."""
        if job.given('CONSUMPTION') or not job.given('TABLE'):
            return None
        table, _ = class_table(job, 'biophysical_wateryield.csv', COLUMNS, counts)
        return classes_of(job, '', ('demand',), counts) if table.has('demand') else None

    def consumption(self, block):
        """m3 per cell, None where it is not known."""
        if self._use is None:
            return block['consumption']
        return self._use.values(block['cover'].codes, block['cover'].valid)[0]

    def of(self, block):
        """Depth of yield, evapotranspiration and what they were computed from."""
        cover, rain = block['cover'], block['rain']
        vegetated, root_depth, kc = self._lookup.values(cover.codes, cover.valid)
        # InVEST writes -1 where no roots are; an empty field means the same.
        root_depth = np.where(vegetated == 0, 0.0, root_depth) if block['roots'] is None else block['roots']
        kc = kc if block['kc'] is None else block['kc']
        et0, pawc = block['et0'], block['pawc']
        if et0 is None:
            et0 = modified_hargreaves(*(np.array(block[name]) for name in MONTHS), latitudes(block.grid))
        if pawc is None:
            *texture, carbon = (block[name] for name in TEXTURE)
            pawc = available_water_content(*texture, np.minimum(carbon / ORGANIC_CARBON_SHARE, 100.0))
        fraction = budyko_fraction(rain, et0, pawc, block['depth'], vegetated, root_depth, kc, self._job.number('Z'))
        without = cover.valid & np.isnan(fraction)
        self._dry += int((without & (rain == 0)).sum())
        self._lacking += int((without & (rain != 0)).sum())
        return {'DEPTH': (1.0 - fraction) * rain, 'AET': fraction * rain, 'ET0_OUT': et0, 'PAWC_OUT': pawc}

    def tell(self):
        """Warns of the cells that became nodata."""
        if self._dry:
            self._job.warn(tr('{count} cells have a precipitation of 0 and become nodata: the equation divides by it. '
                              'Where 0 stands for missing data, that is right; else give a small amount.',
                              count=self._dry))
        if self._lacking:
            self._job.warn(tr('{count} cells with land cover become nodata, because another layer has no data there.',
                              count=self._lacking))
