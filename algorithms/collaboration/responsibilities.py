"""Tool: who leads, who carries out, who pays."""

import numpy as np

from ...ecorestore_plugin.core.collaboration.responsibilities import (
    LEVELS,
    level_amounts,
    level_shares,
    member_duties,
)
from ...ecorestore_plugin.core.errors import MissingCodeError, ParameterError
from ...ecorestore_plugin.core.zoning.collaborative import ELEMENTS, city_codes, lead_scope, province_code
from ...ecorestore_plugin.qgis_io.collaboration import element_table, level_table
from ...ecorestore_plugin.qgis_io.unit_rows import read_rows
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
        'The cost of a collaborative unit is the area of its elements x the costs of the element table. A table gives '
        'the shares of province, city and county by the scope of the unit (one county, one city, several cities, '
        'several provinces); within its level every member carries its duty. All amounts of a unit add up to its '
        'cost.\n\n'
        'Input are the parts of Collaborative restoration units and, for damage and benefit, a layer of the '
        'administrative units.\n\n'
        'Source: principles and roles of Peng 2025, doi:10.61360/BoniGHSS252018890606; the shares are proposals.')
    keywords = mark('responsibility, who pays, polluter pays, beneficiary pays, jurisdiction, levels of government, '
                    'cost sharing')

    def declare(self):
        yield vector('PIECES', tr('Parts of collaborative units'), tr(
            'The optional output of Collaborative restoration units: cu_id, element, unit_code, area_ha.'), 'table')
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
        pieces = read_rows(job, 'PIECES', None)
        tasks = element_table(job.table('ELEMENT_COSTS', default='element_costs.csv'))
        leads = level_table(job.table('LEAD_LEVELS', default='lead_levels.csv'))
        shares = self.shares(job)
        cu_ids, number = np.unique(pieces.integers('cu_id'), return_inverse=True)
        number = number.reshape(-1)
        codes, area = pieces.texts('unit_code'), pieces.numbers('area_ha', missing=False)
        damage, benefit = self.principles(job, codes)
        weights = job.numbers('WEIGHTS')
        if len(weights) != 3:
            raise ParameterError('{given} weights are given; three are needed, of jurisdiction, damage and benefit.',
                                 given=len(weights))
        duties = member_duties(number, area, damage, benefit, weights)
        cost = np.bincount(number, weights=area * self.unit_costs(pieces, tasks))
        given = pieces.texts('parent_code') if pieces.has('parent_code') else [''] * len(codes)
        cities = city_codes(codes, given)
        scopes = [lead_scope([codes[row] for row in rows], [cities[row] for row in rows])
                  for rows in (np.flatnonzero(number == one) for one in range(len(cu_ids)))]
        amounts = level_amounts(number, duties.duty, cost, [shares[scope] for scope in scopes])
        scope = [scopes[one] for one in number]
        names = pieces.texts('unit_name') if pieces.has('unit_name') else codes
        job.write_table('DUTIES', {
            'cu_id': cu_ids[number], 'element': pieces.texts('element'), 'unit_code': codes, 'unit_name': names,
            'parent_code': cities, 'scope': scope, 'lead_level': [leads[one][0] for one in scope], 'area_ha': area,
            'jurisdiction': duties.jurisdiction, 'damage': duties.damage, 'benefit': duties.benefit,
            'duty': duties.duty, 'cost_wan': amounts.total, 'province_wan': amounts.province, 'city_wan': amounts.city,
            'county_wan': amounts.county, 'roles': [leads[one][1] for one in scope],
            'roles_zh': [leads[one][2] for one in scope]})
        self.write_totals(job, number, codes, names, cities, amounts)
        job.say(tr('{count} collaborative units cost {total}: provinces carry {province}, cities {city}, counties '
                   '{county} (10^4 CNY).', count=len(cu_ids), total=f'{cost.sum():.6g}',
                   province=f'{amounts.province.sum():.6g}', city=f'{amounts.city.sum():.6g}',
                   county=f'{amounts.county.sum():.6g}'))
        job.set_number('TOTAL', float(cost.sum()))
        for level in LEVELS:
            job.set_number(level.upper(), float(getattr(amounts, level).sum()))

    @staticmethod
    def shares(job):
        table = job.table('LEVEL_SHARES', 'level_shares.csv', ('scope', *LEVELS))
        if not job.given('LEVEL_SHARES'):
            job.warn(tr('The shares of the levels are those of the shipped table, which is illustrative.'))
        found = level_shares(table.rows(), table.name)
        for scope in ('one_unit', 'one_city', 'several_cities', 'several_provinces'):
            if scope not in found:
                raise MissingCodeError('{table} has no row for the scope {scope}.', table=table.name, scope=scope)
        return found

    @staticmethod
    def principles(job, codes):
        """(damage, benefit) of the unit of every part; 0 where not given."""
        units = job.table('UNITS', required=('unit_code',))
        nothing = np.zeros(len(codes))
        if units is None:
            job.warn(tr('Without administrative units only jurisdiction counts.'))
            return nothing, nothing
        row = {code: number for number, code in enumerate(units.unique('unit_code'))}
        missing = sorted(set(codes) - set(row))
        if missing:
            raise MissingCodeError('{units} lacks {count} units that have a part: {codes}.', units=units.name,
                                   count=len(missing), codes=', '.join(missing[:10]))
        rows = [row[code] for code in codes]
        keys = [job.field(name) for name in ('DAMAGE', 'BENEFIT')]
        return tuple(units.numbers(key)[rows] if key and units.has(key) else nothing for key in keys)

    @staticmethod
    def unit_costs(pieces, tasks):
        elements = pieces.texts('element')
        unknown = sorted(set(elements) - set(ELEMENTS))
        if unknown:
            raise MissingCodeError('{name}: the elements {elements} are not known; core, corridor and node are.',
                                   name=pieces.name, elements=', '.join(unknown))
        return tasks['cost'][[ELEMENTS.index(element) for element in elements]]

    @staticmethod
    def write_totals(job, number, codes, names, cities, amounts):
        columns = {key: [] for key in ('level', 'code', 'name', 'cu_count', 'amount_wan')}
        owners = {'province': [province_code(code) for code in codes], 'city': cities, 'county': codes}
        for level in LEVELS:
            keys = np.array(owners[level])
            for code in sorted(set(owners[level])):
                mine = keys == code
                name = names[int(np.argmax(mine))] if level == 'county' else code
                for key, value in zip(columns, (level, code, name, len(set(number[mine].tolist())),
                                                float(getattr(amounts, level)[mine].sum()))):
                    columns[key].append(value)
        job.write_table('LEVEL_TOTALS', columns)
