"""Classes of a raster or a field."""

import numpy as np
from qgis.core import QgsWkbTypes

from ...ecorestore_plugin.core.classify import METHODS, class_numbers, classify, limits_of_table
from ...ecorestore_plugin.core.errors import EmptyInputError
from ...ecorestore_plugin.qgis_io.row_blocks import row_blocks, rows_of
from ...ecorestore_plugin.qgis_io.row_layers import known_values
from ..base import Tool, mark, tr
from ..parameters import (
    choice,
    field,
    integer,
    number_output,
    raster,
    raster_output,
    table,
    table_output,
    text,
    vector,
    vector_output,
)

# The style of ordered classes has names for this many.
NAMED_CLASSES = 5
SHAPES = {QgsWkbTypes.GeometryType.PointGeometry: 'point', QgsWkbTypes.GeometryType.LineGeometry: 'line',
          QgsWkbTypes.GeometryType.PolygonGeometry: 'polygon'}


class Classify(Tool):
    tool_id = 'classify'
    stage = 'resilience'
    label = mark('Classify')
    summary = mark('Classes of a raster or a field by exact natural breaks, quantiles, equal or given limits.')
    help = mark('''Divides the values of a raster or of a field into classes 1 (lowest) to k and lists the limits.

jenks: natural breaks, the limits with the least squared deviation from the class means. Exact (Fisher-Jenks by \
dynamic programming, over every different value) and without any random draw, so that the same data always give the \
same limits. Rasters are read in blocks of rows; the values to be divided take 4 bytes per cell of a single precision \
raster, and 4 to 8 more while natural breaks are sought.

To classify another date alike, give the limits this tool wrote as limits of an earlier run: classes then mean the \
same on both dates.

zero_locked: natural breaks on the negative and the positive side with 0 as a fixed limit, for ratios whose sign \
must stay visible. The classes are shared between the sides so that the deviation is least.

quantile: equally many values per class; ties may leave fewer classes. equal: classes of equal width. manual: the \
given limits.

A value on a limit belongs to the class below it; the first and the last class are open outwards. Goodness of \
variance fit = 1 - squared deviations from the class means / squared deviations from the mean.

Source: Fisher 1958, doi:10.1080/01621459.1958.10501479; Jenks & Caspall 1971, \
doi:10.1111/j.1467-8306.1971.tb00779.x''')
    keywords = mark('natural breaks, Jenks, quantile, equal interval, reclassify, zero')

    def declare(self):
        yield raster('INPUT', tr('Raster'), tr('Raster with numbers. Give this, or a vector layer and a field.'),
                     optional=True)
        yield vector('VECTOR', tr('Vector layer'), tr('Layer with a numeric field, instead of a raster.'),
                     optional=True)
        yield field('FIELD', tr('Field'), tr('Numeric field of the vector layer that is classified.'), 'VECTOR',
                    numeric=True, optional=True)
        yield choice('METHOD', tr('Method'), tr('How the limits are found; see the help.'), METHODS, 'jenks')
        yield integer('CLASSES', tr('Number of classes'), tr('How many classes; manual limits set it themselves.'), 5,
                      minimum=1, maximum=255)
        yield text('LIMITS', tr('Limits'), tr(
            'For manual: ascending numbers separated by commas, both ends included.'), optional=True)
        yield text('CLASS_FIELD', tr('Name of the class field'), tr('Field of the vector output that holds the class.'),
                   'class', advanced=True)
        yield table('BREAKS_TABLE', tr('Limits of an earlier run'), tr(
            'Table with lower and upper limit per class, as this tool writes it: the same limits for another date or '
            'area, so that classes can be compared. It takes the place of the method.'), optional=True)
        yield integer('MAX_VALUES', tr('Most different values'), tr(
            'Beyond this many different values, neighbours are joined into that many groups of equal count before '
            'natural breaks are sought, which saves time on very large rasters. Empty: never, breaks are exact.'),
            minimum=1000, optional=True, advanced=True)
        yield table_output('BREAKS', tr('Class limits'), tr(
            'Per class: lower and upper limit, number of values, share of all values.'))
        yield raster_output('OUTPUT', tr('Classes (raster)'), tr('Class 1 to k of every cell.'), optional=True)
        yield vector_output('OUTPUT_VECTOR', tr('Classes (vector)'), tr(
            'The vector layer with the class 1 to k of every feature.'), optional=True)
        yield number_output('GOODNESS', tr('Goodness of variance fit'))
        yield number_output('NUMBER', tr('Number of classes found'))

    def check(self, values):
        if values.given('INPUT') == values.given('VECTOR'):
            return tr('Give either a raster or a vector layer.')
        if values.given('VECTOR') and not values.field('FIELD'):
            return tr('Choose the field that is classified.')
        if values.choice('METHOD') == 'manual' and not (values.list('LIMITS') or values.given('BREAKS_TABLE')):
            return tr('The method manual needs limits.')
        return ''

    def compute(self, job):
        features, source = None, rows_of(job, 'INPUT')
        if source is not None:
            values = known_values(job, source, 0.0, 0.3)
        else:
            features = job.features('VECTOR')
            if not len(features):
                raise EmptyInputError('{name} has no features. Choose another layer or check its filter and '
                                      'selection.', name=features.name)
            values = features.numbers(job.field('FIELD'))
        method, limits = self._limits(job)
        found = classify(values, method, job.integer('CLASSES'), limits, job.integer('MAX_VALUES'), job.progress,
                         job.cancelled)
        self._report(job, values, found, method)
        style = 'resilience_classes' if found.classes <= NAMED_CLASSES else 'classes'
        if features is not None:
            self._write_features(job, features, class_numbers(values, found.limits), style)
        elif job.given('OUTPUT'):
            del values
            writer = job.raster_rows('OUTPUT', source.grid, description=tr('Classes'), style=style,
                                     codes=found.classes)
            for block in row_blocks(job, {'values': source}, 0.7, 1.0):
                writer.write(block.start, class_numbers(block['values'], found.limits))

    @staticmethod
    def _limits(job):
        """Method and given limits; those of an earlier run take the place of the method."""
        earlier = job.table('BREAKS_TABLE', required=('lower', 'upper'))
        if earlier is None:
            return job.choice('METHOD'), job.numbers('LIMITS')
        limits = limits_of_table(*(earlier.numbers(key, missing=False) for key in ('lower', 'upper')), earlier.name)
        job.say(tr('Limits of {table}: {limits}', table=earlier.name, limits=', '.join(
            f'{limit:g}' for limit in limits)))
        return 'manual', limits

    @staticmethod
    def _write_features(job, features, classes, style):
        name = job.text('CLASS_FIELD') or 'class'
        columns = {key: values for key, values in features.columns.items() if key.lower() != name.lower()}
        columns[name] = [int(number) or None for number in classes]
        kind = kind_of(features.geometries)
        job.write_vector('OUTPUT_VECTOR', columns, features.geometries if kind != 'table' else None, kind,
                         features.crs, style if kind == 'polygon' else '')

    @staticmethod
    def _report(job, values, found, method):
        job.write_table('BREAKS', {
            'class': np.arange(1, found.classes + 1), 'lower': found.limits[:-1], 'upper': found.limits[1:],
            'values': found.counts, 'share': found.counts / found.counts.sum()})
        job.set_number('GOODNESS', found.goodness)
        job.set_number('NUMBER', found.classes)
        if method == 'manual':
            known = values[np.isfinite(values)]
            beyond = int(((known < found.limits[0]) | (known > found.limits[-1])).sum())
            if beyond:
                job.warn(tr('{count} values lie beyond the outer limits; they join the first or the last class.',
                            count=beyond))
        elif found.classes < job.integer('CLASSES'):
            job.warn(tr('Equal values leave {found} classes instead of {wanted}.', found=found.classes,
                        wanted=job.integer('CLASSES')))


def kind_of(geometries):
    """'point', 'line' or 'polygon' by the first geometry, 'table' where there is none."""
    known = [geometry for geometry in geometries if not geometry.isNull()]
    return SHAPES.get(QgsWkbTypes.geometryType(known[0].wkbType()), 'table') if known else 'table'
