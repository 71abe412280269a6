"""Parameters of collaborative units: the elements of the security pattern, and what most users leave alone."""

from ..base import tr
from ..parameters import choice, field, integer, number, table, text, vector

GROUPINGS = ('element', 'connected')


def element_parameters():
    """Layers of the security pattern and the width of what has none."""
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


def fine_tuning():
    """Parameters that most users leave alone."""
    yield choice('GROUPING', tr('What forms a unit'),
                 tr('element: the pieces of one patch, corridor or node; connected: everything that touches.'),
                 GROUPINGS, 'element', advanced=True)
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
