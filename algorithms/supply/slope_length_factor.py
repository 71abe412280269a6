"""Slope length and steepness factors from an elevation model."""

import numpy as np

from ...ecorestore_plugin.core.checks import part_of
from ...ecorestore_plugin.core.drainage import (
    BYTES_PER_CELL,
    SECONDS_PER_CELL,
    contributing_area,
    drainage,
    flow_lengths,
)
from ...ecorestore_plugin.core.slope_factors import (
    rusle_length_exponent,
    rusle_steepness_factor,
    slope_length_exponent,
    slope_length_factor,
    slope_steepness_factor,
)
from ...ecorestore_plugin.qgis_io.soil_factors import slope_degrees
from ..base import Tool, mark, tr
from ..parameters import choice, number_output, raster, raster_output
from .soil_parameters import EQUATIONS, length_limit, length_method, slope_layer

OUTPUTS = (('LENGTH', '', 'slope'), ('STEEPNESS', '', 'slope'), ('SLOPE_OUT', 'degree', 'slope'),
           ('FLOW_LENGTH', 'm', 'water_flow'), ('CONTRIBUTING_AREA', 'ha', 'water_flow'))


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
cells take a second or two; on large rasters workers with numba are several times as fast, with the same result.

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
        elevation, grid = job.raster('DEM')
        cells = int(np.isfinite(elevation).sum())
        job.say(tr('Drainage of {count} cells; about {seconds} s, less with compiled kernels.',
                   count=cells, seconds=f'{max(cells * SECONDS_PER_CELL, 1):.0f}'))
        steepness = slope_degrees(job, elevation, grid)
        engine = job.engine(1, cells * SECONDS_PER_CELL, cells * BYTES_PER_CELL, compiled=True)
        with engine:
            found = self._factors(job, elevation, steepness, grid, engine)
        for name, unit, style in OUTPUTS:
            if name in found:
                job.write_raster(name, found[name], grid, unit=unit, description=job.label(name), style=style)
        factor = found['LENGTH'] * found['STEEPNESS']
        job.write_raster('OUTPUT', factor, grid, description=tr('LS factor'), style='slope')
        job.set_number('MEAN', float(np.nanmean(factor)))

    @staticmethod
    def _factors(job, elevation, steepness, grid, engine):
        sides = grid.cell_width, grid.cell_height
        flow = drainage(elevation, *sides, part_of(job.progress, 0.1, 0.7), job.cancelled, engine)
        rusle = job.choice('EQUATION') == 'RUSLE'
        length = slope_length_factor(elevation, steepness, *sides, job.number('LENGTH_LIMIT'), flow=flow,
                                     method=job.choice('LENGTH_METHOD'), engine=engine,
                                     exponent=rusle_length_exponent if rusle else slope_length_exponent)
        steep = rusle_steepness_factor(steepness) if rusle else slope_steepness_factor(steepness)
        found = {'LENGTH': length, 'STEEPNESS': steep, 'SLOPE_OUT': steepness}
        if job.given('FLOW_LENGTH'):
            found['FLOW_LENGTH'] = flow_lengths(flow, *sides, engine=engine)
        if job.given('CONTRIBUTING_AREA'):
            found['CONTRIBUTING_AREA'] = contributing_area(flow, grid.cell_area, engine) / 10000.0
        return found
