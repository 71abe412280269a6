"""What the demand of people has in common: so much per person, or statistics of units spread without loss."""

import numpy as np

from ..ecorestore_plugin.core.checks import check_range
from ..ecorestore_plugin.core.errors import ParameterError
from ..ecorestore_plugin.core.services.people import per_capita_demand
from ..ecorestore_plugin.i18n import mark, tr
from ..ecorestore_plugin.qgis_io.row_blocks import row_blocks, rows_of
from .parameters import choice, field, number, raster
from .service_rows import ServiceRows
from .service_tools import check_units, unit_names, unit_parameters
from .spreading import spread_over_rows

METHODS = ('per_capita', 'statistics')


def people_parameters(per_capita, statistic, methods=METHODS, extra=()):
    """Population, method, amount per person, units and the statistic of the units.

    Parameters
    ----------
    per_capita : (label, help, default) of the amount per person
    statistic : (label, help, default field)
    methods : words of METHOD
    extra : definitions that follow the amount per person
    """
    yield raster('POPULATION', tr('Population'), tr('Persons per cell (not per km2).'))
    yield choice('METHOD', tr('Method'), tr(
        'per_capita multiplies the population; statistics spreads what is known of the units over their cells.'),
        methods, 'per_capita')
    yield number('PER_CAPITA', per_capita[0], per_capita[1], default=per_capita[2], minimum=0)
    yield from extra
    yield from unit_parameters()
    yield field('PER_CAPITA_FIELD', tr('Amount per person by unit'), tr(
        'Used by per_capita: field with the amount of each unit, in place of one number for all; units where it is '
        'NULL take the number.'), 'UNITS', numeric=True, optional=True, advanced=True)
    yield field('STATISTIC', statistic[0], statistic[1], 'UNITS', statistic[2], numeric=True, optional=True)
    yield raster('WEIGHT', tr('Weight of the cells'), tr(
        'Used by statistics: the layer in proportion to which a unit is spread, such as night light. Empty: '
        'population.'), optional=True, advanced=True)


def check_people(values):
    """What is wrong with the parameters, or ''."""
    if values.choice('METHOD') == 'statistics' and not values.given('UNITS'):
        return tr('Statistics need the administrative units and their field.')
    if values.given('PER_CAPITA_FIELD') and not values.given('UNITS'):
        return tr('Amounts per person by unit need the administrative units.')
    return check_units(values)


def people_demand(job, service, unit, description, factor, default_field):
    """Computes and writes the demand of people.

    Parameters
    ----------
    factor : turns the amount per person, or the statistic, into the unit of the result
    default_field : of the statistic
    """
    if job.choice('METHOD') == 'statistics':
        demand_of_statistics(job, service, unit, description, factor, default_field)
        return
    sources = {'people': rows_of(job, 'POPULATION', 0)}
    grid = sources['people'].grid
    rows = ServiceRows(job, service, 'demand', grid, unit, description)
    rates = _rates(job, rows.units)
    persons = 0.0
    for block in row_blocks(job, sources, 0.0, 1.0, mark('Demand of {count} cells')):
        rate = job.number('PER_CAPITA') if rates is None else rates[rows.cells(block.start, block.stop)]
        persons += float(np.nansum(block['people']))
        rows.write(block.start, per_capita_demand(block['people'], rate * factor))
    warn_of_nobody(job, persons)
    rows.finish()


def _rates(job, units):
    """Amount per person by unit number, that of number 0 being the one for all; None without a field."""
    name = job.field('PER_CAPITA_FIELD') if units is not None and job.given('PER_CAPITA_FIELD') else ''
    if not name:
        return None
    own = units.features.numbers(name)
    if (own < 0).any():
        raise ParameterError('{field}: {count} units have a negative amount per person.', field=name,
                             count=int((own < 0).sum()))
    empty = np.flatnonzero(np.isnan(own)) + 1
    if len(empty):
        job.warn(tr('{count} units have no amount per person and take {value}: {names}.', count=len(empty),
                    value=f'{job.number("PER_CAPITA"):g}', names=unit_names(units, empty)))
    return np.where(np.isnan([np.nan, *own]), job.number('PER_CAPITA'), [0.0, *own])


def demand_of_statistics(job, service, unit, description, factor, default_field):
    """A statistic of the units spread over their cells by population or another weight; sums are kept."""
    sources = {'people': rows_of(job, 'POPULATION', 0), 'weight': rows_of(job, 'WEIGHT', 0)}
    rows = ServiceRows(job, service, 'demand', sources['people'].grid, unit, description)
    units = rows.units
    if units is None:
        raise ParameterError('Statistics need the administrative units and their field.')
    totals = units.features.numbers(job.field('STATISTIC') or default_field) * factor
    check_range(description, totals, 0)
    unknown = np.flatnonzero(np.isnan(totals)) + 1
    if len(unknown):
        job.warn(tr('{count} units have no statistic and become nodata: {names}.', count=len(unknown),
                    names=unit_names(units, unknown)))

    def weigh(block):
        people = block['people']
        return people if block['weight'] is None else block['weight'], ~np.isnan(people)

    def tell(rates):
        if len(rates.uniform):
            job.warn(tr('{count} units have a statistic but no people; theirs is spread evenly over all their cells: '
                        '{names}.', count=len(rates.uniform), names=unit_names(units, rates.uniform)))
        if len(rates.lost):
            job.warn(tr('{count} units have a statistic but no cell with known population; they are in no total: '
                        '{names}.', count=len(rates.lost), names=unit_names(units, rates.lost)))
    spread_over_rows(job, rows, sources, [(totals, weigh)], tell)


def warn_of_nobody(job, persons):
    """Says so where the population layer holds nobody."""
    if not persons > 0:
        job.warn(tr('Nobody lives in the area: the population is 0 in every cell, and so is the demand. Check that the '
                    'layer holds persons per cell and not a density that was rounded to 0.'))
