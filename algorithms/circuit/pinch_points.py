"""Pinch points within corridors."""

import numpy as np

from ...ecorestore_plugin.core.checks import part_of
from ...ecorestore_plugin.core.circuit.graph import cells_by_id, conductance_from_resistance
from ...ecorestore_plugin.core.circuit.pinch import MODES, corridor_current, joint_current, pinch_patches
from ...ecorestore_plugin.core.circuit.solver import predicted_work
from ...ecorestore_plugin.core.errors import EmptyInputError
from ...ecorestore_plugin.core.network.narrow import narrowed_corridors
from ...ecorestore_plugin.qgis_io.link_corridors import patch_landcover, read_corridor_links
from ...ecorestore_plugin.qgis_io.sources import read_sources
from ...ecorestore_plugin.qgis_io.vector import polygonize
from .. import patch_parameters
from ..base import Tool, mark, tr
from ..circuit_parameters import connections
from ..parameters import (
    choice,
    field,
    flag,
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

That is the mode adjacent. In all_pairs, 1 A flows between every two linked sources through all corridors together; in \
all_to_one, every source in turn takes 1 A from each of the others. The currents add up, so that they show which \
places the whole network depends on, and can exceed 1 A.

Resistor between neighbours: (R1 + R2) / 2 x d, d = 1 and sqrt 2 on diagonals, as in Linkage Mapper. Effective \
resistance of a link in resistance x metres = that in cell units x cell size; cost_ratio = least-cost distance / \
effective resistance: near 1 there is a single way, larger values mean alternatives.

Attributes: pinch_id, rank (1 strongest), link_id (the link with the largest current there; with all sources at once \
the cheapest whose corridor holds the place), from_id, to_id, current_max and current_mean in ampere (1 = all the \
current of the link), area_ha, width_m (width of the passage = twice the distance from its middle to the edge of the \
corridor, at the cells with at least three quarters of current_max), and the land cover where it is given.

Source: McRae et al. 2008, Ecology, doi:10.1890/07-1861.1; Linkage Mapper's Pinchpoint Mapper (McRae 2012)''')
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
        yield from patch_parameters.threshold()
        yield integer('MIN_CELLS', tr('Smallest pinch point (cells)'), tr(
            'Patches of fewer cells are dropped as noise.'), 3, 1)
        yield choice('MODE', tr('Mode'), tr(
            'adjacent: every link on its own, in its corridor; all_pairs: all pairs of linked sources through all '
            'corridors together; all_to_one: every source against all others.'), MODES, 'adjacent')
        yield number('CUTOFF', tr('Corridor cutoff'), tr(
            'Corridors are cut to the cells where a detour costs at most this much more than the least-cost path '
            '(resistance x metres), less than they were drawn with. Empty: as they are.'), minimum=0, optional=True,
            advanced=True)
        yield flag('SQUARED', tr('Square the resistances'), tr(
            'Sharpens the contrast between ways, as an option of Pinchpoint Mapper does. cost_ratio then makes no '
            'sense and is left empty.'), advanced=True)
        yield from connections()
        yield patch_parameters.landcover()
        yield raster_output('CURRENT', tr('Current in corridors'), tr(
            'Largest current over the links, or the sum with all sources at once, ampere; nodata outside corridors and '
            'on sources.'))
        yield vector_output('PINCH_POINTS', tr('Pinch points'), tr(
            'Patches of high current: pinch_id, rank, link_id, from_id, to_id, current_max, current_mean, area_ha, '
            'width_m, land cover.'), 'polygon')
        yield table_output('RESISTANCES', tr('Effective resistances'), tr(
            'One row per link: link_id, from_id, to_id, effective_resistance (cell units), effective_resistance_m (x '
            'cell size in metres), cost, cost_ratio; -1 where the corridor does not join its sources, empty in '
            'all_to_one.'), optional=True)
        yield number_output('PINCH_COUNT', tr('Number of pinch points'))

    def compute(self, job):
        resistance, grid = job.raster('RESISTANCE')
        conductance = conductance_from_resistance(resistance, job.reference[0])
        classes = job.classes('LANDCOVER')
        sources = read_sources(job, 'SOURCES', 'SOURCE_ID', grid, resistance)
        cells = cells_by_id(sources.cells, conductance > 0)
        focal = {str(key): cells.get(number, np.zeros(0, int)) for number, key in enumerate(sources.ids, start=1)}
        links = read_corridor_links(job, grid)
        links.numbers(sources)
        joint = job.choice('MODE') != 'adjacent'
        nodes = max(len(own) for own in links.corridors) if not joint else sum(len(own) for own in links.corridors)
        edges = nodes * int(job.choice('NEIGHBOURS')) // 2
        with job.engine(1 if joint else len(links), *predicted_work(nodes, edges, len(focal) if joint else 1),
                        compiled=True) as engine:
            if job.given('CUTOFF'):
                _narrow(job, links, resistance, focal, grid, engine)
            flow = _current(job, conductance ** 2 if job.flag('SQUARED') else conductance, focal, links, grid, engine)
        cell = grid.cell_width, grid.cell_height
        found = pinch_patches(flow, job.number('QUANTILE'), job.integer('MIN_CELLS'), cell, job.choice('THRESHOLD'),
                              job.integer('CLASSES'), job.number('DEVIATIONS'))
        job.write_raster('CURRENT', flow.current, grid, unit='A', description=tr('Current in corridors'),
                         style='current')
        shapes = polygonize(found.labels, grid)
        number = list(range(1, len(found.cells) + 1))
        job.write_vector('PINCH_POINTS', {
            'pinch_id': number, 'rank': number, **links.of(found.link), 'current_max': found.current_max,
            'current_mean': found.current_mean, 'area_ha': found.area_ha, 'width_m': found.width_m,
            **patch_landcover(classes, found.labels, len(number))},
            [shapes[label] for label in number], 'polygon', grid.crs_wkt, 'pinch_points')
        job.write_table('RESISTANCES', _resistance_columns(flow, links, grid, job.flag('SQUARED')))
        _report(job, flow, found, links)


def _narrow(job, links, resistance, focal, grid, engine):
    """Cuts the corridors to the cutoff; those that then hold nothing fall out in the current."""
    links.corridors = narrowed_corridors(resistance, focal, links.ends, links.corridors, job.number('CUTOFF'), grid,
                                         engine, part_of(job.progress, 0.05, 0.2), job.cancelled)
    if not any(len(own) for own in links.corridors):
        raise EmptyInputError('No corridor has a cell within the cutoff {cutoff}. Give a larger one.',
                              cutoff=f"{job.number('CUTOFF'):g}")


def _current(job, conductance, focal, links, grid, engine):
    options = {'cell': (grid.cell_width, grid.cell_height), 'neighbours': int(job.choice('NEIGHBOURS')),
               'average': job.choice('CONNECTION'), 'engine': engine, 'progress': part_of(job.progress, 0.2, 0.9),
               'cancelled': job.cancelled}
    mode = job.choice('MODE')
    if mode == 'adjacent':
        return corridor_current(conductance, focal, links.ends, links.corridors, **options)
    return joint_current(conductance, focal, links.ends, links.corridors, mode, links.columns['cost'], **options)


def _resistance_columns(flow, links, grid, squared):
    known = flow.resistance >= 0
    metres = np.where(known, flow.resistance * np.sqrt(grid.cell_area), flow.resistance)
    cost = links.columns['cost']
    ratio = np.where(known & (flow.resistance > 0) & (not squared), cost / np.where(metres > 0, metres, 1.0), np.nan)
    return {**{name: links.columns[name] for name in ('link_id', 'from_id', 'to_id')},
            'effective_resistance': flow.resistance, 'effective_resistance_m': metres, 'cost': cost,
            'cost_ratio': ratio}


def _report(job, flow, found, links):
    broken = np.flatnonzero(flow.resistance < 0).tolist()
    if broken:
        job.warn(tr('The corridors of {count} links do not join their sources and are left out: {links}.',
                    count=len(broken), links=links.listed(broken)))
    if not len(found.cells):
        job.warn(tr('There is no pinch point: all patches are too small, or no cell reaches the threshold.'))
    job.say(tr('{count} pinch points in {links} corridors; cells count from {threshold} A on.', count=len(found.cells),
               links=len(links) - len(broken), threshold=f'{found.threshold:.3g}'))
    job.set_number('PINCH_COUNT', len(found.cells))
