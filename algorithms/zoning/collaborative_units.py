"""Tool: cross-regional collaborative restoration units."""

import numpy as np

from ...ecorestore_plugin.core.checks import part_of
from ...ecorestore_plugin.core.zoning.collaborative import collaborate, join_pieces
from ...ecorestore_plugin.core.zoning.unit_needs import unit_areas
from ...ecorestore_plugin.qgis_io.collaboration import (
    check_borders,
    element_table,
    level_table,
    piece_columns,
    read_elements,
    summary_columns,
    unit_columns,
)
from ...ecorestore_plugin.qgis_io.overlay import dissolve, face_adjacency, overlay
from ..base import Tool, mark, tr
from ..parameters import field, integer, number, number_output, table, text, vector, vector_output

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
        'hang together as a whole. A feature with an id (source_id, link_id, corridor_id, pinch_id, barrier_id, '
        'node_id) is one '
        'element; without an id, parts that lie apart are several.\n\n'
        'Where elements overlap, pinch points come before barriers, barriers before nodes, nodes before cores, cores '
        'before corridors, and earlier '
        'features before later ones. A piece below the minimum size that a border or another element cut off, and that '
        'is less than half of its element, joins the neighbour with the longest common border; the element mix still '
        'counts it as what it was. No area is lost: the pieces add up to the union of the elements inside the '
        'units.\n\n'
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
        yield vector('SOURCES', tr('Core patches'), tr('Polygons of ecological sources, such as from Source patches.'),
                     'polygon', optional=True)
        yield vector('CORRIDORS', tr('Corridors'), tr('Corridor polygons that already have their width.'), 'polygon',
                     optional=True)
        yield vector('LINKS', tr('Corridor lines'), tr('Least-cost paths to be widened, instead of corridor polygons.'),
                     'line', optional=True)
        yield number('BUFFER', tr('Half width of corridor lines (m)'),
                     tr('Corridor lines are widened by this much to both sides. 500 m makes corridors 1 km wide, a '
                        'common width at regional scale.'), default=500, minimum=1)
        yield vector('PINCH_POINTS', tr('Pinch points'), tr('Polygons of pinch points.'), 'polygon', optional=True)
        yield vector('BARRIERS', tr('Barriers'),
                     tr('Polygons of barriers, such as from Barriers; they count as nodes.'), 'polygon', optional=True)
        yield vector('NODES', tr('Ecological nodes'),
                     tr('Points of strategic nodes, widened to circles. Nodes with the pinch_id of a given pinch point '
                        'or the barrier_id of a given barrier are left out, because its polygon stands for them.'),
                     'point', optional=True)
        yield number('NODE_BUFFER', tr('Radius of nodes (m)'), tr('Nodes become circles of this radius; 500 m is about '
                                                                  '79 ha.'), default=500, minimum=1)
        yield number('MIN_PIECE', tr('Smallest piece (ha)'),
                     tr('Pieces below this that were cut off join a neighbour. 50 ha (0.5 km2) keeps borders that run '
                        'along a patch from making members of a few fields.'), default=50, minimum=0)
        yield field('OWN', tr('Own funds field'), tr('What each unit can pay itself (10^4 CNY). Left empty, revenue x '
                                                     'own share.'), 'UNITS', numeric=True, optional=True)
        yield from self.fine_tuning()
        yield vector_output('OUTPUT', tr('Collaborative units'),
                            tr('Multipolygons with cu_id, element, node_type, task, lead_level, members, '
                               'cross_boundary, element mix and areas (ha).'), 'polygon')
        yield vector_output('PIECES', tr('Pieces'), tr('Every collaborative unit cut by administrative units, with its '
                                                       'area (ha).'), 'polygon', optional=True)
        yield vector_output('SUMMARY', tr('Summary per administrative unit'),
                            tr('Administrative units with element areas (ha), need_wan and own_wan (10^4 CNY), '
                               'priority, core_flag and weak_flag: the input of Funding allocation.'), 'polygon',
                            optional=True)
        yield number_output('UNIT_COUNT', tr('Number of collaborative units'))
        yield number_output('CROSS_COUNT', tr('Number of cross-boundary units'))

    @staticmethod
    def fine_tuning():
        """Parameters that most users leave alone."""
        yield integer('PROVINCIAL_TOP', tr('Elements of provincial rank'),
                      tr('So many of the largest cores and of the largest corridors are led by the province wherever '
                         'they lie; 0 for none.'), default=0, minimum=0, advanced=True)
        yield integer('MOST_BARRIERS', tr('Most barriers'),
                      tr('So many barriers, the first by rank, become elements: what a plan can lead. The others '
                         'stay part of what they lie in.'), default=50, minimum=1, advanced=True)
        yield table('ELEMENT_COSTS', tr('Element table'),
                    tr('Columns element (core, corridor, node), task, cost_wan_ha (10^4 CNY per ha), importance. Left '
                       'empty, the shipped illustrative table is used.'), optional=True, advanced=True)
        yield table('LEAD_LEVELS', tr('Lead-level table'),
                    tr('Columns scope, lead_level, roles. Left empty, the shipped table is used.'), optional=True,
                    advanced=True)
        yield field('REVENUE', tr('Revenue field'), tr('Fiscal revenue per year (10^4 CNY).'), 'UNITS', 'revenue_wan',
                    numeric=True, optional=True, advanced=True)
        yield field('EXPENDITURE', tr('Expenditure field'), tr('Fiscal expenditure per year (10^4 CNY).'), 'UNITS',
                    'expenditure_wan', numeric=True, optional=True, advanced=True)
        yield number('OWN_SHARE', tr('Own share of revenue'),
                     tr('Share of a year of revenue that a unit can put into restoration, 0 to 1. 0.005 is '
                        'illustrative.'), default=0.005, minimum=0, maximum=1, advanced=True)
        yield field('ZONE_RANK', tr('Zone priority field'),
                    tr('Rank of the restoration zone of the unit, 1 the most urgent, as Restoration zones writes it; '
                       'not used where the layer lacks it.'),
                    'UNITS', 'priority', numeric=True, optional=True, advanced=True)
        yield text('PRIORITY_WEIGHTS', tr('Weights of the priority'),
                   tr('Weights of importance, cross-boundary share and zone, separated by commas.'),
                   default='0.5, 0.3, 0.2', optional=True, advanced=True)

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
        result = collaborate(pieces, kinds, coverage.area)
        job.progress(0.9)
        of_face = result.of_piece[pieces.of_face]
        crosses = result.crosses
        job.say(tr('{count} collaborative units, {cross} of them across borders; {slivers} slivers joined a neighbour.',
                   count=len(crosses), cross=int(crosses.sum()), slivers=pieces.joined))
        self.write(job, 'OUTPUT', unit_columns(result, elements, units, tasks, levels, job.integer('PROVINCIAL_TOP')),
                   dissolve(coverage.faces, of_face), units, 'collaborative_units')
        if job.given('PIECES'):
            of_part, columns = piece_columns(result, pieces, coverage, elements, units)
            self.write(job, 'PIECES', columns, dissolve(coverage.faces, of_part), units, 'units')
        if job.given('SUMMARY'):
            areas = unit_areas(len(units), pieces.unit[pieces.of_face], kinds, coverage.area / HECTARE,
                               crosses[of_face])
            columns = summary_columns(job, units, tasks, areas, result.members)
            job.write_vector('SUMMARY', columns, units.geometries, 'polygon', units.crs, 'units')
        job.set_number('UNIT_COUNT', len(crosses))
        job.set_number('CROSS_COUNT', int(crosses.sum()))

    @staticmethod
    def write(job, name, columns, shapes, units, style):
        job.write_vector(name, columns, [shapes[row] for row in sorted(shapes)], 'polygon', units.crs, style)
