"""Value of ecosystem services by equivalent factors."""

import numpy as np

from ...ecorestore_plugin.core.services.service_value import FUNCTIONS, correction_factors, service_value
from ...ecorestore_plugin.qgis_io.row_blocks import row_blocks, rows_of
from ..base import Tool, mark, tr
from ..parameters import number, number_output, raster, raster_output, table, table_output
from ..service_rows import ServiceRows
from ..service_tools import check_units, unit_outputs, unit_parameters
from .value_parts import CORRECTIONS, MEANS, NAMES, ValueSums, factors_of, reference_means, standard_of


class ServiceValue(Tool):
    tool_id = 'servicevalue'
    stage = 'supply'
    label = mark('Value of ecosystem services')
    summary = mark('Money value of eleven services by equivalent factors of land cover, and its change.')
    help = mark('''Estimates the value of eleven ecosystem services by the equivalent factors of Xie et al. (2015).

Value of a service = equivalent factor of the class * D * area. D is the value of one standard equivalent (currency \
per ha and year): what a hectare of average cropland yields in food without labour and inputs. It is given, or \
computed from grain: D = 1/7 * sum(sown area * price * yield) / total sown area. The default of 3406.5 CNY/ha is the \
national value of 2010.

Spatial correction: each service is multiplied by a layer over its mean. NPP corrects food, raw materials, gas, \
climate, purification, nutrients, biodiversity and aesthetics; precipitation corrects water supply and hydrological \
regulation; soil conservation corrects itself. The mean is that of the study area unless another is given; both dates \
share it.

With a second land cover: change = second - first.

Regulation of water by open water (102 equivalents) dominates totals where there are lakes; paddy fields use more \
water than they supply (-2.63). Built-up land counts 0.

Per unit: service_value and a field per service. Values are for comparison; they are no prices that somebody pays.

Source: Xie et al. 2015, J. Nat. Resour. 30(8):1243-1254''')
    keywords = mark('ecosystem service value, ESV, equivalent factor, GEP, valuation, unit value')

    def declare(self):
        yield raster('LANDCOVER', tr('Land cover'), tr('Class codes; their rows stand in the class table.'))
        yield raster('LANDCOVER_2', tr('Land cover of the second date'), tr('On the same grid, for the change.'),
                     optional=True)
        yield number('STANDARD', tr('Value of the standard equivalent (per ha and year)'), tr(
            'Currency per ha; 3406.5 CNY is the national value of 2010. Not used where the grain table is given.'),
            default=3406.5, minimum=0.01)
        yield table('GRAIN', tr('Grain table'), tr(
            'Table with area_ha (sown area), price (per kg) and yield (kg/ha), a row per crop; gives the value of the '
            'standard equivalent.'), optional=True)
        yield table('TABLE', tr('Class table'), tr(
            'Table with code and type, and where a class is mixed type_2 and share_2 (0 to 1), such as paddy. Empty: '
            'the shipped table for land-cover codes 1 to 9.'), optional=True)
        yield table('FACTORS', tr('Equivalent factors'), tr(
            'Table with type and the columns food, raw, water, gas, climate, purify, hydro, soil, nutrient, '
            'biodiversity, aesthetic. Empty: Xie et al. 2015.'), optional=True, advanced=True)
        for name, mean, label in zip(CORRECTIONS, MEANS, (
                tr('Net primary production'), tr('Precipitation'), tr('Soil conservation'))):
            yield raster(name, label, tr('For the spatial correction, any unit. Empty: no correction.'), optional=True,
                         advanced=True)
            yield number(mean, tr('Reference mean: {layer}', layer=label), tr(
                'In the unit of the layer, such as the mean of the country. Empty: the mean of the study area.'),
                optional=True, advanced=True)
        yield from unit_parameters()
        yield raster_output('OUTPUT', tr('Value of ecosystem services'), tr('Currency per year and cell.'))
        yield raster_output('SERVICES', tr('Value by service'), tr('Eleven bands, currency per year and cell.'),
                            optional=True)
        yield raster_output('CHANGE', tr('Change of value'), tr('Second minus first date.'), optional=True)
        yield table_output('SUMMARY', tr('Value by service'), tr(
            'Per service: value, and of the second date value, change and change in percent.'), optional=True)
        yield table_output('CLASSES', tr('Value by class'), tr('Per class and date: area in ha and value.'),
                           optional=True)
        yield from unit_outputs()
        yield number_output('TOTAL_2', tr('Value of the second date'))
        yield number_output('STANDARD_USED', tr('Value of the standard equivalent used'))

    def check(self, values):
        if values.given('CHANGE') and not values.given('LANDCOVER_2'):
            return tr('The change needs the land cover of the second date.')
        return check_units(values)

    def compute(self, job):
        sources = {'first': rows_of(job, 'LANDCOVER', classes=True),
                   'second': rows_of(job, 'LANDCOVER_2', classes=True),
                   **{name: rows_of(job, name, 0) for name in CORRECTIONS}}
        grid = sources['first'].grid
        standard = standard_of(job)
        lookup = factors_of(job, [sources[name].class_counts() for name in ('first', 'second') if sources[name]])
        means = reference_means(job, sources)
        sums = ValueSums()
        writers = {name: job.raster_rows(name, grid, '/yr', job.label(name), style, bands) for name, style, bands in (
            ('SERVICES', 'supply', [tr(name) for name in NAMES]), ('CHANGE', 'change', ()))}
        service = ServiceRows(job, 'service', 'value', grid, '/yr', tr('Value of ecosystem services'))
        for block in row_blocks(job, sources, 0.3, 1.0, mark('Value of {count} cells')):
            corrections = correction_factors(*(block[name] for name in CORRECTIONS), means)
            values = {}
            for date in ('first', 'second'):
                cover = block[date]
                if cover is not None:
                    factors = np.array(lookup.values(cover.codes, cover.valid))
                    values[date] = service_value(factors, standard, grid.cell_area, corrections)
                    sums.add(date, cover, values[date])
            amount = values['first'].sum(axis=0)
            extra = {f'value_{name}': layer for name, layer in zip(FUNCTIONS, values['first'])}
            if 'second' in values:
                change = values['second'].sum(axis=0) - amount
                extra.update(service_value_2=values['second'].sum(axis=0), value_change=change)
                writers['CHANGE'].write(block.start, change)
            writers['SERVICES'].write(block.start, values['first'])
            service.write(block.start, amount, extra)
        service.finish()
        job.set_number('TOTAL_2', sums.total('second'))
        job.set_number('STANDARD_USED', standard)
        sums.write(job, grid.cell_area_ha)
