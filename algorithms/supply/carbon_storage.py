"""Carbon storage of land cover and its change."""

import numpy as np

from ...ecorestore_plugin.core.services.carbon_storage import POOLS, yearly_flow
from ...ecorestore_plugin.qgis_io.row_blocks import row_blocks, rows_of
from ..base import Tool, mark, tr
from ..parameters import integer, number, number_output, raster, raster_output, table
from ..service_rows import ServiceRows
from ..service_tools import check_units, unit_outputs, unit_parameters
from .carbon_parts import CLIMATE, POOL_LAYERS, Density, value_of_change

LATER = ('ALTERNATE', 'CHANGE', 'NPV')


class CarbonStorage(Tool):
    tool_id = 'carbonstorage'
    stage = 'supply'
    label = mark('Carbon storage')
    summary = mark('Carbon in four pools by land cover, its change to another land cover, and the net present value.')
    help = mark('''Adds up the carbon that land cover stores above ground, below ground, in the soil and in dead \
matter. Results equal those of InVEST Carbon.

Storage per hectare = sum of the four densities of the class (t C/ha); per cell = that times the cell area. With an \
alternate land cover (a later date or a scenario): change = alternate - baseline; positive is sequestration.

Net present value per hectare = change * price / years * sum over t = 0 .. years-1 of 1 / ((1 + r)^t (1 + c)^t). The \
price is per tonne of carbon; a price per tonne of CO2 times 44/12.

Storage is a stock in t C. It must not be compared with annual emissions: either divide it by a horizon in years here \
(flow = storage / horizon, t C/yr), or give two storages to Carbon fixation.

Regional correction: with the climate of the area and of the reference that the densities hold for, biomass pools are \
multiplied by exp(0.0054 dP) * (28 T + 398) / (28 T_ref + 398) and the soil pool by (3.3968 P + 3996.1) / (3.3968 \
P_ref + 3996.1). Rasters of pools are taken as they are.

Densities differ between sources, mostly by the depth of soil they count (20, 30 or 100 cm): do not mix them. The \
shipped table is illustrative.

Source: InVEST 3.20 user guide; Giardina & Ryan 2000, doi:10.1038/35009076''')
    keywords = mark('carbon storage, carbon stock, sequestration, InVEST, carbon density, net present value, pools')

    def declare(self):
        yield raster('LANDCOVER', tr('Land cover'), tr('Class codes of the baseline; their rows stand in the table of '
                                                       'carbon pools.'))
        yield raster('LANDCOVER_ALT', tr('Alternate land cover'), tr(
            'Class codes of a later date or of a scenario on the same grid, for change and value.'), optional=True)
        yield table('TABLE', tr('Carbon pools'), tr(
            'Table with code (or lucode), c_above, c_below, c_soil and c_dead in t C/ha, as in InVEST. Empty: the '
            'shipped illustrative table for land-cover codes 1 to 9.'), optional=True)
        yield integer('YEAR', tr('Year of the baseline'), tr('Needed for the net present value.'), optional=True)
        yield integer('YEAR_ALT', tr('Year of the alternate'), tr('Later than the baseline.'), optional=True)
        yield number('PRICE', tr('Price of carbon (per t C)'), tr(
            'Currency per tonne of carbon, not of CO2: a price per tonne of CO2 times 3.667. Needed for the value.'),
            optional=True, minimum=0)
        yield number('DISCOUNT', tr('Market discount (%/yr)'), tr(
            'How much less a payment is worth a year later; 3 to 7 % are usual.'),
            default=3, minimum=-99, advanced=True)
        yield number('PRICE_CHANGE', tr('Yearly change of the price of carbon (%/yr)'), tr(
            'As in InVEST it is discounted too: a positive rate makes later sequestration worth less.'), default=0,
            minimum=-99, advanced=True)
        yield number('HORIZON', tr('Horizon (years)'), tr(
            'Years by which the storage is divided for an annual flow. Empty: none.'), optional=True, minimum=0.1)
        for name, label, help in zip(CLIMATE, (
                tr('Precipitation of the area (mm)'), tr('Temperature of the area (degrees C)'),
                tr('Precipitation of the reference (mm)'), tr('Temperature of the reference (degrees C)')), (
                tr('Annual mean of the study area, for the regional correction; give all four or none.'),
                tr('Annual mean of the study area, for the regional correction.'),
                tr('Annual mean of the area that the densities hold for, such as the country.'),
                tr('Annual mean of the area that the densities hold for, such as the country.'))):
            yield number(name, label, help, optional=True, advanced=True)
        for name, label, column in zip(POOL_LAYERS, (
                tr('Carbon above ground'), tr('Carbon below ground'), tr('Carbon in the soil'),
                tr('Carbon in dead matter')), POOLS):
            yield raster(name, label, tr('t C/ha, in place of the column {column}; the same for both land covers.',
                                         column=column), optional=True, advanced=True)
        yield from unit_parameters()
        yield raster_output('OUTPUT', tr('Carbon storage'), tr('Tonnes of carbon per cell (a stock).'))
        yield raster_output('DENSITY', tr('Carbon storage per hectare'), tr('Baseline, t C/ha.'), optional=True)
        yield raster_output('ALTERNATE', tr('Alternate carbon storage per hectare'), tr(
            'Of the alternate, t C/ha.'), optional=True)
        yield raster_output('CHANGE', tr('Change of carbon storage'), tr('Alternate minus baseline, t C/ha.'),
                            optional=True)
        yield raster_output('NPV', tr('Net present value'), tr('Currency per hectare.'), optional=True)
        yield raster_output('FLOW', tr('Storage per year of the horizon'), tr('t C per year and cell.'), optional=True)
        yield from unit_outputs()
        yield number_output('TOTAL_ALT', tr('Alternate storage (t C)'))
        yield number_output('TOTAL_CHANGE', tr('Change of storage (t C)'))
        yield number_output('TOTAL_NPV', tr('Net present value'))

    def check(self, values):
        if any(values.given(name) for name in LATER) and not values.given('LANDCOVER_ALT'):
            return tr('Change and net present value need the alternate land cover.')
        if values.given('NPV') and not all(values.given(name) for name in ('YEAR', 'YEAR_ALT', 'PRICE')):
            return tr('The net present value needs both years and the price of carbon.')
        if values.given('FLOW') and not values.given('HORIZON'):
            return tr('Storage is a stock; give the horizon in years that turns it into an annual flow.')
        if 0 < sum(values.given(name) for name in CLIMATE) < len(CLIMATE):
            return tr('The regional correction needs precipitation and temperature of the area and of the reference.')
        return check_units(values)

    def compute(self, job):
        sources = {'base': rows_of(job, 'LANDCOVER', classes=True),
                   'alt': rows_of(job, 'LANDCOVER_ALT', classes=True)}
        grid = sources['base'].grid
        density = Density(job, sources['base'], sources['alt'])
        value = value_of_change(job)
        writers = {name: job.raster_rows(name, grid, unit, job.label(name), style) for name, unit, style in (
            ('DENSITY', 't C/ha', 'supply'), ('ALTERNATE', 't C/ha', 'supply'), ('CHANGE', 't C/ha', 'change'),
            ('NPV', '/ha', 'change'), ('FLOW', 't C/yr', 'supply'))}
        service = ServiceRows(job, 'carbon', 'storage', grid, 't C', tr('Carbon storage'))
        area, horizon = grid.cell_area_ha, job.number('HORIZON')
        sums = dict.fromkeys(LATER, 0.0)
        for block in row_blocks(job, {**sources, **density.sources}, 0.1, 1.0,
                                mark('Carbon storage of {count} cells')):
            base = density.of(block['base'], block)
            found = {'DENSITY': base}
            extra = {}
            if horizon:
                found['FLOW'] = yearly_flow(base * area, horizon)
                extra['carbon_flow'] = found['FLOW']
            if block['alt'] is not None:
                found['ALTERNATE'] = density.of(block['alt'], block)
                found['CHANGE'] = found['ALTERNATE'] - base
                extra.update(carbon_alternate=found['ALTERNATE'] * area, carbon_change=found['CHANGE'] * area)
                if value is not None:
                    found['NPV'] = value(found['CHANGE'])
                    extra['carbon_npv'] = found['NPV'] * area
            for name, array in found.items():
                writers[name].write(block.start, array)
                if name in sums:
                    sums[name] += float(array[~np.isnan(array)].sum()) * area
            service.write(block.start, base * area, extra)
        service.finish()
        given = sources['alt'] is not None
        for output, name in (('TOTAL_ALT', 'ALTERNATE'), ('TOTAL_CHANGE', 'CHANGE'), ('TOTAL_NPV', 'NPV')):
            job.set_number(output, sums[name] if given and (name != 'NPV' or value is not None) else None)
        if given:
            job.say(tr('Carbon storage changes by {change} t C.', change=f'{sums["CHANGE"]:,.1f}'))
