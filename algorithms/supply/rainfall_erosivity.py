"""Rainfall erosivity from annual, monthly or daily rain."""

from datetime import date, timedelta

import numpy as np

from ...ecorestore_plugin.core.checks import stop_if
from ...ecorestore_plugin.core.errors import ParameterError
from ...ecorestore_plugin.core.services.erosivity import (
    DAILY_METHODS,
    SI_PER_US_EROSIVITY,
    erosivity_from_annual_rain,
    erosivity_from_monthly_rain,
    erosivity_wischmeier,
    half_months_of_days,
)
from ...ecorestore_plugin.qgis_io.row_blocks import bands_of, months_of, row_blocks, rows_of, spans
from ..base import Tool, mark, tr
from ..parameters import choice, number_output, raster, raster_output, rasters, text
from .soil_parameters import SYSTEMS

MONTHLY_METHODS = ('monthly', 'wischmeier')
METHODS = ('annual', *MONTHLY_METHODS, *DAILY_METHODS)
UNITS = {'SI': 'MJ mm/ha/h/yr', 'US': '100 ft t in/acre/h/yr'}
CELLS = 300_000


class RainfallErosivity(Tool):
    tool_id = 'rainfallerosivity'
    stage = 'supply'
    label = mark('Rainfall erosivity')
    summary = mark('Factor R of a year from annual, monthly or daily rain by six published equations.')
    help = mark('''Computes the power of rain to erode soil (factor R) in MJ mm/(ha h yr).

annual (Zhang & Fu 2003): 0.0534 P^1.6548 with the annual rain P in mm.

monthly (Zhang & Fu 2003): 0.3589 F^1.9462, F = sum of squared monthly rain / annual rain.

wischmeier: sum over the months of 1.735 * 10^(1.5 lg(p^2 / P) - 0.8188), which is in hundreds of ft t in/(acre h \
yr), times 17.02. Leaving out the 17.02 is a frequent published error.

half_month (Zhang, Xie & Liu 2002): a * sum(Pd^b) over days with at least 12 mm; b = 0.8363 + 18.144 / Pd12 + 24.455 \
/ Py12, a = 21.586 b^-7.1891, with the mean rain Pd12 of such days and their mean annual total Py12.

daily (Xie et al. 2016): 0.2686 (1 + 0.5412 cos(pi j / 6 - 7 pi / 6)) Pd^1.7265 over days with at least 9.7 mm, j the \
month.

census (national census of water): 0.3937 (May to September) or 0.3101 (other months) times sum(Pd^1.7265) over days \
with at least 9.7 mm.

Daily rain wants several years, 20 and more for a mean; the sums are divided by the years. Results of different \
equations differ: compare areas and dates by one of them.

Source: Zhang & Fu 2003, Resources Science 25(1):35-41; Zhang, Xie & Liu 2002, Scientia Geographica Sinica \
22(6):705-711; Xie et al. 2016, doi:10.1016/j.jhydrol.2016.02.020; Wischmeier & Smith 1978, USDA Handbook 537''')
    keywords = mark('rainfall erosivity, R factor, rain, daily rain, monthly rain, CSLE, RUSLE, USLE')

    def declare(self):
        yield choice('METHOD', tr('Method'), tr(
            'annual; monthly and wischmeier from twelve months; half_month, daily and census from days.'), METHODS,
            'annual')
        yield raster('PRECIPITATION', tr('Precipitation'), tr('Annual precipitation, mm/yr, for annual.'),
                     optional=True)
        yield rasters('MONTHS', tr('Precipitation by month'), tr(
            'Twelve rasters, January first, or one with twelve bands, mm; for monthly and wischmeier.'), optional=True)
        yield rasters('DAYS', tr('Precipitation by day'), tr(
            'Rasters whose bands are consecutive days in their order, mm; for half_month, daily and census.'),
            optional=True)
        yield text('START', tr('First day'), tr('Date of the first band of the daily rain, such as 2001-01-01.'),
                   optional=True)
        yield choice('UNIT', tr('Unit of the result'), tr(
            'SI is what the other tools expect; US is 17.02 times smaller.'), SYSTEMS, 'SI', advanced=True)
        yield raster_output('OUTPUT', tr('Rainfall erosivity'), tr('Factor R of a year in the chosen unit.'))
        yield raster_output('HALF_MONTHS', tr('Rainfall erosivity of half months'), tr(
            '24 bands in the chosen unit, from daily rain; they weigh the vegetation factor over the year.'),
            optional=True)
        yield number_output('MEAN', tr('Mean R'))

    def check(self, values):
        method = values.choice('METHOD')
        if method == 'annual' and not values.given('PRECIPITATION'):
            return tr('Give annual precipitation, or choose another method.')
        if method in MONTHLY_METHODS and not values.given('MONTHS'):
            return tr('Give the precipitation of twelve months.')
        if method in DAILY_METHODS and not (values.given('DAYS') and values.given('START')):
            return tr('Give daily precipitation and the date of its first day.')
        if values.given('HALF_MONTHS') and method not in DAILY_METHODS:
            return tr('Half months come from daily rain only.')
        return ''

    def compute(self, job):
        method, unit = job.choice('METHOD'), job.choice('UNIT')
        scale = 1.0 / SI_PER_US_EROSIVITY if unit == 'US' else 1.0
        parts = self._days(job, method) if method in DAILY_METHODS else self._direct(job, method)
        writer = halves = None
        total, count = 0.0, 0
        for start, grid, erosivity, half_months in parts:
            if writer is None:
                writer = job.raster_rows('OUTPUT', grid, UNITS[unit], tr('Rainfall erosivity'), 'precipitation')
                halves = job.raster_rows('HALF_MONTHS', grid, UNITS[unit], job.label('HALF_MONTHS'), 'precipitation',
                                         [str(number) for number in range(1, 25)])
            writer.write(start, erosivity * scale)
            if half_months is not None:
                halves.write(start, half_months * scale)
            total, count = total + float(np.nansum(erosivity)) * scale, count + int(np.isfinite(erosivity).sum())
        job.set_number('MEAN', total / count if count else None)
        if count:
            job.say(tr('Rainfall erosivity averages {mean} {unit}.', mean=f'{total / count:,.1f}', unit=UNITS[unit]))

    @staticmethod
    def _direct(job, method):
        """Yields (first row, grid of the run, R, None) from annual or monthly rain."""
        sources = ({'rain': rows_of(job, 'PRECIPITATION', 0)} if method == 'annual'
                   else {'months': months_of(job, 'MONTHS', 0)})
        source = next(iter(sources.values()))
        grid = (source if method == 'annual' else source[0]).grid
        for block in row_blocks(job, sources, 0.0, 1.0, mark('Rainfall erosivity of {count} cells')):
            if method == 'annual':
                found = erosivity_from_annual_rain(block['rain'])
            else:
                function = erosivity_from_monthly_rain if method == 'monthly' else erosivity_wischmeier
                found = function(np.array(block['months']))
            yield block.start, grid, found, None

    @staticmethod
    def _days(job, method):
        """Yields (first row, grid of the run, R, R of the half months) from daily rain."""
        try:
            first = date.fromisoformat(job.text('START').strip())
        except ValueError:
            raise ParameterError('"{text}" is no date; write it as 2001-01-31.', text=job.text('START')) from None
        sources = bands_of(job, 'DAYS', 0)
        dates = [first + timedelta(days=number) for number in range(len(sources))]
        years = len(dates) / 365.25
        if years < 0.99:
            job.warn(tr('There are only {days} days of rain. R of a year needs whole years; the sums are scaled to a '
                        'year of the same days.', days=len(dates)))
        # Whole years divide evenly, so that leap days do not matter.
        years = round(years) if abs(years - round(years)) < 0.01 and years > 0.5 else years
        grid = sources[0].grid
        job.progress(0.0, 'Rainfall erosivity of {days} days', days=len(dates))
        for top, bottom in spans(grid, CELLS):
            def days(top=top, bottom=bottom):
                for day, source in zip(dates, sources):
                    stop_if(job.cancelled)
                    yield day.month, day.day, source.read(top, bottom)
            half_months = half_months_of_days(days, method, years)
            yield top, grid, half_months.sum(axis=0), half_months
            job.progress(bottom / grid.rows)
        for source in sources:
            if not source.known:
                raise source.nothing()
