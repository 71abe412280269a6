"""Tool: resistance of land-cover classes."""

from ...ecorestore_plugin.core.resistance.landcover import resistance_from_classes
from ..base import Tool, mark, tr
from ..parameters import field, raster, raster_output, table


class LandCoverResistance(Tool):
    tool_id = 'landcoverresistance'
    stage = 'resistance'
    label = mark('Resistance from land cover')
    summary = mark('Gives every land-cover class its resistance to movement, from a table.')
    help = mark(
        'Turns a land-cover raster into a resistance surface: each cell gets the resistance of its class.\n\n'
        'Use it as a quick resistance surface, or as one factor of a finer one. Resistance is relative and has no '
        'unit: 1 is the easiest ground, and 100 means that one metre costs as much as 100 metres of the easiest. It '
        'must be above 0; ground that nothing can cross is better left as nodata.\n\n'
        'A class without a row in the table is an error that names the code and its cell count. A row whose class does '
        'not occur is a warning. The shipped table holds illustrative values for the nine CLCD classes: edit it for '
        'the species and region.\n\n'
        'Source: Adriaensen et al. 2003, doi:10.1016/S0169-2046(02)00242-6.')
    keywords = mark('resistance, land cover, land use, reclassify, friction, cost surface')

    def declare(self):
        yield raster('LANDCOVER', tr('Land cover'), tr('Raster of class codes, in a projected system in metres.'))
        yield table('TABLE', tr('Resistance table'),
                    tr('One row per class code with its resistance. Left empty, the shipped illustrative table for the '
                       'nine CLCD classes is used.'), optional=True)
        yield field('CODE', tr('Code field'), tr('Field of the table with the class codes.'), 'TABLE', default='code',
                    optional=True)
        yield field('VALUE', tr('Resistance field'), tr('Field of the table with the resistance, above 0, no unit.'),
                    'TABLE', default='resistance', optional=True)
        yield raster_output('OUTPUT', tr('Resistance'), tr('Resistance of every cell, no unit; nodata where the land '
                                                           'cover has none.'))

    def compute(self, job):
        classes = job.classes('LANDCOVER')
        table = job.table('TABLE', default='landcover_resistance.csv')
        codes = table.integers(job.field('CODE') or 'code')
        result = resistance_from_classes(classes.codes, classes.valid, codes,
                                         table.numbers(job.field('VALUE') or 'resistance'), job.label('LANDCOVER'))
        if result.unused:
            job.warn(tr('The table has {count} codes that do not occur in the land cover: {codes}.',
                        count=len(result.unused), codes=', '.join(map(str, result.unused))))
        job.write_raster('OUTPUT', result.resistance, classes.grid, description='resistance', style='resistance')
