"""Parameters of the compensation that most users leave alone."""

from ..base import tr
from ..parameters import choice, field, number, table

CAPACITIES = ('wealth', 'growth')


def standard_parameters():
    """Capacity, cost, what lies downstream, and costs between units: what most users leave alone."""
    yield choice('CAPACITY_FORM', tr('Capacity by'), tr('How the capacity to pay comes about; see the help.'),
                 CAPACITIES, 'wealth', advanced=True)
    yield field('ENGEL', tr('Engel coefficient field'), tr(
        'Share of spending that goes on food, above 0 to 1; needed for the capacity by growth.'), 'UNITS', 'engel',
        optional=True, advanced=True)
    yield field('COST', tr('Cost of conservation field'), tr(
        'What conservation and restoration cost every unit a year (10^4 CNY), as the other standard of '
        'compensation. Empty: the value of the services alone.'), 'UNITS', optional=True, advanced=True)
    yield number('COST_WEIGHT', tr('Weight of the cost'), tr(
        'Share of the standard that follows the cost: 0 only the value, 1 only the cost.'), 0.5, minimum=0,
        maximum=1, advanced=True)
    yield number('DOWNSTREAM_SHARE', tr('Share that makes a unit lie downstream'), tr(
        'Least share of the ground of a unit that drains through another, by the elevation model.'), 0.1,
        minimum=0.000001, maximum=1, advanced=True)
    yield table('COSTS', tr('Costs between units'), tr(
        'Table with from_code, to_code (or from_id, to_id) and cost, such as the least-cost distance: flows take '
        'the cheapest pairs, and only pairs of the table. Empty: the straight distance.'), optional=True,
        advanced=True)
