"""The fifteen resilience indicators as bands of one raster."""

import numpy as np

from ...ecorestore_plugin.core.checks import check_codes
from ...ecorestore_plugin.core.errors import DuplicateCodeError, EmptyInputError, ParameterError, ValueRangeError
from ...ecorestore_plugin.core.resilience.indicators import (
    CARBON_TO_MATTER,
    missing_layers,
    resilience_indicators,
)
from ...ecorestore_plugin.core.services.soil import soil_erodibility
from ..base import Tool, mark, tr
from ..parameters import flag, number, number_output, raster, raster_output, rasters, table, text, vector

RAW = {'dem': 'DEM', 'precipitation': 'PRECIPITATION', 'temperature': 'TEMPERATURE', 'et0': 'ET0',
       'organic_matter': 'ORGANIC_MATTER', 'soil_depth': 'SOIL_DEPTH', 'erodibility': 'ERODIBILITY', 'ndvi': 'NDVI',
       'landcover': 'LANDCOVER', 'population': 'POPULATION', 'nightlight': 'NIGHTLIGHT'}


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
(persons/km2), night_light (ln(1 + radiance)), land_use_intensity (100 x sum of degree x cover share in the window), \
or road_density (km/km2) where roads are given.

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
        own, grid = self._own(job)
        layers, grid = self._read(job, grid)
        scores, degrees = self._class_values(job, layers)
        made = resilience_indicators(
            layers, grid, scores, degrees, job.number('WINDOW'), job.number('RELIEF_WINDOW'),
            job.flag('ELASTICITY_BY_DIVERSITY'), self._roads(job, grid), own, job.progress, job.cancelled)
        missing = missing_layers(made, layers)
        if missing:
            listed = '; '.join(f'{name} ({", ".join(job.label(RAW[key]) for key in needed)})'
                               for name, needed in missing.items())
            if not job.flag('ALLOW_MISSING'):
                raise EmptyInputError('{count} indicators cannot be made because layers are missing: {listed}. Give '
                                      'the layers, or allow missing layers.', count=len(missing), listed=listed)
            job.warn(tr('{count} indicators are empty and get no weight because layers are missing: {listed}.',
                        count=len(missing), listed=listed))
        job.set_number('MISSING', len(missing))
        bands = np.full((len(made), *grid.shape), np.nan, np.float32)
        for band, values in zip(bands, made.values()):
            if values is not None:
                band[:] = values
        job.write_raster('INDICATORS', bands, grid, bands=list(made), description=tr('Resilience indicators'),
                         style='continuous')

    @staticmethod
    def _own(job):
        """name -> values of the user's own indicators, and their grid or None."""
        found, names = job.raster_list('OWN'), job.list('OWN_NAMES')
        if len(found) != len(names):
            raise ParameterError('There are {names} names for {rasters} rasters; give one per raster, in their order.',
                                 names=len(names), rasters=len(found))
        if len(set(names)) < len(names):
            raise DuplicateCodeError('The names {names} are not all different; name the layers apart.',
                                     names=', '.join(names))
        return ({name: values for name, (_, values, _) in zip(names, found)},
                found[0][2] if found else None)

    def _read(self, job, grid):
        layers = {}
        for key, parameter in RAW.items():
            if key == 'landcover':
                classes = job.classes(parameter)
                values, here = (None, None) if classes is None else ((classes.codes, classes.valid), classes.grid)
            else:
                values, here = job.raster(parameter)
            layers[key] = values
            grid = grid or here
        carbon, here = job.raster('ORGANIC_CARBON')
        texture = [job.raster(name) for name in ('SAND', 'SILT', 'CLAY')]
        grid = grid or here
        if layers['organic_matter'] is None and carbon is not None:
            layers['organic_matter'] = CARBON_TO_MATTER * carbon
        if layers['erodibility'] is None and all(part is not None for part, _ in texture):
            if carbon is None and layers['organic_matter'] is not None:
                carbon = layers['organic_matter'] / CARBON_TO_MATTER
            if carbon is not None:
                layers['erodibility'] = soil_erodibility(*(part for part, _ in texture), carbon)
        if grid is None:
            raise EmptyInputError('None of the layers the indicators are made from is given.')
        return layers, grid

    def _class_values(self, job, layers):
        rows = job.table('TABLE', 'landcover_resilience.csv', ('elasticity', 'intensity'))
        codes = rows.integers('code' if rows.has('code') else 'lucode').tolist()
        scores, degrees = (rows.numbers(name, missing=False) for name in ('elasticity', 'intensity'))
        if (scores < 0).any() or (scores > 1).any():
            raise ValueRangeError('{table}: elasticity must lie between 0 and 1; code {code} has {value}.',
                                  table=rows.name, code=codes[int(np.argmax((scores < 0) | (scores > 1)))],
                                  value=f'{scores[(scores < 0) | (scores > 1)][0]:g}')
        if layers['landcover'] is not None:
            found, valid = layers['landcover']
            check_codes(job.label('LANDCOVER'), found[valid], codes)
        return dict(zip(codes, scores)), dict(zip(codes, degrees))

    @staticmethod
    def _roads(job, grid):
        """Road segments as (n, 4) coordinates, or None."""
        roads = job.features('ROADS', ('line',), grid)
        if roads is None:
            return None
        parts = [part for geometry in roads.geometries
                 for part in (geometry.asMultiPolyline() if geometry.isMultipart() else [geometry.asPolyline()])]
        return np.array([(a.x(), a.y(), b.x(), b.y()) for part in parts for a, b in zip(part, part[1:])]).reshape(-1, 4)
