"""Diversity of classes in a moving window."""

import numpy as np

from ...ecorestore_plugin.core.errors import EmptyInputError, ParameterError
from ...ecorestore_plugin.core.window import (
    circular_window,
    predicted_seconds,
    row_strips,
    square_window,
    window_diversity,
)
from ..base import Tool, mark, tr
from ..parameters import choice, number, number_output, raster, raster_output, text

SHAPES = ('square', 'circle')
MANY = 60


class DiversityWindow(Tool):
    tool_id = 'diversitywindow'
    stage = 'prepare'
    label = mark('Diversity in a moving window')
    summary = mark('Shannon diversity, richness and evenness of the classes around every cell.')
    help = mark(
        'Moves a window over a class raster and measures the diversity of the classes in it: an indicator of '
        'landscape pattern, resilience and habitat value.\n\n'
        'Shannon diversity H = -sum p ln p, with p the share of each class in the known cells of the window (SHDI); 0 '
        'where there is one class, at most ln(richness). Richness S = number of classes. Evenness = H / ln S (SHEI), 0 '
        'where there is one class.\n\n'
        'The window is a square or a circle in metres; 3 to 5 km is usual. A square takes the nearest odd number of '
        'cells each way, a circle the cells whose centre is within half its diameter. Cells in whose window too little '
        'is known, the part beyond the edge of the raster counting as unknown, become nodata.\n\n'
        'Results do not depend on the number of processes or on compiled kernels.\n\n'
        'Source: Shannon 1948, doi:10.1002/j.1538-7305.1948.tb01338.x; Pielou 1966, doi:10.1016/0022-5193(66)90013-0; '
        'McGarigal & Marks 1995 (SHDI, SHEI, PR)')
    keywords = mark('SHDI, Shannon, evenness, richness, landscape diversity, focal, neighbourhood, land cover')

    def declare(self):
        yield raster('LANDCOVER', tr('Classes'), tr('Class codes, such as land cover; whole numbers.'))
        yield number('WINDOW', tr('Window (m)'), tr('Side of the square or diameter of the circle.'), 3000, minimum=1)
        yield choice('SHAPE', tr('Shape of the window'), tr(
            'square: fastest, and the usual form. circle: the same reach in every direction.'), SHAPES, 'square')
        yield number('MINIMUM_SHARE', tr('Known share of the window'), tr(
            'Share of the window that must be known, 0 to 1. Half is usual; a smaller share keeps more of the edge.'),
            0.5, 0, 1, advanced=True)
        yield text('IGNORE', tr('Codes to leave out'), tr(
            'Codes that count as unknown, separated by commas, such as 0 for the background.'), optional=True,
            advanced=True)
        yield raster_output('SHANNON', tr('Shannon diversity'), tr('Shannon index H, no unit.'))
        yield raster_output('RICHNESS', tr('Richness'), tr('Number of classes in the window.'), optional=True)
        yield raster_output('EVENNESS', tr('Evenness'), tr('H / ln(richness), 0 to 1.'), optional=True)
        yield number_output('CLASSES', tr('Number of classes'))
        yield number_output('MEAN_SHANNON', tr('Mean Shannon diversity'))

    def compute(self, job):
        classes = job.classes('LANDCOVER')
        grid = classes.grid
        valid = classes.valid & ~np.isin(classes.codes, self._ignored(job))
        if not valid.any():
            raise EmptyInputError('{name} holds nothing but the codes to leave out.', name=job.label('LANDCOVER'))
        make = circular_window if job.choice('SHAPE') == 'circle' else square_window
        reach = make(job.number('WINDOW'), grid.cell_width, grid.cell_height)
        cells = int((2 * reach + 1).sum())
        if cells == 1:
            job.warn(tr('The window is one cell, in which there is one class; choose a larger one.'))
        number = np.unique(classes.codes[valid]).size
        if number > MANY:
            job.warn(tr('There are {count} classes; check that this is a class raster.', count=number))
        seconds = predicted_seconds(valid.size, number, reach)
        strips = len(row_strips(grid.shape))
        engine = job.engine(strips, seconds / strips, 40.0 * valid.size / strips, compiled=True)
        found = window_diversity(classes.codes, valid, reach, job.number('MINIMUM_SHARE'), engine, job.progress,
                                 job.cancelled)
        known = ~np.isnan(found.shannon)
        if not known.any():
            raise EmptyInputError('No window of {cells} cells is known to {share} %. Choose a smaller window or a '
                                  'smaller known share.', cells=cells, share=f'{100 * job.number("MINIMUM_SHARE"):g}')
        job.say(tr('{cells} cells in the window, {classes} classes.', cells=cells, classes=number))
        job.write_raster('SHANNON', found.shannon, grid, description=tr('Shannon diversity'), style='continuous')
        job.write_raster('RICHNESS', np.where(known, found.richness, 0).astype(np.int64), grid, known,
                         description=tr('Richness'), style='richness')
        job.write_raster('EVENNESS', found.evenness, grid, description=tr('Evenness'), style='continuous')
        job.set_number('CLASSES', number)
        job.set_number('MEAN_SHANNON', float(found.shannon[known].mean()))

    @staticmethod
    def _ignored(job):
        codes = job.numbers('IGNORE')
        if any(code != round(code) for code in codes):
            raise ParameterError('Codes to leave out must be whole numbers.')
        return [int(code) for code in codes]
