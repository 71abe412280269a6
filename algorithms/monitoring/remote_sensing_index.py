"""Tool: remote-sensing ecological index of one date or two."""

from ...ecorestore_plugin.core.errors import ParameterError
from ...ecorestore_plugin.core.monitoring.ecological_index import INDICATORS, LIMITS
from ...ecorestore_plugin.core.monitoring.spectral import BANDS, WETNESS
from ...ecorestore_plugin.qgis_io.ecological_index import SAME, Images, common_axis, write_index
from ..base import Tool, mark, tr
from ..parameters import choice, number, number_output, raster, raster_output, rasters, table_output, text

LEVEL_WORDS = (mark('Poor'), mark('Fair'), mark('Medium'), mark('Good'), mark('Excellent'))


class RemoteSensingIndex(Tool):
    tool_id = 'remotesensingindex'
    stage = 'monitoring'
    label = mark('Remote-sensing ecological index')
    summary = mark('RSEI: ecological quality from greenness, wetness, dryness and heat, for one date or two.')
    help = mark('''Joins four indicators of a satellite image into one index of ecological quality, 0 (worst) to 1 \
(best), without weights given by hand: RSEI is their first principal component.

Greenness: NDVI. Wetness: WET of the tasselled cap, with coefficients for Landsat 8 and 9 (oli) or 4 to 7 (tm). \
Dryness: NDBSI = (IBI + SI) / 2. Heat: land surface temperature (LST). Each is scaled to 0 to 1 by its lowest and \
highest value; the component is taken from their covariance and scaled to 0 to 1 in turn.

Six bands of surface reflectance give NDVI, WET, NDBSI and MNDWI; a layer of your own takes the place of any of them. \
The temperature always has to be given.

Water is masked by MNDWI above the limit: over open water WET measures depth and not moisture.

The sign of a principal component is arbitrary. It is turned so that NDVI and WET count as good, NDBSI and LST as bad; \
the table of loadings shows it, and a loading against its meaning is warned of.

With a second date both dates are scaled together and share one component, so that their difference is a change of \
the ground and not of the scale. Take images of one season, and of one sensor where possible, without cloud; a single \
bright outlier narrows the scale of everything else, so mask clouds and their shadows first, or cut a percent of the \
cells at either end.

Levels: 1 poor (to 0.2), 2 fair (to 0.4), 3 medium (to 0.6), 4 good (to 0.8), 5 excellent. They compare within one \
run only: another area or another pair of dates has another scale.

Rasters are read block by block, so that their size does not matter.

Source: Xu 2013, China Environmental Science 33(5):889-897; Hu & Xu 2018, doi:10.1016/j.ecolind.2018.02.006; \
Baig et al. 2014, doi:10.1080/2150704X.2014.915434 (wetness, oli); Crist 1985, doi:10.1016/0034-4257(85)90102-6 (tm); \
Xu 2008, doi:10.1080/01431160802039957 (IBI); Xu 2006, doi:10.1080/01431160600589179 (MNDWI)''')
    keywords = mark('RSEI, ecological quality, remote sensing ecological index, NDVI, WET, NDBSI, LST, tasselled cap, '
                    'principal component, PCA, Landsat, MNDWI')

    def declare(self):
        for suffix, optional, of in (('', False, ''), ('_2', True, tr(' of the second date'))):
            yield rasters(f'BANDS{suffix}', tr('Bands{date}', date=of), tr(
                'Surface reflectance: one raster with six bands or six rasters in the order blue, green, red, NIR, '
                'SWIR1, SWIR2.'), optional=True)
            yield raster(f'LST{suffix}', tr('Land surface temperature{date}', date=of), tr(
                'Degrees Celsius or kelvins, the same unit at both dates.'), optional=optional)
            for name, help in (('NDVI', tr('Takes the place of NDVI from the bands, -1 to 1.')),
                               ('WET', tr('Takes the place of wetness from the bands.')),
                               ('NDBSI', tr('Takes the place of NDBSI from the bands, -1 to 1.')),
                               ('MNDWI', tr('Takes the place of MNDWI from the bands, -1 to 1; it masks the water.'))):
                yield raster(name + suffix, tr('{index}{date}', index=name, date=of), help, optional=True,
                             advanced=name == 'MNDWI')
        yield choice('SENSOR', tr('Sensor'), tr('oli: Landsat 8 and 9. tm: Landsat 4 to 7.'), tuple(WETNESS), 'oli')
        yield choice('SENSOR_2', tr('Sensor of the second date'), tr(
            'same, or that of the second date where it differs; bands of two sensors agree only roughly.'),
            (SAME, *WETNESS), SAME, advanced=True)
        yield text('COEFFICIENTS', tr('Coefficients of wetness'), tr(
            'Six numbers in the order of the bands, for another sensor; empty: those of the sensor.'), optional=True,
            advanced=True)
        yield number('SCALE', tr('Scale of the bands'), tr(
            'Reflectance = value x scale + offset; 0.0000275 for Landsat Collection 2.'), 1.0, advanced=True)
        yield number('OFFSET', tr('Offset of the bands'), tr('-0.2 for Landsat Collection 2.'), 0.0, advanced=True)
        yield number('WATER_ABOVE', tr('MNDWI of water'), tr('Cells above it are water and left out.'), 0.0,
                     minimum=-1, maximum=1)
        yield number('CUT', tr('Cells cut at either end (%)'), tr(
            'Indicators are limited to these percentiles of all dates before they are scaled, so that clouds left '
            'over do not set the scale; 0 takes the lowest and highest value, as published.'), 0.0,
            minimum=0, maximum=10, advanced=True)
        yield raster_output('OUTPUT', tr('Ecological index'), tr('RSEI, 0 (worst) to 1 (best).'))
        yield raster_output('OUTPUT_2', tr('Ecological index of the second date'), tr('On the same scale.'),
                            optional=True)
        yield raster_output('CHANGE', tr('Change of the ecological index'), tr('Second minus first date, -1 to 1.'),
                            optional=True)
        yield raster_output('LEVELS', tr('Levels'), tr('1 poor, 2 fair, 3 medium, 4 good, 5 excellent.'),
                            optional=True)
        yield raster_output('LEVELS_2', tr('Levels of the second date'), tr('The same limits.'), optional=True)
        yield table_output('TABLE', tr('Areas of the levels'), tr(
            'Per level: limits, cells, area_ha and share at either date, and the change in hectares.'))
        yield table_output('LOADINGS', tr('Loadings'), tr(
            'Per indicator: what it is scaled between and its loadings on the four components; the last row holds '
            'their shares of the variance.'))
        yield number_output('MEAN', tr('Mean index'))
        yield number_output('MEAN_2', tr('Mean index of the second date'))
        yield number_output('BETTER', tr('Share of the cells that became better'))
        yield number_output('WORSE', tr('Share of the cells that became worse'))
        yield number_output('EXPLAINED', tr('Share of the variance in the first component'))

    def check(self, job):
        later = [name for name in ('NDVI_2', 'WET_2', 'NDBSI_2', 'MNDWI_2', 'BANDS_2') if job.given(name)]
        if later and not job.given('LST_2'):
            return tr('Give the land surface temperature of the second date.')
        if any(job.given(name) for name in ('OUTPUT_2', 'CHANGE', 'LEVELS_2')) and not job.given('LST_2'):
            return tr('Give the layers of the second date, or leave its outputs out.')
        return ''

    def compute(self, job):
        given = job.numbers('COEFFICIENTS')
        if given and len(given) != len(BANDS):
            raise ParameterError('{count} coefficients of wetness are given; six are needed, in the order of the '
                                 'bands.', count=len(given))
        images = Images(job, ('', '_2') if job.given('LST_2') else ('',))
        axis, low, high = common_axis(job, images)
        totals = write_index(job, images, axis, low, high)
        self.write_levels(job, totals, images.grid.cell_area_ha)
        self.write_loadings(job, axis)
        job.say(tr('The first component holds {share} % of the variance.', share=f'{100 * axis.shares[0]:.1f}'))
        for name, mean in zip(('MEAN', 'MEAN_2'), [*totals.means, None]):
            job.set_number(name, mean)
            if mean is not None:
                job.say(tr('{name}: {mean}.', name=job.tool.outputDefinition(name).description(), mean=f'{mean:.4f}'))
        job.set_number('BETTER', totals.better / totals.both if totals.both else None)
        job.set_number('WORSE', totals.worse / totals.both if totals.both else None)
        job.set_number('EXPLAINED', axis.shares[0])

    @staticmethod
    def write_levels(job, totals, hectares):
        columns = {'level': list(range(1, 6)), 'name': [tr(word) for word in LEVEL_WORDS], 'lower': LIMITS[:-1],
                   'upper': LIMITS[1:]}
        for suffix, cells in zip(('', '_2'), totals.cells[:, 1:]):
            columns.update({f'cells{suffix}': cells, f'area_ha{suffix}': cells * hectares,
                            f'share{suffix}': cells / cells.sum()})
        if len(totals.cells) == 2:
            columns['change_ha'] = columns['area_ha_2'] - columns['area_ha']
        job.write_table('TABLE', {key: list(values) for key, values in columns.items()})

    @staticmethod
    def write_loadings(job, axis):
        nothing, components = float('nan'), range(len(INDICATORS))
        job.write_table('LOADINGS', {
            'indicator': [*INDICATORS, tr('share of the variance')], 'low': [*axis.low, nothing],
            'high': [*axis.high, nothing],
            **{f'pc{part + 1}': [*axis.loadings[:, part], axis.shares[part]] for part in components}})
