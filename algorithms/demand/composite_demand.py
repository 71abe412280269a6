"""Composite demand: built-up land, people and economy where no service has statistics."""

import numpy as np

from ...ecorestore_plugin.core.errors import ParameterError
from ...ecorestore_plugin.core.services.people import composite_demand
from ...ecorestore_plugin.core.zonal import spread_cells, spread_rates, spread_sums, zonal_count
from ...ecorestore_plugin.qgis_io.row_blocks import UnitRows, row_blocks, rows_of
from ...ecorestore_plugin.qgis_io.row_passes import share_rows
from ..base import Tool, mark, tr
from ..parameters import field, number, number_output, raster, raster_output, text, vector_output
from ..service_tools import unit_parameters

M2_PER_KM2 = 1e6


class CompositeDemand(Tool):
    tool_id = 'compositedemand'
    stage = 'demand'
    label = mark('Composite demand')
    summary = mark('Demand from built-up land, population and GDP, for places without statistics of services.')
    help = mark('''An index of the demand for ecosystem services where none is known service by service: \
demand = built-up land in % * lg(persons per km2) * lg(GDP in 10^4 CNY per km2). Densities up to 1 count as 0, since \
their logarithm would turn the sign.

Per cell the built-up land is its share in a square window, people and GDP are those of the cell. Per unit all three \
are those of the whole unit; the field composite_demand can be matched with a supply index, not with a supply in \
tonnes or cubic metres: the index has no unit and must not be summed.

GDP is given by cell, or as a field of the units: it is then spread over their cells by population.

Source: the index of Peng and others, as quoted by studies of supply and demand in China''')
    keywords = mark('composite demand, development intensity, population density, GDP density, built-up land')

    def declare(self):
        yield raster('POPULATION', tr('Population'), tr('Persons per cell (not per km2).'))
        yield raster('LANDCOVER', tr('Land cover'), tr('Class codes.'))
        yield text('BUILT', tr('Built-up classes'), tr('Codes of built-up land, separated by commas.'), default='8')
        yield raster('GDP', tr('GDP'), tr('10^4 CNY per cell. Empty: from the field of the units.'), optional=True)
        yield number('WINDOW', tr('Window (m)'), tr(
            'Side of the square window in which the share of built-up land is taken; the nearest odd number of '
            'cells.'), default=1000, minimum=0.01)
        yield from unit_parameters()
        yield field('GDP_FIELD', tr('GDP of the unit'), tr('10^4 CNY, used without a GDP layer.'), 'UNITS', 'gdp_wan',
                    numeric=True, optional=True)
        yield raster_output('OUTPUT', tr('Composite demand'), tr('Index without unit, by cell.'))
        yield vector_output('UNIT_DEMAND', tr('Composite demand of the units'), tr(
            'The units with built_percent, population_density, gdp_density (per km2) and composite_demand.'),
            'polygon', optional=True)
        yield number_output('MEAN', tr('Mean composite demand'))

    def check(self, values):
        if not values.given('GDP') and not values.given('UNITS'):
            return tr('Give GDP by cell, or administrative units with their GDP.')
        if values.given('UNIT_DEMAND') and not values.given('UNITS'):
            return tr('Demand of the units needs the administrative units.')
        return ''

    def compute(self, job):
        codes = np.array(job.numbers('BUILT'))
        if not len(codes):
            raise ParameterError('{name} is empty; give the codes of built-up land.', name=job.label('BUILT'))
        cover = rows_of(job, 'LANDCOVER', classes=True)
        sources = {'people': rows_of(job, 'POPULATION', 0), 'gdp': rows_of(job, 'GDP', 0), 'cover': cover,
                   'built': share_rows(cover, codes, job.number('WINDOW'))}
        units = job.units('UNITS', cover.grid, burn=False)
        rows = UnitRows(units.geometries, cover.grid) if units is not None else None
        rates = None if sources['gdp'] is not None else self._rates(job, units, rows, sources['people'])
        self._write(job, sources, codes, units, rows, rates)

    @staticmethod
    def _rates(job, units, rows, people):
        """SpreadRates of the GDP of the units by population."""
        cells, sums = np.zeros(len(units), np.int64), np.zeros(len(units))
        for block in row_blocks(job, {'people': people}, 0.0, 0.3, mark('People per unit in {count} cells')):
            count, total = spread_sums(block['people'], rows.read(block.start, block.stop),
                                       ~np.isnan(block['people']), len(units))
            cells, sums = cells + count, sums + total
        return spread_rates(units.features.numbers(job.field('GDP_FIELD') or 'gdp_wan'), cells, sums)

    @staticmethod
    def _write(job, sources, codes, units, rows, rates):
        grid = sources['people'].grid
        per_km2 = M2_PER_KM2 / grid.cell_area
        writer = job.raster_rows('OUTPUT', grid, '', tr('Composite demand'), 'demand')
        sums = None if units is None else np.zeros((4, len(units)))
        total, count = 0.0, 0
        for block in row_blocks(job, sources, 0.3, 1.0, mark('Demand of {count} cells')):
            people, classes = block['people'], block['cover']
            cells = None if rows is None else rows.read(block.start, block.stop)
            product = block['gdp']
            if product is None:
                product = spread_cells(rates, people, cells, ~np.isnan(people))
            demand = composite_demand(100.0 * block['built'], people * per_km2, product * per_km2)
            writer.write(block.start, demand)
            total, count = total + float(np.nansum(demand)), count + int(np.isfinite(demand).sum())
            if sums is not None:
                known = classes.valid & ~np.isnan(people + product)
                sums += [zonal_count(known, cells, len(units)),
                         zonal_count(known & np.isin(classes.codes, codes), cells, len(units)),
                         *(spread_sums(part, cells, known, len(units))[1] for part in (people, product))]
        job.set_number('MEAN', total / count if count else None)
        if sums is not None:
            _write_units(job, units, sums, per_km2)


def _write_units(job, units, sums, per_km2):
    """Percent of built-up land, densities and demand of the units from cells, built-up cells, people and GDP."""
    built, people, product = (np.divide(part, sums[0], out=np.full(len(units), np.nan), where=sums[0] > 0)
                              for part in sums[1:])
    found = {'built_percent': 100.0 * built, 'population_density': people * per_km2, 'gdp_density': product * per_km2}
    found['composite_demand'] = composite_demand(*found.values())
    replaced = [key for key in units.features.columns if key.lower() in found]
    job.write_vector('UNIT_DEMAND', {**units.identity(), **found, **units.columns(without=replaced)},
                     units.geometries, 'polygon', units.crs, style='demand')
