"""Ecosystem resilience index from weighted indicators."""

from ...ecorestore_plugin.core.errors import MissingCodeError
from ...ecorestore_plugin.core.resilience.index import AGGREGATIONS, assess
from ...ecorestore_plugin.core.resilience.weighting import (
    METHODS,
    PARTS,
    perspectives_of,
    read_indicators,
    read_judgements,
    turn_directions,
)
from ...ecorestore_plugin.qgis_io.resilience_report import resilience_page, tell_assessment, weight_columns
from ...ecorestore_plugin.qgis_io.row_layers import BandRows
from ..base import Tool, mark, tr
from ..parameters import (
    choice,
    number,
    number_output,
    raster,
    raster_output,
    report_output,
    table,
    table_output,
    text,
)


class ResilienceIndex(Tool):
    tool_id = 'resilienceindex'
    stage = 'resilience'
    label = mark('Resilience index')
    summary = mark('Weighs the resilience indicators into an index from 0 to 1, in all and per perspective.')
    help = mark('''Normalises every indicator to 0..1 between two percentiles, mirrored where more of it means less \
resilience, and adds them up: resilience = sum of weight x indicator.

Weighting: ahp judges the perspectives by pairwise comparison (principal eigenvector, consistency ratio below 0.1) and \
shares a perspective's weight among its indicators, equally or by the weights of the indicator table. entropy lets \
indicators count more that tell cells apart better: p = x / sum x, e = -sum p ln p / ln n, weight = (1 - e) / sum \
(1 - e). critic lets indicators count more that vary more and repeat the others less. combined finds the mixture of \
ahp and entropy that is nearest to each (game theory), or their mean where that would be negative; combined_all mixes \
ahp, entropy and critic. equal gives every indicator the same. table takes the weights of the indicator table among \
all indicators.

geometric instead of the sum takes the product of the scores of the perspectives, each to the power of its weight. \
With an indicator table of the perspectives vigour, organisation and resilience, a third of the weight each, that is \
the ecosystem health index (V O R)^(1/3); organisation is then 0.5 diversity, 0.25 aggregation and 0.25 cohesion, \
given as bands of your own.

A constant or empty indicator gets no weight. Where a cell lacks some indicators, the weights of the others are scaled \
up as long as they hold the given share of all weight. Entropy weights change with the extent of the study area. The \
log names pairs of indicators that repeat each other (correlation above 0.8) and indicators that follow from others \
(variance inflation factor above 10); they distort the index.

Directions, perspectives and judgements are editable proposals. Elevation lowers resilience by default; turn it round \
where mountains are the better sites.

Source: Saaty 1977, doi:10.1016/0022-2496(77)90033-5 (AHP); Shannon 1948, doi:10.1002/j.1538-7305.1948.tb01338.x \
(entropy); Diakoulaki et al. 1995, doi:10.1016/0305-0548(94)00059-H (CRITIC); Marquardt 1970, \
doi:10.1080/00401706.1970.10488699 (variance inflation)''')
    keywords = mark('ecosystem resilience, resilience index, entropy weight, AHP, combined weights, perspectives')

    def declare(self):
        yield raster('INDICATORS', tr('Resilience indicators'), tr(
            'Raster whose bands are named as in the indicator table; the resilience indicators tool makes it.'))
        yield table('TABLE', tr('Indicator table'), tr(
            'Table with indicator (band name), perspective, direction (+ or -) and weight (may be empty). Empty: the '
            'shipped table of 15 indicators in five perspectives.'), optional=True)
        yield choice('WEIGHTS', tr('Weighting'), tr(
            'How the weights come about; see the help. combined uses both judgement and data.'), METHODS, 'combined')
        yield table('JUDGEMENTS', tr('Judgements of the perspectives'), tr(
            'Pairwise comparison matrix: a column perspective and one column per perspective, values 1/9 to 9 (how '
            'many times the row matters more than the column). Empty: the shipped matrix, illustrative.'),
            optional=True)
        yield text('DIRECTIONS', tr('Other directions'), tr(
            'Directions that differ from the table, such as elevation=+, slope=-. Empty: as in the table.'),
            optional=True)
        yield number('CLIP_LOW', tr('Lower percentile'), tr(
            'Percentile of an indicator that becomes 0 (or 1 where less is better). 2 keeps outliers from compressing '
            'the rest.'), 2, minimum=0, maximum=49, advanced=True)
        yield number('CLIP_HIGH', tr('Upper percentile'), tr(
            'Percentile of an indicator that becomes 1 (or 0 where less is better).'), 98, minimum=51, maximum=100,
            advanced=True)
        yield number('MIN_KNOWN', tr('Least known share of the weights'), tr(
            'A cell that lacks indicators gets an index as long as the known ones hold this share of the weight. 0.8 '
            'keeps cells at the edge, whose windows are cut; 1 leaves every incomplete cell empty.'), 0.8, minimum=0,
            maximum=1, advanced=True)
        yield choice('AGGREGATION', tr('Putting together'), tr(
            'sum: the index is the sum of weight x indicator. geometric: the weighted geometric mean of the scores of '
            'the perspectives, low where any of them is low.'), AGGREGATIONS, 'sum', advanced=True)
        yield raster_output('RESILIENCE', tr('Resilience'), tr('Resilience index, 0 (lowest) to 1 (highest).'))
        yield table_output('WEIGHT_TABLE', tr('Weights of the indicators'), tr(
            'Per indicator: perspective, direction, weight, its AHP, entropy and CRITIC parts, mean of the normalised '
            'values, contribution to the mean index, raw values that became the ends, variance inflation factor '
            '(empty where infinite), note.'))
        yield raster_output('PERSPECTIVES', tr('Resilience per perspective'), tr(
            'One band per perspective, 0 to 1.'), optional=True)
        yield table_output('CORRELATIONS', tr('Correlations of the indicators'), tr(
            'Pearson correlation matrix of the normalised indicators.'), optional=True)
        yield report_output('REPORT', tr('Report'), tr(
            'Radar of the perspectives, weights and contributions, correlations and collinearity as HTML.'))
        yield number_output('MEAN', tr('Mean resilience'))
        yield number_output('CONSISTENCY_RATIO', tr('Consistency ratio of the judgements (empty without AHP)'))

    def compute(self, job):
        bands = BandRows(job, 'INDICATORS')
        indicators = turn_directions(self._indicators(job, bands.names), job.text('DIRECTIONS'))
        method, judgements, perspectives = job.choice('WEIGHTS'), None, perspectives_of(indicators)
        if 'ahp' in PARTS[method]:
            matrix = job.table('JUDGEMENTS', 'resilience_judgements.csv', ('perspective',))
            judgements = read_judgements(matrix.rows(), perspectives, matrix.name)
        index = job.raster_rows('RESILIENCE', bands.grid, description=tr('Resilience index'), style='resilience')
        scores = job.raster_rows('PERSPECTIVES', bands.grid, description=tr('Resilience per perspective'),
                                 style='resilience', bands=perspectives)

        def write(start, here, groups):
            index.write(start, here)
            scores.write(start, groups)
        found = assess(bands, indicators, write, method, judgements, (job.number('CLIP_LOW'), job.number('CLIP_HIGH')),
                       job.number('MIN_KNOWN'), job.choice('AGGREGATION'), job.progress, job.cancelled)
        job.write_table('WEIGHT_TABLE', weight_columns(indicators, found))
        names = [row.name for row in indicators]
        job.write_table('CORRELATIONS', {'indicator': names, **dict(zip(names, found.correlations.matrix.T))})
        tell_assessment(job, indicators, found, method)
        job.write_text('REPORT', resilience_page(indicators, found, method))
        job.set_number('MEAN', found.mean)
        job.set_number('CONSISTENCY_RATIO', found.weights.consistency_ratio)

    @staticmethod
    def _indicators(job, names):
        """A table row per band, in the order of the bands."""
        rows = job.table('TABLE', 'resilience_indicators.csv', ('indicator', 'perspective', 'direction'))
        listed = {row.name: row for row in read_indicators(rows.rows(), rows.name)}
        unknown = [name for name in names if name not in listed]
        if unknown:
            raise MissingCodeError('{count} bands have no row in {table}: {bands}. Add rows for them, or name the '
                                   'bands as in the table ({known}).', count=len(unknown), table=rows.name,
                                   bands=', '.join(unknown), known=', '.join(listed))
        unused = [name for name in listed if name not in names]
        if unused:
            job.say(tr('Rows of the indicator table without a band, not used: {names}.', names=', '.join(unused)))
        return [listed[name] for name in names]
