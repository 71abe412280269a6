"""Tool: which projects, and when, under several budgets."""

import numpy as np

from ...ecorestore_plugin.core.collaboration.projects import ProjectProblem, project_problem, select_one
from ...ecorestore_plugin.core.errors import ParameterError
from ...ecorestore_plugin.qgis_io.collaboration import flag_values
from ...ecorestore_plugin.qgis_io.unit_rows import read_rows, write_rows
from ..base import Tool, mark, tr
from ..parameters import field, flag, number, number_output, table_output, text, vector, vector_output

# What HiGHS takes per project and phase on problems where the bounds are loose; it decides where the search runs only.
SECONDS_PER_CHOICE = 0.01


class ProjectSelection(Tool):
    tool_id = 'projectselection'
    stage = 'collaboration'
    label = mark('Project selection')
    summary = mark('Chooses indivisible projects and their phases under several budgets, with rules between projects.')
    help = mark(
        'Chooses restoration projects that can only be done whole: mixed-integer programming finds the set with the '
        'largest total benefit that the budgets allow, and proves how far it is from the best possible.\n\n'
        'maximise sum of benefit x discount^phase, with every project started in one phase at most, the money of each '
        'fund and phase kept (or carried over into later phases), at most one project of an exclusive group, and a '
        'project that needs another no earlier than that one.\n\n'
        'Budgets: phases separated by commas, funds by semicolons. "500,400,300" is one fund in three phases; '
        '"500,400;200,0" two funds in two phases. Every fund has its own cost field, in the same order.\n\n'
        'A project without cost is refused: it would always be chosen. Required projects that cannot all be done are '
        'an error that says what is missing.\n\n'
        'The search stops at the gap or the time you set; the result says whether it is proven best. It can be '
        'cancelled.\n\n'
        'Source: solver HiGHS, Huangfu & Hall 2018, doi:10.1007/s12532-017-0130-5.')
    keywords = mark('project selection, knapsack, integer programming, MILP, budget, phases, portfolio, optimality gap')

    def declare(self):
        yield vector('PROJECTS', tr('Projects'), tr('Layer or table with one row per project.'), 'table')
        yield field('PROJECT_ID', tr('Project id'), tr('Field with a unique id per project.'), 'PROJECTS', 'project_id',
                    optional=True)
        yield field('BENEFIT', tr('Benefit field'), tr('Benefit of the project, 0 or more, such as its priority x '
                                                       'area.'), 'PROJECTS', 'benefit', optional=True)
        yield field('COSTS', tr('Cost fields'), tr('Cost of the project, one field per fund.'), 'PROJECTS', 'cost',
                    multiple=True, optional=True)
        yield text('BUDGETS', tr('Budgets'), tr(
            'Money per phase, separated by commas; a fund each, separated by semicolons; in the unit of the costs.'))
        yield flag('CARRY', tr('Carry money over'), tr('Money left over in a phase can be spent later.'), False)
        yield number('DISCOUNT', tr('Worth of a later benefit'), tr(
            'What a benefit one phase later is worth, above 0 to 1; 1 treats all phases alike.'), 0.95,
            minimum=0.000001, maximum=1)
        yield field('EARLIEST', tr('Earliest phase'), tr('Number of the first phase the project may start in; empty '
                                                         'for the first.'), 'PROJECTS', optional=True, advanced=True)
        yield field('LATEST', tr('Latest phase'), tr('Number of the last phase the project may start in; empty for '
                                                     'the last.'), 'PROJECTS', optional=True, advanced=True)
        yield field('REQUIRED', tr('Required field'), tr('1 for projects that must be done.'), 'PROJECTS',
                    optional=True, advanced=True)
        yield field('EXCLUSIVE', tr('Exclusive group'), tr('Projects with the same text exclude each other.'),
                    'PROJECTS', optional=True, advanced=True)
        yield field('NEEDS', tr('Needs field'), tr('Ids of projects this one needs, separated by semicolons.'),
                    'PROJECTS', optional=True, advanced=True)
        yield number('GAP', tr('Relative gap'), tr('The search stops when no selection can be better by more than this '
                                                   'share.'), 0.0001, minimum=0, maximum=0.5, advanced=True)
        yield number('SECONDS', tr('Time limit (s)'), tr('The best selection found until then is taken.'), 60,
                     minimum=1, advanced=True)
        yield vector_output('OUTPUT', tr('Projects with their phase'), tr(
            'The projects with chosen (1 or 0) and phase (from 1; empty where not chosen).'))
        yield table_output('SPENDING', tr('Spending'), tr('Per fund and phase: budget, spent, left.'), optional=True)
        yield number_output('TOTAL_BENEFIT', tr('Benefit of the selection'))
        yield number_output('REACHED_GAP', tr('Relative gap to the best possible'))
        yield number_output('CHOSEN', tr('Projects chosen'))

    def compute(self, job):
        rows = read_rows(job, 'PROJECTS', None)
        problem, names = self.problem(job, rows)
        choices = len(problem.names) * problem.phases
        with job.engine(1, min(choices * SECONDS_PER_CHOICE, job.number('SECONDS')), compiled=True) as engine:
            found = engine.map(select_one, [problem], {'gap': job.number('GAP'), 'seconds': job.number('SECONDS')},
                               job.progress, job.cancelled)[0]
        chosen = found.phase >= 0
        write_rows(job, 'OUTPUT', rows, {
            'chosen': chosen.astype(int), 'phase': [int(phase) + 1 if phase >= 0 else None for phase in found.phase]},
            'projects')
        funds, phases = problem.budget.shape
        job.write_table('SPENDING', {
            'fund': [names[fund] for fund in range(funds) for _ in range(phases)],
            'phase': [phase + 1 for _ in range(funds) for phase in range(phases)],
            'budget': problem.budget.ravel(), 'spent': found.spent.ravel(),
            'left': (problem.budget - found.spent).ravel()})
        job.say(tr('{chosen} of {count} projects are chosen; benefit {benefit}, gap to the best possible {gap}.',
                   chosen=int(chosen.sum()), count=len(chosen), benefit=f'{found.benefit:.6g}',
                   gap=f'{100 * found.gap:.3g} %'))
        if not found.proven:
            job.warn(tr('The time limit ended the search: a better selection may exist, by {gap} at most.',
                        gap=f'{100 * found.gap:.3g} %'))
        job.set_number('TOTAL_BENEFIT', found.benefit)
        job.set_number('REACHED_GAP', found.gap)
        job.set_number('CHOSEN', int(chosen.sum()))

    def problem(self, job, rows) -> tuple[ProjectProblem, list]:
        """The problem and the names of the funds."""
        costs = job.fields('COSTS')
        budget = self.budgets(job)
        if not costs or len(costs) != len(budget):
            raise ParameterError('{costs} cost fields and budgets of {funds} funds are given; every fund needs both.',
                                 costs=len(costs), funds=len(budget))
        ids = rows.unique(job.field('PROJECT_ID') or 'project_id')
        required = flag_values(rows, job.field('REQUIRED'))
        groups = {}
        if job.field('EXCLUSIVE'):
            for name, group in zip(ids, rows.texts(job.field('EXCLUSIVE'))):
                groups.setdefault(group.strip(), []).append(name)
            groups.pop('', None)
        needs = []
        if job.field('NEEDS'):
            needs = [(name, other.strip()) for name, words in zip(ids, rows.texts(job.field('NEEDS')))
                     for other in words.replace('；', ';').split(';') if other.strip()]
        last = budget.shape[1]
        early, late = self.phases(rows, job.field('EARLIEST'), 1), self.phases(rows, job.field('LATEST'), last)
        cost = np.column_stack([rows.numbers(key, missing=False) for key in costs])
        return project_problem(ids, rows.numbers(job.field('BENEFIT') or 'benefit', missing=False), cost, budget,
                               early - 1, late - 1, required, list(groups.values()), needs, job.number('DISCOUNT'),
                               job.flag('CARRY')), costs

    @staticmethod
    def budgets(job):
        """(funds, phases) money from the text."""
        funds = [part for part in job.text('BUDGETS').replace('；', ';').split(';') if part.strip()]
        try:
            found = [[float(word) for word in part.replace('，', ',').split(',') if word.strip()] for part in funds]
        except ValueError:
            raise ParameterError('The budgets "{text}" hold something that is no number. Separate phases by commas and '
                                 'funds by semicolons.', text=job.text('BUDGETS')) from None
        if not found or len({len(part) for part in found}) != 1 or not found[0]:
            raise ParameterError('The budgets "{text}" must give the same number of phases for every fund.',
                                 text=job.text('BUDGETS'))
        return np.array(found)

    @staticmethod
    def phases(rows, key, default):
        values = rows.numbers(key) if key else np.full(len(rows), np.nan)
        return np.where(np.isnan(values), default, values).astype(int)
