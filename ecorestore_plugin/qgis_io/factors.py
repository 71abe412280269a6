"""Score tables, weights, barriers and night light of a resistance surface, from a job to arrays."""

from __future__ import annotations

import math

import numpy as np

from ..core.errors import ParameterError, TableError
from ..core.resistance.judgements import judgement_matrix
from ..core.resistance.nightlight import night_light_correction
from ..core.resistance.surface import burn_barriers, match_weights, weights_from_text
from ..core.resistance.weighting import JUDGED, FactorWeights, data_weights, factor_table, judged_weights
from ..core.scores import CLASS, factor_scores
from ..core.weights import factor_key, normalise_weights
from ..i18n import tr
from .raster import as_classes, rasterize

NOT_FACTORS = ('fid', 'source', 'provenance', 'note')


def judgement_table(job, name, default):
    """(factor names, pairwise matrix) of a table parameter or the shipped CSV ``default``.

    Raises
    ------
    TableError : names that differ between rows and columns, an unreadable judgement
    """
    table = job.table(name, default=default)
    columns = [column for column in table.columns if column.lower() not in NOT_FACTORS]
    names = [text.strip() for text in table.texts(columns[0])] if columns else []
    cells = [table.column(column) for column in columns[1:]]
    return names, judgement_matrix(names, [column.strip() for column in columns[1:]],
                                   [[column[row] for column in cells] for row in range(len(names))])


def score_rules(job, names, parameter='TABLE', default='resistance_factors.csv'):
    """FactorScores of every factor from a score table; what the table leaves open between ranges is warned of.

    Raises
    ------
    TableError, ValueRangeError
    """
    table = job.table(parameter, default=default, required=('factor', 'kind', 'from', 'to', 'score'))
    owners = [factor_key(name) for name in table.texts('factor')]
    kinds = [kind.strip().lower() for kind in table.texts('kind')]
    numbers = {key: table.numbers(key) if table.has(key) else np.full(len(table), np.nan)
               for key in ('from', 'to', 'score', 'score_to', 'shape')}
    curves = table.texts('function') if table.has('function') else [''] * len(table)
    rules = []
    for name in names:
        rows = [row for row, owner in enumerate(owners) if owner == factor_key(name)]
        if not rows:
            raise TableError('Factor {name} has no rows in the score table {table}; it scores {known}. Give the '
                             'factor names in the right order, or add rows.', name=name, table=table.name,
                             known=', '.join(dict.fromkeys(table.texts('factor'))))
        rules.append(factor_scores(name, [kinds[row] for row in rows],
                                   *(numbers[key][rows] for key in ('from', 'to', 'score', 'score_to')),
                                   [curves[row] for row in rows], numbers['shape'][rows]))
        if rules[-1].gaps():
            job.warn(tr('Factor {name}: the score table leaves gaps between ranges: {gaps}. A cell with such a value '
                        'would stop the tool.', name=name,
                        gaps=', '.join(f'{low:g} - {high:g}' for low, high in rules[-1].gaps())))
    return rules


def factor_weights(job, names, factors, rules) -> FactorWeights:
    """Weights of the factors by WEIGHT_METHOD, told in the log."""
    method = job.choice('WEIGHT_METHOD')
    if method == 'manual':
        return FactorWeights(_manual_weights(job, names))
    judged = None
    if method in JUDGED:
        judged, unused = judged_weights(names, *judgement_table(job, 'JUDGEMENTS', 'ahp_resistance_matrix.csv'))
        if not job.given('JUDGEMENTS'):
            job.warn(tr('The weights rest on the shipped illustrative judgements; give your own.'))
        if unused:
            job.say(tr('Judgements on factors without a raster were left aside: {names}.', names=', '.join(unused)))
        job.say(tr('Largest eigenvalue {eigenvalue}, consistency ratio {ratio}.',
                   eigenvalue=f'{judged.largest_eigenvalue:.6f}', ratio=f'{judged.consistency_ratio:.6f}'))
    table = None if method == 'ahp' else factor_table(factors, rules, job.integer('SAMPLE'), job.integer('SEED'))
    found = data_weights(method, names, table, judged)
    if found.constant:
        job.warn(tr('These factors have the same score everywhere and weigh 0: {names}.',
                    names=', '.join(found.constant)))
    if table is not None:
        job.say(tr('The weights come from the scores of {count} cells; they change with the extent.', count=len(table)))
    return found


def _manual_weights(job, names):
    """Weights from the table or the text in the order of the factors, sum 1."""
    keys = [factor_key(name) for name in names]
    if job.given('WEIGHTS'):
        table = job.table('WEIGHTS', required=('factor', 'weight'))
        given = dict(zip(map(factor_key, table.texts('factor')), table.numbers('weight', missing=False).tolist()))
    else:
        given = weights_from_text(job.text('MANUAL_WEIGHTS'), keys)
    weights, unused = match_weights(keys, given)
    if unused:
        job.warn(tr('Weights without a raster were left aside: {names}.', names=', '.join(unused)))
    scaled = normalise_weights(weights, names)
    if abs(weights.sum() - 1) > 1e-6:
        job.say(tr('The weights summed to {total} and were scaled to sum 1.', total=f'{weights.sum():g}'))
    return scaled


def corrected_by_light(job, resistance, factors, rules, grid):
    """(resistance corrected by NIGHTLIGHT, remarks); the classes come from LANDCOVER or the first class factor.

    Raises
    ------
    ParameterError : there are no classes
    """
    light, _ = job.raster('NIGHTLIGHT')
    if light is None:
        return resistance, []
    classes = job.classes('LANDCOVER')
    if classes is None:
        position = next((i for i, rule in enumerate(rules) if rule.kind == CLASS), None)
        if position is None:
            raise ParameterError('The night-light correction compares cells of one land-cover class, and no factor is '
                                 'scored by class. Give the land cover of the night-light correction.')
        classes = as_classes(rules[position].name, factors[position], grid)
    found = night_light_correction(resistance, light, classes.codes, classes.valid, job.choice('NIGHTLIGHT_FORM'),
                                   job.number('NIGHTLIGHT_MINIMUM'), job.number('NIGHTLIGHT_MAXIMUM'))
    for count, sentence in (
            (found.unknown, tr('{count} cells keep their resistance because their night light or class is unknown.',
                               count=found.unknown)),
            (found.negative, tr('{count} cells with negative night light were taken as dark.', count=found.negative)),
            (len(found.unlit), tr('Classes without any night light keep their resistance: {codes}.',
                                  codes=', '.join(map(str, found.unlit))))):
        if count:
            job.warn(sentence)
    remark = tr('Resistance was corrected by night light; {floored} cells lie at the lower limit and {capped} at the '
                'upper one. Mean light per class: {means}.', floored=found.floored, capped=found.capped,
                means=', '.join(f'{code} {mean:.3g}' for code, mean in found.class_means.items()))
    job.say(remark)
    return found.resistance, [remark]


def with_barriers(job, resistance, grid):
    """(resistance with ROADS and RIVERS burned in and CROSSINGS left open, remarks)."""
    burned = []
    for name, value, kinds in (('ROADS', 'ROAD_RESISTANCE', ('line',)),
                               ('RIVERS', 'RIVER_RESISTANCE', ('line', 'polygon'))):
        layer = job.features(name, kinds, grid)
        if layer is not None:
            cells = rasterize(layer.geometries, np.ones(len(layer), int), grid, all_touched=True)[0] > 0
            burned.append((name, cells, job.number(value)))
    if not burned:
        if job.given('CROSSINGS'):
            job.warn(tr('There are crossing structures but no barriers, so they open nothing.'))
        return resistance, []
    barrier = np.any([cells for _, cells, _ in burned], axis=0)
    opened, gaps = _opened(job, barrier, grid)
    known, remarks = ~np.isnan(resistance), []
    for name, cells, value in burned:
        count = int((cells & known if opened is None else cells & known & ~opened).sum())
        remarks.append(tr('{count} cells on linear barriers resist at least {value}.', count=count, value=f'{value:g}')
                       if name == 'ROADS' else
                       tr('{count} cells on rivers resist at least {value}.', count=count, value=f'{value:g}'))
        resistance = burn_barriers(resistance, cells, value, opened)
    remarks += gaps
    for remark in remarks:
        job.say(remark)
    return resistance, remarks


def _opened(job, barrier, grid):
    """(cells a crossing structure opens, remarks), or (None, []) without CROSSINGS."""
    crossings = job.features('CROSSINGS', ('point', 'line', 'polygon'), grid)
    if crossings is None:
        return None, []
    reach = job.number('CROSSING_DISTANCE')
    places = [geometry.buffer(reach, 16) if reach > 0 else geometry for geometry in crossings.geometries]
    opened = rasterize(places, np.ones(len(places), int), grid, all_touched=True)[0] > 0
    idle = [identity for identity, place in zip(crossings.ids, places) if not _meets(place, barrier, grid)]
    if idle:
        job.warn(tr('{count} crossing structures lie farther than {distance} m from every barrier and open nothing; '
                    'the first is feature {feature}.', count=len(idle), distance=f'{reach:g}', feature=idle[0]))
    return opened, [tr('{count} barrier cells are open at {structures} crossing structures.',
                       count=int((opened & barrier).sum()), structures=len(places) - len(idle))]


def _meets(place, barrier, grid):
    """Whether the bounding box of a geometry holds a barrier cell."""
    box = place.boundingBox()
    top, left = (int(index) for index in grid.cell(box.xMinimum(), box.yMaximum()))
    bottom, right = (math.floor(float(index)) for index in grid.cell(box.xMaximum(), box.yMinimum()))
    return bool(barrier[max(top, 0):max(bottom + 1, 0), max(left, 0):max(right + 1, 0)].any())
