"""Tool: who leads, who carries out, who pays."""

import numpy as np

from ...ecorestore_plugin.core.collaboration.responsibilities import LEVELS, level_amounts, member_duties
from ...ecorestore_plugin.core.errors import ParameterError
from ...ecorestore_plugin.qgis_io.collaboration import element_table, level_table
from ...ecorestore_plugin.qgis_io.responsibilities import (
    duty_columns,
    principles,
    read_pieces,
    read_shares,
    total_columns,
    unit_costs,
    unit_rules,
)
from ..base import Tool, mark, tr
from ..parameters import field, number_output, table, table_output, text, vector


class Responsibilities(Tool):
    tool_id = 'responsibilities'
    stage = 'collaboration'
    label = mark('Responsibilities')
    summary = mark('Shares the task of every collaborative unit among province, cities and counties by jurisdiction, '
                   'damage and benefit.')
    help = mark(
        'Puts "those who benefit compensate, those who damage govern" into shares that add up. For every member of a '
        'collaborative unit:\n\n'
        'duty = w1 jurisdiction + w2 damage + w3 benefit,\n\n'
        'where jurisdiction is its share of the area, damage its share of the degradation (such as erosion above the '
        'tolerable amount or converted land) and benefit its share of what is gained (such as people served or demand '
        'for services). Where nobody damages, or nobody gains, that principle says nothing and the others count '
        'alone.\n\n'
        'The cost of a collaborative unit is the area of its elements x the costs of the element table, so that all '
        'costs add up to the need of all administrative units. A table gives the shares of province, city and county '
        'by the scope of the unit (one county, one city, several cities, several provinces, or an element of '
        'provincial rank, which the province leads wherever it lies); within its level every member carries its '
        'duty. All amounts of a unit add up to its '
        'cost.\n\n'
        'Input are the parts of Collaborative restoration units and, for damage and benefit, a layer of the '
        'administrative units.\n\n'
        'Source: principles and roles of Peng 2025, doi:10.61360/BoniGHSS252018890606; the shares are proposals.')
    keywords = mark('responsibility, who pays, polluter pays, beneficiary pays, jurisdiction, levels of government, '
                    'cost sharing')

    def declare(self):
        yield vector('PIECES', tr('Parts of collaborative units'), tr(
            'The optional output of Collaborative restoration units: cu_id, element, unit_code, area_ha, and core_ha, '
            'corridor_ha, node_ha and lead_level where it has them.'), 'table')
        yield table('UNITS', tr('Administrative units'), tr(
            'Layer or table with unit_code and the fields below. Empty: jurisdiction alone decides.'), optional=True)
        yield field('DAMAGE', tr('Damage field'), tr('Degradation that the unit causes, 0 or more, in any unit.'),
                    'UNITS', optional=True)
        yield field('BENEFIT', tr('Benefit field'), tr('What the unit gains from restoration, 0 or more, in any unit; '
                                                       'people by default, not used where the layer lacks it.'),
                    'UNITS', 'pop', optional=True)
        yield text('WEIGHTS', tr('Weights of the principles'), tr(
            'Weights of jurisdiction, damage and benefit, separated by commas.'), '0.4,0.3,0.3')
        yield table('LEVEL_SHARES', tr('Shares of the levels'), tr(
            'Table with scope, province, city and county (shares that add up to 1). Empty: the shipped table, '
            'illustrative.'), optional=True)
        yield table('ELEMENT_COSTS', tr('Elements and costs'), tr(
            'Table with element, task and cost_wan_ha (10^4 CNY per hectare). Empty: the shipped table, '
            'illustrative.'), optional=True)
        yield table('LEAD_LEVELS', tr('Lead levels'), tr(
            'Table with scope, lead_level and roles. Empty: the shipped table.'), optional=True, advanced=True)
        yield table_output('DUTIES', tr('Duties'), tr(
            'A row per member of a collaborative unit: shares by jurisdiction, damage and benefit, duty, cost_wan of '
            'its share, and province_wan, city_wan, county_wan; lead level and roles.'))
        yield table_output('LEVEL_TOTALS', tr('Totals by level'), tr(
            'A row per province, city and county: level, code, name, number of collaborative units, amount_wan.'))
        yield number_output('TOTAL', tr('Cost in all (10^4 CNY)'))
        yield number_output('PROVINCE', tr('Carried by provinces (10^4 CNY)'))
        yield number_output('CITY', tr('Carried by cities (10^4 CNY)'))
        yield number_output('COUNTY', tr('Carried by counties (10^4 CNY)'))

    def compute(self, job):
        pieces = read_pieces(job)
        leads = level_table(job.table('LEAD_LEVELS', default='lead_levels.csv'))
        shares = read_shares(job)
        costs = unit_costs(pieces, element_table(job.table('ELEMENT_COSTS', default='element_costs.csv')))
        damage, benefit = principles(job, pieces.codes)
        weights = job.numbers('WEIGHTS')
        if len(weights) != 3:
            raise ParameterError('{given} weights are given; three are needed, of jurisdiction, damage and benefit.',
                                 given=len(weights))
        duties = member_duties(pieces.number, pieces.area, damage, benefit, weights)
        rules = unit_rules(pieces, leads)
        cost = np.bincount(pieces.number, weights=costs)
        amounts = level_amounts(pieces.number, duties.duty, cost, [shares[rule] for rule in rules])
        job.write_table('DUTIES', duty_columns(pieces, duties, amounts, rules, leads))
        job.write_table('LEVEL_TOTALS', total_columns(pieces, amounts))
        job.say(tr('{count} collaborative units cost {total}: provinces carry {province}, cities {city}, counties '
                   '{county} (10^4 CNY).', count=len(rules), total=f'{cost.sum():.6g}',
                   province=f'{amounts.province.sum():.6g}', city=f'{amounts.city.sum():.6g}',
                   county=f'{amounts.county.sum():.6g}'))
        job.set_number('TOTAL', float(cost.sum()))
        for level in LEVELS:
            job.set_number(level.upper(), float(getattr(amounts, level).sum()))
