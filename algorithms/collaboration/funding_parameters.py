"""Parameters of the funding plan: budgets and floors, loans, and shares of regions."""

from ..base import tr
from ..parameters import field, number, table, text


def money_parameters():
    """Budgets, what social capital can bear, floors and the limit of a single unit."""
    yield number('BUDGET', tr('Provincial budget'),
                 tr('Provincial money to allocate (10^4 CNY). Left empty, 60 % of the sum of all gaps, to see the '
                    'pattern before a budget is known.'), minimum=0, optional=True)
    yield number('SOCIAL', tr('Social capital'), tr('Social capital that can be won (10^4 CNY), for example by '
                                                    'public-private partnership.'), default=0, minimum=0)
    yield field('PPP_FIELD', tr('Social share field'), tr('Share of the need of each unit that social capital can '
                                                          'bear, 0 to 1. Left empty, the number below.'),
                'UNITS', optional=True, advanced=True)
    yield number('PPP_SHARE', tr('Social share'),
                 tr('Share of the need that social capital can bear: only measures that earn something attract it. '
                    '0.2 is illustrative.'), default=0.2, minimum=0, maximum=1)
    yield number('FLOOR_CORE', tr('Floor for core units'), tr('Least share of the gap of core units that the '
                                                              'province pays.'), default=0.3, minimum=0, maximum=1)
    yield number('FLOOR_WEAK', tr('Floor for fiscally weak units'), tr('Least share of the gap of fiscally weak '
                                                                       'units that the province pays.'),
                 default=0.3, minimum=0, maximum=1)
    yield number('THETA', tr('Worth of social capital'), tr('Worth of one unit of social capital against one of '
                                                            'provincial money, 0 to 1: it is less certain.'),
                 default=0.6, minimum=0, maximum=1, advanced=True)
    yield number('CAP', tr('Largest share of the budget for one unit'), tr('1 for no limit.'), default=1, minimum=0,
                 maximum=1, advanced=True)


def loan_parameters():
    """Loans, and how the proportional plan weighs."""
    yield number('LOANS', tr('Loans'), tr('Loans that can be had (10^4 CNY), with interest subsidised by the '
                                          'province. 0: none.'), default=0, minimum=0)
    yield number('LOAN_SHARE', tr('Loan share'), tr('Share of the need that a unit can borrow. 0.2 is '
                                                    'illustrative.'), default=0.2, minimum=0, maximum=1,
                 advanced=True)
    yield number('LOAN_SUBSIDY', tr('Interest subsidy (% points a year)'),
                 tr('Part of the yearly interest that the province takes over. 2 is illustrative.'), default=2,
                 minimum=0, maximum=100, advanced=True)
    yield number('LOAN_YEARS', tr('Term of the loans (years)'), tr('Repaid in equal parts.'), default=10, minimum=1,
                 advanced=True)
    yield number('LOAN_WORTH', tr('Worth of loans'), tr('Worth of one unit of loan against one of provincial '
                                                        'money, 0 to 1: the unit pays it back itself.'),
                 default=0.4, minimum=0, maximum=1, advanced=True)
    yield field('DIFFICULTY', tr('Difficulty field'), tr('0 or more, for the proportional plan only, such as the '
                                                         'slope or the drought of a unit.'),
                'UNITS', optional=True, advanced=True)
    yield text('PROPORTIONS', tr('Shares of priority, difficulty and gap'),
               tr('Three numbers that say how the proportional plan weighs them.'), '0.5, 0, 0.5', advanced=True)


def region_parameters():
    """Money of units that have more than they need, and least and largest shares of regions."""
    yield number('POOL', tr('Reallocated share of spare own funds'), tr(
        'Share of the own funds that units have beyond their need that joins the provincial budget, 0 to 1. 0: they '
        'stay where they are.'), default=0, minimum=0, maximum=1, advanced=True)
    yield table('REGIONS', tr('Shares of regions'), tr(
        'Table with region, and floor or cap: the least and the largest share of the provincial budget (0 to 1) that '
        'all units of a region get together. Empty: no such limits.'), optional=True, advanced=True)
    yield field('REGION', tr('Region field'), tr('Field of the units that names their region, such as the code of the '
                                                 'city.'), 'UNITS', 'parent_code', optional=True, advanced=True)
