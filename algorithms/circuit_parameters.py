"""Parameters that the tools of circuit theory share, so that they are described alike everywhere."""

from .base import tr
from .parameters import choice, field, file, flag, folder, folder_output, number, raster, report_output, table, vector


def connections():
    """How cells are joined."""
    yield choice('NEIGHBOURS', tr('Neighbours of a cell'), tr(
        '8 joins cells across corners too and is the usual choice; 4 joins cells along edges only.'), ('8', '4'),
        '8', advanced=True)
    yield choice('CONNECTION', tr('Average between cells'), tr(
        'What two neighbouring cells average: resistance, as in Linkage Mapper, so that one cell of high '
        'resistance blocks the way; conductance, the default of Circuitscape, which is softer.'),
        ('resistance', 'conductance'), 'resistance', advanced=True)


def raster_options():
    """What else the raster may hold, and what is laid over it."""
    yield choice('INPUT_IS', tr('The raster holds'), tr(
        'resistance, or conductance (the inverse; cells of conductance 0 carry no current).'),
        ('resistance', 'conductance'), 'resistance', advanced=True)
    yield choice('ZERO_RESISTANCE', tr('Zero resistance'), tr(
        'refuse: cells with resistance 0 stop the run; minimum: they, and all below it, get the lowest resistance '
        'given next; region: neighbouring cells with 0 become one node that current crosses without loss.'),
        ('refuse', 'minimum', 'region'), 'refuse', advanced=True)
    yield number('MIN_RESISTANCE', tr('Lowest resistance'), tr(
        'For Zero resistance = minimum. Empty: the smallest value above 0 in the raster.'), minimum=1e-12,
        optional=True, advanced=True)
    yield raster('MASK', tr('Mask'), tr(
        'Only cells above 0 in this raster carry current. Empty: all of them.'), optional=True, advanced=True)
    yield vector('REGIONS', tr('Short-circuit regions'), tr(
        'Polygons inside which current flows without loss, such as lakes for water birds; each becomes one node. '
        'Regions that share a cell become one.'), 'polygon', optional=True, advanced=True)
    yield raster('REGION_RASTER', tr('Short-circuit regions as raster'), tr(
        'Cells of the same positive whole number become one node, also where they do not touch.'), optional=True,
        advanced=True)


def pair_options():
    """Which pairs are run."""
    yield table('PAIRS', tr('Pairs of sources'), tr(
        'Table with the fields from_id and to_id, such as the links of Ecological corridors. Empty: all pairs.'),
        optional=True, advanced=True)
    yield choice('PAIRS_MODE', tr('The listed pairs are'), tr(
        'include: only they are run; exclude: all others are.'), ('include', 'exclude'), 'include', advanced=True)
    yield file('PAIRS_FILE', tr("Circuitscape's file of pairs"), tr(
        'Text file that begins with mode include, mode exclude, or with min, max and a matrix of distances.'),
        optional=True, advanced=True)
    yield number('MIN_DISTANCE', tr('Smallest distance (m)'), tr(
        'Pairs whose edges lie nearer to each other are left out. Empty: no limit.'), minimum=0, optional=True,
        advanced=True)
    yield number('MAX_DISTANCE', tr('Largest distance (m)'), tr(
        'Pairs whose edges lie farther apart are left out. Empty: no limit.'), minimum=0, optional=True,
        advanced=True)


def strengths():
    """Ampere per source."""
    yield field('STRENGTH', tr('Strength of the source'), tr(
        'Field with the ampere of each source in the modes one-to-all and all-to-one, such as its area or '
        'population. Empty: 1 A each.'), 'SOURCES', numeric=True, optional=True, advanced=True)
    yield table('STRENGTHS', tr('Table of strengths'), tr(
        'Table with the fields source_id and strength, instead of a field of the sources.'), optional=True,
        advanced=True)


def map_options():
    """How current maps are written."""
    yield flag('LOG', tr('Logarithm of current'), tr(
        'Writes log10 of the current, so that weak currents show too; cells without current become nodata. Voltages '
        'stay as they are.'), advanced=True)
    yield flag('ZERO_OUTSIDE', tr('Zero instead of nodata'), tr(
        'Writes 0 instead of nodata where no current can flow, as Circuitscape does by default.'), advanced=True)


def run_maps(of):
    """A folder for the maps of single runs; ``of`` is translated and says which."""
    yield choice('RUN_MAPS', tr('Maps of single runs'), tr(
        'What is written into the folder of single maps: current, voltage, or both.'), ('current', 'voltage', 'both'),
        'current', advanced=True)
    yield folder_output('RUN_MAP_FOLDER', tr('Folder of single maps'), of, optional=True)


def run_folder():
    """Where a long run keeps what it has."""
    return folder('RUN_FOLDER', tr('Run folder'), tr(
        'Keeps the solved potential of each source (8 bytes per cell), so that a run that was cancelled or died goes '
        'on there, and a run with other outputs or pairs need not solve again. Delete it when all is done. Not used '
        'where only active sources are joined.'), optional=True, advanced=True)


def page():
    return report_output('REPORT', tr('Report'), tr(
        'How cells were joined, what was left out, the counts of pairs, and the effective resistances as HTML.'))
