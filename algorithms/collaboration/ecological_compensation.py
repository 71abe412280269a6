"""Tool: transfers from those who benefit to those who supply."""

import numpy as np

from ...ecorestore_plugin.core.collaboration.compensation import (
    fund_balance,
    payment_capacity,
    payments,
    service_flows,
)
from ...ecorestore_plugin.core.errors import TableError
from ...ecorestore_plugin.qgis_io.compensation import Services, flow_columns, read_services, service_pairs
from ..base import Tool, mark, tr
from ..parameters import (
    field,
    flag,
    number,
    number_output,
    table,
    table_output,
    vector,
    vector_output,
)

WAN = 1e-4


class EcologicalCompensation(Tool):
    tool_id = 'ecologicalcompensation'
    stage = 'collaboration'
    label = mark('Ecological compensation')
    summary = mark('Who compensates whom: services flow from units with a surplus to units with a deficit, and money '
                   'flows back.')
    help = mark(
        'Puts "those who benefit compensate" into numbers. For every service a unit has a surplus max(S - D, 0) or a '
        'deficit max(D - S, 0) in physical units. A transport problem finds the flows from surplus to deficit: as much '
        'deficit as possible is served, over the shortest distances.\n\n'
        'A service may be limited: by a largest distance (recreation), to units of the same group such as a watershed '
        '(a field of the layer), or to listed pairs such as upstream and downstream units (the pair table).\n\n'
        'The value of a flow is amount x price. A beneficiary pays value x capacity, where capacity = min(1, wealth / '
        'mean wealth) with wealth as GDP per person; the province may take over a share of the rest. Received minus '
        'paid is the net position of a unit; all nets together are what the province adds, zero without it.\n\n'
        'What no surplus reaches stays open and is reported: it needs restoration or trade from outside.\n\n'
        'Prices of the shipped table are illustrative. Food is left out of it, since a market pays for food.\n\n'
        'Source: principle of Peng 2025, doi:10.61360/BoniGHSS252018890606; transport problem Hitchcock 1941, '
        'doi:10.1002/sapm1941201224, solved by HiGHS.')
    keywords = mark('ecological compensation, payment for ecosystem services, transfer, beneficiary pays, transport '
                    'problem, flow of services, compensation fund')

    def declare(self):
        yield vector('UNITS', tr('Units'), tr(
            'Polygons with <service>_supply and <service>_demand, as Supply-demand ratio writes them.'), 'polygon')
        yield table('TABLE', tr('Services and prices'), tr(
            'Table with service, price (CNY per physical unit), and optionally max_distance_km, group_field (field of '
            'the units), downstream (1: only along the pair table). Empty: the shipped table, illustrative.'),
            optional=True)
        yield table('PAIRS', tr('Pairs of units'), tr(
            'Table with from_code and to_code: the services marked downstream flow only between these. Empty: the mark '
            'is not used.'), optional=True)
        yield field('UNIT_CODE', tr('Unit code'), tr('Field with a unique code per unit.'), 'UNITS', 'unit_code',
                    optional=True)
        yield field('UNIT_NAME', tr('Unit name'), tr('Field with the name of the unit; the code where it is missing.'),
                    'UNITS', 'unit_name', optional=True)
        yield flag('CAPACITY', tr('Pay by capacity'), tr(
            'Poorer units pay a smaller share of what they receive: GDP per person over its mean, at most 1.'), True)
        yield field('GDP', tr('GDP field'), tr('Gross domestic product, in any money; not used where the layer lacks '
                                               'it.'), 'UNITS', 'gdp_wan', optional=True)
        yield field('POPULATION', tr('Population field'), tr('Persons; not used where the layer lacks it.'), 'UNITS',
                    'pop', optional=True)
        yield number('PROVINCIAL_SHARE', tr('Provincial top-up'), tr(
            'Share of what beneficiaries cannot pay that the province takes over, 0 to 1. 0 keeps the fund balanced '
            'among the units.'), 0, minimum=0, maximum=1)
        yield vector_output('OUTPUT', tr('Accounts of the units'), tr(
            'Units with paid_wan, received_wan, net_wan (10^4 CNY a year), capacity, and per service its _out and _in '
            '(physical amounts) and _open (deficit that nobody serves).'), 'polygon')
        yield vector_output('FLOWS', tr('Flows'), tr(
            'A line per flow of a service: service, from_code, to_code, amount, distance_km, value_wan, paid_wan, '
            'topped_wan. Money goes the other way.'), 'line', optional=True)
        yield table_output('BALANCE', tr('Balance of the compensation fund'), tr(
            'Per service and in all: surplus, deficit, flow, open deficit, value, paid, provincial money.'),
            optional=True)
        yield number_output('PAID', tr('Paid by beneficiaries (10^4 CNY)'))
        yield number_output('PROVINCIAL', tr('Added by the province (10^4 CNY)'))

    def compute(self, job):
        units = job.units('UNITS')
        services = read_services(job, units)
        distance, anchors = services.distances(units)
        capacity = self.capacity(job, units)
        flows, money = [], []
        for position, row in enumerate(services.rows):
            job.progress(position / len(services.rows), 'Service {name}', name=row.name)
            supply, demand = (units.features.numbers(f'{row.name}_{side}') for side in ('supply', 'demand'))
            flows.append(service_flows(supply, demand, distance, service_pairs(row, units, distance, services.pairs)))
            money.append(payments(flows[-1], row.price * WAN, capacity, job.number('PROVINCIAL_SHARE')))
            self.tell(job, row, flows[-1])
        account = fund_balance(len(units), flows, money)
        columns = {'paid_wan': account.paid, 'received_wan': account.received, 'net_wan': account.net,
                   'capacity': capacity}
        for row, flow in zip(services.rows, flows):
            served = np.bincount(flow.target, weights=flow.amount, minlength=len(units))
            columns[f'{row.name}_out'] = np.bincount(flow.origin, weights=flow.amount, minlength=len(units))
            columns[f'{row.name}_in'] = served
            columns[f'{row.name}_open'] = np.maximum(flow.deficit - served, 0)
        job.write_vector('OUTPUT', {**units.columns(columns), **columns}, units.geometries, 'polygon', units.crs,
                         'compensation')
        if job.given('FLOWS'):
            lines, shapes = flow_columns(services, units, flows, money, distance, anchors)
            job.write_vector('FLOWS', lines, shapes, 'line', units.crs, 'compensation_flows')
        job.write_table('BALANCE', self.balance(services, flows, money))
        job.set_number('PAID', float(account.paid.sum()))
        job.set_number('PROVINCIAL', account.provincial)

    @staticmethod
    def capacity(job, units):
        wanted = job.flag('CAPACITY')
        keys = [job.field(name) for name in ('GDP', 'POPULATION')]
        if not wanted or not all(key and units.features.has(key) for key in keys):
            if wanted:
                job.warn(tr('Without fields of GDP and population every unit pays in full.'))
            return np.ones(len(units))
        gdp, people = (units.features.numbers(key) for key in keys)
        empty = np.flatnonzero(~(people > 0) & np.isfinite(gdp))
        if empty.size:
            raise TableError('{name}, field {field}: {count} units have no people; the first is {unit}. Fill in their '
                             'population, or switch off paying by capacity.', name=units.features.name, field=keys[1],
                             count=int(empty.size), unit=units.names[empty[0]])
        return payment_capacity(gdp / people)

    @staticmethod
    def tell(job, row, flow):
        job.say(tr('{service}: surplus {surplus}, deficit {deficit}, served {served}.', service=row.name,
                   surplus=f'{flow.surplus.sum():.6g}', deficit=f'{flow.deficit.sum():.6g}',
                   served=f'{flow.amount.sum():.6g}'))
        if flow.unserved > 1e-6 * max(flow.deficit.sum(), 1e-300):
            job.warn(tr('{service}: a deficit of {open} stays open; no surplus reaches it.', service=row.name,
                        open=f'{flow.unserved:.6g}'))

    @staticmethod
    def balance(services: Services, flows, money):
        rows = [(row.name, flow.surplus.sum(), flow.deficit.sum(), flow.amount.sum(), max(flow.unserved, 0.0),
                 pay.full.sum(), pay.paid.sum(), pay.topped.sum())
                for row, flow, pay in zip(services.rows, flows, money)]
        # Physical units differ between services: only money has a total.
        rows.append(('total', None, None, None, None, *(sum(row[key] for row in rows) for key in (5, 6, 7))))
        keys = ('service', 'surplus', 'deficit', 'flow', 'open', 'value_wan', 'paid_wan', 'provincial_wan')
        return {key: [None if row[place] is None else row[place] for row in rows] for place, key in enumerate(keys)}
