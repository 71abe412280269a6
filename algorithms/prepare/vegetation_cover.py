"""Fractional vegetation cover from NDVI."""

import numpy as np

from ...ecorestore_plugin.core.errors import ParameterError
from ...ecorestore_plugin.core.vegetation import (
    MINIMUM_CELLS,
    class_end_members,
    cover_end_members,
    fractional_vegetation_cover,
    vegetation_cover_by_class,
)
from ..base import Tool, mark, tr
from ..parameters import choice, integer, number, number_output, raster, raster_output, table_output, text

METHODS = ('percentiles', 'fixed', 'classes')
DATES = ('first', 'both')


class VegetationCover(Tool):
    tool_id = 'vegetationcover'
    stage = 'prepare'
    label = mark('Vegetation cover')
    summary = mark('Fractional vegetation cover from NDVI by the dimidiate pixel model, for one date or two.')
    help = mark(
        'Turns NDVI into the share of the ground under vegetation (FVC), 0 to 1, by the dimidiate pixel model: FVC = '
        '(NDVI - NDVIsoil) / (NDVIveg - NDVIsoil), limited to 0 and 1.\n\n'
        'NDVIsoil (bare soil) and NDVIveg (full vegetation) are the end members. percentiles: the 5 and 95 percent '
        'points of the cumulative distribution of all cells. fixed: two given values, such as .05 and .85. classes: '
        'the percent points of each land class by itself; a class with too few cells, or all alike, gets those of the '
        'whole scene.\n\n'
        'With a second date both get the SAME end members, those of the first date or of both together: end members '
        'of their own would make part of the change an artefact. Change = second - first.\n\n'
        'Take images of the same season, cloud free or composited by the annual maximum. Water and snow pull '
        'NDVIsoil down; name their codes as bare classes, and they get cover 0 and no say in the end members.\n\n'
        'Source: Gutman & Ignatov 1998, International Journal of Remote Sensing 19, doi:10.1080/014311698215333')
    keywords = mark('FVC, fractional vegetation cover, NDVI, dimidiate pixel model, greenness, change')

    def declare(self):
        yield raster('NDVI', tr('NDVI'), tr('Annual maximum or growing season NDVI, -1 to 1 after the scale factor.'))
        yield choice('METHOD', tr('End members'), tr(
            'percentiles of the scene, fixed values, or percentiles per land class (classes).'), METHODS, 'percentiles')
        yield number('LOW', tr('Percentile of bare soil'), tr('Percent of the cells below NDVI of bare soil.'), 5, 0,
                     100)
        yield number('HIGH', tr('Percentile of full vegetation'), tr(
            'Percent of the cells below NDVI of full vegetation.'), 95, 0, 100)
        yield number('NDVI_SOIL', tr('NDVI of bare soil'), tr(
            'Needed for fixed; with percentiles it takes the place of the lower one.'), None, -1, 1, optional=True)
        yield number('NDVI_FULL', tr('NDVI of full vegetation'), tr(
            'Needed for fixed; with percentiles it takes the place of the upper one.'), None, -1, 1, optional=True)
        yield raster('LANDCOVER', tr('Land classes'), tr(
            'Class codes for the end members per class and for the bare classes; for both dates.'), optional=True)
        yield text('BARE', tr('Bare classes'), tr(
            'Codes without vegetation, separated by commas, such as 5,6 for water and snow in CLCD: cover 0.'),
            optional=True)
        yield raster('NDVI_2', tr('NDVI of the second date'), tr('Same grid and scale factor as the first.'),
                     optional=True)
        yield choice('REFERENCE', tr('Dates of the end members'), tr(
            'first: those of the first date serve for both. both: taken from the cells of both dates together.'),
            DATES, 'first', advanced=True)
        yield number('SCALE', tr('Scale factor'), tr('NDVI = value x factor; 0.0001 for MODIS integers.'), 1.0,
                     advanced=True)
        yield integer('MIN_CELLS', tr('Fewest cells of a class'), tr(
            'Classes with fewer cells get the end members of the whole scene.'), MINIMUM_CELLS, 1, advanced=True)
        yield raster_output('OUTPUT', tr('Vegetation cover'), tr('Share of the ground under vegetation, 0 to 1.'))
        yield raster_output('OUTPUT_2', tr('Vegetation cover of the second date'), tr(
            'By the same end members, 0 to 1.'), optional=True)
        yield raster_output('CHANGE', tr('Change of vegetation cover'), tr('Second minus first date, -1 to 1.'),
                            optional=True)
        yield table_output('END_MEMBERS', tr('End members used'), tr(
            'Per class (or one row): code, cells, NDVI of bare soil and of full vegetation, origin.'),
            optional=True)
        yield number_output('MEAN', tr('Mean cover'))
        yield number_output('MEAN_2', tr('Mean cover of the second date'))

    def check(self, values):
        method, given = values.choice('METHOD'), [values.given(name) for name in ('NDVI_SOIL', 'NDVI_FULL')]
        if method == 'fixed' and not all(given):
            return tr('Fixed end members need NDVI of bare soil and of full vegetation.')
        if method == 'classes' and any(given):
            return tr('End members are either fixed or per land class; leave NDVI of bare soil and of full vegetation '
                      'empty.')
        if (method == 'classes' or values.given('BARE')) and not values.given('LANDCOVER'):
            return tr('Give the land classes.')
        if (values.given('OUTPUT_2') or values.given('CHANGE')) and not values.given('NDVI_2'):
            return tr('Give NDVI of the second date, or leave its outputs out.')
        return ''

    def compute(self, job):
        dates, grid = self._dates(job)
        classes = job.classes('LANDCOVER')
        bare = np.zeros(grid.shape, bool)
        if classes is not None:
            bare = classes.valid & np.isin(classes.codes, self._codes(job))
        job.progress(0.3, 'End members of {count} cells', count=int((~np.isnan(dates[0]) & ~bare).sum()))
        sample = dates if job.choice('REFERENCE') == 'both' else dates[:1]
        sample = np.array([np.where(bare, np.nan, ndvi) for ndvi in sample])
        if job.choice('METHOD') == 'classes':
            covers = self._by_class(job, dates, sample, classes, bare)
        else:
            covers = self._of_scene(job, dates, sample)
        for name, mean, cover in zip(('OUTPUT', 'OUTPUT_2'), ('MEAN', 'MEAN_2'), covers + [None]):
            job.set_number(mean, None)
            if cover is not None:
                cover[bare] = 0.0
                job.set_number(mean, float(np.nanmean(cover)))
                job.write_raster(name, cover, grid, description=tr('Vegetation cover'), style='vegetation_cover')
        if len(covers) > 1:
            job.write_raster('CHANGE', covers[1] - covers[0], grid, description=tr('Change of vegetation cover'),
                             style='change')

    @staticmethod
    def _dates(job):
        """NDVI of one date or two, scaled."""
        first, grid = job.raster('NDVI')
        second, _ = job.raster('NDVI_2')
        found = [ndvi * job.number('SCALE') for ndvi in (first, second) if ndvi is not None]
        for name, ndvi in zip(('NDVI', 'NDVI_2'), found):
            beyond = np.abs(ndvi) > 1
            if beyond.any():
                raise ParameterError(
                    '{name} reaches from {low} to {high}; NDVI lies between -1 and 1. Give the scale factor of the '
                    'product (0.0001 for MODIS) or set the {count} cells beyond to nodata.', name=job.label(name),
                    low=f'{np.nanmin(ndvi):g}', high=f'{np.nanmax(ndvi):g}', count=int(beyond.sum()))
        return found, grid

    @staticmethod
    def _codes(job):
        codes = job.numbers('BARE')
        if any(code != round(code) for code in codes):
            raise ParameterError('Bare classes must be whole numbers.')
        return [int(code) for code in codes]

    @staticmethod
    def _of_scene(job, dates, sample):
        """Cover of each date with one pair of end members."""
        soil, full = job.number('NDVI_SOIL'), job.number('NDVI_FULL')
        origin = 'given'
        if soil is None or full is None:
            low, high = cover_end_members(sample, job.number('LOW'), job.number('HIGH'))
            origin = 'scene' if soil is None and full is None else 'scene, given'
            soil, full = low if soil is None else soil, high if full is None else full
        job.say(tr('Vegetation cover runs from NDVI {soil} (bare soil) to {full} (full cover).', soil=f'{soil:.3f}',
                   full=f'{full:.3f}'))
        job.write_table('END_MEMBERS', {'code': [None], 'cells': [int((~np.isnan(sample)).sum())], 'ndvi_soil': [soil],
                                        'ndvi_full': [full], 'origin': [origin]})
        return [fractional_vegetation_cover(ndvi, soil, full) for ndvi in dates]

    @staticmethod
    def _by_class(job, dates, sample, classes, bare):
        """Cover of each date with the end members of its classes."""
        valid = classes.valid & ~bare
        codes = np.broadcast_to(classes.codes, sample.shape)
        members = class_end_members(sample, codes, np.broadcast_to(valid, sample.shape), job.number('LOW'),
                                    job.number('HIGH'), job.integer('MIN_CELLS'))
        if not members.own.all():
            job.warn(tr('These classes have too few cells or one NDVI only and get the end members of the whole '
                        'scene: {codes}.', codes=', '.join(map(str, members.codes[~members.own]))))
        job.write_table('END_MEMBERS', {
            'code': members.codes, 'cells': members.cells, 'ndvi_soil': members.soil, 'ndvi_full': members.full,
            'origin': ['class' if own else 'scene' for own in members.own]})
        return [vegetation_cover_by_class(ndvi, classes.codes, valid, members) for ndvi in dates]
