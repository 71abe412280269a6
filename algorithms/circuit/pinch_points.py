"""Pinch points within corridors."""

import numpy as np

from ...ecorestore_plugin.core.checks import part_of
from ...ecorestore_plugin.core.circuit.graph import cells_by_id, conductance_from_resistance
from ...ecorestore_plugin.core.circuit.pinch import corridor_current, pinch_patches
from ...ecorestore_plugin.core.circuit.solver import predicted_work
from ...ecorestore_plugin.core.errors import EmptyInputError
from ...ecorestore_plugin.qgis_io.shapes import cells_of_polygon
from ...ecorestore_plugin.qgis_io.sources import read_sources
from ...ecorestore_plugin.qgis_io.vector import polygonize
from ..base import Tool, mark, tr
from ..parameters import (
    choice,
    field,
    integer,
    number,
    number_output,
    raster,
    raster_output,
    table_output,
    vector,
    vector_output,
)


class PinchPoints(Tool):
    tool_id = 'pinchpoints'
    stage = 'circuit'
    label = mark('Pinch points')
    summary = mark('Bottlenecks of corridors, where current is squeezed and no detour is left, as raster and polygons.')
    help = mark('''Finds the places where losing a little land would cut a corridor: current of circuit theory is high \
there because there is no way around. Pinch points are first candidates for protection and restoration.

1. For every link, 1 A flows from one source to the other, through the cells of its corridor and of the two sources \
only. The two sources are one node each. 2. The current map keeps the largest current over the links; sources are \
nodata in it. 3. Cells from the threshold on, a quantile of the current in all corridors, form patches; cells that \
touch at a corner hang together, and small patches are dropped. 4. Patches are ranked by their largest current.

Resistor between neighbours: (R1 + R2) / 2 x d, d = 1 and sqrt 2 on diagonals, as in Linkage Mapper. Effective \
resistance of a link in resistance x metres = that in cell units x cell size; cost_ratio = least-cost distance / \
effective resistance: near 1 there is a single way, larger values mean alternatives.

Attributes: pinch_id, rank (1 strongest), link_id (the link with the largest current there), from_id, to_id, \
current_max and current_mean in ampere (1 = all the current of the link), area_ha, width_m (width of the passage = \
twice the distance from its middle to the edge of the corridor, at the cells with at least three quarters of \
current_max).

Source: McRae et al. 2008, Ecology, doi:10.1890/07-1861.1; Linkage Mapper's Pinchpoint Mapper (McRae 2012), adjacent \
pairs''')
    keywords = mark('pinch point, bottleneck, Pinchpoint Mapper, Circuitscape, current density, circuit theory, '
                    'corridor')

    def declare(self):
        yield raster('RESISTANCE', tr('Resistance'), tr(
            'Resistance to movement, above 0 everywhere, no unit, the one the corridors were made from. Nodata cells '
            'carry no current.'))
        yield vector('SOURCES', tr('Ecological sources'), tr('The sources the links lead to.'))
        yield field('SOURCE_ID', tr('Source id'), tr(
            'Field with the id of the source; features with the same id are one source. Empty: features are numbered '
            'in their order.'), 'SOURCES', 'source_id', optional=True)
        yield vector('LINKS', tr('Links'), tr(
            'Lines between sources from Ecological corridors, with the fields link_id, from_id, to_id and, for the '
            'ratio, cost.'), 'line')
        yield vector('CORRIDORS', tr('Corridors'), tr(
            'Polygons of the corridors from Ecological corridors, with the field link_id. Current stays inside them, '
            'so wider corridors offer more detours.'), 'polygon')
        yield number('QUANTILE', tr('Threshold (quantile)'), tr(
            'Share of the corridor cells, 0 to 1, that carry too little current for a pinch point. 0.95 keeps the '
            'strongest twentieth.'), 0.95, 0, 1)
        yield integer('MIN_CELLS', tr('Smallest pinch point (cells)'), tr(
            'Patches of fewer cells are dropped as noise.'), 3, 1)
        yield choice('NEIGHBOURS', tr('Neighbours of a cell'), tr(
            '8 joins cells across corners too and is the usual choice; 4 joins cells along edges only.'), ('8', '4'),
            '8', advanced=True)
        yield choice('CONNECTION', tr('Average between cells'), tr(
            'What two neighbouring cells average: resistance, as in Linkage Mapper, so that one cell of high '
            'resistance blocks the way; conductance, the default of Circuitscape, which is softer.'),
            ('resistance', 'conductance'), 'resistance', advanced=True)
        yield raster_output('CURRENT', tr('Current in corridors'), tr(
            'Largest current over the links, ampere; nodata outside corridors and on sources.'))
        yield vector_output('PINCH_POINTS', tr('Pinch points'), tr(
            'Patches of high current: pinch_id, rank, link_id, from_id, to_id, current_max, current_mean, area_ha, '
            'width_m.'), 'polygon')
        yield table_output('RESISTANCES', tr('Effective resistances'), tr(
            'One row per link: link_id, from_id, to_id, effective_resistance (cell units), effective_resistance_m (x '
            'cell size in metres), cost, cost_ratio; -1 where the corridor does not join its sources.'), optional=True)
        yield number_output('PINCH_COUNT', tr('Number of pinch points'))

    def compute(self, job):
        resistance, grid = job.raster('RESISTANCE')
        conductance = conductance_from_resistance(resistance, job.reference[0])
        cell = grid.cell_width, grid.cell_height
        sources = read_sources(job, 'SOURCES', 'SOURCE_ID', grid, resistance)
        cells = cells_by_id(sources.cells, conductance > 0)
        focal = {str(key): cells.get(number, np.zeros(0, int)) for number, key in enumerate(sources.ids, start=1)}
        links, corridors = _links(job, grid)
        nodes = sum(len(own) for own in corridors) // len(corridors)
        neighbours = int(job.choice('NEIGHBOURS'))
        engine = job.engine(len(corridors), *predicted_work(nodes, nodes * neighbours // 2, 1))
        flow = corridor_current(conductance, focal, list(zip(links['from'], links['to'])), corridors, cell, neighbours,
                                job.choice('CONNECTION'), engine, progress=part_of(job.progress, 0.1, 0.9),
                                cancelled=job.cancelled)
        found = pinch_patches(flow, job.number('QUANTILE'), job.integer('MIN_CELLS'), cell)
        job.write_raster('CURRENT', flow.current, grid, unit='A', description=tr('Current in corridors'),
                         style='current')
        shapes = polygonize(found.labels, grid)
        job.write_vector('PINCH_POINTS', _pinch_columns(found, links),
                         [shapes[number] for number in range(1, len(found.cells) + 1)], 'polygon', grid.crs_wkt,
                         'pinch_points')
        job.write_table('RESISTANCES', _resistance_columns(flow, links, grid))
        _report(job, flow, found, links)


def _links(job, grid):
    """The links that have a corridor, as columns, and the cells of their corridors."""
    layer = job.features('LINKS', ('line',), grid)
    shapes = job.features('CORRIDORS', ('polygon',), grid)
    cells = {}
    for key, geometry in zip(shapes.texts('link_id'), shapes.geometries):
        cells.setdefault(key, []).append(cells_of_polygon(geometry, grid))
    ids = layer.unique('link_id')
    drawn = [position for position, key in enumerate(ids) if key in cells]
    if not drawn:
        raise EmptyInputError('No corridor of {corridors} has a link_id of {links}. Give both outputs of the same run '
                              'of Ecological corridors.', corridors=shapes.name, links=layer.name)
    if len(drawn) < len(ids):
        job.warn(tr('{count} of {total} links have no corridor and are left out.', count=len(ids) - len(drawn),
                    total=len(ids)))
    columns = {'from': layer.texts('from_id'), 'to': layer.texts('to_id')}
    columns.update({name: layer.column(name) for name in ('link_id', 'from_id', 'to_id')})
    columns['cost'] = layer.numbers('cost').tolist() if layer.has('cost') else [float('nan')] * len(ids)
    return ({name: [values[position] for position in drawn] for name, values in columns.items()},
            [np.concatenate(cells[ids[position]]) for position in drawn])


def _pinch_columns(found, links):
    number = list(range(1, len(found.cells) + 1))
    return {'pinch_id': number, 'rank': number,
            **{name: [links[name][link] for link in found.link] for name in ('link_id', 'from_id', 'to_id')},
            'current_max': found.current_max, 'current_mean': found.current_mean, 'area_ha': found.area_ha,
            'width_m': found.width_m}


def _resistance_columns(flow, links, grid):
    metres = np.where(flow.resistance >= 0, flow.resistance * np.sqrt(grid.cell_area), -1.0)
    cost = np.array(links['cost'], dtype=float)
    return {'link_id': links['link_id'], 'from_id': links['from_id'], 'to_id': links['to_id'],
            'effective_resistance': flow.resistance, 'effective_resistance_m': metres, 'cost': cost,
            'cost_ratio': np.where(metres > 0, cost / np.where(metres > 0, metres, 1.0), np.nan)}


def _report(job, flow, found, links):
    broken = [str(key) for key, value in zip(links['link_id'], flow.resistance) if value < 0]
    if broken:
        job.warn(tr('The corridors of {count} links do not join their sources and are left out: {links}.',
                    count=len(broken), links=', '.join(broken[:10]) + (' …' if len(broken) > 10 else '')))
    job.say(tr('{count} pinch points in {links} corridors; cells count from {threshold} A on.', count=len(found.cells),
               links=len(flow.resistance) - len(broken), threshold=f'{found.threshold:.3g}'))
    job.set_number('PINCH_COUNT', len(found.cells))
