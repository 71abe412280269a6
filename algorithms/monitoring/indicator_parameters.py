"""Parameters of the monitoring indicators, by what they measure."""

from ..base import tr
from ..parameters import field, integer, number, raster, rasters, table, text, vector


def raster_parameters():
    """Pairs of rasters, how their cells come to one number, and zones."""
    yield rasters('BEFORE', tr('Rasters before'), tr('One raster per indicator, all on one grid.'), optional=True)
    yield rasters('AFTER', tr('Rasters after'), tr('One raster per indicator, in the same order.'), optional=True)
    yield text('NAMES', tr('Names of the indicators'), tr(
        'Separated by commas, in the order of the rasters. Empty: the layer names after.'), optional=True)
    yield text('AMOUNTS', tr('Amounts'), tr('Names of the indicators that are amounts per cell and are summed, '
                                            'separated by commas; the others are averaged.'), optional=True)
    yield text('DEPTHS', tr('Depths of water'), tr(
        'Names of the indicators in mm, such as water conservation; their total is reported in m3.'), optional=True)
    yield text('DENSITIES', tr('Amounts per hectare'), tr(
        'Names of the indicators per hectare, such as t/ha; multiplied by the area of a cell and summed.'),
        optional=True)
    yield vector('ZONES', tr('Zones'), tr('Polygons to report one by one, such as core patches or counties.'),
                 'polygon', optional=True)
    yield field('ZONE_NAME', tr('Zone name'), tr('Field that names the zones; numbered where the layer lacks it.'),
                'ZONES', 'unit_name', optional=True)
    yield text('INSIDE', tr('Inside the zones only'), tr(
        'Names of the indicators of which only cells inside the zones count, such as vegetation cover of core patches; '
        'their first row is that of all zones together.'), optional=True)
    yield number('YEARS', tr('Years between the dates'), tr('For the change per year; a table of statistics may say '
                                                            'its own.'), None, minimum=0.01, optional=True)


def erosion_parameters():
    yield raster('EROSION_BEFORE', tr('Soil erosion before'), tr('t/ha/yr, as the tool Soil conservation writes it.'),
                 optional=True)
    yield raster('EROSION_AFTER', tr('Soil erosion after'), tr('t/ha/yr, by the same method.'), optional=True)
    yield number('TOLERANCE', tr('Tolerable soil loss (t/ha/yr)'), tr(
        'Land above it is eroded: 2 black soil and rocky mountains of the north, 5 red hills and karst of the south, '
        '10 loess (SL 190-2007).'), 5, minimum=0, advanced=True)


def impact_parameters():
    """Treated and control places, and the match of controls."""
    yield vector('TREATED', tr('Treated places'), tr('Polygons in which something was done.'), 'polygon',
                 optional=True)
    yield vector('CONTROL', tr('Control places'), tr(
        'Polygons in which nothing was done. With layers to match by, controls are drawn inside them, or from all '
        'cells outside the treated places where none are given.'), 'polygon', optional=True)
    yield number('SPACING', tr('Spacing of the cells compared (m)'), tr('Distance between the cells of treated and '
                                                                        'control places; 0 takes all.'), 0,
                 minimum=0, advanced=True)
    yield raster('MATCH_CLASSES', tr('Match by classes'), tr(
        'Land cover before, on the same grid: controls have the class of the treated cells.'), optional=True)
    yield rasters('MATCH_VALUES', tr('Match by values'), tr(
        'Rasters such as slope and rain: controls lie in the same quantile classes as the treated cells.'),
        optional=True)
    yield integer('MATCH_COUNT', tr('Classes of each value'), tr('Quantile classes of the treated cells.'), 5, 1, 50,
                  advanced=True)
    yield number('MATCH_RATIO', tr('Controls per treated cell'), tr('1 draws as many controls as treated cells.'), 1,
                 minimum=0.01, maximum=100, advanced=True)
    yield number('MATCH_BUFFER', tr('Distance of controls (m)'), tr(
        'No control is drawn within it around the treated places, where the measure may still be felt.'), 0,
        minimum=0, advanced=True)
    yield integer('SEED', tr('Seed'), tr('Of the draw of controls; the same seed draws the same cells.'), 1, 0,
                  advanced=True)


def patch_parameters():
    yield vector('SOURCES_BEFORE', tr('Source patches before'), tr('For the change of connectivity.'), 'polygon',
                 optional=True)
    yield vector('SOURCES_AFTER', tr('Source patches after'), tr('For the change of connectivity.'), 'polygon',
                 optional=True)
    yield field('SOURCE_ID', tr('Source id'), tr('Field with the id of a patch; numbered where the layer lacks '
                                                 'it.'), 'SOURCES_BEFORE', 'source_id', optional=True)
    yield field('ATTRIBUTE', tr('Attribute of the patches'), tr('What a patch is worth; its area in hectares where '
                                                                'the layer lacks it.'),
                'SOURCES_BEFORE', 'area_ha', optional=True)
    yield number('DISPERSAL', tr('Dispersal distance (m)'), tr('Distance between edges that is crossed with a '
                                                               'probability of 0.5.'), 5000, minimum=1)


def species_parameters():
    yield table('SPECIES_BEFORE', tr('Species before'), tr('Layer or table with one row per record of a species.'),
                optional=True)
    yield table('SPECIES_AFTER', tr('Species after'), tr('Layer or table with one row per record of a species.'),
                optional=True)
    yield field('SPECIES', tr('Species field'), tr('Field with the name of the species in both.'), 'SPECIES_BEFORE',
                'species', optional=True, advanced=True)


def fund_parameters():
    yield table('PROJECTS', tr('Projects'), tr('Table with the funds of projects, such as the layer projects of '
                                               'the shared store.'), optional=True)
    for name, label, about, default in (
            ('BUDGET', tr('Allocated funds'), tr('Money each project was given.'), 'budget_wan'),
            ('SPENT', tr('Spent funds'), tr('Money each project has spent.'), 'spent_wan'),
            ('ACHIEVED', tr('Achieved results'), tr('What each project has reached, such as hectares; not used '
                                                    'where the layer lacks it.'), 'treated_ha'),
            ('PLANNED', tr('Planned results'), tr('What each project should reach, in the same unit.'), None)):
        yield field(name, label, about, 'PROJECTS', default, optional=True, advanced=True)


def statistic_parameters():
    yield table('STATISTICS', tr('Statistics'), tr(
        'Table with indicator and after, and optionally before, total_before and total_after (the share in percent is '
        'taken), unit, zone and years. The shipped table monitoring_statistics lists the economic and social '
        'indicators.'), optional=True)
