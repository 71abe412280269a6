"""Trade-offs and synergies between ecosystem services."""

import numpy as np

from ...ecorestore_plugin.core.matching.tradeoffs import trade_offs
from ...ecorestore_plugin.qgis_io.tradeoff_report import RELATIONS, tradeoff_page
from ...ecorestore_plugin.qgis_io.tradeoff_rows import ServiceLayers
from ..base import Tool, mark, tr
from ..parameters import (
    choice,
    field,
    integer,
    number,
    number_output,
    raster_output,
    rasters,
    report_output,
    table_output,
    text,
    vector,
    vector_output,
)


class ServiceTradeoffs(Tool):
    tool_id = 'servicetradeoffs'
    stage = 'matching'
    label = mark('Service trade-offs')
    summary = mark('Correlations between ecosystem services with p-values, and trade-off strength of every pair.')
    help = mark('''Shows which ecosystem services rise together (synergy) and which at the cost of each other \
(trade-off), over a sample of cells or over units.

Correlations: Pearson (linear) and Spearman (ranks), with two-sided p-values of Student's t with n - 2 degrees of \
freedom. A pair is a synergy or a trade-off by the sign of Spearman's correlation where its p-value is below the \
significance. Neighbouring cells resemble each other, so that p-values of cells are too small: judge by the size of \
the correlation, take a smaller sample, or units.

Trade-off strength: services are min-max scaled to 0..1; the strength of a place is the root mean square deviation of \
its services from their mean, sqrt(sum (x - mean)^2 / (m - 1)). For two services that is the distance to the line on \
which both are equal, |a - b| / sqrt 2. benefit says which of the two is better served (above 0: the first).

Give rasters, in which case cells are drawn, or their means per unit are taken if you give units and choose them; or \
units with fields.

Source: Bradford & D'Amato 2012, Frontiers in Ecology and the Environment, doi:10.1890/110031''')
    keywords = mark('trade-off, synergy, correlation, RMSD, ecosystem service bundles, heat map')

    def declare(self):
        yield rasters('RASTERS', tr('Services (rasters)'), tr('One raster per service, any units, on one grid.'),
                      optional=True)
        yield text('NAMES', tr('Service names'), tr(
            'Names in the order of the rasters, separated by commas. Empty: the names of the layers.'), optional=True)
        yield vector('UNITS', tr('Units'), tr('Polygons with fields of the services, or to average the rasters over.'),
                     'polygon', optional=True)
        yield field('FIELDS', tr('Services (fields)'), tr('Numeric fields of the units, one per service.'), 'UNITS',
                    numeric=True, multiple=True, optional=True)
        yield field('UNIT_CODE', tr('Unit code'), tr('Field with a unique code per unit.'), 'UNITS', 'unit_code',
                    optional=True)
        yield field('UNIT_NAME', tr('Unit name'), tr('Field with the name of the unit; the code where it is missing.'),
                    'UNITS', 'unit_name', optional=True)
        yield choice('PER', tr('Per'), tr(
            'cell draws cells of the rasters, unit takes their means per unit. Fields are always per unit.'),
            ('cell', 'unit'), 'cell')
        yield integer('SAMPLE', tr('Most cells'), tr(
            'Cells drawn without replacement from those that know all services; 0 takes all.'), 100000, minimum=0,
            advanced=True)
        yield integer('SEED', tr('Seed'), tr('Start of the random draw; the same seed draws the same cells.'), 1,
                      minimum=0, advanced=True)
        yield number('SIGNIFICANCE', tr('Significance'), tr('Largest p-value of a synergy or trade-off.'), 0.05,
                     minimum=0.0001, maximum=0.5, advanced=True)
        yield table_output('PAIRS', tr('Pairs of services'), tr(
            'Per pair: pearson, pearson_p, spearman, spearman_p, strength, benefit, relation, places.'))
        yield table_output('MATRIX', tr('Correlation matrix'), tr("Spearman's correlation, a row and a column per "
                                                                  'service.'), optional=True)
        yield vector_output('OUTPUT', tr('Trade-off strength of units'), tr(
            'Units with tradeoff_strength among all services.'), 'polygon', optional=True)
        yield raster_output('STRENGTH', tr('Trade-off strength per cell'), tr(
            'Strength among all services, scaled over all cells; 0 where all are equally served.'), optional=True)
        yield report_output('REPORT', tr('Report'), tr('Heat maps of correlation and strength as HTML.'))
        yield number_output('SYNERGIES', tr('Number of synergies'))
        yield number_output('TRADEOFFS', tr('Number of trade-offs'))

    def check(self, values):
        if not values.given('RASTERS') and not (values.given('UNITS') and values.fields('FIELDS')):
            return tr('Give at least two rasters, or units with at least two fields.')
        if values.given('RASTERS') and values.fields('FIELDS'):
            return tr('Give rasters or fields of units, not both.')
        if values.given('RASTERS') and values.choice('PER') == 'unit' and not values.given('UNITS'):
            return tr('Means per unit need units: choose a layer for {units}.', units=values.label('UNITS'))
        return ''

    def compute(self, job):
        names, table, units, layers = self._read(job)
        found = trade_offs(table)
        significance = job.number('SIGNIFICANCE')
        self._write(job, names, found, significance)
        for name, flat in zip(names, found.constant):
            if flat:
                job.warn(tr('{service} is the same everywhere and has no correlation.', service=name))
        if units is not None:
            complete = np.isfinite(table).all(axis=1)
            strength = np.full(len(units), np.nan)
            strength[complete] = found.overall
            own = {'tradeoff_strength': strength}
            job.write_vector('OUTPUT', {**units.columns(own), **own}, units.geometries, 'polygon', units.crs,
                             'tradeoff')
        if layers is not None and job.given('STRENGTH'):
            layers.write_strength(job)

    @staticmethod
    def _read(job):
        """Service names, table of places x services, the units they are and the rasters, None where there are none."""
        if not job.given('RASTERS'):
            units, names = job.units('UNITS'), job.fields('FIELDS')
            return names, np.column_stack([units.features.numbers(name) for name in names]), units, None
        layers = ServiceLayers(job)
        if job.choice('PER') == 'cell':
            return layers.names, layers.drawn(job), None, layers
        units = job.units('UNITS', layers.grid, burn=False)
        return layers.names, layers.means(job, units), units, layers

    @staticmethod
    def _write(job, names, found, significance):
        pairs = [(i, j) for i in range(len(names)) for j in range(i + 1, len(names))]
        relations = [found.relation(i, j, significance) for i, j in pairs]
        job.write_table('PAIRS', {
            'service': [names[i] for i, _ in pairs], 'other': [names[j] for _, j in pairs],
            **{key: [float(getattr(found, key)[pair]) for pair in pairs] for key in (
                'pearson', 'pearson_p', 'spearman', 'spearman_p', 'strength', 'benefit')},
            'relation': relations, 'places': [found.count] * len(pairs)})
        job.write_table('MATRIX', {'service': names, **{name: found.spearman[:, i] for i, name in enumerate(names)}})
        job.write_text('REPORT', tradeoff_page(names, found, significance))
        counts = {key: relations.count(key) for key in RELATIONS}
        job.set_number('SYNERGIES', counts['synergy'])
        job.set_number('TRADEOFFS', counts['tradeoff'])
        job.say(tr('{synergies} synergies, {tradeoffs} trade-offs, {none} pairs without a relation, over {count} '
                   'places.', synergies=counts['synergy'], tradeoffs=counts['tradeoff'], none=counts['none'],
                   count=found.count))
