"""Quality control of inputs."""

from ...ecorestore_plugin.core.prepare.findings import by_layer, count_of
from ...ecorestore_plugin.core.prepare.standard import rules_from
from ...ecorestore_plugin.datastore.standard import read_standard
from ...ecorestore_plugin.qgis_io.check_report import check_page, finding_columns
from ...ecorestore_plugin.qgis_io.layer_checks import Inspection, layer_label
from ..base import Tool, mark, tr
from ..parameters import number_output, rasters, report_output, table, table_output, text, vectors


class CheckInputs(Tool):
    tool_id = 'checkinputs'
    stage = 'prepare'
    label = mark('Check inputs')
    summary = mark('Checks rasters, vector layers and tables against the data standard.')
    help = mark(
        'Looks for what would stop a later tool or spoil its results, and says for each finding where it is, how many '
        'cells or features it concerns and what to do. It changes nothing and never fails on bad data.\n\n'
        'Rasters: coordinate system (missing, geographic, different), grid (cell size, origin, shape against the '
        'first raster), nodata (all, share, holes where the first raster has data, values such as -9999 that are not '
        'declared), range of the layer in the data standard, constant values, class codes with fractions or stored as '
        'decimal numbers, sand + silt + clay = 100 %. The standard is found by the layer name: dem, slope, '
        'precipitation, ndvi, population and so on, also in Chinese.\n\n'
        'Tables with class codes: codes of the class rasters without a row (error), double rows (error), rows whose '
        'code no raster has (warning), the encoding GBK (warning; the codes are read all the same).\n\n'
        'Vector layers: readable, not empty, coordinate system, geometry missing or invalid, overlap of the rasters, '
        'unreadable text, dates. Units (polygons with the code field): codes present, six digits and unique, parents '
        'with the same prefix (city four digits, province two), overlaps, small gaps, empty names and population, '
        'negative statistics.\n\n'
        'Shared data: a layer or table that bears the name of a layer of the shared data standard, such as projects, '
        'sites, observations or zones, is checked against its fields as Import data would: type, required, limits, '
        'code lists, key without doubles, overlaps, shares that add up to 1.\n\n'
        'GCJ-02: web maps in China are displaced by some 300 to 800 m, differently from place to place. Outlines of '
        'polygons are compared with the edge of the data of the first raster, outlines of polygons and lines with '
        'those of every other vector layer. Where the offset of the published formula, taken back point by point, '
        'brings two outlines together, the finding names the displaced layer, the offset observed and the one '
        'expected.\n\n'
        'Severities: error (a tool will refuse the data or give wrong results), warning (look at it), note.')
    keywords = mark('quality control, validate, QA, data standard, CRS, nodata, codes, topology')

    def declare(self):
        yield rasters('RASTERS', tr('Rasters'), tr('Rasters to check; the first is the reference for grid and '
                                                   'coverage.'), optional=True)
        yield vectors('VECTORS', tr('Vector layers'), tr('Vector layers to check, such as administrative units.'),
                      'table', optional=True)
        yield vectors('TABLES', tr('Class tables'), tr('Tables with a column code (or lucode) to compare with the '
                                                       'class rasters.'), 'table', optional=True)
        yield text('EXPECT', tr('Expected layers'), tr('Names of the data standard that must be among the inputs, '
                                                       'separated by commas, such as landcover,dem,ndvi.'),
                   optional=True)
        yield text('UNIT_CODE', tr('Unit code field'), tr('Field with the six-digit code; polygon layers that have it '
                                                          'are checked as administrative units.'), 'unit_code')
        yield text('PARENT_CODE', tr('Parent code field'), tr("Field with the code of the unit's city or province."),
                   'parent_code')
        yield table('TABLE', tr('Data standard'), tr(
            'Layers with hints, kind, unit, minimum and maximum; default: the shipped table data_standard.csv.'),
            optional=True, advanced=True)
        yield table_output('FINDINGS', tr('Findings'), tr(
            'A list to work through layer by layer, the worst layers first: number, layer, kind, check, severity, '
            'place, count, message, fix, source, done (to be ticked).'))
        yield report_output('REPORT', tr('Check report'), tr('The findings as an HTML page.'))
        yield number_output('ERRORS', tr('Number of errors'))
        yield number_output('WARNINGS', tr('Number of warnings'))

    def check(self, values):
        if not any(values.given(name) for name in ('RASTERS', 'VECTORS', 'TABLES')):
            return tr('Choose at least one raster, vector layer or table to check.')
        return ''

    def compute(self, job):
        rules = rules_from(job.table('TABLE', default='data_standard.csv').columns)
        inspection = Inspection(rules, read_standard(), job.context, job.progress, job.cancelled)
        found = {name: self._layers(job, name) for name in ('RASTERS', 'VECTORS', 'TABLES')}
        total = max(sum(map(len, found.values())), 1)
        done = 0
        for layer in found['RASTERS']:
            job.progress(done / total, 'Checking {layer}', layer=layer_label(layer))
            inspection.raster(layer)
            done += 1
        inspection.finish_rasters(found['TABLES'])
        done += len(found['TABLES'])
        for layer in found['VECTORS']:
            job.progress(done / total, 'Checking {layer}', layer=layer_label(layer))
            inspection.vector(layer, job.text('UNIT_CODE') or 'unit_code', job.text('PARENT_CODE') or 'parent_code')
            done += 1
        inspection.finish_vectors()
        names = [layer_label(layer) for layers in found.values() for layer in layers]
        inspection.expected(job.list('EXPECT'), names)
        sources = {layer_label(layer): (kind, layer.source()) for kind, layers in zip(
            ('raster', 'vector', 'table'), found.values()) for layer in layers}
        self._write(job, by_layer(inspection.findings), sources, names)

    def _layers(self, job, name):
        """The layers of a parameter; QGIS itself refuses paths it cannot open."""
        layers = self.parameterAsLayerList(job.parameters, name, job.context) if job.given(name) else []
        for index, layer in enumerate(layers):
            job.inputs[f'{name}_{index + 1}'] = layer.source()
        return layers

    @staticmethod
    def _write(job, findings, sources, names):
        errors, warnings = count_of(findings, 'error'), count_of(findings, 'warning')
        job.write_table('FINDINGS', finding_columns(findings, sources))
        if job.given('REPORT'):
            job.write_text('REPORT', check_page(findings, names))
        job.set_number('ERRORS', errors)
        job.set_number('WARNINGS', warnings)
        job.say(tr('{errors} errors and {warnings} warnings in {layers} layers.', errors=errors, warnings=warnings,
                   layers=len(names)))
