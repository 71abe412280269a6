"""Tool: Sen's slope and Mann-Kendall test of series."""

import numpy as np

from ...ecorestore_plugin.core.monitoring.trend import CORRECTIONS, MIN_DATES, mann_kendall
from ...ecorestore_plugin.qgis_io.monitoring import ordered, times_of
from ...ecorestore_plugin.qgis_io.row_blocks import layers_of, row_blocks
from ...ecorestore_plugin.qgis_io.unit_rows import read_rows, write_rows
from ..base import Tool, mark, tr
from ..parameters import (
    choice,
    field,
    integer,
    number,
    number_output,
    raster_output,
    rasters,
    text,
    vector,
    vector_output,
)

# Cells of a block, so that a long series of them stays small.
CELLS_IN_MEMORY = 8_000_000
WORDS = {1: 'rising', -1: 'falling', 0: 'none'}


class Trend(Tool):
    tool_id = 'trend'
    stage = 'monitoring'
    label = mark('Trend')
    summary = mark('Sen\'s slope with the Mann-Kendall test, for every cell of a series of rasters or every row of a '
                   'table.')
    help = mark(
        'Tells a trend from noise without assuming a distribution.\n\n'
        'Slope: the median of the slopes between all pairs of dates (Sen). Test: S = sum of the signs of all later '
        'minus earlier values; Var S = (n(n-1)(2n+5) - sum of t(t-1)(2t+5) over ties) / 18; z = (S - 1) / sqrt(Var S) '
        'for S above 0, (S + 1) / sqrt(Var S) below.\n\n'
        'Series that remember the year before look more certain than they are. Two corrections need evenly spaced '
        'dates. prewhitening takes the trend out, subtracts the remembered part where the first autocorrelation is '
        'significant, puts the trend back and tests that; it loses a date. hamed_rao corrects Var S by all significant '
        'autocorrelations of the ranks of the series without its trend; series whose values alternate or swing back '
        'get a smaller variance from it and look more certain: do not read it without the plain test or '
        'prewhitening.\n\n'
        'Cells with fewer than the least number of dates stay empty. At 5 % one cell in twenty shows a trend by '
        'chance; look for areas, not for cells.\n\n'
        'Rasters are read block by block, so that their size does not matter. Times are the years in the layer or '
        'field names, or what you give.\n\n'
        'Source: Sen 1968, doi:10.1080/01621459.1968.10480934; Mann 1945, doi:10.2307/1907187; Hamed & Rao 1998, '
        'doi:10.1016/S0022-1694(97)00125-X; Yue et al. 2002, doi:10.1002/hyp.1095.')
    keywords = mark('trend, Mann-Kendall, Sen slope, Theil-Sen, time series, significance, autocorrelation, NDVI trend')

    def declare(self):
        yield rasters('RASTERS', tr('Series of rasters'), tr('One raster per date on one grid. Give these or a '
                                                             'table.'), optional=True)
        yield vector('TABLE', tr('Series in a table'), tr('Layer or table with one field per date.'), 'table',
                     optional=True)
        yield field('FIELDS', tr('Fields of the dates'), tr('Numeric fields, one per date.'), 'TABLE', multiple=True,
                    optional=True)
        yield text('TIMES', tr('Times'), tr(
            'One number per raster or field, such as years, separated by commas. Empty: the year in each name.'),
            optional=True)
        yield choice('CORRECTION', tr('Autocorrelation'), tr('none, hamed_rao or prewhitening; see the help.'),
                     CORRECTIONS, 'none')
        yield number('LEVEL', tr('Significance level'), tr('0.05 is usual.'), 0.05, minimum=0.0001, maximum=0.5)
        yield integer('MIN_DATES', tr('Least number of dates'), tr('Series with fewer values get no trend; 8 is the '
                                                                   'least that the test is good for.'), MIN_DATES, 4)
        yield raster_output('SLOPE', tr('Slope'), tr('Sen\'s slope, units of the rasters per unit of time.'),
                            optional=True)
        yield raster_output('PROBABILITY', tr('Probability'), tr('p of the two-sided test, 0 to 1.'), optional=True)
        yield raster_output('CLASSES', tr('Trend classes'), tr(
            '-1 significantly falling, 0 no significant trend, 1 significantly rising.'), optional=True)
        yield vector_output('OUTPUT', tr('Rows with their trend'), tr(
            'The rows with slope, slope_low and slope_high (confidence limits), z, p, dates, trend (rising, falling, '
            'none).'), optional=True)
        yield number_output('RISING', tr('Share that rises significantly'))
        yield number_output('FALLING', tr('Share that falls significantly'))
        yield number_output('KNOWN', tr('Series with enough dates'))

    def check(self, job):
        if job.given('RASTERS') == job.given('TABLE'):
            return tr('Give a series of rasters or a table, one of them.')
        if job.given('TABLE') and not job.fields('FIELDS'):
            return tr('Choose the fields of the dates.')
        return ''

    def compute(self, job):
        if job.integer('MIN_DATES') < MIN_DATES:
            job.warn(tr('Series of fewer than {count} dates are tested: p is rough there, since the test takes S as '
                        'normally distributed.', count=MIN_DATES))
        counts = self.of_rasters(job) if job.given('RASTERS') else self.of_table(job)
        known = int(counts.sum())
        job.say(tr('{known} series: {rising} rise and {falling} fall significantly.', known=known,
                   rising=int(counts[2]), falling=int(counts[0])))
        job.set_number('RISING', counts[2] / known if known else float('nan'))
        job.set_number('FALLING', counts[0] / known if known else float('nan'))
        job.set_number('KNOWN', known)

    def of_rasters(self, job):
        """Series that fall, stay and rise."""
        names, sources = layers_of(job, 'RASTERS')
        times = times_of(job, names)
        order = ordered(times)
        grid = sources[0].grid
        writers = {name: job.raster_rows(name, grid, '', job.label(name), style) for name, style in (
            ('SLOPE', 'trend'), ('PROBABILITY', 'continuous'), ('CLASSES', 'trend_classes'))}
        counts = np.zeros(3)
        series = {'dates': [sources[position] for position in order]}
        for block in row_blocks(job, series, text='Trend of {count} cells', cells=CELLS_IN_MEMORY // len(names)):
            found = self.trend(job, np.stack(block['dates']), times[order])
            direction = np.where(np.isfinite(found.p), found.direction(job.number('LEVEL')), np.nan)
            for writer, values in zip(writers.values(), (found.slope, found.p, direction)):
                writer.write(block.start, values)
            counts += [(direction == sign).sum() for sign in (-1, 0, 1)]
        return counts

    def of_table(self, job):
        rows, fields = read_rows(job, 'TABLE', None), job.fields('FIELDS')
        times = times_of(job, fields)
        order = ordered(times)
        values = np.stack([rows.numbers(fields[position]) for position in order])
        found = self.trend(job, values, times[order])
        known, direction = np.isfinite(found.p), found.direction(job.number('LEVEL'))
        write_rows(job, 'OUTPUT', rows, {
            'slope': found.slope, 'slope_low': found.lower, 'slope_high': found.upper, 'z': found.z, 'p': found.p,
            'dates': found.count.astype(int),
            'trend': [WORDS[int(sign)] if sure else '' for sign, sure in zip(direction, known)]})
        return np.array([(known & (direction == sign)).sum() for sign in (-1, 0, 1)])

    @staticmethod
    def trend(job, values, times):
        return mann_kendall(values, times, job.choice('CORRECTION'), job.number('LEVEL'), job.integer('MIN_DATES'),
                            cancelled=job.cancelled)
