"""Terrain indicators from an elevation model."""

import numpy as np

from ...ecorestore_plugin.core.checks import part_of
from ...ecorestore_plugin.core.drainage import BYTES_PER_CELL, SECONDS_PER_CELL
from ...ecorestore_plugin.core.engine import check_capacity
from ...ecorestore_plugin.core.prepare.terrain_indicators import BY_WATER, BY_WINDOW, terrain_indicators
from ...ecorestore_plugin.core.slope_factors import LENGTH_LIMIT
from ...ecorestore_plugin.core.terrain import relief_cells, relief_curve
from ..base import Tool, mark, tr
from ..parameters import choice, number, number_output, raster, raster_output, table_output

RULES = ('fixed', 'change_point')
DIRECTIONS = ('upstream', 'downstream')
STYLES = {'slope': 'slope', 'aspect': 'aspect', 'flow_length': 'water_flow', 'contributing_area': 'water_flow'}
UNITS = {'slope': 'degree', 'aspect': 'degree', 'relief': 'm', 'fragmentation': 'm', 'flow_length': 'm',
         'contributing_area': 'ha'}


class TerrainIndicators(Tool):
    tool_id = 'terrainindicators'
    stage = 'prepare'
    label = mark('Terrain indicators')
    summary = mark('Slope, aspect, relief, roughness, fragmentation, flow length, contributing area and LS.')
    help = mark(
        'Makes the terrain layers that resistance, resilience, erosion and zoning ask for.\n\n'
        'Slope in degrees and aspect (degrees clockwise from north, nodata on level ground) by Horn. Roughness = area '
        'of the surface / area on the map = 1 / cos(slope).\n\n'
        'Relief = highest - lowest elevation in a square window. Surface fragmentation is given as incision depth = '
        'mean - lowest elevation in the same window; some studies call other measures by this name. The window is '
        'given, or picked by the mean change point: for windows of 3 x 3, 5 x 5 ... cells the sequence X = ln(mean '
        'relief / window area) is cut in two; the window before which the cut leaves the least scatter around the two '
        'means (largest S - Si) is taken.\n\n'
        'Water: pits are filled (priority flood), each cell drains to its steepest lower neighbour (D8). Contributing '
        'area in hectares, the cell included. Flow length in horizontal metres, from the divide down to the cell (the '
        'longest way) or from the cell down to the outlet. LS = slope length factor L (Desmet & Govers, exponents of '
        'Liu) x slope steepness factor S (McCool, Liu), as in the CSLE; slopes longer than the limit count as that '
        'long. Water that comes from beyond the edge of the raster is not seen: give a whole catchment. Drainage takes '
        'about 24 bytes of memory per cell with numba, 180 without.\n\n'
        'Source: Horn 1981, doi:10.1109/PROC.1981.11918; Han et al. 2012, Scientia Geographica Sinica 32(1):101-104 '
        '(window of relief); Barnes et al. 2014, doi:10.1016/j.cageo.2013.04.024; Desmet & Govers 1996, J. Soil Water '
        'Conserv. 51(5):427-433; McCool et al. 1987, doi:10.13031/2013.30576; Liu et al. 1994, doi:10.13031/2013.28273')
    keywords = mark('slope, aspect, relief, roughness, incision, flow length, flow accumulation, LS factor, DEM')

    def declare(self):
        yield raster('DEM', tr('Elevation'), tr('Elevation model in metres, on a projected grid in metres.'))
        yield choice('WINDOW_RULE', tr('Window of relief'), tr(
            'fixed: the window given below. change_point: the best window of this terrain by the mean change point '
            'method.'), RULES, 'fixed')
        yield number('WINDOW', tr('Window (m)'), tr(
            'Side of the square window of relief and fragmentation; the nearest odd number of cells, at least three.'),
            1000, minimum=1)
        yield number('LARGEST_WINDOW', tr('Largest window (m)'), tr(
            'Windows up to this side are tried by the change point method; empty: 41 cells.'), None, 1, optional=True,
            advanced=True)
        yield choice('DIRECTION', tr('Flow length'), tr(
            'upstream: the longest way from a divide down to the cell. downstream: from the cell to its outlet.'),
            DIRECTIONS, 'upstream', advanced=True)
        yield number('LENGTH_LIMIT', tr('Longest slope (m)'), tr(
            'Slope lengths beyond it count as this long; 300 m is usual in China, 122 m in RUSLE.'), LENGTH_LIMIT, 1,
            advanced=True)
        yield raster_output('SLOPE', tr('Slope'), tr('Steepness in degrees.'))
        yield raster_output('ASPECT', tr('Aspect'), tr('Direction the slope faces, degrees clockwise from north.'),
                            optional=True)
        yield raster_output('RELIEF', tr('Relief'), tr('Highest minus lowest elevation in the window, m.'),
                            optional=True)
        yield raster_output('ROUGHNESS', tr('Roughness'), tr('1 / cos(slope), from 1.'), optional=True)
        yield raster_output('FRAGMENTATION', tr('Surface fragmentation'), tr(
            'Incision depth: mean minus lowest elevation in the window, m.'), optional=True)
        yield raster_output('FLOW_LENGTH', tr('Flow length'), tr('Horizontal length of the way water takes, m.'),
                            optional=True)
        yield raster_output('CONTRIBUTING_AREA', tr('Contributing area'), tr(
            'Area that drains through the cell, itself included, ha.'), optional=True)
        yield raster_output('LS', tr('LS factor'), tr('Slope length and steepness factor, no unit.'), optional=True)
        yield table_output('WINDOWS', tr('Windows of relief'), tr(
            'Per window: side in m and cells, mean relief, ln(mean relief / area), S - Si, and which one is best.'),
            optional=True)
        yield number_output('BEST_WINDOW', tr('Window used (m)'))
        yield number_output('MEAN_SLOPE', tr('Mean slope (degrees)'))

    def compute(self, job):
        elevation, grid = job.raster('DEM')
        sides = grid.cell_width, grid.cell_height
        wanted = [name for name in ('slope', 'aspect', 'relief', 'roughness', 'fragmentation', 'flow_length',
                                    'contributing_area', 'ls') if job.given(name.upper())]
        cells = int(np.isfinite(elevation).sum()) if set(wanted) & set(BY_WATER) else 0
        if cells:
            check_capacity(cells * BYTES_PER_CELL, tr('Drainage'))
            job.say(tr('Drainage of {count} cells; about {seconds} s, less with compiled kernels.', count=cells,
                       seconds=f'{max(cells * SECONDS_PER_CELL, 1):.0f}'))
        window = self._window(job, elevation, sides, wanted)
        with job.engine(1, cells * SECONDS_PER_CELL, cells * BYTES_PER_CELL, compiled=True) as engine:
            made = terrain_indicators(elevation, *sides, wanted, window, job.number('LENGTH_LIMIT'),
                                      job.choice('DIRECTION') == 'upstream', part_of(job.progress, 0.3, 1.0),
                                      job.cancelled, engine)
        for name, values in made.items():
            job.write_raster(name.upper(), values, grid, unit=UNITS.get(name, ''),
                             description=job.label(name.upper()), style=STYLES.get(name, 'relief'))
        job.set_number('BEST_WINDOW', window)
        job.set_number('MEAN_SLOPE', float(np.nanmean(made['slope'])))

    @staticmethod
    def _window(job, elevation, sides, wanted):
        """The side of the window of relief in metres, given or picked."""
        picked = job.choice('WINDOW_RULE') == 'change_point' and set(wanted) & set(BY_WINDOW)
        window = job.number('WINDOW')
        if not picked and not job.given('WINDOWS'):
            return window
        curve = relief_curve(elevation, *sides, job.number('LARGEST_WINDOW'), part_of(job.progress, 0, 0.3),
                             job.cancelled)
        best = float(curve.windows[curve.best])
        cells = [relief_cells(side, *sides) for side in curve.windows]
        job.write_table('WINDOWS', {
            'window_m': curve.windows, 'cells': [f'{rows} x {columns}' for rows, columns in cells],
            'mean_relief_m': curve.relief, 'ln_per_area': curve.logarithm, 's_minus_si': curve.gain,
            'best': [position == curve.best for position in range(len(cells))]})
        job.say(tr('The mean change point lies at a window of {window} m ({cells} cells).', window=f'{best:g}',
                   cells=f'{cells[curve.best][0]} x {cells[curve.best][1]}'))
        if curve.best == len(cells) - 1:
            job.warn(tr('The change point lies at the largest window; allow larger ones.'))
        return best if job.choice('WINDOW_RULE') == 'change_point' else window
