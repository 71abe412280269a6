"""The fifteen resilience indicators as bands of one raster."""

import numpy as np

from ...ecorestore_plugin.core.errors import EmptyInputError
from ...ecorestore_plugin.core.resilience.indicators import (
    LIGHTS,
    halo_rows,
    indicator_names,
    missing_layers,
    resilience_indicators,
)
from ...ecorestore_plugin.core.terrain import relief_cells, relief_curve
from ...ecorestore_plugin.qgis_io.indicator_layers import RAW, RawLayers, class_scores, road_segments
from ...ecorestore_plugin.qgis_io.row_passes import ndvi_end_members
from ..base import Tool, mark, tr
from ..parameters import choice, flag, number, number_output, raster, raster_output, rasters, table, text, vector

RELIEF_RULES = ('fixed', 'change_point')


class ResilienceIndicators(Tool):
    tool_id = 'resilienceindicators'
    stage = 'resilience'
    label = mark('Resilience indicators')
    summary = mark('Fifteen indicators of ecosystem resilience in five perspectives, on one grid.')
    help = mark('''Makes the indicators of ecosystem resilience from raw layers on one grid, as one raster with \
a named band per indicator. The resilience index weighs them.

Terrain: elevation (m), slope (degrees, Horn), relief (highest minus lowest elevation in a window, m). Hydrothermal: \
precipitation (mm/yr), temperature (degC), dryness (ET0 / precipitation). Soil: organic_matter (%), soil_depth, \
erodibility (K). Vegetation and landscape: vegetation_cover (dimidiate pixel model from NDVI, end members at 5 and 95 \
percent), landscape_diversity (Shannon diversity SHDI = -sum p ln p of the land cover in a window), \
ecological_elasticity (sum of elasticity score x cover share in the window). Human disturbance: population_density \
(persons/km2), night_light (ln(1 + radiance), or the index 0.8 x mean radiance + 0.2 x share of lit cells in the \
window), land_use_intensity (100 x sum of degree x cover share in the window), or road_density (km/km2) where roads \
are given.

The window of diversity must be at least half known, the part beyond the edge counting as unknown; elsewhere \
diversity is nodata. Organic matter = 1.724 x organic carbon. Without a layer of erodibility, K follows from sand, \
silt, clay and organic carbon by the EPIC equation. Every indicator can be replaced by a raster of your own.

The list of indicators is a proposal of EcoRestore after the perspectives named in the Beijing-Tianjin-Hebei study, \
whose own list is not published in its abstract. Elasticity scores and land use degrees are in an editable table.

Source: Horn 1981, doi:10.1109/PROC.1981.11918; Gutman & Ignatov 1998, doi:10.1080/014311698215333; McGarigal & Marks \
1995 (SHDI); Zhuang & Liu 1997 (land use degree); Williams 1990, doi:10.1098/rstb.1990.0184''')
    keywords = mark('resilience, indicators, SHDI, landscape diversity, ecological elasticity, land use intensity')

    def declare(self):
        yield raster('LANDCOVER', tr('Land cover'), tr(
            'Class codes; each needs a row in the table of elasticity and intensity.'), optional=True)
        yield raster('DEM', tr('Elevation'), tr('Elevation model in metres.'), optional=True)
        yield raster('PRECIPITATION', tr('Precipitation'), tr('Annual precipitation, mm/yr.'), optional=True)
        yield raster('TEMPERATURE', tr('Temperature'), tr('Mean annual temperature, degC.'), optional=True)
        yield raster('ET0', tr('Reference evapotranspiration'), tr('Annual ET0, mm/yr.'), optional=True)
        yield raster('ORGANIC_MATTER', tr('Soil organic matter'), tr(
            'Percent of weight, 0-30 cm. Give this or organic carbon.'), optional=True)
        yield raster('ORGANIC_CARBON', tr('Soil organic carbon'), tr(
            'Percent of weight; taken x 1.724 as organic matter where that is not given, and for erodibility.'),
            optional=True)
        yield raster('SOIL_DEPTH', tr('Soil depth'), tr(
            'Depth to the root restricting layer in mm (or any one unit: the index normalises it).'), optional=True)
        yield raster('ERODIBILITY', tr('Soil erodibility'), tr(
            'K, t ha h ha-1 MJ-1 mm-1. Where it is not given it follows from texture and organic carbon.'),
            optional=True)
        for name, label in (('SAND', tr('Sand')), ('SILT', tr('Silt')), ('CLAY', tr('Clay'))):
            yield raster(name, label, tr('Percent of weight; used for erodibility where no layer of it is given.'),
                         optional=True, advanced=True)
        yield raster('NDVI', tr('NDVI'), tr('Annual maximum or growing season NDVI, -1 to 1.'), optional=True)
        yield raster('POPULATION', tr('Population'), tr('Persons per cell.'), optional=True)
        yield raster('NIGHTLIGHT', tr('Night light'), tr(
            'Radiance or digital numbers; negative noise counts as 0.'), optional=True)
        yield vector('ROADS', tr('Roads'), tr(
            'Lines. Where they are given, road density takes the place of land use intensity.'), 'line', optional=True)
        yield table('TABLE', tr('Elasticity and intensity'), tr(
            'Table with code, elasticity (0 to 1) and intensity (1 unused to 4 built-up) per land cover class. Empty: '
            'the shipped table for CLCD codes, illustrative values.'), optional=True)
        yield rasters('OWN', tr('Own indicators'), tr(
            'Rasters that replace indicators, such as accumulated temperature instead of the mean, or erosion instead '
            'of erodibility. Their layers need not be given.'), optional=True)
        yield text('OWN_NAMES', tr('Names of the own indicators'), tr(
            'Which indicator each of these rasters replaces, in their order, separated by commas: the names of the '
            'help, or road_density.'), optional=True)
        yield number('WINDOW', tr('Landscape window (m)'), tr(
            'Side of the square window of diversity, elasticity, intensity and road density. 3 to 5 km is usual; the '
            'nearest odd number of cells is taken.'), 3000, minimum=1)
        yield number('RELIEF_WINDOW', tr('Relief window (m)'), tr(
            'Side of the square window of relief; the nearest odd number of cells, at least three.'), 1000, minimum=1)
        yield choice('RELIEF_RULE', tr('Rule of the relief window'), tr(
            'fixed: the relief window above. change_point: the window at the mean change point of the relief of this '
            'terrain; the elevation is then held in memory.'), RELIEF_RULES, 'fixed', advanced=True)
        yield choice('LIGHT_FORM', tr('Form of night light'), tr(
            'log: ln(1 + radiance). index: 0.8 x mean radiance + 0.2 x share of lit cells in the landscape window.'),
            LIGHTS, 'log', advanced=True)
        yield flag('ELASTICITY_BY_DIVERSITY', tr('Multiply elasticity by diversity'), tr(
            'The form ECO = H x sum(S x P) of some studies. It gives 0 for a closed forest, so it is off by default.'),
            advanced=True)
        yield flag('ALLOW_MISSING', tr('Allow missing layers'), tr(
            'Off: a layer that is not given is an error. On: its indicators become empty bands, which the index gives '
            'no weight.'))
        yield raster_output('INDICATORS', tr('Resilience indicators'), tr(
            '15 bands in the order of the help, named, raw values; nodata where unknown.'))
        yield number_output('MISSING', tr('Indicators that could not be made'))

    def compute(self, job):
        raw = RawLayers(job)
        grid, roads = raw.grid, road_segments(job, raw.grid)
        names = indicator_names(raw.own, roads is not None)
        missing = missing_layers(names, raw.given, raw.own)
        self._tell(job, missing)
        scores, degrees = class_scores(job, raw.landcover)
        soil = None
        if raw.ndvi is not None and 'vegetation_cover' not in raw.own:
            soil = ndvi_end_members(job, raw.ndvi)
        writer = job.raster_rows('INDICATORS', grid, description=tr('Resilience indicators'), style='continuous',
                                 bands=names)
        window, relief = job.number('WINDOW'), self._relief_window(job, raw)
        for start, stop, above, part, layers, own in raw.blocks(job, halo_rows(grid, window, relief)):
            made = resilience_indicators(layers, part, scores, degrees, window, relief,
                                         job.flag('ELASTICITY_BY_DIVERSITY'), roads, own, soil,
                                         job.choice('LIGHT_FORM'), cancelled=job.cancelled)
            rows = slice(above, above + stop - start)
            bands = np.full((len(names), stop - start, grid.columns), np.nan, np.float32)
            for band, values in zip(bands, made.values()):
                if values is not None:
                    band[:] = values[rows]
            writer.write(start, bands)

    @staticmethod
    def _relief_window(job, raw):
        """Side of the window of relief in metres, given or at the mean change point."""
        if job.choice('RELIEF_RULE') == 'fixed' or raw.dem is None:
            return job.number('RELIEF_WINDOW')
        sides = raw.grid.cell_width, raw.grid.cell_height
        curve = relief_curve(raw.dem.read(0, raw.grid.rows), *sides, cancelled=job.cancelled)
        best = float(curve.windows[curve.best])
        rows, columns = relief_cells(best, *sides)
        job.say(tr('The mean change point lies at a window of {window} m ({cells} cells).', window=f'{best:g}',
                   cells=f'{rows} x {columns}'))
        return best

    @staticmethod
    def _tell(job, missing):
        """Refuses missing layers unless they are allowed."""
        job.set_number('MISSING', len(missing))
        if not missing:
            return
        parameters = {'landcover': 'LANDCOVER', **{key: parameter for key, (parameter, _, _) in RAW.items()}}
        listed = '; '.join(f'{name} ({", ".join(job.label(parameters[key]) for key in needed)})'
                           for name, needed in missing.items())
        if not job.flag('ALLOW_MISSING'):
            raise EmptyInputError('{count} indicators cannot be made because layers are missing: {listed}. Give '
                                  'the layers, or allow missing layers.', count=len(missing), listed=listed)
        job.warn(tr('{count} indicators are empty and get no weight because layers are missing: {listed}.',
                    count=len(missing), listed=listed))
