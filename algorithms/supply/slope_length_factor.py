"""Slope length and steepness factors from an elevation model."""

import numpy as np

from ...ecorestore_plugin.qgis_io.row_blocks import row_blocks
from ...ecorestore_plugin.qgis_io.soil_factors import terrain_of
from ..base import Tool, mark, tr
from ..parameters import choice, number_output, raster, raster_output
from .soil_parameters import EQUATIONS, length_limit, length_method, slope_layer

MEASURES = {'FLOW_LENGTH': 'upstream', 'CONTRIBUTING_AREA': 'cells'}
OUTPUTS = (('OUTPUT', '', 'slope'), ('LENGTH', '', 'slope'), ('STEEPNESS', '', 'slope'),
           ('SLOPE_OUT', 'degree', 'slope'), ('FLOW_LENGTH', 'm', 'water_flow'),
           ('CONTRIBUTING_AREA', 'ha', 'water_flow'))


class SlopeLengthFactor(Tool):
    tool_id = 'slopelengthfactor'
    stage = 'supply'
    label = mark('Slope length and steepness factors')
    summary = mark('L, S and LS of the CSLE or RUSLE from an elevation model with its pits filled.')
    help = mark('''Computes how much more soil a slope loses because of its length (L) and steepness (S) than the \
unit plot of 22.13 m and 9 percent.

L of a cell = (lo^(m+1) - li^(m+1)) / ((lo - li) * 22.13^m), li and lo being the horizontal flow lengths at which \
water enters and leaves the cell. contributing_area: the area above the cell, and with the cell, over the contour \
length that the flow crosses (Desmet & Govers). flow_length: the longest way from a divide. Lengths end at the limit.

CSLE (Liu): m is 0.2 up to 1, 0.3 up to 3, 0.4 up to 5 and 0.5 above 5 degrees; S is 10.8 sin + 0.03 below 5 degrees, \
16.8 sin - 0.5 from 5 and 21.9 sin - 0.96 from 10 degrees, with the jump at 10 degrees that the equations have. RUSLE \
(McCool): m = beta / (1 + beta), beta = (sin / 0.0896) / (3 sin^0.8 + 0.56); S as above with one breakpoint at 9 \
PERCENT (5.14 degrees) and no third piece. Slope by Horn, on the elevation model as it is.

Routing: pits are filled by priority flood (Barnes et al. 2014) from the edge of the raster and from cells beside \
nodata, and every cell drains to its steepest lower neighbour (D8); across flats and filled pits it follows the flood \
back to the outlet. This is a routine of EcoRestore itself: it needs no SAGA, GRASS or TauDEM, which not every QGIS \
has, gives the same flow everywhere, accepts non-square cells, and is tested against plain loops. A million \
cells take a second or two; on large rasters workers with numba are several times as fast, with the same result. The \
routing holds the whole raster, about 24 bytes per cell with numba (5.6 GB for 235 million cells) and 180 without; the \
rest is worked in strips.

Water from beyond the edge is not seen: give a whole catchment. Cells as large as the limit count as whole slopes.

Source: Foster & Wischmeier 1974; Desmet & Govers 1996, J. Soil Water Conserv. 51(5):427-433; Liu et al. 1994, \
doi:10.13031/2013.28273; Liu et al. 2000, doi:10.2136/sssaj2000.6451759x; McCool et al. 1987, \
doi:10.13031/2013.30576, 1989, doi:10.13031/2013.31192; Barnes et al. 2014, doi:10.1016/j.cageo.2013.04.024''')
    keywords = mark('LS factor, slope length, slope steepness, CSLE, RUSLE, flow length, contributing area, terrain')

    def declare(self):
        yield raster('DEM', tr('Elevation'), tr('Digital elevation model in metres, best a whole catchment.'))
        yield choice('EQUATION', tr('Equation'), tr(
            'CSLE, the Chinese Soil Loss Equation, or RUSLE, the Revised Universal Soil Loss Equation.'), EQUATIONS,
            'CSLE')
        yield from length_method()
        yield length_limit()
        yield from slope_layer()
        yield raster_output('OUTPUT', tr('LS factor'), tr('L times S, no unit.'))
        yield raster_output('LENGTH', tr('Slope length factor L'), tr('1 on the unit plot, no unit.'), optional=True)
        yield raster_output('STEEPNESS', tr('Slope steepness factor S'), tr(
            '1 on the unit plot, no unit.'), optional=True)
        yield raster_output('SLOPE_OUT', tr('Slope used'), tr('Steepness in degrees.'), optional=True)
        yield raster_output('FLOW_LENGTH', tr('Flow length'), tr('Longest way from a divide, horizontal metres.'),
                            optional=True)
        yield raster_output('CONTRIBUTING_AREA', tr('Contributing area'), tr(
            'Area that drains through the cell, itself included, ha.'), optional=True)
        yield number_output('MEAN', tr('Mean LS factor'))

    def compute(self, job):
        wanted = [measure for name, measure in MEASURES.items() if job.given(name)]
        terrain = terrain_of(job, wanted, given=False)
        grid = terrain.sources['rise'].grid
        writers = {name: job.raster_rows(name, grid, unit, job.label(name), style) for name, unit, style in OUTPUTS}
        total, count = 0.0, 0
        for block in row_blocks(job, terrain.sources, 0.6, 1.0, mark('Slope factors of {count} cells')):
            slope = terrain.slope(block)
            found = {'LENGTH': terrain.length_factor(block, slope), 'STEEPNESS': terrain.steepness_factor(block, slope),
                     'SLOPE_OUT': slope}
            found['OUTPUT'] = found['LENGTH'] * found['STEEPNESS']
            rows, unknown = slice(block.start, block.stop), np.isnan(block['rise'][0])
            for name in MEASURES:
                if job.given(name):
                    found[name] = np.where(unknown, np.nan, terrain.water[MEASURES[name]][rows])
            if 'CONTRIBUTING_AREA' in found:
                found['CONTRIBUTING_AREA'] = found['CONTRIBUTING_AREA'] * grid.cell_area_ha
            for name, values in found.items():
                writers[name].write(block.start, values)
            total, count = total + float(np.nansum(found['OUTPUT'])), count + int(np.isfinite(found['OUTPUT']).sum())
        job.set_number('MEAN', total / count if count else None)
