"""Tool: cross-regional collaborative restoration units."""

import numpy as np

from ...ecorestore_plugin.core.checks import part_of
from ...ecorestore_plugin.core.zoning.collaborative import collaborate, join_pieces
from ...ecorestore_plugin.core.zoning.unit_needs import unit_areas
from ...ecorestore_plugin.qgis_io.borders import check_borders
from ...ecorestore_plugin.qgis_io.collaboration import (
    element_table,
    level_table,
    piece_columns,
    read_elements,
    summary_columns,
    unit_columns,
    unit_leads,
)
from ...ecorestore_plugin.qgis_io.overlay import dissolve, face_adjacency, overlay
from ..base import Tool, mark, tr
from ..parameters import field, number, number_output, vector, vector_output
from .collaborative_parameters import element_parameters, fine_tuning

HECTARE = 10000.0


class CollaborativeUnits(Tool):
    tool_id = 'collaborativeunits'
    stage = 'zoning'
    label = mark('Collaborative restoration units')
    summary = mark('Overlays the security pattern with administrative units and says who works together and who leads.')
    help = mark(
        'Overlays core patches, corridors and nodes of an ecological security pattern with administrative units. The '
        'pieces of one element on both sides of a border form one cross-regional unit, with its members, task and '
        'lead level. Units are formed per element (one patch, one corridor, one node), because real networks often '
        'hang together as a whole; on request all elements that touch form one unit, with the tasks of them all. A '
        'feature with an id (source_id, link_id, corridor_id, pinch_id, barrier_id, node_id) is one element; without '
        'an id, parts that lie apart are several.\n\n'
        'Where elements overlap, pinch points come before barriers, barriers before nodes, nodes before cores, cores '
        'before corridors, and earlier features before later ones. A piece below the minimum size that a border or '
        'another element cut off, and that '
        'is less than half of its element, joins the neighbour with the longest common border; the element mix still '
        'counts it as what it was. No area is lost: the pieces and what lies outside the units, which is reported, '
        'add up to the union of the elements.\n\n'
        'Task by element: core, habitat conservation; corridor, connectivity restoration; node, functional '
        'enhancement. Lead level: inside one county the county, several counties of one city the city, otherwise the '
        'province.\n\n'
        'The summary per administrative unit holds what Funding allocation needs. need = sum of area x unit cost of '
        'the element table (illustrative). own = a field, or revenue x the own share. priority, 0 to 1 = 0.5 I + 0.3 C '
        '+ 0.2 Z with I the share of the unit in the elements of the network (largest = 1), C the share of its '
        'elements in cross-boundary units, and Z the urgency of its restoration zone where known (rank 1 = 1, '
        'last rank = 0; without zones the other two are scaled up). core_flag: more core and cross-boundary corridor '
        'than the average unit that has any. weak_flag: 1 - min-max of revenue / expenditure is 0.5 or more.\n\n'
        'Areas in ha, money in 10^4 CNY. Source: units, tasks and roles after Peng 2025, '
        'doi:10.61360/BoniGHSS252018890606; lead rule, needs and priority are proposals of EcoRestore.')
    keywords = mark('collaborative unit, cross-regional, cross-boundary, ecological security pattern, lead level, '
                    'county, restoration unit')

    def declare(self):
        yield vector('UNITS', tr('Administrative units'),
                     tr('Polygons in a projected system in metres, one feature per county or district.'), 'polygon')
        yield field('UNIT_CODE', tr('Unit code field'), tr('Unique code; with six digits, the first two name the '
                                                           'province.'), 'UNITS', 'unit_code', optional=True)
        yield field('UNIT_NAME', tr('Unit name field'), tr('Name of the unit; the code where the layer has none.'),
                    'UNITS', 'unit_name', optional=True)
        yield field('PARENT_CODE', tr('Parent code field'), tr('Code of the city; the first four digits of the unit '
                                                               'code where the layer has none.'),
                    'UNITS', 'parent_code', optional=True)
        yield from element_parameters()
        yield number('MIN_PIECE', tr('Smallest piece (ha)'),
                     tr('Pieces below this that were cut off join a neighbour. 50 ha (0.5 km2) keeps borders that run '
                        'along a patch from making members of a few fields.'), default=50, minimum=0)
        yield field('OWN', tr('Own funds field'), tr('What each unit can pay itself (10^4 CNY). Left empty, revenue x '
                                                     'own share.'), 'UNITS', numeric=True, optional=True)
        yield from fine_tuning()
        yield vector_output('OUTPUT', tr('Collaborative units'),
                            tr('Multipolygons with cu_id, element, node_type, task, lead_level, members, '
                               'cross_boundary, element mix and areas (ha).'), 'polygon')
        yield vector_output('PIECES', tr('Pieces'), tr(
            'Every collaborative unit cut by administrative units, with its element areas (ha) and share in the unit, '
            '0 to 1.'), 'polygon', optional=True)
        yield vector_output('SUMMARY', tr('Summary per administrative unit'),
                            tr('Administrative units with element areas (ha), need_wan and own_wan (10^4 CNY), '
                               'priority, core_flag and weak_flag: the input of Funding allocation.'), 'polygon',
                            optional=True)
        yield number_output('UNIT_COUNT', tr('Number of collaborative units'))
        yield number_output('CROSS_COUNT', tr('Number of cross-boundary units'))
        yield number_output('OUTSIDE', tr('Elements outside the administrative units (ha)'))

    def check(self, job):
        if job.given('CORRIDORS') and job.given('LINKS'):
            return tr('Give corridors as polygons or as lines, not both.')
        return ''

    def compute(self, job):
        tasks = element_table(job.table('ELEMENT_COSTS', default='element_costs.csv'))
        levels = level_table(job.table('LEAD_LEVELS', default='lead_levels.csv'))
        units = job.units('UNITS')
        elements = read_elements(job, units.crs)
        check_borders(job, units)
        coverage = overlay(units.geometries, elements.geometries, part_of(job.progress, 0.0, 0.7), job.cancelled)
        pieces = join_pieces(coverage.element, coverage.unit, coverage.area, face_adjacency(coverage.faces),
                             elements.areas, job.number('MIN_PIECE') * HECTARE, job.cancelled)
        kinds = np.array(elements.kinds)[coverage.element]
        result = collaborate(pieces, kinds, coverage.area, job.choice('GROUPING') == 'connected')
        job.progress(0.9)
        of_face = result.of_piece[pieces.of_face]
        crosses = result.crosses
        self.report(job, result, pieces, coverage)
        leads = unit_leads(result, elements, units, levels, job.integer('PROVINCIAL_TOP'))
        self.write(job, 'OUTPUT', unit_columns(result, elements, units, tasks, leads),
                   dissolve(coverage.faces, of_face), units, 'collaborative_units')
        if job.given('PIECES'):
            of_part, columns = piece_columns(result, pieces, coverage, elements, units, leads)
            self.write(job, 'PIECES', columns, dissolve(coverage.faces, of_part), units, 'units')
        if job.given('SUMMARY'):
            areas = unit_areas(len(units), pieces.unit[pieces.of_face], kinds, coverage.area / HECTARE,
                               crosses[of_face])
            columns = summary_columns(job, units, tasks, areas, result.members)
            job.write_vector('SUMMARY', columns, units.geometries, 'polygon', units.crs, 'units')
        job.set_number('OUTSIDE', coverage.outside / HECTARE)
        job.set_number('UNIT_COUNT', len(crosses))
        job.set_number('CROSS_COUNT', int(crosses.sum()))

    @staticmethod
    def report(job, result, pieces, coverage):
        job.say(tr('{count} collaborative units, {cross} of them across borders; {slivers} slivers joined a neighbour.',
                   count=len(result.members), cross=int(result.crosses.sum()), slivers=pieces.joined))
        inside = coverage.area.sum()
        job.say(tr('Of {area} ha of elements, overlaps counted once, {inside} ha lie in the administrative units and '
                   '{outside} ha outside.', area=f'{(inside + coverage.outside) / HECTARE:.6g}',
                   inside=f'{inside / HECTARE:.6g}', outside=f'{coverage.outside / HECTARE:.6g}'))

    @staticmethod
    def write(job, name, columns, shapes, units, style):
        job.write_vector(name, columns, [shapes[row] for row in sorted(shapes)], 'polygon', units.crs, style)
