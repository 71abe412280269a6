"""Tool: transfers from those who benefit to those who supply."""

from ...ecorestore_plugin.core.collaboration.compensation import (
    fund_balance,
    payments,
    service_flows,
)
from ...ecorestore_plugin.core.engine.memory import check_capacity
from ...ecorestore_plugin.qgis_io.compensation import (
    account_columns,
    balance_columns,
    flow_columns,
    pay_capacity,
    read_costs,
    read_services,
    read_standard,
    read_units,
    service_pairs,
)
from ...ecorestore_plugin.qgis_io.distances import anchors, distances
from ..base import Tool, mark, tr
from ..parameters import field, flag, number, number_output, raster, table, table_output, vector, vector_output
from .compensation_parameters import standard_parameters

WAN = 1e-4
# Distances, costs and pairs between units, while the flows of one service are found.
BYTES_PER_PAIR = 60


class EcologicalCompensation(Tool):
    tool_id = 'ecologicalcompensation'
    stage = 'collaboration'
    label = mark('Ecological compensation')
    summary = mark('Who compensates whom: services flow from units with a surplus to units with a deficit, and money '
                   'flows back.')
    help = mark(
        'Puts "those who benefit compensate" into numbers. For every service a unit has a surplus max(S - D, 0) or a '
        'deficit max(D - S, 0) in physical units. A transport problem finds the flows from surplus to deficit: as much '
        'deficit as possible is served, over the shortest distances, or at the least of the costs you give, such as '
        'least-cost distances between units.\n\n'
        'A service may be limited: by a largest distance (recreation), to units of the same group such as a watershed '
        '(a field of the layer), or to where the water runs: from a unit to those downstream of it, by a table of '
        'pairs or by an elevation model. By the model, B lies downstream of A where the given share of the ground of A '
        'drains through B.\n\n'
        'The value of a flow is amount x price. Where the cost of conservation is known, the standard joins both: '
        'value x (1 - w + w x cost of the supplier / value of all it supplies), w the weight of the cost. A '
        'beneficiary pays value x capacity. By wealth, capacity = min(1, wealth / mean wealth) with wealth as GDP per '
        'person; by growth, capacity = 1 / (1 + exp(3 - 1 / En)) with En '
        'the Engel coefficient of the unit, the Pearl curve of its stage of development. The province may take over a '
        'share of the rest. Received minus paid is the net position of a unit; all nets together are what the '
        'province adds, zero without it.\n\n'
        'What no surplus reaches stays open and is reported: it needs restoration or trade from outside.\n\n'
        'Prices of the shipped table are illustrative. Food is left out of it, since a market pays for food.\n\n'
        'Source: principle of Peng 2025, doi:10.61360/BoniGHSS252018890606; transport problem Hitchcock 1941, '
        'doi:10.1002/sapm1941201224, solved by HiGHS; growth curve Pearl & Reed 1920, doi:10.1073/pnas.6.6.275.')
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
        yield raster('DEM', tr('Elevation model'), tr(
            'Elevation (m) that tells which units lie downstream of which, instead of the pair table. It should cover '
            'the units and what lies between them.'), optional=True)
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
        yield from standard_parameters()
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

    def check(self, job):
        if job.given('DEM') and job.given('PAIRS'):
            return tr('Give what lies downstream as a table of pairs or as an elevation model, not both.')
        return ''

    def compute(self, job):
        units, downstream = read_units(job)
        services = read_services(job, units, downstream)
        check_capacity(BYTES_PER_PAIR * len(units) ** 2, tr('Compensation between {count} units', count=len(units)))
        points = anchors(units.features)
        distance = distances(points)
        cost = read_costs(job, units)
        capacity = pay_capacity(job, units)
        flows = []
        for position, row in enumerate(services.rows):
            job.progress(0.4 + 0.6 * position / len(services.rows), 'Service {name}', name=row.name)
            supply, demand = (units.features.numbers(f'{row.name}_{side}') for side in ('supply', 'demand'))
            flows.append(service_flows(supply, demand, distance if cost is None else cost,
                                       service_pairs(row, units, distance, services.pairs), job.cancelled))
            self.tell(job, row, flows[-1])
        prices = [row.price * WAN for row in services.rows]
        standard = read_standard(job, units, flows, prices)
        money = [payments(flow, price, capacity, job.number('PROVINCIAL_SHARE'), standard)
                 for flow, price in zip(flows, prices)]
        account = fund_balance(len(units), flows, money)
        columns = account_columns(services, flows, account, capacity)
        job.write_vector('OUTPUT', {**units.columns(columns), **columns}, units.geometries, 'polygon', units.crs,
                         'compensation')
        if job.given('FLOWS'):
            lines, shapes = flow_columns(services, units, flows, money, distance, points)
            job.write_vector('FLOWS', lines, shapes, 'line', units.crs, 'compensation_flows')
        job.write_table('BALANCE', balance_columns(services, flows, money))
        job.set_number('PAID', float(account.paid.sum()))
        job.set_number('PROVINCIAL', account.provincial)

    @staticmethod
    def tell(job, row, flow):
        job.say(tr('{service}: surplus {surplus}, deficit {deficit}, served {served}.', service=row.name,
                   surplus=f'{flow.surplus.sum():.6g}', deficit=f'{flow.deficit.sum():.6g}',
                   served=f'{flow.amount.sum():.6g}'))
        if flow.unserved > 1e-6 * max(flow.deficit.sum(), 1e-300):
            job.warn(tr('{service}: a deficit of {open} stays open; no surplus reaches it.', service=row.name,
                        open=f'{flow.unserved:.6g}'))
