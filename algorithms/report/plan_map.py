"""The planning map."""

from qgis.core import QgsProcessingAlgorithm

from ...ecorestore_plugin.core.checks import stop_if
from ...ecorestore_plugin.i18n import Language
from ...ecorestore_plugin.qgis_io import plan_facts as facts
from ...ecorestore_plugin.qgis_io.cartography import font_family
from ...ecorestore_plugin.qgis_io.plan_atlas import make_atlas, save_atlas
from ...ecorestore_plugin.qgis_io.plan_layout import LAYOUTS, THEMES, PlanLayout, map_contents, note_text
from ...ecorestore_plugin.qgis_io.plan_maps import PlanLayers
from ...ecorestore_plugin.qgis_io.report import status_sentence
from ...ecorestore_plugin.qgis_io.unit_facts import unit_facts
from ..base import Tool, mark, tr
from ..parameters import choice, file, file_output, integer, raster, table, text, vector


class PlanMap(Tool):
    tool_id = 'planmap'
    stage = 'report'
    label = mark('Planning map')
    summary = mark('A finished map of the plan as PDF and PNG, with legend, scale bar, north arrow and names.')
    help = mark('''Lays out one map of the plan for print: restoration zones, ecological sources, corridors, pinch \
points, nodes, collaborative units, boundaries and the names of the units, with title, legend, scale bar, north arrow \
and a note on the status of the data.

Theme plan shows zones and security pattern together, zones and pattern show one of them. The map is north up in the \
coordinate system of the units. Names that find no room are left out rather than drawn over each other; choose A3, or \
theme zones, where there are many units. Where the table of data sources says that inputs are synthetic or \
semi-synthetic, the map says so.

An office may pass a layout template of its own (.qpt): items with the ids title, map, legend, scale_bar, \
north_arrow, status and note are filled, on the pages of the atlas also facts_names, facts_values, facts_text and \
locator (a map); everything else stays as it is.

The atlas is one PDF with a page per unit: the map moves to the unit and its neighbours are dimmed; beside it stand \
the place of the unit in the area, its zone and strategy, and its facts: area, supply and demand, how much of the \
sources and corridors lies in it, how many pinch points, barriers, nodes and collaborative units, and its rank and \
funds where those layers are given.''')
    keywords = mark('map, print layout, pdf, cartography, legend, atlas')

    def flags(self):
        # Layouts belong to the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def declare(self):
        yield text('TITLE', tr('Title'), tr('Title of the map.'), tr('Ecological restoration plan'))
        yield choice('LANGUAGE', tr('Language'), tr('Language of the map: that of QGIS, English, or Chinese.'),
                     ('auto', 'en', 'zh'), 'auto')
        yield choice('PAGE', tr('Page'), tr('Paper size, landscape.'), ('A3', 'A4'), 'A3')
        yield choice('THEME', tr('Theme'), tr('Zones and security pattern together, or one of them.'), THEMES, 'plan')
        yield vector('ZONES', tr('Units with zones'), tr(
            'Administrative polygons with zone_code, unit_name and, where given, unit_name_zh, zone_name, parent_code. '
            'Output of Restoration zones.'), 'polygon')
        yield vector('SOURCES', tr('Ecological sources'), tr('Source patches.'), 'polygon', True)
        yield vector('LINKS', tr('Links'), tr('Least-cost paths between sources.'), 'line', True)
        yield vector('CORRIDORS', tr('Corridor areas'), tr('Polygons of the corridors.'), 'polygon', True)
        yield vector('PINCH_POINTS', tr('Pinch points'), tr('Polygons of the pinch points.'), 'polygon', True)
        yield vector('BARRIERS', tr('Barriers'), tr('Polygons of the barriers.'), 'polygon', True)
        yield vector('NODES', tr('Ecological nodes'), tr('Points with node_type.'), 'point', True)
        yield vector('COLLABORATIVE', tr('Collaborative units'), tr('Those across boundaries are outlined.'),
                     'polygon', True)
        yield vector('PRIORITY', tr('Priority of the units'), tr(
            'Units with priority_rank, for the pages of the atlas. Output of Restoration priority.'), 'polygon', True,
            True)
        yield vector('FUNDING', tr('Funding'), tr(
            'Units with need, own funds, provincial and social funds, for the pages of the atlas. Output of Funding '
            'allocation.'), 'polygon', True, True)
        yield raster('RESISTANCE', tr('Resistance'), tr('Background of the theme pattern.'), True)
        yield raster('DEM', tr('Elevation'), tr('Drawn as relief under everything, metres.'), True)
        yield table('PROVENANCE', tr('Data sources'), tr(
            'Table with the status (real, semi-synthetic, assumed, synthetic) of every input, for the note.'),
            optional=True)
        yield text('NOTE', tr('Note'), tr('Anything the map should say besides, such as who made it.'),
                   optional=True)
        yield file('TEMPLATE', tr('Layout template'), tr('A .qpt file with items of the ids named above.'), 'qpt',
                   optional=True, advanced=True)
        yield integer('DPI', tr('Resolution of the PNG'), tr('Dots per inch.'), 200, 50, 600, advanced=True)
        yield file_output('PDF', tr('Map as PDF'), tr('For print.'), 'PDF (*.pdf)', optional=True)
        yield file_output('PNG', tr('Map as PNG'), tr('For documents and slides.'), 'PNG (*.png)', optional=True)
        yield file_output('ATLAS', tr('Atlas as PDF'), tr('One page per unit, with its zone, strategy and facts.'),
                          'PDF (*.pdf)', optional=True)

    def check(self, values):
        if not any(values.given(name) for name in ('PDF', 'PNG', 'ATLAS')):
            return tr('Give a file for the PDF, for the PNG, or for the atlas.')
        return ''

    def compute(self, job):
        language = Language({'auto': ''}.get(job.choice('LANGUAGE'), job.choice('LANGUAGE')))
        if language.code == 'zh' and not font_family(chinese=True):
            job.warn(tr('No Chinese font is installed; install one such as Noto Sans CJK, or names may show as boxes.'))
        plan = PlanLayers.read(job)
        if job.given('PDF') or job.given('PNG'):
            page = self.page(job, plan, language)
            for fraction, name, save in ((0.1, 'PDF', page.save_pdf), (0.3, 'PNG', page.save_png)):
                job.progress(fraction, 'Writing {name}.', name=name)
                stop_if(job.cancelled)
                path = job.output_file(name)
                if path is not None:
                    save(path, *((job.integer('DPI'),) if name == 'PNG' else ()))
        path = job.output_file('ATLAS')
        if path is not None:
            job.progress(0.4, 'Writing {name}.', name='ATLAS')
            stop_if(job.cancelled)
            page = self.page(job, plan, language, True)
            atlas = make_atlas(page, plan.vectors['ZONES'], job.text('TITLE'), language, unit_facts(plan, language))
            save_atlas(page, atlas, path, job.feedback)

    @staticmethod
    def page(job, plan, language, units=False):
        """The layout with everything in place; ``units`` for the pages of the atlas."""
        inputs = job.features('PROVENANCE')
        status = facts.data_status(facts.inputs(inputs.columns)) if inputs is not None else ''
        theme = job.choice('THEME')
        layers, shown, extent = map_contents(plan, language, theme, job.choice('PAGE'), units)
        page = PlanLayout(job.file('TEMPLATE') or LAYOUTS / f'plan_map_{job.choice("PAGE")}.qpt')
        page.fill(job.text('TITLE'), layers, shown, extent, plan.crs, language)
        broad = not units and theme != 'pattern' and (plan.has('SOURCES') or plan.has('COLLABORATIVE'))
        page.annotate(status_sentence(status, language),
                      note_text(plan, page.scale, job.text('NOTE'), broad, language))
        return page
