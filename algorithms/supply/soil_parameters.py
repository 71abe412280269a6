"""Parameters of the soil loss equations that only few runs need."""

from ...ecorestore_plugin.qgis_io.soil_factors import TEXTURE
from ..base import tr
from ..parameters import choice, number, raster, table

EQUATIONS = ('CSLE', 'RUSLE')
SYSTEMS = ('SI', 'US')
SLOPE_UNITS = ('degrees', 'percent')
LENGTH_METHODS = ('contributing_area', 'flow_length')
TILLAGE_RULES = ('class', 'slope')
REGIONS = ('s_red', 'n_rocky', 'ne_black', 'nw_loess', 'sw_karst')


def unit_systems():
    """The systems of units of given R and K."""
    yield choice('EROSIVITY_UNIT', tr('Unit of rainfall erosivity'), tr(
        'SI: MJ mm/ha/h/yr. US: hundreds of ft t in/acre/h/yr, multiplied by 17.02.'), SYSTEMS, 'SI', advanced=True)
    yield choice('ERODIBILITY_UNIT', tr('Unit of soil erodibility'), tr(
        'SI: t ha h/ha/MJ/mm. US: t acre h/(100 acre ft t in), multiplied by 0.1317.'), SYSTEMS, 'SI', advanced=True)


def slope_layer():
    """A slope in place of that of the elevation model."""
    yield raster('SLOPE', tr('Slope'), tr('In place of the slope of the elevation model.'), optional=True,
                 advanced=True)
    yield choice('SLOPE_UNIT', tr('Unit of the slope'), tr(
        'The breakpoints of the CSLE are degrees; percent is converted.'), SLOPE_UNITS, 'degrees', advanced=True)


def length_method():
    """How the flow length of a cell is found."""
    yield choice('LENGTH_METHOD', tr('Slope length from'), tr(
        'contributing_area: all water that enters the cell (Desmet & Govers). flow_length: the longest way from a '
        'divide.'), LENGTH_METHODS, 'contributing_area', advanced=True)


def given_factors():
    """Rasters in place of computed factors, and the tables of measures and tillage."""
    yield raster('LENGTH_FACTOR', tr('Slope length factor L'), tr('In place of the one from the elevation model.'),
                 optional=True, advanced=True)
    yield raster('STEEPNESS_FACTOR', tr('Slope steepness factor S'), tr(
        'In place of the one from slope.'), optional=True, advanced=True)
    yield raster('VEGETATION_FACTOR', tr('Vegetation factor B or C'), tr(
        '0 to 1, in place of the one from vegetation cover; not used on cropland in the CSLE.'), optional=True,
        advanced=True)
    yield raster('ENGINEERING', tr('Engineering factor E or P'), tr('0 to 1, in place of the class table.'),
                 optional=True, advanced=True)
    yield raster('MEASURES', tr('Engineering measures'), tr(
        'Codes of the table of measures; nodata is land without measures.'), optional=True, advanced=True)
    yield table('MEASURE_TABLE', tr('Table of measures'), tr(
        'Table with code and e. Empty: the shipped table of terraces, trenches and pits.'), optional=True,
        advanced=True)
    yield raster('TILLAGE', tr('Tillage factor T'), tr('0 to 1 on cropland, in place of the class table.'),
                 optional=True, advanced=True)
    yield choice('TILLAGE_RULE', tr('Tillage factor from'), tr(
        'class: column t of the class table, best from the rotation zone. slope: ranges of slope on cropland.'),
        TILLAGE_RULES, 'class', advanced=True)
    yield table('TILLAGE_TABLE', tr('Tillage factors by slope'), tr(
        'Table with slope_from, slope_to (degrees) and t. Empty: the shipped fallback.'), optional=True, advanced=True)


def intensity_parameters():
    """Region and table of the intensity classes."""
    yield choice('REGION', tr('Region of tolerable erosion'), tr(
        's_red: red soil hills of the south, 500 t/km2/yr. n_rocky and ne_black: 200. nw_loess: 1000. sw_karst: 500 '
        '(SL 190-2007).'), REGIONS, 's_red', advanced=True)
    yield table('INTENSITY_CLASSES', tr('Classes of erosion'), tr(
        'Table with region and limit_1, limit_2 ... (t/km2/yr), the upper limits of the classes. Empty: SL 190-2007.'),
        optional=True, advanced=True)


def length_limit(default=300):
    """The longest slope."""
    return number('LENGTH_LIMIT', tr('Longest slope (m)'), tr(
        'Slope lengths beyond it count as this long; 300 m is usual in China, 122 m in RUSLE.'), default=default,
        minimum=1, advanced=True)


def end_members():
    """NDVI of bare soil and of full cover."""
    yield number('NDVI_SOIL', tr('NDVI of bare soil'), tr(
        'Cover is 0 up to it. Empty: the 5 % percentile of the scene. Give both for a comparison of dates.'),
        minimum=-1, maximum=1, optional=True, advanced=True)
    yield number('NDVI_FULL', tr('NDVI of full cover'), tr(
        'Cover is 1 from it. Empty: the 95 % percentile of the scene.'), minimum=-1, maximum=1, optional=True,
        advanced=True)


def soil_texture(help, organic_help, advanced=False):
    """Sand, silt, clay and organic carbon, all or none."""
    labels = tr('Sand'), tr('Silt'), tr('Clay'), tr('Organic carbon')
    for name, label, text in zip(TEXTURE, labels, (help, help, help, organic_help)):
        yield raster(name, label, text, optional=True, advanced=advanced)
