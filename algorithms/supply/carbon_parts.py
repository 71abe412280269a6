"""Parts of carbon storage: the density of each class, corrected for the climate, and the value of a change."""

import numpy as np

from ...ecorestore_plugin.core.errors import ParameterError
from ...ecorestore_plugin.core.lookup import ClassLookup
from ...ecorestore_plugin.core.services.carbon_storage import (
    POOLS,
    carbon_density,
    check_carbon_table,
    climate_corrections,
    net_present_value,
)
from ...ecorestore_plugin.qgis_io.row_blocks import rows_of
from ..base import tr
from ..service_tools import classes_of

POOL_LAYERS = ('ABOVE_LAYER', 'BELOW_LAYER', 'SOIL_LAYER', 'DEAD_LAYER')  # in the order of POOLS
CLIMATE = ('LOCAL_PRECIPITATION', 'LOCAL_TEMPERATURE', 'REFERENCE_PRECIPITATION', 'REFERENCE_TEMPERATURE')


class Density:
    """Carbon density of land cover, from the class table and the rasters that stand in for its columns.

    Attributes
    ----------
    sources : RowSources of the pools that are given as rasters
    """

    def __init__(self, job, base, alternate):
        self.sources = {f'{pool}_layer': rows_of(job, layer, 0) for layer, pool in zip(POOL_LAYERS, POOLS)
                        if job.given(layer)}
        self._pools = _pools_by_class(job, base, alternate)
        self._sums = ClassLookup(self._pools.codes, carbon_density(self._pools.columns)[np.newaxis])

    def of(self, classes, block):
        """t C/ha of the cells of a block with some land cover."""
        if not self.sources:
            return self._sums.values(classes.codes, classes.valid)[0]
        pools = self._pools.values(classes.codes, classes.valid)
        for place, pool in enumerate(POOLS):
            if f'{pool}_layer' in self.sources:
                pools[place] = np.where(classes.valid, block[f'{pool}_layer'], np.nan)
        return carbon_density(np.array(pools))


def _pools_by_class(job, base, alternate):
    """ClassLookup of the four pools, corrected for the climate, that knows the classes of both land covers."""
    counts = base.class_counts()
    if alternate is not None:
        for code, cells in alternate.class_counts().items():
            counts[code] = counts.get(code, 0) + cells
    pools = classes_of(job, 'carbon_pools.csv', POOLS, counts, check_carbon_table)
    if job.given(CLIMATE[0]):
        biomass, soil = climate_corrections(*(job.number(name) for name in CLIMATE))
        pools.columns[:] *= np.array([[biomass], [biomass], [soil], [1.0]])
        job.say(tr('Biomass pools are multiplied by {biomass}, the soil pool by {soil}.', biomass=f'{biomass:.4f}',
                   soil=f'{soil:.4f}'))
    return pools


def value_of_change(job):
    """Value per hectare of a change, as a function; None where it is not asked for."""
    first, last, price = job.integer('YEAR'), job.integer('YEAR_ALT'), job.number('PRICE')
    if None in (first, last, price):
        return None
    if last <= first:
        raise ParameterError('The alternate year {last} must be later than the baseline year {first}.', last=last,
                             first=first)
    return lambda change: net_present_value(change, last - first, price, job.number('DISCOUNT'),
                                            job.number('PRICE_CHANGE'))
