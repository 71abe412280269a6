"""Tool: provincial, own and social funds for restoration."""

import numpy as np

from ...ecorestore_plugin.core.collaboration.funding import optimal_funding
from ...ecorestore_plugin.core.collaboration.funding_alternatives import (
    compare_plans,
    max_min_funding,
    proportional_funding,
    proportional_weights,
)
from ...ecorestore_plugin.core.collaboration.funding_binding import binding_constraints
from ...ecorestore_plugin.qgis_io.funding import read_problem
from ...ecorestore_plugin.qgis_io.unit_rows import read_rows, row_names, write_rows
from ..base import Tool, mark, tr
from ..parameters import field, number_output, table_output, vector, vector_output
from .funding_parameters import loan_parameters, money_parameters, region_parameters


class FundingAllocation(Tool):
    tool_id = 'fundingallocation'
    stage = 'collaboration'
    label = mark('Funding allocation')
    summary = mark('Shares provincial and social funds among units by priority, with floors and shadow prices.')
    help = mark(
        'Allocates restoration funds by linear programming. Each unit has a need, own funds (at most its need), a gap '
        '= need - own, and a priority from 0 to 1. With x provincial and p social money per unit:\n\n'
        'maximise sum of priority x (x + theta p), subject to sum x <= provincial budget, sum p <= social budget, '
        'x + p <= gap, p <= social share x need, x >= floor for core and for fiscally weak units (a share of their '
        'gap), and x <= cap x budget.\n\n'
        'A table can bound what the units of a region, such as a city, get together: at least and at most so much of '
        'the provincial budget. Budgets, floors and shares always hold; the table of binding limits says which of them '
        'hold the plan back, and by how much.\n\n'
        'The shadow prices say what the objective gains from one more unit of money of each budget. Floors that the '
        'budget cannot meet are an error that names them, the units, and the budget that would do. Between plans of '
        'equal worth, the larger gap relative to need comes first.\n\n'
        'Loans can be a third kind of money: the unit repays them, the province takes over part of the interest. A '
        'loan repaid in equal parts over n years costs the province r (n + 1) / 2 per unit of loan, r the interest '
        'taken over per year; it counts for the objective with a worth of its own.\n\n'
        'The optional comparison shows two simpler plans beside the optimum: in proportion (by priority, difficulty '
        'and gap in shares you choose) and max-min (the worst-off unit as well off as possible), both without '
        'floors.\n\n'
        'For the optimum, difficulty belongs into the need, as higher cost, and not into the priority as well, or it '
        'counts twice. '
        'Input is the summary of Collaborative restoration units or any layer with such fields; one unit of money '
        'throughout, 10^4 CNY by default.\n\n'
        'Source: principles of Peng 2025, doi:10.61360/BoniGHSS252018890606; solver HiGHS, Huangfu & Hall 2018, '
        'doi:10.1007/s12532-017-0130-5.')
    keywords = mark('funding, budget, fiscal transfer, linear programming, PPP, social capital, allocation, '
                    'shadow price')

    def declare(self):
        yield vector('UNITS', tr('Units to fund'), tr('Layer or table with need, own funds and priority per unit, such '
                                                      'as the summary of Collaborative restoration units.'), 'table')
        yield field('NEED', tr('Need field'), tr('Cost of restoration (10^4 CNY).'), 'UNITS', 'need_wan', optional=True)
        yield field('OWN', tr('Own funds field'), tr('What the unit can pay itself (10^4 CNY).'), 'UNITS', 'own_wan',
                    optional=True)
        yield field('PRIORITY', tr('Priority field'), tr('0 to 1, 1 the most urgent.'), 'UNITS', 'priority',
                    optional=True)
        yield field('CORE', tr('Core field'), tr('1 for units with core areas or cross-regional corridors, which get '
                                                 'the core floor; not used where the layer lacks it.'),
                    'UNITS', 'core_flag', optional=True)
        yield field('WEAK', tr('Fiscal weakness field'), tr('1 for fiscally weak units, which get the weak floor; not '
                                                            'used where the layer lacks it.'),
                    'UNITS', 'weak_flag', optional=True)
        yield from money_parameters()
        yield from loan_parameters()
        yield from region_parameters()
        yield vector_output('OUTPUT', tr('Funding'),
                            tr('The units with need, own, gap, provincial, social, funded, unmet (10^4 CNY) and share '
                               '(funded of need, 0 to 1; empty where there is no need); with loans also loan and '
                               'subsidy.'))
        yield table_output('ALTERNATIVES', tr('Comparison of plans'),
                           tr('Optimum, proportional and max-min plan: objective, money spent, unmet gap, smallest and '
                              'mean covered share of the gaps, units fully funded, units below their floor.'),
                           optional=True)
        yield table_output('BINDING', tr('Binding limits'),
                           tr('Budgets, shares of regions, and every gap, floor, social share and limit of a unit that '
                              'holds the plan back: limit, used, and its shadow price (the gain of the objective per '
                              'unit of money; below 0 for floors).'), optional=True)
        yield number_output('OBJECTIVE', tr('Objective: funded priority'))
        yield number_output('SHADOW_BUDGET', tr('Shadow price of the provincial budget'))
        yield number_output('SHADOW_SOCIAL', tr('Shadow price of social capital'))
        yield number_output('TOTAL_GAP', tr('Sum of the gaps'))
        yield number_output('FUNDED_SHARE', tr('Share of the gaps that is covered'))

    def compute(self, job):
        units = read_rows(job)
        problem = read_problem(job, units)
        plan = optimal_funding(problem, row_names(units))
        self.report(job, problem, plan)
        funded = problem.own + plan.provincial + plan.social + plan.loan
        borrowed = {'loan': plan.loan, 'subsidy': plan.loan * problem.loans.subsidy} if problem.loans else {}
        write_rows(job, 'OUTPUT', units, {
            'need': problem.need, 'own': problem.own, 'gap': problem.gap, 'provincial': plan.provincial,
            'social': plan.social, **borrowed, 'funded': funded, 'unmet': problem.need - funded,
            'share': np.where(problem.need > 0, funded / np.where(problem.need > 0, problem.need, 1), np.nan),
        }, 'funding')
        if job.given('ALTERNATIVES'):
            difficulty = units.numbers(job.field('DIFFICULTY'), missing=False) if job.field('DIFFICULTY') else None
            weights = proportional_weights(problem, difficulty, job.numbers('PROPORTIONS'))
            plans = {'optimum': plan, 'proportional': proportional_funding(problem, weights),
                     'max_min': max_min_funding(problem)}
            job.write_table('ALTERNATIVES', compare_plans(problem, plans))
        binding = binding_constraints(problem, plan, row_names(units))
        self.tell_binding(job, binding)
        job.write_table('BINDING', binding)
        covered = float((plan.provincial + plan.social + plan.loan).sum())
        total = float(problem.gap.sum())
        for name, value in (('OBJECTIVE', plan.objective), ('SHADOW_BUDGET', plan.shadow_budget),
                            ('SHADOW_SOCIAL', plan.shadow_social), ('TOTAL_GAP', total),
                            ('FUNDED_SHARE', covered / total if total > 0 else 1.0)):
            job.set_number(name, value)

    @staticmethod
    def tell_binding(job, binding):
        kinds = [kind for kind, price in zip(binding['constraint'], binding['shadow_price']) if abs(price) > 1e-9]
        if kinds:
            job.say(tr('Limits that hold the plan back: {limits}.', limits=', '.join(
                f'{kind} {kinds.count(kind)}' for kind in dict.fromkeys(kinds))))

    @staticmethod
    def report(job, problem, plan):
        job.say(tr('Need {need}, own funds {own}, gap {gap}; provincial {provincial} of {budget}, social {social} of '
                   '{social_budget}.', need=f'{problem.need.sum():.6g}', own=f'{problem.own.sum():.6g}',
                   gap=f'{problem.gap.sum():.6g}', provincial=f'{plan.provincial.sum():.6g}',
                   budget=f'{problem.budget:.6g}', social=f'{plan.social.sum():.6g}',
                   social_budget=f'{problem.social_budget:.6g}'))
        job.say(tr('One more unit of provincial money would add {budget} to the objective, one more of social capital '
                   '{social}.', budget=f'{plan.shadow_budget:.4g}', social=f'{plan.shadow_social:.4g}'))
        if problem.loans:
            loan = float(plan.loan.sum())
            job.say(tr('Loans {loan} of {loans}; their interest subsidy takes {subsidy} of the provincial budget.',
                       loan=f'{loan:.6g}', loans=f'{problem.loans.amount:.6g}',
                       subsidy=f'{loan * problem.loans.subsidy:.6g}'))
