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
from ..base import tr
from ..service_tools import classes_of

CLIMATE = ('LOCAL_PRECIPITATION', 'LOCAL_TEMPERATURE', 'REFERENCE_PRECIPITATION', 'REFERENCE_TEMPERATURE')


def density_by_class(job, sources):
    """ClassLookup of the density, corrected for the climate, that knows the classes of both land covers."""
    counts = sources['base'].class_counts()
    if sources['alt'] is not None:
        for code, cells in sources['alt'].class_counts().items():
            counts[code] = counts.get(code, 0) + cells
    pools = classes_of(job, 'carbon_pools.csv', POOLS, counts, check_carbon_table)
    if job.given(CLIMATE[0]):
        biomass, soil = climate_corrections(*(job.number(name) for name in CLIMATE))
        pools.columns[:] *= np.array([[biomass], [biomass], [soil], [1.0]])
        job.say(tr('Biomass pools are multiplied by {biomass}, the soil pool by {soil}.', biomass=f'{biomass:.4f}',
                   soil=f'{soil:.4f}'))
    return ClassLookup(pools.codes, carbon_density(pools.columns)[np.newaxis])


def density_of(density, classes):
    """t C/ha of the cells of a block."""
    return density.values(classes.codes, classes.valid)[0]


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
