"""Tool: net present value, benefit-cost ratio and internal rate of return."""

import numpy as np

from ...ecorestore_plugin.core.monitoring.cost_benefit import cost_benefit, sensitivity, switching_values
from ...ecorestore_plugin.qgis_io.unit_rows import read_rows
from ..base import Tool, mark, tr
from ..parameters import field, number, number_output, table, table_output, text


class CostBenefit(Tool):
    tool_id = 'costbenefit'
    stage = 'monitoring'
    label = mark('Cost-benefit analysis')
    summary = mark('Net present value, benefit-cost ratio, internal rate of return and payback of measures, with '
                   'their sensitivity.')
    help = mark(
        'Discounts the costs and benefits of measures to their first year:\n\n'
        'NPV = sum (benefit - cost) / (1 + rate)^(year - first year); BCR = discounted benefits / discounted costs; '
        'IRR is the rate at which NPV = 0; payback is the time until the discounted balance stays above 0; the annuity '
        'is the NPV as an equal sum every year.\n\n'
        'Use constant prices and a real discount rate. The yearly value of ecosystem services is a flow and the cost '
        'of a measure is spent once: enter both in the years in which they occur, never one against the other. Where '
        'the flows change their sign more than once, several rates of return may exist; then none is reported and the '
        'number is.\n\n'
        'The sensitivity combines discount rates with factors on costs and on benefits. The switching values say by '
        'what factor costs may rise, or benefits fall, before the NPV is 0.\n\n'
        'Source: Boardman et al. 2018, doi:10.1017/9781108235594.')
    keywords = mark('cost-benefit, NPV, net present value, BCR, IRR, internal rate of return, discount rate, payback')

    def declare(self):
        yield table('TABLE', tr('Cash flows'), tr('Table with one row per year, or several: year, cost, benefit, and '
                                                  'optionally the measure they belong to.'))
        yield field('YEAR', tr('Year field'), tr('Year of the flow.'), 'TABLE', 'year', optional=True)
        yield field('COST', tr('Cost field'), tr('Money spent in the year, 0 or more.'), 'TABLE', 'cost', optional=True)
        yield field('BENEFIT', tr('Benefit field'), tr('Money gained in the year, 0 or more.'), 'TABLE', 'benefit',
                    optional=True)
        yield field('MEASURE', tr('Measure field'), tr('Measures are analysed one by one and together; empty: all rows '
                                                       'are one measure.'), 'TABLE', optional=True)
        yield number('RATE', tr('Discount rate'), tr('Real discount rate per year: 0.05 is 5 %.'), 0.05,
                     minimum=-0.5, maximum=0.99)
        yield text('RATES', tr('Rates of the sensitivity'), tr('Discount rates, separated by commas.'),
                   '0,0.03,0.05,0.08', optional=True, advanced=True)
        yield text('FACTORS', tr('Factors of the sensitivity'), tr(
            'Factors on costs and on benefits, separated by commas.'), '0.8,1,1.2', optional=True, advanced=True)
        yield table_output('OUTPUT', tr('Results per measure'), tr(
            'Per measure and in all: npv, pv_costs, pv_benefits, bcr, irr (empty where there is none or more than '
            'one), irr_count, payback (years), annuity, cost_factor and benefit_factor (at which the NPV is 0).'))
        yield table_output('SENSITIVITY', tr('Sensitivity'), tr(
            'Per measure, rate, cost factor and benefit factor: npv and bcr.'), optional=True)
        yield number_output('NPV', tr('Net present value of all'))
        yield number_output('BCR', tr('Benefit-cost ratio of all'))
        yield number_output('IRR', tr('Internal rate of return of all'))

    def compute(self, job):
        rows = read_rows(job, 'TABLE', None)
        years, costs, benefits = (rows.numbers(job.field(name) or default, missing=False) for name, default in (
            ('YEAR', 'year'), ('COST', 'cost'), ('BENEFIT', 'benefit')))
        measures = np.array(rows.texts(job.field('MEASURE')) if job.field('MEASURE') else [''] * len(rows))
        groups = [(name, measures == name) for name in dict.fromkeys(measures.tolist())]
        if len(groups) > 1:
            groups.append((tr('all'), np.ones(len(rows), bool)))
        elif groups[0][0] == '':
            groups = [(tr('all'), groups[0][1])]
        first, found = years.min(), []
        for name, mine in groups:
            result = cost_benefit(years[mine], costs[mine], benefits[mine], job.number('RATE'), first)
            found.append((name, result))
            if result.internal_rates > 1:
                job.warn(tr('{measure}: the flows change their sign more than once; {count} internal rates exist and '
                            'none is reported.', measure=name, count=result.internal_rates))
        self.write(job, found)
        self.write_sensitivity(job, groups, years, costs, benefits)
        whole = found[-1][1]
        job.say(tr('Net present value {npv}, benefit-cost ratio {bcr}.', npv=f'{whole.net_present_value:.6g}',
                   bcr=f'{whole.ratio:.4g}'))
        for name, value in (('NPV', whole.net_present_value), ('BCR', whole.ratio), ('IRR', whole.internal_rate)):
            job.set_number(name, value)

    @staticmethod
    def write(job, found):
        results = [result for _, result in found]
        switching = [switching_values(result) for result in results]
        job.write_table('OUTPUT', {
            'measure': [name for name, _ in found], 'npv': [row.net_present_value for row in results],
            'pv_costs': [row.present_costs for row in results],
            'pv_benefits': [row.present_benefits for row in results],
            'bcr': [row.ratio for row in results], 'irr': [row.internal_rate for row in results],
            'irr_count': [row.internal_rates for row in results], 'payback': [row.payback for row in results],
            'annuity': [row.annuity for row in results], 'cost_factor': [pair[0] for pair in switching],
            'benefit_factor': [pair[1] for pair in switching]})

    @staticmethod
    def write_sensitivity(job, groups, years, costs, benefits):
        columns = {key: [] for key in ('measure', 'rate', 'cost_factor', 'benefit_factor', 'npv', 'bcr')}
        rates, factors = job.numbers('RATES') or [job.number('RATE')], job.numbers('FACTORS') or [1.0]
        for name, mine in groups:
            cases = sensitivity(years[mine], costs[mine], benefits[mine], rates, factors, years.min())
            parts = (cases.rate, cases.cost_factor, cases.benefit_factor, cases.net_present_value, cases.ratio)
            columns['measure'] += [name] * len(cases.rate)
            for key, values in zip(list(columns)[1:], parts):
                columns[key] += values.tolist()
        job.write_table('SENSITIVITY', columns)
