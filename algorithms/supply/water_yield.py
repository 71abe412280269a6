"""Annual water yield by the equation of InVEST."""

import numpy as np

from ...ecorestore_plugin.core.services.water import realised_supply, water_volume
from ...ecorestore_plugin.qgis_io.row_blocks import row_blocks
from ..base import Tool, mark, tr
from ..parameters import number, number_output, raster, raster_output, rasters, table
from ..service_rows import ServiceRows
from ..service_tools import check_units, unit_outputs, unit_parameters
from .soil_parameters import TEXTURE, soil_texture
from .water_balance import MONTHS, WaterBalance

OUTPUTS = (('DEPTH', 'mm/yr', 'supply'), ('REALISED', 'm3/yr', 'change'), ('AET', 'mm/yr', 'supply'),
           ('ET0_OUT', 'mm/yr', 'supply'), ('PAWC_OUT', '', 'supply'))


class WaterYield(Tool):
    tool_id = 'wateryield'
    stage = 'supply'
    label = mark('Water yield')
    summary = mark('Annual water yield by the Budyko curve as in InVEST, m3/yr per cell.')
    help = mark('''Computes how much of the yearly precipitation runs off or seeps away rather than evaporates. \
Results per cell equal those of InVEST Annual Water Yield; read them per watershed or county, not cell by cell.

PET = kc * ET0; phi = PET / P; AWC = min(root depth, soil depth) * PAWC; omega = min(5, Z * AWC / P + 1.25).

Vegetated land: AET / P = min(phi, 1 + phi - (1 + phi^omega)^(1/omega)). Other land: AET = min(PET, P). Yield = P - \
AET in mm; volume in m3 = yield * cell area / 1000.

Without a raster of ET0 it is computed by the modified Hargreaves equation from twelve months: 0.0013 * 0.408 RA * (T \
+ 17) * (TD - 0.0123 P)^0.76 mm per day, with the radiation RA of the latitude. Without a raster of PAWC it is \
computed from texture: PAWC % = 54.509 - 0.132 sand - 0.003 sand^2 - 0.055 silt - 0.006 silt^2 - 0.738 clay + 0.007 \
clay^2 - 2.688 OM + 0.501 OM^2.

Realised supply = yield - consumption, in m3. (InVEST subtracts m3 per cell from mm in its field rsupply_mn; only its \
volumes compare with ours.)

Per unit: water_supply (m3/yr), water_mm (mean depth), precipitation_mm, and with consumption water_consumption and \
water_realised (m3/yr). Cells where any layer is nodata, or precipitation is 0, become nodata.

Source: Zhang et al. 2004, doi:10.1029/2003WR002710; Donohue et al. 2012, doi:10.1016/j.jhydrol.2012.02.033; Droogers \
& Allen 2002, doi:10.1023/A:1015508322413; Zhou et al. 2005, J. Geogr. Sci. 15(1):3-12; InVEST 3.20 user guide''')
    keywords = mark('water yield, water supply, Budyko, InVEST, evapotranspiration, runoff, hydrology')

    def declare(self):
        yield raster('PRECIPITATION', tr('Precipitation'), tr('Annual precipitation, mm/yr.'))
        yield raster('ET0', tr('Reference evapotranspiration ET0'), tr(
            'Annual reference evapotranspiration, mm/yr. Empty: by modified Hargreaves from the monthly layers.'),
            optional=True)
        yield raster('PAWC', tr('Plant available water content'), tr(
            'Share of the soil volume that holds water plants can use, 0 to 1. Empty: from texture.'), optional=True)
        yield raster('SOIL_DEPTH', tr('Soil depth'), tr('Depth to a layer that roots cannot pass, mm.'))
        yield raster('LANDCOVER', tr('Land cover'), tr('Class codes; their rows stand in the biophysical table.'))
        yield table('TABLE', tr('Biophysical table'), tr(
            'Table with code (or lucode), lulc_veg (1 vegetated, 0 not), root_depth (mm; not needed where not '
            'vegetated) and kc, as in InVEST; a column demand (m3/yr per cell) is the consumption. Empty: the shipped '
            'table of illustrative values for land-cover codes 1 to 9.'), optional=True)
        yield number('Z', tr('Seasonality constant Z'), tr(
            'How rain is spread over the year, 1 to 30: about 0.2 times the number of rain events per year, better '
            'calibrated to gauges. 5 is a usual start.'), default=5, minimum=0.01, maximum=100)
        yield raster('KC', tr('Crop coefficient'), tr('In place of the column kc, 0 or more.'), optional=True,
                     advanced=True)
        yield raster('ROOT_DEPTH', tr('Root depth'), tr('In place of the column root_depth, mm.'), optional=True,
                     advanced=True)
        yield raster('CONSUMPTION', tr('Water consumption'), tr(
            'm3 per year and cell, such as Water demand writes it, for the realised supply. Empty: the column demand '
            'of the table, if there is one.'), optional=True, advanced=True)
        for name, label in zip(MONTHS, (tr('Lowest temperature by month'), tr('Highest temperature by month'),
                                        tr('Precipitation by month'))):
            yield rasters(name, label, tr(
                'Twelve rasters, January first, or one with twelve bands: mean daily lowest or highest temperature '
                '(degrees C), precipitation (mm). Only for ET0.'), optional=True, advanced=True)
        texture = tr('% of weight. Only for plant available water from texture.')
        yield from soil_texture(texture, texture, advanced=True)
        yield from unit_parameters()
        yield raster_output('OUTPUT', tr('Water yield'), tr('Cubic metres per year and cell.'))
        yield raster_output('DEPTH', tr('Water yield depth'), tr('Water yield in mm per year.'), optional=True)
        yield raster_output('REALISED', tr('Realised water supply'), tr(
            'Yield minus consumption, cubic metres per year and cell.'), optional=True)
        yield raster_output('AET', tr('Actual evapotranspiration'), tr('Millimetres per year.'), optional=True)
        yield raster_output('ET0_OUT', tr('ET0 used'), tr('Millimetres per year.'), optional=True)
        yield raster_output('PAWC_OUT', tr('Plant available water content used'), tr(
            'Share of the soil volume, 0 to 1.'), optional=True)
        yield from unit_outputs()
        yield number_output('REALISED_TOTAL', tr('Realised supply (m3/yr)'))

    def check(self, values):
        if not values.given('ET0') and not all(values.given(name) for name in MONTHS):
            return tr('Give ET0, or the lowest and highest temperatures and the precipitation of twelve months.')
        if not values.given('PAWC') and not all(values.given(name) for name in TEXTURE):
            return tr('Give plant available water, or sand, silt, clay and organic carbon.')
        return check_units(values)

    def compute(self, job):
        balance = WaterBalance(job)
        grid = balance.sources['rain'].grid
        writers = {name: job.raster_rows(name, grid, unit, job.label(name), style) for name, unit, style in OUTPUTS}
        service = ServiceRows(job, 'water', 'supply', grid, 'm3/yr', tr('Water yield'))
        realised = 0.0
        for block in row_blocks(job, balance.sources, 0.1, 1.0, mark('Water balance of {count} cells')):
            found = balance.of(block)
            volume = water_volume(found['DEPTH'], grid.cell_area)
            extra, means = {}, {'water_mm': found['DEPTH'], 'precipitation_mm': block['rain']}
            used = balance.consumption(block)
            if used is not None:
                found['REALISED'] = realised_supply(volume, used)
                extra = {'water_consumption': used, 'water_realised': found['REALISED']}
                realised += float(np.nansum(found['REALISED']))
            for name, array in found.items():
                writers[name].write(block.start, array)
            service.write(block.start, volume, extra, means)
        balance.tell()
        service.finish()
        job.set_number('REALISED_TOTAL', realised if balance.consumes else None)
