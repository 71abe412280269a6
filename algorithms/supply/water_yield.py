"""Annual water yield by the equation of InVEST."""

import numpy as np

from ...ecorestore_plugin.core.lookup import class_values
from ...ecorestore_plugin.core.services.water import check_biophysical_table, water_volume, water_yield
from ..base import Tool, mark, tr
from ..parameters import number, raster, raster_output, table
from ..service_tools import check_units, class_table, unit_outputs, unit_parameters, write_service

COLUMNS = ('lulc_veg', 'root_depth', 'kc')


class WaterYield(Tool):
    tool_id = 'wateryield'
    stage = 'supply'
    label = mark('Water yield')
    summary = mark('Annual water yield by the Budyko curve as in InVEST, m3/yr per cell.')
    help = mark('''Computes how much of the yearly precipitation runs off or seeps away rather than evaporates. \
Results per cell equal those of InVEST Annual Water Yield; read them per watershed or county, not cell by cell.

PET = kc * ET0; phi = PET / P; AWC = min(root depth, soil depth) * PAWC; omega = min(5, Z * AWC / P + 1.25).

Vegetated land: AET / P = min(phi, 1 + phi - (1 + phi^omega)^(1/omega)). Other land: AET = min(PET, P). \
Yield = P - AET in mm; volume in m3 = yield * cell area / 1000.

Cells where any layer is nodata, or precipitation is 0, become nodata.

Source: Zhang et al. 2004, doi:10.1029/2003WR002710; Donohue et al. 2012, doi:10.1016/j.jhydrol.2012.02.033; InVEST \
3.20 user guide''')
    keywords = mark('water yield, water supply, Budyko, InVEST, evapotranspiration, runoff, hydrology')

    def declare(self):
        yield raster('PRECIPITATION', tr('Precipitation'), tr('Annual precipitation, mm/yr.'))
        yield raster('ET0', tr('Reference evapotranspiration ET0'), tr('Annual reference evapotranspiration, mm/yr.'))
        yield raster('PAWC', tr('Plant available water content'), tr(
            'Share of the soil volume that holds water plants can use, 0 to 1.'))
        yield raster('SOIL_DEPTH', tr('Soil depth'), tr('Depth to a layer that roots cannot pass, mm.'))
        yield raster('LANDCOVER', tr('Land cover'), tr('Class codes; their rows stand in the biophysical table.'))
        yield table('TABLE', tr('Biophysical table'), tr(
            'Table with code (or lucode), lulc_veg (1 vegetated, 0 not), root_depth (mm; not needed where not '
            'vegetated) and kc, as in InVEST. Empty: the shipped table of illustrative values for land-cover codes '
            '1 to 9.'), optional=True)
        yield number('Z', tr('Seasonality constant Z'), tr(
            'How rain is spread over the year, 1 to 30: about 0.2 times the number of rain events per year, better '
            'calibrated to gauges. 5 is a usual start.'), default=5, minimum=0.01, maximum=100)
        yield from unit_parameters()
        yield raster_output('OUTPUT', tr('Water yield'), tr('Cubic metres per year and cell.'))
        yield raster_output('DEPTH', tr('Water yield depth'), tr('Water yield in mm per year.'), optional=True)
        yield from unit_outputs()

    def check(self, values):
        return check_units(values)

    def compute(self, job):
        rain, grid = job.raster('PRECIPITATION')
        et0, _ = job.raster('ET0')
        pawc, _ = job.raster('PAWC')
        depth, _ = job.raster('SOIL_DEPTH')
        classes = job.classes('LANDCOVER')
        rows, codes = class_table(job, 'biophysical_wateryield.csv', COLUMNS, classes)
        values = [rows.numbers(name) for name in COLUMNS]
        check_biophysical_table(codes, *values)
        # InVEST writes -1 where no roots are; an empty field means the same.
        values[1] = np.nan_to_num(values[1], nan=-1.0)
        by_class = class_values(tr('Land cover'), classes.codes, classes.valid, codes, np.column_stack(values))
        job.progress(0.4, 'Water balance of {count} cells', count=int(classes.valid.sum()))
        found = water_yield(rain, et0, pawc, depth, *by_class, job.number('Z'))
        lacking = int((classes.valid & np.isnan(found)).sum())
        if lacking:
            job.warn(tr('{count} cells with land cover become nodata: precipitation is 0, or another layer has no '
                        'data there.', count=lacking))
        job.write_raster('DEPTH', found, grid, unit='mm/yr', description=tr('Water yield depth'), style='supply')
        write_service(job, 'water', 'supply', water_volume(found, grid.cell_area), grid, 'm3/yr', tr('Water yield'))
