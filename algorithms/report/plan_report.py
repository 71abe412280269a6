"""The report of a plan."""

import json

from ...ecorestore_plugin.i18n import Language
from ...ecorestore_plugin.qgis_io import plan_facts as facts
from ...ecorestore_plugin.qgis_io.areas import area_distortion
from ...ecorestore_plugin.qgis_io.cartography import crs_name
from ...ecorestore_plugin.qgis_io.plan_maps import PlanLayers, plan_figures
from ...ecorestore_plugin.qgis_io.plan_shares import level_totals, shares_of_levels
from ...ecorestore_plugin.qgis_io.plan_tables import plan_parts, plan_tables
from ...ecorestore_plugin.qgis_io.report import Plan, render_report
from ...ecorestore_plugin.qgis_io.report_summary import first_units, settings
from ...ecorestore_plugin.qgis_io.run_record import record_rows, versions
from ...ecorestore_plugin.qgis_io.zone_tables import perspectives_of_zones
from ..base import Tool, mark, tr
from ..parameters import choice, file_output, folder, integer, number_output, raster, report_output, table, text, vector

NUMBERS = {
    'units': mark('Number of units'), 'zones': mark('Number of zones'), 'sources': mark('Number of sources'),
    'sources_ha': mark('Area of sources (ha)'), 'corridors': mark('Number of corridors'),
    'corridors_km': mark('Length of corridors (km)'), 'pinch_points': mark('Number of pinch points'),
    'barriers': mark('Number of barriers'), 'nodes': mark('Number of nodes'),
    'collaborative_units': mark('Number of collaborative units'),
    'cross_units': mark('Number of cross-boundary units'), 'duties_cost': mark('Cost of all collaborative units'),
    'compensation_paid': mark('Compensation paid by beneficiaries'),
    'funding_need': mark('Sum of the needs'),
    'funding_gap': mark('Sum of the gaps'), 'funding_granted': mark('Provincial and social funds granted'),
    'funding_coverage': mark('Share of the gaps that is covered')}


class PlanReport(Tool):
    tool_id = 'planreport'
    stage = 'report'
    label = mark('Plan report')
    summary = mark('One HTML file with the maps, tables, charts, methods and data sources of a restoration plan.')
    help = mark('''Writes the report of a restoration plan: headline numbers, the status of every input, maps of the \
security pattern, current, resilience, zones, collaborative units, priority, compensation and funding with legend, \
scale bar and north arrow, \
charts of supply, demand and funding, tables with the strategy and members of each zone and with every unit, and the \
methods with formulas, units and sources, the settings, and the limits of the plan.

The file needs no network, contains no scripts and prints well; the same inputs give the same file. Give what you \
have: only the units with their zones are required, and parts without data are left out. Where the table of data \
sources says that inputs are synthetic or semi-synthetic, the report says so on top and at every map.

Money is shown in the unit of the funding layer, 10^4 CNY when it comes from Funding allocation. Areas are measured in \
the coordinate system of the units, which must be projected, in metres.''')
    keywords = mark('report, html, summary, plan document, maps, charts')

    def declare(self):
        yield text('TITLE', tr('Title'), tr('Title of the report.'), tr('Ecological restoration plan'))
        yield choice('LANGUAGE', tr('Language'), tr('Language of the report: that of QGIS, English, or Chinese.'),
                     ('auto', 'en', 'zh'), 'auto')
        yield vector('ZONES', tr('Units with zones'), tr(
            'Administrative polygons with zone_code and, where given, zone_name, strategy, match_type, cesdr, '
            'z_supply, z_demand, and <service>_supply, <service>_demand, <service>_esdr. Output of Restoration zones.'),
            'polygon')
        yield table('PROVENANCE', tr('Data sources'), tr(
            'Table with layer, file, status (real, semi-synthetic, assumed, synthetic), source and note of every '
            'input.'), optional=True)
        yield from self.layers()
        yield table('WEIGHT_TABLE', tr('Weights'), tr('Weights of factors or indicators, shown as they are.'),
                    optional=True)
        yield text('SETTINGS', tr('Settings'), tr(
            'What was set for the plan, shown in the report: a line per setting, name = value. The model full_plan '
            'fills it in.'), multiline=True, optional=True, advanced=True)
        yield folder('RUN_RECORDS', tr('Run records'), tr(
            'Folder with the run records (JSON) of the tools that made the layers; their settings and versions are '
            'shown.'), optional=True, advanced=True)
        yield integer('MAP_WIDTH', tr('Width of the maps'), tr('Pixels. More makes finer maps and a larger file.'),
                      1500, 600, 6000, advanced=True)
        yield report_output('REPORT', tr('Report'), tr('HTML file with everything inside.'), optional=False)
        yield file_output('HEADLINES', tr('Headline numbers'), tr('The headline numbers as JSON, for scripts.'),
                          'JSON (*.json)', optional=True)
        for name, label in NUMBERS.items():
            yield number_output(name.upper(), tr(label))

    @staticmethod
    def layers():
        """The optional map layers."""
        yield vector('SOURCES', tr('Ecological sources'), tr('Source patches; their area is summed.'), 'polygon', True)
        yield vector('LINKS', tr('Links'), tr(
            'Least-cost paths between sources with from_id, to_id, cost, length_m.'), 'line', True)
        yield vector('CORRIDORS', tr('Corridor areas'), tr('Polygons of the corridors.'), 'polygon', True)
        yield vector('PINCH_POINTS', tr('Pinch points'), tr('Polygons of the pinch points.'), 'polygon', True)
        yield vector('BARRIERS', tr('Barriers'), tr('Polygons of the barriers.'), 'polygon', True)
        yield vector('NODES', tr('Ecological nodes'), tr('Points with node_type.'), 'point', True)
        yield raster('RESISTANCE', tr('Resistance'), tr('Background of the security pattern, no unit.'), True)
        yield raster('CURRENT', tr('Current'), tr('Cumulative current density, ampere.'), True)
        yield raster('MOSAIC', tr('Corridor mosaic'), tr(
            'Normalised least-cost corridors: extra cost over the best path, resistance x metres.'), True)
        yield raster('RESILIENCE', tr('Resilience'), tr('Resilience index, 0 to 1.'), True)
        yield raster('PERSPECTIVES', tr('Resilience per perspective'), tr(
            'Raster with a band per perspective, for the radar chart of the zones. Output of Resilience index.'), True)
        yield vector('COLLABORATIVE', tr('Collaborative units'), tr(
            'Polygons with lead_level, members and task. Output of Collaborative units.'), 'polygon', True)
        yield vector('PRIORITY', tr('Priority of the units'), tr(
            'Units with priority_rank, priority_class, drivers. Output of Restoration priority.'), 'polygon', True)
        yield table('DUTIES', tr('Duties'), tr(
            'Who carries which cost: the duties or the totals by level of Responsibilities.'), optional=True)
        yield vector('COMPENSATION', tr('Compensation accounts'), tr(
            'Units with paid_wan, received_wan, net_wan. Output of Ecological compensation.'), 'polygon', True)
        yield vector('FLOWS', tr('Compensation flows'), tr(
            'Lines with service, value_wan, paid_wan. Output of Ecological compensation.'), 'line', True)
        yield vector('FUNDING', tr('Funding'), tr(
            'Units with need, own funds, provincial and social funds. Output of Funding allocation.'), 'polygon', True)

    def compute(self, job):
        language = Language({'auto': ''}.get(job.choice('LANGUAGE'), job.choice('LANGUAGE')))
        layers = PlanLayers.read(job)
        units, areas = layers.rows('ZONES'), layers.areas_ha('ZONES')
        money = facts.funding(layers.rows('FUNDING') or {}, language.code)
        inputs = job.features('PROVENANCE')
        weights = job.features('WEIGHT_TABLE')
        duties = job.features('DUTIES')
        duties = level_totals(duties.columns if duties is not None else {}, units, language.code)
        plan = Plan(job.text('TITLE'))
        plan.inputs = facts.inputs(inputs.columns) if inputs is not None else []
        plan.zones = facts.zones(units, areas, language.code)
        plan.services, plan.quadrants = facts.services(units), facts.quadrants(units, language.code)
        plan.indices = facts.unit_indices(units, language.code)
        plan.perspectives = perspectives_of_zones(job, plan.zones)
        plan.funding, plan.duties = money, shares_of_levels(duties)
        plan.headlines = facts.headlines(
            units, areas, layers.measures('SOURCES', 'area'), layers.measures('LINKS', 'length'),
            pinch_points=layers.count('PINCH_POINTS'), nodes=layers.count('NODES'),
            collaborative=layers.rows('COLLABORATIVE'), money=money, barriers=layers.count('BARRIERS'),
            duties=plan.duties, accounts=layers.rows('COMPENSATION'))
        plan.first = first_units(layers.rows('PRIORITY'), language.code)
        plan.crs = crs_name(layers.crs)
        plan.distortion = area_distortion(layers.vectors['ZONES'].geometries, layers.crs, job.context)
        plan.settings = settings(job.text('SETTINGS'), language)
        plan.records = record_rows(job.file('RUN_RECORDS'))
        plan.parts = plan_parts(layers, plan)
        plan.tables = plan_tables(layers, plan, weights, language, duties)
        plan.figures = plan_figures(layers, language, job.progress, job.cancelled, job.integer('MAP_WIDTH'))
        plan.versions = {name: value for name, value in versions().items() if name != 'platform'}
        job.write_text('REPORT', render_report(plan, language))
        record = dict(plan.headlines, title=plan.title, data_status=plan.status)
        job.write_text('HEADLINES', json.dumps(record, ensure_ascii=False, indent=2, sort_keys=True) + '\n')
        for name in NUMBERS:
            job.set_number(name.upper(), plan.headlines.get(name))
        bare = plan.headlines['units'] - plan.headlines['zoned_units']
        if bare:
            job.warn(tr('{count} of {all} units have no zone; they are shown without one.', count=bare,
                        all=plan.headlines['units']))
        for row in plan.inputs:
            if row.status not in facts.STATUSES:
                job.warn(tr('Data sources: the status "{status}" of {layer} is not one of {known}.', status=row.status,
                            layer=row.layer, known=', '.join(facts.STATUSES)))
