"""What the tools about several services read in the same way."""

from __future__ import annotations

from osgeo import gdal

from ..core.errors import DuplicateCodeError, ParameterError
from .row_blocks import layers_of

STOCKS = ('t C', 't C/ha')


def service_names(job, parameter='SERVICES'):
    """Service names of a text parameter, fit for field names.

    Raises
    ------
    ParameterError, DuplicateCodeError
    """
    names = ['_'.join(word.split()) for word in job.list(parameter)]
    if not names:
        raise ParameterError('{name} is empty; give at least one service, such as food,carbon,water.',
                             name=job.label(parameter))
    double = sorted({name for name in names if names.count(name) > 1})
    if double:
        raise DuplicateCodeError('{name}: {services} stands there more than once; every service needs a name of its '
                                 'own.', name=job.label(parameter), services=', '.join(double))
    return names


def service_weights(job, names, parameter='SERVICE_WEIGHTS'):
    """One weight per service, or None for equal weights.

    Raises
    ------
    ParameterError : another number of weights
    """
    weights = job.numbers(parameter)
    if weights and len(weights) != len(names):
        raise ParameterError('{name}: there are {weights} weights for {count} services ({services}); give one per '
                             'service.', name=job.label(parameter), weights=len(weights), count=len(names),
                             services=', '.join(names))
    return weights or None


def service_layers(job, names):
    """(supply, demand), RowSources each, one per service in the order of the names.

    Raises
    ------
    ParameterError : another number of rasters than services, or two units
    """
    # Negative demand is refused when it is read.
    check_same_units(job)
    supply, demand = layers_of(job, 'SUPPLY')[1], layers_of(job, 'DEMAND', minimum=0)[1]
    if not len(supply) == len(demand) == len(names):
        raise ParameterError('There are {supply} supply rasters, {demand} demand rasters and {names} service '
                             'names; give one of each per service, in the same order.', supply=len(supply),
                             demand=len(demand), names=len(names))
    return supply, demand


def check_same_units(job, supply='SUPPLY', demand='DEMAND'):
    """Supply and demand of a service are in one unit, as far as their files say so.

    Raises
    ------
    ParameterError : names both layers and units; carbon stored against carbon emitted is told apart
    """
    pairs = zip(*(job.tool.parameterAsLayerList(job.parameters, name, job.context) for name in (supply, demand)))
    for one, other in pairs:
        units = band_unit(one), band_unit(other)
        if not all(units) or units[0] == units[1]:
            continue
        if (units[0] in STOCKS) != (units[1] in STOCKS):
            raise ParameterError('{one} is in {unit} and {other} in {other_unit}: a stock cannot be compared with an '
                                 'annual flow. Divide the storage by a horizon in years with Carbon storage, or take '
                                 'Carbon fixation.', one=one.name(), other=other.name(), unit=units[0],
                                 other_unit=units[1])
        raise ParameterError('{one} is in {unit} and {other} in {other_unit}: supply and demand of a service must be '
                             'in one unit.', one=one.name(), other=other.name(), unit=units[0], other_unit=units[1])


def band_unit(layer, band=1):
    """The unit that stands in the file of a raster layer, '' where there is none."""
    dataset = gdal.Open(layer.source()) if layer.providerType() == 'gdal' else None
    return dataset.GetRasterBand(band).GetUnitType() if dataset is not None else ''
